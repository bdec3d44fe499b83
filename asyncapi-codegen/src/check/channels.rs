//! Channels: their addresses and their parameters.

use std::collections::HashSet;

use super::walk::{Found, Walk, list, placeholders};
use crate::diagnostic::catalogue::{check, lint};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{Key, Node, Object, Span};

pub(super) fn check(walk: &Walk<'_>, sink: &mut Sink) {
    let mut seen = HashSet::new();
    for channel in &walk.channels {
        if channel.in_use {
            no_query(walk, channel, sink);
        }
        // In 2.x, the key of a channel in `components` is not its address.
        if channel.in_use || !walk.is_v2() {
            parameters(walk, channel, sink);
            if let Some((_, all)) = entry(&channel.node, "parameters") {
                all.iter().for_each(|(name, node)| default_in_enum(walk, name, node, &mut seen, sink));
            }
        }
    }
}

/// What brokers and servers know is a path; query parameters have a place of their own, in the bindings.
fn no_query(walk: &Walk<'_>, channel: &Found, sink: &mut Sink) {
    let of = |text: &str| text.find(['?', '#']).and_then(|at| text.get(at..)?.chars().next());
    let fault = |code, span, text: &str, found: char| {
        let (what, help) = match found {
            '?' => ("a query", "describe query parameters under `bindings`, `ws`, `query`"),
            _ => ("a fragment", "brokers and servers do not see fragments: leave it out"),
        };
        Diagnostic::new(code, span, format!("`{text}` has {what}"))
            .label(format!("`{found}` cannot stand here"))
            .help(help)
    };
    if let Some(found) = of(&channel.key.text) {
        sink.push(fault(&check::QUERY_IN_CHANNEL, channel.key.span, &channel.key.text, found));
    }
    let address = channel.node.get("address").filter(|_| !walk.is_v2());
    if let Some((node, text)) = address.and_then(|node| Some((node, node.as_str()?)))
        && let Some(found) = of(text)
    {
        sink.push(fault(&lint::QUERY_IN_ADDRESS, node.span(), text, found));
    }
}

/// The text that a message is sent to has a value for each name in braces, and no use for others.
fn parameters(walk: &Walk<'_>, channel: &Found, sink: &mut Sink) {
    let address = if walk.is_v2() {
        Some((&*channel.key.text, channel.key.span))
    } else {
        channel.node.get("address").and_then(|node| Some((node.as_str()?, node.span())))
    };
    let names = address.map(|(text, _)| placeholders(text)).unwrap_or_default();
    let title = format!("channel `{}`", channel.key.text);
    let place = address.map_or(channel.key.span, |(_, span)| span);
    let Some((field, all)) = entry(&channel.node, "parameters") else {
        // The specification wants them described; the official parser does not insist.
        missing(&names, None).for_each(|name| sink.push(not_described(name, &title, place)));
        return;
    };
    // A 2.x channel without braces may describe what it likes: the official parser does not look.
    if !walk.may_spend(names.len() + all.len()) {
        return;
    }
    let is_used = used(&names);
    let strict = !walk.is_v2() || !names.is_empty();
    for name in missing(&names, Some(all)) {
        let help = walk.advice(name, all.iter().map(|(key, _)| &*key.text).filter(|key| !is_used(key)));
        let fault = Diagnostic::new(
            &check::UNDEFINED_PARAMETER,
            field.span,
            format!("{title} has no parameter `{name}`, which its address has"),
        );
        sink.push(fault.label(format!("`{name}` is missing")).related(place, "the address").maybe_help(help));
    }
    for (key, _) in all.iter().filter(|(key, _)| !is_used(&key.text)) {
        let code = if strict { &check::UNUSED_PARAMETER } else { &lint::PARAMETER_WITHOUT_USE };
        let text = format!("the address of {title} does not have parameter `{}`", key.text);
        let fault = Diagnostic::new(code, key.span, text).label(format!("no `{{{}}}` in the address", key.text));
        let open = names.iter().copied().filter(|name| all.get(name).is_none());
        let fault = if address.is_some() {
            fault.related(place, "the address").maybe_help(walk.advice(&key.text, open))
        } else {
            fault.help("the channel has no `address`: it is known at run time only, with all its parts")
        };
        sink.push(fault);
    }
}

/// A default is used in the place of a value, and has to be one.
pub(super) fn default_in_enum(walk: &Walk<'_>, name: &Key, node: &Node, seen: &mut HashSet<usize>, sink: &mut Sink) {
    let Some(mut node) = walk.resolved(node).filter(|node| seen.insert(node.id())) else { return };
    // In 2.x, a parameter has a schema, which says so.
    if let Some(schema) = node.get("schema").and_then(|schema| walk.resolved(schema)) {
        node = schema;
    }
    let (Some(default), Some(values)) = (node.get("default"), node.get("enum").and_then(Node::as_array)) else {
        return;
    };
    let Some(text) = default.scalar_text() else { return };
    if values.is_empty()
        || !walk.may_spend(values.len())
        || values.iter().any(|value| value.scalar_text() == Some(text))
    {
        return;
    }
    let known = values.iter().filter_map(Node::scalar_text);
    let help = walk.advice(text, known.clone()).unwrap_or_else(|| format!("the values are {}", list(known)));
    let text = format!("the default of `{}`, `{text}`, is not one of its values", name.text);
    sink.push(Diagnostic::new(&lint::DEFAULT_NOT_IN_ENUM, default.span(), text).label("not in `enum`").help(help));
}

/// A field that is an object, with its key.
pub(super) fn entry<'n>(node: &'n Node, field: &str) -> Option<(&'n Key, &'n Object)> {
    let (key, value) = node.as_object()?.entry(field)?;
    Some((key, value.as_object()?))
}

/// The names that nothing describes, each once.
pub(super) fn missing<'n>(names: &[&'n str], known: Option<&Object>) -> impl Iterator<Item = &'n str> {
    let is_missing = |name: &&str| known.is_none_or(|known| known.get(name).is_none());
    let mut found: Vec<&str> = names.iter().copied().filter(is_missing).collect();
    let mut seen = HashSet::new();
    found.retain(|name| seen.insert(*name));
    found.into_iter()
}

/// Whether a name is among `names`.
pub(super) fn used<'n>(names: &[&'n str]) -> impl Fn(&str) -> bool + use<'n> {
    let names: HashSet<&str> = names.iter().copied().collect();
    move |name| names.contains(name)
}

fn not_described(name: &str, title: &str, place: Span) -> Diagnostic {
    Diagnostic::new(&lint::PARAMETER_NOT_DESCRIBED, place, format!("{title} does not describe parameter `{name}`"))
        .label("has no `parameters`")
        .help(format!("add it: `parameters: {{ {name}: {{ description: … }} }}`"))
}
