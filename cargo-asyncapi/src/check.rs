//! `check PATH…`: every fault of every document.
//!
//! Documents are checked in parallel; what was found in each is written out in order as soon as those before it are done,
//! and then forgotten, but for a line of its numbers.

use std::collections::HashSet;
use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use asyncapi_codegen::diagnostic::Severity;
use asyncapi_codegen::document::{Disk, Files};
use asyncapi_codegen::engine::{self, Checked};
use asyncapi_codegen::options::Options;

use crate::arguments::Check;
use crate::discover::{Discovered, STDIN, discover};
use crate::parallel::in_order;
use crate::{Status, unable};

/// What was found in all documents, in numbers.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// The documents that could be read, in the order of the arguments.
    pub(crate) documents: Vec<Examined>,
    /// What kept the command from its work.
    pub(crate) problems: Vec<Problem>,
    /// How many files were looked at that are no AsyncAPI documents.
    pub(crate) skipped: usize,
    /// Whether documents were searched for.
    pub(crate) searched: bool,
    /// How long it took.
    pub(crate) time: Duration,
}

/// A document, and how much was found in it and in the files that it refers to.
#[derive(Debug)]
pub(crate) struct Examined {
    /// Its path as it was given.
    pub(crate) path: String,
    /// The weight of each finding; what another document before it has as well is only there.
    pub(crate) severities: Vec<Severity>,
}

/// Something that no document is to blame for.
#[derive(Debug)]
pub(crate) struct Problem {
    /// The document that was asked for.
    pub(crate) path: String,
    /// What went wrong.
    pub(crate) message: String,
}

/// What was found in one document, in the form in which it is written.
struct Written {
    path: String,
    findings: Vec<WrittenFinding>,
    problems: Vec<String>,
    is_checked: bool,
}

struct WrittenFinding {
    /// What makes it the same finding in another document.
    identity: (Option<String>, u32, u32, &'static str, String),
    severity: Severity,
    text: String,
}

impl Examined {
    /// How many findings weigh so much.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.severities.iter().filter(|found| **found == severity).count()
    }
}

impl Report {
    /// How many findings weigh so much.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.documents.iter().map(|document| document.count(severity)).sum()
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
    let start = Instant::now();
    let Discovered { paths, skipped, searched, problems } = discover(&check.files);
    let stdin = match paths.iter().any(|path| path == STDIN).then(read_stdin).transpose() {
        Ok(bytes) => bytes.unwrap_or_default(),
        Err(error) => return unable(&format!("cannot read the standard input: {error}")),
    };
    let problems = problems.into_iter().map(|(path, message)| Problem { path, message }).collect();
    let mut report = Report { skipped, searched, problems, ..Report::default() };
    let colored = check.settings.colored(&io::stdout());
    let mut out = Out { stream: io::BufWriter::new(io::stdout().lock()), fault: None };
    out.write(&check.format.head());
    let mut seen = HashSet::new();
    let mut is_first = true;
    in_order(
        &paths,
        |path| examine(path, &stdin, check, colored),
        |written| {
            let mut severities = Vec::new();
            for finding in written.findings {
                // Documents share files: a fault in such a file is one fault.
                if seen.insert(finding.identity) {
                    out.write(check.format.between(is_first));
                    out.write(&finding.text);
                    severities.push(finding.severity);
                    is_first = false;
                }
            }
            let path = &written.path;
            report.problems.extend(written.problems.into_iter().map(|message| Problem { path: path.clone(), message }));
            if written.is_checked {
                report.documents.push(Examined { path: written.path, severities });
            }
        },
    );
    report.time = start.elapsed();
    out.write(&check.format.tail(&report));
    out.end(report.status())
}

fn read_stdin() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Checks one document. A panic of the engine is a fault of the engine: the other documents are checked all the same.
fn examine(path: &str, stdin: &[u8], check: &Check, colored: bool) -> Written {
    let settings = &check.settings;
    let work = || {
        let mut files = Input { disk: Disk::new(""), stdin };
        // Whoever asks is told what could be better, too.
        let options = Options { recommended: true, ..settings.options.clone() };
        engine::check(path, &mut files, &options, &settings.load_options())
    };
    let mut written = Written { path: path.to_owned(), findings: Vec::new(), problems: Vec::new(), is_checked: false };
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(checked) => {
            written.is_checked = true;
            written.problems = checked.option_faults.iter().map(|fault| settings.describe(fault)).collect();
            written.findings = write_findings(path, &checked, check, colored);
        }
        Err(_) => {
            written.problems.push(format!("`{path}` cannot be checked: a fault of cargo-asyncapi, please report it"));
        }
    }
    written
}

fn write_findings(path: &str, checked: &Checked, check: &Check, colored: bool) -> Vec<WrittenFinding> {
    let sources = &checked.sources;
    let write = |finding: &engine::Finding| {
        let diagnostic = &finding.diagnostic;
        let span = diagnostic.label.span;
        let file = sources.get(span.file).map(|file| file.path().to_owned());
        WrittenFinding {
            identity: (file, span.start, span.end, diagnostic.code.id, diagnostic.message.clone()),
            severity: finding.severity,
            text: check.format.finding(path, sources, finding, colored),
        }
    };
    checked.findings.iter().map(write).collect()
}

/// The disk, and the standard input under the name `-`.
pub(crate) struct Input<'a> {
    pub(crate) disk: Disk,
    pub(crate) stdin: &'a [u8],
}

impl Files for Input<'_> {
    fn read(&mut self, path: &Path) -> io::Result<Vec<u8>> {
        if path == Path::new(STDIN) { Ok(self.stdin.to_vec()) } else { self.disk.read(path) }
    }

    fn canonical(&mut self, path: &Path) -> io::Result<PathBuf> {
        self.disk.canonical(path)
    }

    fn place_of(&self, path: &Path) -> PathBuf {
        self.disk.place_of(path)
    }
}

/// The standard output, until it takes no more.
struct Out<W> {
    stream: W,
    fault: Option<io::Error>,
}

impl<W: Write> Out<W> {
    fn write(&mut self, text: &str) {
        if self.fault.is_none() {
            self.fault = self.stream.write_all(text.as_bytes()).err();
        }
    }

    fn end(mut self, status: Status) -> Status {
        match self.fault.take().or_else(|| self.stream.flush().err()) {
            // Whoever reads has enough, as `head` does.
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => unable(&format!("cannot write: {error}")),
            _ => status,
        }
    }
}
