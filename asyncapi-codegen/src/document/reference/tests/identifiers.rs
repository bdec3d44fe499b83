//! `$id`: what it makes of the references around it, and what it leaves alone.

use std::fmt::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::{root, run};
use crate::document::{Document, InMemory, LoadOptions};
use crate::source::Node;

/// Where the `$ref` at `pointer` of a file leads: path and pointer.
fn leads(document: &Document, path: &str, pointer: &str) -> String {
    let at = |node: &Node, segment: &str| match node.as_array() {
        Some(items) => items[segment.parse::<usize>().expect("an index")].clone(),
        None => node.get(segment).unwrap_or_else(|| panic!("`{segment}` in `{pointer}`")).clone(),
    };
    let is_there = |file: &crate::source::FileId| document.sources.get(*file).is_some_and(|it| it.path() == path);
    let root = document.roots.iter().find(|(file, _)| is_there(file)).map(|(_, root)| root.clone()).expect("a file");
    let node = pointer.split('/').skip(1).fold(root, |node, segment| at(&node, segment));
    let Some(target) = document.resolve(&node) else { return "nowhere".to_owned() };
    let file = document.sources.get(target.location.file).expect("a file").path();
    format!("{file}#{}", target.location.pointer)
}

/// Codes and advice, and where each `$ref` leads; those in the root document are given by their schema.
fn targets(files: InMemory, options: &LoadOptions, pointers: &[&str]) -> (Vec<String>, Vec<String>) {
    let (document, found) = run(files, options);
    let leads = pointers.iter().map(|pointer| match pointer.split_once('#') {
        Some((path, pointer)) => leads(&document, path, pointer),
        None => leads(&document, "api/asyncapi.yaml", &format!("/components/schemas{pointer}")),
    });
    let found = found.into_iter().map(|(id, _, help)| format!("{id} {help}").trim().to_owned());
    (leads.collect(), found.collect())
}

fn of(rest: &str, pointers: &[&str]) -> Vec<String> {
    let (leads, found) = targets(root(rest), &LoadOptions::default(), pointers);
    assert_eq!(found, Vec::<String>::new());
    let own = |lead: String| lead.trim_start_matches("api/asyncapi.yaml#/components/schemas").to_owned();
    leads.into_iter().map(own).collect()
}

#[test]
fn in_a_document_no_identifier_breaks_a_pointer() {
    let rest = "
components:
  schemas:
    a:
      $id: https://example.com/a.json
      properties:
        x: { $id: other, allOf: [{ $ref: '#/components/schemas/b' }] }
        y: { $id: '#/properties/y', allOf: [{ $ref: '#/components/schemas/b' }] }
        z: { $id: '', allOf: [{ $ref: '#/components/schemas/b' }] }
      components: { schemas: { b: { description: not this one } } }
    b: { $id: '#/components/schemas/a' }
";
    let pointers = ["/a/properties/x/allOf/0", "/a/properties/y/allOf/0", "/a/properties/z/allOf/0"];
    assert_eq!(of(rest, &pointers), ["/b"; 3]);
}

#[test]
fn in_a_document_identifiers_count_where_nothing_else_does() {
    let rest = "
components:
  schemas:
    a:
      $id: https://example.com/a.json
      definitions: { inner: { $id: '#name' }, far: { $id: far.json }, anchored: { $anchor: anchor } }
      $defs: { later: { $id: later.json } }
      allOf:
        - $ref: '#/definitions/inner'
        - $ref: '#name'
        - $ref: far.json
        - $ref: https://example.com/far.json#
        - $ref: '#anchor'
        - $ref: later.json
    b: { $ref: 'https://example.com/a.json#/definitions/inner' }
    c: { $ref: 'https://example.com/a.json#name' }
    d: { $ref: 'https://example.com/a.json' }
";
    let found: Vec<String> = (0..6).map(|at| of(rest, &[&format!("/a/allOf/{at}")]).remove(0)).collect();
    let inner = "/a/definitions/inner";
    assert_eq!(
        found,
        [inner, inner, "/a/definitions/far", "/a/definitions/far", "/a/definitions/anchored", "/a/$defs/later"]
    );
    assert_eq!(of(rest, &["/b", "/c", "/d"]), [inner, inner, "/a"]);
}

#[test]
fn of_equal_identifiers_the_one_in_the_same_schema_is_meant() {
    let schema = "definitions: { x: { $id: '#x' } }, allOf: [{ $ref: '#x' }]";
    let rest = format!("components: {{ schemas: {{ a: {{ {schema} }}, b: {{ {schema} }} }} }}");
    assert_eq!(of(&rest, &["/a/allOf/0", "/b/allOf/0"]), ["/a/definitions/x", "/b/definitions/x"]);
    let rest = format!("components: {{ schemas: {{ a: {{ {schema} }}, b: {{ {schema} }}, c: {{ $ref: '#x' }} }} }}");
    let (leads, found) = targets(root(&rest), &LoadOptions::default(), &["/c"]);
    assert_eq!(leads, ["api/asyncapi.yaml#/components/schemas/a/definitions/x"]);
    assert_eq!(found, ["A0118 give each schema an `$id` of its own, or refer to it by a JSON Pointer"]);
}

#[test]
fn what_is_data_or_stands_beside_a_reference_identifies_nothing() {
    let rest = "
components:
  schemas:
    a:
      const: { $id: '#a' }
      enum: [{ $id: '#a' }]
      default: { $id: '#a' }
      examples: [{ $id: '#a' }]
      x-note: { $id: '#a' }
      unknown: { $id: '#a' }
      properties: { $id: { $id: '#b' } }
      allOf: [{ $id: '#a', $ref: '#/components/schemas/a/properties/$id' }]
    b: { $ref: '#a' }
    c: { $ref: '#b' }
";
    let (leads, found) = targets(root(rest), &LoadOptions::default(), &["/b", "/c", "/a/allOf/0"]);
    let id = "api/asyncapi.yaml#/components/schemas/a/properties/$id";
    assert_eq!(leads, ["nowhere", id, id]);
    assert_eq!(found, ["A0103"]);
}

const DECLARED: &str = "
channels:
  c:
    messages:
      m:
        payload:
          schemaFormat: application/schema+yaml;version=draft-07
          schema:
            $id: https://example.com/a.json
            components: { schemas: { a: {} } }
            allOf:
              - $ref: '#/components/schemas/a'
              - $ref: '#/components/schemas/b'
              - $ref: part.json
components: { schemas: { a: {}, b: {} } }
";

#[test]
fn in_what_is_declared_as_json_schema_identifiers_come_first() {
    let schema = "/channels/c/messages/m/payload/schema";
    let pointers: Vec<String> = (0..3).map(|at| format!("api/asyncapi.yaml#{schema}/allOf/{at}")).collect();
    let pointers: Vec<&str> = pointers.iter().map(String::as_str).collect();
    let files = || root(DECLARED).with("copies/part.json", "{}").with("api/part.json", "{}");
    let options =
        || LoadOptions { refs: vec![("https://example.com/".to_owned(), "copies".into())], ..LoadOptions::default() };
    let (leads, found) = targets(files(), &options(), &pointers);
    let own = format!("api/asyncapi.yaml#{schema}/components/schemas/a");
    assert_eq!(leads, [own.as_str(), "api/asyncapi.yaml#/components/schemas/b", "copies/part.json#"]);
    assert_eq!(found, Vec::<String>::new());
    // Without a copy, the file that other tools would take.
    assert_eq!(targets(files(), &LoadOptions::default(), &pointers).0[2], "api/part.json#");
}

#[test]
fn files_are_found_though_their_identifiers_say_that_they_are_elsewhere() {
    let files = root("components: { schemas: { a: { $ref: a/a.json }, b: { $ref: 'names.yaml#/B' } } }")
        .with(
            "api/a/a.json",
            r#"{ "$id": "https://h/x/a.json", "not": { "$ref": "../b/b.json#name" }, "if": { "$ref": "c.json" } }"#,
        )
        .with("api/b/b.json", r##"{ "$id": "https://h/x/b.json", "not": { "$id": "#name" } }"##)
        .with("api/names.yaml", "B: { $id: 'b/', not: { $ref: b.json }, if: { $ref: '#/B' } }");
    let pointers = ["api/a/a.json#/not", "api/a/a.json#/if", "api/names.yaml#/B/not", "api/names.yaml#/B/if"];
    let (leads, found) = targets(files, &LoadOptions::default(), &pointers);
    assert_eq!(leads, ["api/b/b.json#/not", "nowhere", "api/b/b.json#", "api/names.yaml#/B"]);
    assert_eq!(found, ["A0110 looked at `api/a/c.json`"]);
}

#[test]
fn identifiers_do_not_leak_into_other_files_except_by_their_whole_uri() {
    let files = root("components: { schemas: { a: { $ref: a.json }, b: { $ref: b.json } } }")
        .with(
            "api/a.json",
            r##"{ "definitions": { "x": { "$id": "#x" }, "y": { "$id": "y.json" }, "z": { "$id": "https://h/z" } } }"##,
        )
        .with("api/b.json", r##"{ "allOf": [{ "$ref": "#x" }, { "$ref": "y.json" }, { "$ref": "https://h/z" }] }"##);
    let (leads, found) =
        targets(files, &LoadOptions::default(), &["api/b.json#/allOf/0", "api/b.json#/allOf/1", "api/b.json#/allOf/2"]);
    assert_eq!(leads, ["nowhere", "nowhere", "api/a.json#/definitions/z"]);
    assert_eq!(found.iter().map(|found| &found[..5]).collect::<Vec<_>>(), ["A0114", "A0110"]);
}

#[test]
fn a_remote_file_refers_back_by_an_identifier() {
    let files = root("components: { schemas: { a: { $ref: a.json } } }")
        .with("api/a.json", r#"{ "$id": "https://h/a.json", "not": { "$ref": "b.json#/definitions/x" } }"#)
        .with(
            "copies/b.json",
            r#"{ "$id": "urn:uuid:1", "definitions": { "x": { "$ref": "https://h/a.json" }, "y": { "$ref": "urn:uuid:1" } } }"#,
        );
    // Only `b.json` has a copy.
    let refs = vec![("https://h/b.json".to_owned(), PathBuf::from("copies/b.json"))];
    let options = LoadOptions { refs, ..LoadOptions::default() };
    let (leads, found) = targets(files, &options, &["api/a.json#/not", "copies/b.json#/definitions/x"]);
    assert_eq!(leads, ["copies/b.json#/definitions/x", "api/a.json#"]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn identifiers_have_fragments_and_may_be_urns() {
    let files = root("components: { schemas: { a: { $ref: a.json } } }").with(
        "api/a.json",
        r##"{
            "$id": "urn:example:root",
            "definitions": {
                "a": { "$id": "https://h/a.json#frag", "definitions": { "b": { "$id": "urn:example:root#frag" } } }
            },
            "allOf": [
                { "$ref": "https://h/a.json#frag" }, { "$ref": "https://h/a.json" }, { "$ref": "#frag" },
                { "$ref": "urn:example:root#/definitions/a" }, { "$ref": "#fr%61g" }, { "$ref": "urn:example:other" }
            ]
        }"##,
    );
    let pointers: Vec<String> = (0..6).map(|at| format!("api/a.json#/allOf/{at}")).collect();
    let pointers: Vec<&str> = pointers.iter().map(String::as_str).collect();
    let (leads, found) = targets(files, &LoadOptions::default(), &pointers);
    let (a, b) = ("api/a.json#/definitions/a", "api/a.json#/definitions/a/definitions/b");
    assert_eq!(leads, [a, a, b, a, b, "nowhere"]);
    assert_eq!(found, ["A0110"]);
}

#[test]
fn draft_04_calls_it_id() {
    let files = |schema: &str| {
        root("components: { schemas: { a: { $ref: a.json } } }").with(
            "api/a.json",
            format!(r##"{{ {schema} "definitions": {{ "x": {{ "id": "#x" }} }}, "not": {{ "$ref": "#x" }} }}"##),
        )
    };
    let lead = |schema: &str| targets(files(schema), &LoadOptions::default(), &["api/a.json#/not"]).0.remove(0);
    assert_eq!(lead(r#""$schema": "http://json-schema.org/draft-04/schema#","#), "api/a.json#/definitions/x");
    assert_eq!(lead(""), "nowhere");
}

#[test]
fn the_meta_schema_needs_no_network() {
    let rest = "
components:
  schemas:
    a: { $ref: 'http://json-schema.org/draft-07/schema#' }
    b: { $ref: 'https://json-schema.org/draft-07/schema' }
    c: { $ref: 'http://json-schema.org/draft-07/schema#/definitions/nonNegativeInteger' }
    d: { $ref: 'http://json-schema.org/draft-07/schema#/properties/minLength' }
    e: { $ref: 'http://json-schema.org/draft-07/schema#/definitions/stringarray' }
";
    let (leads, found) = targets(root(rest), &LoadOptions::default(), &["/a", "/b", "/c", "/d"]);
    let meta = "http://json-schema.org/draft-07/schema#";
    let integer = format!("{meta}/definitions/nonNegativeInteger");
    assert_eq!(leads, [meta, meta, &integer, &format!("{meta}/properties/minLength")]);
    let right = "did you mean `http://json-schema.org/draft-07/schema#/definitions/stringArray`?";
    assert_eq!(found, [format!("A0103 {right}")]);
    // A copy of one's own counts.
    let refs = vec![("http://json-schema.org/draft-07/schema".to_owned(), PathBuf::from("own.json"))];
    let rest = "components: { schemas: { a: { $ref: 'http://json-schema.org/draft-07/schema#' } } }";
    let options = LoadOptions { refs, ..LoadOptions::default() };
    assert_eq!(targets(root(rest).with("own.json", "{}"), &options, &["/a"]).0, ["own.json#"]);
}

#[test]
fn odd_identifiers_and_references_are_met_in_peace() {
    let odd = [
        "",
        "#",
        "##",
        "%",
        "#%",
        "#%zz",
        "http:",
        "http://",
        "//",
        "//h",
        "?",
        "?#?",
        "::",
        "a:",
        "ab:",
        "ab:c/..",
        "/..",
        "..",
        "../..",
        "./",
        "ä#ö",
        "\u{0}",
        " ",
        "#~",
        "#/~",
        "urn:",
        "http://[::1]:80/a?b=c&d#e",
        "https://h/%2e%2e/%00",
    ];
    for id in odd {
        let mut schemas = serde_json::Map::new();
        for (at, reference) in odd.iter().enumerate() {
            let inner = serde_json::json!({ "$id": id, "$anchor": id, "not": { "$ref": reference, "$id": reference } });
            schemas.insert(
                format!("s{at}"),
                serde_json::json!({ "$id": id, "properties": { "x": inner }, "$defs": { "y": id } }),
            );
        }
        let text = serde_json::json!({
            "asyncapi": "3.0.0", "info": { "title": "T", "version": "1" }, "components": { "schemas": schemas },
        });
        let (document, found) =
            run(InMemory::default().with("api/asyncapi.yaml", text.to_string()), &LoadOptions::default());
        // Each leads somewhere, or there is a word about it.
        let broken = found.iter().filter(|(code, ..)| *code != "A0118").count();
        assert_eq!(document.references.targets.len() + broken, odd.len(), "{id}: {found:?}");
    }
}

#[test]
fn many_and_long_identifiers_are_read_in_bounded_time_and_memory() {
    let start = Instant::now();
    let count = 8_000;
    // Equal ones.
    let mut text = String::from("components:\n  schemas:\n");
    for at in 0..count {
        writeln!(text, "    s{at}: {{ $id: '#x', not: {{ $ref: '#x' }} }}").expect("a string takes it");
    }
    assert!(run(root(&text), &LoadOptions::default()).1.is_empty());
    // Relative to a long one, and below a long key.
    let long = "a".repeat(1 << 20);
    let (mut a, mut b) = (format!("$id: 'https://h/{long}', definitions: {{ "), String::new());
    for at in 0..count {
        write!(a, "s{at}: {{ $id: s{at}, not: {{ $ref: '#' }} }}, ").expect("a string takes it");
        write!(b, "s{at}: {{ $id: '#s{at}', not: {{ $ref: '#s{at}' }} }}, ").expect("a string takes it");
    }
    let b = format!("properties: {{ ? '{long}' : {{ properties: {{ {b} }} }} }}");
    let (_, found) =
        run(root(&format!("components: {{ schemas: {{ a: {{ {a} }} }}, b: {{ {b} }} }} }}")), &LoadOptions::default());
    assert_eq!(found.len(), count);
    // In one another, as deep as may be.
    let depth = 180;
    let nested = "{ $id: 'x/', not: ".repeat(depth) + "{ $ref: y }" + &" }".repeat(depth);
    let (_, found) = run(root(&format!("components: {{ schemas: {{ a: {nested} }} }}")), &LoadOptions::default());
    assert_eq!(found.len(), 1);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn what_is_declared_as_json_schema_is_known_with_all_that_it_leads_to() {
    let rest = "
channels:
  c:
    messages:
      m: { payload: { schemaFormat: application/schema+json;version=draft-07, schema: { $ref: a.json } } }
      n: { payload: { $ref: b.json } }
      o: { payload: { schemaFormat: application/schema+json;version=2020-12, schema: { $ref: c.json } } }
      p: { payload: { schemaFormat: application/schema+json, schema: { $ref: '#/components/schemas/own' } } }
components: { schemas: { own: {} } }
";
    let files = root(rest)
        .with(
            "api/a.json",
            r##"{ "definitions": {
                "x": { "$ref": "b.json", "properties": { "y": { "$ref": "#/nowhere" } }, "type": 5 },
                "y": { "$schema": "https://json-schema.org/draft/2019-09/schema", "$ref": "c.json" }
            } }"##,
        )
        .with("api/b.json", r#"{ "not": {} }"#)
        .with("api/c.json", "{}");
    let (document, found) = run(files, &LoadOptions::default());
    assert_eq!(found, []);
    let at = |path: &str, keys: &[&str]| {
        let is_there = |file: &crate::source::FileId| document.sources.get(*file).is_some_and(|it| it.path() == path);
        let root = document.roots.iter().find(|(file, _)| is_there(file)).map(|(_, root)| root).expect("a file");
        document.is_json_schema(keys.iter().fold(root, |node, key| node.get(key).expect("a key")))
    };
    assert!(at("api/a.json", &[]) && at("api/a.json", &["definitions", "x"]));
    assert!(!at("api/a.json", &["definitions", "y"]));
    assert!(!at("api/b.json", &[]) && !at("api/b.json", &["not"]), "AsyncAPI's own schemas lead there as well");
    assert!(!at("api/c.json", &[]));
    assert!(!at("api/asyncapi.yaml", &["components", "schemas", "own"]));
}

#[test]
fn in_2_x_the_format_stands_beside_the_payload() {
    let text = "
asyncapi: 2.6.0
info: { title: T, version: '1' }
channels:
  c:
    publish:
      message:
        schemaFormat: application/schema+yaml;version=draft-07
        payload: { $id: 'https://h/a', definitions: { a: {} }, not: { $ref: '#/definitions/a', type: 7 } }
        headers: { properties: { a: {} } }
";
    let (document, found) = run(InMemory::default().with("api/asyncapi.yaml", text), &LoadOptions::default());
    assert_eq!(found, []);
    let message = &document.messages[0];
    let payload = &message.payload.as_ref().expect("a payload").schema;
    let not = payload.get("not").expect("it is there");
    assert!(document.is_json_schema(payload) && document.is_json_schema(not));
    assert!(document.resolve(not).is_some_and(|target| target.location.pointer.ends_with("/payload/definitions/a")));
    assert!(!document.is_json_schema(&message.headers.as_ref().expect("headers").schema));
}
