//! Writes events. Input: a message. Output: the bytes of the event without its id, which is all that differs between the
//! streams that it goes to.
//!
//! Invariant: whatever a message holds, what is written is one event: no line of it can be taken for another field.

use bytes::{BufMut, Bytes, BytesMut};

use crate::{RawMessage, SendError, SendErrorKind};

/// An event with its name and data, up to and with the empty line that ends it.
///
/// # Errors
/// When the stream, which is lines of text, cannot carry the payload as it is.
pub(in crate::http) fn event(message: &RawMessage) -> Result<Bytes, SendError> {
    let unsupported = |text: &'static str| SendError::new(SendErrorKind::Unsupported, text);
    if !message.known_text && std::str::from_utf8(&message.payload).is_err() {
        return Err(unsupported("server-sent events are text: the payload has to be UTF-8"));
    }
    // In JSON, a line's end is only white space.
    let json = message.known_text || serde_json::from_slice::<serde::de::IgnoredAny>(&message.payload).is_ok();
    if !json && message.payload.contains(&b'\r') {
        return Err(unsupported("server-sent events cannot carry a carriage return in a text"));
    }
    let name = message.info.map(|info| info.name).or(message.name());
    Ok(frame(name, &message.payload))
}

/// An event, whatever its payload is.
pub(in crate::http) fn frame(name: Option<&str>, payload: &[u8]) -> Bytes {
    let mut written = BytesMut::with_capacity(payload.len() + name.map_or(0, str::len) + 24);
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        written.put_slice(b"event: ");
        // A key of the document may hold anything; a line's end would begin another field.
        name.split(['\r', '\n']).for_each(|part| written.put_slice(part.as_bytes()));
        written.put_u8(b'\n');
    }
    for line in lines(payload) {
        written.put_slice(b"data: ");
        written.put_slice(line);
        written.put_u8(b'\n');
    }
    written.put_u8(b'\n');
    written.freeze()
}

/// The lines of a payload, at least one: `\n`, `\r\n` and `\r` end them.
fn lines(payload: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(payload);
    std::iter::from_fn(move || {
        let left = rest?;
        let Some(end) = left.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            rest = None;
            return Some(left);
        };
        let (line, behind) = left.split_at_checked(end)?;
        rest = Some(behind.strip_prefix(b"\r\n").or_else(|| behind.get(1..)).unwrap_or_default());
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_on_the_wire() {
        assert_eq!(&frame(Some("tick"), b"{}")[..], b"event: tick\ndata: {}\n\n");
        assert_eq!(&frame(None, b"a\nb\r\nc\rd\n")[..], b"data: a\ndata: b\ndata: c\ndata: d\ndata: \n\n");
        assert_eq!(&frame(None, b"")[..], b"data: \n\n");
        assert_eq!(&frame(Some("x\ndata: 1\r"), b" y")[..], b"event: xdata: 1\ndata:  y\n\n");
    }

    #[test]
    fn what_cannot_be_carried_is_refused() {
        let binary = RawMessage::new("", Bytes::from_static(&[0xff, 0xfe]));
        assert_eq!(event(&binary).unwrap_err().kind(), SendErrorKind::Unsupported);
        let text = RawMessage::new("", "one\r\ntwo");
        assert_eq!(event(&text).unwrap_err().kind(), SendErrorKind::Unsupported);
        let json = RawMessage::new("", "[1,\r\n2]");
        assert_eq!(&event(&json).unwrap()[..], b"data: [1,\ndata: 2]\n\n");
    }
}
