//! The text of a `$ref`: `file#pointer`, its parts and their escapes.

/// A `$ref` in its parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Uri<'a> {
    /// What stands before `#`.
    pub(super) place: Place<'a>,
    /// The JSON Pointer behind `#`, escapes and all.
    pub(super) fragment: &'a str,
}

/// What stands before `#`.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// Nothing: the file that the reference stands in.
    Here,
    /// A path, relative to that file.
    Path(&'a str),
    /// An URL with `http` or `https`.
    Web(&'a str),
    /// Another scheme.
    OtherScheme(&'a str),
}

/// Splits the text of a `$ref`.
pub(super) fn split(text: &str) -> Uri<'_> {
    let (place, fragment) = text.split_once('#').unwrap_or((text, ""));
    let place = if place.is_empty() {
        Place::Here
    } else if let Some(scheme) = scheme(place) {
        if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") {
            Place::Web(place)
        } else {
            Place::OtherScheme(scheme)
        }
    } else {
        Place::Path(place)
    };
    Uri { place, fragment }
}

/// The scheme of a URI; one letter is the drive of a Windows path.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    (scheme.len() > 1 && scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.bytes().all(fits))
        .then_some(scheme)
}

/// `relative`, as it reads from the document at the URL `base`.
pub(super) fn join(base: &str, relative: &str) -> String {
    let Some((scheme, rest)) = base.split_once("://") else { return relative.to_owned() };
    if let Some(other_host) = relative.strip_prefix("//") {
        return normal(&format!("{scheme}://{other_host}"));
    }
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.split('?').next().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = match relative.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => relative.to_owned(),
        None => format!("{folder}/{relative}"),
    };
    normal(&format!("{scheme}://{host}/{path}"))
}

/// An URL whose path has no `.` and `..`.
pub(super) fn normal(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let Some((host, path)) = rest.split_once('/') else { return url.to_owned() };
    let mut segments = Vec::new();
    for segment in path.split('/') {
        match segment {
            "." => {}
            ".." => drop(segments.pop()),
            segment => segments.push(segment),
        }
    }
    format!("{scheme}://{host}/{}", segments.join("/"))
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
        assert_eq!(split("HTTPS://h/b.yaml#/x").place, Place::Web("HTTPS://h/b.yaml"));
        assert_eq!(split("urn:x").place, Place::OtherScheme("urn"));
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
