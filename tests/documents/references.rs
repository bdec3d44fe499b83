//! An object that stands somewhere by reference is the object that stands there.
//!
//! In a document of each version that uses every object, each object in turn is put elsewhere: in the same file, in another
//! file, and behind a reference to a reference. Where the official JSON Schema allows a reference, the code must be the same
//! but for its docs; where it allows none, we allow none.

use std::path::PathBuf;

use asyncapi_codegen::diagnostic::{Severity, render};
use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine::generate;
use asyncapi_codegen::options::{Options, Side, Warnings};
use asyncapi_tests::corpus;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use serde_json::{Value, json};

use crate::acceptance::{schema, validator};
use crate::base::is_v3;

/// Where we judge a reference otherwise than the official schema, and why.
const ON_PURPOSE: &[(&str, &str)] = &[
    (
        "/channels/rooms~1{room}/parameters/room",
        "the official schemas up to 2.4 trip over references to parameters; the parser does not",
    ),
    ("/components/securitySchemes", "`$ref` as the name of a scheme, of which the official schema asks nothing"),
    ("/scopes", "`$ref` as the name of a scope"),
    (
        "/servers/main/variables/",
        "the specification of 2.4 allows a reference to a variable, its official schema does not",
    ),
];

/// Whole maps that may be elsewhere: the official parser follows such a reference before it asks its schemas, which allow
/// none there.
const MAPS: &[&str] = &["channels", "messages", "operations", "servers", "variables"];

/// How an object is put elsewhere.
#[derive(Debug, Clone, Copy)]
enum Way {
    /// `#/x-store/name`.
    Local,
    /// `parts/store.json#/name`.
    File,
    /// `#/x-store/first`, there `parts/more.json#/next`, and there `store.json#/name`.
    Chain,
}

fn message(format: bool) -> Value {
    let mut message = json!({
        "name": "said",
        "title": "Said",
        "tags": [{ "name": "t", "externalDocs": { "url": "https://example.com" } }],
        "externalDocs": { "url": "https://example.com" },
        "contentType": "application/json",
        "correlationId": { "location": "$message.header#/id" },
        "headers": {
            "x-rust-name": "SaidHeaders",
            "type": "object",
            "required": ["id"],
            "properties": { "id": { "type": "string" }, "of": { "type": "integer" } },
        },
        "payload": {
            "x-rust-name": "Said",
            "type": "object",
            "required": ["text"],
            "properties": {
                "text": { "type": "string", "minLength": 1 },
                "by": { "x-rust-name": "By", "type": "object", "properties": { "name": { "type": "string" } } },
                "all": { "type": "array", "items": { "x-rust-name": "Part", "type": "object", "properties": { "a": { "type": "integer" } } } },
                "kind": { "x-rust-name": "Kind", "type": "string", "enum": ["a", "b"] },
            },
            "additionalProperties": { "type": "boolean" },
        },
        "traits": [{ "summary": "A summary.", "correlationId": { "location": "$message.header#/of" } }, { "description": "D." }],
        "examples": [{ "payload": { "text": "hello" }, "headers": { "id": "1" } }],
    });
    if format {
        let payload = message["payload"].take();
        message["payload"] = json!({ "schemaFormat": "application/schema+json;version=draft-07", "schema": payload });
    }
    message
}

fn v2(version: &str) -> Value {
    let mut document = json!({
        "asyncapi": version,
        "info": { "title": "T", "version": "1", "contact": { "name": "c" }, "license": { "name": "MIT" } },
        "tags": [{ "name": "t" }],
        "externalDocs": { "url": "https://example.com" },
        "servers": { "main": {
            "url": "{stage}.example.com:{port}",
            "protocol": "ws",
            "variables": { "stage": { "enum": ["test", "live"], "default": "test" }, "port": { "default": "80" } },
            "security": [{ "key": [] }, { "oauth": ["read"] }],
        } },
        "channels": { "rooms/{room}": {
            "parameters": { "room": { "description": "R.", "schema": { "type": "string", "enum": ["a", "b"] } } },
            "publish": {
                "operationId": "say",
                "traits": [{ "description": "By the trait." }],
                "tags": [{ "name": "t" }],
                "externalDocs": { "url": "https://example.com" },
                "message": message(false),
            },
            "subscribe": {
                "operationId": "hear",
                "message": { "oneOf": [
                    { "name": "one", "payload": { "x-rust-name": "One", "type": "object", "required": ["a"], "properties": { "a": { "const": 1 } } } },
                    { "name": "two", "payload": { "x-rust-name": "Two", "type": "object", "required": ["a"], "properties": { "a": { "const": 2 } } } },
                ] },
            },
        } },
        "components": { "securitySchemes": {
            "key": { "type": "httpApiKey", "name": "key", "in": "header" },
            "oauth": { "type": "oauth2", "flows": {
                "implicit": { "authorizationUrl": "https://example.com", "scopes": { "read": "Reads." } },
            } },
        } },
    });
    if version == "2.0.0" {
        document["channels"]["rooms/{room}"]["publish"]["message"]["examples"] = json!([]);
    }
    document
}

fn v3(version: &str) -> Value {
    json!({
        "asyncapi": version,
        "info": {
            "title": "T",
            "version": "1",
            "contact": { "name": "c" },
            "license": { "name": "MIT" },
            "tags": [{ "name": "t", "externalDocs": { "url": "https://example.com" } }],
            "externalDocs": { "url": "https://example.com" },
        },
        "servers": { "main": {
            "host": "{stage}.example.com:{port}",
            "protocol": "ws",
            "variables": { "stage": { "enum": ["test", "live"], "default": "test" }, "port": { "default": "80" } },
            "security": [{ "type": "httpApiKey", "name": "key", "in": "header" }, { "type": "oauth2", "flows": {
                "implicit": { "authorizationUrl": "https://example.com", "availableScopes": { "read": "Reads." } },
            } }],
            "tags": [{ "name": "t" }],
            "externalDocs": { "url": "https://example.com" },
        } },
        "channels": {
            "rooms": {
                "address": "rooms/{room}",
                "servers": [{ "$ref": "#/servers/main" }],
                "parameters": { "room": { "description": "R.", "enum": ["a", "b"] } },
                "messages": { "said": message(false), "formatted": message(true) },
                "tags": [{ "name": "t" }],
                "externalDocs": { "url": "https://example.com" },
            },
            "answers": {
                "address": null,
                "messages": { "yes": { "payload": { "x-rust-name": "Yes", "type": "object", "properties": { "why": { "type": "string" } } } } },
            },
        },
        "operations": {
            "say": {
                "action": "receive",
                "channel": { "$ref": "#/channels/rooms" },
                "messages": [{ "$ref": "#/channels/rooms/messages/said" }],
                "traits": [{ "description": "By the trait." }],
                "tags": [{ "name": "t" }],
                "security": [{ "type": "userPassword" }],
                "externalDocs": { "url": "https://example.com" },
                "reply": {
                    "address": { "location": "$message.header#/id" },
                    "channel": { "$ref": "#/channels/answers" },
                },
            },
            "all": { "action": "send", "channel": { "$ref": "#/channels/rooms" } },
        },
    })
}

fn of_schema(pointer: &str) -> bool {
    ["/payload", "/headers", "/schema"].iter().any(|part| pointer.contains(part))
}

/// The pointers to all objects that are no references, but the root. Of schemas, those that have a name: a reference
/// names what has none.
fn objects(value: &Value, pointer: &str, found: &mut Vec<String>) {
    let of_schema = of_schema(pointer);
    match value {
        Value::Object(object) => {
            let is_data = pointer.contains("/examples/0/");
            let named = !of_schema || object.contains_key("x-rust-name") || object.contains_key("schemaFormat");
            if !pointer.is_empty() && !object.contains_key("$ref") && !is_data && named {
                found.push(pointer.to_owned());
            }
            for (key, value) in object {
                objects(value, &format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, value)| objects(value, &format!("{pointer}/{at}"), found));
        }
        _ => {}
    }
}

/// What is given out: the document with the object elsewhere, and the other files.
fn put_elsewhere(document: &Value, pointer: &str, way: Way) -> (Value, Vec<(&'static str, Value)>) {
    let mut document = document.clone();
    // What names follow: the last segment.
    let name = pointer.rsplit('/').next().unwrap_or_default().to_owned();
    let key = name.replace("~1", "/").replace("~0", "~");
    let escaped: String = name.replace('{', "%7B").replace('}', "%7D");
    let object = document.pointer_mut(pointer).expect("an object").take();
    let put = |document: &mut Value, reference: String| {
        *document.pointer_mut(pointer).expect("an object") = json!({ "$ref": reference });
    };
    match way {
        Way::Local => {
            put(&mut document, format!("#/x-store/{escaped}"));
            document["x-store"] = json!({ key: object });
            (document, Vec::new())
        }
        Way::File => {
            put(&mut document, format!("parts/store.json#/{escaped}"));
            (document, vec![("parts/store.json", json!({ key: relative(object) }))])
        }
        Way::Chain => {
            put(&mut document, format!("#/x-store/{escaped}"));
            document["x-store"] = json!({ &key: { "$ref": format!("parts/more.json#/{escaped}") } });
            let more = json!({ &key: { "$ref": format!("store.json#/{escaped}") } });
            (document, vec![("parts/more.json", more), ("parts/store.json", json!({ key: relative(object) }))])
        }
    }
}

/// References to the root document, as they stand in a file below it.
fn relative(object: Value) -> Value {
    serde_json::from_str(&object.to_string().replace("\"$ref\":\"#", "\"$ref\":\"../asyncapi.json#")).expect("JSON")
}

/// The code without its docs; else the first fault.
fn code(document: &Value, files: &[(&str, Value)], side: Side) -> Result<String, String> {
    let mut all = InMemory::default().with("asyncapi.json", document.to_string());
    for (path, value) in files {
        all = all.with(path, value.to_string());
    }
    let options = Options { side, warnings: Warnings::Allow, ..Options::default() };
    let load = LoadOptions { folder: Some(PathBuf::new()), ..LoadOptions::default() };
    let generated = generate("asyncapi.json", &mut all, &options, &load, "rt".parse().expect("a path"));
    let checked = &generated.checked;
    if let Some(error) = checked.findings.iter().find(|finding| finding.severity == Severity::Error) {
        return Err(render(&checked.sources, &error.diagnostic));
    }
    Ok(without_docs(generated.tokens.ok_or("no code")?).to_string())
}

/// Without `#[doc = …]`.
fn without_docs(tokens: TokenStream) -> TokenStream {
    let mut kept: Vec<TokenTree> = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket && is_doc(&group) => {
                kept.pop();
            }
            TokenTree::Group(group) => {
                kept.push(Group::new(group.delimiter(), without_docs(group.stream())).into());
            }
            other => kept.push(other),
        }
    }
    kept.into_iter().collect()
}

fn is_doc(group: &Group) -> bool {
    matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(name)) if name == "doc")
}

/// Where two texts begin to differ.
fn difference(one: &str, other: &str) -> String {
    let at = one
        .char_indices()
        .zip(other.chars())
        .find(|((_, a), b)| a != b)
        .map_or(one.len().min(other.len()), |it| it.0.0);
    let around =
        |text: &str| text.chars().skip(one[..at].chars().count().saturating_sub(60)).take(160).collect::<String>();
    format!("\n  inline: {}\n  by reference: {}", around(one), around(other))
}

#[test]
fn what_is_referred_to_is_as_if_it_stood_there() {
    let Some(corpus) = corpus("what_is_referred_to_is_as_if_it_stood_there") else { return };
    let mut wrong = Vec::new();
    let (mut same, mut refused) = (0, 0);
    for version in ["2.0.0", "2.3.0", "2.6.0", "3.0.0", "3.1.0"] {
        let document = if is_v3(version) { v3(version) } else { v2(version) };
        let official = validator(&schema(&corpus, version));
        let sides = [Side::Application, Side::Counterpart];
        let inline = sides.map(|side| code(&document, &[], side).expect("the document is sound"));
        let mut pointers = Vec::new();
        objects(&document, "", &mut pointers);
        for (pointer, way) in
            pointers.iter().flat_map(|pointer| [Way::Local, Way::File, Way::Chain].map(|way| (pointer, way)))
        {
            // A schema that is only a reference has a name all the same: it is an alias.
            if matches!(way, Way::Chain) && of_schema(pointer) {
                continue;
            }
            let (document, files) = put_elsewhere(&document, pointer, way);
            let allowed = official.is_valid(&document);
            for (side, inline) in sides.into_iter().zip(&inline) {
                let place = format!("{version} {pointer} {way:?} {side:?}");
                let ours = code(&document, &files, side);
                if ON_PURPOSE.iter().any(|(what, _)| pointer.contains(what)) && ours.is_ok() != allowed {
                    continue;
                }
                let followed = pointer.rsplit('/').next().is_some_and(|key| MAPS.contains(&key));
                let allowed = allowed || (followed && ours.is_ok());
                match (ours, allowed) {
                    (Ok(code), true) if code == *inline => same += 1,
                    (Ok(code), true) => wrong.push(format!("{place}: differs{}", difference(inline, &code))),
                    (Err(fault), true) => wrong.push(format!("{place}: refused: {fault}")),
                    (Err(_), false) => refused += 1,
                    (Ok(_), false) => wrong.push(format!("{place}: accepted")),
                }
            }
        }
    }
    println!("{same} the same, {refused} refused");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
