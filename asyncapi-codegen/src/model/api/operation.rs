//! Operations: what this side sends and receives on a channel, and what is answered.

use super::channel::Builder;
use super::correlate::inherited;
use super::dispatch::reply_checks;
use super::message::lower_message;
use super::names::{self, Scope};
use super::{Expression, Message, Receive, Reply, ReplyChannel, Send};
use crate::collections::{HashMap, SortedSet};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::lint;
use crate::document::{self, ChannelId, Document, ExpressionSource, RuntimeExpression};
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
            checks: Vec::new(),
            reply,
            needs: self.lower_needs(operation, &called, scopes),
            bindings: self.bindings(super::bindings::Holder::Operation, &operation.bindings),
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
        let name = scopes.receives.prefixed(&names::snake(&called), "receive_");
        Receive {
            authorization: self.lower_authorization(operation, &called, scopes),
            name,
            static_name,
            key: operation.key.text.to_string(),
            docs: self.docs(&operation.docs, operation.key.span),
            messages,
            choice,
            tests: self.said_of_operation(operation),
            reply,
            bindings: self.bindings(super::bindings::Holder::Operation, &operation.bindings),
        }
    }

    /// What a sender has to present; nothing if an alternative asks for nothing that a peer can see.
    fn lower_needs(&self, operation: &document::Operation, called: &str, scopes: &mut Scopes) -> Option<super::Needs> {
        let security = self.lower_security(&operation.security);
        let asks = security.iter().all(|alternative| alternative.schemes.iter().any(super::server::is_presented));
        if !asks || security.is_empty() {
            return None;
        }
        let static_name = scopes.statics.name(&names::screaming(&format!("{called} needs")));
        Some(super::Needs { static_name, security })
    }

    fn lower_authorization(
        &self,
        operation: &document::Operation,
        called: &str,
        scopes: &mut Scopes,
    ) -> Option<super::Authorization> {
        let security = self.lower_security(&operation.security);
        if security.is_empty() {
            return None;
        }
        Some(super::Authorization {
            credentials: scopes.types.name(&names::camel(&format!("{called} credentials"))),
            method: scopes.receives.name(&names::snake(&format!("authorize {called}"))),
            tried: super::server::tried(&security),
            security,
        })
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
        let chosen: SortedSet<usize> = self.reply_messages(operation, reply, id).into_iter().collect();
        if chosen.is_empty() {
            let text = format!("the reply of operation `{}` has no message", operation.key.text);
            self.sink.push(
                Diagnostic::new(&lint::REPLY_WITHOUT_MESSAGE, reply.span, text)
                    .label("whatever comes is passed on as it is, unchecked")
                    .help("name the reply's messages under `messages`, or a `channel` that has some"),
            );
        }
        let asked = messages_at(self.document, operation.channel, &operation.messages);
        let name = format!("{called} reply");
        let mut messages = Vec::new();
        let mut variants = Scope::default();
        for entry in chosen.iter().filter_map(|at| channel.messages.get(*at)) {
            let static_name = scopes.statics.name(&names::screaming(&format!("{name} {}", entry.key.text)));
            let Some(mut message) = lower_message(self, entry, static_name, &mut variants) else { continue };
            if let Some(own) = self.document.messages.get(entry.message.0 as usize)
                && message.correlation.is_none()
            {
                message.correlation = inherited(self.document, own, &asked, false);
            }
            messages.push(message);
        }
        let chosen: Vec<usize> = chosen.into_iter().collect();
        let told = self.reply_decision(operation.channel, id, &chosen);
        let mut lowered = Reply {
            choice: (messages.len() > 1).then(|| scopes.types.prefixed(&names::camel(&name), "Any")),
            decision: told.decision,
            claims: told.claims,
            pushed: told.pushed,
            checks: Vec::new(),
            static_name: scopes.statics.name(&names::screaming(&name)),
            channel: (!own).then(|| self.lower_reply_channel(channel, &name, scopes)),
            address_location: reply.address.as_ref().map(|location| expression(&location.value)),
            messages,
        };
        lowered.checks = reply_checks(&lowered, &told.risks, scopes);
        Some(lowered)
    }

    /// The messages of a reply. Where the document names none, they are all of the channel's; on the request's own
    /// channel, those that are no request, if there are some.
    fn reply_messages(
        &self,
        operation: &document::Operation,
        reply: &document::Reply,
        channel: ChannelId,
    ) -> Vec<usize> {
        let mut node = operation.node.get("reply").cloned();
        while let Some(target) = node.as_ref().and_then(|node| self.document.resolve(node)) {
            node = Some(target.node.clone());
        }
        let named = node.is_some_and(|node| node.get("messages").is_some());
        let others: Vec<usize> = reply.messages.iter().copied().filter(|at| !operation.messages.contains(at)).collect();
        let all = named || channel != operation.channel || others.is_empty();
        if all { reply.messages.clone() } else { others }
    }

    /// Where the requests of an operation carry the id, if the document says it of the replies alone; a lint where nobody
    /// says it and the protocol has no means of its own.
    pub(super) fn correlate_requests(
        &mut self,
        operation: &document::Operation,
        places: &HashMap<usize, usize>,
        messages: &mut [Message],
    ) {
        let Some(reply) = &operation.reply else { return };
        let id = reply.channel.unwrap_or(operation.channel);
        let replies = self.reply_messages(operation, reply, id);
        for at in &operation.messages {
            let Some(message) = places.get(at).and_then(|place| messages.get_mut(*place)) else { continue };
            let own = messages_at(self.document, operation.channel, &[*at]);
            if let [own] = own.as_slice()
                && message.correlation.is_none()
            {
                message.correlation = inherited(self.document, own, &messages_at(self.document, id, &replies), true);
            }
            if message.correlation.is_none() && self.is_on_websocket(operation.channel) {
                let text = format!("the requests of operation `{}` have no correlation id", operation.key.text);
                self.sink.push(
                    Diagnostic::new(&lint::REQUEST_WITHOUT_ID, reply.span, text)
                        .label("over WebSocket there is no telling which reply is whose")
                        .help("give request and reply a `correlationId` whose `location` is in the payload"),
                );
                return;
            }
        }
    }

    fn is_on_websocket(&self, channel: ChannelId) -> bool {
        let Some(channel) = self.document.channels.get(channel.0 as usize) else { return false };
        let is_socket =
            |server: &document::Server| matches!(&*server.protocol.value.to_ascii_lowercase(), "ws" | "wss");
        match channel.servers.as_slice() {
            [] => self.document.servers.iter().any(is_socket),
            some => some.iter().filter_map(|id| self.document.servers.get(id.0 as usize)).any(is_socket),
        }
    }

    fn lower_reply_channel(&mut self, channel: &document::Channel, name: &str, scopes: &mut Scopes) -> ReplyChannel {
        ReplyChannel {
            static_name: scopes.statics.name(&names::screaming(&format!("{name} channel"))),
            key: channel.key.text.to_string(),
            address: channel.address.as_ref().map(|address| address.value.clone()),
        }
    }
}

fn messages_at<'d>(document: &'d Document, channel: ChannelId, indices: &[usize]) -> Vec<&'d document::Message> {
    let Some(channel) = document.channels.get(channel.0 as usize) else { return Vec::new() };
    let entries = indices.iter().filter_map(|at| channel.messages.get(*at));
    entries.filter_map(|entry| document.messages.get(entry.message.0 as usize)).collect()
}

/// A runtime expression as the model has it.
pub(super) fn expression(expression: &RuntimeExpression) -> Expression {
    Expression { in_header: expression.source == ExpressionSource::Header, pointer: expression.pointer.clone() }
}
