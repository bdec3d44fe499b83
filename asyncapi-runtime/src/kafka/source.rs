//! What comes in: polled from librdkafka by who polls the source, and from what is to be tried again.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use rdkafka::error::{KafkaError, RDKafkaErrorCode as Code};
use rdkafka::message::Message;
use tokio::task::JoinHandle;
use tokio::time::{Instant, Sleep, sleep_until};

use super::config::Consumer;
use super::consumer::{Bell, Reader};
use super::events::{Ears, Heard};
use super::link::{Shared, named_topic};
use super::message;
use super::partition::Partition;
use super::pattern::{Pattern, Topics};
use super::retry::{Again, Due, Retries, Unsettled, due_of};
use super::topics::{blocking, partitions};
use crate::{
    CloseReason, Delivery, RawMessage, Settle, SharedStr, Source, SubscribeError, SubscribeErrorKind, SubscribeRequest,
};

/// How many messages of a partition may be out, or settled behind one that is out; then it is paused.
const WINDOW: usize = 10_000;
/// How often what is settled is told to librdkafka, which commits it twice a second.
const STORE: Duration = Duration::from_millis(100);
/// How many messages pass before the clock is looked at.
const TURN: u32 = 128;

/// The partitions of one who is in no group, looked up again from time to time.
struct Alone {
    pattern: Pattern,
    next: Instant,
    looking: Option<JoinHandle<Vec<(String, i32)>>>,
}

pub(super) struct KafkaSource {
    shared: Arc<Shared>,
    reader: Arc<Reader>,
    bell: Arc<Bell>,
    partitions: Vec<Arc<Partition>>,
    changes: u64,
    /// The partition of the last message: most often that of the next.
    at: usize,
    again: Arc<Again>,
    due: BinaryHeap<Reverse<Due>>,
    retries: Option<Arc<Retries>>,
    alone: Option<Alone>,
    paused: bool,
    started: bool,
    taken: u32,
    stored: Instant,
    tick: Pin<Box<Sleep>>,
}

impl KafkaSource {
    pub(super) async fn open(shared: Arc<Shared>, request: SubscribeRequest) -> Result<Self, SubscribeError> {
        let failed = |text| SubscribeError::new(SubscribeErrorKind::Transport, text);
        let pattern = Pattern::new(request.address.clone(), named_topic(request.channel))?;
        let (group, client) = group_of(&shared, &request);
        let again = shared.kafka.retry_suffix.clone().filter(|_| group.is_some());
        let topics = Topics { pattern: pattern.clone(), again };
        if !pattern.is_open() {
            for topic in topics.names() {
                shared.require(&topic, request.channel).await.map_err(failed)?;
            }
        }
        let bell = Arc::<Bell>::default();
        let ears = Ears::new(shared.ending.clone(), shared.never);
        let refusal = ears.refusal();
        let config = shared.config.consumer(&Consumer {
            // Who is in no group needs a name all the same, which the broker never hears.
            group: group.as_deref().unwrap_or("asyncapi"),
            commits: group.is_some(),
            member: shared.kafka.member.as_ref().filter(|_| group.is_some()).map(|id| member(id, &pattern)),
            client,
            read_ahead: request.read_ahead,
            refresh: pattern.is_open().then_some(shared.kafka.refresh),
        });
        let reader = {
            let (shared, bell, topics) = (shared.clone(), bell.clone(), topics.clone());
            let in_group = group.is_some();
            blocking(move || start(&shared, &config, ears, bell, topics, in_group))
        };
        let reader = tokio::select! {
            reader = reader => reader.map_err(failed)?,
            error = refusal => return Err(error.into()),
        };
        let reader = Arc::new(reader.map_err(|error| no_consumer(&request.address, error))?);
        let retries = topics.again.map(|suffix| Arc::new(Retries { shared: shared.clone(), suffix }));
        let next = Instant::now() + shared.kafka.refresh;
        let alone = group.is_none().then(|| Alone { pattern, next, looking: None });
        let mut source = Self::new(shared, reader, bell, retries, alone);
        source.assigned().await;
        Ok(source)
    }

    fn new(
        shared: Arc<Shared>,
        reader: Arc<Reader>,
        bell: Arc<Bell>,
        retries: Option<Arc<Retries>>,
        alone: Option<Alone>,
    ) -> Self {
        shared.register(&reader);
        let now = Instant::now();
        Self {
            again: Arc::new(Again::new(bell.clone())),
            shared,
            reader,
            bell,
            partitions: Vec::new(),
            changes: 0,
            at: 0,
            due: BinaryHeap::new(),
            retries,
            alone,
            paused: false,
            started: false,
            taken: 0,
            stored: now,
            tick: Box::pin(sleep_until(now + STORE)),
        }
    }

    /// Waits until the group has given this member its part. One that takes its time is waited for no longer than for a
    /// connection; what is sent meanwhile is not lost, as a group begins where it was.
    async fn assigned(&mut self) {
        let (own, readers) = (&self.reader, self.shared.readers());
        // Those that were subscribed before, and nobody reads yet, have to take part.
        let assigned = poll_fn(|cx| {
            readers.iter().for_each(|reader| reader.serve(cx.waker()));
            if own.heard().is_assigned() { Poll::Ready(()) } else { Poll::Pending }
        });
        if tokio::time::timeout(self.shared.connect_timeout, assigned).await.is_err() {
            tracing::warn!("the group has not given this member its part yet");
        }
    }

    fn partition(&mut self, topic: &str, number: i32) -> Option<Arc<Partition>> {
        if let Some(partitions) = self.reader.heard().partitions_after(&mut self.changes) {
            self.partitions = partitions;
        }
        if !self.partitions.get(self.at).is_some_and(|last| last.is(topic, number)) {
            self.at = self.partitions.iter().position(|partition| partition.is(topic, number))?;
        }
        self.partitions.get(self.at).cloned()
    }

    /// What librdkafka has given, if it is wanted.
    fn take(&mut self, found: &impl Message) -> Option<Delivery> {
        let partition = self.partition(found.topic(), found.partition())?;
        let (serial, out) = partition.deliver(found.offset());
        if out >= WINDOW && partition.pause() {
            self.reader.pause(&partition, true);
            self.paused = true;
        }
        let Some(address) = partition.address.clone() else {
            partition.settle(serial);
            return None;
        };
        let mut raw = message::read(address, found);
        if !partition.retries {
            return Some(self.delivery(partition, serial, 1, raw));
        }
        let (attempt, after) = due_of(&mut raw);
        if after.is_zero() {
            return Some(self.delivery(partition, serial, attempt, raw));
        }
        self.due.push(Reverse(Due { at: Instant::now() + after, partition, serial, attempt, message: raw }));
        None
    }

    fn delivery(&self, partition: Arc<Partition>, serial: u64, attempt: u32, message: RawMessage) -> Delivery {
        let (again, retries) = (self.again.clone(), self.retries.clone());
        let kept = message.clone();
        let unsettled = Unsettled { partition, serial, attempt, message: kept, again, retries };
        Delivery { message, settle: Some(Settle::new(unsettled)), attempt }
    }

    /// The next message to be tried again, if its time has come.
    fn take_due(&mut self) -> Option<Delivery> {
        self.again.take(&mut self.due);
        if self.due.is_empty() {
            return None;
        }
        let now = Instant::now();
        while self.due.peek().is_some_and(|Reverse(due)| due.at <= now || due.partition.is_revoked()) {
            let Reverse(due) = self.due.pop()?;
            // Who has the partition now has the message too.
            if !due.partition.is_revoked() {
                return Some(self.delivery(due.partition, due.serial, due.attempt, due.message));
            }
        }
        None
    }

    /// What is done from time to time: tells what is settled, resumes what was paused.
    fn tidy(&mut self, now: Instant) {
        if now.duration_since(self.stored) >= STORE {
            self.stored = now;
            if let Some(partitions) = self.reader.heard().partitions_after(&mut self.changes) {
                self.partitions = partitions;
            }
            self.reader.store(&self.partitions);
        }
        if self.paused {
            let resumed = self.partitions.iter().filter(|partition| partition.resume(WINDOW / 2));
            resumed.for_each(|partition| self.reader.pause(partition, false));
            self.paused = self.partitions.iter().any(|partition| partition.is_paused());
        }
    }

    /// Looks for new partitions, where no group does.
    fn look(&mut self, now: Instant, cx: &mut Context<'_>) {
        let Some(alone) = &mut self.alone else { return };
        if let Some(looking) = &mut alone.looking {
            if let Poll::Ready(found) = Pin::new(looking).poll(cx) {
                alone.looking = None;
                self.reader.grow(&found.unwrap_or_default());
            }
        } else if now >= alone.next {
            alone.next = now + self.shared.kafka.refresh;
            let (shared, pattern) = (self.shared.clone(), alone.pattern.clone());
            alone.looking = Some(tokio::task::spawn_blocking(move || {
                let Ok(producer) = shared.outbox.producer() else { return Vec::new() };
                partitions(&producer, &pattern, shared.connect_timeout).unwrap_or_default()
            }));
            cx.waker().wake_by_ref();
        }
    }

    /// There is nothing at present: sets the clock.
    fn wait(&mut self, cx: &mut Context<'_>) -> bool {
        let now = Instant::now();
        self.tidy(now);
        self.look(now, cx);
        let mut next = now + if self.paused { STORE / 4 } else { STORE };
        if let Some(Reverse(due)) = self.due.peek() {
            next = next.min(due.at);
        }
        if self.tick.deadline() > next || self.tick.is_elapsed() {
            self.tick.as_mut().reset(next);
        }
        self.tick.as_mut().poll(cx).is_pending()
    }

    fn failed(&self, error: &KafkaError) -> Option<CloseReason> {
        if matches!(error, KafkaError::MessageConsumptionFatal(_)) || self.reader.heard().ears.is_fatal() {
            tracing::error!(%error, "the consumer failed for good");
            return Some(CloseReason::lost(error.to_string()));
        }
        match error.rdkafka_error_code() {
            Some(Code::TopicAuthorizationFailed | Code::GroupAuthorizationFailed) => {
                tracing::error!(%error, "the broker refuses to give messages");
            }
            Some(Code::PollExceeded) => {
                tracing::warn!(
                    "handlers were busy for longer than `max.poll.interval.ms`, and the group went on without"
                );
            }
            // librdkafka tries again by itself.
            _ => tracing::debug!(%error, "no messages at present"),
        }
        None
    }
}

/// The group and the client's name, as the document's binding or the program says.
fn group_of(shared: &Shared, request: &SubscribeRequest) -> (Option<SharedStr>, Option<&'static str>) {
    let binding = request.operations.iter().find_map(|operation| operation.kafka());
    let client = binding.and_then(|binding| binding.client_id);
    if request.replies {
        return (None, client);
    }
    let named = binding.and_then(|binding| binding.group_id).map(SharedStr::from);
    (named.or_else(|| shared.kafka.group.clone()), client)
}

/// The id of a member: ids have no other characters than topics.
fn member(id: &str, pattern: &Pattern) -> String {
    let plain = |character: char| match character {
        character if character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '-') => character,
        _ => '_',
    };
    id.chars().chain(['-']).chain(pattern.topic.chars()).map(plain).collect()
}

/// Makes the consumer. Blocks.
fn start(
    shared: &Shared,
    config: &rdkafka::ClientConfig,
    ears: Ears,
    bell: Arc<Bell>,
    topics: Topics,
    in_group: bool,
) -> Result<Reader, KafkaError> {
    let (pattern, names) = (topics.pattern.clone(), topics.names());
    let heard = Heard::new(ears, topics);
    if in_group {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        return Reader::join(config, heard, bell, &names);
    }
    let timeout = shared.connect_timeout;
    let producer = shared.outbox.producer().map_err(|_| KafkaError::Canceled)?;
    let found = partitions(&producer, &pattern, timeout)?;
    Reader::alone(config, heard, bell, &found, shared.kafka.from_start, timeout)
}

fn no_consumer(address: &str, error: KafkaError) -> SubscribeError {
    // A configuration is refused with its values, which may be secrets.
    let error = match error {
        KafkaError::ClientConfig(_, _, name, _) => format!("librdkafka does not take the property `{name}`"),
        other => other.to_string(),
    };
    SubscribeError::new(SubscribeErrorKind::Transport, format!("no consumer of `{address}`: {error}"))
}

impl Source for KafkaSource {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        if let Some(reason) = self.shared.ending.reason() {
            return Poll::Ready(Err(reason));
        }
        self.taken = self.taken.wrapping_add(1);
        if self.taken.is_multiple_of(TURN) {
            self.tidy(Instant::now());
        }
        let reader = self.reader.clone();
        while !self.started {
            match reader.take_early() {
                Some(found) => {
                    if let Some(delivery) = self.take(&found) {
                        return Poll::Ready(Ok(delivery));
                    }
                }
                None => {
                    self.started = true;
                    reader.start();
                }
            }
        }
        let mut hung = false;
        loop {
            if let Some(delivery) = self.take_due() {
                return Poll::Ready(Ok(delivery));
            }
            match reader.next() {
                Some(Ok(found)) => {
                    if let Some(delivery) = self.take(&found) {
                        return Poll::Ready(Ok(delivery));
                    }
                }
                Some(Err(error)) => {
                    if let Some(reason) = self.failed(&error) {
                        return Poll::Ready(Err(reason));
                    }
                }
                // What comes between a look and the hanging of the bell would ring for nobody.
                None if !hung => {
                    self.bell.hang(cx.waker());
                    hung = true;
                }
                None if self.wait(cx) => {
                    return self.shared.ending.poll(cx).map_or(Poll::Pending, |reason| Poll::Ready(Err(reason)));
                }
                None => {}
            }
        }
    }
}

impl Drop for KafkaSource {
    /// What is settled is committed; what is not goes to who comes next.
    fn drop(&mut self) {
        self.again.close();
        self.shared.finish(self.reader.clone());
    }
}
