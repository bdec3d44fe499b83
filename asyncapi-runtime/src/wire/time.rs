//! Dates and times of RFC 3339, read and written by hand: faster than a general parser, and the offset is kept.

use std::fmt;

use ::time::{Date, Month, OffsetDateTime, Time as Clock, UtcOffset};
use serde::{Deserializer, Serializer};

use super::Wire;
use super::builtin::TextVisitor;

/// A time of day with its offset: `format: time`, such as `14:30:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Time {
    /// The local time.
    pub time: Clock,
    /// The offset from UTC.
    pub offset: UtcOffset,
}

impl fmt::Display for Time {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Text::new();
        text.clock(self.time);
        text.offset(self.offset);
        out.pad(text.as_str())
    }
}

/// Reads digits and signs of fixed places.
struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    fn digits<const N: usize>(&mut self) -> Option<u16> {
        let (digits, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        digits.iter().try_fold(0u16, |value, byte| byte.is_ascii_digit().then(|| value * 10 + u16::from(byte - b'0')))
    }

    fn pair(&mut self) -> Option<u8> {
        self.digits::<2>().and_then(|value| u8::try_from(value).ok())
    }

    fn byte(&mut self, wanted: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        wanted.contains(first).then_some(*first)
    }

    fn date(&mut self) -> Option<Date> {
        let year = self.digits::<4>()?;
        self.byte(b"-")?;
        let month = self.pair()?;
        self.byte(b"-")?;
        let day = self.pair()?;
        Date::from_calendar_date(year.into(), Month::try_from(month).ok()?, day).ok()
    }

    fn clock(&mut self) -> Option<(Clock, bool)> {
        let hour = self.pair()?;
        self.byte(b":")?;
        let minute = self.pair()?;
        self.byte(b":")?;
        let second = self.pair()?;
        let mut nanosecond = 0;
        if let Some(rest) = self.0.strip_prefix(b".") {
            let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let (digits, rest) = rest.split_at_checked(count)?;
            self.0 = rest;
            if count == 0 {
                return None;
            }
            // Beyond nanoseconds there is nothing to keep the digits in.
            let padded = digits.iter().copied().chain(std::iter::repeat(b'0')).take(9);
            nanosecond = padded.fold(0u32, |value, byte| value * 10 + u32::from(byte - b'0'));
        }
        // A leap second is the last nanosecond before it: there is no clock with 61 seconds.
        let leap = second == 60;
        let (second, nanosecond) = if leap { (59, 999_999_999) } else { (second, nanosecond) };
        Clock::from_hms_nano(hour, minute, second, nanosecond).ok().map(|clock| (clock, leap))
    }

    fn offset(&mut self) -> Option<UtcOffset> {
        let sign = match self.byte(b"Zz+-")? {
            b'+' => 1,
            b'-' => -1,
            _ => return Some(UtcOffset::UTC),
        };
        let hours = i8::try_from(self.pair()?).ok()?;
        self.byte(b":")?;
        let minutes = i8::try_from(self.pair()?).ok()?;
        (hours < 24 && minutes < 60).then_some(())?;
        UtcOffset::from_hms(sign * hours, sign * minutes, 0).ok()
    }

    fn end<T>(&self, value: T) -> Option<T> {
        self.0.is_empty().then_some(value)
    }
}

/// Leap seconds stand at the end of a day in UTC.
fn leap_allowed(clock: Clock, offset: UtcOffset) -> bool {
    let minutes = i32::from(clock.hour()) * 60 + i32::from(clock.minute()) - i32::from(offset.whole_minutes());
    minutes.rem_euclid(24 * 60) == 24 * 60 - 1
}

pub(super) fn parse_date(text: &str) -> Option<Date> {
    let mut cursor = Cursor(text.as_bytes());
    let date = cursor.date()?;
    cursor.end(date)
}

pub(super) fn parse_time(text: &str) -> Option<Time> {
    let mut cursor = Cursor(text.as_bytes());
    let (time, leap) = cursor.clock()?;
    let offset = cursor.offset()?;
    (!leap || leap_allowed(time, offset)).then_some(())?;
    cursor.end(Time { time, offset })
}

pub(super) fn parse_date_time(text: &str) -> Option<OffsetDateTime> {
    let mut cursor = Cursor(text.as_bytes());
    let date = cursor.date()?;
    cursor.byte(b"Tt")?;
    let (clock, leap) = cursor.clock()?;
    let offset = cursor.offset()?;
    (!leap || leap_allowed(clock, offset)).then_some(())?;
    cursor.end(OffsetDateTime::new_in_offset(date, clock, offset))
}

/// What is written, in a place of fixed length: the longest is `2026-11-25T14:30:00.123456789+01:00`.
struct Text {
    bytes: [u8; 35],
    length: usize,
}

impl Text {
    const fn new() -> Self {
        Self { bytes: [0; 35], length: 0 }
    }

    fn byte(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }

    fn pair(&mut self, value: u8) {
        self.byte(b'0' + value / 10 % 10);
        self.byte(b'0' + value % 10);
    }

    fn date(&mut self, date: Date) {
        // Years of other than four digits are refused before.
        let year = u16::try_from(date.year()).unwrap_or_default();
        for part in [year / 100, year % 100] {
            self.pair(u8::try_from(part).unwrap_or_default());
        }
        self.byte(b'-');
        self.pair(date.month().into());
        self.byte(b'-');
        self.pair(date.day());
    }

    fn clock(&mut self, clock: Clock) {
        self.pair(clock.hour());
        self.byte(b':');
        self.pair(clock.minute());
        self.byte(b':');
        self.pair(clock.second());
        let mut rest = clock.nanosecond();
        if rest > 0 {
            self.byte(b'.');
        }
        let mut place = 100_000_000;
        while rest > 0 {
            self.byte(b'0' + u8::try_from(rest / place).unwrap_or_default());
            rest %= place;
            place /= 10;
        }
    }

    fn offset(&mut self, offset: UtcOffset) {
        if offset.is_utc() {
            return self.byte(b'Z');
        }
        let (hours, minutes, _) = offset.as_hms();
        self.byte(if offset.is_negative() { b'-' } else { b'+' });
        self.pair(hours.unsigned_abs());
        self.byte(b':');
        self.pair(minutes.unsigned_abs());
    }

    fn as_str(&self) -> &str {
        let written = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(written).unwrap_or_default()
    }
}

/// RFC 3339 has four digits for the year.
fn year_fits<E: serde::ser::Error>(year: i32) -> Result<(), E> {
    if (0..=9999).contains(&year) { Ok(()) } else { Err(E::custom("the year does not have four digits")) }
}

impl Wire for OffsetDateTime {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(TextVisitor("a date-time of RFC 3339", parse_date_time))
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        year_fits(self.year())?;
        let mut text = Text::new();
        text.date(self.date());
        text.byte(b'T');
        text.clock(self.time());
        text.offset(self.offset());
        to.serialize_str(text.as_str())
    }
}

impl Wire for Date {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(TextVisitor("a date of RFC 3339", parse_date))
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        year_fits(self.year())?;
        let mut text = Text::new();
        text.date(*self);
        to.serialize_str(text.as_str())
    }
}

impl Wire for Time {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(TextVisitor("a time of RFC 3339", parse_time))
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut text = Text::new();
        text.clock(self.time);
        text.offset(self.offset);
        to.serialize_str(text.as_str())
    }
}
