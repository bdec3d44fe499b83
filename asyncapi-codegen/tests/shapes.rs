//! The shapes of the corpus, end to end: generated, compiled in one crate, and run against their valid and invalid JSON.
//!
//! Builds a crate of its own, so it runs only when asked: `cargo test -p asyncapi-codegen --test shapes -- --ignored`.
//! The corpus is found at `ASYNCAPI_CORPUS`.

#![allow(clippy::indexing_slicing, reason = "a test")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use asyncapi_codegen::diagnostic::Sink;
use asyncapi_codegen::document::{self, InMemory, LoadOptions};
use asyncapi_codegen::emit::types::{Types, emit_types};
use asyncapi_codegen::model::Model;
use asyncapi_codegen::model::names::Scope;
use asyncapi_codegen::model::schema::Schemas;
use quote::quote;
use serde_json::{Value, json};

/// Shapes that differ for a reason that stands here. The list only gets shorter.
const KNOWN: &[(&str, &str)] = &[
    ("int_u64big", "an integer without bounds is i64"),
    // `{"a":"x"}` fits the arm that only speaks of `b` as well, and `{"b":"q"}` fits the arm of `a` alone: what the shape
    // expects is what its author meant, and the opposite of what draft-07 says of oneOf.
    ("oneof_same", "the shape's expectations contradict its schema under draft-07"),
];

/// `#/definitions/X` of the corpus is `#/components/schemas/X` of a document.
fn moved(value: &Value) -> Value {
    match value {
        Value::Object(entries) => entries
            .iter()
            .map(|(key, value)| match (key.as_str(), value) {
                ("$ref", Value::String(to)) => (
                    key.clone(),
                    Value::String(
                        to.replace("#/definitions/", "#/components/schemas/")
                            .replace("#/$defs/", "#/components/schemas/Case/$defs/"),
                    ),
                ),
                _ => (key.clone(), moved(value)),
            })
            .collect(),
        Value::Array(items) => items.iter().map(moved).collect(),
        other => other.clone(),
    }
}

/// The module of one shape, or what is wrong with it.
fn module(shape: &Value) -> Result<String, String> {
    let mut schemas = moved(&shape["defs"]);
    schemas["Case"] = moved(&shape["schema"]);
    let text = json!({
        "asyncapi": "3.0.0",
        "info": { "title": "shape", "version": "1" },
        "channels": { "c": { "address": "c", "messages": { "m": { "payload": { "$ref": "#/components/schemas/Case" } } } } },
        "operations": { "o": { "action": "send", "channel": { "$ref": "#/channels/c" } } },
        "components": { "schemas": schemas },
    });
    let mut sink = Sink::default();
    let mut files = InMemory::default().with("shape.json", text.to_string());
    let document = document::load("shape.json", &mut files, &LoadOptions::default(), &mut sink);
    let faults = |sink: &Sink| {
        let faults: Vec<String> = sink.as_slice().iter().map(|it| format!("{}: {}", it.code.id, it.message)).collect();
        faults.join("; ")
    };
    let Ok(document) = document else { return Err(faults(&sink)) };
    let payload = document.messages[0].payload.clone().ok_or("no payload")?;
    let mut lowering = Schemas::new(&document);
    let ty = lowering.payload(&payload, "Case", &mut sink);
    let types = lowering.finish(&mut Scope::default(), &mut sink);
    if sink.has_errors() {
        return Err(faults(&sink));
    }
    let model = Model { types, ..Model::default() };
    let rt = quote!(rt);
    let tokens = emit_types(&model, &rt);
    let ty = Types::new(&model, &rt).ty(&ty);
    let file = syn::parse2(tokens).map_err(|error| format!("not Rust: {error}"))?;
    Ok(format!(
        "use asyncapi_runtime::__private::v0 as rt;\n/// What stands at the root.\npub type Payload = {ty};\n{}",
        prettyplease::unparse(&file)
    ))
}

fn main_of(shapes: &[(String, Value)]) -> String {
    let mut text =
        String::from("#![deny(warnings, missing_docs)]\n//! All shapes.\n\nuse asyncapi_runtime::wire as rt;\n\n");
    text.push_str(
        "fn run<T: rt::Wire>(name: &str, valid: &[&str], invalid: &[&str]) {
    for json in valid {
        match rt::decode::<T>(json.as_bytes()) {
            Err(error) => println!(\"REFUSED {name} {json}: {error}\"),
            Ok(value) => match rt::encode(&value) {
                Err(error) => println!(\"NOT WRITTEN {name} {json}: {error}\"),
                Ok(again) if rt::decode::<T>(&again).is_err() => println!(\"NOT READ AGAIN {name} {json}\"),
                Ok(_) => {}
            },
        }
    }
    for json in invalid {
        if rt::decode::<T>(json.as_bytes()).is_ok() {
            println!(\"ACCEPTED {name} {json}\");
        }
    }
}\n\n",
    );
    for (name, _) in shapes {
        let _ = writeln!(text, "/// A shape.\npub mod {name};");
    }
    text.push_str("\nfn main() {\n");
    for (name, shape) in shapes {
        let list = |key: &str| {
            let all = shape[key].as_array().cloned().unwrap_or_default();
            all.iter().map(|value| format!("r##\"{value}\"##")).collect::<Vec<_>>().join(", ")
        };
        let _ = writeln!(text, "    run::<{name}::Payload>({name:?}, &[{}], &[{}]);", list("valid"), list("invalid"));
    }
    text + "}\n"
}

#[test]
#[ignore = "builds a crate"]
fn shapes_accept_what_their_schemas_accept() {
    let corpus = std::env::var("ASYNCAPI_CORPUS").expect("ASYNCAPI_CORPUS is the folder of the corpus");
    let text =
        std::fs::read_to_string(Path::new(&corpus).join("schema-shapes.json")).expect("the corpus has the shapes");
    let shapes: Vec<Value> = serde_json::from_str(&text).expect("the shapes are JSON");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shapes");
    let _ = std::fs::remove_dir_all(folder.join("src"));
    std::fs::create_dir_all(folder.join("src")).expect("a folder");
    let mut generated = Vec::new();
    let mut refused = Vec::new();
    for shape in &shapes {
        let name = shape["name"].as_str().expect("a name").to_owned();
        match module(shape) {
            Ok(text) => {
                std::fs::write(folder.join("src").join(format!("{name}.rs")), text).expect("written");
                generated.push((name, shape.clone()));
            }
            Err(reason) => refused.push((name, reason)),
        }
    }
    std::fs::write(folder.join("src/main.rs"), main_of(&generated)).expect("written");
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../asyncapi-runtime");
    let manifest = format!(
        "[package]\nname = \"shapes\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\nasyncapi-runtime = {{ path = {:?}, default-features = false, features = [\"memory\"] }}\n",
        runtime
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).expect("written");
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    std::fs::copy(lock, folder.join("Cargo.lock")).expect("copied");
    let run = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .expect("cargo runs");
    let (out, error) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{error}");
    let known = |name: &str| KNOWN.iter().any(|(known, _)| *known == name);
    let differing: Vec<&str> = out.lines().filter(|line| !line.split(' ').any(known)).collect();
    let names: std::collections::BTreeSet<&str> = generated
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| out.lines().any(|line| line.split(' ').any(|word| word == *name)))
        .collect();
    println!("{} shapes, {} generated, {} exact", shapes.len(), generated.len(), generated.len() - names.len());
    for (name, reason) in &refused {
        println!("no code: {name}: {reason}");
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
