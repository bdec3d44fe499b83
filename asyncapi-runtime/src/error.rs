//! The errors of sending, connecting, serving, requesting and subscribing.
//!
//! Invariant: each is one pointer wide, so that a good result costs nothing to move, and none shows a secret.

use std::error::Error;
use std::fmt;

use crate::SharedStr;

type Cause = Box<dyn Error + Send + Sync>;

macro_rules! error_type {
    (
        $(#[$doc:meta])* $name:ident, $(#[$kind_doc:meta])* $kind:ident
        { $($(#[$variant_doc:meta])* $variant:ident => $text:literal,)* }
    ) => {
        $(#[$doc])*
        pub struct $name(Box<(  $kind, SharedStr, Option<Cause>)>);

        $(#[$kind_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $kind { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// An error with what is to be said about it.
            pub fn new(kind: $kind, detail: impl Into<SharedStr>) -> Self {
                Self(Box::new((kind, detail.into(), None)))
            }

            /// An error with what caused it.
            pub fn caused(kind: $kind, detail: impl Into<SharedStr>, cause: impl Into<Cause>) -> Self {
                Self(Box::new((kind, detail.into(), Some(cause.into()))))
            }

            /// What sort of error it is.
            pub fn kind(&self) -> $kind {
                self.0.0
            }

            /// What is to be said about it beside its kind; may be empty.
            pub fn detail(&self) -> &str {
                &self.0.1
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self.0.0 { $($kind::$variant => $text,)* })?;
                if !self.0.1.is_empty() {
                    write!(f, ": {}", self.0.1)?;
                }
                // One line has to be enough: few callers walk the chain of causes.
                match &self.0.2 {
                    Some(cause) => write!(f, ": {cause}"),
                    None => Ok(()),
                }
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({:?}: {self})", stringify!($name), self.0.0)
            }
        }

        impl Error for $name {
            fn source(&self) -> Option<&(dyn Error + 'static)> {
                self.0.2.as_ref().map(|cause| &**cause as &(dyn Error + 'static))
            }
        }

        impl From<$kind> for $name {
            fn from(kind: $kind) -> Self {
                Self::new(kind, "")
            }
        }
    };
}

error_type! {
    /// A message was not sent, or nobody knows whether it was.
    SendError,
    /// Why a message was not sent.
    SendErrorKind {
        /// The message breaks the document's rules; nothing was sent.
        Invalid => "the message breaks the contract",
        /// There is no connection, and there will be none in time; nothing was sent.
        NotConnected => "not connected",
        /// The send buffer is full and the caller does not wait; nothing was sent.
        Full => "the send buffer is full",
        /// The message is larger than the transport allows; nothing was sent.
        TooLarge => "the message is too large",
        /// The deadline passed before the transport took the message.
        DeadlineExceeded => "the deadline passed",
        /// The transport took the message, and the connection was lost before it was confirmed.
        NotConfirmed => "sent, but not confirmed",
        /// The connection is closed for good; nothing was sent.
        Closed => "the connection is closed",
        /// The transport cannot carry what the message needs; nothing was sent.
        Unsupported => "the transport cannot carry this message",
        /// The transport failed.
        Transport => "the transport failed",
    }
}

error_type! {
    /// A connection was not made.
    ConnectError,
    /// Why a connection was not made.
    ConnectErrorKind {
        /// The endpoint is wrong: its URL, protocol or credentials cannot be used.
        Endpoint => "the endpoint cannot be used",
        /// Nobody answers there.
        Unreachable => "the server cannot be reached",
        /// The peer's certificate or the TLS handshake was refused.
        Tls => "TLS failed",
        /// The server refused the connection.
        Refused => "the server refused the connection",
        /// The server does not speak the protocol.
        Protocol => "the server does not speak the protocol",
        /// The server did not answer in time.
        TimedOut => "the server did not answer in time",
        /// The client was closed.
        Closed => "the client is closed",
    }
}

error_type! {
    /// A service could not be started, or ended.
    ServeError,
    /// Why a service could not be started, or ended.
    ServeErrorKind {
        /// The endpoint is wrong or cannot be served on.
        Endpoint => "the endpoint cannot be served on",
        /// The address cannot be listened on.
        Bind => "the address cannot be listened on",
        /// The connection to the broker or server was not made.
        Connect => "the connection was not made",
        /// The transport failed for good.
        Transport => "the transport failed",
    }
}

error_type! {
    /// A request got no reply.
    RequestError,
    /// Why a request got no reply.
    RequestErrorKind {
        /// The request was not sent.
        Send => "the request was not sent",
        /// The request has no correlation id where the document says that it is.
        Correlation => "the request cannot be told from others",
        /// No reply came in time.
        DeadlineExceeded => "no reply came in time",
        /// The connection ended before the reply came.
        Closed => "the connection ended before the reply came",
        /// What came is not a reply that the document knows.
        Reply => "the reply breaks the contract",
    }
}

error_type! {
    /// A channel was not subscribed to.
    SubscribeError,
    /// Why a channel was not subscribed to.
    SubscribeErrorKind {
        /// The connection was not made.
        Connect => "the connection was not made",
        /// The client is closed.
        Closed => "the client is closed",
        /// The transport cannot subscribe to this channel.
        Unsupported => "the transport cannot subscribe to this channel",
        /// The transport failed.
        Transport => "the transport failed",
    }
}

impl From<ConnectError> for ServeError {
    fn from(error: ConnectError) -> Self {
        let kind = match error.kind() {
            ConnectErrorKind::Endpoint => ServeErrorKind::Endpoint,
            _ => ServeErrorKind::Connect,
        };
        Self::caused(kind, "", error)
    }
}

impl From<ConnectError> for SubscribeError {
    fn from(error: ConnectError) -> Self {
        let kind = match error.kind() {
            ConnectErrorKind::Closed => SubscribeErrorKind::Closed,
            _ => SubscribeErrorKind::Connect,
        };
        Self::caused(kind, "", error)
    }
}

impl From<ConnectError> for SendError {
    fn from(error: ConnectError) -> Self {
        let kind = match error.kind() {
            ConnectErrorKind::Closed => SendErrorKind::Closed,
            _ => SendErrorKind::NotConnected,
        };
        Self::caused(kind, "", error)
    }
}

impl From<SendError> for RequestError {
    fn from(error: SendError) -> Self {
        let kind = match error.kind() {
            SendErrorKind::DeadlineExceeded => RequestErrorKind::DeadlineExceeded,
            SendErrorKind::Closed => RequestErrorKind::Closed,
            _ => RequestErrorKind::Send,
        };
        Self::caused(kind, "", error)
    }
}
