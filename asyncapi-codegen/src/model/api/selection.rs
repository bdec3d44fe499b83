//! Which part of the document the options ask for: `channels`, `operations`, `tags`.
//!
//! `channels` and `operations` together say which operations; where neither is given, these are all. `tags` keeps those of
//! them that have one of the tags, or whose channel or one of whose messages has. All else follows: channels, messages, types, servers and what
//! they ask for are those that the selected operations reach.

use super::select::unknown;
use crate::collections::SortedSet;
use crate::diagnostic::Sink;
use crate::document::{Channel, Document, Operation, Server};
use crate::options::{Given, Options};

fn lists(list: &[Given<String>], text: &str) -> bool {
    list.iter().any(|given| given.value == text)
}

fn channel_of<'d>(document: &'d Document, operation: &Operation) -> Option<&'d Channel> {
    document.channels.get(operation.channel.0 as usize)
}

/// The tags by which an operation is found.
fn tags_of<'d>(document: &'d Document, operation: &'d Operation) -> impl Iterator<Item = &'d String> {
    let channel = channel_of(document, operation);
    let entries = operation.messages.iter().filter_map(move |at| channel?.messages.get(*at));
    let messages = entries.filter_map(|entry| document.messages.get(entry.message.0 as usize));
    let of_channel = channel.map(|channel| &channel.docs.tags);
    operation.docs.tags.iter().chain(of_channel.into_iter().flatten()).chain(messages.flat_map(|it| &it.docs.tags))
}

/// Whether `channels` or `operations` name an operation.
fn is_named(document: &Document, options: &Options, operation: &Operation) -> bool {
    if options.channels.is_none() && options.operations.is_none() {
        return true;
    }
    let by_channel = options
        .channels
        .as_deref()
        .is_some_and(|list| channel_of(document, operation).is_some_and(|channel| lists(list, &channel.key.text)));
    by_channel || options.operations.as_deref().is_some_and(|list| lists(list, &operation.key.text))
}

/// Whether the options ask for an operation.
pub(in crate::model) fn is_selected(document: &Document, options: &Options, operation: &Operation) -> bool {
    let tagged = |tags: &Vec<Given<String>>| tags_of(document, operation).any(|tag| lists(tags, tag));
    is_named(document, options, operation) && options.tags.as_ref().is_none_or(tagged)
}

/// Whether an operation that the options ask for is on a server.
pub(in crate::model) fn is_server_used(document: &Document, options: &Options, server: &Server) -> bool {
    if !options.selects() {
        return true;
    }
    let used = document.operations.iter().filter(|operation| is_selected(document, options, operation));
    let reached = used.flat_map(|operation| {
        let reply = operation.reply.as_ref().and_then(|reply| reply.channel);
        [Some(operation.channel), reply].into_iter().flatten()
    });
    let mut channels = reached.filter_map(|id| document.channels.get(id.0 as usize));
    channels.any(|channel| {
        let mut servers = channel.servers.iter().filter_map(|id| document.servers.get(id.0 as usize));
        channel.servers.is_empty() || servers.any(|on| on.location == server.location)
    })
}

/// Reports what names nothing, and a selection of nothing.
pub(super) fn check_selection(document: &Document, options: &Options, sink: &mut Sink) {
    let operations = &document.operations;
    let with_operation: SortedSet<&str> =
        operations.iter().filter_map(|operation| Some(&*channel_of(document, operation)?.key.text)).collect();
    let with_operation: Vec<&str> = with_operation.into_iter().collect();
    let channels: Vec<&str> = document.channels.iter().map(|channel| &*channel.key.text).collect();
    let mut sound = true;
    let mut fault = |given: &Given<String>, text: String, sink: &mut Sink| {
        sound = false;
        sink.option(given.place, text);
    };
    for given in options.channels.iter().flatten() {
        if !channels.contains(&given.value.as_str()) {
            fault(given, unknown(&given.value, "channel", &channels), sink);
        } else if !with_operation.contains(&given.value.as_str()) {
            fault(given, format!("no operation is on channel `{}`", given.value), sink);
        }
    }
    let keys: Vec<&str> = operations.iter().map(|operation| &*operation.key.text).collect();
    for given in options.operations.iter().flatten().filter(|given| !keys.contains(&given.value.as_str())) {
        fault(given, unknown(&given.value, "operation", &keys), sink);
    }
    let named: Vec<&Operation> = operations.iter().filter(|operation| is_named(document, options, operation)).collect();
    let tags: SortedSet<&str> =
        named.iter().flat_map(|operation| tags_of(document, operation)).map(String::as_str).collect();
    let tags: Vec<&str> = tags.into_iter().collect();
    for given in options.tags.iter().flatten().filter(|given| !tags.contains(&given.value.as_str())) {
        fault(given, unknown(&given.value, "tag of a selected operation", &tags), sink);
    }
    if sound && options.selects() && !operations.iter().any(|operation| is_selected(document, options, operation)) {
        let given = [&options.channels, &options.operations, &options.tags].into_iter().flatten().flatten().next();
        let text = "`channels`, `operations` and `tags` select nothing: name something, or leave the option out";
        sink.option(given.map(|given| given.place).unwrap_or_default(), text);
    }
}
