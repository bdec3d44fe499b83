//! Stage 1, **read**: bytes → [`Node`], a YAML 1.2 or JSON tree in which every key and value has its place.
//!
//! Invariant of the output: keys are unique within an object, scalars keep their text, and size and depth are within
//! [`Limits`], so that no later stage needs to fear its input's shape.

mod node;
mod span;

pub use node::{Key, Node, Object, Value};
pub use span::{FileId, SourceFile, Sources, Span};
