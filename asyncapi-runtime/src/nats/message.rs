//! Messages as NATS carries them.

use std::str::FromStr;

use async_nats::{HeaderMap, HeaderName, HeaderValue, Message};

use crate::{RawMessage, SendError, SendErrorKind, SharedStr};

const CONTENT_TYPE: &str = "Content-Type";
const JSON: &str = "application/json";
/// Headers of the server and of the client library, which are not the application's.
const OWN: &str = "Nats-";

/// The headers of a message, if it needs any.
pub(super) fn headers(message: &RawMessage) -> Result<Option<HeaderMap>, SendError> {
    // JSON that the document announces need not be said with every message.
    let told = |kind: &SharedStr| *kind == JSON && message.info.is_some_and(|info| info.content_type == JSON);
    let content_type = message.content_type.as_ref().filter(|kind| !told(kind));
    if content_type.is_none() && message.headers.is_empty() {
        return Ok(None);
    }
    let mut map = HeaderMap::new();
    let mut add = |name: &str, value: &str| {
        let unsupported = || {
            let text = format!("NATS cannot carry the value of header `{name}`, or its name");
            SendError::new(SendErrorKind::Unsupported, text)
        };
        // The library takes names and values that would end the header.
        let plain = |text: &str| !text.bytes().any(|byte| matches!(byte, b'\r' | b'\n' | 0));
        let named = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic() && byte != b':');
        if !named || !plain(value) || value.trim() != value {
            return Err(unsupported());
        }
        let name = HeaderName::from_str(name).map_err(|_| unsupported())?;
        map.append(name, HeaderValue::from_str(value).map_err(|_| unsupported())?);
        Ok(())
    };
    if let Some(content_type) = content_type {
        add(CONTENT_TYPE, content_type)?;
    }
    for (name, value) in message.headers.iter() {
        let text = value.as_str().ok_or_else(|| {
            let text = format!("header `{name}` is not text, and NATS has only such");
            SendError::new(SendErrorKind::Unsupported, text)
        })?;
        add(name, text)?;
    }
    Ok(Some(map))
}

/// The deduplication id that the program itself has given.
pub(super) fn message_id(message: &RawMessage) -> Option<&str> {
    message.headers.text("Nats-Msg-Id")
}

/// What came in, at an address.
#[inline]
pub(super) fn read(address: SharedStr, message: &mut Message) -> RawMessage {
    let mut raw = RawMessage { address, payload: std::mem::take(&mut message.payload), ..RawMessage::default() };
    for (name, values) in message.headers.iter().flat_map(HeaderMap::iter) {
        let name: &str = name.as_ref();
        for value in values {
            if name.eq_ignore_ascii_case(CONTENT_TYPE) {
                raw.content_type = Some(value.as_str().to_owned().into());
            } else if !name.starts_with(OWN) {
                raw.headers.append(name.to_owned(), value.as_str().to_owned());
            }
        }
    }
    raw
}
