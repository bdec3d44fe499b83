//! One consumer of librdkafka: read without waiting, closed where it may block.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::task::Waker;
use std::time::{Duration, Instant};

use rdkafka::ClientConfig;
use rdkafka::consumer::{BaseConsumer, Consumer as _};
use rdkafka::error::KafkaResult;
use rdkafka::message::{BorrowedMessage, OwnedMessage};
use rdkafka::topic_partition_list::{Offset, TopicPartitionList};

use super::events::{Heard, store};
use super::partition::Partition;
use crate::control::lock;

/// How long a group may take to let a member go.
const FAREWELL: Duration = Duration::from_secs(10);

/// Who is to be woken when there is something to read.
#[derive(Default)]
pub(super) struct Bell(Mutex<Option<Waker>>);

impl Bell {
    pub(super) fn ring(&self) {
        let waker = lock(&self.0).take();
        waker.into_iter().for_each(Waker::wake);
    }

    pub(super) fn hang(&self, waker: &Waker) {
        let mut own = lock(&self.0);
        if !own.as_ref().is_some_and(|own| own.will_wake(waker)) {
            *own = Some(waker.clone());
        }
    }
}

pub(super) struct Reader {
    consumer: BaseConsumer<Heard>,
    bell: Arc<Bell>,
    in_group: bool,
    /// What came before anybody read.
    early: Mutex<VecDeque<OwnedMessage>>,
    closed: Mutex<bool>,
}

impl Reader {
    /// A member of a group that takes these topics.
    pub(super) fn join(config: &ClientConfig, heard: Heard, bell: Arc<Bell>, topics: &[&str]) -> KafkaResult<Self> {
        let reader = Self::open(config, heard, bell, true)?;
        reader.consumer.subscribe(topics)?;
        Ok(reader)
    }

    /// One who takes partitions by itself: those that there are from their end or their beginning.
    pub(super) fn alone(
        config: &ClientConfig,
        heard: Heard,
        bell: Arc<Bell>,
        partitions: &[(String, i32)],
        from_start: bool,
        timeout: Duration,
    ) -> KafkaResult<Self> {
        let reader = Self::open(config, heard, bell, false)?;
        let mut list = TopicPartitionList::new();
        for (topic, number) in partitions {
            // Asked now: the end is where it is as the subscription is made, not as the first fetch is.
            let offset = match from_start {
                true => Offset::Beginning,
                false => Offset::Offset(reader.consumer.fetch_watermarks(topic, *number, timeout)?.1),
            };
            list.add_partition_offset(topic, *number, offset)?;
        }
        reader.add(&list)?;
        Ok(reader)
    }

    fn open(config: &ClientConfig, heard: Heard, bell: Arc<Bell>, in_group: bool) -> KafkaResult<Self> {
        let mut consumer: BaseConsumer<Heard> = config.create_with_context(heard)?;
        let ringing = bell.clone();
        consumer.set_nonempty_callback(move || ringing.ring());
        Ok(Self { consumer, bell, in_group, early: Mutex::default(), closed: Mutex::new(false) })
    }

    fn add(&self, list: &TopicPartitionList) -> KafkaResult<()> {
        let elements = list.elements();
        self.heard().assign(elements.iter().map(|element| (element.topic(), element.partition())));
        if list.count() > 0 { self.consumer.incremental_assign(list) } else { Ok(()) }
    }

    /// Takes partitions that have come to be, from their beginning.
    pub(super) fn grow(&self, partitions: &[(String, i32)]) {
        let known = self.heard().partitions();
        let mut list = TopicPartitionList::new();
        for (topic, number) in partitions {
            if !known.iter().any(|own| own.is(topic, *number)) {
                let _ = list.add_partition_offset(topic, *number, Offset::Beginning);
            }
        }
        if list.count() > 0
            && let Err(error) = self.add(&list)
        {
            tracing::warn!(%error, "new partitions are not read");
        }
    }

    pub(super) fn heard(&self) -> &Heard {
        self.consumer.client().context()
    }

    /// What there is to read at present.
    pub(super) fn next(&self) -> Option<KafkaResult<BorrowedMessage<'_>>> {
        loop {
            match self.consumer.poll(Duration::ZERO) {
                // It also says nothing after an event of another kind, with more behind it.
                None if self.heard().ears.heard() => {}
                found => return found,
            }
        }
    }

    /// Somebody reads from now on.
    pub(super) fn start(&self) {
        if self.heard().is_started() {
            return;
        }
        self.heard().start();
        let mut list = TopicPartitionList::new();
        for partition in self.heard().partitions() {
            list.add_partition(&partition.topic, partition.number);
        }
        if self.in_group
            && list.count() > 0
            && let Err(error) = self.consumer.resume(&list)
        {
            tracing::warn!(%error, "partitions are not resumed");
        }
    }

    /// Takes part in the group while nobody reads: another member can only join if all do.
    pub(super) fn serve(&self, waker: &Waker) {
        if self.heard().is_started() {
            return;
        }
        self.bell.hang(waker);
        while let Some(found) = self.next() {
            match found {
                Ok(found) => lock(&self.early).push_back(found.detach()),
                Err(error) => tracing::info!(%error, "joining the group"),
            }
        }
    }

    pub(super) fn take_early(&self) -> Option<OwnedMessage> {
        lock(&self.early).pop_front()
    }

    /// Tells librdkafka what may be committed.
    pub(super) fn store(&self, partitions: &[Arc<Partition>]) {
        if self.in_group {
            store(&self.consumer, partitions);
        }
    }

    /// Reads no more of a partition for now.
    pub(super) fn pause(&self, partition: &Partition, pause: bool) {
        let mut list = TopicPartitionList::new();
        list.add_partition(&partition.topic, partition.number);
        let done = if pause { self.consumer.pause(&list) } else { self.consumer.resume(&list) };
        if let Err(error) = done {
            tracing::debug!(%error, partition.topic, partition.number, "a partition is not paused or resumed");
        }
    }

    /// Commits what is settled, and leaves the group. Blocks.
    pub(super) fn finish(&self) {
        let mut closed = lock(&self.closed);
        if std::mem::replace(&mut *closed, true) || !self.in_group {
            return;
        }
        self.store(&self.heard().partitions());
        if let Err(error) = self.consumer.close_queue() {
            tracing::debug!(%error, "the consumer is not closed");
            return;
        }
        let began = Instant::now();
        while !self.consumer.closed() && began.elapsed() < FAREWELL {
            drop(self.consumer.poll(Duration::from_millis(50)));
        }
    }
}
