//! The objects of AsyncAPI 2.0 to 2.6.

use super::common::{
    CONTACT, CORRELATION_ID, EXTERNAL_DOCS, LICENSE, MESSAGE_EXAMPLES_V2, SECURITY_SCHEME_V2, SERVER_VARIABLE,
};
use super::form::URI;
use super::schema::{SCHEMA, is_own};
use super::{ANY, Also, Field, Object, Shape, UNIQUE_TEXTS, bindings, may, must, object};

pub(in super::super) static ROOT: Object = object(
    "AsyncAPI",
    &[
        must("asyncapi", Shape::Text),
        may("id", URI),
        must("info", Shape::Object(&INFO)),
        may("servers", Shape::Map(&SERVER_OR_REF)),
        may("defaultContentType", Shape::Text),
        must("channels", Shape::NamedMap(&CHANNEL)),
        may("components", Shape::Object(&COMPONENTS)),
        may("tags", TAGS),
        may("externalDocs", EXTERNAL_DOCS),
    ],
);

static INFO: Object = object(
    "Info",
    &[
        must("title", Shape::Text),
        must("version", Shape::Text),
        may("description", Shape::Text),
        may("termsOfService", URI),
        may("contact", Shape::Object(&CONTACT)),
        may("license", Shape::Object(&LICENSE)),
    ],
);

static SERVER_OBJECT: Object = object(
    "Server",
    &[
        must("url", Shape::Text),
        must("protocol", Shape::Text),
        may("protocolVersion", Shape::Text),
        may("description", Shape::Text),
        may("variables", Shape::Map(&VARIABLE_OR_REF)),
        may("security", SECURITY),
        may("tags", TAGS).since(5),
        may("bindings", SERVER_BINDINGS),
    ],
);

static CHANNEL_OBJECT: Object = object(
    "Channel Item",
    &[
        may("description", Shape::Text),
        may("servers", UNIQUE_TEXTS).since(2),
        may("subscribe", OPERATION),
        may("publish", OPERATION),
        may("parameters", PARAMETERS),
        may("bindings", CHANNEL_BINDINGS),
        may("deprecated", Shape::Bool),
    ],
);

static OPERATION_OBJECT: Object = object(
    "Operation",
    &[
        may("operationId", Shape::Text),
        may("summary", Shape::Text),
        may("description", Shape::Text),
        may("security", SECURITY).since(4),
        may("tags", TAGS),
        may("externalDocs", EXTERNAL_DOCS),
        may("bindings", OPERATION_BINDINGS),
        may("traits", Shape::List(&OPERATION_TRAIT_OR_REF)),
        may("message", MESSAGE_OR_REF),
    ],
);

static OPERATION_TRAIT_OBJECT: Object = object(
    "Operation Trait",
    &[
        may("operationId", Shape::Text),
        may("summary", Shape::Text),
        may("description", Shape::Text),
        may("security", SECURITY).since(4),
        may("tags", TAGS),
        may("externalDocs", EXTERNAL_DOCS),
        may("bindings", OPERATION_BINDINGS),
    ],
);

/// The fields of a message; what its `payload` is depends on its `schemaFormat`.
macro_rules! message_fields {
    ($payload:expr) => {
        &[
            may("messageId", Shape::Text).since(4),
            may("headers", SCHEMA),
            may("payload", $payload),
            may("correlationId", Shape::OrReference(&CORRELATION_ID)),
            may("schemaFormat", Shape::Text),
            may("contentType", Shape::Text),
            may("name", Shape::Text),
            may("title", Shape::Text),
            may("summary", Shape::Text),
            may("description", Shape::Text),
            may("tags", TAGS),
            may("externalDocs", EXTERNAL_DOCS),
            may("deprecated", Shape::Bool),
            may("bindings", MESSAGE_BINDINGS),
            may("examples", MESSAGE_EXAMPLES_V2),
            may("traits", Shape::List(&MESSAGE_TRAIT_OR_REF)),
        ]
    };
}
static MESSAGE_OBJECT: Object = object("Message", message_fields!(SCHEMA)).also(Also::HeadersAreObject);
static MESSAGE_FOREIGN_OBJECT: Object = object("Message", message_fields!(Shape::Foreign)).also(Also::HeadersAreObject);
static ONE_OF_OBJECT: Object = object("Message", &[must("oneOf", Shape::List(&MESSAGE_OR_REF))]).sealed();

static MESSAGE: Shape = Shape::Choose(|node| {
    if node.get("oneOf").is_some() {
        &ONE_OF_MESSAGES
    } else if is_own(node) {
        &OWN_MESSAGE
    } else {
        &FOREIGN_MESSAGE
    }
});
static ONE_OF_MESSAGES: Shape = Shape::Object(&ONE_OF_OBJECT);
static OWN_MESSAGE: Shape = Shape::Object(&MESSAGE_OBJECT);
static FOREIGN_MESSAGE: Shape = Shape::Object(&MESSAGE_FOREIGN_OBJECT);
static MESSAGE_OR_REF: Shape = Shape::OrReference(&MESSAGE);

static MESSAGE_TRAIT_FIELDS: &[Field] = &[
    may("messageId", Shape::Text).since(4),
    may("headers", SCHEMA),
    may("correlationId", Shape::OrReference(&CORRELATION_ID)),
    may("schemaFormat", Shape::Text),
    may("contentType", Shape::Text),
    may("name", Shape::Text),
    may("title", Shape::Text),
    may("summary", Shape::Text),
    may("description", Shape::Text),
    may("tags", TAGS),
    may("externalDocs", EXTERNAL_DOCS),
    may("deprecated", Shape::Bool),
    may("bindings", MESSAGE_BINDINGS),
    may("examples", TRAIT_EXAMPLES),
];
/// Most of the official schemas ask for no more than an object.
const TRAIT_EXAMPLES: Shape = Shape::List(&TRAIT_EXAMPLE);
static TRAIT_EXAMPLE: Shape = Shape::Map(&ANY);
static MESSAGE_TRAIT_OBJECT: Object = object("Message Trait", MESSAGE_TRAIT_FIELDS).also(Also::HeadersAreObject);

static PARAMETER_OBJECT: Object =
    object("Parameter", &[may("description", Shape::Text), may("schema", SCHEMA), may("location", Shape::Expression)]);

static TAG_OBJECT: Object =
    object("Tag", &[must("name", Shape::Text), may("description", Shape::Text), may("externalDocs", EXTERNAL_DOCS)]);

static COMPONENTS: Object = object(
    "Components",
    &[
        may("schemas", Shape::Map(&SCHEMA)),
        may("servers", Shape::Map(&SERVER_OR_REF)).since(3),
        may("serverVariables", Shape::Map(&VARIABLE_OR_REF)).since(4),
        may("channels", Shape::NamedMap(&CHANNEL)).since(3),
        may("messages", Shape::Map(&MESSAGE_OR_REF)),
        may("securitySchemes", Shape::Map(&SCHEME_OR_REF)),
        may("parameters", Shape::Map(&PARAMETER_OR_REF)),
        may("correlationIds", Shape::Map(&CORRELATION_ID_OR_REF)),
        may("operationTraits", Shape::Map(&OPERATION_TRAIT)),
        may("messageTraits", Shape::Map(&MESSAGE_TRAIT)),
        may("serverBindings", Shape::Map(&SERVER_BINDINGS)),
        may("channelBindings", Shape::Map(&CHANNEL_BINDINGS)),
        may("operationBindings", Shape::Map(&OPERATION_BINDINGS)),
        may("messageBindings", Shape::Map(&MESSAGE_BINDINGS)),
    ],
);

static SERVER: Shape = Shape::Object(&SERVER_OBJECT);
static SERVER_OR_REF: Shape = Shape::Since(3, &SERVER_BY_REF, &SERVER);
static SERVER_BY_REF: Shape = Shape::OrReference(&SERVER);
/// A Channel Item Object has a field `$ref` of its own, which works like a Reference Object.
static CHANNEL: Shape = Shape::OrReference(&CHANNEL_ITEM);
static CHANNEL_ITEM: Shape = Shape::Object(&CHANNEL_OBJECT);
static OPERATION: Shape = Shape::Object(&OPERATION_OBJECT);
static OPERATION_TRAIT: Shape = Shape::Object(&OPERATION_TRAIT_OBJECT);
static OPERATION_TRAIT_OR_REF: Shape = Shape::OrReference(&OPERATION_TRAIT);
static MESSAGE_TRAIT: Shape = Shape::Object(&MESSAGE_TRAIT_OBJECT);
static MESSAGE_TRAIT_OR_REF: Shape = Shape::OrReference(&MESSAGE_TRAIT);
/// What is no object says nothing: the official schema does not mind, and such documents are about.
static PARAMETER: Shape = Shape::Choose(|node| if node.as_object().is_none() { &ANY } else { &PARAMETER_PROPER });
static PARAMETER_PROPER: Shape = Shape::Object(&PARAMETER_OBJECT);
static PARAMETER_OR_REF: Shape = Shape::OrReference(&PARAMETER);
/// Of a channel; the official schema does not mind a reference to all of them, either.
const PARAMETERS: Shape = Shape::OrReference(&ALL_PARAMETERS);
static ALL_PARAMETERS: Shape = Shape::Map(&PARAMETER_OR_REF);
static TAG: Shape = Shape::Object(&TAG_OBJECT);
static TAGS: Shape = Shape::List(&TAG);
static SCHEME_OR_REF: Shape = Shape::OrReference(&SECURITY_SCHEME_V2);
static VARIABLE_OR_REF: Shape = Shape::Since(4, &VARIABLE_BY_REF, &SERVER_VARIABLE);
static VARIABLE_BY_REF: Shape = Shape::OrReference(&SERVER_VARIABLE);
static CORRELATION_ID_OR_REF: Shape = Shape::OrReference(&CORRELATION_ID);
static SERVER_BINDINGS: Shape = Shape::OrReference(&bindings::SERVER_V2);
static CHANNEL_BINDINGS: Shape = Shape::OrReference(&bindings::CHANNEL_V2);
static OPERATION_BINDINGS: Shape = Shape::OrReference(&bindings::OPERATION_V2);
static MESSAGE_BINDINGS: Shape = Shape::OrReference(&bindings::MESSAGE_V2);
static REQUIREMENT: Shape = Shape::Map(&SCOPES);
static SCOPES: Shape = UNIQUE_TEXTS;
static SECURITY: Shape = Shape::List(&REQUIREMENT);
