//! ECMA-262 regular expressions, in the syntax of the runtime's linear-time engine (regex-lite).
//!
//! What that engine cannot do in linear time or at all (look-around, back references, Unicode properties) is an error
//! with a reason, and becomes a lint.

/// The most states that a pattern may unfold to: beyond it, compiled patterns grow too large.
const MOST_STATES: u32 = 20_000;

/// The pattern for the engine, or why there is none.
pub(super) fn translate(source: &str) -> Result<String, String> {
    let mut translator = Translator {
        rest: source.chars().collect::<Vec<_>>().into_iter().peekable(),
        out: String::new(),
        size: Size::default(),
    };
    translator.run()?;
    Ok(translator.out)
}

struct Translator {
    rest: std::iter::Peekable<std::vec::IntoIter<char>>,
    out: String,
    size: Size,
}

/// How many states a pattern unfolds to, roughly: one per character, times the repetitions around it.
#[derive(Default)]
struct Size {
    /// Of what is read so far of each open group; the whole first.
    sums: Vec<u32>,
    total: u32,
    last: u32,
}

impl Size {
    fn step(&mut self, character: char) -> Result<(), String> {
        match character {
            '(' => self.sums.push(std::mem::take(&mut self.total)),
            ')' => {
                self.last = self.total;
                self.total = self.total.saturating_add(self.sums.pop().unwrap_or_default());
            }
            '*' | '+' | '?' | '{' => {}
            _ => {
                self.last = 1;
                self.total = self.total.saturating_add(1);
            }
        }
        if self.total > MOST_STATES { Err("its repetitions make it too large".to_owned()) } else { Ok(()) }
    }

    fn repeat(&mut self, most: u32) {
        self.total = self.total.saturating_add(self.last.saturating_mul(most.saturating_sub(1)));
        self.last = self.last.saturating_mul(most.max(1));
    }
}

impl Translator {
    fn run(&mut self) -> Result<(), String> {
        let mut groups = 0usize;
        // Whether a quantifier may follow.
        let mut atom = false;
        while let Some(character) = self.rest.next() {
            self.size.step(character)?;
            match character {
                '\\' => {
                    self.escape(false)?;
                    atom = true;
                }
                '[' => {
                    self.class()?;
                    atom = true;
                }
                '(' => {
                    self.group()?;
                    groups += 1;
                    if groups > 100 {
                        return Err("its groups are nested too deeply".to_owned());
                    }
                    atom = false;
                }
                ')' => {
                    groups = groups.checked_sub(1).ok_or("a `)` without a `(`")?;
                    self.out.push(')');
                    atom = true;
                }
                '*' | '+' | '?' => {
                    if !std::mem::take(&mut atom) {
                        return Err(format!("there is nothing for `{character}` to repeat"));
                    }
                    self.out.push(character);
                    self.lazy();
                }
                '{' => {
                    if let Some(most) = self.repetition(atom)? {
                        atom = false;
                        self.size.repeat(most);
                    } else {
                        atom = true;
                    }
                }
                '.' => {
                    // ECMA-262: all but line terminators.
                    self.out.push_str(r"[^\n\r\u2028\u2029]");
                    atom = true;
                }
                '^' | '|' | '$' => {
                    self.out.push_str(if character == '$' { r"\z" } else { "" });
                    if character != '$' {
                        self.out.push(character);
                    }
                    atom = false;
                }
                ']' | '}' => {
                    self.out.push('\\');
                    self.out.push(character);
                    atom = true;
                }
                other => {
                    self.out.push(other);
                    atom = true;
                }
            }
        }
        self.size.step(' ')?;
        if groups > 0 { Err("a `(` is not closed".to_owned()) } else { Ok(()) }
    }

    fn lazy(&mut self) {
        if self.rest.next_if_eq(&'?').is_some() {
            self.out.push('?');
        }
    }

    fn group(&mut self) -> Result<(), String> {
        if self.rest.next_if_eq(&'?').is_none() {
            // Nothing asks for what a group captured.
            self.out.push_str("(?:");
            return Ok(());
        }
        match self.rest.next() {
            Some(':') => self.out.push_str("(?:"),
            Some('<') if !matches!(self.rest.peek(), Some('=' | '!')) => {
                while self.rest.next().is_some_and(|character| character != '>') {}
                self.out.push_str("(?:");
            }
            Some('=' | '!' | '<') => return Err("look-around is not supported".to_owned()),
            _ => return Err("it has a group of an unknown kind".to_owned()),
        }
        Ok(())
    }

    /// `{n}`, `{n,}`, `{n,m}`: its upper end; else a brace that stands for itself.
    fn repetition(&mut self, atom: bool) -> Result<Option<u32>, String> {
        let ahead: String = self.rest.clone().take(12).take_while(|character| *character != '}').collect();
        let closed = self.rest.clone().nth(ahead.chars().count()) == Some('}');
        let (least, most) = ahead.split_once(',').map_or((ahead.as_str(), None), |(least, most)| (least, Some(most)));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !closed || least.is_empty() || !digits(least) || !most.is_none_or(digits) {
            self.out.push_str(r"\{");
            return Ok(None);
        }
        if !atom {
            return Err("there is nothing for `{` to repeat".to_owned());
        }
        let least: u32 = least.parse().map_err(|_| "a repetition is too large")?;
        let most: Option<u32> =
            most.filter(|it| !it.is_empty()).map(str::parse).transpose().map_err(|_| "a repetition is too large")?;
        if most.is_some_and(|most| most < least) {
            return Err("a repetition ends before it begins".to_owned());
        }
        for _ in 0..=ahead.chars().count() {
            self.rest.next();
        }
        self.out.push('{');
        self.out.push_str(&ahead);
        self.out.push('}');
        self.lazy();
        Ok(Some(most.unwrap_or(least)))
    }

    fn class(&mut self) -> Result<(), String> {
        self.out.push('[');
        if self.rest.next_if_eq(&'^').is_some() {
            self.out.push('^');
        }
        if self.rest.peek() == Some(&']') {
            return Err("it has an empty class".to_owned());
        }
        while let Some(character) = self.rest.next() {
            match character {
                ']' => {
                    self.out.push(']');
                    return Ok(());
                }
                '\\' => self.escape(true)?,
                '[' | '&' | '~' | '^' => {
                    self.out.push('\\');
                    self.out.push(character);
                }
                '-' => self.hyphen(),
                other => self.out.push(other),
            }
        }
        Err("a `[` is not closed".to_owned())
    }

    /// A hyphen next to a bracket or to a class stands for itself.
    fn hyphen(&mut self) {
        let first = self.out.ends_with('[') || self.out.ends_with("[^");
        let behind_class = [r"\w", r"\d", r"\s", r"\W", r"\D", r"\S"].iter().any(|class| self.out.ends_with(class));
        let mut ahead = self.rest.clone();
        let before_class = ahead.next() == Some('\\') && ahead.next().is_some_and(|c| "wdsWDS".contains(c));
        if first || behind_class || before_class || self.rest.peek() == Some(&']') {
            self.out.push('\\');
        }
        self.out.push('-');
    }

    fn escape(&mut self, in_class: bool) -> Result<(), String> {
        let character = self.rest.next().ok_or("it ends with a backslash")?;
        match character {
            'd' | 'D' => self.out.push_str(match (character, in_class) {
                ('d', false) => "[0-9]",
                ('d', true) => "0-9",
                (_, false) => "[^0-9]",
                _ => return Err("a class within a class that excludes is not supported".to_owned()),
            }),
            'w' | 'W' => self.out.push_str(match (character, in_class) {
                ('w', false) => "[A-Za-z0-9_]",
                ('w', true) => "A-Za-z0-9_",
                (_, false) => "[^A-Za-z0-9_]",
                _ => return Err("a class within a class that excludes is not supported".to_owned()),
            }),
            's' | 'S' => {
                const BLANK: &str = r"\t\n\x0B\x0C\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";
                match (character, in_class) {
                    ('s', true) => self.out.push_str(BLANK),
                    ('s', false) => self.out.push_str(&format!("[{BLANK}]")),
                    (_, false) => self.out.push_str(&format!("[^{BLANK}]")),
                    _ => return Err("a class within a class that excludes is not supported".to_owned()),
                }
            }
            'b' if in_class => self.out.push_str(r"\x08"),
            'b' | 'B' => {
                // The engine's own word boundaries are of ASCII words, as those of ECMA-262.
                self.out.push('\\');
                self.out.push(character);
            }
            'n' | 'r' | 't' | 'f' | 'v' => {
                self.out.push('\\');
                self.out.push(character);
            }
            '0' => self.out.push_str(r"\x00"),
            'x' => self.hex(2)?,
            'u' => self.unicode()?,
            'c' => {
                let letter = self.rest.next().filter(char::is_ascii_alphabetic).ok_or("`\\c` needs a letter")?;
                self.literal(char::from(letter.to_ascii_uppercase() as u8 & 31));
            }
            'p' | 'P' => return Err("Unicode properties (`\\p{…}`) are not supported".to_owned()),
            'k' | '1'..='9' => return Err("back references are not supported".to_owned()),
            other => self.literal(other),
        }
        Ok(())
    }

    fn hex(&mut self, digits: usize) -> Result<(), String> {
        let text: String = self.rest.by_ref().take(digits).collect();
        let value = u32::from_str_radix(&text, 16).ok().filter(|_| text.len() == digits);
        let character = value.and_then(char::from_u32).ok_or("an escape by number is broken")?;
        self.literal(character);
        Ok(())
    }

    fn unicode(&mut self) -> Result<(), String> {
        if self.rest.next_if_eq(&'{').is_none() {
            return self.hex(4);
        }
        let text: String = self.rest.by_ref().take_while(|character| *character != '}').collect();
        let value = u32::from_str_radix(&text, 16).ok().and_then(char::from_u32);
        self.literal(value.ok_or("an escape by number is broken")?);
        Ok(())
    }

    /// A character that stands for itself.
    fn literal(&mut self, character: char) {
        if character.is_ascii_alphanumeric() || character == '_' || !character.is_ascii() {
            self.out.push(character);
        } else {
            self.out.push_str(&format!("\\x{:02X}", u32::from(character)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::translate;

    fn matches(pattern: &str, text: &str) -> bool {
        let translated = translate(pattern).unwrap_or_else(|reason| panic!("{pattern}: {reason}"));
        let compiled = regex_lite::Regex::new(&translated).unwrap_or_else(|error| panic!("{translated}: {error}"));
        compiled.is_match(text)
    }

    #[test]
    fn patterns_mean_what_they_mean_in_ecmascript() {
        for (pattern, good, bad) in [
            ("^[a-z]{2,4}$", "abc", "ABC"),
            (r"^\d+$", "12", "１２"),
            (r"^[\w-]+$", "a-b", "a.b"),
            (r"^[\w.-]+@[a-z\d-]+$", "a.b@c-1", "a b@c"),
            (r"^\S+\s\S+$", "a\u{a0}b", "ab"),
            (r"^a.c$", "abc", "a\nc"),
            (r"^(?:a|b)(?<n>c)$", "ac", "c"),
            (r"^\/x\-y\.z$", "/x-y.z", "/x-yaz"),
            (r"^\u0041\x42\cJ$", "AB\n", "AB"),
            (r"^[^[\]&&~]+$", "abc", "a&"),
            (r"^{a}$", "{a}", "a"),
            (r"a$", "ba", "a\n"),
            (r"^[+-]?\d{1,3}(,\d{3})*$", "-1,234", "1,23"),
        ] {
            assert!(matches(pattern, good), "{pattern} takes {good:?}");
            assert!(!matches(pattern, bad), "{pattern} refuses {bad:?}");
        }
    }

    #[test]
    fn what_the_engine_cannot_do_has_a_reason() {
        for pattern in [
            "(unclosed",
            ")",
            "[",
            "[]",
            "*",
            "a**",
            r"\p{L}",
            "(?=x)",
            "(?!x)",
            "(?<=x)",
            "(?<!x)",
            r"(a)\1",
            "a{2,1}",
            "a{99999}",
            "((a{100}){100}){100}",
            "\\",
            r"\u{110000}",
            r"\xZZ",
        ] {
            assert!(translate(pattern).is_err(), "{pattern}");
        }
    }
}
