//! Evaluates conditions on values that are known at build time: values of enums, defaults, examples.
//!
//! Input: an [`Asserted`] and a [`Literal`]. Output: whether the value is valid; `None` where that is not known here, since
//! neither an engine of regular expressions is at hand nor all of the runtime's formats; of a value that is not valid, the
//! rule that it breaks. Invariant: an answer is that of the runtime's evaluation.

use std::cmp::Ordering;

use super::facts::kind;
use super::fault::{Fault, Segment};
use super::literal::{compare, decimal};
use super::pattern::matches;
use super::values::kind_of;
use super::{Reading, Schemas, format};
use crate::collections::HashMap;
use crate::model::{Asserted, CountKeyword, JsonType, Keyword, Literal, NumberKeyword, Pattern};

/// Schemas in schemas and values in values, together; what is deeper is not known.
const DEEPEST: usize = 200;

/// So many steps are made for one value; what needs more is not known.
const MOST_STEPS: usize = 100_000;

/// Objects with more properties than this are looked up by hash.
const MOST_SCANNED: usize = 16;

/// So many faults of one value are looked for.
const MOST_FAULTS: usize = 100;

/// Of more alternatives than this none is looked for that was meant.
const MOST_EXPLAINED: usize = 30;

/// One evaluation.
struct Run<'r, 'd> {
    schemas: &'r Schemas<'d>,
    depth: usize,
    steps: usize,
    /// Where in the value the evaluation is.
    path: Vec<Segment>,
    /// How many schemas around are only tried: that one of them does not fit is no fault.
    trials: usize,
    /// Whether all rules that the value breaks are looked for, not only the first.
    every: bool,
    faults: Vec<Fault>,
}

/// What came of an evaluation.
#[derive(Debug)]
pub(super) struct Evaluation {
    /// Whether the value is valid.
    pub(super) valid: Option<bool>,
    /// The rules that it breaks: the first, or all.
    pub(super) faults: Vec<Fault>,
    /// How much work it was.
    pub(super) steps: usize,
}

impl Schemas<'_> {
    /// Whether a value is valid.
    pub(super) fn evaluate(&self, asserted: &Asserted, value: &Literal) -> Option<bool> {
        self.explain(asserted, value).valid
    }

    /// Whether a value is valid, and if not, the first rule that it breaks.
    pub(super) fn explain(&self, asserted: &Asserted, value: &Literal) -> Evaluation {
        self.run(asserted, value, false)
    }

    /// The same with all rules that it breaks.
    pub(super) fn explain_all(&self, asserted: &Asserted, value: &Literal) -> Evaluation {
        self.run(asserted, value, true)
    }

    fn run(&self, asserted: &Asserted, value: &Literal, every: bool) -> Evaluation {
        let mut run = Run { schemas: self, depth: 0, steps: 0, path: Vec::new(), trials: 0, every, faults: Vec::new() };
        let valid = run.asserted(asserted, value);
        let faults = if valid == Some(false) { run.faults } else { Vec::new() };
        Evaluation { valid, faults, steps: run.steps }
    }
}

/// All of some answers: a `false` decides, then what is not known. Where `every` answer is wanted, each is asked for.
fn all(every: bool, answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let (mut known, mut holds) = (true, true);
    for answer in answers {
        match answer {
            Some(false) if !every => return Some(false),
            Some(false) => holds = false,
            Some(true) => {}
            None => known = false,
        }
    }
    if holds { known.then_some(true) } else { Some(false) }
}

/// Any of some answers: a `true` decides, then what is not known.
fn any(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    all(false, answers.map(|answer| answer.map(|it| !it))).map(|none| !none)
}

impl Run<'_, '_> {
    fn asserted(&mut self, asserted: &Asserted, value: &Literal) -> Option<bool> {
        if self.depth > DEEPEST || self.steps > MOST_STEPS {
            return None;
        }
        self.depth += 1;
        let every = self.wants_every();
        let answer = self
            .keywords(asserted)
            .and_then(|keywords| all(every, keywords.iter().map(|keyword| self.keyword(keyword, value))));
        self.depth -= 1;
        answer
    }

    fn keywords<'a>(&self, asserted: &'a Asserted) -> Option<&'a [Keyword]>
    where
        Self: 'a,
    {
        match asserted {
            Asserted::Inline(keywords) => Some(keywords),
            Asserted::Shared(id) => {
                let schemas: &'a Schemas<'_> = self.schemas;
                schemas.conditions.get(id.0 as usize).map(|condition| condition.keywords.as_slice())
            }
        }
    }

    /// A schema that a part of the value must fit.
    fn within(&mut self, segment: Segment, asserted: &Asserted, value: &Literal) -> Option<bool> {
        self.path.push(segment);
        let answer = self.asserted(asserted, value);
        self.path.pop();
        answer
    }

    /// A schema that need not fit.
    fn tried(&mut self, asserted: &Asserted, value: &Literal) -> Option<bool> {
        self.trials += 1;
        let answer = self.asserted(asserted, value);
        self.trials -= 1;
        answer
    }

    /// Whether a fault is to be looked for where one was found. What is only tried has no faults.
    fn wants_every(&self) -> bool {
        self.every && self.trials == 0 && self.faults.len() < MOST_FAULTS
    }

    fn note(&mut self, fault: impl FnOnce(Vec<Segment>) -> Fault) {
        if self.trials == 0 && (self.faults.is_empty() || self.wants_every()) {
            self.faults.push(fault(self.path.clone()));
        }
    }

    fn keyword(&mut self, keyword: &Keyword, value: &Literal) -> Option<bool> {
        self.steps += 1;
        let known = self.faults.len();
        let answer = self.answer(keyword, value);
        // Of a keyword about parts, the parts have said it.
        if answer == Some(false) && self.faults.len() == known {
            self.note(|path| Fault::of(path, keyword, value));
        }
        answer
    }

    fn answer(&mut self, keyword: &Keyword, value: &Literal) -> Option<bool> {
        match keyword {
            Keyword::Never => Some(false),
            Keyword::Type(types) => Some(types.iter().any(|one| is_of(*one, value))),
            Keyword::Enum(values) => {
                self.steps += values.len() / 16;
                Some(values.contains(value))
            }
            Keyword::Texts(texts) => Some(matches!(value, Literal::String(text) if texts.binary_search(text).is_ok())),
            Keyword::All(schema) => self.asserted(schema, value),
            Keyword::AnyOf(arms) => {
                let answer = any(arms.iter().map(|arm| self.tried(arm, value)));
                if answer == Some(false) {
                    self.explain_by_best_arm(arms, value);
                }
                answer
            }
            Keyword::OneOf(arms) => {
                let answers: Vec<Option<bool>> = arms.iter().map(|arm| self.tried(arm, value)).collect();
                let fitting = answers.iter().filter(|answer| **answer == Some(true)).count();
                let unknown = answers.contains(&None);
                if fitting > 1 {
                    self.note(Fault::several_fit);
                    return Some(false);
                }
                if fitting == 0 && !unknown {
                    self.explain_by_best_arm(arms, value);
                }
                (!unknown).then_some(fitting == 1)
            }
            Keyword::Not(schema) => self.tried(schema, value).map(|it| !it),
            Keyword::If(condition, then, otherwise) => {
                let branch = if self.tried(condition, value)? { then } else { otherwise };
                branch.as_ref().map_or(Some(true), |schema| self.asserted(schema, value))
            }
            _ => match value {
                Literal::Null | Literal::Bool(_) => Some(true),
                Literal::Number(text) => number(keyword, text),
                Literal::String(text) => match keyword {
                    Keyword::Pattern(pattern) => self.matches(pattern, text),
                    _ => string(keyword, text, self.schemas.reading),
                },
                Literal::Array(items) => self.array(keyword, items),
                Literal::Object(entries) => self.object(keyword, entries, value),
            },
        }
    }

    /// Where no alternative fits, the one that fails deepest in the value is the one that was meant, if it is alone in that.
    fn explain_by_best_arm(&mut self, arms: &[Asserted], value: &Literal) {
        let heard = self.faults.is_empty() || self.wants_every();
        if self.trials > 0 || !heard || arms.len() > MOST_EXPLAINED {
            return;
        }
        let known = std::mem::take(&mut self.faults);
        let mut of_arms: Vec<Vec<Fault>> = Vec::new();
        for arm in arms {
            self.asserted(arm, value);
            of_arms.push(std::mem::take(&mut self.faults));
        }
        self.faults = known;
        let own_type = |fault: &Fault| fault.rule == "type" && fault.path == self.path;
        of_arms.retain(|faults| !faults.is_empty() && !faults.iter().any(own_type));
        let depth = |faults: &Vec<Fault>| faults.iter().map(|fault| fault.path.len()).max();
        let deepest = of_arms.iter().filter_map(depth).max();
        let mut best = of_arms.into_iter().filter(|faults| depth(faults) == deepest);
        if let (Some(faults), None) = (best.next(), best.next()) {
            self.faults.extend(faults);
        }
    }

    fn array(&mut self, keyword: &Keyword, items: &[Literal]) -> Option<bool> {
        let every = self.wants_every();
        match keyword {
            Keyword::Items(schema) => {
                all(every, items.iter().enumerate().map(|(at, item)| self.within(Segment::Item(at), schema, item)))
            }
            Keyword::Positions(schemas, others) => all(
                every,
                items.iter().enumerate().map(|(at, item)| {
                    let schema = schemas.get(at).or(others.as_ref());
                    schema.map_or(Some(true), |schema| self.within(Segment::Item(at), schema, item))
                }),
            ),
            Keyword::Count(CountKeyword::MinItems, least) => Some(items.len() as u64 >= *least),
            Keyword::Count(CountKeyword::MaxItems, most) => Some(items.len() as u64 <= *most),
            Keyword::UniqueItems => {
                let mut seen = crate::collections::HashSet::new();
                Some(items.iter().all(|item| seen.insert(format!("{item:?}"))))
            }
            Keyword::Contains(schema) => any(items.iter().map(|item| self.tried(schema, item))),
            _ => Some(true),
        }
    }

    fn object(&mut self, keyword: &Keyword, entries: &[(String, Literal)], value: &Literal) -> Option<bool> {
        // Entries are sorted by their keys: see `literal`.
        let get = |name: &str| {
            let at = entries.binary_search_by(|(key, _)| key.as_str().cmp(name)).ok()?;
            entries.get(at).map(|(_, value)| value)
        };
        let every = self.wants_every();
        match keyword {
            Keyword::Required(names) => Some(names.iter().all(|name| get(name).is_some())),
            Keyword::Properties { named, patterns, others } => {
                let indexed: HashMap<&str, &Asserted> = if entries.len().min(named.len()) > MOST_SCANNED {
                    named.iter().map(|(name, schema)| (name.as_str(), schema)).collect()
                } else {
                    HashMap::new()
                };
                let find = |key: &str| match indexed.get(key) {
                    Some(schema) => Some(*schema),
                    None if indexed.is_empty() => named.iter().find(|(name, _)| name == key).map(|(_, schema)| schema),
                    None => None,
                };
                let property = |(key, value): &(String, Literal)| {
                    self.property((key, value), find(key), patterns, others.as_ref(), every)
                };
                all(every, entries.iter().map(property))
            }
            Keyword::PropertyNames(schema) => {
                all(every, entries.iter().map(|(key, _)| self.tried(schema, &Literal::String(key.clone()))))
            }
            Keyword::Count(CountKeyword::MinProperties, least) => Some(entries.len() as u64 >= *least),
            Keyword::Count(CountKeyword::MaxProperties, most) => Some(entries.len() as u64 <= *most),
            Keyword::DependentRequired(property, needed) => {
                Some(get(property).is_none() || needed.iter().all(|name| get(name).is_some()))
            }
            Keyword::DependentSchema(property, schema) => {
                if get(property).is_none() {
                    Some(true)
                } else {
                    self.asserted(schema, value)
                }
            }
            Keyword::Discriminated(property, arms) => {
                let arm = get(property).and_then(|tag| arms.iter().find(|(values, _)| values.contains(tag)));
                arm.map_or(Some(false), |(_, schema)| self.asserted(schema, value))
            }
            _ => Some(true),
        }
    }
}

impl Run<'_, '_> {
    /// A property, which is valid by its own schema and by those of the patterns that its key matches; without any, by
    /// that of the others.
    fn property(
        &mut self,
        (key, value): (&str, &Literal),
        named: Option<&Asserted>,
        patterns: &[(Pattern, Asserted)],
        others: Option<&Asserted>,
        every: bool,
    ) -> Option<bool> {
        let mut known = true;
        let mut own: Vec<&Asserted> = named.into_iter().collect();
        for (pattern, schema) in patterns {
            match self.matches(pattern, key) {
                Some(true) => own.push(schema),
                Some(false) => {}
                None => known = false,
            }
        }
        let is_other = own.is_empty() && known;
        if let Some(schema) = others.filter(|_| is_other) {
            if self.keywords(schema) == Some(&[Keyword::Never]) {
                self.note(|path| Fault::not_allowed(path, key));
                return Some(false);
            }
            own.push(schema);
        }
        let verdict =
            all(every, own.into_iter().map(|schema| self.within(Segment::Key(key.to_owned()), schema, value)));
        if known { verdict } else { verdict.filter(|valid| !valid) }
    }

    fn matches(&mut self, pattern: &Pattern, text: &str) -> Option<bool> {
        if self.steps > MOST_STEPS {
            return None;
        }
        let (answer, steps) = matches(&pattern.source, text);
        self.steps += steps;
        answer
    }
}

fn is_of(one: JsonType, value: &Literal) -> bool {
    let bits = match one {
        JsonType::Null => kind::NULL,
        JsonType::Boolean => kind::BOOLEAN,
        JsonType::Integer => kind::INTEGER,
        JsonType::Number => kind::NUMBER,
        JsonType::String => kind::STRING,
        JsonType::Array => kind::ARRAY,
        JsonType::Object => kind::OBJECT,
    };
    kind_of(value) & bits != 0
}

fn string(keyword: &Keyword, text: &str, reading: Reading) -> Option<bool> {
    let length = || text.chars().count() as u64;
    match keyword {
        Keyword::Count(CountKeyword::MinLength, least) => Some(length() >= *least),
        Keyword::Count(CountKeyword::MaxLength, most) => Some(length() <= *most),
        Keyword::Format(name) if reading == Reading::Own => (!format::may_be(text, name)).then_some(false),
        Keyword::Format(name) => (!format::officially(text, name)).then_some(false),
        _ => Some(true),
    }
}

fn number(keyword: &Keyword, text: &str) -> Option<bool> {
    let Keyword::Number(keyword, bound) = keyword else { return Some(true) };
    if *keyword == NumberKeyword::MultipleOf {
        return multiple(text, bound);
    }
    let order = compare(text, bound)?;
    Some(match keyword {
        NumberKeyword::Minimum => order != Ordering::Less,
        NumberKeyword::Maximum => order != Ordering::Greater,
        NumberKeyword::ExclusiveMinimum => order == Ordering::Greater,
        NumberKeyword::ExclusiveMaximum => order == Ordering::Less,
        NumberKeyword::MultipleOf => true,
    })
}

/// Whether a number is a multiple of another, as decimals; `None` where their digits are too far apart.
fn multiple(value: &str, step: &str) -> Option<bool> {
    let ((value, value_exponent), (step, step_exponent)) = (decimal(value)?, decimal(step)?);
    let lowest = value_exponent.min(step_exponent);
    let scaled = |digits: i128, exponent: i32| {
        10i128.checked_pow(u32::try_from(exponent.checked_sub(lowest)?).ok()?)?.checked_mul(digits)
    };
    let (value, step) = (scaled(value, value_exponent)?, scaled(step, step_exponent)?);
    (step != 0).then(|| value % step == 0)
}
