//! `engine::check` against the official parser: on the documents of the corpus, and on the cases of the parser's rules.
//!
//! The corpus is data that this project did not write; `ASYNCAPI_CORPUS` says where it is.

#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod official;

use official::{corpus, errors, findings, texts};

/// Documents that the official parser accepts, and why they are refused here.
const NOT_HERE: [(&str, &str); 1] = [(
    "documents/DiamondLightSource__blueapi__docs__reference__asyncapi.yaml",
    "refers to files that the corpus lacks",
)];

/// Documents that the official parser refuses for what is no error here; with the parser's code.
const LATER: [(&str, &str); 0] = [];

/// The parser's rules, with the codes that say the same. A case counts for its rule alone.
const RULES: [(&str, &[&str]); 41] = [
    ("asyncapi-defaultContentType", &["A0603"]),
    ("asyncapi-document-resolved", &["A0105", "A0106", "A0107", "A0108"]),
    ("asyncapi-document-unresolved", &["A0115"]),
    ("asyncapi-id", &["A0602"]),
    ("asyncapi-info-contact", &["A0605"]),
    ("asyncapi-info-contact-properties", &["A0606"]),
    ("asyncapi-info-description", &["A0604"]),
    ("asyncapi-info-license", &["A0607"]),
    ("asyncapi-info-license-url", &["A0608"]),
    ("asyncapi-is-asyncapi", &["A0101", "A0102"]),
    ("asyncapi-latest-version", &["A0601"]),
    ("asyncapi-servers", &["A0609"]),
    ("asyncapi-unused-component", &["A0610"]),
    ("asyncapi2-channel-no-empty-parameter", &["A0614"]),
    ("asyncapi2-channel-no-query-nor-fragment", &["A0215"]),
    ("asyncapi2-channel-no-trailing-slash", &["A0615"]),
    ("asyncapi2-channel-parameters", &["A0213", "A0214"]),
    ("asyncapi2-channel-servers", &["A0117"]),
    ("asyncapi2-message-examples", &["A0220"]),
    ("asyncapi2-message-examples-custom-format", &["A0223"]),
    ("asyncapi2-message-messageId", &["A0617"]),
    ("asyncapi2-message-messageId-uniqueness", &["A0211"]),
    ("asyncapi2-operation-operationId", &["A0616"]),
    ("asyncapi2-operation-operationId-uniqueness", &["A0210"]),
    ("asyncapi2-operation-security", &["A0117", "A0218"]),
    ("asyncapi2-schema-default", &["A0221"]),
    ("asyncapi2-schema-examples", &["A0222"]),
    ("asyncapi2-schemas", &["A0107", "A0406"]),
    ("asyncapi2-server-no-empty-variable", &["A0612"]),
    ("asyncapi2-server-no-trailing-slash", &["A0613"]),
    ("asyncapi2-server-security", &["A0117", "A0218"]),
    ("asyncapi2-server-variables", &["A0216", "A0217"]),
    ("asyncapi2-tags", &["A0611"]),
    ("asyncapi2-tags-uniqueness", &["A0212"]),
    ("asyncapi2-unused-securityScheme", &["A0618"]),
    ("asyncapi3-channel-no-query-nor-fragment", &["A0215"]),
    ("asyncapi3-channel-parameters", &["A0213", "A0214"]),
    ("asyncapi3-channel-servers", &["A0107"]),
    ("asyncapi3-operation-messages-from-referred-channel", &["A0104"]),
    ("asyncapi3-required-channel-servers-unambiguity", &["A0116"]),
    ("asyncapi3-required-operation-channel-unambiguity", &["A0116"]),
];

/// Cases in which another code speaks, and that code.
const OTHERWISE: [(&str, &str); 4] = [
    // Servers are named by strings, as in 2.x: the schema of 3.x refuses that, whatever the rule says.
    ("rule-cases/asyncapi3-channel-servers/01-ok.json", "A0107"),
    // Has channels and messages in the place of references to them, which another rule refuses.
    ("rule-cases/asyncapi-document-resolved/11-ok.json", "A0107"),
    // Nothing is fetched from the network, not even to say that it would be the wrong thing.
    ("rule-cases/asyncapi3-required-channel-servers-unambiguity/06-bad.json", "A0112"),
    ("rule-cases/asyncapi3-required-operation-channel-unambiguity/06-bad.json", "A0112"),
];

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
            let mut found = findings(&corpus, cells[0]);
            if let Some((path, code)) = OTHERWISE.iter().find(|(path, _)| *path == cells[0]) {
                assert!(found.iter().any(|found| found.code == *code), "{path} does not get {code}");
                continue;
            }
            found.retain(|found| codes.contains(&found.code));
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
