//! The words for what does not fit.

use super::Place;
use crate::diagnostic::catalogue::{load, types};
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::document::build::expression;
use crate::document::reference::uri::escape;
use crate::document::shape::bindings::Versions;
use crate::document::shape::form::fault_of_template;
use crate::document::shape::{Object, Others, Shape, Variant, schema};
use crate::document::{Target, Version};
use crate::source::{Key, Node, Span, Value};

/// A value of another type than `wanted`.
pub(super) fn wrong_type(node: &Node, wanted: &str, place: &Place<'_>) -> Diagnostic {
    let message = format!("{} must be {wanted}, not {}", quoted(place.name), node.kind());
    let span = if node.is_null() && node.span().start == node.span().end { place.span } else { node.span() };
    let fault = Diagnostic::new(&load::WRONG_TYPE, span, message).label(format!("expected {wanted}"));
    match node.value() {
        Value::Number(text) if wanted == "a string" => fault.help(format!("put it in quotes: `'{text}'`")),
        Value::Bool(_) if wanted == "a string" => fault.help("put it in quotes"),
        _ => fault,
    }
}

/// Names of fields in backticks, descriptions as they are.
fn quoted(name: &str) -> String {
    let is_description = name.starts_with("an item of ") || name.starts_with("the ");
    match name.strip_prefix("an item of ") {
        Some(rest) => format!("an item of {}", quoted(rest)),
        None if is_description => name.to_owned(),
        None => format!("`{name}`"),
    }
}

/// A value that is not the object that it should be.
pub(super) fn not_an_object(node: &Node, table: &Object, place: &Place<'_>) -> Diagnostic {
    let article = if table.name.starts_with(['A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
    let wanted = format!("{article} {} Object", table.name);
    let fault = wrong_type(node, &wanted, place);
    if table.name == schema::NAME && place.name == "required" && node.as_array().is_some() {
        return fault.help("`required` stands beside `properties`, not in it; in it, it is a property of that name");
    }
    fault
}

/// A field that the specification does not know.
pub(super) fn unknown_field(key: &Key, table: &Object, version: Version) -> Diagnostic {
    let name = &*key.text;
    let article = if table.name.starts_with(['A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
    let message = format!("`{name}` is not a field of {article} {} Object", table.name);
    let fault = Diagnostic::new(&load::UNKNOWN_FIELD, key.span, message).label("unknown field");
    if let Some(advice) = other_version(name, table.name, version) {
        return fault.help(advice);
    }
    if (name.starts_with("x-") || name.starts_with("X-")) && !matches!(table.others, Others::None) {
        return fault.help("an extension begins with `x-`, followed by letters, digits, `-`, `_` and `.`");
    }
    match did_you_mean(name, table.fields.iter().map(|field| field.name)) {
        Some(advice) => fault.help(advice),
        None => {
            let known: Vec<String> = table.fields.iter().map(|field| format!("`{}`", field.name)).collect();
            let more = if matches!(table.others, Others::None) { "" } else { "; extensions begin with `x-`" };
            fault.help(format!("known are {}{more}", known.join(", ")))
        }
    }
}

/// Advice for a field that another version has at this place.
fn other_version(name: &str, object: &str, version: Version) -> Option<&'static str> {
    Some(match (version, object, name) {
        (Version::V3(_), "Channel", "publish" | "subscribe") => {
            "a field of AsyncAPI 2.x; in 3.x, operations stand under `operations` and refer to their channel"
        }
        (Version::V3(_), "Server", "url") => "a field of AsyncAPI 2.x; in 3.x, it is `host` and `pathname`",
        (Version::V3(_), "Operation", "operationId") => {
            "a field of AsyncAPI 2.x; in 3.x, the key is the operation's id"
        }
        (Version::V3(_), "Operation", "message") => {
            "a field of AsyncAPI 2.x; in 3.x, `messages` lists references to messages of the channel"
        }
        (Version::V3(_), "Message", "messageId") => {
            "a field of AsyncAPI 2.x; in 3.x, the channel's key is the message's id"
        }
        (Version::V3(_), "Message", "schemaFormat") => {
            "a field of AsyncAPI 2.x; in 3.x, it stands in `payload`, beside `schema`"
        }
        (Version::V3(_), "Parameter", "schema") => {
            "a field of AsyncAPI 2.x; in 3.x, parameters are strings, with `enum`, `default` and `examples`"
        }
        (
            Version::V3(_),
            "Server Bindings" | "Operation Bindings" | "Message Bindings" | "Channel Bindings",
            "mqtt5",
        ) => "a protocol of AsyncAPI 2.x; in 3.x, `mqtt` says what MQTT 5 has",
        (Version::V3(_), "AsyncAPI", "tags" | "externalDocs") => "a field of AsyncAPI 2.x; in 3.x, it stands in `info`",
        (Version::V2(_), "AsyncAPI", "operations") => {
            "a field of AsyncAPI 3.x; in 2.x, operations are `publish` and `subscribe` of a channel"
        }
        (Version::V2(_), "Channel Item", "address" | "messages") => {
            "a field of AsyncAPI 3.x; in 2.x, a channel's key is its address, and messages stand in its operations"
        }
        (Version::V2(_), "Server", "host" | "pathname") => "a field of AsyncAPI 3.x; in 2.x, it is `url`",
        _ => return None,
    })
}

/// A field of a later version.
pub(super) fn too_new(key: &Key, table: &Object, since: u8, version: Version) -> Diagnostic {
    let (major, minor) = match version {
        Version::V2(minor) => (2, minor),
        Version::V3(minor) => (3, minor),
    };
    let object = with_article(table);
    let message = format!("`{}` is not a field of {object} in AsyncAPI {major}.{minor}.0", key.text);
    Diagnostic::new(&load::UNKNOWN_FIELD, key.span, message)
        .label("unknown field")
        .help(format!("it exists since {major}.{since}.0: raise the version in `asyncapi`"))
}

/// A required field that is not there.
pub(super) fn missing(name: &str, table: &Object, place: &Place<'_>) -> Diagnostic {
    let message = format!("{} lacks the field `{name}`", quoted(place.name));
    Diagnostic::new(&load::MISSING_FIELD, place.span, message)
        .label(format!("`{name}` is required in {}", with_article(table)))
}

fn with_article(table: &Object) -> String {
    let article = if table.name.starts_with(['A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
    format!("{article} {} Object", table.name)
}

/// A list that needs an item.
pub(super) fn empty_list(node: &Node, place: &Place<'_>) -> Diagnostic {
    let message = format!("{} must have at least one item", quoted(place.name));
    Diagnostic::new(&load::WRONG_VALUE, node.span(), message).label("empty")
}

/// The key of a channel that is no address.
pub(super) fn of_channel_key(key: &Key, place: &Place<'_>) -> Option<Diagnostic> {
    let fault = |message: String| Diagnostic::new(&load::INVALID_KEY, key.span, message);
    if key.text.is_empty() {
        return Some(fault(format!("a key of {} is empty", place.name)).label("expected a name"));
    }
    let why = fault_of_template(&key.text)?;
    Some(fault(format!("`{}` is not the address of a channel", key.text)).label(why))
}

/// A string that stands in a list for the second time.
pub(super) fn twice(node: &Node, place: &Place<'_>) -> Diagnostic {
    let message = format!("{} has `{}` twice", quoted(place.name), node.scalar_text().unwrap_or_default());
    Diagnostic::new(&load::WRONG_VALUE, node.span(), message).label("the second time")
}

/// Headers that are said to be something else than an object.
pub(super) fn headers_of_type(ty: &Node) -> Diagnostic {
    Diagnostic::new(&load::WRONG_VALUE, ty.span(), "the schema of `headers` must be of type `object`")
        .label("expected `object`")
        .help("headers are pairs of names and values: name them under `properties`")
}

/// A `$ref` where none is allowed.
pub(super) fn reference_not_allowed(key: &Key, value: &Node, table: &Object, place: &Place<'_>) -> Diagnostic {
    let message = format!("{} cannot be a reference", quoted(place.name));
    let fault = Diagnostic::new(&load::REFERENCE_NOT_ALLOWED, key.span, message);
    let text = value.as_str().unwrap_or_default();
    fault
        .label("no reference is allowed here")
        .help(format!("write {} here in the place of `{text}`", with_article(table)))
}

/// A reference from where a schema belongs to what can only be a message, of which a schema has no field.
pub(super) fn of_a_message(reference: &Node, target: &Target) -> Option<Diagnostic> {
    let key = target.location.pointer.strip_prefix("/components/messages/")?;
    let is_schema =
        ["type", "properties", "$ref", "allOf", "anyOf", "oneOf"].iter().any(|it| target.node.get(it).is_some());
    let is_message = target.node.get("payload").is_some() && !is_schema;
    let text = reference.as_str().filter(|_| is_message && !key.contains('/'))?;
    let message = format!("`{text}` is a message, not a schema");
    let lint = Diagnostic::new(&types::MESSAGE_AS_SCHEMA, reference.span(), message).label("accepts anything");
    Some(lint.help(format!("refer to its payload: `{text}/payload`")))
}

/// A reference in the place of a whole map or list that leads to something else.
pub(super) fn leads_to_another(reference: &Node, target: &Node, wanted: &str, place: &Place<'_>) -> Diagnostic {
    let message = format!("{} must be {wanted}, not {}", quoted(place.name), target.kind());
    Diagnostic::new(&load::WRONG_TYPE, reference.span(), message).label(format!("leads to {}", target.kind()))
}

/// Something else where only a Reference Object is allowed.
pub(super) fn not_a_reference(node: &Node, place: &Place<'_>) -> Diagnostic {
    let message = format!("{} must be a reference", quoted(place.name));
    let fault = Diagnostic::new(&load::WRONG_TYPE, node.span(), message).label("expected an object with `$ref`");
    match node.as_str() {
        Some(text) if text.contains('#') => fault.help(format!("write `$ref: '{}'`", of_map(text))),
        Some(text) if place.name == "channel" => fault.help(format!("write `$ref: '#/channels/{}'`", escape(text))),
        Some(text) if place.name.ends_with("servers") => {
            fault.help(format!("write `$ref: '#/servers/{}'`", escape(text)))
        }
        _ => fault.help("define it under a key, and refer to it there: `$ref: '#/…'`"),
    }
}

/// A reference to an entry of a map of the root, with its key escaped where it plainly is not.
fn of_map(text: &str) -> String {
    let entry = ["#/channels/", "#/servers/"].into_iter().find_map(|map| Some((map, text.strip_prefix(map)?)));
    match entry {
        Some((map, key)) if key.contains('/') && !key.contains('~') => format!("{map}{}", escape(key)),
        _ => text.to_owned(),
    }
}

/// What is wrong with a value that should be a string of some kind.
pub(super) fn of_text(node: &Node, shape: &Shape, place: &Place<'_>) -> Option<Diagnostic> {
    if matches!(shape, Shape::TextOrNull) && node.is_null() {
        return None;
    }
    let Some(text) = node.as_str() else { return Some(wrong_type(node, "a string", place)) };
    let name = quoted(place.name);
    match shape {
        Shape::Choice(values) if !values.contains(&text) => {
            let known = values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ");
            let fault = Diagnostic::new(&load::WRONG_VALUE, node.span(), format!("{name} cannot be `{text}`"));
            let fault = fault.label(format!("expected one of {known}"));
            Some(fault.maybe_help(did_you_mean(text, values.iter().copied())))
        }
        Shape::Form(fits, form) if !fits(text) => {
            let fault = Diagnostic::new(&load::WRONG_VALUE, node.span(), format!("{name} cannot be `{text}`"));
            Some(fault.label(format!("expected {form}")))
        }
        Shape::Expression if expression(text).is_none() => {
            let message = format!("{name} is not a runtime expression");
            let fault = Diagnostic::new(&load::WRONG_VALUE, node.span(), message);
            Some(fault.label("expected `$message.header#/…` or `$message.payload#/…`"))
        }
        Shape::Length(min, max) => {
            let length = text.chars().count();
            let message = format!("{name} is {} characters long", length);
            let fault = Diagnostic::new(&load::WRONG_VALUE, node.span(), message);
            (length < *min || length > *max).then(|| fault.label(format!("expected {min} to {max} characters")))
        }
        _ => None,
    }
}

/// What is wrong with a value that should be a boolean or a number.
pub(super) fn of_scalar(node: &Node, shape: &Shape, place: &Place<'_>) -> Option<Diagnostic> {
    if let Shape::Integer(min, max) = shape {
        return of_integer(node, *min, *max, place);
    }
    let number = node.as_number();
    let (fits, wanted) = match shape {
        Shape::Bool => (node.as_bool().is_some(), "a boolean"),
        Shape::Number => (number.is_some(), "a number"),
        Shape::Positive => (number.is_some_and(is_positive), "a number above zero"),
        _ => (number.is_some_and(is_count), "a whole number, zero or more"),
    };
    if let (Shape::Positive, false, Some(text)) = (shape, fits, number) {
        let message = format!("{} must be above zero, not {text}", quoted(place.name));
        return Some(Diagnostic::new(&load::WRONG_VALUE, node.span(), message).label("expected a number above zero"));
    }
    (!fits).then(|| wrong_type(node, wanted, place))
}

fn is_positive(text: &str) -> bool {
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
    !text.starts_with('-') && mantissa.bytes().any(|byte| matches!(byte, b'1'..=b'9'))
}

fn of_integer(node: &Node, min: i64, max: i64, place: &Place<'_>) -> Option<Diagnostic> {
    let wanted = match (min, max) {
        (i64::MIN, _) => "a whole number".to_owned(),
        (0, i64::MAX) => "a whole number, zero or more".to_owned(),
        (min, i64::MAX) => format!("a whole number, {min} or more"),
        (min, max) => format!("a whole number from {min} to {max}"),
    };
    let Some(value) = node.as_integer() else { return Some(wrong_type(node, &wanted, place)) };
    if (min == i64::MIN || value >= i128::from(min)) && (max == i64::MAX || value <= i128::from(max)) {
        return None;
    }
    let message = format!("{} cannot be {}", quoted(place.name), node.as_number().unwrap_or_default());
    Some(Diagnostic::new(&load::WRONG_VALUE, node.span(), message).label(format!("expected {wanted}")))
}

/// A `bindingVersion` that is not known.
pub(super) fn unknown_version(node: &Node, versions: Versions, place: &Place<'_>) -> Diagnostic {
    let Some(text) = node.as_str() else { return wrong_type(node, "a string", place) };
    let known: Vec<String> = versions.iter().map(|(version, _)| format!("`{version}`")).collect();
    let fault = Diagnostic::new(&load::WRONG_VALUE, node.span(), format!("the binding has no version `{text}`"));
    let fault = fault.label(match known.as_slice() {
        [only] => format!("expected {only}"),
        many => format!("expected one of {}", many.join(", ")),
    });
    fault.help("without `bindingVersion`, the latest is meant")
}

/// A field that does not go with the kind of the object.
pub(super) fn excluded(key: &Key, kind: &str, place: Span) -> Diagnostic {
    let message = format!("`{}` does not go with {kind}", key.text);
    Diagnostic::new(&load::UNKNOWN_FIELD, key.span, message).label("must not stand here").related(place, "the kind")
}

/// An object of which its fields do not tell the kind.
pub(super) fn undecided(field: &str, variants: &[Variant], table: &Object, place: &Place<'_>) -> Diagnostic {
    let kinds = variants.iter().map(|variant| {
        let with = variant.with.map(|name| format!("with `{name}`"));
        let without = variant.without.map(|name| format!("without `{name}`"));
        let rest: Vec<String> = with.into_iter().chain(without).collect();
        format!("`{field}: {}` {}", variant.value, rest.join(", ")).trim_end().to_owned()
    });
    missing(field, table, place).help(format!("it is either of: {}", kinds.collect::<Vec<_>>().join("; ")))
}

/// `3`, also when it is written `3.0`.
fn is_count(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
        || text.parse::<f64>().is_ok_and(|value| value >= 0.0 && value.fract() == 0.0)
        || text.starts_with("0x")
        || text.starts_with("0o")
}
