//! Where a program gets its tokens: the security schemes that have a server of their own, as statics.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::item::{docs_under, ident, option};
use crate::model::{Flow, FlowKind, SchemeInfo, TokenSource};

/// ```text
/// /// Security scheme `oauth`: where tokens come from. …
/// pub static OAUTH: rt::OAuth2Info = rt::OAuth2Info { name: "oauth", flows: &[…] };
/// ```
pub(super) fn emit_scheme(scheme: &SchemeInfo) -> TokenStream {
    let docs = docs_under(&format!("Security scheme `{}`: where tokens come from.", scheme.key), &scheme.docs);
    let (static_name, key) = (ident(&scheme.static_name), &scheme.key);
    match &scheme.source {
        TokenSource::OAuth2(flows) => {
            let flows = flows.iter().map(emit_flow);
            quote! {
                #docs
                pub static #static_name: rt::OAuth2Info = rt::OAuth2Info { name: #key, flows: &[#(#flows),*] };
            }
        }
        TokenSource::OpenId(url) => quote! {
            #docs
            pub static #static_name: rt::OpenIdInfo = rt::OpenIdInfo { name: #key, url: #url };
        },
    }
}

fn emit_flow(flow: &Flow) -> TokenStream {
    let kind = match flow.kind {
        FlowKind::Implicit => quote!(Implicit),
        FlowKind::Password => quote!(Password),
        FlowKind::ClientCredentials => quote!(ClientCredentials),
        FlowKind::AuthorizationCode => quote!(AuthorizationCode),
    };
    let authorization_url = option(flow.authorization_url.as_ref());
    let token_url = option(flow.token_url.as_ref());
    let refresh_url = option(flow.refresh_url.as_ref());
    let scopes = flow.scopes.iter().map(|(name, description)| quote!((#name, #description)));
    quote! {
        rt::OAuth2Flow {
            kind: rt::OAuth2FlowKind::#kind,
            authorization_url: #authorization_url,
            token_url: #token_url,
            refresh_url: #refresh_url,
            scopes: &[#(#scopes),*],
        }
    }
}
