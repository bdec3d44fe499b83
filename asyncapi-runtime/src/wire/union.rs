//! oneOf and anyOf: how the right arm is found.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::tree::{numbers_are_maps, read_tree};
use super::{JsonKind, Schema, Violation, Way, Wire};

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

/// A union whose arms are of different JSON types. Implemented by generated enums.
pub trait ByKind: Sized {
    /// The type's name, for messages.
    const NAME: &'static str;

    /// Reads the arm of a JSON type; [`no_variant`] where there is none.
    ///
    /// # Errors
    /// When no arm is of this type, or what its arm finds.
    fn arm<'de, D: Deserializer<'de>>(kind: JsonKind, from: D) -> Result<Self, D::Error>;
}

/// Reads a union by the JSON type of what stands there, without buffering.
///
/// # Errors
/// When no arm is of its type, or what its arm finds.
pub fn read_by_kind<'de, T: ByKind, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    if numbers_are_maps() {
        let value = <Value as serde::Deserialize>::deserialize(from)?;
        let kind = match value {
            Value::Null => JsonKind::Null,
            Value::Bool(_) => JsonKind::Bool,
            Value::Number(_) => JsonKind::Number,
            Value::String(_) => JsonKind::String,
            Value::Array(_) => JsonKind::Array,
            Value::Object(_) => JsonKind::Object,
        };
        return T::arm(kind, value).map_err(D::Error::custom);
    }
    from.deserialize_any(KindVisitor(PhantomData))
}

struct KindVisitor<T>(PhantomData<T>);

macro_rules! visit_numbers {
    ($($name:ident $type:ty),*) => {$(
        fn $name<E: Error>(self, value: $type) -> Result<T, E> {
            T::arm(JsonKind::Number, value.into_deserializer())
        }
    )*};
}

impl<'de, T: ByKind> Visitor<'de> for KindVisitor<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a value of {}", T::NAME)
    }
    fn visit_unit<E: Error>(self) -> Result<T, E> {
        T::arm(JsonKind::Null, ().into_deserializer())
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        T::arm(JsonKind::Bool, value.into_deserializer())
    }
    visit_numbers!(visit_i64 i64, visit_u64 u64, visit_f64 f64);
    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        T::arm(JsonKind::String, value.into_deserializer())
    }
    fn visit_string<E: Error>(self, value: String) -> Result<T, E> {
        T::arm(JsonKind::String, value.into_deserializer())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<T, A::Error> {
        T::arm(JsonKind::Array, SeqAccessDeserializer::new(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
        T::arm(JsonKind::Object, MapAccessDeserializer::new(entries))
    }
}

/// The error for a JSON type that no variant has.
#[cold]
pub fn no_variant<T: ByKind, E: Error>() -> E {
    E::custom(format_args!("no variant of {} has this JSON type", T::NAME))
}

/// A union whose arms can only be told apart by their schemas. Implemented by generated enums.
pub trait Alternatives: Sized {
    /// The type's name, for messages.
    const NAME: &'static str;
    /// oneOf: no second arm may accept the value.
    const EXACTLY_ONE: bool;

    /// The schemas of the arms.
    fn schemas() -> &'static [&'static Schema];

    /// Reads the arm of an index.
    ///
    /// # Errors
    /// What the arm finds.
    fn arm<'de, D: Deserializer<'de>>(at: usize, from: D) -> Result<Self, D::Error>;
}

/// Reads a union by the schemas of its arms: into a tree first, to look at.
///
/// # Errors
/// When no arm fits, a second one fits where only one may, or what the arm finds.
pub fn read_alternative<'de, T: Alternatives, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    read_tree(from, choose)
}

fn choose<T: Alternatives>(value: Value) -> Result<T, serde_json::Error> {
    let fits = |(at, schema): (usize, &&'static Schema)| schema.accepts(&value).then_some(at);
    let mut fitting = T::schemas().iter().enumerate().filter_map(fits);
    let (first, second) = (fitting.next(), T::EXACTLY_ONE.then(|| fitting.next()).flatten());
    match (first, second) {
        (Some(at), None) => T::arm(at, value),
        (None, _) => Err(Error::custom(no_alternative(T::NAME, T::schemas(), &value))),
        (Some(_), Some(_)) => Err(Error::custom(format_args!("more than one variant of {} fits", T::NAME))),
    }
}

/// Why no alternative fits: what the one breaks that comes closest.
#[cold]
pub(super) fn no_alternative(name: &str, schemas: &[&'static Schema], value: &Value) -> String {
    let broken = schemas.iter().map(|schema| schema.violations(value));
    match broken.min_by_key(Vec::len).and_then(|violations| violations.into_iter().next()) {
        Some(violation) => format!("no variant of {name} fits; the closest breaks: {violation}"),
        None => format!("no variant of {name} fits"),
    }
}

/// Checks that only one arm of a oneOf accepts what is to be written.
///
/// # Errors
/// When there is a second one.
pub fn only_one<T: Alternatives + Wire>(value: &T, way: Way) -> Result<(), Violation> {
    if way == Way::In || !T::EXACTLY_ONE {
        return Ok(());
    }
    let Ok(tree) = value.write(serde_json::value::Serializer) else { return Ok(()) };
    if T::schemas().iter().filter(|schema| schema.accepts(&tree)).take(2).count() > 1 {
        return Err(Violation::new("oneOf", format!("more than one variant of {} fits", T::NAME)));
    }
    Ok(())
}
