//! Where a WebSocket connection goes: a server's URL, a channel's address and a query become a [`Target`].
//!
//! Input: text from the document or the program. Output: host, port and request target. Invariant: nothing in a
//! `Target` can break out of the request head (no spaces, control characters or line ends), and neither its `Debug`
//! output nor an error shows a password.

use std::fmt;

use crate::{ConnectError, ConnectErrorKind, Secret};

/// Where to connect, and what to ask for there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// Whether the connection is encrypted (`wss`).
    pub(crate) secure: bool,
    /// Host name or IP address; an IPv6 address without its brackets.
    pub(crate) host: String,
    /// The port, the scheme's own where the URL names none.
    pub(crate) port: u16,
    /// The path, which begins with `/`.
    pub(crate) path: String,
    /// The query without `?`; may be empty.
    pub(crate) query: String,
    /// `user:password@` of the URL.
    pub(crate) user: Option<UserInfo>,
}

/// User and password of a URL.
#[derive(Debug, Clone)]
pub(crate) struct UserInfo {
    pub(crate) name: String,
    pub(crate) password: Secret,
}

impl PartialEq for UserInfo {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.password.matches(other.password.expose())
    }
}

impl Eq for UserInfo {}

impl Target {
    /// Reads a server's URL and puts the channel's address behind its path.
    pub(crate) fn new(url: &str, address: &str, query: Option<&str>) -> Result<Self, ConnectError> {
        let mut target = parse(url).map_err(|fault| {
            ConnectError::new(ConnectErrorKind::Endpoint, format!("`{}` {fault}", without_user(url)))
        })?;
        let (address, own_query) = address.split_once('?').unwrap_or((address, ""));
        target.path = join_path(&target.path, address);
        for part in [own_query, query.unwrap_or_default()] {
            target.add_query(part);
        }
        Ok(target)
    }

    /// Adds pairs that are encoded already.
    pub(crate) fn add_query(&mut self, pairs: &str) {
        let pairs = pairs.trim_matches(|c| c == '&' || c == '?');
        if pairs.is_empty() {
            return;
        }
        if !self.query.is_empty() {
            self.query.push('&');
        }
        encode_illegal(pairs, &mut self.query);
    }

    /// Host and port as the `Host` header has them: the port only where it is not the scheme's own.
    pub(crate) fn authority(&self) -> String {
        match self.port == default_port(self.secure) {
            true => bracketed(&self.host),
            false => format!("{}:{}", bracketed(&self.host), self.port),
        }
    }

    /// Path and query as the request line has them.
    pub(crate) fn request_target(&self) -> String {
        match self.query.as_str() {
            "" => self.path.clone(),
            query => format!("{}?{query}", self.path),
        }
    }
}

/// The URL without its query, which may hold a key, and without the user.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", if self.secure { "wss" } else { "ws" }, self.authority(), self.path)
    }
}

fn default_port(secure: bool) -> u16 {
    if secure { 443 } else { 80 }
}

fn bracketed(host: &str) -> String {
    if host.contains(':') { format!("[{host}]") } else { host.to_owned() }
}

/// The URL for a message: what stands before `@` is left out, and so is the query.
fn without_user(url: &str) -> String {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let (scheme, rest) = url.split_once("://").map_or(("", url), |(scheme, rest)| (scheme, rest));
    let shown = rest.rsplit_once('@').map_or(rest, |(_, rest)| rest);
    match scheme {
        "" => shown.to_owned(),
        scheme => format!("{scheme}://{shown}"),
    }
}

fn parse(url: &str) -> Result<Target, String> {
    let (scheme, rest) = url.split_once("://").ok_or("is not a URL: it has to begin with `ws://` or `wss://`")?;
    let secure = match scheme.to_ascii_lowercase().as_str() {
        "ws" => false,
        "wss" => true,
        "http" => return Err("is not a WebSocket URL: write `ws` instead of `http`".to_owned()),
        "https" => return Err("is not a WebSocket URL: write `wss` instead of `https`".to_owned()),
        _ => return Err(format!("is not a WebSocket URL: its scheme is `{scheme}`, not `ws` or `wss`")),
    };
    if rest.contains('#') {
        return Err("has a fragment (`#…`), which a WebSocket URL cannot have".to_owned());
    }
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let (user, place) = match authority.rsplit_once('@') {
        Some((user, place)) => (Some(parse_user(user)), place),
        None => (None, authority),
    };
    let (host, port) = parse_place(place, default_port(secure))?;
    let (path, query) = tail.split_once('?').unwrap_or((tail, ""));
    let mut target = Target { secure, host, port, path: join_path(path, ""), query: String::new(), user };
    target.add_query(query);
    Ok(target)
}

fn parse_user(user: &str) -> UserInfo {
    let (name, password) = user.split_once(':').unwrap_or((user, ""));
    UserInfo {
        name: crate::decode_percent(name, false).into_owned(),
        password: Secret::new(crate::decode_percent(password, false).into_owned()),
    }
}

/// Splits host and port; the host must be something that can stand in a `Host` header.
fn parse_place(place: &str, default_port: u16) -> Result<(String, u16), String> {
    let (host, port) = match place.strip_prefix('[') {
        Some(rest) => {
            let (host, port) = rest.split_once(']').ok_or("has `[` without `]` around its IPv6 address")?;
            if host.parse::<std::net::Ipv6Addr>().is_err() {
                return Err(format!("has `{host}` in brackets, which is not an IPv6 address"));
            }
            (host, port.strip_prefix(':').or(if port.is_empty() { Some("") } else { None }))
        }
        None => match place.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (place, Some("")),
        },
    };
    let port = match port {
        Some("") => default_port,
        Some(port) => match port.parse() {
            Ok(number) if number > 0 && port.bytes().all(|byte| byte.is_ascii_digit()) => number,
            _ => return Err(format!("has the port `{port}`, which is not a number from 1 to 65535")),
        },
        None => return Err("has something other than a port behind its IPv6 address".to_owned()),
    };
    if host.is_empty() {
        return Err("names no host".to_owned());
    }
    let legal = |c: char| c.is_ascii_alphanumeric() || "-._~:".contains(c);
    if let Some(illegal) = host.chars().find(|c| !legal(*c)) {
        return Err(format!("has the character {illegal:?} in its host name"));
    }
    Ok((host.to_owned(), port))
}

/// Puts an address behind a path prefix with one `/` between them. `/` as address adds nothing to a prefix.
fn join_path(prefix: &str, address: &str) -> String {
    let address = address.trim_start_matches('/');
    let prefix = if address.is_empty() { prefix } else { prefix.trim_end_matches('/') };
    let mut path = String::with_capacity(prefix.len() + address.len() + 1);
    encode_illegal(prefix, &mut path);
    if !address.is_empty() || path.is_empty() {
        path.push('/');
        encode_illegal(address, &mut path);
    }
    path
}

/// Copies text that is encoded as a rule, and encodes what cannot stand in a request target as it is.
fn encode_illegal(text: &str, encoded: &mut String) {
    for c in text.chars() {
        let legal = c.is_ascii_graphic() && !"\"<>\\^`{|}#".contains(c);
        match legal {
            true => encoded.push(c),
            false => crate::encode_percent(c.encode_utf8(&mut [0; 4]), encoded),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(url: &str, address: &str) -> Target {
        Target::new(url, address, None).unwrap()
    }

    #[test]
    fn default_ports_and_authority() {
        let plain = target("ws://chat.example.com", "/");
        assert_eq!((plain.secure, plain.port, plain.authority().as_str()), (false, 80, "chat.example.com"));
        let secure = target("WSS://chat.example.com:443/", "");
        assert_eq!((secure.secure, secure.port, secure.authority().as_str()), (true, 443, "chat.example.com"));
        assert_eq!(target("ws://localhost:8787", "/").authority(), "localhost:8787");
        assert_eq!(target("ws://h:", "/").port, 80);
    }

    #[test]
    fn ipv6() {
        let target = target("ws://[::1]:9000/x", "");
        assert_eq!((target.host.as_str(), target.port), ("::1", 9000));
        assert_eq!(target.authority(), "[::1]:9000");
    }

    #[test]
    fn path_prefix_and_address() {
        for (url, address, expected) in [
            ("ws://h", "/", "/"),
            ("ws://h", "", "/"),
            ("ws://h/", "/chat", "/chat"),
            ("ws://h/v1", "/chat", "/v1/chat"),
            ("ws://h/v1/", "chat", "/v1/chat"),
            ("ws://h/v1", "/", "/v1"),
            ("ws://h/v1/", "/", "/v1/"),
            ("ws://h", "order/created", "/order/created"),
            ("ws://h", "/rooms/a b/é", "/rooms/a%20b/%C3%A9"),
            ("ws://h", "/rooms/a%2Fb", "/rooms/a%2Fb"),
        ] {
            assert_eq!(target(url, address).path, expected, "{url} {address}");
        }
    }

    #[test]
    fn queries_are_joined() {
        let target = Target::new("ws://h/p?a=1", "/x?b=2", Some("c=3%2C4&d=e f")).unwrap();
        assert_eq!(target.request_target(), "/p/x?a=1&b=2&c=3%2C4&d=e%20f");
        assert_eq!(Target::new("ws://h", "/", Some("")).unwrap().request_target(), "/");
    }

    #[test]
    fn nothing_breaks_out_of_the_request_head() {
        let target = Target::new("ws://h", "/a\r\nX: 1", Some("q=\r\nY: 2")).unwrap();
        assert!(!target.request_target().contains(['\r', '\n', ' ']));
        assert!(Target::new("ws://h\r\nX: 1", "/", None).is_err());
    }

    #[test]
    fn faults_are_named_and_passwords_are_not() {
        for (url, said) in [
            ("localhost:8787", "has to begin with `ws://`"),
            ("https://h", "write `wss`"),
            ("mqtt://h", "its scheme is `mqtt`"),
            ("ws://", "names no host"),
            ("ws://:80", "names no host"),
            ("ws://h:99999", "is not a number from 1 to 65535"),
            ("ws://h:+80", "is not a number from 1 to 65535"),
            ("ws://h:0", "is not a number from 1 to 65535"),
            ("ws://[::1", "without `]`"),
            ("ws://[x]", "not an IPv6 address"),
            ("ws://[::1]9", "behind its IPv6 address"),
            ("ws://h/#x", "fragment"),
            ("ws://bob:hunter2@h ost", "in its host name"),
            ("http://bob:hunter2@h?key=hunter2", "write `ws`"),
        ] {
            let error = Target::new(url, "/", None).unwrap_err().to_string();
            assert!(error.contains(said), "{url}: {error}");
            assert!(!error.contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn user_is_read_and_redacted() {
        let target = target("ws://bob:hunter%402@h/x?key=hunter2", "");
        let user = target.user.clone().unwrap();
        assert_eq!((user.name.as_str(), user.password.expose()), ("bob", "hunter@2"));
        assert!(!target.to_string().contains("hunter"));
        assert!(!format!("{:?}", target.user).contains("hunter"));
    }
}
