//! The parameters of a channel's address.

use proc_macro2::TokenStream;
use quote::quote;

use super::item::{docs_under, ident, paragraphs, type_in_channel};
use crate::model::{Builtin, Channel, Model, Parameter, TypeUse};

/// ```text
/// /// The parameters of the address `rooms/{roomId}` of channel `room`.
/// #[derive(…)]
/// pub struct Parameters { pub room_id: rt::String }
/// impl Parameters {
///     pub fn address(&self) -> rt::SharedStr { rt::build_address(&CHANNEL, &[("roomId", …)]) }
///     pub fn from_address(address: &str) -> rt::Option<Self> { … }
/// }
/// ```
pub(super) fn emit_parameters(model: &Model, channel: &Channel) -> TokenStream {
    let (Some(address), false) = (&channel.address, channel.parameters.is_empty()) else { return TokenStream::new() };
    let docs =
        paragraphs([format!("The parameters of the address `{address}` of channel `{}`.", channel.key).as_str()]);
    let fields = channel.parameters.iter().map(|parameter| {
        let mut first = format!("Parameter `{}`.", parameter.key);
        if let Some(default) = &parameter.default {
            first.push_str(&format!(" The document's default is `{default}`."));
        }
        let docs = docs_under(&first, &parameter.docs);
        let (name, ty) = (ident(&parameter.name), type_in_channel(model, &parameter.ty));
        quote!(#docs pub #name: #ty)
    });
    let values = channel.parameters.iter().map(|parameter| {
        let (key, name) = (&parameter.key, ident(&parameter.name));
        quote!((#key, self.#name.as_str()))
    });
    let reads = channel.parameters.iter().map(|parameter| {
        let (name, value) = (ident(&parameter.name), emit_read(model, parameter));
        quote!(#name: #value)
    });
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq)]
        pub struct Parameters { #(#fields),* }

        impl Parameters {
            /// The address with these parameters.
            #[must_use]
            pub fn address(&self) -> rt::SharedStr {
                rt::build_address(&CHANNEL, &[#(#values),*])
            }

            /// The parameters of an address, if it is one of this channel.
            #[must_use]
            pub fn from_address(address: &::core::primitive::str) -> rt::Option<Self> {
                let found = rt::match_address(&CHANNEL, address)?;
                rt::Option::Some(Self { #(#reads),* })
            }
        }
    }
}

fn emit_read(model: &Model, parameter: &Parameter) -> TokenStream {
    let key = &parameter.key;
    match &parameter.ty {
        TypeUse::Builtin(Builtin::String) => quote!(<rt::String as rt::From<_>>::from(found.get(#key)?)),
        ty => {
            let ty = type_in_channel(model, ty);
            quote!(<#ty as ::core::str::FromStr>::from_str(found.get(#key)?).ok()?)
        }
    }
}
