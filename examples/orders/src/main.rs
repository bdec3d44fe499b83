//! An order, from its event to its shipment, in one program.

use std::error::Error;

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::types::Uuid;
use asyncapi_runtime::{Outcome, WithHeaders};
use orders::orders::order_shipped::{Context, Receiver};
use orders::orders::{OrderCreated, OrderCreatedHeaders, OrderCreatedItem, OrderShipped};
use orders::{Fulfilment, fulfilment};
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
    // One line stands in for the broker that the document names.
    let hub = Hub::new();
    let there = || fulfilment::servers::Production::memory(&hub);
    let here = || orders::orders::servers::Production::memory(&hub);

    let client = fulfilment::Client::connect(there()).await?;
    let bound = fulfilment::Service { order_created: Fulfilment::new(client) }.bind(there()).await?;
    tokio::spawn(bound.serve());
    let (sender, mut shipped) = mpsc::channel(1);
    let bound = orders::orders::Service { order_shipped: Shipments(sender) }.bind(here()).await?;
    tokio::spawn(bound.serve());

    let order = OrderCreated {
        order_id: Uuid::from_u128(17),
        customer_id: Uuid::from_u128(4),
        total_cents: 4_950,
        currency: "EUR".to_owned(),
        items: vec![OrderCreatedItem { product_id: Some(Uuid::from_u128(99)), quantity: Some(3) }],
    };
    let headers = OrderCreatedHeaders { correlation_id: Some(Uuid::from_u128(1)), ..Default::default() };
    let client = orders::orders::Client::connect(here()).await?;
    client.order_created().publish_order_created(&WithHeaders::new(order, headers)).await?;
    println!("ordered");
    match shipped.recv().await {
        Some(shipped) => println!("order {} was shipped at {}", shipped.order_id, shipped.shipped_at),
        None => println!("the service closed"),
    }
    Ok(())
}
