//! A handle that sends on one channel and address: what generated `Channel` types wrap.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use tokio::time::Instant;

use crate::client::Line;
use crate::hooks::{DEFAULT_DEADLINE, bounded};
use crate::needs::{Needs, Presented};
use crate::request::Asked;
use crate::telemetry::Trace;
use crate::wire::EncodeError;
use crate::{
    AddressError, ChannelInfo, ConnectionStates, Headers, Incoming, MessageInfo, OperationInfo, Outgoing, RawMessage,
    RequestError, SendError, SendErrorKind, SendMode, Sending, Session, SharedStr, SubscribeError, Subscription,
};

/// How one message, or all that go through a handle, are sent.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct SendOptions {
    /// The key that decides partition and order.
    pub key: Option<Bytes>,
    /// Headers beside those that the document declares.
    pub headers: Headers,
    /// The correlation id by the protocol's own means, for requests and replies that the document does not call so.
    pub correlation_id: Option<SharedStr>,
    /// Where the reply goes, by the protocol's own means.
    pub reply_to: Option<SharedStr>,
    /// How long the send, or the request with its reply, may take; 30 seconds if nothing is said.
    pub deadline: Option<Duration>,
    /// How long the message is of use, where the protocol carries that; it is not handled after that.
    pub expires_in: Option<Duration>,
    /// Fail with [`SendErrorKind::Full`] or [`SendErrorKind::NotConnected`] rather than wait.
    pub no_wait: bool,
}

impl SendOptions {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the key.
    pub fn key(mut self, key: impl Into<Bytes>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Adds a header.
    pub fn header(mut self, name: impl Into<SharedStr>, value: impl Into<crate::HeaderValue>) -> Self {
        self.headers.append(name, value);
        self
    }

    /// Sets the correlation id by the protocol's own means (AMQP's `correlation-id`, MQTT's correlation data); it fails
    /// where the protocol has none. Where the document describes a reply, requests do this by themselves.
    pub fn correlation_id(mut self, id: impl Into<SharedStr>) -> Self {
        self.correlation_id = Some(id.into());
        self
    }

    /// Says by the protocol's own means where the reply goes (AMQP's `reply-to`, MQTT's response topic); it fails where
    /// the protocol has none.
    pub fn reply_to(mut self, address: impl Into<SharedStr>) -> Self {
        self.reply_to = Some(address.into());
        self
    }

    /// Presents a credential with each message, in its headers, for operations that ask for one. It fails where the
    /// protocol has no message headers, such as WebSocket: there, credentials belong to the connection.
    ///
    /// # Errors
    /// When messages have no place for it, as for a certificate.
    pub fn credential(mut self, credential: &crate::Credential) -> Result<Self, crate::NotCarried> {
        let (name, value) = credential.header().ok_or(crate::NotCarried)?;
        self.headers.set(name, value);
        Ok(self)
    }

    /// Sets the deadline.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Says how long the message is of use. Fails with [`SendErrorKind::Unsupported`] where the protocol does not carry
    /// it ([`Link::carries_expiry`](crate::Link::carries_expiry)).
    pub fn expires_in(mut self, time: Duration) -> Self {
        self.expires_in = Some(time);
        self
    }

    /// Never waits.
    pub fn no_wait(mut self) -> Self {
        self.no_wait = true;
        self
    }
}

#[derive(Clone)]
enum Target {
    Session(Session),
    Line(Arc<Line>),
}

/// Sends, requests and subscribes on one channel and address. Cheap to clone.
#[derive(Clone)]
pub struct ChannelLink {
    target: Target,
    channel: &'static ChannelInfo,
    /// `None` says the session's own, or that of the line: one connection, one address.
    address: Option<SharedStr>,
    options: Option<Arc<SendOptions>>,
    batch: bool,
    /// What messages need beside a fixed address; `None` is the usual case.
    special: Option<Arc<Special>>,
    /// The trace that what is sent belongs to.
    trace: Option<Arc<Trace>>,
}

/// What is special about the address of a handle.
#[derive(Debug)]
enum Special {
    /// There is none.
    Fault(AddressError),
    /// Parameters are open, or messages say themselves what they are.
    Located,
}

impl ChannelLink {
    #[inline]
    pub(crate) fn to_session(session: Session, channel: &'static ChannelInfo, address: Option<SharedStr>) -> Self {
        Self {
            target: Target::Session(session),
            channel,
            address,
            options: None,
            batch: false,
            special: None,
            trace: None,
        }
    }

    pub(crate) fn to_line(line: Arc<Line>, channel: &'static ChannelInfo, address: SharedStr) -> Self {
        // On a line of one address, messages need not carry it.
        let per_address = line.per_address();
        let open = crate::address::is_template(&address);
        let located = open || channel.parameters.iter().any(|parameter| parameter.location.is_some());
        let special = match open && per_address {
            true => Some(Special::Fault(AddressError::per_address(channel))),
            false => located.then_some(Special::Located),
        };
        let address = (!per_address).then_some(address);
        let special = special.map(Arc::new);
        Self { target: Target::Line(line), channel, address, options: None, batch: false, special, trace: None }
    }

    /// The same handle, for what belongs to a trace.
    #[inline]
    pub(crate) fn in_trace(self, trace: Option<Arc<Trace>>) -> Self {
        Self { trace, ..self }
    }

    /// The same handle, which has no address: what is done with it says so.
    pub(crate) fn without_address(self, fault: AddressError) -> Self {
        Self { special: Some(Arc::new(Special::Fault(fault))), ..self }
    }

    /// The channel.
    pub fn channel(&self) -> &'static ChannelInfo {
        self.channel
    }

    /// The address, its parameters filled in.
    pub fn address(&self) -> &SharedStr {
        match (&self.address, &self.target) {
            (Some(address), _) => address,
            (None, Target::Session(session)) => session.address(),
            (None, Target::Line(line)) => line.address(),
        }
    }

    /// The same handle with other options.
    pub fn with(&self, options: SendOptions) -> Self {
        Self { options: Some(Arc::new(options)), ..self.clone() }
    }

    /// The same handle with a key, and its other options.
    pub fn with_key(&self, key: Bytes) -> Self {
        self.with(self.options.as_deref().cloned().unwrap_or_default().key(key))
    }

    /// The same handle, but messages are only taken into the send buffer until [`flush`](Self::flush): many small
    /// messages then cost one write.
    pub fn batch(&self) -> Self {
        Self { batch: true, ..self.clone() }
    }

    /// The state of the client's connection; `None` on the serving side.
    pub fn states(&self) -> Option<ConnectionStates> {
        match &self.target {
            Target::Session(_) => None,
            Target::Line(line) => Some(line.states()),
        }
    }

    /// The session, on the serving side.
    pub fn session(&self) -> Option<&Session> {
        match &self.target {
            Target::Session(session) => Some(session),
            Target::Line(_) => None,
        }
    }

    /// Sends a message: done when the transport has written it out, or, on a session whose handler is running, when it
    /// will be written out as soon as the handler waits or returns. The message is encoded at once and sent when the
    /// future is first polled.
    pub fn send<T: Outgoing + ?Sized>(
        &self,
        operation: &'static OperationInfo,
        info: &'static MessageInfo,
        message: &T,
    ) -> Send<'_> {
        let mut encoded = message.encode(info);
        if let Ok(raw) = &mut encoded {
            (raw.operation, raw.info) = (Some(operation), Some(info));
        }
        Send { link: self, state: State::Ready(encoded) }
    }

    /// Sends an encoded message.
    pub fn send_raw(&self, message: RawMessage) -> Send<'_> {
        Send { link: self, state: State::Ready(Ok(message)) }
    }

    /// Writes out what [`batch`](Self::batch) has held back.
    pub fn flush(&self) -> Send<'_> {
        Send { link: self, state: State::Flush }
    }

    /// Sends a request and waits for its reply, until the deadline.
    ///
    /// # Errors
    /// When the request is not sent, cannot be told from others, or gets no reply that the document knows.
    pub fn request<R: Incoming, T: Outgoing + ?Sized>(
        &self,
        operation: &'static OperationInfo,
        info: &'static MessageInfo,
        message: &T,
    ) -> impl Future<Output = Result<R, RequestError>> + std::marker::Send + '_ + use<'_, R, T> {
        let encoded = message.encode(info);
        async move {
            let mut message = encoded.map_err(invalid)?;
            (message.operation, message.info) = (Some(operation), Some(info));
            self.complete(&mut message)?;
            let deadline = self.deadline().unwrap_or(DEFAULT_DEADLINE);
            let asked = Asked { operation, info, message, deadline, claims: R::claims };
            let reply = match &self.target {
                Target::Line(line) => line.request(asked).await?,
                Target::Session(session) => session.request(asked).await?,
            };
            R::decode(&reply).map_err(|error| RequestError::caused(crate::RequestErrorKind::Reply, "", error))
        }
    }

    /// Starts to take the channel's messages.
    ///
    /// # Errors
    /// When there is no connection and none can be made.
    pub async fn subscribe<M: Incoming>(&self) -> Result<Subscription<M>, SubscribeError> {
        if let Some(Special::Fault(fault)) = self.special.as_deref() {
            return Err(SubscribeError::caused(crate::SubscribeErrorKind::Unsupported, "", fault.clone()));
        }
        match &self.target {
            Target::Line(line) => line.subscribe(self.channel, self.address()).await,
            Target::Session(_) => {
                let text = "on the serving side, messages come to the receiver";
                Err(SubscribeError::new(crate::SubscribeErrorKind::Unsupported, text))
            }
        }
    }

    /// Whether what an operation asks for is presented with a message of these headers, as far as that is known.
    pub(crate) fn presents(&self, needs: &Needs, own: &Headers) -> Result<(), EncodeError> {
        let Target::Line(line) = &self.target else { return Ok(()) };
        let Some(request) = line.presents() else { return Ok(()) };
        let none = Headers::default();
        let given = self.options.as_deref().map_or(&none, |options| &options.headers);
        needs.check(&Presented {
            headers: [own, given, &request.headers],
            credentials: &request.credentials,
            query: request.query.as_deref(),
            url: &request.url,
        })
    }

    fn deadline(&self) -> Option<Duration> {
        self.options.as_ref().and_then(|options| options.deadline)
    }

    fn no_wait(&self) -> bool {
        self.options.as_ref().is_some_and(|options| options.no_wait)
    }

    /// Fills in the address and the options.
    #[inline]
    fn complete(&self, message: &mut RawMessage) -> Result<(), SendError> {
        if let Some(address) = &self.address
            && message.address.is_empty()
        {
            message.address = address.clone();
        }
        if let Some(options) = &self.options {
            if let Some(key) = &options.key {
                message.key = Some(key.clone());
            }
            for (name, value) in options.headers.iter() {
                message.headers.append(name.to_owned(), value.clone());
            }
            if let Some(id) = &options.correlation_id {
                message.set_correlation_id(id.clone());
            }
            if let Some(address) = &options.reply_to {
                message.set_reply_to(address.clone());
            }
            if let Some(time) = options.expires_in {
                // What cannot be reckoned never comes.
                Instant::now().checked_add(time).into_iter().for_each(|at| message.set_expires(at));
            }
        }
        if let Some(trace) = &self.trace {
            trace.write(&mut message.headers);
        }
        match &self.special {
            None => Ok(()),
            Some(special) => self.complete_address(special, message),
        }
    }

    #[cold]
    fn complete_address(&self, special: &Special, message: &mut RawMessage) -> Result<(), SendError> {
        let invalid = |fault| SendError::caused(SendErrorKind::Invalid, "", fault);
        if let Special::Fault(fault) = special {
            return Err(invalid(fault.clone()));
        }
        let address = if message.address.is_empty() { self.address() } else { &message.address };
        let completed = crate::address::complete_address(self.channel, address, message).map_err(invalid)?;
        completed.into_iter().for_each(|address| message.address = address);
        Ok(())
    }

    #[inline]
    fn start(&self, mut message: RawMessage) -> Sending {
        let mode = match (self.batch, self.no_wait()) {
            (_, true) => SendMode::Now,
            (true, false) => SendMode::Feed,
            (false, false) => SendMode::Flush,
        };
        if let Err(error) = self.complete(&mut message) {
            return Sending::failed(error);
        }
        let sending = match &self.target {
            Target::Session(session) => session.0.hooks.send(&session.0.link, Some(self.channel), message, mode),
            Target::Line(line) => line.send(Some(self.channel), message, mode),
        };
        self.bounded(sending)
    }

    fn start_flush(&self) -> Sending {
        self.bounded(match &self.target {
            Target::Session(session) => session.0.link.flush(),
            Target::Line(line) => line.flush(),
        })
    }

    #[inline]
    fn bounded(&self, sending: Sending) -> Sending {
        bounded(sending, self.deadline().unwrap_or(DEFAULT_DEADLINE))
    }
}

/// Sends, unless the message needs what the transport does not have.
#[inline]
pub(crate) fn send_checked(link: &dyn crate::Link, message: RawMessage, mode: SendMode) -> Sending {
    if !message.headers.is_empty() && !link.capabilities().headers {
        return Sending::failed(SendError::new(SendErrorKind::Unsupported, "the protocol has no message headers"));
    }
    if message.key.is_some() && !link.capabilities().keys {
        return Sending::failed(SendError::new(SendErrorKind::Unsupported, "the protocol has no keys"));
    }
    if message.exchange.is_some() && message.asks_to_be_answered() && !link.capabilities().correlation {
        let text = "the protocol itself carries neither a correlation id nor an address for the reply";
        return Sending::failed(SendError::new(SendErrorKind::Unsupported, text));
    }
    if message.expires().is_some() && !link.carries_expiry() {
        let text = "the protocol does not tell when a message expires";
        return Sending::failed(SendError::new(SendErrorKind::Unsupported, text));
    }
    link.send(message, mode)
}

pub(crate) fn invalid(error: EncodeError) -> SendError {
    SendError::caused(SendErrorKind::Invalid, "", error)
}

impl fmt::Debug for ChannelLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChannelLink")
            .field("channel", &self.channel.name)
            .field("address", self.address())
            .field("session", &self.session())
            .finish_non_exhaustive()
    }
}

/// A send under way. Dropped before the first poll, nothing is sent; dropped later, the message may have gone out.
#[must_use = "a message is sent by awaiting this"]
#[derive(Debug)]
pub struct Send<'a> {
    link: &'a ChannelLink,
    state: State,
}

#[derive(Debug)]
// The large variant is the usual one: boxing it would cost an allocation for every message.
#[allow(clippy::large_enum_variant)]
enum State {
    Ready(Result<RawMessage, EncodeError>),
    Flush,
    Sending(Sending),
}

impl Future for Send<'_> {
    type Output = Result<(), SendError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let link = self.link;
        let started = match &mut self.state {
            State::Sending(sending) => return Pin::new(sending).poll(cx),
            State::Flush => link.start_flush(),
            State::Ready(ready) => match std::mem::replace(ready, Ok(RawMessage::default())) {
                Ok(message) => link.start(message),
                Err(error) => Sending::failed(invalid(error)),
            },
        };
        match started {
            // The usual case ends here, without a move of the state.
            Sending::Done(Some(result)) => {
                self.state = State::Sending(Sending::Done(None));
                Poll::Ready(result)
            }
            mut waiting => {
                let polled = Pin::new(&mut waiting).poll(cx);
                self.state = State::Sending(waiting);
                polled
            }
        }
    }
}
