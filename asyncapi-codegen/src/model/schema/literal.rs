//! JSON values of schemas as [`Literal`]s.

use std::cmp::Ordering;

use crate::collections::sort;
use crate::model::Literal;
use crate::source::{Node, Value};

/// The value of a node. Numbers are brought to one spelling where they are whole, so that `1.0` equals `1`.
pub(in crate::model) fn literal(node: &Node) -> Literal {
    match node.value() {
        Value::Null => Literal::Null,
        Value::Bool(value) => Literal::Bool(*value),
        Value::Number(text) => Literal::Number(number(text)),
        Value::String(text) => Literal::String(text.to_string()),
        Value::Array(items) => Literal::Array(items.iter().map(literal).collect()),
        Value::Object(object) => {
            let mut entries: Vec<_> =
                object.iter().map(|(key, value)| (key.text.to_string(), literal(value))).collect();
            sort(&mut entries, &|a, b| a.0.cmp(&b.0));
            Literal::Object(entries)
        }
    }
}

/// The plainest spelling of a number of YAML or JSON: decimal, whole where it is whole.
pub(super) fn number(text: &str) -> String {
    if let Some(value) = whole(text) {
        return value.to_string();
    }
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() => format!("{value:?}"),
        _ => text.to_owned(),
    }
}

/// The integer that a number's text stands for.
pub(super) fn whole(text: &str) -> Option<i128> {
    let text = text.strip_prefix('+').unwrap_or(text);
    if let Some(hex) = text.strip_prefix("0x") {
        return i128::from_str_radix(hex, 16).ok();
    }
    if let Some(octal) = text.strip_prefix("0o") {
        return i128::from_str_radix(octal, 8).ok();
    }
    let (digits, exponent) = decimal(text)?;
    // More digits than an `i128` has are beyond it, unless they are zeros.
    (exponent >= 0).then(|| 10i128.checked_pow(exponent.unsigned_abs())?.checked_mul(digits))?
}

/// Whether a number's text stands for an integer, of any size.
pub(super) fn is_whole(text: &str) -> bool {
    whole(text).is_some() || decimal(text).is_some_and(|(_, exponent)| exponent >= 0)
}

/// Digits without trailing zeros, and the power of ten that they are multiplied with.
pub(super) fn decimal(text: &str) -> Option<(i128, i32)> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent: i32 = exponent.parse().ok()?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let negative = whole.starts_with('-');
    let digits = format!("{}{fraction}", whole.trim_start_matches(['-', '+']));
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let kept = digits.trim_end_matches('0');
    let zeros = i32::try_from(digits.len() - kept.len()).ok()?;
    if kept.is_empty() {
        return Some((0, 0));
    }
    let value: i128 = kept.parse().ok()?;
    let exponent = exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?.checked_add(zeros)?;
    Some((if negative { -value } else { value }, exponent))
}

/// Compares numbers by their texts, integers to the last digit; `None` where one cannot be read.
pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    match (whole(a), whole(b)) {
        (Some(a), Some(b)) => Some(a.cmp(&b)),
        _ => a.parse::<f64>().ok()?.partial_cmp(&b.parse::<f64>().ok()?),
    }
}
