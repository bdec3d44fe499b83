//! Failures on demand.

use std::sync::Mutex;
use std::time::Duration;

use crate::control::lock;

/// What a [`Hub`](super::Hub) makes go wrong, each exactly as often as asked.
#[derive(Debug, Default)]
pub struct Faults(Mutex<State>);

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
        lock(&self.0).refuse = times;
    }

    /// The next messages are lost on their way.
    pub fn lose_next(&self, messages: usize) {
        lock(&self.0).lose = messages;
    }

    /// The next messages arrive twice.
    pub fn duplicate_next(&self, messages: usize) {
        lock(&self.0).duplicate = messages;
    }

    /// Messages take this long, until told otherwise.
    pub fn delay(&self, delay: Option<Duration>) {
        lock(&self.0).delay = delay;
    }

    /// Whether an attempt to connect fails.
    pub(super) fn refuses(&self) -> bool {
        take_one(&mut lock(&self.0).refuse)
    }

    /// How often a message arrives, and after how long.
    pub(super) fn fate(&self) -> (usize, Option<Duration>) {
        let mut state = lock(&self.0);
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
