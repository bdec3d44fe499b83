//! `validate = false` leaves out the checks that types do not carry, and only these.

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

fn code(validate: Option<bool>) -> String {
    let options = Options { validate: validate.map(|value| Given::new(value, Place::default())), ..Options::default() };
    let mut files = InMemory::default().with("a.yaml", DOCUMENT);
    let runtime = quote::quote!(::asyncapi_runtime);
    let generated = engine::generate("a.yaml", &mut files, &options, &LoadOptions::default(), runtime);
    assert!(!generated.checked.has_errors(), "{:#?}", generated.checked.findings);
    generated.tokens.map(|tokens| tokens.to_string()).unwrap_or_default()
}

#[test]
fn checks_are_left_out_when_asked() {
    assert!(code(None).contains("max_length") && code(Some(true)).contains("max_length"));
    let without = code(Some(false));
    assert!(!without.contains("max_length") && without.contains("\"a\""));
}
