//! The string formats of draft-07, and `uuid` and `duration` of later drafts, checked on the text.
//!
//! Input: a text and the name of a format. Output: whether the text is of it, by the RFC that JSON Schema names for it.
//! Invariants: what a type of Rust reads (`date-time`, `date`, `time`, `uuid`) is what is of its format, no more and no
//! less; nothing panics; time is linear in the text; formats of ASCII allocate nothing.

mod address;
mod content;
mod idna;
mod pointer;
mod punycode;
mod regex;
mod template;
#[cfg(test)]
mod tests;
mod uri;

use std::net::{Ipv4Addr, Ipv6Addr};

use super::time;

/// Whether `text` is of a format; of one that is not known here, every text is.
///
/// `content:base64`, `content:json` and `content:base64:json` stand for `contentEncoding`, `contentMediaType` and both.
pub(super) fn is(text: &str, format: &str) -> bool {
    match format {
        "date-time" => time::parse_date_time(text).is_some(),
        "date" => time::parse_date(text).is_some(),
        "time" => time::parse_time(text).is_some(),
        "duration" => duration(text),
        "uuid" => uuid(text),
        "email" => address::email(text, false),
        "idn-email" => address::email(text, true),
        "hostname" => idna::hostname(text, false),
        "idn-hostname" => idna::hostname(text, true),
        "ipv4" => text.parse::<Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<Ipv6Addr>().is_ok(),
        "uri" => uri::uri(text, false),
        "iri" => uri::uri(text, true),
        "uri-reference" => uri::reference(text, false),
        "iri-reference" => uri::reference(text, true),
        "uri-template" => template::template(text),
        "json-pointer" => pointer::pointer(text),
        "relative-json-pointer" => pointer::relative(text),
        "regex" => regex::is(text),
        "content:base64" => content::base64(text),
        "content:json" => content::json(text),
        "content:base64:json" => content::base64_json(text),
        _ => true,
    }
}

/// RFC 4122: with hyphens, in either case. `Uuid` would also read forms without hyphens and with braces.
fn uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// RFC 3339, appendix A: units go from one to the next smaller, and weeks stand alone.
fn duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    if let Some(weeks) = rest.strip_suffix('W') {
        return !weeks.is_empty() && weeks.bytes().all(|byte| byte.is_ascii_digit());
    }
    let (date, time) = rest.split_once('T').map_or((rest, None), |(date, time)| (date, Some(time)));
    let fits = |text: &str, units: &str| {
        let mut expected: Option<&str> = None;
        let mut digits = 0;
        text.chars().all(|character| {
            if character.is_ascii_digit() {
                digits += 1;
                return true;
            }
            let at = units.find(character).filter(|_| digits > 0);
            let follows = at.is_some_and(|at| expected.is_none_or(|rest| units.len() - rest.len() == at));
            expected = at.and_then(|at| units.get(at + 1..));
            digits = 0;
            follows
        }) && digits == 0
    };
    match time {
        Some(time) => !time.is_empty() && fits(date, "YMD") && fits(time, "HMS"),
        None => !date.is_empty() && fits(date, "YMD"),
    }
}
