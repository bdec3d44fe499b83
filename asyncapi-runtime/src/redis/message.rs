//! Messages as entries of a stream.
//!
//! Invariant: the fields of an entry are those of its message, under names that the program or the document gives; nothing
//! is wrapped.

use ::redis::{Cmd, Value};

use crate::{HeaderValue, RawMessage, SendError, SendErrorKind, SharedStr};

const CONTENT_TYPE: &str = "content-type";
const CORRELATION_ID: &str = "correlation-id";
const REPLY_TO: &str = "reply-to";
const JSON: &str = "application/json";

/// What a message's fields take, roughly, beside its payload.
pub(super) fn weight(message: &RawMessage) -> usize {
    message.headers.iter().map(|(name, value)| name.len() + value.as_bytes().len()).sum::<usize>() + 128
}

/// Adds the fields of a message to the command that adds it to a stream.
pub(super) fn write(
    command: &mut Cmd,
    message: &RawMessage,
    payload_field: &str,
    reply_to: Option<&str>,
) -> Result<(), SendError> {
    command.arg(payload_field).arg(&message.payload[..]);
    // JSON that the document announces need not be said with every message.
    let told = |kind: &SharedStr| *kind == JSON && message.info.is_some_and(|info| info.content_type == JSON);
    let content_type = message.content_type.as_ref().filter(|kind| !told(kind));
    let own = [
        (CONTENT_TYPE, content_type.map(SharedStr::as_str)),
        (CORRELATION_ID, message.correlation_id().map(SharedStr::as_str)),
        (REPLY_TO, reply_to),
    ];
    for (name, value) in own {
        if let Some(value) = value
            && (message.headers.is_empty() || message.headers.get(name).is_none())
        {
            command.arg(name).arg(value);
        }
    }
    for (name, value) in message.headers.iter() {
        if name == payload_field {
            let text = format!("header `{name}` has the name of the payload's field");
            return Err(SendError::new(SendErrorKind::Unsupported, text));
        }
        command.arg(name).arg(value.as_bytes());
    }
    Ok(())
}

/// The message of an entry's fields. What has no payload has an empty one: its fields are still there, as headers.
pub(super) fn read(address: SharedStr, fields: Vec<Value>, payload_field: &str) -> RawMessage {
    let mut message = RawMessage::new(address, bytes::Bytes::new());
    let mut fields = fields.into_iter();
    while let (Some(name), Some(value)) = (fields.next().and_then(bytes_of), fields.next().and_then(bytes_of)) {
        if name == payload_field.as_bytes() {
            message.payload = value.into();
            continue;
        }
        // A header's name is text; what is not cannot be named by a document.
        let Ok(name) = String::from_utf8(name) else { continue };
        let value = match String::from_utf8(value) {
            Ok(text) => HeaderValue::from(text),
            Err(error) => HeaderValue::from(bytes::Bytes::from(error.into_bytes())),
        };
        if let HeaderValue::Text(text) = &value {
            match &*name {
                CONTENT_TYPE => {
                    message.content_type = Some(text.clone());
                    continue;
                }
                // They stay headers: a document may name them.
                CORRELATION_ID => message.set_correlation_id(text.clone()),
                REPLY_TO => message.set_reply_to(text.clone()),
                _ => {}
            }
        }
        message.headers.append(name, value);
    }
    message
}

/// The bytes of a string, however the server sends it.
pub(super) fn bytes_of(value: Value) -> Option<Vec<u8>> {
    match value {
        Value::BulkString(bytes) => Some(bytes),
        Value::SimpleString(text) => Some(text.into_bytes()),
        Value::VerbatimString { text, .. } => Some(text.into_bytes()),
        Value::Int(number) => Some(number.to_string().into_bytes()),
        Value::Okay => Some(b"OK".to_vec()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(message: &RawMessage, reply_to: Option<&str>) -> Vec<Value> {
        let mut command = Cmd::new();
        write(&mut command, message, "payload", reply_to).unwrap();
        let simple = |argument| match argument {
            ::redis::Arg::Simple(bytes) => Value::BulkString(<[u8]>::to_vec(bytes)),
            _ => Value::Nil,
        };
        command.args_iter().map(simple).collect()
    }

    #[test]
    fn fields_are_the_message() {
        let mut message = RawMessage::new("a", &b"\0\xff"[..]);
        message.content_type = Some("text/plain".into());
        message.headers.append("x", "1");
        message.headers.append("x", bytes::Bytes::from_static(b"\xff"));
        message.set_correlation_id("7");
        let fields = written(&message, Some("back"));
        assert_eq!(fields.len(), 12);
        let found = read("a".into(), fields, "payload");
        assert_eq!((&found.payload, &found.content_type), (&message.payload, &message.content_type));
        assert_eq!((found.correlation_id().unwrap(), found.reply_to().unwrap()), (&"7".into(), &"back".into()));
        assert_eq!(found.headers.iter().filter(|(name, _)| *name == "x").count(), 2);
        // Written again, as a dead letter is, nothing is there twice.
        assert_eq!(written(&found, found.reply_to().map(SharedStr::as_str)).len(), 12);
    }

    #[test]
    fn a_header_cannot_be_the_payload() {
        let mut message = RawMessage::new("a", "x");
        message.headers.append("payload", "y");
        let refused = write(&mut Cmd::new(), &message, "payload", None).unwrap_err();
        assert_eq!(refused.kind(), SendErrorKind::Unsupported);
    }

    #[test]
    fn odd_entries_are_read() {
        for fields in [vec![], vec![Value::Nil], vec![Value::BulkString(b"payload".to_vec())], vec![Value::Int(1); 3]] {
            assert!(read("a".into(), fields, "payload").payload.is_empty());
        }
    }
}
