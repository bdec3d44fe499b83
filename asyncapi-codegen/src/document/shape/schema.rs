//! The Schema Object: the keywords of JSON Schema draft-07 with the types of their values. Other keywords are fine.

use super::common::EXTERNAL_DOCS;
use super::form::URI;
use super::{ANY, Object, Shape, TEXT, UNIQUE_TEXTS, may, object};
use crate::source::{Node, Value};

/// A Schema Object, a boolean, or a reference to one.
pub(in super::super) static SCHEMA: Shape = Shape::OrReference(&SCHEMA_OR_BOOL);

static SCHEMA_OR_BOOL: Shape = Shape::Choose(|node| if node.as_bool().is_some() { &ANY } else { &SCHEMA_OBJECT });
static SCHEMA_OBJECT: Shape = Shape::Object(&OBJECT);
static SCHEMAS: Shape = Shape::Some(&SCHEMA);
static SCHEMA_OR_SCHEMAS: Shape = Shape::Choose(|node| if node.as_array().is_some() { &SCHEMAS } else { &SCHEMA });
static NAMES: Shape = UNIQUE_TEXTS;
static SCHEMA_OR_NAMES: Shape = Shape::Choose(|node| if node.as_array().is_some() { &NAMES } else { &SCHEMA });
static TYPE: Shape = Shape::Choice(&["array", "boolean", "integer", "null", "number", "object", "string"]);
static TYPES: Shape = Shape::SomeUnique(&TYPE);
static TYPE_OR_TYPES: Shape = Shape::Choose(|node| if node.as_array().is_some() { &TYPES } else { &TYPE });
static DOCS: Shape = Shape::OrReference(&EXTERNAL_DOCS);

/// The name under which diagnostics speak of a schema.
pub(in super::super) const NAME: &str = "Schema";

static OBJECT: Object = object(
    NAME,
    &[
        may("$id", Shape::Text),
        may("$schema", URI),
        may("$comment", Shape::Text),
        may("title", Shape::Text),
        may("description", Shape::Text),
        may("default", Shape::Any),
        may("readOnly", Shape::Bool),
        may("writeOnly", Shape::Bool),
        may("examples", Shape::List(&ANY)),
        may("multipleOf", Shape::Positive),
        may("maximum", Shape::Number),
        may("exclusiveMaximum", Shape::Number),
        may("minimum", Shape::Number),
        may("exclusiveMinimum", Shape::Number),
        may("maxLength", Shape::Count),
        may("minLength", Shape::Count),
        may("pattern", Shape::Text),
        may("additionalItems", SCHEMA),
        may("items", Shape::Choose(|_| &SCHEMA_OR_SCHEMAS)),
        may("maxItems", Shape::Count),
        may("minItems", Shape::Count),
        may("uniqueItems", Shape::Bool),
        may("contains", SCHEMA),
        may("maxProperties", Shape::Count),
        may("minProperties", Shape::Count),
        may("required", UNIQUE_TEXTS),
        may("additionalProperties", SCHEMA),
        may("definitions", Shape::Map(&SCHEMA)),
        may("properties", Shape::Map(&SCHEMA)),
        may("patternProperties", Shape::Map(&SCHEMA)),
        may("dependencies", Shape::Map(&SCHEMA_OR_NAMES)),
        may("propertyNames", SCHEMA),
        may("const", Shape::Any),
        may("enum", Shape::SomeUnique(&ANY)),
        may("type", Shape::Choose(|_| &TYPE_OR_TYPES)),
        may("format", Shape::Text),
        may("contentMediaType", Shape::Text),
        may("contentEncoding", Shape::Text),
        may("if", SCHEMA),
        may("then", SCHEMA),
        may("else", SCHEMA),
        may("allOf", SCHEMAS),
        may("anyOf", SCHEMAS),
        may("oneOf", SCHEMAS),
        may("not", SCHEMA),
        may("discriminator", Shape::Text),
        may("externalDocs", DOCS),
        may("deprecated", Shape::Bool),
    ],
)
.open();

/// A schema of 3.x: a Schema Object or a Multi Format Schema Object.
pub(in super::super) static ANY_SCHEMA: Shape = Shape::OrReference(&SCHEMA_OR_MULTI_FORMAT);

static SCHEMA_OR_MULTI_FORMAT: Shape = Shape::Choose(|node| match node.get("schema") {
    None => &SCHEMA_OR_BOOL,
    Some(_) if is_own(node) => &MULTI_FORMAT,
    Some(_) => &MULTI_FORMAT_FOREIGN,
});
static MULTI_FORMAT: Shape = Shape::Object(&MULTI_FORMAT_OBJECT);
static MULTI_FORMAT_OBJECT: Object =
    object("Multi Format Schema", &[may("schemaFormat", TEXT), may("schema", SCHEMA)]).open();
static MULTI_FORMAT_FOREIGN: Shape = Shape::Object(&MULTI_FORMAT_FOREIGN_OBJECT);
static MULTI_FORMAT_FOREIGN_OBJECT: Object =
    object("Multi Format Schema", &[may("schemaFormat", TEXT), may("schema", Shape::Foreign)]).open();

/// Schemas under names of the author's choice.
pub(in super::super) static NAMED: Shape = Shape::Map(&SCHEMA);

/// Whether a schema may have a field of this name that means something.
pub(in super::super) fn is_keyword(name: &str) -> bool {
    OBJECT.field(name).is_some()
}

/// Whether `schemaFormat` of `node` says AsyncAPI's own schemas or JSON Schema, or nothing.
pub(in super::super) fn is_own(node: &Node) -> bool {
    match node.get("schemaFormat").map(Node::value) {
        None | Some(Value::Null) => true,
        Some(Value::String(format)) => {
            format.starts_with("application/vnd.aai.asyncapi") || format.starts_with("application/schema+")
        }
        Some(_) => false,
    }
}
