//! Reads an AsyncAPI document, and writes typify's types for its schemas, with the derives that `asyncapi!` gives all
//! types: typify's own are `Debug` and `Clone`.

use serde_json::{Value, json};

/// References as JSON Schema has them.
fn rewrite(value: &mut Value) {
    match value {
        Value::Object(entries) => entries.values_mut().for_each(rewrite),
        Value::Array(items) => items.iter_mut().for_each(rewrite),
        Value::String(text) => *text = text.replace("#/components/schemas/", "#/definitions/"),
        _ => {}
    }
}

fn main() {
    let document: Value = serde_yaml::from_reader(std::io::stdin()).expect("a document");
    let mut schemas = document.pointer("/components/schemas").expect("schemas").clone();
    rewrite(&mut schemas);
    let root = json!({ "$schema": "http://json-schema.org/draft-07/schema#", "definitions": schemas });
    let mut settings = typify::TypeSpaceSettings::default();
    settings.with_derive("PartialEq".to_owned());
    let mut space = typify::TypeSpace::new(&settings);
    space.add_root_schema(serde_json::from_value(root).expect("a schema")).expect("types");
    println!("{}", space.to_stream());
}
