//! Where brokers are.

use crate::broker::{BrokerUrl, unusable};
use crate::{ConnectError, Secret, decode_percent};

/// Where a broker is, which of its virtual hosts is meant, and who logs in there.
pub(super) struct Place {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) secure: bool,
    /// `None` if the URL has no path.
    pub(super) vhost: Option<String>,
    pub(super) login: Option<(String, Secret)>,
}

impl Place {
    pub(super) fn of(url: &str) -> Result<Self, ConnectError> {
        let BrokerUrl { scheme, login, host, port, path } = BrokerUrl::of(url, "amqp")?;
        let secure = scheme.eq_ignore_ascii_case("amqps");
        let vhost = (!path.is_empty()).then(|| decode_percent(path, false).into_owned());
        if vhost.as_ref().is_some_and(|vhost| vhost.len() > 255) {
            return Err(unusable("the name of the virtual host is longer than 255 bytes"));
        }
        let port = port.unwrap_or(if secure { 5671 } else { 5672 });
        Ok(Self { host: host.to_owned(), port, secure, vhost, login })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_places() {
        let place = Place::of("amqp://al%40ice:s3%3Acret@[::1]:1884/a%2Fb?heartbeat=1").unwrap();
        assert_eq!((&*place.host, place.port, place.secure), ("::1", 1884, false));
        assert_eq!(place.vhost.as_deref(), Some("a/b"));
        let (user, password) = place.login.unwrap();
        assert_eq!((&*user, password.expose()), ("al@ice", "s3:cret"));
        let place = Place::of("amqps://broker").unwrap();
        assert_eq!((place.port, place.secure, place.vhost, place.login.is_none()), (5671, true, None, true));
        assert_eq!(Place::of("amqp://broker/").unwrap().vhost, None);
        assert_eq!(Place::of("amqp://broker/%2F").unwrap().vhost.as_deref(), Some("/"));
        assert!(Place::of("amqp://").is_err() && Place::of("amqp://h:99999").is_err());
        assert!(Place::of(&format!("amqp://h/{}", "v".repeat(256))).is_err());
    }
}
