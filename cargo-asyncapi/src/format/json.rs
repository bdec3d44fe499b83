//! For programs: one JSON object, described in the README. `version` changes when a field goes or changes its meaning.

use asyncapi_codegen::diagnostic::{Severity, render_as};
use asyncapi_codegen::engine::Finding;
use asyncapi_codegen::source::{Sources, Span};
use serde_json::{Value, json};

use crate::check::{Examined, Report};
use crate::place::{Position, region};

/// The text; ends with a line break.
pub(super) fn write(report: &Report) -> String {
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
    let value = json!({
        "version": 1,
        "documents": documents.collect::<Vec<_>>(),
        "findings": report.findings().map(|(document, finding)| found(document, finding)).collect::<Vec<_>>(),
        "problems": problems.collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn found(document: &Examined, finding: &Finding) -> Value {
    let sources = &document.checked.sources;
    let diagnostic = &finding.diagnostic;
    let label = |span, text: &str| json!({ "place": place(sources, span), "text": text });
    let related = diagnostic.related.iter().map(|related| label(related.span, &related.text));
    json!({
        "code": diagnostic.code.id,
        "severity": finding.severity.word(),
        "title": diagnostic.code.title,
        "message": diagnostic.message,
        "document": document.path,
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
