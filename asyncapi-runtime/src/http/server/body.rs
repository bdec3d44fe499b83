//! The bodies of answers.

use std::convert::Infallible;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep};

use super::stream::Stream;

/// What keeps a connection from being taken for dead: a comment, which is no event.
const HEARTBEAT: Bytes = Bytes::from_static(b":\n\n");

/// The body of an answer.
pub struct AnswerBody(Kind);

enum Kind {
    Whole(Option<Bytes>),
    Events(EventBody),
}

impl AnswerBody {
    pub(super) fn whole(bytes: Bytes) -> Self {
        Self(Kind::Whole(Some(bytes).filter(|bytes| !bytes.is_empty())))
    }

    pub(super) fn events(body: EventBody) -> Self {
        Self(Kind::Events(body))
    }
}

impl fmt::Debug for AnswerBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Kind::Whole(_) => "Whole",
            Kind::Events(_) => "Events",
        })
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match &mut self.0 {
            Kind::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Kind::Events(events) => events.poll(cx).map(|bytes| bytes.map(|bytes| Ok(Frame::data(bytes)))),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(&self.0, Kind::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Kind::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
            Kind::Events(_) => SizeHint::default(),
        }
    }
}

/// One connection's part of a stream of events. Dropped, the stream waits for its peer to come back.
pub(super) struct EventBody {
    stream: Arc<Stream>,
    /// Which of the stream's connections this is.
    connection: u64,
    heartbeat: Option<(Duration, Pin<Box<Sleep>>)>,
    /// The second half of an event that is not copied.
    rest: Option<Bytes>,
}

impl EventBody {
    pub(super) fn new(stream: Arc<Stream>, connection: u64, heartbeat: Option<Duration>) -> Self {
        let heartbeat = heartbeat.map(|every| (every, Box::pin(sleep(every))));
        Self { stream, connection, heartbeat, rest: None }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        let written = match self.rest.take() {
            Some(rest) => Poll::Ready(Some(rest)),
            None => self.stream.poll_write(self.connection, &mut self.rest, cx),
        };
        if written.is_ready() {
            if let Some((every, timer)) = &mut self.heartbeat {
                timer.as_mut().reset(Instant::now() + *every);
            }
            return written;
        }
        let Some((every, timer)) = &mut self.heartbeat else { return Poll::Pending };
        std::task::ready!(timer.as_mut().poll(cx));
        timer.as_mut().reset(Instant::now() + *every);
        Poll::Ready(Some(HEARTBEAT))
    }
}

impl Drop for EventBody {
    fn drop(&mut self) {
        self.stream.detach(self.connection);
    }
}
