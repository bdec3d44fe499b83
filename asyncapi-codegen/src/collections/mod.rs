//! Maps, sets and sorting that cost little to compile.
//!
//! The standard ones are made anew for each pair of types, some thousand instructions each: for the types of this crate they
//! were a quarter of what the compiler had to make of it, and every user of `asyncapi!` builds it. Here, what is the same for all
//! types has one body (`table`, `sort`); what depends on a type is a few lines.
//!
//! Invariant: the order of a [`HashMap`] is that of insertion, so that what is generated does not depend on hashes.

mod hash;
mod sort;
mod sorted;
mod table;

pub use hash::{HashMap, HashSet};
pub(crate) use sort::sort;
pub use sorted::{SortedMap, SortedSet};

#[cfg(test)]
mod tests;
