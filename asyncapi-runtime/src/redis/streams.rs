//! Streams, as a program names them.

use std::time::Duration;

use crate::SharedStr;
use crate::address::match_template;

/// The least time after which others claim a message: a shorter one would be over before anybody could say otherwise.
const LEAST: Duration = Duration::from_millis(100);

/// Addresses that are streams, and how they are consumed.
#[derive(Debug, Clone)]
pub struct Streams {
    addresses: Vec<SharedStr>,
    pub(super) group: Option<SharedStr>,
    pub(super) ensure: bool,
    pub(super) claim_after: Duration,
    pub(super) from_start: bool,
    pub(super) max_len: Option<u64>,
    pub(super) payload_field: SharedStr,
}

impl Streams {
    /// The addresses, parameters in braces: each address that is filled in is a stream of its own. Redis cannot read all
    /// streams that match a pattern, so a subscription needs its parameters filled in.
    pub fn new(addresses: impl IntoIterator<Item = impl Into<SharedStr>>) -> Self {
        Self {
            addresses: addresses.into_iter().map(Into::into).collect(),
            group: None,
            ensure: false,
            claim_after: Duration::from_secs(30),
            from_start: false,
            max_len: None,
            payload_field: SharedStr::from_static("payload"),
        }
    }

    /// The consumer group: those who use it share the messages, and the server knows what is not settled.
    ///
    /// Without a group, each subscription reads all that is new, settles nothing, and goes on where it was when its
    /// connection broke.
    pub fn group(mut self, name: impl Into<SharedStr>) -> Self {
        self.group = Some(name.into());
        self
    }

    /// Makes the stream and its group unless they are there; the group begins with the stream's first message. Otherwise,
    /// what is missing is an error, also of a send.
    pub fn ensure(mut self) -> Self {
        self.ensure = true;
        self
    }

    /// How long a message may be held without a word before others of the group claim it; 30 seconds if nothing is said.
    /// As long as this process holds it, the server is told. All who use a group are to say the same.
    pub fn claim_after(mut self, time: Duration) -> Self {
        self.claim_after = time.max(LEAST);
        self
    }

    /// A subscription without a group begins with the stream's first message, not with what is new.
    pub fn from_start(mut self) -> Self {
        self.from_start = true;
        self
    }

    /// A send drops the oldest messages of its stream beyond about so many (`MAXLEN ~`), also those that nobody has
    /// handled yet. If nothing is said, a stream keeps all: what is handled is not what is gone.
    pub fn max_len(mut self, messages: u64) -> Self {
        self.max_len = Some(messages);
        self
    }

    /// The field that holds the payload; `payload` if nothing is said.
    pub fn payload_field(mut self, name: impl Into<SharedStr>) -> Self {
        self.payload_field = name.into();
        self
    }

    /// Whether an address is one of these streams.
    pub(super) fn takes(&self, address: &str) -> bool {
        self.addresses.iter().any(|own| **own == *address || match_template(own, address).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_streams() {
        let streams = Streams::new(["orders", "orders:{region}:new"]);
        for (address, taken) in [
            ("orders", true),
            ("orders:eu:new", true),
            ("orders:{region}:new", true),
            ("orders:eu", false),
            ("", false),
        ] {
            assert_eq!(streams.takes(address), taken, "{address}");
        }
    }
}
