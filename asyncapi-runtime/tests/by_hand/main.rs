//! Code as the emitter writes it, by hand: the contract between emitter, core and transports.
//!
//! `types`, `user` and `server` are what `asyncapi!` makes of the chat document; `conversation` is what users write.
#![allow(dead_code, missing_docs, unreachable_pub, clippy::new_without_default, clippy::enum_variant_names)]
#![cfg(feature = "memory")]

mod conversation;
mod server;
mod types;
mod user;
