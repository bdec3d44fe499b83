//! Orders, from their events to their shipments, in one program: `orders`, `orders production kafka://localhost:9092` or
//! `orders jetstream nats://localhost:4222`.

use std::collections::HashSet;
use std::error::Error;
use std::time::{SystemTime, UNIX_EPOCH};

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::types::Uuid;
use asyncapi_runtime::{Outcome, WithHeaders};
use orders::orders::order_shipped::{Context, Receiver};
use orders::orders::{OrderCreated, OrderCreatedHeaders, OrderCreatedItem, OrderShipped};
use orders::{Fulfilment, Place, fulfilment};
use tokio::sync::mpsc;

/// The order service's ear for shipments.
struct Shipments(mpsc::Sender<OrderShipped>);

impl Receiver for Shipments {
    async fn subscribe_order_shipped(&self, shipped: OrderShipped, _context: &Context) -> Outcome {
        self.0.send(shipped).await?;
        Ok(())
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let place = match arguments.as_slice() {
        [] => Place::Memory(Hub::new()),
        [server, url] => Place::Broker(server.parse()?, url.clone()),
        _ => return Err("either nothing, or the name of a server and its URL".into()),
    };
    // Two members of one group, each of which gets a part of the orders.
    let there = || place.member_of("fulfilment");
    let fulfilment = Fulfilment::new(fulfilment::Client::connect(there()?).await?);
    for _ in 0..2 {
        let bound = fulfilment::Service { order_created: fulfilment.clone() }.bind(there()?).await?;
        tokio::spawn(bound.serve());
    }
    let here = || place.member_of("orders");
    let (sender, mut shipped) = mpsc::channel(1);
    let bound = orders::orders::Service { order_shipped: Shipments(sender) }.bind(here()?).await?;
    tokio::spawn(bound.serve());

    let client = orders::orders::Client::connect(here()?).await?;
    let mut open = HashSet::new();
    // At a broker, events outlive this program: each run has orders of its own.
    let run = SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos();
    for at in 1..=3 {
        let order_id = Uuid::from_u128(run + u128::from(at));
        let order = OrderCreated {
            order_id,
            customer_id: Uuid::from_u128(4),
            total_cents: 1_650 * at,
            currency: "EUR".to_owned(),
            items: vec![OrderCreatedItem { product_id: Some(Uuid::from_u128(99)), quantity: Some(at) }],
        };
        let headers = OrderCreatedHeaders { correlation_id: Some(Uuid::from_u128(1)), ..Default::default() };
        client.order_created().publish_order_created(&WithHeaders::new(order, headers)).await?;
        println!("ordered {order_id}");
        open.insert(order_id);
    }
    while !open.is_empty() {
        let Some(shipped) = shipped.recv().await else { return Err("the service closed".into()) };
        // There may be shipments of an earlier run.
        if open.remove(&shipped.order_id) {
            println!("shipped {} at {}", shipped.order_id, shipped.shipped_at);
        }
    }
    client.close().await;
    Ok(())
}
