//! Messages of 200 bytes, produced and consumed over a private broker: client and service made by `asyncapi!`, against
//! the bare client crate with serde_json by hand, with the same settings. The CPU time is this process's alone.
//!
//! `cargo run --release -p asyncapi-benches --features nats,mqtt,kafka,redis,amqp --bin brokers`; `brokers NAME` runs one, and
//! `brokers NAME ours` or `brokers NAME bare` runs one side of it, as a profiler wants it.
//!
//! To add one: a module with a [`Contest`], and a line in [`main`].

#[cfg(feature = "amqp")]
mod amqp;
#[cfg(feature = "kafka")]
mod kafka;
#[cfg(feature = "mqtt")]
mod mqtt;
#[cfg(feature = "nats")]
mod nats;
mod ours;
#[cfg(feature = "redis")]
mod redis;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use asyncapi_benches::order::{MESSAGE, by_hand};
use asyncapi_benches::{Peer, interleave, report};
use asyncapi_runtime::Transport;
use tokio::sync::Notify;

pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Messages in one run.
const COUNT: u32 = 20_000;
const ROUNDS: usize = 11;
/// After so many messages the producer waits until the broker has confirmed them all.
const BATCH: u32 = 1000;
/// How many messages the consumers may be behind.
const BEHIND: u32 = 4 * BATCH;
/// How many messages a consumer has ahead of its handler: ours reads as many ahead if nothing is said.
pub(crate) const PREFETCH: usize = 256;

/// Where the bare side's messages go: a topic, subject or queue of its own. Ours go to the document's, `orders`.
pub(crate) const BARE: &str = "byhand";

/// A broker, and what is to be compared on it.
pub(crate) trait Contest: Sized {
    /// What it is called in the table and on the command line.
    const NAME: &'static str;
    /// What the bare side needs to publish.
    type Bare;

    /// Starts the broker; `None` if it is not installed.
    fn start() -> Option<Self>;
    /// Where it is.
    fn url(&self) -> String;
    /// Ours. It is asked twice, for the client and for the service: each has a connection.
    fn transport(&self) -> Arc<dyn Transport>;
    /// Starts a task that consumes from [`BARE`] on a connection of its own and counts what [`Seen::read`] makes of it,
    /// then acknowledges as ours does; and connects to publish.
    async fn connect(&self, seen: Arc<Seen>) -> Result<Self::Bare, Failure>;
    /// Publishes an order `times` times to [`BARE`], encoded each time, and waits for the same confirmation as ours.
    async fn publish(bare: &mut Self::Bare, order: &by_hand::Order, times: u32) -> Result<(), Failure>;
}

/// Counts what a consumer has handled.
#[derive(Default)]
pub(crate) struct Seen {
    count: AtomicU32,
    more: Notify,
}

impl Seen {
    /// Decodes and counts a message of the bare side.
    pub(crate) fn read(&self, payload: &[u8]) -> Result<(), Failure> {
        let order: by_hand::Order = serde_json::from_slice(payload)?;
        self.count(std::hint::black_box(order).quantity);
        Ok(())
    }

    pub(crate) fn count(&self, quantity: u32) {
        if quantity == 1200 && (self.count.fetch_add(1, Ordering::Relaxed) + 1).is_multiple_of(BATCH) {
            self.more.notify_waiters();
        }
    }

    /// Waits until so many have been counted.
    async fn reaches(&self, count: u32) {
        loop {
            let more = self.more.notified();
            if self.count.load(Ordering::Relaxed) >= count {
                return;
            }
            more.await;
        }
    }

    /// The producer has sent so many; waits while the consumer is too far behind.
    pub(crate) async fn keep_up(&self, sent: u32) {
        self.reaches(sent.saturating_sub(BEHIND)).await;
    }
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    #[cfg(feature = "nats")]
    {
        compare::<nats::Core>(&arguments)?;
        compare::<nats::Jet>(&arguments)?;
    }
    #[cfg(feature = "mqtt")]
    {
        compare::<mqtt::AtMostOnce>(&arguments)?;
        compare::<mqtt::AtLeastOnce>(&arguments)?;
    }
    #[cfg(feature = "redis")]
    {
        compare::<redis::Channels>(&arguments)?;
        compare::<redis::Groups>(&arguments)?;
    }
    #[cfg(feature = "kafka")]
    compare::<kafka::AtLeastOnce>(&arguments)?;
    #[cfg(feature = "amqp")]
    compare::<amqp::Queue>(&arguments)?;
    Ok(())
}

/// Lets both sides take turns.
fn compare<C: Contest>(arguments: &[&str]) -> Result<(), Failure> {
    if arguments.first().is_some_and(|name| *name != C::NAME) {
        return Ok(());
    }
    let Some(contest) = C::start() else { return Ok(()) };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let ours = runtime.block_on(ours::Ours::connect(&contest.url(), contest.transport(), contest.transport()))?;
    let (seen, mut sent) = (Arc::<Seen>::default(), 0);
    let mut bare = runtime.block_on(contest.connect(seen.clone()))?;
    let order: by_hand::Order = serde_json::from_str(MESSAGE)?;
    let mut peers = vec![
        Peer::new("bare client and serde_json by hand", || {
            done(runtime.block_on(async {
                for _ in 0..COUNT / BATCH {
                    C::publish(&mut bare, &order, BATCH).await?;
                    sent += BATCH;
                    seen.keep_up(sent).await;
                }
                seen.reaches(sent).await;
                Ok(())
            }));
        }),
        Peer::new("ours: client and service of asyncapi!", || done(runtime.block_on(ours.exchange()))),
    ];
    if let Some(side) = arguments.get(1) {
        peers.retain(|peer| peer.name.starts_with(side));
    }
    let measured = interleave(ROUNDS, peers);
    report(&format!("{}, 200 bytes", C::NAME), COUNT, &measured);
    if let [bare, ours] = measured.as_slice() {
        let ratio = bare.median.as_secs_f64() / ours.median.as_secs_f64();
        println!("messages per CPU second: {ratio:.2} of those by hand (at least 0.9)");
    }
    Ok(())
}

/// A measurement of what went wrong is none.
fn done(result: Result<(), Failure>) {
    if let Err(error) = result {
        eprintln!("{error}");
        std::process::exit(1);
    }
}
