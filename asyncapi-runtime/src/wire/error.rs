//! What is wrong with a value, and where.

use std::borrow::Cow;
use std::fmt;

/// A rule of the schema that a value breaks.
///
/// Built only when a rule is broken. Its text holds at most a short beginning of the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation(Box<Broken>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Broken {
    /// From the innermost to the outermost.
    path: Vec<Cow<'static, str>>,
    rule: &'static str,
    text: String,
}

impl Violation {
    /// `rule` is the schema's keyword; `text` says what was found and what is allowed.
    #[cold]
    #[must_use]
    pub fn new(rule: &'static str, text: impl Into<String>) -> Self {
        Self(Box::new(Broken { path: Vec::new(), rule, text: text.into() }))
    }

    /// The same violation, seen from the object or array around it.
    #[cold]
    #[must_use]
    pub fn under(mut self, segment: impl Into<Cow<'static, str>>) -> Self {
        let segment = segment.into();
        // A key is a peer's own text.
        let segment =
            if segment.len() > LONGEST_KEY { shortened(segment.into_owned(), LONGEST_KEY).into() } else { segment };
        self.0.path.push(segment);
        self
    }

    /// The JSON pointer (RFC 6901) of the value; empty for the whole.
    #[must_use]
    pub fn pointer(&self) -> String {
        self.0.path.iter().rev().fold(String::new(), |mut pointer, segment| {
            push_segment(&mut pointer, segment);
            pointer
        })
    }

    /// The keyword of the rule: `maxLength`.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.0.rule
    }
}

/// Adds a segment to a JSON pointer.
pub(crate) fn push_segment(pointer: &mut String, segment: &str) {
    pointer.push('/');
    for character in segment.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pointer = self.pointer();
        let place = if pointer.is_empty() { WHOLE } else { &pointer };
        write!(out, "{place}: {} ({})", self.0.text, self.0.rule)
    }
}

impl std::error::Error for Violation {}

/// Names the property that a check was about.
///
/// # Errors
/// The violation, with its place.
#[inline]
pub fn at(property: &'static str, result: Result<(), Violation>) -> Result<(), Violation> {
    result.map_err(|violation| violation.under(property))
}

/// Why a message could not be decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError(Box<NotDecoded>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct NotDecoded {
    kind: DecodeErrorKind,
    pointer: String,
    text: String,
    violations: Vec<Violation>,
}

/// The kinds of a [`DecodeError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// The payload is not JSON (or not text, or not what its content type says).
    Malformed,
    /// The payload is JSON of another shape than the schema asks for.
    Mismatch,
    /// The payload has the right shape and breaks a rule, such as a length.
    Violation,
    /// No message of the channel is like this.
    UnknownMessage,
}

/// No key in a pointer grows beyond this.
pub(super) const LONGEST_KEY: usize = 100;

/// What is wrong with a whole value begins with this.
const WHOLE: &str = "the value";

/// No text of an error grows beyond this, whatever a peer sends.
const LONGEST_TEXT: usize = 200;

impl DecodeError {
    /// An error of a kind, about the value at `pointer`.
    #[cold]
    #[must_use]
    pub fn new(kind: DecodeErrorKind, pointer: impl Into<String>, text: impl Into<String>) -> Self {
        Self(Box::new(NotDecoded {
            kind,
            pointer: pointer.into(),
            text: shortened(text.into(), LONGEST_TEXT),
            violations: Vec::new(),
        }))
    }

    /// The payload is not what its content type says: `text` tells why.
    #[cold]
    #[must_use]
    pub fn malformed(text: impl Into<String>) -> Self {
        Self::new(DecodeErrorKind::Malformed, "", text)
    }

    /// No message of channel `channel` is like this.
    #[cold]
    #[must_use]
    pub fn unknown_message(channel: &str) -> Self {
        Self::new(DecodeErrorKind::UnknownMessage, "", format!("no message of channel `{channel}` is like this"))
    }

    /// From an error of serde_json; where it happened is found by reading `json` once more.
    #[cold]
    #[must_use]
    pub fn from_json(json: &[u8], error: &serde_json::Error) -> Self {
        let mut kind = match error.classify() {
            serde_json::error::Category::Data => DecodeErrorKind::Mismatch,
            _ => DecodeErrorKind::Malformed,
        };
        let mut pointer = super::scan::pointer_at(json, error.line(), error.column());
        let mut text = error.to_string();
        if let Some(end) = text.rfind(" at line ") {
            text.truncate(end);
        }
        // The violation of a rule on JSON that was found while reading: it knows where within it is.
        if let Some((within, broken)) = text.split_once(": ").filter(|_| kind == DecodeErrorKind::Mismatch)
            && (within == WHOLE || within.starts_with('/'))
        {
            pointer.push_str(within.strip_prefix(WHOLE).unwrap_or(within));
            (kind, text) = (DecodeErrorKind::Violation, broken.to_owned());
        }
        if kind == DecodeErrorKind::Malformed {
            text = format!("{} at line {} column {}", shortened(text, LONGEST_TEXT / 2), error.line(), error.column());
        }
        Self::new(kind, pointer, text)
    }

    /// The kind of error.
    #[must_use]
    pub fn kind(&self) -> DecodeErrorKind {
        self.0.kind
    }

    /// The JSON pointer of the value concerned; empty for the whole.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// Everything that is wrong, where the code was generated with `validate_all`; else nothing.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.0.violations
    }

    /// The same error, which knows all that is wrong.
    #[cold]
    #[must_use]
    pub(crate) fn with_violations(mut self, violations: Vec<Violation>) -> Self {
        self.0.violations = violations;
        self
    }

    /// The text without the place.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }
}

impl From<Violation> for DecodeError {
    fn from(violation: Violation) -> Self {
        let text = format!("{} ({})", violation.0.text, violation.0.rule);
        Self::new(DecodeErrorKind::Violation, violation.pointer(), text)
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.pointer.is_empty() {
            out.write_str(&self.0.text)?;
        } else {
            write!(out, "{}: {}", self.0.pointer, self.0.text)?;
        }
        match self.0.violations.len() {
            0 | 1 => Ok(()),
            all => write!(out, " (and {} more)", all - 1),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Why a message could not be encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodeError(Box<NotEncoded>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum NotEncoded {
    Rule(Violation),
    Value(String),
}

impl EncodeError {
    /// A value that the format cannot hold.
    #[cold]
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(Box::new(NotEncoded::Value(shortened(text.into(), LONGEST_TEXT))))
    }

    /// From an error of serde_json.
    #[cold]
    #[must_use]
    pub fn from_json(error: &serde_json::Error) -> Self {
        Self::new(error.to_string())
    }

    /// The rule that the value breaks, if that is the reason.
    #[must_use]
    pub fn violation(&self) -> Option<&Violation> {
        match &*self.0 {
            NotEncoded::Rule(violation) => Some(violation),
            NotEncoded::Value(_) => None,
        }
    }
}

impl From<Violation> for EncodeError {
    fn from(violation: Violation) -> Self {
        Self(Box::new(NotEncoded::Rule(violation)))
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            NotEncoded::Rule(violation) => violation.fmt(out),
            NotEncoded::Value(text) => out.write_str(text),
        }
    }
}

impl std::error::Error for EncodeError {}

/// At most `most` bytes of a text, cut between characters.
pub(crate) fn shortened(mut text: String, most: usize) -> String {
    if text.len() > most {
        let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.truncate(end);
        text.push('…');
    }
    text
}
