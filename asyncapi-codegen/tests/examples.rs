//! The document's own examples and defaults, held against their schemas: as the official parser's rules do, in all that this
//! side uses.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use asyncapi_codegen::diagnostic::render;
use asyncapi_codegen::document::{Disk, Files, InMemory, LoadOptions};
use asyncapi_codegen::engine::{Checked, check};
use asyncapi_codegen::options::Options;

/// Documents that the official parser refuses for the examples of their messages, and how often.
const INVALID: [(&str, usize); 3] = [
    ("documents/SolaceLabs__ep-asyncapi__ep-asyncapi__test__data__tbd__asyncapi__zbos_mqtt.json", 55),
    // It reports each of five faults of both examples, we the first one of each.
    ("documents/microcks__api-lifecycle__cloud-events-demo__animal-sensor-1.0.0-struct-asyncapi.yaml", 2),
    (
        "documents/microcks__microcks__commons__util__src__test__resources__io__github__microcks__util__asyncapi__spring-cloud-stream-asyncapi-nulls.yaml",
        6,
    ),
];

/// The parser's rules, with the code that says the same.
const RULES: [(&str, &str); 3] = [
    ("asyncapi2-message-examples", "A0409"),
    ("asyncapi2-schema-examples", "A0409"),
    ("asyncapi2-schema-default", "A0405"),
];

/// Cases that break another rule as well, of which each is an error: 2.0 demands `payload`, and headers that are an object.
const OTHERWISE: [(&str, &str); 1] = [("rule-cases/asyncapi2-message-examples/05-bad.json", "A0107")];

/// The corpus, if it is there.
fn corpus() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let path = std::env::var_os("ASYNCAPI_CORPUS").map_or(beside, PathBuf::from);
    let found = path.join("INDEX.tsv").is_file();
    assert!(found || std::env::var_os("CI").is_none(), "no corpus at {}", path.display());
    if !found {
        eprintln!("skipped: no corpus at {}; set ASYNCAPI_CORPUS", path.display());
    }
    found.then_some(path)
}

/// What is said under one of `codes`.
fn said(checked: &Checked, codes: &[&str]) -> Vec<String> {
    let found = checked.findings.iter().filter(|finding| codes.contains(&finding.diagnostic.code.id));
    found.map(|finding| render(&checked.sources, &finding.diagnostic)).collect()
}

fn check_text(text: &str) -> Checked {
    let mut files = InMemory::default().with("asyncapi.json", text);
    check("asyncapi.json", &mut files, &Options::default(), &LoadOptions::default())
}

#[test]
fn examples_that_the_official_parser_refuses_get_a_lint() {
    let Some(corpus) = corpus() else { return };
    for (path, count) in INVALID {
        let hosts = std::fs::read_dir(corpus.join("remote")).expect("the corpus has remote files");
        let names = hosts.map(|host| host.expect("a host").file_name().into_string().expect("a name in UTF-8"));
        let refs = names.map(|host| (format!("https://{host}/"), Path::new("remote").join(host))).collect();
        let load = LoadOptions { folder: Some(PathBuf::new()), refs, ..LoadOptions::default() };
        let files: &mut dyn Files = &mut Disk::new(&corpus);
        let checked = check(path, files, &Options::default(), &load);
        let said = said(&checked, &["A0409"]);
        assert_eq!(said.len(), count, "{path}:\n{}", said.join("\n"));
    }
}

/// The case with what the format demands beside the rule in question, and its components in use.
fn completed(case: &str) -> String {
    let mut document: serde_json::Value = serde_json::from_str(case).expect("the case is JSON");
    let object = document.as_object_mut().expect("an object");
    if let Some(components) = object.get_mut("components").and_then(|it| it.as_object_mut()) {
        // Traits of the cases have payloads, which no trait can have.
        components.remove("messageTraits");
    }
    let components = object.get("components").cloned().unwrap_or_default();
    object.entry("info").or_insert_with(|| serde_json::json!({ "title": "Case", "version": "1" }));
    let channels = object.entry("channels").or_insert_with(|| serde_json::json!({}));
    let channels = channels.as_object_mut().expect("channels");
    let mut using = |name: String, message: serde_json::Value| {
        channels.insert(name, serde_json::json!({ "publish": { "message": message } }));
    };
    for name in components["messages"].as_object().into_iter().flat_map(|it| it.keys()) {
        using(format!("of-{name}"), serde_json::json!({ "$ref": format!("#/components/messages/{name}") }));
    }
    for name in components["schemas"].as_object().into_iter().flat_map(|it| it.keys()) {
        let payload = serde_json::json!({ "$ref": format!("#/components/schemas/{name}") });
        using(format!("schema-{name}"), serde_json::json!({ "payload": payload }));
    }
    document.to_string()
}

#[test]
fn the_rules_agree_with_the_official_parser() {
    let Some(corpus) = corpus() else { return };
    let cases = std::fs::read_to_string(corpus.join("rule-cases/CASES.tsv")).expect("the corpus has rule cases");
    let mut wrong = String::new();
    for (rule, code) in RULES {
        let mut counted = 0;
        for cells in cases.lines().map(|row| row.split('\t').collect::<Vec<_>>()).filter(|cells| cells[1] == rule) {
            // Parameters are strings in 3.x, whatever their schemas, and have no types; traits are not used by themselves.
            let of_no_type = cells[3].contains("parameter") || cells[3].contains("messageTraits");
            if of_no_type && cells[2] == "bad" {
                continue;
            }
            counted += 1;
            let text = std::fs::read_to_string(corpus.join(cells[0])).expect("the case can be read");
            let checked = check_text(&completed(&text));
            if let Some((_, other)) = OTHERWISE.iter().find(|(path, _)| *path == cells[0]) {
                assert!(!said(&checked, &[other]).is_empty(), "{} does not get {other}", cells[0]);
                continue;
            }
            let said = said(&checked, &[code]);
            let errors = checked.has_errors();
            if errors || said.is_empty() == (cells[2] == "bad") {
                let _ = writeln!(wrong, "{}: {}, errors: {errors}\n{}", cells[0], cells[2], said.join("\n"));
            }
        }
        assert!(counted >= 4, "{counted} cases of {rule}");
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A document with one message, of this payload.
fn document(payload: &serde_json::Value) -> String {
    serde_json::json!({
        "asyncapi": "3.0.0",
        "info": { "title": "Examples", "version": "1" },
        "channels": { "all": { "address": "all", "messages": { "one": { "payload": payload } } } },
        "operations": { "take": { "action": "receive", "channel": { "$ref": "#/channels/all" } } },
    })
    .to_string()
}

#[test]
fn the_lint_names_the_place_and_the_rule() {
    for (schema, example, expected) in [
        (r#"{"type": "integer"}"#, "1.5", Some("breaks `type` of its schema")),
        (
            r#"{"properties": {"a/b": {"items": {"minimum": 3}}}}"#,
            r#"{"a/b": [3, 2]}"#,
            Some("`minimum` of its schema at `/a~1b/1`"),
        ),
        (r#"{"required": ["x"]}"#, "{}", Some("`required`")),
        (
            r#"{"additionalProperties": false, "properties": {"a": {}}}"#,
            r#"{"b": 1}"#,
            Some("`additionalProperties` of its schema at `/b`"),
        ),
        (
            r#"{"oneOf": [{"type": "null"}, {"type": "object", "properties": {"n": {"type": "string"}}}]}"#,
            r#"{"n": 1}"#,
            Some("`type` of its schema at `/n`"),
        ),
        (r#"{"oneOf": [{"type": "integer"}, {"minimum": 2}]}"#, "3", Some("`oneOf`")),
        (r#"{"not": {"type": "string"}}"#, r#""a""#, Some("`not`")),
        (r#"{"if": {"type": "string"}, "then": {"minLength": 2}}"#, r#""a""#, Some("`minLength`")),
        (r#"{"enum": ["a"], "type": "string"}"#, r#""b""#, Some("`const`")),
        (r#"{"type": "string", "format": "date-time"}"#, r#""yesterday""#, Some("`format`")),
        // Not known here: no lint.
        (r#"{"type": "string", "pattern": "^a$"}"#, r#""b""#, None),
        (r#"{"type": "string", "format": "hostname"}"#, r#""a b""#, None),
        (r#"{"anyOf": [{"pattern": "^a$"}, {"maxLength": 1}]}"#, r#""bb""#, None),
        (r#"{"type": "number"}"#, "1", None),
    ] {
        let mut schema: serde_json::Value = serde_json::from_str(schema).expect("JSON");
        let example: serde_json::Value = serde_json::from_str(example).expect("JSON");
        for (key, value) in [("examples", serde_json::json!([example])), ("example", example.clone())] {
            schema[key] = value;
            let checked = check_text(&document(&schema));
            let said = said(&checked, &["A0409"]);
            match expected {
                Some(text) => assert!(said.len() == 1 && said[0].contains(text), "{schema}: {said:?}, not {text}"),
                None => assert!(said.is_empty(), "{schema}: {said:?}"),
            }
            schema.as_object_mut().expect("an object").remove(key);
        }
    }
}

#[test]
fn many_examples_in_one_another_take_little_time() {
    let leaf = serde_json::json!({ "type": "object" });
    let nested = (0..100).fold(leaf, |inner, at| {
        let value = (0..at).fold(serde_json::json!({}), |value, _| serde_json::json!({ "a": value }));
        serde_json::json!({ "properties": { "a": inner }, "examples": [value], "default": {} })
    });
    let many: serde_json::Map<_, _> =
        (0..5_000).map(|at| (format!("p{at}"), serde_json::json!({ "type": "string", "example": 1 }))).collect();
    let keys: serde_json::Map<_, _> = many.keys().map(|key| (key.clone(), "x".into())).collect();
    let wide = serde_json::json!({ "properties": many, "examples": [keys] });
    // Each example asks all alternatives, each of which has all of them in it.
    let arms: Vec<_> = (0..100)
        .map(|at| serde_json::json!({ "properties": { "a": { "$ref": "#/x" } }, "required": [format!("k{at}")] }))
        .collect();
    let fork = serde_json::json!({ "oneOf": arms, "examples": vec![(0..60).fold(serde_json::json!({}), |value, _| serde_json::json!({ "a": value })); 200] });
    for (payload, least) in [(nested, 0), (wide, 5_000), (fork, 0)] {
        let text = document(&payload).replace("#/x", "#/channels/all/messages/one/payload");
        let begin = Instant::now();
        let checked = check_text(&text);
        assert!(!checked.has_errors(), "{:?}", checked.findings.first());
        assert!(said(&checked, &["A0409"]).len() >= least);
        assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
    }
}
