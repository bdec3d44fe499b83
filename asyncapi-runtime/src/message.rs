//! The message as a transport carries it, before decoding and after encoding.
//!
//! Invariant: cloning a [`RawMessage`] never copies its payload, so one encoded message can go to many receivers.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use bytes::Bytes;
use tokio::time::Instant;

use crate::{ChannelInfo, Headers, MessageInfo, OperationInfo};

/// A string that is `'static` or shared: cloning it never copies the text.
#[derive(Clone)]
pub struct SharedStr(Repr);

#[derive(Clone)]
enum Repr {
    Static(&'static str),
    Shared(Arc<str>),
}

impl SharedStr {
    /// No text.
    pub const EMPTY: Self = Self::from_static("");

    /// A string that is known when the program is built.
    pub const fn from_static(text: &'static str) -> Self {
        Self(Repr::Static(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Static(text) => text,
            Repr::Shared(text) => text,
        }
    }
}

impl SharedStr {
    /// The text, where it is known when the program is built.
    #[cfg(feature = "nats")]
    pub(crate) fn as_static(&self) -> Option<&'static str> {
        match &self.0 {
            Repr::Static(text) => Some(text),
            Repr::Shared(_) => None,
        }
    }
}

impl Default for SharedStr {
    fn default() -> Self {
        Self::from_static("")
    }
}

impl Deref for SharedStr {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for SharedStr {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for SharedStr {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl From<&'static str> for SharedStr {
    fn from(text: &'static str) -> Self {
        Self::from_static(text)
    }
}

impl From<String> for SharedStr {
    fn from(text: String) -> Self {
        Self(Repr::Shared(text.into()))
    }
}

impl From<Arc<str>> for SharedStr {
    fn from(text: Arc<str>) -> Self {
        Self(Repr::Shared(text))
    }
}

impl PartialEq for SharedStr {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for SharedStr {}

impl PartialEq<str> for SharedStr {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for SharedStr {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl std::hash::Hash for SharedStr {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for SharedStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for SharedStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

/// One message as a transport carries it.
#[derive(Clone, Default)]
pub struct RawMessage {
    /// Where the message goes or came from: path, topic, subject or queue.
    ///
    /// A transport with one address per connection may leave it empty: the session or the link knows it.
    pub address: SharedStr,
    /// The message's headers, where the protocol has them.
    pub headers: Headers,
    /// The key that decides partition and order, where the protocol has one.
    pub key: Option<Bytes>,
    /// The payload's media type; `None` says that the protocol does not tell, and the document's holds.
    pub content_type: Option<SharedStr>,
    /// The encoded payload.
    pub payload: Bytes,
    /// The operation that sends the message, for its bindings; `None` where the document has no word on it.
    pub operation: Option<&'static OperationInfo>,
    /// What the document says about the message, for its bindings.
    pub info: Option<&'static MessageInfo>,
    /// The payload is text because the encoder made it so: transports need not look.
    #[cfg_attr(
        not(any(feature = "ws", feature = "http")),
        allow(dead_code, reason = "only some transports tell text from binary")
    )]
    pub(crate) known_text: bool,
    /// What few messages have, boxed to keep the others small.
    pub(crate) exchange: Option<Box<Exchange>>,
}

/// What a protocol itself has for request and reply (AMQP's `correlation-id` and `reply-to`, MQTT's correlation data and
/// response topic), and its expiry.
#[derive(Debug, Clone, Default)]
pub(crate) struct Exchange {
    name: Option<SharedStr>,
    correlation_id: Option<SharedStr>,
    reply_to: Option<SharedStr>,
    place: Option<ReplyPlace>,
    expires: Option<Instant>,
}

/// Where a reply goes, for protocols in which an address is not all there is to say.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(not(feature = "amqp"), allow(dead_code, reason = "only AMQP has exchanges"))]
pub(crate) enum ReplyPlace {
    /// To the address that the request has told.
    Told,
    /// To this channel.
    Fixed(&'static ChannelInfo),
}

impl RawMessage {
    /// A message without headers, key and media type.
    pub fn new(address: impl Into<SharedStr>, payload: impl Into<Bytes>) -> Self {
        Self { address: address.into(), payload: payload.into(), ..Self::default() }
    }

    /// A JSON message without an address, such as the answer that a [`Policy`](crate::Policy) gives.
    pub fn json(payload: impl Into<Bytes>) -> Self {
        Self { content_type: Some("application/json".into()), ..Self::new("", payload) }
    }
}

impl RawMessage {
    /// What the protocol itself says that the message is called (the `event` of server-sent events), where it can.
    pub fn name(&self) -> Option<&str> {
        self.exchange.as_ref()?.name.as_deref()
    }

    /// Sets what the protocol itself says that the message is called.
    pub fn set_name(&mut self, name: impl Into<SharedStr>) {
        self.exchange.get_or_insert_default().name = Some(name.into());
    }

    /// The correlation id that the protocol itself carries, where it can
    /// ([`Capabilities::correlation`](crate::Capabilities::correlation)).
    pub fn correlation_id(&self) -> Option<&SharedStr> {
        self.exchange.as_ref()?.correlation_id.as_ref()
    }

    /// The address that the protocol itself says the reply goes to, where it can.
    pub fn reply_to(&self) -> Option<&SharedStr> {
        self.exchange.as_ref()?.reply_to.as_ref()
    }

    /// When the message is of no use any more, where its sender said so and the protocol carries it
    /// ([`Link::carries_expiry`](crate::Link::carries_expiry)). It is not handled after that.
    #[inline]
    pub fn expires(&self) -> Option<Instant> {
        self.exchange.as_ref()?.expires
    }

    /// Sets when the message is of no use any more.
    pub fn set_expires(&mut self, at: Instant) {
        self.exchange.get_or_insert_default().expires = Some(at);
    }

    /// The message for another place, where it never expires.
    pub(crate) fn forget_expiry(&mut self) {
        if let Some(exchange) = &mut self.exchange {
            exchange.expires = None;
        }
    }

    /// Whether the message is of no use any more.
    #[inline]
    pub(crate) fn is_expired(&self) -> bool {
        self.expires().is_some_and(|at| at <= Instant::now())
    }

    /// Sets the correlation id that the protocol itself carries.
    pub fn set_correlation_id(&mut self, id: impl Into<SharedStr>) {
        self.exchange.get_or_insert_default().correlation_id = Some(id.into());
    }

    /// Sets the address that the protocol itself says the reply goes to.
    pub fn set_reply_to(&mut self, address: impl Into<SharedStr>) {
        self.exchange.get_or_insert_default().reply_to = Some(address.into());
    }

    /// Whether the protocol itself has to carry something for a reply.
    pub(crate) fn asks_to_be_answered(&self) -> bool {
        self.correlation_id().is_some() || self.reply_to().is_some()
    }

    /// Where the message goes, if it is a reply.
    #[cfg(feature = "amqp")]
    pub(crate) fn reply_place(&self) -> Option<ReplyPlace> {
        self.exchange.as_ref()?.place
    }

    /// Says that the message is a reply.
    pub(crate) fn set_reply_place(&mut self, place: ReplyPlace) {
        self.exchange.get_or_insert_default().place = Some(place);
    }
}

impl AsRef<[u8]> for RawMessage {
    fn as_ref(&self) -> &[u8] {
        &self.payload
    }
}

/// How much of a payload a `Debug` output shows.
const SHOWN_PAYLOAD: usize = 256;

impl fmt::Debug for RawMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.payload.get(..SHOWN_PAYLOAD).unwrap_or(&self.payload);
        f.debug_struct("RawMessage")
            .field("address", &self.address)
            .field("headers", &self.headers)
            .field("key", &self.key)
            .field("content_type", &self.content_type)
            .field("exchange", &self.exchange)
            .field("length", &self.payload.len())
            .field("payload", &String::from_utf8_lossy(shown))
            .finish()
    }
}
