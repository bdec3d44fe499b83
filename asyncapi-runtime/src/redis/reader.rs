//! Reads a stream: what is new, what this consumer had taken before, what others have left, and what comes again.
//!
//! Invariant: new messages come in the stream's order; after a connection was lost, those that were lost with it come
//! before newer ones.

use std::sync::Arc;
use std::time::Duration;

use ::redis::{Cmd, Pipeline, RedisError, Value};
use tokio::time::{Instant, sleep, sleep_until, timeout};

use super::connection::{Connection, ask, is_broken};
use super::consumer::{Consumer, Id, Later, Seat, add};
use super::link::Shared;
use super::message::{bytes_of, read};
use crate::reconnect::Backoff;
use crate::{BoxFuture, CloseReason, RawMessage, SubscribeError, SubscribeErrorKind};

/// How long the server waits for a message before it says that there is none.
const BLOCK: Duration = Duration::from_secs(5);
/// The pause before something is tried again that the server has refused.
const AGAIN: Duration = Duration::from_secs(1);
/// The longest pause between two looks at what others have left.
const LOOK: Duration = Duration::from_secs(15);
/// How many pages of pending messages are looked at in one go.
const PAGES: usize = 16;

/// A message of a stream.
pub(super) struct Entry {
    pub(super) id: Id,
    pub(super) slot: usize,
    pub(super) attempt: u32,
    pub(super) message: RawMessage,
}

pub(super) struct Reader {
    shared: Arc<Shared>,
    consumer: Arc<Consumer>,
    count: usize,
    connection: Option<Connection>,
    backoff: Backoff,
    /// The question that the server thinks about.
    asked: Option<BoxFuture<'static, Result<Value, RedisError>>>,
    /// What this consumer has taken before is to be read after this id.
    backlog: Option<Id>,
    /// When and where to look for what others have left.
    look_at: Instant,
    look_from: Id,
    /// The last that was read, where there is no group.
    last: Id,
}

impl Reader {
    /// A reader of so many messages at a time.
    pub(super) async fn open(
        shared: Arc<Shared>,
        consumer: Arc<Consumer>,
        count: usize,
    ) -> Result<Self, SubscribeError> {
        let last = prepare(&shared, &consumer).await?;
        let mut reader = Self {
            backoff: Backoff::new(shared.request.settings.reconnect.clone()),
            // A name that was made up has no past.
            backlog: consumer.named.then_some(Id::ZERO),
            shared,
            consumer,
            count: count.max(1),
            connection: None,
            asked: None,
            look_at: Instant::now(),
            look_from: Id::ZERO,
            last,
        };
        reader.connect().await?;
        Ok(reader)
    }

    async fn connect(&mut self) -> Result<(), SubscribeError> {
        let limit = self.shared.request.settings.connect_timeout;
        let connecting = self.shared.another_connection();
        let late = |_| Err(crate::ConnectErrorKind::TimedOut.into());
        let mut connection = timeout(limit, connecting).await.unwrap_or_else(late)?;
        // A server that does not tell it cannot be told to end it, and hears of the end by itself.
        let told = ask(&mut connection.client, ::redis::cmd("CLIENT").arg("INFO")).await.ok().and_then(bytes_of);
        let seat = told.and_then(|told| Seat::read(&String::from_utf8_lossy(&told)));
        if let Some(before) = self.consumer.change_seat(seat) {
            // Behind a broken link it may still wait, and would take messages to where nobody is.
            let _ = ask(&mut connection.client, &before.kill()).await;
        }
        self.connection = Some(connection);
        Ok(())
    }

    /// Makes a lost connection again.
    async fn reconnect(&mut self) -> Result<(), CloseReason> {
        self.backoff.lost();
        loop {
            let Some((attempt, pause)) = self.backoff.next() else {
                return Err(CloseReason::lost("the connection of a stream is lost for good"));
            };
            sleep(pause).await;
            match self.connect().await {
                Ok(()) => break,
                Err(error) => tracing::debug!(attempt, %error, "the connection of a stream was not made again"),
            }
        }
        self.backoff.connected();
        // What was on its way is this consumer's, and nobody works on it.
        self.backlog = self.consumer.group.is_some().then_some(Id::ZERO);
        Ok(())
    }

    /// The next messages. Dropped, nothing is lost but what the server has just sent, which comes again.
    pub(super) async fn next(&mut self) -> Result<Vec<Entry>, CloseReason> {
        loop {
            if self.connection.is_none() {
                self.reconnect().await?;
            }
            match self.step().await {
                Ok(entries) if entries.is_empty() => {}
                Ok(entries) => return Ok(entries),
                Err(error) => self.failed(&error).await,
            }
        }
    }

    async fn failed(&mut self, error: &RedisError) {
        self.asked = None;
        let stream = &*self.consumer.key;
        if is_broken(error) {
            tracing::info!(stream, %error, "the connection of a stream is lost");
            self.connection = None;
            return;
        }
        tracing::warn!(stream, %error, "the stream cannot be read, which is tried again");
        if error.code() == Some("NOGROUP") && self.consumer.streams.ensure {
            let _ = self.shared.ask(&make_group(&self.consumer)).await;
        }
        sleep(AGAIN).await;
    }

    /// Does the next thing that there is to do; nothing may come of it.
    async fn step(&mut self) -> Result<Vec<Entry>, RedisError> {
        let mut wake = Instant::now() + BLOCK * 2;
        if self.consumer.group.is_some() {
            let (due, next) = self.consumer.due();
            if !due.is_empty() {
                return self.come_again(due).await;
            }
            if let Some(after) = self.backlog {
                return self.past(after).await;
            }
            if self.look_at <= Instant::now() {
                return self.left_by_others().await;
            }
            wake = next.map_or(self.look_at, |next| next.min(self.look_at));
        }
        if self.asked.is_none() {
            self.asked = self.question();
        }
        let Some(asked) = &mut self.asked else { return Ok(Vec::new()) };
        tokio::select! {
            biased;
            answer = asked => {
                self.asked = None;
                self.answered(answer?)
            }
            () = sleep_until(wake) => Ok(Vec::new()),
            () = self.consumer.changed.notified() => Ok(Vec::new()),
        }
    }

    fn question(&self) -> Option<BoxFuture<'static, Result<Value, RedisError>>> {
        let mut client = self.connection.as_ref()?.client.clone();
        let block = u64::try_from(BLOCK.as_millis()).unwrap_or(0);
        let mut command = Cmd::with_capacity(12, 128);
        match &self.consumer.group {
            Some(group) => command.arg("XREADGROUP").arg("GROUP").arg(&**group).arg(&*self.consumer.name),
            None => command.arg("XREAD"),
        };
        command.arg("COUNT").arg(self.count).arg("BLOCK").arg(block).arg("STREAMS").arg(&*self.consumer.key);
        match &self.consumer.group {
            Some(_) => command.arg(">"),
            None => command.arg(self.last.to_string()),
        };
        let patience = BLOCK + self.shared.patience;
        Some(Box::pin(async move { bounded(patience, ask(&mut client, &command)).await }))
    }

    fn answered(&mut self, answer: Value) -> Result<Vec<Entry>, RedisError> {
        let found = listed(of_stream(answer));
        if self.consumer.group.is_none() {
            self.last = found.iter().map(|(id, _)| *id).max().unwrap_or(self.last);
            let entry = |(id, fields): (Id, Option<Vec<Value>>)| {
                let fields = fields.filter(|fields| self.fits(fields))?;
                Some(self.entry(id, usize::MAX, 1, fields))
            };
            return Ok(found.into_iter().filter_map(entry).collect());
        }
        Ok(self.held(found.into_iter().map(|(id, fields)| (id, 1, fields)).collect()))
    }

    /// Whether none of the fields is larger than a message may be.
    fn fits(&self, fields: &[Value]) -> bool {
        let most = self.shared.request.settings.max_message;
        !fields.iter().any(|field| matches!(field, Value::BulkString(bytes) if bytes.len() > most))
    }

    fn entry(&self, id: Id, slot: usize, attempt: u32, fields: Vec<Value>) -> Entry {
        let message = read(self.consumer.key.clone(), fields, &self.consumer.streams.payload_field);
        Entry { id, slot, attempt, message }
    }

    /// Entries, with a slot for each. Those that were deleted, or are too large, are settled.
    fn held(&self, found: Vec<(Id, u32, Option<Vec<Value>>)>) -> Vec<Entry> {
        let is_there = |fields: &Option<Vec<Value>>| fields.as_ref().is_some_and(|fields| self.fits(fields));
        let (there, gone): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, _, fields)| is_there(fields));
        if !gone.is_empty() {
            let gone: Vec<Id> = gone.iter().map(|(id, _, _)| *id).collect();
            let stream = &*self.consumer.key;
            tracing::warn!(stream, messages = gone.len(), "messages were dropped that are deleted or too large");
            let mut command = self.consumer.command("XACK");
            add(&mut command, &gone);
            self.shared.outbox.push_own(command);
        }
        let slots = self.consumer.hold(there.iter().map(|(id, _, _)| *id));
        let each = there.into_iter().zip(slots);
        each.map(|((id, attempt, fields), slot)| self.entry(id, slot, attempt, fields.unwrap_or_default())).collect()
    }

    /// What was to come again later, now.
    async fn come_again(&mut self, due: Vec<Later>) -> Result<Vec<Entry>, RedisError> {
        let mut commands = Pipeline::with_capacity(due.len());
        for later in &due {
            let mut command = self.consumer.command("XCLAIM");
            command.arg(&*self.consumer.name).arg(0);
            add(&mut command, &[later.id]);
            command.arg("RETRYCOUNT").arg(later.attempt.saturating_add(1));
            commands.add_command(command);
        }
        let answers = match self.shared.ask_all(&commands).await {
            Ok(answers) => answers,
            Err(error) => {
                due.into_iter().for_each(|later| self.consumer.again(later, &self.shared));
                return Err(error);
            }
        };
        let mut entries = Vec::with_capacity(due.len());
        for (later, answer) in due.into_iter().zip(answers) {
            let found = listed(array(answer)).into_iter().find(|(id, _)| *id == later.id);
            match found.and_then(|(_, fields)| fields) {
                Some(fields) => {
                    entries.push(self.entry(later.id, later.slot, later.attempt.saturating_add(1), fields));
                }
                None => {
                    tracing::warn!(stream = &*self.consumer.key, id = %later.id, "a message to be retried is gone");
                    self.consumer.release(later.slot);
                }
            }
        }
        Ok(entries)
    }

    /// What this consumer has taken before and does not hold.
    async fn past(&mut self, after: Id) -> Result<Vec<Entry>, RedisError> {
        let mut command = Cmd::new();
        command.arg("XREADGROUP").arg("GROUP").arg(self.consumer.group.as_deref().unwrap_or_default());
        command.arg(&*self.consumer.name).arg("COUNT").arg(self.count);
        command.arg("STREAMS").arg(&*self.consumer.key).arg(after.to_string());
        let found = listed(of_stream(self.shared.ask(&command).await?));
        self.backlog = found.iter().map(|(id, _)| *id).max();
        self.counted(found).await
    }

    /// What others have left for too long.
    async fn left_by_others(&mut self) -> Result<Vec<Entry>, RedisError> {
        let idle = self.consumer.streams.claim_after;
        for _ in 0..PAGES {
            let mut command = self.consumer.command("XAUTOCLAIM");
            command.arg(&*self.consumer.name).arg(u64::try_from(idle.as_millis()).unwrap_or(u64::MAX));
            command.arg(self.look_from.to_string()).arg("COUNT").arg(self.count);
            let mut parts = array(self.shared.ask(&command).await?).into_iter();
            let next = parts.next().and_then(bytes_of).and_then(|bytes| Id::read(&bytes));
            self.look_from = next.unwrap_or(Id::ZERO);
            let found = listed(parts.next().map(array).unwrap_or_default());
            if self.look_from == Id::ZERO {
                self.look_at = Instant::now() + (idle / 2).min(LOOK);
            }
            let entries = self.counted(found).await?;
            if !entries.is_empty() || self.look_from == Id::ZERO {
                return Ok(entries);
            }
        }
        self.look_at = Instant::now() + (idle / 2).min(LOOK);
        Ok(Vec::new())
    }

    /// Those of the entries that this process does not hold, with how often they were delivered.
    async fn counted(&mut self, mut found: Vec<(Id, Option<Vec<Value>>)>) -> Result<Vec<Entry>, RedisError> {
        let mut held = self.consumer.held();
        held.sort_unstable();
        found.retain(|(id, _)| held.binary_search(id).is_err());
        if found.is_empty() {
            return Ok(Vec::new());
        }
        let mut commands = Pipeline::with_capacity(found.len());
        for (id, _) in &found {
            let mut command = self.consumer.command("XPENDING");
            add(&mut command, &[*id, *id]);
            command.arg(1);
            commands.add_command(command);
        }
        let answers = self.shared.ask_all(&commands).await?;
        let counted = found.into_iter().zip(answers).map(|((id, fields), answer)| {
            let told = array(answer).into_iter().next().map(array).unwrap_or_default();
            let attempt = match told.get(3) {
                Some(Value::Int(count)) => u32::try_from(*count).unwrap_or(u32::MAX).max(1),
                _ => 1,
            };
            (id, attempt, fields)
        });
        Ok(self.held(counted.collect()))
    }
}

/// Waits for an answer; a server that gives none is a connection that is broken.
pub(super) async fn bounded<T>(
    patience: Duration,
    answer: impl Future<Output = Result<T, RedisError>>,
) -> Result<T, RedisError> {
    let late = || std::io::Error::new(std::io::ErrorKind::TimedOut, "the server does not answer");
    timeout(patience, answer).await.unwrap_or_else(|_| Err(late().into()))
}

/// The command that makes a group, and its stream.
fn make_group(consumer: &Consumer) -> Cmd {
    let mut command = ::redis::cmd("XGROUP");
    command.arg("CREATE").arg(&*consumer.key).arg(consumer.group.as_deref().unwrap_or_default()).arg(0);
    command.arg("MKSTREAM");
    command
}

/// Sees to it that there is something to read. The last message that is not new, where there is no group.
async fn prepare(shared: &Shared, consumer: &Consumer) -> Result<Id, SubscribeError> {
    let failed = |text: String| SubscribeError::new(SubscribeErrorKind::Transport, text);
    let caused = |error: RedisError| SubscribeError::caused(SubscribeErrorKind::Transport, "", error);
    let (key, streams) = (&*consumer.key, &consumer.streams);
    let missing = || failed(format!("the server has no stream `{key}`"));
    let absent = |error: &RedisError| error.detail().is_some_and(|text| text.contains("no such key"));
    let Some(group) = &consumer.group else {
        return match shared.ask(::redis::cmd("XINFO").arg("STREAM").arg(key)).await {
            Ok(_) if streams.from_start => Ok(Id::ZERO),
            Ok(told) => Ok(named(told, "last-generated-id").and_then(|bytes| Id::read(&bytes)).unwrap_or(Id::ZERO)),
            Err(error) if absent(&error) && streams.ensure => Ok(Id::ZERO),
            Err(error) if absent(&error) => Err(missing()),
            Err(error) => Err(caused(error)),
        };
    };
    if streams.ensure {
        return match shared.ask(&make_group(consumer)).await {
            Ok(_) => Ok(Id::ZERO),
            Err(error) if error.code() == Some("BUSYGROUP") => Ok(Id::ZERO),
            Err(error) => Err(caused(error)),
        };
    }
    match shared.ask(::redis::cmd("XINFO").arg("GROUPS").arg(key)).await {
        Ok(groups) => {
            let known = array(groups).into_iter().filter_map(|group| named(group, "name"));
            let found = known.into_iter().any(|name| name == group.as_bytes());
            let lacking = || failed(format!("the stream `{key}` has no group `{group}`"));
            if found { Ok(Id::ZERO) } else { Err(lacking()) }
        }
        Err(error) if absent(&error) => Err(missing()),
        Err(error) => Err(caused(error)),
    }
}

/// The elements of an answer.
pub(super) fn array(value: Value) -> Vec<Value> {
    match value {
        Value::Array(values) | Value::Set(values) => values,
        _ => Vec::new(),
    }
}

/// A value of an answer that is a map.
fn named(value: Value, name: &str) -> Option<Vec<u8>> {
    let Value::Map(pairs) = value else { return None };
    let is_named = |key: Value| bytes_of(key).is_some_and(|key| key == name.as_bytes());
    pairs.into_iter().find_map(|(key, value)| is_named(key).then_some(value)).and_then(bytes_of)
}

/// The entries of the one stream that was asked for.
fn of_stream(answer: Value) -> Vec<Value> {
    match answer {
        Value::Map(streams) => streams.into_iter().next().map(|(_, entries)| array(entries)).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Ids and fields; an entry that was deleted has none.
fn listed(entries: Vec<Value>) -> Vec<(Id, Option<Vec<Value>>)> {
    let entry = |value: Value| {
        let mut parts = array(value).into_iter();
        let id = Id::read(&parts.next().and_then(bytes_of)?)?;
        let fields = match parts.next() {
            Some(Value::Array(fields)) => Some(fields),
            _ => None,
        };
        Some((id, fields))
    };
    entries.into_iter().filter_map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_answers_are_no_entries() {
        let id = || Value::BulkString(b"1-0".to_vec());
        let entry = Value::Array(vec![id(), Value::Array(vec![])]);
        let entries = vec![Value::Nil, Value::Array(vec![]), Value::Array(vec![Value::Int(1)]), entry];
        let answer = Value::Map(vec![(id(), Value::Array(entries))]);
        let found = listed(of_stream(answer));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].0, found[0].1.is_some()), (Id(1, 0), true));
        assert!(of_stream(Value::Nil).is_empty() && of_stream(Value::Map(vec![])).is_empty());
        assert!(listed(vec![Value::Array(vec![id(), Value::Nil])])[0].1.is_none());
    }
}
