//! Messages as Kafka carries them.

use std::panic::{AssertUnwindSafe, catch_unwind};

use bytes::Bytes;
use rdkafka::message::{Header, Headers as _, Message, OwnedHeaders};

use crate::{HeaderValue, RawMessage, SharedStr};

const CONTENT_TYPE: &str = "content-type";
const JSON: &str = "application/json";

/// The headers of a message, if it needs any.
pub(super) fn headers(message: &RawMessage) -> Option<OwnedHeaders> {
    // JSON that the document announces need not be said with every message.
    let told = |kind: &SharedStr| *kind == JSON && message.info.is_some_and(|info| info.content_type == JSON);
    let content_type = message.content_type.as_ref().filter(|kind| !told(kind));
    if content_type.is_none() && message.headers.is_empty() {
        return None;
    }
    let mut headers = OwnedHeaders::new_with_capacity(message.headers.len() + 1);
    if let Some(content_type) = content_type {
        headers = headers.insert(Header { key: CONTENT_TYPE, value: Some(content_type.as_bytes()) });
    }
    for (name, value) in message.headers.iter() {
        headers = headers.insert(Header { key: name, value: Some(value.as_bytes()) });
    }
    Some(headers)
}

/// Whether a message can be sent: librdkafka takes names as C strings.
pub(super) fn has_nul(message: &RawMessage) -> bool {
    message.headers.iter().any(|(name, _)| name.bytes().any(|byte| byte == 0))
}

/// What came in, at an address.
pub(super) fn read(address: SharedStr, found: &impl Message) -> RawMessage {
    let mut raw = RawMessage::new(address, found.payload().map_or_else(Bytes::new, Bytes::copy_from_slice));
    raw.key = found.key().map(Bytes::copy_from_slice);
    let Some(headers) = found.headers() else { return raw };
    for at in 0..headers.count() {
        // rdkafka panics at a name that is no UTF-8, and whoever may write to the topic chooses names.
        let one = || headers.try_get(at).map(|header| (header.key, header.value.unwrap_or_default()));
        match catch_unwind(AssertUnwindSafe(one)) {
            Ok(Some((name, value))) => add(&mut raw, name, value),
            Ok(None) => {}
            Err(_) => tracing::warn!("a header is left out, whose name is no text"),
        }
    }
    raw
}

fn add(raw: &mut RawMessage, name: &str, value: &[u8]) {
    match std::str::from_utf8(value) {
        Ok(text) if name.eq_ignore_ascii_case(CONTENT_TYPE) => raw.content_type = Some(text.to_owned().into()),
        Ok(text) => raw.headers.append(name.to_owned(), text.to_owned()),
        Err(_) => raw.headers.append(name.to_owned(), HeaderValue::Binary(Bytes::copy_from_slice(value))),
    }
}
