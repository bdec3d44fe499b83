//! The MQTT transport, 5.0 and 3.1.1, on rumqttc.
//!
//! QoS and retain come from the document's bindings, or from [`Mqtt`]: at least once if nobody says anything. A message is
//! acknowledged after its handler, in the order in which the broker delivered; one that is to be tried again stays with
//! this process until then, and the broker delivers it again if this process is gone. The transport reconnects by itself
//! and restores subscriptions.
//!
//! An address is a topic; a subscription whose parameters are left open has `+` in their place. With 5.0, headers are
//! user properties, and a message carries its media type, its reply's topic and its correlation data; 3.1.1 has none of
//! these.

mod address;
mod bindings;
mod driver;
mod inbox;
mod ledger;
mod link;
mod options;
mod v4;
mod v5;

pub use self::options::{Mqtt, Qos, Version};

/// Whether a URL's scheme, or a document's protocol, is MQTT.
pub(crate) fn speaks(scheme: &str) -> bool {
    address::is_plain(scheme) || address::is_secure(scheme)
}
