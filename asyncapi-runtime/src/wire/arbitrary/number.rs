//! Numbers within bounds.

use ::arbitrary::Result;

use super::keywords::Asked;
use super::{Json, Maker};
use crate::wire::{Keyword, Literal};

/// What JSON's readers hold exactly, whatever they are.
const EXACT: f64 = 9_007_199_254_740_991.0;

fn float(literal: Literal) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "a bound that is rounded is checked exactly afterwards")]
    match literal {
        Literal::Integer(value) => value as f64,
        Literal::Unsigned(value) => value as f64,
        Literal::Number(value) => value,
        _ => 0.0,
    }
}

/// The bounds that are asked for.
struct Bounds {
    least: Option<f64>,
    most: Option<f64>,
    exclusive_least: bool,
    exclusive_most: bool,
    step: Option<f64>,
}

fn bounds(keywords: &[Keyword]) -> Bounds {
    let mut bounds = Bounds { least: None, most: None, exclusive_least: false, exclusive_most: false, step: None };
    for keyword in keywords {
        match keyword {
            Keyword::Minimum(it) | Keyword::ExclusiveMinimum(it)
                if bounds.least.is_none_or(|known| float(*it) >= known) =>
            {
                bounds.exclusive_least = matches!(keyword, Keyword::ExclusiveMinimum(_));
                bounds.least = Some(float(*it));
            }
            Keyword::Maximum(it) | Keyword::ExclusiveMaximum(it)
                if bounds.most.is_none_or(|known| float(*it) <= known) =>
            {
                bounds.exclusive_most = matches!(keyword, Keyword::ExclusiveMaximum(_));
                bounds.most = Some(float(*it));
            }
            Keyword::MultipleOf(it) => bounds.step = Some(float(*it)),
            _ => {}
        }
    }
    bounds
}

impl Maker<'_, '_> {
    pub(super) fn number(&mut self, asked: &Asked, whole: bool) -> Result<Json> {
        let bounds = bounds(&asked.numbers);
        let step = match bounds.step {
            Some(step) if step > 0.0 => step,
            _ => 1.0,
        };
        let stepped = whole || bounds.step.is_some() || self.from.arbitrary()?;
        let (low, high) = self.range(&bounds)?;
        if !stepped {
            let part = f64::from(self.from.arbitrary::<u16>()?) + 1.0;
            return Ok(Json::from(low + (high - low) * (part / 65_537.0)));
        }
        // A multiple of one and of the step: both are asked where an integer is a multiple of a fraction.
        let (mut first, mut last) = ((low / step).ceil(), (high / step).floor());
        if bounds.exclusive_least && first * step <= low {
            first += 1.0;
        }
        if bounds.exclusive_most && last * step >= high {
            last -= 1.0;
        }
        #[allow(clippy::cast_possible_truncation, reason = "casts of floats saturate")]
        let (first, last) = (first as i64, last as i64);
        let turn = if first <= last { self.from.int_in_range(first..=last)? } else { first };
        Ok(multiple(turn, step))
    }

    /// A finite range: of what is not bounded, mostly what is small.
    fn range(&mut self, bounds: &Bounds) -> Result<(f64, f64)> {
        let width: f64 = if self.from.ratio(1, 4)? { EXACT } else { 1_000.0 };
        Ok(match (bounds.least, bounds.most) {
            (Some(least), Some(most)) => (least, most),
            (Some(least), None) => (least, (least + width).min(EXACT.max(least))),
            (None, Some(most)) => ((most - width).max((-EXACT).min(most)), most),
            (None, None) => (-width, width),
        })
    }
}

/// So many times the step, as a decimal: `3 * 0.1` is `0.3`.
fn multiple(turn: i64, step: f64) -> Json {
    let text = format!("{step:e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}").parse::<i128>().unwrap_or(1);
    let exponent = exponent.parse::<i64>().unwrap_or(0) - i64::try_from(fraction.len()).unwrap_or(0);
    let product = digits.saturating_mul(i128::from(turn));
    // An integer stays one: not every type that is read takes `1e3`.
    let scale = u32::try_from(exponent).ok().and_then(|exponent| 10i128.checked_pow(exponent));
    if let Some(value) = scale.and_then(|scale| scale.checked_mul(product)) {
        if let Ok(value) = i64::try_from(value) {
            return Json::from(value);
        }
        if let Ok(value) = u64::try_from(value) {
            return Json::from(value);
        }
    }
    let value: f64 = format!("{product}e{exponent}").parse().unwrap_or(0.0);
    #[allow(clippy::cast_possible_truncation, reason = "the value is whole and within bounds")]
    if value.fract() == 0.0 && value.abs() <= EXACT {
        return Json::from(value as i64);
    }
    Json::from(value)
}
