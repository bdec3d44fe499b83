//! What a schema says, with its `allOf` and the `$ref`s beside other keywords merged in.
//!
//! Input: one or several [`Node`]s that must all hold. Output: [`Facts`]. Invariant: each keyword is in the facts or was
//! reported; recursion through `allOf` ends with a fault.

use std::collections::{HashMap, HashSet};

use super::Schemas;
use super::literal::literal;
use super::values::kind_of;
use crate::diagnostic::catalogue::types as code;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::Literal;
use crate::source::{Node, Span};

/// JSON types, as bits.
pub(super) mod kind {
    pub(in super::super) const NULL: u8 = 1;
    pub(in super::super) const BOOLEAN: u8 = 2;
    /// Numbers that are not integers.
    pub(in super::super) const FRACTION: u8 = 4;
    pub(in super::super) const INTEGER: u8 = 8;
    pub(in super::super) const STRING: u8 = 16;
    pub(in super::super) const ARRAY: u8 = 32;
    pub(in super::super) const OBJECT: u8 = 64;
    pub(in super::super) const NUMBER: u8 = FRACTION | INTEGER;
    pub(in super::super) const ALL: u8 = 127;
}

/// Everything that a schema says.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    pub(super) span: Span,
    /// What was merged: the schemas that were given.
    pub(super) roots: Vec<Node>,
    /// The schemas that were merged, with all parts.
    merged: HashSet<usize>,
    /// Whether something is said that the facts do not hold: the roots then have the last word.
    pub(super) loose: bool,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) deprecated: bool,
    /// The types allowed, as bits; `None`: not said.
    pub(super) types: Option<u8>,
    pub(super) nullable: bool,
    /// The schema `false`.
    pub(super) never: bool,
    pub(super) values: Option<Vec<Literal>>,
    pub(super) properties: Vec<(String, Vec<Node>)>,
    property_index: HashMap<String, usize>,
    pub(super) required: Vec<String>,
    /// What each schema says of properties together: `additionalProperties` depends on those beside it.
    pub(super) parts: Vec<ObjectPart>,
    pub(super) property_names: Vec<Node>,
    pub(super) dependencies: Vec<(String, Node)>,
    pub(super) items: Vec<Node>,
    pub(super) positions: Vec<Node>,
    pub(super) additional_items: Option<Node>,
    pub(super) contains: Vec<Node>,
    /// The bounds, by keyword: the text of the number.
    pub(super) bounds: Vec<(&'static str, String)>,
    pub(super) unique: bool,
    pub(super) string_patterns: Vec<(String, Span)>,
    pub(super) formats: Vec<String>,
    /// `x-extensible-enum`: strings that have a meaning, beside which others may come.
    pub(super) extensible: Vec<String>,
    pub(super) groups: Vec<Group>,
    pub(super) discriminator: Option<String>,
    pub(super) nots: Vec<Node>,
    pub(super) ifs: Vec<(Node, Option<Node>, Option<Node>)>,
    pub(super) rust_name: Option<String>,
    pub(super) rust_type: Option<String>,
}

/// What one schema says of the properties of an object.
#[derive(Debug, Clone)]
pub(super) struct ObjectPart {
    pub(super) names: HashSet<String>,
    pub(super) patterns: Vec<(String, Node)>,
    pub(super) additional: Option<Node>,
}

impl ObjectPart {
    /// What `additionalProperties` asks, unless it is nothing.
    pub(super) fn others(&self) -> Option<&Node> {
        self.additional.as_ref().filter(|it| it.as_bool() != Some(true))
    }
}

/// A oneOf or anyOf.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) exactly_one: bool,
    pub(super) arms: Vec<Node>,
    /// `discriminator.mapping` of OpenAPI: value and reference.
    pub(super) mapping: Vec<(String, String)>,
}

/// Bounds that are kept as they stand.
const BOUNDS: &[&str] = &[
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
];

/// Keywords that assert something that is not enforced.
const NOT_ENFORCED: &[&str] = &[
    "unevaluatedProperties",
    "unevaluatedItems",
    "minContains",
    "maxContains",
    "dependentSchemas",
    "dependentRequired",
    "$dynamicRef",
    "$recursiveRef",
];

/// So many parts are merged into one type.
const MOST_PARTS: usize = 2_000;

impl Facts {
    pub(super) fn new(span: Span) -> Self {
        Self {
            span,
            roots: Vec::new(),
            merged: HashSet::new(),
            loose: false,
            title: None,
            description: None,
            deprecated: false,
            types: None,
            nullable: false,
            never: false,
            values: None,
            properties: Vec::new(),
            property_index: HashMap::new(),
            required: Vec::new(),
            parts: Vec::new(),
            property_names: Vec::new(),
            dependencies: Vec::new(),
            items: Vec::new(),
            positions: Vec::new(),
            additional_items: None,
            contains: Vec::new(),
            bounds: Vec::new(),
            unique: false,
            string_patterns: Vec::new(),
            formats: Vec::new(),
            extensible: Vec::new(),
            groups: Vec::new(),
            discriminator: None,
            nots: Vec::new(),
            ifs: Vec::new(),
            rust_name: None,
            rust_type: None,
        }
    }

    /// What a type is named by, without the rest.
    pub(super) fn naming(&self) -> Self {
        Self { rust_name: self.rust_name.clone(), ..Self::new(self.span) }
    }

    /// The same without what no type carries.
    pub(super) fn without_conditions(&self) -> Self {
        Self { nots: Vec::new(), ifs: Vec::new(), loose: false, ..self.clone() }
    }

    /// The schemas of a property.
    pub(super) fn property(&self, name: &str) -> Option<&[Node]> {
        let at = self.property_index.get(name)?;
        self.properties.get(*at).map(|(_, nodes)| nodes.as_slice())
    }

    fn add_property(&mut self, name: &str, schema: &Node) {
        let next = self.properties.len();
        let at = *self.property_index.entry(name.to_owned()).or_insert(next);
        match self.properties.get_mut(at) {
            Some((_, nodes)) if nodes.iter().any(|node| node.same(schema)) => {}
            Some((_, nodes)) => nodes.push(schema.clone()),
            None => self.properties.push((name.to_owned(), vec![schema.clone()])),
        }
    }

    /// Makes a property required.
    pub(super) fn require(&mut self, name: &str) {
        if !self.required.iter().any(|known| known == name) {
            self.required.push(name.to_owned());
        }
    }

    /// The JSON types that are possible, where `type`, `enum` or `const` say so.
    pub(super) fn kinds(&self) -> Option<u8> {
        match (&self.values, self.types) {
            (Some(values), types) => {
                let of_values = values.iter().fold(0, |kinds, value| kinds | kind_of(value));
                Some(types.map_or(of_values, |types| types & of_values))
            }
            (None, types) => types,
        }
    }

    /// The JSON types of which anything is asked beside `type`.
    pub(super) fn constrained(&self) -> u8 {
        let has = |names: &[&str]| self.bounds.iter().any(|(name, _)| names.contains(name));
        let object = !self.properties.is_empty()
            || !self.required.is_empty()
            || self.parts.iter().any(|part| part.others().is_some() || !part.patterns.is_empty())
            || !self.property_names.is_empty()
            || !self.dependencies.is_empty()
            || has(&["minProperties", "maxProperties"]);
        let array = !self.items.is_empty()
            || !self.positions.is_empty()
            || !self.contains.is_empty()
            || self.unique
            || has(&["minItems", "maxItems"]);
        let string = !self.string_patterns.is_empty()
            || has(&["minLength", "maxLength"])
            || self.formats.iter().any(|format| super::scalar::checked(format));
        let number = has(&["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]);
        [(object, kind::OBJECT), (array, kind::ARRAY), (string, kind::STRING), (number, kind::NUMBER)]
            .into_iter()
            .fold(0, |kinds, (constrained, kind)| if constrained { kinds | kind } else { kinds })
    }

    /// Whether nothing is said that is about anything but objects.
    pub(super) fn only_about_objects(&self) -> bool {
        self.constrained() == kind::OBJECT
            && self.values.is_none()
            && self.groups.is_empty()
            && self.nots.is_empty()
            && self.ifs.is_empty()
            && !self.never
            && !self.loose
    }

    /// Whether there is nothing but, at most, `type` and documentation.
    pub(super) fn says_nothing_but_types(&self) -> bool {
        self.values.is_none() && self.constrained() == 0 && self.nots.is_empty() && self.ifs.is_empty() && !self.loose
    }

    /// The `format`, if there is just one.
    pub(super) fn format(&self) -> Option<&str> {
        self.formats.first().map(String::as_str)
    }

    pub(super) fn bound(&self, keyword: &str) -> impl Iterator<Item = &str> {
        self.bounds.iter().filter(move |(name, _)| *name == keyword).map(|(_, text)| text.as_str())
    }
}

/// Parts that are yet to be read: an explicit stack, so that a deep `allOf` costs no stack of ours.
struct Part {
    node: Node,
    /// The schemas that led here by `$ref`.
    trail: Vec<usize>,
}

impl Schemas<'_> {
    /// The facts of schemas that must all hold.
    pub(super) fn facts(&self, nodes: &[Node], sink: &mut Sink) -> Facts {
        let span = nodes.first().map_or_else(|| Span::start_of(self.document.root), Node::span);
        self.facts_onto(Facts::new(span), nodes, sink)
    }

    /// The facts of schemas that must all hold, together with what is known already.
    pub(super) fn facts_onto(&self, mut facts: Facts, nodes: &[Node], sink: &mut Sink) -> Facts {
        facts.roots.extend(nodes.iter().cloned());
        let mut open: Vec<Part> =
            nodes.iter().rev().map(|node| Part { node: node.clone(), trail: vec![node.id()] }).collect();
        let mut count = 0;
        while let Some(part) = open.pop() {
            count += 1;
            if count > MOST_PARTS {
                // Those beyond have no place in the type, and the last word all the same.
                facts.loose = true;
                break;
            }
            self.read_part(&part, &mut facts, &mut open, sink);
        }
        // A base lists its variants, and each variant extends the base by `allOf`: to the variant itself, the list says
        // nothing new.
        let mut groups = std::mem::take(&mut facts.groups);
        groups.retain(|group| !group.arms.iter().any(|arm| facts.merged.contains(&self.end_of(arm).id())));
        facts.groups = groups;
        if self.infer_types && facts.types.is_none() && facts.values.is_none() {
            let about = facts.constrained();
            facts.types =
                [kind::OBJECT, kind::ARRAY, kind::STRING, kind::NUMBER].into_iter().find(|kind| *kind == about);
        }
        facts
    }

    /// Whether what stands beside a `$ref` counts. Draft-07 looks at the reference alone; so do we in what is declared as
    /// draft-07, and where both together would allow nothing.
    pub(super) fn reads_beside_reference(&self, node: &Node) -> bool {
        !self.document.is_json_schema(node) && !self.contradicts_its_reference(node)
    }

    /// Whether the `type` beside a `$ref` is none of those that the schema referred to allows.
    fn contradicts_its_reference(&self, node: &Node) -> bool {
        let types_of = |node: &Node| node.get("type").and_then(types);
        let target = self.document.resolve(node).map(|target| self.end_of(&target.node));
        match (types_of(node), target.as_ref().and_then(types_of)) {
            (Some(own), Some(target)) => own & target == 0,
            _ => false,
        }
    }

    /// Where the references of a schema that does nothing else lead.
    pub(super) fn end_of(&self, node: &Node) -> Node {
        let mut node = node.clone();
        for _ in 0..200 {
            match self.only_reference(&node) {
                Some(target) => node = target.node,
                None => break,
            }
        }
        node
    }

    fn read_part(&self, part: &Part, facts: &mut Facts, open: &mut Vec<Part>, sink: &mut Sink) {
        let node = &part.node;
        if let Some(allowed) = node.as_bool() {
            facts.never |= !allowed;
            return;
        }
        let Some(object) = node.as_object() else { return };
        if !facts.merged.insert(node.id()) {
            return;
        }
        if let Some(reference) = node.get("$ref") {
            if let Some(target) = self.document.resolve(node) {
                if part.trail.contains(&target.node.id()) || part.trail.len() > 200 {
                    let text = "this `allOf` contains itself, so that nothing can be generated from it";
                    let fault = Diagnostic::new(&code::RECURSIVE_ALL_OF, reference.span(), text);
                    sink.push(fault.label("leads back to itself"));
                    return;
                }
                let mut trail = part.trail.clone();
                trail.push(target.node.id());
                open.push(Part { node: target.node.clone(), trail });
            }
            if self.document.is_json_schema(node) {
                return;
            }
            if let Some((key, _)) = object.iter().find(|(key, _)| asserts(&key.text)) {
                let text = format!("`{}` stands beside `$ref`", key.text);
                let lint = Diagnostic::new(&code::BESIDE_REFERENCE, key.span, text);
                let reads = self.reads_beside_reference(node);
                let label = if reads { "taken as if both stood in an `allOf`" } else { "ignored: it contradicts" };
                sink.push(lint.label(label));
                if !reads {
                    return;
                }
            }
        }
        if let Some(parts) = node.get("allOf").and_then(Node::as_array) {
            let part_of = |node: &Node| Part { node: node.clone(), trail: part.trail.clone() };
            open.extend(parts.iter().rev().map(part_of));
        }
        self.read_general(node, facts);
        read_scalars(node, facts);
        read_structure(node, facts);
        let discriminator = self.discriminator(node);
        read_groups(node, discriminator, facts);
        for (key, _) in object.iter() {
            if NOT_ENFORCED.contains(&&*key.text) {
                let text = format!("`{}` is not enforced", key.text);
                sink.push(
                    Diagnostic::new(&code::NOT_ENFORCED, key.span, text).label("values that break it are accepted"),
                );
            }
        }
    }

    /// `nullable` of OpenAPI, which AsyncAPI documents use; to JSON Schema it means nothing.
    pub(super) fn says_nullable(&self, node: &Node) -> bool {
        ["nullable", "x-nullable"].iter().any(|key| node.get(key).and_then(Node::as_bool) == Some(true))
            && !self.document.is_json_schema(node)
    }

    fn read_general(&self, node: &Node, facts: &mut Facts) {
        let text = |key: &str| node.get(key).and_then(Node::as_str).map(str::to_owned);
        facts.title = facts.title.take().or_else(|| text("title"));
        facts.description = facts.description.take().or_else(|| text("description"));
        facts.deprecated |= node.get("deprecated").and_then(Node::as_bool) == Some(true);
        facts.rust_name = facts.rust_name.take().or_else(|| text("x-rust-name"));
        facts.rust_type = facts.rust_type.take().or_else(|| text("x-rust-type"));
        facts.nullable |= self.says_nullable(node);
        if let Some(types) = node.get("type").and_then(types) {
            facts.types = Some(facts.types.map_or(types, |known| known & types));
        }
        for given in [
            node.get("enum").and_then(Node::as_array).map(<[Node]>::to_vec),
            node.get("const").map(|v| vec![v.clone()]),
        ] {
            let Some(given) = given else { continue };
            let values: Vec<Literal> = given.iter().map(literal).collect();
            facts.values = Some(match facts.values.take() {
                None => values,
                Some(known) => known.into_iter().filter(|value| values.contains(value)).collect(),
            });
        }
    }
}

/// Whether a keyword says something about the values, rather than about the schema.
pub(super) fn asserts(keyword: &str) -> bool {
    BOUNDS.contains(&keyword)
        || matches!(
            keyword,
            "type"
                | "enum"
                | "const"
                | "properties"
                | "required"
                | "additionalProperties"
                | "patternProperties"
                | "propertyNames"
                | "dependencies"
                | "items"
                | "prefixItems"
                | "additionalItems"
                | "contains"
                | "uniqueItems"
                | "pattern"
                | "format"
                | "allOf"
                | "oneOf"
                | "anyOf"
                | "not"
                | "if"
                | "nullable"
                | "x-nullable"
                | "contentEncoding"
                | "contentMediaType"
                | "x-rust-type"
        )
}

pub(super) fn types(node: &Node) -> Option<u8> {
    let one = |name: &Node| match name.as_str() {
        Some("null") => kind::NULL,
        Some("boolean") => kind::BOOLEAN,
        Some("number") => kind::NUMBER,
        Some("integer") => kind::INTEGER,
        Some("string") => kind::STRING,
        Some("array") => kind::ARRAY,
        Some("object") => kind::OBJECT,
        _ if name.is_null() => kind::NULL,
        _ => 0,
    };
    let types =
        node.as_array().map_or_else(|| one(node), |names| names.iter().fold(0, |types, name| types | one(name)));
    (types != 0).then_some(types)
}

fn read_scalars(node: &Node, facts: &mut Facts) {
    for keyword in BOUNDS {
        let Some(value) = node.get(keyword) else { continue };
        match (value.as_number(), value.as_bool(), *keyword) {
            (Some(number), ..) => facts.bounds.push((keyword, number.to_owned())),
            // Draft-04 and OpenAPI 3.0: a flag on `minimum`.
            (None, Some(true), "exclusiveMinimum") => facts.bounds.extend(flagged(node, "minimum", keyword)),
            (None, Some(true), "exclusiveMaximum") => facts.bounds.extend(flagged(node, "maximum", keyword)),
            _ => {}
        }
    }
    if let Some(pattern) = node.get("pattern")
        && let Some(text) = pattern.as_str()
        && !facts.string_patterns.iter().any(|(known, _)| known == text)
    {
        facts.string_patterns.push((text.to_owned(), pattern.span()));
    }
    for format in formats(node) {
        if !facts.formats.iter().any(|known| known == format) {
            facts.formats.push(format.to_owned());
        }
    }
    if let Some(values) = node.get("x-extensible-enum").and_then(Node::as_array) {
        facts.extensible.extend(values.iter().filter_map(|value| value.as_str().map(str::to_owned)));
    }
    facts.unique |= node.get("uniqueItems").and_then(Node::as_bool) == Some(true);
}

/// What a schema says of the form of a text: its `format`, and as formats of our own `contentEncoding` and
/// `contentMediaType`, which draft-07 leaves to implementations to assert.
pub(super) fn formats(node: &Node) -> impl Iterator<Item = &str> {
    let text = |key: &str| node.get(key).and_then(Node::as_str);
    let base64 = text("contentEncoding") == Some("base64");
    let content = match text("contentMediaType") {
        Some("application/json") if base64 => Some("content:base64:json"),
        Some("application/json") if node.get("contentEncoding").is_none() => Some("content:json"),
        _ => base64.then_some("content:base64"),
    };
    let format = text("format").map(|format| if format == "byte" { "content:base64" } else { format });
    format.into_iter().chain(content)
}

fn flagged(node: &Node, bound: &str, keyword: &'static str) -> Option<(&'static str, String)> {
    node.get(bound).and_then(Node::as_number).map(|number| (keyword, number.to_owned()))
}

fn read_structure(node: &Node, facts: &mut Facts) {
    for (key, schema) in node.get("properties").and_then(Node::as_object).into_iter().flat_map(|object| object.iter()) {
        facts.add_property(&key.text, schema);
    }
    for name in node.get("required").and_then(Node::as_array).unwrap_or_default() {
        if let Some(name) = name.as_str() {
            facts.require(name);
        }
    }
    let entries = |key: &str| node.get(key).and_then(Node::as_object).into_iter().flat_map(|object| object.iter());
    if ["properties", "patternProperties", "additionalProperties"].iter().any(|key| node.get(key).is_some()) {
        facts.parts.push(ObjectPart {
            names: entries("properties").map(|(key, _)| key.text.to_string()).collect(),
            patterns: entries("patternProperties")
                .map(|(key, schema)| (key.text.to_string(), schema.clone()))
                .collect(),
            additional: node.get("additionalProperties").cloned(),
        });
    }
    facts.dependencies.extend(entries("dependencies").map(|(key, schema)| (key.text.to_string(), schema.clone())));
    facts.property_names.extend(node.get("propertyNames").cloned());
    let listed = ["items", "prefixItems"].iter().any(|key| node.get(key).and_then(Node::as_array).is_some());
    facts.loose |= listed && (!facts.positions.is_empty() || !facts.items.is_empty());
    facts.loose |= !listed && !facts.positions.is_empty() && node.get("items").is_some();
    match node.get("items") {
        Some(items) if items.as_array().is_some() => facts.positions = items.as_array().unwrap_or_default().to_vec(),
        Some(items) => facts.items.push(items.clone()),
        None => {}
    }
    if let Some(positions) = node.get("prefixItems").and_then(Node::as_array) {
        facts.positions = positions.to_vec();
        facts.additional_items = facts.items.pop();
    }
    facts.additional_items = node.get("additionalItems").cloned().or_else(|| facts.additional_items.take());
    facts.contains.extend(node.get("contains").cloned());
    facts.nots.extend(node.get("not").cloned());
    if let Some(condition) = node.get("if") {
        facts.ifs.push((condition.clone(), node.get("then").cloned(), node.get("else").cloned()));
    }
}

/// oneOf and anyOf, with the discriminator beside them.
fn read_groups(node: &Node, discriminator: Option<Discriminator>, facts: &mut Facts) {
    let (property, mapping) = discriminator.unzip();
    facts.discriminator = facts.discriminator.take().or(property);
    for (keyword, exactly_one) in [("oneOf", true), ("anyOf", false)] {
        if let Some(arms) = node.get(keyword).and_then(Node::as_array) {
            let mapping = mapping.clone().unwrap_or_default();
            facts.groups.push(Group { exactly_one, arms: arms.to_vec(), mapping });
        }
    }
}

/// A property, and a mapping of its values to references.
pub(super) type Discriminator = (String, Vec<(String, String)>);

impl Schemas<'_> {
    /// `discriminator`: the property of AsyncAPI's string, or of OpenAPI's object with its mapping of values to references.
    /// To JSON Schema it means nothing.
    pub(super) fn discriminator(&self, node: &Node) -> Option<Discriminator> {
        let discriminator = node.get("discriminator").filter(|_| !self.document.is_json_schema(node))?;
        if let Some(property) = discriminator.as_str() {
            return Some((property.to_owned(), Vec::new()));
        }
        let property = discriminator.get("propertyName").and_then(Node::as_str)?;
        let mapping = discriminator.get("mapping").and_then(Node::as_object);
        let mapping = mapping.into_iter().flat_map(|object| object.iter());
        let mapping = mapping.filter_map(|(key, value)| Some((key.text.to_string(), value.as_str()?.to_owned())));
        Some((property.to_owned(), mapping.collect()))
    }
}
