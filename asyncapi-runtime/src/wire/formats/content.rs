//! `contentEncoding` and `contentMediaType` as assertions.

use serde::de::IgnoredAny;

use crate::wire::base64 as codec;

/// `contentEncoding: base64`.
pub(super) fn base64(text: &str) -> bool {
    codec::decode(text).is_some()
}

/// `contentMediaType: application/json`.
pub(super) fn json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Both: JSON within base64.
pub(super) fn base64_json(text: &str) -> bool {
    codec::decode(text).is_some_and(|bytes| {
        // Unlike the text of a message, these bytes may be anything.
        std::str::from_utf8(&bytes).is_ok_and(json)
    })
}
