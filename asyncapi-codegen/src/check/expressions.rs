//! Runtime expressions: places in messages.

use super::walk::{Walk, resolved};
use crate::diagnostic::catalogue::lint;
use crate::diagnostic::{Diagnostic, Sink};
use crate::document::{ExpressionSource, Message, RuntimeExpression, Spanned};
use crate::source::{Key, Node, Object};

pub(super) fn check(walk: &Walk<'_>, sink: &mut Sink) {
    let document = walk.document;
    for message in &document.messages {
        if let Some(expression) = &message.correlation_id {
            leads_somewhere(walk, message, expression, sink);
        }
    }
    for operation in &document.operations {
        let Some(address) = operation.reply.as_ref().and_then(|reply| reply.address.as_ref()) else { continue };
        let channel = document.channels.get(operation.channel.0 as usize);
        let messages = operation.messages.iter().filter_map(|at| channel?.messages.get(*at));
        for message in messages.filter_map(|message| document.messages.get(message.message.0 as usize)) {
            leads_somewhere(walk, message, address, sink);
        }
    }
    for channel in &document.channels {
        let locations = channel.parameters.iter().filter_map(|parameter| parameter.location.as_ref());
        for location in locations {
            for message in channel.messages.iter().filter_map(|entry| document.messages.get(entry.message.0 as usize)) {
                leads_somewhere(walk, message, location, sink);
            }
        }
    }
}

/// What is looked for where no schema has it is most likely misspelt.
fn leads_somewhere(walk: &Walk<'_>, message: &Message, expression: &Spanned<RuntimeExpression>, sink: &mut Sink) {
    if !walk.may_spend(1) {
        return;
    }
    let (what, schema) = match expression.value.source {
        ExpressionSource::Header => ("headers", &message.headers),
        ExpressionSource::Payload => ("payload", &message.payload),
    };
    // Transports have headers of their own, and a message without a payload schema can hold anything.
    let Some(schema) = schema.as_ref().filter(|schema| schema.format.is_none()) else { return };
    let mut nodes = vec![schema.schema.clone()];
    for segment in &expression.value.pointer {
        match step(walk, &nodes, segment) {
            Step::To(next) => nodes = next,
            Step::Unknown => return,
            Step::Nowhere(known) => {
                let text = format!("the {what} of {} have no property `{segment}`", title(message));
                let text = if what == "payload" { text.replacen(" have ", " has ", 1) } else { text };
                let fault = Diagnostic::new(&lint::EXPRESSION_LEADS_NOWHERE, expression.span, text)
                    .label(format!("`{segment}` is not there"))
                    .maybe_help(walk.advice(segment, known.iter().map(|key| &*key.text)));
                sink.push(fault);
                return;
            }
        }
    }
}

fn title(message: &Message) -> String {
    let name = message.key.as_ref().map(|key| &*key.text).or(message.name.as_ref().map(|name| name.value.as_str()));
    name.map_or_else(|| "the message".to_owned(), |name| format!("message `{name}`"))
}

/// What a segment of a pointer leads to.
enum Step {
    /// These schemas.
    To(Vec<Node>),
    /// A place of which the schemas say nothing.
    Unknown,
    /// Nowhere; these are there.
    Nowhere(Vec<Key>),
}

/// So many schemas are looked at for one segment.
const MOST: usize = 256;

/// Looks for a property in schemas that all hold, and in what they refer to and combine.
fn step(walk: &Walk<'_>, schemas: &[Node], segment: &str) -> Step {
    let mut found = Vec::new();
    let mut known = Vec::new();
    let mut queue: Vec<Node> = schemas.to_vec();
    let mut seen = std::collections::HashSet::new();
    while let Some(node) = queue.pop() {
        let Some(node) = resolved(walk.document, &node) else { return Step::Unknown };
        if !seen.insert(node.id()) {
            continue;
        }
        // Lists, maps and conditions are left to the reader of the message.
        let open = ["items", "patternProperties", "if", "not", "dependencies"];
        let more = node.get("additionalProperties").is_some_and(|more| more.as_bool() != Some(false));
        if seen.len() > MOST || node.as_object().is_none() || more || open.iter().any(|word| node.get(word).is_some()) {
            return Step::Unknown;
        }
        for word in ["allOf", "anyOf", "oneOf"] {
            queue.extend(node.get(word).and_then(Node::as_array).unwrap_or_default().iter().cloned());
        }
        let properties = node.get("properties").and_then(Node::as_object);
        if !walk.may_spend(1 + properties.map_or(0, Object::len)) {
            return Step::Unknown;
        }
        for (key, property) in properties.into_iter().flat_map(|all| all.iter()) {
            known.push(key.clone());
            if *key.text == *segment {
                found.push(property.clone());
            }
        }
    }
    match (found.is_empty(), known.is_empty()) {
        (false, _) => Step::To(found),
        // A schema without properties says nothing about them.
        (true, true) => Step::Unknown,
        (true, false) => Step::Nowhere(known),
    }
}
