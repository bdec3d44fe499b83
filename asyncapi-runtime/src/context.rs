//! What a handler gets to know beside its message.

use std::any::Any;

use tokio::time::Instant;

use crate::{
    AddressParameters, Broadcast, ChannelInfo, ChannelLink, Headers, RawMessage, Session, SharedStr, match_address,
};

/// What a handler gets to know beside its message. Generated code wraps it into the channel's own, typed `Context`.
#[derive(Debug)]
pub struct Context {
    pub(crate) session: Session,
    pub(crate) message: RawMessage,
    pub(crate) channel: &'static ChannelInfo,
    pub(crate) attempt: u32,
    pub(crate) deadline: Option<Instant>,
    pub(crate) span: tracing::Span,
}

impl Context {
    /// The session on which the message came.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The message as it came.
    pub fn raw(&self) -> &RawMessage {
        &self.message
    }

    /// The message's headers.
    pub fn headers(&self) -> &Headers {
        &self.message.headers
    }

    /// The channel on which the message came.
    pub fn channel(&self) -> &'static ChannelInfo {
        self.channel
    }

    /// The address on which the message came.
    pub fn address(&self) -> &SharedStr {
        match self.message.address.is_empty() {
            true => self.session.address(),
            false => &self.message.address,
        }
    }

    /// The parameters of the address; `None` if the address is not one of the channel's.
    pub fn parameters(&self) -> Option<AddressParameters<'_>> {
        match_address(self.channel, self.address())
    }

    /// Sends to the session, on the channel and address of the message.
    pub fn sender(&self) -> ChannelLink {
        ChannelLink::to_session(self.session.clone(), self.channel, self.address().clone())
    }

    /// Sends to every open session at the message's address.
    pub fn broadcast(&self) -> Broadcast {
        Broadcast::from_session(&self.session, self.channel, self.address().clone())
    }

    /// Which attempt to handle the message this is, from 1.
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// When the attempt is given up.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// The span in which the message is handled.
    pub fn span(&self) -> &tracing::Span {
        &self.span
    }

    /// What the authenticator returned for the session, if it was of this type.
    pub fn identity<T: Any + Send + Sync>(&self) -> Option<&T> {
        self.session.identity()
    }
}
