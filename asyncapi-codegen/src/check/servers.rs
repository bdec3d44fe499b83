//! Servers: their addresses and their variables.

use std::collections::HashSet;

use super::channels::{default_in_enum, entry, missing, used};
use super::walk::{Found, Walk, placeholders};
use crate::diagnostic::catalogue::{check, lint};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::Node;

pub(super) fn check(walk: &Walk<'_>, sink: &mut Sink) {
    let mut seen = HashSet::new();
    for server in &walk.servers {
        variables(walk, server, sink);
        if let Some((_, all)) = entry(&server.node, "variables") {
            all.iter().for_each(|(name, node)| default_in_enum(walk, name, node, &mut seen, sink));
        }
    }
}

/// The address that is connected to has a value for each name in braces, and no use for others.
///
/// An error only where the official parser has one: in 2.x, if there are both variables and names in braces.
fn variables(walk: &Walk<'_>, server: &Found, sink: &mut Sink) {
    let fields: &[&str] = if walk.is_v2() { &["url"] } else { &["host", "pathname"] };
    let texts: Vec<(&Node, &str)> = fields
        .iter()
        .filter_map(|field| server.node.get(field).and_then(|node| Some((node, node.as_str()?))))
        .collect();
    let Some((first, _)) = texts.first() else { return };
    let names: Vec<&str> = texts.iter().flat_map(|(_, text)| placeholders(text)).collect();
    let title = format!("server `{}`", server.key.text);
    let Some((field, all)) = entry(&server.node, "variables") else {
        for name in missing(&names, None) {
            let place =
                texts.iter().find(|(_, text)| placeholders(text).contains(&name)).map_or(*first, |(node, _)| node);
            let text = format!("{title} does not describe variable `{name}`");
            let fault = Diagnostic::new(&lint::VARIABLE_NOT_DESCRIBED, place.span(), text).label("has no `variables`");
            sink.push(fault.help(format!("add it: `variables: {{ {name}: {{ default: … }} }}`")));
        }
        return;
    };
    if !walk.may_spend(names.len() + all.len()) {
        return;
    }
    let is_used = used(&names);
    let strict = walk.is_v2() && !names.is_empty();
    for name in missing(&names, Some(all)) {
        let like = walk.advice(name, all.iter().map(|(key, _)| &*key.text).filter(|key| !is_used(key)));
        let code = if strict { &check::UNDEFINED_VARIABLE } else { &lint::VARIABLE_NOT_DESCRIBED };
        let text = format!("{title} has no variable `{name}`, which its address has");
        let fault = Diagnostic::new(code, field.span, text).label(format!("`{name}` is missing"));
        sink.push(fault.related(first.span(), "the address").maybe_help(like));
    }
    for (key, _) in all.iter().filter(|(key, _)| !is_used(&key.text)) {
        let code = if strict { &check::UNUSED_VARIABLE } else { &lint::VARIABLE_WITHOUT_USE };
        let text = format!("the address of {title} does not have variable `{}`", key.text);
        let open = names.iter().copied().filter(|name| all.get(name).is_none());
        let fault = Diagnostic::new(code, key.span, text).label(format!("no `{{{}}}` in the address", key.text));
        sink.push(fault.related(first.span(), "the address").maybe_help(walk.advice(&key.text, open)));
    }
}
