//! JSON whose numbers are compared by value, with all their digits.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// A value; of properties that stand twice, the last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(Decimal),
    String(String),
    Array(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

/// ± 0.`digits` · 10^`exponent`; the digits start and end with another one than zero.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Decimal {
    negative: bool,
    exponent: i64,
    digits: String,
}

impl Json {
    /// The value of a text.
    pub(crate) fn parse(text: &str) -> Result<Self, serde_json::Error> {
        let text = text.trim();
        Ok(match text.as_bytes().first() {
            Some(b'n') => serde_json::from_str::<()>(text).map(|()| Self::Null)?,
            Some(b't' | b'f') => Self::Bool(serde_json::from_str(text)?),
            Some(b'"') => Self::String(serde_json::from_str(text)?),
            Some(b'[') => {
                let items: Vec<Box<RawValue>> = serde_json::from_str(text)?;
                Self::Array(items.iter().map(|item| Self::parse(item.get())).collect::<Result<_, _>>()?)
            }
            Some(b'{') => {
                let entries: BTreeMap<String, Box<RawValue>> = serde_json::from_str(text)?;
                let parse = |(name, value): (String, Box<RawValue>)| Ok((name, Self::parse(value.get())?));
                Self::Object(entries.into_iter().map(parse).collect::<Result<_, serde_json::Error>>()?)
            }
            _ => {
                serde_json::from_str::<Box<RawValue>>(text)?;
                Self::Number(Decimal::of(text))
            }
        })
    }
}

impl Decimal {
    /// The nearest `f64`.
    pub(crate) fn double(&self) -> Option<f64> {
        let sign = if self.negative { "-" } else { "" };
        format!("{sign}0.{}e{}", self.digits, self.exponent).parse().ok()
    }

    /// Of a number of JSON.
    fn of(text: &str) -> Self {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let digits = all.trim_start_matches('0');
        let shift =
            i64::try_from(whole.len()).unwrap_or(i64::MAX) - i64::try_from(all.len() - digits.len()).unwrap_or(0);
        let digits = digits.trim_end_matches('0').to_owned();
        if digits.is_empty() {
            return Self { negative: false, exponent: 0, digits };
        }
        Self { negative, exponent: exponent.parse::<i64>().unwrap_or(i64::MAX).saturating_add(shift), digits }
    }
}

#[test]
fn numbers_are_compared_by_value() {
    let same = |one: &str, other: &str| Json::parse(one).expect("JSON") == Json::parse(other).expect("JSON");
    for (one, other) in [("1", "1.0"), ("1", "10e-1"), ("-0", "0.0"), ("0.0075", "7.5E-3"), ("1e2", "100.00")] {
        assert!(same(one, other), "{one} {other}");
        assert!(same(&format!("[{{\"a\": {one}}}]"), &format!("[{{\"a\":{other}}}]")), "{one} {other}");
    }
    for (one, other) in [("1", "-1"), ("98249283749234923498293171823948729348710298301928331", "9.824928374923492e52")]
    {
        assert!(!same(one, other), "{one} {other}");
    }
}
