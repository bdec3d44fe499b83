//! Reads a value into a tree first, and something else from the tree.
//!
//! What is wrong is told while the value is being visited, so that the reader of the text knows where it stands.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// Reads a tree, and by `then` something from it.
///
/// # Errors
/// When it is not JSON, or what `then` finds.
pub(super) fn read_tree<'de, T, D: Deserializer<'de>>(
    from: D,
    then: impl FnOnce(Value) -> Result<T, serde_json::Error>,
) -> Result<T, D::Error> {
    from.deserialize_any(Then(then))
}

struct Then<F>(F);

impl<F> Then<F> {
    fn go_on<T, E: Error>(self, tree: Result<Value, E>) -> Result<T, E>
    where
        F: FnOnce(Value) -> Result<T, serde_json::Error>,
    {
        (self.0)(tree?).map_err(E::custom)
    }
}

macro_rules! then_scalars {
    ($($name:ident $type:ty),*) => {$(
        fn $name<E: Error>(self, value: $type) -> Result<T, E> {
            self.go_on(Tree.$name(value))
        }
    )*};
}

impl<'de, T, F: FnOnce(Value) -> Result<T, serde_json::Error>> Visitor<'de> for Then<F> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Tree.expecting(out)
    }
    then_scalars!(visit_bool bool, visit_i64 i64, visit_u64 u64, visit_f64 f64, visit_str &str, visit_string String);
    fn visit_unit<E: Error>(self) -> Result<T, E> {
        self.go_on(Tree.visit_unit())
    }
    fn visit_none<E: Error>(self) -> Result<T, E> {
        self.go_on(Tree.visit_none())
    }
    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        from.deserialize_any(self)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<T, A::Error> {
        self.go_on(Tree.visit_seq(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
        self.go_on(Tree.visit_map(entries))
    }
}

/// Whether serde_json's feature `arbitrary_precision` is on somewhere in the program: numbers that are no small integers then
/// come as maps, which only its own tree tells from objects.
pub(super) fn numbers_are_maps() -> bool {
    struct IsMap;
    impl<'de> Visitor<'de> for IsMap {
        type Value = bool;
        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("a number")
        }
        fn visit_f64<E: Error>(self, _: f64) -> Result<bool, E> {
            Ok(false)
        }
        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<bool, A::Error> {
            while entries.next_entry::<String, String>()?.is_some() {}
            Ok(true)
        }
    }
    static KNOWN: std::sync::OnceLock<bool> = std::sync::OnceLock::new();
    *KNOWN.get_or_init(|| serde_json::Deserializer::from_str("1.5").deserialize_any(IsMap).unwrap_or(true))
}

/// The key under which such a number has its text.
const NUMBER: &str = "$serde_json::private::Number";

/// The tree of a value, in which no object has the same key twice: the last one would win without a word.
struct Tree;

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

macro_rules! tree_scalars {
    ($($name:ident $type:ty),*) => {$(
        fn $name<E: Error>(self, value: $type) -> Result<Value, E> {
            Ok(Value::from(value))
        }
    )*};
}

impl<'de> Visitor<'de> for Tree {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }
    tree_scalars!(visit_bool bool, visit_i64 i64, visit_u64 u64, visit_f64 f64, visit_str &str, visit_string String);
    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Tree)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = serde_json::Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if key == NUMBER && numbers_are_maps() {
                let number = entries.next_value::<String>()?.parse::<serde_json::Number>();
                return number.map(Value::Number).map_err(A::Error::custom);
            }
            let value = entries.next_value_seed(Tree)?;
            if map.insert(key, value).is_some() {
                return Err(A::Error::custom("the same key twice in one object"));
            }
        }
        Ok(Value::Object(map))
    }
}
