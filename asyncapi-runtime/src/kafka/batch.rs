//! Sends whose confirmations are awaited together.
//!
//! Invariant: each message that joins a batch settles once; who waits is woken when none is left.

use std::future::poll_fn;
use std::sync::Mutex;
use std::task::{Poll, Waker};

use crate::SendError;
use crate::control::lock;

/// One message or many, on their way.
#[derive(Debug, Default)]
pub(super) struct Batch {
    state: Mutex<State>,
    /// Nobody waits: an error is for the log.
    unheard: bool,
}

#[derive(Debug, Default)]
struct State {
    left: usize,
    error: Option<SendError>,
    wakers: Vec<Waker>,
}

impl Batch {
    /// A batch that nobody waits for.
    pub(super) fn unheard() -> Self {
        Self { unheard: true, ..Self::default() }
    }

    /// A message joins.
    pub(super) fn join(&self) {
        lock(&self.state).left += 1;
    }

    /// A message is confirmed, or will never be.
    pub(super) fn settle(&self, result: Result<(), SendError>) {
        if let (true, Err(error)) = (self.unheard, &result) {
            tracing::warn!(%error, "a message was not confirmed");
        }
        let mut state = lock(&self.state);
        state.left = state.left.saturating_sub(1);
        if let (false, Err(error)) = (self.unheard, result) {
            state.error.get_or_insert(error);
        }
        let wakers = if state.left == 0 { std::mem::take(&mut state.wakers) } else { Vec::new() };
        drop(state);
        wakers.into_iter().for_each(Waker::wake);
    }

    /// Whether none is on its way, and nothing is to be told.
    pub(super) fn is_over(&self) -> bool {
        let state = lock(&self.state);
        state.left == 0 && state.error.is_none()
    }

    /// Waits until none is on its way. The first error goes to the first who asks.
    pub(super) async fn settled(&self) -> Result<(), SendError> {
        poll_fn(|cx| {
            let mut state = lock(&self.state);
            if state.left == 0 {
                return Poll::Ready(state.error.take().map_or(Ok(()), Err));
            }
            if !state.wakers.iter().any(|waker| waker.will_wake(cx.waker())) {
                state.wakers.push(cx.waker().clone());
            }
            Poll::Pending
        })
        .await
    }
}
