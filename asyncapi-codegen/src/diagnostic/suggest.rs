//! Did you mean: the known name that a wrong one most likely stands for.
//!
//! Input: what was written, and what could have been. Output: at most one of the latter. Invariant: bounded work, whatever
//! the number and the length of the names.

/// How alike two names are; the smaller, the more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// They differ in upper and lower case, or in `-`, `_`, `.` and blanks.
    Spelling,
    /// So many characters were left out, put in, changed, or swapped with their neighbour.
    Typo(usize),
    /// A pointer to the same folder; so many differences in all.
    SameFolder(usize),
    /// The beginning of the other.
    Beginning(usize),
    /// A pointer of which the last segment is right.
    SameName(usize),
}

/// Longer names are only compared as a whole, not by edit distance.
const LONGEST: usize = 160;
/// Cells of edit-distance tables that one search may fill.
const BUDGET: usize = 4_000_000;

/// The one of `known` that `wanted` most likely stands for, if one is like it at all.
///
/// JSON pointers (with a `/`) are compared as a whole and by their last segment.
#[must_use]
pub fn suggest<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut search = Search { wanted, plain: plain(wanted), chars: wanted.chars().collect(), budget: BUDGET };
    let mut best: Option<(Likeness, &str)> = None;
    for name in known {
        if name == wanted {
            continue;
        }
        if let Some(likeness) = search.compare(name)
            && best.is_none_or(|(found, _)| likeness < found)
        {
            best = Some((likeness, name));
        }
    }
    best.map(|(_, name)| name)
}

/// `suggest`, as advice for a diagnostic.
#[must_use]
pub fn did_you_mean<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    suggest(wanted, known).map(|name| format!("did you mean `{name}`?"))
}

struct Search<'a> {
    wanted: &'a str,
    plain: String,
    chars: Vec<char>,
    budget: usize,
}

impl Search<'_> {
    fn compare(&mut self, name: &str) -> Option<Likeness> {
        // Plain names are never longer in bytes than thrice the other's when they are equal but for case.
        if name.len() <= 3 * self.wanted.len() + 16 && plain(name) == self.plain && !self.plain.is_empty() {
            return Some(Likeness::Spelling);
        }
        let chars: Vec<char> = name.chars().take(LONGEST + 1).collect();
        if let (Some((folder, last)), Some((other_folder, other_last))) =
            (self.wanted.rsplit_once('/'), name.rsplit_once('/'))
        {
            let same_name = last == other_last && last.len() > 1;
            let whole = self.distance(&chars, chars.len().max(self.chars.len()) / 3);
            if folder == other_folder {
                let longer = last.chars().count().max(other_last.chars().count());
                return whole
                    .map(|by| if by <= cut_off(longer) { Likeness::Typo(by) } else { Likeness::SameFolder(by) });
            }
            return match whole {
                Some(by) if by <= 3 => Some(Likeness::Typo(by)),
                _ if same_name => Some(Likeness::SameName(whole.unwrap_or(LONGEST))),
                _ => None,
            };
        }
        if let Some(by) = self.distance(&chars, cut_off(chars.len().max(self.chars.len()))) {
            return Some(Likeness::Typo(by));
        }
        let beginning = self.chars.len() >= 3 && name.starts_with(self.wanted);
        beginning.then(|| Likeness::Beginning(chars.len().saturating_sub(self.chars.len())))
    }

    /// The number of characters left out, put in, changed, or swapped, if it is at most `most`.
    fn distance(&mut self, other: &[char], most: usize) -> Option<usize> {
        let size = self.chars.len().saturating_mul(other.len());
        if self.chars.len() > LONGEST || other.len() > LONGEST || size > self.budget {
            return None;
        }
        if self.chars.len().abs_diff(other.len()) > most {
            return None;
        }
        self.budget -= size;
        edits(&self.chars, other, most)
    }
}

/// How many edits a name of so many characters may be away.
fn cut_off(length: usize) -> usize {
    match length {
        0..=2 => 0,
        3..=5 => 1,
        _ => length / 3,
    }
}

/// A name without what people vary: case, `-`, `_`, `.`, blanks.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_' | '.' | ' ')).flat_map(char::to_lowercase).collect()
}

/// Optimal string alignment distance, given up as soon as it must exceed `most`.
fn edits(left: &[char], right: &[char], most: usize) -> Option<usize> {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    let mut left_before = None;
    for (row, &a) in left.iter().enumerate() {
        let mut current = Vec::with_capacity(right.len() + 1);
        let mut last = row + 1;
        let mut least = last;
        current.push(last);
        let mut right_before = None;
        for (column, (&b, pair)) in right.iter().zip(above.windows(2)).enumerate() {
            let &[corner, over] = pair else { continue };
            let mut cost = (corner + usize::from(a != b)).min(over + 1).min(last + 1);
            if left_before == Some(b) && right_before == Some(a) {
                let swapped = column.checked_sub(1).and_then(|at| before.get(at)).map_or(cost, |cost| cost + 1);
                cost = cost.min(swapped);
            }
            current.push(cost);
            last = cost;
            least = least.min(cost);
            right_before = Some(b);
        }
        if least > most {
            return None;
        }
        left_before = Some(a);
        before = std::mem::replace(&mut above, current);
    }
    above.last().copied().filter(|cost| *cost <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits_of(left: &str, right: &str) -> Option<usize> {
        edits(&left.chars().collect::<Vec<_>>(), &right.chars().collect::<Vec<_>>(), 99)
    }

    #[test]
    fn edits_are_counted() {
        assert_eq!(edits_of("", "abc"), Some(3));
        assert_eq!(edits_of("kitten", "sitting"), Some(3));
        assert_eq!(edits_of("mesages", "messages"), Some(1));
        assert_eq!(edits_of("recieve", "receive"), Some(1));
        assert_eq!(edits_of("ab", "ba"), Some(1));
        assert_eq!(edits(&['a', 'b', 'c'], &['x', 'y', 'z'], 2), None);
    }

    #[test]
    fn typos_and_spellings_find_their_name() {
        let fields = ["address", "title", "messages", "description", "contentType", "bindings"];
        for (wanted, found) in [
            ("mesages", Some("messages")),
            ("adress", Some("address")),
            ("content-type", Some("contentType")),
            ("ContentType", Some("contentType")),
            ("desc", Some("description")),
            ("titel", Some("title")),
            ("payload", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(suggest(wanted, fields), found, "{wanted}");
        }
    }

    #[test]
    fn the_closest_wins_and_of_equals_the_first() {
        assert_eq!(suggest("messagea", ["messagebb", "messageb", "messagec"]), Some("messageb"));
        assert_eq!(suggest("user_id", ["userIds", "userId"]), Some("userId"));
    }

    #[test]
    fn pointers_are_compared_by_folder_and_by_name() {
        let chat = "#/channels/chat/messages/chatMessage";
        assert_eq!(suggest("#/channels/chat/messages/hello", ["#/channels/x/messages/hi", chat]), Some(chat));
        assert_eq!(suggest("#/channels/chat/messages/chatMesage", ["#/channels/chat/messages/chat", chat]), Some(chat));
        let schema = "#/components/schemas/Order";
        assert_eq!(suggest("#/components/messages/Order", ["#/components/schemas/Other", schema]), Some(schema));
        assert_eq!(suggest("#/component/schemas/Order", [schema]), Some(schema));
        assert_eq!(suggest("#/servers/production", [schema, chat]), None);
    }

    #[test]
    fn the_work_is_bounded() {
        let long = "é".repeat(1_000_000);
        assert_eq!(suggest(&long, [long.as_str(), "short"]), None);
        assert_eq!(suggest("short", [long.as_str(), "shirt"]), Some("shirt"));
        let many: Vec<String> = (0..50_000).map(|n| format!("someRatherLongNameOfASchema{n:05}")).collect();
        assert!(suggest("someRatherLongNameOfASchem", many.iter().map(String::as_str)).is_some());
    }
}
