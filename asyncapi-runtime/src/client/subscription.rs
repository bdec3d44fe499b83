//! Pulling messages: a stream of what can come in on a channel.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::inbox::{Inbox, Queue};
use super::line::{Line, Work};
use crate::control::Stop;
use crate::wire::DecodeError;
use crate::{Cause, CloseReason, Delivery, Incoming, Policy, Problem, RawMessage, SendMode, Settle};

/// The messages that come in on a channel, as a `Stream`. It outlives a reconnect.
///
/// A message counts as handled when the next one is asked for; [`deliveries`](Self::deliveries) settles by hand. What
/// cannot be decoded goes to the client's [`Policy`], and the next message comes.
pub struct Subscription<M> {
    line: Arc<Line>,
    inbox: Arc<Inbox>,
    queue: Arc<Queue>,
    taken: VecDeque<Delivery>,
    current: Option<Settle>,
    ended: Option<CloseReason>,
    message: PhantomData<fn() -> M>,
}

impl<M: Incoming> Subscription<M> {
    pub(super) fn new(line: Arc<Line>, inbox: Arc<Inbox>) -> Self {
        let queue = inbox.open(M::claims);
        let (taken, message) = (VecDeque::new(), PhantomData);
        Self { line, inbox, queue, taken, current: None, ended: None, message }
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
        if let Some(settle) = self.current.take() {
            settle.acknowledge();
        }
        let (message, settle) =
            std::task::ready!(self.poll_decoded(cx, |message, _, settle| (message, settle))).unzip();
        self.current = settle.flatten();
        Poll::Ready(message)
    }

    fn poll_received(&mut self, cx: &mut Context<'_>) -> Poll<Option<Received<M>>> {
        self.poll_decoded(cx, |message, raw, settle| Received { message, raw, settle })
    }

    /// The next message that can be decoded, and what is made of it.
    #[inline]
    fn poll_decoded<T>(
        &mut self,
        cx: &mut Context<'_>,
        make: impl FnOnce(M, RawMessage, Option<Settle>) -> T,
    ) -> Poll<Option<T>> {
        loop {
            while let Some(Delivery { message: raw, settle, .. }) = self.taken.pop_front() {
                match self.decode(&raw) {
                    Ok(message) => return Poll::Ready(Some(make(message, raw, settle))),
                    Err(error) => self.refuse(&raw, settle, &error),
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
    fn refuse(&self, raw: &RawMessage, settle: Option<Settle>, error: &DecodeError) {
        let channel = self.inbox.request.channel;
        tracing::warn!(channel = channel.map_or("", |channel| channel.name), problem = %error);
        let send = |message| {
            if let crate::Sending::Done(Some(Err(error))) = self.line.send(message, SendMode::Now) {
                tracing::debug!(%error, "what the policy has to send was not sent");
            }
        };
        match &self.line.shared.policy {
            Policy::LogAndDrop => {}
            Policy::Answer(answer) => {
                let problem = Problem { cause: Cause::Undecodable(error), message: raw, channel };
                if let Some(mut reply) = answer(&problem) {
                    if reply.address.is_empty() {
                        reply.address = self.inbox.request.address.clone();
                    }
                    send(reply);
                }
            }
            Policy::DeadLetter(address) => send(RawMessage { address: address.clone(), ..raw.clone() }),
            Policy::Close(code) => {
                self.line.shared.control.stop(Stop::Close { code: *code, text: "a message was not understood".into() });
            }
        }
        if let Some(settle) = settle {
            settle.reject();
        }
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

    /// The message was handled.
    pub fn acknowledge(self) -> M {
        if let Some(settle) = self.settle {
            settle.acknowledge();
        }
        self.message
    }

    /// Deliver the message again, not before the time has passed, where the protocol can.
    pub fn retry(self, after: std::time::Duration) {
        if let Some(settle) = self.settle {
            settle.retry(after);
        }
    }

    /// The message can never be handled.
    pub fn reject(self) {
        if let Some(settle) = self.settle {
            settle.reject();
        }
    }
}
