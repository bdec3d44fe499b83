//! A document that goes to another folder: its references to files begin there.

use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};

use asyncapi_codegen::document::Document;

use crate::bundle::collect::links;
use crate::rewrite::Changes;

/// Changes the paths of the references to other files.
pub(super) fn change_paths(document: &Document, output: &str, changes: &mut Changes) {
    let path = document.sources.get(document.root).map(|file| file.path()).unwrap_or_default();
    let (Some(old), Some(new)) = (folder(Path::new(path)), folder(Path::new(output))) else { return };
    if old == new {
        return;
    }
    for link in links(document) {
        let Some(reference) = link.holder.get("$ref").filter(|it| it.span().file == document.root) else { continue };
        let text = reference.as_str().unwrap_or_default();
        let (place, fragment) = text.split_once('#').unwrap_or((text, ""));
        if link.target.file == document.root || place.is_empty() || place.contains("://") || place.starts_with('/') {
            continue;
        }
        if let Some(way) = way(&new, &old.join(place)) {
            let fragment = if text.contains('#') { format!("#{fragment}") } else { String::new() };
            changes.string(reference, format!("{way}{fragment}"));
        }
    }
}

/// The folder of a file, from the root of the file system, links followed.
fn folder(file: &Path) -> Option<PathBuf> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::canonicalize(folder).ok()
}

/// The way from a folder to a file, with `/` between its parts.
fn way(folder: &Path, file: &Path) -> Option<String> {
    let mut parts: Vec<&OsStr> = Vec::new();
    for part in file.components() {
        match part {
            Component::ParentDir => drop(parts.pop()),
            Component::Normal(name) => parts.push(name),
            _ => {}
        }
    }
    let from: Vec<&OsStr> = folder
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => Some(name),
            _ => None,
        })
        .collect();
    let same = from.iter().zip(&parts).take_while(|(from, to)| from == to).count();
    let up = from.iter().skip(same).map(|_| "..");
    let down = parts.iter().skip(same).map(|part| part.to_str());
    let all: Option<Vec<&str>> = up.map(Some).chain(down).collect();
    all.map(|all| all.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_lead_up_and_down() {
        let way = |folder: &str, file: &str| way(Path::new(folder), Path::new(file));
        assert_eq!(way("/a/b", "/a/c/../d.json").as_deref(), Some("../d.json"));
        assert_eq!(way("/a", "/a/b/c.json").as_deref(), Some("b/c.json"));
        assert_eq!(way("/a/x/y", "/b.json").as_deref(), Some("../../../b.json"));
    }
}
