//! Tokens and comments.

use crate::collections::HashMap;
/// What a [`Token`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword, without dots.
    Name,
    /// `12`, `0x1F`, `017`.
    Integer,
    /// `1.5`, `1e3`.
    Float,
    /// A string with its quotes.
    Text,
    /// One character that is neither.
    Symbol,
    /// The end of the text.
    End,
}

/// A token, by its bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its first byte.
    pub(crate) start: u32,
    /// The byte behind its last one.
    pub(crate) end: u32,
}

/// All tokens of a text; the last one is [`Kind::End`].
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    /// In the order of the text.
    pub(crate) list: Vec<Token>,
    /// By the token that follows without an empty line between: the comment before it.
    pub(crate) leading: HashMap<usize, String>,
    /// By the token before it on the same line: the comment.
    pub(crate) trailing: HashMap<usize, String>,
    /// What is no token: what is wrong, and where.
    pub(crate) faults: Vec<(&'static str, Token)>,
}

impl Token {
    /// Its text in that of the file.
    pub(crate) fn text(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// The bytes that a string stands for.
    pub(crate) fn unescaped(self, text: &str) -> Vec<u8> {
        let quoted = self.text(text);
        let inner = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
        let mut out = Vec::with_capacity(inner.len());
        let mut rest = inner.chars();
        while let Some(character) = rest.next() {
            if character != '\\' {
                out.extend(character.encode_utf8(&mut [0; 4]).bytes());
                continue;
            }
            let Some(kind) = rest.next() else { break };
            let mut number = |first: Option<u32>, radix: u32, most: usize| {
                let mut code = first.unwrap_or_default();
                for _ in 0..most {
                    let Some(digit) = rest.clone().next().and_then(|next| next.to_digit(radix)) else { break };
                    rest.next();
                    code = code * radix + digit;
                }
                code
            };
            match kind {
                'n' => out.push(b'\n'),
                't' => out.push(b'\t'),
                'r' => out.push(b'\r'),
                'a' => out.push(7),
                'b' => out.push(8),
                'f' => out.push(12),
                'v' => out.push(11),
                'x' | 'X' => out.push(u8::try_from(number(None, 16, 2)).unwrap_or_default()),
                'u' | 'U' => {
                    let code = number(None, 16, if kind == 'u' { 4 } else { 8 });
                    let character = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                    out.extend(character.encode_utf8(&mut [0; 4]).bytes());
                }
                '0'..='7' => out.push(u8::try_from(number(kind.to_digit(8), 8, 2) & 0xff).unwrap_or_default()),
                other => out.extend(other.encode_utf8(&mut [0; 4]).bytes()),
            }
        }
        out
    }
}

impl Tokens {
    /// The tokens of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut lexer =
            Lexer { text, bytes: text.as_bytes(), at: 0, tokens: Self::default(), comment: String::new(), lines: 0 };
        lexer.run();
        lexer.tokens
    }
}

struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    tokens: Tokens,
    /// The comment that waits for its token.
    comment: String,
    /// Line breaks since the last token or comment.
    lines: usize,
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Lexer<'_> {
    fn peek(&self, by: usize) -> u8 {
        self.bytes.get(self.at + by).copied().unwrap_or_default()
    }

    /// Goes on while the bytes are such, and says whether there were any.
    fn take(&mut self, is: impl Fn(u8) -> bool) -> bool {
        let from = self.at;
        while self.at < self.bytes.len() && is(self.peek(0)) {
            self.at += 1;
        }
        self.at > from
    }

    fn token(&self, kind: Kind, start: usize) -> Token {
        Token { kind, start: offset(start), end: offset(self.at) }
    }

    fn run(&mut self) {
        while self.at < self.bytes.len() {
            match (self.peek(0), self.peek(1)) {
                (b'\n', _) => {
                    self.at += 1;
                    self.lines += 1;
                    if self.lines > 1 {
                        // An empty line parts a comment from what follows.
                        self.comment.clear();
                    }
                }
                (byte, _) if byte.is_ascii_whitespace() || byte == 11 => self.at += 1,
                (b'/', b'/') => self.line_comment(),
                (b'/', b'*') => self.block_comment(),
                _ => self.next(),
            }
        }
        self.push(Kind::End, self.at);
    }

    fn push(&mut self, kind: Kind, start: usize) {
        let comment = std::mem::take(&mut self.comment);
        if !comment.is_empty() {
            self.tokens.leading.insert(self.tokens.list.len(), comment);
        }
        self.lines = 0;
        self.tokens.list.push(self.token(kind, start));
    }

    fn next(&mut self) {
        let start = self.at;
        let first = self.peek(0);
        let kind = match first {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                self.name();
                if self.next_character().is_alphanumeric() {
                    self.foreign_name(start);
                }
                Kind::Name
            }
            b'0'..=b'9' => self.number(),
            b'.' if self.peek(1).is_ascii_digit() => self.number(),
            b'"' | b'\'' => self.quoted(first),
            0x80.. if self.next_character().is_alphabetic() => {
                self.foreign_name(start);
                Kind::Name
            }
            _ => {
                self.at += self.next_character().len_utf8();
                if !first.is_ascii_graphic() {
                    let token = self.token(Kind::Symbol, start);
                    self.tokens.faults.push(("this character has no meaning here", token));
                    return;
                }
                Kind::Symbol
            }
        };
        self.push(kind, start);
    }

    fn name(&mut self) -> bool {
        self.take(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    }

    fn next_character(&self) -> char {
        self.text.get(self.at..).and_then(|rest| rest.chars().next()).unwrap_or_default()
    }

    /// The rest of a name that is none.
    fn foreign_name(&mut self, start: usize) {
        while self.name() || self.next_character().is_alphanumeric() {
            if self.peek(0) >= 0x80 {
                self.at += self.next_character().len_utf8();
            }
        }
        let token = self.token(Kind::Name, start);
        self.tokens.faults.push(("a name has the letters of ASCII alone", token));
    }

    fn number(&mut self) -> Kind {
        let start = self.at;
        if self.peek(0) == b'0' && matches!(self.peek(1), b'x' | b'X') {
            self.at += 2;
            self.take(|byte| byte.is_ascii_hexdigit());
        } else {
            self.take(|byte| byte.is_ascii_digit());
            let mut kind = Kind::Integer;
            if self.peek(0) == b'.' {
                self.at += 1;
                self.take(|byte| byte.is_ascii_digit());
                kind = Kind::Float;
            }
            if matches!(self.peek(0), b'e' | b'E') {
                self.at += 1;
                if matches!(self.peek(0), b'+' | b'-') {
                    self.at += 1;
                }
                self.take(|byte| byte.is_ascii_digit());
                kind = Kind::Float;
            }
            if kind == Kind::Float {
                if matches!(self.peek(0), b'f' | b'F') {
                    self.at += 1;
                }
                return kind;
            }
        }
        if self.take(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            let token = self.token(Kind::Integer, start);
            self.tokens.faults.push(("this is neither a number nor a name", token));
        }
        Kind::Integer
    }

    fn quoted(&mut self, quote: u8) -> Kind {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek(0) {
                _ if self.at >= self.bytes.len() => break,
                b'\n' => break,
                b'\\' => self.at = (self.at + 2).min(self.bytes.len()),
                byte => {
                    self.at += 1;
                    if byte == quote {
                        return Kind::Text;
                    }
                }
            }
        }
        // An escape may have ended within a character.
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
        let token = self.token(Kind::Text, start);
        self.tokens.faults.push(("this string has no end", token));
        Kind::Text
    }

    fn line_comment(&mut self) {
        self.take(|byte| byte == b'/');
        let start = self.at;
        self.take(|byte| byte != b'\n');
        let line = self.text.get(start..self.at).unwrap_or_default();
        let line = line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned();
        self.comment(&line);
    }

    fn block_comment(&mut self) {
        let start = self.at;
        let Some(length) = self.text.get(self.at + 2..).and_then(|rest| rest.find("*/")) else {
            self.at = self.bytes.len();
            let token = Token { end: offset(start + 2), ..self.token(Kind::Symbol, start) };
            self.tokens.faults.push(("this comment has no end", token));
            return;
        };
        self.at += length + 4;
        let inner = self.text.get(start + 2..start + 2 + length).unwrap_or_default();
        let lines: Vec<&str> = inner.trim_start_matches('*').lines().map(without_star).collect();
        self.comment(lines.join("\n").trim());
    }

    fn comment(&mut self, text: &str) {
        let last = self.tokens.list.len().checked_sub(1).filter(|_| self.lines == 0 && self.comment.is_empty());
        match last {
            Some(last) if !self.tokens.trailing.contains_key(&last) => {
                self.tokens.trailing.insert(last, text.to_owned());
            }
            _ => {
                if !self.comment.is_empty() {
                    self.comment.push('\n');
                }
                self.comment.push_str(text);
            }
        }
        // The line break behind the comment ends its line, and no more.
        self.lines = usize::from(self.peek(0) == b'\n');
        self.at += self.lines;
    }
}

/// A line of a block comment without the star that it may begin with.
fn without_star(line: &str) -> &str {
    let bare = line.trim();
    let bare = bare.strip_prefix('*').unwrap_or(bare);
    bare.strip_prefix(' ').unwrap_or(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_with_their_tokens() {
        let text =
            "// of nothing\n\n// of\n// message\nmessage M { // behind\n  /* of\n   * a */ int32 a = 1; // b\n\n}";
        let tokens = Tokens::of(text);
        let named = |at: &usize| tokens.list[*at].text(text);
        let mut leading: Vec<_> = tokens.leading.iter().map(|(at, comment)| (named(at), comment.as_str())).collect();
        leading.sort_unstable();
        assert_eq!(leading, [("int32", "of\na"), ("message", "of\nmessage")]);
        let mut trailing: Vec<_> = tokens.trailing.iter().map(|(at, comment)| (named(at), comment.as_str())).collect();
        trailing.sort_unstable();
        assert_eq!(trailing, [(";", "b"), ("{", "behind")]);
    }

    #[test]
    fn strings_and_numbers() {
        let text = r#"'a\n\x41\101\u00e9' "\"" 0x1F 1.5e-3f .5 017"#;
        let tokens = Tokens::of(text);
        let kinds: Vec<Kind> = tokens.list.iter().map(|token| token.kind).collect();
        use Kind::{End, Float, Integer, Text};
        assert_eq!(kinds, [Text, Text, Integer, Float, Float, Integer, End]);
        assert_eq!(tokens.list[0].unescaped(text), "a\nAAé".as_bytes());
        assert_eq!(tokens.list[1].unescaped(text), b"\"");
    }

    #[test]
    fn what_is_no_token_is_said() {
        for (text, fault) in [
            ("/* open", "this comment has no end"),
            ("'open\n", "this string has no end"),
            ("12ab", "this is neither a number nor a name"),
            ("é", "a name has the letters of ASCII alone"),
            ("größe1é", "a name has the letters of ASCII alone"),
            ("a€", "this character has no meaning here"),
            ("'\\é", "this string has no end"),
        ] {
            assert_eq!(Tokens::of(text).faults[0].0, fault, "{text}");
        }
    }
}
