//! The task of one link: sends what waits, hears whether it arrived, and makes a lost connection again.
//!
//! Invariant: commands go out in the order of the calls, one batch after the answer to the other; what was to be added to
//! a stream and not answered goes out again, before what came later.

use std::sync::Arc;
use std::time::Duration;

use ::redis::{PushInfo, PushKind, RedisError, ServerError, ServerErrorKind, Value};
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};

use super::Redis;
use super::connection::{Connection, Plan, ask, is_broken};
use super::link::{RedisLink, Shared};
use super::outbox::{Batch, Kind};
use super::reader::bounded;
use crate::reconnect::Backoff;
use crate::{CloseReason, ConnectError, ConnectErrorKind, ConnectRequest, Link, SendError, SendErrorKind};

/// The pause before something is sent again for which the server was not ready.
const AGAIN: Duration = Duration::from_millis(100);

/// Makes a connection and the link on it.
pub(super) async fn connect(redis: Redis, request: ConnectRequest) -> Result<Arc<dyn Link>, ConnectError> {
    let max_message = request.settings.max_message;
    let plan = Plan::new(&redis, &request.with_tokens().await?)?;
    let ears = Arc::new(Ears::default());
    let connection = plan.open(hearing(&ears, max_message)).await?;
    let shared = Arc::new(Shared::new(redis, request, connection.client.clone()));
    ears.attach(&shared);
    let backoff = Backoff::new(shared.request.settings.reconnect.clone());
    tokio::spawn(Driver { shared: shared.clone(), connection, backoff, ears }.run());
    Ok(Arc::new(RedisLink(shared)))
}

/// What hears a connection.
#[derive(Default)]
struct Ears {
    shared: std::sync::OnceLock<std::sync::Weak<Shared>>,
    /// The connection is lost.
    lost: Notify,
}

impl Ears {
    fn attach(&self, shared: &Arc<Shared>) {
        // Once per connection.
        let _ = self.shared.set(Arc::downgrade(shared));
    }
}

fn hearing(ears: &Arc<Ears>, max_message: usize) -> impl Fn(PushInfo) + Send + Sync + 'static {
    let ears = ears.clone();
    move |info| {
        if info.kind == PushKind::Disconnection {
            ears.lost.notify_one();
        } else if let Some(shared) = ears.shared.get().and_then(std::sync::Weak::upgrade) {
            shared.subscriptions.hear(info, max_message);
        }
    }
}

struct Driver {
    shared: Arc<Shared>,
    connection: Connection,
    backoff: Backoff,
    ears: Arc<Ears>,
}

/// What there is to do.
enum Step {
    Send(Batch),
    Lost,
    Ask,
    End,
}

impl Driver {
    async fn run(mut self) {
        let shared = self.shared.clone();
        let mut over = shared.over.subscribe();
        let heartbeat = shared.request.settings.heartbeat;
        loop {
            let step = tokio::select! {
                biased;
                _ = over.wait_for(|over| *over) => Step::End,
                () = self.ears.lost.notified() => Step::Lost,
                batch = shared.outbox.next() => Step::Send(batch),
                () = sleep(heartbeat.unwrap_or_default()), if heartbeat.is_some() => Step::Ask,
            };
            let lasts = match step {
                Step::End => false,
                Step::Send(batch) => self.send(batch).await,
                Step::Lost => self.reconnect("the server closed it").await,
                Step::Ask => {
                    match bounded(shared.patience, ask(&mut self.connection.client, &::redis::cmd("PING"))).await {
                        Err(error) if is_broken(&error) => self.reconnect(&error.to_string()).await,
                        _ => true,
                    }
                }
            };
            if !lasts {
                break;
            }
        }
        shared.ending.end(CloseReason::lost("the connection is lost for good"));
        shared.outbox.close();
        shared.set_current(None);
        shared.over.send_replace(true);
    }

    /// Sends a batch until each of its commands is answered or given up; `false` at the end of the link.
    async fn send(&mut self, mut batch: Batch) -> bool {
        let flushes = std::mem::take(&mut batch.flushes);
        let mut over = self.shared.over.subscribe();
        while !batch.fates.is_empty() {
            let (client, count) = (&mut self.connection.client, batch.fates.len());
            let sending = bounded(self.shared.patience, client.send_packed_commands(&batch.pipeline, 0, count));
            let answers = tokio::select! {
                answers = sending => answers,
                _ = over.wait_for(|over| *over) => return self.give_up(batch),
            };
            match answers {
                Ok(answers) => {
                    batch = self.judge(batch, answers);
                    if !batch.fates.is_empty() {
                        sleep(AGAIN).await;
                    }
                }
                Err(error) => {
                    batch = self.unanswered(batch, &error);
                    if !self.reconnect(&error.to_string()).await {
                        return self.give_up(batch);
                    }
                }
            }
        }
        self.shared.outbox.finish(flushes);
        true
    }

    fn give_up(&self, batch: Batch) -> bool {
        for fate in batch.fates {
            self.shared.outbox.done(fate, Err(SendErrorKind::NotConfirmed.into()));
        }
        false
    }

    /// Tells who waits what the server has answered. What it was not ready for is left.
    fn judge(&self, batch: Batch, answers: Vec<Value>) -> Batch {
        let mut again = Batch::default();
        let mut answers = answers.into_iter();
        for (command, fate) in batch.pipeline.cmd_iter().zip(batch.fates) {
            let result = match answers.next() {
                Some(Value::ServerError(error)) if is_passing(&error) => {
                    again.push(command.clone(), fate);
                    continue;
                }
                Some(Value::ServerError(error)) => Err(refused(&error)),
                Some(Value::Nil) if fate.kind == Kind::Add => {
                    Err(SendError::new(SendErrorKind::Transport, "the server has no stream of this address"))
                }
                Some(_) => Ok(()),
                None => Err(SendErrorKind::NotConfirmed.into()),
            };
            self.shared.outbox.done(fate, result);
        }
        again
    }

    /// The connection broke: what may be sent again is left, the others are told.
    fn unanswered(&self, batch: Batch, error: &RedisError) -> Batch {
        let mut again = Batch::default();
        for (command, fate) in batch.pipeline.cmd_iter().zip(batch.fates) {
            match fate.kind {
                _ if fate.is_given_up() => self.shared.outbox.done(fate, Ok(())),
                Kind::Add | Kind::Settle => again.push(command.clone(), fate),
                Kind::Publish => {
                    let told = SendError::new(SendErrorKind::NotConfirmed, error.to_string());
                    self.shared.outbox.done(fate, Err(told));
                }
            }
        }
        again
    }

    /// Makes the connection again; `false` at the end of the link.
    async fn reconnect(&mut self, reason: &str) -> bool {
        let shared = self.shared.clone();
        shared.set_current(None);
        tracing::info!(reason, "the connection to the Redis server is lost");
        self.backoff.lost();
        let mut over = shared.over.subscribe();
        loop {
            let Some((attempt, pause)) = self.backoff.next() else { return false };
            let made = async {
                sleep(pause).await;
                self.establish().await
            };
            let made = tokio::select! {
                made = made => made,
                _ = over.wait_for(|over| *over) => return false,
            };
            match made {
                Ok((connection, ears)) => {
                    (self.connection, self.ears) = (connection, ears);
                    self.backoff.connected();
                    return true;
                }
                Err(error) => tracing::debug!(attempt, %error, "the connection was not made again"),
            }
        }
    }

    async fn establish(&self) -> Result<(Connection, Arc<Ears>), ConnectError> {
        let shared = &self.shared;
        let settings = &shared.request.settings;
        let ears = Arc::new(Ears::default());
        ears.attach(shared);
        let making = async {
            let plan = Plan::new(&shared.redis, &shared.request.with_tokens().await?)?;
            let mut connection = plan.open(hearing(&ears, settings.max_message)).await?;
            let failed = |error| ConnectError::caused(ConnectErrorKind::Refused, "", error);
            shared.restore(&mut connection.client).await.map_err(failed)?;
            Ok::<_, ConnectError>(connection)
        };
        let late = |_| Err(ConnectError::from(ConnectErrorKind::TimedOut));
        let connection = timeout(settings.connect_timeout, making).await.unwrap_or_else(late)?;
        Ok((connection, ears))
    }
}

/// Whether the server only was not ready.
fn is_passing(error: &ServerError) -> bool {
    use ServerErrorKind as Kind;
    matches!(error.kind(), Some(Kind::BusyLoading | Kind::TryAgain | Kind::MasterDown | Kind::ClusterDown))
}

fn refused(error: &ServerError) -> SendError {
    SendError::new(SendErrorKind::Transport, error.to_string())
}
