//! What the texts of .proto files import is read with the document: later stages read no files.
//!
//! Texts are the `.proto` files that references lead to, and the strings beside a `schemaFormat` of Protobuf. An import is
//! looked for in the folder of the file that it stands in, then in each folder above it, as `protoc` does with several
//! `--proto_path`s. What is not found is reported where it is used.

use std::collections::VecDeque;

use super::reference::Store;
use crate::diagnostic::Sink;
use crate::source::{FileId, Node, Value, proto};

/// No document needs more.
const MOST_FILES: usize = 2_000;

/// The folder of what the engine knows by itself.
const OWN: &str = "google/protobuf/";

/// Reads all imports, and those of what they lead to.
pub(super) fn read(store: &mut Store<'_>, sink: &mut Sink) {
    let mut texts: VecDeque<(FileId, Node)> = VecDeque::new();
    let mut open: Vec<Node> = store.roots.values().cloned().collect();
    // Files are read in the same order each time.
    open.sort_by_key(Node::span);
    while let Some(node) = open.pop() {
        match node.value() {
            // A whole file of text has no extent of its own.
            Value::String(_) if node.span().start == node.span().end && store.is_proto(node.span().file) => {
                texts.push_back((node.span().file, node));
            }
            Value::Object(object) => {
                let format = object.get("schemaFormat").and_then(Node::as_str).unwrap_or_default();
                if format.trim_start().to_ascii_lowercase().starts_with("application/vnd.google.protobuf") {
                    let inner = [object.get("schema"), object.get("payload")].into_iter().flatten();
                    texts.extend(inner.map(|text| (text.span().file, text.clone())));
                }
                open.extend(object.iter().map(|(_, value)| value.clone()));
            }
            Value::Array(items) => open.extend(items.iter().cloned()),
            _ => {}
        }
    }
    let mut read = 0;
    while let Some((file, text)) = texts.pop_front() {
        for (path, _) in proto::imports(text.as_str().unwrap_or_default()) {
            let key = (file, path);
            if store.imports.contains_key(&key) || key.1.starts_with(OWN) || read >= MOST_FILES {
                continue;
            }
            let Some(found) = find(store, &key, sink) else { continue };
            let is_new = !store.imports.values().any(|known| *known == found);
            store.imports.insert(key, found);
            read += 1;
            if let Some(root) = store.roots.get(&found).filter(|_| is_new) {
                texts.push_back((found, root.clone()));
            }
        }
    }
}

fn find(store: &mut Store<'_>, (file, path): &(FileId, String), sink: &mut Sink) -> Option<FileId> {
    let folders = store.folders(*file);
    folders.iter().find_map(|folder| store.probe(&folder.join(path), sink))
}
