//! The module `servers`: what is needed to reach each server, checked by types.

mod credentials;
mod listener;
mod scheme;
mod variables;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use self::credentials::emit_credentials;
pub(super) use self::listener::emit_found;
use self::listener::emit_listener;
use self::scheme::emit_scheme;
use self::variables::{emit_variable_infos, emit_variables};
use super::item::{docs_under, ident, import, option, paragraphs};
use crate::model::{Channel, Model, Server};

/// ```text
/// /// The servers of the document: where clients connect and services serve.
/// pub mod servers {
///     pub enum Server { Production }
///     /// Server `production`: `ws://chat.example.com`. …
///     pub struct Production<Credentials = rt::Missing> { … }
///     impl Production<rt::Missing> { pub fn new() -> Self; pub fn at(url) -> Self; pub fn listen(address) -> … }
///     impl<C: rt::Unproven> Production<C> { pub fn api_key_header(self, key) -> Production<rt::Given> { … } }
///     rt::endpoint_impls!(connect Production);
///     /// What a peer of server `production` proves itself with.
///     pub enum ProductionCredentials { ApiKeyHeader(rt::Secret) }
///     pub struct ProductionListener<Authenticator = rt::Missing> { … }
///     …
/// }
/// ```
pub(super) fn emit_servers(model: &Model, rt: &TokenStream) -> TokenStream {
    if model.servers.is_empty() && model.schemes.is_empty() {
        return TokenStream::new();
    }
    let schemes = model.schemes.iter().map(emit_scheme);
    let choice = emit_choice(model);
    let name = ident(&model.servers_module);
    let import = import(rt);
    let servers = model.servers.iter().map(|server| {
        let endpoint = emit_endpoint(model, server);
        let listener = server.listens.then(|| emit_listener(server));
        quote!(#endpoint #listener)
    });
    quote! {
        /// The servers of the document: where clients connect, and services serve.
        pub mod #name {
            #import
            #choice
            #(#servers)*
            #(#schemes)*
        }
    }
}

/// ```text
/// /// One of the document's servers, for a program that chooses as it runs: …
/// pub enum Server { Production, Local }
/// rt::server_choice!(Server { Production = PRODUCTION, Local = LOCAL });
/// ```
fn emit_choice(model: &Model) -> Option<TokenStream> {
    let first = model.servers.first()?;
    let example = format!("`{:?}.parse::<Server>()`", first.key);
    let docs =
        paragraphs([
            format!("One of the document's servers, for a program that chooses as it runs: {example}.").as_str()
        ]);
    let variants = model.servers.iter().map(|server| {
        // `struct@`: a server may be called as a derive of the prelude.
        let (key, name) = (&server.key, &server.name.0);
        let docs = paragraphs([format!("Server `{key}`: see [`{name}`](struct@{name}).").as_str()]);
        let variant = ident(&server.variant);
        quote!(#docs #variant)
    });
    let pairs = model.servers.iter().map(|server| {
        let (variant, info) = (ident(&server.variant), ident(&server.static_name));
        quote!(#variant = #info)
    });
    Some(quote! {
        #docs
        #[derive(
            ::core::fmt::Debug,
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::hash::Hash
        )]
        pub enum Server { #(#variants),* }
        rt::server_choice!(Server { #(#pairs),* });
    })
}

fn emit_endpoint(model: &Model, server: &Server) -> TokenStream {
    let url = format!("{}://{}{}", server.protocol, server.host, server.pathname);
    let docs = docs_under(&format!("Server `{}`: `{url}`.", server.key), &server.docs);
    let (name, info) = (ident(&server.name), emit_info(server));
    let start = start(server);
    let static_name = ident(&server.static_name);
    let new = emit_new(server, &url);
    let variables = emit_variables(model, server);
    let credentials = emit_credentials(server);
    let memory = if server.security.is_empty() { quote!(rt::Given) } else { quote!(rt::InMemory) };
    let listen = server.listens.then(|| emit_listen(server));
    let handshakes = model.channels.iter().filter(|channel| is_on(channel, server)).map(|it| emit_handshake(model, it));
    quote! {
        #info
        #variables
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone)]
        pub struct #name<Credentials = #start> {
            inner: rt::ServerBuilder,
            credentials: rt::PhantomData<Credentials>,
        }
        impl #name<#start> {
            #new

            /// The server at another URL, or at a host such as `localhost:8787`.
            #[must_use]
            pub fn at(url: impl rt::Into<rt::String>) -> Self {
                let inner = rt::ServerBuilder::at(&#static_name, rt::Into::<rt::String>::into(url));
                Self { inner, credentials: rt::PhantomData }
            }
            #listen
        }
        rt::memory_server!(#name, #static_name, #memory);
        #credentials
        impl<Credentials> #name<Credentials> {
            rt::server_settings!();
            #(#handshakes)*
        }
        rt::endpoint_impls!(connect #name);
    }
}

/// What an endpoint has from the start.
fn start(server: &Server) -> TokenStream {
    if server.security.is_empty() { quote!(rt::Given) } else { quote!(rt::Missing) }
}

fn is_on(channel: &Channel, server: &Server) -> bool {
    channel.servers.is_empty() || channel.servers.contains(&server.key)
}

fn emit_info(server: &Server) -> TokenStream {
    let docs = paragraphs([format!("Server `{}`, as the document has it.", server.key).as_str()]);
    let (static_name, name, protocol) = (ident(&server.static_name), &server.key, &server.protocol);
    let (host, pathname) = (&server.host, &server.pathname);
    let version = option(server.protocol_version.as_ref());
    let variables = emit_variable_infos(server);
    let bindings = super::info::emit_bindings(&server.bindings);
    quote! {
        #docs
        pub static #static_name: rt::ServerInfo = rt::ServerInfo {
            name: #name,
            protocol: #protocol,
            protocol_version: #version,
            host: #host,
            pathname: #pathname,
            variables: &[#(#variables),*],
            bindings: #bindings,
        };
    }
}

fn emit_new(server: &Server, url: &str) -> TokenStream {
    if server.variables.is_empty() {
        return quote! {
            /// The server at the document's own address.
            #[must_use]
            #[allow(clippy::new_without_default)]
            pub fn new() -> Self {
                Self::at(#url)
            }
        };
    }
    let (variables, static_name) = (ident(&server.variables_type), ident(&server.static_name));
    quote! {
        /// The server at the document's own address, with these variables.
        #[must_use]
        pub fn new(variables: &#variables) -> Self {
            let inner = rt::ServerBuilder::at_url(&#static_name, variables.url());
            Self { inner, credentials: rt::PhantomData }
        }
    }
}

fn emit_listen(server: &Server) -> TokenStream {
    let (listener, static_name) = (ident(&server.listener), ident(&server.static_name));
    let start = start(server);
    quote! {
        /// Listens in the place of the server, on an address such as `127.0.0.1:0`.
        #[must_use]
        pub fn listen(address: impl rt::Into<rt::String>) -> #listener<#start> {
            let inner = rt::ServerBuilder::listen(&#static_name, rt::Into::<rt::String>::into(address));
            #listener { inner, authenticator: rt::PhantomData }
        }

        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> #listener<#start> {
            let inner = rt::ServerBuilder::listener(&#static_name, rt::Arc::new(listener));
            #listener { inner, authenticator: rt::PhantomData }
        }
    }
}

fn emit_handshake(model: &Model, channel: &Channel) -> TokenStream {
    let (module, key) = (ident(&channel.name), &channel.key);
    let plain = channel.name.0.strip_prefix("r#").unwrap_or(&channel.name.0);
    let _ = model;
    let query = channel.query.as_ref().map(|_| {
        let name = format_ident!("{plain}_query");
        let docs = paragraphs([format!("The query with which channel `{key}` is opened.").as_str()]);
        quote! {
            #docs
            #[must_use]
            pub fn #name(self, query: super::#module::Query) -> Self {
                Self { inner: self.inner.query(#key, &query), ..self }
            }
        }
    });
    let headers = channel.handshake_headers.as_ref().map(|_| {
        let name = format_ident!("{plain}_headers");
        let docs = paragraphs([format!("The headers with which channel `{key}` is opened.").as_str()]);
        quote! {
            #docs
            #[must_use]
            pub fn #name(self, headers: super::#module::HandshakeHeaders) -> Self {
                Self { inner: self.inner.typed_headers(#key, &headers), ..self }
            }
        }
    });
    quote!(#query #headers)
}
