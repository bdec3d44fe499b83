//! Where the messages of one address arrive, and the queues of those who want them.
//!
//! Invariant: no queue grows beyond its capacity; the driver stops reading a source whose queue is full.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use crate::control::lock;
use crate::{CloseReason, Delivery, RawMessage, SubscribeRequest};

pub(crate) struct Inbox {
    pub(super) request: SubscribeRequest,
    queues: Mutex<Queues>,
    unclaimed: AtomicU64,
    /// Replies come here as well: it is wanted even without a subscription.
    for_replies: AtomicBool,
}

struct Queues {
    open: Vec<Arc<Queue>>,
    /// On a socket, what came before anybody had subscribed, such as a greeting; taken over by the first who does.
    early: Option<VecDeque<Delivery>>,
}

impl Inbox {
    /// `keeps_early` is for sockets, which bring messages before anybody has asked for them.
    pub(super) fn new(request: SubscribeRequest, keeps_early: bool) -> Self {
        let queues = Queues { open: Vec::new(), early: keeps_early.then(VecDeque::new) };
        let (unclaimed, for_replies) = (AtomicU64::new(0), AtomicBool::new(false));
        Self { request, queues: Mutex::new(queues), unclaimed, for_replies }
    }

    pub(super) fn expect_replies(&self) {
        self.for_replies.store(true, Ordering::Release);
    }

    pub(super) fn unclaimed(&self) -> u64 {
        self.unclaimed.load(Ordering::Relaxed)
    }

    /// A new queue for the messages of which `claims` is true.
    pub(super) fn open(&self, claims: fn(&RawMessage) -> bool) -> Arc<Queue> {
        let mut queues = lock(&self.queues);
        let early = queues.early.take().unwrap_or_default();
        let (items, unclaimed): (VecDeque<_>, VecDeque<_>) =
            early.into_iter().partition(|early| claims(&early.message));
        self.unclaimed.fetch_add(unclaimed.len() as u64, Ordering::Relaxed);
        let state = QueueState { items, reader: None, room: None, ended: None };
        let queue = Arc::new(Queue { state: Mutex::new(state), claims, capacity: self.request.read_ahead.max(1) });
        queues.open.push(queue.clone());
        queue
    }

    /// Takes a queue out. What it still holds is not acknowledged.
    pub(super) fn close(&self, queue: &Arc<Queue>) {
        lock(&self.queues).open.retain(|other| !Arc::ptr_eq(other, queue));
        let room = lock(&queue.state).room.take();
        room.into_iter().for_each(Waker::wake);
    }

    /// Whether nobody wants its messages any more.
    pub(super) fn is_unwanted(&self) -> bool {
        lock(&self.queues).open.is_empty() && !self.for_replies.load(Ordering::Acquire)
    }

    /// Whether every queue has room. If not, the task is woken when it has.
    pub(super) fn has_room(&self, cx: &Context<'_>) -> bool {
        lock(&self.queues).open.iter().all(|queue| queue.has_room(cx))
    }

    /// Hands messages to those who want them.
    pub(super) fn dispatch(&self, batch: &mut VecDeque<Delivery>) {
        if batch.is_empty() {
            return;
        }
        let mut queues = lock(&self.queues);
        let Queues { open, early } = &mut *queues;
        if let Some(early) = early {
            let overflow = (early.len() + batch.len()).saturating_sub(self.request.read_ahead);
            early.extend(batch.drain(..));
            early.drain(..overflow.min(early.len()));
            self.unclaimed.fetch_add(overflow as u64, Ordering::Relaxed);
            return;
        }
        if let [only] = open.as_slice() {
            self.unclaimed.fetch_add(only.take_all(batch) as u64, Ordering::Relaxed);
            return;
        }
        for delivery in batch.drain(..) {
            let mut wanting = open.iter().filter(|queue| (queue.claims)(&delivery.message));
            let Some(first) = wanting.next() else {
                self.unclaimed.fetch_add(1, Ordering::Relaxed);
                // Unsettled, it would come again and again.
                delivery.acknowledge();
                continue;
            };
            // The first settles it: a message is settled once.
            wanting.for_each(|queue| queue.push(Delivery::new(delivery.message.clone())));
            first.push(delivery);
        }
    }

    /// There will be no more messages.
    pub(super) fn end(&self, reason: &CloseReason) {
        for queue in &lock(&self.queues).open {
            queue.end(reason);
        }
    }
}

/// One subscription's messages.
pub(super) struct Queue {
    state: Mutex<QueueState>,
    claims: fn(&RawMessage) -> bool,
    capacity: usize,
}

struct QueueState {
    items: VecDeque<Delivery>,
    reader: Option<Waker>,
    room: Option<Waker>,
    ended: Option<CloseReason>,
}

impl Queue {
    fn has_room(&self, cx: &Context<'_>) -> bool {
        let mut state = lock(&self.state);
        let room = state.items.len() < self.capacity;
        if !room {
            state.room = Some(cx.waker().clone());
        }
        room
    }

    fn push(&self, delivery: Delivery) {
        let mut state = lock(&self.state);
        state.items.push_back(delivery);
        let reader = state.reader.take();
        drop(state);
        reader.into_iter().for_each(Waker::wake);
    }

    /// Takes those messages that are wanted and says how many were not.
    fn take_all(&self, batch: &mut VecDeque<Delivery>) -> usize {
        let before = batch.len();
        batch.retain_mut(|delivery| {
            let claimed = (self.claims)(&delivery.message);
            if !claimed && let Some(settle) = delivery.settle.take() {
                settle.acknowledge();
            }
            claimed
        });
        let unclaimed = before - batch.len();
        if batch.is_empty() {
            return unclaimed;
        }
        let mut state = lock(&self.state);
        if state.items.is_empty() {
            std::mem::swap(&mut state.items, batch);
        } else {
            state.items.append(batch);
        }
        let reader = state.reader.take();
        drop(state);
        reader.into_iter().for_each(Waker::wake);
        unclaimed
    }

    fn end(&self, reason: &CloseReason) {
        let mut state = lock(&self.state);
        state.ended.get_or_insert_with(|| reason.clone());
        let reader = state.reader.take();
        drop(state);
        reader.into_iter().for_each(Waker::wake);
    }

    /// Takes all that has come, by swapping: one lock for many messages.
    pub(super) fn poll_take(&self, into: &mut VecDeque<Delivery>, cx: &Context<'_>) -> Poll<Result<(), CloseReason>> {
        let mut state = lock(&self.state);
        if !state.items.is_empty() {
            std::mem::swap(&mut state.items, into);
            let room = state.room.take();
            drop(state);
            room.into_iter().for_each(Waker::wake);
            return Poll::Ready(Ok(()));
        }
        if let Some(reason) = &state.ended {
            return Poll::Ready(Err(reason.clone()));
        }
        if !state.reader.as_ref().is_some_and(|waker| waker.will_wake(cx.waker())) {
            state.reader = Some(cx.waker().clone());
        }
        Poll::Pending
    }
}
