//! `docs/diagnostics.md` says what the catalogue and the blessed cases say. `BLESS=1` writes it.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test")]

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
`warnings = \"allow\"` silences them, `deny = [A0301]` makes them errors. Recommendations and infos (the group `recommended`) are
shown by `cargo asyncapi check`; `asyncapi!` is silent about them unless `deny` names them.
";

/// Longer examples are left to the folder.
const MOST_LINES: usize = 40;

fn manifest() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// An example of a code.
struct Example {
    document: String,
    /// What is said about it.
    said: String,
    /// What it should be, if that is shown.
    mended: Option<String>,
    language: &'static str,
}

/// The first case of a code that is text of some lines; one that is mended comes before others.
fn example(code: &Code) -> Option<Example> {
    let entries = fs::read_dir(manifest().join("tests/diagnostics")).expect("the folder of cases is there");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    folders.retain(|folder| {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.strip_prefix(code.id).is_some_and(|rest| rest.starts_with('-'))
    });
    folders.sort_by_key(|folder| {
        (!folder.join("mended.yaml").exists() && !folder.join("mended.json").exists(), folder.clone())
    });
    folders.iter().find_map(|folder| {
        let said = fs::read_to_string(folder.join("expected.txt")).ok()?;
        let (document, language) = ["yaml", "json"].into_iter().find_map(|language| {
            Some((fs::read_to_string(folder.join(format!("asyncapi.{language}"))).ok()?, language))
        })?;
        let shown = document.lines().count() <= MOST_LINES && !document.contains("```") && !document.contains('\r');
        let plain = document.chars().all(|char| char == '\n' || !char.is_control());
        // A case may have other faults, too; an example has none.
        let single = said.matches("asyncapi[").count() == said.matches(&format!("asyncapi[{}]", code.id)).count();
        let mended = fs::read_to_string(folder.join(format!("mended.{language}"))).ok();
        let mended = mended.map(|mended| changed(&document, &mended));
        let is_example = shown && plain && single && !folder.join("limits.txt").exists();
        is_example.then_some(Example { document, said, mended, language })
    })
}

/// The lines of `mended` that `document` does not have in their place, with two lines around them.
fn changed(document: &str, mended: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (document.lines().collect(), mended.lines().collect());
    let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
    let before = same(&mut old.iter().zip(&new));
    let behind = same(&mut old.iter().rev().zip(new.iter().rev())).min(new.len() - before);
    let (start, end) = (before.saturating_sub(2), (new.len() - behind + 2).min(new.len()));
    let indent = new[start..end].iter().map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    new[start..end].iter().map(|line| format!("{}\n", &line[indent..])).collect()
}

/// The examples of a code, as the page and the command show them.
fn shown(code: &Code) -> String {
    let Some(Example { document, said, mended, language }) = example(code) else { return String::new() };
    let mended = mended.map(|mended| format!("\nMended:\n```{language}\n{}\n```\n", mended.trim_end()));
    let (document, said) = (document.trim_end(), said.trim_end());
    format!("\n```{language}\n{document}\n```\n```text\n{said}\n```\n{}", mended.unwrap_or_default())
}

/// What `cargo asyncapi explain` shows beside the explanations: by code, behind a line that names it.
fn examples() -> String {
    CATALOGUE
        .iter()
        .map(|code| (code, shown(code)))
        .filter(|(_, shown)| !shown.is_empty())
        .fold(String::new(), |page, (code, shown)| page + "### " + code.id + "\n" + &shown)
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
                Severity::Warning if code.is_recommendation() => "Recommendation",
                Severity::Warning => "Lint",
                Severity::Info => "Info",
            };
            write!(page, "\n### {}\n\n{weight}: {}.\n\n{}\n", code.id, code.title, code.explanation)
                .expect("a string takes all");
            page.push_str(&shown(code));
        }
    }
    page
}

/// Whether a file says `text`; `BLESS=1` makes it so.
fn is_blessed(path: &str, text: &str) -> bool {
    let path = manifest().join(path);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, text).expect("the folder can be written");
    }
    fs::read_to_string(&path).is_ok_and(|found| found == text)
}

#[test]
fn the_reference_is_up_to_date() {
    let page = reference();
    assert!(CATALOGUE.iter().all(|code| page.contains(&format!("### {}\n", code.id))), "a stage is missing");
    for (path, text) in [("../docs/diagnostics.md", page), ("../cargo-asyncapi/src/examples.md", examples())] {
        assert!(is_blessed(path, &text), "{path} is behind; `BLESS=1 cargo test -p asyncapi-codegen --test reference`");
    }
}
