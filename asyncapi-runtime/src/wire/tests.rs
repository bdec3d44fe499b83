use super::*;

#[test]
fn no_error_holds_a_long_key_of_a_peer() {
    use std::collections::BTreeMap;
    let key = "k".repeat(10_000);
    let json = format!(r#"{{"{key}":"x"}}"#);
    let mismatch = decode::<BTreeMap<String, i64>>(json.as_bytes()).unwrap_err();
    let violation = Violation::new("maxLength", "too long").under(key);
    for (pointer, text) in
        [(mismatch.pointer().to_owned(), mismatch.to_string()), (violation.pointer(), violation.to_string())]
    {
        assert!(pointer.len() < 120 && pointer.starts_with("/kkk") && text.len() < 250, "{pointer} {text}");
    }
}

#[test]
fn integers_read_whole_floats_and_nothing_else() {
    assert_eq!(decode::<i64>(b"1.0"), Ok(1));
    assert_eq!(decode::<u8>(b"2.55e2"), Ok(255));
    for json in ["1.5", "\"1\"", "256", "-1", "1e400", "null", "true"] {
        assert!(decode::<u8>(json.as_bytes()).is_err(), "{json}");
    }
    assert_eq!(decode::<u64>(b"18446744073709551615"), Ok(u64::MAX));
    assert!(encode(&f64::NAN).is_err());
}

/// Found by fuzzing: what JSON's readers have no room for was read by way of a float, and could not be written.
#[test]
fn wide_integers_that_are_read_can_be_written() {
    for json in ["-9223372036854775808", "18446744073709551615", "-9223372036854775808.0", "1e19"] {
        let value = decode::<i128>(json.as_bytes()).unwrap_or_else(|error| panic!("{json}: {error}"));
        assert!(encode(&value).is_ok(), "{json}");
    }
    for json in ["-11111111111111111111", "-1e19", "18446744073709551616", "1e20"] {
        assert!(decode::<i128>(json.as_bytes()).is_err(), "{json}");
    }
}

#[test]
fn null_is_a_value_and_not_absence() {
    assert_eq!(decode::<Option<String>>(b"null"), Ok(None));
    assert!(decode::<String>(b"null").is_err());
    assert_eq!(encode(&None::<String>), Ok(b"null".to_vec()));
}

#[test]
fn no_value_is_valid_where_the_schema_is_false() {
    for json in ["null", "1", "{}", "\"\""] {
        assert!(decode::<Never>(json.as_bytes()).is_err(), "{json}");
    }
}

#[test]
fn date_times_keep_their_offset() {
    for text in ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.123456789+02:00", "2026-01-02T03:04:05.5-00:30"] {
        let json = format!("\"{text}\"");
        let value = decode::<DateTime>(json.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(encode(&value).as_deref(), Ok(json.as_bytes()));
    }
    for text in ["0000-01-01", "9999-12-31", "2024-02-29"] {
        let json = format!("\"{text}\"");
        assert_eq!(decode::<Date>(json.as_bytes()).map(|date| encode(&date)), Ok(Ok(json.into_bytes())));
    }
    for text in ["23:59:59.000000001Z", "00:00:00.1-23:59", "12:30:45Z"] {
        let json = format!("\"{text}\"");
        let value = decode::<Time>(json.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!((value.to_string().as_str(), encode(&value)), (text, Ok(json.into_bytes())));
    }
    for text in [
        "2026-02-30T00:00:00Z",
        "2026-01-02 03:04:05Z",
        "2026-01-02T03:04:05",
        "2026-01-02T24:00:00Z",
        "2026-01-02T03:04:60Z",
        "2026-01-02T03:04:05.Z",
        "26-01-02T03:04:05Z",
        "2026-01-02T03:04:05+24:00",
        "2026-01-02T03:04:05Zx",
        "",
        "é026-01-02T03:04:05Z",
    ] {
        assert!(decode::<DateTime>(format!("\"{text}\"").as_bytes()).is_err(), "{text}");
    }
    assert!(decode::<DateTime>(b"\"1998-12-31T23:59:60Z\"").is_ok(), "a leap second");
    assert!(decode::<Time>(b"\"03:04:05Z\"").is_ok());
    assert!(decode::<Date>(b"\"2026-01-02\"").is_ok());
}

#[test]
fn uuids_are_of_the_canonical_form() {
    assert!(decode::<Uuid>(b"\"123e4567-e89b-12d3-a456-426614174000\"").is_ok());
    assert!(decode::<Uuid>(b"\"123e4567e89b12d3a456426614174000\"").is_err());
    assert!(decode::<Uuid>(b"\"{123e4567-e89b-12d3-a456-42661417400}\"").is_err());
}

#[test]
fn errors_name_the_place_and_stay_short() {
    let error = decode::<std::collections::BTreeMap<String, Vec<i64>>>(br#"{"a":[1],"b/c":[1,2,"x"]}"#).unwrap_err();
    assert_eq!((error.kind(), error.pointer()), (DecodeErrorKind::Mismatch, "/b~1c/2"));
    let long = format!("\"{}\"", "é".repeat(5000));
    assert!(decode::<i64>(long.as_bytes()).unwrap_err().to_string().len() < 300);
    let error = decode::<i64>(b"{\n  \"a\": ").unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::Mismatch);
    assert_eq!(decode::<Json>(b"{\n  \"a\": ").unwrap_err().kind(), DecodeErrorKind::Malformed);
}

#[test]
fn multiples_are_of_decimals() {
    assert!(multiple_of(&0.3, 0.1).is_ok());
    assert!(multiple_of(&0.0075, 0.0001).is_ok());
    assert!(multiple_of(&0.00751, 0.0001).is_err());
    assert!(multiple_of(&1e308, 0.5).is_ok());
    assert!(multiple_of(&i64::MIN, -1).is_ok());
    assert!(multiple_of(&7, 0).is_err());
}

#[test]
fn items_are_unique_as_json() {
    let items = |json: &str| serde_json::from_str::<Vec<Json>>(json).expect("JSON");
    assert!(unique_items(&items("[1, true, \"1\", [1], {\"a\":1}]")).is_ok());
    assert_eq!(unique_items(&items("[0, 1, 1.0]")).unwrap_err().pointer(), "/2");
    assert!(unique_items(&items(r#"[{"a":1,"b":2},{"b":2,"a":1}]"#)).is_err());
}

#[test]
fn lengths_are_in_characters() {
    assert!(max_length("éééé", 4).is_ok());
    assert!(max_length("ééééé", 4).is_err());
    assert!(min_length("éé", 3).is_err());
    assert!(min_length("ééé", 3).is_ok());
}

#[test]
fn scanning_finds_values_without_a_tree() {
    let json = br#" { "a" : {"type":"inner"}, "t\u0079pe": "jo\nin", "event": {"kind": 3.0, "x":[{}]}, "z": null } "#;
    let [kind, event, missing] = scan(json, ["type", "event", "nope"]).unwrap();
    assert_eq!(kind.as_str(), Some("jo\nin"));
    assert_eq!((event.kind(), event.as_str()), (Some(JsonKind::Object), None));
    assert!(!missing.is_present());
    let [nested, whole] = scan(json, [&["event", "kind"][..], &[]]).unwrap();
    assert!(nested.is(&Literal::Integer(3)));
    assert_eq!(whole.kind(), Some(JsonKind::Object));
    let [kind] = scan(br#"{"type":"x","rest": broken"#, ["type"]).unwrap();
    assert_eq!(kind.as_str(), Some("x"), "it stops when all is found");
    for broken in ["", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":\"\\", "{a:1}", "{]}", "]"] {
        assert!(scan(broken, ["type"]).is_err(), "{broken}");
    }
    let deep = "[".repeat(100_000);
    assert!(scan(&deep, ["type"]).is_err());
    assert!(scan("[1]", ["type"]).is_ok_and(|[kind]| !kind.is_present()));
}

struct Pair {
    count: u8,
    name: Option<String>,
}

impl Object for Pair {
    const NAME: &'static str = "Pair";
    const FIELDS: &'static [&'static str] = &["count", "name"];
    fn visit<'de, A: MapAccess<'de>>(mut map: Fields<A>) -> Result<Self, A::Error> {
        let (mut count, mut name) = (None, None);
        while let Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut count, "count")?,
                1 => map.read(&mut name, "name")?,
                _ => map.skip()?,
            }
        }
        Ok(Self { count: map.required(count, "count")?, name })
    }
}

impl Wire for Pair {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read_object(from)
    }
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut object = ObjectWriter::new(to)?;
        object.field("count", &self.count)?;
        object.optional("name", &self.name)?;
        object.end()
    }
    fn check(&self, _: Way) -> Result<(), Violation> {
        at("count", maximum(&self.count, 100))
    }
}

#[test]
fn objects_refuse_null_repetition_and_absence() {
    let pair = decode::<Pair>(br#"{"x": [1], "name": "n", "count": 1.0}"#).unwrap();
    assert_eq!((pair.count, pair.name.as_deref()), (1, Some("n")));
    for json in [r#"{"count":1,"name":null}"#, r#"{"count":1,"count":1}"#, r#"{"name":"n"}"#, "[1,\"n\"]", "3"] {
        assert!(decode::<Pair>(json.as_bytes()).is_err(), "{json}");
    }
    let error = decode::<Pair>(br#"{"count":101}"#).err().unwrap();
    assert_eq!((error.kind(), error.pointer()), (DecodeErrorKind::Violation, "/count"));
    assert!(encode(&Pair { count: 101, name: None }).unwrap_err().violation().is_some());
    assert_eq!(encode(&Pair { count: 1, name: None }).unwrap(), br#"{"count":1}"#);
}

#[test]
fn an_error_about_a_key_names_that_key() {
    for (json, pointer) in [
        (r#"{"count":1,"name":"n","count":2}"#, "/count"),
        (r#"{"name":"n" , "count" : 1 , "name" : "m"}"#, "/name"),
        (r#"{"count":1,"name":2}"#, "/name"),
        (r#"{"name":"n"}"#, ""),
        (r#"{"name":"n",}"#, ""),
    ] {
        assert_eq!(decode::<Pair>(json.as_bytes()).err().unwrap().pointer(), pointer, "{json}");
    }
}

#[test]
fn headers_are_text() {
    let pair = read_headers::<Pair>([("Count", "12"), ("name", "12"), ("COUNT", "13")]).unwrap();
    assert_eq!((pair.count, pair.name.as_deref()), (12, Some("12")));
    let pairs = write_headers(&pair).unwrap();
    assert_eq!(pairs, [("count".to_owned(), "12".to_owned()), ("name".to_owned(), "12".to_owned())]);
    assert!(read_headers::<Pair>([("count", "x")]).is_err());
    assert!(read_headers::<Pair>([]).is_err());
}

#[test]
fn formats_are_those_of_their_rfcs() {
    for (format, good, bad) in [
        ("email", "a.b+c@example.com", "a@b@"),
        ("hostname", "a-b.example", "-a.example"),
        ("ipv4", "1.2.3.4", "1.2.3.256"),
        ("ipv6", "::1", "12345::"),
        ("uri", "https://example.com/a%20b?c#d", "no scheme"),
        ("uri-reference", "/a/b", "\\\\x"),
        ("json-pointer", "/a~1b", "a/b"),
        ("duration", "P1DT12H", "PT"),
        ("duration", "P3W", "P1D1Y"),
    ] {
        assert!(super::format(good, format).is_ok(), "{format}: {good}");
        assert!(super::format(bad, format).is_err(), "{format}: {bad}");
    }
    assert!(super::format("anything", "x-unknown").is_ok());
}
