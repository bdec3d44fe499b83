//! A schema of a document as one JSON Schema of draft-07, for the `jsonschema` crate.
//!
//! What a `$ref` leads to stands under `$defs`. What stands beside a `$ref` counts as the document's format says;
//! `nullable` is what OpenAPI means by it.

use std::collections::HashMap;

use asyncapi_codegen::document::Document;
use asyncapi_codegen::source::{Node, Value as Tree};
use serde_json::{Map, Value, json};

/// The schema at `node`.
pub(crate) fn schema(document: &Document, node: &Node) -> Value {
    let mut oracle = Oracle { document, known: HashMap::new(), left: vec![node.clone()] };
    oracle.known.insert(node.id(), 0);
    let mut definitions = Map::new();
    while let Some(node) = oracle.left.pop() {
        let name = oracle.known[&node.id()].to_string();
        let schema = oracle.schema(&node);
        definitions.insert(name, schema);
    }
    json!({ "$ref": "#/$defs/0", "$defs": definitions })
}

struct Oracle<'a> {
    document: &'a Document,
    known: HashMap<usize, usize>,
    left: Vec<Node>,
}

/// Keywords whose value is no schema, whatever it looks like.
const PLAIN: [&str; 6] = ["const", "default", "enum", "example", "examples", "required"];
/// Keywords that hold schemas by name.
const MAPS: [&str; 5] = ["properties", "patternProperties", "definitions", "$defs", "dependencies"];
/// What means something else to draft-07, or needs the file's place.
const LEFT_OUT: [&str; 6] = ["$id", "id", "$schema", "$anchor", "definitions", "$defs"];

impl Oracle<'_> {
    fn schema(&mut self, node: &Node) -> Value {
        let Some(object) = node.as_object() else { return plain(node) };
        let mut own = Map::new();
        for (key, value) in object.iter().filter(|(key, _)| &*key.text != "$ref") {
            let key = &*key.text;
            if LEFT_OUT.contains(&key) || key.starts_with("x-") {
                continue;
            }
            own.insert(key.to_owned(), self.keyword(key, value));
        }
        for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
            if let Some(Value::Bool(exclusively)) = own.get(exclusive).cloned() {
                own.remove(exclusive);
                if let Some(limit) = own.remove(bound) {
                    own.insert(if exclusively { exclusive } else { bound }.to_owned(), limit);
                }
            }
        }
        let nullable = own.remove("nullable") == Some(Value::Bool(true));
        let mut schema = Value::Object(own);
        if let Some(target) = self.document.resolve(node) {
            let target = self.reference(&target.node.clone());
            let alone = self.document.is_json_schema(node) || schema == json!({});
            schema = if alone { target } else { json!({ "allOf": [target, schema] }) };
        }
        if nullable { json!({ "anyOf": [schema, { "type": "null" }] }) } else { schema }
    }

    fn keyword(&mut self, key: &str, value: &Node) -> Value {
        match (value.value(), PLAIN.contains(&key)) {
            (Tree::Object(object), false) if MAPS.contains(&key) => {
                let entries = object.iter().map(|(key, value)| (key.text.to_string(), self.schema(value)));
                Value::Object(entries.collect())
            }
            (Tree::Object(_), false) => self.schema(value),
            (Tree::Array(items), false) => items.iter().map(|item| self.schema(item)).collect(),
            _ => plain(value),
        }
    }

    fn reference(&mut self, target: &Node) -> Value {
        let next = self.known.len();
        let name = *self.known.entry(target.id()).or_insert_with(|| {
            self.left.push(target.clone());
            next
        });
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

/// A value as JSON.
pub(crate) fn plain(node: &Node) -> Value {
    match node.value() {
        Tree::Null => Value::Null,
        Tree::Bool(value) => json!(value),
        Tree::Number(text) => serde_json::from_str(text)
            .ok()
            .or_else(|| node.as_integer().and_then(|value| i64::try_from(value).ok()).map(Value::from))
            .or_else(|| node.as_f64().map(Value::from))
            .unwrap_or_default(),
        Tree::String(text) => json!(**text),
        Tree::Array(items) => items.iter().map(plain).collect(),
        Tree::Object(object) => {
            Value::Object(object.iter().map(|(key, value)| (key.text.to_string(), plain(value))).collect())
        }
    }
}
