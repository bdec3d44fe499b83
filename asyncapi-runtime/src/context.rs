//! What a handler gets to know beside its message.

use std::any::Any;
use std::sync::Arc;

use tokio::time::Instant;

use crate::telemetry::Trace;
use crate::{
    AddressParameters, Broadcast, ChannelInfo, ChannelLink, Handshake, Headers, RawMessage, Session, SharedStr,
    match_address,
};

/// What a handler gets to know beside its message. Generated code wraps it into the channel's own, typed `Context`.
///
/// One box, which the session's loop uses again for the next message: it goes into the handler's future and comes back.
#[derive(Debug)]
pub struct Context(Box<Inner>);

#[derive(Debug)]
struct Inner {
    session: Session,
    message: RawMessage,
    channel: &'static ChannelInfo,
    attempt: u32,
    deadline: Option<Instant>,
    span: tracing::Span,
    /// The rest of the way, for the layers around the handler.
    #[cfg(feature = "tower")]
    next: Option<crate::NextHandler>,
}

impl Context {
    pub(crate) fn new(session: Session, message: RawMessage, channel: &'static ChannelInfo, attempt: u32) -> Self {
        let span = tracing::Span::none();
        Self(Box::new(Inner {
            session,
            message,
            channel,
            attempt,
            deadline: None,
            span,
            #[cfg(feature = "tower")]
            next: None,
        }))
    }

    /// The same once more, for what may take this one and not give it back.
    pub(crate) fn copy(&self) -> Self {
        let Inner { session, message, channel, attempt, deadline, span, .. } = &*self.0;
        let mut copy = Self::new(session.clone(), message.clone(), channel, *attempt);
        (copy.0.deadline, copy.0.span) = (*deadline, span.clone());
        copy
    }

    #[cfg(feature = "tower")]
    pub(crate) fn set_next(&mut self, next: crate::NextHandler) {
        self.0.next = Some(next);
    }

    #[cfg(feature = "tower")]
    pub(crate) fn take_next(&mut self) -> Option<crate::NextHandler> {
        self.0.next.take()
    }

    /// For the next message of the same session.
    pub(crate) fn renew(&mut self, message: RawMessage, channel: &'static ChannelInfo, attempt: u32) {
        let inner = &mut *self.0;
        inner.message = message;
        (inner.channel, inner.attempt, inner.deadline) = (channel, attempt, None);
    }

    pub(crate) fn set_span(&mut self, span: tracing::Span) {
        self.0.span = span;
    }

    pub(crate) fn set_deadline(&mut self, deadline: Option<Instant>) {
        self.0.deadline = deadline;
    }

    pub(crate) fn next_attempt(&mut self) {
        self.0.attempt = self.0.attempt.saturating_add(1);
    }

    /// The session on which the message came.
    #[inline]
    pub fn session(&self) -> &Session {
        &self.0.session
    }

    /// The message as it came.
    #[inline]
    pub fn raw(&self) -> &RawMessage {
        &self.0.message
    }

    /// The message, to be changed by an [`Interceptor`](crate::Interceptor) before it is decoded.
    pub fn raw_mut(&mut self) -> &mut RawMessage {
        &mut self.0.message
    }

    /// The message's headers.
    pub fn headers(&self) -> &Headers {
        &self.0.message.headers
    }

    /// What the peer has presented: with its connection, and, where the protocol has message headers, with the message,
    /// which counts first.
    pub fn presented(&self) -> Handshake {
        let mut presented = self.0.session.handshake().clone();
        for (name, value) in self.0.message.headers.iter() {
            presented.headers.set(name.to_owned(), value.clone());
        }
        presented
    }

    /// The channel on which the message came.
    pub fn channel(&self) -> &'static ChannelInfo {
        self.0.channel
    }

    /// The address on which the message came.
    #[inline]
    pub fn address(&self) -> &SharedStr {
        match self.0.message.address.is_empty() {
            true => self.0.session.address(),
            false => &self.0.message.address,
        }
    }

    /// The parameters of the address; `None` if the address is not one of the channel's.
    pub fn parameters(&self) -> Option<AddressParameters<'_>> {
        match_address(self.0.channel, self.address())
    }

    /// Sends to the session, on the channel and address of the message.
    #[inline]
    pub fn sender(&self) -> ChannelLink {
        // A socket's message has no address of its own; the session's need not be copied for each.
        let own = &self.0.message.address;
        let address = (!own.is_empty()).then(|| own.clone());
        // What is sent because of this message belongs to its trace.
        ChannelLink::to_session(self.0.session.clone(), self.0.channel, address).in_trace(self.trace())
    }

    /// The trace that the message belongs to.
    pub(crate) fn trace(&self) -> Option<Arc<Trace>> {
        Trace::of(&self.0.message.headers)
    }

    /// Sends to every open session at the message's address.
    pub fn broadcast(&self) -> Broadcast {
        Broadcast::from_session(&self.0.session, self.0.channel, self.address().clone()).in_trace(self.trace())
    }

    /// Which attempt to handle the message this is, from 1.
    pub fn attempt(&self) -> u32 {
        self.0.attempt
    }

    /// When the attempt is given up.
    pub fn deadline(&self) -> Option<Instant> {
        self.0.deadline
    }

    /// The span in which the message is handled.
    pub fn span(&self) -> &tracing::Span {
        &self.0.span
    }

    /// What the authenticator returned for the session, if it was of this type.
    pub fn identity<T: Any + Send + Sync>(&self) -> Option<&T> {
        self.0.session.identity()
    }
}
