//! What .proto files say, names not yet looked up.

use crate::collections::HashMap;
use crate::source::{FileId, Span};

/// The messages and enums of a text and of all that it imports.
#[derive(Debug, Default)]
pub(super) struct Schema {
    pub(super) files: Vec<File>,
    pub(super) messages: Vec<Message>,
    pub(super) enums: Vec<Enum>,
    /// By full name.
    pub(super) names: HashMap<String, Item>,
}

/// What a full name stands for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) what: What,
    /// The file that says so.
    pub(super) file: usize,
    pub(super) span: Span,
}

/// The kinds of what has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Message(usize),
    Enum(usize),
    /// A field, an oneof, a value of an enum, a service: no type.
    Other,
}

/// A text.
#[derive(Debug)]
pub(super) struct File {
    pub(super) id: FileId,
    pub(super) package: String,
    pub(super) proto3: bool,
    pub(super) imports: Vec<Import>,
    /// What `extend` names, with the scope that it stands in.
    pub(super) extends: Vec<(String, String, Span)>,
    /// The messages at the top.
    pub(super) roots: Vec<usize>,
}

/// `import`.
#[derive(Debug)]
pub(super) struct Import {
    pub(super) path: String,
    pub(super) public: bool,
    pub(super) span: Span,
    /// The file; `None`: of Protobuf's own, or not found.
    pub(super) file: Option<usize>,
}

/// `message`.
#[derive(Debug)]
pub(super) struct Message {
    pub(super) name: String,
    pub(super) full: String,
    pub(super) file: usize,
    pub(super) parent: Option<usize>,
    pub(super) span: Span,
    pub(super) doc: String,
    pub(super) deprecated: bool,
    pub(super) fields: Vec<Field>,
    pub(super) oneofs: Vec<OneOf>,
    pub(super) reserved: Reserved,
}

/// What no field or value may have.
#[derive(Debug, Default)]
pub(super) struct Reserved {
    /// First, last, and whether for extensions.
    pub(super) numbers: Vec<(i64, i64, bool)>,
    pub(super) names: Vec<String>,
}

impl Reserved {
    pub(super) fn extend(&mut self, more: Self) {
        self.numbers.extend(more.numbers);
        self.names.extend(more.names);
    }
}

/// `oneof`.
#[derive(Debug)]
pub(super) struct OneOf {
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) doc: String,
}

/// What stands before the type of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    None,
    Optional,
    Required,
    Repeated,
}

/// A field.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) number: i64,
    pub(super) number_span: Span,
    pub(super) label: Label,
    pub(super) label_span: Span,
    pub(super) ty: Type,
    pub(super) ty_span: Span,
    pub(super) oneof: Option<usize>,
    pub(super) doc: String,
    pub(super) deprecated: bool,
    pub(super) default: Option<(Constant, Span)>,
    pub(super) packed: Option<(bool, Span)>,
}

/// The type of a field.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Type {
    Scalar(Scalar),
    /// A name that is to be looked up.
    Name(String),
    Map(Scalar, Box<Type>),
    Message(usize),
    Enum(usize),
    /// A type of Protobuf's own, by its name in `google.protobuf`.
    Known(&'static str),
    /// A name that was not found, which was reported.
    Broken,
}

/// The types that Protobuf has by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scalar {
    Double,
    Float,
    Int32,
    Int64,
    Uint32,
    Uint64,
    Sint32,
    Sint64,
    Fixed32,
    Fixed64,
    Sfixed32,
    Sfixed64,
    Bool,
    String,
    Bytes,
}

impl Scalar {
    pub(super) const ALL: [(&'static str, Self); 15] = [
        ("double", Self::Double),
        ("float", Self::Float),
        ("int32", Self::Int32),
        ("int64", Self::Int64),
        ("uint32", Self::Uint32),
        ("uint64", Self::Uint64),
        ("sint32", Self::Sint32),
        ("sint64", Self::Sint64),
        ("fixed32", Self::Fixed32),
        ("fixed64", Self::Fixed64),
        ("sfixed32", Self::Sfixed32),
        ("sfixed64", Self::Sfixed64),
        ("bool", Self::Bool),
        ("string", Self::String),
        ("bytes", Self::Bytes),
    ];

    pub(super) fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, scalar)| *scalar)
    }

    pub(super) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, scalar)| *scalar == self).map_or("", |(name, _)| name)
    }
}

/// The value of an option.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Constant {
    Integer(i128),
    Float(f64),
    /// A name: `true`, a value of an enum, `inf`.
    Name(String),
    Text(Vec<u8>),
    /// `{ … }`, which is passed over.
    Whole,
}

/// `enum`.
#[derive(Debug)]
pub(super) struct Enum {
    pub(super) name: String,
    pub(super) full: String,
    pub(super) file: usize,
    pub(super) parent: Option<usize>,
    pub(super) span: Span,
    pub(super) doc: String,
    pub(super) deprecated: bool,
    pub(super) values: Vec<EnumValue>,
    pub(super) alias: bool,
    pub(super) reserved: Reserved,
}

/// A value of an enum.
#[derive(Debug)]
pub(super) struct EnumValue {
    pub(super) name: String,
    pub(super) number: i32,
    pub(super) span: Span,
    pub(super) doc: String,
    pub(super) deprecated: bool,
}
