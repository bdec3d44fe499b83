//! A document becomes a Rust module: what `asyncapi!` makes of it, less what is about channels.
//!
//! The whole engine runs, as it does for a user. Of what it emits, the types are kept, and the type of the message's
//! payload is named `Payload`; the channel's module, the client and the service are left out, because they are the same
//! for every schema and make the crate of all cases five times as slow to build (50 CPU s against 10). The corpus test
//! compiles them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use asyncapi_codegen::diagnostic::{Severity, render};
use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine::generate;
use asyncapi_codegen::options::{Options, Warnings};
use quote::ToTokens;
use syn::{Fields, Item, Type};

use crate::case::Case;
use crate::kit::Module;
use crate::verdict::Fault;

/// What cases may refer to by `http://localhost:1234/`.
pub(crate) type Remotes = Vec<(PathBuf, Vec<u8>)>;

/// The remotes of the suite.
pub(crate) fn remotes(corpus: &Path) -> Remotes {
    let root = corpus.join("json-schema-test-suite");
    let mut folders = vec![root.join("remotes")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of remotes").filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).expect("a remote");
                files.push((path.strip_prefix(&root).expect("inside").to_owned(), bytes));
            }
        }
    }
    files
}

/// The module of a case.
pub(crate) fn module(case: &Case, remotes: &Remotes) -> Module {
    catch_unwind(AssertUnwindSafe(|| code(case, remotes))).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
        Err(Fault::Ours(format!("the engine panics: {}", text.unwrap_or("?"))))
    })
}

fn code(case: &Case, remotes: &Remotes) -> Module {
    let mut files = InMemory::default();
    for (path, bytes) in remotes {
        files = files.with(path, bytes.clone());
    }
    for (path, text) in &case.files {
        files = files.with(path, text.clone());
    }
    let load = LoadOptions {
        folder: Some(PathBuf::new()),
        refs: vec![("http://localhost:1234/".to_owned(), "remotes".into())],
        ..LoadOptions::default()
    };
    let options = Options { warnings: Warnings::Allow, ..Options::default() };
    let runtime = "::asyncapi_runtime".parse().expect("a path");
    let generated = generate("asyncapi.json", &mut files, &options, &load, runtime);
    let checked = &generated.checked;
    if let Some(error) = checked.findings.iter().find(|finding| finding.severity == Severity::Error) {
        return Err(Fault::Reported(render(&checked.sources, &error.diagnostic)));
    }
    let types = |tokens| {
        let file = syn::parse2(tokens).map_err(|error| format!("the code is not Rust: {error}"))?;
        types_of(file)
    };
    generated.tokens.ok_or("no code".to_owned()).and_then(types).map_err(Fault::Ours)
}

/// The types of a document with the one channel `c`, and `Payload`.
fn types_of(mut file: syn::File) -> Result<String, String> {
    let channel = file.items.iter().position(|item| matches!(item, Item::Mod(module) if module.ident == "c"));
    let Item::Mod(channel) = file.items.remove(channel.ok_or("no channel")?) else { return Err("no channel".into()) };
    let payload = payload_of(&channel).ok_or("no message")?;
    let kept =
        file.items.into_iter().filter(|item| !matches!(self_name(item).as_str(), "Client" | "Service" | "servers"));
    file.items = kept.collect();
    // The type stands in a module one further in.
    let payload = payload.to_token_stream().to_string().replace("super ::", "");
    let text = prettyplease::unparse(&file);
    Ok(format!("{text}\n/// What stands at the root.\npub type Payload = {payload};\n"))
}

/// `T` of `pub enum Message { Case(T) }`.
fn payload_of(channel: &syn::ItemMod) -> Option<Type> {
    let (_, items) = channel.content.as_ref()?;
    let message = items.iter().find_map(|item| match item {
        Item::Enum(message) if message.ident == "Message" => Some(message),
        _ => None,
    })?;
    let Fields::Unnamed(fields) = &message.variants.first()?.fields else { return None };
    Some(fields.unnamed.first()?.ty.clone())
}

/// What an item defines, or is an implementation of.
fn self_name(item: &Item) -> String {
    match item {
        Item::Struct(item) => item.ident.to_string(),
        Item::Mod(item) => item.ident.to_string(),
        Item::Impl(item) => match &*item.self_ty {
            Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default(),
            _ => String::new(),
        },
        _ => String::new(),
    }
}
