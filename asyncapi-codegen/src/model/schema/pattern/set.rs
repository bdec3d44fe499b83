//! Sets of code points.

/// Sorted ranges, inclusive, none touching another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Set(Vec<(u32, u32)>);

const LAST: u32 = 0x10_FFFF;
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl Set {
    pub(super) fn of(mut ranges: Vec<(u32, u32)>) -> Self {
        ranges.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
        for (from, to) in ranges {
            match merged.last_mut() {
                Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        Self(merged)
    }

    pub(super) fn one(point: u32) -> Self {
        Self(vec![(point, point)])
    }

    pub(super) fn union(sets: impl IntoIterator<Item = Self>) -> Self {
        Self::of(sets.into_iter().flat_map(|set| set.0).collect())
    }

    pub(super) fn complement(&self) -> Self {
        let mut next = 0;
        let mut ranges = Vec::with_capacity(self.0.len() + 1);
        for (from, to) in &self.0 {
            if *from > next {
                ranges.push((next, from - 1));
            }
            next = to + 1;
        }
        if next <= LAST {
            ranges.push((next, LAST));
        }
        Self(ranges)
    }

    pub(super) fn has(&self, point: u32) -> bool {
        let at = self.0.partition_point(|(_, to)| *to < point);
        self.0.get(at).is_some_and(|(from, _)| *from <= point)
    }

    /// With all that is the same when case is ignored.
    pub(super) fn folded(&self) -> Self {
        let folds = super::unicode::folds();
        let mut ranges = self.0.clone();
        // Nothing folds to what folds on.
        ranges.extend(folds.iter().filter(|(from, _)| self.has(*from)).map(|(_, to)| (*to, *to)));
        let folded = Self::of(ranges);
        let mut ranges = folded.0.clone();
        ranges.extend(folds.iter().filter(|(_, to)| folded.has(*to)).map(|(from, _)| (*from, *from)));
        Self::of(ranges)
    }

    /// The character, if there is one only.
    pub(super) fn only(&self) -> Option<char> {
        match self.0.as_slice() {
            [(from, to)] if from == to => char::from_u32(*from),
            _ => None,
        }
    }

    /// As the runtime reads it: for each range, the gap before it and its length less one.
    pub(super) fn pack(&self) -> String {
        let mut text = String::new();
        let mut next = 0;
        for (from, to) in &self.0 {
            number(&mut text, from - next);
            number(&mut text, to - from);
            next = to + 1;
        }
        text
    }

    pub(super) fn unpack(text: &str) -> Self {
        let numbers: Vec<u32> = numbers(text).collect();
        let mut next = 0;
        let pairs = numbers.chunks_exact(2).filter_map(|pair| match pair {
            [gap, length] => {
                let from = next + gap;
                next = from + length + 1;
                Some((from, from + length))
            }
            _ => None,
        });
        Self(pairs.collect())
    }
}

/// Writes a number in digits of five bits, the lowest first; a digit from 32 on says that another follows.
pub(super) fn number(text: &mut String, mut value: u32) {
    loop {
        let more = value > 31;
        let digit = (value & 31) as usize + if more { 32 } else { 0 };
        text.push(DIGITS.get(digit).map_or('A', |byte| char::from(*byte)));
        value >>= 5;
        if !more {
            return;
        }
    }
}

/// Reads what [`number`] wrote.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = u32> {
    let mut bytes = text.bytes();
    std::iter::from_fn(move || {
        let mut value = 0u32;
        for shift in (0..32).step_by(5) {
            let digit = match bytes.next()? {
                byte @ b'A'..=b'Z' => byte - b'A',
                byte @ b'a'..=b'z' => byte - b'a' + 26,
                byte @ b'0'..=b'9' => byte - b'0' + 52,
                b'-' => 62,
                b'_' => 63,
                _ => return None,
            };
            value |= u32::from(digit & 31) << shift;
            if digit < 32 {
                break;
            }
        }
        Some(value)
    })
}
