//! The stream as tungstenite wants it: `Read` and `Write` that say `WouldBlock`, with the wakers of who asks.

use std::cell::RefCell;
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
    pub(super) intake: &'a mut Intake,
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
        if self.intake.is_empty() {
            let mut cx = Context::from_waker(self.reader);
            or_would_block(self.intake.poll_fill(Pin::new(&mut *self.stream), &mut cx))?;
            *self.heard |= !self.intake.is_empty();
        }
        Ok(self.intake.take(into))
    }
}

/// What was read in one go and not yet parsed. tungstenite reads into what is left of its own buffer, which costs two or
/// three system calls for each batch of messages; this takes all that has come in with one.
///
/// The buffer is borrowed from the thread for as long as it holds something, so that an idle connection has none.
#[derive(Default)]
pub(super) struct Intake {
    buffer: Option<Box<[u8]>>,
    start: usize,
    end: usize,
}

/// How much is taken in one go.
const INTAKE: usize = 64 * 1024;
/// How many buffers a thread keeps.
const KEPT: usize = 4;

thread_local! {
    static BUFFERS: RefCell<Vec<Box<[u8]>>> = const { RefCell::new(Vec::new()) };
}

impl Intake {
    pub(super) fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Reads what there is. Ready and still empty says that the stream has ended.
    fn poll_fill(&mut self, stream: Pin<&mut Stream>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let kept = BUFFERS.with_borrow_mut(Vec::pop);
        let mut buffer = kept.unwrap_or_else(|| vec![0; INTAKE].into_boxed_slice());
        let mut into = ReadBuf::new(&mut buffer);
        let read = stream.poll_read(cx, &mut into);
        (self.start, self.end) = (0, into.filled().len());
        self.buffer = Some(buffer);
        if self.is_empty() {
            self.give_back();
        }
        read
    }

    fn take(&mut self, into: &mut [u8]) -> usize {
        let held = self.buffer.as_deref().and_then(|buffer| buffer.get(self.start..self.end)).unwrap_or_default();
        let count = held.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..count), held.get(..count)) {
            to.copy_from_slice(from);
        }
        self.start += count;
        if self.is_empty() {
            self.give_back();
        }
        count
    }

    fn give_back(&mut self) {
        let Some(buffer) = self.buffer.take() else { return };
        BUFFERS.with_borrow_mut(|buffers| {
            if buffers.len() < KEPT {
                buffers.push(buffer);
            }
        });
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
