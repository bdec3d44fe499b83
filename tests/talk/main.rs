//! Generated code at work: both sides of a document talk, in memory and over WebSocket.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod avro;
mod bare;
mod calculator;
mod chat;
mod corpus;
mod decisions;
mod desk;
mod keys;
mod lights;
mod meters;
mod mixed;
mod protobuf;
mod security;
mod shared;
mod trade;
