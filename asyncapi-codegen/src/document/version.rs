//! Whether this is an AsyncAPI document, and of which version.

use super::Version;
use crate::diagnostic::catalogue::load;
use crate::diagnostic::{Diagnostic, Sink, suggest};
use crate::source::{FileId, Node, Span, Value};

const KNOWN: [(&str, Version); 9] = [
    ("2.0.0", Version::V2(0)),
    ("2.1.0", Version::V2(1)),
    ("2.2.0", Version::V2(2)),
    ("2.3.0", Version::V2(3)),
    ("2.4.0", Version::V2(4)),
    ("2.5.0", Version::V2(5)),
    ("2.6.0", Version::V2(6)),
    ("3.0.0", Version::V3(0)),
    ("3.1.0", Version::V3(1)),
];

/// The version of a document; reports what is no document, or of a version that nobody knows.
pub(super) fn of(root: &Node, file: FileId, sink: &mut Sink) -> Option<Version> {
    let start = Span::start_of(file);
    let Some(object) = root.as_object() else {
        let fault = Diagnostic::new(&load::NOT_ASYNCAPI, start, "this is not an AsyncAPI document");
        sink.push(fault.label(format!("expected an object, found {}", root.kind())).help(FIRST_LINE));
        return None;
    };
    let Some(version) = object.get("asyncapi") else {
        sink.push(without_version(root, start));
        return None;
    };
    match version.value() {
        Value::String(text) => {
            if let Some((_, version)) = KNOWN.iter().find(|(known, _)| *known == &**text) {
                return Some(*version);
            }
            sink.push(unknown(text, version.span()));
        }
        Value::Number(text) => {
            let fault = Diagnostic::new(&load::UNKNOWN_VERSION, version.span(), "the version must be a string");
            sink.push(fault.label(format!("found {}", version.kind())).help(format!("write `'{}'`", nearest(text))));
        }
        _ => {
            let fault = Diagnostic::new(&load::UNKNOWN_VERSION, version.span(), "the version must be a string");
            sink.push(fault.label(format!("found {}", version.kind())).help(FIRST_LINE));
        }
    }
    None
}

const FIRST_LINE: &str = "a document begins with the version of the specification, such as `asyncapi: 3.0.0`";

/// A root object without `asyncapi`: perhaps it is something else.
fn without_version(root: &Node, start: Span) -> Diagnostic {
    let other = ["openapi", "swagger", "$schema", "raml", "smithy"]
        .into_iter()
        .find_map(|field| root.as_object()?.entry(field).map(|(key, _)| (field, key.span)));
    let fault = Diagnostic::new(&load::NOT_ASYNCAPI, start, "this is not an AsyncAPI document");
    match other {
        Some((field @ ("openapi" | "swagger"), span)) => {
            Diagnostic::new(&load::NOT_ASYNCAPI, span, "this is an OpenAPI document, not an AsyncAPI one")
                .label(format!("`{field}` in the place of `asyncapi`"))
                .help("OpenAPI describes request–response over HTTP; this tool reads AsyncAPI")
        }
        Some((field, span)) => Diagnostic::new(&load::NOT_ASYNCAPI, span, "this is not an AsyncAPI document")
            .label(format!("`{field}`, but no `asyncapi`"))
            .help(FIRST_LINE),
        None => {
            let keys = root.as_object().into_iter().flat_map(|object| object.iter()).map(|(key, _)| &*key.text);
            let typo = suggest("asyncapi", keys).map(|key| format!("`{key}` should be `asyncapi`"));
            let help = typo.unwrap_or_else(|| FIRST_LINE.to_owned());
            fault.label("the field `asyncapi` is missing").help(help)
        }
    }
}

fn unknown(text: &str, span: Span) -> Diagnostic {
    let message = format!("AsyncAPI version `{text}` is not supported");
    let fault = Diagnostic::new(&load::UNKNOWN_VERSION, span, message);
    if text.starts_with("1.") {
        return fault
            .label("a version without channels and operations")
            .help("convert the document with the official converter: `asyncapi convert FILE --target-version 3.0.0`");
    }
    let near = nearest(text);
    let known = KNOWN.map(|(known, _)| known).join(", ");
    fault.label("unknown").help(format!("did you mean `{near}`? Supported are {known}"))
}

/// The known version that is most like `text`.
fn nearest(text: &str) -> &'static str {
    let mut parts = text.trim_start_matches('v').split('.');
    let major = parts.next().unwrap_or_default();
    let minor = parts.next().unwrap_or("0");
    let wanted = format!("{major}.{minor}.0");
    KNOWN.iter().map(|(known, _)| *known).find(|known| *known == wanted).unwrap_or(match major {
        "2" => "2.6.0",
        _ => "3.1.0",
    })
}
