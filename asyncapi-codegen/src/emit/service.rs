//! `Service`: the end of a connection that is pushed to.

use proc_macro2::TokenStream;
use quote::quote;

use super::item::{docs_under, ident, paragraphs};
use crate::model::{Channel, Model};

/// ```text
/// /// A service of Simple Chat API 1.0.0: a receiver for each channel that receives.
/// #[derive(…)]
/// pub struct Service<Chat: chat::Receiver> { pub chat: Chat }  // bound here: the fault is shown where a handler is put in
/// impl<Chat: chat::Receiver> Service<Chat> {
///     pub fn into_server(self) -> rt::Server { rt::Server::new([rt::route(chat::Route(self.chat))]) }
///     pub async fn serve(self, endpoint: impl rt::Serves) -> rt::Result<(), rt::ServeError> { … }
///     …
/// }
/// ```
pub(super) fn emit_service(model: &Model) -> TokenStream {
    let channels: Vec<&Channel> = model.channels.iter().filter(|channel| channel.served).collect();
    if channels.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&model.service);
    let title = model.title.paragraphs.first().map_or("", String::as_str);
    let docs =
        paragraphs([
            format!("A service of {title}: a receiver for each channel that peers send on or connect to.").as_str()
        ]);
    let parameters: Vec<_> = channels.iter().map(|channel| ident(&channel.parameter_name)).collect();
    let fields = channels.iter().map(|channel| {
        let docs = docs_under(&format!("Handles channel `{}`.", channel.key), &channel.docs);
        let (field, ty) = (ident(&channel.name), ident(&channel.parameter_name));
        quote!(#docs pub #field: #ty)
    });
    let bounds = channels.iter().map(|channel| {
        let (module, ty) = (ident(&channel.name), ident(&channel.parameter_name));
        quote!(#ty: #module::Receiver)
    });
    let bounds: Vec<_> = bounds.collect();
    let routes = channels.iter().map(|channel| {
        let module = ident(&channel.name);
        quote!(rt::Arc::new(#module::Route(self.#module)) as rt::Arc<dyn rt::Route>)
    });
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone)]
        pub struct #name<#(#bounds),*> { #(#fields),* }
        impl<#(#bounds),*> #name<#(#parameters),*> {
            /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
            #[must_use]
            pub fn into_server(self) -> rt::Server {
                rt::Server::new([#(#routes),*])
            }

            /// Serves until the transport fails for good.
            ///
            /// # Errors
            /// When the endpoint cannot be served on, or fails.
            pub async fn serve(self, endpoint: impl rt::Serves) -> rt::Result<(), rt::ServeError> {
                self.into_server().serve(rt::Serves::into_serve(endpoint)).await
            }

            /// Serves until `shutdown` is ready; then takes no more, finishes what was taken, and closes.
            ///
            /// # Errors
            /// When the endpoint cannot be served on, or fails.
            pub async fn serve_with_shutdown(
                self,
                endpoint: impl rt::Serves,
                shutdown: impl rt::Future<Output = ()> + ::core::marker::Send,
            ) -> rt::Result<(), rt::ServeError> {
                self.into_server().serve_with_shutdown(rt::Serves::into_serve(endpoint), shutdown).await
            }

            /// Binds the address without serving yet, so that it is known.
            ///
            /// # Errors
            /// When the endpoint cannot be bound or connected to.
            pub async fn bind(self, endpoint: impl rt::Serves) -> rt::Result<rt::Bound, rt::ServeError> {
                self.into_server().bind(rt::Serves::into_serve(endpoint)).await
            }
        }
    }
}
