//! Patterns of paths: `*` and `?` within a name, `[a-z]`, and `**` for any number of folders.

use std::path::PathBuf;

/// A pattern, in the parts between its `/`.
#[derive(Debug)]
pub(crate) struct Pattern {
    parts: Vec<Vec<char>>,
}

/// Patterns of more parts or characters mean nothing that anybody writes; the bound keeps the matching fast.
const LONGEST: usize = 4096;

impl Pattern {
    /// Whether an argument is a pattern.
    pub(crate) fn is_one(text: &str) -> bool {
        text.contains(['*', '?', '[']) && text.len() <= LONGEST
    }

    /// Reads a pattern.
    pub(crate) fn of(text: &str) -> Self {
        let parts = text.split('/').filter(|part| *part != ".").map(|part| part.chars().collect());
        Self { parts: parts.collect() }
    }

    /// The folder that all that fits lies in.
    pub(crate) fn folder(&self) -> PathBuf {
        let is_plain = |part: &&Vec<char>| !part.iter().any(|char| matches!(char, '*' | '?' | '['));
        let plain: Vec<String> =
            self.parts.iter().take_while(is_plain).map(|part| part.iter().collect::<String>()).collect();
        match plain.join("/") {
            // `/*.yaml`
            root if root.is_empty() && !plain.is_empty() => PathBuf::from("/"),
            path => PathBuf::from(path),
        }
    }

    /// Whether a path fits.
    pub(crate) fn fits(&self, path: &str) -> bool {
        let path: Vec<Vec<char>> =
            path.split('/').filter(|part| *part != ".").map(|part| part.chars().collect()).collect();
        let is_any = |part: &Vec<char>| part.as_slice() == ['*', '*'];
        wild(&self.parts, &path, is_any, |part, name| names_fit(part, name))
    }
}

fn names_fit(part: &[char], name: &[char]) -> bool {
    let units = units(part);
    wild(&units, name, |unit| matches!(unit, Unit::Any), |unit, char| unit.fits(*char))
}

/// Matches with wildcards, going back to the last one only: in time that is the product of the lengths at most.
fn wild<P, T>(pattern: &[P], text: &[T], is_any: impl Fn(&P) -> bool, fits: impl Fn(&P, &T) -> bool) -> bool {
    let (mut at, mut from) = (0, 0);
    let mut back = None;
    while let Some(item) = text.get(from) {
        match pattern.get(at) {
            Some(unit) if is_any(unit) => {
                back = Some((at, from));
                at += 1;
            }
            Some(unit) if fits(unit, item) => (at, from) = (at + 1, from + 1),
            _ => {
                let Some((any, start)) = back else { return false };
                back = Some((any, start + 1));
                (at, from) = (any + 1, start + 1);
            }
        }
    }
    pattern.get(at..).is_some_and(|rest| rest.iter().all(is_any))
}

enum Unit {
    Any,
    One,
    Char(char),
    Class(bool, Vec<(char, char)>),
}

impl Unit {
    fn fits(&self, char: char) -> bool {
        match self {
            Self::Any => false,
            Self::One => true,
            Self::Char(own) => *own == char,
            Self::Class(negated, ranges) => *negated != ranges.iter().any(|(from, to)| (*from..=*to).contains(&char)),
        }
    }
}

fn units(part: &[char]) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut rest = part;
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        units.push(match first {
            '*' => Unit::Any,
            '?' => Unit::One,
            '[' => match class(tail) {
                Some((unit, behind)) => {
                    rest = behind;
                    unit
                }
                None => Unit::Char('['),
            },
            other => Unit::Char(*other),
        });
    }
    units
}

/// What stands behind `[`, and what follows its `]`.
fn class(text: &[char]) -> Option<(Unit, &[char])> {
    let (negated, text) = match text {
        ['!' | '^', rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    // A `]` at the beginning is one of the characters.
    let end = text.iter().skip(1).position(|char| *char == ']')? + 1;
    let mut ranges = Vec::new();
    let mut rest = text.get(..end)?;
    while !rest.is_empty() {
        rest = match rest {
            [from, '-', to, tail @ ..] => {
                ranges.push((*from, *to));
                tail
            }
            [one, tail @ ..] => {
                ranges.push((*one, *one));
                tail
            }
            [] => rest,
        };
    }
    Some((Unit::Class(negated, ranges), text.get(end + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_fit_patterns() {
        for (pattern, path) in [
            ("*.yaml", "a.yaml"),
            ("api/**/*.y?ml", "api/a.yaml"),
            ("api/**/*.y?ml", "api/b/c/a.yaml"),
            ("./api/*/[a-c]*.json", "api/x/b1.json"),
            ("**", "a/b"),
            ("[!a]*", "b"),
            ("[]]", "]"),
            ("a[", "a["),
            ("**/b/**/d", "a/b/c/b/d"),
        ] {
            assert!(Pattern::of(pattern).fits(path), "{pattern} {path}");
        }
        for (pattern, path) in
            [("*.yaml", "a/b.yaml"), ("api/*/*.json", "api/b.json"), ("[!a]*", "ab"), ("a*b", "ac"), ("**/b", "a/c")]
        {
            assert!(!Pattern::of(pattern).fits(path), "{pattern} {path}");
        }
        assert!(!Pattern::of(&format!("{}b", "*a".repeat(200))).fits(&"a".repeat(400)));
    }

    #[test]
    fn the_search_begins_where_the_pattern_does() {
        let folder = |pattern: &str| Pattern::of(pattern).folder();
        assert_eq!(folder("api/v1/*.yaml"), PathBuf::from("api/v1"));
        assert_eq!(folder("*.yaml"), PathBuf::new());
        assert_eq!(folder("/*.yaml"), PathBuf::from("/"));
        assert_eq!(folder("/srv/**"), PathBuf::from("/srv"));
    }
}
