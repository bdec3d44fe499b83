//! Where events go: one of the document's servers, or the memory of this program. Nothing else differs.

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::{ConnectEndpoint, Connects};

use crate::orders::servers::{self, Server};

/// A server of the document, and where it is.
#[derive(Debug, Clone)]
pub enum Place {
    /// In the place of a broker.
    Memory(Hub),
    /// This server of the document, at this URL.
    Broker(Server, String),
}

impl Place {
    /// How one of a group of programs goes there: they share what comes, and one who comes back goes on where it was.
    ///
    /// # Errors
    /// When the program was built without that protocol.
    pub fn member_of(&self, group: &'static str) -> Result<ConnectEndpoint, &'static str> {
        match self {
            Self::Memory(hub) => Ok(servers::Production::memory(hub).into_connect()),
            Self::Broker(Server::Production, url) => kafka(url, group),
            Self::Broker(Server::Jetstream, url) => jetstream(url, group),
        }
    }
}

#[cfg(feature = "kafka")]
fn kafka(url: &str, group: &'static str) -> Result<ConnectEndpoint, &'static str> {
    use asyncapi_runtime::kafka::{Kafka, Topic};
    // The events of one order stay in order: they have its id as their key.
    let kafka = Kafka::new().group(group).key("orders.created", "/order_id").key("orders.shipped", "/order_id");
    let kafka = kafka.topic(Topic::new("orders.created").partitions(4));
    Ok(servers::Production::at(url).transport(kafka).into_connect())
}

#[cfg(not(feature = "kafka"))]
fn kafka(_: &str, _: &'static str) -> Result<ConnectEndpoint, &'static str> {
    Err("`production` is Kafka: build with `--features kafka`")
}

#[cfg(feature = "nats")]
fn jetstream(url: &str, group: &'static str) -> Result<ConnectEndpoint, &'static str> {
    use asyncapi_runtime::nats::{JetStream, Nats};
    let stream = JetStream::new("ORDERS", ["orders.>"]).ensure().durable(group);
    Ok(servers::Jetstream::at(url).transport(Nats::new().stream(stream)).into_connect())
}

#[cfg(not(feature = "nats"))]
fn jetstream(_: &str, _: &'static str) -> Result<ConnectEndpoint, &'static str> {
    Err("`jetstream` is NATS: build with `--features nats`")
}
