//! What a value is in its Avro schema, beside its Rust type: which unit a time counts in, how a union calls it.

use std::cell::Cell;

use serde::de::Error;

/// What a value is in its Avro schema. Generated code holds one for each place of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `boolean`.
    Boolean,
    /// `int`.
    Int,
    /// `long`.
    Long,
    /// `float`.
    Float,
    /// `double`.
    Double,
    /// `bytes`.
    Bytes,
    /// `string`.
    String,
    /// An array of these.
    Array(&'static Kind),
    /// A map of these.
    Map(&'static Kind),
    /// A union of `null` and this.
    Nullable(&'static Kind),
    /// A union of several, which writes its own branch.
    Union,
    /// A record or an enum, by its full name.
    Named(&'static str),
    /// A fixed, by its full name, and its length.
    Fixed(&'static str, usize),
    /// `decimal` of bytes or a fixed.
    Decimal {
        /// What it is written as.
        of: &'static Kind,
        /// The digits that it has at most.
        precision: u32,
        /// How many of them are behind the point.
        scale: u32,
    },
    /// `uuid` of a string or of a fixed of 16 bytes.
    Uuid(&'static Kind),
    /// `date`.
    Date,
    /// `time-millis`.
    TimeMillis,
    /// `time-micros`.
    TimeMicros,
    /// `timestamp-millis` or `local-timestamp-millis`.
    Millis,
    /// `timestamp-micros` or `local-timestamp-micros`.
    Micros,
    /// `timestamp-nanos` or `local-timestamp-nanos`.
    Nanos,
    /// `duration`, by the full name of its fixed.
    Duration(&'static str),
}

impl Kind {
    /// What a union calls the branch in JSON; `None`: a union in itself.
    #[must_use]
    pub fn branch(&self) -> Option<&'static str> {
        Some(match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Int | Self::Date | Self::TimeMillis => "int",
            Self::Long | Self::TimeMicros | Self::Millis | Self::Micros | Self::Nanos => "long",
            Self::Float => "float",
            Self::Double => "double",
            Self::Bytes => "bytes",
            Self::String => "string",
            Self::Array(_) => "array",
            Self::Map(_) => "map",
            Self::Named(name) | Self::Fixed(name, _) | Self::Duration(name) => name,
            Self::Decimal { of, .. } | Self::Uuid(of) => return of.branch(),
            Self::Nullable(_) | Self::Union => return None,
        })
    }
}

/// One reading or writing of a whole message.
#[derive(Debug)]
pub(super) struct Pass {
    /// Avro's JSON encoding; else the binary one.
    json: bool,
    /// How many items of arrays and maps may still come: a count of items that take no bytes costs a peer nothing.
    left: Cell<usize>,
}

impl Pass {
    pub(super) fn new(json: bool, most_items: usize) -> Self {
        Self { json, left: Cell::new(most_items) }
    }

    pub(super) fn at(&self, kind: &'static Kind) -> At<'_> {
        At { kind, pass: self }
    }
}

/// Where a value stands: its kind, and the encoding.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    kind: &'static Kind,
    pass: &'a Pass,
}

impl At<'_> {
    /// What the value is.
    #[must_use]
    pub fn kind(&self) -> &'static Kind {
        self.kind
    }

    /// Whether it is written in JSON.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.pass.json
    }

    /// The place of a part.
    #[must_use]
    pub fn part(self, kind: &'static Kind) -> Self {
        Self { kind, ..self }
    }

    /// Counts an item of an array or a map.
    pub(super) fn count<E: Error>(&self) -> Result<(), E> {
        match self.pass.left.get().checked_sub(1) {
            Some(left) => {
                self.pass.left.set(left);
                Ok(())
            }
            None => Err(E::custom("more items than the payload has room for")),
        }
    }
}

/// The kinds of generated code and the types of values belong together; another pair is a fault of a type that the user
/// put in the place of a generated one.
#[cold]
pub(super) fn mismatch<T>(kind: &Kind) -> String {
    format!("{} is no Rust type for the Avro type {kind:?}", std::any::type_name::<T>())
}
