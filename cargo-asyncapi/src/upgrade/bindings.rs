//! Bindings: what 2.x lets pass → what 3.1 allows.
//!
//! 2.x lets a binding say anything; the schemas of 3.1 have tables, by `bindingVersion`. A binding that they refuse gets
//! the version that allows what it says, if there is one. What none allows stays as `x-…`, with a warning: the field, or
//! the whole binding if it is not one without the field.

use std::path::Path;

use asyncapi_codegen::diagnostic::catalogue::load as faults;
use asyncapi_codegen::diagnostic::{Code, Diagnostic, Severity, Sink};
use asyncapi_codegen::document::{Document, InMemory, LoadOptions, load};
use asyncapi_codegen::source::Node;

use super::Upgrader;
use crate::rewrite::{Entry, Item, Notation, Out};

/// What has bindings: a section of `components`.
#[derive(Debug, Clone, Copy)]
pub(super) enum Of {
    Server,
    Channel,
    Operation,
    Message,
}

impl Of {
    fn section(self) -> &'static str {
        match self {
            Self::Server => "serverBindings",
            Self::Channel => "channelBindings",
            Self::Operation => "operationBindings",
            Self::Message => "messageBindings",
        }
    }
}

/// All the versions that a binding has in 3.1, the last first; those that one does not have are passed over.
const VERSIONS: [&str; 6] = ["0.5.0", "0.4.0", "0.3.0", "0.2.0", "0.1.0", "0.0.1"];

/// The faults that are the binding's own. References lead elsewhere, and are as good as they were.
const OWN: [&Code; 5] = [
    &faults::UNKNOWN_FIELD,
    &faults::MISSING_FIELD,
    &faults::WRONG_TYPE,
    &faults::WRONG_VALUE,
    &faults::REFERENCE_NOT_ALLOWED,
];

/// A fault, and the keys that lead to it from the bindings.
struct Fault {
    path: Vec<String>,
    what: Diagnostic,
}

impl Upgrader<'_> {
    /// The field `bindings` of an object, or an entry of a section of bindings.
    pub(super) fn bindings(&mut self, entry: Entry, of: Of) -> Entry {
        let Some(mut protocols) = self.open(&entry.value) else { return entry };
        if protocols.iter().any(|entry| entry.key == "$ref") || self.faults(&protocols, of).is_empty() {
            return entry;
        }
        for protocol in &mut protocols {
            self.in_place(protocol);
        }
        let is_new = !protocols.iter().any(|entry| entry.key == "mqtt");
        for protocol in protocols.iter_mut().filter(|entry| is_new && entry.key == "mqtt5") {
            // What MQTT 5 has is in the bindings of MQTT.
            *protocol = protocol.clone().renamed("mqtt");
        }
        for at in 0..protocols.len() {
            self.of_a_version(&mut protocols, at, of);
        }
        self.put_aside(&mut protocols, of);
        Entry { value: Out::Map(protocols), ..entry }
    }

    /// A section of `components`.
    pub(super) fn component_bindings(&mut self, section: &mut Entry, of: Of) {
        let Some(entries) = self.open(&section.value) else { return };
        let entries = entries.into_iter().map(|entry| self.bindings(entry, of)).collect();
        section.value = Out::Map(entries);
    }

    /// In 3.x, a binding is no reference. One that leads to the bindings, not to the binding, means the one in them.
    fn in_place(&self, protocol: &mut Entry) {
        let Some(node) = protocol.node().filter(|node| node.get("$ref").is_some()) else { return };
        let target = self.resolved(node);
        let target = target.get(&protocol.key).map(|inner| self.resolved(inner)).unwrap_or(target);
        if target.get("$ref").is_none() {
            protocol.value = Out::anew(&target);
        }
    }

    /// Gives the binding a version that allows what it says: the nearest, if it names an older one, else the last.
    fn of_a_version(&self, protocols: &mut [Entry], at: usize, of: Of) {
        let Some(protocol) = protocols.get(at).cloned() else { return };
        let Some(fields) = self.open(&protocol.value) else { return };
        // A version that is not known hides what is wrong by those that are.
        let count = |fields: &[Entry]| {
            let faults = self.faults(&[Entry { value: Out::Map(fields.to_vec()), ..protocol.clone() }], of);
            let hides = faults.iter().any(|fault| fault.path.get(1).is_some_and(|key| key == "bindingVersion"));
            if hides { usize::MAX } else { faults.len() }
        };
        let before = count(&fields);
        if before == 0 {
            return;
        }
        let named = fields.iter().find(|field| field.key == "bindingVersion").and_then(Entry::node);
        let is_old = named.and_then(Node::as_str).is_some_and(|name| name.starts_with("0."));
        let mut versions = VERSIONS.to_vec();
        if is_old {
            versions.reverse();
        }
        let mut tried = vec![(before, fields.clone())];
        for version in versions {
            let fields = self.with_schemas(with_version(fields.clone(), version), &protocol, of);
            tried.push((count(&fields), fields));
        }
        let best = tried.into_iter().min_by_key(|(faults, _)| *faults);
        if let (Some((_, fields)), Some(place)) = (best, protocols.get_mut(at)) {
            place.value = Out::Map(fields);
        }
    }

    /// A text where a schema belongs is the only value that the schema allows.
    fn with_schemas(&self, mut fields: Vec<Entry>, protocol: &Entry, of: Of) -> Vec<Entry> {
        let whole = [Entry { value: Out::Map(fields.clone()), ..protocol.clone() }];
        for fault in self.faults(&whole, of) {
            let [_, key] = fault.path.as_slice() else { continue };
            let is_schema = fault.what.code == &faults::WRONG_TYPE && fault.what.label.text.ends_with("Schema Object");
            for field in fields.iter_mut().filter(|field| is_schema && field.key == *key) {
                let Some(text) = field.node().and_then(Node::as_str).map(ToOwned::to_owned) else { continue };
                let only = Out::List(vec![Item::from(Out::Text(text))]);
                field.value = Out::Map(vec![Entry::text("type", "string"), Entry::new("enum", only)]);
            }
        }
        fields
    }

    /// What is still refused becomes an extension: the innermost that leaves something sound.
    fn put_aside(&mut self, protocols: &mut Vec<Entry>, of: Of) {
        loop {
            let faults = self.faults(protocols, of);
            let Some(fault) = faults.first() else { return };
            let aside = (1..=fault.path.len()).rev().find_map(|depth| {
                let mut tried = protocols.clone();
                let node = self.renamed_at(&mut tried, fault.path.get(..depth)?)?;
                (self.faults(&tried, of).len() < faults.len()).then_some((tried, node))
            });
            let Some((mended, (node, key))) = aside else { return };
            *protocols = mended;
            let advice: Vec<&str> = std::iter::once(&fault.what.label.text)
                .filter(|text| !text.is_empty() && *text != "unknown field")
                .chain(&fault.what.help)
                .map(String::as_str)
                .collect();
            let advice = if advice.is_empty() { String::new() } else { format!(" ({})", advice.join("; ")) };
            let text = format!("3.1 refuses this in a binding: {}{advice}: it is kept as `{key}`", fault.what.message);
            match node {
                Some(node) => self.note(&node, text),
                None => self.note(&self.piece.node.clone(), text),
            }
        }
    }

    /// Renames what a path leads to. Gives its value in the files, and its new key.
    fn renamed_at(&self, entries: &mut [Entry], path: &[String]) -> Option<(Option<Node>, String)> {
        let (key, rest) = path.split_first()?;
        let at = entries.iter().position(|entry| entry.key == *key)?;
        if rest.is_empty() {
            let new = extension(entries, key);
            let entry = entries.get_mut(at)?;
            let node = entry.node().cloned().or_else(|| first_node(&entry.value));
            *entry = entry.clone().renamed(&new);
            return Some((node, new));
        }
        let mut inner = self.open(&entries.get(at)?.value)?;
        let found = self.renamed_at(&mut inner, rest)?;
        entries.get_mut(at)?.value = Out::Map(inner);
        Some(found)
    }

    /// What 3.1 has against bindings.
    fn faults(&self, protocols: &[Entry], of: Of) -> Vec<Fault> {
        let text = self.context.write(&Out::Map(protocols.to_vec()), Notation::Json, "").unwrap_or_default();
        let section = of.section();
        let text = format!(
            "{{\"asyncapi\":\"3.1.0\",\"info\":{{\"title\":\"\",\"version\":\"\"}},\"channels\":{{}},\
             \"components\":{{\"{section}\":{{\"it\":{text}}}}}}}"
        );
        let mut files = InMemory::default().with(Path::new("bindings"), text);
        let mut sink = Sink::default();
        let Ok(document) = load("bindings", &mut files, &LoadOptions::default(), &mut sink) else { return Vec::new() };
        let Some(bindings) = bindings_of(&document, section) else { return Vec::new() };
        let is_own = |what: &Diagnostic| what.code.severity == Severity::Error && OWN.contains(&what.code);
        let own = sink.into_sorted().into_iter().filter(is_own);
        own.map(|what| Fault { path: path_to(&bindings, what.label.span.start), what }).collect()
    }
}

fn bindings_of(document: &Document, section: &str) -> Option<Node> {
    document.roots.get(&document.root)?.get("components")?.get(section)?.get("it").cloned()
}

/// The keys that lead to a place in a text.
fn path_to(node: &Node, place: u32) -> Vec<String> {
    let mut path = Vec::new();
    let mut node = node;
    while let Some(object) = node.as_object() {
        let around = |key: u32, value: u32| key <= place && place < value;
        let found = object.iter().find(|(key, value)| around(key.span.start, value.span().end));
        let Some((key, value)) = found else { break };
        path.push(key.text.to_string());
        node = value;
    }
    path
}

fn with_version(mut fields: Vec<Entry>, version: &str) -> Vec<Entry> {
    match fields.iter_mut().find(|field| field.key == "bindingVersion") {
        Some(field) => field.value = Out::Text(version.to_owned()),
        None => fields.push(Entry::text("bindingVersion", version)),
    }
    fields
}

/// The name of an extension for a key, which nothing has yet.
fn extension(entries: &[Entry], key: &str) -> String {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "_.-".contains(letter);
    let name: String = key.chars().map(|letter| if fits(letter) { letter } else { '-' }).collect();
    let name = format!("x-{}", name.strip_prefix("x-").unwrap_or(&name));
    let is_taken = |name: &str| entries.iter().any(|entry| entry.key == name);
    let numbered = (2_usize..).map(|number| format!("{name}-{number}"));
    std::iter::once(name.clone()).chain(numbered).find(|name| !is_taken(name)).unwrap_or(name)
}

/// The first value of a tree that stands in a file.
fn first_node(value: &Out) -> Option<Node> {
    match value {
        Out::Source(piece) => Some(piece.node.clone()),
        Out::Map(entries) => entries.iter().find_map(|entry| first_node(&entry.value)),
        Out::List(items) => items.iter().find_map(|item| first_node(&item.value)),
        Out::Text(_) => None,
    }
}
