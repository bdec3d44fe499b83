//! What a handler has beside its message: `Context`, `Session`, `Broadcast`, typed by the channel.

use proc_macro2::TokenStream;
use quote::quote;

use super::check::checked;
use super::item::{docs_under, ident, paragraphs};
use super::sender::{argument, headline, messages};
use crate::model::{Channel, Model, Send};

/// ```text
/// /// What a handler gets beside its message.
/// pub struct Context { inner: rt::Context }
/// /// A session of a peer on channel `chat`.
/// pub struct Session { inner: rt::Session }
/// /// Sends to every open session of the channel.
/// pub struct Broadcast { inner: rt::Broadcast }
/// ```
pub(super) fn emit_session(model: &Model, channel: &Channel) -> TokenStream {
    let context = (!channel.receives.is_empty()).then(|| emit_context(channel));
    let session = emit_session_type(channel);
    let broadcast = (!channel.sends.is_empty()).then(|| emit_broadcast(model, channel));
    quote!(#context #session #broadcast)
}

fn emit_context(channel: &Channel) -> TokenStream {
    let sends = (!channel.sends.is_empty()).then(|| {
        quote! {
            /// Sends to the peer that the message came from, at the message's address.
            #[must_use]
            pub fn sender(&self) -> Channel {
                Channel::new(self.inner.sender())
            }

            /// Sends to every session at the message's address.
            #[must_use]
            pub fn broadcast(&self) -> Broadcast {
                Broadcast { inner: self.inner.broadcast() }
            }
        }
    });
    let handshake = emit_handshake(channel, &quote!(self.inner.session()));
    let (field, parameters) = if channel.parameters.is_empty() {
        (TokenStream::new(), TokenStream::new())
    } else {
        let accessor = quote! {
            /// The parameters of the message's address.
            #[must_use]
            pub fn parameters(&self) -> &Parameters {
                &self.parameters
            }
        };
        (quote!(, parameters: Parameters), accessor)
    };
    quote! {
        /// What a handler gets beside its message. Everything else of [`rt::Context`] by way of `Deref`: the raw message,
        /// its headers, the deadline, the attempt, the span, the identity.
        #[derive(::core::fmt::Debug)]
        pub struct Context { inner: rt::Context #field }
        impl Context {
            /// The session on which the message came.
            #[must_use]
            pub fn session(&self) -> Session {
                Session { inner: rt::Clone::clone(self.inner.session()) }
            }
            #parameters
            #handshake
            #sends
        }
        impl rt::Deref for Context {
            type Target = rt::Context;
            fn deref(&self) -> &rt::Context {
                &self.inner
            }
        }
    }
}

fn emit_session_type(channel: &Channel) -> TokenStream {
    let docs = format!(
        "A peer's session on channel `{}`. Clones are the same session. Everything else of [`rt::Session`] by way of \
         `Deref`: its number, the handshake, the identity, closing it.",
        channel.key
    );
    let docs = paragraphs([docs.as_str()]);
    let sends = (!channel.sends.is_empty()).then(|| {
        quote! {
            /// Another channel's session, to be sent to on this one: channels of one address share their sessions.
            #[must_use]
            pub fn of(session: &rt::Session) -> Self {
                Self { inner: rt::Clone::clone(session) }
            }

            /// Sends to the peer.
            #[must_use]
            pub fn sender(&self) -> Channel {
                Channel::new(self.inner.channel(&CHANNEL))
            }

            /// Sends to every session at this one's address.
            #[must_use]
            pub fn broadcast(&self) -> Broadcast {
                Broadcast { inner: self.inner.broadcast(&CHANNEL) }
            }
        }
    });
    let parameters = (!channel.parameters.is_empty()).then(|| {
        quote! {
            /// The parameters of the address that the peer asked for.
            #[must_use]
            pub fn parameters(&self) -> rt::Option<Parameters> {
                Parameters::from_address(self.inner.address())
            }
        }
    });
    let handshake = emit_handshake(channel, &quote!(self.inner));
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq)]
        pub struct Session { inner: rt::Session }
        impl Session {
            #parameters
            #handshake
            #sends
        }
        impl rt::Deref for Session {
            type Target = rt::Session;
            fn deref(&self) -> &rt::Session {
                &self.inner
            }
        }
    }
}

/// The accessors of what the handshake said.
fn emit_handshake(channel: &Channel, session: &TokenStream) -> TokenStream {
    let both = channel.query.is_some() && channel.handshake_headers.is_some();
    let query = channel.query.as_ref().map(|_| {
        let find = if both {
            quote!(#session.attachment::<(Query, HandshakeHeaders)>().map(|(query, _)| query))
        } else {
            quote!(#session.attachment::<Query>())
        };
        quote! {
            /// The query with which the session was opened; `None` where the transport has none.
            #[must_use]
            pub fn query(&self) -> rt::Option<&Query> {
                #find
            }
        }
    });
    let headers = channel.handshake_headers.as_ref().map(|_| {
        let find = if both {
            quote!(#session.attachment::<(Query, HandshakeHeaders)>().map(|(_, headers)| headers))
        } else {
            quote!(#session.attachment::<HandshakeHeaders>())
        };
        quote! {
            /// The headers with which the session was opened; `None` where the transport has none.
            #[must_use]
            pub fn handshake_headers(&self) -> rt::Option<&HandshakeHeaders> {
                #find
            }
        }
    });
    quote!(#query #headers)
}

fn emit_broadcast(model: &Model, channel: &Channel) -> TokenStream {
    let sends = channel.sends.iter().filter(|send| send.reply.is_none()).map(|send| emit_send(model, channel, send));
    quote! {
        /// Sends to every open session. A message is encoded once; nobody is waited for.
        #[derive(::core::fmt::Debug, ::core::clone::Clone)]
        pub struct Broadcast { inner: rt::Broadcast }
        impl Broadcast {
            /// From outside of a handler: to the sessions at all addresses of the channel.
            #[must_use]
            pub fn new(handle: &rt::ServerHandle) -> Self {
                Self { inner: handle.broadcast(&CHANNEL) }
            }
            #(#sends)*

            /// Only to sessions of which this is true.
            #[must_use]
            pub fn filter(self, wanted: impl ::core::ops::Fn(&Session) -> ::core::primitive::bool + ::core::marker::Send + ::core::marker::Sync + 'static) -> Self {
                let inner = self.inner.filter(move |session| wanted(&Session { inner: rt::Clone::clone(session) }));
                Self { inner }
            }

            /// To the sessions at all addresses of the channel, whatever their parameters.
            #[must_use]
            pub fn all_addresses(self) -> Self {
                Self { inner: self.inner.all_addresses() }
            }

            /// What happens to a session that does not keep up.
            #[must_use]
            pub fn slow_consumers(self, slow: rt::SlowConsumer) -> Self {
                Self { inner: self.inner.slow_consumers(slow) }
            }
        }
    }
}

fn emit_send(model: &Model, channel: &Channel, send: &Send) -> TokenStream {
    let messages = messages(channel, send);
    let first = format!("{} Gives the number of sessions.", headline("sends", &send.key, &messages));
    let docs = docs_under(&first, &send.docs);
    let (name, operation, argument) = (ident(&send.name), ident(&send.static_name), argument(model, channel, send));
    let body = match (&send.choice, messages.as_slice()) {
        (None, [message]) => {
            let (info, value) = (ident(&message.static_name), checked(message, &quote!(message), &send.checks, 0));
            quote!(self.inner.send(&#operation, &#info, #value).await)
        }
        (choice, all) => {
            let choice = choice.as_ref().map_or_else(|| ident(&send.variant), ident);
            let arms = all.iter().enumerate().map(|(at, message)| {
                let (variant, info) = (ident(&message.variant), ident(&message.static_name));
                let value = checked(message, &quote!(message), &send.checks, at);
                quote!(#choice::#variant(message) => self.inner.send(&#operation, &#info, #value).await,)
            });
            quote! {
                let message: #choice = message.into();
                match &message { #(#arms)* }
            }
        }
    };
    quote! {
        #docs
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn #name(&self, message: #argument) -> rt::Result<::core::primitive::usize, rt::SendError> {
            #body
        }
    }
}
