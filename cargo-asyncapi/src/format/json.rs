//! For programs: one JSON object, described in the README. `version` changes when a field goes or changes its meaning.

use asyncapi_codegen::diagnostic::{Severity, render_as};
use asyncapi_codegen::engine::Finding;
use asyncapi_codegen::source::{Sources, Span};
use serde_json::{Value, json};

use super::indented;
use crate::check::Report;
use crate::place::{Position, region};

/// What stands before the findings.
pub(super) const HEAD: &str = "{\n  \"version\": 1,\n  \"findings\": [";

/// An object, as it stands in the list.
pub(super) fn finding(document: &str, sources: &Sources, finding: &Finding) -> String {
    format!("    {}", indented(&found(document, sources, finding), 4))
}

/// The rest of the object.
pub(super) fn tail(report: &Report) -> String {
    let documents = report.documents.iter().map(|document| {
        json!({
            "path": document.path,
            "errors": document.count(Severity::Error),
            "warnings": document.count(Severity::Warning),
            "infos": document.count(Severity::Info),
        })
    });
    let problems =
        report.problems.iter().map(|problem| json!({ "document": problem.path, "message": problem.message }));
    let documents = indented(&documents.collect(), 2);
    let problems = indented(&problems.collect(), 2);
    format!(
        "\n  ],\n  \"documents\": {documents},\n  \"problems\": {problems},\n  \"skipped\": {}\n}}\n",
        report.skipped
    )
}

fn found(document: &str, sources: &Sources, finding: &Finding) -> Value {
    let diagnostic = &finding.diagnostic;
    let label = |span, text: &str| json!({ "place": place(sources, span), "text": text });
    let related = diagnostic.related.iter().map(|related| label(related.span, &related.text));
    json!({
        "code": diagnostic.code.id,
        "severity": finding.severity.word(),
        "title": diagnostic.code.title,
        "message": diagnostic.message,
        "document": document,
        "label": label(diagnostic.label.span, &diagnostic.label.text),
        "related": related.collect::<Vec<_>>(),
        "help": diagnostic.help,
        "rendered": render_as(finding.severity, false, sources, diagnostic),
    })
}

fn place(sources: &Sources, span: Span) -> Value {
    region(sources, span).map_or(
        Value::Null,
        |region| json!({ "file": region.path, "start": position(region.start), "end": position(region.end) }),
    )
}

fn position(position: Position) -> Value {
    json!({ "line": position.line, "column": position.column, "offset": position.offset })
}
