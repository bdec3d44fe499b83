//! Examples and defaults that the document gives, held against their schemas wherever they stand, used or not.
//!
//! Input: a document. Output: for 2.x errors, at the places and by the reading of schemas of the official parser, which
//! refuses such documents; for 3.x, where it has no such rules, the lints that types get as well. Invariant: nothing is an
//! error in a document that the official parser accepts.

use super::schema::{Broken, Judge, Reading, understood};
#[cfg(feature = "avro")]
use super::{api::feature_of, avro::misfits};
use crate::check::walk::{Walk, items};
use crate::collections::HashSet;
use crate::diagnostic::catalogue::{check, types};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::document::Document;
use crate::source::{Node, Span};

/// Holds all examples and defaults against their schemas.
pub fn check_given(document: &Document, sink: &mut Sink) {
    let walk = Walk::of(document);
    let official = walk.is_v2();
    let reading = if official { Reading::Official } else { Reading::Own };
    let open_api = if official { Reading::OfficialOpenApi } else { Reading::Own };
    let mut given = Given {
        walk: &walk,
        sink,
        official,
        judge: Judge::new(document, reading),
        open_api: Judge::new(document, open_api),
        schemas: HashSet::new(),
    };
    for message in given.messages() {
        given.examples_of_message(&message);
    }
    for schema in given.schemas() {
        given.examples_of_schema(&schema);
    }
}

struct Given<'g, 'd> {
    walk: &'g Walk<'d>,
    sink: &'g mut Sink,
    /// Whether the official parser has these rules, and reads the schemas.
    official: bool,
    judge: Judge<'d>,
    open_api: Judge<'d>,
    /// The schemas that were looked at.
    schemas: HashSet<usize>,
}

impl<'d> Given<'_, 'd> {
    /// Every message and every trait of messages, each once.
    fn messages(&self) -> Vec<Node> {
        let mut found = if self.official { self.walk.messages() } else { self.messages_of_channels() };
        let traits: Vec<Node> = found.iter().flat_map(|message| self.walk.traits(message)).collect();
        found.extend(traits);
        found.extend(self.walk.components("messageTraits").into_iter().map(|entry| entry.node));
        let mut seen = HashSet::new();
        found.retain(|node| seen.insert(node.id()));
        found
    }

    /// The messages of 3.x: those of channels, and those in `components`.
    fn messages_of_channels(&self) -> Vec<Node> {
        let maps = self.walk.channels.iter().filter_map(|channel| channel.node.get("messages")?.as_object());
        let nodes = maps.flat_map(|map| map.iter()).filter_map(|(_, node)| self.walk.resolved(node));
        nodes.chain(self.walk.components("messages").into_iter().map(|entry| entry.node)).collect()
    }

    /// The schemas of which the official parser looks at examples and defaults: only those of the outermost, not of its
    /// properties.
    fn schemas(&self) -> Vec<Node> {
        let plain = |message: &Node| message.get("schemaFormat").is_none();
        let operations = self.walk.operations().filter_map(|operation| self.walk.resolved(operation.get("message")?));
        let components = ["messages", "messageTraits"].into_iter().flat_map(|field| self.walk.components(field));
        let messages = operations.chain(components.map(|entry| entry.node)).filter(plain);
        let mut found: Vec<Node> = messages.filter_map(|message| message.get("payload").cloned()).collect();
        let of_channels = self.walk.channels.iter().filter_map(|channel| channel.node.get("parameters")?.as_object());
        let parameters = of_channels.flat_map(|map| map.iter()).filter_map(|(_, node)| self.walk.resolved(node));
        let parameters = parameters.chain(self.walk.components("parameters").into_iter().map(|entry| entry.node));
        found.extend(parameters.filter_map(|parameter| parameter.get("schema").cloned()));
        found.extend(self.walk.components("schemas").into_iter().map(|entry| entry.node));
        found.into_iter().filter_map(|schema| self.walk.resolved(&schema)).collect()
    }

    fn examples_of_message(&mut self, message: &Node) {
        for example in items(message, "examples") {
            let Some(example) = self.walk.resolved(example) else { continue };
            for part in ["payload", "headers"] {
                let Some((key, value)) = example.as_object().and_then(|example| example.entry(part)) else { continue };
                let Some(found) = self.walk.resolved(value) else { continue };
                // References within a value are followed by the official parser before it looks.
                if !holds_reference(&found) {
                    let key = if found.same(value) { key.span } else { found.span() };
                    self.part_of_example(message, part, &found, key);
                }
            }
        }
    }

    fn part_of_example(&mut self, message: &Node, part: &str, value: &Node, key: Span) {
        let mut schema = message.get(part);
        let mut format = message.get("schemaFormat").filter(|_| self.official);
        let of_schema = schema.filter(|schema| !self.official && schema.get("schemaFormat").is_some());
        if let Some(multi) = of_schema {
            (schema, format) = (multi.get("schema"), multi.get("schemaFormat"));
        }
        let format = format.and_then(Node::as_str);
        let broken = match (format, schema) {
            // The official parser does not look at the headers of a message that has a format.
            (Some(_), _) if self.official && part == "headers" => return,
            #[cfg(feature = "avro")]
            (Some(format), Some(schema)) if feature_of(format) == Some("avro") => {
                for (span, text) in misfits(self.walk.document, schema, value, key) {
                    let message = "the example is not a value of its Avro schema";
                    self.sink.push(Diagnostic::new(self.example_code(true), span, message).label(text));
                }
                return;
            }
            (Some(format), _) if !understood(format) => return,
            // Without a schema, a payload may be anything; headers are objects.
            (_, None) if part == "payload" || !self.official => return,
            (Some(format), schema) if format.contains("openapi") => self.open_api.judge(schema, value, Some(key)),
            (_, schema) => self.judge.judge(schema, value, Some(key)),
        };
        self.report(&broken, "example", self.example_code(format.is_some()));
    }

    fn example_code(&self, has_format: bool) -> &'static Code {
        match self.official {
            true if has_format => &check::FORMAT_EXAMPLE,
            true => &check::MESSAGE_EXAMPLE,
            false => &types::EXAMPLE,
        }
    }

    fn examples_of_schema(&mut self, schema: &Node) {
        if !self.schemas.insert(schema.id()) {
            return;
        }
        // The official parser lets any string pass.
        let looked_at = |node: &Node, official: bool| !official || node.as_str().is_none();
        let official = self.official;
        if let Some((key, value)) = schema.as_object().and_then(|schema| schema.entry("default"))
            && looked_at(value, official)
            && !holds_reference(value)
        {
            let broken = self.judge.judge(Some(schema), value, Some(key.span));
            self.report(&broken, "default", if official { &check::SCHEMA_DEFAULT } else { &types::DEFAULT });
        }
        for value in
            items(schema, "examples").iter().filter(|value| looked_at(value, official) && !holds_reference(value))
        {
            let broken = self.judge.judge(Some(schema), value, None);
            self.report(&broken, "example", if official { &check::SCHEMA_EXAMPLE } else { &types::EXAMPLE });
        }
    }

    fn report(&mut self, broken: &[Broken], word: &str, code: &'static Code) {
        for Broken { rule, pointer, text, span, object } in broken {
            let at = if pointer.is_empty() { String::new() } else { format!(" at `{pointer}`") };
            let message = format!("the {word} breaks `{rule}` of its schema{at}");
            let mut fault = Diagnostic::new(code, *span, message).label(text.clone());
            if let Some(object) = object.filter(|_| self.official) {
                fault = fault.related(object, "the object that must not have it");
            }
            self.sink.push(fault);
        }
    }
}

/// Whether a `$ref` stands somewhere in a value. The reader bounds how deep values are.
fn holds_reference(node: &Node) -> bool {
    let items = node.as_array().unwrap_or_default();
    let mut entries = node.as_object().into_iter().flat_map(|object| object.iter());
    entries.any(|(key, value)| (&*key.text == "$ref" && value.as_str().is_some()) || holds_reference(value))
        || items.iter().any(holds_reference)
}
