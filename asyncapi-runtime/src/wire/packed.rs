//! Tables and programs as text: numbers in digits of five bits, the lowest first, each a letter of base64url; a digit
//! from 32 on says that another follows.

/// Reads numbers as long as there are digits.
#[derive(Debug, Clone)]
pub(super) struct Numbers<'a>(&'a str);

impl<'a> Numbers<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// What is not read yet.
    pub(super) const fn rest(&self) -> &'a str {
        self.0
    }
}

impl Iterator for Numbers<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let bytes = self.0.as_bytes();
        let mut value = 0u32;
        for (at, shift) in (0..32).step_by(5).enumerate() {
            let digit = match bytes.get(at)? {
                byte @ b'A'..=b'Z' => byte - b'A',
                byte @ b'a'..=b'z' => byte - b'a' + 26,
                byte @ b'0'..=b'9' => byte - b'0' + 52,
                b'-' => 62,
                b'_' => 63,
                _ => return None,
            };
            value |= u32::from(digit & 31) << shift;
            if digit < 32 {
                self.0 = self.0.get(at + 1..)?;
                return Some(value);
            }
        }
        None
    }
}

/// Reads ranges, inclusive and sorted: of each the gap before it, and its length less one.
#[derive(Debug, Clone)]
pub(super) struct Ranges<'a> {
    numbers: Numbers<'a>,
    next: u32,
}

impl<'a> Ranges<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { numbers: Numbers::new(text), next: 0 }
    }
}

impl Iterator for Ranges<'_> {
    type Item = (u32, u32);

    fn next(&mut self) -> Option<(u32, u32)> {
        let from = self.next.checked_add(self.numbers.next()?)?;
        let to = from.checked_add(self.numbers.next()?)?;
        self.next = to.checked_add(1)?;
        Some((from, to))
    }
}
