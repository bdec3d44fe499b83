//! The engine against Avro schemas that are broken, or meant to break it; and what schemas of one document share.

#![allow(clippy::expect_used, reason = "a test")]

use std::time::{Duration, Instant};

use asyncapi_codegen::diagnostic::Severity;
use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine::generate;
use asyncapi_codegen::options::Options;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A document with a message for each schema, all of which come in.
fn document(schemas: &[Value]) -> String {
    let message = |(at, schema): (usize, &Value)| {
        let payload = json!({ "schemaFormat": "application/vnd.apache.avro;version=1.9.0", "schema": schema });
        (format!("m{at}"), json!({ "contentType": format!("avro/m{at}"), "payload": payload }))
    };
    let messages: serde_json::Map<String, Value> = schemas.iter().enumerate().map(message).collect();
    json!({
        "asyncapi": "3.0.0",
        "info": { "title": "Hostile", "version": "1" },
        "channels": { "all": { "address": "all", "messages": messages } },
        "operations": { "take": { "action": "receive", "channel": { "$ref": "#/channels/all" } } },
    })
    .to_string()
}

/// The codes of what the engine says, and the code that it generates if there is no error. It ends soon, and an error has
/// its reason: without one there is code.
fn run(schemas: &[Value]) -> (Vec<&'static str>, Option<String>) {
    let begin = Instant::now();
    let mut files = InMemory::default().with("asyncapi.json", document(schemas));
    let runtime = quote::quote!(::asyncapi_runtime);
    let generated = generate("asyncapi.json", &mut files, &Options::default(), &LoadOptions::default(), runtime);
    let errors = generated.checked.has_errors();
    let all = generated.checked.findings.iter();
    let codes = all.map(|finding| (finding.diagnostic.code.id, finding.severity)).collect::<Vec<_>>();
    assert_eq!(errors, codes.iter().any(|(_, severity)| *severity == Severity::Error));
    let code = generated.tokens.map(|tokens| tokens.to_string()).filter(|_| !errors);
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
    (codes.into_iter().map(|(id, _)| id).collect(), code)
}

#[test]
fn schemas_that_lead_nowhere_or_too_deep_are_refused() {
    let payload = "#/channels/all/messages/m0/payload/schema";
    let deep = (0..100).fold(json!("int"), |inner, _| json!({ "type": "array", "items": inner }));
    let wrapped = (0..100).fold(json!("int"), |inner, _| json!({ "type": inner }));
    for schema in [deep, wrapped, json!({ "type": "array", "items": { "$ref": payload } })] {
        let (codes, _) = run(std::slice::from_ref(&schema));
        assert_eq!(codes, ["A0510"], "{schema}");
    }
}

#[test]
fn a_schema_may_be_json_in_a_string() {
    for text in ["int", "\"int\"", r#"["null", "int"]"#, r#" {"type": "array", "items": "int"}"#] {
        let (codes, code) = run(&[json!(text)]);
        assert!(codes.is_empty() && code.is_some(), "{text}: {codes:?}");
    }
    for text in ["", "{", "[\"int\"", "\"", "{\"type\": \"array\"}"] {
        let (codes, _) = run(&[json!(text)]);
        assert!(matches!(codes.as_slice(), ["A0510" | "A0511"]), "{text}: {codes:?}");
    }
}

#[test]
fn large_schemas_are_no_danger() {
    let symbols: Vec<String> = (0..100_000).map(|at| format!("S{at}")).collect();
    let record = |at: usize| {
        let inner = if at == 0 { "int".to_owned() } else { format!("R{}", at - 1) };
        json!({ "type": "record", "name": format!("R{at}"), "fields": [{ "name": "x", "type": inner }] })
    };
    let fields: Vec<Value> = (0..2_000).map(|at| json!({ "name": format!("f{at}"), "type": record(at) })).collect();
    for schema in [
        json!({ "type": "enum", "name": "E", "symbols": symbols }),
        json!({ "type": "record", "name": "Top", "fields": fields }),
    ] {
        let (codes, code) = run(&[schema]);
        assert!(codes.is_empty() && code.is_some());
    }
}

#[test]
fn one_definition_is_one_type_and_two_are_two() {
    let point = |doc: &str| json!({ "type": "record", "name": "a.Point", "doc": doc, "fields": [{ "name": "x", "type": "int" }] });
    let whole = |point: Value| json!({ "type": "array", "items": point });
    let structs = |schemas: &[Value]| {
        let (codes, code) = run(schemas);
        assert!(codes.is_empty(), "{codes:?}");
        code.expect("there is code").matches("pub struct Point").count()
    };
    assert_eq!(structs(&[point("p"), whole(point("p"))]), 1);
    assert_eq!(structs(&[point("p"), point("q")]), 2, "other docs");
    let b = json!({ "type": "record", "name": "b.Point", "doc": "p", "fields": [{ "name": "x", "type": "int" }] });
    assert_eq!(structs(&[point("p"), b]), 2, "another namespace");
}

/// Something like a schema.
fn schema() -> impl Strategy<Value = Value> {
    let name = prop::sample::select(vec!["A", "B", "n.C", "int", "", ".", "x y"]);
    let leaf = prop_oneof![
        prop::sample::select(vec!["null", "int", "long", "string", "bytes", "A", "B", "n.C", "nothing", "[\"int\"]"])
            .prop_map(|it| json!(it)),
        Just(Value::Null),
        any::<bool>().prop_map(|it| json!(it)),
        any::<i32>().prop_map(|it| json!(it)),
    ];
    leaf.prop_recursive(5, 40, 4, move |inner| {
        let list = prop::collection::vec(inner.clone(), 0..4);
        let logical = prop::sample::select(vec!["decimal", "uuid", "duration", "date", "timestamp-millis", "other"]);
        let field = (name.clone(), inner.clone(), prop::option::of(inner.clone())).prop_map(|(name, ty, default)| {
            default.map_or_else(
                || json!({ "name": name, "type": ty }),
                |default| json!({ "name": name, "type": ty, "default": default }),
            )
        });
        prop_oneof![
            list.clone().prop_map(Value::Array),
            inner.clone().prop_map(|it| json!({ "type": "array", "items": it })),
            inner.clone().prop_map(|it| json!({ "type": "map", "values": it })),
            (inner, logical, 0..40i32).prop_map(
                |(it, logical, precision)| json!({ "type": it, "logicalType": logical, "precision": precision })
            ),
            (name.clone(), prop::collection::vec(field, 0..4))
                .prop_map(|(name, fields)| json!({ "type": "record", "name": name, "fields": fields })),
            (name.clone(), list)
                .prop_map(|(name, symbols)| json!({ "type": "enum", "name": name, "symbols": symbols })),
            (name.clone(), -2..40i32).prop_map(
                |(name, size)| json!({ "type": "fixed", "name": name, "size": size, "logicalType": "decimal" })
            ),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn any_schema_gives_code_or_a_reason(first in schema(), second in schema()) {
        let (codes, code) = run(&[first, second]);
        prop_assert!(code.is_some() || !codes.is_empty());
        if let Some(code) = code {
            prop_assert!(syn::parse_str::<syn::File>(&code).is_ok());
        }
    }
}
