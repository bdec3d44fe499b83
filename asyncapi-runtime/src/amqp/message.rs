//! Messages as the protocol has them: properties, and a table of headers.

use std::time::{SystemTime, UNIX_EPOCH};

use lapin::BasicProperties;
use lapin::message::Delivery;
use lapin::types::{AMQPValue, ByteArray, FieldArray, FieldTable, LongString, ShortString};

use super::topology::short;
use crate::bindings::amqp::DeliveryMode;
use crate::{
    HeaderValue, Headers, Location, MessageInfo, OperationInfo, RawMessage, SendError, SendErrorKind, SharedStr,
};

/// How the broker counts the deliveries of a message, in queues that count them.
const COUNT: &str = "x-delivery-count";
/// How deep a header's value may be nested.
const DEEPEST: usize = 32;

fn unsupported(text: String) -> SendError {
    SendError::new(SendErrorKind::Unsupported, text)
}

fn property(name: &str, value: &str) -> Result<ShortString, SendError> {
    ShortString::try_new(value).map_err(|_| unsupported(format!("the {name} is longer than 255 bytes")))
}

/// What is said of a message beside its payload; `most` is how many bytes that may be.
pub(super) fn properties(message: &RawMessage, most: usize) -> Result<BasicProperties, SendError> {
    let operation = message.operation.and_then(OperationInfo::amqp);
    let info = message.info.and_then(MessageInfo::amqp);
    let mode = operation.and_then(|it| it.delivery_mode).unwrap_or(DeliveryMode::Persistent);
    let mut properties = BasicProperties::default().with_delivery_mode(match mode {
        DeliveryMode::Transient => 1,
        DeliveryMode::Persistent => 2,
    });
    if let Some(kind) = &message.content_type {
        properties = properties.with_content_type(property("content type", kind)?);
    }
    if let Some(id) = correlation_id(message) {
        properties = properties.with_correlation_id(property("correlation id", id)?);
    }
    if let Some(address) = message.reply_to() {
        properties = properties.with_reply_to(property("address for the reply", address)?);
    }
    if let Some(encoding) = info.and_then(|it| it.content_encoding) {
        properties = properties.with_content_encoding(property("content encoding", encoding)?);
    }
    if let Some(kind) = info.and_then(|it| it.message_type) {
        properties = properties.with_type(property("message type", kind)?);
    }
    let (mut cc, mut bcc): (&[&str], &[&str]) = (&[], &[]);
    if let Some(operation) = operation {
        (cc, bcc) = (operation.cc, operation.bcc);
        if let Some(priority) = operation.priority {
            properties = properties.with_priority(priority);
        }
        if let Some(expiration) = operation.expiration {
            properties = properties.with_expiration(short(&expiration.to_string()));
        }
        if let Some(user) = operation.user_id {
            properties = properties.with_user_id(property("user id", user)?);
        }
        if operation.timestamp == Some(true) {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            properties = properties.with_timestamp(now.as_secs());
        }
    }
    if message.headers.is_empty() && cc.is_empty() && bcc.is_empty() {
        return Ok(properties);
    }
    let mut table = table(&message.headers, most)?;
    for (name, keys) in [("CC", cc), ("BCC", bcc)] {
        if !keys.is_empty() {
            let keys = keys.iter().map(|key| AMQPValue::LongString((*key).into())).collect::<Vec<_>>();
            table.insert(short(name), AMQPValue::FieldArray(keys.into()));
        }
    }
    Ok(properties.with_headers(table))
}

/// The id by the protocol's own means: that of the message, or the header of the same meaning that the document names.
fn correlation_id(message: &RawMessage) -> Option<&str> {
    let own = message.correlation_id().map(SharedStr::as_str);
    own.or_else(|| match message.info?.correlation?.location {
        Location::Header(name) if crate::correlation::is_own_id(name) => {
            message.headers.text(name.trim_start_matches('/'))
        }
        _ => None,
    })
}

fn table(headers: &Headers, most: usize) -> Result<FieldTable, SendError> {
    let mut found: Vec<(&str, Vec<AMQPValue>)> = Vec::with_capacity(headers.len());
    let mut size = 0;
    for (name, value) in headers.iter() {
        size += name.len() + value.as_bytes().len() + 16;
        let value = match value {
            HeaderValue::Text(text) => AMQPValue::LongString(text.as_str().into()),
            HeaderValue::Binary(bytes) => AMQPValue::ByteArray(ByteArray::from(bytes.to_vec())),
        };
        match found.iter_mut().find(|(key, _)| *key == name) {
            Some((_, values)) => values.push(value),
            None => found.push((name, vec![value])),
        }
    }
    // The broker ends the connection over headers that do not fit into a frame.
    if size > most {
        return Err(unsupported(format!("the headers have some {size} bytes, and {most} are allowed")));
    }
    let mut table = FieldTable::default();
    for (name, mut values) in found {
        let name = property("name of a header", name)?;
        // A table has a name once: several values are an array.
        let value = match values.len() {
            1 => values.swap_remove(0),
            _ => AMQPValue::FieldArray(FieldArray::from(values)),
        };
        table.insert(name, value);
    }
    Ok(table)
}

/// A message that came in, and how often it was delivered before.
pub(super) fn read(delivery: &mut Delivery, address: SharedStr) -> (RawMessage, u32) {
    let mut message =
        RawMessage { address, payload: std::mem::take(&mut delivery.data).into(), ..RawMessage::default() };
    let properties = &delivery.properties;
    message.content_type = properties.content_type().as_ref().map(|kind| content_type(kind.as_str()));
    if let Some(id) = properties.correlation_id() {
        message.set_correlation_id(id.as_str().to_owned());
    }
    if let Some(address) = properties.reply_to() {
        message.set_reply_to(address.as_str().to_owned());
    }
    let mut before = u32::from(delivery.redelivered);
    let headers = properties.headers().iter().flat_map(|table| table.inner());
    for (name, value) in headers {
        match name.as_str() {
            COUNT => before = count(value).unwrap_or(before),
            name => add(&mut message.headers, name, value),
        }
    }
    (message, before)
}

/// The usual one costs no allocation.
fn content_type(kind: &str) -> SharedStr {
    match kind {
        "application/json" => SharedStr::from_static("application/json"),
        other => other.to_owned().into(),
    }
}

fn count(value: &AMQPValue) -> Option<u32> {
    let number = match value {
        AMQPValue::LongLongInt(number) => *number,
        AMQPValue::LongInt(number) => i64::from(*number),
        AMQPValue::LongUInt(number) => i64::from(*number),
        _ => return None,
    };
    u32::try_from(number).ok()
}

fn add(headers: &mut Headers, name: &str, value: &AMQPValue) {
    let name = name.to_owned();
    match value {
        AMQPValue::LongString(text) => headers.append(name, text_of(text)),
        AMQPValue::ByteArray(bytes) => headers.append(name, bytes::Bytes::copy_from_slice(bytes.as_slice())),
        AMQPValue::FieldArray(values) => values.as_slice().iter().for_each(|value| match value {
            // No deeper: an array in an array is JSON.
            AMQPValue::FieldArray(_) => headers.append(name.clone(), json(value, 0).to_string()),
            value => add(headers, &name, value),
        }),
        AMQPValue::FieldTable(_) => headers.append(name, json(value, 0).to_string()),
        scalar => match json(scalar, 0) {
            serde_json::Value::String(text) => headers.append(name, text),
            other => headers.append(name, other.to_string()),
        },
    }
}

fn text_of(text: &LongString) -> HeaderValue {
    match std::str::from_utf8(text.as_bytes()) {
        Ok(text) => text.to_owned().into(),
        Err(_) => bytes::Bytes::copy_from_slice(text.as_bytes()).into(),
    }
}

/// A value that is no text, as JSON.
fn json(value: &AMQPValue, depth: usize) -> serde_json::Value {
    use serde_json::Value;
    if depth > DEEPEST {
        return Value::Null;
    }
    match value {
        AMQPValue::Boolean(it) => (*it).into(),
        AMQPValue::ShortShortInt(it) => (*it).into(),
        AMQPValue::ShortShortUInt(it) => (*it).into(),
        AMQPValue::ShortInt(it) => (*it).into(),
        AMQPValue::ShortUInt(it) => (*it).into(),
        AMQPValue::LongInt(it) => (*it).into(),
        AMQPValue::LongUInt(it) => (*it).into(),
        AMQPValue::LongLongInt(it) => (*it).into(),
        AMQPValue::Timestamp(it) => (*it).into(),
        AMQPValue::Float(it) => f64::from(*it).into(),
        AMQPValue::Double(it) => (*it).into(),
        AMQPValue::DecimalValue(it) => (f64::from(it.value) / 10f64.powi(it.scale.into())).into(),
        AMQPValue::ShortString(it) => it.as_str().into(),
        AMQPValue::LongString(it) => it.to_string().into(),
        AMQPValue::ByteArray(it) => String::from_utf8_lossy(it.as_slice()).into(),
        AMQPValue::FieldArray(it) => it.as_slice().iter().map(|value| json(value, depth + 1)).collect(),
        AMQPValue::FieldTable(it) => {
            let pairs = it.inner().iter().map(|(name, value)| (name.as_str().to_owned(), json(value, depth + 1)));
            Value::Object(pairs.collect())
        }
        AMQPValue::Void => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(message: &RawMessage) -> RawMessage {
        let mut delivery = Delivery::mock(1, short(""), short("k"), false, message.payload.to_vec());
        delivery.properties = properties(message, 4096).unwrap();
        read(&mut delivery, "k".into()).0
    }

    #[test]
    fn messages_keep_what_they_say() {
        let mut message = RawMessage::new("k", "payload");
        message.content_type = Some("text/plain".into());
        message.set_correlation_id("7");
        message.set_reply_to("replies");
        message.headers.append("x-one", "1");
        message.headers.append("x-two", "a");
        message.headers.append("x-two", "b");
        message.headers.append("x-raw", bytes::Bytes::from_static(&[0xff, 0]));
        let found = round(&message);
        assert_eq!((found.correlation_id(), found.reply_to()), (message.correlation_id(), message.reply_to()));
        assert_eq!((found.content_type, found.payload), (message.content_type, message.payload));
        let two: Vec<_> =
            found.headers.iter().filter(|(name, _)| *name == "x-two").map(|(_, it)| it.as_str()).collect();
        assert_eq!(two, [Some("a"), Some("b")]);
        assert_eq!(found.headers.get("x-raw"), message.headers.get("x-raw"));
        assert_eq!(found.headers.len(), 4);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let mut message = RawMessage::new("k", "");
        message.headers.append("x", "y".repeat(5000));
        assert_eq!(properties(&message, 4096).unwrap_err().kind(), SendErrorKind::Unsupported);
        let mut message = RawMessage::new("k", "");
        message.headers.append("x".repeat(256), "y");
        assert!(properties(&message, 4096).is_err());
        let mut message = RawMessage::new("k", "");
        message.set_correlation_id("y".repeat(256));
        assert!(properties(&message, 4096).is_err());
    }

    #[test]
    fn foreign_headers_are_text() {
        let mut table = FieldTable::default();
        table.insert(short(COUNT), AMQPValue::LongLongInt(4));
        table.insert(short("n"), AMQPValue::LongInt(-3));
        table.insert(short("f"), AMQPValue::Boolean(true));
        let mut inner = FieldTable::default();
        inner.insert(short("queue"), AMQPValue::LongString("q".into()));
        table.insert(short("x-death"), AMQPValue::FieldArray(vec![AMQPValue::FieldTable(inner)].into()));
        let mut deep = AMQPValue::Void;
        for _ in 0..200 {
            deep = AMQPValue::FieldArray(vec![deep].into());
        }
        table.insert(short("deep"), deep);
        let mut delivery = Delivery::mock(1, short(""), short("k"), true, Vec::new());
        delivery.properties = BasicProperties::default().with_headers(table);
        let (message, before) = read(&mut delivery, "k".into());
        assert_eq!(before, 4);
        assert_eq!(message.headers.text("n"), Some("-3"));
        assert_eq!(message.headers.text("f"), Some("true"));
        assert_eq!(message.headers.text("x-death"), Some(r#"{"queue":"q"}"#));
        assert!(message.headers.text("deep").is_some() && message.headers.get(COUNT).is_none());
    }
}
