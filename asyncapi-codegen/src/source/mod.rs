//! Stage 1, **read**: bytes → [`Node`], a YAML 1.2 or JSON tree in which every key and value has its place.
//!
//! Invariant of the output: keys are unique within an object, scalars keep their text, and size and depth are within
//! [`Limits`], so that no later stage needs to fear its input's shape.

mod build;
mod node;
mod object;
#[cfg(feature = "protobuf")]
pub(crate) mod proto;
mod read;
mod scalar;
mod span;
mod syntax;
mod tag;

pub use node::{Key, Node, Object, Value};
pub use read::{read_text, read_within};
pub use span::{FileId, SourceFile, Sources, Span};

/// What a file may ask for at most. Each limit, when it is passed, is a fault with a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The size of one file.
    pub bytes: usize,
    /// The number of values in one file, with every alias counted as all that its anchor stands for.
    pub nodes: usize,
    /// How deep values lie in one another, aliases expanded.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        // Deep enough for some 200 object schemas in one another; later stages recurse over the tree, also in a debug
        // build and in a thread with a small stack.
        Self { bytes: 32 << 20, nodes: 2_000_000, depth: 400 }
    }
}

#[cfg(test)]
mod tests;
