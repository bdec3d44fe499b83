//! Programs as text → a tree. How they are written stands in asyncapi-codegen's `pattern::write`.

use super::{Place, Set};
use crate::wire::packed::{Numbers, Ranges};

/// How deeply a tree may nest; asyncapi-codegen stays below it.
const DEEPEST: usize = 600;

#[derive(Debug)]
pub(in crate::wire) enum Node {
    Char(char),
    Set(u32),
    Sequence(Vec<Self>),
    Choice(Vec<Self>),
    Repeat {
        node: Box<Self>,
        least: u32,
        most: Option<u32>,
        greedy: bool,
        /// The groups to reset before each turn: the first, and how many.
        groups: (u32, u32),
    },
    Place(Place),
    /// A look-around, by its number.
    Look {
        look: u32,
        negated: bool,
    },
    Group(u32, Box<Self>),
    Back(Box<[u32]>),
}

#[derive(Debug)]
pub(super) struct Look {
    pub(super) ahead: bool,
    pub(super) node: Node,
}

#[derive(Debug)]
pub(in crate::wire) struct Tree {
    pub(super) back_references: bool,
    pub(in crate::wire) sets: Box<[Set]>,
    /// Those within others before them.
    pub(super) looks: Vec<Look>,
    pub(in crate::wire) node: Node,
}

/// `None` if it is no program.
pub(super) fn decode(program: &str) -> Option<Tree> {
    let back_references = program.starts_with('B');
    let (sets, mut rest) = program.get(1..)?.split_once('/')?;
    let sets = sets.split_terminator(';').map(set).collect();
    let mut decoder = Decoder { looks: Vec::new(), depth: 0 };
    let node = decoder.node(&mut rest)?;
    rest.is_empty().then_some(Tree { back_references, sets, looks: decoder.looks, node })
}

fn set(text: &str) -> Set {
    let ranges: Box<[(u32, u32)]> = Ranges::new(text).collect();
    let ascii = ranges.iter().fold(0, |bits, (from, to)| (*from..=*to.min(&127)).fold(bits, |bits, at| bits | 1 << at));
    Set { ascii, ranges }
}

fn number(rest: &mut &str) -> Option<u32> {
    let mut numbers = Numbers::new(rest);
    let value = numbers.next()?;
    *rest = numbers.rest();
    Some(value)
}

struct Decoder {
    looks: Vec<Look>,
    depth: usize,
}

impl Decoder {
    fn node(&mut self, rest: &mut &str) -> Option<Node> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut characters = rest.chars();
        let kind = characters.next()?;
        *rest = characters.as_str();
        let node = match kind {
            'c' => Node::Set(number(rest)?),
            '\'' => {
                let character = characters.next()?;
                *rest = characters.as_str();
                Node::Char(character)
            }
            '(' => Node::Sequence(self.nodes(rest)?),
            '|' => Node::Choice(self.nodes(rest)?),
            'r' => {
                let (least, most, greedy) = (number(rest)?, number(rest)?, number(rest)?);
                let groups = (number(rest)?, number(rest)?);
                let node = Box::new(self.node(rest)?);
                Node::Repeat { node, least, most: most.checked_sub(1), greedy: greedy == 1, groups }
            }
            '^' => Node::Place(Place::Start),
            '$' => Node::Place(Place::End),
            '[' => Node::Place(Place::LineStart),
            ']' => Node::Place(Place::LineEnd),
            'b' | 'B' | 'w' | 'W' => {
                let folded = kind.eq_ignore_ascii_case(&'w');
                Node::Place(Place::Boundary { negated: kind.is_ascii_uppercase(), folded })
            }
            '=' | '!' | '+' | '-' => {
                let node = self.node(rest)?;
                self.looks.push(Look { ahead: matches!(kind, '=' | '!'), node });
                let look = u32::try_from(self.looks.len() - 1).ok()?;
                Node::Look { look, negated: matches!(kind, '!' | '-') }
            }
            'g' => Node::Group(number(rest)?, Box::new(self.node(rest)?)),
            'k' => Node::Back((0..number(rest)?).map(|_| number(rest)).collect::<Option<_>>()?),
            _ => return None,
        };
        self.depth -= 1;
        Some(node)
    }

    fn nodes(&mut self, rest: &mut &str) -> Option<Vec<Node>> {
        let mut nodes = Vec::new();
        loop {
            if let Some(behind) = rest.strip_prefix(')') {
                *rest = behind;
                return Some(nodes);
            }
            nodes.push(self.node(rest)?);
        }
    }
}
