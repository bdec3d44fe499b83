//! What references are relative to: where a file came from, or what an `$id` says.

use std::path::{Path, PathBuf};

use super::super::files::normal;
use super::uri::{self, Place};

/// The place of a file or of a schema: what relative references in it start from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Base {
    /// A file, by its path.
    Path(PathBuf),
    /// A folder, as an `$id` with a `/` at its end names one.
    Folder(PathBuf),
    /// A URI without fragment.
    Uri(String),
}

impl Base {
    /// What the part of a reference before `#` means from here.
    pub(super) fn resolve(&self, place: &Place<'_>) -> Self {
        match (place, self) {
            (Place::Here, base) => base.clone(),
            (Place::Uri(uri), _) => Self::Uri(uri::normal(uri)),
            (Place::Path(path), Self::Uri(base)) => Self::Uri(uri::join(base, path)),
            (Place::Path(path), Self::Folder(folder)) => Self::below(folder, path),
            (Place::Path(path), Self::Path(file)) => Self::below(&folder_of(file), path),
        }
    }

    /// How much text it is.
    pub(super) fn length(&self) -> usize {
        match self {
            Self::Path(path) | Self::Folder(path) => path.as_os_str().len(),
            Self::Uri(uri) => uri.len(),
        }
    }

    fn below(folder: &Path, path: &str) -> Self {
        let decoded = uri::percent_decode(path).unwrap_or_else(|| path.to_owned());
        let whole = normal(&folder.join(&decoded));
        if decoded.ends_with('/') { Self::Folder(whole) } else { Self::Path(whole) }
    }
}

pub(super) fn folder_of(path: &Path) -> PathBuf {
    path.parent().map(Path::to_path_buf).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_uris_are_bases() {
        let resolve = |base: &Base, text: &str| base.resolve(&uri::split(text).place);
        let file = Base::Path(PathBuf::from("api/a.json"));
        assert_eq!(resolve(&file, "#x"), file);
        assert_eq!(resolve(&file, "../b%20c.json#/x"), Base::Path(PathBuf::from("b c.json")));
        let folder = resolve(&file, "parts/");
        assert_eq!(resolve(&folder, "b.json"), Base::Path(PathBuf::from("api/parts/b.json")));
        let uri = resolve(&file, "https://h/a/../b/");
        assert_eq!(uri, Base::Uri("https://h/b/".to_owned()));
        assert_eq!(resolve(&uri, "c.json"), Base::Uri("https://h/b/c.json".to_owned()));
        assert_eq!(resolve(&uri, "urn:x"), Base::Uri("urn:x".to_owned()));
    }
}
