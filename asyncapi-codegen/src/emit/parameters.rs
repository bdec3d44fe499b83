//! The parameters of a channel's address.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::item::{docs_under, ident, paragraphs, type_in_channel};
use crate::model::{Builtin, Channel, Literal, Model, Parameter, Shape, TypeUse};

/// ```text
/// /// The parameters of the address `rooms/{roomId}` of channel `room`.
/// #[derive(…)]
/// pub struct Parameters { pub room_id: rt::String }
/// impl Parameters {
///     pub fn address(&self) -> rt::Result<rt::SharedStr, rt::AddressError> { … }
///     pub fn from_address(address: &str) -> rt::Option<Self> { … }
/// }
/// /// The same with some left open. …
/// #[derive(…)]
/// pub struct OpenParameters { pub room_id: rt::Option<rt::String> }
/// impl OpenParameters { pub fn address(&self) -> rt::Result<rt::SharedStr, rt::AddressError> { … } }
/// impl rt::From<Parameters> for OpenParameters { … }
/// ```
pub(super) fn emit_parameters(model: &Model, channel: &Channel) -> TokenStream {
    let (Some(address), false) = (&channel.address, channel.parameters.is_empty()) else { return TokenStream::new() };
    let docs =
        paragraphs([format!("The parameters of the address `{address}` of channel `{}`.", channel.key).as_str()]);
    let fields = channel.parameters.iter().map(|parameter| {
        let docs = docs_under(&headline("Parameter", parameter), &parameter.docs);
        let (name, ty) = (ident(&parameter.name), type_in_channel(model, &parameter.ty));
        quote!(#docs pub #name: #ty)
    });
    let values = channel.parameters.iter().map(|parameter| {
        let (key, name) = (&parameter.key, ident(&parameter.name));
        quote!((#key, rt::Option::Some(self.#name.as_str())))
    });
    let reads = channel.parameters.iter().map(|parameter| {
        let (name, value) = (ident(&parameter.name), emit_read(model, parameter));
        quote!(#name: #value)
    });
    let defaults = emit_defaults(model, &Ident::new("Parameters", proc_macro2::Span::call_site()), &channel.parameters);
    let open = emit_open(model, channel);
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq)]
        pub struct Parameters { #(#fields),* }

        impl Parameters {
            /// The address with these parameters.
            ///
            /// # Errors
            /// When a value cannot stand in the address, so that it would be another one.
            pub fn address(&self) -> rt::Result<rt::SharedStr, rt::AddressError> {
                rt::fill_address(&CHANNEL, &[#(#values),*])
            }

            /// The parameters of an address, if it is one of this channel.
            #[must_use]
            pub fn from_address(address: &::core::primitive::str) -> rt::Option<Self> {
                let found = rt::match_address(&CHANNEL, address)?;
                rt::Option::Some(Self { #(#reads),* })
            }
        }
        #defaults
        #open
    }
}

fn emit_open(model: &Model, channel: &Channel) -> TokenStream {
    let fields = channel.parameters.iter().map(|parameter| {
        let docs = paragraphs([format!("Parameter `{}`; `None` leaves it open.", parameter.key).as_str()]);
        let (name, ty) = (ident(&parameter.name), type_in_channel(model, &parameter.ty));
        quote!(#docs pub #name: rt::Option<#ty>)
    });
    let values = channel.parameters.iter().map(|parameter| {
        let (key, name) = (&parameter.key, ident(&parameter.name));
        quote!((#key, self.#name.as_ref().map(|value| value.as_str())))
    });
    let names: Vec<_> = channel.parameters.iter().map(|parameter| ident(&parameter.name)).collect();
    let located = channel.parameters.iter().any(|parameter| parameter.location.is_some());
    let sends = match located {
        true => "A message that is sent says itself what is open, where the document has a `location` for it.",
        false => "A message cannot be sent where something is open.",
    };
    let docs = paragraphs([
        "Parameters of which some are left open: a subscription then takes the messages of all their values, and \
         [`Parameters::from_address`] tells which they are.",
        sends,
    ]);
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq)]
        pub struct OpenParameters { #(#fields),* }

        impl OpenParameters {
            /// The address, in which what is open stands in braces.
            ///
            /// # Errors
            /// When a value cannot stand in the address, so that it would be another one.
            pub fn address(&self) -> rt::Result<rt::SharedStr, rt::AddressError> {
                rt::fill_address(&CHANNEL, &[#(#values),*])
            }
        }
        /// All are open.
        impl rt::Default for OpenParameters {
            fn default() -> Self {
                Self { #(#names: rt::Option::None),* }
            }
        }
        impl rt::From<Parameters> for OpenParameters {
            fn from(parameters: Parameters) -> Self {
                Self { #(#names: rt::Option::Some(parameters.#names)),* }
            }
        }
    }
}

/// ``Parameter `event`. The document's default is `measured`; examples: `on`, `off`.``
pub(super) fn headline(what: &str, parameter: &Parameter) -> String {
    let mut line = format!("{what} `{}`.", parameter.key);
    if let Some(default) = &parameter.default {
        line.push_str(&format!(" The document's default is `{default}`."));
    }
    if !parameter.examples.is_empty() {
        let examples: Vec<_> = parameter.examples.iter().map(|example| format!("`{example}`")).collect();
        line.push_str(&format!(" For example {}.", examples.join(", ")));
    }
    line
}

/// `Default` where all have a default; a constructor that takes the others where some have.
pub(super) fn emit_defaults(model: &Model, name: &Ident, parameters: &[Parameter]) -> TokenStream {
    let values: Vec<_> = parameters.iter().map(|parameter| default_value(model, parameter)).collect();
    if values.iter().all(Option::is_none) {
        return TokenStream::new();
    }
    let fields = parameters.iter().zip(&values).map(|(parameter, value)| {
        let field = ident(&parameter.name);
        match value {
            Some(value) => quote!(#field: #value),
            None => quote!(#field: rt::Into::into(#field)),
        }
    });
    let missing: Vec<TokenStream> = parameters
        .iter()
        .zip(&values)
        .filter(|(_, value)| value.is_none())
        .map(|(parameter, _)| {
            let (field, ty) = (ident(&parameter.name), type_in_channel(model, &parameter.ty));
            quote!(#field: impl rt::Into<#ty>)
        })
        .collect();
    if missing.is_empty() {
        return quote! {
            /// What the document says where nothing else is given.
            impl rt::Default for #name {
                fn default() -> Self {
                    Self { #(#fields),* }
                }
            }
        };
    }
    quote! {
        impl #name {
            /// With the document's defaults for the others.
            #[must_use]
            pub fn new(#(#missing),*) -> Self {
                Self { #(#fields),* }
            }
        }
    }
}

fn default_value(model: &Model, parameter: &Parameter) -> Option<TokenStream> {
    let default = parameter.default.as_ref()?;
    let TypeUse::Named(id) = &parameter.ty else {
        return Some(quote!(<rt::String as rt::From<_>>::from(#default)));
    };
    let Shape::Enum(values) = &model.types.get(id.0 as usize)?.shape else { return None };
    let value = values.iter().find(|value| value.literal == Literal::String(default.clone()))?;
    let (ty, variant) = (type_in_channel(model, &parameter.ty), ident(&value.name));
    Some(quote!(#ty::#variant))
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
