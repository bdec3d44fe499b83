//! Payloads whose schema is Protobuf's, proto2 or proto3, in the binary encoding.
//!
//! Input: bytes and a type that implements [`Message`]. Output: a value, or an error. Invariant: no input makes this code
//! panic, nest deeper than 100 levels, or hold more than a small multiple of the payload. Keys, scalars and unknown fields
//! are read and written by `prost`, none of whose types shows.

mod fault;
mod kind;
mod known;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use fault::{Fault, Read};
pub use kind::{
    Bool, Double, Embedded, Enum, Fixed32, Fixed64, Float, Int32, Int64, Kind, Number, Octets, Sfixed32, Sfixed64,
    Sint32, Sint64, Text, Uint32, Uint64, Wrapped,
};
pub use known::{
    Any, Duration, Empty, FieldMask, ListValue, NullValue, OutOfRange, Struct, Timestamp, Value, ValueKind,
};
pub use read::Field;
pub use write::Writer;

use bytes::Bytes;

use crate::wire::{DecodeError, EncodeError, Wire};
use crate::{MessageInfo, Outgoing, RawMessage, SharedStr, WithHeaders, decode_headers};

/// A message of Protobuf. Implemented by generated types.
///
/// Fields that it does not know are skipped. What a message begins with is its `Default`: zero, empty, absent.
pub trait Message: Default {
    /// Its full name: `acme.Order`.
    const NAME: &'static str;

    /// The numbers of the fields that must be there (proto2), in ascending order.
    const REQUIRED: &'static [u32] = &[];

    /// Writes the fields, in the order of their numbers.
    fn write(&self, to: &mut Writer);

    /// Reads one field into the message, or skips it.
    ///
    /// # Errors
    /// When it is not what its type says.
    fn read(&mut self, field: &mut Field<'_, '_>) -> Read;

    /// The message in bytes.
    #[must_use]
    fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        self.write(&mut writer);
        writer.into_bytes()
    }

    /// The message of some bytes.
    ///
    /// # Errors
    /// When they are not a message of this type.
    fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut message = Self::default();
        match read::read_message(&mut message, bytes, read::DEEPEST) {
            Ok(()) => Ok(message),
            Err(fault) => Err(DecodeError::malformed(format!("not Protobuf of `{}`: {fault}", Self::NAME))),
        }
    }
}

impl<T: Message> Message for Box<T> {
    const NAME: &'static str = T::NAME;
    const REQUIRED: &'static [u32] = T::REQUIRED;

    fn write(&self, to: &mut Writer) {
        T::write(self, to);
    }

    fn read(&mut self, field: &mut Field<'_, '_>) -> Read {
        T::read(self, field)
    }
}

/// At most one of several fields. Implemented by generated enums.
pub trait OneOf: Sized {
    /// Writes the field.
    fn write(&self, to: &mut Writer);

    /// Reads one of the fields; the last one that comes counts.
    ///
    /// # Errors
    /// When it is not what its type says.
    fn read(this: &mut Option<Self>, field: &mut Field<'_, '_>) -> Read;
}

/// A message that goes out in Protobuf.
#[derive(Debug)]
pub struct AsProtobuf<'a, T>(pub &'a T);

fn raw(message: &impl Message, info: &'static MessageInfo) -> RawMessage {
    let payload = Bytes::from(message.to_bytes());
    RawMessage { content_type: Some(SharedStr::from_static(info.content_type)), payload, ..RawMessage::default() }
}

impl<T: Message> Outgoing for AsProtobuf<'_, T> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        Ok(raw(self.0, info))
    }
}

impl<P: Message, H: Wire> Outgoing for AsProtobuf<'_, WithHeaders<P, H>> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        let mut message = raw(&self.0.payload, info);
        for (name, value) in crate::wire::write_headers(&self.0.headers)? {
            message.headers.append(name, value);
        }
        Ok(message)
    }
}

/// Decodes a payload.
///
/// # Errors
/// When it is not a message of the type.
pub fn decode<T: Message>(message: &RawMessage) -> Result<T, DecodeError> {
    T::from_bytes(&message.payload)
}

/// Decodes a payload together with its declared headers.
///
/// # Errors
/// As [`decode`], and when a header is missing or breaks a rule.
pub fn decode_with_headers<P: Message, H: Wire>(message: &RawMessage) -> Result<WithHeaders<P, H>, DecodeError> {
    Ok(WithHeaders { headers: decode_headers(&message.headers)?, payload: decode(message)? })
}

/// What an enum of Protobuf has beside its variants: `KNOWN`, its name and number, and the way back from both.
#[doc(hidden)]
#[macro_export]
macro_rules! protobuf_enum {
    ($name:ident { $($variant:ident = $number:literal $text:literal),+ $(,)? } $other:ident, $first:ident) => {
        impl $name {
            /// The values that the document names, in its order.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),+];

            /// The number that stands for the value.
            #[must_use]
            #[inline]
            pub const fn number(self) -> i32 {
                match self {
                    $(Self::$variant => $number,)+
                    Self::$other(number) => number,
                }
            }

            /// The value's name in Protobuf; of a number that has none, nothing.
            #[must_use]
            #[inline]
            pub const fn name(self) -> ::core::option::Option<&'static str> {
                match self {
                    $(Self::$variant => ::core::option::Option::Some($text),)+
                    Self::$other(_) => ::core::option::Option::None,
                }
            }
        }
        impl ::core::default::Default for $name {
            #[inline]
            fn default() -> Self {
                Self::$first
            }
        }
        impl ::core::convert::From<i32> for $name {
            #[inline]
            fn from(number: i32) -> Self {
                match number {
                    $($number => Self::$variant,)+
                    number => Self::$other(number),
                }
            }
        }
        impl ::core::fmt::Display for $name {
            fn fmt(&self, out: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::protobuf::show(self.name(), self.number(), out)
            }
        }
        impl $crate::protobuf::Enum for $name {
            #[inline]
            fn to_number(self) -> i32 {
                self.number()
            }
        }
    };
}

/// The name of a value, else its number. For `protobuf_enum!`.
///
/// # Errors
/// Those of `out`.
#[doc(hidden)]
pub fn show(name: Option<&str>, number: i32, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    match name {
        Some(name) => out.pad(name),
        None => std::fmt::Display::fmt(&number, out),
    }
}
