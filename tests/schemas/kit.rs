//! Builds one crate of many modules, each of which has a type `Payload`, and a program that runs JSON through them.
//!
//! Input: a [`Kit`] (on what the modules stand, and what the program does with a type) and the modules. Output: a
//! [`Built`]. Invariant: a module that does not compile is left out with the compiler's message, and takes no other with
//! it.
//!
//! An error of name resolution hides the errors of later passes in the whole crate, so modules with errors are taken out,
//! and the rest is compiled again, until nothing is left to say.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use asyncapi_tests::workspace;

use crate::verdict::Fault;

/// The code of a module, or why there is none.
pub(crate) type Module = Result<String, Fault>;

/// On what modules stand.
pub(crate) struct Kit {
    /// The name of the crate, and of its folder in the target's.
    pub(crate) name: &'static str,
    /// The lines of `[dependencies]`.
    pub(crate) dependencies: String,
    /// The versions of the dependencies.
    pub(crate) lock: PathBuf,
    /// The attributes of the crate of the modules.
    pub(crate) attributes: &'static str,
    /// `fn run<T: …>(json: &str) -> String` of the program: what becomes of JSON in a type, as `Answer` reads it.
    pub(crate) run: &'static str,
}

impl Kit {
    /// What `asyncapi!` makes, compiled as in a strict crate.
    pub(crate) fn asyncapi(name: &'static str) -> Self {
        let runtime = workspace().join("asyncapi-runtime");
        Self {
            name,
            dependencies: format!("asyncapi-runtime = {{ path = {runtime:?}, default-features = false }}\n"),
            lock: workspace().join("Cargo.lock"),
            attributes: "#![deny(warnings, missing_docs)]",
            run: ASYNCAPI_RUN,
        }
    }
}

const ASYNCAPI_RUN: &str = r#"
use asyncapi_runtime::wire::{Wire, decode, encode};

fn run<T: Wire>(json: &str) -> String {
    let value = match decode::<T>(json.as_bytes()) {
        Err(error) => return format!("refused\t{error}"),
        Ok(value) => value,
    };
    let text = match encode(&value) {
        Err(error) => return format!("unwritten\t{error}"),
        Ok(text) => text,
    };
    let again = match decode::<T>(&text) {
        Err(error) => return format!("unread\t{} {error}", String::from_utf8_lossy(&text)),
        Ok(again) => again,
    };
    let kept = encode(&again).is_ok_and(|again| again == text);
    let text = String::from_utf8_lossy(&text).into_owned();
    if kept { format!("written\t{text}") } else { format!("unstable\t{text}") }
}
"#;

/// A program, and which modules it has.
pub(crate) struct Built {
    pub(crate) program: PathBuf,
    /// What the compiler says of the modules that are not in it.
    pub(crate) faults: BTreeMap<usize, String>,
}

/// Compiles the modules that are there.
pub(crate) fn build(kit: &Kit, modules: &[Module]) -> Built {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from);
    let folder = target.join("schemas").join(kit.name);
    let built = target.join("schemas/target");
    let mut faults: BTreeMap<usize, String> = BTreeMap::new();
    let sound = |at: usize, faults: &BTreeMap<usize, String>| modules[at].is_ok() && !faults.contains_key(&at);
    let _ = std::fs::remove_dir_all(folder.join("src"));
    std::fs::create_dir_all(folder.join("src/bin")).expect("a folder");
    std::fs::copy(&kit.lock, folder.join("Cargo.lock")).expect("a lock file");
    write(&folder, "Cargo.toml", &manifest(kit));
    for (at, module) in modules.iter().enumerate() {
        if let Ok(module) = module {
            write(&folder, &format!("src/c{at}.rs"), module);
        }
    }
    loop {
        let left: Vec<usize> = (0..modules.len()).filter(|at| sound(*at, &faults)).collect();
        write(&folder, "src/lib.rs", &library(kit, &left));
        write(&folder, "src/bin/program.rs", &program(kit, &left));
        let found = compile(&folder, &built);
        if found.is_empty() {
            break;
        }
        faults.extend(found);
    }
    Built { program: built.join("debug").join(format!("program-{}", kit.name)), faults }
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).expect("a file");
}

/// Without debug information: nobody debugs it, and it is a third of the time.
fn manifest(kit: &Kit) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[lib]\nname = \"cases\"\n\n\
         [[bin]]\nname = \"program-{name}\"\npath = \"src/bin/program.rs\"\n\n[profile.dev]\ndebug = false\n\n\
         [dependencies]\n{dependencies}",
        name = kit.name,
        dependencies = kit.dependencies,
    )
}

fn library(kit: &Kit, modules: &[usize]) -> String {
    let mut text = format!("{}\n//! A module for each case.\n", kit.attributes);
    for at in modules {
        writeln!(text, "/// A case.\npub mod c{at};").expect("text");
    }
    text
}

/// Reads lines `module \t json` from the file that it is given, from the line that it is told on; answers each on a line.
fn program(kit: &Kit, modules: &[usize]) -> String {
    let mut text = format!(
        r#"//! Runs JSON through types.
{}
fn main() {{
    let arguments: Vec<String> = std::env::args().collect();
    let questions = std::fs::read_to_string(&arguments[1]).expect("questions");
    let from: usize = arguments[2].parse().expect("a number");
    std::panic::set_hook(Box::new(|_| ()));
    for line in questions.lines().skip(from) {{
        let (module, json) = line.split_once('\t').expect("a module and JSON");
        let module: usize = module.parse().expect("a number");
        let answer = std::panic::catch_unwind(|| ask(module, json)).unwrap_or_else(|_| "panicked\t".to_owned());
        println!("{{}}", answer.replace(['\n', '\r'], " "));
    }}
}}

fn ask(module: usize, json: &str) -> String {{
    match module {{
"#,
        kit.run
    );
    for at in modules {
        writeln!(text, "        {at} => run::<cases::c{at}::Payload>(json),").expect("text");
    }
    text + "        _ => \"absent\\t\".to_owned(),\n    }\n}\n"
}

/// The first error of each module; none: it is built.
fn compile(folder: &Path, target: &Path) -> BTreeMap<usize, String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--message-format", "short", "--offline"]).current_dir(folder);
    cargo.env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0").env_remove("RUSTFLAGS");
    let output = cargo.output().expect("cargo runs");
    let text = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        return BTreeMap::new();
    }
    let mut faults = BTreeMap::new();
    for line in text.lines().filter(|line| line.contains("error")) {
        let module = |(_, rest): (&str, &str)| rest.split('.').next()?.parse().ok();
        if let Some(at) = line.split_once("src/c").and_then(module) {
            faults.entry(at).or_insert_with(|| line.to_owned());
        }
    }
    assert!(!faults.is_empty(), "the crate does not compile, and not for a module of it:\n{text}");
    faults
}

/// What the whole rests on: a faulty module is told apart from the others.
#[test]
fn faults_stay_with_their_modules() {
    use crate::program::{Answer, ask};

    let kit = Kit {
        name: "faults",
        dependencies: String::new(),
        attributes: "#![deny(warnings, missing_docs)]",
        lock: workspace().join("Cargo.lock"),
        run: "fn run<T: cases::c0::Run>(json: &str) -> String { T::run(json) }",
    };
    let payload = |run: &str| {
        format!(
            "/// A type.\n#[derive(Debug)]\npub struct Payload;\n\
             impl crate::c0::Run for Payload {{ fn run(json: &str) -> String {{ {run} }} }}\n"
        )
    };
    let sound = "format!(\"written\\t{json}\")";
    let modules = [
        format!("/// A trait.\npub trait Run {{\n/// Runs.\nfn run(json: &str) -> String; }}\n{}", payload(sound)),
        payload("nonsense(json)"),
        payload("format!(\"refused\\t{}\", json[7..].len())"),
        payload("if json.is_empty() { String::new() } else { <Self as crate::c0::Run>::run(json) + json }"),
        payload("while !json.is_empty() { std::thread::yield_now(); } String::new()"),
        payload("let number: u32 = json; number.to_string()"),
        payload(sound).replace("/// A type.", ""),
        payload(sound),
    ];
    let built = build(&kit, &modules.map(Ok));
    assert_eq!(built.faults.keys().copied().collect::<Vec<_>>(), [1, 5, 6], "{:?}", built.faults);
    let questions: Vec<(usize, &str)> = [0, 2, 3, 4, 7].map(|at| (at, "[1]")).to_vec();
    let answers = ask(&built.program, &questions, std::time::Duration::from_secs(3));
    let written = Answer::Written("[1]".to_owned());
    let failed = |at: usize| matches!(answers.get(at), Some(Answer::Failed(_)));
    assert_eq!([answers.first(), answers.last()], [Some(&written), Some(&written)]);
    assert!(answers.len() == 5 && failed(1) && failed(2) && failed(3), "{answers:?}");
}
