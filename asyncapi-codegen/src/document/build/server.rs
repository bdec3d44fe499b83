//! Servers. Of 2.x, the `url` is taken apart into host and pathname.

use super::read::{spanned, spanned_list, text};
use super::{Builder, entries};
use crate::document::{Location, Server, ServerId, ServerVariable, Spanned, Version};
use crate::source::{Key, Node};

impl Builder<'_> {
    pub(super) fn servers(&mut self, root: &Node) {
        for (key, node, pointer) in entries(root, "servers", "") {
            let location = self.root_location(pointer);
            self.ids.servers_by_key.entry(key.text.to_string()).or_default();
            let Some((node, way)) = self.follow(node, location) else { continue };
            let Some(last) = way.last().cloned() else { continue };
            let id = ServerId(u32::try_from(self.document.servers.len()).unwrap_or(u32::MAX));
            if let Some(server) = self.server(key, node, last) {
                self.document.servers.push(server);
                self.ids.servers_by_key.insert(key.text.to_string(), Some(id));
                for location in way {
                    self.ids.servers.entry(location).or_insert(id);
                }
            }
        }
    }

    fn server(&mut self, key: &Key, node: Node, location: Location) -> Option<Server> {
        // First, so that a scheme that does not exist is reported also where something else is missing.
        let security = self.security(&node, &location.pointer);
        let mut protocol = spanned(&node, "protocol")?;
        let (host, pathname) = match self.document.version {
            Version::V3(_) => (spanned(&node, "host")?, spanned(&node, "pathname")),
            Version::V2(_) => from_url(&spanned(&node, "url")?, &mut protocol),
        };
        Some(Server {
            key: key.clone(),
            location: location.clone(),
            docs: self.docs(&node),
            host,
            protocol,
            protocol_version: spanned(&node, "protocolVersion"),
            pathname,
            variables: self.variables(&node),
            security,
            bindings: self.bindings(&node),
            node,
        })
    }

    fn variables(&self, node: &Node) -> Vec<ServerVariable> {
        let variables = entries(node, "variables", "").filter_map(|(key, node, _)| {
            let node = self.resolved(node)?;
            Some(ServerVariable {
                key: key.clone(),
                values: spanned_list(&node, "enum"),
                default: spanned(&node, "default"),
                description: text(&node, "description"),
                examples: spanned_list(&node, "examples"),
            })
        });
        variables.collect()
    }
}

/// Host and pathname of a server's `url` in 2.x, which may have a scheme, and braces anywhere.
#[must_use]
pub fn parts_of_url(url: &str) -> (&str, &str) {
    let rest = url.split_once("://").map(|(_, rest)| rest).unwrap_or_else(|| url.strip_prefix("//").unwrap_or(url));
    // A `/` within the braces of a variable does not end the host.
    let mut depth = 0_usize;
    let end = rest.find(|char| {
        match char {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        char == '/' && depth == 0
    });
    rest.split_at(end.unwrap_or(rest.len()))
}

/// The protocol that the scheme of a server's `url` in 2.x says instead of `protocol`: the same over TLS, as in `wss://…`
/// beside `ws`.
#[must_use]
pub fn protocol_of_url(url: &str, protocol: &str) -> Option<String> {
    let (scheme, _) = url.split_once("://")?;
    scheme.eq_ignore_ascii_case(&format!("{protocol}s")).then(|| scheme.to_ascii_lowercase())
}

/// Host and pathname. `protocol` stays what the document says, unless the scheme counts.
fn from_url(url: &Spanned<String>, protocol: &mut Spanned<String>) -> (Spanned<String>, Option<Spanned<String>>) {
    let spanned = |value: &str| Spanned { value: value.to_owned(), span: url.span };
    if let Some(named) = protocol_of_url(&url.value, &protocol.value) {
        protocol.value = named;
    }
    let (host, pathname) = parts_of_url(&url.value);
    (spanned(host), (!pathname.is_empty()).then(|| spanned(pathname)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Span};

    fn split(url: &str, protocol: &str) -> (String, Option<String>, String) {
        let spanned = |value: &str| Spanned { value: value.to_owned(), span: Span::start_of(FileId(0)) };
        let mut protocol = spanned(protocol);
        let (host, pathname) = from_url(&spanned(url), &mut protocol);
        (host.value, pathname.map(|pathname| pathname.value), protocol.value)
    }

    #[test]
    fn urls_are_taken_apart() {
        let none = None::<String>;
        assert_eq!(split("ws.kraken.com", "wss"), ("ws.kraken.com".into(), none.clone(), "wss".into()));
        assert_eq!(split("mqtt://h:{port}/a/b", "mqtt"), ("h:{port}".into(), Some("/a/b".into()), "mqtt".into()));
        assert_eq!(split("wss://h/", "ws"), ("h".into(), Some("/".into()), "wss".into()));
        assert_eq!(split("{scheme}://{a/b}/c", "ws"), ("{a/b}".into(), Some("/c".into()), "ws".into()));
        assert_eq!(split("", "ws"), (String::new(), none, "ws".into()));
        assert_eq!(protocol_of_url("wss://h", "ws"), Some("wss".to_owned()));
        assert_eq!(protocol_of_url("ws://h", "ws"), None);
    }
}
