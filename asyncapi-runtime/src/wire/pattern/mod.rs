//! `pattern`: regular expressions of ECMA-262, compiled when first needed.
//!
//! Input: a program, which asyncapi-codegen makes of the schema's pattern at build time, and a text. Output: whether a
//! part of the text matches, exactly as ECMA-262 has it with the flag `u`. Invariants: without back references the
//! time is linear in the text, look-around included; with them, and for very large patterns, work is bounded; nothing
//! panics. Without back references nothing is allocated, once a thread has matched a few texts, but for texts of a size
//! that is not usual.

mod compile;
mod decode;
mod scan;
mod small;
mod track;

use std::fmt;
use std::sync::OnceLock;

use compile::Expression;
#[cfg(feature = "arbitrary")]
pub(super) use decode::{Node, Tree};

/// A regular expression of a schema; stands in a `static`.
pub struct Pattern {
    source: &'static str,
    program: &'static str,
    compiled: OnceLock<Option<Expression>>,
}

/// A pattern could not be decided for a text within the work allowed for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undecided;

impl fmt::Display for Undecided {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("whether the pattern matches takes too much work to tell")
    }
}

impl std::error::Error for Undecided {}

impl Pattern {
    /// `source` is the schema's own text, `program` what asyncapi-codegen made of it.
    #[must_use]
    pub const fn new(source: &'static str, program: &'static str) -> Self {
        Self { source, program, compiled: OnceLock::new() }
    }

    /// The pattern as a tree, to make texts from.
    #[cfg(feature = "arbitrary")]
    pub(super) fn tree(&self) -> Option<Tree> {
        decode::decode(self.program)
    }

    /// The schema's text.
    #[must_use]
    pub fn source(&self) -> &'static str {
        self.source
    }

    /// Whether a part of `text` matches; a text that is [`Undecided`] does not.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.try_matches(text).unwrap_or(false)
    }

    /// Whether a part of `text` matches.
    ///
    /// # Errors
    /// When that takes too much work to tell: only with back references, or with thousands of states at once.
    pub fn try_matches(&self, text: &str) -> Result<bool, Undecided> {
        let compiled = self.compiled.get_or_init(|| decode::decode(self.program).map(compile::compile));
        // The generator writes only programs that are read here.
        compiled.as_ref().ok_or(Undecided)?.matches(text)
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Pattern").field(&self.source).finish()
    }
}

/// What holds between two characters.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    Start,
    End,
    LineStart,
    LineEnd,
    /// `\b`; `folded` as ignoring case widens what is a word.
    Boundary {
        negated: bool,
        folded: bool,
    },
}

impl Place {
    fn holds(self, text: &str, at: usize) -> bool {
        let before = || text.get(..at).and_then(|text| text.chars().next_back());
        let after = || text.get(at..).and_then(|text| text.chars().next());
        let ends_line = |character: char| matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}');
        match self {
            Self::Start => at == 0,
            Self::End => at == text.len(),
            Self::LineStart => before().is_none_or(ends_line),
            Self::LineEnd => after().is_none_or(ends_line),
            Self::Boundary { negated, folded } => {
                let word = |character: char| {
                    character.is_ascii_alphanumeric()
                        || character == '_'
                        || folded && matches!(character, '\u{17F}' | '\u{212A}')
                };
                (before().is_some_and(word) != after().is_some_and(word)) != negated
            }
        }
    }
}

/// A set of characters.
#[derive(Debug)]
pub(super) struct Set {
    /// A bit for each of ASCII.
    ascii: u128,
    /// Sorted, inclusive.
    ranges: Box<[(u32, u32)]>,
}

impl Set {
    /// The ranges of code points, sorted.
    #[cfg(feature = "arbitrary")]
    pub(super) fn ranges(&self) -> &[(u32, u32)] {
        &self.ranges
    }

    pub(super) fn has(&self, character: char) -> bool {
        let point = u32::from(character);
        if point < 128 {
            return self.ascii >> point & 1 == 1;
        }
        let at = self.ranges.partition_point(|(_, to)| *to < point);
        self.ranges.get(at).is_some_and(|(from, _)| *from <= point)
    }
}
