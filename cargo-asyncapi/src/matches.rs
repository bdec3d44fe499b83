//! `--match 'userJoin: type == "join" && header("x-kind") == 3'`: an entry of the macro's `match`.

use asyncapi_codegen::options::{Given, Match, MatchTest, MatchValue, Place};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Ident, Lit, LitStr, Token, parenthesized};

/// Reads one entry.
pub(crate) fn parse(text: &str, place: Place) -> Result<Match, String> {
    let parser = |input: ParseStream<'_>| entry(input, place);
    parser
        .parse_str(text)
        .map_err(|error| format!("--match takes an entry such as `userJoin: type == \"join\"`, not `{text}`: {error}"))
}

fn entry(input: ParseStream<'_>, place: Place) -> syn::Result<Match> {
    let message = Given::new(name(input)?, place);
    input.parse::<Token![:]>()?;
    let mut tests = vec![test(input, place)?];
    while !input.is_empty() {
        input.parse::<Token![&&]>()?;
        tests.push(test(input, place)?);
    }
    Ok(Match { message, tests })
}

fn test(input: ParseStream<'_>, place: Place) -> syn::Result<MatchTest> {
    let first = name(input)?;
    let header = first == "header" && input.peek(syn::token::Paren);
    let mut path = vec![first];
    if header {
        let inner;
        parenthesized!(inner in input);
        path = vec![inner.parse::<LitStr>()?.value()];
    } else {
        while input.peek(Token![.]) {
            input.parse::<Token![.]>()?;
            path.push(name(input)?);
        }
    }
    input.parse::<Token![==]>()?;
    Ok(MatchTest { header, path, value: value(input)?, place })
}

/// A name as it stands in the document, in quotes where it is not an identifier.
fn name(input: ParseStream<'_>) -> syn::Result<String> {
    if input.peek(LitStr) {
        return Ok(input.parse::<LitStr>()?.value());
    }
    // `type` is a keyword, and a frequent name.
    Ok(Ident::parse_any(input)?.unraw().to_string())
}

fn value(input: ParseStream<'_>) -> syn::Result<MatchValue> {
    let sign = if input.parse::<Option<Token![-]>>()?.is_some() { "-" } else { "" };
    let literal = input.parse::<Lit>()?;
    match &literal {
        Lit::Int(number) => Ok(MatchValue::Number(format!("{sign}{}", number.base10_digits()))),
        Lit::Float(number) => Ok(MatchValue::Number(format!("{sign}{}", number.base10_digits()))),
        Lit::Str(text) if sign.is_empty() => Ok(MatchValue::String(text.value())),
        Lit::Bool(value) if sign.is_empty() => Ok(MatchValue::Bool(value.value)),
        _ => Err(syn::Error::new(literal.span(), "expected a string, a number, `true` or `false`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tests_of(text: &str) -> Vec<(bool, Vec<String>, MatchValue)> {
        let entry = parse(text, Place(7)).expect("a valid entry");
        assert_eq!(entry.message.place, Place(7));
        entry.tests.into_iter().map(|test| (test.header, test.path, test.value)).collect()
    }

    #[test]
    fn properties_and_headers() {
        assert_eq!(
            tests_of(r#"userJoin: type == "join" && meta."a b" == -3 && header("x-kind") == true"#),
            [
                (false, vec!["type".to_owned()], MatchValue::String("join".to_owned())),
                (false, vec!["meta".to_owned(), "a b".to_owned()], MatchValue::Number("-3".to_owned())),
                (true, vec!["x-kind".to_owned()], MatchValue::Bool(true)),
            ]
        );
        assert_eq!(tests_of("a: header == 1.5")[0].1, ["header"]);
    }

    #[test]
    fn faults_name_the_option() {
        for wrong in ["userJoin", "userJoin: type", "userJoin: type = 1", "userJoin: type == join", "a: b == 1 c", ""] {
            let message = parse(wrong, Place(0)).expect_err(wrong);
            assert!(message.starts_with("--match takes an entry such as"), "{message}");
        }
    }
}
