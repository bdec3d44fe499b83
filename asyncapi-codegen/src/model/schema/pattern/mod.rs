//! ECMA-262 regular expressions → programs of the runtime's engine.
//!
//! Input: the text of a `pattern`. Output: a program, which is printable text, or the reason why there is none.
//! Invariants: a program means exactly what the pattern means in ECMA-262 with the flag `u`; the runtime reads every
//! program that is written here; work and size are bounded, whatever the pattern is.
//!
//! `u` refuses a few things that documents have and that can mean one thing only: `\-`, `[\w-.]`, a lone `]` or `{`,
//! a look-ahead that is repeated. They mean what they mean without `u`.

mod class;
mod matches;
mod parse;
mod set;
#[cfg(test)]
mod tests;
mod unicode;
mod write;

pub(in crate::model::schema) use matches::matches;

/// The program of a pattern.
///
/// # Errors
/// Why there is none: the pattern is no regular expression, or is too large or nested too deeply.
pub fn translate(source: &str) -> Result<String, String> {
    let parsed = parse::parse(source)?;
    write::write(&parsed)
}

/// What a pattern is.
struct Parsed {
    node: Node,
    sets: Vec<set::Set>,
    /// Whether it refers back to what it captured.
    back_references: bool,
}

/// A part of a pattern.
#[derive(Debug, Clone)]
enum Node {
    /// One character of a set, by its number.
    Set(u32),
    /// One after another; none is what is empty.
    Sequence(Vec<Self>),
    /// One of these, the first preferred.
    Choice(Vec<Self>),
    Repeat {
        node: Box<Self>,
        least: u32,
        most: Option<u32>,
        greedy: bool,
        groups: std::ops::Range<u32>,
    },
    Place(Place),
    Look {
        ahead: bool,
        negated: bool,
        node: Box<Self>,
    },
    /// A group that captures, by its number.
    Group(u32, Box<Self>),
    /// What one of these groups captured: several, if they have one name.
    Back(Vec<u32>),
}

/// What holds between two characters.
#[derive(Debug, Clone, Copy)]
enum Place {
    Start,
    End,
    LineStart,
    LineEnd,
    /// `\b`; `folded` as `i` widens what is a word.
    Boundary {
        negated: bool,
        folded: bool,
    },
}
