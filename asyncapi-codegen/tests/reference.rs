//! `docs/diagnostics.md` says what the catalogue and the blessed cases say. `BLESS=1` writes it.

#![allow(clippy::expect_used, reason = "a test")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::catalogue::CATALOGUE;
use asyncapi_codegen::diagnostic::{Code, Severity};

/// What the codes that begin with it are about.
const STAGES: [(&str, &str); 8] = [
    ("A00", "The text of a file"),
    ("A01", "Structure and references"),
    ("A02", "Rules"),
    ("A03", "Lints"),
    ("A04", "Types"),
    ("A05", "Other schema formats"),
    ("A06", "Recommendations"),
    ("A07", "Protobuf"),
];

const HEAD: &str = "# Diagnostics

Every message of `asyncapi!` and of `cargo asyncapi check` has a code. This is the list of them: what is wrong, why, how it
is mended, and an example. It is generated from the catalogue and from `asyncapi-codegen/tests/diagnostics`.

Codes of errors cannot be silenced. Lints never stop a build by themselves: `allow = [A0301]` or
`warnings = \"allow\"` silences them, `deny = [A0301]` makes them errors. Recommendations, A06xx, are said by the command
alone, unless `deny` names them; `recommended` stands for all of them.
";

/// Longer examples are left to the folder.
const MOST_LINES: usize = 40;

fn manifest() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The first case of a code that is text of some lines: the document, and what is said about it.
fn example(code: &Code) -> Option<(String, String, &'static str)> {
    let entries = fs::read_dir(manifest().join("tests/diagnostics")).expect("the folder of cases is there");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    folders.retain(|folder| {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.strip_prefix(code.id).is_some_and(|rest| rest.starts_with('-'))
    });
    folders.sort();
    folders.iter().find_map(|folder| {
        let said = fs::read_to_string(folder.join("expected.txt")).ok()?;
        let (document, language) = ["yaml", "json"].into_iter().find_map(|language| {
            Some((fs::read_to_string(folder.join(format!("asyncapi.{language}"))).ok()?, language))
        })?;
        let shown = document.lines().count() <= MOST_LINES && !document.contains("```") && !document.contains('\r');
        let plain = document.chars().all(|char| char == '\n' || !char.is_control());
        // A case may have other faults, too; an example has none.
        let single = said.matches("asyncapi[").count() == said.matches(&format!("asyncapi[{}]", code.id)).count();
        (shown && plain && single && !folder.join("limits.txt").exists()).then_some((document, said, language))
    })
}

fn reference() -> String {
    let mut page = HEAD.to_owned();
    for (prefix, title) in STAGES {
        let codes = || CATALOGUE.iter().filter(|code| code.id.starts_with(prefix));
        if codes().next().is_none() {
            continue;
        }
        write!(page, "\n## {title}\n\n").expect("a string takes all");
        for code in codes() {
            writeln!(page, "- [{}](#{}): {}", code.id, code.id.to_lowercase(), code.title).expect("a string takes all");
        }
        for code in codes() {
            let weight = match code.severity {
                Severity::Error => "Error",
                Severity::Warning => "Lint",
                Severity::Info => "Note",
            };
            write!(page, "\n### {}\n\n{weight}: {}.\n\n{}\n", code.id, code.title, code.explanation)
                .expect("a string takes all");
            if let Some((document, said, language)) = example(code) {
                write!(page, "\n```{language}\n{}\n```\n```text\n{}\n```\n", document.trim_end(), said.trim_end())
                    .expect("a string takes all");
            }
        }
    }
    page
}

#[test]
fn the_reference_is_up_to_date() {
    let path = manifest().join("../docs/diagnostics.md");
    let page = reference();
    assert!(CATALOGUE.iter().all(|code| page.contains(&format!("### {}\n", code.id))), "a stage is missing");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &page).expect("the folder can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == page, "docs/diagnostics.md is behind; `BLESS=1 cargo test -p asyncapi-codegen --test reference`");
}
