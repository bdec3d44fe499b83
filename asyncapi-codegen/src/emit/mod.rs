//! Stage 5, **emit**: [`Model`] → tokens. Decides nothing; the shape of what it writes stands above each emitter.
//!
//! Invariant: the output compiles under `#![deny(warnings, missing_docs)]` and in `#![no_implicit_prelude]`: everything
//! that it names comes from the runtime, by way of the one import `rt`, or is a path that starts with `::core`.

mod authorize;
mod channel;
mod check;
mod client;
mod decision;
mod info;
mod item;
mod message;
mod parameters;
mod receiver;
mod recorder;
mod reply;
mod sender;
mod server;
mod service;
mod session;
mod told;
pub mod types;

use proc_macro2::TokenStream;
use quote::quote;

use crate::collections::SortedSet;
use crate::model::{Channel, Message, Model, TypeId, TypeUse};
use item::import;

/// Writes everything that a document becomes. `rt` is the path of the runtime.
///
/// ```text
/// use ::asyncapi_runtime::__private::v0 as rt;
/// …types…
/// pub mod chat { … }          // one per channel
/// pub struct Client { … }
/// pub struct Service<Chat> { … }
/// pub mod servers { … }
/// ```
#[must_use]
pub fn emit(model: &Model, rt: &TokenStream) -> TokenStream {
    let import_rt = import(rt);
    let optional = emit_optional_headers(model);
    let types = emit_types(model);
    let channels = model.channels.iter().map(|channel| channel::emit_channel(model, channel, rt));
    let client = client::emit_client(model);
    let service = service::emit_service(model);
    let servers = server::emit_servers(model, rt);
    quote! {
        #import_rt
        #types
        #optional
        #(#channels)*
        #client
        #service
        #servers
    }
}

/// `impl rt::OptionalHeaders for OrderHeaders {}`, so that a payload alone is a message where no header is required.
fn emit_optional_headers(model: &Model) -> TokenStream {
    let headers = model.channels.iter().flat_map(messages).filter_map(|message| message.headers.as_ref());
    let named: SortedSet<TypeId> =
        headers.filter_map(|ty| if let TypeUse::Named(id) = ty { Some(*id) } else { None }).collect();
    let own = named.into_iter().filter(|id| !model.shared.contains(id));
    let optional = own.filter_map(|id| model.types.get(id.0 as usize)).filter(|it| it.traits.default);
    let names = optional.map(|definition| item::ident(&definition.name));
    quote!(#(impl rt::OptionalHeaders for #names {})*)
}

/// The messages of a channel, and those of replies.
fn messages(channel: &Channel) -> impl Iterator<Item = &Message> {
    let asked = channel.sends.iter().filter_map(|send| send.reply.as_ref());
    let given = channel.receives.iter().filter_map(|receive| receive.reply.as_ref());
    channel.messages.iter().chain(asked.chain(given).flat_map(|reply| &reply.messages))
}

/// The payload types: here, or from where the user says that they are; and what they are by their schemas, for those who
/// take them from here.
///
/// ```text
/// pub use crate::user::{Chat, Status};
/// const _: () = assert!(rt::has_type(crate::user::__CONTRACTS, "Chat", 0x1f…), "…");
/// …types…
/// pub const __CONTRACTS: &[(&str, u64)] = &[("Chat", 0x1f…), ("Status", 0x2e…)];
/// ```
fn emit_types(model: &Model) -> TokenStream {
    let types = types::emit_types(model, &quote!(rt));
    let shared = emit_shared(model);
    let all = model.contracts((0..).map(TypeId).zip(&model.types).map(|(id, _)| id));
    let contracts = all.into_iter().map(|(name, contract)| {
        let (name, contract) = (item::text(name), item::number(contract));
        quote!((#name, #contract))
    });
    let contracts = item::slice(contracts);
    if model.types.is_empty() {
        return quote!(#shared #types);
    }
    quote! {
        #shared
        #types
        #[doc(hidden)]
        pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = #contracts;
    }
}

fn emit_shared(model: &Model) -> TokenStream {
    let path = model.types_path.as_ref().and_then(|path| Some((path, path.parse::<TokenStream>().ok()?)));
    let Some((written, path)) = path.filter(|_| !model.shared.is_empty()) else { return TokenStream::new() };
    let shared = model.shared.iter().filter_map(|id| model.types.get(id.0 as usize));
    let names = shared.map(|definition| item::ident(&definition.name));
    let contracts = model.contracts(model.shared.iter().copied());
    let proofs = contracts.into_iter().map(|(name, contract)| {
        let message = item::text(&format!(
            "`{name}` of `{written}` is made from another schema or with other options: see `types_of`"
        ));
        let (name, contract) = (item::text(name), item::number(contract));
        quote!(
            const _: () = ::core::assert!(rt::has_type(#path::__CONTRACTS, #name, #contract), #message);
        )
    });
    quote!(pub use #path::{#(#names),*}; #(#proofs)*)
}
