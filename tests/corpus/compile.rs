//! Compiles and documents the code of many documents: a module for each side of each, in a crate of those whose examples
//! are run, and in some of the others.
//!
//! An error of name resolution hides the errors of later passes in the whole crate, so documents with errors are taken
//! out, and the rest is compiled again until nothing is left to say.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use asyncapi_tests::workspace;

use crate::documents::{Generated, SIDES};

/// What was compiled.
pub(crate) struct Built {
    /// The program that runs the examples.
    pub(crate) program: PathBuf,
    /// What the compiler says of each document that does not compile, by its index.
    pub(crate) faults: BTreeMap<usize, String>,
}

/// Documents that are only checked, in crates of so many: the compiler's memory grows with the crate.
const CRATE: usize = 60;

/// The crate of a document: those that talk together, the others in turn.
fn crate_of(all: &[Generated], at: usize) -> String {
    if talks(&all[at]) {
        return "talk".to_owned();
    }
    let before = all.iter().take(at).filter(|one| !talks(one)).count();
    format!("rest{}", before / CRATE)
}

fn talks(one: &Generated) -> bool {
    one.sides.iter().flatten().any(|side| !side.talk.questions.is_empty())
}

/// The path of a side's module.
pub(crate) fn module(at: usize, side: usize) -> String {
    format!("talk::d{at}_{}", SIDES[side].0)
}

/// Compiles, documents, and builds the program.
pub(crate) fn compile(all: &[Generated]) -> Built {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), Into::into);
    let folder = target.join("corpus-crate");
    let built = target.join("corpus-target");
    let mut faults: BTreeMap<usize, String> = BTreeMap::new();
    let steps: [(&str, &[&str]); 3] = [
        ("compiled", &["check", "--lib", "--keep-going"]),
        ("documented", &["doc", "--lib", "--no-deps", "--keep-going"]),
        ("built", &["build"]),
    ];
    let accepted = all.iter().filter(|one| one.sides.is_ok()).count();
    for (step, arguments) in steps {
        let begin = std::time::Instant::now();
        for _ in 0..8 {
            write_crates(&folder, all, &faults);
            let found = cargo(&folder, &built, arguments);
            if found.is_empty() {
                break;
            }
            faults.extend(found);
        }
        println!("{step} {} of {accepted}, {} s", accepted - faults.len(), begin.elapsed().as_secs());
    }
    Built { program: built.join("debug/program"), faults }
}

fn write_crates(folder: &Path, all: &[Generated], without: &BTreeMap<usize, String>) {
    let mut crates: BTreeMap<String, String> = BTreeMap::from([("talk".to_owned(), String::new())]);
    for (at, one) in all.iter().enumerate() {
        let (Ok(sides), false) = (&one.sides, without.contains_key(&at)) else { continue };
        let name = crate_of(all, at);
        let lib = crates.entry(name.clone()).or_default();
        for ((side, _), generation) in SIDES.iter().zip(sides) {
            let module = format!("d{at}_{side}");
            write(&folder.join(&name).join(format!("src/{module}.rs")), &generation.code);
            write!(lib, "/// A document.\npub mod {module};\n").unwrap();
        }
    }
    let mut members = Vec::new();
    for (name, lib) in &crates {
        write(
            &folder.join(name).join("src/lib.rs"),
            &format!("#![deny(warnings, missing_docs)]\n//! The corpus.\n{lib}"),
        );
        write(&folder.join(name).join("Cargo.toml"), &manifest(name));
        members.push(name.as_str());
    }
    write(&folder.join("talk/src/bin/program.rs"), &crate::run::program(all, without));
    let profile = "[profile.dev]\ndebug = false\nincremental = false\n";
    write(&folder.join("Cargo.toml"), &format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n{profile}"));
    std::fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
}

/// Writes what is new, so that cargo sees what changed.
fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    std::fs::write(path, text).unwrap();
}

fn manifest(name: &str) -> String {
    let runtime = workspace().join("asyncapi-runtime");
    let program = if name == "talk" { "\n[[bin]]\nname = \"program\"\npath = \"src/bin/program.rs\"\n" } else { "" };
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\nautobins = false\n{program}\n[dependencies]\n\
         asyncapi-runtime = {{ path = {runtime:?}, features = [\"avro\"] }}\n"
    )
}

/// The first error of each document, by its index.
fn cargo(folder: &Path, target: &Path, arguments: &[&str]) -> BTreeMap<usize, String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(arguments).args(["--quiet", "--message-format", "short", "--offline"]);
    let build = arguments.first() == Some(&"build");
    cargo.args(if build { &["-p", "talk"][..] } else { &["--workspace"][..] });
    cargo.env("RUSTDOCFLAGS", "-D warnings").env_remove("RUSTFLAGS").env("CARGO_TARGET_DIR", target);
    let output = cargo.current_dir(folder).output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    let mut faults = BTreeMap::new();
    for line in text.lines().filter(|line| line.contains("error")) {
        let index = line.split_once("src/d").and_then(|(_, rest)| rest.split('_').next()?.parse().ok());
        if let Some(at) = index {
            faults.entry(at).or_insert_with(|| line.to_owned());
        }
    }
    assert!(output.status.success() || !faults.is_empty(), "{text}");
    faults
}
