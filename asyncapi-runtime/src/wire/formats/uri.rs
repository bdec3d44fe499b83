//! RFC 3986 and, where `international`, RFC 3987.

use std::net::Ipv6Addr;

/// `uri` and `iri`.
pub(super) fn uri(text: &str, international: bool) -> bool {
    scheme(text).is_some_and(|rest| parts(rest, international, true))
}

/// `uri-reference` and `iri-reference`.
pub(super) fn reference(text: &str, international: bool) -> bool {
    uri(text, international) || parts(text, international, false)
}

/// What is behind the scheme and its colon.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once(':')?;
    let fits = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    fits.then_some(rest)
}

/// Authority, path, query and fragment.
fn parts(text: &str, international: bool, absolute: bool) -> bool {
    let (text, fragment) = text.split_once('#').map_or((text, None), |(text, part)| (text, Some(part)));
    let (text, query) = text.split_once('?').map_or((text, None), |(text, part)| (text, Some(part)));
    let of = |part: &str, also: &str, private: bool| characters(part, also, international, private);
    let path = match text.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            let Some((authority, path)) = rest.split_at_checked(end) else { return false };
            if !self::authority(authority, international) {
                return false;
            }
            path
        }
        None => text,
    };
    // Without a scheme, a colon in the first segment would make it one.
    let first = path.split('/').next().unwrap_or_default();
    of(path, ":@/", false)
        && (absolute || !first.contains(':'))
        && query.is_none_or(|query| of(query, ":@/?", true))
        && fragment.is_none_or(|fragment| of(fragment, ":@/?", false))
}

fn authority(text: &str, international: bool) -> bool {
    let (user, host) = text.rsplit_once('@').map_or(("", text), |(user, host)| (user, host));
    let (host, port) = match host.strip_prefix('[') {
        Some(literal) => {
            let Some((literal, port)) = literal.split_once(']') else { return false };
            if !address(literal) {
                return false;
            }
            match (port.is_empty(), port.strip_prefix(':')) {
                (true, _) => ("", ""),
                (false, Some(port)) => ("", port),
                (false, None) => return false,
            }
        }
        None => host.split_once(':').unwrap_or((host, "")),
    };
    characters(user, ":", international, false)
        && characters(host, "", international, false)
        && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// What brackets hold: an address of IP version 6, or of a later one.
fn address(text: &str) -> bool {
    let Some(future) = text.strip_prefix(['v', 'V']) else { return text.parse::<Ipv6Addr>().is_ok() };
    let Some((version, rest)) = future.split_once('.') else { return false };
    !version.is_empty()
        && version.bytes().all(|byte| byte.is_ascii_hexdigit())
        && !rest.is_empty()
        && !rest.contains('%')
        && characters(rest, ":", false, false)
}

/// Whether all is unreserved, a delimiter of parts or escaped, or among `also`.
fn characters(text: &str, also: &str, international: bool, private: bool) -> bool {
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let fits = match character {
            '%' => escaped(&mut rest),
            _ if character.is_ascii() => {
                character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=".contains(character) || also.contains(character)
            }
            _ => international && (universal(character) || private && self::private(character)),
        };
        if !fits {
            return false;
        }
    }
    true
}

/// The two digits behind a `%`.
pub(super) fn escaped(rest: &mut std::str::Chars<'_>) -> bool {
    (0..2).all(|_| rest.next().is_some_and(|digit| digit.is_ascii_hexdigit()))
}

/// `ucschar` of RFC 3987.
pub(super) fn universal(character: char) -> bool {
    match u32::from(character) {
        0xA0..=0xD7FF | 0xF900..=0xFDCF | 0xFDF0..=0xFFEF => true,
        // All planes but those for private use, without the last two of each; of the last one, without its tags.
        point @ 0x1_0000..=0xE_FFFF => point & 0xFFFF < 0xFFFE && !(0xE_0000..0xE_1000).contains(&point),
        _ => false,
    }
}

/// `iprivate` of RFC 3987.
pub(super) fn private(character: char) -> bool {
    matches!(u32::from(character), 0xE000..=0xF8FF | 0xF_0000..=0xF_FFFD | 0x10_0000..=0x10_FFFD)
}
