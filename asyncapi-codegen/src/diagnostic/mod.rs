//! What went wrong, where, and what to do about it. Serves all stages.

pub mod catalogue;
mod render;
mod suggest;

pub use render::{render, render_as, render_bare, render_colored};
pub use suggest::{did_you_mean, suggest};

use crate::collections::sort;
use crate::options::{OptionFault, Place};
use crate::source::Span;

/// How much a [`Diagnostic`] weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The document is wrong; no code is generated from it.
    Error,
    /// The document has a weakness; code is generated. Never stops a build by itself.
    Warning,
    /// Something that could be better, or that may be meant so.
    Info,
}

impl Severity {
    /// The word for it in messages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// An entry of the catalogue: one kind of fault.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Code {
    /// `A` and four digits. Never reused.
    pub id: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, in a few words, for lists.
    pub title: &'static str,
    /// Why it is wrong and how it is mended, with the section of the specification.
    pub explanation: &'static str,
}

impl Code {
    /// Whether options can silence it, or turn it into an error.
    #[must_use]
    pub fn is_lint(&self) -> bool {
        self.severity != Severity::Error
    }

    /// Whether it is one of the group `recommended`, which is shown to those who ask: see `docs/adr/0010`.
    #[must_use]
    pub fn is_recommendation(&self) -> bool {
        self.is_lint() && self.id.starts_with("A06")
    }
}

/// One fault, at its place.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The kind of fault.
    pub code: &'static Code,
    /// What is wrong here, with the names concerned in backticks.
    pub message: String,
    /// Where, and what the caret line says.
    pub label: Label,
    /// Other places that matter, such as the first of two equal keys.
    pub related: Vec<Label>,
    /// What to do.
    pub help: Vec<String>,
}

/// A place with a word about it.
#[derive(Debug, Clone)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// The word; may be empty.
    pub text: String,
}

impl Diagnostic {
    /// A fault of kind `code` at `span`.
    #[must_use]
    pub fn new(code: &'static Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            label: Label { span, text: String::new() },
            related: Vec::new(),
            help: Vec::new(),
        }
    }

    /// Sets what the caret line says.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.label.text = text.into();
        self
    }

    /// Names another place that matters.
    #[must_use]
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Label { span, text: text.into() });
        self
    }

    /// Adds advice.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Adds advice where there is some.
    #[must_use]
    pub fn maybe_help(mut self, text: Option<String>) -> Self {
        self.help.extend(text);
        self
    }
}

/// Where stages put what they find; they go on as far as makes sense.
#[derive(Debug, Default)]
pub struct Sink {
    found: Vec<Diagnostic>,
    options: Vec<OptionFault>,
}

impl Sink {
    /// Takes note of a fault in one of the user's options.
    pub fn option(&mut self, place: Place, message: impl Into<String>) {
        self.options.push(OptionFault { place, message: message.into() });
    }

    /// The faults in options.
    #[must_use]
    pub fn option_faults(&self) -> &[OptionFault] {
        &self.options
    }

    /// Takes note of a fault.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Whether an error is among them.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        !self.options.is_empty() || self.found.iter().any(|diagnostic| diagnostic.code.severity == Severity::Error)
    }

    /// What was found so far, in the order of finding.
    #[must_use]
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.found
    }

    /// All of it, sorted by place, without repetitions.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut found = self.found;
        sort(&mut found, &|a, b| (a.label.span, a.code.id, &a.message).cmp(&(b.label.span, b.code.id, &b.message)));
        found.dedup_by(|a, b| a.label.span == b.label.span && a.code.id == b.code.id && a.message == b.message);
        found
    }
}
