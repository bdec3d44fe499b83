//! Assertions on which properties an object has.

use std::collections::BTreeMap;

use super::{Pattern, Violation};

type Checked = Result<(), Violation>;

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
