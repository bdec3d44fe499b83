//! Servers, and the parameters of channels.

use asyncapi_codegen::document::{Document, parts_of_url, protocol_of_url};
use asyncapi_codegen::source::{Node, Value};

use super::Upgrader;
use super::bindings::Of;
use crate::rewrite::{Changes, Entry, Item, Out};

/// Servers of `servers` and of `components`.
fn all(document: &Document) -> impl Iterator<Item = &Node> {
    let root = document.roots.get(&document.root);
    let maps =
        [root.and_then(|root| root.get("servers")), root.and_then(|root| root.get("components")?.get("servers"))];
    maps.into_iter().flatten().filter_map(Node::as_object).flat_map(|map| map.iter().map(|(_, server)| server))
}

/// What `url` and `protocol` of each server say afterwards.
pub(super) fn change_urls(document: &Document, changes: &mut Changes) {
    for server in all(document) {
        let Some(url) = server.get("url") else { continue };
        let text = url.scalar_text().unwrap_or_default();
        changes.string(url, parts_of_url(text).0.to_owned());
        if let Some(old) = server.get("protocol")
            && let Some(new) = protocol_of_url(text, old.as_str().unwrap_or_default())
        {
            changes.string(old, new);
        }
    }
}

impl Upgrader<'_> {
    pub(super) fn server(&mut self, entries: Vec<Entry>, node: &Node) -> Vec<Entry> {
        let mut result = Vec::new();
        for entry in entries {
            match entry.key.as_str() {
                "url" => {
                    let url = entry.node().and_then(Node::scalar_text).unwrap_or_default().to_owned();
                    result.push(entry.renamed("host"));
                    let (_, pathname) = parts_of_url(&url);
                    if !pathname.is_empty() {
                        result.push(Entry::text("pathname", pathname));
                    }
                    if let Some((scheme, _)) = url.split_once("://") {
                        let named = node.get("protocol").and_then(Node::as_str).unwrap_or_default();
                        if !scheme.eq_ignore_ascii_case(named) && protocol_of_url(&url, named).is_none() {
                            let text = format!(
                                "the scheme `{scheme}` of the `url` is not the `protocol` `{named}`, which counts"
                            );
                            self.note(node.get("url").unwrap_or(node), text);
                        }
                    }
                }
                "security" => self.security(entry, node, &mut result),
                "bindings" => result.push(self.bindings(entry, Of::Server)),
                _ => result.push(entry),
            }
        }
        result
    }

    /// A parameter says itself what its schema said.
    pub(super) fn parameter(&mut self, entries: Vec<Entry>, node: &Node) -> Vec<Entry> {
        let schema = node.get("schema").map(|schema| self.resolved(schema));
        let mut result = Vec::new();
        for entry in entries {
            if entry.key != "schema" {
                result.push(entry);
                continue;
            }
            let Some(schema) = &schema else { continue };
            let mut is_whole = true;
            for (key, value) in schema.as_object().into_iter().flat_map(|schema| schema.iter()) {
                let is_said = match &*key.text {
                    "enum" | "examples" => {
                        texts(value).map(|texts| result.push(Entry::new(&*key.text, texts))).is_some()
                    }
                    "default" => value.scalar_text().map(|text| result.push(Entry::text("default", text))).is_some(),
                    "description" if node.get("description").is_some() => false,
                    "description" => {
                        result.push(Entry::new("description", Out::anew(value)));
                        true
                    }
                    "type" => value.as_str() == Some("string"),
                    "const" => {
                        value
                            .scalar_text()
                            .map(|text| {
                                result.push(Entry::new("enum", Out::List(vec![Out::Text(text.to_owned()).into()])))
                            })
                            .is_some()
                            && schema.get("enum").is_none()
                    }
                    _ => false,
                };
                is_whole &= is_said;
            }
            if !is_whole {
                let text = "3.x has no `schema` of a parameter: what `enum`, `default` and `examples` do not say is kept as `x-schema`";
                self.note(node.get("schema").unwrap_or(node), text);
                result.push(entry.renamed("x-schema"));
            }
        }
        result
    }

    /// A value, references followed.
    pub(super) fn resolved(&self, node: &Node) -> Node {
        let mut node = node.clone();
        for _ in 0..64 {
            let Some(target) = self.document.resolve(&node) else { break };
            node = target.node.clone();
        }
        node
    }
}

/// An array of scalars as one of strings.
fn texts(node: &Node) -> Option<Out> {
    let items = node.as_array()?;
    let texts = items.iter().map(|item| match item.value() {
        Value::Null => None,
        _ => Some(Item::from(Out::Text(item.scalar_text()?.to_owned()))),
    });
    texts.collect::<Option<Vec<_>>>().map(Out::List)
}
