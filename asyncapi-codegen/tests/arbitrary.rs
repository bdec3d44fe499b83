//! `arbitrary = true` needs the runtime's feature, and costs nothing where it is not asked for.

#![allow(clippy::indexing_slicing, reason = "a test")]

use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine;
use asyncapi_codegen::options::{Given, Options, Place};

const DOCUMENT: &str = "
asyncapi: 3.0.0
info: { title: T, version: '1' }
channels:
  c: { address: c, messages: { m: { payload: { type: object, properties: { a: { type: string, maxLength: 3 } } } } } }
operations:
  o: { action: send, channel: { $ref: '#/channels/c' } }
";

fn generate(arbitrary: Option<bool>, lacking: Vec<&'static str>) -> (String, Vec<String>) {
    let arbitrary = arbitrary.map(|value| Given::new(value, Place(7)));
    let options = Options { arbitrary, lacking, ..Options::default() };
    let mut files = InMemory::default().with("a.yaml", DOCUMENT);
    let runtime = quote::quote!(::asyncapi_runtime);
    let generated = engine::generate("a.yaml", &mut files, &options, &LoadOptions::default(), runtime);
    let faults = generated.checked.option_faults.iter().map(|fault| format!("{}: {}", fault.place.0, fault.message));
    (generated.tokens.map(|tokens| tokens.to_string()).unwrap_or_default(), faults.collect())
}

#[test]
fn it_is_there_when_asked_for() {
    assert!(generate(Some(true), Vec::new()).0.contains("Arbitrary"));
    for asked in [None, Some(false)] {
        let (code, faults) = generate(asked, vec!["arbitrary"]);
        assert!(!code.contains("Arbitrary") && !code.contains("Schema") && faults.is_empty(), "{faults:?}");
    }
}

#[test]
fn without_the_feature_of_the_runtime_the_option_is_a_fault() {
    let (_, faults) = generate(Some(true), vec!["arbitrary"]);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].starts_with("7: `arbitrary` needs the feature `arbitrary` of asyncapi-runtime"), "{faults:?}");
}
