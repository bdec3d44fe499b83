//! Walks a document along the tables of [`shape`](super::shape): reports what does not fit, resolves every reference.
//!
//! Each value is looked at once per shape that it must have, so the work is linear. The walk recurses only into values
//! within values, of which the reader bounds the depth; what references lead to waits in a queue.

mod bindings;
mod fault;
mod messages;
mod splice;

use std::collections::VecDeque;

use super::reference::{Resolver, reference_of, uri};
use super::shape::dialect::{Dialect, declared};
use super::shape::{Also, Object, Others, Shape, schema, v2, v3};
use super::{Target, Version};
use crate::collections::HashSet;
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{Key, Node, Span};

/// Checks the whole document, and resolves all its references.
pub(super) fn check(resolver: &mut Resolver<'_>, root: &Node, version: Version, sink: &mut Sink) {
    let (table, minor) = match version {
        Version::V2(minor) => (&v2::ROOT, minor),
        Version::V3(minor) => (&v3::ROOT, minor),
    };
    let mut walk = Walk {
        resolver,
        sink,
        version,
        minor,
        dialect: Dialect::AsyncApi,
        seen: HashSet::new(),
        queue: VecDeque::new(),
        advisable: Vec::new(),
        advises: false,
        json_schemas: HashSet::new(),
        own_schemas: HashSet::new(),
    };
    let place = Place { name: "the document", span: Span { end: root.span().start, ..root.span() } };
    walk.splice_maps(root, table);
    walk.object(root, table, &place);
    walk.targets();
    let faults = std::mem::take(walk.sink);
    walk.advise();
    let advice = std::mem::replace(walk.sink, faults);
    bindings::as_warnings(advice, walk.sink);
    let Walk { json_schemas, own_schemas, .. } = walk;
    resolver.references.json_schemas = json_schemas.into_iter().filter(|span| !own_schemas.contains(span)).collect();
}

/// What diagnostics call a value, and where they point if something is missing in it.
struct Place<'a> {
    name: &'a str,
    span: Span,
}

impl<'a> Place<'a> {
    fn of(key: &'a Key) -> Self {
        Self { name: &key.text, span: key.span }
    }
}

struct Walk<'w, 'a> {
    resolver: &'w mut Resolver<'a>,
    sink: &'w mut Sink,
    version: Version,
    minor: u8,
    /// What the schemas are read by in which the walk is.
    dialect: Dialect,
    /// Value and shape, by address: a schema that is read by two sets of rules is looked at twice.
    seen: HashSet<(usize, usize, Dialect)>,
    queue: VecDeque<(Target, &'static Shape, Dialect)>,
    /// What may be anything, and what it had better be; looked at when all else has been.
    advisable: Vec<(Node, &'static Shape, String)>,
    /// Whether what does not fit is no fault.
    advises: bool,
    /// The schemas in which only `$ref` counts, and the others: those that are both, are others.
    json_schemas: HashSet<Span>,
    own_schemas: HashSet<Span>,
}

impl Walk<'_, '_> {
    /// What references lead to, until there is nothing new.
    fn targets(&mut self) {
        while let Some((target, shape, dialect)) = self.queue.pop_front() {
            self.dialect = dialect;
            // What has no key of its own is the whole of a file.
            let pointer = &target.location.pointer;
            let name = pointer.rsplit('/').next().filter(|name| !name.is_empty()).map(uri::unescape);
            let name = name.flatten().unwrap_or_else(|| "the file".to_owned());
            let place = Place { name: &name, span: Span { end: target.node.span().start, ..target.node.span() } };
            self.node(&target.node, shape, &place);
        }
    }

    fn node(&mut self, node: &Node, shape: &'static Shape, place: &Place<'_>) {
        match shape {
            Shape::Any => {}
            Shape::Foreign => self.foreign(node),
            Shape::Choose(choose) => self.node(node, choose(node), place),
            Shape::Since(minor, new, old) => self.node(node, if self.minor >= *minor { new } else { old }, place),
            Shape::List(item) => self.list(node, item, place),
            Shape::Some(item) => {
                self.not_empty(node, true, place);
                self.list(node, item, place);
            }
            Shape::Map(value) | Shape::NamedMap(value) => {
                self.map(node, value, matches!(shape, Shape::NamedMap(_)), place);
            }
            Shape::Object(object) => self.object(node, object, place),
            Shape::OrReference(inner) => self.or_reference(node, inner, shape, place),
            Shape::Reference(inner) => self.reference(node, inner, place),
            Shape::Versions(versions) => self.versions(node, versions, place),
            _ => self.leaf(node, shape, place),
        }
    }

    /// What has no values within it that have shapes: apart, so that the walk needs little stack.
    fn leaf(&mut self, node: &Node, shape: &'static Shape, place: &Place<'_>) {
        match shape {
            Shape::MessageReference => drop(self.reference_text(node, place)),
            Shape::Unique(item) | Shape::SomeUnique(item) => {
                self.not_empty(node, matches!(shape, Shape::SomeUnique(_)), place);
                self.list(node, item, place);
                self.unique(node, place);
            }
            Shape::Bool | Shape::Number | Shape::Positive | Shape::Count | Shape::Integer(..) => {
                self.report(fault::of_scalar(node, shape, place));
            }
            Shape::Advice(inner) => {
                self.foreign(node);
                self.advisable.push((node.clone(), inner, place.name.to_owned()));
            }
            _ => self.report(fault::of_text(node, shape, place)),
        }
    }

    fn report(&mut self, fault: Option<Diagnostic>) {
        if let Some(fault) = fault {
            self.sink.push(fault);
        }
    }

    fn list(&mut self, node: &Node, item: &'static Shape, place: &Place<'_>) {
        if !self.splice(node, item, true, place) {
            return;
        }
        let Some(items) = node.as_array() else {
            self.sink.push(fault::wrong_type(node, "an array", place));
            return;
        };
        for node in items {
            let name = format!("an item of {}", place.name);
            self.node(node, item, &Place { name: &name, span: node.span() });
        }
    }

    fn not_empty(&mut self, node: &Node, asked: bool, place: &Place<'_>) {
        if asked && node.as_array().is_some_and(<[Node]>::is_empty) {
            self.sink.push(fault::empty_list(node, place));
        }
    }

    /// No two items of a list are alike; lists and objects in it are not compared.
    fn unique(&mut self, node: &Node, place: &Place<'_>) {
        let mut seen = HashSet::new();
        for item in node.as_array().unwrap_or_default() {
            // `1` and `1.0` are the same number.
            let whole = item.as_integer().map(|value| value.to_string());
            let number =
                whole.or_else(|| item.as_f64().filter(|value| value.is_finite()).map(|value| value.to_string()));
            let text = number.or_else(|| item.scalar_text().map(ToOwned::to_owned));
            if text.is_some_and(|text| !seen.insert((item.kind(), text))) {
                self.sink.push(fault::twice(item, place));
            }
        }
    }

    fn map(&mut self, node: &Node, value: &'static Shape, named: bool, place: &Place<'_>) {
        if !self.splice(node, value, false, place) {
            return;
        }
        let Some(object) = node.as_object() else {
            self.sink.push(fault::wrong_type(node, "an object", place));
            return;
        };
        for (key, node) in object.iter() {
            if named {
                self.report(fault::of_channel_key(key, place));
            }
            self.node(node, value, &Place::of(key));
        }
    }

    fn object(&mut self, node: &Node, table: &'static Object, place: &Place<'_>) {
        let Some(object) = node.as_object() else {
            self.sink.push(fault::not_an_object(node, table, place));
            return;
        };
        if let Some((key, value)) = object.entry("$ref").filter(|_| !table.is_open()) {
            self.sink.push(fault::reference_not_allowed(key, value, table, place));
            return;
        }
        let outer = self.dialect;
        for (key, value) in object.iter() {
            self.dialect = declared(node, table, &key.text).unwrap_or(outer);
            match table.field(&key.text) {
                Some(_) if self.dialect.has_its_own(&key.text) && table.name == schema::NAME => {}
                Some(field) if field.since <= self.minor => self.node(value, &field.shape, &Place::of(key)),
                Some(field) => {
                    self.sink.push(fault::too_new(key, table, field.since, self.version));
                    self.node(value, &field.shape, &Place::of(key));
                }
                None => match table.others {
                    Others::All(shape) => self.node(value, shape, &Place::of(key)),
                    Others::Extensions if is_extension(&key.text) => {}
                    _ => self.unknown_field(key, table),
                },
            }
        }
        self.dialect = outer;
        self.whole(node, table, place);
    }

    fn unknown_field(&mut self, key: &Key, table: &Object) {
        self.sink.push(fault::unknown_field(key, table, self.version));
    }

    /// What is to be said of an object beside its fields: these are the deepest frames, so it is no part of the recursion.
    fn whole(&mut self, node: &Node, table: &'static Object, place: &Place<'_>) {
        let Some(object) = node.as_object() else { return };
        for field in table.fields.iter().filter(|field| field.required && object.get(field.name).is_none()) {
            self.sink.push(fault::missing(field.name, table, place));
        }
        match table.also {
            Also::Nothing => {}
            Also::MessagesOfChannel => self.messages_of_channel(node, table, place),
            Also::PayloadOrHeaders(since) => {
                if since <= self.minor && object.get("payload").is_none() && object.get("headers").is_none() {
                    self.sink.push(fault::missing("payload", table, place));
                }
            }
            Also::OneOf(field, variants) => self.one_of(object, table, (field, variants), place),
            Also::HeadersAreObject => self.headers_are_object(node),
        }
    }

    /// Headers are pairs of names and values.
    fn headers_are_object(&mut self, node: &Node) {
        let Some(mut headers) = node.get("headers").cloned() else { return };
        if let Some(reference) = reference_of(&headers).cloned() {
            let Some(target) = self.resolver.follow(&reference, self.sink).and_then(|mut steps| steps.pop()) else {
                return;
            };
            headers = target.node;
        }
        if let Some(ty) = headers.get("type").filter(|ty| ty.as_str() != Some("object")) {
            self.sink.push(fault::headers_of_type(ty));
        }
    }

    fn or_reference(&mut self, node: &Node, inner: &'static Shape, whole: &'static Shape, place: &Place<'_>) {
        let schema = schema_table(node, inner);
        let outer = self.dialect;
        if schema.is_some() {
            self.dialect = outer.within(node);
        }
        if self.seen.insert((node.id(), std::ptr::from_ref(inner).addr(), self.dialect)) {
            if schema.is_some() {
                let ignores = self.dialect.ignores_siblings();
                if ignores { &mut self.json_schemas } else { &mut self.own_schemas }.insert(node.span());
            }
            self.followed(node, inner, whole, place);
        }
        self.dialect = outer;
    }

    /// What may be a reference, looked at for the first time.
    fn followed(&mut self, node: &Node, inner: &'static Shape, whole: &'static Shape, place: &Place<'_>) {
        let Some(reference) = reference_of(node) else {
            return match node.as_object().and_then(|object| object.entry("$ref")) {
                Some((key, value)) => self.sink.push(fault::wrong_type(value, "a string", &Place::of(key))),
                None => self.node(node, inner, place),
            };
        };
        if let Some(target) = self.resolver.follow(reference, self.sink).and_then(|steps| steps.into_iter().next()) {
            if schema_table(node, inner).is_some() {
                self.report(fault::of_a_message(reference, &target));
            }
            let root = self.resolver.store.roots.get(&target.location.file);
            let dialect = root.map_or(self.dialect, |root| self.dialect.in_file(root));
            self.queue.push_back((target, whole, dialect));
        }
        // Draft-07 ignores what stands beside a `$ref` in a schema; later drafts, and most authors, do not.
        if let Some(table) = schema_table(node, inner).filter(|_| !self.dialect.ignores_siblings()) {
            self.object(node, table, place);
        }
    }

    fn reference(&mut self, node: &Node, inner: &'static Shape, place: &Place<'_>) {
        let Some(reference) = self.reference_text(node, place) else { return };
        if let Some(target) = self.resolver.follow(&reference, self.sink).and_then(|mut steps| steps.pop())
            && self.seen.insert((target.node.id(), std::ptr::from_ref(inner).addr(), self.dialect))
        {
            self.queue.push_back((target, inner, self.dialect));
        }
    }

    /// The text of the `$ref` of what can only be a Reference Object.
    fn reference_text(&mut self, node: &Node, place: &Place<'_>) -> Option<Node> {
        let reference = reference_of(node).cloned();
        if reference.is_none() {
            self.sink.push(fault::not_a_reference(node, place));
        }
        reference
    }

    /// What another specification defines: strings behind `$ref` are references all the same.
    fn foreign(&mut self, node: &Node) {
        if !self.seen.insert((node.id(), 0, self.dialect)) {
            return;
        }
        if let Some(items) = node.as_array() {
            items.iter().for_each(|item| self.foreign(item));
        }
        let Some(object) = node.as_object() else { return };
        if let Some(target) =
            reference_of(node).and_then(|text| self.resolver.follow(text, self.sink)).and_then(|mut steps| steps.pop())
        {
            self.queue.push_back((target, &super::shape::FOREIGN, self.dialect));
        }
        for (key, value) in object.iter() {
            if !matches!(&*key.text, "example" | "examples" | "default" | "const" | "enum") && !is_extension(&key.text)
            {
                self.foreign(value);
            }
        }
    }
}

/// The table of a place where a Schema Object belongs.
fn schema_table(node: &Node, shape: &'static Shape) -> Option<&'static Object> {
    match shape {
        Shape::Object(object) => Some(*object).filter(|object| object.name == schema::NAME),
        Shape::Choose(choose) => schema_table(node, choose(node)),
        _ => None,
    }
}

/// `^x-[\w\d.\-_]+$`.
fn is_extension(key: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
    key.strip_prefix("x-").is_some_and(|rest| !rest.is_empty() && rest.bytes().all(fits))
}
