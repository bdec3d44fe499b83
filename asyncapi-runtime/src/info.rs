//! What the document says about servers, channels, operations and messages, as generated statics.
//!
//! Invariant: everything here can be built in a `const`, so that generated code pays nothing at start-up.

use crate::bindings::Binding;
use crate::wire::Schema;

/// A server of the document.
#[derive(Debug)]
pub struct ServerInfo {
    /// The server's key in the document.
    pub name: &'static str,
    /// The protocol, such as `ws` or `kafka`.
    pub protocol: &'static str,
    /// `protocolVersion`.
    pub protocol_version: Option<&'static str>,
    /// Host and port as in the document, with `{variables}`.
    pub host: &'static str,
    /// The path under which the server's channels stand.
    pub pathname: &'static str,
    /// The variables of host and path.
    pub variables: &'static [VariableInfo],
    /// The protocol-specific part.
    pub bindings: &'static [Binding],
}

/// A variable of a server's URL.
#[derive(Debug)]
pub struct VariableInfo {
    /// The variable's name as it stands in braces.
    pub name: &'static str,
    /// The values that the document allows; empty allows all.
    pub values: &'static [&'static str],
    /// What it is if not given.
    pub default: Option<&'static str>,
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
    /// What a value must be valid by: as a string, or as the number, boolean or `null` that its text is in JSON.
    pub schema: Option<&'static Schema>,
    /// Where a message says itself what it is.
    pub location: Option<Location>,
    /// How a value stands in the address.
    pub text: AddressText,
}

/// How the value of a parameter stands in an address, which depends on the protocols of the channel's servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressText {
    /// Percent-encoded, as in a URL.
    Percent,
    /// As it is, without these characters, which mean something to the protocol.
    Plain(&'static str),
    /// As it is, of letters, digits and `-._~` only.
    Strict,
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
    /// Whether some of them also come by themselves: then one that no request waits for goes to the subscriptions.
    pub pushed: bool,
}

/// A message of the document.
#[derive(Debug)]
pub struct MessageInfo {
    /// The message's key in the channel.
    pub name: &'static str,
    /// The payload's media type.
    pub content_type: &'static str,
    /// Where the message carries its correlation id.
    pub correlation: Option<Correlation>,
    /// The protocol-specific part.
    pub bindings: &'static [Binding],
}

/// Where a message carries its correlation id, and what the id looks like there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correlation {
    /// The place.
    pub location: Location,
    /// What its schema allows.
    pub id: IdKind,
}

/// What a correlation id looks like: how one is made up where none is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdKind {
    /// Any text.
    Text,
    /// A UUID.
    Uuid,
    /// An integer.
    Integer {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// The schema asks for more, so that it has to be given.
    Own,
}

/// A run-time expression of the document: `$message.header#/…` or `$message.payload#/…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// The header of this name.
    Header(&'static str),
    /// The payload's value at this JSON pointer.
    Payload(&'static str),
}
