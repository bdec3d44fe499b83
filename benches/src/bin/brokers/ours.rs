//! The generated side, the same for every broker.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use asyncapi_benches::order::MESSAGE;
use asyncapi_runtime::{ConnectEndpoint, Outcome, Transport};

use super::{BATCH, COUNT, Failure, Seen};

#[allow(missing_docs, reason = "the document describes it")]
mod application {
    asyncapi_runtime::asyncapi!("brokers.yaml");
}

#[allow(missing_docs, reason = "the document describes it")]
mod counterpart {
    asyncapi_runtime::asyncapi!(spec = "brokers.yaml", side = counterpart, types = super::application);
}

use application::Order;

struct Counter(Arc<Seen>);

impl counterpart::orders::Receiver for Counter {
    async fn place_order(&self, message: Order, _: &counterpart::orders::Context) -> Outcome {
        self.0.count(message.quantity);
        Ok(())
    }
}

/// A client, and a service that consumes.
pub(crate) struct Ours {
    client: application::Client,
    seen: Arc<Seen>,
    sent: AtomicU32,
    order: Order,
}

impl Ours {
    pub(crate) async fn connect(
        url: &str,
        consumer: Arc<dyn Transport>,
        producer: Arc<dyn Transport>,
    ) -> Result<Self, Failure> {
        let seen = Arc::<Seen>::default();
        let service = counterpart::Service { orders: Counter(seen.clone()) };
        tokio::spawn(service.bind(ConnectEndpoint::new(consumer, url.to_owned())).await?.serve());
        let client = application::Client::connect(ConnectEndpoint::new(producer, url.to_owned())).await?;
        let order = asyncapi_runtime::wire::decode(MESSAGE.as_bytes())?;
        Ok(Self { client, seen, sent: AtomicU32::new(0), order })
    }

    /// Sends the messages of one run, and waits until all are handled.
    pub(crate) async fn exchange(&self) -> Result<(), Failure> {
        let orders = self.client.orders();
        let batch = orders.batch();
        for _ in 0..COUNT / BATCH {
            for _ in 0..BATCH {
                batch.place_order(&self.order).await?;
            }
            batch.flush().await?;
            let sent = self.sent.fetch_add(BATCH, Ordering::Relaxed) + BATCH;
            self.seen.keep_up(sent).await;
        }
        self.seen.reaches(self.sent.load(Ordering::Relaxed)).await;
        Ok(())
    }
}
