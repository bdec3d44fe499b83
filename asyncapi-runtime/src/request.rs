//! Request–reply: tells replies from other messages, and each from each. A client's lines and a service's sessions alike.
//!
//! Invariant: a reply goes to the request whose id it carries, at the place and the address where that request expects
//! it, or to nobody.

use std::collections::{HashMap, VecDeque};
use std::future::Future;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::{Instant, timeout_at};

use crate::address::is_template;
use crate::control::lock;
use crate::correlation::{new_id, read_given, read_location, write_location};
use crate::hooks::Hooks;
use crate::{
    ChannelInfo, Delivery, IdKind, Link, Location, MessageInfo, OperationInfo, RawMessage, ReplyInfo, RequestError,
    RequestErrorKind, SendError, SendErrorKind, SendMode, SharedStr, fill_address, match_address,
};

/// How many ids of finished requests are remembered, to know late and doubled replies.
const REMEMBERED: usize = 1024;

/// Whether a message may be a reply of an operation.
pub(crate) type Claims = fn(&RawMessage) -> bool;

/// A request to be sent.
pub(crate) struct Asked {
    pub(crate) operation: &'static OperationInfo,
    pub(crate) info: &'static MessageInfo,
    pub(crate) message: RawMessage,
    pub(crate) deadline: Duration,
    pub(crate) claims: Claims,
}

/// The requests of a connection that wait for their reply.
#[derive(Default)]
pub(crate) struct Requests {
    waiting: Mutex<Waiting>,
    /// Whether there ever was a request: connections without any pay one load for each message.
    used: AtomicBool,
    late: AtomicU64,
    /// Where replies go for which the document has no address.
    inbox: OnceLock<SharedStr>,
}

#[derive(Default)]
struct Waiting {
    replies: HashMap<String, (Arc<Mark>, oneshot::Sender<RawMessage>)>,
    finished: Finished,
    places: Vec<Place>,
    /// Counts the connections that were lost.
    lost: u64,
}

/// Where a message carries an id.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    At(Location),
    /// Where the protocol has it.
    Protocol,
}

impl Place {
    fn read(self, message: &RawMessage) -> Option<String> {
        match self {
            Self::At(location) => read_location(location, message),
            Self::Protocol => message.correlation_id().map(|id| id.as_str().to_owned()),
        }
    }
}

/// How a request's reply is known.
struct Mark {
    places: Vec<Place>,
    /// `None` on a connection of one address.
    address: Option<SharedStr>,
    claims: Claims,
    /// Whether the reply's messages also come by themselves: then one that nobody waits for is handed on.
    pushed: bool,
}

impl Mark {
    fn fits(&self, place: Place, source: Option<&SharedStr>, message: &RawMessage) -> bool {
        let elsewhere = matches!((&self.address, source), (Some(own), Some(source)) if own != source);
        !elsewhere && self.places.contains(&place) && (self.claims)(message)
    }
}

impl Requests {
    /// How many replies came late or twice.
    pub(crate) fn late(&self) -> u64 {
        self.late.load(Ordering::Relaxed)
    }

    /// Whether some request waits for its reply.
    pub(crate) fn are_waiting(&self) -> bool {
        self.used.load(Ordering::Acquire) && !lock(&self.waiting).replies.is_empty()
    }

    /// Takes out the replies of a batch and hands each to its request. `source` is the address that the batch came from,
    /// where a connection has several.
    pub(crate) fn take_replies(&self, batch: &mut VecDeque<Delivery>, source: Option<&SharedStr>) {
        if !self.used.load(Ordering::Acquire) || batch.is_empty() {
            return;
        }
        let mut waiting = lock(&self.waiting);
        batch.retain_mut(|delivery| !self.takes(&mut waiting, delivery, source));
    }

    /// Hands a reply to who waits for it, and says whether it was one.
    #[inline]
    pub(crate) fn take_reply(&self, delivery: &mut Delivery) -> bool {
        self.used.load(Ordering::Acquire) && self.takes(&mut lock(&self.waiting), delivery, None)
    }

    fn takes(&self, waiting: &mut Waiting, delivery: &mut Delivery, source: Option<&SharedStr>) -> bool {
        let Waiting { replies, finished, places, .. } = waiting;
        for place in places.iter().copied() {
            let Some(id) = place.read(&delivery.message) else { continue };
            if replies.get(&id).is_some_and(|(mark, _)| mark.fits(place, source, &delivery.message)) {
                let Some((mark, reply)) = replies.remove(&id) else { continue };
                finished.remember(id, mark);
                // The request may have been given up this very moment.
                if reply.send(delivery.message.clone()).is_err() {
                    self.late.fetch_add(1, Ordering::Relaxed);
                }
            } else if let Some(mark) =
                finished.known.get(&id).filter(|mark| mark.fits(place, source, &delivery.message))
            {
                tracing::debug!(id, "a reply came late or twice");
                self.late.fetch_add(1, Ordering::Relaxed);
                if mark.pushed {
                    return false;
                }
            } else {
                continue;
            }
            if let Some(settle) = delivery.settle.take() {
                settle.acknowledge();
            }
            return true;
        }
        false
    }

    /// The connection is gone, and with it the replies.
    pub(crate) fn fail_all(&self) {
        let mut waiting = lock(&self.waiting);
        waiting.lost += 1;
        let Waiting { replies, finished, .. } = &mut *waiting;
        replies.drain().for_each(|(id, (mark, _))| finished.remember(id, mark));
    }

    fn lost(&self) -> u64 {
        lock(&self.waiting).lost
    }

    /// A place among those that wait, on the connection after `lost` others.
    fn expect(&self, id: String, mark: Mark, lost: u64) -> Result<Expected<'_>, RequestError> {
        let (sender, receiver) = oneshot::channel();
        let mut waiting = lock(&self.waiting);
        if waiting.lost != lost {
            return Err(RequestErrorKind::Closed.into());
        }
        if waiting.replies.contains_key(&id) {
            let text = format!("another request with the id `{id}` is waiting");
            return Err(RequestError::new(RequestErrorKind::Correlation, text));
        }
        // An id may be used again once its request is over.
        waiting.finished.known.remove(&id);
        for place in &mark.places {
            if !waiting.places.contains(place) {
                waiting.places.push(*place);
            }
        }
        let mark = Arc::new(mark);
        waiting.replies.insert(id.clone(), (mark.clone(), sender));
        self.used.store(true, Ordering::Release);
        Ok(Expected { requests: self, id, mark, receiver })
    }

    /// Sends a request over the link that `up` gives and waits for its reply; `listen` sees to it that what is sent to an
    /// address comes in.
    pub(crate) async fn request<L: Future<Output = Result<(), RequestError>>>(
        &self,
        asked: Asked,
        hooks: &Arc<Hooks>,
        up: impl Future<Output = Result<Arc<dyn Link>, SendError>>,
        listen: impl FnOnce(&'static ChannelInfo, SharedStr) -> L,
    ) -> Result<RawMessage, RequestError> {
        let Asked { operation, info, mut message, deadline, claims } = asked;
        let Some(reply) = operation.reply else {
            let text = format!("operation `{}` has no reply", operation.name);
            return Err(RequestError::new(RequestErrorKind::Reply, text));
        };
        let until = Instant::now() + deadline;
        let late = || RequestError::new(RequestErrorKind::DeadlineExceeded, format!("within {deadline:?}"));
        let link = timeout_at(until, up).await.map_err(|_| late())??;
        let lost = self.lost();
        let id = correlate(info, &*link, &mut message)?;
        // A connection of one address that knows replies by itself, as HTTP does, need not read the messages.
        let capabilities = link.capabilities();
        let own_means = capabilities.per_address && capabilities.correlation;
        if own_means {
            message.set_correlation_id(id.clone());
        }
        let address = self.reply_address(operation, reply, &*link, &mut message)?;
        if let Some(address) = &address {
            let listening = listen(reply.channel.unwrap_or(operation.channel), address.clone());
            timeout_at(until, listening).await.map_err(|_| late())??;
        }
        let mark = Mark {
            places: if own_means { vec![Place::Protocol] } else { places(info, reply) },
            address,
            claims,
            pushed: reply.pushed,
        };
        let mut expected = self.expect(id, mark, lost)?;
        let sending = hooks.send(&link, Some(operation.channel), message, SendMode::Flush);
        timeout_at(until, sending).await.map_err(|_| late())??;
        match timeout_at(until, &mut expected.receiver).await {
            Ok(Ok(reply)) => Ok(reply),
            Ok(Err(_)) => Err(RequestErrorKind::Closed.into()),
            Err(_) => Err(late()),
        }
    }

    /// The address to which the reply will come, which the request is made to say where it has to. `None` where a
    /// connection has but one.
    fn reply_address(
        &self,
        operation: &'static OperationInfo,
        reply: &'static ReplyInfo,
        link: &dyn Link,
        message: &mut RawMessage,
    ) -> Result<Option<SharedStr>, RequestError> {
        if link.capabilities().per_address {
            return Ok(None);
        }
        if let Some(given) = reply.address.and_then(|location| read_given(location, message)) {
            return Ok(Some(given.into()));
        }
        let fixed = match reply.channel {
            // Where the request tells an address, it is not the one that it goes to itself.
            None => (reply.address.is_none() && !message.address.is_empty()).then(|| message.address.clone()),
            Some(channel) => fixed_address(operation.channel, channel, &message.address),
        };
        let own_means = link.capabilities().correlation;
        let address = match fixed {
            Some(address) => address,
            None if reply.address.is_some() || own_means => self.inbox(link)?,
            None => {
                return Err(unsupported("the reply channel has no address, and the protocol has no means to tell one"));
            }
        };
        match reply.address {
            Some(location) if !write_location(location, IdKind::Text, &address, message) => {
                return Err(unsupported("the request has no place for the address of its reply"));
            }
            Some(_) => {}
            None if own_means => message.set_reply_to(address.clone()),
            None => {}
        }
        Ok(Some(address))
    }

    fn inbox(&self, link: &dyn Link) -> Result<SharedStr, RequestError> {
        if let Some(inbox) = self.inbox.get() {
            return Ok(inbox.clone());
        }
        let own = link.reply_address();
        let own =
            own.ok_or_else(|| unsupported("the transport has no address for replies: the request must give one"))?;
        Ok(self.inbox.get_or_init(|| own).clone())
    }
}

fn unsupported(text: &'static str) -> RequestError {
    SendError::new(SendErrorKind::Unsupported, text).into()
}

/// The address of a reply's channel; parameters are those of the request's address that have the same names.
pub(crate) fn fixed_address(
    requests: &'static ChannelInfo,
    replies: &'static ChannelInfo,
    request: &str,
) -> Option<SharedStr> {
    let template = replies.address?;
    if !is_template(template) {
        return Some(template.into());
    }
    let found = match_address(requests, request)?;
    let values: Vec<_> = found.iter().map(|(name, value)| (name, Some(value))).collect();
    let address = fill_address(replies, &values).ok()?;
    (!is_template(&address)).then_some(address)
}

/// Where the reply carries the id: each of its messages where the document says so, else where the request does, else
/// where the protocol has it.
fn places(info: &MessageInfo, reply: &ReplyInfo) -> Vec<Place> {
    let own = info.correlation.map_or(Place::Protocol, |own| Place::At(own.location));
    let told = reply.messages.iter().map(|it| it.correlation.map_or(own, |told| Place::At(told.location)));
    let mut places: Vec<Place> = Vec::new();
    for place in told.chain(reply.messages.is_empty().then_some(own)) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// The request's correlation id, made up if it is not given.
fn correlate(info: &'static MessageInfo, link: &dyn Link, message: &mut RawMessage) -> Result<String, RequestError> {
    let fault = |text: String| RequestError::new(RequestErrorKind::Correlation, text);
    let Some(correlation) = info.correlation else {
        if let Some(given) = message.correlation_id() {
            return Ok(given.as_str().to_owned());
        }
        if !link.capabilities().correlation {
            let text = "the document gives message `{}` no correlation id, and the transport has none of its own";
            return Err(fault(text.replace("{}", info.name)));
        }
        let id = new_id(IdKind::Text).unwrap_or_default();
        message.set_correlation_id(id.clone());
        return Ok(id);
    };
    if let Some(given) = read_given(correlation.location, message) {
        return Ok(given);
    }
    let made = new_id(correlation.id).filter(|id| write_location(correlation.location, correlation.id, id, message));
    made.ok_or_else(|| {
        let (Location::Header(place) | Location::Payload(place)) = correlation.location;
        fault(format!("message `{}` has no correlation id at `{place}`, and what it is like only you know", info.name))
    })
}

/// The requests that are over, the latest of them, by their ids.
#[derive(Default)]
struct Finished {
    known: HashMap<String, Arc<Mark>>,
    order: VecDeque<String>,
}

impl Finished {
    fn remember(&mut self, id: String, mark: Arc<Mark>) {
        if self.order.len() == REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.known.remove(&oldest);
        }
        self.known.insert(id.clone(), mark);
        self.order.push_back(id);
    }
}

/// A request's place among those that wait: given up when dropped.
struct Expected<'a> {
    requests: &'a Requests,
    id: String,
    mark: Arc<Mark>,
    receiver: oneshot::Receiver<RawMessage>,
}

impl Drop for Expected<'_> {
    fn drop(&mut self) {
        let mut waiting = lock(&self.requests.waiting);
        // Once the reply is there, another request may have the id.
        if waiting.replies.get(&self.id).is_some_and(|(mark, _)| Arc::ptr_eq(mark, &self.mark)) {
            waiting.replies.remove(&self.id);
            waiting.finished.remember(std::mem::take(&mut self.id), self.mark.clone());
        }
    }
}

#[cfg(all(test, feature = "memory"))]
mod tests;
