//! `load` against the official parser: on the documents of the corpus, and on the cases of the parser's own rules.
//!
//! The corpus is data that this project did not write; `ASYNCAPI_CORPUS` says where it is.

#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::{Severity, Sink, render};
use asyncapi_codegen::document::{Disk, LoadOptions, load};

/// Documents that the official parser accepts, and why they do not load here.
const NOT_HERE: [(&str, &str); 1] = [(
    "documents/DiamondLightSource__blueapi__docs__reference__asyncapi.yaml",
    "refers to files that the corpus lacks",
)];

/// Documents that the official parser refuses for what later stages, or nobody yet, check; with the parser's code.
const LATER: [(&str, &str); 6] = [
    // Scopes that the OAuth flows do not have.
    (
        "documents/SatuluriDeepak11__oas-spec__async-api-2.0__asyncApi__asyncapi-2.0__asyncapi-2.0.json",
        "asyncapi2-server-security",
    ),
    (
        "documents/SatuluriDeepak11__oas-spec__async-api__swagger__Online Banking API__Online Banking API.json",
        "asyncapi2-server-security",
    ),
    // Examples that do not fit their schemas.
    (
        "documents/SolaceLabs__ep-asyncapi__ep-asyncapi__test__data__tbd__asyncapi__zbos_mqtt.json",
        "asyncapi2-message-examples",
    ),
    (
        "documents/microcks__api-lifecycle__cloud-events-demo__animal-sensor-1.0.0-struct-asyncapi.yaml",
        "asyncapi2-message-examples",
    ),
    (
        "documents/microcks__microcks__commons__util__src__test__resources__io__github__microcks__util__asyncapi__spring-cloud-stream-asyncapi-nulls.yaml",
        "asyncapi2-message-examples",
    ),
    // A Kafka key that is an Avro schema: bindings are kept whole, not looked into.
    ("spec-examples/3.0.0/adeo-kafka-request-reply-asyncapi.yml", "asyncapi-document-resolved"),
];

/// Rules whose verdict `load` gives, with the codes that say the same. A case counts for its rule alone.
const RULES: [(&str, &[&str]); 6] = [
    ("asyncapi-is-asyncapi", &["A0101", "A0102"]),
    ("asyncapi-document-resolved", &["A0105", "A0106", "A0107", "A0108"]),
    ("asyncapi-document-unresolved", &["A0115"]),
    ("asyncapi3-operation-messages-from-referred-channel", &["A0104"]),
    ("asyncapi3-required-operation-channel-unambiguity", &["A0116"]),
    ("asyncapi3-required-channel-servers-unambiguity", &["A0116"]),
];

/// Has channels and messages in the place of references to them, which another rule refuses.
const RESOLVED_BEFORE: &str = "rule-cases/asyncapi-document-resolved/11-ok.json";

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

/// Every host of `remote/`, as the option `refs` takes it.
fn remote(corpus: &Path) -> Vec<(String, PathBuf)> {
    let hosts = std::fs::read_dir(corpus.join("remote")).expect("the corpus has remote files");
    let names = hosts.map(|host| host.expect("a host").file_name().into_string().expect("a name in UTF-8"));
    names.map(|host| (format!("https://{host}/"), Path::new("remote").join(host))).collect()
}

/// The errors of a document, rendered.
fn errors(corpus: &Path, path: &str) -> Vec<String> {
    // The documents of one folder share files that lie beside it.
    let options = LoadOptions { folder: Some(PathBuf::new()), refs: remote(corpus), ..LoadOptions::default() };
    let mut sink = Sink::default();
    let sources = match load(path, &mut Disk::new(corpus), &options, &mut sink) {
        Ok(document) => document.sources,
        Err(sources) => sources,
    };
    let found = sink.into_sorted().into_iter().filter(|found| found.code.severity == Severity::Error);
    found.map(|found| render(&sources, &found)).collect()
}

#[test]
fn what_the_official_parser_accepts_loads_and_what_it_refuses_does_not() {
    let Some(corpus) = corpus() else { return };
    let index = std::fs::read_to_string(corpus.join("INDEX.tsv")).expect("the corpus has an index");
    let mut wrong = Vec::new();
    let mut counted = 0;
    for row in index.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let (path, verdict, codes) = (cells[0], cells[12], cells[13]);
        if NOT_HERE.iter().any(|(known, _)| *known == path) || verdict == "needs-network" {
            continue;
        }
        counted += 1;
        let found = errors(&corpus, path);
        let is_later = LATER.iter().find(|(known, _)| *known == path);
        match (verdict, is_later) {
            ("valid", None) if !found.is_empty() => wrong.push(format!("{path} is valid:\n{}", found.join("\n"))),
            ("invalid", None) if found.is_empty() => wrong.push(format!("{path} loads, but is invalid: {codes}")),
            ("invalid", Some(_)) if !found.is_empty() => wrong.push(format!("{path} is found out here: take it off")),
            (_, Some((_, code))) if !codes.contains(code) => wrong.push(format!("{path} is not refused for {code}")),
            _ => {}
        }
    }
    assert!(counted > 250, "only {counted} documents in the index");
    assert!(wrong.is_empty(), "{} documents:\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn the_rules_that_are_about_structure_agree_with_the_official_parser() {
    let Some(corpus) = corpus() else { return };
    let cases = std::fs::read_to_string(corpus.join("rule-cases/CASES.tsv")).expect("the corpus has rule cases");
    let mut wrong = Vec::new();
    for row in cases.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let (path, rule, expected) = (cells[0], cells[1], cells[2]);
        let Some((_, codes)) = RULES.iter().find(|(known, _)| *known == rule) else { continue };
        let mut found = errors(&corpus, path);
        found.retain(|found| codes.iter().any(|code| found.contains(&format!("asyncapi[{code}]"))));
        if path != RESOLVED_BEFORE && found.is_empty() != (expected == "ok") {
            wrong.push(format!("{path}: {expected}, {}\n{}", cells[3], found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n\n"));
}
