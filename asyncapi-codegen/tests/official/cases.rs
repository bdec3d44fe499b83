//! The cases of the parser's own rule tests.

use super::{corpus, findings, texts};

/// The parser's rules, with the codes that say the same. A case counts for its rule alone.
pub(super) const RULES: [(&str, &[&str]); 41] = [
    ("asyncapi-defaultContentType", &["A0602"]),
    ("asyncapi-document-resolved", &["A0105", "A0106", "A0107", "A0108"]),
    ("asyncapi-document-unresolved", &["A0115"]),
    ("asyncapi-id", &["A0601"]),
    ("asyncapi-info-contact", &["A0604"]),
    ("asyncapi-info-contact-properties", &["A0605"]),
    ("asyncapi-info-description", &["A0603"]),
    ("asyncapi-info-license", &["A0606"]),
    ("asyncapi-info-license-url", &["A0607"]),
    ("asyncapi-is-asyncapi", &["A0101", "A0102"]),
    ("asyncapi-latest-version", &["A0618"]),
    ("asyncapi-servers", &["A0608"]),
    ("asyncapi-unused-component", &["A0616"]),
    ("asyncapi2-channel-no-empty-parameter", &["A0612"]),
    ("asyncapi2-channel-no-query-nor-fragment", &["A0215"]),
    ("asyncapi2-channel-no-trailing-slash", &["A0613"]),
    ("asyncapi2-channel-parameters", &["A0213", "A0214"]),
    ("asyncapi2-channel-servers", &["A0117"]),
    ("asyncapi2-message-examples", &["A0220"]),
    ("asyncapi2-message-examples-custom-format", &["A0220"]),
    ("asyncapi2-message-messageId", &["A0615"]),
    ("asyncapi2-message-messageId-uniqueness", &["A0211"]),
    ("asyncapi2-operation-operationId", &["A0614"]),
    ("asyncapi2-operation-operationId-uniqueness", &["A0210"]),
    ("asyncapi2-operation-security", &["A0117", "A0218"]),
    ("asyncapi2-schema-default", &["A0222"]),
    ("asyncapi2-schema-examples", &["A0221"]),
    ("asyncapi2-schemas", &["A0107", "A0219"]),
    ("asyncapi2-server-no-empty-variable", &["A0610"]),
    ("asyncapi2-server-no-trailing-slash", &["A0611"]),
    ("asyncapi2-server-security", &["A0117", "A0218"]),
    ("asyncapi2-server-variables", &["A0216", "A0217"]),
    ("asyncapi2-tags", &["A0609"]),
    ("asyncapi2-tags-uniqueness", &["A0212"]),
    ("asyncapi2-unused-securityScheme", &["A0617"]),
    ("asyncapi3-channel-no-query-nor-fragment", &["A0215"]),
    ("asyncapi3-channel-parameters", &["A0213", "A0214"]),
    ("asyncapi3-channel-servers", &["A0103", "A0116"]),
    ("asyncapi3-operation-messages-from-referred-channel", &["A0104"]),
    ("asyncapi3-required-channel-servers-unambiguity", &["A0116"]),
    ("asyncapi3-required-operation-channel-unambiguity", &["A0116"]),
];

/// Cases in which another code speaks, and that code.
const OTHERWISE: [(&str, &str); 5] = [
    // Has channels and messages in the place of references to them, which another rule refuses.
    ("rule-cases/asyncapi-document-resolved/11-ok.json", "A0107"),
    // Nothing is fetched from the network, not even to say that it would be the wrong thing.
    ("rule-cases/asyncapi3-required-channel-servers-unambiguity/06-bad.json", "A0112"),
    ("rule-cases/asyncapi3-required-operation-channel-unambiguity/06-bad.json", "A0112"),
    // The parser never reports anything by this rule. The servers of this case are strings, as in 2.x.
    ("rule-cases/asyncapi3-channel-servers/01-ok.json", "A0116"),
    // The format of this one is AsyncAPI's own, so that another of the parser's rules speaks.
    ("rule-cases/asyncapi2-message-examples-custom-format/01-ok.json", "A0220"),
];

/// Cases that we judge otherwise, and why.
const DIFFERENT: [(&str, &str); 1] = [(
    "rule-cases/asyncapi2-message-examples-custom-format/03-bad.json",
    "examples of Avro payloads are JSON that some reader made of Avro; they are not held against the schema",
)];

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
            let is_different = DIFFERENT.iter().any(|(path, _)| *path == cells[0]);
            if (found.is_empty() == (cells[2] == "ok")) != is_different {
                right += 1;
            } else {
                wrong.push(format!("{}: {}, {}\n{}", cells[0], cells[2], cells[3], texts(&found)));
            }
        }
        println!("{rule:52} {right:5} of {all}");
        assert!(all > 0, "no cases of {rule}");
    }
    let without = rows.iter().map(|cells| cells[1]).filter(|rule| !RULES.iter().any(|(known, _)| known == rule));
    assert_eq!(without.collect::<Vec<_>>(), Vec::<&str>::new(), "rules without codes");
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n\n"));
}
