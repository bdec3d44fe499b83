//! Counters and histograms, named after OpenTelemetry's conventions for messaging.
//!
//! Invariant: labels come from the document, never from addresses or messages, so that there are few; and a handle is
//! asked of the recorder once for each channel and operation, not for each message.

use std::sync::{Arc, RwLock};
use std::time::Duration;

use ::metrics::{Counter, Gauge, Histogram, Label, counter, gauge, histogram};

use super::spans::template;
use crate::{ChannelInfo, Handled, OperationInfo, SendError};

fn labels(
    system: &'static str,
    name: &'static str,
    channel: Option<&'static ChannelInfo>,
    operation: Option<&'static OperationInfo>,
) -> Vec<Label> {
    vec![
        Label::from_static_parts("messaging.system", system),
        Label::from_static_parts("messaging.operation.name", name),
        Label::from_static_parts("messaging.destination.template", template(channel)),
        Label::from_static_parts("asyncapi.channel", channel.map_or("", |channel| channel.name)),
        Label::from_static_parts("asyncapi.operation", operation.map_or("", |operation| operation.name)),
    ]
}

fn with(labels: &[Label], key: &'static str, value: &'static str) -> Vec<Label> {
    labels.iter().cloned().chain([Label::from_static_parts(key, value)]).collect()
}

/// The handles of what one operation sends.
struct Out {
    sent: Counter,
    failed: Counter,
    duration: Histogram,
}

/// An operation on a channel; either may be unknown.
type OutKey = (Option<&'static ChannelInfo>, Option<&'static OperationInfo>);

/// What a connection sends, by operation.
pub(crate) struct Sent {
    system: &'static str,
    known: RwLock<Vec<(OutKey, Arc<Out>)>>,
}

fn same(one: &OutKey, other: &OutKey) -> bool {
    let address = |key: &OutKey| (key.0.map(std::ptr::from_ref), key.1.map(std::ptr::from_ref));
    address(one) == address(other)
}

impl Sent {
    pub(crate) fn new(system: &'static str) -> Self {
        Self { system, known: RwLock::default() }
    }

    fn out(&self, key: OutKey) -> Arc<Out> {
        let find = |known: &[(OutKey, Arc<Out>)]| {
            known.iter().find(|(other, _)| same(other, &key)).map(|(_, out)| out.clone())
        };
        if let Some(out) = find(&self.known.read().unwrap_or_else(std::sync::PoisonError::into_inner)) {
            return out;
        }
        let mut known = self.known.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(out) = find(&known) {
            return out;
        }
        let labels = labels(self.system, "send", key.0, key.1);
        let out = Arc::new(Out {
            sent: counter!("messaging.client.sent.messages", with(&labels, "outcome", "sent")),
            failed: counter!("messaging.client.sent.messages", with(&labels, "outcome", "failed")),
            duration: histogram!("messaging.client.operation.duration", labels),
        });
        known.push((key, out.clone()));
        out
    }

    /// A message was sent, or not.
    pub(crate) fn record(&self, key: OutKey, result: &Result<(), SendError>, took: Duration) {
        let out = self.out(key);
        match result {
            Ok(()) => out.sent.increment(1),
            Err(_) => out.failed.increment(1),
        }
        out.duration.record(took.as_secs_f64());
    }
}

/// The handles of what comes in on one channel.
pub(crate) struct Processed {
    channel: Option<&'static ChannelInfo>,
    consumed: Counter,
    duration: [Histogram; 5],
    retried: Counter,
    dead: Counter,
    in_flight: Gauge,
}

const OUTCOMES: [&str; 5] = ["done", "failed", "rejected", "undecodable", "panicked"];

impl Processed {
    /// For the channels of a service.
    pub(crate) fn all(system: &'static str, channels: impl Iterator<Item = &'static ChannelInfo>) -> Vec<Self> {
        channels.map(|channel| Self::new(system, Some(channel), "process")).collect()
    }

    /// `name` is that of the operation: a service processes, a subscription receives.
    pub(crate) fn new(system: &'static str, channel: Option<&'static ChannelInfo>, name: &'static str) -> Self {
        let labels = labels(system, name, channel, None);
        let duration = |outcome| histogram!("messaging.process.duration", with(&labels, "outcome", outcome));
        Self {
            channel,
            consumed: counter!("messaging.client.consumed.messages", labels.clone()),
            duration: OUTCOMES.map(duration),
            retried: counter!("asyncapi.messages.retried", labels.clone()),
            dead: counter!("asyncapi.messages.dead_lettered", labels.clone()),
            in_flight: gauge!("asyncapi.messages.in_flight", labels.clone()),
        }
    }

    pub(crate) fn is_of(&self, channel: &'static ChannelInfo) -> bool {
        self.channel.is_some_and(|own| std::ptr::eq(own, channel))
    }

    /// A message came.
    pub(crate) fn consumed(&self) {
        self.consumed.increment(1);
    }

    /// An attempt to handle a message is over.
    pub(crate) fn handled(&self, handled: &Handled, took: Duration) {
        let at = match handled {
            Handled::Done => 0,
            Handled::Failed(failure) if failure.is_retry() => 1,
            Handled::Failed(_) => 2,
            Handled::Undecodable(_) => 3,
            Handled::Panicked(_) => 4,
        };
        if let Some(histogram) = self.duration.get(at) {
            histogram.record(took.as_secs_f64());
        }
    }

    /// A message will be tried again.
    pub(crate) fn retried(&self) {
        self.retried.increment(1);
    }

    /// Nobody can handle a message.
    pub(crate) fn dead(&self) {
        self.dead.increment(1);
    }

    /// A message is in flight until the value is dropped.
    pub(crate) fn in_flight(&self) -> InFlight {
        self.in_flight.increment(1);
        InFlight(self.in_flight.clone())
    }
}

/// A message that is in flight.
pub(crate) struct InFlight(Gauge);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.decrement(1);
    }
}
