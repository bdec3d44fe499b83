//! The small parts that only generated code uses.

mod codec;
mod endpoint;
mod recorder;

pub use codec::{
    AsBytes, AsNothing, AsText, all_violations, decode_bytes, decode_bytes_with_headers, decode_nothing,
    decode_nothing_with_headers, decode_text, decode_text_with_headers, encode_key, media_type, read_handshake_headers,
};
pub use endpoint::{InMemory, Unproven};
pub use recorder::{Recorded, no_recorded_reply};

use crate::{Broadcast, ChannelInfo, MessageInfo, Session};

/// A reply that the document says nothing about.
pub static UNTYPED: MessageInfo = MessageInfo { name: "", content_type: "", correlation: None, bindings: &[] };

/// Whether a module's types have one of this name that is made from the same schema: asked when a program is built that takes
/// its types from another module.
#[must_use]
pub const fn has_type(contracts: &[(&str, u64)], name: &str, contract: u64) -> bool {
    let mut left = contracts;
    while let [(other, its), rest @ ..] = left {
        if *its == contract && same(other.as_bytes(), name.as_bytes()) {
            return true;
        }
        left = rest;
    }
    false
}

const fn same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([first, rest @ ..], [second, others @ ..]) = (one, other) {
        if *first != *second {
            return false;
        }
        (one, other) = (rest, others);
    }
    one.is_empty() && other.is_empty()
}

impl Session {
    /// Sends to every open session at this one's address, on a channel.
    pub fn broadcast(&self, channel: &'static ChannelInfo) -> Broadcast {
        Broadcast::from_session(self, channel, self.address().clone())
    }
}

#[cfg(test)]
mod tests {
    use super::has_type;

    #[test]
    fn types_are_known_by_name_and_contract() {
        const KNOWN: &[(&str, u64)] = &[("Order", 1), ("Line", 2)];
        assert!(has_type(KNOWN, "Order", 1) && has_type(KNOWN, "Line", 2));
        assert!(!has_type(KNOWN, "Order", 2) && !has_type(KNOWN, "Lin", 2) && !has_type(KNOWN, "Liner", 2));
    }
}
