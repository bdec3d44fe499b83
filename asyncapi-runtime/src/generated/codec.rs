//! Payloads that are not JSON: bytes and text as they are, and none at all.

use bytes::Bytes;

use serde::de::value::StrDeserializer;

use crate::wire::{DecodeError, DecodeErrorKind, EncodeError, Schema, Way, Wire};
use crate::{Handshake, MessageInfo, Outgoing, RawMessage, Refusal, SendError, WithHeaders, decode_headers};

/// A message whose payload goes out as it is.
#[derive(Debug)]
pub struct AsBytes<'a, T>(pub &'a T);

/// A message whose payload is a string of a schema, and goes out as text.
#[derive(Debug)]
pub struct AsText<'a, T>(pub &'a T);

/// A message without a payload.
#[derive(Debug)]
pub struct AsNothing<'a, T>(pub &'a T);

fn raw(payload: &[u8], info: &'static MessageInfo) -> RawMessage {
    RawMessage {
        content_type: Some(info.content_type.into()),
        payload: Bytes::copy_from_slice(payload),
        ..RawMessage::default()
    }
}

fn with_headers<H: Wire>(headers: &H, mut message: RawMessage) -> Result<RawMessage, EncodeError> {
    for (name, value) in crate::wire::write_headers(headers)? {
        message.headers.append(name, value);
    }
    Ok(message)
}

impl<T: AsRef<[u8]>> Outgoing for AsBytes<'_, T> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        Ok(raw(self.0.as_ref(), info))
    }
}

impl<P: AsRef<[u8]>, H: Wire> Outgoing for AsBytes<'_, WithHeaders<P, H>> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        with_headers(&self.0.headers, raw(self.0.payload.as_ref(), info))
    }
}

/// Checks a value, and writes it as the string that it is in JSON.
fn text<T: Wire>(value: &T) -> Result<Bytes, EncodeError> {
    value.check(Way::Out).map_err(EncodeError::from)?;
    match value.write(serde_json::value::Serializer) {
        Ok(serde_json::Value::String(text)) => Ok(text.into()),
        Ok(_) => Err(EncodeError::new("a payload that is text is a string")),
        Err(error) => Err(EncodeError::from_json(&error)),
    }
}

fn raw_text(payload: Bytes, info: &'static MessageInfo) -> RawMessage {
    RawMessage { content_type: Some(info.content_type.into()), payload, known_text: true, ..RawMessage::default() }
}

impl<T: Wire> Outgoing for AsText<'_, T> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        Ok(raw_text(text(self.0)?, info))
    }
}

impl<P: Wire, H: Wire> Outgoing for AsText<'_, WithHeaders<P, H>> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        with_headers(&self.0.headers, raw_text(text(&self.0.payload)?, info))
    }
}

impl Outgoing for AsNothing<'_, ()> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        Ok(raw(&[], info))
    }
}

impl<H: Wire> Outgoing for AsNothing<'_, WithHeaders<(), H>> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        with_headers(&self.0.headers, raw(&[], info))
    }
}

/// A key as it goes over the wire: a string as it is, anything else as JSON.
///
/// # Errors
/// When it breaks a rule of its schema.
pub fn encode_key<K: Wire>(key: &K) -> Result<Bytes, SendError> {
    let json = crate::wire::encode(key).map_err(crate::channel_link::invalid)?;
    match serde_json::from_slice::<String>(&json) {
        Ok(text) => Ok(text.into()),
        Err(_) => Ok(json.into()),
    }
}

/// The media type of a message without its parameters, where the protocol tells it.
pub fn media_type(message: &RawMessage) -> Option<&str> {
    message.content_type.as_deref().map(|text| text.split(';').next().unwrap_or_default().trim())
}

/// The payload as it came.
///
/// # Errors
/// None: the signature is that of every decoder.
pub fn decode_bytes(message: &RawMessage) -> Result<Bytes, DecodeError> {
    Ok(message.payload.clone())
}

/// The payload as text: a string of its schema.
///
/// # Errors
/// When it is not UTF-8, or the string does not fit its type or breaks a rule.
pub fn decode_text<T: Wire>(message: &RawMessage) -> Result<T, DecodeError> {
    let text = std::str::from_utf8(&message.payload);
    let text = text.map_err(|error| DecodeError::malformed(format!("the payload is not text: {error}")))?;
    let value = T::read(StrDeserializer::<serde::de::value::Error>::new(text))
        .map_err(|error| DecodeError::new(DecodeErrorKind::Mismatch, "", error.to_string()))?;
    value.check(Way::In).map_err(DecodeError::from)?;
    Ok(value)
}

/// The error of a message whose payload is refused, with everything that is wrong with it.
#[cold]
#[must_use]
pub fn all_violations(error: DecodeError, message: &RawMessage, schema: &'static Schema) -> DecodeError {
    match serde_json::from_slice(&message.payload) {
        Ok(payload) => error.with_violations(schema.violations(&payload)),
        Err(_) => error,
    }
}

/// Nothing, whatever came.
///
/// # Errors
/// None: the signature is that of every decoder.
pub fn decode_nothing(_message: &RawMessage) -> Result<(), DecodeError> {
    Ok(())
}

/// [`decode_bytes`], with the declared headers.
///
/// # Errors
/// When a header is missing or breaks a rule.
pub fn decode_bytes_with_headers<H: Wire>(message: &RawMessage) -> Result<WithHeaders<Bytes, H>, DecodeError> {
    Ok(WithHeaders { headers: decode_headers(&message.headers)?, payload: decode_bytes(message)? })
}

/// [`decode_text`], with the declared headers.
///
/// # Errors
/// As [`decode_text`], and when a header is missing or breaks a rule.
pub fn decode_text_with_headers<P: Wire, H: Wire>(message: &RawMessage) -> Result<WithHeaders<P, H>, DecodeError> {
    Ok(WithHeaders { headers: decode_headers(&message.headers)?, payload: decode_text(message)? })
}

/// The declared headers of a message without a payload.
///
/// # Errors
/// When a header is missing or breaks a rule.
pub fn decode_nothing_with_headers<H: Wire>(message: &RawMessage) -> Result<WithHeaders<(), H>, DecodeError> {
    Ok(WithHeaders { headers: decode_headers(&message.headers)?, payload: () })
}

/// Reads the typed headers of a handshake, before the peer is let in.
///
/// # Errors
/// A refusal with status 400 that says what is wrong.
pub fn read_handshake_headers<H: Wire>(handshake: &Handshake) -> Result<H, Refusal> {
    let read = decode_headers(&handshake.headers);
    read.map_err(|error| Refusal::bad_request(format!("the headers break the contract: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    static INFO: MessageInfo =
        MessageInfo { name: "log", content_type: "text/plain", correlation: None, bindings: &[] };

    #[test]
    fn text_and_bytes_go_and_come_as_they_are() {
        let sent = AsText(&"grüß dich".to_owned()).encode(&INFO).unwrap();
        assert_eq!(sent.content_type.as_deref(), Some("text/plain"));
        assert_eq!(AsBytes(&"grüß dich".to_owned()).encode(&INFO).unwrap().payload, sent.payload);
        assert_eq!(decode_text::<String>(&sent).unwrap(), "grüß dich");
        assert_eq!(decode_bytes(&sent).unwrap(), "grüß dich".as_bytes());
        let broken = RawMessage::new("", Bytes::from_static(&[0xff]));
        assert!(decode_text::<String>(&broken).unwrap_err().to_string().contains("not text"));
        let id = crate::wire::Uuid::from_u128(7);
        let sent = AsText(&id).encode(&INFO).unwrap();
        assert_eq!(&sent.payload[..], b"00000000-0000-0000-0000-000000000007");
        assert_eq!(decode_text::<crate::wire::Uuid>(&sent).unwrap(), id);
        assert!(decode_text::<crate::wire::Uuid>(&RawMessage::new("", Bytes::from_static(b"7"))).is_err());
        assert!(AsText(&7u8).encode(&INFO).is_err(), "not a string");
        assert!(AsNothing(&()).encode(&INFO).unwrap().payload.is_empty());
    }
}
