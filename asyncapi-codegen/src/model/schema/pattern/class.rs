//! Classes of characters, and escapes.

use super::parse::{Fault, Parser};
use super::set::Set;
use super::unicode;

/// What stands for characters: one code point, or a set.
pub(super) enum Atom {
    One(u32),
    Many(Set),
}

impl Atom {
    pub(super) fn set(self) -> Set {
        match self {
            Self::One(point) => Set::one(point),
            Self::Many(set) => set,
        }
    }
}

/// `\d`.
fn digits() -> Set {
    Set::of(vec![(0x30, 0x39)])
}

/// `\w`; where case is ignored, also the two that fold into it: ſ and the sign of Kelvin.
fn words(ignore_case: bool) -> Set {
    let set = Set::of(vec![(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)]);
    if ignore_case { set.folded() } else { set }
}

/// `\s`: white space and ends of lines of ECMA-262.
fn spaces() -> Set {
    let found = unicode::property("Zs", None).unwrap_or_default();
    Set::union([found, Set::of(vec![(0x09, 0x0D), (0x2028, 0x2029), (0xFEFF, 0xFEFF)])])
}

/// `.`.
pub(super) fn any(dot_all: bool) -> Set {
    let excluded = if dot_all { Vec::new() } else { vec![(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)] };
    Set::of(excluded).complement()
}

impl Parser {
    /// A class, behind its `[`.
    pub(super) fn class(&mut self) -> Result<Set, Fault> {
        let open = self.at - 1;
        let negated = self.eat('^');
        let mut sets = Vec::new();
        loop {
            if self.eat(']') {
                break;
            }
            let start = self.at;
            let first = self.class_atom(open)?;
            // A hyphen is a range's between two, and itself before the end.
            if self.peek() != Some('-') || matches!(self.ahead(1), Some(']') | None) {
                sets.push(first.set());
                continue;
            }
            let hyphen = self.at;
            self.at += 1;
            let property = self.is_property(start) || self.is_property(self.at);
            match (first, self.class_atom(open)?) {
                (Atom::One(from), Atom::One(to)) if from > to => {
                    return Err(Fault::at(hyphen, "a range of a class ends before it begins"));
                }
                (Atom::One(from), Atom::One(to)) => sets.push(Set::of(vec![(from, to)])),
                _ if property => return Err(Fault::at(hyphen, "a Unicode property is no end of a range")),
                // `[\w-.]`: without `u`, such a hyphen stands for itself.
                (first, last) => sets.extend([first.set(), Set::one('-'.into()), last.set()]),
            }
        }
        let mut set = Set::union(sets);
        if self.flags.ignore_case {
            set = set.folded();
        }
        Ok(if negated { set.complement() } else { set })
    }

    fn is_property(&self, at: usize) -> bool {
        self.source.get(at) == Some(&'\\') && matches!(self.source.get(at + 1), Some('p' | 'P'))
    }

    fn class_atom(&mut self, open: usize) -> Result<Atom, Fault> {
        match self.next() {
            None => Err(Fault::at(open, "a `[` is not closed")),
            Some('\\') => match self.peek() {
                Some('b') => {
                    self.at += 1;
                    Ok(Atom::One(8))
                }
                _ => self.escape(),
            },
            Some(character) => Ok(Atom::One(character.into())),
        }
    }

    /// What a backslash makes of what follows, where that stands for characters.
    pub(super) fn escape(&mut self) -> Result<Atom, Fault> {
        let start = self.at - 1;
        let character = self.next().ok_or(Fault::at(start, "it ends with a backslash"))?;
        let set = |set: Set, negated: bool| Ok(Atom::Many(if negated { set.complement() } else { set }));
        match character {
            'd' | 'D' => set(digits(), character == 'D'),
            'w' | 'W' => set(words(self.flags.ignore_case), character == 'W'),
            's' | 'S' => set(spaces(), character == 'S'),
            'p' | 'P' => set(self.property(start)?, character == 'P'),
            't' => Ok(Atom::One(0x09)),
            'n' => Ok(Atom::One(0x0A)),
            'v' => Ok(Atom::One(0x0B)),
            'f' => Ok(Atom::One(0x0C)),
            'r' => Ok(Atom::One(0x0D)),
            '0' if !self.peek().is_some_and(|next| next.is_ascii_digit()) => Ok(Atom::One(0)),
            'c' => match self.next() {
                Some(letter) if letter.is_ascii_alphabetic() => Ok(Atom::One(u32::from(letter) & 31)),
                _ => Err(Fault::at(start, "`\\c` needs a letter")),
            },
            'x' => self.hex(2).map(Atom::One).ok_or(Fault::at(start, "`\\x` needs two hexadecimal digits")),
            'u' => self.unicode(start).map(Atom::One),
            other if other.is_alphanumeric() => {
                Err(Fault::at(start, format!("`\\{other}` is no escape of ECMA-262 here")))
            }
            other => Ok(Atom::One(other.into())),
        }
    }

    /// `{name}` or `{name=value}`.
    fn property(&mut self, start: usize) -> Result<Set, Fault> {
        let text = self.braced().ok_or(Fault::at(start, "`\\p` needs a property in braces"))?;
        let (name, value) = text.split_once('=').map_or((text.as_str(), None), |(name, value)| (name, Some(value)));
        if let Some(known) = self.properties.get(&text) {
            return Ok(known.clone());
        }
        let set = unicode::property(name, value)
            .ok_or_else(|| Fault::at(start, format!("Unicode has no property of the name `{text}`")))?;
        self.properties.insert(text, set.clone());
        Ok(set)
    }

    /// What braces hold that follow here, without them.
    fn braced(&mut self) -> Option<String> {
        if !self.eat('{') {
            return None;
        }
        let rest = self.source.get(self.at..)?;
        let length = rest.iter().position(|character| *character == '}')?;
        self.at += length + 1;
        Some(rest.iter().take(length).collect())
    }

    /// The number of so many hexadecimal digits.
    fn hex(&mut self, count: usize) -> Option<u32> {
        let digits = self.source.get(self.at..self.at + count)?;
        let value = digits.iter().try_fold(0, |value, digit| digit.to_digit(16).map(|digit| value * 16 + digit))?;
        self.at += count;
        Some(value)
    }

    /// Behind `\u`: a code point in braces, four digits, or four and four of a surrogate pair.
    pub(super) fn unicode(&mut self, start: usize) -> Result<u32, Fault> {
        let broken = || Fault::at(start, "`\\u` needs four hexadecimal digits, or a code point in braces");
        if self.peek() == Some('{') {
            let text = self.braced().ok_or_else(broken)?;
            let digits = text.trim_start_matches('0');
            let fits = !text.is_empty() && text.chars().all(|digit| digit.is_ascii_hexdigit()) && digits.len() <= 6;
            let value = if digits.is_empty() { Ok(0) } else { u32::from_str_radix(digits, 16) };
            return value.ok().filter(|value| fits && *value <= 0x10_FFFF).ok_or_else(broken);
        }
        let high = self.hex(4).ok_or_else(broken)?;
        if (0xD800..0xDC00).contains(&high) && self.peek() == Some('\\') && self.ahead(1) == Some('u') {
            let back = self.at;
            self.at += 2;
            if let Some(low @ 0xDC00..0xE000) = self.hex(4) {
                return Ok(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            }
            self.at = back;
        }
        Ok(high)
    }
}
