//! What the document's bindings decide, through generated code.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use asyncapi_brokers::{Broker, Proxy};
use asyncapi_runtime::nats::Nats;
use asyncapi_runtime::{ConnectEndpoint, Outcome};

use crate::kit::{message, next, send, subscribe, text};

mod application {
    asyncapi_runtime::asyncapi!(spec = "../conformance/bound.yaml", allow = [A0341]);
}

use application::{Service, Word, shared};

#[derive(Clone, Default)]
struct Count(Arc<AtomicUsize>);

impl shared::Receiver for Count {
    async fn share(&self, _: Word, _: &shared::Context) -> Outcome {
        self.0.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_queue_of_a_nats_binding_is_shared() {
    let Some(broker) = Broker::nats("") else { return };
    let endpoint = || ConnectEndpoint::new(Arc::new(Nats::new()), format!("nats://{}", broker.host()));
    let count = Count::default();
    for _ in 0..2 {
        tokio::spawn(Service { shared: count.clone() }.bind(endpoint()).await.unwrap().serve());
    }
    let client = asyncapi_runtime::Client::connect(endpoint(), &[]).await.unwrap();
    let link = client.channel(&shared::CHANNEL, "shared");
    for _ in 0..100 {
        link.send_raw(message("shared", "{\"text\":\"x\"}")).await.unwrap();
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(count.0.load(Ordering::SeqCst), 100, "each message goes to one of the two");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_mqtt_binding_decides_qos_retain_and_will() {
    let Some(stand) = crate::stands::mqtt() else { return };
    let proxy = Proxy::new(stand.url.rsplit(':').next().unwrap().parse().unwrap());
    let watcher = stand.link().await;
    let mut gone = subscribe(&watcher, "gone").await;
    // The document's server says version, client id and will; what is at the URL is where it stands.
    let url = format!("mqtt://alice:s3cret@127.0.0.1:{}", proxy.port());
    let client = application::Client::connect(application::servers::Old::at(url)).await.unwrap();
    client.kept().keep(&Word { text: "kept".to_owned() }).await.unwrap();
    // Who comes later hears what was retained.
    let mut late = subscribe(&watcher, "kept").await;
    let found = next(&mut late).await;
    assert_eq!(text(&found), "{\"text\":\"kept\"}");
    assert!(found.settle.is_some(), "QoS 1 is to be acknowledged");
    assert!(found.message.content_type.is_none(), "3.1.1 has no media types");
    found.acknowledge();
    proxy.cut();
    assert_eq!(text(&next(&mut gone).await), "farewell");
    send(&watcher, message("kept", "")).await;
}
