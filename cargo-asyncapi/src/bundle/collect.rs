//! What has to move, and which references change: a [`Document`] → [`Collection`].

use std::collections::{HashMap, HashSet, VecDeque};

use asyncapi_codegen::document::{Document, Location, Version};
use asyncapi_codegen::source::{FileId, Node};

use super::name::{Names, pointer, reference};
use crate::kind::{Kind, Under, is_foreign};
use crate::rewrite::{Changes, Context, Out, compact};

/// What is to be done.
#[derive(Debug, Default)]
pub(super) struct Collection {
    /// What moves into `components`.
    pub(super) moves: Vec<Move>,
    /// What takes the place of the reference to it.
    pub(super) inlined: Vec<Move>,
    /// The references that change.
    pub(super) changes: Changes,
}

/// A value of another file, and where it is to stand.
#[derive(Debug)]
pub(super) struct Move {
    /// Where it is.
    pub(super) from: Location,
    /// The value.
    pub(super) node: Node,
    /// Keys from the root.
    pub(super) to: Vec<String>,
}

/// A reference that is followed.
pub(crate) struct Link {
    /// The object that has it.
    pub(crate) holder: Node,
    /// What it leads to.
    pub(crate) kind: Kind,
    /// Where it leads.
    pub(crate) target: Location,
    node: Node,
    /// The keys from the root to the holder, if these lead to what can stand there itself.
    place: Option<Vec<String>>,
}

struct Walk<'a> {
    document: &'a Document,
    links: Vec<Link>,
    seen: HashSet<(usize, Kind)>,
    queue: VecDeque<(Node, Kind)>,
    known: HashSet<Location>,
}

/// All references of a document and of what they lead to.
pub(crate) fn links(document: &Document) -> Vec<Link> {
    let mut walk =
        Walk { document, links: Vec::new(), seen: HashSet::new(), queue: VecDeque::new(), known: HashSet::new() };
    if let Some(root) = document.roots.get(&document.root) {
        walk.object(root, Kind::Root, &mut Vec::new());
    }
    while let Some((node, kind)) = walk.queue.pop_front() {
        // No keys lead to what is in another file.
        walk.object(&node, kind, &mut vec![String::new(); 9]);
    }
    walk.links
}

impl Collection {
    /// Whether nothing is to be done.
    pub(super) fn is_empty(&self) -> bool {
        self.moves.is_empty() && self.inlined.is_empty() && self.changes.is_empty()
    }

    pub(super) fn of(document: &Document) -> Self {
        let links = links(document);
        Plan::of(document, &links).collection(&links)
    }
}

impl Walk<'_> {
    fn object(&mut self, node: &Node, kind: Kind, keys: &mut Vec<String>) {
        if !self.seen.insert((node.id(), kind)) {
            return;
        }
        self.reference(node, kind, keys);
        let foreign = is_foreign(node.get("schemaFormat").and_then(Node::as_str));
        for (key, value) in node.as_object().into_iter().flat_map(|object| object.iter()) {
            keys.push(key.text.to_string());
            match kind.under(&key.text, foreign) {
                Under::One(Kind::Other) => {}
                Under::One(kind) => self.one(value, kind, keys),
                Under::Many(kind) => self.many(value, kind, keys),
            }
            keys.pop();
        }
        if let Some(items) = node.as_array() {
            items.iter().for_each(|item| self.one(item, kind, keys));
        }
    }

    fn one(&mut self, value: &Node, kind: Kind, keys: &mut Vec<String>) {
        if value.as_object().is_some() || value.as_array().is_some() {
            self.object(value, kind, keys);
        }
    }

    fn many(&mut self, value: &Node, kind: Kind, keys: &mut Vec<String>) {
        if let Some(items) = value.as_array() {
            items.iter().for_each(|item| self.one(item, kind, keys));
            return;
        }
        self.reference(value, kind, keys);
        for (key, value) in value.as_object().into_iter().flat_map(|object| object.iter()) {
            keys.push(key.text.to_string());
            self.one(value, kind, keys);
            keys.pop();
        }
    }

    fn reference(&mut self, node: &Node, kind: Kind, keys: &[String]) {
        let Some(target) = self.document.resolve(node) else { return };
        let is_alone = node.as_object().is_some_and(|object| object.len() == 1);
        let is_place = match keys {
            [section, _] => matches!(section.as_str(), "channels" | "servers" | "operations"),
            // An alias of a schema is a type of its own.
            [components, section, _] => {
                components == "components" && kind != Kind::Schema && kind.section() == Some(section)
            }
            _ => false,
        };
        self.links.push(Link {
            holder: node.clone(),
            kind,
            target: target.location.clone(),
            node: target.node.clone(),
            place: (is_alone && is_place).then(|| keys.to_vec()),
        });
        if target.location.file != self.document.root && self.known.insert(target.location.clone()) {
            self.queue.push_back((target.node.clone(), kind));
        }
    }
}

/// Where what is in other files is going to be.
struct Plan<'a> {
    document: &'a Document,
    names: Names,
    moves: Vec<Move>,
    inlined: Vec<Move>,
    /// The new places.
    places: HashMap<Location, Vec<String>>,
    /// The holders that are replaced by what they refer to.
    replaced: HashSet<usize>,
}

impl<'a> Plan<'a> {
    fn of(document: &'a Document, links: &[Link]) -> Self {
        let mut plan = Self {
            document,
            names: Names::new(),
            moves: Vec::new(),
            inlined: Vec::new(),
            places: HashMap::new(),
            replaced: HashSet::new(),
        };
        let movable: Vec<&Link> = links.iter().filter(|link| plan.is_movable(link)).collect();
        let targets: HashSet<&Location> = movable.iter().map(|link| &link.target).collect();
        let is_within = |location: &Location| ancestors(location).any(|outer| targets.contains(&outer));
        let outermost: Vec<&Link> = movable.into_iter().filter(|link| !is_within(&link.target)).collect();
        // What can stand where the reference to it does, does.
        for link in &outermost {
            let is_free = !plan.places.contains_key(&link.target);
            if let Some(place) = link.place.as_ref().filter(|_| is_free && link.holder.span().file == document.root) {
                plan.replaced.insert(link.holder.id());
                plan.put(link, place.clone(), true);
            }
        }
        for link in outermost {
            if !plan.places.contains_key(&link.target)
                && let Some(section) = link.kind.section()
            {
                let name = plan.name(section, link);
                plan.put(link, vec!["components".to_owned(), section.to_owned(), name], false);
            }
        }
        plan
    }

    fn put(&mut self, link: &Link, to: Vec<String>, instead: bool) {
        self.places.insert(link.target.clone(), to.clone());
        let moved = Move { from: link.target.clone(), node: link.node.clone(), to };
        if instead { self.inlined.push(moved) } else { self.moves.push(moved) }
    }

    fn name(&mut self, section: &'static str, link: &Link) -> String {
        let path = self.document.sources.get(link.target.file).map(|file| file.path()).unwrap_or_default();
        match self.document.roots.get(&self.document.root) {
            Some(root) => self.names.name(section, root, path, &link.target),
            None => String::new(),
        }
    }

    fn is_outside(&self, file: FileId) -> bool {
        file != self.document.root
            && self.document.sources.get(file).is_some_and(|file| !file.path().starts_with("http://json-schema.org/"))
    }

    fn is_movable(&self, link: &Link) -> bool {
        self.is_outside(link.target.file) && (has_section(self.document.version, link.kind) || self.fits_in_place(link))
    }

    /// Whether it can stand where the reference to it does: what the version has no section for.
    fn fits_in_place(&self, link: &Link) -> bool {
        link.place.is_some() && link.holder.span().file == self.document.root
    }

    fn collection(self, links: &[Link]) -> Collection {
        let mut changes = Changes::default();
        for link in links {
            let is_inside = link.holder.span().file == self.document.root;
            if self.replaced.contains(&link.holder.id()) || (is_inside && link.target.file == self.document.root) {
                continue;
            }
            if let (Some(text), Some(old)) = (self.text(link), link.holder.get("$ref")) {
                changes.string(old, text);
            }
        }
        // Last, so that the references in what is written here are changed.
        let last: Vec<(&Link, String)> = links
            .iter()
            .filter(|link| self.is_outside(link.target.file) && self.place_of(&link.target).is_none())
            .map(|link| (link, compact(Context::new(&self.document.sources, &changes), &Out::anew(&link.node))))
            .collect();
        for (link, json) in last {
            changes.object(&link.holder, json, link.node.clone());
        }
        Collection { moves: self.moves, inlined: self.inlined, changes }
    }

    /// What a reference says afterwards.
    fn text(&self, link: &Link) -> Option<String> {
        if link.target.file == self.document.root {
            return Some(reference(&link.target.pointer));
        }
        self.place_of(&link.target).map(|pointer| reference(&pointer))
    }

    /// Where a location is afterwards.
    fn place_of(&self, location: &Location) -> Option<String> {
        let own = std::iter::once(location.clone());
        own.chain(ancestors(location)).find_map(|outer| {
            let keys: Vec<&str> = self.places.get(&outer)?.iter().map(String::as_str).collect();
            let rest = location.pointer.get(outer.pointer.len()..)?;
            Some(format!("{}{rest}", pointer(&keys)))
        })
    }
}

/// Whether `components` of the version has a section for the kind.
fn has_section(version: Version, kind: Kind) -> bool {
    match version {
        Version::V3(_) => kind.section().is_some(),
        Version::V2(minor) => kind.section().is_some() && kind.section_since().is_some_and(|since| since <= minor),
    }
}

/// The places that a place lies in.
fn ancestors(location: &Location) -> impl Iterator<Item = Location> {
    let file = location.file;
    let pointer = location.pointer.clone();
    let ends: Vec<usize> = pointer.match_indices('/').map(|(at, _)| at).collect();
    ends.into_iter().rev().filter_map(move |end| Some(Location { file, pointer: pointer.get(..end)?.to_owned() }))
}
