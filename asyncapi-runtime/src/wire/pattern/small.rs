//! Matching of the usual patterns: no look-around, few characters. All ways at once, as bits of one number.

use super::Place;
use super::compile::{Program, Step};
use super::{Set, compile::Expression};

/// The bit of the end of the pattern; those below it are steps that pass a character.
const DONE: u64 = 1 << 63;

/// What a step that passes a character asks of it.
#[derive(Debug)]
enum Wanted {
    Char(char),
    Set(u32),
}

/// For each step that passes a character: what it asks, and which of them may come next.
#[derive(Debug)]
pub(super) struct Small {
    wanted: Box<[(Wanted, u64)]>,
    /// Behind these, the end of the text is the end of the pattern.
    ends: u64,
    /// What may come first: at the start of the text, and further on.
    start: u64,
    later: u64,
    /// Nothing is enough, at the end of an empty text, and of one that is not.
    empty: bool,
    last: bool,
}

impl Small {
    /// `None` if there are too many steps, or places other than the start and the end of the text.
    pub(super) fn of(program: &Program) -> Option<Self> {
        let passes = |step: &&Step| matches!(step, Step::Char(_) | Step::Set(_));
        let fits = |step: &Step| match step {
            Step::Place(place) => matches!(place, Place::Start | Place::End),
            Step::Char(_) | Step::Set(_) | Step::Split(..) | Step::Jump(_) | Step::Done => true,
            Step::Look { .. } | Step::Save(_) | Step::Reset(..) | Step::Back(_) | Step::Moved(_) => false,
        };
        let steps = &program.steps;
        if steps.len() > 1000 || steps.iter().filter(passes).count() > 63 || !steps.iter().all(fits) {
            return None;
        }
        // The bit of each step.
        let mut bits = Vec::with_capacity(steps.len());
        let mut bit = 0u32;
        for step in steps {
            bits.push(bit);
            bit += u32::from(passes(&step));
        }
        let reach = |from: usize, start: bool, end: bool| reach(steps, &bits, from, start, end);
        let mut wanted = Vec::new();
        let mut ends = 0;
        for (at, step) in steps.iter().enumerate() {
            let ask = match step {
                Step::Char(character) => Wanted::Char(*character),
                Step::Set(set) => Wanted::Set(*set),
                _ => continue,
            };
            if reach(at + 1, false, true) & DONE != 0 {
                ends |= 1 << wanted.len();
            }
            wanted.push((ask, reach(at + 1, false, false)));
        }
        Some(Self {
            wanted: wanted.into(),
            ends,
            start: reach(0, true, false),
            later: reach(0, false, false),
            empty: reach(0, true, true) & DONE != 0,
            last: reach(0, false, true) & DONE != 0,
        })
    }

    pub(super) fn matches(&self, expression: &Expression, text: &str) -> bool {
        if text.is_empty() {
            return self.empty;
        }
        let mut now = self.start;
        let mut passed = 0;
        for character in text.chars() {
            if now & DONE != 0 {
                return true;
            }
            let mut next = self.later;
            passed = 0;
            while now != 0 {
                let at = now.trailing_zeros();
                now &= now - 1;
                if let Some((wanted, follow)) = self.wanted.get(at as usize)
                    && wanted.fits(&expression.sets, character)
                {
                    next |= follow;
                    passed |= 1 << at;
                }
            }
            if next == 0 && passed & self.ends == 0 && !self.last {
                return false;
            }
            now = next;
        }
        now & DONE != 0 || passed & self.ends != 0 || self.last
    }
}

impl Wanted {
    fn fits(&self, sets: &[Set], character: char) -> bool {
        match self {
            Self::Char(wanted) => *wanted == character,
            Self::Set(set) => sets.get(*set as usize).is_some_and(|set| set.has(character)),
        }
    }
}

/// What may come next from a step on, at a place that is the start or the end of the text or neither.
fn reach(steps: &[Step], bits: &[u32], from: usize, start: bool, end: bool) -> u64 {
    let mut seen = vec![false; steps.len()];
    let mut pending = vec![from];
    let mut found = 0;
    while let Some(at) = pending.pop() {
        match seen.get_mut(at) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        match steps.get(at) {
            Some(Step::Char(_) | Step::Set(_)) => found |= bits.get(at).map_or(0, |bit| 1 << bit),
            Some(Step::Split(first, second)) => pending.extend([*first as usize, *second as usize]),
            Some(Step::Jump(to)) => pending.push(*to as usize),
            Some(Step::Place(Place::Start)) if start => pending.push(at + 1),
            Some(Step::Place(Place::End)) if end => pending.push(at + 1),
            Some(Step::Done) => found |= DONE,
            _ => {}
        }
    }
    found
}
