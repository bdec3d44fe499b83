//! Messages, and their traits.

use asyncapi_codegen::document::Message;
use asyncapi_codegen::source::Node;

use super::Upgrader;
use super::bindings::Of;
use super::moved::foreign_format;
use crate::bundle::name::pointer;
use crate::rewrite::{Entry, Out};

impl Upgrader<'_> {
    /// A message that stands in a channel.
    pub(super) fn whole_message(&mut self, message: &Message) -> Out {
        let found = self.context.find(self.piece.clone(), &message.location.pointer);
        let value = found.map_or_else(|| Out::anew(&message.node), Out::Source);
        match self.open(&value) {
            Some(entries) => Out::Map(self.message(entries, &message.node, true)),
            None => value,
        }
    }

    /// The fields of a message; `merged` is the message with its traits. Its id is the key that channels have for it.
    fn message(&mut self, entries: Vec<Entry>, merged: &Node, in_channel: bool) -> Vec<Entry> {
        let format = foreign_format(merged);
        let mut result = Vec::new();
        for entry in entries {
            match entry.key.as_str() {
                "messageId" if in_channel => {}
                "messageId" => result.push(self.keep_as_extension(entry, "a message")),
                "schemaFormat" if merged.get("payload").is_some() || format.is_none() => {}
                "schemaFormat" => result.push(self.keep_as_extension(entry, "a message")),
                "payload" => {
                    let entry = Self::with_trait(entry, merged);
                    result.push(match format {
                        Some(format) => Self::multi_format(entry, format),
                        None => entry,
                    });
                }
                "traits" => result.push(self.traits(entry, Self::message_trait)),
                "bindings" => {
                    let entry = Self::with_trait(entry, merged);
                    result.push(self.bindings(entry, Of::Message));
                }
                _ => result.push(Self::with_trait(entry, merged)),
            }
        }
        result
    }

    fn multi_format(payload: Entry, format: &Node) -> Entry {
        let schema = Entry { lead: Vec::new(), ..payload.clone() }.renamed("schema");
        let fields = vec![Entry::new("schemaFormat", Out::anew(format)), schema];
        Entry { value: Out::Map(fields), ..payload }
    }

    pub(super) fn message_trait(&mut self, entries: Vec<Entry>, _: &Node) -> Vec<Entry> {
        let mut result = Vec::new();
        for entry in entries {
            match entry.key.as_str() {
                "messageId" | "schemaFormat" => result.push(self.keep_as_extension(entry, "a trait")),
                "bindings" => result.push(self.bindings(entry, Of::Message)),
                _ => result.push(entry),
            }
        }
        result
    }

    /// The messages of `components`. Those that are several (`oneOf`) are in the channels now.
    pub(super) fn component_messages(&mut self, section: &mut Entry) {
        let Some(entries) = self.open(&section.value) else { return };
        let mut result = Vec::new();
        for mut entry in entries {
            let Some(node) = entry.node().cloned() else { continue };
            if node.get("oneOf").is_some() {
                self.note(&node, "3.x has no `oneOf` of messages: the channels have them one by one");
                continue;
            }
            let place = pointer(&["components", "messages", &entry.key]);
            let root = self.document.root;
            let known = self
                .document
                .messages
                .iter()
                .find(|message| message.location.file == root && message.location.pointer == place);
            if node.get("$ref").is_none()
                && let Some(fields) = self.open(&entry.value)
            {
                let merged = known.map_or(&node, |message| &message.node);
                entry.value = Out::Map(self.message(fields, merged, known.is_some()));
            }
            result.push(entry);
        }
        section.value = Out::Map(result);
    }
}
