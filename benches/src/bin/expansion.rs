//! Expansion of a document of 500 and of 5,000 schemas: what the macro costs in a debug build, and that it grows
//! linearly.
//!
//! `cargo run -p asyncapi-benches --bin expansion` (a debug build, as the macro's is)

use std::fmt::Write as _;

use asyncapi_benches::{Peer, interleave};
use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine;
use asyncapi_codegen::options::Options;

const HEAD: &str = "asyncapi: 3.0.0
info: { title: Large, version: 1.0.0 }
operations:
  onAll: { action: receive, channel: { $ref: '#/channels/all' } }
channels:
  all:
    address: all
    messages:
";

/// A document of `count` object schemas of ten properties each, with formats, bounds, enums, lists, nested objects and
/// references among them, all reached from one channel.
fn document(count: usize) -> String {
    let mut text = String::from(HEAD);
    for at in (0..count).step_by(10) {
        let _ = writeln!(text, "      m{at}: {{ payload: {{ $ref: '#/components/schemas/Type{at}' }} }}");
    }
    text.push_str("components:\n  schemas:\n");
    for at in 0..count {
        let next = if at % 10 == 9 { at } else { at + 1 };
        let _ = write!(
            text,
            "    Type{at}:
      type: object
      description: The type of number {at}.
      required: [kind, id, at, name]
      properties:
        kind: {{ type: string, const: type{at} }}
        id: {{ type: string, format: uuid }}
        at: {{ type: string, format: date-time }}
        name: {{ type: string, minLength: 1, maxLength: 100, description: The name of it. }}
        count: {{ type: integer, minimum: 0, maximum: 1000 }}
        ratio: {{ type: number }}
        state: {{ type: string, enum: [new, open, closed] }}
        labels: {{ type: array, items: {{ type: string }}, maxItems: 10 }}
        inner: {{ type: object, required: [x], properties: {{ x: {{ type: number }}, y: {{ type: number }} }} }}
        next: {{ $ref: '#/components/schemas/Type{next}' }}
"
        );
    }
    text
}

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
