#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// Channel `/`, at `/`.
///
/// From `asyncapi.yaml:48`.
pub mod root {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `/`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "/",
        address: rt::Option::Some("/"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `ping`, as the document has it.
    pub static PING_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "ping",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Location::Payload("/reqid")),
        bindings: &[],
    };
    /// Message `subscribe`, as the document has it.
    pub static SUBSCRIBE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "subscribe",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Location::Payload("/reqid")),
        bindings: &[],
    };
    /// Message `unsubscribe`, as the document has it.
    pub static UNSUBSCRIBE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "unsubscribe",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Location::Payload("/reqid")),
        bindings: &[],
    };
    /// Message `pong`, as the document has it.
    pub static PONG_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "pong",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Location::Payload("/reqid")),
        bindings: &[],
    };
    /// Message `heartbeat`, as the document has it.
    pub static HEARTBEAT_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "heartbeat",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `systemStatus`, as the document has it.
    pub static SYSTEM_STATUS_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "systemStatus",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `subscriptionStatus`, as the document has it.
    pub static SUBSCRIPTION_STATUS_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "subscriptionStatus",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Location::Payload("/reqid")),
        bindings: &[],
    };
    /// Operation `processMessage`, as the document has it.
    pub static PROCESS_MESSAGE: rt::OperationInfo = rt::OperationInfo {
        name: "processMessage",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `sendMessage`, as the document has it.
    pub static SEND_MESSAGE: rt::OperationInfo = rt::OperationInfo {
        name: "sendMessage",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `/`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `ping`.
        ///
        /// Ping server to determine whether connection is alive
        ///
        /// Client can ping server to determine whether connection is alive, server responds with pong. This is an application level ping as opposed to default ping in websockets standard which is server initiated
        ///
        /// From `asyncapi.yaml:67`.
        Ping(super::Ping),
        /// Message `subscribe`.
        ///
        /// Subscribe to a topic on a single or multiple currency pairs.
        ///
        /// From `asyncapi.yaml:83`.
        Subscribe(super::Subscribe),
        /// Message `unsubscribe`.
        ///
        /// Unsubscribe, can specify a channelID or multiple currency pairs.
        ///
        /// From `asyncapi.yaml:89`.
        Unsubscribe(super::Unsubscribe),
    }
    impl rt::From<super::Ping> for Message {
        fn from(message: super::Ping) -> Self {
            Self::Ping(message)
        }
    }
    impl rt::From<super::Subscribe> for Message {
        fn from(message: super::Subscribe) -> Self {
            Self::Subscribe(message)
        }
    }
    impl rt::From<super::Unsubscribe> for Message {
        fn from(message: super::Unsubscribe) -> Self {
            Self::Unsubscribe(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            let [kind] = rt::scan(&raw.payload, ["event"])?;
            match kind.as_str() {
                rt::Option::Some("ping") => rt::decode(raw).map(Message::Ping),
                rt::Option::Some("subscribe") => rt::decode(raw).map(Message::Subscribe),
                rt::Option::Some("unsubscribe") => {
                    rt::decode(raw).map(Message::Unsubscribe)
                }
                _ => rt::Result::Err(rt::DecodeError::unknown_message("/")),
            }
        }
    }
    /// What operation `processMessage` sends.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum ProcessMessage {
        /// Message `pong`.
        ///
        /// Pong is a response to ping message
        ///
        /// Server pong response to a ping to determine whether connection is alive. This is an application level pong as opposed to default pong in websockets standard which is sent by client in response to a ping
        ///
        /// From `asyncapi.yaml:75`.
        Pong(super::Pong),
        /// Message `heartbeat`.
        ///
        /// Server heartbeat sent if no subscription traffic within 1 second (approximately)
        ///
        /// From `asyncapi.yaml:127`.
        Heartbeat(super::Heartbeat),
        /// Message `systemStatus`.
        ///
        /// Status sent on connection or system status changes.
        ///
        /// From `asyncapi.yaml:122`.
        SystemStatus(super::SystemStatus),
        /// Message `subscriptionStatus`.
        ///
        /// Subscription status response to subscribe, unsubscribe or exchange initiated unsubscribe.
        ///
        /// From `asyncapi.yaml:95`.
        SubscriptionStatus(super::SubscriptionStatus),
    }
    impl rt::From<super::Pong> for ProcessMessage {
        fn from(message: super::Pong) -> Self {
            Self::Pong(message)
        }
    }
    impl rt::From<super::Heartbeat> for ProcessMessage {
        fn from(message: super::Heartbeat) -> Self {
            Self::Heartbeat(message)
        }
    }
    impl rt::From<super::SystemStatus> for ProcessMessage {
        fn from(message: super::SystemStatus) -> Self {
            Self::SystemStatus(message)
        }
    }
    impl rt::From<super::SubscriptionStatus> for ProcessMessage {
        fn from(message: super::SubscriptionStatus) -> Self {
            Self::SubscriptionStatus(message)
        }
    }
    /// A handle on channel `/`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:48`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `processMessage`: sends `pong`, `heartbeat`, `systemStatus`, `subscriptionStatus`.
        ///
        /// From `asyncapi.yaml:57`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn process_message(
            &self,
            message: impl rt::Into<ProcessMessage>,
        ) -> rt::Send<'_> {
            let message: ProcessMessage = message.into();
            match &message {
                ProcessMessage::Pong(message) => {
                    self.link.send(&PROCESS_MESSAGE, &PONG_MESSAGE, message)
                }
                ProcessMessage::Heartbeat(message) => {
                    self.link.send(&PROCESS_MESSAGE, &HEARTBEAT_MESSAGE, message)
                }
                ProcessMessage::SystemStatus(message) => {
                    self.link.send(&PROCESS_MESSAGE, &SYSTEM_STATUS_MESSAGE, message)
                }
                ProcessMessage::SubscriptionStatus(message) => {
                    self.link
                        .send(&PROCESS_MESSAGE, &SUBSCRIPTION_STATUS_MESSAGE, message)
                }
            }
        }
        /// What comes in from now on, as a stream.
        ///
        /// # Errors
        /// When the connection is not made.
        pub async fn subscribe(
            &self,
        ) -> rt::Result<rt::Subscription<Message>, rt::SubscribeError> {
            self.link.subscribe().await
        }
        /// The same handle with other options: key, further headers, deadline.
        #[must_use]
        pub fn with(&self, options: rt::SendOptions) -> Self {
            Self {
                link: self.link.with(options),
            }
        }
        /// The same handle, whose messages only go out with the next [`flush`](Self::flush): many small messages then
        /// cost one write.
        #[must_use]
        pub fn batch(&self) -> Self {
            Self { link: self.link.batch() }
        }
        /// Writes out what a [`batch`](Self::batch) holds back.
        ///
        /// # Errors
        /// When it cannot be written.
        pub fn flush(&self) -> rt::Send<'_> {
            self.link.flush()
        }
        /// The channel's address, its parameters filled in.
        #[must_use]
        pub fn address(&self) -> &::core::primitive::str {
            self.link.address().as_str()
        }
    }
    /// What this side sends on channel `/`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `processMessage`: sends `pong`, `heartbeat`, `systemStatus`, `subscriptionStatus`.
        ///
        /// From `asyncapi.yaml:57`.
        fn process_message(
            &self,
            message: impl rt::Into<ProcessMessage> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn process_message(
            &self,
            message: impl rt::Into<ProcessMessage> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::process_message(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `processMessage`.
        ProcessMessage(ProcessMessage),
    }
    /// A [`Sender`] for tests: sends nothing, and remembers what it was given. Clones remember together.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Recorder {
        sent: rt::Recorded<Sent>,
    }
    impl Recorder {
        /// A double that was given nothing yet.
        #[must_use]
        pub fn new() -> Self {
            Self { sent: rt::Recorded::new() }
        }
        /// What it was given so far, in order.
        #[must_use]
        pub fn sent(&self) -> rt::Vec<Sent> {
            self.sent.all()
        }
    }
    impl rt::Default for Recorder {
        fn default() -> Self {
            Self::new()
        }
    }
    impl Sender for Recorder {
        fn process_message(
            &self,
            message: impl rt::Into<ProcessMessage> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::ProcessMessage(message.into()));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// What operation `sendMessage` receives.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum SendMessage {
        /// Message `ping`.
        ///
        /// Ping server to determine whether connection is alive
        ///
        /// Client can ping server to determine whether connection is alive, server responds with pong. This is an application level ping as opposed to default ping in websockets standard which is server initiated
        ///
        /// From `asyncapi.yaml:67`.
        Ping(super::Ping),
        /// Message `subscribe`.
        ///
        /// Subscribe to a topic on a single or multiple currency pairs.
        ///
        /// From `asyncapi.yaml:83`.
        Subscribe(super::Subscribe),
        /// Message `unsubscribe`.
        ///
        /// Unsubscribe, can specify a channelID or multiple currency pairs.
        ///
        /// From `asyncapi.yaml:89`.
        Unsubscribe(super::Unsubscribe),
    }
    impl rt::From<super::Ping> for SendMessage {
        fn from(message: super::Ping) -> Self {
            Self::Ping(message)
        }
    }
    impl rt::From<super::Subscribe> for SendMessage {
        fn from(message: super::Subscribe) -> Self {
            Self::Subscribe(message)
        }
    }
    impl rt::From<super::Unsubscribe> for SendMessage {
        fn from(message: super::Unsubscribe) -> Self {
            Self::Unsubscribe(message)
        }
    }
    /// Handles what comes in on channel `/`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:48`.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` does not handle channel `/` (asyncapi.yaml:48)",
        label = "`root::Receiver` is not implemented",
        note = "implement `root::Receiver` with `send_message`, each an `async fn`"
    )]
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `sendMessage`: receives `ping`, `subscribe`, `unsubscribe`.
        ///
        /// From `asyncapi.yaml:50`.
        fn send_message(
            &self,
            message: SendMessage,
            context: &Context,
        ) -> impl rt::Future<Output = rt::Outcome> + ::core::marker::Send;
        /// A session begins. An error refuses it: the peer is told, and the session is closed.
        fn on_open(
            &self,
            session: &Session,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::Refusal>,
        > + ::core::marker::Send {
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
    /// What a handler gets beside its message. Everything else of [`rt::Context`] by way of `Deref`: the raw message,
    /// its headers, the deadline, the attempt, the span, the identity.
    #[derive(::core::fmt::Debug)]
    pub struct Context {
        inner: rt::Context,
    }
    impl Context {
        /// The session on which the message came.
        #[must_use]
        pub fn session(&self) -> Session {
            Session {
                inner: rt::Clone::clone(self.inner.session()),
            }
        }
        /// Sends to the peer that the message came from, at the message's address.
        #[must_use]
        pub fn sender(&self) -> Channel {
            Channel::new(self.inner.sender())
        }
        /// Sends to every session at the message's address.
        #[must_use]
        pub fn broadcast(&self) -> Broadcast {
            Broadcast {
                inner: self.inner.broadcast(),
            }
        }
    }
    impl rt::Deref for Context {
        type Target = rt::Context;
        fn deref(&self) -> &rt::Context {
            &self.inner
        }
    }
    /// A peer's session on channel `/`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq
    )]
    pub struct Session {
        inner: rt::Session,
    }
    impl Session {
        /// Sends to the peer.
        #[must_use]
        pub fn sender(&self) -> Channel {
            Channel::new(self.inner.channel(&CHANNEL))
        }
        /// Sends to every session at this one's address.
        #[must_use]
        pub fn broadcast(&self) -> Broadcast {
            Broadcast {
                inner: self.inner.broadcast(&CHANNEL),
            }
        }
    }
    impl rt::Deref for Session {
        type Target = rt::Session;
        fn deref(&self) -> &rt::Session {
            &self.inner
        }
    }
    /// Sends to every open session. A message is encoded once; nobody is waited for.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Broadcast {
        inner: rt::Broadcast,
    }
    impl Broadcast {
        /// From outside of a handler: to the sessions at all addresses of the channel.
        #[must_use]
        pub fn new(handle: &rt::ServerHandle) -> Self {
            Self {
                inner: handle.broadcast(&CHANNEL),
            }
        }
        /// Operation `processMessage`: sends `pong`, `heartbeat`, `systemStatus`, `subscriptionStatus`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:57`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn process_message(
            &self,
            message: impl rt::Into<ProcessMessage>,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            let message: ProcessMessage = message.into();
            match &message {
                ProcessMessage::Pong(message) => {
                    self.inner.send(&PROCESS_MESSAGE, &PONG_MESSAGE, message).await
                }
                ProcessMessage::Heartbeat(message) => {
                    self.inner.send(&PROCESS_MESSAGE, &HEARTBEAT_MESSAGE, message).await
                }
                ProcessMessage::SystemStatus(message) => {
                    self.inner
                        .send(&PROCESS_MESSAGE, &SYSTEM_STATUS_MESSAGE, message)
                        .await
                }
                ProcessMessage::SubscriptionStatus(message) => {
                    self.inner
                        .send(&PROCESS_MESSAGE, &SUBSCRIPTION_STATUS_MESSAGE, message)
                        .await
                }
            }
        }
        /// Only to sessions of which this is true.
        #[must_use]
        pub fn filter(
            self,
            wanted: impl ::core::ops::Fn(
                &Session,
            ) -> ::core::primitive::bool + ::core::marker::Send + ::core::marker::Sync + 'static,
        ) -> Self {
            let inner = self
                .inner
                .filter(move |session| wanted(
                    &Session {
                        inner: rt::Clone::clone(session),
                    },
                ));
            Self { inner }
        }
        /// To the sessions at all addresses of the channel, whatever their parameters.
        #[must_use]
        pub fn all_addresses(self) -> Self {
            Self {
                inner: self.inner.all_addresses(),
            }
        }
        /// What happens to a session that does not keep up.
        #[must_use]
        pub fn slow_consumers(self, slow: rt::SlowConsumer) -> Self {
            Self {
                inner: self.inner.slow_consumers(slow),
            }
        }
    }
    /// A receiver, as the service's router sees it.
    pub(super) struct Route<R>(pub(super) R);
    impl<R: Receiver> rt::Route for Route<R> {
        fn channel(&self) -> &'static rt::ChannelInfo {
            &CHANNEL
        }
        fn handle(
            &self,
            context: rt::Context,
        ) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
            rt::Box::pin(async move {
                let context = Context { inner: context };
                let handled = rt::guard(async {
                        match <Message as rt::Incoming>::decode(context.inner.raw()) {
                            rt::Result::Ok(Message::Ping(message)) => {
                                rt::Handled::from(
                                    Receiver::send_message(
                                            &self.0,
                                            SendMessage::Ping(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Subscribe(message)) => {
                                rt::Handled::from(
                                    Receiver::send_message(
                                            &self.0,
                                            SendMessage::Subscribe(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Unsubscribe(message)) => {
                                rt::Handled::from(
                                    Receiver::send_message(
                                            &self.0,
                                            SendMessage::Unsubscribe(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Err(error) => rt::Handled::from(error),
                        }
                    })
                    .await;
                (context.inner, handled)
            })
        }
        fn on_open(
            &self,
            session: rt::Session,
        ) -> rt::BoxFuture<'_, rt::Result<(), rt::Refusal>> {
            rt::Box::pin(async move {
                self.0.on_open(&Session { inner: session }).await
            })
        }
        fn on_close<'a>(
            &'a self,
            session: rt::Session,
            reason: &'a rt::CloseReason,
        ) -> rt::BoxFuture<'a, ()> {
            rt::Box::pin(async move {
                self.0.on_close(&Session { inner: session }, reason).await
            })
        }
    }
}
/// A client of Kraken Websockets API 1.8: sends, and pulls what comes in.
///
/// Clones share the connections.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Client {
    inner: rt::Client,
}
impl Client {
    /// Connects.
    ///
    /// # Errors
    /// When the endpoint cannot be used, or the connection is not made.
    pub async fn connect(
        endpoint: impl rt::Into<rt::ConnectEndpoint>,
    ) -> rt::Result<Self, rt::ConnectError> {
        rt::Client::connect(endpoint, &[&root::CHANNEL])
            .await
            .map(|inner| Self { inner })
    }
    /// Connects, and runs `on_connected` each time that a connection is made, also after one was lost: the place
    /// for subscriptions that are messages.
    ///
    /// # Errors
    /// When the endpoint cannot be used, or the connection is not made.
    pub async fn connect_with<F, Fut>(
        endpoint: impl rt::Into<rt::ConnectEndpoint>,
        on_connected: F,
    ) -> rt::Result<Self, rt::ConnectError>
    where
        F: ::core::ops::Fn(Self) -> Fut + ::core::marker::Send + ::core::marker::Sync
            + 'static,
        Fut: rt::Future<Output = ()> + ::core::marker::Send + 'static,
    {
        let hook = move |inner| on_connected(Self { inner });
        rt::Client::connect_with(endpoint, &[&root::CHANNEL], hook)
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `/`.
    ///
    /// From `asyncapi.yaml:48`.
    #[must_use]
    pub fn root(&self) -> root::Channel {
        root::Channel::new(self.inner.channel(&root::CHANNEL, "/"))
    }
    /// Watches how the connection is doing.
    #[must_use]
    pub fn states(&self) -> rt::ConnectionStates {
        self.inner.states()
    }
    /// What was not delivered to anybody.
    #[must_use]
    pub fn stats(&self) -> rt::ClientStats {
        self.inner.stats()
    }
    /// Closes the connections, and waits until they are closed.
    pub async fn close(&self) {
        self.inner.close().await;
    }
}
/// A service of Kraken Websockets API 1.8: a receiver for each channel on which something comes in.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<Root> {
    /// Handles channel `/`.
    ///
    /// From `asyncapi.yaml:48`.
    pub root: Root,
}
impl<Root: root::Receiver> Service<Root> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([rt::Arc::new(root::Route(self.root)) as rt::Arc<dyn rt::Route>])
    }
    /// Serves until the transport fails for good.
    ///
    /// # Errors
    /// When the endpoint cannot be served on, or fails.
    pub async fn serve(
        self,
        endpoint: impl rt::Into<rt::ServeEndpoint>,
    ) -> rt::Result<(), rt::ServeError> {
        self.into_server().serve(endpoint).await
    }
    /// Serves until `shutdown` is ready; then takes no more, finishes what was taken, and closes.
    ///
    /// # Errors
    /// When the endpoint cannot be served on, or fails.
    pub async fn serve_with_shutdown(
        self,
        endpoint: impl rt::Into<rt::ServeEndpoint>,
        shutdown: impl rt::Future<Output = ()> + ::core::marker::Send,
    ) -> rt::Result<(), rt::ServeError> {
        self.into_server().serve_with_shutdown(endpoint, shutdown).await
    }
    /// Binds the address without serving yet, so that it is known.
    ///
    /// # Errors
    /// When the endpoint cannot be bound or connected to.
    pub async fn bind(
        self,
        endpoint: impl rt::Into<rt::ServeEndpoint>,
    ) -> rt::Result<rt::Bound, rt::ServeError> {
        self.into_server().bind(endpoint).await
    }
}
/// The servers of the document: where clients connect, and services serve.
pub mod servers {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Server `public`, as the document has it.
    pub static PUBLIC: rt::ServerInfo = rt::ServerInfo {
        name: "public",
        protocol: "wss",
        host: "ws.kraken.com",
        pathname: "",
        bindings: &[],
    };
    /// Server `public`: `wss://ws.kraken.com`.
    ///
    /// Public server available without authorization.
    /// Once the socket is open you can subscribe to a public channel by sending a subscribe request message.
    ///
    /// From `asyncapi.yaml:20`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Public<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Public<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("wss://ws.kraken.com")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(
                &PUBLIC,
                rt::Into::<rt::String>::into(url),
            );
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// Listens in the place of the server, on an address such as `127.0.0.1:0`.
        #[must_use]
        pub fn listen(address: impl rt::Into<rt::String>) -> PublicListener<rt::Given> {
            let inner = rt::ServerBuilder::listen(
                &PUBLIC,
                rt::Into::<rt::String>::into(address),
            );
            PublicListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> PublicListener<rt::Given> {
            let inner = rt::ServerBuilder::listener(&PUBLIC, rt::Arc::new(listener));
            PublicListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Public, PUBLIC, rt::Given);
    impl<Credentials> Public<Credentials> {
        rt::server_settings!();
    }
    impl rt::From<Public<rt::Given>> for rt::ConnectEndpoint {
        fn from(server: Public<rt::Given>) -> Self {
            server.inner.into_connect()
        }
    }
    impl rt::From<Public<rt::Given>> for rt::ServeEndpoint {
        fn from(server: Public<rt::Given>) -> Self {
            server.inner.into_serve()
        }
    }
    /// A listener in the place of server `public`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct PublicListener<Authenticator = rt::Given> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }
    impl<Authenticator> PublicListener<Authenticator> {
        rt::server_settings!();
    }
    impl rt::From<PublicListener<rt::Given>> for rt::ServeEndpoint {
        fn from(listener: PublicListener<rt::Given>) -> Self {
            listener.inner.into_serve()
        }
    }
    /// Server `private`, as the document has it.
    pub static PRIVATE: rt::ServerInfo = rt::ServerInfo {
        name: "private",
        protocol: "wss",
        host: "ws-auth.kraken.com",
        pathname: "",
        bindings: &[],
    };
    /// Server `private`: `wss://ws-auth.kraken.com`.
    ///
    /// Private server that requires authorization.
    /// Once the socket is open you can subscribe to private-data channels by sending an authenticated subscribe request message.
    ///
    /// The API client must request an authentication "token" via the following REST API endpoint "GetWebSocketsToken" to connect to WebSockets Private endpoints. For more details read <https://support.kraken.com/hc/en-us/articles/360034437672-How-to-retrieve-a-WebSocket-authentication-token-Example-code-in-Python-3>
    ///
    /// The resulting token must be provided in the "token" field of any new private WebSocket feed subscription:
    /// ```text
    /// {
    ///   "event": "subscribe",
    ///   "subscription":
    ///   {
    ///     "name": "ownTrades",
    ///     "token": "WW91ciBhdXRoZW50aWNhdGlvbiB0b2tlbiBnb2VzIGhlcmUu"
    ///   }
    /// }
    /// ```
    ///
    /// From `asyncapi.yaml:26`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Private<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Private<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("wss://ws-auth.kraken.com")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(
                &PRIVATE,
                rt::Into::<rt::String>::into(url),
            );
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// Listens in the place of the server, on an address such as `127.0.0.1:0`.
        #[must_use]
        pub fn listen(address: impl rt::Into<rt::String>) -> PrivateListener<rt::Given> {
            let inner = rt::ServerBuilder::listen(
                &PRIVATE,
                rt::Into::<rt::String>::into(address),
            );
            PrivateListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> PrivateListener<rt::Given> {
            let inner = rt::ServerBuilder::listener(&PRIVATE, rt::Arc::new(listener));
            PrivateListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Private, PRIVATE, rt::Given);
    impl<Credentials> Private<Credentials> {
        rt::server_settings!();
    }
    impl rt::From<Private<rt::Given>> for rt::ConnectEndpoint {
        fn from(server: Private<rt::Given>) -> Self {
            server.inner.into_connect()
        }
    }
    impl rt::From<Private<rt::Given>> for rt::ServeEndpoint {
        fn from(server: Private<rt::Given>) -> Self {
            server.inner.into_serve()
        }
    }
    /// A listener in the place of server `private`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct PrivateListener<Authenticator = rt::Given> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }
    impl<Authenticator> PrivateListener<Authenticator> {
        rt::server_settings!();
    }
    impl rt::From<PrivateListener<rt::Given>> for rt::ServeEndpoint {
        fn from(listener: PrivateListener<rt::Given>) -> Self {
            listener.inner.into_serve()
        }
    }
}
