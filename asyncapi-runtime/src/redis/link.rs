//! One link: sends, subscribes, closes.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use ::redis::aio::MultiplexedConnection;
use ::redis::{Cmd, Pipeline, RedisError, Value};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;

use super::address::Pattern;
use super::connection::{Connection, Plan, ask};
use super::consumer::Consumer;
use super::farewell::leave;
use super::inbox::{ChannelSource, Subscriptions};
use super::outbox::{Fate, Item, Kind, Outbox, Waiter};
use super::reader::bounded;
use super::source::StreamSource;
use super::{Redis, message};
use crate::address::is_template;
use crate::broker::Ending;
use crate::control::lock;
use crate::{
    BoxFuture, Capabilities, CloseReason, ConnectError, ConnectRequest, Link, RawMessage, SendError, SendErrorKind,
    SendMode, Sending, SharedStr, Source, SubscribeError, SubscribeErrorKind, SubscribeRequest, Transport,
};

/// How long the server may take to answer where the settings have no heartbeat.
const PATIENCE: Duration = Duration::from_secs(60);

pub(super) struct Shared {
    pub(super) redis: Redis,
    pub(super) request: ConnectRequest,
    pub(super) outbox: Outbox,
    pub(super) subscriptions: Subscriptions,
    pub(super) ending: Ending,
    pub(super) up: watch::Sender<bool>,
    /// Nothing more is said to the server.
    pub(super) over: watch::Sender<bool>,
    /// How long the server may take to answer before the connection counts as broken.
    pub(super) patience: Duration,
    current: Mutex<Option<MultiplexedConnection>>,
    /// One subscription at a time, so that what is asked last is what holds.
    subscribing: tokio::sync::Mutex<()>,
    consumers: Mutex<Vec<Weak<Consumer>>>,
    leaving: Mutex<Vec<JoinHandle<()>>>,
    /// Reply addresses begin with this.
    replies: String,
    serial: AtomicU64,
}

impl Shared {
    pub(super) fn new(redis: Redis, request: ConnectRequest, client: MultiplexedConnection) -> Self {
        let random = || crate::reconnect::random();
        Self {
            outbox: Outbox::new(request.settings.send_buffer),
            patience: request.settings.heartbeat.unwrap_or(PATIENCE),
            redis,
            request,
            subscriptions: Subscriptions::default(),
            ending: Ending::default(),
            up: watch::Sender::new(true),
            over: watch::Sender::new(false),
            current: Mutex::new(Some(client)),
            subscribing: tokio::sync::Mutex::default(),
            consumers: Mutex::default(),
            leaving: Mutex::default(),
            replies: format!("replies:{:016x}{:016x}", random(), random()),
            serial: AtomicU64::new(0),
        }
    }

    /// The connection is there, or is not.
    pub(super) fn set_current(&self, client: Option<MultiplexedConnection>) {
        let up = client.is_some();
        *lock(&self.current) = client;
        self.up.send_replace(up);
    }

    /// Another connection, for a stream.
    pub(super) async fn another_connection(&self) -> Result<Connection, ConnectError> {
        Plan::new(&self.redis, &self.request.with_tokens().await?)?.open(|_| {}).await
    }

    async fn client(&self) -> Result<MultiplexedConnection, RedisError> {
        let gone = || RedisError::from(std::io::Error::new(std::io::ErrorKind::NotConnected, "there is no connection"));
        let mut up = self.up.subscribe();
        let mut over = self.over.subscribe();
        tokio::select! {
            _ = up.wait_for(|up| *up) => {}
            _ = over.wait_for(|over| *over) => return Err(gone()),
        }
        lock(&self.current).clone().ok_or_else(gone)
    }

    /// Asks the server, past what waits to be sent.
    pub(super) async fn ask(&self, command: &Cmd) -> Result<Value, RedisError> {
        bounded(self.patience, async { ask(&mut self.client().await?, command).await }).await
    }

    /// Asks the server several things; the first error is one of all.
    pub(super) async fn ask_all(&self, commands: &Pipeline) -> Result<Vec<Value>, RedisError> {
        let asked = async { self.client().await?.send_packed_commands(commands, 0, commands.len()).await };
        let answers = bounded(self.patience, asked).await?;
        let check = |answer| match answer {
            Value::ServerError(error) => Err(error.into()),
            answer => Ok(answer),
        };
        answers.into_iter().map(check).collect()
    }

    pub(super) fn add_consumer(&self, consumer: &Arc<Consumer>) {
        lock(&self.consumers).push(Arc::downgrade(consumer));
    }

    pub(super) fn remove_consumer(&self, consumer: &Arc<Consumer>) {
        lock(&self.consumers).retain(|other| !std::ptr::eq(other.as_ptr(), Arc::as_ptr(consumer)));
    }

    /// Something to be said before the connection ends.
    pub(super) fn last_words(&self, task: JoinHandle<()>) {
        let mut leaving = lock(&self.leaving);
        leaving.retain(|task| !task.is_finished());
        leaving.push(task);
    }

    /// Checks a message, and makes the command that sends it.
    fn prepare(&self, message: &RawMessage) -> Result<(Cmd, Kind), SendError> {
        if self.ending.reason().is_some() {
            return Err(SendErrorKind::Closed.into());
        }
        let unsupported = |text: &str| Err(SendError::new(SendErrorKind::Unsupported, text.to_owned()));
        if message.key.is_some() {
            return unsupported("Redis has no keys");
        }
        if message.payload.len() > self.request.settings.max_message {
            return Err(SendErrorKind::TooLarge.into());
        }
        if message.address.is_empty() {
            return unsupported("the message has no address");
        }
        let Some(streams) = self.redis.stream_of(&message.address) else {
            return self.publish(message).map(|command| (command, Kind::Publish));
        };
        let mut command = Cmd::with_capacity(16, message.payload.len() + message.address.len() + 128);
        command.arg("XADD").arg(&*message.address);
        if !streams.ensure {
            command.arg("NOMKSTREAM");
        }
        if let Some(most) = streams.max_len {
            command.arg("MAXLEN").arg("~").arg(most);
        }
        command.arg("*");
        let reply_to = message.reply_to().map(|reply| match message.correlation_id() {
            Some(id) if reply.starts_with(&*self.replies) => format!("{reply}:{}", token(id)).into(),
            _ => reply.clone(),
        });
        message::write(&mut command, message, &streams.payload_field, reply_to.as_deref())?;
        Ok((command, Kind::Add))
    }

    fn publish(&self, message: &RawMessage) -> Result<Cmd, SendError> {
        let unsupported = |text: &str| Err(SendError::new(SendErrorKind::Unsupported, text.to_owned()));
        // A reply has its headers from whoever replies, and goes where the id is a part of the address.
        let told = |id: &SharedStr| message.address.strip_suffix(&*token(id)).is_some_and(|rest| rest.ends_with(':'));
        if !message.headers.is_empty() {
            return unsupported("channels of Redis have no message headers: name the address as one of `Streams`");
        }
        if message.reply_to().is_some() || message.correlation_id().is_some_and(|id| !told(id)) {
            return unsupported("channels of Redis carry neither correlation id nor reply address");
        }
        let mut command = Cmd::with_capacity(3, message.payload.len() + message.address.len() + 16);
        command.arg("PUBLISH").arg(&*message.address).arg(&message.payload[..]);
        Ok(command)
    }

    async fn subscribe(self: Arc<Self>, request: SubscribeRequest) -> Result<Box<dyn Source>, SubscribeError> {
        if self.ending.reason().is_some() {
            return Err(SubscribeErrorKind::Closed.into());
        }
        let SubscribeRequest { address, read_ahead, .. } = request;
        if let Some(streams) = self.redis.stream_of(&address).cloned() {
            if is_template(&address) {
                let text =
                    format!("`{address}` is many streams, and Redis reads one at a time: fill in its parameters");
                return Err(SubscribeError::new(SubscribeErrorKind::Unsupported, text));
            }
            let consumer = Arc::new(Consumer::new(address, streams, self.redis.consumer.clone()));
            return Ok(Box::new(StreamSource::open(self, consumer, read_ahead).await?));
        }
        let pattern = match address.starts_with(&*self.replies) {
            true => Pattern::replies(address),
            false => Pattern::new(address)?,
        };
        // From here on, a drop gives the subscription back.
        let source = ChannelSource::new(self.clone(), self.subscriptions.add(pattern));
        let _one_at_a_time = self.subscribing.lock().await;
        let pattern = &source.inbox.pattern;
        let subscribing = async {
            let mut client = self.client().await?;
            match pattern.glob.is_some() {
                true => client.psubscribe(pattern.name()).await,
                false => client.subscribe(pattern.name()).await,
            }
        };
        let failed = |error| SubscribeError::caused(SubscribeErrorKind::Transport, "", error);
        bounded(self.patience, subscribing).await.map_err(failed)?;
        Ok(Box::new(source))
    }

    /// Ends a subscription, unless somebody wants it again.
    pub(super) async fn unsubscribe(&self, pattern: &Pattern) {
        let _one_at_a_time = self.subscribing.lock().await;
        // A connection that is down has forgotten it.
        let Some(mut client) = lock(&self.current).clone() else { return };
        if self.subscriptions.wants(pattern) {
            return;
        }
        let unsubscribing = async {
            match pattern.glob.is_some() {
                true => client.punsubscribe(pattern.name()).await,
                false => client.unsubscribe(pattern.name()).await,
            }
        };
        if let Err(error) = bounded(self.patience, unsubscribing).await {
            tracing::debug!(%error, "a subscription was not given back");
        }
    }

    /// Subscribes again, on a new connection.
    pub(super) async fn restore(&self, client: &mut MultiplexedConnection) -> Result<(), RedisError> {
        let _one_at_a_time = self.subscribing.lock().await;
        let (channels, patterns) = self.subscriptions.names();
        for channels in channels.chunks(1000) {
            bounded(self.patience, client.subscribe(channels)).await?;
        }
        for patterns in patterns.chunks(1000) {
            bounded(self.patience, client.psubscribe(patterns)).await?;
        }
        self.set_current(Some(client.clone()));
        Ok(())
    }

    async fn say_farewell(&self, reason: CloseReason) {
        if let Err(wait) = self.outbox.flush()
            && let Ok(Err(error)) = wait.await
        {
            tracing::warn!(%error, "not all that was sent is confirmed");
        }
        let leaving = std::mem::take(&mut *lock(&self.leaving));
        for task in leaving {
            let _ = task.await;
        }
        // Now no source asks for more.
        self.ending.end(reason);
        let consumers = std::mem::take(&mut *lock(&self.consumers));
        for consumer in consumers.iter().filter_map(Weak::upgrade) {
            leave(self, &consumer, (), consumer.held(), true).await;
        }
        self.outbox.barrier().await;
    }
}

/// A text as the last part of a channel's name, so that it can be read back.
fn token(text: &str) -> String {
    let mut token = String::with_capacity(text.len());
    crate::encode_percent(text, &mut token);
    token
}

async fn answered(answer: oneshot::Receiver<Result<(), SendError>>) -> Result<(), SendError> {
    answer.await.unwrap_or_else(|_| Err(SendErrorKind::NotConfirmed.into()))
}

pub(super) struct RedisLink(pub(super) Arc<Shared>);

impl Link for RedisLink {
    fn capabilities(&self) -> Capabilities {
        self.0.redis.capabilities()
    }

    fn send(&self, message: RawMessage, mode: SendMode) -> Sending {
        let (command, kind) = match self.0.prepare(&message) {
            Ok(prepared) => prepared,
            Err(error) => return Sending::failed(error),
        };
        if mode == SendMode::Now && !*self.0.up.borrow() {
            return Sending::failed(SendErrorKind::NotConnected);
        }
        let (waiter, answer) = match mode {
            SendMode::Flush => {
                let (waiter, answer) = oneshot::channel();
                (Waiter::One(waiter), Some(answer))
            }
            SendMode::Feed => (Waiter::Fed, None),
            SendMode::Now => (Waiter::Nobody, None),
        };
        let weight = message.payload.len() + message::weight(&message);
        let item = Item { command, fate: Fate { kind, waiter, weight } };
        match (self.0.outbox.push(item), answer) {
            (Ok(()), None) => Sending::OK,
            (Ok(()), Some(answer)) => Sending::Waiting(Box::pin(answered(answer))),
            (Err(_), None) if mode == SendMode::Now => Sending::failed(SendErrorKind::Full),
            (Err(full), answer) => {
                let shared = self.0.clone();
                Sending::Waiting(Box::pin(async move {
                    shared.outbox.push_later(full).await;
                    match answer {
                        Some(answer) => answered(answer).await,
                        None => Ok(()),
                    }
                }))
            }
        }
    }

    fn flush(&self) -> Sending {
        match self.0.outbox.flush() {
            Ok(()) => Sending::OK,
            Err(answer) => Sending::Waiting(Box::pin(answered(answer))),
        }
    }

    fn reply_address(&self) -> Option<SharedStr> {
        let serial = self.0.serial.fetch_add(1, Ordering::Relaxed);
        self.capabilities().correlation.then(|| format!("{}:{serial}", self.0.replies).into())
    }

    fn subscribe(&self, request: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        Box::pin(self.0.clone().subscribe(request))
    }

    fn close(&self, code: u16, reason: SharedStr) -> BoxFuture<'static, ()> {
        let shared = self.0.clone();
        Box::pin(async move {
            let farewell = shared.say_farewell(CloseReason::local(code, reason));
            if tokio::time::timeout(shared.request.settings.close_timeout, farewell).await.is_err() {
                shared.ending.end(CloseReason::local(code, ""));
            }
            shared.over.send_replace(true);
        })
    }
}

impl Drop for RedisLink {
    /// A link that nobody closed: its task must not outlive it.
    fn drop(&mut self) {
        self.0.ending.end(CloseReason::local(crate::close_code::NORMAL, ""));
        self.0.over.send_replace(true);
    }
}

impl fmt::Debug for RedisLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisLink").field("redis", &self.0.redis).finish_non_exhaustive()
    }
}
