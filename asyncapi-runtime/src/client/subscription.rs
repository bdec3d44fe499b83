//! Pulling messages: a stream of what can come in on a channel.

use std::collections::VecDeque;
use std::fmt;
use std::future::{Future, poll_fn};
use std::marker::PhantomData;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use futures_core::Stream;
use tracing::Span;

use super::inbox::{Inbox, Queue};
use super::line::{Line, Work};
use crate::control::Stop;
use crate::policy::{again_after, dead_letter, is_final, reason};
#[cfg(feature = "metrics")]
use crate::telemetry;
use crate::telemetry::{is_traced, receive_span, settling};
use crate::wire::DecodeError;
use crate::{
    Cause, CloseReason, Delivery, Incoming, Policy, Problem, RawMessage, SendErrorKind, SendMode, Sending, Settle,
};

/// The messages that come in on a channel, as a `Stream`. It outlives a reconnect.
///
/// A message counts as handled when the next one is asked for; [`deliveries`](Self::deliveries) settles by hand. What
/// cannot be decoded goes to the client's [`Policy`], and the next message comes.
pub struct Subscription<M> {
    line: Arc<Line>,
    inbox: Arc<Inbox>,
    queue: Arc<Queue>,
    taken: VecDeque<Delivery>,
    current: (Option<Settle>, Span),
    ended: Option<CloseReason>,
    #[cfg(feature = "metrics")]
    received: telemetry::Processed,
    message: PhantomData<fn() -> M>,
}

impl<M: Incoming> Subscription<M> {
    pub(super) fn new(line: Arc<Line>, inbox: Arc<Inbox>) -> Self {
        let queue = inbox.open(M::claims);
        Self {
            #[cfg(feature = "metrics")]
            received: telemetry::Processed::new(line.shared.hooks.system, inbox.request.channel, "receive"),
            line,
            inbox,
            queue,
            taken: VecDeque::new(),
            current: (None, Span::none()),
            ended: None,
            message: PhantomData,
        }
    }

    /// The next message; `None` once the client is closed or the connection lost for good. Cancel-safe: a dropped
    /// future loses no message.
    pub async fn next(&mut self) -> Option<M> {
        poll_fn(|cx| self.poll_message(cx)).await
    }

    /// The same messages with their headers and the means to settle each one.
    pub fn deliveries(self) -> Deliveries<M> {
        Deliveries(self)
    }

    /// Why there are no more messages; `None` as long as there may be.
    pub fn close_reason(&self) -> Option<&CloseReason> {
        self.ended.as_ref()
    }

    fn poll_message(&mut self, cx: &mut Context<'_>) -> Poll<Option<M>> {
        if let Some(settle) = self.current.0.take() {
            settling(&self.current.1, "ack", || settle.acknowledge());
        }
        let decoded = self.poll_decoded(cx, |message, _, settle, span| (message, (settle, span)));
        let (message, current) = std::task::ready!(decoded).unzip();
        self.current = current.unwrap_or((None, Span::none()));
        Poll::Ready(message)
    }

    fn poll_received(&mut self, cx: &mut Context<'_>) -> Poll<Option<Received<M>>> {
        self.poll_decoded(cx, |message, raw, settle, span| Received { message, raw, settle, span })
    }

    /// The next message that can be decoded, and what is made of it.
    #[inline]
    fn poll_decoded<T>(
        &mut self,
        cx: &mut Context<'_>,
        make: impl FnOnce(M, RawMessage, Option<Settle>, Span) -> T,
    ) -> Poll<Option<T>> {
        loop {
            while let Some(Delivery { message: raw, settle, attempt }) = self.taken.pop_front() {
                if raw.is_expired() {
                    self.refuse(&raw, settle, attempt, Cause::Expired);
                    continue;
                }
                #[cfg(feature = "metrics")]
                self.received.consumed();
                match self.decode(&raw) {
                    Ok(message) => {
                        let span = self.span(&raw);
                        return Poll::Ready(Some(make(message, raw, settle, span)));
                    }
                    Err(error) => self.refuse(&raw, settle, attempt, Cause::Undecodable(&error)),
                }
            }
            if self.ended.is_some() {
                return Poll::Ready(None);
            }
            match self.queue.poll_take(&mut self.taken, cx) {
                Poll::Ready(Ok(())) => {}
                Poll::Ready(Err(reason)) => self.ended = Some(reason),
                Poll::Pending => return Poll::Pending,
            }
        }
    }

    #[inline]
    fn span(&self, raw: &RawMessage) -> Span {
        if !is_traced() {
            return Span::none();
        }
        let address = if raw.address.is_empty() { &self.inbox.request.address } else { &raw.address };
        receive_span(self.line.shared.hooks.system, self.inbox.request.channel, address, raw)
    }

    /// Decodes a message whose address does not contradict it.
    #[inline]
    fn decode(&self, raw: &RawMessage) -> Result<M, DecodeError> {
        if let Some(channel) = self.inbox.request.channel
            && !channel.parameters.is_empty()
        {
            let address = if raw.address.is_empty() { &self.inbox.request.address } else { &raw.address };
            crate::check_locations(channel, address, raw)?;
        }
        M::decode(raw)
    }

    /// Applies the client's policy. Nothing here waits: a peer that floods us with rubbish must not slow the good.
    fn refuse(&self, raw: &RawMessage, settle: Option<Settle>, attempt: u32, cause: Cause<'_>) {
        let channel = self.inbox.request.channel;
        let reason = reason(&cause);
        tracing::warn!(channel = channel.map_or("", |channel| channel.name), problem = reason);
        let address = if raw.address.is_empty() { &self.inbox.request.address } else { &raw.address };
        match &self.line.shared.policy {
            Policy::LogAndDrop => {}
            Policy::Answer(answer) => {
                if let Some(mut reply) = (Problem { cause, message: raw, channel }).answer(answer) {
                    if reply.address.is_empty() {
                        reply.address = address.clone();
                    }
                    self.send_now(reply, |line, reply| line.send(channel, reply, SendMode::Now)).ok();
                }
            }
            Policy::DeadLetter(to) => {
                let dead = dead_letter(raw, to, address, &reason, self.line.has_headers());
                let sent = self.send_now(dead, |line, dead| line.send_plainly(dead, SendMode::Now));
                return match (settle, sent) {
                    (Some(settle), Ok(())) => settle.acknowledge(),
                    // It would be lost.
                    (Some(settle), Err(false)) => settle.retry(again_after(attempt)),
                    (Some(settle), Err(true)) => settle.reject_because(&reason),
                    (None, _) => {}
                };
            }
            Policy::Close(code) => {
                self.line.shared.control.stop(Stop::Close { code: *code, text: "a message was not understood".into() });
            }
        }
        if let Some(settle) = settle {
            settle.reject_because(&reason);
        }
    }

    /// An error says whether there is no hope for another time.
    fn send_now(&self, message: RawMessage, send: impl FnOnce(&Line, RawMessage) -> Sending) -> Result<(), bool> {
        let mut sending = pin!(send(&self.line, message));
        // `Now` is done at the first poll, unless an interceptor waits.
        let result = match sending.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => result,
            Poll::Pending => Err(SendErrorKind::Full.into()),
        };
        result.map_err(|error| {
            tracing::error!(%error, "what the policy has to send was not sent");
            is_final(&error)
        })
    }
}

impl<M> Drop for Subscription<M> {
    fn drop(&mut self) {
        self.inbox.close(&self.queue);
        if !self.line.shared.per_address() {
            self.line.shared.control.give(Work::Unsubscribe(self.inbox.clone()));
        }
    }
}

impl<M: Incoming> Stream for Subscription<M> {
    type Item = M;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<M>> {
        self.poll_message(cx)
    }
}

impl<M> fmt::Debug for Subscription<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscription")
            .field("address", &self.inbox.request.address)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

/// A subscription whose messages are settled by hand.
#[derive(Debug)]
pub struct Deliveries<M>(Subscription<M>);

impl<M: Incoming> Deliveries<M> {
    /// The next message; see [`Subscription::next`].
    pub async fn next(&mut self) -> Option<Received<M>> {
        poll_fn(|cx| self.0.poll_received(cx)).await
    }

    /// Why there are no more messages; `None` as long as there may be.
    pub fn close_reason(&self) -> Option<&CloseReason> {
        self.0.close_reason()
    }
}

impl<M: Incoming> Stream for Deliveries<M> {
    type Item = Received<M>;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Received<M>>> {
        self.0.poll_received(cx)
    }
}

/// A message with what came with it. Dropped unsettled, it counts as not acknowledged.
#[derive(Debug)]
pub struct Received<M> {
    /// The message.
    pub message: M,
    raw: RawMessage,
    settle: Option<Settle>,
    span: Span,
}

impl<M> Received<M> {
    /// The message as it came.
    pub fn raw(&self) -> &RawMessage {
        &self.raw
    }

    /// The address that it was sent to, such as for the channel's `Parameters::from_address`; empty where the connection
    /// has only one.
    pub fn address(&self) -> &str {
        &self.raw.address
    }

    /// The span from when the message was received until it is settled; enter it to work on the message.
    pub fn span(&self) -> &Span {
        &self.span
    }

    /// The message was handled.
    pub fn acknowledge(self) -> M {
        if let Some(settle) = self.settle {
            settling(&self.span, "ack", || settle.acknowledge());
        }
        self.message
    }

    /// Deliver the message again, not before the time has passed, where the protocol can.
    pub fn retry(self, after: std::time::Duration) {
        if let Some(settle) = self.settle {
            settling(&self.span, "retry", || settle.retry(after));
        }
    }

    /// The message can never be handled.
    pub fn reject(self) {
        if let Some(settle) = self.settle {
            settling(&self.span, "reject", || settle.reject());
        }
    }
}
