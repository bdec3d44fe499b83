//! Walks the tokens that the user wrote. A parser of its own, since syn would cost every user more than all the rest.

use std::iter::Peekable;

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree, token_stream};

/// What is wrong with the user's tokens, and where.
#[derive(Debug)]
pub(crate) struct Fault {
    /// Where.
    pub(crate) span: Span,
    /// What is wrong, and what could stand there.
    pub(crate) message: String,
}

impl Fault {
    /// A fault at a place.
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into() }
    }
}

/// The result of reading tokens.
pub(crate) type Parsed<T> = Result<T, Fault>;

/// A position in a sequence of tokens.
pub(crate) struct Cursor {
    tokens: Peekable<token_stream::IntoIter>,
    /// Where to point if the tokens end too early.
    end: Span,
}

impl Cursor {
    /// At the first of `tokens`; faults about their end point to `end`.
    pub(crate) fn new(tokens: TokenStream, end: Span) -> Self {
        Self { tokens: tokens.into_iter().peekable(), end }
    }

    /// Whether no token is left.
    pub(crate) fn at_end(&mut self) -> bool {
        self.tokens.peek().is_none()
    }

    /// Where the next token is.
    pub(crate) fn span(&mut self) -> Span {
        self.tokens.peek().map_or(self.end, TokenTree::span)
    }

    /// Takes the next token, whatever it is.
    pub(crate) fn next(&mut self) -> Option<TokenTree> {
        self.tokens.next()
    }

    /// Takes the next token if it is this punctuation.
    pub(crate) fn take(&mut self, punct: char) -> bool {
        self.tokens.next_if(|token| matches!(token, TokenTree::Punct(one) if one.as_char() == punct)).is_some()
    }

    /// Takes this punctuation.
    pub(crate) fn expect(&mut self, punct: char, after: &str) -> Parsed<()> {
        let span = self.span();
        if self.take(punct) { Ok(()) } else { Err(Fault::new(span, format!("expected `{punct}` after {after}"))) }
    }

    /// Takes the comma between entries, or sees their end.
    pub(crate) fn separator(&mut self) -> Parsed<()> {
        if self.at_end() { Ok(()) } else { self.expect(',', "this entry") }
    }

    /// Takes an identifier.
    pub(crate) fn ident(&mut self, what: &str) -> Parsed<Ident> {
        let span = self.span();
        match self.tokens.next_if(|token| matches!(token, TokenTree::Ident(_))) {
            Some(TokenTree::Ident(ident)) => Ok(ident),
            _ => Err(Fault::new(span, format!("expected {what}"))),
        }
    }

    /// Takes a string literal.
    pub(crate) fn string(&mut self, what: &str) -> Parsed<(String, Span)> {
        let span = self.span();
        let text = match self.tokens.peek() {
            Some(TokenTree::Literal(literal)) => string_value(literal),
            // What `macro_rules!` hands over as `$path:literal` comes in an invisible group.
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
                match group.stream().into_iter().next() {
                    Some(TokenTree::Literal(literal)) => string_value(&literal),
                    _ => None,
                }
            }
            _ => None,
        };
        match text {
            Some(text) => {
                self.tokens.next();
                Ok((text, span))
            }
            None => Err(Fault::new(span, format!("expected {what}"))),
        }
    }

    /// Takes a name of the document: an identifier, or a string where it is none.
    pub(crate) fn name(&mut self, what: &str) -> Parsed<(String, Span)> {
        if matches!(self.tokens.peek(), Some(TokenTree::Ident(_))) {
            let ident = self.ident(what)?;
            let text = ident.to_string();
            return Ok((text.strip_prefix("r#").unwrap_or(&text).to_owned(), ident.span()));
        }
        self.string(what)
    }

    /// Takes a literal that is not a string.
    pub(crate) fn literal(&mut self) -> Option<Literal> {
        match self.tokens.next_if(|token| matches!(token, TokenTree::Literal(_))) {
            Some(TokenTree::Literal(literal)) => Some(literal),
            _ => None,
        }
    }

    /// Takes a group and gives a cursor into it.
    pub(crate) fn group(&mut self, delimiter: Delimiter, what: &str) -> Parsed<Cursor> {
        let span = self.span();
        let wanted = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == delimiter);
        match self.tokens.next_if(wanted) {
            Some(TokenTree::Group(group)) => Ok(Cursor::new(group.stream(), group.span_close())),
            _ => Err(Fault::new(span, format!("expected {what}"))),
        }
    }

    /// Takes the tokens of a path or type, up to the comma that ends the entry.
    pub(crate) fn path(&mut self, what: &str) -> Parsed<(String, Span)> {
        let span = self.span();
        let mut text = String::new();
        let mut depth = 0_usize;
        while let Some(token) = self.tokens.peek() {
            if let TokenTree::Punct(punct) = token {
                match punct.as_char() {
                    ',' if depth == 0 => break,
                    '<' => depth += 1,
                    '>' => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
            text.push_str(&token.to_string());
            self.tokens.next();
        }
        if text.is_empty() { Err(Fault::new(span, format!("expected {what}"))) } else { Ok((text, span)) }
    }
}

/// The value of a string literal, plain or raw.
pub(crate) fn string_value(literal: &Literal) -> Option<String> {
    let text = literal.to_string();
    if let Some(raw) = text.strip_prefix('r') {
        let quoted = raw.trim_matches('#');
        return quoted.strip_prefix('"')?.strip_suffix('"').map(str::to_owned);
    }
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut value = String::with_capacity(inner.len());
    let mut rest = inner.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            value.push(c);
            continue;
        }
        match rest.next()? {
            'n' => value.push('\n'),
            'r' => value.push('\r'),
            't' => value.push('\t'),
            '0' => value.push('\0'),
            'x' => {
                let digits: String = rest.by_ref().take(2).collect();
                value.push(char::from(u8::from_str_radix(&digits, 16).ok()?));
            }
            'u' => {
                let digits: String = rest.by_ref().skip(1).take_while(|c| *c != '}').filter(|c| *c != '_').collect();
                value.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
            }
            // A line break that is escaped is skipped with the space after it.
            '\n' => {
                let mut ahead = rest.clone();
                while ahead.next().is_some_and(char::is_whitespace) {
                    rest.next();
                }
            }
            other => value.push(other),
        }
    }
    Some(value)
}
