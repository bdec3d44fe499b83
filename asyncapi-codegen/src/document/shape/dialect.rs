//! Which rules a schema is read by: AsyncAPI's own, those of a version of JSON Schema, or those of OpenAPI.

use super::Object;
use crate::source::Node;

/// The rules that a schema is read by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in super::super) enum Dialect {
    /// AsyncAPI's Schema Object.
    AsyncApi,
    /// JSON Schema draft-04, where `$id` is called `id`.
    Draft4,
    /// JSON Schema draft-06 or draft-07.
    Draft7,
    /// JSON Schema 2019-09 or later.
    Later,
    /// The Schema Object of Swagger 2.0 and OpenAPI 3.0.
    OpenApi,
    /// The Schema Object of OpenAPI 3.1 and later: JSON Schema 2020-12, and more.
    LaterOpenApi,
}

impl Dialect {
    /// Whether only `$ref` counts in a schema that has one.
    pub(in super::super) fn ignores_siblings(self) -> bool {
        matches!(self, Self::Draft4 | Self::Draft7)
    }

    /// Whether a keyword has another value than in JSON Schema: flags on limits, objects, and the type of a file.
    pub(in super::super) fn has_its_own(self, keyword: &str) -> bool {
        matches!(self, Self::OpenApi | Self::LaterOpenApi)
            && matches!(keyword, "discriminator" | "exclusiveMinimum" | "exclusiveMaximum" | "type")
    }

    /// The dialect of what stands in a file with this root, to which a schema of this dialect refers.
    pub(in super::super) fn in_file(self, root: &Node) -> Self {
        let text = |field: &str| root.get(field).and_then(Node::scalar_text);
        match (text("openapi"), text("swagger")) {
            (Some(version), _) if version.starts_with("3.0") => Self::OpenApi,
            (Some(_), _) => Self::LaterOpenApi,
            (None, Some(_)) => Self::OpenApi,
            (None, None) => self,
        }
    }

    /// The keyword that gives a schema its identifier.
    pub(in super::super) fn identifier(self) -> &'static str {
        if self == Self::Draft4 { "id" } else { "$id" }
    }

    /// The dialect of a schema within one of this dialect: it may name its own by `$schema`.
    pub(in super::super) fn within(self, schema: &Node) -> Self {
        let named = schema.get("$schema").and_then(Node::as_str).filter(|_| self != Self::AsyncApi);
        named.map_or(self, |uri| of_words(uri, self))
    }
}

/// The dialect of what stands under `field` of `node`, if `node` is where a `schemaFormat` is given.
pub(in super::super) fn declared(node: &Node, table: &Object, field: &str) -> Option<Dialect> {
    let gives_format = matches!(field, "schema" | "payload") && table.field("schemaFormat").is_some();
    gives_format.then(|| of_format(node.get("schemaFormat").and_then(Node::as_str).unwrap_or_default()))
}

/// AsyncAPI knows draft-07 only, so that is what a JSON Schema without a version is.
fn of_format(format: &str) -> Dialect {
    let name = format.split(';').next().unwrap_or_default().trim();
    if matches!(name, "application/schema+json" | "application/schema+yaml") {
        of_words(format, Dialect::Draft7)
    } else {
        Dialect::AsyncApi
    }
}

fn of_words(text: &str, otherwise: Dialect) -> Dialect {
    let has = |word: &str| text.contains(word);
    if has("draft-04") || has("draft-03") {
        Dialect::Draft4
    } else if has("draft-06") || has("draft-07") {
        Dialect::Draft7
    } else if has("2019-09") || has("2020-12") || has("draft/next") {
        Dialect::Later
    } else {
        otherwise
    }
}
