//! Work on many items, on all cores, with the results in the order of the items.
//!
//! Invariant: no more than a window of results waits for its turn, so that memory does not grow with the number of items.

use std::collections::HashMap;
use std::num::NonZero;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// So many results may wait for an earlier one.
const WINDOW: usize = 256;

struct State<R> {
    /// The next item that nobody works on.
    claimed: usize,
    /// The next result that goes out.
    taken: usize,
    done: HashMap<usize, R>,
}

struct Shared<R> {
    state: Mutex<State<R>>,
    /// A result is done, or was taken.
    changed: Condvar,
}

impl<R> Shared<R> {
    fn lock(&self) -> MutexGuard<'_, State<R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State<R>>) -> MutexGuard<'a, State<R>> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    /// The next item to work on, once there is room for its result.
    fn claim(&self, count: usize) -> Option<usize> {
        let mut state = self.lock();
        while state.claimed < count && state.claimed >= state.taken + WINDOW {
            state = self.wait(state);
        }
        let at = state.claimed;
        state.claimed += 1;
        (at < count).then_some(at)
    }

    fn give(&self, at: usize, result: R) {
        self.lock().done.insert(at, result);
        self.changed.notify_all();
    }

    fn take(&self, at: usize) -> R {
        let mut state = self.lock();
        loop {
            if let Some(result) = state.done.remove(&at) {
                state.taken = at + 1;
                self.changed.notify_all();
                return result;
            }
            state = self.wait(state);
        }
    }
}

/// Calls `work` for every item, on as many threads as there are cores, and `take` with each result, in order, on this
/// thread. `work` must not panic.
pub(crate) fn in_order<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync, mut take: impl FnMut(R)) {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = cores.min(items.len());
    if threads <= 1 {
        items.iter().for_each(|item| take(work(item)));
        return;
    }
    let shared =
        Shared { state: Mutex::new(State { claimed: 0, taken: 0, done: HashMap::new() }), changed: Condvar::new() };
    let worker = || {
        while let Some((at, item)) = shared.claim(items.len()).and_then(|at| Some((at, items.get(at)?))) {
            shared.give(at, work(item));
        }
    };
    thread::scope(|scope| {
        let started = (0..threads)
            .filter(|number| {
                let thread = thread::Builder::new().name(format!("check {number}"));
                thread.spawn_scoped(scope, worker).is_ok()
            })
            .count();
        if started == 0 {
            items.iter().for_each(|item| take(work(item)));
        } else {
            (0..items.len()).for_each(|at| take(shared.take(at)));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_whatever_takes_longer() {
        for count in [0, 1, 2, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let mut results = Vec::new();
            let work = |item: &usize| {
                if item.is_multiple_of(7) {
                    thread::sleep(std::time::Duration::from_micros(200));
                }
                item * 2
            };
            in_order(&items, work, |result| results.push(result));
            assert_eq!(results, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }
}
