//! Topics in the process: every subscription whose pattern fits gets a copy, and settles it.

use std::collections::VecDeque;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

use super::Hub;
use crate::address::match_template;
use crate::control::lock;
use crate::policy::{ORIGINAL_ADDRESS, PROBLEM};
use crate::{
    BoxFuture, Capabilities, CloseReason, ConnectError, ConnectErrorKind, ConnectRequest, Delivery, Link, RawMessage,
    SendErrorKind, SendMode, Sending, Settle, Settler, SharedStr, Source, SubscribeError, SubscribeErrorKind,
    SubscribeRequest, Transport,
};

/// How many rejected messages are kept.
const DEAD_LETTERS: usize = 1000;

#[derive(Default)]
pub(super) struct Topics {
    queues: Mutex<Vec<Arc<Queue>>>,
    dead: Mutex<VecDeque<RawMessage>>,
    /// Counts the times that all connections broke; a link of an earlier time is broken.
    breaks: AtomicU64,
}

/// What one subscription has to read.
struct Queue {
    pattern: SharedStr,
    capacity: usize,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    items: VecDeque<Item>,
    /// Items that are read or wait to be read, and not settled: what the capacity bounds.
    unsettled: usize,
    reader: Option<Waker>,
    writers: Vec<Waker>,
    ended: Option<CloseReason>,
}

struct Item {
    message: RawMessage,
    attempt: u32,
    due: Option<Instant>,
}

impl Topics {
    pub(super) fn break_all(&self) {
        self.breaks.fetch_add(1, Ordering::AcqRel);
        let queues = std::mem::take(&mut *lock(&self.queues));
        queues.iter().for_each(|queue| queue.end(CloseReason::lost("the network broke")));
    }

    pub(super) fn dead_letters(&self) -> Vec<RawMessage> {
        lock(&self.dead).iter().cloned().collect()
    }

    pub(super) fn publish_now(&self, hub: &Hub, mut message: RawMessage) -> usize {
        let fate = hub.inner.faults.fate();
        self.publish(&mut message, fate, &mut |_| true).unwrap_or(0)
    }

    /// Gives a message to all whose pattern fits, or to nobody if one of them is full and `overfill` says no. The last
    /// takes it; the others get copies.
    fn publish(
        &self,
        message: &mut RawMessage,
        (times, delay): (usize, Option<Duration>),
        overfill: &mut dyn FnMut(&mut State) -> bool,
    ) -> Option<usize> {
        // Locked throughout: two who publish must not each find the last place free.
        let queues = lock(&self.queues);
        let due = delay.map(|delay| Instant::now() + delay);
        if let ([only], 1) = (queues.as_slice(), times) {
            // The usual case, with one look at the queue.
            if !only.fits(&message.address) {
                return Some(0);
            }
            let state = only.room(overfill)?;
            Queue::add(state, Item { message: std::mem::take(message), attempt: 1, due });
            return Some(1);
        }
        let mut count = 0;
        for queue in queues.iter().filter(|queue| queue.fits(&message.address)) {
            drop(queue.room(overfill)?);
            count += 1;
        }
        let mut left = count * times;
        for queue in queues.iter() {
            if left == 0 {
                break;
            }
            if !queue.fits(&message.address) {
                continue;
            }
            for _ in 0..times {
                left -= 1;
                let message = if left == 0 { std::mem::take(message) } else { message.clone() };
                queue.push(Item { message, attempt: 1, due });
            }
        }
        Some(count)
    }
}

impl Queue {
    fn fits(&self, address: &str) -> bool {
        *self.pattern == *address || match_template(&self.pattern, address).is_some()
    }

    /// The queue's state, if it has room or may be overfilled.
    fn room(&self, overfill: &mut dyn FnMut(&mut State) -> bool) -> Option<MutexGuard<'_, State>> {
        let mut state = lock(&self.state);
        (state.unsettled < self.capacity || overfill(&mut state)).then_some(state)
    }

    fn push(&self, item: Item) {
        Self::add(lock(&self.state), item);
    }

    fn add(mut state: MutexGuard<'_, State>, item: Item) {
        if state.ended.is_some() {
            return;
        }
        state.unsettled += 1;
        state.items.push_back(item);
        let reader = state.reader.take();
        drop(state);
        reader.into_iter().for_each(Waker::wake);
    }

    /// A message that was read is settled, or comes again.
    fn settled(&self, again: Option<Item>) {
        let mut state = lock(&self.state);
        state.unsettled = state.unsettled.saturating_sub(1);
        let writers = std::mem::take(&mut state.writers);
        drop(state);
        again.into_iter().for_each(|item| self.push(item));
        writers.into_iter().for_each(Waker::wake);
    }

    fn end(&self, reason: CloseReason) {
        let mut state = lock(&self.state);
        state.ended.get_or_insert(reason);
        state.items.clear();
        let (reader, writers) = (state.reader.take(), std::mem::take(&mut state.writers));
        drop(state);
        reader.into_iter().chain(writers).for_each(Waker::wake);
    }
}

#[derive(Debug)]
pub(super) struct TopicTransport(pub(super) Hub);

const CAPABILITIES: Capabilities = Capabilities {
    per_address: false,
    headers: true,
    redelivery: true,
    reconnects: false,
    keys: true,
    correlation: true,
};

impl Transport for TopicTransport {
    fn capabilities(&self) -> Capabilities {
        CAPABILITIES
    }

    fn connect(&self, request: ConnectRequest) -> BoxFuture<'_, Result<Arc<dyn Link>, ConnectError>> {
        Box::pin(async move {
            if self.0.inner.faults.refuses() {
                return Err(ConnectError::new(ConnectErrorKind::Unreachable, "the hub was told to refuse"));
            }
            let breaks = self.0.inner.topics.breaks.load(Ordering::Acquire);
            let (hub, max_message) = (self.0.clone(), request.settings.max_message);
            Ok(Arc::new(TopicLink { hub, breaks, max_message, queues: Mutex::default() }) as Arc<dyn Link>)
        })
    }
}

struct TopicLink {
    hub: Hub,
    breaks: u64,
    max_message: usize,
    queues: Mutex<Vec<Arc<Queue>>>,
}

impl TopicLink {
    fn is_broken(&self) -> bool {
        self.hub.inner.topics.breaks.load(Ordering::Acquire) != self.breaks
    }
}

impl Link for TopicLink {
    fn capabilities(&self) -> Capabilities {
        CAPABILITIES
    }

    fn carries_expiry(&self) -> bool {
        true
    }

    fn send(&self, mut message: RawMessage, mode: SendMode) -> Sending {
        if self.is_broken() {
            return Sending::failed(SendErrorKind::NotConnected);
        }
        if message.payload.len() > self.max_message {
            return Sending::failed(SendErrorKind::TooLarge);
        }
        let fate = self.hub.inner.faults.fate();
        if self.hub.inner.topics.publish(&mut message, fate, &mut |_| false).is_some() {
            return Sending::OK;
        }
        if mode == SendMode::Now {
            return Sending::failed(SendErrorKind::Full);
        }
        let hub = self.hub.clone();
        Sending::Waiting(Box::pin(poll_fn(move |cx| {
            let mut wait = |state: &mut State| {
                state.writers.push(cx.waker().clone());
                false
            };
            match hub.inner.topics.publish(&mut message, fate, &mut wait) {
                Some(_) => Poll::Ready(Ok(())),
                None => Poll::Pending,
            }
        })))
    }

    fn flush(&self) -> Sending {
        Sending::OK
    }

    fn reply_address(&self) -> Option<SharedStr> {
        Some(format!("inbox/{:016x}{:016x}", crate::reconnect::random(), crate::reconnect::random()).into())
    }

    fn subscribe(&self, request: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        Box::pin(async move {
            if self.is_broken() {
                return Err(SubscribeError::new(SubscribeErrorKind::Transport, "the network broke"));
            }
            let capacity = request.read_ahead.max(1);
            let queue = Arc::new(Queue { pattern: request.address, capacity, state: Mutex::default() });
            lock(&self.hub.inner.topics.queues).push(queue.clone());
            lock(&self.queues).push(queue.clone());
            Ok(Box::new(TopicSource { hub: self.hub.clone(), queue, due: None }) as Box<dyn Source>)
        })
    }

    fn close(&self, code: u16, reason: SharedStr) -> BoxFuture<'static, ()> {
        for queue in lock(&self.queues).drain(..) {
            queue.end(CloseReason::local(code, reason.clone()));
        }
        Box::pin(async {})
    }
}

impl fmt::Debug for TopicLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TopicLink")
    }
}

struct TopicSource {
    hub: Hub,
    queue: Arc<Queue>,
    due: Option<Pin<Box<Sleep>>>,
}

impl Source for TopicSource {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        loop {
            let mut state = lock(&self.queue.state);
            if let Some(reason) = &state.ended {
                return Poll::Ready(Err(reason.clone()));
            }
            // One that waits holds up no other.
            match state.items.iter().position(|item| item.due.is_none_or(|due| due <= Instant::now())) {
                None => {
                    state.reader = Some(cx.waker().clone());
                    let next = state.items.iter().filter_map(|item| item.due).min();
                    drop(state);
                    self.due = next.map(|due| Box::pin(sleep_until(due)));
                    let Some(due) = &mut self.due else { return Poll::Pending };
                    std::task::ready!(due.as_mut().poll(cx));
                }
                Some(at) => {
                    let Some(Item { message, attempt, .. }) = state.items.remove(at) else { continue };
                    let (hub, queue) = (self.hub.clone(), self.queue.clone());
                    let settle = Settle::new(Unsettled { hub, queue, message: message.clone(), attempt });
                    return Poll::Ready(Ok(Delivery { message, settle: Some(settle), attempt }));
                }
            }
        }
    }
}

impl Drop for TopicSource {
    fn drop(&mut self) {
        lock(&self.hub.inner.topics.queues).retain(|queue| !Arc::ptr_eq(queue, &self.queue));
        self.queue.end(CloseReason::local(crate::close_code::NORMAL, ""));
    }
}

struct Unsettled {
    hub: Hub,
    queue: Arc<Queue>,
    message: RawMessage,
    attempt: u32,
}

impl Unsettled {
    fn again(self, due: Option<Instant>) {
        let attempt = self.attempt.saturating_add(1);
        self.queue.settled(Some(Item { message: self.message, attempt, due }));
    }
}

impl Settler for Unsettled {
    fn acknowledge(self: Box<Self>) {
        self.queue.settled(None);
    }

    fn retry(self: Box<Self>, after: Duration) {
        self.again(Some(Instant::now() + after));
    }

    fn reject_because(mut self: Box<Self>, reason: &str) {
        self.message.headers.set(PROBLEM, reason.to_owned());
        self.message.headers.set(ORIGINAL_ADDRESS, self.message.address.clone());
        self.reject();
    }

    fn reject(self: Box<Self>) {
        let mut dead = lock(&self.hub.inner.topics.dead);
        if dead.len() == DEAD_LETTERS {
            dead.pop_front();
        }
        dead.push_back(self.message.clone());
        drop(dead);
        self.queue.settled(None);
    }

    fn abandon(self: Box<Self>) {
        self.again(None);
    }
}
