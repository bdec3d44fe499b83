//! The adder of `rpc-server.yaml`, and the one who asks it, of `rpc-client.yaml`.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use asyncapi_runtime::types::Uuid;
use asyncapi_runtime::{Failure, Outcome, SendOptions};
use tokio::sync::oneshot;

/// The program that adds.
pub mod server {
    asyncapi_runtime::asyncapi!("rpc-server.yaml");
}

/// The program that asks.
pub mod client {
    asyncapi_runtime::asyncapi!("rpc-client.yaml");
}

/// Adds, and answers where it was asked to.
#[derive(Debug)]
pub struct Adder {
    client: server::Client,
}

impl Adder {
    /// One that answers by `client`.
    pub fn new(client: server::Client) -> Self {
        Self { client }
    }
}

impl server::rpc_queue::Receiver for Adder {
    async fn sum(&self, message: server::Sum, context: &server::rpc_queue::Context) -> Outcome {
        let asked = context.raw();
        let (Some(queue), Some(id)) = (asked.reply_to(), asked.correlation_id()) else {
            return Err(Failure::reject("the request does not say where the answer goes"));
        };
        let result = Some(message.numbers.unwrap_or_default().into_iter().sum());
        let place = server::queue::Parameters { queue: queue.to_string() };
        let about = SendOptions::new().correlation_id(id.clone());
        // Who has asked may have left.
        let answer = server::SendSumResult { result };
        if let Err(error) = self.client.queue(place).with(about).send_sum_result(&answer).await {
            eprintln!("an answer did not arrive: {error}");
        }
        Ok(())
    }
}

type Waiting = Arc<Mutex<HashMap<String, oneshot::Sender<Option<f64>>>>>;

/// Asks for sums, many at a time.
#[derive(Debug)]
pub struct Asker {
    client: client::Client,
    /// The queue for the answers.
    queue: String,
    waiting: Waiting,
    next: AtomicU64,
}

/// A boxed error.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

impl Asker {
    /// Opens a queue of its own for the answers.
    ///
    /// # Errors
    /// When the broker does not give it.
    pub async fn new(client: client::Client) -> Result<Self, Error> {
        let queue = format!("sums.{}", Uuid::from_u64_pair(std::process::id().into(), unique()));
        let place = client::queue::Parameters { queue: queue.clone() };
        let mut answers = client.queue(place).subscribe().await?.deliveries();
        let waiting = Waiting::default();
        let known = waiting.clone();
        tokio::spawn(async move {
            while let Some(answer) = answers.next().await {
                let id = answer.raw().correlation_id().map(ToString::to_string).unwrap_or_default();
                let client::queue::Message::ReceiveSumResult(found) = answer.acknowledge();
                let asked = known.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
                // Whoever has asked may not wait any more.
                if let Some(asked) = asked {
                    let _ = asked.send(found.result);
                }
            }
        });
        Ok(Self { client, queue, waiting, next: AtomicU64::new(0) })
    }

    /// The sum of some numbers, by way of the server.
    ///
    /// # Errors
    /// When there is no server, or it does not answer.
    pub async fn sum(&self, numbers: &[f64]) -> Result<f64, Error> {
        let id = self.next.fetch_add(1, Ordering::Relaxed).to_string();
        let (asked, answer) = oneshot::channel();
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(id.clone(), asked);
        let about = SendOptions::new().correlation_id(id).reply_to(self.queue.clone());
        let request = client::RequestSum { numbers: Some(numbers.to_vec()) };
        self.client.rpc_queue().with(about).request_sum(&request).await?;
        let answer = tokio::time::timeout(std::time::Duration::from_secs(10), answer).await??;
        answer.ok_or_else(|| "the answer has no result".into())
    }
}

/// A number that is another one each time, in each program.
fn unique() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(0u8)
}
