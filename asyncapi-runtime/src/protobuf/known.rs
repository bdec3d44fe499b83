//! The types of Protobuf's own files, `google/protobuf/*.proto`.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::{Bool, Double, Embedded, Field, Int32, Int64, Message, Number, Octets, OneOf, Read, Text, Writer};
use crate::types::DateTime;
use crate::wire::DecodeError;

/// Messages with plain and repeated fields.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $full:literal {
        $($(#[$field_doc:meta])* $field:ident: $type:ty = $number:literal $write:ident $read:ident $($kind:ident)+;)*
    })*) => {$(
        $(#[$doc])*
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl Message for $name {
            const NAME: &'static str = concat!("google.protobuf.", $full);

            fn write(&self, _to: &mut Writer) {
                $(_to.$write($number, $($kind),+, &self.$field);)*
            }

            fn read(&mut self, field: &mut Field<'_, '_>) -> Read {
                match field.number() {
                    $($number => field.$read($($kind),+, &mut self.$field),)*
                    _ => field.skip(),
                }
            }
        }
    )*};
}

messages! {
    /// `google.protobuf.Timestamp`: a point in time.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
    Timestamp = "Timestamp" {
        /// Seconds since 1970, UTC; before it, negative.
        seconds: i64 = 1 plain value Int64;
        /// Nanoseconds on top of them, from 0 to 999,999,999.
        nanos: i32 = 2 plain value Int32;
    }
    /// `google.protobuf.Duration`: a span of time.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
    Duration = "Duration" {
        /// Seconds.
        seconds: i64 = 1 plain value Int64;
        /// Nanoseconds on top of them, of the same sign.
        nanos: i32 = 2 plain value Int32;
    }
    /// `google.protobuf.Any`: a message of any type, by its name.
    #[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
    Any = "Any" {
        /// `type.googleapis.com/` and the full name of the message.
        type_url: String = 1 plain value Text;
        /// The message in bytes.
        value: Bytes = 2 plain value Octets;
    }
    /// `google.protobuf.Empty`: no fields.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
    Empty = "Empty" {}
    /// `google.protobuf.FieldMask`: paths of fields.
    #[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
    FieldMask = "FieldMask" {
        /// Names of fields, with dots between those of one path.
        paths: Vec<String> = 1 repeated repeated Text;
    }
    /// `google.protobuf.Struct`: an object of JSON.
    #[derive(Debug, Clone, PartialEq, Default)]
    Struct = "Struct" {
        /// The properties.
        fields: BTreeMap<String, Value> = 1 map map Text Embedded;
    }
    /// `google.protobuf.ListValue`: an array of JSON.
    #[derive(Debug, Clone, PartialEq, Default)]
    ListValue = "ListValue" {
        /// The items.
        values: Vec<Value> = 1 repeated repeated Embedded;
    }
}

/// `google.protobuf.Value`: any value of JSON.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Value {
    /// What it is. Protobuf asks for one; absent, it is nothing at all.
    pub kind: Option<ValueKind>,
}

/// What a [`Value`] is.
#[derive(Debug, Clone, PartialEq)]
pub enum ValueKind {
    /// `null`.
    Null(NullValue),
    /// A number.
    Number(f64),
    /// A string.
    String(String),
    /// A boolean.
    Bool(bool),
    /// An object.
    Struct(Struct),
    /// An array.
    List(ListValue),
}

impl Message for Value {
    const NAME: &'static str = "google.protobuf.Value";

    fn write(&self, to: &mut Writer) {
        to.one_of(&self.kind);
    }

    fn read(&mut self, field: &mut Field<'_, '_>) -> Read {
        match field.number() {
            1..=6 => field.one_of(&mut self.kind),
            _ => field.skip(),
        }
    }
}

impl OneOf for ValueKind {
    fn write(&self, to: &mut Writer) {
        match self {
            Self::Null(value) => to.value(1, Number, value),
            Self::Number(value) => to.value(2, Double, value),
            Self::String(value) => to.value(3, Text, value),
            Self::Bool(value) => to.value(4, Bool, value),
            Self::Struct(value) => to.value(5, Embedded, value),
            Self::List(value) => to.value(6, Embedded, value),
        }
    }

    fn read(this: &mut Option<Self>, field: &mut Field<'_, '_>) -> Read {
        match field.number() {
            1 => field.arm(Number, this, Self::Null),
            2 => field.arm(Double, this, Self::Number),
            3 => field.arm(Text, this, Self::String),
            4 => field.arm(Bool, this, Self::Bool),
            5 => field.merged_arm(Embedded, this, Self::Struct, |old| match old {
                Self::Struct(value) => Some(value),
                _ => None,
            }),
            6 => field.merged_arm(Embedded, this, Self::List, |old| match old {
                Self::List(value) => Some(value),
                _ => None,
            }),
            _ => field.skip(),
        }
    }
}

/// `google.protobuf.NullValue`: `null`, whatever number came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct NullValue;

impl From<i32> for NullValue {
    fn from(_: i32) -> Self {
        Self
    }
}

impl super::Enum for NullValue {
    fn to_number(self) -> i32 {
        0
    }
}

/// A time that another type has no room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfRange;

impl std::fmt::Display for OutOfRange {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("the time is out of range")
    }
}

impl std::error::Error for OutOfRange {}

/// Nanoseconds of a second.
const SECOND: i128 = 1_000_000_000;

impl From<DateTime> for Timestamp {
    fn from(at: DateTime) -> Self {
        Self { seconds: at.unix_timestamp(), nanos: at.nanosecond().cast_signed() }
    }
}

impl TryFrom<Timestamp> for DateTime {
    type Error = OutOfRange;
    fn try_from(at: Timestamp) -> Result<Self, OutOfRange> {
        let nanos = i128::from(at.seconds) * SECOND + i128::from(at.nanos);
        Self::from_unix_timestamp_nanos(nanos).map_err(|_| OutOfRange)
    }
}

impl TryFrom<std::time::Duration> for Duration {
    type Error = OutOfRange;
    fn try_from(span: std::time::Duration) -> Result<Self, OutOfRange> {
        let seconds = i64::try_from(span.as_secs()).map_err(|_| OutOfRange)?;
        Ok(Self { seconds, nanos: span.subsec_nanos().cast_signed() })
    }
}

/// What is negative has no room.
impl TryFrom<Duration> for std::time::Duration {
    type Error = OutOfRange;
    fn try_from(span: Duration) -> Result<Self, OutOfRange> {
        let nanos = i128::from(span.seconds) * SECOND + i128::from(span.nanos);
        let nanos = u128::try_from(nanos).map_err(|_| OutOfRange)?;
        let (seconds, rest) = (nanos / SECOND.cast_unsigned(), nanos % SECOND.cast_unsigned());
        let seconds = u64::try_from(seconds).map_err(|_| OutOfRange)?;
        Ok(Self::new(seconds, u32::try_from(rest).unwrap_or_default()))
    }
}

/// What stands in front of names in [`Any::type_url`].
const PREFIX: &str = "type.googleapis.com/";

impl Any {
    /// A message with its name.
    #[must_use]
    pub fn pack<T: Message>(message: &T) -> Self {
        Self { type_url: format!("{PREFIX}{}", T::NAME), value: message.to_bytes().into() }
    }

    /// Whether it holds a message of this type.
    #[must_use]
    pub fn is<T: Message>(&self) -> bool {
        self.type_url.rsplit('/').next() == Some(T::NAME)
    }

    /// The message, if it is of this type.
    ///
    /// # Errors
    /// When it says that it is, and its bytes are not.
    pub fn unpack<T: Message>(&self) -> Result<Option<T>, DecodeError> {
        if self.is::<T>() { T::from_bytes(&self.value).map(Some) } else { Ok(None) }
    }
}
