//! What the user says of operations, and what goes out under the user's word: `match` and `x-match` on operations, and
//! the checks that keep a message from being taken for another.

use std::collections::HashMap;

use super::channel::Builder;
use super::choice::{Group, lower};
use super::operation::Scopes;
use super::{Check, Codec, Decision, DecisionRule, Message, Read, Receive, Reply, Send, Test, matches};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::check;
use crate::document::{self, ChannelId};

impl Builder<'_, '_> {
    /// Whether the user says which of their messages are an operation's.
    pub(super) fn is_told(&self, operation: &document::Operation) -> bool {
        let key = &*operation.key.text;
        let channel = self.document.channels.get(operation.channel.0 as usize);
        let is_message = channel.is_some_and(|channel| channel.messages.iter().any(|it| *it.key.text == *key));
        let by_option = !is_message && self.options.matches.iter().any(|given| given.message.value == key);
        by_option || operation.node.get("x-match").is_some()
    }

    /// What the user says of an operation's messages: the option counts before `x-match`. A key that a message of the
    /// channel has as well is about that.
    pub(super) fn said_of_operation(&mut self, operation: &document::Operation) -> Vec<(Read, Test)> {
        let key = &*operation.key.text;
        let channel = self.document.channels.get(operation.channel.0 as usize);
        let is_message = channel.is_some_and(|channel| channel.messages.iter().any(|it| *it.key.text == *key));
        if let Some(said) = self.options.matches.iter().find(|given| !is_message && given.message.value == key) {
            return said.tests.iter().map(matches::of_option).collect();
        }
        match operation.node.get("x-match").map(matches::conditions) {
            None => Vec::new(),
            Some(Ok(conditions)) => conditions,
            Some(Err(node)) => {
                let text = format!("`x-match` of operation `{key}` is not a condition");
                self.sink.push(
                    Diagnostic::new(&check::MATCH_NOT_A_CONDITION, node.span(), text)
                        .label(format!("found {}", node.kind()))
                        .help("write the properties and what stands there: `x-match: { type: join }`"),
                );
                Vec::new()
            }
        }
    }

    /// The checks of an operation's messages before they go out.
    pub(super) fn send_checks(
        &mut self,
        operation: &document::Operation,
        send: &Send,
        (messages, places): (&[Message], &HashMap<usize, usize>),
        group: Option<&Group>,
        scopes: &mut Scopes,
    ) -> Vec<Option<Check>> {
        let tests = self.said_of_operation(operation);
        let check = |index: &usize| {
            let message = messages.get(*index)?;
            let at = places.iter().find(|(_, place)| *place == index).map(|(at, _)| *at)?;
            let found = group.and_then(|group| group.check(operation.channel, at));
            if tests.is_empty() && found.is_none() {
                return None;
            }
            let (decision, own) = found.map_or((None, 0), |(decision, own)| (Some(decision), own));
            let name = format!("{}__{}", send.static_name.0, message.static_name.0);
            let lenient = group.is_some_and(Group::is_lenient) || message.codec != Codec::Json;
            Some(Check { static_name: scopes.statics.name(&name), decision, own, tests: tests.clone(), lenient })
        };
        send.messages.iter().map(check).collect()
    }
}

impl Group {
    /// How the peer tells one of the messages from the others; `None` where a valid message is taken for what it is.
    fn check(&self, channel: ChannelId, at: usize) -> Option<(Decision, usize)> {
        let own = self.owners.iter().position(|owner| *owner == (channel, at))?;
        if !self.risks.get(own).copied().unwrap_or(false) {
            return None;
        }
        let decision = lower(&self.verdict, self.owners.len(), false, |at| Some(*at));
        matches!(decision, Decision::Rules { .. }).then_some((decision, own))
    }
}

/// The checks of replies before they go out.
pub(super) fn reply_checks(reply: &Reply, risks: &[bool], scopes: &mut Scopes) -> Vec<Option<Check>> {
    let lenient = reply.messages.iter().any(|message| message.codec != Codec::Json);
    let check = |(own, message): (usize, &Message)| {
        if !risks.get(own).copied().unwrap_or(false) || reply.decision == Decision::Only {
            return None;
        }
        let static_name = scopes.statics.name(&format!("{}__FITS", message.static_name.0));
        Some(Check { static_name, decision: Some(reply.decision.clone()), own, tests: Vec::new(), lenient })
    };
    reply.messages.iter().enumerate().map(check).collect()
}

/// Which of some operations gets a message that they all receive: the indices of the decision are into `receives`.
pub(crate) fn decide_operation(receives: &[&Receive]) -> Decision {
    let mut reads: Vec<Read> = Vec::new();
    let mut rules = Vec::new();
    let mut otherwise = Vec::new();
    for (at, receive) in receives.iter().enumerate() {
        if receive.tests.is_empty() {
            // Of several without a word of the user's, the first.
            otherwise = if otherwise.is_empty() { vec![at] } else { otherwise };
            continue;
        }
        rules.push(DecisionRule { tests: placed(&receive.tests, &mut reads), messages: vec![at] });
    }
    if rules.is_empty() { Decision::Only } else { Decision::Rules { reads, rules, otherwise } }
}

/// Tests that must all hold, as a decision for message 0.
pub(crate) fn decide_tests(tests: &[(Read, Test)]) -> Decision {
    let mut reads = Vec::new();
    let rules = vec![DecisionRule { tests: placed(tests, &mut reads), messages: vec![0] }];
    Decision::Rules { reads, rules, otherwise: Vec::new() }
}

fn placed(tests: &[(Read, Test)], reads: &mut Vec<Read>) -> Vec<(usize, Test)> {
    let mut place = |read: &Read| {
        reads.iter().position(|other| other == read).unwrap_or_else(|| {
            reads.push(read.clone());
            reads.len() - 1
        })
    };
    tests.iter().map(|(read, test)| (place(read), test.clone())).collect()
}
