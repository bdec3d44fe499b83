//! The table of `docs/conformance.md`: how much of each file of the suite passes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use asyncapi_tests::workspace;

use crate::case::{Case, SHAPES};
use crate::compare::Exception;
use crate::verdict::Outcome;

/// How much passes.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    cases: [usize; 2],
    instances: [usize; 2],
}

impl Count {
    fn add(&mut self, outcome: &Outcome) {
        self.cases[0] += usize::from(outcome.passes());
        self.cases[1] += 1;
        self.instances[0] += outcome.instances.iter().filter(|it| it.is_ok()).count();
        self.instances[1] += outcome.instances.len();
    }
}

/// A generator, and what became of each case with it.
pub(crate) type Column<'a> = (&'a str, &'a [Outcome]);

/// A row for each file and each part of the suite; cases and instances that pass, for each generator.
pub(crate) fn markdown(cases: &[Case], columns: &[Column<'_>]) -> String {
    let mut rows: BTreeMap<(u8, &str), Vec<Count>> = BTreeMap::new();
    for (at, case) in cases.iter().enumerate() {
        let (part, whole) = part_of(&case.file);
        for (name, key) in [(whole, (part, "")), (case.file.as_str(), (part, case.file.as_str()))] {
            let row = rows.entry(if key.1.is_empty() { (part, name) } else { key });
            let counts = row.or_insert_with(|| vec![Count::default(); columns.len()]);
            for (count, (_, outcomes)) in counts.iter_mut().zip(columns) {
                count.add(&outcomes[at]);
            }
            if case.file == SHAPES {
                break;
            }
        }
    }
    let mut text = String::from("| file | cases | instances |");
    for (name, _) in columns {
        write!(text, " {name}: cases | instances |").expect("text");
    }
    text.push_str(&format!("\n| --- | --- | --- |{}\n", " --- | --- |".repeat(columns.len())));
    for ((_, name), counts) in rows {
        let of = counts[0];
        write!(text, "| {name} | {} | {} |", of.cases[1], of.instances[1]).expect("text");
        for count in counts {
            write!(text, " {} | {} |", count.cases[0], count.instances[0]).expect("text");
        }
        text.push('\n');
    }
    text
}

/// The page, and the table in it, from line to line.
fn page() -> (std::path::PathBuf, Vec<String>, std::ops::Range<usize>) {
    let path = workspace().join("docs/conformance.md");
    let text = std::fs::read_to_string(&path).expect("the page");
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let start = lines.iter().position(|line| line.starts_with("| file | cases |")).expect("the table of the page");
    let end = (start..lines.len()).find(|at| !lines[*at].starts_with('|')).unwrap_or(lines.len());
    (path, lines, start..end)
}

/// With `BLESS`, puts a table into the page.
pub(crate) fn write(table: &str) {
    if std::env::var_os("BLESS").is_some() {
        let (path, mut lines, range) = page();
        lines.splice(range, table.lines().map(str::to_owned));
        std::fs::write(path, lines.join("\n") + "\n").expect("the page is written");
    }
}

/// The rows of a table of ours alone that the page has otherwise. With `BLESS`, they are put there; the columns of others
/// stay.
pub(crate) fn differing(table: &str) -> Vec<String> {
    let (_, lines, range) = page();
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let rows: Vec<Vec<String>> = lines[range].iter().map(|line| cells(line)).collect();
    let mut differing = Vec::new();
    let mut whole = String::new();
    for line in table.lines() {
        let ours = cells(line);
        // `| file | cases | instances | ours | ours |`, and an empty cell behind the last bar.
        let own = ours.len() - 1;
        let row = rows.iter().find(|row| row.get(1) == ours.get(1));
        if row.is_none_or(|row| row.get(..own) != ours.get(..own)) {
            differing.push(line.to_owned());
        }
        let others = row.and_then(|row| row.get(own..row.len().saturating_sub(1))).unwrap_or_default();
        let all: Vec<String> = ours[1..own].iter().chain(others).cloned().collect();
        whole.push_str(&format!("| {} |\n", all.join(" | ")));
    }
    if differing.is_empty() || std::env::var_os("BLESS").is_none() {
        return differing;
    }
    write(&whole);
    Vec::new()
}

/// The part of the suite that a file belongs to, and its name; it sorts before the names of files.
fn part_of(file: &str) -> (u8, &'static str) {
    match file {
        SHAPES => (3, "**shapes of the corpus**"),
        file if file.starts_with("optional/format/") => (2, "**optional: formats**"),
        file if file.starts_with("optional/") => (1, "**optional**"),
        _ => (0, "**required**"),
    }
}

/// How many instances needed which exception of the round trip.
pub(crate) fn exceptions(outcomes: &[Outcome]) -> String {
    let mut uses: BTreeMap<Exception, usize> = BTreeMap::new();
    for used in outcomes.iter().flat_map(|outcome| &outcome.instances).flatten() {
        for exception in used {
            *uses.entry(*exception).or_default() += 1;
        }
    }
    uses.into_iter().map(|(exception, count)| format!("{count} instances: {}\n", exception.text())).collect()
}
