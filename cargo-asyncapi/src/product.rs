//! What `bundle` and `upgrade` share: a text that goes to the standard output or a file, or is compared with one.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use asyncapi_codegen::diagnostic::{Sink, render_as};
use asyncapi_codegen::source::Sources;

use crate::discover::STDIN;
use crate::settings::Settings;
use crate::{Status, complain, print, unable};

/// A text, and where it goes.
pub(crate) struct Product<'a> {
    pub(crate) text: &'a str,
    /// The file; none: the standard output.
    pub(crate) output: Option<&'a str>,
    /// Whether the file is only compared with the text.
    pub(crate) check: bool,
    /// The command that makes it.
    pub(crate) command: &'a str,
}

/// Writes or compares.
pub(crate) fn deliver(product: &Product<'_>) -> Status {
    let Some(path) = product.output.filter(|path| *path != STDIN) else { return print(product.text, Status::Fine) };
    let found = fs::read(path);
    if found.as_ref().is_ok_and(|found| found == product.text.as_bytes()) {
        return Status::Fine;
    }
    if product.check {
        return match found {
            Err(error) if error.kind() != io::ErrorKind::NotFound => unable(&format!("cannot read `{path}`: {error}")),
            found => {
                let what = if found.is_ok() { "is not up to date" } else { "does not exist" };
                complain(&format!("error: `{path}` {what}: `cargo asyncapi {}` makes it\n", product.command));
                Status::Faults
            }
        };
    }
    match replace(Path::new(path), product.text) {
        Ok(()) => Status::Fine,
        Err(error) => unable(&format!("cannot write `{path}`: {error}")),
    }
}

/// Writes beside the file first, so that it is never half written.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    // A link stays a link; what is no file (such as `/dev/stdout`) is written to.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if fs::metadata(&path).is_ok_and(|found| !found.is_file()) {
        return fs::write(&path, text);
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = path.with_file_name(name);
    let written = fs::File::create_new(&beside).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        if let Ok(old) = fs::metadata(&path) {
            file.set_permissions(old.permissions())?;
        }
        fs::rename(&beside, &path)
    });
    if written.is_err() {
        // Nothing is left to do where that fails, too.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// The standard input, if it is the document.
pub(crate) fn stdin_for(input: &str) -> Result<Vec<u8>, Status> {
    let mut bytes = Vec::new();
    if input == STDIN
        && let Err(error) = io::stdin().lock().read_to_end(&mut bytes)
    {
        return Err(unable(&format!("cannot read the standard input: {error}")));
    }
    Ok(bytes)
}

/// Writes the errors of a document that cannot be worked on.
pub(crate) fn faults_of(sources: &Sources, sink: Sink, settings: &Settings) -> Status {
    let colored = settings.colored(&io::stderr());
    for diagnostic in sink.into_sorted() {
        if diagnostic.code.severity == asyncapi_codegen::diagnostic::Severity::Error {
            complain(&format!("{}\n\n", render_as(diagnostic.code.severity, colored, sources, &diagnostic)));
        }
    }
    Status::Faults
}
