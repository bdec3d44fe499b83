//! One connection: sends, subscribes, closes.

use std::fmt;
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use bytes::Bytes;
use rdkafka::producer::Producer as _;
use tokio::sync::oneshot;

use super::batch::Batch;
use super::config::Config;
use super::consumer::Reader;
use super::pattern::is_topic;
use super::producer::{Outbox, Record, Refused, Room};
use super::source::KafkaSource;
use super::topics::{Known, blocking};
use super::{Kafka, message};
use crate::broker::Ending;
use crate::control::lock;
use crate::correlation::read_pointer;
use crate::{
    BoxFuture, Capabilities, ChannelInfo, CloseReason, ConnectError, ConnectErrorKind, Link, RawMessage, SendError,
    SendErrorKind, SendMode, Sending, Settings, SharedStr, Source, SubscribeError, SubscribeErrorKind,
    SubscribeRequest,
};

/// The pause before a message is offered again for which librdkafka's own queue had no room.
const AGAIN: Duration = Duration::from_millis(2);

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    per_address: false,
    headers: true,
    redelivery: true,
    reconnects: true,
    keys: true,
    correlation: false,
};

pub(super) struct Shared {
    pub(super) kafka: Kafka,
    pub(super) config: Config,
    pub(super) outbox: Outbox,
    pub(super) ending: Arc<Ending>,
    pub(super) known: Known,
    pub(super) connect_timeout: Duration,
    /// A lost connection is lost for good.
    pub(super) never: bool,
    room: Arc<Room>,
    /// What was fed; the last is the one to join.
    fed: Mutex<Vec<Arc<Batch>>>,
    unheard: Arc<Batch>,
    readers: Mutex<Vec<Weak<Reader>>>,
    /// Readers that are being closed.
    closing: Mutex<Vec<oneshot::Receiver<()>>>,
    max_message: usize,
    close_timeout: Duration,
}

impl Shared {
    /// Checks a message, and makes of it what is handed on.
    fn record(&self, mut message: RawMessage) -> Result<Record, SendError> {
        if self.ending.reason().is_some() {
            return Err(SendErrorKind::Closed.into());
        }
        if message.payload.len() > self.max_message {
            return Err(SendErrorKind::TooLarge.into());
        }
        let unsupported = |text: String| SendError::new(SendErrorKind::Unsupported, text);
        let topic = match named_topic(channel_of(&message)) {
            Some(topic) => topic.into(),
            None => message.address.clone(),
        };
        if !is_topic(&topic) {
            return Err(unsupported(format!("`{topic}` is not the name of a topic")));
        }
        if message::has_nul(&message) {
            return Err(unsupported("the name of a header has a null character".to_owned()));
        }
        if message.key.is_none() {
            message.key = self.key(&message)?;
        }
        let partition = self.kafka.partition.as_ref().and_then(|choose| choose(&message));
        // librdkafka takes negative numbers for others of its own.
        if partition.is_some_and(|number| number < 0) {
            return Err(unsupported("a partition has no negative number".to_owned()));
        }
        let headers = message::headers(&message);
        Ok(Record { topic, payload: message.payload, key: message.key, headers, partition })
    }

    /// The key that the payload has, where the program says so.
    fn key(&self, message: &RawMessage) -> Result<Option<Bytes>, SendError> {
        let named = self.kafka.keys.iter().find(|(address, _)| *address == message.address);
        let Some((_, pointer)) = named else { return Ok(None) };
        match read_pointer(pointer, &message.payload) {
            Some(key) => Ok(Some(key.into())),
            None => {
                let text = format!("the payload has no text or number at `{pointer}`, which is to be the key");
                Err(SendError::new(SendErrorKind::Invalid, text))
            }
        }
    }

    fn weight(&self, record: &Record) -> u32 {
        self.room.weight(record.payload.len(), record.key.as_ref().map_or(0, Bytes::len))
    }

    /// The batch that a message of this mode joins.
    fn batch(&self, mode: SendMode) -> Arc<Batch> {
        match mode {
            SendMode::Flush => Arc::default(),
            SendMode::Now => self.unheard.clone(),
            SendMode::Feed => {
                let mut fed = lock(&self.fed);
                match fed.last() {
                    Some(last) => last.clone(),
                    None => {
                        let batch = Arc::<Batch>::default();
                        fed.push(batch.clone());
                        batch
                    }
                }
            }
        }
    }

    /// Waits for room and hands a message on.
    async fn post(&self, mut record: Record, batch: &Arc<Batch>) -> Result<(), SendError> {
        loop {
            self.room.take(self.weight(&record)).await;
            match self.outbox.produce(record, batch) {
                Ok(()) => return Ok(()),
                Err(Refused::Failed(error)) => return Err(error),
                Err(Refused::Full(back)) => record = back,
            }
            tokio::time::sleep(AGAIN).await;
        }
    }

    /// The long way: topic, room and confirmation are waited for.
    async fn deliver(
        &self,
        record: Record,
        channel: Option<&'static ChannelInfo>,
        mode: SendMode,
    ) -> Result<(), SendError> {
        if self.kafka.ensure {
            let missing = |text| SendError::new(SendErrorKind::Transport, text);
            self.require(&record.topic, channel).await.map_err(missing)?;
        }
        let batch = self.batch(mode);
        self.post(record, &batch).await?;
        match mode {
            SendMode::Flush => batch.settled().await,
            SendMode::Feed | SendMode::Now => Ok(()),
        }
    }

    /// Sends, and waits for the confirmation.
    pub(super) async fn send(&self, message: RawMessage) -> Result<(), SendError> {
        let channel = channel_of(&message);
        let record = self.record(message)?;
        self.deliver(record, channel, SendMode::Flush).await
    }

    /// Waits until all that was fed is confirmed.
    async fn flush(&self) -> Result<(), SendError> {
        let waiting = {
            let mut fed = lock(&self.fed);
            fed.retain(|batch| !batch.is_over());
            let waiting = fed.clone();
            // What is fed from now on is for the next flush.
            fed.push(Arc::default());
            waiting
        };
        let mut first = Ok(());
        for batch in waiting {
            first = first.and(batch.settled().await);
        }
        first
    }

    pub(super) fn register(&self, reader: &Arc<Reader>) {
        let mut readers = lock(&self.readers);
        readers.retain(|reader| reader.strong_count() > 0);
        readers.push(Arc::downgrade(reader));
    }

    pub(super) fn readers(&self) -> Vec<Arc<Reader>> {
        lock(&self.readers).iter().filter_map(Weak::upgrade).collect()
    }

    /// Closes a reader in a thread of its own.
    pub(super) fn finish(&self, reader: Arc<Reader>) {
        let (done, wait) = oneshot::channel();
        let mut closing = lock(&self.closing);
        closing.retain_mut(|wait| matches!(wait.try_recv(), Err(oneshot::error::TryRecvError::Empty)));
        closing.push(wait);
        drop(closing);
        let finish = move || {
            reader.finish();
            drop(reader);
            // Nobody may wait for it any more.
            let _ = done.send(());
        };
        // If there is no thread to be had, the group notices the loss by itself.
        let _ = std::thread::Builder::new().name("kafka close".to_owned()).spawn(finish);
    }

    async fn farewell(&self, reason: CloseReason) {
        if let Err(error) = self.flush().await {
            tracing::warn!(%error, "not all that was sent is confirmed");
        }
        self.ending.end(reason);
        let readers = std::mem::take(&mut *lock(&self.readers));
        readers.iter().filter_map(Weak::upgrade).for_each(|reader| self.finish(reader));
        let closing = std::mem::take(&mut *lock(&self.closing));
        for wait in closing {
            let _ = wait.await;
        }
    }
}

fn channel_of(message: &RawMessage) -> Option<&'static ChannelInfo> {
    message.operation.map(|operation| operation.channel)
}

/// The topic that a channel's binding names.
pub(super) fn named_topic(channel: Option<&'static ChannelInfo>) -> Option<&'static str> {
    channel?.kafka()?.topic
}

#[derive(Clone)]
pub(super) struct KafkaLink(Arc<Shared>);

impl KafkaLink {
    /// Connects, and sees to it that the cluster answers.
    pub(super) async fn connect(kafka: Kafka, config: Config, settings: Settings) -> Result<Self, ConnectError> {
        let ending = Arc::<Ending>::default();
        let room = Arc::new(Room::new(kafka.buffer));
        let never = settings.reconnect.attempts == Some(0);
        let outbox = Outbox::new(config.clone(), room.clone(), ending.clone(), never);
        let producer = outbox.open()?;
        let shared = Shared {
            kafka,
            config,
            outbox,
            ending,
            known: Known::default(),
            connect_timeout: settings.connect_timeout,
            never,
            room,
            fed: Mutex::default(),
            unheard: Arc::new(Batch::unheard()),
            readers: Mutex::default(),
            closing: Mutex::default(),
            max_message: settings.max_message,
            close_timeout: settings.close_timeout,
        };
        let refusal = producer.client().context().ears.refusal();
        let timeout = settings.connect_timeout;
        let answer = blocking(move || {
            let began = std::time::Instant::now();
            // Old brokers have no id, but say so at once.
            producer.client().fetch_cluster_id(timeout).is_some() || began.elapsed() < timeout
        });
        let answered = tokio::select! {
            answered = answer => answered,
            error = refusal => return Err(error),
        };
        match answered {
            Ok(true) => Ok(Self(Arc::new(shared))),
            Ok(false) => Err(ConnectErrorKind::TimedOut.into()),
            Err(text) => Err(ConnectError::new(ConnectErrorKind::Unreachable, text)),
        }
    }
}

impl Link for KafkaLink {
    fn capabilities(&self) -> Capabilities {
        CAPABILITIES
    }

    fn send(&self, message: RawMessage, mode: SendMode) -> Sending {
        let shared = &self.0;
        let channel = channel_of(&message);
        let record = match shared.record(message) {
            Ok(record) => record,
            Err(error) => return Sending::failed(error),
        };
        let later = |record| {
            let shared = shared.clone();
            Sending::Waiting(Box::pin(async move { shared.deliver(record, channel, mode).await }))
        };
        if shared.kafka.ensure && !shared.known.has(&record.topic) {
            if mode != SendMode::Now {
                return later(record);
            }
            let (shared, topic) = (shared.clone(), record.topic);
            tokio::spawn(async move {
                if let Err(error) = shared.require(&topic, channel).await {
                    tracing::warn!(error);
                }
            });
            return Sending::failed(SendError::new(SendErrorKind::NotConnected, "the topic is being looked for"));
        }
        if !shared.room.try_take(shared.weight(&record)) {
            return match mode {
                SendMode::Now => Sending::failed(SendErrorKind::Full),
                SendMode::Feed | SendMode::Flush => later(record),
            };
        }
        let batch = shared.batch(mode);
        match shared.outbox.produce(record, &batch) {
            Ok(()) if mode == SendMode::Flush => Sending::Waiting(Box::pin(async move { batch.settled().await })),
            Ok(()) => Sending::OK,
            Err(Refused::Failed(error)) => Sending::failed(error),
            Err(Refused::Full(_)) if mode == SendMode::Now => Sending::failed(SendErrorKind::Full),
            Err(Refused::Full(record)) => later(record),
        }
    }

    fn flush(&self) -> Sending {
        let shared = self.0.clone();
        Sending::Waiting(Box::pin(async move { shared.flush().await }))
    }

    fn subscribe(&self, request: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        let shared = self.0.clone();
        Box::pin(async move {
            if shared.ending.reason().is_some() {
                return Err(SubscribeErrorKind::Closed.into());
            }
            Ok(Box::new(KafkaSource::open(shared, request).await?) as Box<dyn Source>)
        })
    }

    fn close(&self, code: u16, reason: SharedStr) -> BoxFuture<'static, ()> {
        let shared = self.0.clone();
        Box::pin(async move {
            let farewell = shared.farewell(CloseReason::local(code, reason));
            if tokio::time::timeout(shared.close_timeout, farewell).await.is_err() {
                shared.ending.end(CloseReason::local(code, ""));
            }
            shared.outbox.close();
        })
    }
}

impl fmt::Debug for KafkaLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KafkaLink").field("kafka", &self.0.kafka).finish_non_exhaustive()
    }
}
