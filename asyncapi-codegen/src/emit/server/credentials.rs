//! What a client proves itself with: a method of the endpoint for each alternative of the server's security.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::super::item::{docs_under, ident, paragraphs, slice};
use crate::document::{HttpPlace, SecurityKind};
use crate::model::{Alternative, Scheme, Server};

/// ```text
/// impl<Credentials: rt::Unproven> Production<Credentials> {
///     /// By security scheme `apiKeyHeader`. …
///     pub fn api_key_header(self, key: impl rt::Into<rt::Secret>) -> Production<rt::Given> { … }
/// }
/// impl Production<rt::InMemory> { pub fn insecure(self) -> Production<rt::Given> { … } }
/// ```
pub(super) fn emit_credentials(server: &Server) -> TokenStream {
    if server.security.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&server.name);
    let methods = server.security.iter().map(|alternative| emit_method(server, alternative));
    let scopes = server.security.iter().filter_map(emit_scopes);
    let scopes: Vec<TokenStream> = scopes.collect();
    let scopes = (!scopes.is_empty()).then(|| quote!(impl #name<rt::Missing> { #(#scopes)* }));
    quote! {
        #scopes
        impl<Credentials: rt::Unproven> #name<Credentials> { #(#methods)* }
        impl #name<rt::InMemory> {
            /// Without the credentials that the document asks for: the memory stands in for the server.
            #[must_use]
            pub fn insecure(self) -> #name<rt::Given> {
                #name { inner: self.inner, credentials: rt::PhantomData }
            }
        }
    }
}

/// The scopes that the document asks for, for whoever gets the token.
fn emit_scopes(alternative: &Alternative) -> Option<TokenStream> {
    let scopes: Vec<&String> = alternative.schemes.iter().flat_map(|scheme| &scheme.scopes).collect();
    if scopes.is_empty() {
        return None;
    }
    let name = ident(&alternative.scopes_name);
    let docs = paragraphs([headline(alternative).replacen("By", "The scopes that are asked for by", 1).as_str()]);
    let scopes = slice(scopes);
    Some(quote! {
        #docs
        pub const #name: &'static [&'static ::core::primitive::str] = #scopes;
    })
}

fn emit_method(server: &Server, alternative: &Alternative) -> TokenStream {
    let (name, method) = (ident(&server.name), ident(&alternative.method));
    let docs = docs_under(&headline(alternative), &alternative.docs);
    let alone = alternative.schemes.len() == 1;
    let (arguments, made): (Vec<_>, Vec<_>) =
        alternative.schemes.iter().map(|scheme| credential(scheme, alone)).unzip();
    let arguments = arguments.into_iter().flatten();
    quote! {
        #docs
        #[must_use]
        pub fn #method(self #(, #arguments)*) -> #name<rt::Given> {
            let inner = self.inner #(.credential(#made))*;
            #name { inner, credentials: rt::PhantomData }
        }
    }
}

/// `` By security scheme `a` and `b`. ``
pub(super) fn headline(alternative: &Alternative) -> String {
    let names: Vec<_> = alternative.schemes.iter().map(|scheme| format!("`{}`", scheme.key)).collect();
    match names.as_slice() {
        [] => "Without credentials, which the document allows.".to_owned(),
        [name] => format!("By security scheme {name}."),
        several => format!("By security schemes {}, all of them.", several.join(" and ")),
    }
}

/// The arguments of a scheme with their types, and the credential that they make.
fn credential(scheme: &Scheme, alone: bool) -> (Vec<TokenStream>, TokenStream) {
    let argument = |name: &str| if alone { format_ident!("{name}") } else { format_ident!("{}_{name}", plain(scheme)) };
    let key = argument("key");
    let secret =
        |variant: TokenStream| (vec![quote!(#key: impl rt::Into<rt::Secret>)], quote!(rt::Credential::#variant));
    let password = || user_password(&argument("user"), &argument("password"));
    match &scheme.kind {
        SecurityKind::HttpApiKey { name, place } => {
            let variant = match place {
                HttpPlace::Header => quote!(Header),
                HttpPlace::Query => quote!(Query),
                HttpPlace::Cookie => quote!(Cookie),
            };
            secret(quote!(#variant { name: #name, value: rt::Into::into(#key) }))
        }
        SecurityKind::Http { scheme, .. } if scheme == "basic" => {
            let (arguments, fields) = password();
            (arguments, quote!(rt::Credential::UserPassword { #fields }))
        }
        SecurityKind::UserPassword => {
            let (arguments, fields) = password();
            (arguments, quote!(rt::Credential::UserPassword { #fields }))
        }
        SecurityKind::Plain => sasl(&quote!(Plain), password()),
        SecurityKind::ScramSha256 => sasl(&quote!(ScramSha256), password()),
        SecurityKind::ScramSha512 => sasl(&quote!(ScramSha512), password()),
        SecurityKind::Http { scheme, .. } if scheme != "bearer" => {
            let value = argument("value");
            let made = quote!(rt::Credential::Http { scheme: #scheme, value: rt::Into::into(#value) });
            (vec![quote!(#value: impl rt::Into<rt::Secret>)], made)
        }
        SecurityKind::Http { .. } | SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => {
            let token = argument("token");
            let made = quote!(<rt::Credential as rt::From<rt::Token>>::from(rt::Into::into(#token)));
            (vec![quote!(#token: impl rt::Into<rt::Token>)], made)
        }
        SecurityKind::ApiKeyAsUser => secret(quote!(User(rt::Into::into(#key)))),
        SecurityKind::ApiKeyAsPassword => secret(quote!(Password(rt::Into::into(#key)))),
        SecurityKind::X509 => {
            let certificate = argument("certificate");
            (vec![quote!(#certificate: rt::ClientCertificate)], quote!(rt::Credential::Certificate(#certificate)))
        }
        SecurityKind::Gssapi => {
            let principal = argument("principal");
            let made = quote!(rt::Credential::Gssapi { principal: rt::Into::into(#principal) });
            (vec![quote!(#principal: impl rt::Into<rt::String>)], made)
        }
        SecurityKind::SymmetricEncryption | SecurityKind::AsymmetricEncryption => {
            secret(quote!(EncryptionKey(rt::Into::into(#key))))
        }
    }
}

fn plain(scheme: &Scheme) -> &str {
    scheme.name.0.strip_prefix("r#").unwrap_or(&scheme.name.0)
}

fn sasl(
    mechanism: &TokenStream,
    (arguments, fields): (Vec<TokenStream>, TokenStream),
) -> (Vec<TokenStream>, TokenStream) {
    (arguments, quote!(rt::Credential::Sasl { mechanism: rt::SaslMechanism::#mechanism, #fields }))
}

fn user_password(user: &Ident, password: &Ident) -> (Vec<TokenStream>, TokenStream) {
    let arguments = vec![quote!(#user: impl rt::Into<rt::String>), quote!(#password: impl rt::Into<rt::Secret>)];
    (arguments, quote!(user: rt::Into::into(#user), password: rt::Into::into(#password)))
}
