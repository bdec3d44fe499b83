//! Messages: payload and header types, names, and how the payload is encoded.

use super::channel::{Builder, bindings};
use super::names::{self, Scope};
use super::operation::expression;
use super::{Codec, Message};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::lint;
use crate::document::{self, ChannelMessage};
use crate::model::{Builtin, Name, TypeUse};

/// A message as `channel` has it.
pub(super) fn lower_message(
    builder: &mut Builder<'_, '_>,
    entry: &ChannelMessage,
    static_name: Name,
    variants: &mut Scope,
) -> Option<Message> {
    let document = builder.document;
    let message = document.messages.get(entry.message.0 as usize)?;
    let content_type = content_type(message);
    let codec = codec(message, content_type);
    let (payload, headers) = builder.message_types(entry, message, codec);
    let docs =
        if entry.docs.summary.is_some() || entry.docs.description.is_some() { &entry.docs } else { &message.docs };
    Some(Message {
        variant: variants.name(&names::camel(&builder.called(&entry.key.text, None))),
        static_name,
        key: entry.key.text.to_string(),
        docs: builder.docs(docs, entry.key.span),
        payload,
        headers,
        codec,
        content_type: content_type.to_owned(),
        correlation: message.correlation_id.as_ref().map(|location| expression(&location.value)),
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
    ) -> (TypeUse, Option<TypeUse>) {
        if let Some(known) = self.lowered.get(&entry.message) {
            return known.clone();
        }
        let name = payload_name(entry, message);
        let payload = match (codec, &message.payload) {
            (Codec::Empty, _) | (_, None) => TypeUse::Builtin(Builtin::Null),
            (Codec::Raw, Some(_)) => {
                self.lint_raw(entry, message);
                TypeUse::Builtin(Builtin::Bytes)
            }
            (Codec::Text, _) => TypeUse::Builtin(Builtin::String),
            (Codec::Json, Some(payload)) => {
                let docs = self.docs(&message.docs, payload.schema.span());
                let ty = self.schemas.payload(payload, &name, self.sink);
                self.schemas.whole(ty, &name, docs, payload.schema.span())
            }
        };
        let headers = message
            .headers
            .as_ref()
            .map(|headers| self.schemas.payload(headers, &format!("{name} headers"), self.sink));
        for (part, schema, ty) in
            [("payload", &message.payload, Some(&payload)), ("headers", &message.headers, headers.as_ref())]
        {
            if let Some(schema) = schema {
                self.schemas.note_message_examples(part, schema, ty, &message.examples);
            }
        }
        // Headers are named; a schema that does not name them (`type: object` alone) declares none.
        let headers = headers.filter(|ty| matches!(ty, TypeUse::Named(_)));
        self.lowered.insert(entry.message, (payload.clone(), headers.clone()));
        (payload, headers)
    }

    fn lint_raw(&mut self, entry: &ChannelMessage, message: &document::Message) {
        let Some(content_type) = &message.content_type else { return };
        let schema = message.payload.as_ref().and_then(|payload| payload.schema.get("type")).and_then(|ty| ty.as_str());
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

/// The media type of a message; JSON unless the document says otherwise.
pub(super) fn content_type(message: &document::Message) -> &str {
    message.content_type.as_ref().map_or("application/json", |it| it.value.as_str())
}

/// How a payload of a content type is encoded.
pub(super) fn codec(message: &document::Message, content_type: &str) -> Codec {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let Some(payload) = &message.payload else { return Codec::Empty };
    let json = essence == "application/json" || essence == "text/json" || essence.ends_with("+json");
    let string = payload.schema.get("type").and_then(|ty| ty.as_str()) == Some("string");
    if json || essence.is_empty() || !essence.contains('/') {
        Codec::Json
    } else if essence.starts_with("text/") && string {
        Codec::Text
    } else {
        Codec::Raw
    }
}
