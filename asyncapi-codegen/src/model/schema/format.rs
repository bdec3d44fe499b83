//! Texts that are surely not of a format.
//!
//! Input: a text and the name of a format. Output: whether the runtime may accept the text; a `false` is certain, a `true` is
//! not: this looks at the form alone.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Whether a text may be of a format.
pub(super) fn may_be(text: &str, format: &str) -> bool {
    match format {
        "date" => rest_of_date(text).is_some_and(str::is_empty),
        "time" => rest_of_time(text).is_some_and(str::is_empty),
        "date-time" => rest_of_date(text)
            .and_then(|rest| rest.strip_prefix(['T', 't']))
            .and_then(rest_of_time)
            .is_some_and(str::is_empty),
        "uuid" => rest_of_form(text, "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh").is_some_and(str::is_empty),
        "email" | "idn-email" => text.contains('@'),
        "ipv4" => text.parse::<Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<Ipv6Addr>().is_ok(),
        "uri" | "iri" => text.contains(':'),
        "json-pointer" => text.is_empty() || text.starts_with('/'),
        "duration" => text.starts_with('P'),
        _ => true,
    }
}

fn rest_of_date(text: &str) -> Option<&str> {
    rest_of_form(text, "dddd-dd-dd")
}

fn rest_of_time(text: &str) -> Option<&str> {
    let rest = rest_of_form(text, "dd:dd:dd")?;
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    match rest.strip_prefix(['Z', 'z']) {
        Some(rest) => Some(rest),
        None => rest_of_form(rest.strip_prefix(['+', '-'])?, "dd:dd"),
    }
}

/// What is behind a form: `d` is a digit, `h` a hexadecimal one, and the rest stands for itself.
fn rest_of_form<'t>(text: &'t str, form: &str) -> Option<&'t str> {
    let (head, rest) = text.split_at_checked(form.len())?;
    let fits = head.bytes().zip(form.bytes()).all(|(byte, wanted)| match wanted {
        b'd' => byte.is_ascii_digit(),
        b'h' => byte.is_ascii_hexdigit(),
        _ => byte == wanted,
    });
    fits.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::may_be;

    #[test]
    fn what_is_surely_wrong_is_told_from_what_may_be_right() {
        for (format, text, expected) in [
            ("date", "2024-02-30", true),
            ("date", "2024-2-30", false),
            ("time", "12:00:00Z", true),
            ("time", "12:00:00.25+01:00", true),
            ("time", "12:00:00", false),
            ("date-time", "2024-02-29t12:00:00z", true),
            ("date-time", "2024-02-29 12:00:00Z", false),
            ("date-time", "{{now()}}", false),
            ("date-time", "2024-02-29T12:00:00Zä", false),
            ("uuid", "123e4567-e89b-12d3-a456-426614174000", true),
            ("uuid", "{{uuid()}}", false),
            ("email", "nobody", false),
            ("ipv4", "1.2.3.4", true),
            ("ipv4", "1.2.3", false),
            ("uri", "nowhere", false),
            ("hostname", "??", true),
        ] {
            assert_eq!(may_be(text, format), expected, "{format} {text}");
        }
    }
}
