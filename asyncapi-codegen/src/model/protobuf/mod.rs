//! Texts of .proto files → types of the model, and what the wire needs to know of them.
//!
//! Input: the payload of a message whose format is Protobuf's, a text in the document or a whole file. Output: a
//! [`TypeUse`](super::TypeUse) and the types that it names. Invariants: of a text without faults the generated types read and
//! write what `protoc` says; a fault has its line and column in the text; work is linear in the size of the texts.
//!
//! `parse` reads a text (by way of `cursor`) into the `tree`, `load` adds what it imports and looks up names, `check` reports
//! what Protobuf does not allow, `root` finds the message that is the payload, and `lower` makes the types.

mod check;
mod cursor;
mod load;
mod lower;
mod parse;
mod root;
mod same;
mod tree;

pub(in crate::model) use lower::{Asking, Lowered};

use super::Name;

/// What a named type is in Protobuf; parallel to its [`Shape`](super::Shape).
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Protobuf {
    /// A struct is a message.
    Message {
        /// The full name.
        name: String,
        /// What its fields are, in the order of the struct's.
        fields: Vec<Field>,
    },
    /// An enum of numbers, with a variant for all others.
    Enum {
        /// The numbers, in the order of the enum's values.
        numbers: Vec<i32>,
        /// Further names of values: constant, name in Protobuf, index of the value.
        aliases: Vec<(Name, String, usize)>,
        /// The variant for all other numbers.
        other: Name,
    },
    /// A union is an oneof: for each arm, its number and what it is.
    OneOf(Vec<(u32, Kind)>),
}

/// What a field of a message is.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Field {
    /// Its numbers: of an oneof several.
    pub numbers: Vec<u32>,
    /// How it is there.
    pub how: How,
    /// The default of an optional field.
    pub default: Option<Default>,
}

/// How a field is there.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum How {
    /// Written unless it is zero or empty.
    Plain(Kind),
    /// An `Option`.
    Optional(Kind),
    /// Always there.
    Required(Kind),
    /// A list, each item by itself.
    Repeated(Kind),
    /// A list in one piece.
    Packed(Kind),
    /// A map.
    Map(Kind, Kind),
    /// At most one of several.
    OneOf,
}

/// How a value is written, by the runtime's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A scalar.
    Scalar(&'static str),
    /// A message.
    Message,
    /// An enum.
    Enum,
    /// A message of Protobuf's own around a scalar, which stands for it.
    Wrapped(&'static str),
}

/// The default of a field.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Default {
    /// `true` or `false`.
    Bool(bool),
    /// An integer, by its text.
    Integer(String),
    /// A floating point number, by its text; also `inf` and `NaN`.
    Float(String),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A variant.
    Variant(Name),
}
