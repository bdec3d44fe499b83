//! Evaluates conditions on values that are known at build time: values of enums, defaults, examples.
//!
//! Input: an [`Asserted`] and a [`Literal`]. Output: whether the value is valid; `None` where that is not known here, since
//! no engine of regular expressions is at hand. Invariant: an answer is that of the runtime's evaluation.

use std::cmp::Ordering;

use super::Schemas;
use super::facts::kind;
use super::literal::{decimal, whole};
use super::values::kind_of;
use crate::model::{Asserted, CountKeyword, JsonType, Keyword, Literal, NumberKeyword};

/// Schemas in schemas and values in values, together; what is deeper is not known.
const DEEPEST: usize = 200;

/// So many steps are made for one value; what needs more is not known.
const MOST_STEPS: usize = 100_000;

/// One evaluation.
struct Run<'r, 'd> {
    schemas: &'r Schemas<'d>,
    depth: usize,
    steps: usize,
}

impl Schemas<'_> {
    /// Whether a value is valid.
    pub(super) fn evaluate(&self, asserted: &Asserted, value: &Literal) -> Option<bool> {
        Run { schemas: self, depth: 0, steps: 0 }.asserted(asserted, value)
    }
}

/// All of some answers: a `false` decides, then what is not known.
fn all(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = true;
    for answer in answers {
        match answer {
            Some(false) => return Some(false),
            Some(true) => {}
            None => known = false,
        }
    }
    known.then_some(true)
}

/// Any of some answers: a `true` decides, then what is not known.
fn any(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    all(answers.map(|answer| answer.map(|it| !it))).map(|none| !none)
}

impl Run<'_, '_> {
    fn asserted(&mut self, asserted: &Asserted, value: &Literal) -> Option<bool> {
        if self.depth > DEEPEST || self.steps > MOST_STEPS {
            return None;
        }
        self.depth += 1;
        let schemas = self.schemas;
        let keywords = match asserted {
            Asserted::Inline(keywords) => Some(keywords),
            Asserted::Shared(id) => schemas.conditions.get(id.0 as usize).map(|condition| &condition.keywords),
        };
        let answer = keywords.and_then(|keywords| all(keywords.iter().map(|keyword| self.keyword(keyword, value))));
        self.depth -= 1;
        answer
    }

    fn keyword(&mut self, keyword: &Keyword, value: &Literal) -> Option<bool> {
        self.steps += 1;
        match keyword {
            Keyword::Never => Some(false),
            Keyword::Type(types) => Some(types.iter().any(|one| is_of(*one, value))),
            Keyword::Enum(values) => Some(values.contains(value)),
            Keyword::Texts(texts) => Some(matches!(value, Literal::String(text) if texts.binary_search(text).is_ok())),
            Keyword::All(schema) => self.asserted(schema, value),
            Keyword::AnyOf(arms) => any(arms.iter().map(|arm| self.asserted(arm, value))),
            Keyword::OneOf(arms) => {
                let answers: Vec<Option<bool>> = arms.iter().map(|arm| self.asserted(arm, value)).collect();
                let fitting = answers.iter().filter(|answer| **answer == Some(true)).count();
                let unknown = answers.contains(&None);
                if fitting > 1 { Some(false) } else { (!unknown).then_some(fitting == 1) }
            }
            Keyword::Not(schema) => self.asserted(schema, value).map(|it| !it),
            Keyword::If(condition, then, otherwise) => {
                let branch = if self.asserted(condition, value)? { then } else { otherwise };
                branch.as_ref().map_or(Some(true), |schema| self.asserted(schema, value))
            }
            _ => match value {
                Literal::Null | Literal::Bool(_) => Some(true),
                Literal::Number(text) => number(keyword, text),
                Literal::String(text) => string(keyword, text),
                Literal::Array(items) => self.array(keyword, items),
                Literal::Object(entries) => self.object(keyword, entries, value),
            },
        }
    }

    fn array(&mut self, keyword: &Keyword, items: &[Literal]) -> Option<bool> {
        match keyword {
            Keyword::Items(schema) => all(items.iter().map(|item| self.asserted(schema, item))),
            Keyword::Positions(schemas, others) => all(items.iter().enumerate().map(|(at, item)| {
                schemas.get(at).or(others.as_ref()).map_or(Some(true), |schema| self.asserted(schema, item))
            })),
            Keyword::Count(CountKeyword::MinItems, least) => Some(items.len() as u64 >= *least),
            Keyword::Count(CountKeyword::MaxItems, most) => Some(items.len() as u64 <= *most),
            Keyword::UniqueItems => {
                let mut seen = std::collections::HashSet::new();
                Some(items.iter().all(|item| seen.insert(format!("{item:?}"))))
            }
            Keyword::Contains(schema) => any(items.iter().map(|item| self.asserted(schema, item))),
            _ => Some(true),
        }
    }

    fn object(&mut self, keyword: &Keyword, entries: &[(String, Literal)], value: &Literal) -> Option<bool> {
        let get = |name: &str| entries.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        match keyword {
            Keyword::Required(names) => Some(names.iter().all(|name| get(name).is_some())),
            Keyword::Properties { named, patterns, others } => all(entries.iter().map(|(key, value)| {
                let own = named.iter().find(|(name, _)| name == key).map(|(_, schema)| schema);
                match own.or(others.as_ref()) {
                    _ if !patterns.is_empty() => None,
                    Some(schema) => self.asserted(schema, value),
                    None => Some(true),
                }
            })),
            Keyword::PropertyNames(schema) => {
                all(entries.iter().map(|(key, _)| self.asserted(schema, &Literal::String(key.clone()))))
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

fn string(keyword: &Keyword, text: &str) -> Option<bool> {
    let length = || text.chars().count() as u64;
    match keyword {
        Keyword::Count(CountKeyword::MinLength, least) => Some(length() >= *least),
        Keyword::Count(CountKeyword::MaxLength, most) => Some(length() <= *most),
        Keyword::Pattern(_) | Keyword::Format(_) => None,
        _ => Some(true),
    }
}

fn number(keyword: &Keyword, text: &str) -> Option<bool> {
    let Keyword::Number(keyword, bound) = keyword else { return Some(true) };
    if *keyword == NumberKeyword::MultipleOf {
        return multiple(text, bound);
    }
    let order = match (whole(text), whole(bound)) {
        (Some(value), Some(bound)) => value.cmp(&bound),
        _ => text.parse::<f64>().ok()?.partial_cmp(&bound.parse::<f64>().ok()?)?,
    };
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
