//! Objects with known properties: what the generated `read` and `write` of a struct stand on.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};

use super::{As, Literal, Seed, Wire, literal};

/// An object with known properties. Implemented by generated structs.
pub trait Object: Sized {
    /// The type's name, for messages.
    const NAME: &'static str;
    /// The names of its properties in JSON.
    const FIELDS: &'static [&'static str];

    /// Reads the properties.
    ///
    /// # Errors
    /// When a property is missing, repeated, or does not fit its type.
    fn visit<'de, A: MapAccess<'de>>(map: Fields<A>) -> Result<Self, A::Error>;
}

/// Reads an object.
///
/// # Errors
/// When it is not an object, or what [`Object::visit`] finds.
pub fn read_object<'de, T: Object, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    from.deserialize_struct(T::NAME, T::FIELDS, ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "an object ({})", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::visit(Fields { map, expected: 0, key: String::new() })
    }
}

/// The properties of an object that is being read, one after the other.
///
/// The next property is expected to be the one behind the last, so that an object in the order of its schema costs one
/// comparison per key.
pub struct Fields<A> {
    map: A,
    expected: usize,
    key: String,
}

impl<A> fmt::Debug for Fields<A> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Fields").field("expected", &self.expected).finish_non_exhaustive()
    }
}

impl<'de, A: MapAccess<'de>> Fields<A> {
    /// The index of the next property in `names`; of one that is not there, `names.len()`.
    ///
    /// # Errors
    /// Those of the format.
    pub fn next(&mut self, names: &'static [&'static str]) -> Result<Option<usize>, A::Error> {
        let at = self.map.next_key_seed(KeySeed { names, expected: self.expected, kept: None })?;
        self.expected = at.map_or(0, |at| at + 1);
        Ok(at)
    }

    /// As [`next`](Self::next), for objects that keep the properties that they do not name: remembers the key.
    ///
    /// # Errors
    /// Those of the format.
    pub fn next_keeping(&mut self, names: &'static [&'static str]) -> Result<Option<usize>, A::Error> {
        let seed = KeySeed { names, expected: self.expected, kept: Some(&mut self.key) };
        let at = self.map.next_key_seed(seed)?;
        self.expected = at.map_or(0, |at| at + 1);
        Ok(at)
    }

    /// Reads the value of the property into `slot`.
    ///
    /// # Errors
    /// When it does not fit, or was there before.
    pub fn read<T: Wire>(&mut self, slot: &mut Option<T>, name: &'static str) -> Result<(), A::Error> {
        if slot.is_some() {
            return Err(A::Error::duplicate_field(name));
        }
        *slot = Some(self.map.next_value_seed(Seed::new())?);
        Ok(())
    }

    /// Reads the value of a property that has but one allowed value.
    ///
    /// # Errors
    /// When it is another value, or was there before.
    pub fn constant(&mut self, slot: &mut bool, name: &'static str, value: &Literal) -> Result<(), A::Error> {
        if *slot {
            return Err(A::Error::duplicate_field(name));
        }
        *slot = true;
        self.map.next_value_seed(literal::Exactly(value))
    }

    /// Passes over the value of a property that nobody asked for.
    ///
    /// # Errors
    /// Those of the format.
    pub fn skip(&mut self) -> Result<(), A::Error> {
        self.map.next_value::<IgnoredAny>().map(|_| ())
    }

    /// Refuses a property that the schema does not allow.
    ///
    /// # Errors
    /// Always.
    pub fn refuse(&mut self, names: &'static [&'static str]) -> Result<(), A::Error> {
        let key = std::mem::take(&mut self.key);
        Err(A::Error::unknown_field(short_key(&key), names))
    }

    /// Keeps a property that the schema does not name.
    ///
    /// # Errors
    /// When its value does not fit, or its key was there before.
    pub fn keep<T: Wire>(&mut self, into: &mut std::collections::BTreeMap<String, T>) -> Result<(), A::Error> {
        let key = std::mem::take(&mut self.key);
        let value = self.map.next_value_seed(Seed::new())?;
        if into.contains_key(&key) {
            return Err(A::Error::custom(format_args!("duplicate field `{}`", short_key(&key))));
        }
        into.insert(key, value);
        Ok(())
    }

    /// The key of the property that [`next_keeping`](Self::next_keeping) found last.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The value of a property that must be there.
    ///
    /// # Errors
    /// When it is not.
    pub fn required<T>(&self, slot: Option<T>, name: &'static str) -> Result<T, A::Error> {
        slot.ok_or_else(|| A::Error::missing_field(name))
    }

    /// Whether a property with one allowed value was there.
    ///
    /// # Errors
    /// When it was not.
    pub fn present(&self, slot: bool, name: &'static str) -> Result<(), A::Error> {
        if slot { Ok(()) } else { Err(A::Error::missing_field(name)) }
    }

    /// The value of a property that has a default.
    ///
    /// # Errors
    /// When the default does not fit its type, which the generator rules out.
    pub fn or_default<T: Wire>(&self, slot: Option<T>, default: &Literal) -> Result<T, A::Error> {
        match slot {
            Some(value) => Ok(value),
            None => T::read(default.to_json()).map_err(A::Error::custom),
        }
    }
}

/// The beginning of a key, so that a hostile one does not fill the log.
fn short_key(key: &str) -> &str {
    key.char_indices().nth(60).map_or(key, |(end, _)| key.get(..end).unwrap_or_default())
}

struct KeySeed<'a> {
    names: &'static [&'static str],
    expected: usize,
    kept: Option<&'a mut String>,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = usize;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed<'_> {
    type Value = usize;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a property name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        if self.names.get(self.expected).is_some_and(|name| *name == key) {
            return Ok(self.expected);
        }
        if let Some(at) = self.names.iter().position(|name| *name == key) {
            return Ok(at);
        }
        if let Some(kept) = self.kept {
            kept.clear();
            kept.push_str(key);
        }
        Ok(self.names.len())
    }
}

/// Writes an object property by property.
pub struct ObjectWriter<S: Serializer> {
    map: S::SerializeMap,
}

impl<S: Serializer> fmt::Debug for ObjectWriter<S> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("ObjectWriter").finish_non_exhaustive()
    }
}

impl<S: Serializer> ObjectWriter<S> {
    /// Begins an object.
    ///
    /// # Errors
    /// Those of the format.
    pub fn new(to: S) -> Result<Self, S::Error> {
        Ok(Self { map: to.serialize_map(None)? })
    }

    /// Writes a property that is always there.
    ///
    /// # Errors
    /// Those of the value.
    pub fn field<T: Wire>(&mut self, name: &str, value: &T) -> Result<(), S::Error> {
        self.map.serialize_entry(name, &As(value))
    }

    /// Writes a property that may be absent.
    ///
    /// # Errors
    /// Those of the value.
    pub fn optional<T: Wire>(&mut self, name: &str, value: &Option<T>) -> Result<(), S::Error> {
        if let Some(value) = value { self.field(name, value) } else { Ok(()) }
    }

    /// Writes a property that has but one allowed value.
    ///
    /// # Errors
    /// Those of the format.
    pub fn constant(&mut self, name: &str, value: &Literal) -> Result<(), S::Error> {
        self.map.serialize_entry(name, value)
    }

    /// Writes the properties that the schema does not name; those that it names are left out.
    ///
    /// # Errors
    /// Those of the values.
    pub fn kept<T: Wire>(
        &mut self,
        entries: &std::collections::BTreeMap<String, T>,
        names: &[&str],
    ) -> Result<(), S::Error> {
        for (key, value) in entries {
            // A key that is a field's own would stand twice in the object.
            if !names.contains(&key.as_str()) {
                self.field(key, value)?;
            }
        }
        Ok(())
    }

    /// Ends the object.
    ///
    /// # Errors
    /// Those of the format.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.map.end()
    }
}
