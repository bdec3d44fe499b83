//! Which message is it: random sets of messages and random instances of them. What the decision picks is what a check of
//! the whole schemas would pick, or the build has warned.
//!
//! `CASES=20000 cargo test -p asyncapi-tests --test talk decisions` looks longer; `SEED=7` begins elsewhere.

#![allow(clippy::indexing_slicing, reason = "a test may panic")]

use asyncapi_codegen::diagnostic::{Severity, Sink};
use asyncapi_codegen::document::{InMemory, LoadOptions, load};
use asyncapi_codegen::model::{Codec, Decision, Literal, Message, Read, Test, model};
use asyncapi_codegen::options::Options;
use asyncapi_runtime::__private::v0 as rt;
use asyncapi_runtime::RawMessage;
use jsonschema::Validator;
use serde_json::{Map, Value, json};

/// Random numbers (splitmix64), so that a case can be repeated by its number.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % below as u64).unwrap()
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.next(times) == 0
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.next(all.len())].clone()
    }
}

const NAMES: &[&str] = &["type", "kind", "a", "b", "meta"];
const TAGS: &[&str] = &["x", "y", "z"];

/// What a property can be.
fn property(random: &mut Random, depth: usize) -> Value {
    match random.next(9) {
        0 | 1 => json!({ "type": "string", "const": random.of(TAGS) }),
        2 => json!({ "const": random.next(3) }),
        3 => json!({ "enum": [random.of(TAGS), random.next(3)] }),
        4 => json!({ "type": "string" }),
        5 => json!({ "type": "integer" }),
        6 if depth < 2 => object(random, depth + 1),
        7 => json!({ "$ref": "#/components/schemas/tag" }),
        _ => json!({}),
    }
}

fn object(random: &mut Random, depth: usize) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for name in NAMES {
        if random.one_in(2) {
            let schema = if *name == "meta" && depth < 2 { object(random, depth + 1) } else { property(random, depth) };
            properties.insert((*name).to_owned(), schema);
            if !random.one_in(3) {
                required.push(*name);
            }
        } else if random.one_in(8) {
            required.push(*name);
        }
    }
    let mut schema = json!({ "type": "object", "properties": properties, "required": required });
    if random.one_in(3) {
        schema["additionalProperties"] = json!(false);
    }
    schema
}

fn payload(random: &mut Random) -> Value {
    match random.next(12) {
        0 => json!({ "type": random.of(&["string", "array", "integer", "null", "boolean"]) }),
        1 => json!({ "oneOf": [object(random, 1), object(random, 1)] }),
        2 => json!({ "allOf": [object(random, 1), object(random, 1)] }),
        3 => json!({ "anyOf": [object(random, 1), { "type": "string" }] }),
        4 => json!({ "type": ["object", "null"], "required": ["type"], "properties": { "type": property(random, 1) } }),
        _ => object(random, 0),
    }
}

fn headers(random: &mut Random) -> Option<Value> {
    random.one_in(4).then(|| {
        let mut event = match random.next(3) {
            0 => json!({ "type": "string" }),
            _ => json!({ "type": "string", "const": random.of(TAGS) }),
        };
        if random.one_in(3) {
            event = json!({ "type": "string", "enum": ["x", "y"] });
        }
        let required: Vec<&str> = if random.one_in(4) { Vec::new() } else { vec!["event"] };
        json!({ "type": "object", "properties": { "event": event }, "required": required })
    })
}

fn tag() -> Value {
    json!({ "type": "string", "enum": ["x", "z"] })
}

/// A value that has something of a schema, as often as not.
fn instance(random: &mut Random, schema: &Value) -> Value {
    let part = |random: &mut Random, key: &str| schema.get(key).and_then(Value::as_array).map(|arms| random.of(arms));
    if schema.get("$ref").is_some() {
        return json!(random.of(TAGS));
    }
    if let Some(value) = schema.get("const") {
        return if random.one_in(6) { json!(random.of(TAGS)) } else { value.clone() };
    }
    if let Some(value) = part(random, "enum") {
        return value;
    }
    if let Some(arm) = part(random, "oneOf").or_else(|| part(random, "anyOf")) {
        return instance(random, &arm);
    }
    if let Some(arms) = schema.get("allOf").and_then(Value::as_array) {
        let mut whole = Map::new();
        for arm in arms {
            if let Value::Object(more) = instance(random, arm) {
                whole.extend(more);
            }
        }
        return Value::Object(whole);
    }
    let named = schema.get("type").map(|ty| ty.as_array().map_or_else(|| ty.clone(), |types| random.of(types)));
    match named.as_ref().and_then(Value::as_str) {
        Some("object") => {
            let mut whole = Map::new();
            for name in NAMES {
                let own = schema.get("properties").and_then(|all| all.get(name));
                let required = schema["required"].as_array().is_some_and(|all| all.contains(&json!(name)));
                match own {
                    Some(own) if required || random.one_in(2) => {
                        whole.insert((*name).to_owned(), instance(random, own));
                    }
                    None if required || random.one_in(8) => {
                        whole.insert((*name).to_owned(), random.of(&[json!("x"), json!("z"), json!(1), json!({})]));
                    }
                    _ => {}
                }
            }
            Value::Object(whole)
        }
        Some("integer") => json!(random.next(3)),
        Some("array") => json!([]),
        Some("null") => Value::Null,
        Some("boolean") => json!(random.one_in(2)),
        _ => json!(random.of(TAGS)),
    }
}

/// A set of messages on one channel, as a document.
struct Case {
    payloads: Vec<Value>,
    headers: Vec<Option<Value>>,
}

impl Case {
    fn new(random: &mut Random) -> Self {
        let count = 2 + random.next(4);
        let mut payloads: Vec<Value> = (0..count).map(|_| payload(random)).collect();
        if random.one_in(6) {
            payloads[1] = payloads[0].clone();
        }
        let headers = (0..count).map(|_| headers(random)).collect();
        Self { payloads, headers }
    }

    fn document(&self) -> String {
        let messages: Map<String, Value> = self
            .payloads
            .iter()
            .zip(&self.headers)
            .enumerate()
            .map(|(at, (payload, headers))| {
                let mut message = json!({ "payload": payload });
                if let Some(headers) = headers {
                    message["headers"] = headers.clone();
                }
                // A string without a media type would be text.
                message["contentType"] = json!("application/json");
                (format!("m{at}"), message)
            })
            .collect();
        json!({
            "asyncapi": "3.0.0",
            "info": { "title": "t", "version": "1" },
            "channels": { "c": { "address": "c", "messages": messages } },
            "operations": { "o": { "action": "receive", "channel": { "$ref": "#/channels/c" } } },
            "components": { "schemas": { "tag": tag() } },
        })
        .to_string()
    }

    fn oracles(&self) -> Vec<[Option<Validator>; 2]> {
        let build = |schema: &Value| {
            let mut schema = schema.clone();
            schema["components"] = json!({ "schemas": { "tag": tag() } });
            jsonschema::draft7::new(&schema).unwrap()
        };
        let both = self.payloads.iter().zip(&self.headers);
        both.map(|(payload, headers)| [Some(build(payload)), headers.as_ref().map(build)]).collect()
    }
}

/// Whether a test holds, as the generated code asks it.
fn holds(read: &Read, test: &Test, raw: &RawMessage) -> bool {
    let text = match read {
        Read::Header(name) => raw.headers.text(name),
        Read::ContentType => rt::media_type(raw),
        Read::Property(_) | Read::Kind => return holds_in_payload(read, test, raw),
    };
    let is = |values: &[Literal]| {
        values.iter().any(|value| match value {
            Literal::String(value) | Literal::Number(value) => text == Some(value),
            Literal::Bool(value) => text == Some(&value.to_string()),
            _ => text == Some("null"),
        })
    };
    match test {
        Test::OneOf(values) => is(values),
        Test::IfTold(values) => text.is_none() || is(values),
        Test::Present => text.is_some(),
        Test::Absent => text.is_none(),
    }
}

fn holds_in_payload(read: &Read, test: &Test, raw: &RawMessage) -> bool {
    let path: Vec<&str> =
        if let Read::Property(path) = read { path.iter().map(String::as_str).collect() } else { vec![] };
    let [found] = rt::scan(&raw.payload, [path.as_slice()]).unwrap_or_default();
    let kind = found.kind().map(|kind| match kind {
        rt::JsonKind::Null => "null",
        rt::JsonKind::Bool => "boolean",
        rt::JsonKind::Number => "number",
        rt::JsonKind::String => "string",
        rt::JsonKind::Array => "array",
        rt::JsonKind::Object => "object",
    });
    let is = |value: &Literal| match value {
        Literal::String(name) if *read == Read::Kind => kind == Some(name),
        Literal::String(text) => found.as_str() == Some(text),
        Literal::Bool(value) => found.is(&rt::Literal::Bool(*value)),
        Literal::Number(text) => found.is(&rt::Literal::Integer(text.parse().unwrap())),
        _ => found.is(&rt::Literal::Null),
    };
    match test {
        Test::OneOf(values) | Test::IfTold(values) => values.iter().any(is),
        Test::Present => found.is_present(),
        Test::Absent => !found.is_present(),
    }
}

/// The message that the decision finds: the first that it tries and that fits.
fn picked(decision: &Decision, count: usize, raw: &RawMessage, fits: &[bool]) -> Option<usize> {
    let first = |tried: &[usize]| tried.iter().copied().find(|at| fits[*at]);
    match decision {
        Decision::Only => first(&(0..count).collect::<Vec<_>>()),
        Decision::Rules { reads, rules, otherwise } => {
            let rule = rules.iter().find(|rule| rule.tests.iter().all(|(at, test)| holds(&reads[*at], test, raw)));
            first(rule.map_or(otherwise, |rule| &rule.messages))
        }
    }
}

/// The messages that one warning names.
fn named(text: &str) -> Vec<usize> {
    text.split('`').skip(1).step_by(2).filter_map(|name| name.strip_prefix('m')?.parse().ok()).collect()
}

fn check(number: u64) {
    let mut random = Random(number.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let case = Case::new(&mut random);
    let text = case.document();
    let mut files = InMemory::default().with("a.json", text.clone());
    let (mut sink, options) = (Sink::default(), Options::default());
    let document = load("a.json", &mut files, &LoadOptions::default(), &mut sink).unwrap();
    let model = model(&document, &options, &mut sink);
    let findings = sink.into_sorted();
    let errors: Vec<_> = findings.iter().filter(|finding| finding.code.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "case {number}: {errors:?}\n{text}");
    let doubts = findings.iter().filter(|finding| matches!(finding.code.id, "A0301" | "A0302"));
    let warnings: Vec<_> = doubts.map(|finding| named(&finding.message)).collect();
    let warned = |one: usize, other: usize| warnings.iter().any(|all| all.contains(&one) && all.contains(&other));
    let channel = &model.channels[0];
    let messages: &[Message] = &channel.messages;
    assert!(messages.iter().all(|message| message.codec == Codec::Json), "case {number}: {text}");
    let oracles = case.oracles();
    for at in 0..40 {
        let schema = random.of(&case.payloads);
        let value = instance(&mut random, &schema);
        let event = random.of(&[None, Some("x"), Some("y"), Some("z")]);
        let mut raw = RawMessage::json(value.to_string());
        if let Some(event) = event {
            raw.headers.set("event", event);
        }
        let headers = event.map_or(json!({}), |event| json!({ "event": event }));
        let valid = |oracle: &Option<Validator>, value| oracle.as_ref().is_none_or(|oracle| oracle.is_valid(value));
        let fits: Vec<bool> =
            oracles.iter().map(|[payload, head]| valid(payload, &value) && valid(head, &headers)).collect();
        let fitting: Vec<usize> = (0..fits.len()).filter(|at| fits[*at]).collect();
        let picked = picked(&channel.decision, messages.len(), &raw, &fits);
        let about = || {
            format!(
                "case {number}.{at}: {value} {event:?} fits {fitting:?}, picked {picked:?}\n{:?}\n{text}",
                channel.decision
            )
        };
        match (fitting.as_slice(), picked) {
            ([], None) => {}
            ([only], Some(picked)) if *only == picked => {}
            // The first by the document's rule; the build has named the pair.
            ([_, _, ..], Some(picked)) if fits[picked] => {
                let unnamed: Vec<_> =
                    fitting.iter().filter(|other| **other != picked && !warned(picked, **other)).collect();
                assert!(
                    unnamed.iter().all(|other| undeclared(&case, picked, **other, &value)),
                    "not warned of {unnamed:?}: {}",
                    about()
                );
            }
            _ => panic!("{}", about()),
        }
    }
}

/// Whether a value has what neither of two messages forbids and one of them does not declare: then it is a message of both
/// though each has what the other lacks.
fn undeclared(case: &Case, one: usize, other: usize, value: &Value) -> bool {
    fn names(schema: &Value, found: &mut Vec<String>, prefix: &str) {
        for (name, inner) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let path = format!("{prefix}/{name}");
            names(inner, found, &path);
            found.push(path);
        }
        for arm in ["allOf", "oneOf", "anyOf"].iter().filter_map(|key| schema.get(key)?.as_array()).flatten() {
            names(arm, found, prefix);
        }
    }
    fn all(value: &Value, found: &mut Vec<String>, prefix: &str) {
        for (name, inner) in value.as_object().into_iter().flatten() {
            let path = format!("{prefix}/{name}");
            all(inner, found, &path);
            found.push(path);
        }
    }
    let mut present = Vec::new();
    all(value, &mut present, "");
    [one, other].iter().any(|at| {
        let mut declared = Vec::new();
        names(&case.payloads[*at], &mut declared, "");
        present.iter().any(|path| !declared.contains(path))
    })
}

#[test]
fn what_is_picked_is_what_the_schemas_say() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let (first, count) = (number("SEED").unwrap_or(1u64), number("CASES").unwrap_or(1500));
    (first..first + count).for_each(check);
}
