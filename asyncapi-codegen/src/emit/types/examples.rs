//! The document's examples and defaults, offered as functions.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{Types, docs};
use crate::model::{Literal, Struct, TypeDefinition};

impl Types<'_> {
    // ```
    // /// The document's examples of this type.
    // #[must_use]
    // #[inline]
    // pub fn examples() -> rt::Vec<Self> { rt::examples(&["{\"id\":1}"]) }
    // ```
    // `inline`: who does not call it, does not pay for it.
    pub(super) fn examples(&self, definition: &TypeDefinition) -> TokenStream {
        if definition.examples.is_empty() {
            return TokenStream::new();
        }
        let rt = self.rt;
        let texts = definition.examples.iter().map(json);
        quote! {
            /// The document's examples of this type, those that are valid.
            #[must_use]
            #[inline]
            pub fn examples() -> #rt::Vec<Self> { #rt::examples(&[#(#texts),*]) }
        }
    }

    // ```
    // /// The document's default for `window`, which is not filled in.
    // #[must_use]
    // #[inline]
    // pub fn default_window() -> rt::Option<Window> { rt::example("{\"width\":80}") }
    // ```
    pub(super) fn offered_defaults(&self, object: &Struct) -> TokenStream {
        let rt = self.rt;
        let offered = object.fields.iter().filter_map(|field| Some((field, field.offered.as_ref()?)));
        let functions = offered.map(|(field, default)| {
            let plain = field.name.0.strip_prefix("r#").unwrap_or(&field.name.0);
            let (name, ty, text) = (format_ident!("default_{plain}"), self.ty(&field.ty), json(default));
            let sentence = format!(
                " The document's default for {}, which is not filled in where it is absent.",
                docs::code(&field.wire)
            );
            quote! {
                #[doc = #sentence]
                #[must_use]
                #[inline]
                pub fn #name() -> #rt::Option<#ty> { #rt::example(#text) }
            }
        });
        functions.collect()
    }

    /// `impl X { … }`, where there is something to stand in it.
    pub(super) fn own(&self, name: &Ident, items: &[TokenStream]) -> TokenStream {
        if items.iter().all(TokenStream::is_empty) {
            return TokenStream::new();
        }
        quote!(impl #name { #(#items)* })
    }
}

fn json(value: &Literal) -> String {
    let mut text = String::new();
    value.write_json(&mut text);
    text
}
