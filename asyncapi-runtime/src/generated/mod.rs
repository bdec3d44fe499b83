//! The small parts that only generated code uses.

mod codec;
mod endpoint;
mod recorder;

pub use codec::{
    AsBytes, AsNothing, AsText, all_violations, decode_bytes, decode_bytes_with_headers, decode_nothing,
    decode_nothing_with_headers, decode_text, decode_text_with_headers, media_type, read_handshake_headers,
};
pub use endpoint::{InMemory, Unproven};
pub use recorder::{Recorded, no_recorded_reply};

use crate::{Broadcast, ChannelInfo, MessageInfo, Session};

/// A reply that the document says nothing about.
pub static UNTYPED: MessageInfo = MessageInfo { name: "", content_type: "", correlation: None, bindings: &[] };

impl Session {
    /// Sends to every open session at this one's address, on a channel.
    pub fn broadcast(&self, channel: &'static ChannelInfo) -> Broadcast {
        Broadcast::from_session(self, channel, self.address().clone())
    }
}
