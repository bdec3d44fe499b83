//! Instances of a binding: made from its schemas, and mutants of those.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// Fields that hold schemas: what is in them is no matter of bindings.
const SCHEMAS: [&str; 7] = ["query", "key", "groupId", "clientId", "correlationData", "headers", "payload"];

/// All instances of a protocol at a place. AsyncAPI 2 has no schemas of bindings: a few of each do.
pub(crate) fn of(tables: &Value, place: &str, protocol: &str, version: &str) -> Vec<Value> {
    let definitions = tables["definitions"].as_object().unwrap();
    let called = if protocol == "ws" { "websockets" } else { protocol };
    let prefix = format!("bindings-{called}-");
    let own = definitions.iter().filter(|(name, _)| name.starts_with(&prefix) && name.ends_with(&format!("-{place}")));
    let mut seeds: Vec<Value> =
        vec![json!({}), json!({"bindingVersion": "0.1.0"}), json!(null), json!("text"), json!([])];
    // What `DIFFERENCES` speaks of.
    seeds.extend(match (protocol, place) {
        ("kafka", "message") => Some(json!({"bindingVersion": "0.4.0", "key": {"type": "string", "minLength": "3"}})),
        ("solace", "operation") => Some(json!({"destinations": [{"queue": 5, "topicSubscriptions": ["a"]}]})),
        _ => None,
    });
    let mut mutated = seeds.clone();
    for (name, schema) in own {
        let binding_version = name.strip_prefix(&prefix).unwrap().strip_suffix(&format!("-{place}")).unwrap();
        let examples =
            schema["examples"].as_array().into_iter().flatten().filter(|it| !it.to_string().contains("$ref"));
        let made = (0..4).map(|choice| whole(tables, schema, choice, 0));
        for (at, seed) in made.chain(examples.cloned()).enumerate() {
            let mut named = seed.clone();
            named["bindingVersion"] = json!(binding_version);
            if at < 2 {
                mutated.push(named.clone());
            }
            seeds.extend([seed, named]);
        }
    }
    let mut all = Vec::new();
    for seed in &mutated {
        mutate(seed, &mut Vec::new(), seed, &mut all);
    }
    // The tables of 3.0.0 are those of 3.1.0; AsyncAPI 2 has none.
    let wanted = match version {
        "3.1.0" if std::env::var_os("ALL").is_some() => all.len(),
        "3.1.0" => 300,
        "3.0.0" => 100,
        _ => 15,
    };
    let step = (all.len() / wanted).max(1);
    let mut seen = BTreeSet::new();
    seeds.extend(all.into_iter().step_by(step));
    seeds.retain(|value| seen.insert(value.to_string()));
    seeds
}

fn resolve<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let target = schema.get("$ref").and_then(Value::as_str).and_then(|text| text.strip_prefix('#'));
    target.and_then(|pointer| root.pointer(pointer)).unwrap_or(schema)
}

/// A value with all fields; `choice` picks among alternatives.
fn whole(root: &Value, schema: &Value, choice: usize, depth: usize) -> Value {
    if schema["$ref"] == "#/definitions/schema" {
        return [json!({"type": "string"}), json!({"type": "object", "properties": {}}), json!({}), json!(true)]
            [choice % 4]
            .clone();
    }
    if schema["$ref"] == "#/definitions/avroSchema_v1" {
        let field = json!({"name": "f", "type": ["null", "string"]});
        return json!({"type": "record", "name": "R", "namespace": "a.b", "fields": [field]});
    }
    let schema = resolve(root, schema);
    if depth > 9 {
        return Value::Null;
    }
    if let Some(values) = schema["enum"].as_array() {
        return values[choice % values.len()].clone();
    }
    if let Some(value) = schema.get("const") {
        return value.clone();
    }
    let inner = |schema: &Value, choice| whole(root, schema, choice, depth + 1);
    if schema.get("properties").is_none()
        && let Some(many) = schema["oneOf"].as_array().or_else(|| schema["anyOf"].as_array())
    {
        let many: Vec<&Value> = many.iter().filter(|it| it["$ref"] != "#/definitions/Reference").collect();
        return inner(many[choice % many.len()], choice);
    }
    let ty = schema["type"].as_str().or_else(|| schema["type"][choice % 4].as_str());
    match ty {
        Some("string") => json!("text"),
        Some("boolean") => json!(choice.is_multiple_of(2)),
        Some("null") => Value::Null,
        Some("number") => json!(200.5),
        Some("integer") => {
            let (min, max) = (schema["minimum"].as_i64(), schema["maximum"].as_i64());
            json!(
                [min.or(max).unwrap_or(-5), max.unwrap_or(70_000), min.unwrap_or(-5) + 1, min.unwrap_or(5)][choice % 4]
            )
        }
        Some("array") => Value::Array((0..=choice % 2).map(|at| inner(&schema["items"], choice + at)).collect()),
        _ => {
            let mut fields = Map::new();
            // What references lead to is not seen by the schemas.
            let named = schema["properties"].as_object().into_iter().flatten().filter(|(name, _)| *name != "$ref");
            for (name, property) in named {
                fields.insert(name.clone(), inner(property, choice));
            }
            // Of a schema with alternatives, what the one chosen excludes goes.
            if let Some(many) = schema["oneOf"].as_array() {
                let one = &many[choice % many.len()];
                for (name, property) in one["properties"].as_object().into_iter().flatten() {
                    fields.insert(name.clone(), inner(property, choice));
                }
                if let Some(name) = one["not"]["required"][0].as_str() {
                    fields.remove(name);
                }
            }
            if let Some(others) = schema.get("additionalProperties").filter(|it| it.is_object()) {
                fields.insert("other".to_owned(), inner(others, choice));
            }
            if depth == 0 {
                fields.remove("bindingVersion");
            }
            Value::Object(fields)
        }
    }
}

fn replacements() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(5),
        json!(0),
        json!(-1),
        json!(-2),
        json!(1.5),
        json!(3.0),
        json!(2),
        json!(4_294_967_296_u64),
        json!(1000),
        json!("text"),
        json!(""),
        json!("0.3.0"),
        json!("{a"),
        json!("a b"),
        json!("x".repeat(161)),
        json!("x".repeat(256)),
        json!("x".repeat(10_241)),
        json!([]),
        json!(["a"]),
        json!([5]),
        json!({}),
        json!({"x-a": 1, "name": "n"}),
        json!({"unknown": 1}),
        json!({"type": "record", "name": "R", "fields": []}),
        json!({"type": "record"}),
        json!({"type": "array", "items": "string"}),
        json!({"type": "string"}),
    ]
}

/// All values that differ from `seed` at one place at or below `path`.
fn mutate(seed: &Value, path: &mut Vec<String>, at: &Value, all: &mut Vec<Value>) {
    let pointer: String = path.iter().map(|key| format!("/{}", key.replace('~', "~0").replace('/', "~1"))).collect();
    let with = |change: &dyn Fn(&mut Value)| {
        let mut changed = seed.clone();
        change(changed.pointer_mut(&pointer).unwrap());
        changed
    };
    for value in replacements() {
        all.push(with(&|place| *place = value.clone()));
    }
    if path.last().is_some_and(|key| key == "bindingVersion") {
        for version in ["0.0.1", "0.1.0", "0.2.0", "0.3.0", "0.4.0", "0.5.0", "9.9.9", "latest"] {
            all.push(with(&|place| *place = json!(version)));
        }
    }
    match at {
        Value::Object(object) => {
            for name in ["unknown", "x-extension", "x-", "destinationType", "queue", "is", "type"] {
                if !object.contains_key(name) {
                    for value in [json!("queue"), json!({})] {
                        all.push(with(&|place| place[name] = value.clone()));
                    }
                }
            }
            for (key, value) in object {
                all.push(with(&|place| drop(place.as_object_mut().unwrap().remove(key))));
                path.push(key.clone());
                if SCHEMAS.contains(&key.as_str()) && value.is_object() && !at["bindingVersion"].eq("0.4.0") {
                    for value in replacements() {
                        all.push(with(&|place| place[key] = value.clone()));
                    }
                } else {
                    mutate(seed, path, value, all);
                }
                path.pop();
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(index.to_string());
                mutate(seed, path, item, all);
                path.pop();
            }
        }
        _ => {}
    }
}
