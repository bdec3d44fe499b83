//! The objects of AsyncAPI 3.0 and 3.1.

use super::common::{
    CONTACT, CORRELATION_ID, EXTERNAL_DOCS, LICENSE, MESSAGE_EXAMPLES_V3, SECURITY_SCHEME_V3, SERVER_VARIABLE,
};
use super::form::URI;
use super::schema::ANY_SCHEMA;
use super::{ANY, Also, Object, Shape, TEXTS, bindings, may, must, object};

pub(in super::super) static ROOT: Object = object(
    "AsyncAPI",
    &[
        must("asyncapi", Shape::Text),
        may("id", URI),
        must("info", Shape::Object(&INFO)),
        may("servers", Shape::Map(&SERVER_OR_REF)),
        may("defaultContentType", Shape::Text),
        may("channels", Shape::Map(&CHANNEL_OR_REF)),
        may("operations", Shape::Map(&OPERATION_OR_REF)),
        may("components", Shape::Object(&COMPONENTS)),
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
        may("tags", TAGS),
        may("externalDocs", DOCS_OR_REF),
    ],
);

static SERVER_OBJECT: Object = object(
    "Server",
    &[
        must("host", Shape::Text),
        must("protocol", Shape::Text),
        may("protocolVersion", Shape::Text),
        may("pathname", Shape::Text),
        may("title", Shape::Text),
        may("summary", Shape::Text),
        may("description", Shape::Text),
        may("variables", Shape::Map(&VARIABLE_OR_REF)),
        may("security", SECURITY),
        may("tags", TAGS),
        may("externalDocs", DOCS_OR_REF),
        may("bindings", SERVER_BINDINGS),
    ],
);

static CHANNEL_OBJECT: Object = object(
    "Channel",
    &[
        may("address", Shape::TextOrNull),
        may("messages", Shape::Map(&MESSAGE_OR_REF)),
        may("title", Shape::Text),
        may("summary", Shape::Text),
        may("description", Shape::Text),
        may("servers", Shape::List(&SERVER_REF)),
        may("parameters", PARAMETERS),
        may("tags", TAGS),
        may("externalDocs", DOCS_OR_REF),
        may("bindings", CHANNEL_BINDINGS),
    ],
);

static OPERATION_OBJECT: Object = object(
    "Operation",
    &[
        must("action", Shape::Choice(&["send", "receive"])),
        must("channel", Shape::Reference(&CHANNEL)),
        may("title", Shape::Text),
        may("summary", Shape::Text),
        may("description", Shape::Text),
        may("security", SECURITY),
        may("tags", TAGS),
        may("externalDocs", DOCS_OR_REF),
        may("bindings", OPERATION_BINDINGS),
        may("traits", Shape::List(&OPERATION_TRAIT_OR_REF)),
        may("messages", Shape::List(&MESSAGE_REF)),
        may("reply", Shape::OrReference(&REPLY)),
    ],
)
.also(Also::MessagesOfChannel);

static OPERATION_TRAIT_OBJECT: Object = object(
    "Operation Trait",
    &[
        may("title", Shape::Text),
        may("summary", Shape::Text),
        may("description", Shape::Text),
        may("security", SECURITY),
        may("tags", TAGS),
        may("externalDocs", DOCS_OR_REF),
        may("bindings", OPERATION_BINDINGS),
    ],
);

static REPLY_OBJECT: Object = object(
    "Operation Reply",
    &[
        may("address", Shape::OrReference(&REPLY_ADDRESS)),
        may("channel", Shape::Reference(&CHANNEL)),
        may("messages", Shape::List(&MESSAGE_REF)),
    ],
)
.also(Also::MessagesOfChannel);

static REPLY_ADDRESS_OBJECT: Object =
    object("Operation Reply Address", &[must("location", Shape::Expression), may("description", Shape::Text)]);

static MESSAGE_OBJECT: Object = object(
    "Message",
    &[
        may("headers", ANY_SCHEMA),
        may("payload", ANY_SCHEMA),
        may("correlationId", Shape::OrReference(&CORRELATION_ID)),
        may("contentType", Shape::Text),
        may("name", Shape::Text),
        may("title", Shape::Text),
        may("summary", Shape::Text),
        may("description", Shape::Text),
        may("tags", TAGS),
        may("externalDocs", DOCS_OR_REF),
        may("bindings", MESSAGE_BINDINGS),
        may("examples", MESSAGE_EXAMPLES_V3),
        may("traits", Shape::List(&MESSAGE_TRAIT_ITEM)),
        may("deprecated", Shape::Bool),
    ],
);

static MESSAGE_TRAIT_OBJECT: Object = object(
    "Message Trait",
    &[
        may("headers", ANY_SCHEMA),
        may("correlationId", Shape::OrReference(&CORRELATION_ID)),
        may("contentType", Shape::Text),
        may("name", Shape::Text),
        may("title", Shape::Text),
        may("summary", Shape::Text),
        may("description", Shape::Text),
        may("tags", TAGS),
        may("externalDocs", DOCS_OR_REF),
        may("bindings", MESSAGE_BINDINGS),
        may("examples", MESSAGE_EXAMPLES_V3),
        may("deprecated", Shape::Bool),
    ],
);

static PARAMETER_OBJECT: Object = object(
    "Parameter",
    &[
        may("enum", TEXTS),
        may("default", Shape::Text),
        may("description", Shape::Text),
        may("examples", TEXTS),
        may("location", Shape::Expression),
    ],
);

static TAG_OBJECT: Object =
    object("Tag", &[must("name", Shape::Text), may("description", Shape::Text), may("externalDocs", DOCS_OR_REF)]);

static COMPONENTS: Object = object(
    "Components",
    &[
        may("schemas", Shape::Map(&ANY_SCHEMA)),
        may("servers", Shape::Map(&SERVER_OR_REF)),
        may("channels", Shape::Map(&CHANNEL_OR_REF)),
        may("operations", Shape::Map(&OPERATION_OR_REF)),
        may("messages", Shape::Map(&MESSAGE_OR_REF)),
        may("securitySchemes", Shape::Map(&SCHEME_OR_REF)),
        may("serverVariables", Shape::Map(&VARIABLE_OR_REF)),
        may("parameters", Shape::Map(&PARAMETER_OR_REF)),
        may("correlationIds", Shape::Map(&CORRELATION_ID_OR_REF)),
        may("replies", Shape::Map(&REPLY_OR_REF)),
        may("replyAddresses", Shape::Map(&REPLY_ADDRESS_OR_REF)),
        may("externalDocs", Shape::Map(&DOCS_OR_REF)),
        may("tags", Shape::Map(&TAG_OR_REF)),
        may("operationTraits", Shape::Map(&OPERATION_TRAIT_OR_REF)),
        may("messageTraits", Shape::Map(&MESSAGE_TRAIT_OR_REF)),
        may("serverBindings", Shape::Map(&SERVER_BINDINGS)),
        may("channelBindings", Shape::Map(&CHANNEL_BINDINGS)),
        may("operationBindings", Shape::Map(&OPERATION_BINDINGS)),
        may("messageBindings", Shape::Map(&MESSAGE_BINDINGS)),
    ],
);

macro_rules! shapes {
    ($($name:ident, $or_ref:ident = $object:ident;)*) => {$(
        static $name: Shape = Shape::Object(&$object);
        static $or_ref: Shape = Shape::OrReference(&$name);
    )*};
}
shapes! {
    SERVER, SERVER_OR_REF = SERVER_OBJECT;
    CHANNEL, CHANNEL_OR_REF = CHANNEL_OBJECT;
    OPERATION, OPERATION_OR_REF = OPERATION_OBJECT;
    OPERATION_TRAIT, OPERATION_TRAIT_OR_REF = OPERATION_TRAIT_OBJECT;
    REPLY, REPLY_OR_REF = REPLY_OBJECT;
    REPLY_ADDRESS, REPLY_ADDRESS_OR_REF = REPLY_ADDRESS_OBJECT;
    MESSAGE, MESSAGE_OR_REF = MESSAGE_OBJECT;
    MESSAGE_TRAIT, MESSAGE_TRAIT_OR_REF = MESSAGE_TRAIT_OBJECT;
    TAG, TAG_OR_REF = TAG_OBJECT;
}
/// What is no object says nothing: the official schema does not mind, and such documents are about.
static PARAMETER: Shape = Shape::Choose(|node| if node.as_object().is_none() { &ANY } else { &PARAMETER_PROPER });
static PARAMETER_PROPER: Shape = Shape::Object(&PARAMETER_OBJECT);
static PARAMETER_OR_REF: Shape = Shape::OrReference(&PARAMETER);
/// Of a channel; the official schema does not mind a reference to all of them, either.
const PARAMETERS: Shape = Shape::OrReference(&ALL_PARAMETERS);
static ALL_PARAMETERS: Shape = Shape::Map(&PARAMETER_OR_REF);
static SERVER_REF: Shape = Shape::Reference(&SERVER);
static MESSAGE_REF: Shape = Shape::MessageReference;
static SCHEME_OR_REF: Shape = Shape::OrReference(&SECURITY_SCHEME_V3);
static VARIABLE_OR_REF: Shape = Shape::OrReference(&SERVER_VARIABLE);
static CORRELATION_ID_OR_REF: Shape = Shape::OrReference(&CORRELATION_ID);
static DOCS_OR_REF: Shape = Shape::OrReference(&EXTERNAL_DOCS);
static SERVER_BINDINGS: Shape = Shape::OrReference(&bindings::SERVER);
static CHANNEL_BINDINGS: Shape = Shape::OrReference(&bindings::CHANNEL);
static OPERATION_BINDINGS: Shape = Shape::OrReference(&bindings::OPERATION);
static MESSAGE_BINDINGS: Shape = Shape::OrReference(&bindings::MESSAGE);
static TAGS: Shape = Shape::List(&TAG_OR_REF);
static SECURITY: Shape = Shape::List(&SCHEME_OR_REF);
/// The official schema also has `[trait, parameters]`, from a draft of the specification.
static MESSAGE_TRAIT_ITEM: Shape =
    Shape::Choose(|node| if node.as_array().is_some() { &ANY } else { &MESSAGE_TRAIT_OR_REF });
