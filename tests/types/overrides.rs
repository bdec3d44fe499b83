//! Names and types that the user gives.

use std::collections::BTreeSet;

use asyncapi_runtime::wire::{decode, encode};
use asyncapi_tests::golden::overrides::{Named, NamedDeep, Order, Stamp};
use asyncapi_tests::own::Amount;

#[test]
fn types_of_the_users_stand_in_the_place_of_named_types_and_of_properties() {
    let json = br#"{"amount":1,"fee":null,"tips":2,"stamp":7,"own":3,"odd-name":"x","inner":{"deep":{"state":"a"}}}"#;
    let order: Order = decode(json).unwrap();
    // A replaced type has its own rules alone: 7 is no stamp by the document.
    let stamp: Stamp = order.stamp;
    assert_eq!((order.amount, order.fee, order.tips), (Amount(1), Some(None), Some(Amount(2))));
    assert_eq!((stamp, order.own, order.plain_name.as_deref()), (Amount(7), Some(Amount(3)), Some("x")));
    assert_eq!(encode(&order).unwrap(), json);
    assert_eq!(Order::default_tips(), Some(Amount(5)));
}

#[test]
fn derives_of_the_users_are_there_once() {
    let named = |deep| Named { deep };
    let all = BTreeSet::from([named(None), named(Some(NamedDeep { state: None })), named(None)]);
    assert_eq!(all.len(), 2);
    assert!(std::collections::HashSet::from([named(None)]).contains(&named(None)));
}
