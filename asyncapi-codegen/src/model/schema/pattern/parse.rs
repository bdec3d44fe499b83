//! The syntax of ECMA-262 patterns.

use super::class::{Atom, any};
use super::set::Set;
use super::{Node, Parsed, Place};
use crate::collections::HashMap;

/// The most characters of a pattern.
const LONGEST: usize = 64 << 10;

/// How deeply groups may nest: what reads a pattern, and what runs it, calls itself for each.
const DEEPEST: usize = 100;

/// What is wrong, and at which character.
#[derive(Debug)]
pub(super) struct Fault {
    at: usize,
    reason: String,
}

impl Fault {
    pub(super) fn at(at: usize, reason: impl Into<String>) -> Self {
        Self { at, reason: reason.into() }
    }
}

impl From<Fault> for String {
    fn from(fault: Fault) -> Self {
        format!("{} (at character {})", fault.reason, fault.at + 1)
    }
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Flags {
    pub(super) ignore_case: bool,
    multiline: bool,
    dot_all: bool,
}

/// The number of a choice, and of one of its alternatives.
type Alternative = (usize, usize);

pub(super) struct Parser {
    pub(super) source: Vec<char>,
    pub(super) at: usize,
    pub(super) flags: Flags,
    depth: usize,
    /// Of groups that capture: how many there are at all, and how many have begun.
    groups: u32,
    begun: u32,
    /// The groups of a name, with the alternatives that each is within: groups of one name must exclude each other.
    names: HashMap<String, Vec<(u32, Vec<Alternative>)>>,
    /// The alternatives that we are within.
    within: Vec<Alternative>,
    choices: usize,
    /// References by name, with their place: a name may be declared later.
    named: Vec<(usize, String)>,
    back_references: bool,
    /// The sets so far, each once, and the properties: a table is not read twice.
    sets: HashMap<Set, u32>,
    pub(super) properties: HashMap<String, Set>,
}

/// The pattern's tree.
pub(super) fn parse(source: &str) -> Result<Parsed, String> {
    let source: Vec<char> = source.chars().take(LONGEST + 1).collect();
    if source.len() > LONGEST {
        return Err(format!("it is longer than {LONGEST} characters"));
    }
    let groups = count_groups(&source);
    let mut parser = Parser {
        source,
        at: 0,
        flags: Flags::default(),
        depth: 0,
        groups,
        begun: 0,
        names: HashMap::new(),
        within: Vec::new(),
        choices: 0,
        named: Vec::new(),
        back_references: false,
        sets: HashMap::new(),
        properties: HashMap::new(),
    };
    let mut node = parser.choice()?;
    if parser.at < parser.source.len() {
        return Err(Fault::at(parser.at, "a `)` without a `(`").into());
    }
    parser.resolve(&mut node)?;
    // In the order of insertion, which is that of their numbers.
    let sets = parser.sets.into_iter().map(|(set, _)| set).collect();
    Ok(Parsed { node, sets, back_references: parser.back_references })
}

/// How many groups capture. Of a broken pattern, any number.
fn count_groups(source: &[char]) -> u32 {
    let mut count = 0;
    let mut in_class = false;
    let mut at = 0;
    while let Some(character) = source.get(at) {
        match character {
            '\\' => at += 1,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => {
                let capturing = match (source.get(at + 1), source.get(at + 2), source.get(at + 3)) {
                    (Some('?'), Some('<'), next) => !matches!(next, Some('=' | '!')),
                    (Some('?'), ..) => false,
                    _ => true,
                };
                count += u32::from(capturing);
            }
            _ => {}
        }
        at += 1;
    }
    count
}

impl Parser {
    pub(super) fn peek(&self) -> Option<char> {
        self.ahead(0)
    }

    pub(super) fn ahead(&self, count: usize) -> Option<char> {
        self.source.get(self.at + count).copied()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += 1;
        Some(character)
    }

    pub(super) fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    /// Alternatives, up to the end or a `)`.
    fn choice(&mut self) -> Result<Node, Fault> {
        self.choices += 1;
        self.within.push((self.choices, 0));
        let mut alternatives = vec![self.sequence()?];
        while self.eat('|') {
            if let Some(within) = self.within.last_mut() {
                within.1 += 1;
            }
            alternatives.push(self.sequence()?);
        }
        self.within.pop();
        match (alternatives.pop(), alternatives.is_empty()) {
            (Some(only), true) => Ok(only),
            (last, _) => Ok(Node::Choice(alternatives.into_iter().chain(last).collect())),
        }
    }

    fn sequence(&mut self) -> Result<Node, Fault> {
        let mut nodes = Vec::new();
        while !matches!(self.peek(), None | Some('|' | ')')) {
            let before = self.begun;
            let (node, repeatable) = self.term()?;
            nodes.push(self.repeated(node, repeatable, before)?);
        }
        Ok(match (nodes.pop(), nodes.is_empty()) {
            (Some(only), true) => only,
            (last, _) => Node::Sequence(nodes.into_iter().chain(last).collect()),
        })
    }

    /// A part without its quantifier, and whether it may have one.
    fn term(&mut self) -> Result<(Node, bool), Fault> {
        let start = self.at;
        let multiline = self.flags.multiline;
        Ok(match self.next() {
            Some('^') => (Node::Place(if multiline { Place::LineStart } else { Place::Start }), false),
            Some('$') => (Node::Place(if multiline { Place::LineEnd } else { Place::End }), false),
            Some('(') => return self.group(),
            Some('.') => (self.set(any(self.flags.dot_all)), true),
            Some('[') => {
                let set = self.class()?;
                (self.set(set), true)
            }
            Some('\\') => return self.escaped(),
            Some(character @ ('*' | '+' | '?')) => {
                return Err(Fault::at(start, format!("there is nothing for `{character}` to repeat")));
            }
            Some('{') if self.bounds(start)?.is_some() => {
                return Err(Fault::at(start, "there is nothing for `{` to repeat"));
            }
            Some(character) => (self.characters(Atom::One(character.into())), true),
            None => (Node::Sequence(Vec::new()), false),
        })
    }

    fn characters(&mut self, atom: Atom) -> Node {
        let set = atom.set();
        let set = if self.flags.ignore_case { set.folded() } else { set };
        self.set(set)
    }

    fn set(&mut self, set: Set) -> Node {
        let next = u32::try_from(self.sets.len()).unwrap_or(u32::MAX);
        Node::Set(*self.sets.entry(set).or_insert(next))
    }

    /// Behind a backslash, outside of a class.
    fn escaped(&mut self) -> Result<(Node, bool), Fault> {
        let start = self.at - 1;
        let folded = self.flags.ignore_case;
        match self.peek() {
            Some(character @ ('b' | 'B')) => {
                self.at += 1;
                Ok((Node::Place(Place::Boundary { negated: character == 'B', folded }), false))
            }
            Some('k') => {
                self.at += 1;
                let name = if self.eat('<') {
                    self.name(start)?
                } else {
                    return Err(Fault::at(start, "`\\k` needs a name in `<>`"));
                };
                self.named.push((start, name));
                let reference = u32::try_from(self.named.len()).unwrap_or(u32::MAX);
                // Resolved at the end; numbers of groups stay below this.
                self.refer(start, vec![u32::MAX - reference])
            }
            Some('1'..='9') => {
                let digits: Vec<char> =
                    self.source.iter().skip(self.at).take_while(|digit| digit.is_ascii_digit()).copied().collect();
                self.at += digits.len();
                let number: String = digits.iter().collect();
                match number.parse().ok().filter(|number| *number <= self.groups) {
                    Some(number) => self.refer(start, vec![number]),
                    None => Err(Fault::at(start, format!("there is no group {number} to refer back to"))),
                }
            }
            _ => self.escape().map(|atom| (self.characters(atom), true)),
        }
    }

    fn refer(&mut self, start: usize, groups: Vec<u32>) -> Result<(Node, bool), Fault> {
        if self.flags.ignore_case {
            return Err(Fault::at(start, "a back reference that ignores case is not supported"));
        }
        self.back_references = true;
        Ok((Node::Back(groups), true))
    }

    /// Behind a `(`.
    fn group(&mut self) -> Result<(Node, bool), Fault> {
        let open = self.at - 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Fault::at(open, "its groups are nested too deeply"));
        }
        let flags = self.flags;
        let mut capturing = None;
        let mut look = None;
        if self.eat('?') {
            match (self.peek(), self.ahead(1)) {
                (Some(':'), _) => self.at += 1,
                (Some(kind @ ('=' | '!')), _) => {
                    self.at += 1;
                    look = Some((true, kind == '!'));
                }
                (Some('<'), Some(kind @ ('=' | '!'))) => {
                    self.at += 2;
                    look = Some((false, kind == '!'));
                }
                (Some('<'), _) => {
                    self.at += 1;
                    let name = self.name(open)?;
                    self.begun += 1;
                    self.declare(name, open)?;
                    capturing = Some(self.begun);
                }
                _ => self.modify(open)?,
            }
        } else {
            self.begun += 1;
            capturing = Some(self.begun);
        }
        let node = self.choice()?;
        if !self.eat(')') {
            return Err(Fault::at(open, "a `(` is not closed"));
        }
        self.flags = flags;
        self.depth -= 1;
        Ok(match (look, capturing) {
            (Some((ahead, negated)), _) => (Node::Look { ahead, negated, node: Box::new(node) }, ahead),
            (None, Some(number)) => (Node::Group(number, Box::new(node)), true),
            (None, None) => (node, true),
        })
    }

    /// `ims-ims:`.
    fn modify(&mut self, open: usize) -> Result<(), Fault> {
        let unknown = || Fault::at(open, "it has a group of a kind that ECMA-262 does not have");
        let mut seen = String::new();
        let mut on = true;
        loop {
            match self.next() {
                Some(':') if !seen.is_empty() => return Ok(()),
                Some('-') if on => on = false,
                Some(')') if !seen.is_empty() => {
                    return Err(Fault::at(
                        open,
                        "ECMA-262 has no flags for a whole pattern, only for a part: `(?i:…)`",
                    ));
                }
                Some(flag @ ('i' | 'm' | 's')) if !seen.contains(flag) => {
                    seen.push(flag);
                    match flag {
                        'i' => self.flags.ignore_case = on,
                        'm' => self.flags.multiline = on,
                        _ => self.flags.dot_all = on,
                    }
                }
                _ => return Err(unknown()),
            }
        }
    }

    /// A group's name, behind its `<`.
    fn name(&mut self, start: usize) -> Result<String, Fault> {
        let broken = || Fault::at(start, "a group's name is broken");
        let mut name = String::new();
        loop {
            let character = match self.next().ok_or_else(broken)? {
                '>' if !name.is_empty() => return Ok(name),
                '\\' if self.eat('u') => char::from_u32(self.unicode(start)?).ok_or_else(broken)?,
                character => character,
            };
            let fits = if name.is_empty() { character.is_alphabetic() } else { character.is_alphanumeric() };
            let joins = !name.is_empty() && matches!(character, '\u{200C}' | '\u{200D}');
            if !fits && !joins && !matches!(character, '$' | '_') {
                return Err(broken());
            }
            name.push(character);
        }
    }

    fn declare(&mut self, name: String, open: usize) -> Result<(), Fault> {
        let within = self.within.clone();
        let excludes =
            |other: &[Alternative]| other.iter().zip(&within).any(|(other, own)| other.0 == own.0 && other.1 != own.1);
        let same = self.names.entry(name).or_default();
        if same.iter().all(|(_, other)| excludes(other)) {
            same.push((self.begun, within));
            return Ok(());
        }
        Err(Fault::at(open, "two groups have one name"))
    }

    /// `{n}`, `{n,}` or `{n,m}` behind the brace; `None` leaves it to stand for itself.
    fn bounds(&mut self, start: usize) -> Result<Option<(u32, Option<u32>)>, Fault> {
        let back = self.at;
        let least = self.digits();
        let most = if self.eat(',') { Some(self.digits()) } else { None };
        let (Some(least), true) = (least, self.eat('}')) else {
            self.at = back;
            return Ok(None);
        };
        let most = match most {
            None => Some(least),
            Some(most) => most,
        };
        if most.is_some_and(|most| most < least) {
            return Err(Fault::at(start, "a repetition ends before it begins"));
        }
        Ok(Some((least, most)))
    }

    /// A number; one that is too large for anything is the largest.
    fn digits(&mut self) -> Option<u32> {
        let mut value = None;
        while let Some(digit) = self.peek().and_then(|digit| digit.to_digit(10)) {
            self.at += 1;
            value = Some(value.unwrap_or(0u32).saturating_mul(10).saturating_add(digit));
        }
        value
    }

    fn repeated(&mut self, node: Node, repeatable: bool, before: u32) -> Result<Node, Fault> {
        let start = self.at;
        let bounds = match self.peek() {
            Some('*') => Some((0, None)),
            Some('+') => Some((1, None)),
            Some('?') => Some((0, Some(1))),
            Some('{') => {
                self.at += 1;
                let bounds = self.bounds(start)?;
                self.at -= 1;
                if bounds.is_none() {
                    self.at = start;
                }
                bounds
            }
            _ => None,
        };
        let Some((least, most)) = bounds else { return Ok(node) };
        self.at += 1;
        if !repeatable {
            return Err(Fault::at(start, "what stands before a quantifier cannot be repeated"));
        }
        let greedy = !self.eat('?');
        let groups = before..self.begun;
        Ok(Node::Repeat { node: Box::new(node), least, most, greedy, groups })
    }

    /// Gives references by name their groups.
    fn resolve(&self, node: &mut Node) -> Result<(), Fault> {
        match node {
            Node::Back(groups) => {
                let named = groups.first().and_then(|group| self.named.get((u32::MAX - *group) as usize - 1));
                if let Some((start, name)) = named {
                    let found = self.names.get(name).map(|found| found.iter().map(|(group, _)| *group).collect());
                    *groups = found.ok_or_else(|| Fault::at(*start, format!("there is no group `{name}`")))?;
                }
                Ok(())
            }
            Node::Sequence(nodes) | Node::Choice(nodes) => nodes.iter_mut().try_for_each(|node| self.resolve(node)),
            Node::Repeat { node, .. } | Node::Look { node, .. } | Node::Group(_, node) => self.resolve(node),
            Node::Set(_) | Node::Place(_) => Ok(()),
        }
    }
}
