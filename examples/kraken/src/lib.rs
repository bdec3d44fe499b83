//! A typed client of Kraken's WebSocket API, and a small exchange to talk to.
//!
//! The document is AsyncAPI 2.0 and speaks for Kraken: `publish` is what the exchange receives. So the exchange is the
//! document's application, and the client its counterpart. Replies are messages like all others; `reqid` says to which
//! request they belong.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use asyncapi_runtime::{Connects, Outcome, Reconnect};
use tokio::sync::{mpsc, oneshot};

/// The exchange.
pub mod exchange {
    // Kraken's ids are `integer`, without bounds: ours are all `i64`. A status with the properties of an error and of a
    // success at once would be refused, as A0404 says, and it is fine so.
    asyncapi_runtime::asyncapi!(spec = "kraken.yaml", integers = i64, allow = [A0404]);
}

/// Who trades there.
pub mod trader {
    asyncapi_runtime::asyncapi!(
        spec = "kraken.yaml",
        side = counterpart,
        types = crate::exchange,
        integers = i64,
        allow = [A0404]
    );
}

use exchange::root::{Context, SendMessage};
use exchange::{
    Heartbeat, Name, Pair, Ping, Pong, Subscribe, SubscribeSubscription, SubscriptionState, SubscriptionStatus,
    SubscriptionStatusError, SubscriptionStatusSuccess, SystemStatus, Unsubscribe,
};
use trader::root::Message;

/// Any error of this example.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// What Kraken recommends: at once, up to a handful of times, if the socket is dropped in normal operation; after
/// maintenance or a longer time, no more quickly than once every five seconds.
#[must_use]
pub fn reconnect() -> Reconnect {
    Reconnect { instant: 5, first: Duration::from_secs(5), max: Duration::from_secs(60), ..Reconnect::default() }
}

/// The answer to a request.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// To a ping.
    Pong(Pong),
    /// To a subscription or its end.
    Status(SubscriptionStatus),
}

type Waiting = Mutex<HashMap<i64, oneshot::Sender<Reply>>>;

fn locked(waiting: &Waiting) -> MutexGuard<'_, HashMap<i64, oneshot::Sender<Reply>>> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A client of the exchange that matches replies with requests.
#[derive(Debug, Clone)]
pub struct Trader {
    client: trader::Client,
    next: Arc<AtomicI64>,
    waiting: Arc<Waiting>,
}

impl Trader {
    /// Connects, and gives what comes unasked (system status, heartbeats) to `news`. Whenever the connection is made,
    /// also after it was lost, it subscribes to the tickers of `pairs` again: Kraken's subscriptions are messages.
    ///
    /// # Errors
    /// When the exchange cannot be reached.
    pub async fn connect(
        endpoint: impl Connects,
        pairs: Vec<String>,
        news: mpsc::Sender<Message>,
    ) -> Result<Self, Error> {
        let subscribe = move |client: trader::Client| {
            let pairs = pairs.clone();
            async move {
                let Ok(pair) = Pair::try_from(pairs) else { return };
                let subscription = Some(SubscribeSubscription::new(Name::Ticker));
                let subscribe = Subscribe { reqid: None, pair: Some(pair), subscription };
                // If this fails the connection is lost again, and the hook is called again.
                client.root().send_message(subscribe).await.ok();
            }
        };
        let client = trader::Client::connect_with(endpoint, subscribe).await?;
        let mut incoming = client.root().subscribe().await?;
        let waiting = Arc::new(Waiting::default());
        let mine = Self { client, next: Arc::new(AtomicI64::new(1)), waiting: Arc::clone(&waiting) };
        tokio::spawn(async move {
            while let Some(message) = incoming.next().await {
                if let Some(message) = settle(&waiting, message) {
                    news.send(message).await.ok();
                }
            }
        });
        Ok(mine)
    }

    /// Asks whether the exchange is there.
    ///
    /// # Errors
    /// When the ping cannot be sent, or nothing answers it in five seconds.
    pub async fn ping(&self) -> Result<Reply, Error> {
        self.request(|reqid| Ping { reqid: Some(reqid) }.into()).await
    }

    /// Subscribes to a feed for some currency pairs.
    ///
    /// # Errors
    /// When the request breaks the document's rules or cannot be sent, or nothing answers it in five seconds.
    pub async fn subscribe(&self, feed: Name, pairs: Vec<String>) -> Result<Reply, Error> {
        let pair = Some(Pair::try_from(pairs)?);
        let subscription = Some(SubscribeSubscription::new(feed));
        self.request(|reqid| Subscribe { reqid: Some(reqid), pair, subscription }.into()).await
    }

    /// Closes the connection.
    pub async fn close(&self) {
        self.client.close().await;
    }

    async fn request(&self, message: impl FnOnce(i64) -> trader::root::SendMessage) -> Result<Reply, Error> {
        let reqid = self.next.fetch_add(1, Ordering::Relaxed);
        let (sender, reply) = oneshot::channel();
        locked(&self.waiting).insert(reqid, sender);
        let answered = async {
            self.client.root().send_message(message(reqid)).await?;
            Ok(tokio::time::timeout(Duration::from_secs(5), reply).await??)
        };
        let answered = answered.await;
        locked(&self.waiting).remove(&reqid);
        answered
    }
}

/// Gives a reply to who waits for it; any other message comes back.
fn settle(waiting: &Waiting, message: Message) -> Option<Message> {
    let reply = match &message {
        Message::Pong(pong) => Some((pong.reqid, Reply::Pong(pong.clone()))),
        Message::SubscriptionStatus(status) => Some((reqid(status), Reply::Status(status.clone()))),
        _ => None,
    };
    let (reqid, reply) = match reply {
        Some((Some(reqid), reply)) => (reqid, reply),
        _ => return Some(message),
    };
    let waiter = locked(waiting).remove(&reqid);
    match waiter {
        Some(waiter) => waiter.send(reply).err().map(|_| message),
        None => Some(message),
    }
}

fn reqid(status: &SubscriptionStatus) -> Option<i64> {
    match status {
        SubscriptionStatus::SubscriptionStatusError(error) => error.reqid,
        SubscriptionStatus::SubscriptionStatusSuccess(success) => success.reqid,
    }
}

/// A small exchange: it greets, answers pings, and keeps no books.
#[derive(Debug, Clone, Copy, Default)]
pub struct Exchange;

impl exchange::root::Receiver for Exchange {
    async fn on_open(&self, session: &exchange::root::Session) -> Result<(), asyncapi_runtime::Refusal> {
        let status = exchange::Status::Online;
        let greeting = SystemStatus { connection_id: None, status: Some(status), version: Some("1.8".to_owned()) };
        session.sender().process_message(greeting).await.ok();
        Ok(())
    }

    async fn send_message(&self, message: SendMessage, context: &Context) -> Outcome {
        let answer: exchange::root::ProcessMessage = match message {
            SendMessage::Ping(Ping { reqid }) => Pong { reqid }.into(),
            SendMessage::Subscribe(subscribe) => subscribed(subscribe).into(),
            SendMessage::Unsubscribe(unsubscribe) => unsubscribed(unsubscribe).into(),
        };
        context.sender().process_message(answer).await?;
        context.sender().process_message(Heartbeat {}).await?;
        Ok(())
    }
}

fn subscribed(request: Subscribe) -> SubscriptionStatus {
    match request.subscription {
        Some(subscription) => {
            let mut status = SubscriptionStatusSuccess::new(10_001, subscription.name.to_string());
            (status.reqid, status.pair) = (request.reqid, request.pair);
            status.status = Some(SubscriptionState::Subscribed);
            status.into()
        }
        None => refused("a subscription has a name", request.reqid, request.pair),
    }
}

fn unsubscribed(request: Unsubscribe) -> SubscriptionStatus {
    refused("there is no such subscription", request.reqid, request.pair)
}

fn refused(why: &str, reqid: Option<i64>, pair: Option<Pair>) -> SubscriptionStatus {
    let mut status = SubscriptionStatusError::new(why.to_owned());
    (status.reqid, status.pair) = (reqid, pair);
    status.status = Some(SubscriptionState::Error);
    status.into()
}

/// What the exchange sends, as text for people.
#[must_use]
pub fn describe(message: &Message) -> String {
    match message {
        Message::Pong(_) => "a pong".to_owned(),
        Message::Heartbeat(_) => "a heartbeat".to_owned(),
        Message::SystemStatus(status) => format!("the system is {:?}", status.status),
        Message::SubscriptionStatus(status) => format!("{status:?}"),
    }
}
