//! oneOf, anyOf, and several `type`s: enums, and how the right arm is found.

use super::facts::{Facts, Group, kind};
use super::values::scalar;
use super::{Hint, Schemas};
use crate::diagnostic::catalogue::types as code;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::names::{self, Scope};
use crate::model::{Arm, Builtin, Choice, Docs, JsonKind, Literal, Shape, TypeId, TypeUse, Union};
use crate::source::Node;

/// Several oneOf or anyOf that must all hold make a product of arms; beyond this many, no type is made of them.
const MOST_ARMS: usize = 64;

/// The arms of one union (not of a product).
const MOST_SIMPLE_ARMS: usize = 5_000;

/// One arm: the schemas that must all hold, beside what surrounds the union.
struct Candidate {
    nodes: Vec<Node>,
    facts: Facts,
    /// The schema's name, where it refers to one.
    name: Option<String>,
}

impl Schemas<'_> {
    /// The enum of a schema that allows several JSON types.
    pub(super) fn union_of_kinds(&mut self, facts: &Facts, kinds: u8, hint: &Hint, sink: &mut Sink) -> TypeUse {
        let id = self.slot(hint, facts);
        let all = [
            (kind::BOOLEAN, "Boolean"),
            (kinds & kind::NUMBER, "Number"),
            (kind::STRING, "String"),
            (kind::ARRAY, "Array"),
            (kind::OBJECT, "Object"),
        ];
        let (mut arms, mut by_arm) = (Vec::new(), Vec::new());
        for (bits, name) in all {
            if bits == 0 || kinds & bits == 0 {
                continue;
            }
            let name = if bits == kind::INTEGER { "Integer" } else { name };
            by_arm.push(json_kinds(bits));
            let mut part = facts.clone();
            part.types = Some(bits);
            (part.rust_name, part.title, part.description) = (None, None, None);
            let ty = self.lower_facts(part, &Hint::child(id, name), sink);
            arms.push(Arm { name: crate::model::Name(name.to_owned()), docs: Docs::default(), ty });
        }
        let docs = self.docs(facts);
        self.define(id, Shape::Union(Union { arms, choice: Choice::JsonType(by_arm) }), docs);
        TypeUse::Named(id)
    }

    /// The type of a schema with oneOf or anyOf.
    pub(super) fn union(&mut self, mut facts: Facts, hint: &Hint, sink: &mut Sink) -> TypeUse {
        let mut groups = std::mem::take(&mut facts.groups);
        let mut present = Vec::new();
        groups.retain(|group| match Self::present_sets(&facts, &group.arms, group.exactly_one) {
            Some(rule) => {
                present.push(rule);
                false
            }
            None => true,
        });
        if groups.is_empty() {
            return self.object_with(&facts, present, hint, sink);
        }
        let exactly_one = groups.iter().all(|group| group.exactly_one);
        let Some(combinations) = combinations(&groups) else {
            let text = "too many combinations of `oneOf` and `anyOf` for a type";
            sink.push(Diagnostic::new(&code::TOO_MANY, facts.span, text).label("any JSON value is accepted"));
            return TypeUse::Builtin(Builtin::Json);
        };
        let mut candidates = Vec::new();
        let mut nullable =
            facts.nullable || facts.types.is_some_and(|types| types & kind::NULL != 0 && types != kind::NULL);
        let or_null = facts.types.is_none() || nullable;
        for nodes in combinations {
            let name = match nodes.as_slice() {
                [node] => self.only_reference(node).map(|target| self.location_name(&target.location)),
                _ => None,
            };
            let own = self.facts(&nodes, sink);
            if own.kinds() == Some(kind::NULL) && own.groups.is_empty() && or_null {
                nullable = true;
            } else {
                candidates.push(Candidate { nodes, facts: own, name });
            }
        }
        facts.nullable = false;
        facts.types = facts.types.map(|types| types & !kind::NULL);
        let inner = if nullable { hint.part_if_owned("value") } else { hint.clone() };
        let ty = self.union_of(&facts, candidates, &groups, exactly_one, &inner, sink);
        if nullable { TypeUse::Nullable(Box::new(ty)) } else { ty }
    }

    fn union_of(
        &mut self,
        base: &Facts,
        mut candidates: Vec<Candidate>,
        groups: &[Group],
        exactly_one: bool,
        hint: &Hint,
        sink: &mut Sink,
    ) -> TypeUse {
        if candidates.is_empty() {
            return TypeUse::Builtin(Builtin::Null);
        }
        let plain = base.says_nothing_but_types()
            && candidates
                .iter()
                .all(|it| base.types.is_none_or(|types| it.facts.kinds().is_some_and(|own| own & !types == 0)));
        if !plain {
            for candidate in &mut candidates {
                candidate.facts = self.facts_onto(base.clone(), &candidate.nodes, sink);
            }
        }
        if let [only] = candidates.as_slice() {
            return if plain {
                self.lower_nodes(&only.nodes.clone(), hint, sink)
            } else {
                self.lower_facts(only.facts.clone(), hint, sink)
            };
        }
        if let Some(values) = self.union_of_values(&candidates) {
            let docs = self.docs(base);
            return self.scalar_enum(&values, docs, base, hint);
        }
        let id = self.slot(hint, base);
        let choice = self.choice(base, &candidates, groups, exactly_one);
        let texts: Vec<String> = candidates.iter().enumerate().map(|(at, it)| arm_name(it, at, &choice)).collect();
        let wanted: Vec<(String, &str)> = texts.iter().map(|text| (names::camel(text), text.as_str())).collect();
        let names = Scope::default().assign(&wanted);
        let mut arms = Vec::new();
        for ((candidate, name), text) in candidates.iter().zip(names).zip(&texts) {
            let ty = self.arm(candidate, plain, id, text, sink);
            let mut docs = self.docs(&candidate.facts);
            docs.place = None;
            arms.push(Arm { name, docs, ty });
        }
        let docs = self.docs(base);
        self.define(id, Shape::Union(Union { arms, choice }), docs);
        TypeUse::Named(id)
    }

    fn arm(&mut self, candidate: &Candidate, plain: bool, id: TypeId, text: &str, sink: &mut Sink) -> TypeUse {
        let hint = Hint::child(id, text);
        if plain {
            self.lower_nodes(&candidate.nodes, &hint, sink)
        } else {
            let mut facts = candidate.facts.clone();
            facts.rust_name = None;
            self.lower_facts(facts, &hint, sink)
        }
    }

    /// Arms that are all constants make a plain enum, each value with its own docs.
    fn union_of_values(&self, candidates: &[Candidate]) -> Option<Vec<(Literal, Docs)>> {
        let mut all = Vec::new();
        for candidate in candidates {
            candidate.facts.values.as_ref()?;
            let values = Self::allowed_values(&candidate.facts);
            let mut docs = self.docs(&candidate.facts);
            docs.place = None;
            for value in values {
                if !scalar(&value) || all.iter().any(|(known, _)| *known == value) || all.len() > 1_000 {
                    return None;
                }
                all.push((value, docs.clone()));
            }
        }
        (!all.is_empty()).then_some(all)
    }

    /// How the right arm is found: by a property, by the JSON type, or by trial.
    fn choice(&self, base: &Facts, candidates: &[Candidate], groups: &[Group], exactly_one: bool) -> Choice {
        let by_kind = candidates.iter().map(|it| it.facts.kinds().filter(|_| it.facts.groups.is_empty()));
        let mut seen = 0;
        let disjoint = by_kind.map(|kinds| {
            // Numbers are told from other types, not integers from fractions.
            let kinds = kinds.map(|it| if it & kind::NUMBER != 0 { it | kind::NUMBER } else { it });
            let apart = kinds.is_some_and(|it| it & seen == 0);
            seen |= kinds.unwrap_or_default();
            apart
        });
        if disjoint.fold(true, |all, apart| all & apart) {
            let kinds = candidates.iter().map(|it| json_kinds(it.facts.kinds().unwrap_or_default()));
            return Choice::JsonType(kinds.collect());
        }
        let shared =
            candidates.iter().map(|it| it.facts.discriminator.as_deref()).reduce(|a, b| if a == b { a } else { None });
        if let Some(property) = base.discriminator.as_deref().or_else(|| shared.flatten())
            && let Some(values) = self.discriminated(property, candidates, groups)
        {
            return Choice::Tag { property: property.to_owned(), values };
        }
        let first = candidates.first().map(|it| it.facts.required.clone()).unwrap_or_default();
        for property in first {
            let values = candidates.iter().map(|it| self.tag_values(property.as_str(), it)).collect::<Option<Vec<_>>>();
            if let Some(values) = values.filter(|values| distinct(values)) {
                return Choice::Tag { property, values };
            }
        }
        Choice::Trial { exactly_one }
    }

    /// The values that an arm allows for a property that it requires.
    fn tag_values(&self, property: &str, candidate: &Candidate) -> Option<Vec<Literal>> {
        candidate.facts.required.iter().find(|it| *it == property)?;
        // What is wrong with the property is reported where its own type is made.
        let facts = self.facts(candidate.facts.property(property)?, &mut Sink::default());
        facts.values.as_ref()?;
        let values = Self::allowed_values(&facts);
        (!values.is_empty() && values.iter().all(scalar) && !facts.nullable).then_some(values)
    }

    /// The values of a discriminator: what the arms say, else the mapping, else the names of the schemas.
    fn discriminated(&self, property: &str, candidates: &[Candidate], groups: &[Group]) -> Option<Vec<Vec<Literal>>> {
        let mapping: Vec<&(String, String)> = groups.iter().flat_map(|group| &group.mapping).collect();
        let values = candidates.iter().map(|candidate| {
            if let Some(values) = self.tag_values(property, candidate) {
                return Some(values);
            }
            candidate.facts.required.iter().find(|it| *it == property)?;
            let [node] = candidate.nodes.as_slice() else { return None };
            let reference = node.get("$ref").and_then(Node::as_str)?;
            let last = reference.rsplit('/').next()?;
            let mapped: Vec<Literal> = mapping
                .iter()
                .filter(|(_, to)| to == reference || to == last)
                .map(|(value, _)| Literal::String(value.clone()))
                .collect();
            Some(if mapped.is_empty() { vec![Literal::String(last.to_owned())] } else { mapped })
        });
        values.collect::<Option<Vec<_>>>().filter(|values| distinct(values))
    }
}

/// One schema of each group, in all combinations.
fn combinations(groups: &[Group]) -> Option<Vec<Vec<Node>>> {
    if let [group] = groups {
        return (group.arms.len() <= MOST_SIMPLE_ARMS)
            .then(|| group.arms.iter().map(|arm| vec![arm.clone()]).collect());
    }
    let mut all: Vec<Vec<Node>> = vec![Vec::new()];
    for group in groups {
        if all.len().saturating_mul(group.arms.len()) > MOST_ARMS {
            return None;
        }
        all = all
            .iter()
            .flat_map(|nodes| group.arms.iter().map(|arm| [nodes.as_slice(), std::slice::from_ref(arm)].concat()))
            .collect();
    }
    Some(all)
}

/// The JSON types of some bits.
fn json_kinds(bits: u8) -> Vec<JsonKind> {
    let all = [
        (kind::NULL, JsonKind::Null),
        (kind::BOOLEAN, JsonKind::Bool),
        (kind::NUMBER, JsonKind::Number),
        (kind::STRING, JsonKind::String),
        (kind::ARRAY, JsonKind::Array),
        (kind::OBJECT, JsonKind::Object),
    ];
    all.into_iter().filter(|(bit, _)| bits & bit != 0).map(|(_, kind)| kind).collect()
}

/// No value stands for two arms.
fn distinct(values: &[Vec<Literal>]) -> bool {
    let mut seen = std::collections::HashSet::new();
    values.iter().flatten().all(|value| seen.insert(format!("{value:?}")))
}

fn arm_name(candidate: &Candidate, at: usize, choice: &Choice) -> String {
    if let Some(name) =
        candidate.facts.rust_name.as_ref().or(candidate.name.as_ref()).or(candidate.facts.title.as_ref())
    {
        return name.clone();
    }
    if let Choice::Tag { values, .. } = choice
        && let Some([Literal::String(text), ..]) = values.get(at).map(Vec::as_slice)
    {
        return text.clone();
    }
    let kind = candidate.facts.kinds().filter(|_| matches!(choice, Choice::JsonType(_)));
    match kind {
        Some(kind::STRING) => "String".to_owned(),
        Some(kind::INTEGER) => "Integer".to_owned(),
        Some(kind::NUMBER) => "Number".to_owned(),
        Some(kind::BOOLEAN) => "Boolean".to_owned(),
        Some(kind::ARRAY) => "Array".to_owned(),
        Some(kind::OBJECT) => "Object".to_owned(),
        _ => format!("Variant {}", at + 1),
    }
}
