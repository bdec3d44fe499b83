//! Other engines as oracles: a table that node wrote, and the crate `regress` on generated patterns.

use serde_json::Value;

use super::compile;

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
        let compiled = match (compile(pattern), kind) {
            (Ok(compiled), "u" | "legacy") => compiled,
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
