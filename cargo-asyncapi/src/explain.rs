//! `explain A0104`: what the catalogue says about a code; without a code, the list of all.

use std::fmt::Write as _;

use asyncapi_codegen::diagnostic::catalogue::{CATALOGUE, find};
use asyncapi_codegen::diagnostic::{Code, did_you_mean};

use crate::{Status, print, unable};

/// A document that is wrong for each code, what is said about it, and the document mended: as `docs/diagnostics.md` has them.
/// Written by the tests of asyncapi-codegen.
const EXAMPLES: &str = include_str!("examples.md");

/// Columns of a line of an explanation.
const WIDTH: usize = 80;

/// Explains one code, or lists them.
pub(crate) fn run(code: Option<&str>) -> Status {
    let Some(wanted) = code else { return print(&list(), Status::Fine) };
    // As it stands in a message: `asyncapi[A0104]`.
    let id = wanted.trim_start_matches("asyncapi[").trim_end_matches(']').to_ascii_uppercase();
    match find(&id) {
        Some(code) => print(&explanation(code), Status::Fine),
        None => {
            let help = did_you_mean(&id, CATALOGUE.iter().map(|code| code.id));
            let help = help.map(|help| format!("; {help}")).unwrap_or_default();
            unable(&format!("there is no code `{wanted}`{help}\n`cargo asyncapi explain` lists all"))
        }
    }
}

fn list() -> String {
    let mut out = String::new();
    for code in CATALOGUE {
        // Writing into a `String` does not fail.
        let _ = writeln!(out, "{}  {:7}  {}", code.id, code.severity.word(), code.title);
    }
    out
}

fn explanation(code: &Code) -> String {
    let text = wrap(code.explanation);
    format!("{} ({}): {}\n\n{text}\n{}", code.id, code.severity.word(), code.title, examples(code))
}

/// The examples of a code, indented in the place of fences.
fn examples(code: &Code) -> String {
    let heading = format!("### {}", code.id);
    let lines =
        EXAMPLES.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| !line.starts_with("### "));
    let (mut out, mut fenced) = (String::new(), false);
    for line in lines {
        match line {
            // What is said stands right below the document.
            "```text" => {
                out.push('\n');
                fenced = true;
            }
            _ if line.starts_with("```") => fenced = !fenced,
            _ if fenced && !line.is_empty() => out.push_str(&format!("    {line}\n")),
            _ => out.push_str(&format!("{line}\n")),
        }
    }
    out
}

/// Breaks lines between words.
fn wrap(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > WIDTH {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += width;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_explanation_fits() {
        for code in CATALOGUE {
            let text = explanation(code);
            assert!(text.starts_with(code.id));
            let body = text.split_once("\n\n").expect("a title and a body").1;
            let body = body.split("\n\n").next().expect("an explanation");
            assert!(body.lines().all(|line| line.chars().count() <= WIDTH || !line.contains(' ')), "{text}");
        }
    }

    #[test]
    fn examples_are_shown_without_fences() {
        let text = explanation(find("A0104").expect("a code"));
        let parts = ["    - $ref: '#/components/messages/chat'\n", "    error: asyncapi[A0104]: ", "\nMended:\n    "];
        assert!(parts.iter().all(|part| text.contains(part)), "{text}");
        assert!(CATALOGUE.iter().all(|code| !explanation(code).contains("```")));
        assert_eq!(examples(find("A0001").expect("a code")), "");
    }
}
