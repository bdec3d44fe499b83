//! What is recommended, in 2.x, and what is merely good to know.
//!
//! The official parser has the same rules, and none of them for 3.x but that of the latest version.

use std::collections::HashSet;

use super::walk::{Walk, items};
use crate::diagnostic::catalogue::style;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::document::{Document, Location, Version};
use crate::options::{Given, Options, RECOMMENDED, is_recommendation};
use crate::source::{Key, Node, Object, Span};

/// Whether anybody wants to know.
pub(super) fn are_wanted(options: &Options) -> bool {
    let named = |given: &Given<String>| given.value == RECOMMENDED || is_recommendation(&given.value);
    options.recommendations || options.deny.iter().any(named)
}

pub(super) fn check(walk: &Walk<'_>, sink: &mut Sink) {
    let Some(root) = walk.root() else { return };
    if let Some(version) = root.get("asyncapi").filter(|_| walk.document.version != Version::V3(1)) {
        let text = format!("AsyncAPI {} is not the latest version", version.as_str().unwrap_or_default());
        sink.push(Diagnostic::new(&style::NOT_THE_LATEST, version.span(), text).label("the latest is 3.1.0"));
    }
    if !walk.is_v2() {
        return;
    }
    document(root, sink);
    info(root, sink);
    servers(walk, root, sink);
    channels(walk, sink);
    messages(walk, sink);
    components(walk.document, root, sink);
    security_schemes(walk, root, sink);
}

/// Whether there is something that says something.
fn is_there(object: &Node, field: &str) -> bool {
    object.get(field).is_some_and(|node| !node.is_null() && node.as_str() != Some("") && node.as_bool() != Some(false))
}

/// Whether an object, or a trait of it, has an id.
fn has_id(walk: &Walk<'_>, object: &Node, field: &str) -> bool {
    is_there(object, field) || walk.traits(object).iter().any(|one| is_there(one, field))
}

/// What the root should have.
fn document(root: &Node, sink: &mut Sink) {
    let all: [(&str, &'static Code); 3] =
        [("id", &style::NO_ID), ("defaultContentType", &style::NO_DEFAULT_CONTENT_TYPE), ("tags", &style::NO_TAGS)];
    for (field, code) in all {
        if !is_there(root, field) {
            sink.push(Diagnostic::new(code, start(root), format!("the document has no `{field}`")));
        }
    }
    let servers = root.get("servers");
    if servers.and_then(Node::as_object).is_none_or(Object::is_empty) {
        let place = root.as_object().and_then(|root| root.entry("servers")).map_or(start(root), |(key, _)| key.span);
        sink.push(Diagnostic::new(&style::NO_SERVERS, place, "the document has no servers"));
    }
}

/// The first character of an object: what lacks has no place of its own.
fn start(node: &Node) -> Span {
    let span = node.span();
    Span { end: span.start, ..span }
}

fn info(root: &Node, sink: &mut Sink) {
    let Some((key, info)) = root.as_object().and_then(|root| root.entry("info")) else { return };
    let all: [(&str, &'static Code); 3] = [
        ("description", &style::NO_INFO_DESCRIPTION),
        ("contact", &style::NO_CONTACT),
        ("license", &style::NO_LICENSE),
    ];
    for (field, code) in all {
        if !is_there(info, field) {
            sink.push(Diagnostic::new(code, key.span, format!("`info` has no `{field}`")));
        }
    }
    if let Some((key, license)) = info.as_object().and_then(|info| info.entry("license"))
        && !is_there(license, "url")
    {
        sink.push(Diagnostic::new(&style::NO_LICENSE_URL, key.span, "the licence has no `url`"));
    }
    if let Some((key, contact)) = info.as_object().and_then(|info| info.entry("contact")) {
        for field in ["name", "url", "email"].into_iter().filter(|field| !is_there(contact, field)) {
            let text = format!("the contact has no `{field}`");
            sink.push(Diagnostic::new(&style::CONTACT_INCOMPLETE, key.span, text));
        }
    }
}

fn servers(walk: &Walk<'_>, root: &Node, sink: &mut Sink) {
    for (_, server) in entries(root, "servers") {
        let Some(server) = walk.resolved(server) else { continue };
        let Some((node, url)) = server.get("url").and_then(|node| Some((node, node.as_str()?))) else { continue };
        if url.contains("{}") {
            let text = format!("`{url}` has a variable without a name");
            sink.push(Diagnostic::new(&style::EMPTY_VARIABLE, node.span(), text).label("`{}` names nothing"));
        }
        if url.ends_with('/') {
            let text = format!("`{url}` ends in a slash");
            sink.push(Diagnostic::new(&style::SERVER_ENDS_IN_SLASH, node.span(), text).help("leave it out"));
        }
    }
}

fn channels(walk: &Walk<'_>, sink: &mut Sink) {
    for channel in &walk.channels {
        let Key { text, span } = &channel.key;
        if channel.in_use && text.contains("{}") {
            let message = format!("`{text}` has a parameter without a name");
            sink.push(Diagnostic::new(&style::EMPTY_PARAMETER, *span, message).label("`{}` names nothing"));
        }
        // `/` alone is the root of a WebSocket server.
        if channel.in_use && text.len() > 1 && text.ends_with('/') {
            let message = format!("`{text}` ends in a slash");
            sink.push(Diagnostic::new(&style::CHANNEL_ENDS_IN_SLASH, *span, message).help("leave it out"));
        }
        for field in ["publish", "subscribe"] {
            let entry = channel.node.as_object().and_then(|channel| channel.entry(field));
            let Some((key, operation)) = entry else { continue };
            if operation.as_object().is_some() && !has_id(walk, operation, "operationId") {
                let message = format!("`{field}` of channel `{text}` has no `operationId`");
                sink.push(Diagnostic::new(&style::NO_OPERATION_ID, key.span, message));
            }
        }
    }
}

fn messages(walk: &Walk<'_>, sink: &mut Sink) {
    if !matches!(walk.document.version, Version::V2(4..)) {
        return;
    }
    let mut seen = HashSet::new();
    let mut check = |place: Span, node: &Node| {
        let Some(message) = walk.resolved(node) else { return };
        if message.as_object().is_some() && !has_id(walk, &message, "messageId") && seen.insert(place) {
            let place = if message.same(node) { place } else { start(&message) };
            sink.push(Diagnostic::new(&style::NO_MESSAGE_ID, place, "the message has no `messageId`"));
        }
    };
    for operation in walk.operations() {
        let Some((key, message)) = operation.as_object().and_then(|it| it.entry("message")) else { continue };
        match message.get("oneOf").is_some() {
            true => items(message, "oneOf").iter().for_each(|item| check(start(item), item)),
            false => check(key.span, message),
        }
    }
    let components = walk.root().and_then(|root| root.get("components"));
    for (key, message) in components.into_iter().flat_map(|components| entries(components, "messages")) {
        check(key.span, message);
    }
}

fn entries<'n>(holder: &'n Node, field: &str) -> impl Iterator<Item = (&'n Key, &'n Node)> {
    holder.get(field).and_then(Node::as_object).into_iter().flat_map(|object| object.iter())
}

fn components(document: &Document, root: &Node, sink: &mut Sink) {
    let targets = document.references.targets.values().map(|target| &target.location);
    let used: HashSet<&str> = targets.filter(|it| it.file == document.root).filter_map(component).collect();
    let Some(components) = root.get("components").and_then(Node::as_object) else { return };
    for (kind, all) in components.iter().filter(|(kind, _)| &*kind.text != "securitySchemes") {
        for (key, _) in all.as_object().into_iter().flat_map(|all| all.iter()) {
            let pointer = format!("/components/{}/{}", escaped(&kind.text), escaped(&key.text));
            if !used.contains(pointer.as_str()) {
                let text = format!("nothing refers to `{}` of `components.{}`", key.text, kind.text);
                sink.push(Diagnostic::new(&style::UNUSED_COMPONENT, key.span, text));
            }
        }
    }
}

/// The component that a location is in: `/components/<kind>/<key>`.
fn component(location: &Location) -> Option<&str> {
    let pointer = location.pointer.as_str();
    pointer.starts_with("/components/").then_some(())?;
    let end = pointer.match_indices('/').nth(3).map_or(pointer.len(), |(at, _)| at);
    pointer.get(..end)
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn security_schemes(walk: &Walk<'_>, root: &Node, sink: &mut Sink) {
    let servers: Vec<Node> = entries(root, "servers").filter_map(|(_, server)| walk.resolved(server)).collect();
    let asking = servers.iter().chain(walk.operations());
    let requirements = asking.flat_map(|node| items(node, "security"));
    let named = requirements.filter_map(Node::as_object).flat_map(|object| object.iter());
    let used: HashSet<&str> = named.map(|(key, _)| &*key.text).collect();
    let components = root.get("components");
    for (key, _) in components.into_iter().flat_map(|components| entries(components, "securitySchemes")) {
        if !used.contains(&*key.text) {
            let text = format!("no `security` asks for `{}`", key.text);
            sink.push(Diagnostic::new(&style::UNUSED_SECURITY_SCHEME, key.span, text));
        }
    }
}
