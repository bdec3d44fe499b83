//! The text of a `$ref` or `$id`: `file#pointer`, its parts, how it is resolved, and its escapes.

/// A `$ref` in its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Uri<'a> {
    /// What stands before `#`.
    pub(super) place: Place<'a>,
    /// The JSON Pointer or name behind `#`, escapes and all.
    pub(super) fragment: &'a str,
}

/// What stands before `#`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// Nothing: what the reference stands in.
    Here,
    /// A path, relative to that.
    Path(&'a str),
    /// A URI with a scheme.
    Uri(&'a str),
}

/// Splits the text of a `$ref`.
pub(super) fn split(text: &str) -> Uri<'_> {
    let (place, fragment) = text.split_once('#').unwrap_or((text, ""));
    let place = if place.is_empty() {
        Place::Here
    } else if scheme(place).is_some() {
        Place::Uri(place)
    } else {
        Place::Path(place)
    };
    Uri { place, fragment }
}

/// The scheme of a URI; one letter is the drive of a Windows path.
pub(super) fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    (scheme.len() > 1 && scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.bytes().all(fits))
        .then_some(scheme)
}

/// Whether a URI is one that a browser would fetch.
pub(super) fn is_web(uri: &str) -> bool {
    scheme(uri).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
}

/// A URI without its fragment, in the parts of RFC 3986 section 3.
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
}

fn parts(text: &str) -> Parts<'_> {
    let scheme = scheme(text);
    let rest = scheme.and_then(|scheme| text.get(scheme.len() + 1..)).unwrap_or(text);
    let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            (Some(authority), path)
        }
        None => (None, rest),
    };
    Parts { scheme, authority, path, query }
}

impl Parts<'_> {
    /// The URI again, with another path.
    fn with_path(&self, path: &str) -> String {
        let scheme = self.scheme.map(|scheme| format!("{scheme}:")).unwrap_or_default();
        let authority = self.authority.map(|authority| format!("//{authority}")).unwrap_or_default();
        let query = self.query.map(|query| format!("?{query}")).unwrap_or_default();
        format!("{scheme}{authority}{path}{query}")
    }
}

/// `relative`, as it reads in what has the URI `base` (RFC 3986 section 5.2.2).
pub(super) fn join(base: &str, relative: &str) -> String {
    let (from, to) = (parts(base), parts(relative));
    if to.scheme.is_some() {
        return normal(relative);
    }
    if to.authority.is_some() {
        return Parts { scheme: from.scheme, ..to }.with_path(&without_dots(to.path));
    }
    let whole = |path: &str, query| Parts { query, ..from }.with_path(path);
    if to.path.is_empty() {
        return whole(from.path, to.query.or(from.query));
    }
    if to.path.starts_with('/') {
        return whole(&without_dots(to.path), to.query);
    }
    let folder = match from.path.rfind('/') {
        Some(at) => from.path.get(..=at).unwrap_or_default(),
        None if from.authority.is_some() => "/",
        None => "",
    };
    whole(&without_dots(&format!("{folder}{}", to.path)), to.query)
}

/// A URI whose path has no `.` and `..`.
pub(super) fn normal(uri: &str) -> String {
    let parts = parts(uri);
    parts.with_path(&without_dots(parts.path))
}

/// RFC 3986 section 5.2.4.
fn without_dots(path: &str) -> String {
    let (root, rest) = path.strip_prefix('/').map_or(("", path), |rest| ("/", rest));
    let mut segments: Vec<&str> = Vec::new();
    let mut all = rest.split('/').peekable();
    while let Some(segment) = all.next() {
        match segment {
            "." | ".." => {
                if segment == ".." {
                    segments.pop();
                }
                // `a/..` is a folder, too.
                if all.peek().is_none() {
                    segments.push("");
                }
            }
            segment => segments.push(segment),
        }
    }
    format!("{root}{}", segments.join("/"))
}

/// The text without percent-encoding; `None` if a `%` is not followed by two hexadecimal digits, or if no text comes out.
pub(in super::super) fn percent_decode(text: &str) -> Option<String> {
    if !text.contains('%') {
        return Some(text.to_owned());
    }
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut digit = || char::from(bytes.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            decoded.push(u8::try_from(value).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

/// A segment of a JSON Pointer without its escapes; `None` if a `~` is not followed by `0` or `1`.
pub(in super::super) fn unescape(segment: &str) -> Option<String> {
    let mut result = String::with_capacity(segment.len());
    let mut chars = segment.chars();
    while let Some(char) = chars.next() {
        match char {
            '~' => match chars.next()? {
                '0' => result.push('~'),
                '1' => result.push('/'),
                _ => return None,
            },
            char => result.push(char),
        }
    }
    Some(result)
}

/// A key as a segment of a JSON Pointer.
pub(in super::super) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_by_scheme() {
        assert_eq!(split("#/a/b"), Uri { place: Place::Here, fragment: "/a/b" });
        assert_eq!(split("a/b.yaml"), Uri { place: Place::Path("a/b.yaml"), fragment: "" });
        assert_eq!(split("c:/b.yaml#/x").place, Place::Path("c:/b.yaml"));
        assert_eq!(split("HTTPS://h/b.yaml#/x").place, Place::Uri("HTTPS://h/b.yaml"));
        assert_eq!(split("urn:x#y"), Uri { place: Place::Uri("urn:x"), fragment: "y" });
        assert!(is_web("HTTPS://h/b.yaml") && !is_web("urn:x") && !is_web("b.yaml"));
    }

    #[test]
    fn joins_urls() {
        assert_eq!(join("https://h/a/b.json", "c.json"), "https://h/a/c.json");
        assert_eq!(join("https://h/a/b.json", "../../../c.json"), "https://h/c.json");
        assert_eq!(join("https://h/a/b.json?x=/y", "./d/c.json"), "https://h/a/d/c.json");
        assert_eq!(join("https://h", "c.json"), "https://h/c.json");
        assert_eq!(join("https://h/a/b", "/c.json"), "https://h/c.json");
        assert_eq!(join("https://h/a/b", "//i/c.json"), "https://i/c.json");
    }

    #[test]
    fn joins_as_rfc_3986_says() {
        let cases = [
            ("xy:h", "xy:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            (";x", "http://a/b/c/;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
        ];
        for (relative, joined) in cases {
            assert_eq!(join("http://a/b/c/d;p?q", relative), joined, "{relative}");
        }
        assert_eq!(join("urn:uuid:dead", "urn:other"), "urn:other");
        assert_eq!(join("urn:uuid:dead", ""), "urn:uuid:dead");
        assert_eq!(join("file:///folder/a.json", "b.json"), "file:///folder/b.json");
        assert_eq!(normal("https://h/a/../b?c#"), "https://h/b?c#");
    }

    #[test]
    fn decodes_and_unescapes() {
        assert_eq!(percent_decode("a%20b%C3%A4").as_deref(), Some("a bä"));
        assert_eq!(percent_decode("100%"), None);
        assert_eq!(percent_decode("%+1"), None);
        assert_eq!(percent_decode("%ff"), None);
        assert_eq!(unescape("a~1b~0c~01").as_deref(), Some("a/b~c~1"));
        assert_eq!(unescape("a~2"), None);
        assert_eq!(unescape("a~"), None);
        assert_eq!(escape("a/b~c"), "a~1b~0c");
    }
}
