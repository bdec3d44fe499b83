//! A folder per case in `tests/golden/`: `asyncapi.yaml`, `options` where there are some, and `expected.rs`, the code that
//! is generated, formatted. `BLESS=1` writes the latter; read it before you commit it. The package `asyncapi-tests`
//! compiles each under `deny(warnings, missing_docs)`.
//!
//! `options` has a line for each: `side = counterpart`, `types = crate::user`, `match userJoin: type == join`,
//! `channels = a, b`, `operations = a, b`, `rename a = B`, `replace A.b = crate::B`, `derives = ::core::hash::Hash`, `lacking = avro`.
//! `document = ../chat/asyncapi.yaml` takes the document of another case. What the engine warns of goes to `expected.txt`.

#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::render;
use asyncapi_codegen::document::{Disk, LoadOptions};
use asyncapi_codegen::engine::{Checked, generate};
use asyncapi_codegen::options::{Given, Integers, Match, MatchTest, MatchValue, Options, Place, Side};

fn given(text: &str) -> Given<String> {
    Given::new(text.trim().to_owned(), Place::default())
}

fn list(text: &str) -> Vec<Given<String>> {
    text.split(',').map(given).collect()
}

/// `userJoin: type == join`.
fn read_match(text: &str) -> Match {
    let (message, test) = text.split_once(':').expect("`message: property == value`");
    let (path, value) = test.split_once("==").expect("`property == value`");
    let test = MatchTest {
        header: false,
        path: path.trim().split('.').map(str::to_owned).collect(),
        value: MatchValue::String(value.trim().to_owned()),
        place: Place::default(),
    };
    Match { message: given(message), tests: vec![test] }
}

fn read_options(folder: &Path) -> (PathBuf, Options) {
    let mut options = Options::default();
    let mut document = folder.join("asyncapi.yaml");
    for line in fs::read_to_string(folder.join("options")).unwrap_or_default().lines() {
        if let Some(condition) = line.strip_prefix("match ") {
            options.matches.push(read_match(condition));
            continue;
        }
        let (key, value) = line.split_once('=').expect("`option = value`");
        match key.trim() {
            "document" => document = folder.join(value.trim()),
            "side" if value.trim() == "counterpart" => options.side = Side::Counterpart,
            "lacking" if value.trim() == "avro" => options.lacking.push("avro"),
            "lacking" if value.trim() == "protobuf" => options.lacking.push("protobuf"),
            "types" => options.types = Some(given(value)),
            "keep_unknown" => options.keep_unknown = value.trim() == "true",
            "validate_all" => options.validate_all = value.trim() == "true",
            "integers" if value.trim() == "i64" => options.integers = Integers::I64,
            "channels" => options.channels = Some(list(value)),
            "operations" => options.operations = Some(list(value)),
            "arbitrary" => options.arbitrary = Some(Given::new(true, Place::default())),
            "derives" => options.derives = list(value),
            key => match (key.strip_prefix("rename "), key.strip_prefix("replace ")) {
                (Some(name), _) => options.rename.push((given(name), given(value))),
                (_, Some(name)) => options.replace.push((given(name), given(value))),
                _ => panic!("no option `{key}`"),
            },
        }
    }
    (document, options)
}

fn said(checked: &Checked) -> String {
    let mut text = String::new();
    for finding in &checked.findings {
        let rendered = render(&checked.sources, &finding.diagnostic);
        writeln!(text, "{}\n", rendered.trim_end()).expect("a string takes everything");
    }
    text
}

/// Compares with the file, or writes it.
fn compare(path: &Path, found: &str, faults: &mut Vec<String>) {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == found {
        return;
    }
    if std::env::var_os("BLESS").is_some() {
        if found.is_empty() {
            fs::remove_file(path).expect("the file can be removed");
        } else {
            fs::write(path, found).expect("the file can be written");
        }
        return;
    }
    let line = expected.lines().zip(found.lines()).take_while(|(left, right)| left == right).count();
    faults.push(format!(
        "{}: line {} is {:?}, expected {:?}",
        path.display(),
        line + 1,
        found.lines().nth(line).unwrap_or_default(),
        expected.lines().nth(line).unwrap_or_default()
    ));
}

#[test]
fn the_code_of_each_case_is_as_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut folders: Vec<PathBuf> =
        fs::read_dir(root).expect("the folder of cases").map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    assert!(folders.len() > 1, "there are cases");
    let mut faults = Vec::new();
    for folder in folders {
        let (document, options) = read_options(&folder);
        let (folder_of, file) = (document.parent().expect("a folder"), document.file_name().expect("a file"));
        let root = quote::quote!(::asyncapi_runtime);
        let file = file.to_str().expect("a name in UTF-8");
        let generated = generate(file, &mut Disk::new(folder_of), &options, &LoadOptions::default(), root);
        let warnings = said(&generated.checked);
        // What a runtime lacks is an error that leaves stubs, which have to compile as well.
        let stubs = !options.lacking.is_empty();
        let Some(tokens) = generated.tokens.filter(|_| stubs || !generated.checked.has_errors()) else {
            faults.push(format!("{}: no code\n{warnings}", folder.display()));
            continue;
        };
        let code = match syn::parse2::<syn::File>(tokens.clone()) {
            Ok(file) => prettyplease::unparse(&file),
            Err(error) => {
                faults.push(format!("{}: {error}\n{tokens}", folder.display()));
                continue;
            }
        };
        compare(&folder.join("expected.rs"), &code, &mut faults);
        compare(&folder.join("expected.txt"), &warnings, &mut faults);
    }
    assert!(faults.is_empty(), "{}\n(BLESS=1 writes what was found)", faults.join("\n"));
}
