//! How a task is told to stop, or given something to do, from outside.
//!
//! Invariant: while nobody calls, asking costs one atomic load.

use std::future::poll_fn;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use crate::{CloseReason, SharedStr};

/// Locks, also after another thread panicked: every critical section here leaves its data whole.
pub(crate) fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How a loop is to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Take no more, finish what was taken, then close.
    Drain,
    /// Close after the message at hand.
    Close { code: u16, text: SharedStr },
}

impl Stop {
    /// The reason that those who were connected get to hear.
    pub(crate) fn reason(&self) -> CloseReason {
        match self {
            Self::Drain => CloseReason::local(crate::close_code::GOING_AWAY, "the service is shutting down"),
            Self::Close { code, text } => CloseReason::local(*code, text.clone()),
        }
    }
}

/// A task's ear: a stop, once, and work of type `T`.
#[derive(Debug)]
pub(crate) struct Control<T = ()> {
    state: Mutex<State<T>>,
    /// Whether there is a stop or work: what a loop asks for each message, without the lock.
    called: AtomicBool,
}

#[derive(Debug)]
struct State<T> {
    stop: Option<Stop>,
    work: Vec<T>,
    waker: Option<Waker>,
}

impl<T> Default for Control<T> {
    fn default() -> Self {
        let state = Mutex::new(State { stop: None, work: Vec::new(), waker: None });
        Self { state, called: AtomicBool::new(false) }
    }
}

impl<T> Control<T> {
    /// Tells the task to stop. A close overrides a drain; otherwise the first word counts.
    pub(crate) fn stop(&self, stop: Stop) {
        let mut state = lock(&self.state);
        if !matches!((&state.stop, &stop), (Some(Stop::Close { .. }), _) | (Some(_), Stop::Drain)) {
            state.stop = Some(stop);
            self.called.store(true, Ordering::Release);
        }
        let waker = state.waker.take();
        drop(state);
        waker.into_iter().for_each(Waker::wake);
    }

    /// Gives the task something to do. `false` says that it was told to stop and will not.
    pub(crate) fn give(&self, work: T) -> bool {
        let mut state = lock(&self.state);
        if state.stop.is_some() {
            return false;
        }
        state.work.push(work);
        self.called.store(true, Ordering::Release);
        let waker = state.waker.take();
        drop(state);
        waker.into_iter().for_each(Waker::wake);
        true
    }

    /// Whether [`poll`](Self::poll) has something to say.
    pub(crate) fn called(&self) -> bool {
        self.called.load(Ordering::Acquire)
    }

    /// Waits until the task is told to stop. Work stays for later.
    pub(crate) async fn stopped(&self) -> Stop {
        poll_fn(|cx| {
            let mut state = lock(&self.state);
            state.waker = Some(cx.waker().clone());
            state.stop.clone().map_or(Poll::Pending, Poll::Ready)
        })
        .await
    }

    /// What the task is to do, if anything. Wakes it when that changes.
    pub(crate) fn poll(&self, cx: &Context<'_>, work: &mut Vec<T>) -> Option<Stop> {
        let mut state = lock(&self.state);
        if !state.work.is_empty() {
            work.append(&mut state.work);
        }
        self.called.store(state.stop.is_some(), Ordering::Release);
        if !state.waker.as_ref().is_some_and(|waker| waker.will_wake(cx.waker())) {
            state.waker = Some(cx.waker().clone());
        }
        state.stop.clone()
    }
}
