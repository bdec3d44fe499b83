//! Names of the API's items.
//!
//! What is ours stands in the tables here; a name of the document that is equal to one of them gets the suffix or prefix
//! that its scope states (`docs/guide.md` lists them), so that ours are the same in every generated module.

use super::channel::Builder;
use crate::document::Channel;
use crate::model::names::readable;
use crate::model::{Name, names};
use crate::source::Node;

pub(super) use crate::model::names::{camel, screaming, snake};

/// Modules of the root beside the channels.
pub(super) const MODULES: &[&str] = &["servers", "rt"];
/// Methods of `Client`.
pub(super) const CLIENT: &[&str] = &[
    "connect",
    "connect_with",
    "close",
    "clone",
    "clone_from",
    "clone_into",
    "state",
    "states",
    "stats",
    "fmt",
    "inner",
];
/// Types of a channel's module.
pub(super) const CHANNEL_TYPES: &[&str] = &[
    "Message",
    "Channel",
    "Sender",
    "Receiver",
    "Context",
    "Session",
    "Broadcast",
    "Parameters",
    "OpenParameters",
    "Query",
    "HandshakeHeaders",
    "Recorder",
    "Sent",
    "Route",
    "Incoming",
];
/// Statics of a channel's module.
pub(super) const CHANNEL_STATICS: &[&str] = &["CHANNEL"];
/// Methods of `Channel`, `Broadcast` and `Recorder` that are no operations.
pub(super) const SENDER: &[&str] = &[
    "with",
    "batch",
    "flush",
    "subscribe",
    "clone",
    "clone_from",
    "clone_into",
    "fmt",
    "state",
    "states",
    "stats",
    "address",
    "filter",
    "all_addresses",
    "slow_consumers",
    "sent",
    "new",
    "default",
    "link",
    "session",
];
/// Methods of `Receiver` that are no operations.
pub(super) const RECEIVER: &[&str] = &["on_open", "on_close"];
/// Types of the module `servers`.
pub(super) const SERVERS: &[&str] = &["Hub", "Server", "Credentials"];
/// Methods of a server's type that are no security schemes.
pub(super) const BUILDER: &[&str] = &[
    "new",
    "at",
    "listen",
    "listener",
    "mount",
    "memory",
    "insecure",
    "authenticate",
    "heartbeat",
    "intercept",
    "max_message",
    "reconnect",
    "tls",
    "settings",
    "credential",
    "transport",
    "clone",
    "clone_from",
    "clone_into",
    "fmt",
    "from",
    "into",
    "query",
    "headers",
];

/// A namespace of the API, with the ways in which it makes room for names that are ours.
#[derive(Debug, Default)]
pub(in crate::model) struct Scope(names::Scope);

impl Scope {
    /// A scope in which `names` are taken by us.
    pub(super) fn reserving(names: &[&str]) -> Self {
        Self(names::Scope::reserving(names))
    }

    /// The name, numbered if it is taken.
    pub(super) fn name(&mut self, wanted: &str) -> Name {
        self.0.claim(wanted)
    }

    /// The name; if it is taken, with `prefix` before it.
    pub(super) fn prefixed(&mut self, wanted: &str, prefix: &str) -> Name {
        if self.0.has(wanted) { self.0.claim(&format!("{prefix}{}", plain(wanted))) } else { self.0.claim(wanted) }
    }

    /// The name; if it is taken, with `suffix` behind it.
    pub(super) fn suffixed(&mut self, wanted: &str, suffix: &str) -> Name {
        if self.0.has(wanted) { self.0.claim(&format!("{}{suffix}", plain(wanted))) } else { self.0.claim(wanted) }
    }
}

fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

impl Builder<'_, '_> {
    /// What something is called: by the option `rename`, else by `x-rust-name`, else by its key.
    pub(super) fn called(&self, key: &str, node: Option<&Node>) -> String {
        let renamed = self.options.rename.iter().find(|(from, _)| from.value == key).map(|(_, to)| to.value.clone());
        let own = || node?.get("x-rust-name")?.as_str().map(str::to_owned);
        renamed.or_else(own).unwrap_or_else(|| readable(key).into_owned())
    }

    /// What a channel is called; one of nothing but separators, such as `/` of 2.x, is `root`.
    pub(super) fn channel_text(&self, channel: &Channel) -> String {
        let called = self.called(&channel.key.text, Some(&channel.node));
        if names::says_something(&called) { called } else { "root".to_owned() }
    }
}
