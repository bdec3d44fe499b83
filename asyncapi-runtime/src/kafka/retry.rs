//! What is to be tried again: kept in the process, or on the broker in a topic of its own.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;
use std::sync::atomic::{AtomicBool, Ordering as Order};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::Instant;

use super::consumer::Bell;
use super::link::Shared;
use super::partition::Partition;
use crate::control::lock;
use crate::{RawMessage, Settler, SharedStr};

const ATTEMPT: &str = "x-attempt";
const RETRY_AT: &str = "x-retry-at";
/// No retry waits longer, whatever a header says.
const LONGEST: Duration = Duration::from_secs(86_400);

/// A message that waits for its time.
pub(super) struct Due {
    pub(super) at: Instant,
    pub(super) partition: Arc<Partition>,
    pub(super) serial: u64,
    pub(super) attempt: u32,
    pub(super) message: RawMessage,
}

impl PartialEq for Due {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Due {}

impl PartialOrd for Due {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Due {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.at, self.serial).cmp(&(other.at, other.serial))
    }
}

/// What comes back from those who settle, for the source to take.
pub(super) struct Again {
    waiting: Mutex<Vec<Due>>,
    any: AtomicBool,
    closed: AtomicBool,
    bell: Arc<Bell>,
}

impl Again {
    pub(super) fn new(bell: Arc<Bell>) -> Self {
        Self { waiting: Mutex::default(), any: AtomicBool::new(false), closed: AtomicBool::new(false), bell }
    }

    fn add(&self, due: Due) {
        // Nobody takes it any more; it is not committed either, so it comes to who reads next.
        if self.closed.load(Order::Acquire) || due.partition.is_revoked() {
            return;
        }
        lock(&self.waiting).push(due);
        self.any.store(true, Order::Release);
        self.bell.ring();
    }

    pub(super) fn take(&self, heap: &mut BinaryHeap<Reverse<Due>>) {
        if self.any.load(Order::Acquire) {
            let mut waiting = lock(&self.waiting);
            self.any.store(false, Order::Release);
            heap.extend(waiting.drain(..).map(Reverse));
        }
    }

    pub(super) fn close(&self) {
        self.closed.store(true, Order::Release);
        lock(&self.waiting).clear();
    }
}

/// The topics for what is to be tried again.
pub(super) struct Retries {
    pub(super) shared: Arc<Shared>,
    pub(super) suffix: SharedStr,
}

impl Retries {
    /// Sends a message to where it waits; it counts as settled once that is confirmed.
    async fn keep(&self, due: &Due) -> Result<(), crate::SendError> {
        let mut message = due.message.clone();
        let topic = &due.partition.topic;
        let topic = topic.strip_suffix(self.suffix.as_str()).filter(|_| due.partition.retries).unwrap_or(topic);
        message.address = format!("{topic}{}", self.suffix).into();
        (message.operation, message.info) = (None, None);
        let at = SystemTime::now() + due.at.saturating_duration_since(Instant::now());
        let at = at.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        message.headers.set(ATTEMPT, due.attempt.to_string());
        message.headers.set(RETRY_AT, at.to_string());
        self.shared.send(message).await
    }
}

/// Which attempt a message of a retry topic is, and in how long its time comes. The headers that say so are taken off.
pub(super) fn due_of(message: &mut RawMessage) -> (u32, Duration) {
    let attempt = message.headers.text(ATTEMPT).and_then(|text| text.parse().ok()).unwrap_or(2).max(1);
    let at = message.headers.text(RETRY_AT).and_then(|text| text.parse().ok()).unwrap_or(0);
    message.headers.remove(ATTEMPT);
    message.headers.remove(RETRY_AT);
    let at = UNIX_EPOCH.checked_add(Duration::from_millis(at)).unwrap_or(UNIX_EPOCH);
    (attempt, at.duration_since(SystemTime::now()).unwrap_or_default().min(LONGEST))
}

/// A message that is out.
pub(super) struct Unsettled {
    pub(super) partition: Arc<Partition>,
    pub(super) serial: u64,
    pub(super) attempt: u32,
    pub(super) message: RawMessage,
    pub(super) again: Arc<Again>,
    pub(super) retries: Option<Arc<Retries>>,
}

impl Unsettled {
    fn due(self, after: Duration) -> (Due, Arc<Again>, Option<Arc<Retries>>) {
        let Self { partition, serial, attempt, message, again, retries } = self;
        let at = Instant::now() + after.min(LONGEST);
        (Due { at, partition, serial, attempt: attempt.saturating_add(1), message }, again, retries)
    }
}

impl Settler for Unsettled {
    fn acknowledge(self: Box<Self>) {
        self.partition.settle(self.serial);
    }

    fn retry(self: Box<Self>, after: Duration) {
        let (due, again, retries) = self.due(after);
        let Some(retries) = retries else { return again.add(due) };
        // Handlers run on tokio; who settles elsewhere has the message kept in the process.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return again.add(due) };
        runtime.spawn(async move {
            match retries.keep(&due).await {
                Ok(()) => due.partition.settle(due.serial),
                Err(error) => {
                    tracing::warn!(%error, "a message waits in the process, as its retry topic does not take it");
                    again.add(due);
                }
            }
        });
    }

    fn reject(self: Box<Self>) {
        self.partition.settle(self.serial);
    }

    fn abandon(self: Box<Self>) {
        let (due, again, _) = self.due(Duration::ZERO);
        again.add(due);
    }
}
