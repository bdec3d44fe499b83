//! Schemas that lead back to themselves in the ways that real documents do.

use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine;
use asyncapi_codegen::options::Options;

fn generates(schemas: &str) {
    let text = format!(
        "asyncapi: 3.0.0\ninfo: {{ title: T, version: '1' }}\nchannels:\n  c:\n    messages:\n      m: {{ payload: {{ \
         $ref: '#/components/schemas/Base' }} }}\noperations:\n  o: {{ action: receive, channel: {{ $ref: \
         '#/channels/c' }} }}\ncomponents:\n  schemas:\n{schemas}"
    );
    let mut files = InMemory::default().with("a.yaml", text);
    let runtime = quote::quote!(::asyncapi_runtime);
    let generated = engine::generate("a.yaml", &mut files, &Options::default(), &LoadOptions::default(), runtime);
    assert!(!generated.checked.has_errors(), "{:#?}", generated.checked.findings);
    assert!(generated.tokens.is_some());
}

/// springdoc and springwolf write polymorphism like this.
#[test]
fn a_base_that_lists_variants_which_extend_it() {
    generates(
        "    Base: { type: object, properties: { kind: { type: string } }, oneOf: [ { $ref: '#/components/schemas/A' }, { \
         $ref: '#/components/schemas/B' } ] }\n    A: { allOf: [ { $ref: '#/components/schemas/Base' }, { properties: { \
         a: { type: integer } } } ] }\n    B: { allOf: [ { $ref: '#/components/schemas/Base' }, { properties: { b: { \
         $ref: '#/components/schemas/A' } } } ] }\n",
    );
}

#[test]
fn a_merge_that_contains_itself_by_a_property() {
    generates(
        "    Base: { allOf: [ { $ref: '#/components/schemas/Tree' } ], properties: { more: { type: string } } }\n    Tree: \
         { type: object, properties: { left: { $ref: '#/components/schemas/Tree', maxProperties: 3 }, right: { allOf: [ { \
         $ref: '#/components/schemas/Base' }, { minProperties: 1 } ] } } }\n",
    );
}
