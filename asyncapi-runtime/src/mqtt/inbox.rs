//! What a subscription has to read, and how it is settled.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

use super::address::Pattern;
use super::ledger::Ticket;
use super::link::Shared;
use crate::control::lock;
use crate::{CloseReason, Delivery, RawMessage, Settle, Settler, Source};

/// How many bytes of unconfirmed messages (QoS 0) wait for a slow reader before more are dropped. Of the others, the
/// broker sends only so many.
const UNCONFIRMED: usize = 16 << 20;

/// The queue of one subscription.
#[derive(Debug)]
pub(super) struct Inbox {
    pub(super) pattern: Pattern,
    /// The filter as the broker has it, with the group of a shared subscription.
    pub(super) filter: String,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    items: VecDeque<Item>,
    later: Vec<(Instant, Item)>,
    reader: Option<Waker>,
    unconfirmed: usize,
    /// Nobody reads any more.
    closed: bool,
}

#[derive(Debug)]
pub(super) struct Item {
    pub(super) message: RawMessage,
    pub(super) attempt: u32,
    pub(super) ticket: Option<Ticket>,
}

impl Item {
    /// What an unconfirmed message weighs, its book-keeping included.
    fn weight(&self) -> usize {
        if self.ticket.is_some() { 0 } else { self.message.payload.len() + 256 }
    }
}

impl Inbox {
    pub(super) fn new(pattern: Pattern, filter: String) -> Self {
        Self { pattern, filter, state: Mutex::default() }
    }

    /// Adds a message; `false` says that there is no room for it.
    pub(super) fn push(&self, item: Item, due: Option<Instant>) -> bool {
        let mut state = lock(&self.state);
        let weight = item.weight();
        if state.unconfirmed + weight > UNCONFIRMED && weight > 0 {
            return false;
        }
        if state.closed {
            drop(state);
            return true;
        }
        state.unconfirmed += weight;
        match due {
            Some(due) => state.later.push((due, item)),
            None => state.items.push_back(item),
        }
        let reader = state.reader.take();
        drop(state);
        reader.into_iter().for_each(Waker::wake);
        true
    }

    /// The broker is about to deliver again all that was not acknowledged.
    pub(super) fn forget_unsettled(&self) {
        let mut state = lock(&self.state);
        state.items.retain(|item| item.ticket.is_none());
        state.later.retain(|(_, item)| item.ticket.is_none());
    }

    fn close(&self) -> Vec<Ticket> {
        let mut state = lock(&self.state);
        state.closed = true;
        let items = std::mem::take(&mut state.items).into_iter();
        let later = std::mem::take(&mut state.later).into_iter().map(|(_, item)| item);
        items.chain(later).filter_map(|item| item.ticket).collect()
    }

    /// The next message that is due, or when the next will be.
    fn take(&self, cx: &Context<'_>) -> Result<Item, Option<Instant>> {
        let mut state = lock(&self.state);
        if !state.later.is_empty() {
            let now = Instant::now();
            if let Some(at) = state.later.iter().position(|(due, _)| *due <= now) {
                let (_, item) = state.later.swap_remove(at);
                state.unconfirmed = state.unconfirmed.saturating_sub(item.weight());
                return Ok(item);
            }
        }
        match state.items.pop_front() {
            Some(item) => {
                state.unconfirmed = state.unconfirmed.saturating_sub(item.weight());
                Ok(item)
            }
            None => {
                state.reader = Some(cx.waker().clone());
                Err(state.later.iter().map(|(due, _)| *due).min())
            }
        }
    }
}

pub(super) struct InboxSource {
    pub(super) shared: Arc<Shared>,
    pub(super) inbox: Arc<Inbox>,
    pub(super) due: Option<Pin<Box<Sleep>>>,
}

impl Source for InboxSource {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        if let Some(reason) = self.shared.ending.reason() {
            return Poll::Ready(Err(reason));
        }
        loop {
            match self.inbox.take(cx) {
                Ok(Item { message, attempt, ticket }) => {
                    let settle = ticket.map(|ticket| {
                        let (shared, inbox) = (self.shared.clone(), self.inbox.clone());
                        Settle::new(Unsettled { shared, inbox, message: message.clone(), attempt, ticket })
                    });
                    return Poll::Ready(Ok(Delivery { message, settle, attempt }));
                }
                Err(due) => {
                    self.due = due.map(|due| Box::pin(sleep_until(due)));
                    if let Some(sleep) = &mut self.due
                        && sleep.as_mut().poll(cx).is_ready()
                    {
                        continue;
                    }
                    return self.shared.ending.poll(cx).map_or(Poll::Pending, |reason| Poll::Ready(Err(reason)));
                }
            }
        }
    }
}

impl Drop for InboxSource {
    fn drop(&mut self) {
        let left = self.inbox.close();
        self.shared.unsubscribe(&self.inbox);
        self.shared.orphan(left);
    }
}

struct Unsettled {
    shared: Arc<Shared>,
    inbox: Arc<Inbox>,
    message: RawMessage,
    attempt: u32,
    ticket: Ticket,
}

impl Unsettled {
    fn again(self, due: Option<Instant>) {
        let Self { shared, inbox, message, attempt, ticket } = self;
        let orphan = ticket.clone();
        if lock(&inbox.state).closed {
            return shared.orphan(vec![orphan]);
        }
        inbox.push(Item { message, attempt: attempt.saturating_add(1), ticket: Some(ticket) }, due);
    }
}

impl Settler for Unsettled {
    fn acknowledge(self: Box<Self>) {
        self.ticket.settle();
    }

    fn retry(self: Box<Self>, after: Duration) {
        self.again(Some(Instant::now() + after));
    }

    fn reject(self: Box<Self>) {
        self.ticket.settle();
    }

    fn abandon(self: Box<Self>) {
        self.again(None);
    }
}
