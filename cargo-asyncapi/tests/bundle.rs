//! `bundle` on documents of our own.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test")]

mod kit;

use std::fs;

use kit::{Folder, json, status, stderr, stdout};

const ROOT: &str = "\
# A comment.
asyncapi: 3.0.0
info: { title: 'Orders',   version: \"1\" }   # kept
channels:
    orders:   # four columns
        $ref: 'channels.yaml#/orders'
operations:
    place:
        action: send
        channel: { $ref: '#/channels/orders' }
components:
    schemas:
        Order:
            type: integer # another one
";

const CHANNELS: &str = "\
orders:
  # The address.
  address: orders
  messages:
    order:
      payload:
        $ref: \"schemas/Order.json\"
    tree: { payload: { $ref: './schemas/tree.yaml#/definitions/node' } }
    avro:
      payload:
        schemaFormat: application/vnd.apache.avro;version=1.9.0
        schema:
          $ref: schemas/order.avsc
    back:
      payload: { $ref: '../api/root.yaml#/components/schemas/Order' }
";

const FILES: [(&str, &str); 5] = [
    ("api/root.yaml", ROOT),
    ("api/channels.yaml", CHANNELS),
    (
        "api/schemas/Order.json",
        "{\n  \"type\": \"object\",\n  \"properties\": {\n    \"id\": { \"$ref\": \"#/definitions/Id\" },\n    \"next\": { \"$ref\": \"#\" }\n  },\n  \"definitions\": { \"Id\": { \"type\": \"string\" } }\n}\n",
    ),
    (
        "api/schemas/tree.yaml",
        "definitions:\n  node:\n    type: object\n    properties:\n      # Recursive.\n      left: { $ref: '#/definitions/node' }\n      order: { $ref: Order.json }\n",
    ),
    ("api/schemas/order.avsc", "{\"type\": \"record\", \"name\": \"R\", \"fields\": []}"),
];

const BUNDLED: &str = "\
# A comment.
asyncapi: 3.0.0
info: { title: 'Orders',   version: \"1\" }   # kept
channels:
    # four columns
    orders:
      # The address.
      address: orders
      messages:
        order:
          payload:
            $ref: \"#/components/schemas/Order2\"
        tree: { payload: { $ref: '#/components/schemas/node' } }
        avro:
          payload:
            schemaFormat: application/vnd.apache.avro;version=1.9.0
            schema:
              { \"type\": \"record\", \"name\": \"R\", \"fields\": [] }
        back:
          payload: { $ref: '#/components/schemas/Order' }
operations:
    place:
        action: send
        channel: { $ref: '#/channels/orders' }
components:
    schemas:
        Order:
            type: integer # another one
        Order2:
            type: object
            properties:
                id:
                    $ref: \"#/components/schemas/Order2/definitions/Id\"
                next:
                    $ref: \"#/components/schemas/Order2\"
            definitions:
                Id:
                    type: string
        node:
          type: object
          properties:
            # Recursive.
            left: { $ref: '#/components/schemas/node' }
            order: { $ref: '#/components/schemas/Order2' }
";

#[test]
fn one_file_of_many() {
    let folder = Folder::new("bundle", &FILES);
    let output = folder.run(&["bundle", "api/root.yaml"]);
    assert_eq!((status(&output), stderr(&output)), (0, ""));
    assert_eq!(stdout(&output), BUNDLED);
    let again = folder.run_with(&["bundle", "-"], BUNDLED);
    assert_eq!(stdout(&again), BUNDLED, "one file stays as it is");
}

#[test]
fn as_json() {
    let folder = Folder::new("bundle-json", &FILES);
    assert_eq!(status(&folder.run(&["bundle", "api/root.yaml", "-o", "out.json"])), 0);
    let text = fs::read_to_string(folder.0.join("out.json")).expect("a file");
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["components"]["schemas"]["Order2"]["properties"]["next"]["$ref"], "#/components/schemas/Order2");
    let checked = folder.run(&["check", "--format", "json", "out.json"]);
    let found = json(&checked)["findings"].as_array().expect("findings").clone();
    assert!(found.iter().all(|finding| finding["severity"] == "info"), "{}", stdout(&checked));
}

#[test]
fn up_to_date_or_not() {
    let folder = Folder::new("bundle-check", &FILES);
    let arguments = ["bundle", "api/root.yaml", "-o", "out.yaml", "--check"];
    let output = folder.run(&arguments);
    assert_eq!(status(&output), 1);
    assert!(stderr(&output).contains("`out.yaml` does not exist"), "{}", stderr(&output));
    assert_eq!(status(&folder.run(&arguments[..4])), 0);
    assert_eq!(status(&folder.run(&arguments)), 0);
    fs::write(folder.0.join("api/schemas/Order.json"), "{}").expect("a file");
    let output = folder.run(&arguments);
    assert!(status(&output) == 1 && stderr(&output).contains("`out.yaml` is not up to date"), "{}", stderr(&output));
}

#[test]
fn anchors_and_merge_keys_survive() {
    let root = "\
asyncapi: 3.0.0
info: { title: A, version: '1' }
x-base: &base { type: object }
channels:
  c:
    messages:
      m:
        payload:
          <<: *base # merged
          properties: { p: { $ref: p.yaml } }
";
    let folder = Folder::new(
        "bundle-anchors",
        &[("root.yaml", root), ("p.yaml", "a: &a { type: string }\nitems: *a\ntype: array\n")],
    );
    let output = folder.run(&["bundle", "root.yaml"]);
    assert_eq!((status(&output), stderr(&output)), (0, ""));
    assert!(stdout(&output).contains("          <<: *base # merged\n"), "{}", stdout(&output));
    assert!(
        stdout(&output).ends_with(
            "components:\n  schemas:\n    p:\n      a: &a { type: string }\n      items: *a\n      type: array\n"
        ),
        "{}",
        stdout(&output)
    );
}

#[test]
fn hostile_files_do_no_harm() {
    let deep = format!(
        "asyncapi: 3.0.0\ninfo: {{ title: A, version: '1' }}\nx-deep: {}{}\ncomponents: {{ schemas: {{ a: {{ $ref: a.json }} }} }}\n",
        "[".repeat(300),
        "]".repeat(300)
    );
    let files = [
        ("deep.yaml", deep.as_str()),
        ("a.json", "{\"$ref\": \"b.json\"}"),
        ("b.json", "{\"$ref\": \"a.json\"}"),
        ("empty.yaml", ""),
        ("list.yaml", "- 1"),
        ("tabs.yaml", "asyncapi:\t3.0.0\n\tinfo: 1"),
        ("cut.json", "{\"asyncapi\": \"2.0.0\", \"channels\": {"),
    ];
    let folder = Folder::new("bundle-hostile", &files);
    for command in ["bundle", "upgrade"] {
        for (name, _) in files {
            let output = folder.run(&[command, name]);
            assert!(matches!(status(&output), 0..=2), "{command} {name}: {}", stderr(&output));
            assert!(!stderr(&output).contains("panicked"), "{command} {name}: {}", stderr(&output));
        }
    }
}
