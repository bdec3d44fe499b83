//! Keywords that no Rust type carries, and what options make of types.

use asyncapi_runtime::types::Bytes;
use asyncapi_runtime::wire::{decode, encode};
use asyncapi_runtime::{DecodeErrorKind, Incoming, RawMessage};
use asyncapi_tests::golden::conditions::{
    Address, Case, CaseNotEmpty, CaseUnit, Contact, Labels, Level, Parcel, Payment, Row, Samples, Untyped,
};
use asyncapi_tests::golden::type_options;

use super::{round, wrong};

#[test]
fn conditions_hold_in_and_out_and_name_what_is_wrong() {
    round::<Address>(r#"{"country":"US","state":"TX"}"#);
    round::<Address>(r#"{"country":"DE"}"#);
    let error = decode::<Address>(br#"{"country":"US"}"#).unwrap_err();
    assert_eq!(error.to_string(), "property `state` is missing (required)");
    assert_eq!(error.kind(), DecodeErrorKind::Violation);
    decode::<Address>(br#"{"country":"DE","state":"BY"}"#).expect_err("no states there");
    let error = encode(&Address::new("US".to_owned())).unwrap_err();
    assert_eq!(error.violation().map(|violation| violation.rule()), Some("required"));
    assert_eq!(wrong::<Case>(r#"{"address":{"country":"USA"}}"#), "/address/country");
    let within = decode::<Case>(br#"{"address":{"country":"DE"},"row":["a",1,2]}"#).unwrap_err();
    assert_eq!((within.pointer(), within.kind()), ("/row/2", DecodeErrorKind::Violation));
    CaseNotEmpty::try_from(serde_json::json!("")).expect_err("an empty text");
    CaseNotEmpty::try_from(serde_json::json!(false)).expect("anything else");
}

#[test]
fn any_of_holds_all_that_fit() {
    let both: Contact = round(r#"{"mail":"a@example.com","phone":"+1 2"}"#);
    assert!(both.by_mail.is_some() && both.by_phone.is_some());
    assert_eq!(encode(&both).unwrap(), br#"{"mail":"a@example.com","phone":"+1 2"}"#);
    let one: Contact = round(r#"{"mail":"a@example.com","phone":"unknown"}"#);
    assert!(one.by_mail.is_some() && one.by_phone.is_none());
    decode::<Contact>(br#"{"mail":"unknown"}"#).expect_err("none fits");
    encode(&Contact { by_mail: None, by_phone: None }).expect_err("none is there");
}

#[test]
fn one_of_fits_one_alone_and_keeps_what_decides() {
    assert!(matches!(round::<Payment>(r#"{"iban":"x"}"#), Payment::Transfer(_)));
    // Without what the card does not name, it is no transfer either.
    let card: Payment = round(r#"{"number":"1","iban":"x","note":1}"#);
    assert_eq!(encode(&card).unwrap(), br#"{"number":"1"}"#);
    // A tube is refused because of `note`, which the box keeps: without it, both would fit.
    let parcel: Parcel = round(r#"{"size":"L","note":1}"#);
    assert!(matches!(&parcel, Parcel::Box(it) if it.additional_properties.len() == 1));
    assert_eq!(encode(&parcel).unwrap(), br#"{"size":"L","note":1}"#);
    decode::<Parcel>(br#"{"size":"L"}"#).expect_err("both fit");
    let text = decode::<Payment>(b"{}").unwrap_err().to_string();
    assert!(text.contains("no variant of Payment fits; the closest breaks"), "{text}");
}

#[test]
fn open_enums_take_any_text() {
    assert_eq!(round::<Level>("\"info\""), Level::Info);
    assert_eq!(round::<Level>("\"trace\""), Level::Other("trace".to_owned()));
    assert_eq!(Level::from("error"), Level::Error);
    assert_eq!(round::<CaseUnit>("\"st\"").to_string(), "st");
    decode::<Level>(b"1").expect_err("no text");
}

#[test]
fn a_schema_without_type_takes_what_it_does_not_speak_of() {
    assert!(matches!(round::<Untyped>(r#"{"name":"x"}"#), Untyped::Object(it) if it.name.as_deref() == Some("x")));
    assert!(matches!(round::<Untyped>("\"abc\""), Untyped::String(_)));
    assert!(matches!(round::<Untyped>("[1]"), Untyped::Other(_)));
    decode::<Untyped>(b"\"ab\"").expect_err("a text that is too short");
    decode::<Untyped>(br#"{"name":1}"#).expect_err("a name that is none");
}

#[test]
fn lists_and_maps_with_conditions() {
    round::<Samples>("[1,100.5]");
    decode::<Samples>(b"[1,2]").expect_err("none of 100 or more");
    round::<Row>(r#"["a",1,true,false]"#);
    round::<Row>("[]");
    assert_eq!(wrong::<Row>(r#"["a","b"]"#), "/1");
    let labels: Labels = round(r#"{"name":"a","x-id":1}"#);
    assert_eq!(labels.name.as_deref(), Some("a"));
    for json in [r#"{"name":"a"}"#, r#"{"x-id":"a"}"#, r#"{"other":1}"#, r#"{"x-much-too-long":1}"#] {
        decode::<Labels>(json.as_bytes()).expect_err(json);
    }
}

#[test]
fn all_that_is_wrong_is_told_when_asked() {
    let message = |json: &str| RawMessage::new("counts", Bytes::from(json.to_owned()));
    let error = type_options::counts::Message::decode(&message(r#"{"value":1.5,"of":{"name":"much too long"}}"#));
    let error = error.unwrap_err();
    let mut pointers: Vec<String> = error.violations().iter().map(|violation| violation.pointer()).collect();
    pointers.sort();
    assert_eq!(pointers, ["/of/name", "/value"]);
    assert!(error.to_string().ends_with("(and 1 more)"), "{error}");
    let kept = type_options::counts::Message::decode(&message(r#"{"value":1,"of":{"a":2},"more":[3]}"#)).unwrap();
    let type_options::counts::Message::Count(count) = kept;
    assert_eq!(encode(&count).unwrap(), br#"{"value":1,"of":{"a":2},"more":[3]}"#);
}
