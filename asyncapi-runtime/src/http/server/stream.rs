//! One session's stream of events: what waits to be written, and what was written and is kept for a peer that comes back.
//!
//! Invariants: what waits is bounded by the send buffer and what is kept by [`Resume`]; events are numbered without gaps,
//! in the order in which they were sent; one connection at a time writes.

use std::collections::VecDeque;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use bytes::{BufMut, Bytes, BytesMut};
use ring::rand::{SecureRandom, SystemRandom};
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Duration, Instant, Sleep, sleep_until};

use super::body::EventBody;
use super::streams::Streams;
use crate::control::lock;
use crate::http::sse::{MISSED, write};
use crate::http::{Options, Resume};
use crate::{
    BoxFuture, Capabilities, CloseReason, Delivery, Link, RawMessage, SendError, SendErrorKind, SendMode, Sending,
    Settings, SharedStr, Source, SubscribeError, SubscribeErrorKind, SubscribeRequest, close_code,
};

/// What a session's peer can be sent.
const CAPABILITIES: Capabilities = Capabilities {
    per_address: true,
    headers: false,
    redelivery: false,
    reconnects: false,
    keys: false,
    correlation: false,
};

/// Events are written together up to this size; a larger one is not copied.
const TOGETHER: usize = 16 * 1024;

/// A stream, as the connection that writes it and the session that fills it see it.
pub(super) struct Stream {
    id: SharedStr,
    address: SharedStr,
    buffer: usize,
    resume: Resume,
    heartbeat: Option<Duration>,
    come_back: Duration,
    state: Mutex<State>,
}

struct State {
    /// Those that were written and are kept, then those that wait.
    events: VecDeque<Bytes>,
    /// The number of the first of them; the first ever has number 1.
    first: u64,
    /// The number of the next to be written.
    next: u64,
    /// Bytes that were written and are kept.
    kept: usize,
    /// Bytes that wait.
    waiting: usize,
    /// Counts the connections; the last one writes.
    connection: u64,
    /// Since when there is none; `None` as long as there is one.
    alone: Option<Instant>,
    /// What a new connection is told first.
    opening: Option<Bytes>,
    /// The id of the peer that has missed events.
    missed: Option<SharedStr>,
    /// No more is taken; what waits is written.
    closing: bool,
    for_good: bool,
    /// The peer has left, and did not come back in time.
    lapsed: bool,
    /// The session is over.
    ended: bool,
    writer: Option<Waker>,
    reader: Option<Waker>,
    senders: Vec<Waker>,
}

impl State {
    fn end(&self) -> u64 {
        self.first + self.events.len() as u64
    }

    fn event(&self, number: u64) -> Option<&Bytes> {
        self.events.get(usize::try_from(number.checked_sub(self.first)?).ok()?)
    }

    /// Everybody who waits looks again.
    fn wake(&mut self) {
        let both = self.writer.take().into_iter().chain(self.reader.take());
        both.chain(self.senders.drain(..)).for_each(Waker::wake);
    }

    fn forget(&mut self, resume: &Resume) {
        while self.first < self.next
            && (self.next - self.first > resume.events as u64 || self.kept > resume.bytes || resume.within.is_zero())
        {
            self.kept -= self.events.pop_front().map_or(0, |event| event.len());
            self.first += 1;
        }
    }
}

impl Stream {
    /// A stream; `None` if the system has no random number for its id.
    pub(super) fn new(address: SharedStr, settings: &Settings, options: &Options) -> Option<Self> {
        let mut random = [0; 16];
        SystemRandom::new().fill(&mut random).ok()?;
        let state = State {
            events: VecDeque::new(),
            first: 1,
            next: 1,
            kept: 0,
            waiting: 0,
            connection: 0,
            alone: Some(Instant::now()),
            opening: None,
            missed: None,
            closing: false,
            for_good: false,
            lapsed: false,
            ended: false,
            writer: None,
            reader: None,
            senders: Vec::new(),
        };
        Some(Self {
            id: format!("{:032x}", u128::from_ne_bytes(random)).into(),
            address,
            buffer: settings.send_buffer,
            resume: options.resume.clone(),
            heartbeat: settings.heartbeat,
            come_back: options.come_back,
            state: Mutex::new(state),
        })
    }

    pub(super) fn id(&self) -> &SharedStr {
        &self.id
    }

    pub(super) fn address(&self) -> &SharedStr {
        &self.address
    }

    /// The peer came with an id of which nothing is known.
    pub(super) fn has_missed(&self, id: SharedStr) {
        lock(&self.state).missed = Some(id);
    }

    /// A connection, which goes on behind the event of this number. The one before it, if there is one, ends.
    pub(super) fn attach(self: &Arc<Self>, last: Option<u64>) -> EventBody {
        let mut state = lock(&self.state);
        state.connection += 1;
        state.alone = None;
        if let Some(last) = last {
            if last.saturating_add(1) < state.first {
                state.missed = Some(format!("{}.{last}", self.id).into());
            }
            // A peer cannot have seen what was never written.
            let next = last.saturating_add(1).clamp(state.first, state.next);
            let again: usize = (next..state.next).filter_map(|number| state.event(number)).map(Bytes::len).sum();
            (state.kept, state.waiting, state.next) = (state.kept - again, state.waiting + again, next);
        }
        let opening = format!("retry: {}\nid: {}.{}\n\n", self.come_back.as_millis(), self.id, state.next - 1);
        state.opening = Some(opening.into());
        let connection = state.connection;
        state.wake();
        drop(state);
        EventBody::new(self.clone(), connection, self.heartbeat)
    }

    /// A connection is gone.
    pub(super) fn detach(&self, connection: u64) {
        let mut state = lock(&self.state);
        if state.connection == connection {
            state.alone = Some(Instant::now());
            state.wake();
        }
    }

    /// What is to be written next; a large event leaves its second half in `rest`. `None` ends the connection.
    pub(super) fn poll_write(
        &self,
        connection: u64,
        rest: &mut Option<Bytes>,
        cx: &Context<'_>,
    ) -> Poll<Option<Bytes>> {
        let mut state = lock(&self.state);
        if state.connection != connection || state.ended {
            return Poll::Ready(None);
        }
        let mut written = BytesMut::new();
        if let Some(opening) = state.opening.take() {
            written.put_slice(&opening);
            if let Some(id) = state.missed.take() {
                written.put_slice(&write::frame(Some(MISSED), id.as_bytes()));
            }
        }
        while rest.is_none() && written.len() < TOGETHER {
            let number = state.next;
            let Some(event) = state.event(number).cloned() else { break };
            written.put_slice(format!("id: {}.{number}\n", self.id).as_bytes());
            if event.len() < TOGETHER {
                written.put_slice(&event);
            } else {
                *rest = Some(event.clone());
            }
            state.next += 1;
            (state.waiting, state.kept) = (state.waiting - event.len(), state.kept + event.len());
        }
        state.forget(&self.resume);
        if !written.is_empty() {
            state.senders.drain(..).for_each(Waker::wake);
            return Poll::Ready(Some(written.freeze()));
        }
        if state.closing {
            return Poll::Ready(None);
        }
        state.writer = Some(cx.waker().clone());
        Poll::Pending
    }

    /// Takes an event, if there is room.
    fn push(&self, event: &Bytes) -> Result<(), SendErrorKind> {
        let mut state = lock(&self.state);
        if state.closing || state.ended {
            return Err(SendErrorKind::Closed);
        }
        // One that is larger than the buffer goes alone.
        if state.waiting > 0 && state.waiting.saturating_add(event.len()) > self.buffer {
            return Err(SendErrorKind::Full);
        }
        state.waiting += event.len();
        state.events.push_back(event.clone());
        state.writer.take().into_iter().for_each(Waker::wake);
        Ok(())
    }

    /// Takes an event as soon as there is room.
    fn poll_push(&self, event: &Bytes, cx: &Context<'_>) -> Poll<Result<(), SendError>> {
        match self.push(event) {
            Err(SendErrorKind::Full) => {}
            done => return Poll::Ready(done.map_err(SendError::from)),
        }
        let mut state = lock(&self.state);
        if !state.senders.iter().any(|waker| waker.will_wake(cx.waker())) {
            state.senders.push(cx.waker().clone());
        }
        drop(state);
        // Room may have been made in between, when nobody was there to be woken.
        match self.push(event) {
            Err(SendErrorKind::Full) => Poll::Pending,
            done => Poll::Ready(done.map_err(SendError::from)),
        }
    }

    /// Takes no more.
    fn close(&self, code: u16) {
        let mut state = lock(&self.state);
        state.closing = true;
        state.for_good = !state.lapsed && code != close_code::GOING_AWAY && !(1011..=1015).contains(&code);
        state.wake();
    }

    /// Ready when all is written, or nobody is there to write to.
    fn poll_written(&self, cx: &Context<'_>) -> Poll<()> {
        let mut state = lock(&self.state);
        if state.next == state.end() || state.alone.is_some() || state.ended {
            return Poll::Ready(());
        }
        state.senders.push(cx.waker().clone());
        Poll::Pending
    }
}

/// Link and source of a session; the place is given back when the session ends.
pub(super) fn session(
    stream: Arc<Stream>,
    streams: Arc<Streams>,
    settings: &Settings,
    place: OwnedSemaphorePermit,
) -> (Arc<dyn Link>, Box<dyn Source>) {
    streams.enter(&stream);
    let source = EventSource { stream: stream.clone(), streams: streams.clone(), patience: None, _place: place };
    let (largest, close_timeout) = (settings.max_message, settings.close_timeout);
    (Arc::new(EventLink { stream, streams, largest, close_timeout }), Box::new(source))
}

/// Sends to one session.
struct EventLink {
    stream: Arc<Stream>,
    streams: Arc<Streams>,
    largest: usize,
    close_timeout: Duration,
}

impl fmt::Debug for EventLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServerSentEvents")
    }
}

impl Link for EventLink {
    fn capabilities(&self) -> Capabilities {
        CAPABILITIES
    }

    /// Done when the session's buffer has the event: nobody confirms that it has arrived.
    fn send(&self, message: RawMessage, mode: SendMode) -> Sending {
        if message.payload.len() > self.largest {
            return Sending::failed(SendErrorKind::TooLarge);
        }
        let event = match self.streams.event(&message) {
            Ok(event) => event,
            Err(error) => return Sending::failed(error),
        };
        match self.stream.push(&event) {
            Ok(()) => Sending::OK,
            Err(SendErrorKind::Full) if mode != SendMode::Now => {
                let stream = self.stream.clone();
                Sending::Waiting(Box::pin(poll_fn(move |cx| stream.poll_push(&event, cx))))
            }
            Err(kind) => Sending::failed(kind),
        }
    }

    fn flush(&self) -> Sending {
        Sending::OK
    }

    fn subscribe(&self, _request: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        let error = SubscribeError::new(SubscribeErrorKind::Unsupported, "nothing comes in on a stream of events");
        Box::pin(std::future::ready(Err(error)))
    }

    fn close(&self, code: u16, _reason: SharedStr) -> BoxFuture<'static, ()> {
        self.stream.close(code);
        let (stream, limit) = (self.stream.clone(), self.close_timeout);
        Box::pin(async move {
            // Who has not taken it by then does not get it.
            let _ = tokio::time::timeout(limit, poll_fn(|cx| stream.poll_written(cx))).await;
        })
    }
}

/// Brings nothing, and ends when the peer is gone and does not come back.
struct EventSource {
    stream: Arc<Stream>,
    streams: Arc<Streams>,
    /// How long it is waited for the peer that left at this moment.
    patience: Option<(Instant, Pin<Box<Sleep>>)>,
    _place: OwnedSemaphorePermit,
}

impl Source for EventSource {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        let mut state = lock(&self.stream.state);
        state.reader = Some(cx.waker().clone());
        let Some(since) = state.alone else {
            self.patience = None;
            return Poll::Pending;
        };
        drop(state);
        let within = self.stream.resume.within;
        if within.is_zero() {
            lock(&self.stream.state).lapsed = true;
            return Poll::Ready(Err(CloseReason::peer(None, "")));
        }
        if self.patience.as_ref().is_none_or(|(left, _)| *left != since) {
            self.patience = Some((since, Box::pin(sleep_until(since + within))));
        }
        let Some((_, timer)) = &mut self.patience else { return Poll::Pending };
        std::task::ready!(timer.as_mut().poll(cx));
        let mut state = lock(&self.stream.state);
        // It may have come back just now.
        if state.alone != Some(since) {
            state.reader = None;
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        state.lapsed = true;
        Poll::Ready(Err(CloseReason::lost("the peer did not come back")))
    }
}

impl Drop for EventSource {
    fn drop(&mut self) {
        let mut state = lock(&self.stream.state);
        state.ended = true;
        let for_good = state.for_good;
        state.wake();
        drop(state);
        self.streams.leave(&self.stream, for_good);
    }
}
