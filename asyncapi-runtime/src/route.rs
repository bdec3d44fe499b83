//! The seams between generated code and the core: what comes in, what goes out, and who handles it.

use std::any::Any;
use std::cell::Cell;
use std::fmt;
use std::ops::{Deref, DerefMut};

use bytes::Bytes;

use crate::wire::{DecodeError, EncodeError, Wire};
use crate::{BoxFuture, ChannelInfo, CloseReason, Context, Handled, Handshake, Headers, MessageInfo, RawMessage};
use crate::{OperationInfo, Refusal, Session, SharedStr};

/// What can come in on a channel: generated for each channel's `Message`.
pub trait Incoming: Sized + Send + 'static {
    /// Decodes a message: finds out which it is, then reads and checks it.
    ///
    /// # Errors
    /// When it is none of the channel's messages, or breaks their rules.
    fn decode(message: &RawMessage) -> Result<Self, DecodeError>;

    /// Whether the message looks like one of this channel's, where several channels share a connection.
    fn claims(_message: &RawMessage) -> bool {
        true
    }

    /// The operations that receive on the channel, where they have bindings.
    fn operations() -> &'static [&'static OperationInfo] {
        &[]
    }
}

/// What can go out: every payload type, alone or [`WithHeaders`].
pub trait Outgoing {
    /// Checks and encodes the message; address and options are filled in later.
    ///
    /// # Errors
    /// When the message breaks the document's rules.
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError>;
}

impl<T: Wire> Outgoing for T {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        encode_payload(self, info)
    }
}

/// What the document says nothing about goes out as it is.
impl Outgoing for RawMessage {
    fn encode(&self, _info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        Ok(self.clone())
    }
}

/// What the document says nothing about comes in as it is.
impl Incoming for RawMessage {
    fn decode(message: &RawMessage) -> Result<Self, DecodeError> {
        Ok(message.clone())
    }
}

/// A message that is refused unless the peer will take it for what it is: the function looks at it as the peer does.
#[derive(Debug, Clone, Copy)]
pub struct AsMeant<'a, T: ?Sized>(pub &'a T, pub fn(&RawMessage) -> bool);

impl<T: Outgoing + ?Sized> Outgoing for AsMeant<'_, T> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        let message = self.0.encode(info)?;
        if (self.1)(&message) {
            return Ok(message);
        }
        Err(EncodeError::new(format!("what tells messages apart says of this one that it is no `{}`", info.name)))
    }
}

/// A message with the headers that the document declares for it. Derefs to the payload.
#[derive(Debug, Clone, PartialEq)]
pub struct WithHeaders<P, H> {
    /// The payload.
    pub payload: P,
    /// The headers.
    pub headers: H,
}

impl<P, H> WithHeaders<P, H> {
    /// A payload with its headers.
    pub fn new(payload: P, headers: H) -> Self {
        Self { payload, headers }
    }
}

/// Headers of which none is required, so that a payload alone is a whole message.
#[diagnostic::on_unimplemented(
    message = "a message with `{Self}` needs its headers: some of them are required",
    note = "give both: `WithHeaders::new(payload, headers)`"
)]
pub trait OptionalHeaders: Default {}

impl<P, H: OptionalHeaders> From<P> for WithHeaders<P, H> {
    fn from(payload: P) -> Self {
        Self { payload, headers: H::default() }
    }
}

impl<P, H> Deref for WithHeaders<P, H> {
    type Target = P;
    fn deref(&self) -> &P {
        &self.payload
    }
}

impl<P, H> DerefMut for WithHeaders<P, H> {
    fn deref_mut(&mut self) -> &mut P {
        &mut self.payload
    }
}

impl<P: Wire, H: Wire> Outgoing for WithHeaders<P, H> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        let mut message = encode_payload(&self.payload, info)?;
        for (name, value) in crate::wire::write_headers(&self.headers)? {
            message.headers.append(name, value);
        }
        Ok(message)
    }
}

/// Decodes a payload by the message's media type.
///
/// # Errors
/// When the payload is of another media type than JSON, does not fit the type, or breaks a rule.
#[inline]
pub fn decode<T: Wire>(message: &RawMessage) -> Result<T, DecodeError> {
    if let Some(content_type) = &message.content_type
        && !is_json(content_type)
    {
        return Err(DecodeError::malformed(format!("the message is `{content_type}` instead of JSON")));
    }
    crate::wire::decode(&message.payload)
}

/// Decodes a payload together with its declared headers.
///
/// # Errors
/// As [`decode`], and when a header is missing or breaks a rule.
pub fn decode_with_headers<P: Wire, H: Wire>(message: &RawMessage) -> Result<WithHeaders<P, H>, DecodeError> {
    let headers = decode_headers(&message.headers)?;
    Ok(WithHeaders { payload: decode(message)?, headers })
}

/// Reads declared headers.
///
/// # Errors
/// When a header is missing or breaks a rule.
pub fn decode_headers<H: Wire>(headers: &Headers) -> Result<H, DecodeError> {
    crate::wire::read_headers(headers.iter().filter_map(|(name, value)| Some((name, value.as_str()?))))
}

/// Reads a typed query out of a handshake, before the peer is let in.
///
/// # Errors
/// A refusal with status 400 that says what is wrong.
pub fn read_query<Q: Wire>(handshake: &Handshake) -> Result<Q, Refusal> {
    let pairs: Vec<_> = handshake.query.pairs().collect();
    crate::wire::read_headers(pairs.iter().map(|(name, value)| (&**name, &**value)))
        .map_err(|error| Refusal::bad_request(format!("the query breaks the contract: {error}")))
}

/// Writes a typed query as it stands in a URL.
///
/// # Errors
/// When it breaks the document's rules.
pub fn write_query<Q: Wire>(query: &Q) -> Result<String, EncodeError> {
    let mut written = String::new();
    for (name, value) in crate::wire::write_headers(query)? {
        if !written.is_empty() {
            written.push('&');
        }
        crate::encode_percent(&name, &mut written);
        written.push('=');
        crate::encode_percent(&value, &mut written);
    }
    Ok(written)
}

fn encode_payload<T: Wire>(payload: &T, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
    if !is_json(info.content_type) {
        let text = format!("there is no codec for `{}` of message `{}`", info.content_type, info.name);
        return Err(EncodeError::new(text));
    }
    let content_type = Some(SharedStr::from_static(info.content_type));
    Ok(RawMessage { content_type, payload: encode_json(payload)?, known_text: true, ..RawMessage::default() })
}

/// How large a thread's buffer for encoding may stay.
const KEPT_SCRATCH: usize = 64 * 1024;

thread_local! {
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Encodes in a buffer of the thread, and copies once its length is known: one allocation of the right size for each
/// message, where a growing buffer needs two or three.
fn encode_json<T: Wire>(payload: &T) -> Result<Bytes, EncodeError> {
    let mut scratch = SCRATCH.take();
    scratch.clear();
    let encoded = crate::wire::encode_into(payload, &mut scratch).map(|()| Bytes::copy_from_slice(&scratch));
    if scratch.capacity() <= KEPT_SCRATCH {
        SCRATCH.set(scratch);
    }
    encoded
}

fn is_json(content_type: &str) -> bool {
    if content_type == "application/json" {
        return true;
    }
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    essence == "application/json"
        || essence.ends_with("+json")
        || essence.eq_ignore_ascii_case("application/json")
        || essence.eq_ignore_ascii_case("text/json")
        // WebSocket text whose sender does not say more.
        || essence == "text/plain"
        || essence.is_empty()
}

/// What a route finds in a handshake and keeps with the session, such as the typed query.
#[derive(Default)]
pub struct Attachment(Option<Box<dyn Any + Send + Sync>>);

impl Attachment {
    /// Nothing.
    pub const NONE: Self = Self(None);

    /// Keeps a value.
    pub fn new<T: Any + Send + Sync>(value: T) -> Self {
        Self(Some(Box::new(value)))
    }

    /// The value, if it is of this type.
    pub fn get<T: Any>(&self) -> Option<&T> {
        self.0.as_deref()?.downcast_ref()
    }
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Attachment" } else { "NONE" })
    }
}

/// A channel's receiver, erased: generated for each channel that receives.
pub trait Route: Send + Sync + 'static {
    /// The channel.
    fn channel(&self) -> &'static ChannelInfo;

    /// Checks what the document says about the handshake (query, headers, parameters), before the peer is let in.
    ///
    /// # Errors
    /// The refusal that the peer gets.
    fn admit(&self, _handshake: &Handshake) -> Result<Attachment, Refusal> {
        Ok(Attachment::NONE)
    }

    /// Whether the message looks like one of this channel's, where several channels share a connection.
    fn claims(&self, _message: &RawMessage) -> bool {
        true
    }

    /// The operations that receive on the channel, where they have bindings.
    fn operations(&self) -> &'static [&'static OperationInfo] {
        &[]
    }

    /// Whether anything comes in on the channel. If not, a peer can still connect to it, to be sent to.
    fn receives(&self) -> bool {
        true
    }

    /// Handles one message, within [`guard`](crate::guard), and gives the context back.
    fn handle(&self, context: Context) -> BoxFuture<'_, (Context, Handled)>;

    /// A session begins. A refusal closes it.
    fn on_open(&self, _session: Session) -> BoxFuture<'_, Result<(), Refusal>> {
        Box::pin(async { Ok(()) })
    }

    /// A session has ended.
    fn on_close<'a>(&'a self, _session: Session, _reason: &'a CloseReason) -> BoxFuture<'a, ()> {
        Box::pin(async {})
    }
}
