//! What comes in: from a subscription of core NATS, or from a consumer of JetStream.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, Weak};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use async_nats::jetstream::consumer::pull;
use async_nats::{Message, Subject, Subscriber};
use bytes::Bytes;
use futures_core::Stream;
use tokio::time::{Sleep, sleep};

use super::link::Shared;
use super::subject::Pattern;
use super::{JetStream, message};
use crate::control::lock;
use crate::{BoxFuture, CloseReason, Delivery, Settle, Settler, SharedStr, Source, SubscribeError, decode_percent};

const ACKNOWLEDGE: Bytes = Bytes::from_static(b"+ACK");
const TERMINATE: Bytes = Bytes::from_static(b"+TERM");
const AGAIN: Bytes = Bytes::from_static(b"-NAK");
const IN_PROGRESS: Bytes = Bytes::from_static(b"+WPI");
/// The pause before a consumer that was lost is asked for again.
const PAUSE: Duration = Duration::from_millis(250);

/// A subscription of core NATS: nothing is settled.
pub(super) struct CoreSource {
    shared: Arc<Shared>,
    messages: Subscriber,
    from: From,
}

enum From {
    Pattern(Pattern),
    /// An inbox of ours, whose last token is the correlation id.
    Inbox(SharedStr),
}

impl CoreSource {
    pub(super) fn new(shared: Arc<Shared>, messages: Subscriber, pattern: Pattern) -> Self {
        Self { shared, messages, from: From::Pattern(pattern) }
    }

    pub(super) fn replies(shared: Arc<Shared>, messages: Subscriber, inbox: SharedStr) -> Self {
        Self { shared, messages, from: From::Inbox(inbox) }
    }

    /// The address that a message is for, and its correlation id; `None` says that it is for nobody.
    fn place(&self, found: &Message) -> Option<(SharedStr, Option<String>)> {
        match &self.from {
            From::Pattern(pattern) => {
                let address = pattern.address_of(&found.subject)?;
                // Where the answer goes is all that NATS says of a request; its last token is never used again.
                let id = found.reply.as_ref().map(|reply| reply.rsplit('.').next().unwrap_or_default().to_owned());
                Some((address, id))
            }
            From::Inbox(inbox) => {
                // Nobody has the subject that was asked at: the request gets no reply, and its deadline says so.
                if found.status.is_some_and(|status| status == async_nats::StatusCode::NO_RESPONDERS) {
                    return None;
                }
                let id = found.subject.strip_prefix(inbox.as_str())?.strip_prefix('.')?;
                Some((inbox.clone(), Some(decode_percent(id, false).into_owned())))
            }
        }
    }
}

impl Source for CoreSource {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        loop {
            match Pin::new(&mut self.messages).poll_next(cx) {
                Poll::Ready(Some(mut found)) => {
                    let Some((address, id)) = self.place(&found) else { continue };
                    // Made where it stays: moves are what a message costs here.
                    let mut delivery = Delivery::new(message::read(address, &mut found));
                    if let Some(id) = id {
                        delivery.message.set_correlation_id(id);
                    }
                    if let (From::Pattern(_), Some(reply)) = (&self.from, found.reply) {
                        delivery.message.set_reply_to(reply.as_str().to_owned());
                    }
                    return Poll::Ready(Ok(delivery));
                }
                Poll::Ready(None) => {
                    let gone = || CloseReason::lost("the subscription ended");
                    return Poll::Ready(Err(self.shared.ending.reason().unwrap_or_else(gone)));
                }
                Poll::Pending => {
                    return self.shared.ending.poll(cx).map_or(Poll::Pending, |reason| Poll::Ready(Err(reason)));
                }
            }
        }
    }
}

type Opening = BoxFuture<'static, Result<pull::Stream, SubscribeError>>;

enum Phase {
    Opening(Opening),
    Reading(Box<pull::Stream>),
    Pausing(Pin<Box<Sleep>>),
}

/// A pull consumer of JetStream. Lost, it is made again.
pub(super) struct JetSource {
    shared: Arc<Shared>,
    stream: Arc<JetStream>,
    pattern: Pattern,
    queue: Option<String>,
    read_ahead: usize,
    phase: Phase,
    held: Arc<Held>,
}

/// The messages that this process holds: the server is told that they are worked on.
struct Held {
    shared: Arc<Shared>,
    slots: Mutex<Slots>,
}

#[derive(Default)]
struct Slots {
    replies: Vec<Option<Subject>>,
    free: Vec<usize>,
}

impl Held {
    fn add(&self, reply: &Subject) -> usize {
        let mut slots = lock(&self.slots);
        let at = match slots.free.pop() {
            Some(at) => at,
            None => {
                slots.replies.push(None);
                slots.replies.len() - 1
            }
        };
        if let Some(slot) = slots.replies.get_mut(at) {
            *slot = Some(reply.clone());
        }
        at
    }

    fn remove(&self, at: usize) {
        let mut slots = lock(&self.slots);
        if let Some(slot) = slots.replies.get_mut(at) {
            *slot = None;
            slots.free.push(at);
        }
    }

    fn all(&self) -> Vec<Subject> {
        lock(&self.slots).replies.iter().flatten().cloned().collect()
    }
}

/// Says of what is held for long that it is worked on.
async fn keep_alive(held: Weak<Held>, every: Duration) {
    let mut before: Vec<Subject> = Vec::new();
    loop {
        sleep(every).await;
        let Some(held) = held.upgrade() else { return };
        let now = held.all();
        for reply in now.iter().filter(|reply| before.contains(reply)) {
            held.shared.settle(reply.clone(), IN_PROGRESS);
        }
        before = now;
    }
}

impl JetSource {
    pub(super) async fn open(
        shared: Arc<Shared>,
        stream: Arc<JetStream>,
        pattern: Pattern,
        queue: Option<String>,
        read_ahead: usize,
    ) -> Result<Self, SubscribeError> {
        let messages = open(shared.clone(), stream.clone(), pattern.subject.clone(), queue.clone(), read_ahead).await?;
        let held = Arc::new(Held { shared: shared.clone(), slots: Mutex::default() });
        let every = stream.ack_wait / 3;
        tokio::spawn(keep_alive(Arc::downgrade(&held), every));
        Ok(Self { shared, stream, pattern, queue, read_ahead, phase: Phase::Reading(Box::new(messages)), held })
    }

    fn delivery(&self, mut found: Message) -> Option<Delivery> {
        let reply = found.reply.take()?;
        let Some(address) = self.pattern.address_of(&found.subject) else {
            self.shared.settle(reply, ACKNOWLEDGE);
            return None;
        };
        let attempt = attempt(&reply);
        let held = self.held.clone();
        let slot = held.add(&reply);
        let settle = Settle::new(Unsettled { held, slot, reply });
        Some(Delivery { message: message::read(address, &mut found), settle: Some(settle), attempt })
    }

    fn lost(&mut self, error: &dyn std::fmt::Display) {
        tracing::info!(subject = self.pattern.subject, %error, "the consumer is lost, and asked for again");
        self.phase = Phase::Pausing(Box::pin(sleep(PAUSE)));
    }
}

async fn open(
    shared: Arc<Shared>,
    stream: Arc<JetStream>,
    subject: String,
    queue: Option<String>,
    read_ahead: usize,
) -> Result<pull::Stream, SubscribeError> {
    let consumer = stream.consumer(&shared.jetstream, &subject, queue.as_deref()).await?;
    let messages = consumer.stream().max_messages_per_batch(read_ahead.max(1)).expires(Duration::from_secs(10));
    let failed = |error| SubscribeError::caused(crate::SubscribeErrorKind::Transport, "", error);
    messages.heartbeat(Duration::from_secs(3)).messages().await.map_err(failed)
}

impl Source for JetSource {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        if let Some(reason) = self.shared.ending.reason() {
            return Poll::Ready(Err(reason));
        }
        loop {
            let pending = match &mut self.phase {
                Phase::Reading(messages) => match Pin::new(&mut **messages).poll_next(cx) {
                    Poll::Ready(Some(Ok(found))) => {
                        if let Some(delivery) = self.delivery(found.message) {
                            return Poll::Ready(Ok(delivery));
                        }
                        false
                    }
                    Poll::Ready(Some(Err(error))) => {
                        self.lost(&error);
                        false
                    }
                    Poll::Ready(None) => {
                        self.lost(&"the stream of messages ended");
                        false
                    }
                    Poll::Pending => true,
                },
                Phase::Opening(opening) => match opening.as_mut().poll(cx) {
                    Poll::Ready(Ok(messages)) => {
                        self.phase = Phase::Reading(Box::new(messages));
                        false
                    }
                    Poll::Ready(Err(error)) => {
                        self.lost(&error);
                        false
                    }
                    Poll::Pending => true,
                },
                Phase::Pausing(pause) => match pause.as_mut().poll(cx) {
                    Poll::Ready(()) => {
                        let (shared, stream) = (self.shared.clone(), self.stream.clone());
                        let (subject, queue) = (self.pattern.subject.clone(), self.queue.clone());
                        self.phase = Phase::Opening(Box::pin(open(shared, stream, subject, queue, self.read_ahead)));
                        false
                    }
                    Poll::Pending => true,
                },
            };
            if pending {
                return self.shared.ending.poll(cx).map_or(Poll::Pending, |reason| Poll::Ready(Err(reason)));
            }
        }
    }
}

impl Drop for JetSource {
    /// What was read ahead goes back at once, to others who share the consumer.
    fn drop(&mut self) {
        let Phase::Reading(messages) = &mut self.phase else { return };
        let mut cx = Context::from_waker(Waker::noop());
        for _ in 0..self.read_ahead {
            let Poll::Ready(Some(Ok(found))) = Pin::new(&mut **messages).poll_next(&mut cx) else { return };
            if let Some(reply) = found.message.reply {
                self.shared.settle(reply, AGAIN);
            }
        }
    }
}

/// Which delivery this is, from 1: the subject of the acknowledgement says so.
fn attempt(reply: &str) -> u32 {
    // $JS.ACK.<stream>.<consumer>.<delivered>.…, or with domain and account before the stream.
    let mut tokens = reply.split('.').skip(4);
    let (plain, domain) = (tokens.next(), tokens.nth(1));
    // The eleventh token says which it is.
    let text = if tokens.nth(3).is_some() { domain } else { plain };
    text.and_then(|text| text.parse().ok()).unwrap_or(1)
}

struct Unsettled {
    held: Arc<Held>,
    slot: usize,
    reply: Subject,
}

impl Unsettled {
    fn say(self, word: Bytes) {
        self.held.remove(self.slot);
        self.held.shared.settle(self.reply, word);
    }
}

impl Settler for Unsettled {
    fn acknowledge(self: Box<Self>) {
        self.say(ACKNOWLEDGE);
    }

    fn retry(self: Box<Self>, after: Duration) {
        let word = match after.is_zero() {
            true => AGAIN,
            false => format!("-NAK {{\"delay\":{}}}", after.as_nanos()).into(),
        };
        self.say(word);
    }

    fn reject(self: Box<Self>) {
        self.say(TERMINATE);
    }

    fn abandon(self: Box<Self>) {
        self.say(AGAIN);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_reply_counts_deliveries() {
        assert_eq!(super::attempt("$JS.ACK.ORDERS.all.3.17.20.1700000000.0"), 3);
        assert_eq!(super::attempt("$JS.ACK.hub.h4sh.ORDERS.all.2.17.20.1700000000.0.x"), 2);
        assert_eq!(super::attempt("nothing"), 1);
    }
}
