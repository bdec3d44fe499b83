//! Which alternatives of a oneOf overlap: a value that fits two of them is refused, which their author should know.
//!
//! Input: the [`Facts`] of two alternatives. Output: whether they are plainly disjoint. Invariant: what is called disjoint
//! is; what is not may be.

use std::cmp::Ordering;

use super::Schemas;
use super::facts::{Facts, ObjectPart, kind};
use super::literal::compare;
use crate::diagnostic::Sink;

/// Pairs are looked for among so many alternatives.
const MOST_COMPARED: usize = 60;

impl Schemas<'_> {
    /// The first pair of alternatives that are not plainly disjoint.
    pub(super) fn overlapping(&self, alternatives: &[&Facts]) -> Option<(usize, usize)> {
        let some = alternatives.get(..MOST_COMPARED).unwrap_or(alternatives);
        let pairs = some.iter().enumerate().flat_map(|(at, a)| {
            let later = some.iter().enumerate().skip(at + 1);
            later.map(move |(other, b)| (at, other, *a, *b))
        });
        pairs.into_iter().find(|(_, _, a, b)| !self.disjoint(a, b)).map(|(at, other, ..)| (at, other))
    }

    /// Whether no value fits both, as far as can be told without a search for one.
    pub(super) fn disjoint(&self, a: &Facts, b: &Facts) -> bool {
        let (Some(of_a), Some(of_b)) = (a.kinds(), b.kinds()) else { return false };
        if a.nullable && b.nullable {
            return false;
        }
        let common = of_a & of_b;
        if let (Some(of_a), Some(of_b)) = (&a.values, &b.values) {
            return !of_a.iter().any(|value| of_b.contains(value));
        }
        [kind::NULL, kind::BOOLEAN, kind::NUMBER, kind::STRING, kind::ARRAY, kind::OBJECT]
            .into_iter()
            .filter(|bit| common & bit != 0)
            .all(|bit| match bit {
                kind::NUMBER => apart(a, b, "minimum", "maximum"),
                kind::STRING => apart(a, b, "minLength", "maxLength"),
                kind::ARRAY => apart(a, b, "minItems", "maxItems"),
                kind::OBJECT => self.objects_disjoint(a, b) || self.objects_disjoint(b, a),
                _ => false,
            })
    }

    /// Whether properties that an alternative does not name may be what keeps another one from fitting too.
    pub(super) fn unnamed_decide(&self, alternatives: &[&Facts], at: usize) -> bool {
        let Some(own) = alternatives.get(at) else { return false };
        if own.kinds().is_some_and(|kinds| kinds & kind::OBJECT == 0) {
            return false;
        }
        let others = alternatives.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, it)| it);
        let mut others = others.take(MOST_COMPARED);
        // One that requires what this one does not name stays without it, whatever is dropped.
        let named = |name: &String| own.property(name).is_some() || own.required.contains(name);
        let stays = |other: &Facts| !other.required.iter().all(named);
        others.any(|other| !stays(other) && !self.disjoint(own, other))
    }

    /// Whether a property that `a` requires cannot be in `b`, or not as it is in `a`.
    fn objects_disjoint(&self, a: &Facts, b: &Facts) -> bool {
        let refuses = |part: &ObjectPart, name: &str| {
            part.others().and_then(crate::source::Node::as_bool) == Some(false)
                && part.patterns.is_empty()
                && !part.names.contains(name)
        };
        let sink = &mut Sink::default();
        a.required.iter().any(|name| {
            if b.parts.iter().any(|part| refuses(part, name)) {
                return true;
            }
            let (Some(in_a), Some(in_b)) = (a.property(name), b.property(name)) else { return false };
            let (in_a, in_b) = (self.facts(in_a, sink), self.facts(in_b, sink));
            let deep = in_a.constrained() & kind::OBJECT != 0 || in_b.constrained() & kind::OBJECT != 0;
            !deep && self.disjoint(&in_a, &in_b)
        })
    }
}

/// Whether the upper bound of one is below the lower bound of the other.
fn apart(a: &Facts, b: &Facts, lower: &str, upper: &str) -> bool {
    let below = |a: &Facts, b: &Facts| {
        a.bound(upper).any(|most| b.bound(lower).any(|least| compare(most, least) == Some(Ordering::Less)))
    };
    below(a, b) || below(b, a)
}
