//! A second oracle: random schemas, JSON near them, and what the `jsonschema` crate says of it.
//!
//! Schemas come from a fixed seed, so that a run can be repeated; `ORACLE_SEED=7 ORACLE_CASES=1000` looks elsewhere. Each
//! type is compiled once, all in one crate; then both verdicts must agree, and what is accepted must come back from a round
//! trip. What fails is made smaller before it is shown: keywords are taken out as long as it still fails
//! (`ORACLE_SHRINK=0` leaves that out, a larger number is how many seconds it may take). `ORACLE_SCHEMA='{"not": {}}'` looks
//! at that one schema; `SHOW=1` shows what is known. What other seeds find goes into `found.txt`.

mod instances;
mod schemas;
mod shrink;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

use crate::applies::Applies;
use crate::case::{Case, Instance, draft7};
use crate::child::modules;
use crate::kit::Kit;
use crate::suite::outcomes;
use crate::table;
use crate::verdict::Outcome;
use instances::Near;

/// What is looked at if nothing else is said.
const SEED: u64 = 1;
const COUNT: u64 = 300;
const INSTANCES: usize = 50;

/// So many schemas of the usual seed and of `found.txt` are known to differ. The number only gets smaller.
const KNOWN: usize = 0;

fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable).ok().map_or(default, |text| text.parse().expect("a number"))
}

fn rng(seed: u64, stream: u64) -> TestRng {
    let bytes: Vec<u8> = [seed, stream, 0, 0].iter().flat_map(|part| part.to_le_bytes()).collect();
    TestRng::from_seed(RngAlgorithm::ChaCha, &bytes)
}

/// A case of instances with the verdicts of the oracle; `None`: it does not take the schema.
fn case_of(name: &str, schema: &Value, instances: &[Value]) -> Option<Case> {
    let oracle = Applies::new(schema.clone(), &Vec::new());
    let instance = |value: &Value| {
        let json = value.to_string();
        Some(Instance::new(json.clone(), &json, oracle.accepts("", value)?))
    };
    let instances = instances.iter().map(instance).collect::<Option<Vec<_>>>()?;
    Some(Case { instances, ..draft7("oracle", name, &schema.to_string()) })
}

/// Schemas of one seed, with JSON near them.
fn cases(seed: u64, count: u64) -> Vec<Case> {
    let mut runner = TestRunner::new_with_rng(Config::default(), rng(seed, 0));
    let strategy = schemas::schema();
    let case = |at: u64| {
        let schema = strategy.new_tree(&mut runner).expect("a schema").current();
        let instances = Near::new(&schema, rng(seed, at + 1)).instances(INSTANCES);
        case_of(&format!("{seed}/{at}"), &schema, &instances).expect("the oracle takes the schema")
    };
    (0..count).map(case).collect()
}

/// A schema that somebody wrote, with JSON of theirs and JSON near it.
fn one(name: &str, schema: &str, instances: &[&str]) -> Case {
    let parse =
        |text: &str| serde_json::from_str::<Value>(text).unwrap_or_else(|error| panic!("{name}: {text}: {error}"));
    let schema = parse(schema);
    let mut all = Near::new(&schema, rng(SEED, 0)).instances(INSTANCES);
    all.extend(instances.iter().map(|text| parse(text)));
    case_of(name, &schema, &all).expect("the oracle takes the schema")
}

/// What other seeds found.
fn found() -> Vec<Case> {
    let mut cases: Vec<(usize, &str, Vec<&str>)> = Vec::new();
    for (at, line) in include_str!("found.txt").lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        match (line.strip_prefix("  "), cases.last_mut()) {
            (Some(instance), Some((_, _, instances))) => instances.push(instance),
            _ => cases.push((at + 1, line, Vec::new())),
        }
    }
    cases.iter().map(|(at, schema, instances)| one(&format!("found.txt:{at}"), schema, instances)).collect()
}

fn run(cases: &[Case], name: &'static str) -> Vec<Outcome> {
    let modules = modules(name, cases, &Vec::new());
    outcomes(cases, &Vec::new(), &Kit::asyncapi(name), &modules)
}

#[test]
fn types_accept_what_the_oracle_accepts() {
    let (seed, count) = (number("ORACLE_SEED", SEED), number("ORACLE_CASES", COUNT));
    let (cases, known) = match std::env::var("ORACLE_SCHEMA") {
        Ok(schema) => (vec![one("ORACLE_SCHEMA", &schema, &[])], 0),
        Err(_) if (seed, count) == (SEED, COUNT) => (cases(seed, count).into_iter().chain(found()).collect(), KNOWN),
        Err(_) => (cases(seed, count), 0),
    };
    let outcomes = run(&cases, "oracle");
    let all = cases.iter().map(|case| case.instances.len()).sum::<usize>();
    let valid = cases.iter().flat_map(|case| &case.instances).filter(|instance| instance.valid).count();
    println!("{} schemas, {all} instances, {valid} of them valid\n{}", cases.len(), table::exceptions(&outcomes));
    let near = cases.len() < 100 || (valid * 5 > all && valid * 5 < all * 4);
    assert!(near, "instances are near the schemas: {valid} of {all} are valid");
    let failed: Vec<(&Case, &Outcome)> = cases.iter().zip(&outcomes).filter(|(_, outcome)| !outcome.passes()).collect();
    let show = failed.len() > known || std::env::var_os("SHOW").is_some();
    let shown = if show { shrink::smallest(&failed).join("\n") } else { String::new() };
    println!("{} of {} schemas differ, {known} are known to\n{shown}", failed.len(), cases.len());
    assert!(failed.len() <= known, "{} of {} schemas differ, {known} are known to", failed.len(), cases.len());
    assert!(failed.len() == known, "KNOWN of oracle/mod.rs can be {}", failed.len());
}
