//! Compiles the code of many documents in one crate: a module for each side of each.
//!
//! An error of name resolution hides the errors of later passes in the whole crate, so documents with errors are taken
//! out, and the rest is compiled again until nothing is left to say.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use asyncapi_tests::workspace;

use super::Generated;

/// Compiles, and gives what the compiler says of each document that does not compile.
pub(crate) fn compile(all: &[Generated]) -> Vec<String> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), Into::into);
    let folder = target.join("corpus-crate");
    let mut faults: BTreeMap<usize, String> = BTreeMap::new();
    for _ in 0..6 {
        write_crate(&folder, all, &faults);
        let found = check(&folder, &target);
        if found.is_empty() {
            break;
        }
        faults.extend(found);
    }
    let accepted = all.iter().filter(|one| one.code.is_ok()).count();
    println!("documents {}, generate {accepted}, compile {}", all.len(), accepted - faults.len());
    faults.into_iter().filter_map(|(at, text)| Some(format!("{}: {text}", all.get(at)?.path))).collect()
}

fn write_crate(folder: &Path, all: &[Generated], without: &BTreeMap<usize, String>) {
    let runtime = workspace().join("asyncapi-runtime");
    std::fs::create_dir_all(folder.join("src")).unwrap();
    let manifest = format!(
        "[package]\nname = \"corpus-crate\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         asyncapi-runtime = {{ path = {runtime:?}, features = [\"avro\"] }}\n"
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    std::fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let mut lib = "#![deny(warnings, missing_docs)]\n//! The corpus.\n".to_owned();
    for (at, one) in all.iter().enumerate() {
        let (Ok(sides), false) = (&one.code, without.contains_key(&at)) else { continue };
        for (side, code) in ["application", "counterpart"].iter().zip(sides) {
            let module = format!("d{at}_{side}");
            std::fs::write(folder.join("src").join(format!("{module}.rs")), code).unwrap();
            write!(lib, "/// {}\npub mod {module};\n", one.path).unwrap();
        }
    }
    std::fs::write(folder.join("src/lib.rs"), lib).unwrap();
}

/// The first error of each document, by its index.
fn check(folder: &Path, target: &Path) -> BTreeMap<usize, String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["check", "--quiet", "--message-format", "short", "--offline"]);
    let output = cargo.current_dir(folder).env("CARGO_TARGET_DIR", target.join("corpus-target")).output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    let mut faults = BTreeMap::new();
    let mut unknown = BTreeSet::new();
    for line in text.lines().filter(|line| line.contains("error")) {
        let index = line.split_once("src/d").and_then(|(_, rest)| rest.split('_').next()?.parse().ok());
        match index {
            Some(at) => {
                faults.entry(at).or_insert_with(|| line.to_owned());
            }
            None => {
                unknown.insert(line);
            }
        }
    }
    assert!(output.status.success() || !faults.is_empty(), "{text}");
    faults
}
