//! The test suite and the shapes, through generated types.

use std::path::Path;

use asyncapi_tests::corpus;

use crate::case::{self, Case};
use crate::child::modules;
use crate::generate::{Remotes, remotes};
use crate::kit::{Built, Kit, Module, build};
use crate::known::Known;
use crate::program::{PATIENCE, Question, ask};
use crate::table;
use crate::verdict::{Fault, Outcome};

/// What becomes of each case with a generator's modules.
pub(crate) fn outcomes(cases: &[Case], remotes: &Remotes, kit: &Kit, modules: &[Module]) -> Vec<Outcome> {
    let Built { program, faults } = build(kit, modules);
    let fault = |at: usize| match &modules[at] {
        Ok(_) => faults.get(&at).cloned().map(Fault::Ours),
        Err(fault) => Some(fault.clone()),
    };
    let asked = cases.iter().enumerate().filter(|(at, _)| fault(*at).is_none());
    let questions: Vec<Question<'_>> =
        asked.flat_map(|(at, case)| case.instances.iter().map(move |it| (at, it.json.as_str()))).collect();
    let mut answers = ask(&program, &questions, PATIENCE).into_iter();
    let outcome = |(at, case): (usize, &Case)| match fault(at) {
        Some(fault) => Outcome::without_code(case, &fault),
        None => Outcome::of(case, remotes, answers.by_ref().take(case.instances.len())),
    };
    cases.iter().enumerate().map(outcome).collect()
}

/// Every case of the corpus.
pub(crate) fn all(corpus: &Path) -> Vec<Case> {
    let mut all = case::suite(corpus);
    all.extend(case::shapes(corpus));
    all
}

/// The cases that `ONLY` names, else all.
fn chosen(cases: Vec<Case>) -> Vec<Case> {
    let only = std::env::var("ONLY").unwrap_or_default();
    let is_chosen = |case: &Case| {
        only.is_empty() || only.split_whitespace().any(|word| case.file.contains(word) || case.name.contains(word))
    };
    cases.into_iter().filter(is_chosen).collect()
}

#[test]
fn types_accept_what_their_schemas_accept() {
    let Some(corpus) = corpus("types_accept_what_their_schemas_accept") else { return };
    let all = all(&corpus);
    let whole = all.len();
    let cases = chosen(all);
    let remotes = remotes(&corpus);
    let modules = modules("suite", &cases, &remotes);
    let outcomes = outcomes(&cases, &remotes, &Kit::asyncapi("suite"), &modules);
    let table = table::markdown(&cases, &[("asyncapi!", &outcomes)]);
    println!("{table}\n{}", table::exceptions(&outcomes));
    let mut known = Known::read();
    let unknown: Vec<String> =
        cases.iter().zip(&outcomes).flat_map(|(case, outcome)| known.unknown(case, outcome)).collect();
    let (stale, differing) =
        if cases.len() == whole { (known.stale(), table::differing(&table)) } else { (Vec::new(), Vec::new()) };
    assert!(unknown.is_empty(), "{} failures that are not known:\n{}", unknown.len(), unknown.join("\n"));
    assert!(stale.is_empty(), "these pass, and stand in known.txt (BLESS=1 takes them out):\n{}", stale.join("\n"));
    assert!(
        differing.is_empty(),
        "docs/conformance.md has other rows (BLESS=1 puts them there):\n{}",
        differing.join("\n")
    );
}
