//! Every pattern of the corpus: what is no pattern is known, and all others run.

use std::collections::BTreeSet;
use std::path::Path;

use asyncapi_codegen::diagnostic::Sink;
use asyncapi_codegen::source::{Limits, Node, Sources, read_text};

use super::{compile, is_format};

/// Of the corpus, no patterns: one shape is there to have one.
const BROKEN: &[&str] = &["(unclosed"];

/// The texts of `pattern`, and the keys of `patternProperties`.
fn collect(node: &Node, patterns: &mut BTreeSet<String>) {
    node.as_array().into_iter().flatten().for_each(|item| collect(item, patterns));
    for (key, value) in node.as_object().into_iter().flat_map(|object| object.iter()) {
        match &*key.text {
            "pattern" => patterns.extend(value.as_str().map(str::to_owned)),
            "patternProperties" => {
                let keys = value.as_object().into_iter().flat_map(|object| object.iter());
                patterns.extend(keys.map(|(key, _)| key.text.to_string()));
            }
            _ => {}
        }
        collect(value, patterns);
    }
}

fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| ["json", "yaml", "yml"].iter().any(|it| extension == *it)) {
            found.push(path);
        }
    }
}

#[test]
fn every_pattern_of_the_corpus_runs() {
    let Some(corpus) = asyncapi_tests::corpus("patterns") else { return };
    let (mut found, mut patterns) = (Vec::new(), BTreeSet::new());
    files(&corpus, &mut found);
    for path in found {
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let bytes = std::fs::read(&path).unwrap();
        let read = read_text(&mut sources, &path.to_string_lossy(), &bytes, &Limits::default(), &mut sink);
        if let Some((_, node)) = read {
            collect(&node, &mut patterns);
        }
    }
    assert!(patterns.len() > 80, "{}", patterns.len());
    for pattern in &patterns {
        let compiled = compile(pattern);
        assert_eq!(compiled.is_err(), BROKEN.contains(&pattern.as_str()), "{pattern}: {compiled:?}");
        assert_eq!(compiled.is_ok(), is_format(pattern, "regex"), "{pattern}");
        if let Ok(compiled) = compiled {
            assert!(compiled.try_matches("Some text, 12.5 and \u{e9}\n.").is_ok(), "{pattern}");
        }
    }
}
