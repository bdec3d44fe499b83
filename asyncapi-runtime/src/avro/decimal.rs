//! Decimal numbers, exactly.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A decimal number of up to 38 digits: an integer, and how many of its digits stand behind the point.
///
/// ```
/// use asyncapi_runtime::avro::Decimal;
///
/// let price: Decimal = "12.50".parse()?;
/// assert_eq!((price.unscaled(), price.scale()), (1250, 2));
/// assert_eq!(price, Decimal::new(125, 1));
/// assert_eq!(price.to_string(), "12.50");
/// # Ok::<(), asyncapi_runtime::avro::NotDecimal>(())
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Decimal {
    unscaled: i128,
    scale: u32,
}

/// The largest scale: more digits than this no number has.
const LARGEST_SCALE: u32 = 38;

impl Decimal {
    /// `unscaled` divided by ten, `scale` times.
    #[must_use]
    pub const fn new(unscaled: i128, scale: u32) -> Self {
        Self { unscaled, scale }
    }

    /// The number without its point.
    #[must_use]
    pub const fn unscaled(&self) -> i128 {
        self.unscaled
    }

    /// How many digits stand behind the point.
    #[must_use]
    pub const fn scale(&self) -> u32 {
        self.scale
    }

    /// The same number with another scale; `None` where that would cut digits or have no room.
    #[must_use]
    pub fn rescaled(&self, scale: u32) -> Option<Self> {
        if self.unscaled == 0 {
            return Some(Self::new(0, scale));
        }
        let factor = 10i128.checked_pow(self.scale.abs_diff(scale))?;
        let unscaled = if scale >= self.scale {
            self.unscaled.checked_mul(factor)?
        } else if self.unscaled % factor == 0 {
            self.unscaled / factor
        } else {
            return None;
        };
        Some(Self { unscaled, scale })
    }

    /// The number of digits.
    pub(super) fn digits(&self) -> u32 {
        self.unscaled.unsigned_abs().checked_ilog10().map_or(1, |log| log + 1)
    }

    /// Without zeros at the end: equal numbers become equal pairs.
    fn reduced(&self) -> Self {
        let mut value = *self;
        while value.scale > 0 && value.unscaled % 10 == 0 {
            value = Self { unscaled: value.unscaled / 10, scale: value.scale - 1 };
            if value.unscaled == 0 {
                return Self::new(0, 0);
            }
        }
        value
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        let (left, right) = (self.reduced(), other.reduced());
        (left.unscaled, left.scale) == (right.unscaled, right.scale)
    }
}

impl Eq for Decimal {}

impl std::hash::Hash for Decimal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        let value = self.reduced();
        (value.unscaled, value.scale).hash(state);
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.unscaled.signum() != other.unscaled.signum() {
            return self.unscaled.signum().cmp(&other.unscaled.signum());
        }
        // With one scale, the integers compare; where that has no room, the one that would outgrow it is farther from zero.
        let scale = self.scale.max(other.scale);
        let farther = |positive: bool| if positive { Ordering::Greater } else { Ordering::Less };
        match (self.rescaled(scale), other.rescaled(scale)) {
            (Some(left), Some(right)) => left.unscaled.cmp(&right.unscaled),
            (None, _) => farther(self.unscaled > 0),
            (_, None) => farther(other.unscaled > 0).reverse(),
        }
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self::new(value.into(), 0)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.unscaled.unsigned_abs().to_string();
        let scale = self.scale as usize;
        let text = if scale == 0 {
            digits
        } else {
            let padded = format!("{digits:0>width$}", width = scale.saturating_add(1));
            let (whole, fraction) = padded.split_at(padded.len() - scale);
            format!("{whole}.{fraction}")
        };
        out.pad_integral(self.unscaled >= 0, "", &text)
    }
}

/// A text that is no decimal number, or one of more digits than fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotDecimal(());

impl fmt::Display for NotDecimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not a decimal number of up to 38 digits")
    }
}

impl std::error::Error for NotDecimal {}

impl FromStr for Decimal {
    type Err = NotDecimal;

    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
        let fraction_digits = fraction.unwrap_or_default();
        let plain = whole.strip_prefix(['-', '+']).unwrap_or(whole);
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let scale = u32::try_from(fraction_digits.len()).ok().filter(|scale| *scale <= LARGEST_SCALE);
        match scale {
            Some(scale) if digits(plain) && fraction.is_none_or(digits) => {
                let unscaled = format!("{whole}{fraction_digits}").parse();
                unscaled.map(|unscaled| Self { unscaled, scale }).map_err(|_| NotDecimal(()))
            }
            _ => Err(NotDecimal(())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_numbers() {
        for (text, unscaled, scale) in
            [("0", 0, 0), ("-0.05", -5, 2), ("+12.50", 1250, 2), ("0.00", 0, 2), ("99999", 99_999, 0)]
        {
            let value: Decimal = text.parse().unwrap();
            assert_eq!((value.unscaled(), value.scale()), (unscaled, scale), "{text}");
            assert_eq!(value.to_string(), text.trim_start_matches('+'));
        }
        for text in [
            "",
            ".",
            "1.",
            ".5",
            "1e3",
            "--1",
            "1.-2",
            "1_0",
            &"9".repeat(40),
            "0.123456789012345678901234567890123456789",
        ] {
            assert!(text.parse::<Decimal>().is_err(), "{text}");
        }
    }

    #[test]
    fn equality_and_order_are_those_of_the_numbers() {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(number("1.0"), number("1"));
        assert_eq!(number("0.00"), number("0"));
        assert!(number("-2") < number("-1.5") && number("-1.5") < number("0.1") && number("0.1") < number("0.11"));
        let (large, small) = (Decimal::new(i128::MAX, 0), Decimal::new(1, 30));
        assert_eq!((large.cmp(&small), small.cmp(&large)), (Ordering::Greater, Ordering::Less));
        assert!(Decimal::new(i128::MIN, 0) < Decimal::new(-1, 30));
        assert_eq!(number("1.50").rescaled(1), Some(Decimal::new(15, 1)));
        assert!(number("1.55").rescaled(1).is_none());
        assert!(large.rescaled(1).is_none());
    }
}
