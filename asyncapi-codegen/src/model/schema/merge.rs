//! Reads what schemas say into [`Facts`], with `allOf` and the `$ref`s beside other keywords merged in.
//!
//! Input: [`Node`]s that must all hold. Output: [`Facts`]. Invariant: each keyword is in the facts or was reported, or the
//! facts are `loose`; recursion through `allOf` ends with a fault.

use super::Schemas;
use super::facts::{Facts, Group, ObjectPart, kind};
use super::literal::literal;
use crate::diagnostic::catalogue::types as code;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::Literal;
use crate::source::{Node, Span};

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
        // An anyOf says nothing new where one of its arms holds anyway.
        let mut groups = std::mem::take(&mut facts.groups);
        let holds = |arm: &Node| facts.merged.contains(&self.end_of(arm).id());
        groups.retain(|group| group.exactly_one || !group.arms.iter().any(holds));
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
        !self.ignores_siblings(node) && !self.contradicts_its_reference(node)
    }

    /// Whether a `$ref` stands alone by the rules that the schema is read by.
    pub(super) fn ignores_siblings(&self, node: &Node) -> bool {
        self.reading != super::Reading::Own || self.document.is_json_schema(node)
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
        let known = facts.groups.len();
        read_groups(node, discriminator, facts);
        // A base lists its variants, and each variant extends the base by `allOf`: to the variant itself, the list says
        // nothing new.
        let mut at = 0;
        facts.groups.retain(|group| {
            at += 1;
            at <= known || !group.arms.iter().any(|arm| part.trail.contains(&self.end_of(arm).id()))
        });
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
            && self.reading != super::Reading::Official
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
        facts.bounds.extend(bound(node, keyword).map(|number| (*keyword, number.to_owned())));
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

/// The number of a bound.
pub(super) fn bound<'n>(node: &'n Node, keyword: &str) -> Option<&'n str> {
    let value = node.get(keyword)?;
    match (value.as_number(), value.as_bool(), keyword) {
        (Some(number), ..) => Some(number),
        // Draft-04 and OpenAPI 3.0: a flag on `minimum`.
        (None, Some(true), "exclusiveMinimum") => node.get("minimum").and_then(Node::as_number),
        (None, Some(true), "exclusiveMaximum") => node.get("maximum").and_then(Node::as_number),
        _ => None,
    }
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
    match node.get("not") {
        // Nothing is left: so some generators write `never`.
        Some(not) if accepts_all(not) => facts.never = true,
        not => facts.nots.extend(not.cloned()),
    }
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

/// Whether a schema plainly accepts everything.
fn accepts_all(node: &Node) -> bool {
    let says_nothing =
        |object: &crate::source::Object| !object.iter().any(|(key, _)| &*key.text == "$ref" || asserts(&key.text));
    node.as_bool() == Some(true) || node.as_object().is_some_and(says_nothing)
}
