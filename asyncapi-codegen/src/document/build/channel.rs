//! Channels of 3.x.

use super::read::{expression_of, spanned, spanned_list, text};
use super::{Builder, entries, items, resolved};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::load;
use crate::document::reference::reference_of;
use crate::document::{Channel, ChannelId, Location, Parameter, References, ServerId};
use crate::source::{Key, Node, Object, Value};

impl Builder<'_> {
    /// The channels under the root's `channels`.
    pub(super) fn channels(&mut self, root: &Node) {
        let mut ways = Vec::new();
        for (key, node, pointer) in entries(root, "channels", "") {
            let location = self.root_location(pointer);
            let Some((node, way)) = self.follow(node, location) else { continue };
            let node = with_parameters(&self.document.references, node);
            if let Some(id) = self.add_channel(key, &node, &way, true) {
                ways.push((id, way));
            }
        }
        // Only now, so that a channel that another one refers to keeps its own id.
        for (id, way) in ways {
            for location in way {
                self.ids.channels.entry(location).or_insert(id);
            }
        }
    }

    /// The channel that `holder`, an operation or a reply, refers to.
    pub(super) fn channel_of(&mut self, holder: &Node) -> Option<ChannelId> {
        let reference = holder.get("channel")?;
        let origin = Location { file: reference.span().file, pointer: "$".to_owned() };
        let (node, way) = self.follow(reference, origin)?;
        let way = way.get(1..)?;
        if let Some(id) = way.iter().find_map(|location| self.ids.channels.get(location)) {
            return Some(*id);
        }
        let key = self.key_at(way.first()?)?;
        let node = with_parameters(&self.document.references, node);
        let id = self.add_channel(&key, &node, way, false)?;
        for location in way {
            self.ids.channels.entry(location.clone()).or_insert(id);
        }
        Some(id)
    }

    fn add_channel(&mut self, key: &Key, node: &Node, way: &[Location], of_root: bool) -> Option<ChannelId> {
        node.as_object()?;
        let location = way.last()?.clone();
        if let Some(first) = way.first() {
            // Its own id must be known before anybody asks for it by another way.
            let id = ChannelId(u32::try_from(self.document.channels.len()).ok()?);
            self.ids.channels.insert(first.clone(), id);
        }
        let messages = entries(node, "messages", &location.pointer).filter_map(|(key, message, pointer)| {
            self.channel_message(key, message, Location { file: location.file, pointer })
        });
        let messages = messages.collect();
        let id = ChannelId(u32::try_from(self.document.channels.len()).ok()?);
        let channel = Channel {
            key: key.clone(),
            docs: self.docs(node),
            address: node.get("address").filter(|address| !address.is_null()).and_then(|_| spanned(node, "address")),
            messages,
            parameters: self.parameters(node),
            servers: self.channel_servers(node, of_root),
            bindings: self.bindings(node),
            location,
            node: node.clone(),
        };
        self.document.channels.push(channel);
        Some(id)
    }

    pub(super) fn parameters(&self, node: &Node) -> Vec<Parameter> {
        let parameters = entries(node, "parameters", "").filter_map(|(key, node, _)| {
            let node = self.resolved(node)?;
            let schema = node.get("schema").cloned();
            // In 3.x the parameter says itself what its schema says in 2.x.
            let values = schema.as_ref().and_then(|schema| self.resolved(schema)).unwrap_or_else(|| node.clone());
            Some(Parameter {
                key: key.clone(),
                description: text(&node, "description").or_else(|| text(&values, "description")),
                values: spanned_list(&values, "enum"),
                default: spanned(&values, "default"),
                examples: spanned_list(&values, "examples"),
                location: expression_of(&node, "location"),
                schema,
            })
        });
        parameters.collect()
    }

    fn channel_servers(&mut self, node: &Node, of_root: bool) -> Vec<ServerId> {
        let servers = items(node, "servers").iter().filter_map(|item| {
            let origin = Location { file: item.span().file, pointer: "$".to_owned() };
            let (_, way) = self.follow(item, origin)?;
            let way = way.get(1..)?;
            let is_known = way.first().is_some_and(|location| is_entry_of(location, "servers"));
            if of_root && !is_known {
                self.sink.push(not_of_the_document(item, "server", "servers"));
            }
            way.iter().find_map(|location| self.ids.servers.get(location)).copied()
        });
        servers.collect()
    }
}

/// The channel with its parameters in it, if it has them by a reference to all of them.
pub(crate) fn with_parameters(references: &References, node: Node) -> Node {
    let referred = node.get("parameters").filter(|parameters| reference_of(parameters).is_some());
    let all = referred.and_then(|parameters| resolved(references, parameters));
    let (Some(object), Some(all)) = (node.as_object(), all) else { return node };
    let entries = object.iter().map(|(key, value)| {
        let value = if &*key.text == "parameters" { &all } else { value };
        (key.clone(), value.clone())
    });
    Node::new(node.span(), Value::Object(Object::new(entries.collect())))
}

/// Whether the location is `/<field>/…` of a document.
pub(super) fn is_entry_of(location: &Location, field: &str) -> bool {
    let rest = location.pointer.strip_prefix('/').and_then(|rest| rest.strip_prefix(field));
    rest.and_then(|rest| rest.strip_prefix('/')).is_some_and(|key| !key.contains('/'))
}

/// A reference to a definition in `components` where one to what the document uses belongs.
pub(super) fn not_of_the_document(holder: &Node, what: &str, field: &str) -> Diagnostic {
    let reference = reference_of(holder).unwrap_or(holder);
    let text = reference.as_str().unwrap_or_default();
    let key = text.rsplit('/').next().unwrap_or_default();
    Diagnostic::new(&load::WRONG_TARGET, reference.span(), format!("`{text}` is not a {what} of the document"))
        .label(format!("not under the root's `{field}`"))
        .help(format!("put it under `{field}`, by a reference if you like, and refer to `#/{field}/{key}`"))
}
