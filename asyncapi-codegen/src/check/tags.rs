//! Tags of 2.x.

use std::collections::{HashMap, HashSet};

use super::walk::{Walk, items};
use crate::diagnostic::catalogue::check;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{Node, Span};

pub(super) fn check(walk: &Walk<'_>, sink: &mut Sink) {
    let mut holders: Vec<Node> = walk.root().cloned().into_iter().collect();
    for operation in walk.operations() {
        holders.push(operation.clone());
        holders.extend(walk.traits(operation));
    }
    for message in walk.messages() {
        holders.extend(walk.traits(&message));
        holders.push(message);
    }
    for field in ["operationTraits", "messageTraits"] {
        holders.extend(walk.components(field).into_iter().map(|entry| entry.node));
    }
    let mut seen = HashSet::new();
    holders.retain(|holder| seen.insert(holder.id()));
    holders.iter().for_each(|holder| unique(walk, holder, sink));
}

/// Tags are looked up by their names, so that a second one of a name is never found.
fn unique(walk: &Walk<'_>, holder: &Node, sink: &mut Sink) {
    let mut seen: HashMap<String, Span> = HashMap::new();
    for tag in items(holder, "tags") {
        let Some(tag) = walk.resolved(tag) else { continue };
        let Some((node, name)) = tag.get("name").and_then(|node| Some((node, node.as_str()?))) else { continue };
        if let Some(first) = seen.get(name) {
            let fault = Diagnostic::new(&check::DUPLICATE_TAG, node.span(), format!("tag `{name}` is there twice"))
                .label("a tag of this name is in the list")
                .related(*first, "here");
            sink.push(fault);
        } else {
            seen.insert(name.to_owned(), node.span());
        }
    }
}
