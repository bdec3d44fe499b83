//! For GitHub Actions: a workflow command for each finding, which becomes an annotation.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use std::fmt::Write as _;

use asyncapi_codegen::diagnostic::Severity;
use asyncapi_codegen::source::{Sources, Span};

use super::full_text;
use crate::check::Report;
use crate::place::region;

/// The text: a line for each finding.
pub(super) fn write(report: &Report) -> String {
    let mut out = String::new();
    for (document, finding) in report.findings() {
        let diagnostic = &finding.diagnostic;
        let place = place(&document.checked.sources, diagnostic.label.span);
        let title = property(&format!("asyncapi[{}]", diagnostic.code.id));
        let text = data(&full_text(diagnostic));
        // Writing into a `String` does not fail.
        let _ = writeln!(out, "::{} {place}title={title}::{text}", command(finding.severity));
    }
    for problem in &report.problems {
        let _ = writeln!(out, "::error title=cargo asyncapi::{}", data(&problem.message));
    }
    out
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

/// The properties that say where, each followed by a comma.
fn place(sources: &Sources, span: Span) -> String {
    let Some(region) = region(sources, span) else { return String::new() };
    let path = region.path.strip_prefix("./").unwrap_or(region.path);
    let (start, end) = (region.start, region.end);
    let mut place = format!("file={},line={},endLine={},", property(path), start.line, end.line);
    // GitHub refuses columns of an annotation over several lines.
    if start.line == end.line {
        let _ = write!(place, "col={},endColumn={},", start.column, end.column);
    }
    place
}

/// A text, with what would end the command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property's value, with what would end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("50 %\r\na: b, c"), "50 %25%0D%0Aa: b, c");
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
    }
}
