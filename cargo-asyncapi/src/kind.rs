//! What the objects of a document are, by where they stand: so that a reference is known by what it is to lead to.

/// A kind of object, or a collection of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the specification")]
pub(crate) enum Kind {
    Root,
    Info,
    Components,
    Server,
    ServerVariable,
    Channel,
    Operation,
    OperationTrait,
    Reply,
    ReplyAddress,
    Message,
    MessageTrait,
    Parameter,
    CorrelationId,
    SecurityScheme,
    Tag,
    ExternalDocs,
    ServerBindings,
    ChannelBindings,
    OperationBindings,
    MessageBindings,
    Schema,
    /// A schema in another language than JSON Schema.
    ForeignSchema,
    /// Data, or what has no references of the specification in it.
    Other,
}

/// How values of a kind stand under a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Under {
    /// One.
    One(Kind),
    /// An object or array of them.
    Many(Kind),
}

use Kind::*;
use Under::{Many, One};

impl Kind {
    /// What stands under a key of an object of this kind; `foreign` if the object says that its schema is in another
    /// language.
    pub(crate) fn under(self, key: &str, foreign: bool) -> Under {
        match self {
            Root => root(key),
            Components => components(key),
            Schema => schema(key, foreign),
            ForeignSchema => Many(ForeignSchema),
            ServerBindings | ChannelBindings | OperationBindings | MessageBindings => Many(Schema),
            _ => object(self, key, foreign),
        }
    }

    /// The section of `components` for this kind.
    pub(crate) fn section(self) -> Option<&'static str> {
        SECTIONS.iter().find(|(_, kind)| *kind == self).map(|(section, _)| *section)
    }

    /// The minor version of AsyncAPI 2 that brought the section; none, if only 3.0 did.
    pub(crate) fn section_since(self) -> Option<u8> {
        match self {
            Operation | Reply | ReplyAddress | ExternalDocs | Tag => None,
            Server | Channel => Some(3),
            ServerVariable => Some(4),
            _ => Some(0),
        }
    }
}

const SECTIONS: [(&str, Kind); 19] = [
    ("schemas", Schema),
    ("servers", Server),
    ("channels", Channel),
    ("operations", Operation),
    ("messages", Message),
    ("securitySchemes", SecurityScheme),
    ("serverVariables", ServerVariable),
    ("parameters", Parameter),
    ("correlationIds", CorrelationId),
    ("replies", Reply),
    ("replyAddresses", ReplyAddress),
    ("externalDocs", ExternalDocs),
    ("tags", Tag),
    ("operationTraits", OperationTrait),
    ("messageTraits", MessageTrait),
    ("serverBindings", ServerBindings),
    ("channelBindings", ChannelBindings),
    ("operationBindings", OperationBindings),
    ("messageBindings", MessageBindings),
];

fn components(key: &str) -> Under {
    SECTIONS.iter().find(|(section, _)| *section == key).map_or(One(Other), |(_, kind)| Many(*kind))
}

fn root(key: &str) -> Under {
    match key {
        "info" => One(Info),
        "servers" => Many(Server),
        "channels" => Many(Channel),
        "operations" => Many(Operation),
        "components" => One(Components),
        "tags" => Many(Tag),
        "externalDocs" => One(ExternalDocs),
        _ => One(Other),
    }
}

fn object(kind: Kind, key: &str, foreign: bool) -> Under {
    match (kind, key) {
        (Info | Server | Channel | Operation | OperationTrait | Message | MessageTrait, "tags") => Many(Tag),
        (Info | Server | Channel | Operation | OperationTrait | Message | MessageTrait | Tag, "externalDocs") => {
            One(ExternalDocs)
        }
        (Server, "variables") => Many(ServerVariable),
        (Server | Operation | OperationTrait, "security") => Many(SecurityScheme),
        (Server, "bindings") => One(ServerBindings),
        (Channel, "bindings") => One(ChannelBindings),
        (Operation | OperationTrait, "bindings") => One(OperationBindings),
        (Message | MessageTrait, "bindings") => One(MessageBindings),
        (Channel, "servers") => Many(Server),
        (Channel | Operation | Reply, "messages") => Many(Message),
        (Channel, "parameters") => Many(Parameter),
        (Channel, "publish" | "subscribe") => One(Operation),
        (Operation | Reply, "channel") => One(Channel),
        (Operation, "reply") => One(Reply),
        (Operation, "message") => One(Message),
        (Operation, "traits") => Many(OperationTrait),
        (Reply, "address") => One(ReplyAddress),
        (Message, "oneOf") => Many(Message),
        (Message, "traits") => Many(MessageTrait),
        (Message | MessageTrait, "correlationId") => One(CorrelationId),
        (Message | MessageTrait, "headers") => One(Schema),
        (Message | MessageTrait, "payload") => One(if foreign { ForeignSchema } else { Schema }),
        (Parameter, "schema") => One(Schema),
        _ => One(Other),
    }
}

fn schema(key: &str, foreign: bool) -> Under {
    match key {
        "schema" => One(if foreign { ForeignSchema } else { Schema }),
        "properties" | "patternProperties" | "definitions" | "$defs" | "dependencies" | "dependentSchemas"
        | "allOf" | "anyOf" | "oneOf" | "prefixItems" => Many(Schema),
        "externalDocs" => One(ExternalDocs),
        "default" | "const" | "enum" | "examples" | "example" => One(Other),
        _ => One(Schema),
    }
}

/// Whether a `schemaFormat` is one in whose place a reference to `components` cannot stand: Avro, Protobuf, RAML, XML.
pub(crate) fn is_foreign(format: Option<&str>) -> bool {
    let Some(format) = format else { return false };
    let own = ["application/vnd.aai.asyncapi", "application/schema+", "application/vnd.oai.openapi"];
    !own.iter().any(|own| format.starts_with(own))
}
