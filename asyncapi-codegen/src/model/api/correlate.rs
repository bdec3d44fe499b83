//! Correlation: where a request and its reply carry the id, and what an id looks like there.
//!
//! Input: the messages of an operation and of its reply. Output: a [`Correlation`] for each that has a place for the id.
//! Invariant: an id that is made up as [`IdKind`] says satisfies the schema of its place, as far as that is understood.

use super::facts::Facts;
use super::message::encoding;
use super::operation::expression;
use super::{Codec, Correlation, Expression, IdKind};
use crate::document::{self, Document};
use crate::source::Node;

/// The largest integer that every reader of JSON keeps as it is.
const MOST: i64 = (1 << 53) - 1;
/// The lengths of texts that are made up.
const LENGTHS: (u64, u64) = (18, 40);
/// How deep references and compositions are followed.
const LONGEST_CHAIN: usize = 24;
/// How many schemas are looked at for one place.
const MOST_SCHEMAS: usize = 200;

/// Where a message carries its id, by its own word.
pub(super) fn correlation(document: &Document, message: &document::Message) -> Option<Correlation> {
    let location = expression(&message.correlation_id.as_ref()?.value);
    Some(Correlation { id: id_kind(document, message, &location), location })
}

/// Where a message that says nothing carries the id: where the others of the exchange do, if they agree. `declared` asks
/// that its payload names the place.
pub(super) fn inherited(
    document: &Document,
    message: &document::Message,
    others: &[&document::Message],
    declared: bool,
) -> Option<Correlation> {
    let mut told = others.iter().filter_map(|other| other.correlation_id.as_ref()).map(|it| expression(&it.value));
    let location = told.next()?;
    if told.any(|other| other != location) {
        return None;
    }
    let id = id_kind(document, message, &location);
    if !location.in_header && (declared || id == IdKind::Own) {
        let payload = message.payload.as_ref()?;
        if places(document, &payload.schema, &location.pointer).is_empty() {
            return None;
        }
    }
    Some(Correlation { location, id })
}

/// What an id looks like at a place.
fn id_kind(document: &Document, message: &document::Message, location: &Expression) -> IdKind {
    let schema = if location.in_header { &message.headers } else { &message.payload };
    if !location.in_header && encoding(document, message).0 != Codec::Json {
        return IdKind::Own;
    }
    let Some(schema) = schema else { return IdKind::Text };
    let found = places(document, &schema.schema, &location.pointer);
    if found.is_empty() {
        let closed = Facts::of(document, &schema.schema).closed;
        return if closed || (location.pointer.is_empty() && !location.in_header) { IdKind::Own } else { IdKind::Text };
    }
    kind_of(&found)
}

/// The schemas that are about a place.
fn places(document: &Document, schema: &Node, path: &[String]) -> Vec<Node> {
    let mut at = parts(document, schema);
    for segment in path {
        let properties = at.iter().filter_map(|part| part.get("properties")?.get(segment));
        at = properties.flat_map(|property| parts(document, property)).take(MOST_SCHEMAS).collect();
    }
    at
}

/// A schema with all that it is made of.
fn parts(document: &Document, schema: &Node) -> Vec<Node> {
    let mut open = vec![(schema.clone(), 0)];
    let mut found = Vec::new();
    while let Some((node, chain)) = open.pop() {
        if chain > LONGEST_CHAIN || found.len() >= MOST_SCHEMAS {
            break;
        }
        if let Some(target) = document.resolve(&node) {
            open.push((target.node.clone(), chain + 1));
        }
        for keyword in ["allOf", "oneOf", "anyOf"] {
            let arms = node.get(keyword).and_then(Node::as_array).unwrap_or_default();
            open.extend(arms.iter().map(|arm| (arm.clone(), chain + 1)));
        }
        found.push(node);
    }
    found
}

fn kind_of(parts: &[Node]) -> IdKind {
    const DEMANDS: &[&str] = &["const", "enum", "pattern", "not", "if", "multipleOf"];
    if parts.iter().any(|part| DEMANDS.iter().any(|keyword| part.get(keyword).is_some())) {
        return IdKind::Own;
    }
    let mut types: Vec<&str> = Vec::new();
    for part in parts {
        let Some(named) = part.get("type") else { continue };
        let all = named.as_array().unwrap_or(std::slice::from_ref(named));
        types.extend(all.iter().filter_map(Node::as_str));
    }
    let formats: Vec<&str> = parts.iter().filter_map(|part| part.get("format")?.as_str()).collect();
    if types.is_empty() || types.contains(&"string") {
        return match formats.as_slice() {
            ["uuid", rest @ ..] if rest.iter().all(|other| *other == "uuid") => IdKind::Uuid,
            [] if has_room(parts) => IdKind::Text,
            _ => IdKind::Own,
        };
    }
    if types.iter().all(|ty| matches!(*ty, "integer" | "number" | "null")) {
        return bounds(parts, &formats);
    }
    IdKind::Own
}

fn has_room(parts: &[Node]) -> bool {
    let limits = |keyword: &'static str| parts.iter().filter_map(move |part| number(part.get(keyword)?));
    limits("minLength").all(|least| least <= LENGTHS.0 as f64)
        && limits("maxLength").all(|most| most >= LENGTHS.1 as f64)
}

fn bounds(parts: &[Node], formats: &[&str]) -> IdKind {
    let (mut least, mut most) = (1.0f64, MOST as f64);
    if formats.contains(&"int32") {
        most = f64::from(i32::MAX);
    }
    for part in parts {
        let limit = |keyword: &str| part.get(keyword).and_then(number);
        let lower = limit("minimum").into_iter().chain(limit("exclusiveMinimum").map(|it| it + 1.0));
        least = lower.fold(least, f64::max);
        let upper = limit("maximum").into_iter().chain(limit("exclusiveMaximum").map(|it| it - 1.0));
        most = upper.fold(most, f64::min);
    }
    let (least, most) = (least.ceil(), most.floor());
    // A few numbers would soon be in use.
    if most - least < 1000.0 { IdKind::Own } else { IdKind::Integer { least: least as i64, most: most as i64 } }
}

fn number(node: &Node) -> Option<f64> {
    match super::literal::literal_of(node) {
        crate::model::Literal::Number(text) => text.parse().ok(),
        _ => None,
    }
}
