//! Peers in another language, on the client libraries that others use, exchange the suite's messages with generated code.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use asyncapi_brokers::{Broker, find};
use asyncapi_runtime::amqp::Amqp;
use asyncapi_runtime::mqtt::{Mqtt, Version};
use asyncapi_runtime::nats::Nats;
use asyncapi_runtime::redis::{Redis, Streams};
use asyncapi_runtime::{ConnectEndpoint, Outcome, SendOptions, Transport};
use tokio::sync::mpsc;

mod application {
    asyncapi_runtime::asyncapi!("../interop/peers.yaml");
}

use application::{Number, Word, asks, words};

#[derive(Clone)]
struct Ears(mpsc::UnboundedSender<(String, Option<String>)>);

impl words::Receiver for Ears {
    async fn hear(&self, word: Word, context: &words::Context) -> Outcome {
        let from = context.raw().headers.text("x-from").map(str::to_owned);
        self.0.send((word.text, from))?;
        Ok(())
    }
}

impl asks::Receiver for Ears {
    async fn double(&self, ask: Number, _: &asks::Context) -> Outcome<Number> {
        Ok(Number { number: ask.number * 2 })
    }
}

/// The peer, which ends with the test.
struct Peer(Child);

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Peer {
    fn start(python: &PathBuf, script: &str, arguments: &[String]) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../interop").join(script);
        let mut command = Command::new(python);
        command.arg(script).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        Self(command.spawn().unwrap())
    }

    /// Waits for the peer's word that all was as it expected.
    async fn has_heard(&mut self) {
        let output = self.0.stdout.take().unwrap();
        let line = tokio::task::spawn_blocking(move || BufReader::new(output).lines().next());
        let line = tokio::time::timeout(Duration::from_secs(30), line).await.unwrap().unwrap();
        assert!(line.is_some_and(|line| line.unwrap() == "heard"), "the peer failed: its words are above");
    }
}

async fn talk(transport: Arc<dyn Transport>, url: String, headers: bool, asks: bool, peer: impl FnOnce() -> Peer) {
    let endpoint = || ConnectEndpoint::new(transport.clone(), url.clone());
    let client = application::Client::connect(endpoint()).await.unwrap();
    let (sender, mut heard) = mpsc::unbounded_channel();
    let ears = Ears(sender);
    let bound = application::Service { words: ears.clone(), asks: ears }.bind(endpoint()).await.unwrap();
    tokio::spawn(bound.serve());
    let mut peer = tokio::task::block_in_place(peer);
    let (text, from) = tokio::time::timeout(Duration::from_secs(30), heard.recv()).await.unwrap().unwrap();
    assert!(text.starts_with("from ") && from.is_some() == headers, "{text} {from:?}");
    let mut options = SendOptions::new();
    if headers {
        options = options.header("x-from", "ours");
    }
    client.back().with(options).say(&Word { text: "from ours".to_owned() }).await.unwrap();
    peer.has_heard().await;
    if asks {
        let reply = client.peer().ask(&Number { number: 7 }).await.unwrap();
        assert_eq!(reply.number, 8);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nats_py() {
    let (Some(broker), Some(python)) = (Broker::nats(""), python()) else { return };
    let url = format!("nats://{}", broker.host());
    let arguments = [url.clone()];
    talk(Arc::new(Nats::new()), url, true, true, || Peer::start(&python, "nats_peer.py", &arguments)).await;
}

async fn paho(version: Version, number: &str) {
    let (Some(broker), Some(python)) = (Broker::mosquitto(""), python()) else { return };
    let url = format!("mqtt://{}", broker.host());
    let arguments = ["127.0.0.1".to_owned(), broker.port().to_string(), number.to_owned()];
    let five = version == Version::V5;
    let transport = Arc::new(Mqtt::new().version(version));
    talk(transport, url, five, five, || Peer::start(&python, "mqtt_peer.py", &arguments)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn paho_mqtt_5() {
    paho(Version::V5, "5").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn paho_mqtt_3() {
    paho(Version::V3, "3").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pika() {
    let (Some(broker), Some(python)) = (Broker::rabbitmq("", 0), python()) else { return };
    let url = format!("amqp://alice:s3cret@{}", broker.host());
    let arguments = [broker.port().to_string()];
    let transport = Arc::new(Amqp::new().ensure());
    talk(transport, url, true, true, || Peer::start(&python, "amqp_peer.py", &arguments)).await;
}

async fn redis_py(transport: Redis, manner: &str) {
    let (Some(broker), Some(python)) = (Broker::redis(""), python()) else { return };
    let url = format!("redis://{}", broker.host());
    let arguments = [url.clone(), manner.to_owned()];
    let streams = manner == "streams";
    talk(Arc::new(transport), url, streams, streams, || Peer::start(&python, "redis_peer.py", &arguments)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_py_channels() {
    redis_py(Redis::new(), "channels").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_py_streams() {
    let streams = Streams::new(["words", "back", "asks", "peer"]).group("ours").ensure();
    redis_py(Redis::new().streams(streams), "streams").await;
}

/// The Python that has the peers' libraries.
fn python() -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/brokers/bin/python");
    if own.is_file() { Some(own) } else { find("the Python of target/brokers") }
}
