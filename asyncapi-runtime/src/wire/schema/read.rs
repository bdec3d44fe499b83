//! How types with a [`Schema`] are read and checked.

use serde::Deserializer;
use serde::de::Error;

use super::{Schema, Violation};
use crate::wire::tree::read_tree;
use crate::wire::{Way, Wire};

/// A type whose values must be valid by a schema, beyond what the type itself says. Implemented by generated types.
pub trait Valid: Wire {
    /// The schema.
    fn schema() -> &'static Schema;

    /// Reads the value as far as the type carries the rules.
    ///
    /// # Errors
    /// When what is found does not fit the type.
    fn read_typed<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error>;
}

/// Reads a value that must be valid by a schema: the tree first, from which then the typed value is taken.
///
/// # Errors
/// When it is not JSON, breaks a rule, or does not fit the type.
pub fn read_valid<'de, T: Valid, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    // Of headers there is no JSON yet: their types are known to the typed value alone, which is checked afterwards.
    if !from.is_human_readable() {
        return T::read_typed(from);
    }
    read_tree(from, |value| {
        T::schema().check(&value).map_err(serde_json::Error::custom)?;
        T::read_typed(value)
    })
}

/// Checks a typed value as the JSON that it will be; on the way in, that was done when it was read.
///
/// # Errors
/// The first rule that it breaks. Values that cannot be written, such as `NaN`, are the encoder's matter.
pub fn write_valid<T: Valid>(value: &T, way: Way) -> Result<(), Violation> {
    if way == Way::In {
        return Ok(());
    }
    let Ok(tree) = value.write(serde_json::value::Serializer) else { return Ok(()) };
    T::schema().check(&tree)
}
