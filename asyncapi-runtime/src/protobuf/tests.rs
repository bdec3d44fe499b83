//! What peers send.

use super::*;

#[test]
fn times_are_converted() {
    let at = crate::types::DateTime::from_unix_timestamp_nanos(-1_500_000_000).unwrap();
    let stamp = Timestamp::from(at);
    assert_eq!(stamp, Timestamp { seconds: -2, nanos: 500_000_000 });
    assert_eq!(crate::types::DateTime::try_from(stamp).unwrap(), at);
    assert!(crate::types::DateTime::try_from(Timestamp { seconds: i64::MAX, nanos: i32::MAX }).is_err());
    let span = std::time::Duration::new(3, 4);
    assert_eq!(std::time::Duration::try_from(Duration::try_from(span).unwrap()).unwrap(), span);
    assert!(std::time::Duration::try_from(Duration { seconds: -1, nanos: 0 }).is_err());
}

#[test]
fn values_nest_up_to_a_limit() {
    let list = |value: Value| Value { kind: Some(ValueKind::List(ListValue { values: vec![value] })) };
    let nested = |depth: usize| (0..depth).fold(Value { kind: Some(ValueKind::Bool(true)) }, |value, _| list(value));
    let bytes = nested(49).to_bytes();
    assert_eq!(Value::from_bytes(&bytes).unwrap(), nested(49));
    let error = Value::from_bytes(&nested(60).to_bytes()).unwrap_err().to_string();
    assert!(error.starts_with("not Protobuf of `google.protobuf.Value`: field 6"), "{error}");
    // Ten thousand messages in one another, by their lengths alone.
    let mut bytes = Vec::new();
    for at in 0..10_000 {
        let mut writer = Writer::default();
        writer.delimited(if at % 2 == 0 { 1 } else { 6 }, |to| to.out.append(&mut bytes));
        bytes = writer.into_bytes();
    }
    assert!(Value::from_bytes(&bytes).is_err());
    // Groups of no field are skipped, and end as well.
    assert!(Value::from_bytes(&[0x7b; 10_000]).is_err());
    assert_eq!(Value::from_bytes(&[0x7b, 0x7c]).unwrap(), Value::default());
}

#[test]
fn any_names_its_message() {
    let mask = FieldMask { paths: vec!["a.b".to_owned()] };
    let any = Any::pack(&mask);
    assert_eq!(any.type_url, "type.googleapis.com/google.protobuf.FieldMask");
    assert_eq!(any.unpack::<FieldMask>().unwrap(), Some(mask));
    assert_eq!(any.unpack::<Empty>().unwrap(), None);
    assert!(Any { value: Bytes::from_static(b"\xff"), ..any }.unpack::<FieldMask>().is_err());
}

#[test]
fn no_bytes_are_a_danger() {
    // Lengths beyond the end, keys without values, varints without end, text that is none.
    for bytes in [
        &b"\x0a"[..],
        b"\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
        b"\x0a\x05a",
        b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\x00",
        b"\x0c",
        b"\x0b\x0c\x0f",
        b"\x0a\x01\xff",
        b"\x08\x01",
    ] {
        assert!(Any::from_bytes(bytes).is_err(), "{bytes:?}");
    }
}
