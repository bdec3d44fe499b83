//! The double of `Sender`: sends nothing and remembers everything.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::item::{ident, message_type, paragraphs};
use super::reply::reply_type;
use super::sender::{argument, bound, messages, output};
use crate::model::{Channel, Model, Send};

/// ```text
/// /// What a [`Recorder`] was given.
/// pub enum Sent { SendMessage(super::Chat) }
/// /// A [`Sender`] for tests: sends nothing, and remembers what it was given.
/// pub struct Recorder { sent: rt::Recorded<Sent> }
/// impl Recorder { pub fn new() -> Self; pub fn sent(&self) -> rt::Vec<Sent>; }
/// impl Sender for Recorder { … }
/// ```
pub(super) fn emit_recorder(model: &Model, channel: &Channel) -> TokenStream {
    if channel.sends.is_empty() {
        return TokenStream::new();
    }
    let variants = channel.sends.iter().map(|send| {
        let docs = paragraphs([format!("By operation `{}`.", send.key).as_str()]);
        let (variant, ty) = (ident(&send.variant), sent_type(model, channel, send));
        quote!(#docs #variant(#ty))
    });
    let replying: Vec<_> = channel.sends.iter().filter_map(|send| Some((send, send.reply.as_ref()?))).collect();
    let fields = replying.iter().map(|(send, reply)| {
        let (field, ty) = (replies(send), reply_type(model, reply));
        quote!(, #field: rt::Recorded<#ty>)
    });
    let starts = replying.iter().map(|(send, _)| {
        let field = replies(send);
        quote!(, #field: rt::Recorded::new())
    });
    let answers = replying.iter().map(|(send, reply)| {
        let (field, ty) = (replies(send), reply_type(model, reply));
        let name = format_ident!("reply_to_{}", plain(send));
        let docs = paragraphs([format!("Adds a reply for a later request of operation `{}`.", send.key).as_str()]);
        quote! {
            #docs
            pub fn #name(&self, reply: #ty) {
                self.#field.push(reply);
            }
        }
    });
    let methods = channel.sends.iter().map(|send| emit_method(model, channel, send));
    quote! {
        /// What a [`Recorder`] was given.
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
        pub enum Sent { #(#variants),* }

        /// A [`Sender`] for tests: sends nothing, and remembers what it was given. Clones remember together.
        #[derive(::core::fmt::Debug, ::core::clone::Clone)]
        pub struct Recorder { sent: rt::Recorded<Sent> #(#fields)* }
        impl Recorder {
            /// A double that was given nothing yet.
            #[must_use]
            pub fn new() -> Self {
                Self { sent: rt::Recorded::new() #(#starts)* }
            }

            /// What it was given so far, in order.
            #[must_use]
            pub fn sent(&self) -> rt::Vec<Sent> {
                self.sent.all()
            }
            #(#answers)*
        }
        impl rt::Default for Recorder {
            fn default() -> Self {
                Self::new()
            }
        }
        impl Sender for Recorder {
            #(#methods)*
        }
    }
}

fn replies(send: &Send) -> Ident {
    format_ident!("replies_to_{}", plain(send))
}

fn plain(send: &Send) -> &str {
    send.name.0.strip_prefix("r#").unwrap_or(&send.name.0)
}

fn sent_type(model: &Model, channel: &Channel, send: &Send) -> TokenStream {
    match (&send.choice, messages(channel, send).as_slice()) {
        (None, [message]) => message_type(model, message),
        (choice, _) => {
            let choice = choice.as_ref().map_or_else(|| ident(&send.variant), ident);
            quote!(#choice)
        }
    }
}

fn emit_method(model: &Model, channel: &Channel, send: &Send) -> TokenStream {
    let (name, variant) = (ident(&send.name), ident(&send.variant));
    let (argument, output, bound) = (argument(model, channel, send), output(model, send), bound(send));
    let message = if send.choice.is_some() { quote!(message.into()) } else { quote!(rt::Clone::clone(message)) };
    let result = match &send.reply {
        None => quote!(rt::Result::Ok(())),
        Some(_) => {
            let field = replies(send);
            let key = &send.key;
            quote! {
                self.#field.take_first().ok_or_else(|| rt::no_recorded_reply(#key))
            }
        }
    };
    quote! {
        fn #name(&self, message: #argument #bound) -> impl rt::Future<Output = #output> + ::core::marker::Send {
            self.sent.push(Sent::#variant(#message));
            rt::ready(#result)
        }
    }
}
