//! oneOf and anyOf: how the right arm is found.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, Visitor};
use serde_json::Value;

use super::{JsonKind, Violation, Wire};

/// A union of objects that one property tells apart. Implemented by generated enums.
pub trait Tagged: Sized {
    /// The type's name, for messages.
    const NAME: &'static str;
    /// The property.
    const TAG: &'static str;

    /// Reads the arm of a tag; [`unknown_tag`] where there is none.
    ///
    /// # Errors
    /// When no arm has this tag, or what its arm finds.
    fn arm<'de, D: Deserializer<'de>>(tag: &Value, from: D) -> Result<Self, D::Error>;
}

/// Reads a union by its tag: what comes before the tag is buffered, what follows is not.
///
/// # Errors
/// When it is not an object, has no tag or an unknown one, or what its arm finds.
pub fn read_tagged<'de, T: Tagged, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    from.deserialize_map(TaggedVisitor(PhantomData))
}

struct TaggedVisitor<T>(PhantomData<T>);

impl<'de, T: Tagged> Visitor<'de> for TaggedVisitor<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "an object ({})", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut before = Vec::new();
        loop {
            let Some(key) = map.next_key_seed(TagKey(T::TAG))? else {
                return Err(A::Error::missing_field(T::TAG));
            };
            let value = map.next_value::<Value>()?;
            if key == T::TAG {
                let tag = value.clone();
                before.push((key, value));
                let replay = Replay { before: before.into_iter(), value: None, rest: map };
                return T::arm(&tag, MapAccessDeserializer::new(replay));
            }
            before.push((key, value));
        }
    }
}

/// Reads a key; that of the tag without allocating.
struct TagKey(&'static str);

impl<'de> DeserializeSeed<'de> for TagKey {
    type Value = Cow<'static, str>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for TagKey {
    type Value = Cow<'static, str>;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a property name")
    }
    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(if key == self.0 { Cow::Borrowed(self.0) } else { Cow::Owned(key.to_owned()) })
    }
}

/// The properties that were read in search of the tag, then the others.
struct Replay<A> {
    before: std::vec::IntoIter<(Cow<'static, str>, Value)>,
    value: Option<Value>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.before.next() {
            Some((key, value)) => {
                self.value = Some(value);
                let key: StrDeserializer<'_, A::Error> = (&*key).into_deserializer();
                seed.deserialize(key).map(Some)
            }
            None => self.rest.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(value).map_err(A::Error::custom),
            None => self.rest.next_value_seed(seed),
        }
    }
}

/// Reads the content of an arm.
///
/// # Errors
/// What the content finds.
pub fn arm<'de, T: Wire, U, D: Deserializer<'de>>(wrap: impl FnOnce(T) -> U, from: D) -> Result<U, D::Error> {
    T::read(from).map(wrap)
}

/// The error for a tag that no arm has.
#[cold]
pub fn unknown_tag<T: Tagged, E: Error>(tag: &Value) -> E {
    let shown = super::error::shortened(tag.to_string(), 60);
    E::custom(format_args!("`{}` is {shown}, which no variant of {} has", T::TAG, T::NAME))
}

/// Reads a value into a tree, for unions that must look at it before they can choose.
///
/// # Errors
/// When it is not JSON, or what `choose` finds.
pub fn read_buffered<'de, T, D: Deserializer<'de>>(
    from: D,
    choose: impl FnOnce(&Value) -> Result<T, serde_json::Error>,
) -> Result<T, D::Error> {
    let value = <Value as serde::Deserialize>::deserialize(from)?;
    choose(&value).map_err(D::Error::custom)
}

/// The JSON type of a value.
#[must_use]
pub fn json_kind(value: &Value) -> JsonKind {
    match value {
        Value::Null => JsonKind::Null,
        Value::Bool(_) => JsonKind::Bool,
        Value::Number(_) => JsonKind::Number,
        Value::String(_) => JsonKind::String,
        Value::Array(_) => JsonKind::Array,
        Value::Object(_) => JsonKind::Object,
    }
}

/// Tries an arm: the value, if it reads and all its rules hold (`check`: those that its type does not know of).
#[must_use]
pub fn trial<T: Wire, U>(
    value: &Value,
    wrap: impl FnOnce(T) -> U,
    check: impl FnOnce(&T) -> Result<(), Violation>,
) -> Option<U> {
    T::read(value).ok().filter(|read| read.check().is_ok() && check(read).is_ok()).map(wrap)
}

/// The error for a JSON type that no variant has.
#[cold]
pub fn no_variant<E: Error>(name: &'static str) -> E {
    E::custom(format_args!("no variant of {name} has this JSON type"))
}

/// The only one of several tried arms (`exactly_one`), or the first.
///
/// # Errors
/// When none fits, or a second one where only one may.
pub fn no_arm<T, E: Error>(
    name: &'static str,
    exactly_one: bool,
    arms: impl IntoIterator<Item = Option<T>>,
) -> Result<T, E> {
    let mut fitting = arms.into_iter().flatten();
    match fitting.next() {
        None => Err(E::custom(format_args!("no variant of {name} fits"))),
        Some(_) if exactly_one && fitting.next().is_some() => {
            Err(E::custom(format_args!("more than one variant of {name} fits")))
        }
        Some(value) => Ok(value),
    }
}
