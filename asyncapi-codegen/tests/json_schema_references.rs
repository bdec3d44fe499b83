//! Every `$ref` of the JSON Schema test suite that is about references: it resolves, and to the right place.
//!
//! The suite is data that this project did not write; `ASYNCAPI_CORPUS` says where the corpus is.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::{Sink, render};
use asyncapi_codegen::document::{Disk, Document, Files, InMemory, LoadOptions, Location, load};
use asyncapi_codegen::source::{Node, Value};

const META: &str = "http://json-schema.org/draft-07/schema#";

type Row = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Where the references of each case lead: file of the suite, case, pointer to the schema with the `$ref`, target. A
/// target is a file below `remotes` with a pointer; of the case itself, only the pointer. A case with no reference has an
/// empty row.
const EXPECTED: &[Row] = &[
    ("ref", "root pointer ref", &[("/properties/foo", "#")]),
    ("ref", "relative pointer ref to object", &[("/properties/bar", "#/properties/foo")]),
    ("ref", "relative pointer ref to array", &[("/items/1", "#/items/0")]),
    (
        "ref",
        "escaped pointer ref",
        &[
            ("/properties/tilde", "#/definitions/tilde~0field"),
            ("/properties/slash", "#/definitions/slash~1field"),
            ("/properties/percent", "#/definitions/percent%field"),
        ],
    ),
    (
        "ref",
        "nested refs",
        &[
            ("/definitions/b", "#/definitions/a"),
            ("/definitions/c", "#/definitions/b"),
            ("/allOf/0", "#/definitions/c"),
        ],
    ),
    ("ref", "ref overrides any sibling keywords", &[("/properties/foo", "#/definitions/reffed")]),
    ("ref", "$ref prevents a sibling $id from changing the base uri", &[("/allOf/0", "#/definitions/base_foo")]),
    ("ref", "remote ref, containing refs itself", &[("", META)]),
    ("ref", "property named $ref that is not a reference", &[]),
    ("ref", "property named $ref, containing an actual $ref", &[("/properties/$ref", "#/definitions/is-string")]),
    ("ref", "$ref to boolean schema true", &[("/allOf/0", "#/definitions/bool")]),
    ("ref", "$ref to boolean schema false", &[("/allOf/0", "#/definitions/bool")]),
    (
        "ref",
        "Recursive references between schemas",
        &[("/properties/nodes/items", "#/definitions/node"), ("/definitions/node/properties/subtree", "#")],
    ),
    ("ref", "refs with quote", &[("/properties/foo\"bar", "#/definitions/foo\"bar")]),
    ("ref", "Location-independent identifier", &[("/allOf/0", "#/definitions/A")]),
    ("ref", "Reference an anchor with a non-relative URI", &[("/allOf/0", "#/definitions/A")]),
    (
        "ref",
        "Location-independent identifier with base URI change in subschema",
        &[("/allOf/0", "#/definitions/A/definitions/B")],
    ),
    ("ref", "naive replacement of $ref with its destination is not correct", &[]),
    (
        "ref",
        "refs with relative uris and defs",
        &[("/properties/foo/allOf/0", "#/properties/foo/definitions/inner"), ("/allOf/0", "#/properties/foo")],
    ),
    (
        "ref",
        "relative refs with absolute uris and defs",
        &[("/properties/foo/allOf/0", "#/properties/foo/definitions/inner"), ("/allOf/0", "#/properties/foo")],
    ),
    (
        "ref",
        "$id must be resolved against nearest parent, not just immediate parent",
        &[("/allOf/0", "#/definitions/x/not/definitions/y")],
    ),
    ("ref", "simple URN base URI with $ref via the URN", &[("/properties/foo", "#")]),
    ("ref", "simple URN base URI with JSON pointer", &[("/properties/foo", "#/definitions/bar")]),
    ("ref", "URN base URI with NSS", &[("/properties/foo", "#/definitions/bar")]),
    ("ref", "URN base URI with r-component", &[("/properties/foo", "#/definitions/bar")]),
    ("ref", "URN base URI with q-component", &[("/properties/foo", "#/definitions/bar")]),
    ("ref", "URN base URI with URN and JSON pointer ref", &[("/properties/foo", "#/definitions/bar")]),
    ("ref", "URN base URI with URN and anchor ref", &[("/properties/foo", "#/definitions/bar")]),
    ("ref", "ref to if", &[("/allOf/0", "#/allOf/1/if")]),
    ("ref", "ref to then", &[("/allOf/0", "#/allOf/1/then")]),
    ("ref", "ref to else", &[("/allOf/0", "#/allOf/1/else")]),
    ("ref", "ref with absolute-path-reference", &[("/allOf/0", "#/definitions/b")]),
    ("ref", "$id with file URI still resolves pointers - *nix", &[("/allOf/0", "#/definitions/foo")]),
    ("ref", "$id with file URI still resolves pointers - windows", &[("/allOf/0", "#/definitions/foo")]),
    ("ref", "empty tokens in $ref json-pointer", &[("/allOf/0", "#/definitions//definitions/")]),
    ("refRemote", "remote ref", &[("", "integer.json#")]),
    ("refRemote", "fragment within remote ref", &[("", "draft7/subSchemas.json#/definitions/integer")]),
    ("refRemote", "ref within remote ref", &[("", "draft7/subSchemas.json#/definitions/refToInteger")]),
    ("refRemote", "base URI change", &[("/items/items", "baseUriChange/folderInteger.json#")]),
    (
        "refRemote",
        "base URI change - change folder",
        &[
            ("/properties/list", "#/definitions/baz"),
            ("/definitions/baz/items", "baseUriChangeFolder/folderInteger.json#"),
        ],
    ),
    (
        "refRemote",
        "base URI change - change folder in subschema",
        &[
            ("/properties/list", "#/definitions/baz/definitions/bar"),
            ("/definitions/baz/definitions/bar/items", "baseUriChangeFolderInSubschema/folderInteger.json#"),
        ],
    ),
    ("refRemote", "root ref in remote ref", &[("/properties/name", "draft7/name.json#/definitions/orNull")]),
    ("refRemote", "remote ref with ref to definitions", &[("/allOf/0", "draft7/ref-and-definitions.json#")]),
    (
        "refRemote",
        "Location-independent identifier in remote ref",
        &[("", "draft7/locationIndependentIdentifier.json#/definitions/refToInteger")],
    ),
    (
        "refRemote",
        "retrieved nested refs resolve relative to their URI not $id",
        &[("/properties/name", "nested/foo-ref-string.json#")],
    ),
    ("refRemote", "$ref to $ref finds location-independent $id", &[("", "draft7/detached-ref.json#/definitions/foo")]),
    ("definitions", "validate definition against metaschema", &[("", META)]),
    (
        "infinite-loop-detection",
        "evaluating the same schema location against the same data location twice is not a sign of an infinite loop",
        &[("/allOf/0/properties/foo", "#/definitions/int"), ("/allOf/1/additionalProperties", "#/definitions/int")],
    ),
    (
        "optional/id",
        "id inside an enum is not a real identifier",
        &[("/anyOf/0", "#/definitions/id_in_enum"), ("/anyOf/1", "#/definitions/real_id_in_schema")],
    ),
    (
        "optional/id",
        "non-schema object containing a plain-name $id property",
        &[("/else", "#/definitions/const_not_anchor")],
    ),
    ("optional/id", "non-schema object containing an $id property", &[("/else", "#/definitions/const_not_id")]),
    (
        "optional/unknownKeyword",
        "$id inside an unknown keyword is not a real identifier",
        &[
            ("/anyOf/0", "#/definitions/id_in_unknown0"),
            ("/anyOf/1", "#/definitions/id_in_unknown1"),
            ("/anyOf/2", "#/definitions/real_id_in_schema"),
        ],
    ),
    (
        "optional/cross-draft",
        "refs to future drafts are processed as future drafts",
        &[("/allOf/1", "draft2019-09/dependentRequired.json#")],
    ),
];

/// Where the references of the suite's remote files lead, in the same way.
const REMOTE: &[(&str, &str)] = &[
    ("draft7/subSchemas.json#/definitions/refToInteger", "draft7/subSchemas.json#/definitions/integer"),
    ("draft7/name.json#/definitions/orNull/anyOf/1", "draft7/name.json#"),
    ("draft7/ref-and-definitions.json#/allOf/0", "draft7/ref-and-definitions.json#/definitions/inner"),
    (
        "draft7/locationIndependentIdentifier.json#/definitions/refToInteger",
        "draft7/locationIndependentIdentifier.json#/definitions/A",
    ),
    ("nested/foo-ref-string.json#/properties/foo", "nested/string.json#"),
    ("draft7/detached-ref.json#/definitions/foo", "draft7/detached-ref.json#/definitions/detached"),
];

/// The folder of the suite, if it is there.
fn suite() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let corpus = std::env::var_os("ASYNCAPI_CORPUS").map_or(beside, PathBuf::from);
    let path = corpus.join("json-schema-test-suite");
    let found = path.is_dir();
    assert!(found || std::env::var_os("CI").is_none(), "no test suite at {}", path.display());
    if !found {
        eprintln!("skipped: no test suite at {}; set ASYNCAPI_CORPUS", path.display());
    }
    found.then_some(path)
}

/// The case in memory, the remote files on disk.
struct Case {
    own: InMemory,
    remotes: Disk,
}

impl Files for Case {
    fn read(&mut self, path: &Path) -> io::Result<Vec<u8>> {
        if path.starts_with("remotes") { self.remotes.read(path) } else { self.own.read(path) }
    }
}

const ROOT: &str = r#"{
    "asyncapi": "3.0.0",
    "info": { "title": "case", "version": "1" },
    "channels": { "c": { "messages": { "m": { "payload": {
        "schemaFormat": "application/schema+json;version=draft-07",
        "schema": { "$ref": "case.json" }
    } } } } }
}"#;

fn loaded(suite: &Path, schema: &serde_json::Value) -> (Document, String) {
    let own = InMemory::default().with("asyncapi.json", ROOT).with("case.json", schema.to_string());
    let mut files = Case { own, remotes: Disk::new(suite) };
    let refs = vec![("http://localhost:1234/".to_owned(), PathBuf::from("remotes"))];
    let mut sink = Sink::default();
    let options = LoadOptions { refs, ..LoadOptions::default() };
    let document = load("asyncapi.json", &mut files, &options, &mut sink).expect("the root can be read");
    let found: Vec<String> = sink.into_sorted().iter().map(|found| render(&document.sources, found)).collect();
    (document, found.join("\n"))
}

/// A location as the tables have it.
fn shown(document: &Document, location: &Location) -> String {
    let path = document.sources.get(location.file).expect("a file").path();
    let file = path.strip_prefix("remotes/").unwrap_or(path);
    let file = if file == "case.json" { "" } else { file };
    format!("{file}#{}", location.pointer)
}

/// Every object below `node` with a `$ref` that is a string, data apart, by its pointer.
fn references(node: &Node, pointer: &str, found: &mut BTreeMap<String, Node>) {
    match node.value() {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                references(item, &format!("{pointer}/{at}"), found);
            }
        }
        Value::Object(object) => {
            if node.get("$ref").is_some_and(|reference| reference.as_str().is_some()) {
                found.insert(pointer.to_owned(), node.clone());
            }
            for (key, value) in object.iter().filter(|(key, _)| !matches!(&*key.text, "enum" | "const")) {
                references(value, &format!("{pointer}/{}", key.text.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_reference_of_the_suite_leads_where_it_should() {
    let Some(suite) = suite() else { return };
    let mut wrong = Vec::new();
    let mut rows = EXPECTED.iter();
    let mut reached = BTreeSet::new();
    for name in [
        "ref",
        "refRemote",
        "definitions",
        "infinite-loop-detection",
        "optional/id",
        "optional/unknownKeyword",
        "optional/cross-draft",
    ] {
        let text = std::fs::read_to_string(suite.join(format!("draft7/{name}.json"))).expect("a file of the suite");
        let cases: Vec<serde_json::Value> = serde_json::from_str(&text).expect("JSON");
        for case in cases {
            let description = case["description"].as_str().expect("a description");
            let (_, _, targets) = rows
                .next()
                .filter(|row| (row.0, row.1) == (name, description))
                .unwrap_or_else(|| panic!("no row for {name}: {description}"));
            let (document, faults) = loaded(&suite, &case["schema"]);
            if !faults.is_empty() {
                wrong.push(format!("{name}: {description}\n{faults}"));
            }
            for (file, root) in &document.roots {
                let path = shown(&document, &Location { file: *file, pointer: String::new() });
                let path = path.trim_end_matches('#');
                let mut found = BTreeMap::new();
                references(root, "", &mut found);
                let mut leads: BTreeMap<String, String> = BTreeMap::new();
                for (pointer, node) in &found {
                    let target = document.resolve(node);
                    let target = target.map_or("nowhere".to_owned(), |target| shown(&document, &target.location));
                    leads.insert(format!("{path}#{pointer}"), target);
                }
                let row = |(from, to): &(&str, &str)| (format!("{path}#{from}"), (*to).to_owned());
                let expected: BTreeMap<String, String> = match path {
                    "" => targets.iter().map(row).collect(),
                    "asyncapi.json" => continue,
                    path if META.starts_with(path) => {
                        assert!(!leads.is_empty() && leads.values().all(|to| to.starts_with(META)), "{leads:?}");
                        continue;
                    }
                    _ => {
                        // What no reference of the case reaches is not read.
                        leads.retain(|_, to| to != "nowhere");
                        reached.extend(leads.keys().cloned());
                        let own = REMOTE.iter().filter(|(from, _)| leads.contains_key(*from));
                        own.map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect()
                    }
                };
                if leads != expected {
                    wrong.push(format!("{name}: {description}\n  {leads:?}\n  instead of\n  {expected:?}"));
                }
            }
        }
    }
    assert_eq!(rows.next(), None, "a row for a case that is not there");
    assert_eq!(reached, REMOTE.iter().map(|(from, _)| (*from).to_owned()).collect());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
