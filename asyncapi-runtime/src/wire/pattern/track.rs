//! Matching with back references: one way after another, as ECMA-262 describes it, with a limit.

use super::Undecided;
use super::compile::{Expression, Program, Step};

/// The most steps that one match may take.
const MOST_WORK: usize = 1 << 24;
/// The most ways that may wait at once.
const MOST_WAYS: usize = 1 << 20;
/// A slot that holds no place.
const NOWHERE: usize = usize::MAX;

pub(super) fn matches(expression: &Expression, text: &str) -> Result<bool, Undecided> {
    let mut tracker =
        Tracker { expression, text, slots: vec![NOWHERE; expression.slots as usize], waiting: Vec::new(), work: 0 };
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    for start in starts.take(if expression.anchored { 1 } else { usize::MAX }) {
        if tracker.run(&expression.main, start)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What is done when a way fails, the last first.
enum Waiting {
    /// Go on at a step and a place.
    Way(u32, usize),
    /// Put back what a slot held.
    Slot(u32, usize),
}

struct Tracker<'a> {
    expression: &'a Expression,
    text: &'a str,
    slots: Vec<usize>,
    waiting: Vec<Waiting>,
    work: usize,
}

impl Tracker<'_> {
    /// Where the program ends, from a place on. What was captured stays; after a failure it is as before.
    fn run(&mut self, program: &Program, start: usize) -> Result<Option<usize>, Undecided> {
        let base = self.waiting.len();
        let (mut step, mut at) = (0, start);
        loop {
            self.work += 1;
            if self.work > MOST_WORK || self.waiting.len() > MOST_WAYS {
                return Err(Undecided);
            }
            let went = match program.steps.get(step as usize) {
                Some(Step::Done) => {
                    self.settle(base);
                    return Ok(Some(at));
                }
                Some(Step::Jump(to)) => Some((*to, at)),
                Some(Step::Split(first, second)) => {
                    self.waiting.push(Waiting::Way(*second, at));
                    Some((*first, at))
                }
                Some(other) => self.step(program, *other, at)?.map(|at| (step + 1, at)),
                None => None,
            };
            let Some(next) = went.or_else(|| self.resume(base)) else { return Ok(None) };
            (step, at) = next;
        }
    }

    /// Where a step that does not branch leads.
    fn step(&mut self, program: &Program, step: Step, at: usize) -> Result<Option<usize>, Undecided> {
        Ok(match step {
            Step::Char(wanted) => self.character(program, at, |character| character == wanted),
            Step::Set(set) => {
                let set = self.expression.sets.get(set as usize);
                self.character(program, at, |character| set.is_some_and(|set| set.has(character)))
            }
            Step::Place(place) => place.holds(self.text, at).then_some(at),
            Step::Look { look, negated } => {
                let Some(look) = self.expression.looks.get(look as usize) else { return Ok(None) };
                let base = self.waiting.len();
                let found = self.run(look, at)?.is_some();
                if negated {
                    // What it captured is forgotten; only slots wait above the base.
                    self.resume(base);
                }
                (found != negated).then_some(at)
            }
            Step::Save(slot) => {
                self.save(slot, at);
                Some(at)
            }
            Step::Reset(first, count) => {
                for slot in first..first.saturating_add(count) {
                    self.save(slot, NOWHERE);
                }
                Some(at)
            }
            Step::Moved(slot) => (self.slot(slot) != at).then_some(at),
            Step::Back(reference) => self.back(program, reference, at),
            Step::Split(..) | Step::Jump(_) | Step::Done => None,
        })
    }

    /// Takes up the last way that waits, if there is one above the base, and puts slots back on the way to it.
    fn resume(&mut self, base: usize) -> Option<(u32, usize)> {
        while self.waiting.len() > base {
            match self.waiting.pop()? {
                Waiting::Way(step, at) => return Some((step, at)),
                Waiting::Slot(slot, value) => {
                    if let Some(place) = self.slots.get_mut(slot as usize) {
                        *place = value;
                    }
                }
            }
        }
        None
    }

    /// Forgets the ways above the base: what matched is not tried again. What slots held is kept, for ways below it.
    fn settle(&mut self, base: usize) {
        let mut kept = base;
        for at in base..self.waiting.len() {
            if matches!(self.waiting.get(at), Some(Waiting::Slot(..))) {
                self.waiting.swap(kept, at);
                kept += 1;
            }
        }
        self.waiting.truncate(kept);
    }

    fn slot(&self, slot: u32) -> usize {
        self.slots.get(slot as usize).copied().unwrap_or(NOWHERE)
    }

    fn save(&mut self, slot: u32, value: usize) {
        if let Some(place) = self.slots.get_mut(slot as usize) {
            let before = std::mem::replace(place, value);
            self.waiting.push(Waiting::Slot(slot, before));
        }
    }

    fn character(&self, program: &Program, at: usize, fits: impl Fn(char) -> bool) -> Option<usize> {
        if program.backward {
            let character = self.text.get(..at)?.chars().next_back()?;
            return fits(character).then(|| at - character.len_utf8());
        }
        let character = self.text.get(at..)?.chars().next()?;
        fits(character).then(|| at + character.len_utf8())
    }

    /// A group that has captured nothing matches nothing, everywhere.
    fn back(&mut self, program: &Program, reference: u32, at: usize) -> Option<usize> {
        let groups = self.expression.references.get(reference as usize)?;
        let captured = groups.iter().find_map(|group| {
            let (start, end) = (self.slot(group * 2), self.slot(group * 2 + 1));
            self.text.get(start..end)
        });
        let captured = captured.unwrap_or_default();
        self.work += captured.len() / 16;
        if program.backward {
            self.text.get(..at)?.ends_with(captured).then(|| at - captured.len())
        } else {
            self.text.get(at..)?.starts_with(captured).then(|| at + captured.len())
        }
    }
}
