//! Which topics there are, and making those that are missing.

use std::collections::HashSet;
use std::fmt;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use rdkafka::admin::{AdminClient, AdminOptions, NewTopic, TopicReplication};
use rdkafka::error::{KafkaError, RDKafkaErrorCode as Code};
use rdkafka::producer::Producer as _;

use super::events::{Asked, Ears};
use super::link::Shared;
use super::pattern::Pattern;
use super::producer::{Producer, discard, missing};
use crate::bindings::kafka::{CleanupPolicy, TopicConfiguration};
use crate::{ChannelInfo, SharedStr};

/// How often it is asked whether a topic that was made has come to be.
const LOOKS: u32 = 40;
const PAUSE: Duration = Duration::from_millis(50);

/// A topic, and how it is made if it is missing.
#[derive(Clone)]
pub struct Topic {
    name: SharedStr,
    partitions: Option<u32>,
    replicas: Option<u32>,
    config: Vec<(String, String)>,
}

impl Topic {
    /// The topic of this name, made as the broker thinks best.
    pub fn new(name: impl Into<SharedStr>) -> Self {
        Self { name: name.into(), partitions: None, replicas: None, config: Vec::new() }
    }

    /// How many partitions it gets.
    pub fn partitions(mut self, partitions: u32) -> Self {
        self.partitions = Some(partitions);
        self
    }

    /// How many replicas it gets.
    pub fn replicas(mut self, replicas: u32) -> Self {
        self.replicas = Some(replicas);
        self
    }

    /// A property of the topic, such as `retention.ms`.
    pub fn config(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.config.push((name.into(), value.into()));
        self
    }

    /// As the document's binding says; without Confluent's own properties, which Kafka refuses.
    fn of(name: &str, channel: Option<&'static ChannelInfo>) -> Self {
        let mut topic = Self::new(name.to_owned());
        let Some(binding) = channel.and_then(ChannelInfo::kafka) else { return topic };
        (topic.partitions, topic.replicas) = (binding.partitions, binding.replicas);
        topic.config = binding.topic_configuration.as_ref().map(properties).unwrap_or_default();
        topic
    }
}

impl fmt::Debug for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)
    }
}

fn properties(binding: &TopicConfiguration) -> Vec<(String, String)> {
    let policies = binding.cleanup_policy.iter().map(|policy| match policy {
        CleanupPolicy::Compact => "compact",
        CleanupPolicy::Delete => "delete",
    });
    let policies = policies.collect::<Vec<_>>().join(",");
    let numbers = [
        ("retention.ms", binding.retention_ms),
        ("retention.bytes", binding.retention_bytes),
        ("delete.retention.ms", binding.delete_retention_ms),
        ("max.message.bytes", binding.max_message_bytes),
    ];
    let numbers = numbers.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.to_string())));
    let policies = (!policies.is_empty()).then(|| ("cleanup.policy".to_owned(), policies));
    policies.into_iter().chain(numbers).collect()
}

/// The topics that are known to exist.
#[derive(Default)]
pub(super) struct Known {
    topics: RwLock<HashSet<String>>,
    /// One is looked for at a time, in turn.
    looking: tokio::sync::Mutex<()>,
}

impl Known {
    pub(super) fn has(&self, topic: &str) -> bool {
        self.topics.read().unwrap_or_else(std::sync::PoisonError::into_inner).contains(topic)
    }

    fn add(&self, topic: &str) {
        self.topics.write().unwrap_or_else(std::sync::PoisonError::into_inner).insert(topic.to_owned());
    }
}

/// Runs what blocks where it may.
pub(super) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, String> {
    tokio::task::spawn_blocking(work).await.map_err(|error| error.to_string())
}

impl Shared {
    /// Sees to it that a topic exists. An error says what is the matter.
    pub(super) async fn require(&self, topic: &str, channel: Option<&'static ChannelInfo>) -> Result<(), String> {
        if self.known.has(topic) {
            return Ok(());
        }
        let _in_turn = self.known.looking.lock().await;
        if self.known.has(topic) {
            return Ok(());
        }
        if !self.exists(topic).await? {
            if !self.kafka.ensure {
                return Err(missing(topic));
            }
            self.make(topic, channel).await?;
        }
        self.known.add(topic);
        Ok(())
    }

    async fn exists(&self, topic: &str) -> Result<bool, String> {
        let producer = self.outbox.producer().map_err(|error| error.to_string())?;
        let (name, timeout) = (topic.to_owned(), self.connect_timeout);
        blocking(move || exists(&producer, &name, timeout)).await?
    }

    async fn make(&self, name: &str, channel: Option<&'static ChannelInfo>) -> Result<(), String> {
        let own = self.kafka.topics.iter().find(|topic| *topic.name == *name);
        let topic = own.map_or_else(|| Topic::of(name, channel), |topic| (**topic).clone());
        let failed = |text: &str| format!("topic `{name}` cannot be made: {text}");
        let context = Asked { ears: Ears::new(self.ending.clone(), false) };
        let admin: AdminClient<Asked> =
            self.config.admin().create_with_context(context).map_err(|error| failed(&error.to_string()))?;
        let admin = Arc::new(admin);
        // -1 leaves it to the broker.
        let number = |count: Option<u32>| count.and_then(|count| i32::try_from(count).ok()).unwrap_or(-1);
        let replication = TopicReplication::Fixed(number(topic.replicas));
        let mut new = NewTopic::new(name, number(topic.partitions), replication);
        for (property, value) in &topic.config {
            new = new.set(property, value);
        }
        let options = AdminOptions::new().request_timeout(Some(self.connect_timeout));
        let made = admin.create_topics([&new], &options).await;
        discard(admin);
        let made = made.map_err(|error| failed(&error.to_string()))?;
        match made.into_iter().next() {
            Some(Err((_, code))) if code != Code::TopicAlreadyExists => return Err(failed(&code.to_string())),
            _ => {}
        }
        for _ in 0..LOOKS {
            if self.exists(name).await? {
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(failed("the broker does not know it after it was made"))
    }
}

fn exists(producer: &Producer, topic: &str, timeout: Duration) -> Result<bool, String> {
    let failed =
        |text: &dyn fmt::Display| format!("the broker does not say whether there is a topic `{topic}`: {text}");
    let metadata = producer.client().fetch_metadata(Some(topic), timeout).map_err(|error| failed(&error))?;
    let found = metadata.topics().iter().find(|found| found.name() == topic);
    match found.map(|found| found.error().map(Code::from)) {
        None | Some(Some(Code::UnknownTopicOrPartition | Code::UnknownTopic)) => Ok(false),
        Some(None | Some(Code::LeaderNotAvailable)) => Ok(true),
        Some(Some(error)) => Err(failed(&error)),
    }
}

/// The partitions of the topics that a subscription takes.
pub(super) fn partitions(
    producer: &Producer,
    pattern: &Pattern,
    timeout: Duration,
) -> Result<Vec<(String, i32)>, KafkaError> {
    let only = (!pattern.is_open()).then_some(pattern.topic.as_str());
    let metadata = producer.client().fetch_metadata(only, timeout)?;
    let mut found = Vec::new();
    for topic in metadata.topics() {
        if topic.error().is_none() && pattern.address_of(topic.name()).is_some() {
            found.extend(topic.partitions().iter().map(|partition| (topic.name().to_owned(), partition.id())));
        }
    }
    Ok(found)
}
