//! Avro schemas → types of the model, and what the wire needs to know of them.
//!
//! Input: the schema of a message whose format is Avro's. Output: a [`TypeUse`](super::TypeUse), the types that it names,
//! and the message's [`Contract`]. Invariants: of a schema without faults the generated types hold exactly its values, and
//! the runtime's crate reads the schema that the contract has; a fault has its line and column.
//!
//! `misfits` holds examples against it. `tree` reads the schema, `canonical` writes its canonical form and fingerprint, and `lower` makes the types.

mod canonical;
mod defaults;
mod logical;
mod lower;
mod misfits;
mod tree;

pub(in crate::model) use lower::Lowered;
pub(in crate::model) use misfits::misfits;

use super::Name;

/// What a message with an Avro schema is on the wire.
#[derive(Debug, Clone, PartialEq)]
pub struct Contract {
    /// The parsing canonical form, as the runtime's crate takes it.
    pub schema: String,
    /// The CRC-64-AVRO of the schema's parsing canonical form.
    pub fingerprint: u64,
    /// What the whole payload is.
    pub kind: Kind,
    /// How it is encoded.
    pub encoding: Encoding,
}

/// How an Avro payload is encoded, by the message's content type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// The bare binary encoding.
    Datum,
    /// The binary encoding behind the fingerprint of its schema.
    SingleObject,
    /// The JSON encoding.
    Json,
}

/// What a value is in its schema, beside its Rust type.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Kind {
    /// A kind that needs no more than its name: the runtime's own.
    Plain(&'static str),
    /// An array.
    Array(Box<Kind>),
    /// A map.
    Map(Box<Kind>),
    /// A union of `null` and this.
    Nullable(Box<Kind>),
    /// A record or an enum, by its full name.
    Named(String),
    /// A fixed: full name and length.
    Fixed(String, usize),
    /// `decimal`.
    Decimal {
        /// What it is written as.
        of: Box<Kind>,
        /// The digits that it has at most.
        precision: u32,
        /// How many of them are behind the point.
        scale: u32,
    },
    /// `uuid`.
    Uuid(Box<Kind>),
    /// `duration`: the full name of its fixed.
    Duration(String),
}

/// What a named type is in Avro; parallel to its [`Shape`](super::Shape).
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Avro {
    /// A struct is a record.
    Record {
        /// The full name.
        name: String,
        /// What its fields are, in the order of the struct's.
        kinds: Vec<Kind>,
    },
    /// An enum of strings is an enum.
    Enum {
        /// The full name.
        name: String,
        /// The variant of the default symbol.
        default: Option<Name>,
    },
    /// A union is a union, without `null`: for each arm, how the runtime's crate calls it, and what it is.
    Union(Vec<(String, Kind)>),
    /// A newtype is a fixed: full name and length.
    Fixed(String, usize),
}

impl Encoding {
    /// What a media type says. Single objects are those that mention `single-object`: there is no registered name.
    #[must_use]
    pub fn of(content_type: &str) -> Self {
        let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if essence == "application/json" || essence == "text/json" || essence.ends_with("+json") {
            Self::Json
        } else if essence.contains("single-object") {
            Self::SingleObject
        } else {
            Self::Datum
        }
    }
}
