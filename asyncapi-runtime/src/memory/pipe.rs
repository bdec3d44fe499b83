//! One direction of a session: a bounded queue that ends with a reason.

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use tokio::time::{Instant, Sleep, sleep_until};

use crate::control::lock;
use crate::{CloseReason, Delivery, RawMessage, SendError, SendErrorKind, SendMode, Sending, Source};

pub(super) struct Pipe {
    state: Mutex<State>,
    capacity: usize,
}

struct State {
    items: VecDeque<(Option<Instant>, RawMessage)>,
    reader: Option<Waker>,
    writers: Vec<Waker>,
    ended: Option<CloseReason>,
}

impl Pipe {
    pub(super) fn new(capacity: usize) -> Arc<Self> {
        let state = State { items: VecDeque::new(), reader: None, writers: Vec::new(), ended: None };
        Arc::new(Self { state: Mutex::new(state), capacity: capacity.max(1) })
    }

    /// Puts a message in `times` times, to be read after `due`. The message stays with the caller if there is no room.
    fn try_put(
        &self,
        message: &mut Option<RawMessage>,
        times: usize,
        due: Option<Instant>,
        waker: Option<&Waker>,
    ) -> Result<bool, SendError> {
        let mut state = lock(&self.state);
        if let Some(reason) = &state.ended {
            return Err(SendError::new(SendErrorKind::Closed, reason.to_string()));
        }
        if state.items.len() >= self.capacity {
            state.writers.extend(waker.cloned());
            return Ok(false);
        }
        if let Some(message) = message.take() {
            state.items.extend((1..times).map(|_| (due, message.clone())));
            if times > 0 {
                state.items.push_back((due, message));
            }
        }
        let reader = state.reader.take();
        drop(state);
        reader.into_iter().for_each(Waker::wake);
        Ok(true)
    }

    pub(super) fn put(
        self: &Arc<Self>,
        message: RawMessage,
        mode: SendMode,
        (times, delay): (usize, Option<std::time::Duration>),
    ) -> Sending {
        let due = delay.map(|delay| Instant::now() + delay);
        let mut message = Some(message);
        match self.try_put(&mut message, times, due, None) {
            Ok(true) => return Sending::OK,
            Ok(false) if mode == SendMode::Now => return Sending::failed(SendErrorKind::Full),
            Ok(false) => {}
            Err(error) => return Sending::failed(error),
        }
        let pipe = self.clone();
        Sending::Waiting(Box::pin(poll_fn(move |cx| match pipe.try_put(&mut message, times, due, Some(cx.waker())) {
            Ok(true) => Poll::Ready(Ok(())),
            Ok(false) => Poll::Pending,
            Err(error) => Poll::Ready(Err(error)),
        })))
    }

    /// Ends the pipe. The first reason counts; what is in it can still be read.
    pub(super) fn end(&self, reason: CloseReason) {
        let mut state = lock(&self.state);
        state.ended.get_or_insert(reason);
        let (reader, writers) = (state.reader.take(), std::mem::take(&mut state.writers));
        drop(state);
        reader.into_iter().chain(writers).for_each(Waker::wake);
    }

    /// Ends the pipe and loses what is in it.
    pub(super) fn cut(&self) {
        lock(&self.state).items.clear();
        self.end(CloseReason::lost("the network broke"));
    }
}

/// The reading end.
pub(super) struct PipeSource {
    pipe: Arc<Pipe>,
    due: Option<Pin<Box<Sleep>>>,
}

impl PipeSource {
    pub(super) fn new(pipe: Arc<Pipe>) -> Self {
        Self { pipe, due: None }
    }
}

impl Source for PipeSource {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        loop {
            if let Some(due) = &mut self.due {
                std::task::ready!(due.as_mut().poll(cx));
                self.due = None;
            }
            let mut state = lock(&self.pipe.state);
            match (state.items.front(), &state.ended) {
                (Some((Some(due), _)), _) if *due > Instant::now() => self.due = Some(Box::pin(sleep_until(*due))),
                (Some(_), _) => {
                    let item = state.items.pop_front();
                    let writers = std::mem::take(&mut state.writers);
                    drop(state);
                    writers.into_iter().for_each(Waker::wake);
                    if let Some((_, message)) = item {
                        return Poll::Ready(Ok(Delivery::new(message)));
                    }
                }
                (None, Some(reason)) => return Poll::Ready(Err(reason.clone())),
                (None, None) => {
                    state.reader = Some(cx.waker().clone());
                    return Poll::Pending;
                }
            }
        }
    }
}

impl Drop for PipeSource {
    fn drop(&mut self) {
        // Nobody reads any more: who writes must not wait for room.
        self.pipe.end(CloseReason::lost("the peer is gone"));
    }
}
