//! Where the faults are: for each that the official parser finds there is one of ours on the same line.

use std::collections::{BTreeMap, BTreeSet};

use super::cases::RULES;
use super::{corpus, findings};
use asyncapi_codegen::diagnostic::Severity;

/// Faults of which we speak otherwise. Where a value fits none of the official schema's alternatives, ajv lists what is wrong
/// with each of them, at every place below: one misplaced key makes dozens of errors on lines where nothing is wrong.
const CONSEQUENCES: &str = "asyncapi-document-resolved";

/// Faults that we do not find on their line, and why.
const DIFFERENT: [(&str, usize, &str); 6] = [
    (
        "documents/Mliviu79__voiceblender__asyncapi/asyncapi.yaml",
        1,
        "of a file that is not there; ours is at the `$ref`",
    ),
    (
        "documents/ballerina-platform__asyncapi-triggers__asyncapi__github__asyncapi.yml",
        24,
        "as the structure is broken, ours are at the keys that cannot stand there",
    ),
    (
        "documents/microcks__microcks__commons__util__src__test__resources__io__github__microcks__util__asyncapi__user-signedup-avro-ref-asyncapi/user-signedup-avro-ref-asyncapi.yaml",
        1,
        "of a file that is not there; ours is at the `$ref`",
    ),
    (
        "documents/microcks__microcks__webapp__src__test__resources__io__github__microcks__util__asyncapi__user-signedup-avro-ref-asyncapi/user-signedup-avro-ref-asyncapi.yaml",
        1,
        "of a file that is not there; ours is at the `$ref`",
    ),
    ("rule-cases/asyncapi2-message-examples-custom-format/03-bad.json", 33, "see `cases.rs`"),
    ("rule-cases/asyncapi2-message-examples-custom-format/05-bad.json", 26, "see `cases.rs`"),
];

#[test]
fn each_fault_that_the_official_parser_finds_is_found_on_its_line() {
    let Some(corpus) = corpus() else { return };
    let mut expected: BTreeMap<&str, BTreeSet<(&str, usize, usize)>> = BTreeMap::new();
    for row in include_str!("findings.tsv").lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [line, last] = [cells[2], cells[3]].map(|cell| cell.parse::<usize>().expect("a line"));
        // 0: in another file.
        if line > 0 {
            expected.entry(cells[0]).or_default().insert((cells[1], line, last));
        }
    }
    let (mut all, mut missed, mut consequences) = (0, Vec::new(), 0);
    for (path, places) in expected {
        let found = findings(&corpus, path);
        for (code, line, last) in places {
            all += 1;
            let ours = RULES.iter().find(|(rule, _)| *rule == code).map_or(&[][..], |(_, ours)| ours);
            let is_it = |it: &&super::Found| ours.contains(&it.code) || it.severity == Severity::Error;
            let lines: Vec<_> = found.iter().filter(is_it).filter_map(|found| found.line).collect();
            if code == CONSEQUENCES {
                consequences += usize::from(!lines.iter().any(|ours| (line..=last).contains(ours)));
                if lines.is_empty() && !super::documents::LATER.iter().any(|(known, _)| *known == path) {
                    missed.push(format!("{path} is not refused for {code}"));
                }
                continue;
            }
            let is_different = DIFFERENT.iter().any(|(known, at, _)| *known == path && *at == line);
            if is_different == lines.iter().any(|ours| (line..=last).contains(ours)) {
                missed.push(format!("{path}:{line}-{last} {code} {lines:?}"));
            }
        }
    }
    println!("{all} faults, {} elsewhere, {consequences} consequences", DIFFERENT.len());
    assert!(missed.is_empty(), "{} of {all}:\n{}", missed.len(), missed.join("\n"));
}
