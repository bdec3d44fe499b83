//! The reader against everything: documents of other people, documents that nobody wrote, and the same text read by others.

#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use asyncapi_codegen::diagnostic::{Diagnostic, Sink, render};
use asyncapi_codegen::source::{Limits, Node, Object, Sources, Span, Value, read_text};
use proptest::prelude::*;
use proptest::sample::select;

struct Outcome {
    sources: Sources,
    node: Option<Node>,
    found: Vec<Diagnostic>,
}

fn read(bytes: &[u8]) -> Outcome {
    let mut sources = Sources::default();
    let mut sink = Sink::default();
    let node = read_text(&mut sources, "asyncapi.yaml", bytes, &Limits::default(), &mut sink).map(|(_, node)| node);
    Outcome { sources, node, found: sink.into_sorted() }
}

impl Outcome {
    fn messages(&self) -> String {
        self.found.iter().map(|diagnostic| render(&self.sources, diagnostic) + "\n").collect()
    }

    /// Every span is within its file and between characters, and every message can be rendered.
    fn check_spans(&self) {
        let check = |span: Span| {
            let text = self.sources.get(span.file).expect("the file is known").text();
            assert!(span.start <= span.end, "{span:?}");
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} in {} bytes", text.len());
        };
        let mut rest: Vec<&Node> = self.node.iter().collect();
        while let Some(node) = rest.pop() {
            check(node.span());
            rest.extend(node.as_array().unwrap_or_default());
            for (key, value) in node.as_object().into_iter().flat_map(Object::iter) {
                check(key.span);
                rest.push(value);
            }
        }
        for diagnostic in &self.found {
            check(diagnostic.label.span);
            diagnostic.related.iter().for_each(|label| check(label.span));
        }
        assert_eq!(self.messages().is_empty(), self.found.is_empty());
        assert!(self.node.is_some() || !self.found.is_empty(), "no tree, and nobody says why");
    }
}

/// Whether a tree says the same as what serde_json made of the same text.
fn same_json(node: &Node, other: &serde_json::Value) -> bool {
    use serde_json::Value as Json;
    match (node.value(), other) {
        (Value::Null, Json::Null) => true,
        (Value::Bool(a), Json::Bool(b)) => a == b,
        // serde_json's default is not the nearest number, but one beside it.
        (Value::Number(_), Json::Number(b)) => {
            b.as_f64().zip(node.as_f64()).is_some_and(|(a, b)| a == b || ((a - b) / b).abs() < 1e-15)
        }
        (Value::String(a), Json::String(b)) => **a == **b,
        (Value::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_json(a, b)),
        (Value::Object(a), Json::Object(b)) => {
            a.len() == b.len() && b.iter().all(|(key, b)| a.get(key).is_some_and(|a| same_json(a, b)))
        }
        _ => false,
    }
}

/// The first place where a tree says something else than what serde_yaml made of the same text.
fn other_than_yaml(node: &Node, other: &serde_yaml::Value, path: &str) -> Option<String> {
    use serde_yaml::Value as Yaml;
    let same = match (node.value(), other) {
        (Value::Null, Yaml::Null) => true,
        (Value::Bool(a), Yaml::Bool(b)) => a == b,
        (Value::Number(_), Yaml::Number(b)) => b.as_f64().is_some_and(|b| node.as_f64() == Some(b) || b.is_nan()),
        (Value::String(a), Yaml::String(b)) => **a == **b,
        (Value::Array(a), Yaml::Sequence(b)) if a.len() == b.len() => {
            return a.iter().zip(b).enumerate().find_map(|(at, (a, b))| other_than_yaml(a, b, &format!("{path}/{at}")));
        }
        (Value::Object(a), Yaml::Mapping(b)) if a.len() == b.len() => {
            return b.iter().find_map(|(key, b)| {
                let key = match key {
                    Yaml::String(key) => key.clone(),
                    other => serde_yaml::to_string(other).expect("a scalar").trim_end().to_owned(),
                };
                match a.get(&key) {
                    Some(a) => other_than_yaml(a, b, &format!("{path}/{key}")),
                    None => Some(format!("{path}/{key} is missing")),
                }
            });
        }
        // serde_yaml gives a leading zero the meaning of a string.
        (Value::Number(a), Yaml::String(b)) => **a == **b,
        _ => false,
    };
    (!same).then(|| format!("{path}: {node:?} is not {other:?}"))
}

/// The corpus, which is not part of the repository.
fn corpus() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let folder = std::env::var_os("ASYNCAPI_CORPUS").map_or(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: no corpus at {}; set ASYNCAPI_CORPUS", folder.display());
    None
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut rest = vec![folder.to_owned()];
    while let Some(folder) = rest.pop() {
        for entry in fs::read_dir(folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                rest.push(path);
            } else if path.extension().is_some_and(|end| ["yaml", "yml", "json"].iter().any(|known| end == *known)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn the_corpus_is_read_as_others_read_it() {
    let Some(corpus) = corpus() else { return };
    let mut wrong: Vec<String> = Vec::new();
    let (mut read_files, mut refused) = (0, 0);
    for path in files(&corpus) {
        let bytes = fs::read(&path).expect("a readable file");
        let outcome = read(&bytes);
        outcome.check_spans();
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim_start_matches('\u{feff}');
        let name = path.strip_prefix(&corpus).unwrap_or(&path).display();
        if path.extension().is_some_and(|end| end == "json") {
            match (&outcome.node, serde_json::from_str(text)) {
                (Some(node), Ok(other)) if outcome.found.is_empty() && !same_json(node, &other) => {
                    wrong.push(format!("{name}: read differently"));
                }
                (_, Ok(_)) if !outcome.found.is_empty() => wrong.push(format!("{name}:\n{}", outcome.messages())),
                _ => {}
            }
        } else if let Ok(mut other) = serde_yaml::from_str::<serde_yaml::Value>(&format!("{text}\n")) {
            other.apply_merge().expect("merge keys that merge");
            match &outcome.node {
                Some(node) if outcome.found.is_empty() => {
                    wrong.extend(other_than_yaml(node, &other, "").map(|place| format!("{name}{place}")));
                }
                // serde_yaml takes every tag.
                _ if outcome.found.iter().all(|fault| fault.code.id == "A0014") => {}
                _ => wrong.push(format!("{name}:\n{}", outcome.messages())),
            }
        }
        if outcome.found.is_empty() { read_files += 1 } else { refused += 1 }
    }
    eprintln!("{read_files} files read, {refused} refused");
    assert!(wrong.is_empty(), "{} files:\n{}", wrong.len(), wrong.join("\n"));
}

/// What YAML is made of, and what it trips over.
const PIECES: &[&str] = &[
    "a",
    "b: ",
    ": ",
    ":",
    "- ",
    "-",
    "\n",
    "\n  ",
    "\n    ",
    "  ",
    " ",
    "\t",
    "\r\n",
    "\r",
    "{",
    "}",
    "[",
    "]",
    ",",
    ", ",
    "'",
    "\"",
    "#",
    " # c",
    "&x ",
    "&y",
    "*x",
    "*y ",
    "<<: ",
    "!!str ",
    "!!int ",
    "!",
    "!a ",
    "|\n",
    ">-\n",
    "|2",
    "? ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "\\",
    "\\u",
    "\\ud83d",
    "\u{feff}",
    "1",
    "1.5e3",
    "~",
    "null",
    "@",
    "`",
    "é",
    "日本",
    "😀",
    "\u{85}",
    "\u{2028}",
    "\0",
    "\u{7f}",
    "$ref",
    "'x'",
    "\"x\": ",
    "{}",
    "[]",
];

fn pieces(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES), 0..most).prop_map(|pieces| pieces.concat())
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any::<f64>().prop_map(serde_json::Value::from),
        json_text().prop_map(serde_json::Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(serde_json::Value::from),
            prop::collection::btree_map(json_text(), inner, 0..6)
                .prop_map(|entries| serde_json::Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Strings without the few characters that JSON allows unescaped and YAML does not.
fn json_text() -> impl Strategy<Value = String> {
    prop_oneof![pieces(8), any::<String>()].prop_map(|text| {
        let printable =
            |c: &char| !matches!(c, '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' | '\u{feff}');
        text.chars().filter(printable).collect()
    })
}

/// A JSON text with white space of the given kinds, in turn, around every token.
fn write_json(value: &serde_json::Value, spaces: &mut impl Iterator<Item = &'static str>, out: &mut String) {
    let mut space = |out: &mut String| out.push_str(spaces.next().unwrap_or_default());
    space(out);
    match value {
        serde_json::Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                write_json(item, spaces, out);
            }
            out.push(']');
        }
        serde_json::Value::Object(entries) => {
            out.push('{');
            for (at, (key, item)) in entries.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                write_json(&serde_json::Value::from(key.as_str()), spaces, out);
                out.push(':');
                write_json(item, spaces, out);
            }
            out.push('}');
        }
        scalar => out.push_str(&scalar.to_string()),
    }
    out.push_str(spaces.next().unwrap_or_default());
}

proptest! {
    // A failure is printed with its input; that becomes a test of its own.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        read(&bytes).check_spans();
    }

    #[test]
    fn any_text_is_read_or_refused(text in pieces(120)) {
        read(text.as_bytes()).check_spans();
    }

    #[test]
    fn what_repeats_itself_takes_linear_time(start in pieces(4), middle in pieces(4), end in pieces(3)) {
        let text = start + &middle.repeat(2_000) + &end;
        let begin = Instant::now();
        read(text.as_bytes()).check_spans();
        prop_assert!(begin.elapsed() < Duration::from_secs(5), "{:?} for {} bytes", begin.elapsed(), text.len());
    }

    #[test]
    fn json_is_yaml(
        value in json().prop_filter("a document has entries", |value| value.is_object() || value.is_array()),
        spaces in prop::collection::vec(select(&["", "", " ", "\n", "\t", "\r\n", " \n\t "][..]), 1..40),
    ) {
        let mut text = String::new();
        write_json(&value, &mut spaces.iter().copied().cycle(), &mut text);
        let outcome = read(text.as_bytes());
        outcome.check_spans();
        let node = outcome.node.as_ref();
        prop_assert!(node.is_some_and(|node| same_json(node, &value)), "{text:?}\n{}", outcome.messages());
    }
}
