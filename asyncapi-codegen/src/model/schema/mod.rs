//! Schemas → types of the model.
//!
//! Input: schema nodes of a loaded document, each with a hint for its name. Output: [`TypeUse`]s, and from
//! [`Schemas::finish`] the [`TypeDefinition`]s that they name. Invariants: every schema gives a type that compiles; one
//! location gives one type; a keyword that is not enforced was reported; work is linear in the size of the schemas.

mod api;
mod array;
mod condition;
mod docs;
mod evaluate;
mod examples;
mod facts;
mod fault;
mod format;
mod graph;
mod judge;
mod limits;
mod literal;
mod lower;
mod merge;
mod naming;
mod object;
mod overlap;
pub mod pattern;
mod scalar;
#[cfg(test)]
mod tests;
mod union;
mod values;

pub use docs::{markdown, place};
use facts::{Facts, kind};
pub(in crate::model) use judge::{Broken, Judge};
pub(in crate::model) use literal::literal;
use merge::asserts;
#[cfg(feature = "avro")]
pub(in crate::model) use naming::singular;

use super::names;
use super::{Builtin, Condition, ConditionId, Docs, Name, Shape, Traits, TypeDefinition, TypeId, TypeUse};
use crate::collections::HashMap;
use crate::diagnostic::catalogue::types as code;
use crate::diagnostic::{Diagnostic, Sink};
use crate::document::{Document, Location, Payload, Target};
use crate::options::{Integers, Options};
use crate::source::{Node, Span};

/// What a type shall be called.
#[derive(Debug, Clone)]
pub(in crate::model) enum Wanted {
    /// By `x-rust-name`, its schema's name or the hint of the caller.
    Own(String),
    /// By the type around it and its place therein.
    Inner(TypeId, String),
}

/// By which rules schemas are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::model) enum Reading {
    /// As types are generated.
    #[default]
    Own,
    /// As the official parser reads those of AsyncAPI: what stands beside `$ref` does not count, nor do keywords that
    /// draft-07 does not have.
    Official,
    /// As it reads OpenAPI's, which have `nullable`.
    OfficialOpenApi,
}

/// Lowers schemas, and collects the types that they need.
#[derive(Debug)]
pub struct Schemas<'d> {
    document: &'d Document,
    types: Vec<TypeDefinition>,
    wanted: Vec<Wanted>,
    /// What a type is called whose own name is taken, by its index.
    otherwise: HashMap<usize, String>,
    located: HashMap<Location, TypeId>,
    /// By the nodes that were merged: a merge that leads back to itself is the same type.
    merged: HashMap<Vec<usize>, TypeId>,
    /// The named types of Avro schemas.
    #[cfg(feature = "avro")]
    pub(in crate::model) avro_types: super::avro::Lowered,
    /// The texts and types of Protobuf schemas.
    #[cfg(feature = "protobuf")]
    pub(in crate::model) protobuf_types: super::protobuf::Lowered,
    /// How many schemas are being lowered, one within another.
    depth: usize,
    /// What waits until they are done.
    waiting: Vec<Waiting>,
    /// Whether the type of the schema that is being lowered accepts more than the schema, so that its JSON is to be
    /// looked at as well.
    loose: bool,
    /// Unions that are arms of others without a name of their own, so far.
    inner_unions: usize,
    /// Whether properties that a schema does not name are kept where it allows them.
    keep_unknown: bool,
    /// Whether a schema without `type` is of the type that its keywords speak of.
    infer_types: bool,
    reading: Reading,
    integers: Integers,
    /// Types of which what they do not name is kept, because it decides what the value is.
    kept: Vec<TypeUse>,
    conditions: Vec<Condition>,
    located_conditions: HashMap<Location, ConditionId>,
    waiting_conditions: Vec<(Node, ConditionId)>,
    noted: examples::Noted,
}

/// A schema of which the type is kept, and lowered later: chains of references may be longer than any stack.
#[derive(Debug)]
enum Waiting {
    /// What stands at a location.
    Located(Target, TypeId),
    /// What several schemas say together, and where.
    Merged(Vec<Node>, Hint),
}

/// So many schemas are lowered one within another, beside those that stand in one another in the file.
const DEEPEST: usize = 100;

/// Where a schema stands, as far as its name is concerned.
#[derive(Debug, Clone)]
struct Hint {
    parent: Option<TypeId>,
    text: String,
    /// The type that is kept for it.
    own: Option<TypeId>,
}

impl Hint {
    fn child(parent: TypeId, text: &str) -> Self {
        Self { parent: Some(parent), text: text.to_owned(), own: None }
    }

    /// A part of the same place.
    fn part(&self, text: &str) -> Self {
        match self.own {
            Some(own) => Self::child(own, text),
            None => Self { parent: self.parent, text: format!("{} {text}", self.text), own: None },
        }
    }

    /// One item of a list: of `items` an `item`, of `data` a `data item`.
    fn item(&self) -> Self {
        match naming::singular(&self.text) {
            Some(text) if self.own.is_none() => Self { text, ..self.clone() },
            _ => self.part("item"),
        }
    }

    /// Another place, if a type is kept for this one: the kept one is then an alias.
    fn part_if_owned(&self, text: &str) -> Self {
        if self.own.is_some() { self.part(text) } else { self.clone() }
    }
}

impl<'d> Schemas<'d> {
    /// Nothing lowered yet.
    #[must_use]
    pub fn new(document: &'d Document) -> Self {
        Self {
            document,
            types: Vec::new(),
            wanted: Vec::new(),
            otherwise: HashMap::new(),
            located: HashMap::new(),
            merged: HashMap::new(),
            #[cfg(feature = "avro")]
            avro_types: super::avro::Lowered::default(),
            #[cfg(feature = "protobuf")]
            protobuf_types: super::protobuf::Lowered::default(),
            depth: 0,
            waiting: Vec::new(),
            loose: false,
            inner_unions: 0,
            keep_unknown: false,
            infer_types: false,
            reading: Reading::Own,
            integers: Integers::default(),
            kept: Vec::new(),
            conditions: Vec::new(),
            located_conditions: HashMap::new(),
            waiting_conditions: Vec::new(),
            noted: examples::Noted::default(),
        }
    }

    /// As the user wants types to be.
    #[must_use]
    pub fn with(mut self, options: &Options) -> Self {
        (self.keep_unknown, self.infer_types) = (options.keep_unknown, options.infer_types);
        self.integers = options.integers;
        self.noted.all = options.arbitrary.as_ref().is_some_and(|given| given.value);
        self
    }

    /// The type of a schema; `hint` names it unless it has a name of its own.
    pub fn lower(&mut self, schema: &Node, hint: &str, sink: &mut Sink) -> TypeUse {
        let hint = Hint { parent: None, text: hint.to_owned(), own: None };
        self.note_root(schema);
        let ty = self.lower_nodes(std::slice::from_ref(schema), &hint, sink);
        self.lower_waiting(sink);
        if !graph::ruled(&ty) {
            return ty;
        }
        // A message is read by its type alone: rules need a type to stand on.
        let id = self.reserve(Wanted::Own(hint.text), schema.span());
        let docs = self.docs_of_schema(schema);
        self.define(id, Shape::Newtype(ty), docs);
        self.note_type(id, std::slice::from_ref(schema));
        TypeUse::Named(id)
    }

    fn lower_waiting(&mut self, sink: &mut Sink) {
        while let Some(waiting) = self.waiting.pop() {
            match waiting {
                Waiting::Located(target, id) => self.lower_located(&target, id, sink),
                Waiting::Merged(nodes, hint) => {
                    let facts = self.facts(&nodes, sink);
                    self.lower_kept(facts, &hint, sink);
                }
            }
        }
    }

    /// The type of a payload or of headers in JSON; of a schema format that is not understood, any JSON value.
    pub fn payload(&mut self, payload: &Payload, hint: &str, sink: &mut Sink) -> TypeUse {
        match &payload.format {
            Some(format) if !understood(&format.value) => {
                let text = format!("schemas of format `{}` are not understood here", format.value);
                let lint = Diagnostic::new(&code::SCHEMA_FORMAT, format.span, text);
                sink.push(lint.label("any value is accepted"));
                TypeUse::Builtin(Builtin::Json)
            }
            _ => self.lower(&payload.schema, hint, sink),
        }
    }

    fn lower_nodes(&mut self, nodes: &[Node], hint: &Hint, sink: &mut Sink) -> TypeUse {
        if let [node] = nodes {
            match node.as_bool() {
                Some(true) => return TypeUse::Builtin(Builtin::Json),
                Some(false) => return TypeUse::Builtin(Builtin::Never),
                None => {}
            }
            if let Some(target) = self.only_reference(node) {
                return TypeUse::Named(self.located(&target, sink));
            }
        }
        let facts = self.facts(nodes, sink);
        self.lower_merged(nodes, facts, hint, sink)
    }

    /// The type of `facts`, which were merged from `nodes`. What merges other schemas can come to itself again by way
    /// of them: its type is kept before its parts are lowered.
    fn lower_merged(&mut self, nodes: &[Node], facts: Facts, hint: &Hint, sink: &mut Sink) -> TypeUse {
        let merges = |node: &Node| node.get("$ref").is_some() || node.get("allOf").is_some();
        if nodes.len() < 2 && !nodes.iter().any(merges) {
            return self.lower_facts(facts, hint, sink);
        }
        match self.keep_merged(merged_key(nodes), hint, &facts) {
            Kept::Known(id) => TypeUse::Named(id),
            Kept::Own => self.lower_facts(facts, hint, sink),
            Kept::New(id, own) if self.depth > DEEPEST => {
                self.waiting.push(Waiting::Merged(nodes.to_vec(), own));
                TypeUse::Named(id)
            }
            Kept::New(id, own) => {
                self.lower_kept(facts, &own, sink);
                TypeUse::Named(id)
            }
        }
    }

    /// The type of facts that were merged for an alternative. Those that can come to themselves again get their type first.
    fn lower_alternative(&mut self, facts: Facts, hint: &Hint, sink: &mut Sink) -> TypeUse {
        if facts.kinds().is_some_and(|kinds| kinds & (kind::OBJECT | kind::ARRAY) == 0) {
            return self.lower_facts(facts, hint, sink);
        }
        let mut key = merged_key(&facts.roots);
        // What the alternative stands in may have narrowed its type.
        key.push(facts.types.map_or(usize::MAX, usize::from));
        match self.keep_merged(key, hint, &facts) {
            Kept::Known(id) => TypeUse::Named(id),
            Kept::Own => self.lower_facts(facts, hint, sink),
            Kept::New(id, own) => {
                self.lower_kept(facts, &own, sink);
                TypeUse::Named(id)
            }
        }
    }

    /// The type of what was merged under `key`, or a place for it.
    fn keep_merged(&mut self, key: Vec<usize>, hint: &Hint, facts: &Facts) -> Kept {
        if let Some(id) = self.merged.get(&key) {
            return Kept::Known(*id);
        }
        let id = self.slot(hint, facts);
        self.merged.insert(key, id);
        if hint.own.is_some() { Kept::Own } else { Kept::New(id, Hint { own: Some(id), ..hint.clone() }) }
    }

    /// Lowers `facts` into the type that is kept for them.
    fn lower_kept(&mut self, facts: Facts, hint: &Hint, sink: &mut Sink) {
        let Some(id) = hint.own else { return };
        let docs = self.docs(&facts);
        self.note_type(id, &facts.roots);
        let ty = self.lower_facts(facts, hint, sink);
        if ty != TypeUse::Named(id) {
            let shape = if matches!(ty, TypeUse::Ruled(..)) { Shape::Newtype(ty) } else { Shape::Alias(ty) };
            self.define(id, shape, docs);
        }
    }

    /// Where a schema leads that does nothing but refer.
    fn only_reference(&self, node: &Node) -> Option<Target> {
        let object = node.as_object()?;
        let mut keys = object.iter().filter(|(key, _)| asserts(&key.text));
        if node.get("$ref").is_some() {
            return if keys.next().is_none() || self.ignores_siblings(node) {
                self.document.resolve_entry(node).cloned()
            } else {
                None
            };
        }
        let (key, value) = keys.next()?;
        match value.as_array() {
            Some([part]) if &*key.text == "allOf" && keys.next().is_none() && part.get("$ref").is_some() => {
                self.only_reference(part)
            }
            _ => None,
        }
    }

    /// The type of the schema at a location.
    fn located(&mut self, target: &Target, sink: &mut Sink) -> TypeId {
        if let Some(id) = self.located.get(&target.location) {
            return *id;
        }
        let name = target.node.get("x-rust-name").and_then(Node::as_str).map(str::to_owned);
        let name = name.unwrap_or_else(|| self.location_name(&target.location));
        let id = self.reserve(Wanted::Own(name), target.node.span());
        self.located.insert(target.location.clone(), id);
        if self.depth > DEEPEST {
            self.waiting.push(Waiting::Located(target.clone(), id));
        } else {
            self.depth += 1;
            self.lower_located(target, id, sink);
            self.depth -= 1;
        }
        id
    }

    fn lower_located(&mut self, target: &Target, id: TypeId, sink: &mut Sink) {
        let text = match self.wanted.get(id.0 as usize) {
            Some(Wanted::Own(text) | Wanted::Inner(_, text)) => text.clone(),
            None => return,
        };
        let hint = Hint { parent: None, text, own: Some(id) };
        self.note_type(id, std::slice::from_ref(&target.node));
        let ty = self.lower_nodes(std::slice::from_ref(&target.node), &hint, sink);
        if ty != TypeUse::Named(id) {
            let shape = if matches!(ty, TypeUse::Ruled(..)) { Shape::Newtype(ty) } else { Shape::Alias(ty) };
            let docs = self.docs_of_schema(&target.node);
            self.define(id, shape, docs);
        } else if self
            .types
            .get(id.0 as usize)
            .is_some_and(|it| matches!(it.shape, Shape::Alias(TypeUse::Named(to)) if to == id))
        {
            self.report_recursion(target.node.span(), sink);
            self.define(id, Shape::Alias(TypeUse::Builtin(Builtin::Never)), Docs::default());
        }
    }

    fn report_recursion(&self, span: Span, sink: &mut Sink) {
        let text = "this schema refers to itself, and nothing else";
        sink.push(Diagnostic::new(&code::RECURSIVE_ALL_OF, span, text).label("leads back to itself"));
    }

    /// Keeps a place for a type, which [`define`](Self::define) fills.
    pub(in crate::model) fn reserve(&mut self, wanted: Wanted, span: Span) -> TypeId {
        let id = TypeId(u32::try_from(self.types.len()).unwrap_or(u32::MAX));
        self.types.push(TypeDefinition {
            name: Name::default(),
            docs: Docs::default(),
            shape: Shape::Alias(TypeUse::Named(id)),
            traits: Traits::default(),
            rules: Vec::new(),
            valid: None,
            examples: Vec::new(),
            schema: None,
            checked: false,
            span: Some(span),
            foreign: None,
        });
        self.wanted.push(wanted);
        id
    }

    /// The type for what stands at `hint`: the one kept for it, or a new one.
    fn slot(&mut self, hint: &Hint, facts: &Facts) -> TypeId {
        if let Some(own) = hint.own {
            return own;
        }
        let wanted = match (&facts.rust_name, hint.parent) {
            (Some(name), _) => Wanted::Own(name.clone()),
            (None, Some(parent)) => Wanted::Inner(parent, hint.text.clone()),
            (None, None) => Wanted::Own(hint.text.clone()),
        };
        self.reserve(wanted, facts.span)
    }

    fn define(&mut self, id: TypeId, shape: Shape, docs: Docs) {
        if let Some(definition) = self.types.get_mut(id.0 as usize) {
            definition.shape = shape;
            definition.docs = docs;
        }
    }

    /// The same for a type of a schema of another format.
    #[cfg(any(feature = "avro", feature = "protobuf"))]
    pub(in crate::model) fn define_foreign(&mut self, id: TypeId, shape: Shape, docs: Docs, foreign: super::Foreign) {
        self.define(id, shape, docs);
        if let Some(definition) = self.types.get_mut(id.0 as usize) {
            definition.foreign = Some(foreign);
        }
    }

    /// The document that the schemas are of.
    #[cfg(any(feature = "avro", feature = "protobuf"))]
    pub(in crate::model) fn document(&self) -> &'d Document {
        self.document
    }

    /// `chat.yaml:42`.
    #[cfg(any(feature = "avro", feature = "protobuf"))]
    pub(in crate::model) fn place(&self, span: Span) -> Option<String> {
        place(self.document, span)
    }

    fn docs(&self, facts: &Facts) -> Docs {
        let mut docs = self.docs_of(facts.title.as_deref(), facts.description.as_deref(), facts.span);
        docs.limits = self.limits(facts);
        docs.deprecated = facts.deprecated;
        docs
    }

    /// The docs of a type that a schema gives a name to.
    fn docs_of_schema(&self, schema: &Node) -> Docs {
        let description = schema.get("description").and_then(Node::as_str);
        let mut docs = self.docs_of(None, description, schema.span());
        let facts = self.facts(std::slice::from_ref(schema), &mut Sink::default());
        (docs.limits, docs.deprecated) = (self.limits(&facts), facts.deprecated);
        docs
    }

    fn docs_of(&self, title: Option<&str>, description: Option<&str>, span: Span) -> Docs {
        let paragraphs = title.into_iter().chain(description).map(markdown).filter(|it| !it.is_empty()).collect();
        Docs { paragraphs, place: place(self.document, span), ..Docs::default() }
    }
}

/// What is known of the type of schemas that were merged.
enum Kept {
    /// It is there, or being made.
    Known(TypeId),
    /// It is the one that is kept for their place.
    Own,
    /// It has a place now, under this hint.
    New(TypeId, Hint),
}

/// What tells merged schemas from others: the nodes, in whatever order.
fn merged_key(nodes: &[Node]) -> Vec<usize> {
    let mut key: Vec<usize> = nodes.iter().map(Node::id).collect();
    key.sort_unstable();
    key.dedup();
    key
}

/// The schema formats that are JSON Schema as it is read here.
pub(in crate::model) fn understood(format: &str) -> bool {
    let essence = format.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence.starts_with("application/vnd.aai.asyncapi")
        || essence.starts_with("application/schema")
        || essence.starts_with("application/vnd.oai.openapi")
}
