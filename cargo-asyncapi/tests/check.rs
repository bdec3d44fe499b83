//! `check` on folders, patterns and the standard input.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test")]

mod kit;

use kit::{FAULTY, Folder, json, sound, status, stderr, stdout};

fn tree(test: &str) -> Folder {
    let sound = sound();
    let files = [
        ("b/faulty.yaml", FAULTY),
        ("a/sound.yml", &sound),
        ("a/other.yaml", "openapi: 3.0.0\n"),
        ("a/deep/er/worse.json", "{\"asyncapi\": \"3.0.0\", \"info\": 1}"),
        ("notes.txt", "asyncapi: 3.1.0"),
        ("target/x.yaml", FAULTY),
        ("node_modules/x.yaml", FAULTY),
        (".hidden/x.yaml", FAULTY),
    ];
    Folder::new(test, &files)
}

#[test]
fn a_folder() {
    let folder = tree("folder");
    let output = folder.run(&["check", "."]);
    assert_eq!((status(&output), stderr(&output)), (1, ""), "{}", stdout(&output));
    let text = stdout(&output);
    let end = text.rsplit("\n\n").next().expect("a summary");
    let (checked, rest) = end.split_once(" in ").expect("the time");
    assert_eq!(checked, "3 documents checked");
    assert!(rest.ends_with(" (1 other file skipped: not AsyncAPI)\n"), "{rest}");
    let worse = text.find("--> a/deep/er/worse.json").expect("one document");
    let faulty = text.find("--> b/faulty.yaml").expect("the other");
    assert!(worse < faulty, "in the order of the paths:\n{text}");
    assert!(text.contains("most was found in\n  a/deep/er/worse.json: 1 error\n  b/faulty.yaml: 1 error\n"), "{text}");
}

#[test]
fn the_same_each_time_and_each_file_once() {
    let folder = tree("once");
    let arguments = ["check", "--format", "json", "b/faulty.yaml", ".", "a", "./a/sound.yml"];
    let first = folder.run(&arguments);
    let report = json(&first);
    let paths: Vec<_> = report["documents"].as_array().expect("a list").iter().map(|one| one["path"].clone()).collect();
    assert_eq!(paths, ["b/faulty.yaml", "a/deep/er/worse.json", "a/sound.yml"]);
    // Of `a`, all was named before.
    assert_eq!(report["problems"].as_array().map(Vec::len), Some(1));
    for _ in 0..5 {
        assert_eq!(stdout(&folder.run(&arguments)), stdout(&first));
    }
}

#[test]
fn patterns() {
    let folder = tree("patterns");
    let output = folder.run(&["check", "--format", "json", "**/*.y?ml", "a/*.yml"]);
    assert_eq!(status(&output), 1);
    let report = json(&output);
    assert_eq!(report["documents"].as_array().map(Vec::len), Some(2));
    assert_eq!(report["skipped"], 1);
    let output = folder.run(&["check", "x/*.yaml"]);
    assert_eq!(status(&output), 2);
    assert!(stdout(&output).contains("cannot read the folder `x`"), "{}", stdout(&output));
    let output = folder.run(&["check", "a/*.md"]);
    assert!(stdout(&output).contains("no file fits `a/*.md`"), "{}", stdout(&output));
}

#[test]
fn a_folder_without_documents() {
    let folder = Folder::new("none", &[("a/x.yaml", "openapi: 3.0.0")]);
    let output = folder.run(&["check", "a"]);
    assert_eq!(status(&output), 2);
    assert!(stdout(&output).contains("error: there is no AsyncAPI document in `a`"), "{}", stdout(&output));
}

#[test]
fn the_standard_input() {
    let folder = Folder::new("stdin", &[("part.yaml", "type: string\n")]);
    let output = folder.run_with(&["check", "-"], FAULTY);
    assert_eq!(status(&output), 1);
    assert!(stdout(&output).contains("  --> -:12:38\n"), "{}", stdout(&output));
    assert!(stdout(&output).ends_with("\n-: 1 error\n"), "{}", stdout(&output));
    // References are relative to the current folder.
    let text = sound().replace("{ type: string }", "{ $ref: part.yaml }");
    let output = folder.run_with(&["check", "-"], &text);
    assert_eq!((stdout(&output), status(&output)), ("-: no faults\n", 0));
}

#[test]
fn copies_of_what_is_on_the_network() {
    let text = sound().replace("{ type: string }", "{ $ref: 'https://host/v1/part.yaml#/text' }");
    let files = [
        ("chat.yaml", text.as_str()),
        ("vendor/part.yaml", "text: { $ref: more.yaml }\n"),
        ("vendor/more.yaml", "type: string\n"),
    ];
    let folder = Folder::new("copies", &files);
    for copy in ["https://host/v1/part.yaml=vendor/part.yaml", "https://host/v1/=vendor"] {
        let output = folder.run(&["check", "--ref", copy, "chat.yaml"]);
        assert_eq!((stdout(&output), status(&output)), ("chat.yaml: no faults\n", 0));
    }
    let output = folder.run(&["check", "--ref", "https://host/v2/=vendor", "chat.yaml"]);
    assert_eq!(status(&output), 1);
    assert!(stdout(&output).contains("`--ref https://host/v1/part.yaml=path/to/copy`"), "{}", stdout(&output));
}

#[test]
fn many_documents_in_one_log() {
    let names: Vec<String> = (0..600).map(|at| format!("many/{at:03}.yaml")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), FAULTY)).collect();
    let folder = Folder::new("many", &files);
    let output = folder.run(&["check", "--format", "sarif", "many"]);
    assert_eq!(status(&output), 1);
    let log = json(&output);
    let runs = log["runs"].as_array().expect("runs");
    assert_eq!(runs.len(), 1);
    let results = runs[0]["results"].as_array().expect("results");
    let uris =
        results.iter().map(|result| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone());
    assert_eq!(uris.collect::<Vec<_>>(), names);
}
