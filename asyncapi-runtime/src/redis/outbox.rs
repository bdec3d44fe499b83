//! What waits to be sent: commands in the order of the calls, and settled messages.
//!
//! Invariant: beyond the bounds nothing is taken, but for one message if there is nothing else.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use ::redis::{Cmd, Pipeline};
use tokio::sync::{Notify, oneshot};

use super::consumer::Consumer;
use crate::control::lock;
use crate::{SendError, SendErrorKind};

/// How many commands wait and are on their way, at most.
const COMMANDS: usize = 4096;
/// How many commands go out at once, and how many bytes.
const BATCH: usize = 512;
const BATCH_BYTES: usize = 256 * 1024;

/// What becomes of a command whose answer did not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Adds to a stream: is sent again.
    Add,
    /// Publishes: whoever sent it is told.
    Publish,
    /// Settles: is sent again.
    Settle,
}

pub(super) type Answer = oneshot::Sender<Result<(), SendError>>;

/// Who hears what became of a command.
pub(super) enum Waiter {
    /// Who sent it waits.
    One(Answer),
    /// The next flush tells.
    Fed,
    /// Nobody: a failure goes to the log.
    Nobody,
}

/// A command that waits.
pub(super) struct Item {
    pub(super) command: Cmd,
    pub(super) fate: Fate,
}

/// All that is to be known of a command when its answer comes.
pub(super) struct Fate {
    pub(super) kind: Kind,
    pub(super) waiter: Waiter,
    pub(super) weight: usize,
}

/// Commands on their way, and whom to tell when they are done.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) pipeline: Pipeline,
    pub(super) fates: Vec<Fate>,
    pub(super) flushes: Vec<Flush>,
}

/// Who waits for all that was taken before.
pub(super) enum Flush {
    /// Hears of the first failure of what was fed.
    Telling(Answer),
    /// Hears that it is done.
    Barrier(oneshot::Sender<()>),
}

impl Batch {
    pub(super) fn push(&mut self, command: Cmd, fate: Fate) {
        self.pipeline.add_command(command);
        self.fates.push(fate);
    }
}

#[derive(Default)]
struct State {
    items: VecDeque<Item>,
    /// Consumers who have settled messages.
    settled: Vec<Arc<Consumer>>,
    flushes: Vec<Flush>,
    /// How many bytes and commands wait or are on their way.
    weight: usize,
    commands: usize,
    /// The first failure of a command that was fed.
    failure: Option<SendError>,
    closed: bool,
}

/// The queue of one link.
pub(super) struct Outbox {
    state: Mutex<State>,
    work: Notify,
    room: Notify,
    most: usize,
}

impl Outbox {
    /// A queue of so many bytes.
    pub(super) fn new(most: usize) -> Self {
        Self { state: Mutex::default(), work: Notify::new(), room: Notify::new(), most }
    }

    /// Takes a command, if there is room for it.
    pub(super) fn push(&self, item: Item) -> Result<(), Box<Item>> {
        let mut state = lock(&self.state);
        let crowded = state.weight + item.fate.weight > self.most || state.commands >= COMMANDS;
        if crowded && state.commands > 0 && !state.closed {
            return Err(Box::new(item));
        }
        if state.closed {
            drop(state);
            item.fate.tell(Err(SendErrorKind::Closed.into()));
            return Ok(());
        }
        state.weight += item.fate.weight;
        state.commands += 1;
        state.items.push_back(item);
        drop(state);
        self.work.notify_one();
        Ok(())
    }

    /// Takes a command, as soon as there is room.
    pub(super) async fn push_later(&self, mut item: Box<Item>) {
        loop {
            let mut room = std::pin::pin!(self.room.notified());
            // Registered before the next attempt: no room that is made meanwhile is missed.
            room.as_mut().enable();
            match self.push(*item) {
                Ok(()) => return,
                Err(full) => item = full,
            }
            room.await;
        }
    }

    /// Takes a command of the link's own, which is never refused: there are few.
    pub(super) fn push_own(&self, command: Cmd) {
        let mut state = lock(&self.state);
        if state.closed {
            return;
        }
        state.commands += 1;
        state.items.push_back(Item { command, fate: Fate { kind: Kind::Settle, waiter: Waiter::Nobody, weight: 0 } });
        drop(state);
        self.work.notify_one();
    }

    /// A consumer has settled its first message since it was last asked.
    pub(super) fn settled(&self, consumer: Arc<Consumer>) {
        let mut state = lock(&self.state);
        if state.closed {
            return;
        }
        state.settled.push(consumer);
        drop(state);
        self.work.notify_one();
    }

    /// When all that was taken before is done: the first failure of what was fed.
    pub(super) fn flush(&self) -> Result<(), oneshot::Receiver<Result<(), SendError>>> {
        let mut state = lock(&self.state);
        if state.closed || (state.commands == 0 && state.settled.is_empty() && state.failure.is_none()) {
            return Ok(());
        }
        let (answer, wait) = oneshot::channel();
        state.flushes.push(Flush::Telling(answer));
        drop(state);
        self.work.notify_one();
        Err(wait)
    }

    /// Waits until all that was taken before is done, whatever became of it.
    pub(super) async fn barrier(&self) {
        let (answer, wait) = oneshot::channel();
        {
            let mut state = lock(&self.state);
            if state.closed {
                return;
            }
            state.flushes.push(Flush::Barrier(answer));
        }
        self.work.notify_one();
        // An error says that there is nothing left to wait for.
        let _ = wait.await;
    }

    /// Waits until there is something to send, and takes it.
    pub(super) async fn next(&self) -> Batch {
        loop {
            let batch = self.take();
            if !batch.fates.is_empty() || !batch.flushes.is_empty() {
                return batch;
            }
            self.work.notified().await;
        }
    }

    fn take(&self) -> Batch {
        let mut batch = Batch::default();
        let mut state = lock(&self.state);
        let mut bytes = 0;
        while bytes < BATCH_BYTES && batch.fates.len() < BATCH {
            let Some(Item { command, fate }) = state.items.pop_front() else { break };
            bytes += fate.weight;
            if fate.is_given_up() {
                state.release(&fate);
                continue;
            }
            batch.push(command, fate);
        }
        if state.items.is_empty() {
            batch.flushes = std::mem::take(&mut state.flushes);
        }
        let settled = std::mem::take(&mut state.settled);
        state.commands += settled.len();
        drop(state);
        for consumer in settled {
            batch.push(consumer.acknowledgement(), Fate { kind: Kind::Settle, waiter: Waiter::Nobody, weight: 0 });
        }
        batch
    }

    /// A command is done.
    pub(super) fn done(&self, fate: Fate, result: Result<(), SendError>) {
        let mut state = lock(&self.state);
        state.release(&fate);
        if let (Waiter::Fed, Err(error)) = (&fate.waiter, &result) {
            tracing::warn!(%error, "a message was not sent");
            if let Err(error) = result {
                state.failure.get_or_insert(error);
            }
            return;
        }
        drop(state);
        fate.tell(result);
    }

    /// A batch is over.
    pub(super) fn finish(&self, flushes: Vec<Flush>) {
        self.room.notify_waiters();
        for flush in flushes {
            // Whoever has given up does not hear it.
            match flush {
                Flush::Telling(answer) => {
                    let failure = lock(&self.state).failure.take();
                    drop(answer.send(failure.map_or(Ok(()), Err)));
                }
                Flush::Barrier(answer) => drop(answer.send(())),
            }
        }
    }

    /// Takes nothing any more, and gives up what waits.
    pub(super) fn close(&self) {
        let mut state = lock(&self.state);
        state.closed = true;
        let (items, flushes) = (std::mem::take(&mut state.items), std::mem::take(&mut state.flushes));
        state.settled.clear();
        drop(state);
        items.into_iter().for_each(|item| item.fate.tell(Err(SendErrorKind::Closed.into())));
        // Whoever has given up does not hear it.
        for flush in flushes {
            if let Flush::Telling(answer) = flush {
                drop(answer.send(Err(SendErrorKind::NotConfirmed.into())));
            }
        }
        self.room.notify_waiters();
    }
}

impl State {
    fn release(&mut self, fate: &Fate) {
        self.weight = self.weight.saturating_sub(fate.weight);
        self.commands = self.commands.saturating_sub(1);
    }
}

impl Fate {
    /// Whether who waited for it has given up: it goes out no more.
    pub(super) fn is_given_up(&self) -> bool {
        matches!(&self.waiter, Waiter::One(answer) if answer.is_closed())
    }

    fn tell(self, result: Result<(), SendError>) {
        match (self.waiter, result) {
            // Whoever has given up does not hear it.
            (Waiter::One(answer), result) => drop(answer.send(result)),
            (_, Err(error)) => tracing::warn!(%error, "a command failed"),
            (_, Ok(())) => {}
        }
    }
}
