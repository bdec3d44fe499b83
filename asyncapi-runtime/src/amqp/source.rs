//! What comes in: from a consumer of a queue, which is made again when it is lost.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures_core::Stream;
use lapin::options::{BasicAckOptions, BasicConsumeOptions, BasicNackOptions, BasicQosOptions};
use lapin::types::{FieldTable, ShortString};
use lapin::{Channel, Consumer};
use tokio::time::{Instant, Sleep, sleep, sleep_until};

use super::connection::{alive, said};
use super::line::Line;
use super::message;
use super::topology::Feed;
use crate::control::lock;
use crate::{
    BoxFuture, CloseReason, Delivery, RawMessage, Settle, Settler, Source, SubscribeError, SubscribeErrorKind,
};

/// The pause before a consumer that was lost is asked for again.
const PAUSE: Duration = Duration::from_millis(250);

/// A consumer, and the channel that it is on.
struct Reading {
    channel: Arc<Channel>,
    consumer: Consumer,
    queue: ShortString,
}

type Opening = BoxFuture<'static, Result<Reading, SubscribeError>>;

enum Phase {
    Reading(Box<Reading>),
    Opening(Opening),
    Pausing(Pin<Box<Sleep>>),
}

pub(super) struct AmqpSource {
    line: Arc<Line>,
    feed: Arc<Feed>,
    prefetch: u16,
    phase: Phase,
    later: Arc<Later>,
    due: Option<Pin<Box<Sleep>>>,
}

/// Messages that are to be tried again, which stay with this process until then.
#[derive(Default)]
struct Later(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    /// Which consumer these are of: what an earlier one brought, the broker delivers again.
    generation: u64,
    items: Vec<(Instant, Held)>,
    reader: Option<Waker>,
    closed: bool,
}

/// A message that is not acknowledged.
struct Held {
    message: RawMessage,
    attempt: u32,
    token: Token,
}

/// What settles a delivery. The channel stays open with it: closed, it would give back what is not settled.
struct Token {
    channel: Arc<Channel>,
    tag: u64,
}

impl Token {
    fn acknowledge(&self) {
        say(self.channel.basic_ack(self.tag, BasicAckOptions::default()));
    }

    /// Not handled: to be delivered again, or to the dead letters.
    fn give_back(&self, again: bool) {
        say(self.channel.basic_nack(self.tag, BasicNackOptions { multiple: false, requeue: again }));
    }
}

/// Says something to the broker without waiting until it is written: the first poll is what says it, in the order of the
/// calls. The client library's own `Acker` has a task for each word, and keeps no order with the connection's end.
fn say(saying: impl Future) {
    let _ = pin!(saying).poll(&mut Context::from_waker(Waker::noop()));
}

async fn open(line: Arc<Line>, feed: Arc<Feed>, prefetch: u16) -> Result<Reading, SubscribeError> {
    let Some(connection) = line.connection().await else { return Err(SubscribeErrorKind::Closed.into()) };
    let opening = async {
        let channel = connection.create_channel().await?;
        channel.basic_qos(prefetch, BasicQosOptions::default()).await?;
        let queue = feed.prepare(&line.amqp, &channel).await?;
        let options = BasicConsumeOptions::default();
        let consumer =
            channel.basic_consume(queue.clone(), ShortString::default(), options, FieldTable::default()).await?;
        Ok(Reading { channel: Arc::new(channel), consumer, queue })
    };
    alive(&connection, opening).await.map_err(|error| SubscribeError::new(SubscribeErrorKind::Transport, said(&error)))
}

impl AmqpSource {
    pub(super) async fn open(line: Arc<Line>, feed: Feed, read_ahead: usize) -> Result<Self, SubscribeError> {
        let prefetch = u16::try_from(read_ahead.max(1)).unwrap_or(u16::MAX);
        let feed = Arc::new(feed);
        let reading = open(line.clone(), feed.clone(), prefetch).await?;
        let phase = Phase::Reading(Box::new(reading));
        Ok(Self { line, feed, prefetch, phase, later: Arc::default(), due: None })
    }

    fn lost(&mut self, reason: &dyn std::fmt::Display) {
        tracing::info!(address = %self.feed.address, %reason, "the consumer is lost, and asked for again");
        {
            let mut waiting = lock(&self.later.0);
            waiting.generation += 1;
            waiting.items.clear();
        }
        self.phase =
            Phase::Pausing(Box::pin(sleep(if self.line.up.borrow().is_some() { PAUSE } else { Duration::ZERO })));
    }

    fn reopen(&mut self) {
        self.phase = Phase::Opening(Box::pin(open(self.line.clone(), self.feed.clone(), self.prefetch)));
    }

    /// A message that came in; `None` if it is not one that was asked for.
    fn delivery(&self, mut found: lapin::message::Delivery, reading: &Reading) -> Option<Delivery> {
        let token = Token { channel: reading.channel.clone(), tag: found.delivery_tag };
        let address = self.feed.address_of(reading.queue.as_str(), found.routing_key.as_str());
        let Some(address) = address else {
            token.acknowledge();
            return None;
        };
        if found.data.len() > self.line.max_message {
            tracing::warn!(address = %address, length = found.data.len(), "a message that is too large was rejected");
            token.give_back(false);
            return None;
        }
        let (message, before) = message::read(&mut found, address);
        let attempt = before.saturating_add(1);
        if !self.feed.acknowledged {
            token.acknowledge();
            return Some(Delivery { message, settle: None, attempt });
        }
        Some(self.hand_out(Held { message, attempt, token }))
    }

    fn hand_out(&self, held: Held) -> Delivery {
        let (message, attempt) = (held.message.clone(), held.attempt);
        let later = self.later.clone();
        let generation = lock(&later.0).generation;
        Delivery { message, settle: Some(Settle::new(Unsettled { held, later, generation })), attempt }
    }

    /// The next message whose time has come, or when the next one's will.
    fn take_due(&self, cx: &Context<'_>) -> Result<Held, Option<Instant>> {
        let mut waiting = lock(&self.later.0);
        if !waiting.items.is_empty() {
            let now = Instant::now();
            if let Some(at) = waiting.items.iter().position(|(due, _)| *due <= now) {
                return Ok(waiting.items.swap_remove(at).1);
            }
        }
        if !waiting.reader.as_ref().is_some_and(|waker| waker.will_wake(cx.waker())) {
            waiting.reader = Some(cx.waker().clone());
        }
        Err(waiting.items.iter().map(|(due, _)| *due).min())
    }

    fn poll_later(&mut self, cx: &mut Context<'_>) -> Option<Delivery> {
        loop {
            match self.take_due(cx) {
                Ok(held) => return Some(self.hand_out(held)),
                Err(None) => {
                    self.due = None;
                    return None;
                }
                Err(Some(due)) => {
                    let mut sleep = Box::pin(sleep_until(due));
                    let over = sleep.as_mut().poll(cx).is_ready();
                    self.due = Some(sleep);
                    if !over {
                        return None;
                    }
                }
            }
        }
    }

    /// One step of the consumer; `None` says that there is another.
    fn poll_phase(&mut self, cx: &mut Context<'_>) -> Poll<Option<Delivery>> {
        match &mut self.phase {
            Phase::Reading(reading) => match Pin::new(&mut reading.consumer).poll_next(cx) {
                Poll::Ready(Some(Ok(found))) => {
                    let Phase::Reading(reading) = &self.phase else { return Poll::Pending };
                    Poll::Ready(self.delivery(found, reading))
                }
                Poll::Ready(Some(Err(error))) => {
                    self.lost(&said(&error));
                    Poll::Ready(None)
                }
                Poll::Ready(None) => {
                    self.lost(&"the broker cancelled it");
                    Poll::Ready(None)
                }
                Poll::Pending => Poll::Pending,
            },
            Phase::Opening(opening) => match opening.as_mut().poll(cx) {
                Poll::Ready(Ok(reading)) => {
                    self.phase = Phase::Reading(Box::new(reading));
                    Poll::Ready(None)
                }
                Poll::Ready(Err(error)) => {
                    self.lost(&error);
                    Poll::Ready(None)
                }
                Poll::Pending => Poll::Pending,
            },
            Phase::Pausing(pause) => match pause.as_mut().poll(cx) {
                Poll::Ready(()) => {
                    self.reopen();
                    Poll::Ready(None)
                }
                Poll::Pending => Poll::Pending,
            },
        }
    }
}

impl Source for AmqpSource {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        if let Some(reason) = self.line.ending.reason() {
            return Poll::Ready(Err(reason));
        }
        if let Some(delivery) = self.poll_later(cx) {
            return Poll::Ready(Ok(delivery));
        }
        loop {
            match self.poll_phase(cx) {
                Poll::Ready(Some(delivery)) => return Poll::Ready(Ok(delivery)),
                Poll::Ready(None) => {}
                Poll::Pending => {
                    return self.line.ending.poll(cx).map_or(Poll::Pending, |reason| Poll::Ready(Err(reason)));
                }
            }
        }
    }
}

impl Drop for AmqpSource {
    /// What nobody has looked at goes back at once, to others who take from the queue. The channel stays as long as
    /// something of it is handled.
    fn drop(&mut self) {
        let items = {
            let mut waiting = lock(&self.later.0);
            waiting.closed = true;
            std::mem::take(&mut waiting.items)
        };
        items.iter().for_each(|(_, held)| held.token.give_back(true));
        let Phase::Reading(reading) = &mut self.phase else { return };
        let tag = reading.consumer.tag();
        say(reading.channel.basic_cancel(tag, <_>::default()));
        let mut cx = Context::from_waker(Waker::noop());
        while let Poll::Ready(Some(Ok(found))) = Pin::new(&mut reading.consumer).poll_next(&mut cx) {
            Token { channel: reading.channel.clone(), tag: found.delivery_tag }.give_back(true);
        }
    }
}

struct Unsettled {
    held: Held,
    later: Arc<Later>,
    generation: u64,
}

impl Settler for Unsettled {
    fn acknowledge(self: Box<Self>) {
        self.held.token.acknowledge();
    }

    fn retry(self: Box<Self>, after: Duration) {
        let Self { mut held, later, generation } = *self;
        let mut waiting = lock(&later.0);
        if waiting.closed || waiting.generation != generation {
            drop(waiting);
            return held.token.give_back(true);
        }
        held.attempt = held.attempt.saturating_add(1);
        waiting.items.push((Instant::now() + after, held));
        let reader = waiting.reader.take();
        drop(waiting);
        reader.into_iter().for_each(Waker::wake);
    }

    fn reject(self: Box<Self>) {
        self.held.token.give_back(false);
    }

    fn abandon(self: Box<Self>) {
        self.held.token.give_back(true);
    }
}
