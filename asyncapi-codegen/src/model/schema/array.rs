//! Arrays: lists, tuples, and what a list carries beside the type of its items.

use super::facts::Facts;
use super::scalar::{ruled, tightest};
use super::{Hint, Schemas};
use crate::diagnostic::Sink;
use crate::model::{Builtin, Rule, TypeUse};

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
        {
            let items = facts.positions.clone();
            let items = items
                .iter()
                .enumerate()
                .map(|(at, item)| self.lower_part(item, hint, &format!("item {}", at + 1), sink));
            return TypeUse::Tuple(items.collect());
        }
        let mut rules = Vec::new();
        let item = if length > 0 {
            rules = self.positions(facts, closed, hint, sink);
            TypeUse::Builtin(Builtin::Json)
        } else if facts.items.is_empty() {
            TypeUse::Builtin(Builtin::Json)
        } else {
            self.lower_nodes(&facts.items.clone(), &hint.item(), sink)
        };
        rules.extend(least.map(Rule::MinItems));
        rules.extend(most.map(Rule::MaxItems));
        rules.extend(facts.unique.then_some(Rule::UniqueItems));
        for contained in &facts.contains {
            rules.push(Rule::Contains(self.lower_part(contained, hint, "contained", sink)));
        }
        ruled(TypeUse::List(Box::new(item)), rules)
    }

    /// A list whose items have types by position, and a length that may vary.
    fn positions(&mut self, facts: &Facts, closed: bool, hint: &Hint, sink: &mut Sink) -> Vec<Rule> {
        let mut rules = Vec::new();
        for (at, item) in facts.positions.iter().enumerate() {
            let ty = self.lower_part(item, hint, &format!("item {}", at + 1), sink);
            if ty != TypeUse::Builtin(Builtin::Json) {
                rules.push(Rule::ItemIs(at, ty));
            }
        }
        if closed {
            rules.push(Rule::MaxItems(facts.positions.len() as u64));
        } else if let Some(others) = &facts.additional_items {
            let ty = self.lower_part(others, hint, "further item", sink);
            rules.push(Rule::ItemsFrom(facts.positions.len(), ty));
        }
        rules
    }
}
