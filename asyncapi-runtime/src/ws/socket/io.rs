//! The stream as tungstenite wants it: `Read` and `Write` that say `WouldBlock`, with the wakers of who asks.

use std::io::{self, Read, Write};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::ws::stream::Stream;

/// A stream for the time of one operation.
pub(super) struct Io<'a> {
    pub(super) stream: &'a mut Stream,
    pub(super) reader: &'a Waker,
    pub(super) writer: &'a Waker,
    /// Set when bytes came in.
    pub(super) heard: &'a mut bool,
    /// Set when the stream took less than it was offered.
    pub(super) blocked: &'a mut bool,
}

fn or_would_block<T>(poll: Poll<io::Result<T>>) -> io::Result<T> {
    match poll {
        Poll::Ready(result) => result,
        Poll::Pending => Err(io::ErrorKind::WouldBlock.into()),
    }
}

impl Read for Io<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut into = ReadBuf::new(into);
        let mut cx = Context::from_waker(self.reader);
        or_would_block(Pin::new(&mut *self.stream).poll_read(&mut cx, &mut into))?;
        let count = into.filled().len();
        *self.heard |= count > 0;
        Ok(count)
    }
}

impl Write for Io<'_> {
    fn write(&mut self, from: &[u8]) -> io::Result<usize> {
        let mut cx = Context::from_waker(self.writer);
        let written = Pin::new(&mut *self.stream).poll_write(&mut cx, from);
        *self.blocked |= written.is_pending();
        or_would_block(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut cx = Context::from_waker(self.writer);
        let flushed = Pin::new(&mut *self.stream).poll_flush(&mut cx);
        *self.blocked |= flushed.is_pending();
        or_would_block(flushed)
    }
}

/// Wakes both who can wait for the socket to take more: the reader, whose polling also answers pings, and the writer
/// whose turn it is. A stream remembers one waker for writing only; this one stands for both.
#[derive(Default)]
pub(super) struct WriteWaker(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    reader: Option<Waker>,
    writer: Option<Waker>,
}

impl WriteWaker {
    pub(super) fn set_reader(&self, waker: &Waker) {
        set(&mut self.waiting().reader, waker);
    }

    pub(super) fn set_writer(&self, waker: &Waker) {
        set(&mut self.waiting().writer, waker);
    }

    pub(super) fn wake_all(&self) {
        // Woken outside the lock: a waker may run code that takes it.
        let Waiting { reader, writer } = std::mem::take(&mut *self.waiting());
        for waker in [reader, writer].into_iter().flatten() {
            waker.wake();
        }
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn set(slot: &mut Option<Waker>, waker: &Waker) {
    match slot {
        Some(known) => known.clone_from(waker),
        None => *slot = Some(waker.clone()),
    }
}

impl Wake for WriteWaker {
    fn wake(self: Arc<Self>) {
        self.wake_all();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.wake_all();
    }
}
