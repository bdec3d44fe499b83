//! Any bytes as a document, through the whole engine: it ends, and what it makes of a document without faults is Rust.
//! The places that it names exist.

#![no_main]

use asyncapi_codegen::diagnostic::render_as;
use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine::{Finding, Generated, generate};
use asyncapi_codegen::options::Options;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|document: &[u8]| {
    let mut files = InMemory::default().with("asyncapi.yaml", document);
    let runtime = quote::quote!(::asyncapi_runtime);
    let Generated { checked, tokens } =
        generate("asyncapi.yaml", &mut files, &Options::default(), &LoadOptions::default(), runtime);
    for Finding { severity, diagnostic } in checked.findings.iter().take(20) {
        for label in std::iter::once(&diagnostic.label).chain(&diagnostic.related) {
            let text = checked.sources.get(label.span.file).expect("the file is known").text();
            assert!(text.get(label.span.start as usize..label.span.end as usize).is_some(), "{diagnostic:?}");
        }
        render_as(*severity, true, &checked.sources, diagnostic);
    }
    match tokens {
        Some(tokens) if !checked.has_errors() => drop(syn::parse2::<syn::File>(tokens).expect("Rust")),
        _ => assert!(!checked.findings.is_empty(), "nothing was made, and nobody said why"),
    }
});
