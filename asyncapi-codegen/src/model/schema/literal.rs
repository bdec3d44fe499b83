//! JSON values of schemas as [`Literal`]s.

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
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
            Literal::Object(entries)
        }
    }
}

/// The plainest spelling of a number of YAML or JSON: decimal, whole where it is whole.
pub(super) fn number(text: &str) -> String {
    if let Some(value) = whole(text) {
        return value.to_string();
    }
    match text.replace('_', "").parse::<f64>() {
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
    if let Ok(value) = text.parse() {
        return Some(value);
    }
    let value: f64 = text.parse().ok()?;
    #[expect(clippy::cast_possible_truncation, reason = "whole and within the range of i128")]
    let whole = (value.is_finite() && value.fract() == 0.0 && value.abs() < 1e30).then_some(value as i128);
    whole
}
