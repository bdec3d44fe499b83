//! The HTTP transport: server-sent events and webhooks, client and listener, with TLS by rustls.
//!
//! [`Http`] is both a [`Transport`] and a [`Listen`]. What a service sends goes to the peers that have opened a stream of
//! events (a `GET` on the channel's address, as a browser's `EventSource` makes); what a client sends is a request of its
//! own (a `POST`, unless the operation's `http` binding says otherwise), and a reply is the response to it.
//!
//! # Streams of events
//! * An event's name is the message's key in the channel; the payload is its data, so it has to be text.
//! * Each event has an id. A peer that comes back with it (`Last-Event-ID`) within [`Resume::within`] is in the same
//!   session, and gets what it has missed. If that is no longer known, it is told so first, by an event called `missed`
//!   whose data is the id that it came with; if the session is over as well, it is in a new one.
//! * A session that the service closed for good (with any code but 1001 and 1011 to 1015) gets `204 No Content` when it comes
//!   back, which tells an `EventSource` to stay away.
//!
//! # Webhooks
//! * Each request is a session of one message. What becomes of the message is the answer: `Ok` is 204, or 200 with the
//!   reply; a failure to be tried again is 503 with `Retry-After`; what can never be handled is 422.
//! * A message that a client sends is tried again after 408, 429, 5xx and lost connections, with the same
//!   `Idempotency-Key`, until [`Http::retry`] or the deadline of the send ends it. A request with a reply is tried again
//!   only where it was surely not handled.
//! * [`Signing`] signs what goes out, and verifies what comes in.

mod client;
mod cors;
mod server;
mod sign;
mod sse;
#[cfg(test)]
#[cfg(feature = "memory")]
mod tests;

use std::sync::Arc;
use std::time::Duration;

pub use self::cors::Cors;
pub use self::server::{Mount, MountService};
pub use self::sign::Signing;
pub use crate::tls::{Tls, TlsError};
use crate::{
    BoxFuture, Capabilities, ConnectError, ConnectRequest, Link, Listen, ListenRequest, Listener, Retry, ServeError,
    SharedStr, Transport,
};

/// What a client can do.
pub(crate) const CAPABILITIES: Capabilities = Capabilities {
    per_address: true,
    headers: true,
    redelivery: true,
    reconnects: true,
    keys: false,
    correlation: true,
};

/// HTTP: connects to `http://` and `https://` URLs, and listens.
#[derive(Debug, Clone, Default)]
pub struct Http {
    options: Arc<Options>,
    clients: client::Clients,
}

/// What can be set.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    tls: Option<Tls>,
    address: SharedStr,
    cors: Option<Cors>,
    sign: Option<Signing>,
    verify: Option<Signing>,
    resume: Resume,
    come_back: Duration,
    answer_within: Duration,
    retry: Retry,
    attempt: Duration,
    at_once: usize,
    silence: Option<Duration>,
}

/// What is kept of a stream of events for a peer that comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resume {
    /// How many events that were sent are kept for each session.
    pub events: usize,
    /// How many bytes of them are kept at most. Events of a broadcast are shared by all sessions.
    pub bytes: usize,
    /// How long a session waits for its peer to come back. Zero ends it with its connection.
    pub within: Duration,
}

impl Default for Resume {
    fn default() -> Self {
        Self { events: 64, bytes: 256 * 1024, within: Duration::from_secs(30) }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            tls: None,
            address: SharedStr::EMPTY,
            cors: None,
            sign: None,
            verify: None,
            resume: Resume::default(),
            come_back: Duration::from_secs(2),
            answer_within: Duration::from_secs(30),
            retry: Retry { attempts: 5, first: Duration::from_millis(500), max: Duration::from_secs(30) },
            attempt: Duration::from_secs(30),
            at_once: 1,
            silence: None,
        }
    }
}

impl Http {
    /// A client trusts the system's certificates; a listener does not encrypt.
    pub fn new() -> Self {
        Self::default()
    }

    /// Connects with a client of the program's own making, for what cannot be set here, such as a proxy. What this
    /// transport would set up by itself, such as TLS, is the client's own.
    pub fn from_client(client: reqwest::Client) -> Self {
        Self { options: Arc::default(), clients: client::Clients::of(client) }
    }

    fn with(mut self, change: impl FnOnce(&mut Options)) -> Self {
        change(Arc::make_mut(&mut self.options));
        self
    }

    /// Certificates and keys. A listener encrypts only with one, which needs an identity.
    pub fn tls(self, tls: Tls) -> Self {
        Self { clients: client::Clients::default(), ..self.with(|options| options.tls = Some(tls)) }
    }

    /// Listener: the address to bind, such as `127.0.0.1:0`, for one that is given to a generated
    /// `servers::….listener(…)`.
    pub fn address(self, address: impl Into<SharedStr>) -> Self {
        self.with(|options| options.address = address.into())
    }

    /// Listener: which pages of other origins may use it.
    pub fn cors(self, cors: Cors) -> Self {
        self.with(|options| options.cors = Some(cors))
    }

    /// Client: signs what is sent.
    pub fn sign(self, signing: Signing) -> Self {
        self.with(|options| options.sign = Some(signing))
    }

    /// Listener: takes only requests with a good signature. Streams of events are opened without one.
    pub fn verify(self, signing: Signing) -> Self {
        self.with(|options| options.verify = Some(signing))
    }

    /// Listener: what is kept for peers that come back.
    pub fn resume(self, resume: Resume) -> Self {
        self.with(|options| options.resume = resume)
    }

    /// Listener: how long a peer whose stream was lost is asked to wait before it comes back (`retry:`).
    pub fn come_back_after(self, pause: Duration) -> Self {
        self.with(|options| options.come_back = pause)
    }

    /// Listener: how long a request waits for its handler before it is answered 504; 30 seconds if nothing is said.
    pub fn answer_within(self, limit: Duration) -> Self {
        self.with(|options| options.answer_within = limit)
    }

    /// Client: how often a message is sent again that the peer could not take, and after what pauses. `Retry-After`
    /// counts where it is longer.
    pub fn retry(self, retry: Retry) -> Self {
        self.with(|options| options.retry = retry)
    }

    /// Client: how long one attempt may take; 30 seconds if nothing is said.
    pub fn attempt_within(self, limit: Duration) -> Self {
        self.with(|options| options.attempt = limit)
    }

    /// Client: how many messages to one address may be under way at once. One, which is the default, keeps their order.
    /// Requests with a reply are not counted.
    pub fn at_once(self, most: usize) -> Self {
        self.with(|options| options.at_once = most.max(1))
    }

    /// Client: how long a stream of events may be silent before it counts as lost. Without it, as long as the connection
    /// lives, since not all servers send heartbeats.
    pub fn silence(self, limit: Duration) -> Self {
        self.with(|options| options.silence = Some(limit))
    }

    /// Two halves that put a service into an application with an HTTP server of its own: the endpoint to serve on, and
    /// the tower service for the application's router. Encrypting is the application's.
    pub fn mount(self) -> (Mount, MountService) {
        server::halves(self.options)
    }
}

impl Transport for Http {
    fn capabilities(&self) -> Capabilities {
        CAPABILITIES
    }

    fn connect(&self, request: ConnectRequest) -> BoxFuture<'_, Result<Arc<dyn Link>, ConnectError>> {
        Box::pin(client::connect(self.options.clone(), self.clients.clone(), request))
    }
}

impl Listen for Http {
    fn bind(&self, request: ListenRequest) -> BoxFuture<'_, Result<Box<dyn Listener>, ServeError>> {
        Box::pin(server::bind(self.options.clone(), request))
    }
}
