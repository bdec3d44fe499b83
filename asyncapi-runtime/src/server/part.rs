//! A connection that several addresses of a service share: the last to close it does.
//!
//! Without this, an address that is idle at shutdown would take the connection away from one that still has to settle.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll};

use crate::{
    BoxFuture, Capabilities, Link, RawMessage, SendError, SendMode, Sending, SharedStr, Source, SubscribeError,
    SubscribeRequest,
};

/// One address's part of a connection.
#[derive(Debug)]
pub(super) struct Part {
    link: Arc<dyn Link>,
    users: Arc<AtomicUsize>,
    closed: AtomicBool,
}

impl Part {
    /// The first part of a connection.
    pub(super) fn first(link: Arc<dyn Link>) -> Arc<Self> {
        Arc::new(Self { link, users: Arc::new(AtomicUsize::new(1)), closed: AtomicBool::new(false) })
    }

    /// Another part of the same one.
    pub(super) fn another(&self) -> Arc<Self> {
        self.users.fetch_add(1, Ordering::AcqRel);
        Arc::new(Self { link: self.link.clone(), users: self.users.clone(), closed: AtomicBool::new(false) })
    }

    /// Whether this was the last part, asked once for each.
    fn leaves_none(&self) -> bool {
        !self.closed.swap(true, Ordering::AcqRel) && self.users.fetch_sub(1, Ordering::AcqRel) == 1
    }
}

impl Link for Part {
    fn capabilities(&self) -> Capabilities {
        self.link.capabilities()
    }

    fn carries_expiry(&self) -> bool {
        self.link.carries_expiry()
    }

    fn send(&self, message: RawMessage, mode: SendMode) -> Sending {
        self.link.send(message, mode)
    }

    fn flush(&self) -> Sending {
        self.link.flush()
    }

    fn reply_address(&self) -> Option<SharedStr> {
        self.link.reply_address()
    }

    fn subscribe(&self, request: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        self.link.subscribe(request)
    }

    fn listen(&self) -> BoxFuture<'_, Result<(), SubscribeError>> {
        self.link.listen()
    }

    fn hold(&self) {
        self.link.hold();
    }

    fn poll_release(&self, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        self.link.poll_release(cx)
    }

    fn close(&self, code: u16, reason: SharedStr) -> BoxFuture<'static, ()> {
        if self.leaves_none() {
            return self.link.close(code, reason);
        }
        let flushing = self.link.flush();
        Box::pin(async move {
            if let Err(error) = flushing.await {
                tracing::debug!(%error, "not all that was sent is written out");
            }
        })
    }
}
