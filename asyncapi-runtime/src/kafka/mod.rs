//! The Kafka transport, on librdkafka.
//!
//! An address is a topic, unless the channel's binding names one; a subscription whose parameters are left open takes all
//! topics that match. What is sent is confirmed by all replicas in sync, in the order of its key, and once
//! (`enable.idempotence`). The media type travels in the header `content-type`, unless it is JSON and the document says
//! so. There is no correlation id but where the document has a place for one.
//!
//! With a group, named by the operation's binding or by [`Kafka::group`], members share the partitions, and what is settled
//! without a gap is committed: who comes next begins there. A group without a place begins with the first message of a
//! topic. Replies go past the group, as each client has to see its own. Without a group, a subscription sees all that is
//! sent from then on, and commits nothing.
//!
//! A message that is to be tried again is kept in this process, and holds up neither the others nor their order, but
//! what is committed; [`Kafka::retry_topics`] keeps it on the broker.

mod batch;
mod config;
mod consumer;
mod events;
mod link;
mod message;
mod partition;
mod pattern;
mod producer;
mod retry;
mod source;
mod topics;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use self::config::Config;
use self::link::KafkaLink;
pub use self::topics::Topic;
use crate::{BoxFuture, Capabilities, ConnectError, ConnectRequest, Link, RawMessage, Secret, SharedStr, Transport};

/// Chooses a message's partition.
type Partition = Arc<dyn Fn(&RawMessage) -> Option<i32> + Send + Sync>;

pub(crate) use self::config::speaks;

/// Kafka: connects to `kafka://` and `kafka-secure://` URLs; more brokers may stand behind the first, parted by commas.
#[derive(Clone)]
pub struct Kafka {
    group: Option<SharedStr>,
    member: Option<SharedStr>,
    from_start: bool,
    linger: Option<Duration>,
    buffer: usize,
    ensure: bool,
    topics: Vec<Arc<Topic>>,
    keys: Vec<(SharedStr, SharedStr)>,
    partition: Option<Partition>,
    retry_suffix: Option<SharedStr>,
    refresh: Duration,
    #[cfg(feature = "kafka-tls")]
    trusted: Vec<String>,
    #[cfg(feature = "kafka-tls")]
    identity: Option<(String, Secret)>,
    properties: Vec<(SharedStr, Secret)>,
}

impl Default for Kafka {
    fn default() -> Self {
        Self {
            group: None,
            member: None,
            from_start: false,
            linger: None,
            buffer: 32 << 20,
            ensure: false,
            topics: Vec::new(),
            keys: Vec::new(),
            partition: None,
            retry_suffix: None,
            refresh: Duration::from_secs(10),
            #[cfg(feature = "kafka-tls")]
            trusted: Vec::new(),
            #[cfg(feature = "kafka-tls")]
            identity: None,
            properties: Vec::new(),
        }
    }
}

impl Kafka {
    /// Kafka, as whom the document's credentials say.
    pub fn new() -> Self {
        Self::default()
    }

    /// The consumer group of subscriptions for which the document's bindings name none.
    pub fn group(mut self, id: impl Into<SharedStr>) -> Self {
        self.group = Some(id.into());
        self
    }

    /// Who this process is within its groups, so that it comes back to its own partitions after a restart, without the others
    /// noticing (`group.instance.id`). Each address has a member of its own, whose id is this one with the topic appended.
    pub fn member(mut self, id: impl Into<SharedStr>) -> Self {
        self.member = Some(id.into());
        self
    }

    /// A subscription without a group begins with the first message of the topic, not with what is new.
    pub fn from_start(mut self) -> Self {
        self.from_start = true;
        self
    }

    /// How long a message may wait for others to be sent with; 5 milliseconds if nothing is said. Nothing waits for the
    /// least delay, at the cost of more requests.
    pub fn linger(mut self, time: Duration) -> Self {
        self.linger = Some(time);
        self
    }

    /// How many bytes may wait to be sent and confirmed; 32 MiB if nothing is said. A send waits for room.
    pub fn buffer(mut self, bytes: usize) -> Self {
        self.buffer = bytes;
        self
    }

    /// Makes topics that are missing, as they are first sent to or subscribed to: as a [`Topic`] says, or the channel's
    /// binding (`partitions`, `replicas`, `topicConfiguration`), or the broker. Otherwise a missing topic is an error, also
    /// where the broker would make it by itself.
    pub fn ensure(mut self) -> Self {
        self.ensure = true;
        self
    }

    /// How a topic is made, if it is missing.
    pub fn topic(mut self, topic: Topic) -> Self {
        self.ensure = true;
        self.topics.push(Arc::new(topic));
        self
    }

    /// The key of messages to this address that come without one: the text or number at a JSON pointer of the payload.
    ///
    /// ```
    /// # use asyncapi_runtime::kafka::Kafka;
    /// let kafka = Kafka::new().key("orders.created", "/order_id");
    /// ```
    pub fn key(mut self, address: impl Into<SharedStr>, pointer: impl Into<SharedStr>) -> Self {
        self.keys.push((address.into(), pointer.into()));
        self
    }

    /// Chooses the partition of messages; for those where it says `None`, the key decides as in Kafka's own clients
    /// (murmur2), or chance.
    pub fn partition(mut self, choose: impl Fn(&RawMessage) -> Option<i32> + Send + Sync + 'static) -> Self {
        self.partition = Some(Arc::new(choose));
        self
    }

    /// Messages that a group is to try again go to another topic, whose name is the first with this suffix, and their place
    /// counts as settled; the group's subscriptions take that topic in too, and wait there. So retries outlive the process,
    /// and hold up no commit. Where several groups read a topic, give each a suffix of its own.
    ///
    /// The headers `x-attempt` and `x-retry-at` (milliseconds of Unix time) are for this transport alone.
    ///
    /// ```
    /// # use asyncapi_runtime::kafka::Kafka;
    /// let kafka = Kafka::new().group("billing").retry_topics(".billing.retry");
    /// ```
    pub fn retry_topics(mut self, suffix: impl Into<SharedStr>) -> Self {
        self.retry_suffix = Some(suffix.into());
        self
    }

    /// How often subscriptions look for new topics, where parameters are left open, and for new partitions, where there is
    /// no group; 10 seconds if nothing is said.
    pub fn refresh(mut self, time: Duration) -> Self {
        self.refresh = time.clamp(Duration::from_millis(100), Duration::from_secs(3600));
        self
    }

    /// Trusts the certificate authorities in this PEM text, in the place of the system's.
    #[cfg(feature = "kafka-tls")]
    pub fn trust_pem(mut self, pem: impl Into<String>) -> Self {
        self.trusted.push(pem.into());
        self
    }

    /// Who this side is, where the broker asks for a certificate: the chain and the private key, as PEM texts.
    #[cfg(feature = "kafka-tls")]
    pub fn identity_pem(mut self, chain: impl Into<String>, key: impl Into<Secret>) -> Self {
        self.identity = Some((chain.into(), key.into()));
        self
    }

    /// Sets a property of librdkafka, such as `compression.type`; it overrides what this transport sets. Those on which its
    /// promises stand (`enable.auto.offset.store`, `enable.auto.commit`) are refused as the connection is made.
    pub fn property(mut self, name: impl Into<SharedStr>, value: impl Into<Secret>) -> Self {
        self.properties.push((name.into(), value.into()));
        self
    }
}

impl Transport for Kafka {
    fn capabilities(&self) -> Capabilities {
        link::CAPABILITIES
    }

    fn connect(&self, request: ConnectRequest) -> BoxFuture<'_, Result<Arc<dyn Link>, ConnectError>> {
        Box::pin(async move {
            let request = request.with_tokens().await?;
            let config = Config::new(self, &request)?;
            let link = KafkaLink::connect(self.clone(), config, request.settings).await?;
            Ok(Arc::new(link) as Arc<dyn Link>)
        })
    }
}

/// Neither the values of properties nor certificates.
impl fmt::Debug for Kafka {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let properties: Vec<&str> = self.properties.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Kafka")
            .field("group", &self.group)
            .field("topics", &self.topics)
            .field("keys", &self.keys)
            .field("retry_topics", &self.retry_suffix)
            .field("properties", &properties)
            .finish_non_exhaustive()
    }
}
