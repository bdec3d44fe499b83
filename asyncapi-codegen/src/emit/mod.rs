//! Stage 5, **emit**: [`Model`] → tokens. Decides nothing; the shape of what it writes stands above each emitter.
//!
//! Invariant: the output compiles under `#![deny(warnings, missing_docs)]` and in `#![no_implicit_prelude]`: everything
//! that it names comes from the runtime, by way of the one import `rt`, or is a path that starts with `::core`.

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

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

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
    if model.types_path.is_some() {
        return TokenStream::new();
    }
    let headers = model.channels.iter().flat_map(messages).filter_map(|message| message.headers.as_ref());
    let named: BTreeSet<TypeId> =
        headers.filter_map(|ty| if let TypeUse::Named(id) = ty { Some(*id) } else { None }).collect();
    let optional = named.into_iter().filter_map(|id| model.types.get(id.0 as usize)).filter(|it| it.traits.default);
    let names = optional.map(|definition| item::ident(&definition.name));
    quote!(#(impl rt::OptionalHeaders for #names {})*)
}

/// The messages of a channel, and those of replies.
fn messages(channel: &Channel) -> impl Iterator<Item = &Message> {
    let asked = channel.sends.iter().filter_map(|send| send.reply.as_ref());
    let given = channel.receives.iter().filter_map(|receive| receive.reply.as_ref());
    channel.messages.iter().chain(asked.chain(given).flat_map(|reply| &reply.messages))
}

/// The payload types: here, or from where the user says that they are.
fn emit_types(model: &Model) -> TokenStream {
    let Some(path) = &model.types_path else {
        return types::emit_types(model, &quote!(rt));
    };
    let Ok(path) = path.parse::<TokenStream>() else { return TokenStream::new() };
    let names = model.types.iter().map(|definition| item::ident(&definition.name));
    let conditions = types::emit_types(model, &quote!(rt));
    let uses = if model.types.is_empty() { TokenStream::new() } else { quote!(pub use #path::{#(#names),*};) };
    quote!(#uses #conditions)
}
