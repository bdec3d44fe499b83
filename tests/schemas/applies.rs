//! Which schemas speak of a place in an instance: what the specification calls annotations, of 2019-09's unevaluated…
//!
//! Input: the schema, the schemas of a place (as JSON pointers into it) and what stands there. Output: the schemas of what
//! stands within. A schema applies through `$ref` and the arms that accept the instance; which these are says the
//! `jsonschema` crate. What a reference beyond the schema's own file leads to is not looked at.

use std::cell::RefCell;
use std::collections::HashMap;

use jsonschema::{Retrieve, Uri, Validator};
use serde_json::{Value, json};

use crate::generate::Remotes;

/// A schema, looked at by pointers.
pub(crate) struct Applies {
    root: Value,
    remotes: Remotes,
    validators: RefCell<HashMap<String, Option<Validator>>>,
}

/// Pointers to the schemas of a place.
pub(crate) type Places = Vec<String>;

const ROOT: &str = "http://localhost:9/root.json";

/// The root, and the remotes of the suite.
struct Files {
    root: Value,
    remotes: Remotes,
}

impl Retrieve for Files {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        if uri.as_str() == ROOT {
            return Ok(self.root.clone());
        }
        let path = uri.as_str().strip_prefix("http://localhost:1234/").ok_or("no such file")?;
        let found = self.remotes.iter().find(|(name, _)| name.strip_prefix("remotes").is_ok_and(|it| *it == *path));
        Ok(serde_json::from_slice(&found.ok_or("no such file")?.1)?)
    }
}

impl Applies {
    pub(crate) fn new(root: Value, remotes: &Remotes) -> Self {
        let root = with_meta_schema(root);
        Self { root, remotes: remotes.clone(), validators: RefCell::default() }
    }

    /// Whether the schema at `place` accepts `instance`; `None`: the schema cannot be used.
    pub(crate) fn accepts(&self, place: &str, instance: &Value) -> Option<bool> {
        let reference: String = place.bytes().map(encoded).collect();
        self.check(place, &json!({ "$ref": format!("{ROOT}#{reference}") }), instance)
    }

    fn check(&self, key: &str, schema: &Value, instance: &Value) -> Option<bool> {
        let mut validators = self.validators.borrow_mut();
        let build = || {
            let files = Files { root: self.root.clone(), remotes: self.remotes.clone() };
            jsonschema::draft7::options().should_validate_formats(true).with_retriever(files).build(schema).ok()
        };
        let validator = validators.entry(key.to_owned()).or_insert_with(build);
        validator.as_ref().map(|validator| validator.is_valid(instance))
    }

    fn matches(&self, pattern: &str, name: &str) -> bool {
        let schema = json!({ "pattern": pattern });
        self.check(&format!("pattern {pattern}"), &schema, &json!(name)).unwrap_or(false)
    }

    fn at(&self, place: &str) -> Option<&Value> {
        self.root.pointer(place)
    }

    /// `places`, and what they lead to without going into the instance.
    pub(crate) fn expand(&self, places: &[String], instance: &Value) -> Places {
        let mut found: Places = Vec::new();
        let mut left: Places = places.to_vec();
        while let Some(place) = left.pop() {
            let Some(schema) = self.at(&place).filter(|_| !found.contains(&place)) else { continue };
            if let Some(to) = schema.get("$ref").and_then(Value::as_str) {
                left.extend(to.strip_prefix('#').filter(|to| to.is_empty() || to.starts_with('/')).map(decoded));
            } else {
                left.extend(self.arms(&place, schema, instance));
            }
            found.push(place);
        }
        found
    }

    fn arms(&self, place: &str, schema: &Value, instance: &Value) -> Places {
        let accepts = |arm: &String| self.accepts(arm, instance) == Some(true);
        let mut arms: Places = Vec::new();
        for keyword in ["allOf", "anyOf", "oneOf"] {
            let count = schema.get(keyword).and_then(Value::as_array).map_or(0, Vec::len);
            arms.extend((0..count).map(|at| format!("{place}/{keyword}/{at}")).filter(accepts));
        }
        if schema.get("if").is_some() {
            let condition = format!("{place}/if");
            let holds = accepts(&condition);
            arms.extend([format!("{place}/{}", if holds { "then" } else { "else" })]);
            arms.extend(Some(condition).filter(|_| holds));
        }
        if let Some(Value::Object(dependencies)) = schema.get("dependencies") {
            let present = dependencies.keys().filter(|name| instance.get(name.as_str()).is_some());
            arms.extend(present.map(|name| format!("{place}/dependencies/{}", escaped(name))));
        }
        arms
    }

    /// The schemas of the property `name` of an object; `places` are expanded.
    pub(crate) fn property(&self, places: &[String], name: &str) -> Places {
        let mut found: Places = Vec::new();
        for place in places {
            let Some(schema) = self.at(place).filter(|schema| schema.get("$ref").is_none()) else { continue };
            let before = found.len();
            if schema.get("properties").is_some_and(|properties| properties.get(name).is_some()) {
                found.push(format!("{place}/properties/{}", escaped(name)));
            }
            if let Some(Value::Object(patterns)) = schema.get("patternProperties") {
                let matching = patterns.keys().filter(|pattern| self.matches(pattern, name));
                found.extend(matching.map(|pattern| format!("{place}/patternProperties/{}", escaped(pattern))));
            }
            // `true` says no more than its absence.
            let others = schema.get("additionalProperties").is_some_and(|others| *others != json!(true));
            if found.len() == before && others {
                found.push(format!("{place}/additionalProperties"));
            }
        }
        found
    }

    /// The schemas of the item `at` of an array; `places` are expanded.
    pub(crate) fn item(&self, places: &[String], at: usize) -> Places {
        let item = |place: &String| {
            let schema = self.at(place).filter(|schema| schema.get("$ref").is_none())?;
            match schema.get("items")? {
                Value::Array(tuple) if at < tuple.len() => Some(format!("{place}/items/{at}")),
                Value::Array(_) => schema.get("additionalItems").map(|_| format!("{place}/additionalItems")),
                _ => Some(format!("{place}/items")),
            }
        };
        places.iter().filter_map(item).collect()
    }

    /// Whether the schemas of a number say that it is an integer, and none that it is a number.
    pub(crate) fn is_integer(&self, places: &[String], number: &Value) -> bool {
        let places = self.expand(places, number);
        let says = |name: &str| {
            let types = places.iter().filter_map(|place| self.at(place)?.get("type"));
            types
                .into_iter()
                .any(|types| *types == *name || types.as_array().is_some_and(|all| all.contains(&json!(name))))
        };
        says("integer") && !says("number")
    }

    /// The `default` of a property that is absent.
    pub(crate) fn defaults(&self, places: &[String], name: &str) -> Vec<&Value> {
        // `null` stands for a value that is not known: of the arms of the property's own schema, `$ref` and `allOf` count.
        let schemas = self.expand(&self.property(places, name), &Value::Null);
        schemas.iter().filter_map(|place| self.at(place)?.get("default")).collect()
    }
}

/// References to the meta-schema, as references to a copy of it in the root: its defaults apply as any others.
fn with_meta_schema(root: Value) -> Value {
    const URI: &str = "http://json-schema.org/draft-07/schema#";
    let text = root.to_string();
    if !text.contains(URI) {
        return root;
    }
    let reference = format!("\"$ref\":\"{URI}");
    let mut root: Value = serde_json::from_str(&text.replace(&reference, "\"$ref\":\"#/$meta")).unwrap();
    let path = asyncapi_tests::workspace().join("asyncapi-codegen/src/document/reference/draft-07.json");
    let meta: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let meta = meta.to_string().replace("\"$ref\":\"#", "\"$ref\":\"#/$meta");
    let mut meta: Value = serde_json::from_str(&meta).unwrap();
    meta.as_object_mut().unwrap().retain(|key, _| key != "$id");
    root["$meta"] = meta;
    root
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// A byte of a fragment.
fn encoded(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'~' | b'-' | b'_' | b'.' | b'$' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    }
}

/// The pointer of a fragment.
fn decoded(fragment: &str) -> String {
    let mut bytes = Vec::new();
    let mut left = fragment.as_bytes();
    while let Some((byte, rest)) = left.split_first() {
        let code = rest.get(..2).and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        match code.filter(|_| *byte == b'%') {
            Some(code) => (bytes.push(code), left = &rest[2..]).1,
            None => (bytes.push(*byte), left = rest).1,
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
