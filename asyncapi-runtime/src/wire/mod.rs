//! How a payload is read, written and checked: JSON text ↔ typed values.
//!
//! Input: bytes of JSON (or header pairs) and a type that implements [`Wire`]. Output: a value that obeys every rule of
//! its schema, or an error that names the place by JSON pointer. Invariant: nothing is allocated for checks that hold,
//! and no input makes this code panic or recurse beyond serde_json's limit of 128 levels.
//!
//! [`Wire`] is a trait of our own rather than serde's because JSON Schema and serde disagree: `null` is not "absent",
//! `1.0` is an integer, and a date-time keeps its offset. Library features that unify across a user's dependency graph
//! (`serde_json/arbitrary_precision`, `preserve_order`) change nothing here.

mod any_of;
#[cfg(feature = "arbitrary")]
pub mod arbitrary;
mod base64;
mod builtin;
mod conditions;
mod error;
mod examples;
mod formats;
mod headers;
mod literal;
mod macros;
mod number;
mod object;
mod packed;
mod pattern;
mod rules;
mod scan;
mod schema;
#[cfg(test)]
mod tests;
mod time;
mod tree;
mod union;

#[doc(hidden)]
pub use crate::{literal_enum, newtype, open_text_enum, serde_impls, text_enum};
pub use ::bytes::Bytes;
pub use ::time::{Date, OffsetDateTime as DateTime};
pub use any_of::{AnyOf, AnyOfWriter, Fitting, JsonError, any_there, read_any_of};
pub use builtin::Never;
pub use conditions::*;
pub use error::{DecodeError, DecodeErrorKind, EncodeError, Violation, at};
pub use examples::{example, examples};
pub use headers::{read_headers, write_headers};
pub use literal::{Literal, LiteralEnum, TextEnum, UnknownValue, read_literal, read_text, write_literal};
pub use object::{Fields, Object, ObjectWriter, read_object};
pub use pattern::{Pattern, Undecided};
pub use rules::*;
pub use scan::{Found, JsonKind, ScanPath, scan};
pub use schema::{Keyword, Properties, Schema, Type, Valid, read_valid, write_valid};
#[doc(hidden)]
pub use serde;
pub use serde::{Deserializer, Serializer, de::MapAccess};
pub use serde_json::Value as Json;
pub use time::Time;
pub use union::{
    Alternatives, ByKind, Tagged, arm, no_variant, only_one, read_alternative, read_by_kind, read_tagged, unknown_tag,
};
pub use uuid::Uuid;

use std::marker::PhantomData;

/// A type that a JSON Schema describes.
pub trait Wire: Sized {
    /// Reads a value as far as the type itself carries the rules of its schema.
    ///
    /// # Errors
    /// When what is found does not fit the type.
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error>;

    /// Writes the value.
    ///
    /// # Errors
    /// Only those of the serializer, and those of values that JSON cannot hold, such as `NaN`.
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;

    /// The rules that the type itself cannot carry: on the way in after [`read`](Self::read), on the way out before
    /// [`write`](Self::write).
    ///
    /// # Errors
    /// The first rule that does not hold.
    fn check(&self, way: Way) -> Result<(), Violation> {
        let _ = way;
        Ok(())
    }
}

/// Why a value is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// It was read: rules on its JSON were checked then, and are not checked again.
    In,
    /// It is to be written, or was made by the program.
    Out,
}

/// Reads and checks a value.
///
/// # Errors
/// When `json` is not JSON, does not fit the type, or breaks a rule; the error names the place by JSON pointer.
pub fn decode<T: Wire>(json: &[u8]) -> Result<T, DecodeError> {
    // Checked once for the whole: serde_json would check the bytes of every string by itself, at twice the price.
    let text = std::str::from_utf8(json)
        .map_err(|error| DecodeError::malformed(format!("not UTF-8 from byte {} on", error.valid_up_to())))?;
    let mut from = serde_json::Deserializer::from_str(text);
    let read = T::read(&mut from).and_then(|value| from.end().map(|()| value));
    let value = read.map_err(|error| DecodeError::from_json(json, &error))?;
    value.check(Way::In).map_err(DecodeError::from)?;
    Ok(value)
}

/// Checks and writes a value.
///
/// # Errors
/// When the value breaks a rule of its schema, or holds what JSON cannot, such as `NaN`.
pub fn encode<T: Wire>(value: &T) -> Result<Vec<u8>, EncodeError> {
    let mut json = Vec::with_capacity(256);
    encode_into(value, &mut json)?;
    Ok(json)
}

/// As [`encode`], behind what `json` holds already.
///
/// # Errors
/// As [`encode`]; `json` then ends in what was written so far.
pub(crate) fn encode_into<T: Wire>(value: &T, json: &mut Vec<u8>) -> Result<(), EncodeError> {
    value.check(Way::Out).map_err(EncodeError::from)?;
    value.write(&mut serde_json::Serializer::new(json)).map_err(|error| EncodeError::from_json(&error))
}

/// `serde::Serialize` by way of [`Wire`]: check, then write. For [`serde_impls!`](crate::serde_impls).
///
/// # Errors
/// A broken rule, or an error of the serializer.
#[doc(hidden)]
pub fn serialize<T: Wire, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    value.check(Way::Out).map_err(serde::ser::Error::custom)?;
    value.write(to)
}

/// `serde::Deserialize` by way of [`Wire`]: read, then check. For [`serde_impls!`](crate::serde_impls).
///
/// # Errors
/// What does not fit the type, or breaks a rule.
#[doc(hidden)]
pub fn deserialize<'de, T: Wire, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let value = T::read(from)?;
    value.check(Way::In).map_err(serde::de::Error::custom)?;
    Ok(value)
}

/// Lets serde's containers write a value by [`Wire`].
pub(crate) struct As<'a, T>(pub(crate) &'a T);

impl<T: Wire> serde::Serialize for As<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
    }
}

/// Lets serde's containers read a value by [`Wire`].
pub(crate) struct Seed<T>(PhantomData<T>);

impl<T> Seed<T> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Wire> serde::de::DeserializeSeed<'de> for Seed<T> {
    type Value = T;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        T::read(from)
    }
}
