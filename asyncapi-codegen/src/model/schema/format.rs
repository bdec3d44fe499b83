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

/// Whether the official parser may take a text for one of a format: it is less strict about times, and stricter about dates.
pub(super) fn officially(text: &str, format: &str) -> bool {
    match format {
        "date" => is_date(text),
        "time" => is_time(text),
        "date-time" => text
            .split_once(|char: char| char.is_whitespace() || matches!(char, 'T' | 't'))
            .is_some_and(|(date, time)| is_date(date) && is_time(time)),
        "uuid" => {
            let prefix = text.get(..9).filter(|prefix| prefix.eq_ignore_ascii_case("urn:uuid:"));
            may_be(text.get(prefix.map_or(0, str::len)..).unwrap_or(text), "uuid")
        }
        "email" => text.rsplit_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.')),
        "ipv4" => {
            let part = |part: &str| (1..=3).contains(&part.len()) && part.parse::<u8>().is_ok();
            text.split('.').count() == 4 && text.split('.').all(part)
        }
        "uri" => text.split_once(':').is_some_and(|(scheme, _)| {
            scheme.starts_with(|char: char| char.is_ascii_alphabetic()) && !text.contains(char::is_whitespace)
        }),
        "ipv6" | "json-pointer" | "duration" => may_be(text, format),
        _ => true,
    }
}

fn is_date(text: &str) -> bool {
    let number = |from: usize, to: usize| text.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
    let Some(("", (year, month, day))) =
        rest_of_date(text).zip(number(0, 4).zip(number(5, 7)).zip(number(8, 10)).map(|((y, m), d)| (y, m, d)))
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1..=12).contains(&month) && (1..=last).contains(&day)
}

/// `12:00:00`, with or without a fraction and an offset, which may lack its minutes or its colon.
fn is_time(text: &str) -> bool {
    let Some(rest) = rest_of_form(text, "dd:dd:dd") else { return false };
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    let offset = rest
        .strip_prefix(['+', '-'])
        .map(|offset| ["dd:dd", "dddd", "dd"].iter().any(|form| rest_of_form(offset, form).is_some_and(str::is_empty)));
    let in_range =
        text.get(..8).is_some_and(|time| time < "24" && time.get(3..5) < Some("60") && time.get(6..) < Some("61"));
    in_range && (rest.is_empty() || rest.eq_ignore_ascii_case("z") || offset == Some(true))
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
    use super::{may_be, officially};

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

    #[test]
    fn the_official_parser_reads_some_formats_otherwise() {
        for (format, text, expected) in [
            ("date", "2024-02-29", true),
            ("date", "2023-02-29", false),
            ("date", "2024-13-01", false),
            ("time", "12:00:00", true),
            ("time", "12:00:00.5+0100", true),
            ("time", "24:00:00", false),
            ("time", "12:60:00", false),
            ("date-time", "2024-02-29 12:00:00", true),
            ("date-time", "2024-02-29", false),
            ("uuid", "URN:uuid:123e4567-e89b-12d3-a456-426614174000", true),
            ("uuid", "123e4567", false),
            ("email", "a@b", false),
            ("email", "a@b.c", true),
            ("ipv4", "01.2.3.4", true),
            ("ipv4", "1.2.3.256", false),
            ("uri", "urn:a b", false),
            ("iri", "nowhere", true),
        ] {
            assert_eq!(officially(text, format), expected, "{format} {text}");
        }
    }
}
