//! Values of fields, tolerant of what was reported before.

use super::{Builder, items};
use crate::document::{Binding, Docs, ExpressionSource, RuntimeExpression, Spanned};
use crate::source::{Node, Value};

/// The string of a field; a number or a boolean counts by its text, so that a missing pair of quotes stops nothing else.
pub(super) fn text(node: &Node, field: &str) -> Option<String> {
    node.get(field).and_then(Node::scalar_text).map(ToOwned::to_owned)
}

/// The same, with its place.
pub(super) fn spanned(node: &Node, field: &str) -> Option<Spanned<String>> {
    node.get(field).and_then(spanned_text)
}

pub(super) fn spanned_text(node: &Node) -> Option<Spanned<String>> {
    Some(Spanned { value: node.scalar_text()?.to_owned(), span: node.span() })
}

/// The strings of an array, with their places.
pub(super) fn spanned_list(node: &Node, field: &str) -> Vec<Spanned<String>> {
    items(node, field).iter().filter_map(spanned_text).collect()
}

/// Reads `$message.header#/…` or `$message.payload#/…`.
pub(in super::super) fn expression(text: &str) -> Option<RuntimeExpression> {
    let (source, pointer) = text.strip_prefix("$message.")?.split_once('#')?;
    let source = match source {
        "header" => ExpressionSource::Header,
        "payload" => ExpressionSource::Payload,
        _ => return None,
    };
    let unescape = |segment: &str| {
        let is_escaped = segment.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
        is_escaped.then(|| segment.replace("~1", "/").replace("~0", "~"))
    };
    let pointer = match pointer.strip_prefix('/') {
        Some(pointer) => pointer.split('/').map(unescape).collect::<Option<Vec<_>>>()?,
        None if pointer.is_empty() => Vec::new(),
        None => return None,
    };
    Some(RuntimeExpression { source, pointer })
}

/// The runtime expression of a field.
pub(super) fn expression_of(node: &Node, field: &str) -> Option<Spanned<RuntimeExpression>> {
    let node = node.get(field)?;
    Some(Spanned { value: expression(node.as_str()?)?, span: node.span() })
}

impl Builder<'_> {
    pub(super) fn docs(&self, node: &Node) -> Docs {
        let tags = items(node, "tags").iter().filter_map(|tag| text(&self.resolved(tag)?, "name"));
        Docs {
            title: text(node, "title"),
            summary: text(node, "summary"),
            description: text(node, "description"),
            tags: tags.collect(),
        }
    }

    pub(super) fn bindings(&self, node: &Node) -> Vec<Binding> {
        let bindings = node.get("bindings").and_then(|bindings| self.resolved(bindings));
        let Some(Value::Object(object)) = bindings.as_ref().map(Node::value) else { return Vec::new() };
        let protocols = object.iter().filter(|(protocol, _)| !protocol.text.starts_with("x-"));
        protocols
            .filter_map(|(protocol, node)| Some(Binding { protocol: protocol.clone(), node: self.resolved(node)? }))
            .collect()
    }
}
