//! Fields of messages, and their types.

use super::super::tree::{Field, Label, Scalar, Type, What};
use super::{Diagnostic, Parser, code};

impl Parser<'_, '_> {
    pub(super) fn field(&mut self, at: usize, full: &str, oneof: Option<usize>, from: usize) -> Option<()> {
        let label_span = self.cursor.span();
        let label = match (self.cursor.peek(), self.cursor.peek_second()) {
            (_, "=") => Label::None,
            ("optional", _) => Label::Optional,
            ("required", _) => Label::Required,
            ("repeated", _) => Label::Repeated,
            _ => Label::None,
        };
        if label != Label::None {
            self.cursor.bump();
        }
        if self.cursor.peek() == "group" && self.cursor.peek_second() != "." {
            return self.group();
        }
        let type_from = self.cursor.place();
        let ty = self.field_type()?;
        let ty_span = self.cursor.since(type_from);
        let (name, span) = self.cursor.name("the name of the field")?;
        self.cursor.expect("=")?;
        let (number, number_span) = self.cursor.integer("the number of the field")?;
        let said = self.options()?;
        self.cursor.end_statement();
        self.define(full, &name, What::Other, span);
        let doc = self.cursor.doc(from);
        self.in_message(at)?.fields.push(Field {
            name,
            span,
            number,
            number_span,
            label,
            label_span,
            ty,
            ty_span,
            oneof,
            doc,
            deprecated: said.deprecated,
            default: said.default,
            packed: said.packed,
        });
        Some(())
    }

    fn group(&mut self) -> Option<()> {
        let fault = Diagnostic::new(&code::UNSUPPORTED, self.cursor.span(), "groups are not supported");
        let fault = fault.label("withdrawn from Protobuf long ago");
        self.cursor.sink.push(fault.help("let it be a message, and a field of that type: the bytes differ"));
        self.cursor.skip_statement();
        Some(())
    }

    fn field_type(&mut self) -> Option<Type> {
        if self.cursor.peek() == "map" && self.cursor.peek_second() == "<" {
            self.cursor.bump();
            self.cursor.bump();
            let (key, span) = self.cursor.path("the type of the keys")?;
            let key = match Scalar::of(&key) {
                Some(Scalar::Double | Scalar::Float | Scalar::Bytes) | None => {
                    let text = format!("`{key}` cannot be the key of a map");
                    let fault = Diagnostic::new(&code::FIELD_RULE, span, text);
                    self.cursor.sink.push(fault.label("an integer type, `bool` or `string` can"));
                    Scalar::String
                }
                Some(key) => key,
            };
            self.cursor.expect(",")?;
            let (value, _) = self.cursor.path("the type of the values")?;
            let value = named_type(value);
            self.cursor.expect(">")?;
            return Some(Type::Map(key, Box::new(value)));
        }
        let (name, _) = self.cursor.path("the type of a field")?;
        Some(named_type(name))
    }
}

fn named_type(name: String) -> Type {
    Scalar::of(&name).map_or(Type::Name(name), Type::Scalar)
}
