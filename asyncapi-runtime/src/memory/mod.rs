//! The in-process transport, for tests and for parts of one program.
//!
//! A [`Hub`] stands in for the network. It does both of what protocols do: topics, as a broker has them, and sessions,
//! as a WebSocket listener has them, with handshakes, refusals and close codes. [`Faults`] break it on demand, each
//! exactly as often as asked, so that a test of a failure fails the same way every time.

mod faults;
mod pipe;
mod sessions;
#[cfg(test)]
mod tests;
mod topics;

use std::fmt;
use std::sync::Arc;

pub use faults::Faults;

use crate::{ConnectEndpoint, Listen, RawMessage, ServeEndpoint, SharedStr, Transport};

/// A network in the process. Clones are handles on the same one.
#[derive(Clone, Default)]
pub struct Hub {
    inner: Arc<Inner>,
}

#[derive(Default)]
struct Inner {
    sessions: sessions::Network,
    topics: topics::Topics,
    faults: Faults,
}

impl Hub {
    /// A network of its own.
    pub fn new() -> Self {
        Self::default()
    }

    /// Connects to topics, for clients and services alike.
    pub fn topics(&self) -> ConnectEndpoint {
        ConnectEndpoint::new(Arc::new(topics::TopicTransport(self.clone())), "memory:")
    }

    /// The transport of the topics, for endpoints of the program's own making.
    pub fn topic_transport(&self) -> impl Transport + use<> {
        topics::TopicTransport(self.clone())
    }

    /// Connects to the service that listens for sessions.
    pub fn connect(&self) -> ConnectEndpoint {
        ConnectEndpoint::new(Arc::new(sessions::SessionTransport(self.clone())), "memory:")
    }

    /// Listens for sessions. A hub has one listener at a time.
    pub fn listen(&self) -> ServeEndpoint {
        ServeEndpoint::listen(Arc::new(sessions::SessionListen(self.clone())), "memory")
    }

    /// What can be made to fail.
    pub fn faults(&self) -> &Faults {
        &self.inner.faults
    }

    /// Breaks all connections, as a network does: nobody gets a word of farewell.
    pub fn drop_links(&self) {
        self.inner.sessions.break_all();
        self.inner.topics.break_all();
    }

    /// Messages of topics that were rejected, oldest first, with the reason in the header `x-problem`; the last thousand are
    /// kept.
    pub fn dead_letters(&self) -> Vec<RawMessage> {
        self.inner.topics.dead_letters()
    }

    /// Sends a message to a topic as it is, past all checks, and says how many subscriptions got it.
    pub fn publish(&self, address: impl Into<SharedStr>, payload: impl Into<bytes::Bytes>) -> usize {
        let mut message = RawMessage::new(address, payload);
        message.content_type = Some("application/json".into());
        self.inner.topics.publish_now(self, message)
    }

    /// The transport that does for a protocol what the network would: sessions for sockets, topics for the rest.
    pub(crate) fn transport(&self, protocol: &str) -> Arc<dyn Transport> {
        match has_sessions(protocol) {
            true => Arc::new(sessions::SessionTransport(self.clone())),
            false => Arc::new(topics::TopicTransport(self.clone())),
        }
    }

    /// The listener for a protocol; `None` where services connect to a broker.
    pub(crate) fn listener(&self, protocol: &str) -> Option<Arc<dyn Listen>> {
        has_sessions(protocol).then(|| Arc::new(sessions::SessionListen(self.clone())) as Arc<dyn Listen>)
    }
}

fn has_sessions(protocol: &str) -> bool {
    ["ws", "wss", "http", "https"].iter().any(|name| protocol.eq_ignore_ascii_case(name))
}

impl fmt::Debug for Hub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hub").finish_non_exhaustive()
    }
}

/// What is sent to an address of topics.
impl From<&Hub> for ConnectEndpoint {
    fn from(hub: &Hub) -> Self {
        hub.topics()
    }
}
