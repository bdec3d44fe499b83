//! Addresses with parameters: `orders/{region}/created`.
//!
//! Invariant: building an address and matching it are inverse, whatever text a parameter holds.

use std::borrow::Cow;
use std::fmt;

use crate::wire::{Json, Schema, Violation};
use crate::{
    AddressText, ChannelInfo, DecodeError, ParameterInfo, RawMessage, SharedStr, decode_percent, encode_percent,
    read_location,
};

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
    // Asked of each message: most addresses have no brace.
    address.contains('{') && pieces(address).any(|piece| matches!(piece, Piece::Parameter(_)))
}

/// An address made of a channel's template and its parameters' values; what is `None` stays open, in braces.
///
/// # Errors
/// When a value cannot stand in the address: it is empty, none of those that the document allows, has a character that
/// the protocol reserves, or would be read back as another value.
pub fn fill_address(
    channel: &'static ChannelInfo,
    values: &[(&'static str, Option<&str>)],
) -> Result<SharedStr, AddressError> {
    let template = channel.address.unwrap_or_default();
    let mut address = String::with_capacity(template.len() + 16);
    for piece in pieces(template) {
        let name = match piece {
            Piece::Literal(text) => {
                address.push_str(text);
                continue;
            }
            Piece::Parameter(name) => name,
        };
        let Some(value) = values.iter().find(|(key, _)| *key == name).and_then(|(_, value)| *value) else {
            address.extend(["{", name, "}"]);
            continue;
        };
        let fault = |what| AddressError { channel: channel.name, parameter: name.to_owned(), what };
        let parameter = channel.parameters.iter().find(|parameter| parameter.name == name);
        check_value(parameter, value).map_err(fault)?;
        match parameter.map_or(AddressText::Percent, |parameter| parameter.text) {
            AddressText::Percent => encode_percent(value, &mut address),
            AddressText::Plain(_) | AddressText::Strict => address.push_str(value),
        }
    }
    read_back(channel, &address, values)?;
    Ok(address.into())
}

fn check_value(parameter: Option<&ParameterInfo>, value: &str) -> Result<(), Cow<'static, str>> {
    if value.is_empty() {
        return Err("is empty".into());
    }
    let Some(parameter) = parameter else { return Ok(()) };
    if !parameter.values.is_empty() && !parameter.values.contains(&value) {
        return Err("is none of the values that the document allows".into());
    }
    if let Some(broken) = parameter.schema.and_then(|schema| broken_rule(schema, value)) {
        return Err(format!("breaks a rule of its schema: {broken}").into());
    }
    let legal = |c: char| match parameter.text {
        AddressText::Percent => true,
        AddressText::Plain(reserved) => !reserved.contains(c) && !c.is_control() && !matches!(c, '{' | '}'),
        AddressText::Strict => c.is_ascii_alphanumeric() || "-._~".contains(c),
    };
    match parameter.text {
        // As a segment of a URL, they lead elsewhere, and no encoding changes that.
        AddressText::Percent if matches!(value, "." | "..") => Err("is `.` or `..`".into()),
        _ if !value.chars().all(legal) => Err("has a character that the protocol keeps for itself".into()),
        _ => Ok(()),
    }
}

/// The rule that a text breaks, which is valid if it is as a string, or as the scalar that it is in JSON.
fn broken_rule(schema: &'static Schema, text: &str) -> Option<Violation> {
    let scalar = serde_json::from_str::<Json>(text).ok();
    let scalar = scalar.filter(|json| !json.is_string() && !json.is_object() && !json.is_array());
    // JSON allows space around a value.
    let scalar = scalar.filter(|_| text.trim() == text).map(|scalar| schema.check(&scalar));
    match (scalar, schema.check(&Json::String(text.to_owned()))) {
        (Some(Ok(())), _) | (_, Ok(())) => None,
        // A number that is too small is no fault of its type.
        (Some(Err(broken)), _) if broken.rule() != "type" => Some(broken),
        (_, Err(broken)) => Some(broken),
    }
}

/// Whoever receives the address must find the same values in it.
fn read_back(
    channel: &'static ChannelInfo,
    address: &str,
    values: &[(&'static str, Option<&str>)],
) -> Result<(), AddressError> {
    let found = match_address(channel, address);
    for (name, value) in values {
        let Some(value) = value else { continue };
        // An open parameter is read back as its braces, which are no value of an enum.
        let is_open = values.iter().any(|(_, value)| value.is_none());
        let same = found.as_ref().map_or(is_open, |found| found.get(name).is_none_or(|found| found == *value));
        if !same {
            let what = "has text that would be taken for another part of the address".into();
            return Err(AddressError { channel: channel.name, parameter: (*name).to_owned(), what });
        }
    }
    Ok(())
}

/// Fills what an address leaves open with what the message itself says, and sees to it that the message does not say
/// something else than the address. `None` says that the address stays as it is.
pub(crate) fn complete_address(
    channel: &'static ChannelInfo,
    address: &SharedStr,
    message: &RawMessage,
) -> Result<Option<SharedStr>, AddressError> {
    if !is_template(address) {
        return check_locations(channel, address, message).map(|()| None);
    }
    let mut values: Vec<(&'static str, Option<String>)> = Vec::new();
    let known = match_template(channel.address.unwrap_or_default(), address).unwrap_or_default();
    for parameter in channel.parameters {
        let fault = |what: &'static str| AddressError {
            channel: channel.name,
            parameter: parameter.name.to_owned(),
            what: what.into(),
        };
        let said = parameter.location.and_then(|location| read_location(location, message));
        let given = known.iter().find(|(name, _)| *name == parameter.name).map(|(_, raw)| *raw);
        let value = match given.filter(|raw| !is_template(raw)) {
            Some(raw) => {
                let given = decoded(channel, parameter.name, raw).into_owned();
                if said.is_some_and(|said| said != given) {
                    return Err(fault(CONTRADICTION));
                }
                given
            }
            None => said.ok_or_else(|| fault("is open, and the message does not say what it is"))?,
        };
        values.push((parameter.name, Some(value)));
    }
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_deref())).collect();
    fill_address(channel, &values).map(Some)
}

const CONTRADICTION: &str = "is not what the message itself says";

/// A message whose address says something else than the message itself, where the document has a `location`.
///
/// # Errors
/// Names the parameter.
pub fn check_locations(channel: &'static ChannelInfo, address: &str, message: &RawMessage) -> Result<(), AddressError> {
    if channel.parameters.iter().all(|parameter| parameter.location.is_none()) {
        return Ok(());
    }
    let Some(found) = match_address(channel, address) else { return Ok(()) };
    for parameter in channel.parameters {
        let said = parameter.location.and_then(|location| read_location(location, message));
        if said.is_some_and(|said| found.get(parameter.name).is_some_and(|value| value != said)) {
            let parameter = parameter.name.to_owned();
            return Err(AddressError { channel: channel.name, parameter, what: CONTRADICTION.into() });
        }
    }
    Ok(())
}

/// Why there is no address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressError {
    channel: &'static str,
    parameter: String,
    what: Cow<'static, str>,
}

impl AddressError {
    pub(crate) fn per_address(channel: &'static ChannelInfo) -> Self {
        let what = "is open, but each address has a connection of its own".into();
        let open = channel.parameters.first().map(|parameter| parameter.name.to_owned());
        Self { channel: channel.name, parameter: open.unwrap_or_default(), what }
    }

    /// The channel's key in the document.
    pub fn channel(&self) -> &'static str {
        self.channel
    }

    /// The parameter that is at fault.
    pub fn parameter(&self) -> &str {
        &self.parameter
    }
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "parameter `{}` of channel `{}` {}", self.parameter, self.channel, self.what)
    }
}

impl std::error::Error for AddressError {}

impl From<AddressError> for DecodeError {
    fn from(error: AddressError) -> Self {
        DecodeError::malformed(error.to_string())
    }
}

/// The parameters of an address, if it is one of the channel's.
pub fn match_address<'a>(channel: &'static ChannelInfo, address: &'a str) -> Option<AddressParameters<'a>> {
    let mut found: Vec<(&'static str, Cow<'a, str>)> = Vec::new();
    for (name, raw) in match_template(channel.address?, address)? {
        let value = decoded(channel, name, raw);
        match found.iter().find(|(known, _)| *known == name) {
            // A parameter that stands there twice has one value.
            Some((_, known)) if *known != value => return None,
            Some(_) => {}
            None => found.push((name, value)),
        }
    }
    let allowed = |(name, value): &(&'static str, Cow<'a, str>)| {
        let parameter = channel.parameters.iter().find(|parameter| parameter.name == *name);
        parameter.is_none_or(|parameter| {
            let is_listed = parameter.values.is_empty() || parameter.values.contains(&&**value);
            is_listed && parameter.schema.is_none_or(|schema| broken_rule(schema, value).is_none())
        })
    };
    found.iter().all(allowed).then_some(AddressParameters(found))
}

fn decoded<'a>(channel: &ChannelInfo, name: &str, raw: &'a str) -> Cow<'a, str> {
    let parameter = channel.parameters.iter().find(|parameter| parameter.name == name);
    match parameter.map_or(AddressText::Percent, |parameter| parameter.text) {
        AddressText::Percent => decode_percent(raw, false),
        AddressText::Plain(_) | AddressText::Strict => Cow::Borrowed(raw),
    }
}

/// Matches an address without regard to a leading `/`, and gives the parameters as they stand there. A parameter takes
/// everything up to the text that follows it, but never a `/`, and never nothing.
pub(crate) fn match_template<'a, 't>(template: &'t str, address: &'a str) -> Option<Vec<(&'t str, &'a str)>> {
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
                found.push((name, value));
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
mod tests;
