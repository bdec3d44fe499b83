//! What the options say of the document's names: that each names something, and what it is called instead.
//!
//! An option or an override that matches nothing is a fault, with the choices listed: it would else be a typo that
//! nobody sees.

use super::selection::check_selection;
use crate::diagnostic::{Sink, catalogue, suggest};
use crate::document::Document;
use crate::model::schema::Schemas;
use crate::options::{Given, Options, RECOMMENDED};

/// How many choices a message lists.
const MOST_CHOICES: usize = 12;

/// Reports every entry of the options that names nothing in the document. Types are the matter of [`apply_to_types`].
pub(in crate::model) fn check_options(document: &Document, options: &Options, sink: &mut Sink) {
    check_selection(document, options, sink);
    for path in options.types.iter().chain(options.replace.iter().map(|(_, path)| path)).chain(&options.derives) {
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '<' | '>' | ',' | ' ' | '#');
        if path.value.is_empty() || !path.value.chars().all(fits) {
            sink.option(path.place, format!("`{}` is not a path", path.value));
        }
    }
    if let Some(arbitrary) = options.arbitrary.as_ref().filter(|it| it.value && options.lacking.contains(&"arbitrary"))
    {
        let text = "`arbitrary` needs the feature `arbitrary` of asyncapi-runtime: `features = [\"arbitrary\"]`";
        sink.option(arbitrary.place, text);
    }
    let mut messages: Vec<&str> = Vec::new();
    for channel in &document.channels {
        for entry in &channel.messages {
            let whole = options.matches.iter().find(|given| {
                let parts = given.message.value.split_once('.');
                parts == Some((&*channel.key.text, &*entry.key.text))
            });
            messages.extend(whole.map(|given| given.message.value.as_str()));
            messages.push(&entry.key.text);
        }
    }
    messages.extend(document.operations.iter().map(|operation| &*operation.key.text));
    messages.sort_unstable();
    messages.dedup();
    for given in &options.matches {
        expect_one(&given.message, "message or operation", &messages, sink);
    }
    let lints: Vec<&str> = catalogue::lints().map(|code| code.id).chain([RECOMMENDED]).collect();
    for given in options.allow.iter().chain(&options.deny) {
        match catalogue::find(&given.value) {
            Some(code) if code.is_lint() => {}
            Some(_) => sink.option(given.place, format!("`{}` is an error, not a lint", given.value)),
            None if given.value == RECOMMENDED => {}
            None => sink.option(given.place, unknown(&given.value, "lint", &lints)),
        }
    }
}

/// Gives types the names and the replacements that the options ask for, and reports entries that name nothing.
pub(in crate::model) fn apply_to_types(
    document: &Document,
    options: &Options,
    schemas: &mut Schemas<'_>,
    sink: &mut Sink,
) {
    for (from, to) in &options.rename {
        let in_api = names(document).any(|name| name == from.value);
        if !schemas.rename(&from.value, &to.value) && !in_api {
            let types = schemas.names();
            let choices: Vec<&str> = names(document).chain(types.iter().map(String::as_str)).collect();
            expect_one(from, "name", &choices, sink);
        }
    }
    for (name, path) in &options.replace {
        if !schemas.replace(&name.value, &path.value) {
            let types = schemas.names();
            let choices: Vec<&str> = types.iter().map(String::as_str).collect();
            expect_one(name, "type", &choices, sink);
        }
    }
}

/// The keys of channels, operations and messages.
fn names(document: &Document) -> impl Iterator<Item = &str> {
    let channels = document.channels.iter().map(|channel| &*channel.key.text);
    let operations = document.operations.iter().map(|operation| &*operation.key.text);
    let entries = document.channels.iter().flat_map(|channel| &channel.messages);
    channels.chain(operations).chain(entries.map(|entry| &*entry.key.text))
}

fn expect_one(given: &Given<String>, kind: &str, choices: &[&str], sink: &mut Sink) {
    if !choices.contains(&given.value.as_str()) {
        sink.option(given.place, unknown(&given.value, kind, choices));
    }
}

pub(super) fn unknown(value: &str, kind: &str, choices: &[&str]) -> String {
    let mut text = format!("there is no {kind} `{value}`");
    if let Some(name) = suggest(value, choices.iter().copied()) {
        text.push_str(&format!("; did you mean `{name}`?"));
    }
    let mut listed: Vec<&str> = choices.to_vec();
    listed.sort_unstable();
    listed.dedup();
    let more = listed.len().saturating_sub(MOST_CHOICES);
    let shown: Vec<String> = listed.iter().take(MOST_CHOICES).map(|name| format!("`{name}`")).collect();
    match (shown.is_empty(), more) {
        (true, _) => {}
        (false, 0) => text.push_str(&format!(" (choose from {})", shown.join(", "))),
        (false, more) => text.push_str(&format!(" (choose from {} and {more} more)", shown.join(", "))),
    }
    text
}
