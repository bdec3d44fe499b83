//! The variables of a server's URL.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::item::{docs_under, ident, option, paragraphs, slice, type_in_channel};
use super::super::parameters::{emit_defaults, headline};
use crate::model::{Model, Server};

/// `rt::VariableInfo { name: "port", values: &[], default: rt::Option::Some("80") }`, one for each.
pub(super) fn emit_variable_infos(server: &Server) -> Vec<TokenStream> {
    let info = server.variables.iter().map(|variable| {
        let (name, values, default) = (&variable.key, slice(&variable.values), option(variable.default.as_ref()));
        quote!(rt::VariableInfo { name: #name, values: #values, default: #default })
    });
    info.collect()
}

/// ```text
/// /// The variables of server `local`.
/// pub struct LocalVariables { pub region: super::LocalRegion, pub port: rt::String }
/// impl LocalVariables { pub fn url(&self) -> rt::Result<rt::String, rt::UrlError> { … } }
/// impl rt::Default for LocalVariables { … }
/// ```
pub(super) fn emit_variables(model: &Model, server: &Server) -> TokenStream {
    if server.variables.is_empty() {
        return TokenStream::new();
    }
    let (name, static_name) = (ident(&server.variables_type), ident(&server.static_name));
    let docs = paragraphs([format!("The variables of server `{}`.", server.key).as_str()]);
    let fields = server.variables.iter().map(|variable| {
        let docs = docs_under(&headline("Variable", variable), &variable.docs);
        let (field, ty) = (ident(&variable.name), type_in_channel(model, &variable.ty));
        quote!(#docs pub #field: #ty)
    });
    let values = server.variables.iter().map(|variable| {
        let (key, field) = (&variable.key, ident(&variable.name));
        quote!((#key, self.#field.as_str()))
    });
    let defaults = emit_defaults(model, &name, &server.variables);
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq)]
        pub struct #name { #(#fields),* }
        impl #name {
            /// The server's URL with these variables.
            ///
            /// # Errors
            /// When a value would not stay in its place in the URL.
            pub fn url(&self) -> rt::Result<rt::String, rt::UrlError> {
                rt::server_url(&#static_name, &[#(#values),*])
            }
        }
        #defaults
    }
}
