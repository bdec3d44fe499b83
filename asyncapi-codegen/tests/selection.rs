//! What is generated of a document of which only a part is asked for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use asyncapi_codegen::diagnostic::Sink;
use asyncapi_codegen::document::{InMemory, LoadOptions, load};
use asyncapi_codegen::model::{Model, model};
use asyncapi_codegen::options::{Given, Options, Place};

const DOCUMENT: &str = "
asyncapi: 3.0.0
info: { title: T, version: '1' }
servers:
  public: { host: a, protocol: ws, security: [{ $ref: '#/components/securitySchemes/key' }] }
  internal: { host: b, protocol: ws, security: [{ $ref: '#/components/securitySchemes/user' }] }
channels:
  chat:
    tags: [{ name: people }]
    servers: [{ $ref: '#/servers/public' }]
    messages:
      said: { payload: { $ref: '#/components/schemas/Said' } }
      left: { payload: { $ref: '#/components/schemas/Left' }, tags: [{ name: rare }] }
  audit:
    servers: [{ $ref: '#/servers/internal' }]
    messages: { entry: { payload: { $ref: '#/components/schemas/Entry' } } }
  unused: {}
operations:
  say: { action: send, channel: { $ref: '#/channels/chat' }, messages: [{ $ref: '#/channels/chat/messages/said' }] }
  leave: { action: send, channel: { $ref: '#/channels/chat' }, messages: [{ $ref: '#/channels/chat/messages/left' }] }
  write: { action: send, channel: { $ref: '#/channels/audit' }, tags: [{ name: staff }] }
components:
  schemas:
    Said: { type: object, properties: { by: { $ref: '#/components/schemas/Person' } } }
    Left: { type: object, properties: { why: { type: string } } }
    Entry: { type: object, properties: { at: { type: string } } }
    Person: { type: object, properties: { name: { type: string } } }
  securitySchemes:
    key: { type: httpApiKey, in: header, name: key }
    user: { type: userPassword }
";

fn list(names: &[&str]) -> Option<Vec<Given<String>>> {
    (!names.is_empty()).then(|| names.iter().map(|name| Given::new((*name).to_owned(), Place(1))).collect())
}

/// The model, and what is said of the options.
fn selected(channels: &[&str], operations: &[&str], tags: &[&str]) -> (Model, Vec<String>) {
    let options =
        Options { channels: list(channels), operations: list(operations), tags: list(tags), ..Options::default() };
    let mut sink = Sink::default();
    let mut files = InMemory::default().with("asyncapi.yaml", DOCUMENT);
    let document = load("asyncapi.yaml", &mut files, &LoadOptions::default(), &mut sink).expect("it loads");
    let model = model(&document, &options, &mut sink);
    let faults = sink.option_faults().iter().map(|fault| fault.message.clone()).collect();
    assert!(!sink.has_errors() || !sink.option_faults().is_empty());
    (model, faults)
}

/// The operations, types and servers of a selection.
fn parts(channels: &[&str], operations: &[&str], tags: &[&str]) -> [String; 3] {
    let (model, faults) = selected(channels, operations, tags);
    assert!(faults.is_empty(), "{faults:?}");
    let sends = model.channels.iter().flat_map(|channel| &channel.sends).map(|send| send.key.clone());
    let types = model.types.iter().map(|it| it.name.0.clone());
    let servers = model.servers.iter().map(|server| server.key.clone());
    [sends.collect::<Vec<_>>().join(" "), types.collect::<Vec<_>>().join(" "), servers.collect::<Vec<_>>().join(" ")]
}

#[test]
fn only_what_is_reached_is_there() {
    assert_eq!(parts(&[], &[], &[]), ["say leave write", "Said Person Left Entry", "public internal"]);
    assert_eq!(parts(&["audit"], &[], &[]), ["write", "Entry", "internal"]);
    assert_eq!(parts(&[], &["leave"], &[]), ["leave", "Left", "public"]);
    assert_eq!(parts(&["audit"], &["say"], &[]), ["say write", "Said Person Entry", "public internal"]);
}

#[test]
fn tags_are_those_of_the_operation_its_channel_and_its_messages() {
    assert_eq!(parts(&[], &[], &["staff"]), ["write", "Entry", "internal"]);
    assert_eq!(parts(&[], &[], &["people"]), ["say leave", "Said Person Left", "public"]);
    assert_eq!(parts(&[], &[], &["rare"]), ["leave", "Left", "public"]);
    assert_eq!(parts(&[], &[], &["rare", "staff"]), ["leave write", "Left Entry", "public internal"]);
    assert_eq!(parts(&["chat"], &[], &["rare"]), ["leave", "Left", "public"]);
}

#[test]
fn what_selects_nothing_is_said() {
    let fault =
        |channels: &[&str], operations: &[&str], tags: &[&str]| selected(channels, operations, tags).1.join("; ");
    assert_eq!(fault(&["unused"], &[], &[]), "no operation is on channel `unused`");
    let unknown = "there is no channel `chta`; did you mean `chat`? (choose from `audit`, `chat`, `unused`)";
    assert_eq!(fault(&["chta"], &[], &[]), unknown);
    let unknown = "there is no tag of a selected operation `stuff`; did you mean `staff`? (choose from `people`, `rare`, `staff`)";
    assert_eq!(fault(&[], &[], &["stuff"]), unknown);
    let unknown = "there is no tag of a selected operation `staff` (choose from `people`, `rare`)";
    assert_eq!(fault(&["chat"], &[], &["staff"]), unknown);
    let options = Options { operations: Some(Vec::new()), ..Options::default() };
    let mut sink = Sink::default();
    let mut files = InMemory::default().with("asyncapi.yaml", DOCUMENT);
    let document = load("asyncapi.yaml", &mut files, &LoadOptions::default(), &mut sink).expect("it loads");
    let _ = model(&document, &options, &mut sink);
    assert!(sink.option_faults()[0].message.contains("select nothing"));
}
