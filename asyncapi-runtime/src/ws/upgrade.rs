//! The server's side of the opening handshake, apart from any stream: is this request an upgrade, and what is the
//! answer to it? Shared by the listener and the mounted service.

use std::fmt::Write as _;

use tungstenite::handshake::derive_accept_key;

use super::head::{lists, write_header};
use crate::{Headers, Refusal, SharedStr};

/// What is answered to a request: a head, and a body for people to read.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: SharedStr,
}

impl Answer {
    /// No upgrade, and why not.
    pub(super) fn refuse(status: u16, body: impl Into<SharedStr>) -> Self {
        // A status below 300 would be a success, which a refusal is not.
        let status = if (300..=599).contains(&status) { status } else { 403 };
        Self { status, headers: Vec::new(), body: body.into() }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The bytes for an HTTP/1.1 connection that ends here, unless it is upgraded.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason_phrase(self.status));
        for (name, value) in &self.headers {
            // The values are our own or were read from a head, so they fit into one.
            let _ = write_header(&mut head, name, value);
        }
        if self.status != 101 {
            let length = self.body.len();
            let _ = write!(
                head,
                "Content-Type: text/plain; charset=utf-8\r\nContent-Length: {length}\r\nConnection: close\r\n"
            );
        }
        head.push_str("\r\n");
        let mut bytes = head.into_bytes();
        if self.status != 101 {
            bytes.extend_from_slice(self.body.as_bytes());
        }
        bytes
    }
}

impl From<&Refusal> for Answer {
    fn from(refusal: &Refusal) -> Self {
        Self::refuse(refusal.status, refusal.reason.clone())
    }
}

fn reason_phrase(status: u16) -> &'static str {
    match status {
        101 => "Switching Protocols",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        426 => "Upgrade Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "Refused",
    }
}

/// A request that asks for a WebSocket as RFC 6455 has it.
#[derive(Debug)]
pub(super) struct Upgrade {
    accept: String,
    protocol: Option<String>,
}

impl Upgrade {
    /// Checks a request. `minor_version` is that of HTTP/1; `protocols` are those that the server speaks.
    pub(super) fn check(
        method: &str,
        minor_version: u8,
        headers: &Headers,
        protocols: &[SharedStr],
    ) -> Result<Self, Answer> {
        if minor_version < 1 {
            return Err(Answer::refuse(505, "a WebSocket handshake needs HTTP/1.1"));
        }
        // The document may say POST (the binding's `method`), RFC 6455 says GET.
        if method != "GET" && method != "POST" {
            return Err(Answer::refuse(405, "a WebSocket handshake is a GET request").with("Allow", "GET"));
        }
        if !lists(headers, "upgrade", "websocket") || !lists(headers, "connection", "upgrade") {
            let answer = Answer::refuse(426, "this is a WebSocket service: the request has to ask for the upgrade");
            return Err(answer.with("Upgrade", "websocket"));
        }
        if headers.text("sec-websocket-version").map(str::trim) != Some("13") {
            let answer = Answer::refuse(426, "only version 13 of the WebSocket protocol is spoken");
            return Err(answer.with("Upgrade", "websocket").with("Sec-WebSocket-Version", "13"));
        }
        if headers.get("host").is_none() {
            return Err(Answer::refuse(400, "the header `Host` is missing"));
        }
        let has_body = headers.text("content-length").is_some_and(|length| length.trim() != "0")
            || headers.get("transfer-encoding").is_some();
        if has_body {
            return Err(Answer::refuse(400, "a WebSocket handshake has no body"));
        }
        let key = headers.text("sec-websocket-key").map(str::trim).unwrap_or_default();
        if !is_key(key) {
            return Err(Answer::refuse(400, "the header `Sec-WebSocket-Key` is not 16 bytes in base64"));
        }
        let spoken = protocols.iter().find(|known| lists(headers, "sec-websocket-protocol", known));
        Ok(Self { accept: derive_accept_key(key.as_bytes()), protocol: spoken.map(|known| known.as_str().to_owned()) })
    }

    /// The answer that makes the connection a WebSocket.
    pub(super) fn accept(self) -> Answer {
        let answer = Answer { status: 101, headers: Vec::new(), body: SharedStr::default() }
            .with("Upgrade", "websocket")
            .with("Connection", "Upgrade")
            .with("Sec-WebSocket-Accept", self.accept);
        match self.protocol {
            Some(protocol) => answer.with("Sec-WebSocket-Protocol", protocol),
            None => answer,
        }
    }
}

/// 16 bytes in base64 are 22 characters and `==`.
fn is_key(key: &str) -> bool {
    let digits = key.strip_suffix("==").unwrap_or_default();
    digits.len() == 22 && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/')
}

/// Path and query of a request target; a proxy may send the whole URL. `None` for `*` and the like.
pub(super) fn split_target(target: &str) -> Option<(&str, &str)> {
    let local = match target.split_once("://") {
        Some((scheme, rest)) if !scheme.contains(['/', '?']) => rest.find(['/', '?']).map_or("/", |at| &rest[at..]),
        _ => target,
    };
    let (path, query) = local.split_once('?').unwrap_or((local, ""));
    match path {
        "" => Some(("/", query)),
        path if path.starts_with('/') => Some((path, query)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> Headers {
        let mut headers = Headers::new();
        for (name, value) in [
            ("Host", "h"),
            ("Upgrade", "WebSocket"),
            ("Connection", "keep-alive, Upgrade"),
            ("Sec-WebSocket-Version", "13"),
            ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ] {
            headers.append(name, value);
        }
        headers
    }

    #[test]
    fn the_example_of_the_rfc() {
        let answer = Upgrade::check("GET", 1, &good(), &[]).unwrap().accept();
        let text = String::from_utf8(answer.to_bytes()).unwrap();
        assert!(text.starts_with("HTTP/1.1 101 Switching Protocols\r\n"));
        assert!(text.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
        assert!(text.ends_with("\r\n\r\n"));
    }

    #[test]
    fn wrong_requests_and_their_answers() {
        let with = |name: &'static str, value: &'static str| {
            let mut headers = good();
            headers.set(name, value);
            Upgrade::check("GET", 1, &headers, &[]).unwrap_err().status
        };
        assert_eq!(with("Upgrade", "h2c"), 426);
        assert_eq!(with("Connection", "close"), 426);
        assert_eq!(with("Sec-WebSocket-Version", "8"), 426);
        assert_eq!(with("Sec-WebSocket-Key", "short"), 400);
        assert_eq!(with("Content-Length", "3"), 400);
        assert_eq!(with("Transfer-Encoding", "chunked"), 400);
        assert_eq!(Upgrade::check("DELETE", 1, &good(), &[]).unwrap_err().status, 405);
        assert_eq!(Upgrade::check("GET", 0, &good(), &[]).unwrap_err().status, 505);
        assert_eq!(Upgrade::check("GET", 1, &Headers::new(), &[]).unwrap_err().status, 426);
    }

    #[test]
    fn the_first_protocol_that_both_speak() {
        let mut headers = good();
        headers.set("Sec-WebSocket-Protocol", "v1.chat, v2.chat");
        let upgrade = Upgrade::check("GET", 1, &headers, &["v2.chat".into(), "v1.chat".into()]).unwrap();
        assert_eq!(upgrade.protocol.as_deref(), Some("v2.chat"));
        assert!(Upgrade::check("GET", 1, &headers, &["v3".into()]).unwrap().protocol.is_none());
    }

    #[test]
    fn a_refusal_is_never_a_success() {
        assert_eq!(Answer::from(&Refusal::new(200, "")).status, 403);
        assert_eq!(Answer::from(&Refusal::new(101, "")).status, 403);
        let text = String::from_utf8(Answer::refuse(401, "who are you?").to_bytes()).unwrap();
        assert!(text.contains("Content-Length: 12\r\n") && text.ends_with("\r\n\r\nwho are you?"), "{text}");
    }

    #[test]
    fn targets() {
        assert_eq!(split_target("/a?b=c"), Some(("/a", "b=c")));
        assert_eq!(split_target("http://h/a?b"), Some(("/a", "b")));
        assert_eq!(split_target("http://h"), Some(("/", "")));
        assert_eq!(split_target("/a?u=http://x"), Some(("/a", "u=http://x")));
        assert_eq!(split_target("*"), None);
        assert_eq!(split_target("http://h?x"), Some(("/", "x")));
    }
}
