//! Credentials, which no output ever shows.

use std::fmt;
use std::sync::Arc;

/// A secret: a password, token or API key. `Debug` does not show it.
#[derive(Clone)]
pub struct Secret(Arc<str>);

impl Secret {
    /// Wraps a secret.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self(text.into())
    }

    /// The secret itself.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Compares in time that depends on the length only, so that timing does not give a key away.
    pub fn matches(&self, other: &str) -> bool {
        let (own, other) = (self.0.as_bytes(), other.as_bytes());
        own.len() == other.len() && own.iter().zip(other).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl<T: Into<Arc<str>>> From<T> for Secret {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

/// What proves to a server who connects: one security scheme of the document, filled in.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Credential {
    /// `httpApiKey` or `apiKey` in a header.
    Header {
        /// The header's name.
        name: &'static str,
        /// The key.
        value: Secret,
    },
    /// `httpApiKey` in the query.
    Query {
        /// The query parameter's name.
        name: &'static str,
        /// The key.
        value: Secret,
    },
    /// `httpApiKey` in a cookie.
    Cookie {
        /// The cookie's name.
        name: &'static str,
        /// The key.
        value: Secret,
    },
    /// `http` with scheme `basic`, or `userPassword`.
    UserPassword {
        /// The user's name.
        user: String,
        /// The password.
        password: Secret,
    },
    /// `http` with scheme `bearer`, `oauth2`, `openIdConnect`.
    Bearer(Secret),
    /// `apiKey` in the protocol's own user field.
    User(Secret),
    /// `apiKey` in the protocol's own password field.
    Password(Secret),
}
