//! Generates in a child process, so that a case on which the engine overflows its stack or hangs is that case's failure.
//!
//! The child is this test binary again, with nothing but [`child`] to do.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use asyncapi_tests::workspace;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::generate::{Remotes, module};
use crate::kit::Module;
use crate::verdict::Fault;

/// How long the engine may take for a case; the issue allows 2 s, of a machine that does nothing else.
const PATIENCE: Duration = Duration::from_secs(120);

/// What the child reads.
#[derive(Serialize, Deserialize)]
struct Work {
    cases: Vec<Case>,
    remotes: Remotes,
}

const FOLDER: &str = "SCHEMAS_CHILD_FOLDER";
const FROM: &str = "SCHEMAS_CHILD_FROM";

fn result_of(folder: &Path, at: usize) -> PathBuf {
    folder.join(format!("{at}.json"))
}

/// The module of each case; `name` is the run's.
pub(crate) fn modules(name: &str, cases: &[Case], remotes: &Remotes) -> Vec<Module> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from);
    let folder = target.join("schemas").join(name).join("modules");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let work = Work { cases: cases.to_vec(), remotes: remotes.clone() };
    std::fs::write(folder.join("work.json"), serde_json::to_vec(&work).expect("JSON")).expect("written");
    let mut modules: Vec<Module> = Vec::with_capacity(cases.len());
    while modules.len() < cases.len() {
        let end = run(&folder, modules.len());
        let results = (modules.len()..cases.len()).map_while(|at| std::fs::read(result_of(&folder, at)).ok());
        modules
            .extend(results.map(|json| serde_json::from_slice::<Module>(&json).expect("a result")).collect::<Vec<_>>());
        if modules.len() < cases.len() {
            modules.push(Err(Fault::Ours(end)));
        }
    }
    modules
}

/// Runs a child from a case on, and says how it ended.
fn run(folder: &Path, from: usize) -> String {
    let mut child = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "child::child", "--ignored", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(FROM, from.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child");
    let (mut next, mut since) = (from, Instant::now());
    loop {
        if let Some(status) = child.try_wait().expect("its state") {
            return format!("the engine ends the program: {status}");
        }
        if result_of(folder, next).exists() {
            (next, since) = (next + 1, Instant::now());
            continue;
        }
        if since.elapsed() > PATIENCE {
            let _ = child.kill();
            let _ = child.wait();
            return format!("the engine takes longer than {PATIENCE:?}");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// What a child does.
#[test]
#[ignore = "the other tests start it"]
fn child() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let from: usize = std::env::var(FROM).expect("where to begin").parse().expect("a number");
    let work = std::fs::read(folder.join("work.json")).expect("the work");
    let work: Work = serde_json::from_slice(&work).expect("JSON");
    for (at, case) in work.cases.iter().enumerate().skip(from) {
        let json = serde_json::to_vec(&module(case, &work.remotes)).expect("JSON");
        // Renamed, so that nobody reads half of it.
        let half = folder.join("half");
        std::fs::write(&half, json).expect("written");
        std::fs::rename(half, result_of(&folder, at)).expect("renamed");
    }
}
