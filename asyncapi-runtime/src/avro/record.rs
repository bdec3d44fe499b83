//! Records, enums and unions: what the generated code of a type stands on.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, VariantAccess, Visitor};
use serde::ser::{Error as _, SerializeStruct, Serializer};

use super::datum::{As, Datum, Seed};
use super::kind::{At, Kind};
use crate::wire::TextEnum;

/// A record. Implemented by generated structs.
pub trait Record: Sized {
    /// The full name.
    const NAME: &'static str;
    /// Its fields, in the order of the schema, with what they are.
    const FIELDS: &'static [(&'static str, Kind)];

    /// Reads the fields.
    ///
    /// # Errors
    /// When one is missing, repeated, or not what the schema says.
    fn visit<'de, A: MapAccess<'de>>(fields: RecordFields<'_, A>) -> Result<Self, A::Error>;
}

/// Reads a record.
///
/// # Errors
/// When it is none, or what [`Record::visit`] finds.
pub fn read_record<'de, T: Record, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<T, D::Error> {
    from.deserialize_struct(T::NAME, &[], RecordVisitor(at, PhantomData))
}

struct RecordVisitor<'a, T>(At<'a>, PhantomData<T>);

impl<'de, T: Record> Visitor<'de> for RecordVisitor<'_, T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a record ({})", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::visit(RecordFields { map, at: self.0, fields: T::FIELDS, current: 0, expected: 0 })
    }
}

/// The fields of a record that is being read. In the binary encoding they come in the order of the schema; in JSON in any.
#[derive(Debug)]
pub struct RecordFields<'a, A> {
    map: A,
    at: At<'a>,
    fields: &'static [(&'static str, Kind)],
    current: usize,
    expected: usize,
}

impl<'de, A: MapAccess<'de>> RecordFields<'_, A> {
    /// The index of the next field; of one that the schema does not have, the number of fields.
    ///
    /// # Errors
    /// Those of the format.
    #[expect(clippy::should_implement_trait, reason = "not an iterator: it may fail")]
    pub fn next(&mut self) -> Result<Option<usize>, A::Error> {
        let at = self.map.next_key_seed(Key { fields: self.fields, expected: self.expected })?;
        self.current = at.unwrap_or_default();
        self.expected = self.current + 1;
        Ok(at)
    }

    /// Reads the value of the field into `slot`.
    ///
    /// # Errors
    /// When it is not what the schema says, or was there before.
    pub fn read<T: Datum>(&mut self, slot: &mut Option<T>) -> Result<(), A::Error> {
        let Some((name, kind)) = self.fields.get(self.current) else { return self.skip() };
        if slot.is_some() {
            return Err(A::Error::duplicate_field(name));
        }
        *slot = Some(self.map.next_value_seed(Seed::new(self.at.part(kind)))?);
        Ok(())
    }

    /// Passes over a field that the schema does not have: in JSON only.
    ///
    /// # Errors
    /// Those of the format.
    pub fn skip(&mut self) -> Result<(), A::Error> {
        self.map.next_value::<IgnoredAny>().map(|_| ())
    }

    /// The value of a field without a default.
    ///
    /// # Errors
    /// When it was not there.
    pub fn required<T>(&self, slot: Option<T>, name: &'static str) -> Result<T, A::Error> {
        slot.ok_or_else(|| A::Error::missing_field(name))
    }
}

/// Reads a key as the index of its field.
struct Key {
    fields: &'static [(&'static str, Kind)],
    expected: usize,
}

impl<'de> DeserializeSeed<'de> for Key {
    type Value = usize;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key {
    type Value = usize;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the name of a field")
    }
    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        if self.fields.get(self.expected).is_some_and(|(name, _)| *name == key) {
            return Ok(self.expected);
        }
        Ok(self.fields.iter().position(|(name, _)| *name == key).unwrap_or(self.fields.len()))
    }
}

/// Writes a record, field by field in the order of the schema.
pub struct RecordWriter<'a, S: Serializer> {
    record: S::SerializeStruct,
    at: At<'a>,
    fields: std::slice::Iter<'static, (&'static str, Kind)>,
}

impl<S: Serializer> fmt::Debug for RecordWriter<'_, S> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("RecordWriter").field("at", &self.at).finish_non_exhaustive()
    }
}

impl<'a, S: Serializer> RecordWriter<'a, S> {
    /// Begins a record.
    ///
    /// # Errors
    /// Those of the format.
    pub fn new<T: Record>(at: At<'a>, to: S) -> Result<Self, S::Error> {
        let record = to.serialize_struct(T::NAME, T::FIELDS.len())?;
        Ok(Self { record, at, fields: T::FIELDS.iter() })
    }

    /// Writes the next field.
    ///
    /// # Errors
    /// Those of the value.
    pub fn field<T: Datum>(&mut self, value: &T) -> Result<(), S::Error> {
        match self.fields.next() {
            Some((name, kind)) => self.record.serialize_field(name, &As(self.at.part(kind), value)),
            None => Err(S::Error::custom("more fields than the schema has")),
        }
    }

    /// Ends the record.
    ///
    /// # Errors
    /// Those of the format.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.record.end()
    }
}

/// Reads a symbol of an enum. One that the schema does not have is `default`, if it has one: that is possible in JSON only,
/// where the name is told.
///
/// # Errors
/// When it is not a symbol.
pub fn read_symbol<'de, T: TextEnum, D: Deserializer<'de>>(from: D, default: Option<T>) -> Result<T, D::Error> {
    struct Symbol<T>(Option<T>);
    impl<T: TextEnum> Visitor<'_> for Symbol<T> {
        type Value = T;
        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(out, "a symbol of {}", T::NAME)
        }
        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            let found = T::from_text(text).or(self.0);
            found.ok_or_else(|| E::custom(format_args!("a symbol that {} does not have", T::NAME)))
        }
    }
    from.deserialize_str(Symbol(default))
}

/// A branch of a union: how the binary encoding's crate calls it, and what it is.
pub type Branch = (&'static str, Kind);

/// A union of several types. Implemented by generated enums.
pub trait Union: Sized {
    /// The type's name, for messages.
    const NAME: &'static str;
    /// Its branches without `null`.
    const BRANCHES: &'static [Branch];

    /// Reads the content of a branch.
    ///
    /// # Errors
    /// What the content finds.
    fn visit<'de, A: VariantAccess<'de>>(branch: usize, content: Content<'_, A>) -> Result<Self, A::Error>;
}

/// Reads a union.
///
/// # Errors
/// When it has no such branch, or what the branch finds.
pub fn read_union<'de, T: Union, D: Deserializer<'de>>(at: At<'_>, from: D) -> Result<T, D::Error> {
    from.deserialize_enum(T::NAME, &[], UnionVisitor(at, PhantomData))
}

/// Writes a branch of a union.
///
/// # Errors
/// Those of the value.
pub fn write_branch<U: Union, T: Datum, S: Serializer>(
    branch: usize,
    value: &T,
    at: At<'_>,
    to: S,
) -> Result<S::Ok, S::Error> {
    let Some((wire, kind)) = U::BRANCHES.get(branch) else {
        return Err(S::Error::custom("a branch that the union does not have"));
    };
    let name = if at.is_json() { kind.branch().unwrap_or(wire) } else { wire };
    to.serialize_newtype_variant(U::NAME, 0, name, &As(at.part(kind), value))
}

struct UnionVisitor<'a, T>(At<'a>, PhantomData<T>);

impl<'de, T: Union> Visitor<'de> for UnionVisitor<'_, T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a branch of a union ({})", T::NAME)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, union: A) -> Result<T, A::Error> {
        let (branch, access) = union.variant_seed(BranchName { branches: T::BRANCHES, json: self.0.is_json() })?;
        let kind = T::BRANCHES.get(branch).map_or(self.0.kind(), |(_, kind)| kind);
        T::visit(branch, Content { access, at: self.0.part(kind) })
    }
}

/// Reads the name of a branch as its index.
struct BranchName {
    branches: &'static [Branch],
    json: bool,
}

impl<'de> DeserializeSeed<'de> for BranchName {
    type Value = usize;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for BranchName {
    type Value = usize;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the name of a branch")
    }
    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        let is = |(wire, kind): &Branch| if self.json { kind.branch() == Some(name) } else { *wire == name };
        self.branches.iter().position(is).ok_or_else(|| E::custom("the union has no such branch"))
    }
}

/// What a branch of a union holds.
#[derive(Debug)]
pub struct Content<'a, A> {
    access: A,
    at: At<'a>,
}

impl<'de, A: VariantAccess<'de>> Content<'_, A> {
    /// Reads it.
    ///
    /// # Errors
    /// When it is not what the branch says.
    pub fn read<T: Datum>(self) -> Result<T, A::Error> {
        self.access.newtype_variant_seed(Seed::new(self.at))
    }

    /// Refuses a branch that there is not.
    ///
    /// # Errors
    /// Always.
    pub fn refuse<T>(self) -> Result<T, A::Error> {
        Err(A::Error::custom("the union has no such branch"))
    }
}
