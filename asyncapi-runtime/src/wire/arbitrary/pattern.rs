//! Texts that match a pattern.

use ::arbitrary::Result;

use super::Maker;
use crate::wire::Pattern;
use crate::wire::pattern::{Node, Place, Set, Tree};

/// A text for a pattern has at most about so many characters.
const LONGEST: usize = 2_000;

impl Maker<'_, '_> {
    /// A text that matches, unless look-around or a boundary asks for what is not seen here.
    pub(super) fn matching(&mut self, pattern: &'static Pattern) -> Result<String> {
        let Some(tree) = pattern.tree() else { return Ok(String::new()) };
        let mut text = String::new();
        self.write(&tree.node, &tree, &mut Vec::new(), &mut text)?;
        Ok(text)
    }

    /// Appends what matches `node`; `groups` has what the groups matched so far. The tree's depth is bounded.
    fn write(&mut self, node: &Node, tree: &Tree, groups: &mut Vec<(u32, String)>, text: &mut String) -> Result<()> {
        if text.len() > LONGEST {
            return Ok(());
        }
        match node {
            Node::Char(character) => text.push(*character),
            Node::Set(set) => {
                if let Some(set) = tree.sets.get(*set as usize) {
                    text.extend(self.character(set)?);
                }
            }
            Node::Sequence(nodes) => {
                for node in nodes {
                    self.write(node, tree, groups, text)?;
                }
            }
            Node::Choice(nodes) => {
                if let Some(node) = self.one_of(nodes)? {
                    self.write(node, tree, groups, text)?;
                }
            }
            Node::Repeat { node, least, most, .. } => {
                let least = *least as usize;
                let most = most.map_or(usize::MAX, |most| most as usize);
                for _ in 0..self.within(least, most)?.min(LONGEST) {
                    self.write(node, tree, groups, text)?;
                }
            }
            Node::Group(number, node) => {
                let start = text.len();
                self.write(node, tree, groups, text)?;
                groups.push((*number, text.get(start..).unwrap_or_default().to_owned()));
            }
            Node::Back(numbers) => {
                let last = groups.iter().rev().find(|(number, _)| numbers.contains(number));
                text.extend(last.map(|(_, text)| text.clone()));
            }
            // What holds here by itself, or is found out by a try.
            Node::Place(Place::LineStart) if !text.is_empty() => text.push('\n'),
            Node::Place(_) | Node::Look { .. } => {}
        }
        Ok(())
    }

    /// A character of a set: mostly of ASCII, where it has some that can be seen.
    fn character(&mut self, set: &Set) -> Result<Option<char>> {
        let visible: Vec<char> = (' '..='~').filter(|character| set.has(*character)).collect();
        if !visible.is_empty() && (self.from.is_empty() || !self.from.ratio(1u8, 8u8)?) {
            return Ok(self.one_of(&visible)?.copied());
        }
        let Some((from, to)) = self.one_of(set.ranges())?.copied() else { return Ok(None) };
        let point = self.from.int_in_range(from..=to.max(from))?;
        Ok(char::from_u32(point).or_else(|| char::from_u32(from)))
    }
}
