//! What the emitter writes for `side = counterpart` of the chat, with `types = super::types`.

use super::types::{Chat, Status};
use asyncapi_runtime::__private::v0 as rt;

pub mod chat {
    use super::rt;

    /// What can come in on channel `chat`.
    #[derive(Debug, Clone, PartialEq)]
    pub enum Message {
        ChatMessage(super::Chat),
    }

    impl rt::Incoming for Message {
        fn decode(message: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode(message).map(Self::ChatMessage)
        }
    }

    pub static CHANNEL: rt::ChannelInfo =
        rt::ChannelInfo { name: "chat", address: rt::Some("/"), parameters: &[], servers: &[], bindings: &[] };
    pub static GET_MESSAGE: rt::OperationInfo =
        rt::OperationInfo { name: "getMessage", channel: &CHANNEL, bindings: &[], reply: rt::None };
    pub static USER_JOIN: rt::OperationInfo =
        rt::OperationInfo { name: "userJoin", channel: &CHANNEL, bindings: &[], reply: rt::None };
    pub static CHAT_MESSAGE_INFO: rt::MessageInfo =
        rt::MessageInfo { name: "chatMessage", content_type: "application/json", correlation: rt::None, bindings: &[] };
    pub static USER_JOIN_INFO: rt::MessageInfo =
        rt::MessageInfo { name: "userJoin", content_type: "application/json", correlation: rt::None, bindings: &[] };
    pub use super::super::types::Query;

    /// Sends on channel `chat`.
    #[derive(Debug, Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }

    impl Channel {
        pub fn get_message(
            &self,
            message: &super::Chat,
        ) -> impl rt::Future<Output = rt::Result<(), rt::SendError>> + rt::SendMarker + '_ + use<'_> {
            self.link.send(&GET_MESSAGE, &CHAT_MESSAGE_INFO, message)
        }
        pub fn user_join(
            &self,
            message: &super::Status,
        ) -> impl rt::Future<Output = rt::Result<(), rt::SendError>> + rt::SendMarker + '_ + use<'_> {
            self.link.send(&USER_JOIN, &USER_JOIN_INFO, message)
        }
    }

    /// Receives on channel `chat`.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` does not handle channel `chat`",
        note = "implement `chat::Receiver` for it: chat.yaml:14"
    )]
    pub trait Receiver: rt::SendMarker + rt::Sync + 'static {
        /// Operation `sendMessage`, chat.yaml:55.
        fn send_message(
            &self,
            message: super::Chat,
            context: &Context,
        ) -> impl rt::Future<Output = rt::Outcome> + rt::SendMarker;

        /// A session begins; a refusal closes it.
        fn on_open(&self, session: &Session) -> impl rt::Future<Output = rt::Result<(), rt::Refusal>> + rt::SendMarker {
            let _ = session;
            async { rt::Ok(()) }
        }

        /// A session has ended.
        fn on_close(
            &self,
            session: &Session,
            reason: &rt::CloseReason,
        ) -> impl rt::Future<Output = ()> + rt::SendMarker {
            let _ = (session, reason);
            async {}
        }
    }

    /// A session on channel `chat`.
    #[derive(Debug, Clone)]
    pub struct Session {
        inner: rt::Session,
    }

    impl Session {
        pub fn id(&self) -> u64 {
            self.inner.id()
        }
        pub fn sender(&self) -> Channel {
            Channel { link: self.inner.channel(&CHANNEL) }
        }
        pub fn query(&self) -> rt::Option<&Query> {
            self.inner.attachment()
        }
        pub fn identity<T: ::core::any::Any + rt::SendMarker + rt::Sync>(&self) -> rt::Option<&T> {
            self.inner.identity()
        }
        pub fn close(&self, code: u16, reason: impl rt::Into<rt::SharedStr>) {
            self.inner.close(code, reason)
        }
    }

    /// What a handler on channel `chat` gets to know beside its message.
    #[derive(Debug)]
    pub struct Context {
        inner: rt::Context,
    }

    impl Context {
        pub fn session(&self) -> Session {
            Session { inner: rt::Clone::clone(self.inner.session()) }
        }
        pub fn sender(&self) -> Channel {
            Channel { link: self.inner.sender() }
        }
        pub fn broadcast(&self) -> Broadcast {
            Broadcast { inner: self.inner.broadcast() }
        }
        pub fn raw(&self) -> &rt::RawMessage {
            self.inner.raw()
        }
        pub fn attempt(&self) -> u32 {
            self.inner.attempt()
        }
    }

    /// To every open session of channel `chat`.
    #[derive(Debug, Clone)]
    pub struct Broadcast {
        inner: rt::Broadcast,
    }

    impl Broadcast {
        pub fn new(handle: &rt::ServerHandle) -> Self {
            Self { inner: handle.broadcast(&CHANNEL) }
        }
        pub fn filter(self, wanted: impl Fn(&Session) -> bool + rt::SendMarker + rt::Sync + 'static) -> Self {
            let wanted = move |session: &rt::Session| wanted(&Session { inner: rt::Clone::clone(session) });
            Self { inner: self.inner.filter(wanted) }
        }
        pub fn get_message(
            &self,
            message: &super::Chat,
        ) -> impl rt::Future<Output = rt::Result<usize, rt::SendError>> + rt::SendMarker + '_ + use<'_> {
            self.inner.send(&GET_MESSAGE, &CHAT_MESSAGE_INFO, message)
        }
        pub fn user_join(
            &self,
            message: &super::Status,
        ) -> impl rt::Future<Output = rt::Result<usize, rt::SendError>> + rt::SendMarker + '_ + use<'_> {
            self.inner.send(&USER_JOIN, &USER_JOIN_INFO, message)
        }
    }

    /// Gives the receiver's messages to its methods.
    pub(super) struct Route<R>(pub(super) R);

    impl<R: Receiver> rt::Route for Route<R> {
        fn channel(&self) -> &'static rt::ChannelInfo {
            &CHANNEL
        }
        fn admit(&self, handshake: &rt::Handshake) -> rt::Result<rt::Attachment, rt::Refusal> {
            rt::Ok(rt::Attachment::new(rt::read_query::<Query>(handshake)?))
        }
        fn handle(&self, context: rt::Context) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
            rt::Box::pin(async move {
                let context = Context { inner: context };
                let handled = rt::guard(async {
                    match <Message as rt::Incoming>::decode(context.inner.raw()) {
                        rt::Ok(Message::ChatMessage(message)) => {
                            rt::Handled::from(self.0.send_message(message, &context).await)
                        }
                        rt::Err(error) => rt::Handled::from(error),
                    }
                })
                .await;
                (context.inner, handled)
            })
        }
        fn on_open(&self, session: rt::Session) -> rt::BoxFuture<'_, rt::Result<(), rt::Refusal>> {
            rt::Box::pin(async move { self.0.on_open(&Session { inner: session }).await })
        }
        fn on_close<'a>(&'a self, session: rt::Session, reason: &'a rt::CloseReason) -> rt::BoxFuture<'a, ()> {
            rt::Box::pin(async move { self.0.on_close(&Session { inner: session }, reason).await })
        }
    }
}

/// The service: a receiver for each channel.
#[derive(Debug, Clone)]
pub struct Service<Chat> {
    pub chat: Chat,
}

impl<Chat: chat::Receiver> Service<Chat> {
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([rt::Arc::new(chat::Route(self.chat)) as rt::Arc<dyn rt::Route>])
    }
    pub async fn bind(self, endpoint: impl rt::Into<rt::ServeEndpoint>) -> rt::Result<rt::Bound, rt::ServeError> {
        self.into_server().bind(endpoint).await
    }
    pub async fn serve(self, endpoint: impl rt::Into<rt::ServeEndpoint>) -> rt::Result<(), rt::ServeError> {
        self.into_server().serve(endpoint).await
    }
    pub async fn serve_with_shutdown(
        self,
        endpoint: impl rt::Into<rt::ServeEndpoint>,
        shutdown: impl rt::Future<Output = ()> + rt::SendMarker,
    ) -> rt::Result<(), rt::ServeError> {
        self.into_server().serve_with_shutdown(endpoint, shutdown).await
    }
}

pub mod servers {
    use super::rt;

    static PRODUCTION: rt::ServerInfo = rt::ServerInfo {
        name: "production",
        protocol: "ws",
        protocol_version: Option::None,
        host: "chat.example.com",
        pathname: "",
        variables: &[],
        bindings: &[],
    };

    /// What a peer of server `production` proves itself with.
    #[derive(Debug, Clone)]
    pub enum ProductionCredentials {
        ApiKeyHeader(rt::Secret),
    }

    impl ProductionCredentials {
        fn find(handshake: &rt::Handshake) -> rt::Option<Self> {
            handshake.header_key("X-API-Key").map(Self::ApiKeyHeader)
        }
    }

    /// A listener in the place of server `production`.
    #[derive(Debug, Clone)]
    pub struct ProductionListener<Authenticator = rt::Missing> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }

    pub struct Production;

    impl Production {
        pub fn listen(address: impl rt::Into<rt::String>) -> ProductionListener {
            let inner = rt::ServerBuilder::listen(&PRODUCTION, address.into());
            ProductionListener { inner, authenticator: rt::PhantomData }
        }
        pub fn memory(hub: &rt::memory::Hub) -> ProductionListener {
            let inner = rt::ServerBuilder::memory(&PRODUCTION, hub);
            ProductionListener { inner, authenticator: rt::PhantomData }
        }
    }

    impl ProductionListener {
        pub fn authenticate<F, Fut, Identity>(self, authenticate: F) -> ProductionListener<rt::Given>
        where
            F: Fn(ProductionCredentials, &rt::Handshake) -> Fut + rt::SendMarker + rt::Sync + 'static,
            Fut: rt::Future<Output = rt::Result<Identity, rt::Refusal>> + rt::SendMarker + 'static,
            Identity: ::core::any::Any + rt::SendMarker + rt::Sync,
        {
            let inner = self.inner.authenticate(move |handshake| {
                let checked = ProductionCredentials::find(handshake).map(|found| authenticate(found, handshake));
                async move {
                    match checked {
                        rt::Some(checked) => checked.await,
                        rt::None => rt::Err(rt::Refusal::unauthorized("no credentials")),
                    }
                }
            });
            ProductionListener { inner, authenticator: rt::PhantomData }
        }
        pub fn insecure(self) -> ProductionListener<rt::Given> {
            ProductionListener { inner: self.inner, authenticator: rt::PhantomData }
        }
    }

    impl rt::From<ProductionListener<rt::Given>> for rt::ServeEndpoint {
        fn from(server: ProductionListener<rt::Given>) -> Self {
            server.inner.into_serve()
        }
    }
}
