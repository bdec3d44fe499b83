//! What is wrong with a message that came in.

use std::borrow::Cow;
use std::fmt;

/// What is wrong, and in which field. Built only when something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    text: Cow<'static, str>,
    /// Message and number of the field, from the innermost to the outermost.
    path: Vec<(&'static str, u32)>,
}

/// What reading a field gives.
pub type Read = Result<(), Fault>;

impl Fault {
    /// `text` says what is wrong.
    #[cold]
    #[must_use]
    pub fn new(text: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner { text: text.into(), path: Vec::new() }))
    }

    /// The same fault, seen from the message that has the field.
    #[cold]
    pub(super) fn within(mut self, message: &'static str, number: u32) -> Self {
        self.0.path.push((message, number));
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (message, number) in self.0.path.iter().rev() {
            write!(out, "field {number} of `{message}`: ")?;
        }
        out.write_str(&self.0.text)
    }
}

impl std::error::Error for Fault {}

impl From<prost::DecodeError> for Fault {
    #[cold]
    fn from(error: prost::DecodeError) -> Self {
        let text = error.to_string();
        let bare = text.strip_prefix("failed to decode Protobuf message: ").map(str::to_owned);
        Self::new(bare.unwrap_or(text))
    }
}
