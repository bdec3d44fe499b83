//! Matching without back references: all ways at once, in time linear in the text.
//!
//! A look-around is a question about a place, so all its places are found first, in one pass, and the passes of those
//! around it only look them up.

use std::cell::RefCell;

use super::Undecided;
use super::compile::{Expression, Program, Step};

/// The most steps that one match may take: about a second of work.
const MOST_WORK: usize = 1 << 27;

/// The most words of places that are kept from match to match.
const KEPT: usize = 1 << 13;

pub(super) fn matches(expression: &Expression, text: &str) -> Result<bool, Undecided> {
    thread_local! {
        static SCRATCH: RefCell<Scratch> = RefCell::default();
    }
    SCRATCH.with(|scratch| match scratch.try_borrow_mut() {
        Ok(mut scratch) => {
            let matched = scratch.matches(expression, text);
            // Megabytes are not kept for the next text, which is likely a short one.
            if scratch.held.capacity() > KEPT {
                scratch.held = Vec::new();
            }
            matched
        }
        Err(_) => Scratch::default().matches(expression, text),
    })
}

/// What is kept from match to match, so that memory is taken once.
#[derive(Debug, Default)]
struct Scratch {
    /// For each look-around a bit for each place of the text.
    held: Vec<u64>,
    now: Vec<u32>,
    next: Vec<u32>,
    /// For each step the round in which it was reached last.
    reached: Vec<u32>,
    round: u32,
    pending: Vec<u32>,
    work: usize,
}

/// What a pass is about.
struct Pass<'a> {
    expression: &'a Expression,
    program: &'a Program,
    text: &'a str,
    /// Words of `held` for each look-around.
    words: usize,
}

impl Scratch {
    fn matches(&mut self, expression: &Expression, text: &str) -> Result<bool, Undecided> {
        self.work = 0;
        let words = text.len() / 64 + 1;
        self.held.clear();
        self.held.resize(words * expression.looks.len(), 0);
        for (look, program) in expression.looks.iter().enumerate() {
            let pass = Pass { expression, program, text, words };
            self.pass(&pass, false, |scratch, at| {
                if let Some(word) = scratch.held.get_mut(look * words + at / 64) {
                    *word |= 1 << (at % 64);
                }
                false
            })?;
        }
        let pass = Pass { expression, program: &expression.main, text, words };
        self.pass(&pass, expression.anchored, |_, _| true)
    }

    /// Reads the text once. Where the program ends, `found` says whether that is enough.
    fn pass(
        &mut self,
        pass: &Pass<'_>,
        anchored: bool,
        mut found: impl FnMut(&mut Self, usize) -> bool,
    ) -> Result<bool, Undecided> {
        let steps = &pass.program.steps;
        let mut characters = pass.text.chars();
        if self.reached.len() < steps.len() {
            self.reached.resize(steps.len(), 0);
        }
        self.now.clear();
        self.turn();
        let mut at = if pass.program.backward { pass.text.len() } else { 0 };
        let mut done = false;
        let mut first = true;
        loop {
            if first || !anchored {
                done |= self.reach(pass, 0, at);
            }
            first = false;
            if done && found(self, at) {
                return Ok(true);
            }
            if self.now.is_empty() && anchored {
                return Ok(false);
            }
            self.work += self.now.len() + 1;
            if self.work > MOST_WORK {
                return Err(Undecided);
            }
            let character = if pass.program.backward { characters.next_back() } else { characters.next() };
            let Some(character) = character else { return Ok(false) };
            let length = characters.as_str().len();
            at = if pass.program.backward { length } else { pass.text.len() - length };
            let now = std::mem::replace(&mut self.now, std::mem::take(&mut self.next));
            self.now.clear();
            self.turn();
            done = false;
            for step in &now {
                let passes = match steps.get(*step as usize) {
                    Some(Step::Char(wanted)) => *wanted == character,
                    Some(Step::Set(set)) => {
                        pass.expression.sets.get(*set as usize).is_some_and(|set| set.has(character))
                    }
                    _ => false,
                };
                if passes {
                    done |= self.reach(pass, step + 1, at);
                }
            }
            self.next = now;
        }
    }

    /// Begins a round: nothing is reached yet.
    fn turn(&mut self) {
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.reached.fill(0);
            self.round = 1;
        }
    }

    /// Goes from a step to all that pass a character next; whether the end is among them.
    fn reach(&mut self, pass: &Pass<'_>, step: u32, at: usize) -> bool {
        let mut done = false;
        self.pending.push(step);
        while let Some(step) = self.pending.pop() {
            let Some(reached) = self.reached.get_mut(step as usize) else { continue };
            if std::mem::replace(reached, self.round) == self.round {
                continue;
            }
            self.work += 1;
            match pass.program.steps.get(step as usize) {
                Some(Step::Char(_) | Step::Set(_)) => self.now.push(step),
                Some(Step::Split(first, second)) => self.pending.extend([*first, *second]),
                Some(Step::Jump(to)) => self.pending.push(*to),
                Some(Step::Place(place)) if place.holds(pass.text, at) => self.pending.push(step + 1),
                Some(Step::Look { look, negated }) => {
                    let word = self.held.get(*look as usize * pass.words + at / 64);
                    let holds = word.is_some_and(|word| word >> (at % 64) & 1 == 1);
                    if holds != *negated {
                        self.pending.push(step + 1);
                    }
                }
                Some(Step::Done) => done = true,
                _ => {}
            }
        }
        done
    }
}
