//! Messages: each once, however many channels have it.

use super::read::{expression_of, spanned, text};
use super::{Builder, items};
use crate::document::{ChannelMessage, Docs, Location, Message, MessageId, Payload, Version};
use crate::source::{Key, Node};

impl Builder<'_> {
    /// What a channel has under `key`.
    pub(super) fn channel_message(&mut self, key: &Key, node: &Node, location: Location) -> Option<ChannelMessage> {
        let message = self.message(node, location)?;
        let beside = node.get("$ref").is_some();
        let docs = Docs { summary: text(node, "summary"), description: text(node, "description"), ..Docs::default() };
        let own = node.get("x-match").cloned();
        let whole = self.document.messages.get(message.0 as usize);
        Some(ChannelMessage {
            key: key.clone(),
            message,
            docs: if beside { docs } else { Docs::default() },
            matches: own.or_else(|| whole.and_then(|message| message.node.get("x-match").cloned())),
        })
    }

    /// The message at `node`, references followed.
    pub(super) fn message(&mut self, node: &Node, location: Location) -> Option<MessageId> {
        let (node, way) = self.follow(node, location)?;
        node.as_object()?;
        let location = way.last()?.clone();
        if let Some(id) = self.ids.messages.get(&location) {
            return Some(*id);
        }
        let id = MessageId(u32::try_from(self.document.messages.len()).ok()?);
        let node = self.with_traits(&node);
        let message = self.message_object(node, location.clone());
        self.document.messages.push(message);
        self.ids.messages.insert(location, id);
        Some(id)
    }

    fn message_object(&self, node: Node, location: Location) -> Message {
        let is_named = location.pointer.rsplit('/').nth(1) == Some("messages");
        let correlation_id = node.get("correlationId").and_then(|node| self.resolved(node));
        Message {
            key: self.key_at(&location).filter(|_| is_named),
            location,
            name: spanned(&node, "name"),
            message_id: spanned(&node, "messageId"),
            docs: self.docs(&node),
            content_type: spanned(&node, "contentType").or_else(|| self.document.default_content_type.clone()),
            payload: self.payload(&node, "payload"),
            headers: self.payload(&node, "headers"),
            correlation_id: correlation_id.and_then(|node| expression_of(&node, "location")),
            examples: items(&node, "examples").to_vec(),
            bindings: self.bindings(&node),
            node,
        }
    }

    fn payload(&self, message: &Node, field: &str) -> Option<Payload> {
        let schema = message.get(field)?.clone();
        match self.document.version {
            Version::V2(_) => {
                let format = if field == "payload" { spanned(message, "schemaFormat") } else { None };
                Some(Payload { schema, format })
            }
            Version::V3(_) => {
                // A Multi Format Schema Object, perhaps behind references; a plain schema keeps its reference, by which
                // it is named.
                let whole = self.resolved(&schema);
                match whole.as_ref().and_then(|whole| whole.get("schema")) {
                    Some(inner) => Some(Payload {
                        schema: inner.clone(),
                        format: whole.as_ref().and_then(|w| spanned(w, "schemaFormat")),
                    }),
                    None => Some(Payload { schema, format: None }),
                }
            }
        }
    }
}
