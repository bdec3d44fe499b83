//! What comes in on channels, and who gets it.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use ::redis::{PushInfo, PushKind};
use bytes::Bytes;

use super::address::{Pattern, Seen};
use super::link::Shared;
use super::message::bytes_of;
use crate::control::lock;
use crate::{CloseReason, Delivery, RawMessage, Source};

/// How many bytes wait for a slow reader before more are dropped: there is no way to slow a publisher down.
const MOST: usize = 16 << 20;
/// What a message weighs beside its payload.
const OVERHEAD: usize = 256;

/// The queue of one subscription.
#[derive(Debug)]
pub(super) struct Inbox {
    pub(super) pattern: Pattern,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    messages: VecDeque<RawMessage>,
    bytes: usize,
    reader: Option<Waker>,
    /// Messages were dropped since the reader was last there.
    missed: u64,
}

impl Inbox {
    fn push(&self, channel: &[u8], payload: &Bytes) {
        let Some(Seen { address, correlation_id }) = self.pattern.see(channel) else { return };
        let mut message = RawMessage::new(address, payload.clone());
        if let Some(id) = correlation_id {
            message.set_correlation_id(id);
        }
        let mut state = lock(&self.state);
        if state.bytes + payload.len() + OVERHEAD > MOST {
            state.missed += 1;
            return;
        }
        state.bytes += payload.len() + OVERHEAD;
        state.messages.push_back(message);
        let reader = state.reader.take();
        drop(state);
        reader.into_iter().for_each(Waker::wake);
    }

    /// Takes all that is there; if it is nothing, the task is woken when there is something.
    fn take(&self, into: &mut VecDeque<RawMessage>, cx: &Context<'_>) {
        let mut state = lock(&self.state);
        std::mem::swap(&mut state.messages, into);
        state.bytes = 0;
        let missed = std::mem::take(&mut state.missed);
        if into.is_empty() {
            state.reader = Some(cx.waker().clone());
        }
        drop(state);
        if missed > 0 {
            tracing::warn!(channel = self.pattern.name(), missed, "a slow reader missed messages");
        }
    }
}

/// The subscriptions of a link, by the names that the server knows them under.
#[derive(Debug, Default)]
pub(super) struct Subscriptions {
    channels: Mutex<HashMap<Vec<u8>, Vec<Arc<Inbox>>>>,
    patterns: Mutex<HashMap<Vec<u8>, Vec<Arc<Inbox>>>>,
}

impl Subscriptions {
    fn of(&self, pattern: &Pattern) -> &Mutex<HashMap<Vec<u8>, Vec<Arc<Inbox>>>> {
        if pattern.glob.is_some() { &self.patterns } else { &self.channels }
    }

    pub(super) fn add(&self, pattern: Pattern) -> Arc<Inbox> {
        let inbox = Arc::new(Inbox { pattern, state: Mutex::default() });
        let mut all = lock(self.of(&inbox.pattern));
        all.entry(inbox.pattern.name().as_bytes().to_vec()).or_default().push(inbox.clone());
        drop(all);
        inbox
    }

    /// `true` says that nobody else has a subscription of this name.
    pub(super) fn remove(&self, inbox: &Arc<Inbox>) -> bool {
        let mut all = lock(self.of(&inbox.pattern));
        let name = inbox.pattern.name().as_bytes();
        let Some(inboxes) = all.get_mut(name) else { return false };
        inboxes.retain(|other| !Arc::ptr_eq(other, inbox));
        let none = inboxes.is_empty();
        if none {
            all.remove(name);
        }
        none
    }

    /// Whether somebody has a subscription of this name.
    pub(super) fn wants(&self, pattern: &Pattern) -> bool {
        lock(self.of(pattern)).contains_key(pattern.name().as_bytes())
    }

    /// The names of all channels, and of all patterns.
    pub(super) fn names(&self) -> (Vec<Vec<u8>>, Vec<Vec<u8>>) {
        (lock(&self.channels).keys().cloned().collect(), lock(&self.patterns).keys().cloned().collect())
    }

    /// Hands on what the server has pushed.
    pub(super) fn hear(&self, info: PushInfo, max_message: usize) {
        let mut parts = info.data.into_iter();
        let mut next = || parts.next().and_then(bytes_of);
        let (inboxes, name, channel) = match info.kind {
            PushKind::Message => (&self.channels, next(), None),
            PushKind::PMessage => (&self.patterns, next(), next()),
            _ => return,
        };
        let (Some(name), Some(payload)) = (name, next()) else { return };
        if payload.len() > max_message {
            let channel = String::from_utf8_lossy(channel.as_ref().unwrap_or(&name)).into_owned();
            tracing::warn!(channel, length = payload.len(), "a message that is too large was dropped");
            return;
        }
        let payload = Bytes::from(payload);
        for inbox in lock(inboxes).get(&name).into_iter().flatten() {
            inbox.push(channel.as_ref().unwrap_or(&name), &payload);
        }
    }
}

/// A subscription to channels: nothing is settled.
pub(super) struct ChannelSource {
    pub(super) shared: Arc<Shared>,
    pub(super) inbox: Arc<Inbox>,
    taken: VecDeque<RawMessage>,
}

impl ChannelSource {
    pub(super) fn new(shared: Arc<Shared>, inbox: Arc<Inbox>) -> Self {
        Self { shared, inbox, taken: VecDeque::new() }
    }
}

impl Source for ChannelSource {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        if let Some(reason) = self.shared.ending.reason() {
            return Poll::Ready(Err(reason));
        }
        if self.taken.is_empty() {
            self.inbox.take(&mut self.taken, cx);
        }
        match self.taken.pop_front() {
            Some(message) => Poll::Ready(Ok(Delivery::new(message))),
            None => self.shared.ending.poll(cx).map_or(Poll::Pending, |reason| Poll::Ready(Err(reason))),
        }
    }
}

impl Drop for ChannelSource {
    fn drop(&mut self) {
        if self.shared.subscriptions.remove(&self.inbox)
            && !*self.shared.over.borrow()
            && let Ok(runtime) = tokio::runtime::Handle::try_current()
        {
            let (shared, inbox) = (self.shared.clone(), self.inbox.clone());
            runtime.spawn(async move { shared.unsubscribe(&inbox.pattern).await });
        }
    }
}

#[cfg(test)]
mod tests {
    use ::redis::Value;

    use super::*;

    fn pushed(kind: PushKind, parts: &[&[u8]]) -> PushInfo {
        PushInfo { kind, data: parts.iter().map(|part| Value::BulkString(part.to_vec())).collect() }
    }

    #[test]
    fn messages_find_their_subscriptions() {
        let all = Subscriptions::default();
        let literal = all.add(Pattern::new("news".into()).unwrap());
        let open = all.add(Pattern::new("rooms:{room}".into()).unwrap());
        all.hear(pushed(PushKind::Message, &[b"news", b"a"]), 10);
        all.hear(pushed(PushKind::PMessage, &[b"rooms:*", b"rooms:x", b"b"]), 10);
        for odd in [
            pushed(PushKind::Message, &[b"news"]),
            pushed(PushKind::PMessage, &[]),
            pushed(PushKind::Disconnection, &[]),
        ] {
            all.hear(odd, 10);
        }
        all.hear(pushed(PushKind::Message, &[b"news", b"more than ten"]), 10);
        let mut found = VecDeque::new();
        for (inbox, address, payload) in [(&literal, "news", "a"), (&open, "rooms:x", "b")] {
            inbox.take(&mut found, &Context::from_waker(Waker::noop()));
            let message = found.pop_front().unwrap();
            assert_eq!((&*message.address, &message.payload[..]), (address, payload.as_bytes()));
            assert!(found.is_empty());
            assert!(all.wants(&inbox.pattern) && all.remove(inbox) && !all.remove(inbox));
        }
    }

    #[test]
    fn a_slow_reader_bounds_memory() {
        let all = Subscriptions::default();
        let inbox = all.add(Pattern::new("news".into()).unwrap());
        let payload = vec![0; 1 << 20];
        for _ in 0..40 {
            all.hear(pushed(PushKind::Message, &[b"news", &payload]), 1 << 20);
        }
        let mut found = VecDeque::new();
        inbox.take(&mut found, &Context::from_waker(Waker::noop()));
        assert_eq!(found.len(), 15);
    }
}
