//! Failures on demand.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::control::lock;

/// What a [`Hub`](super::Hub) makes go wrong, each exactly as often as asked.
#[derive(Debug, Default)]
pub struct Faults {
    state: Mutex<State>,
    /// Something was ever asked of messages: until then, they need no look at the state.
    of_messages: AtomicBool,
}

#[derive(Debug, Default)]
struct State {
    refuse: usize,
    lose: usize,
    duplicate: usize,
    delay: Option<Duration>,
}

impl Faults {
    /// The next attempts to connect fail.
    pub fn refuse_next(&self, times: usize) {
        lock(&self.state).refuse = times;
    }

    /// The next messages are lost on their way.
    pub fn lose_next(&self, messages: usize) {
        self.ask(|state| state.lose = messages);
    }

    /// The next messages arrive twice.
    pub fn duplicate_next(&self, messages: usize) {
        self.ask(|state| state.duplicate = messages);
    }

    /// Messages take this long, until told otherwise.
    pub fn delay(&self, delay: Option<Duration>) {
        self.ask(|state| state.delay = delay);
    }

    fn ask(&self, what: impl FnOnce(&mut State)) {
        what(&mut lock(&self.state));
        self.of_messages.store(true, Ordering::Release);
    }

    /// Whether an attempt to connect fails.
    pub(super) fn refuses(&self) -> bool {
        take_one(&mut lock(&self.state).refuse)
    }

    /// How often a message arrives, and after how long.
    pub(super) fn fate(&self) -> (usize, Option<Duration>) {
        if !self.of_messages.load(Ordering::Acquire) {
            return (1, None);
        }
        let mut state = lock(&self.state);
        let times = match (take_one(&mut state.lose), take_one(&mut state.duplicate)) {
            (true, _) => 0,
            (false, true) => 2,
            (false, false) => 1,
        };
        (times, state.delay)
    }
}

fn take_one(count: &mut usize) -> bool {
    let some = *count > 0;
    *count -= usize::from(some);
    some
}
