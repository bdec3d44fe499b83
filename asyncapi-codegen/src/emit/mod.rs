//! Stage 5, **emit**: [`Model`] → tokens. Decides nothing; the shape of what it writes stands above each emitter.
//!
//! Invariant: the output compiles under `#![deny(warnings, missing_docs)]` and in `#![no_implicit_prelude]`: everything
//! that it names comes from the runtime, by way of the one import `rt`, or is a path that starts with `::core`.

mod channel;
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

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Model;
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
    let types = emit_types(model, rt);
    let channels = model.channels.iter().map(|channel| channel::emit_channel(model, channel, rt));
    let client = client::emit_client(model);
    let service = service::emit_service(model);
    let servers = server::emit_servers(model, rt);
    quote! {
        #import_rt
        #types
        #(#channels)*
        #client
        #service
        #servers
    }
}

/// The payload types: here, or from where the user says that they are.
fn emit_types(model: &Model, _rt: &TokenStream) -> TokenStream {
    let Some(path) = &model.types_path else {
        return TokenStream::new();
    };
    let Ok(path) = path.parse::<TokenStream>() else { return TokenStream::new() };
    let names = model.types.iter().map(|definition| item::ident(&definition.name));
    if model.types.is_empty() { TokenStream::new() } else { quote!(pub use #path::{#(#names),*};) }
}
