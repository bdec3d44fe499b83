//! Where the faults are: for each that the official parser finds there is one of ours on the same line.

use std::collections::{BTreeMap, BTreeSet};

use super::cases::RULES;
use super::{corpus, findings};
use asyncapi_codegen::diagnostic::Severity;

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
    let (mut all, mut missed) = (0, Vec::new());
    for (path, places) in expected {
        let found = findings(&corpus, path);
        for (code, line, last) in places {
            all += 1;
            let ours = RULES.iter().find(|(rule, _)| *rule == code).map_or(&[][..], |(_, ours)| ours);
            let is_it = |it: &&super::Found| ours.contains(&it.code) || it.severity == Severity::Error;
            let lines: Vec<_> = found.iter().filter(is_it).filter_map(|found| found.line).collect();
            if !lines.iter().any(|ours| (line..=last).contains(ours)) {
                missed.push(format!("{path}:{line}-{last} {code} {lines:?}"));
            }
        }
    }
    println!("{} of {all} at the same line", all - missed.len());
    assert!(missed.is_empty(), "{} of {all}:\n{}", missed.len(), missed.join("\n"));
}
