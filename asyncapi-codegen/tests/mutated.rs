//! Documents of the corpus, broken at random, through the whole engine: whatever stands in a document, it ends with an
//! answer. `MUTATE_SECONDS=600` goes on for longer, `MUTATE_SEED=7` elsewhere. The document at hand is kept in the target
//! folder, so that one that overflows the stack is there after the crash.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use asyncapi_codegen::diagnostic::render;
use asyncapi_codegen::document::{Disk, Files, LoadOptions};
use asyncapi_codegen::engine::generate;
use asyncapi_codegen::options::Options;

/// No document takes longer than this, on a machine that does something else as well.
const LONGEST: Duration = Duration::from_secs(60);

/// Larger files only cost time.
const LARGEST: usize = 100_000;

/// What documents are made of, and what is dear to parsers.
const TOKENS: [&str; 48] = [
    "$ref: '#'",
    "\"$ref\": \"#\"",
    "$ref: '#/channels'",
    "$ref: '#/components/schemas/a~1b'",
    "allOf:",
    "oneOf:",
    "\"not\": ",
    "anyOf: []",
    "null",
    "true",
    "[]",
    "{}",
    "''",
    "-1",
    "1e400",
    "9223372036854775808",
    "0.1",
    ".inf",
    "&a ",
    "*a",
    "<<: *a",
    "type: object",
    "type: [string, 'null']",
    "enum: []",
    "const: {}",
    "default: ",
    "examples:",
    "- ",
    ": ",
    "\n",
    "  ",
    "\t",
    "asyncapi: 2.0.0",
    "asyncapi: 3.1.0",
    "discriminator: type",
    "pattern: '(a+)+$'",
    "minimum: ",
    "payload:",
    "headers:",
    "schemaFormat: application/vnd.apache.avro;version=1.9.0",
    "traits:",
    "reply:",
    "{a}",
    "\u{0}",
    "\u{feff}",
    "💥",
    "#",
    "/",
];

/// Numbers that look random: xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }

    fn of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

/// The corpus' files on disk, but for the one that is broken.
struct Broken<'t> {
    disk: Disk,
    path: &'t Path,
    bytes: &'t [u8],
}

impl Files for Broken<'_> {
    fn read(&mut self, path: &Path) -> io::Result<Vec<u8>> {
        if path == self.path { Ok(self.bytes.to_vec()) } else { self.disk.read(path) }
    }
}

/// The files that are broken: those of the corpus, if it is there, and the project's own.
fn documents() -> Vec<PathBuf> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = std::env::var_os("ASYNCAPI_CORPUS").map_or(manifest.join("../../shared/corpus"), PathBuf::from);
    let mut open = vec![manifest.join("tests/diagnostics"), manifest.join("tests/golden")];
    open.extend(["documents", "spec-examples", "rule-cases"].map(|folder| corpus.join(folder)));
    let mut found = Vec::new();
    while let Some(path) = open.pop() {
        if let Ok(entries) = std::fs::read_dir(&path) {
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|it| it == "yaml" || it == "yml" || it == "json") {
            found.push(path);
        }
    }
    found.retain(|path| std::fs::metadata(path).is_ok_and(|file| file.len() < LARGEST as u64));
    found.sort();
    found
}

/// The lines of a block: one line, and those below it that are further to the right.
fn block(lines: &[&[u8]], at: usize) -> usize {
    let indent = |line: &[u8]| line.iter().take_while(|byte| **byte == b' ').count();
    let own = indent(lines[at]);
    at + 1 + lines[at + 1..].iter().take_while(|line| line.len() <= 1 || indent(line) > own).count()
}

fn mutate(document: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    let at = random.below(document.len());
    let end = (at + 1 + random.below(40)).min(document.len());
    match random.below(10) {
        0 if !document.is_empty() => document[at] ^= 1 << random.below(8),
        1 => drop(document.drain(at..end)),
        2 => {
            let copy = document[at..end].to_vec();
            let to = random.below(document.len());
            document.splice(to..to, copy);
        }
        3 | 4 => drop(document.splice(at..at, random.of(&TOKENS).bytes())),
        5 => {
            let from = random.below(other.len());
            let part = other[from..(from + 1 + random.below(200)).min(other.len())].to_vec();
            document.splice(at..at, part);
        }
        kind => blocks(document, other, random, kind),
    }
}

/// Takes a whole block of lines out, doubles it, or puts one of another place or document into its place.
fn blocks(document: &mut Vec<u8>, other: &[u8], random: &mut Random, kind: usize) {
    let source = if kind == 9 { other.to_vec() } else { document.clone() };
    let given: Vec<&[u8]> = source.split_inclusive(|byte| *byte == b'\n').collect();
    let own = document.clone();
    let lines: Vec<&[u8]> = own.split_inclusive(|byte| *byte == b'\n').collect();
    if lines.is_empty() || given.is_empty() {
        return;
    }
    let (at, from) = (random.below(lines.len()), random.below(given.len()));
    let indent = lines[at].iter().take_while(|byte| **byte == b' ').count();
    let moved = given[from..block(&given, from)].concat();
    // Put where it stands right, it is more than a fault of the text.
    let moved =
        if random.below(2) == 0 { moved } else { [b" ".repeat(indent), moved.trim_ascii_start().to_vec()].concat() };
    let end = match kind {
        6 => block(&lines, at),
        7 => at,
        _ if random.below(2) == 0 => block(&lines, at),
        _ => at + 1,
    };
    let put = if kind == 6 { Vec::new() } else { moved };
    *document = [lines[..at].concat(), put, lines[end..].concat()].concat();
}

fn run(path: &Path, bytes: &[u8]) {
    let (folder, name) = (path.parent().expect("a folder"), Path::new(path.file_name().expect("a name")));
    let mut files = Broken { disk: Disk::new(folder), path: name, bytes };
    let options = Options { recommended: true, ..Options::default() };
    let name = name.to_str().expect("a name in UTF-8");
    let generated = generate(name, &mut files, &options, &LoadOptions::default(), quote::quote!(::asyncapi_runtime));
    for finding in generated.checked.findings.iter().take(20) {
        drop(render(&generated.checked.sources, &finding.diagnostic));
    }
    let speaks = !generated.checked.findings.is_empty();
    assert!(generated.tokens.is_some() && !generated.checked.has_errors() || speaks, "nothing, and nobody says why");
}

#[test]
fn broken_documents_get_an_answer() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let time = Duration::from_secs(number("MUTATE_SECONDS").unwrap_or(5));
    let seed = number("MUTATE_SEED").unwrap_or(1);
    let documents = documents();
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutated");
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let begun = Instant::now();
    let mut count = 0;
    while begun.elapsed() < time {
        let path = random.of(&documents).clone();
        let mut bytes = std::fs::read(&path).expect("a document");
        let other = std::fs::read(random.of(&documents)).expect("a document");
        for _ in 0..1 + random.below(6) {
            mutate(&mut bytes, &other, &mut random);
            bytes.truncate(2 * LARGEST);
        }
        std::fs::write(&kept, &bytes).expect("the target folder can be written");
        let (done, wait) = mpsc::channel();
        let (at, broken) = (path.clone(), bytes);
        let worker = std::thread::spawn(move || {
            run(&at, &broken);
            done.send(()).expect("somebody waits");
        });
        let place = format!("{} as in {} (MUTATE_SEED={seed}, document {count})", path.display(), kept.display());
        match wait.recv_timeout(LONGEST) {
            Ok(()) => worker.join().expect("it was done"),
            Err(mpsc::RecvTimeoutError::Timeout) => panic!("no answer in {LONGEST:?}: {place}"),
            Err(mpsc::RecvTimeoutError::Disconnected) => panic!("a panic: {place}"),
        }
        count += 1;
    }
    println!("{count} documents in {:?}", begun.elapsed());
    assert!(count > 0);
}
