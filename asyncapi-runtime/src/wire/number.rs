//! Numbers: `1.0` is an integer, a float is finite, and what is compared is compared as decimals.

use std::cmp::Ordering;
use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;
use serde_json::Number;

use super::{Literal, Wire};

/// The integer that a float stands for, if it stands for one.
pub(super) fn whole(value: f64) -> Option<i128> {
    // Beyond 2^100 there is no integer type to hold it, and `as` would saturate.
    let limit = 2f64.powi(100);
    #[expect(clippy::cast_possible_truncation, reason = "whole and far within the range of i128")]
    let integer = (value.fract() == 0.0 && value.abs() < limit).then_some(value as i128);
    integer
}

/// The integer that a number of a tree is written as.
fn integer(number: &Number) -> Option<i128> {
    number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from))
}

/// Whether a number of a tree is an integer in the sense of JSON Schema.
pub(super) fn is_whole(number: &Number) -> bool {
    integer(number).is_some() || number.as_f64().is_some_and(|value| value.fract() == 0.0)
}

/// Compares a number of a tree with one of a schema; integers to the last digit.
pub(super) fn compare(value: &Number, with: &Literal) -> Option<Ordering> {
    match (integer(value).or_else(|| value.as_f64().and_then(whole)), with.as_integer()) {
        (Some(value), Some(with)) => Some(value.cmp(&with)),
        _ => value.as_f64()?.partial_cmp(&with.as_float()?),
    }
}

/// A decimal: digits, and the power of ten that they are multiplied with.
type Decimal = (i128, i32);

/// The shortest decimal that reads back as this float.
fn decimal(value: f64) -> Option<Decimal> {
    let text = format!("{value:e}");
    let (digits, exponent) = text.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let digits = format!("{whole}{fraction}").parse().ok()?;
    Some((digits, exponent - i32::try_from(fraction.len()).ok()?))
}

/// Whether a number of a tree is a multiple of one of a schema, as decimals: in binary, 0.3 is not a multiple of 0.1.
pub(super) fn is_multiple(value: &Number, step: &Literal) -> bool {
    let step = step.as_integer().map(|step| (step, 0)).or_else(|| step.as_float().and_then(decimal));
    let value = integer(value).map(|value| (value, 0)).or_else(|| value.as_f64().and_then(decimal));
    matches!((value, step), (Some(value), Some(step)) if is_multiple_of(value, step))
}

/// As [`is_multiple`], of an integer and the float of a schema.
pub(super) fn is_integer_multiple(value: i128, step: f64) -> bool {
    decimal(step).is_some_and(|step| is_multiple_of((value, 0), step))
}

/// As [`is_multiple`], of floats.
pub(super) fn is_float_multiple(value: f64, step: f64) -> bool {
    matches!((decimal(value), decimal(step)), (Some(value), Some(step)) if is_multiple_of(value, step))
}

fn is_multiple_of((value, value_exponent): Decimal, (step, step_exponent): Decimal) -> bool {
    let (value, step) = (value.unsigned_abs(), step.unsigned_abs());
    if step == 0 || value == 0 {
        return value == 0;
    }
    match u32::try_from(step_exponent - value_exponent) {
        // The step is the coarser one: scaled to the digits of the value, it may be beyond them all.
        Ok(power) => {
            10u128.checked_pow(power).and_then(|power| step.checked_mul(power)).is_some_and(|step| value % step == 0)
        }
        Err(_) => {
            let power = u32::try_from(value_exponent - step_exponent).unwrap_or(u32::MAX);
            multiplied(value % step, power_of_ten(power, step), step) == 0
        }
    }
}

/// `10^power mod modulus`.
fn power_of_ten(power: u32, modulus: u128) -> u128 {
    let (mut result, mut base, mut power) = (1 % modulus, 10 % modulus, power);
    while power > 0 {
        if power & 1 == 1 {
            result = multiplied(result, base, modulus);
        }
        base = multiplied(base, base, modulus);
        power >>= 1;
    }
    result
}

/// `a * b mod modulus`, of two that are below it.
fn multiplied(mut a: u128, mut b: u128, modulus: u128) -> u128 {
    if let Some(product) = a.checked_mul(b) {
        return product % modulus;
    }
    let added = |a: u128, b: u128| if a >= modulus - b { a - (modulus - b) } else { a + b };
    let mut result = 0;
    while b > 0 {
        if b & 1 == 1 {
            result = added(result, a);
        }
        a = added(a, a);
        b >>= 1;
    }
    result
}

struct IntegerVisitor<T>(&'static str, std::marker::PhantomData<T>);

impl<T> IntegerVisitor<T> {
    fn convert<E: Error>(&self, value: impl TryInto<T> + fmt::Display + Copy) -> Result<T, E> {
        value.try_into().map_err(|_| E::custom(format_args!("{value} does not fit {}", self.0)))
    }
}

impl<T: TryFrom<i64> + TryFrom<u64> + TryFrom<i128> + TryFrom<u128>> Visitor<'_> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "an integer ({})", self.0)
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        self.convert(value)
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        self.convert(value)
    }
    fn visit_i128<E: Error>(self, value: i128) -> Result<T, E> {
        self.convert(value)
    }
    fn visit_u128<E: Error>(self, value: u128) -> Result<T, E> {
        self.convert(value)
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        match whole(value) {
            // An integer this large was rounded when it became a float: better refused than another one. And what is read
            // must be writable again.
            Some(integer) if i64::try_from(integer).is_err() && u64::try_from(integer).is_err() => {
                Err(E::custom(format_args!("{value} does not fit 64 bits")))
            }
            Some(integer) => self.convert(integer),
            None => Err(E::custom(format_args!("{value} is not an integer"))),
        }
    }
}

macro_rules! integers {
    ($($type:ident, $read:ident, $write:ident;)*) => {$(
        impl Wire for $type {
            fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.$read(IntegerVisitor::<$type>(stringify!($type), std::marker::PhantomData))
            }
            fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.$write(*self)
            }
        }
    )*};
}
integers! {
    i8, deserialize_i8, serialize_i8;
    i16, deserialize_i16, serialize_i16;
    i32, deserialize_i32, serialize_i32;
    i64, deserialize_i64, serialize_i64;

    u8, deserialize_u8, serialize_u8;
    u16, deserialize_u16, serialize_u16;
    u32, deserialize_u32, serialize_u32;
    u64, deserialize_u64, serialize_u64;
}

/// JSON's readers know integers from `i64::MIN` to `u64::MAX`: `deserialize_i128` of serde_json would not read `1.0`, and
/// what is written must be readable.
macro_rules! wide_integers {
    ($($type:ident),*) => {$(
        impl Wire for $type {
            fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_i64(IntegerVisitor::<$type>(stringify!($type), std::marker::PhantomData))
            }
            fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                match (i64::try_from(*self), u64::try_from(*self)) {
                    (Ok(narrow), _) => to.serialize_i64(narrow),
                    (_, Ok(narrow)) => to.serialize_u64(narrow),
                    _ => Err(serde::ser::Error::custom(format_args!("JSON's readers have no room for {self}"))),
                }
            }
        }
    )*};
}
wide_integers!(i128, u128);

struct FloatVisitor;

#[expect(clippy::cast_precision_loss, reason = "a JSON number is read as the nearest float, as everywhere")]
impl Visitor<'_> for FloatVisitor {
    type Value = f64;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a number")
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }
}

/// JSON has no `NaN` and no infinity; serde_json would write `null` for them.
fn finite<E: serde::ser::Error>(value: f64) -> Result<(), E> {
    if value.is_finite() { Ok(()) } else { Err(E::custom(format_args!("JSON cannot hold the number {value}"))) }
}

impl Wire for f64 {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_f64(FloatVisitor)
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        finite(*self)?;
        to.serialize_f64(*self)
    }
}

impl Wire for f32 {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the schema asks for a single; what is too large is refused"
        )]
        let value = from.deserialize_f64(FloatVisitor)? as Self;
        if value.is_finite() { Ok(value) } else { Err(D::Error::custom("the number is too large for a single (f32)")) }
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        finite((*self).into())?;
        to.serialize_f32(*self)
    }
}
