//! What faulty text looks like: small questions about a line or a scalar.

/// The columns at which the collections begin that are open at the end of a text in block style, the innermost first.
pub(super) fn columns_before(text: &str) -> Vec<usize> {
    let mut columns = Vec::new();
    let mut least = usize::MAX;
    for line in text.lines().rev() {
        let content = line.trim_start_matches(' ');
        let column = line.len() - content.len();
        if content.trim_end().is_empty() || content.starts_with('#') || column >= least {
            continue;
        }
        if let Some(item) = content.strip_prefix("- ") {
            let inner = line.len() - item.trim_start_matches(' ').len();
            if inner < least {
                columns.push(inner);
            }
        }
        columns.push(column);
        least = column;
    }
    columns
}

/// A `:` with neither a space nor the end of the line after it, as in `a:1`; the one in `https://…` does not count.
pub(super) fn colon_without_space(line: &str) -> Option<usize> {
    let at = line.find(':')?;
    let rest = line.get(at + 1..)?;
    (!rest.is_empty() && !rest.starts_with([' ', '\t', '/', ':'])).then_some(at)
}

pub(super) fn space_after_colon(line: &str, at: usize) -> String {
    let (key, value) = line.split_at(at);
    format!("put a space after the colon: `{key}: {}`", value.trim_start_matches(':'))
}

/// The text as a scalar in quotes, of the kind that needs no escapes where that goes; itself in backticks where that goes.
pub(super) fn quoted(text: &str) -> String {
    let text = text.split(" #").next().unwrap_or_default().trim_end();
    let scalar = if text.contains('\'') && !text.contains(['"', '\\']) {
        format!("\"{text}\"")
    } else {
        format!("'{}'", text.replace('\'', "''"))
    };
    if scalar.contains('`') { scalar } else { format!("`{scalar}`") }
}

/// Place and length of the first escape of a text in double quotes that means nothing.
pub(super) fn first_bad_escape(text: &str) -> Option<(usize, usize)> {
    let mut rest = text.char_indices().skip(1);
    while let Some((at, c)) = rest.next() {
        if c == '"' {
            return None;
        }
        if c != '\\' {
            continue;
        }
        let (_, kind) = rest.next()?;
        let digits = match kind {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ if "0abtnvfre \"/\\N_LP\t\n\r".contains(kind) => continue,
            _ => return Some((at, 1 + kind.len_utf8())),
        };
        let hex = text.get(at + 2..).unwrap_or_default();
        let good = hex.bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
        let value = u32::from_str_radix(hex.get(..good).unwrap_or_default(), 16).unwrap_or_default();
        if good < digits || (char::from_u32(value).is_none() && !is_pair(value, hex.get(good..).unwrap_or_default())) {
            return Some((at, 2 + good));
        }
        let pair = if char::from_u32(value).is_none() { digits + 2 } else { 0 };
        rest.by_ref().take(digits + pair).for_each(drop);
    }
    None
}

/// Whether a high surrogate is followed by the escape of a low one.
fn is_pair(high: u32, rest: &str) -> bool {
    let low = rest.strip_prefix("\\u").and_then(|hex| hex.get(..4)).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    (0xD800..0xDC00).contains(&high) && low.is_some_and(|low| (0xDC00..0xE000).contains(&low))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_those_of_open_collections() {
        let text = "a:\n  b:\n    c: 1\n  d:\n    - e: 1\n\n      # no\n      f: 2\n";
        assert_eq!(columns_before(text), [6, 4, 2, 0]);
        assert_eq!(columns_before(""), [] as [usize; 0]);
    }

    #[test]
    fn a_colon_needs_a_space() {
        assert_eq!(colon_without_space("a:1"), Some(1));
        assert_eq!(space_after_colon("a:1", 1), "put a space after the colon: `a: 1`");
        for line in ["a: 1", "a:", "https://example.com", "std::io", "no colon"] {
            assert_eq!(colon_without_space(line), None, "{line}");
        }
    }

    #[test]
    fn quotes_fit_their_text() {
        assert_eq!(quoted("@a # comment"), "`'@a'`");
        assert_eq!(quoted("it's"), "`\"it's\"`");
        assert_eq!(quoted(r#"it's "b""#), r#"`'it''s "b"'`"#);
        assert_eq!(quoted("`a`"), "'`a`'");
    }

    #[test]
    fn the_first_bad_escape_is_found() {
        for (text, found) in [
            (r#""a\\b\n\x41\u00e9\U0001F600\ud83d\ude00\q""#, Some((39, 2))),
            (r#""\xZZ""#, Some((1, 2))),
            (r#""\u12"#, Some((1, 4))),
            (r#""\ud83d\u0041""#, Some((1, 6))),
            (r#""\ude00""#, Some((1, 6))),
            (r#""\é""#, Some((1, 3))),
            (r#""fine" \q"#, None),
            ("\"", None),
        ] {
            assert_eq!(first_bad_escape(text), found, "{text}");
        }
    }
}
