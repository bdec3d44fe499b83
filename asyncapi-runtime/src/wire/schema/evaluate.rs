//! The evaluation of a [`Schema`] on a value.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::Map;

use super::{Keyword, Properties, Schema, Type};
use crate::wire::{Json, Literal, Pattern, Undecided, Violation, conditions, formats, number, rules};

/// Schemas in schemas and values in values, together: beyond it, a value is refused rather than the stack risked. JSON text
/// is read to 128 levels, and few schemas need more than a handful of steps for each.
const DEEPEST: u32 = 600;

/// After so many steps, what has been answered once is remembered, so that branches in branches do not multiply.
const STEPS_WITHOUT_MEMORY: u32 = 20_000;

/// As many violations are reported.
const MOST_REPORTED: usize = 100;

/// Whether a value is valid. What takes too much work to tell is not.
pub(super) fn accepts(schema: &'static Schema, value: &Json) -> bool {
    let mut run = Run::default();
    run.schema(schema, value) && run.undecided.is_none()
}

/// What a value breaks.
pub(super) fn violations(schema: &'static Schema, value: &Json) -> Vec<Violation> {
    let mut run = Run { found: Some(Vec::new()), ..Run::default() };
    let valid = run.schema(schema, value);
    let mut found = run.found.unwrap_or_default();
    if let (true, Some(undecided)) = (valid, run.undecided) {
        found.push(undecided.violation());
    }
    found
}

/// Why it cannot be told whether a value is valid.
#[derive(Clone, Copy)]
enum Undecidable {
    /// A pattern takes too much work.
    Pattern,
    /// The value is nested too deeply.
    Depth,
}

impl Undecidable {
    fn violation(self) -> Violation {
        match self {
            Self::Pattern => Violation::new("pattern", Undecided.to_string()),
            Self::Depth => Violation::new("depth", "the value is nested too deeply for its schema"),
        }
    }
}

/// One evaluation. While `found` is there, all faults are collected; without, it stops at the first.
#[derive(Default)]
struct Run {
    found: Option<Vec<Violation>>,
    /// Where the value stands that is looked at; kept only while faults are collected.
    path: Vec<Cow<'static, str>>,
    depth: u32,
    steps: u32,
    /// What is known of a schema and a value, by their addresses.
    known: HashMap<(usize, usize), bool>,
    /// Something on which the answer may depend could not be told. What `false` stands for there turns to `true` under
    /// `not`, so that it is kept beside the answer; where another alternative decides, it is forgotten.
    undecided: Option<Undecidable>,
}

impl Run {
    fn schema(&mut self, schema: &'static Schema, value: &Json) -> bool {
        if self.depth >= DEEPEST {
            self.undecided = Some(Undecidable::Depth);
            return self.outcome(false, || Undecidable::Depth.violation());
        }
        self.depth += 1;
        let valid = if self.found.is_none() && self.steps > STEPS_WITHOUT_MEMORY {
            self.remembered(schema, value)
        } else {
            self.keywords(schema, value)
        };
        self.depth -= 1;
        valid
    }

    fn remembered(&mut self, schema: &'static Schema, value: &Json) -> bool {
        let key = (std::ptr::from_ref(schema).addr(), std::ptr::from_ref(value).addr());
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let valid = self.keywords(schema, value);
        if self.undecided.is_none() {
            self.known.insert(key, valid);
        }
        valid
    }

    fn keywords(&mut self, schema: &'static Schema, value: &Json) -> bool {
        let mut valid = true;
        for keyword in schema.0 {
            self.steps = self.steps.saturating_add(1);
            valid &= self.keyword(keyword, value);
            if !valid && self.found.as_ref().is_none_or(|found| found.len() >= MOST_REPORTED) {
                return false;
            }
        }
        valid
    }

    /// A rule that holds, or is reported.
    fn outcome(&mut self, holds: bool, violation: impl FnOnce() -> Violation) -> bool {
        if !holds && let Some(found) = &mut self.found {
            let path = self.path.iter().rev();
            found.push(path.fold(violation(), |violation, segment| violation.under(segment.clone())));
        }
        holds
    }

    fn checked(&mut self, result: Result<(), Violation>) -> bool {
        match result {
            Ok(()) => true,
            Err(violation) => self.outcome(false, || violation),
        }
    }

    /// A value within the value.
    fn child(&mut self, segment: impl Into<Cow<'static, str>>, schema: &'static Schema, value: &Json) -> bool {
        if self.found.is_none() {
            return self.schema(schema, value);
        }
        self.path.push(segment.into());
        let valid = self.schema(schema, value);
        self.path.pop();
        valid
    }

    /// An alternative: what it breaks is not what the value breaks.
    fn silently(&mut self, schema: &'static Schema, value: &Json) -> bool {
        let found = self.found.take();
        let valid = self.schema(schema, value);
        self.found = found;
        valid
    }

    /// Whether one of several questions is answered with yes; then it does not matter if others could not be told.
    fn any<'a>(&mut self, questions: impl Iterator<Item = (&'static Schema, &'a Json)>) -> bool {
        let (before, mut unknown) = (self.undecided.take(), None);
        for (schema, value) in questions {
            let holds = self.silently(schema, value);
            match self.undecided.take() {
                None if holds => {
                    self.undecided = before;
                    return true;
                }
                answer => unknown = unknown.or(answer),
            }
        }
        self.undecided = before.or(unknown);
        false
    }

    fn pattern(&mut self, pattern: &Pattern, text: &str) -> bool {
        pattern.try_matches(text).unwrap_or_else(|_| {
            self.undecided = Some(Undecidable::Pattern);
            false
        })
    }

    fn keyword(&mut self, keyword: &'static Keyword, value: &Json) -> bool {
        match (keyword, value) {
            (Keyword::Never, _) => self.outcome(false, || Violation::new("false", "no value is allowed here")),
            (Keyword::Type(types), _) => {
                self.outcome(types.iter().any(|one| one.is_of(value)), || not_of_type(types, value))
            }
            (Keyword::Enum(allowed), _) => self.outcome(allowed.iter().any(|one| one.equals(value)), || {
                Violation::new("enum", "the value is not one of those allowed")
            }),
            (Keyword::Texts(allowed), Json::String(text)) => self.checked(rules::one_of_texts(text, allowed)),
            (Keyword::Texts(_), _) => self.outcome(false, || Violation::new("enum", "the value is not a string")),
            (Keyword::All(schema), _) => self.schema(schema, value),
            (Keyword::AnyOf(arms), _) => {
                let holds = self.any(arms.iter().map(|arm| (*arm, value)));
                self.outcome(holds, || Violation::new("anyOf", "the value fits none of the alternatives"))
            }
            (Keyword::OneOf(arms), _) => self.one_of(arms, value),
            (Keyword::Not(schema), _) => {
                let holds = !self.silently(schema, value);
                self.outcome(holds, || Violation::new("not", "the value fits a schema that it must not"))
            }
            (Keyword::If(condition, then, otherwise), _) => {
                let branch = if self.silently(condition, value) { then } else { otherwise };
                branch.is_none_or(|schema| self.schema(schema, value))
            }
            (_, Json::Number(number)) => self.number(keyword, number),
            (_, Json::String(text)) => self.text(keyword, text),
            (_, Json::Array(items)) => self.array(keyword, items),
            (_, Json::Object(entries)) => self.object(keyword, entries, value),
            (_, Json::Null | Json::Bool(_)) => true,
        }
    }

    fn one_of(&mut self, arms: &[&'static Schema], value: &Json) -> bool {
        let (before, mut unknown) = (self.undecided.take(), None);
        let mut fitting = 0;
        for arm in arms {
            let holds = self.silently(arm, value);
            match self.undecided.take() {
                None => fitting += u8::from(holds),
                answer => unknown = answer,
            }
            if fitting == 2 {
                unknown = None;
                break;
            }
        }
        self.undecided = before.or(unknown);
        self.outcome(fitting == 1 && unknown.is_none(), || match fitting {
            0 => Violation::new("oneOf", "the value fits none of the alternatives"),
            2 => Violation::new("oneOf", "the value fits more than one of the alternatives"),
            _ => Violation::new("oneOf", "whether the value fits one alternative alone takes too much work to tell"),
        })
    }

    fn number(&mut self, keyword: &Keyword, value: &serde_json::Number) -> bool {
        use std::cmp::Ordering::{Equal, Greater, Less};
        let (rule, words, bound, allowed): (_, _, _, &[_]) = match keyword {
            Keyword::Minimum(bound) => ("minimum", "at least", bound, &[Greater, Equal]),
            Keyword::Maximum(bound) => ("maximum", "at most", bound, &[Less, Equal]),
            Keyword::ExclusiveMinimum(bound) => ("exclusiveMinimum", "more than", bound, &[Greater]),
            Keyword::ExclusiveMaximum(bound) => ("exclusiveMaximum", "less than", bound, &[Less]),
            Keyword::MultipleOf(step) => {
                return self.outcome(number::is_multiple(value, step), || {
                    Violation::new("multipleOf", format!("{value} is not a multiple of {step}"))
                });
            }
            _ => return true,
        };
        let holds = number::compare(value, bound).is_some_and(|order| allowed.contains(&order));
        self.outcome(holds, || Violation::new(rule, format!("{value} is not {words} {bound}")))
    }

    fn text(&mut self, keyword: &Keyword, text: &str) -> bool {
        match keyword {
            Keyword::MinLength(least) => self.checked(rules::min_length(text, *least)),
            Keyword::MaxLength(most) => self.checked(rules::max_length(text, *most)),
            Keyword::Pattern(pattern) => {
                let holds = self.pattern(pattern, text);
                self.outcome(holds, || rules::no_match(pattern))
            }
            Keyword::Format(name) => self.outcome(formats::is(text, name), || rules::not_of_format(name)),
            _ => true,
        }
    }

    fn array(&mut self, keyword: &'static Keyword, items: &[Json]) -> bool {
        match keyword {
            Keyword::Items(schema) => self.items(items, 0, |_| Some(schema)),
            Keyword::Positions(schemas, others) => self.items(items, 0, |at| schemas.get(at).copied().or(*others)),
            Keyword::MinItems(least) => self.checked(rules::min_items(items, *least)),
            Keyword::MaxItems(most) => self.checked(rules::max_items(items, *most)),
            Keyword::UniqueItems => self.checked(rules::unique_json(items)),
            Keyword::Contains(schema) => {
                let holds = self.any(items.iter().map(|item| (*schema, item)));
                self.outcome(holds, || Violation::new("contains", "no item is of the kind that there must be"))
            }
            _ => true,
        }
    }

    fn items(&mut self, items: &[Json], from: usize, schema: impl Fn(usize) -> Option<&'static Schema>) -> bool {
        let mut valid = true;
        for (at, item) in items.iter().enumerate().skip(from) {
            let Some(schema) = schema(at) else { break };
            valid &=
                if self.found.is_some() { self.child(at.to_string(), schema, item) } else { self.schema(schema, item) };
            if !valid && self.found.is_none() {
                return false;
            }
        }
        valid
    }

    fn object(&mut self, keyword: &'static Keyword, entries: &Map<String, Json>, value: &Json) -> bool {
        match keyword {
            Keyword::Required(names) => names
                .iter()
                .fold(true, |valid, name| valid & self.outcome(entries.contains_key(*name), || rules::missing(name))),
            Keyword::Properties(properties) => self.properties(properties, entries),
            Keyword::PropertyNames(schema) => entries.keys().fold(true, |valid, key| {
                // Of its own: what is remembered is remembered by address, and this text is gone in a moment.
                let mut run = Self { depth: self.depth, ..Self::default() };
                let holds = run.schema(schema, &Json::String(key.clone()));
                self.undecided = self.undecided.or(run.undecided);
                valid
                    & self.outcome(holds, || {
                        Violation::new("propertyNames", "the property has a name that is not allowed")
                            .under(key.clone())
                    })
            }),
            Keyword::MinProperties(least) => self.checked(rules::min_properties(entries.len(), *least)),
            Keyword::MaxProperties(most) => self.checked(rules::max_properties(entries.len(), *most)),
            Keyword::DependentRequired(property, needed) => {
                let needed = needed.iter().all(|name| entries.contains_key(*name));
                self.checked(conditions::dependency(property, entries.contains_key(*property), needed))
            }
            Keyword::DependentSchema(property, schema) => {
                !entries.contains_key(*property) || self.schema(schema, value)
            }
            Keyword::Discriminated(property, arms) => {
                let found = entries.get(*property);
                let fits = |values: &[Literal]| found.is_some_and(|tag| values.iter().any(|it| it.equals(tag)));
                match arms.iter().find(|(values, _)| fits(values)) {
                    Some((_, schema)) => self.schema(schema, value),
                    None => self.outcome(false, || {
                        Violation::new("discriminator", "no alternative has this value").under(*property)
                    }),
                }
            }
            _ => true,
        }
    }

    fn properties(&mut self, properties: &'static Properties, entries: &Map<String, Json>) -> bool {
        let mut valid = true;
        for (key, value) in entries {
            let mut named = false;
            if let Some((name, schema)) = properties.named.iter().find(|(name, _)| name == key) {
                named = true;
                valid &= self.child(*name, schema, value);
            }
            for (pattern, schema) in properties.patterns {
                if !self.pattern(pattern, key) {
                    continue;
                }
                named = true;
                valid &= if self.found.is_some() {
                    self.child(key.clone(), schema, value)
                } else {
                    self.schema(schema, value)
                };
            }
            if let (false, Some(schema)) = (named, properties.others) {
                valid &= self.other(schema, key, value);
            }
            if !valid && self.found.is_none() {
                return false;
            }
        }
        valid
    }

    fn other(&mut self, schema: &'static Schema, key: &str, value: &Json) -> bool {
        if matches!(schema.0, [Keyword::Never]) {
            return self.outcome(false, || {
                Violation::new("additionalProperties", "the property is not allowed").under(key.to_owned())
            });
        }
        if self.found.is_some() { self.child(key.to_owned(), schema, value) } else { self.schema(schema, value) }
    }
}

#[cold]
fn not_of_type(types: &[Type], value: &Json) -> Violation {
    let names: Vec<&str> = types.iter().map(|one| one.name()).collect();
    let found = match value {
        Json::Null => "null",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a string",
        Json::Array(_) => "an array",
        Json::Object(_) => "an object",
    };
    Violation::new("type", format!("{found} where {} is expected", names.join(" or ")))
}
