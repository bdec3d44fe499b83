//! What happens to messages that nobody can handle: unknown, broken, or failed for good.

use std::fmt;
use std::sync::Arc;

use crate::wire::DecodeError;
use crate::{ChannelInfo, Failure, RawMessage, SharedStr};

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
}

impl fmt::Display for Cause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undecodable(error) => error.fmt(f),
            Self::Failed(failure) => write!(f, "the handler failed: {failure}"),
            Self::Panicked(text) => write!(f, "the handler panicked: {text}"),
        }
    }
}
