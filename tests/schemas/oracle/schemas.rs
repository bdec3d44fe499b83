//! Random draft-07 schemas: every keyword, with or without `type`, two or three deep, over few names and small numbers, so
//! that what is said in one place bears on what is said in another.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

/// Names of properties; few, so that they meet. One beyond the BMP, one that no language has as an identifier.
pub(super) const NAMES: [&str; 7] = ["a", "b", "ab", "ba", "x-y", "\u{1d11e}", "type"];

/// Patterns over these names and the strings of instances, of the kind that both engines must understand alike.
const PATTERNS: [&str; 8] = ["^a", "b$", "^[a-c]*$", "^.$", "^.{2,3}$", "[0-9]", "^(a|ba)$", "^\u{1d11e}"];

/// What stands in schemas and instances alike.
const LITERALS: [&str; 22] = [
    "null",
    "true",
    "false",
    "0",
    "1",
    "1.0",
    "-1",
    "2",
    "3",
    "1.5",
    "0.3",
    "4.0",
    "1e2",
    "\"\"",
    "\"a\"",
    "\"ab\"",
    "\"b\"",
    "\"\u{1d11e}\"",
    "[]",
    "[1,\"a\"]",
    "{}",
    "{\"a\":1}",
];

/// A random value for `enum`, `const` and `default`.
fn literal() -> BoxedStrategy<Value> {
    select(&LITERALS[..]).prop_map(|text| serde_json::from_str(text).expect("JSON")).boxed()
}

/// All literals.
pub(super) fn literals() -> impl Iterator<Item = Value> {
    LITERALS.iter().map(|text| serde_json::from_str(text).expect("JSON"))
}

/// Where a schema stands.
#[derive(Clone, Copy)]
struct At {
    /// How many more levels may stand in it.
    depth: u32,
    /// The definitions that it may refer to: those behind this one, so that nothing refers to itself.
    level: usize,
    /// Whether it is within a property or an item: there, any reference ends with the instance.
    inside: bool,
}

impl At {
    fn arm(self) -> Self {
        Self { depth: self.depth.saturating_sub(1), ..self }
    }

    fn child(self) -> Self {
        Self { inside: true, ..self.arm() }
    }
}

/// The definitions; `refs` lead to them and to the root.
const DEFINITIONS: [&str; 2] = ["One", "two~/%"];

/// A whole schema.
pub(super) fn schema() -> BoxedStrategy<Value> {
    let root = object_schema(At { depth: 2, level: 0, inside: false });
    let one = any_schema(At { depth: 1, level: 1, inside: false });
    let two = any_schema(At { depth: 1, level: 2, inside: false });
    (root, one, two)
        .prop_map(|(mut root, one, two)| {
            let text = root.to_string();
            if let Some(root) = root.as_object_mut().filter(|_| text.contains("$ref")) {
                root.insert("definitions".to_owned(), json!({ DEFINITIONS[0]: one, DEFINITIONS[1]: two }));
            }
            root
        })
        .boxed()
}

fn any_schema(at: At) -> BoxedStrategy<Value> {
    if at.depth == 0 {
        return prop_oneof![
            1 => any::<bool>().prop_map(Value::Bool),
            6 => simple_schema(),
            2 => reference(at),
        ]
        .boxed();
    }
    prop_oneof![
        1 => any::<bool>().prop_map(Value::Bool),
        2 => simple_schema(),
        2 => reference(at),
        8 => object_schema(at),
    ]
    .boxed()
}

fn reference(at: At) -> BoxedStrategy<Value> {
    let one = "#/definitions/One".to_owned();
    let two = "#/definitions/two~0~1%25".to_owned();
    let choices = match (at.inside, at.level) {
        (true, _) => vec![one, two, "#".to_owned()],
        (false, 0) => vec![one, two],
        (false, 1) => vec![two],
        (false, _) => return simple_schema(),
    };
    (select(choices), prop::bool::weighted(0.2))
        // Draft-07 ignores what stands beside.
        .prop_map(|(to, beside)| if beside { json!({ "$ref": to, "maxLength": 0 }) } else { json!({ "$ref": to }) })
        .boxed()
}

/// A schema without schemas in it.
fn simple_schema() -> BoxedStrategy<Value> {
    let keywords = prop_oneof![strings(), numbers(), counts(), values()];
    (types(), vec(keywords, 0..3)).prop_map(|(types, keywords)| merged(types, keywords)).boxed()
}

/// A schema of any keywords; those of objects come more often.
fn object_schema(at: At) -> BoxedStrategy<Value> {
    let keywords = prop_oneof![
        2 => strings(),
        2 => numbers(),
        1 => counts(),
        1 => values(),
        3 => arrays(at),
        8 => objects(at),
        5 => applicators(at),
    ];
    (types(), vec(keywords, 1..4)).prop_map(|(types, keywords)| merged(types, keywords)).boxed()
}

fn merged(types: Map<String, Value>, keywords: Vec<Value>) -> Value {
    let mut schema = types;
    for keywords in keywords {
        if let Value::Object(keywords) = keywords {
            schema.extend(keywords);
        }
    }
    Value::Object(schema)
}

/// `type`, or none.
fn types() -> BoxedStrategy<Map<String, Value>> {
    let names = ["object", "array", "string", "integer", "number", "boolean", "null"];
    let weighted = ["object", "object", "object", "object", "array", "string", "integer", "number", "boolean", "null"];
    let with = |types: Value| json!({ "type": types }).as_object().cloned().unwrap_or_default();
    prop_oneof![
        4 => Just(Map::new()),
        5 => select(weighted.to_vec()).prop_map(move |name| with(json!(name))),
        1 => subsequence(names.to_vec(), 1..4).prop_map(move |names| with(json!(names))),
    ]
    .boxed()
}

fn strings() -> BoxedStrategy<Value> {
    prop_oneof![
        (0..3u32).prop_map(|least| json!({ "minLength": least })),
        (0..4u32).prop_map(|most| json!({ "maxLength": most })),
        select(&PATTERNS[..]).prop_map(|pattern| json!({ "pattern": pattern })),
    ]
    .boxed()
}

fn numbers() -> BoxedStrategy<Value> {
    let limit = || select(vec![json!(-1), json!(0), json!(1), json!(1.5), json!(2.0), json!(3)]);
    let divisor = select(vec![json!(1), json!(2), json!(3.0), json!(0.5), json!(0.1), json!(0.01)]);
    prop_oneof![
        limit().prop_map(|limit| json!({ "minimum": limit })),
        limit().prop_map(|limit| json!({ "maximum": limit })),
        limit().prop_map(|limit| json!({ "exclusiveMinimum": limit })),
        limit().prop_map(|limit| json!({ "exclusiveMaximum": limit })),
        divisor.prop_map(|divisor| json!({ "multipleOf": divisor })),
    ]
    .boxed()
}

fn counts() -> BoxedStrategy<Value> {
    prop_oneof![
        (0..3u32).prop_map(|least| json!({ "minItems": least })),
        (0..3u32).prop_map(|most| json!({ "maxItems": most })),
        any::<bool>().prop_map(|unique| json!({ "uniqueItems": unique })),
        (0..3u32).prop_map(|least| json!({ "minProperties": least })),
        (0..3u32).prop_map(|most| json!({ "maxProperties": most })),
    ]
    .boxed()
}

fn values() -> BoxedStrategy<Value> {
    let distinct = |mut values: Vec<Value>| {
        let mut seen: Vec<Value> = Vec::new();
        // `1` and `1.0` are the same to `enum`.
        values.retain(|value| {
            let number = |value: &Value| value.as_f64();
            let new =
                seen.iter().all(|other| other != value && (number(other).is_none() || number(other) != number(value)));
            seen.push(value.clone());
            new
        });
        json!({ "enum": values })
    };
    prop_oneof![vec(literal(), 1..4).prop_map(distinct), literal().prop_map(|value| json!({ "const": value }))].boxed()
}

fn arrays(at: At) -> BoxedStrategy<Value> {
    let child = move || any_schema(at.child());
    prop_oneof![
        2 => child().prop_map(|items| json!({ "items": items })),
        1 => vec(child(), 1..3).prop_map(|items| json!({ "items": items })),
        2 => (vec(child(), 1..3), child()).prop_map(|(items, more)| json!({ "items": items, "additionalItems": more })),
        1 => child().prop_map(|more| json!({ "additionalItems": more })),
        2 => child().prop_map(|some| json!({ "contains": some })),
        1 => counts(),
    ]
    .boxed()
}

fn name() -> impl Strategy<Value = &'static str> {
    select(&NAMES[..])
}

fn names(most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(NAMES.to_vec(), 0..=most)
}

fn objects(at: At) -> BoxedStrategy<Value> {
    let child = move || any_schema(at.child());
    // It speaks of the same object.
    let arm = move || any_schema(at.arm());
    let properties = move || {
        (names(3), vec(child(), 3))
            .prop_map(|(names, schemas)| Value::Object(names.into_iter().map(str::to_owned).zip(schemas).collect()))
    };
    let pattern = || select(&PATTERNS[..]);
    prop_oneof![
        6 => properties().prop_map(|properties| json!({ "properties": properties })),
        4 => (properties(), names(2)).prop_map(|(properties, required)| {
            json!({ "properties": properties, "required": required })
        }),
        3 => (properties(), names(1)).prop_map(|(properties, required)| {
            json!({ "properties": properties, "required": required, "additionalProperties": false })
        }),
        2 => child().prop_map(|others| json!({ "additionalProperties": others })),
        2 => (properties(), child()).prop_map(|(properties, others)| {
            json!({ "properties": properties, "additionalProperties": others })
        }),
        2 => (pattern(), child()).prop_map(|(pattern, schema)| json!({ "patternProperties": { pattern: schema } })),
        2 => (properties(), pattern(), child(), any::<bool>()).prop_map(|(properties, pattern, schema, others)| {
            json!({
                "properties": properties, "patternProperties": { pattern: schema }, "additionalProperties": others,
            })
        }),
        1 => names(2).prop_map(|required| json!({ "required": required })),
        1 => (name(), names(2)).prop_map(|(name, names)| json!({ "dependencies": { name: names } })),
        1 => (name(), arm()).prop_map(|(name, schema)| json!({ "dependencies": { name: schema } })),
        1 => simple_schema().prop_map(|names| json!({ "propertyNames": names })),
        1 => strings().prop_map(|names| json!({ "propertyNames": names })),
        1 => counts(),
    ]
    .boxed()
}

fn applicators(at: At) -> BoxedStrategy<Value> {
    let arm = move || any_schema(at.arm());
    let arms = move || vec(arm(), 1..4);
    prop_oneof![
        3 => arms().prop_map(|arms| json!({ "allOf": arms })),
        3 => arms().prop_map(|arms| json!({ "anyOf": arms })),
        3 => arms().prop_map(|arms| json!({ "oneOf": arms })),
        3 => tagged(at),
        1 => arm().prop_map(|arm| json!({ "not": arm })),
        1 => (arm(), arm()).prop_map(|(test, then)| json!({ "if": test, "then": then })),
        1 => (arm(), arm(), arm()).prop_map(|(test, then, other)| json!({ "if": test, "then": then, "else": other })),
    ]
    .boxed()
}

/// Objects that one property tells apart.
fn tagged(at: At) -> BoxedStrategy<Value> {
    let child = move || any_schema(At { depth: 0, ..at.child() });
    (vec((select(vec!["a", "b", "c"]), name(), child(), any::<bool>()), 2..4), select(vec!["oneOf", "anyOf"]))
        .prop_map(|(arms, keyword)| {
            let arm = |(tag, name, schema, open): (&str, &str, Value, bool)| {
                let mut arm = json!({
                    "type": "object",
                    "properties": { name: schema, "type": { "const": tag } },
                    "required": ["type"],
                });
                if !open {
                    arm["additionalProperties"] = json!(false);
                }
                arm
            };
            json!({ keyword: arms.into_iter().map(arm).collect::<Vec<_>>() })
        })
        .boxed()
}
