#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:19`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub struct Order {
    /// Property `amount`.
    ///
    /// At least 0.
    pub amount: crate::own::Amount,
    /// Property `fee`.
    ///
    /// A multiple of 0.5.
    pub fee: rt::Option<rt::Option<crate::own::Amount>>,
    /// Property `tips`.
    ///
    /// Default: `5`.
    pub tips: rt::Option<crate::own::Amount>,
    /// Property `stamp`.
    pub stamp: Stamp,
    /// Property `own`.
    pub own: rt::Option<crate::own::Amount>,
    /// Property `odd-name`.
    pub plain_name: rt::Option<rt::String>,
    /// Property `inner`.
    pub named: Named,
}
impl Order {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(amount: crate::own::Amount, stamp: Stamp, named: Named) -> Self {
        Self {
            amount,
            fee: rt::None,
            tips: rt::None,
            stamp,
            own: rt::None,
            plain_name: rt::None,
            named,
        }
    }
    /// The document's default for `tips`, which is not filled in where it is absent.
    #[must_use]
    #[inline]
    pub fn default_tips() -> rt::Option<crate::own::Amount> {
        rt::example("5")
    }
}
impl rt::Object for Order {
    const NAME: &'static str = "Order";
    const FIELDS: &'static [&'static str] = &[
        "amount",
        "fee",
        "tips",
        "stamp",
        "own",
        "odd-name",
        "inner",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut amount = rt::None;
        let mut fee = rt::None;
        let mut tips = rt::None;
        let mut stamp = rt::None;
        let mut own = rt::None;
        let mut plain_name = rt::None;
        let mut named = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut amount, "amount")?,
                1 => map.read(&mut fee, "fee")?,
                2 => map.read(&mut tips, "tips")?,
                3 => map.read(&mut stamp, "stamp")?,
                4 => map.read(&mut own, "own")?,
                5 => map.read(&mut plain_name, "odd-name")?,
                6 => map.read(&mut named, "inner")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            amount: map.required(amount, "amount")?,
            fee,
            tips,
            stamp: map.required(stamp, "stamp")?,
            own,
            plain_name,
            named: map.required(named, "inner")?,
        })
    }
}
impl rt::Wire for Order {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("amount", &self.amount)?;
        object.optional("fee", &self.fee)?;
        object.optional("tips", &self.tips)?;
        object.field("stamp", &self.stamp)?;
        object.optional("own", &self.own)?;
        object.optional("odd-name", &self.plain_name)?;
        object.field("inner", &self.named)?;
        object.end()
    }
}
rt::serde_impls!(Order);
/// A type of the document that Rust has a type for.
///
/// From `asyncapi.yaml:17`.
pub type Stamp = crate::own::Amount;
/// An object of the document.
///
/// From `asyncapi.yaml:33`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub struct Named {
    /// Property `deep`.
    pub deep: rt::Option<NamedDeep>,
}
impl rt::Object for Named {
    const NAME: &'static str = "Named";
    const FIELDS: &'static [&'static str] = &["deep"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut deep = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut deep, "deep")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { deep })
    }
}
impl rt::Wire for Named {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("deep", &self.deep)?;
        object.end()
    }
}
rt::serde_impls!(Named);
/// An object of the document.
///
/// From `asyncapi.yaml:37`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub struct NamedDeep {
    /// Property `state`.
    pub state: rt::Option<NamedDeepState>,
}
impl rt::Object for NamedDeep {
    const NAME: &'static str = "NamedDeep";
    const FIELDS: &'static [&'static str] = &["state"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut state = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut state, "state")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { state })
    }
}
impl rt::Wire for NamedDeep {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("state", &self.state)?;
        object.end()
    }
}
rt::serde_impls!(NamedDeep);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:38`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::marker::Copy,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub enum NamedDeepState {
    /// The value `a`.
    A,
    /// The value `b`.
    B,
}
rt::text_enum!(NamedDeepState { A = "a", B = "b" });
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Order", 0x840d1867ed6fe748),
    ("Stamp", 0x2739914ab615542f),
    ("Named", 0x341ef2ad13fe68a0),
    ("NamedDeep", 0xec0cca8d549a2db1),
    ("NamedDeepState", 0x5d351a24c7f1aa6d),
];
/// Channel `all`, at `all`.
///
/// From `asyncapi.yaml:6`.
pub mod all {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `all`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "all",
        address: rt::Option::Some("all"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `order`, as the document has it.
    pub static ORDER_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "order",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `take`, as the document has it.
    pub static TAKE: rt::OperationInfo = rt::OperationInfo {
        name: "take",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `all`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `order`.
        ///
        /// From `asyncapi.yaml:9`.
        Order(super::Order),
    }
    impl rt::From<super::Order> for Message {
        fn from(message: super::Order) -> Self {
            Self::Order(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode(raw).map(Message::Order)
        }
    }
    /// A handle on channel `all`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:6`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
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
        /// The channel's address, its parameters filled in.
        #[must_use]
        pub fn address(&self) -> &::core::primitive::str {
            self.link.address().as_str()
        }
    }
    /// Handles what comes in on channel `all`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:6`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `take`: receives `order`.
        ///
        /// From `asyncapi.yaml:12`.
        fn take(
            &self,
            message: super::Order,
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
    }
    impl rt::Deref for Context {
        type Target = rt::Context;
        fn deref(&self) -> &rt::Context {
            &self.inner
        }
    }
    /// A peer's session on channel `all`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq
    )]
    pub struct Session {
        inner: rt::Session,
    }
    impl Session {}
    impl rt::Deref for Session {
        type Target = rt::Session;
        fn deref(&self) -> &rt::Session {
            &self.inner
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
                            rt::Result::Ok(Message::Order(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(Receiver::take(&self.0, message, &context).await)
                            }
                            rt::Result::Err(error) => {
                                <rt::Handled as rt::From<_>>::from(error)
                            }
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
/// A client of Overrides 1.0.0: sends, and pulls what comes in.
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
        endpoint: impl rt::Connects,
    ) -> rt::Result<Self, rt::ConnectError> {
        rt::Client::connect(rt::Connects::into_connect(endpoint), &[&all::CHANNEL])
            .await
            .map(|inner| Self { inner })
    }
    /// Connects, and runs `on_connected` each time that a connection is made, also after one was lost: the place
    /// for subscriptions that are messages.
    ///
    /// # Errors
    /// When the endpoint cannot be used, or the connection is not made.
    pub async fn connect_with<F, Fut>(
        endpoint: impl rt::Connects,
        on_connected: F,
    ) -> rt::Result<Self, rt::ConnectError>
    where
        F: ::core::ops::Fn(Self) -> Fut + ::core::marker::Send + ::core::marker::Sync
            + 'static,
        Fut: rt::Future<Output = ()> + ::core::marker::Send + 'static,
    {
        let hook = move |inner| on_connected(Self { inner });
        rt::Client::connect_with(
                rt::Connects::into_connect(endpoint),
                &[&all::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `all`.
    ///
    /// From `asyncapi.yaml:6`.
    #[must_use]
    pub fn all(&self) -> all::Channel {
        all::Channel::new(self.inner.channel(&all::CHANNEL, "all"))
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
/// A service of Overrides 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<All: all::Receiver> {
    /// Handles channel `all`.
    ///
    /// From `asyncapi.yaml:6`.
    pub all: All,
}
impl<All: all::Receiver> Service<All> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([rt::Arc::new(all::Route(self.all)) as rt::Arc<dyn rt::Route>])
    }
    /// Serves until the transport fails for good.
    ///
    /// # Errors
    /// When the endpoint cannot be served on, or fails.
    pub async fn serve(
        self,
        endpoint: impl rt::Serves,
    ) -> rt::Result<(), rt::ServeError> {
        self.into_server().serve(rt::Serves::into_serve(endpoint)).await
    }
    /// Serves until `shutdown` is ready; then takes no more, finishes what was taken, and closes.
    ///
    /// # Errors
    /// When the endpoint cannot be served on, or fails.
    pub async fn serve_with_shutdown(
        self,
        endpoint: impl rt::Serves,
        shutdown: impl rt::Future<Output = ()> + ::core::marker::Send,
    ) -> rt::Result<(), rt::ServeError> {
        self.into_server()
            .serve_with_shutdown(rt::Serves::into_serve(endpoint), shutdown)
            .await
    }
    /// Binds the address without serving yet, so that it is known.
    ///
    /// # Errors
    /// When the endpoint cannot be bound or connected to.
    pub async fn bind(
        self,
        endpoint: impl rt::Serves,
    ) -> rt::Result<rt::Bound, rt::ServeError> {
        self.into_server().bind(rt::Serves::into_serve(endpoint)).await
    }
}
