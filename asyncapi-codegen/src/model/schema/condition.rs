//! Schemas as [`Condition`]s: the same keywords as data, for what no Rust type carries.
//!
//! Input: schema nodes. Output: [`Asserted`], and the [`Condition`]s that it refers to. Invariants: what a condition
//! accepts is what the schema accepts, with the same reading of `nullable`, `discriminator` and `$ref` as for types; each
//! location is one condition; references cost no stack.

use super::facts::kind;
use super::literal::{literal, number, whole};
use super::merge::{bound, formats, types};
use super::{Schemas, names};
use crate::collections::{HashMap, HashSet};
use crate::diagnostic::Sink;
use crate::document::Target;
use crate::model::{Asserted, Condition, ConditionId, CountKeyword, JsonType, Keyword, Literal, Name, NumberKeyword};
use crate::source::Node;

/// More strings than this are a sorted list.
const MOST_LITERALS: usize = 100;

const NUMBERS: &[(&str, NumberKeyword)] = &[
    ("minimum", NumberKeyword::Minimum),
    ("maximum", NumberKeyword::Maximum),
    ("exclusiveMinimum", NumberKeyword::ExclusiveMinimum),
    ("exclusiveMaximum", NumberKeyword::ExclusiveMaximum),
    ("multipleOf", NumberKeyword::MultipleOf),
];

const COUNTS: &[(&str, CountKeyword)] = &[
    ("minLength", CountKeyword::MinLength),
    ("maxLength", CountKeyword::MaxLength),
    ("minItems", CountKeyword::MinItems),
    ("maxItems", CountKeyword::MaxItems),
    ("minProperties", CountKeyword::MinProperties),
    ("maxProperties", CountKeyword::MaxProperties),
];

impl Schemas<'_> {
    /// One condition that all of `nodes` make; `text` names it.
    pub(super) fn condition(&mut self, nodes: &[Node], text: &str, sink: &mut Sink) -> ConditionId {
        if let [node] = nodes
            && let Some(target) = self.only_reference(node)
        {
            return self.shared(&target);
        }
        let keywords = self.all(nodes, sink);
        let id = self.reserve_condition(text);
        self.define_condition(id, keywords);
        self.build_conditions(sink);
        id
    }

    /// The condition that `not` and `if` make, without the rest of the schema.
    pub(super) fn only_conditions(
        &mut self,
        nots: &[Node],
        ifs: &[(Node, Option<Node>, Option<Node>)],
        text: &str,
        sink: &mut Sink,
    ) -> ConditionId {
        let keywords = self.only_keywords(nots, ifs, sink);
        let id = self.reserve_condition(text);
        self.define_condition(id, keywords);
        id
    }

    /// The condition that asks what two ask.
    pub(super) fn both(&mut self, one: ConditionId, other: ConditionId) -> ConditionId {
        let text = self.conditions.get(other.0 as usize).map(|it| it.name.0.clone()).unwrap_or_default();
        let id = self.reserve_condition(text.trim_end_matches(" schema"));
        self.define_condition(id, [one, other].map(|part| Keyword::All(Asserted::Shared(part))).to_vec());
        id
    }

    /// What `not` and `if` ask.
    pub(super) fn only_keywords(
        &mut self,
        nots: &[Node],
        ifs: &[(Node, Option<Node>, Option<Node>)],
        sink: &mut Sink,
    ) -> Vec<Keyword> {
        let mut keywords = Vec::new();
        for not in nots {
            keywords.push(Keyword::Not(self.asserted_one(not, sink)));
        }
        for (condition, then, otherwise) in ifs {
            keywords.push(self.if_keyword(condition, then.as_ref(), otherwise.as_ref(), sink));
        }
        self.build_conditions(sink);
        keywords
    }

    fn if_keyword(
        &mut self,
        condition: &Node,
        then: Option<&Node>,
        otherwise: Option<&Node>,
        sink: &mut Sink,
    ) -> Keyword {
        let condition = self.asserted_one(condition, sink);
        let then = then.map(|schema| self.asserted_one(schema, sink));
        let otherwise = otherwise.map(|schema| self.asserted_one(schema, sink));
        Keyword::If(condition, then, otherwise)
    }

    /// All of `nodes`, inline where they stand inline.
    pub(super) fn asserted(&mut self, nodes: &[Node], sink: &mut Sink) -> Asserted {
        let asserted = match nodes {
            [node] => self.asserted_one(node, sink),
            _ => Asserted::Inline(self.all(nodes, sink)),
        };
        self.build_conditions(sink);
        asserted
    }

    fn all(&mut self, nodes: &[Node], sink: &mut Sink) -> Vec<Keyword> {
        let mut keywords = Vec::new();
        for node in nodes {
            match self.asserted_one(node, sink) {
                Asserted::Inline(more) => keywords.extend(more),
                shared => keywords.push(Keyword::All(shared)),
            }
        }
        keywords
    }

    fn asserted_one(&mut self, node: &Node, sink: &mut Sink) -> Asserted {
        match node.as_bool() {
            Some(true) => return Asserted::Inline(Vec::new()),
            Some(false) => return Asserted::Inline(vec![Keyword::Never]),
            None => {}
        }
        if let Some(id) = self.noted_condition(node) {
            return Asserted::Shared(id);
        }
        match self.only_reference(node) {
            Some(target) => Asserted::Shared(self.shared(&target)),
            None => Asserted::Inline(self.keywords(node, sink)),
        }
    }

    fn shared(&mut self, target: &Target) -> ConditionId {
        if let Some(id) = self.located_conditions.get(&target.location) {
            return *id;
        }
        let name = self.location_name(&target.location);
        let id = self.reserve_condition(&name);
        self.located_conditions.insert(target.location.clone(), id);
        self.waiting_conditions.push((target.node.clone(), id));
        id
    }

    fn reserve_condition(&mut self, text: &str) -> ConditionId {
        let id = ConditionId(u32::try_from(self.conditions.len()).unwrap_or(u32::MAX));
        self.conditions.push(Condition { name: Name(format!("{text} schema")), keywords: Vec::new() });
        id
    }

    fn define_condition(&mut self, id: ConditionId, keywords: Vec<Keyword>) {
        if let Some(condition) = self.conditions.get_mut(id.0 as usize) {
            condition.keywords = keywords;
        }
    }

    /// Makes the condition that is kept for a schema.
    pub(super) fn define_noted_condition(&mut self, node: &Node, id: ConditionId, sink: &mut Sink) {
        let keywords = self.keywords(node, sink);
        self.define_condition(id, keywords);
        self.build_conditions(sink);
    }

    fn build_conditions(&mut self, sink: &mut Sink) {
        while let Some((node, id)) = self.waiting_conditions.pop() {
            let keywords = self.all(std::slice::from_ref(&node), sink);
            self.define_condition(id, keywords);
        }
    }

    /// The keywords of one schema object.
    fn keywords(&mut self, node: &Node, sink: &mut Sink) -> Vec<Keyword> {
        let mut keywords = Vec::new();
        if node.get("$ref").is_some() {
            if let Some(target) = self.document.resolve(node).cloned() {
                keywords.push(Keyword::All(Asserted::Shared(self.shared(&target))));
            }
            if !self.reads_beside_reference(node) {
                return keywords;
            }
        }
        keywords.extend(type_keyword(node).or_else(|| self.inferred_type(node)));
        keywords.extend(value_keywords(node));
        keywords.extend(bounds(node));
        self.text_keywords(node, &mut keywords, sink);
        self.array_keywords(node, &mut keywords, sink);
        self.object_keywords(node, &mut keywords, sink);
        for part in node.get("allOf").and_then(Node::as_array).unwrap_or_default() {
            match self.part_of_all(node, part, sink) {
                Asserted::Inline(more) => keywords.extend(more),
                shared => keywords.push(Keyword::All(shared)),
            }
        }
        self.combining_keywords(node, &mut keywords, sink);
        if self.accepts_null_besides(node) && !keywords.is_empty() {
            let null = Asserted::Inline(vec![Keyword::Type(vec![JsonType::Null])]);
            keywords = vec![Keyword::AnyOf(vec![null, Asserted::Inline(keywords)])];
        }
        keywords
    }

    /// The type that the keywords of a schema without `type` speak of, where it is to be inferred.
    fn inferred_type(&self, node: &Node) -> Option<Keyword> {
        let facts = self.infer_types.then(|| self.facts(std::slice::from_ref(node), &mut Sink::default()))?;
        Some(Keyword::Type(json_types(facts.types.filter(|types| *types == facts.constrained())?)))
    }

    /// `nullable`, unless `enum` lists values and no `null`.
    fn accepts_null_besides(&self, node: &Node) -> bool {
        let listed = node.get("enum").and_then(Node::as_array).is_none_or(|values| values.iter().any(Node::is_null));
        listed && self.says_nullable(node)
    }

    fn text_keywords(&mut self, node: &Node, keywords: &mut Vec<Keyword>, sink: &mut Sink) {
        if let Some(pattern) = node.get("pattern")
            && let Some(source) = pattern.as_str()
        {
            keywords.extend(self.pattern(source, pattern.span(), sink).map(Keyword::Pattern));
        }
        let formats = formats(node).filter(|name| super::scalar::checked(name));
        keywords.extend(formats.map(|name| Keyword::Format(name.to_owned())));
    }

    fn array_keywords(&mut self, node: &Node, keywords: &mut Vec<Keyword>, sink: &mut Sink) {
        let positions = |key: &str| node.get(key).and_then(Node::as_array).map(<[Node]>::to_vec);
        let prefix = positions("prefixItems").filter(|_| self.reading == super::Reading::Own);
        let (list, others) = match (prefix, positions("items")) {
            (Some(list), _) => (Some(list), "items"),
            (None, list) => (list, "additionalItems"),
        };
        match (list, node.get("items")) {
            (Some(list), _) => {
                let list = list.iter().map(|item| self.asserted_one(item, sink)).collect();
                let others = node.get(others).map(|item| self.asserted_one(item, sink));
                keywords.push(Keyword::Positions(list, others));
            }
            (None, Some(items)) => keywords.push(Keyword::Items(self.asserted_one(items, sink))),
            (None, None) => {}
        }
        if let Some(contains) = node.get("contains") {
            keywords.push(Keyword::Contains(self.asserted_one(contains, sink)));
        }
        if node.get("uniqueItems").and_then(Node::as_bool) == Some(true) {
            keywords.push(Keyword::UniqueItems);
        }
    }

    fn object_keywords(&mut self, node: &Node, keywords: &mut Vec<Keyword>, sink: &mut Sink) {
        let required = node.get("required").and_then(Node::as_array).unwrap_or_default();
        let required: Vec<String> = required.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect();
        if !required.is_empty() {
            keywords.push(Keyword::Required(required));
        }
        let entries = |key: &str| {
            let object = node.get(key).and_then(Node::as_object).into_iter().flat_map(|object| object.iter());
            object.map(|(key, schema)| (key.text.to_string(), schema.clone())).collect::<Vec<_>>()
        };
        let mut named = Vec::new();
        for (name, schema) in entries("properties") {
            named.push((name, self.asserted_one(&schema, sink)));
        }
        let mut patterns = Vec::new();
        for (source, schema) in entries("patternProperties") {
            if let Some(pattern) = self.pattern(&source, schema.span(), sink) {
                patterns.push((pattern, self.asserted_one(&schema, sink)));
            }
        }
        let others = node.get("additionalProperties").filter(|it| it.as_bool() != Some(true));
        let others = others.cloned().map(|schema| self.asserted_one(&schema, sink));
        // What is said of no property is not worth a look at each of them.
        named.retain(|(_, schema)| others.is_some() || *schema != Asserted::Inline(Vec::new()));
        if !named.is_empty() || !patterns.is_empty() || others.is_some() {
            keywords.push(Keyword::Properties { named, patterns, others });
        }
        if let Some(schema) = node.get("propertyNames") {
            keywords.push(Keyword::PropertyNames(self.asserted_one(schema, sink)));
        }
        for (property, needed) in entries("dependencies") {
            keywords.push(match needed.as_array() {
                Some(names) => {
                    let names = names.iter().filter_map(|name| name.as_str().map(str::to_owned));
                    Keyword::DependentRequired(property, names.collect())
                }
                None => Keyword::DependentSchema(property, self.asserted_one(&needed, sink)),
            });
        }
    }

    fn combining_keywords(&mut self, node: &Node, keywords: &mut Vec<Keyword>, sink: &mut Sink) {
        for (key, exactly_one) in [("oneOf", true), ("anyOf", false)] {
            let Some(arms) = node.get(key).and_then(Node::as_array) else { continue };
            let asserted: Vec<Asserted> = arms.iter().map(|arm| self.asserted_one(arm, sink)).collect();
            keywords.push(match self.discriminated_arms(node, arms) {
                Some((property, values)) => {
                    Keyword::Discriminated(property, values.into_iter().zip(asserted).collect())
                }
                None if exactly_one => Keyword::OneOf(asserted),
                None => Keyword::AnyOf(asserted),
            });
        }
        if let Some(schema) = node.get("not") {
            keywords.push(Keyword::Not(self.asserted_one(schema, sink)));
        }
        if let Some(condition) = node.get("if") {
            keywords.push(self.if_keyword(condition, node.get("then"), node.get("else"), sink));
        }
    }

    /// A part of `allOf`. A base that lists the schema itself among its variants says nothing new to it by that list.
    fn part_of_all(&mut self, whole: &Node, part: &Node, sink: &mut Sink) -> Asserted {
        let base = self.end_of(part);
        let lists = |key: &str| {
            let arms = base.get(key).and_then(Node::as_array).unwrap_or_default();
            arms.iter().any(|arm| self.end_of(arm).same(whole))
        };
        let (one_of, any_of) = (lists("oneOf"), lists("anyOf"));
        // One with parts of its own is left to the search for circles: through parts, all could refer to all.
        if (!one_of && !any_of) || base.get("allOf").is_some() {
            return self.asserted_one(part, sink);
        }
        let mut keywords = self.keywords(&base, sink);
        keywords.retain(|keyword| {
            !matches!(keyword, Keyword::OneOf(_) if one_of)
                && !matches!(keyword, Keyword::AnyOf(_) if any_of)
                && !matches!(keyword, Keyword::Discriminated(..))
        });
        Asserted::Inline(keywords)
    }

    /// The conditions that are used, with their names; the others are emptied.
    pub(super) fn finish_conditions(&mut self) -> Vec<Condition> {
        self.break_endless_conditions();
        let mut scope = names::Scope::default();
        let mut conditions = std::mem::take(&mut self.conditions);
        let wanted: Vec<(String, String)> =
            conditions.iter().map(|it| (names::screaming(&it.name.0), it.name.0.clone())).collect();
        let pairs: Vec<(String, &str)> = wanted.iter().map(|(name, text)| (name.clone(), text.as_str())).collect();
        for (condition, name) in conditions.iter_mut().zip(scope.assign(&pairs)) {
            condition.name = name;
        }
        conditions
    }

    /// A condition that asks itself of the same value would never end: the question is left out where it closes the circle.
    fn break_endless_conditions(&mut self) {
        let next: Vec<Vec<usize>> = self
            .conditions
            .iter()
            .map(|condition| {
                let mut to = Vec::new();
                shared_of_same_value(&condition.keywords, &mut to);
                to
            })
            .collect();
        let mut closing: HashMap<usize, HashSet<usize>> = HashMap::new();
        for (from, to) in super::graph::back_edges(self.conditions.len(), &next) {
            closing.entry(from).or_default().insert(to);
        }
        for (from, to) in closing {
            let Some(condition) = self.conditions.get_mut(from) else { continue };
            condition.keywords.retain(|keyword| {
                let mut found = Vec::new();
                shared_of_same_value(std::slice::from_ref(keyword), &mut found);
                !found.iter().any(|id| to.contains(id))
            });
        }
    }
}

fn shared_of_same_value(keywords: &[Keyword], to: &mut Vec<usize>) {
    for keyword in keywords {
        for asserted in keyword.of_same_value() {
            match asserted {
                Asserted::Shared(id) => to.push(id.0 as usize),
                Asserted::Inline(keywords) => shared_of_same_value(keywords, to),
            }
        }
    }
}

fn type_keyword(node: &Node) -> Option<Keyword> {
    let bits = node.get("type").and_then(types)?;
    Some(Keyword::Type(json_types(bits)))
}

/// The JSON types of some bits.
pub(super) fn json_types(bits: u8) -> Vec<JsonType> {
    let all = [
        (kind::NULL, JsonType::Null),
        (kind::BOOLEAN, JsonType::Boolean),
        (kind::STRING, JsonType::String),
        (kind::ARRAY, JsonType::Array),
        (kind::OBJECT, JsonType::Object),
    ];
    let numbers = match bits & kind::NUMBER {
        0 => None,
        kind::INTEGER => Some(JsonType::Integer),
        _ => Some(JsonType::Number),
    };
    all.into_iter().filter(|(bit, _)| bits & bit != 0).map(|(_, one)| one).chain(numbers).collect()
}

fn value_keywords(node: &Node) -> Vec<Keyword> {
    let mut keywords = Vec::new();
    if let Some(values) = node.get("enum").and_then(Node::as_array) {
        keywords.push(values_keyword(values.iter().map(literal).collect()));
    }
    if let Some(value) = node.get("const") {
        keywords.push(Keyword::Enum(vec![literal(value)]));
    }
    keywords
}

fn values_keyword(values: Vec<Literal>) -> Keyword {
    if values.len() > MOST_LITERALS {
        let text = |value: &Literal| if let Literal::String(text) = value { Some(text.clone()) } else { None };
        if let Some(mut texts) = values.iter().map(text).collect::<Option<Vec<String>>>() {
            texts.sort();
            return Keyword::Texts(texts);
        }
    }
    Keyword::Enum(values)
}

fn bounds(node: &Node) -> Vec<Keyword> {
    let mut keywords = Vec::new();
    for (key, keyword) in NUMBERS {
        keywords.extend(bound(node, key).map(|text| Keyword::Number(*keyword, number(text))));
    }
    for (key, keyword) in COUNTS {
        let count = bound(node, key).and_then(whole);
        keywords.extend(count.and_then(|it| u64::try_from(it).ok()).map(|count| Keyword::Count(*keyword, count)));
    }
    keywords
}
