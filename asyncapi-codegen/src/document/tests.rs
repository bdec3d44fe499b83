//! Whole documents through [`load`].

mod hostile;

use super::*;
use crate::diagnostic::render;

/// The document, which must have no faults.
fn loaded(text: &str) -> Document {
    let mut sink = Sink::default();
    let mut files = InMemory::default().with("asyncapi.yaml", text);
    let document = load("asyncapi.yaml", &mut files, &LoadOptions::default(), &mut sink).expect("it loads");
    let faults: Vec<String> = sink.into_sorted().iter().map(|fault| render(&document.sources, fault)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    document
}

const CHAT: &str = "
asyncapi: 3.0.0
info: { title: Chat, version: 1.0.0 }
servers:
  development:
    host: localhost:8787
    protocol: ws
    security: [{ $ref: '#/components/securitySchemes/apiKeyHeader' }]
channels:
  chat:
    address: /
    messages:
      chatMessage: { $ref: '#/components/messages/chat' }
      userStatus: { payload: { type: object } }
operations:
  sendMessage:
    action: send
    channel: { $ref: '#/channels/chat' }
    messages: [{ $ref: '#/channels/chat/messages/chatMessage' }]
  status:
    action: receive
    channel: { $ref: '#/channels/chat' }
components:
  messages:
    chat: { payload: { type: object } }
  securitySchemes:
    apiKeyHeader: { type: httpApiKey, in: header, name: X-API-Key }
";

#[test]
fn values_that_stand_twice_are_told_by_their_value() {
    let faults = |values: &str| {
        let text = CHAT
            .replace("chat: { payload: { type: object } }", &format!("chat: {{ payload: {{ enum: [{values}] }} }}"));
        let mut sink = Sink::default();
        let mut files = InMemory::default().with("asyncapi.yaml", text);
        load("asyncapi.yaml", &mut files, &LoadOptions::default(), &mut sink).expect("it loads");
        sink.into_sorted().into_iter().map(|fault| fault.message).collect::<Vec<_>>()
    };
    for values in ["1, 1.0", "1.5, 15e-1", "0x10, 16", "a, 1, a", "100000000000000000001, 100000000000000000001.0"] {
        assert_eq!(faults(values).len(), 1, "{values}");
    }
    for values in ["1, '1'", "a, A", "9007199254740993, 9007199254740992", "1, 1.1", "true, 'true'"] {
        assert_eq!(faults(values), [] as [String; 0], "{values}");
    }
}

#[test]
fn a_document_of_3_0_becomes_the_model() {
    let document = loaded(CHAT);
    assert_eq!(document.version, Version::V3(0));
    assert_eq!(document.servers[0].host.value, "localhost:8787");
    let (scheme, _) = &document.servers[0].security[0].schemes[0];
    let scheme = &document.security_schemes[scheme.0 as usize];
    assert_eq!(scheme.name, "apiKeyHeader");
    assert_eq!(scheme.kind, SecurityKind::HttpApiKey { name: "X-API-Key".into(), place: HttpPlace::Header });
    let keys = |messages: &[usize]| -> Vec<&str> {
        messages.iter().map(|at| &*document.channels[0].messages[*at].key.text).collect()
    };
    assert_eq!(keys(&document.operations[0].messages), ["chatMessage"]);
    assert_eq!(keys(&document.operations[1].messages), ["chatMessage", "userStatus"]);
    assert_eq!(document.messages[0].key.as_ref().map(|key| &*key.text), Some("chat"));
    assert_eq!(document.messages[0].location.pointer, "/components/messages/chat");
}

/// The ids of what is wrong with a document.
fn faults(text: &str) -> Vec<&'static str> {
    let mut sink = Sink::default();
    let mut files = InMemory::default().with("asyncapi.yaml", text);
    let _ = load("asyncapi.yaml", &mut files, &LoadOptions::default(), &mut sink);
    sink.into_sorted().iter().map(|fault| fault.code.id).collect()
}

#[test]
fn in_3_x_an_object_wins_over_its_traits_and_later_traits_over_earlier_ones() {
    let document = loaded(
        "
asyncapi: 3.1.0
info: { title: T, version: '1' }
defaultContentType: application/json
channels:
  c:
    messages:
      m:
        name: own
        headers: { type: object, properties: { a: { type: string } } }
        traits:
          - { name: first, title: first, headers: { $ref: '#/components/schemas/common' } }
          - { $ref: '#/components/messageTraits/second' }
components:
  schemas:
    common: { type: object, properties: { a: { type: integer }, b: { type: integer } } }
  messageTraits:
    second: { title: second, contentType: text/plain, x-note: extended }
",
    );
    let message = &document.messages[0];
    assert_eq!(message.name.as_ref().map(|name| &*name.value), Some("own"));
    assert_eq!(message.docs.title.as_deref(), Some("second"));
    assert_eq!(message.content_type.as_ref().map(|kind| &*kind.value), Some("text/plain"));
    assert_eq!(message.node.get("x-note").and_then(crate::source::Node::as_str), Some("extended"));
    let properties = message.headers.as_ref().and_then(|headers| headers.schema.get("properties")).expect("merged");
    let kind = |name: &str| properties.get(name).and_then(|node| node.get("type")?.as_str().map(ToOwned::to_owned));
    assert_eq!((kind("a").as_deref(), kind("b").as_deref()), (Some("string"), Some("integer")));
}

#[test]
fn in_2_x_traits_are_merged_into_the_object() {
    let document = loaded(
        "
asyncapi: 2.0.0
info: { title: T, version: '1' }
channels:
  c:
    publish:
      summary: own
      traits: [{ summary: of the trait, bindings: { kafka: { groupId: { const: g } } } }]
      message: { payload: { type: string } }
",
    );
    let operation = &document.operations[0];
    assert_eq!(operation.docs.summary.as_deref(), Some("of the trait"));
    assert_eq!(&*operation.bindings[0].protocol.text, "kafka");
}

#[test]
fn traits_of_schemas_that_contain_themselves_are_merged_in_bounded_time() {
    let document = loaded(
        "
asyncapi: 3.0.0
info: { title: T, version: '1' }
channels:
  c:
    messages:
      m:
        headers: { $ref: '#/components/schemas/a' }
        traits: [{ headers: { $ref: '#/components/schemas/b' } }]
components:
  schemas:
    a: { properties: { x: { $ref: '#/components/schemas/a' }, y: { $ref: '#/components/schemas/a' } } }
    b: { properties: { x: { $ref: '#/components/schemas/b' }, y: { $ref: '#/components/schemas/b' } } }
",
    );
    assert!(document.messages[0].headers.is_some());
}

const KRAKEN: &str = "
asyncapi: 2.4.0
info: { title: T, version: '1' }
servers:
  public:
    url: wss://{stage}.kraken.com/v1
    protocol: ws
    variables: { stage: { enum: [ws, beta], default: ws } }
    security: [{ user: [], token: [read] }]
channels:
  /:
    publish:
      message:
        oneOf:
          - $ref: '#/components/messages/ping'
          - $ref: '#/components/messages/subscribe'
          - name: named
            payload: { type: string }
          - messageId: identified
            payload: { type: string }
    subscribe:
      operationId: onEvent
      message:
        oneOf:
          - $ref: '#/components/messages/ping'
          - payload: { $ref: '#/components/schemas/pong' }
          - payload: { type: boolean }
          - payload: { type: number }
  order/created:
    parameters: { id: { schema: { type: string, enum: [a, b] } } }
    subscribe:
      message: { $ref: '#/components/messages/any' }
components:
  messages:
    ping: { payload: { type: object } }
    subscribe: { payload: { type: object } }
    any: { oneOf: [{ $ref: '#/components/messages/ping' }, { $ref: '#/components/messages/subscribe' }] }
  schemas: { pong: { type: object } }
  securitySchemes: { user: { type: userPassword }, token: { type: apiKey, in: user } }
";

#[test]
fn a_document_of_2_x_becomes_one_of_3_x() {
    let document = loaded(KRAKEN);
    let server = &document.servers[0];
    assert_eq!((&*server.protocol.value, &*server.host.value), ("wss", "{stage}.kraken.com"));
    assert_eq!(server.pathname.as_ref().map(|path| &*path.value), Some("/v1"));
    assert_eq!(server.variables[0].values.len(), 2);
    assert_eq!(server.security[0].schemes.len(), 2, "of one requirement all must be met");
    assert_eq!(server.security[0].schemes[1].1, ["read"]);

    let operations: Vec<_> = document
        .operations
        .iter()
        .map(|operation| (&*operation.key.text, operation.derived, operation.action.value))
        .collect();
    let expected = [
        ("receive /", true, Action::Receive),
        ("onEvent", false, Action::Send),
        ("send order/created", true, Action::Send),
    ];
    assert_eq!(operations, expected);

    let [root, orders] = &document.channels[..] else { panic!("two channels") };
    assert_eq!(root.address.as_ref().map(|address| &*address.value), Some("/"));
    let keys: Vec<&str> = root.messages.iter().map(|message| &*message.key.text).collect();
    assert_eq!(keys, ["ping", "subscribe", "named", "identified", "pong", "onEvent", "onEvent2"]);
    assert_eq!(document.operations[0].messages, [0, 1, 2, 3]);
    assert_eq!(document.operations[1].messages, [0, 4, 5, 6], "`ping` is the same message in both directions");
    assert_eq!(orders.parameters[0].values[1].value, "b");
    assert_eq!(orders.messages[0].message, root.messages[0].message);
    assert_eq!(document.operations[2].messages, [0, 1]);
}

#[test]
fn an_operation_names_channels_by_any_way_that_leads_to_them() {
    let document = loaded(
        "
asyncapi: 3.0.0
info: { title: T, version: '1' }
channels:
  a: { $ref: '#/components/channels/shared' }
  b: { $ref: '#/components/channels/shared' }
operations:
  onA: { action: send, channel: { $ref: '#/channels/a' }, messages: [{ $ref: '#/channels/a/messages/m' }] }
  onB:
    action: receive
    channel: { $ref: '#/channels/b' }
    messages: [{ $ref: '#/channels/b/messages/m' }]
    reply: { channel: { $ref: '#/components/channels/answers' }, address: { location: '$message.header#/reply~1to' } }
components:
  channels:
    shared: { address: x, messages: { m: { payload: { type: string } } } }
    answers: { address: null, messages: { n: { payload: { type: string } } } }
",
    );
    assert_eq!(document.operations[0].channel, ChannelId(0));
    assert_eq!(document.operations[1].channel, ChannelId(1));
    assert_eq!(document.operations[1].messages, [0]);
    let reply = document.operations[1].reply.as_ref().expect("a reply");
    assert_eq!(reply.channel, Some(ChannelId(2)));
    assert_eq!(&*document.channels[2].key.text, "answers");
    assert_eq!(reply.messages, [0]);
    let address = reply.address.as_ref().map(|address| &address.value);
    let header = RuntimeExpression { source: ExpressionSource::Header, pointer: vec!["reply/to".to_owned()] };
    assert_eq!(address, Some(&header));
}

#[test]
fn multi_format_schemas_keep_their_format() {
    let document = loaded(
        "
asyncapi: 3.0.0
info: { title: T, version: '1' }
channels:
  c:
    messages:
      avro: { payload: { $ref: '#/components/schemas/avro' } }
      own: { payload: { $ref: '#/components/schemas/own' } }
components:
  schemas:
    avro: { schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: { type: record, name: R, fields: 5 } }
    own: { type: object }
",
    );
    let payload = |at: usize| document.messages[at].payload.as_ref().expect("a payload");
    assert!(payload(0).format.is_some() && payload(0).schema.get("fields").is_some());
    assert!(payload(1).format.is_none() && payload(1).schema.get("$ref").is_some(), "its name is in the reference");
}

#[test]
fn all_faults_come_at_once_also_of_components_that_nobody_uses() {
    let text = "
asyncapi: 3.0.0
info: { title: T, version: 1 }
servers: { s: { host: h } }
channels: { c: { adress: x } }
components:
  messages: { m: { payload: { type: strng, properties: [] } } }
  operations: { o: { action: sned, channel: { $ref: '#/channels/d' } } }
";
    assert_eq!(faults(text), ["A0107", "A0106", "A0105", "A0108", "A0107", "A0108", "A0103"]);
}

#[test]
fn a_parameter_may_be_empty() {
    let document = loaded(
        "
asyncapi: 3.0.0
info: { title: T, version: '1' }
channels: { c: { address: '{id}', parameters: { id: } } }
",
    );
    assert_eq!(&*document.channels[0].parameters[0].key.text, "id");
}

#[test]
fn a_faulty_document_is_still_built_as_far_as_it_goes() {
    let mut sink = Sink::default();
    let text = CHAT.replace("messages/chatMessage' }]", "messages/hello' }]");
    let mut files = InMemory::default().with("asyncapi.yaml", text);
    let document = load("asyncapi.yaml", &mut files, &LoadOptions::default(), &mut sink).expect("it loads");
    assert!(sink.has_errors());
    assert_eq!((document.channels.len(), document.operations.len()), (1, 2));
}

#[test]
fn whatever_stands_where_it_does_not_belong_stops_nothing() {
    // Each field of a document that uses most of them, replaced by each kind of value, and left out.
    for text in [CHAT, KRAKEN] {
        let lines: Vec<&str> = text.lines().collect();
        for at in 0..lines.len() {
            let Some((key, _)) = lines[at].split_once(": ") else { continue };
            for value in
                ["null", "5", "true", "text", "[]", "{}", "[[{}]]", "{ $ref: '#/' }", "{ $ref: '#' }", "{ $ref: 5 }"]
            {
                let changed = format!("{key}: {value}");
                let mut lines = lines.clone();
                lines[at] = &changed;
                faults(&lines.join("\n"));
            }
        }
    }
}

#[test]
fn the_work_grows_with_the_document() {
    let document = |count: usize| {
        let mut text = "asyncapi: 3.0.0\ninfo: { title: T, version: '1' }\ncomponents:\n  schemas:\n".to_owned();
        for at in 0..count {
            let (left, right) = ((at * 7 + 1) % count, (at * 3 + 2) % count);
            text += &format!(
                "    s{at}: {{ properties: {{ left: {{ $ref: '#/components/schemas/s{left}' }}, \
                 right: {{ $ref: '#/components/schemas/s{right}/properties/left' }} }} }}\n"
            );
        }
        text
    };
    let time = |count: usize| {
        let text = document(count);
        let start = std::time::Instant::now();
        assert_eq!(faults(&text), Vec::<&str>::new());
        start.elapsed()
    };
    time(100);
    let (small, large) = (time(400), time(4_000));
    assert!(large < small * 40 + std::time::Duration::from_millis(500), "{small:?} for 400, {large:?} for 4,000");
}
