//! `pattern`: regular expressions, compiled when first needed, matched in linear time.

use std::fmt;
use std::sync::OnceLock;

/// A regular expression of a schema; stands in a `static`.
pub struct Pattern {
    source: &'static str,
    translated: &'static str,
    compiled: OnceLock<Option<regex_lite::Regex>>,
}

impl Pattern {
    /// `source` is the schema's own text, `translated` the same in the syntax of the engine.
    #[must_use]
    pub const fn new(source: &'static str, translated: &'static str) -> Self {
        Self { source, translated, compiled: OnceLock::new() }
    }

    /// The schema's text.
    #[must_use]
    pub fn source(&self) -> &'static str {
        self.source
    }

    /// Whether a part of `text` matches.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        // The generator translates only what the engine compiles; should that ever fail, the rule is passed over
        // rather than all messages refused.
        let compiled = self.compiled.get_or_init(|| regex_lite::Regex::new(self.translated).ok());
        compiled.as_ref().is_none_or(|pattern| pattern.is_match(text))
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Pattern").field(&self.source).finish()
    }
}
