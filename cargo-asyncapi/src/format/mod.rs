//! Findings and [`Report`] → text, in one of four forms. A finding is written for itself, so that no form needs all of them at
//! once.

mod github;
mod human;
mod json;
mod sarif;

use asyncapi_codegen::diagnostic::Diagnostic;
use asyncapi_codegen::engine::Finding;
use asyncapi_codegen::source::Sources;

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

    /// What stands before all findings.
    pub(crate) fn head(self) -> String {
        match self {
            Self::Human | Self::Github => String::new(),
            Self::Json => json::HEAD.to_owned(),
            Self::Sarif => sarif::head(),
        }
    }

    /// What stands before a finding.
    pub(crate) fn between(self, is_first: bool) -> &'static str {
        match self {
            Self::Json | Self::Sarif if is_first => "\n",
            Self::Json | Self::Sarif => ",\n",
            Self::Human | Self::Github => "",
        }
    }

    /// A finding in a document; `colored` counts for people only.
    pub(crate) fn finding(self, document: &str, sources: &Sources, finding: &Finding, colored: bool) -> String {
        match self {
            Self::Human => human::finding(sources, finding, colored),
            Self::Json => json::finding(document, sources, finding),
            Self::Github => github::finding(sources, finding),
            Self::Sarif => sarif::finding(sources, finding),
        }
    }

    /// What stands behind all findings; ends with a line break.
    pub(crate) fn tail(self, report: &Report) -> String {
        match self {
            Self::Human => human::tail(report),
            Self::Json => json::tail(report),
            Self::Github => github::tail(report),
            Self::Sarif => sarif::tail(report),
        }
    }
}

/// A JSON value as it stands within others, without what stands before its first line.
fn indented(value: &serde_json::Value, spaces: usize) -> String {
    format!("{value:#}").replace('\n', &format!("\n{:spaces$}", ""))
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
