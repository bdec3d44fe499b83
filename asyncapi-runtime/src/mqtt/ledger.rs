//! What the broker waits for: acknowledgements, sent in the order of the deliveries.
//!
//! Invariant: an acknowledgement goes out when its message and all that were delivered before it are settled, and only on
//! the connection that delivered it.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use super::link::Client;
use crate::control::lock;

/// A delivery's acknowledgement, as the client library makes it.
#[derive(Debug)]
pub(super) enum Token {
    V4(rumqttc_v4::ManualAck),
    V5(rumqttc_v5::ManualAck),
}

#[derive(Debug)]
pub(super) struct Ledger {
    client: Client,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    connection: u64,
    /// The serial of the oldest that waits.
    first: u64,
    waiting: VecDeque<(Token, bool)>,
}

impl Ledger {
    pub(super) fn new(client: Client) -> Self {
        Self { client, state: Mutex::default() }
    }

    /// A new connection: what an older one delivered is settled no more.
    pub(super) fn restart(&self) {
        let mut state = lock(&self.state);
        state.connection += 1;
        state.first = 0;
        state.waiting.clear();
    }

    /// A place for a delivery, of which so many copies are to be settled.
    pub(super) fn open(self: &Arc<Self>, token: Token, copies: usize) -> Ticket {
        let mut state = lock(&self.state);
        let serial = state.first + state.waiting.len() as u64;
        state.waiting.push_back((token, false));
        let inner =
            Inner { ledger: self.clone(), connection: state.connection, serial, copies: AtomicUsize::new(copies) };
        Ticket(Arc::new(inner))
    }

    fn settle(&self, connection: u64, serial: u64) {
        let mut state = lock(&self.state);
        if state.connection != connection {
            return;
        }
        let at = serial.checked_sub(state.first).and_then(|at| usize::try_from(at).ok());
        if let Some((_, done)) = at.and_then(|at| state.waiting.get_mut(at)) {
            *done = true;
        }
        // Sent under the lock: order is the point.
        while state.waiting.front().is_some_and(|(_, done)| *done) {
            if let Some((token, _)) = state.waiting.pop_front() {
                self.client.acknowledge(token);
                state.first += 1;
            }
        }
    }
}

/// A delivery that the broker waits for.
#[derive(Debug, Clone)]
pub(super) struct Ticket(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    ledger: Arc<Ledger>,
    connection: u64,
    serial: u64,
    copies: AtomicUsize,
}

impl Ticket {
    /// Whether two are of the same delivery.
    pub(super) fn same(one: Option<&Self>, other: Option<&Self>) -> bool {
        matches!((one, other), (Some(one), Some(other)) if Arc::ptr_eq(&one.0, &other.0))
    }

    /// One of the copies is settled.
    pub(super) fn settle(&self) {
        if self.0.copies.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.0.ledger.settle(self.0.connection, self.0.serial);
        }
    }
}
