//! Whether a text of the document matches a pattern of it: for examples and defaults, at build time.
//!
//! Input: a pattern and a text. Output: the answer of ECMA-262, or none where it would take too much work, or needs to know
//! what groups captured. Invariant: all ways through the pattern are followed at once, as sets of places in the text, so
//! that no pattern takes exponential time. What is captured and what is preferred makes no difference to the answer.

use super::set::Set;
use super::{Node, Place, parse};

/// So many places are looked at, at most.
const MOST_STEPS: usize = 1_000_000;

/// Whether some part of the text matches, and how many steps of an evaluation that is worth.
pub(in crate::model::schema) fn matches(source: &str, text: &str) -> (Option<bool>, usize) {
    let Ok(parsed) = parse::parse(source) else { return (None, source.len()) };
    let text: Vec<char> = text.chars().collect();
    let mut run = Run { sets: &parsed.sets, text: &text, steps: 0 };
    let ends = run.ends(&parsed.node, vec![true; text.len() + 1]);
    (ends.map(|ends| ends.contains(&true)), source.len() + run.steps / 16)
}

struct Run<'a> {
    sets: &'a [Set],
    text: &'a [char],
    steps: usize,
}

/// For each place in the text, whether one can be there.
type Places = Vec<bool>;

impl Run<'_> {
    /// Where a part can end that begins at one of these places.
    fn ends(&mut self, node: &Node, mut from: Places) -> Option<Places> {
        self.steps += from.len();
        if self.steps > MOST_STEPS {
            return None;
        }
        match node {
            Node::Set(set) => {
                let set = self.sets.get(*set as usize)?;
                let goes = from.iter().zip(self.text).map(|(is, letter)| *is && set.has(u32::from(*letter)));
                Some(std::iter::once(false).chain(goes).collect())
            }
            Node::Sequence(nodes) => nodes.iter().try_fold(from, |from, node| self.ends(node, from)),
            Node::Choice(nodes) => {
                let mut all = vec![false; from.len()];
                for node in nodes {
                    join(&mut all, &self.ends(node, from.clone())?);
                }
                Some(all)
            }
            Node::Repeat { node, least, most, .. } => self.repeated(node, from, *least, *most),
            Node::Place(place) => {
                from.iter_mut().enumerate().for_each(|(at, is)| *is = *is && self.holds(*place, at));
                Some(from)
            }
            Node::Look { ahead: true, negated, node } => {
                for at in 0..from.len() {
                    let alone: Places = (0..from.len()).map(|other| other == at).collect();
                    if from.get(at) == Some(&true) && self.ends(node, alone)?.contains(&true) == *negated {
                        from.iter_mut().skip(at).take(1).for_each(|is| *is = false);
                    }
                }
                Some(from)
            }
            Node::Look { ahead: false, negated, node } => {
                let behind = self.ends(node, vec![true; from.len()])?;
                from.iter_mut().zip(behind).for_each(|(is, behind)| *is = *is && behind != *negated);
                Some(from)
            }
            Node::Group(_, node) => self.ends(node, from),
            Node::Back(_) => None,
        }
    }

    fn repeated(&mut self, node: &Node, from: Places, least: u32, most: Option<u32>) -> Option<Places> {
        let mut now = from;
        for _ in 0..least {
            let next = self.ends(node, now.clone())?;
            // Further turns lead to the same.
            if next == now {
                break;
            }
            now = next;
        }
        if let (Node::Set(set), None) = (node, most) {
            // The usual case, in one pass.
            let set = self.sets.get(*set as usize)?;
            self.steps += now.len();
            let mut goes = false;
            for (is, letter) in now.iter_mut().zip(std::iter::once(None).chain(self.text.iter().map(Some))) {
                goes = *is || goes && letter.is_some_and(|letter| set.has(u32::from(*letter)));
                *is = goes;
            }
            return Some(now);
        }
        let mut reached = now.clone();
        let mut turns = most.map(|most| most - least);
        while turns != Some(0) {
            let mut next = self.ends(node, now)?;
            next.iter_mut().zip(&reached).for_each(|(is, known)| *is = *is && !known);
            if !next.contains(&true) {
                break;
            }
            join(&mut reached, &next);
            now = next;
            turns = turns.map(|turns| turns - 1);
        }
        Some(reached)
    }

    fn holds(&self, place: Place, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.text.get(before)).copied();
        let behind = self.text.get(at).copied();
        let breaks = |letter: char| matches!(letter, '\n' | '\r' | '\u{2028}' | '\u{2029}');
        match place {
            Place::Start => before.is_none(),
            Place::End => behind.is_none(),
            Place::LineStart => before.is_none_or(breaks),
            Place::LineEnd => behind.is_none_or(breaks),
            Place::Boundary { negated, folded } => {
                let is_word = |letter: char| {
                    letter.is_ascii_alphanumeric()
                        || letter == '_'
                        || folded && matches!(letter, '\u{17f}' | '\u{212a}')
                };
                (before.is_some_and(is_word) != behind.is_some_and(is_word)) != negated
            }
        }
    }
}

fn join(all: &mut Places, more: &Places) {
    all.iter_mut().zip(more).for_each(|(is, more)| *is |= more);
}

#[cfg(test)]
mod tests {
    fn matches(pattern: &str, text: &str) -> Option<bool> {
        super::matches(pattern, text).0
    }

    #[test]
    fn texts_match_as_in_ecma_262() {
        for (pattern, yes, no) in [
            ("^a{2,3}$", &["aa", "aaa"][..], &["a", "aaaa", ""][..]),
            ("b", &["abc"], &["ac"]),
            ("^(a|bc)*d$", &["d", "abcad"], &["abd", "bc"]),
            (r"^\d{4}-\d\d$", &["2024-12"], &["2024-1", "٢٠٢٤-12"]),
            (r"^[^\s]+$", &["ü😀"], &["a b", ""]),
            ("^.$", &["😀"], &["\n", "ab"]),
            (r"(?=.*\d)(?!.*x)^[a-z\d]+$", &["a1"], &["ab", "a1x"]),
            (r"(?<=a)b|(?<!c)d", &["ab", "d"], &["cb", "cd"]),
            (r"\bfoo\b", &["a foo."], &["afoo", "foo_"]),
            (r"^(?:)*x{0}$", &[""], &["x"]),
            ("^(a?){5}$", &["", "aaaaa"], &["aaaaaa"]),
            ("(?i:straße)", &["STRAßE", "ſtraße"], &["strasse"]),
            ("^(?m:^b$)", &["b\na"], &["a\nb"]),
            ("(?m:^b$)", &["a\nb\nc"], &["ab"]),
            ("^(a+)+$", &["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"], &["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"]),
            (r"^\p{Lu}", &["Ä"], &["ä"]),
            ("^x{60000}$|y", &["y"], &["x"]),
            ("^a[^b]*c+$", &["acc", "axyc"], &["abc", "a", "acx"]),
        ] {
            for text in yes {
                assert_eq!(matches(pattern, text), Some(true), "{pattern} {text}");
            }
            for text in no {
                assert_eq!(matches(pattern, text), Some(false), "{pattern} {text}");
            }
        }
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        assert_eq!(matches(r"^(a)\1$", "ab"), None);
        assert_eq!(matches("(", "a"), None);
        let long = "a".repeat(5000);
        assert_eq!(matches("(?=a*b)c", &long), None);
        assert_eq!(matches("^a*$", &long), Some(true));
    }
}
