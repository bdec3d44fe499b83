//! Runs the command as a user does, and looks at what it says and how it ends.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test")]

mod kit;

use std::fs;

use kit::{FAULTY, Folder, json, sound, status, stderr, stdout};

#[test]
fn a_sound_document() {
    let folder = Folder::new("sound", &[("chat.yaml", &sound())]);
    for arguments in [&["check", "chat.yaml"][..], &["asyncapi", "check", "chat.yaml"]] {
        let output = folder.run(arguments);
        assert_eq!((stdout(&output), stderr(&output), status(&output)), ("chat.yaml: no faults\n", "", 0));
    }
}

#[test]
fn a_fault_for_people() {
    let folder = Folder::new("human", &[("chat.yaml", FAULTY)]);
    let output = folder.run(&["check", "chat.yaml"]);
    assert_eq!(status(&output), 1);
    assert_eq!(
        stdout(&output),
        "\
error: asyncapi[A0104]: operation `say` refers to a message that channel `chat` does not have
  --> chat.yaml:12:38
   |
12 |     messages: [{ summary: '\u{1F600}', $ref: '#/channels/chat/messages/helo' }]
   |                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not defined
   = help: did you mean `#/channels/chat/messages/hello`?

chat.yaml: 1 error
"
    );
    let colored = folder.run(&["check", "--color=always", "chat.yaml"]);
    assert!(stdout(&colored).starts_with("\u{1b}[1;31merror\u{1b}[0m"), "{}", stdout(&colored));
}

#[test]
fn several_documents_share_a_file_with_a_fault() {
    let main = "\
asyncapi: 3.1.0
info: { title: Chat, version: 1.0.0 }
channels:
  chat: { $ref: 'shared.yaml#/chat' }
";
    let shared = "chat: { adress: / }\n";
    let folder = Folder::new("several", &[("a.yaml", main), ("b.yaml", main), ("shared.yaml", shared)]);
    let output = folder.run(&["check", "a.yaml", "b.yaml"]);
    assert_eq!(status(&output), 1);
    assert_eq!(stdout(&output).matches("shared.yaml:1:9").count(), 1, "{}", stdout(&output));
    assert!(stdout(&output).ends_with("\n2 documents checked: 1 error\n"), "{}", stdout(&output));
}

#[test]
fn a_fault_as_json() {
    let folder = Folder::new("json", &[("chat.yaml", FAULTY)]);
    let output = folder.run(&["check", "--format", "json", "chat.yaml"]);
    assert_eq!(status(&output), 1);
    let report = json(&output);
    assert_eq!(report["version"], 1);
    assert_eq!(
        report["documents"],
        serde_json::json!([{ "path": "chat.yaml", "errors": 1, "warnings": 0, "infos": 0 }])
    );
    assert_eq!(report["problems"], serde_json::json!([]));
    let finding = &report["findings"][0];
    assert_eq!(finding["code"], "A0104");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["document"], "chat.yaml");
    let (start, end) = (FAULTY.find("'#/channels/chat/messages/helo'").expect("the fault"), 31);
    let place = serde_json::json!({
        "file": "chat.yaml",
        "start": { "line": 12, "column": 38, "offset": start },
        "end": { "line": 12, "column": 38 + end, "offset": start + end },
    });
    assert_eq!(finding["label"], serde_json::json!({ "place": place, "text": "not defined" }));
    assert_eq!(finding["help"][0], "did you mean `#/channels/chat/messages/hello`?");
    assert!(finding["rendered"].as_str().is_some_and(|text| text.starts_with("error: asyncapi[A0104]: ")));
}

#[test]
fn a_fault_for_github() {
    let folder = Folder::new("github", &[("a,b.yaml", FAULTY)]);
    let output = folder.run(&["check", "--format=github", "a,b.yaml"]);
    assert_eq!(status(&output), 1);
    assert_eq!(
        stdout(&output),
        "::error file=a%2Cb.yaml,line=12,endLine=12,col=38,endColumn=69,title=asyncapi[A0104]::operation `say` refers \
         to a message that channel `chat` does not have: not defined%0Ahelp: did you mean \
         `#/channels/chat/messages/hello`?\n"
    );
}

#[test]
fn a_fault_as_sarif() {
    let twice = FAULTY.replace("operations:", "info: {}\noperations:");
    let folder = Folder::new("sarif", &[("a chat.yaml", FAULTY), ("twice.yaml", &twice)]);
    let output = folder.run(&["check", "--format", "sarif", "a chat.yaml", "twice.yaml"]);
    assert_eq!(status(&output), 1);
    let log = json(&output);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    let results = run["results"].as_array().expect("results");
    for result in results {
        let index = result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok()).expect("an index");
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
    }
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20chat.yaml");
    // The emoji counts twice.
    let region = serde_json::json!({ "startLine": 12, "startColumn": 39, "endLine": 12, "endColumn": 70 });
    assert_eq!(place["region"], region);
    let duplicate = results.iter().find(|result| result["ruleId"] == "A0004").expect("the key that stands twice");
    assert_eq!(duplicate["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 2);
}

#[test]
fn arguments_and_files_that_are_wrong() {
    let folder = Folder::new("wrong", &[("chat.yaml", FAULTY)]);
    let cases: [(&[&str], &str); 12] = [
        (&[], "error: which command?\n\nUsage: cargo asyncapi check"),
        (&["chek"], "error: there is no command `chek`; did you mean `check`?\nthe commands are check, bundle,"),
        (&["check"], "error: which document?"),
        (&["check", "--fromat", "json", "chat.yaml"], "error: there is no option `--fromat`; did you mean `--format`?"),
        (&["check", "--format", "jsn", "chat.yaml"], "error: --format takes `human`, `json`, `github`, `sarif`, not"),
        (&["check", "chat.yaml", "--format"], "error: missing argument for option '--format'"),
        (&["expand", "chat.yaml", "b.yaml"], "error: `expand` takes one document, not 2: chat.yaml, b.yaml"),
        (&["expand", "--side", "counterprt", "chat.yaml"], "error: --side takes `application`, `counterpart`, not"),
        (&["expand", "--types", "crate:user", "chat.yaml"], "error: --types takes a Rust path"),
        (&["expand", "--match", "userJoin", "chat.yaml"], "error: --match takes an entry such as"),
        (&["expand", "nothing.yaml"], "error: there is no file `nothing.yaml`"),
        (&["explain", "A9999"], "error: there is no code `A9999`"),
    ];
    for (arguments, expected) in cases {
        let output = folder.run(arguments);
        assert!(stderr(&output).starts_with(expected), "{arguments:?}: {}", stderr(&output));
        assert_eq!((stdout(&output), status(&output)), ("", 2), "{arguments:?}");
    }
}

#[test]
fn an_unreadable_file_does_not_hide_the_others() {
    let folder = Folder::new("unreadable", &[("chat.yaml", FAULTY)]);
    let human = folder.run(&["check", "nothing.yaml", ".", "chat.yaml"]);
    assert_eq!(status(&human), 2);
    let text = stdout(&human);
    for part in ["A0104", "error: there is no file `nothing.yaml`", ": 2 errors"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let log = json(&folder.run(&["check", "--format", "sarif", "nothing.yaml"]));
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["toolExecutionNotifications"][0]["message"]["text"], "there is no file `nothing.yaml`");
    let report = json(&folder.run(&["check", "--format", "json", "nothing.yaml"]));
    assert_eq!(report["problems"][0]["document"], "nothing.yaml");
}

#[test]
fn explanations() {
    let folder = Folder::new("explain", &[]);
    for code in ["A0104", "a0104", "asyncapi[A0104]"] {
        let output = folder.run(&["explain", code]);
        assert_eq!(status(&output), 0);
        assert!(stdout(&output).starts_with("A0104 (error): "), "{}", stdout(&output));
    }
    let all = folder.run(&["explain"]);
    assert!(stdout(&all).lines().any(|line| line.starts_with("A0004  error    ")), "{}", stdout(&all));
}

#[test]
fn help_and_version() {
    let folder = Folder::new("help", &[]);
    for (arguments, part) in [
        (&["--help"][..], "Exit status: 0 nothing is wrong"),
        (&["help", "check"], "--format FORMAT"),
        (&["check", "-h"], "--format FORMAT"),
        (&["expand", "--help"], "--runtime PATH"),
        (&["explain", "--help"], "all are listed"),
        (&["--version"], concat!("cargo-asyncapi ", env!("CARGO_PKG_VERSION"))),
    ] {
        let output = folder.run(arguments);
        assert!(stdout(&output).contains(part), "{arguments:?}: {}", stdout(&output));
        assert!(stdout(&output).lines().all(|line| line.chars().count() <= 80), "{arguments:?}");
        assert_eq!((stderr(&output), status(&output)), ("", 0));
    }
}

#[test]
fn references_do_not_leave_the_folder_unless_allowed() {
    let document =
        "asyncapi: 3.1.0\ninfo: { title: A, version: '1' }\nchannels: { a: { $ref: '../shared.yaml#/a' } }\n";
    let folder = Folder::new("outside", &[("shared.yaml", "a: { address: a }\n")]);
    fs::create_dir(folder.0.join("api")).expect("a folder");
    fs::write(folder.0.join("api/a.yaml"), document).expect("a file");
    assert_eq!(status(&folder.run(&["check", "api/a.yaml"])), 1);
    assert_eq!(status(&folder.run(&["check", "--allow-outside", "api/a.yaml"])), 0);
    assert_eq!(status(&folder.run(&["check", "--root", ".", "api/a.yaml"])), 0);
}

#[test]
fn a_wrong_document_yields_no_code() {
    let folder = Folder::new("expand-faulty", &[("chat.yaml", FAULTY)]);
    let output = folder.run(&["expand", "chat.yaml"]);
    assert_eq!((stdout(&output), status(&output)), ("", 1));
    assert!(stderr(&output).starts_with("error: asyncapi[A0104]: "), "{}", stderr(&output));
}

#[test]
fn a_document_as_code() {
    let folder = Folder::new("expand", &[("chat.yaml", &sound())]);
    let output = folder.run(&["expand", "chat.yaml"]);
    assert_eq!((stderr(&output), status(&output)), ("", 0));
    let code = stdout(&output);
    syn::parse_file(code).expect("Rust");
    assert!(code.starts_with("// What `asyncapi!` generates from `chat.yaml`.\n\n"), "{code}");
    assert!(code.contains("use ::asyncapi_runtime::") && code.contains("pub struct Client"), "{code}");
    assert!(code.contains("pub trait Sender"), "{code}");

    let other = folder.run(&["expand", "--side", "counterpart", "--runtime", "crate::runtime", "chat.yaml"]);
    let code = stdout(&other);
    assert!(code.contains("use crate::runtime::") && code.contains("pub trait Receiver"), "{code}");
}

#[test]
fn an_option_that_matches_nothing() {
    let folder = Folder::new("option", &[("chat.yaml", &sound())]);
    let output = folder.run(&["expand", "--channel", "chta", "chat.yaml"]);
    assert_eq!((stdout(&output), status(&output)), ("", 2));
    assert!(stderr(&output).starts_with("error: --channel chta: "), "{}", stderr(&output));
    assert!(stderr(&output).contains("`chat`"), "{}", stderr(&output));
    let output = folder.run(&["check", "--match", "helo: type == 1", "chat.yaml"]);
    assert_eq!(status(&output), 2);
    assert!(stdout(&output).starts_with("error: --match helo: type == 1: "), "{}", stdout(&output));
}

#[test]
fn help_fits_into_80_columns() {
    let folder = Folder::new("columns", &[]);
    for command in ["help", "check", "bundle", "upgrade", "expand", "explain"] {
        let output = folder.run(&["help", command]);
        assert_eq!(status(&output), 0, "{command}");
        let wide = stdout(&output).lines().find(|line| line.chars().count() > 80);
        assert_eq!(wide, None, "{command}");
    }
}
