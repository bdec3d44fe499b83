//! Does memory stay flat? Messages of 200 bytes from a generated client to a generated service, for ten minutes at half
//! the rate that they reach at most; the resident memory of this process over time, and a failure if it grows.
//!
//! `cargo run --release -p asyncapi-benches --features nats,mqtt --bin soak -- TRANSPORT [SECONDS]`, where the transport is
//! `memory`, `ws`, `nats`, `jetstream` or `mqtt`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use asyncapi_benches::order::MESSAGE;
use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::ws::WebSocket;
use asyncapi_runtime::{ConnectEndpoint, Outcome, ServeEndpoint};

#[allow(missing_docs, reason = "the document describes it")]
mod application {
    asyncapi_runtime::asyncapi!("brokers.yaml");
}

#[allow(missing_docs, reason = "the document describes it")]
mod counterpart {
    asyncapi_runtime::asyncapi!(spec = "brokers.yaml", side = counterpart, types = super::application);
}

use application::Order;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How often a part of the messages is sent.
const TICK: Duration = Duration::from_millis(10);
/// How many messages the service may be behind.
const BEHIND: u64 = 4096;
/// How long the highest rate is looked for.
const SPRINT: Duration = Duration::from_secs(5);

/// Counts what the service has handled.
#[derive(Clone, Default)]
struct Counter(Arc<AtomicU64>);

impl counterpart::orders::Receiver for Counter {
    async fn place_order(&self, message: Order, _: &counterpart::orders::Context) -> Outcome {
        self.0.fetch_add(u64::from(message.quantity == 1200), Ordering::Relaxed);
        Ok(())
    }
}

/// What has to live as long as the run does.
#[derive(Default)]
struct Alive {
    #[cfg(feature = "brokers")]
    _broker: Option<asyncapi_brokers::Broker>,
}

/// A service that counts, and a client of it.
async fn connect(transport: &str) -> Result<(application::Client, Counter, Alive), Failure> {
    let (counter, mut alive) = (Counter::default(), Alive::default());
    let service = counterpart::Service { orders: counter.clone() };
    let connect = match transport {
        "memory" => {
            let hub = Hub::new();
            tokio::spawn(service.bind(counterpart::servers::Bus::memory(&hub)).await?.serve());
            application::servers::Bus::memory(&hub).into()
        }
        "ws" => {
            let socket = Arc::new(WebSocket::new());
            let bound = service.bind(ServeEndpoint::listen(socket.clone(), "127.0.0.1:0")).await?;
            let url = format!("ws://{}", bound.local_address());
            tokio::spawn(bound.serve());
            ConnectEndpoint::new(socket, url)
        }
        other => {
            let endpoint = broker(other, &mut alive)?;
            tokio::spawn(service.bind(endpoint.clone()).await?.serve());
            endpoint
        }
    };
    Ok((application::Client::connect(connect).await?, counter, alive))
}

/// Starts a broker.
fn broker(name: &str, _alive: &mut Alive) -> Result<ConnectEndpoint, Failure> {
    match name {
        #[cfg(feature = "nats")]
        "nats" | "jetstream" => {
            let broker = asyncapi_brokers::Broker::nats("").ok_or("nats-server is not installed")?;
            let url = format!("nats://{}", broker.host());
            _alive._broker = Some(broker);
            let stream = asyncapi_runtime::nats::JetStream::new("ORDERS", ["orders"]).ensure_in_memory();
            let nats = asyncapi_runtime::nats::Nats::new();
            let jetstream = name == "jetstream";
            let nats = if jetstream { nats.stream(stream.max_bytes(8 << 20).durable("soak")) } else { nats };
            Ok(ConnectEndpoint::new(Arc::new(nats), url))
        }
        #[cfg(feature = "mqtt")]
        "mqtt" => {
            let broker = asyncapi_brokers::Broker::mosquitto("max_inflight_messages 0\npersistence false\n");
            let broker = broker.ok_or("mosquitto is not installed")?;
            let url = format!("mqtt://{}", broker.host());
            _alive._broker = Some(broker);
            Ok(ConnectEndpoint::new(Arc::new(asyncapi_runtime::mqtt::Mqtt::new()), url))
        }
        _ => Err(format!("no transport `{name}`, or its feature is missing").into()),
    }
}

/// Sends, and never runs away from the service.
struct Sender {
    client: application::Client,
    counter: Counter,
    order: Order,
    sent: u64,
}

impl Sender {
    async fn send(&mut self, messages: u64) -> Result<(), Failure> {
        let batch = self.client.orders().batch();
        for _ in 0..messages {
            batch.place_order(&self.order).await?;
        }
        batch.flush().await?;
        self.sent += messages;
        while self.counter.0.load(Ordering::Relaxed) + BEHIND < self.sent {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        Ok(())
    }

    /// Messages per second, as fast as it goes.
    async fn sprint(&mut self) -> Result<u64, Failure> {
        let (began, before) = (Instant::now(), self.sent);
        while began.elapsed() < SPRINT {
            self.send(512).await?;
        }
        Ok((self.sent - before) / SPRINT.as_secs())
    }
}

/// The resident memory of this process, in kB.
fn resident() -> Result<u64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}

/// The median of a part of the samples, in hundredths of them.
fn median(samples: &[u64], from: usize, to: usize) -> u64 {
    let mut part: Vec<u64> = samples.iter().skip(samples.len() * from / 100).copied().collect();
    part.truncate((samples.len() * (to - from) / 100).max(1));
    part.sort_unstable();
    part.get(part.len() / 2).copied().unwrap_or_default()
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let transport = arguments.next().unwrap_or_else(|| "memory".to_owned());
    let seconds = arguments.next().map_or(Ok(600), |text| text.parse())?;
    let (client, counter, _alive) = connect(&transport).await?;
    let order = asyncapi_runtime::wire::decode(MESSAGE.as_bytes())?;
    let mut sender = Sender { client, counter, order, sent: 0 };
    let top = sender.sprint().await?;
    println!("{transport}: {top} messages per second at most; now half of that for {seconds} s");

    let (began, before) = (Instant::now(), sender.sent);
    let mut samples = Vec::new();
    let mut ticks = tokio::time::interval(TICK);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Skip);
    while began.elapsed() < Duration::from_secs(seconds) {
        ticks.tick().await;
        let due = top / 2 * u64::try_from(began.elapsed().as_millis())? / 1000;
        // A machine that was busy elsewhere is not caught up with by a flood.
        sender.send(due.saturating_sub(sender.sent - before).min(top / 50)).await?;
        if began.elapsed().as_secs() >= samples.len() as u64 {
            samples.push(resident()?);
            if samples.len() % 30 == 1 {
                println!("{:>5} s {:>8} kB {:>12} messages", samples.len() - 1, resident()?, sender.sent - before);
            }
        }
    }
    let (early, late) = (median(&samples, 20, 40), median(&samples, 80, 100));
    let rate = (sender.sent - before) / seconds.max(1);
    println!("{rate} messages per second; {early} kB after a fifth of the time, {late} kB at the end");
    if late > early + early / 20 + 512 {
        return Err("memory grows".into());
    }
    Ok(())
}
