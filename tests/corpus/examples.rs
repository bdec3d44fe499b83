//! The documents' own message examples, as questions to the generated code.
//!
//! Of each channel, the enum of what comes in decodes every example of its messages, and what it picked is encoded again;
//! of each message, also of those that go out and of replies, the payload's type does so by itself. An example counts if
//! payload and headers satisfy their schemas, by the `jsonschema` crate.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::rc::Rc;

use asyncapi_codegen::document::{ChannelMessage, Document, Message, Payload};
use asyncapi_codegen::model::{self, Codec, Model, TypeUse};
use serde_json::{Value, json};

use crate::applies::Applies;
use crate::oracle::{plain, schema};

/// What a side of a document is asked.
#[derive(Default)]
pub(crate) struct Talk {
    /// Expressions of the program, which answer from `raw`; `MODULE` stands for the path of the side's module.
    pub(crate) entries: Vec<String>,
    /// The questions.
    pub(crate) questions: Vec<Question>,
    /// Examples that do not count, each with the reason.
    pub(crate) passed_over: Vec<&'static str>,
}

/// An example, and who is asked.
pub(crate) struct Question {
    /// Index into the entries.
    pub(crate) entry: usize,
    /// Message and example, for people.
    pub(crate) what: String,
    /// The channel's key for the message; `None`: a type is asked, which is no choice.
    pub(crate) message: Option<String>,
    /// The payload: JSON, or the text itself.
    pub(crate) payload: String,
    /// Whether the payload is text.
    pub(crate) text: bool,
    /// Names and values of the headers.
    pub(crate) headers: Vec<(String, String)>,
    /// The schema of the payload.
    pub(crate) schema: Rc<Applies>,
    /// The channel's messages, with the schemas of their payloads.
    pub(crate) others: Rc<Vec<(String, Rc<Applies>)>>,
}

/// An example that counts.
struct Example {
    name: String,
    payload: Value,
    headers: Vec<(String, String)>,
}

/// The questions to a side.
pub(crate) fn of(document: &Document, model: &Model) -> Talk {
    let mut talk = Talk::default();
    let mut asked: BTreeSet<String> = BTreeSet::new();
    for channel in &model.channels {
        let Some(known) = document.channels.iter().find(|it| *it.key.text == *channel.key) else { continue };
        let find = |key: &str| known.messages.iter().find(|entry| *entry.key.text == *key);
        let incoming: Vec<&model::Message> =
            channel.incoming.iter().filter_map(|at| channel.messages.get(*at)).collect();
        if !incoming.is_empty() {
            talk.entries.push(entry_of(channel, &incoming));
            let of = |message: &&model::Message| Some((message.key.clone(), applies(document, find(&message.key)?)?));
            let others = Rc::new(incoming.iter().filter_map(of).collect::<Vec<_>>());
            for message in incoming {
                let Some(entry) = find(&message.key) else { continue };
                ask_channel(&mut talk, document, message, entry, &others);
            }
        }
        let replies = channel.sends.iter().map(|it| &it.reply).chain(channel.receives.iter().map(|it| &it.reply));
        let replies = replies.flatten().flat_map(|reply| &reply.messages);
        for message in channel.messages.iter().chain(replies) {
            let entries = document.channels.iter().flat_map(|channel| &channel.messages);
            let same = |entry: &&ChannelMessage| *entry.key.text == *message.key;
            let Some(entry) = find(&message.key).or_else(|| entries.clone().find(same)) else { continue };
            ask_type(&mut talk, document, model, message, entry, &mut asked);
        }
    }
    talk
}

/// Decodes, and encodes what was picked.
fn entry_of(channel: &model::Channel, incoming: &[&model::Message]) -> String {
    let name = &channel.name.0;
    let mut arms = String::new();
    for message in incoming {
        let value = match message.codec {
            Codec::Json => "message",
            Codec::Text => "rt::AsText(&message)",
            Codec::Empty => "rt::AsNothing(&message)",
            Codec::Raw | Codec::Avro | Codec::Protobuf => continue,
        };
        let (variant, described) = (&message.variant.0, &message.static_name.0);
        writeln!(
            arms,
            "Ok(channel::Message::{variant}(message)) => \
             written({:?}, rt::Outgoing::encode(&{value}, &channel::{described})),",
            message.key
        )
        .unwrap();
    }
    format!(
        "{{ use MODULE::{name} as channel; \
         match <channel::Message as rt::Incoming>::decode(raw) {{ Err(error) => format!(\"refused\\t{{error}}\"), {arms} \
         #[allow(unreachable_patterns)] Ok(_) => \"another\\t\".to_owned() }} }}"
    )
}

fn payload_of<'d>(document: &'d Document, entry: &ChannelMessage) -> Option<(&'d Message, Option<&'d Payload>)> {
    let message = document.messages.get(entry.message.0 as usize)?;
    Some((message, message.payload.as_ref()))
}

fn applies(document: &Document, entry: &ChannelMessage) -> Option<Rc<Applies>> {
    let (_, payload) = payload_of(document, entry)?;
    let schema = payload.map_or(json!({}), |payload| schema(document, &payload.schema));
    Some(Rc::new(Applies::new(schema, &Vec::new())))
}

fn ask_channel(
    talk: &mut Talk,
    document: &Document,
    message: &model::Message,
    entry: &ChannelMessage,
    others: &Rc<Vec<(String, Rc<Applies>)>>,
) {
    let at = talk.entries.len() - 1;
    for example in examples(talk, document, message, entry) {
        let Some((_, schema)) = others.iter().find(|(key, _)| *key == message.key) else { continue };
        let text = message.codec == Codec::Text;
        talk.questions.push(Question {
            entry: at,
            what: format!("message `{}`, {}", message.key, example.name),
            message: Some(message.key.clone()),
            payload: written(&example.payload, message.codec),
            text,
            headers: example.headers,
            schema: Rc::clone(schema),
            others: Rc::clone(others),
        });
    }
}

fn ask_type(
    talk: &mut Talk,
    document: &Document,
    model: &Model,
    message: &model::Message,
    entry: &ChannelMessage,
    asked: &mut BTreeSet<String>,
) {
    let TypeUse::Named(id) = &message.payload else { return };
    let Some(definition) = model.types.get(id.0 as usize).filter(|_| message.codec == Codec::Json) else { return };
    if !asked.insert(format!("{} {}", definition.name.0, message.key)) {
        return;
    }
    let Some(schema) = applies(document, entry) else { return };
    let before = talk.passed_over.len();
    let found = examples(talk, document, message, entry);
    // They were counted with the channel.
    talk.passed_over.truncate(before);
    if found.is_empty() {
        return;
    }
    talk.entries.push(format!("wire::<MODULE::{}>(raw)", definition.name.0));
    let entry = talk.entries.len() - 1;
    talk.questions.extend(found.into_iter().map(|example| Question {
        entry,
        what: format!("type `{}`, {}", definition.name.0, example.name),
        message: None,
        payload: example.payload.to_string(),
        text: false,
        headers: Vec::new(),
        schema: Rc::clone(&schema),
        others: Rc::default(),
    }));
}

fn written(payload: &Value, codec: Codec) -> String {
    match (codec, payload) {
        (Codec::Text, Value::String(text)) => text.clone(),
        (Codec::Empty, _) => String::new(),
        _ => payload.to_string(),
    }
}

/// The examples of a message that count.
fn examples(talk: &mut Talk, document: &Document, message: &model::Message, entry: &ChannelMessage) -> Vec<Example> {
    let Some((whole, payload)) = payload_of(document, entry) else { return Vec::new() };
    let mut found = Vec::new();
    for (at, node) in whole.examples.iter().enumerate() {
        let headers = node.get("headers").map_or(json!({}), plain);
        let value = node.get("payload").map(plain);
        let accepts = |schema: Option<&Payload>, value: &Value| {
            let Some(payload) = schema else { return Some(true) };
            Applies::new(schema_of(document, payload), &Vec::new()).accepts("", value)
        };
        let passed_over = match (&value, payload) {
            _ if matches!(message.codec, Codec::Raw | Codec::Avro) => Some("not JSON"),
            (None, Some(_)) => Some("no payload"),
            (Some(_), None) => Some("a payload where none is declared"),
            _ if accepts(payload, value.as_ref().unwrap_or(&Value::Null)) != Some(true) => Some("payload not valid"),
            _ if accepts(whole.headers.as_ref(), &headers) != Some(true) => Some("headers not valid"),
            _ => None,
        };
        if let Some(why) = passed_over {
            talk.passed_over.push(why);
            continue;
        }
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let headers = headers.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), text(value)));
        let name =
            node.get("name").and_then(|name| name.as_str()).map_or(format!("example {at}"), |name| name.to_owned());
        found.push(Example { name, payload: value.unwrap_or_default(), headers: headers.collect() });
    }
    found
}

fn schema_of(document: &Document, payload: &Payload) -> Value {
    schema(document, &payload.schema)
}
