//! Patterns and texts that are made to be expensive: bounded work and memory, and an answer.

use std::time::{Duration, Instant};

use asyncapi_codegen::model::schema::pattern::translate;
use asyncapi_runtime::__private::v0 as rt;

use super::{compile, is_format};

/// Generous: a debug build on a busy machine. Without bounds, the least of these takes years.
const LONG: Duration = Duration::from_secs(30);

/// Thousands of large sets, no two of them the same.
fn classes() -> String {
    let letters = ('a'..='z').chain('A'..='Z').chain('0'..='9').collect::<Vec<_>>();
    let pairs = letters.iter().flat_map(|one| letters.iter().map(move |other| (one, other)));
    pairs.map(|(one, other)| format!(r"[\P{{L}}{one}{other}]")).collect()
}

#[test]
fn patterns_that_blow_up_are_refused_at_once() {
    let start = Instant::now();
    for (pattern, reason) in [
        ("(a{1000}){1000}".to_owned(), "repetitions make it too large"),
        ("((((a{100}){100}){100}){100}){100}".to_owned(), "repetitions make it too large"),
        ("a{4294967295}".to_owned(), "repetitions make it too large"),
        ("a{99999999999999999999}".to_owned(), "repetitions make it too large"),
        ("(?:){99999999999999999999}".to_owned(), "repetitions make it too large"),
        ("a".repeat(1_000_000), "longer than"),
        ("[a-z]".repeat(200_000), "longer than"),
        ("é|".repeat(500_000), "longer than"),
        ("(".repeat(10_000) + &")".repeat(10_000), "nested too deeply"),
        ("(?=".repeat(10_000) + &")".repeat(10_000), "nested too deeply"),
        ("(".repeat(10_000), "nested too deeply"),
        ("(?<n>(".repeat(10_000), "one name"),
        ((0..3000).map(|at| format!("(?<n{at}>(?<m>)|")).collect(), "nested too deeply"),
        ("(?<n>)|".repeat(9_000) + "(", "not closed"),
        ((0..6000).map(|at| format!("(?<n{at}>)")).collect::<String>() + "(", "not closed"),
        ("[".repeat(60_000), "not closed"),
        ("[a-z]{20}".repeat(7_000), "repetitions make it too large"),
        ("(?=a)".repeat(101), "look-arounds"),
        (classes(), "it is too large"),
        ("(?<a>".repeat(99) + "a" + &")".repeat(99), "one name"),
    ] {
        let head: String = pattern.chars().take(20).collect();
        let error = translate(&pattern).expect_err(&head);
        assert!(error.contains(reason), "{head}…: {error}");
        assert_eq!(is_format(&pattern, "regex"), reason.contains("large") || reason.contains("look"), "{head}…");
    }
    assert!(start.elapsed() < LONG, "{:?}", start.elapsed());
}

#[test]
fn texts_of_a_megabyte_are_matched_in_bounded_time() {
    let start = Instant::now();
    let letters = "a".repeat(1_000_000);
    let wide = "é🐲".repeat(160_000);
    for (pattern, expected) in [
        ("(a*)*b", Some(false)),
        ("^(a+)+$", Some(true)),
        ("^(?:a|aa)+b$", Some(false)),
        ("^(?!x)(a+)+b$", Some(false)),
        ("^(?=(a*)*$)(?!.*b).*$", Some(true)),
        ("(?<=(?:a|b)*)c", Some(false)),
        (r"^[\p{L}a]*\p{Lu}$", Some(false)),
        ("^.{0,60000}$", Some(false)),
        // Thousands of ways at once.
        ("[a-z]{5000}!", None),
        // Back references cannot be linear: whether these match is not told.
        (r"(a+)\1b", None),
        (r"^(?:(a|aa)\1?)+b$", None),
    ] {
        let pattern = compile(pattern).unwrap();
        assert_eq!(pattern.try_matches(&letters).ok(), expected, "{pattern:?}");
        // Undecided is no match.
        assert_eq!(pattern.matches(&letters), expected == Some(true), "{pattern:?}");
        let _ = pattern.try_matches(&wide);
    }
    assert!(start.elapsed() < LONG * 2, "{:?}", start.elapsed());
}

#[test]
fn large_patterns_within_the_limits_run() {
    for (pattern, good, bad) in [
        ("^.{0,65535}$".to_owned(), "é".repeat(65_535), "é".repeat(65_536)),
        (r"^(?:\w{1,63}\.){1,100}$".to_owned(), format!("{}.", "a".repeat(63)).repeat(100), "a".repeat(64) + "."),
        ("(?:".repeat(90) + "a" + &")".repeat(90), "a".to_owned(), "b".to_owned()),
        ("(".repeat(90) + "a" + &")*".repeat(90) + r"\1b", "aab".to_owned(), "c".to_owned()),
        (r"(?=.*\p{Lu})".repeat(100) + "^.{3}$", "aBc".to_owned(), "abc".to_owned()),
        (
            format!("^(?:{})$", (0..2000).map(|at| at.to_string()).collect::<Vec<_>>().join("|")),
            "1999".to_owned(),
            "2000".to_owned(),
        ),
    ] {
        let compiled = compile(&pattern).unwrap();
        assert_eq!(compiled.try_matches(&good), Ok(true), "{}", &pattern[..20.min(pattern.len())]);
        assert_eq!(compiled.try_matches(&bad), Ok(false), "{}", &pattern[..20.min(pattern.len())]);
    }
}

/// What cannot be told is refused, also where a `not` would turn "no" into "yes"; where something else decides, that counts.
#[test]
fn an_undecided_pattern_never_makes_a_value_valid() {
    use rt::{Keyword, Schema};
    fn schema(keyword: Keyword) -> &'static Schema {
        Box::leak(Box::new(Schema(Box::leak(Box::new([keyword])))))
    }
    let costly = compile(r"^(a*)*(a*)*\1\2b$").unwrap();
    let text = "a".repeat(100_000);
    assert_eq!(costly.try_matches(&text), Err(rt::Undecided));
    let value = serde_json::Value::from(text);
    let pattern = || schema(Keyword::Pattern(costly));
    let text_or = |other| -> &'static [&'static Schema] { Box::leak(Box::new([pattern(), other])) };
    let (any, never) = (schema(Keyword::Type(&[rt::Type::String])), schema(Keyword::Never));
    let mut validity = vec![
        ("pattern", pattern(), false),
        ("not", schema(Keyword::Not(pattern())), false),
        ("not not", schema(Keyword::Not(schema(Keyword::Not(pattern())))), false),
        ("not anyOf", schema(Keyword::Not(schema(Keyword::AnyOf(text_or(never))))), false),
        ("anyOf that another arm decides", schema(Keyword::AnyOf(text_or(any))), true),
        ("not of an anyOf that another arm decides", schema(Keyword::Not(schema(Keyword::AnyOf(text_or(any))))), false),
        ("oneOf", schema(Keyword::OneOf(text_or(any))), false),
        ("not oneOf", schema(Keyword::Not(schema(Keyword::OneOf(text_or(any))))), false),
        ("if", schema(Keyword::If(pattern(), Some(never), None)), false),
    ];
    for (name, schema, expected) in validity.drain(..) {
        assert_eq!(schema.accepts(&value), expected, "{name}");
        assert_eq!(schema.check(&value).is_ok(), expected, "{name}");
        assert_eq!(schema.violations(&value).is_empty(), expected, "{name}");
    }
    let error = schema(Keyword::Not(pattern())).check(&value).unwrap_err().to_string();
    assert!(error.contains("too much work"), "{error}");
}
