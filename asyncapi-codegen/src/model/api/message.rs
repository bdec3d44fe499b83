//! Messages: payload and header types, names, and how the payload is encoded.

use super::bindings::Holder;
use super::channel::Builder;
use super::correlate::correlation;
use super::names::{self, Scope};
use super::server::is_http;
use super::{Codec, Message};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::{avro as format_code, lint, types};
use crate::document::{self, ChannelMessage, Document, ExpressionSource, Payload};
#[cfg(feature = "avro")]
use crate::model::avro::{Contract, Encoding};
use crate::model::schema::understood;
use crate::model::{Builtin, Name, TypeUse};
use crate::source::Node;

/// What payload and headers of a message become.
#[derive(Debug, Clone)]
pub(in crate::model) struct Types {
    payload: TypeUse,
    headers: Option<TypeUse>,
    key: Option<TypeUse>,
    codec: Codec,
    #[cfg(feature = "avro")]
    avro: Option<Contract>,
    whole: Option<crate::model::ConditionId>,
}

impl Types {
    fn of(payload: TypeUse, codec: Codec) -> Self {
        Self {
            payload,
            headers: None,
            key: None,
            codec,
            #[cfg(feature = "avro")]
            avro: None,
            whole: None,
        }
    }

    fn of_bytes() -> Self {
        Self::of(TypeUse::Builtin(Builtin::Bytes), Codec::Raw)
    }
}

/// Formats with libraries of their own, which only those who need them build: the media type, and the feature.
const FORMATS: [(&str, &str); 4] = [
    ("application/vnd.apache.avro", "avro"),
    ("application/vnd.apache.avro+json", "avro"),
    ("application/vnd.apache.avro+yaml", "avro"),
    ("application/vnd.google.protobuf", "protobuf"),
];

/// The feature for a schema format: one of [`FORMATS`], with or without a version.
pub(in crate::model) fn feature_of(format: &str) -> Option<&'static str> {
    let essence = format.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    FORMATS.iter().find(|(format, _)| *format == essence).map(|(_, feature)| *feature)
}

/// Whether this engine was built with a feature of [`FORMATS`].
fn is_built(feature: &str) -> bool {
    let built = [("avro", cfg!(feature = "avro")), ("protobuf", cfg!(feature = "protobuf"))];
    built.contains(&(feature, true))
}

fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == JSON || essence == "text/json" || essence.ends_with("+json")
}

const JSON: &str = "application/json";

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
    let types = builder.message_types(entry, message, codec);
    let docs =
        if entry.docs.summary.is_some() || entry.docs.description.is_some() { &entry.docs } else { &message.docs };
    Some(Message {
        variant: variants.name(&names::camel(&builder.called(&entry.key.text, None))),
        static_name,
        key: entry.key.text.to_string(),
        docs: builder.docs(docs, entry.key.span),
        payload: types.payload,
        headers: types.headers,
        key_type: types.key,
        codec: types.codec,
        #[cfg(feature = "avro")]
        avro: types.avro,
        whole: types.whole,
        content_type: content_type.to_owned(),
        correlation: correlation(document, message),
        bindings: builder.bindings(Holder::Message, &message.bindings),
    })
}

impl Builder<'_, '_> {
    /// The types of payload and headers: decided once per message, by the first channel that has it.
    fn message_types(&mut self, entry: &ChannelMessage, message: &document::Message, codec: Codec) -> Types {
        if let Some(known) = self.lowered.get(&entry.message) {
            return known.clone();
        }
        let name = payload_name(entry, message);
        let mut types = self.payload_types(&name, entry, message, codec);
        self.schemas.otherwise(&types.payload, &name, format!("{} {name}", self.channel));
        let headers = message
            .headers
            .as_ref()
            .map(|headers| self.schemas.headers(headers, &format!("{name} headers"), self.sink))
            .or_else(|| self.http_headers(&name, message));
        for (part, schema, ty) in
            [("payload", &message.payload, Some(&types.payload)), ("headers", &message.headers, headers.as_ref())]
        {
            if let Some(schema) = schema {
                self.schemas.note_message_examples(part, schema, ty, &message.examples);
            }
        }
        // Headers are named; a schema that does not name them (`type: object` alone) declares none.
        types.headers = headers.filter(|ty| matches!(ty, TypeUse::Named(_)));
        types.key = self.key_type(&name, message);
        self.lint_place(message, &types);
        self.lowered.insert(entry.message, types.clone());
        types
    }

    /// The type of the headers in the `http` binding of a message that has no others, where all servers speak HTTP.
    fn http_headers(&mut self, name: &str, message: &document::Message) -> Option<TypeUse> {
        let servers = &self.document.servers;
        if servers.is_empty() || !servers.iter().all(|server| is_http(&server.protocol.value)) {
            return None;
        }
        let binding = message.bindings.iter().find(|binding| &*binding.protocol.text == "http")?;
        let headers = binding.node.get("headers")?;
        Some(self.schemas.lower(headers, &format!("{name} headers"), self.sink))
    }

    fn payload_types(
        &mut self,
        name: &str,
        entry: &ChannelMessage,
        message: &document::Message,
        codec: Codec,
    ) -> Types {
        if let Some(types) = self.lacking(&message.payload) {
            return types;
        }
        match (codec, &message.payload) {
            (Codec::Empty, _) | (_, None) => Types::of(TypeUse::Builtin(Builtin::Null), Codec::Empty),
            (Codec::Raw, Some(payload)) => {
                self.lint_raw(entry, message, payload);
                Types::of_bytes()
            }
            (Codec::Json | Codec::Text, Some(payload)) => {
                let docs = self.docs(&message.docs, payload.schema.span());
                let ty = self.schemas.payload(payload, name, self.sink);
                let ty = self.schemas.whole(ty, name, docs, payload.schema.span());
                let all = self.options.validate_all && codec == Codec::Json;
                let whole = all.then(|| self.schemas.whole_condition(&payload.schema, name, self.sink));
                Types { whole, ..Types::of(ty, codec) }
            }
            #[cfg(feature = "protobuf")]
            (Codec::Protobuf, Some(payload)) => self.protobuf_types(name, entry, message, payload),
            #[cfg(feature = "avro")]
            (Codec::Avro, Some(payload)) => self.avro_types(name, message, payload),
        }
    }

    /// What stands for a payload in a format that needs a feature which is not on: bytes.
    fn lacking(&mut self, payload: &Option<Payload>) -> Option<Types> {
        let format = payload.as_ref().and_then(|payload| payload.format.as_ref())?;
        let feature = feature_of(&format.value)?;
        if is_built(feature) && !self.options.lacking.contains(&feature) {
            return None;
        }
        // One fault is enough: mended, it is mended for all messages.
        let help = format!("turn it on: `asyncapi-runtime = {{ version = \"…\", features = [\"{feature}\"] }}`");
        if !self.sink.as_slice().iter().any(|it| it.help.first() == Some(&help)) {
            let text = format!("payloads of `{}` need the feature `{feature}` of asyncapi-runtime", format.value);
            let fault = Diagnostic::new(&format_code::FEATURE, format.span, text).label("not built in");
            self.sink.push(fault.help(help));
        }
        Some(Types::of_bytes())
    }

    #[cfg(feature = "avro")]
    fn avro_types(&mut self, name: &str, message: &document::Message, payload: &Payload) -> Types {
        let (_, content_type) = encoding(self.document, message);
        match self.schemas.avro(&payload.schema, name, Encoding::of(content_type), self.sink) {
            Some((payload, contract)) => Types { avro: Some(contract), ..Types::of(payload, Codec::Avro) },
            None => Types::of_bytes(),
        }
    }

    #[cfg(feature = "protobuf")]
    fn protobuf_types(
        &mut self,
        name: &str,
        entry: &ChannelMessage,
        message: &document::Message,
        payload: &Payload,
    ) -> Types {
        let named = message.node.get("x-protobuf-message");
        let named = named.and_then(|node| Some((node.as_str()?.to_owned(), node.span())));
        let keys = [message.key.as_ref(), Some(&entry.key)].into_iter().flatten().map(|key| key.text.to_string());
        let called: Vec<String> =
            message.name.iter().map(|name| name.value.clone()).chain(keys).chain([name.to_owned()]).collect();
        let format = payload.format.as_ref().map_or("", |format| format.value.as_str());
        let asking = crate::model::protobuf::Asking { schema: &payload.schema, format, named, called: &called };
        match self.schemas.protobuf(&asking, self.sink) {
            Some(payload) => Types::of(payload, Codec::Protobuf),
            None => Types::of_bytes(),
        }
    }

    /// Places in payloads are read from JSON alone.
    fn lint_place(&mut self, message: &document::Message, types: &Types) {
        #[cfg(feature = "avro")]
        let avro = types.avro.as_ref().is_some_and(|it| it.encoding == Encoding::Json);
        #[cfg(not(feature = "avro"))]
        let avro = false;
        let json = avro || types.codec == Codec::Json;
        let Some(place) = message.correlation_id.as_ref().filter(|_| !json) else { return };
        if place.value.source == ExpressionSource::Payload {
            let text = "the correlation id is in the payload, which is not JSON";
            let lint = Diagnostic::new(&format_code::PLACE_IN_BYTES, place.span, text);
            self.sink.push(lint.label("is not found there").help("let it be a header: `$message.header#/…`"));
        }
    }

    fn lint_raw(&mut self, entry: &ChannelMessage, message: &document::Message, payload: &Payload) {
        let unknown = |format: &str| !understood(format) && feature_of(format).is_none();
        if let Some(format) = payload.format.as_ref().filter(|format| unknown(&format.value)) {
            let text = format!("schemas of format `{}` are not understood", format.value);
            let lint = Diagnostic::new(&types::SCHEMA_FORMAT, format.span, text);
            self.sink.push(lint.label("the payload is passed on as bytes"));
            return;
        }
        let Some(content_type) = &message.content_type else { return };
        if payload.format.as_ref().and_then(|format| feature_of(&format.value)).is_some() {
            let text = format!("message `{}` is JSON, which Protobuf payloads are not yet read from", entry.key.text);
            let lint = Diagnostic::new(&format_code::PROTOBUF_JSON, content_type.span, text);
            let lint = lint.label("the payload is passed on as bytes");
            self.sink.push(lint.help("if it is binary, say so on the message: `contentType: application/x-protobuf`"));
            return;
        }
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
    let given = message.content_type.as_ref().map(|it| it.value.as_str());
    let Some(payload) = &message.payload else { return (Codec::Empty, given.unwrap_or(JSON)) };
    if let Some(format) = payload.format.as_ref().filter(|format| !understood(&format.value)) {
        return match feature_of(&format.value) {
            // The name of the encoding in Avro's own specification.
            #[cfg(feature = "avro")]
            Some("avro") => (Codec::Avro, given.unwrap_or("avro/binary")),
            #[cfg(feature = "protobuf")]
            Some("protobuf") if !given.is_some_and(is_json) => {
                (Codec::Protobuf, given.unwrap_or("application/x-protobuf"))
            }
            _ => (Codec::Raw, given.unwrap_or("application/octet-stream")),
        };
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
    let codec = if is_json(given) || essence.is_empty() || !essence.contains('/') {
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
