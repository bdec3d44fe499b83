//! Schemas as data, for what no Rust type carries: [`Condition`]s, which become `static`s that the runtime evaluates.

use super::{Literal, Name, Pattern};

/// Index into [`Model::conditions`](super::Model::conditions).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConditionId(pub u32);

/// A schema with a name, to be referred to.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The name of the `static`.
    pub name: Name,
    /// What must hold.
    pub keywords: Vec<Keyword>,
}

/// A schema where it is used.
#[derive(Debug, Clone, PartialEq)]
pub enum Asserted {
    /// As it stands there.
    Inline(Vec<Keyword>),
    /// By its name.
    Shared(ConditionId),
}

/// A JSON type, as the keyword `type` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are those of JSON Schema")]
pub enum JsonType {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

/// An assertion about a JSON value.
#[derive(Debug, Clone, PartialEq, Hash)]
pub enum Keyword {
    /// The schema `false`.
    Never,
    /// `type`.
    Type(Vec<JsonType>),
    /// `enum`, `const`.
    Enum(Vec<Literal>),
    /// `enum` of very many strings; sorted.
    Texts(Vec<String>),
    /// `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` or `multipleOf`, with the number's text.
    Number(NumberKeyword, String),
    /// A keyword about a length or a count.
    Count(CountKeyword, u64),
    /// `pattern`.
    Pattern(Pattern),
    /// `format`.
    Format(String),
    /// `items` as one schema.
    Items(Asserted),
    /// `items` as a list, and `additionalItems`.
    Positions(Vec<Asserted>, Option<Asserted>),
    /// `uniqueItems: true`.
    UniqueItems,
    /// `contains`.
    Contains(Asserted),
    /// `required`.
    Required(Vec<String>),
    /// `properties`, `patternProperties`, `additionalProperties`.
    Properties {
        /// `properties`.
        named: Vec<(String, Asserted)>,
        /// `patternProperties`.
        patterns: Vec<(Pattern, Asserted)>,
        /// `additionalProperties`.
        others: Option<Asserted>,
    },
    /// `propertyNames`.
    PropertyNames(Asserted),
    /// `dependencies` as a list.
    DependentRequired(String, Vec<String>),
    /// `dependencies` as a schema.
    DependentSchema(String, Asserted),
    /// A part of `allOf`, or a `$ref`.
    All(Asserted),
    /// `anyOf`.
    AnyOf(Vec<Asserted>),
    /// `oneOf`.
    OneOf(Vec<Asserted>),
    /// `not`.
    Not(Asserted),
    /// `if`, `then`, `else`.
    If(Asserted, Option<Asserted>, Option<Asserted>),
    /// `discriminator`: the schema of the arm that has the value.
    Discriminated(String, Vec<(Vec<Literal>, Asserted)>),
}

/// Keywords about numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are those of JSON Schema")]
pub enum NumberKeyword {
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
    MultipleOf,
}

/// Keywords about lengths and counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are those of JSON Schema")]
pub enum CountKeyword {
    MinLength,
    MaxLength,
    MinItems,
    MaxItems,
    MinProperties,
    MaxProperties,
}

impl Keyword {
    /// The schemas within.
    #[must_use]
    pub fn within(&self) -> Vec<&Asserted> {
        match self {
            Self::Items(it) | Self::Contains(it) | Self::PropertyNames(it) => vec![it],
            Self::Positions(items, others) => items.iter().chain(others).collect(),
            Self::Properties { named, patterns, others } => {
                let named = named.iter().map(|(_, it)| it);
                named.chain(patterns.iter().map(|(_, it)| it)).chain(others).collect()
            }
            _ => self.of_same_value(),
        }
    }

    /// The schemas within that are about the very value that this is about.
    #[must_use]
    pub fn of_same_value(&self) -> Vec<&Asserted> {
        match self {
            Self::All(it) | Self::Not(it) | Self::DependentSchema(_, it) => vec![it],
            Self::AnyOf(arms) | Self::OneOf(arms) => arms.iter().collect(),
            Self::If(condition, then, otherwise) => [condition].into_iter().chain(then).chain(otherwise).collect(),
            Self::Discriminated(_, arms) => arms.iter().map(|(_, it)| it).collect(),
            _ => Vec::new(),
        }
    }
}
