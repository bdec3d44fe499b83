//! The string formats of draft-07 that are checked on the text.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Whether `text` is of a format; of one that is not known here, every text is.
pub(super) fn is(text: &str, format: &str) -> bool {
    match format {
        "email" | "idn-email" => email(text),
        "hostname" => hostname(text),
        "ipv4" => text.parse::<Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<Ipv6Addr>().is_ok(),
        "uri" => uri(text) && text.is_ascii(),
        "iri" => uri(text),
        "uri-reference" => uri_characters(text) && text.is_ascii(),
        "iri-reference" => uri_characters(text),
        "json-pointer" => json_pointer(text),
        "duration" => duration(text),
        _ => true,
    }
}

fn email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let quoted = local.len() > 1 && local.starts_with('"') && local.ends_with('"');
    let plain = !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
    let literal = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let host = match literal {
        Some(address) => {
            address.parse::<Ipv4Addr>().is_ok()
                || address.strip_prefix("IPv6:").is_some_and(|address| address.parse::<Ipv6Addr>().is_ok())
        }
        None => domain.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        }),
    };
    (quoted || plain) && host
}

fn hostname(text: &str) -> bool {
    text.len() <= 253
        && text.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}

fn uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let scheme_fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    scheme_fits && uri_characters(rest)
}

fn uri_characters(text: &str) -> bool {
    let allowed = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    let escapes = text
        .match_indices('%')
        .all(|(at, _)| text.get(at + 1..at + 3).is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit())));
    text.chars().all(allowed) && escapes && text.matches('#').count() <= 1
}

fn json_pointer(text: &str) -> bool {
    let escapes = text.match_indices('~').all(|(at, _)| matches!(text.as_bytes().get(at + 1), Some(b'0' | b'1')));
    (text.is_empty() || text.starts_with('/')) && escapes
}

/// ISO 8601 as in RFC 3339 appendix A.
fn duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    if let Some(weeks) = rest.strip_suffix('W') {
        return !weeks.is_empty() && weeks.bytes().all(|byte| byte.is_ascii_digit());
    }
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    let parts = |text: &str, units: &str| {
        let mut units = units.chars();
        let mut digits = 0;
        text.chars().all(|c| {
            if c.is_ascii_digit() {
                digits += 1;
                return true;
            }
            let fits = digits > 0 && units.any(|unit| unit == c);
            digits = 0;
            fits
        }) && digits == 0
    };
    parts(date, "YMD") && time.is_none_or(|time| !time.is_empty() && parts(time, "HMS")) && rest.len() > 1
}
