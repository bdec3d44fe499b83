//! Request–reply: what a reply is, how one is awaited, how one is given.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::item::{ident, message_type, outgoing, paragraphs};
use super::message::{emit_decoding, emit_enum};
use crate::model::{Channel, Message, Model, Reply, Send};

/// The type of a reply: the message's, or an enum.
pub(super) fn reply_type(model: &Model, reply: &Reply) -> TokenStream {
    match (&reply.choice, reply.messages.as_slice()) {
        (Some(choice), _) => {
            let choice = ident(choice);
            quote!(#choice)
        }
        (None, [message, ..]) => message_type(model, message),
        (None, []) => quote!(()),
    }
}

/// The type that decodes: the enum, or a private one around the only message.
fn decoder(send: &Send, reply: &Reply) -> Ident {
    reply.choice.as_ref().map_or_else(|| format_ident!("{}ReplyDecoder", ident(&send.variant)), ident)
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
        let name = decoder(send, reply);
        tokens.extend(emit_choice(model, reply, &send.key));
        if reply.choice.is_none() {
            let (ty, variant) = (reply_type(model, reply), reply.messages.first().map(|it| ident(&it.variant)));
            tokens.extend(quote!(enum #name { #variant(#ty) }));
        }
        let all: Vec<usize> = (0..reply.messages.len()).collect();
        let decode = emit_decoding(model, &name, &channel.key, &reply.messages, &all, &reply.decision);
        tokens.extend(quote!(impl rt::Incoming for #name { #decode }));
    }
    for receive in &channel.receives {
        let Some(reply) = &receive.reply else { continue };
        tokens.extend(emit_choice(model, reply, &receive.key));
    }
    tokens
}

fn emit_choice(model: &Model, reply: &Reply, key: &str) -> TokenStream {
    let Some(choice) = &reply.choice else { return TokenStream::new() };
    let docs = paragraphs([format!("What answers operation `{key}`.").as_str()]);
    emit_enum(model, &docs, &ident(choice), &reply.messages.iter().collect::<Vec<_>>())
}

/// The body of a method that sends a request and waits for its reply.
pub(super) fn emit_request(send: &Send, reply: &Reply, messages: &[&Message], operation: &Ident) -> TokenStream {
    let decoder = decoder(send, reply);
    let request = match (&send.choice, messages) {
        (None, [message]) => {
            let (info, value) = (ident(&message.static_name), outgoing(message, &quote!(message)));
            quote!(self.link.request::<#decoder, _>(&#operation, &#info, #value).await)
        }
        (choice, all) => {
            let choice = choice.as_ref().map_or_else(|| ident(&send.variant), ident);
            let arms = all.iter().map(|message| {
                let (variant, info) = (ident(&message.variant), ident(&message.static_name));
                let value = outgoing(message, &quote!(message));
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
    let send = |message: &Message, value: TokenStream| {
        let (info, value) = (ident(&message.static_name), outgoing(message, &value));
        quote!(rt::reply(&context.inner, &#operation, &#request, &#info, #value).await)
    };
    match (&reply.choice, reply.messages.as_slice()) {
        (None, [message, ..]) => send(message, quote!(&reply)),
        (choice, all) => {
            let choice = choice.as_ref().map(ident);
            let arms = all.iter().map(|message| {
                let (variant, send) = (ident(&message.variant), send(message, quote!(reply)));
                quote!(#choice::#variant(reply) => #send,)
            });
            quote!(match &reply { #(#arms)* })
        }
    }
}
