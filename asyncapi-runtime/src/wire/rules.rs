//! The assertions of JSON Schema on typed values. Each costs a comparison while it holds.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::{Json, Literal, Pattern, Violation, formats};

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
    if pattern.matches(text) {
        return Ok(());
    }
    Err(Violation::new("pattern", format!("the text does not match `{}`", pattern.source())))
}

/// `format`.
///
/// # Errors
/// When the text is not of the format; of an unknown format all texts are.
pub fn format(text: &str, name: &'static str) -> Checked {
    if formats::is(text, name) {
        Ok(())
    } else {
        Err(Violation::new("format", format!("the text is not of format `{name}`")))
    }
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
        let original = step;
        // In decimals, as both were written: in binary, 0.3 is not a multiple of 0.1.
        match (decimal(self), decimal(step)) {
            (Some((value, value_exponent)), Some((step, step_exponent))) => {
                let lowest = value_exponent.min(step_exponent);
                let scaled = |digits: i128, exponent: i32| {
                    let power = 10i128.checked_pow(u32::try_from(exponent - lowest).ok()?)?;
                    digits.checked_mul(power)
                };
                match (scaled(value, value_exponent), scaled(step, step_exponent)) {
                    (Some(value), Some(step)) => step != 0 && value % step == 0,
                    // Too far apart for exact digits: the remainder of the floats, which is exact in binary.
                    _ => self % original == 0.0,
                }
            }
            _ => false,
        }
    }
}

impl Multiple for f32 {
    fn is_multiple_of(self, step: Self) -> bool {
        match (self.to_string().parse::<f64>(), step.to_string().parse::<f64>()) {
            (Ok(value), Ok(step)) => Multiple::is_multiple_of(value, step),
            _ => false,
        }
    }
}

/// Digits and exponent of the shortest decimal that reads back as this float.
fn decimal(value: f64) -> Option<(i128, i32)> {
    let text = format!("{value:e}");
    let (digits, exponent) = text.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let digits = format!("{whole}{fraction}").parse().ok()?;
    Some((digits, exponent - i32::try_from(fraction.len()).ok()?))
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
    let mut seen = std::collections::HashSet::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let Ok(json) = item.write(serde_json::value::Serializer) else { continue };
        // A canonical text: numbers by value, keys in order, whatever `preserve_order` says.
        let mut text = String::new();
        canonical(&json, &mut text);
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

/// `type`, of a value that has no Rust type of its own: one of the names of JSON Schema.
///
/// # Errors
/// When the value is of another type.
pub fn type_is(value: &Json, allowed: &[&str]) -> Checked {
    let fits = |name: &&str| match (*name, value) {
        ("null", Json::Null) | ("boolean", Json::Bool(_)) | ("string", Json::String(_)) => true,
        ("array", Json::Array(_)) | ("object", Json::Object(_)) | ("number", Json::Number(_)) => true,
        ("integer", Json::Number(number)) => {
            number.is_i64() || number.is_u64() || number.as_f64().is_some_and(|value| value.fract() == 0.0)
        }
        _ => false,
    };
    if allowed.iter().any(fits) {
        return Ok(());
    }
    Err(Violation::new("type", format!("the value is not of type {}", allowed.join(" or "))))
}

/// A property that `required` names and `properties` does not.
///
/// # Errors
/// When it is not there.
pub fn has<T>(entries: &BTreeMap<String, T>, key: &str) -> Checked {
    if entries.contains_key(key) {
        return Ok(());
    }
    Err(Violation::new("required", format!("property `{key}` is missing")))
}

/// `propertyNames`.
///
/// # Errors
/// When a key breaks a rule.
pub fn each_key<T>(entries: &BTreeMap<String, T>, check: impl Fn(&str) -> Checked) -> Checked {
    entries.keys().try_for_each(|key| check(key).map_err(|violation| violation.under(key.clone())))
}
