//! The typed object model of AsyncAPI 3.x that [`load`](super) fills, whatever the version of the document.
//!
//! Objects that others refer to stand in tables and are named by ids, so that "the same message" is a comparison of
//! ids. Schemas stay [`Node`]s: what they mean is the matter of `model/`; [`Document::resolve`] follows their `$ref`s.

use crate::collections::{HashMap, HashSet};
use crate::source::{FileId, Key, Node, Sources, Span};

/// Which version the document was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// 2.0.0 to 2.6.0: the minor version.
    V2(u8),
    /// 3.0.0 and 3.1.0: the minor version.
    V3(u8),
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

/// Where an object was defined: what makes two uses "the same object".
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The JSON pointer in it, not percent-encoded: `/components/messages/chat`. Empty: the whole file.
    pub pointer: String,
}

macro_rules! ids {
    ($($name:ident of $table:literal),*) => {$(
        #[doc = concat!("Index into `Document::", $table, "`.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);
    )*};
}
ids!(ServerId of "servers", ChannelId of "channels", MessageId of "messages", SecuritySchemeId of "security_schemes");

/// A whole document, references resolved, traits applied, 2.x upgraded to 3.x.
#[derive(Debug)]
pub struct Document {
    /// Every file that was read: spans point into it.
    pub sources: Sources,
    /// The tree of every file that was read.
    pub roots: HashMap<FileId, Node>,
    /// The file that the user named.
    pub root: FileId,
    /// The version in which it was written.
    pub version: Version,
    /// `info`.
    pub info: Info,
    /// `defaultContentType`.
    pub default_content_type: Option<Spanned<String>>,
    /// `servers`, in the order of the document.
    pub servers: Vec<Server>,
    /// The channels under the root's `channels`, in the order of the document, then those that only operations or
    /// replies reach (in `components.channels` or in other files).
    pub channels: Vec<Channel>,
    /// The operations under the root's `operations` (2.x: of the channels), in the order of the document.
    pub operations: Vec<Operation>,
    /// Every message that a channel names.
    pub messages: Vec<Message>,
    /// The schemes that `security` names.
    pub security_schemes: Vec<SecurityScheme>,
    /// What texts of .proto files import: by the file that the text is in, and the path of the import.
    #[cfg(feature = "protobuf")]
    pub imports: HashMap<(FileId, String), FileId>,
    /// What `$ref`s lead to; filled while loading, so that later stages read no files.
    pub references: References,
}

/// `info`.
#[derive(Debug, Clone)]
pub struct Info {
    /// `title`.
    pub title: String,
    /// `version` of the application.
    pub version: String,
    /// `description`.
    pub description: Option<String>,
    /// The whole object.
    pub node: Node,
}

/// Title, summary and description of an object.
#[derive(Debug, Clone, Default)]
pub struct Docs {
    /// `title`.
    pub title: Option<String>,
    /// `summary`.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// The names under `tags`.
    pub tags: Vec<String>,
}

/// A protocol's bindings, kept whole: `bindings.<protocol>`, with its `$ref` resolved.
#[derive(Debug, Clone)]
pub struct Binding {
    /// The protocol's key.
    pub protocol: Key,
    /// What stands under it.
    pub node: Node,
}

/// A Server Object.
#[derive(Debug, Clone)]
pub struct Server {
    /// Its key under `servers`.
    pub key: Key,
    /// Where it is defined.
    pub location: Location,
    /// Title, summary, description, tags.
    pub docs: Docs,
    /// `host`, with its variables in braces (2.x: taken from `url`).
    pub host: Spanned<String>,
    /// `protocol`.
    pub protocol: Spanned<String>,
    /// `protocolVersion`.
    pub protocol_version: Option<Spanned<String>>,
    /// `pathname`, with its variables in braces.
    pub pathname: Option<Spanned<String>>,
    /// `variables`.
    pub variables: Vec<ServerVariable>,
    /// `security`: alternatives, of which one must be met. Empty: none asked for.
    pub security: Vec<SecurityRequirement>,
    /// `bindings`.
    pub bindings: Vec<Binding>,
    /// The whole object, for extensions.
    pub node: Node,
}

/// A Server Variable Object.
#[derive(Debug, Clone)]
pub struct ServerVariable {
    /// Its name.
    pub key: Key,
    /// `enum`.
    pub values: Vec<Spanned<String>>,
    /// `default`.
    pub default: Option<Spanned<String>>,
    /// `description`.
    pub description: Option<String>,
    /// `examples`.
    pub examples: Vec<Spanned<String>>,
}

/// One alternative of a `security` list (2.x: one object of it, whose schemes must all be met).
#[derive(Debug, Clone)]
pub struct SecurityRequirement {
    /// The schemes, all of which must be met, each with the scopes asked for.
    pub schemes: Vec<(SecuritySchemeId, Vec<String>)>,
    /// Its place.
    pub span: Span,
}

/// A Security Scheme Object.
#[derive(Debug, Clone)]
pub struct SecurityScheme {
    /// Its key in `components.securitySchemes`; of an inline one, derived from its type.
    pub name: String,
    /// Where it is defined.
    pub location: Location,
    /// `description`.
    pub description: Option<String>,
    /// What kind it is.
    pub kind: SecurityKind,
    /// The whole object.
    pub node: Node,
}

/// The kinds of a Security Scheme Object: its `type`, and what goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecurityKind {
    /// `userPassword`.
    UserPassword,
    /// `apiKey`, in the protocol's user name.
    ApiKeyAsUser,
    /// `apiKey`, in the protocol's password.
    ApiKeyAsPassword,
    /// `httpApiKey`.
    HttpApiKey {
        /// `name` of the header, query parameter or cookie.
        name: String,
        /// `in`.
        place: HttpPlace,
    },
    /// `http`.
    Http {
        /// `scheme`, in lower case: `basic`, `bearer`, …
        scheme: String,
        /// `bearerFormat`.
        bearer_format: Option<String>,
    },
    /// `X509`.
    X509,
    /// `symmetricEncryption`.
    SymmetricEncryption,
    /// `asymmetricEncryption`.
    AsymmetricEncryption,
    /// `oauth2`; its flows are in the node.
    OAuth2,
    /// `openIdConnect`.
    OpenIdConnect,
    /// `plain`.
    Plain,
    /// `scramSha256`.
    ScramSha256,
    /// `scramSha512`.
    ScramSha512,
    /// `gssapi`.
    Gssapi,
}

/// Where an `httpApiKey` goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HttpPlace {
    /// A header.
    Header,
    /// A query parameter.
    Query,
    /// A cookie.
    Cookie,
}

/// A Channel Object.
#[derive(Debug, Clone)]
pub struct Channel {
    /// Its key under `channels`; in 2.x that is its address too.
    pub key: Key,
    /// Where it is defined.
    pub location: Location,
    /// Title, summary, description, tags.
    pub docs: Docs,
    /// `address`; `None` if it is null or absent: unknown until run time (2.x: the key).
    pub address: Option<Spanned<String>>,
    /// `messages` (2.x: all messages of its operations, each once).
    pub messages: Vec<ChannelMessage>,
    /// `parameters`.
    pub parameters: Vec<Parameter>,
    /// `servers`; empty: all of the document's.
    pub servers: Vec<ServerId>,
    /// `bindings`.
    pub bindings: Vec<Binding>,
    /// The whole object, for extensions.
    pub node: Node,
}

/// A message as a channel has it.
#[derive(Debug, Clone)]
pub struct ChannelMessage {
    /// The channel's key for it (2.x: derived from what the message has: `messageId`, name, component key, …).
    pub key: Key,
    /// The message.
    pub message: MessageId,
    /// `summary` or `description` beside the `$ref`: documentation only.
    pub docs: Docs,
    /// `x-match` beside the `$ref`, else of the message: what tells it from the channel's other messages.
    pub matches: Option<Node>,
}

/// A Parameter Object.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Its name: what stands in braces in the address.
    pub key: Key,
    /// `description`.
    pub description: Option<String>,
    /// `enum` (2.x: of its schema).
    pub values: Vec<Spanned<String>>,
    /// `default` (2.x: of its schema).
    pub default: Option<Spanned<String>>,
    /// `examples`.
    pub examples: Vec<Spanned<String>>,
    /// `location`: a runtime expression.
    pub location: Option<Spanned<RuntimeExpression>>,
    /// 2.x: `schema`.
    pub schema: Option<Node>,
}

/// `$message.header#/…` or `$message.payload#/…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuntimeExpression {
    /// Header or payload.
    pub source: ExpressionSource,
    /// The unescaped segments of the pointer; empty: all of it.
    pub pointer: Vec<String>,
}

/// What a [`RuntimeExpression`] looks into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpressionSource {
    /// `$message.header`.
    Header,
    /// `$message.payload`.
    Payload,
}

/// `action` of an operation, as the document's application sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// `send` (2.x: `subscribe`).
    Send,
    /// `receive` (2.x: `publish`).
    Receive,
}

/// An Operation Object, traits applied.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Its key under `operations` (2.x: `operationId`, else derived from action and channel; then `derived` is set).
    pub key: Key,
    /// Whether the key was derived, because the document has none.
    pub derived: bool,
    /// Where it is defined.
    pub location: Location,
    /// Title, summary, description, tags.
    pub docs: Docs,
    /// `action`.
    pub action: Spanned<Action>,
    /// `channel`.
    pub channel: ChannelId,
    /// `messages`: indices into the channel's `messages`; where the document gives none, all of them.
    pub messages: Vec<usize>,
    /// `reply`.
    pub reply: Option<Reply>,
    /// `security`.
    pub security: Vec<SecurityRequirement>,
    /// `bindings`.
    pub bindings: Vec<Binding>,
    /// The whole object, for extensions.
    pub node: Node,
}

/// An Operation Reply Object.
#[derive(Debug, Clone)]
pub struct Reply {
    /// `address.location`.
    pub address: Option<Spanned<RuntimeExpression>>,
    /// `channel`.
    pub channel: Option<ChannelId>,
    /// `messages`: indices into the reply channel's `messages`; none given: all of them.
    pub messages: Vec<usize>,
    /// Its place.
    pub span: Span,
}

/// A Message Object, traits applied.
#[derive(Debug, Clone)]
pub struct Message {
    /// Where it is defined.
    pub location: Location,
    /// Its key where it is defined, if that is a map of messages (`components.messages`, a channel's `messages`).
    pub key: Option<Key>,
    /// `name`.
    pub name: Option<Spanned<String>>,
    /// `messageId` of 2.4 to 2.6.
    pub message_id: Option<Spanned<String>>,
    /// Title, summary, description, tags.
    pub docs: Docs,
    /// `contentType`, else the document's default.
    pub content_type: Option<Spanned<String>>,
    /// `payload`, if there is one.
    pub payload: Option<Payload>,
    /// `headers`, if there are some.
    pub headers: Option<Payload>,
    /// `correlationId.location`.
    pub correlation_id: Option<Spanned<RuntimeExpression>>,
    /// `examples`, whole.
    pub examples: Vec<Node>,
    /// `bindings`.
    pub bindings: Vec<Binding>,
    /// The whole object, for extensions.
    pub node: Node,
}

/// A schema of a message with its format.
#[derive(Debug, Clone)]
pub struct Payload {
    /// The schema; may be a `$ref`.
    pub schema: Node,
    /// `schemaFormat` (of the Multi Format Schema Object or, in 2.x, of the message). `None`: AsyncAPI's own.
    pub format: Option<Spanned<String>>,
}

/// What the `$ref`s of the document lead to.
#[derive(Debug, Default)]
pub struct References {
    /// By the span of the string that stands behind `$ref`.
    pub(crate) targets: HashMap<Span, Target>,
    /// The places of the schemas in which only `$ref` counts.
    pub(crate) json_schemas: HashSet<Span>,
}

/// Where a `$ref` leads.
#[derive(Debug, Clone)]
pub struct Target {
    /// What is there.
    pub node: Node,
    /// Where that is.
    pub location: Location,
}

impl Document {
    /// Where the `$ref` of `node` leads, one step; `None` if it has none (or a broken one, which was reported).
    #[must_use]
    pub fn resolve(&self, node: &Node) -> Option<&Target> {
        self.references.targets.get(&node.get("$ref")?.span())
    }

    /// The same, but past what stands in the place of a reference to a whole map or list: to the entry itself.
    #[must_use]
    pub fn resolve_entry(&self, node: &Node) -> Option<&Target> {
        let mut target = self.resolve(node)?;
        // In a file, a `$ref` and the object that it stands in differ in their spans.
        while let Some(reference) = target.node.get("$ref").filter(|reference| reference.span() == target.node.span()) {
            target = self.references.targets.get(&reference.span())?;
        }
        Some(target)
    }

    /// Whether the schema `node` is read by the rules of JSON Schema draft-04 to draft-07, by which a `$ref` stands alone:
    /// what is beside it does not count.
    ///
    /// So it is in what a `schemaFormat` declares as such, and in all that references lead to from there. What AsyncAPI's
    /// own schemas lead to, too, is AsyncAPI's. `node` must be a schema as it stands in its file.
    #[must_use]
    pub fn is_json_schema(&self, node: &Node) -> bool {
        self.references.json_schemas.contains(&node.span())
    }
}
