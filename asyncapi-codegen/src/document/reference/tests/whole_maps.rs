//! References in the place of a whole map or list.

use super::{HEAD, faults, run};
use crate::document::{Document, InMemory, LoadOptions};

fn loaded(files: &[(&str, &str)]) -> (Document, Vec<(&'static str, String, String)>) {
    let files = files.iter().fold(InMemory::default(), |files, (path, text)| {
        let head = if path.ends_with("asyncapi.yaml") { HEAD } else { "" };
        files.with(*path, format!("{head}{text}"))
    });
    run(files, &LoadOptions::default())
}

#[test]
fn channels_operations_servers_and_components_may_stand_in_files_of_their_own() {
    let root = "
operations:
  say: { action: send, channel: { $ref: '#/channels/chat' }, messages: [{ $ref: '#/channels/chat/messages/hello' }] }
  hear: { $ref: more.yaml#/hear }
channels: { $ref: channels.yaml }
servers: { $ref: servers.yaml }
components: { schemas: { $ref: schemas.yaml } }
";
    let (document, faults) = loaded(&[
        ("api/asyncapi.yaml", root),
        ("api/more.yaml", "hear: { action: receive, channel: { $ref: asyncapi.yaml#/channels/chat } }"),
        ("api/channels.yaml", "chat: { address: chat, messages: { $ref: messages.yaml } }"),
        ("api/messages.yaml", "hello: { payload: { $ref: asyncapi.yaml#/components/schemas/hello } }"),
        ("api/servers.yaml", "main: { host: example.com, protocol: ws }"),
        ("api/schemas.yaml", "hello: { type: string }\nother: { $ref: '#/hello' }"),
    ]);
    assert_eq!(faults, []);
    assert_eq!((document.channels.len(), document.operations.len(), document.servers.len()), (1, 2, 1));
    assert_eq!((document.messages.len(), document.operations[0].messages.len()), (1, 1));
    let payload = document.messages[0].payload.as_ref().expect("a payload");
    let schema = document.resolve_entry(&payload.schema).expect("a schema");
    assert_eq!(schema.location.pointer, "/hello", "it is known by the place where it stands");
}

#[test]
fn properties_lists_and_names_may_stand_elsewhere() {
    let root = "
components:
  schemas:
    a:
      properties: { $ref: parts.yaml#/properties, own: { type: string }, x: { type: integer } }
      required: { $ref: parts.yaml#/required }
      allOf: { $ref: parts.yaml#/allOf }
";
    let parts = "
properties: { x: { type: string }, y: { $ref: '#/properties/x' } }
required: [x, y]
allOf: [{ type: object }]
";
    let (document, faults) = loaded(&[("api/asyncapi.yaml", root), ("api/parts.yaml", parts)]);
    assert_eq!(faults, []);
    let root = document.roots.get(&document.root).expect("the root");
    let schema = root.get("components").and_then(|it| it.get("schemas")?.get("a")).expect("the schema");
    let properties = schema.get("properties").and_then(|it| it.as_object()).expect("properties");
    let keys: Vec<&str> = properties.iter().map(|(key, _)| &*key.text).collect();
    assert_eq!(keys, ["own", "x", "y"], "what stands beside the reference is there, too");
    assert!(properties.get("x").is_some_and(|x| x.get("$ref").is_none()), "and hides what has the same key");
    assert_eq!(schema.get("required").and_then(|it| it.as_array()).map(<[_]>::len), Some(2));
}

#[test]
fn maps_within_themselves_are_schemas_within_themselves() {
    let rest = "
components:
  schemas:
    tree: { properties: { child: { properties: { $ref: '#/components/schemas/tree/properties' } } } }
";
    assert_eq!(faults(rest), []);
    let rest = "
components:
  schemas:
    a: { properties: { $ref: '#/components/schemas/b/properties' } }
    b: { properties: { $ref: '#/components/schemas/a/properties' } }
";
    assert_eq!(faults(rest).iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["A0113"]);
}

#[test]
fn a_map_is_not_a_list() {
    let rest = "
components:
  schemas:
    a: { properties: { $ref: '#/components/schemas/b/allOf' }, allOf: { $ref: '#/components/schemas/b' } }
    b: { allOf: [{ type: object }] }
    c: { properties: { $ref: nowhere.yaml } }
";
    assert_eq!(faults(rest).iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["A0107", "A0107", "A0110"]);
}
