//! Documents that are generated: what is accepted of each version's objects, and references wherever they may stand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod acceptance;
mod base;
mod foreign;
mod references;
mod versions;
