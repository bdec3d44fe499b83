//! Whole documents through [`load`].

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
