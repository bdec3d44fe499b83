//! What this side sends on a channel: the handle `Channel`, and the trait `Sender` behind it.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::authorize::presenting;
use super::check::checked;
use super::item::{docs_under, ident, message_type, paragraphs, type_in_channel};
use super::message::emit_enum;
use super::reply;
use crate::model::{Builtin, Channel, Key, Message, Model, Send, TypeUse};

/// The messages of an operation that sends.
pub(super) fn messages<'m>(channel: &'m Channel, send: &Send) -> Vec<&'m Message> {
    send.messages.iter().filter_map(|at| channel.messages.get(*at)).collect()
}

/// The first sentence of a method's docs.
pub(super) fn headline(verb: &str, key: &str, messages: &[&Message]) -> String {
    let names: Vec<String> = messages.iter().map(|message| format!("`{}`", message.key)).collect();
    format!("Operation `{key}`: {verb} {}.", names.join(", "))
}

/// The argument of a method that sends: a reference to the message, or what becomes the operation's enum.
pub(super) fn argument(model: &Model, channel: &Channel, send: &Send) -> TokenStream {
    match (&send.choice, messages(channel, send).as_slice()) {
        (None, [message]) => {
            let ty = message_type(model, message);
            quote!(&#ty)
        }
        _ => {
            let choice = choice(send);
            quote!(impl rt::Into<#choice>)
        }
    }
}

fn choice(send: &Send) -> Ident {
    send.choice.as_ref().map_or_else(|| ident(&send.variant), ident)
}

/// What a method that sends gives.
pub(super) fn output(model: &Model, send: &Send) -> TokenStream {
    match &send.reply {
        None => quote!(rt::Result<(), rt::SendError>),
        Some(reply) => {
            let ty = reply::reply_type(model, reply);
            quote!(rt::Result<#ty, rt::RequestError>)
        }
    }
}

/// ```text
/// /// Channel `chat`: sends and subscribes.
/// #[derive(…)]
/// pub struct Channel { link: rt::ChannelLink }
/// impl Channel {
///     /// Operation `sendMessage`: sends `chatMessage`. …
///     pub fn send_message(&self, message: &super::Chat) -> impl rt::Future<Output = …> + Send + '_ { … }
///     pub async fn subscribe(&self) -> rt::Result<rt::Subscription<Message>, rt::SubscribeError> { … }
///     pub fn with(&self, options: rt::SendOptions) -> Self { … }
///     …
/// }
/// ```
pub(super) fn emit_handle(model: &Model, channel: &Channel) -> TokenStream {
    let docs = docs_under(&format!("A handle on channel `{}`. Cheap to clone.", channel.key), &channel.docs);
    let choices = channel.sends.iter().filter_map(|send| {
        let name = ident(send.choice.as_ref()?);
        let docs = paragraphs([format!("What operation `{}` sends.", send.key).as_str()]);
        Some(emit_enum(model, &docs, &name, &messages(channel, send)))
    });
    let sends = channel.sends.iter().map(|send| emit_send(model, channel, send));
    let subscribe = (!channel.incoming.is_empty()).then(emit_subscribe);
    let options = (!channel.sends.is_empty()).then(emit_options);
    let keys = channel.keys.iter().map(|key| emit_key(model, key));
    quote! {
        #(#choices)*
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone)]
        pub struct Channel {
            link: rt::ChannelLink,
        }
        impl Channel {
            pub(super) fn new(link: rt::ChannelLink) -> Self {
                Self { link }
            }
            #(#sends)*
            #subscribe
            #options
            #(#keys)*
            /// The channel's address, its parameters filled in.
            #[must_use]
            pub fn address(&self) -> &::core::primitive::str {
                self.link.address().as_str()
            }
        }
    }
}

fn emit_send(model: &Model, channel: &Channel, send: &Send) -> TokenStream {
    let messages = messages(channel, send);
    let docs = docs_under(&headline("sends", &send.key, &messages), &send.docs);
    let (name, operation) = (ident(&send.name), ident(&send.static_name));
    let argument = argument(model, channel, send);
    let output = output(model, send);
    let errors = paragraphs(["# Errors", "When the message breaks the document's rules, or is not sent in time."]);
    if let Some(reply) = &send.reply {
        let body = reply::emit_request(send, reply, &messages, &operation);
        return quote! {
            #docs
            #[doc = ""]
            #errors
            pub async fn #name(&self, message: #argument) -> #output {
                #body
            }
        };
    }
    let body = match messages.as_slice() {
        [message] if send.choice.is_none() => {
            let (info, value) = (ident(&message.static_name), checked(message, &quote!(message), &send.checks, 0));
            let value = presenting(send, value);
            quote!(self.link.send(&#operation, &#info, #value))
        }
        all => {
            let choice = choice(send);
            let arms = all.iter().enumerate().map(|(at, message)| {
                let (variant, info) = (ident(&message.variant), ident(&message.static_name));
                let value = presenting(send, checked(message, &quote!(message), &send.checks, at));
                quote!(#choice::#variant(message) => self.link.send(&#operation, &#info, #value),)
            });
            quote! {
                let message: #choice = message.into();
                match &message { #(#arms)* }
            }
        }
    };
    quote! {
        #docs
        #[doc = ""]
        #errors
        pub fn #name(&self, message: #argument) -> rt::Send<'_> {
            #body
        }
    }
}

/// ```text
/// /// The same handle, whose messages go out with this key: that of `placed`.
/// pub fn with_key(&self, key: &super::PlacedKey) -> rt::Result<Self, rt::SendError> { … }
/// ```
fn emit_key(model: &Model, key: &Key) -> TokenStream {
    let messages: Vec<String> = key.messages.iter().map(|name| format!("`{name}`")).collect();
    let docs = format!("The same handle, whose messages go out with this key: that of {}.", messages.join(", "));
    let docs = paragraphs([docs.as_str(), "# Errors", "When the key breaks the rules of its schema."]);
    let name = ident(&key.name);
    let (ty, value) = match &key.ty {
        TypeUse::Builtin(Builtin::String) => (quote!(::core::primitive::str), quote!(&rt::ToOwned::to_owned(key))),
        ty => (type_in_channel(model, ty), quote!(key)),
    };
    quote! {
        #docs
        pub fn #name(&self, key: &#ty) -> rt::Result<Self, rt::SendError> {
            rt::encode_key(#value).map(|key| Self { link: self.link.with_key(key) })
        }
    }
}

fn emit_subscribe() -> TokenStream {
    quote! {
        /// What comes in from now on, as a stream.
        ///
        /// # Errors
        /// When the connection is not made.
        pub async fn subscribe(&self) -> rt::Result<rt::Subscription<Message>, rt::SubscribeError> {
            self.link.subscribe().await
        }
    }
}

fn emit_options() -> TokenStream {
    quote! {
        /// The same handle with other options: key, further headers, deadline.
        #[must_use]
        pub fn with(&self, options: rt::SendOptions) -> Self {
            Self { link: self.link.with(options) }
        }

        /// The same handle, whose messages only go out with the next [`flush`](Self::flush): many small messages then
        /// cost one write.
        #[must_use]
        pub fn batch(&self) -> Self {
            Self { link: self.link.batch() }
        }

        /// Writes out what a [`batch`](Self::batch) holds back.
        ///
        /// # Errors
        /// When it cannot be written.
        pub fn flush(&self) -> rt::Send<'_> {
            self.link.flush()
        }
    }
}

/// ```text
/// /// What this side sends on channel `chat`. …
/// pub trait Sender { fn send_message(&self, message: &super::Chat) -> impl rt::Future<Output = …> + Send; }
/// impl Sender for Channel { … }
/// ```
pub(super) fn emit_trait(model: &Model, channel: &Channel) -> TokenStream {
    if channel.sends.is_empty() {
        return TokenStream::new();
    }
    let docs = paragraphs([
        format!("What this side sends on channel `{}`.", channel.key).as_str(),
        "[`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.",
    ]);
    let methods = channel.sends.iter().map(|send| {
        let docs = docs_under(&headline("sends", &send.key, &messages(channel, send)), &send.docs);
        let (name, argument, output) = (ident(&send.name), argument(model, channel, send), output(model, send));
        let bound = bound(send);
        quote! {
            #docs
            fn #name(&self, message: #argument #bound) -> impl rt::Future<Output = #output> + ::core::marker::Send;
        }
    });
    let forwards = channel.sends.iter().map(|send| {
        let (name, argument, output) = (ident(&send.name), argument(model, channel, send), output(model, send));
        let bound = bound(send);
        quote! {
            fn #name(&self, message: #argument #bound) -> impl rt::Future<Output = #output> + ::core::marker::Send {
                Self::#name(self, message)
            }
        }
    });
    quote! {
        #docs
        pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
            #(#methods)*
        }
        impl Sender for Channel {
            #(#forwards)*
        }
    }
}

/// A future that holds what becomes a message can only be sent if that can.
pub(super) fn bound(send: &Send) -> TokenStream {
    if send.choice.is_some() { quote!(+ ::core::marker::Send) } else { TokenStream::new() }
}
