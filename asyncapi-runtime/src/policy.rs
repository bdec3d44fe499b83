//! What happens to messages that nobody can handle: unknown, broken, or failed for good.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use crate::outcome::panic_text;
use crate::wire::DecodeError;
use crate::{ChannelInfo, Failure, RawMessage, SendError, SendErrorKind, SharedStr};

/// The header with what was wrong with a dead letter.
pub(crate) const PROBLEM: &str = "x-problem";
/// The header with where a dead letter was.
pub(crate) const ORIGINAL_ADDRESS: &str = "x-original-address";

/// What a service, or a client's subscription, does with a message that nobody can handle. Never a panic.
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Policy {
    /// A line in the log, and no more.
    #[default]
    LogAndDrop,
    /// The peer gets an answer, if the function gives one.
    Answer(Answer),
    /// The message goes to another address, with the problem in the header `x-problem` and where it was in
    /// `x-original-address`, where there are headers.
    DeadLetter(SharedStr),
    /// The session is closed with this code.
    Close(u16),
}

/// Makes the answer to a problem.
pub type Answer = Arc<dyn Fn(&Problem<'_>) -> Option<RawMessage> + Send + Sync>;

impl Policy {
    /// Answers the peer by what a function makes of the problem.
    pub fn answer(answer: impl Fn(&Problem<'_>) -> Option<RawMessage> + Send + Sync + 'static) -> Self {
        Self::Answer(Arc::new(answer))
    }

    /// Answers `{"error": "…"}` to what the peer did wrong. Failures of the service itself are told as such, without
    /// detail.
    pub fn answer_errors() -> Self {
        Self::answer(|problem| {
            let text = match problem.cause {
                Cause::Undecodable(error) => error.to_string(),
                Cause::Expired => "the message came too late".to_owned(),
                Cause::Failed(_) | Cause::Panicked(_) => "the message could not be processed".to_owned(),
            };
            Some(RawMessage::json(serde_json::json!({ "error": text }).to_string()))
        })
    }
}

impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LogAndDrop => f.write_str("LogAndDrop"),
            Self::Answer(_) => f.write_str("Answer"),
            Self::DeadLetter(address) => f.debug_tuple("DeadLetter").field(address).finish(),
            Self::Close(code) => f.debug_tuple("Close").field(code).finish(),
        }
    }
}

/// A message that nobody can handle.
#[derive(Debug)]
#[non_exhaustive]
pub struct Problem<'a> {
    /// What is wrong.
    pub cause: Cause<'a>,
    /// The message.
    pub message: &'a RawMessage,
    /// The channel on which it came, as far as that is known.
    pub channel: Option<&'static ChannelInfo>,
}

impl Problem<'_> {
    /// What the policy's function answers. A function that panics gives no answer.
    pub(crate) fn answer(&self, answer: &Answer) -> Option<RawMessage> {
        catch_unwind(AssertUnwindSafe(|| answer(self))).unwrap_or_else(|panic| {
            tracing::error!(panic = panic_text(&*panic), "the policy's answer panicked");
            None
        })
    }
}

/// How long the reason of a dead letter may be, in bytes.
const LONGEST_REASON: usize = 1024;

/// A cause on one line, of a length that headers can carry. It is made of what users and peers wrote.
pub(crate) fn reason(cause: &Cause<'_>) -> String {
    let text = catch_unwind(AssertUnwindSafe(|| cause.to_string()));
    let text = text.unwrap_or_else(|_| "the failure's own text could not be made".to_owned());
    let mut line = String::with_capacity(text.len().min(LONGEST_REASON));
    for c in text.chars().map(|c| if c.is_control() { ' ' } else { c }) {
        if line.len() + c.len_utf8() > LONGEST_REASON {
            break;
        }
        line.push(c);
    }
    line
}

/// The message as it goes to where dead letters go: with the reason and the address that it had, where there are headers.
pub(crate) fn dead_letter(
    message: &RawMessage,
    to: &SharedStr,
    from: &SharedStr,
    reason: &str,
    headers: bool,
) -> RawMessage {
    let mut dead = message.clone();
    dead.address = to.clone();
    if headers {
        dead.headers.set(PROBLEM, reason.to_owned());
        dead.headers.set(ORIGINAL_ADDRESS, from.clone());
    }
    // It goes where the document may know nothing of: the bindings of where it was are not for there.
    (dead.operation, dead.info) = (None, None);
    dead.forget_expiry();
    dead
}

/// When a message comes again that could not be dead-lettered: later each time.
pub(crate) fn again_after(attempt: u32) -> Duration {
    Duration::from_secs(1u64 << attempt.min(6))
}

/// Whether a dead letter that was not sent for this reason never will be.
pub(crate) fn is_final(error: &SendError) -> bool {
    matches!(error.kind(), SendErrorKind::Invalid | SendErrorKind::Unsupported | SendErrorKind::TooLarge)
}

/// What is wrong with a message.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Cause<'a> {
    /// It is none of the messages that can come in, or breaks their rules.
    Undecodable(&'a DecodeError),
    /// The handler rejected it, or failed as often as it may.
    Failed(&'a Failure),
    /// The handler panicked, with this message.
    Panicked(&'a str),
    /// Its sender's time for it passed before it could be handled.
    Expired,
}

impl fmt::Display for Cause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undecodable(error) => error.fmt(f),
            Self::Failed(failure) => write!(f, "the handler failed: {failure}"),
            Self::Panicked(text) => write!(f, "the handler panicked: {text}"),
            Self::Expired => f.write_str("the message expired before it could be handled"),
        }
    }
}

#[cfg(all(test, feature = "memory"))]
mod tests;
