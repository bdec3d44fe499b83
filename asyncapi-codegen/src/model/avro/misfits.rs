//! Examples of messages with Avro schemas: what in them is no value of its type.
//!
//! Values are written as JSON has them, a union as the value of its branch: so does the official parser read them, and so
//! are defaults written.

use super::defaults::fits;
use super::tree::{Body, Reader, Schema, Type};
use crate::diagnostic::Sink;
use crate::document::Document;
use crate::source::{Node, Span};

/// So many misfits of one value are of interest.
const MOST: usize = 100;

/// The places in `value`, which stands behind `key`, that are not what the schema says, each with what is wrong.
pub(in crate::model) fn misfits(document: &Document, schema: &Node, value: &Node, key: Span) -> Vec<(Span, String)> {
    // What is wrong with the schema itself is said where types are made of it.
    let mut unheard = Sink::default();
    let mut reader = Reader::new(document, &mut unheard);
    let Some(ty) = reader.read(schema, "") else { return Vec::new() };
    let schema = std::mem::take(&mut reader.schema);
    let mut found = Vec::new();
    if unheard.as_slice().is_empty() {
        look(&schema, &ty, value, key, &mut found);
    }
    found
}

fn look(schema: &Schema, ty: &Type, value: &Node, place: Span, found: &mut Vec<(Span, String)>) {
    if found.len() >= MOST || fits(schema, ty, value) {
        return;
    }
    let known = found.len();
    match ty {
        Type::Array(item) => {
            value.as_array().into_iter().flatten().for_each(|node| look(schema, item, node, node.span(), found));
        }
        Type::Map(values) => {
            let entries = value.as_object().into_iter().flat_map(|object| object.iter());
            entries.for_each(|(key, node)| look(schema, values, node, span_of(key.span, node), found));
        }
        Type::Named(at) => {
            if let Some(Body::Record(fields)) = schema.named.get(*at).map(|named| &named.body)
                && let Some(object) = value.as_object()
            {
                for field in fields {
                    match object.entry(&field.name) {
                        Some((key, node)) => look(schema, &field.ty, node, span_of(key.span, node), found),
                        None if field.default.is_none() => {
                            found.push((place, format!("field `{}` is missing", field.name)));
                        }
                        None => {}
                    }
                }
            }
        }
        Type::Union(..) | Type::Primitive(_) | Type::Logical(..) => {}
    }
    if found.len() == known {
        found.push((place, format!("{} is not {}", value.kind(), words(schema, ty))));
    }
}

/// The key of an object or an array, which may begin on a later line.
fn span_of(key: Span, node: &Node) -> Span {
    if node.as_object().is_some() || node.as_array().is_some() { key } else { node.span() }
}

fn words(schema: &Schema, ty: &Type) -> String {
    match ty {
        Type::Primitive(primitive) | Type::Logical(_, primitive) => format!("a value of `{}`", primitive.name()),
        Type::Array(_) => "an array of the item's type".to_owned(),
        Type::Map(_) => "a map of the value's type".to_owned(),
        Type::Union(..) => "a value of any branch of the union".to_owned(),
        Type::Named(at) => match schema.named.get(*at) {
            Some(named) if matches!(named.body, Body::Enum(..)) => format!("a symbol of `{}`", named.name),
            Some(named) => format!("a value of `{}`", named.name),
            None => "a value of its type".to_owned(),
        },
    }
}
