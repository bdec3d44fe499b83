//! Orders and shipments end to end: in memory, on Kafka, on NATS JetStream.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::time::Duration;

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::types::Uuid;
use asyncapi_runtime::{Outcome, WithHeaders};
use orders::orders::order_shipped::{Context, Receiver};
use orders::orders::{Client, OrderCreated, OrderCreatedHeaders, OrderShipped, Service, servers};
use orders::{Fulfilment, Place, fulfilment};
use tokio::sync::mpsc;

struct Shipments(mpsc::Sender<OrderShipped>);

impl Receiver for Shipments {
    async fn subscribe_order_shipped(&self, shipped: OrderShipped, _context: &Context) -> Outcome {
        self.0.send(shipped).await?;
        Ok(())
    }
}

fn order(id: u128) -> WithHeaders<OrderCreated, OrderCreatedHeaders> {
    let order = OrderCreated::new(Uuid::from_u128(id), Uuid::from_u128(4), 4_950, Vec::new());
    assert_eq!(order.currency, "USD", "the document's default");
    let headers = OrderCreatedHeaders { correlation_id: Some(Uuid::from_u128(1)), ..Default::default() };
    assert_eq!(headers.event_version, "1.0", "the document's default, a string");
    WithHeaders::new(order, headers)
}

/// Two members of one group ship each order once, however often it is told.
async fn each_order_is_shipped_once(place: Place) {
    let there = || place.member_of("fulfilment").unwrap();
    let fulfilment = Fulfilment::new(fulfilment::Client::connect(there()).await.unwrap());
    for _ in 0..2 {
        let bound = fulfilment::Service { order_created: fulfilment.clone() }.bind(there()).await.unwrap();
        tokio::spawn(bound.serve());
    }
    let here = || place.member_of("orders").unwrap();
    let (sender, mut shipped) = mpsc::channel(64);
    let bound = Service { order_shipped: Shipments(sender) }.bind(here()).await.unwrap();
    tokio::spawn(bound.serve());

    let client = Client::connect(here()).await.unwrap();
    let told = [1, 1, 2, 1, 3, 4, 2, 5, 6, 7, 8, 9, 10, 10];
    for id in told {
        client.order_created().publish_order_created(&order(id)).await.unwrap();
    }
    let mut ids = Vec::new();
    let mut patience = Duration::from_secs(20);
    while let Ok(Some(one)) = tokio::time::timeout(patience, shipped.recv()).await {
        ids.push(one.order_id.as_u128());
        if ids.len() == 10 {
            // One that is shipped twice would come by now.
            patience = Duration::from_millis(500);
        }
    }
    ids.sort_unstable();
    assert_eq!(ids, (1..=10).collect::<Vec<u128>>());
}

#[tokio::test]
async fn in_memory() {
    each_order_is_shipped_once(Place::Memory(Hub::new())).await;
}

#[cfg(feature = "kafka")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_kafka() {
    let Some(broker) = asyncapi_brokers::Broker::kafka() else { return };
    each_order_is_shipped_once(Place::Broker(servers::Server::Production, format!("kafka://{}", broker.host()))).await;
}

#[cfg(feature = "nats")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_jetstream() {
    let Some(broker) = asyncapi_brokers::Broker::nats("") else { return };
    each_order_is_shipped_once(Place::Broker(servers::Server::Jetstream, format!("nats://{}", broker.host()))).await;
}

#[tokio::test]
async fn an_order_is_shipped_once_however_often_it_is_told() {
    let hub = Hub::new();
    let client = fulfilment::Client::connect(fulfilment::servers::Production::memory(&hub)).await.unwrap();
    let service = fulfilment::Service { order_created: Fulfilment::new(client) };
    let bound = service.bind(fulfilment::servers::Production::memory(&hub)).await.unwrap();
    tokio::spawn(bound.serve());
    let (sender, mut shipped) = mpsc::channel(8);
    let bound = Service { order_shipped: Shipments(sender) }.bind(servers::Production::memory(&hub)).await.unwrap();
    tokio::spawn(bound.serve());

    let client = Client::connect(servers::Production::memory(&hub)).await.unwrap();
    for id in [1, 1, 2, 1] {
        client.order_created().publish_order_created(&order(id)).await.unwrap();
    }
    let mut ids = Vec::new();
    while let Ok(Some(one)) = tokio::time::timeout(Duration::from_millis(500), shipped.recv()).await {
        ids.push(one.order_id.as_u128());
    }
    assert_eq!(ids, [1, 2]);
}
