//! The client's side of the opening handshake: from a [`ConnectRequest`] to an open [`Socket`].
//!
//! Invariant: an error says what the server answered, and never shows a credential.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tungstenite::handshake::client::generate_key;
use tungstenite::handshake::derive_accept_key;
use tungstenite::protocol::Role;

use super::head::{self, Head, HeadFault, StatusLine, lists, read_response, write_header};
use super::socket::{Limits, Socket};
use super::stream::Stream;
use super::tls::Tls;
use super::url::Target;
use crate::{ConnectError, ConnectErrorKind, ConnectRequest, Credential, Headers, SharedStr, encode_percent};

/// How much of the body of a refusal is shown.
const SHOWN_BODY: usize = 512;
/// How long the body of a refusal is waited for.
const BODY_TIME: Duration = Duration::from_secs(1);

/// Makes a connection within the time that the settings allow.
pub(super) async fn connect(
    request: ConnectRequest,
    tls: Tls,
    protocols: Arc<[SharedStr]>,
) -> Result<Arc<Socket>, ConnectError> {
    let limit = request.settings.connect_timeout;
    let mut target = Target::new(&request.url, &request.address, request.query.as_deref())?;
    let place = target.to_string();
    let tls = with_certificate(tls, &request)?;
    let work = async {
        let head = Opening::write(&request, &mut target, &protocols)?;
        let tcp = connect_tcp(&target, limit).await?;
        let stream = if target.secure { encrypt(tcp, &target, tls).await? } else { Stream::Plain(tcp) };
        open(stream, &target, head, Limits::new(&request.settings)).await
    };
    match tokio::time::timeout(limit, work).await {
        Ok(result) => result,
        Err(_) => Err(ConnectError::new(ConnectErrorKind::TimedOut, format!("{place} within {limit:?}"))),
    }
}

/// TLS that shows the certificate that the security of the document asks for.
fn with_certificate(tls: Tls, request: &ConnectRequest) -> Result<Tls, ConnectError> {
    let shown = |credential: &Credential| match credential {
        Credential::Certificate(certificate) => Some(certificate.clone()),
        _ => None,
    };
    let Some(certificate) = request.credentials.iter().find_map(shown) else { return Ok(tls) };
    let tls = tls.identity_pem(certificate.chain_pem(), certificate.key_pem().expose());
    tls.map_err(|error| ConnectError::new(ConnectErrorKind::Endpoint, format!("the client's certificate: {error}")))
}

async fn connect_tcp(target: &Target, limit: Duration) -> Result<TcpStream, ConnectError> {
    let unreachable =
        |error: std::io::Error| ConnectError::caused(ConnectErrorKind::Unreachable, target.to_string(), error);
    let addresses = tokio::net::lookup_host((target.host.as_str(), target.port)).await.map_err(unreachable)?;
    let addresses: Vec<_> = addresses.collect();
    // A name with several addresses: one that swallows packets must not use up the time of the others.
    let share = limit / u32::try_from(addresses.len().max(1)).unwrap_or(u32::MAX);
    let mut last = std::io::Error::new(std::io::ErrorKind::NotFound, "the host name has no address");
    for address in addresses {
        match tokio::time::timeout(share, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                // Messages are small and wait for answers; batching is done above.
                let _ = stream.set_nodelay(true);
                return Ok(stream);
            }
            Ok(Err(error)) => last = error,
            Err(_) => last = std::io::ErrorKind::TimedOut.into(),
        }
    }
    Err(unreachable(last))
}

async fn encrypt(tcp: TcpStream, target: &Target, tls: Tls) -> Result<Stream, ConnectError> {
    let failed = |error: &dyn std::fmt::Display| ConnectError::new(ConnectErrorKind::Tls, format!("{target}: {error}"));
    // The first time, this reads the system's certificates from files.
    let config = tokio::task::spawn_blocking(move || tls.client()).await;
    let config = config.map_err(|error| failed(&error))?.map_err(|error| failed(&error))?;
    let name = ServerName::try_from(target.host.clone()).map_err(|error| failed(&error))?;
    let stream = TlsConnector::from(config).connect(name, tcp).await.map_err(|error| failed(&error))?;
    Ok(Stream::Tls(Box::new(stream.into())))
}

/// The request that opens a connection.
struct Opening {
    bytes: Vec<u8>,
    key: String,
    protocols: Arc<[SharedStr]>,
}

impl Opening {
    fn write(
        request: &ConnectRequest,
        target: &mut Target,
        protocols: &Arc<[SharedStr]>,
    ) -> Result<Self, ConnectError> {
        let headers = all_headers(request, target)?;
        let method = request.channel.and_then(method_of).unwrap_or("GET");
        let key = generate_key();
        let mut text = format!("{method} {} HTTP/1.1\r\nHost: {}\r\n", target.request_target(), target.authority());
        text.push_str("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n");
        let mut add = |name: &str, value: &str| {
            write_header(&mut text, name, value).map_err(|fault| ConnectError::new(ConnectErrorKind::Endpoint, fault))
        };
        add("Sec-WebSocket-Key", &key)?;
        if !protocols.is_empty() {
            add("Sec-WebSocket-Protocol", &protocols.join(", "))?;
        }
        for (name, value) in headers.iter() {
            add(name, value.as_str().unwrap_or_default())?;
        }
        text.push_str("\r\n");
        Ok(Self { bytes: text.into_bytes(), key, protocols: protocols.clone() })
    }
}

fn method_of(channel: &crate::ChannelInfo) -> Option<&'static str> {
    channel.ws().and_then(|binding| binding.method)
}

/// The headers that the handshake itself needs; nobody else may set them.
const OWN_HEADERS: [&str; 7] = [
    "host",
    "upgrade",
    "connection",
    "sec-websocket-key",
    "sec-websocket-version",
    "content-length",
    "transfer-encoding",
];

/// The headers of the request: the caller's, and what the credentials add, here or to the query.
fn all_headers(request: &ConnectRequest, target: &mut Target) -> Result<Headers, ConnectError> {
    let wrong = |detail: String| ConnectError::new(ConnectErrorKind::Endpoint, detail);
    let mut headers = request.headers.clone();
    let own = headers.iter().find(|(name, _)| OWN_HEADERS.iter().any(|own| own.eq_ignore_ascii_case(name)));
    if let Some((name, _)) = own {
        return Err(wrong(format!("the header `{name}` belongs to the WebSocket handshake itself")));
    }
    let mut cookies: Vec<String> = headers.text("cookie").map(str::to_owned).into_iter().collect();
    let mut authorized = false;
    for credential in request.credentials.iter() {
        match credential {
            Credential::Header { name, value } => headers.set(*name, value.expose().to_owned()),
            Credential::Query { name, value } => {
                let mut pair = String::new();
                encode_percent(name, &mut pair);
                pair.push('=');
                encode_percent(value.expose(), &mut pair);
                target.add_query(&pair);
            }
            Credential::Cookie { name, value } => {
                if value.expose().contains([';', ',', '"', '\\', ' ']) {
                    return Err(wrong(format!(
                        "the key for the cookie `{name}` has a character that cookies cannot have"
                    )));
                }
                cookies.push(format!("{name}={}", value.expose()));
            }
            Credential::Certificate(_) if target.secure => {}
            other => match other.authorization() {
                // Two of them would leave the server with neither.
                Some(_) if authorized => {
                    return Err(wrong("two credentials would both go into the header `Authorization`".to_owned()));
                }
                Some(value) => {
                    headers.set("Authorization", value);
                    authorized = true;
                }
                None => return Err(wrong(not_carried(other).to_owned())),
            },
        }
    }
    if !cookies.is_empty() {
        headers.set("Cookie", cookies.join("; "));
    }
    if let Some(user) = &target.user
        && headers.get("authorization").is_none()
    {
        let user = Credential::UserPassword { user: user.name.clone(), password: user.password.clone() };
        headers.set("Authorization", user.authorization().unwrap_or_default());
    }
    Ok(headers)
}

/// Why a credential cannot be presented here.
fn not_carried(credential: &Credential) -> &'static str {
    match credential {
        Credential::Certificate(_) => {
            "a certificate (`X509`) can only be shown over TLS: the URL has to begin with `wss://`"
        }
        Credential::Sasl { .. } => "WebSocket has no SASL handshake, so that a password for SCRAM cannot be proven",
        Credential::Gssapi { .. } => "WebSocket has no SASL handshake, so that `gssapi` cannot be used",
        Credential::EncryptionKey(_) => "the WebSocket transport does not encrypt messages, so that a key has no use",
        Credential::Token(_) => "the token was not asked for",
        _ => "WebSocket has no user or password field that an `apiKey` could go to",
    }
}

/// Sends the request, and checks that the server agrees.
async fn open(
    mut stream: Stream,
    target: &Target,
    request: Opening,
    limits: Limits,
) -> Result<Arc<Socket>, ConnectError> {
    let lost = |error| ConnectError::caused(ConnectErrorKind::Unreachable, target.to_string(), error);
    stream.write_all(&request.bytes).await.map_err(lost)?;
    stream.flush().await.map_err(lost)?;
    let mut head = read_response(&mut stream).await.map_err(|fault| match fault {
        HeadFault::Lost(Some(error)) => lost(error),
        HeadFault::Lost(None) => {
            ConnectError::new(ConnectErrorKind::Protocol, format!("{target} closed the connection without an answer"))
        }
        HeadFault::TooLarge => {
            let most = head::MAX_HEAD;
            ConnectError::new(ConnectErrorKind::Protocol, format!("{target} sent a head of more than {most} bytes"))
        }
        HeadFault::Malformed(error) => {
            ConnectError::new(ConnectErrorKind::Protocol, format!("{target} did not answer in HTTP/1.1: {error}"))
        }
    })?;
    if head.first_line.status != 101 {
        return Err(refused(&mut stream, target, head).await);
    }
    check_agreement(&head, &request)
        .map_err(|fault| ConnectError::new(ConnectErrorKind::Protocol, format!("{target} {fault}")))?;
    Ok(Socket::new(stream, Role::Client, std::mem::take(&mut head.rest), limits))
}

fn check_agreement(head: &Head<StatusLine>, request: &Opening) -> Result<(), String> {
    if !lists(&head.headers, "upgrade", "websocket") || !lists(&head.headers, "connection", "upgrade") {
        return Err("switched to something other than WebSocket".to_owned());
    }
    let expected = derive_accept_key(request.key.as_bytes());
    if head.headers.text("sec-websocket-accept").map(str::trim) != Some(expected.as_str()) {
        return Err("answered with a wrong `Sec-WebSocket-Accept`, as a cache would".to_owned());
    }
    if head.headers.get("sec-websocket-extensions").is_some() {
        return Err("uses an extension that was not asked for".to_owned());
    }
    match head.headers.text("sec-websocket-protocol").map(str::trim) {
        Some(chosen) if !request.protocols.iter().any(|known| *known == *chosen) => {
            Err(format!("chose the subprotocol `{}`, which was not offered", chosen.escape_debug()))
        }
        None if !request.protocols.is_empty() => Err("speaks none of the subprotocols that were offered".to_owned()),
        _ => Ok(()),
    }
}

/// Says what the server answered instead of opening the connection.
async fn refused(stream: &mut Stream, target: &Target, head: Head<StatusLine>) -> ConnectError {
    let StatusLine { status, reason } = &head.first_line;
    let mut detail = format!("{target} answered {status} {}", reason.escape_debug());
    if (300..400).contains(status) {
        let place = head.headers.text("location").unwrap_or("nowhere");
        // The query of such a place may hold a token.
        let place = place.split('?').next().unwrap_or_default();
        detail.push_str(&format!(
            " and points to {}; redirects are not followed, since credentials would follow as well",
            place.escape_debug()
        ));
        return ConnectError::new(ConnectErrorKind::Refused, detail);
    }
    let length = head.headers.text("content-length").and_then(|length| length.trim().parse::<usize>().ok());
    let mut body = head.rest;
    let missing = length.unwrap_or(0).min(SHOWN_BODY).saturating_sub(body.len());
    // What of the body comes in time is shown; the status alone is an answer as well.
    let _ = tokio::time::timeout(BODY_TIME, stream.take(missing as u64).read_to_end(&mut body)).await;
    body.truncate(SHOWN_BODY);
    let body = String::from_utf8_lossy(&body);
    let text = body.trim();
    if !text.is_empty() && !text.starts_with('<') {
        detail.push_str(&format!(": {}", text.escape_debug()));
    }
    ConnectError::new(ConnectErrorKind::Refused, detail)
}
