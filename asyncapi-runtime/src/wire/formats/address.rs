//! `email`: the mailbox of RFC 5321; `idn-email`: that of RFC 6531, where all beyond ASCII is allowed as well.

use std::net::{Ipv4Addr, Ipv6Addr};

pub(super) fn email(text: &str, international: bool) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    if local.len() > 64 || domain.len() > 255 || !international && !text.is_ascii() {
        return false;
    }
    let quoted = local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let literal = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    quoted.map_or_else(|| atoms(local), self::quoted) && literal.map_or_else(|| self::domain(domain), self::literal)
}

/// Atoms with dots between them.
fn atoms(text: &str) -> bool {
    let fits = |character: char| {
        character.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(character) || !character.is_ascii()
    };
    text.split('.').all(|atom| !atom.is_empty() && atom.chars().all(fits))
}

fn quoted(text: &str) -> bool {
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let fits = match character {
            '\\' => rest.next().is_some_and(|escaped| matches!(escaped, ' '..='~')),
            '"' => false,
            _ => matches!(character, ' '..='~') || !character.is_ascii(),
        };
        if !fits {
            return false;
        }
    }
    true
}

fn literal(text: &str) -> bool {
    match text.split_once(':') {
        Some((tag, address)) if tag.eq_ignore_ascii_case("ipv6") => address.parse::<Ipv6Addr>().is_ok(),
        // A tag of another kind would have to be registered; none is.
        Some(_) => false,
        None => text.parse::<Ipv4Addr>().is_ok(),
    }
}

/// Labels of letters, digits and hyphens. Those beyond ASCII are not held to IDNA: RFC 6531 leaves that to who sends.
fn domain(text: &str) -> bool {
    let fits = |character: char| character.is_ascii_alphanumeric() || character == '-' || !character.is_ascii();
    text.split('.').all(|label| {
        (1..=63).contains(&label.chars().count())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(fits)
    })
}
