//! What is accepted of each version's objects, held against the official JSON Schemas.
//!
//! Of a document that has every object, each field is put in, taken away, and given values of many kinds; so are unknown
//! fields and extensions. Bindings are the matter of another test. Where we judge otherwise on purpose, it stands in
//! [`ON_PURPOSE`] with the reason.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use asyncapi_codegen::diagnostic::Sink;
use asyncapi_codegen::document::{InMemory, LoadOptions, load};
use asyncapi_tests::corpus;
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::base::{V2, V3, VERSIONS, document, is_v3};

/// Codes that judge what a single object looks like. What references lead to is the matter of another test.
const STRUCTURE: [&str; 6] = ["A0105", "A0106", "A0107", "A0108", "A0109", "A0115"];

/// A field, of an object in all its places: `object.field`; what is put there; and why we judge otherwise.
type Purpose = (&'static str, &'static str);

/// Where our verdict is another one than the official schema's.
const ON_PURPOSE: &[Purpose] = &[
    ("message.schemaFormat: \"application/vnd.apache.avro", "Avro schemas are judged when their types are made: A05xx"),
    ("messageObject.payload: true", "`true` is a schema by the specification; the official schema trips over it"),
    ("messageObject.headers: true", "as for the payload"),
    ("messageTrait.headers: true", "as for the payload"),
    ("schema.$id: \"no uri", "an `$id` is often written without meaning one, and breaks nothing"),
    ("schema as true", "as for the payload"),
    ("multiFormatSchema as true", "as for the payload"),
    ("multiFormatSchema.schemaFormat: \"application/vnd.apache.avro", "as above"),
    ("messageObject.traits: [[", "`[trait, parameters]` is of a draft of the specification, and is passed over"),
    ("messageTrait as [", "`[trait, parameters]` is of a draft of the specification, and is passed over"),
    (
        "messageTrait.examples: [{",
        "the official schemas of 2.1 and 2.6 ask for more than those of 2.0 and of 2.2 to 2.5",
    ),
];

fn values() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(""),
        json!("x"),
        json!("https://example.com/a"),
        json!("no uri"),
        json!("someone@example.com"),
        json!("$message.header#/a"),
        json!("$message.body#/a"),
        json!("send"),
        json!("application/json"),
        json!("application/vnd.apache.avro;version=1.9.0"),
        json!("basic"),
        json!("bearer"),
        json!("user"),
        json!("header"),
        json!([]),
        json!(["x"]),
        json!(["x", "x"]),
        json!([1]),
        json!([{}]),
        json!([{ "name": "t" }]),
        json!([{ "name": "t" }, { "name": "u" }]),
        json!([["x"]]),
        json!({}),
        json!({ "a": "x" }),
        json!({ "a": 1 }),
        json!({ "a": null }),
        json!({ "a": {} }),
        json!({ "a": ["x"] }),
        json!({ "type": "string" }),
        json!({ "type": "strange" }),
        json!({ "x-a": 1 }),
    ]
}

/// A change of the document, and what it is called.
fn variants(version: &str, fields: &BTreeMap<String, BTreeSet<String>>) -> Vec<(String, Value)> {
    let base = document(version);
    let mut found = vec![("nothing".to_owned(), base.clone())];
    let values = values();
    for (kind, pointer) in if is_v3(version) { V3 } else { V2 } {
        let name = if kind.is_empty() { "root" } else { kind };
        let own = ["unknown", "x-a", "x-", "x-a b", "X-a"].map(str::to_owned);
        let known = fields.get(*kind).cloned().unwrap_or_default();
        for field in known.iter().cloned().chain(own).filter(|field| !matches!(&**field, "asyncapi" | "$ref")) {
            let mut without = base.clone();
            let object = without.pointer_mut(pointer).and_then(Value::as_object_mut).expect("an object");
            if object.remove(&field).is_some() {
                found.push((format!("{name}.{field} absent"), without));
            }
            // Of what nobody knows, one value is like another.
            let many = if known.contains(&field) || field == "x-a" { values.len() } else { 2 };
            for value in values.iter().rev().take(many) {
                let mut with = base.clone();
                with.pointer_mut(pointer).expect("an object")[&field] = value.clone();
                found.push((format!("{name}.{field}: {value}"), with));
            }
        }
        for value in values.iter().filter(|_| !kind.is_empty()) {
            let mut other = base.clone();
            *other.pointer_mut(pointer).expect("an object") = value.clone();
            found.push((format!("{name} as {value}"), other));
        }
    }
    for (pointer, entry) in maps(version) {
        for key in KEYS {
            let mut with = base.clone();
            let entries = with.pointer_mut(pointer).and_then(Value::as_object_mut).expect("a map");
            entries.insert(key.to_owned(), entry.clone());
            found.push((format!("{pointer} with the key {key:?}"), with));
        }
    }
    found
}

/// Keys of maps.
const KEYS: [&str; 9] = ["", "a b", "a/{b}", "a/{b", "a{{b}}", "ü", "😀", "a~b", "a.b-c_d"];

/// Maps, and what may stand in them.
fn maps(version: &str) -> Vec<(&'static str, Value)> {
    let mut maps = vec![
        ("/channels", json!({})),
        ("/servers", json!({ "host": "h", "protocol": "mqtt" })),
        ("/channels/c/parameters", json!({})),
        ("/components/schemas", json!({})),
        ("/components/messages", json!({})),
        ("/components/parameters", json!({})),
        ("/components/operationTraits", json!({})),
        ("/components/messageTraits", json!({})),
        ("/components/correlationIds", json!({ "location": "$message.header#/a" })),
        ("/components/securitySchemes", json!({ "type": "X509" })),
    ];
    if is_v3(version) {
        maps.extend([
            ("/channels/c/messages", json!({})),
            ("/operations", json!({ "action": "send", "channel": { "$ref": "#/channels/c" } })),
            ("/components/channels", json!({})),
            ("/components/replies", json!({})),
            ("/components/tags", json!({ "name": "t" })),
        ]);
    } else {
        maps[1].1 = json!({ "url": "h", "protocol": "mqtt" });
    }
    maps
}

/// The fields of each object, in any version, but `bindings`.
fn fields(schemas: &[Value]) -> BTreeMap<String, BTreeSet<String>> {
    let mut fields: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for schema in schemas {
        let definitions = schema["definitions"].as_object().expect("definitions");
        let all = definitions.iter().map(|(name, schema)| (name.as_str(), schema)).chain([("", schema)]);
        for (name, schema) in all {
            collect(schema, fields.entry(name.to_owned()).or_default());
        }
    }
    let keywords = schemas.iter().flat_map(|schema| {
        ["json-schema-draft-07-schema", "schema"].map(|name| {
            let mut known = BTreeSet::new();
            collect(&schema["definitions"][name], &mut known);
            known
        })
    });
    fields.insert("schema".to_owned(), keywords.flatten().collect());
    fields.insert("multiFormatSchema".to_owned(), ["schema", "schemaFormat"].map(str::to_owned).into());
    fields.insert(
        "flows".to_owned(),
        ["implicit", "password", "clientCredentials", "authorizationCode"].map(str::to_owned).into(),
    );
    fields.insert("example".to_owned(), ["name", "summary", "headers", "payload"].map(str::to_owned).into());
    fields
}

/// The names under `properties` of a definition, also of its alternatives.
fn collect(schema: &Value, into: &mut BTreeSet<String>) {
    for name in schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name) {
        let is_bindings = name == "bindings" || name.ends_with("Bindings");
        if !is_bindings {
            into.insert(name.clone());
        }
    }
    for keyword in ["oneOf", "anyOf", "allOf"] {
        schema[keyword].as_array().into_iter().flatten().for_each(|schema| collect(schema, into));
    }
}

pub(crate) fn schema(corpus: &Path, version: &str) -> Value {
    let text = std::fs::read_to_string(corpus.join(format!("schemas/{version}.json"))).expect("a schema");
    serde_json::from_str(&text).expect("JSON")
}

pub(crate) fn validator(schema: &Value) -> Validator {
    jsonschema::draft7::options().should_validate_formats(true).build(schema).expect("the official schema")
}

/// What we find wrong with the structure of a document.
fn ours(document: &Value) -> Vec<String> {
    let mut files = InMemory::default().with("asyncapi.json", document.to_string());
    let mut sink = Sink::default();
    let _ = load("asyncapi.json", &mut files, &LoadOptions::default(), &mut sink);
    let faults = sink.into_sorted().into_iter().filter(|fault| STRUCTURE.contains(&fault.code.id));
    faults.map(|fault| format!("{} {}", fault.code.id, fault.message)).collect()
}

/// What comes of the variants of a version.
struct Compared {
    count: usize,
    differ: Vec<(&'static str, String)>,
    used: BTreeSet<&'static str>,
}

fn compare(version: &'static str, validator: &Validator, variants: &[(String, Value)]) -> Compared {
    assert!(validator.is_valid(&document(version)), "{version}: the base is valid");
    let mut found = Compared { count: variants.len(), differ: Vec::new(), used: BTreeSet::new() };
    for (what, document) in variants {
        let (theirs, ours) = (validator.is_valid(document), ours(document));
        if theirs == ours.is_empty() {
            continue;
        }
        match ON_PURPOSE.iter().find(|(place, _)| what.starts_with(place)) {
            Some((place, _)) => drop(found.used.insert(place)),
            None => {
                let why = if theirs { format!("refused: {}", ours.join("; ")) } else { "accepted".to_owned() };
                found.differ.push((version, format!("{what} is {why}")));
            }
        }
    }
    found
}

#[test]
fn structure_is_judged_as_by_the_official_schemas() {
    let Some(corpus) = corpus("structure_is_judged_as_by_the_official_schemas") else { return };
    let schemas: Vec<Value> = VERSIONS.iter().map(|version| schema(&corpus, version)).collect();
    let fields = fields(&schemas);
    let fields = &fields;
    let work = |version: &'static str, schema: &Value| compare(version, &validator(schema), &variants(version, fields));
    let found: Vec<Compared> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            VERSIONS.iter().zip(&schemas).map(|(version, schema)| scope.spawn(move || work(version, schema))).collect();
        threads.into_iter().map(|thread| thread.join().expect("a verdict")).collect()
    });
    let mut differ: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (version, what) in found.iter().flat_map(|found| &found.differ) {
        differ.entry(what.clone()).or_default().push(version);
    }
    let used: BTreeSet<&str> = found.iter().flat_map(|found| found.used.iter().copied()).collect();
    let count: usize = found.iter().map(|found| found.count).sum();
    let idle: Vec<_> = ON_PURPOSE.iter().filter(|(place, _)| !used.contains(place)).collect();
    let lines: Vec<String> = differ.iter().map(|(what, versions)| format!("{}: {what}", versions.join(" "))).collect();
    println!("{count} variants, {} differences on purpose", ON_PURPOSE.len());
    assert!(lines.is_empty(), "{} differ:\n{}", lines.len(), lines.join("\n"));
    assert!(idle.is_empty(), "we judge alike now: {idle:?}");
}
