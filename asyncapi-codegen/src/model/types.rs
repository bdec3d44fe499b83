//! Types of payloads and headers.

use super::{Asserted, ConditionId};
use crate::source::Span;

/// An identifier that compiles where it stands: `r#` and all is decided.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(pub String);

/// Documentation of a generated item.
#[derive(Debug, Clone, Default)]
pub struct Docs {
    /// Paragraphs of Markdown that rustdoc accepts without a warning.
    pub paragraphs: Vec<String>,
    /// What the schema asks, in short sentences.
    pub limits: Vec<String>,
    /// Where the item comes from: `chat.yaml:42`.
    pub place: Option<String>,
    /// `deprecated: true`.
    pub deprecated: bool,
}

/// Index into [`Model::types`](super::Model::types).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub u32);

/// A named type of the module.
#[derive(Debug, Clone)]
pub struct TypeDefinition {
    /// Its name.
    pub name: Name,
    /// Its docs.
    pub docs: Docs,
    /// What it is.
    pub shape: Shape,
    /// The standard traits that hold for it beside `Debug`, `Clone` and `PartialEq`.
    pub traits: Traits,
    /// Rules on the value as a whole that the shape cannot carry.
    pub rules: Vec<Rule>,
    /// What the JSON value must be valid by beside, where neither shape nor rules carry all of its schema.
    pub valid: Option<ConditionId>,
    /// The document's examples of it, but for those that are known to be invalid.
    pub examples: Vec<Literal>,
    /// All of its schema, where values are to be made from it (`arbitrary = true`).
    pub schema: Option<Asserted>,
    /// Whether the type has anything to check, itself or in what it holds.
    pub checked: bool,
    /// The place of the schema.
    pub span: Option<Span>,
    /// What it is in the format of its schema, if that is not JSON Schema.
    pub foreign: Option<Foreign>,
}

/// What a named type is in another format than JSON.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Foreign {
    /// Of an Avro schema.
    #[cfg(feature = "avro")]
    Avro(super::avro::Avro),
    /// Of a Protobuf schema.
    #[cfg(feature = "protobuf")]
    Protobuf(super::protobuf::Protobuf),
}

/// Which further traits a type can have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Traits {
    /// `Eq`: no floating point inside.
    pub eq: bool,
    /// `Hash`.
    pub hash: bool,
    /// `PartialOrd, Ord`: for scalar enums and newtypes.
    pub ord: bool,
    /// `Copy`: for enums without data and newtypes of what is small.
    pub copy: bool,
    /// `Default`: nothing is required.
    pub default: bool,
}

/// What a named type is.
#[derive(Debug, Clone, Hash)]
pub enum Shape {
    /// `pub struct X { … }`, an object.
    Struct(Struct),
    /// `pub enum X { A, B }` of scalar values.
    Enum(Vec<EnumValue>),
    /// `pub enum X { A, B, Other(String) }`: strings of which some have a name.
    OpenEnum(OpenEnum),
    /// `pub enum X { A(T), B(U) }`: oneOf or anyOf.
    Union(Union),
    /// `pub struct X { a: Option<A>, b: Option<B> }`: anyOf of objects that may fit together.
    AnyOf(AnyOf),
    /// `pub struct X(T)`: a named type with rules, which `TryFrom` checks, or one that contains itself.
    Newtype(TypeUse),
    /// `pub type X = T`: a named schema that is just another type.
    Alias(TypeUse),
}

/// An object with known properties.
#[derive(Debug, Clone, Default, Hash)]
pub struct Struct {
    /// Its properties.
    pub fields: Vec<Field>,
    /// What becomes of properties that it does not name.
    pub additional: Additional,
}

/// What becomes of the properties that a schema does not name.
#[derive(Debug, Clone, Default, Hash)]
pub enum Additional {
    /// They are allowed and not kept (`additionalProperties` absent or `true`).
    #[default]
    Ignored,
    /// They are refused.
    Refused,
    /// They are kept in a map under this field.
    Kept {
        /// The field's name.
        field: Name,
        /// The type of the values.
        value: TypeUse,
    },
}

/// A property of an object.
#[derive(Debug, Clone, Hash)]
pub struct Field {
    /// The property's name in JSON.
    pub wire: String,
    /// The field's name in Rust.
    pub name: Name,
    /// Its docs.
    pub docs: Docs,
    /// The type without the `Option` of a property that may be absent.
    pub ty: TypeUse,
    /// Whether it must be present.
    pub presence: Presence,
    /// A default that no constant of Rust can be: the field is optional, and a function makes it.
    pub offered: Option<Literal>,
}

/// Whether a property must be present.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Presence {
    /// It must: the field has the plain type.
    Required,
    /// It may be absent: the field is an `Option`.
    Optional,
    /// It may be absent, and then has this value: the field has the plain type.
    Default(Literal),
    /// It must, and has just this value: no field is needed, it is written and checked.
    Constant(Literal),
}

/// A use of a type.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeUse {
    /// A type of this module.
    Named(TypeId),
    /// A type of the runtime or of the standard library.
    Builtin(Builtin),
    /// A path that the user gave by `replace` or `x-rust-type`.
    Path(String),
    /// `Option<T>`: the value may be `null`.
    Nullable(Box<TypeUse>),
    /// `Vec<T>`.
    List(Box<TypeUse>),
    /// `BTreeMap<String, T>`.
    Map(Box<TypeUse>),
    /// `BTreeMap<K, T>`: a map of Protobuf.
    KeyedMap(Builtin, Box<TypeUse>),
    /// `T`, whose values obey rules that the type cannot carry.
    Ruled(Box<TypeUse>, Vec<Rule>),
    /// A tuple of fixed length.
    Tuple(Vec<TypeUse>),
    /// `Box<T>`, where a type contains itself.
    Boxed(Box<TypeUse>),
}

/// Types that are there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Builtin {
    /// Any JSON value.
    Json,
    /// `bool`.
    Bool,
    /// `String`.
    String,
    /// An integer type.
    Integer(Integer),
    /// `f32`.
    F32,
    /// `f64`.
    F64,
    /// `format: uuid`.
    Uuid,
    /// `format: date-time`, offset kept.
    DateTime,
    /// `format: date`.
    Date,
    /// `format: time`.
    Time,
    /// `format: byte` or `contentEncoding: base64`: base64 in JSON.
    Base64,
    /// The payload as it is: `format: binary` at the top, or a content type that is not understood.
    Bytes,
    /// So many bytes: a fixed of Avro.
    Octets(u32),
    /// A decimal number of Avro.
    Decimal,
    /// A time of day without an offset, as Avro has it.
    TimeOfDay,
    /// A date and time without an offset, as Avro has it.
    LocalDateTime,
    /// A span of months, days and milliseconds, as Avro has it.
    Duration,
    /// A type of Protobuf's own files, by its name.
    Protobuf(&'static str),
    /// Only `null`.
    Null,
    /// No value is valid (`false`).
    Never,
}

/// Integer types by width and sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the types' own")]
pub enum Integer {
    I8,
    I16,
    I32,
    I64,
    I128,
    U8,
    U16,
    U32,
    U64,
    U128,
}

/// A value of an enum of scalars.
#[derive(Debug, Clone, Hash)]
pub struct EnumValue {
    /// The variant's name.
    pub name: Name,
    /// Its docs.
    pub docs: Docs,
    /// The JSON value.
    pub literal: Literal,
}

/// An enum of strings that allows others too.
#[derive(Debug, Clone, Hash)]
pub struct OpenEnum {
    /// The strings that have a name.
    pub values: Vec<EnumValue>,
    /// The variant for all others.
    pub other: Name,
}

/// A JSON value that is known at build time.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Literal {
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number, by its text.
    Number(String),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Literal>),
    /// An object.
    Object(Vec<(String, Literal)>),
}

impl Literal {
    /// Appends the value as the text of JSON.
    pub fn write_json(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(text) => out.push_str(text),
            Self::String(text) => write_json_string(text, out),
            Self::Array(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    item.write_json(out);
                }
                out.push(']');
            }
            Self::Object(entries) => {
                out.push('{');
                for (at, (key, value)) in entries.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    write_json_string(key, out);
                    out.push(':');
                    value.write_json(out);
                }
                out.push('}');
            }
        }
    }
}

fn write_json_string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// oneOf or anyOf as an enum.
#[derive(Debug, Clone, Hash)]
pub struct Union {
    /// The arms.
    pub arms: Vec<Arm>,
    /// How the right one is found.
    pub choice: Choice,
}

/// An arm of a [`Union`].
#[derive(Debug, Clone, Hash)]
pub struct Arm {
    /// The variant's name.
    pub name: Name,
    /// Its docs.
    pub docs: Docs,
    /// What it holds.
    pub ty: TypeUse,
}

/// How the arm of a union is found.
#[derive(Debug, Clone, Hash)]
pub enum Choice {
    /// A property has a value that only one arm allows: property, then for each arm its values.
    Tag {
        /// The property.
        property: String,
        /// By arm.
        values: Vec<Vec<Literal>>,
    },
    /// By the JSON type: each arm's types are its own.
    JsonType(Vec<Vec<JsonKind>>),
    /// The first (anyOf) or only (oneOf) arm whose schema accepts the value.
    Schemas {
        /// oneOf: no second arm may accept it.
        exactly_one: bool,
        /// By arm.
        schemas: Vec<Asserted>,
    },
}

/// anyOf of objects as a struct: every alternative that fits is there.
#[derive(Debug, Clone, Hash)]
pub struct AnyOf {
    /// The alternatives, each an `Option`; the names are those of fields.
    pub arms: Vec<Arm>,
    /// By arm, when it is there.
    pub schemas: Vec<Asserted>,
}

/// The JSON types, as a reader tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are JSON's own")]
pub enum JsonKind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

/// An assertion of a schema that is checked on the typed value.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Rule {
    /// `minLength`, in code points.
    MinLength(u64),
    /// `maxLength`, in code points.
    MaxLength(u64),
    /// `pattern`: the regular expression of the schema, and the same for the runtime's engine.
    Pattern(Pattern),
    /// `format`, where it is checked on a string: `email`, `uri`, …
    Format(String),
    /// `minimum`: the number's text.
    Minimum(String),
    /// `maximum`.
    Maximum(String),
    /// `exclusiveMinimum`.
    ExclusiveMinimum(String),
    /// `exclusiveMaximum`.
    ExclusiveMaximum(String),
    /// `multipleOf`.
    MultipleOf(String),
    /// `multipleOf` with a fraction, of an integer.
    MultipleOfFraction(String),
    /// `minItems`.
    MinItems(u64),
    /// `maxItems`.
    MaxItems(u64),
    /// `uniqueItems: true`.
    UniqueItems,
    /// `minProperties`.
    MinProperties(u64),
    /// `maxProperties`.
    MaxProperties(u64),
    /// `enum`, `const`: one of these values, where no Rust type carries it.
    OneOf(Vec<Literal>),
    /// `enum` of very many strings; sorted.
    OneOfTexts(Vec<String>),
    /// oneOf (`exactly_one`) or anyOf of sets of properties that are there: each set is of wire names.
    PresentSets {
        /// Just one of the sets.
        exactly_one: bool,
        /// The sets.
        sets: Vec<Vec<String>>,
    },
    /// `dependencies`: if the property is there, these are too.
    Dependency(String, Vec<String>),
    /// `propertyNames`, and keys that no pattern allows: each key is such a string.
    Keys(Vec<Rule>),
    /// Keys that match none of the patterns are refused.
    KeysMatch(Vec<Pattern>),
}

/// A regular expression.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pattern {
    /// As the schema has it (ECMA-262).
    pub source: String,
    /// As the runtime's engine reads it.
    pub translated: String,
}

impl Integer {
    /// Whether a value is within the type's range.
    #[must_use]
    pub fn holds(self, value: i128) -> bool {
        let (low, high) = match self {
            Self::I8 => (i8::MIN.into(), i8::MAX.into()),
            Self::I16 => (i16::MIN.into(), i16::MAX.into()),
            Self::I32 => (i32::MIN.into(), i32::MAX.into()),
            Self::I64 => (i64::MIN.into(), i64::MAX.into()),
            Self::U8 => (0, u8::MAX.into()),
            Self::U16 => (0, u16::MAX.into()),
            Self::U32 => (0, u32::MAX.into()),
            Self::U64 => (0, u64::MAX.into()),
            Self::I128 => (i128::MIN, i128::MAX),
            Self::U128 => (0, i128::MAX),
        };
        (low..=high).contains(&value)
    }
}
