//! The official parser's findings in documents that are wrong, against ours: each of its faults is one of ours, at the same
//! line, and we report no fewer. `official/findings.mjs` writes its findings.

#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod official;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;

use asyncapi_codegen::diagnostic::{Severity, Sink};
use asyncapi_codegen::source::{Limits, Node, Sources, read_text};
use official::{Found, corpus, findings};

/// Faults of the official parser that stand elsewhere with us, or that are none to us, and why: the beginning of a path, the
/// beginning of a rule, and the lines (none: all).
const ELSEWHERE: &[(&str, &str, &[usize])] = &[
    // The official parser points at the beginning of the document, we at the version, or at what stands in its place.
    ("", "asyncapi-is-asyncapi", &[1]),
    // It has lost the place of some references, and says line 1.
    ("", "invalid-ref", &[1]),
    // It reads files that are referred to where no reference is allowed, and finds faults in them; we report the reference.
    ("documents/RuterNo", "parser", &[]),
    ("documents/RuterNo", "asyncapi2-message-examples-custom-format", &[]),
    // It takes all of an Avro file for what a reference into it, which leads nowhere, should have led to.
    (
        "documents/microcks__microcks__webapp__src__test__resources__io__github__microcks__util__asyncapi__user-signedup-avro",
        "asyncapi",
        &[1],
    ),
    (
        "documents/microcks__microcks__commons__util__src__test__resources__io__github__microcks__util__asyncapi__user-signedup-avro",
        "asyncapi",
        &[1],
    ),
    // A Kafka key that is an Avro schema: it points at all that refers to the message, we at what is no schema in it.
    ("spec-examples/3.0.0/adeo-kafka", "asyncapi-document-resolved", &[3, 243]),
];

/// A finding of the official parser.
struct Official {
    document: &'static str,
    rule: &'static str,
    is_error: bool,
    file: &'static str,
    /// The lines of what it names.
    start: usize,
    end: usize,
}

fn official() -> Vec<Official> {
    let read = |row: &'static str| {
        let cells: Vec<&str> = row.split('\t').collect();
        let [document, rule, severity, file, start, end] = cells[..] else { panic!("{row} is no row") };
        let file = if file.is_empty() { document } else { file };
        let number = |text: &str| text.parse().expect("a line");
        Official { document, rule, is_error: severity == "error", file, start: number(start), end: number(end) }
    };
    include_str!("official/findings.tsv").lines().skip(1).map(read).collect()
}

/// How a finding of the official parser is ours, too.
#[derive(PartialEq)]
enum Agreement {
    /// One of ours is there.
    SameLine,
    /// It names an object because of a fault in it, in what it refers to or in what refers to it, which has one of ours at
    /// its own place.
    ///
    /// Where an object may be one of two things, the official parser reports each of its fields for not being one of the
    /// other thing's, once anything is wrong with it.
    Echo,
    /// In the list.
    Elsewhere(usize),
    No,
}

fn agreement(theirs: &Official, ours: &[Found], tree: Option<&Tree>) -> Agreement {
    let at = |found: &Found, lines: std::ops::RangeInclusive<usize>| {
        let weighs = found.severity == Severity::Error || !theirs.is_error;
        weighs && found.places.iter().any(|(file, line)| file == theirs.file && lines.contains(line))
    };
    // `{ "$ref": "…" }` over three lines is one place.
    let last = if theirs.end - theirs.start <= 2 { theirs.end } else { theirs.start };
    if ours.iter().any(|found| at(found, theirs.start..=last)) {
        return Agreement::SameLine;
    }
    let known = ELSEWHERE.iter().position(|(path, rule, lines)| {
        let fits = theirs.document.starts_with(path) && theirs.rule.starts_with(rule);
        fits && (lines.is_empty() || lines.contains(&theirs.start))
    });
    if let Some(known) = known {
        return Agreement::Elsewhere(known);
    }
    let errors = || ours.iter().filter(|found| found.severity == Severity::Error);
    let of_structure = ["asyncapi-document-resolved", "asyncapi2-schemas"].contains(&theirs.rule);
    if let Some(lines) = tree.filter(|_| of_structure).map(|tree| tree.around(theirs.start))
        && errors()
            .any(|found| found.places.first().is_some_and(|(file, line)| file == theirs.file && lines.contains(line)))
    {
        return Agreement::Echo;
    }
    Agreement::No
}

/// A document's tree, for what stands around a line.
struct Tree {
    root: Node,
    /// Where lines begin.
    lines: Vec<u32>,
    /// The objects that have a field or an item which refers to a node, by the node.
    referrers: HashMap<usize, Vec<Node>>,
}

impl Tree {
    fn of(corpus: &Path, path: &str) -> Option<Self> {
        let bytes = std::fs::read(corpus.join(path)).ok()?;
        let (mut sources, mut sink) = (Sources::default(), Sink::default());
        let (file, root) = read_text(&mut sources, path, &bytes, &Limits::default(), &mut sink)?;
        let breaks = sources.get(file)?.text().match_indices('\n').map(|(at, _)| at as u32 + 1);
        let mut tree = Self { root, lines: std::iter::once(0).chain(breaks).collect(), referrers: HashMap::new() };
        let mut open = vec![tree.root.clone()];
        while let Some(holder) = open.pop() {
            for (_, child) in children(&holder) {
                if let Some(target) = tree.target(&child) {
                    tree.referrers.entry(target.id()).or_default().push(holder.clone());
                }
                open.push(child);
            }
        }
        Some(tree)
    }

    fn line(&self, offset: u32) -> usize {
        self.lines.partition_point(|start| *start <= offset)
    }

    /// What a reference within the file leads to.
    fn target(&self, node: &Node) -> Option<Node> {
        let pointer = node.get("$ref")?.as_str()?.strip_prefix("#/")?;
        let unescape = |segment: &str| segment.replace("~1", "/").replace("~0", "~");
        pointer.split('/').try_fold(self.root.clone(), |node, segment| node.get(&unescape(segment)).cloned())
    }

    /// The lines of the innermost object that has a field at this line, of what refers to it or to what it stands in, and
    /// of all that these refer to. Not those of the whole document.
    fn around(&self, line: usize) -> HashSet<usize> {
        let (mut at, mut found, mut way) = (self.root.clone(), Vec::new(), Vec::new());
        loop {
            let begun = children(&at).into_iter().filter(|(start, _)| self.line(*start) <= line);
            let Some((start, child)) = begun.max_by_key(|(start, _)| *start) else { break };
            if self.line(start) == line && !at.same(&self.root) {
                found = vec![at];
            }
            way.push(child.clone());
            at = child;
        }
        found.extend(way.iter().flat_map(|node| self.referrers.get(&node.id()).cloned().unwrap_or_default()));
        let (mut seen, mut lines) = (HashSet::new(), HashSet::new());
        found.iter().for_each(|node| self.collect(node, &mut seen, &mut lines));
        lines
    }

    fn collect(&self, node: &Node, seen: &mut HashSet<usize>, lines: &mut HashSet<usize>) {
        if !seen.insert(node.id()) {
            return;
        }
        lines.extend(self.line(node.span().start)..=self.line(node.span().end));
        for (start, child) in children(node) {
            lines.insert(self.line(start));
            self.collect(&child, seen, lines);
        }
        self.target(node).iter().for_each(|target| self.collect(target, seen, lines));
    }
}

/// The values in a value, each with where it, or its key, begins.
fn children(node: &Node) -> Vec<(u32, Node)> {
    let items = node.as_array().unwrap_or_default().iter().map(|item| (item.span().start, item.clone()));
    let entries = node.as_object().into_iter().flat_map(|object| object.iter());
    items.chain(entries.map(|(key, value)| (key.span.start, value.clone()))).collect()
}

#[test]
fn what_the_official_parser_finds_is_found_at_the_same_line() {
    let Some(corpus) = corpus() else { return };
    let mut unused: BTreeSet<usize> = (0..ELSEWHERE.len()).collect();
    let (mut wrong, mut same, mut echoes, mut elsewhere) = (Vec::new(), 0, 0, 0);
    for theirs in official().chunk_by(|a, b| a.document == b.document) {
        let path = theirs[0].document;
        let ours = findings(&corpus, path);
        let tree = Tree::of(&corpus, path);
        let mut seen = BTreeSet::new();
        let faults = theirs.iter().filter(|one| seen.insert((one.file, one.rule, one.start)));
        let (mut missed, mut in_place) = (Vec::new(), BTreeSet::new());
        for fault in faults {
            match agreement(fault, &ours, tree.as_ref()) {
                Agreement::SameLine => drop(in_place.insert((fault.file, fault.start))),
                Agreement::Echo => echoes += 1,
                Agreement::Elsewhere(at) => {
                    elsewhere += 1;
                    unused.remove(&at);
                }
                Agreement::No => missed.push(format!("{} {}", fault.start, fault.rule)),
            }
        }
        same += in_place.len();
        if !missed.is_empty() {
            wrong.push(format!("{path}: {}", missed.join(", ")));
        }
    }
    println!("{same} faults at the same line, {echoes} echoes, {elsewhere} elsewhere");
    assert!(unused.is_empty(), "entries of the list that are not needed: {unused:?}");
    assert!(wrong.is_empty(), "{} documents:\n{}", wrong.len(), wrong.join("\n\n"));
}
