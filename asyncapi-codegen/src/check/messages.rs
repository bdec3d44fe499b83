//! Messages of 2.x.

use std::collections::{HashMap, HashSet};

use super::operations::{in_order, twice};
use crate::diagnostic::catalogue::check;
use crate::diagnostic::{Diagnostic, Sink};
use crate::document::Document;
use crate::source::Span;

/// A message is named by its id. What several operations refer to is one message, however often it is used.
pub(super) fn check(document: &Document, sink: &mut Sink) {
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
