//! What a schema says, as one record that questions can be asked of. [`merge`](super::merge) fills it.

use super::values::kind_of;
use crate::collections::{HashMap, HashSet};
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
    pub(super) merged: HashSet<usize>,
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

    pub(super) fn add_property(&mut self, name: &str, schema: &Node) {
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
