//! For people: each finding as rustc shows its own, then what sums up.

use asyncapi_codegen::diagnostic::{Severity, render_as};
use asyncapi_codegen::engine::Finding;
use asyncapi_codegen::source::Sources;

use crate::check::{Examined, Report};

/// As rustc shows it, with an empty line behind it.
pub(super) fn finding(sources: &Sources, finding: &Finding, colored: bool) -> String {
    format!("{}\n\n", render_as(finding.severity, colored, sources, &finding.diagnostic))
}

/// The problems, and what sums up.
pub(super) fn tail(report: &Report) -> String {
    let mut out = String::new();
    for problem in &report.problems {
        out.push_str(&format!("error: {}\n\n", problem.message));
    }
    out.push_str(&worst(report));
    out.push_str(&summary(report));
    out.push('\n');
    out
}

/// So many documents are named as the worst.
const WORST: usize = 5;

/// The documents with the most errors, then warnings, if so much was found that this says something.
fn worst(report: &Report) -> String {
    let weight = |document: &&Examined| (document.count(Severity::Error), document.count(Severity::Warning));
    let mut found: Vec<&Examined> = report.documents.iter().filter(|document| weight(document) > (0, 0)).collect();
    if !report.searched || found.len() < 2 {
        return String::new();
    }
    // Stable: of equals, the first one stays the first.
    found.sort_by_key(|document| std::cmp::Reverse(weight(document)));
    let mut out = String::from("most was found in\n");
    for document in found.iter().take(WORST) {
        let (errors, warnings) = weight(document);
        out.push_str(&format!("  {}: {}\n", document.path, counts(errors, warnings, 0)));
    }
    if found.len() > WORST {
        out.push_str(&format!("  and {} more\n", found.len() - WORST));
    }
    out.push('\n');
    out
}

fn summary(report: &Report) -> String {
    let errors = report.count(Severity::Error) + report.problems.len();
    let found = counts(errors, report.count(Severity::Warning), report.count(Severity::Info));
    match report.documents.as_slice() {
        [document] if !report.searched && report.problems.iter().all(|problem| problem.path == document.path) => {
            format!("{}: {found}", document.path)
        }
        documents => {
            let checked = format!("{} checked{}: {found}", many(documents.len(), "document"), time(report));
            match report.skipped {
                0 => checked,
                skipped => format!("{checked} ({} skipped: not AsyncAPI)", many(skipped, "other file")),
            }
        }
    }
}

fn time(report: &Report) -> String {
    if report.searched { format!(" in {:.2} s", report.time.as_secs_f64()) } else { String::new() }
}

fn counts(errors: usize, warnings: usize, infos: usize) -> String {
    let counts = [(errors, "error"), (warnings, "warning"), (infos, "info")];
    let found: Vec<String> =
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| many(count, what)).collect();
    if found.is_empty() { "no faults".to_owned() } else { found.join(", ") }
}

fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
