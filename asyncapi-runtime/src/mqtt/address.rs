//! Topics, and where brokers are.

use crate::address::match_template;
use crate::broker::{BrokerUrl, wildcards};
use crate::{ConnectError, Secret, SharedStr, SubscribeError, SubscribeErrorKind};

pub(super) fn is_plain(scheme: &str) -> bool {
    matches!(scheme, "mqtt" | "mqtt5" | "tcp")
}

pub(super) fn is_secure(scheme: &str) -> bool {
    matches!(scheme, "mqtts" | "mqtt5s" | "secure-mqtt" | "ssl")
}

/// Where a broker is, and who logs in there.
pub(super) struct Place {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) secure: bool,
    pub(super) version_5: bool,
    pub(super) login: Option<(String, Secret)>,
}

impl Place {
    pub(super) fn of(url: &str) -> Result<Self, ConnectError> {
        let BrokerUrl { scheme, login, host, port, .. } = BrokerUrl::of(url, "mqtt")?;
        let secure = is_secure(scheme);
        let port = port.unwrap_or(if secure { 8883 } else { 1883 });
        Ok(Self { host: host.to_owned(), port, secure, version_5: scheme.starts_with("mqtt5"), login })
    }
}

/// Whether a message can be sent to an address.
pub(super) fn is_topic(address: &str) -> bool {
    !address.is_empty() && address.len() <= usize::from(u16::MAX) && !address.contains(['+', '#', '\0'])
}

/// What a subscription takes.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    pub(super) address: SharedStr,
    /// The topic filter, with `+` for each open parameter.
    pub(super) filter: String,
    filtered: bool,
    open: bool,
}

impl Pattern {
    pub(super) fn new(address: SharedStr) -> Result<Self, SubscribeError> {
        let (filter, filtered) = wildcards(&address, '/', "+");
        let open = filter != *address.as_str();
        // A wildcard that the document itself writes is not one of its parameters.
        if !is_topic(&wildcards(&address, '/', "x").0) {
            let text = format!("`{address}` is not a topic");
            return Err(SubscribeError::new(SubscribeErrorKind::Unsupported, text));
        }
        Ok(Self { address, filter, filtered, open })
    }

    /// The address of a message, if the subscription takes it.
    pub(super) fn address_of(&self, topic: &str) -> Option<SharedStr> {
        if !self.open {
            return (*topic == *self.address).then(|| self.address.clone());
        }
        let taken = takes(&self.filter, topic) && (!self.filtered || match_template(&self.address, topic).is_some());
        taken.then(|| topic.to_owned().into())
    }
}

/// Whether a filter of literal levels and `+` takes a topic. Topics of the broker itself are for those who name them.
fn takes(filter: &str, topic: &str) -> bool {
    if topic.starts_with('$') && filter.starts_with('+') {
        return false;
    }
    let (mut filter, mut topic) = (filter.split('/'), topic.split('/'));
    loop {
        match (filter.next(), topic.next()) {
            (None, None) => return true,
            (Some("+"), Some(_)) => {}
            (Some(a), Some(b)) if a == b => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_places() {
        let place = Place::of("mqtt://al%40ice:s3%3Acret@[::1]:1884/x?y").unwrap();
        assert_eq!((&*place.host, place.port, place.secure), ("::1", 1884, false));
        let (user, password) = place.login.unwrap();
        assert_eq!((&*user, password.expose()), ("al@ice", "s3:cret"));
        let place = Place::of("secure-mqtt://broker").unwrap();
        assert_eq!((place.port, place.secure, place.login.is_none()), (8883, true, true));
        assert!(Place::of("mqtt://").is_err() && Place::of("mqtt://h:99999").is_err());
    }

    #[test]
    fn patterns_take_topics() {
        let pattern = Pattern::new("rooms/{room}/said".into()).unwrap();
        assert_eq!(pattern.filter, "rooms/+/said");
        assert_eq!(pattern.address_of("rooms/a/said").unwrap(), "rooms/a/said");
        assert!(pattern.address_of("rooms/a/b/said").is_none() && pattern.address_of("rooms/a").is_none());
        let partly = Pattern::new("rooms/{room}-x".into()).unwrap();
        assert!(partly.address_of("rooms/a-x").is_some() && partly.address_of("rooms/a-y").is_none());
        assert!(Pattern::new("rooms/#".into()).is_err() && Pattern::new("".into()).is_err());
        assert!(Pattern::new("{a}/x".into()).unwrap().address_of("$SYS/x").is_none());
    }
}
