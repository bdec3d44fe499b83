//! What others can see of a connection: spans, the traces that messages carry, and metrics.
//!
//! Spans have the names and fields of OpenTelemetry's semantic conventions for messaging, at level `DEBUG`. Their
//! `otel.*` fields are those that `tracing-opentelemetry` reads. Invariant: nothing here shows a payload, a header's
//! value, or a URL; and where nobody listens, nothing is made.

#[cfg(feature = "metrics")]
mod metrics;
mod spans;
#[cfg(all(test, feature = "memory"))]
mod tests;

use std::sync::{Arc, OnceLock};

#[cfg(feature = "metrics")]
pub(crate) use metrics::{InFlight, Processed, Sent};
pub(crate) use spans::{in_span, process_span, receive_span, record_error, record_handled, send_span, settling};

use crate::{HeaderValue, Headers};

/// Carries traces into and out of message headers: what connects the runtime's spans to those of a tracing system, such
/// as OpenTelemetry by `tracing-opentelemetry`. Installed once, by [`set_propagator`].
///
/// Without one, what a handler sends carries on the `traceparent` and `tracestate` of the message that it handles.
pub trait Propagator: Send + Sync + 'static {
    /// Writes the context of a span into the headers of a message that is about to be sent.
    fn inject(&self, span: &tracing::Span, headers: &mut Headers);

    /// Makes the context that a message carries the parent of a span that was just made and not entered yet.
    fn extract(&self, headers: &Headers, span: &tracing::Span);
}

static PROPAGATOR: OnceLock<Box<dyn Propagator>> = OnceLock::new();

/// Installs the program's [`Propagator`]. `false` says that there was one already, which stays.
pub fn set_propagator(propagator: impl Propagator) -> bool {
    PROPAGATOR.set(Box::new(propagator)).is_ok()
}

#[inline]
pub(crate) fn propagator() -> Option<&'static dyn Propagator> {
    PROPAGATOR.get().map(|propagator| &**propagator)
}

/// The header that carries a trace (W3C Trace Context).
const TRACE_PARENT: &str = "traceparent";
/// The header that carries what tracing systems add to it.
const TRACE_STATE: &str = "tracestate";
/// The shortest `traceparent`, which is that of version 00.
const SHORTEST_PARENT: usize = 55;
/// What is longer than this is not carried on.
const LONGEST: usize = 512;

/// The trace that a message belongs to, as it came.
#[derive(Debug)]
pub(crate) struct Trace {
    parent: HeaderValue,
    state: Option<HeaderValue>,
}

impl Trace {
    /// The trace that a message carries. What is no trace is not carried on.
    #[inline]
    pub(crate) fn of(headers: &Headers) -> Option<Arc<Self>> {
        if headers.is_empty() {
            return None;
        }
        let fits = |value: &&HeaderValue| value.as_bytes().len() <= LONGEST && value.as_bytes().is_ascii();
        let parent = headers.get(TRACE_PARENT).filter(fits)?;
        if parent.as_bytes().len() < SHORTEST_PARENT {
            return None;
        }
        let state = headers.get(TRACE_STATE).filter(fits).cloned();
        Some(Arc::new(Self { parent: parent.clone(), state }))
    }

    /// Writes the trace, unless the message has one.
    pub(crate) fn write(&self, headers: &mut Headers) {
        if headers.get(TRACE_PARENT).is_some() {
            return;
        }
        headers.append(TRACE_PARENT, self.parent.clone());
        if let Some(state) = &self.state {
            headers.set(TRACE_STATE, state.clone());
        }
    }
}

/// Whether anybody sees spans.
#[inline]
pub(crate) fn is_traced() -> bool {
    tracing::enabled!(tracing::Level::DEBUG)
}

/// What OpenTelemetry calls the system that speaks a protocol of the document.
pub(crate) fn system(protocol: &'static str) -> &'static str {
    match system_of(protocol) {
        "" => protocol,
        known => known,
    }
}

/// The same for any URL's scheme: its name without the words for TLS and versions; empty if it is not known.
pub(crate) fn system_of(protocol: &str) -> &'static str {
    const KNOWN: [(&str, &str); 8] = [
        ("kafka", "kafka"),
        ("amqp", "amqp"),
        ("mqtt", "mqtt"),
        ("nats", "nats"),
        ("redis", "redis"),
        ("http", "http"),
        ("ws", "websocket"),
        ("memory", "memory"),
    ];
    let protocol = protocol.to_ascii_lowercase();
    let protocol = protocol.strip_prefix("secure-").unwrap_or(&protocol);
    KNOWN.iter().find(|(prefix, _)| protocol.starts_with(prefix)).map_or("", |(_, system)| system)
}
