//! Strings of a certain form: what the official JSON Schemas of AsyncAPI say by `format`.

use super::Shape;

/// An absolute URI (RFC 3986).
pub(super) const URI: Shape = Shape::Form(is_uri, "an absolute URI, such as `https://example.com`");
/// The address of a mailbox.
pub(super) const EMAIL: Shape = Shape::Form(is_email, "an email address");

/// `scheme:rest`, of the characters that a URI may have.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme && is_rest(rest)
}

/// What stands behind the scheme of a URI.
fn is_rest(text: &str) -> bool {
    let (path, fragment) = text.split_once('#').unwrap_or((text, ""));
    // Brackets are for addresses of IPv6 only.
    let (authority, path) = match path.strip_prefix("//") {
        Some(path) => path.split_at(path.find(['/', '?']).unwrap_or(path.len())),
        None => ("", path),
    };
    let host = authority.replace(['[', ']'], "");
    [host.as_str(), path, fragment].into_iter().all(is_of_uri)
}

/// What is wrong with the key of a channel of 2.x, which is a template of a URI (RFC 6570), as far as templates may be
/// wrong: blanks and quotes, and expressions in braces that are none.
pub(in super::super) fn fault_of_template(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        if let Some(found) = literal_fault(rest.get(..at).unwrap_or_default()) {
            return Some(found);
        }
        let behind = rest.get(at..).unwrap_or_default();
        let Some((inner, next)) = behind.strip_prefix('{').and_then(|behind| behind.split_once('}')) else {
            return Some("a brace has no other one".to_owned());
        };
        let names = inner.strip_prefix(['+', '#', '.', '/', ';', '?', '&', '=', ',', '!', '@', '|']).unwrap_or(inner);
        if !names.split(',').all(is_variable) {
            return Some(format!("the name in `{{{inner}}}` has other characters than letters, digits, `_` and `.`"));
        }
        rest = next;
    }
    literal_fault(rest)
}

fn literal_fault(text: &str) -> Option<String> {
    let wrong = |c: char| c <= ' ' || "\"'<>\\^`|".contains(c);
    let found = text.chars().find(|c| wrong(*c)).or_else(|| {
        let escapes = text.split('%').skip(1);
        let fits = |rest: &str| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
        escapes.map(fits).any(|fits| !fits).then_some('%')
    })?;
    Some(if found <= ' ' { "it has blanks".to_owned() } else { format!("it has a `{found}`") })
}

/// `name`, `name:3` or `name*`.
fn is_variable(text: &str) -> bool {
    let name = match text.split_once(':') {
        Some((name, length)) if length.len() <= 4 && length.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => text.strip_suffix('*').unwrap_or(text),
    };
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'%'))
}

/// Whether all characters are unreserved, reserved (but brackets and `#`), or escaped.
fn is_of_uri(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let fits = match byte {
            b'%' => {
                let mut digit = || bytes.next().is_some_and(|byte| byte.is_ascii_hexdigit());
                digit() && digit()
            }
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte),
        };
        if !fits {
            return false;
        }
    }
    true
}

/// `local@domain`, each of words with dots between them.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let local_fits = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte);
    let words =
        |text: &str, fits: &dyn Fn(u8) -> bool| text.split('.').all(|word| !word.is_empty() && word.bytes().all(fits));
    let ends = |text: &str| text.split('.').all(|word| !word.starts_with('-') && !word.ends_with('-'));
    words(local, &local_fits) && words(domain, &|byte| byte.is_ascii_alphanumeric() || byte == b'-') && ends(domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uris() {
        for uri in
            ["https://example.com/a?b=c#d", "urn:example:chat", "mailto:a@b.c", "http://[::1]:80/", "x:", "a:%20"]
        {
            assert!(is_uri(uri), "{uri}");
        }
        for text in
            ["", "example.com", "/a", "1:a", ":a", "http://a b", "https://{host}/", "a:%2", "a:b#c#d", "a:ü", "a:[b]"]
        {
            assert!(!is_uri(text), "{text}");
        }
    }

    #[test]
    fn templates() {
        for text in
            ["a/b", "a/{b}/{c_1}", "{a,b}", "{+a}", "{a:3}", "{a*}", "ü", "😀", "a%20b", "a/+/#", "[a]", "{a.b}"]
        {
            assert_eq!(fault_of_template(text), None, "{text}");
        }
        for text in ["a b", "a/{b", "a}b", "{}", "{a-b}", "{a/b}", "{{a}}", "a\"b", "<a>", "a%2", "a|b", "{a:b}"] {
            assert!(fault_of_template(text).is_some(), "{text}");
        }
    }

    #[test]
    fn email_addresses() {
        for text in ["a@b.c", "first.last+tag@example-1.com", "root@localhost"] {
            assert!(is_email(text), "{text}");
        }
        for text in ["", "a", "@b.c", "a@", "a@b@c", "a b@c.d", "a..b@c.d", "a@-b.c", "a@b..c"] {
            assert!(!is_email(text), "{text}");
        }
    }
}
