//! Names in `components`, and references to them.

use std::collections::HashMap;
use std::collections::HashSet;
use std::path::Path;

use asyncapi_codegen::document::Location;
use asyncapi_codegen::source::Node;

/// The names that are taken, by section.
pub(super) struct Names {
    taken: HashMap<&'static str, HashSet<String>>,
}

impl Names {
    pub(super) fn new() -> Self {
        Self { taken: HashMap::new() }
    }

    /// A name for what stands at `location` in the file `path`: its own, with a number where another has it.
    pub(super) fn name(&mut self, section: &'static str, root: &Node, path: &str, location: &Location) -> String {
        let taken = self.taken.entry(section).or_insert_with(|| {
            let known = root.get("components").and_then(|components| components.get(section)).and_then(Node::as_object);
            known.into_iter().flat_map(|known| known.iter()).map(|(key, _)| key.text.to_string()).collect()
        });
        let own = location.pointer.rsplit('/').next().filter(|own| !own.is_empty());
        let own = own.map(|own| own.replace("~1", "/").replace("~0", "~"));
        let own = own.unwrap_or_else(|| stem(path).to_owned());
        let base = usable(&own);
        let mut name = base.clone();
        let mut number = 2_usize;
        while !taken.insert(name.clone()) {
            name = format!("{base}{number}");
            number += 1;
        }
        name
    }
}

/// `user` of `schemas/user.schema.json`: endings that say only what kind of file it is are no part of a name.
fn stem(path: &str) -> &str {
    let name = Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or("file");
    name.split('.').find(|part| !part.is_empty()).unwrap_or("file")
}

/// With the characters alone that a key of `components` may have.
fn usable(text: &str) -> String {
    let fits = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '_');
    let name: String = text.chars().map(|char| if fits(char) { char } else { '_' }).collect();
    let name = name.trim_matches('_');
    if name.is_empty() { "unnamed".to_owned() } else { name.to_owned() }
}

/// The reference to a pointer of the root.
pub(crate) fn reference(pointer: &str) -> String {
    let mut text = String::from("#");
    for char in pointer.chars() {
        match char {
            '%' | '#' | '"' | '\\' | '^' | '`' | '<' | '>' | ' ' | '[' | ']' | '{' | '}' | '|' => {
                text.push_str(&format!("%{:02X}", u32::from(char)))
            }
            other => text.push(other),
        }
    }
    text
}

/// A pointer of keys.
pub(crate) fn pointer(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("/{}", key.replace('~', "~0").replace('/', "~1"))).collect()
}
