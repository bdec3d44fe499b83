//! What a tag makes of a value: those of YAML's core schema, and `!`, which makes a string of a scalar.

use granit_parser::{ScalarStyle, Tag};

use super::{Value, scalar};

/// Why a tag cannot stand where it stands.
pub(super) enum TagFault {
    /// It has no meaning in a document.
    Unknown,
    /// It does not fit its value: what the value would have to be.
    Mismatch(&'static str),
}

/// The value of a scalar, and the fault of its tag. A value whose tag is at fault is read as if it had none.
pub(super) fn scalar_value(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> (Value, Option<TagFault>) {
    let untagged = || if style == ScalarStyle::Plain { scalar::plain(text) } else { Value::String(text.into()) };
    let Some(tag) = tag else { return (untagged(), None) };
    if is_non_specific(tag) {
        return (Value::String(text.into()), None);
    }
    let wanted = match tag.core_suffix() {
        Some("str") => return (Value::String(text.into()), None),
        Some("null") if scalar::is_null(text) => return (Value::Null, None),
        Some("null") => "null",
        Some("bool") => match scalar::boolean(text) {
            Some(value) => return (Value::Bool(value), None),
            None => "`true` or `false`",
        },
        Some("int") if scalar::is_integer(text) => return (Value::Number(text.into()), None),
        Some("int") => "an integer",
        Some("float") if scalar::is_number(text) => return (Value::Number(text.into()), None),
        Some("float") => "a number",
        Some("map") => "an object",
        Some("seq") => "an array",
        _ => return (untagged(), Some(TagFault::Unknown)),
    };
    (untagged(), Some(TagFault::Mismatch(wanted)))
}

/// The fault of a collection's tag, if it has one; `suffix` is the tag that fits.
pub(super) fn collection_fault(tag: Option<&Tag>, suffix: &str) -> Option<TagFault> {
    let tag = tag.filter(|tag| !is_non_specific(tag))?;
    match tag.core_suffix() {
        Some(found) if found == suffix => None,
        Some("str") => Some(TagFault::Mismatch("a string")),
        Some("null") => Some(TagFault::Mismatch("null")),
        Some("bool") => Some(TagFault::Mismatch("`true` or `false`")),
        Some("int") => Some(TagFault::Mismatch("an integer")),
        Some("float") => Some(TagFault::Mismatch("a number")),
        Some("map") => Some(TagFault::Mismatch("an object")),
        Some("seq") => Some(TagFault::Mismatch("an array")),
        _ => Some(TagFault::Unknown),
    }
}

/// `!` alone (YAML 1.2.2 section 6.9.1).
fn is_non_specific(tag: &Tag) -> bool {
    tag.handle().is_empty() && tag.suffix() == "!"
}
