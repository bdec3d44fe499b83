//! Where brokers are.

use crate::{ConnectError, ConnectErrorKind, Secret, decode_percent};

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
        let wrong = |text: &str| ConnectError::new(ConnectErrorKind::Endpoint, text.to_owned());
        let (scheme, rest) = url.split_once("://").unwrap_or(("amqp", url));
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (login, host) = match authority.rsplit_once('@') {
            Some((login, host)) => (Some(login), host),
            None => (None, authority),
        };
        let login = login.map(|login| {
            let (user, password) = login.split_once(':').unwrap_or((login, ""));
            (decode_percent(user, false).into_owned(), Secret::new(&*decode_percent(password, false)))
        });
        let (host, port) = match host.strip_prefix('[').and_then(|host| host.split_once(']')) {
            Some((host, rest)) => (host, rest.strip_prefix(':')),
            None => host.split_once(':').map_or((host, None), |(host, port)| (host, Some(port))),
        };
        let secure = scheme.eq_ignore_ascii_case("amqps");
        let port = match port {
            Some(port) => port.parse().map_err(|_| wrong("the port is not a number up to 65535"))?,
            None if secure => 5671,
            None => 5672,
        };
        if host.is_empty() {
            return Err(wrong("the URL has no host"));
        }
        let vhost = (!path.is_empty()).then(|| decode_percent(path, false).into_owned());
        if vhost.as_ref().is_some_and(|vhost| vhost.len() > 255) {
            return Err(wrong("the name of the virtual host is longer than 255 bytes"));
        }
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
