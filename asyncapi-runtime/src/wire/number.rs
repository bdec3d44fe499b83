//! Numbers: `1.0` is an integer, and a float is finite.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

use super::Wire;

/// The integer that a float stands for, if it stands for one.
pub(super) fn whole(value: f64) -> Option<i128> {
    // Beyond 2^100 there is no integer type to hold it, and `as` would saturate.
    let limit = 2f64.powi(100);
    #[expect(clippy::cast_possible_truncation, reason = "whole and far within the range of i128")]
    let integer = (value.fract() == 0.0 && value.abs() < limit).then_some(value as i128);
    integer
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
    i128, deserialize_i128, serialize_i128;
    u8, deserialize_u8, serialize_u8;
    u16, deserialize_u16, serialize_u16;
    u32, deserialize_u32, serialize_u32;
    u64, deserialize_u64, serialize_u64;
    u128, deserialize_u128, serialize_u128;
}

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
