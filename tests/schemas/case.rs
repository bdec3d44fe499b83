//! A case: a schema in an AsyncAPI document, and JSON that it accepts or refuses. Where cases come from: the corpus.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// A schema and its instances.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Case {
    /// The file of the suite that it stands in, such as `optional/format/date.json`.
    pub(crate) file: String,
    /// What it is called there.
    pub(crate) name: String,
    /// The schema alone, as JSON text.
    pub(crate) schema: String,
    /// The AsyncAPI document (`asyncapi.json`) and the files that it refers to.
    pub(crate) files: Vec<(PathBuf, String)>,
    /// None: the schema is faulty, and the engine has to say so.
    pub(crate) instances: Vec<Instance>,
}

/// JSON, and whether the schema accepts it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Instance {
    pub(crate) name: String,
    /// One line of text; numbers as the suite writes them.
    pub(crate) json: String,
    pub(crate) valid: bool,
}

impl Instance {
    pub(crate) fn new(name: impl Into<String>, json: &str, valid: bool) -> Self {
        // Neither stands in a string of JSON unescaped.
        Self { name: name.into(), json: json.replace(['\n', '\r', '\t'], " "), valid }
    }
}

/// A case as the suite writes it.
#[derive(Deserialize)]
struct SuiteCase {
    description: String,
    schema: Box<RawValue>,
    tests: Vec<SuiteTest>,
}

#[derive(Deserialize)]
struct SuiteTest {
    description: String,
    data: Box<RawValue>,
    valid: bool,
}

/// The cases of the test suite in `corpus`, the required ones first.
pub(crate) fn suite(corpus: &Path) -> Vec<Case> {
    let folder = corpus.join("json-schema-test-suite/draft7");
    ["", "optional", "optional/format"].into_iter().flat_map(|part| suite_folder(&folder, part)).collect()
}

fn suite_folder(folder: &Path, part: &str) -> Vec<Case> {
    let entries = std::fs::read_dir(folder.join(part)).expect("the suite's folder").filter_map(Result::ok);
    let names = entries.map(|entry| entry.file_name().into_string().expect("a name"));
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".json")).collect();
    names.sort();
    let mut cases = Vec::new();
    for name in names {
        let text = std::fs::read_to_string(folder.join(part).join(&name)).expect("a file of the suite");
        let list: Vec<SuiteCase> = serde_json::from_str(&text).expect("cases");
        let file = if part.is_empty() { name } else { format!("{part}/{name}") };
        cases.extend(list.into_iter().map(|case| suite_case(&file, &case)));
    }
    cases
}

fn suite_case(file: &str, case: &SuiteCase) -> Case {
    let instances = case.tests.iter().map(|test| Instance::new(&test.description, test.data.get(), test.valid));
    Case { instances: instances.collect(), ..draft7(file, &case.description, case.schema.get()) }
}

/// A case of a draft-07 schema. It gets a file of its own, since its `#/definitions/…` and `$id` are relative to itself.
pub(crate) fn draft7(file: &str, name: &str, schema: &str) -> Case {
    let payload =
        json!({ "schemaFormat": "application/schema+json;version=draft-07", "schema": { "$ref": "case.json" } });
    Case {
        file: file.to_owned(),
        name: name.to_owned(),
        schema: schema.to_owned(),
        files: vec![("asyncapi.json".into(), document(&payload, &json!({}))), ("case.json".into(), schema.to_owned())],
        instances: Vec::new(),
    }
}

/// One channel, one message, one operation.
fn document(payload: &Value, schemas: &Value) -> String {
    json!({
        "asyncapi": "3.0.0",
        "info": { "title": "Case", "version": "1" },
        "defaultContentType": "application/json",
        "channels": { "c": { "address": "c", "messages": { "Case": { "payload": payload } } } },
        "operations": { "o": { "action": "receive", "channel": { "$ref": "#/channels/c" } } },
        "components": { "schemas": schemas },
    })
    .to_string()
}

/// The shapes of schemas that users write, by the project's own corpus: AsyncAPI's own schemas.
pub(crate) fn shapes(corpus: &Path) -> Vec<Case> {
    #[derive(Deserialize)]
    struct Shape {
        name: String,
        schema: Value,
        defs: BTreeMap<String, Value>,
        valid: Vec<Box<RawValue>>,
        invalid: Vec<Box<RawValue>>,
    }
    let text = std::fs::read_to_string(corpus.join("schema-shapes.json")).expect("the corpus has the shapes");
    let shapes: Vec<Shape> = serde_json::from_str(&text).expect("the shapes are JSON");
    let case = |shape: Shape| {
        let mut schemas: serde_json::Map<String, Value> =
            shape.defs.iter().map(|(name, schema)| (name.clone(), moved(schema))).collect();
        schemas.insert("Case".to_owned(), moved(&shape.schema));
        let document = document(&json!({ "$ref": "#/components/schemas/Case" }), &Value::Object(schemas));
        let name = |json: &RawValue| serde_json::from_str::<Value>(json.get()).expect("JSON").to_string();
        let instance = |json: &RawValue, valid| Instance::new(name(json), json.get(), valid);
        let valid = shape.valid.iter().map(|json| instance(json, true));
        let invalid = shape.invalid.iter().map(|json| instance(json, false));
        let mut alone = shape.schema.clone();
        if let (Value::Object(alone), false) = (&mut alone, shape.defs.is_empty()) {
            let definitions = alone.entry("definitions").or_insert_with(|| json!({}));
            definitions.as_object_mut().expect("definitions").extend(shape.defs.clone());
        }
        Case {
            file: SHAPES.to_owned(),
            name: shape.name,
            schema: alone.to_string(),
            files: vec![("asyncapi.json".into(), document)],
            instances: valid.chain(invalid).collect(),
        }
    };
    shapes.into_iter().map(case).collect()
}

/// Where the shapes stand, in tables and in the list of what is known.
pub(crate) const SHAPES: &str = "schema-shapes.json";

/// `#/definitions/X` of the corpus is `#/components/schemas/X` of a document.
fn moved(value: &Value) -> Value {
    let moved_ref = |to: &str| {
        to.replace("#/definitions/", "#/components/schemas/").replace("#/$defs/", "#/components/schemas/Case/$defs/")
    };
    match value {
        Value::Object(entries) => entries
            .iter()
            .map(|(key, value)| match (key.as_str(), value) {
                ("$ref", Value::String(to)) => (key.clone(), Value::String(moved_ref(to))),
                _ => (key.clone(), moved(value)),
            })
            .collect(),
        Value::Array(items) => items.iter().map(moved).collect(),
        other => other.clone(),
    }
}
