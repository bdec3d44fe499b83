//! The module of a channel.

use proc_macro2::TokenStream;
use quote::quote;

use super::item::{docs_under, ident, import, type_in_channel};
use super::{authorize, check, info, message, parameters, receiver, recorder, reply, sender, session};
use crate::model::{Additional, Builtin, Channel, Model, Shape, TypeUse};

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
    let statics = info::emit_statics(model, channel);
    let parameters = parameters::emit_parameters(model, channel);
    let incoming = message::emit_incoming(model, channel);
    let replies = reply::emit_replies(model, channel);
    let handle = sender::emit_handle(model, channel);
    let sender = sender::emit_trait(model, channel);
    let recorder = recorder::emit_recorder(model, channel);
    let session = (channel.served || channel.sessions).then(|| session::emit_session(model, channel));
    let receiving = channel.served.then(|| {
        let receiver = receiver::emit_receiver(model, channel);
        let route = receiver::emit_route(channel);
        quote!(#receiver #session #route)
    });
    let receiving = receiving.or(session);
    let checks = check::emit_checks(channel);
    let needs = authorize::emit_needs(channel);
    // A message that no value fits is never given to anybody, which the compiler would remark on.
    let unreachable = has_never(model).then(|| quote!(#[allow(unreachable_code)]));
    // A payload that is text or a list goes out by reference like every other one.
    let plain = |ty: &TypeUse| matches!(ty, TypeUse::Builtin(Builtin::String) | TypeUse::List(_));
    let references = channel
        .messages
        .iter()
        .any(|message| message.headers.is_none() && plain(&message.payload))
        .then(|| quote!(#[allow(clippy::ptr_arg)]));
    quote! {
        #docs
        #unreachable
        #references
        pub mod #name {
            #import
            #query
            #headers
            #statics
            #parameters
            #incoming
            #replies
            #checks
            #needs
            #handle
            #sender
            #recorder
            #receiving
        }
    }
}

/// Whether some type has no values.
fn has_never(model: &Model) -> bool {
    fn is_never(ty: &TypeUse) -> bool {
        match ty {
            TypeUse::Builtin(builtin) => *builtin == Builtin::Never,
            TypeUse::Nullable(inner)
            | TypeUse::List(inner)
            | TypeUse::Map(inner)
            | TypeUse::KeyedMap(_, inner)
            | TypeUse::Boxed(inner) => is_never(inner),
            TypeUse::Ruled(inner, _) => is_never(inner),
            TypeUse::Tuple(items) => items.iter().any(is_never),
            TypeUse::Named(_) | TypeUse::Path(_) => false,
        }
    }
    model.types.iter().any(|definition| match &definition.shape {
        Shape::Struct(shape) => {
            let kept = matches!(&shape.additional, Additional::Kept { value, .. } if is_never(value));
            kept || shape.fields.iter().any(|field| is_never(&field.ty))
        }
        Shape::Union(union) => union.arms.iter().any(|arm| is_never(&arm.ty)),
        Shape::AnyOf(it) => it.arms.iter().any(|arm| is_never(&arm.ty)),
        Shape::Newtype(ty) | Shape::Alias(ty) => is_never(ty),
        Shape::Enum(values) => values.is_empty(),
        Shape::OpenEnum(_) => false,
    })
}
