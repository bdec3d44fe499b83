//! From the user's tokens to the generated ones.

use std::path::PathBuf;

use asyncapi_codegen::diagnostic::{Severity, render_bare};
use asyncapi_codegen::document::{Disk, LoadOptions};
use asyncapi_codegen::engine::{self, Finding, Generated};
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use crate::cursor::Fault;
use crate::lint;
use crate::options::{self, Invocation};

/// Faults that are shown each by itself; the command shows the rest.
const SHOWN: usize = 20;

/// The generated code, or what is wrong.
pub(crate) fn expand(input: TokenStream, runtime: TokenStream) -> TokenStream {
    match options::parse(input) {
        Ok(mut invocation) => {
            if !cfg!(feature = "avro") {
                invocation.options.lacking.push("avro");
            }
            if !cfg!(feature = "protobuf") {
                invocation.options.lacking.push("protobuf");
            }
            if !cfg!(feature = "arbitrary") {
                invocation.options.lacking.push("arbitrary");
            }
            generate(&invocation, runtime)
        }
        Err(faults) => faults.iter().map(compile_error).collect(),
    }
}

fn compile_error(fault: &Fault) -> TokenStream {
    let message = &fault.message;
    quote_spanned! { fault.span => ::core::compile_error! { #message } }
}

fn generate(invocation: &Invocation, runtime: TokenStream) -> TokenStream {
    let (spec, span) = &invocation.spec;
    // Cargo sets it; without Cargo the path is relative to where the compiler runs.
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(PathBuf::new, PathBuf::from);
    let path = root.join(spec);
    if !path.is_file() {
        let message = format!(
            "there is no file `{spec}`; looked at `{}`\nthe path is relative to the folder of the crate's Cargo.toml",
            path.display()
        );
        return compile_error(&Fault::new(*span, message));
    }
    let refs = &invocation.options.refs;
    let load = LoadOptions {
        // References may lead anywhere in the crate: documents share files beside their own folders.
        folder: Some(PathBuf::new()),
        refs: refs.iter().map(|(url, file)| (url.value.clone(), PathBuf::from(&file.value))).collect(),
        ..LoadOptions::default()
    };
    let mut files = Disk::new(root);
    let generated = engine::generate(spec, &mut files, &invocation.options, &load, runtime);
    let mut tokens = findings(&generated, invocation);
    tokens.extend(files.read_so_far().iter().map(|path| track(&path.to_string_lossy())));
    tokens.extend(generated.tokens);
    tokens
}

/// Makes the compiler run the macro again when the file changes.
fn track(path: &str) -> TokenStream {
    quote::quote! { const _: &[u8] = ::core::include_bytes!(#path); }
}

fn findings(generated: &Generated, invocation: &Invocation) -> TokenStream {
    let (spec, span) = &invocation.spec;
    let checked = &generated.checked;
    let mut tokens = TokenStream::new();
    for fault in &checked.option_faults {
        tokens.extend(compile_error(&Fault::new(invocation.places.span(fault.place), fault.message.clone())));
    }
    let of = |severity: Severity| checked.findings.iter().filter(move |finding| finding.severity == severity);
    let render = |finding: &Finding| render_bare(&checked.sources, &finding.diagnostic);
    for finding in of(Severity::Error).take(SHOWN) {
        tokens.extend(compile_error(&Fault::new(*span, render(finding))));
    }
    let more = of(Severity::Error).count().saturating_sub(SHOWN);
    if more > 0 {
        let message = format!("{more} more: cargo asyncapi check {spec}");
        tokens.extend(compile_error(&Fault::new(Span::call_site(), message)));
    }
    for finding in of(Severity::Warning) {
        tokens.extend(lint::emit(finding.diagnostic.code.id, &render(finding)));
    }
    tokens
}
