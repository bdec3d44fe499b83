//! What is on its way to the broker: sent in order, and again on the next connection if it was not confirmed.
//!
//! A message that no queue takes comes back before it is confirmed. The client library hands what came back to whichever
//! message is confirmed next, which need not be the same one; here it is told by what it is.
//!
//! Invariant: at most [`WINDOW`] messages have no outcome; the client library's locks are taken under ours, never the
//! other way round.

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use lapin::message::BasicReturnMessage;
use lapin::{BasicProperties, Channel, Confirmation, Connection};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

use super::connection::{publisher, said};
use super::message;
use super::slot::{Ready, Signal, Slot, Waits};
use super::topology::Target;
use crate::control::lock;
use crate::{RawMessage, SendError, SendErrorKind};

/// How many messages may be on their way without being confirmed before a send waits.
pub(super) const WINDOW: usize = 1024;
/// How many returned messages wait for the message that they are.
const STRAYS: usize = WINDOW;
/// The protocol's code for a broker that closes connections on purpose.
const CONNECTION_FORCED: u16 = 320;

pub(super) struct Outbox {
    state: Mutex<State>,
    ready: Arc<Ready>,
    places: Arc<Semaphore>,
    /// Something is wrong with the channel that publishes, or the connection.
    pub(super) trouble: Notify,
    /// How many bytes headers may have.
    pub(super) most_headers: AtomicUsize,
}

#[derive(Default)]
struct State {
    /// `None`: messages wait.
    channel: Option<Arc<Channel>>,
    /// The channel of the messages at hand, also while others wait.
    current: Option<Arc<Channel>>,
    /// The serial of the first slot.
    first: u64,
    slots: VecDeque<Option<Slot>>,
    returned: Vec<BasicReturnMessage>,
    /// How many slots wait for a flush.
    fed: usize,
    /// What the next flush has to say.
    fault: Option<SendError>,
    over: bool,
    notes: Vec<u64>,
}

impl State {
    fn slot(&mut self, serial: u64) -> Option<&mut Slot> {
        let at = usize::try_from(serial.checked_sub(self.first)?).ok()?;
        self.slots.get_mut(at)?.as_mut()
    }

    fn remove(&mut self, serial: u64) -> Option<Slot> {
        let at = usize::try_from(serial.checked_sub(self.first)?).ok()?;
        let slot = self.slots.get_mut(at)?.take();
        while self.slots.front().is_some_and(Option::is_none) {
            self.slots.pop_front();
            self.first += 1;
        }
        slot
    }

    /// A message's outcome: whoever waits for it is told.
    fn settle(&mut self, serial: u64, outcome: Result<(), SendError>) {
        let Some(slot) = self.slot(serial) else { return };
        slot.publishing = None;
        match slot.waits {
            Waits::Sender => {
                slot.outcome = Some(outcome);
                slot.signal.wake_tasks();
            }
            Waits::Flush => {
                self.fed -= 1;
                if let Err(error) = outcome {
                    self.fault.get_or_insert(error);
                }
                self.remove(serial).into_iter().for_each(|slot| slot.signal.wake_tasks());
            }
            Waits::Nobody => drop(self.remove(serial)),
        }
    }

    /// The message as the broker gave it back, if it did.
    fn take_returned(&mut self, serial: u64) -> Option<BasicReturnMessage> {
        if self.returned.is_empty() {
            return None;
        }
        let at = usize::try_from(serial.checked_sub(self.first)?).ok()?;
        let slot = self.slots.get(at)?.as_ref()?;
        let same = |it: &BasicReturnMessage| {
            it.routing_key.as_str() == &*slot.target.key
                && it.exchange.as_str() == &*slot.target.exchange
                && it.data == slot.message.payload
        };
        let at = self.returned.iter().position(same)?;
        Some(self.returned.swap_remove(at))
    }
}

impl Outbox {
    pub(super) fn new() -> Self {
        Self {
            state: Mutex::default(),
            ready: Arc::default(),
            places: Arc::new(Semaphore::new(WINDOW)),
            trouble: Notify::new(),
            most_headers: AtomicUsize::new(1024),
        }
    }

    pub(super) fn properties(&self, message: &RawMessage) -> Result<BasicProperties, SendError> {
        message::properties(message, self.most_headers.load(Ordering::Relaxed))
    }

    /// A place among the messages on their way, if there is one.
    pub(super) fn try_place(&self) -> Option<OwnedSemaphorePermit> {
        self.places.clone().try_acquire_owned().ok()
    }

    /// A place among the messages on their way.
    pub(super) async fn place(&self) -> Option<OwnedSemaphorePermit> {
        self.places.clone().acquire_owned().await.ok()
    }

    /// Takes a message, and sends it if that is possible now.
    pub(super) fn add(
        &self,
        message: RawMessage,
        target: Target,
        properties: BasicProperties,
        waits: Waits,
        place: Option<OwnedSemaphorePermit>,
    ) -> u64 {
        let mut state = lock(&self.state);
        let serial = state.first + state.slots.len() as u64;
        let signal = Signal::new(serial, self.ready.clone());
        let mut slot = Slot {
            message,
            target,
            signal,
            waits,
            publishing: None,
            fault: None,
            outcome: None,
            sent: false,
            _place: place,
        };
        if let Some(channel) = &state.channel {
            slot.publish(channel.clone(), properties);
        }
        state.fed += usize::from(waits == Waits::Flush);
        state.slots.push_back(Some(slot));
        if state.over {
            state.settle(serial, Err(SendErrorKind::Closed.into()));
        }
        serial
    }

    /// What became of a message, once that is known.
    pub(super) fn poll_outcome(&self, serial: u64, cx: &Context<'_>) -> Poll<Result<(), SendError>> {
        let mut state = lock(&self.state);
        loop {
            self.hear(&mut state);
            let Some(slot) = state.slot(serial) else { return Poll::Ready(Err(SendErrorKind::Closed.into())) };
            if let Some(outcome) = slot.outcome.take() {
                state.remove(serial);
                return Poll::Ready(outcome);
            }
            if slot.signal.listen(cx) {
                return Poll::Pending;
            }
        }
    }

    /// Nobody waits for this message any more: if it was not sent, it is not going to be.
    pub(super) fn give_up(&self, serial: u64) {
        let mut state = lock(&self.state);
        let Some(slot) = state.slot(serial) else { return };
        slot.waits = Waits::Nobody;
        if slot.outcome.is_some() || !slot.sent {
            state.remove(serial);
        }
    }

    /// Waits until so many of the messages that were fed are left unconfirmed.
    pub(super) async fn confirmed(&self, left: usize) {
        poll_fn(|cx| {
            let mut state = lock(&self.state);
            loop {
                self.hear(&mut state);
                let Some(before) = state.fed.checked_sub(left + 1) else { return Poll::Ready(()) };
                let fed = state.slots.iter().flatten().filter(|slot| slot.waits == Waits::Flush);
                // The last one that is waited for: as a rule, it is confirmed after the others.
                match fed.take(before + 1).last() {
                    Some(slot) if slot.signal.listen(cx) => return Poll::Pending,
                    Some(_) => {}
                    None => return Poll::Ready(()),
                }
            }
        })
        .await;
    }

    /// What went wrong with what was fed.
    pub(super) fn fed_fault(&self) -> Result<(), SendError> {
        lock(&self.state).fault.take().map_or(Ok(()), Err)
    }

    /// Takes in what the client library has noted.
    fn hear(&self, state: &mut State) {
        let mut confirmed: Vec<(u64, bool)> = Vec::new();
        loop {
            let mut notes = std::mem::take(&mut state.notes);
            std::mem::swap(&mut notes, &mut *lock(&self.ready.0));
            if notes.is_empty() {
                state.notes = notes;
                break;
            }
            let mut may_return = false;
            for serial in notes.drain(..) {
                let Some(slot) = state.slot(serial) else { continue };
                slot.signal.read();
                let Poll::Ready(result) = slot.poll() else { continue };
                slot.publishing = None;
                match result {
                    Ok(confirmation) => {
                        may_return |= slot.target.mandatory;
                        confirmed.push((serial, !confirmation.is_nack()));
                        state.returned.extend(confirmation_message(confirmation));
                    }
                    Err(error) => {
                        slot.fault = Some(error);
                        slot.signal.wake_tasks();
                        state.channel = None;
                        self.trouble.notify_one();
                    }
                }
            }
            state.notes = notes;
            if may_return && let Some(channel) = &state.current {
                wait_out(channel);
            }
        }
        for (serial, acknowledged) in confirmed {
            let outcome = match (state.take_returned(serial), acknowledged) {
                (Some(returned), _) => Err(unroutable(&returned)),
                (None, true) => Ok(()),
                (None, false) => Err(SendError::new(SendErrorKind::Transport, "the broker does not take the message")),
            };
            state.settle(serial, outcome);
        }
        let surplus = state.returned.len().saturating_sub(STRAYS);
        state.returned.drain(..surplus);
    }

    /// Whether messages wait for a channel.
    pub(super) fn is_held(&self) -> bool {
        lock(&self.state).channel.is_none()
    }

    /// The connection is lost: messages wait for another.
    pub(super) fn hold(&self) {
        let mut state = lock(&self.state);
        self.hear(&mut state);
        (state.channel, state.current) = (None, None);
        state.returned.clear();
        let last = state.first + state.slots.len() as u64;
        for serial in state.first..last {
            let Some(slot) = state.slot(serial) else { continue };
            if !slot.is_open() {
                continue;
            }
            slot.publishing = None;
            if slot.waits == Waits::Nobody {
                state.remove(serial);
            }
        }
    }

    /// Sends what waits, and from now on what comes.
    pub(super) fn resume(&self, channel: Arc<Channel>) {
        let mut state = lock(&self.state);
        let last = state.first + state.slots.len() as u64;
        for serial in state.first..last {
            self.publish(&mut state, serial, &channel);
        }
        (state.channel, state.current) = (Some(channel.clone()), Some(channel));
    }

    fn publish(&self, state: &mut State, serial: u64, channel: &Arc<Channel>) {
        let Some(slot) = state.slot(serial) else { return };
        if !slot.is_open() || slot.publishing.is_some() {
            return;
        }
        match self.properties(&slot.message) {
            Ok(properties) => slot.publish(channel.clone(), properties),
            Err(error) => state.settle(serial, Err(error)),
        }
    }

    /// After a fault that some message was to blame for: sends those that wait one by one, so that the one is found, then
    /// the rest.
    ///
    /// # Errors
    /// When the connection is lost.
    pub(super) async fn resume_carefully(&self, connection: &Connection) -> lapin::Result<()> {
        let last = {
            let state = lock(&self.state);
            state.first + state.slots.len() as u64
        };
        loop {
            let channel = publisher(connection).await?;
            let Some(error) = self.one_by_one(&channel, last).await else {
                self.resume(channel);
                return Ok(());
            };
            if !connection.status().connected() {
                return Err(error);
            }
        }
    }

    /// `None` when all is sent; an error ends the channel.
    async fn one_by_one(&self, channel: &Arc<Channel>, last: u64) -> Option<lapin::Error> {
        lock(&self.state).current = Some(channel.clone());
        loop {
            let serial = {
                let mut state = lock(&self.state);
                let open = |state: &mut State, serial| state.slot(serial).is_some_and(|slot| slot.is_open());
                let first = (state.first..last).find(|serial| open(&mut state, *serial))?;
                self.publish(&mut state, first, channel);
                first
            };
            let fault = poll_fn(|cx| {
                let mut state = lock(&self.state);
                loop {
                    self.hear(&mut state);
                    let Some(slot) = state.slot(serial).filter(|slot| slot.is_open()) else { return Poll::Ready(None) };
                    if let Some(fault) = slot.fault.take() {
                        return Poll::Ready(Some(fault));
                    }
                    if slot.signal.watch(cx) {
                        return Poll::Pending;
                    }
                }
            });
            if let Some(fault) = fault.await {
                if blames_a_message(&fault) {
                    let error = SendError::new(SendErrorKind::Transport, said(&fault));
                    lock(&self.state).settle(serial, Err(error));
                }
                return Some(fault);
            }
        }
    }

    /// The first fault of the messages that wait.
    pub(super) fn fault(&self) -> Option<lapin::Error> {
        let mut state = lock(&self.state);
        self.hear(&mut state);
        state.slots.iter().flatten().find_map(|slot| slot.fault.clone())
    }

    /// There will be no other connection.
    pub(super) fn end(&self) {
        let mut state = lock(&self.state);
        self.hear(&mut state);
        (state.channel, state.current, state.over) = (None, None, true);
        let last = state.first + state.slots.len() as u64;
        for serial in state.first..last {
            let Some(slot) = state.slot(serial).filter(|slot| slot.is_open()) else { continue };
            let kind = if slot.sent { SendErrorKind::NotConfirmed } else { SendErrorKind::Closed };
            state.settle(serial, Err(kind.into()));
        }
    }
}

/// Whether a fault is one that a message can cause, and will again.
pub(super) fn blames_a_message(error: &lapin::Error) -> bool {
    let forced = |error: &lapin::Error| match error.kind() {
        lapin::ErrorKind::ProtocolError(said) => said.get_id() == CONNECTION_FORCED,
        _ => false,
    };
    error.is_amqp_error() && !forced(error)
}

/// Waits until the client library has told all that the broker said in one word: it does so under a lock that this takes.
fn wait_out(channel: &Channel) {
    let waiting = pin!(channel.wait_for_confirms());
    let _ = waiting.poll(&mut Context::from_waker(Waker::noop()));
}

fn confirmation_message(confirmation: Confirmation) -> Option<BasicReturnMessage> {
    confirmation.take_message()
}

fn unroutable(returned: &BasicReturnMessage) -> SendError {
    let (exchange, key) = (returned.exchange.as_str(), returned.routing_key.as_str());
    let text = match exchange.is_empty() {
        true => format!("there is no queue `{key}`"),
        false => format!("no queue takes `{key}` from the exchange `{exchange}`"),
    };
    SendError::new(SendErrorKind::Transport, text)
}
