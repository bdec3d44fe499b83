//! What is known to fail, with its reason: `known.txt`.
//!
//! ```text
//! = The reason.
//! ref.json › name of the case                          every instance of it, or that there is no code
//! ref.json › name of the case › name of the instance
//! ```
//!
//! The list only gets shorter: what stands in it and passes is a fault of the list. `BLESS=1` takes it out.

use std::collections::BTreeSet;
use std::path::PathBuf;

use asyncapi_tests::workspace;

use crate::case::Case;
use crate::verdict::Outcome;

/// The list.
pub(crate) struct Known {
    lines: Vec<String>,
    passing: BTreeSet<String>,
    used: BTreeSet<String>,
}

/// A name in the list.
fn key(parts: &[&str]) -> String {
    parts.join(" › ")
}

impl Known {
    pub(crate) fn read() -> Self {
        let text = std::fs::read_to_string(path()).expect("the list");
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        assert!(
            lines.iter().all(|line| line.is_empty() || line.starts_with(['=', '#']) || line.contains(" › ")),
            "each line of known.txt is a reason, a case or an instance"
        );
        let first = lines.iter().find(|line| !line.is_empty() && !line.starts_with('#'));
        assert!(first.is_none_or(|line| line.starts_with('=')), "what is known has a reason");
        Self { lines, passing: BTreeSet::new(), used: BTreeSet::new() }
    }

    fn has(&mut self, key: &str) -> bool {
        let has = self.lines.iter().any(|line| line == key);
        if has {
            self.used.insert(key.to_owned());
        }
        has
    }

    /// The failures of a case that are not known.
    pub(crate) fn unknown(&mut self, case: &Case, outcome: &Outcome) -> Vec<String> {
        let whole = key(&[&case.file, &case.name]);
        if self.has(&whole) {
            if outcome.passes() {
                self.passing.insert(whole);
            }
            return Vec::new();
        }
        if let Some(fault) = &outcome.fault {
            return vec![format!("{whole}\n    {}", fault.trim_end().replace('\n', "\n    "))];
        }
        let mut unknown = Vec::new();
        for (instance, outcome) in case.instances.iter().zip(&outcome.instances) {
            let key = key(&[&case.file, &case.name, &instance.name]);
            match (self.has(&key), outcome) {
                (true, Ok(_)) => {
                    self.passing.insert(key);
                }
                (false, Err(why)) => unknown.push(format!("{key}\n    {} {why}", instance.json)),
                _ => {}
            }
        }
        unknown
    }

    /// What stands in the list and passes, or is no case. With `BLESS`, it is taken out.
    pub(crate) fn stale(self) -> Vec<String> {
        let is_stale = |line: &str| line.contains(" › ") && (!self.used.contains(line) || self.passing.contains(line));
        let (stale, rest): (Vec<String>, Vec<String>) = self.lines.into_iter().partition(|line| is_stale(line));
        if std::env::var_os("BLESS").is_none() {
            return stale;
        }
        let mut kept: Vec<String> = Vec::new();
        for line in rest {
            // A reason without cases goes with them.
            if (line.starts_with('=') || line.is_empty()) && kept.last().is_some_and(|last| last.starts_with('=')) {
                kept.pop();
            }
            if !line.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
                kept.push(line);
            }
        }
        while kept.last().is_some_and(|last| last.starts_with('=') || last.is_empty()) {
            kept.pop();
        }
        std::fs::write(path(), kept.join("\n") + "\n").expect("the list is written");
        Vec::new()
    }
}

fn path() -> PathBuf {
    workspace().join("tests/schemas/known.txt")
}
