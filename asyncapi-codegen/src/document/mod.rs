//! Stage 2, **load**: [`Node`](crate::source::Node) → [`Document`], the typed object model of AsyncAPI 3.x.
//!
//! Invariant of the output: every reference was followed or reported, traits are applied, 2.0–2.6 look like 3.x, and
//! everything knows its place in the file that the user wrote.
//!
//! [`load`] goes twice over a document. `structure` walks it along the tables of `shape`, reports every fault of
//! structure, and resolves every reference by way of `reference`. `build` then fills the model, and passes over what is
//! broken, since that was reported.

mod build;
mod files;
#[cfg(feature = "protobuf")]
mod imports;
mod model;
mod reference;
mod shape;
mod structure;
mod version;

use std::path::{Path, PathBuf};

pub(crate) use build::with_parameters;
pub use build::{parts_of_url, protocol_of_url};
pub use files::{Disk, Files, InMemory};
pub use model::*;

use crate::diagnostic::Sink;
use crate::source::{Limits, Sources};
use reference::Resolver;
pub(crate) use shape::bindings::is_avro_key;

/// What [`load`] may do.
#[derive(Debug, Default)]
pub struct LoadOptions {
    /// The folder that references may not leave, relative to where the root document's path is relative to. `None`: the
    /// folder of the root document.
    pub folder: Option<PathBuf>,
    /// Whether references may lead out of that folder after all.
    pub allow_outside: bool,
    /// Copies of what is on the network: a URL and a file, or the beginning of URLs, up to a `/`, and a folder. Of
    /// several that fit, the longest counts. Relative to where the root document's path is relative to.
    pub refs: Vec<(String, PathBuf)>,
    /// How much a file may hold.
    pub limits: Limits,
}

impl LoadOptions {
    fn copy_of(&self, url: &str) -> Option<PathBuf> {
        let plain = url.split('?').next().unwrap_or(url);
        let fits = |(from, to): &(String, PathBuf)| {
            if from == url || from == plain {
                return Some((from.len() + 1, to.clone()));
            }
            let rest = plain.strip_prefix(from.as_str()).filter(|_| from.ends_with('/'))?;
            let rest = reference::uri::percent_decode(rest)?;
            // Such as `%2e%2e`: a mapped folder is not left.
            let inside = Path::new(&rest).components().all(|part| matches!(part, std::path::Component::Normal(_)));
            inside.then(|| (from.len(), to.join(rest)))
        };
        self.refs.iter().filter_map(fits).max_by_key(|(length, _)| *length).map(|(_, path)| path)
    }
}

/// Reads the document at `root_path` and every file that it refers to.
///
/// All faults go into `sink`. A document with faults comes back as far as it could be understood, so that later stages
/// can go on.
///
/// # Errors
/// The files read so far, if nothing could be made of the root document.
pub fn load(
    root_path: &str,
    files: &mut dyn Files,
    options: &LoadOptions,
    sink: &mut Sink,
) -> Result<Document, Sources> {
    let mut resolver = Resolver::new(files, options);
    let found = resolver.store.read_root(root_path, sink).and_then(|file| {
        let root = resolver.store.roots.get(&file)?.clone();
        version::of(&root, file, sink).map(|version| (file, root, version))
    });
    let Some((file, root, version)) = found else { return Err(resolver.store.sources) };
    structure::check(&mut resolver, &root, version, sink);
    #[cfg(feature = "protobuf")]
    imports::read(&mut resolver.store, sink);
    Ok(build::build(resolver, file, &root, version, sink))
}

#[cfg(test)]
mod tests;
