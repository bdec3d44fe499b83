//! Who may use an operation that asks for more than its server.

use proc_macro2::TokenStream;
use quote::quote;

use super::item::{ident, paragraphs, slice};
use super::server::emit_found;
use crate::document::{HttpPlace, SecurityKind};
use crate::model::{Channel, Receive, Scheme, Send};

/// ```text
/// /// What a peer proves itself with for operation `say`.
/// pub enum SayCredentials { … }
/// ```
pub(super) fn emit_operation_credentials(channel: &Channel) -> TokenStream {
    let found = channel.receives.iter().filter_map(|receive| {
        let authorization = receive.authorization.as_ref()?;
        let docs = format!("What a peer proves itself with for operation `{}`.", receive.key);
        let name = ident(&authorization.credentials);
        Some(emit_found(&name, &paragraphs([docs.as_str()]), &authorization.security, &authorization.tried))
    });
    found.collect()
}

/// The method of `Receiver` that decides. It has no default: nothing that the document asks for is left unchecked.
pub(super) fn emit_authorize_method(receive: &Receive) -> Option<TokenStream> {
    let authorization = receive.authorization.as_ref()?;
    let (method, credentials) = (ident(&authorization.method), ident(&authorization.credentials));
    let docs = paragraphs([
        format!("Decides whether a peer may use operation `{}`, before its message is handled.", receive.key).as_str(),
        "The credentials are those of the message\'s headers, where the protocol has some, else those of the connection. \
         Without any the message is rejected.",
    ]);
    Some(quote! {
        #docs
        fn #method(
            &self,
            credentials: #credentials,
            context: &Context,
        ) -> impl rt::Future<Output = rt::Outcome> + ::core::marker::Send;
    })
}

/// ```text
/// /// What operation `order` asks for.
/// static ORDER_NEEDS: rt::Needs =
///     rt::Needs { operation: "order", alternatives: &[("`token`", &[rt::Need::Http("bearer")])] };
/// ```
pub(super) fn emit_needs(channel: &Channel) -> TokenStream {
    let needs = channel.sends.iter().filter_map(|send| {
        let needs = send.needs.as_ref()?;
        let (name, operation) = (ident(&needs.static_name), &send.key);
        let alternatives = needs.security.iter().map(|alternative| {
            let names: Vec<_> = alternative.schemes.iter().map(|scheme| format!("`{}`", scheme.key)).collect();
            let names = names.join(" and ");
            let asked = slice(alternative.schemes.iter().filter(|scheme| scheme.shown).filter_map(need));
            quote!((#names, #asked))
        });
        let alternatives = slice(alternatives);
        Some(quote! {
            static #name: rt::Needs = rt::Needs { operation: #operation, alternatives: #alternatives };
        })
    });
    needs.collect()
}

fn need(scheme: &Scheme) -> Option<TokenStream> {
    Some(match &scheme.kind {
        SecurityKind::HttpApiKey { name, place: HttpPlace::Header } => quote!(rt::Need::Header(#name)),
        SecurityKind::HttpApiKey { name, place: HttpPlace::Query } => quote!(rt::Need::Query(#name)),
        SecurityKind::HttpApiKey { name, place: HttpPlace::Cookie } => quote!(rt::Need::Cookie(#name)),
        SecurityKind::Http { scheme, .. } => quote!(rt::Need::Http(#scheme)),
        SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => quote!(rt::Need::Http("bearer")),
        SecurityKind::UserPassword | SecurityKind::Plain => quote!(rt::Need::Http("basic")),
        SecurityKind::ApiKeyAsUser | SecurityKind::ApiKeyAsPassword => quote!(rt::Need::Login),
        _ => return None,
    })
}

/// A reference to a message that goes out only with what its operation asks for.
pub(super) fn presenting(send: &Send, message: TokenStream) -> TokenStream {
    let Some(needs) = &send.needs else { return message };
    let needs = ident(&needs.static_name);
    quote!(&rt::Presenting(#message, &self.link, &#needs))
}

/// The call of an operation, once the peer may use it.
pub(super) fn emit_authorized(receive: &Receive, call: TokenStream) -> TokenStream {
    let Some(authorization) = &receive.authorization else { return call };
    let (method, credentials) = (ident(&authorization.method), ident(&authorization.credentials));
    let refused = format!("no credentials for operation `{}`", receive.key);
    quote! {
        match #credentials::find(&context.inner.presented()) {
            rt::Option::None => {
                let refused: rt::Outcome = rt::Result::Err(rt::Failure::reject(#refused));
                <rt::Handled as rt::From<_>>::from(refused)
            }
            rt::Option::Some(credentials) => match Receiver::#method(&self.0, credentials, &context).await {
                rt::Result::Ok(()) => #call,
                refused => <rt::Handled as rt::From<_>>::from(refused),
            },
        }
    }
}
