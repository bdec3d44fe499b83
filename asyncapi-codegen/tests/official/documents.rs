//! Which documents are refused.

use super::{corpus, errors, texts};

/// Documents that the official parser accepts, and why they are refused here.
const NOT_HERE: [(&str, &str); 1] = [(
    "documents/DiamondLightSource__blueapi__docs__reference__asyncapi.yaml",
    "refers to files that the corpus lacks",
)];

/// Documents that the official parser refuses for what is no error here; with the parser's code.
pub(super) const LATER: [(&str, &str); 1] = [
    // A Kafka key that is an Avro schema: bindings are kept whole, not looked into.
    ("spec-examples/3.0.0/adeo-kafka-request-reply-asyncapi.yml", "asyncapi-document-resolved"),
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
