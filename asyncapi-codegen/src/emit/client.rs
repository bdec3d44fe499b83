//! `Client`: the end of a connection that sends and pulls.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::item::{docs_under, ident, paragraphs};
use crate::model::{Channel, Model};

/// ```text
/// /// A client of Simple Chat API 1.0.0. …
/// #[derive(…)]
/// pub struct Client { inner: rt::Client }
/// impl Client {
///     pub async fn connect(endpoint: impl rt::Connects) -> rt::Result<Self, rt::ConnectError> { … }
///     pub async fn connect_with(endpoint, on_connected) -> rt::Result<Self, rt::ConnectError> { … }
///     /// Channel `chat`. …
///     pub fn chat(&self) -> chat::Channel { … }
///     pub fn states(&self) -> rt::ConnectionStates { … }
///     pub async fn close(&self) { … }
/// }
/// ```
pub(super) fn emit_client(model: &Model) -> TokenStream {
    if model.channels.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&model.client);
    let title = model.title.paragraphs.first().map_or("", String::as_str);
    let docs = paragraphs([
        format!("A client of {title}: sends, and pulls what comes in.").as_str(),
        "Clones share the connections.",
    ]);
    let channels: Vec<TokenStream> = model
        .channels
        .iter()
        .map(|channel| {
            let module = ident(&channel.name);
            quote!(&#module::CHANNEL)
        })
        .collect();
    let accessors = model.channels.iter().map(emit_accessor);
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone)]
        pub struct #name { inner: rt::Client }
        impl #name {
            /// Connects.
            ///
            /// # Errors
            /// When the endpoint cannot be used, or the connection is not made.
            pub async fn connect(endpoint: impl rt::Connects) -> rt::Result<Self, rt::ConnectError> {
                rt::Client::connect(rt::Connects::into_connect(endpoint), &[#(#channels),*]).await.map(|inner| Self { inner })
            }

            /// Connects, and runs `on_connected` each time that a connection is made, also after one was lost: the place
            /// for subscriptions that are messages.
            ///
            /// # Errors
            /// When the endpoint cannot be used, or the connection is not made.
            pub async fn connect_with<F, Fut>(
                endpoint: impl rt::Connects,
                on_connected: F,
            ) -> rt::Result<Self, rt::ConnectError>
            where
                F: ::core::ops::Fn(Self) -> Fut + ::core::marker::Send + ::core::marker::Sync + 'static,
                Fut: rt::Future<Output = ()> + ::core::marker::Send + 'static,
            {
                let hook = move |inner| on_connected(Self { inner });
                rt::Client::connect_with(rt::Connects::into_connect(endpoint), &[#(#channels),*], hook).await.map(|inner| Self { inner })
            }

            #(#accessors)*

            /// Watches how the connection is doing.
            #[must_use]
            pub fn states(&self) -> rt::ConnectionStates {
                self.inner.states()
            }

            /// What was not delivered to anybody.
            #[must_use]
            pub fn stats(&self) -> rt::ClientStats {
                self.inner.stats()
            }

            /// Closes the connections, and waits until they are closed.
            pub async fn close(&self) {
                self.inner.close().await;
            }
        }
    }
}

fn emit_accessor(channel: &Channel) -> TokenStream {
    let docs = docs_under(&format!("Channel `{}`.", channel.key), &channel.docs);
    let (accessor, module) = (ident(&channel.accessor), ident(&channel.name));
    let (argument, address) = match (&channel.address, channel.parameters.is_empty()) {
        (None, _) => (quote!(, address: impl rt::Into<rt::SharedStr>), quote!(address)),
        (Some(address), true) => (TokenStream::new(), quote!(#address)),
        (Some(_), false) => {
            let argument = quote!(, parameters: impl rt::Into<#module::OpenParameters>);
            let body = quote! {
                let parameters: #module::OpenParameters = rt::Into::into(parameters);
                #module::Channel::new(self.inner.channel_at(&#module::CHANNEL, parameters.address()))
            };
            return emit_handle(&docs, &accessor, &module, &argument, &body);
        }
    };
    let body = quote!(#module::Channel::new(self.inner.channel(&#module::CHANNEL, #address)));
    emit_handle(&docs, &accessor, &module, &argument, &body)
}

fn emit_handle(
    docs: &TokenStream,
    accessor: &Ident,
    module: &Ident,
    argument: &TokenStream,
    body: &TokenStream,
) -> TokenStream {
    quote! {
        #docs
        #[must_use]
        pub fn #accessor(&self #argument) -> #module::Channel { #body }
    }
}
