//! What is Kafka's own: groups and their offsets, keys and partitions, topics, and what a cluster does that fails.
//!
//! `groups` runs on a broker; `cluster` on librdkafka's own mock of a cluster, which is slow, dies and refuses on command;
//! `guarded` on a door that asks who comes, since no broker that is to be had here does.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod cluster;
mod groups;
mod guarded;
mod kit;
