//! What the official parser recommends: for all documents the latest version, for those of 2.x the rest.
//!
//! A recommendation stands where the official parser puts it: what is missing, at the object that it is missing in.

use std::collections::HashSet;

use super::walk::{Found, Walk, items};
use crate::diagnostic::catalogue::style;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::document::Version;
use crate::source::{Key, Node, Span};

pub(super) fn check(walk: &Walk<'_>, sink: &mut Sink) {
    let Some(root) = walk.root() else { return };
    let Version::V2(minor) = walk.document.version else {
        return latest_version(walk, root, sink);
    };
    latest_version(walk, root, sink);
    root_fields(root, sink);
    info(root, sink);
    servers(walk, sink);
    channels(walk, sink);
    operation_ids(walk, sink);
    if minor >= 4 {
        message_ids(walk, sink);
    }
    unused_components(walk, root, sink);
    unused_security_schemes(walk, root, sink);
}

/// What is new is in the latest version.
fn latest_version(walk: &Walk<'_>, root: &Node, sink: &mut Sink) {
    let Some(version) = root.get("asyncapi").filter(|_| walk.document.version != Version::V3(1)) else { return };
    let text = format!("version {} is not the latest of AsyncAPI", version.as_str().unwrap_or_default());
    sink.push(Diagnostic::new(&style::LATEST_VERSION, version.span(), text).label("the latest is 3.1.0"));
}

/// What JavaScript takes for true, as the official parser does.
fn is_given(node: Option<&Node>) -> bool {
    node.is_some_and(|node| {
        !node.is_null()
            && node.as_bool() != Some(false)
            && node.as_str() != Some("")
            && node.as_f64().is_none_or(|number| number != 0.0)
    })
}

/// The first character: where it is said what a document lacks as a whole.
fn start(root: &Node) -> Span {
    Span { end: root.span().start, ..root.span() }
}

fn root_fields(root: &Node, sink: &mut Sink) {
    let fields: [(&str, &'static Code); 3] =
        [("id", &style::NO_ID), ("defaultContentType", &style::NO_DEFAULT_CONTENT_TYPE), ("tags", &style::NO_TAGS)];
    for (field, code) in fields.into_iter().filter(|(field, _)| !is_given(root.get(field))) {
        let span = root.as_object().and_then(|root| root.entry(field)).map_or(start(root), |(key, _)| key.span);
        sink.push(Diagnostic::new(code, span, format!("the document has no `{field}`")));
    }
    let servers = root.as_object().and_then(|root| root.entry("servers"));
    if servers.is_none_or(|(_, servers)| servers.as_object().is_none_or(|servers| servers.iter().next().is_none())) {
        let span = servers.map_or(start(root), |(key, _)| key.span);
        sink.push(Diagnostic::new(&style::NO_SERVERS, span, "the document has no servers"));
    }
}

/// Whom to ask, and what one may do.
fn info(root: &Node, sink: &mut Sink) {
    let entry = root.as_object().and_then(|root| root.entry("info"));
    let span = entry.map_or(start(root), |(key, _)| key.span);
    let info = entry.map(|(_, info)| info);
    let fields: [(&str, &'static Code); 3] =
        [("description", &style::NO_DESCRIPTION), ("contact", &style::NO_CONTACT), ("license", &style::NO_LICENSE)];
    for (field, code) in fields.into_iter().filter(|(field, _)| !is_given(info.and_then(|info| info.get(field)))) {
        sink.push(Diagnostic::new(code, span, format!("`info` has no `{field}`")));
    }
    let entry = |field: &str| info.and_then(Node::as_object).and_then(|info| info.entry(field));
    if let Some((key, contact)) = entry("contact") {
        for field in ["name", "url", "email"].into_iter().filter(|field| !is_given(contact.get(field))) {
            sink.push(Diagnostic::new(&style::CONTACT_LACKS, key.span, format!("`contact` has no `{field}`")));
        }
    }
    if let Some((key, _)) = entry("license").filter(|(_, license)| !is_given(license.get("url"))) {
        sink.push(Diagnostic::new(&style::NO_LICENSE_URL, key.span, "`license` has no `url`"));
    }
}

fn servers(walk: &Walk<'_>, sink: &mut Sink) {
    for server in walk.servers.iter().filter(|server| server.in_use) {
        let Some((node, url)) = server.node.get("url").and_then(|node| Some((node, node.as_str()?))) else { continue };
        if url.contains("{}") {
            let text = format!("the URL of server `{}` has braces around nothing", server.key.text);
            sink.push(Diagnostic::new(&style::EMPTY_VARIABLE, node.span(), text).label("`{}` names no variable"));
        }
        if url.ends_with('/') {
            let text = format!("the URL of server `{}` ends with a slash", server.key.text);
            sink.push(Diagnostic::new(&style::SLASH_AFTER_SERVER, node.span(), text).label("leave the last `/` out"));
        }
    }
}

fn channels(walk: &Walk<'_>, sink: &mut Sink) {
    for Key { text, span } in walk.channels.iter().filter(|channel| channel.in_use).map(|channel| &channel.key) {
        if text.contains("{}") {
            let fault = Diagnostic::new(&style::EMPTY_PARAMETER, *span, format!("`{text}` has braces around nothing"));
            sink.push(fault.label("`{}` names no parameter"));
        }
        if text.len() > 1 && text.ends_with('/') {
            let fault = Diagnostic::new(&style::SLASH_AFTER_CHANNEL, *span, format!("`{text}` ends with a slash"));
            sink.push(fault.label("leave the last `/` out"));
        }
    }
}

/// Whether an object, or one of its traits, has an id.
fn has_id(walk: &Walk<'_>, node: &Node, field: &str) -> bool {
    let traits = walk.traits(node);
    let own = std::iter::once(node).chain(&traits);
    own.rev().find_map(|holder| holder.get(field)).is_some_and(|id| is_given(Some(id)))
}

fn operation_ids(walk: &Walk<'_>, sink: &mut Sink) {
    let mut seen = HashSet::new();
    for channel in &walk.channels {
        for (key, node) in channel.node.as_object().into_iter().flat_map(|channel| channel.iter()) {
            let is_operation = matches!(&*key.text, "publish" | "subscribe") && seen.insert(node.id());
            if is_operation && !has_id(walk, node, "operationId") {
                let text = format!("`{}` of channel `{}` has no `operationId`", key.text, channel.key.text);
                sink.push(Diagnostic::new(&style::NO_OPERATION_ID, key.span, text));
            }
        }
    }
}

fn message_ids(walk: &Walk<'_>, sink: &mut Sink) {
    let mut messages: Vec<(Span, Node)> =
        walk.components("messages").into_iter().map(|Found { key, node, .. }| (key.span, node)).collect();
    for (key, node) in walk.operations().filter_map(|operation| operation.as_object()?.entry("message")) {
        match node.get("oneOf").and_then(Node::as_array) {
            Some(items) => messages.extend(items.iter().map(|item| (item.span(), item.clone()))),
            None => messages.push((key.span, node.clone())),
        }
    }
    let mut seen = HashSet::new();
    for (span, node) in messages {
        let Some(message) = walk.resolved(&node).filter(|message| seen.insert(message.id())) else { continue };
        if message.get("oneOf").is_none() && !has_id(walk, &message, "messageId") {
            let span = if message.same(&node) { span } else { start(&message) };
            sink.push(Diagnostic::new(&style::NO_MESSAGE_ID, span, "the message has no `messageId`"));
        }
    }
}

/// Whatever is in `components` is there to be referred to. A reference to a part of it counts.
fn unused_components(walk: &Walk<'_>, root: &Node, sink: &mut Sink) {
    let targets = walk.document.references.targets.values().map(|target| &target.location);
    let in_root = targets.filter(|location| location.file == walk.document.root);
    let used: HashSet<&str> = in_root.map(|location| component(&location.pointer)).collect();
    let Some(components) = root.get("components").and_then(Node::as_object) else { return };
    // Those of `security` are named, not referred to.
    for (kind, objects) in components.iter().filter(|(kind, _)| &*kind.text != "securitySchemes") {
        for (key, _) in objects.as_object().into_iter().flat_map(|objects| objects.iter()) {
            let escape = |text: &str| text.replace('~', "~0").replace('/', "~1");
            let pointer = format!("/components/{}/{}", escape(&kind.text), escape(&key.text));
            if !used.contains(&*pointer) {
                let text = format!("nothing refers to `{}` in `components.{}`", key.text, kind.text);
                sink.push(Diagnostic::new(&style::UNUSED_COMPONENT, key.span, text));
            }
        }
    }
}

/// The first three segments of a pointer.
fn component(pointer: &str) -> &str {
    let end = pointer.match_indices('/').nth(3).map_or(pointer.len(), |(at, _)| at);
    pointer.get(..end).unwrap_or(pointer)
}

fn unused_security_schemes(walk: &Walk<'_>, root: &Node, sink: &mut Sink) {
    let servers = walk.servers.iter().filter(|server| server.in_use).map(|server| &server.node);
    let requirements = servers.chain(walk.operations()).flat_map(|holder| items(holder, "security"));
    let named = requirements.filter_map(Node::as_object).flat_map(|requirement| requirement.iter());
    let used: HashSet<&str> = named.map(|(key, _)| &*key.text).collect();
    let schemes = root.get("components").and_then(|components| components.get("securitySchemes")?.as_object());
    for (key, _) in schemes.into_iter().flat_map(|schemes| schemes.iter()) {
        if !used.contains(&*key.text) {
            let text = format!("nothing asks for security scheme `{}`", key.text);
            sink.push(Diagnostic::new(&style::UNUSED_SECURITY_SCHEME, key.span, text));
        }
    }
}
