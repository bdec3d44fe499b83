use serde_json::json;

use super::*;
use crate::wire::{Keyword, Literal, Properties};

fn bytes(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    (0..64).flat_map(|_| next()).collect()
}

/// So many of 200 values were found.
fn found(keywords: &'static [Keyword]) -> usize {
    let schema: &'static Schema = Box::leak(Box::new(Schema(keywords)));
    (0..200).filter(|seed| value::<Json>(schema, &mut Unstructured::new(&bytes(*seed))).is_ok()).count()
}

static LEAF: Schema = Schema(&[Keyword::Type(&[Type::Integer])]);
static TREE: Schema = Schema(&[Keyword::OneOf(&[
    &Schema(&[
        Keyword::Type(&[Type::Object]),
        Keyword::Required(&["left", "right"]),
        Keyword::Properties(&Properties { named: &[("left", &TREE), ("right", &TREE)], patterns: &[], others: None }),
    ]),
    &LEAF,
])]);

static ALL: &[&[Keyword]] = &[
    &[Keyword::Type(&[Type::Integer]), Keyword::Minimum(Literal::Integer(3)), Keyword::Maximum(Literal::Integer(5))],
    &[
        Keyword::Type(&[Type::Integer]),
        Keyword::ExclusiveMinimum(Literal::Integer(3)),
        Keyword::ExclusiveMaximum(Literal::Integer(5)),
    ],
    &[
        Keyword::Type(&[Type::Number]),
        Keyword::MultipleOf(Literal::Number(0.01)),
        Keyword::ExclusiveMinimum(Literal::Integer(0)),
    ],
    &[
        Keyword::Type(&[Type::Integer]),
        Keyword::MultipleOf(Literal::Integer(7)),
        Keyword::Minimum(Literal::Integer(1_000)),
    ],
    &[
        Keyword::Type(&[Type::Number]),
        Keyword::ExclusiveMinimum(Literal::Number(0.0)),
        Keyword::ExclusiveMaximum(Literal::Number(1.0)),
    ],
    &[Keyword::Type(&[Type::String]), Keyword::MinLength(20), Keyword::MaxLength(20)],
    &[Keyword::Type(&[Type::String]), Keyword::Format("date-time")],
    &[Keyword::Type(&[Type::String]), Keyword::Format("uri"), Keyword::MinLength(50)],
    &[Keyword::Type(&[Type::Array]), Keyword::Items(&LEAF), Keyword::MinItems(5), Keyword::UniqueItems],
    &[Keyword::Type(&[Type::Array]), Keyword::Contains(&LEAF)],
    &[Keyword::Type(&[Type::Object]), Keyword::MinProperties(3), Keyword::MaxProperties(3)],
    &[Keyword::Required(&["a"]), Keyword::DependentRequired("a", &["b"]), Keyword::DependentRequired("b", &["c"])],
    &[Keyword::Enum(&[Literal::String("a"), Literal::Integer(1)]), Keyword::Type(&[Type::Integer])],
    &[Keyword::Not(&Schema(&[Keyword::Type(&[Type::String])]))],
    &[Keyword::All(&TREE)],
];

#[test]
fn what_is_made_is_valid() {
    for keywords in ALL {
        assert_eq!(found(keywords), 200, "{keywords:?}");
    }
}

#[test]
fn what_nothing_satisfies_is_an_error() {
    assert_eq!(found(&[Keyword::Never]), 0);
    assert_eq!(found(&[Keyword::Type(&[Type::String]), Keyword::MinLength(3), Keyword::MaxLength(2)]), 0);
    static ENDLESS: Schema = Schema(&[
        Keyword::Type(&[Type::Object]),
        Keyword::Required(&["next"]),
        Keyword::Properties(&Properties { named: &[("next", &ENDLESS)], patterns: &[], others: None }),
    ]);
    assert_eq!(found(ENDLESS.0), 0);
}

#[test]
fn without_bytes_what_is_made_is_small() {
    let made: Json = value(&TREE, &mut Unstructured::new(&[])).unwrap();
    assert!(made.to_string().len() < 100, "{made}");
    static LIST: Schema = Schema(&[Keyword::Type(&[Type::Array]), Keyword::MinItems(2)]);
    assert_eq!(value::<Json>(&LIST, &mut Unstructured::new(&[])).unwrap().as_array().map(Vec::len), Some(2));
    assert_eq!(
        value::<Json>(&Schema(&[Keyword::Enum(&[Literal::Bool(true)])]), &mut Unstructured::new(&[])),
        Ok(json!(true))
    );
}
