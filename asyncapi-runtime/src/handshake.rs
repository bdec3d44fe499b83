//! What a peer says of itself before its session begins: address, query, headers, credentials.

use std::borrow::Cow;
use std::fmt;

use crate::{Certificate, Headers, Secret, SharedStr};

/// What a peer says as it connects, before it is let in.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Handshake {
    /// The address that the peer asks for: for WebSocket, the path, percent-decoding left to whoever matches it.
    pub address: SharedStr,
    /// The query.
    pub query: Query,
    /// The HTTP method, where there is one.
    pub method: SharedStr,
    /// The headers.
    pub headers: Headers,
    /// The peer's network address.
    pub peer: Option<SharedStr>,
    /// The peer's certificate and those that vouch for it, where the transport has verified them.
    pub certificates: Vec<Certificate>,
}

impl Handshake {
    /// A handshake that asks for an address and says nothing else.
    pub fn new(address: impl Into<SharedStr>) -> Self {
        Self { address: address.into(), ..Self::default() }
    }

    /// A header's text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.text(name)
    }

    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let all = self.headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case("cookie"));
        let mut pairs = all.filter_map(|(_, value)| value.as_str()).flat_map(|line| line.split(';'));
        pairs.find_map(|pair| pair.trim().split_once('=').filter(|(key, _)| *key == name).map(|(_, value)| value))
    }

    /// An API key from a header.
    pub fn header_key(&self, name: &str) -> Option<Secret> {
        self.header(name).map(Secret::from)
    }

    /// An API key from the query.
    pub fn query_key(&self, name: &str) -> Option<Secret> {
        self.query.get(name).map(|value| Secret::new(value.into_owned()))
    }

    /// An API key from a cookie.
    pub fn cookie_key(&self, name: &str) -> Option<Secret> {
        self.cookie(name).map(Secret::from)
    }

    /// The token of an `Authorization: Bearer` header.
    pub fn bearer(&self) -> Option<Secret> {
        self.authorization("bearer").map(Secret::from)
    }

    /// User and password of an `Authorization: Basic` header.
    pub fn basic(&self) -> Option<(String, Secret)> {
        let decoded = decode_base64(self.authorization("basic")?)?;
        let text = String::from_utf8(decoded).ok()?;
        let (user, password) = text.split_once(':')?;
        Some((user.to_owned(), Secret::from(password)))
    }

    /// What stands behind the name of an HTTP authentication scheme in `Authorization`.
    pub fn http(&self, scheme: &str) -> Option<Secret> {
        self.authorization(scheme).map(Secret::from)
    }

    /// The peer's own certificate.
    pub fn certificate(&self) -> Option<Certificate> {
        self.certificates.first().cloned()
    }

    fn authorization(&self, scheme: &str) -> Option<&str> {
        let (found, value) = self.header("authorization")?.trim().split_once(' ')?;
        found.eq_ignore_ascii_case(scheme).then(|| value.trim()).filter(|value| !value.is_empty())
    }
}

/// A URL's query.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Query(SharedStr);

/// The names only: keys and tokens travel in queries.
impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.pairs().map(|(name, _)| name)).finish()
    }
}

impl Query {
    /// Wraps the query as it stands in the URL, without `?`.
    pub fn new(raw: impl Into<SharedStr>) -> Self {
        Self(raw.into())
    }

    /// The query as it stands in the URL.
    pub fn raw(&self) -> &str {
        &self.0
    }

    /// The pairs in order, decoded.
    pub fn pairs(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        self.0.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode_percent(name, true), decode_percent(value, true))
        })
    }

    /// The first value of a name, decoded.
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        self.pairs().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

/// Decodes `%41`, and `+` as a space where `form` says so. What is not a valid escape stays as it is.
pub fn decode_percent(text: &str, form: bool) -> Cow<'_, str> {
    if !text.bytes().any(|byte| byte == b'%' || (form && byte == b'+')) {
        return Cow::Borrowed(text);
    }
    let hex = |byte: Option<&u8>| byte.and_then(|byte| (*byte as char).to_digit(16));
    let (bytes, mut decoded, mut at) = (text.as_bytes(), Vec::with_capacity(text.len()), 0);
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match (byte, hex(bytes.get(at)), hex(bytes.get(at + 1))) {
            (b'%', Some(high), Some(low)) => {
                // Two hexadecimal digits make at most 255.
                decoded.push((high * 16 + low) as u8);
                at += 2;
            }
            (b'+', ..) if form => decoded.push(b' '),
            (byte, ..) => decoded.push(*byte),
        }
    }
    Cow::Owned(
        String::from_utf8(decoded).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    )
}

/// Encodes what is not unreserved (RFC 3986) as `%41`.
pub fn encode_percent(text: &str, encoded: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(byte as char),
            _ => {
                encoded.push('%');
                for digit in [byte >> 4, byte & 15] {
                    encoded.extend(char::from_digit(digit.into(), 16).map(|digit| digit.to_ascii_uppercase()));
                }
            }
        }
    }
}

/// Encodes standard base64 with padding.
pub(crate) fn encode_base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0u32, |bits, byte| (bits << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for digit in 0..4 {
            let index = (bits >> (18 - 6 * digit)) as usize & 63;
            let digit = DIGITS.get(index).filter(|_| digit <= chunk.len());
            encoded.push(digit.map_or('=', |digit| char::from(*digit)));
        }
    }
    encoded
}

/// Decodes standard base64, with or without padding.
pub(crate) fn decode_base64(text: &str) -> Option<Vec<u8>> {
    let (mut decoded, mut bits, mut count) = (Vec::with_capacity(text.len() * 3 / 4), 0u32, 0u32);
    for byte in text.trim_end_matches('=').bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            decoded.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    Some(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_and_plus() {
        assert_eq!(decode_percent("a%20b+c%C3%A9", true), "a b cé");
        assert_eq!(decode_percent("a+b", false), "a+b");
        assert_eq!(decode_percent("100%", true), "100%");
        assert_eq!(decode_percent("%f", true), "%f");
        let mut encoded = String::new();
        encode_percent("a b/é", &mut encoded);
        assert_eq!(encoded, "a%20b%2F%C3%A9");
    }

    #[test]
    fn base64_both_ways() {
        for (text, encoded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            assert_eq!(encode_base64(text.as_bytes()), encoded);
            assert_eq!(decode_base64(encoded).as_deref(), Some(text.as_bytes()));
        }
    }

    #[test]
    fn query_pairs() {
        let query = Query::new("roomIds=room1%2Croom2&flag&x=1&x=2");
        assert_eq!(query.get("roomIds").as_deref(), Some("room1,room2"));
        assert_eq!(query.get("flag").as_deref(), Some(""));
        assert_eq!(query.get("x").as_deref(), Some("1"));
        assert_eq!(query.get("y"), None);
    }

    #[test]
    fn credentials() {
        let mut handshake = Handshake::new("/");
        handshake.headers.append("Cookie", "a=1; token=t0k");
        assert_eq!(handshake.cookie("token"), Some("t0k"));
        handshake.headers.set("Authorization", "basic YWxpY2U6b3BlbjpzZXNhbWU=");
        let (user, password) = handshake.basic().unwrap();
        assert_eq!((user.as_str(), password.expose()), ("alice", "open:sesame"));
        assert!(handshake.bearer().is_none());
        assert!(!format!("{handshake:?}").contains("YWxp"));
        assert!(!format!("{handshake:?}").contains("t0k"));
        handshake.query = Query::new("access=hunter2&room=1");
        assert!(!format!("{handshake:?}").contains("hunter2"));
        assert!(format!("{handshake:?}").contains("access"));
        handshake.headers.set("Authorization", "Digest username=\"bob\"");
        assert_eq!(handshake.http("digest").unwrap().expose(), "username=\"bob\"");
        handshake.headers.set("Authorization", "Bearer ");
        assert!(handshake.bearer().is_none());
    }
}
