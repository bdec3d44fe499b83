//! Sending: at once where the socket takes it, otherwise in line with the others who wait.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use tungstenite::protocol::Role;

use super::framing::{frame_length, random_mask, write_frame};
use super::{CONTROL_ROOM, Socket, State, WRITE_BUFFER};
use crate::{SendError, SendErrorKind, SendMode, Sending};

/// What became of a message that was to go into the buffer.
enum Queued {
    Taken,
    /// There is no room; here it is again.
    Full(Message),
}

struct Message {
    text: bool,
    payload: Bytes,
}

impl Socket {
    /// Sends a data frame.
    pub(crate) fn send(self: &Arc<Self>, payload: Bytes, text: bool, mode: SendMode) -> Sending {
        if payload.len() > self.limits.max_message {
            let (size, most) = (payload.len(), self.limits.max_message);
            let error = SendError::new(SendErrorKind::TooLarge, format!("{size} bytes, at most {most} are allowed"));
            return Sending::failed(error);
        }
        let message = Message { text, payload };
        let mut state = self.state();
        if state.waiting > 0 {
            return match mode {
                SendMode::Now => Sending::failed(SendErrorKind::Full),
                SendMode::Feed | SendMode::Flush => self.wait_for_room(&mut state, message, mode),
            };
        }
        match (self.queue(&mut state, message), mode) {
            (Err(error), _) => Sending::failed(error),
            (Ok(Queued::Full(_)), SendMode::Now) => Sending::failed(SendErrorKind::Full),
            (Ok(Queued::Full(message)), _) => self.wait_for_room(&mut state, message, mode),
            (Ok(Queued::Taken), SendMode::Feed) => Sending::OK,
            (Ok(Queued::Taken), _) if state.held => Sending::OK,
            (Ok(Queued::Taken), SendMode::Flush) => self.flush_or_wait(&mut state),
            (Ok(Queued::Taken), SendMode::Now) => match self.try_flush(&mut state) {
                Poll::Ready(result) => Sending::Done(Some(result)),
                // The reader goes on with it.
                Poll::Pending => Sending::OK,
            },
        }
    }

    /// Writes out what is in the buffer.
    pub(crate) fn flush(self: &Arc<Self>) -> Sending {
        let mut state = self.state();
        if state.held { Sending::OK } else { self.flush_or_wait(&mut state) }
    }

    /// Sends only feed from now on.
    pub(crate) fn hold(&self) {
        self.state().held = true;
    }

    /// Ends the hold and writes out what was held. What the socket does not take now, the reader writes later.
    pub(crate) fn poll_release(&self, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        let mut state = self.state();
        state.held = false;
        let flushed = self.try_flush(&mut state);
        if flushed.is_ready() {
            return flushed;
        }
        self.wakers.set_reader(cx.waker());
        self.try_flush(&mut state)
    }

    fn flush_or_wait(self: &Arc<Self>, state: &mut State) -> Sending {
        match self.try_flush(state) {
            Poll::Ready(result) => Sending::Done(Some(result)),
            Poll::Pending => {
                let socket = self.clone();
                Sending::Waiting(Box::pin(async move {
                    let _turn = socket.turn.lock().await;
                    socket.flushed().await
                }))
            }
        }
    }

    /// Puts a message in line behind those that wait for room already.
    fn wait_for_room(self: &Arc<Self>, state: &mut State, message: Message, mode: SendMode) -> Sending {
        let place = Place::new(self, state);
        Sending::Waiting(Box::pin(async move {
            let socket = place.0.clone();
            let _turn = socket.turn.lock().await;
            let mut next = message;
            loop {
                socket.flushed().await?;
                let mut state = socket.state();
                match socket.queue(&mut state, next)? {
                    Queued::Taken => break,
                    // Somebody who came before the line formed was quicker.
                    Queued::Full(message) => next = message,
                }
            }
            drop(place);
            match mode {
                SendMode::Feed => Ok(()),
                SendMode::Flush | SendMode::Now => socket.flushed().await,
            }
        }))
    }

    /// Waits until all that is in the buffer is written. Only for the one whose turn it is.
    async fn flushed(&self) -> Result<(), SendError> {
        poll_fn(|cx| {
            let mut state = self.state();
            // Before the attempt, so that no wake-up is lost between it and the registration.
            self.wakers.set_writer(cx.waker());
            self.try_flush(&mut state).map_err(|error| match error.kind() {
                // The message was taken; nobody knows how much of it arrived.
                SendErrorKind::Closed => SendError::new(SendErrorKind::NotConfirmed, error.detail().to_owned()),
                _ => error,
            })
        })
        .await
    }

    fn queue(&self, state: &mut State, message: Message) -> Result<Queued, SendError> {
        let Some(open) = &mut state.open else { return Err(state.send_error()) };
        let waiting = open.out.len();
        if waiting > 0 && waiting + frame_length(message.payload.len()) + CONTROL_ROOM > open.room {
            return Ok(Queued::Full(message));
        }
        let mask = match open.role {
            Role::Server => None,
            Role::Client => {
                let no_mask = || SendError::new(SendErrorKind::Transport, "the system has no random numbers to give");
                Some(random_mask().ok_or_else(no_mask)?)
            }
        };
        write_frame(&mut open.out.bytes, message.text, &message.payload, mask);
        // Large batches go out in parts; a socket that takes nothing is left alone until it does.
        if !open.blocked && open.out.len() > WRITE_BUFFER {
            match self.try_flush(state) {
                Poll::Ready(Err(error)) => return Err(error),
                Poll::Ready(Ok(())) | Poll::Pending => {}
            }
        }
        Ok(Queued::Taken)
    }

    /// Writes out what the socket takes. `Pending` wakes those that are registered in `wakers`.
    pub(super) fn try_flush(&self, state: &mut State) -> Poll<Result<(), SendError>> {
        let Some(open) = &mut state.open else { return Poll::Ready(Err(state.send_error())) };
        match open.poll_drain() {
            Poll::Ready(Ok(())) => Poll::Ready(Ok(())),
            Poll::Pending => Poll::Pending,
            Poll::Ready(Err(error)) => {
                self.fail(state, error.into());
                Poll::Ready(Err(state.send_error()))
            }
        }
    }
}

pub(super) fn would_block(error: &tungstenite::Error) -> bool {
    matches!(error, tungstenite::Error::Io(error) if error.kind() == std::io::ErrorKind::WouldBlock)
}

/// A place in the line of those who wait for room; given up when dropped, also by a sender that no longer waits.
struct Place(Arc<Socket>);

impl Place {
    fn new(socket: &Arc<Socket>, state: &mut State) -> Self {
        state.waiting += 1;
        Self(socket.clone())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.state().waiting -= 1;
    }
}
