//! What the objects of AsyncAPI look like, as tables: object → fields with their types.
//!
//! [`v3`] and [`v2`] follow the official JSON Schemas of each version; [`schema`] is the Schema Object, [`dialect`]
//! what it is read by, [`common`] what all versions share, [`bindings`] what protocols add. `structure` walks a document
//! along these tables.

pub(super) mod bindings;
pub(super) mod common;
pub(super) mod dialect;
pub(super) mod form;
pub(super) mod schema;
pub(super) mod v2;
pub(super) mod v3;

use crate::source::Node;

/// What may stand at a place.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// Anything; not looked into.
    Any,
    /// Anything; the references in it are resolved. For what another specification defines.
    Foreign,
    /// A string.
    Text,
    /// A string or null.
    TextOrNull,
    /// A string, and one of these.
    Choice(&'static [&'static str]),
    /// A runtime expression.
    Expression,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A number above zero.
    Positive,
    /// A whole number, zero or more.
    Count,
    /// A whole number from this to that; the least and the largest `i64` stand for no bound.
    Integer(i64, i64),
    /// A string of at least and at most so many characters.
    Length(usize, usize),
    /// A string for which the function holds, and what to call such a string.
    Form(fn(&str) -> bool, &'static str),
    /// An array.
    List(&'static Shape),
    /// An array of at least one item.
    Some(&'static Shape),
    /// An array of at least one item, no two alike.
    SomeUnique(&'static Shape),
    /// An array, no two items alike.
    Unique(&'static Shape),
    /// An object with keys of the author's choice.
    Map(&'static Shape),
    /// The same; keys are templates of URIs.
    NamedMap(&'static Shape),
    /// An object with the fields of a table.
    Object(&'static Object),
    /// What the function chooses for the node.
    Choose(fn(&Node) -> &'static Shape),
    /// That, or a Reference Object that leads to that.
    OrReference(&'static Shape),
    /// From this minor version on the one, before it the other.
    Since(u8, &'static Shape, &'static Shape),
    /// A Reference Object that leads to that.
    Reference(&'static Shape),
    /// A Reference Object that the check of the object around it resolves.
    MessageReference,
    /// The binding of a protocol: an object of the version that its `bindingVersion` names.
    Versions(bindings::Versions),
    /// Anything, as [`Foreign`](Self::Foreign); if it is not that, a warning says so.
    Advice(&'static Shape),
}

/// An object of the specification.
pub(super) struct Object {
    /// Its name in the specification, without "Object".
    pub(super) name: &'static str,
    /// Its fields.
    pub(super) fields: &'static [Field],
    /// What other fields it may have.
    pub(super) others: Others,
    /// What is to be checked of the object as a whole.
    pub(super) also: Also,
}

/// What fields an object may have beside those of its table.
#[derive(Clone, Copy)]
pub(super) enum Others {
    /// None, not even extensions.
    None,
    /// Extensions.
    Extensions,
    /// Extensions, and any others of this shape.
    All(&'static Shape),
}

/// A check of an object as a whole.
#[derive(Clone, Copy)]
pub(super) enum Also {
    /// Nothing.
    Nothing,
    /// The messages of an operation or a reply are messages of its channel.
    MessagesOfChannel,
    /// At least one of `payload` and `headers` is there, from this minor version on.
    PayloadOrHeaders(u8),
    /// A schema under `headers` that says a type says `object`.
    HeadersAreObject,
    /// Exactly one of the variants fits, which the field tells if it is there.
    OneOf(&'static str, &'static [Variant]),
}

/// What an object of one kind has.
pub(super) struct Variant {
    /// The value of the field that tells the kinds apart.
    pub(super) value: &'static str,
    /// A field that it must have.
    pub(super) with: Option<&'static str>,
    /// A field that it must not have.
    pub(super) without: Option<&'static str>,
}

/// A field of an [`Object`].
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) required: bool,
    /// The minor version that brought it.
    pub(super) since: u8,
}

/// An object that has only these fields and extensions.
pub(super) const fn object(name: &'static str, fields: &'static [Field]) -> Object {
    Object { name, fields, others: Others::Extensions, also: Also::Nothing }
}

impl Object {
    pub(super) const fn open(self) -> Self {
        self.open_to(&ANY)
    }

    pub(super) const fn open_to(mut self, others: &'static Shape) -> Self {
        self.others = Others::All(others);
        self
    }

    pub(super) const fn sealed(mut self) -> Self {
        self.others = Others::None;
        self
    }

    pub(super) const fn is_open(&self) -> bool {
        matches!(self.others, Others::All(_))
    }

    pub(super) const fn also(mut self, also: Also) -> Self {
        self.also = also;
        self
    }

    pub(super) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// An optional field.
pub(super) const fn may(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, required: false, since: 0 }
}

/// A required field.
pub(super) const fn must(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, required: true, since: 0 }
}

impl Field {
    /// The minor version that brought the field.
    pub(super) const fn since(mut self, minor: u8) -> Self {
        self.since = minor;
        self
    }
}

pub(super) static ANY: Shape = Shape::Any;
pub(super) static FOREIGN: Shape = Shape::Foreign;
pub(super) static TEXT: Shape = Shape::Text;
pub(super) static TEXTS: Shape = Shape::List(&TEXT);
pub(super) const UNIQUE_TEXTS: Shape = Shape::Unique(&TEXT);
