//! Leaving a group: what was read and not handled goes back to the others at once.

use std::collections::BTreeMap;
use std::time::Duration;

use ::redis::{Pipeline, RedisError, Value};

use super::consumer::{Consumer, Id};
use super::link::Shared;
use super::message::bytes_of;
use super::reader::array;

/// How many pending messages are given back, at most; others claim the rest in their time.
const MOST: usize = 10_000;

/// Gives back what the consumer was given, but for what this process still `holds`; with `all`, that as well. Nobody reads
/// any more: `reader` has the connection, and goes with it.
pub(super) async fn leave(shared: &Shared, consumer: &Consumer, reader: impl Send, holds: Vec<Id>, all: bool) {
    if let Err(error) = try_leave(shared, consumer, reader, holds, all).await {
        let stream = &*consumer.key;
        tracing::info!(stream, %error, "what was read ahead was not given back, and is claimed by others in time");
    }
}

async fn try_leave(
    shared: &Shared,
    consumer: &Consumer,
    reader: impl Send,
    mut holds: Vec<Id>,
    all: bool,
) -> Result<(), RedisError> {
    if let Some(seat) = consumer.change_seat(None) {
        // After this, nothing more is given. Who may not say so has the connection's end instead.
        let _ = shared.ask(&seat.kill()).await;
    }
    drop(reader);
    // What was settled before is none of what is pending.
    shared.outbox.barrier().await;
    holds.sort_unstable();
    let mut command = consumer.command("XPENDING");
    command.arg("-").arg("+").arg(MOST).arg(&*consumer.name);
    let pending = array(shared.ask(&command).await?);
    if pending.is_empty() && !consumer.named && holds.is_empty() {
        return forget(shared, consumer).await;
    }
    let mut by_count: BTreeMap<u32, Vec<Id>> = BTreeMap::new();
    for (id, count) in pending.into_iter().filter_map(told) {
        match holds.binary_search(&id).is_ok() {
            true if all => by_count.entry(count).or_default().push(id),
            true => {}
            // Nobody has seen it: the delivery does not count.
            false => by_count.entry(count.saturating_sub(1)).or_default().push(id),
        }
    }
    if by_count.is_empty() {
        return Ok(());
    }
    let mut commands = Pipeline::with_capacity(by_count.len());
    for (count, ids) in &by_count {
        commands.add_command(consumer.give_back(ids, Some(*count), Duration::ZERO));
    }
    shared.ask_all(&commands).await?;
    Ok(())
}

/// A name that was made up, and has nothing behind it, is gone.
async fn forget(shared: &Shared, consumer: &Consumer) -> Result<(), RedisError> {
    let mut command = ::redis::cmd("XGROUP");
    command.arg("DELCONSUMER").arg(&*consumer.key).arg(consumer.group.as_deref().unwrap_or_default());
    shared.ask(command.arg(&*consumer.name)).await?;
    Ok(())
}

/// A pending message: its id, and how often it was delivered.
fn told(value: Value) -> Option<(Id, u32)> {
    let mut parts = array(value).into_iter();
    let id = Id::read(&bytes_of(parts.next()?)?)?;
    let count = match parts.nth(2)? {
        Value::Int(count) => u32::try_from(count).unwrap_or(u32::MAX),
        _ => 1,
    };
    Some((id, count))
}
