//! Defaults of fields: whether a value is one of a type, and what becomes of it in Rust.

use super::tree::{Body, Primitive, Schema, Type};
use crate::model::{Literal, TypeUse};
use crate::source::{Node, Value};

/// Whether a JSON value is a default of a type, as the specification writes them: bytes as a string, a union as a value of
/// any of its branches.
pub(super) fn fits(schema: &Schema, ty: &Type, node: &Node) -> bool {
    match ty {
        Type::Primitive(primitive) | Type::Logical(_, primitive) => primitive_fits(*primitive, node),
        Type::Array(items) => node.as_array().is_some_and(|list| list.iter().all(|item| fits(schema, items, item))),
        Type::Map(values) => {
            node.as_object().is_some_and(|object| object.iter().all(|(_, value)| fits(schema, values, value)))
        }
        Type::Union(branches, _) => branches.iter().any(|branch| fits(schema, branch, node)),
        Type::Named(at) => match schema.named.get(*at).map(|named| &named.body) {
            Some(Body::Enum(symbols, _)) => {
                node.scalar_text().is_some_and(|text| symbols.iter().any(|symbol| symbol == text))
            }
            Some(Body::Fixed(size, _)) => {
                octets(node) && node.as_str().is_some_and(|text| text.chars().count() == *size)
            }
            Some(Body::Record(fields)) => node.as_object().is_some_and(|object| {
                fields.iter().all(|field| match object.get(&field.name) {
                    Some(value) => fits(schema, &field.ty, value),
                    None => field.default.is_some(),
                })
            }),
            None => false,
        },
    }
}

fn primitive_fits(primitive: Primitive, node: &Node) -> bool {
    let integer = || node.as_integer();
    match primitive {
        Primitive::Null => node.is_null(),
        Primitive::Boolean => node.as_bool().is_some(),
        Primitive::Int => integer().is_some_and(|value| i32::try_from(value).is_ok()),
        Primitive::Long => integer().is_some_and(|value| i64::try_from(value).is_ok()),
        Primitive::Float | Primitive::Double => node.as_f64().is_some_and(f64::is_finite),
        Primitive::Bytes => octets(node),
        Primitive::String => node.as_str().is_some(),
    }
}

/// A string of characters up to U+00FF.
fn octets(node: &Node) -> bool {
    node.as_str().is_some_and(|text| text.chars().all(|character| u32::from(character) < 256))
}

/// The default of a field whose Rust type has a plain literal for it: booleans, numbers, strings, symbols, and empty
/// arrays and maps. Others are of use to schema resolution alone.
pub(super) fn literal(schema: &Schema, ty: &Type, rust: &TypeUse, node: &Node) -> Option<Literal> {
    let is_enum = |at: &usize| matches!(schema.named.get(*at).map(|named| &named.body), Some(Body::Enum(..)));
    match (ty, node.value()) {
        (Type::Primitive(Primitive::Boolean), Value::Bool(value)) => Some(Literal::Bool(*value)),
        (Type::Primitive(Primitive::Int | Primitive::Long), _) => Some(Literal::Number(node.as_integer()?.to_string())),
        (Type::Primitive(Primitive::Float | Primitive::Double), _) => {
            Some(Literal::Number(format!("{:?}", node.as_f64()?)))
        }
        (Type::Primitive(Primitive::String), Value::String(text)) => Some(Literal::String(text.to_string())),
        (Type::Named(at), _) if is_enum(at) && matches!(rust, TypeUse::Named(_)) => {
            Some(Literal::String(node.scalar_text()?.to_owned()))
        }
        (Type::Array(_), Value::Array(items)) if items.is_empty() => Some(Literal::Array(Vec::new())),
        (Type::Map(_), Value::Object(entries)) if entries.is_empty() => Some(Literal::Object(Vec::new())),
        _ => None,
    }
}
