//! JSON Pointers: segments, one step, and what can be said when a step fails.

use super::super::{Location, Target};
use super::uri::{escape, percent_decode, unescape};
use crate::diagnostic::suggest;
use crate::source::Node;

/// The keys that the fragment of a URI names; advice if it is not a pointer.
pub(super) fn segments(fragment: &str) -> Result<Vec<String>, String> {
    if fragment.is_empty() {
        return Ok(Vec::new());
    }
    let Some(decoded) = percent_decode(fragment) else {
        return Err("`%` begins an escape of two hexadecimal digits; a `%` of its own is written `%25`".to_owned());
    };
    let Some(pointer) = decoded.strip_prefix('/') else {
        return Err(format!("what stands behind `#` is a path from the root of the file: `#/{decoded}`"));
    };
    let unescaped = |segment: &str| {
        unescape(segment).ok_or_else(|| {
            format!("in `{segment}`, a `~` of its own is written `~0`: `{}`", segment.replace('~', "~0"))
        })
    };
    pointer.split('/').map(unescaped).collect()
}

/// What stands under a key or an index.
pub(super) fn child(target: &Target, segment: &str) -> Option<Target> {
    let node = match (target.node.as_object(), target.node.as_array()) {
        (Some(object), _) => object.get(segment)?,
        (_, Some(items)) if segment == "0" || !segment.starts_with('0') => items.get(segment.parse::<usize>().ok()?)?,
        _ => return None,
    };
    let pointer = format!("{}/{}", target.location.pointer, escape(segment));
    Some(Target { node: node.clone(), location: Location { file: target.location.file, pointer } })
}

/// A step that failed.
#[derive(Debug)]
pub(super) struct Miss {
    /// Where it failed.
    pub(super) target: Target,
    /// All segments.
    pub(super) segments: Vec<String>,
    /// Which of them failed.
    pub(super) at: usize,
}

impl Miss {
    /// The pointer, if the key that was meant contains `/`, which was not escaped.
    pub(super) fn escaped_rightly(&self) -> Option<String> {
        let rest = self.segments.get(self.at..)?.join("/");
        let keys = self.target.node.as_object()?.iter().map(|(key, _)| &*key.text);
        let (key, behind) = keys
            .filter(|key| key.contains('/'))
            .filter_map(|key| Some((key, rest.strip_prefix(key)?)))
            .filter(|(_, behind)| behind.is_empty() || behind.starts_with('/'))
            .max_by_key(|(key, _)| key.len())?;
        Some(format!("{}/{}{behind}", self.target.location.pointer, escape(key)))
    }

    /// The pointer to a key that is like the missing one.
    pub(super) fn suggestion(&self) -> Option<String> {
        let keys = self.target.node.as_object()?.iter().map(|(key, _)| &*key.text);
        let key = suggest(self.segments.get(self.at)?, keys)?;
        let rest = self.segments.get(self.at + 1..)?.iter().map(|segment| format!("/{}", escape(segment)));
        Some(format!("{}/{}{}", self.target.location.pointer, escape(key), rest.collect::<String>()))
    }
}

/// The pointers to what has a name in a document: components, channels, servers, messages.
pub(super) fn names(root: &Node) -> Vec<String> {
    let mut names = Vec::new();
    let mut add = |prefix: &str, map: Option<&Node>| {
        for (key, _) in map.and_then(Node::as_object).into_iter().flat_map(|object| object.iter()) {
            names.push(format!("{prefix}/{}", escape(&key.text)));
        }
    };
    for map in ["servers", "channels", "operations", "definitions", "schemas", "messages"] {
        add(&format!("/{map}"), root.get(map));
    }
    for (kind, map) in root.get("components").and_then(Node::as_object).into_iter().flat_map(|object| object.iter()) {
        add(&format!("/components/{}", escape(&kind.text)), Some(map));
    }
    for (key, channel) in root.get("channels").and_then(Node::as_object).into_iter().flat_map(|object| object.iter()) {
        add(&format!("/channels/{}/messages", escape(&key.text)), channel.get("messages"));
    }
    names
}
