//! Schemas that stand in files of OpenAPI and of JSON Schema are read by the rules of those.

use asyncapi_runtime::wire::{Wire, decode};

mod shop {
    asyncapi_runtime::asyncapi!(spec = "documents/foreign/asyncapi.yaml", warnings = "allow");
}

fn accepts<T: Wire>(json: &str) -> bool {
    decode::<T>(json.as_bytes()).is_ok()
}

#[test]
fn openapi_has_nullable_and_flags_on_limits() {
    assert!(accepts::<shop::Cat>(r#"{ "kind": "cat", "name": null, "age": 1 }"#));
    assert!(!accepts::<shop::Cat>(r#"{ "kind": "cat", "name": null, "age": 0 }"#));
    assert!(accepts::<shop::User>(r#"{ "kind": "a", "share": null }"#));
    assert!(accepts::<shop::User>(r#"{ "kind": "a", "share": 0.9 }"#));
    assert!(!accepts::<shop::User>(r#"{ "kind": "a", "share": 1 }"#));
    assert!(accepts::<shop::Item>(r#"{ "price": null }"#) && !accepts::<shop::Item>(r#"{ "price": 0 }"#));
}

#[test]
fn openapi_has_discriminators_with_a_mapping() {
    assert!(matches!(decode(br#"{ "kind": "dog", "barks": true }"#), Ok(shop::Animal::Dog(_))));
    assert!(matches!(decode(br#"{ "kind": "cat", "name": "Tom" }"#), Ok(shop::Animal::Cat(_))));
    assert!(!accepts::<shop::Animal>(r#"{ "kind": "cow", "barks": true }"#));
}

#[test]
fn json_schema_has_anchors_and_identifiers() {
    let money: shop::Money = decode(br#"{ "amount": 1.5, "currency": "EUR" }"#).unwrap();
    assert!(!accepts::<shop::Money>(r#"{ "amount": 1.5, "currency": "GBP" }"#));
    let priced = shop::Priced { by_anchor: money.clone(), by_id: money.clone(), by_definition: money };
    assert_eq!(priced.by_anchor, priced.by_definition);
}
