//! Reads a value into a tree first, and something else from the tree.
//!
//! What is wrong is told while the value is being visited, so that the reader of the text knows where it stands.

use std::fmt;

use serde::Deserializer;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Error, MapAccess, SeqAccess, Visitor};
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

macro_rules! visit_scalars {
    ($($name:ident $type:ty),*) => {$(
        fn $name<E: Error>(self, value: $type) -> Result<T, E> {
            (self.0)(Value::from(value)).map_err(E::custom)
        }
    )*};
}

impl<'de, T, F: FnOnce(Value) -> Result<T, serde_json::Error>> Visitor<'de> for Then<F> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }
    visit_scalars!(visit_bool bool, visit_i64 i64, visit_u64 u64, visit_f64 f64, visit_str &str, visit_string String);
    fn visit_unit<E: Error>(self) -> Result<T, E> {
        (self.0)(Value::Null).map_err(E::custom)
    }
    fn visit_none<E: Error>(self) -> Result<T, E> {
        self.visit_unit()
    }
    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        from.deserialize_any(self)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<T, A::Error> {
        let value = Value::deserialize(SeqAccessDeserializer::new(items))?;
        (self.0)(value).map_err(A::Error::custom)
    }
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
        let value = Value::deserialize(MapAccessDeserializer::new(entries))?;
        (self.0)(value).map_err(A::Error::custom)
    }
}
