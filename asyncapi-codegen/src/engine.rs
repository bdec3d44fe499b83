//! The whole line, for front ends: a path in, what they show and what they emit out.

use proc_macro2::TokenStream;

use crate::check;
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::document::{self, Document, Files, LoadOptions};
use crate::emit;
use crate::model::{self, Model};
use crate::options::{Given, OptionFault, Options};
use crate::source::Sources;

/// What the stages up to `check` found.
#[derive(Debug)]
pub struct Checked {
    /// The files that were read; diagnostics point into them.
    pub sources: Sources,
    /// Everything found, sorted by place; what `allow` silences is gone, what `deny` names is an error.
    pub findings: Vec<Finding>,
    /// Faults in the user's options.
    pub option_faults: Vec<OptionFault>,
}

/// A diagnostic, and how much it weighs for this user.
#[derive(Debug, Clone)]
pub struct Finding {
    /// How much.
    pub severity: Severity,
    /// What and where.
    pub diagnostic: Diagnostic,
}

impl Checked {
    /// Whether no code can be generated.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        !self.option_faults.is_empty() || self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    fn of(sources: Sources, sink: Sink, options: &Options) -> Self {
        let option_faults = sink.option_faults().to_vec();
        let weigh = |diagnostic: Diagnostic| {
            let severity = options.severity_of(diagnostic.code)?;
            Some(Finding { severity, diagnostic })
        };
        Self { sources, findings: sink.into_sorted().into_iter().filter_map(weigh).collect(), option_faults }
    }
}

/// Reads, loads and checks the document at `path`, and decides what would be emitted for it.
pub fn check(path: &str, files: &mut dyn Files, options: &Options, load: &LoadOptions) -> Checked {
    line(path, files, options, load).0
}

/// All stages but the last.
fn line(path: &str, files: &mut dyn Files, options: &Options, load: &LoadOptions) -> (Checked, Option<Model>) {
    let mut sink = Sink::default();
    let document = match load_and_check(path, files, options, load, &mut sink) {
        Ok(document) => document,
        Err(sources) => return (Checked::of(sources, sink, options), None),
    };
    let mut model = model_of(&document, options, &mut sink);
    if let Some(other) = &options.types_of {
        match types_of(other, files, options, load) {
            Ok(other) => model.shared = model.in_common(&other),
            Err(fault) => sink.option(other.place, fault),
        }
    }
    (Checked::of(document.sources, sink, options), Some(model))
}

/// The model of the document from which the types are that are there already; generated, as far as is known, with the
/// same options.
fn types_of(
    other: &Given<String>,
    files: &mut dyn Files,
    options: &Options,
    load: &LoadOptions,
) -> Result<Model, String> {
    let path = &other.value;
    if options.types.is_none() {
        return Err("`types_of` is about `types`, which is not given".to_owned());
    }
    let whole = Options { types: None, channels: None, operations: None, tags: None, ..options.clone() };
    let mut sink = Sink::default();
    let faulty = || format!("the document `{path}` has faults: cargo asyncapi check {path}");
    let document = document::load(path, files, load, &mut sink).map_err(|_| faulty())?;
    if sink.has_errors() {
        return Err(faulty());
    }
    // What its own names lack is no fault of this document's options.
    Ok(model_of(&document, &whole, &mut Sink::default()))
}

/// The model. Schemas that stand in one another as deep as the reader allows need more stack than a test's thread has.
fn model_of(document: &Document, options: &Options, sink: &mut Sink) -> Model {
    const STACK: usize = 128 << 20;
    let joined = std::thread::scope(|scope| {
        let work = || given_and_model(document, options, sink);
        let thread = std::thread::Builder::new().name("model".to_owned()).stack_size(STACK).spawn_scoped(scope, work);
        thread.ok().map(std::thread::ScopedJoinHandle::join)
    });
    match joined {
        Some(Ok(model)) => model,
        Some(Err(panic)) => std::panic::resume_unwind(panic),
        // No further thread is to be had.
        None => given_and_model(document, options, sink),
    }
}

fn given_and_model(document: &Document, options: &Options, sink: &mut Sink) -> Model {
    model::check_given(document, sink);
    // What a broken document seems to lack would only multiply its faults.
    let mut unheard = Sink::default();
    let heard = if sink.has_errors() { &mut unheard } else { sink };
    model::model(document, options, heard)
}

fn load_and_check(
    path: &str,
    files: &mut dyn Files,
    options: &Options,
    load: &LoadOptions,
    sink: &mut Sink,
) -> Result<Document, Sources> {
    let document = document::load(path, files, load, sink)?;
    check::check(&document, options, sink);
    Ok(document)
}

/// What the whole line gives.
#[derive(Debug)]
pub struct Generated {
    /// What was found on the way.
    pub checked: Checked,
    /// The generated items; `None` if nothing could be made of the document. Of a faulty one they are what could be, so
    /// that the user's own code does not drown the faults: not to be used for anything else.
    pub tokens: Option<TokenStream>,
}

/// Generates the code of the document at `path`; `runtime` is the path under which the code finds asyncapi-runtime.
pub fn generate(
    path: &str,
    files: &mut dyn Files,
    options: &Options,
    load: &LoadOptions,
    runtime: TokenStream,
) -> Generated {
    let (checked, model) = line(path, files, options, load);
    Generated { checked, tokens: model.map(|model| emit::emit(&model, &runtime)) }
}
