//! Makes what fails smaller: schemas with one part less, as long as some instance still fails.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{case_of, number, run};
use crate::case::Case;
use crate::verdict::Outcome;

/// So many are made smaller.
const MOST: usize = 10;
/// So many of a kind are shown.
const SHOWN: usize = 4;

/// A schema and the instances that fail.
struct Failure {
    name: String,
    schema: Value,
    instances: Vec<Value>,
    why: String,
}

impl Failure {
    fn of(case: &Case, outcome: &Outcome) -> Option<Self> {
        let failing = case
            .instances
            .iter()
            .zip(&outcome.instances)
            .filter_map(|(it, outcome)| Some((it, outcome.as_ref().err()?)));
        // Without code, all of them do: one is enough.
        let most = if outcome.fault.is_some() { 1 } else { 8 };
        let failing: Vec<_> = failing.take(most).collect();
        let (first, error) = failing.iter().min_by_key(|(instance, _)| instance.json.len())?;
        let why = match &outcome.fault {
            Some(fault) => fault.clone(),
            None => format!("{} is {}; here: {error}", first.json, if first.valid { "valid" } else { "not valid" }),
        };
        Some(Self {
            name: case.name.clone(),
            schema: serde_json::from_str(&case.schema).ok()?,
            instances: failing.iter().filter_map(|(instance, _)| serde_json::from_str(&instance.json).ok()).collect(),
            why,
        })
    }

    fn show(&self) -> String {
        format!("{}: {}\n    {}", self.name, self.schema, self.why.trim_end().replace('\n', "\n    "))
    }

    fn size(&self) -> usize {
        self.schema.to_string().len()
    }

    /// What kind of failure it is, roughly: the beginning of the error.
    fn kind(&self) -> String {
        // Of the compiler: only the code is the same in another crate.
        if let Some((_, code)) = self.why.split_once("error[") {
            return code.chars().take(5).collect();
        }
        let error = self.why.split_once("; here: ").map_or(self.why.as_str(), |(_, error)| error);
        error.trim_start_matches(|it: char| it != ' ').chars().filter(|it| !it.is_ascii_digit()).take(40).collect()
    }
}

/// The failures by their kinds, [`SHOWN`] of each, the first of each kind made smaller.
pub(super) fn smallest(failed: &[(&Case, &Outcome)]) -> Vec<String> {
    // Where there is no code comes first.
    let mut kinds: BTreeMap<(bool, String), Vec<Failure>> = BTreeMap::new();
    for (case, outcome) in failed {
        let Some(failure) = Failure::of(case, outcome) else { continue };
        kinds.entry((outcome.fault.is_none(), failure.kind())).or_default().push(failure);
    }
    let mut firsts: Vec<Failure> = Vec::new();
    let mut rest: Vec<Vec<Failure>> = Vec::new();
    for mut failures in kinds.into_values() {
        failures.sort_by_key(Failure::size);
        let mut failures = failures.into_iter();
        firsts.extend(failures.next());
        rest.push(failures.collect());
    }
    shrink(&mut firsts);
    let show = |(first, rest): (&Failure, &Vec<Failure>)| {
        let shown: Vec<String> = std::iter::once(first).chain(rest.iter().take(SHOWN - 1)).map(Failure::show).collect();
        format!("{} like these:\n{}\n", rest.len() + 1, shown.join("\n"))
    };
    firsts.iter().zip(&rest).map(show).collect()
}

/// Makes them smaller, as long as they fail in the same way.
fn shrink(failures: &mut [Failure]) {
    let shrinkable = failures.len().min(MOST);
    // So long, in rounds, each of which compiles one crate for all of them.
    let patience = Duration::from_secs(number("ORACLE_SHRINK", 60));
    let mut done = vec![false; shrinkable];
    let start = Instant::now();
    while start.elapsed() < patience {
        let tries: Vec<(usize, Case)> = (0..shrinkable)
            .filter(|at| !done[*at])
            .flat_map(|at| {
                let failure = &failures[at];
                let case = |schema: Value| Some((at, case_of(&failure.name, &schema, &failure.instances)?));
                smaller(&failure.schema).into_iter().take(40).filter_map(case).collect::<Vec<_>>()
            })
            .collect();
        if tries.is_empty() {
            break;
        }
        let (owners, cases): (Vec<usize>, Vec<Case>) = tries.into_iter().unzip();
        let outcomes = run(&cases, "shrink");
        done.fill(true);
        let still = cases.iter().zip(&outcomes).zip(owners).filter(|((_, outcome), _)| !outcome.passes());
        for ((case, outcome), at) in still {
            let Some(found) = Failure::of(case, outcome) else { continue };
            if found.kind() == failures[at].kind() && found.size() < failures[at].size() {
                failures[at] = found;
                done[at] = false;
            }
        }
    }
}

/// Schemas with one part less: a keyword, an entry, or all but one arm.
fn smaller(schema: &Value) -> Vec<Value> {
    match schema {
        Value::Object(entries) => {
            let mut found: Vec<Value> = Vec::new();
            for name in entries.keys() {
                let mut less = entries.clone();
                less.remove(name);
                found.push(Value::Object(less));
            }
            for (name, value) in entries {
                for less in smaller(value) {
                    let mut with = entries.clone();
                    with.insert(name.clone(), less);
                    found.push(Value::Object(with));
                }
            }
            found
        }
        Value::Array(items) => {
            let without = (0..items.len()).map(|at| {
                let rest = items.iter().enumerate().filter(|(other, _)| *other != at);
                Value::Array(rest.map(|(_, item)| item.clone()).collect())
            });
            let mut found: Vec<Value> = without.collect();
            for (at, item) in items.iter().enumerate() {
                for less in smaller(item) {
                    let mut with = items.clone();
                    with[at] = less;
                    found.push(Value::Array(with));
                }
            }
            found
        }
        _ => Vec::new(),
    }
}
