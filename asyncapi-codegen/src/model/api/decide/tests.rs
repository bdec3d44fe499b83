//! Each case: the payload schemas of messages, and what tells them apart.

use super::*;
use crate::diagnostic::Sink;
use crate::document::{InMemory, LoadOptions, load};

/// Candidates whose payloads are these schemas (YAML in flow style).
fn candidates(schemas: &[&str]) -> Vec<Candidate> {
    let mut text = "asyncapi: 3.0.0\ninfo: {title: t, version: '1'}\ncomponents:\n  schemas:\n".to_owned();
    for (at, schema) in schemas.iter().enumerate() {
        text.push_str(&format!("    s{at}: {schema}\n"));
    }
    let mut files = InMemory::default().with("a.yaml", text);
    let mut sink = Sink::default();
    let document = load("a.yaml", &mut files, &LoadOptions::default(), &mut sink).expect("a document");
    assert!(!sink.has_errors(), "{:?}", sink.as_slice());
    let root = document.roots.get(&document.root).expect("a root");
    let all = root.get("components").and_then(|it| it.get("schemas")).expect("schemas");
    let candidate = |at: usize| Candidate {
        payload: Facts::of(&document, all.get(&format!("s{at}")).expect("a schema")),
        ..Candidate::default()
    };
    (0..schemas.len()).map(candidate).collect()
}

fn property(path: &[&str]) -> Read {
    Read::Property(path.iter().map(|segment| (*segment).to_owned()).collect())
}

fn is(value: &str) -> Test {
    Test::OneOf(vec![Literal::String(value.to_owned())])
}

/// The rules in short: `type=join>0` and so on, and what is tried otherwise.
fn rules(verdict: &Verdict) -> (Vec<String>, Vec<usize>) {
    let place = |read: &Read| match read {
        Read::Header(name) => format!("${name}"),
        Read::Property(path) => path.join("."),
        Read::Kind => "kind".to_owned(),
        Read::ContentType => "media".to_owned(),
    };
    let value = |literal: &Literal| match literal {
        Literal::String(text) | Literal::Number(text) => text.clone(),
        other => format!("{other:?}"),
    };
    let test = |(read, test): &(Read, Test)| match test {
        Test::OneOf(values) => format!("{}={}", place(read), values.iter().map(value).collect::<Vec<_>>().join("|")),
        Test::IfTold(values) => {
            format!("{}?={}", place(read), values.iter().map(value).collect::<Vec<_>>().join("|"))
        }
        Test::Present => format!("{}+", place(read)),
        Test::Absent => format!("{}-", place(read)),
    };
    let rule =
        |rule: &Rule| format!("{}>{:?}", rule.tests.iter().map(test).collect::<Vec<_>>().join("&"), rule.messages);
    (verdict.rules.iter().map(rule).collect(), verdict.otherwise.clone())
}

fn decided(schemas: &[&str]) -> (Vec<String>, Vec<usize>, usize) {
    let verdict = decide(&candidates(schemas));
    let (rules, otherwise) = rules(&verdict);
    (rules, otherwise, verdict.doubts.len())
}

#[test]
fn a_common_tag_decides_and_refuses_the_unknown() {
    let (rules, otherwise, doubts) = decided(&[
        "{required: [type], properties: {type: {const: join}, user: {type: string}}}",
        "{required: [type], properties: {type: {enum: [leave, kicked]}}}",
        "{allOf: [{$ref: '#/components/schemas/s3'}]}",
        "{required: [type, x], properties: {type: {const: chat}, x: {const: y}}}",
    ]);
    // s2 is s3: nothing tells those two apart.
    assert_eq!(doubts, 1, "{rules:?}");
    assert_eq!(otherwise, [2, 3], "{rules:?}");
    let (rules, otherwise, doubts) = decided(&[
        "{required: [type], properties: {type: {const: join}}}",
        "{required: [type], properties: {type: {enum: [leave, kicked]}}}",
    ]);
    assert_eq!((rules, otherwise, doubts), (vec!["type=join>[0]".into(), "type=leave|kicked>[1]".into()], vec![], 0));
}

#[test]
fn a_nested_tag_decides() {
    let (rules, _, doubts) = decided(&[
        "{required: [meta], properties: {meta: {required: [kind], properties: {kind: {const: a}}}}}",
        "{required: [meta], properties: {meta: {required: [kind], properties: {kind: {const: b}}}}}",
    ]);
    assert_eq!((rules, doubts), (vec!["meta.kind=a>[0]".into(), "meta.kind=b>[1]".into()], 0));
}

#[test]
fn numbers_are_compared_as_numbers() {
    let (_, _, doubts) =
        decided(&["{required: [v], properties: {v: {const: 1}}}", "{required: [v], properties: {v: {const: 1.0}}}"]);
    assert_eq!(doubts, 1);
    let (rules, ..) =
        decided(&["{required: [v], properties: {v: {const: 1}}}", "{required: [v], properties: {v: {const: 2}}}"]);
    assert_eq!(rules, ["v=1>[0]", "v=2>[1]"]);
}

#[test]
fn required_properties_decide_where_each_has_its_own() {
    let (rules, otherwise, doubts) = decided(&[
        "{type: object, required: [id, content], properties: {id: {}, content: {}}}",
        "{type: object, required: [id, user], properties: {id: {}, user: {}}}",
    ]);
    assert_eq!((rules, otherwise, doubts), (vec!["content+>[0]".into()], vec![1], 0));
}

#[test]
fn one_sided_properties_decide_with_a_doubt_unless_the_other_is_closed() {
    let open = ["{required: [id], properties: {id: {}}}", "{required: [id, name], properties: {id: {}, name: {}}}"];
    let verdict = decide(&candidates(&open));
    assert_eq!(rules(&verdict), (vec!["name+>[1]".into()], vec![0]));
    assert_eq!(verdict.doubts, [Doubt { first: 1, second: 0, by: Some(property(&["name"])) }]);
    let (rules, otherwise, doubts) = decided(&[
        "{required: [id], additionalProperties: false, properties: {id: {}}}",
        "{required: [id, name], properties: {id: {}, name: {}}}",
    ]);
    assert_eq!((rules, otherwise, doubts), (vec!["name+>[1]".into()], vec![0], 0));
}

#[test]
fn the_json_type_decides() {
    let (rules, _, doubts) = decided(&["{type: array}", "{type: object, required: [event], properties: {event: {}}}"]);
    assert_eq!((rules, doubts), (vec!["kind=array>[0]".into(), "kind=object>[1]".into()], 0));
}

#[test]
fn an_optional_tag_does_not_decide_alone() {
    // A join without its type could be a leave without its type.
    let (_, _, doubts) = decided(&["{properties: {type: {const: join}}}", "{properties: {type: {const: leave}}}"]);
    assert_eq!(doubts, 1);
}

#[test]
fn arms_of_one_of_count_together() {
    let (rules, _, doubts) = decided(&[
        "{oneOf: [{required: [e], properties: {e: {const: a}}}, {required: [e], properties: {e: {const: b}}}]}",
        "{required: [e], properties: {e: {const: c}}}",
    ]);
    assert_eq!((rules, doubts), (vec!["e=a|b>[0]".into(), "e=c>[1]".into()], 0));
}

#[test]
fn equal_messages_are_tried_in_turn() {
    let same = "{required: [type], properties: {type: {enum: [join, leave]}}}";
    let (rules, otherwise, doubts) = decided(&[same, same]);
    assert_eq!((rules, otherwise, doubts), (vec![], vec![0, 1], 1));
}

#[test]
fn the_users_word_decides() {
    let status = "{required: [type, user], properties: {type: {enum: [join, leave]}, user: {}}}";
    let mut candidates = candidates(&["{required: [content], properties: {content: {}}}", status, status]);
    candidates[1].explicit = vec![(property(&["type"]), is("join"))];
    candidates[2].explicit = vec![(property(&["type"]), is("leave"))];
    let verdict = decide(&candidates);
    assert_eq!(rules(&verdict), (vec!["type=join>[1]".into(), "type=leave>[2]".into()], vec![0]));
    assert_eq!(verdict.doubts, []);
}

#[test]
fn the_media_type_decides_where_nothing_else_does() {
    let mut candidates = candidates(&["{}", "{}"]);
    "text/plain".clone_into(&mut candidates[0].content_type);
    "application/json".clone_into(&mut candidates[1].content_type);
    let verdict = decide(&candidates);
    assert_eq!(rules(&verdict).0, ["media=text/plain>[0]", "media=application/json>[1]", "media->[0, 1]"]);
    assert_eq!(verdict.doubts, []);
}

#[test]
fn many_messages_are_bounded() {
    let schemas: Vec<String> = (0..150).map(|n| format!("{{required: [p{n}], properties: {{p{n}: {{}}}}}}")).collect();
    let schemas: Vec<&str> = schemas.iter().map(String::as_str).collect();
    let (rules, otherwise, _) = decided(&schemas);
    assert_eq!((rules.len(), otherwise.len()), (0, 150));
    let (rules, _, doubts) = decided(&schemas[..90]);
    assert_eq!((rules.len(), doubts), (89, 0));
}
