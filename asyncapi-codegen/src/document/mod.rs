//! Stage 2, **load**: [`Node`](crate::source::Node) → [`Document`], the typed object model of AsyncAPI 3.x.
//!
//! Invariant of the output: every reference was followed or reported, traits are applied, 2.0–2.6 look like 3.x, and
//! everything knows its place in the file that the user wrote.

mod model;

pub use model::*;
