//! `engine::check` against the official parser: on the documents of the corpus, and on the cases of the parser's rules.
//!
//! `findings.tsv` is what the parser finds and where, made by `findings.mjs`. The corpus is data that this project did not
//! write; `ASYNCAPI_CORPUS` says where it is.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod cases;
mod documents;
mod places;

use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::{Severity, render};
use asyncapi_codegen::document::{Disk, LoadOptions};
use asyncapi_codegen::engine;
use asyncapi_codegen::options::Options;

/// The corpus, if it is there.
fn corpus() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let path = std::env::var_os("ASYNCAPI_CORPUS").map_or(beside, PathBuf::from);
    let found = path.join("INDEX.tsv").is_file();
    assert!(found || std::env::var_os("CI").is_none(), "no corpus at {}", path.display());
    if !found {
        eprintln!("skipped: no corpus at {}; set ASYNCAPI_CORPUS", path.display());
    }
    found.then_some(path)
}

/// Every host of `remote/`, as the option `refs` takes it.
fn remote(corpus: &Path) -> Vec<(String, PathBuf)> {
    let hosts = std::fs::read_dir(corpus.join("remote")).expect("the corpus has remote files");
    let names = hosts.map(|host| host.expect("a host").file_name().into_string().expect("a name in UTF-8"));
    names.map(|host| (format!("https://{host}/"), Path::new("remote").join(host))).collect()
}

/// Something that the engine found.
pub struct Found {
    /// Its code.
    pub code: &'static str,
    /// Its weight.
    pub severity: Severity,
    /// The line in the document itself; none in another file.
    pub line: Option<usize>,
    /// The message.
    pub text: String,
}

/// All that is found in a document.
fn findings(corpus: &Path, path: &str) -> Vec<Found> {
    // The documents of one folder share files that lie beside it.
    let load = LoadOptions { folder: Some(PathBuf::new()), refs: remote(corpus), ..LoadOptions::default() };
    let options = Options { recommendations: true, ..Options::default() };
    let checked = engine::check(path, &mut Disk::new(corpus), &options, &load);
    let found = checked.findings.iter().map(|finding| {
        let span = finding.diagnostic.label.span;
        let file = checked.sources.get(span.file).expect("spans are of files that were read");
        let before = file.text().get(..span.start as usize).expect("a span is within its file");
        let line = (file.path() == path || path.ends_with(file.path())).then(|| before.matches('\n').count() + 1);
        let text = render(&checked.sources, &finding.diagnostic);
        Found { code: finding.diagnostic.code.id, severity: finding.severity, line, text }
    });
    found.collect()
}

/// The errors of a document.
fn errors(corpus: &Path, path: &str) -> Vec<Found> {
    let mut found = findings(corpus, path);
    found.retain(|found| found.severity == Severity::Error);
    found
}

fn texts(found: &[Found]) -> String {
    found.iter().map(|found| found.text.as_str()).collect::<Vec<_>>().join("\n")
}
