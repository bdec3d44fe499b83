//! anyOf of objects that may fit together, as a struct of alternatives.

use serde::de::Error;
use serde::{Deserializer, Serializer};
use serde_json::{Map, Value};

use super::tree::read_tree;
use super::{Schema, Violation, Wire};

/// Why a tree does not read as a type.
pub type JsonError = serde_json::Error;

/// A struct with an `Option` for each alternative of an anyOf. Implemented by generated types.
pub trait AnyOf: Sized {
    /// The type's name, for messages.
    const NAME: &'static str;

    /// The schemas of the alternatives.
    fn schemas() -> &'static [&'static Schema];

    /// Reads each alternative that fits.
    ///
    /// # Errors
    /// What one of them finds.
    fn read_arms(value: &Fitting) -> Result<Self, JsonError>;
}

/// A value of which the alternatives that fit are to be read.
#[derive(Debug)]
pub struct Fitting {
    value: Value,
    fits: Vec<bool>,
}

impl Fitting {
    /// The alternative of an index, if it fits.
    ///
    /// # Errors
    /// What its type finds.
    pub fn arm<T: Wire>(&self, at: usize) -> Result<Option<T>, JsonError> {
        match self.fits.get(at) {
            Some(true) => T::read(&self.value).map(Some),
            _ => Ok(None),
        }
    }
}

/// Reads all alternatives that fit.
///
/// # Errors
/// When none fits, or what one of them finds.
pub fn read_any_of<'de, T: AnyOf, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    read_tree(from, |value| {
        let fits: Vec<bool> = T::schemas().iter().map(|schema| schema.accepts(&value)).collect();
        if !fits.contains(&true) {
            return Err(JsonError::custom(super::union::no_alternative(T::NAME, T::schemas(), &value)));
        }
        T::read_arms(&Fitting { value, fits })
    })
}

/// Checks that an alternative is there.
///
/// # Errors
/// When none is.
pub fn any_there(there: &[bool]) -> Result<(), Violation> {
    if there.contains(&true) { Ok(()) } else { Err(Violation::new("anyOf", "none of the alternatives is there")) }
}

/// Writes the properties of all alternatives as one object.
#[derive(Debug, Default)]
pub struct AnyOfWriter(Map<String, Value>);

impl AnyOfWriter {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an alternative, if it is there.
    ///
    /// # Errors
    /// When it is no object, or another alternative has another value for one of its properties.
    pub fn part<T: Wire, E: serde::ser::Error>(mut self, part: &Option<T>) -> Result<Self, E> {
        let Some(part) = part else { return Ok(self) };
        let Value::Object(entries) = part.write(serde_json::value::Serializer).map_err(E::custom)? else {
            return Err(E::custom("an alternative of an anyOf of objects is no object"));
        };
        for (key, value) in entries {
            let agree = match self.0.get_mut(&key) {
                Some(known) => unite(known, value),
                None => self.0.insert(key.clone(), value).is_none(),
            };
            if !agree {
                return Err(E::custom(format_args!("two alternatives differ in property `{key}`")));
            }
        }
        Ok(self)
    }

    /// Writes them.
    ///
    /// # Errors
    /// Those of the format.
    pub fn write<S: Serializer>(self, to: S) -> Result<S::Ok, S::Error> {
        Value::Object(self.0).write(to)
    }
}

/// Adds to a value what another alternative knows of it, and says whether both agree. Each knows the properties that its
/// schema names, and writes a number in the way of its own type.
fn unite(known: &mut Value, more: Value) -> bool {
    match (known, more) {
        (Value::Object(known), Value::Object(more)) => more.into_iter().all(|(key, value)| match known.get_mut(&key) {
            Some(known) => unite(known, value),
            None => known.insert(key, value).is_none(),
        }),
        (Value::Array(known), Value::Array(more)) => {
            known.len() == more.len() && known.iter_mut().zip(more).all(|(known, value)| unite(known, value))
        }
        (Value::Number(known), Value::Number(more)) => {
            let same = *known == more || known.as_f64() == more.as_f64();
            if more.is_i64() || more.is_u64() {
                *known = more;
            }
            same
        }
        (known, more) => *known == more,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::unite;

    #[test]
    fn alternatives_unite_what_each_knows() {
        let mut known = json!({"a": {"b": 1.0}, "c": [{"d": "x"}]});
        assert!(unite(&mut known, json!({"a": {"e": null}, "c": [{"f": 2}], "g": true})));
        assert!(unite(&mut known, json!({"a": {"b": 1}})));
        assert_eq!(known.to_string(), r#"{"a":{"b":1,"e":null},"c":[{"d":"x","f":2}],"g":true}"#);
        for other in [json!({"a": {"b": 2}}), json!({"c": []}), json!({"a": null}), json!({"c": [{"d": "y"}]})] {
            assert!(!unite(&mut known, other));
        }
    }
}
