//! One WebSocket after its handshake, shared by whoever sends and the one who reads.
//!
//! Input: messages to send; frames of the peer. Output: frames; messages of the peer, and at last a [`CloseReason`].
//! It stands on tungstenite's `WebSocketContext`, with a short way around it for whole data frames (`framing`). The
//! reader polls the socket with its own task's waker, writers write at once where the socket takes it, and only who has
//! to wait makes a future.
//!
//! Invariants: the lock is held within a poll only, never across an await. Who waits for the socket has registered its
//! waker before it tries, so that no wake-up is lost. Once `ended` is set, stream and frames are gone and every waiting
//! task was woken. What waits to be written never exceeds [`Limits::buffer`] bytes.

mod closing;
mod framing;
mod io;
mod read;
mod write;

pub(crate) use self::read::{Incoming, Reader};

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tungstenite::protocol::{Role, WebSocketConfig, WebSocketContext};

use self::framing::Framing;
use self::io::{Intake, Io, Outlet, WriteWaker};
use super::stream::Stream;
use crate::{CloseReason, SendError, SendErrorKind, Settings};

/// What tungstenite parses at a time. It zeroes this much before each read and allocates it for each session.
const READ_BUFFER: usize = 4 * 1024;
/// From this size on, what was fed is written without waiting for a flush.
const WRITE_BUFFER: usize = 16 * 1024;
/// The longest frame header and the largest control frame, for which there is always room.
const CONTROL_ROOM: usize = 14 + 14 + 125;

/// What holds for one socket.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    max_message: usize,
    buffer: usize,
    close_timeout: Duration,
    heartbeat: Option<Duration>,
}

impl Limits {
    pub(crate) fn new(settings: &Settings) -> Self {
        // One whole message always has room, however small the buffer was chosen.
        let buffer = settings.send_buffer.max(settings.max_message).max(WRITE_BUFFER).saturating_add(CONTROL_ROOM);
        Self {
            max_message: settings.max_message,
            buffer,
            close_timeout: settings.close_timeout,
            heartbeat: settings.heartbeat.filter(|every| !every.is_zero()),
        }
    }

    fn config(&self) -> WebSocketConfig {
        WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER)
            // Its frames go on into our buffer at once; where that is full, it keeps one and no more.
            .write_buffer_size(0)
            .max_write_buffer_size(CONTROL_ROOM)
            .max_message_size(Some(self.max_message))
            .max_frame_size(Some(self.max_message))
    }
}

/// A WebSocket. Readers and writers share it in an `Arc`.
pub(crate) struct Socket {
    limits: Limits,
    state: Mutex<State>,
    /// Writers that have to wait do so one after another, in the order in which they came.
    turn: tokio::sync::Mutex<()>,
    wakers: Arc<WriteWaker>,
}

/// What the lock guards.
struct State {
    /// `None` once the connection has ended.
    open: Option<Open>,
    /// Why it has ended.
    ended: Option<CloseReason>,
    /// The one who reads, if it waits.
    reader: Option<Waker>,
    /// How many writers wait for room. While there are any, nobody may overtake them.
    waiting: usize,
    /// Sends only feed until the hold ends.
    held: bool,
    /// Bytes came in since the last heartbeat.
    heard: bool,
}

/// The parts of a connection that is open.
struct Open {
    stream: Stream,
    role: Role,
    frames: WebSocketContext,
    framing: Framing,
    intake: Intake,
    out: Outlet,
    /// How much may wait to be written.
    room: usize,
    /// Wakes whoever waits to write; made once, since each write needs it.
    write_waker: Waker,
    /// A write had to stop half way; the reader goes on with it, also if it was only the answer to a ping.
    blocked: bool,
    /// tungstenite has something to write for which there was no room.
    choked: bool,
}

impl Open {
    /// Runs an operation of tungstenite. `heard` is set if bytes came in.
    fn run<T>(
        &mut self,
        reader: &Waker,
        heard: &mut bool,
        operation: impl FnOnce(&mut WebSocketContext, &mut Io<'_>) -> T,
    ) -> T {
        self.choked = false;
        let mut io = Io {
            stream: &mut self.stream,
            intake: &mut self.intake,
            framing: &mut self.framing,
            out: &mut self.out,
            room: self.room,
            reader,
            heard,
            choked: &mut self.choked,
        };
        operation(&mut self.frames, &mut io)
    }

    /// Runs an operation that writes only.
    fn write<T>(&mut self, operation: impl FnOnce(&mut WebSocketContext, &mut Io<'_>) -> T) -> T {
        self.run(Waker::noop(), &mut false, operation)
    }

    /// Writes what the stream takes.
    fn poll_drain(&mut self) -> Poll<std::io::Result<()>> {
        let drained = self.out.poll_drain(Pin::new(&mut self.stream), &mut Context::from_waker(&self.write_waker));
        self.blocked = drained.is_pending();
        drained
    }
}

impl Socket {
    /// Takes over a stream after its handshake; `rest` is what was read beyond it.
    pub(crate) fn new(stream: Stream, role: Role, rest: Vec<u8>, limits: Limits) -> Arc<Self> {
        let wakers = Arc::new(WriteWaker::default());
        let frames = WebSocketContext::new(role, Some(limits.config()));
        let open = Open {
            stream,
            role,
            frames,
            framing: Framing::default(),
            intake: Intake::of(rest),
            out: Outlet::default(),
            room: limits.buffer,
            write_waker: Waker::from(wakers.clone()),
            blocked: false,
            choked: false,
        };
        let state = State { open: Some(open), ended: None, reader: None, waiting: 0, held: false, heard: true };
        Arc::new(Self { limits, state: Mutex::new(state), turn: tokio::sync::Mutex::new(()), wakers })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // No operation leaves the state half changed, so that a panic elsewhere does not make it unusable.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// The connection is over: remembers why, wakes all who wait, and gives the open parts to whoever closes them.
    fn end(&mut self, reason: CloseReason, wakers: &WriteWaker) -> Option<Open> {
        let open = self.open.take()?;
        self.ended = Some(reason);
        if let Some(reader) = self.reader.take() {
            reader.wake();
        }
        wakers.wake_all();
        Some(open)
    }

    /// Why nothing can be sent any more.
    fn send_error(&self) -> SendError {
        match &self.ended {
            Some(reason) => SendError::new(SendErrorKind::Closed, reason.to_string()),
            None => SendErrorKind::Closed.into(),
        }
    }
}
