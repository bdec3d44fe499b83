//! Arrays: lists, tuples, and what a list carries beside the type of its items.

use super::facts::Facts;
use super::scalar::{ruled, tightest};
use super::{Hint, Schemas};
use crate::diagnostic::Sink;
use crate::model::{Builtin, Rule, Shape, TypeUse};

/// The longest tuple that the runtime reads.
const LONGEST_TUPLE: usize = 8;

impl Schemas<'_> {
    pub(super) fn array(&mut self, facts: &Facts, hint: &Hint, sink: &mut Sink) -> TypeUse {
        let least = tightest(facts, "minItems", false).filter(|least| *least > 0);
        let most = tightest(facts, "maxItems", true);
        let closed = facts.additional_items.as_ref().and_then(crate::source::Node::as_bool) == Some(false);
        let length = facts.positions.len();
        let fixed = |bound: Option<u64>| bound == Some(length as u64);
        if (1..=LONGEST_TUPLE).contains(&length)
            && fixed(least)
            && (closed || fixed(most))
            && facts.contains.is_empty()
            && !facts.unique
            && facts.items.is_empty()
            && !facts.loose
        {
            let items = facts.positions.clone();
            let items = items
                .iter()
                .enumerate()
                .map(|(at, item)| self.lower_part(item, hint, &format!("item {}", at + 1), sink));
            return TypeUse::Tuple(items.collect());
        }
        let item = if length > 0 {
            // Types by position, and a length that may vary: no Rust type is made for that.
            self.loose = true;
            TypeUse::Builtin(Builtin::Json)
        } else if facts.items.is_empty() {
            TypeUse::Builtin(Builtin::Json)
        } else {
            self.lower_nodes(&facts.items.clone(), &hint.item(), sink)
        };
        self.loose |= !facts.contains.is_empty();
        if !facts.contains.is_empty() || facts.unique {
            self.kept.push(item.clone());
        }
        let mut rules = Vec::new();
        rules.extend(least.map(Rule::MinItems));
        rules.extend(most.map(Rule::MaxItems));
        if facts.unique && self.keeps_everything(&item) {
            rules.push(Rule::UniqueItems);
        } else {
            self.loose |= facts.unique;
        }
        ruled(TypeUse::List(Box::new(item)), rules)
    }

    /// Whether a type plainly keeps all of the JSON that it reads: items that differ in what a type drops are not equal.
    fn keeps_everything(&self, ty: &TypeUse) -> bool {
        match ty {
            TypeUse::Builtin(Builtin::DateTime | Builtin::Time | Builtin::Uuid | Builtin::F32) => false,
            TypeUse::Builtin(_) => true,
            TypeUse::Ruled(ty, _)
            | TypeUse::Nullable(ty)
            | TypeUse::List(ty)
            | TypeUse::Map(ty)
            | TypeUse::KeyedMap(_, ty) => self.keeps_everything(ty),
            TypeUse::Tuple(items) => items.iter().all(|ty| self.keeps_everything(ty)),
            TypeUse::Named(id) => {
                matches!(self.types.get(id.0 as usize), Some(it) if matches!(it.shape, Shape::Enum(_)))
            }
            TypeUse::Path(_) | TypeUse::Boxed(_) => false,
        }
    }
}
