//! Payloads whose schema is Avro's: the binary encoding (a plain datum or a single object) and the JSON encoding of Avro
//! 1.9 and later.
//!
//! Input: bytes and a type that implements [`Datum`]. Output: a value, or an error. Invariant: no input makes this code
//! panic, nest deeper than 128 levels, or hold more than a small multiple of the payload. The binary encoding is
//! `serde_avro_fast`'s, none of whose types shows.

mod datum;
mod decimal;
mod kind;
mod logical;
mod record;
#[cfg(test)]
mod tests;

pub use ::time::{PrimitiveDateTime as LocalDateTime, Time as TimeOfDay};
pub use datum::Datum;
pub use decimal::{Decimal, NotDecimal};
pub use kind::{At, Kind};
pub use logical::Duration;
pub use record::{
    Branch, Content, Record, RecordFields, RecordWriter, Union, read_record, read_symbol, read_union, write_branch,
};
#[doc(hidden)]
pub use serde::de::VariantAccess;

use std::io::BufRead as _;
use std::sync::OnceLock;

use bytes::Bytes;
use serde::{Deserializer, Serializer};
use serde_avro_fast::de::read::SliceRead;
use serde_avro_fast::de::{DeserializerConfig, DeserializerState};
use serde_avro_fast::ser::{SerializerConfig, SerializerState};

use crate::wire::{DecodeError, DecodeErrorKind, EncodeError, Wire};
use crate::{MessageInfo, Outgoing, RawMessage, SharedStr, WithHeaders, decode_headers};
use datum::As;
use kind::Pass;

/// Values nest at most this deep, as in JSON.
const DEEPEST: usize = 128;

/// So many items may take no bytes at all, such as those of an array of `null`.
const EMPTY_ITEMS: usize = 4_096;

/// How a payload is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// The bare binary encoding: what both sides know the schema of.
    Datum,
    /// The binary encoding behind a marker and the fingerprint of its schema.
    SingleObject,
    /// The JSON encoding, in which a union names its branch.
    Json,
}

impl Encoding {
    /// What a media type says; `None`: nothing about it.
    fn of(media_type: &str) -> Option<Self> {
        let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if essence == "application/json" || essence == "text/json" || essence.ends_with("+json") {
            Some(Self::Json)
        } else if essence.contains("single-object") {
            Some(Self::SingleObject)
        } else {
            None
        }
    }
}

/// The schema of a message, and how the document says that its payload is encoded. Stands in a static.
#[derive(Debug)]
pub struct Schema {
    text: &'static str,
    fingerprint: u64,
    kind: Kind,
    encoding: Encoding,
    parsed: OnceLock<Result<serde_avro_fast::Schema, String>>,
}

/// What a single object begins with.
const MARKER: [u8; 2] = [0xC3, 0x01];

impl Schema {
    /// `text` is the schema's parsing canonical form, `fingerprint` its CRC-64-AVRO.
    #[must_use]
    pub const fn new(text: &'static str, fingerprint: u64, kind: Kind, encoding: Encoding) -> Self {
        Self { text, fingerprint, kind, encoding, parsed: OnceLock::new() }
    }

    /// The generator writes only schemas that parse; if not, the message says why it cannot be sent.
    fn parsed(&self) -> Result<&serde_avro_fast::Schema, String> {
        let parse = || self.text.parse().map_err(|error| format!("the Avro schema does not parse: {error}"));
        self.parsed.get_or_init(parse).as_ref().map_err(Clone::clone)
    }

    fn encode<T: Datum>(&'static self, value: &T) -> Result<Bytes, EncodeError> {
        let pass = Pass::new(self.encoding == Encoding::Json, usize::MAX);
        let value = As(pass.at(&self.kind), value);
        if self.encoding == Encoding::Json {
            return serde_json::to_vec(&value).map(Bytes::from).map_err(|error| EncodeError::from_json(&error));
        }
        let mut bytes = Vec::with_capacity(128);
        if self.encoding == Encoding::SingleObject {
            bytes.extend(MARKER);
            bytes.extend(self.fingerprint.to_le_bytes());
        }
        let schema = self.parsed().map_err(EncodeError::new)?;
        let mut state = SerializerState::with_owned_config(bytes, SerializerConfig::new(schema));
        serde::Serialize::serialize(&value, state.serializer()).map_err(|error| EncodeError::new(error.to_string()))?;
        Ok(state.into_writer().into())
    }

    fn decode<T: Datum>(&'static self, payload: &[u8], encoding: Encoding) -> Result<T, DecodeError> {
        let pass = Pass::new(encoding == Encoding::Json, payload.len().saturating_add(EMPTY_ITEMS));
        let at = pass.at(&self.kind);
        let datum = match encoding {
            Encoding::Json => {
                let mut from = serde_json::Deserializer::from_slice(payload);
                let read = T::read(at, &mut from).and_then(|value| from.end().map(|()| value));
                return read.map_err(|error| DecodeError::from_json(payload, &error));
            }
            Encoding::Datum => payload,
            Encoding::SingleObject => self.single_object(payload)?,
        };
        let schema = self.parsed().map_err(DecodeError::malformed)?;
        let mut config = DeserializerConfig::new(schema);
        config.allowed_depth = DEEPEST;
        config.max_seq_size = payload.len().saturating_add(EMPTY_ITEMS);
        let mut state = DeserializerState::with_config(SliceRead::new(datum), config);
        let value = T::read(at, state.deserializer());
        let value = value.map_err(|error| DecodeError::malformed(format!("not Avro of this schema: {error}")))?;
        match state.into_reader().fill_buf() {
            Ok([]) => Ok(value),
            _ => Err(DecodeError::malformed("not Avro of this schema: there are bytes behind its end")),
        }
    }

    /// What stands behind the marker and the fingerprint.
    fn single_object<'a>(&self, payload: &'a [u8]) -> Result<&'a [u8], DecodeError> {
        let rest = payload.strip_prefix(&MARKER).and_then(<[u8]>::split_first_chunk::<8>);
        match rest {
            None => Err(DecodeError::malformed("not a single object of Avro: its marker is missing")),
            Some((fingerprint, datum)) if u64::from_le_bytes(*fingerprint) == self.fingerprint => Ok(datum),
            Some(_) => {
                let text = "a single object of another Avro schema: its fingerprint is not this schema's";
                Err(DecodeError::new(DecodeErrorKind::Mismatch, "", text))
            }
        }
    }

    /// How a message that came in is encoded: as its own media type says, else as the document does.
    fn encoding_of(&self, message: &RawMessage) -> Encoding {
        message.content_type.as_deref().and_then(Encoding::of).unwrap_or(self.encoding)
    }
}

/// A message that goes out in Avro.
#[derive(Debug)]
pub struct AsAvro<'a, T>(pub &'a T, pub &'static Schema);

fn raw(payload: Bytes, info: &'static MessageInfo) -> RawMessage {
    RawMessage { content_type: Some(SharedStr::from_static(info.content_type)), payload, ..RawMessage::default() }
}

impl<T: Datum> Outgoing for AsAvro<'_, T> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        Ok(raw(self.1.encode(self.0)?, info))
    }
}

impl<P: Datum, H: Wire> Outgoing for AsAvro<'_, WithHeaders<P, H>> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        let mut message = raw(self.1.encode(&self.0.payload)?, info);
        for (name, value) in crate::wire::write_headers(&self.0.headers)? {
            message.headers.append(name, value);
        }
        Ok(message)
    }
}

/// Decodes a payload.
///
/// # Errors
/// When it is not a value of the schema.
pub fn decode<T: Datum>(message: &RawMessage, schema: &'static Schema) -> Result<T, DecodeError> {
    schema.decode(&message.payload, schema.encoding_of(message))
}

/// Decodes a payload together with its declared headers.
///
/// # Errors
/// As [`decode`], and when a header is missing or breaks a rule.
pub fn decode_with_headers<P: Datum, H: Wire>(
    message: &RawMessage,
    schema: &'static Schema,
) -> Result<WithHeaders<P, H>, DecodeError> {
    Ok(WithHeaders { headers: decode_headers(&message.headers)?, payload: decode(message, schema)? })
}

/// `serde::Serialize` by way of [`Datum`], in Avro's JSON encoding. For `avro_impls!`.
///
/// # Errors
/// Those of the value.
#[doc(hidden)]
pub fn serialize<T: Datum, S: Serializer>(value: &T, kind: &'static Kind, to: S) -> Result<S::Ok, S::Error> {
    value.write(Pass::new(true, usize::MAX).at(kind), to)
}

/// `serde::Deserialize` by way of [`Datum`], in Avro's JSON encoding. For `avro_impls!`.
///
/// # Errors
/// When it is not a value of the schema.
#[doc(hidden)]
pub fn deserialize<'de, T: Datum, D: Deserializer<'de>>(kind: &'static Kind, from: D) -> Result<T, D::Error> {
    T::read(Pass::new(true, usize::MAX).at(kind), from)
}

/// `serde::Serialize` and `Deserialize` for a generated type, in Avro's JSON encoding.
#[doc(hidden)]
#[macro_export]
macro_rules! avro_impls {
    ($name:ident, $kind:expr) => {
        impl $crate::wire::serde::Serialize for $name {
            fn serialize<S: $crate::wire::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::avro::serialize(self, &$kind, to)
            }
        }
        impl<'de> $crate::wire::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::wire::Deserializer<'de>>(from: D) -> ::core::result::Result<Self, D::Error> {
                $crate::avro::deserialize(&$kind, from)
            }
        }
    };
}
