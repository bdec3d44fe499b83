//! `check FILE…`: every fault of every document.

use std::collections::HashSet;
use std::io;

use asyncapi_codegen::diagnostic::Severity;
use asyncapi_codegen::document::Disk;
use asyncapi_codegen::engine::{self, Checked, Finding};
use asyncapi_codegen::options::Options;

use crate::arguments::Check;
use crate::format::Format;
use crate::settings::Settings;
use crate::{Status, print};

/// What was found in all documents.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// The documents that could be read, in the order of the arguments.
    pub(crate) documents: Vec<Examined>,
    /// What kept the command from its work.
    pub(crate) problems: Vec<Problem>,
}

/// A document, and what was found in it and in the files that it refers to.
#[derive(Debug)]
pub(crate) struct Examined {
    /// Its path as it was given.
    pub(crate) path: String,
    /// What was found; what another document before it has as well is only there.
    pub(crate) checked: Checked,
}

/// Something that no document is to blame for.
#[derive(Debug)]
pub(crate) struct Problem {
    /// The document that was asked for.
    pub(crate) path: String,
    /// What went wrong.
    pub(crate) message: String,
}

impl Examined {
    /// How many findings weigh so much.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.checked.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

impl Report {
    /// How many findings weigh so much.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.documents.iter().map(|document| document.count(severity)).sum()
    }

    /// Every finding, with the document that it was found in.
    pub(crate) fn findings(&self) -> impl Iterator<Item = (&Examined, &Finding)> {
        self.documents.iter().flat_map(|document| document.checked.findings.iter().map(move |found| (document, found)))
    }

    fn status(&self) -> Status {
        if !self.problems.is_empty() {
            return Status::Unable;
        }
        if self.count(Severity::Error) > 0 { Status::Faults } else { Status::Fine }
    }
}

/// Checks the documents, and writes what was found.
pub(crate) fn run(check: &Check) -> Status {
    let mut report = examine(&check.files, &check.settings);
    if matches!(check.format, Format::Human) && !check.settings.notes {
        for document in &mut report.documents {
            document.checked.findings.retain(|finding| finding.severity != Severity::Info);
        }
    }
    let colored = check.settings.colored(&io::stdout());
    print(&check.format.write(&report, colored), report.status())
}

fn examine(files: &[String], settings: &Settings) -> Report {
    let mut report = Report::default();
    let options = Options { recommendations: true, ..settings.options.clone() };
    let mut seen = HashSet::new();
    for path in files {
        let problem = |message: String| Problem { path: path.clone(), message };
        if let Err(message) = readable(path) {
            report.problems.push(problem(message));
            continue;
        }
        let mut checked = engine::check(path, &mut Disk::new(""), &options, &settings.load_options());
        report.problems.extend(checked.option_faults.iter().map(|fault| problem(settings.describe(fault))));
        let sources = &checked.sources;
        // Documents share files: a fault in such a file is one fault.
        checked.findings.retain(|finding| {
            let diagnostic = &finding.diagnostic;
            let span = diagnostic.label.span;
            let file = sources.get(span.file).map(|file| file.path().to_owned());
            seen.insert((file, span.start, span.end, diagnostic.code.id, diagnostic.message.clone()))
        });
        report.documents.push(Examined { path: path.clone(), checked });
    }
    report
}

/// Whether there is such a file: a wrong argument is not a fault of a document.
pub(crate) fn readable(path: &str) -> Result<(), String> {
    match std::fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(format!("`{path}` is a folder, not a document")),
        Ok(_) => std::fs::File::open(path).map(drop).map_err(|error| format!("cannot read `{path}`: {error}")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(format!("there is no file `{path}`")),
        Err(error) => Err(format!("cannot read `{path}`: {error}")),
    }
}
