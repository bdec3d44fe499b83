//! A message of 200 bytes from a client to a service in the process, checks on: encode, transport, decode, dispatch,
//! acknowledge. Against serde and a bounded channel of tokio by hand, which check nothing and acknowledge nothing.
//!
//! `cargo run --release -p asyncapi-benches --bin memory`; `memory NAME` runs one of the two, as a profiler wants it.

use asyncapi_benches::order::{MESSAGE, by_hand};
use asyncapi_benches::{Peer, interleave, report};
use asyncapi_runtime::Outcome;
use asyncapi_runtime::memory::Hub;
use tokio::runtime::Runtime;
use tokio::sync::mpsc;

#[allow(missing_docs, reason = "the document describes it")]
mod application {
    asyncapi_runtime::asyncapi!("memory.yaml");
}

#[allow(missing_docs, reason = "the document describes it")]
mod counterpart {
    asyncapi_runtime::asyncapi!(spec = "memory.yaml", side = counterpart, types = super::application);
}

use application::Order;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Messages in one run.
const COUNT: u32 = 50_000;
const ROUNDS: usize = 15;
/// What waits at most, on either side: what a subscription reads ahead by default.
const CAPACITY: usize = 256;

/// Counts the quantities that came in, and says when it is enough.
struct Counter {
    seen: std::sync::atomic::AtomicU32,
    done: mpsc::UnboundedSender<()>,
}

impl Counter {
    fn count(&self, quantity: u32) {
        use std::sync::atomic::Ordering::Relaxed;
        if quantity == 1200 && (self.seen.fetch_add(1, Relaxed) + 1).is_multiple_of(COUNT) {
            let _ = self.done.send(());
        }
    }
}

impl counterpart::orders::Receiver for Counter {
    async fn place_order(&self, message: Order, _: &counterpart::orders::Context) -> Outcome {
        self.count(message.quantity);
        Ok(())
    }
}

fn main() -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (client, mut ours_done) = runtime.block_on(ours())?;
    let order: Order = asyncapi_runtime::wire::decode(MESSAGE.as_bytes())?;
    let (sender, mut hand_done) = by_hand_reader(&runtime);
    let hand_order: by_hand::Order = serde_json::from_str(MESSAGE)?;
    let mut peers = vec![
        Peer::new("serde and a bounded channel by hand", || {
            runtime.block_on(async {
                for _ in 0..COUNT {
                    let Ok(payload) = serde_json::to_vec(&hand_order) else { return };
                    let _ = sender.send(payload).await;
                }
                hand_done.recv().await;
            });
        }),
        Peer::new("asyncapi!, checked (at most 1.25)", || {
            runtime.block_on(async {
                for _ in 0..COUNT {
                    if let Err(error) = client.orders().place_order(&order).await {
                        eprintln!("{error}");
                        std::process::exit(1);
                    }
                }
                ours_done.recv().await;
            });
        }),
    ];
    if let Some(name) = std::env::args().nth(1) {
        peers.retain(|peer| peer.name.starts_with(&name));
    }
    let measured = interleave(ROUNDS, peers);
    report("memory, 200 bytes", COUNT, &measured);
    if let [by_hand, ours] = measured.as_slice() {
        let ratio = by_hand.median.as_secs_f64() / ours.median.as_secs_f64();
        println!("messages per CPU second: {ratio:.2} of those by hand (at least 0.8)");
    }
    Ok(())
}

async fn ours() -> Result<(application::Client, mpsc::UnboundedReceiver<()>), Failure> {
    let hub = Hub::new();
    let (done, finished) = mpsc::unbounded_channel();
    let service = counterpart::Service { orders: Counter { seen: 0.into(), done } };
    tokio::spawn(service.bind(counterpart::servers::Bus::memory(&hub)).await?.serve());
    Ok((application::Client::connect(application::servers::Bus::memory(&hub)).await?, finished))
}

fn by_hand_reader(runtime: &Runtime) -> (mpsc::Sender<Vec<u8>>, mpsc::UnboundedReceiver<()>) {
    let (sender, mut incoming) = mpsc::channel::<Vec<u8>>(CAPACITY);
    let (done, finished) = mpsc::unbounded_channel();
    let counter = Counter { seen: 0.into(), done };
    runtime.spawn(async move {
        while let Some(payload) = incoming.recv().await {
            if let Ok(order) = serde_json::from_slice::<by_hand::Order>(&payload) {
                counter.count(std::hint::black_box(order).quantity);
            }
        }
    });
    (sender, finished)
}
