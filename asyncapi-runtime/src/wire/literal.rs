//! JSON values that are known when the program is built: constants, defaults, and enums of them.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;

/// A JSON value that is known at build time; can stand in a `static`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Literal {
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A whole number beyond `i64`.
    Unsigned(u64),
    /// Any other number.
    Number(f64),
    /// A string.
    String(&'static str),
    /// An array.
    Array(&'static [Literal]),
    /// An object.
    Object(&'static [(&'static str, Literal)]),
}

impl Literal {
    /// The value as a tree.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Integer(value) => Value::from(*value),
            Self::Unsigned(value) => Value::from(*value),
            Self::Number(value) => Value::from(*value),
            Self::String(value) => Value::from(*value),
            Self::Array(items) => items.iter().map(Self::to_json).collect(),
            Self::Object(entries) => entries.iter().map(|(key, value)| ((*key).to_owned(), value.to_json())).collect(),
        }
    }

    /// Whether `value` is this value in the sense of JSON Schema: `1.0` equals `1`.
    #[must_use]
    pub fn equals(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Null, Value::Null) => true,
            (Self::Bool(this), Value::Bool(that)) => this == that,
            (Self::String(this), Value::String(that)) => this == that,
            (Self::Integer(this), Value::Number(that)) => number_is(that, (*this).into()),
            (Self::Unsigned(this), Value::Number(that)) => number_is(that, (*this).into()),
            (Self::Number(this), Value::Number(that)) => that.as_f64() == Some(*this),
            (Self::Array(this), Value::Array(that)) => {
                this.len() == that.len() && this.iter().zip(that).all(|(this, that)| this.equals(that))
            }
            (Self::Object(this), Value::Object(that)) => {
                this.len() == that.len()
                    && this.iter().all(|(key, value)| that.get(*key).is_some_and(|that| value.equals(that)))
            }
            _ => false,
        }
    }

    /// The integer, if it is one. A literal with a fraction is none; one without was made an integer by the generator.
    pub(super) fn as_integer(&self) -> Option<i128> {
        match self {
            Self::Integer(this) => Some((*this).into()),
            Self::Unsigned(this) => Some((*this).into()),
            _ => None,
        }
    }

    /// The nearest float, if it is a number.
    #[expect(clippy::cast_precision_loss, reason = "integers are compared as such where both are")]
    pub(super) fn as_float(&self) -> Option<f64> {
        match self {
            Self::Integer(this) => Some(*this as f64),
            Self::Unsigned(this) => Some(*this as f64),
            Self::Number(this) => Some(*this),
            _ => None,
        }
    }

    fn is_integer(&self, value: i128) -> bool {
        self.as_integer() == Some(value)
    }
}

/// Whether a number of a tree is an integer's value.
fn number_is(number: &serde_json::Number, wanted: i128) -> bool {
    if let Some(value) = number.as_i64() {
        return i128::from(value) == wanted;
    }
    if let Some(value) = number.as_u64() {
        return i128::from(value) == wanted;
    }
    number.as_f64().and_then(super::number::whole).is_some_and(|value| value == wanted)
}

impl fmt::Display for Literal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_json().fmt(out)
    }
}

impl Serialize for Literal {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::Bool(value) => to.serialize_bool(*value),
            Self::Integer(value) => to.serialize_i64(*value),
            Self::Unsigned(value) => to.serialize_u64(*value),
            Self::Number(value) => to.serialize_f64(*value),
            Self::String(value) => to.serialize_str(value),
            Self::Array(items) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                for item in *items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Object(entries) => {
                let mut map = to.serialize_map(Some(entries.len()))?;
                for (key, value) in *entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// Reads a value that must be exactly this one; strings are compared where they stand.
pub(super) struct Exactly<'a>(pub(super) &'a Literal);

impl<'de> DeserializeSeed<'de> for Exactly<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        match self.0 {
            Literal::String(_) => from.deserialize_str(self),
            Literal::Bool(_) => from.deserialize_bool(self),
            Literal::Integer(_) => from.deserialize_i64(self),
            Literal::Unsigned(_) => from.deserialize_u64(self),
            Literal::Number(_) => from.deserialize_f64(self),
            Literal::Null => from.deserialize_unit(self),
            Literal::Array(_) | Literal::Object(_) => {
                let value = <Value as serde::Deserialize>::deserialize(from)?;
                self.accept(self.0.equals(&value))
            }
        }
    }
}

impl Exactly<'_> {
    fn accept<E: Error>(&self, equal: bool) -> Result<(), E> {
        if equal { Ok(()) } else { Err(E::custom(format_args!("expected the constant {}", self.0))) }
    }
}

impl Visitor<'_> for Exactly<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the constant {}", self.0)
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.accept(matches!(self.0, Literal::String(this) if *this == value))
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.accept(matches!(self.0, Literal::Bool(this) if *this == value))
    }
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.accept(matches!(self.0, Literal::Null))
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        #[expect(clippy::cast_precision_loss, reason = "a literal with a fraction is compared as what it is")]
        let as_float = value as f64;
        self.accept(self.0.is_integer(value.into()) || matches!(self.0, Literal::Number(this) if *this == as_float))
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        #[expect(clippy::cast_precision_loss, reason = "a literal with a fraction is compared as what it is")]
        let as_float = value as f64;
        self.accept(self.0.is_integer(value.into()) || matches!(self.0, Literal::Number(this) if *this == as_float))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        let whole = super::number::whole(value).is_some_and(|value| self.0.is_integer(value));
        self.accept(whole || matches!(self.0, Literal::Number(this) if *this == value))
    }
}

/// An enum whose values are strings. Implemented by `text_enum!`.
pub trait TextEnum: Sized + 'static {
    /// The type's name, for messages.
    const NAME: &'static str;
    /// The texts of all values.
    const TEXTS: &'static [&'static str];
    /// The value of a text.
    fn from_text(text: &str) -> Option<Self>;
    /// The text of the value.
    fn text(&self) -> &'static str;
}

/// Reads a value of a [`TextEnum`], without allocating.
///
/// # Errors
/// When it is not a string, or not one of the texts.
pub fn read_text<'de, T: TextEnum, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    struct TextVisitor<T>(std::marker::PhantomData<T>);
    impl<T: TextEnum> Visitor<'_> for TextVisitor<T> {
        type Value = T;
        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(out, "a string ({})", T::NAME)
        }
        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            let shown = text.char_indices().nth(60).map_or(text, |(end, _)| text.get(..end).unwrap_or_default());
            T::from_text(text).ok_or_else(|| E::custom(NotOneOf { found: shown, choices: T::TEXTS }))
        }
    }
    from.deserialize_str(TextVisitor(std::marker::PhantomData))
}

/// The message of a text that an enum does not have; long lists are cut.
struct NotOneOf<'a> {
    found: &'a str,
    choices: &'static [&'static str],
}

impl fmt::Display for NotOneOf<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` is not one of ", self.found)?;
        for (at, choice) in self.choices.iter().take(6).enumerate() {
            write!(out, "{}`{choice}`", if at == 0 { "" } else { ", " })?;
        }
        if self.choices.len() > 6 { out.write_str(", …") } else { Ok(()) }
    }
}

/// A text that an enum of strings does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownValue(&'static str, &'static [&'static str]);

impl UnknownValue {
    /// The value, or this error.
    ///
    /// # Errors
    /// When there is no value.
    #[doc(hidden)]
    pub fn or<T: TextEnum>(value: Option<T>) -> Result<T, Self> {
        value.ok_or(Self(T::NAME, T::TEXTS))
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "not a value of {}: expected one of ", self.0)?;
        for (at, choice) in self.1.iter().take(6).enumerate() {
            write!(out, "{}`{choice}`", if at == 0 { "" } else { ", " })?;
        }
        if self.1.len() > 6 { out.write_str(", …") } else { Ok(()) }
    }
}

impl std::error::Error for UnknownValue {}

/// An enum of values that are not all strings. Implemented by `literal_enum!`.
pub trait LiteralEnum: Copy + PartialEq + 'static {
    /// The type's name, for messages.
    const NAME: &'static str;
    /// All values.
    const LITERALS: &'static [(Literal, Self)];
}

/// Reads a value of a [`LiteralEnum`].
///
/// # Errors
/// When it is none of its values.
pub fn read_literal<'de, T: LiteralEnum, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let value = <Value as serde::Deserialize>::deserialize(from)?;
    let found = T::LITERALS.iter().find(|(literal, _)| literal.equals(&value));
    found.map(|(_, value)| *value).ok_or_else(|| D::Error::custom(format_args!("not a value of {}", T::NAME)))
}

/// Writes a value of a [`LiteralEnum`].
///
/// # Errors
/// Those of the format.
pub fn write_literal<T: LiteralEnum, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    match T::LITERALS.iter().find(|(_, this)| this == value) {
        Some((literal, _)) => literal.serialize(to),
        None => Err(serde::ser::Error::custom(format_args!("not a value of {}", T::NAME))),
    }
}
