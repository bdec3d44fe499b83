//! The document's own examples and defaults, held against their schemas, where no rule of the official parser makes them
//! errors: those are in `official/`.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::time::{Duration, Instant};

use asyncapi_codegen::diagnostic::render;
use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine::{Checked, check};
use asyncapi_codegen::options::Options;

/// What is said under one of `codes`.
fn said(checked: &Checked, codes: &[&str]) -> Vec<String> {
    let found = checked.findings.iter().filter(|finding| codes.contains(&finding.diagnostic.code.id));
    found.map(|finding| render(&checked.sources, &finding.diagnostic)).collect()
}

fn check_text(text: &str) -> Checked {
    let mut files = InMemory::default().with("asyncapi.json", text);
    check("asyncapi.json", &mut files, &Options::default(), &LoadOptions::default())
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
        // Not known here: no lint.
        (r#"{"type": "string", "pattern": "^a$"}"#, r#""b""#, None),
        (r#"{"type": "string", "format": "hostname"}"#, r#""a b""#, None),
        (r#"{"anyOf": [{"pattern": "^a$"}, {"maxLength": 1}]}"#, r#""bb""#, None),
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
