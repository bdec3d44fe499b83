//! Receiving: the peer's messages, its signs of life, and what it does wrong.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use tokio::time::{Instant, Sleep};
use tungstenite::Message;
use tungstenite::protocol::{Role, WebSocketContext};

use super::io::Io;
use super::write::would_block;
use super::{Open, Socket, State};
use crate::CloseReason;

/// A message of the peer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Incoming {
    Text(Bytes),
    Binary(Bytes),
}

/// The reading side. Polling it also answers pings, writes what was held up, and keeps the heartbeat.
pub(crate) struct Reader {
    socket: Arc<Socket>,
    heartbeat: Option<Heartbeat>,
}

struct Heartbeat {
    every: Duration,
    next: Pin<Box<Sleep>>,
}

impl Reader {
    pub(crate) fn new(socket: Arc<Socket>) -> Self {
        let every = socket.limits.heartbeat;
        let heartbeat = every.map(|every| Heartbeat { every, next: Box::pin(tokio::time::sleep(every)) });
        Self { socket, heartbeat }
    }

    /// The next message, or why there will be none.
    pub(crate) fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Incoming, CloseReason>> {
        let mut state = self.socket.state();
        if let Poll::Ready(result) = self.socket.poll_message(&mut state, cx) {
            return Poll::Ready(result);
        }
        set_reader(&mut state, cx);
        self.socket.wakers.set_reader(cx.waker());
        if state.open.as_ref().is_some_and(|open| open.blocked) {
            // Tried again now that the waker is known: the socket may have had room in the meantime. An error here has ended the connection, which the end of this function reports.
            let _ = self.socket.try_flush(&mut state);
        }
        if let Some(heartbeat) = &mut self.heartbeat {
            heartbeat.beat(&self.socket, &mut state, cx);
        }
        match &state.ended {
            Some(reason) => Poll::Ready(Err(reason.clone())),
            None => Poll::Pending,
        }
    }
}

fn set_reader(state: &mut State, cx: &Context<'_>) {
    match &mut state.reader {
        Some(known) => known.clone_from(cx.waker()),
        None => state.reader = Some(cx.waker().clone()),
    }
}

impl Heartbeat {
    /// At each beat: a peer that sent nothing since the last one is cut off, any other is asked whether it lives.
    fn beat(&mut self, socket: &Socket, state: &mut State, cx: &mut Context<'_>) {
        while self.next.as_mut().poll(cx).is_ready() {
            if !state.heard {
                let reason = format!("the peer did not answer a ping within {:?}", self.every);
                // Dropped at once: a peer that does not answer takes no part in a closing handshake either.
                drop(state.end(CloseReason::lost(reason), &socket.wakers));
                return;
            }
            state.heard = false;
            socket.ping(state);
            self.next.as_mut().reset(Instant::now() + self.every);
        }
    }
}

impl Socket {
    fn poll_message(&self, state: &mut State, cx: &mut Context<'_>) -> Poll<Result<Incoming, CloseReason>> {
        loop {
            let State { open, ended, heard, .. } = &mut *state;
            let Some(open) = open else {
                let reason = ended.clone().unwrap_or_else(|| CloseReason::lost(""));
                return Poll::Ready(Err(reason));
            };
            match open.poll_quickly(cx, heard, self.limits.max_message) {
                Poll::Ready(Some(incoming)) => return Poll::Ready(Ok(incoming)),
                Poll::Ready(None) => {}
                Poll::Pending => return Poll::Pending,
            }
            match open.run(cx.waker(), heard, |frames, io| frames.read(io)) {
                Ok(Message::Text(text)) => return Poll::Ready(Ok(Incoming::Text(text.into()))),
                Ok(Message::Binary(bytes)) => return Poll::Ready(Ok(Incoming::Binary(bytes))),
                Ok(Message::Close(frame)) => self.closed_by_peer(state, frame),
                Ok(Message::Ping(_)) => self.write_control(state, |frames, io| frames.flush(io)),
                Ok(Message::Pong(_) | Message::Frame(_)) => {}
                Err(error) if would_block(&error) => return Poll::Pending,
                Err(error) => self.fail(state, error),
            }
        }
    }

    fn ping(&self, state: &mut State) {
        self.write_control(state, |frames, io| frames.write(io, Message::Ping(Bytes::new())));
    }

    /// Writes a control frame by tungstenite, as far as that goes now; the reader does the rest.
    fn write_control(
        &self,
        state: &mut State,
        operation: impl FnOnce(&mut WebSocketContext, &mut Io<'_>) -> tungstenite::Result<()>,
    ) {
        let Some(open) = &mut state.open else { return };
        match open.write(operation) {
            Ok(()) => {}
            // A full buffer says that the peer takes nothing; the heartbeat tells whether it still lives.
            Err(tungstenite::Error::WriteBufferFull(_)) => {}
            Err(error) if would_block(&error) => {}
            Err(error) => return self.fail(state, error),
        }
        // An error here has ended the connection, and the reader will see that.
        let _ = self.try_flush(state);
    }
}

impl Open {
    /// A whole message without tungstenite. `Ready(None)` leaves what comes next to it.
    fn poll_quickly(&mut self, cx: &mut Context<'_>, heard: &mut bool, most: usize) -> Poll<Option<Incoming>> {
        if self.choked {
            return Poll::Ready(None);
        }
        if self.intake.is_empty() {
            match self.intake.poll_fill(Pin::new(&mut self.stream), cx) {
                Poll::Ready(Ok(())) => *heard |= !self.intake.is_empty(),
                Poll::Ready(Err(_)) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
        let whole = self.framing.whole(self.intake.bytes(), self.role == Role::Server, most);
        let Some((incoming, length)) = whole else { return Poll::Ready(None) };
        self.intake.consume(length);
        Poll::Ready(Some(incoming))
    }
}
