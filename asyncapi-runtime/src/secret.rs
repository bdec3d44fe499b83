//! Credentials, which no output ever shows.

use std::fmt;
use std::future::Future;
use std::sync::Arc;

use crate::handshake::decode_base64;
use crate::{BoxFuture, SharedStr};

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
    // First of all, as a query may hold a URL of its own.
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let (scheme, shown) = url.split_once("://").map_or(("", url), |(scheme, rest)| (scheme, rest));
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
    /// `http` with another scheme than `basic` and `bearer`: what stands behind its name in `Authorization`.
    Http {
        /// The scheme's name.
        scheme: &'static str,
        /// What goes with it.
        value: Secret,
    },
    /// `X509`.
    Certificate(ClientCertificate),
    /// `plain`, `scramSha256`, `scramSha512`.
    Sasl {
        /// How the password is proven.
        mechanism: SaslMechanism,
        /// The user's name.
        user: String,
        /// The password.
        password: Secret,
    },
    /// `gssapi`: the tickets are those of the system.
    Gssapi {
        /// Who connects.
        principal: String,
    },
    /// `symmetricEncryption` or `asymmetricEncryption`: the key that messages are encrypted with.
    EncryptionKey(Secret),
    /// A token that is asked for anew before each connection. What a transport gets is [`Credential::Bearer`].
    Token(TokenProvider),
}

impl Credential {
    /// The value of the header `Authorization`, if it goes there.
    pub(crate) fn authorization(&self) -> Option<String> {
        let basic = |user: &str, password: &Secret| {
            let pair = format!("{user}:{}", password.expose());
            format!("Basic {}", crate::handshake::encode_base64(pair.as_bytes()))
        };
        match self {
            Self::UserPassword { user, password } | Self::Sasl { mechanism: SaslMechanism::Plain, user, password } => {
                Some(basic(user, password))
            }
            Self::Bearer(token) => Some(format!("Bearer {}", token.expose())),
            Self::Http { scheme, value } => Some(format!("{scheme} {}", value.expose())),
            _ => None,
        }
    }
}

impl Credential {
    /// The message header that it goes into, if it is one that does.
    pub(crate) fn header(&self) -> Option<(&'static str, String)> {
        match self {
            Self::Header { name, value } => Some((name, value.expose().to_owned())),
            other => other.authorization().map(|value| ("authorization", value)),
        }
    }
}

/// A credential that a message has no place for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotCarried;

impl fmt::Display for NotCarried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message has no place for such a credential")
    }
}

impl std::error::Error for NotCarried {}

/// How a password is proven to a broker (SASL).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SaslMechanism {
    /// By itself.
    Plain,
    /// By a hash with SHA-256: it never leaves the client.
    ScramSha256,
    /// By a hash with SHA-512: it never leaves the client.
    ScramSha512,
}

impl SaslMechanism {
    /// The name under which it is registered.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "PLAIN",
            Self::ScramSha256 => "SCRAM-SHA-256",
            Self::ScramSha512 => "SCRAM-SHA-512",
        }
    }
}

/// A client's certificate with its private key, as PEM texts.
#[derive(Clone)]
pub struct ClientCertificate {
    pub(crate) chain: SharedStr,
    pub(crate) key: Secret,
}

impl ClientCertificate {
    /// From PEM texts: the chain, the client's own certificate first, and its key. What is wrong with them is said when
    /// the client connects.
    pub fn from_pem(chain: impl Into<SharedStr>, key: impl Into<Secret>) -> Self {
        Self { chain: chain.into(), key: key.into() }
    }

    /// The chain as PEM text.
    pub fn chain_pem(&self) -> &str {
        &self.chain
    }

    /// The private key as PEM text.
    pub fn key_pem(&self) -> &Secret {
        &self.key
    }

    /// The certificates of the chain.
    pub fn chain(&self) -> Vec<Certificate> {
        const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
        let blocks = self.chain.split(BEGIN).skip(1).filter_map(|block| block.split("-----END").next());
        let decoded = blocks.filter_map(|block| {
            let digits: String = block.chars().filter(|digit| !digit.is_ascii_whitespace()).collect();
            decode_base64(&digits)
        });
        decoded.map(Certificate::from_der).collect()
    }
}

/// Not the texts: who has mixed them up has the key in the place of the chain.
impl fmt::Debug for ClientCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ClientCertificate({} in the chain)", self.chain().len())
    }
}

/// A peer's certificate (X.509, DER), which the transport has verified.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate(Arc<[u8]>);

impl Certificate {
    /// Wraps a certificate in DER.
    pub fn from_der(der: impl Into<Arc<[u8]>>) -> Self {
        Self(der.into())
    }

    /// The certificate in DER.
    pub fn der(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Certificate({} bytes)", self.0.len())
    }
}

/// Gives a token before each connection, also when a lost one is made again.
#[derive(Clone)]
pub struct TokenProvider(Arc<dyn Fn() -> BoxFuture<'static, Result<Secret, SharedStr>> + Send + Sync>);

impl TokenProvider {
    pub(crate) async fn token(&self) -> Result<Secret, SharedStr> {
        (self.0)().await
    }
}

impl fmt::Debug for TokenProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenProvider")
    }
}

/// A token that is known, or one that is asked for before each connection.
#[derive(Debug, Clone)]
pub enum Token {
    /// This one.
    Known(Secret),
    /// What the provider gives.
    Provided(TokenProvider),
}

impl Token {
    /// Asks `provide` for a token before each connection, also when a lost one is made again: the place to refresh one
    /// that has expired.
    pub fn provider<F, Fut, T, E>(provide: F) -> Self
    where
        F: Fn() -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<T, E>> + Send + 'static,
        T: Into<Secret>,
        E: fmt::Display,
    {
        Self::Provided(TokenProvider(Arc::new(move || {
            let token = provide();
            Box::pin(async move { token.await.map(Into::into).map_err(|error| error.to_string().into()) })
        })))
    }
}

impl<T: Into<Secret>> From<T> for Token {
    fn from(token: T) -> Self {
        Self::Known(token.into())
    }
}

impl From<Token> for Credential {
    fn from(token: Token) -> Self {
        match token {
            Token::Known(token) => Self::Bearer(token),
            Token::Provided(provider) => Self::Token(provider),
        }
    }
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
