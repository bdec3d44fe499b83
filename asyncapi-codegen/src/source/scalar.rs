//! What an unquoted or tagged scalar is, by the core schema of YAML 1.2 (section 10.3.2).
//!
//! Input: the text of one scalar. Output: its [`Value`], the text kept. Dates, `yes`, `no`, `on`, `off` and `1_000` are
//! strings: that they were something else in YAML 1.1 does not matter here.

use super::Value;

/// The value of a scalar without quotes and without a tag.
pub(super) fn plain(text: &str) -> Value {
    if is_null(text) {
        Value::Null
    } else if let Some(value) = boolean(text) {
        Value::Bool(value)
    } else if is_number(text) {
        Value::Number(text.into())
    } else {
        Value::String(text.into())
    }
}

pub(super) fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

pub(super) fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

pub(super) fn is_number(text: &str) -> bool {
    is_integer(text) || is_float(text)
}

/// `[-+]?[0-9]+`, `0o[0-7]+`, `0x[0-9a-fA-F]+`.
pub(super) fn is_integer(text: &str) -> bool {
    if let Some(digits) = text.strip_prefix("0o") {
        return !digits.is_empty() && digits.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    all_digits(unsigned(text))
}

/// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, `[-+]?\.inf`, `\.nan`.
fn is_float(text: &str) -> bool {
    if matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let text = unsigned(text);
    if matches!(text, ".inf" | ".Inf" | ".INF") {
        return true;
    }
    let (digits, exponent) = match text.find(['e', 'E']) {
        Some(at) => (text.get(..at).unwrap_or_default(), text.get(at + 1..)),
        None => (text, None),
    };
    if !exponent.is_none_or(|exponent| all_digits(unsigned(exponent))) {
        return false;
    }
    match digits.split_once('.') {
        Some(("", fraction)) => all_digits(fraction),
        Some((whole, fraction)) => all_digits(whole) && (fraction.is_empty() || all_digits(fraction)),
        None => all_digits(digits),
    }
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['-', '+']).unwrap_or(text)
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The whole number that a number's text stands for, if it is one: `3`, `0x1F`, `0o17`, and also `3.0` and `3e2`, which
/// JSON Schema takes for integers.
pub(super) fn integer(text: &str) -> Option<i128> {
    if let Some(digits) = text.strip_prefix("0o") {
        return i128::from_str_radix(digits, 8).ok();
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return i128::from_str_radix(digits, 16).ok();
    }
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => (text.get(..at)?, text.get(at + 1..)?.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let shift = exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?;
    let digits = match format!("{whole}{fraction}") {
        none if matches!(none.as_str(), "" | "+" | "-") => return None,
        digits => digits.parse::<i128>().ok()?,
    };
    if digits == 0 {
        return Some(0);
    }
    let power = 10_i128.checked_pow(shift.unsigned_abs())?;
    if shift >= 0 { digits.checked_mul(power) } else { (digits % power == 0).then(|| digits / power) }
}

/// The floating point number nearest to what a number's text stands for.
pub(super) fn float(text: &str) -> Option<f64> {
    if text.starts_with("0o") || text.starts_with("0x") {
        #[expect(clippy::cast_precision_loss, reason = "the nearest is what was asked for")]
        return integer(text).map(|value| value as f64);
    }
    match unsigned(text) {
        ".inf" | ".Inf" | ".INF" => Some(if text.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY }),
        ".nan" | ".NaN" | ".NAN" => Some(f64::NAN),
        _ => text.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_schema_decides() {
        for text in ["", "~", "null", "Null", "NULL"] {
            assert!(matches!(plain(text), Value::Null), "{text}");
        }
        for text in
            ["0", "-0", "+12", "010", "0o17", "0x1F", "1.0", "1.", ".5", "-1e3", "1.5E-7", ".inf", "-.INF", ".nan"]
        {
            assert!(matches!(plain(text), Value::Number(kept) if &*kept == text), "{text}");
        }
        for text in [
            "yes",
            "no",
            "on",
            "off",
            "y",
            "n",
            "nULL",
            "tRUE",
            "2026-11-21",
            "1_000",
            "0b1",
            "0x",
            "0o8",
            "-0x1",
            "1e",
            "e3",
            ".",
            "-",
            "+",
            "..5",
            "1.2.3",
            "1 2",
            "12h",
            "+.nan",
            "inf",
            "NaN",
            "1e1.5",
            "12:30",
        ] {
            assert!(matches!(plain(text), Value::String(kept) if &*kept == text), "{text}");
        }
        assert!(matches!(plain("True"), Value::Bool(true)) && matches!(plain("FALSE"), Value::Bool(false)));
    }

    #[test]
    fn numbers_have_values() {
        for (text, whole, near) in [
            ("010", Some(10), 10.0),
            ("0o17", Some(15), 15.0),
            ("0x1F", Some(31), 31.0),
            ("1.0", Some(1), 1.0),
            ("1.", Some(1), 1.0),
            ("-1.5e1", Some(-15), -15.0),
            ("1500e-2", Some(15), 15.0),
            ("1.5", None, 1.5),
            (".5", None, 0.5),
            ("1e3", Some(1000), 1e3),
            ("0e999999999", Some(0), 0.0),
            ("1e999999999", None, f64::INFINITY),
            ("1e-999999999", None, 0.0),
            ("-.inf", None, f64::NEG_INFINITY),
            ("18446744073709551616", Some(1 << 64), 18_446_744_073_709_551_616.0),
        ] {
            assert_eq!(integer(text), whole, "{text}");
            assert_eq!(float(text), Some(near), "{text}");
        }
        assert!(float(".nan").is_some_and(f64::is_nan));
    }
}
