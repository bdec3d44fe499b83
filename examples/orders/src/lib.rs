//! The order events of `orders.yaml`: an order service that tells of orders, and a fulfilment that ships them.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use asyncapi_runtime::types::{DateTime, Uuid};
use asyncapi_runtime::{Outcome, WithHeaders};

/// The application that the document describes: the order service.
pub mod orders {
    asyncapi_runtime::asyncapi!("orders.yaml");
}

/// The other end: what hears of orders and ships them.
pub mod fulfilment {
    asyncapi_runtime::asyncapi!(spec = "orders.yaml", side = counterpart, types = crate::orders);
}

use fulfilment::order_created::Context;
use orders::{OrderCreated, OrderCreatedHeaders, OrderShipped};

/// Ships what was ordered, each order once, however often its event is delivered.
#[derive(Debug)]
pub struct Fulfilment {
    shipped: Mutex<HashSet<Uuid>>,
    client: fulfilment::Client,
}

impl Fulfilment {
    /// A fulfilment that tells of shipments by `client`.
    pub fn new(client: fulfilment::Client) -> Self {
        Self { shipped: Mutex::default(), client }
    }
}

impl fulfilment::order_created::Receiver for Fulfilment {
    async fn publish_order_created(
        &self,
        order: WithHeaders<OrderCreated, OrderCreatedHeaders>,
        _context: &Context,
    ) -> Outcome {
        let first_time = self.shipped.lock().unwrap_or_else(PoisonError::into_inner).insert(order.order_id);
        if first_time {
            let shipped = OrderShipped::new(order.order_id, DateTime::now_utc());
            self.client.order_shipped().subscribe_order_shipped(&shipped).await?;
        }
        Ok(())
    }
}
