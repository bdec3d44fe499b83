//! Request–reply: tells replies from other messages, and each from each.
//!
//! Invariant: a reply goes to the request whose id it carries, or to nobody.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};

use super::line::{Line, LineShared};
use crate::channel_link::send_checked;
use crate::control::lock;
use crate::correlation::read_location;
use crate::reconnect::random;
use crate::{
    Delivery, Location, MessageInfo, OperationInfo, RawMessage, ReplyInfo, RequestError, RequestErrorKind, SendError,
    SendErrorKind, SendMode, SharedStr,
};

/// How many ids of finished requests are remembered, to know late and doubled replies.
const REMEMBERED: usize = 1024;

/// The requests of a line that wait for their reply.
#[derive(Default)]
pub(super) struct Requests {
    waiting: Mutex<Waiting>,
    /// Whether there ever was a request: lines without any pay one load for each message.
    used: AtomicUsize,
    late: AtomicU64,
}

#[derive(Default)]
struct Waiting {
    replies: HashMap<String, oneshot::Sender<RawMessage>>,
    finished: Finished,
    locations: Vec<Location>,
}

impl Requests {
    pub(super) fn late(&self) -> u64 {
        self.late.load(Ordering::Relaxed)
    }

    /// Takes out the replies of a batch and hands each to its request.
    pub(super) fn take_replies(&self, batch: &mut VecDeque<Delivery>) {
        if self.used.load(Ordering::Acquire) == 0 || batch.is_empty() {
            return;
        }
        let mut waiting = lock(&self.waiting);
        let mut kept = VecDeque::with_capacity(batch.len());
        for delivery in batch.drain(..) {
            kept.extend(self.take_reply(&mut waiting, delivery));
        }
        *batch = kept;
    }

    fn take_reply(&self, waiting: &mut Waiting, delivery: Delivery) -> Option<Delivery> {
        let Waiting { replies, finished, locations } = waiting;
        let ids = locations.iter().filter_map(|location| read_location(*location, &delivery.message));
        for id in ids {
            if let Some(reply) = replies.remove(&id) {
                finished.remember(id);
                // The request may have been given up this very moment.
                if reply.send(delivery.message.clone()).is_err() {
                    self.late.fetch_add(1, Ordering::Relaxed);
                }
                delivery.acknowledge();
                return None;
            }
            if finished.known.contains(&id) {
                tracing::debug!(id, "a reply came late or twice");
                self.late.fetch_add(1, Ordering::Relaxed);
                delivery.acknowledge();
                return None;
            }
        }
        Some(delivery)
    }

    /// The connection is gone, and with it the replies.
    pub(super) fn fail_all(&self) {
        let mut waiting = lock(&self.waiting);
        let ids: Vec<_> = waiting.replies.drain().map(|(id, _)| id).collect();
        ids.into_iter().for_each(|id| waiting.finished.remember(id));
    }

    fn expect(&self, id: String, reply: &ReplyInfo, own: Option<Location>) -> Result<Expected<'_>, RequestError> {
        let (sender, receiver) = oneshot::channel();
        let mut waiting = lock(&self.waiting);
        if waiting.replies.contains_key(&id) {
            let text = format!("another request with the id `{id}` is waiting");
            return Err(RequestError::new(RequestErrorKind::Correlation, text));
        }
        // An id may be used again once its request is over.
        waiting.finished.known.remove(&id);
        for location in reply.messages.iter().filter_map(|message| message.correlation).chain(own) {
            if !waiting.locations.contains(&location) {
                waiting.locations.push(location);
            }
        }
        waiting.replies.insert(id.clone(), sender);
        self.used.store(1, Ordering::Release);
        Ok(Expected { requests: self, id, receiver })
    }
}

/// The ids of requests that are over, the latest of them.
#[derive(Default)]
struct Finished {
    known: HashSet<String>,
    order: VecDeque<String>,
}

impl Finished {
    fn remember(&mut self, id: String) {
        if self.order.len() == REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.known.remove(&oldest);
        }
        self.known.insert(id.clone());
        self.order.push_back(id);
    }
}

/// A request's place among those that wait: given up when dropped.
struct Expected<'a> {
    requests: &'a Requests,
    id: String,
    receiver: oneshot::Receiver<RawMessage>,
}

impl Drop for Expected<'_> {
    fn drop(&mut self) {
        let mut waiting = lock(&self.requests.waiting);
        if let Some((id, _)) = waiting.replies.remove_entry(&self.id) {
            waiting.finished.remember(id);
        }
    }
}

impl Line {
    /// Sends a request and waits for its reply.
    pub(crate) async fn request(
        self: &Arc<Self>,
        operation: &'static OperationInfo,
        info: &'static MessageInfo,
        mut message: RawMessage,
        deadline: Duration,
    ) -> Result<RawMessage, RequestError> {
        let Some(reply) = operation.reply else {
            let text = format!("operation `{}` has no reply", operation.name);
            return Err(RequestError::new(RequestErrorKind::Reply, text));
        };
        let until = Instant::now() + deadline;
        let late = || RequestError::new(RequestErrorKind::DeadlineExceeded, format!("within {deadline:?}"));
        let shared = &self.shared;
        let id = correlate(info, &mut message)?;
        let link = timeout_at(until, shared.up()).await.map_err(|_| late())?.map_err(SendError::from)?;
        let listening = timeout_at(until, shared.listen_for_replies(operation, reply, &mut message));
        listening.await.map_err(|_| late())??;
        let mut expected = shared.requests.expect(id, reply, info.correlation)?;
        let sending = send_checked(&*link, message, SendMode::Flush);
        timeout_at(until, sending).await.map_err(|_| late())??;
        match timeout_at(until, &mut expected.receiver).await {
            Ok(Ok(reply)) => Ok(reply),
            Ok(Err(_)) => Err(RequestErrorKind::Closed.into()),
            Err(_) => Err(late()),
        }
    }
}

impl LineShared {
    /// Sees to it that replies come in; on a broker they have an address of their own.
    async fn listen_for_replies(
        &self,
        operation: &'static OperationInfo,
        reply: &'static ReplyInfo,
        message: &mut RawMessage,
    ) -> Result<(), RequestError> {
        let unsupported = |text: &str| SendError::new(SendErrorKind::Unsupported, text.to_owned());
        let channel = reply.channel.unwrap_or(operation.channel);
        let address = match reply.address {
            Some(Location::Header(name)) => Some(self.reply_to(name, message)),
            Some(location @ Location::Payload(_)) => {
                let address = read_location(location, message);
                Some(address.ok_or_else(|| unsupported("the request's payload has no reply address"))?.into())
            }
            None => channel.address.map(SharedStr::from),
        };
        if self.per_address() {
            return Ok(());
        }
        let address = address.ok_or_else(|| unsupported("the reply channel has no address"))?;
        let inbox = self.inbox(channel, &address);
        inbox.expect_replies();
        self.subscribed(inbox).await.map_err(|error| RequestError::caused(RequestErrorKind::Send, "", error))
    }

    /// The address to which this request asks its reply to be sent, made up if the caller gave none.
    fn reply_to(&self, header: &'static str, message: &mut RawMessage) -> SharedStr {
        let header = header.trim_start_matches('/');
        if let Some(given) = message.headers.text(header) {
            return given.to_owned().into();
        }
        let address: SharedStr = self.reply_address.get_or_init(|| format!("reply/{:016x}", random()).into()).clone();
        message.headers.set(header, address.clone());
        address
    }
}

/// The request's correlation id, made up if it belongs into a header that is not set.
fn correlate(info: &'static MessageInfo, message: &mut RawMessage) -> Result<String, RequestError> {
    let fault = |text: String| RequestError::new(RequestErrorKind::Correlation, text);
    let Some(location) = info.correlation else {
        return Err(fault(format!("the document gives message `{}` no correlation id", info.name)));
    };
    match (read_location(location, message), location) {
        (Some(id), _) => Ok(id),
        (None, Location::Header(name)) => {
            let id = new_id();
            message.headers.set(name.trim_start_matches('/'), id.clone());
            Ok(id)
        }
        (None, Location::Payload(pointer)) => {
            Err(fault(format!("the payload of message `{}` has no correlation id at `{pointer}`", info.name)))
        }
    }
}

/// An id that no other request of this program has, and hardly one of another.
fn new_id() -> String {
    static PROGRAM: std::sync::OnceLock<u64> = std::sync::OnceLock::new();
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("{:016x}-{:x}", PROGRAM.get_or_init(random), NEXT.fetch_add(1, Ordering::Relaxed))
}
