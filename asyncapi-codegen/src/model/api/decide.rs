//! Which message is it? Decided at build time, from what the schemas say and what the user adds.
//!
//! Input: the messages that can come in at one address, with their [`Facts`]. Output: [`Verdict`]: rules that a message is
//! held against in order, and the pairs that they leave in doubt. Invariant: a valid message of a pair that is not in doubt
//! never meets the other's rule first. The work is bounded: beyond [`MOST_PAIRED`] messages only a common tag decides.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::Facts;
use super::{Read, Test};
use crate::model::Literal;

/// A message that can come in.
/// What a payload is, the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Form {
    /// JSON.
    #[default]
    Json,
    /// Avro.
    Avro,
    /// Text.
    Text,
    /// Any bytes.
    Bytes,
    /// Nothing.
    Empty,
}

#[derive(Debug, Default)]
pub(super) struct Candidate {
    /// What its payload has.
    pub(super) payload: Facts,
    /// What its headers have.
    pub(super) headers: Facts,
    /// Its media type.
    pub(super) content_type: String,
    /// What its payload is: of several that nothing tells apart, the strictest is tried first.
    pub(super) form: Form,
    /// Whether its type keeps properties that the schema does not name.
    pub(super) kept: bool,
    /// What the user says that it has: all of it holds.
    pub(super) explicit: Vec<(Read, Test)>,
}

/// How the candidates are told apart.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Verdict {
    /// Held against a message in order; the first of which all tests hold decides.
    pub(super) rules: Vec<Rule>,
    /// Tried in this order if no rule decides; empty: the message is unknown.
    pub(super) otherwise: Vec<usize>,
    /// Pairs that are told apart weakly or not at all.
    pub(super) doubts: Vec<Doubt>,
}

/// Tests that decide together.
#[derive(Debug, PartialEq)]
pub(super) struct Rule {
    /// All must hold.
    pub(super) tests: Vec<(Read, Test)>,
    /// The message; further ones are tried after it, since the rule does not exclude them.
    pub(super) messages: Vec<usize>,
    /// Those that only fit if they have a property that they do not declare: tried last.
    pub(super) fallback: Vec<usize>,
}

/// Two messages that are not told apart for sure.
#[derive(Debug, PartialEq)]
pub(super) struct Doubt {
    /// The one that is tried first.
    pub(super) first: usize,
    /// The other.
    pub(super) second: usize,
    /// What tells them apart unless the second has a property that it does not declare; `None`: nothing does.
    pub(super) by: Option<Read>,
}

/// Of more messages than this, none is tried again where a rule was wrong about it: it would be much code.
const MOST_FALLBACKS: usize = 12;

/// Up to so many messages are compared pair by pair.
const MOST_PAIRED: usize = 100;

/// How surely a test of one message fails for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Exclusion {
    /// It may hold as well.
    No,
    /// It fails unless the other has a property that it does not declare.
    Undeclared,
    /// It fails.
    Sure,
}

/// Tells `candidates` apart.
pub(super) fn decide(candidates: &[Candidate]) -> Verdict {
    if candidates.len() < 2 {
        return Verdict { otherwise: (0..candidates.len()).collect(), ..Verdict::default() };
    }
    let tests: Vec<_> = candidates.iter().map(tests_of).collect();
    if let Some(read) = common_tag(&tests) {
        let rule = |(at, tests): (usize, &Vec<(Read, Test)>)| {
            let test = tests.iter().find(|(own, test)| *own == read && matches!(test, Test::OneOf(_)))?;
            Some(Rule { tests: vec![test.clone()], messages: vec![at], fallback: Vec::new() })
        };
        let mut rules: Vec<Rule> = tests.iter().enumerate().filter_map(rule).collect();
        if read == Read::ContentType {
            rules.push(untold(candidates, (0..candidates.len()).collect()));
        }
        return Verdict { rules, ..Verdict::default() };
    }
    if candidates.len() > MOST_PAIRED {
        let doubts = (1..candidates.len()).map(|second| Doubt { first: 0, second, by: None }).collect();
        return Verdict { otherwise: (0..candidates.len()).collect(), doubts, ..Verdict::default() };
    }
    Pairs::new(candidates, tests).decide()
}

/// Every test that each valid message of a candidate passes.
fn tests_of(candidate: &Candidate) -> Vec<(Read, Test)> {
    let mut tests = candidate.explicit.clone();
    let said: BTreeSet<Read> = tests.iter().map(|(read, _)| read.clone()).collect();
    let facts = [(&candidate.headers, true), (&candidate.payload, false)];
    for (facts, header) in facts {
        for (path, property) in facts.properties.iter().filter(|(_, property)| property.required) {
            let read = match (header, path.as_slice()) {
                (true, [name]) => Read::Header(name.clone()),
                (true, _) => continue,
                (false, _) => Read::Property(path.clone()),
            };
            if !said.contains(&read) {
                let test = property.values.clone().map_or(Test::Present, Test::OneOf);
                tests.push((read, test));
            }
        }
    }
    if let Some(kinds) = &candidate.payload.kinds {
        let kinds = kinds.iter().map(|kind| Literal::String((*kind).to_owned())).collect();
        tests.push((Read::Kind, Test::OneOf(kinds)));
    } else if candidate.form == Form::Empty {
        tests.push((Read::Kind, Test::Absent));
    }
    if !candidate.content_type.is_empty() {
        tests.push((Read::ContentType, media_type(candidate)));
    }
    // A tag says more than a property that is merely there, a header is read faster than a payload, and a short path
    // faster than a long one.
    let derived = tests.get_mut(candidate.explicit.len()..).unwrap_or_default();
    derived.sort_by_key(|(read, test)| (!matches!(test, Test::OneOf(_)), rank(read)));
    tests
}

/// The rule for a protocol that does not tell media types: what only they tell apart is tried, the strictest first.
fn untold(candidates: &[Candidate], mut messages: Vec<usize>) -> Rule {
    messages.sort_by_key(|at| (candidates.get(*at).map(|candidate| candidate.form), *at));
    Rule { tests: vec![(Read::ContentType, Test::Absent)], messages, fallback: Vec::new() }
}

fn media_type(candidate: &Candidate) -> Test {
    Test::OneOf(vec![Literal::String(candidate.content_type.clone())])
}

/// The media type comes last: many protocols do not tell it.
fn rank(read: &Read) -> (u8, usize, String) {
    match read {
        Read::Header(name) => (0, 0, name.clone()),
        Read::Kind => (1, 0, String::new()),
        Read::Property(path) => (2, path.len(), path.join("/")),
        Read::ContentType => (3, 0, String::new()),
    }
}

/// The place where every message has values that no other one has.
fn common_tag(all: &[Vec<(Read, Test)>]) -> Option<Read> {
    let places = all.first()?.iter().filter(|(_, test)| matches!(test, Test::OneOf(_)));
    let mut places: Vec<&Read> = places.map(|(read, _)| read).collect();
    places.sort_by_key(|read| rank(read));
    let tags: Vec<BTreeMap<&Read, &[Literal]>> = all.iter().map(|tests| values_of(tests)).collect();
    let unique = |place: &&&Read| {
        let mut seen = BTreeSet::new();
        tags.iter().all(|values| {
            let values = values.get(**place).copied().unwrap_or_default();
            !values.is_empty() && values.iter().all(|value| seen.insert(key_of(value)))
        })
    };
    places.iter().find(unique).map(|read| (*read).clone())
}

fn values_of(tests: &[(Read, Test)]) -> BTreeMap<&Read, &[Literal]> {
    let mut found = BTreeMap::new();
    for (read, test) in tests {
        if let Test::OneOf(values) = test {
            found.entry(read).or_insert(values.as_slice());
        }
    }
    found
}

/// What makes two scalars the same JSON value.
fn key_of(literal: &Literal) -> String {
    match literal {
        Literal::Number(text) => text.parse::<f64>().map_or_else(|_| text.clone(), |number| format!("n{number}")),
        Literal::String(text) => format!("s{text}"),
        other => format!("{other:?}"),
    }
}

fn disjoint(left: &[Literal], right: &[Literal]) -> bool {
    let left: BTreeSet<_> = left.iter().map(key_of).collect();
    !right.iter().any(|value| left.contains(&key_of(value)))
}

/// Whether `test`, which holds for another candidate, fails for `candidate`.
fn excludes(read: &Read, test: &Test, explicit: bool, candidate: &Candidate) -> Exclusion {
    if let Some((_, said)) = candidate.explicit.iter().find(|(own, _)| own == read) {
        return if contradict(test, said) { Exclusion::Sure } else { Exclusion::No };
    }
    // The user's word on one message is meant against those on which there is none.
    let word = if explicit && candidate.explicit.is_empty() { Exclusion::Sure } else { Exclusion::No };
    word.max(excluded_by_schema(read, test, candidate))
}

/// Whether `test` fails for every valid message of a candidate, whatever the user says.
fn excluded_by_schema(read: &Read, test: &Test, candidate: &Candidate) -> Exclusion {
    let sure = |it: bool| if it { Exclusion::Sure } else { Exclusion::No };
    match read {
        Read::Header(name) => excluded_by(&candidate.headers, std::slice::from_ref(name), test),
        // What is nothing has no properties, and no JSON type.
        Read::Property(_) | Read::Kind if candidate.form == Form::Empty => sure(!matches!(test, Test::Absent)),
        Read::Property(path) => excluded_by(&candidate.payload, path, test),
        Read::ContentType => sure(contradict(test, &media_type(candidate))),
        Read::Kind => match &candidate.payload.kinds {
            None => sure(candidate.form == Form::Json && matches!(test, Test::Absent)),
            Some(kinds) => {
                let kinds = kinds.iter().map(|kind| Literal::String((*kind).to_owned())).collect();
                sure(contradict(test, &Test::OneOf(kinds)))
            }
        },
    }
}

/// Which candidates may be taken for another though they are valid: by the user's word, of which their schemas know
/// nothing, or by properties that they do not declare but keep.
pub(super) fn risks(candidates: &[Candidate], verdict: &Verdict) -> Vec<bool> {
    let risk = |(at, candidate): (usize, &Candidate)| {
        let said = candidate.explicit.iter().any(|(read, test)| !implied(read, test, candidate));
        let before = verdict.rules.iter().take_while(|rule| !rule.messages.contains(&at));
        let open = |rule: &Rule| {
            let fails = |(read, test): &(Read, Test)| match excluded_by_schema(read, test, candidate) {
                Exclusion::Sure => true,
                Exclusion::Undeclared => !candidate.kept,
                Exclusion::No => false,
            };
            !rule.tests.iter().any(fails)
        };
        !verdict.rules.is_empty() && (said || before.into_iter().any(open))
    };
    candidates.iter().enumerate().map(risk).collect()
}

/// Whether the schema alone sees to it that a test holds.
fn implied(read: &Read, test: &Test, candidate: &Candidate) -> bool {
    let property = match read {
        Read::Header(name) => candidate.headers.properties.get(std::slice::from_ref(name)),
        Read::Property(path) => candidate.payload.properties.get(path),
        Read::Kind | Read::ContentType => None,
    };
    let (Test::OneOf(wanted), Some(property)) = (test, property) else { return false };
    let known: BTreeSet<_> = wanted.iter().map(key_of).collect();
    let values = property.values.as_ref().filter(|_| property.required);
    values.is_some_and(|values| values.iter().all(|value| known.contains(&key_of(value))))
}

fn excluded_by(facts: &Facts, path: &[String], test: &Test) -> Exclusion {
    if let Some(property) = facts.properties.get(path) {
        let own = property.values.clone().map_or(Test::Present, Test::OneOf);
        // An optional property contradicts `Absent` only if it is there.
        let sure = if matches!(test, Test::Absent) { property.required } else { contradict(test, &own) };
        return if sure { Exclusion::Sure } else { Exclusion::No };
    }
    if matches!(test, Test::Absent) {
        return Exclusion::No;
    }
    let Some(first) = path.first() else { return Exclusion::No };
    let named = facts.properties.contains_key(std::slice::from_ref(first));
    let inside = facts.properties.keys().any(|other| other.len() > 1 && other.first() == Some(first));
    match (named, inside) {
        (false, _) if facts.closed => Exclusion::Sure,
        (false, _) | (true, true) => Exclusion::Undeclared,
        (true, false) => Exclusion::No,
    }
}

fn contradict(left: &Test, right: &Test) -> bool {
    match (left, right) {
        (Test::OneOf(left) | Test::IfTold(left), Test::OneOf(right) | Test::IfTold(right)) => disjoint(left, right),
        (Test::Absent, Test::Absent) => false,
        (Test::Absent, _) | (_, Test::Absent) => true,
        _ => false,
    }
}

/// Every pair, with how surely each test of the one excludes the other.
struct Pairs<'c> {
    candidates: &'c [Candidate],
    tests: Vec<Vec<(Read, Test)>>,
    explicit: Vec<usize>,
    /// By candidate, by other candidate, by test.
    table: Vec<Vec<Vec<Exclusion>>>,
}

impl<'c> Pairs<'c> {
    fn new(candidates: &'c [Candidate], tests: Vec<Vec<(Read, Test)>>) -> Self {
        let row = |(at, tests): (usize, &Vec<(Read, Test)>)| {
            let explicit = candidates.get(at).map_or(0, |candidate| candidate.explicit.len());
            let against = |other: &Candidate| {
                let all = tests.iter().enumerate();
                all.map(|(index, (read, test))| excludes(read, test, index < explicit, other)).collect()
            };
            candidates.iter().map(against).collect()
        };
        let table = tests.iter().enumerate().map(row).collect();
        Self {
            candidates,
            explicit: candidates.iter().map(|candidate| candidate.explicit.len()).collect(),
            tests,
            table,
        }
    }

    fn by_test(&self, one: usize, other: usize) -> &[Exclusion] {
        self.table.get(one).and_then(|row| row.get(other)).map_or(&[], Vec::as_slice)
    }

    fn best(&self, one: usize, other: usize) -> Exclusion {
        self.by_test(one, other).iter().copied().max().unwrap_or(Exclusion::No)
    }

    fn decide(self) -> Verdict {
        let mut verdict = Verdict::default();
        let mut left: Vec<usize> = (0..self.tests.len()).collect();
        while let Some(one) = self.surest(&left) {
            left.retain(|other| *other != one);
            let mut messages = vec![one];
            let mut fallback = Vec::new();
            let few = self.tests.len() <= MOST_FALLBACKS;
            for other in &left {
                let by = match (self.best(one, *other), self.best(*other, one)) {
                    (Exclusion::Sure, _) => continue,
                    (Exclusion::Undeclared, back) => {
                        fallback.push(*other);
                        if back != Exclusion::No {
                            continue;
                        }
                        self.weak_test(one, *other)
                    }
                    // The other's rule comes too late to keep its messages from this one's: they are tried in turn.
                    (Exclusion::No, _) => {
                        messages.push(*other);
                        None
                    }
                };
                verdict.doubts.push(Doubt { first: one, second: *other, by });
            }
            // Those without a rule of their own are tried behind the rules, which may not exclude them.
            messages.extend(verdict.otherwise.iter().filter(|other| self.best(one, **other) == Exclusion::No));
            let tests = self.fewest_tests(one, &left);
            if tests.is_empty() {
                verdict.otherwise.push(one);
            } else {
                messages.get_mut(1..).unwrap_or_default().sort_unstable();
                if !few {
                    fallback.clear();
                }
                fallback.sort_unstable();
                verdict.rules.push(Rule { tests, messages, fallback });
            }
        }
        verdict.otherwise.sort_by_key(|at| (self.candidates.get(*at).map(|candidate| candidate.form), *at));
        self.where_media_types_are_not_told(&mut verdict);
        verdict.doubts.retain(|doubt| doubt.by.is_some() || self.best(doubt.second, doubt.first) != Exclusion::Sure);
        verdict
    }

    /// Not every protocol tells media types: other tests then decide alone, and where there are none, the messages are
    /// tried.
    fn where_media_types_are_not_told(&self, verdict: &mut Verdict) {
        let mut only: Vec<usize> = Vec::new();
        for rule in &mut verdict.rules {
            if rule.tests.iter().all(|(read, _)| *read == Read::ContentType) {
                only.extend(rule.messages.iter().filter(|at| !only.contains(at)).copied().collect::<Vec<_>>());
                continue;
            }
            for (read, test) in &mut rule.tests {
                if let (Read::ContentType, Test::OneOf(values)) = (&*read, &mut *test) {
                    *test = Test::IfTold(std::mem::take(values));
                }
            }
        }
        if !only.is_empty() {
            only.extend(verdict.otherwise.iter().filter(|at| !only.contains(at)).copied().collect::<Vec<_>>());
            verdict.rules.push(untold(self.candidates, only));
        }
    }

    /// The candidate whose tests exclude the others most surely; of equals, the first in the document.
    fn surest(&self, left: &[usize]) -> Option<usize> {
        let score = |one: usize| {
            let levels = left.iter().filter(|other| **other != one).map(|other| self.best(one, *other));
            let sum: usize = levels.clone().map(|level| level as usize).sum();
            (levels.min().unwrap_or(Exclusion::No), sum)
        };
        let mut best: Option<(usize, (Exclusion, usize))> = None;
        for one in left {
            let score = score(*one);
            if best.is_none_or(|(_, found)| score > found) {
                best = Some((*one, score));
            }
        }
        best.map(|(one, _)| one)
    }

    fn weak_test(&self, one: usize, other: usize) -> Option<Read> {
        let at = self.by_test(one, other).iter().position(|level| *level == Exclusion::Undeclared)?;
        self.tests.get(one)?.get(at).map(|(read, _)| read.clone())
    }

    /// The fewest tests that exclude each of `others` as surely as all tests do; what the user says is always among them.
    fn fewest_tests(&self, one: usize, others: &[usize]) -> Vec<(Read, Test)> {
        let Some(tests) = self.tests.get(one) else { return Vec::new() };
        let said = self.explicit.get(one).copied().unwrap_or(0);
        let covers = |test: usize, other: usize| {
            let level = self.by_test(one, other).get(test).copied().unwrap_or(Exclusion::No);
            level != Exclusion::No && level == self.best(one, other)
        };
        let mut chosen: Vec<usize> = (0..said).collect();
        let mut open: Vec<usize> = others.to_vec();
        open.retain(|other| !chosen.iter().any(|test| covers(*test, *other)));
        loop {
            let count = |test: usize| open.iter().filter(|other| covers(test, **other)).count();
            // Of equals the first: `max_by_key` takes the last.
            let next = (0..tests.len()).rev().max_by_key(|test| count(*test)).filter(|test| count(*test) > 0);
            let Some(test) = next else { break };
            chosen.push(test);
            open.retain(|other| !covers(test, *other));
        }
        chosen.into_iter().filter_map(|test| tests.get(test).cloned()).collect()
    }
}

#[cfg(test)]
mod tests;
