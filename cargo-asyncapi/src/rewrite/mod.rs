//! Text of a document → the same text with changes.
//!
//! Input: a tree of what is to be written ([`Out`]), in which everything that does not change is a piece of a file.
//! Output: YAML or JSON. Invariant: the text is read again, and is what the tree means; pieces keep their comments,
//! quotes, anchors and order as far as that allows.

mod json;
mod open;
mod scalar;
mod tree;
mod yaml;

use asyncapi_codegen::diagnostic::Sink;
use asyncapi_codegen::source::{Limits, Node, Sources, read_text};

pub(crate) use json::compact;
pub(crate) use tree::{Changes, Entry, Item, Out, Piece};

/// The notation of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    /// YAML 1.2
    Yaml,
    /// JSON
    Json,
}

impl Notation {
    /// That of a text.
    pub(crate) fn of(text: &str) -> Self {
        match serde_json::from_str::<serde::de::IgnoredAny>(text) {
            Ok(_) => Self::Json,
            Err(_) => Self::Yaml,
        }
    }

    /// That which the name of a file asks for.
    pub(crate) fn of_name(path: &str) -> Option<Self> {
        let (_, extension) = path.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "yaml" | "yml" => Some(Self::Yaml),
            _ => None,
        }
    }
}

/// How much of the files' text is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// All that does not change.
    All,
    /// All but anchors and aliases, in whose places stands what they name.
    NoAliases,
    /// Nothing but the values.
    Values,
}

/// Where the text comes from, and what changes in it.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The files.
    pub(crate) sources: &'a Sources,
    /// What is written in the place of strings of the files.
    pub(crate) changes: &'a Changes,
    keep: Keep,
}

impl<'a> Context<'a> {
    pub(crate) fn new(sources: &'a Sources, changes: &'a Changes) -> Self {
        Self { sources, changes, keep: Keep::All }
    }

    /// The text of a tree, in the first way that means the same when it is read again.
    pub(crate) fn write(self, out: &Out, notation: Notation, like: &str) -> Option<String> {
        [Keep::All, Keep::NoAliases, Keep::Values].into_iter().find_map(|keep| {
            let context = Self { keep, ..self };
            let text = match notation {
                Notation::Yaml => yaml::write(context, out, like),
                Notation::Json => json::write(context, out, like),
            };
            let text = ended_like(&text, like);
            let root = read(&text)?;
            context.means(out, &root).then_some(text)
        })
    }

    /// Whether `node` is what a tree means.
    fn means(&self, out: &Out, node: &Node) -> bool {
        match out {
            Out::Source(piece) => self.same(&piece.node, node),
            Out::Text(text) => node.as_str() == Some(text),
            Out::Map(entries) => node.as_object().is_some_and(|object| {
                object.len() == entries.len()
                    && entries
                        .iter()
                        .zip(object.iter())
                        .all(|(entry, (key, value))| *key.text == *entry.key && self.means(&entry.value, value))
            }),
            Out::List(items) => node.as_array().is_some_and(|found| {
                found.len() == items.len() && items.iter().zip(found).all(|(item, node)| self.means(&item.value, node))
            }),
        }
    }

    fn same(&self, old: &Node, new: &Node) -> bool {
        if let Some(change) = self.changes.of(old) {
            return match &change.means {
                Some(means) => self.same(means, new),
                None => new.as_str() == Some(&change.text),
            };
        }
        match (old.as_object(), new.as_object(), old.as_array(), new.as_array()) {
            (Some(old), Some(new), ..) => {
                old.len() == new.len()
                    && old.iter().all(|(key, value)| new.get(&key.text).is_some_and(|new| self.same(value, new)))
            }
            (_, _, Some(old), Some(new)) => {
                old.len() == new.len() && old.iter().zip(new).all(|(old, new)| self.same(old, new))
            }
            _ => scalar::same(old, new),
        }
    }
}

/// A text with the line breaks of another one, also at its end.
fn ended_like(text: &str, like: &str) -> String {
    let mut text = text.replace("\r\n", "\n");
    let breaks = |text: &str| text.len() - text.trim_end_matches(['\n', '\r']).len();
    let end = text.len() - breaks(&text);
    text.truncate(end);
    let last = like.get(like.len() - breaks(like)..).unwrap_or_default();
    text.extend(last.chars().filter(|char| *char == '\n'));
    let all = like.matches('\n').count();
    let windows = like.matches("\r\n").count();
    if windows * 2 > all { text.replace('\n', "\r\n") } else { text }
}

fn read(text: &str) -> Option<Node> {
    let mut sink = Sink::default();
    let found = read_text(&mut Sources::default(), "", text.as_bytes(), &Limits::default(), &mut sink);
    found.filter(|_| !sink.has_errors()).map(|(_, root)| root)
}
