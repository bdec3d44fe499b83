//! The engine on every document of the corpus that the official parser accepts.
//!
//! `cargo test -p asyncapi-tests --test corpus` generates both sides of each and parses the code as Rust.
//! `COMPILE=1 cargo test -p asyncapi-tests --test corpus` compiles it as well, in one crate under the folder of the build,
//! and says how many of them compile. `ONLY="word word"` takes the documents whose path has one of the words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]

mod compile;

use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::{Severity, render};
use asyncapi_codegen::document::{Disk, LoadOptions};
use asyncapi_codegen::engine::generate;
use asyncapi_codegen::options::{Options, Side, Warnings};
use asyncapi_tests::{Row, corpus, rows};

/// What became of a document.
pub(crate) struct Generated {
    /// Its path in the corpus.
    pub(crate) path: String,
    /// The code of both sides, formatted; else what is wrong.
    pub(crate) code: Result<[String; 2], String>,
}

/// The remote documents of the corpus, by the URLs that refer to them.
fn remote(corpus: &Path) -> Vec<(String, PathBuf)> {
    let folder = corpus.join("remote");
    let hosts = std::fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok);
    hosts
        .flat_map(|host| {
            let name = host.file_name().to_string_lossy().into_owned();
            ["https", "http"].map(|scheme| (format!("{scheme}://{name}/"), Path::new("remote").join(&name)))
        })
        .collect()
}

fn code(corpus: &Path, row: &Row, side: Side) -> Result<String, String> {
    let load = LoadOptions { folder: Some(PathBuf::new()), refs: remote(corpus), ..LoadOptions::default() };
    let options = Options { side, warnings: Warnings::Allow, ..Options::default() };
    let runtime = "::asyncapi_runtime".parse().unwrap();
    let generated = generate(&row.path, &mut Disk::new(corpus), &options, &load, runtime);
    let checked = &generated.checked;
    if let Some(error) = checked.findings.iter().find(|finding| finding.severity == Severity::Error) {
        return Err(render(&checked.sources, &error.diagnostic));
    }
    let tokens = generated.tokens.ok_or("no code")?;
    let file = syn::parse2(tokens).map_err(|error| format!("the code is not Rust: {error}"))?;
    Ok(prettyplease::unparse(&file))
}

/// Needs a file that the corpus has no copy of.
const NOT_WHOLE: &str = "documents/DiamondLightSource__blueapi__docs__reference__asyncapi.yaml";

fn generate_all(corpus: &Path) -> Vec<Generated> {
    let valid = rows(corpus).unwrap().into_iter().filter(|row| row.verdict == "valid" && row.path != NOT_WHOLE);
    let only = std::env::var("ONLY").unwrap_or_default();
    let valid = valid.filter(|row| only.is_empty() || only.split_whitespace().any(|part| row.path.contains(part)));
    valid
        .map(|row| {
            let both = code(corpus, &row, Side::Application)
                .and_then(|application| Ok([application, code(corpus, &row, Side::Counterpart)?]));
            Generated { path: row.path, code: both }
        })
        .collect()
}

#[test]
fn every_valid_document_gives_code() {
    let Some(corpus) = corpus("every_valid_document_gives_code") else { return };
    let all = generate_all(&corpus);
    assert!(!all.is_empty(), "the corpus has documents");
    let compiled = std::env::var_os("COMPILE").map(|_| compile::compile(&all));
    let faults: Vec<String> = all
        .iter()
        .filter_map(|one| Some(format!("{}: {}", one.path, one.code.as_ref().err()?)))
        .chain(compiled.into_iter().flatten())
        .collect();
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), all.len(), faults.join("\n"));
}
