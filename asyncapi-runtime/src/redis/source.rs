//! What comes in from a stream.

use std::collections::VecDeque;
use std::sync::{Arc, Weak};
use std::task::{Context, Poll};
use std::time::Duration;

use super::consumer::{Consumer, Id, Unsettled};
use super::farewell::leave;
use super::link::Shared;
use super::reader::{Entry, Reader};
use crate::{BoxFuture, CloseReason, Delivery, Settle, Source, SubscribeError};

type Reading = BoxFuture<'static, (Reader, Result<Vec<Entry>, CloseReason>)>;

/// A subscription to a stream.
pub(super) struct StreamSource {
    shared: Arc<Shared>,
    consumer: Arc<Consumer>,
    buffer: VecDeque<Entry>,
    reader: Option<Reader>,
    reading: Option<Reading>,
    /// With so few messages left, the next are asked for.
    low: usize,
}

impl StreamSource {
    pub(super) async fn open(
        shared: Arc<Shared>,
        consumer: Arc<Consumer>,
        read_ahead: usize,
    ) -> Result<Self, SubscribeError> {
        let count = read_ahead.div_ceil(2).max(1);
        let reader = Reader::open(shared.clone(), consumer.clone(), count).await?;
        if consumer.group.is_some() {
            shared.add_consumer(&consumer);
            let every = consumer.streams.claim_after / 3;
            tokio::spawn(keep_alive(Arc::downgrade(&shared), Arc::downgrade(&consumer), every));
        }
        Ok(Self { shared, consumer, buffer: VecDeque::new(), reader: Some(reader), reading: None, low: count / 2 })
    }

    fn delivery(&self, entry: Entry) -> Delivery {
        let Entry { id, slot, attempt, message } = entry;
        if self.consumer.group.is_none() {
            return Delivery::new(message);
        }
        let (shared, consumer) = (self.shared.clone(), self.consumer.clone());
        let settle = Settle::new(Unsettled { shared, consumer, slot, id, attempt });
        Delivery { message, settle: Some(settle), attempt }
    }

    /// Asks for the next messages, and takes them in.
    fn read(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), CloseReason>> {
        if let Some(mut reader) = self.reader.take() {
            self.reading = Some(Box::pin(async move {
                let found = reader.next().await;
                (reader, found)
            }));
        }
        let Some(reading) = &mut self.reading else { return Poll::Ready(Err(CloseReason::lost("the reader is gone"))) };
        let (reader, found) = std::task::ready!(reading.as_mut().poll(cx));
        self.reading = None;
        self.reader = Some(reader);
        self.buffer.extend(found?);
        Poll::Ready(Ok(()))
    }
}

impl Source for StreamSource {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        if let Some(reason) = self.shared.ending.reason() {
            return Poll::Ready(Err(reason));
        }
        loop {
            if let Some(entry) = self.buffer.pop_front() {
                if self.buffer.len() == self.low && self.reading.is_none() {
                    // A failure shows when there is nothing left to hand out.
                    let _ = self.read(cx);
                }
                return Poll::Ready(Ok(self.delivery(entry)));
            }
            match self.read(cx) {
                Poll::Ready(Ok(())) => {}
                Poll::Ready(Err(reason)) => return Poll::Ready(Err(reason)),
                Poll::Pending => {
                    return self.shared.ending.poll(cx).map_or(Poll::Pending, |reason| Poll::Ready(Err(reason)));
                }
            }
        }
    }
}

impl Drop for StreamSource {
    /// What was read ahead goes back at once, to others who share the group.
    fn drop(&mut self) {
        if self.consumer.group.is_none() {
            return;
        }
        for entry in self.buffer.drain(..) {
            self.consumer.release(entry.slot);
        }
        self.consumer.close();
        self.shared.remove_consumer(&self.consumer);
        if let Ok(runtime) = tokio::runtime::Handle::try_current()
            && !*self.shared.over.borrow()
        {
            let (reader, reading) = (self.reader.take(), self.reading.take());
            let (shared, consumer) = (self.shared.clone(), self.consumer.clone());
            // Whoever handles these gives them back, if need be.
            let holds = consumer.held();
            self.shared.last_words(runtime.spawn(async move {
                leave(&shared, &consumer, (reader, reading), holds, false).await;
            }));
        }
    }
}

/// Says of what is held for long that it is worked on.
async fn keep_alive(shared: Weak<Shared>, consumer: Weak<Consumer>, every: Duration) {
    let mut before: Vec<Id> = Vec::new();
    loop {
        tokio::time::sleep(every).await;
        let (Some(shared), Some(consumer)) = (shared.upgrade(), consumer.upgrade()) else { return };
        let mut now = consumer.held();
        now.sort_unstable();
        let long: Vec<Id> = now.iter().filter(|id| before.binary_search(id).is_ok()).copied().collect();
        if !long.is_empty() && *shared.up.borrow() {
            shared.outbox.push_own(consumer.claim(&long));
        }
        before = now;
    }
}
