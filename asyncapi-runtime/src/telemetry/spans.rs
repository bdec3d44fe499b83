//! The spans of sending, receiving, processing and settling.

use std::future::{Future, poll_fn};
use std::pin::pin;

use tracing::Span;
use tracing::field::{Empty, display};

use super::propagator;
use crate::{ChannelInfo, Handled, OperationInfo, RawMessage, SendError};

/// What names a channel in spans and metrics: its address in the document, of which there are few.
pub(super) fn template(channel: Option<&'static ChannelInfo>) -> &'static str {
    channel.map_or("", |channel| channel.address.unwrap_or(channel.name))
}

/// A header that brokers and programs use for a message's own id.
fn id(message: &RawMessage) -> Option<&str> {
    ["message-id", "messageId", "nats-msg-id", "ce-id", "ce_id"].iter().find_map(|name| message.headers.text(name))
}

macro_rules! messaging_span {
    ($operation:literal, $kind:literal, $system:expr, $channel:expr, $address:expr, $message:expr $(, $($field:tt)*)?) => {{
        let (channel, message): (Option<&'static ChannelInfo>, &RawMessage) = ($channel, $message);
        let template = template(channel);
        let span = tracing::debug_span!(
            $operation,
            otel.name = %format_args!("{} {}", $operation, template),
            otel.kind = $kind,
            otel.status_code = Empty,
            messaging.system = $system,
            messaging.operation.name = $operation,
            messaging.operation.type = $operation,
            messaging.destination.name = $address,
            messaging.destination.template = template,
            messaging.message.id = Empty,
            messaging.message.conversation_id = Empty,
            messaging.message.body.size = message.payload.len(),
            error.type = Empty,
            asyncapi.channel = channel.map_or("", |channel| channel.name),
            asyncapi.message = message.info.map(|info| info.name),
            $($($field)*)?
        );
        if !span.is_disabled() {
            if let Some(id) = id(message) {
                span.record("messaging.message.id", id);
            }
            if let Some(id) = message.correlation_id() {
                span.record("messaging.message.conversation_id", id.as_str());
            }
        }
        span
    }};
}

/// A message is sent.
pub(crate) fn send_span(system: &str, channel: Option<&'static ChannelInfo>, message: &RawMessage) -> Span {
    let operation = message.operation.map(|operation: &OperationInfo| operation.name);
    messaging_span!("send", "producer", system, channel, &*message.address, message, asyncapi.operation = operation)
}

/// A message is handled. What it carries becomes the parent.
pub(crate) fn process_span(
    system: &str,
    channel: &'static ChannelInfo,
    address: &str,
    message: &RawMessage,
    session: u64,
) -> Span {
    let span = messaging_span!("process", "consumer", system, Some(channel), address, message, session);
    adopt(&span, message);
    span
}

/// A message is pulled: from when it is given to the program until it is settled.
pub(crate) fn receive_span(
    system: &str,
    channel: Option<&'static ChannelInfo>,
    address: &str,
    message: &RawMessage,
) -> Span {
    let span = messaging_span!("receive", "consumer", system, channel, address, message);
    adopt(&span, message);
    span
}

fn adopt(span: &Span, message: &RawMessage) {
    if !span.is_disabled()
        && let Some(propagator) = propagator()
    {
        propagator.extract(&message.headers, span);
    }
}

/// Settles a message in a span of its own, within that of its handling.
#[inline]
pub(crate) fn settling(parent: &Span, how: &'static str, settle: impl FnOnce()) {
    if parent.is_disabled() {
        return settle();
    }
    let span = tracing::debug_span!(
        parent: parent,
        "settle",
        otel.name = how,
        otel.kind = "client",
        messaging.operation.name = how,
        messaging.operation.type = "settle",
    );
    span.in_scope(settle);
}

/// What a send came to.
pub(crate) fn record_error(span: &Span, error: &SendError) {
    span.record("otel.status_code", "ERROR");
    span.record("error.type", display(format_args!("{:?}", error.kind())));
}

/// What an attempt came to; each of the possible errors has a name of its own.
pub(crate) fn record_handled(span: &Span, handled: &Handled) {
    if span.is_disabled() {
        return;
    }
    let error = match handled {
        Handled::Done => return,
        Handled::Failed(failure) if failure.is_retry() => "failed",
        Handled::Failed(_) => "rejected",
        Handled::Undecodable(_) => "undecodable",
        Handled::Panicked(_) => "panicked",
    };
    span.record("otel.status_code", "ERROR");
    span.record("error.type", error);
}

/// Runs a future within a span, which costs nothing where nobody listens to spans.
pub(crate) async fn in_span<F: Future>(span: Span, future: F) -> F::Output {
    if span.is_disabled() {
        return future.await;
    }
    let mut future = pin!(future);
    poll_fn(move |cx| {
        let _entered = span.enter();
        future.as_mut().poll(cx)
    })
    .await
}
