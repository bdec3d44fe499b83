//! All that a definition says, in some form: equal texts are equal types.
//!
//! Documents repeat a message in each text that needs it, as texts in a document cannot import one another.

use std::fmt::Write as _;

use super::tree::{Schema, Type};
use crate::collections::HashSet;

/// In schemas with more types, types are compared by their places.
const MOST_COMPARED: usize = 200;

/// What the message or enum says, with all that it holds; in a large schema, where it stands.
pub(super) fn says(schema: &Schema, ty: &Type) -> String {
    let mut out = String::new();
    if schema.messages.len() + schema.enums.len() > MOST_COMPARED {
        let place = match ty {
            Type::Message(at) => schema.messages.get(*at).map(|it| (&it.full, it.span)),
            Type::Enum(at) => schema.enums.get(*at).map(|it| (&it.full, it.span)),
            _ => None,
        };
        let _ = write!(out, "{place:?}");
        return out;
    }
    let mut open = vec![ty.clone()];
    let mut written = HashSet::new();
    while let Some(ty) = open.pop() {
        match ty {
            Type::Message(at) if written.insert((true, at)) => message(schema, at, &mut out, &mut open),
            Type::Enum(at) if written.insert((false, at)) => {
                let Some(it) = schema.enums.get(at) else { continue };
                let _ = write!(out, "enum {} {:?} {}", it.full, it.doc, it.deprecated);
                for value in &it.values {
                    let _ = write!(out, "{} {} {:?} {}", value.name, value.number, value.doc, value.deprecated);
                }
            }
            _ => {}
        }
    }
    out
}

fn message(schema: &Schema, at: usize, out: &mut String, open: &mut Vec<Type>) {
    let Some(message) = schema.messages.get(at) else { return };
    let proto3 = schema.files.get(message.file).is_some_and(|file| file.proto3);
    let _ = write!(out, "message {} {:?} {} {proto3}", message.full, message.doc, message.deprecated);
    for oneof in &message.oneofs {
        let _ = write!(out, "oneof {} {:?}", oneof.name, oneof.doc);
    }
    for field in &message.fields {
        let (default, packed) = (field.default.as_ref().map(|it| &it.0), field.packed.map(|it| it.0));
        let _ = write!(
            out,
            "{:?} {} {} {:?} {:?} {} {default:?} {packed:?}",
            field.label, field.name, field.number, field.oneof, field.doc, field.deprecated
        );
        let (map, ty) = match &field.ty {
            Type::Map(key, value) => (key.name(), &**value),
            ty => ("", ty),
        };
        let name = match ty {
            Type::Message(at) => schema.messages.get(*at).map(|it| it.full.as_str()),
            Type::Enum(at) => schema.enums.get(*at).map(|it| it.full.as_str()),
            Type::Scalar(scalar) => Some(scalar.name()),
            Type::Known(name) => Some(*name),
            Type::Name(_) | Type::Map(..) | Type::Broken => None,
        };
        let _ = write!(out, "{map} {name:?}");
        open.push(ty.clone());
    }
}
