//! What is to be written.

use std::collections::HashMap;

use asyncapi_codegen::source::{FileId, Node, Span};

/// A value.
#[derive(Debug, Clone)]
pub(crate) enum Out {
    /// As it stands in a file.
    Source(Piece),
    /// An object.
    Map(Vec<Entry>),
    /// An array.
    List(Vec<Item>),
    /// A string.
    Text(String),
}

/// A value of a file.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// The value.
    pub(crate) node: Node,
    /// Its text; without one, it is written anew.
    pub(super) slice: Option<Slice>,
}

/// Where the text of a value stands, with the comments that belong to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slice {
    pub(super) file: FileId,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) origin: Origin,
}

/// What a value stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// Nothing: it is a whole file.
    Root,
    /// A key in this column, and its `:`.
    Key(usize),
    /// A `-` in this column.
    Dash(usize),
    /// It is in brackets; the text is that of the value alone.
    Flow,
}

/// An entry of an object.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// The comments and empty lines before it.
    pub(crate) lead: Vec<String>,
    /// The key.
    pub(crate) key: String,
    /// The key as the file spells it.
    pub(crate) spelled: Option<String>,
    /// The value.
    pub(crate) value: Out,
}

/// An item of an array.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// The comments and empty lines before it.
    pub(crate) lead: Vec<String>,
    /// The value.
    pub(crate) value: Out,
}

impl Entry {
    /// An entry that no file has.
    pub(crate) fn new(key: impl Into<String>, value: Out) -> Self {
        Self { lead: Vec::new(), key: key.into(), spelled: None, value }
    }

    /// A string.
    pub(crate) fn text(key: &str, value: impl Into<String>) -> Self {
        Self::new(key, Out::Text(value.into()))
    }

    /// The same under another key.
    pub(crate) fn renamed(self, key: &str) -> Self {
        Self { key: key.to_owned(), spelled: None, ..self }
    }

    /// The value as it is in the files, if it is unchanged.
    pub(crate) fn node(&self) -> Option<&Node> {
        if let Out::Source(piece) = &self.value { Some(&piece.node) } else { None }
    }
}

impl From<Out> for Item {
    fn from(value: Out) -> Self {
        Self { lead: Vec::new(), value }
    }
}

impl Out {
    /// A value, written anew.
    pub(crate) fn anew(node: &Node) -> Self {
        Self::Source(Piece { node: node.clone(), slice: None })
    }

    /// A Reference Object.
    pub(crate) fn reference(to: impl Into<String>) -> Self {
        Self::Map(vec![Entry::text("$ref", to)])
    }
}

/// What is written in the place of values of the files, wherever these are written.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    strings: HashMap<Span, Change>,
    objects: HashMap<Span, Change>,
}

/// What is written instead.
#[derive(Debug)]
pub(crate) struct Change {
    /// A string; else the JSON of `means`.
    pub(crate) text: String,
    /// The value, if it is no string.
    pub(crate) means: Option<Node>,
}

impl Changes {
    /// Another text for a string.
    pub(crate) fn string(&mut self, old: &Node, text: String) {
        self.strings.insert(old.span(), Change { text, means: None });
    }

    /// Another value for an object with a `$ref`.
    pub(crate) fn object(&mut self, old: &Node, json: String, means: Node) {
        self.objects.insert(old.span(), Change { text: json, means: Some(means) });
    }

    /// Whether nothing changes.
    pub(crate) fn is_empty(&self) -> bool {
        self.strings.is_empty() && self.objects.is_empty()
    }

    /// What is written in the place of a value.
    pub(crate) fn of(&self, node: &Node) -> Option<&Change> {
        if node.get("$ref").is_some() {
            self.objects.get(&node.span())
        } else if node.as_str().is_some() {
            self.strings.get(&node.span())
        } else {
            None
        }
    }

    /// What changes in a part of a file, in its order: of changes within one another, the outer one.
    pub(super) fn within(&self, slice: &Slice) -> Vec<(Span, &Change)> {
        let is_within =
            |span: &Span| span.file == slice.file && slice.from <= span.start as usize && span.end as usize <= slice.to;
        let all = self.strings.iter().chain(&self.objects).filter(|(span, _)| is_within(span));
        let mut all: Vec<_> = all.map(|(span, change)| (*span, change)).collect();
        all.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let mut end = 0;
        all.retain(|(span, _)| {
            let is_outer = span.start >= end;
            if is_outer {
                end = span.end;
            }
            is_outer
        });
        all
    }
}
