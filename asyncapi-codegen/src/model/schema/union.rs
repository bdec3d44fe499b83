//! oneOf, anyOf, and several `type`s: enums, and how the right arm is found.

use super::facts::{Facts, Group, kind};
use super::values::{Allowed, scalar};
use super::{Hint, Schemas};
use crate::diagnostic::catalogue::types as code;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::names::{self, Scope};
use crate::model::{AnyOf, Arm, Asserted, Builtin, Choice, Docs, JsonKind, Literal, Shape, TypeId, TypeUse, Union};
use crate::source::Node;

/// Several oneOf or anyOf that must all hold make a product of arms; beyond this many, no type is made of them.
const MOST_ARMS: usize = 64;

/// The arms of one union (not of a product).
const MOST_SIMPLE_ARMS: usize = 5_000;

/// Unions that are arms of others without a name of their own, in a whole document. A union whose arms are unions with more
/// beside them, whose arms are such again, would else make twice as many types with each level.
const MOST_INNER_UNIONS: usize = 2_000;

/// One arm: the schemas that must all hold, beside what surrounds the union.
struct Candidate {
    nodes: Vec<Node>,
    facts: Facts,
    /// The schema's name, where it refers to one.
    name: Option<String>,
}

impl Schemas<'_> {
    /// The enum of a schema that allows several JSON types.
    ///
    /// Of a schema without `type`, those that its keywords speak of have an arm, and all others one together.
    pub(super) fn union_of_kinds(&mut self, facts: &Facts, kinds: u8, hint: &Hint, sink: &mut Sink) -> TypeUse {
        let id = self.slot(hint, facts);
        let typed = if kinds | kind::NULL == kind::ALL { facts.constrained() } else { kinds & !kind::NULL };
        let number = if kinds & kind::NUMBER == kind::INTEGER { "Integer" } else { "Number" };
        let all = [
            (kind::BOOLEAN, "Boolean"),
            (kinds & kind::NUMBER, number),
            (kind::STRING, "String"),
            (kind::ARRAY, "Array"),
            (kind::OBJECT, "Object"),
        ];
        let (mut arms, mut by_arm) = (Vec::new(), Vec::new());
        for (bits, name) in all {
            if bits == 0 || typed & bits == 0 {
                continue;
            }
            by_arm.push(json_kinds(bits));
            // What neither belongs to one type nor is carried by it, is asked of the whole.
            let mut part = facts.without_conditions();
            part.types = Some(bits);
            if typed == facts.constrained() && bits != kind::OBJECT {
                part.groups = Vec::new();
            }
            (part.rust_name, part.title, part.description) = (None, None, None);
            let ty = self.lower_facts(part, &Hint::child(id, name), sink);
            if bits == kind::OBJECT && self.unnamed_matter(facts, &[], sink) {
                self.kept.push(ty.clone());
            }
            arms.push(Arm { name: crate::model::Name(name.to_owned()), docs: Docs::default(), ty });
        }
        let others = json_kinds(kinds & !typed);
        if !others.is_empty() {
            by_arm.push(others);
            let mut docs = Docs::default();
            docs.paragraphs.push("Any other value: the document does not say of which type it is.".to_owned());
            arms.push(Arm { name: crate::model::Name("Other".to_owned()), docs, ty: TypeUse::Builtin(Builtin::Json) });
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
        let affordable = present.is_empty() && self.inner_unions < MOST_INNER_UNIONS;
        let Some(combinations) = combinations(&groups).filter(|_| affordable) else {
            // The type of what is said beside them, and the groups are looked at as a whole.
            self.loose = true;
            return self.lower_shape(facts, hint, sink);
        };
        // What several groups ask together is asked of the whole; the arms are for the first that fits.
        self.loose |= groups.len() > 1;
        let exactly_one = groups.len() == 1 && groups.iter().all(|group| group.exactly_one);
        let mut candidates: Vec<Candidate> =
            combinations.into_iter().map(|nodes| self.candidate(nodes, sink)).collect();
        if candidates.iter().any(|it| !it.facts.never) {
            // What accepts nothing is no alternative.
            candidates.retain(|it| !it.facts.never);
        }
        let objects = |it: &Candidate| it.facts.types.is_none() && it.facts.only_about_objects();
        if facts.types.is_none() && candidates.len() > 1 && candidates.iter().all(objects) {
            if exactly_one {
                // What is no object fits every arm, and so not just one.
                facts.types = Some(kind::OBJECT);
            } else {
                facts.groups = groups;
                return self.objects_or_others(&facts, hint, sink);
            }
        }
        if let Some(types) = facts.types {
            // What is of another type than the whole fits nothing.
            let possible = |it: &Candidate| it.facts.kinds().is_none_or(|own| own & types != 0) || it.facts.nullable;
            candidates.retain(possible);
            if candidates.is_empty() && !facts.nullable {
                self.report_no_value(&facts, "no alternative is of the type that is asked for beside them", sink);
                return TypeUse::Builtin(Builtin::Never);
            }
        }
        let nullable = self.take_null(&mut facts, &mut candidates);
        let inner = if nullable { hint.part_if_owned("value") } else { hint.clone() };
        let ty = self.union_of(&facts, candidates, &groups, exactly_one, &inner, sink);
        if nullable { TypeUse::Nullable(Box::new(ty)) } else { ty }
    }

    fn candidate(&mut self, nodes: Vec<Node>, sink: &mut Sink) -> Candidate {
        let name = match nodes.as_slice() {
            [node] => self.only_reference(node).map(|target| self.location_name(&target.location)),
            _ => None,
        };
        let facts = self.facts(&nodes, sink);
        self.inner_unions += usize::from(name.is_none() && !facts.groups.is_empty());
        Candidate { nodes, facts, name }
    }

    /// anyOf of schemas that speak of objects without saying `type: object`.
    fn objects_or_others(&mut self, facts: &Facts, hint: &Hint, sink: &mut Sink) -> TypeUse {
        let id = self.slot(hint, facts);
        let mut objects = facts.clone();
        objects.types = Some(kind::OBJECT);
        (objects.rust_name, objects.title, objects.description) = (None, None, None);
        let ty = self.lower_facts(objects, &Hint::child(id, "Object"), sink);
        let arm = |name: &str, ty| Arm { name: crate::model::Name(name.to_owned()), docs: Docs::default(), ty };
        let arms = vec![arm("Object", ty), arm("Other", TypeUse::Builtin(Builtin::Json))];
        let choice = Choice::JsonType(vec![vec![JsonKind::Object], json_kinds(kind::ALL & !kind::OBJECT)]);
        let docs = self.docs(facts);
        self.define(id, Shape::Union(Union { arms, choice }), docs);
        TypeUse::Named(id)
    }

    /// Takes the arm that is just `null` out, and says whether the whole may be `null`.
    fn take_null(&self, facts: &mut Facts, candidates: &mut Vec<Candidate>) -> bool {
        let null_allowed = facts.types.is_none_or(|types| types & kind::NULL != 0) || facts.nullable;
        let is_null = |it: &Candidate| it.facts.kinds() == Some(kind::NULL) && it.facts.groups.is_empty();
        let takes_no_null =
            |it: &Candidate| it.facts.kinds().is_some_and(|kinds| kinds & kind::NULL == 0) && !it.facts.nullable;
        let nulls = candidates.iter().filter(|it| is_null(it)).count();
        let others_refuse = candidates.iter().all(|it| is_null(it) || takes_no_null(it));
        let listed = nulls == 1 && others_refuse && null_allowed && candidates.len() > 1;
        if listed {
            candidates.retain(|it| !is_null(it));
        }
        let nullable = listed || facts.nullable;
        if nullable {
            facts.nullable = false;
            facts.types = facts.types.map(|types| types & !kind::NULL);
        }
        nullable
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
        let plain = base.says_nothing_but_types()
            && candidates
                .iter()
                .all(|it| base.types.is_none_or(|types| it.facts.types.is_some_and(|own| own & !types == 0)));
        if !plain {
            // Conditions of the base are asked of the whole.
            let base = base.without_conditions();
            for candidate in &mut candidates {
                candidate.facts = self.facts_onto(base.clone(), &candidate.nodes, sink);
            }
        }
        if let [only] = candidates.as_slice() {
            return if plain {
                self.lower_nodes(&only.nodes.clone(), hint, sink)
            } else {
                self.lower_alternative(only.facts.clone(), hint, sink)
            };
        }
        if let Some(values) = self.union_of_values(&candidates, sink) {
            let docs = self.docs(base);
            return self.scalar_enum(&values, docs, base, hint);
        }
        if !exactly_one
            && plain
            && let Some(values) = self.open_values(&candidates, sink)
        {
            return self.open_enum(&values, base, hint);
        }
        let id = self.slot(hint, base);
        let choice = self.choice(base, &candidates, groups, exactly_one, sink);
        let all_objects = candidates.iter().all(|it| it.facts.kinds() == Some(kind::OBJECT));
        if let (Choice::Schemas { exactly_one: false, schemas }, true, [_]) = (&choice, all_objects, groups) {
            return self.any_of(base, &candidates, schemas.clone(), plain, id, sink);
        }
        let texts: Vec<String> = candidates.iter().enumerate().map(|(at, it)| arm_name(it, at, &choice)).collect();
        if matches!(choice, Choice::Schemas { exactly_one: true, .. }) {
            self.report_overlap(base, &candidates, &texts, sink);
        }
        let arms = self.arms(&candidates, &texts, names::camel, plain, id, sink);
        if matches!(choice, Choice::Schemas { exactly_one: true, .. }) {
            let facts: Vec<&Facts> = candidates.iter().map(|it| &it.facts).collect();
            let kept = arms.iter().enumerate().filter(|(at, _)| self.unnamed_decide(&facts, *at));
            let kept: Vec<TypeUse> = kept.map(|(_, arm)| arm.ty.clone()).collect();
            self.kept.extend(kept);
        } else if groups.len() > 1 || (matches!(choice, Choice::Schemas { .. }) && several_objects(&candidates)) {
            // What several groups ask together may be about anything; of anyOf, the first that fits is taken, and another
            // may name what it does not.
            self.kept.extend(arms.iter().map(|arm| arm.ty.clone()));
        }
        let docs = self.docs(base);
        self.define(id, Shape::Union(Union { arms, choice }), docs);
        TypeUse::Named(id)
    }

    fn report_overlap(&self, base: &Facts, candidates: &[Candidate], texts: &[String], sink: &mut Sink) {
        let facts: Vec<&Facts> = candidates.iter().map(|it| &it.facts).collect();
        if let Some((one, other)) = self.overlapping(&facts)
            && let (Some(one), Some(other)) = (texts.get(one), texts.get(other))
        {
            let text = format!("alternatives `{one}` and `{other}` of this `oneOf` overlap");
            sink.push(Diagnostic::new(&code::OVERLAP, base.span, text).label("a value that fits both is refused"));
        }
    }

    /// The arms, each named by its text in the way of `case`.
    fn arms(
        &mut self,
        candidates: &[Candidate],
        texts: &[String],
        case: impl Fn(&str) -> String,
        plain: bool,
        id: TypeId,
        sink: &mut Sink,
    ) -> Vec<Arm> {
        let wanted: Vec<(String, &str)> = texts.iter().map(|text| (case(text), text.as_str())).collect();
        let names = Scope::default().assign(&wanted);
        let mut arms = Vec::new();
        for ((candidate, name), text) in candidates.iter().zip(names).zip(texts) {
            let ty = self.arm(candidate, plain, id, text, sink);
            let mut docs = self.docs(&candidate.facts);
            docs.place = None;
            arms.push(Arm { name, docs, ty });
        }
        arms
    }

    /// anyOf of objects, several of which may fit: a struct that holds each that does.
    fn any_of(
        &mut self,
        base: &Facts,
        candidates: &[Candidate],
        schemas: Vec<Asserted>,
        plain: bool,
        id: TypeId,
        sink: &mut Sink,
    ) -> TypeUse {
        let choice = Choice::Schemas { exactly_one: false, schemas: Vec::new() };
        let texts: Vec<String> = candidates.iter().enumerate().map(|(at, it)| arm_name(it, at, &choice)).collect();
        let arms = self.arms(candidates, &texts, names::snake, plain, id, sink);
        let docs = self.docs(base);
        self.define(id, Shape::AnyOf(AnyOf { arms, schemas }), docs);
        TypeUse::Named(id)
    }

    fn arm(&mut self, candidate: &Candidate, plain: bool, id: TypeId, text: &str, sink: &mut Sink) -> TypeUse {
        let hint = Hint::child(id, text);
        if plain {
            self.lower_nodes(&candidate.nodes, &hint, sink)
        } else {
            let mut facts = candidate.facts.clone();
            facts.rust_name = None;
            self.lower_alternative(facts, &hint, sink)
        }
    }

    /// Arms that are all constants make a plain enum, each value with its own docs.
    fn union_of_values(&mut self, candidates: &[Candidate], sink: &mut Sink) -> Option<Vec<(Literal, Docs)>> {
        let mut all = Vec::new();
        for candidate in candidates {
            candidate.facts.values.as_ref()?;
            let Allowed { known: values, certain: true } = self.allowed_values(&candidate.facts, sink) else {
                return None;
            };
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

    /// Strings that have a meaning, beside any other string: `anyOf: [{ enum: [a, b] }, { type: string }]`.
    fn open_values(&mut self, candidates: &[Candidate], sink: &mut Sink) -> Option<Vec<(Literal, Docs)>> {
        let any_string = |it: &Candidate| {
            it.facts.kinds() == Some(kind::STRING)
                && it.facts.says_nothing_but_types()
                && it.facts.groups.is_empty()
                && !it.facts.nullable
        };
        let (open, listed): (Vec<_>, Vec<_>) = candidates.iter().partition(|it| any_string(it));
        let ([_], [listed]) = (open.as_slice(), listed.as_slice()) else { return None };
        let values = self.union_of_values(std::slice::from_ref(*listed), sink)?;
        values.iter().all(|(value, _)| matches!(value, Literal::String(_))).then_some(values)
    }

    /// How the right arm is found: by a property, by the JSON type, or by trial.
    fn choice(
        &mut self,
        base: &Facts,
        candidates: &[Candidate],
        groups: &[Group],
        exactly_one: bool,
        sink: &mut Sink,
    ) -> Choice {
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
        if candidates.iter().all(|it| it.facts.kinds() == Some(kind::OBJECT))
            && let Some((property, values)) = self.tag(base, candidates, groups)
        {
            return Choice::Tag { property, values };
        }
        let schemas = candidates.iter().map(|it| self.asserted(&it.nodes, sink)).collect();
        Choice::Schemas { exactly_one, schemas }
    }

    /// The property that tells objects apart, with its values by arm.
    fn tag(&mut self, base: &Facts, candidates: &[Candidate], groups: &[Group]) -> Option<(String, Vec<Vec<Literal>>)> {
        let shared =
            candidates.iter().map(|it| it.facts.discriminator.as_deref()).reduce(|a, b| if a == b { a } else { None });
        if let Some(property) = base.discriminator.as_deref().or_else(|| shared.flatten())
            && let [group] = groups
            && let Some(values) = self.discriminated(property, candidates, &group.mapping)
        {
            return Some((property.to_owned(), values));
        }
        let first = candidates.first().map(|it| it.facts.required.clone()).unwrap_or_default();
        first.into_iter().find_map(|property| {
            let values = candidates.iter().map(|it| self.tag_values(&property, it)).collect::<Option<Vec<_>>>();
            values.filter(|values| distinct(values)).map(|values| (property, values))
        })
    }

    /// The values that an arm allows for a property that it requires.
    fn tag_values(&mut self, property: &str, candidate: &Candidate) -> Option<Vec<Literal>> {
        candidate.facts.required.iter().find(|it| *it == property)?;
        // What is wrong with the property is reported where its own type is made.
        let sink = &mut Sink::default();
        let facts = self.facts(candidate.facts.property(property)?, sink);
        facts.values.as_ref()?;
        let Allowed { known: values, .. } = self.allowed_values(&facts, sink);
        (!values.is_empty() && values.iter().all(scalar) && !facts.nullable).then_some(values)
    }

    /// The arms of a oneOf or anyOf by the `discriminator` beside it, where there is one that tells them apart.
    pub(super) fn discriminated_arms(&mut self, node: &Node, arms: &[Node]) -> Option<(String, Vec<Vec<Literal>>)> {
        let (property, mapping) = self.discriminator(node).filter(|_| self.reading == super::Reading::Own)?;
        let sink = &mut Sink::default();
        let candidates: Vec<Candidate> = arms.iter().map(|arm| self.candidate(vec![arm.clone()], sink)).collect();
        let objects = candidates.len() > 1 && candidates.iter().all(|it| it.facts.kinds() == Some(kind::OBJECT));
        let values = self.discriminated(&property, &candidates, &mapping).filter(|_| objects)?;
        Some((property, values))
    }

    /// The values of a discriminator: what the arms say, else the mapping, else the names of the schemas.
    fn discriminated(
        &mut self,
        property: &str,
        candidates: &[Candidate],
        mapping: &[(String, String)],
    ) -> Option<Vec<Vec<Literal>>> {
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

/// Whether an object may fit more than one, and one of them names properties.
fn several_objects(candidates: &[Candidate]) -> bool {
    let objects = candidates.iter().filter(|it| it.facts.kinds().is_none_or(|kinds| kinds & kind::OBJECT != 0));
    objects.clone().count() > 1 && objects.clone().any(|it| it.facts.constrained() & kind::OBJECT != 0)
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
    let mut seen = crate::collections::HashSet::new();
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
