//! `regex`: whether a text is a pattern of ECMA-262, as asyncapi-codegen's `pattern` takes it; the two are compared in
//! `tests/patterns`. Only how much its repetitions unfold to is not asked here, as nothing runs it.

use std::collections::HashMap;

/// Names of Unicode properties, a line for each kind.
const NAMES: &str = include_str!("regex_names.txt");
/// The most characters, and the deepest nesting, as asyncapi-codegen has them.
const LONGEST: usize = 64 << 10;
const DEEPEST: usize = 100;

pub(super) fn is(text: &str) -> bool {
    if text.len() > LONGEST && text.chars().nth(LONGEST).is_some() {
        return false;
    }
    let groups = groups(text);
    let mut checker = Checker { rest: text, groups, names: HashMap::new(), named: Vec::new(), open: Vec::new() };
    checker.run().is_some() && checker.named.iter().all(|name| checker.names.contains_key(name))
}

/// How many groups capture. Of a broken pattern, any number.
fn groups(text: &str) -> usize {
    let mut count = 0;
    let mut in_class = false;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            '\\' => {
                rest.next();
            }
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => {
                let behind = rest.as_str();
                let named = behind.starts_with("?<") && !behind.starts_with("?<=") && !behind.starts_with("?<!");
                count += usize::from(named || !behind.starts_with('?'));
            }
            _ => {}
        }
    }
    count
}

struct Checker<'a> {
    rest: &'a str,
    groups: usize,
    /// Names of groups, with the alternatives that each is within: groups of one name must exclude each other.
    names: HashMap<String, Vec<Vec<Alternative>>>,
    /// Names that are referred to.
    named: Vec<String>,
    open: Vec<Open>,
}

/// A choice, by its place, and which of its alternatives.
type Alternative = (usize, usize);

struct Open {
    alternative: Alternative,
    /// Whether the whole group may be repeated: all but a look-behind.
    repeatable: bool,
}

/// Checks go on while there is `Some`.
type Checked<T = ()> = Option<T>;

fn require(holds: bool) -> Checked {
    holds.then_some(())
}

impl Checker<'_> {
    fn next(&mut self) -> Checked<char> {
        let mut characters = self.rest.chars();
        let next = characters.next()?;
        self.rest = characters.as_str();
        Some(next)
    }

    fn eat(&mut self, wanted: &str) -> bool {
        let behind = self.rest.strip_prefix(wanted);
        self.rest = behind.unwrap_or(self.rest);
        behind.is_some()
    }

    fn run(&mut self) -> Checked {
        self.open.push(Open { alternative: (self.rest.len(), 0), repeatable: false });
        // Whether a quantifier may follow.
        let mut repeatable = false;
        while let Some(character) = self.next() {
            repeatable = match character {
                '^' | '$' => false,
                '|' => {
                    self.open.last_mut()?.alternative.1 += 1;
                    false
                }
                '(' => {
                    self.group()?;
                    false
                }
                ')' => {
                    let group = self.open.pop()?;
                    require(!self.open.is_empty())?;
                    group.repeatable
                }
                '*' | '+' | '?' => {
                    require(repeatable)?;
                    self.eat("?");
                    false
                }
                '{' => match self.bounds()? {
                    true => {
                        require(repeatable)?;
                        self.eat("?");
                        false
                    }
                    false => true,
                },
                '[' => {
                    self.class()?;
                    true
                }
                '\\' => self.escaped()?,
                _ => true,
            };
        }
        require(self.open.len() == 1)
    }

    /// `n}`, `n,}` or `n,m}`; a brace that none of them follows stands for itself.
    fn bounds(&mut self) -> Checked<bool> {
        let Some((inner, behind)) = self.rest.split_once('}') else { return Some(false) };
        let (least, most) = inner.split_once(',').map_or((inner, None), |(least, most)| (least, Some(most)));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if least.is_empty() || !digits(least) || !most.is_none_or(digits) {
            return Some(false);
        }
        self.rest = behind;
        if let Some(most) = most.filter(|most| !most.is_empty()) {
            let (least, most) = (least.trim_start_matches('0'), most.trim_start_matches('0'));
            require((least.len(), least) <= (most.len(), most))?;
        }
        Some(true)
    }

    fn group(&mut self) -> Checked {
        require(self.open.len() <= DEEPEST)?;
        let place = self.rest.len();
        let mut repeatable = true;
        if self.eat("?") {
            if self.eat("<=") || self.eat("<!") {
                repeatable = false;
            } else if self.eat("<") {
                let name = self.name()?;
                self.declare(name)?;
            } else if !(self.eat(":") || self.eat("=") || self.eat("!")) {
                self.flags()?;
            }
        }
        self.open.push(Open { alternative: (place, 0), repeatable });
        Some(())
    }

    /// `ims-ims:`.
    fn flags(&mut self) -> Checked {
        let (flags, behind) = self.rest.split_once(':')?;
        self.rest = behind;
        let (on, off) = flags.split_once('-').unwrap_or((flags, ""));
        let once = |flag: char| flags.chars().filter(|it| *it == flag).count() <= 1;
        require(on.len() + off.len() > 0 && on.chars().chain(off.chars()).all(|it| "ims".contains(it) && once(it)))
    }

    fn name(&mut self) -> Checked<String> {
        let mut name = String::new();
        loop {
            let character = match self.next()? {
                '>' if !name.is_empty() => return Some(name),
                '\\' => {
                    require(self.eat("u"))?;
                    char::from_u32(self.unicode()?)?
                }
                other => other,
            };
            let fits = if name.is_empty() { character.is_alphabetic() } else { character.is_alphanumeric() };
            let joins = !name.is_empty() && matches!(character, '\u{200C}' | '\u{200D}');
            require(fits || joins || matches!(character, '$' | '_'))?;
            name.push(character);
        }
    }

    fn declare(&mut self, name: String) -> Checked {
        let within: Vec<Alternative> = self.open.iter().map(|open| open.alternative).collect();
        let excludes =
            |other: &[Alternative]| other.iter().zip(&within).any(|(one, own)| one.0 == own.0 && one.1 != own.1);
        let same = self.names.entry(name).or_default();
        require(same.iter().all(|other| excludes(other)))?;
        same.push(within);
        Some(())
    }

    /// Behind a backslash, outside of a class: whether it may be repeated.
    fn escaped(&mut self) -> Checked<bool> {
        if self.eat("b") || self.eat("B") {
            return Some(false);
        }
        if self.eat("k") {
            require(self.eat("<"))?;
            let name = self.name()?;
            self.named.push(name);
            return Some(true);
        }
        if self.rest.starts_with(|digit: char| matches!(digit, '1'..='9')) {
            let end = self.rest.find(|digit: char| !digit.is_ascii_digit()).unwrap_or(self.rest.len());
            let (digits, behind) = self.rest.split_at_checked(end)?;
            self.rest = behind;
            require(digits.parse::<usize>().is_ok_and(|group| group <= self.groups))?;
            return Some(true);
        }
        self.escape()?;
        Some(true)
    }

    /// An escape that stands for characters: the code point, if it is one only.
    fn escape(&mut self) -> Checked<Option<u32>> {
        Some(Some(match self.next()? {
            'd' | 'D' | 'w' | 'W' | 's' | 'S' => return Some(None),
            'p' | 'P' => {
                self.property()?;
                return Some(None);
            }
            't' => 0x09,
            'n' => 0x0A,
            'v' => 0x0B,
            'f' => 0x0C,
            'r' => 0x0D,
            '0' => {
                require(!self.rest.starts_with(|digit: char| digit.is_ascii_digit()))?;
                0
            }
            'c' => u32::from(self.next().filter(char::is_ascii_alphabetic)?) & 31,
            'x' => self.hex(2)?,
            'u' => self.unicode()?,
            other if other.is_alphanumeric() => return None,
            other => other.into(),
        }))
    }

    fn property(&mut self) -> Checked {
        require(self.eat("{"))?;
        let (property, behind) = self.rest.split_once('}')?;
        self.rest = behind;
        let known = |kind: &str, name: &str| {
            let mut lines = NAMES.lines().filter_map(|line| line.split_once(' '));
            lines.any(|(it, names)| it == kind && names.split(' ').any(|it| it == name))
        };
        require(match property.split_once('=') {
            None => known("gc", property) || known("b", property),
            Some(("General_Category" | "gc", value)) => known("gc", value),
            Some(("Script" | "sc" | "Script_Extensions" | "scx", value)) => known("sc", value),
            Some(_) => false,
        })
    }

    fn hex(&mut self, count: usize) -> Checked<u32> {
        let (digits, behind) = self.rest.split_at_checked(count)?;
        require(digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        self.rest = behind;
        u32::from_str_radix(digits, 16).ok()
    }

    fn unicode(&mut self) -> Checked<u32> {
        if self.eat("{") {
            let (digits, behind) = self.rest.split_once('}')?;
            require(!digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
            self.rest = behind;
            let digits = digits.trim_start_matches('0');
            let value = if digits.is_empty() { 0 } else { u32::from_str_radix(digits, 16).ok()? };
            return Some(value).filter(|value| *value <= 0x10_FFFF);
        }
        let high = self.hex(4)?;
        let back = self.rest;
        if (0xD800..0xDC00).contains(&high)
            && self.eat("\\u")
            && let Some(low @ 0xDC00..0xE000) = self.hex(4)
        {
            return Some(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00));
        }
        self.rest = back;
        Some(high)
    }

    /// A class, behind its `[`.
    fn class(&mut self) -> Checked {
        self.eat("^");
        while !self.eat("]") {
            let first_property = self.at_property();
            let first = self.class_atom()?;
            if !self.rest.starts_with('-') || self.rest == "-" || self.rest.starts_with("-]") {
                continue;
            }
            self.next();
            let property = first_property || self.at_property();
            match (first, self.class_atom()?) {
                (Some(from), Some(to)) => require(from <= to)?,
                _ => require(!property)?,
            }
        }
        Some(())
    }

    fn at_property(&self) -> bool {
        self.rest.starts_with("\\p") || self.rest.starts_with("\\P")
    }

    fn class_atom(&mut self) -> Checked<Option<u32>> {
        match self.next()? {
            '\\' if self.eat("b") => Some(Some(8)),
            '\\' => self.escape(),
            other => Some(Some(other.into())),
        }
    }
}
