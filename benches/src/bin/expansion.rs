//! Expansion of a document of 500 and of 5,000 schemas: what the macro costs in a debug build, and that it grows
//! linearly.
//!
//! `cargo run -p asyncapi-benches --bin expansion` (a debug build, as the macro's is)

use asyncapi_benches::large::document;
use asyncapi_benches::{Peer, interleave};
use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine;
use asyncapi_codegen::options::Options;

fn expand(text: &str) {
    let mut files = InMemory::default().with("large.yaml", text);
    let runtime = quote::quote!(::asyncapi_runtime);
    let generated = engine::generate("large.yaml", &mut files, &Options::default(), &LoadOptions::default(), runtime);
    assert!(!generated.checked.has_errors(), "{:?}", generated.checked.findings.first());
    assert!(generated.tokens.is_some_and(|tokens| !tokens.is_empty()));
}

fn main() {
    let (small, large) = (document(500), document(5_000));
    let peers = vec![Peer::new("500 schemas", || expand(&small)), Peer::new("5,000 schemas", || expand(&large))];
    let measured = interleave(10, peers);
    for one in &measured {
        println!("{:<16} {:.3} CPU s", one.name, one.median.as_secs_f64());
    }
    if let [small, large] = measured.as_slice() {
        println!("ratio {:.1} (at most 12)", large.median.as_secs_f64() / small.median.as_secs_f64());
    }
}
