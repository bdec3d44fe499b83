//! Request–reply: what a reply is, how one is awaited, how one is given.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::authorize::presenting;
use super::check::checked;
use super::decision::{Branches, emit_decision};
use super::item::{ident, message_type, paragraphs};
use super::message::{emit_decoding, emit_enum};
use super::told::told;
use crate::model::{Channel, Decision, Message, Model, Reply, Send};

/// The type of a reply: the message's, or an enum.
pub(super) fn reply_type(model: &Model, reply: &Reply) -> TokenStream {
    match (&reply.choice, reply.messages.as_slice()) {
        (Some(choice), _) => {
            let choice = ident(choice);
            quote!(#choice)
        }
        (None, [message, ..]) => message_type(model, message),
        (None, []) => quote!(rt::RawMessage),
    }
}

/// The type that decodes: the enum, or a private one around the only message.
fn decoder(send: &Send, reply: &Reply) -> TokenStream {
    match (&reply.choice, reply.messages.as_slice()) {
        (Some(choice), _) => ident(choice).to_token_stream(),
        (None, []) => quote!(rt::RawMessage),
        (None, _) => private_decoder(send).to_token_stream(),
    }
}

fn private_decoder(send: &Send) -> Ident {
    format_ident!("{}ReplyDecoder", ident(&send.variant))
}

/// The enums of replies, and what decodes them.
///
/// ```text
/// /// What answers operation `sum`.
/// pub enum SumReply { Sum(super::Sum), Failed(super::Failed) }
/// impl rt::Incoming for SumReply { … }
/// ```
pub(super) fn emit_replies(model: &Model, channel: &Channel) -> TokenStream {
    let mut tokens = TokenStream::new();
    for send in &channel.sends {
        let Some(reply) = &send.reply else { continue };
        if reply.messages.is_empty() {
            continue;
        }
        let name = reply.choice.as_ref().map_or_else(|| private_decoder(send), ident);
        tokens.extend(emit_choice(model, reply, &send.key));
        if reply.choice.is_none() {
            let (ty, variant) = (reply_type(model, reply), reply.messages.first().map(|it| ident(&it.variant)));
            tokens.extend(quote!(enum #name { #variant(#ty) }));
        }
        let all: Vec<usize> = (0..reply.messages.len()).collect();
        let decode = emit_decoding(model, &name, &channel.key, &reply.messages, &all, &reply.decision);
        let claims = reply.claims.as_ref().map(emit_reply_claims);
        tokens.extend(quote!(impl rt::Incoming for #name { #decode #claims }));
    }
    for receive in &channel.receives {
        let Some(reply) = &receive.reply else { continue };
        tokens.extend(emit_choice(model, reply, &receive.key));
    }
    tokens
}

/// `fn claims(raw) -> bool`: whether a message that has the request's id is none of those that plainly are no reply.
fn emit_reply_claims(claims: &Decision) -> TokenStream {
    let take = |_: &[usize]| quote!(true);
    let branches = Branches {
        take: &take,
        unknown: quote!(true),
        foreign: Some(quote!(false)),
        lenient: true,
        broken: Some(quote!(true)),
    };
    let body = emit_decision(claims, &branches);
    quote! {
        fn claims(raw: &rt::RawMessage) -> ::core::primitive::bool {
            #body
        }
    }
}

fn emit_choice(model: &Model, reply: &Reply, key: &str) -> TokenStream {
    let Some(choice) = &reply.choice else { return TokenStream::new() };
    let first = format!("What answers operation `{key}`.");
    let docs = paragraphs([first.as_str(), told(&reply.decision, &reply.messages).as_str()]);
    emit_enum(model, &docs, &ident(choice), &reply.messages.iter().collect::<Vec<_>>())
}

/// The body of a method that sends a request and waits for its reply.
pub(super) fn emit_request(send: &Send, reply: &Reply, messages: &[&Message], operation: &Ident) -> TokenStream {
    let decoder = decoder(send, reply);
    let request = match (&send.choice, messages) {
        (None, [message]) => {
            let (info, value) = (ident(&message.static_name), checked(message, &quote!(message), &send.checks, 0));
            let value = presenting(send, value);
            quote!(self.link.request::<#decoder, _>(&#operation, &#info, #value).await)
        }
        (choice, all) => {
            let choice = choice.as_ref().map_or_else(|| ident(&send.variant), ident);
            let arms = all.iter().enumerate().map(|(at, message)| {
                let (variant, info) = (ident(&message.variant), ident(&message.static_name));
                let value = presenting(send, checked(message, &quote!(message), &send.checks, at));
                quote! {
                    #choice::#variant(message) => {
                        self.link.request::<#decoder, _>(&#operation, &#info, #value).await
                    }
                }
            });
            quote! {{
                let message: #choice = message.into();
                match &message { #(#arms)* }
            }}
        }
    };
    match (&reply.choice, reply.messages.first()) {
        (None, Some(message)) => {
            let variant = ident(&message.variant);
            quote!(#request.map(|#decoder::#variant(reply)| reply))
        }
        _ => request,
    }
}

/// The expression that gives the reply `reply` to the request in `context`, which was message `request`.
pub(super) fn emit_answer(operation: &Ident, request: &Ident, reply: &Reply) -> TokenStream {
    let send = |at: usize, message: &Message, value: TokenStream| {
        let (info, value) = (ident(&message.static_name), checked(message, &value, &reply.checks, at));
        quote!(rt::reply(&context.inner, &#operation, &#request, &#info, #value).await)
    };
    match (&reply.choice, reply.messages.as_slice()) {
        (None, []) => quote!(rt::reply(&context.inner, &#operation, &#request, &rt::UNTYPED, &reply).await),
        (None, [message, ..]) => send(0, message, quote!(&reply)),
        (choice, all) => {
            let choice = choice.as_ref().map(ident);
            let arms = all.iter().enumerate().map(|(at, message)| {
                let (variant, send) = (ident(&message.variant), send(at, message, quote!(reply)));
                quote!(#choice::#variant(reply) => #send,)
            });
            quote!(match &reply { #(#arms)* })
        }
    }
}
