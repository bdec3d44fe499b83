//! What a schema says that every value of it has: the ground on which messages are told apart.
//!
//! Input: a schema of AsyncAPI's own format. Output: [`Facts`]. Invariant: a fact that is stated holds for every valid
//! value; what is not understood states nothing. The work is bounded: references are followed once per path, and a
//! schema of more than [`MOST_VISITS`] subschemas states what was found so far.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Literal;
use super::literal::literal_of;
use crate::document::Document;
use crate::source::{Node, Value};

/// What holds for every valid value of a schema.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    /// The JSON types that it can have; `None`: any.
    pub(super) kinds: Option<BTreeSet<&'static str>>,
    /// What is known of its properties, by path.
    pub(super) properties: BTreeMap<Vec<String>, Property>,
    /// Whether no other properties than those named at the top are allowed.
    pub(super) closed: bool,
    /// Whether the schema speaks of properties beyond those that it names, so that a type keeps them.
    pub(super) kept: bool,
}

/// What is known of a property.
#[derive(Debug, Clone, Default)]
pub(super) struct Property {
    /// Whether it is always there.
    pub(super) required: bool,
    /// The values that it can have; `None`: unknown.
    pub(super) values: Option<Vec<Literal>>,
}

/// How many subschemas one question looks at.
const MOST_VISITS: usize = 2_000;
/// How deep required objects are looked into.
const DEEPEST: usize = 4;
/// How deep `$ref`, `allOf`, `oneOf` and `anyOf` may be nested.
const LONGEST_CHAIN: usize = 24;
/// A longer enum says nothing: a tag has few values.
const MOST_VALUES: usize = 200;

impl Facts {
    /// What `schema` says.
    pub(super) fn of(document: &Document, schema: &Node) -> Self {
        Reader { document, visits: 0 }.read(schema, 0, 0)
    }

    /// Adds what a second schema says of the same value (`allOf`, or a sibling of `$ref`).
    fn and(&mut self, other: Self) {
        self.kinds = match (self.kinds.take(), other.kinds) {
            (Some(left), Some(right)) => Some(left.intersection(&right).copied().collect()),
            (left, right) => left.or(right),
        };
        self.closed |= other.closed;
        self.kept |= other.kept;
        for (path, property) in other.properties {
            let own = self.properties.entry(path).or_default();
            own.required |= property.required;
            own.values = match (own.values.take(), property.values) {
                (Some(left), Some(right)) => {
                    let both: Vec<_> = left.into_iter().filter(|value| right.contains(value)).collect();
                    // No value fits both: the schema is at odds with itself, which says nothing of its messages.
                    (!both.is_empty()).then_some(both)
                }
                (left, right) => left.or(right),
            };
        }
    }

    /// Keeps what holds for both: a value has one of two schemas.
    fn or(&mut self, mut other: Self) {
        self.kinds = match (self.kinds.take(), other.kinds) {
            (Some(left), Some(right)) => Some(left.union(&right).copied().collect()),
            _ => None,
        };
        self.closed &= other.closed;
        self.kept |= other.kept;
        for (path, property) in &mut self.properties {
            let Some(second) = other.properties.remove(path) else {
                *property = Property::default();
                continue;
            };
            property.required &= second.required;
            property.values = match (property.values.take(), second.values) {
                (Some(left), Some(right)) => {
                    let added: Vec<_> = right.into_iter().filter(|value| !left.contains(value)).collect();
                    Some(left.into_iter().chain(added).collect())
                }
                _ => None,
            };
        }
        self.properties.extend(other.properties.into_keys().map(|path| (path, Property::default())));
    }
}

struct Reader<'a> {
    document: &'a Document,
    visits: usize,
}

impl Reader<'_> {
    fn read(&mut self, schema: &Node, chain: usize, depth: usize) -> Facts {
        self.visits += 1;
        if self.visits > MOST_VISITS || chain > LONGEST_CHAIN {
            return Facts::default();
        }
        let mut facts = Facts { kinds: kinds(schema), ..Facts::default() };
        if let Some(target) = self.document.resolve(schema) {
            let target = target.node.clone();
            let target = self.read(&target, chain + 1, depth);
            // To JSON Schema, what stands beside a reference does not count.
            if self.document.is_json_schema(schema) {
                return target;
            }
            facts.and(target);
        }
        let mut own = Facts::default();
        self.read_properties(schema, chain, depth, &mut own);
        facts.and(own);
        for part in schema.get("allOf").and_then(Node::as_array).unwrap_or_default() {
            let part = self.read(part, chain + 1, depth);
            facts.and(part);
        }
        for keyword in ["oneOf", "anyOf"] {
            let mut arms = schema.get(keyword).and_then(Node::as_array).unwrap_or_default().iter();
            let Some(first) = arms.next() else { continue };
            let mut union = self.read(first, chain + 1, depth);
            for arm in arms {
                let arm = self.read(arm, chain + 1, depth);
                union.or(arm);
            }
            facts.and(union);
        }
        // Where something else than an object is allowed, it has no properties.
        if facts.kinds.as_ref().is_some_and(|kinds| kinds.iter().any(|kind| *kind != "object")) {
            facts.properties.values_mut().for_each(|property| property.required = false);
        }
        facts
    }

    fn read_properties(&mut self, schema: &Node, chain: usize, depth: usize, facts: &mut Facts) {
        let required = schema.get("required").and_then(Node::as_array).unwrap_or_default();
        let required: BTreeSet<&str> = required.iter().filter_map(Node::as_str).collect();
        for name in &required {
            facts.properties.entry(vec![(*name).to_owned()]).or_default().required = true;
        }
        let further = schema.get("additionalProperties").is_some_and(|further| further.as_bool() != Some(false));
        let composed = ["$ref", "allOf", "oneOf", "anyOf"].iter().any(|keyword| schema.get(keyword).is_some());
        let bare = schema.get("properties").is_none() && !composed;
        facts.kept = further || bare || schema.get("patternProperties").is_some();
        let Some(properties) = schema.get("properties").and_then(Node::as_object) else { return };
        facts.closed = schema.get("additionalProperties").and_then(Node::as_bool) == Some(false)
            && schema.get("patternProperties").is_none();
        for (key, property) in properties.iter() {
            let required = required.contains(&*key.text);
            let values = self.values(property, chain + 1);
            facts.properties.insert(vec![key.text.to_string()], Property { required, values });
            if required && depth < DEEPEST {
                let inner = self.read(property, chain + 1, depth + 1);
                for (path, property) in inner.properties {
                    let path = std::iter::once(key.text.to_string()).chain(path).collect();
                    facts.properties.insert(path, property);
                }
            }
        }
    }

    /// The values that a property can have, where the schema lists them.
    fn values(&mut self, schema: &Node, chain: usize) -> Option<Vec<Literal>> {
        self.visits += 1;
        if self.visits > MOST_VISITS || chain > LONGEST_CHAIN {
            return None;
        }
        if let Some(value) = schema.get("const") {
            return scalar(value).map(|value| vec![value]);
        }
        if let Some(values) = schema.get("enum").and_then(Node::as_array)
            && values.len() <= MOST_VALUES
        {
            let mut values =
                values.iter().map(scalar).collect::<Option<Vec<_>>>().filter(|values| !values.is_empty())?;
            if is_nullable(schema) && !values.contains(&Literal::Null) {
                values.push(Literal::Null);
            }
            return Some(values);
        }
        if let Some(target) = self.document.resolve(schema) {
            let target = target.node.clone();
            return self.values(&target, chain + 1);
        }
        let parts = schema.get("allOf").and_then(Node::as_array).unwrap_or_default();
        if let Some(values) = parts.iter().find_map(|part| self.values(part, chain + 1)) {
            return Some(values);
        }
        let arms = schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Node::as_array)?;
        let mut all = Vec::new();
        for arm in arms {
            all.extend(self.values(arm, chain + 1)?);
        }
        (!all.is_empty() && all.len() <= MOST_VALUES).then_some(all)
    }
}

fn scalar(node: &Node) -> Option<Literal> {
    let literal = literal_of(node);
    (!matches!(literal, Literal::Array(_) | Literal::Object(_))).then_some(literal)
}

/// The JSON types that `type`, `const` and `enum` allow.
fn kinds(schema: &Node) -> Option<BTreeSet<&'static str>> {
    if let Some(value) = schema.get("const") {
        return Some([kind_of(value)].into());
    }
    if let Some(values) = schema.get("enum").and_then(Node::as_array) {
        return Some(values.iter().map(kind_of).collect());
    }
    let known = |name: &str| {
        let name = if name == "integer" { "number" } else { name };
        ["null", "boolean", "number", "string", "array", "object"].into_iter().find(|known| *known == name)
    };
    let named = schema.get("type")?;
    let names = named.as_array().unwrap_or(std::slice::from_ref(named));
    let mut kinds: BTreeSet<_> = names.iter().map(|name| name.as_str().and_then(known)).collect::<Option<_>>()?;
    if is_nullable(schema) {
        kinds.insert("null");
    }
    Some(kinds)
}

fn is_nullable(schema: &Node) -> bool {
    ["nullable", "x-nullable"].iter().any(|key| schema.get(key).and_then(Node::as_bool) == Some(true))
}

fn kind_of(node: &Node) -> &'static str {
    match node.value() {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
