//! Where a server is, and addresses as channels.

use crate::address::match_template;
use crate::broker::{BrokerUrl, unusable};
use crate::{ConnectError, Secret, SharedStr, SubscribeError, SubscribeErrorKind, decode_percent};

/// Where a server is, and who logs in there.
pub(super) struct Place {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) secure: bool,
    pub(super) database: i64,
    pub(super) login: Option<(String, Secret)>,
}

impl Place {
    pub(super) fn of(url: &str) -> Result<Self, ConnectError> {
        let BrokerUrl { scheme, login, host, port, path } = BrokerUrl::of(url, "redis")?;
        let database = match path.trim_end_matches('/') {
            "" => 0,
            path => path.parse::<u32>().map_err(|_| unusable("the URL's path is not the number of a database"))?.into(),
        };
        let secure = matches!(scheme, "rediss" | "valkeys");
        Ok(Self { host: host.to_owned(), port: port.unwrap_or(6379), secure, database, login })
    }
}

/// What a subscription to channels takes.
#[derive(Debug)]
pub(super) struct Pattern {
    /// The address as it was asked for.
    pub(super) address: SharedStr,
    /// The pattern of the channels, where parameters are open.
    pub(super) glob: Option<String>,
    /// The address is one for replies: the rest of a channel's name is the correlation id.
    pub(super) replies: bool,
}

/// What comes on a channel, as a subscription sees it.
pub(super) struct Seen {
    pub(super) address: SharedStr,
    pub(super) correlation_id: Option<String>,
}

impl Pattern {
    pub(super) fn new(address: SharedStr) -> Result<Self, SubscribeError> {
        if address.is_empty() {
            return Err(SubscribeError::new(SubscribeErrorKind::Unsupported, "a channel has a name"));
        }
        let glob = glob(&address);
        Ok(Self { address, glob, replies: false })
    }

    pub(super) fn replies(address: SharedStr) -> Self {
        let mut own = String::new();
        escape(&address, &mut own);
        Self { glob: Some(own + ":*"), address, replies: true }
    }

    /// The name under which the server knows the subscription.
    pub(super) fn name(&self) -> &str {
        self.glob.as_deref().unwrap_or(&self.address)
    }

    /// How the subscription sees a channel, if it takes it.
    pub(super) fn see(&self, channel: &[u8]) -> Option<Seen> {
        if self.glob.is_none() {
            return Some(Seen { address: self.address.clone(), correlation_id: None });
        }
        let channel = std::str::from_utf8(channel).ok()?;
        if self.replies {
            let id = channel.strip_prefix(&*self.address)?.strip_prefix(':')?;
            let correlation_id = Some(decode_percent(id, false).into_owned());
            return Some(Seen { address: self.address.clone(), correlation_id });
        }
        match_template(&self.address, channel)?;
        Some(Seen { address: channel.to_owned().into(), correlation_id: None })
    }
}

/// The pattern of an address with open parameters, which takes more than the address does.
fn glob(address: &str) -> Option<String> {
    let mut glob = String::with_capacity(address.len() + 8);
    let (mut rest, mut open) = (address, false);
    while let Some((literal, after)) = rest.split_once('{') {
        let Some((_, after)) = after.split_once('}') else { break };
        escape(literal, &mut glob);
        glob.push('*');
        (rest, open) = (after, true);
    }
    escape(rest, &mut glob);
    open.then_some(glob)
}

/// Adds text to a pattern that stands for itself.
fn escape(literal: &str, glob: &mut String) {
    for character in literal.chars() {
        if matches!(character, '*' | '?' | '[' | ']' | '^' | '\\') {
            glob.push('\\');
        }
        glob.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_places() {
        let place = Place::of("rediss://al%40ice:s3%3Acret@[::1]:1884/7?x").unwrap();
        assert_eq!((&*place.host, place.port, place.secure, place.database), ("::1", 1884, true, 7));
        let (user, password) = place.login.unwrap();
        assert_eq!((&*user, password.expose()), ("al@ice", "s3:cret"));
        let place = Place::of("redis://server/").unwrap();
        assert_eq!((place.port, place.secure, place.database, place.login.is_none()), (6379, false, 0, true));
        let (user, password) = Place::of("redis://:s3cret@server").unwrap().login.unwrap();
        assert_eq!((&*user, password.expose()), ("", "s3cret"));
        for wrong in ["redis://", "redis://h:99999", "redis://h/x", "redis://h/-1", "redis://h/1/2"] {
            assert!(Place::of(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn open_parameters_are_patterns() {
        let pattern = |text: &'static str| Pattern::new(text.into()).unwrap();
        let see = |pattern: &Pattern, channel: &str| pattern.see(channel.as_bytes()).map(|seen| seen.address);
        let rooms = pattern("rooms:{room}:said");
        assert_eq!(rooms.name(), "rooms:*:said");
        assert_eq!(see(&rooms, "rooms:a:said").unwrap(), "rooms:a:said");
        assert!(see(&rooms, "rooms:a/b:said").is_none() && rooms.see(b"rooms:\xff:said").is_none());
        assert_eq!(pattern("a*[b]\\{x}?{y}").name(), "a\\*\\[b\\]\\\\*\\?*");
        let literal = pattern("news*{open");
        assert_eq!((literal.name(), literal.glob.is_none()), ("news*{open", true));
        assert!(Pattern::new("".into()).is_err());
    }

    #[test]
    fn replies_name_their_request() {
        let replies = Pattern::replies("replies:1f".into());
        assert_eq!(replies.name(), "replies:1f:*");
        let seen = replies.see(b"replies:1f:a%3Ab").unwrap();
        assert_eq!((&*seen.address, seen.correlation_id.as_deref()), ("replies:1f", Some("a:b")));
        assert!(replies.see(b"replies:2:a").is_none());
    }
}
