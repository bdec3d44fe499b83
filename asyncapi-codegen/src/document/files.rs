//! Where the files of a document come from: the engine itself knows no environment.

use crate::collections::HashMap;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// Reads files for [`load`](super::load).
///
/// Paths are built from the root document's path as it was given to `load`, and from references.
pub trait Files {
    /// The bytes of a file.
    ///
    /// # Errors
    /// If there is no such file, or it cannot be read.
    fn read(&mut self, path: &Path) -> io::Result<Vec<u8>>;

    /// The one path of a file or folder, links followed: what tells whether it lies in another folder.
    ///
    /// # Errors
    /// If there is no such file.
    fn canonical(&mut self, path: &Path) -> io::Result<PathBuf> {
        Ok(normal(path))
    }

    /// Where a file is looked for, for messages.
    fn place_of(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }
}

/// The files of a folder on disk. Remembers what it read, so that a build can be repeated when one of them changes.
#[derive(Debug)]
pub struct Disk {
    base: PathBuf,
    read: Vec<PathBuf>,
}

/// No document is larger; keeps a device file from filling the memory.
const MOST_BYTES: u64 = 1 << 28;

impl Disk {
    /// Files with relative paths are looked up in `base`.
    #[must_use]
    pub fn new(base: impl Into<PathBuf>) -> Self {
        Self { base: base.into(), read: Vec::new() }
    }

    /// Every file that was read, in the order of reading, with `base` in front of it.
    #[must_use]
    pub fn read_so_far(&self) -> &[PathBuf] {
        &self.read
    }
}

impl Files for Disk {
    fn read(&mut self, path: &Path) -> io::Result<Vec<u8>> {
        let path = self.base.join(path);
        // A pipe would be waited for, and a folder has a poor message.
        if !std::fs::metadata(&path)?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "this is not a file"));
        }
        let mut bytes = Vec::new();
        std::fs::File::open(&path)?.take(MOST_BYTES).read_to_end(&mut bytes)?;
        self.read.push(path);
        Ok(bytes)
    }

    fn canonical(&mut self, path: &Path) -> io::Result<PathBuf> {
        std::fs::canonicalize(self.base.join(path))
    }

    fn place_of(&self, path: &Path) -> PathBuf {
        self.base.join(path)
    }
}

/// Files in memory, for tests and for documents that come from elsewhere.
#[derive(Debug, Default)]
pub struct InMemory {
    files: HashMap<PathBuf, Vec<u8>>,
}

impl InMemory {
    /// Adds or replaces a file.
    #[must_use]
    pub fn with(mut self, path: impl AsRef<Path>, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(normal(path.as_ref()), bytes.into());
        self
    }
}

impl Files for InMemory {
    fn read(&mut self, path: &Path) -> io::Result<Vec<u8>> {
        let missing = || io::Error::new(io::ErrorKind::NotFound, "no such file");
        self.files.get(&normal(path)).cloned().ok_or_else(missing)
    }
}

/// The path without `.` and, as far as it goes, without `..`: a matter of text, links are not followed.
pub(super) fn normal(path: &Path) -> PathBuf {
    let mut result = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if matches!(result.components().next_back(), Some(Component::Normal(_))) => {
                result.pop();
            }
            // Above the root there is only the root.
            Component::ParentDir if result.has_root() => {}
            other => result.push(other),
        }
    }
    result
}
