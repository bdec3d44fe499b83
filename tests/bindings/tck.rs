//! The binding files of the official technology compatibility kit: documents of AsyncAPI 2, which lets bindings say
//! anything. So all are accepted; those that are called invalid are warned about, where the version of the binding has a
//! table (most are of versions before the schemas), and those that are called valid are not.

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
fn the_compatibility_kit_is_accepted_and_warned_about() {
    let Some(corpus) = corpus("bindings") else { return };
    let mut found = Vec::new();
    files(&corpus.join("tck/tests/bindings"), &mut found);
    assert!(found.len() > 100, "{} files", found.len());
    for path in &found {
        let (errors, warnings) = ours(&std::fs::read_to_string(path).unwrap());
        assert!(errors.is_empty(), "{}:\n{}", path.display(), errors.join("\n"));
        let warned = warnings.iter().any(|text| text.contains("A0340"));
        let invalid = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("invalid"));
        let has_table = path.components().any(|part| part.as_os_str() == "ibmmq");
        assert!(if invalid { warned || !has_table } else { !warned }, "{}:\n{}", path.display(), warnings.join("\n"));
    }
}
