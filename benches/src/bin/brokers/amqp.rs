//! AMQP: a durable queue of RabbitMQ, persistent messages, each confirmed; acknowledged one by one.

use std::future::Future;
use std::sync::Arc;
use std::task::Poll;

use asyncapi_benches::order::by_hand;
use asyncapi_brokers::Broker;
use asyncapi_runtime::Transport;
use asyncapi_runtime::amqp::Amqp;
use futures_util::StreamExt;
use lapin::options::{
    BasicAckOptions, BasicConsumeOptions, BasicPublishOptions, BasicQosOptions, ConfirmSelectOptions,
    QueueDeclareOptions,
};
use lapin::types::FieldTable;
use lapin::{BasicProperties, Channel, Connection, ConnectionProperties};

use super::{BARE, Contest, Failure, PREFETCH, Seen};

/// At least once.
pub(crate) struct Queue(Broker);

/// Who publishes; without the connection, the channel would end.
pub(crate) struct Publisher {
    channel: Channel,
    _connection: Connection,
}

impl Contest for Queue {
    const NAME: &'static str = "amqp";
    type Bare = Publisher;

    fn start() -> Option<Self> {
        Broker::rabbitmq("", 0).map(Self)
    }

    fn url(&self) -> String {
        format!("amqp://alice:s3cret@{}", self.0.host())
    }

    fn transport(&self) -> Arc<dyn Transport> {
        Arc::new(Amqp::new().ensure())
    }

    async fn connect(&self, seen: Arc<Seen>) -> Result<Self::Bare, Failure> {
        let consumer = Connection::connect(&format!("{}/%2f", self.url()), ConnectionProperties::default()).await?;
        let channel = consumer.create_channel().await?;
        let durable = QueueDeclareOptions { durable: true, ..QueueDeclareOptions::default() };
        channel.queue_declare(BARE.into(), durable, FieldTable::default()).await?;
        channel.basic_qos(u16::try_from(PREFETCH)?, BasicQosOptions::default()).await?;
        let options = BasicConsumeOptions::default();
        let mut messages = channel.basic_consume(BARE.into(), "".into(), options, FieldTable::default()).await?;
        tokio::spawn(async move {
            let _connection = consumer;
            while let Some(message) = messages.next().await {
                let message = message?;
                seen.read(&message.data)?;
                channel.basic_ack(message.delivery_tag, BasicAckOptions::default()).await?;
            }
            Ok::<_, Failure>(())
        });
        let connection = Connection::connect(&format!("{}/%2f", self.url()), ConnectionProperties::default()).await?;
        let channel = connection.create_channel().await?;
        channel.confirm_select(ConfirmSelectOptions::default()).await?;
        Ok(Publisher { channel, _connection: connection })
    }

    async fn publish(bare: &mut Self::Bare, order: &by_hand::Order, times: u32) -> Result<(), Failure> {
        let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
        let mut written = Vec::with_capacity(times as usize);
        for _ in 0..times {
            let payload = serde_json::to_vec(order)?;
            let properties =
                BasicProperties::default().with_delivery_mode(2).with_content_type("application/json".into());
            let channel = &bare.channel;
            // Sent with the first poll: waiting until each is written would be one after the other.
            let mut publishing =
                Box::pin(
                    async move { channel.basic_publish("".into(), BARE.into(), options, &payload, properties).await },
                );
            match std::future::poll_fn(|cx| Poll::Ready(publishing.as_mut().poll(cx))).await {
                Poll::Ready(confirmation) => drop(confirmation?.await?),
                Poll::Pending => written.push(publishing),
            }
        }
        for publishing in written {
            if !publishing.await?.await?.is_ack() {
                return Err("a message was not confirmed".into());
            }
        }
        Ok(())
    }
}
