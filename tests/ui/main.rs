//! What the compiler tells a user: a program for each case, and beside it the text that was blessed.
//!
//! `TRYBUILD=overwrite` blesses; read each text as a user would before you commit it. The texts are those of the stable
//! compiler at the time, since they hold its own words too.

#![allow(clippy::expect_used, reason = "a test")]

use std::fs;
use std::path::Path;

/// `asyncapi!` looks for documents beside the `Cargo.toml` of the package that it is called in: that of trybuild's own.
fn place_documents() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder within the target's");
    let package = target.join("tests/trybuild/asyncapi-tests");
    fs::create_dir_all(&package).expect("trybuild's folder");
    let documents = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/documents");
    for entry in fs::read_dir(documents).expect("the documents") {
        let path = entry.expect("a readable entry").path();
        let name = path.file_name().expect("a file's name");
        fs::copy(&path, package.join(name)).expect("a copy of the document");
    }
}

#[test]
fn ui() {
    place_documents();
    let cases = trybuild::TestCases::new();
    // A lint about the document does not stop a build, whatever the crate denies.
    cases.pass("ui/pass/*.rs");
    cases.compile_fail("ui/document/*.rs");
    cases.compile_fail("ui/options/*.rs");
    cases.compile_fail("ui/program/*.rs");
}
