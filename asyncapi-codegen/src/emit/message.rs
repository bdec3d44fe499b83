//! Enums of messages: what can come in on a channel, what an operation takes, what a reply can be.

use crate::collections::SortedMap;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::decision::{Branches, emit_decision};
use super::item::{docs_under, ident, incoming, message_type, names, paragraphs};
use super::told::told;
use crate::model::{Channel, Codec, Decision, Message, Model};

/// What can come in on a channel.
///
/// ```text
/// /// What can come in on channel `chat`.
/// #[derive(…)]
/// pub enum Message { ChatMessage(super::Chat), UserJoin(super::Status) }
/// impl rt::Incoming for Message { fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> { … } }
/// ```
pub(super) fn emit_incoming(model: &Model, channel: &Channel) -> TokenStream {
    if channel.incoming.is_empty() {
        return TokenStream::new();
    }
    let messages: Vec<&Message> = channel.incoming.iter().filter_map(|at| channel.messages.get(*at)).collect();
    let first = format!("What can come in on channel `{}`.", channel.key);
    let docs = paragraphs([first.as_str(), told(&channel.decision, &channel.messages).as_str()]);
    let name = Ident::new("Message", Span::call_site());
    let definition = emit_enum(model, &docs, &name, &messages);
    let body = decoding_body(model, &name, &channel.key, &channel.messages, &channel.incoming, &channel.decision);
    let decoding = match channel.named && (messages.len() > 1 || channel.shared) {
        true => emit_named_decoding(model, &messages, &body),
        false => decoding_method(&body),
    };
    let claims = channel.shared.then(|| emit_claims(channel));
    let operations = emit_operations(channel);
    quote! {
        #definition
        impl rt::Incoming for #name {
            #decoding
            #claims
            #operations
        }
    }
}

/// `fn operations() -> &'static [&'static OperationInfo]`, where a transport finds something in it: bindings.
fn emit_operations(channel: &Channel) -> Option<TokenStream> {
    let bound = channel.receives.iter().any(|it| !it.bindings.is_empty());
    // All of them: that one has no binding says something, too.
    let names = channel.receives.iter().map(|it| ident(&it.static_name));
    bound.then(|| {
        quote! {
            fn operations() -> &'static [&'static rt::OperationInfo] {
                static BOUND: &[&rt::OperationInfo] = &[#(&#names),*];
                BOUND
            }
        }
    })
}

/// An enum with a variant for each message, and `From` each whose type no other one has.
pub(super) fn emit_enum(model: &Model, docs: &TokenStream, name: &Ident, messages: &[&Message]) -> TokenStream {
    let types: Vec<TokenStream> = messages.iter().map(|message| message_type(model, message)).collect();
    let mut uses: SortedMap<String, usize> = SortedMap::new();
    for ty in &types {
        *uses.or_default(ty.to_string()) += 1;
    }
    let variants = messages.iter().zip(&types).map(|(message, ty)| {
        let docs = docs_under(&format!("Message `{}`.", message.key), &message.docs);
        let variant = ident(&message.variant);
        quote!(#docs #variant(#ty))
    });
    let conversions =
        messages.iter().zip(&types).filter(|(_, ty)| uses.get(&ty.to_string()) == Some(&1)).map(|(message, ty)| {
            let variant = ident(&message.variant);
            quote! {
                impl rt::From<#ty> for #name {
                    fn from(message: #ty) -> Self {
                        Self::#variant(message)
                    }
                }
            }
        });
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
        pub enum #name { #(#variants),* }
        #(#conversions)*
    }
}

/// `fn decode(raw) -> Result<Self, DecodeError>` of an enum of messages. `only` is what a message without rules is.
pub(super) fn emit_decoding(
    model: &Model,
    name: &Ident,
    channel: &str,
    messages: &[Message],
    only: &[usize],
    decision: &Decision,
) -> TokenStream {
    decoding_method(&decoding_body(model, name, channel, messages, only, decision))
}

fn decoding_body(
    model: &Model,
    name: &Ident,
    channel: &str,
    messages: &[Message],
    only: &[usize],
    decision: &Decision,
) -> TokenStream {
    let take = |indices: &[usize]| {
        let found = match decision {
            Decision::Only => only,
            Decision::Rules { .. } => indices,
        };
        emit_trial(model, name, &found.iter().filter_map(|at| messages.get(*at)).collect::<Vec<_>>())
    };
    let branches = Branches {
        take: &take,
        unknown: quote!(rt::Result::Err(rt::DecodeError::unknown_message(#channel))),
        foreign: None,
        lenient: is_lenient(messages),
        broken: None,
    };
    emit_decision(decision, &branches)
}

fn decoding_method(body: &TokenStream) -> TokenStream {
    let raw = raw(body);
    quote! {
        fn decode(#raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            #body
        }
    }
}

/// As [`emit_decoding`], after which comes what the protocol itself says that the message is called.
///
/// ```text
/// fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
///     match raw.name() {
///         rt::Option::Some("tick") => return rt::decode(raw).map(Self::Tick),
///         _ => {}
///     }
///     …
/// }
/// ```
fn emit_named_decoding(model: &Model, messages: &[&Message], body: &TokenStream) -> TokenStream {
    let arms = messages.iter().map(|message| {
        let (key, variant, decode) = (&message.key, ident(&message.variant), incoming(model, message));
        quote!(rt::Option::Some(#key) => return #decode.map(Self::#variant),)
    });
    quote! {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            match raw.name() {
                #(#arms)*
                _ => {}
            }
            #body
        }
    }
}

/// The argument `raw`, with an underscore if the body has no use for it.
fn raw(body: &TokenStream) -> Ident {
    Ident::new(if names(body, "raw") { "raw" } else { "_raw" }, Span::call_site())
}

fn is_lenient(messages: &[Message]) -> bool {
    messages.iter().any(|message| message.codec != Codec::Json)
}

/// The first of the messages that decodes; if none does, the error of the first.
fn emit_trial(model: &Model, name: &Ident, messages: &[&Message]) -> TokenStream {
    let Some((first, rest)) = messages.split_first() else {
        return quote!(rt::Result::Err(rt::DecodeError::unknown_message("")));
    };
    let (variant, decode) = (ident(&first.variant), incoming(model, first));
    if rest.is_empty() {
        return quote!(#decode.map(#name::#variant));
    }
    let rest = emit_trial(model, name, rest);
    quote!(match #decode {
        rt::Result::Ok(message) => rt::Result::Ok(#name::#variant(message)),
        rt::Result::Err(error) => (#rest).or(rt::Result::Err(error)),
    })
}

/// `fn claims(raw) -> bool`: whether the rules find a message of this channel, without decoding it.
fn emit_claims(channel: &Channel) -> TokenStream {
    let take = |_: &[usize]| quote!(true);
    // What cannot be read is nobody's: the first channel's policy is asked.
    let branches = Branches {
        take: &take,
        unknown: quote!(false),
        foreign: None,
        lenient: is_lenient(&channel.messages),
        broken: Some(quote!(true)),
    };
    let mut body = emit_decision(&channel.decision, &branches);
    if channel.named {
        let own = channel.incoming.iter().filter_map(|at| channel.messages.get(*at)).map(|message| &message.key);
        body = quote! {
            match raw.name() {
                rt::Option::Some(#(#own)|*) => return true,
                // Of another channel at this address.
                rt::Option::Some(_) => return false,
                rt::Option::None => {}
            }
            #body
        };
    }
    let raw = raw(&body);
    quote! {
        fn claims(#raw: &rt::RawMessage) -> ::core::primitive::bool {
            #body
        }
    }
}
