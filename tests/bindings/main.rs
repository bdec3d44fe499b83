//! Bindings against the official JSON Schemas: every binding of every protocol, place and version gets instances that are
//! made from its schema, and mutants of them, each in a document of its own; our verdict is that of the `jsonschema` crate
//! on the whole document, or stands in `DIFFERENCES` with its reason.
//!
//! `ONLY="3.1.0 kafka"` takes what has all of the words; `ALL=1` takes every mutant, of which there are some 36,000.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod instances;
mod tck;

use std::collections::BTreeMap;
use std::path::Path;

use asyncapi_codegen::diagnostic::{Severity, render};
use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine::check;
use asyncapi_codegen::options::Options;
use asyncapi_tests::corpus;
use jsonschema::Validator;
use serde_json::{Value, json};

const PLACES: [&str; 4] = ["server", "channel", "operation", "message"];
const VERSIONS: [&str; 9] = ["2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0", "2.5.0", "2.6.0", "3.0.0", "3.1.0"];

/// Where the verdicts differ: protocol and place, whether the schema accepts it, a test of the instance, and the reason.
type Difference = (&'static str, &'static str, bool, fn(&Value) -> bool, &'static str);
const DIFFERENCES: [Difference; 2] = [
    (
        "kafka",
        "message",
        true,
        |it| it["bindingVersion"] == "0.4.0" && it["key"]["type"] == "string",
        "any object whose `type` is a primitive of Avro is an Avro schema; we read those that AsyncAPI has as AsyncAPI's",
    ),
    (
        "solace",
        "operation",
        true,
        |it| it["destinations"].as_array().is_some_and(|all| all.iter().any(|to| to.get("destinationType").is_none())),
        "a destination without a type is accepted only if its queue or its subscriptions are faulty, which tells the other",
    ),
];

/// A document with a binding, and little else.
pub(crate) fn document(version: &str, place: &str, bindings: &Value) -> Value {
    let v2 = version.starts_with('2');
    let mut document = json!({"asyncapi": version, "info": {"title": "t", "version": "1"}});
    match (place, v2) {
        ("server", true) => {
            document["servers"] = json!({"s": {"url": "h", "protocol": "custom", "bindings": bindings}});
            document["channels"] = json!({});
        }
        ("server", false) => {
            document["servers"] = json!({"s": {"host": "h", "protocol": "custom", "bindings": bindings}});
        }
        ("channel", true) => document["channels"] = json!({"c": {"bindings": bindings}}),
        ("channel", false) => document["channels"] = json!({"c": {"address": "c", "bindings": bindings}}),
        ("operation", true) => document["channels"] = json!({"c": {"publish": {"bindings": bindings}}}),
        ("operation", false) => {
            document["channels"] = json!({"c": {"address": "c"}});
            document["operations"] =
                json!({"o": {"action": "send", "channel": {"$ref": "#/channels/c"}, "bindings": bindings}});
        }
        (_, true) => document["channels"] = json!({"c": {"publish": {"message": {"bindings": bindings}}}}),
        (_, false) => {
            document["channels"] = json!({"c": {"address": "c", "messages": {"m": {"bindings": bindings}}}});
        }
    }
    document
}

/// The errors and the warnings that we find in a document.
pub(crate) fn ours(text: &str) -> (Vec<String>, Vec<String>) {
    let mut files = InMemory::default().with("asyncapi.json", text.as_bytes());
    let checked = check("asyncapi.json", &mut files, &Options::default(), &LoadOptions::default());
    let (errors, warnings): (Vec<_>, Vec<_>) =
        checked.findings.iter().partition(|finding| finding.severity == Severity::Error);
    let texts = |found: Vec<&asyncapi_codegen::engine::Finding>| {
        found.into_iter().map(|finding| render(&checked.sources, &finding.diagnostic)).collect()
    };
    (texts(errors), texts(warnings))
}

pub(crate) fn schema(corpus: &Path, version: &str) -> Value {
    let text = std::fs::read_to_string(corpus.join(format!("schemas/{version}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

pub(crate) fn validator(schema: &Value) -> Validator {
    jsonschema::draft7::options().should_validate_formats(true).build(schema).unwrap()
}

/// What the protocols may say at a place: the schema of each, with the definitions that it refers to.
fn protocols(schema: &Value, place: &str) -> Vec<String> {
    let named = &schema["definitions"][format!("{place}BindingsObject")]["properties"];
    let all = named.as_object().or_else(|| schema["definitions"]["bindingsObject"]["properties"].as_object());
    let others = ["mqtt5", "ros2", "mercure", "x-own", "unknown", "pulsar", "solace", "ibmmq", "googlepubsub"];
    let mut names: Vec<String> = all.unwrap().keys().cloned().collect();
    names.extend(others.iter().filter(|name| !all.unwrap().contains_key(**name)).map(ToString::to_string));
    names
}

#[test]
fn bindings_are_what_the_official_schemas_say() {
    let Some(corpus) = corpus("bindings") else { return };
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut counts: BTreeMap<(&str, bool), usize> = BTreeMap::new();
    let mut used = [0; DIFFERENCES.len()];
    let mut wrong = Vec::new();
    // The tables of all bindings stand in the schemas of 3.1.0.
    let tables = schema(&corpus, "3.1.0");
    for version in VERSIONS {
        let schema = schema(&corpus, version);
        let validator = validator(&schema);
        for place in PLACES {
            for protocol in protocols(&schema, place) {
                let name = format!("{version} {place} {protocol}");
                if !only.split_whitespace().all(|word| name.split(' ').any(|part| part == word)) {
                    continue;
                }
                for instance in instances::of(&tables, place, &protocol, version) {
                    let document = document(version, place, &json!({ &protocol: instance }));
                    let valid = validator.is_valid(&document);
                    let (errors, _) = ours(&document.to_string());
                    *counts.entry((version, valid)).or_default() += 1;
                    if errors.is_empty() == valid {
                        continue;
                    }
                    let known = DIFFERENCES.iter().position(|(of, at, verdict, is, _)| {
                        *of == protocol && *at == place && *verdict == valid && is(&instance)
                    });
                    if let Some(known) = known {
                        used[known] += 1;
                        continue;
                    }
                    wrong.push(format!("{name} {instance}: valid is {valid}\n{}", errors.join("\n")));
                }
            }
        }
    }
    for ((version, valid), count) in &counts {
        println!("{version} {} {count}", if *valid { "valid  " } else { "invalid" });
    }
    for (used, (protocol, place, _, _, reason)) in used.iter().zip(DIFFERENCES) {
        println!("{protocol} {place}: {used} differ, as {reason}");
    }
    assert!(wrong.is_empty(), "{} verdicts differ:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n\n"));
    assert!(!only.is_empty() || (used.iter().all(|used| *used > 0) && counts.len() == 11), "{used:?} {counts:?}");
}
