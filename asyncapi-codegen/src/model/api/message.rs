//! Messages: payload and header types, names, and how the payload is encoded.

use super::channel::{Builder, bindings};
use super::correlate::correlation;
use super::names::{self, Scope};
use super::{Codec, Message};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::{avro as format_code, lint, types};
use crate::document::{self, ChannelMessage, Document, ExpressionSource, Payload};
use crate::model::avro::{Contract, Encoding, is_avro};
use crate::model::schema::understood;
use crate::model::{Builtin, Name, TypeUse};
use crate::source::Node;

/// What payload and headers of a message become.
#[derive(Debug, Clone)]
pub(in crate::model) struct Types {
    payload: TypeUse,
    headers: Option<TypeUse>,
    codec: Codec,
    avro: Option<Contract>,
    whole: Option<crate::model::ConditionId>,
}

fn of_bytes() -> Types {
    Types { payload: TypeUse::Builtin(Builtin::Bytes), headers: None, codec: Codec::Raw, avro: None, whole: None }
}

/// A message as `channel` has it.
pub(super) fn lower_message(
    builder: &mut Builder<'_, '_>,
    entry: &ChannelMessage,
    static_name: Name,
    variants: &mut Scope,
) -> Option<Message> {
    let document = builder.document;
    let message = document.messages.get(entry.message.0 as usize)?;
    let (codec, content_type) = encoding(document, message);
    let types = builder.message_types(entry, message, codec, content_type);
    let docs =
        if entry.docs.summary.is_some() || entry.docs.description.is_some() { &entry.docs } else { &message.docs };
    Some(Message {
        variant: variants.name(&names::camel(&builder.called(&entry.key.text, None))),
        static_name,
        key: entry.key.text.to_string(),
        docs: builder.docs(docs, entry.key.span),
        payload: types.payload,
        headers: types.headers,
        codec: types.codec,
        avro: types.avro,
        whole: types.whole,
        content_type: content_type.to_owned(),
        correlation: correlation(document, message),
        bindings: bindings(&message.bindings),
    })
}

impl Builder<'_, '_> {
    /// The types of payload and headers: decided once per message, by the first channel that has it.
    fn message_types(
        &mut self,
        entry: &ChannelMessage,
        message: &document::Message,
        codec: Codec,
        content_type: &str,
    ) -> Types {
        if let Some(known) = self.lowered.get(&entry.message) {
            return known.clone();
        }
        let name = payload_name(entry, message);
        let mut types = self.payload_types(&name, entry, message, codec, content_type);
        let headers = message
            .headers
            .as_ref()
            .map(|headers| self.schemas.headers(headers, &format!("{name} headers"), self.sink));
        for (part, schema, ty) in
            [("payload", &message.payload, Some(&types.payload)), ("headers", &message.headers, headers.as_ref())]
        {
            if let Some(schema) = schema {
                self.schemas.note_message_examples(part, schema, ty, &message.examples);
            }
        }
        // Headers are named; a schema that does not name them (`type: object` alone) declares none.
        types.headers = headers.filter(|ty| matches!(ty, TypeUse::Named(_)));
        self.lint_place(message, &types);
        self.lowered.insert(entry.message, types.clone());
        types
    }

    fn payload_types(
        &mut self,
        name: &str,
        entry: &ChannelMessage,
        message: &document::Message,
        codec: Codec,
        content_type: &str,
    ) -> Types {
        let of = |payload, codec| Types { payload, headers: None, codec, avro: None, whole: None };
        match (codec, &message.payload) {
            (Codec::Empty, _) | (_, None) => of(TypeUse::Builtin(Builtin::Null), Codec::Empty),
            (Codec::Raw, Some(payload)) => {
                self.lint_raw(entry, message, payload);
                of(TypeUse::Builtin(Builtin::Bytes), codec)
            }
            (Codec::Json | Codec::Text, Some(payload)) => {
                let docs = self.docs(&message.docs, payload.schema.span());
                let ty = self.schemas.payload(payload, name, self.sink);
                let ty = self.schemas.whole(ty, name, docs, payload.schema.span());
                let all = self.options.validate_all && codec == Codec::Json;
                let whole = all.then(|| self.schemas.whole_condition(&payload.schema, name, self.sink));
                Types { whole, ..of(ty, codec) }
            }
            (Codec::Avro, Some(payload)) => self.avro_types(name, payload, content_type),
        }
    }

    fn avro_types(&mut self, name: &str, payload: &Payload, content_type: &str) -> Types {
        let lacks = self.options.lacking.contains(&"avro");
        // One fault is enough: mended, it is mended for all messages.
        if let Some(format) = payload.format.as_ref().filter(|_| lacks && !self.schemas.avro_is_off) {
            let text = format!("payloads of `{}` need the feature `avro` of asyncapi-runtime", format.value);
            let fault = Diagnostic::new(&format_code::FEATURE, format.span, text).label("not built in");
            self.sink.push(fault.help("turn it on: `asyncapi-runtime = { version = \"…\", features = [\"avro\"] }`"));
            self.schemas.avro_is_off = true;
        }
        let lowered = self.schemas.avro(&payload.schema, name, Encoding::of(content_type), self.sink);
        match lowered {
            // What stands for it until the fault is mended has no need of the feature.
            Some((payload, _)) if lacks => {
                Types { payload, headers: None, codec: Codec::Json, avro: None, whole: None }
            }
            Some((payload, contract)) => {
                Types { payload, headers: None, codec: Codec::Avro, avro: Some(contract), whole: None }
            }
            None => of_bytes(),
        }
    }

    /// Places in payloads are read from JSON alone.
    fn lint_place(&mut self, message: &document::Message, types: &Types) {
        let json = types.codec == Codec::Json || types.avro.as_ref().is_some_and(|it| it.encoding == Encoding::Json);
        let Some(place) = message.correlation_id.as_ref().filter(|_| !json) else { return };
        if place.value.source == ExpressionSource::Payload {
            let text = "the correlation id is in the payload, which is not JSON";
            let lint = Diagnostic::new(&format_code::PLACE_IN_BYTES, place.span, text);
            self.sink.push(lint.label("is not found there").help("let it be a header: `$message.header#/…`"));
        }
    }

    fn lint_raw(&mut self, entry: &ChannelMessage, message: &document::Message, payload: &Payload) {
        if let Some(format) = payload.format.as_ref().filter(|format| !understood(&format.value)) {
            let text = format!("schemas of format `{}` are not understood", format.value);
            let lint = Diagnostic::new(&types::SCHEMA_FORMAT, format.span, text);
            self.sink.push(lint.label("the payload is passed on as bytes"));
            return;
        }
        let Some(content_type) = &message.content_type else { return };
        let schema = payload.schema.get("type").and_then(|ty| ty.as_str());
        if schema.is_none_or(|ty| ty == "string") {
            // Bytes are what the schema says.
            return;
        }
        let text = format!("message `{}` is `{}`, which has no codec yet", entry.key.text, content_type.value);
        self.sink.push(
            Diagnostic::new(&lint::NO_CODEC, content_type.span, text)
                .label("the payload is passed on as bytes, and its schema is not checked"),
        );
    }
}

/// What the payload's type is called, unless its schema has a name.
fn payload_name(entry: &ChannelMessage, message: &document::Message) -> String {
    let given = message.node.get("x-rust-name").and_then(|name| name.as_str().map(str::to_owned));
    let component = message.key.as_ref().filter(|_| message.location.pointer.starts_with("/components/"));
    given
        .or_else(|| component.map(|key| key.text.to_string()))
        .or_else(|| message.name.as_ref().map(|name| name.value.clone()))
        .unwrap_or_else(|| entry.key.text.to_string())
}

/// How the payload of a message is encoded, and its media type. Where the document does not say the latter, it is what
/// goes with the schema: of a string, text.
pub(super) fn encoding<'m>(document: &Document, message: &'m document::Message) -> (Codec, &'m str) {
    const JSON: &str = "application/json";
    let given = message.content_type.as_ref().map(|it| it.value.as_str());
    let Some(payload) = &message.payload else { return (Codec::Empty, given.unwrap_or(JSON)) };
    match payload.format.as_ref().map(|format| format.value.as_str()) {
        // The name of the encoding in Avro's own specification.
        Some(format) if is_avro(format) => return (Codec::Avro, given.unwrap_or("avro/binary")),
        Some(format) if !understood(format) => return (Codec::Raw, given.unwrap_or("application/octet-stream")),
        _ => {}
    }
    let string = string_schema(document, &payload.schema);
    let Some(given) = given else {
        return match string {
            Some(schema) if schema.get("format").and_then(Node::as_str) == Some("binary") => {
                (Codec::Raw, "application/octet-stream")
            }
            Some(_) => (Codec::Text, "text/plain"),
            None => (Codec::Json, JSON),
        };
    };
    let essence = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let json = essence == JSON || essence == "text/json" || essence.ends_with("+json");
    let codec = if json || essence.is_empty() || !essence.contains('/') {
        Codec::Json
    } else if essence.starts_with("text/") && string.is_some() {
        Codec::Text
    } else {
        Codec::Raw
    };
    (codec, given)
}

/// The schema at the end of the references, if it says that the payload is a string.
fn string_schema(document: &Document, schema: &Node) -> Option<Node> {
    let mut schema = schema.clone();
    for _ in 0..100 {
        if schema.get("type").is_some() {
            break;
        }
        schema = document.resolve(&schema)?.node.clone();
    }
    let is_string = schema.get("type").and_then(Node::as_str) == Some("string");
    is_string.then_some(schema)
}
