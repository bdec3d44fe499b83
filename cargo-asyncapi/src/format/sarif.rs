//! For code scanning: SARIF 2.1.0. <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use std::path::Path;

use asyncapi_codegen::diagnostic::Severity;
use asyncapi_codegen::diagnostic::catalogue::CATALOGUE;
use asyncapi_codegen::engine::Finding;
use asyncapi_codegen::source::{Sources, Span};
use serde_json::{Value, json};

use super::{full_text, indented};
use crate::check::Report;
use crate::place::region;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What stands before the results.
pub(super) fn head() -> String {
    let driver = json!({ "driver": {
        "name": "cargo-asyncapi",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules(),
    } });
    let tool = indented(&driver, 6);
    format!(
        "{{\n  \"$schema\": \"{SCHEMA}\",\n  \"version\": \"2.1.0\",\n  \"runs\": [\n    {{\n      \"tool\": {tool},\n      \
         \"columnKind\": \"utf16CodeUnits\",\n      \"results\": ["
    )
}

/// A result, as it stands in the list.
pub(super) fn finding(sources: &Sources, finding: &Finding) -> String {
    format!("        {}", indented(&result(sources, finding), 8))
}

/// The rest of the one run.
pub(super) fn tail(report: &Report) -> String {
    let notifications = report
        .problems
        .iter()
        .map(|problem| json!({ "level": "error", "message": { "text": problem.message } }))
        .collect::<Vec<_>>();
    let invocations = json!([{
        "executionSuccessful": report.problems.is_empty(),
        "toolExecutionNotifications": notifications,
    }]);
    let invocations = indented(&invocations, 6);
    format!("\n      ],\n      \"invocations\": {invocations}\n    }}\n  ]\n}}\n")
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn rules() -> Vec<Value> {
    let rule = |code: &&asyncapi_codegen::diagnostic::Code| {
        json!({
            "id": code.id,
            "shortDescription": { "text": code.title },
            "fullDescription": { "text": code.explanation },
            "defaultConfiguration": { "level": level(code.severity) },
        })
    };
    CATALOGUE.iter().map(rule).collect()
}

fn result(sources: &Sources, finding: &Finding) -> Value {
    let diagnostic = &finding.diagnostic;
    let place = physical_location(sources, diagnostic.label.span);
    let related = (1..).zip(&diagnostic.related).filter_map(|(id, label)| {
        let place = physical_location(sources, label.span)?;
        Some(json!({ "id": id, "message": { "text": label.text }, "physicalLocation": place }))
    });
    json!({
        "ruleId": diagnostic.code.id,
        "ruleIndex": CATALOGUE.iter().position(|code| code.id == diagnostic.code.id),
        "level": level(finding.severity),
        "message": { "text": full_text(diagnostic) },
        "locations": place.map(|place| json!({ "physicalLocation": place })).into_iter().collect::<Vec<_>>(),
        "relatedLocations": related.collect::<Vec<_>>(),
    })
}

fn physical_location(sources: &Sources, span: Span) -> Option<Value> {
    let region = region(sources, span)?;
    let (start, end) = (region.start, region.end);
    Some(json!({
        "artifactLocation": { "uri": uri(region.path) },
        "region": {
            "startLine": start.line,
            "startColumn": start.utf16,
            "endLine": end.line,
            "endColumn": end.utf16,
        },
    }))
}

/// A path as a URI: relative to where the command runs, or from the root of the file system.
fn uri(path: &str) -> String {
    if path.starts_with("http://") || path.starts_with("https://") {
        return path.to_owned();
    }
    let mut uri = if Path::new(path).is_absolute() { "file://".to_owned() } else { String::new() };
    for byte in path.strip_prefix("./").unwrap_or(path).bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("./docs/chat.yaml"), "docs/chat.yaml");
        assert_eq!(uri("a b/ü#?.yaml"), "a%20b/%C3%BC%23%3F.yaml");
        assert_eq!(uri("/srv/chat.yaml"), "file:///srv/chat.yaml");
        assert_eq!(uri("https://example.com/a.yaml?b"), "https://example.com/a.yaml?b");
    }
}
