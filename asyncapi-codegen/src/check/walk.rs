//! The objects of a document, wherever they stand: below the root and in `components`, references followed.

use std::cell::Cell;
use std::collections::HashSet;

use crate::diagnostic::did_you_mean;
use crate::document::{Document, Version, with_parameters};
use crate::source::{Key, Node};

/// So many references may lead to one another; longer chains were reported.
const LONGEST: usize = 64;

/// So many comparisons are made: by way of references and aliases, a small document can ask for endless ones.
const BUDGET: usize = 1_000_000;

/// So many faults get advice that needs a search: nobody reads hundreds of messages.
const MOST_ADVICE: usize = 40;

/// An object with the key that it stands under.
pub(crate) struct Found {
    pub(crate) key: Key,
    pub(crate) node: Node,
    /// Whether it stands below the root, not in `components`.
    pub(crate) in_use: bool,
}

pub(crate) struct Walk<'d> {
    pub(crate) document: &'d Document,
    /// Every object under `channels`, each once.
    pub(crate) channels: Vec<Found>,
    /// Every object under `servers`, each once.
    pub(crate) servers: Vec<Found>,
    budget: Cell<usize>,
    advice: Cell<usize>,
}

impl<'d> Walk<'d> {
    pub(crate) fn of(document: &'d Document) -> Self {
        Self {
            document,
            channels: found(document, "channels"),
            servers: found(document, "servers"),
            budget: Cell::new(BUDGET),
            advice: Cell::new(MOST_ADVICE),
        }
    }

    /// Whether so many further comparisons may be made.
    pub(crate) fn may_spend(&self, cost: usize) -> bool {
        let left = self.budget.get().saturating_sub(cost);
        self.budget.set(left);
        left > 0
    }

    /// `did_you_mean`, as long as anybody reads it.
    pub(crate) fn advice<'a>(&self, wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
        let left = self.advice.get().checked_sub(1)?;
        self.advice.set(left);
        did_you_mean(wanted, known)
    }

    pub(crate) fn is_v2(&self) -> bool {
        matches!(self.document.version, Version::V2(_))
    }

    pub(crate) fn root(&self) -> Option<&'d Node> {
        self.document.roots.get(&self.document.root)
    }

    /// The objects under `components.<field>`, references followed.
    pub(crate) fn components(&self, field: &str) -> Vec<Found> {
        let components = self.root().and_then(|root| root.get("components"));
        components.map(|components| entries(self.document, components, field, false)).unwrap_or_default()
    }

    /// What stands at `node`, references followed.
    pub(crate) fn resolved(&self, node: &Node) -> Option<Node> {
        resolved(self.document, node)
    }

    /// The `publish` and `subscribe` of every channel of 2.x.
    pub(crate) fn operations(&self) -> impl Iterator<Item = &Node> {
        self.channels.iter().flat_map(|channel| ["subscribe", "publish"].map(|field| channel.node.get(field))).flatten()
    }

    /// The messages at `node`, or those under its `oneOf`.
    fn messages_at(&self, node: &Node, seen: &mut HashSet<usize>, found: &mut Vec<Node>) {
        let Some(node) = self.resolved(node).filter(|node| seen.insert(node.id())) else { return };
        match node.get("oneOf").and_then(Node::as_array) {
            Some(items) => found.extend(items.iter().filter_map(|item| self.resolved(item))),
            None => found.push(node),
        }
    }

    /// Every message of 2.x, each once: those of operations, and those in `components`.
    pub(crate) fn messages(&self) -> Vec<Node> {
        let (mut found, mut seen) = (Vec::new(), HashSet::new());
        for message in self.operations().filter_map(|operation| operation.get("message")) {
            self.messages_at(message, &mut seen, &mut found);
        }
        found.extend(self.components("messages").into_iter().map(|entry| entry.node));
        seen.clear();
        found.retain(|node| seen.insert(node.id()));
        found
    }

    /// The traits of an object, references followed.
    pub(crate) fn traits(&self, node: &Node) -> Vec<Node> {
        items(node, "traits").iter().filter_map(|item| self.resolved(item)).collect()
    }
}

/// The items of an array under `field`.
pub(crate) fn items<'n>(node: &'n Node, field: &str) -> &'n [Node] {
    node.get(field).and_then(Node::as_array).unwrap_or_default()
}

/// What stands at `node`, references followed. `None` if one is broken, which was reported.
pub(crate) fn resolved(document: &Document, node: &Node) -> Option<Node> {
    let mut node = node.clone();
    for _ in 0..=LONGEST {
        if node.get("$ref").and_then(Node::as_str).is_none() {
            return Some(node);
        }
        node = document.resolve(&node)?.node.clone();
    }
    None
}

/// The first names of a list, for a message.
pub(crate) fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.take(10).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The names in braces, in their order.
pub(crate) fn placeholders(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once('{') {
        // Braces around nothing name nothing.
        let Some(end) = behind.char_indices().skip(1).find(|(_, char)| *char == '}').map(|(at, _)| at) else { break };
        found.extend(behind.get(..end));
        rest = behind.get(end + 1..).unwrap_or_default();
    }
    found
}

fn found(document: &Document, field: &str) -> Vec<Found> {
    let Some(root) = document.roots.get(&document.root) else { return Vec::new() };
    let mut found = entries(document, root, field, true);
    if let Some(components) = root.get("components") {
        found.extend(entries(document, components, field, false));
    }
    // In 2.x, two keys of one channel are two addresses.
    let mut seen = HashSet::new();
    let keep_all = field == "channels" && matches!(document.version, Version::V2(_));
    found.retain(|entry| seen.insert(entry.node.id()) || (keep_all && entry.in_use));
    found
}

fn entries(document: &Document, holder: &Node, field: &str, in_use: bool) -> Vec<Found> {
    let object = holder.get(field).and_then(Node::as_object);
    let entries = object.into_iter().flat_map(|object| object.iter());
    let whole = |node| with_parameters(&document.references, node);
    entries
        .filter_map(|(key, node)| Some(Found { key: key.clone(), node: whole(resolved(document, node)?), in_use }))
        .collect()
}
