//! The engine on every document of the corpus that the official parser accepts.
//!
//! `cargo test -p asyncapi-tests --test corpus` generates both sides of each, and parses the code as Rust. With `COMPILE=1`
//! it compiles the code as well, documents it, and runs the documents' own message examples through it. `ONLY="word word"`
//! takes the documents whose path has one of the words; `DOCUMENTS=folder` takes every document below another folder.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

#[path = "../schemas/applies.rs"]
#[allow(dead_code, reason = "the other test needs more of it")]
mod applies;
#[path = "../schemas/compare.rs"]
#[allow(dead_code, reason = "the other test needs more of it")]
mod compare;
mod compile;
mod documents;
mod examples;
#[path = "../schemas/json.rs"]
mod json;
mod names;
mod oracle;
mod run;

/// What `applies` reads beside a schema: nothing.
mod generate {
    pub(crate) type Remotes = Vec<(std::path::PathBuf, Vec<u8>)>;
}

use std::collections::BTreeMap;

use asyncapi_tests::corpus;

#[test]
fn every_valid_document_gives_code() {
    let Some(corpus) = corpus("every_valid_document_gives_code") else { return };
    let all = documents::generate_all(&corpus);
    assert!(!all.is_empty(), "the corpus has documents");
    let mut faults: Vec<String> =
        all.iter().filter_map(|one| Some(format!("{}: {}", one.path, one.sides.as_ref().err()?))).collect();
    let mut lints: BTreeMap<&str, usize> = BTreeMap::new();
    for code in all.iter().flat_map(|one| one.sides.iter().flatten()).flat_map(|side| &side.lints) {
        *lints.entry(code).or_default() += 1;
    }
    println!("documents {}, generated {}", all.len(), all.len() - faults.len());
    println!("lints, of both sides: {lints:?}");
    if std::env::var_os("COMPILE").is_some() {
        let built = compile::compile(&all);
        faults.extend(built.faults.iter().map(|(at, text)| format!("{}: {text}", all[*at].path)));
        faults.extend(run::run(&all, &built));
    }
    assert!(faults.is_empty(), "{} faults in {} documents:\n{}", faults.len(), all.len(), faults.join("\n"));
}
