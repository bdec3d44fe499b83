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
    /// several that fit, the longest counts. The folder of a copy stands for the folder of its URL, for what is there.
    /// Relative to where the root document's path is relative to.
    pub refs: Vec<(String, PathBuf)>,
    /// How much a file may hold.
    pub limits: Limits,
}

impl LoadOptions {
    /// The copy of what is on the network; `is_there` tells which files beside copies there are.
    fn copy_of(&self, url: &str, mut is_there: impl FnMut(&Path) -> bool) -> Option<PathBuf> {
        let plain = url.split('?').next().unwrap_or(url);
        let within = |from: &str, to: &Path| {
            let rest = reference::uri::percent_decode(plain.strip_prefix(from)?)?;
            // Such as `%2e%2e`: a mapped folder is not left.
            let inside = Path::new(&rest).components().all(|part| matches!(part, std::path::Component::Normal(_)));
            inside.then(|| to.join(rest))
        };
        let mut best: Option<(usize, PathBuf)> = None;
        for (from, to) in &self.refs {
            let (length, copy, is_implied) = if from == url || from == plain {
                (from.len() + 1, Some(to.clone()), false)
            } else {
                let folder = from.rfind('/').and_then(|end| from.get(..=end)).unwrap_or_default();
                let is_file = folder.len() < from.len();
                let place = if is_file { to.parent().unwrap_or(Path::new("")) } else { to };
                // `https://host`, and what has no path at all, is in no folder.
                let is_folder = !is_file || folder.matches('/').count() > 2;
                (folder.len(), Some(folder).filter(|_| is_folder).and_then(|it| within(it, place)), is_file)
            };
            let Some(copy) = copy else { continue };
            // What is said counts before what is implied.
            let is_better = best.as_ref().is_none_or(|(most, _)| length > *most || (length == *most && !is_implied));
            if is_better && (!is_implied || is_there(&copy)) {
                best = Some((length, copy));
            }
        }
        best.map(|(_, path)| path)
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
