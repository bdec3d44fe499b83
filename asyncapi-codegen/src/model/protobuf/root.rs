//! Which message of a text is the payload.
//!
//! In this order: the one that the document names (`x-protobuf-message` on the message, or `$ref: file.proto#/Name`); the
//! only one at the top of the text; the only one there that no other message of the text has in a field; of several such,
//! the one whose comment says `@RootNode`, as in AsyncAPI's own parser; the one called like the message in the document.

use super::tree::{Schema, Type, What};
use crate::collections::HashSet;
use crate::diagnostic::catalogue::protobuf as code;
use crate::diagnostic::{Diagnostic, Sink, did_you_mean};
use crate::model::names;
use crate::source::Span;

/// What the comment of the payload's message may say.
pub(super) const MARK: &str = "@RootNode";

/// What the document says about the message.
pub(super) struct Asked<'a> {
    /// The name of the message, and where it is named.
    pub(super) named: Option<(String, Span)>,
    /// What the message is called in the document.
    pub(super) called: &'a [String],
    /// The place of the schema.
    pub(super) span: Span,
}

/// The message that is the payload. It is of the first file.
pub(super) fn choose(schema: &Schema, asked: &Asked<'_>, sink: &mut Sink) -> Option<usize> {
    let file = schema.files.first()?;
    if let Some((name, span)) = &asked.named {
        return named(schema, name, *span, sink);
    }
    if let [only] = file.roots.as_slice() {
        return Some(*only);
    }
    let mut used = HashSet::new();
    for (at, message) in schema.messages.iter().enumerate() {
        for field in &message.fields {
            let ty = if let Type::Map(_, value) = &field.ty { value } else { &field.ty };
            // What is in it, or is only in itself, is not used by another.
            if let Type::Message(used_at) = ty
                && top(schema, at) != *used_at
            {
                used.insert(*used_at);
            }
        }
    }
    let free: Vec<usize> = file.roots.iter().copied().filter(|at| !used.contains(at)).collect();
    if let [only] = free.as_slice() {
        return Some(*only);
    }
    // A circle of messages has none that is free.
    let candidates = if free.is_empty() { file.roots.clone() } else { free };
    let get = |at: &usize| schema.messages.get(*at);
    let marked = candidates.iter().find(|at| get(at).is_some_and(|it| it.doc.contains(MARK)));
    let plain = |text: &str| names::camel(text).to_ascii_lowercase();
    let called = || {
        let called: Vec<String> = asked.called.iter().map(|name| plain(name)).collect();
        let of_name = |name: &String| file.roots.iter().find(|at| get(at).is_some_and(|it| plain(&it.name) == *name));
        called.iter().find_map(of_name)
    };
    if let Some(found) = marked.or_else(called) {
        return Some(*found);
    }
    report(schema, &candidates, asked.span, sink);
    None
}

/// The message at the top in which a message stands.
fn top(schema: &Schema, mut at: usize) -> usize {
    while let Some(parent) = schema.messages.get(at).and_then(|message| message.parent) {
        at = parent;
    }
    at
}

fn named(schema: &Schema, name: &str, span: Span, sink: &mut Sink) -> Option<usize> {
    let package = schema.files.first().map_or("", |file| file.package.as_str());
    let name = name.trim_start_matches('.');
    let full = format!("{package}.{name}");
    let found = [full.as_str(), name].iter().find_map(|name| schema.names.get(*name));
    if let Some(What::Message(at)) = found.map(|item| item.what) {
        return Some(at);
    }
    let text = format!("the text has no message `{name}`");
    let known = schema.messages.iter().take(2_000).map(|message| {
        let full = message.full.as_str();
        full.strip_prefix(package).map_or(full, |rest| rest.strip_prefix('.').unwrap_or(full))
    });
    sink.push(Diagnostic::new(&code::ROOT, span, text).label("not defined").maybe_help(did_you_mean(name, known)));
    None
}

/// So many candidates are named.
const MOST_NAMED: usize = 8;

fn report(schema: &Schema, candidates: &[usize], span: Span, sink: &mut Sink) {
    let messages: Vec<_> = candidates.iter().filter_map(|at| schema.messages.get(*at)).collect();
    let Some(first) = messages.first() else {
        let fault = Diagnostic::new(&code::ROOT, span, "the text has no message, which could be the payload");
        return sink.push(fault.help("define one: `message Name { … }`"));
    };
    let names: Vec<String> = messages.iter().take(MOST_NAMED).map(|it| format!("`{}`", it.name)).collect();
    let more = if messages.len() > MOST_NAMED { ", …" } else { "" };
    let text = format!("which message is the payload? It could be {}{more}", names.join(", "));
    let mut fault = Diagnostic::new(&code::ROOT, first.span, text).label("one of them");
    for other in messages.iter().skip(1).take(MOST_NAMED - 1) {
        fault = fault.related(other.span, "another");
    }
    let help = format!("name it on the message in the document, as in `x-protobuf-message: {}`", first.name);
    sink.push(fault.help(help).help(format!("or write `{MARK}` into the comment before it")));
}
