//! Logical types: values that are numbers, bytes or strings on the wire.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Error as _, Serializer};
use time::{Date, OffsetDateTime, PrimitiveDateTime, Time as TimeOfDay};
use uuid::Uuid;

use super::datum::{Datum, read_bytes, write_bytes};
use super::kind::{At, Kind, mismatch};

/// The Julian day of 1970-01-01.
const EPOCH: i32 = 2_440_588;

impl Datum for Date {
    fn read<'de, D: Deserializer<'de>>(_: At<'_>, from: D) -> Result<Self, D::Error> {
        let days = <i32 as Deserialize>::deserialize(from)?;
        let date = days.checked_add(EPOCH).and_then(|day| Self::from_julian_day(day).ok());
        date.ok_or_else(|| D::Error::custom("a date that is out of range"))
    }
    fn write<S: Serializer>(&self, _: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i32(self.to_julian_day() - EPOCH)
    }
}

const NANOS_OF_DAY: i64 = 86_400_000_000_000;

impl Datum for TimeOfDay {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        let unit = if *at.kind() == Kind::TimeMillis { 1_000_000 } else { 1_000 };
        let count = <i64 as Deserialize>::deserialize(from)?;
        let nanos = count.checked_mul(unit).filter(|nanos| (0..NANOS_OF_DAY).contains(nanos));
        let time = nanos.and_then(|nanos| {
            let (seconds, nano) =
                (u32::try_from(nanos / 1_000_000_000).ok()?, u32::try_from(nanos % 1_000_000_000).ok()?);
            let part = |value: u32| u8::try_from(value).ok();
            Self::from_hms_nano(part(seconds / 3600)?, part(seconds / 60 % 60)?, part(seconds % 60)?, nano).ok()
        });
        time.ok_or_else(|| D::Error::custom("a time that is not within a day"))
    }
    /// What is finer than the unit is cut.
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        let (hour, minute, second, nano) = self.as_hms_nano();
        let seconds = (i64::from(hour) * 60 + i64::from(minute)) * 60 + i64::from(second);
        if *at.kind() == Kind::TimeMillis {
            // A day has fewer milliseconds than an i32 holds.
            let millis = seconds * 1_000 + i64::from(nano) / 1_000_000;
            to.serialize_i32(i32::try_from(millis).map_err(S::Error::custom)?)
        } else {
            to.serialize_i64(seconds * 1_000_000 + i64::from(nano) / 1_000)
        }
    }
}

/// Nanoseconds of a unit.
fn unit<T>(kind: &Kind) -> Result<i128, String> {
    match kind {
        Kind::Millis => Ok(1_000_000),
        Kind::Micros => Ok(1_000),
        Kind::Nanos => Ok(1),
        other => Err(mismatch::<T>(other)),
    }
}

/// An instant. The schema has no room for an offset: what is read is in UTC.
impl Datum for OffsetDateTime {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        let unit = unit::<Self>(at.kind()).map_err(D::Error::custom)?;
        let count = <i64 as Deserialize>::deserialize(from)?;
        let read = Self::from_unix_timestamp_nanos(i128::from(count) * unit);
        read.map_err(|_| D::Error::custom("a timestamp that is out of range"))
    }
    /// What is finer than the unit is cut, towards the past.
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        let unit = unit::<Self>(at.kind()).map_err(S::Error::custom)?;
        let count = i64::try_from(self.unix_timestamp_nanos().div_euclid(unit));
        to.serialize_i64(count.map_err(|_| S::Error::custom("a timestamp that is out of range"))?)
    }
}

/// A date and time of day, wherever that may be.
impl Datum for PrimitiveDateTime {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        let instant = OffsetDateTime::read(at, from)?;
        Ok(Self::new(instant.date(), instant.time()))
    }
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        self.assume_utc().write(at, to)
    }
}

impl Datum for Uuid {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        match at.kind() {
            Kind::Uuid(Kind::String) => <Self as crate::wire::Wire>::read(from),
            Kind::Uuid(of) => <[u8; 16]>::read(at.part(of), from).map(Self::from_bytes),
            other => Err(D::Error::custom(mismatch::<Self>(other))),
        }
    }
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        match at.kind() {
            Kind::Uuid(Kind::String) => crate::wire::Wire::write(self, to),
            Kind::Uuid(of) => write_bytes(self.as_bytes(), at.part(of), to),
            other => Err(S::Error::custom(mismatch::<Self>(other))),
        }
    }
}

/// A span of time as Avro has it: its three parts are independent of one another, since a month has no fixed length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Duration {
    /// Months.
    pub months: u32,
    /// Days.
    pub days: u32,
    /// Milliseconds.
    pub millis: u32,
}

impl Datum for Duration {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        let [a, b, c, d, e, f, g, h, i, j, k, l] = <[u8; 12]>::read(at, from)?;
        let part = u32::from_le_bytes;
        Ok(Self { months: part([a, b, c, d]), days: part([e, f, g, h]), millis: part([i, j, k, l]) })
    }
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        let parts = [self.months, self.days, self.millis].map(u32::to_le_bytes);
        write_bytes(parts.as_flattened(), at, to)
    }
}

/// The number of bytes of a fixed.
fn length(of: &Kind) -> Option<usize> {
    if let Kind::Fixed(_, length) = of { Some(*length) } else { None }
}

impl Datum for super::Decimal {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        let Kind::Decimal { of, precision, scale } = at.kind() else {
            return Err(D::Error::custom(mismatch::<Self>(at.kind())));
        };
        let unscaled = read_bytes(at.part(of), from, |bytes| {
            if length(of).is_some_and(|length| length != bytes.len()) {
                return Err("a fixed of another length");
            }
            from_twos_complement(bytes).ok_or("a decimal of more digits than fit")
        })?;
        let value = Self::new(unscaled, *scale);
        if value.digits() > *precision {
            return Err(D::Error::custom(format_args!("a decimal of more than {precision} digits")));
        }
        Ok(value)
    }
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        let Kind::Decimal { of, precision, scale } = at.kind() else {
            return Err(S::Error::custom(mismatch::<Self>(at.kind())));
        };
        let fits = self.rescaled(*scale).filter(|value| value.digits() <= *precision);
        let Some(value) = fits else {
            let text = format_args!("{self} does not fit a decimal of {precision} digits, {scale} behind the point");
            return Err(S::Error::custom(text));
        };
        let bytes = value.unscaled().to_be_bytes();
        match length(of) {
            None => write_bytes(shortest(&bytes), at.part(of), to),
            Some(length) if length <= bytes.len() => {
                let (_, kept) = bytes.split_at(bytes.len() - length);
                if shortest(&bytes).len() > length {
                    return Err(S::Error::custom(format_args!("{self} does not fit {length} bytes")));
                }
                write_bytes(kept, at.part(of), to)
            }
            Some(length) => {
                let mut padded = vec![if value.unscaled() < 0 { 0xff } else { 0 }; length - bytes.len()];
                padded.extend(bytes);
                write_bytes(&padded, at.part(of), to)
            }
        }
    }
}

/// The value of big-endian two's complement; `None` if it does not fit.
fn from_twos_complement(bytes: &[u8]) -> Option<i128> {
    let negative = bytes.first().is_some_and(|first| first & 0x80 != 0);
    let sign = if negative { 0xff } else { 0 };
    let kept = bytes.len().min(16);
    let (front, back) = bytes.split_at(bytes.len() - kept);
    let mut whole = [sign; 16];
    whole.get_mut(16 - kept..)?.copy_from_slice(back);
    let value = i128::from_be_bytes(whole);
    (front.iter().all(|byte| *byte == sign) && (value < 0) == negative).then_some(value)
}

/// The shortest big-endian two's complement of the same value.
fn shortest(bytes: &[u8]) -> &[u8] {
    let mut bytes = bytes;
    while let [first, rest @ ..] = bytes
        && let [second, ..] = rest
        && ((*first == 0 && second & 0x80 == 0) || (*first == 0xff && second & 0x80 != 0))
    {
        bytes = rest;
    }
    bytes
}
