//! What a type of Rust reads is what is of its format: no more, no less; and what it writes is of it, too.

use asyncapi_runtime::__private::v0 as rt;
use proptest::prelude::*;
use serde_json::Value;

use super::is_format;

/// Reads, writes and reads again: whether it reads, and what is written.
fn read<T: rt::Wire + PartialEq + std::fmt::Debug>(text: &str) -> Option<String> {
    let value = T::read(Value::from(text)).ok()?;
    let written = value.write(serde_json::value::Serializer).unwrap();
    assert_eq!(T::read(&written).unwrap(), value, "{text:?}");
    written.as_str().map(str::to_owned)
}

fn agree(text: &str) -> Result<(), TestCaseError> {
    for (format, written) in [
        ("date-time", read::<rt::DateTime>(text)),
        ("date", read::<rt::Date>(text)),
        ("time", read::<rt::Time>(text)),
        ("uuid", read::<rt::Uuid>(text)),
    ] {
        prop_assert_eq!(is_format(text, format), written.is_some(), "{:?} as {}", text, format);
        prop_assert!(written.is_none_or(|written| is_format(&written, format)), "{:?} as {}", text, format);
    }
    Ok(())
}

#[test]
fn types_read_what_the_suite_says() {
    let Some(corpus) = asyncapi_tests::corpus("patterns") else { return };
    let mut seen = 0;
    for name in ["date-time", "date", "time"] {
        let file = corpus.join(format!("json-schema-test-suite/draft7/optional/format/{name}.json"));
        let groups: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        for test in groups[0]["tests"].as_array().unwrap() {
            if let Some(text) = test["data"].as_str() {
                agree(text).unwrap();
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn what_is_normalised_when_written_again() {
    for (text, written) in [
        ("1963-06-19t08:30:06.283185z", "1963-06-19T08:30:06.283185Z"),
        // The offset is kept; one of zero is `Z`.
        ("1937-01-01T12:00:27.87+00:20", "1937-01-01T12:00:27.87+00:20"),
        ("1937-01-01T12:00:27-00:00", "1937-01-01T12:00:27Z"),
        ("1937-01-01T12:00:27+00:00", "1937-01-01T12:00:27Z"),
        // Digits up to nanoseconds are kept, without zeros at the end.
        ("1985-04-12T23:20:50.1234567899Z", "1985-04-12T23:20:50.123456789Z"),
        ("1985-04-12T23:20:50.500Z", "1985-04-12T23:20:50.5Z"),
        // No clock has 61 seconds.
        ("1998-12-31T23:59:60Z", "1998-12-31T23:59:59.999999999Z"),
        ("0000-01-01T00:00:00+23:59", "0000-01-01T00:00:00+23:59"),
        ("9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59-23:59"),
    ] {
        assert_eq!(read::<rt::DateTime>(text).as_deref(), Some(written), "{text}");
    }
    assert_eq!(read::<rt::Time>("23:59:60z").as_deref(), Some("23:59:59.999999999Z"));
    let uuid = "2EB8AA08-AA98-11EA-B4AA-73B441D16380";
    assert_eq!(read::<rt::Uuid>(uuid), Some(uuid.to_ascii_lowercase()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn types_read_what_is_of_their_format(
        text in "[0-9]{4}-[01][0-9]-[0-3][0-9]([Tt ][012][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{0,12})?([Zz]|[+-][012][0-9]:[0-6][0-9])?)?",
    ) {
        agree(&text)?;
    }

    #[test]
    fn times_read_what_is_of_their_format(text in "[012][0-9]:[0-6][0-9]:[56][0-9](\\.[0-9]{0,12})?([Zz]|[+-][012][0-9]:[0-6][0-9])?") {
        agree(&text)?;
    }

    #[test]
    fn uuids_read_what_is_of_their_format(text in "[0-9a-fA-F]{8}-?[0-9a-f]{4}-?[0-9a-g]{4}-?[0-9a-f]{4}-?[0-9a-f]{12,13}") {
        agree(&text)?;
    }
}
