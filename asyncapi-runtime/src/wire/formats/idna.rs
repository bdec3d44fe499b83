//! `hostname` (RFC 1123, with the A-labels of RFC 5891) and `idn-hostname` (RFC 5890 to 5893: IDNA 2008).

use std::sync::OnceLock;

use super::punycode;
use crate::wire::packed::{Numbers, Ranges};

/// Whether a text is a name of a host; `international`, whether its labels may be beyond ASCII.
pub(super) fn hostname(text: &str, international: bool) -> bool {
    // Every character takes a byte at least in ASCII, where 253 are allowed.
    if text.len() > 4 * 254 {
        return false;
    }
    let dots: &[char] = if international { &['.', '\u{3002}', '\u{FF0E}', '\u{FF61}'] } else { &['.'] };
    let mut length = 0;
    let mut bidirectional = false;
    for label in text.split(dots) {
        let Some(fits) = self::label(label, international) else { return false };
        length += fits.length + 1;
        bidirectional |= fits.right_to_left;
    }
    // A label from right to left puts all labels under its rule.
    length <= 254 && (!bidirectional || text.split(dots).all(|label| direction(&decoded(label).unwrap_or_default())))
}

struct Label {
    /// In ASCII.
    length: usize,
    right_to_left: bool,
}

fn encoded(label: &str) -> Option<&str> {
    label.get(..4).filter(|prefix| prefix.eq_ignore_ascii_case("xn--")).and_then(|_| label.get(4..))
}

/// The characters that a label stands for.
fn decoded(label: &str) -> Option<Vec<char>> {
    match encoded(label) {
        Some(encoded) => punycode::decode(&encoded.to_ascii_lowercase()),
        None => Some(label.chars().collect()),
    }
}

fn label(text: &str, international: bool) -> Option<Label> {
    if !text.is_ascii() {
        if !international {
            return None;
        }
        let characters: Vec<char> = text.chars().collect();
        let length = punycode::encode(&characters)?.len() + 4;
        return (length <= 63 && unicode(&characters))
            .then(|| Label { length, right_to_left: right_to_left(&characters) });
    }
    let fits = (1..=63).contains(&text.len())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !fits {
        return None;
    }
    let mut right_to_left = false;
    let reserved = text.get(2..4) == Some("--");
    if let Some(encoded) = encoded(text) {
        let encoded = encoded.to_ascii_lowercase();
        let characters = punycode::decode(&encoded)?;
        let same = punycode::encode(&characters).is_some_and(|again| again == encoded);
        // What is ASCII needs no code, and what is coded in another way than ours is a name twice.
        if !same || characters.iter().all(char::is_ascii) || !unicode(&characters) {
            return None;
        }
        right_to_left = self::right_to_left(&characters);
    } else if international && reserved {
        // RFC 5890, section 2.3.1: such a label may mean something else one day.
        return None;
    }
    Some(Label { length: text.len(), right_to_left })
}

/// A label beyond ASCII: RFC 5891, section 4.2.
fn unicode(label: &[char]) -> bool {
    let tables = tables();
    let hyphens = matches!(label, [_, _, '-', '-', ..]);
    let edges = label.first() == Some(&'-') || label.last() == Some(&'-');
    let marked = label.first().is_some_and(|first| has(&tables.mark, *first));
    let allowed =
        |(at, character): (usize, &char)| has(&tables.pvalid, *character) || in_context(label, at, *character);
    !hyphens && !edges && !marked && label.iter().enumerate().all(allowed) && composed(label)
}

/// What is allowed next to some others only: RFC 5892, appendix A.
fn in_context(label: &[char], at: usize, character: char) -> bool {
    let tables = tables();
    let before = at.checked_sub(1).and_then(|at| label.get(at)).copied();
    let after = label.get(at + 1).copied();
    let within = |table: &[(u32, u32)], found: Option<char>| found.is_some_and(|found| has(table, found));
    let virama = || before.is_some_and(|before| combining(before) == 9);
    match character {
        '\u{B7}' => before == Some('l') && after == Some('l'),
        '\u{375}' => within(&tables.greek, after),
        '\u{5F3}' | '\u{5F4}' => within(&tables.hebrew, before),
        '\u{30FB}' => {
            label.iter().any(|it| has(&tables.hiragana, *it) || has(&tables.katakana, *it) || has(&tables.han, *it))
        }
        '\u{660}'..='\u{669}' => !label.iter().any(|it| matches!(it, '\u{6F0}'..='\u{6F9}')),
        '\u{6F0}'..='\u{6F9}' => !label.iter().any(|it| matches!(it, '\u{660}'..='\u{669}')),
        '\u{200D}' => virama(),
        '\u{200C}' => virama() || joined(label, at),
        _ => false,
    }
}

/// Whether a non-joiner stands where letters would join.
fn joined(label: &[char], at: usize) -> bool {
    let tables = tables();
    let seen = |it: &&char| !has(&tables.transparent, **it);
    let before = label.get(..at).and_then(|label| label.iter().rev().find(seen));
    let after = label.get(at + 1..).and_then(|label| label.iter().find(seen));
    before.is_some_and(|it| has(&tables.joins_after, *it)) && after.is_some_and(|it| has(&tables.joins_before, *it))
}

/// Whether a label is in normal form C. What would decompose or be another character in it is not allowed anyway.
fn composed(label: &[char]) -> bool {
    let mut starter = None;
    let mut last = 0;
    for character in label {
        let class = combining(*character);
        if class != 0 && class < last {
            return false;
        }
        // Nothing of the same class stands between.
        let free = starter.is_some_and(|(_, adjacent)| adjacent || class != 0 && last < class);
        if let Some((starter, _)) = starter
            && free
            && composes(starter, *character)
        {
            return false;
        }
        starter = if class == 0 { Some((*character, true)) } else { starter.map(|(starter, _)| (starter, false)) };
        last = class;
    }
    true
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Left,
    Right,
    ArabicLetter,
    ArabicNumber,
    EuropeanNumber,
    Mark,
    Other,
}

fn direction_of(character: char) -> Direction {
    let tables = tables();
    let found = tables.directions.iter().find(|(_, table)| has(table, character));
    found.map_or(Direction::Left, |(direction, _)| *direction)
}

fn right_to_left(label: &[char]) -> bool {
    use Direction::{ArabicLetter, ArabicNumber, Right};
    label.iter().any(|it| matches!(direction_of(*it), Right | ArabicLetter | ArabicNumber))
}

/// The rule of RFC 5893, section 2, that labels of a name with one from right to left obey.
fn direction(label: &[char]) -> bool {
    use Direction::{ArabicLetter, ArabicNumber, EuropeanNumber, Left, Mark, Right};
    let directions = || label.iter().map(|it| direction_of(*it));
    let last = directions().rev().find(|it| *it != Mark);
    match directions().next() {
        Some(Right | ArabicLetter) => {
            directions().all(|it| it != Left)
                && matches!(last, Some(Right | ArabicLetter | EuropeanNumber | ArabicNumber))
                && !(directions().any(|it| it == EuropeanNumber) && directions().any(|it| it == ArabicNumber))
        }
        Some(Left) => {
            directions().all(|it| !matches!(it, Right | ArabicLetter | ArabicNumber))
                && matches!(last, Some(Left | EuropeanNumber))
        }
        _ => false,
    }
}

type Table = Box<[(u32, u32)]>;

fn has(table: &[(u32, u32)], character: char) -> bool {
    let point = u32::from(character);
    let at = table.partition_point(|(_, to)| *to < point);
    table.get(at).is_some_and(|(from, _)| *from <= point)
}

/// What the standards say of code points; read once, from a text.
#[derive(Debug, Default)]
struct Tables {
    pvalid: Table,
    mark: Table,
    greek: Table,
    hebrew: Table,
    hiragana: Table,
    katakana: Table,
    han: Table,
    joins_after: Table,
    joins_before: Table,
    transparent: Table,
    directions: Vec<(Direction, Table)>,
    /// The canonical combining class of ranges.
    combining: Vec<(u32, u32, u32)>,
    /// For what may compose with what stands before it: what that is.
    composes: Vec<(u32, Table)>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut tables = Tables::default();
        for (name, text) in include_str!("idna.txt").lines().filter_map(|line| line.split_once(' ')) {
            let ranges = || Ranges::new(text).collect();
            match name {
                "pvalid" => tables.pvalid = ranges(),
                "mark" => tables.mark = ranges(),
                "greek" => tables.greek = ranges(),
                "hebrew" => tables.hebrew = ranges(),
                "hiragana" => tables.hiragana = ranges(),
                "katakana" => tables.katakana = ranges(),
                "han" => tables.han = ranges(),
                "joins_after" => tables.joins_after = ranges(),
                "joins_before" => tables.joins_before = ranges(),
                "transparent" => tables.transparent = ranges(),
                "combining" => tables.combining = classes(text),
                "composes" => tables.composes = pairs(text),
                "bidi_r" => tables.directions.push((Direction::Right, ranges())),
                "bidi_al" => tables.directions.push((Direction::ArabicLetter, ranges())),
                "bidi_an" => tables.directions.push((Direction::ArabicNumber, ranges())),
                "bidi_en" => tables.directions.push((Direction::EuropeanNumber, ranges())),
                "bidi_nsm" => tables.directions.push((Direction::Mark, ranges())),
                other if other.starts_with("bidi_") => tables.directions.push((Direction::Other, ranges())),
                _ => {}
            }
        }
        tables
    })
}

fn classes(text: &str) -> Vec<(u32, u32, u32)> {
    let mut numbers = Numbers::new(text);
    let mut next = 0;
    std::iter::from_fn(|| {
        let from = next + numbers.next()?;
        let to = from + numbers.next()?;
        next = to + 1;
        Some((from, to, numbers.next()?))
    })
    .collect()
}

fn pairs(text: &str) -> Vec<(u32, Table)> {
    let mut numbers = Numbers::new(text);
    let mut next = 0;
    std::iter::from_fn(|| {
        let second = next + numbers.next()?;
        next = second + 1;
        let count = numbers.next()?;
        let mut at = 0;
        let firsts = (0..count).map_while(|_| {
            let from = at + numbers.next()?;
            let to = from + numbers.next()?;
            at = to + 1;
            Some((from, to))
        });
        Some((second, firsts.collect()))
    })
    .collect()
}

/// The canonical combining class.
fn combining(character: char) -> u32 {
    let point = u32::from(character);
    let table = &tables().combining;
    let at = table.partition_point(|(_, to, _)| *to < point);
    table.get(at).filter(|(from, ..)| *from <= point).map_or(0, |(.., class)| *class)
}

fn composes(first: char, second: char) -> bool {
    let table = &tables().composes;
    let found = table.binary_search_by_key(&u32::from(second), |(second, _)| *second);
    found.ok().and_then(|at| table.get(at)).is_some_and(|(_, firsts)| has(firsts, first))
}
