//! The order events of `orders.yaml`: an order service that tells of orders, and a fulfilment that ships them.

mod place;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

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
pub use place::Place;

/// Ships what was ordered, each order once, however often its event is delivered. Clones are members of one group, which
/// know together what is shipped: in earnest, that is a table in a database.
#[derive(Debug, Clone)]
pub struct Fulfilment {
    shipped: Arc<Mutex<HashSet<Uuid>>>,
    client: fulfilment::Client,
}

impl Fulfilment {
    /// A fulfilment that tells of shipments by `client`.
    pub fn new(client: fulfilment::Client) -> Self {
        Self { shipped: Arc::default(), client }
    }

    fn shipped(&self) -> std::sync::MutexGuard<'_, HashSet<Uuid>> {
        self.shipped.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fulfilment::order_created::Receiver for Fulfilment {
    async fn publish_order_created(
        &self,
        order: WithHeaders<OrderCreated, OrderCreatedHeaders>,
        _context: &Context,
    ) -> Outcome {
        if self.shipped().insert(order.order_id) {
            let shipped = OrderShipped::new(order.order_id, DateTime::now_utc());
            if let Err(error) = self.client.order_shipped().subscribe_order_shipped(&shipped).await {
                // Nobody has heard of it: the event comes again.
                self.shipped().remove(&order.order_id);
                return Err(error.into());
            }
        }
        Ok(())
    }
}
