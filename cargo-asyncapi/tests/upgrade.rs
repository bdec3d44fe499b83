//! `upgrade` on documents of our own.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test")]

mod kit;

use std::fs;

use kit::{Folder, status, stderr, stdout};

const OLD: &str = "\
# The whole.
asyncapi: '2.6.0' # soon 3
info:
  title: Lights
  version: 1.0.0
tags: # of the document
  - name: light

servers:
  # The one.
  prod:
    url: mqtt://broker.example.com:{port}/base # where it is
    protocol: mqtt
    security:
      - oauth: [read, write]

channels:
  # A channel.
  light/{id}/measured:
    description: >-
      What was
      measured.
    servers: [prod]
    parameters:
      id:
        description: Which.
        schema: { type: string, enum: [a, b] }
    # Comes in.
    publish:
      operationId: onMeasured
      # What comes.
      message:
        oneOf:
          - $ref: '#/components/messages/Measured'
          - name: inline
            payload: &payload
              type: object # an object
    subscribe:
      message: { payload: *payload }
  other:
    publish:
      operationId: again
      message:
        $ref: '#/channels/light~1{id}~1measured/publish/message/oneOf/1'

components:
  messages:
    Measured:
      messageId: measured
      schemaFormat: application/vnd.apache.avro;version=1.9.0
      payload: { type: record, name: R, fields: [] }
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://example.com/token
          scopes: { read: Read, write: Write }
";

const NEW: &str = "\
# The whole.
asyncapi: '3.1.0' # soon 3
info:
  title: Lights
  version: 1.0.0
  tags: # of the document
    - name: light

servers:
  # The one.
  prod:
    host: 'broker.example.com:{port}' # where it is
    pathname: /base
    protocol: mqtt
    security:
      - $ref: '#/components/securitySchemes/oauth'

channels:
  # A channel.
  light_id_measured:
    address: \"light/{id}/measured\"
    description: >-
      What was
      measured.
    servers:
      - $ref: \"#/servers/prod\"
";

#[test]
fn what_stays_stays() {
    let folder = Folder::new("stays", &[("old.yaml", OLD)]);
    let output = folder.run(&["upgrade", "old.yaml"]);
    assert_eq!((status(&output), stderr(&output)), (0, ""));
    let text = stdout(&output);
    let wanted = NEW.replace("'#/components/securitySchemes/oauth'", "\"#/components/securitySchemes/oauth\"");
    assert_eq!(text.get(..wanted.len()), Some(wanted.as_str()), "{text}");
    for part in [
        "        enum:\n          - a\n          - b\n",
        "      measured:\n        $ref: \"#/components/messages/Measured\"\n",
        "      inline:\n        name: inline\n        payload: &payload\n          type: object # an object\n",
        "operations:\n  # Comes in.\n  onMeasured:\n    action: receive\n",
        "    # What comes.\n    messages:\n",
        "        $ref: \"#/channels/light_id_measured/messages/inline\"\n",
        "      payload:\n        schemaFormat: application/vnd.apache.avro;version=1.9.0\n        schema: { type: record,",
        "          availableScopes: { read: Read, write: Write }\n      scopes:\n        - read\n        - write\n",
    ] {
        assert!(text.contains(part), "{part}\nin\n{text}");
    }
    let again = folder.run_with(&["check", "-"], text);
    assert_eq!(status(&again), 0, "{}", stdout(&again));
    // What is upgraded already stays.
    let twice = folder.run_with(&["upgrade", "-"], text);
    assert_eq!(stdout(&twice), text);
}

#[test]
fn what_cannot_be_said_is_reported_and_kept() {
    let old = OLD.replace("[a, b] }", "[a, b], minLength: 1 }").replace("- oauth: [read, write]", "- {}");
    let folder = Folder::new("reported", &[("old.yaml", &old)]);
    let output = folder.run(&["upgrade", "old.yaml", "-o", "new.yaml"]);
    assert_eq!((status(&output), stdout(&output)), (0, ""));
    let notes: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes[0].starts_with("warning: old.yaml:15:9: 3.x knows neither several"), "{notes:?}");
    assert!(notes[1].starts_with("warning: old.yaml:27:17: 3.x has no `schema` of a parameter"), "{notes:?}");
    let text = fs::read_to_string(folder.0.join("new.yaml")).expect("a file");
    assert!(text.contains("        x-schema: { type: string, enum: [a, b], minLength: 1 }\n"), "{text}");
    assert!(text.contains("    x-security:\n      - {}\n"), "{text}");
    assert_eq!(status(&folder.run(&["upgrade", "--strict", "old.yaml"])), 1);
}

#[test]
fn in_place_and_up_to_date() {
    let folder = Folder::new("in-place", &[("old.yaml", OLD)]);
    assert_eq!(status(&folder.run(&["upgrade", "--in-place", "--check", "old.yaml"])), 1);
    assert_eq!(status(&folder.run(&["upgrade", "--in-place", "old.yaml"])), 0);
    let output = folder.run(&["upgrade", "--in-place", "--check", "old.yaml"]);
    assert_eq!((status(&output), stderr(&output)), (0, ""));
    assert_eq!(folder.0.read_dir().expect("a folder").count(), 1, "nothing is left over");
}

#[test]
fn references_begin_where_the_document_goes() {
    let files = [
        ("api/old.yaml", &*OLD.replace("payload: *payload", "payload: { $ref: './x.json#/a' }")),
        ("api/x.json", "{\"a\": {\"type\": \"string\"}}"),
        ("out/readme", ""),
    ];
    let folder = Folder::new("elsewhere", &files);
    assert_eq!(status(&folder.run(&["upgrade", "api/old.yaml", "-o", "out/new.yaml"])), 0);
    let text = fs::read_to_string(folder.0.join("out/new.yaml")).expect("a file");
    assert!(text.contains("$ref: '../api/x.json#/a'"), "{text}");
    let output = folder.run(&["check", "--allow-outside", "out/new.yaml"]);
    assert_eq!(status(&output), 0, "{}", stdout(&output));
}

#[test]
fn line_breaks_stay() {
    let windows = OLD.trim_end().replace('\n', "\r\n");
    let folder = Folder::new("windows", &[("unix.yaml", OLD), ("windows.yaml", &windows)]);
    let unix = folder.run(&["upgrade", "unix.yaml"]);
    let output = folder.run(&["upgrade", "windows.yaml"]);
    assert_eq!((status(&output), stderr(&output)), (0, ""));
    assert_eq!(stdout(&output), stdout(&unix).trim_end().replace('\n', "\r\n"));
}

#[test]
fn what_is_wrong_is_not_upgraded() {
    let folder = Folder::new("wrong", &[("old.yaml", &*OLD.replace("messages/Measured'", "messages/Masured'"))]);
    let output = folder.run(&["upgrade", "old.yaml"]);
    assert_eq!((status(&output), stdout(&output)), (1, ""));
    assert!(stderr(&output).contains("A0103"), "{}", stderr(&output));
    for arguments in
        [&["upgrade"][..], &["upgrade", "a", "b"], &["upgrade", "--check", "old.yaml"], &["upgrade", "--side", "x"]]
    {
        assert_eq!(status(&folder.run(arguments)), 2, "{arguments:?}");
    }
}
