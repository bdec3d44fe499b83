//! 2.0–2.6 → 3.x: channels with `publish` and `subscribe` become channels and operations.
//!
//! | 2.x | here |
//! |---|---|
//! | a key of `channels` | key and address of the channel |
//! | `subscribe` | an operation that sends |
//! | `publish` | an operation that receives |
//! | `operationId`; else action and channel | the operation's key |
//! | `message`, also several in `oneOf` | messages of the channel, each once |
//! | `messageId`, `name`, component key, name of the payload's schema, `title`; else the operation's key | the message's key |

use super::channel::with_parameters;
use super::read::spanned;
use super::{Builder, entries, items};
use crate::collections::{HashMap, HashSet};
use crate::diagnostic::catalogue::load;
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::document::reference::reference_of;
use crate::document::{
    Action, Channel, ChannelId, ChannelMessage, Location, Message, MessageId, Operation, ServerId, Spanned,
};
use crate::source::{Key, Node, Span};

/// The messages of a channel while its operations are read.
#[derive(Default)]
struct Messages {
    list: Vec<ChannelMessage>,
    at: HashMap<MessageId, usize>,
    keys: HashSet<String>,
    /// Each `oneOf` of the operation that is being read: it adds nothing a second time.
    one_of: HashSet<Location>,
}

/// The chain of `oneOf` within `oneOf` is followed so far.
const DEEPEST: usize = 64;

impl Builder<'_> {
    /// The channels of a 2.x document, with their operations.
    pub(super) fn upgrade_channels(&mut self, root: &Node) {
        for (key, node, pointer) in entries(root, "channels", "") {
            let location = self.root_location(pointer);
            let Some((node, way)) = self.follow(node, location) else { continue };
            if let (Some(location), true) = (way.last(), node.as_object().is_some()) {
                let node = with_parameters(&self.document.references, node);
                self.upgrade_channel(key, &node, location);
            }
        }
    }

    fn upgrade_channel(&mut self, key: &Key, node: &Node, location: &Location) {
        let Ok(index) = u32::try_from(self.document.channels.len()) else { return };
        let mut messages = Messages::default();
        for (field, action) in [("publish", Action::Receive), ("subscribe", Action::Send)] {
            let Some((field, operation)) = node.as_object().and_then(|object| object.entry(field)) else { continue };
            if operation.as_object().is_some() {
                let action = Spanned { value: action, span: field.span };
                let pointer = format!("{}/{}", location.pointer, field.text);
                let location = Location { file: location.file, pointer };
                self.upgrade_operation(key, operation, action, location, ChannelId(index), &mut messages);
            }
        }
        let channel = Channel {
            key: key.clone(),
            docs: self.docs(node),
            address: Some(Spanned { value: key.text.to_string(), span: key.span }),
            messages: messages.list,
            parameters: self.parameters(node),
            servers: self.servers_by_name(node),
            bindings: self.bindings(node),
            location: location.clone(),
            node: node.clone(),
        };
        self.document.channels.push(channel);
    }

    fn upgrade_operation(
        &mut self,
        channel_key: &Key,
        node: &Node,
        action: Spanned<Action>,
        location: Location,
        channel: ChannelId,
        messages: &mut Messages,
    ) {
        let node = self.with_traits(node);
        let id = spanned(&node, "operationId");
        let derived = id.is_none();
        let key = match id {
            Some(id) => Key { text: id.value.into(), span: id.span },
            None => derived_key(channel_key, &action),
        };
        let mut found = Vec::new();
        messages.one_of = HashSet::new();
        if let Some(message) = node.get("message") {
            let pointer = format!("{}/message", location.pointer);
            let location = Location { file: message.span().file, pointer };
            self.upgrade_messages(message, location, &key, messages, &mut found, 0);
        }
        let security = self.security(&node, &location.pointer);
        self.document.operations.push(Operation {
            key,
            derived,
            docs: self.docs(&node),
            action,
            channel,
            messages: found,
            reply: None,
            security,
            bindings: self.bindings(&node),
            location,
            node,
        });
    }

    /// The message at `node`, or the several under its `oneOf`.
    fn upgrade_messages(
        &mut self,
        node: &Node,
        location: Location,
        operation: &Key,
        messages: &mut Messages,
        found: &mut Vec<usize>,
        depth: usize,
    ) {
        let Some((target, way)) = self.follow(node, location.clone()) else { return };
        if target.get("oneOf").is_some() {
            let Some(location) = way.last().filter(|_| depth < DEEPEST) else { return };
            if !messages.one_of.insert(location.clone()) {
                return;
            }
            for (at, item) in items(&target, "oneOf").iter().enumerate() {
                let location = Location { file: location.file, pointer: format!("{}/oneOf/{at}", location.pointer) };
                self.upgrade_messages(item, location, operation, messages, found, depth + 1);
            }
            return;
        }
        let Some(message) = self.message(node, location) else { return };
        let at = match messages.at.get(&message) {
            Some(at) => *at,
            None => {
                let Some(whole) = self.document.messages.get(message.0 as usize) else { return };
                let key = messages.unique(message_key(whole, operation));
                let matches = whole.node.get("x-match").cloned();
                let at = messages.list.len();
                messages.at.insert(message, at);
                messages.list.push(ChannelMessage { key, message, docs: Default::default(), matches });
                at
            }
        };
        if !found.contains(&at) {
            found.push(at);
        }
    }

    fn servers_by_name(&mut self, node: &Node) -> Vec<ServerId> {
        let mut servers = Vec::new();
        for name in items(node, "servers") {
            let Some(text) = name.as_str() else { continue };
            match self.ids.servers_by_key.get(text) {
                Some(id) => servers.extend(*id),
                None => {
                    let keys = self.ids.servers_by_key.keys().map(String::as_str);
                    let fault =
                        Diagnostic::new(&load::UNKNOWN_NAME, name.span(), format!("server `{text}` is not defined"))
                            .label("not in `servers`")
                            .maybe_help(did_you_mean(text, keys));
                    self.sink.push(fault);
                }
            }
        }
        servers
    }
}

impl Messages {
    /// The key, with a number behind it if another message has it.
    fn unique(&mut self, key: Key) -> Key {
        let mut text = key.text.to_string();
        let mut number = 2_usize;
        while !self.keys.insert(text.clone()) {
            text = format!("{}{number}", key.text);
            number += 1;
        }
        Key { text: text.into(), span: key.span }
    }
}

/// The key of an operation that has none: it depends on nothing but its action and its channel.
fn derived_key(channel: &Key, action: &Spanned<Action>) -> Key {
    let verb = match action.value {
        Action::Send => "send",
        Action::Receive => "receive",
    };
    Key { text: format!("{verb} {}", channel.text).into(), span: action.span }
}

/// The channel's key for a message: the best name that it has.
fn message_key(message: &Message, operation: &Key) -> Key {
    let own = message.message_id.as_ref().or(message.name.as_ref());
    if let Some(own) = own.filter(|own| !own.value.is_empty()) {
        return Key { text: own.value.as_str().into(), span: own.span };
    }
    if let Some(key) = &message.key {
        return key.clone();
    }
    let schema = message.payload.as_ref().and_then(|payload| schema_name(&payload.schema));
    let title =
        || message.docs.title.clone().filter(|title| !title.is_empty()).map(|title| (title, span_of_title(message)));
    match schema.or_else(title) {
        Some((text, span)) => Key { text: text.into(), span },
        None => operation.clone(),
    }
}

/// The last segment of a payload's `$ref` into a document.
fn schema_name(schema: &Node) -> Option<(String, Span)> {
    let reference = reference_of(schema)?;
    let (_, pointer) = reference.as_str()?.split_once('#')?;
    let name = pointer.rsplit_once('/')?.1;
    (!name.is_empty()).then(|| (name.replace("~1", "/").replace("~0", "~"), reference.span()))
}

fn span_of_title(message: &Message) -> Span {
    message.node.get("title").map_or(message.node.span(), Node::span)
}
