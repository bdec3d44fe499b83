//! What listens in the place of a server, and checks who comes in.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::super::item::{docs_under, ident, paragraphs};
use super::credentials::headline;
use super::start;
use crate::document::{HttpPlace, SecurityKind};
use crate::model::{Alternative, Scheme, Server};

/// ```text
/// /// A listener in the place of server `production`.
/// pub struct ProductionListener<Authenticator = rt::Missing> { … }
/// /// What a peer of server `production` proves itself with.
/// pub enum ProductionCredentials { ApiKeyHeader(rt::Secret) }
/// impl ProductionListener<rt::Missing> { pub fn authenticate(self, authenticate: F) -> ProductionListener<rt::Given> … }
/// rt::endpoint_impls!(serve ProductionListener);
/// ```
pub(super) fn emit_listener(server: &Server) -> TokenStream {
    let (name, listener) = (ident(&server.name), ident(&server.listener));
    let start = start(server);
    let docs = paragraphs([format!("A listener in the place of server `{}`.", server.key).as_str()]);
    let authenticated = (!server.security.is_empty()).then(|| emit_authenticate(server));
    let in_memory = (!server.security.is_empty()).then(|| {
        let credentials = ident(&server.credentials);
        let authenticator = authenticator(&credentials);
        quote! {
            impl #name<rt::InMemory> {
                /// Decides who may come in, as on a [listener](Self::listen).
                #[must_use]
                pub fn authenticate<F, Fut, Identity>(self, authenticate: F) -> #listener<rt::Given> #authenticator {
                    let listener = #listener::<rt::Missing> { inner: self.inner, authenticator: rt::PhantomData };
                    listener.authenticate(authenticate)
                }
            }
        }
    });
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone)]
        pub struct #listener<Authenticator = #start> {
            inner: rt::ServerBuilder,
            authenticator: rt::PhantomData<Authenticator>,
        }
        #authenticated
        #in_memory
        impl<Authenticator> #listener<Authenticator> {
            rt::server_settings!();
        }
        rt::endpoint_impls!(serve #listener);
    }
}

/// What an authenticator is.
fn authenticator(credentials: &Ident) -> TokenStream {
    quote! {
        where
            F: ::core::ops::Fn(#credentials, &rt::Handshake) -> Fut + ::core::marker::Send + ::core::marker::Sync + 'static,
            Fut: rt::Future<Output = rt::Result<Identity, rt::Refusal>> + ::core::marker::Send + 'static,
            Identity: ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
    }
}

fn emit_authenticate(server: &Server) -> TokenStream {
    let (listener, credentials) = (ident(&server.listener), ident(&server.credentials));
    let docs = paragraphs([format!("What a peer of server `{}` proves itself with.", server.key).as_str()]);
    let found = emit_found(&credentials, &docs, &server.security, &server.tried);
    let authenticator = authenticator(&credentials);
    quote! {
        #found
        impl #listener<rt::Missing> {
            /// Decides who may come in: gets the peer's credentials and its handshake, before the connection is made; gives
            /// what the session is known by (`session.identity()`), or a refusal. Without credentials a peer is refused.
            #[must_use]
            pub fn authenticate<F, Fut, Identity>(self, authenticate: F) -> #listener<rt::Given> #authenticator {
                let inner = self.inner.authenticate(move |handshake| {
                    let checked = #credentials::find(handshake).map(|found| authenticate(found, handshake));
                    async move {
                        match checked {
                            rt::Option::Some(checked) => checked.await,
                            rt::Option::None => rt::Result::Err(rt::Refusal::unauthorized("no credentials")),
                        }
                    }
                });
                #listener { inner, authenticator: rt::PhantomData }
            }
        }
    }
}

/// ```text
/// pub enum ProductionCredentials { ApiKeyHeader(rt::Secret) }
/// impl ProductionCredentials { fn find(handshake: &rt::Handshake) -> rt::Option<Self> { … } }
/// ```
pub(in crate::emit) fn emit_found(
    name: &Ident,
    docs: &TokenStream,
    security: &[Alternative],
    tried: &[usize],
) -> TokenStream {
    let variants = security.iter().map(emit_variant);
    let tried: Vec<&Alternative> = tried.iter().filter_map(|at| security.get(*at)).collect();
    let ends = tried.last().is_some_and(|last| !last.schemes.iter().any(|scheme| scheme.shown));
    // Whatever comes behind one that asks for nothing is never reached.
    let count = tried.iter().position(|it| !it.schemes.iter().any(|scheme| scheme.shown)).map(|at| at + 1);
    let finds = tried.iter().take(count.unwrap_or(tried.len())).map(|alternative| emit_find(alternative));
    let none = (!ends).then(|| quote!(rt::Option::None));
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone)]
        pub enum #name { #(#variants),* }
        impl #name {
            #[allow(unused_variables, clippy::needless_return)]
            fn find(handshake: &rt::Handshake) -> rt::Option<Self> {
                #(#finds)*
                #none
            }
        }
    }
}

fn emit_variant(alternative: &Alternative) -> TokenStream {
    let unseen: Vec<_> = alternative.schemes.iter().filter(|scheme| !scheme.shown).collect();
    let mut first = headline(alternative);
    if !unseen.is_empty() {
        let names: Vec<_> = unseen.iter().map(|scheme| format!("`{}`", scheme.key)).collect();
        first.push_str(&format!(" Nothing in a handshake shows {}: decide by what else is known.", names.join(", ")));
    }
    let docs = docs_under(&first, &alternative.docs);
    let variant = ident(&alternative.variant);
    let types: Vec<TokenStream> = alternative.schemes.iter().filter_map(found).flat_map(|(types, _)| types).collect();
    if types.is_empty() { quote!(#docs #variant) } else { quote!(#docs #variant(#(#types),*)) }
}

fn emit_find(alternative: &Alternative) -> TokenStream {
    let variant = ident(&alternative.variant);
    let found: Vec<_> = alternative.schemes.iter().filter_map(found).collect();
    if found.is_empty() {
        return quote!(return rt::Option::Some(Self::#variant););
    }
    let reads = found.iter().map(|(_, read)| read);
    let names: Vec<Ident> = (1..=found.len()).map(|at| format_ident!("found_{at}")).collect();
    let values = found.iter().zip(&names).flat_map(|((types, _), name)| match types.len() {
        2 => vec![quote!(#name.0), quote!(#name.1)],
        _ => vec![quote!(#name)],
    });
    quote! {
        if let (#(rt::Option::Some(#names),)*) = (#(#reads,)*) {
            return rt::Option::Some(Self::#variant(#(#values),*));
        }
    }
}

/// The types of what a scheme proves, and the expression that finds it in `handshake`; `None` where nothing there shows it.
fn found(scheme: &Scheme) -> Option<(Vec<TokenStream>, TokenStream)> {
    let secret = |read: TokenStream| Some((vec![quote!(rt::Secret)], read));
    let basic = || Some((vec![quote!(rt::String), quote!(rt::Secret)], quote!(handshake.basic())));
    if !scheme.shown {
        return None;
    }
    match &scheme.kind {
        SecurityKind::HttpApiKey { name, place: HttpPlace::Header } => secret(quote!(handshake.header_key(#name))),
        SecurityKind::HttpApiKey { name, place: HttpPlace::Query } => secret(quote!(handshake.query_key(#name))),
        SecurityKind::HttpApiKey { name, place: HttpPlace::Cookie } => secret(quote!(handshake.cookie_key(#name))),
        SecurityKind::Http { scheme, .. } if scheme == "basic" => basic(),
        SecurityKind::Http { scheme, .. } if scheme != "bearer" => secret(quote!(handshake.http(#scheme))),
        SecurityKind::Http { .. } | SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => {
            secret(quote!(handshake.bearer()))
        }
        SecurityKind::UserPassword | SecurityKind::Plain => basic(),
        SecurityKind::ApiKeyAsUser => secret(quote!(handshake.basic().map(|(user, _)| rt::Secret::new(user)))),
        SecurityKind::ApiKeyAsPassword => secret(quote!(handshake.basic().map(|(_, password)| password))),
        SecurityKind::X509 => Some((vec![quote!(rt::Certificate)], quote!(handshake.certificate()))),
        SecurityKind::ScramSha256
        | SecurityKind::ScramSha512
        | SecurityKind::Gssapi
        | SecurityKind::SymmetricEncryption
        | SecurityKind::AsymmetricEncryption => None,
    }
}
