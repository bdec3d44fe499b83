//! What the document says about servers, channels, operations and messages, as generated statics.
//!
//! Invariant: everything here can be built in a `const`, so that generated code pays nothing at start-up.

use crate::bindings::Binding;

/// A server of the document.
#[derive(Debug)]
pub struct ServerInfo {
    /// The server's key in the document.
    pub name: &'static str,
    /// The protocol, such as `ws` or `kafka`.
    pub protocol: &'static str,
    /// Host and port as in the document, with `{variables}`.
    pub host: &'static str,
    /// The path under which the server's channels stand.
    pub pathname: &'static str,
    /// The protocol-specific part.
    pub bindings: &'static [Binding],
}

/// A channel of the document.
#[derive(Debug)]
pub struct ChannelInfo {
    /// The channel's key in the document.
    pub name: &'static str,
    /// The address with its `{parameters}`; `None` where it is known at run time only.
    pub address: Option<&'static str>,
    /// The address's parameters.
    pub parameters: &'static [ParameterInfo],
    /// The keys of the servers on which the channel is; empty says on all.
    pub servers: &'static [&'static str],
    /// The protocol-specific part.
    pub bindings: &'static [Binding],
}

/// A parameter of a channel's address.
#[derive(Debug)]
pub struct ParameterInfo {
    /// The parameter's name as it stands in the address.
    pub name: &'static str,
    /// The values that the document allows; empty allows all.
    pub values: &'static [&'static str],
}

/// An operation of the document.
#[derive(Debug)]
pub struct OperationInfo {
    /// The operation's key in the document.
    pub name: &'static str,
    /// The channel on which it works.
    pub channel: &'static ChannelInfo,
    /// The protocol-specific part.
    pub bindings: &'static [Binding],
    /// Where the reply goes, for request–reply.
    pub reply: Option<&'static ReplyInfo>,
}

/// The reply of a request–reply operation.
#[derive(Debug)]
pub struct ReplyInfo {
    /// The channel on which replies travel; `None` says the request's own.
    pub channel: Option<&'static ChannelInfo>,
    /// Where the request itself says to which address the reply goes.
    pub address: Option<Location>,
    /// What the reply can be; each message knows where it carries the correlation id.
    pub messages: &'static [&'static MessageInfo],
}

/// A message of the document.
#[derive(Debug)]
pub struct MessageInfo {
    /// The message's key in the channel.
    pub name: &'static str,
    /// The payload's media type.
    pub content_type: &'static str,
    /// Where the message carries its correlation id.
    pub correlation: Option<Location>,
    /// The protocol-specific part.
    pub bindings: &'static [Binding],
}

/// A run-time expression of the document: `$message.header#/…` or `$message.payload#/…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// The header of this name.
    Header(&'static str),
    /// The payload's value at this JSON pointer.
    Payload(&'static str),
}
