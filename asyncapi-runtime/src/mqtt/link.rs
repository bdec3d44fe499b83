//! One connection: publishes, subscribes, closes.

use std::collections::VecDeque;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::watch;

use super::address::{Pattern, is_topic};
use super::bindings::{Manner, subscribed};
use super::inbox::{Inbox, InboxSource, Item};
use super::ledger::{Ledger, Ticket, Token};
use super::{Qos, Version, v4, v5};
use crate::broker::Ending;
use crate::control::lock;
use crate::{
    BoxFuture, Capabilities, CloseReason, Link, RawMessage, SendError, SendErrorKind, SendMode, Sending, SharedStr,
    Source, SubscribeError, SubscribeErrorKind, SubscribeRequest,
};

/// How many messages may be on their way without being confirmed before a send waits.
const WINDOW: usize = 1024;

pub(super) const fn capabilities(version: Version) -> Capabilities {
    let five = matches!(version, Version::V5);
    Capabilities {
        per_address: false,
        headers: five,
        redelivery: true,
        reconnects: true,
        keys: false,
        correlation: five,
    }
}

/// The client of either version.
#[derive(Debug, Clone)]
pub(super) enum Client {
    V4(rumqttc_v4::AsyncClient),
    V5(rumqttc_v5::AsyncClient),
}

/// A message on its way.
#[derive(Debug, Clone)]
pub(super) struct Outgoing {
    pub(super) message: RawMessage,
    pub(super) qos: Qos,
    pub(super) manner: Manner,
}

/// What became of a message.
pub(super) enum Unconfirmed {
    /// The connection was lost, and the session with it.
    Lost,
    /// The broker does not want it, or it cannot be sent.
    Refused(String),
}

/// A confirmation to come.
enum Confirmation {
    V4(rumqttc_v4::PublishNotice),
    V5(rumqttc_v5::PublishNotice),
}

impl Confirmation {
    async fn wait(self) -> Result<(), Unconfirmed> {
        match self {
            Self::V4(notice) => v4::confirmed(notice).await,
            Self::V5(notice) => v5::confirmed(notice).await,
        }
    }
}

/// A message that the client library has.
struct Published {
    /// What is sent again if it is lost.
    again: Option<Outgoing>,
    confirmation: Confirmation,
}

impl Client {
    fn publish(&self, outgoing: Outgoing) -> Result<Published, SendError> {
        let again = (outgoing.qos == Qos::AtLeastOnce).then(|| outgoing.clone());
        let confirmation = match self {
            Self::V4(client) => Confirmation::V4(v4::publish(client, outgoing)?),
            Self::V5(client) => Confirmation::V5(v5::publish(client, outgoing)?),
        };
        Ok(Published { again, confirmation })
    }

    pub(super) async fn subscribe(&self, filter: &str, qos: Qos) -> Result<(), String> {
        match self {
            Self::V4(client) => v4::subscribe(client, filter, qos).await,
            Self::V5(client) => v5::subscribe(client, filter, qos).await,
        }
    }

    fn unsubscribe(&self, filter: &str) {
        match self {
            Self::V4(client) => drop(client.try_unsubscribe(filter)),
            Self::V5(client) => drop(client.try_unsubscribe(filter)),
        }
    }

    /// Waits until the broker has heard all that was said before.
    async fn round_trip(&self) {
        match self {
            Self::V4(client) => {
                if let Ok(notice) = client.unsubscribe_tracked(NOWHERE).await {
                    let _ = notice.wait_async().await;
                }
            }
            Self::V5(client) => {
                if let Ok(notice) = client.unsubscribe_tracked(NOWHERE).await {
                    let _ = notice.wait_async().await;
                }
            }
        }
    }

    /// What cannot be acknowledged any more comes again.
    pub(super) fn acknowledge(&self, token: Token) {
        match (self, token) {
            (Self::V4(client), Token::V4(token)) => drop(client.try_manual_ack(token)),
            (Self::V5(client), Token::V5(token)) => drop(client.try_manual_ack(token)),
            _ => {}
        }
    }

    fn disconnect(&self) {
        match self {
            Self::V4(client) => drop(client.try_disconnect()),
            Self::V5(client) => drop(client.try_disconnect()),
        }
    }
}

pub(super) struct Shared {
    pub(super) client: Client,
    pub(super) ending: Ending,
    pub(super) ledger: Arc<Ledger>,
    pub(super) inboxes: Mutex<Vec<(Arc<Inbox>, Qos)>>,
    pub(super) up: watch::Sender<bool>,
    /// The driver has ended, and the connection with it.
    pub(super) over: watch::Sender<bool>,
    pub(super) version: Version,
    pub(super) qos: Qos,
    pub(super) share: Option<SharedStr>,
    pub(super) max_message: usize,
    pub(super) close_timeout: Duration,
    fed: Mutex<VecDeque<Fed>>,
    strays: Mutex<VecDeque<Stray>>,
    on_their_way: Arc<AtomicUsize>,
}

/// A message that came before its subscription did: a session that lasts brings what an earlier program subscribed to.
struct Stray {
    topic: String,
    item: Item,
}

struct Fed {
    published: Published,
    _place: Place,
}

/// A place among the messages on their way.
struct Place(Arc<AtomicUsize>);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Shared {
    pub(super) fn new(client: Client, version: Version, mqtt: &super::Mqtt, settings: &crate::Settings) -> Self {
        Self {
            ledger: Arc::new(Ledger::new(client.clone())),
            client,
            ending: Ending::default(),
            inboxes: Mutex::default(),
            up: watch::Sender::new(false),
            over: watch::Sender::new(false),
            version,
            qos: mqtt.qos,
            share: mqtt.share.clone(),
            max_message: settings.max_message,
            close_timeout: settings.close_timeout,
            fed: Mutex::default(),
            strays: Mutex::default(),
            on_their_way: Arc::default(),
        }
    }

    fn place(&self) -> Place {
        self.on_their_way.fetch_add(1, Ordering::AcqRel);
        Place(self.on_their_way.clone())
    }

    /// Checks a message, and decides how it goes out.
    fn prepare(&self, mut message: RawMessage) -> Result<Outgoing, SendError> {
        if self.ending.reason().is_some() {
            return Err(SendErrorKind::Closed.into());
        }
        let unsupported = |text: String| Err(SendError::new(SendErrorKind::Unsupported, text));
        if message.key.is_some() {
            return unsupported("MQTT has no keys".to_owned());
        }
        if !message.headers.is_empty() && self.version == Version::V3 {
            return unsupported("MQTT 3.1.1 has no message headers".to_owned());
        }
        if message.payload.len() > self.max_message {
            return Err(SendErrorKind::TooLarge.into());
        }
        if !is_topic(&message.address) {
            return unsupported(format!("`{}` is not a topic to send to", message.address));
        }
        let manner = Manner::of(&message);
        if let (None, Some(topic)) = (message.reply_to(), &manner.response_topic) {
            message.set_reply_to(topic.clone());
        }
        Ok(Outgoing { qos: manner.qos.unwrap_or(self.qos), message, manner })
    }

    /// Waits for a confirmation. What was lost with a session is sent again, where it may arrive twice.
    async fn confirmed(&self, mut published: Published) -> Result<(), SendError> {
        loop {
            match (published.confirmation.wait().await, published.again) {
                (Ok(()), _) => return Ok(()),
                (Err(Unconfirmed::Refused(text)), _) => return Err(SendError::new(SendErrorKind::Transport, text)),
                (Err(Unconfirmed::Lost), Some(outgoing)) if self.ending.reason().is_none() => {
                    self.is_up().await;
                    published = self.client.publish(outgoing)?;
                }
                (Err(Unconfirmed::Lost), _) => return Err(SendErrorKind::NotConfirmed.into()),
            }
        }
    }

    async fn is_up(&self) {
        // The sender is here: it cannot be gone.
        let _ = self.up.subscribe().wait_for(|up| *up).await;
    }

    /// Waits for the confirmations of what was fed, until so many are left.
    async fn confirm(&self, left: usize) -> Result<(), SendError> {
        let mut first = Ok(());
        loop {
            let oldest = {
                let mut fed = lock(&self.fed);
                if fed.len() <= left { None } else { fed.pop_front() }
            };
            let Some(Fed { published, _place }) = oldest else { return first };
            let confirmed = self.confirmed(published).await;
            first = first.and(confirmed);
        }
    }

    fn feed(&self, outgoing: Outgoing) -> Result<(), SendError> {
        let published = self.client.publish(outgoing)?;
        lock(&self.fed).push_back(Fed { published, _place: self.place() });
        Ok(())
    }

    async fn subscribe(self: Arc<Self>, request: SubscribeRequest) -> Result<Box<dyn Source>, SubscribeError> {
        if self.ending.reason().is_some() {
            return Err(SubscribeErrorKind::Closed.into());
        }
        let pattern = Pattern::new(request.address)?;
        let qos = subscribed(request.operations).unwrap_or(self.qos);
        // Replies are for this connection alone.
        let share = self.share.as_ref().filter(|_| !pattern.filter.starts_with(REPLIES));
        let filter = share.map_or_else(|| pattern.filter.clone(), |group| format!("$share/{group}/{}", pattern.filter));
        let inbox = Arc::new(Inbox::new(pattern, filter));
        self.open(&inbox, qos);
        // From here on, a drop gives the subscription back.
        let source = InboxSource { shared: self.clone(), inbox: inbox.clone(), due: None };
        match self.client.subscribe(&inbox.filter, qos).await {
            Ok(()) => Ok(Box::new(source)),
            Err(text) => Err(SubscribeError::new(SubscribeErrorKind::Transport, text)),
        }
    }

    /// From here on, the inbox takes what comes, beginning with what has come before it.
    fn open(&self, inbox: &Arc<Inbox>, qos: Qos) {
        let mut inboxes = lock(&self.inboxes);
        let mut strays = lock(&self.strays);
        for Stray { topic, item } in std::mem::take(&mut *strays) {
            match inbox.pattern.address_of(&topic) {
                Some(address) => {
                    // It is confirmed, so that there is room for it.
                    inbox.push(Item { message: RawMessage { address, ..item.message }, ..item }, None);
                }
                None => strays.push_back(Stray { topic, item }),
            }
        }
        inboxes.push((inbox.clone(), qos));
    }

    /// Keeps a message for a subscription that is still to come. If none does, it is nobody's, and must not hold up the
    /// acknowledgements of all others for ever.
    pub(super) fn stray(self: &Arc<Self>, topic: &str, item: Item) {
        let ticket = item.ticket.clone();
        lock(&self.strays).push_back(Stray { topic: topic.to_owned(), item });
        let shared = Arc::downgrade(self);
        after_close(self.over.subscribe(), STRAY, move || {
            let Some(shared) = shared.upgrade() else { return };
            let before = lock(&shared.strays).len();
            lock(&shared.strays).retain(|stray| !Ticket::same(stray.item.ticket.as_ref(), ticket.as_ref()));
            if lock(&shared.strays).len() < before
                && let Some(ticket) = ticket
            {
                tracing::warn!("a message was dropped that nobody subscribed to");
                ticket.settle();
            }
        });
    }

    /// The broker is about to deliver again all that was not acknowledged.
    pub(super) fn forget_strays(&self) {
        lock(&self.strays).clear();
    }

    pub(super) fn unsubscribe(&self, inbox: &Arc<Inbox>) {
        let mut inboxes = lock(&self.inboxes);
        inboxes.retain(|(other, _)| !Arc::ptr_eq(other, inbox));
        let wanted = inboxes.iter().any(|(other, _)| other.filter == inbox.filter);
        drop(inboxes);
        // At the end, the session keeps its subscriptions if it is one that lasts.
        if !wanted && self.ending.reason().is_none() {
            let (client, filter, over) = (self.client.clone(), inbox.filter.clone(), self.over.subscribe());
            after_close(over, self.close_timeout, move || client.unsubscribe(&filter));
        }
    }

    /// Nobody reads these any more. If the connection is about to end, the broker keeps them; if it goes on, they must not
    /// hold up the acknowledgements of all others for ever.
    pub(super) fn orphan(&self, left: Vec<Ticket>) {
        if !left.is_empty() {
            after_close(self.over.subscribe(), self.close_timeout, move || left.iter().for_each(Ticket::settle));
        }
    }
}

/// Does something unless the connection ends within a time.
fn after_close(mut over: watch::Receiver<bool>, time: Duration, work: impl FnOnce() + Send + 'static) {
    let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
    runtime.spawn(async move {
        if tokio::time::timeout(time, over.wait_for(|over| *over)).await.is_err() {
            work();
        }
    });
}

/// How long a message waits for its subscription.
const STRAY: Duration = Duration::from_secs(10);
/// How long the broker may take to say that it has heard all acknowledgements.
const LAST_WORD: Duration = Duration::from_secs(1);
/// A topic that nobody subscribes to: to leave it is a word that the broker answers.
const NOWHERE: &str = "asyncapi/nowhere";

/// What reply addresses begin with.
const REPLIES: &str = "replies/";

pub(super) struct MqttLink(pub(super) Arc<Shared>);

impl Link for MqttLink {
    fn capabilities(&self) -> Capabilities {
        capabilities(self.0.version)
    }

    fn carries_expiry(&self) -> bool {
        self.0.version == Version::V5
    }

    fn send(&self, message: RawMessage, mode: SendMode) -> Sending {
        let outgoing = match self.0.prepare(message) {
            Ok(outgoing) => outgoing,
            Err(error) => return Sending::failed(error),
        };
        let shared = self.0.clone();
        let crowded = shared.on_their_way.load(Ordering::Acquire) >= WINDOW;
        match mode {
            SendMode::Feed if !crowded => match shared.feed(outgoing) {
                Ok(()) => Sending::OK,
                Err(error) => Sending::failed(error),
            },
            SendMode::Feed => Sending::Waiting(Box::pin(async move {
                shared.confirm(WINDOW / 2).await?;
                shared.feed(outgoing)
            })),
            SendMode::Now if !*shared.up.borrow() => Sending::failed(SendErrorKind::NotConnected),
            SendMode::Now if crowded => Sending::failed(SendErrorKind::Full),
            SendMode::Now => {
                let (place, published) = (shared.place(), shared.client.publish(outgoing));
                let published = match published {
                    Ok(published) => published,
                    Err(error) => return Sending::failed(error),
                };
                tokio::spawn(async move {
                    let _place = place;
                    if let Err(error) = shared.confirmed(published).await {
                        tracing::warn!(%error, "a message was not confirmed");
                    }
                });
                Sending::OK
            }
            SendMode::Flush => {
                let (place, published) = (shared.place(), shared.client.publish(outgoing));
                match published {
                    Ok(published) => Sending::Waiting(Box::pin(async move {
                        let _place = place;
                        shared.confirmed(published).await
                    })),
                    Err(error) => Sending::failed(error),
                }
            }
        }
    }

    fn flush(&self) -> Sending {
        let shared = self.0.clone();
        Sending::Waiting(Box::pin(async move { shared.confirm(0).await }))
    }

    fn reply_address(&self) -> Option<SharedStr> {
        let random = || crate::reconnect::random();
        (self.0.version == Version::V5).then(|| format!("{REPLIES}{:016x}{:016x}", random(), random()).into())
    }

    fn subscribe(&self, request: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        Box::pin(self.0.clone().subscribe(request))
    }

    fn close(&self, code: u16, reason: SharedStr) -> BoxFuture<'static, ()> {
        let shared = self.0.clone();
        Box::pin(async move {
            let farewell = async {
                if let Err(error) = shared.confirm(0).await {
                    tracing::warn!(%error, "not all that was sent is confirmed");
                }
                // The end of a connection may overtake what was said before it, while data wait to be read.
                if *shared.up.borrow() {
                    let _ = tokio::time::timeout(LAST_WORD, shared.client.round_trip()).await;
                }
                shared.ending.end(CloseReason::local(code, reason));
                shared.client.disconnect();
                let _ = shared.over.subscribe().wait_for(|over| *over).await;
            };
            if tokio::time::timeout(shared.close_timeout, farewell).await.is_err() {
                shared.ending.end(CloseReason::local(code, ""));
            }
        })
    }
}

impl Drop for MqttLink {
    /// A link that nobody closed: the driver must not outlive it.
    fn drop(&mut self) {
        self.0.ending.end(CloseReason::local(crate::close_code::NORMAL, ""));
        self.0.client.disconnect();
    }
}

impl fmt::Debug for MqttLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MqttLink").field("version", &self.0.version).finish_non_exhaustive()
    }
}
