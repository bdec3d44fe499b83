//! What the types of the golden files read, refuse and write.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod arbitrary;
mod conditions;
mod helpers;
mod inferred;
mod overrides;

use asyncapi_runtime::wire::{Wire, decode, encode};
use asyncapi_tests::golden::odd_types::{Any, Everything, Impossible, Option as Choice, Tags, Trial};

/// Reads, writes, and reads again.
fn round<T: Wire + PartialEq + std::fmt::Debug>(json: &str) -> T {
    let value: T = decode(json.as_bytes()).unwrap_or_else(|error| panic!("{json}: {error}"));
    let again = encode(&value).unwrap();
    assert_eq!(decode::<T>(&again).unwrap(), value);
    value
}

/// The pointer of what is wrong.
fn wrong<T: Wire + std::fmt::Debug>(json: &str) -> String {
    decode::<T>(json.as_bytes()).expect_err(json).pointer().to_owned()
}

#[test]
fn unions_find_their_arm_by_a_tag_wherever_it_stands() {
    assert!(matches!(round::<Choice>(r#"{"kind":"s","at":"x"}"#), Choice::String(it) if it.at.as_deref() == Some("x")));
    assert!(matches!(round::<Choice>(r#"{"at":"x","kind":"s"}"#), Choice::String(it) if it.at.as_deref() == Some("x")));
    assert!(matches!(round::<Choice>(r#"{"kind":"q"}"#), Choice::Result(_)));
    for json in [r#"{"kind":"t"}"#, r#"{"at":"x"}"#, r#"{"kind":1}"#, "[]", "null"] {
        decode::<Choice>(json.as_bytes()).expect_err(json);
    }
}

#[test]
fn arms_are_tried_with_their_own_rules() {
    assert!(matches!(round::<Trial>("\"abc\""), Trial::Variant1(_)));
    assert!(matches!(round::<Trial>("\"abcdefghij\""), Trial::Variant2(_)));
    decode::<Trial>(b"\"abcdef\"").expect_err("neither short nor long");
    encode(&Trial::Variant1("abcdef".to_owned())).expect_err("on the way out too");
}

#[test]
fn named_lists_keep_the_rules_of_their_items() {
    assert_eq!(round::<Tags>(r#"["a","b"]"#).len(), 2);
    assert_eq!(wrong::<Tags>(r#"["a",""]"#), "/1");
    Tags::try_from(vec![String::new()]).expect_err("an empty tag");
}

#[test]
fn a_schema_without_values_refuses_all() {
    for json in ["{}", r#"{"never":null}"#, r#"{"never":1,"after":"x"}"#] {
        decode::<Impossible>(json.as_bytes()).expect_err(json);
    }
}

#[test]
fn objects_with_patterns_counts_and_conditions() {
    round::<Any>(r#"{"trial":"abc","kinds":[1],"x-a":"b","other":5}"#);
    round::<Any>(r#"{"trial":"abc","kinds":null}"#);
    assert_eq!(wrong::<Any>(r#"{"trial":"abc","kinds":1,"x-a":5}"#), "/x-a");
    assert_eq!(wrong::<Any>(r#"{"trial":"abc","kinds":1,"forbidden":"x"}"#), "");
    round::<Any>(r#"{"trial":"abc","kinds":1,"forbidden":5}"#);
}

#[test]
fn fields_named_as_our_own_variables_and_rules_deep_inside() {
    // No value of `closed` is valid, so what the reader says first tells how far it came.
    let json = |more: &str| format!(r#"{{"map":"m","at":1,{more}"closed":{{"never":{{}}}}}}"#);
    assert_eq!(wrong::<Everything>(&json("")), "/closed/never");
    assert_eq!(wrong::<Everything>(&json(r#""impossible":1,"#)), "/impossible");
    assert_eq!(wrong::<Everything>(&json(r#""pair":["a"],"#)), "/pair");
    assert_eq!(wrong::<Everything>(&json(r#""nested":[[1]],"#)), "/nested/0/0");
    assert_eq!(wrong::<Everything>(&json(r#""map":"twice","#)), "/map");
}
