//! Which messages share a connection, and so have to be told apart: per channel, per address, and per reply.

use super::channel::Builder;
use super::decide::{self, Candidate, Form, Verdict};
use super::facts::Facts;
use super::message::encoding;
use super::{Codec, Decision, DecisionRule, Read, Test, matches};
use crate::collections::{HashMap, SortedMap, SortedSet};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::{check, lint};
use crate::document::{self, ChannelId, MessageId};
use crate::model::Literal;
use crate::model::schema::understood;
use crate::options::Match;
use crate::source::Node;

/// Whose the candidates are: channel, and index into its messages.
type Owners = Vec<(ChannelId, usize)>;

/// The channels of one address, and how the messages that come in there are told apart.
pub(super) struct Group {
    pub(super) owners: Owners,
    pub(super) verdict: Verdict,
    /// Which of the messages may be taken for another though they are valid.
    pub(super) risks: Vec<bool>,
    lenient: bool,
}

/// How a reply is told.
pub(super) struct ReplyTold {
    /// Its messages among themselves.
    pub(super) decision: Decision,
    /// Its messages among all that comes in there, if that can be told.
    pub(super) claims: Option<Decision>,
    /// Whether some of its messages also come by themselves.
    pub(super) pushed: bool,
    /// Which of the messages may be taken for another though they are valid.
    pub(super) risks: Vec<bool>,
}

impl Group {
    /// Whether several channels receive at the address.
    pub(super) fn is_shared(&self) -> bool {
        self.owners.windows(2).any(|pair| matches!(pair, [(left, _), (right, _)] if left != right))
    }

    /// Whether some of the messages are not JSON.
    pub(super) fn is_lenient(&self) -> bool {
        self.lenient
    }

    /// The decision as one of the channels sees it, in the indices that `places` gives its messages.
    pub(super) fn decision(&self, channel: ChannelId, places: &HashMap<usize, usize>) -> Decision {
        let own = |candidate: &usize| {
            let (owner, at) = self.owners.get(*candidate)?;
            if *owner == channel { places.get(at).copied() } else { None }
        };
        lower(&self.verdict, self.owners.len(), true, own)
    }
}

/// A verdict as a decision: `own` gives the index of a candidate of this channel. Without `fallbacks`, a message is none
/// but what its rule says.
pub(super) fn lower(
    verdict: &Verdict,
    candidates: usize,
    fallbacks: bool,
    own: impl Fn(&usize) -> Option<usize>,
) -> Decision {
    if candidates < 2 {
        return Decision::Only;
    }
    let mut reads: Vec<Read> = Vec::new();
    let mut place = |read: &Read| {
        let known = reads.iter().position(|other| other == read);
        known.unwrap_or_else(|| {
            reads.push(read.clone());
            reads.len() - 1
        })
    };
    let rule = |rule: &decide::Rule| DecisionRule {
        tests: rule.tests.iter().map(|(read, test)| (place(read), test.clone())).collect(),
        messages: rule
            .messages
            .iter()
            .chain(fallbacks.then_some(&rule.fallback).into_iter().flatten())
            .filter_map(&own)
            .collect(),
    };
    let rules = verdict.rules.iter().map(rule).collect();
    Decision::Rules { rules, otherwise: verdict.otherwise.iter().filter_map(&own).collect(), reads }
}

impl<'d> Builder<'_, 'd> {
    /// The groups of channels on one address, by channel.
    pub(super) fn groups(
        &mut self,
        operations: &SortedMap<ChannelId, Vec<&'d document::Operation>>,
        lints: bool,
    ) -> HashMap<ChannelId, std::rc::Rc<Group>> {
        let mut by_address: SortedMap<(Option<&str>, Option<ChannelId>), Owners> = SortedMap::new();
        for (id, operations) in operations {
            let Some(channel) = self.document.channels.get(id.0 as usize) else { continue };
            let mut incoming: Vec<usize> = operations.iter().flat_map(|it| it.messages.iter().copied()).collect();
            incoming.sort_unstable();
            incoming.dedup();
            let address = channel.address.as_ref().map(|address| address.value.as_str());
            // A channel without an address is alone: what it will be is known at run time only.
            let key = (address, address.is_none().then_some(*id));
            by_address.or_default(key).extend(incoming.into_iter().map(|at| (*id, at)));
        }
        let mut groups = HashMap::new();
        for owners in by_address.into_values() {
            let candidates: Vec<_> = owners.iter().map(|(id, at)| self.candidate(*id, *at)).collect();
            let verdict = decide::decide(&candidates);
            // The name of an event tells what the payload does not.
            let told = owners.iter().all(|(id, _)| self.streams_events(*id));
            if lints && !told {
                self.lint_doubts(&owners, &candidates, &verdict);
            }
            let risks = if told { vec![false; owners.len()] } else { decide::risks(&candidates, &verdict) };
            let lenient = candidates.iter().any(|candidate| candidate.form != Form::Json);
            let group = std::rc::Rc::new(Group { owners, verdict, risks, lenient });
            for (id, _) in &group.owners {
                groups.insert(*id, std::rc::Rc::clone(&group));
            }
        }
        groups
    }

    /// How the messages of a reply are told; `chosen` are indices into the messages of its channel.
    pub(super) fn reply_decision(&mut self, requests: ChannelId, channel: ChannelId, chosen: &[usize]) -> ReplyTold {
        let mut owners: Owners = chosen.iter().map(|at| (channel, *at)).collect();
        let mut candidates: Vec<_> = owners.iter().map(|(id, at)| self.candidate(*id, *at)).collect();
        let verdict = decide::decide(&candidates);
        self.lint_doubts(&owners, &candidates, &verdict);
        let decision = lower(&verdict, chosen.len(), true, |at| Some(*at));
        let risks = decide::risks(&candidates, &verdict);
        let own: SortedSet<MessageId> = owners.iter().filter_map(|owner| self.message_id(*owner)).collect();
        let others = self.also_there(requests, channel);
        let pushed =
            others.iter().any(|(owner, comes)| *comes && self.message_id(*owner).is_some_and(|it| own.contains(&it)));
        for (owner, _) in others {
            if self.message_id(owner).is_some_and(|id| !own.contains(&id)) && !owners.contains(&owner) {
                owners.push(owner);
                candidates.push(self.candidate(owner.0, owner.1));
            }
        }
        let claims = (owners.len() > chosen.len() && !chosen.is_empty())
            .then(|| lower(&decide::decide(&candidates), owners.len(), true, |at| (*at < chosen.len()).then_some(*at)));
        let tells = |decision: &Decision| matches!(decision, Decision::Rules { rules, .. } if rules.iter().any(|rule| rule.messages.is_empty()));
        ReplyTold { decision, claims: claims.filter(tells), pushed, risks }
    }

    /// What else may come where a reply comes: all that the channels of its address have, and whether it comes by itself.
    fn also_there(&self, requests: ChannelId, replies: ChannelId) -> Vec<((ChannelId, usize), bool)> {
        let address = |id: ChannelId| {
            let channel = self.document.channels.get(id.0 as usize)?;
            channel.address.as_ref().map(|address| address.value.as_str())
        };
        // On a socket, the reply comes where the request went.
        let same = |id: ChannelId| {
            id == replies
                || id == requests
                || address(id).is_some_and(|it| Some(it) == address(replies) || Some(it) == address(requests))
        };
        let mut found = Vec::new();
        for id in (0..self.document.channels.len())
            .filter_map(|at| u32::try_from(at).ok())
            .map(ChannelId)
            .filter(|id| same(*id))
        {
            let Some(channel) = self.document.channels.get(id.0 as usize) else { continue };
            let comes = |at: &usize| self.incoming.get(&id).is_some_and(|incoming| incoming.contains(at));
            found.extend((0..channel.messages.len()).map(|at| ((id, at), comes(&at))));
        }
        found
    }

    fn message_id(&self, (id, at): (ChannelId, usize)) -> Option<MessageId> {
        Some(self.document.channels.get(id.0 as usize)?.messages.get(at)?.message)
    }

    fn candidate(&mut self, id: ChannelId, at: usize) -> Candidate {
        let document = self.document;
        let entry = document.channels.get(id.0 as usize).and_then(|channel| channel.messages.get(at));
        let Some(entry) = entry else { return Candidate::default() };
        let Some(message) = document.messages.get(entry.message.0 as usize) else { return Candidate::default() };
        let facts = |schema: &Option<document::Payload>| {
            let own = schema.as_ref().filter(|schema| schema.format.as_ref().is_none_or(|it| understood(&it.value)));
            own.map(|schema| Facts::of(document, &schema.schema)).unwrap_or_default()
        };
        let (codec, content_type) = encoding(document, message);
        let payload = if codec == Codec::Json { facts(&message.payload) } else { Facts::default() };
        Candidate {
            kept: self.options.keep_unknown || payload.kept,
            payload,
            content_type: content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase(),
            headers: facts(&message.headers),
            form: form(codec),
            explicit: self.explicit(id, &entry.key.text, entry.matches.as_ref()),
        }
    }

    /// What the user says of a message: the option counts before `x-match`.
    fn explicit(&mut self, id: ChannelId, key: &str, matches: Option<&Node>) -> Vec<(Read, Test)> {
        let channel = self.document.channels.get(id.0 as usize).map_or("", |channel| &*channel.key.text);
        let whole = format!("{channel}.{key}");
        let named = |given: &&Match| given.message.value == key || given.message.value == whole;
        if let Some(said) = self.options.matches.iter().find(named) {
            return said.tests.iter().map(matches::of_option).collect();
        }
        match matches.map(matches::conditions) {
            None => Vec::new(),
            Some(Ok(conditions)) => conditions,
            Some(Err(node)) => {
                let text = format!("`x-match` of message `{key}` is not a condition");
                self.sink.push(
                    Diagnostic::new(&check::MATCH_NOT_A_CONDITION, node.span(), text)
                        .label(format!("found {}", node.kind()))
                        .help("write the properties and what stands there: `x-match: { type: join }`"),
                );
                Vec::new()
            }
        }
    }

    fn lint_doubts(&mut self, owners: &[(ChannelId, usize)], candidates: &[Candidate], verdict: &Verdict) {
        let mut undecided: SortedMap<usize, Vec<usize>> = SortedMap::new();
        for doubt in &verdict.doubts {
            match &doubt.by {
                None => undecided.or_default(doubt.first).push(doubt.second),
                Some(read) => self.lint_weak(owners, doubt.first, doubt.second, read),
            }
        }
        let mut named: SortedSet<(usize, usize)> = SortedSet::new();
        for (first, others) in undecided {
            let mut all: Vec<usize> = std::iter::once(first).chain(others).collect();
            all.sort_unstable();
            let pairs: Vec<_> = all.iter().flat_map(|one| all.iter().map(|other| (*one, *other))).collect();
            if pairs.iter().all(|pair| named.contains(pair)) {
                continue;
            }
            named.extend(pairs);
            self.lint_undecided(owners, candidates, &all);
        }
    }

    fn lint_weak(&mut self, owners: &[(ChannelId, usize)], first: usize, second: usize, read: &Read) {
        let (Some(one), Some(other)) = (self.label(owners, first), self.label(owners, second)) else { return };
        let text = format!("messages `{}` and `{}` are told apart only by {}", one.0, other.0, place_text(read));
        self.sink.push(
            Diagnostic::new(&lint::WEAKLY_TOLD_APART, other.1, text)
                .label("does not declare it, and may have it all the same")
                .related(one.1, "has it always")
                .help("give each message a property with a `const` of its own, or say how to tell them by `match`"),
        );
    }

    fn lint_undecided(&mut self, owners: &[(ChannelId, usize)], candidates: &[Candidate], all: &[usize]) {
        let labels: Vec<_> = all.iter().filter_map(|at| self.label(owners, *at)).collect();
        let [first, rest @ ..] = labels.as_slice() else { return };
        let names: Vec<_> = labels.iter().map(|(name, _)| format!("`{name}`")).collect();
        let text = format!("messages {} cannot be told apart", listed(&names));
        let mut diagnostic = Diagnostic::new(&lint::NOT_TOLD_APART, first.1, text)
            .label("the first in the document that a message fits is taken");
        for (_, span) in rest {
            diagnostic = diagnostic.related(*span, "fits the same");
        }
        let names: Vec<_> = labels.iter().map(|(name, _)| name.as_str()).collect();
        let cure = suggested_match(&names, all, candidates);
        self.sink.push(diagnostic.help(cure));
    }

    fn label(&self, owners: &[(ChannelId, usize)], at: usize) -> Option<(String, crate::source::Span)> {
        let (id, index) = owners.get(at)?;
        let entry = self.document.channels.get(id.0 as usize)?.messages.get(*index)?;
        Some((entry.key.text.to_string(), entry.key.span))
    }

    pub(super) fn lint_taken(
        &mut self,
        channel: &document::Channel,
        at: usize,
        first: &document::Operation,
        second: &document::Operation,
    ) {
        let Some(entry) = channel.messages.get(at) else { return };
        let text = format!(
            "operations `{}` and `{}` both receive message `{}` of channel `{}`",
            first.key.text, second.key.text, entry.key.text, channel.key.text
        );
        self.sink.push(
            Diagnostic::new(&lint::RECEIVED_TWICE, second.key.span, text)
                .label(format!("`{}` gets the message", first.key.text))
                .related(first.key.span, "comes first in the document")
                .help(format!(
                    "say which are whose: `match = {{ {}: type == \"…\" }}`, or `x-match` on the operations",
                    second.key.text
                )),
        );
    }
}

fn form(codec: Codec) -> Form {
    match codec {
        Codec::Json => Form::Json,
        #[cfg(feature = "avro")]
        Codec::Avro => Form::Avro,
        Codec::Text => Form::Text,
        #[cfg(feature = "protobuf")]
        Codec::Protobuf => Form::Bytes,
        Codec::Raw => Form::Bytes,
        Codec::Empty => Form::Empty,
    }
}

fn place_text(read: &Read) -> String {
    match read {
        Read::Header(name) => format!("header `{name}`"),
        Read::Property(path) => format!("property `{}`", path.join(".")),
        Read::Kind => "their JSON type".to_owned(),
        Read::ContentType => "their media type".to_owned(),
    }
}

/// `a`, `a and b`, `a, b and c`.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The option that would tell them apart: by a property that all have with at least as many values as there are messages.
fn suggested_match(names: &[&str], all: &[usize], candidates: &[Candidate]) -> String {
    let first = all.first().and_then(|at| candidates.get(*at));
    let tags = first.into_iter().flat_map(|first| first.payload.properties.iter());
    let usable = |(path, property): &(&Vec<String>, &super::facts::Property)| {
        let values = property.values.as_ref().filter(|_| property.required)?;
        let strings: Vec<_> =
            values.iter().filter_map(|it| if let Literal::String(text) = it { Some(text) } else { None }).collect();
        let everywhere = all.iter().filter_map(|at| candidates.get(*at)).all(|candidate| {
            candidate.payload.properties.get(*path).is_some_and(|other| other.values.as_ref() == Some(values))
        });
        (strings.len() >= names.len() && everywhere).then(|| (path.join("."), strings.into_iter().cloned().collect()))
    };
    let (path, values): (String, Vec<String>) = tags
        .filter_map(|entry| usable(&entry))
        .next()
        .unwrap_or_else(|| ("type".to_owned(), vec!["…".to_owned(); names.len()]));
    let parts: Vec<_> =
        names.iter().zip(values).map(|(name, value)| format!("{name}: {path} == \"{value}\"")).collect();
    format!("say how: `match = {{ {} }}`, or `x-match` in the document", parts.join(", "))
}
