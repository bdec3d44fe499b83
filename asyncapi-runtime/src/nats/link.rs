//! One connection: publishes, subscribes, closes.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use async_nats::jetstream;
use async_nats::message::OutboundMessage;
use async_nats::{Client, Subject};
use futures_sink::Sink;
use tokio::sync::{oneshot, watch};

use super::confirm::{Answer, Book, Refused};
use super::source::{CoreSource, JetSource};
use super::subject::{self, Pattern};
use super::{JetStream, Nats, message};
use crate::broker::Ending;
use crate::control::lock;
use crate::{
    BoxFuture, Capabilities, CloseReason, ConnectRequest, Link, RawMessage, SendError, SendErrorKind, SendMode,
    Sending, SharedStr, Source, SubscribeError, SubscribeErrorKind, SubscribeRequest,
};

/// How many complaints of the server are remembered.
const FAULTS: usize = 32;

pub(super) const fn capabilities(streams: bool) -> Capabilities {
    Capabilities {
        per_address: false,
        headers: true,
        redelivery: streams,
        reconnects: true,
        keys: false,
        correlation: true,
    }
}

/// What the server complained of: it answers no single subscription.
#[derive(Default)]
pub(super) struct Faults(Mutex<VecDeque<String>>);

impl Faults {
    pub(super) fn add(&self, text: String) {
        let mut faults = lock(&self.0);
        if faults.len() == FAULTS {
            faults.pop_front();
        }
        faults.push_back(text);
    }

    fn take(&self, subject: &str) -> Option<String> {
        let mut faults = lock(&self.0);
        let at = faults.iter().position(|text| text.contains(&format!("\"{subject}\"")))?;
        faults.remove(at)
    }
}

pub(super) struct Shared {
    pub(super) client: Client,
    pub(super) jetstream: jetstream::Context,
    pub(super) ending: Arc<Ending>,
    streams: Vec<Arc<JetStream>>,
    queue: Option<SharedStr>,
    /// The client's own queue, to put a message into without a future.
    outbox: Mutex<Client>,
    up: Arc<watch::Sender<bool>>,
    faults: Arc<Faults>,
    pub(super) book: Book,
    max_message: usize,
    close_timeout: Duration,
    connect_timeout: Duration,
    /// The connection is the program's own.
    borrowed: bool,
    /// Reply addresses begin with this; the rest of a reply's subject is its correlation id.
    inbox: String,
    serial: AtomicU64,
}

impl Shared {
    pub(super) fn new(
        client: Client,
        nats: &Nats,
        request: &ConnectRequest,
        ending: Arc<Ending>,
        up: Arc<watch::Sender<bool>>,
        faults: Arc<Faults>,
    ) -> Self {
        Self {
            jetstream: jetstream::new(client.clone()),
            book: Book::new(client.new_inbox()),
            outbox: Mutex::new(client.clone()),
            inbox: client.new_inbox(),
            client,
            ending,
            streams: nats.streams.clone(),
            queue: nats.queue.clone(),
            up,
            faults,
            max_message: request.settings.max_message,
            close_timeout: request.settings.close_timeout,
            connect_timeout: request.settings.connect_timeout,
            borrowed: nats.client.is_some(),
            serial: AtomicU64::new(0),
        }
    }

    /// Puts a message into the client's queue, if there is room; gives it back if not.
    #[inline]
    pub(super) fn post(&self, message: OutboundMessage) -> Result<(), Box<PostError>> {
        let mut client = lock(&self.outbox);
        let mut outbox = Pin::new(&mut *client);
        match outbox.as_mut().poll_ready(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Ok(())) => outbox.start_send(message).map_err(|error| Box::new(PostError::Failed(sent(error)))),
            Poll::Ready(Err(error)) => Err(Box::new(PostError::Failed(sent(error)))),
            Poll::Pending => Err(Box::new(PostError::Full(message))),
        }
    }

    /// Settles a message of JetStream. A word that is lost means that the message comes again.
    pub(super) fn settle(&self, reply: Subject, word: bytes::Bytes) {
        let message = OutboundMessage { subject: reply, reply: None, payload: word, headers: None };
        if let Err(error) = self.post(message)
            && let PostError::Full(message) = *error
        {
            let client = self.client.clone();
            tokio::spawn(async move { client.publish(message.subject, message.payload).await });
        }
    }

    pub(super) fn stream_of(&self, subject: &str) -> Option<&Arc<JetStream>> {
        self.streams.iter().find(|stream| stream.takes(subject))
    }

    pub(super) fn up_now(&self) -> bool {
        *self.up.borrow()
    }

    /// Waits until there is a connection, or never will be one.
    pub(super) async fn is_up(&self) {
        if self.up_now() {
            return;
        }
        let mut up = self.up.subscribe();
        tokio::select! {
            // The sender is here: it cannot be gone.
            _ = up.wait_for(|up| *up) => {}
            () = std::future::poll_fn(|cx| self.ending.poll(cx).map_or(Poll::Pending, |_| Poll::Ready(()))) => {}
        }
    }

    /// Checks a message, and makes what is published of it.
    #[inline]
    fn prepare(&self, message: &mut RawMessage) -> Result<OutboundMessage, SendError> {
        if self.ending.reason().is_some() {
            return Err(SendErrorKind::Closed.into());
        }
        if message.key.is_some() {
            return Err(SendError::new(SendErrorKind::Unsupported, "NATS has no keys"));
        }
        if message.payload.len() > self.max_message.min(self.client.max_payload()) {
            return Err(SendErrorKind::TooLarge.into());
        }
        let no_subject = |address: &SharedStr| {
            SendError::new(SendErrorKind::Unsupported, format!("`{address}` is not a subject to send to"))
        };
        let subject = subject::literal(&message.address).ok_or_else(|| no_subject(&message.address))?;
        let reply = match message.reply_to() {
            None => None,
            Some(reply) => {
                let own = message.correlation_id().filter(|_| reply.starts_with(&*self.inbox));
                let reply = own.map_or_else(|| reply.clone(), |id| format!("{reply}.{}", token(id)).into());
                Some(subject::literal(&reply).ok_or_else(|| no_subject(&reply))?)
            }
        };
        let headers = message::headers(message)?;
        Ok(OutboundMessage { subject, reply, payload: std::mem::take(&mut message.payload), headers })
    }

    fn publish_to_stream(self: &Arc<Self>, message: OutboundMessage, named: bool, mode: SendMode) -> Sending {
        let (answer, confirmed) = match mode {
            SendMode::Feed => (Answer::Fed, None),
            SendMode::Now => (Answer::Logged, None),
            SendMode::Flush => {
                let (sender, receiver) = oneshot::channel();
                (Answer::To(sender), Some(receiver))
            }
        };
        let full = match self.enter(message, named, answer) {
            Ok(()) => None,
            Err(refused) => match *refused {
                Refused::Failed(error) => return Sending::failed(error),
                Refused::Full(..) if mode == SendMode::Now && !self.up_now() => {
                    return Sending::failed(SendErrorKind::NotConnected);
                }
                Refused::Full(..) if mode == SendMode::Now => return Sending::failed(SendErrorKind::Full),
                Refused::Full(message, answer) => Some((self.clone(), message, answer)),
            },
        };
        if full.is_none() && confirmed.is_none() {
            return Sending::OK;
        }
        Sending::Waiting(Box::pin(async move {
            if let Some((shared, message, answer)) = full {
                shared.enter_in_time(message, named, answer).await?;
            }
            match confirmed {
                Some(confirmed) => confirmed.await.unwrap_or_else(|_| Err(SendErrorKind::NotConfirmed.into())),
                None => Ok(()),
            }
        }))
    }

    /// Waits until the server has heard all that was said before.
    async fn round_trip(&self) -> Result<(), SubscribeError> {
        let failed = |error: &dyn fmt::Display| SubscribeError::new(SubscribeErrorKind::Transport, error.to_string());
        let echo = async {
            let inbox = self.client.new_inbox();
            let mut echo = self.client.subscribe(inbox.clone()).await.map_err(|error| failed(&error))?;
            self.client.publish(inbox, bytes::Bytes::new()).await.map_err(|error| failed(&error))?;
            std::future::poll_fn(|cx| futures_core::Stream::poll_next(Pin::new(&mut echo), cx)).await;
            Ok(())
        };
        let slow = |_| Err(failed(&"the server does not answer"));
        tokio::time::timeout(self.connect_timeout, echo).await.unwrap_or_else(slow)
    }

    async fn subscribe(self: Arc<Self>, request: SubscribeRequest) -> Result<Box<dyn Source>, SubscribeError> {
        if self.ending.reason().is_some() {
            return Err(SubscribeErrorKind::Closed.into());
        }
        if request.address.starts_with(&*self.inbox) {
            let subject = format!("{}.*", request.address);
            let replies = self.client.subscribe(subject).await;
            let replies = replies.map_err(|error| SubscribeError::caused(SubscribeErrorKind::Transport, "", error))?;
            self.round_trip().await?;
            return Ok(Box::new(CoreSource::replies(self, replies, request.address)));
        }
        let pattern = Pattern::new(request.address.clone())?;
        let queue = request.operations.iter().find_map(|operation| operation.nats()?.queue.map(str::to_owned));
        let queue = queue.or_else(|| self.queue.as_ref().map(|queue| queue.as_str().to_owned()));
        if let Some(stream) = self.stream_of(&pattern.subject).cloned() {
            let source = JetSource::open(self, stream, pattern, queue, request.read_ahead).await?;
            return Ok(Box::new(source));
        }
        let subject = pattern.subject.clone();
        let subscribed = match queue {
            Some(queue) => self.client.queue_subscribe(subject.clone(), queue).await,
            None => self.client.subscribe(subject.clone()).await,
        };
        let messages = subscribed.map_err(|error| SubscribeError::caused(SubscribeErrorKind::Transport, "", error))?;
        self.round_trip().await?;
        match self.faults.take(&subject) {
            Some(fault) => Err(SubscribeError::new(SubscribeErrorKind::Transport, fault)),
            None => Ok(Box::new(CoreSource::new(self, messages, pattern))),
        }
    }
}

impl Drop for Shared {
    /// A link that nobody closed: the task that reads confirmations must not outlive it.
    fn drop(&mut self) {
        self.ending.end(CloseReason::local(crate::close_code::NORMAL, ""));
    }
}

pub(super) enum PostError {
    Full(OutboundMessage),
    Failed(SendError),
}

fn sent(error: async_nats::PublishError) -> SendError {
    let kind = match error.kind() {
        async_nats::client::PublishErrorKind::MaxPayloadExceeded => SendErrorKind::TooLarge,
        async_nats::client::PublishErrorKind::InvalidSubject => SendErrorKind::Unsupported,
        async_nats::client::PublishErrorKind::Send => SendErrorKind::Closed,
    };
    SendError::caused(kind, "", error)
}

/// A text as one token of a subject, so that it can be read back.
fn token(text: &str) -> String {
    let mut token = String::with_capacity(text.len());
    crate::encode_percent(text, &mut token);
    token.replace('.', "%2E")
}

#[derive(Clone)]
pub(super) struct NatsLink(pub(super) Arc<Shared>);

impl Link for NatsLink {
    fn capabilities(&self) -> Capabilities {
        capabilities(!self.0.streams.is_empty())
    }

    fn send(&self, mut message: RawMessage, mode: SendMode) -> Sending {
        let outbound = match self.0.prepare(&mut message) {
            Ok(outbound) => outbound,
            Err(error) => return Sending::failed(error),
        };
        if outbound.reply.is_none() && self.0.stream_of(&outbound.subject).is_some() {
            return self.0.publish_to_stream(outbound, message::message_id(&message).is_some(), mode);
        }
        let shared = self.0.clone();
        if mode == SendMode::Now && !*shared.up.borrow() {
            return Sending::failed(SendErrorKind::NotConnected);
        }
        let full = match shared.post(outbound) {
            Ok(()) if mode == SendMode::Flush => return self.flush(),
            Ok(()) => return Sending::OK,
            Err(error) => match *error {
                PostError::Failed(error) => return Sending::failed(error),
                PostError::Full(_) if mode == SendMode::Now => return Sending::failed(SendErrorKind::Full),
                PostError::Full(outbound) => outbound,
            },
        };
        Sending::Waiting(Box::pin(async move {
            let OutboundMessage { subject, reply, payload, headers } = full;
            let headers = headers.unwrap_or_default();
            let client = &shared.client;
            let published = match reply {
                Some(reply) => client.publish_with_reply_and_headers(subject, reply, headers, payload).await,
                None => client.publish_with_headers(subject, headers, payload).await,
            };
            published.map_err(sent)?;
            match mode {
                SendMode::Flush => flush(&shared).await,
                SendMode::Feed | SendMode::Now => Ok(()),
            }
        }))
    }

    fn flush(&self) -> Sending {
        let shared = self.0.clone();
        Sending::Waiting(Box::pin(async move { flush(&shared).await }))
    }

    fn reply_address(&self) -> Option<SharedStr> {
        let serial = self.0.serial.fetch_add(1, Ordering::Relaxed);
        Some(format!("{}.{serial}", self.0.inbox).into())
    }

    fn subscribe(&self, request: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        Box::pin(self.0.clone().subscribe(request))
    }

    fn close(&self, code: u16, reason: SharedStr) -> BoxFuture<'static, ()> {
        let shared = self.0.clone();
        Box::pin(async move {
            let farewell = async {
                if let Err(error) = flush(&shared).await {
                    tracing::warn!(%error, "not all that was sent is confirmed");
                }
                shared.ending.end(CloseReason::local(code, reason));
                if !shared.borrowed {
                    // What is settled while the sources end is still written.
                    let _ = shared.client.drain().await;
                }
            };
            if tokio::time::timeout(shared.close_timeout, farewell).await.is_err() {
                shared.ending.end(CloseReason::local(code, ""));
            }
        })
    }
}

async fn flush(shared: &Shared) -> Result<(), SendError> {
    shared.is_up().await;
    shared.all_confirmed().await?;
    shared.client.flush().await.map_err(|error| SendError::caused(SendErrorKind::NotConfirmed, "", error))
}

impl fmt::Debug for NatsLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NatsLink").field("streams", &self.0.streams).finish_non_exhaustive()
    }
}
