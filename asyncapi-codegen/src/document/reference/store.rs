//! The files of a document: which a reference means, whether it may be read, and its tree.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use super::super::files::normal;
use super::super::{Files, LoadOptions};
use super::pointer;
use super::uri::{self, Place};
use crate::diagnostic::catalogue::load;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{FileId, Node, Sources, Span, Value, read_text};

/// Where a file came from: what references in it are relative to.
#[derive(Debug, Clone)]
enum Origin {
    Path(PathBuf),
    Web(String),
}

/// Every file that was read.
pub(in super::super) struct Store<'a> {
    files: &'a mut dyn Files,
    options: &'a LoadOptions,
    pub(in super::super) sources: Sources,
    pub(in super::super) roots: HashMap<FileId, Node>,
    /// By path as the references spell it; `None`: could not be read, which was reported.
    known: HashMap<PathBuf, Option<FileId>>,
    origins: HashMap<FileId, Origin>,
    /// The folder that references may not leave.
    folder: PathBuf,
    /// By file and last segment: pointers to what has a name.
    names: HashMap<FileId, HashMap<String, String>>,
}

/// No fault if it was reported before.
type Fault = Option<Box<Diagnostic>>;

/// Files that are text for another tool, not YAML or JSON.
const TEXT_FILES: [&str; 8] = ["proto", "xsd", "xml", "wsdl", "graphql", "gql", "md", "txt"];

impl<'a> Store<'a> {
    pub(super) fn new(files: &'a mut dyn Files, options: &'a LoadOptions) -> Self {
        Self {
            files,
            options,
            sources: Sources::default(),
            roots: HashMap::new(),
            known: HashMap::new(),
            origins: HashMap::new(),
            folder: PathBuf::new(),
            names: HashMap::new(),
        }
    }

    /// Reads the root document.
    pub(in super::super) fn read_root(&mut self, path: &str, sink: &mut Sink) -> Option<FileId> {
        let path = Path::new(path);
        self.folder = self.options.folder.clone().unwrap_or_else(|| folder_of(path));
        match self.files.read(path) {
            Ok(bytes) => self.add(path, Origin::Path(normal(path)), &bytes, sink),
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

    /// The file that the reference means, read if it was not before.
    pub(super) fn file(&mut self, place: &Place<'_>, reference: &Node, sink: &mut Sink) -> Result<FileId, Fault> {
        let here = reference.span().file;
        let origin = self.origins.get(&here).cloned().ok_or(None)?;
        match (place, origin) {
            (Place::Here, _) => Ok(here),
            (Place::Path(path), Origin::Path(base)) => {
                let decoded = uri::percent_decode(path).unwrap_or_else(|| (*path).to_owned());
                let path = normal(&folder_of(&base).join(decoded));
                self.local(&path, Origin::Path(path.clone()), self.options.allow_outside, reference, sink)
            }
            (Place::Path(path), Origin::Web(base)) => self.web(&uri::join(&base, path), reference, sink),
            (Place::Web(url), _) => self.web(&uri::normal(url), reference, sink),
            (Place::OtherScheme(scheme), _) => {
                let message = format!("reference `{}` is neither a path nor a URL", text(reference));
                let fault = Diagnostic::new(&load::UNREADABLE_FILE, reference.span(), message);
                Err(Some(Box::new(fault.label(format!("`{scheme}:` is not supported")))))
            }
        }
    }

    /// A URL, of which the options must name a copy.
    fn web(&mut self, url: &str, reference: &Node, sink: &mut Sink) -> Result<FileId, Fault> {
        let Some(path) = self.options.copy_of(url) else {
            let message = format!("reference `{}` is on the network, where nothing is read from", text(reference));
            let fault = Diagnostic::new(&load::REMOTE_REFERENCE, reference.span(), message).help(format!(
                "save the file with the project, and name it: `refs = {{ \"{url}\" = \"path/to/copy\" }}`"
            ));
            return Err(Some(Box::new(fault)));
        };
        self.local(&normal(&path), Origin::Web(url.to_owned()), true, reference, sink)
    }

    fn local(
        &mut self,
        path: &Path,
        origin: Origin,
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

    fn add(&mut self, path: &Path, origin: Origin, bytes: &[u8], sink: &mut Sink) -> Option<FileId> {
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
            self.roots.insert(file, root);
            self.origins.insert(file, origin);
            file
        });
        self.known.insert(normal(path), file);
        file
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

fn folder_of(path: &Path) -> PathBuf {
    path.parent().map(Path::to_path_buf).unwrap_or_default()
}
