//! The document's own examples and defaults, held against their schemas. That the official parser's rules agree is the matter
//! of `checking.rs`.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod official;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use asyncapi_codegen::diagnostic::render;
use asyncapi_codegen::document::{Disk, Files, InMemory, LoadOptions};
use asyncapi_codegen::engine::{Checked, check};
use asyncapi_codegen::options::Options;
use official::{corpus, remote};

/// Documents that the official parser refuses for the examples of their messages, and how often.
const INVALID: [(&str, usize); 3] = [
    ("documents/SolaceLabs__ep-asyncapi__ep-asyncapi__test__data__tbd__asyncapi__zbos_mqtt.json", 55),
    ("documents/microcks__api-lifecycle__cloud-events-demo__animal-sensor-1.0.0-struct-asyncapi.yaml", 10),
    (
        "documents/microcks__microcks__commons__util__src__test__resources__io__github__microcks__util__asyncapi__spring-cloud-stream-asyncapi-nulls.yaml",
        6,
    ),
];

/// What is said under one of `codes`.
fn said(checked: &Checked, codes: &[&str]) -> Vec<String> {
    let found = checked.findings.iter().filter(|finding| codes.contains(&finding.diagnostic.code.id));
    found.map(|finding| render(&checked.sources, &finding.diagnostic)).collect()
}

fn check_text(text: &str) -> Checked {
    let mut files = InMemory::default().with("asyncapi.json", text);
    check("asyncapi.json", &mut files, &Options::default(), &LoadOptions::default())
}

#[test]
fn examples_that_the_official_parser_refuses_are_errors() {
    let Some(corpus) = corpus() else { return };
    for (path, count) in INVALID {
        let load = LoadOptions { folder: Some(PathBuf::new()), refs: remote(&corpus), ..LoadOptions::default() };
        let files: &mut dyn Files = &mut Disk::new(&corpus);
        let checked = check(path, files, &Options::default(), &load);
        let said = said(&checked, &["A0220"]);
        assert_eq!(said.len(), count, "{path}:\n{}", said.join("\n"));
    }
}

/// A document with one message, of this payload.
fn document(payload: &serde_json::Value) -> String {
    serde_json::json!({
        "asyncapi": "3.0.0",
        "info": { "title": "Examples", "version": "1" },
        "channels": { "all": { "address": "all", "messages": { "one": { "payload": payload } } } },
        "operations": { "take": { "action": "receive", "channel": { "$ref": "#/channels/all" } } },
    })
    .to_string()
}

#[test]
fn the_lint_names_the_place_and_the_rule() {
    for (schema, example, expected) in [
        (r#"{"type": "integer"}"#, "1.5", Some("breaks `type` of its schema")),
        (
            r#"{"properties": {"a/b": {"items": {"minimum": 3}}}}"#,
            r#"{"a/b": [3, 2]}"#,
            Some("`minimum` of its schema at `/a~1b/1`"),
        ),
        (r#"{"required": ["x"]}"#, "{}", Some("`required`")),
        (
            r#"{"additionalProperties": false, "properties": {"a": {}}}"#,
            r#"{"b": 1}"#,
            Some("`additionalProperties` of its schema at `/b`"),
        ),
        (
            r#"{"oneOf": [{"type": "null"}, {"type": "object", "properties": {"n": {"type": "string"}}}]}"#,
            r#"{"n": 1}"#,
            Some("`type` of its schema at `/n`"),
        ),
        (r#"{"oneOf": [{"type": "integer"}, {"minimum": 2}]}"#, "3", Some("`oneOf`")),
        (r#"{"not": {"type": "string"}}"#, r#""a""#, Some("`not`")),
        (r#"{"if": {"type": "string"}, "then": {"minLength": 2}}"#, r#""a""#, Some("`minLength`")),
        (r#"{"enum": ["a"], "type": "string"}"#, r#""b""#, Some("`const`")),
        (r#"{"type": "string", "format": "date-time"}"#, r#""yesterday""#, Some("`format`")),
        (r#"{"type": "string", "pattern": "^a$"}"#, r#""b""#, Some("`pattern`")),
        (
            r#"{"patternProperties": {"^x": {"type": "string"}}}"#,
            r#"{"xa": 1, "b": 1}"#,
            Some("`type` of its schema at `/xa`"),
        ),
        (
            r#"{"patternProperties": {"^x": {}}, "additionalProperties": false}"#,
            r#"{"b": 1}"#,
            Some("`additionalProperties`"),
        ),
        (r#"{"propertyNames": {"pattern": "^x"}}"#, r#"{"b": 1}"#, Some("`propertyNames`")),
        (r#"{"anyOf": [{"pattern": "^a$"}, {"maxLength": 1}]}"#, r#""bb""#, Some("`anyOf`")),
        (r#"{"pattern": "^a$", "patternProperties": {"^x": {}}}"#, r#""a""#, None),
        // Not known here: no lint.
        (r#"{"type": "string", "pattern": "^(.)\\1$"}"#, r#""ab""#, None),
        (r#"{"type": "string", "format": "hostname"}"#, r#""a b""#, None),
        (r#"{"type": "number"}"#, "1", None),
    ] {
        let mut schema: serde_json::Value = serde_json::from_str(schema).expect("JSON");
        let example: serde_json::Value = serde_json::from_str(example).expect("JSON");
        for (key, value) in [("examples", serde_json::json!([example])), ("example", example.clone())] {
            schema[key] = value;
            let checked = check_text(&document(&schema));
            let said = said(&checked, &["A0409"]);
            match expected {
                Some(text) => assert!(said.len() == 1 && said[0].contains(text), "{schema}: {said:?}, not {text}"),
                None => assert!(said.is_empty(), "{schema}: {said:?}"),
            }
            schema.as_object_mut().expect("an object").remove(key);
        }
    }
}

#[test]
fn many_examples_in_one_another_take_little_time() {
    let leaf = serde_json::json!({ "type": "object" });
    let nested = (0..100).fold(leaf, |inner, at| {
        let value = (0..at).fold(serde_json::json!({}), |value, _| serde_json::json!({ "a": value }));
        serde_json::json!({ "properties": { "a": inner }, "examples": [value], "default": {} })
    });
    let many: serde_json::Map<_, _> =
        (0..5_000).map(|at| (format!("p{at}"), serde_json::json!({ "type": "string", "example": 1 }))).collect();
    let keys: serde_json::Map<_, _> = many.keys().map(|key| (key.clone(), "x".into())).collect();
    let wide = serde_json::json!({ "properties": many, "examples": [keys] });
    // Each example asks all alternatives, each of which has all of them in it.
    let arms: Vec<_> = (0..100)
        .map(|at| serde_json::json!({ "properties": { "a": { "$ref": "#/x" } }, "required": [format!("k{at}")] }))
        .collect();
    let fork = serde_json::json!({ "oneOf": arms, "examples": vec![(0..60).fold(serde_json::json!({}), |value, _| serde_json::json!({ "a": value })); 200] });
    for (payload, least) in [(nested, 0), (wide, 5_000), (fork, 0)] {
        let text = document(&payload).replace("#/x", "#/channels/all/messages/one/payload");
        let begin = Instant::now();
        let checked = check_text(&text);
        assert!(!checked.has_errors(), "{:?}", checked.findings.first());
        assert!(said(&checked, &["A0409"]).len() >= least);
        assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
    }
}

#[test]
fn in_3_x_examples_and_defaults_get_a_lint_once_used_or_not() {
    let bad = serde_json::json!({ "type": "integer", "default": "x", "examples": [1, "y"] });
    let message =
        serde_json::json!({ "payload": { "$ref": "#/components/schemas/used" }, "examples": [{ "payload": "z" }] });
    let avro = serde_json::json!({ "schemaFormat": "application/vnd.apache.avro;version=1.9.0", "schema": "string" });
    let text = serde_json::json!({
        "asyncapi": "3.0.0",
        "info": { "title": "Examples", "version": "1" },
        "channels": { "all": { "address": "all", "messages": { "one": { "$ref": "#/components/messages/used" } } } },
        "operations": { "take": { "action": "receive", "channel": { "$ref": "#/channels/all" } } },
        "components": {
            "schemas": { "used": bad, "unused": bad },
            "messages": { "used": message, "unused": message, "avro": { "payload": avro, "examples": [{ "payload": 1 }] } },
        },
    });
    let checked = check_text(&text.to_string());
    assert!(!checked.has_errors());
    let examples = said(&checked, &["A0409"]);
    assert_eq!(examples.len(), 5, "{}", examples.join("\n"));
    let defaults = said(&checked, &["A0405"]);
    assert_eq!(defaults.len(), 2, "{}", defaults.join("\n"));
}

#[test]
fn references_within_examples_are_followed() {
    let text = |reference: &str, value: &str| {
        format!(
            "asyncapi: 2.6.0\ninfo: {{ title: A, version: '1' }}\nchannels:\n  a:\n    publish:\n      message:\n        \
             payload: {{ type: string }}\n        examples:\n          - payload: {{ $ref: '{reference}' }}\nx-values: {{ a: {value} }}\n"
        )
    };
    for (reference, value, expected) in [
        ("#/x-values/a", "b", None),
        ("#/x-values/a", "5", Some("A0220")),
        ("#/x-values/b", "5", Some("A0103")),
        // What is within cannot be told.
        ("#/x-values/a", "{ $ref: '#/x-values/b' }", Some("A0103")),
    ] {
        let mut files = InMemory::default().with("asyncapi.yaml", text(reference, value));
        let checked = check("asyncapi.yaml", &mut files, &Options::default(), &LoadOptions::default());
        let codes: Vec<&str> = checked.findings.iter().map(|finding| finding.diagnostic.code.id).collect();
        assert_eq!(codes, Vec::from_iter(expected), "{reference} {value}");
    }
}
