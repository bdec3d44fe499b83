//! NATS: core, flushed after each batch, and JetStream in memory, confirmed and with an id against duplicates.

use std::sync::Arc;
use std::time::Duration;

use async_nats::jetstream::{self, consumer::pull, message::PublishMessage, stream};
use asyncapi_benches::order::by_hand;
use asyncapi_brokers::Broker;
use asyncapi_runtime::Transport;
use asyncapi_runtime::nats::{JetStream, Nats};
use futures_util::StreamExt;

use super::{BARE, Contest, Failure, PREFETCH, Seen};

/// How much a stream holds: more than consumers may be behind.
const BYTES: i64 = 8 << 20;

/// At most once.
pub(crate) struct Core(Broker);

impl Contest for Core {
    const NAME: &'static str = "nats";
    type Bare = async_nats::Client;

    fn start() -> Option<Self> {
        Broker::nats("").map(Self)
    }

    fn url(&self) -> String {
        format!("nats://{}", self.0.host())
    }

    fn transport(&self) -> Arc<dyn Transport> {
        Arc::new(Nats::new())
    }

    async fn connect(&self, seen: Arc<Seen>) -> Result<Self::Bare, Failure> {
        let consumer = async_nats::connect(self.url()).await?;
        let mut messages = consumer.subscribe(BARE).await?;
        consumer.flush().await?;
        tokio::spawn(async move {
            while let Some(message) = messages.next().await {
                seen.read(&message.payload)?;
            }
            Ok::<_, Failure>(())
        });
        Ok(async_nats::connect(self.url()).await?)
    }

    async fn publish(client: &mut Self::Bare, order: &by_hand::Order, times: u32) -> Result<(), Failure> {
        for _ in 0..times {
            client.publish(BARE, serde_json::to_vec(order)?.into()).await?;
        }
        Ok(client.flush().await?)
    }
}

/// At least once.
pub(crate) struct Jet(Broker);

/// Who publishes with ids.
pub(crate) struct Publisher {
    jetstream: jetstream::Context,
    session: String,
    serial: u64,
}

impl Contest for Jet {
    const NAME: &'static str = "jetstream";
    type Bare = Publisher;

    fn start() -> Option<Self> {
        Broker::nats("").map(Self)
    }

    fn url(&self) -> String {
        format!("nats://{}", self.0.host())
    }

    fn transport(&self) -> Arc<dyn Transport> {
        let stream = JetStream::new("ORDERS", ["orders"]).ensure_in_memory();
        Arc::new(Nats::new().stream(stream.max_bytes(BYTES).durable("bench")))
    }

    async fn connect(&self, seen: Arc<Seen>) -> Result<Self::Bare, Failure> {
        let config = stream::Config {
            name: "BYHAND".to_owned(),
            subjects: vec![BARE.to_owned()],
            storage: stream::StorageType::Memory,
            max_bytes: BYTES,
            ..stream::Config::default()
        };
        let jetstream = jetstream::new(async_nats::connect(self.url()).await?);
        let stream = jetstream.create_stream(config).await?;
        let durable_name = Some("bench".to_owned());
        let config = pull::Config { durable_name, max_ack_pending: 1000, ..pull::Config::default() };
        let consumer = stream.create_consumer(config).await?;
        let messages = consumer.stream().max_messages_per_batch(PREFETCH).expires(Duration::from_secs(10));
        let mut messages = messages.heartbeat(Duration::from_secs(3)).messages().await?;
        tokio::spawn(async move {
            while let Some(message) = messages.next().await {
                let message = message?;
                seen.read(&message.payload)?;
                message.ack().await?;
            }
            Ok::<_, Failure>(())
        });
        let client = async_nats::connect(self.url()).await?;
        Ok(Publisher { session: client.new_inbox(), jetstream: jetstream::new(client), serial: 0 })
    }

    async fn publish(bare: &mut Self::Bare, order: &by_hand::Order, times: u32) -> Result<(), Failure> {
        let mut confirmations = Vec::with_capacity(times as usize);
        for _ in 0..times {
            bare.serial += 1;
            let message = PublishMessage::build()
                .payload(serde_json::to_vec(order)?.into())
                .message_id(format!("{}-{}", bare.session, bare.serial));
            confirmations.push(bare.jetstream.send_publish(BARE, message).await?);
        }
        for confirmation in confirmations {
            confirmation.await?;
        }
        Ok(())
    }
}
