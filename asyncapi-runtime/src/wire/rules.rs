//! The assertions of JSON Schema on typed values. Each costs a comparison while it holds.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;

use super::{Json, Literal, Pattern, Violation, formats, number};

type Checked = Result<(), Violation>;

/// Checks each item of an array.
///
/// # Errors
/// The first violation, with the index.
pub fn each<T>(items: &[T], check: impl Fn(&T) -> Checked) -> Checked {
    for (at, item) in items.iter().enumerate() {
        check(item).map_err(|violation| violation.under(at.to_string()))?;
    }
    Ok(())
}

/// Checks each value of a map.
///
/// # Errors
/// The first violation, with the key.
pub fn each_value<T>(entries: &BTreeMap<String, T>, check: impl Fn(&T) -> Checked) -> Checked {
    for (key, value) in entries {
        check(value).map_err(|violation| violation.under(key.clone()))?;
    }
    Ok(())
}

/// Checks a value that may be absent or `null`.
///
/// # Errors
/// What `check` finds.
pub fn some<T>(value: &Option<T>, check: impl Fn(&T) -> Checked) -> Checked {
    value.as_ref().map_or(Ok(()), check)
}

/// `minLength`, in code points.
///
/// # Errors
/// When the text is shorter.
pub fn min_length(text: &str, least: usize) -> Checked {
    // Bytes are at least as many as characters, and at most four times as many: most texts need no counting.
    if text.len() >= least.saturating_mul(4) || text.chars().count() >= least {
        return Ok(());
    }
    Err(Violation::new("minLength", format!("{} characters, but at least {least} are needed", text.chars().count())))
}

/// `maxLength`, in code points.
///
/// # Errors
/// When the text is longer.
pub fn max_length(text: &str, most: usize) -> Checked {
    if text.len() <= most || text.chars().count() <= most {
        return Ok(());
    }
    Err(Violation::new("maxLength", format!("{} characters, but at most {most} are allowed", text.chars().count())))
}

/// `pattern`.
///
/// # Errors
/// When the text does not match.
pub fn pattern(text: &str, pattern: &Pattern) -> Checked {
    match pattern.try_matches(text) {
        Ok(true) => Ok(()),
        Ok(false) => Err(no_match(pattern)),
        Err(undecided) => Err(Violation::new("pattern", undecided.to_string())),
    }
}

/// The violation of a text that a pattern does not match.
#[cold]
pub(super) fn no_match(pattern: &Pattern) -> Violation {
    Violation::new("pattern", format!("the text does not match `{}`", pattern.source()))
}

/// `format`.
///
/// # Errors
/// When the text is not of the format; of an unknown format all texts are.
pub fn format(text: &str, name: &'static str) -> Checked {
    if formats::is(text, name) { Ok(()) } else { Err(not_of_format(name)) }
}

/// The violation of a text that is not of a format.
#[cold]
pub(super) fn not_of_format(name: &str) -> Violation {
    Violation::new("format", format!("the text is not of format `{name}`"))
}

/// The violation of a property that is not there.
#[cold]
pub(super) fn missing(name: &str) -> Violation {
    Violation::new("required", format!("property `{name}` is missing"))
}

macro_rules! bounds {
    ($($name:ident, $operator:tt, $keyword:literal, $words:literal;)*) => {$(
        #[doc = concat!("`", $keyword, "`.")]
        ///
        /// # Errors
        /// When the number is beyond the bound.
        pub fn $name<T: PartialOrd + Display + Copy>(value: &T, bound: T) -> Checked {
            if *value $operator bound {
                return Ok(());
            }
            Err(Violation::new($keyword, format!(concat!("{} is not ", $words, " {}"), value, bound)))
        }
    )*};
}
bounds! {
    minimum, >=, "minimum", "at least";
    maximum, <=, "maximum", "at most";
    exclusive_minimum, >, "exclusiveMinimum", "more than";
    exclusive_maximum, <, "exclusiveMaximum", "less than";
}

/// Numbers that `multipleOf` is asked of.
pub trait Multiple: Display + Copy {
    /// Whether the number is a multiple of `step`.
    fn is_multiple_of(self, step: Self) -> bool;
}

macro_rules! multiples {
    ($($type:ident),*) => {$(
        impl Multiple for $type {
            fn is_multiple_of(self, step: Self) -> bool {
                step != 0 && self.checked_rem(step).unwrap_or(0) == 0
            }
        }
    )*};
}
multiples!(i8, i16, i32, i64, i128, u8, u16, u32, u64, u128);

impl Multiple for f64 {
    fn is_multiple_of(self, step: Self) -> bool {
        number::is_float_multiple(self, step)
    }
}

/// `multipleOf`.
///
/// # Errors
/// When the number is no multiple.
pub fn multiple_of<T: Multiple>(value: &T, step: T) -> Checked {
    if value.is_multiple_of(step) {
        return Ok(());
    }
    Err(Violation::new("multipleOf", format!("{value} is not a multiple of {step}")))
}

/// `multipleOf` with a fraction, of an integer.
///
/// # Errors
/// When the number is no multiple.
pub fn multiple_of_fraction<T: Into<i128> + Display + Copy>(value: &T, step: f64) -> Checked {
    if number::is_integer_multiple((*value).into(), step) {
        return Ok(());
    }
    Err(Violation::new("multipleOf", format!("{value} is not a multiple of {step}")))
}

/// `minItems`.
///
/// # Errors
/// When there are fewer.
pub fn min_items<T>(items: &[T], least: usize) -> Checked {
    at_least("minItems", items.len(), least, "items")
}

/// `maxItems`.
///
/// # Errors
/// When there are more.
pub fn max_items<T>(items: &[T], most: usize) -> Checked {
    at_most("maxItems", items.len(), most, "items")
}

/// `minProperties`, given the number of properties.
///
/// # Errors
/// When there are fewer.
pub fn min_properties(count: usize, least: usize) -> Checked {
    at_least("minProperties", count, least, "properties")
}

/// `maxProperties`, given the number of properties.
///
/// # Errors
/// When there are more.
pub fn max_properties(count: usize, most: usize) -> Checked {
    at_most("maxProperties", count, most, "properties")
}

fn at_least(rule: &'static str, count: usize, least: usize, what: &str) -> Checked {
    if count >= least {
        return Ok(());
    }
    Err(Violation::new(rule, format!("{count} {what}, but at least {least} are needed")))
}

fn at_most(rule: &'static str, count: usize, most: usize, what: &str) -> Checked {
    if count <= most {
        return Ok(());
    }
    Err(Violation::new(rule, format!("{count} {what}, but at most {most} are allowed")))
}

/// `uniqueItems: true`, in the sense of JSON Schema: compared as JSON, so that `1` and `1.0` are equal.
///
/// # Errors
/// When an item is there twice.
pub fn unique_items<T: super::Wire>(items: &[T]) -> Checked {
    unique(items.iter().filter_map(|item| item.write(serde_json::value::Serializer).ok()).map(Cow::Owned))
}

/// [`unique_items`] of values that are JSON already.
pub(super) fn unique_json(items: &[Json]) -> Checked {
    unique(items.iter().map(Cow::Borrowed))
}

fn unique<'a>(items: impl Iterator<Item = Cow<'a, Json>>) -> Checked {
    let mut seen = std::collections::HashSet::new();
    for (at, item) in items.enumerate() {
        // A canonical text: numbers by value, keys in order, whatever `preserve_order` says.
        let mut text = String::new();
        canonical(&item, &mut text);
        if !seen.insert(text) {
            let violation = Violation::new("uniqueItems", "the item is there twice");
            return Err(violation.under(at.to_string()));
        }
    }
    Ok(())
}

fn canonical(value: &Json, out: &mut String) {
    match value {
        Json::Number(number) => {
            let whole = number.as_f64().and_then(super::number::whole);
            match (number.as_i64(), number.as_u64(), whole) {
                (None, None, Some(whole)) => out.push_str(&whole.to_string()),
                _ => out.push_str(&number.to_string()),
            }
        }
        Json::Array(items) => {
            out.push('[');
            for item in items {
                canonical(item, out);
                out.push(',');
            }
            out.push(']');
        }
        Json::Object(entries) => {
            let sorted: BTreeMap<_, _> = entries.iter().collect();
            out.push('{');
            for (key, value) in sorted {
                out.push_str(&Json::from(key.as_str()).to_string());
                out.push(':');
                canonical(value, out);
                out.push(',');
            }
            out.push('}');
        }
        other => out.push_str(&other.to_string()),
    }
}

/// `enum` or `const` where no Rust type carries it: the value is one of `allowed`.
///
/// # Errors
/// When it is none of them.
pub fn one_of<T: super::Wire>(value: &T, allowed: &[Literal]) -> Checked {
    let json = value.write(serde_json::value::Serializer);
    if json.is_ok_and(|json| allowed.iter().any(|literal| literal.equals(&json))) {
        return Ok(());
    }
    Err(Violation::new("enum", "the value is not one of those allowed"))
}

/// `enum` of many strings: `allowed` is sorted.
///
/// # Errors
/// When it is none of them.
pub fn one_of_texts(value: &str, allowed: &[&str]) -> Checked {
    if allowed.binary_search(&value).is_ok() {
        return Ok(());
    }
    Err(Violation::new("enum", "the text is not one of those allowed"))
}

/// `propertyNames`.
///
/// # Errors
/// When a key breaks a rule.
pub fn each_key<T>(entries: &BTreeMap<String, T>, check: impl Fn(&str) -> Checked) -> Checked {
    entries.keys().try_for_each(|key| check(key).map_err(|violation| violation.under(key.clone())))
}
