//! Reads a YAML document and writes types: as little as needed to link the libraries.

use proc_macro::TokenStream;

/// Types for the document in a string literal.
#[proc_macro]
pub fn types(input: TokenStream) -> TokenStream {
    let text = syn::parse_macro_input!(input as syn::LitStr).value();
    let schema = serde_yaml::from_str(&text).expect("a document");
    let mut space = typify::TypeSpace::default();
    space.add_root_schema(schema).expect("a schema");
    let file = syn::parse2::<syn::File>(space.to_stream()).expect("Rust");
    prettyplease::unparse(&file).parse().expect("tokens")
}
