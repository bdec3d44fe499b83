//! What users may write, and what they are told when they do not.

use asyncapi_codegen::options::{Integers, MatchValue, Side, Warnings};

use crate::options::{Invocation, parse};

fn read(text: &str) -> Invocation {
    parse(text.parse().expect("tokens")).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn faults(text: &str) -> Vec<String> {
    match parse(text.parse().expect("tokens")) {
        Ok(_) => panic!("{text} is taken"),
        Err(faults) => faults.into_iter().map(|fault| fault.message).collect(),
    }
}

#[test]
fn a_path_suffices() {
    assert_eq!(read("\"chat.yaml\"").spec.0, "chat.yaml");
    assert_eq!(read("\"chat.yaml\", side = counterpart").options.side, Side::Counterpart);
    assert_eq!(read(r##"r#"a "b".yaml"#"##).spec.0, "a \"b\".yaml");
    assert_eq!(read(r#""a\u{62}\x63""#).spec.0, "abc");
}

#[test]
fn all_options_are_read() {
    let invocation = read(
        r#"spec = "chat.yaml", side = application, types = crate::user, channels = [chat, "/"], operations = [],
           rename = { chatMessage = Chat, "a b" = "C" }, replace = { Timestamp = a::B<C, D>, E = F },
           derives = [Hash, serde::Serialize], validate = false, validate_all = true, keep_unknown = true, infer_types = true, arbitrary = true, integers = i64, refs = { "https://x/" = "vendor" },
           allow = [A0301], deny = [A0302], warnings = "deny",
           match = { userJoin: type == "join" && meta.r#kind == -3, "x y": header("x-z") == true },"#,
    );
    let options = invocation.options;
    assert_eq!(options.types.expect("types").value.replace(' ', ""), "crate::user");
    assert_eq!(options.channels.expect("channels").len(), 2);
    assert!(options.operations.expect("operations").is_empty());
    assert_eq!(options.rename[1].1.value, "C");
    assert_eq!(options.replace[0].1.value.replace(' ', ""), "a::B<C,D>");
    assert_eq!(options.replace[1].0.value, "E");
    assert_eq!(options.derives[1].value.replace(' ', ""), "serde::Serialize");
    assert!(!options.validate.expect("validate").value);
    assert!(options.arbitrary.as_ref().is_some_and(|given| given.value));
    assert!(options.validate_all && options.keep_unknown && options.infer_types && options.integers == Integers::I64);
    assert_eq!(options.refs[0].0.value, "https://x/");
    assert_eq!((options.allow[0].value.as_str(), options.deny[0].value.as_str()), ("A0301", "A0302"));
    assert_eq!(options.warnings, Warnings::Deny);
    let tests = &options.matches[0].tests;
    assert_eq!((tests[0].path[0].as_str(), &tests[0].value), ("type", &MatchValue::String("join".into())));
    assert_eq!((tests[1].path.join("."), &tests[1].value), ("meta.kind".into(), &MatchValue::Number("-3".into())));
    let header = &options.matches[1].tests[0];
    assert_eq!((header.header, header.path[0].as_str(), &header.value), (true, "x-z", &MatchValue::Bool(true)));
}

#[test]
fn every_faulty_option_is_named() {
    let found = faults("spec = \"a\", sides = application, side = server, allow = A0301, side = application");
    assert_eq!(found.len(), 4, "{found:#?}");
    assert!(found[0].starts_with("there is no option `sides`; did you mean `side`?"), "{}", found[0]);
    assert!(found[1].starts_with("expected `application`"), "{}", found[1]);
    assert!(found[2].starts_with("expected `[…]` with the code of a lint"), "{}", found[2]);
    assert_eq!(found[3], "option `side` stands here twice");
}

#[test]
fn a_document_must_be_named() {
    assert!(faults("")[0].contains("asyncapi!(\"chat.yaml\")"));
    assert!(faults("side = counterpart")[0].contains("spec = \"chat.yaml\""));
    assert!(faults("\"a\" \"b\"")[0].contains("expected `,`"));
    assert!(faults("match = { a: b = \"c\" }, spec = \"x\"")[0].contains("`==`"));
    assert!(faults("match = { a: b == c }, spec = \"x\"")[0].contains("expected a string, a number"));
}
