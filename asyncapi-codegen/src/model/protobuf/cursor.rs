//! One token after the other, and what to do when one is not what it must be.

use super::tree::Constant;
use crate::diagnostic::catalogue::protobuf as code;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::source::Span;
use crate::source::proto::{Kind, Text, Token, Tokens};

/// Goes through the tokens of a text.
pub(super) struct Cursor<'a> {
    pub(super) text: &'a Text<'a>,
    tokens: Tokens,
    at: usize,
    pub(super) sink: &'a mut Sink,
}

/// More faults of syntax in one text help nobody.
const MOST_FAULTS: usize = 50;

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a Text<'a>, sink: &'a mut Sink) -> Self {
        let tokens = Tokens::of(text.content);
        for (fault, token) in tokens.faults.iter().take(MOST_FAULTS) {
            sink.push(Diagnostic::new(&code::SYNTAX, text.span(token.start, token.end), *fault));
        }
        Self { text, tokens, at: 0, sink }
    }

    fn token(&self) -> Token {
        let last = || self.tokens.list.last().copied();
        let end = Token { kind: Kind::End, start: 0, end: 0 };
        self.tokens.list.get(self.at).copied().or_else(last).unwrap_or(end)
    }

    /// The text of the next token.
    pub(super) fn peek(&self) -> &'a str {
        self.token().text(self.text.content)
    }

    pub(super) fn kind(&self) -> Kind {
        self.token().kind
    }

    /// The text of the token behind the next one.
    pub(super) fn peek_second(&self) -> &'a str {
        self.tokens.list.get(self.at + 1).map_or("", |token| token.text(self.text.content))
    }

    pub(super) fn span(&self) -> Span {
        let token = self.token();
        self.text.span(token.start, token.end)
    }

    /// From a token that was taken to the last one that was.
    pub(super) fn since(&self, from: usize) -> Span {
        let last = self.at.saturating_sub(1).max(from);
        let (start, end) = (self.tokens.list.get(from), self.tokens.list.get(last));
        self.text.span(start.map_or(0, |it| it.start), end.map_or(0, |it| it.end))
    }

    pub(super) fn place(&self) -> usize {
        self.at
    }

    pub(super) fn bump(&mut self) {
        if self.token().kind != Kind::End {
            self.at += 1;
        }
    }

    pub(super) fn is_end(&self) -> bool {
        self.token().kind == Kind::End
    }

    /// Takes the next token if its text is this.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let is = self.kind() != Kind::Text && self.peek() == text;
        if is {
            self.bump();
        }
        is
    }

    pub(super) fn fault(&mut self, code: &'static Code, span: Span, text: impl Into<String>) {
        self.sink.push(Diagnostic::new(code, span, text));
    }

    /// Reports that something else must stand here.
    pub(super) fn expected(&mut self, what: &str) {
        let found = match self.kind() {
            Kind::End => "the end of the text".to_owned(),
            _ => format!("`{}`", self.peek().chars().take(40).collect::<String>()),
        };
        let fault = Diagnostic::new(&code::SYNTAX, self.span(), format!("{found} stands where {what} must stand"));
        self.sink.push(fault);
    }

    pub(super) fn expect(&mut self, text: &str) -> Option<()> {
        if self.eat(text) {
            return Some(());
        }
        self.expected(&format!("`{text}`"));
        None
    }

    /// The end of a statement. A forgotten one is reported where the statement ends, and nothing is passed over.
    pub(super) fn end_statement(&mut self) {
        if self.eat(";") {
            return;
        }
        let before = self.tokens.list.get(self.at.saturating_sub(1)).copied().unwrap_or_else(|| self.token());
        let fault = Diagnostic::new(&code::SYNTAX, self.text.span(before.start, before.end), "a `;` is missing");
        self.sink.push(fault.label("behind this"));
    }

    pub(super) fn name(&mut self, what: &str) -> Option<(String, Span)> {
        if self.kind() != Kind::Name {
            self.expected(what);
            return None;
        }
        let found = (self.peek().to_owned(), self.span());
        self.bump();
        Some(found)
    }

    /// `a.b.C`, perhaps with a dot in front.
    pub(super) fn path(&mut self, what: &str) -> Option<(String, Span)> {
        let from = self.at;
        let mut path = String::new();
        if self.eat(".") {
            path.push('.');
        }
        path.push_str(&self.name(what)?.0);
        while self.eat(".") {
            path.push('.');
            path.push_str(&self.name(what)?.0);
        }
        Some((path, self.since(from)))
    }

    /// An integer, perhaps with a sign.
    pub(super) fn integer(&mut self, what: &str) -> Option<(i64, Span)> {
        let from = self.at;
        let negative = self.eat("-");
        if self.kind() != Kind::Integer {
            self.expected(what);
            return None;
        }
        let value = parse_integer(self.peek());
        self.bump();
        let span = self.since(from);
        let Some(value) = value.and_then(|value| i64::try_from(if negative { -value } else { value }).ok()) else {
            self.fault(&code::SYNTAX, span, "this number is too large");
            return None;
        };
        Some((value, span))
    }

    /// Strings that follow one another are one.
    pub(super) fn string(&mut self, what: &str) -> Option<(Vec<u8>, Span)> {
        if self.kind() != Kind::Text {
            self.expected(what);
            return None;
        }
        let from = self.at;
        let mut bytes = Vec::new();
        while self.kind() == Kind::Text {
            bytes.extend(self.token().unescaped(self.text.content));
            self.bump();
        }
        Some((bytes, self.since(from)))
    }

    pub(super) fn constant(&mut self) -> Option<(Constant, Span)> {
        let from = self.at;
        let negative = self.eat("-");
        if !negative {
            self.eat("+");
        }
        let value = match self.kind() {
            Kind::Text => Constant::Text(self.string("a value")?.0),
            Kind::Integer => {
                let text = self.peek();
                self.bump();
                match parse_integer(text) {
                    Some(value) => Constant::Integer(if negative { -value } else { value }),
                    None => Constant::Float(text.parse().unwrap_or(f64::INFINITY)),
                }
            }
            Kind::Float => {
                let value: f64 = self.peek().trim_end_matches(['f', 'F']).parse().unwrap_or_default();
                self.bump();
                Constant::Float(if negative { -value } else { value })
            }
            Kind::Name => match self.path("a value")?.0.as_str() {
                "inf" => Constant::Float(if negative { f64::NEG_INFINITY } else { f64::INFINITY }),
                "nan" => Constant::Float(f64::NAN),
                name => Constant::Name(name.to_owned()),
            },
            Kind::Symbol if matches!(self.peek(), "{" | "[") => {
                self.skip_block();
                Constant::Whole
            }
            _ => {
                self.expected("a value");
                return None;
            }
        };
        Some((value, self.since(from)))
    }

    /// Passes over brackets and all between them.
    pub(super) fn skip_block(&mut self) {
        let mut depth = 0usize;
        while !self.is_end() {
            if self.kind() == Kind::Symbol {
                match self.peek() {
                    "{" | "[" => depth += 1,
                    "}" | "]" => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
            self.bump();
            if depth == 0 {
                return;
            }
        }
    }

    /// Passes over the rest of a statement; a `}` that ends what it stands in stays.
    pub(super) fn skip_statement(&mut self) {
        while !self.is_end() {
            match self.peek() {
                ";" if self.kind() == Kind::Symbol => return self.bump(),
                "}" if self.kind() == Kind::Symbol => return,
                "{" if self.kind() == Kind::Symbol => return self.skip_block(),
                _ => self.bump(),
            }
        }
    }

    /// The comment before the token at `from`, and the one behind the last token on its line.
    pub(super) fn doc(&self, from: usize) -> String {
        let leading = self.tokens.leading.get(&from);
        let trailing = self.tokens.trailing.get(&self.at.saturating_sub(1));
        let parts: Vec<&str> = leading.into_iter().chain(trailing).map(String::as_str).collect();
        parts.join("\n\n")
    }
}

fn parse_integer(text: &str) -> Option<i128> {
    if let Some(hex) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        return i128::from_str_radix(hex, 16).ok();
    }
    match text.strip_prefix('0') {
        Some(octal) if !octal.is_empty() => i128::from_str_radix(octal, 8).ok(),
        _ => text.parse().ok(),
    }
}
