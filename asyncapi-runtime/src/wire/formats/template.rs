//! `uri-template`: RFC 6570.

use super::uri::{escaped, private, universal};

pub(super) fn template(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let Some((before, behind)) = rest.split_at_checked(at) else { return false };
        let Some((expression, after)) = behind.strip_prefix('{').and_then(|behind| behind.split_once('}')) else {
            return false;
        };
        if !literal(before) || !self::expression(expression) {
            return false;
        }
        rest = after;
    }
    literal(rest)
}

fn literal(text: &str) -> bool {
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let fits = match character {
            '%' => escaped(&mut rest),
            '"' | '<' | '>' | '\\' | '^' | '`' | '|' | ' ' => false,
            _ if character.is_ascii() => !character.is_ascii_control(),
            _ => universal(character) || private(character),
        };
        if !fits {
            return false;
        }
    }
    true
}

/// What braces hold: an operator, then variables. The operators that are reserved for later are none yet.
fn expression(text: &str) -> bool {
    text.strip_prefix(['+', '#', '.', '/', ';', '?', '&']).unwrap_or(text).split(',').all(variable)
}

fn variable(text: &str) -> bool {
    if let Some(name) = text.strip_suffix('*') {
        return self::name(name);
    }
    let Some((name, length)) = text.split_once(':') else { return self::name(text) };
    let fits = length.len() <= 4 && !length.starts_with('0') && length.bytes().all(|byte| byte.is_ascii_digit());
    self::name(name) && fits && !length.is_empty()
}

fn name(text: &str) -> bool {
    text.split('.').all(|part| {
        let mut rest = part.chars();
        let mut any = false;
        while let Some(character) = rest.next() {
            any = true;
            let fits = if character == '%' {
                escaped(&mut rest)
            } else {
                character.is_ascii_alphanumeric() || character == '_'
            };
            if !fits {
                return false;
            }
        }
        any
    })
}
