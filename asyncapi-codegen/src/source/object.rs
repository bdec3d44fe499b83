//! A mapping while it is read: unique keys, and the merge key `<<`.

use std::sync::Arc;

use super::node::INDEXED_FROM;
use super::{Key, Node, Object, Span};
use crate::collections::{HashMap, HashSet};

/// What the next value belongs to.
#[derive(Default)]
pub(super) enum Pending {
    /// Nothing: it is a key.
    #[default]
    Nothing,
    /// A key.
    Key(Key),
    /// The merge key at this place.
    Merge(Span),
    /// A key that is at fault; its value is dropped.
    Fault,
}

/// A mapping of which not all entries are known.
#[derive(Default)]
pub(super) struct ObjectBuilder {
    entries: Vec<(Key, Node)>,
    index: HashMap<Arc<str>, usize>,
    pending: Pending,
    /// Objects to merge, each with the number of own entries before its `<<`.
    merged: Vec<(usize, Node)>,
}

impl ObjectBuilder {
    pub(super) fn wants_key(&self) -> bool {
        matches!(self.pending, Pending::Nothing)
    }

    /// The key that was read last.
    pub(super) fn last_key(&self) -> Option<&Key> {
        match &self.pending {
            Pending::Key(key) => Some(key),
            _ => self.entries.last().map(|(key, _)| key),
        }
    }

    /// Says what the next value belongs to.
    pub(super) fn expect(&mut self, pending: Pending) {
        self.pending = pending;
    }

    /// Where a key stands, if the object has it.
    pub(super) fn place_of(&self, key: &str) -> Option<Span> {
        let found = if self.entries.len() >= INDEXED_FROM {
            self.index.get(key).and_then(|at| self.entries.get(*at))
        } else {
            self.entries.iter().find(|(name, _)| &*name.text == key)
        };
        found.map(|(key, _)| key.span)
    }

    /// The value of the pending key; without a value the key is dropped. Gives the place of a merge key that can do nothing
    /// with the value.
    pub(super) fn value(&mut self, node: Option<Node>) -> Result<(), Span> {
        match (std::mem::take(&mut self.pending), node) {
            (Pending::Key(key), Some(node)) => {
                self.push(key, node);
                Ok(())
            }
            (Pending::Merge(place), Some(node)) => self.merge(place, node),
            _ => Ok(()),
        }
    }

    fn push(&mut self, key: Key, node: Node) {
        self.entries.push((key, node));
        let unindexed = match self.entries.len() {
            few if few < INDEXED_FROM => return,
            INDEXED_FROM => 0,
            many => many - 1,
        };
        for (at, (key, _)) in self.entries.iter().enumerate().skip(unindexed) {
            self.index.insert(Arc::clone(&key.text), at);
        }
    }

    fn merge(&mut self, place: Span, node: Node) -> Result<(), Span> {
        let at = self.entries.len();
        if node.as_object().is_some() {
            self.merged.push((at, node));
            return Ok(());
        }
        match node.as_array() {
            Some(items) if items.iter().all(|item| item.as_object().is_some()) => {
                self.merged.extend(items.iter().map(|item| (at, item.clone())));
                Ok(())
            }
            _ => Err(place),
        }
    }

    /// The object: own entries win over merged ones, and of those the first. Merged entries stand where `<<` stood.
    pub(super) fn finish(self) -> Object {
        if self.merged.is_empty() {
            return Object::indexed(self.entries, self.index);
        }
        let mut taken: HashSet<Arc<str>> = self.entries.iter().map(|(key, _)| Arc::clone(&key.text)).collect();
        let mut all = Vec::with_capacity(self.entries.len());
        let mut own = self.entries.into_iter();
        let mut done = 0;
        for (at, node) in self.merged {
            all.extend(own.by_ref().take(at - done));
            done = at;
            for (key, value) in node.as_object().into_iter().flat_map(Object::iter) {
                if taken.insert(Arc::clone(&key.text)) {
                    all.push((key.clone(), value.clone()));
                }
            }
        }
        all.extend(own);
        Object::new(all)
    }
}
