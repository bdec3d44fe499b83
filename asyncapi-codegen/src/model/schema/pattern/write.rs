//! The program that the runtime reads, as printable text.
//!
//! ```text
//! program = mode sets "/" node          mode: L without back references, B with them
//! sets    = { set ";" }                 each as `Set::pack` writes it
//! node    = "c" n                       a character of set n
//!         | "'" character               this character
//!         | "(" { node } ")"            a sequence
//!         | "|" { node } ")"            alternatives, the first preferred
//!         | "r" least most greedy first count node
//!                                       a repetition: most is one more, 0 without; count groups from the first are reset
//!         | "^" | "$" | "[" | "]"       start and end, of the text, of a line
//!         | "b" | "B" | "w" | "W"       a boundary of words and none; the same where case is ignored
//!         | "=" node | "!" node         look-ahead, and that it fails
//!         | "+" node | "-" node         look-behind, and that it fails
//!         | "g" n node                  group n
//!         | "k" count { n }             what one of these groups captured
//! ```
//! Numbers are written in digits of five bits. The runtime's `wire::pattern::decode` reads this.

use super::set::{Set, number};
use super::{Node, Parsed, Place};
use crate::collections::HashMap;

/// The most steps that a pattern may unfold to.
const MOST_STEPS: u64 = 200_000;
/// The most characters of a program: it stands in the user's binary.
const MOST_TEXT: usize = 256 << 10;
/// The most look-arounds: each is a pass over the text.
const MOST_LOOKS: usize = 100;

pub(super) fn write(parsed: &Parsed) -> Result<String, String> {
    let Parsed { node, sets, back_references } = parsed;
    let back_references = *back_references;
    if steps(node, back_references) > MOST_STEPS {
        return Err("its repetitions make it too large".to_owned());
    }
    let mut writer = Writer {
        known: sets,
        used: HashMap::new(),
        sets: String::new(),
        text: String::new(),
        looks: 0,
        back_references,
    };
    writer.node(node);
    if writer.looks > MOST_LOOKS {
        return Err(format!("it has more than {MOST_LOOKS} look-arounds"));
    }
    let mut program = String::from(if back_references { "B" } else { "L" });
    program.push_str(&writer.sets);
    program.push('/');
    program.push_str(&writer.text);
    if program.len() > MOST_TEXT {
        return Err("it is too large".to_owned());
    }
    Ok(program)
}

/// How many steps the runtime makes of a part, or a little more.
fn steps(node: &Node, back_references: bool) -> u64 {
    match node {
        Node::Set(_) | Node::Place(_) | Node::Back(_) => 1,
        Node::Sequence(nodes) => nodes.iter().map(|node| steps(node, back_references)).fold(0, u64::saturating_add),
        Node::Choice(nodes) => {
            nodes.iter().map(|node| steps(node, back_references).saturating_add(2)).fold(0, u64::saturating_add)
        }
        Node::Repeat { node, least, most, .. } => {
            // Each turn has a step of its own, and with back references up to three more.
            let once = steps(node, back_references).saturating_add(if back_references { 4 } else { 1 });
            let times = u64::from(most.unwrap_or(least.saturating_add(1)));
            once.saturating_mul(times).saturating_add(1)
        }
        Node::Look { node, .. } | Node::Group(_, node) => steps(node, back_references).saturating_add(2),
    }
}

struct Writer<'a> {
    known: &'a [Set],
    /// The numbers in the program of those that are not one character only.
    used: HashMap<u32, u32>,
    sets: String,
    text: String,
    looks: usize,
    back_references: bool,
}

impl Writer<'_> {
    fn node(&mut self, node: &Node) {
        match node {
            Node::Set(set) => self.set(*set),
            Node::Sequence(nodes) => self.nodes('(', nodes),
            Node::Choice(nodes) => self.nodes('|', nodes),
            Node::Repeat { node, least, most, greedy, groups } => {
                self.text.push('r');
                let most = most.map_or(0, |most| most.saturating_add(1));
                // Nothing asks for what groups capture unless something refers back to it.
                let count = if self.back_references { groups.end - groups.start } else { 0 };
                for value in [*least, most, (*greedy).into(), groups.start + 1, count] {
                    number(&mut self.text, value);
                }
                self.node(node);
            }
            Node::Place(place) => self.text.push(match place {
                Place::Start => '^',
                Place::End => '$',
                Place::LineStart => '[',
                Place::LineEnd => ']',
                Place::Boundary { negated: false, folded: false } => 'b',
                Place::Boundary { negated: true, folded: false } => 'B',
                Place::Boundary { negated: false, folded: true } => 'w',
                Place::Boundary { negated: true, folded: true } => 'W',
            }),
            Node::Look { ahead, negated, node } => {
                self.looks += 1;
                self.text.push(match (ahead, negated) {
                    (true, false) => '=',
                    (true, true) => '!',
                    (false, false) => '+',
                    (false, true) => '-',
                });
                self.node(node);
            }
            Node::Group(index, node) => {
                if self.back_references {
                    self.text.push('g');
                    number(&mut self.text, *index);
                }
                self.node(node);
            }
            Node::Back(groups) => {
                self.text.push('k');
                number(&mut self.text, u32::try_from(groups.len()).unwrap_or(u32::MAX));
                for group in groups {
                    number(&mut self.text, *group);
                }
            }
        }
    }

    fn nodes(&mut self, open: char, nodes: &[Node]) {
        self.text.push(open);
        for node in nodes {
            self.node(node);
        }
        self.text.push(')');
    }

    fn set(&mut self, known: u32) {
        let Some(set) = self.known.get(known as usize) else { return };
        if let Some(character) = set.only() {
            self.text.push('\'');
            self.text.push(character);
            return;
        }
        let next = u32::try_from(self.used.len()).unwrap_or(u32::MAX);
        let at = *self.used.entry(known).or_insert(next);
        if at == next {
            self.sets.push_str(&set.pack());
            self.sets.push(';');
        }
        self.text.push('c');
        number(&mut self.text, at);
    }
}
