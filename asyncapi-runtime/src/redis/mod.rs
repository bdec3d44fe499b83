//! The Redis transport, on redis-rs: publish and subscribe, and streams for the addresses that the program names.
//!
//! A [`Redis`] without more is publish and subscribe: at most once, to those who listen at that moment. An address is a
//! channel; a subscription whose parameters are left open has `*` in their place. Nothing but the payload travels: neither
//! headers nor the media type, which is the document's; a message that needs more is refused.
//!
//! Addresses of [`Streams`] that the program names are streams, each under the address as its key. An entry's fields are
//! the message: `payload` (or as [`Streams::payload_field`] says); `content-type`, unless it is JSON and the document says
//! so; of a request, `correlation-id` and `reply-to`; and each header under its own name. A header of the same name takes
//! the place of what the protocol has there. A send is done when the server has answered: the entry is in its memory, and
//! in its file as its `appendfsync` says: with `always` before the answer, with `everysec` up to two seconds later.
//! Replicas hear of it later. A send that got no answer, as the connection broke, is sent again: the entry may be there
//! twice.
//!
//! Consumers of a group share its messages. What one has taken and not settled, others claim when it has been idle for a
//! time; how often it was delivered is the attempt. Replies to requests over streams go to a channel of the client's own,
//! whose name ends with the correlation id.
//!
//! The transport reconnects by itself and restores subscriptions. The server is Redis 6.2 or later, or speaks as it does
//! (RESP3, `XAUTOCLAIM`); each stream that is read has a connection of its own.

mod address;
mod connection;
mod consumer;
mod driver;
mod farewell;
mod inbox;
mod link;
mod message;
mod outbox;
mod reader;
mod source;
mod streams;

use std::fmt;
use std::sync::Arc;

pub use self::streams::Streams;
use crate::{
    BoxFuture, Capabilities, ConnectError, ConnectErrorKind, ConnectRequest, Credential, Link, SaslMechanism, Secret,
    SharedStr, Tls, Transport,
};

/// Redis: connects to `redis://` and `rediss://` URLs, such as `redis://alice:s3cret@localhost:6379/0`, where the path is
/// the number of the database.
///
/// ```no_run
/// use asyncapi_runtime::redis::{Redis, Streams};
/// let redis = Redis::new().streams(Streams::new(["orders", "orders.dead"]).group("fulfilment").ensure());
/// ```
#[derive(Clone, Default)]
pub struct Redis {
    tls: Option<Tls>,
    streams: Vec<Arc<Streams>>,
    consumer: Option<SharedStr>,
}

impl Redis {
    /// Publish and subscribe, as whom the document's credentials say.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whom to trust, and who to be, where the connection is encrypted; also asks for encryption.
    pub fn tls(mut self, tls: Tls) -> Self {
        self.tls = Some(tls);
        self
    }

    /// What goes to these addresses goes through streams.
    pub fn streams(mut self, streams: Streams) -> Self {
        self.streams.push(Arc::new(streams));
        self
    }

    /// The name of this process in its groups, such as the host's: it must be nobody else's. A process that comes back
    /// under its name takes up what it had not settled, at once and in order. Without a name, each subscription makes one
    /// up, and others claim what a crash has left; the name itself stays in the group, with nothing behind it.
    pub fn consumer(mut self, name: impl Into<SharedStr>) -> Self {
        self.consumer = Some(name.into());
        self
    }

    fn stream_of(&self, address: &str) -> Option<&Arc<Streams>> {
        self.streams.iter().find(|streams| streams.takes(address))
    }

    const fn capabilities_of(streams: bool, groups: bool) -> Capabilities {
        Capabilities {
            per_address: false,
            headers: streams,
            redelivery: groups,
            reconnects: true,
            keys: false,
            correlation: streams,
        }
    }

    /// Who logs in: the document's credentials, else the URL's.
    fn login(
        credentials: &[Credential],
        url: Option<(String, Secret)>,
    ) -> Result<Option<(String, Secret)>, ConnectError> {
        let unusable = |text: &str| Err(ConnectError::new(ConnectErrorKind::Endpoint, text.to_owned()));
        let mut login = url;
        for credential in credentials {
            login = Some(match (credential, login) {
                (Credential::UserPassword { user, password }, _)
                | (Credential::Sasl { mechanism: SaslMechanism::Plain, user, password }, _) => {
                    (user.clone(), password.clone())
                }
                (Credential::User(user), other) => {
                    (user.expose().to_owned(), other.map_or_else(|| Secret::new(""), |(_, password)| password))
                }
                (Credential::Password(password) | Credential::Bearer(password), other) => {
                    (other.map_or_else(String::new, |(user, _)| user), password.clone())
                }
                // For messages, not for the connection.
                (Credential::EncryptionKey(_), other) => {
                    login = other;
                    continue;
                }
                (Credential::Certificate(_), _) => return unusable("give the certificate to `Redis::tls`"),
                (Credential::Sasl { .. } | Credential::Gssapi { .. }, _) => {
                    return unusable("Redis logs in with a user and a password alone");
                }
                _ => return unusable("Redis has neither headers nor cookies nor a query to log in with"),
            });
        }
        Ok(login)
    }
}

/// Whether a URL's scheme is one of Redis.
pub(crate) fn speaks(scheme: &str) -> bool {
    matches!(scheme, "redis" | "rediss" | "valkey" | "valkeys")
}

impl Transport for Redis {
    fn capabilities(&self) -> Capabilities {
        let groups = self.streams.iter().any(|streams| streams.group.is_some());
        Self::capabilities_of(!self.streams.is_empty(), groups)
    }

    fn connect(&self, request: ConnectRequest) -> BoxFuture<'_, Result<Arc<dyn Link>, ConnectError>> {
        Box::pin(driver::connect(self.clone(), request))
    }
}

impl fmt::Debug for Redis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redis")
            .field("tls", &self.tls)
            .field("streams", &self.streams)
            .field("consumer", &self.consumer)
            .finish()
    }
}
