//! A tree → steps, repetitions unfolded.

use super::decode::{Node, Tree};
use super::small::Small;
use super::{Place, Set, Undecided, scan, track};

/// One step; the next one follows it unless it says where to go on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    /// Passes a character.
    Char(char),
    Set(u32),
    /// Goes on at both, the first preferred.
    Split(u32, u32),
    Jump(u32),
    Place(Place),
    Look {
        look: u32,
        negated: bool,
    },
    /// All is matched.
    Done,
    // With back references only.
    /// Keeps the place in a slot.
    Save(u32),
    /// Empties slots: the first, and how many.
    Reset(u32, u32),
    /// Passes the text that one of these groups captured.
    Back(u32),
    /// Fails if the place is still that of a slot.
    Moved(u32),
}

/// Steps, and which way they go through the text.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) backward: bool,
}

#[derive(Debug)]
pub(super) struct Expression {
    pub(super) back_references: bool,
    pub(super) sets: Box<[Set]>,
    pub(super) looks: Vec<Program>,
    pub(super) main: Program,
    /// It can only match from the start of the text.
    pub(super) anchored: bool,
    /// The groups of each back reference.
    pub(super) references: Vec<Box<[u32]>>,
    /// Two for each group, and one for each repetition that must move on.
    pub(super) slots: u32,
    small: Option<Small>,
}

impl Expression {
    pub(super) fn matches(&self, text: &str) -> Result<bool, Undecided> {
        match &self.small {
            Some(small) => Ok(small.matches(self, text)),
            None if self.back_references => track::matches(self, text),
            None => scan::matches(self, text),
        }
    }
}

pub(super) fn compile(tree: Tree) -> Expression {
    let Tree { back_references, sets, looks, node } = tree;
    let groups = looks.iter().map(|look| groups(&look.node)).fold(groups(&node), u32::max);
    let mut compiler = Compiler {
        back_references,
        steps: Vec::new(),
        backward: false,
        references: Vec::new(),
        slots: groups.saturating_add(1).saturating_mul(2),
    };
    // A scan finds where a look-ahead holds by reading it backward from all its ends, and where a look-behind holds
    // forward from all its starts; a tracker stands at the place, and goes to where it looks.
    let compiled = looks.iter().map(|look| compiler.program(&look.node, look.ahead != back_references)).collect();
    let main = compiler.program(&node, false);
    Expression {
        small: Small::of(&main),
        back_references,
        sets,
        looks: compiled,
        main,
        anchored: anchored(&node),
        references: compiler.references,
        slots: compiler.slots,
    }
}

/// The highest number of a group.
fn groups(node: &Node) -> u32 {
    match node {
        Node::Sequence(nodes) | Node::Choice(nodes) => nodes.iter().map(groups).max().unwrap_or(0),
        Node::Repeat { node, .. } => groups(node),
        Node::Group(index, node) => groups(node).max(*index),
        Node::Back(indices) => indices.iter().copied().max().unwrap_or(0),
        Node::Char(_) | Node::Set(_) | Node::Place(_) | Node::Look { .. } => 0,
    }
}

/// Whether a match must begin at the start of the text.
fn anchored(node: &Node) -> bool {
    match node {
        Node::Place(place) => matches!(place, Place::Start),
        // What stands before must not pass characters: only the first is asked.
        Node::Sequence(nodes) => nodes.first().is_some_and(anchored),
        Node::Choice(nodes) => !nodes.is_empty() && nodes.iter().all(anchored),
        Node::Group(_, node) => anchored(node),
        Node::Repeat { node, least, .. } => *least > 0 && anchored(node),
        Node::Char(_) | Node::Set(_) | Node::Look { .. } | Node::Back(_) => false,
    }
}

struct Compiler {
    back_references: bool,
    steps: Vec<Step>,
    backward: bool,
    references: Vec<Box<[u32]>>,
    slots: u32,
}

impl Compiler {
    fn program(&mut self, node: &Node, backward: bool) -> Program {
        self.backward = backward;
        self.node(node);
        self.steps.push(Step::Done);
        Program { steps: std::mem::take(&mut self.steps), backward }
    }

    fn here(&self) -> u32 {
        u32::try_from(self.steps.len()).unwrap_or(u32::MAX)
    }

    fn set(&mut self, at: u32, step: Step) {
        if let Some(place) = self.steps.get_mut(at as usize) {
            *place = step;
        }
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Char(character) => self.steps.push(Step::Char(*character)),
            Node::Set(set) => self.steps.push(Step::Set(*set)),
            Node::Place(place) => self.steps.push(Step::Place(*place)),
            Node::Look { look, negated } => self.steps.push(Step::Look { look: *look, negated: *negated }),
            Node::Sequence(nodes) if self.backward => nodes.iter().rev().for_each(|node| self.node(node)),
            Node::Sequence(nodes) => nodes.iter().for_each(|node| self.node(node)),
            Node::Choice(nodes) => self.choice(nodes),
            Node::Repeat { node, least, most, greedy, groups } => self.repeat(node, *least, *most, *greedy, *groups),
            Node::Group(index, node) => {
                let (start, end) = (index.saturating_mul(2), index.saturating_mul(2).saturating_add(1));
                let (first, last) = if self.backward { (end, start) } else { (start, end) };
                self.steps.push(Step::Save(first));
                self.node(node);
                self.steps.push(Step::Save(last));
            }
            Node::Back(groups) => {
                let reference = u32::try_from(self.references.len()).unwrap_or(u32::MAX);
                self.references.push(groups.clone());
                self.steps.push(Step::Back(reference));
            }
        }
    }

    fn choice(&mut self, nodes: &[Node]) {
        let Some((last, first)) = nodes.split_last() else { return };
        let mut ends = Vec::with_capacity(first.len());
        for node in first {
            let split = self.here();
            self.steps.push(Step::Done);
            self.node(node);
            ends.push(self.here());
            self.steps.push(Step::Done);
            self.set(split, Step::Split(split + 1, self.here()));
        }
        self.node(last);
        for end in ends {
            self.set(end, Step::Jump(self.here()));
        }
    }

    fn repeat(&mut self, node: &Node, least: u32, most: Option<u32>, greedy: bool, groups: (u32, u32)) {
        for _ in 0..least {
            self.turn(node, groups, None);
        }
        let split = |inside, outside| if greedy { Step::Split(inside, outside) } else { Step::Split(outside, inside) };
        // A turn beyond the least that passes nothing fails. Where only places count, it changes nothing.
        let slot = self.back_references.then(|| {
            self.slots = self.slots.saturating_add(1);
            self.slots - 1
        });
        let mut splits = Vec::new();
        for _ in least..most.unwrap_or(least.saturating_add(1)) {
            splits.push(self.here());
            self.steps.push(Step::Done);
            self.turn(node, groups, slot);
        }
        if let (None, Some(first)) = (most, splits.first()) {
            self.steps.push(Step::Jump(*first));
        }
        let outside = self.here();
        for at in splits {
            self.set(at, split(at + 1, outside));
        }
    }

    fn turn(&mut self, node: &Node, groups: (u32, u32), slot: Option<u32>) {
        if let Some(slot) = slot {
            self.steps.push(Step::Save(slot));
        }
        if groups.1 > 0 {
            self.steps.push(Step::Reset(groups.0.saturating_mul(2), groups.1.saturating_mul(2)));
        }
        self.node(node);
        if let Some(slot) = slot {
            self.steps.push(Step::Moved(slot));
        }
    }
}
