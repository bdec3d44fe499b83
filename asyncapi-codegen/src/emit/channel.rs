//! The module of a channel.

use proc_macro2::TokenStream;
use quote::quote;

use super::item::{docs_under, ident, import, type_in_channel};
use super::{info, message, parameters, receiver, recorder, reply, sender, session};
use crate::model::{Channel, Model};

/// ```text
/// /// Channel `chat`. …
/// pub mod chat {
///     use …::__private::v0 as rt;
///     pub use super::ChatQuery as Query;
///     …statics, Message, Channel, Sender, Recorder, Receiver, Context, Session, Broadcast, Parameters…
/// }
/// ```
pub(super) fn emit_channel(model: &Model, channel: &Channel, rt: &TokenStream) -> TokenStream {
    let address = channel.address.as_ref().map(|address| format!(", at `{address}`")).unwrap_or_default();
    let docs = docs_under(&format!("Channel `{}`{address}.", channel.key), &channel.docs);
    let name = ident(&channel.name);
    let import = import(rt);
    let query = channel.query.as_ref().map(|ty| {
        let ty = type_in_channel(model, ty);
        quote!(#[doc(inline)] pub use #ty as Query;)
    });
    let headers = channel.handshake_headers.as_ref().map(|ty| {
        let ty = type_in_channel(model, ty);
        quote!(#[doc(inline)] pub use #ty as HandshakeHeaders;)
    });
    let statics = info::emit_statics(channel);
    let parameters = parameters::emit_parameters(model, channel);
    let incoming = message::emit_incoming(model, channel);
    let replies = reply::emit_replies(model, channel);
    let handle = sender::emit_handle(model, channel);
    let sender = sender::emit_trait(model, channel);
    let recorder = recorder::emit_recorder(model, channel);
    let receiving = (!channel.receives.is_empty()).then(|| {
        let receiver = receiver::emit_receiver(model, channel);
        let session = session::emit_session(model, channel);
        let route = receiver::emit_route(channel);
        quote!(#receiver #session #route)
    });
    quote! {
        #docs
        pub mod #name {
            #import
            #query
            #headers
            #statics
            #parameters
            #incoming
            #replies
            #handle
            #sender
            #recorder
            #receiving
        }
    }
}
