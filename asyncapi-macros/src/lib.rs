//! The `asyncapi!` macro: reads the options, calls the engine, tracks every file read.
//!
//! Users take it from `asyncapi-runtime`, which names itself to it. This crate holds no state between calls, so that
//! rust-analyzer, which keeps it alive, always sees the files as they are.

mod cursor;
mod expand;
mod lint;
mod matches;
mod options;

use proc_macro::TokenStream;
use proc_macro2::{Delimiter, TokenStream as Tokens, TokenTree};

/// Generates the code of an AsyncAPI document: payload types, channels, a client and a service.
///
/// ```ignore
/// asyncapi!("chat.yaml");
/// asyncapi!(spec = "chat.yaml", side = counterpart, types = crate::user);
/// ```
///
/// The path is relative to the crate's root, the folder of its `Cargo.toml`. The generated code names the runtime
/// `::asyncapi_runtime`; `asyncapi_runtime::asyncapi!` is the same macro and works under any name of the crate.
///
/// | option | meaning |
/// |---|---|
/// | `spec = "chat.yaml"` | the document; alone, the path suffices |
/// | `side = application` or `counterpart` | which end of the document's channels; `application` unless said |
/// | `types = crate::user` | the payload types are in that module already, from the same document |
/// | `types_of = "v1.yaml"` | the document of that module, if it is another: types that differ are generated here |
/// | `channels = [chat]`, `operations = [sendMessage]` | only these, by their keys |
/// | `tags = [public]` | of these, only operations that have one of the tags, or whose channel or one of whose messages has |
/// | `rename = { chatMessage = Chat }` | Rust names for names of the document |
/// | `replace = { Timestamp = crate::Timestamp }` | types of yours in place of generated ones; `"Order.amount"` is a property |
/// | `derives = [Hash]` | further derives on payload types |
/// | `match = { userJoin: type == "join" }` | what tells a message from the others of its channel |
/// | `validate = false` | leave out the checks that types do not carry |
/// | `validate_all = true` | what is refused on the way in says all that is wrong with it, not only the first |
/// | `keep_unknown = true` | properties that a schema does not name, and allows, are kept in a map |
/// | `infer_types = true` | a schema without `type` is of the type that its keywords speak of, and of no other |
/// | `arbitrary = true` | each type implements `Arbitrary`: values for tests that satisfy the schema; needs the feature `arbitrary` of the runtime |
/// | `integers = exact` or `i64` | what an integer without bounds is: `i128`, which holds all that JSON can (the default), or `i64` |
/// | `refs = { "https://example.com/x.yaml" = "vendor/x.yaml" }` | local copies of what is on the network |
/// | `allow = [A0301]`, `deny = [A0301]`, `warnings = "allow"` | lints about the document |
#[proc_macro]
pub fn asyncapi(input: TokenStream) -> TokenStream {
    expand::expand(input.into(), quote::quote!(::asyncapi_runtime)).into()
}

/// What `asyncapi_runtime::asyncapi!` calls: the path of the runtime in parentheses, then what the user wrote.
#[doc(hidden)]
#[proc_macro]
pub fn asyncapi_with(input: TokenStream) -> TokenStream {
    let mut tokens = Tokens::from(input).into_iter();
    let runtime = match tokens.next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => group.stream(),
        _ => quote::quote!(::asyncapi_runtime),
    };
    expand::expand(tokens.collect(), runtime).into()
}

#[cfg(test)]
mod tests;
