//! Arguments → the documents that they mean: files, folders, patterns, and `-` for the standard input.
//!
//! Invariant of the output: in the order of the arguments, within a folder in the order of the paths, each file once.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::glob::Pattern;

/// How the standard input is named as an argument, and in what is found in it.
pub(crate) const STDIN: &str = "-";

/// Folders that hold what others made. Those whose names begin with a dot are passed over, too.
const PASSED_OVER: [&str; 2] = ["node_modules", "target"];

/// No document is larger.
const MOST_BYTES: u64 = 1 << 28;

/// What the arguments mean.
#[derive(Debug, Default)]
pub(crate) struct Discovered {
    /// The documents.
    pub(crate) paths: Vec<String>,
    /// How many files of folders and patterns are no AsyncAPI documents.
    pub(crate) skipped: usize,
    /// Whether a folder or a pattern was among the arguments.
    pub(crate) searched: bool,
    /// What kept from looking: argument and message.
    pub(crate) problems: Vec<(String, String)>,
}

/// Finds the documents.
pub(crate) fn discover(arguments: &[String]) -> Discovered {
    let mut search = Search::default();
    for argument in arguments {
        search.argument(argument);
    }
    search.found
}

/// Whether there is such a file: a wrong argument is not a fault of a document.
pub(crate) fn readable(path: &str) -> Result<(), String> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(format!("`{path}` is a folder, not a document")),
        Ok(_) => File::open(path).map(drop).map_err(|error| format!("cannot read `{path}`: {error}")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(format!("there is no file `{path}`")),
        Err(error) => Err(format!("cannot read `{path}`: {error}")),
    }
}

#[derive(Default)]
struct Search {
    found: Discovered,
    seen: HashSet<String>,
}

impl Search {
    fn argument(&mut self, argument: &str) {
        if argument == STDIN {
            self.add(argument.to_owned());
        } else if fs::metadata(argument).is_ok_and(|found| found.is_dir()) {
            self.found.searched = true;
            let before = (self.found.paths.len(), self.found.problems.len());
            self.folder(Path::new(argument), &|_| true);
            if before == (self.found.paths.len(), self.found.problems.len()) {
                let message = format!("there is no AsyncAPI document in `{argument}` that was not named before");
                self.found.problems.push((argument.to_owned(), message));
            }
        } else if !Path::new(argument).exists() && Pattern::is_one(argument) {
            self.pattern(argument);
        } else if let Err(message) = readable(argument) {
            self.found.problems.push((argument.to_owned(), message));
        } else {
            self.add(argument.to_owned());
        }
    }

    /// As the shell would have done it; for quoted patterns, for `**`, and where there is no such shell.
    fn pattern(&mut self, argument: &str) {
        self.found.searched = true;
        let pattern = Pattern::of(argument);
        let before = (self.found.paths.len(), self.found.skipped, self.found.problems.len());
        self.folder(&pattern.folder(), &|path| pattern.fits(path));
        if before == (self.found.paths.len(), self.found.skipped, self.found.problems.len()) {
            self.found.problems.push((argument.to_owned(), format!("no file fits `{argument}`")));
        }
    }

    fn folder(&mut self, folder: &Path, wanted: &dyn Fn(&str) -> bool) {
        // A list and not a recursion: folders may be deep. The last is the next.
        let mut waiting = vec![(folder.to_owned(), true)];
        while let Some((path, is_folder)) = waiting.pop() {
            if !is_folder {
                self.candidate(&path, wanted);
                continue;
            }
            let place = if path.as_os_str().is_empty() { Path::new(".") } else { &path };
            match entries(place) {
                Ok(names) => waiting.extend(names.into_iter().rev().map(|(name, is)| (joined(&path, &name), is))),
                Err(error) => {
                    let shown = place.display().to_string();
                    let message = format!("cannot read the folder `{shown}`: {error}");
                    self.found.problems.push((shown, message));
                }
            }
        }
    }

    fn candidate(&mut self, path: &Path, wanted: &dyn Fn(&str) -> bool) {
        let Some(text) = path.to_str() else { return };
        if !wanted(text) {
            return;
        }
        match is_document(path) {
            Ok(true) => self.add(text.to_owned()),
            Ok(false) => self.found.skipped += 1,
            Err(error) => self.found.problems.push((text.to_owned(), format!("cannot read `{text}`: {error}"))),
        }
    }

    fn add(&mut self, path: String) {
        let key = path.strip_prefix("./").unwrap_or(&path).to_owned();
        if self.seen.insert(key) {
            self.found.paths.push(path);
        }
    }
}

/// `./a.yaml` is written `a.yaml`, as everything else writes it.
fn joined(folder: &Path, name: &str) -> PathBuf {
    if folder == Path::new(".") { PathBuf::from(name) } else { folder.join(name) }
}

/// The names in a folder, sorted: those of files that may be documents, and those of folders to be looked into. Links to
/// folders are not followed: they may lead in circles.
fn entries(folder: &Path) -> io::Result<BTreeSet<(String, bool)>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let kind = entry.file_type()?;
        let is_passed_over = name.starts_with('.') || PASSED_OVER.contains(&name.as_str());
        if kind.is_dir() && !is_passed_over {
            found.insert((name, true));
        } else if !kind.is_dir() && may_be_document(&name) && entry.path().is_file() {
            found.insert((name, false));
        }
    }
    Ok(found)
}

fn may_be_document(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    matches!(extension.as_deref(), Some("yaml" | "yml" | "json"))
}

fn is_document(path: &Path) -> io::Result<bool> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(has_root_key(&String::from_utf8_lossy(&bytes)))
}

const KEY: &str = "asyncapi";

/// Whether the root of a YAML or JSON text has the key `asyncapi`. By its shape alone, so that a text with faults is told
/// from one of another kind.
pub(crate) fn has_root_key(text: &str) -> bool {
    if !text.contains(KEY) {
        return false;
    }
    let text = text.trim_start_matches('\u{feff}');
    let is_matter = |line: &&str| !line.is_empty() && !line.starts_with(['#', '%', '\t']) && *line != "---";
    let first = text.lines().map(str::trim).find(is_matter).unwrap_or_default();
    if first.trim_start_matches("--- ").starts_with('{') { in_flow(text) } else { in_block(text) }
}

/// A line that begins with the key, as far to the right as the first one.
fn in_block(text: &str) -> bool {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut column = None;
    text.lines().any(|line| {
        let words = line.trim();
        if words.is_empty() || words.starts_with(['#', '%']) || line.starts_with("---") {
            return false;
        }
        *column.get_or_insert(indent(line)) == indent(line) && begins_with_key(words)
    })
}

fn begins_with_key(text: &str) -> bool {
    let after = ["\"", "'", ""].iter().find_map(|quote| {
        text.strip_prefix(quote).and_then(|text| text.strip_prefix(KEY)).and_then(|text| text.strip_prefix(quote))
    });
    after.is_some_and(|after| after.trim_start().starts_with(':'))
}

/// The key in the outermost braces.
fn in_flow(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut quote = None;
    let mut escaped = false;
    let mut at_key = false;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(end) = quote {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if end == b'"' => escaped = true,
                _ if byte == end => quote = None,
                _ => {}
            }
            continue;
        }
        if depth == 1 && at_key && !byte.is_ascii_whitespace() {
            if text.get(at..).is_some_and(begins_with_key) {
                return true;
            }
            at_key = false;
        }
        match byte {
            b'"' | b'\'' => quote = Some(byte),
            b'{' | b'[' => {
                depth += 1;
                at_key = depth == 1;
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 1 => at_key = true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_known_by_the_key_of_their_root() {
        for text in [
            "asyncapi: 3.0.0\n",
            "# asyncapi\n---\n'asyncapi' : 3.0.0",
            "\u{feff}{\"info\": {\"a}\": \"\\\"\"}, \"asyncapi\": \"3.0.0\"}",
            "{asyncapi: 3.0.0}",
            "info:\n  x: [\nasyncapi: 2.0.0\n",
            "  info: {}\n  asyncapi: 2.6.0\n",
            "{\n  \"asyncapi\": \"2.0.0\", ",
        ] {
            assert!(has_root_key(text), "{text}");
        }
        for text in [
            "",
            "openapi: 3.0.0\ninfo: { title: asyncapi }\n",
            "x:\n  asyncapi: 3.0.0\n",
            "{\"x\": {\"asyncapi\": \"3.0.0\"}, \"y\": \"asyncapi\"}",
            "asyncapis: 1\n",
            "- asyncapi: 3.0.0\n",
            "# asyncapi: 3.0.0\n",
            "{\"x\": \", asyncapi: 3\"}",
        ] {
            assert!(!has_root_key(text), "{text}");
        }
    }
}
