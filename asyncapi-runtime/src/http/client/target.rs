//! Where requests go, and what each of them has with it: a server's URL, a channel's address, a query and credentials.
//!
//! Invariant: neither an error nor `Debug` output shows a credential or a query.

use reqwest::Url;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use crate::{ConnectError, ConnectErrorKind, ConnectRequest, Credential, Headers};

/// A URL and headers.
#[derive(Clone)]
pub(super) struct Target {
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
}

impl Target {
    pub(super) fn new(request: &ConnectRequest) -> Result<Self, ConnectError> {
        let shown = crate::secret::without_login(&request.url);
        let wrong = |text: &str| ConnectError::new(ConnectErrorKind::Endpoint, format!("`{shown}` {text}"));
        let (scheme, rest) = request.url.split_once("://").ok_or_else(|| wrong("is not a URL"))?;
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "http" | "sse" => "http",
            "https" => "https",
            _ => return Err(wrong("is not an HTTP URL: it has to begin with `http://` or `https://`")),
        };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let query = request.full_query().map(|query| format!("?{query}")).unwrap_or_default();
        let url = Url::parse(&format!("{scheme}://{authority}{}{query}", request.path()));
        let url = url.map_err(|error| wrong(&format!("is not a URL: {error}")))?;
        if url.host_str().is_none_or(str::is_empty) {
            return Err(wrong("names no host"));
        }
        check(&request.credentials, scheme == "https")?;
        let headers = to_map(&request.full_headers())
            .map_err(|name| wrong(&format!("cannot be asked with the header `{name}`: it cannot be written")))?;
        Ok(Self { url, headers })
    }

    pub(super) fn is_secure(&self) -> bool {
        self.url.scheme() == "https"
    }
}

/// Refuses credentials that a request has no place for.
fn check(credentials: &[Credential], secure: bool) -> Result<(), ConnectError> {
    let wrong = |text: &'static str| Err(ConnectError::new(ConnectErrorKind::Endpoint, text));
    let mut authorized = false;
    for credential in credentials {
        match credential {
            Credential::Header { .. } | Credential::Query { .. } => {}
            Credential::Cookie { value, .. } if !value.expose().contains([';', ',', '"', '\\', ' ']) => {}
            Credential::Cookie { .. } => return wrong("a key for a cookie has a character that cookies cannot have"),
            Credential::Certificate(_) if secure => {}
            Credential::Certificate(_) => return wrong("a certificate can only be shown over TLS (`https://`)"),
            other if other.authorization().is_some() => {
                if std::mem::replace(&mut authorized, true) {
                    return wrong("two credentials would both go into the header `Authorization`");
                }
            }
            // What it gives is a bearer's token.
            Credential::Token(_) if !std::mem::replace(&mut authorized, true) => {}
            Credential::Token(_) => return wrong("two credentials would both go into the header `Authorization`"),
            Credential::EncryptionKey(_) => return wrong("HTTP does not encrypt messages: a key has no use"),
            _ => return wrong("an HTTP request has no place for one of the credentials"),
        }
    }
    Ok(())
}

/// Headers as the library below has them, or the name of the one that cannot be written.
pub(super) fn to_map(headers: &Headers) -> Result<HeaderMap, String> {
    let mut map = HeaderMap::new();
    for (name, value) in headers.iter() {
        let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_| name.to_owned())?;
        let mut value = HeaderValue::from_bytes(value.as_bytes()).map_err(|_| name.to_owned())?;
        value.set_sensitive(matches!(key.as_str(), "authorization" | "cookie"));
        map.append(key, value);
    }
    Ok(map)
}

/// The headers of an answer.
pub(super) fn from_map(map: &HeaderMap) -> Headers {
    let mut headers = Headers::new();
    for (name, value) in map {
        headers.append(name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned());
    }
    headers
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::Secret;

    fn target(url: &str, address: &str, credentials: &[Credential]) -> Result<Target, ConnectError> {
        Target::new(&ConnectRequest {
            url: url.to_owned().into(),
            address: address.to_owned().into(),
            query: Some("q=a%20b".into()),
            channel: None,
            headers: Headers::new(),
            credentials: Arc::from(credentials),
            settings: Default::default(),
        })
    }

    #[test]
    fn urls() {
        for (url, address, expected) in [
            ("http://h", "/prices", "http://h/prices?q=a%20b"),
            ("HTTPS://h:8443/v1/?k=1", "prices/eu", "https://h:8443/v1/prices/eu?k=1&q=a%20b"),
            ("http://[::1]:80", "/a\r\nX: 1", "http://[::1]/aX:%201?q=a%20b"),
            ("sse://h", "/a b", "http://h/a%20b?q=a%20b"),
        ] {
            assert_eq!(target(url, address, &[]).unwrap().url.as_str(), expected);
        }
        for (url, said) in
            [("ws://h", "HTTP URL"), ("h", "not a URL"), ("http://bob:hunter2@", "URL"), ("http://h ost", "URL")]
        {
            let error = target(url, "/", &[]).err().unwrap().to_string();
            assert!(error.contains(said) && !error.contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn credentials_and_their_places() {
        let key = || Secret::from("k");
        let found = target(
            "http://h",
            "/",
            &[
                Credential::Header { name: "x-key", value: key() },
                Credential::Query { name: "key", value: key() },
                Credential::Cookie { name: "c", value: key() },
                Credential::Bearer(key()),
            ],
        );
        let found = found.unwrap();
        assert_eq!(found.url.query(), Some("q=a%20b&key=k"));
        assert_eq!(found.headers["x-key"], "k");
        assert_eq!(found.headers["cookie"], "c=k");
        assert_eq!(found.headers["authorization"], "Bearer k");
        assert!(target("http://h", "/", &[Credential::Bearer(key()), Credential::Bearer(key())]).is_err());
        assert!(target("http://h", "/", &[Credential::EncryptionKey(key())]).is_err());
        let broken = target("http://h", "/", &[Credential::Header { name: "x", value: Secret::from("a\nb") }]);
        assert!(!broken.err().unwrap().to_string().contains("a\nb"));
    }
}
