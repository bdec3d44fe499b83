//! Traits: JSON Merge Patch (RFC 7386) in the order of the list.
//!
//! In 3.x, what the object has itself wins over its traits; in 2.x, each trait is merged *into* the object, and wins.

use super::{Builder, items, resolved};
use crate::collections::HashSet;
use crate::document::{References, Version};
use crate::source::{Key, Node, Object, Value};

impl Builder<'_> {
    /// The object with its traits applied; the object itself, if it has none.
    pub(super) fn with_traits(&self, node: &Node) -> Node {
        let mut layers: Vec<Node> = items(node, "traits").iter().filter_map(|item| self.resolved(item)).collect();
        if layers.is_empty() {
            return node.clone();
        }
        match self.document.version {
            Version::V3(_) => layers.push(node.clone()),
            Version::V2(_) => layers.insert(0, node.clone()),
        }
        let mut merge = Merge { references: &self.document.references, seen: HashSet::new(), depth: 0 };
        let merged = layers.into_iter().reduce(|target, patch| merge.patch(&target, &patch));
        let merged = merged.unwrap_or_else(|| node.clone());
        match merged.value() {
            Value::Object(object) => {
                let entries = object.iter().map(|(key, node)| (key.clone(), node.clone()));
                Node::new(node.span(), Value::Object(Object::new(entries.collect())))
            }
            _ => node.clone(),
        }
    }
}

struct Merge<'a> {
    references: &'a References,
    /// Pairs that were merged, by id: schemas may contain themselves, and so may what they are merged with.
    seen: HashSet<(usize, usize)>,
    depth: usize,
}

/// Schemas that refer to schemas are merged so far; below, what wins stands alone.
const DEEPEST: usize = 100;

impl Merge<'_> {
    fn patch(&mut self, target: &Node, patch: &Node) -> Node {
        if target.same(patch) || self.depth > DEEPEST || !self.seen.insert((target.id(), patch.id())) {
            return patch.clone();
        }
        let (Some(target), Some(whole)) = (resolved(self.references, target), resolved(self.references, patch)) else {
            return patch.clone();
        };
        let (Some(old), Some(new)) = (target.as_object(), whole.as_object()) else { return patch.clone() };
        self.depth += 1;
        let mut entries: Vec<(Key, Node)> = Vec::with_capacity(old.len() + new.len());
        for (key, value) in old.iter() {
            match new.entry(&key.text) {
                Some((_, patch)) if patch.is_null() => {}
                Some((key, patch)) => entries.push((key.clone(), self.patch(value, patch))),
                None => entries.push((key.clone(), value.clone())),
            }
        }
        self.depth -= 1;
        let added = new.iter().filter(|(key, value)| old.get(&key.text).is_none() && !value.is_null());
        entries.extend(added.map(|(key, value)| (key.clone(), value.clone())));
        Node::new(patch.span(), Value::Object(Object::new(entries)))
    }
}
