//! The module `servers`: what is needed to reach each server, checked by types.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::item::{docs_under, ident, import, paragraphs};
use crate::document::{HttpPlace, SecurityKind};
use crate::model::{Alternative, Channel, Model, Scheme, Server};

/// ```text
/// /// The servers of the document: where clients connect and services serve.
/// pub mod servers {
///     /// Server `production`: `ws://chat.example.com`. …
///     pub struct Production<Credentials = rt::Missing> { … }
///     impl Production<rt::Missing> { pub fn new() -> Self; pub fn at(url) -> Self; pub fn listen(address) -> … }
///     impl<C: rt::Unproven> Production<C> { pub fn api_key_header(self, key) -> Production<rt::Given> { … } }
///     impl rt::From<Production<rt::Given>> for rt::ConnectEndpoint { … }
///     /// What a peer of server `production` proves itself with.
///     pub enum ProductionCredentials { ApiKeyHeader(rt::Secret) }
///     pub struct ProductionListener<Authenticator = rt::Missing> { … }
///     …
/// }
/// ```
pub(super) fn emit_servers(model: &Model, rt: &TokenStream) -> TokenStream {
    if model.servers.is_empty() {
        return TokenStream::new();
    }
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
            #(#servers)*
        }
    }
}

fn emit_endpoint(model: &Model, server: &Server) -> TokenStream {
    let url = format!("{}://{}{}", server.protocol, server.host, server.pathname);
    let docs = docs_under(&format!("Server `{}`: `{url}`.", server.key), &server.docs);
    let (name, info) = (ident(&server.name), emit_info(server));
    let start = start(server);
    let static_name = ident(&server.static_name);
    let new = emit_new(server, &url);
    let variables = emit_variables(server);
    let credentials = server.security.iter().map(|alternative| emit_credentials(server, alternative));
    let credentials = (!server.security.is_empty()).then(|| {
        quote! {
            impl<Credentials: rt::Unproven> #name<Credentials> { #(#credentials)* }
            impl #name<rt::InMemory> {
                /// Without the credentials that the document asks for: the memory stands in for the server.
                #[must_use]
                pub fn insecure(self) -> #name<rt::Given> {
                    #name { inner: self.inner, credentials: rt::PhantomData }
                }
            }
        }
    });
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
        impl rt::From<#name<rt::Given>> for rt::ConnectEndpoint {
            fn from(server: #name<rt::Given>) -> Self {
                server.inner.into_connect()
            }
        }
        impl rt::From<#name<rt::Given>> for rt::ServeEndpoint {
            fn from(server: #name<rt::Given>) -> Self {
                server.inner.into_serve()
            }
        }
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
    let version = super::item::option(server.protocol_version.as_ref());
    let (host, pathname) = (&server.host, &server.pathname);
    let bindings = super::info::emit_bindings(&server.bindings);
    quote! {
        #docs
        pub static #static_name: rt::ServerInfo = rt::ServerInfo {
            name: #name,
            protocol: #protocol,
            protocol_version: #version,
            host: #host,
            pathname: #pathname,
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
    let variables = ident(&server.variables_type);
    quote! {
        /// The server at the document's own address, with these variables.
        #[must_use]
        pub fn new(variables: &#variables) -> Self {
            Self::at(variables.url())
        }
    }
}

fn emit_variables(server: &Server) -> TokenStream {
    if server.variables.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&server.variables_type);
    let docs = paragraphs([format!("The variables of server `{}`.", server.key).as_str()]);
    let fields = server.variables.iter().map(|variable| {
        let mut first = format!("Variable `{}`.", variable.key);
        if !variable.values.is_empty() {
            let values: Vec<_> = variable.values.iter().map(|value| format!("`{value}`")).collect();
            first.push_str(&format!(" One of {}.", values.join(", ")));
        }
        let docs = docs_under(&first, &variable.docs);
        let field = ident(&variable.name);
        quote!(#docs pub #field: rt::String)
    });
    let url = format!("{}://{}{}", server.protocol, server.host, server.pathname);
    let replaced = server.variables.iter().map(|variable| {
        let (pattern, field) = (format!("{{{}}}", variable.key), ident(&variable.name));
        quote!(.replace(#pattern, &self.#field))
    });
    let defaults: Option<Vec<TokenStream>> = server
        .variables
        .iter()
        .map(|variable| {
            let (field, value) = (ident(&variable.name), variable.default.as_ref()?);
            Some(quote!(#field: <rt::String as rt::From<_>>::from(#value)))
        })
        .collect();
    let default = defaults.map(|defaults| {
        quote! {
            impl rt::Default for #name {
                fn default() -> Self {
                    Self { #(#defaults),* }
                }
            }
        }
    });
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq)]
        pub struct #name { #(#fields),* }
        impl #name {
            fn url(&self) -> rt::String {
                <rt::String as rt::From<_>>::from(#url) #(#replaced)*
            }
        }
        #default
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

/// The arguments of a scheme with their types, and the credential that they make.
fn credential(scheme: &Scheme, alone: bool) -> (Vec<TokenStream>, Option<TokenStream>) {
    let argument = |name: &str| if alone { format_ident!("{name}") } else { format_ident!("{}_{name}", plain(scheme)) };
    let secret = |variant: TokenStream, name: &str| {
        let name = argument(name);
        (vec![quote!(#name: impl rt::Into<rt::Secret>)], Some(quote!(rt::Credential::#variant(rt::Into::into(#name)))))
    };
    match &scheme.kind {
        SecurityKind::HttpApiKey { name, place } => {
            let variant = match place {
                HttpPlace::Header => quote!(Header),
                HttpPlace::Query => quote!(Query),
                HttpPlace::Cookie => quote!(Cookie),
            };
            let key = argument("key");
            let made = quote!(rt::Credential::#variant { name: #name, value: rt::Into::into(#key) });
            (vec![quote!(#key: impl rt::Into<rt::Secret>)], Some(made))
        }
        SecurityKind::Http { scheme, .. } if scheme == "basic" => {
            user_password(&argument("user"), &argument("password"))
        }
        SecurityKind::UserPassword | SecurityKind::Plain | SecurityKind::ScramSha256 | SecurityKind::ScramSha512 => {
            user_password(&argument("user"), &argument("password"))
        }
        SecurityKind::Http { .. } | SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => {
            secret(quote!(Bearer), "token")
        }
        SecurityKind::ApiKeyAsUser => secret(quote!(User), "key"),
        SecurityKind::ApiKeyAsPassword => secret(quote!(Password), "key"),
        SecurityKind::X509
        | SecurityKind::Gssapi
        | SecurityKind::SymmetricEncryption
        | SecurityKind::AsymmetricEncryption => (Vec::new(), None),
    }
}

fn plain(scheme: &Scheme) -> &str {
    scheme.name.0.strip_prefix("r#").unwrap_or(&scheme.name.0)
}

fn user_password(user: &Ident, password: &Ident) -> (Vec<TokenStream>, Option<TokenStream>) {
    let arguments = vec![quote!(#user: impl rt::Into<rt::String>), quote!(#password: impl rt::Into<rt::Secret>)];
    let made = quote! {
        rt::Credential::UserPassword { user: rt::Into::into(#user), password: rt::Into::into(#password) }
    };
    (arguments, Some(made))
}

fn emit_credentials(server: &Server, alternative: &Alternative) -> TokenStream {
    let (name, method) = (ident(&server.name), ident(&alternative.method));
    let names: Vec<_> = alternative.schemes.iter().map(|scheme| format!("`{}`", scheme.key)).collect();
    let docs = docs_under(&format!("By security scheme {}.", names.join(" and ")), &alternative.docs);
    let alone = alternative.schemes.len() == 1;
    let (arguments, made): (Vec<_>, Vec<_>) =
        alternative.schemes.iter().map(|scheme| credential(scheme, alone)).unzip();
    let arguments = arguments.into_iter().flatten();
    let made = made.into_iter().flatten();
    quote! {
        #docs
        #[must_use]
        pub fn #method(self #(, #arguments)*) -> #name<rt::Given> {
            let inner = self.inner #(.credential(#made))*;
            #name { inner, credentials: rt::PhantomData }
        }
    }
}

fn emit_listener(server: &Server) -> TokenStream {
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
        impl rt::From<#listener<rt::Given>> for rt::ServeEndpoint {
            fn from(listener: #listener<rt::Given>) -> Self {
                listener.inner.into_serve()
            }
        }
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
    let variants = server.security.iter().map(|alternative| {
        let names: Vec<_> = alternative.schemes.iter().map(|scheme| format!("`{}`", scheme.key)).collect();
        let docs = docs_under(&format!("By security scheme {}.", names.join(" and ")), &alternative.docs);
        let variant = ident(&alternative.variant);
        let types = alternative.schemes.iter().flat_map(|scheme| found(&scheme.kind).0);
        let types: Vec<TokenStream> = types.collect();
        if types.is_empty() { quote!(#docs #variant) } else { quote!(#docs #variant(#(#types),*)) }
    });
    let finds = server.security.iter().map(|alternative| {
        let variant = ident(&alternative.variant);
        let found: Vec<_> = alternative.schemes.iter().map(|scheme| found(&scheme.kind)).collect();
        let reads: Vec<&TokenStream> = found.iter().filter_map(|(_, read)| read.as_ref()).collect();
        let names: Vec<Ident> = (1..=reads.len()).map(|at| format_ident!("found_{at}")).collect();
        let values = found.iter().filter(|(_, read)| read.is_some()).zip(&names).flat_map(|((types, _), name)| {
            if types.len() == 2 { vec![quote!(#name.0), quote!(#name.1)] } else { vec![quote!(#name)] }
        });
        if reads.is_empty() {
            return quote!(return rt::Option::Some(Self::#variant););
        }
        quote! {
            if let (#(rt::Option::Some(#names),)*) = (#(#reads,)*) {
                return rt::Option::Some(Self::#variant(#(#values),*));
            }
        }
    });
    // What nothing asks for is always there; nothing behind it is reached.
    let free = |alternative: &Alternative| alternative.schemes.iter().all(|scheme| found(&scheme.kind).1.is_none());
    let count = server.security.iter().position(free).map_or(server.security.len(), |at| at + 1);
    let ends = server.security.iter().any(free);
    let finds = finds.take(count);
    let none = (!ends).then(|| quote!(rt::Option::None));
    let authenticator = authenticator(&credentials);
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone)]
        pub enum #credentials { #(#variants),* }
        impl #credentials {
            #[allow(unused_variables, clippy::needless_return)]
            fn find(handshake: &rt::Handshake) -> rt::Option<Self> {
                #(#finds)*
                #none
            }
        }
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

/// The types of what a scheme proves, and the expression that finds it in `handshake`.
fn found(kind: &SecurityKind) -> (Vec<TokenStream>, Option<TokenStream>) {
    let secret = |read: TokenStream| (vec![quote!(rt::Secret)], Some(read));
    match kind {
        SecurityKind::HttpApiKey { name, place: HttpPlace::Header } => secret(quote!(handshake.header_key(#name))),
        SecurityKind::HttpApiKey { name, place: HttpPlace::Query } => secret(quote!(handshake.query_key(#name))),
        SecurityKind::HttpApiKey { name, place: HttpPlace::Cookie } => secret(quote!(handshake.cookie_key(#name))),
        SecurityKind::Http { scheme, .. } if scheme == "basic" => basic(),
        SecurityKind::UserPassword | SecurityKind::Plain | SecurityKind::ScramSha256 | SecurityKind::ScramSha512 => {
            basic()
        }
        SecurityKind::Http { .. } | SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => {
            secret(quote!(handshake.bearer()))
        }
        SecurityKind::ApiKeyAsUser => secret(quote!(handshake.basic().map(|(user, _)| rt::Secret::new(user)))),
        SecurityKind::ApiKeyAsPassword => secret(quote!(handshake.basic().map(|(_, password)| password))),
        SecurityKind::X509
        | SecurityKind::Gssapi
        | SecurityKind::SymmetricEncryption
        | SecurityKind::AsymmetricEncryption => (Vec::new(), None),
    }
}

fn basic() -> (Vec<TokenStream>, Option<TokenStream>) {
    (vec![quote!(rt::String), quote!(rt::Secret)], Some(quote!(handshake.basic())))
}
