//! What comes in on a channel: the trait `Receiver`, and the glue that calls it.

use proc_macro2::TokenStream;
use quote::quote;

use super::authorize::{emit_authorize_method, emit_authorized, emit_operation_credentials};
use super::decision::{Branches, emit_decision};
use super::item::{docs_under, ident, message_type, paragraphs};
use super::message::emit_enum;
use super::reply::{emit_answer, reply_type};
use super::sender::headline;
use crate::model::{Channel, Codec, Decision, Message, Model, Receive, decide_operation};

fn messages<'m>(channel: &'m Channel, receive: &Receive) -> Vec<&'m Message> {
    receive.messages.iter().filter_map(|at| channel.messages.get(*at)).collect()
}

/// ```text
/// /// Handles what comes in on channel `chat`. …
/// pub trait Receiver: Send + Sync + 'static {
///     /// Operation `getMessage`: receives `chatMessage`. …
///     fn get_message(&self, message: super::Chat, context: &Context) -> impl rt::Future<Output = rt::Outcome> + Send;
///     fn on_open(…) { … }
///     fn on_close(…) { … }
/// }
/// ```
///
/// Without `#[diagnostic::on_unimplemented]`: rustc does not find it under `no_implicit_prelude` (docs/adr).
pub(super) fn emit_receiver(model: &Model, channel: &Channel) -> TokenStream {
    let key = &channel.key;
    let docs = docs_under(
        &match channel.receives.as_slice() {
            [] => format!(
                "Who connects to channel `{key}` is sent to: nothing comes in. `()` will do where nobody minds."
            ),
            _ => format!("Handles what comes in on channel `{key}`: a method for each operation that receives."),
        },
        &channel.docs,
    );
    let choices = channel.receives.iter().filter_map(|receive| {
        let name = ident(receive.choice.as_ref()?);
        let docs = paragraphs([format!("What operation `{}` receives.", receive.key).as_str()]);
        Some(emit_enum(model, &docs, &name, &messages(channel, receive)))
    });
    let credentials = emit_operation_credentials(channel);
    let methods = channel.receives.iter().map(|receive| {
        let authorize = emit_authorize_method(receive);
        let method = emit_method(model, channel, receive);
        quote!(#authorize #method)
    });
    let nobody = channel.receives.is_empty().then(|| {
        quote! {
            /// Peers connect to be sent to, and nobody minds who comes and goes.
            impl Receiver for () {}
        }
    });
    quote! {
        #(#choices)*
        #credentials
        #docs
        pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
            #(#methods)*

            /// A session begins. An error refuses it: the peer is told, and the session is closed.
            fn on_open(
                &self,
                session: &Session,
            ) -> impl rt::Future<Output = rt::Result<(), rt::Refusal>> + ::core::marker::Send {
                let _ = session;
                rt::ready(rt::Result::Ok(()))
            }

            /// A session has ended.
            fn on_close(
                &self,
                session: &Session,
                reason: &rt::CloseReason,
            ) -> impl rt::Future<Output = ()> + ::core::marker::Send {
                let _ = (session, reason);
                rt::ready(())
            }
        }
        #nobody
    }
}

fn emit_method(model: &Model, channel: &Channel, receive: &Receive) -> TokenStream {
    let messages = messages(channel, receive);
    let docs = docs_under(&headline("receives", &receive.key, &messages), &receive.docs);
    let name = ident(&receive.name);
    let ty = match (&receive.choice, messages.as_slice()) {
        (Some(choice), _) => {
            let choice = ident(choice);
            quote!(#choice)
        }
        (None, [message, ..]) => message_type(model, message),
        (None, []) => quote!(()),
    };
    let outcome = match &receive.reply {
        None => quote!(rt::Outcome),
        Some(reply) => {
            let reply = reply_type(model, reply);
            quote!(rt::Outcome<#reply>)
        }
    };
    quote! {
        #docs
        fn #name(
            &self,
            message: #ty,
            context: &Context,
        ) -> impl rt::Future<Output = #outcome> + ::core::marker::Send;
    }
}

/// ```text
/// /// A receiver, as the service's router sees it.
/// pub(super) struct Route<R>(pub(super) R);
/// impl<R: Receiver> rt::Route for Route<R> { … }
/// ```
pub(super) fn emit_route(channel: &Channel) -> TokenStream {
    let admit = emit_admit(channel);
    let claims = channel.shared.then(|| {
        quote! {
            fn claims(&self, raw: &rt::RawMessage) -> ::core::primitive::bool {
                <Message as rt::Incoming>::claims(raw)
            }
        }
    });
    if channel.receives.is_empty() {
        return emit_silent_route(channel, &admit);
    }
    let operations = channel.receives.iter().any(|it| !it.bindings.is_empty()).then(|| {
        quote! {
            fn operations(&self) -> &'static [&'static rt::OperationInfo] {
                <Message as rt::Incoming>::operations()
            }
        }
    });
    let arms = channel.incoming.iter().filter_map(|at| emit_arm(channel, *at));
    let (find, field) = if channel.parameters.is_empty() {
        (TokenStream::new(), TokenStream::new())
    } else {
        // What the message itself says, where the document has a `location`, must not be something else.
        let agree = channel.parameters.iter().any(|parameter| parameter.location.is_some()).then(|| {
            quote! {
                if let rt::Result::Err(error) = rt::check_locations(&CHANNEL, context.address(), context.raw()) {
                    let error = <rt::DecodeError as rt::From<_>>::from(error);
                    return (context, <rt::Handled as rt::From<_>>::from(error));
                }
            }
        });
        let find = quote! {
            let rt::Option::Some(parameters) = Parameters::from_address(context.address()) else {
                let error = rt::DecodeError::malformed("the address is not one of the channel");
                return (context, <rt::Handled as rt::From<_>>::from(error));
            };
            #agree
        };
        (find, quote!(, parameters))
    };
    let hooks = emit_route_hooks();
    quote! {
        /// A receiver, as the service's router sees it.
        pub(super) struct Route<R>(pub(super) R);
        impl<R: Receiver> rt::Route for Route<R> {
            fn channel(&self) -> &'static rt::ChannelInfo {
                &CHANNEL
            }
            #admit
            #claims
            #operations
            fn handle(&self, context: rt::Context) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
                rt::Box::pin(async move {
                    #find
                    let context = Context { inner: context #field };
                    let handled = rt::guard(async {
                        match <Message as rt::Incoming>::decode(context.inner.raw()) {
                            #(#arms)*
                            rt::Result::Err(error) => <rt::Handled as rt::From<_>>::from(error),
                        }
                    })
                    .await;
                    (context.inner, handled)
                })
            }
            #hooks
        }
    }
}

/// What every route tells its receiver of sessions.
fn emit_route_hooks() -> TokenStream {
    quote! {
        fn on_open(&self, session: rt::Session) -> rt::BoxFuture<'_, rt::Result<(), rt::Refusal>> {
            rt::Box::pin(async move { self.0.on_open(&Session { inner: session }).await })
        }
        fn on_close<'a>(
            &'a self,
            session: rt::Session,
            reason: &'a rt::CloseReason,
        ) -> rt::BoxFuture<'a, ()> {
            rt::Box::pin(async move { self.0.on_close(&Session { inner: session }, reason).await })
        }
    }
}

/// The route of a channel on which nothing comes in.
fn emit_silent_route(channel: &Channel, admit: &TokenStream) -> TokenStream {
    let (key, hooks) = (&channel.key, emit_route_hooks());
    quote! {
        /// Who listens, as the service's router sees it.
        pub(super) struct Route<R>(pub(super) R);
        impl<R: Receiver> rt::Route for Route<R> {
            fn channel(&self) -> &'static rt::ChannelInfo {
                &CHANNEL
            }
            #admit
            fn receives(&self) -> ::core::primitive::bool {
                false
            }
            fn claims(&self, _raw: &rt::RawMessage) -> ::core::primitive::bool {
                false
            }
            fn handle(&self, context: rt::Context) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
                let unknown = rt::DecodeError::unknown_message(#key);
                rt::Box::pin(rt::ready((context, <rt::Handled as rt::From<_>>::from(unknown))))
            }
            #hooks
        }
    }
}

/// What is done with one of the channel's messages: the method of its operation is called; of several, that of which the
/// user says so.
fn emit_arm(channel: &Channel, at: usize) -> Option<TokenStream> {
    let message = channel.messages.get(at)?;
    let receives: Vec<&Receive> = channel.receives.iter().filter(|it| it.messages.contains(&at)).collect();
    let variant = ident(&message.variant);
    let call = |indices: &[usize]| match indices.first().and_then(|at| receives.get(*at)) {
        Some(receive) => emit_authorized(receive, emit_call(receive, message)),
        None => TokenStream::new(),
    };
    let key = &channel.key;
    let unknown = quote!(<rt::Handled as rt::From<_>>::from(rt::DecodeError::unknown_message(#key)));
    let branches = Branches {
        take: &call,
        unknown: unknown.clone(),
        foreign: None,
        lenient: message.codec != Codec::Json,
        broken: Some(unknown),
    };
    let decision = decide_operation(&receives);
    let body = emit_decision(&decision, &branches);
    let raw = (decision != Decision::Only).then(|| quote!(let raw = context.inner.raw();));
    Some(match raw {
        None => quote!(rt::Result::Ok(Message::#variant(message)) => #body,),
        Some(raw) => quote!(rt::Result::Ok(Message::#variant(message)) => { #raw #body }),
    })
}

fn emit_call(receive: &Receive, message: &Message) -> TokenStream {
    let (method, variant) = (ident(&receive.name), ident(&message.variant));
    let value = match receive.choice.as_ref().map(ident) {
        None => quote!(message),
        // By its path: it may be called like the type parameter of the route.
        Some(choice) => quote!(self::#choice::#variant(message)),
    };
    let call = quote!(Receiver::#method(&self.0, #value, &context).await);
    match &receive.reply {
        None => quote!(<rt::Handled as rt::From<_>>::from(#call)),
        Some(reply) => {
            let answer = emit_answer(&ident(&receive.static_name), &ident(&message.static_name), reply);
            quote! {
                match #call {
                    rt::Result::Ok(reply) => <rt::Handled as rt::From<_>>::from(#answer),
                    rt::Result::Err(failure) => rt::Handled::Failed(failure),
                }
            }
        }
    }
}

/// The query and the headers of the handshake, checked before the peer is let in and kept with the session.
fn emit_admit(channel: &Channel) -> TokenStream {
    let read = match (&channel.query, &channel.handshake_headers) {
        (None, None) => return TokenStream::new(),
        (Some(_), None) => quote!(rt::read_query::<Query>(handshake)),
        (None, Some(_)) => quote!(rt::read_handshake_headers::<HandshakeHeaders>(handshake)),
        (Some(_), Some(_)) => quote! {
            rt::read_query::<Query>(handshake)
                .and_then(|query| rt::Result::Ok((query, rt::read_handshake_headers::<HandshakeHeaders>(handshake)?)))
        },
    };
    quote! {
        fn admit(&self, handshake: &rt::Handshake) -> rt::Result<rt::Attachment, rt::Refusal> {
            #read.map(rt::Attachment::new)
        }
    }
}
