//! [`Report`] → text, in one of four forms.

mod github;
mod human;
mod json;
mod sarif;

use asyncapi_codegen::diagnostic::Diagnostic;

use crate::check::Report;
use crate::settings::choice;

/// The form of findings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// As rustc shows its own.
    #[default]
    Human,
    /// One JSON object.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
    /// SARIF 2.1.0.
    Sarif,
}

impl Format {
    /// The form of this name.
    pub(crate) fn of(name: &str) -> Result<Self, String> {
        match name {
            "human" => Ok(Self::Human),
            "json" => Ok(Self::Json),
            "github" => Ok(Self::Github),
            "sarif" => Ok(Self::Sarif),
            _ => Err(choice("--format", name, &["human", "json", "github", "sarif"])),
        }
    }

    /// The text; `colored` counts for people only.
    pub(crate) fn write(self, report: &Report, colored: bool) -> String {
        match self {
            Self::Human => human::write(report, colored),
            Self::Json => json::write(report),
            Self::Github => github::write(report),
            Self::Sarif => sarif::write(report),
        }
    }
}

/// The message with the word of the label and the advice, for forms that have one text.
fn full_text(diagnostic: &Diagnostic) -> String {
    let mut text = diagnostic.message.clone();
    if !diagnostic.label.text.is_empty() {
        text.push_str(": ");
        text.push_str(&diagnostic.label.text);
    }
    for help in &diagnostic.help {
        text.push_str("\nhelp: ");
        text.push_str(help);
    }
    text
}
