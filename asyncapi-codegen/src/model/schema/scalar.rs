//! Strings and numbers: the right Rust type, and the rules that it does not carry.

use std::cmp::Ordering;

use super::Schemas;
use super::facts::{Facts, kind};
use super::literal::{compare, decimal, number, whole};
use super::pattern;
use crate::diagnostic::catalogue::types as code;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::{Builtin, Integer, Pattern, Rule, TypeUse};
use crate::options::Integers;
use crate::source::Span;

/// Formats that are checked on the text.
const CHECKED_FORMATS: &[&str] = &[
    "email",
    "idn-email",
    "hostname",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "uri",
    "iri",
    "uri-reference",
    "iri-reference",
    "uri-template",
    "json-pointer",
    "relative-json-pointer",
    "regex",
    "duration",
    "uuid",
    "date-time",
    "date",
    "time",
];

/// Whether a format is checked, by a type or on the text. Of any other, all texts are.
pub(super) fn checked(format: &str) -> bool {
    format.starts_with("content:") || CHECKED_FORMATS.contains(&format)
}

/// A type with its rules.
pub(super) fn ruled(ty: TypeUse, rules: Vec<Rule>) -> TypeUse {
    match (ty, rules.is_empty()) {
        (ty, true) => ty,
        (TypeUse::Ruled(ty, mut known), false) => {
            known.extend(rules);
            TypeUse::Ruled(ty, known)
        }
        (ty, false) => TypeUse::Ruled(Box::new(ty), rules),
    }
}

fn count(text: &str) -> Option<u64> {
    whole(text).and_then(|value| u64::try_from(value).ok())
}

/// The tightest of several lower (`upper`: upper) bounds on a count.
pub(super) fn tightest(facts: &Facts, keyword: &str, upper: bool) -> Option<u64> {
    let counts = facts.bound(keyword).filter_map(count);
    if upper { counts.min() } else { counts.max() }
}

/// Keywords of which the first must not be beyond the second.
const CROSSING: &[(&str, &str)] =
    &[("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties"), ("minimum", "maximum")];

/// Bounds that leave no room, of one schema or of several that must all hold. Those of integers are told where their type
/// is found.
pub(super) fn report_crossed_bounds(facts: &Facts, sink: &mut Sink) {
    for (lower, upper) in CROSSING {
        // What cannot be read is equal to all.
        let order = |a: &&str, b: &&str| compare(a, b).unwrap_or(Ordering::Equal);
        let least = facts.bound(lower).max_by(order);
        let most = facts.bound(upper).min_by(order);
        if let (Some(least), Some(most)) = (least, most)
            && compare(least, most) == Some(Ordering::Greater)
            && (*lower != "minimum" || facts.types.is_none_or(|types| types & kind::FRACTION != 0))
        {
            let text = format!("`{lower}` is {least} and `{upper}` is {most}, which leaves nothing between");
            sink.push(Diagnostic::new(&code::NO_VALUE, facts.span, text).label("no value is valid"));
        }
    }
}

impl Schemas<'_> {
    pub(super) fn string(&mut self, facts: &Facts, sink: &mut Sink) -> TypeUse {
        let mut rules = Vec::new();
        rules.extend(tightest(facts, "minLength", false).filter(|least| *least > 0).map(Rule::MinLength));
        rules.extend(tightest(facts, "maxLength", true).map(Rule::MaxLength));
        for (source, span) in &facts.string_patterns {
            rules.extend(self.pattern(source, *span, sink).map(Rule::Pattern));
        }
        let formats: Vec<&str> = facts.formats.iter().map(String::as_str).filter(|name| checked(name)).collect();
        let typed = match formats.as_slice() {
            ["uuid"] => Some(Builtin::Uuid),
            ["date-time"] => Some(Builtin::DateTime),
            ["date"] => Some(Builtin::Date),
            ["time"] => Some(Builtin::Time),
            ["content:base64"] => Some(Builtin::Base64),
            _ => None,
        };
        match typed {
            // Lengths and patterns are about the text, which these types do not keep.
            Some(builtin) if rules.is_empty() => return TypeUse::Builtin(builtin),
            _ => {}
        }
        rules.extend(formats.into_iter().map(|name| Rule::Format(name.to_owned())));
        ruled(TypeUse::Builtin(Builtin::String), rules)
    }

    /// A pattern for the runtime's engine, or a lint.
    pub(super) fn pattern(&self, source: &str, span: Span, sink: &mut Sink) -> Option<Pattern> {
        match pattern::translate(source) {
            Ok(translated) => Some(Pattern { source: source.to_owned(), translated }),
            Err(reason) => {
                let lint = Diagnostic::new(&code::PATTERN, span, format!("the pattern is not enforced: {reason}"));
                sink.push(lint.label("any text is accepted"));
                None
            }
        }
    }
}

/// Numbers of all kinds.
pub(super) fn numeric(facts: &Facts, kinds: u8, integers: Integers, sink: &mut Sink) -> TypeUse {
    let multiple_of_whole = facts.bound("multipleOf").any(|step| whole(step).is_some_and(|step| step != 0));
    let integral = kinds & kind::FRACTION == 0;
    let format = facts.format();
    // `number` that is a multiple of a whole is an integer in all but name.
    let integer_by_step = multiple_of_whole && !matches!(format, Some("float" | "double"));
    if !integral && !integer_by_step {
        return float(facts, if format == Some("float") { Builtin::F32 } else { Builtin::F64 });
    }
    integer(facts, integers, sink)
}

fn float(facts: &Facts, builtin: Builtin) -> TypeUse {
    let mut rules = Vec::new();
    for (keyword, text) in &facts.bounds {
        let Ok(value) = number(text).parse::<f64>() else { continue };
        if !value.is_finite() {
            continue;
        }
        let text = format!("{value:?}");
        rules.extend(match *keyword {
            "minimum" => Some(Rule::Minimum(text)),
            "maximum" => Some(Rule::Maximum(text)),
            "exclusiveMinimum" => Some(Rule::ExclusiveMinimum(text)),
            "exclusiveMaximum" => Some(Rule::ExclusiveMaximum(text)),
            "multipleOf" if value > 0.0 => Some(Rule::MultipleOf(text)),
            _ => None,
        });
    }
    rules.dedup();
    // A bound is compared in the type's own precision: a single would be rounded.
    let builtin = if rules.is_empty() { builtin } else { Builtin::F64 };
    ruled(TypeUse::Builtin(builtin), rules)
}

/// The whole part of a bound: the least integer not below it, or (`upper`) the greatest not above it.
fn integral_bound(text: &str, upper: bool, exclusive: bool) -> Option<i128> {
    if let Some(value) = whole(text) {
        return match (exclusive, upper) {
            (false, _) => Some(value),
            (true, true) => value.checked_sub(1),
            (true, false) => value.checked_add(1),
        };
    }
    let (digits, exponent) = decimal(text)?;
    // A fraction, or too many digits: then the bound is beyond any integer that is read.
    let one = 10i128.checked_pow(u32::try_from(-exponent).ok()?)?;
    Some(if upper { digits.div_euclid(one) } else { -(-digits).div_euclid(one) })
}

const SIZES: [(Integer, i128, i128); 8] = [
    (Integer::U8, 0, u8::MAX as i128),
    (Integer::I8, i8::MIN as i128, i8::MAX as i128),
    (Integer::U16, 0, u16::MAX as i128),
    (Integer::I16, i16::MIN as i128, i16::MAX as i128),
    (Integer::U32, 0, u32::MAX as i128),
    (Integer::I32, i32::MIN as i128, i32::MAX as i128),
    (Integer::U64, 0, u64::MAX as i128),
    (Integer::I64, i64::MIN as i128, i64::MAX as i128),
];

/// The integer type that a format names.
fn formatted(format: Option<&str>) -> Option<Integer> {
    Some(match format? {
        "int8" => Integer::I8,
        "int16" => Integer::I16,
        "int32" => Integer::I32,
        "int64" | "long" => Integer::I64,
        "uint8" => Integer::U8,
        "uint16" => Integer::U16,
        "uint32" => Integer::U32,
        "uint64" => Integer::U64,
        _ => return None,
    })
}

fn integer(facts: &Facts, integers: Integers, sink: &mut Sink) -> TypeUse {
    let lower =
        |keyword, exclusive| facts.bound(keyword).filter_map(move |it| integral_bound(it, false, exclusive)).max();
    let upper =
        |keyword, exclusive| facts.bound(keyword).filter_map(move |it| integral_bound(it, true, exclusive)).min();
    let least = lower("minimum", false).into_iter().chain(lower("exclusiveMinimum", true)).max();
    let most = upper("maximum", false).into_iter().chain(upper("exclusiveMaximum", true)).min();
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        let text = format!("no integer is at least {least} and at most {most}");
        sink.push(Diagnostic::new(&code::NO_VALUE, facts.span, text).label("no value is valid"));
        return TypeUse::Builtin(Builtin::Never);
    }
    let (ty, low, high) = width(formatted(facts.format()), least, most, integers);
    let mut rules = Vec::new();
    rules.extend(least.filter(|least| *least > low).map(|least| Rule::Minimum(least.to_string())));
    rules.extend(most.filter(|most| *most < high).map(|most| Rule::Maximum(most.to_string())));
    for step in facts.bound("multipleOf") {
        match whole(step) {
            Some(1) => {}
            Some(step) if step > 0 && step <= high => rules.push(Rule::MultipleOf(step.to_string())),
            // 0.5 and its like hold for every integer.
            None if every_integer_is_multiple(step) => {}
            _ => rules.push(Rule::MultipleOfFraction(float_text(step))),
        }
    }
    ruled(TypeUse::Builtin(Builtin::Integer(ty)), rules)
}

/// A number's text as Rust writes a float.
fn float_text(text: &str) -> String {
    text.parse::<f64>().map_or_else(|_| number(text), |value| format!("{value:?}"))
}

/// Whether the step is a part of one: one is a multiple of it, and so is every integer.
fn every_integer_is_multiple(step: &str) -> bool {
    let Some((digits, exponent)) = decimal(step) else { return false };
    let one = u32::try_from(-exponent).ok().and_then(|power| 10i128.checked_pow(power));
    digits > 0 && one.is_some_and(|one| one % digits == 0)
}

/// The type: what the format names, if the bounds fit it; else the smallest standard one for both bounds.
///
/// A single bound does not make a type small: `minimum: 0` is `u64`, a lone `maximum` is `i64`. Without bounds, all that JSON
/// can hold must fit.
fn width(
    format: Option<Integer>,
    least: Option<i128>,
    most: Option<i128>,
    integers: Integers,
) -> (Integer, i128, i128) {
    let range_of = |wanted: Integer| SIZES.iter().find(|(ty, ..)| *ty == wanted).copied();
    if let Some(size) = format.and_then(range_of) {
        // `format: int64` with `minimum: 0` stays `i64`: the format is the author's own choice of type.
        return size;
    }
    let fits = |(_, low, high): &&(Integer, i128, i128)| {
        least.is_some_and(|least| least >= *low) && most.is_some_and(|most| most <= *high)
    };
    if least.is_some() && most.is_some() {
        return SIZES.iter().find(fits).copied().unwrap_or((Integer::I128, i128::MIN, i128::MAX));
    }
    match (least, most) {
        (Some(0..), None) => range_of(Integer::U64),
        (None, Some(most)) if most <= i64::MAX.into() => range_of(Integer::I64),
        _ if integers == Integers::I64 => range_of(Integer::I64),
        // JSON's readers know integers from `i64::MIN` to `u64::MAX`, and no smaller type holds them all.
        _ => None,
    }
    .unwrap_or((Integer::I128, i128::MIN, i128::MAX))
}
