//! `match = { userJoin: type == "join" && header("x-kind") == 3 }`.

use asyncapi_codegen::options::{Given, Match, MatchTest, MatchValue};
use proc_macro2::{Delimiter, Span, TokenTree};

use crate::cursor::{Cursor, Fault, Parsed, string_value};
use crate::options::Places;

/// Reads the entries between the braces.
pub(crate) fn parse(input: &mut Cursor, places: &mut Places) -> Parsed<Vec<Match>> {
    let mut entries = input.group(Delimiter::Brace, "`{ message: property == \"value\", … }`")?;
    let mut matches = Vec::new();
    while !entries.at_end() {
        let (message, span) = entries.name("the channel's key of a message")?;
        entries.expect(':', "the message")?;
        let mut tests = vec![test(&mut entries, places)?];
        while entries.take('&') {
            entries.expect('&', "`&`")?;
            tests.push(test(&mut entries, places)?);
        }
        entries.separator()?;
        matches.push(Match { message: Given::new(message, places.of(span)), tests });
    }
    Ok(matches)
}

fn test(input: &mut Cursor, places: &mut Places) -> Parsed<MatchTest> {
    let (first, span) = input.name("a property such as `type`, or `header(\"name\")`")?;
    let header = if first == "header" { input.group(Delimiter::Parenthesis, "").ok() } else { None };
    let (header, path) = match header {
        Some(mut inner) => (true, vec![inner.string("the name of a header, as a string")?.0]),
        None => {
            let mut path = vec![first];
            while input.take('.') {
                path.push(input.name("the name of a property")?.0);
            }
            (false, path)
        }
    };
    let operator = input.span();
    if !(input.take('=') && input.take('=')) {
        return Err(Fault::new(operator, "expected `==`, as in `userJoin: type == \"join\"`"));
    }
    let value = value(input, span)?;
    Ok(MatchTest { header, path, value, place: places.of(span) })
}

fn value(input: &mut Cursor, test: Span) -> Parsed<MatchValue> {
    let wrong = |span| Fault::new(span, "expected a string, a number, `true` or `false`");
    let negative = input.take('-');
    if let Some(literal) = input.literal() {
        if let Some(text) = string_value(&literal).filter(|_| !negative) {
            return Ok(MatchValue::String(text));
        }
        let text = literal.to_string();
        if text.starts_with(|first: char| first.is_ascii_digit()) {
            let sign = if negative { "-" } else { "" };
            return Ok(MatchValue::Number(format!("{sign}{}", text.replace('_', ""))));
        }
        return Err(wrong(literal.span()));
    }
    match input.next() {
        Some(TokenTree::Ident(word)) if word == "true" => Ok(MatchValue::Bool(true)),
        Some(TokenTree::Ident(word)) if word == "false" => Ok(MatchValue::Bool(false)),
        Some(other) => Err(wrong(other.span())),
        None => Err(wrong(test)),
    }
}
