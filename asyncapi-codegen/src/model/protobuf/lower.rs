//! The tree of a schema → types of the model.

use std::rc::Rc;

use super::parse::Version;
use super::root::{self, Asked, MARK};
use super::same::says;
use super::tree::{Constant, Enum, Field as ProtoField, Label, Message, Scalar, Schema, Type};
use super::{Default, Field as Wire, How, Kind, Protobuf, check, load};
use crate::collections::{HashMap, HashSet};
use crate::diagnostic::catalogue::protobuf as code;
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::model::names::{self, Scope};
use crate::model::schema::{Schemas, Wanted, markdown};
use crate::model::{
    Additional, Arm, Builtin, Choice, Docs, EnumValue, Field, Foreign, Integer, Literal, Name, Presence, Shape, Struct,
    TypeId, TypeUse, Union,
};
use crate::source::proto::Text;
use crate::source::{Node, Span};

/// What was read and lowered for other messages.
#[derive(Debug, std::default::Default)]
pub(in crate::model) struct Lowered {
    /// By the place of the text; `None`: it has faults, which were reported.
    texts: HashMap<Span, Option<Rc<Schema>>>,
    /// By place and full name.
    placed: HashMap<(Span, String), TypeId>,
    /// By what they say: the same definition in two texts is one type.
    same: HashMap<String, TypeId>,
}

/// A payload in Protobuf.
pub(in crate::model) struct Asking<'a> {
    /// Its schema.
    pub(in crate::model) schema: &'a Node,
    /// Its format.
    pub(in crate::model) format: &'a str,
    /// The name that the document gives for its message, and where.
    pub(in crate::model) named: Option<(String, Span)>,
    /// What the message is called in the document.
    pub(in crate::model) called: &'a [String],
}

impl Schemas<'_> {
    /// The type of a payload with a schema of Protobuf; `None`: the schema has a fault, which was reported.
    pub(in crate::model) fn protobuf(&mut self, asking: &Asking<'_>, sink: &mut Sink) -> Option<TypeUse> {
        let document = self.document();
        let (node, pointer) = match asking.schema.get("$ref") {
            // A broken one was reported when the document was loaded.
            Some(reference) => {
                let target = document.resolve(asking.schema)?;
                let name = target.location.pointer.trim_start_matches('/').replace('/', ".");
                (target.node.clone(), Some((name, reference.span())).filter(|(name, _)| !name.is_empty()))
            }
            None => (asking.schema.clone(), None),
        };
        let Some(text) = Text::of(&node, &document.sources) else {
            let text = format!("a schema of Protobuf is the text of a .proto file, not {}", node.kind());
            let fault = Diagnostic::new(&code::SYNTAX, node.span(), text);
            sink.push(fault.help("write the text behind `schema: |`, or refer to a file: `$ref: ./file.proto`"));
            return None;
        };
        let known = self.protobuf_types.texts.get(&node.span()).cloned();
        let schema = known.unwrap_or_else(|| {
            let from = sink.as_slice().len();
            let schema = load::load(document, &text, version(asking.format), sink);
            // What a broken text seems to lack would only multiply its faults.
            if !new(sink, from).any(|it| *it.code == code::SYNTAX) {
                check::check(&schema, sink);
            }
            let is_whole = !new(sink, from).any(|it| it.code.severity == Severity::Error);
            let schema = is_whole.then(|| Rc::new(schema));
            self.protobuf_types.texts.insert(node.span(), schema.clone());
            schema
        })?;
        // A pointer that leads into the document is not a name in the text.
        let is_file = node.span().start == node.span().end;
        let named = asking.named.clone().or(pointer.filter(|_| is_file));
        let asked = Asked { named, called: asking.called, span: node.span() };
        let root = root::choose(&schema, &asked, sink)?;
        let mut lowerer = Lowerer { schemas: self, schema: &schema, waiting: Vec::new() };
        let ty = lowerer.named(&Type::Message(root));
        lowerer.finish();
        Some(ty)
    }
}

fn new(sink: &Sink, from: usize) -> impl Iterator<Item = &Diagnostic> {
    sink.as_slice().get(from..).unwrap_or_default().iter()
}

/// `…;version=3`, `…;version=3.21.0`.
fn version(format: &str) -> Version {
    let mut parameters = format.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let version = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("version")).map(|(_, value)| value);
    match version.map(|value| value.trim().trim_matches('"')) {
        Some(value) if value.starts_with('2') => Version::Two,
        Some(value) if value.starts_with('3') => Version::Three,
        _ => Version::Unsaid,
    }
}

struct Lowerer<'a, 'd> {
    schemas: &'a mut Schemas<'d>,
    schema: &'a Schema,
    /// What has a place in the model, and is to be made: chains of messages may be longer than any stack.
    waiting: Vec<(Type, TypeId)>,
}

impl Lowerer<'_, '_> {
    /// The type of a message or enum; it is made later.
    fn named(&mut self, ty: &Type) -> TypeUse {
        let (name, full, parent, span) = match ty {
            Type::Message(at) => match self.schema.messages.get(*at) {
                Some(it) => (&it.name, &it.full, it.parent, it.span),
                None => return TypeUse::Builtin(Builtin::Null),
            },
            Type::Enum(at) => match self.schema.enums.get(*at) {
                Some(it) => (&it.name, &it.full, it.parent, it.span),
                None => return TypeUse::Builtin(Builtin::Null),
            },
            _ => return TypeUse::Builtin(Builtin::Null),
        };
        let placed = (span, full.clone());
        if let Some(id) = self.schemas.protobuf_types.placed.get(&placed) {
            return TypeUse::Named(*id);
        }
        let says = says(self.schema, ty);
        let known = self.schemas.protobuf_types.same.get(&says).copied();
        let id = known.unwrap_or_else(|| {
            let id = self.schemas.reserve(Wanted::Own(self.within(name, parent)), span);
            self.waiting.push((ty.clone(), id));
            self.schemas.protobuf_types.same.insert(says, id);
            id
        });
        self.schemas.protobuf_types.placed.insert(placed, id);
        TypeUse::Named(id)
    }

    /// A name with those of the messages around it.
    fn within(&self, name: &str, mut parent: Option<usize>) -> String {
        let mut parts = vec![name];
        while let Some(message) = parent.and_then(|at| self.schema.messages.get(at)) {
            parts.push(&message.name);
            parent = message.parent;
        }
        parts.reverse();
        parts.join(" ")
    }

    fn finish(&mut self) {
        while let Some((ty, id)) = self.waiting.pop() {
            let schema = self.schema;
            match ty {
                Type::Message(at) => {
                    if let Some(message) = schema.messages.get(at) {
                        self.message(id, message);
                    }
                }
                Type::Enum(at) => {
                    if let Some(it) = schema.enums.get(at) {
                        self.enumeration(id, it);
                    }
                }
                _ => {}
            }
        }
    }

    fn docs(&self, doc: &str, deprecated: bool, span: Span) -> Docs {
        let text = markdown(&doc.replace(MARK, ""));
        let paragraphs = Some(text).filter(|text| !text.is_empty()).into_iter().collect();
        Docs { paragraphs, place: self.schemas.place(span), deprecated, ..Docs::default() }
    }

    fn message(&mut self, id: TypeId, message: &Message) {
        let proto3 = self.schema.files.get(message.file).is_some_and(|file| file.proto3);
        // Each field, and each oneof where its first field stands.
        let mut seen = HashSet::new();
        let is_first = |field: &&ProtoField| field.oneof.is_none_or(|oneof| seen.insert(oneof));
        let members: Vec<&ProtoField> = message.fields.iter().filter(is_first).collect();
        let texts: Vec<&str> = members
            .iter()
            .map(|field| {
                let oneof = field.oneof.and_then(|at| message.oneofs.get(at));
                oneof.map_or(field.name.as_str(), |oneof| oneof.name.as_str())
            })
            .collect();
        let wanted: Vec<_> = texts.iter().map(|text| (names::snake(text), *text)).collect();
        let names = Scope::default().assign(&wanted);
        let (mut fields, mut wires) = (Vec::new(), Vec::new());
        for ((member, name), text) in members.into_iter().zip(names).zip(texts) {
            let oneof = member.oneof.and_then(|at| Some((at, message.oneofs.get(at)?)));
            let (ty, presence, wire, docs) = match oneof {
                Some((at, oneof)) => {
                    let (ty, numbers) = self.oneof(id, message, at);
                    let docs = self.docs(&oneof.doc, false, oneof.span);
                    (ty, Presence::Optional, Wire { numbers, how: How::OneOf, default: None }, docs)
                }
                None => {
                    let (ty, presence, wire) = self.field(member, proto3);
                    (ty, presence, wire, self.docs(&member.doc, member.deprecated, member.span))
                }
            };
            let docs = Docs { place: None, ..docs };
            fields.push(Field { wire: text.to_owned(), name, docs, ty, presence, offered: None });
            wires.push(wire);
        }
        let shape = Shape::Struct(Struct { fields, additional: Additional::Ignored });
        let docs = self.docs(&message.doc, message.deprecated, message.span);
        let protobuf = Protobuf::Message { name: message.full.clone(), fields: wires };
        self.schemas.define_foreign(id, shape, docs, Foreign::Protobuf(protobuf));
    }

    fn field(&mut self, field: &ProtoField, proto3: bool) -> (TypeUse, Presence, Wire) {
        let numbers = vec![number(field.number)];
        if let Type::Map(key, value) = &field.ty {
            let (key, key_kind) = scalar(*key);
            let (value, value_kind) = self.value(value);
            let ty = TypeUse::KeyedMap(key, Box::new(value));
            let wire = Wire { numbers, how: How::Map(key_kind, value_kind), default: None };
            return (ty, Presence::Default(Literal::Object(Vec::new())), wire);
        }
        let (ty, kind) = self.value(&field.ty);
        let is_message = match field.ty {
            Type::Known(name) => name != NULL,
            _ => matches!(field.ty, Type::Message(_)),
        };
        let (ty, presence, how) = match field.label {
            Label::Repeated => {
                let packable = !is_message && !matches!(field.ty, Type::Scalar(Scalar::String | Scalar::Bytes));
                let packed = packable && field.packed.map_or(proto3, |(packed, _)| packed);
                let how = if packed { How::Packed(kind) } else { How::Repeated(kind) };
                (TypeUse::List(Box::new(ty)), Presence::Default(Literal::Array(Vec::new())), how)
            }
            Label::Required => (ty, Presence::Required, How::Required(kind)),
            Label::None if proto3 && !is_message => {
                let zero = self.zero(&field.ty);
                (ty, Presence::Default(zero), How::Plain(kind))
            }
            Label::None | Label::Optional => (ty, Presence::Optional, How::Optional(kind)),
        };
        let default = field.default.as_ref().filter(|_| presence == Presence::Optional);
        let default = default.and_then(|(value, _)| self.default(&field.ty, value));
        (ty, presence, Wire { numbers, how, default })
    }

    /// What a field without a value has.
    fn zero(&self, ty: &Type) -> Literal {
        match ty {
            Type::Scalar(Scalar::Bool) => Literal::Bool(false),
            Type::Scalar(Scalar::String | Scalar::Bytes) => Literal::String(String::new()),
            Type::Enum(at) => {
                let first = self.schema.enums.get(*at).and_then(|it| it.values.first());
                Literal::String(first.map(|value| value.name.clone()).unwrap_or_default())
            }
            _ => Literal::Number("0".to_owned()),
        }
    }

    fn default(&self, ty: &Type, value: &Constant) -> Option<Default> {
        Some(match (ty, value) {
            (Type::Scalar(Scalar::Bool), Constant::Name(name)) => Default::Bool(name == "true"),
            (Type::Scalar(Scalar::Double | Scalar::Float), Constant::Float(value)) => {
                Default::Float(format!("{value:?}"))
            }
            #[expect(clippy::cast_precision_loss, reason = "a default of a floating point number is one")]
            (Type::Scalar(Scalar::Double | Scalar::Float), Constant::Integer(value)) => {
                Default::Float(format!("{:?}", *value as f64))
            }
            (Type::Scalar(_), Constant::Integer(value)) => Default::Integer(value.to_string()),
            (Type::Scalar(Scalar::Bytes), Constant::Text(bytes)) => Default::Bytes(bytes.clone()),
            (Type::Scalar(_), Constant::Text(bytes)) => Default::Text(String::from_utf8(bytes.clone()).ok()?),
            (Type::Enum(at), Constant::Name(name)) => {
                let it = self.schema.enums.get(*at)?;
                let number = it.values.iter().find(|value| value.name == *name)?.number;
                let (values, _) = variants(it);
                Default::Variant(values.into_iter().find(|(_, of)| *of == number)?.0)
            }
            _ => return None,
        })
    }

    fn value(&mut self, ty: &Type) -> (TypeUse, Kind) {
        match ty {
            Type::Scalar(of) => {
                let (builtin, kind) = scalar(*of);
                (TypeUse::Builtin(builtin), kind)
            }
            Type::Message(_) => (self.named(ty), Kind::Message),
            Type::Enum(_) => (self.named(ty), Kind::Enum),
            Type::Known(name) => known(name),
            Type::Name(_) | Type::Map(..) | Type::Broken => (TypeUse::Builtin(Builtin::Null), Kind::Message),
        }
    }

    /// The enum of an oneof, and the numbers of its fields.
    fn oneof(&mut self, parent: TypeId, message: &Message, at: usize) -> (TypeUse, Vec<u32>) {
        let Some(oneof) = message.oneofs.get(at) else { return (TypeUse::Builtin(Builtin::Null), Vec::new()) };
        let id = self.schemas.reserve(Wanted::Inner(parent, oneof.name.clone()), oneof.span);
        let fields: Vec<_> = message.fields.iter().filter(|field| field.oneof == Some(at)).collect();
        let wanted: Vec<_> = fields.iter().map(|field| (names::camel(&field.name), field.name.as_str())).collect();
        let names = Scope::default().assign(&wanted);
        let (mut arms, mut wire) = (Vec::new(), Vec::new());
        for (field, name) in fields.into_iter().zip(names) {
            let (ty, kind) = self.value(&field.ty);
            let docs = self.docs(&field.doc, field.deprecated, field.span);
            arms.push(Arm { name, docs: Docs { place: None, ..docs }, ty });
            wire.push((number(field.number), kind));
        }
        let numbers = wire.iter().map(|(number, _)| *number).collect();
        // How the arm of a JSON value is found is of no matter: the number of the field says which it is.
        let shape = Shape::Union(Union { arms, choice: Choice::JsonType(Vec::new()) });
        let docs = self.docs(&oneof.doc, false, oneof.span);
        self.schemas.define_foreign(id, shape, docs, Foreign::Protobuf(Protobuf::OneOf(wire)));
        (TypeUse::Named(id), numbers)
    }

    fn enumeration(&mut self, id: TypeId, it: &Enum) {
        let (variants, mut scope) = variants(it);
        let other = scope.claim("Other");
        let mut values = Vec::new();
        let mut aliases = Vec::new();
        let mut constants = Scope::reserving(&["KNOWN"]);
        let mut known: HashMap<i32, usize> = HashMap::new();
        for value in &it.values {
            if let Some(at) = known.get(&value.number) {
                let name = constants.claim(&names::screaming(&stripped(it, &value.name)));
                aliases.push((name, value.name.clone(), *at));
                continue;
            }
            let name = variants.get(values.len()).map(|(name, _)| name.clone()).unwrap_or_default();
            known.insert(value.number, values.len());
            let docs = self.docs(&value.doc, value.deprecated, value.span);
            let docs = Docs { place: None, ..docs };
            values.push(EnumValue { name, docs, literal: Literal::String(value.name.clone()) });
        }
        let numbers = variants.iter().map(|(_, number)| *number).collect();
        let docs = self.docs(&it.doc, it.deprecated, it.span);
        let protobuf = Protobuf::Enum { numbers, aliases, other };
        self.schemas.define_foreign(id, Shape::Enum(values), docs, Foreign::Protobuf(protobuf));
    }
}

/// The variants of an enum, one for each number.
fn variants(it: &Enum) -> (Vec<(Name, i32)>, Scope) {
    let mut seen = HashSet::new();
    let values: Vec<_> = it.values.iter().filter(|value| seen.insert(value.number)).collect();
    let texts: Vec<String> = values.iter().map(|value| stripped(it, &value.name)).collect();
    let wanted: Vec<_> = texts.iter().map(|text| (names::camel(text), text.as_str())).collect();
    let mut scope = Scope::default();
    let names = scope.assign(&wanted);
    (names.into_iter().zip(values).map(|(name, value)| (name, value.number)).collect(), scope)
}

/// The name of a value without that of its enum, which by custom stands in front: `STATE_OPEN` of `State`.
fn stripped(it: &Enum, value: &str) -> String {
    let prefix = names::screaming(&it.name) + "_";
    let rest = value.get(..prefix.len()).filter(|front| front.eq_ignore_ascii_case(&prefix));
    let rest = rest.and_then(|_| value.get(prefix.len()..)).filter(|rest| !rest.is_empty());
    rest.filter(|rest| !rest.starts_with(|first: char| first.is_ascii_digit())).unwrap_or(value).to_owned()
}

fn number(number: i64) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

fn scalar(scalar: Scalar) -> (Builtin, Kind) {
    let (ty, kind) = match scalar {
        Scalar::Double => (Builtin::F64, "Double"),
        Scalar::Float => (Builtin::F32, "Float"),
        Scalar::Int32 => (Builtin::Integer(Integer::I32), "Int32"),
        Scalar::Int64 => (Builtin::Integer(Integer::I64), "Int64"),
        Scalar::Uint32 => (Builtin::Integer(Integer::U32), "Uint32"),
        Scalar::Uint64 => (Builtin::Integer(Integer::U64), "Uint64"),
        Scalar::Sint32 => (Builtin::Integer(Integer::I32), "Sint32"),
        Scalar::Sint64 => (Builtin::Integer(Integer::I64), "Sint64"),
        Scalar::Fixed32 => (Builtin::Integer(Integer::U32), "Fixed32"),
        Scalar::Fixed64 => (Builtin::Integer(Integer::U64), "Fixed64"),
        Scalar::Sfixed32 => (Builtin::Integer(Integer::I32), "Sfixed32"),
        Scalar::Sfixed64 => (Builtin::Integer(Integer::I64), "Sfixed64"),
        Scalar::Bool => (Builtin::Bool, "Bool"),
        Scalar::String => (Builtin::String, "Text"),
        Scalar::Bytes => (Builtin::Bytes, "Octets"),
    };
    (ty, Kind::Scalar(kind))
}

/// The only enum among Protobuf's own types.
const NULL: &str = "NullValue";

/// The types of Protobuf's own files. Those around a scalar are the scalar itself.
fn known(name: &'static str) -> (TypeUse, Kind) {
    let wrapped = match name {
        "DoubleValue" => Scalar::Double,
        "FloatValue" => Scalar::Float,
        "Int32Value" => Scalar::Int32,
        "Int64Value" => Scalar::Int64,
        "UInt32Value" => Scalar::Uint32,
        "UInt64Value" => Scalar::Uint64,
        "BoolValue" => Scalar::Bool,
        "StringValue" => Scalar::String,
        "BytesValue" => Scalar::Bytes,
        NULL => return (TypeUse::Builtin(Builtin::Protobuf(name)), Kind::Enum),
        _ => return (TypeUse::Builtin(Builtin::Protobuf(name)), Kind::Message),
    };
    match scalar(wrapped) {
        (builtin, Kind::Scalar(kind)) => (TypeUse::Builtin(builtin), Kind::Wrapped(kind)),
        (builtin, kind) => (TypeUse::Builtin(builtin), kind),
    }
}
