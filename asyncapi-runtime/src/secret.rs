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

/// A URL as it may be shown: without user and password, and without a query, which may hold a key.
pub(crate) fn without_login(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").map_or(("", url), |(scheme, rest)| (scheme, rest));
    let shown = rest.split(['?', '#']).next().unwrap_or_default();
    let authority = shown.split('/').next().unwrap_or_default();
    let shown = match authority.rfind('@') {
        Some(at) => shown.get(at + 1..).unwrap_or_default(),
        None => shown,
    };
    if scheme.is_empty() { shown.to_owned() } else { format!("{scheme}://{shown}") }
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

#[cfg(test)]
mod tests {
    use super::without_login;

    #[test]
    fn urls_are_shown_without_their_secrets() {
        for (url, shown) in [
            ("nats://alice:s3cr@et@host:4222/x?token=1", "nats://host:4222/x"),
            ("wss://host/a@b?key=1#x", "wss://host/a@b"),
            ("memory:", "memory:"),
            ("", ""),
        ] {
            assert_eq!(without_login(url), shown);
        }
    }
}
