//! One connection to one virtual host, which is made again when it is lost.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use lapin::{BasicProperties, Connection};
use tokio::sync::watch;

use super::options::Amqp;
use super::outbox::{Outbox, WINDOW};
use super::slot::Waits;
use super::source::AmqpSource;
use super::topology::{Feed, Needs, Target};
use crate::broker::Ending;
use crate::control::lock;
use crate::{
    CloseReason, ConnectRequest, RawMessage, SendError, SendErrorKind, SendMode, Sending, SharedStr, Source,
    SubscribeError, SubscribeErrorKind, SubscribeRequest,
};

/// How many exchanges and queues are remembered to be there.
const KNOWN: usize = 4096;

pub(super) struct Line {
    pub(super) amqp: Amqp,
    pub(super) request: ConnectRequest,
    /// The virtual host of a binding, if it is such a one that the line is for.
    pub(super) bound: Option<&'static str>,
    pub(super) up: watch::Sender<Option<Arc<Connection>>>,
    /// The driver has ended, and the connection with it.
    pub(super) over: watch::Sender<bool>,
    pub(super) outbox: Outbox,
    pub(super) ending: Ending,
    /// The broker takes nothing at present.
    pub(super) blocked: AtomicBool,
    /// What was declared or found for sends.
    known: Mutex<HashMap<String, Needs>>,
    /// One at a time, in order.
    declaring: tokio::sync::Mutex<()>,
    pub(super) max_message: usize,
    pub(super) close_timeout: Duration,
}

/// A message that can be sent.
pub(super) struct Outgoing {
    message: RawMessage,
    target: Target,
    properties: BasicProperties,
}

impl Line {
    pub(super) fn new(amqp: Amqp, request: ConnectRequest, bound: Option<&'static str>) -> Self {
        Self {
            max_message: request.settings.max_message,
            close_timeout: request.settings.close_timeout,
            amqp,
            request,
            bound,
            up: watch::Sender::new(None),
            over: watch::Sender::new(false),
            outbox: Outbox::new(),
            ending: Ending::default(),
            blocked: AtomicBool::new(false),
            known: Mutex::default(),
            declaring: tokio::sync::Mutex::default(),
        }
    }

    /// The connection, as soon as there is one; `None` if there will be none.
    pub(super) async fn connection(&self) -> Option<Arc<Connection>> {
        let (mut up, mut over) = (self.up.subscribe(), self.over.subscribe());
        let up = async { up.wait_for(Option::is_some).await.ok().and_then(|found| found.clone()) };
        tokio::select! {
            biased;
            _ = over.wait_for(|over| *over) => None,
            found = up => found,
        }
    }

    /// Checks a message, and decides how it goes out.
    fn prepare(&self, message: RawMessage) -> Result<Outgoing, SendError> {
        if self.ending.reason().is_some() {
            return Err(SendErrorKind::Closed.into());
        }
        if message.key.is_some() {
            return Err(SendError::new(SendErrorKind::Unsupported, "AMQP has no keys but the address"));
        }
        if message.payload.len() > self.max_message {
            return Err(SendErrorKind::TooLarge.into());
        }
        let target = Target::of(&self.amqp, &message);
        let target = target.map_err(|text| SendError::new(SendErrorKind::Unsupported, text))?;
        let properties = self.outbox.properties(&message)?;
        Ok(Outgoing { message, target, properties })
    }

    pub(super) fn send(self: &Arc<Self>, message: RawMessage, mode: SendMode) -> Sending {
        let outgoing = match self.prepare(message) {
            Ok(outgoing) => outgoing,
            Err(error) => return Sending::failed(error),
        };
        let mode = if outgoing.target.is_reply && mode == SendMode::Flush { SendMode::Feed } else { mode };
        if mode == SendMode::Now {
            if self.outbox.is_held() {
                return Sending::failed(SendErrorKind::NotConnected);
            }
            if self.blocked.load(Ordering::Acquire) {
                return Sending::failed(SendErrorKind::Full);
            }
        }
        let unknown =
            outgoing.target.needs.as_ref().is_some_and(|needs| !lock(&self.known).contains_key(&needs.name()));
        if !unknown {
            return self.dispatch(outgoing, mode);
        }
        let line = self.clone();
        let sending = async move {
            if let Some(needs) = &outgoing.target.needs {
                line.declare(needs).await?;
            }
            line.dispatch(outgoing, mode).await
        };
        match mode {
            SendMode::Now => {
                tokio::spawn(async move { told(sending.await) });
                Sending::OK
            }
            SendMode::Flush | SendMode::Feed => Sending::Waiting(Box::pin(sending)),
        }
    }

    /// Declares what a message needs, or looks for it.
    async fn declare(&self, needs: &Needs) -> Result<(), SendError> {
        // In the order of the sends.
        let _one_at_a_time = self.declaring.lock().await;
        if lock(&self.known).contains_key(&needs.name()) {
            return Ok(());
        }
        let Some(connection) = self.connection().await else { return Err(SendErrorKind::Closed.into()) };
        let declared = needs.declare_apart(&self.amqp, &connection).await;
        declared.map_err(|text| SendError::new(SendErrorKind::Transport, text))?;
        let mut known = lock(&self.known);
        if known.len() >= KNOWN {
            known.clear();
        }
        known.insert(needs.name(), needs.clone());
        Ok(())
    }

    /// On a new connection, what does not last may have to be declared again before messages go there.
    pub(super) async fn declare_again(&self, connection: &Connection) {
        let known: Vec<_> = lock(&self.known).drain().collect();
        for (name, needs) in known {
            match needs.declare_apart(&self.amqp, connection).await {
                Ok(()) => drop(lock(&self.known).insert(name, needs)),
                Err(reason) => tracing::warn!(reason, "what messages need is not there any more"),
            }
        }
    }

    fn dispatch(self: &Arc<Self>, outgoing: Outgoing, mode: SendMode) -> Sending {
        let Outgoing { message, target, properties } = outgoing;
        let (line, place) = (self.clone(), self.outbox.try_place());
        match (mode, place) {
            (SendMode::Feed, Some(place)) => {
                line.outbox.add(message, target, properties, Waits::Flush, Some(place));
                Sending::OK
            }
            (SendMode::Feed, None) => Sending::Waiting(Box::pin(async move {
                line.outbox.confirmed(WINDOW / 2).await;
                let place = line.outbox.place().await;
                line.outbox.add(message, target, properties, Waits::Flush, place);
                Ok(())
            })),
            (SendMode::Now, None) => Sending::failed(SendErrorKind::Full),
            (SendMode::Now, Some(place)) => {
                let sent = line.sent(message, target, properties, Some(place));
                tokio::spawn(async move { told(sent.await) });
                Sending::OK
            }
            (SendMode::Flush, Some(place)) => {
                Sending::Waiting(Box::pin(line.sent(message, target, properties, Some(place))))
            }
            (SendMode::Flush, None) => Sending::Waiting(Box::pin(async move {
                // What was fed and not flushed must not hold up this one for ever.
                let place = tokio::select! {
                    place = line.outbox.place() => place,
                    place = async { line.outbox.confirmed(WINDOW / 2).await; line.outbox.place().await } => place,
                };
                line.sent(message, target, properties, place).await
            })),
        }
    }

    fn sent(
        self: Arc<Self>,
        message: RawMessage,
        target: Target,
        properties: BasicProperties,
        place: Option<tokio::sync::OwnedSemaphorePermit>,
    ) -> Sent {
        let serial = self.outbox.add(message, target, properties, Waits::Sender, place);
        Sent { line: self, serial: Some(serial) }
    }

    /// Waits for the confirmations of what was fed.
    pub(super) async fn flush(&self) -> Result<(), SendError> {
        self.outbox.confirmed(0).await;
        self.outbox.fed_fault()
    }

    pub(super) async fn subscribe(
        self: Arc<Self>,
        request: SubscribeRequest,
    ) -> Result<Box<dyn Source>, SubscribeError> {
        if self.ending.reason().is_some() {
            return Err(SubscribeErrorKind::Closed.into());
        }
        let feed = Feed::of(&self.amqp, request.channel, request.operations, request.address);
        let feed = feed.map_err(|text| SubscribeError::new(SubscribeErrorKind::Unsupported, text))?;
        Ok(Box::new(AmqpSource::open(self, feed, request.read_ahead).await?))
    }

    /// Writes out what was taken, then says farewell to the broker.
    pub(super) async fn close(self: Arc<Self>, code: u16, reason: SharedStr) {
        let farewell = async {
            if let Err(error) = self.flush().await {
                tracing::warn!(%error, "not all that was sent is confirmed");
            }
            self.ending.end(CloseReason::local(code, reason));
            self.outbox.trouble.notify_one();
            let _ = self.over.subscribe().wait_for(|over| *over).await;
        };
        if tokio::time::timeout(self.close_timeout, farewell).await.is_err() {
            self.ending.end(CloseReason::local(code, ""));
            self.outbox.trouble.notify_one();
        }
    }
}

fn told(sent: Result<(), SendError>) {
    if let Err(error) = sent {
        tracing::warn!(%error, "a message was not confirmed");
    }
}

/// A message that its sender waits for.
struct Sent {
    line: Arc<Line>,
    serial: Option<u64>,
}

impl std::future::Future for Sent {
    type Output = Result<(), SendError>;

    fn poll(mut self: std::pin::Pin<&mut Self>, cx: &mut std::task::Context<'_>) -> std::task::Poll<Self::Output> {
        let Some(serial) = self.serial else { return std::task::Poll::Pending };
        let outcome = self.line.outbox.poll_outcome(serial, cx);
        if outcome.is_ready() {
            self.serial = None;
        }
        outcome
    }
}

impl Drop for Sent {
    fn drop(&mut self) {
        if let Some(serial) = self.serial {
            self.line.outbox.give_up(serial);
        }
    }
}
