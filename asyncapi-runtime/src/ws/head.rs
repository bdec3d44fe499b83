//! The heads of HTTP requests and responses: read within a limit of bytes, and written so that no value can add a line.

use std::fmt::Write as _;
use std::io;

use tokio::io::{AsyncRead, AsyncReadExt};

use crate::Headers;

/// The longest head that is read.
pub(super) const MAX_HEAD: usize = 16 * 1024;
/// The most headers that are read.
pub(super) const MAX_HEADERS: usize = 100;

/// Why a head could not be read.
#[derive(Debug)]
pub(super) enum HeadFault {
    /// The stream ended, or failed with an error.
    Lost(Option<io::Error>),
    /// Longer than [`MAX_HEAD`], or more headers than [`MAX_HEADERS`].
    TooLarge,
    /// Not HTTP/1.
    Malformed(httparse::Error),
}

/// A head, and what came behind it.
#[derive(Debug)]
pub(super) struct Head<T> {
    pub(super) first_line: T,
    pub(super) headers: Headers,
    pub(super) rest: Vec<u8>,
}

/// `GET /chat HTTP/1.1`.
#[derive(Debug)]
pub(super) struct RequestLine {
    pub(super) method: String,
    pub(super) target: String,
    /// The minor version: 1 for HTTP/1.1.
    pub(super) version: u8,
}

/// `HTTP/1.1 101 Switching Protocols`.
#[derive(Debug)]
pub(super) struct StatusLine {
    pub(super) status: u16,
    pub(super) reason: String,
}

/// Reads a request's head.
pub(super) async fn read_request(stream: &mut (impl AsyncRead + Unpin)) -> Result<Head<RequestLine>, HeadFault> {
    read_head(stream, |bytes| {
        let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
        let mut request = httparse::Request::new(&mut headers);
        let httparse::Status::Complete(length) = request.parse(bytes)? else { return Ok(None) };
        let line = RequestLine {
            method: request.method.unwrap_or_default().to_owned(),
            target: request.path.unwrap_or_default().to_owned(),
            version: request.version.unwrap_or_default(),
        };
        Ok(Some((line, copy_headers(request.headers), length)))
    })
    .await
}

/// Reads a response's head.
pub(super) async fn read_response(stream: &mut (impl AsyncRead + Unpin)) -> Result<Head<StatusLine>, HeadFault> {
    read_head(stream, |bytes| {
        let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
        let mut response = httparse::Response::new(&mut headers);
        let httparse::Status::Complete(length) = response.parse(bytes)? else { return Ok(None) };
        let line = StatusLine {
            status: response.code.unwrap_or_default(),
            reason: response.reason.unwrap_or_default().to_owned(),
        };
        Ok(Some((line, copy_headers(response.headers), length)))
    })
    .await
}

type Parsed<T> = Result<Option<(T, Headers, usize)>, httparse::Error>;

async fn read_head<T>(
    stream: &mut (impl AsyncRead + Unpin),
    parse: impl Fn(&[u8]) -> Parsed<T>,
) -> Result<Head<T>, HeadFault> {
    let mut bytes = Vec::with_capacity(1024);
    loop {
        let known = bytes.len();
        let read = (&mut *stream).take((MAX_HEAD - known) as u64).read_buf(&mut bytes).await;
        match read {
            Ok(0) if known == MAX_HEAD => return Err(HeadFault::TooLarge),
            Ok(0) => return Err(HeadFault::Lost(None)),
            Ok(_) => {}
            Err(error) => return Err(HeadFault::Lost(Some(error))),
        }
        // Parsed only once the head can be complete: a peer that sends byte by byte costs a scan of four bytes each.
        let fresh = bytes.get(known.saturating_sub(3)..).unwrap_or_default();
        if !may_end(fresh) && bytes.len() < MAX_HEAD && known > 0 {
            continue;
        }
        match parse(&bytes) {
            Ok(Some((first_line, headers, length))) => {
                let rest = bytes.split_off(length);
                return Ok(Head { first_line, headers, rest });
            }
            Ok(None) => {}
            Err(httparse::Error::TooManyHeaders) => return Err(HeadFault::TooLarge),
            Err(error) => return Err(HeadFault::Malformed(error)),
        }
    }
}

/// Whether an empty line ends in these bytes.
fn may_end(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| pair == b"\n\n") || bytes.windows(3).any(|three| three == b"\n\r\n")
}

fn copy_headers(parsed: &[httparse::Header<'_>]) -> Headers {
    let mut headers = Headers::new();
    for header in parsed {
        // Bytes that are not UTF-8 are legal in a value, but nothing that is asked of a handshake has them.
        headers.append(header.name.to_owned(), String::from_utf8_lossy(header.value).into_owned());
    }
    headers
}

/// Whether a list such as `Connection: keep-alive, Upgrade` has a token. Several lines make one list.
pub(super) fn lists(headers: &Headers, name: &str, token: &str) -> bool {
    let lines = headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name)).filter_map(|(_, line)| line.as_str());
    lines.flat_map(|line| line.split(',')).any(|found| found.trim().eq_ignore_ascii_case(token))
}

/// Adds a header's line. What cannot stand in a header is refused.
pub(super) fn write_header(head: &mut String, name: &str, value: &str) -> Result<(), String> {
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if name.is_empty() || !name.bytes().all(token) {
        return Err(format!("`{}` cannot be the name of a header", name.escape_debug()));
    }
    // The value may be a secret, so it is not shown.
    if value.bytes().any(|byte| (byte < b' ' && byte != b'\t') || byte == 0x7f) {
        return Err(format!("the value of the header `{name}` has a control character"));
    }
    let _ = write!(head, "{name}: {value}\r\n");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn request(bytes: &[u8]) -> Result<Head<RequestLine>, HeadFault> {
        read_request(&mut &*bytes).await
    }

    #[tokio::test]
    async fn reads_a_head_and_what_is_behind_it() {
        let head = request(b"GET /chat?x=1 HTTP/1.1\r\nHost: h\r\nX: \xe9\r\n\r\n\x81\x00").await.unwrap();
        assert_eq!((head.first_line.method.as_str(), head.first_line.target.as_str()), ("GET", "/chat?x=1"));
        assert_eq!(head.headers.text("host"), Some("h"));
        assert_eq!(head.rest, [0x81, 0]);
    }

    #[tokio::test]
    async fn reads_byte_by_byte() {
        let (mut far, mut near) = tokio::io::duplex(1);
        let write = async { tokio::io::AsyncWriteExt::write_all(&mut far, b"GET / HTTP/1.1\r\nA: b\r\n\r\nzz").await };
        let (_, head) = tokio::join!(write, async {
            let head = read_request(&mut near).await;
            let mut rest = [0; 2];
            tokio::io::AsyncReadExt::read_exact(&mut near, &mut rest).await.unwrap();
            head
        });
        assert_eq!(head.unwrap().headers.text("a"), Some("b"));
    }

    #[tokio::test]
    async fn limits_hold() {
        let long = format!("GET / HTTP/1.1\r\nA: {}", "x".repeat(MAX_HEAD));
        assert!(matches!(request(long.as_bytes()).await, Err(HeadFault::TooLarge)));
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(MAX_HEADERS + 1));
        assert!(matches!(request(many.as_bytes()).await, Err(HeadFault::TooLarge)));
        assert!(matches!(request(b"\x16\x03\x01\x02\x00").await, Err(HeadFault::Malformed(_))));
        assert!(matches!(request(b"").await, Err(HeadFault::Lost(None))));
        assert!(matches!(request(b"GET / HT").await, Err(HeadFault::Lost(None))));
    }

    #[test]
    fn lists_have_tokens() {
        let mut headers = Headers::new();
        headers.append("Connection", "keep-alive, UPGRADE");
        assert!(lists(&headers, "connection", "upgrade"));
        assert!(!lists(&headers, "connection", "up"));
    }

    #[test]
    fn no_value_adds_a_line() {
        let mut head = String::new();
        assert!(write_header(&mut head, "X-Key", "a\r\nY: b").unwrap_err().contains("control character"));
        assert!(write_header(&mut head, "X Key", "a").is_err());
        assert!(write_header(&mut head, "", "a").is_err());
        write_header(&mut head, "X-Key", "é b").unwrap();
        assert_eq!(head, "X-Key: é b\r\n");
    }
}
