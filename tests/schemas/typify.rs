//! typify 0.8 on the same suite, side by side.
//!
//! `cargo test -p asyncapi-tests --test schemas typify -- --ignored --nocapture` builds it (`tests/typify-peer`), lets it
//! make code of every case, each in a process of its own, compiles and runs that like ours, and prints the table of
//! `docs/conformance.md`; with `BLESS=1` it writes it there.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use asyncapi_tests::{corpus, workspace};

use crate::case::Case;
use crate::child::modules;
use crate::generate::remotes;
use crate::kit::{Kit, Module};
use crate::suite::{all, outcomes};
use crate::table;
use crate::verdict::Fault;

/// Plain serde, as its users would.
const RUN: &str = r#"
fn run<T: serde::Serialize + serde::de::DeserializeOwned>(json: &str) -> String {
    let value: T = match serde_json::from_str(json) {
        Err(error) => return format!("refused\t{error}"),
        Ok(value) => value,
    };
    let text = match serde_json::to_string(&value) {
        Err(error) => return format!("unwritten\t{error}"),
        Ok(text) => text,
    };
    let again: T = match serde_json::from_str(&text) {
        Err(error) => return format!("unread\t{text} {error}"),
        Ok(again) => again,
    };
    let kept = serde_json::to_string(&again).is_ok_and(|again| again == text);
    if kept { format!("written\t{text}") } else { format!("unstable\t{text}") }
}
"#;

/// Some schemas it does not finish.
const PATIENCE: Duration = Duration::from_secs(20);

fn peer() -> PathBuf {
    workspace().join("tests/typify-peer")
}

fn kit() -> Kit {
    let dependencies = [
        "chrono = { version = \"0.4\", features = [\"serde\"] }",
        "regress = \"0.12\"",
        "serde = { version = \"1\", features = [\"derive\"] }",
        "serde_json = \"1\"",
        "uuid = { version = \"1\", features = [\"serde\"] }\n",
    ];
    Kit {
        name: "typify",
        dependencies: dependencies.join("\n"),
        lock: peer().join("Cargo.lock"),
        attributes: "#![allow(warnings)]",
        run: RUN,
    }
}

/// The program that makes code of a schema.
fn build_peer() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from);
    let target = target.join("schemas/typify-peer");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--locked"]).current_dir(peer()).env("CARGO_TARGET_DIR", &target);
    assert!(cargo.status().expect("cargo runs").success(), "the peer does not build");
    target.join("debug/typify-peer")
}

fn module(program: &Path, case: &Case) -> Module {
    let folder = program.with_file_name("typify-peer.out");
    std::fs::create_dir_all(&folder).expect("a folder");
    // Into files: nobody waits for a pipe that nobody reads.
    let file = |name: &str| std::fs::File::create(folder.join(name)).expect("a file");
    let text = |name: &str| String::from_utf8_lossy(&std::fs::read(folder.join(name)).expect("a file")).into_owned();
    let mut command = Command::new(program);
    let mut child = command.stdin(Stdio::piped()).stdout(file("code")).stderr(file("error")).spawn().expect("a child");
    let _ = child.stdin.take().expect("its input").write_all(case.schema.as_bytes());
    let start = Instant::now();
    loop {
        match child.try_wait().expect("its state") {
            Some(status) if status.success() => return Ok(text("code")),
            Some(status) => return Err(Fault::Reported(format!("{status}: {}", text("error")))),
            None if start.elapsed() > PATIENCE => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(Fault::Ours(format!("takes longer than {PATIENCE:?}")));
            }
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    }
}

#[test]
#[ignore = "builds typify; a measurement, not a check"]
fn typify_on_the_same_suite() {
    let Some(corpus) = corpus("typify_on_the_same_suite") else { return };
    let (cases, remotes) = (all(&corpus), remotes(&corpus));
    let ours = outcomes(&cases, &remotes, &Kit::asyncapi("beside"), &modules("beside", &cases, &remotes));
    let program = build_peer();
    let theirs: Vec<Module> = cases.iter().map(|case| module(&program, case)).collect();
    let refused = theirs.iter().filter(|module| module.is_err()).count();
    let theirs = outcomes(&cases, &remotes, &kit(), &theirs);
    let without = theirs.iter().filter(|outcome| outcome.fault.is_some()).count();
    println!("typify: {refused} of {} cases make no code, {without} in all have none that compiles", cases.len());
    let table = table::markdown(&cases, &[("asyncapi!", &ours), ("typify 0.8", &theirs)]);
    println!("{table}");
    table::write(&table);
}
