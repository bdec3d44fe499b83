//! What sends: one producer of librdkafka at a time, made anew when it is of no use any more.
//!
//! Invariant: what waits to be sent or confirmed is bounded in bytes, and who waits for room gets it in turn.

use std::sync::{Arc, RwLock};

use bytes::Bytes;
use rdkafka::error::{KafkaError, RDKafkaErrorCode as Code};
use rdkafka::message::OwnedHeaders;
use rdkafka::producer::{BaseRecord, Producer as _, ThreadedProducer};
use tokio::sync::{Semaphore, TryAcquireError};

use super::batch::Batch;
use super::config::{self, Config};
use super::events::{Ears, Sent};
use crate::broker::Ending;
use crate::{ConnectError, SendError, SendErrorKind, SharedStr};

/// What a message weighs beside its payload and key.
const EACH: usize = 128;

pub(super) type Producer = ThreadedProducer<Sent>;

/// The bytes that may be on their way.
pub(super) struct Room {
    free: Semaphore,
    all: usize,
}

impl Room {
    pub(super) fn new(bytes: usize) -> Self {
        let all = bytes.clamp(EACH, u32::MAX as usize).min(Semaphore::MAX_PERMITS);
        Self { free: Semaphore::new(all), all }
    }

    /// One message may be larger than all of it: then it goes alone.
    pub(super) fn weight(&self, payload: usize, key: usize) -> u32 {
        let weight = payload.saturating_add(key).saturating_add(EACH).min(self.all);
        u32::try_from(weight).unwrap_or(u32::MAX)
    }

    /// `false` says that there is none at present.
    pub(super) fn try_take(&self, weight: u32) -> bool {
        match self.free.try_acquire_many(weight) {
            Ok(taken) => {
                taken.forget();
                true
            }
            Err(TryAcquireError::NoPermits | TryAcquireError::Closed) => false,
        }
    }

    pub(super) async fn take(&self, weight: u32) {
        // It is never closed.
        if let Ok(taken) = self.free.acquire_many(weight).await {
            taken.forget();
        }
    }

    pub(super) fn release(&self, weight: u32) {
        self.free.add_permits(weight as usize);
    }
}

/// A message as it is handed to librdkafka.
pub(super) struct Record {
    pub(super) topic: SharedStr,
    pub(super) payload: Bytes,
    pub(super) key: Option<Bytes>,
    pub(super) headers: Option<OwnedHeaders>,
    pub(super) partition: Option<i32>,
}

/// Why a record was not taken.
pub(super) enum Refused {
    /// librdkafka's own queue is full, or its producer at its end; room for it was given back.
    Full(Record),
    Failed(SendError),
}

/// The producer of a link.
pub(super) struct Outbox {
    current: RwLock<Option<Arc<Producer>>>,
    config: Config,
    room: Arc<Room>,
    ending: Arc<Ending>,
    never: bool,
}

impl Outbox {
    pub(super) fn new(config: Config, room: Arc<Room>, ending: Arc<Ending>, never: bool) -> Self {
        Self { current: RwLock::new(None), config, room, ending, never }
    }

    fn make(&self) -> Result<Arc<Producer>, KafkaError> {
        let ears = Ears::new(self.ending.clone(), self.never);
        let context = Sent { ears, room: self.room.clone() };
        self.config.producer().create_with_context(context).map(Arc::new)
    }

    /// Makes the first producer.
    pub(super) fn open(&self) -> Result<Arc<Producer>, ConnectError> {
        let producer = self.make().map_err(config::refused)?;
        self.replace(Some(producer.clone()));
        Ok(producer)
    }

    fn replace(&self, producer: Option<Arc<Producer>>) {
        let old =
            std::mem::replace(&mut *self.current.write().unwrap_or_else(std::sync::PoisonError::into_inner), producer);
        old.into_iter().for_each(discard);
    }

    /// The producer; one that has failed for good gives way to a new one.
    pub(super) fn producer(&self) -> Result<Arc<Producer>, SendError> {
        let current = self.current.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone();
        let current = current.ok_or(SendErrorKind::Closed)?;
        if !current.client().context().ears.is_fatal() {
            return Ok(current);
        }
        let failed = |error| SendError::caused(SendErrorKind::Transport, "no producer could be made", error);
        let fresh = self.make().map_err(failed)?;
        tracing::warn!("the producer failed for good; another takes its place");
        self.replace(Some(fresh.clone()));
        Ok(fresh)
    }

    /// Hands a message on, for which room was taken. The batch is joined, and left again if it is refused.
    pub(super) fn produce(&self, record: Record, batch: &Arc<Batch>) -> Result<(), Refused> {
        let weight = self.room.weight(record.payload.len(), record.key.as_ref().map_or(0, Bytes::len));
        let producer = match self.producer() {
            Ok(producer) => producer,
            Err(error) => {
                self.room.release(weight);
                return Err(Refused::Failed(error));
            }
        };
        let Record { topic, payload, key, headers, partition } = record;
        let mut base = BaseRecord::with_opaque_to(&topic, batch.clone()).payload(&payload[..]);
        base.key = key.as_deref();
        base.headers = headers;
        base.partition = partition;
        batch.join();
        let Err((error, base)) = producer.send(base) else { return Ok(()) };
        let headers = base.headers;
        self.room.release(weight);
        batch.settle(Ok(()));
        let back = Record { topic: topic.clone(), payload: payload.clone(), key: key.clone(), headers, partition };
        Err(match error.rdkafka_error_code() {
            Some(Code::QueueFull) => Refused::Full(back),
            // The next attempt finds another producer.
            Some(Code::Fatal) => {
                producer.client().context().ears.fail();
                Refused::Full(back)
            }
            _ => Refused::Failed(not_sent(&error, &topic)),
        })
    }

    /// Nothing is sent any more.
    pub(super) fn close(&self) {
        self.replace(None);
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        self.close();
    }
}

/// Ends a client where it may block: librdkafka waits for its threads.
pub(super) fn discard<T: Send + 'static>(client: T) {
    // If there is no thread to be had, it ends here.
    let _ = std::thread::Builder::new().name("kafka close".to_owned()).spawn(move || drop(client));
}

/// What a refused or unconfirmed message means.
pub(super) fn not_sent(error: &KafkaError, topic: &str) -> SendError {
    let code = error.rdkafka_error_code();
    let said = code.map_or_else(|| error.to_string(), |code| code.to_string());
    match code {
        Some(Code::MessageSizeTooLarge) => SendError::new(SendErrorKind::TooLarge, said),
        Some(Code::QueueFull) => SendError::new(SendErrorKind::Full, said),
        Some(Code::UnknownTopic | Code::UnknownTopicOrPartition | Code::UnknownTopicId) => {
            SendError::new(SendErrorKind::Transport, missing(topic))
        }
        Some(Code::UnknownPartition) => {
            SendError::new(SendErrorKind::Transport, format!("topic `{topic}` has no such partition"))
        }
        Some(Code::MessageTimedOut | Code::PurgeInflight | Code::PurgeQueue | Code::RequestTimedOut) => {
            SendError::new(SendErrorKind::NotConfirmed, said)
        }
        _ => SendError::new(SendErrorKind::Transport, format!("topic `{topic}`: {said}")),
    }
}

/// What is said of a topic that does not exist.
pub(super) fn missing(topic: &str) -> String {
    format!("the broker has no topic `{topic}` (`Kafka::ensure` makes topics)")
}
