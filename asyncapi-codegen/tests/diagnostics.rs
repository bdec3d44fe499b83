//! A folder per fault in `tests/diagnostics/`: `<code>-<slug>/` holds `asyncapi.yaml` (or `.json`), which is wrong, and
//! `expected.txt`, what the engine says about it. `BLESS=1` writes the latter; read it before you commit it. One case of each
//! code has a `mended.yaml` as well, of which it is not said, and which has no errors.
//!
//! A case that is too large to be written out, such as one that passes a limit, has a `limits.txt` with lines like
//! `depth = 8`. One about a feature that the runtime lacks has a `lacking.txt`.

#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::catalogue::CATALOGUE;
use asyncapi_codegen::diagnostic::{Sink, render};
use asyncapi_codegen::document::{Disk, LoadOptions};
use asyncapi_codegen::engine::check;
use asyncapi_codegen::options::{Given, Options, Place};
use asyncapi_codegen::source::{Limits, Sources, read_text};

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let entries = fs::read_dir(root).expect("the folder of cases is there");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    folders.sort();
    folders
}

fn name(folder: &Path) -> &str {
    folder.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8")
}

fn document(folder: &Path) -> PathBuf {
    let found = ["asyncapi.yaml", "asyncapi.json"].map(|name| folder.join(name)).into_iter().find(|path| path.exists());
    found.unwrap_or_else(|| panic!("{} has no asyncapi.yaml", name(folder)))
}

fn limits(folder: &Path) -> Limits {
    let mut limits = Limits::default();
    let text = fs::read_to_string(folder.join("limits.txt")).unwrap_or_default();
    for line in text.lines() {
        let (limit, value) = line.split_once(" = ").expect("`limit = number`");
        let value = value.parse().expect("a number");
        match limit {
            "bytes" => limits.bytes = value,
            "nodes" => limits.nodes = value,
            "depth" => limits.depth = value,
            other => panic!("no limit `{other}`"),
        }
    }
    limits
}

/// Codes that no document shows mended, and why.
const NOT_MENDED: [(&str, &str); 6] = [
    ("A0001", "every document is one"),
    ("A0002", "every document is one"),
    ("A0005", "every document is one"),
    ("A0007", "every document is one"),
    ("A0008", "every document is one"),
    ("A0501", "what is mended is a dependency"),
];

/// All that the engine says about a document, sorted, each message followed by an empty line.
fn messages(folder: &Path) -> String {
    said_of(folder, &document(folder))
}

/// The same of one of a folder's documents.
fn said_of(folder: &Path, path: &Path) -> String {
    if name(folder).starts_with("A00") {
        // These are about a file's text alone, whatever it says.
        let bytes = fs::read(path).expect("the document can be read");
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        read_text(&mut sources, name(path), &bytes, &limits(folder), &mut sink);
        let found = sink.into_sorted();
        return found.iter().map(|diagnostic| render(&sources, diagnostic) + "\n\n").collect();
    }
    let load = LoadOptions { limits: limits(folder), ..LoadOptions::default() };
    // Cargo runs tests in the package's folder: paths in messages are the same on every machine.
    let relative = folder.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("the cases are in the package");
    let lacks = fs::read_to_string(folder.join("lacking.txt")).unwrap_or_default();
    let lacking = ["avro", "protobuf"].into_iter().filter(|feature| lacks.trim() == *feature).collect();
    let recommended = name(folder).starts_with("A06");
    // Every document of 2.x gets A0601.
    let aside = recommended && !name(folder).starts_with("A0601");
    let allow = aside.then(|| Given::new("A0601".to_owned(), Place(0))).into_iter().collect();
    let options = Options { lacking, recommended, allow, ..Options::default() };
    let checked = check(name(path), &mut Disk::new(relative), &options, &load);
    checked.findings.iter().map(|finding| render(&checked.sources, &finding.diagnostic) + "\n\n").collect()
}

#[test]
fn faulty_documents_get_the_blessed_messages() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for folder in folders() {
        let said = messages(&folder);
        let (code, _) = name(&folder).split_once('-').expect("`<code>-<slug>`");
        if !said.contains(&format!("asyncapi[{code}]")) {
            wrong.push(format!("{} does not show its code. It says:\n{said}", name(&folder)));
        }
        let expected = folder.join("expected.txt");
        if bless {
            fs::write(&expected, &said).expect("the folder can be written");
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(said.as_str()) {
            wrong.push(format!("{} says something else than its expected.txt:\n{said}", name(&folder)));
        }
    }
    assert!(wrong.is_empty(), "{} of the cases are wrong; BLESS=1 blesses:\n\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let folders = folders();
    let covered: BTreeSet<&str> =
        folders.iter().filter_map(|folder| name(folder).split_once('-')).map(|(id, _)| id).collect();
    let known: BTreeSet<&str> = CATALOGUE.iter().map(|code| code.id).collect();
    assert_eq!(
        covered.difference(&known).collect::<Vec<_>>(),
        Vec::<&&str>::new(),
        "cases of codes that are not there"
    );
    assert_eq!(known.difference(&covered).collect::<Vec<_>>(), Vec::<&&str>::new(), "codes without a case");
}

#[test]
fn every_code_is_gone_from_its_mended_case() {
    let (mut mended, mut wrong) = (BTreeSet::new(), Vec::new());
    for folder in folders() {
        let documents = ["mended.yaml", "mended.json"].map(|name| folder.join(name));
        let Some(path) = documents.into_iter().find(|path| path.exists()) else { continue };
        let code = name(&folder).split_once('-').map(|(id, _)| id.to_owned()).expect("`<code>-<slug>`");
        let said = said_of(&folder, &path);
        if said.contains(&format!("asyncapi[{code}]")) || said.starts_with("error") || said.contains("\nerror") {
            wrong.push(format!("{} is not mended:\n{said}", name(&folder)));
        }
        mended.insert(code);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let without = CATALOGUE.iter().map(|code| code.id).filter(|id| !mended.contains(*id));
    assert_eq!(
        without.collect::<BTreeSet<_>>(),
        NOT_MENDED.iter().map(|(id, _)| *id).collect(),
        "codes without a mended case"
    );
}
