//! What a handler says about a message, and what the core makes of it.

use std::any::Any;
use std::error::Error;
use std::fmt;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use pin_project_lite::pin_project;

use crate::wire::DecodeError;
use crate::{SendError, SendErrorKind};

/// What a handler returns: `Ok` settles the message, `Err` says whether to try it again.
pub type Outcome<T = ()> = Result<T, Failure>;

/// A handler's failure. Any error becomes one by `?`, to be tried again with growing pauses up to a limit.
///
/// It is not an error type itself: that is what lets every error become one.
pub struct Failure {
    retry: bool,
    after: Option<Duration>,
    cause: Box<dyn Error + Send + Sync>,
}

impl Failure {
    /// The message may succeed later: try it again.
    pub fn retry(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { retry: true, after: None, cause: cause.into() }
    }

    /// Try the message again, not before the time has passed.
    pub fn retry_after(after: Duration, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { retry: true, after: Some(after), cause: cause.into() }
    }

    /// The message can never succeed: dead-letter it at once.
    pub fn reject(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { retry: false, after: None, cause: cause.into() }
    }

    /// Whether the message is to be tried again.
    pub fn is_retry(&self) -> bool {
        self.retry
    }

    /// The shortest pause that the handler asks for.
    pub fn after(&self) -> Option<Duration> {
        self.after
    }

    /// What went wrong.
    pub fn cause(&self) -> &(dyn Error + Send + Sync + 'static) {
        &*self.cause
    }
}

impl<E: Error + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        // A message that breaks the contract breaks it the next time too.
        let hopeless = (&error as &dyn Any)
            .downcast_ref::<SendError>()
            .is_some_and(|error| matches!(error.kind(), SendErrorKind::Invalid | SendErrorKind::Unsupported));
        Self { retry: !hopeless, after: None, cause: Box::new(error) }
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Failure").field("retry", &self.retry).field("cause", &self.cause).finish()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cause.fmt(f)
    }
}

/// What became of one attempt to handle a message. Generated code makes it from an [`Outcome`] or a [`DecodeError`].
#[derive(Debug)]
pub enum Handled {
    /// The handler succeeded.
    Done,
    /// The handler failed.
    Failed(Failure),
    /// The message is none that the document knows.
    Undecodable(DecodeError),
    /// The handler panicked, with this message.
    Panicked(String),
}

impl From<Outcome> for Handled {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Ok(()) => Self::Done,
            Err(failure) => Self::Failed(failure),
        }
    }
}

impl From<Failure> for Handled {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<DecodeError> for Handled {
    fn from(error: DecodeError) -> Self {
        Self::Undecodable(error)
    }
}

/// Runs a handler so that a panic fails its own message only.
pub fn guard<F: Future<Output = Handled>>(handler: F) -> Guard<F> {
    Guard { handler }
}

pin_project! {
    /// A handler whose panic fails its own message only. A type rather than an `async fn`, which would hold the
    /// handler's future twice.
    #[derive(Debug)]
    #[must_use = "a handler runs by awaiting this"]
    pub struct Guard<F> {
        #[pin]
        handler: F,
    }
}

impl<F: Future<Output = Handled>> Future for Guard<F> {
    type Output = Handled;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Handled> {
        let handler = self.project().handler;
        // Unwind-safe: after a panic the future is dropped and never polled again.
        match catch_unwind(AssertUnwindSafe(|| handler.poll(cx))) {
            Ok(poll) => poll,
            Err(panic) => Poll::Ready(Handled::Panicked(panic_text(&*panic))),
        }
    }
}

/// What a panic said.
pub(crate) fn panic_text(panic: &(dyn Any + Send)) -> String {
    match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(text), _) => (*text).to_owned(),
        (_, Some(text)) => text.clone(),
        _ => "a panic without a message".to_owned(),
    }
}
