//! Whether a type of one document is that of another: what a type takes from and puts on the wire, as a number.
//!
//! Input: the types and conditions of a model. Output: a [`Contract`] per type, and which types two models have in common.
//! A contract is of the type alone, and names what it refers to; so a type is the same in two models if its contract is,
//! and those of all types that it refers to are. Docs and examples are no part of it, nor is the order of types.

use std::hash::{Hash, Hasher};

use super::{Additional, Asserted, Choice, ConditionId, Docs, Keyword, Model, Shape, TypeDefinition, TypeId, TypeUse};
use crate::collections::{HashMap, HashSet, SortedSet};

/// What a type is by its schema, as a number.
pub type Contract = u64;

impl Model {
    /// The contract of a type.
    #[must_use]
    pub fn contract(&self, definition: &TypeDefinition) -> Contract {
        let mut hasher = Fnv::default();
        (&definition.name, &definition.shape, &definition.rules, &definition.foreign).hash(&mut hasher);
        for id in referred(definition) {
            self.types.get(id.0 as usize).map(|it| &it.name).hash(&mut hasher);
        }
        for id in self.conditions_of(definition) {
            self.conditions.get(id.0 as usize).map(|it| &it.keywords).hash(&mut hasher);
        }
        hasher.finish()
    }

    /// The types that `other` has as well, and all that they refer to.
    #[must_use]
    pub fn in_common(&self, other: &Self) -> SortedSet<TypeId> {
        let theirs: HashMap<&str, Contract> =
            other.types.iter().map(|it| (it.name.0.as_str(), other.contract(it))).collect();
        let is_same = |it: &TypeDefinition| theirs.get(it.name.0.as_str()) == Some(&self.contract(it));
        let mut common: SortedSet<TypeId> =
            (0..).map(TypeId).zip(&self.types).filter(|(_, it)| is_same(it)).map(|(id, _)| id).collect();
        loop {
            let differs = |id: &TypeId| {
                let definition = self.types.get(id.0 as usize);
                definition.is_none_or(|it| referred(it).iter().any(|inner| !common.contains(inner)))
            };
            let lost: Vec<TypeId> = common.iter().filter(|id| differs(id)).copied().collect();
            if lost.is_empty() {
                return common;
            }
            common.retain(|id| !lost.contains(id));
        }
    }

    /// The conditions that a type evaluates, in the order in which they are met.
    fn conditions_of(&self, definition: &TypeDefinition) -> Vec<ConditionId> {
        let mut open: Vec<&Asserted> = Vec::new();
        match &definition.shape {
            Shape::AnyOf(it) => open.extend(&it.schemas),
            Shape::Union(it) => {
                if let Choice::Schemas { schemas, .. } = &it.choice {
                    open.extend(schemas);
                }
            }
            _ => {}
        }
        let mut found: Vec<ConditionId> = definition.valid.into_iter().collect();
        let mut seen: HashSet<ConditionId> = found.iter().copied().collect();
        let mut at = 0;
        loop {
            while let Some(asserted) = open.pop() {
                match asserted {
                    Asserted::Inline(keywords) => open.extend(keywords.iter().flat_map(Keyword::within)),
                    Asserted::Shared(id) if seen.insert(*id) => found.push(*id),
                    Asserted::Shared(_) => {}
                }
            }
            let Some(id) = found.get(at) else { return found };
            let keywords = self.conditions.get(id.0 as usize).map(|it| it.keywords.as_slice()).unwrap_or_default();
            open.extend(keywords.iter().flat_map(Keyword::within));
            at += 1;
        }
    }
}

/// The types that a type refers to, in the order in which they stand in it.
fn referred(definition: &TypeDefinition) -> Vec<TypeId> {
    let mut uses: Vec<&TypeUse> = match &definition.shape {
        Shape::Struct(it) => {
            let kept = if let Additional::Kept { value, .. } = &it.additional { Some(value) } else { None };
            it.fields.iter().map(|field| &field.ty).chain(kept).collect()
        }
        Shape::Enum(_) | Shape::OpenEnum(_) => Vec::new(),
        Shape::Union(it) => it.arms.iter().map(|arm| &arm.ty).collect(),
        Shape::AnyOf(it) => it.arms.iter().map(|arm| &arm.ty).collect(),
        Shape::Newtype(ty) | Shape::Alias(ty) => vec![ty],
    };
    uses.reverse();
    let mut found = Vec::new();
    while let Some(ty) = uses.pop() {
        match ty {
            TypeUse::Named(id) => found.push(*id),
            TypeUse::Builtin(_) | TypeUse::Path(_) => {}
            TypeUse::Nullable(ty)
            | TypeUse::Ruled(ty, _)
            | TypeUse::List(ty)
            | TypeUse::Map(ty)
            | TypeUse::KeyedMap(_, ty)
            | TypeUse::Boxed(ty) => {
                uses.push(ty);
            }
            TypeUse::Tuple(items) => uses.extend(items.iter().rev()),
        }
    }
    found
}

/// The same number in every build and on every machine, which the standard library's hasher does not promise.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Docs are no part of a contract.
impl Hash for Docs {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// Which number a type has in its model is no part of a contract; what it is called is hashed apart.
impl Hash for TypeUse {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Named(_) => 0u8.hash(state),
            Self::Builtin(builtin) => (1u8, builtin).hash(state),
            Self::Path(path) => (2u8, path).hash(state),
            Self::Nullable(ty) => (3u8, ty).hash(state),
            Self::List(ty) => (4u8, ty).hash(state),
            Self::Map(ty) => (5u8, ty).hash(state),
            Self::Ruled(ty, rules) => (6u8, ty, rules).hash(state),
            Self::Tuple(items) => (7u8, items).hash(state),
            Self::Boxed(ty) => (8u8, ty).hash(state),
            Self::KeyedMap(key, ty) => (9u8, key, ty).hash(state),
        }
    }
}

/// The same for conditions.
impl Hash for Asserted {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Inline(keywords) => (0u8, keywords).hash(state),
            Self::Shared(_) => 1u8.hash(state),
        }
    }
}
