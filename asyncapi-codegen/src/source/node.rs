//! The tree that a document is read into: every key and every value knows its place.

use crate::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::{Span, scalar};

/// A value with its place. Cheap to clone: an alias shares what its anchor names.
#[derive(Debug, Clone)]
pub struct Node(Arc<NodeData>);

#[derive(Debug)]
struct NodeData {
    span: Span,
    value: Value,
}

/// What a [`Node`] holds, by the core schema of YAML 1.2 (section 10.3.2).
#[derive(Debug)]
pub enum Value {
    /// `null`, `~`, or nothing at all.
    Null,
    /// `true` or `false`, in the spellings of the core schema.
    Bool(bool),
    /// A number, as its text stands in the file: nothing is rounded.
    Number(Box<str>),
    /// A string, with quotes and escapes resolved.
    String(Box<str>),
    /// A sequence.
    Array(Vec<Node>),
    /// A mapping, in the order of the file.
    Object(Object),
}

/// A key of an [`Object`] with its place. Keys that are scalars of another type keep their text: `200:` is `"200"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The text of the key.
    pub text: Arc<str>,
    /// Where it stands.
    pub span: Span,
}

/// A mapping: keys are unique and keep their order.
#[derive(Debug, Default)]
pub struct Object {
    entries: Vec<(Key, Node)>,
    index: HashMap<Arc<str>, usize>,
    /// What stands in for it.
    stand_in: OnceLock<Node>,
}

/// From this size on, a key is looked up by its hash.
pub(super) const INDEXED_FROM: usize = 12;

impl Object {
    /// An object of `entries`; of equal keys the first counts (the reader refuses them before).
    #[must_use]
    pub fn new(entries: Vec<(Key, Node)>) -> Self {
        let mut index = HashMap::new();
        if entries.len() >= INDEXED_FROM {
            for (at, (key, _)) in entries.iter().enumerate() {
                index.entry(Arc::clone(&key.text)).or_insert(at);
            }
        }
        Self { entries, index, stand_in: OnceLock::new() }
    }

    /// An object of `entries` with unique keys; `index` has the places of all, if they are many.
    pub(super) fn indexed(entries: Vec<(Key, Node)>, index: HashMap<Arc<str>, usize>) -> Self {
        Self { entries, index, stand_in: OnceLock::new() }
    }

    /// The entry of a key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<(&Key, &Node)> {
        let found = if self.entries.len() >= INDEXED_FROM {
            self.index.get(key).and_then(|at| self.entries.get(*at))
        } else {
            self.entries.iter().find(|(name, _)| &*name.text == key)
        };
        found.map(|(key, node)| (key, node))
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|(_, node)| node)
    }

    /// Key and value, in the order of the file.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Key, &Node)> + DoubleEndedIterator {
        self.entries.iter().map(|(key, node)| (key, node))
    }

    /// The number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl Node {
    /// A value at a place.
    #[must_use]
    pub fn new(span: Span, value: Value) -> Self {
        Self(Arc::new(NodeData { span, value }))
    }

    /// Where the value stands. A string's quotes and the brackets of a flow collection belong to it; an object or array in
    /// block style goes from its first to its last entry. The value of an alias stands where its anchor is.
    #[must_use]
    pub fn span(&self) -> Span {
        self.0.span
    }

    /// The value; of a reference to all entries of a map or list, once that was followed, those entries.
    #[must_use]
    pub fn value(&self) -> &Value {
        match &self.0.value {
            Value::Object(object) => object.stand_in.get().map_or(&self.0.value, |node| &node.0.value),
            value => value,
        }
    }

    /// From now on, the value of `node` is the value of this object. The first one stays.
    pub(crate) fn stand_in(&self, node: Self) {
        if let Value::Object(object) = &self.0.value {
            object.stand_in.get_or_init(|| node);
        }
    }

    /// The same node, not only an equal one: how recursive walks know where they have been.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// A number that no other living node has: how walks remember many nodes.
    #[must_use]
    pub fn id(&self) -> usize {
        Arc::as_ptr(&self.0).addr()
    }

    /// The text, if this is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(text) = self.value() { Some(text) } else { None }
    }

    /// The text of a string, number or boolean, as the file has it.
    #[must_use]
    pub fn scalar_text(&self) -> Option<&str> {
        match self.value() {
            Value::String(text) | Value::Number(text) => Some(text),
            Value::Bool(true) => Some("true"),
            Value::Bool(false) => Some("false"),
            _ => None,
        }
    }

    /// The truth value, if this is one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(value) = self.value() { Some(*value) } else { None }
    }

    /// The text of a number.
    #[must_use]
    pub fn as_number(&self) -> Option<&str> {
        if let Value::Number(text) = self.value() { Some(text) } else { None }
    }

    /// The value of a number that is a whole one: `3`, `0x1F`, `0o17`, `3.0`, `3e2`.
    #[must_use]
    pub fn as_integer(&self) -> Option<i128> {
        self.as_number().and_then(scalar::integer)
    }

    /// The floating point number nearest to the value of a number.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.as_number().and_then(scalar::float)
    }

    /// The items, if this is an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Node]> {
        if let Value::Array(items) = self.value() { Some(items) } else { None }
    }

    /// The entries, if this is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        if let Value::Object(object) = self.value() { Some(object) } else { None }
    }

    /// Whether this is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self.value(), Value::Null)
    }

    /// The value of a key, if this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.as_object().and_then(|object| object.get(key))
    }

    /// What this is, in the words of a message: `an object`, `a string`, …
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.value() {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        }
    }
}
