//! A message that came in, with the means to settle it.
//!
//! Invariant: a delivery is settled at most once; dropped unsettled, it counts as not acknowledged.

use std::fmt;
use std::time::Duration;

use crate::RawMessage;

/// How a message is settled, where the protocol settles messages at all.
pub trait Settler: Send {
    /// The message was handled: do not deliver it again.
    fn acknowledge(self: Box<Self>);
    /// Deliver the message again, not before the time has passed.
    fn retry(self: Box<Self>, after: Duration);
    /// The message can never be handled: dead-letter it or discard it.
    fn reject(self: Box<Self>);
    /// As [`reject`](Self::reject), with the reason, for transports that dead-letter by themselves.
    fn reject_because(self: Box<Self>, _reason: &str) {
        self.reject();
    }
    /// Dropped unsettled, for example as the program ends: as a rule the broker delivers it again.
    fn abandon(self: Box<Self>);
}

/// The one-shot settling of a delivery.
pub struct Settle(Option<Box<dyn Settler>>);

impl Settle {
    /// Wraps the transport's own way to settle.
    pub fn new(settler: impl Settler + 'static) -> Self {
        Self(Some(Box::new(settler)))
    }

    /// The message was handled.
    pub fn acknowledge(mut self) {
        if let Some(settler) = self.0.take() {
            settler.acknowledge();
        }
    }

    /// Deliver the message again, not before the time has passed.
    pub fn retry(mut self, after: Duration) {
        if let Some(settler) = self.0.take() {
            settler.retry(after);
        }
    }

    /// The message can never be handled.
    pub fn reject(mut self) {
        if let Some(settler) = self.0.take() {
            settler.reject();
        }
    }

    /// The message can never be handled, for a reason that goes with it where the transport dead-letters by itself.
    pub fn reject_because(mut self, reason: &str) {
        if let Some(settler) = self.0.take() {
            settler.reject_because(reason);
        }
    }
}

impl Drop for Settle {
    fn drop(&mut self) {
        if let Some(settler) = self.0.take() {
            settler.abandon();
        }
    }
}

impl fmt::Debug for Settle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Settle")
    }
}

/// A message that came in. Dropped unsettled, it counts as not acknowledged.
#[derive(Debug)]
pub struct Delivery {
    /// The message.
    pub message: RawMessage,
    /// How to settle it; `None` where the protocol has no such thing (WebSocket).
    pub settle: Option<Settle>,
    /// Which attempt this is as far as the transport knows, from 1.
    pub attempt: u32,
}

impl Delivery {
    /// A message of a protocol that does not settle.
    pub fn new(message: RawMessage) -> Self {
        Self { message, settle: None, attempt: 1 }
    }

    /// A message that the receiver settles.
    pub fn with_settle(message: RawMessage, settle: Settle) -> Self {
        Self { message, settle: Some(settle), attempt: 1 }
    }

    /// The message was handled.
    pub fn acknowledge(self) {
        if let Some(settle) = self.settle {
            settle.acknowledge();
        }
    }

    /// Deliver the message again later, where the protocol can.
    pub fn retry(self, after: Duration) {
        if let Some(settle) = self.settle {
            settle.retry(after);
        }
    }

    /// The message can never be handled.
    pub fn reject(self) {
        if let Some(settle) = self.settle {
            settle.reject();
        }
    }
}
