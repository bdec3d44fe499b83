//! What tests against the official parser share: the corpus, and what we find in it.

#![allow(dead_code, reason = "each test uses a part")]

use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::{Label, Severity, render};
use asyncapi_codegen::document::{Disk, LoadOptions};
use asyncapi_codegen::engine::{self, Finding};
use asyncapi_codegen::options::Options;

/// The corpus, if it is there.
pub(crate) fn corpus() -> Option<PathBuf> {
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
pub(crate) fn remote(corpus: &Path) -> Vec<(String, PathBuf)> {
    let hosts = std::fs::read_dir(corpus.join("remote")).expect("the corpus has remote files");
    let names = hosts.map(|host| host.expect("a host").file_name().into_string().expect("a name in UTF-8"));
    names.map(|host| (format!("https://{host}/"), Path::new("remote").join(host))).collect()
}

/// A finding: code, text, severity, and the lines that it points at, each with its file.
pub(crate) struct Found {
    pub(crate) code: &'static str,
    pub(crate) text: String,
    pub(crate) severity: Severity,
    pub(crate) places: Vec<(String, usize)>,
}

/// What is found in a document.
pub(crate) fn findings(corpus: &Path, path: &str) -> Vec<Found> {
    // The documents of one folder share files that lie beside it.
    let load = LoadOptions { folder: Some(PathBuf::new()), refs: remote(corpus), ..LoadOptions::default() };
    let options = Options { recommended: true, ..Options::default() };
    let checked = engine::check(path, &mut Disk::new(corpus), &options, &load);
    let place = |label: &Label| {
        let file = checked.sources.get(label.span.file)?;
        let text = file.text().get(..label.span.start as usize)?;
        Some((file.path().to_owned(), text.matches('\n').count() + 1))
    };
    let found = checked.findings.iter().map(|Finding { severity, diagnostic }| Found {
        code: diagnostic.code.id,
        text: render(&checked.sources, diagnostic),
        severity: *severity,
        places: std::iter::once(&diagnostic.label).chain(&diagnostic.related).filter_map(place).collect(),
    });
    found.collect()
}

/// The errors of a document.
pub(crate) fn errors(corpus: &Path, path: &str) -> Vec<Found> {
    let mut found = findings(corpus, path);
    found.retain(|found| found.severity == Severity::Error);
    found
}

pub(crate) fn texts(errors: &[Found]) -> String {
    errors.iter().map(|found| found.text.as_str()).collect::<Vec<_>>().join("\n")
}
