//! References through [`load`](crate::document::load): where they lead, and what is said when they lead nowhere.

mod identifiers;

use std::path::PathBuf;

use crate::diagnostic::Sink;
use crate::document::{Document, InMemory, LoadOptions, load};
use crate::source::Node;

const HEAD: &str = "asyncapi: 3.0.0\ninfo: { title: T, version: '1' }\n";

fn run(files: InMemory, options: &LoadOptions) -> (Document, Vec<(&'static str, String, String)>) {
    let mut files = files;
    let mut sink = Sink::default();
    let document = load("api/asyncapi.yaml", &mut files, options, &mut sink).expect("the root can be read");
    let found = sink.into_sorted();
    let told = |found: &crate::diagnostic::Diagnostic| {
        (found.code.id, found.message.clone(), found.help.first().cloned().unwrap_or_default())
    };
    (document, found.iter().map(told).collect())
}

fn root(rest: &str) -> InMemory {
    InMemory::default().with("api/asyncapi.yaml", format!("{HEAD}{rest}"))
}

/// The ids and the first advice of what is wrong with `rest`.
fn faults(rest: &str) -> Vec<(&'static str, String)> {
    run(root(rest), &LoadOptions::default()).1.into_iter().map(|(id, _, help)| (id, help)).collect()
}

/// The text of `description` where the `$ref` of the schema `wanted` leads in the end.
fn description(document: &Document, wanted: &str) -> Option<String> {
    let schemas = document.roots.get(&document.root)?.get("components")?.get("schemas")?;
    let mut node = schemas.get(wanted)?.clone();
    while let Some(target) = document.resolve(&node) {
        node = target.node.clone();
    }
    node.get("description").and_then(Node::as_str).map(ToOwned::to_owned)
}

#[test]
fn keys_may_be_escaped() {
    let rest = r"
components:
  schemas:
    a: { $ref: '#/components/schemas/x~1y~0z' }
    b: { $ref: '#/components/schemas/x~1y%7E0z' }
    c: { $ref: '#/components/schemas/%C3%A4%20%25' }
    d: { $ref: '#/components/schemas/list/allOf/0' }
    x/y~z: { description: slash }
    ä %: { description: percent }
    list: { allOf: [{ description: item }] }
";
    let (document, faults) = run(root(rest), &LoadOptions::default());
    assert_eq!(faults, []);
    for (key, text) in [("a", "slash"), ("b", "slash"), ("c", "percent"), ("d", "item")] {
        assert_eq!(description(&document, key).as_deref(), Some(text), "{key}");
    }
}

#[test]
fn pointers_go_through_references() {
    let rest = "
components:
  schemas:
    a: { $ref: '#/components/schemas/b/properties/x' }
    b: { $ref: '#/components/schemas/c' }
    c: { properties: { x: { description: found } } }
";
    let (document, faults) = run(root(rest), &LoadOptions::default());
    assert_eq!(faults, []);
    assert_eq!(description(&document, "a").as_deref(), Some("found"));
}

#[test]
fn wrong_escapes_are_mended() {
    let schemas = |reference: &str| {
        format!(
            "components: {{ schemas: {{ a: {{ $ref: '{reference}' }}, order/created: {{ properties: {{ x: true }} }} }} }}"
        )
    };
    let help = |reference: &str| faults(&schemas(reference));
    let mended = |rest: &str| {
        format!(
            "a `/` within a key is written `~1`, and a `~` is written `~0`: `#/components/schemas/order~1created{rest}`"
        )
    };
    assert_eq!(help("#/components/schemas/order/created"), [("A0114", mended(""))]);
    assert_eq!(help("#/components/schemas/order/created/properties/x"), [("A0114", mended("/properties/x"))]);
    assert_eq!(help("#/components/schemas/a~b")[0].0, "A0114");
    assert_eq!(help("#/components/schemas/100%")[0].0, "A0114");
    assert_eq!(
        help("#components/schemas/a")[0].1,
        "what stands behind `#` is a path from the root of the file: `#/components/schemas/a`"
    );
}

#[test]
fn broken_references_get_advice_and_stop_nothing() {
    let rest = "
components:
  schemas:
    Message: { properties: { x: { $ref: '#/components/schemas/Mesage' }, y: { $ref: '#/schemas/Message' } } }
    other: { $ref: '#/components/schemas/nothing-like-it' }
";
    let told = faults(rest);
    assert_eq!(told[0], ("A0103", "did you mean `#/components/schemas/Message`?".to_owned()));
    assert_eq!(told[1], ("A0103", "did you mean `#/components/schemas/Message`?".to_owned()));
    assert_eq!(told[2], ("A0103", String::new()));
    assert_eq!(told.len(), 3);
}

#[test]
fn circles_are_reported_and_recursive_schemas_are_not() {
    let rest = "
components:
  schemas:
    a: { $ref: '#/components/schemas/b' }
    b: { $ref: '#/components/schemas/a' }
    self: { $ref: '#/components/schemas/self' }
    through: { $ref: '#/components/schemas/through/properties/x' }
    tree: { properties: { left: { $ref: '#/components/schemas/tree' } } }
";
    let (document, found) = run(root(rest), &LoadOptions::default());
    assert!(found.iter().all(|(id, ..)| *id == "A0113"), "{found:?}");
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(description(&document, "a"), None);
}

#[test]
fn a_long_chain_of_references_is_followed_in_bounded_time() {
    let chain = |length: usize| {
        let link = |at: usize| format!("    s{at}: {{ $ref: '#/components/schemas/s{}' }}\n", at + 1);
        let links: String = (0..length).map(link).collect();
        format!("components:\n  schemas:\n{links}    s{length}: {{ description: end }}\n")
    };
    assert_eq!(faults(&chain(60)), []);
    assert!(faults(&chain(5_000)).iter().any(|(id, _)| *id == "A0113"));
}

#[test]
fn a_long_chain_of_pointers_through_references_ends() {
    let mut rest = "components:\n  schemas:\n".to_owned();
    for at in 0..500 {
        rest += &format!("    s{at}: {{ $ref: '#/components/schemas/s{}/not' }}\n", at + 1);
    }
    rest += "    s500: { description: end }\n";
    let (_, found) = run(root(&rest), &LoadOptions::default());
    assert!(!found.is_empty());
}

#[test]
fn files_are_read_relative_to_the_file_that_refers_to_them_and_once() {
    struct Counted(InMemory, Vec<PathBuf>);
    impl crate::document::Files for Counted {
        fn read(&mut self, path: &std::path::Path) -> std::io::Result<Vec<u8>> {
            self.1.push(path.to_owned());
            self.0.read(path)
        }
    }
    let files = root("components: { schemas: { a: { $ref: 'parts/a.yaml#/one' }, b: { $ref: ./parts/a.yaml#/one } } }")
        .with("api/parts/a.yaml", "one: { $ref: 'more/b%20c.json' }")
        .with(
            "api/parts/more/b c.json",
            r#"{ "description": "far", "not": { "$ref": "../../asyncapi.yaml#/components/schemas/a" } }"#,
        );
    let mut files = Counted(files, Vec::new());
    let mut sink = Sink::default();
    let document = load("api/asyncapi.yaml", &mut files, &LoadOptions::default(), &mut sink).expect("it loads");
    assert!(!sink.has_errors(), "{:?}", sink.as_slice());
    assert_eq!(description(&document, "b").as_deref(), Some("far"));
    assert_eq!(files.1, ["api/asyncapi.yaml", "api/parts/a.yaml", "api/parts/more/b c.json"].map(PathBuf::from));
}

#[test]
fn no_file_outside_of_the_folder_is_read() {
    let files =
        || root("components: { schemas: { a: { $ref: '../secret.yaml' } } }").with("secret.yaml", "description: out");
    assert_eq!(run(files(), &LoadOptions::default()).1[0].0, "A0111");
    let options = LoadOptions { allow_outside: true, ..LoadOptions::default() };
    assert_eq!(run(files(), &options).1, []);
    let options = LoadOptions { folder: Some(PathBuf::new()), ..LoadOptions::default() };
    assert_eq!(run(files(), &options).1, []);
    assert_eq!(faults("components: { schemas: { a: { $ref: /etc/passwd } } }")[0].0, "A0111");
    assert_eq!(faults("components: { schemas: { a: { $ref: x/../../api2/x.yaml } } }")[0].0, "A0111");
}

#[test]
fn a_link_that_leads_outside_is_no_way_out() {
    #[cfg(unix)]
    {
        let folder = std::env::temp_dir().join(format!("asyncapi-codegen-link-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("api")).expect("a folder");
        std::fs::write(folder.join("secret.yaml"), "description: out").expect("a file");
        let text = format!("{HEAD}components: {{ schemas: {{ a: {{ $ref: link.yaml }} }} }}");
        std::fs::write(folder.join("api/asyncapi.yaml"), text).expect("a file");
        std::os::unix::fs::symlink("../secret.yaml", folder.join("api/link.yaml")).expect("a link");
        let mut sink = Sink::default();
        let mut files = crate::document::Disk::new(&folder);
        let document = load("api/asyncapi.yaml", &mut files, &LoadOptions::default(), &mut sink);
        std::fs::remove_dir_all(&folder).expect("the folder goes");
        assert!(document.is_ok());
        assert_eq!(sink.as_slice()[0].code.id, "A0111");
        assert_eq!(files.read_so_far(), [folder.join("api/asyncapi.yaml")]);
    }
}

#[test]
fn what_is_on_the_network_needs_a_copy() {
    let rest = "components: { schemas: { a: { $ref: 'https://host/a/b.json#/x' }, b: { $ref: 'https://host/%2e%2e/b.json' } } }";
    let (_, found) = run(root(rest), &LoadOptions::default());
    assert_eq!(found.iter().map(|(id, ..)| *id).collect::<Vec<_>>(), ["A0112", "A0112"]);
    let files = root(rest)
        .with("copies/a/b.json", r#"{ "x": { "$ref": "../c.json" } }"#)
        .with("copies/c.json", r#"{ "description": "copy" }"#);
    let refs = vec![("https://host/".to_owned(), PathBuf::from("copies"))];
    let (document, found) = run(files, &LoadOptions { refs, ..LoadOptions::default() });
    assert_eq!(description(&document, "a").as_deref(), Some("copy"));
    assert_eq!(found.iter().map(|(id, ..)| *id).collect::<Vec<_>>(), ["A0112"], "the folder of copies is not left");
}

#[test]
fn maps_of_files_and_folders_and_what_is_beside_a_copy() {
    let rest = "
components:
  schemas:
    exact: { $ref: 'https://host/v1/common.yaml#/definitions/Id' }
    whole: { $ref: 'https://host/v1/common.yaml' }
    beside: { $ref: 'https://host/v1/common.yaml#/definitions/Beside' }
    longest: { $ref: 'https://host/v1/deep/x.yaml' }
    folder: { $ref: 'https://host/v2/x.yaml?raw=1' }
    other: { $ref: 'https://elsewhere/y.yaml#name' }
";
    let files = root(rest)
        .with(
            "vendor/common.yaml",
            "description: whole\ndefinitions: { Id: { description: exact }, Beside: { $ref: './parts/a.yaml#/A' } }",
        )
        .with("vendor/parts/a.yaml", "A: { $ref: '../common.yaml#/definitions/Id' }")
        .with("deep/x.yaml", "description: longest")
        .with("wrong/v1/deep/x.yaml", "description: shorter")
        .with("wrong/v2/x.yaml", "description: folder")
        .with("y.json", "{ \"definitions\": { \"z\": { \"$id\": \"#name\", \"description\": \"by name\" } } }");
    let map = |from: &str, to: &str| (from.to_owned(), PathBuf::from(to));
    let refs = vec![
        map("https://host/", "wrong"),
        map("https://host/v1/common.yaml", "vendor/common.yaml"),
        map("https://host/v1/deep/", "deep"),
        map("https://elsewhere/y.yaml", "y.json"),
    ];
    let (document, found) = run(files, &LoadOptions { refs, ..LoadOptions::default() });
    assert_eq!(found, []);
    for name in ["exact", "whole", "longest", "folder"] {
        assert_eq!(description(&document, name).as_deref(), Some(name));
    }
    assert_eq!(description(&document, "beside").as_deref(), Some("exact"));
    assert_eq!(description(&document, "other").as_deref(), Some("by name"));
}

/// A map of one file is enough for what that file refers to, where that was saved beside it.
#[test]
fn what_a_copy_refers_to_stands_beside_it() {
    let rest =
        "components: { schemas: { a: { $ref: 'https://host/v1/x.yaml' }, b: { $ref: 'https://host/v1/z.yaml' } } }";
    let files = || root(rest).with("vendor/x.yaml", "$ref: ./y.yaml#/y").with("secret.yaml", "description: secret");
    let refs = || vec![("https://host/v1/x.yaml".to_owned(), PathBuf::from("vendor/x.yaml"))];
    let options = || LoadOptions { refs: refs(), ..LoadOptions::default() };
    let (document, found) = run(files().with("vendor/y.yaml", "y: { description: beside }"), &options());
    assert_eq!(description(&document, "a").as_deref(), Some("beside"));
    let [(id, _, help)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(*id, "A0112");
    assert!(help.contains(r#"`refs = { "https://host/v1/z.yaml" = "path/to/copy" }`"#), "{help}");
    assert!(help.contains("`--ref https://host/v1/z.yaml=path/to/copy`"), "{help}");
    // What is not there needs a map of its own, and nothing above is looked at.
    for escape in ["./y.yaml", "../secret.yaml", "%2e%2e/secret.yaml"] {
        let files = files().with("vendor/x.yaml", format!("$ref: '{escape}'"));
        let (_, found) = run(files, &options());
        assert_eq!(found.iter().map(|(id, ..)| *id).collect::<Vec<_>>(), ["A0112", "A0112"], "{escape}");
    }
}

#[test]
fn files_that_are_missing_or_broken_are_reported_once() {
    let rest =
        "components: { schemas: { a: { $ref: no.yaml }, b: { $ref: 'bad.yaml#/x' }, c: { $ref: 'bad.yaml#/y' } } }";
    let (_, found) = run(root(rest).with("api/bad.yaml", "x: [1"), &LoadOptions::default());
    let ids: Vec<&str> = found.iter().map(|(id, ..)| *id).collect();
    assert_eq!(ids.iter().filter(|id| **id == "A0110").count(), 1, "{found:?}");
    assert_eq!(ids.iter().filter(|id| **id == "A0003").count(), 1, "{found:?}");
}

#[test]
fn examples_and_properties_named_ref_are_no_references() {
    let rest = "
components:
  schemas:
    a:
      properties: { $ref: { type: string } }
      examples: [{ $ref: '#/nowhere' }]
      default: { $ref: '#/nowhere' }
      const: { $ref: '#/nowhere' }
      enum: [{ $ref: '#/nowhere' }]
      x-note: { $ref: '#/nowhere' }
";
    assert_eq!(faults(rest), []);
}

#[test]
fn references_beside_a_reference_are_resolved_too() {
    let rest = "
components:
  schemas:
    a: { $ref: '#/components/schemas/b', properties: { x: { $ref: '#/components/schemas/nothing' } } }
    b: { description: found }
";
    assert_eq!(faults(rest).iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["A0103"]);
}

#[test]
fn schemas_of_other_languages_may_be_text() {
    let rest = "
components:
  messages:
    m:
      payload: { schemaFormat: application/vnd.google.protobuf;version=3, schema: { $ref: m.proto } }
";
    let (_, found) = run(root(rest).with("api/m.proto", "message M { string a = 1; }"), &LoadOptions::default());
    assert_eq!(found, []);
}
