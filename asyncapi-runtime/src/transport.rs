//! What a transport is: the contract that `memory`, `ws` and every later protocol fulfil.
//!
//! A transport moves [`RawMessage`]s and knows nothing of documents, types or handlers. It is object-safe; the core
//! calls it once or twice per network message. A transport spawns no task to read: whoever polls a [`Source`] reads.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use crate::{
    Certificate, ChannelInfo, CloseReason, ConnectError, ConnectErrorKind, Credential, Delivery, Handshake, Headers,
    OperationInfo, RawMessage, Refusal, SendError, ServeError, Settings, SharedStr, SubscribeError,
};

/// A boxed future.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What a transport can do beside moving messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Capabilities {
    /// One connection per address and query (WebSocket); otherwise one link carries every address (a broker).
    pub per_address: bool,
    /// Messages have headers.
    pub headers: bool,
    /// A message that is not acknowledged comes again. Without it, the core retries in the process.
    pub redelivery: bool,
    /// The transport reconnects by itself; otherwise the core does, as [`Reconnect`](crate::Reconnect) says.
    pub reconnects: bool,
    /// Messages have keys.
    pub keys: bool,
    /// The protocol itself carries a correlation id and a reply address with a message.
    pub correlation: bool,
}

/// The connecting side of a protocol.
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// What the transport can do.
    fn capabilities(&self) -> Capabilities;
    /// Makes a connection. Cancel-safe: a dropped future leaves no connection behind.
    fn connect(&self, request: ConnectRequest) -> BoxFuture<'_, Result<Arc<dyn Link>, ConnectError>>;
}

/// Where and how to connect.
#[derive(Clone)]
pub struct ConnectRequest {
    /// The server's URL: scheme, host, port and path prefix.
    pub url: SharedStr,
    /// The channel's address, its parameters filled in. Empty where one link carries every address.
    pub address: SharedStr,
    /// The query that the channel's binding asks for, encoded, without `?`.
    pub query: Option<SharedStr>,
    /// The channel, for its bindings. `None` where one link carries every address.
    pub channel: Option<&'static ChannelInfo>,
    /// Headers of the handshake, for example those of the channel's binding.
    pub headers: Headers,
    /// Who connects.
    pub credentials: Arc<[Credential]>,
    /// Limits and times.
    pub settings: Settings,
}

impl ConnectRequest {
    /// The path to ask for: the URL's own, followed by the channel's address.
    pub fn path(&self) -> String {
        let after_scheme = self.url.split_once("://").map_or(&*self.url, |(_, rest)| rest);
        let has_host = self.url.contains("://");
        let path = match has_host {
            true => after_scheme.find('/').and_then(|at| after_scheme.get(at..)).unwrap_or_default(),
            false => after_scheme.find('/').map_or("", |_| after_scheme),
        };
        let path = path.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        let address = self.address.trim_start_matches('/');
        format!("{path}/{address}")
    }

    /// The query of the URL, of the channel's binding, and of credentials that go into the query.
    pub fn full_query(&self) -> Option<String> {
        let before_fragment = self.url.split('#').next().unwrap_or_default();
        let mut query = before_fragment.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default();
        let mut add = |part: &str| {
            if !query.is_empty() && !part.is_empty() {
                query.push('&');
            }
            query.push_str(part);
        };
        if let Some(own) = &self.query {
            add(own);
        }
        for credential in self.credentials.iter() {
            if let Credential::Query { name, value } = credential {
                let mut pair = String::new();
                crate::encode_percent(name, &mut pair);
                pair.push('=');
                crate::encode_percent(value.expose(), &mut pair);
                add(&pair);
            }
        }
        (!query.is_empty()).then_some(query)
    }

    /// The headers of the channel's binding, and of credentials that go into headers and cookies.
    pub fn full_headers(&self) -> Headers {
        let mut headers = self.headers.clone();
        let mut cookies = Vec::new();
        for credential in self.credentials.iter() {
            match credential {
                Credential::Header { name, value } => headers.set(*name, value.expose().to_owned()),
                Credential::Cookie { name, value } => cookies.push(format!("{name}={}", value.expose())),
                other => {
                    if let Some(value) = other.authorization() {
                        headers.set("authorization", value);
                    }
                }
            }
        }
        if !cookies.is_empty() {
            headers.append("cookie", cookies.join("; "));
        }
        headers
    }

    /// The certificates of a client that shows some.
    pub fn certificates(&self) -> Vec<Certificate> {
        let shown = |credential: &Credential| match credential {
            Credential::Certificate(certificate) => Some(certificate.chain()),
            _ => None,
        };
        self.credentials.iter().find_map(shown).unwrap_or_default()
    }

    /// The same request with the tokens that the providers give now. A transport that reconnects by itself
    /// ([`Capabilities::reconnects`]) does so before each attempt, the first included; for others the core does.
    ///
    /// # Errors
    /// When a provider has no token.
    pub async fn with_tokens(&self) -> Result<Self, ConnectError> {
        let mut request = self.clone();
        if !request.credentials.iter().any(|credential| matches!(credential, Credential::Token(_))) {
            return Ok(request);
        }
        let mut credentials = Vec::with_capacity(request.credentials.len());
        for credential in self.credentials.iter() {
            credentials.push(match credential {
                Credential::Token(provider) => Credential::Bearer(provider.token().await.map_err(|error| {
                    ConnectError::new(ConnectErrorKind::Endpoint, format!("there is no token: {error}"))
                })?),
                known => known.clone(),
            });
        }
        request.credentials = credentials.into();
        Ok(request)
    }
}

/// Neither user nor query of the URL, which may hold secrets.
impl fmt::Debug for ConnectRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConnectRequest")
            .field("url", &crate::secret::without_login(&self.url))
            .field("address", &self.address)
            .field("channel", &self.channel.map(|channel| channel.name))
            .field("headers", &self.headers)
            .field("credentials", &self.credentials)
            .finish_non_exhaustive()
    }
}

/// How far a send goes before it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SendMode {
    /// Written out and, where the protocol confirms, confirmed. Waits for room.
    #[default]
    Flush,
    /// Taken into the send buffer; goes out with the next flush at the latest. Waits for room.
    Feed,
    /// As `Flush`, but never waits for room: a full buffer is [`SendErrorKind::Full`](crate::SendErrorKind::Full).
    /// Done as soon as the message is in the buffer; the link sees to it that it goes out.
    Now,
}

/// A send under way. Done at once is the usual case and allocates nothing.
pub enum Sending {
    /// The send is over; `None` once the result was taken.
    Done(Option<Result<(), SendError>>),
    /// The send waits for room, for the socket or for a confirmation. Dropped, the message may or may not go out.
    Waiting(BoxFuture<'static, Result<(), SendError>>),
}

impl Sending {
    /// Sent.
    pub const OK: Self = Self::Done(Some(Ok(())));

    /// Not sent.
    pub fn failed(error: impl Into<SendError>) -> Self {
        Self::Done(Some(Err(error.into())))
    }
}

impl Future for Sending {
    type Output = Result<(), SendError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut *self {
            Self::Done(result) => result.take().map_or(Poll::Pending, Poll::Ready),
            Self::Waiting(future) => future.as_mut().poll(cx),
        }
    }
}

impl fmt::Debug for Sending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Done(result) => f.debug_tuple("Done").field(result).finish(),
            Self::Waiting(_) => f.write_str("Waiting"),
        }
    }
}

/// One established connection, or one session of a listener: sends messages and hands out sources.
///
/// All methods take `&self` and may be called from many tasks at once.
pub trait Link: fmt::Debug + Send + Sync + 'static {
    /// What the transport can do.
    fn capabilities(&self) -> Capabilities;
    /// Whether the protocol tells receivers when a message [expires](RawMessage::expires); elsewhere one that does is
    /// refused before it is sent.
    fn carries_expiry(&self) -> bool {
        false
    }
    /// Sends a message. The order of calls is the order on the wire, for messages of one address and key.
    fn send(&self, message: RawMessage, mode: SendMode) -> Sending;
    /// Writes out what was fed.
    fn flush(&self) -> Sending;
    /// A new address that nobody else receives at, for the replies to what this link sends; `None` where the protocol has
    /// no such thing. It is subscribed to before it is used, also on the links that take this one's place.
    fn reply_address(&self) -> Option<SharedStr> {
        None
    }
    /// Starts to take messages. A link with `per_address` has one source for all that comes in, asked for once,
    /// right after connecting, and ready at once; a broker's link has one per address.
    fn subscribe(&self, request: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>>;
    /// Somebody wants what comes in by itself, and not only replies. Where that is a stream of its own, as server-sent
    /// events are, it is opened now, unless it is open; elsewhere there is nothing to do.
    fn listen(&self) -> BoxFuture<'_, Result<(), SubscribeError>> {
        Box::pin(std::future::ready(Ok(())))
    }
    /// From now on, `Flush` and `Now` only feed, until [`Link::poll_release`]: the session's task answers a whole
    /// batch of messages with one write. Other tasks that send meanwhile are written out by the release as well.
    fn hold(&self) {}
    /// Ends [`Link::hold`] and writes out what was held. `Pending` says that the socket takes no more at present;
    /// the source then wakes its task when it does, and goes on writing by itself.
    fn poll_release(&self, _cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        Poll::Ready(Ok(()))
    }
    /// Closes the connection: what was taken is written out, then the peer is told. The link's sources end.
    /// The future is bounded by the transport's own close timeout.
    fn close(&self, code: u16, reason: SharedStr) -> BoxFuture<'static, ()>;
}

/// What to take messages from.
#[derive(Debug, Clone)]
pub struct SubscribeRequest {
    /// The address, its parameters filled in, or a pattern with `{parameters}` left in where all are wanted.
    pub address: SharedStr,
    /// The channel, for its bindings; `None` for a source that carries several.
    pub channel: Option<&'static ChannelInfo>,
    /// The operations that receive there, for their bindings.
    pub operations: &'static [&'static OperationInfo],
    /// How many messages the transport may read ahead.
    pub read_ahead: usize,
    /// Only replies to this connection's own requests are wanted: where a group shares what comes, this stays out of it.
    pub replies: bool,
}

/// Messages that come in.
pub trait Source: Send {
    /// The next message, or why there will be none. After an error it is not polled again.
    ///
    /// Polling is what makes a socket live: the transport's own traffic (ping, pong, held-up writes) happens here too.
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>>;
}

/// The listening side of a protocol.
pub trait Listen: fmt::Debug + Send + Sync + 'static {
    /// Binds the address. From then on peers can connect; they are answered once `accept` is called.
    fn bind(&self, request: ListenRequest) -> BoxFuture<'_, Result<Box<dyn Listener>, ServeError>>;
}

/// Where and how to listen.
#[derive(Clone)]
pub struct ListenRequest {
    /// The address to bind, such as `127.0.0.1:0`.
    pub address: SharedStr,
    /// Decides who comes in. The transport asks it before the upgrade.
    pub gate: Arc<dyn Gate>,
    /// Limits and times.
    pub settings: Settings,
}

impl fmt::Debug for ListenRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListenRequest").field("address", &self.address).field("settings", &self.settings).finish()
    }
}

/// A bound listener.
pub trait Listener: Send {
    /// The address that is really bound, such as `127.0.0.1:49152`.
    fn local_address(&self) -> SharedStr;
    /// The next peer. Cancel-safe. What it gives is the peer's handshake, which the core runs in the session's own
    /// task, so that a slow peer holds up nobody. An error here ends the service; what concerns one peer does not.
    fn accept(&mut self) -> BoxFuture<'_, Result<Arrival, ServeError>>;
}

/// A peer's handshake: asks the gate, answers the peer, and gives the session; `None` if the peer was refused or left.
/// The transport bounds its time.
pub type Arrival = BoxFuture<'static, Option<Accepted>>;

/// Decides which peers become sessions: routes the address, checks the query, authenticates.
pub trait Gate: Send + Sync + 'static {
    /// Asked once for each peer, before the upgrade. With [`Refusal::close_with`] the transport upgrades, then closes.
    fn admit(&self, handshake: Handshake) -> BoxFuture<'_, Result<Admission, Refusal>>;
}

/// The gate's word that a peer may come in. The transport hands it back with the session.
#[derive(Debug)]
pub struct Admission(pub(crate) Box<crate::server::Admitted>);

/// A session that a listener has accepted.
pub struct Accepted {
    /// What the gate said.
    pub admission: Admission,
    /// To send to the peer.
    pub link: Arc<dyn Link>,
    /// What the peer sends.
    pub source: Box<dyn Source>,
}

impl fmt::Debug for Accepted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accepted").field("admission", &self.admission).field("link", &self.link).finish()
    }
}
