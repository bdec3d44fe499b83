//! For GitHub Actions: a workflow command for each finding, which becomes an annotation.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use std::fmt::Write as _;

use asyncapi_codegen::diagnostic::Severity;
use asyncapi_codegen::engine::Finding;
use asyncapi_codegen::source::{Sources, Span};

use super::full_text;
use crate::check::{Problem, Report};
use crate::place::region;

/// A line.
pub(super) fn finding(sources: &Sources, finding: &Finding) -> String {
    let diagnostic = &finding.diagnostic;
    let place = place(sources, diagnostic.label.span);
    let title = property(&format!("asyncapi[{}]", diagnostic.code.id));
    let text = data(&full_text(diagnostic));
    format!("::{} {place}title={title}::{text}\n", command(finding.severity))
}

/// A line for each problem.
pub(super) fn tail(report: &Report) -> String {
    let line = |problem: &Problem| format!("::error title=cargo asyncapi::{}\n", data(&problem.message));
    report.problems.iter().map(line).collect()
}

/// The workflow command for a weight.
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
