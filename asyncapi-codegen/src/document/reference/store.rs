//! The files of a document: which a reference means, whether it may be read, and its tree.

use crate::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use super::super::files::normal;
use super::super::{Files, LoadOptions};
use super::base::{Base, folder_of};
use super::identifiers::{Found, Identifiers, Scope};
use super::{Fault, pointer, uri};
use crate::diagnostic::catalogue::load;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{FileId, Limits, Node, Sources, Span, Value, read_text};

/// The meta-schema of draft-07, in our own words: schemas of schemas refer to it, and nothing is fetched.
const META_SCHEMA: (&str, &str) = ("http://json-schema.org/draft-07/schema", include_str!("draft-07.json"));

/// Every file that was read.
pub(in super::super) struct Store<'a> {
    files: &'a mut dyn Files,
    options: &'a LoadOptions,
    pub(in super::super) sources: Sources,
    pub(in super::super) roots: HashMap<FileId, Node>,
    /// By file and path: what texts of .proto files import.
    #[cfg(feature = "protobuf")]
    pub(in super::super) imports: HashMap<(FileId, String), FileId>,
    /// By path as the references spell it; `None`: could not be read, which was reported.
    known: HashMap<PathBuf, Option<FileId>>,
    /// Where each file came from.
    origins: HashMap<FileId, Base>,
    identifiers: HashMap<FileId, Identifiers>,
    /// By the URI that a file says a schema of it has: the first two such files.
    uris: HashMap<String, (FileId, Option<FileId>)>,
    meta_schema: Option<FileId>,
    /// The folder that references may not leave.
    folder: PathBuf,
    /// By file and last segment: pointers to what has a name.
    names: HashMap<FileId, HashMap<String, String>>,
}

/// Files that are text for another tool, not YAML or JSON.
const TEXT_FILES: [&str; 8] = ["proto", "xsd", "xml", "wsdl", "graphql", "gql", "md", "txt"];

impl<'a> Store<'a> {
    pub(super) fn new(files: &'a mut dyn Files, options: &'a LoadOptions) -> Self {
        Self {
            files,
            options,
            sources: Sources::default(),
            roots: HashMap::new(),
            #[cfg(feature = "protobuf")]
            imports: HashMap::new(),
            known: HashMap::new(),
            origins: HashMap::new(),
            identifiers: HashMap::new(),
            uris: HashMap::new(),
            meta_schema: None,
            folder: PathBuf::new(),
            names: HashMap::new(),
        }
    }

    /// Reads the root document.
    pub(in super::super) fn read_root(&mut self, path: &str, sink: &mut Sink) -> Option<FileId> {
        let path = Path::new(path);
        self.folder = self.options.folder.clone().unwrap_or_else(|| folder_of(path));
        match self.files.read(path) {
            Ok(bytes) => self.add(path, Base::Path(normal(path)), &bytes, sink),
            Err(error) => {
                let shown = path.display().to_string();
                let file = self.sources.add(&shown, "");
                let fault =
                    Diagnostic::new(&load::UNREADABLE_FILE, Span::start_of(file), format!("cannot read `{shown}`"));
                sink.push(fault.label(reason(&error)).help(self.looked_at(path)));
                None
            }
        }
    }

    /// Where a file came from: what references in it are relative to.
    pub(super) fn origin(&self, file: FileId) -> Option<&Base> {
        self.origins.get(&file)
    }

    /// What the schemas of a file are called.
    pub(super) fn identifiers(&self, file: FileId) -> Option<&Identifiers> {
        self.identifiers.get(&file)
    }

    /// Where a reference stands.
    pub(super) fn scope(&self, reference: &Node) -> Option<&Scope> {
        self.identifiers(reference.span().file)?.scope(reference.span())
    }

    /// The schema, in any file read so far, that says it has this URI.
    pub(super) fn by_uri(&self, uri: &Base) -> Option<Found> {
        let Base::Uri(text) = uri else { return None };
        let (file, other) = self.uris.get(text)?;
        let found = self.identifiers(*file)?.resource(uri, None)?;
        let rival = other.and_then(|other| self.identifiers(other)?.resource(uri, None));
        Some(Found { rival: found.rival.or(rival.map(|rival| rival.target.node.span())), ..found })
    }

    /// The file that is at `place`, read if it was not before.
    pub(super) fn file(&mut self, place: &Base, reference: &Node, sink: &mut Sink) -> Result<FileId, Fault> {
        match place {
            Base::Path(path) | Base::Folder(path) => {
                self.local(path, place.clone(), self.options.allow_outside, reference, sink)
            }
            Base::Uri(uri) => self.web(uri, reference, sink),
        }
    }

    /// A URI, of which the options must name a copy.
    fn web(&mut self, uri: &str, reference: &Node, sink: &mut Sink) -> Result<FileId, Fault> {
        let (files, known) = (&mut *self.files, &self.known);
        let is_there = |path: &Path| known.contains_key(&normal(path)) || files.read(path).is_ok();
        if let Some(path) = self.options.copy_of(uri, is_there) {
            return self.local(&normal(&path), Base::Uri(uri.to_owned()), true, reference, sink);
        }
        let text = text(reference);
        let fault = if uri::is_web(uri) {
            let behind_scheme = |uri: &str| uri.split_once(':').map(|(_, rest)| rest.to_owned());
            if behind_scheme(uri) == behind_scheme(META_SCHEMA.0) {
                return self.meta_schema(sink).ok_or(None);
            }
            let message = format!("reference `{text}` is on the network, where nothing is read from");
            Diagnostic::new(&load::REMOTE_REFERENCE, reference.span(), message).help(format!(
                "save the file with the project, and name it: `refs = {{ \"{uri}\" = \"path/to/copy\" }}` in `asyncapi!`, \
                 `--ref {uri}=path/to/copy` on the command line"
            ))
        } else {
            let message = format!("reference `{text}` is neither a path nor a URL");
            Diagnostic::new(&load::UNREADABLE_FILE, reference.span(), message)
                .label("no schema has this `$id`, and the option `refs` names no copy")
        };
        Err(Some(Box::new(fault)))
    }

    fn meta_schema(&mut self, sink: &mut Sink) -> Option<FileId> {
        if self.meta_schema.is_none() {
            let (uri, text) = META_SCHEMA;
            let (file, root) = read_text(&mut self.sources, uri, text.as_bytes(), &Limits::default(), sink)?;
            self.insert(file, Base::Uri(uri.to_owned()), root);
            self.meta_schema = Some(file);
        }
        self.meta_schema
    }

    fn local(
        &mut self,
        path: &Path,
        origin: Base,
        anywhere: bool,
        reference: &Node,
        sink: &mut Sink,
    ) -> Result<FileId, Fault> {
        if let Some(known) = self.known.get(path) {
            return known.ok_or(None);
        }
        if !anywhere && !self.is_inside(path) {
            let message = format!("reference `{}` leads out of the document's folder", text(reference));
            let advice = "move the file below the folder of the root document, or allow files outside of it";
            let help = self.meant(reference).unwrap_or_else(|| advice.to_owned());
            return Err(Some(Box::new(Diagnostic::new(&load::OUTSIDE_ROOT, reference.span(), message).help(help))));
        }
        match self.files.read(path) {
            Ok(bytes) => self.add(path, origin, &bytes, sink).ok_or(None),
            Err(error) => {
                let message = format!("reference `{}` leads to a file that cannot be read", text(reference));
                let help = self.meant(reference).unwrap_or_else(|| self.looked_at(path));
                let fault = Diagnostic::new(&load::UNREADABLE_FILE, reference.span(), message);
                Err(Some(Box::new(fault.label(reason(&error)).help(help))))
            }
        }
    }

    /// Whether a file is the text of a .proto file.
    #[cfg(feature = "protobuf")]
    pub(in super::super) fn is_proto(&self, file: FileId) -> bool {
        let path = self.sources.get(file).map_or("", |file| file.path());
        let extension = Path::new(path).extension().and_then(|extension| extension.to_str());
        extension.is_some_and(|extension| extension.eq_ignore_ascii_case("proto"))
    }

    /// The folder of a file below the one that references may not leave, and those above it up to there.
    #[cfg(feature = "protobuf")]
    pub(in super::super) fn folders(&self, file: FileId) -> Vec<PathBuf> {
        let Some(Base::Path(path)) = self.origins.get(&file) else { return Vec::new() };
        let top = normal(&self.folder);
        let mut folders: Vec<PathBuf> = path.ancestors().skip(1).map(Path::to_owned).collect();
        if let Some(at) = folders.iter().position(|folder| *folder == top) {
            folders.truncate(at + 1);
        } else {
            folders.truncate(1);
        }
        folders
    }

    /// The file at a path, if it is there and may be read.
    #[cfg(feature = "protobuf")]
    pub(in super::super) fn probe(&mut self, path: &Path, sink: &mut Sink) -> Option<FileId> {
        let path = normal(path);
        if let Some(known) = self.known.get(&path) {
            return *known;
        }
        if !self.options.allow_outside && !self.is_inside(&path) {
            return None;
        }
        let bytes = self.files.read(&path).ok()?;
        self.add(&path, Base::Path(path.clone()), &bytes, sink)
    }

    fn looked_at(&self, path: &Path) -> String {
        format!("looked at `{}`", self.files.place_of(path).display())
    }

    /// A name, or a pointer without `#`, where a reference belongs: both read like a path.
    fn meant(&mut self, reference: &Node) -> Option<String> {
        let text = text(reference);
        let name = text.rsplit('/').next().filter(|name| !name.is_empty() && !text.contains('#'))?;
        let pointer = self.named(reference.span().file, name)?;
        Some(format!("did you mean `#{pointer}`?"))
    }

    /// First by the path's text, so that no file outside is even looked at, then with links followed.
    fn is_inside(&mut self, path: &Path) -> bool {
        let folder = normal(&self.folder);
        let in_text = if folder.as_os_str().is_empty() {
            path.is_relative() && !path.starts_with("..")
        } else {
            path.starts_with(&folder)
        };
        if !in_text {
            return false;
        }
        let place = if self.folder.as_os_str().is_empty() { Path::new(".") } else { &self.folder };
        match (self.files.canonical(place), self.files.canonical(path)) {
            (Ok(folder), Ok(path)) => folder.as_os_str().is_empty() || path.starts_with(folder),
            // There is no such file: reading it says so.
            _ => true,
        }
    }

    fn add(&mut self, path: &Path, origin: Base, bytes: &[u8], sink: &mut Sink) -> Option<FileId> {
        let shown = path.display().to_string();
        let is_text = path
            .extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|extension| TEXT_FILES.iter().any(|known| known.eq_ignore_ascii_case(extension)));
        let read = match std::str::from_utf8(bytes) {
            Ok(text) if is_text => {
                let file = self.sources.add(&shown, text);
                Some((file, Node::new(Span::start_of(file), Value::String(text.into()))))
            }
            _ => read_text(&mut self.sources, &shown, bytes, &self.options.limits, sink),
        };
        let file = read.map(|(file, root)| {
            self.insert(file, origin, root);
            file
        });
        self.known.insert(normal(path), file);
        file
    }

    fn insert(&mut self, file: FileId, origin: Base, root: Node) {
        let identifiers = Identifiers::of(file, origin.clone(), &root);
        for uri in identifiers.uris() {
            match self.uris.get_mut(uri) {
                None => drop(self.uris.insert(uri.to_owned(), (file, None))),
                Some((_, second)) => drop(second.get_or_insert(file)),
            }
        }
        self.identifiers.insert(file, identifiers);
        self.origins.insert(file, origin);
        self.roots.insert(file, root);
    }

    /// The pointer to what has the name `last` (as a segment of a pointer) in a file.
    pub(super) fn named(&mut self, file: FileId, last: &str) -> Option<&str> {
        let roots = &self.roots;
        let names = self.names.entry(file).or_insert_with(|| {
            let mut names = HashMap::new();
            for pointer in roots.get(&file).map(pointer::names).unwrap_or_default() {
                if let Some((_, last)) = pointer.rsplit_once('/') {
                    names.entry(last.to_owned()).or_insert(pointer);
                }
            }
            names
        });
        names.get(last).map(String::as_str)
    }
}

/// Why a file cannot be read, in words that do not depend on the system.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        _ => error.to_string(),
    }
}

fn text(reference: &Node) -> &str {
    reference.as_str().unwrap_or_default()
}
