//! [`Wire`] for the types that are there already.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeTuple, Serializer};
use serde_json::Value;
use uuid::Uuid;

use super::{As, Seed, Violation, Way, Wire, base64};

impl Wire for String {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <Self as Deserialize>::deserialize(from)
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self)
    }
}

impl Wire for bool {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <Self as Deserialize>::deserialize(from)
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bool(*self)
    }
}

/// Only `null`.
impl Wire for () {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <Self as Deserialize>::deserialize(from)
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_unit()
    }
}

/// No value is valid: the schema `false`. A type of its own, because code around a value of the standard `Infallible` is
/// unreachable in the compiler's eyes, which then warns about generated code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Never(std::convert::Infallible);

impl Wire for Never {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(from)?;
        Err(D::Error::custom("no value is allowed here"))
    }
    fn write<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match self.0 {}
    }
}

impl Wire for Value {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <Self as Deserialize>::deserialize(from)
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.serialize(to)
    }
}

impl Wire for Uuid {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(TextVisitor("a UUID", |text: &str| {
            // `Uuid` also reads forms without hyphens and with braces, which the format does not allow.
            (text.len() == 36).then(|| Self::try_parse(text).ok()).flatten()
        }))
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.hyphenated().encode_lower(&mut Uuid::encode_buffer()))
    }
}

/// Base64 (RFC 4648 section 4) in JSON.
impl Wire for Bytes {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(TextVisitor("base64", |text: &str| base64::decode(text).map(Self::from)))
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&base64::encode(self))
    }
}

/// Reads a string by a function that knows whether it is one of its kind.
pub(super) struct TextVisitor<F>(pub(super) &'static str, pub(super) F);

impl<T, F: FnOnce(&str) -> Option<T>> Visitor<'_> for TextVisitor<F> {
    type Value = T;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a string ({})", self.0)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        let kind = self.0;
        (self.1)(text).ok_or_else(|| E::custom(format_args!("the string is not {kind}")))
    }
}

/// A value that may be `null`.
impl<T: Wire> Wire for Option<T> {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Nullable<T>(PhantomData<T>);
        impl<'de, T: Wire> Visitor<'de> for Nullable<T> {
            type Value = Option<T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a value or null")
            }
            fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
                Ok(None)
            }
            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(None)
            }
            fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
                T::read(from).map(Some)
            }
        }
        from.deserialize_option(Nullable(PhantomData))
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => to.serialize_some(&As(value)),
            None => to.serialize_none(),
        }
    }
    fn check(&self, way: Way) -> Result<(), Violation> {
        self.as_ref().map_or(Ok(()), |value| value.check(way))
    }
}

impl<T: Wire> Wire for Box<T> {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::read(from).map(Self::new)
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        T::write(self, to)
    }
    fn check(&self, way: Way) -> Result<(), Violation> {
        T::check(self, way)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Items<T>(PhantomData<T>);
        impl<'de, T: Wire> Visitor<'de> for Items<T> {
            type Value = Vec<T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an array")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element_seed(Seed::new())? {
                    list.push(item);
                }
                Ok(list)
            }
        }
        from.deserialize_seq(Items(PhantomData))
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(Some(self.len()))?;
        for item in self {
            list.serialize_element(&As(item))?;
        }
        list.end()
    }
    fn check(&self, way: Way) -> Result<(), Violation> {
        super::each(self, |item| item.check(way))
    }
}

impl<T: Wire> Wire for BTreeMap<String, T> {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);
        impl<'de, T: Wire> Visitor<'de> for Entries<T> {
            type Value = BTreeMap<String, T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
                let mut map = BTreeMap::new();
                while let Some(key) = entries.next_key::<String>()? {
                    let value = entries.next_value_seed(Seed::new())?;
                    if map.insert(key, value).is_some() {
                        return Err(A::Error::custom("the same key twice in one object"));
                    }
                }
                Ok(map)
            }
        }
        from.deserialize_map(Entries(PhantomData))
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.len()))?;
        for (key, value) in self {
            map.serialize_entry(key, &As(value))?;
        }
        map.end()
    }
    fn check(&self, way: Way) -> Result<(), Violation> {
        super::each_value(self, |value| value.check(way))
    }
}

macro_rules! tuples {
    ($($length:literal: $($type:ident $index:tt),+;)*) => {$(
        impl<$($type: Wire),+> Wire for ($($type,)+) {
            fn read<'de, De: Deserializer<'de>>(from: De) -> Result<Self, De::Error> {
                struct Items<$($type),+>(PhantomData<($($type,)+)>);
                impl<'de, $($type: Wire),+> Visitor<'de> for Items<$($type),+> {
                    type Value = ($($type,)+);
                    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                        write!(out, "an array of {}", $length)
                    }
                    fn visit_seq<Seq: SeqAccess<'de>>(self, mut items: Seq) -> Result<Self::Value, Seq::Error> {
                        let tuple = ($(
                            match items.next_element_seed(Seed::<$type>::new())? {
                                Some(item) => item,
                                None => return Err(Seq::Error::invalid_length($index, &self)),
                            },
                        )+);
                        match items.next_element::<IgnoredAny>()? {
                            Some(_) => Err(Seq::Error::invalid_length($length + 1, &self)),
                            None => Ok(tuple),
                        }
                    }
                }
                from.deserialize_seq(Items(PhantomData))
            }
            fn write<Se: Serializer>(&self, to: Se) -> Result<Se::Ok, Se::Error> {
                let mut tuple = to.serialize_tuple($length)?;
                $(tuple.serialize_element(&As(&self.$index))?;)+
                tuple.end()
            }
            fn check(&self, way: Way) -> Result<(), Violation> {
                $(self.$index.check(way).map_err(|violation| violation.under(stringify!($index)))?;)+
                Ok(())
            }
        }
    )*};
}
tuples! {
    1: A 0;
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, D 3;
    5: A 0, B 1, C 2, D 3, E 4;
    6: A 0, B 1, C 2, D 3, E 4, F 5;
    7: A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
}
