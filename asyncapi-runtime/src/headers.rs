//! Message headers as transports carry them.
//!
//! Invariant: names keep their spelling and order; look-up ignores ASCII case, since HTTP and AMQP peers change it.

use std::fmt;

use bytes::Bytes;

use crate::SharedStr;

/// The headers of one message, or of one handshake. Empty headers cost no allocation.
#[derive(Clone, Default, PartialEq)]
// Boxed: most messages have no headers, and a pointer keeps `RawMessage` small where it is moved.
#[allow(clippy::box_collection)]
pub struct Headers(Option<Box<Vec<(SharedStr, HeaderValue)>>>);

/// One header's value.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum HeaderValue {
    /// Text; also how numbers and booleans travel in protocols whose headers have no types.
    Text(SharedStr),
    /// Bytes that are not text.
    Binary(Bytes),
}

impl HeaderValue {
    /// The value as text, if it is text.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Binary(bytes) => std::str::from_utf8(bytes).ok(),
        }
    }

    /// The value's bytes.
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Binary(bytes) => bytes,
        }
    }
}

impl fmt::Debug for HeaderValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => text.fmt(f),
            Self::Binary(bytes) => bytes.fmt(f),
        }
    }
}

impl From<&'static str> for HeaderValue {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for HeaderValue {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<SharedStr> for HeaderValue {
    fn from(text: SharedStr) -> Self {
        Self::Text(text)
    }
}

impl From<Bytes> for HeaderValue {
    fn from(bytes: Bytes) -> Self {
        Self::Binary(bytes)
    }
}

impl Headers {
    /// No headers.
    pub const fn new() -> Self {
        Self(None)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|entries| entries.is_empty())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |entries| entries.len())
    }

    /// The first value of a header; ASCII case does not matter.
    pub fn get(&self, name: &str) -> Option<&HeaderValue> {
        self.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The first value of a header as text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    /// Takes a header away; ASCII case does not matter.
    pub fn remove(&mut self, name: &str) {
        if let Some(entries) = &mut self.0 {
            entries.retain(|(key, _)| !key.eq_ignore_ascii_case(name));
        }
    }

    /// Sets a header, in place of those with the same name.
    pub fn set(&mut self, name: impl Into<SharedStr>, value: impl Into<HeaderValue>) {
        let name = name.into();
        let entries = self.0.get_or_insert_default();
        entries.retain(|(key, _)| !key.eq_ignore_ascii_case(&name));
        entries.push((name, value.into()));
    }

    /// Adds a header beside those with the same name.
    pub fn append(&mut self, name: impl Into<SharedStr>, value: impl Into<HeaderValue>) {
        self.0.get_or_insert_default().push((name.into(), value.into()));
    }

    /// All headers in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &HeaderValue)> {
        self.0.iter().flat_map(|entries| entries.iter()).map(|(name, value)| (name.as_str(), value))
    }
}

/// Names of headers whose values never appear in `Debug` output.
const SECRET: [&str; 4] = ["authorization", "cookie", "set-cookie", "proxy-authorization"];

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let secret = |name: &str| {
            let name = name.to_ascii_lowercase();
            SECRET.contains(&name.as_str())
                || ["key", "token", "secret", "auth", "session", "password", "signature", "jwt"]
                    .iter()
                    .any(|part| name.contains(part))
        };
        let mut map = f.debug_map();
        for (name, value) in self.iter() {
            match secret(name) {
                true => map.entry(&name, &"[redacted]"),
                false => map.entry(&name, value),
            };
        }
        map.finish()
    }
}
