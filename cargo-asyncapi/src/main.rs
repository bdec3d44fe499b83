//! `cargo asyncapi`.
fn main() {}
