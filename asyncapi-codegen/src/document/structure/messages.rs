//! The messages of an operation or a reply are messages of its channel.

use super::{Place, Walk};
use crate::diagnostic::catalogue::load;
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::document::Target;
use crate::document::reference::reference_of;
use crate::document::reference::uri::{escape, unescape};
use crate::document::shape::Object;
use crate::source::Node;

impl Walk<'_, '_> {
    /// Resolves the references in `messages` of `node`, an operation or a reply.
    pub(super) fn messages_of_channel(&mut self, node: &Node, table: &Object, place: &Place<'_>) {
        let holder = match table.name {
            "Operation" => format!("operation `{}`", place.name),
            _ if place.name == "reply" => "the reply".to_owned(),
            _ => format!("reply `{}`", place.name),
        };
        let Some(messages) = node.get("messages").and_then(Node::as_array) else { return };
        let channel_reference = node.get("channel").and_then(reference_of).cloned();
        let channel = channel_reference.as_ref().and_then(|reference| {
            let target = self.resolver.follow(reference, self.sink)?.pop()?;
            Some((reference.as_str()?.to_owned(), target))
        });
        for message in messages {
            let Some(reference) = reference_of(message) else { continue };
            match &channel {
                Some((pointer, channel)) => self.message_of_channel(reference, pointer, channel, &holder),
                None => drop(self.resolver.follow(reference, self.sink)),
            }
        }
    }

    fn message_of_channel(&mut self, reference: &Node, pointer: &str, channel: &Target, holder: &str) {
        let text = reference.as_str().unwrap_or_default();
        let name = pointer.rsplit('/').next().and_then(unescape).unwrap_or_else(|| pointer.to_owned());
        let own = format!("{}/messages/", channel.location.pointer);
        let is_own = |target: &Target| {
            target.location.file == channel.location.file
                && target.location.pointer.strip_prefix(&own).is_some_and(|key| !key.contains('/'))
        };
        // `#/channels/chat/messages/hello`: what is wrong can be said better than by "leads nowhere".
        let key = text.strip_prefix(pointer).and_then(|rest| rest.strip_prefix("/messages/"));
        let known = channel.node.get("messages").and_then(Node::as_object);
        if key.is_some_and(|key| !key.contains(['/', '%', '~']) && known.is_none_or(|known| known.get(key).is_none())) {
            let may_advise = self.resolver.may_advise();
            let help = may_advise.then(|| only_or_like(text, &pointers(pointer, channel))).flatten();
            self.sink.push(not_in_channel(reference, &name, holder).label("not defined").maybe_help(help));
            return;
        }
        let Some(steps) = self.resolver.follow(reference, self.sink) else { return };
        if steps.first().is_some_and(is_own) {
            return;
        }
        // Such as `#/components/messages/hello`: the channel may have it under a key of its own.
        let last = steps.last().map(|target| &target.location);
        let known = known.filter(|_| self.resolver.may_advise());
        let same = known.into_iter().flat_map(|object| object.iter()).position(|(_, message)| {
            let Some(reference) = reference_of(message) else { return false };
            let steps = self.resolver.follow(reference, self.sink);
            steps.and_then(|mut steps| steps.pop()).is_some_and(|target| Some(&target.location) == last)
        });
        let help = match same.and_then(|at| pointers(pointer, channel).into_iter().nth(at)) {
            Some(pointer) => format!("refer to it where the channel has it: `{pointer}`"),
            None => format!("add the message to the channel, and refer to it there: `{pointer}/messages/…`"),
        };
        self.sink.push(not_in_channel(reference, &name, holder).label("not one of the channel's messages").help(help));
    }
}

/// The pointers to the messages of a channel.
fn pointers(pointer: &str, channel: &Target) -> Vec<String> {
    let known = channel.node.get("messages").and_then(Node::as_object);
    let keys = known.into_iter().flat_map(|object| object.iter()).map(|(key, _)| escape(&key.text));
    keys.map(|key| format!("{pointer}/messages/{key}")).collect()
}

fn not_in_channel(reference: &Node, channel: &str, holder: &str) -> Diagnostic {
    let message = format!("{holder} refers to a message that channel `{channel}` does not have");
    Diagnostic::new(&load::MESSAGE_NOT_IN_CHANNEL, reference.span(), message)
}

/// What is like it, or what is the only one.
fn only_or_like(text: &str, pointers: &[String]) -> Option<String> {
    let like = did_you_mean(text, pointers.iter().map(String::as_str));
    like.or_else(|| match pointers {
        [only] => Some(format!("did you mean `{only}`?")),
        [] => Some("the channel has no messages".to_owned()),
        many => {
            Some(format!("the channel has {}", many.iter().map(|p| format!("`{p}`")).collect::<Vec<_>>().join(", ")))
        }
    })
}
