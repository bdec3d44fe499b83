//! MQTT 5.0 with QoS 0 and 1: at QoS 1 the producer waits for the broker's word, and the consumer's comes after its handler.

use std::sync::Arc;
use std::time::Duration;

use asyncapi_benches::order::by_hand;
use asyncapi_brokers::Broker;
use asyncapi_runtime::Transport;
use asyncapi_runtime::mqtt::{Mqtt, Qos};
use rumqttc_v5::{AckMode, AsyncClient, Event, EventLoop, MqttOptions, NetworkOptions, Packet, PublishOptions, QoS};

use super::{BARE, Contest, Failure, Seen};

/// QoS 0.
pub(crate) struct AtMostOnce(Broker);
/// QoS 1.
pub(crate) struct AtLeastOnce(Broker);

/// Nothing is kept in files: a disk is not what is compared.
fn broker() -> Option<Broker> {
    Broker::mosquitto("max_inflight_messages 0\npersistence false\n")
}

impl Contest for AtMostOnce {
    const NAME: &'static str = "mqtt-0";
    type Bare = AsyncClient;

    fn start() -> Option<Self> {
        broker().map(Self)
    }

    fn url(&self) -> String {
        format!("mqtt://{}", self.0.host())
    }

    fn transport(&self) -> Arc<dyn Transport> {
        Arc::new(Mqtt::new().qos(Qos::AtMostOnce))
    }

    async fn connect(&self, seen: Arc<Seen>) -> Result<Self::Bare, Failure> {
        connect(self.0.port(), QoS::AtMostOnce, seen).await
    }

    async fn publish(client: &mut Self::Bare, order: &by_hand::Order, times: u32) -> Result<(), Failure> {
        publish(client, order, times, QoS::AtMostOnce).await
    }
}

impl Contest for AtLeastOnce {
    const NAME: &'static str = "mqtt-1";
    type Bare = AsyncClient;

    fn start() -> Option<Self> {
        broker().map(Self)
    }

    fn url(&self) -> String {
        format!("mqtt://{}", self.0.host())
    }

    fn transport(&self) -> Arc<dyn Transport> {
        Arc::new(Mqtt::new().qos(Qos::AtLeastOnce))
    }

    async fn connect(&self, seen: Arc<Seen>) -> Result<Self::Bare, Failure> {
        connect(self.0.port(), QoS::AtLeastOnce, seen).await
    }

    async fn publish(client: &mut Self::Bare, order: &by_hand::Order, times: u32) -> Result<(), Failure> {
        publish(client, order, times, QoS::AtLeastOnce).await
    }
}

/// A client with the settings that ours has.
fn client(name: &str, port: u16) -> (AsyncClient, EventLoop) {
    let mut network = NetworkOptions::new();
    network.set_tcp_nodelay(true);
    let mut options = MqttOptions::new(name, ("127.0.0.1".to_owned(), port));
    options
        .set_keep_alive(30)
        .set_ack_mode(AckMode::Manual)
        .set_network_options(network)
        .set_receive_maximum(Some(1000))
        // Without it, each batch takes the library ten times as long.
        .set_outgoing_inflight_upper_limit(1024)
        .set_clean_start(true)
        .set_read_batch_size(64)
        .set_max_request_batch(64)
        .set_connect_timeout(Duration::from_secs(10));
    AsyncClient::builder(options).unbounded().build()
}

async fn connect(port: u16, qos: QoS, seen: Arc<Seen>) -> Result<AsyncClient, Failure> {
    let (consumer, mut events) = client("consumer", port);
    let acknowledging = consumer.clone();
    tokio::spawn(async move {
        loop {
            if let Event::Incoming(Packet::Publish(publish)) = events.poll().await? {
                seen.read(&publish.payload)?;
                if qos != QoS::AtMostOnce {
                    acknowledging.ack(&publish).await?;
                }
            }
        }
        #[allow(unreachable_code, reason = "says what the task fails with")]
        Ok::<_, Failure>(())
    });
    consumer.subscribe_tracked(BARE, qos).await?.wait_async().await?;
    let (producer, mut events) = client("producer", port);
    tokio::spawn(async move { while events.poll().await.is_ok() {} });
    Ok(producer)
}

async fn publish(client: &AsyncClient, order: &by_hand::Order, times: u32, qos: QoS) -> Result<(), Failure> {
    let mut notices = Vec::with_capacity(times as usize);
    for _ in 0..times {
        notices.push(client.publish_tracked(BARE, serde_json::to_vec(order)?, PublishOptions::new(qos)).await?);
    }
    for notice in notices {
        notice.wait_completion_async().await?;
    }
    Ok(())
}
