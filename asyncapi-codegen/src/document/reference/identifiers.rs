//! What the `$id`s of a file say: the tree of a file → the base of every `$ref` in it, and what is found by name.
//!
//! Only places count where a schema can stand, by the tables of [`shape`](super::super::shape): an `$id` in an `enum`, a
//! `const`, an example, or under a keyword that nobody knows is data. The walk needs no stack and looks at every value
//! once; of what an alias puts in several places, the first counts.

use crate::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::super::shape::dialect::{Dialect, declared};
use super::super::shape::{Object, Shape, schema, v2, v3};
use super::super::{Location, Target};
use super::base::Base;
use super::reference_of;
use super::uri::{self, Place};
use crate::source::{FileId, Node, Span};

/// No URI of a schema is longer, and no pointer to one that has an identifier: by way of them, a small file can ask for
/// endless text.
const LONGEST: usize = 1_000;

/// The URIs of the schemas of a file have so many bytes in all; what comes later has none.
const MOST_BYTES: usize = 16 << 20;

/// The identifiers in a file.
#[derive(Debug)]
pub(super) struct Identifiers {
    file: FileId,
    steps: Vec<Step>,
    /// The first is that of what stands in no schema.
    scopes: Vec<Scope>,
    /// By the span of the text of a `$ref`: where in `scopes`, if it is not the first.
    of_reference: HashMap<Span, usize>,
    resources: HashMap<Base, Claims>,
    names: HashMap<Base, HashMap<String, Claims>>,
}

/// What a `$ref` needs to know of where it stands.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    /// What it is relative to.
    pub(super) base: Base,
    /// What `#` means.
    resource: Identified,
    /// Whether `$id`s come first, or the file's own place does.
    pub(super) by_identifier: bool,
    dialect: Dialect,
    /// The outermost schema around it: of equal identifiers, one in the same schema is meant. 0: none.
    schema: usize,
}

/// A schema that has an identifier, or the whole file.
#[derive(Debug, Clone)]
struct Identified {
    node: Node,
    /// The last step of the way to it.
    step: Option<usize>,
    /// As in [`Scope`].
    schema: usize,
}

/// The schemas that claim to be called the same: the first, and another one if there is.
#[derive(Debug, Default)]
struct Claims {
    all: (Option<Identified>, Option<Identified>),
    /// Within each outermost schema.
    near: HashMap<usize, (Option<Identified>, Option<Identified>)>,
}

impl Claims {
    fn add(&mut self, identified: &Identified) {
        for (first, second) in [&mut self.all, self.near.entry(identified.schema).or_default()] {
            let free = if first.is_none() { first } else { second };
            free.get_or_insert_with(|| identified.clone());
        }
    }
}

/// What an identifier leads to.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) target: Target,
    /// Another schema of the same identifier that may have been meant as well.
    pub(super) rival: Option<Span>,
}

impl Identifiers {
    /// Of the file at `base` with the tree `root`.
    pub(super) fn of(file: FileId, base: Base, root: &Node) -> Self {
        let resource = Identified { node: root.clone(), step: None, schema: 0 };
        // A file of its own is read as JSON Schema reads it; in an AsyncAPI document, its places come first.
        let document = document_table(root);
        let dialect = if document.is_some() { Dialect::AsyncApi } else { Dialect::Draft7.within(root) };
        let scope = Scope { base, resource, by_identifier: document.is_none(), dialect, schema: 0 };
        let found = Self {
            file,
            steps: Vec::new(),
            scopes: vec![scope],
            of_reference: HashMap::new(),
            resources: HashMap::new(),
            names: HashMap::new(),
        };
        let mut walk = Walk { found, bytes: 0, seen: HashSet::new(), stack: Vec::new() };
        match document {
            Some(table) => walk.fields(root, table, 0, None),
            None => walk.root_schema(root),
        }
        walk.run();
        let mut found = walk.found;
        if found.resources.is_empty() && found.names.is_empty() {
            // Most files: every scope is the same.
            found.of_reference = HashMap::new();
            found.steps = Vec::new();
        }
        found
    }

    /// The scope of the `$ref` whose text has this span.
    pub(super) fn scope(&self, reference: Span) -> Option<&Scope> {
        self.scopes.get(self.of_reference.get(&reference).copied().unwrap_or(0))
    }

    /// What the whole file is called: the `$id` at its root, else where it was found.
    pub(super) fn root(&self) -> Option<&Base> {
        let own = self.scopes.get(1).filter(|scope| scope.resource.step.is_none());
        own.or(self.scopes.first()).map(|scope| &scope.base)
    }

    /// What `#` means in `scope`.
    pub(super) fn start(&self, scope: &Scope) -> Option<Target> {
        self.target(&scope.resource)
    }

    /// The schema in this file that an `$id` calls `base`, as seen from `scope`.
    pub(super) fn resource(&self, base: &Base, scope: Option<&Scope>) -> Option<Found> {
        self.nearest(self.resources.get(base)?, scope)
    }

    /// The schema that an `$id: "#name"` calls `name`, within what is called `base`.
    pub(super) fn named(&self, base: &Base, name: &str, scope: Option<&Scope>) -> Option<Found> {
        self.nearest(self.names.get(base)?.get(name)?, scope)
    }

    /// The names within what is called `base`.
    pub(super) fn names(&self, base: &Base) -> impl Iterator<Item = &str> {
        self.names.get(base).into_iter().flat_map(|names| names.keys().map(String::as_str))
    }

    /// The URIs that this file says its schemas have.
    pub(super) fn uris(&self) -> impl Iterator<Item = &str> {
        self.resources.keys().filter_map(|base| if let Base::Uri(uri) = base { Some(uri.as_str()) } else { None })
    }

    /// The first in the same schema, else the first.
    fn nearest(&self, claims: &Claims, scope: Option<&Scope>) -> Option<Found> {
        let near = scope.and_then(|scope| claims.near.get(&scope.schema));
        let (first, rival) = near.unwrap_or(&claims.all);
        let rival = rival.as_ref().map(|rival| rival.node.span());
        Some(Found { target: self.target(first.as_ref()?)?, rival })
    }

    /// With its location; `None` if that is longer than any that is meant.
    fn target(&self, identified: &Identified) -> Option<Target> {
        let (mut segments, mut length, mut step) = (Vec::new(), 0, identified.step);
        while let Some(Step { from, key }) = step.and_then(|at| self.steps.get(at)) {
            let key: &str = match key {
                Segment::Key(key) => key,
                Segment::Index(at) => &at.to_string(),
            };
            length += key.len();
            if length > LONGEST {
                return None;
            }
            segments.push(format!("/{}", uri::escape(key)));
            step = *from;
        }
        let pointer = segments.into_iter().rev().collect();
        Some(Target { node: identified.node.clone(), location: Location { file: self.file, pointer } })
    }
}

/// The table of a file that is an AsyncAPI document.
fn document_table(root: &Node) -> Option<&'static Object> {
    let version = root.get("asyncapi")?.scalar_text()?;
    Some(if version.starts_with('2') { &v2::ROOT } else { &v3::ROOT })
}

/// A step on the way from the root of the file.
#[derive(Debug)]
struct Step {
    /// Where in `steps` the one before is.
    from: Option<usize>,
    key: Segment,
}

#[derive(Debug)]
enum Segment {
    Key(Arc<str>),
    Index(usize),
}

struct Visit {
    node: Node,
    shape: &'static Shape,
    scope: usize,
    step: Option<usize>,
}

struct Walk {
    found: Identifiers,
    /// The length of all URIs so far.
    bytes: usize,
    seen: HashSet<usize>,
    /// What is to be visited: the last first.
    stack: Vec<Visit>,
}

impl Walk {
    fn run(&mut self) {
        while let Some(visit) = self.stack.pop() {
            self.visit(visit);
        }
    }

    fn visit(&mut self, visit: Visit) {
        let Visit { node, mut shape, scope, step } = visit;
        loop {
            match shape {
                Shape::Choose(choose) => shape = choose(&node),
                // What is a reference and cannot be more has no schemas in it.
                Shape::OrReference(inner) => shape = inner,
                Shape::List(item) | Shape::Some(item) => {
                    for (at, node) in node.as_array().unwrap_or_default().iter().enumerate().rev() {
                        self.push(node, item, scope, step, Segment::Index(at));
                    }
                    return;
                }
                Shape::Map(value) | Shape::NamedMap(value) => return self.map(&node, value, scope, step),
                Shape::Object(table) if table.name == schema::NAME => return self.schema(&node, table, scope, step),
                Shape::Object(table) => return self.fields(&node, table, scope, step),
                _ => return,
            }
        }
    }

    fn push(&mut self, node: &Node, shape: &'static Shape, scope: usize, from: Option<usize>, key: Segment) {
        // Scalars have nothing in them.
        if node.as_object().is_none() && node.as_array().is_none() {
            return;
        }
        self.found.steps.push(Step { from, key });
        let step = Some(self.found.steps.len() - 1);
        self.stack.push(Visit { node: node.clone(), shape, scope, step });
    }

    fn map(&mut self, node: &Node, value: &'static Shape, scope: usize, step: Option<usize>) {
        for (key, node) in node.as_object().into_iter().flat_map(|object| object.iter()).rev() {
            self.push(node, value, scope, step, Segment::Key(Arc::clone(&key.text)));
        }
    }

    /// The fields of an object of the specification.
    fn fields(&mut self, node: &Node, table: &'static Object, scope: usize, step: Option<usize>) {
        for (key, value) in node.as_object().into_iter().flat_map(|object| object.iter()).rev() {
            let Some(field) = table.field(&key.text) else { continue };
            let scope = match declared(node, table, &key.text) {
                Some(dialect) if dialect != Dialect::AsyncApi => self.outermost(dialect),
                _ => scope,
            };
            self.push(value, &field.shape, scope, step, Segment::Key(Arc::clone(&key.text)));
        }
    }

    /// A file that is one schema, or that holds schemas under names of its own.
    fn root_schema(&mut self, root: &Node) {
        let Some(object) = root.as_object() else { return };
        let is_schema = object.iter().any(|(key, _)| key.text.starts_with('$') || schema::is_keyword(&key.text));
        let shape: &'static Shape = if is_schema { &schema::SCHEMA } else { &schema::NAMED };
        self.stack.push(Visit { node: root.clone(), shape, scope: 0, step: None });
    }

    fn schema(&mut self, node: &Node, table: &'static Object, scope: usize, step: Option<usize>) {
        if !self.seen.insert(node.id()) {
            return;
        }
        let scope = if self.found.scopes.get(scope).is_some_and(|scope| scope.is_outside_of_schemas()) {
            self.outermost(Dialect::AsyncApi)
        } else {
            scope
        };
        let scope = self.identify(node, scope, step);
        if let Some(reference) = reference_of(node).filter(|_| scope != 0) {
            self.found.of_reference.insert(reference.span(), scope);
        }
        // A place for schemas since 2019; here, other keywords than those of draft-07 are not looked into.
        if let Some((key, definitions)) = node.as_object().and_then(|object| object.entry("$defs")) {
            self.push(definitions, &schema::NAMED, scope, step, Segment::Key(Arc::clone(&key.text)));
        }
        self.fields(node, table, scope, step);
    }

    /// The scope of a schema that stands in none.
    fn outermost(&mut self, dialect: Dialect) -> usize {
        let Some(file) = self.found.scopes.first().cloned() else { return 0 };
        let schema = self.found.scopes.len();
        self.add(Scope { by_identifier: dialect != Dialect::AsyncApi, dialect, schema, ..file })
    }

    fn add(&mut self, scope: Scope) -> usize {
        self.found.scopes.push(scope);
        self.found.scopes.len() - 1
    }

    /// Takes note of what a schema is called; its scope.
    fn identify(&mut self, node: &Node, outer: usize, step: Option<usize>) -> usize {
        let Some(mut scope) = self.found.scopes.get(outer).cloned() else { return outer };
        scope.dialect = scope.dialect.within(node);
        // What stands beside `$ref` is not read.
        let id = node.get(scope.dialect.identifier()).and_then(Node::as_str).filter(|_| reference_of(node).is_none());
        let anchor = node.get("$anchor").and_then(Node::as_str);
        if id.is_none() && anchor.is_none() {
            return outer;
        }
        let uri = uri::split(id.unwrap_or_default());
        let base = scope.base.resolve(&uri.place);
        // An `$id` that is a pointer, as some generators write it, says nothing.
        let name = uri::percent_decode(uri.fragment).filter(|name| !name.is_empty() && !name.starts_with('/'));
        self.bytes += base.length();
        if base.length() > LONGEST || self.bytes > MOST_BYTES {
            return outer;
        }
        let identified = Identified { node: node.clone(), step, schema: scope.schema };
        for name in name.as_deref().into_iter().chain(anchor) {
            let names = self.found.names.entry(base.clone()).or_default();
            names.entry(name.to_owned()).or_default().add(&identified);
        }
        if uri.place == Place::Here || (base == scope.base && name.is_some()) {
            return outer;
        }
        // One with a name of its own is not the first choice for all of it.
        if name.is_none() || !self.found.resources.contains_key(&base) {
            self.found.resources.entry(base.clone()).or_default().add(&identified);
        }
        self.add(Scope { base, resource: identified, ..scope })
    }
}

impl Scope {
    /// Whether this is the scope of what stands in no schema; a file that is a schema has none such.
    fn is_outside_of_schemas(&self) -> bool {
        self.schema == 0 && !self.by_identifier
    }
}
