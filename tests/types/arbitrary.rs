//! Values that are made of random bytes: each can be encoded, so that it holds to its schema, and is read back equal.

use std::fmt::Debug;

use asyncapi_runtime::wire::arbitrary::{Arbitrary, Unstructured};
use asyncapi_runtime::wire::{Wire, decode, encode};
use asyncapi_tests::golden::arbitrary as golden;

/// Values that are made of each type.
const VALUES: usize = 1_000;

/// Bytes without a pattern; a seed gives always the same.
fn bytes(seed: u64, count: usize) -> Vec<u8> {
    let mut state = seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    std::iter::repeat_with(next).flatten().take(count).collect()
}

/// Makes values of a type, and gives their JSON.
fn made<T: Wire + PartialEq + Debug + for<'a> Arbitrary<'a>>() -> Vec<String> {
    let name = std::any::type_name::<T>();
    let mut texts = Vec::new();
    for seed in 0..VALUES as u64 {
        let bytes = bytes(seed, 4_000);
        let value =
            T::arbitrary(&mut Unstructured::new(&bytes)).unwrap_or_else(|error| panic!("{name} {seed}: {error}"));
        let json = encode(&value).unwrap_or_else(|error| panic!("{name} {seed}: {error}: {value:?}"));
        let again: T = decode(&json).unwrap_or_else(|error| panic!("{name} {seed}: {error}: {value:?}"));
        assert_eq!(again, value, "{name} {seed}");
        texts.push(String::from_utf8(json).unwrap());
    }
    texts
}

macro_rules! all {
    ($($name:ident),*) => { $(made::<golden::$name>();)* };
}

#[test]
fn every_type_makes_values_that_hold_to_their_schemas() {
    all!(
        Everything,
        Scalars,
        ScalarsKind,
        ScalarsState,
        ScalarsLevel,
        ScalarsMixed,
        Texts,
        Code,
        Lists,
        ListsOpen,
        ListsWith,
        Maps,
        Shape,
        ShapeCircle,
        ShapeSquare,
        Contact,
        ContactVariant1,
        ContactVariant2,
        Either,
        Tree,
        Depends,
        DependsCountry,
        All,
        AllKind,
        AllState,
        AllLevel,
        AllMixed,
        EverythingUntyped,
        EverythingHeaders
    );
    // None is missing above.
    let code = include_str!("../../asyncapi-codegen/tests/golden/arbitrary/expected.rs");
    assert_eq!(code.matches("Arbitrary<'a> for ").count(), 29);
}

#[test]
fn values_are_not_all_alike() {
    let several = |texts: Vec<String>, parts: &[&str]| {
        for part in parts {
            assert!(texts.iter().any(|text| text.contains(part)), "none has {part}");
        }
        let all = texts.len();
        let different: std::collections::HashSet<String> = texts.into_iter().collect();
        assert!(different.len() > all / 20, "{} of {all}", different.len());
    };
    several(made::<golden::Shape>(), &["circle", "square"]);
    several(made::<golden::Contact>(), &["mail", "phone"]);
    several(made::<golden::Depends>(), &["card", "address", "US", "DE", "state"]);
    several(made::<golden::Texts>(), &["twice", "letters", "template", "duration", "bytes"]);
    several(made::<golden::Lists>(), &["tags", "unique", "pair", "open", "with"]);
    several(made::<golden::Tree>(), &["children", "parent"]);
}

#[test]
fn without_bytes_there_are_values_too() {
    let none = || Unstructured::new(&[]);
    golden::Everything::arbitrary(&mut none()).unwrap();
    assert_eq!(golden::Tree::arbitrary(&mut none()).unwrap().children, None);
}
