//! The official request–reply examples of the corpus at work, both sides of each: a program in the folder of the build,
//! made of their documents and of what is in `programs/`.

use std::path::Path;
use std::process::Command;

use asyncapi_tests::{corpus, workspace};

const PROGRAMS: &[(&str, &str)] = &[
    ("kraken_filter", "kraken-websocket-request-reply-message-filter-in-reply-asyncapi.yml"),
    ("kraken_channels", "kraken-websocket-request-reply-multiple-channels-asyncapi.yml"),
    ("adeo", "adeo-kafka-request-reply-asyncapi.yml"),
];

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else if std::fs::read(from).ok() != std::fs::read(to).ok() {
        std::fs::copy(from, to).unwrap();
    }
}

fn write(path: &Path, text: &str) {
    if std::fs::read_to_string(path).ok().as_deref() != Some(text) {
        std::fs::write(path, text).unwrap();
    }
}

#[test]
fn the_official_request_reply_examples_talk() {
    let Some(corpus) = corpus("the_official_request_reply_examples_talk") else { return };
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), Into::into);
    let folder = target.join("talk-crate");
    std::fs::create_dir_all(folder.join("src")).unwrap();
    std::fs::create_dir_all(folder.join("documents")).unwrap();
    copy(&corpus.join("remote"), &folder.join("remote"));
    let mut main = "//! The official examples.\n#![deny(warnings)]\n".to_owned();
    for (name, document) in PROGRAMS {
        let to = folder.join(format!("documents/{name}.yml"));
        copy(&corpus.join("spec-examples/3.0.0").join(document), &to);
        // Adeo's Kafka keys are Avro schemas where a binding has AsyncAPI's own, for which the official parser refuses it, too.
        let text = std::fs::read_to_string(&to).unwrap();
        let is_key = |line: &&str| line.trim_start().starts_with("$ref:") && line.contains("Key.avsc");
        let mended: Vec<&str> =
            text.lines().map(|line| if is_key(&line) { "            type: object" } else { line }).collect();
        std::fs::write(&to, mended.join("\n")).unwrap();
        copy(&workspace().join(format!("tests/talk/programs/{name}.rs")), &folder.join(format!("src/{name}.rs")));
        main.push_str(&format!("mod {name};\n"));
    }
    let runs: String = PROGRAMS.iter().map(|(name, _)| format!("    {name}::run().await;\n")).collect();
    main.push_str(&format!("#[tokio::main]\nasync fn main() {{\n{runs}}}\n"));
    write(&folder.join("src/main.rs"), &main);
    let runtime = workspace().join("asyncapi-runtime");
    // The same features as in the workspace's own tests, so that little is built anew.
    let manifest = format!(
        "[package]\nname = \"talk-crate\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         asyncapi-runtime = {{ path = {runtime:?}, features = [\"avro\", \"ws\", \"arbitrary\"] }}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\", \"sync\", \"time\", \"net\"] }}\n"
    );
    write(&folder.join("Cargo.toml"), &manifest);
    std::fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--offline"]).current_dir(&folder).env("CARGO_TARGET_DIR", &target);
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
