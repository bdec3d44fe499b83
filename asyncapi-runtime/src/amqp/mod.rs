//! The AMQP 0-9-1 transport, on lapin: RabbitMQ and what speaks like it.
//!
//! Where a channel's binding names an exchange, its address is a routing key there, and each subscriber has a queue of its
//! own unless the binding or [`Amqp::group`] names one. Without a binding, and with `is: queue`, the address is a queue's
//! name, and messages go there over the default exchange; [`Amqp::exchange`] gives another meaning to what has no binding.
//! A subscription whose parameters are left open has `*` in their place, on topic exchanges.
//!
//! Nothing is declared but queues of a subscriber's own, unless the program asks for it by [`Amqp::ensure`]; what is
//! missing is an error. Every send is confirmed by the broker; one to a queue that does not exist is an error, and so is
//! one that the document calls mandatory and no queue takes. The transport reconnects by itself: subscriptions are
//! restored, and what was not confirmed is sent again, in its order. Only replies to requests are not waited for, though they
//! are sent again as well.
//!
//! A message is acknowledged after its handler; as many are taken as may be in flight. One that is to be tried again stays
//! with this process until then, unacknowledged. What is rejected goes where the queue's dead letters go.

mod connection;
mod driver;
mod line;
mod link;
mod message;
mod options;
mod outbox;
mod place;
mod slot;
mod source;
mod stream;
mod topology;

pub use self::options::Amqp;

/// Whether a URL's scheme, or a document's protocol, is AMQP 0-9-1.
pub(crate) fn speaks(scheme: &str) -> bool {
    matches!(scheme, "amqp" | "amqps")
}
