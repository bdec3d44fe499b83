//! What the tests of the command share.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A document with one fault, behind characters that the ways of counting columns disagree on.
pub(crate) const FAULTY: &str = "\
asyncapi: 3.1.0
info: { title: Chat, version: 1.0.0 }
channels:
  chat:
    address: /
    messages:
      hello: { payload: { type: string } }
operations:
  say:
    action: send
    channel: { $ref: '#/channels/chat' }
    messages: [{ summary: '\u{1F600}', $ref: '#/channels/chat/messages/helo' }]
";

/// A folder of its own for each test, with these files.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(test: &str, files: &[(&str, &str)]) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        fs::remove_dir_all(&path).ok();
        fs::create_dir_all(&path).expect("a folder");
        for (name, text) in files {
            let file = path.join(name);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, text).expect("a file");
        }
        Self(path)
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-asyncapi"));
        command.args(arguments).current_dir(&self.0).env_remove("NO_COLOR").output().expect("the command runs")
    }

    /// The same with a text on the standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], text: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-asyncapi"));
        command.args(arguments).current_dir(&self.0).env_remove("NO_COLOR");
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
        child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("it reads");
        child.wait_with_output().expect("it ends")
    }
}

pub(crate) fn sound() -> String {
    FAULTY.replace("messages/helo", "messages/hello")
}

pub(crate) fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

pub(crate) fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

pub(crate) fn status(output: &Output) -> i32 {
    output.status.code().expect("an exit status")
}

pub(crate) fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("JSON")
}
