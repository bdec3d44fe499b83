//! Where things are in 3.x: pointers of 2.x → pointers of the upgraded document.

use std::collections::{HashMap, HashSet};

use asyncapi_codegen::document::{ChannelId, Document, Location, Message, MessageId, Version};
use asyncapi_codegen::model::names::{readable, snake};
use asyncapi_codegen::source::Node;

use crate::bundle::collect::links;
use crate::bundle::name::{pointer, reference};
use crate::rewrite::Changes;

/// What moves.
#[derive(Default)]
pub(super) struct Moved {
    /// The keys of the channels.
    channels: Vec<String>,
    /// Pointers in the root document.
    pointers: HashMap<String, String>,
}

impl Moved {
    pub(super) fn of(document: &Document) -> Self {
        let mut moved = Self::default();
        if matches!(document.version, Version::V3(_)) {
            return moved;
        }
        let mut taken = HashSet::new();
        let short: Vec<String> = document.channels.iter().map(|channel| key_of(&channel.key.text)).collect();
        for (channel, own) in document.channels.iter().zip(&short) {
            // What is left out tells apart what is alike without it.
            let is_alone = short.iter().filter(|other| *other == own).count() == 1;
            let own = if is_alone { own.clone() } else { whole_key_of(&channel.key.text) };
            let mut key = own.clone();
            let mut number = 2_usize;
            while !taken.insert(key.clone()) {
                key = format!("{own}{number}");
                number += 1;
            }
            let new = pointer(&["channels", &key]);
            moved.pointers.insert(pointer(&["channels", &channel.key.text]), new.clone());
            if channel.location.file == document.root {
                moved.pointers.entry(channel.location.pointer.clone()).or_insert(new);
            }
            moved.channels.push(key);
        }
        let mut seen: HashSet<MessageId> = HashSet::new();
        for (channel, key) in document.channels.iter().zip(&moved.channels) {
            for entry in &channel.messages {
                let Some(message) = document.messages.get(entry.message.0 as usize) else { continue };
                if !is_component(document, message) && seen.insert(entry.message) {
                    let new = pointer(&["channels", key, "messages", &entry.key.text]);
                    moved.pointers.insert(message.location.pointer.clone(), new);
                }
            }
        }
        for message in &document.messages {
            if wrapped(message).is_some() {
                let old = format!("{}/payload", message.location.pointer);
                let place = moved.pointers.get(&message.location.pointer).unwrap_or(&message.location.pointer);
                let new = format!("{place}/payload/schema");
                moved.pointers.insert(old, new);
            }
        }
        moved
    }

    /// The key of a channel.
    pub(super) fn channel(&self, id: ChannelId) -> &str {
        self.channels.get(id.0 as usize).map(String::as_str).unwrap_or_default()
    }

    /// Where a pointer leads in 3.x.
    pub(super) fn pointer(&self, old: &str) -> String {
        let ends = old.match_indices('/').map(|(at, _)| at).rev();
        for end in std::iter::once(old.len()).chain(ends) {
            if let (Some(outer), Some(rest)) = (old.get(..end), old.get(end..))
                && let Some(new) = self.pointers.get(outer)
            {
                return format!("{new}{rest}");
            }
        }
        old.to_owned()
    }

    /// Changes the references to what moves.
    pub(super) fn rewrite(&self, document: &Document, changes: &mut Changes) {
        for link in links(document) {
            let Location { file, pointer } = &link.target;
            let new = self.pointer(pointer);
            if *file == document.root
                && link.holder.span().file == document.root
                && new != *pointer
                && let Some(text) = link.holder.get("$ref")
            {
                changes.string(text, reference(&new));
            }
        }
    }
}

/// A key that says the same as another text, of letters, digits and `_`: what is named after it keeps its name.
pub(super) fn key_of(text: &str) -> String {
    whole_key_of(&readable(text))
}

fn whole_key_of(text: &str) -> String {
    // As the model calls it.
    if !text.chars().any(char::is_alphanumeric) {
        return "root".to_owned();
    }
    snake(text).trim_start_matches("r#").to_owned()
}

/// Whether a message is one of `components`, or of another file.
pub(super) fn is_component(document: &Document, message: &Message) -> bool {
    let rest = message.location.pointer.strip_prefix("/components/messages/");
    message.location.file != document.root || rest.is_some_and(|rest| !rest.contains('/'))
}

/// The `schemaFormat` of a message that its payload has to say in 3.x: one that is not AsyncAPI's own.
pub(super) fn wrapped(message: &Message) -> Option<&Node> {
    message.node.get("payload")?;
    foreign_format(&message.node)
}

pub(super) fn foreign_format(node: &Node) -> Option<&Node> {
    let format = node.get("schemaFormat")?;
    format.as_str().filter(|format| !format.starts_with("application/vnd.aai.asyncapi")).map(|_| format)
}
