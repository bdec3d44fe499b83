//! Schemas as data: what is asked of a JSON value where no Rust type carries it (`not`, `if`, `contains`, arms of a oneOf
//! that overlap, …).
//!
//! Input: a JSON value and a [`Schema`], which generated code has as a `static`. Output: whether the value is valid, or what
//! it breaks. Invariants: the answer is that of JSON Schema draft-07; work is bounded by the product of the sizes of value
//! and schema, whatever the value; nothing is allocated for a small value that is valid.
//!
//! Only types that have such a rule pay for the tree that it looks at: see [`read_valid`].

mod evaluate;
mod read;
#[cfg(test)]
mod tests;

pub use read::{Valid, read_valid, write_valid};

use super::{Json, Literal, Pattern, Violation};

/// A schema: all its keywords must hold. Made by generated code; can stand in a `static`.
#[derive(Debug, Clone, Copy)]
pub struct Schema(pub &'static [Keyword]);

/// A JSON type, as the keyword `type` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are those of JSON Schema")]
pub enum Type {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

/// An assertion of a [`Schema`]. Those about one JSON type hold for values of every other.
#[derive(Debug, Clone, Copy)]
pub enum Keyword {
    /// The schema `false`.
    Never,
    /// `type`: one of these.
    Type(&'static [Type]),
    /// `enum` or `const`: one of these.
    Enum(&'static [Literal]),
    /// `enum` of many strings; sorted.
    Texts(&'static [&'static str]),
    /// `minimum`.
    Minimum(Literal),
    /// `maximum`.
    Maximum(Literal),
    /// `exclusiveMinimum`.
    ExclusiveMinimum(Literal),
    /// `exclusiveMaximum`.
    ExclusiveMaximum(Literal),
    /// `multipleOf`.
    MultipleOf(Literal),
    /// `minLength`, in code points.
    MinLength(usize),
    /// `maxLength`, in code points.
    MaxLength(usize),
    /// `pattern`.
    Pattern(&'static Pattern),
    /// `format`.
    Format(&'static str),
    /// `items` as one schema.
    Items(&'static Schema),
    /// `items` as a list, and `additionalItems`.
    Positions(&'static [&'static Schema], Option<&'static Schema>),
    /// `minItems`.
    MinItems(usize),
    /// `maxItems`.
    MaxItems(usize),
    /// `uniqueItems: true`.
    UniqueItems,
    /// `contains`.
    Contains(&'static Schema),
    /// `required`.
    Required(&'static [&'static str]),
    /// `properties`, `patternProperties` and `additionalProperties`, which depend on one another.
    Properties(&'static Properties),
    /// `propertyNames`.
    PropertyNames(&'static Schema),
    /// `minProperties`.
    MinProperties(usize),
    /// `maxProperties`.
    MaxProperties(usize),
    /// `dependencies`: if the property is there, these are too.
    DependentRequired(&'static str, &'static [&'static str]),
    /// `dependencies`: if the property is there, the whole is valid by this schema too.
    DependentSchema(&'static str, &'static Schema),
    /// A part of `allOf`, or a `$ref`.
    All(&'static Schema),
    /// `anyOf`.
    AnyOf(&'static [&'static Schema]),
    /// `oneOf`.
    OneOf(&'static [&'static Schema]),
    /// `not`.
    Not(&'static Schema),
    /// `if`, `then`, `else`.
    If(&'static Schema, Option<&'static Schema>, Option<&'static Schema>),
    /// `discriminator`: the schema of the arm that has the property's value among its own.
    Discriminated(&'static str, &'static [(&'static [Literal], &'static Schema)]),
}

/// What is asked of the properties of an object.
#[derive(Debug, Clone, Copy)]
pub struct Properties {
    /// `properties`.
    pub named: &'static [(&'static str, &'static Schema)],
    /// `patternProperties`.
    pub patterns: &'static [(&'static Pattern, &'static Schema)],
    /// `additionalProperties`.
    pub others: Option<&'static Schema>,
}

impl Schema {
    /// Whether a value is valid.
    #[must_use]
    pub fn accepts(&'static self, value: &Json) -> bool {
        evaluate::accepts(self, value)
    }

    /// Checks a value.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn check(&'static self, value: &Json) -> Result<(), Violation> {
        if self.accepts(value) {
            return Ok(());
        }
        let first = self.violations(value).into_iter().next();
        Err(first.unwrap_or_else(|| Violation::new("schema", "the value does not fit its schema")))
    }

    /// Everything that a value breaks, at most 100 rules of it.
    #[must_use]
    pub fn violations(&'static self, value: &Json) -> Vec<Violation> {
        evaluate::violations(self, value)
    }
}

impl Type {
    /// The name in JSON Schema.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }

    /// Whether a value is of this type; `1.0` is an integer.
    #[must_use]
    pub fn is_of(self, value: &Json) -> bool {
        match (self, value) {
            (Self::Null, Json::Null)
            | (Self::Boolean, Json::Bool(_))
            | (Self::Number, Json::Number(_))
            | (Self::String, Json::String(_))
            | (Self::Array, Json::Array(_))
            | (Self::Object, Json::Object(_)) => true,
            (Self::Integer, Json::Number(number)) => super::number::is_whole(number),
            _ => false,
        }
    }
}
