//! A change in a file that a document refers to makes Cargo compile the crate again.
//!
//! A scratch package in the target's folder is checked, before and after a fault is put into such a file.

#![allow(clippy::expect_used, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use asyncapi_tests::workspace;

const DOCUMENT: &str = "\
asyncapi: 3.0.0
info: { title: Split, version: 1.0.0 }
channels:
  chat: { $ref: 'channels/chat.yaml#/chat' }
";

const CHANNEL: &str = "chat: { address: chat }\n";

struct Package(PathBuf);

impl Package {
    fn new() -> Self {
        let package = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join("rebuild"));
        let runtime = workspace().join("asyncapi-runtime");
        let manifest = format!(
            "[package]\nname = \"rebuild\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\nasyncapi-runtime = {{ path = {runtime:?} }}\n"
        );
        package.write("Cargo.toml", &manifest);
        package.write("src/lib.rs", "asyncapi_runtime::asyncapi!(\"chat.yaml\");\n");
        package.write("chat.yaml", DOCUMENT);
        package.write("channels/chat.yaml", CHANNEL);
        // The versions that the workspace is tested with; what this package does not need falls out.
        fs::copy(workspace().join("Cargo.lock"), package.0.join("Cargo.lock")).expect("a lock file");
        package
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn check(&self) -> (bool, String) {
        let mut command = Command::new(env!("CARGO"));
        command.args(["check", "--offline", "--color=never"]).current_dir(&self.0);
        command.env("CARGO_TARGET_DIR", self.0.join("target")).env_remove("RUSTFLAGS");
        let Output { status, stderr, .. } = command.output().expect("cargo runs");
        (status.success(), String::from_utf8_lossy(&stderr).into_owned())
    }
}

#[test]
fn a_change_in_a_referenced_file() {
    let package = Package::new();
    let (sound, text) = package.check();
    assert!(sound, "{text}");
    assert!(package.check().1.contains("Finished"), "nothing has changed");

    package.write("channels/chat.yaml", "chat: { adress: chat }\n");
    let (sound, text) = package.check();
    assert!(!sound && text.contains("channels/chat.yaml:1:9"), "the change was not seen: {text}");

    package.write("channels/chat.yaml", CHANNEL);
    let (sound, text) = package.check();
    assert!(sound, "the repair was not seen: {text}");
}
