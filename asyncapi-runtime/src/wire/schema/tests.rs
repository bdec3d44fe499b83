use serde_json::json;

use super::*;
use crate::wire::{Wire, decode};

static NAME: Schema = Schema(&[Keyword::Type(&[Type::String]), Keyword::MinLength(2)]);
static TREE: Schema = Schema(&[
    Keyword::Type(&[Type::Object]),
    Keyword::Required(&["name"]),
    Keyword::Properties(&Properties {
        named: &[("name", &NAME), ("children", &Schema(&[Keyword::Items(&TREE)]))],
        patterns: &[],
        others: Some(&Schema(&[Keyword::Never])),
    }),
]);

#[test]
fn a_schema_says_what_is_wrong_and_where() {
    assert!(TREE.accepts(&json!({ "name": "root", "children": [{ "name": "leaf" }] })));
    let found = TREE.violations(&json!({ "name": "root", "children": [{ "name": "x" }, {}, 1], "more": 1 }));
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "/children/0/name: 1 characters, but at least 2 are needed (minLength)",
            "/children/1: property `name` is missing (required)",
            "/children/2: a number where object is expected (type)",
            "/more: the property is not allowed (additionalProperties)",
        ]
    );
}

#[test]
fn numbers_are_compared_as_decimals() {
    let is = |keyword: Keyword, text: &str| {
        let schema: &'static Schema = Box::leak(Box::new(Schema(Box::leak(Box::new([keyword])))));
        schema.accepts(&serde_json::from_str(text).unwrap())
    };
    for (keyword, text, expected) in [
        (Keyword::MultipleOf(Literal::Number(0.1)), "0.3", true),
        (Keyword::MultipleOf(Literal::Number(0.01)), "4.35", true),
        (Keyword::MultipleOf(Literal::Number(0.01)), "4.355", false),
        (Keyword::MultipleOf(Literal::Number(1e-8)), "12391239123", true),
        (Keyword::MultipleOf(Literal::Number(0.5)), "1e308", true),
        (Keyword::MultipleOf(Literal::Number(0.123_456_789)), "1e308", false),
        (Keyword::MultipleOf(Literal::Integer(3)), "0", true),
        (Keyword::MultipleOf(Literal::Number(1e300)), "5", false),
        (Keyword::Maximum(Literal::Integer(9_007_199_254_740_992)), "9007199254740993", false),
        (Keyword::Maximum(Literal::Number(300.5)), "300.5", true),
        (Keyword::ExclusiveMinimum(Literal::Integer(1)), "1.0", false),
        (Keyword::Minimum(Literal::Unsigned(18_446_744_073_709_551_615)), "18446744073709551615", true),
        (Keyword::Type(&[Type::Integer]), "1e3", true),
        (Keyword::Type(&[Type::Integer]), "1.5", false),
    ] {
        assert_eq!(is(keyword, text), expected, "{keyword:?} {text}");
    }
}

/// Each level has two alternatives that both look at the next level before they fail.
static FORK: Schema = Schema(&[Keyword::OneOf(&[
    &Schema(&[
        Keyword::Properties(&Properties { named: &[("next", &FORK)], patterns: &[], others: None }),
        Keyword::Required(&["a"]),
    ]),
    &Schema(&[
        Keyword::Properties(&Properties { named: &[("next", &FORK)], patterns: &[], others: None }),
        Keyword::Required(&["b"]),
    ]),
])]);

#[test]
fn branches_in_branches_do_not_multiply() {
    let deep = (0..100).fold(json!({}), |next, _| json!({ "next": next }));
    assert!(!FORK.accepts(&deep));
    assert!(!FORK.violations(&deep).is_empty());
}

#[test]
fn what_is_nested_too_deeply_is_refused() {
    static SELF: Schema = Schema(&[Keyword::All(&SELF)]);
    let found = SELF.violations(&json!(1));
    assert!(found.iter().any(|violation| violation.rule() == "depth"), "{found:?}");
}

#[derive(Debug, PartialEq)]
struct NotOne(Json);

impl Wire for NotOne {
    fn read<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read_valid(from)
    }
    fn write<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
    }
    fn check(&self, way: crate::wire::Way) -> Result<(), Violation> {
        write_valid(self, way)
    }
}

impl Valid for NotOne {
    fn schema() -> &'static Schema {
        &Schema(&[Keyword::Not(&Schema(&[Keyword::Enum(&[Literal::Integer(1)])]))])
    }
    fn read_typed<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Json::read(from).map(Self)
    }
}

#[test]
fn a_key_that_stands_twice_is_refused_in_a_tree_too() {
    assert!(decode::<NotOne>(br#"{"a":{"b":1,"c":1}}"#).is_ok());
    for json in [r#"{"a":1,"a":2}"#, r#"[{"a":{"b":1,"b":1}}]"#] {
        let error = decode::<NotOne>(json.as_bytes()).expect_err(json);
        assert!(error.to_string().contains("the same key twice"), "{error}");
    }
}

#[test]
fn a_type_with_a_schema_is_checked_both_ways() {
    assert_eq!(decode::<NotOne>(b"2"), Ok(NotOne(json!(2))));
    let error = decode::<NotOne>(b"1.0").unwrap_err();
    assert_eq!(error.to_string(), "the value fits a schema that it must not (not)");
    assert!(crate::wire::encode(&NotOne(json!(1))).is_err());
    assert!(crate::wire::encode(&NotOne(json!("1"))).is_ok());
}

#[test]
fn a_rule_that_breaks_deep_inside_names_the_whole_way() {
    let decoded = decode::<std::collections::BTreeMap<String, Vec<NotOne>>>(br#"{"a":[2],"b":[2, 1]}"#);
    assert_eq!(decoded.unwrap_err().pointer(), "/b/1");
    let decoded = decode::<std::collections::BTreeMap<String, Rows>>(br#"{"a":[1], "b":[1,"x"]}"#);
    assert_eq!(decoded.unwrap_err().pointer(), "/b/1");
}

#[derive(Debug)]
struct Rows(Json);

impl Wire for Rows {
    fn read<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read_valid(from)
    }
    fn write<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
    }
}

impl Valid for Rows {
    fn schema() -> &'static Schema {
        &Schema(&[Keyword::Items(&Schema(&[Keyword::Type(&[Type::Integer])]))])
    }
    fn read_typed<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Json::read(from).map(Self)
    }
}
