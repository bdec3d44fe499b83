//! What is done around each message that a connection sends: interceptors, spans, traces, metrics.
//!
//! Input: a link and a message that is ready. Output: the send under way. Invariant: where there is nothing to do, a
//! send is the link's own, and allocates nothing more.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::channel_link::send_checked;
use crate::intercept::Interceptors;
use crate::telemetry::{self, in_span, propagator, record_error, send_span};
use crate::{ChannelInfo, Link, RawMessage, SendError, SendErrorKind, SendMode, Sending};

/// How long sends and requests take at most, if nothing is said.
pub(crate) const DEFAULT_DEADLINE: Duration = Duration::from_secs(30);

/// What is done around each message that a connection sends.
pub(crate) struct Hooks {
    pub(crate) system: &'static str,
    pub(crate) interceptors: Interceptors,
    #[cfg(feature = "metrics")]
    sent: telemetry::Sent,
}

impl fmt::Debug for Hooks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hooks").field("interceptors", &self.interceptors).finish_non_exhaustive()
    }
}

impl Hooks {
    pub(crate) fn new(system: &'static str, interceptors: Interceptors) -> Arc<Self> {
        Arc::new(Self {
            system,
            interceptors,
            #[cfg(feature = "metrics")]
            sent: telemetry::Sent::new(system),
        })
    }

    /// Whether there is nothing to do.
    #[inline]
    pub(crate) fn is_plain(&self) -> bool {
        !cfg!(feature = "metrics") && self.interceptors.is_empty() && !telemetry::is_traced() && propagator().is_none()
    }

    /// Sends a message by a link.
    #[inline]
    pub(crate) fn send(
        self: &Arc<Self>,
        link: &Arc<dyn Link>,
        channel: Option<&'static ChannelInfo>,
        message: RawMessage,
        mode: SendMode,
    ) -> Sending {
        if self.is_plain() {
            return send_checked(&**link, message, mode);
        }
        let (last, headers) = (link.clone(), link.capabilities().headers);
        self.send_by(channel, headers, message, move |message| send_checked(&*last, message, mode))
    }

    /// Sends a message by what a function does in the end. `headers` says whether messages have some there.
    pub(crate) fn send_by(
        self: &Arc<Self>,
        channel: Option<&'static ChannelInfo>,
        headers: bool,
        mut message: RawMessage,
        last: impl FnOnce(RawMessage) -> Sending + Send + 'static,
    ) -> Sending {
        let span = send_span(self.system, channel, &message);
        if headers && let Some(propagator) = propagator() {
            match span.is_disabled() {
                true => propagator.inject(&tracing::Span::current(), &mut message.headers),
                false => propagator.inject(&span, &mut message.headers),
            }
        }
        #[cfg(feature = "metrics")]
        let (key, started) = ((channel, message.operation), std::time::Instant::now());
        let hooks = self.clone();
        let over = move |span: &tracing::Span, result: &Result<(), SendError>| {
            if let Err(error) = result {
                record_error(span, error);
            }
            #[cfg(feature = "metrics")]
            hooks.sent.record(key, result, started.elapsed());
            // Without metrics there is nothing to keep them for.
            let _ = &hooks;
        };
        let sending = match self.interceptors.is_empty() {
            true => span.in_scope(|| last(message)),
            false => Sending::Waiting(self.interceptors.send(message, channel, last)),
        };
        match sending {
            Sending::Waiting(future) => Sending::Waiting(Box::pin(async move {
                let result = in_span(span.clone(), future).await;
                over(&span, &result);
                result
            })),
            Sending::Done(result) => {
                if let Some(result) = &result {
                    over(&span, result);
                }
                Sending::Done(result)
            }
        }
    }
}

/// Bounds a send that waits; one that is done costs no timer.
#[inline]
pub(crate) fn bounded(sending: Sending, deadline: Duration) -> Sending {
    let Sending::Waiting(future) = sending else { return sending };
    Sending::Waiting(Box::pin(async move {
        let timed_out = |_| Err(SendErrorKind::DeadlineExceeded.into());
        tokio::time::timeout(deadline, future).await.unwrap_or_else(timed_out)
    }))
}
