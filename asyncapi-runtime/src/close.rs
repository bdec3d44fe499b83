//! Why a connection ended, and why one was refused.

use std::fmt;

use crate::SharedStr;

/// Who ended a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClosedBy {
    /// The peer said that it closes.
    Peer,
    /// This side closed it.
    Local,
    /// The connection broke, or the peer fell silent.
    Lost,
}

/// Why a connection ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloseReason {
    /// Who ended it.
    pub by: ClosedBy,
    /// The protocol's code, such as WebSocket's 1000 or 4001.
    pub code: Option<u16>,
    /// The reason in words; may be empty.
    pub text: SharedStr,
}

impl CloseReason {
    /// The peer closed the connection.
    pub fn peer(code: Option<u16>, text: impl Into<SharedStr>) -> Self {
        Self { by: ClosedBy::Peer, code, text: text.into() }
    }

    /// This side closed the connection.
    pub fn local(code: u16, text: impl Into<SharedStr>) -> Self {
        Self { by: ClosedBy::Local, code: Some(code), text: text.into() }
    }

    /// The connection broke.
    pub fn lost(text: impl Into<SharedStr>) -> Self {
        Self { by: ClosedBy::Lost, code: None, text: text.into() }
    }
}

impl fmt::Display for CloseReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.by {
            ClosedBy::Peer => "closed by the peer",
            ClosedBy::Local => "closed by this side",
            ClosedBy::Lost => "connection lost",
        })?;
        if let Some(code) = self.code {
            write!(f, " with code {code}")?;
        }
        match self.text.as_str() {
            "" => Ok(()),
            text => write!(f, ": {text}"),
        }
    }
}

/// Close codes that the runtime itself uses. The numbers are WebSocket's (RFC 6455, section 7.4).
pub mod close_code {
    /// All is done.
    pub const NORMAL: u16 = 1000;
    /// The service goes away, for example at shutdown.
    pub const GOING_AWAY: u16 = 1001;
    /// The peer broke the application's rules.
    pub const POLICY: u16 = 1008;
    /// The message is too large.
    pub const TOO_LARGE: u16 = 1009;
    /// The service failed.
    pub const INTERNAL: u16 = 1011;
    /// The peer does not keep up; it may come again later.
    pub const TRY_AGAIN: u16 = 1013;
}

/// Why a session was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status that the peer gets before the upgrade.
    pub status: u16,
    /// If set, the connection is upgraded and then closed with this code, so that browsers can see it.
    pub close_code: Option<u16>,
    /// The reason in words, for the peer to read.
    pub reason: SharedStr,
}

impl Refusal {
    /// Refuses with an HTTP status.
    pub fn new(status: u16, reason: impl Into<SharedStr>) -> Self {
        Self { status, close_code: None, reason: reason.into() }
    }

    /// 401: the peer did not say who it is, or nobody believes it.
    pub fn unauthorized(reason: impl Into<SharedStr>) -> Self {
        Self::new(401, reason)
    }

    /// 403: the peer may not do this.
    pub fn forbidden(reason: impl Into<SharedStr>) -> Self {
        Self::new(403, reason)
    }

    /// 404: there is no such channel.
    pub fn not_found(reason: impl Into<SharedStr>) -> Self {
        Self::new(404, reason)
    }

    /// 400: the handshake breaks the document's rules.
    pub fn bad_request(reason: impl Into<SharedStr>) -> Self {
        Self::new(400, reason)
    }

    /// Upgrade first, then close with a code such as 4001: browsers do not show a script the HTTP status.
    pub fn close_with(mut self, code: u16) -> Self {
        self.close_code = Some(code);
        self
    }

    /// The code to close with once the connection is upgraded.
    pub fn code_after_upgrade(&self) -> u16 {
        self.close_code.unwrap_or(close_code::POLICY)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused with {}: {}", self.close_code.unwrap_or(self.status), self.reason)
    }
}

impl std::error::Error for Refusal {}
