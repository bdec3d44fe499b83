//! Addresses with parameters: `orders/{region}/created`.
//!
//! Invariant: building an address and matching it are inverse, whatever text a parameter holds.

use std::borrow::Cow;

use crate::{ChannelInfo, SharedStr, decode_percent, encode_percent};

/// The parameters that an address holds, as text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AddressParameters<'a>(Vec<(&'static str, Cow<'a, str>)>);

impl AddressParameters<'_> {
    /// A parameter's value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| *key == name).map(|(_, value)| &**value)
    }

    /// All parameters in the address's order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, &**value))
    }
}

/// The pieces of an address: literal text and parameters in turn.
enum Piece<'a> {
    Literal(&'a str),
    Parameter(&'a str),
}

fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if let Some((name, after)) = rest.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
            rest = after;
            return Some(Piece::Parameter(name));
        }
        // A `{` that nothing closes is text.
        let end = match rest.find('{') {
            Some(0) | None => rest.len(),
            Some(at) => at,
        };
        let (literal, after) = rest.split_at(end);
        rest = after;
        (!literal.is_empty()).then_some(Piece::Literal(literal))
    })
}

/// Whether an address has parameters.
pub(crate) fn is_template(address: &str) -> bool {
    pieces(address).any(|piece| matches!(piece, Piece::Parameter(_)))
}

/// An address made of a channel's template and its parameters' values. What separates parts (`/`, and all that is not
/// unreserved in a URL) is percent-encoded in a value, so that it comes back as it was.
pub fn build_address(channel: &'static ChannelInfo, values: &[(&'static str, &str)]) -> SharedStr {
    let template = channel.address.unwrap_or_default();
    if values.is_empty() {
        return template.into();
    }
    let mut address = String::with_capacity(template.len() + 16);
    let dotted = has_dotted_tokens(template);
    for piece in pieces(template) {
        match piece {
            Piece::Literal(text) => address.push_str(text),
            Piece::Parameter(name) => match values.iter().find(|(key, _)| *key == name) {
                Some((_, value)) if dotted => encode_token(value, &mut address),
                Some((_, value)) => encode_percent(value, &mut address),
                None => address.extend(["{", name, "}"]),
            },
        }
    }
    address.into()
}

/// Whether dots part a parameter from its neighbours: subjects, routing keys and Kafka's topics are written so.
fn has_dotted_tokens(template: &str) -> bool {
    template.contains(".{") || template.contains("}.")
}

/// As [`encode_percent`], with the dots, which would end the token.
fn encode_token(value: &str, to: &mut String) {
    for (at, part) in value.split('.').enumerate() {
        if at > 0 {
            to.push_str("%2E");
        }
        encode_percent(part, to);
    }
}

/// The parameters of an address, if it is one of the channel's.
pub fn match_address<'a>(channel: &'static ChannelInfo, address: &'a str) -> Option<AddressParameters<'a>> {
    let found = match_template(channel.address?, address)?;
    let allowed = |(name, value): &(&'static str, Cow<'a, str>)| {
        let parameter = channel.parameters.iter().find(|parameter| parameter.name == *name);
        parameter.is_none_or(|parameter| parameter.values.is_empty() || parameter.values.contains(&&**value))
    };
    found.iter().all(allowed).then_some(AddressParameters(found))
}

/// Matches an address without regard to a leading `/`. A parameter takes everything up to the text that follows it,
/// but never a `/`, and never nothing.
pub(crate) fn match_template<'a, 't>(template: &'t str, address: &'a str) -> Option<Vec<(&'t str, Cow<'a, str>)>> {
    let (template, mut rest) = (trim_slash(template), trim_slash(address));
    let mut found = Vec::new();
    let mut pieces = pieces(template).peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Literal(text) => rest = rest.strip_prefix(text)?,
            Piece::Parameter(name) => {
                let end = match pieces.peek() {
                    Some(Piece::Literal(next)) => rest.find(next)?,
                    Some(Piece::Parameter(_)) => rest.chars().next().map_or(0, char::len_utf8),
                    None => rest.len(),
                };
                let (value, after) = rest.split_at(end);
                if value.is_empty() || value.contains('/') {
                    return None;
                }
                found.push((name, decode_percent(value, false)));
                rest = after;
            }
        }
    }
    rest.is_empty().then_some(found)
}

/// Channels of WebSocket servers are written with and without a leading `/`.
fn trim_slash(address: &str) -> &str {
    address.strip_prefix('/').unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ParameterInfo;

    static ROOM: ChannelInfo = ChannelInfo {
        name: "room",
        address: Some("rooms/{room}/v{version}"),
        parameters: &[
            ParameterInfo { name: "room", values: &[] },
            ParameterInfo { name: "version", values: &["1", "2"] },
        ],
        servers: &[],
        bindings: &[],
    };

    #[test]
    fn build_and_match_are_inverse() {
        for room in ["a", "a/b", "ä v1", "%2F", "v1/v2", "{room}"] {
            let address = build_address(&ROOM, &[("room", room), ("version", "2")]);
            let found = match_address(&ROOM, &address).unwrap();
            assert_eq!(found.get("room"), Some(room), "{address}");
            assert_eq!(found.get("version"), Some("2"));
        }
    }

    #[test]
    fn a_dot_in_a_value_ends_no_token() {
        static PRICES: ChannelInfo = ChannelInfo {
            name: "prices",
            address: Some("prices.{symbol}.{venue}"),
            parameters: &[],
            servers: &[],
            bindings: &[],
        };
        for (symbol, venue) in [("BRK.A", "X"), ("A", "a.b"), (".", ".."), ("%2E", "x")] {
            let address = build_address(&PRICES, &[("symbol", symbol), ("venue", venue)]);
            assert_eq!(address.split('.').count(), 3, "{address}");
            let found = match_address(&PRICES, &address).unwrap();
            assert_eq!((found.get("symbol"), found.get("venue")), (Some(symbol), Some(venue)));
        }
    }

    #[test]
    fn what_does_not_match() {
        for address in ["", "rooms//v1", "rooms/a/v3", "rooms/a/b/v1", "rooms/a/v1/", "room/a/v1", "rooms/a/v"] {
            assert_eq!(match_address(&ROOM, address), None, "{address}");
        }
        assert!(match_address(&ROOM, "/rooms/a/v1").is_some());
        assert!(match_template("/", "").is_some());
        assert!(match_template("{", "{").is_some());
        assert!(match_template("{a}{b}", "xyz").is_some());
        assert!(is_template("{a}") && !is_template("{a"));
    }
}
