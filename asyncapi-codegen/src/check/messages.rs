//! Messages of 2.x.

use std::collections::{HashMap, HashSet};

use super::operations::{in_order, twice};
use super::walk::Walk;
use crate::diagnostic::catalogue::check;
use crate::diagnostic::{Diagnostic, Sink};
use crate::document::Document;
use crate::source::{Node, Span};

pub(super) fn check(document: &Document, walk: &Walk<'_>, sink: &mut Sink) {
    unique_ids(document, sink);
    walk.messages().iter().for_each(|message| known_format(message, sink));
}

/// A message is named by its id. What several operations refer to is one message, however often it is used.
fn unique_ids(document: &Document, sink: &mut Sink) {
    let mut ids: HashMap<&str, Span> = HashMap::new();
    let mut seen = HashSet::new();
    for operation in in_order(document) {
        let Some(channel) = document.channels.get(operation.channel.0 as usize) else { continue };
        let messages = operation.messages.iter().filter_map(|at| channel.messages.get(*at));
        for id in messages.map(|message| message.message).filter(|id| seen.insert(*id)) {
            let Some(id) = document.messages.get(id.0 as usize).and_then(|message| message.message_id.as_ref()) else {
                continue;
            };
            let Some(first) = ids.get(id.value.as_str()) else {
                ids.insert(&id.value, id.span);
                continue;
            };
            let text = format!("two messages have the id `{}`", id.value);
            sink.push(twice(Diagnostic::new(&check::DUPLICATE_MESSAGE_ID, id.span, text), *first, id.span, "message"));
        }
    }
}

/// The families of media types that the specification lists.
const FORMATS: [&str; 6] = [
    "application/vnd.aai.asyncapi",
    "application/schema",
    "application/vnd.apache.avro",
    "application/vnd.oai.openapi",
    "application/raml",
    "application/vnd.google.protobuf",
];

/// In 2.x, a payload of which nobody knows how to read the schema could hold anything. (3.x leaves that to the reader.)
fn known_format(message: &Node, sink: &mut Sink) {
    let Some((node, format)) = message.get("schemaFormat").and_then(|node| Some((node, node.as_str()?))) else {
        return;
    };
    let family = format.split(';').next().unwrap_or_default().trim_end().split('+').next().unwrap_or_default();
    if FORMATS.contains(&family) {
        return;
    }
    let fault =
        Diagnostic::new(&check::UNKNOWN_SCHEMA_FORMAT, node.span(), format!("schema format `{format}` is not known"));
    let like = crate::diagnostic::did_you_mean(family, FORMATS);
    let help = like.unwrap_or_else(|| "leave `schemaFormat` out where the schema is AsyncAPI's own".to_owned());
    sink.push(fault.label("not a media type of the specification").help(help));
}
