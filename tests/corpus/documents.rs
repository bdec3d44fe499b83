//! The documents, and what the engine makes of each.

use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::{Severity, Sink, render};
use asyncapi_codegen::document::{Disk, Document, LoadOptions, load};
use asyncapi_codegen::engine::generate;
use asyncapi_codegen::model::{Model, model};
use asyncapi_codegen::options::{Options, Side, Warnings};
use asyncapi_tests::rows;

use crate::examples::{self, Talk};

/// What became of a document.
pub(crate) struct Generated {
    /// Its path in the corpus.
    pub(crate) path: String,
    /// Both sides; else what is wrong.
    pub(crate) sides: Result<[Generation; 2], String>,
}

/// What became of a side of a document.
pub(crate) struct Generation {
    /// The code, formatted.
    pub(crate) code: String,
    /// The lints about the document.
    pub(crate) lints: Vec<&'static str>,
    /// What the examples of its messages are asked.
    pub(crate) talk: Talk,
}

/// The sides, as modules are called.
pub(crate) const SIDES: [(&str, Side); 2] = [("application", Side::Application), ("counterpart", Side::Counterpart)];

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

fn load_options(base: &Path) -> LoadOptions {
    LoadOptions { folder: Some(PathBuf::new()), refs: remote(base), ..LoadOptions::default() }
}

fn generation(base: &Path, path: &str, side: Side) -> Result<Generation, String> {
    let options = Options { side, warnings: Warnings::Warn, ..Options::default() };
    let load = load_options(base);
    let runtime = "::asyncapi_runtime".parse().unwrap();
    let generated = generate(path, &mut Disk::new(base), &options, &load, runtime);
    let checked = &generated.checked;
    if let Some(error) = checked.findings.iter().find(|finding| finding.severity == Severity::Error) {
        return Err(render(&checked.sources, &error.diagnostic));
    }
    let lints = checked.findings.iter().map(|finding| finding.diagnostic.code.id).collect();
    let tokens = generated.tokens.ok_or("no code")?;
    let file = syn::parse2(tokens).map_err(|error| format!("the code is not Rust: {error}"))?;
    let (document, model) = loaded(base, path, side).ok_or("no document")?;
    Ok(Generation { code: prettyplease::unparse(&file), lints, talk: examples::of(&document, &model) })
}

/// The document and the model of a side.
pub(crate) fn loaded(base: &Path, path: &str, side: Side) -> Option<(Document, Model)> {
    let (base, path) = (base.to_owned(), path.to_owned());
    let work = move || {
        let mut sink = Sink::default();
        let document = load(&path, &mut Disk::new(&base), &load_options(&base), &mut sink).ok()?;
        let options = Options { side, ..Options::default() };
        let model = model(&document, &options, &mut sink);
        Some((document, model))
    };
    // As the engine does: deep schemas need it.
    std::thread::Builder::new().stack_size(128 << 20).spawn(work).unwrap().join().unwrap()
}

/// Needs a file that the corpus has no copy of.
const NOT_WHOLE: &str = "documents/DiamondLightSource__blueapi__docs__reference__asyncapi.yaml";

/// Where the documents are, and their paths in there.
pub(crate) fn documents(corpus: &Path) -> (PathBuf, Vec<String>) {
    let only = std::env::var("ONLY").unwrap_or_default();
    let wanted = |path: &String| only.is_empty() || only.split_whitespace().any(|part| path.contains(part));
    let (base, paths) = match std::env::var_os("DOCUMENTS").map(PathBuf::from) {
        Some(folder) => {
            let mut found = Vec::new();
            below(&folder, Path::new(""), &mut found);
            found.sort();
            (folder, found)
        }
        None => {
            let valid = rows(corpus).unwrap().into_iter().filter(|row| row.verdict == "valid" && row.path != NOT_WHOLE);
            (corpus.to_owned(), valid.map(|row| row.path).collect())
        }
    };
    (base, paths.into_iter().filter(wanted).collect())
}

/// The documents below a folder: the files whose first key, or one of the first, is `asyncapi`.
fn below(base: &Path, folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(base.join(folder)).unwrap().filter_map(Result::ok) {
        let path = folder.join(entry.file_name());
        if entry.path().is_dir() {
            below(base, &path, found);
        } else if std::fs::read_to_string(entry.path()).is_ok_and(|text| is_document(&text)) {
            found.push(path.to_string_lossy().into_owned());
        }
    }
}

fn is_document(text: &str) -> bool {
    text.lines().take(50).any(|line| {
        let line = line.trim_start().trim_start_matches(['"', '\'', '{', ' ']);
        line.strip_prefix("asyncapi").is_some_and(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with(':'))
    })
}

/// Both sides of every document.
pub(crate) fn generate_all(corpus: &Path) -> Vec<Generated> {
    let (base, paths) = documents(corpus);
    let one = |path: String| {
        let of = |side| generation(&base, &path, side);
        let sides = of(Side::Application).and_then(|application| Ok([application, of(Side::Counterpart)?]));
        Generated { path, sides }
    };
    paths.into_iter().map(one).collect()
}
