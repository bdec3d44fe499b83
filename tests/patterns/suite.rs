//! The JSON Schema test suite, as far as a schema is a single `pattern`, `format` or content.

use std::path::Path;

use serde_json::{Map, Value};

use super::{compile, is_format};

/// Optional tests that are not passed, with the reason. It only shrinks.
const NOT_PASSED: &[(&str, &str, &str)] = &[];

const KNOWN_FORMATS: &[&str] = &[
    "date-time",
    "date",
    "time",
    "duration",
    "uuid",
    "email",
    "idn-email",
    "hostname",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "uri",
    "iri",
    "uri-reference",
    "iri-reference",
    "uri-template",
    "json-pointer",
    "relative-json-pointer",
    "regex",
    "unknown",
];

/// What the keywords here say of an instance; `None` if the schema has others.
fn accepts(schema: &Map<String, Value>, instance: &Value) -> Option<bool> {
    let text = instance.as_str();
    let mut accepted = true;
    for (keyword, value) in schema {
        accepted &= match (keyword.as_str(), text) {
            ("$schema" | "$comment" | "description", _) => true,
            ("type", _) if value == "string" => text.is_some(),
            ("type", _) if value == "object" => instance.is_object(),
            ("pattern", Some(text)) => compile(value.as_str()?).ok()?.try_matches(text) == Ok(true),
            ("format", Some(text)) => is_format(text, KNOWN_FORMATS.iter().find(|known| value == *known)?),
            ("contentMediaType", Some(_)) if schema.contains_key("contentEncoding") => true,
            ("contentMediaType", Some(text)) if value == "application/json" => is_format(text, "content:json"),
            ("contentEncoding", Some(text)) if value == "base64" => {
                let both = schema.contains_key("contentMediaType");
                is_format(text, if both { "content:base64:json" } else { "content:base64" })
            }
            ("pattern" | "format" | "contentMediaType" | "contentEncoding", None) => true,
            ("patternProperties", _) => pattern_properties(schema, value.as_object()?, instance)?,
            ("additionalProperties", _) if schema.contains_key("patternProperties") => true,
            _ => return None,
        };
    }
    Some(accepted)
}

fn pattern_properties(schema: &Map<String, Value>, patterns: &Map<String, Value>, instance: &Value) -> Option<bool> {
    let Some(entries) = instance.as_object() else { return Some(true) };
    let closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
    let mut accepted = true;
    for (key, entry) in entries {
        let mut matched = false;
        for (pattern, schema) in patterns {
            if compile(pattern).ok()?.matches(key) {
                matched = true;
                accepted &= match schema {
                    Value::Bool(all) => *all,
                    Value::Object(schema) if schema.is_empty() => true,
                    Value::Object(schema) if schema.len() == 1 && schema.get("type") == Some(&"integer".into()) => {
                        entry.is_i64()
                    }
                    Value::Object(schema) if schema.len() == 1 && schema.contains_key("maximum") => {
                        entry.as_f64().is_none_or(|entry| Some(entry) <= schema.get("maximum").and_then(Value::as_f64))
                    }
                    _ => return None,
                };
            }
        }
        accepted &= matched || !closed;
    }
    Some(accepted)
}

#[test]
fn the_suite_says_the_same() {
    let Some(corpus) = asyncapi_tests::corpus("patterns") else { return };
    let suite = corpus.join("json-schema-test-suite/draft7");
    let mut files: Vec<_> =
        ["pattern", "patternProperties", "optional/ecmascript-regex", "optional/non-bmp-regex", "optional/content"]
            .iter()
            .map(|name| suite.join(format!("{name}.json")))
            .collect();
    let formats = std::fs::read_dir(suite.join("optional/format")).unwrap();
    files.extend(formats.map(|entry| entry.unwrap().path()));
    let (mut wrong, mut seen, mut left_out) = (Vec::new(), 0, 0);
    for file in &files {
        let groups: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        for group in groups.as_array().unwrap() {
            let schema = group["schema"].as_object().unwrap();
            for test in group["tests"].as_array().unwrap() {
                let Some(accepted) = accepts(schema, &test["data"]) else {
                    left_out += 1;
                    continue;
                };
                seen += 1;
                let name = file.file_name().and_then(|name| Path::new(name).file_stem()?.to_str()).unwrap();
                let (group, test_name) =
                    (group["description"].as_str().unwrap(), test["description"].as_str().unwrap());
                let known = NOT_PASSED.iter().any(|(file, test, _)| *file == name && *test == test_name);
                if (accepted == test["valid"].as_bool().unwrap()) == known {
                    wrong.push(format!("{name} | {group} | {test_name}: {} gives {accepted}", test["data"]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {seen} are not as expected:\n{}", wrong.len(), wrong.join("\n"));
    // What asks for other keywords as well: so few that a file which is no longer read would show.
    assert!(seen > 700 && left_out < 20, "{seen} seen, {left_out} left out");
}
