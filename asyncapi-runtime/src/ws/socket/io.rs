//! The stream as tungstenite wants it: `Read` and `Write` that say `WouldBlock`, with the wakers of who asks.

use std::cell::RefCell;
use std::io::{self, Read, Write};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::framing::Framing;
use crate::ws::stream::Stream;

/// What tungstenite reads from and writes to, for the time of one operation. It reads the bytes of one frame at a time,
/// and writes into the connection's own buffer.
pub(super) struct Io<'a> {
    pub(super) stream: &'a mut Stream,
    pub(super) intake: &'a mut Intake,
    pub(super) framing: &'a mut Framing,
    pub(super) out: &'a mut Outlet,
    /// How much the buffer may hold.
    pub(super) room: usize,
    pub(super) reader: &'a Waker,
    /// Set when bytes came in.
    pub(super) heard: &'a mut bool,
    /// Set when there was no room for what tungstenite has to write.
    pub(super) choked: &'a mut bool,
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
        let framing = &mut *self.framing;
        Ok(self.intake.take(into, |bytes| framing.advance(bytes)))
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
    /// What was read beyond the handshake.
    pub(super) fn of(rest: Vec<u8>) -> Self {
        let end = rest.len();
        Self { buffer: (end > 0).then(|| rest.into_boxed_slice()), start: 0, end }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Reads what there is. Ready and still empty says that the stream has ended.
    pub(super) fn poll_fill(&mut self, stream: Pin<&mut Stream>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
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

    /// What is held.
    pub(super) fn bytes(&self) -> &[u8] {
        self.buffer.as_deref().and_then(|buffer| buffer.get(self.start..self.end)).unwrap_or_default()
    }

    /// Lets go of the first bytes.
    pub(super) fn consume(&mut self, count: usize) {
        self.start = self.end.min(self.start.saturating_add(count));
        if self.is_empty() {
            self.give_back();
        }
    }

    /// Copies as much as fits and `most` allows.
    fn take(&mut self, into: &mut [u8], most: impl FnOnce(&[u8]) -> usize) -> usize {
        let held = self.bytes();
        let held = held.get(..into.len()).unwrap_or(held);
        let held = held.get(..most(held)).unwrap_or(held);
        let count = held.len();
        if let Some(into) = into.get_mut(..count) {
            into.copy_from_slice(held);
        }
        self.consume(count);
        count
    }

    fn give_back(&mut self) {
        let Some(buffer) = self.buffer.take() else { return };
        BUFFERS.with_borrow_mut(|buffers| {
            if buffers.len() < KEPT && buffer.len() == INTAKE {
                buffers.push(buffer);
            }
        });
    }
}

impl Write for Io<'_> {
    fn write(&mut self, from: &[u8]) -> io::Result<usize> {
        if self.out.len() + from.len() > self.room {
            *self.choked = true;
            return Err(io::ErrorKind::WouldBlock.into());
        }
        self.out.bytes.extend_from_slice(from);
        Ok(from.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What waits to be written to the stream.
#[derive(Default)]
pub(super) struct Outlet {
    pub(super) bytes: Vec<u8>,
    /// How much of it is written already.
    written: usize,
}

/// How large an empty buffer may stay.
const KEPT_OUTLET: usize = 32 * 1024;

impl Outlet {
    /// How much is still to be written.
    pub(super) fn len(&self) -> usize {
        self.bytes.len() - self.written
    }

    /// Writes as much as the stream takes.
    pub(super) fn poll_drain(&mut self, mut stream: Pin<&mut Stream>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while let Some(rest @ [_, ..]) = self.bytes.get(self.written..) {
            match stream.as_mut().poll_write(cx, rest) {
                Poll::Ready(Ok(0)) => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                Poll::Ready(Ok(count)) => self.written += count,
                Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
                Poll::Pending => {
                    // Moved to the front now and then, so that the buffer does not grow behind what is written.
                    if self.written > self.bytes.len() / 2 {
                        self.bytes.drain(..self.written);
                        self.written = 0;
                    }
                    return Poll::Pending;
                }
            }
        }
        self.bytes.clear();
        self.bytes.shrink_to(KEPT_OUTLET);
        self.written = 0;
        stream.poll_flush(cx)
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
