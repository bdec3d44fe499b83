//! `explain A0104`: what the catalogue says about a code; without a code, the list of all.

use std::fmt::Write as _;

use asyncapi_codegen::diagnostic::catalogue::{CATALOGUE, find};
use asyncapi_codegen::diagnostic::{Code, Severity, did_you_mean};

use crate::{Status, print, unable};

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

/// The word for a weight.
pub(crate) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

fn list() -> String {
    let mut out = String::new();
    for code in CATALOGUE {
        // Writing into a `String` does not fail.
        let _ = writeln!(out, "{}  {:7}  {}", code.id, word(code.severity), code.title);
    }
    out
}

fn explanation(code: &Code) -> String {
    format!("{} ({}): {}\n\n{}\n", code.id, word(code.severity), code.title, wrap(code.explanation))
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
            assert!(body.lines().all(|line| line.chars().count() <= WIDTH || !line.contains(' ')), "{text}");
        }
    }
}
