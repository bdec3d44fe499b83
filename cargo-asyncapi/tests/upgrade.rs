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

const WITH_BINDINGS: &str = "\
asyncapi: '2.6.0'
info: { title: Bindings, version: 1.0.0 }
channels:
  a:
    bindings:
      amqp: # how it is routed
        is: queue
        queue: { name: a }
        # old
        bindingVersion: 0.2.0
      sns: { name: a }
      sqs:
        queue: { name: a }
    publish:
      bindings:
        amqp:
          ack: true
          replyTo: b # goes elsewhere
        kafka: { clientId: me, bindingVersion: Latest }
        mqtt5: { qos: 1 }
        zmq: { a: 1 }
      message:
        bindings:
          http: { $ref: '#/components/messageBindings/chunked' }
        payload: { type: string }
components:
  messageBindings:
    chunked:
      http: { headers: { type: object } }
    old:
      amqp: { $ref: '#/components/messageBindings/amqp' }
    amqp: { contentEncoding: gzip }
";

#[test]
fn bindings_are_mended_or_kept_with_a_warning() {
    let folder = Folder::new("bindings", &[("old.yaml", WITH_BINDINGS)]);
    let output = folder.run(&["upgrade", "old.yaml", "-o", "new.yaml"]);
    let notes: Vec<&str> = stderr(&output).lines().collect();
    let text = fs::read_to_string(folder.0.join("new.yaml")).expect("a file");
    for part in [
        // The oldest version of 3.1 that allows what is said.
        "        is: queue\n        queue: { name: a }\n        # old\n        bindingVersion: 0.3.0\n      sns: { name: a }\n",
        // One that does not say enough.
        "      x-sqs:\n        queue: { name: a }\n",
        "      amqp:\n        ack: true\n        x-replyTo: b # goes elsewhere\n",
        "      kafka:\n        clientId:\n          type: string\n          enum:\n            - me\n        bindingVersion: 0.5.0\n",
        "      mqtt: { qos: 1 }\n",
        "      x-zmq:\n        a: 1\n",
        // A reference to all the bindings, and one to the binding itself.
        "          http:\n            headers:\n              type: object\n",
        "      amqp:\n        contentEncoding: gzip\n    amqp:\n      x-contentEncoding: gzip\n",
    ] {
        assert!(text.contains(part), "{part}\nin\n{text}");
    }
    let wanted = [
        "old.yaml:13:16: 3.1 refuses this in a binding: `queue` lacks the field `fifoQueue`",
        "old.yaml:18:20: 3.1 refuses this in a binding: `replyTo` is not a field of an AMQP Operation Binding Object",
    ];
    for wanted in wanted {
        assert!(notes.iter().any(|note| note.contains(wanted)), "{wanted}\nin\n{}", notes.join("\n"));
    }
    assert_eq!(notes.len(), 4, "{}", notes.join("\n"));
    assert!(notes.iter().all(|note| note.contains("it is kept as `x-")), "{}", notes.join("\n"));
    let again = folder.run(&["check", "new.yaml"]);
    assert_eq!(status(&again), 0, "{}", stdout(&again));
}

/// As `asyncapi!` calls them: a class without its packages, unless these tell it from another.
#[test]
fn keys_are_those_that_name_the_channel() {
    let old = "asyncapi: 2.6.0\ninfo: { title: Keys, version: 1.0.0 }\nchannels:\n  com.acme.orders.OrderCreated: {}\n  \
               com.acme.Paid: {}\n  org.acme.Paid: {}\n";
    let output = Folder::new("keys", &[("old.yaml", old)]).run(&["upgrade", "old.yaml"]);
    for key in ["\n  order_created:", "\n  com_acme_paid:", "\n  org_acme_paid:"] {
        assert!(stdout(&output).contains(key), "{key} in {}", stdout(&output));
    }
}
