//! Examples, defaults and constructors: what a document offers beside its types.

use asyncapi_runtime::wire::encode;
use asyncapi_tests::golden::helpers::{Code, Order, OrderHeaders, OrderState, OrderWindow, Shape, Wide};

#[test]
fn the_examples_of_schemas_and_messages_are_offered_once_and_only_if_valid() {
    let orders = Order::examples();
    let ids: Vec<u16> = orders.iter().map(|order| order.id).collect();
    // Of the payload's schema, then of the message; 3 breaks a pattern, which only the runtime can tell.
    assert_eq!(ids, [2, 1]);
    for order in orders {
        encode(&order).unwrap();
    }
    let codes = Code::examples();
    assert_eq!(codes.iter().map(|code| code.get().as_str()).collect::<Vec<_>>(), ["AB-1", "ZZ-9"]);
    assert!(matches!(Shape::examples().as_slice(), [Shape::Variant1(circle)] if circle.radius == 1.5));
    assert_eq!(OrderHeaders::examples(), [OrderHeaders::new(3)]);
}

#[test]
fn defaults_fill_fields_or_are_offered() {
    let order = Order::new(1, Code::try_from("AB-1".to_owned()).unwrap(), OrderState::New);
    assert_eq!(order.colors, ["red", "green"]);
    assert_eq!(order.limits.get("a"), Some(&1));
    assert!(order.none.is_empty() && order.nothing.is_empty());
    let json = br#"{"id": 1, "code": "AB-1", "state": "new"}"#;
    assert_eq!(asyncapi_runtime::wire::decode::<Order>(json).unwrap(), order);
    assert_eq!(Order::default_window(), Some(OrderWindow { width: 80, height: 25 }));
    assert_eq!(Order::default_type(), Some(Some("plain".to_owned())));
}

#[test]
fn every_struct_with_something_optional_has_a_constructor() {
    let wide = Wide::new(1, 2, 3, 4, 5, 6, 7, 8);
    assert_eq!((wide.a, wide.h, wide.i), (1, 8, None));
}
