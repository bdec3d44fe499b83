//! The document's own examples and defaults: each is held against its schema, and what is valid is offered in code.
//!
//! Input: the schemas that became types, as they were lowered, and the examples of messages. Output: lints, and by type the
//! examples. Invariants: a lint is pushed only where the value is known to be invalid; each schema is turned into a condition
//! once, however its examples are nested; the work for all examples together is bounded.

use super::literal::literal;
use super::{Payload, Schemas, understood};
use crate::collections::{HashMap, HashSet, sort};
use crate::diagnostic::catalogue::types as code;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::model::{Asserted, Builtin, Condition, ConditionId, JsonType, Keyword, Name, Shape, TypeId, TypeUse};
use crate::source::{Node, Span};

/// So many steps are made for all examples together; what is left then is not looked at.
pub(super) const MOST_STEPS: usize = 4_000_000;

/// What is taken down while schemas are lowered.
#[derive(Debug, Default)]
pub(super) struct Noted {
    /// The schemas that were lowered, from which all others are reached.
    roots: Vec<Node>,
    /// Whether the schemas of all types are needed, not only of those with examples.
    pub(super) all: bool,
    /// By type, the schemas that it was made for.
    made_for: HashMap<TypeId, Vec<Node>>,
    /// Examples that stand in messages: the type and the schema that they are of.
    of_messages: Vec<(Option<TypeId>, Node, Node)>,
    /// Defaults that were refused where a property's type was made.
    refused_defaults: HashSet<Span>,
    /// By schema, the condition that it became for the sake of its examples.
    conditions: HashMap<usize, ConditionId>,
    /// The steps that were made.
    steps: usize,
}

/// What a value says of its schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Example,
    Default,
}

impl Role {
    fn code(self) -> &'static Code {
        match self {
            Self::Example => &code::EXAMPLE,
            Self::Default => &code::DEFAULT,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Example => "example",
            Self::Default => "default",
        }
    }
}

impl Schemas<'_> {
    /// A schema is lowered that no other one led to.
    pub(super) fn note_root(&mut self, schema: &Node) {
        self.noted.roots.push(schema.clone());
    }

    /// A type is made for schemas.
    pub(super) fn note_type(&mut self, id: TypeId, nodes: &[Node]) {
        if self.noted.all || nodes.iter().any(|node| examples_of(node).next().is_some()) {
            self.noted.made_for.entry(id).or_insert_with(|| nodes.to_vec());
        }
    }

    /// A default does not fit the type of its property.
    pub(super) fn note_refused_default(&mut self, default: &Node) {
        self.noted.refused_defaults.insert(default.span());
    }

    /// The examples of a message have a part that is an example of this payload, or of these headers.
    pub fn note_message_examples(&mut self, part: &str, payload: &Payload, ty: Option<&TypeUse>, examples: &[Node]) {
        if payload.format.as_ref().is_some_and(|format| !understood(&format.value)) {
            return;
        }
        let id = if let Some(TypeUse::Named(id)) = ty { Some(*id) } else { None };
        for example in examples {
            let example = self.document.resolve(example).map_or(example, |target| &target.node);
            let value = example.get(part).map(|it| self.document.resolve(it).map_or(it, |target| &target.node));
            if let Some(value) = value.filter(|value| value.get("$ref").is_none()) {
                self.noted.of_messages.push((id, payload.schema.clone(), value.clone()));
            }
        }
    }

    /// The condition that a schema has become for the sake of its examples.
    pub(super) fn noted_condition(&self, node: &Node) -> Option<ConditionId> {
        self.noted.conditions.get(&node.id()).copied()
    }

    /// Checks all examples and defaults, and gives the types those that are valid.
    pub(super) fn finish_examples(&mut self, sink: &mut Sink) {
        let known = self.conditions.len();
        let schemas = self.schemas_with_examples();
        let asserted = self.condition_of_each(&schemas);
        for (node, asserted) in schemas.iter().zip(asserted) {
            for example in examples_of(node) {
                self.check(&asserted, example, Role::Example, sink);
            }
            if let Some(default) = node.get("default") {
                self.check(&asserted, default, Role::Default, sink);
            }
        }
        self.refuse_remaining_defaults(sink);
        self.give_examples_to_types(sink);
        // Nothing that is emitted refers to what was made for the examples' sake.
        self.conditions.truncate(known);
    }

    /// The schemas that have examples or a default, of all that were lowered.
    fn schemas_with_examples(&self) -> Vec<Node> {
        let mut open = self.noted.roots.clone();
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        while let Some(node) = open.pop() {
            if node.as_object().is_none() || !seen.insert(node.id()) {
                continue;
            }
            if node.get("$ref").is_some() {
                open.extend(self.document.resolve(&node).map(|target| target.node.clone()));
                if !self.reads_beside_reference(&node) {
                    continue;
                }
            }
            if node.get("default").is_some() || examples_of(&node).next().is_some() {
                found.push(node.clone());
            }
            subschemas(&node, &mut open);
        }
        found
    }

    /// A condition for each schema. Those within others are referred to, so that each is read once.
    fn condition_of_each(&mut self, schemas: &[Node]) -> Vec<Asserted> {
        // What the conditions have to say was said when the types were made.
        let mut unheard = Sink::default();
        for node in schemas {
            let id = ConditionId(u32::try_from(self.conditions.len()).unwrap_or(u32::MAX));
            self.conditions.push(Condition { name: Name::default(), keywords: Vec::new() });
            self.noted.conditions.insert(node.id(), id);
        }
        let ids = schemas.iter().filter_map(|node| Some((node, self.noted_condition(node)?)));
        let ids: Vec<(&Node, ConditionId)> = ids.collect();
        for (node, id) in &ids {
            self.define_noted_condition(node, *id, &mut unheard);
        }
        ids.into_iter().map(|(_, id)| Asserted::Shared(id)).collect()
    }

    fn check(&mut self, asserted: &Asserted, node: &Node, role: Role, sink: &mut Sink) {
        if self.noted.steps > MOST_STEPS {
            return;
        }
        let evaluation = self.explain(asserted, &literal(node));
        self.noted.steps += evaluation.steps;
        let Some(fault) = evaluation.faults.first() else { return };
        let word = role.word();
        let pointer = match fault.pointer() {
            pointer if pointer.is_empty() => String::new(),
            pointer => format!(" at `{pointer}`"),
        };
        let text = format!("the {word} breaks `{}` of its schema{pointer}", fault.rule);
        let mut lint = Diagnostic::new(role.code(), fault.span(node), text).label(fault.text.clone());
        if role == Role::Default && self.noted.refused_defaults.remove(&node.span()) {
            lint = lint.help("the property is optional, without a default");
        }
        sink.push(lint);
    }

    /// Defaults that fit the schema that they stand in, and not all that is asked of their property.
    fn refuse_remaining_defaults(&mut self, sink: &mut Sink) {
        for span in std::mem::take(&mut self.noted.refused_defaults) {
            let lint = Diagnostic::new(&code::DEFAULT, span, "the default is not valid for the type of its property");
            sink.push(lint.label("the property is optional, without a default"));
        }
    }

    fn give_examples_to_types(&mut self, sink: &mut Sink) {
        let mut made_for: Vec<(TypeId, Vec<Node>)> = std::mem::take(&mut self.noted.made_for).into_iter().collect();
        sort(&mut made_for, &|a, b| a.0.cmp(&b.0));
        let mut unheard = Sink::default();
        for (id, nodes) in made_for {
            let examples: Vec<&Node> = nodes.iter().flat_map(examples_of).collect();
            if examples.is_empty() {
                continue;
            }
            let asserted = self.asserted(&nodes, &mut unheard);
            for example in examples {
                self.give_example(id, &asserted, example);
            }
        }
        let mut of_schema: HashMap<usize, Asserted> = HashMap::new();
        for (id, schema, value) in std::mem::take(&mut self.noted.of_messages) {
            let known = of_schema.get(&schema.id()).cloned();
            let asserted = known.unwrap_or_else(|| self.asserted(std::slice::from_ref(&schema), &mut unheard));
            of_schema.insert(schema.id(), asserted.clone());
            self.check(&asserted, &value, Role::Example, sink);
            if let Some(id) = id {
                self.give_example(id, &asserted, &value);
            }
        }
    }

    /// Keeps an example that is not known to be invalid with the type that it is of.
    fn give_example(&mut self, id: TypeId, asserted: &Asserted, node: &Node) {
        if self.noted.steps > MOST_STEPS {
            return;
        }
        let value = literal(node);
        let evaluation = self.explain(asserted, &value);
        self.noted.steps += evaluation.steps;
        if evaluation.valid == Some(false) {
            return;
        }
        let id = self.behind_aliases(id);
        if let Some(definition) = self.types.get_mut(id.0 as usize)
            && !definition.examples.contains(&value)
            && definition.examples.len() < MOST_EXAMPLES
        {
            definition.examples.push(value);
        }
    }

    /// Gives each type all of its schema, where values are to be made from it.
    pub(super) fn finish_schemas(&mut self) {
        if !self.noted.all {
            return;
        }
        // What the conditions have to say was said when the types were made.
        let mut unheard = Sink::default();
        for at in 0..self.types.len() {
            let Some(definition) = self.types.get(at).filter(|it| it.foreign.is_none()) else { continue };
            let own = match &definition.shape {
                Shape::Alias(_) => continue,
                Shape::Enum(values) => Keyword::Enum(values.iter().map(|value| value.literal.clone()).collect()),
                Shape::OpenEnum(_) => Keyword::Type(vec![JsonType::String]),
                Shape::Struct(_) => Keyword::Type(vec![JsonType::Object]),
                Shape::Union(_) | Shape::AnyOf(_) => Keyword::Type(Vec::from(EVERY)),
                Shape::Newtype(ty) => Keyword::Type(self.json_types_of(ty)),
            };
            let id = TypeId(u32::try_from(at).unwrap_or(u32::MAX));
            let scalar = matches!(own, Keyword::Enum(_));
            let nodes = self.noted.made_for.get(&id).filter(|_| !scalar).cloned();
            if nodes.is_none() && !matches!(definition.shape, Shape::Enum(_) | Shape::OpenEnum(_)) {
                continue;
            }
            let asserted = nodes.map(|nodes| self.asserted(&nodes, &mut unheard));
            let keywords = std::iter::once(own).chain(asserted.map(Keyword::All)).collect();
            if let Some(definition) = self.types.get_mut(at) {
                definition.schema = Some(Asserted::Inline(keywords));
            }
        }
    }

    /// The JSON types of which a type's values can be.
    fn json_types_of(&self, ty: &TypeUse) -> Vec<JsonType> {
        match ty {
            TypeUse::Ruled(ty, _) | TypeUse::Boxed(ty) => self.json_types_of(ty),
            TypeUse::List(_) | TypeUse::Tuple(_) => vec![JsonType::Array],
            TypeUse::Map(_) | TypeUse::KeyedMap(..) => vec![JsonType::Object],
            TypeUse::Builtin(Builtin::String) => vec![JsonType::String],
            TypeUse::Builtin(Builtin::Integer(_)) => vec![JsonType::Integer],
            TypeUse::Builtin(Builtin::F32 | Builtin::F64) => vec![JsonType::Number],
            _ => Vec::from(EVERY),
        }
    }

    /// The type that an alias stands for.
    pub(super) fn behind_aliases(&self, id: TypeId) -> TypeId {
        let mut at = id;
        for _ in 0..self.types.len() {
            match self.types.get(at.0 as usize).map(|it| &it.shape) {
                Some(Shape::Alias(TypeUse::Named(next))) => at = *next,
                _ => break,
            }
        }
        at
    }
}

/// All JSON types; every integer is a number.
const EVERY: [JsonType; 6] =
    [JsonType::Null, JsonType::Boolean, JsonType::Number, JsonType::String, JsonType::Array, JsonType::Object];

/// So many examples are kept for a type.
const MOST_EXAMPLES: usize = 50;

/// `examples` of JSON Schema, `example` of OpenAPI.
fn examples_of(schema: &Node) -> impl Iterator<Item = &Node> {
    let several = schema.get("examples").and_then(Node::as_array).unwrap_or_default();
    several.iter().chain(schema.get("example"))
}

/// The schemas that stand in a schema.
fn subschemas(schema: &Node, found: &mut Vec<Node>) {
    for key in ["properties", "patternProperties", "dependencies"] {
        let entries = schema.get(key).and_then(Node::as_object).into_iter().flat_map(|object| object.iter());
        found.extend(entries.map(|(_, node)| node.clone()));
    }
    for key in ["items", "prefixItems", "allOf", "oneOf", "anyOf"] {
        found.extend(schema.get(key).and_then(Node::as_array).unwrap_or_default().iter().cloned());
    }
    let single = ["items", "additionalItems", "contains", "additionalProperties", "propertyNames"];
    for key in single.iter().chain(&["not", "if", "then", "else"]) {
        found.extend(schema.get(key).cloned());
    }
}
