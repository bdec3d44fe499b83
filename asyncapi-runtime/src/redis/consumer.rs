//! A consumer of a stream: what it holds, and how it settles.
//!
//! Invariant: a message that this process holds stands in a slot, from when it was read until it is settled or given back.

use std::fmt::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ::redis::Cmd;
use tokio::sync::Notify;
use tokio::time::Instant;

use super::link::Shared;
use super::streams::Streams;
use crate::control::lock;
use crate::{Settler, SharedStr};

/// The id of an entry: a time and a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id(pub(super) u64, pub(super) u64);

impl Id {
    pub(super) const ZERO: Self = Self(0, 0);

    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let (time, number) = std::str::from_utf8(bytes).ok()?.split_once('-')?;
        Some(Self(time.parse().ok()?, number.parse().ok()?))
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.0, self.1)
    }
}

/// A message that comes again later, in this process.
#[derive(Debug, Clone, Copy)]
pub(super) struct Later {
    pub(super) due: Instant,
    pub(super) slot: usize,
    pub(super) id: Id,
    pub(super) attempt: u32,
}

#[derive(Debug, Default)]
struct State {
    slots: Vec<Option<Id>>,
    free: Vec<usize>,
    acknowledged: Vec<Id>,
    later: Vec<Later>,
    /// Nobody reads any more.
    closed: bool,
}

/// A connection as the server knows it: its number, which another has after the server's restart, and its address.
#[derive(Debug)]
pub(super) struct Seat {
    id: String,
    address: String,
}

impl Seat {
    /// Reads what the server says of a connection.
    pub(super) fn read(told: &str) -> Option<Self> {
        let find = |name| told.split_ascii_whitespace().find_map(|part| part.strip_prefix(name)).map(str::to_owned);
        Some(Self { id: find("id=")?, address: find("addr=")? })
    }

    /// The command that ends the connection.
    pub(super) fn kill(&self) -> Cmd {
        let mut command = ::redis::cmd("CLIENT");
        command.arg("KILL").arg("ID").arg(&*self.id).arg("ADDR").arg(&*self.address);
        command
    }
}

/// One subscription to one stream.
#[derive(Debug)]
pub(super) struct Consumer {
    /// The stream.
    pub(super) key: SharedStr,
    /// The group, if there is one, and the consumer's name in it.
    pub(super) group: Option<SharedStr>,
    pub(super) name: SharedStr,
    /// The name was given by the program, and outlives the subscription.
    pub(super) named: bool,
    pub(super) streams: Arc<Streams>,
    /// The connection that reads, as the server knows it.
    connection: Mutex<Option<Seat>>,
    /// There is a new message to come later.
    pub(super) changed: Notify,
    state: Mutex<State>,
}

impl Consumer {
    pub(super) fn new(key: SharedStr, streams: Arc<Streams>, name: Option<SharedStr>) -> Self {
        let random = || format!("asyncapi-{:016x}", crate::reconnect::random()).into();
        Self {
            key,
            group: streams.group.clone(),
            named: name.is_some(),
            name: name.unwrap_or_else(random),
            streams,
            connection: Mutex::default(),
            changed: Notify::new(),
            state: Mutex::default(),
        }
    }

    /// A command on the stream's group.
    pub(super) fn command(&self, name: &str) -> Cmd {
        let mut command = Cmd::with_capacity(12, 128);
        command.arg(name).arg(&*self.key).arg(self.group.as_deref().unwrap_or_default());
        command
    }

    /// Takes these entries from whoever has them, without counting a delivery. More can be said.
    pub(super) fn claim(&self, ids: &[Id]) -> Cmd {
        let mut command = self.command("XCLAIM");
        command.arg(&*self.name).arg(0);
        add(&mut command, ids);
        command.arg("JUSTID");
        command
    }

    /// Another connection reads; the one before it.
    pub(super) fn change_seat(&self, seat: Option<Seat>) -> Option<Seat> {
        std::mem::replace(&mut *lock(&self.connection), seat)
    }

    /// Slots for entries that were read.
    pub(super) fn hold(&self, ids: impl Iterator<Item = Id>) -> Vec<usize> {
        let mut state = lock(&self.state);
        ids.map(|id| state.hold(id)).collect()
    }

    /// All that this process holds.
    pub(super) fn held(&self) -> Vec<Id> {
        lock(&self.state).slots.iter().flatten().copied().collect()
    }

    /// A message is held no more.
    pub(super) fn release(&self, slot: usize) {
        lock(&self.state).release(slot);
    }

    /// The messages that are to come again now, and when the next is.
    pub(super) fn due(&self) -> (Vec<Later>, Option<Instant>) {
        let mut state = lock(&self.state);
        if state.later.is_empty() {
            return (Vec::new(), None);
        }
        let now = Instant::now();
        let (due, later) = std::mem::take(&mut state.later).into_iter().partition(|later| later.due <= now);
        state.later = later;
        (due, state.later.iter().map(|later| later.due).min())
    }

    /// A message comes again later; given back, if nobody is left to read it.
    pub(super) fn again(&self, later: Later, shared: &Shared) {
        let mut state = lock(&self.state);
        if !state.closed {
            state.later.push(later);
            drop(state);
            self.changed.notify_one();
            return;
        }
        state.release(later.slot);
        drop(state);
        let rest = later.due.saturating_duration_since(Instant::now());
        shared.outbox.push_own(self.give_back(&[later.id], Some(later.attempt), rest));
    }

    /// Lets others claim these once a time has passed, as the given attempt and those after it. Times beyond
    /// [`Streams::claim_after`] cannot be said.
    pub(super) fn give_back(&self, ids: &[Id], attempts: Option<u32>, after: Duration) -> Cmd {
        let mut command = self.claim(ids);
        if let Some(attempts) = attempts {
            command.arg("RETRYCOUNT").arg(attempts);
        }
        // Idle for so long that whoever asks may have them, whatever time they say.
        let idle = match after.is_zero() {
            true => Duration::from_secs(30 * 86_400),
            false => self.streams.claim_after.saturating_sub(after),
        };
        command.arg("IDLE").arg(u64::try_from(idle.as_millis()).unwrap_or(0));
        command
    }

    /// Nobody reads any more. The messages that were to come later.
    pub(super) fn close(&self) -> Vec<Id> {
        let mut state = lock(&self.state);
        state.closed = true;
        let later = std::mem::take(&mut state.later);
        later.iter().for_each(|later| state.release(later.slot));
        later.iter().map(|later| later.id).collect()
    }

    /// The command that settles what was acknowledged since it was last asked.
    pub(super) fn acknowledgement(&self) -> Cmd {
        let ids = std::mem::take(&mut lock(&self.state).acknowledged);
        let mut command = Cmd::with_capacity(ids.len() + 3, 32 * ids.len() + 64);
        command.arg("XACK").arg(&*self.key).arg(self.group.as_deref().unwrap_or_default());
        add(&mut command, &ids);
        command
    }
}

/// Adds ids to a command.
pub(super) fn add(command: &mut Cmd, ids: &[Id]) {
    let mut text = String::with_capacity(24);
    for id in ids {
        text.clear();
        // Writing to a string does not fail.
        let _ = write!(text, "{id}");
        command.arg(&*text);
    }
}

impl State {
    fn hold(&mut self, id: Id) -> usize {
        let at = self.free.pop().unwrap_or_else(|| {
            self.slots.push(None);
            self.slots.len() - 1
        });
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Some(id);
        }
        at
    }

    fn release(&mut self, at: usize) {
        if let Some(slot) = self.slots.get_mut(at)
            && slot.take().is_some()
        {
            self.free.push(at);
        }
    }
}

/// A message that somebody handles.
pub(super) struct Unsettled {
    pub(super) shared: Arc<Shared>,
    pub(super) consumer: Arc<Consumer>,
    pub(super) slot: usize,
    pub(super) id: Id,
    pub(super) attempt: u32,
}

impl Unsettled {
    fn done(self) {
        let first = {
            let mut state = lock(&self.consumer.state);
            state.release(self.slot);
            state.acknowledged.push(self.id);
            state.acknowledged.len() == 1
        };
        if first {
            self.shared.outbox.settled(self.consumer);
        }
    }

    fn again(self, after: Duration) {
        let Self { shared, consumer, slot, id, attempt } = self;
        let due = Instant::now() + after.min(Duration::from_secs(86_400 * 365));
        consumer.again(Later { due, slot, id, attempt }, &shared);
    }
}

impl Settler for Unsettled {
    fn acknowledge(self: Box<Self>) {
        self.done();
    }

    fn retry(self: Box<Self>, after: Duration) {
        self.again(after);
    }

    fn reject(self: Box<Self>) {
        self.done();
    }

    fn abandon(self: Box<Self>) {
        self.again(Duration::ZERO);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_as_they_are_written() {
        for text in ["0-0", "1700000000000-7", "18446744073709551615-18446744073709551615"] {
            assert_eq!(Id::read(text.as_bytes()).unwrap().to_string(), text);
        }
        for wrong in ["", "1", "-", "1-x", "18446744073709551616-0", "\u{e4}-1"] {
            assert!(Id::read(wrong.as_bytes()).is_none(), "{wrong}");
        }
        assert!(Id(1, 9) < Id(2, 0));
    }

    #[test]
    fn seats_are_read() {
        let seat = Seat::read("id=7 addr=127.0.0.1:4000 laddr=127.0.0.1:6379 name= user=default").unwrap();
        assert_eq!((&*seat.id, &*seat.address), ("7", "127.0.0.1:4000"));
        assert!(Seat::read("addr=x").is_none());
    }

    #[test]
    fn slots_are_used_again() {
        let consumer = Consumer::new("a".into(), Arc::new(Streams::new(["a"]).group("g")), None);
        let slots = consumer.hold([Id(1, 0), Id(2, 0)].into_iter());
        consumer.release(slots[0]);
        consumer.release(slots[0]);
        assert_eq!(consumer.held(), [Id(2, 0)]);
        assert_eq!(consumer.hold([Id(3, 0), Id(4, 0)].into_iter()), [0, 2]);
    }
}
