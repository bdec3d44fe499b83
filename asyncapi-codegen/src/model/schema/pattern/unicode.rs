//! What `\p{…}` names, and case folding: tables of Unicode.
//!
//! Looked up only where a pattern asks for them; the runtime gets the set, never the table.

use super::set::{Set, numbers};

/// A line each: kind, names, ranges. Written by `tests/patterns/unicode.mjs`.
const TABLE: &str = include_str!("unicode.txt");

fn lines() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    TABLE.lines().skip(1).filter_map(|line| {
        let (kind, rest) = line.split_once(' ')?;
        let (names, ranges) = rest.split_once(' ').unwrap_or((rest, ""));
        Some((kind, names, ranges))
    })
}

fn find(wanted: &str, name: &str) -> Option<Set> {
    let named = |(kind, names, _): &(&str, &str, &str)| *kind == wanted && names.split(',').any(|it| it == name);
    let (.., ranges) = lines().find(named)?;
    let Some(parts) = ranges.strip_prefix('=') else { return Some(Set::unpack(ranges)) };
    // A group of categories: those named, or all that begin with its letter.
    let mut sets = Vec::new();
    for (kind, names, ranges) in lines() {
        let short = names.split(',').find(|name| name.len() == 2).unwrap_or_default();
        let within = parts.split(',').any(|part| part == short || part.len() == 1 && short.starts_with(part));
        if kind == "gc" && within && !ranges.starts_with('=') {
            sets.push(Set::unpack(ranges));
        }
    }
    Some(Set::union(sets))
}

/// The set of `\p{name}` or, with a value, of `\p{name=value}`; `None` if Unicode has no such property.
pub(super) fn property(name: &str, value: Option<&str>) -> Option<Set> {
    match (name, value) {
        (name, None) => find("gc", name).or_else(|| find("b", name)),
        ("General_Category" | "gc", Some(value)) => find("gc", value),
        ("Script" | "sc", Some(value)) => find("sc", value),
        ("Script_Extensions" | "scx", Some(value)) => find("scx", value).or_else(|| find("sc", value)),
        _ => None,
    }
}

/// Simple case folding: what folds, and to what.
pub(super) fn folds() -> Vec<(u32, u32)> {
    let table = lines().find(|(kind, ..)| *kind == "fold").map_or("", |(.., table)| table);
    let numbers: Vec<u32> = numbers(table).collect();
    let mut next = 0;
    let pairs = numbers.chunks_exact(2).filter_map(|pair| match pair {
        [gap, distance] => {
            let from = next + gap;
            next = from + 1;
            let half = distance.div_ceil(2);
            Some((from, if distance.is_multiple_of(2) { from + half } else { from.wrapping_sub(half) }))
        }
        _ => None,
    });
    pairs.collect()
}
