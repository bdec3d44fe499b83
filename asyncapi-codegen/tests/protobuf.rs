//! The engine against Protobuf schemas that are broken, or meant to break it; what is the payload, what texts share, and
//! where imports are looked for.

#![allow(clippy::expect_used, reason = "a test")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use asyncapi_codegen::diagnostic::Severity;
use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine::generate;
use asyncapi_codegen::options::Options;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A document with a message for each schema and format, all of which come in.
fn document(schemas: &[(&str, Value)]) -> String {
    let message = |(at, (version, schema)): (usize, &(&str, Value))| {
        let format = format!("application/vnd.google.protobuf{version}");
        let payload = json!({ "schemaFormat": format, "schema": schema });
        (format!("m{at}"), json!({ "contentType": format!("application/m{at}"), "payload": payload }))
    };
    let messages: serde_json::Map<String, Value> = schemas.iter().enumerate().map(message).collect();
    json!({
        "asyncapi": "3.0.0",
        "info": { "title": "Hostile", "version": "1" },
        "channels": { "all": { "address": "all", "messages": messages } },
        "operations": { "take": { "action": "receive", "channel": { "$ref": "#/channels/all" } } },
    })
    .to_string()
}

/// The codes of what the engine says, and the code that it generates if there is no error. It ends soon, and places exist.
fn run(mut files: InMemory, schemas: &[(&str, Value)]) -> (Vec<&'static str>, Option<String>) {
    let begin = Instant::now();
    files = files.with("api/asyncapi.json", document(schemas));
    let runtime = quote::quote!(::asyncapi_runtime);
    let generated = generate("api/asyncapi.json", &mut files, &Options::default(), &LoadOptions::default(), runtime);
    for finding in &generated.checked.findings {
        let diagnostic = &finding.diagnostic;
        for label in std::iter::once(&diagnostic.label).chain(&diagnostic.related) {
            let file = generated.checked.sources.get(label.span.file).expect("the file is known");
            assert!(file.text().get(label.span.start as usize..label.span.end as usize).is_some(), "{diagnostic:?}");
        }
    }
    let errors = generated.checked.has_errors();
    let all = generated.checked.findings.iter();
    let codes = all.map(|finding| (finding.diagnostic.code.id, finding.severity)).collect::<Vec<_>>();
    assert_eq!(errors, codes.iter().any(|(_, severity)| *severity == Severity::Error));
    let code = generated.tokens.map(|tokens| tokens.to_string()).filter(|_| !errors);
    let most = if cfg!(debug_assertions) { 20 } else { 2 };
    assert!(begin.elapsed() < Duration::from_secs(most), "{:?}", begin.elapsed());
    (codes.into_iter().map(|(id, _)| id).collect(), code)
}

fn text(text: &str) -> (Vec<&'static str>, Option<String>) {
    run(InMemory::default(), &[(";version=3", json!(text))])
}

#[test]
fn texts_that_are_meant_to_break_the_engine() {
    let nested = "message M { ".repeat(10_000);
    let closed = nested.clone() + &"}".repeat(10_000);
    let blocks = "message M { option (a) = ".to_owned() + &"{ a: ".repeat(10_000) + &"}".repeat(10_000) + "; }";
    let brackets = "message M { string s = 1 [(a) = ".to_owned() + &"[".repeat(100_000);
    let unknown: String = (0..20_000).fold("message M {".to_owned(), |mut text, at| {
        let _ = write!(text, "Unknwn{at} f{at} = {};", at + 1);
        text
    });
    for (schema, expected) in [
        (nested, "A0702"),
        (closed, "A0702"),
        ("/*".repeat(1_000_000), "A0701"),
        ("message M { string s = 1; /* ".to_owned() + &"x".repeat(5_000_000), "A0701"),
        ("\"".repeat(100_001), "A0701"),
        ("a.".repeat(1_000_000), "A0701"),
        ("}".repeat(100_000), "A0701"),
        ("é".repeat(1_000_000), "A0701"),
        (brackets, "A0701"),
        (unknown, "A0703"),
        (String::new(), "A0707"),
        ("message M { string s = 99999999999999999999999999999999999999999999; }".to_owned(), "A0701"),
    ] {
        let (codes, _) = text(&schema);
        assert!(codes.contains(&expected), "{:?}: {:?}", schema.get(..40), codes.get(..4));
    }
    let (codes, code) = text(&blocks);
    assert!(codes.is_empty() && code.is_some(), "what options say is passed over");
}

#[test]
fn large_texts_are_no_danger() {
    let chain: String = (0..10_000).fold(String::new(), |mut text, at| {
        let _ = write!(text, "message M{at} {{ M{} next = 1; }}", at + 1);
        text
    });
    let ring = (0..2_000).fold("message Root { M0 m = 1; }".to_owned(), |mut text, at| {
        let _ = write!(
            text,
            "message M{at} {{ M{} next = 1; oneof o {{ M{} a = 2; M0 b = 3; }} }}",
            (at + 1) % 2_000,
            at / 2
        );
        text
    });
    let values = (0..100_000).fold("message M { E e = 1; } enum E {".to_owned(), |mut text, at| {
        let _ = write!(text, "V{at} = {at};");
        text
    });
    let fields = (0..10_000).fold("message M {".to_owned(), |mut text, at| {
        let _ = write!(text, "string f{at} = {};", if at < 5_000 { at + 1 } else { at + 20_000 });
        text
    });
    for schema in [chain + "message M10000 {}", ring, values + "}", fields + "}"] {
        let (codes, code) = text(&schema);
        assert!(codes.is_empty() && code.is_some(), "{:?}: {:?}", schema.get(..40), codes.get(..4));
    }
}

#[test]
fn which_message_is_the_payload() {
    let root = |text: &str| {
        let (codes, code) = run(InMemory::default(), &[("", json!(text))]);
        assert!(codes.is_empty(), "{text}: {codes:?}");
        let code = code.expect("there is code");
        let (_, rest) = code.split_once("pub enum Message {").expect("the enum of messages");
        let (_, rest) = rest.split_once("super :: ").expect("a type");
        rest.split_once(')').expect("its end").0.trim().to_owned()
    };
    for (text, expected) in [
        ("message A {}", "A"),
        ("message A { B b = 1; } message B {}", "A"),
        ("message B {} message A { repeated B b = 1; }", "A"),
        ("message A { map<string, B> b = 1; } message B {}", "A"),
        ("message A { A a = 1; B b = 2; message I { A a = 1; } } message B {}", "A"),
        ("message A {} // x\n/* @RootNode */ message B {}", "B"),
        ("message A {} message M0 {}", "M0"),
        ("message A { B b = 1; } message B { A a = 1; } message M0 { A a = 1; B b = 2; }", "M02"),
        ("package m0; message m0 {} message C {}", "M0"),
    ] {
        assert_eq!(root(text), expected.replace("M02", "M0"), "{text}");
    }
    assert_eq!(text("message A {} message B {}").0, ["A0707"]);
    assert_eq!(text("message A { B b = 1; } message B { A a = 1; }").0, ["A0707"]);
}

#[test]
fn the_syntax_is_that_of_the_text_then_of_the_format() {
    let presence = |version: &str, text: &str| {
        let (codes, code) = run(InMemory::default(), &[(version, json!(text))]);
        code.map(|code| code.contains("pub s : rt :: Option <")).ok_or_else(|| codes.concat())
    };
    let broken = |code: &str| Err(code.to_owned());
    let (plain, optional, required) =
        ("message M { string s = 1; }", "message M { optional string s = 1; }", "message M { required string s = 1; }");
    for version in ["", ";version=3", ";version=3.21.0", "; version=\"3\""] {
        assert_eq!(presence(version, plain), Ok(false), "{version}");
        assert_eq!(presence(version, optional), Ok(true), "{version}");
        assert_eq!(presence(version, required), Ok(false), "proto2 all the same");
    }
    for version in [";version=2", ";version=2.6.1"] {
        assert_eq!(presence(version, plain), broken("A0708"));
        assert_eq!(presence(version, &format!("syntax = 'proto3'; {plain}")), Ok(false));
    }
    assert_eq!(presence(";version=3", &format!("syntax = \"proto2\"; {plain}")), broken("A0708"));
    assert_eq!(presence(";version=3", &format!("syntax = \"proto3\"; {required}")), broken("A0708"));
}

#[test]
fn one_definition_is_one_type_and_two_are_two() {
    let structs = |schemas: &[&str]| {
        let schemas: Vec<_> = schemas.iter().map(|schema| (";version=3", json!(schema))).collect();
        let (codes, code) = run(InMemory::default(), &schemas);
        assert!(codes.is_empty(), "{codes:?}");
        code.expect("there is code").matches("pub struct Point").count()
    };
    let point = "message Point { int32 x = 1; }";
    let whole = format!("{point} message Line {{ Point from = 1; }}");
    assert_eq!(structs(&[point, &whole]), 1);
    assert_eq!(structs(&[point, "package a; message Point { int32 x = 1; }"]), 2, "another package");
    assert_eq!(structs(&[point, "message Point { int64 x = 1; }"]), 2, "another type");
    assert_eq!(structs(&[point, "message Point { int32 x = 2; }"]), 2, "another number");
}

#[test]
fn imports_are_looked_for_up_to_the_folder_of_the_document() {
    let files = || {
        InMemory::default()
            .with(
                "api/a/b/root.proto",
                "import 'c.proto'; import 'a/d.proto'; import 'e.proto'; message M { C c = 1; D d = 2; E e = 3; }",
            )
            .with("api/a/b/c.proto", "import 'root.proto'; message C {}")
            .with("api/a/d.proto", "message D {}")
            .with("api/e.proto", "message E {}")
            .with("api/outside.proto", "import '../../secret.proto'; import '/secret.proto'; message M {}")
            .with("api/again.proto", "import 'again.proto'; message M { M m = 1; }")
            .with("secret.proto", "message S {}")
    };
    let of = |path: &str| run(files(), &[(";version=3", json!({ "$ref": path }))]);
    let (codes, code) = of("a/b/root.proto");
    assert!(codes.is_empty(), "{codes:?}");
    let code = code.expect("there is code");
    assert!(["C", "D", "E"].iter().all(|name| code.contains(&format!("pub struct {name} "))));
    assert_eq!(of("outside.proto").0, ["A0706", "A0706"]);
    assert_eq!(of("again.proto").0, Vec::<&str>::new());
    // So are those of texts in the document.
    let (codes, code) = run(files(), &[("", json!("import 'e.proto'; message M { E e = 1; }"))]);
    assert!(codes.is_empty() && code.is_some_and(|code| code.contains("pub struct E ")));
}

/// Something like a text.
fn soup() -> impl Strategy<Value = String> {
    let words = [
        "syntax = \"proto3\";",
        "message",
        "enum",
        "oneof",
        "map<",
        ">",
        "string",
        "int32",
        "M",
        "N",
        "E",
        "{",
        "}",
        "=",
        "1",
        "2",
        "0",
        ";",
        ",",
        "[",
        "]",
        "repeated",
        "optional",
        "required",
        "reserved",
        "to",
        "max",
        "extensions",
        "extend",
        "group",
        "import",
        "package",
        "option",
        "(",
        ")",
        ".",
        "\"x\"",
        "'",
        "// c\n",
        "/* c */",
        "/*",
        "-",
        "default",
        "deprecated",
        "true",
        "0x1F",
        "1.5",
        "service",
        "google.protobuf.Timestamp",
        "import \"google/protobuf/timestamp.proto\";",
        "é",
        "message M { string s = 1; N n = 2; }",
        "message N { oneof o { M m = 1; } }",
        "enum E { A = 0; }",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..40).prop_map(|words| words.join(" "))
}

/// A text that is mostly right.
fn schema() -> impl Strategy<Value = String> {
    let ty = prop::sample::select(vec!["string", "bytes", "int32", "double", "bool", "M", "N", "E", "M.I", "N.K"]);
    let label = prop::sample::select(vec!["", "optional", "repeated", "required"]);
    let name = prop::sample::select(vec!["a", "b", "self", "type", "new", "fooBar", "foo_bar"]);
    let field =
        (label, ty, name, 1..8i32).prop_map(|(label, ty, name, number)| format!("{label} {ty} {name} = {number};"));
    let map = (prop::sample::select(vec!["string", "int64", "bool"]), 1..8i32)
        .prop_map(|(key, number)| format!("map<{key}, N> entries = {number};"));
    let one = (1..8i32, 1..8i32).prop_map(|(a, b)| format!("oneof choice {{ M one = {a}; string two = {b}; }}"));
    let body =
        prop::collection::vec(prop_oneof![4 => field, 1 => map, 1 => one], 0..5).prop_map(|parts| parts.join(" "));
    let syntax = prop::sample::select(vec!["", "syntax = 'proto2';", "syntax = 'proto3';"]);
    (syntax, body.clone(), body.clone(), body).prop_map(|(syntax, m, n, inner)| {
        format!("{syntax} message M {{ {m} message I {{ {inner} }} }} message N {{ {n} enum K {{ X = 0; }} }} enum E {{ E_0 = 0; E_A = 1; }}")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn any_text_gives_code_or_a_reason(first in soup(), second in schema(), version in 0..3usize) {
        let version = ["", ";version=2", ";version=3"][version];
        for text in [first, second] {
            let (codes, code) = run(InMemory::default(), &[(version, json!(text))]);
            prop_assert!(code.is_some() || !codes.is_empty());
            if let Some(code) = code {
                prop_assert!(syn::parse_str::<syn::File>(&code).is_ok());
            }
        }
    }
}
