//! Objects as protocol headers: pairs of text. Numbers and booleans are parsed from their text; strings are as they are;
//! arrays and objects are JSON in a text.

use std::borrow::Cow;

use serde::de::value::MapDeserializer;
use serde::de::{Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Value};

use super::{DecodeError, DecodeErrorKind, EncodeError, Way, Wire};

/// Reads and checks an object type from headers. Names are compared as they are, else regardless of ASCII case.
///
/// # Errors
/// When a header is missing, does not fit, or breaks a rule.
pub fn read_headers<'a, T: Wire>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<T, DecodeError> {
    let pairs: Vec<_> = pairs.into_iter().collect();
    let value = T::read(Headers(pairs))
        .map_err(|error| DecodeError::new(DecodeErrorKind::Mismatch, "", format!("headers: {error}")))?;
    // Headers are no JSON, so that rules on JSON could not be checked while they were read.
    value.check(Way::Out).map_err(DecodeError::from)?;
    Ok(value)
}

/// Checks an object type and writes it as headers.
///
/// # Errors
/// When it breaks a rule, or is not an object.
pub fn write_headers<T: Wire>(value: &T) -> Result<Vec<(String, String)>, EncodeError> {
    value.check(Way::Out).map_err(EncodeError::from)?;
    let tree = value.write(serde_json::value::Serializer).map_err(|error| EncodeError::from_json(&error))?;
    let Value::Object(entries) = tree else {
        return Err(EncodeError::new("headers are not an object"));
    };
    let text = |value| match value {
        Value::String(text) => text,
        other => other.to_string(),
    };
    Ok(entries.into_iter().map(|(key, value)| (key, text(value))).collect())
}

struct Headers<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Headers<'a> {
    /// Of headers that are there twice, the first counts: protocols allow repetition, objects do not.
    fn visit<'de, V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        let mut seen: Vec<(Cow<'a, str>, Text<'a>)> = Vec::with_capacity(self.0.len());
        for (name, value) in self.0 {
            let same = |field: &&&str| **field == name;
            let alike = |field: &&&str| field.eq_ignore_ascii_case(name);
            let name: &str = fields.iter().find(same).or_else(|| fields.iter().find(alike)).copied().unwrap_or(name);
            if !seen.iter().any(|(other, _)| other == name) {
                seen.push((name.to_owned().into(), Text(value)));
            }
        }
        visitor.visit_map(MapDeserializer::new(seen.into_iter()))
    }
}

impl<'de> Deserializer<'de> for Headers<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.visit(&[], visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.visit(fields, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    /// No JSON stands behind these texts; [`read_valid`](super::read_valid) wants to know.
    fn is_human_readable(&self) -> bool {
        false
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// The text of a header, read as what is asked for.
struct Text<'a>(&'a str);

impl<'de> IntoDeserializer<'de, Error> for Text<'_> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! as_json {
    ($($name:ident)*) => {$(
        fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            serde_json::from_str::<Value>(self.0)?.$name(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Text<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.0)
    }

    as_json! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64
        deserialize_seq deserialize_map
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        serde_json::from_str::<Value>(self.0)?.deserialize_struct(name, fields, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_empty() || self.0 == "null" {
            visitor.visit_unit()
        } else {
            Err(Error::custom("the header has a value where none is allowed"))
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit_struct newtype_struct tuple tuple_struct enum identifier
    }
}
