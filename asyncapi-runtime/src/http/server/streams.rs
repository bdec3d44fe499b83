//! The streams of events of a service, by the ids that peers come back with.
//!
//! Invariant: an id that is not known says nothing about whether there ever was such a stream.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use tokio::time::{Duration, Instant};

use super::stream::Stream;
use crate::control::lock;
use crate::http::sse::write;
use crate::{MessageInfo, RawMessage, SendError, SharedStr};

/// How many streams that were closed for good are remembered, and how long.
const MOST_CLOSED: usize = 4096;
const REMEMBERED: Duration = Duration::from_secs(10 * 60);

/// The streams that are open, and those that were closed for good lately.
#[derive(Default)]
pub(super) struct Streams {
    state: Mutex<State>,
    /// The event that was written last.
    last: Mutex<Option<Written>>,
}

#[derive(Default)]
struct State {
    open: HashMap<SharedStr, Arc<Stream>>,
    closed: VecDeque<(Instant, SharedStr)>,
}

/// A message, and the event that it became.
struct Written {
    payload: Bytes,
    info: Option<&'static MessageInfo>,
    event: Bytes,
}

/// What is known of a stream that a peer comes back to.
pub(super) enum Known {
    /// It is open; this is the number of the event that the peer has seen last.
    Open(Arc<Stream>, u64),
    /// The service has closed it for good.
    Closed,
    /// Nothing.
    No,
}

impl Streams {
    pub(super) fn enter(&self, stream: &Arc<Stream>) {
        lock(&self.state).open.insert(stream.id().clone(), stream.clone());
    }

    pub(super) fn leave(&self, stream: &Stream, for_good: bool) {
        let mut state = lock(&self.state);
        state.open.remove(stream.id());
        if for_good {
            if state.closed.len() >= MOST_CLOSED {
                state.closed.pop_front();
            }
            state.closed.push_back((Instant::now(), stream.id().clone()));
        }
    }

    /// The stream of an event's id, if it is at this address.
    pub(super) fn find(&self, event_id: &str, address: &SharedStr) -> Known {
        let Some((id, number)) = event_id.rsplit_once('.') else { return Known::No };
        let Ok(number) = number.parse() else { return Known::No };
        let mut state = lock(&self.state);
        if let Some(stream) = state.open.get(id).filter(|stream| stream.address() == address) {
            return Known::Open(stream.clone(), number);
        }
        while state.closed.front().is_some_and(|(since, _)| since.elapsed() > REMEMBERED) {
            state.closed.pop_front();
        }
        if state.closed.iter().any(|(_, closed)| closed.as_str() == id) { Known::Closed } else { Known::No }
    }

    /// The event of a message. The messages of a broadcast share their payload, and get one event.
    pub(super) fn event(&self, message: &RawMessage) -> Result<Bytes, SendError> {
        let mut last = lock(&self.last);
        // As long as it is held here, nothing else can be where the payload is.
        if let Some(known) = &*last
            && std::ptr::eq(&known.payload[..], &message.payload[..])
            && known.info.map(std::ptr::from_ref) == message.info.map(std::ptr::from_ref)
        {
            return Ok(known.event.clone());
        }
        let event = write::event(message)?;
        *last = Some(Written { payload: message.payload.clone(), info: message.info, event: event.clone() });
        Ok(event)
    }
}
