//! An Avro schema as it stands in the document → [`Schema`], a tree whose names are resolved.
//!
//! Input: a node: an object, an array, a name, or JSON in a string; `$ref`s are followed. Output: the tree, if there is no
//! fault that leaves nothing to work with. Invariant: a name in the tree has its definition, and faults were reported.

use crate::collections::{HashMap, HashSet};
use crate::diagnostic::catalogue::avro as code;
use crate::diagnostic::{Diagnostic, Sink, did_you_mean};
use crate::document::Document;
use crate::source::{Node, Span, Value};

/// A schema: its root, and the types that have names.
#[derive(Debug, Default)]
pub(super) struct Schema {
    /// The named types, in the order in which they begin.
    pub(super) named: Vec<Named>,
}

/// A use of a type.
#[derive(Debug, Clone)]
pub(super) enum Type {
    /// A primitive type, by its name.
    Primitive(Primitive),
    /// An array.
    Array(Box<Type>),
    /// A map.
    Map(Box<Type>),
    /// A union.
    Union(Vec<Type>, Span),
    /// A named type: index into [`Schema::named`].
    Named(usize),
    /// A primitive type with a logical one.
    Logical(Logical, Primitive),
}

/// The primitive types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Primitive {
    Null,
    Boolean,
    Int,
    Long,
    Float,
    Double,
    Bytes,
    String,
}

impl Primitive {
    pub(super) const ALL: [(&'static str, Self); 8] = [
        ("null", Self::Null),
        ("boolean", Self::Boolean),
        ("int", Self::Int),
        ("long", Self::Long),
        ("float", Self::Float),
        ("double", Self::Double),
        ("bytes", Self::Bytes),
        ("string", Self::String),
    ];

    fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, primitive)| *primitive)
    }

    pub(super) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, primitive)| *primitive == self).map_or("null", |(name, _)| name)
    }
}

/// The logical types that are not passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Logical {
    Decimal {
        precision: u32,
        scale: u32,
    },
    Uuid,
    Date,
    TimeMillis,
    TimeMicros,
    /// An instant, in this unit.
    Timestamp(Unit),
    /// A date and time without an offset, in this unit.
    LocalTimestamp(Unit),
    Duration,
}

/// What timestamps count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Millis,
    Micros,
    Nanos,
}

/// A type that has a name.
#[derive(Debug)]
pub(super) struct Named {
    /// The full name.
    pub(super) name: String,
    /// `doc`.
    pub(super) doc: Option<String>,
    /// `x-rust-name`.
    pub(super) rust_name: Option<String>,
    /// What it is.
    pub(super) body: Body,
    /// Where.
    pub(super) span: Span,
}

/// What a named type is.
#[derive(Debug)]
pub(super) enum Body {
    /// A record.
    Record(Vec<Field>),
    /// An enum: its symbols, and the default one.
    Enum(Vec<String>, Option<String>),
    /// A fixed of so many bytes.
    Fixed(usize, Option<Logical>),
}

/// A field of a record.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) doc: Option<String>,
    pub(super) ty: Type,
    pub(super) default: Option<Node>,
    pub(super) span: Span,
}

/// Reads schemas of one root: its names are its own.
pub(super) struct Reader<'a> {
    document: &'a Document,
    pub(super) sink: &'a mut Sink,
    pub(super) schema: Schema,
    names: HashMap<String, usize>,
    /// The `$ref`s that are being followed.
    trail: Vec<Span>,
    depth: usize,
}

/// Schemas nest at most this deep; their JSON, three times as deep, must be read again at run time.
const DEEPEST: usize = 30;

/// The longest fixed: a whole one is held in memory.
const LONGEST_FIXED: i128 = 1 << 20;

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Document, sink: &'a mut Sink) -> Self {
        Self { document, sink, schema: Schema::default(), names: HashMap::new(), trail: Vec::new(), depth: 0 }
    }

    fn fault(&mut self, code: &'static crate::diagnostic::Code, span: Span, text: impl Into<String>) {
        self.sink.push(Diagnostic::new(code, span, text));
    }

    /// Reads the type that stands at `node`.
    pub(super) fn read(&mut self, node: &Node, namespace: &str) -> Option<Type> {
        if self.depth >= DEEPEST {
            self.fault(&code::AVRO_MALFORMED, node.span(), "the Avro schema is nested too deeply");
            return None;
        }
        self.depth += 1;
        let ty = self.read_here(node, namespace);
        self.depth -= 1;
        ty
    }

    fn read_here(&mut self, node: &Node, namespace: &str) -> Option<Type> {
        match node.value() {
            Value::String(text) => self.text(text, node, namespace),
            Value::Array(branches) => self.union(branches, node, namespace),
            Value::Null => Some(Type::Primitive(Primitive::Null)),
            Value::Object(_) if node.get("$ref").is_some() => self.reference(node, namespace),
            Value::Object(_) => self.object(node, namespace),
            Value::Bool(_) | Value::Number(_) => {
                let text = format!("an Avro schema is a name, an object or an array, not {}", node.kind());
                self.fault(&code::AVRO_MALFORMED, node.span(), text);
                None
            }
        }
    }

    /// A name, or a whole schema as JSON in a string.
    fn text(&mut self, text: &str, node: &Node, namespace: &str) -> Option<Type> {
        if text.trim_start().starts_with(['{', '[', '"']) {
            let Some(inner) = crate::source::read_within(text, node.span()) else {
                self.fault(&code::AVRO_MALFORMED, node.span(), "the text is neither the name of a type nor JSON");
                return None;
            };
            return self.read(&inner, namespace);
        }
        if let Some(primitive) = Primitive::of(text) {
            return Some(Type::Primitive(primitive));
        }
        // A name without a namespace is looked for in the one around it, then among those that have none.
        let around = full_name(text, namespace);
        if let Some(at) = self.names.get(&around).or_else(|| self.names.get(text)) {
            return Some(Type::Named(*at));
        }
        let known = self.names.keys().map(String::as_str).chain(Primitive::ALL.map(|(name, _)| name));
        let help = did_you_mean(text, known);
        let fault =
            Diagnostic::new(&code::AVRO_UNKNOWN_TYPE, node.span(), format!("the Avro schema has no type `{text}`"));
        self.sink.push(fault.label("not defined before this place").maybe_help(help));
        None
    }

    fn reference(&mut self, node: &Node, namespace: &str) -> Option<Type> {
        // A broken one was reported when the document was loaded.
        let target = self.document.resolve(node)?.node.clone();
        let span = node.span();
        if let Some(name) = target.get("name").and_then(Node::as_str)
            && let Some(at) = self.names.get(&full_name(name, &own_namespace(&target, namespace)))
            && self.schema.named.get(*at).is_some_and(|named| named.span == target.span())
        {
            return Some(Type::Named(*at));
        }
        if self.trail.contains(&span) {
            self.fault(&code::AVRO_MALFORMED, span, "this reference leads back to itself");
            return None;
        }
        self.trail.push(span);
        let ty = self.read(&target, namespace);
        self.trail.pop();
        ty
    }

    fn object(&mut self, node: &Node, namespace: &str) -> Option<Type> {
        let Some(kind) = node.get("type") else {
            self.lacks(node, "type", "an Avro schema");
            return None;
        };
        match kind.as_str() {
            Some("array") => {
                let Some(items) = node.get("items") else {
                    self.lacks(node, "items", "an array");
                    return None;
                };
                Some(Type::Array(Box::new(self.read(items, namespace)?)))
            }
            Some("map") => {
                let Some(values) = node.get("values") else {
                    self.lacks(node, "values", "a map");
                    return None;
                };
                Some(Type::Map(Box::new(self.read(values, namespace)?)))
            }
            Some("record" | "error") => self.record(node, namespace),
            Some("enum") => self.enumeration(node, namespace),
            Some("fixed") => self.fixed(node, namespace),
            _ => {
                let ty = self.read(kind, namespace)?;
                Some(match ty {
                    Type::Primitive(primitive) => match self.logical(node, primitive, None) {
                        Some(logical) => Type::Logical(logical, primitive),
                        None => Type::Primitive(primitive),
                    },
                    other => other,
                })
            }
        }
    }

    fn lacks(&mut self, node: &Node, key: &str, what: &str) {
        let fault = Diagnostic::new(&code::AVRO_MALFORMED, node.span(), format!("{what} without `{key}`"));
        self.sink.push(fault.label(format!("`{key}` is missing")));
    }

    fn union(&mut self, branches: &[Node], node: &Node, namespace: &str) -> Option<Type> {
        if branches.is_empty() {
            self.fault(&code::AVRO_UNION, node.span(), "a union without branches has no value");
            return None;
        }
        let mut types = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        for branch in branches {
            let Some(ty) = self.read(branch, namespace) else { continue };
            let is = match &ty {
                Type::Primitive(primitive) | Type::Logical(_, primitive) => primitive.name().to_owned(),
                Type::Array(_) => "array".to_owned(),
                Type::Map(_) => "map".to_owned(),
                Type::Named(at) => self.schema.named.get(*at).map_or_else(String::new, |it| it.name.clone()),
                Type::Union(..) => {
                    self.fault(&code::AVRO_UNION, branch.span(), "a union directly in a union");
                    continue;
                }
            };
            if !seen.insert(is.clone()) {
                let text = format!("the union has `{is}` twice");
                self.fault(&code::AVRO_UNION, branch.span(), text);
                continue;
            }
            types.push(ty);
        }
        (types.len() == branches.len()).then_some(Type::Union(types, node.span()))
    }

    /// Takes the name of a named type; the index is given out before its parts are read, so that they can refer to it.
    fn name(&mut self, node: &Node, namespace: &str, what: &str) -> Option<(usize, String)> {
        let Some(name) = node.get("name").filter(|name| name.as_str().is_some()) else {
            self.lacks(node, "name", what);
            return None;
        };
        let text = name.as_str().unwrap_or_default();
        let full = full_name(text, &own_namespace(node, namespace));
        if !full.split('.').all(is_name) {
            let fault = Diagnostic::new(&code::AVRO_NAME, name.span(), format!("`{full}` is not a name in Avro"));
            self.sink.push(fault.label("letters, digits and `_`, with no digit first"));
        }
        if Primitive::of(&full).is_some()
            || ["record", "enum", "array", "map", "fixed", "union"].contains(&full.as_str())
        {
            self.fault(&code::AVRO_NAME_TAKEN, name.span(), format!("`{full}` is a type of Avro itself"));
            return None;
        }
        let at = self.schema.named.len();
        if let Some(first) = self.names.insert(full.clone(), at) {
            self.names.insert(full.clone(), first);
            let first = self.schema.named.get(first).map(|named| named.span);
            let mut fault =
                Diagnostic::new(&code::AVRO_NAME_TAKEN, name.span(), format!("the Avro schema defines `{full}` twice"));
            if let Some(first) = first {
                fault = fault.related(first, "defined here first");
            }
            self.sink.push(fault.help("refer to the first by its name"));
            return None;
        }
        let text = |key: &str| node.get(key).and_then(Node::as_str).map(str::to_owned);
        self.schema.named.push(Named {
            name: full.clone(),
            doc: text("doc"),
            rust_name: text("x-rust-name"),
            body: Body::Record(Vec::new()),
            span: node.span(),
        });
        let own = full.rsplit_once('.').map_or("", |(namespace, _)| namespace).to_owned();
        Some((at, own))
    }

    fn set(&mut self, at: usize, body: Body) -> Option<Type> {
        self.schema.named.get_mut(at)?.body = body;
        Some(Type::Named(at))
    }

    fn record(&mut self, node: &Node, namespace: &str) -> Option<Type> {
        let (at, namespace) = self.name(node, namespace, "a record")?;
        let Some(list) = node.get("fields").and_then(Node::as_array) else {
            self.lacks(node, "fields", "a record");
            return None;
        };
        let mut fields: Vec<Field> = Vec::new();
        let mut seen: HashMap<String, Span> = HashMap::new();
        for field in list {
            let (Some(name), Some(ty)) = (field.get("name").filter(|it| it.as_str().is_some()), field.get("type"))
            else {
                let missing = if field.get("type").is_some() { "name" } else { "type" };
                self.lacks(field, missing, "a field");
                continue;
            };
            let text = name.as_str().unwrap_or_default().to_owned();
            if let Some(first) = seen.insert(text.clone(), name.span()) {
                let fault = Diagnostic::new(
                    &code::AVRO_NAME_TAKEN,
                    name.span(),
                    format!("the record has the field `{text}` twice"),
                );
                self.sink.push(fault.related(first, "the first of that name"));
                continue;
            }
            let doc = field.get("doc").and_then(Node::as_str).map(str::to_owned);
            // A type that is missing was reported; the others are read all the same.
            let Some(ty) = self.read(ty, &namespace) else { continue };
            fields.push(Field { name: text, doc, ty, default: field.get("default").cloned(), span: field.span() });
        }
        self.set(at, Body::Record(fields))
    }

    fn enumeration(&mut self, node: &Node, namespace: &str) -> Option<Type> {
        let (at, _) = self.name(node, namespace, "an enum")?;
        let Some(list) = node.get("symbols").and_then(Node::as_array).filter(|list| !list.is_empty()) else {
            self.lacks(node, "symbols", "an enum");
            return None;
        };
        let mut symbols: Vec<String> = Vec::new();
        let mut seen = HashSet::new();
        for symbol in list {
            // YAML reads `NO` as it stands, but `1` and `true` as something else.
            let Some(text) = symbol.scalar_text() else {
                let text = format!("a symbol is a string, not {}", symbol.kind());
                self.fault(&code::AVRO_MALFORMED, symbol.span(), text);
                continue;
            };
            if !seen.insert(text) {
                self.fault(&code::AVRO_NAME_TAKEN, symbol.span(), format!("the enum has the symbol `{text}` twice"));
                continue;
            }
            symbols.push(text.to_owned());
        }
        let default = node.get("default");
        let known = default.and_then(Node::as_str).filter(|text| symbols.iter().any(|symbol| symbol == text));
        if let (Some(default), None) = (default, known) {
            let help = default.as_str().and_then(|text| did_you_mean(text, symbols.iter().map(String::as_str)));
            let fault = Diagnostic::new(&code::AVRO_DEFAULT, default.span(), "the default is not one of the symbols");
            self.sink.push(fault.label("passed over").maybe_help(help));
        }
        let known = known.map(str::to_owned);
        self.set(at, Body::Enum(symbols, known))
    }

    fn fixed(&mut self, node: &Node, namespace: &str) -> Option<Type> {
        let (at, _) = self.name(node, namespace, "a fixed")?;
        let Some(size) = node.get("size") else {
            self.lacks(node, "size", "a fixed");
            return None;
        };
        let Some(length) = size.as_integer().filter(|size| (0..=LONGEST_FIXED).contains(size)) else {
            let text = format!("the size of a fixed is a number of bytes, at most {LONGEST_FIXED}");
            self.fault(&code::AVRO_MALFORMED, size.span(), text);
            return None;
        };
        let length = usize::try_from(length).unwrap_or_default();
        let logical = self.logical(node, Primitive::Bytes, Some(length));
        self.set(at, Body::Fixed(length, logical))
    }
}

/// The namespace that a named type stands in: its own, else the one around it.
fn own_namespace(node: &Node, around: &str) -> String {
    node.get("namespace").and_then(Node::as_str).unwrap_or(around).to_owned()
}

/// A name that has dots is full already.
fn full_name(name: &str, namespace: &str) -> String {
    if let Some(plain) = name.strip_prefix('.') {
        return plain.to_owned();
    }
    if name.contains('.') || namespace.is_empty() { name.to_owned() } else { format!("{namespace}.{name}") }
}

/// `[A-Za-z_][A-Za-z0-9_]*`.
fn is_name(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
