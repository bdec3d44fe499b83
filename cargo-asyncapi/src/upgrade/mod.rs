//! `upgrade IN`: 2.0–2.6 → 3.1, and 3.0 → 3.1.
//!
//! Names, addresses, directions and messages are those of the engine's loader, which upgrades 2.x in the same way for
//! `asyncapi!`: what is generated for the result is what was generated before. What 3.x cannot say stays as `x-…`, and is
//! reported with its place.

mod bindings;
mod channel;
mod elsewhere;
mod message;
mod moved;
mod security;
mod server;

use std::collections::{HashMap, HashSet};
use std::path::Path;

use asyncapi_codegen::document::{Disk, Document, Files, InMemory, MessageId, Version};
use asyncapi_codegen::source::{Node, Span};

use crate::arguments::Upgrade;
use crate::bundle::collect::links;
use crate::bundle::{loaded, text_of};
use crate::check::Input;
use crate::discover::{STDIN, readable};
use crate::kind::Kind;
use crate::product::{Product, deliver, stdin_for};
use crate::rewrite::{Changes, Context, Entry, Item, Notation, Out, Piece};
use crate::{Status, complain, unable};
use bindings::Of;
use moved::Moved;

/// The version that documents are upgraded to.
const VERSION: &str = "3.1.0";

/// Upgrades a document.
pub(crate) fn run(upgrade: &Upgrade) -> Status {
    let stdin = match stdin_for(&upgrade.input) {
        Ok(stdin) => stdin,
        Err(status) => return status,
    };
    if upgrade.input != STDIN
        && let Err(message) = readable(&upgrade.input)
    {
        return unable(&message);
    }
    let mut files = Input { disk: Disk::new(""), stdin: &stdin };
    let Upgraded { text, notes } = match upgraded(upgrade, &mut files) {
        Ok(upgraded) => upgraded,
        Err(status) => return status,
    };
    let output = if upgrade.in_place { Some(upgrade.input.as_str()) } else { upgrade.output.as_deref() };
    for note in &notes {
        complain(&format!("warning: {note}\n"));
    }
    let status = deliver(&Product { text: &text, output, check: upgrade.check, command: "upgrade" });
    match (status, upgrade.strict && !notes.is_empty()) {
        (Status::Fine, true) => Status::Faults,
        (status, _) => status,
    }
}

struct Upgraded {
    text: String,
    notes: Vec<String>,
}

fn upgraded(upgrade: &Upgrade, files: &mut dyn Files) -> Result<Upgraded, Status> {
    let settings = &upgrade.settings;
    let options = settings.load_options();
    let mut notes = Vec::new();
    let mut document = loaded(&upgrade.input, files, &options, settings)?;
    let like = text(&document).to_owned();
    if matches!(document.version, Version::V2(_)) && has_parts_elsewhere(&document) {
        let bundled = text_of(&document, Notation::of(&like)).map_err(|message| unable(&message))?;
        notes.push(format!("{}: what is in other files was moved into the document, as by `bundle`", upgrade.input));
        let mut memory = InMemory::default().with(Path::new(&upgrade.input), bundled);
        document = loaded(&upgrade.input, &mut memory, &options, settings)?;
    }
    let notation = upgrade.output.as_deref().and_then(Notation::of_name).unwrap_or_else(|| Notation::of(&like));
    let output = upgrade.output.as_deref().filter(|output| *output != STDIN);
    let (text, own) = write(&document, notation, output).map_err(|message| unable(&message))?;
    notes.extend(own);
    Ok(Upgraded { text, notes })
}

fn text(document: &Document) -> &str {
    document.sources.get(document.root).map(|file| file.text()).unwrap_or_default()
}

/// Whether objects that are not the same in 3.x are in other files. Schemas are the same.
fn has_parts_elsewhere(document: &Document) -> bool {
    let same = [Kind::Schema, Kind::ForeignSchema, Kind::CorrelationId, Kind::Tag, Kind::ExternalDocs, Kind::Other];
    links(document).iter().any(|link| link.target.file != document.root && !same.contains(&link.kind))
}

/// The upgraded text, and what it cannot say.
fn write(document: &Document, notation: Notation, output: Option<&str>) -> Result<(String, Vec<String>), String> {
    let root = document.roots.get(&document.root).ok_or("there is no document")?;
    let mut changes = Changes::default();
    if let Some(version) = root.get("asyncapi") {
        changes.string(version, VERSION.to_owned());
    }
    let moved = Moved::of(document);
    if let Some(output) = output {
        elsewhere::change_paths(document, output, &mut changes);
    }
    if matches!(document.version, Version::V2(_)) {
        moved.rewrite(document, &mut changes);
        server::change_urls(document, &mut changes);
    }
    let context = Context::new(&document.sources, &changes);
    let piece = context.file(document.root, root);
    let mut out = Out::Source(piece.clone());
    let mut notes = Vec::new();
    if matches!(document.version, Version::V2(_)) {
        let mut upgrader = Upgrader::new(document, context, piece, &moved);
        out = Out::Map(upgrader.root());
        notes = upgrader.notes();
    }
    let text = context.write(&out, notation, text(document));
    text.map(|text| (text, notes))
        .ok_or_else(|| "the upgraded text is not what it should be: please report it".to_owned())
}

struct Upgrader<'a> {
    document: &'a Document,
    context: Context<'a>,
    piece: Piece,
    moved: &'a Moved,
    notes: Vec<(Span, String)>,
    /// The messages that were written in a channel: where.
    placed: HashMap<MessageId, String>,
    schemes: security::Schemes,
    operations: Vec<Entry>,
    operation_keys: HashSet<String>,
}

impl<'a> Upgrader<'a> {
    fn new(document: &'a Document, context: Context<'a>, piece: Piece, moved: &'a Moved) -> Self {
        Self {
            document,
            context,
            piece,
            moved,
            notes: Vec::new(),
            placed: HashMap::new(),
            schemes: security::Schemes::of(document),
            operations: Vec::new(),
            operation_keys: HashSet::new(),
        }
    }

    fn root(&mut self) -> Vec<Entry> {
        let entries = self.context.entries(&self.piece).unwrap_or_default();
        let mut into_info = Vec::new();
        let mut result: Vec<Entry> = Vec::new();
        for mut entry in entries {
            match entry.key.as_str() {
                "tags" | "externalDocs" => {
                    into_info.push(entry);
                    continue;
                }
                "servers" => self.each(&mut entry, Self::server),
                "channels" => {
                    entry.value = self.channels(&entry.value);
                    result.push(entry);
                    let operations = std::mem::take(&mut self.operations);
                    if !operations.is_empty() {
                        result.push(Entry::new("operations", Out::Map(operations)));
                    }
                    continue;
                }
                "components" => self.components(&mut entry),
                _ => {}
            }
            result.push(entry);
        }
        if let Some(info) = result.iter_mut().find(|entry| entry.key == "info").filter(|_| !into_info.is_empty()) {
            let mut entries = self.open(&info.value).unwrap_or_default();
            entries.extend(into_info);
            info.value = Out::Map(entries);
        }
        self.add_schemes(&mut result);
        result
    }

    fn components(&mut self, components: &mut Entry) {
        let Some(mut sections) = self.open(&components.value) else { return };
        for section in &mut sections {
            match section.key.as_str() {
                "servers" => self.each(section, Self::server),
                "messages" => self.component_messages(section),
                "parameters" => self.each(section, Self::parameter),
                "operationTraits" => self.each(section, Self::operation_trait),
                "messageTraits" => self.each(section, Self::message_trait),
                "securitySchemes" => self.each(section, Self::security_scheme),
                "channels" => self.component_channels(section),
                "serverBindings" => self.component_bindings(section, Of::Server),
                "channelBindings" => self.component_bindings(section, Of::Channel),
                "operationBindings" => self.component_bindings(section, Of::Operation),
                "messageBindings" => self.component_bindings(section, Of::Message),
                _ => {}
            }
        }
        sections.retain(|section| !matches!(&section.value, Out::Map(entries) if entries.is_empty()));
        components.value = Out::Map(sections);
    }

    /// Works on each value of an object, if it is no reference.
    fn each(&mut self, section: &mut Entry, work: impl Fn(&mut Self, Vec<Entry>, &Node) -> Vec<Entry>) {
        let Some(mut entries) = self.open(&section.value) else { return };
        for entry in &mut entries {
            let Some(node) = entry.node().cloned() else { continue };
            if node.get("$ref").is_none()
                && let Some(inner) = self.open(&entry.value)
            {
                entry.value = Out::Map(work(self, inner, &node));
            }
        }
        section.value = Out::Map(entries);
    }

    fn open(&self, value: &Out) -> Option<Vec<Entry>> {
        match value {
            Out::Source(piece) => self.context.entries(piece),
            Out::Map(entries) => Some(entries.clone()),
            _ => None,
        }
    }

    fn open_list(&self, value: &Out) -> Option<Vec<Item>> {
        match value {
            Out::Source(piece) => self.context.items(piece),
            Out::List(items) => Some(items.clone()),
            _ => None,
        }
    }

    /// Something that 3.x cannot say.
    fn note(&mut self, node: &Node, text: impl Into<String>) {
        self.notes.push((node.span(), text.into()));
    }

    /// A field that 3.x does not have stays as an extension.
    fn keep_as_extension(&mut self, entry: Entry, of: &str) -> Entry {
        if let Some(node) = entry.node().cloned() {
            self.note(&node, format!("3.x has no `{}` of {of}: it is kept as `x-{}`", entry.key, entry.key));
        }
        let key = format!("x-{}", entry.key);
        entry.renamed(&key)
    }

    fn notes(mut self) -> Vec<String> {
        self.notes.sort();
        self.notes.dedup();
        let shown = |(span, text): &(Span, String)| {
            let place = self.document.sources.get(span.file).map(|file| {
                let (line, column) = file.position(span.start);
                format!("{}:{line}:{column}", file.path())
            });
            format!("{}: {text}", place.unwrap_or_default())
        };
        self.notes.iter().map(shown).collect()
    }
}
