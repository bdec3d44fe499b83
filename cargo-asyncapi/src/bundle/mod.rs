//! `bundle IN`: one file from a document of many.
//!
//! What references lead to in other files moves into `components`, once; what cannot be there (schemas in other
//! languages, objects for which a version has no section) stands where the reference was. The rest of the text stays.

pub(crate) mod collect;
pub(crate) mod name;

use std::path::Path;

use asyncapi_codegen::diagnostic::{Severity, Sink, render_as};
use asyncapi_codegen::document::{Disk, Document, Files, LoadOptions, load};
use asyncapi_codegen::engine;
use asyncapi_codegen::options::Options;

use crate::arguments::Bundle;
use crate::check::Input;
use crate::discover::{STDIN, readable};
use crate::product::{Product, deliver, faults_of};
use crate::rewrite::{Context, Entry, Notation, Out};
use crate::{Status, complain, unable};
use collect::{Collection, Move};

/// Bundles a document.
pub(crate) fn run(bundle: &Bundle) -> Status {
    let stdin = match crate::product::stdin_for(&bundle.input) {
        Ok(stdin) => stdin,
        Err(status) => return status,
    };
    if bundle.input != STDIN
        && let Err(message) = readable(&bundle.input)
    {
        return unable(&message);
    }
    let settings = &bundle.settings;
    let mut files = Input { disk: Disk::new(""), stdin: &stdin };
    let document = match loaded(&bundle.input, &mut files, &settings.load_options(), settings) {
        Ok(document) => document,
        Err(status) => return status,
    };
    let like = document.sources.get(document.root).map(|file| file.text()).unwrap_or_default();
    let notation = bundle.output.as_deref().and_then(Notation::of_name).unwrap_or_else(|| Notation::of(like));
    match text_of(&document, notation) {
        Ok(text) => {
            if let Err(message) = still_sound(&text) {
                return unable(&message);
            }
            deliver(&Product { text: &text, output: bundle.output.as_deref(), check: bundle.check, command: "bundle" })
        }
        Err(message) => unable(&message),
    }
}

/// The document, if it has no errors; else they are written.
pub(crate) fn loaded(
    path: &str,
    files: &mut dyn Files,
    options: &LoadOptions,
    settings: &crate::settings::Settings,
) -> Result<Document, Status> {
    let mut sink = Sink::default();
    match load(path, files, options, &mut sink) {
        Ok(document) if !sink.has_errors() => Ok(document),
        Ok(document) => Err(faults_of(&document.sources, sink, settings)),
        Err(sources) => Err(faults_of(&sources, sink, settings)),
    }
}

/// The bundled text.
pub(crate) fn text_of(document: &Document, notation: Notation) -> Result<String, String> {
    let collection = Collection::of(document);
    let like = document.sources.get(document.root).map(|file| file.text()).unwrap_or_default();
    if collection.is_empty() && Notation::of(like) == notation {
        return Ok(like.to_owned());
    }
    let context = Context::new(&document.sources, &collection.changes);
    let root = document.roots.get(&document.root).ok_or("there is no document")?;
    let piece = context.file(document.root, root);
    let mut entries = context.entries(&piece).ok_or("the root of the document is no object")?;
    for moved in &collection.inlined {
        let value = moved_value(context, document, moved)?;
        place(context, &mut entries, &moved.to, value);
    }
    let mut out = Out::Source(piece);
    if !collection.moves.is_empty() || !collection.inlined.is_empty() {
        add(context, document, &collection, &mut entries)?;
        out = Out::Map(entries);
    }
    context
        .write(&out, notation, like)
        .ok_or_else(|| "the bundled text is not what it should be: please report it".to_owned())
}

/// What moves, as it stands in its file.
fn moved_value(context: Context<'_>, document: &Document, moved: &Move) -> Result<Out, String> {
    let root = document.roots.get(&moved.from.file).ok_or("a file is missing")?;
    let piece = context.find(context.file(moved.from.file, root), &moved.from.pointer);
    Ok(piece.map_or_else(|| Out::anew(&moved.node), Out::Source))
}

/// Puts a value where some keys lead to.
fn place(context: Context<'_>, entries: &mut [Entry], keys: &[String], value: Out) {
    let Some((key, rest)) = keys.split_first() else { return };
    let Some(entry) = entries.iter_mut().find(|entry| entry.key == *key) else { return };
    if rest.is_empty() {
        if let Out::Source(old) = &entry.value {
            entry.lead.extend(context.comments_of(old));
        }
        entry.value = value;
        return;
    }
    open(context, &mut entry.value);
    if let Out::Map(inner) = &mut entry.value {
        place(context, inner, rest, value);
    }
}

fn open(context: Context<'_>, value: &mut Out) {
    let opened = match value {
        Out::Source(piece) => context.entries(piece),
        _ => None,
    };
    if let Some(entries) = opened {
        *value = Out::Map(entries);
    }
}

/// Adds what moves to `components`.
fn add(context: Context<'_>, document: &Document, all: &Collection, entries: &mut Vec<Entry>) -> Result<(), String> {
    for moved in &all.moves {
        let value = moved_value(context, document, moved)?;
        let (Some(name), Some(kind)) = (moved.to.last(), moved.to.get(1)) else { continue };
        with_section(context, entries, "components", |components| {
            with_section(context, components, kind, |section| section.push(Entry::new(name.clone(), value)));
        });
    }
    Ok(())
}

/// Works on the entries under a key, which is there afterwards.
pub(crate) fn with_section(
    context: Context<'_>,
    entries: &mut Vec<Entry>,
    key: &str,
    work: impl FnOnce(&mut Vec<Entry>),
) {
    if !entries.iter().any(|entry| entry.key == key) {
        entries.push(Entry::new(key, Out::Map(Vec::new())));
    }
    let Some(entry) = entries.iter_mut().find(|entry| entry.key == key) else { return };
    open(context, &mut entry.value);
    if !matches!(entry.value, Out::Map(_)) {
        entry.value = Out::Map(Vec::new());
    }
    if let Out::Map(inner) = &mut entry.value {
        work(inner);
    }
}

/// The last look: the result has no errors of its own.
fn still_sound(text: &str) -> Result<(), String> {
    let mut files = asyncapi_codegen::document::InMemory::default().with(Path::new("bundled"), text);
    let checked = engine::check("bundled", &mut files, &Options::default(), &LoadOptions::default());
    let error = checked.findings.iter().find(|finding| finding.severity == Severity::Error);
    error.map_or(Ok(()), |error| {
        let shown = render_as(error.severity, false, &checked.sources, &error.diagnostic);
        complain(&format!("{shown}\n\n"));
        Err("the result would have this fault, which the original may have, too: see `cargo asyncapi check`".to_owned())
    })
}
