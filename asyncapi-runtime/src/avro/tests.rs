//! Hostile bytes, and round trips of any value in every encoding. That the bytes are those of others is shown where
//! generated types are: `tests/talk/avro.rs`.

use std::collections::BTreeMap;

use proptest::prelude::*;
use time::{Date, OffsetDateTime, PrimitiveDateTime, Time};
use uuid::Uuid;

use super::*;

/// A type as the generator writes it.
#[derive(Debug, Clone, PartialEq)]
struct Node {
    children: Vec<Node>,
    next: Option<Box<Node>>,
    nothing: Vec<()>,
}

const NODE: Kind = Kind::Named("Node");

impl Record for Node {
    const NAME: &'static str = "Node";
    const FIELDS: &'static [(&'static str, Kind)] =
        &[("children", Kind::Array(&NODE)), ("next", Kind::Nullable(&NODE)), ("nothing", Kind::Array(&Kind::Null))];
    fn visit<'de, A: serde::de::MapAccess<'de>>(mut map: RecordFields<'_, A>) -> Result<Self, A::Error> {
        let (mut children, mut next, mut nothing) = (None, None, None);
        while let Some(at) = map.next()? {
            match at {
                0 => map.read(&mut children)?,
                1 => map.read(&mut next)?,
                2 => map.read(&mut nothing)?,
                _ => map.skip()?,
            }
        }
        Ok(Self {
            children: map.required(children, "children")?,
            next: map.required(next, "next")?,
            nothing: map.required(nothing, "nothing")?,
        })
    }
}

impl Datum for Node {
    fn read<'de, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<Self, D::Error> {
        read_record(at, from)
    }
    fn write<S: Serializer>(&self, at: At<'_>, to: S) -> Result<S::Ok, S::Error> {
        let mut record = RecordWriter::new::<Self>(at, to)?;
        record.field(&self.children)?;
        record.field(&self.next)?;
        record.field(&self.nothing)?;
        record.end()
    }
}

static NODE_SCHEMA: Schema = Schema::new(
    r#"{"name":"0.Node","type":"record","fields":[{"name":"children","type":{"type":"array","items":"0.Node"}},{"name":"next","type":["null","0.Node"]},{"name":"nothing","type":{"type":"array","items":"null"}}]}"#,
    7,
    NODE,
    Encoding::Datum,
);

fn refused<T: Datum + std::fmt::Debug>(schema: &'static Schema, bytes: &[u8]) -> String {
    schema.decode::<T>(bytes, Encoding::Datum).expect_err("is refused").to_string()
}

/// Avro's variable-length number.
fn long(value: i64) -> Vec<u8> {
    let mut rest = ((value << 1) ^ (value >> 63)).cast_unsigned();
    let mut bytes = Vec::new();
    while rest >= 0x80 {
        bytes.push(u8::try_from(rest & 0x7f).unwrap() | 0x80);
        rest >>= 7;
    }
    bytes.push(u8::try_from(rest).unwrap());
    bytes
}

#[test]
fn depth_is_bounded() {
    // Each level says that it has one more child, or a next one.
    for level in [[2].as_slice(), &[0, 2]] {
        let text = refused::<Node>(&NODE_SCHEMA, &level.repeat(100_000));
        assert!(text.contains("recursivity"), "{text}");
    }
    let json = r#"{"children":["#.repeat(100_000);
    assert!(NODE_SCHEMA.decode::<Node>(json.as_bytes(), Encoding::Json).is_err());
}

#[test]
fn counts_are_bounded_by_the_payload() {
    static NULLS: Schema = Schema::new(
        r#"{"type":"array","items":{"type":"array","items":"null"}}"#,
        0,
        Kind::Array(&Kind::Array(&Kind::Null)),
        Encoding::Datum,
    );
    static TEXTS: Schema =
        Schema::new(r#"{"type":"array","items":"string"}"#, 0, Kind::Array(&Kind::String), Encoding::Datum);
    for count in [1 << 20, 1 << 40, i64::MAX, i64::MIN, -5_000_000] {
        let one = [long(1), long(count)].concat();
        let text = refused::<Vec<Vec<()>>>(&NULLS, &[one.as_slice(), &[2, 0, 0]].concat());
        assert!(text.contains("max sequence size") || text.contains("room"), "{count}: {text}");
        refused::<Vec<String>>(&TEXTS, &long(count));
        refused::<Vec<String>>(&TEXTS, &[long(1), long(count)].concat());
    }
    // Many lists, each of as many items as one may have.
    let lists = [long(1_000), [long(4_000), long(0)].concat().repeat(1_000), long(0)].concat();
    assert!(refused::<Vec<Vec<()>>>(&NULLS, &lists).contains("room"));
    // A few items without bytes are fine.
    let bytes = NULLS.encode(&vec![vec![(); 1_000], Vec::new()]).unwrap();
    assert_eq!(NULLS.decode::<Vec<Vec<()>>>(&bytes, Encoding::Datum).unwrap(), [vec![(); 1_000], Vec::new()]);
}

#[test]
fn what_is_behind_or_before_the_datum_is_refused() {
    static TEXT: Schema = Schema::new(r#""string""#, 0x8f01_4872_6345_03c7, Kind::String, Encoding::SingleObject);
    let text = "ab".to_owned();
    let bytes = TEXT.encode(&text).unwrap();
    assert_eq!(bytes[..], [0xC3, 1, 0xc7, 3, 0x45, 0x63, 0x72, 0x48, 1, 0x8f, 4, b'a', b'b']);
    assert_eq!(TEXT.decode::<String>(&bytes, Encoding::SingleObject).unwrap(), text);
    let refused = |bytes: &[u8]| TEXT.decode::<String>(bytes, Encoding::SingleObject).unwrap_err();
    assert!(refused(&[&bytes[..], b"c"].concat()).to_string().contains("behind its end"));
    for end in 0..bytes.len() {
        refused(&bytes[..end]);
    }
    let mut other = bytes.to_vec();
    other[4] ^= 1;
    assert_eq!(refused(&other).kind(), DecodeErrorKind::Mismatch);
    assert!(TEXT.decode::<String>(&[4, 0xff, 0xff], Encoding::Datum).is_err(), "not UTF-8");
    // A peer's own media type counts before the document's.
    let mut message =
        RawMessage { content_type: Some("application/json".into()), ..RawMessage::new("", &b"\"x\""[..]) };
    assert_eq!(decode::<String>(&message, &TEXT).unwrap(), "x");
    message.content_type = Some("text/plain".into());
    assert!(decode::<String>(&message, &TEXT).is_err());
}

/// A value of a kind, in both encodings.
fn round<T: Datum + PartialEq + std::fmt::Debug>(schema: &'static Schema, value: &T) -> Result<(), TestCaseError> {
    let bytes = schema.encode(value).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(&schema.decode::<T>(&bytes, schema.encoding).unwrap(), value);
    if schema.encoding == Encoding::Datum {
        for end in 0..bytes.len() {
            prop_assert!(schema.decode::<T>(&bytes[..end], Encoding::Datum).is_err());
        }
    }
    Ok(())
}

macro_rules! rounds {
    ($(($schema:literal, $kind:expr, $value:expr);)*) => {$({
        static BINARY: Schema = Schema::new($schema, 1, $kind, Encoding::Datum);
        static SINGLE: Schema = Schema::new($schema, 1, $kind, Encoding::SingleObject);
        static JSON: Schema = Schema::new($schema, 1, $kind, Encoding::Json);
        for schema in [&BINARY, &SINGLE, &JSON] {
            round(schema, $value)?;
        }
    })*};
}

const BYTES: Kind = Kind::Bytes;

proptest! {
    #[test]
    fn values_come_back(
        int in any::<i32>(),
        number in any::<i64>(),
        float in any::<f32>().prop_filter("JSON", |it| it.is_finite()),
        double in any::<f64>(),
        text in ".{0,9}",
        bytes in proptest::collection::vec(any::<u8>(), 0..9),
        unscaled in -999_999_999_999i128..1_000_000_000_000,
        seconds in -60_000_000_000i64..60_000_000_000,
        micros in 0..1_000_000u32,
    ) {
        let at = OffsetDateTime::from_unix_timestamp(seconds).unwrap();
        let millis = at.replace_nanosecond(micros / 1_000 * 1_000_000).unwrap();
        let at = at.replace_nanosecond(micros * 1_000).unwrap();
        let (day, clock) = (at.date(), at.time());
        static DOUBLE: Schema = Schema::new(r#""double""#, 0, Kind::Double, Encoding::Datum);
        prop_assert_eq!(&DOUBLE.encode(&double).unwrap()[..], &double.to_le_bytes());
        rounds! {
            (r#""int""#, Kind::Int, &int);
            (r#""long""#, Kind::Long, &number);
            (r#""float""#, Kind::Float, &float);
            // serde_json reads a long double to within one unit of its last place.
            (r#""double""#, Kind::Double, &(f64::from(int) / 8.0));
            (r#""string""#, Kind::String, &text);
            (r#""bytes""#, BYTES, &Bytes::from(bytes.clone()));
            (r#""int""#, Kind::Date, &day);
            (r#""int""#, Kind::TimeMillis, &millis.time());
            (r#""long""#, Kind::TimeMicros, &clock);
            (r#""long""#, Kind::Millis, &millis);
            (r#""long""#, Kind::Micros, &at);
            (r#""long""#, Kind::Micros, &PrimitiveDateTime::new(day, clock));
            (r#""string""#, Kind::Uuid(&Kind::String), &Uuid::from_u128(number.cast_unsigned().into()));
            (r#"{"name":"0.U","type":"fixed","size":16}"#, Kind::Uuid(&Kind::Fixed("U", 16)), &Uuid::from_u128(u128::MAX));
            (r#"{"name":"0.D","type":"fixed","size":12}"#, Kind::Duration("D"), &Duration { months: 1, days: micros, millis: u32::MAX });
            (r#""bytes""#, Kind::Decimal { of: &BYTES, precision: 12, scale: 3 }, &Decimal::new(unscaled, 3));
            (r#"{"name":"0.F","type":"fixed","size":6}"#, Kind::Decimal { of: &Kind::Fixed("F", 6), precision: 12, scale: 0 }, &Decimal::new(unscaled, 0));
            (r#"{"name":"0.F","type":"fixed","size":20}"#, Kind::Decimal { of: &Kind::Fixed("F", 20), precision: 38, scale: 9 }, &Decimal::new(unscaled, 9));
            (r#"["null","string"]"#, Kind::Nullable(&Kind::String), &Some(text.clone()));
            (r#"["bytes","null"]"#, Kind::Nullable(&Kind::Bytes), &None::<Bytes>);
            (r#"{"type":"map","values":["null","long"]}"#, Kind::Map(&Kind::Nullable(&Kind::Long)), &BTreeMap::from([(text.clone(), Some(number)), ("\0".to_owned(), None)]));
        }
    }

    #[test]
    fn any_bytes_are_a_value_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        for encoding in [Encoding::Datum, Encoding::SingleObject, Encoding::Json] {
            if let Ok(value) = NODE_SCHEMA.decode::<Node>(&bytes, encoding) {
                let again = NODE_SCHEMA.encode(&value).unwrap();
                prop_assert_eq!(NODE_SCHEMA.decode::<Node>(&again, Encoding::Datum).unwrap(), value);
            }
        }
    }
}

#[test]
fn values_out_of_range_are_refused() {
    static DATE: Schema = Schema::new(r#""int""#, 0, Kind::Date, Encoding::Datum);
    static CLOCK: Schema = Schema::new(r#""long""#, 0, Kind::TimeMicros, Encoding::Datum);
    static MILLIS: Schema = Schema::new(r#""long""#, 0, Kind::Millis, Encoding::Datum);
    static NANOS: Schema = Schema::new(r#""long""#, 0, Kind::Nanos, Encoding::Datum);
    static PRICE: Schema =
        Schema::new(r#""bytes""#, 0, Kind::Decimal { of: &BYTES, precision: 3, scale: 1 }, Encoding::Datum);
    for days in [i32::MIN, i32::MAX] {
        refused::<Date>(&DATE, &long(days.into()));
    }
    refused::<Date>(&DATE, &long(i64::MAX));
    for count in [-1, 86_400_000_000, i64::MIN, i64::MAX] {
        refused::<Time>(&CLOCK, &long(count));
        let far = count.abs_diff(0) > 1 << 60;
        assert_eq!(MILLIS.decode::<OffsetDateTime>(&long(count), Encoding::Datum).is_err(), far);
    }
    let far = OffsetDateTime::from_unix_timestamp(-60_000_000_000).unwrap();
    assert!(NANOS.encode(&far).unwrap_err().to_string().contains("out of range"));
    refused::<Decimal>(&PRICE, &[4, 0x03, 0xe8]);
    refused::<Decimal>(&PRICE, &[vec![40], vec![1; 20]].concat());
    let padded = [vec![40], vec![0xff; 20]].concat();
    assert_eq!(PRICE.decode::<Decimal>(&padded, Encoding::Datum).unwrap(), Decimal::new(-1, 1));
    assert_eq!(PRICE.decode::<Decimal>(&[0], Encoding::Datum).unwrap(), Decimal::new(0, 1), "no bytes are zero");
    assert_eq!(PRICE.encode(&Decimal::new(-128, 1)).unwrap()[..], [2, 0x80]);
    assert_eq!(PRICE.encode(&Decimal::new(128, 1)).unwrap()[..], [4, 0, 0x80]);
}
