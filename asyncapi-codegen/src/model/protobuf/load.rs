//! A text and all that it imports → one tree, in which names are looked up.

use std::collections::VecDeque;

use super::parse::{self, Version};
use super::tree::{Item, Schema, Type, What};
use crate::collections::{HashMap, HashSet};
use crate::diagnostic::catalogue::protobuf as code;
use crate::diagnostic::{Diagnostic, Sink, did_you_mean};
use crate::document::Document;
use crate::source::proto::Text;
use crate::source::{FileId, Span};

/// The types of Protobuf's own files that the runtime has, and the files.
const KNOWN: [(&str, &str); 18] = [
    ("Any", "any"),
    ("BoolValue", "wrappers"),
    ("BytesValue", "wrappers"),
    ("DoubleValue", "wrappers"),
    ("Duration", "duration"),
    ("Empty", "empty"),
    ("FieldMask", "field_mask"),
    ("FloatValue", "wrappers"),
    ("Int32Value", "wrappers"),
    ("Int64Value", "wrappers"),
    ("ListValue", "struct"),
    ("NullValue", "struct"),
    ("StringValue", "wrappers"),
    ("Struct", "struct"),
    ("Timestamp", "timestamp"),
    ("UInt32Value", "wrappers"),
    ("UInt64Value", "wrappers"),
    ("Value", "struct"),
];

/// The folder of Protobuf's own files.
const OWN: &str = "google/protobuf/";

/// Reads the text and its imports, and looks up the types of all fields. The text is the first file.
pub(super) fn load(document: &Document, text: &Text<'_>, version: Version, sink: &mut Sink) -> Schema {
    let mut schema = Schema::default();
    let first = parse::read(&mut schema, text, version, sink);
    let mut files = HashMap::new();
    let mut waiting = VecDeque::from([first]);
    if text.whole.start == text.whole.end {
        files.insert(text.file(), first);
    }
    while let Some(at) = waiting.pop_front() {
        let Some(file) = schema.files.get(at) else { continue };
        let from = file.id;
        let wanted: Vec<(String, Span)> = file.imports.iter().map(|it| (it.path.clone(), it.span)).collect();
        for (index, (path, span)) in wanted.into_iter().enumerate() {
            if path.starts_with(OWN) {
                continue;
            }
            let found = document.imports.get(&(from, path.clone())).copied();
            let Some(found) = found.and_then(|id| imported(&mut schema, &mut files, document, id, sink)) else {
                not_found(&path, span, sink);
                continue;
            };
            let (found, is_new) = found;
            if let Some(import) = schema.files.get_mut(at).and_then(|file| file.imports.get_mut(index)) {
                import.file = Some(found);
            }
            waiting.extend(is_new.then_some(found));
        }
    }
    let visible: Vec<Visible> = (0..schema.files.len()).map(|at| Visible::of(&schema, at)).collect();
    Names { schema: &mut schema, visible, sink }.look_up();
    schema
}

/// The file of an import in the tree, and whether it is new there.
fn imported(
    schema: &mut Schema,
    files: &mut HashMap<FileId, usize>,
    document: &Document,
    id: FileId,
    sink: &mut Sink,
) -> Option<(usize, bool)> {
    if let Some(at) = files.get(&id) {
        return Some((*at, false));
    }
    let text = Text::of(document.roots.get(&id)?, &document.sources)?;
    let at = parse::read(schema, &text, Version::Unsaid, sink);
    files.insert(id, at);
    Some((at, true))
}

fn not_found(path: &str, span: Span, sink: &mut Sink) {
    let text = format!("the import `{path}` is not found");
    let lint = Diagnostic::new(&code::IMPORT, span, text).label("passed over: nothing of it is known");
    sink.push(lint.help("it is looked for beside the text, and in each folder above it up to the document's"));
}

/// What a file sees.
struct Visible {
    files: HashSet<usize>,
    /// Of Protobuf's own.
    own: HashSet<String>,
    /// An import that was not found may have had it.
    misses: bool,
}

impl Visible {
    /// Itself, what it imports, and what that imports publicly.
    fn of(schema: &Schema, at: usize) -> Self {
        let mut this = Self { files: HashSet::from([at]), own: HashSet::new(), misses: false };
        let mut open = vec![(at, true)];
        while let Some((at, all)) = open.pop() {
            let imports = schema.files.get(at).map(|file| file.imports.as_slice()).unwrap_or_default();
            for import in imports.iter().filter(|import| all || import.public) {
                match import.file {
                    Some(file) if this.files.insert(file) => open.push((file, false)),
                    Some(_) => {}
                    None => match import.path.strip_prefix(OWN) {
                        Some(own) => drop(this.own.insert(own.trim_end_matches(".proto").to_owned())),
                        None => this.misses = true,
                    },
                }
            }
        }
        this
    }
}

/// What a name was found to be.
enum Found {
    Item(Item),
    Known(&'static str, &'static str),
}

struct Names<'a> {
    schema: &'a mut Schema,
    visible: Vec<Visible>,
    sink: &'a mut Sink,
}

impl Names<'_> {
    fn look_up(&mut self) {
        for at in 0..self.schema.messages.len() {
            let Some(message) = self.schema.messages.get_mut(at) else { continue };
            let (scope, file) = (message.full.clone(), message.file);
            let mut fields = std::mem::take(&mut message.fields);
            for field in &mut fields {
                let name = match &mut field.ty {
                    Type::Map(_, value) => value.as_mut(),
                    ty => ty,
                };
                if let Type::Name(text) = name {
                    *name = self.type_of(&text.clone(), &scope, file, field.ty_span);
                }
            }
            if let Some(message) = self.schema.messages.get_mut(at) {
                message.fields = fields;
            }
        }
        self.lint_extensions();
    }

    /// From the innermost scope outwards.
    fn find(&self, name: &str, scope: &str) -> Option<Found> {
        let here = |full: &str| {
            let item = self.schema.names.get(full).filter(|item| item.what != What::Other);
            if let Some(item) = item {
                return Some(Found::Item(*item));
            }
            let short = full.strip_prefix("google.protobuf.")?;
            KNOWN.iter().find(|(known, _)| *known == short).map(|(known, file)| Found::Known(known, file))
        };
        if let Some(full) = name.strip_prefix('.') {
            return here(full);
        }
        let mut scope = scope;
        while !scope.is_empty() {
            if let Some(found) = here(&format!("{scope}.{name}")) {
                return Some(found);
            }
            scope = scope.rsplit_once('.').map_or("", |(outer, _)| outer);
        }
        here(name)
    }

    fn type_of(&mut self, name: &str, scope: &str, file: usize, span: Span) -> Type {
        let visible = self.visible.get(file);
        match self.find(name, scope) {
            Some(Found::Item(item)) => {
                if visible.is_none_or(|visible| visible.files.contains(&item.file)) {
                    return match item.what {
                        What::Message(at) => Type::Message(at),
                        What::Enum(at) => Type::Enum(at),
                        What::Other => Type::Broken,
                    };
                }
                let text = format!("`{name}` is of a file that is not imported here");
                let fault = Diagnostic::new(&code::UNKNOWN_TYPE, span, text).related(item.span, "defined here");
                self.sink.push(fault.help("import that file, or let the import that leads to it be `public`"));
            }
            Some(Found::Known(known, own)) => {
                if visible.is_none_or(|visible| visible.own.contains(own)) {
                    return Type::Known(known);
                }
                let fault = Diagnostic::new(&code::UNKNOWN_TYPE, span, format!("`{name}` is not imported"));
                self.sink.push(fault.help(format!("write `import \"{OWN}{own}.proto\";` at the top")));
            }
            None => self.unknown(name, file, span),
        }
        Type::Broken
    }

    fn unknown(&mut self, name: &str, file: usize, span: Span) {
        let fault = Diagnostic::new(&code::UNKNOWN_TYPE, span, format!("there is no type `{name}`"));
        let Some(visible) = self.visible.get(file) else { return };
        if visible.misses {
            return self.sink.push(fault.label("defined neither here nor in the imports that were found"));
        }
        let types = self.schema.messages.iter().map(|it| (it.file, it.full.as_str()));
        let types = types.chain(self.schema.enums.iter().map(|it| (it.file, it.full.as_str())));
        let package = self.schema.files.get(file).map_or("", |file| file.package.as_str());
        let names = types
            .filter(|(of, _)| visible.files.contains(of))
            .map(|(_, full)| full.strip_prefix(package).map_or(full, |rest| rest.strip_prefix('.').unwrap_or(full)));
        let scalars = super::tree::Scalar::ALL.iter().map(|(name, _)| *name);
        // Names of large texts are not compared: a fault for each of many fields would take long.
        let few = self.schema.names.len() < 2_000;
        let help = if few { did_you_mean(name, names.chain(scalars)) } else { None };
        self.sink.push(fault.label("not defined").maybe_help(help));
    }

    /// Extensions of messages are unknown fields here; those of options concern nobody.
    fn lint_extensions(&mut self) {
        for file in &self.schema.files {
            for (name, scope, span) in &file.extends {
                if !matches!(self.find(name, scope), Some(Found::Item(item)) if matches!(item.what, What::Message(_))) {
                    continue;
                }
                let text = format!("extensions of `{name}` are not read and not written");
                let lint = Diagnostic::new(&code::EXTENSION, *span, text).label("passed over");
                self.sink.push(lint.help("let them be fields of the message"));
            }
        }
    }
}
