//! The parsing canonical form of a schema, and its fingerprint.
//!
//! Canonical forms are those of the specification ("Parsing Canonical Form for Schemas"). The one that goes into the
//! generated code differs from it where the runtime's crate calls a branch of a union by a name that another branch could
//! have as well: a name without a namespace gets the namespace `0`, and a short name that is one of the crate's own gets an
//! underscore. Names are of no matter to the binary encoding; fingerprints are those of the true form.

use super::tree::{Body, Schema, Type};
use crate::collections::HashSet;
use crate::model::schema::literal;

/// What the runtime's crate calls the branches that have no name.
const TAKEN: [&str; 11] =
    ["Null", "Boolean", "Int", "Long", "Float", "Double", "Bytes", "String", "Array", "Map", "Union"];

/// The name of a named type in the schema that the runtime reads.
pub(super) fn wire_name(full: &str) -> String {
    let (namespace, short) = full.rsplit_once('.').unwrap_or(("0", full));
    let taken = TAKEN.contains(&short.trim_end_matches('_'));
    format!("{namespace}.{short}{}", if taken { "_" } else { "" })
}

/// The canonical form of a type, as the specification has it.
pub(super) fn canonical(schema: &Schema, ty: &Type) -> String {
    Writer::new(schema, str::to_owned).whole(ty)
}

/// The same with the names that the runtime's crate tells apart.
pub(super) fn for_the_wire(schema: &Schema, ty: &Type) -> String {
    Writer::new(schema, wire_name).whole(ty)
}

/// All that a named type says, in some form: equal texts are equal types.
pub(super) fn in_full(schema: &Schema, at: usize) -> String {
    let writer = Writer { in_full: true, ..Writer::new(schema, str::to_owned) };
    writer.whole(&Type::Named(at))
}

struct Writer<'a> {
    schema: &'a Schema,
    /// Whether to write what canonical forms leave out: docs, defaults, logical types.
    in_full: bool,
    /// Named types that stand in full already.
    written: HashSet<usize>,
    rename: fn(&str) -> String,
    out: String,
}

impl<'a> Writer<'a> {
    fn new(schema: &'a Schema, rename: fn(&str) -> String) -> Self {
        Self { schema, in_full: false, written: HashSet::new(), rename, out: String::new() }
    }

    /// Writes what only the full form has.
    fn also(&mut self, what: &dyn std::fmt::Debug) {
        if self.in_full {
            self.out.push_str(&format!("{what:?}"));
        }
    }

    fn whole(mut self, ty: &Type) -> String {
        self.ty(ty);
        self.out
    }

    fn ty(&mut self, ty: &Type) {
        match ty {
            Type::Primitive(primitive) => self.string(primitive.name()),
            Type::Logical(logical, primitive) => {
                self.string(primitive.name());
                self.also(logical);
            }
            Type::Array(items) => {
                self.out.push_str(r#"{"type":"array","items":"#);
                self.ty(items);
                self.out.push('}');
            }
            Type::Map(values) => {
                self.out.push_str(r#"{"type":"map","values":"#);
                self.ty(values);
                self.out.push('}');
            }
            Type::Union(branches, _) => {
                self.out.push('[');
                for (at, branch) in branches.iter().enumerate() {
                    self.comma(at);
                    self.ty(branch);
                }
                self.out.push(']');
            }
            Type::Named(at) => self.named(*at),
        }
    }

    fn named(&mut self, at: usize) {
        let Some(named) = self.schema.named.get(at) else { return };
        let name = (self.rename)(&named.name);
        if !self.written.insert(at) {
            return self.string(&name);
        }
        self.out.push_str(r#"{"name":"#);
        self.string(&name);
        self.also(&(&named.doc, &named.rust_name));
        match &named.body {
            Body::Record(fields) => {
                self.out.push_str(r#","type":"record","fields":["#);
                for (at, field) in fields.iter().enumerate() {
                    self.comma(at);
                    self.out.push_str(r#"{"name":"#);
                    self.string(&field.name);
                    self.out.push_str(r#","type":"#);
                    self.ty(&field.ty);
                    self.also(&(&field.doc, field.default.as_ref().map(literal)));
                    self.out.push('}');
                }
                self.out.push_str("]}");
            }
            Body::Enum(symbols, default) => {
                self.also(default);
                self.out.push_str(r#","type":"enum","symbols":["#);
                for (at, symbol) in symbols.iter().enumerate() {
                    self.comma(at);
                    self.string(symbol);
                }
                self.out.push_str("]}");
            }
            Body::Fixed(size, logical) => {
                self.also(logical);
                self.out.push_str(&format!(r#","type":"fixed","size":{size}}}"#));
            }
        }
    }

    fn comma(&mut self, at: usize) {
        if at > 0 {
            self.out.push(',');
        }
    }

    fn string(&mut self, text: &str) {
        string(text, &mut self.out);
    }
}

fn string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            character if character < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            character => out.push(character),
        }
    }
    out.push('"');
}

/// CRC-64-AVRO, the Rabin fingerprint of the specification.
pub(super) fn fingerprint(canonical: &str) -> u64 {
    const EMPTY: u64 = 0xc15d_213a_a4d7_a795;
    canonical.bytes().fold(EMPTY, |crc, byte| {
        let low = (0..8).fold((crc ^ u64::from(byte)) & 0xff, |low, _| (low >> 1) ^ (EMPTY & (low & 1).wrapping_neg()));
        (crc >> 8) ^ low
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_of_primitives() {
        // As `fastavro` computes them.
        assert_eq!(fingerprint(r#""int""#), 0x7275_d51a_3f39_5c8f);
        assert_eq!(fingerprint(r#""string""#), 0x8f01_4872_6345_03c7);
    }

    #[test]
    fn names_on_the_wire_are_distinct() {
        for (full, wire) in [
            ("a.b.Order", "a.b.Order"),
            ("Order", "0.Order"),
            ("a.Long", "a.Long_"),
            ("a.Long_", "a.Long__"),
            ("Map", "0.Map_"),
            ("a.Longer", "a.Longer"),
        ] {
            assert_eq!(wire_name(full), wire);
        }
    }
}
