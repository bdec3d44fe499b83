//! Messages, channels, operations and servers, as this side sees them.

mod bindings;
mod channel;
mod choice;
mod correlate;
mod decide;
mod dispatch;
mod docs;
mod facts;
mod literal;
mod matches;
mod message;
mod names;
mod operation;
mod select;
mod selection;
mod server;

pub use bindings::{Binding, BindingData, BindingStruct, BindingValue};
pub(super) use channel::{Builder, lower_channels};
pub(crate) use dispatch::{decide_operation, decide_tests};
pub(super) use names::Scope;
pub(super) use select::{apply_to_types, check_options};
pub(super) use server::{lower_schemes, lower_servers};

use super::{Docs, Literal, Name, TypeUse};
#[cfg(feature = "avro")]
pub(in crate::model) use message::feature_of;

/// A channel that this side uses.
#[derive(Debug, Clone)]
pub struct Channel {
    /// The module's name, and the field of the service.
    pub name: Name,
    /// The accessor on the client: the module's name, unless the client has a method of that name.
    pub accessor: Name,
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
    /// The messages of the channel's operations, each once; their statics.
    pub messages: Vec<Message>,
    /// The messages that can come in, in the order of the document: indices into `messages`; the variants of `Message`.
    pub incoming: Vec<usize>,
    /// How an incoming message is told from the others. Its indices are into `messages`.
    pub decision: Decision,
    /// Whether other channels have the same address, so that messages of theirs can come in on the connection.
    pub shared: bool,
    /// Whether a service has a receiver for it: something comes in, or peers connect to its address only to be sent to.
    pub served: bool,
    /// Whether peers have sessions on it that this side sends to.
    pub sessions: bool,
    /// The operations that send.
    pub sends: Vec<Send>,
    /// The operations that receive: the methods of `Receiver`.
    pub receives: Vec<Receive>,
    /// Whether the protocol can tell what a message is called: all servers speak HTTP, whose events have names.
    pub named: bool,
    /// The type of the `ws` binding's `query`, or of that of the `http` bindings of all its operations.
    pub query: Option<TypeUse>,
    /// The type of the `ws` binding's `headers`.
    pub handshake_headers: Option<TypeUse>,
    /// The methods that give messages their key.
    pub keys: Vec<Key>,
    /// The channel's bindings.
    pub bindings: Vec<Binding>,
}

/// A method that gives messages their key.
#[derive(Debug, Clone)]
pub struct Key {
    /// The method's name.
    pub name: Name,
    /// The type of the key.
    pub ty: TypeUse,
    /// The keys in the document of the messages that have such a key.
    pub messages: Vec<String>,
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
    /// The values that it can have; empty: any.
    pub values: Vec<String>,
    /// What its text must be valid by, where its values do not say it all.
    pub schema: Option<super::ConditionId>,
    /// What it is if not given.
    pub default: Option<String>,
    /// What else it may be, for readers.
    pub examples: Vec<String>,
    /// Where a message says itself what it is.
    pub location: Option<Expression>,
    /// How a value stands in the address.
    pub text: AddressText,
}

/// How a value stands in an address, which depends on the protocols of the channel's servers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum AddressText {
    /// Percent-encoded, as in a URL.
    #[default]
    Percent,
    /// As it is, without these characters.
    Plain(String),
    /// As it is, of letters, digits and `-._~` only: what means the same in all protocols.
    Strict,
}

/// A message as a channel has it.
#[derive(Debug, Clone)]
pub struct Message {
    /// The variant's name.
    pub variant: Name,
    /// The name of the static that describes it.
    pub static_name: Name,
    /// The channel's key for it.
    pub key: String,
    /// Its docs.
    pub docs: Docs,
    /// What the payload is.
    pub payload: TypeUse,
    /// The type of its headers, if it declares some.
    pub headers: Option<TypeUse>,
    /// The type of its key, if its `kafka` binding has a schema for it.
    pub key_type: Option<TypeUse>,
    /// How the payload is encoded.
    pub codec: Codec,
    /// The whole schema of the payload, where what is refused shall say all that is wrong (`validate_all`).
    pub whole: Option<super::ConditionId>,
    /// What an Avro payload is on the wire.
    #[cfg(feature = "avro")]
    pub avro: Option<super::avro::Contract>,
    /// `contentType`.
    pub content_type: String,
    /// Where its correlation id is.
    pub correlation: Option<Correlation>,
    /// The message's bindings.
    pub bindings: Vec<Binding>,
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
    /// Avro: the message has a contract.
    #[cfg(feature = "avro")]
    Avro,
    /// Protobuf's binary encoding.
    #[cfg(feature = "protobuf")]
    Protobuf,
    /// No payload.
    Empty,
}

/// Where a message carries its correlation id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correlation {
    /// The place.
    pub location: Expression,
    /// What the id looks like.
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

/// A runtime expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// A header; else the payload.
    pub in_header: bool,
    /// The segments of the pointer.
    pub pointer: Vec<String>,
}

/// How the message is found among those that can come in.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// There is but one (or none).
    Only,
    /// By what stands at some places, which are read without a tree; the first rule whose tests all hold decides.
    Rules {
        /// What is read.
        reads: Vec<Read>,
        /// The rules, in order.
        rules: Vec<DecisionRule>,
        /// The messages that are tried in order when no rule decides; empty: the message is unknown.
        otherwise: Vec<usize>,
    },
}

/// A place that decides.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Read {
    /// A header.
    Header(String),
    /// A property of the payload (a path of properties).
    Property(Vec<String>),
    /// The JSON type of the payload: `null`, `boolean`, `number`, `string`, `array` or `object`.
    Kind,
    /// The media type, where the protocol tells it.
    ContentType,
}

/// Tests that together decide for a message.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionRule {
    /// Index into the reads and what must be there.
    pub tests: Vec<(usize, Test)>,
    /// The message, and those that are tried after it because the tests do not exclude them. Empty: a message of another
    /// channel on the same address.
    pub messages: Vec<usize>,
}

/// What must stand at a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// One of these values.
    OneOf(Vec<Literal>),
    /// One of these values, where the protocol tells it.
    IfTold(Vec<Literal>),
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
    /// What it sends: indices into [`Channel::messages`]; several: `choice` names their enum.
    pub messages: Vec<usize>,
    /// The enum of several messages.
    pub choice: Option<Name>,
    /// The variant of the recording double.
    pub variant: Name,
    /// What a message is held against before it goes out, by place in `messages`; `None`: the peer cannot mistake it.
    pub checks: Vec<Option<Check>>,
    /// What it awaits.
    pub reply: Option<Reply>,
    /// What a peer asks of who uses it.
    pub needs: Option<Needs>,
    /// The operation's bindings.
    pub bindings: Vec<Binding>,
}

/// What an operation that is sent asks for beside its server.
#[derive(Debug, Clone)]
pub struct Needs {
    /// The name of its static.
    pub static_name: Name,
    /// The alternatives of which one must be met.
    pub security: Vec<Alternative>,
}

/// A method of `Receiver`: an operation that receives.
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
    /// What it takes: indices into [`Channel::messages`]; several: `choice` names their enum.
    pub messages: Vec<usize>,
    /// The enum of several messages.
    pub choice: Option<Name>,
    /// What its messages have beside their own rules, where the user tells operations apart: all of it holds.
    pub tests: Vec<(Read, Test)>,
    /// What it answers.
    pub reply: Option<Reply>,
    /// Who may use it, where the document says so.
    pub authorization: Option<Authorization>,
    /// The operation's bindings.
    pub bindings: Vec<Binding>,
}

/// Who may use an operation.
#[derive(Debug, Clone)]
pub struct Authorization {
    /// The name of the type of the credentials.
    pub credentials: Name,
    /// The method of `Receiver` that decides.
    pub method: Name,
    /// The alternatives of which one must be met.
    pub security: Vec<Alternative>,
    /// The order in which they are looked for: indices into `security`.
    pub tried: Vec<usize>,
}

/// The reply of an operation.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The messages; several: `choice` names their enum; none: the reply is what it is.
    pub messages: Vec<Message>,
    /// The enum of several messages.
    pub choice: Option<Name>,
    /// How the messages are told apart. Its indices are into `messages`.
    pub decision: Decision,
    /// How a reply is told from what else comes in there: a rule without messages is about the latter.
    pub claims: Option<Decision>,
    /// Whether some of its messages also come by themselves.
    pub pushed: bool,
    /// What a reply is held against before it goes out, by place in `messages`.
    pub checks: Vec<Option<Check>>,
    /// The name of the static that describes the reply.
    pub static_name: Name,
    /// The reply channel, if it is not the request's own.
    pub channel: Option<ReplyChannel>,
    /// Where the request says where to answer to.
    pub address_location: Option<Expression>,
}

/// What a message that goes out is held against, so that the peer takes it for what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The name of the static that does it.
    pub static_name: Name,
    /// How the peer tells what this side sends apart; its indices are of this table alone.
    pub decision: Option<Decision>,
    /// What the message is in `decision`.
    pub own: usize,
    /// What the operation asks of it.
    pub tests: Vec<(Read, Test)>,
    /// Whether the decision looks at messages that are not JSON, too.
    pub lenient: bool,
}

/// The channel that replies travel on.
#[derive(Debug, Clone)]
pub struct ReplyChannel {
    /// The name of the static that describes it.
    pub static_name: Name,
    /// The key in the document.
    pub key: String,
    /// The address, if it is known.
    pub address: Option<String>,
}

/// A server of the document.
#[derive(Debug, Clone)]
pub struct Server {
    /// The type's name.
    pub name: Name,
    /// The name of the type of its credentials.
    pub credentials: Name,
    /// The name of the static that describes it.
    pub static_name: Name,
    /// Whether a program can listen in its place: only where the protocol has sessions that begin with a handshake.
    pub listens: bool,
    /// The server's bindings.
    pub bindings: Vec<Binding>,
    /// The name of its listening type.
    pub listener: Name,
    /// The name of the type of its variables.
    pub variables_type: Name,
    /// The key in the document.
    pub key: String,
    /// Its docs.
    pub docs: Docs,
    /// The variant of the choice among all servers.
    pub variant: Name,
    /// The protocol, in lower case.
    pub protocol: String,
    /// `protocolVersion`.
    pub protocol_version: Option<String>,
    /// `host`, with its variables in braces.
    pub host: String,
    /// `pathname`, with its variables in braces.
    pub pathname: String,
    /// The variables, in the order of the document.
    pub variables: Vec<Parameter>,
    /// The alternatives of which one must be met; empty: nothing is asked for.
    pub security: Vec<Alternative>,
    /// The order in which a listener looks for them: indices into `security`.
    pub tried: Vec<usize>,
}

/// One way to be let in.
#[derive(Debug, Clone)]
pub struct Alternative {
    /// The variant of the credentials' enum.
    pub variant: Name,
    /// The builder's method.
    pub method: Name,
    /// The name of the constant with the scopes that are asked for.
    pub scopes_name: Name,
    /// Its docs.
    pub docs: Docs,
    /// The schemes, all of which must be met; none: whoever comes.
    pub schemes: Vec<Scheme>,
}

/// A security scheme.
#[derive(Debug, Clone)]
pub struct Scheme {
    /// The argument's name.
    pub name: Name,
    /// The key in the document.
    pub key: String,
    /// What it is.
    pub kind: crate::document::SecurityKind,
    /// The scopes that are asked for.
    pub scopes: Vec<String>,
    /// Whether the handshake of a peer shows it.
    pub shown: bool,
}

/// A security scheme that tells where tokens come from.
#[derive(Debug, Clone)]
pub struct SchemeInfo {
    /// The name of its static.
    pub static_name: Name,
    /// The key in the document.
    pub key: String,
    /// Its docs.
    pub docs: Docs,
    /// Where tokens come from.
    pub source: TokenSource,
}

/// Where tokens come from.
#[derive(Debug, Clone)]
pub enum TokenSource {
    /// By these flows of OAuth 2.
    OAuth2(Vec<Flow>),
    /// From the OpenID provider that describes itself at this URL.
    OpenId(String),
}

/// A flow of OAuth 2.
#[derive(Debug, Clone)]
pub struct Flow {
    /// Which it is.
    pub kind: FlowKind,
    /// `authorizationUrl`.
    pub authorization_url: Option<String>,
    /// `tokenUrl`.
    pub token_url: Option<String>,
    /// `refreshUrl`.
    pub refresh_url: Option<String>,
    /// The scopes with their descriptions.
    pub scopes: Vec<(String, String)>,
}

/// The flows of OAuth 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlowKind {
    /// `implicit`.
    Implicit,
    /// `password`.
    Password,
    /// `clientCredentials`.
    ClientCredentials,
    /// `authorizationCode`.
    AuthorizationCode,
}
