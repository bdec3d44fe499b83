//! `cargo asyncapi`: the engine of `asyncapi!` from the command line.
//!
//! Input: arguments, and the documents that they name. Output: findings or generated code on the standard output,
//! everything else on the standard error. Invariant: the exit status is 0 where nothing is wrong (warnings are allowed),
//! 1 where a document is, and 2 where the command could not do its work: wrong arguments, or a file that cannot be read.

mod arguments;
mod bundle;
mod check;
mod discover;
mod expand;
mod explain;
mod format;
mod glob;
mod help;
mod kind;
mod matches;
mod parallel;
mod place;
mod product;
mod rewrite;
mod settings;
mod upgrade;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use arguments::Command;

/// How the command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// Nothing is wrong, but there may be warnings.
    Fine = 0,
    /// A document is wrong.
    Faults = 1,
    /// The command could not do its work.
    Unable = 2,
}

fn main() -> ExitCode {
    let mut arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    // `cargo asyncapi check` runs `cargo-asyncapi asyncapi check`.
    if arguments.first().is_some_and(|first| first == "asyncapi") {
        arguments.remove(0);
    }
    let status = match arguments::parse(arguments) {
        Ok(command) => run(command),
        Err(message) => unable(&message),
    };
    ExitCode::from(status as u8)
}

fn run(command: Command) -> Status {
    match command {
        Command::Check(check) => check::run(&check),
        Command::Bundle(bundle) => bundle::run(&bundle),
        Command::Expand(expand) => expand::run(&expand),
        Command::Explain(code) => explain::run(code.as_deref()),
        Command::Upgrade(upgrade) => upgrade::run(&upgrade),
        Command::Print(text) => print(&text, Status::Fine),
    }
}

/// Writes the command's product, and gives the status back.
fn print(text: &str, status: Status) -> Status {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // Whoever reads has enough, as `head` does.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => unable(&format!("cannot write: {error}")),
        _ => status,
    }
}

/// Writes to the standard error; nothing is left to do where that fails.
fn complain(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

fn unable(message: &str) -> Status {
    complain(&format!("error: {message}\n"));
    Status::Unable
}
