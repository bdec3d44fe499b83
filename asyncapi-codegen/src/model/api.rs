//! Messages, channels, operations and servers, as this side sees them.

use super::{Docs, Literal, Name, TypeUse};

/// A channel that this side uses.
#[derive(Debug, Clone)]
pub struct Channel {
    /// The module's name; also the accessor on the client and the field of the service.
    pub name: Name,
    /// The type parameter of the service: the name in upper camel case.
    pub parameter_name: Name,
    /// The key in the document.
    pub key: String,
    /// Its docs.
    pub docs: Docs,
    /// The address; `None`: known at run time only.
    pub address: Option<String>,
    /// The parameters of the address, in its order.
    pub parameters: Vec<Parameter>,
    /// The keys of the servers that it is on; empty: all.
    pub servers: Vec<String>,
    /// The messages that can come in, each once: the variants of `Message`.
    pub incoming: Vec<Message>,
    /// How an incoming message is told from the others.
    pub decision: Decision,
    /// The operations that send.
    pub sends: Vec<Send>,
    /// The operations that receive: the methods of `Receiver`.
    pub receives: Vec<Receive>,
    /// The type of the `ws` binding's `query`.
    pub query: Option<TypeUse>,
    /// The type of the `ws` binding's `headers`.
    pub handshake_headers: Option<TypeUse>,
    /// The channel's bindings, as JSON by protocol.
    pub bindings: Vec<(String, Literal)>,
}

/// A parameter of an address.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// The name in braces.
    pub key: String,
    /// The field's name.
    pub name: Name,
    /// Its docs.
    pub docs: Docs,
    /// `String`, or the enum of its values (a type of [`Model::types`](super::Model::types)).
    pub ty: TypeUse,
    /// What it is if not given.
    pub default: Option<String>,
}

/// A message as a channel has it.
#[derive(Debug, Clone)]
pub struct Message {
    /// The variant's name.
    pub variant: Name,
    /// The channel's key for it.
    pub key: String,
    /// Its docs.
    pub docs: Docs,
    /// What the payload is.
    pub payload: TypeUse,
    /// The type of its headers, if it declares some.
    pub headers: Option<TypeUse>,
    /// Whether every header is optional.
    pub headers_optional: bool,
    /// How the payload is encoded.
    pub codec: Codec,
    /// `contentType`.
    pub content_type: Option<String>,
    /// Where its correlation id is.
    pub correlation: Option<Expression>,
    /// The message's bindings, as JSON by protocol.
    pub bindings: Vec<(String, Literal)>,
}

/// How a payload is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    /// JSON.
    Json,
    /// A string as it is.
    Text,
    /// Bytes as they are.
    Raw,
    /// No payload.
    Empty,
}

/// A runtime expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// A header; else the payload.
    pub in_header: bool,
    /// The segments of the pointer.
    pub pointer: Vec<String>,
}

/// How the message is found among those that can come in. Indices are into [`Channel::incoming`].
#[derive(Debug, Clone)]
pub enum Decision {
    /// There is but one (or none).
    Only,
    /// By what stands at some places, which are read without a tree; the first rule whose tests all hold decides.
    ByProperties {
        /// What is read.
        reads: Vec<Read>,
        /// The rules, in order.
        rules: Vec<DecisionRule>,
        /// The messages that are tried in order when no rule decides; empty: the message is unknown.
        otherwise: Vec<usize>,
    },
    /// Nothing tells them apart at build time: tried in this order; the first that decodes and checks is it.
    Trial(Vec<usize>),
}

/// A place that decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// A header.
    Header(String),
    /// A property of the payload (a path of properties).
    Property(Vec<String>),
}

/// Tests that together decide for a message.
#[derive(Debug, Clone)]
pub struct DecisionRule {
    /// Index into [`Decision::ByProperties::reads`] and what must be there.
    pub tests: Vec<(usize, Test)>,
    /// The message.
    pub message: usize,
}

/// What must stand at a place.
#[derive(Debug, Clone)]
pub enum Test {
    /// One of these values.
    OneOf(Vec<Literal>),
    /// Anything.
    Present,
    /// Nothing.
    Absent,
}

/// An operation that sends.
#[derive(Debug, Clone)]
pub struct Send {
    /// The method's name.
    pub name: Name,
    /// The name of the static that describes it.
    pub static_name: Name,
    /// The key in the document.
    pub key: String,
    /// Its docs.
    pub docs: Docs,
    /// What it sends; several: `choice` names their enum.
    pub messages: Vec<Message>,
    /// The enum of several messages.
    pub choice: Option<Name>,
    /// What it awaits.
    pub reply: Option<Reply>,
    /// The operation's bindings, as JSON by protocol.
    pub bindings: Vec<(String, Literal)>,
}

/// A method of `Receiver`: an operation, or one message of an operation of several.
#[derive(Debug, Clone)]
pub struct Receive {
    /// The method's name.
    pub name: Name,
    /// The name of the static that describes its operation.
    pub static_name: Name,
    /// The operation's key in the document.
    pub key: String,
    /// Its docs.
    pub docs: Docs,
    /// What it takes: indices into [`Channel::incoming`]; several: `choice` names their enum.
    pub messages: Vec<usize>,
    /// The enum of several messages.
    pub choice: Option<Name>,
    /// What it answers.
    pub reply: Option<Reply>,
    /// The operation's bindings, as JSON by protocol.
    pub bindings: Vec<(String, Literal)>,
}

/// The reply of an operation.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The messages; several: `choice` names their enum.
    pub messages: Vec<Message>,
    /// The enum of several messages.
    pub choice: Option<Name>,
    /// How a reply is told from others.
    pub decision: Decision,
    /// The address of the reply channel, if it is known.
    pub address: Option<String>,
    /// Where the request says where to answer to.
    pub address_location: Option<Expression>,
    /// Where the request's correlation id is.
    pub request_correlation: Option<Expression>,
    /// Where the reply's correlation id is.
    pub reply_correlation: Option<Expression>,
}

/// A server of the document.
#[derive(Debug, Clone)]
pub struct Server {
    /// The type's name.
    pub name: Name,
    /// The key in the document.
    pub key: String,
    /// Its docs.
    pub docs: Docs,
    /// The protocol, in lower case.
    pub protocol: String,
    /// `host`, with its variables in braces.
    pub host: String,
    /// `pathname`, with its variables in braces.
    pub pathname: String,
    /// The variables, in the order of the document.
    pub variables: Vec<Parameter>,
    /// The alternatives of which one must be met; empty: nothing is asked for.
    pub security: Vec<Alternative>,
}

/// One way to be let in.
#[derive(Debug, Clone)]
pub struct Alternative {
    /// The variant of the credentials' enum.
    pub variant: Name,
    /// The builder's method.
    pub method: Name,
    /// Its docs.
    pub docs: Docs,
    /// The schemes, all of which must be met.
    pub schemes: Vec<Scheme>,
}

/// A security scheme.
#[derive(Debug, Clone)]
pub struct Scheme {
    /// The argument's name.
    pub name: Name,
    /// What it is.
    pub kind: crate::document::SecurityKind,
}
