//! References: the text of a `$ref` and the file that it stands in → what it leads to.
//!
//! Each file is read once; each `$ref` is followed once, is reported at most once, and is then in [`References`].

mod base;
mod find;
mod identifiers;
mod pointer;
mod store;
pub(super) mod uri;

use super::{Files, LoadOptions, References, Target};
use crate::collections::HashSet;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Sink;
use crate::diagnostic::catalogue::load;
use crate::source::{Node, Span};
use pointer::Miss;
pub(super) use store::Store;

/// So many references may lead to one another before there is an object: it keeps the work linear.
pub(super) const LONGEST: usize = 64;

/// Pointers through references through pointers … are followed so far: more is not meant for reading.
const DEEPEST: usize = 64;

/// So many broken references are compared with what there is.
const MOST_ADVICE: usize = 40;

/// What is wrong with a reference; nothing if it was reported before.
type Fault = Option<Box<Diagnostic>>;

/// Follows references and keeps what it found.
pub(super) struct Resolver<'a> {
    pub(super) store: Store<'a>,
    pub(super) references: References,
    /// What was reported, by the span of the text of the `$ref`.
    broken: HashSet<Span>,
    /// What is being followed.
    active: Vec<Span>,
    /// How many times advice was looked for.
    advised: usize,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(files: &'a mut dyn Files, options: &'a LoadOptions) -> Self {
        Self {
            store: Store::new(files, options),
            references: References::default(),
            broken: HashSet::new(),
            active: Vec::new(),
            advised: 0,
        }
    }

    /// One step: what the text `reference` behind a `$ref` names. Reports what is wrong with it, once.
    pub(super) fn step(&mut self, reference: &Node, sink: &mut Sink) -> Option<Target> {
        let span = reference.span();
        if let Some(target) = self.references.targets.get(&span) {
            return Some(target.clone());
        }
        if self.broken.contains(&span) {
            return None;
        }
        if self.active.contains(&span) || self.active.len() > DEEPEST {
            self.broken.insert(span);
            sink.push(cycle(reference));
            return None;
        }
        self.active.push(span);
        let found = self.find(reference, sink);
        self.active.pop();
        match found {
            Ok(target) => {
                self.references.targets.insert(span, target.clone());
                Some(target)
            }
            Err(fault) => {
                self.broken.insert(span);
                fault.into_iter().for_each(|fault| sink.push(*fault));
                None
            }
        }
    }

    /// All steps from the text `reference` to what is not a reference. Reports a circle.
    pub(super) fn follow(&mut self, reference: &Node, sink: &mut Sink) -> Option<Vec<Target>> {
        let mut seen = vec![reference.span()];
        let mut steps = vec![self.step(reference, sink)?];
        while let Some(next) = steps.last().and_then(|target| reference_of(&target.node)).cloned() {
            let is_circle = seen.contains(&next.span());
            if is_circle || seen.len() >= LONGEST {
                if seen.iter().all(|span| self.broken.insert(*span)) {
                    sink.push(if is_circle { cycle(reference) } else { too_long(reference) });
                }
                // Later stages must not run in circles.
                seen.iter().for_each(|span| drop(self.references.targets.remove(span)));
                return None;
            }
            seen.push(next.span());
            steps.push(self.step(&next, sink)?);
        }
        Some(steps)
    }

    /// Whether to look for what was meant: nobody reads hundreds of messages, and a search costs as much as there are keys.
    pub(super) fn may_advise(&mut self) -> bool {
        self.advised += 1;
        self.advised <= MOST_ADVICE
    }

    /// From `target` along the segments of a pointer, through references where one stands in the way.
    fn walk(&mut self, mut target: Target, segments: &[String], sink: &mut Sink) -> Result<Target, Option<Miss>> {
        for (at, segment) in segments.iter().enumerate() {
            let mut hops = HashSet::new();
            target = loop {
                if let Some(next) = pointer::child(&target, segment) {
                    break next;
                }
                let Some(reference) = reference_of(&target.node).cloned() else {
                    return Err(Some(Miss { target, segments: segments.to_vec(), at }));
                };
                if !hops.insert(reference.span()) {
                    return Err(None);
                }
                target = self.step(&reference, sink).ok_or(None)?;
            };
        }
        Ok(target)
    }
}

/// The text behind the `$ref` of a Reference Object.
pub(super) fn reference_of(node: &Node) -> Option<&Node> {
    node.get("$ref").filter(|reference| reference.as_str().is_some())
}

fn too_long(reference: &Node) -> Diagnostic {
    let text = reference.as_str().unwrap_or_default();
    Diagnostic::new(&load::REFERENCE_CYCLE, reference.span(), format!("reference `{text}` does not come to an end"))
        .label(format!("leads to another reference {LONGEST} times"))
}

fn cycle(reference: &Node) -> Diagnostic {
    let text = reference.as_str().unwrap_or_default();
    Diagnostic::new(&load::REFERENCE_CYCLE, reference.span(), format!("reference `{text}` leads back to itself"))
        .label("never reaches an object")
}

#[cfg(test)]
mod tests;
