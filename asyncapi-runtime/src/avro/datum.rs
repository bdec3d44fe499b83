//! [`Datum`], and the types that are there already.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess};
use serde::de::{VariantAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::kind::{At, Kind, mismatch};

/// A type that an Avro schema describes. Implemented by generated types.
///
/// A value is read and written by serde's data model, which a serializer of Avro's binary encoding or of its JSON encoding
/// turns into bytes; [`At`] says which, and what the schema says of the place.
pub trait Datum: Sized {
    /// Reads a value.
    ///
    /// # Errors
    /// When what is found is not such a value.
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error>;

    /// Writes the value.
    ///
    /// # Errors
    /// When the schema has no room for it.
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error>;
}

/// Lets serde's containers write a value by [`Datum`].
pub(super) struct As<'a, T>(pub(super) At<'a>, pub(super) &'a T);

impl<T: Datum> Serialize for As<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.1.write(self.0, to)
    }
}

/// Lets serde's containers read a value by [`Datum`].
pub(super) struct Seed<'a, T>(At<'a>, PhantomData<T>);

impl<'a, T> Seed<'a, T> {
    pub(super) fn new(at: At<'a>) -> Self {
        Self(at, PhantomData)
    }
}

impl<'de, T: Datum> DeserializeSeed<'de> for Seed<'_, T> {
    type Value = T;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        T::read(self.0, from)
    }
}

/// Types that serde reads and writes as Avro does.
macro_rules! plain {
    ($($type:ty, $write:ident;)*) => {$(
        impl Datum for $type {
            fn read<'de, D: Deserializer<'de>>(_: At<'_>, from: D) -> Result<Self, D::Error> {
                <Self as Deserialize>::deserialize(from)
            }
            fn write<S: Serializer>(&self, _: At<'_>, to: S) -> Result<S::Ok, S::Error> {
                to.$write(*self)
            }
        }
    )*};
}
plain! {
    bool, serialize_bool;
    i32, serialize_i32;
    i64, serialize_i64;
}

/// JSON has no NaN and no infinity, and serde_json would write `null`.
macro_rules! floats {
    ($($type:ty, $write:ident;)*) => {$(
        impl Datum for $type {
            fn read<'de, D: Deserializer<'de>>(_: At<'_>, from: D) -> Result<Self, D::Error> {
                <Self as Deserialize>::deserialize(from)
            }
            fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
                if at.is_json() && !self.is_finite() {
                    return Err(S::Error::custom(format_args!("JSON cannot hold {self}")));
                }
                to.$write(*self)
            }
        }
    )*};
}
floats! {
    f32, serialize_f32;
    f64, serialize_f64;
}

impl Datum for () {
    fn read<'de, D: Deserializer<'de>>(_: At<'_>, from: D) -> Result<Self, D::Error> {
        <Self as Deserialize>::deserialize(from)
    }
    fn write<S: Serializer>(&self, _: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_unit()
    }
}

impl Datum for String {
    fn read<'de, D: Deserializer<'de>>(_: At<'_>, from: D) -> Result<Self, D::Error> {
        <Self as Deserialize>::deserialize(from)
    }
    fn write<S: Serializer>(&self, _: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self)
    }
}

impl<T: Datum> Datum for Box<T> {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        T::read(at, from).map(Self::new)
    }
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        T::write(self, at, to)
    }
}

/// Reads bytes by a function that makes something of them: in JSON, each is a character of the same number.
pub(super) fn read_bytes<'de, T, D: Deserializer<'de>>(
    at: At<'_>,
    from: D,
    make: impl FnOnce(&[u8]) -> Result<T, &'static str>,
) -> Result<T, D::Error> {
    struct BytesVisitor<F>(F);
    impl<T, F: FnOnce(&[u8]) -> Result<T, &'static str>> Visitor<'_> for BytesVisitor<F> {
        type Value = T;
        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("bytes")
        }
        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<T, E> {
            (self.0)(bytes).map_err(E::custom)
        }
        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            let bytes: Result<Vec<u8>, _> = text.chars().map(u8::try_from).collect();
            let bytes = bytes.map_err(|_| E::custom("bytes have characters up to U+00FF only"))?;
            (self.0)(&bytes).map_err(E::custom)
        }
    }
    if at.is_json() { from.deserialize_str(BytesVisitor(make)) } else { from.deserialize_bytes(BytesVisitor(make)) }
}

/// Writes bytes.
pub(super) fn write_bytes<S: Serializer>(bytes: &[u8], at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
    if at.is_json() {
        to.serialize_str(&bytes.iter().copied().map(char::from).collect::<String>())
    } else {
        to.serialize_bytes(bytes)
    }
}

impl Datum for Bytes {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        // A long fixed is held in a buffer.
        let length = if let Kind::Fixed(_, length) = at.kind() { Some(*length) } else { None };
        read_bytes(at, from, |bytes| match length {
            Some(length) if length != bytes.len() => Err("a fixed of another length"),
            _ => Ok(Self::copy_from_slice(bytes)),
        })
    }
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        if let Kind::Fixed(name, length) = at.kind()
            && *length != self.len()
        {
            return Err(S::Error::custom(format_args!("{name} has {length} bytes, not {}", self.len())));
        }
        write_bytes(self, at, to)
    }
}

/// A fixed.
impl<const N: usize> Datum for [u8; N] {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        read_bytes(at, from, |bytes| Self::try_from(bytes).map_err(|_| "a fixed of another length"))
    }
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        write_bytes(self, at, to)
    }
}

/// A union of `null` and another type.
impl<T: Datum> Datum for Option<T> {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        let Kind::Nullable(inner) = at.kind() else { return Err(D::Error::custom(mismatch::<Self>(at.kind()))) };
        from.deserialize_option(OptionVisitor(at.part(inner), PhantomData))
    }
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        let Kind::Nullable(inner) = at.kind() else { return Err(S::Error::custom(mismatch::<Self>(at.kind()))) };
        match (self, inner.branch()) {
            (None, _) => to.serialize_none(),
            (Some(value), Some(branch)) if at.is_json() => {
                to.serialize_newtype_variant("", 0, branch, &As(at.part(inner), value))
            }
            (Some(value), _) => to.serialize_some(&As(at.part(inner), value)),
        }
    }
}

struct OptionVisitor<'a, T>(At<'a>, PhantomData<T>);

impl<'de, T: Datum> Visitor<'de> for OptionVisitor<'_, T> {
    type Value = Option<T>;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("null or another branch of the union")
    }
    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        if self.0.is_json() && self.0.kind().branch().is_some() {
            return from.deserialize_enum("", &[], self);
        }
        T::read(self.0, from).map(Some)
    }
    fn visit_enum<A: EnumAccess<'de>>(self, branch: A) -> Result<Self::Value, A::Error> {
        let (name, content) = branch.variant::<String>()?;
        if self.0.kind().branch() != Some(&*name) {
            return Err(A::Error::custom("the union has no such branch"));
        }
        content.newtype_variant_seed(Seed::new(self.0)).map(Some)
    }
}

impl<T: Datum> Datum for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        struct Items<'a, T>(At<'a>, PhantomData<T>);
        impl<'de, T: Datum> Visitor<'de> for Items<'_, T> {
            type Value = Vec<T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an array")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element_seed(Seed::new(self.0))? {
                    self.0.count()?;
                    list.push(item);
                }
                Ok(list)
            }
        }
        let Kind::Array(inner) = at.kind() else { return Err(D::Error::custom(mismatch::<Self>(at.kind()))) };
        from.deserialize_seq(Items(at.part(inner), PhantomData))
    }
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        let Kind::Array(inner) = at.kind() else { return Err(S::Error::custom(mismatch::<Self>(at.kind()))) };
        let mut list = to.serialize_seq(Some(self.len()))?;
        for item in self {
            list.serialize_element(&As(at.part(inner), item))?;
        }
        list.end()
    }
}

impl<T: Datum> Datum for BTreeMap<String, T> {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        struct Entries<'a, T>(At<'a>, PhantomData<T>);
        impl<'de, T: Datum> Visitor<'de> for Entries<'_, T> {
            type Value = BTreeMap<String, T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a map")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
                let mut map = BTreeMap::new();
                while let Some(key) = entries.next_key::<String>()? {
                    self.0.count()?;
                    if map.insert(key, entries.next_value_seed(Seed::new(self.0))?).is_some() {
                        return Err(A::Error::custom("the same key twice in one map"));
                    }
                }
                Ok(map)
            }
        }
        let Kind::Map(inner) = at.kind() else { return Err(D::Error::custom(mismatch::<Self>(at.kind()))) };
        from.deserialize_map(Entries(at.part(inner), PhantomData))
    }
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        let Kind::Map(inner) = at.kind() else { return Err(S::Error::custom(mismatch::<Self>(at.kind()))) };
        let mut map = to.serialize_map(Some(self.len()))?;
        for (key, value) in self {
            map.serialize_entry(key, &As(at.part(inner), value))?;
        }
        map.end()
    }
}
