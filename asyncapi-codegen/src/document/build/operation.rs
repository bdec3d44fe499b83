//! Operations of 3.x, and their replies.

use super::channel::{is_entry_of, not_of_the_document};
use super::read::expression_of;
use super::{Builder, entries, items};
use crate::diagnostic::suggest;
use crate::document::{Action, Channel, ChannelId, Location, Operation, Reply, Spanned};
use crate::source::{Key, Node};

impl Builder<'_> {
    /// The operations under the root's `operations`.
    pub(super) fn operations(&mut self, root: &Node) {
        for (key, node, pointer) in entries(root, "operations", "") {
            let location = self.root_location(pointer);
            let Some((node, mut way)) = self.follow(node, location) else { continue };
            let Some(location) = way.pop() else { continue };
            if let Some(operation) = self.operation(key, &node, location) {
                self.document.operations.push(operation);
            }
        }
    }

    fn operation(&mut self, key: &Key, node: &Node, location: Location) -> Option<Operation> {
        let node = self.with_traits(node);
        let action = node.get("action")?;
        let action = match action.as_str()? {
            "send" => Spanned { value: Action::Send, span: action.span() },
            "receive" => Spanned { value: Action::Receive, span: action.span() },
            _ => return None,
        };
        self.check_channel(&node);
        let channel = self.channel_of(&node)?;
        let security = self.security(&node, &location.pointer);
        Some(Operation {
            key: key.clone(),
            derived: false,
            docs: self.docs(&node),
            action,
            channel,
            messages: self.messages_of(&node, channel),
            reply: self.reply(&node, channel),
            security,
            bindings: self.bindings(&node),
            location,
            node,
        })
    }

    /// An operation of the document is about a channel of the document.
    fn check_channel(&mut self, node: &Node) {
        let Some(holder) = node.get("channel") else { return };
        let origin = Location { file: holder.span().file, pointer: "$".to_owned() };
        let way = self.follow(holder, origin).map(|(_, way)| way).unwrap_or_default();
        if way.get(1).is_some_and(|location| !is_entry_of(location, "channels")) {
            self.sink.push(not_of_the_document(holder, "channel", "channels"));
        }
    }

    fn reply(&mut self, node: &Node, own: ChannelId) -> Option<Reply> {
        let whole = node.get("reply")?;
        let span = whole.span();
        let node = self.resolved(whole)?;
        let address = node.get("address").and_then(|address| self.resolved(address));
        let channel = self.channel_of(&node);
        Some(Reply {
            address: address.and_then(|address| expression_of(&address, "location")),
            channel,
            messages: self.messages_of(&node, channel.unwrap_or(own)),
            span,
        })
    }

    /// Indices of the channel's messages that `messages` of `node` refers to; all, if it has no such field.
    fn messages_of(&self, node: &Node, channel: ChannelId) -> Vec<usize> {
        let Some(channel) = self.document.channels.get(channel.0 as usize) else { return Vec::new() };
        if node.get("messages").is_none() {
            return (0..channel.messages.len()).collect();
        }
        let prefix = format!("{}/messages/", channel.location.pointer);
        let mut found = Vec::new();
        for item in items(node, "messages") {
            let Some(target) = self.document.resolve(item) else {
                found.extend(meant(item, channel).filter(|at| !found.contains(at)));
                continue;
            };
            let key = target.location.pointer.strip_prefix(&prefix).filter(|key| !key.contains('/'));
            let Some(key) = key.filter(|_| target.location.file == channel.location.file) else { continue };
            let key = key.replace("~1", "/").replace("~0", "~");
            let at = channel.messages.iter().position(|message| *message.key.text == *key);
            found.extend(at.filter(|at| !found.contains(at)));
        }
        found
    }
}

/// The message that a broken reference probably means. The reference was reported; with this in its place, the stubs of
/// the faulty document fit the user's code, which then does not drown the report.
fn meant(item: &Node, channel: &Channel) -> Option<usize> {
    let wanted = item.get("$ref")?.as_str()?.rsplit('/').next()?;
    let key = suggest(wanted, channel.messages.iter().map(|message| &*message.key.text))?;
    channel.messages.iter().position(|message| *message.key.text == *key)
}
