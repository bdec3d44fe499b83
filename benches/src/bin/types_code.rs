//! What `types-cost.sh` compiles: the document of 500 schemas, or the types that are generated from it.
//!
//! `cargo run -p asyncapi-benches --bin types_code -- document` or `types`

use std::process::ExitCode;

use asyncapi_benches::large;
use asyncapi_codegen::diagnostic::Sink;
use asyncapi_codegen::document::{self, InMemory, LoadOptions};
use asyncapi_codegen::emit::types::emit_types;
use asyncapi_codegen::model;
use asyncapi_codegen::options::Options;
use quote::quote;

fn main() -> ExitCode {
    let text = large::document(500);
    match std::env::args().nth(1).as_deref() {
        Some("document") => print!("{text}"),
        Some("types") => {
            let (mut files, mut sink) = (InMemory::default().with("large.yaml", text.as_str()), Sink::default());
            let Ok(document) = document::load("large.yaml", &mut files, &LoadOptions::default(), &mut sink) else {
                eprintln!("the document does not load");
                return ExitCode::FAILURE;
            };
            let model = model::model(&document, &Options::default(), &mut sink);
            let types = emit_types(&model, &quote!(rt));
            println!("use ::asyncapi_runtime::__private::v0 as rt;\n{types}");
        }
        _ => {
            eprintln!("which: `document` or `types`?");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
