//! JSON near a schema: what it seems to ask for, and the same with something wrong.

use std::collections::BTreeSet;

use proptest::prelude::Rng;
use proptest::test_runner::TestRng;
use serde_json::{Map, Value, json};

use super::schemas::{NAMES, literals};

/// Makes instances.
pub(super) struct Near<'a> {
    root: &'a Value,
    rng: TestRng,
    literals: Vec<Value>,
}

/// Deeper, only literals are made.
const DEEPEST: u32 = 5;

impl<'a> Near<'a> {
    pub(super) fn new(root: &'a Value, rng: TestRng) -> Self {
        Self { root, rng, literals: literals().collect() }
    }

    /// `count` instances, without doubles.
    pub(super) fn instances(&mut self, count: usize) -> Vec<Value> {
        let mut found = vec![json!({}), json!([]), json!(null)];
        // By their texts: `1` and `1.0` are two.
        let mut texts: BTreeSet<String> = found.iter().map(Value::to_string).collect();
        for _ in 0..count * 4 {
            let mut value = self.of(self.root, 0);
            for _ in 0..self.below(4).saturating_sub(1) {
                self.mutate(&mut value);
            }
            if texts.insert(value.to_string()) {
                found.push(value);
            }
            if found.len() >= count {
                break;
            }
        }
        found
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.rng.next_u32()).unwrap_or(0) % end.max(1)
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    fn literal(&mut self) -> Value {
        let literals = self.literals.clone();
        self.pick(&literals)
    }

    /// What a schema seems to ask for.
    fn of(&mut self, schema: &Value, depth: u32) -> Value {
        let Some(schema) = schema.as_object().filter(|_| depth < DEEPEST) else { return self.literal() };
        if let Some(to) = schema.get("$ref").and_then(Value::as_str) {
            let to = to.trim_start_matches('#').replace("%25", "%");
            let root = self.root;
            return root.pointer(&to).map_or(Value::Null, |schema| self.of(schema, depth + 1));
        }
        if let Some(value) = self.listed(schema).filter(|_| !self.one_in(4)) {
            return value;
        }
        let mut value = self.by_kind(schema, depth);
        for arm in self.arms(schema) {
            let other = self.of(&arm, depth + 1);
            value = self.both(value, other);
        }
        value
    }

    fn listed(&mut self, schema: &Map<String, Value>) -> Option<Value> {
        let listed = schema.get("enum").and_then(Value::as_array).filter(|values| !values.is_empty());
        schema.get("const").cloned().or_else(|| listed.map(|values| self.pick(values)))
    }

    /// The schemas that may bear on the same value.
    fn arms(&mut self, schema: &Map<String, Value>) -> Vec<Value> {
        let mut arms = Vec::new();
        arms.extend(schema.get("allOf").and_then(Value::as_array).into_iter().flatten().cloned());
        for keyword in ["anyOf", "oneOf"] {
            if let Some(list) = schema.get(keyword).and_then(Value::as_array) {
                arms.push(self.pick(list));
                if self.one_in(3) {
                    arms.push(self.pick(list));
                }
            }
        }
        if let Some(test) = schema.get("if").filter(|_| !self.one_in(3)) {
            arms.push(test.clone());
        }
        for keyword in ["then", "else", "not"] {
            arms.extend(schema.get(keyword).filter(|_| self.one_in(2)).cloned());
        }
        let dependencies = schema.get("dependencies").and_then(Value::as_object).into_iter().flatten();
        for (name, schema) in dependencies {
            if self.one_in(2) {
                arms.push(json!({ "properties": { name: true } }));
                let names = json!({ "required": schema.as_array().cloned().unwrap_or_default() });
                arms.push(if schema.is_array() { names } else { schema.clone() });
            }
        }
        arms
    }

    /// Objects together; else one of the two.
    fn both(&mut self, one: Value, other: Value) -> Value {
        match (one, other) {
            (Value::Object(mut one), Value::Object(other)) => {
                one.extend(other);
                Value::Object(one)
            }
            (one, other) => self.pick(&[one, other.clone(), other]),
        }
    }

    fn by_kind(&mut self, schema: &Map<String, Value>, depth: u32) -> Value {
        const KEYWORDS: [(&str, &[&str]); 4] = [
            ("string", &["minLength", "maxLength", "pattern"]),
            ("number", &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
            ("array", &["items", "additionalItems", "contains", "minItems", "maxItems", "uniqueItems"]),
            (
                "object",
                &[
                    "properties",
                    "required",
                    "additionalProperties",
                    "patternProperties",
                    "dependencies",
                    "propertyNames",
                    "minProperties",
                    "maxProperties",
                ],
            ),
        ];
        let mut kinds: Vec<&str> = match schema.get("type") {
            Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(name)) => vec![name],
            _ => KEYWORDS
                .iter()
                .filter(|(_, words)| words.iter().any(|it| schema.contains_key(*it)))
                .map(|it| it.0)
                .collect(),
        };
        if kinds.is_empty() || self.one_in(20) {
            kinds.extend(["string", "number", "array", "object", "object", "boolean", "null", "integer"]);
        }
        match self.pick(&kinds) {
            "string" => self.string(schema),
            "integer" | "number" => self.number(schema),
            "array" => self.array(schema, depth),
            "object" => self.object(schema, depth),
            "boolean" => Value::Bool(self.one_in(2)),
            _ => Value::Null,
        }
    }

    fn string(&mut self, schema: &Map<String, Value>) -> Value {
        let bound = |name: &str| schema.get(name).and_then(Value::as_u64).and_then(|it| usize::try_from(it).ok());
        let mut text = String::new();
        let length = match (bound("minLength"), bound("maxLength")) {
            (None, None) => self.below(4),
            (least, most) => self.pick(&[least.or(most), most.or(least)]).unwrap_or(0) + self.below(3),
        };
        for _ in 0..length.saturating_sub(self.below(2)) {
            text.push(self.pick(&['a', 'b', 'a', 'b', 'c', '0', '\u{1d11e}', '\u{e9}', '\n']));
        }
        Value::String(text)
    }

    fn number(&mut self, schema: &Map<String, Value>) -> Value {
        let bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
        let mut near: Vec<f64> = bounds.iter().filter_map(|name| schema.get(*name)?.as_f64()).collect();
        near.push(1.0);
        let around = self.pick(&near) * self.pick(&[1.0, 1.0, 2.0, 3.0]) + self.pick(&[0.0, 0.0, 1.0, -1.0, 0.5, 0.01]);
        // As somebody would write it, not `0.30000000000000004`.
        let around = (around * 100.0).round() / 100.0;
        match self.below(8) {
            0 => json!(around),
            1 => self.pick(&[
                json!(9_007_199_254_740_993_i64),
                json!(i64::MIN),
                json!(i64::MAX),
                json!(-0.0),
                json!(0.1),
            ]),
            _ if around.fract() == 0.0 => serde_json::from_str(&format!("{around:.0}")).unwrap_or_default(),
            _ => json!(around),
        }
    }

    fn array(&mut self, schema: &Map<String, Value>, depth: u32) -> Value {
        let count = match schema.get("items") {
            Some(Value::Array(tuple)) => (tuple.len() + self.below(3)).saturating_sub(self.below(2)),
            _ => self.below(4),
        };
        let always = json!(true);
        let mut items = Vec::new();
        for at in 0..count {
            let item = match schema.get("items") {
                Some(Value::Array(tuple)) => tuple.get(at).or(schema.get("additionalItems")),
                other => other,
            };
            let contained = schema.get("contains").filter(|_| self.one_in(2));
            items.push(self.of(contained.or(item).unwrap_or(&always), depth + 1));
        }
        if let Some(first) = items.first().cloned().filter(|_| self.one_in(4)) {
            items.push(first);
        }
        Value::Array(items)
    }

    fn object(&mut self, schema: &Map<String, Value>, depth: u32) -> Value {
        let mut object = Map::new();
        let always = json!(true);
        let properties = schema.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            if !self.one_in(3) {
                object.insert(name.clone(), self.of(property, depth + 1));
            }
        }
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
        for name in required.filter_map(Value::as_str) {
            let property = properties.and_then(|properties| properties.get(name));
            if !object.contains_key(name) && !self.one_in(6) {
                object.insert(name.to_owned(), self.of(property.unwrap_or(&always), depth + 1));
            }
        }
        let patterns = schema.get("patternProperties").and_then(Value::as_object).into_iter().flatten();
        let others: Vec<&Value> =
            patterns.map(|(_, schema)| schema).chain(schema.get("additionalProperties")).collect();
        for other in others {
            if self.one_in(2) {
                let name = self.pick(&NAMES);
                let value = self.of(other, depth + 1);
                object.entry(name).or_insert(value);
            }
        }
        if self.one_in(4) {
            let (name, value) = (self.pick(&NAMES), self.literal());
            object.entry(name).or_insert(value);
        }
        Value::Object(object)
    }

    /// One thing wrong, somewhere.
    fn mutate(&mut self, value: &mut Value) {
        match value {
            Value::Object(entries) if !entries.is_empty() && !self.one_in(4) => {
                let names: Vec<String> = entries.keys().cloned().collect();
                let name = self.pick(&names);
                match self.below(4) {
                    0 => drop(entries.remove(&name)),
                    1 => drop(entries.insert(self.pick(&NAMES).to_owned(), self.literal())),
                    _ => self.mutate(entries.entry(name).or_insert(Value::Null)),
                }
            }
            Value::Array(items) if !items.is_empty() && !self.one_in(4) => {
                let at = self.below(items.len());
                match self.below(4) {
                    0 => drop(items.remove(at)),
                    1 => items.push(self.literal()),
                    _ => self.mutate(&mut items[at]),
                }
            }
            Value::Number(number) if !self.one_in(4) => {
                // Integers beyond 64 bits are the suite's business.
                let number = number.as_f64().filter(|number| number.abs() < 1e15).unwrap_or(0.0);
                *value = self.pick(&[json!(number), json!(number + 1.0), json!(number - 0.5)]);
            }
            Value::String(text) if !self.one_in(4) => match self.below(3) {
                0 => drop(text.pop()),
                1 => text.push('\u{1d11e}'),
                _ => text.push('a'),
            },
            Value::Object(entries) if self.one_in(2) => {
                drop(entries.insert(self.pick(&NAMES).to_owned(), self.literal()))
            }
            value => *value = self.literal(),
        }
    }
}
