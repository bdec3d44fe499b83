//! The URL of a server of the document, its variables filled in.
//!
//! Input: the server as the document has it, and values. Output: a URL. Invariant: a value stays in its place: it never
//! becomes another host, port or path than the document's template has there.

use std::fmt;
use std::net::Ipv6Addr;

use crate::{ServerInfo, VariableInfo, encode_percent};

/// Why a server has no URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlError {
    server: &'static str,
    variable: String,
    what: &'static str,
}

impl UrlError {
    /// The server's key in the document.
    pub fn server(&self) -> &'static str {
        self.server
    }

    /// The variable that is at fault.
    pub fn variable(&self) -> &str {
        &self.variable
    }
}

/// Without the value, which may be a secret.
impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "server `{}` has no URL: variable `{}` {}", self.server, self.variable, self.what)
    }
}

impl std::error::Error for UrlError {}

/// Where a variable stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    User,
    Host,
    Port,
    Path,
}

/// The URL of a server. A variable that is not given has its default.
///
/// # Errors
/// When a variable is missing, is none of the values that the document allows, or would not stay in its place.
pub fn server_url(server: &'static ServerInfo, values: &[(&str, &str)]) -> Result<String, UrlError> {
    let fault = |variable: &str, what| UrlError { server: server.name, variable: variable.to_owned(), what };
    let known = |name: &str| server.variables.iter().any(|variable| variable.name == name);
    if let Some((name, _)) = values.iter().find(|(name, _)| !known(name)) {
        return Err(fault(name, "is none of the server's"));
    }
    fill_templates(server, format!("{}://", server.protocol), &[(server.host, false), (server.pathname, true)], values)
}

/// The path of a server's URL, with the defaults of its variables.
pub(crate) fn server_path(server: &'static ServerInfo) -> Result<String, UrlError> {
    fill_templates(server, String::new(), &[(server.pathname, true)], &[])
}

fn fill_templates(
    server: &'static ServerInfo,
    mut url: String,
    templates: &[(&'static str, bool)],
    values: &[(&str, &str)],
) -> Result<String, UrlError> {
    let fault = |variable: &str, what| UrlError { server: server.name, variable: variable.to_owned(), what };
    let user = server.host.rfind('@').unwrap_or_default();
    for &(template, is_path) in templates {
        let mut rest = template;
        while let Some((text, name, behind)) = next_variable(rest) {
            url.push_str(text);
            let at = template.len() - rest.len() + text.len();
            let part = match (is_path, at < user) {
                (true, _) => Part::Path,
                (false, true) => Part::User,
                (false, false) if text.ends_with(':') && !behind.starts_with(|next: char| next != '/') => Part::Port,
                (false, false) => Part::Host,
            };
            let variable = server.variables.iter().find(|variable| variable.name == name);
            let given = values.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
            let value = given.or(variable.and_then(|variable| variable.default));
            let value = value.ok_or_else(|| fault(name, "is not given, and has no default"))?;
            fill(&mut url, part, variable, value).map_err(|what| fault(name, what))?;
            rest = behind;
        }
        url.push_str(rest);
    }
    Ok(url)
}

/// The text before the next variable, its name, and the text behind it.
fn next_variable(text: &str) -> Option<(&str, &str, &str)> {
    let (before, behind) = text.split_once('{')?;
    let (name, rest) = behind.split_once('}')?;
    Some((before, name, rest))
}

fn fill(url: &mut String, part: Part, variable: Option<&VariableInfo>, value: &str) -> Result<(), &'static str> {
    let allowed = variable.map_or(&[][..], |variable| variable.values);
    if !allowed.is_empty() && !allowed.contains(&value) {
        return Err("is none of the values that the document allows");
    }
    if value.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err("has a space or a control character");
    }
    // What the document itself says may be more than a part: a host with its port and path.
    if allowed.contains(&value) || variable.is_some_and(|variable| variable.default == Some(value)) {
        url.push_str(value);
        return Ok(());
    }
    match part {
        Part::User => encode_percent(value, url),
        Part::Port => match value.parse::<u16>() {
            Ok(port) if port > 0 && value.bytes().all(|digit| digit.is_ascii_digit()) => url.push_str(value),
            _ => return Err("is a port, but not a number from 1 to 65535"),
        },
        Part::Host if value.is_empty() => return Err("is empty"),
        Part::Host if value.parse::<Ipv6Addr>().is_ok() => {
            // In brackets, unless the template has them.
            let bracketed = url.ends_with('[');
            url.extend((!bracketed).then_some("[").into_iter().chain([value]).chain((!bracketed).then_some("]")));
        }
        Part::Host => {
            let legal = |c: char| c.is_ascii_alphanumeric() || "-._~:[]".contains(c);
            if !value.chars().all(legal) {
                return Err("has a character that no host name has");
            }
            url.push_str(value);
        }
        Part::Path => fill_path(url, value)?,
    }
    Ok(())
}

/// A path may be several segments, but leads nowhere else.
fn fill_path(url: &mut String, value: &str) -> Result<(), &'static str> {
    if value.split('/').any(|segment| segment == ".." || segment == ".") {
        return Err("has a segment `.` or `..`, which leads elsewhere");
    }
    for (at, segment) in value.split('/').enumerate() {
        if at > 0 {
            url.push('/');
        }
        encode_percent(segment, url);
    }
    Ok(())
}

/// A server's name that the document does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownServer {
    known: String,
}

impl UnknownServer {
    #[doc(hidden)]
    pub fn among(known: &[&str]) -> Self {
        Self { known: known.join("`, `") }
    }
}

impl fmt::Display for UnknownServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the document has no such server; it has `{}`", self.known)
    }
}

impl std::error::Error for UnknownServer {}

#[cfg(test)]
mod tests {
    use super::*;

    const fn variable(
        name: &'static str,
        default: Option<&'static str>,
        values: &'static [&'static str],
    ) -> VariableInfo {
        VariableInfo { name, values, default }
    }

    static BROKER: ServerInfo = ServerInfo {
        name: "broker",
        protocol: "ws",
        protocol_version: None,
        host: "{user}:{password}@{region}.example.com:{port}",
        pathname: "/{base}/v1",
        variables: &[
            variable("user", None, &[]),
            variable("password", None, &[]),
            variable("region", Some("eu"), &["eu", "us"]),
            variable("port", Some("80"), &[]),
            variable("base", Some("api"), &[]),
        ],
        bindings: &[],
    };

    static HOST: ServerInfo = ServerInfo {
        name: "host",
        protocol: "ws",
        protocol_version: None,
        host: "{host}",
        pathname: "",
        variables: &[variable("host", Some("localhost:80/ws"), &[])],
        bindings: &[],
    };

    #[test]
    fn variables_stay_in_their_place() {
        let url = server_url(&BROKER, &[("user", "a@b"), ("password", "p/w:1"), ("region", "us"), ("port", "9000")]);
        assert_eq!(url.unwrap(), "ws://a%40b:p%2Fw%3A1@us.example.com:9000/api/v1");
        let with = |name, value| server_url(&BROKER, &[("user", "u"), ("password", "p"), (name, value)]);
        assert_eq!(with("base", "a/c?d").unwrap(), "ws://u:p@eu.example.com:80/a/c%3Fd/v1");
    }

    #[test]
    fn hosts() {
        let at = |value| server_url(&HOST, &[("host", value)]);
        assert_eq!(server_url(&HOST, &[]).unwrap(), "ws://localhost:80/ws");
        assert_eq!(at("h:1").unwrap(), "ws://h:1");
        assert_eq!(at("::1").unwrap(), "ws://[::1]");
        assert_eq!(at("[::1]:80").unwrap(), "ws://[::1]:80");
        for bad in ["", "h/x", "u@h", "h?q", "h#f", "h h", "h\r\nX: y", "ü"] {
            assert!(at(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn faults_are_named_and_values_are_not() {
        for (name, value, said) in [
            ("region", "hunter2", "none of the values"),
            ("port", "hunter2", "is a port"),
            ("port", "+80", "is a port"),
            ("port", "0", "is a port"),
            ("base", "../hunter2", "leads elsewhere"),
            ("nothing", "hunter2", "none of the server's"),
        ] {
            let error = server_url(&BROKER, &[("user", "u"), ("password", "p"), (name, value)]).unwrap_err();
            assert_eq!(error.variable(), name);
            assert!(error.to_string().contains(said), "{error}");
            assert!(!error.to_string().contains("hunter2"), "{error}");
        }
        assert!(server_url(&BROKER, &[]).unwrap_err().to_string().contains("`user` is not given"));
    }
}
