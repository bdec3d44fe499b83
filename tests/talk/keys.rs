//! The key of a Kafka message is typed where the document has a schema for it; `memory` carries keys.

use asyncapi_runtime::bindings::kafka::{CleanupPolicy, SchemaIdLocation};
use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::wire::Uuid;
use asyncapi_runtime::{Outcome, SendErrorKind, SendOptions};
use tokio::sync::mpsc;

mod shop {
    asyncapi_runtime::asyncapi!(spec = "../asyncapi-codegen/tests/golden/bindings/asyncapi.yaml", warnings = "allow");
}

mod stock {
    asyncapi_runtime::asyncapi!(
        spec = "../asyncapi-codegen/tests/golden/bindings/asyncapi.yaml",
        side = counterpart,
        types = super::shop,
        warnings = "allow",
    );
}

type Heard = mpsc::UnboundedSender<(Option<String>, Option<String>)>;

struct Stock(Heard);

fn heard<C: std::ops::Deref<Target = asyncapi_runtime::Context>>(context: &C) -> (Option<String>, Option<String>) {
    let raw = context.raw();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (raw.key.as_deref().map(text), raw.headers.get("trace").and_then(|value| value.as_str().map(str::to_owned)))
}

impl stock::orders::Receiver for Stock {
    async fn place(&self, _: stock::orders::Place, context: &stock::orders::Context) -> Outcome {
        Ok(self.0.send(heard(context))?)
    }
}

impl stock::notes::Receiver for Stock {
    async fn note(&self, _: String, context: &stock::notes::Context) -> Outcome {
        Ok(self.0.send(heard(context))?)
    }
}

#[tokio::test]
async fn keys_are_typed() {
    let hub = Hub::new();
    let (heard, mut all) = mpsc::unbounded_channel();
    let endpoint = stock::servers::Kafka::memory(&hub);
    let service = stock::Service { orders: Stock(heard.clone()), notes: Stock(heard) };
    let served = tokio::spawn(service.bind(endpoint).await.unwrap().serve());
    let client = shop::Client::connect(shop::servers::Kafka::memory(&hub)).await.unwrap();

    let (id, orders) = (Uuid::from_u128(7), client.orders());
    let order = shop::Order { id, item: "tea".to_owned() };
    orders.place(order.clone()).await.unwrap();
    assert_eq!(all.recv().await.unwrap(), (None, None));

    // A string is its text, and other options stay.
    let traced = orders.with(SendOptions::new().header("trace", "on"));
    traced.with_placed_key(&id).unwrap().place(order).await.unwrap();
    assert_eq!(all.recv().await.unwrap(), (Some(id.to_string()), Some("on".to_owned())));

    // An object is JSON, and obeys its schema.
    let key = |tenant: &str| shop::CancelledKey { tenant: tenant.to_owned() };
    let cancelled = shop::orders::Place::Cancelled(shop::Cancelled { id: 7 });
    orders.with_cancelled_key(&key("acme")).unwrap().place(cancelled).await.unwrap();
    assert_eq!(all.recv().await.unwrap(), (Some(r#"{"tenant":"acme"}"#.to_owned()), None));
    let refused = orders.with_cancelled_key(&key("nine chars")).unwrap_err();
    assert_eq!(refused.kind(), SendErrorKind::Invalid);

    client.notes().with_key(&7).unwrap().note(&"hot".to_owned()).await.unwrap();
    assert_eq!(all.recv().await.unwrap(), (Some("7".to_owned()), None));
    served.abort();
}

#[test]
fn bindings_are_statics() {
    let topic = shop::orders::CHANNEL.kafka().unwrap();
    assert_eq!((topic.topic, topic.partitions, topic.replicas), (Some("orders.v1"), Some(12), Some(3)));
    let configuration = topic.topic_configuration.unwrap();
    assert_eq!(configuration.cleanup_policy, [CleanupPolicy::Delete, CleanupPolicy::Compact]);
    assert_eq!((configuration.retention_ms, configuration.max_message_bytes), (Some(604_800_000), None));
    assert_eq!(shop::orders::PLACE.kafka().unwrap().group_id, Some("orders"));
    assert_eq!(shop::orders::PLACED_MESSAGE.kafka().unwrap().schema_id_location, Some(SchemaIdLocation::Payload));
    assert_eq!(shop::orders::PLACE.nats().unwrap().queue, Some("orders"));
    assert!(shop::orders::CHANNEL.ws().is_none() && shop::notes::CHANNEL.kafka().is_none());
}
