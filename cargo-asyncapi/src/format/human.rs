//! For people: each finding as rustc shows its own, then one line that sums up.

use asyncapi_codegen::diagnostic::{Severity, render_as};

use crate::check::Report;

/// The text; ends with a line break.
pub(super) fn write(report: &Report, colored: bool) -> String {
    let mut out = String::new();
    for (document, finding) in report.findings() {
        out.push_str(&render_as(finding.severity, colored, &document.checked.sources, &finding.diagnostic));
        out.push_str("\n\n");
    }
    for problem in &report.problems {
        out.push_str(&format!("error: {}\n\n", problem.message));
    }
    out.push_str(&summary(report));
    out.push('\n');
    out
}

fn summary(report: &Report) -> String {
    let errors = report.count(Severity::Error) + report.problems.len();
    let warnings = report.count(Severity::Warning);
    let infos = report.count(Severity::Info);
    let counts = [(errors, "error"), (warnings, "warning"), (infos, "info")];
    let found: Vec<String> =
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| many(count, what)).collect();
    let found = if found.is_empty() { "no faults".to_owned() } else { found.join(", ") };
    match report.documents.as_slice() {
        [document] if report.problems.iter().all(|problem| problem.path == document.path) => {
            format!("{}: {found}", document.path)
        }
        documents => format!("{} checked: {found}", many(documents.len(), "document")),
    }
}

fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
