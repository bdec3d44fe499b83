//! Scalars: how they are written in YAML and JSON, and when they are the same.

use asyncapi_codegen::source::{Node, Value};

/// Whether two scalars are the same, in whatever way their numbers are written.
pub(super) fn same(old: &Node, new: &Node) -> bool {
    match (old.value(), new.value()) {
        (Value::Null, Value::Null) => true,
        (Value::Bool(old), Value::Bool(new)) => old == new,
        (Value::String(old), Value::String(new)) => old == new,
        (Value::Number(old_text), Value::Number(new_text)) => {
            old_text == new_text
                || old.as_integer().is_some_and(|value| new.as_integer() == Some(value))
                || old.as_f64().is_some_and(|value| new.as_f64() == Some(value))
        }
        // JSON has no words for these.
        (Value::Number(text), Value::String(new)) => is_no_json(text) && text == new,
        _ => false,
    }
}

fn is_no_json(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '+']).to_ascii_lowercase();
    text == ".inf" || text == ".nan"
}

/// A number in JSON. Infinity and NaN, which JSON does not have, become strings.
pub(super) fn json_number(node: &Node, text: &str) -> String {
    let is_json = serde_json::from_str::<serde_json::Number>(text).is_ok();
    match node.as_integer() {
        _ if is_json => text.to_owned(),
        Some(value) => value.to_string(),
        None if is_no_json(text) => quoted(text),
        None => node.as_f64().map(|value| format!("{value:?}")).unwrap_or_else(|| quoted(text)),
    }
}

/// A string in double quotes, as JSON and YAML have it.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..'\u{20}' | '\u{7f}'..'\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(char)));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// A string in YAML: without quotes where nobody can take it for something else.
pub(super) fn yaml_string(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// What YAML 1.1, which many tools speak, does not take for a string.
const OTHER: [&str; 13] =
    ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity", "undefined"];

/// A version of three parts, such as `3.1.0`, is no number.
fn is_version(text: &str) -> bool {
    let mut parts = 0;
    let are_digits = text.split('.').all(|part| {
        parts += 1;
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    are_digits && parts > 2
}

fn is_plain(text: &str) -> bool {
    if is_version(text) {
        return true;
    }
    let begins = |char: char| char.is_ascii_alphabetic() || matches!(char, '_' | '/' | '$' | '(');
    let fits = |char: char| {
        char.is_alphanumeric()
            || matches!(char, ' ' | '_' | '-' | '.' | '/' | '$' | '(' | ')' | '+' | ';' | '=' | '@' | ':')
    };
    text.starts_with(begins)
        && text.chars().all(fits)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !OTHER.contains(&text.to_ascii_lowercase().as_str())
}

/// `text` in the quotes that `like` has.
pub(super) fn like(like: &str, text: &str) -> String {
    if like.starts_with('\'') && !text.contains(char::is_control) {
        format!("'{}'", text.replace('\'', "''"))
    } else if like.starts_with('"') {
        quoted(text)
    } else if like.starts_with(['|', '>']) || !is_plain(text) {
        if text.contains(char::is_control) || text.contains('\'') { quoted(text) } else { format!("'{text}'") }
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stand_where_they_must() {
        for text in ["3.1.0", "a b", "a:b", "/x/y", "user_1"] {
            assert_eq!(yaml_string(text), text);
        }
        for text in [
            "",
            "1",
            "1.0",
            "1e3",
            "0x1F",
            "12:30",
            "2026-11-25",
            "no",
            "Null",
            "a: b",
            "a #b",
            " a",
            "a ",
            "a:",
            "#a",
            "*a",
            "{a}",
        ] {
            assert_eq!(yaml_string(text), format!("\"{text}\""));
        }
        assert_eq!(like("3.0.0", "3.1.0"), "3.1.0");
        assert_eq!(like("'a'", "it's"), "'it''s'");
        assert_eq!(like("\"a\"", "b\n"), "\"b\\n\"");
        assert_eq!(like("a", "#/b"), "'#/b'");
    }
}
