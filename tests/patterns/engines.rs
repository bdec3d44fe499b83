//! Other engines as oracles: a table that node wrote, and the crate `regress` on generated patterns.

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::Value;

use super::{compile, is_format};

/// What node takes without the flag `u` only, and we refuse: without `u` they mean something that nobody means.
fn refused(pattern: &str) -> bool {
    // A backslash before a letter or digit that is no escape stands for the letter, or is octal.
    let escape = pattern.char_indices().any(|(at, character)| {
        character == '\\' && pattern.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    });
    escape && !pattern.contains(r"\w-") && !pattern.contains(r"\d")
}

#[test]
fn patterns_mean_what_node_says() {
    let table: Value = serde_json::from_str(include_str!("table.json")).unwrap();
    let texts: Vec<&str> = table["texts"].as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect();
    let mut wrong = Vec::new();
    for row in table["rows"].as_array().unwrap() {
        let (pattern, kind) = (row[0].as_str().unwrap(), row[1].as_str().unwrap());
        if is_format(pattern, "regex") != compile(pattern).is_ok() {
            wrong.push(format!("{pattern:?}: `format: regex` says otherwise than {:?}", compile(pattern)));
        }
        let compiled = match (compile(pattern), kind) {
            (Ok(compiled), "u" | "legacy") => compiled,
            (Ok(_), "valid") => continue,
            (Err(_), "no") => continue,
            (Err(_), "legacy") if refused(pattern) => continue,
            (result, _) => {
                wrong.push(format!("{pattern:?} is {kind} for node: {result:?}"));
                continue;
            }
        };
        for (text, expected) in texts.iter().zip(row[2].as_str().unwrap().chars()) {
            // Without `u` node sees halves of characters.
            if kind == "legacy" && text.chars().any(|character| character > '\u{FFFF}') {
                continue;
            }
            // Node looks between the halves of a character here; ECMA-262 goes on by whole characters.
            if (pattern, *text) == (r"\B", "a🐲b") {
                continue;
            }
            if compiled.try_matches(text) != Ok(expected == '1') {
                wrong.push(format!("{pattern:?} on {text:?}: node says {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Patterns of all kinds, and with what they are made of a good chance to match a short text of the same letters.
fn patterns(back_references: bool) -> impl Strategy<Value = String> {
    let atoms = prop::sample::select(vec![
        "a",
        "b",
        "c",
        "é",
        "🐲",
        ".",
        "[ab]",
        "[^a]",
        "[^]",
        "[]",
        r"\d",
        r"\w",
        r"\W",
        r"\s",
        r"\S",
        r"\p{L}",
        r"\P{Lu}",
        "[a-c]",
        r"[\w-]",
        r"[^\s\d]",
        r"\n",
        " ",
        "1",
        "^",
        "$",
        r"\b",
        r"\B",
        "_",
        r"\u{1F432}",
        r"\x61",
        "(?:)",
        r"[^🐲]",
        "ab",
        "A",
    ]);
    let references = prop::sample::select(vec![r"\1", r"\2", "(?:)"]);
    let leaf = if back_references { prop_oneof![4 => atoms, 1 => references].boxed() } else { atoms.boxed() };
    let quantifiers =
        prop::sample::select(vec!["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}", "{0}", "{1,}?"]);
    leaf.prop_map(str::to_owned).prop_recursive(5, 24, 4, move |inner| {
        prop_oneof![
            3 => prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
            2 => (inner.clone(), quantifiers.clone()).prop_map(|(it, quantifier)| format!("(?:{it}){quantifier}")),
            2 => (inner.clone(), quantifiers.clone()).prop_map(|(it, quantifier)| format!("({it}){quantifier}")),
            2 => prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| format!("(?:{})", parts.join("|"))),
            1 => inner.clone().prop_map(|it| format!("({it})")),
            1 => (inner, prop::sample::select(vec!["?=", "?!", "?<=", "?<!"])).prop_map(|(it, look)| format!("({look}{it})")),
        ]
    })
}

fn agree(pattern: &str, texts: &[String]) -> Result<(), TestCaseError> {
    // What refers to a group that is not there is no pattern, for both.
    let oracle = regress::Regex::with_flags(pattern, "u");
    let ours = compile(pattern);
    prop_assert_eq!(oracle.is_ok(), ours.is_ok(), "{}: {:?} {:?}", pattern, oracle.err(), ours.err());
    let (Ok(oracle), Ok(ours)) = (regress::Regex::with_flags(pattern, "u"), ours) else { return Ok(()) };
    for text in texts {
        prop_assert_eq!(ours.try_matches(text), Ok(oracle.find(text).is_some()), "{} on {:?}", pattern, text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn patterns_mean_what_regress_says(
        pattern in patterns(false),
        texts in prop::collection::vec("[abcA1_ \né🐲]{0,8}", 8),
    ) {
        agree(&pattern, &texts)?;
    }

    #[test]
    fn back_references_mean_what_regress_says(
        pattern in patterns(true),
        texts in prop::collection::vec("[ab1🐲]{0,8}", 8),
    ) {
        agree(&pattern, &texts)?;
    }

    #[test]
    fn formats_and_patterns_have_one_notion_of_what_is_valid(pattern in patterns(true)) {
        prop_assert_eq!(is_format(&pattern, "regex"), compile(&pattern).is_ok());
    }

    #[test]
    fn any_text_is_read_as_a_pattern_without_a_panic(pattern in "[a(|)*?{},0-9\\[\\]\\\\^$<>=!:kpPuxcnbB.é-]{0,16}") {
        let compiled = compile(&pattern);
        if let Ok(compiled) = &compiled {
            prop_assert!(compiled.try_matches("").is_ok());
        }
        let limited = compiled.as_ref().is_err_and(|reason| reason.contains("too large"));
        prop_assert_eq!(is_format(&pattern, "regex"), compiled.is_ok() || limited, "{:?}", compiled);
    }
}
