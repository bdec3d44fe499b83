//! Operations: what this side sends and receives on a channel, and what is answered.

use super::channel::Builder;
use super::message::lower_message;
use super::names::{self, Scope};
use super::{Expression, Receive, Reply, ReplyChannel, Send};
use crate::collections::SortedSet;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::lint;
use crate::document::{self, ExpressionSource, RuntimeExpression};
use crate::model::Name;

/// The scopes of a channel's module.
pub(super) struct Scopes {
    /// Types of the module.
    pub(super) types: Scope,
    /// Statics of the module.
    pub(super) statics: Scope,
    /// Methods of `Channel`, `Sender` and `Broadcast`.
    pub(super) sends: Scope,
    /// Methods of `Receiver`.
    pub(super) receives: Scope,
    /// Variants of the recording double.
    pub(super) sent: Scope,
}

impl Scopes {
    /// The scopes of a module that has nothing yet but what is ours.
    pub(super) fn new() -> Self {
        Self {
            types: Scope::reserving(names::CHANNEL_TYPES),
            statics: Scope::reserving(names::CHANNEL_STATICS),
            sends: Scope::reserving(names::SENDER),
            receives: Scope::reserving(names::RECEIVER),
            sent: Scope::default(),
        }
    }
}

/// What an operation has, whichever its direction.
struct Common {
    static_name: Name,
    messages: Vec<usize>,
    choice: Option<Name>,
    reply: Option<Reply>,
}

impl Builder<'_, '_> {
    /// An operation that goes out.
    pub(super) fn lower_send(
        &mut self,
        operation: &document::Operation,
        indices: &[usize],
        scopes: &mut Scopes,
    ) -> Send {
        let called = self.called(&operation.key.text, Some(&operation.node));
        let Common { static_name, messages, choice, reply } = self.lower_common(operation, &called, indices, scopes);
        Send {
            name: scopes.sends.prefixed(&names::snake(&called), "send_"),
            variant: scopes.sent.name(&names::camel(&called)),
            static_name,
            key: operation.key.text.to_string(),
            docs: self.docs(&operation.docs, operation.key.span),
            messages,
            choice,
            reply,
            bindings: super::channel::bindings(&operation.bindings),
        }
    }

    /// An operation that comes in.
    pub(super) fn lower_receive(
        &mut self,
        operation: &document::Operation,
        indices: &[usize],
        scopes: &mut Scopes,
    ) -> Receive {
        let called = self.called(&operation.key.text, Some(&operation.node));
        let Common { static_name, messages, choice, reply } = self.lower_common(operation, &called, indices, scopes);
        Receive {
            name: scopes.receives.prefixed(&names::snake(&called), "receive_"),
            static_name,
            key: operation.key.text.to_string(),
            docs: self.docs(&operation.docs, operation.key.span),
            messages,
            choice,
            reply,
            bindings: super::channel::bindings(&operation.bindings),
        }
    }

    fn lower_common(
        &mut self,
        operation: &document::Operation,
        key: &str,
        indices: &[usize],
        scopes: &mut Scopes,
    ) -> Common {
        let static_name = scopes.statics.name(&names::screaming(key));
        let choice = (indices.len() != 1).then(|| scopes.types.prefixed(&names::camel(key), "Any"));
        let reply = operation.reply.as_ref().and_then(|reply| self.lower_reply(operation, key, reply, scopes));
        Common { static_name, messages: indices.to_vec(), choice, reply }
    }

    fn lower_reply(
        &mut self,
        operation: &document::Operation,
        called: &str,
        reply: &document::Reply,
        scopes: &mut Scopes,
    ) -> Option<Reply> {
        let own = reply.channel.is_none_or(|channel| channel == operation.channel);
        let id = reply.channel.unwrap_or(operation.channel);
        let channel = self.document.channels.get(id.0 as usize)?;
        let mut chosen: Vec<usize> = reply.messages.clone();
        if chosen.is_empty() && !own {
            chosen = (0..channel.messages.len()).collect();
        }
        if chosen.is_empty() {
            self.sink.push(
                Diagnostic::new(
                    &lint::REPLY_WITHOUT_MESSAGE,
                    reply.span,
                    format!("the reply of operation `{}` has no message", operation.key.text),
                )
                .label("the operation is generated without a reply")
                .help("name the reply's messages under `messages`, or a `channel` that has some"),
            );
            return None;
        }
        let name = format!("{called} reply");
        let mut messages = Vec::new();
        let mut variants = Scope::default();
        let seen: SortedSet<usize> = chosen.into_iter().filter(|at| *at < channel.messages.len()).collect();
        for at in seen.iter().copied() {
            let Some(entry) = channel.messages.get(at) else { continue };
            let static_name = scopes.statics.name(&names::screaming(&format!("{name} {}", entry.key.text)));
            messages.extend(lower_message(self, entry, static_name, &mut variants));
        }
        let chosen: Vec<usize> = seen.into_iter().collect();
        let decision = self.reply_decision(id, &chosen, messages.len());
        Some(Reply {
            choice: (messages.len() != 1).then(|| scopes.types.prefixed(&names::camel(&name), "Any")),
            decision,
            static_name: scopes.statics.name(&names::screaming(&name)),
            channel: (!own).then(|| self.lower_reply_channel(channel, &name, scopes)),
            address_location: reply.address.as_ref().map(|location| expression(&location.value)),
            messages,
        })
    }

    fn lower_reply_channel(&mut self, channel: &document::Channel, name: &str, scopes: &mut Scopes) -> ReplyChannel {
        ReplyChannel {
            static_name: scopes.statics.name(&names::screaming(&format!("{name} channel"))),
            key: channel.key.text.to_string(),
            address: channel.address.as_ref().map(|address| address.value.clone()),
        }
    }
}

/// A runtime expression as the model has it.
pub(super) fn expression(expression: &RuntimeExpression) -> Expression {
    Expression { in_header: expression.source == ExpressionSource::Header, pointer: expression.pointer.clone() }
}
