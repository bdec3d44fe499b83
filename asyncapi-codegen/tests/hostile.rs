//! The engine against documents that are broken, or meant to break it: it says what is wrong, with places that exist, and
//! ends soon. Broken documents are made from the corpus' ones, a value or a line put where it does not belong.

#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use asyncapi_codegen::diagnostic::render_as;
use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine::{Checked, Finding, generate};
use asyncapi_codegen::options::Options;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Runs the engine on a document, and renders what it says.
fn run(text: &str) -> String {
    let begin = Instant::now();
    let mut files = InMemory::default().with("asyncapi.yaml", text);
    let runtime = quote::quote!(::asyncapi_runtime);
    let generated = generate("asyncapi.yaml", &mut files, &Options::default(), &LoadOptions::default(), runtime);
    let Checked { sources, findings, .. } = generated.checked;
    let mut said = String::new();
    for Finding { severity, diagnostic } in findings.iter().take(50) {
        for label in std::iter::once(&diagnostic.label).chain(&diagnostic.related) {
            let file = sources.get(label.span.file).expect("the file is known");
            assert!(file.text().get(label.span.start as usize..label.span.end as usize).is_some(), "{diagnostic:?}");
        }
        said += &(render_as(*severity, false, &sources, diagnostic) + "\n\n");
    }
    let taken = begin.elapsed();
    assert!(taken < Duration::from_secs(20), "{taken:?} for {} bytes", text.len());
    said
}

/// A document with these schemas, of which some are payloads, so that types are made of them.
fn document(schemas: Value) -> Value {
    let names = schemas.as_object().into_iter().flat_map(|schemas| schemas.keys()).take(20);
    let payload = |name: &String| json!({ "payload": { "$ref": format!("#/components/schemas/{name}") } });
    let messages: serde_json::Map<String, Value> = names.map(|name| (name.clone(), payload(name))).collect();
    json!({
        "asyncapi": "3.0.0",
        "info": { "title": "Hostile", "version": "1" },
        "channels": { "all": { "address": "all", "messages": messages } },
        "operations": { "take": { "action": "receive", "channel": { "$ref": "#/channels/all" } } },
        "components": { "schemas": schemas },
    })
}

#[test]
fn schemas_as_deep_as_may_be_are_loaded() {
    for wrap in [
        |inner: Value| json!({ "type": "object", "properties": { "a": inner } }),
        |inner| json!({ "items": inner }),
        |inner| json!({ "allOf": [inner, { "type": "object" }] }),
        |inner| json!({ "oneOf": [inner] }),
        |inner| json!({ "not": inner }),
        |inner| json!({ "if": inner, "then": inner_true() }),
        |inner| json!({ "additionalProperties": inner }),
    ] {
        let deep = (0..150).fold(inner_true(), |inner, _| wrap(inner));
        let said = run(&document(json!({ "Deep": deep })).to_string());
        assert!(!said.contains("A0007"), "{said}");
    }
}

fn inner_true() -> Value {
    json!({ "type": "string" })
}

#[test]
fn schemas_that_are_too_deep_are_refused() {
    for levels in [500, 10_000, 100_000] {
        let deep = r#"{"properties":{"a":"#.repeat(levels) + "{}" + &"}}".repeat(levels);
        let head = r#"{"asyncapi":"3.0.0","info":{"title":"Deep","version":"1"},"components":{"schemas":{"Deep":"#;
        let said = run(&format!("{head}{deep}}}}}}}"));
        assert!(said.contains("A0007"), "{said}");
    }
}

#[test]
fn long_chains_of_references_end() {
    let chain = |length: usize, last: &str| {
        let mut schemas: serde_json::Map<String, Value> = (0..length)
            .map(|n| (format!("S{n}"), json!({ "$ref": format!("#/components/schemas/S{}", n + 1) })))
            .collect();
        schemas.insert(format!("S{length}"), json!({ "$ref": last }));
        document(Value::Object(schemas)).to_string()
    };
    run(&chain(20_000, "#/components/schemas/S0"));
    run(&chain(20_000, "#/components/schemas/nowhere"));
    run(&chain(20_000, "https://example.com/nowhere.json"));
}

/// Each of many schemas has a property, or items, or a part that is the next one.
#[test]
fn long_chains_of_schemas_end() {
    for link in [
        |next: Value| json!({ "type": "object", "properties": { "next": next } }),
        |next| json!({ "items": next }),
        |next| json!({ "allOf": [next, { "type": "object" }] }),
        |next| json!({ "oneOf": [next, { "type": "string" }] }),
        |next| json!({ "not": next }),
        |next| json!({ "additionalProperties": next }),
        |next| json!({ "type": "object", "properties": { "next": { "allOf": [next, { "minProperties": 1 }] } } }),
    ] {
        for length in [300, 5_000] {
            let next = |n: usize| json!({ "$ref": format!("#/components/schemas/S{:05}", (n + 1) % length) });
            let schemas = (0..length).map(|n| (format!("S{n:05}"), link(next(n))));
            run(&document(Value::Object(schemas.collect())).to_string());
        }
    }
}

fn reference(name: impl std::fmt::Display) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

#[test]
fn all_of_that_contains_itself_is_refused() {
    let itself = json!({ "A": { "allOf": [reference("A"), { "type": "object" }] } });
    let each_other = json!({
        "A": { "allOf": [reference("B")], "properties": { "a": { "type": "string" } } },
        "B": { "allOf": [reference("A")], "properties": { "b": { "type": "string" } } },
    });
    for schemas in [itself, each_other] {
        let said = run(&document(schemas).to_string());
        assert!(said.contains("A0401"), "{said}");
    }
    // Through an alternative, there may be values: the other alternative's.
    let through = json!({
        "A": { "type": "object", "allOf": [{ "oneOf": [reference("A"), reference("B")] }] },
        "B": { "type": "object", "oneOf": [reference("A"), { "required": ["x"] }] },
    });
    run(&document(through).to_string());
}

/// Twenty times one of ten are 10^20 combinations.
#[test]
fn all_of_many_one_of_ends() {
    let arm =
        |name: String| json!({ "type": "object", "required": [name], "properties": { name: { "type": "string" } } });
    let group =
        |at: usize| json!({ "oneOf": (0..10).map(|arm_at| arm(format!("p{at}_{arm_at}"))).collect::<Vec<_>>() });
    run(&document(json!({ "A": { "allOf": (0..20).map(group).collect::<Vec<_>>() } })).to_string());
}

/// Fifty levels with two ways each are 2^50 ways, whether both ways are the same or not.
#[test]
fn two_ways_at_each_of_fifty_levels_end() {
    let both =
        |more: Value| move |next: Value| json!([{ "allOf": [next, more] }, { "allOf": [next, { "required": ["b"] }] }]);
    let same = |next: Value| json!([next, next]);
    for keyword in ["anyOf", "oneOf", "allOf"] {
        let ways: [&dyn Fn(Value) -> Value; 2] = [&same, &|next| both(json!({ "required": ["a"] }))(next)];
        for ways in ways {
            let level =
                |at: usize| (format!("S{at:02}"), json!({ keyword: ways(reference(format!("S{:02}", at + 1))) }));
            let mut schemas: serde_json::Map<String, Value> = (0..50).map(level).collect();
            schemas.insert("S50".to_owned(), json!({ "type": "object", "properties": { "a": { "type": "string" } } }));
            run(&document(Value::Object(schemas)).to_string());
        }
    }
}

#[test]
fn many_of_anything_end() {
    let arm =
        |at: usize| json!({ "type": "object", "required": [format!("k{at}")], "properties": { format!("k{at}"): {} } });
    let tagged = |at: usize| json!({ "type": "object", "required": ["k"], "properties": { "k": { "const": format!("k{at}") } } });
    let properties: serde_json::Map<String, Value> =
        (0..10_000).map(|at| (format!("p{at}"), json!({ "type": "string" }))).collect();
    for schema in [
        json!({ "type": "string", "enum": (0..100_000).map(|at| format!("value{at}")).collect::<Vec<_>>() }),
        json!({ "type": "object", "properties": properties, "not": { "required": ["p1", "p2"] } }),
        json!({ "oneOf": (0..5_000).map(tagged).collect::<Vec<_>>() }),
        json!({ "oneOf": (0..5_000).map(arm).collect::<Vec<_>>() }),
        json!({ "anyOf": (0..5_000).map(arm).collect::<Vec<_>>() }),
    ] {
        run(&document(json!({ "A": schema })).to_string());
    }
}

#[test]
fn patterns_that_are_too_large_are_told() {
    let many = |text: &str, times: usize| text.repeat(times);
    for pattern in [
        "((a{1,1000}){1,1000}){1,1000}".to_owned(),
        format!("{}a{}", many("(", 500), many("+)", 500)),
        "[a-z]{0,100000}".to_owned(),
        format!("{}b", many("a|", 50_000)),
        "(((((a{10}){10}){10}){10}){10}){10}".to_owned(),
        many("(?=a)", 1_000),
    ] {
        let said = run(&document(json!({ "A": { "type": "string", "pattern": pattern } })).to_string());
        assert!(said.contains("A0408"), "{pattern}: {said}");
    }
}

#[test]
fn many_faults_take_linear_time() {
    let schemas = (0..5_000).map(|n| (format!("S{n}"), json!({ "$ref": format!("#/components/schema/S{n}") })));
    let said = run(&document(Value::Object(schemas.collect())).to_string());
    assert!(said.contains("A01"), "{said}");
    let unknown: Value =
        (0..20_000).map(|n| (format!("unknown{n}"), Value::from(n))).collect::<serde_json::Map<_, _>>().into();
    let said = run(&json!({ "asyncapi": "3.0.0", "info": unknown }).to_string());
    assert!(said.contains("A01"), "{said}");
}

#[test]
fn schemas_that_refer_to_all_others_take_linear_time() {
    let names: Vec<String> = (0..150).map(|n| format!("S{n}")).collect();
    let all: Vec<Value> = names.iter().map(|name| json!({ "$ref": format!("#/components/schemas/{name}") })).collect();
    let schemas = names.iter().map(|name| (name.clone(), json!({ "allOf": all, "anyOf": all })));
    run(&document(Value::Object(schemas.collect())).to_string());
}

/// Documents to break: small ones of the corpus, or what the project has of its own.
fn documents() -> &'static [String] {
    static FOUND: OnceLock<Vec<String>> = OnceLock::new();
    FOUND.get_or_init(read_documents)
}

fn read_documents() -> Vec<String> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let corpus = std::env::var_os("ASYNCAPI_CORPUS").map_or(beside, PathBuf::from);
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let mut found = Vec::new();
    let mut rest = vec![corpus.join("documents"), corpus.join("spec-examples"), examples];
    while let Some(folder) = rest.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                rest.push(path);
            } else if path.extension().is_some_and(|end| ["yaml", "yml", "json"].iter().any(|known| end == *known)) {
                found.push(path);
            }
        }
    }
    found.sort();
    let texts = found.iter().filter_map(|path| fs::read_to_string(path).ok());
    texts.filter(|text| text.len() < 30_000 && text.contains("asyncapi")).collect()
}

/// Every value of a tree, by its JSON pointer.
fn pointers(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = vec![(String::new(), value)];
    while let Some((path, value)) = rest.pop() {
        match value {
            Value::Array(items) => {
                rest.extend(items.iter().enumerate().map(|(at, item)| (format!("{path}/{at}"), item)))
            }
            Value::Object(entries) => rest.extend(
                entries
                    .iter()
                    .map(|(key, item)| (format!("{path}/{}", key.replace('~', "~0").replace('/', "~1")), item)),
            ),
            _ => {}
        }
        found.push(path);
    }
    found
}

/// What does not belong where it is put.
fn foreign() -> impl Strategy<Value = Option<Value>> {
    prop_oneof![
        // Another value of the same document.
        4 => Just(None),
        6 => prop::sample::select(vec![
            json!(null), json!(true), json!(-1), json!(1.5), json!(1e300), json!(""), json!("x"), json!("é/~1#?{a}"), json!([]), json!({}),
            json!([[]]), json!([null]), json!({ "$ref": "#" }), json!({ "$ref": "#/components" }), json!({ "$ref": 1 }),
            json!({ "$ref": "#/%zz/~2" }), json!({ "$ref": "../../etc/passwd" }), json!({ "$ref": "asyncapi.yaml" }),
            json!({ "allOf": [{ "$ref": "#/components/schemas" }] }), json!({ "type": ["string", "null", 1] }),
            json!({ "type": "object", "required": true, "properties": [] }), json!("$message.header#/a"), json!("object"),
        ]).prop_map(Some),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_value_in_the_wrong_place_is_survived(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), foreign()), 1..4),
    ) {
        let text = which.get(documents());
        let Ok(mut value) = serde_yaml::from_str::<Value>(text) else { return Ok(()) };
        for (target, source, foreign) in changes {
            let pointers = pointers(&value);
            let new = foreign.or_else(|| value.pointer(source.get::<String>(&pointers)).cloned()).unwrap_or_default();
            if let Some(place) = value.pointer_mut(target.get::<String>(&pointers)) {
                *place = new;
            }
        }
        run(&serde_json::to_string_pretty(&value).expect("JSON"));
    }

    #[test]
    fn a_line_in_the_wrong_place_is_survived(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..5), 1..4),
    ) {
        let mut lines: Vec<&str> = which.get(documents()).lines().collect();
        for (target, source, kind) in changes {
            let (to, from) = (target.index(lines.len()), source.index(lines.len()));
            match kind {
                0 => drop(lines.remove(to)),
                1 => lines.insert(to, lines[from]),
                2 => lines.swap(to, from),
                3 => lines[to] = lines[to].trim_start(),
                _ => lines[to] = lines[to].get(..lines[to].len() / 2).unwrap_or_default(),
            }
            if lines.is_empty() {
                break;
            }
        }
        run(&lines.join("\n"));
    }
}
