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

mod bare;

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use asyncapi_brokers::{Broker, Proxy};
use asyncapi_runtime::amqp::Amqp;
use asyncapi_runtime::kafka::{Kafka, Topic};
use asyncapi_runtime::mqtt::{Mqtt, Qos, Version};
use asyncapi_runtime::nats::{JetStream, Nats};
use asyncapi_runtime::redis::{Redis, Streams};
use asyncapi_runtime::{ConnectEndpoint, Outcome, SendOptions, Settings, Transport};

mod application {
    asyncapi_runtime::asyncapi!("../conformance/talk.yaml");
}

mod counterpart {
    asyncapi_runtime::asyncapi!(spec = "../conformance/talk.yaml", side = counterpart, types = super::application);
}

use application::{Word, words};

/// Where the consumer writes what it handles: a line for each.
#[derive(Clone)]
struct Handled(Arc<Mutex<File>>);

impl words::Receiver for Handled {
    async fn hear(&self, word: Word, _: &words::Context) -> Outcome {
        let number: usize = word.text.parse()?;
        // One write, so that a kill leaves no half of a line.
        self.0.lock().unwrap().write_all(format!("{number}\n").as_bytes())?;
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

/// Which transports a test is about.
#[derive(Clone, Copy)]
enum About {
    JetStream,
    Kafka,
    Mqtt(Version),
    Amqp,
    /// With a name that comes back, or with claims of what was left.
    Redis {
        named: bool,
    },
}

impl About {
    fn name(self) -> &'static str {
        match self {
            Self::JetStream => "jetstream",
            Self::Kafka => "kafka",
            Self::Mqtt(Version::V5) => "mqtt",
            Self::Mqtt(Version::V3) => "mqtt_3",
            Self::Amqp => "amqp",
            Self::Redis { named: false } => "redis",
            Self::Redis { named: true } => "redis_named",
        }
    }

    fn of(name: &str) -> Self {
        let mqtt = [Version::V5, Version::V3].map(Self::Mqtt);
        let redis = [false, true].map(|named| Self::Redis { named });
        let mut all = [Self::JetStream, Self::Kafka, Self::Amqp].into_iter().chain(mqtt).chain(redis);
        all.find(|about| about.name() == name).unwrap()
    }

    fn transport(self, role: &'static str) -> Arc<dyn Transport> {
        match self {
            Self::JetStream => {
                let stream = JetStream::new("TALK", ["words", "asks", "questions"]).ensure();
                Arc::new(Nats::new().stream(stream.durable(role).ack_wait(Duration::from_secs(3))))
            }
            Self::Kafka => {
                // noida keeps a member that died: who comes next is the same one.
                let kafka = Kafka::new().ensure().topic(Topic::new("words").partitions(4));
                Arc::new(kafka.group("workers").member(role).linger(Duration::from_millis(1)))
            }
            Self::Mqtt(version) => {
                let day = Duration::from_secs(86_400);
                Arc::new(Mqtt::new().version(version).qos(Qos::AtLeastOnce).persistent(role, day))
            }
            Self::Amqp => Arc::new(Amqp::new().ensure()),
            Self::Redis { named } => {
                let streams = Streams::new(["words", "asks", "questions"]).ensure();
                let redis = Redis::new().streams(streams.group(role).claim_after(Duration::from_secs(3)));
                Arc::new(if named { redis.consumer(role) } else { redis })
            }
        }
    }
}

/// The consumer, a process of its own, so that it can be killed.
struct Consumer(Child);

impl Consumer {
    fn start(about: About, url: &str, file: &Path) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "consumer", "--nocapture"]).stdin(Stdio::null()).stdout(Stdio::null());
        command.env("CONSUME", about.name()).env("CONSUME_FROM", url).env("CONSUME_INTO", file);
        Self(command.spawn().unwrap())
    }
}

impl Drop for Consumer {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What the process of a [`Consumer`] runs; among the tests it does nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn consumer() {
    let Ok(about) = std::env::var("CONSUME") else { return };
    let (url, file) = (std::env::var("CONSUME_FROM").unwrap(), std::env::var("CONSUME_INTO").unwrap());
    let transport = About::of(&about).transport("worker");
    let handled = Handled(Arc::new(Mutex::new(File::options().create(true).append(true).open(file).unwrap())));
    let service = application::Service { words: handled.clone(), asks: handled.clone(), questions: handled };
    let server = service.into_server();
    loop {
        if let Ok(bound) = server.clone().bind(endpoint(&transport, &url)).await {
            let _ = bound.serve().await;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// What was handled, in this order.
fn handled(file: &Path) -> Vec<usize> {
    fs::read_to_string(file).unwrap_or_default().lines().map(|line| line.parse().unwrap()).collect()
}

/// How many sends are under way at once, each with its own key where there are keys.
const LANES: usize = 32;

/// Nothing is sent for now, by none of the tests: it harms none.
static QUIET: AtomicBool = AtomicBool::new(false);

/// Sends numbers until all are confirmed; what is not confirmed is sent again, as a program does that must not lose it.
async fn produce(transport: Arc<dyn Transport>, url: String, messages: usize, confirmed: Arc<AtomicUsize>) {
    let client = counterpart::Client::connect(endpoint(&transport, &url)).await.unwrap();
    let mut tasks = tokio::task::JoinSet::new();
    for lane in 0..LANES {
        let mut options = SendOptions::new().deadline(Duration::from_secs(10));
        let mut pause = Duration::from_millis(3);
        if transport.capabilities().keys {
            options = options.key(lane.to_string());
            // A group takes its time to share out its partitions.
            pause = Duration::from_millis(30);
        }
        let (words, confirmed) = (client.words().with(options), confirmed.clone());
        tasks.spawn(async move {
            for number in (lane..messages).step_by(LANES) {
                while QUIET.load(Ordering::SeqCst) {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
                while let Err(error) = words.hear(&Word { text: number.to_string() }).await {
                    eprintln!("{number}: {error}");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                confirmed.fetch_add(1, Ordering::SeqCst);
                tokio::time::sleep(pause).await;
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
    client.close().await;
}

/// So many tests at once leave the processor time to be punctual: what is measured here is not speed.
static TURNS: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(2);

async fn nothing_is_lost(mut broker: Broker, scheme: &str, about: About, graceful: bool) {
    let _turn = TURNS.acquire().await.unwrap();
    let messages: usize = std::env::var("MESSAGES").map_or(10_000, |text| text.parse().unwrap());
    let began = Instant::now();
    let in_order = matches!(about, About::Kafka);
    let ordered = in_order || matches!(about, About::Redis { named: true });
    let proxy = if in_order { Proxy::kafka(broker.port()) } else { Proxy::new(broker.port()) };
    // Whom RabbitMQ knows; the others let in everybody.
    let login = if scheme == "amqp" { "alice:s3cret@" } else { "" };
    let url = format!("{scheme}://{login}127.0.0.1:{}", proxy.port());
    let (file, confirmed) = (broker.folder().join("handled"), Arc::<AtomicUsize>::default());
    let mut consumer = Consumer::start(about, &url, &file);
    tokio::time::sleep(Duration::from_millis(500)).await;
    let producing = tokio::spawn(produce(about.transport("producer"), url.clone(), messages, confirmed.clone()));
    // A fault each time that another part of the messages is confirmed.
    for fault in 0..9 {
        while confirmed.load(Ordering::SeqCst) < messages * (fault + 1) / 11 && !producing.is_finished() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        match fault {
            0 | 3 | 6 => tokio::task::block_in_place(|| {
                // noida forgets what it has confirmed in its last moments, even told to stop: let those be quiet.
                QUIET.store(in_order && graceful, Ordering::SeqCst);
                std::thread::sleep(Duration::from_secs(u64::from(in_order && graceful)));
                if graceful {
                    broker.stop()
                } else {
                    broker.kill()
                }
                // From here on, sends wait for it to come back.
                QUIET.store(false, Ordering::SeqCst);
                std::thread::sleep(Duration::from_millis(100));
                broker.start();
            }),
            1 | 5 => {
                // It dies at its work.
                let (before, patience) = (handled(&file).len(), Instant::now());
                while handled(&file).len() < before + 50 && patience.elapsed() < Duration::from_secs(20) {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                drop(consumer);
                tokio::time::sleep(Duration::from_millis(300)).await;
                consumer = Consumer::start(about, &url, &file);
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
    let distinct = || handled(&file).into_iter().collect::<HashSet<_>>().len();
    while distinct() < messages && patience.elapsed() < Duration::from_secs(60) {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    drop(consumer);
    let all = handled(&file);
    let (mut seen, mut latest) = (HashSet::new(), vec![None; LANES]);
    for number in all.iter().copied().filter(|number| seen.insert(*number)) {
        let before = latest[number % LANES].replace(number);
        assert!(!ordered || before < Some(number), "{number} was handled first after {before:?} of its key");
    }
    let lost: Vec<usize> = (0..messages).filter(|number| !seen.contains(number)).collect();
    let again = all.len() - seen.len();
    eprintln!("{scheme}: {messages} confirmed, {again} handled again, {:?}", began.elapsed());
    assert!(lost.is_empty(), "{} of {messages} are lost: {:?}", lost.len(), &lost[..lost.len().min(20)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jetstream() {
    let Some(broker) = Broker::nats("") else { return };
    nothing_is_lost(broker, "nats", About::JetStream, false).await;
}

/// Killed, noida comes back without some of what it has confirmed, so it is told to stop; `KILL=1` kills it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kafka() {
    let Some(broker) = Broker::kafka() else { return };
    nothing_is_lost(broker, "kafka", About::Kafka, std::env::var_os("KILL").is_none()).await;
}

/// Killed, Mosquitto comes back without some of what it has confirmed, as [`bare`] shows, so here it is told to stop; `KILL=1`
/// kills it.
async fn mosquitto(version: Version) {
    let Some(broker) = Broker::mosquitto("") else { return };
    nothing_is_lost(broker, "mqtt", About::Mqtt(version), std::env::var_os("KILL").is_none()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mqtt() {
    mosquitto(Version::V5).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mqtt_3() {
    mosquitto(Version::V3).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn amqp() {
    let Some(broker) = Broker::rabbitmq("", 0) else { return };
    nothing_is_lost(broker, "amqp", About::Amqp, false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_streams() {
    let Some(broker) = Broker::redis("") else { return };
    nothing_is_lost(broker, "redis", About::Redis { named: false }, false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_streams_in_order() {
    let Some(broker) = Broker::redis("") else { return };
    nothing_is_lost(broker, "redis", About::Redis { named: true }, false).await;
}
