//! `expand FILE`: what `asyncapi!` generates, formatted.

use std::io;

use asyncapi_codegen::diagnostic::render_as;
use asyncapi_codegen::document::Disk;
use asyncapi_codegen::engine::{self, Checked, Generated};
use proc_macro2::TokenStream;

use crate::arguments::Expand;
use crate::discover::readable;
use crate::{Status, complain, print, unable};

/// Writes the code to the standard output, and what was found to the standard error.
pub(crate) fn run(expand: &Expand) -> Status {
    if let Err(message) = readable(&expand.file) {
        return unable(&message);
    }
    let Ok(runtime) = expand.runtime.parse::<TokenStream>() else {
        return unable(&format!("--runtime takes a Rust path, not `{}`", expand.runtime));
    };
    let settings = &expand.settings;
    let (options, load) = (&settings.options, settings.load_options());
    let Generated { checked, tokens } = engine::generate(&expand.file, &mut Disk::new(""), options, &load, runtime);
    let colored = settings.colored(&io::stderr());
    for finding in &checked.findings {
        let text = render_as(finding.severity, colored, &checked.sources, &finding.diagnostic);
        complain(&format!("{text}\n\n"));
    }
    for fault in &checked.option_faults {
        complain(&format!("error: {}\n", settings.describe(fault)));
    }
    let status = status(&checked);
    match tokens {
        // What comes of a faulty document is a stand-in for the compiler, of no use to a reader.
        Some(tokens) if status == Status::Fine => format(&expand.file, tokens),
        _ => status,
    }
}

fn status(checked: &Checked) -> Status {
    match checked.has_errors() {
        false => Status::Fine,
        true if checked.option_faults.is_empty() => Status::Faults,
        true => Status::Unable,
    }
}

fn format(path: &str, tokens: TokenStream) -> Status {
    match syn::parse2::<syn::File>(tokens) {
        Ok(file) => {
            let code = prettyplease::unparse(&file);
            let origin: String = path.chars().filter(|c| !c.is_control()).collect();
            print(&format!("// What `asyncapi!` generates from `{origin}`.\n\n{code}"), Status::Fine)
        }
        Err(error) => unable(&format!("the generated code does not parse, a fault of cargo-asyncapi: {error}")),
    }
}
