//! Assertions that speak of the JSON value where no Rust type carries them: `not`, `if`, `contains`, …
//!
//! A condition is a function of a JSON value; generated code makes it of a type that the value must read as, see
//! [`reads`]. Only what has such a rule pays for the tree.

use std::collections::BTreeMap;

use super::{Json, Pattern, Violation, Wire};

type Checked = Result<(), Violation>;

/// Whether a JSON value reads as `T`, and all rules hold (`check`: those that the type does not know of).
#[must_use]
pub fn reads<T: Wire>(value: &Json, check: impl FnOnce(&T) -> Checked) -> bool {
    T::read(value).is_ok_and(|read| read.check().is_ok() && check(&read).is_ok())
}

/// The JSON value of a typed one. Values that cannot be written are the encoder's matter, and count as `null` here.
fn tree<T: Wire>(value: &T) -> Json {
    value.write(serde_json::value::Serializer).unwrap_or(Json::Null)
}

/// The value meets a condition.
///
/// # Errors
/// When it does not.
pub fn is<T: Wire>(value: &T, condition: impl FnOnce(&Json) -> bool) -> Checked {
    if condition(&tree(value)) { Ok(()) } else { Err(Violation::new("allOf", "the value does not fit all schemas")) }
}

/// `not`.
///
/// # Errors
/// When the value meets the condition.
pub fn is_not<T: Wire>(value: &T, condition: impl FnOnce(&Json) -> bool) -> Checked {
    if condition(&tree(value)) {
        Err(Violation::new("not", "the value fits a schema that it must not"))
    } else {
        Ok(())
    }
}

/// `if`, `then`, `else`.
///
/// # Errors
/// When the branch that applies refuses the value.
pub fn if_then<T: Wire>(
    value: &T,
    condition: impl FnOnce(&Json) -> bool,
    then: impl FnOnce(&Json) -> bool,
    otherwise: impl FnOnce(&Json) -> bool,
) -> Checked {
    let value = tree(value);
    let (rule, holds) = if condition(&value) { ("then", then(&value)) } else { ("else", otherwise(&value)) };
    if holds { Ok(()) } else { Err(Violation::new(rule, "the value does not fit the schema for this case")) }
}

/// `items` by position: the item at `at`, if there is one.
///
/// # Errors
/// When it does not meet the condition.
pub fn item_is(items: &[Json], at: usize, condition: impl FnOnce(&Json) -> bool) -> Checked {
    match items.get(at) {
        Some(item) if !condition(item) => {
            Err(Violation::new("items", "the item does not fit its schema").under(at.to_string()))
        }
        _ => Ok(()),
    }
}

/// `additionalItems`: the items from `from` on.
///
/// # Errors
/// When one does not meet the condition.
pub fn items_from(items: &[Json], from: usize, condition: impl Fn(&Json) -> bool) -> Checked {
    match items.iter().skip(from).position(|item| !condition(item)) {
        Some(at) => {
            let violation = Violation::new("additionalItems", "the item does not fit its schema");
            Err(violation.under((from + at).to_string()))
        }
        None => Ok(()),
    }
}

/// `contains`.
///
/// # Errors
/// When no item meets the condition.
pub fn contains<T: Wire>(items: &[T], condition: impl Fn(&Json) -> bool) -> Checked {
    if items.iter().any(|item| condition(&tree(item))) {
        return Ok(());
    }
    Err(Violation::new("contains", "no item is of the kind that there must be"))
}

/// `patternProperties`: the values of the keys that match.
///
/// # Errors
/// When one does not meet the condition.
pub fn pattern_values<T: Wire>(
    entries: &BTreeMap<String, T>,
    pattern: &Pattern,
    condition: impl Fn(&Json) -> bool,
) -> Checked {
    let broken = entries.iter().find(|(key, value)| pattern.matches(key) && !condition(&tree(*value)));
    match broken {
        Some((key, _)) => {
            Err(Violation::new("patternProperties", "the value does not fit its schema").under(key.clone()))
        }
        None => Ok(()),
    }
}

/// `additionalProperties: false` beside `patternProperties`: each key matches one of the patterns.
///
/// # Errors
/// When one matches none.
pub fn keys_match<T>(entries: &BTreeMap<String, T>, patterns: &[&Pattern]) -> Checked {
    match entries.keys().find(|key| !patterns.iter().any(|pattern| pattern.matches(key))) {
        Some(key) => Err(Violation::new("additionalProperties", "the property is not allowed").under(key.clone())),
        None => Ok(()),
    }
}

/// oneOf (`exactly_one`) or anyOf of sets of properties: whether each set is there.
///
/// # Errors
/// When none is there, or more than one where just one may.
pub fn present_sets(exactly_one: bool, present: &[bool]) -> Checked {
    match (present.iter().filter(|set| **set).count(), exactly_one) {
        (0, true) => Err(Violation::new("oneOf", "none of the properties is there of which one must be")),
        (0, false) => Err(Violation::new("anyOf", "none of the properties is there of which one must be")),
        (2.., true) => Err(Violation::new("oneOf", "properties are there together that exclude each other")),
        _ => Ok(()),
    }
}

/// `dependencies`: where `property` is there, all that it needs is.
///
/// # Errors
/// When it is not.
pub fn dependency(property: &'static str, present: bool, needed: bool) -> Checked {
    if !present || needed {
        return Ok(());
    }
    Err(Violation::new("dependencies", format!("property `{property}` is there without those that it needs")))
}

/// The owned text of a default.
#[must_use]
pub fn text(text: &str) -> String {
    text.to_owned()
}
