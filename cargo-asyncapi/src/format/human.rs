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
    let found = match (errors, warnings) {
        (0, 0) => "no faults".to_owned(),
        (errors, 0) => many(errors, "error"),
        (0, warnings) => many(warnings, "warning"),
        (errors, warnings) => format!("{}, {}", many(errors, "error"), many(warnings, "warning")),
    };
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
