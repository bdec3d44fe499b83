//! What the tests of the whole share.

pub mod golden;
pub mod own;

use std::path::{Path, PathBuf};

/// The workspace's folder.
#[must_use]
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The corpus: `ASYNCAPI_CORPUS`, else `../shared/corpus` beside the workspace. Without it a test says that it skips;
/// in CI that is a failure.
///
/// # Panics
/// In CI, if there is no corpus.
#[must_use]
#[allow(clippy::panic, reason = "this is a test's own failure")]
pub fn corpus(test: &str) -> Option<PathBuf> {
    let folder =
        std::env::var_os("ASYNCAPI_CORPUS").map_or_else(|| workspace().join("../shared/corpus"), PathBuf::from);
    if folder.join("INDEX.tsv").is_file() {
        return Some(folder);
    }
    if std::env::var_os("CI").is_some() {
        panic!("{test}: there is no corpus at {} (ASYNCAPI_CORPUS names another place)", folder.display());
    }
    eprintln!("{test}: SKIPPED, there is no corpus at {} (ASYNCAPI_CORPUS names another place)", folder.display());
    None
}

/// A row of the corpus' `INDEX.tsv`.
#[derive(Debug, Clone)]
pub struct Row {
    /// The document, relative to the corpus.
    pub path: String,
    /// `asyncapi` of the document.
    pub version: String,
    /// The official parser's verdict: `valid`, `invalid` or `needs-network`.
    pub verdict: String,
    /// The official parser's error codes.
    pub codes: String,
}

/// The documents of the corpus.
///
/// # Errors
/// If the index cannot be read.
pub fn rows(corpus: &Path) -> std::io::Result<Vec<Row>> {
    let text = std::fs::read_to_string(corpus.join("INDEX.tsv"))?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| header.iter().position(|title| *title == name);
    let (path, version) = (column("path"), column("asyncapi"));
    let (verdict, codes) = (column("parser_validity"), column("parser_error_codes"));
    let of = |cells: &[&str], at: Option<usize>| at.and_then(|at| cells.get(at)).unwrap_or(&"").to_string();
    Ok(lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            Row {
                path: of(&cells, path),
                version: of(&cells, version),
                verdict: of(&cells, verdict),
                codes: of(&cells, codes),
            }
        })
        .collect())
}
