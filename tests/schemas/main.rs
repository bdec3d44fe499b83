//! What a schema says is what its type accepts: schemas become types, the types are compiled, and JSON runs through them.
//!
//! - `suite`: the JSON Schema Test Suite for draft-07 (required and optional) and the shapes of the corpus.
//! - `oracle`: random schemas, and the `jsonschema` crate.
//! - `typify`: typify 0.8 on the same suite, when asked.
//!
//! `cargo test -p asyncapi-tests --test schemas` runs them, and with `-- --nocapture` they print their tables.
//! `ONLY="ref.json recursive"` takes the cases of the suite whose file or name has one of the words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod applies;
mod case;
mod child;
mod compare;
mod generate;
mod json;
mod kit;
mod known;
mod oracle;
mod program;
mod suite;
mod table;
mod typify;
mod verdict;
