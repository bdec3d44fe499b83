//! Whether a type of one document is that of another: what a type takes from and puts on the wire, as a number.
//!
//! Input: the types and conditions of a model. Output: a [`Contract`] of each, and which types two models have in common.
//! A contract is of the type or condition alone, with the names of what it refers to; so a type is the same in two models if
//! its contract is, and those of all that it refers to are. Docs and examples are no part of it, nor is the order of types.

use std::hash::{Hash, Hasher};

use super::{Additional, Asserted, Choice, Condition, Docs, Keyword, Model, Shape, TypeDefinition, TypeId, TypeUse};
use crate::collections::{HashMap, HashSet, SortedSet};

/// What a type or a condition is by its schema, as a number.
pub type Contract = u64;

/// A type or a condition.
struct Item<'m> {
    name: &'m str,
    contract: Contract,
    /// What it refers to: types by their indices, conditions by theirs behind the types.
    to: Vec<usize>,
}

impl Model {
    /// The contracts of some types, and of the conditions that they need, by name.
    #[must_use]
    pub fn contracts(&self, types: impl IntoIterator<Item = TypeId>) -> Vec<(&str, Contract)> {
        let items = self.items();
        let mut open: Vec<usize> = types.into_iter().map(|id| id.0 as usize).collect();
        let mut reached = SortedSet::new();
        while let Some(at) = open.pop() {
            if reached.insert(at) {
                open.extend(items.get(at).iter().flat_map(|item| &item.to));
            }
        }
        reached.into_iter().filter_map(|at| items.get(at)).map(|item| (item.name, item.contract)).collect()
    }

    /// The types that `other` has as well, with all that they refer to.
    #[must_use]
    pub fn in_common(&self, other: &Self) -> SortedSet<TypeId> {
        let theirs = other.items();
        let theirs: HashMap<&str, Contract> = theirs.iter().map(|item| (item.name, item.contract)).collect();
        let items = self.items();
        let mut referrers: HashMap<usize, Vec<usize>> = HashMap::new();
        for (at, item) in items.iter().enumerate() {
            item.to.iter().for_each(|to| referrers.entry(*to).or_default().push(at));
        }
        let differs = |item: &Item<'_>| theirs.get(item.name) != Some(&item.contract);
        let mut open: Vec<usize> =
            (0..items.len()).zip(&items).filter(|(_, it)| differs(it)).map(|(at, _)| at).collect();
        let mut different = HashSet::new();
        while let Some(at) = open.pop() {
            if different.insert(at) {
                open.extend(referrers.get(&at).into_iter().flatten());
            }
        }
        (0..)
            .map(TypeId)
            .zip(&self.types)
            .map(|(id, _)| id)
            .filter(|id| !different.contains(&(id.0 as usize)))
            .collect()
    }

    fn items(&self) -> Vec<Item<'_>> {
        let types = self.types.iter().map(|definition| self.item_of_type(definition));
        types.chain(self.conditions.iter().map(|condition| self.item_of_condition(condition))).collect()
    }

    fn item_of_type<'m>(&'m self, definition: &'m TypeDefinition) -> Item<'m> {
        let mut to: Vec<usize> = referred(definition).into_iter().map(|id| id.0 as usize).collect();
        let schemas = match &definition.shape {
            Shape::AnyOf(it) => it.schemas.as_slice(),
            Shape::Union(it) => match &it.choice {
                Choice::Schemas { schemas, .. } => schemas.as_slice(),
                _ => &[],
            },
            _ => &[],
        };
        to.extend(definition.valid.map(|id| self.types.len() + id.0 as usize));
        self.conditions_in(schemas.iter().collect(), &mut to);
        self.item(&definition.name.0, to, &(&definition.shape, &definition.rules, &definition.foreign))
    }

    fn item_of_condition<'m>(&'m self, condition: &'m Condition) -> Item<'m> {
        let mut to = Vec::new();
        self.conditions_in(condition.keywords.iter().flat_map(Keyword::within).collect(), &mut to);
        self.item(&condition.name.0, to, &condition.keywords)
    }

    fn item<'m>(&'m self, name: &'m str, to: Vec<usize>, what: &impl Hash) -> Item<'m> {
        let mut hasher = Fnv::default();
        (name, what).hash(&mut hasher);
        for at in &to {
            let condition = || at.checked_sub(self.types.len()).and_then(|at| self.conditions.get(at));
            let name = self.types.get(*at).map(|it| &it.name).or_else(|| condition().map(|it| &it.name));
            name.hash(&mut hasher);
        }
        Item { name, contract: hasher.finish(), to }
    }

    /// The conditions that stand in some, as indices of items.
    fn conditions_in(&self, mut open: Vec<&Asserted>, to: &mut Vec<usize>) {
        while let Some(asserted) = open.pop() {
            match asserted {
                Asserted::Inline(keywords) => open.extend(keywords.iter().flat_map(Keyword::within)),
                Asserted::Shared(id) => to.push(self.types.len() + id.0 as usize),
            }
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
