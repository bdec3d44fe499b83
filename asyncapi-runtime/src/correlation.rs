//! Correlation ids and reply addresses: reading and writing what `$message.header#/…` and `$message.payload#/…` name.
//!
//! Invariant: what a message carries already is never changed, and a payload that is written to stays the JSON it was.

use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;

use crate::reconnect::random;
use crate::wire::{JsonKind, scan};
use crate::{IdKind, Location, RawMessage, SharedStr};

/// Reads the text at a location; numbers count as their text.
pub fn read_location(location: Location, message: &RawMessage) -> Option<String> {
    match location {
        Location::Header(name) => {
            let found = message.headers.text(name.trim_start_matches('/'));
            found.or_else(|| own_means(name, message)).map(str::to_owned)
        }
        Location::Payload(pointer) => read_pointer(pointer, &message.payload),
    }
}

/// Reads the text at a JSON pointer of a payload; numbers count as their text.
pub(crate) fn read_pointer(pointer: &str, payload: &Bytes) -> Option<String> {
    let segments = segments(pointer);
    let path: Vec<&str> = segments.iter().map(String::as_str).collect();
    let [found] = scan(payload, [path.as_slice()]).ok()?;
    match found.kind()? {
        JsonKind::String => found.as_str().map(str::to_owned),
        JsonKind::Number => found.raw().and_then(|raw| String::from_utf8(raw.to_vec()).ok()).map(whole),
        _ => None,
    }
}

/// Whether a header's name is that of the correlation id which some protocols have themselves: documents name it so, and
/// programs that know nothing of documents use the protocol's.
pub(crate) fn is_own_id(name: &str) -> bool {
    same(name, "correlationid")
}

/// What the protocol itself says in the place of a header that is not there.
fn own_means<'m>(name: &str, message: &'m RawMessage) -> Option<&'m str> {
    let found = match name {
        name if is_own_id(name) => message.correlation_id(),
        name if same(name, "replyto") => message.reply_to(),
        _ => None,
    };
    found.map(SharedStr::as_str)
}

/// Whether a name is this one, without its hyphens, underscores and capitals.
fn same(name: &str, plain: &str) -> bool {
    let letters = name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase());
    letters.eq(plain.bytes())
}

/// Reads an id or an address that somebody has given: an empty text and the nil UUID say that nobody has.
pub(crate) fn read_given(location: Location, message: &RawMessage) -> Option<String> {
    read_location(location, message).filter(|text| !text.is_empty() && text != NIL)
}

const NIL: &str = "00000000-0000-0000-0000-000000000000";

/// Writes a text where nothing is given. `false` says that there is no place for it.
pub(crate) fn write_location(location: Location, kind: IdKind, text: &str, message: &mut RawMessage) -> bool {
    match location {
        Location::Header(name) => {
            message.headers.set(name.trim_start_matches('/'), text.to_owned());
            true
        }
        Location::Payload(pointer) => {
            let number = matches!(kind, IdKind::Integer { .. }) && text.parse::<i128>().is_ok();
            let Ok(value) = (if number { Ok(text.to_owned()) } else { serde_json::to_string(text) }) else {
                return false;
            };
            let written = insert(&message.payload, &segments(pointer), &value);
            let written = written.map(|payload| message.payload = payload);
            written.is_some()
        }
    }
}

/// `5.0` and `5e0` are the integer 5.
fn whole(text: String) -> String {
    if !text.contains(['.', 'e', 'E']) {
        return text;
    }
    let number = text.parse::<f64>().ok().filter(|number| number.fract() == 0.0 && number.abs() < 9e15);
    number.map_or(text, |number| format!("{number:.0}"))
}

fn segments(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(|segment| segment.replace("~1", "/").replace("~0", "~")).collect()
}

/// The payload with a value at a path; the rest of its text stays as it is. `None` if an object is missing on the way
/// that is something else.
fn insert(payload: &Bytes, path: &[String], value: &str) -> Option<Bytes> {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    for depth in (0..=path.len()).rev() {
        let (within, rest) = path.split_at_checked(depth)?;
        let [found] = scan(payload, [within]).ok()?;
        let Some(raw) = found.raw() else { continue };
        let place = place_of(payload, raw)?;
        let Some((last, outer)) = rest.split_last() else { return splice(payload, place, value) };
        if found.kind() != Some(JsonKind::Object) {
            return None;
        }
        let mut text = String::new();
        for segment in outer {
            text.push_str(&format!("{}:{{", serde_json::to_string(segment).ok()?));
        }
        text.push_str(&format!("{}:{value}", serde_json::to_string(last).ok()?));
        text.extend(outer.iter().map(|_| '}'));
        let is_empty = raw.iter().skip(1).find(|byte| !byte.is_ascii_whitespace()) == Some(&b'}');
        if !is_empty {
            text.push(',');
        }
        return splice(payload, place.start + 1..place.start + 1, &text);
    }
    None
}

fn place_of(payload: &Bytes, raw: &[u8]) -> Option<Range<usize>> {
    let start = (raw.as_ptr() as usize).checked_sub(payload.as_ptr() as usize)?;
    Some(start..start + raw.len())
}

fn splice(payload: &Bytes, place: Range<usize>, text: &str) -> Option<Bytes> {
    let (before, after) = (payload.get(..place.start)?, payload.get(place.end..)?);
    Some([before, text.as_bytes(), after].concat().into())
}

/// An id that no other request of this program has, and hardly one of another; `None` where only the caller knows what
/// it looks like.
pub(crate) fn new_id(kind: IdKind) -> Option<String> {
    static PROGRAM: OnceLock<u64> = OnceLock::new();
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let (program, next) = (*PROGRAM.get_or_init(random), NEXT.fetch_add(1, Ordering::Relaxed));
    match kind {
        IdKind::Text => Some(format!("{program:016x}-{next:x}")),
        IdKind::Uuid => {
            let (high, low) = (random(), random());
            let (version, variant) = ((high & 0xfff) | 0x4000, (low >> 48) & 0x3fff | 0x8000);
            Some(format!(
                "{:08x}-{:04x}-{version:04x}-{variant:04x}-{:012x}",
                high >> 32,
                (high >> 16) & 0xffff,
                low & 0xffff_ffff_ffff
            ))
        }
        IdKind::Integer { least, most } => {
            let span = u128::try_from(i128::from(most) - i128::from(least) + 1).ok().filter(|span| *span > 0)?;
            let offset = (u128::from(program) + u128::from(next)) % span;
            Some((i128::from(least) + i128::try_from(offset).ok()?).to_string())
        }
        IdKind::Own => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(payload: &'static str, pointer: &'static str, kind: IdKind, text: &str) -> Option<String> {
        let mut message = RawMessage::new("", payload);
        write_location(Location::Payload(pointer), kind, text, &mut message)
            .then(|| String::from_utf8(message.payload.to_vec()).unwrap())
    }

    #[test]
    fn an_id_is_written_where_it_belongs() {
        let number = IdKind::Integer { least: 1, most: 9 };
        for (payload, pointer, kind, text, expected) in [
            ("{}", "/id", IdKind::Text, "a\"b", r#"{"id":"a\"b"}"#),
            (r#" { "a" : 1 } "#, "/id", number, "7", r#" {"id":7, "a" : 1 } "#),
            (r#"{"a":{"b":{}}}"#, "/a/b/c/d~1e", IdKind::Text, "x", r#"{"a":{"b":{"c":{"d/e":"x"}}}}"#),
            (r#"{"id":"","n":1}"#, "/id", IdKind::Text, "x", r#"{"id":"x","n":1}"#),
            (r#"{"id":null}"#, "/id", number, "3", r#"{"id":3}"#),
            ("{}", "/id", number, "no number", r#"{"id":"no number"}"#),
        ] {
            assert_eq!(written(payload, pointer, kind, text).as_deref(), Some(expected), "{payload}");
        }
        for payload in ["", "7", "[]", r#"{"a":[]}"#, r#"{"a":1"#] {
            assert_eq!(written(payload, "/a/id", IdKind::Text, "x"), None, "{payload}");
        }
    }

    #[test]
    fn ids_fit_their_kind() {
        let uuid = new_id(IdKind::Uuid).unwrap();
        let parsed: crate::wire::Uuid = uuid.parse().unwrap();
        assert_eq!((parsed.get_version_num(), parsed.to_string()), (4, uuid));
        let kind = IdKind::Integer { least: -2, most: 2 };
        let ids: std::collections::BTreeSet<i64> = (0..5).map(|_| new_id(kind).unwrap().parse().unwrap()).collect();
        assert!(ids.iter().all(|id| (-2..=2).contains(id)), "{ids:?}");
        assert_eq!(new_id(IdKind::Integer { least: 1, most: 0 }), None);
        assert!(new_id(IdKind::Integer { least: i64::MIN, most: i64::MAX }).is_some());
        assert_ne!(new_id(IdKind::Text), new_id(IdKind::Text));
    }

    #[test]
    fn the_protocols_own_means_stand_for_headers_of_their_names() {
        let mut message = RawMessage::new("", "");
        message.set_correlation_id("7");
        message.set_reply_to("q");
        let read = |message: &RawMessage, name| read_location(Location::Header(name), message);
        for name in ["/correlation_id", "/correlationId", "/Correlation-ID"] {
            assert_eq!(read(&message, name).as_deref(), Some("7"));
        }
        assert_eq!(read(&message, "/reply_to").as_deref(), Some("q"));
        assert_eq!(read(&message, "/correlation"), None);
        message.headers.set("correlation_id", "8");
        assert_eq!(read(&message, "/correlation_id").as_deref(), Some("8"), "a header comes first");
    }

    #[test]
    fn numbers_are_one_id_however_they_are_written() {
        for text in ["5", "5.0", "50e-1"] {
            let message = RawMessage::new("", format!(r#"{{"id":{text}}}"#));
            assert_eq!(read_location(Location::Payload("/id"), &message).as_deref(), Some("5"));
        }
    }
}
