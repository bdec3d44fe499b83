//! `engine::check` against the official parser: on the documents of the corpus, and on the cases of the parser's rules.
//!
//! The corpus is data that this project did not write; `ASYNCAPI_CORPUS` says where it is.

#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::{Severity, render};
use asyncapi_codegen::document::{Disk, LoadOptions};
use asyncapi_codegen::engine;
use asyncapi_codegen::options::Options;

/// Documents that the official parser accepts, and why they are refused here.
const NOT_HERE: [(&str, &str); 1] = [(
    "documents/DiamondLightSource__blueapi__docs__reference__asyncapi.yaml",
    "refers to files that the corpus lacks",
)];

/// Documents that the official parser refuses for what is no error here; with the parser's code.
const LATER: [(&str, &str); 3] = [
    // Examples that do not fit their schemas, which get lints: see `examples.rs`.
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
];

/// The parser's rules that are errors, with the codes that say the same. A case counts for its rule alone.
const RULES: [(&str, &[&str]); 18] = [
    ("asyncapi-is-asyncapi", &["A0101", "A0102"]),
    ("asyncapi-document-resolved", &["A0105", "A0106", "A0107", "A0108"]),
    ("asyncapi-document-unresolved", &["A0115"]),
    ("asyncapi2-channel-no-query-nor-fragment", &["A0215"]),
    ("asyncapi2-channel-parameters", &["A0213", "A0214"]),
    ("asyncapi2-channel-servers", &["A0117"]),
    ("asyncapi2-message-messageId-uniqueness", &["A0211"]),
    ("asyncapi2-operation-operationId-uniqueness", &["A0210"]),
    ("asyncapi2-operation-security", &["A0117", "A0218"]),
    ("asyncapi2-schemas", &["A0107", "A0219"]),
    ("asyncapi2-server-security", &["A0117", "A0218"]),
    ("asyncapi2-server-variables", &["A0216", "A0217"]),
    ("asyncapi2-tags-uniqueness", &["A0212"]),
    ("asyncapi3-channel-no-query-nor-fragment", &["A0215"]),
    ("asyncapi3-channel-parameters", &["A0213", "A0214"]),
    ("asyncapi3-operation-messages-from-referred-channel", &["A0104"]),
    ("asyncapi3-required-channel-servers-unambiguity", &["A0116"]),
    ("asyncapi3-required-operation-channel-unambiguity", &["A0116"]),
];

/// Cases in which another code speaks, and that code.
const OTHERWISE: [(&str, &str); 3] = [
    // Has channels and messages in the place of references to them, which another rule refuses.
    ("rule-cases/asyncapi-document-resolved/11-ok.json", "A0107"),
    // Nothing is fetched from the network, not even to say that it would be the wrong thing.
    ("rule-cases/asyncapi3-required-channel-servers-unambiguity/06-bad.json", "A0112"),
    ("rule-cases/asyncapi3-required-operation-channel-unambiguity/06-bad.json", "A0112"),
];

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

/// Code and text of the errors of a document.
fn errors(corpus: &Path, path: &str) -> Vec<(&'static str, String)> {
    // The documents of one folder share files that lie beside it.
    let load = LoadOptions { folder: Some(PathBuf::new()), refs: remote(corpus), ..LoadOptions::default() };
    let checked = engine::check(path, &mut Disk::new(corpus), &Options::default(), &load);
    let found = checked.findings.iter().filter(|finding| finding.severity == Severity::Error);
    found.map(|finding| (finding.diagnostic.code.id, render(&checked.sources, &finding.diagnostic))).collect()
}

fn texts(errors: &[(&'static str, String)]) -> String {
    errors.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_the_official_parser_accepts_is_accepted_and_what_it_refuses_is_not() {
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
            ("valid", None) if !found.is_empty() => wrong.push(format!("{path} is valid:\n{}", texts(&found))),
            ("invalid", None) if found.is_empty() => wrong.push(format!("{path} is invalid: {codes}")),
            ("invalid", Some(_)) if !found.is_empty() => wrong.push(format!("{path} is found out here: take it off")),
            (_, Some((_, code))) if !codes.contains(code) => wrong.push(format!("{path} is not refused for {code}")),
            _ => {}
        }
    }
    assert!(counted > 250, "only {counted} documents in the index");
    assert!(wrong.is_empty(), "{} documents:\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn the_rules_agree_with_the_official_parser() {
    let Some(corpus) = corpus() else { return };
    let cases = std::fs::read_to_string(corpus.join("rule-cases/CASES.tsv")).expect("the corpus has rule cases");
    let rows: Vec<Vec<&str>> = cases.lines().skip(1).map(|row| row.split('\t').collect()).collect();
    let mut wrong = Vec::new();
    println!("{:52} right of all", "rule");
    for (rule, codes) in RULES {
        let of_rule = rows.iter().filter(|cells| cells[1] == rule);
        let (mut all, mut right) = (0, 0);
        for cells in of_rule {
            let mut found = errors(&corpus, cells[0]);
            if let Some((path, code)) = OTHERWISE.iter().find(|(path, _)| *path == cells[0]) {
                assert!(found.iter().any(|(found, _)| found == code), "{path} does not get {code}");
                continue;
            }
            found.retain(|(code, _)| codes.contains(code));
            all += 1;
            if found.is_empty() == (cells[2] == "ok") {
                right += 1;
            } else {
                wrong.push(format!("{}: {}, {}\n{}", cells[0], cells[2], cells[3], texts(&found)));
            }
        }
        println!("{rule:52} {right:5} of {all}");
        assert!(all > 0, "no cases of {rule}");
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n\n"));
}
