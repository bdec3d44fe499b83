//! Kafka, as noida-db speaks it: confirmed by all replicas, idempotent; consumed by a group that commits what is handled.

use std::sync::Arc;

use asyncapi_benches::order::by_hand;
use asyncapi_brokers::Broker;
use asyncapi_runtime::Transport;
use asyncapi_runtime::kafka::{Kafka, Topic};
use rdkafka::ClientConfig;
use rdkafka::admin::{AdminClient, AdminOptions, NewTopic, TopicReplication};
use rdkafka::client::DefaultClientContext;
use rdkafka::consumer::{Consumer, StreamConsumer};
use rdkafka::error::KafkaError;
use rdkafka::message::Message;
use rdkafka::producer::{FutureProducer, FutureRecord};

use super::{BARE, Contest, Failure, Seen};

/// At least once.
pub(crate) struct AtLeastOnce(Broker);

impl AtLeastOnce {
    fn config(&self) -> ClientConfig {
        let mut config = ClientConfig::new();
        config.set("bootstrap.servers", self.0.host());
        config
    }
}

impl Contest for AtLeastOnce {
    const NAME: &'static str = "kafka";
    type Bare = FutureProducer;

    fn start() -> Option<Self> {
        Broker::kafka().map(Self)
    }

    fn url(&self) -> String {
        format!("kafka://{}", self.0.host())
    }

    fn transport(&self) -> Arc<dyn Transport> {
        Arc::new(Kafka::new().topic(Topic::new("orders").partitions(1)).group("bench"))
    }

    async fn connect(&self, seen: Arc<Seen>) -> Result<Self::Bare, Failure> {
        let admin: AdminClient<DefaultClientContext> = self.config().create()?;
        let topic = NewTopic::new(BARE, 1, TopicReplication::Fixed(1));
        for made in admin.create_topics([&topic], &AdminOptions::new()).await? {
            made.map_err(|(_, code)| KafkaError::AdminOp(code))?;
        }
        let mut config = self.config();
        config.set("group.id", "byhand").set("auto.offset.reset", "earliest").set("enable.auto.offset.store", "false");
        config.set("auto.commit.interval.ms", "500").set("queued.min.messages", "1000");
        let consumer: StreamConsumer = config.create()?;
        consumer.subscribe(&[BARE])?;
        tokio::spawn(async move {
            loop {
                let message = consumer.recv().await?;
                seen.read(message.payload().unwrap_or_default())?;
                consumer.store_offset_from_message(&message)?;
            }
            #[allow(unreachable_code, reason = "it says of what kind the failures are")]
            Ok::<_, Failure>(())
        });
        let mut config = self.config();
        config.set("enable.idempotence", "true").set("acks", "all").set("queue.buffering.max.messages", "1000000");
        Ok(config.create()?)
    }

    async fn publish(producer: &mut Self::Bare, order: &by_hand::Order, times: u32) -> Result<(), Failure> {
        let mut confirmations = Vec::with_capacity(times as usize);
        for _ in 0..times {
            let payload = serde_json::to_vec(order)?;
            let record = FutureRecord::<(), _>::to(BARE).payload(&payload);
            confirmations.push(producer.send_result(record).map_err(|(error, _)| error)?);
        }
        for confirmation in confirmations {
            confirmation.await?.map_err(|(error, _)| error)?;
        }
        Ok(())
    }
}
