//! What librdkafka says of its clients: errors, logs, confirmations and assignments.
//!
//! Everything here is called from threads of librdkafka, or while it is polled: nothing may block or panic.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use rdkafka::client::ClientContext;
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::consumer::{BaseConsumer, Consumer as _, ConsumerContext, Rebalance};
use rdkafka::error::{KafkaError, KafkaResult, RDKafkaErrorCode as Code};
use rdkafka::message::{DeliveryResult, Message};
use rdkafka::producer::ProducerContext;
use rdkafka::statistics::Statistics;
use rdkafka::topic_partition_list::{Offset, TopicPartitionList};
use tokio::sync::watch;

use super::batch::Batch;
use super::partition::Partition;
use super::pattern::Topics;
use super::producer::{Room, not_sent};
use crate::broker::Ending;
use crate::control::lock;
use crate::{CloseReason, ConnectError, ConnectErrorKind};

/// Why there is no connection: the first reason.
pub(super) type Verdict = Option<(ConnectErrorKind, String)>;

/// What is heard of one client.
pub(super) struct Ears {
    verdict: watch::Sender<Verdict>,
    /// What failed last: all brokers being down does not say why.
    last: Mutex<String>,
    ending: Arc<Ending>,
    /// A lost connection is lost for good.
    never: bool,
    fatal: AtomicBool,
    /// Something was heard since it was last asked: there may be more to poll.
    heard: AtomicBool,
}

impl Ears {
    pub(super) fn new(ending: Arc<Ending>, never: bool) -> Self {
        Self {
            verdict: watch::Sender::new(None),
            last: Mutex::default(),
            ending,
            never,
            fatal: AtomicBool::new(false),
            heard: AtomicBool::new(false),
        }
    }

    /// Waits until it is certain that there is no connection.
    pub(super) fn refusal(&self) -> impl Future<Output = ConnectError> + Send + 'static {
        let mut verdict = self.verdict.subscribe();
        async move {
            match verdict.wait_for(Option::is_some).await.ok().and_then(|verdict| verdict.clone()) {
                Some((kind, text)) => ConnectError::new(kind, text),
                None => std::future::pending().await,
            }
        }
    }

    /// Whether the client is of no use any more.
    pub(super) fn is_fatal(&self) -> bool {
        self.fatal.load(Ordering::Acquire)
    }

    /// It is of no use any more.
    pub(super) fn fail(&self) {
        self.fatal.store(true, Ordering::Release);
    }

    pub(super) fn heard(&self) -> bool {
        self.heard.load(Ordering::Relaxed) && self.heard.swap(false, Ordering::AcqRel)
    }

    fn note(&self) {
        self.heard.store(true, Ordering::Release);
    }

    fn log(&self, level: RDKafkaLogLevel, facility: &str, text: &str) {
        self.note();
        match level {
            // Of properties that are a consumer's or a producer's: both get the same.
            _ if facility == "CONFWARN" => tracing::trace!(facility, "{text}"),
            RDKafkaLogLevel::Emerg | RDKafkaLogLevel::Alert | RDKafkaLogLevel::Critical => {
                tracing::error!(facility, "{text}");
            }
            // Failures to connect are told as errors as well, and those are what counts.
            RDKafkaLogLevel::Error | RDKafkaLogLevel::Warning | RDKafkaLogLevel::Notice => {
                tracing::info!(facility, "{text}");
            }
            RDKafkaLogLevel::Info | RDKafkaLogLevel::Debug => tracing::debug!(facility, "{text}"),
        }
    }

    fn error(&self, error: &KafkaError, reason: &str) {
        self.note();
        let down = Some(Code::AllBrokersDown);
        let kind = match error.rdkafka_error_code() {
            Some(Code::Authentication | Code::SaslAuthenticationFailed) => Some(ConnectErrorKind::Refused),
            Some(Code::SSL) => Some(ConnectErrorKind::Tls),
            code if code == down => Some(ConnectErrorKind::Unreachable),
            Some(Code::Fatal) => {
                self.fail();
                None
            }
            _ => None,
        };
        if let Some(kind) = kind {
            let last = lock(&self.last).clone();
            let text = if kind == ConnectErrorKind::Unreachable && !last.is_empty() { &last } else { reason };
            let text = text.to_owned();
            self.verdict.send_if_modified(|verdict| {
                let first = verdict.is_none();
                if first {
                    *verdict = Some((kind, text));
                }
                first
            });
        }
        if kind == Some(ConnectErrorKind::Unreachable) && self.never {
            self.ending.end(CloseReason::lost("the connection broke"));
        }
        match kind {
            Some(ConnectErrorKind::Refused | ConnectErrorKind::Tls) => tracing::error!(%error, "{reason}"),
            _ => tracing::info!(%error, "{reason}"),
        }
        reason.clone_into(&mut lock(&self.last));
    }
}

macro_rules! client_context {
    ($($context:ident),*) => {$(
        impl ClientContext for $context {
            fn log(&self, level: RDKafkaLogLevel, facility: &str, text: &str) {
                self.ears.log(level, facility, text);
            }

            fn error(&self, error: KafkaError, reason: &str) {
                self.ears.error(&error, reason);
            }

            fn stats(&self, _: Statistics) {
                self.ears.note();
            }

            fn stats_raw(&self, _: &[u8]) {
                self.ears.note();
            }
        }
    )*};
}
client_context!(Sent, Heard, Asked);

/// The context of what makes topics.
pub(super) struct Asked {
    pub(super) ears: Ears,
}

/// The context of a producer.
pub(super) struct Sent {
    pub(super) ears: Ears,
    pub(super) room: Arc<Room>,
}

impl ProducerContext for Sent {
    type DeliveryOpaque = Arc<Batch>;

    fn delivery(&self, result: &DeliveryResult<'_>, batch: Arc<Batch>) {
        let (message, outcome) = match result {
            Ok(message) => (message, Ok(())),
            Err((error, message)) => (message, Err(not_sent(error, message.topic()))),
        };
        self.room.release(self.room.weight(message.payload_len(), message.key_len()));
        batch.settle(outcome);
    }
}

/// The context of a consumer: which partitions are its own.
pub(super) struct Heard {
    pub(super) ears: Ears,
    topics: Topics,
    partitions: Mutex<Vec<Arc<Partition>>>,
    /// Counts the changes of `partitions`.
    changes: AtomicU64,
    assigned: AtomicBool,
    /// Somebody reads. Until then, partitions are paused, so that there is nothing but events to poll.
    started: AtomicBool,
}

impl Heard {
    pub(super) fn new(ears: Ears, topics: Topics) -> Self {
        let partitions = Mutex::default();
        let [assigned, started] = [const { AtomicBool::new(false) }; 2];
        Self { ears, topics, partitions, changes: AtomicU64::new(0), assigned, started }
    }

    /// Whether the group has said which partitions are this member's, be it none.
    pub(super) fn is_assigned(&self) -> bool {
        self.assigned.load(Ordering::Acquire)
    }

    pub(super) fn is_started(&self) -> bool {
        self.started.load(Ordering::Acquire)
    }

    pub(super) fn start(&self) {
        self.started.store(true, Ordering::Release);
    }

    /// The partitions, unless there was no change since `seen`.
    pub(super) fn partitions_after(&self, seen: &mut u64) -> Option<Vec<Arc<Partition>>> {
        if self.changes.load(Ordering::Acquire) == *seen {
            return None;
        }
        let partitions = lock(&self.partitions);
        *seen = self.changes.load(Ordering::Acquire);
        Some(partitions.clone())
    }

    pub(super) fn partitions(&self) -> Vec<Arc<Partition>> {
        lock(&self.partitions).clone()
    }

    /// Takes partitions in.
    pub(super) fn assign<'a>(&self, added: impl Iterator<Item = (&'a str, i32)>) {
        let mut partitions = lock(&self.partitions);
        for (topic, number) in added {
            if !partitions.iter().any(|known| known.is(topic, number)) {
                partitions.push(Arc::new(self.topics.partition(topic, number)));
            }
        }
        self.changes.fetch_add(1, Ordering::AcqRel);
        drop(partitions);
        self.assigned.store(true, Ordering::Release);
    }

    /// Gives partitions up; what is settled is told to librdkafka, which commits it before it lets go.
    fn revoke(&self, consumer: &BaseConsumer<Self>, lost: impl Fn(&Partition) -> bool) {
        let mut partitions = lock(&self.partitions);
        let (gone, kept) = partitions.drain(..).partition(|partition| lost(partition));
        *partitions = kept;
        self.changes.fetch_add(1, Ordering::AcqRel);
        drop(partitions);
        store(consumer, &gone);
        gone.iter().for_each(|partition| partition.revoke());
    }
}

/// Tells librdkafka what may be committed.
pub(super) fn store<C: ConsumerContext>(consumer: &BaseConsumer<C>, partitions: &[Arc<Partition>]) {
    let mut offsets = TopicPartitionList::new();
    for partition in partitions {
        if let Some(offset) = partition.to_store() {
            // It only fails for what is not in the list.
            let _ = offsets.add_partition_offset(&partition.topic, partition.number, Offset::Offset(offset));
        }
    }
    if offsets.count() == 0 {
        return;
    }
    if let Err(error) = consumer.store_offsets(&offsets) {
        tracing::debug!(%error, "what was settled is not committed, and comes again");
    }
}

impl ConsumerContext for Heard {
    fn pre_rebalance(&self, consumer: &BaseConsumer<Self>, rebalance: &Rebalance<'_>) {
        self.ears.note();
        match rebalance {
            Rebalance::Assign(_) => {}
            Rebalance::Revoke(list) => {
                let elements = list.elements();
                tracing::debug!(partitions = elements.len(), "partitions were revoked");
                let revoked =
                    |own: &Partition| elements.iter().any(|element| own.is(element.topic(), element.partition()));
                self.revoke(consumer, revoked);
            }
            Rebalance::Error(error) => {
                tracing::warn!(%error, "the group could not share out its partitions");
                self.revoke(consumer, |_| true);
            }
        }
    }

    fn post_rebalance(&self, consumer: &BaseConsumer<Self>, rebalance: &Rebalance<'_>) {
        if let Rebalance::Assign(list) = rebalance {
            if !self.is_started()
                && let Err(error) = consumer.pause(list)
            {
                tracing::debug!(%error, "partitions are not paused");
            }
            let elements = list.elements();
            tracing::debug!(partitions = elements.len(), "partitions were assigned");
            self.assign(elements.iter().map(|element| (element.topic(), element.partition())));
        }
    }

    fn commit_callback(&self, result: KafkaResult<()>, _: &TopicPartitionList) {
        self.ears.note();
        match result {
            Ok(()) | Err(KafkaError::ConsumerCommit(Code::NoOffset)) => {}
            Err(error) => tracing::info!(%error, "a commit failed: what it was to say is said with the next"),
        }
    }
}
