//! Nodes of the document as [`Literal`]s.

use super::super::Literal;
use crate::source::{Node, Value};

/// The JSON value that a node holds. The reader has bounded its depth.
pub(super) fn literal_of(node: &Node) -> Literal {
    match node.value() {
        Value::Null => Literal::Null,
        Value::Bool(value) => Literal::Bool(*value),
        Value::Number(text) => Literal::Number(text.to_string()),
        Value::String(text) => Literal::String(text.to_string()),
        Value::Array(items) => Literal::Array(items.iter().map(literal_of).collect()),
        Value::Object(object) => {
            Literal::Object(object.iter().map(|(key, value)| (key.text.to_string(), literal_of(value))).collect())
        }
    }
}
