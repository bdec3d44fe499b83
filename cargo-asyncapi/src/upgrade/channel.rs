//! Channels with `publish` and `subscribe` → channels and operations.

use asyncapi_codegen::document::{Action, Channel, ChannelId, Location, Operation};
use asyncapi_codegen::source::Node;

use super::Upgrader;
use super::bindings::Of;
use super::moved::{is_component, key_of};
use crate::bundle::name::{pointer, reference};
use crate::rewrite::{Entry, Item, Out};

impl Upgrader<'_> {
    /// `channels`; the operations are put aside.
    pub(super) fn channels(&mut self, value: &Out) -> Out {
        let Some(entries) = self.open(value) else { return value.clone() };
        let mut result = Vec::new();
        for entry in entries {
            let found = self.document.channels.iter().position(|channel| *channel.key.text == *entry.key);
            let known =
                found.and_then(|at| Some((ChannelId(u32::try_from(at).ok()?), self.document.channels.get(at)?)));
            match known {
                Some((id, channel)) => result.push(self.channel(entry, id, channel)),
                None => result.push(entry),
            }
        }
        Out::Map(result)
    }

    fn channel(&mut self, entry: Entry, id: ChannelId, channel: &Channel) -> Entry {
        let key = self.moved.channel(id).to_owned();
        // A channel that is a reference has no place for its address: what it leads to stands here.
        let is_reference = channel.location.pointer != pointer(&["channels", &channel.key.text]);
        let value = match self.context.find(self.piece.clone(), &channel.location.pointer) {
            Some(piece) if is_reference => Out::Source(piece),
            _ if is_reference => Out::anew(&channel.node),
            _ => entry.value.clone(),
        };
        let mut result = vec![Entry::text("address", channel.key.text.to_string())];
        let mut is_written = false;
        for field in self.open(&value).unwrap_or_default() {
            match field.key.as_str() {
                "publish" | "subscribe" => {
                    if !is_written {
                        result.extend(self.messages(&key, channel));
                        is_written = true;
                    }
                    self.operation(field, id, channel);
                }
                "servers" => result.push(self.channel_servers(field)),
                "parameters" => {
                    let mut field = field;
                    self.each(&mut field, Self::parameter);
                    result.push(field);
                }
                "deprecated" => result.push(self.keep_as_extension(field, "a channel")),
                "bindings" => result.push(self.bindings(field, Of::Channel)),
                "$ref" => {}
                _ => result.push(field),
            }
        }
        Entry { value: Out::Map(result), ..entry }.renamed(&key)
    }

    fn channel_servers(&mut self, field: Entry) -> Entry {
        let Some(items) = self.open_list(&field.value) else { return field };
        let refer = |item: Item| match &item.value {
            Out::Source(piece) => match piece.node.scalar_text() {
                Some(name) => Item { value: Out::reference(reference(&pointer(&["servers", name]))), ..item },
                None => item,
            },
            _ => item,
        };
        Entry { value: Out::List(items.into_iter().map(refer).collect()), ..field }
    }

    /// `messages` of a channel.
    fn messages(&mut self, key: &str, channel: &Channel) -> Option<Entry> {
        let mut entries = Vec::new();
        for own in &channel.messages {
            let Some(message) = self.document.messages.get(own.message.0 as usize) else { continue };
            let value = if is_component(self.document, message) {
                self.reference_to(&message.location)
            } else if let Some(place) = self.placed.get(&own.message) {
                Out::reference(reference(place))
            } else {
                self.placed.insert(own.message, pointer(&["channels", key, "messages", &own.key.text]));
                self.whole_message(message)
            };
            entries.push(Entry::new(&*own.key.text, value));
        }
        (!entries.is_empty()).then(|| Entry::new("messages", Out::Map(entries)))
    }

    fn reference_to(&self, location: &Location) -> Out {
        if location.file == self.document.root {
            return Out::reference(reference(&self.moved.pointer(&location.pointer)));
        }
        let path = self.document.sources.get(location.file).map(|file| file.path()).unwrap_or_default();
        Out::reference(format!("{path}{}", reference(&location.pointer)))
    }

    fn operation(&mut self, field: Entry, id: ChannelId, channel: &Channel) {
        let place = format!("{}/{}", channel.location.pointer, field.key);
        let found = self
            .document
            .operations
            .iter()
            .find(|operation| operation.channel == id && operation.location.pointer == place);
        let Some(operation) = found else { return };
        let own = if operation.derived { key_of(&operation.key.text) } else { operation.key.text.to_string() };
        let mut key = own.clone();
        let mut number = 2_usize;
        while !self.operation_keys.insert(key.clone()) {
            key = format!("{own}{number}");
            number += 1;
        }
        if key != own {
            let text = format!("two operations are called `{own}`: this one becomes `{key}`");
            self.note(&operation.node, text);
        }
        let fields = self.operation_fields(&field, operation, channel);
        self.operations.push(Entry { lead: field.lead, ..Entry::new(key, Out::Map(fields)) });
    }

    fn operation_fields(&mut self, field: &Entry, operation: &Operation, channel: &Channel) -> Vec<Entry> {
        let action = match operation.action.value {
            Action::Send => "send",
            Action::Receive => "receive",
        };
        let key = self.moved.channel(operation.channel).to_owned();
        let channel_pointer = pointer(&["channels", &key]);
        let mut result =
            vec![Entry::text("action", action), Entry::new("channel", Out::reference(reference(&channel_pointer)))];
        for entry in self.open(&field.value).unwrap_or_default() {
            match entry.key.as_str() {
                "operationId" => {}
                "message" => {
                    let comments = entry.lead.clone();
                    result.push(Entry { lead: comments, ..self.operation_messages(operation, channel, &key) });
                }
                "traits" => result.push(self.traits(entry, Self::operation_trait)),
                "security" => self.security(entry, &operation.node, &mut result),
                "deprecated" => result.push(self.keep_as_extension(entry, "an operation")),
                "bindings" => {
                    let entry = Self::with_trait(entry, &operation.node);
                    result.push(self.bindings(entry, Of::Operation));
                }
                _ => result.push(Self::with_trait(entry, &operation.node)),
            }
        }
        if !result.iter().any(|entry| entry.key == "messages") && !channel.messages.is_empty() {
            result.push(self.operation_messages(operation, channel, &key));
        }
        result
    }

    fn operation_messages(&self, operation: &Operation, channel: &Channel, key: &str) -> Entry {
        let refer = |at: &usize| {
            let message = channel.messages.get(*at)?;
            Some(Item::from(Out::reference(reference(&pointer(&["channels", key, "messages", &message.key.text])))))
        };
        Entry::new("messages", Out::List(operation.messages.iter().filter_map(refer).collect()))
    }

    /// `traits`, of which those that are no references are upgraded.
    pub(super) fn traits(&mut self, entry: Entry, work: impl Fn(&mut Self, Vec<Entry>, &Node) -> Vec<Entry>) -> Entry {
        let Some(mut items) = self.open_list(&entry.value) else { return entry };
        for item in &mut items {
            let Out::Source(piece) = &item.value else { continue };
            let node = piece.node.clone();
            if node.get("$ref").is_none()
                && let Some(fields) = self.open(&item.value)
            {
                item.value = Out::Map(work(self, fields, &node));
            }
        }
        Entry { value: Out::List(items), ..entry }
    }

    /// In 2.x, traits win over the object; in 3.x, the object wins. So it has to say what the trait said.
    pub(super) fn with_trait(entry: Entry, merged: &Node) -> Entry {
        match (entry.node(), merged.get(&entry.key)) {
            (Some(own), Some(merged)) if !own.same(merged) => Entry { value: Out::anew(merged), ..entry },
            _ => entry,
        }
    }

    pub(super) fn operation_trait(&mut self, entries: Vec<Entry>, node: &Node) -> Vec<Entry> {
        let mut result = Vec::new();
        for entry in entries {
            match entry.key.as_str() {
                "operationId" => result.push(self.keep_as_extension(entry, "a trait")),
                "security" => self.security(entry, node, &mut result),
                "bindings" => result.push(self.bindings(entry, Of::Operation)),
                _ => result.push(entry),
            }
        }
        result
    }

    /// The channels of `components` have no address: those that `channels` refers to stand there, the others are kept.
    pub(super) fn component_channels(&mut self, section: &mut Entry) {
        let entries = self.open(&section.value).unwrap_or_default();
        let is_used = |entry: &Entry| {
            let place = pointer(&["components", "channels", &entry.key]);
            self.document.channels.iter().any(|channel| channel.location.pointer == place)
        };
        let unused: Vec<Entry> = entries.into_iter().filter(|entry| !is_used(entry)).collect();
        if let Some(node) = unused.first().and_then(Entry::node).cloned() {
            self.note(&node, "a channel that nothing refers to is kept as it was, in `x-channels`");
            section.key = "x-channels".to_owned();
            section.spelled = None;
        }
        section.value = Out::Map(unused);
    }
}
