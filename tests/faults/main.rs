//! At least once, while brokers, networks and processes die.
//!
//! A producer confirms 10,000 messages over a proxy that is cut, stalled and slowed; the broker is killed and started
//! again three times, the consumer twice. Every message that was confirmed is handled; what is handled twice is counted.
//! `MESSAGES=500` makes it short.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use asyncapi_brokers::{Broker, Proxy};
use asyncapi_runtime::mqtt::{Mqtt, Qos, Version};
use asyncapi_runtime::nats::{JetStream, Nats};
use asyncapi_runtime::{ConnectEndpoint, Outcome, SendOptions, Settings, Transport};
use tokio::task::JoinHandle;

mod application {
    asyncapi_runtime::asyncapi!("../conformance/talk.yaml");
}

mod counterpart {
    asyncapi_runtime::asyncapi!(spec = "../conformance/talk.yaml", side = counterpart, types = super::application);
}

use application::{Word, words};

/// How often each message was handled.
#[derive(Clone, Default)]
struct Handled(Arc<Mutex<HashMap<usize, usize>>>);

impl words::Receiver for Handled {
    async fn hear(&self, word: Word, _: &words::Context) -> Outcome {
        let number: usize = word.text.parse()?;
        *self.0.lock().unwrap().entry(number).or_default() += 1;
        Ok(())
    }
}

impl application::asks::Receiver for Handled {
    async fn double(&self, ask: application::Number, _: &application::asks::Context) -> Outcome<application::Number> {
        Ok(ask)
    }
}

impl application::questions::Receiver for Handled {
    async fn treble(
        &self,
        question: application::Question,
        _: &application::questions::Context,
    ) -> Outcome<application::Question> {
        Ok(question)
    }
}

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.reconnect.first = Duration::from_millis(50);
    settings.reconnect.max = Duration::from_millis(200);
    settings.heartbeat = Some(Duration::from_secs(5));
    settings
}

fn endpoint(transport: &Arc<dyn Transport>, url: &str) -> ConnectEndpoint {
    ConnectEndpoint::new(transport.clone(), url.to_owned()).settings(settings())
}

/// A consumer that is gone as a killed process is, when its task is aborted: nothing is settled or closed.
fn consume(handled: &Handled, transport: &Arc<dyn Transport>, url: &str) -> JoinHandle<()> {
    let service = application::Service { words: handled.clone(), asks: handled.clone(), questions: handled.clone() };
    let endpoint = endpoint(transport, url);
    tokio::spawn(async move {
        let server = service.into_server();
        loop {
            if let Ok(bound) = server.clone().bind(endpoint.clone()).await {
                let _ = bound.serve().await;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    })
}

/// Sends numbers until all are confirmed; what is not confirmed is sent again, as a program does that must not lose it.
async fn produce(transport: Arc<dyn Transport>, url: String, messages: usize, confirmed: Arc<AtomicUsize>) {
    let client = counterpart::Client::connect(endpoint(&transport, &url)).await.unwrap();
    let words = client.words().with(SendOptions::new().deadline(Duration::from_secs(10)));
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..messages {
        if tasks.len() >= 32 {
            tasks.join_next().await.unwrap().unwrap();
        }
        let (words, confirmed) = (words.clone(), confirmed.clone());
        tasks.spawn(async move {
            while let Err(error) = words.hear(&Word { text: number.to_string() }).await {
                eprintln!("{number}: {error}");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            confirmed.fetch_add(1, Ordering::SeqCst);
        });
        if number % 50 == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
    client.close().await;
}

async fn nothing_is_lost(
    mut broker: Broker,
    scheme: &str,
    producer: Arc<dyn Transport>,
    consumer: Arc<dyn Transport>,
    graceful: bool,
) {
    let messages: usize = std::env::var("MESSAGES").map_or(10_000, |text| text.parse().unwrap());
    let began = Instant::now();
    let proxy = Proxy::new(broker.port());
    let url = format!("{scheme}://127.0.0.1:{}", proxy.port());
    let (handled, confirmed) = (Handled::default(), Arc::<AtomicUsize>::default());
    let mut consuming = consume(&handled, &consumer, &url);
    tokio::time::sleep(Duration::from_millis(500)).await;
    let producing = tokio::spawn(produce(producer, url.clone(), messages, confirmed.clone()));
    // A fault each time that another part of the messages is confirmed.
    for fault in 0..9 {
        while confirmed.load(Ordering::SeqCst) < messages * (fault + 1) / 11 && !producing.is_finished() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        match fault {
            0 | 3 | 6 => tokio::task::block_in_place(|| {
                if graceful {
                    broker.stop()
                } else {
                    broker.kill()
                }
                broker.start();
            }),
            1 | 5 => {
                consuming.abort();
                let _ = consuming.await;
                tokio::time::sleep(Duration::from_millis(300)).await;
                consuming = consume(&handled, &consumer, &url);
            }
            2 | 7 => proxy.cut(),
            4 => {
                proxy.stall(true);
                tokio::time::sleep(Duration::from_millis(1500)).await;
                proxy.stall(false);
            }
            _ => proxy.slow(Duration::from_millis(20)),
        }
    }
    producing.await.unwrap();
    proxy.slow(Duration::ZERO);
    assert_eq!(confirmed.load(Ordering::SeqCst), messages);
    let patience = Instant::now();
    while handled.0.lock().unwrap().len() < messages && patience.elapsed() < Duration::from_secs(60) {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    consuming.abort();
    let times = &*handled.0.lock().unwrap();
    let lost: Vec<usize> = (0..messages).filter(|number| !times.contains_key(number)).collect();
    let again: usize = times.values().map(|times| times - 1).sum();
    eprintln!("{scheme}: {messages} confirmed, {again} handled again, {:?}", began.elapsed());
    assert!(lost.is_empty(), "{} of {messages} are lost: {:?}", lost.len(), &lost[..lost.len().min(20)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jetstream() {
    let Some(broker) = Broker::nats("") else { return };
    let stream = || JetStream::new("TALK", ["words", "asks", "questions"]).ensure().ack_wait(Duration::from_secs(3));
    let producer = Arc::new(Nats::new().stream(stream()));
    let consumer = Arc::new(Nats::new().stream(stream().durable("worker")));
    nothing_is_lost(broker, "nats", producer, consumer, false).await;
}

/// A broker, a producer and a consumer.
type Ends = (Broker, Arc<dyn Transport>, Arc<dyn Transport>);

fn mosquitto(version: Version) -> Option<Ends> {
    let broker = Broker::mosquitto("")?;
    let day = Duration::from_secs(86_400);
    let mqtt = || Mqtt::new().version(version).qos(Qos::AtLeastOnce);
    Some((broker, Arc::new(mqtt().persistent("producer", day)), Arc::new(mqtt().persistent("worker", day))))
}

/// Mosquitto confirms before it saves: killed, it loses what it confirmed, so here it is told to stop instead.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mqtt() {
    let Some((broker, producer, consumer)) = mosquitto(Version::V5) else { return };
    nothing_is_lost(broker, "mqtt", producer, consumer, true).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mqtt_3() {
    let Some((broker, producer, consumer)) = mosquitto(Version::V3) else { return };
    nothing_is_lost(broker, "mqtt", producer, consumer, true).await;
}
