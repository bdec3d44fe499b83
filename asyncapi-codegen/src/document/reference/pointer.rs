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

/// So many keys with a `/` are compared one by one.
const MOST_COMPARED: usize = 1_000;

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
    /// The pointer, if keys that were meant contain `/`, which was not escaped.
    pub(super) fn escaped_rightly(&self) -> Option<String> {
        let mut rest = self.segments.get(self.at..)?.join("/");
        rest.insert(0, '/');
        let (mut node, mut pointer) = (self.target.node.clone(), self.target.location.pointer.clone());
        let mut mended = false;
        while let Some(wanted) = rest.strip_prefix('/') {
            let entries = node.as_object().into_iter().flat_map(|object| object.iter());
            let found = entries
                .filter_map(|(key, child)| Some((&*key.text, wanted.strip_prefix(&*key.text)?, child)))
                .filter(|(_, behind, _)| behind.is_empty() || behind.starts_with('/'))
                .max_by_key(|(key, ..)| key.len());
            let Some((key, behind, child)) = found else { break };
            mended |= key.contains('/');
            pointer = format!("{pointer}/{}", escape(key));
            (rest, node) = (behind.to_owned(), child.clone());
        }
        mended.then(|| pointer + &rest)
    }

    /// The pointer to a key that is like the missing one, also where both contain a `/` that the reference does not escape.
    pub(super) fn suggestion(&self) -> Option<String> {
        let object = self.target.node.as_object()?;
        let keys = || object.iter().map(|(key, _)| &*key.text);
        let mut rightly = keys().filter(|key| key.contains('/')).take(MOST_COMPARED).filter_map(|key| {
            let end = self.at + key.split('/').count();
            suggest(&self.segments.get(self.at..end)?.join("/"), [key]).map(|key| (key, end))
        });
        if let Some((key, end)) = rightly.next().filter(|_| self.segments.len() > self.at + 1) {
            let rest = self.segments.get(end..)?.iter().map(|segment| format!("/{}", escape(segment)));
            return Some(format!("{}/{}{}", self.target.location.pointer, escape(key), rest.collect::<String>()));
        }
        let key = suggest(self.segments.get(self.at)?, keys())?;
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
