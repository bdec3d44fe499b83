//! The tree of a schema → types of the model.

use super::tree::{Body, Field as AvroField, Logical, Named, Primitive, Reader, Schema, Type, Unit};
use super::{Avro, Contract, Encoding, Kind, canonical, defaults};
use crate::collections::HashMap;
use crate::diagnostic::catalogue::avro as code;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::names::{self, Scope};
use crate::model::schema::{Schemas, Wanted, markdown, singular};
use crate::model::{
    Additional, Arm, Builtin, Choice, Docs, EnumValue, Field, Foreign, Integer, Literal, Presence, Shape, Struct,
    TypeId, TypeUse, Union,
};
use crate::source::{Node, Span};

/// The named types that were lowered, by what they say: the same definition in two messages is one type.
pub(in crate::model) type Lowered = HashMap<String, TypeId>;

/// Of schemas with more types, types are compared by their places.
const MOST_COMPARED: usize = 200;

/// A longer fixed is held in a buffer of its own rather than in its place.
const LONGEST_ARRAY: usize = 1_024;

impl Schemas<'_> {
    /// The type of a payload with an Avro schema, and its contract; `None`: the schema has a fault, which was reported.
    pub(in crate::model) fn avro(
        &mut self,
        node: &Node,
        hint: &str,
        encoding: Encoding,
        sink: &mut Sink,
    ) -> Option<(TypeUse, Contract)> {
        let faults = sink.as_slice().len();
        let mut reader = Reader::new(self.document(), sink);
        let root = reader.read(node, "");
        let schema = reader.schema;
        report_endless(&schema, sink);
        let Some(root) = root.filter(|_| !new_errors(sink, faults)) else {
            // What reading passed over without a word, such as a reference that leads nowhere, is reported elsewhere.
            return None;
        };
        let mut lowerer = Lowerer { schemas: self, schema: &schema, known: HashMap::new(), sink };
        let place = Place { parent: None, text: hint.to_owned(), span: node.span() };
        let (ty, kind) = lowerer.lower(&root, &place);
        let contract = Contract {
            schema: canonical::for_the_wire(&schema, &root),
            fingerprint: canonical::fingerprint(&canonical::canonical(&schema, &root)),
            kind,
            encoding,
        };
        Some((ty, contract))
    }
}

fn new_errors(sink: &Sink, from: usize) -> bool {
    let new = sink.as_slice().get(from..).unwrap_or_default();
    new.iter().any(|it| it.code.severity == crate::diagnostic::Severity::Error)
}

/// A record that always holds itself has no value that ends.
fn report_endless(schema: &Schema, sink: &mut Sink) {
    let mut ends = vec![false; schema.named.len()];
    // What a type holds is mostly defined before it, so that one round sees nearly everything.
    let mut changed = true;
    while std::mem::take(&mut changed) {
        for (at, named) in schema.named.iter().enumerate() {
            let now = match &named.body {
                Body::Record(fields) => fields.iter().all(|field| ends_by(&field.ty, &ends)),
                Body::Enum(..) | Body::Fixed(..) => true,
            };
            if let Some(known) = ends.get_mut(at).filter(|known| now && !**known) {
                (*known, changed) = (true, true);
            }
        }
    }
    for named in schema.named.iter().zip(&ends).filter(|(_, ends)| !**ends).map(|(named, _)| named) {
        let text = format!("record `{}` always holds itself, so that it has no value", named.name);
        let fault = Diagnostic::new(&code::AVRO_ENDLESS, named.span, text);
        sink.push(fault.help("let one of its fields be a union with `null`, an array or a map"));
    }
}

fn ends_by(ty: &Type, ends: &[bool]) -> bool {
    match ty {
        Type::Named(at) => ends.get(*at).copied().unwrap_or(true),
        Type::Union(branches, _) => branches.iter().any(|branch| ends_by(branch, ends)),
        _ => true,
    }
}

/// Where a type stands, as far as its name is concerned.
#[derive(Clone)]
struct Place {
    parent: Option<TypeId>,
    text: String,
    span: Span,
}

impl Place {
    fn part(&self, text: &str) -> Self {
        Self { parent: self.parent, text: format!("{} {text}", self.text), span: self.span }
    }

    /// One item of a list: of `items` an `item`, of `data` a `data item`.
    fn item(&self) -> Self {
        match singular(&self.text) {
            Some(text) => Self { text, ..self.clone() },
            None => self.part("item"),
        }
    }

    fn wanted(&self) -> Wanted {
        match self.parent {
            Some(parent) => Wanted::Inner(parent, self.text.clone()),
            None => Wanted::Own(self.text.clone()),
        }
    }
}

struct Lowerer<'a, 'd> {
    schemas: &'a mut Schemas<'d>,
    schema: &'a Schema,
    known: HashMap<usize, (TypeUse, Kind)>,
    sink: &'a mut Sink,
}

fn builtin(builtin: Builtin) -> TypeUse {
    TypeUse::Builtin(builtin)
}

impl Lowerer<'_, '_> {
    fn lower(&mut self, ty: &Type, place: &Place) -> (TypeUse, Kind) {
        match ty {
            Type::Primitive(primitive) => plain(*primitive),
            Type::Logical(logical, primitive) => of_logical(*logical, plain(*primitive).1),
            Type::Array(items) => {
                let (ty, kind) = self.lower(items, &place.item());
                (TypeUse::List(Box::new(ty)), Kind::Array(Box::new(kind)))
            }
            Type::Map(values) => {
                let (ty, kind) = self.lower(values, &place.part("value"));
                (TypeUse::Map(Box::new(ty)), Kind::Map(Box::new(kind)))
            }
            Type::Union(branches, span) => self.union(branches, &Place { span: *span, ..place.clone() }),
            Type::Named(at) => self.named(*at),
        }
    }

    fn union(&mut self, branches: &[Type], place: &Place) -> (TypeUse, Kind) {
        let is_null = |ty: &&Type| matches!(ty, Type::Primitive(Primitive::Null));
        let others: Vec<&Type> = branches.iter().filter(|ty| !is_null(ty)).collect();
        let nullable = others.len() < branches.len();
        let (ty, kind) = match others.as_slice() {
            [] => plain(Primitive::Null),
            [only] if nullable => self.lower(only, place),
            _ => self.choice(&others, place),
        };
        if nullable { (TypeUse::Nullable(Box::new(ty)), Kind::Nullable(Box::new(kind))) } else { (ty, kind) }
    }

    /// A union of several types as an enum.
    fn choice(&mut self, branches: &[&Type], place: &Place) -> (TypeUse, Kind) {
        let id = self.schemas.reserve(place.wanted(), place.span);
        let texts: Vec<String> = branches.iter().map(|ty| self.branch_text(ty)).collect();
        let wanted: Vec<_> = texts.iter().map(|text| (names::camel(text), text.as_str())).collect();
        let names = Scope::default().assign(&wanted);
        let mut arms = Vec::new();
        let mut wire = Vec::new();
        for ((ty, name), text) in branches.iter().zip(names).zip(&texts) {
            let inner = Place { parent: Some(id), text: text.clone(), span: place.span };
            let (rust, kind) = self.lower(ty, &inner);
            arms.push(Arm { name, docs: Docs::default(), ty: rust });
            wire.push((self.wire_branch(ty), kind));
        }
        // How the arm of a JSON value is found is of no matter: an Avro value names its branch.
        let shape = Shape::Union(Union { arms, choice: Choice::JsonType(Vec::new()) });
        let docs = Docs { place: self.schemas.place(place.span), ..Docs::default() };
        self.schemas.define_foreign(id, shape, docs, Foreign::Avro(Avro::Union(wire)));
        (TypeUse::Named(id), Kind::Plain("Union"))
    }

    /// What the variant of a branch is called.
    fn branch_text(&self, ty: &Type) -> String {
        match ty {
            Type::Primitive(primitive) => names::camel(primitive.name()),
            Type::Logical(logical, _) => match logical {
                Logical::Decimal { .. } => "Decimal",
                Logical::Uuid => "Uuid",
                Logical::Date => "Date",
                Logical::TimeMillis | Logical::TimeMicros => "Time",
                Logical::Timestamp(_) => "Timestamp",
                Logical::LocalTimestamp(_) => "LocalTimestamp",
                Logical::Duration => "Duration",
            }
            .to_owned(),
            Type::Array(_) => "Array".to_owned(),
            Type::Map(_) => "Map".to_owned(),
            Type::Union(..) => "Union".to_owned(),
            Type::Named(at) => self.schema.named.get(*at).map_or("", |named| short(&named.name)).to_owned(),
        }
    }

    /// What the runtime's crate calls a branch.
    fn wire_branch(&self, ty: &Type) -> String {
        match ty {
            Type::Primitive(primitive) | Type::Logical(_, primitive) => names::camel(primitive.name()),
            Type::Array(_) => "Array".to_owned(),
            Type::Map(_) => "Map".to_owned(),
            Type::Union(..) => "Union".to_owned(),
            Type::Named(at) => {
                self.schema.named.get(*at).map_or_else(String::new, |named| canonical::wire_name(&named.name))
            }
        }
    }

    fn named(&mut self, at: usize) -> (TypeUse, Kind) {
        if let Some(known) = self.known.get(&at) {
            return known.clone();
        }
        let Some(named) = self.schema.named.get(at) else { return plain(Primitive::Null) };
        let kind = match &named.body {
            Body::Fixed(size, _) => Kind::Fixed(named.name.clone(), *size),
            _ => Kind::Named(named.name.clone()),
        };
        if let Body::Fixed(_, Some(logical)) = &named.body {
            return of_logical(*logical, kind);
        }
        let says = self.says(at, named);
        if let Some(id) = self.schemas.avro_types.get(&says) {
            let known = (TypeUse::Named(*id), kind);
            self.known.insert(at, known.clone());
            return known;
        }
        let wanted = named.rust_name.clone().unwrap_or_else(|| short(&named.name).to_owned());
        let id = self.schemas.reserve(Wanted::Own(wanted), named.span);
        self.schemas.avro_types.insert(says, id);
        self.known.insert(at, (TypeUse::Named(id), kind.clone()));
        let docs = self.docs(named.doc.as_deref(), named.span);
        match &named.body {
            Body::Record(fields) => self.record(id, &named.name, fields, docs),
            Body::Enum(symbols, default) => self.symbols(id, &named.name, symbols, default.as_deref(), docs),
            Body::Fixed(size, _) => {
                let array = u32::try_from(*size).ok().filter(|_| *size <= LONGEST_ARRAY);
                let ty = builtin(array.map_or(Builtin::Bytes, Builtin::Octets));
                self.schemas.define_foreign(
                    id,
                    Shape::Newtype(ty),
                    docs,
                    Foreign::Avro(Avro::Fixed(named.name.clone(), *size)),
                );
            }
        }
        (TypeUse::Named(id), kind)
    }

    /// What makes two definitions the same type: all that they say. In a large schema, where they stand: each says a
    /// part of what the others do.
    fn says(&self, at: usize, named: &Named) -> String {
        if self.schema.named.len() <= MOST_COMPARED {
            canonical::in_full(self.schema, at)
        } else {
            format!("{} {:?}", named.name, named.span)
        }
    }

    fn docs(&self, doc: Option<&str>, span: Span) -> Docs {
        let paragraphs = doc.map(markdown).filter(|text| !text.is_empty()).into_iter().collect();
        Docs { paragraphs, place: self.schemas.place(span), ..Docs::default() }
    }

    fn symbols(&mut self, id: TypeId, name: &str, symbols: &[String], default: Option<&str>, docs: Docs) {
        let wanted: Vec<_> = symbols.iter().map(|text| (names::camel(text), text.as_str())).collect();
        let variants = Scope::default().assign(&wanted);
        let default = symbols.iter().zip(&variants).find(|(text, _)| default == Some(text.as_str()));
        let default = default.map(|(_, name)| name.clone());
        let values = symbols.iter().zip(variants).map(|(text, name)| EnumValue {
            name,
            docs: Docs::default(),
            literal: Literal::String(text.clone()),
        });
        let shape = Shape::Enum(values.collect());
        self.schemas.define_foreign(id, shape, docs, Foreign::Avro(Avro::Enum { name: name.to_owned(), default }));
    }

    fn record(&mut self, id: TypeId, name: &str, fields: &[AvroField], docs: Docs) {
        let wanted: Vec<_> = fields.iter().map(|field| (names::snake(&field.name), field.name.as_str())).collect();
        let names = Scope::default().assign(&wanted);
        let mut lowered = Vec::new();
        let mut kinds = Vec::new();
        for (field, name) in fields.iter().zip(names) {
            let inner = Place { parent: Some(id), text: field.name.clone(), span: field.span };
            let (ty, kind) = self.lower(&field.ty, &inner);
            let (ty, presence) = self.presence(field, ty);
            let docs = self.docs(field.doc.as_deref(), field.span);
            lowered.push(Field {
                wire: field.name.clone(),
                name,
                docs: Docs { place: None, ..docs },
                ty,
                presence,
                offered: None,
            });
            kinds.push(kind);
        }
        let shape = Shape::Struct(Struct { fields: lowered, additional: Additional::Ignored });
        self.schemas.define_foreign(id, shape, docs, Foreign::Avro(Avro::Record { name: name.to_owned(), kinds }));
    }

    /// The type of a field and whether it can be left out, which its default says.
    fn presence(&mut self, field: &AvroField, ty: TypeUse) -> (TypeUse, Presence) {
        let Some(default) = &field.default else { return (ty, Presence::Required) };
        if !defaults::fits(self.schema, &field.ty, default) {
            let text = format!("the default of field `{}` is not of its type", field.name);
            self.sink.push(Diagnostic::new(&code::AVRO_DEFAULT, default.span(), text).label("passed over"));
            return (ty, Presence::Required);
        }
        match ty {
            TypeUse::Nullable(inner) if default.is_null() => (*inner, Presence::Optional),
            ty => match defaults::literal(self.schema, &field.ty, &ty, default) {
                Some(literal) => (ty, Presence::Default(literal)),
                None => (ty, Presence::Required),
            },
        }
    }
}

fn plain(primitive: Primitive) -> (TypeUse, Kind) {
    let (ty, kind) = match primitive {
        Primitive::Null => (Builtin::Null, "Null"),
        Primitive::Boolean => (Builtin::Bool, "Boolean"),
        Primitive::Int => (Builtin::Integer(Integer::I32), "Int"),
        Primitive::Long => (Builtin::Integer(Integer::I64), "Long"),
        Primitive::Float => (Builtin::F32, "Float"),
        Primitive::Double => (Builtin::F64, "Double"),
        Primitive::Bytes => (Builtin::Bytes, "Bytes"),
        Primitive::String => (Builtin::String, "String"),
    };
    (builtin(ty), Kind::Plain(kind))
}

fn of_logical(logical: Logical, of: Kind) -> (TypeUse, Kind) {
    let unit = |unit| match unit {
        Unit::Millis => "Millis",
        Unit::Micros => "Micros",
        Unit::Nanos => "Nanos",
    };
    let (ty, kind) = match logical {
        Logical::Decimal { precision, scale } => {
            (Builtin::Decimal, Kind::Decimal { of: Box::new(of), precision, scale })
        }
        Logical::Uuid => (Builtin::Uuid, Kind::Uuid(Box::new(of))),
        Logical::Date => (Builtin::Date, Kind::Plain("Date")),
        Logical::TimeMillis => (Builtin::TimeOfDay, Kind::Plain("TimeMillis")),
        Logical::TimeMicros => (Builtin::TimeOfDay, Kind::Plain("TimeMicros")),
        Logical::Timestamp(of) => (Builtin::DateTime, Kind::Plain(unit(of))),
        Logical::LocalTimestamp(of) => (Builtin::LocalDateTime, Kind::Plain(unit(of))),
        Logical::Duration => match of {
            Kind::Fixed(name, _) => (Builtin::Duration, Kind::Duration(name)),
            other => (Builtin::Bytes, other),
        },
    };
    (builtin(ty), kind)
}

/// A full name without its namespace.
fn short(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, short)| short)
}
