#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:11`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Count {
    /// Property `value`.
    pub value: i64,
    /// Property `of`.
    pub of: CountOf,
    /// The properties that the document does not name.
    pub additional_properties: rt::BTreeMap<rt::String, rt::Json>,
}
impl Count {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(value: i64, of: CountOf) -> Self {
        Self {
            value,
            of,
            additional_properties: rt::BTreeMap::new(),
        }
    }
}
impl rt::Object for Count {
    const NAME: &'static str = "Count";
    const FIELDS: &'static [&'static str] = &["value", "of"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut value = rt::None;
        let mut of = rt::None;
        let mut additional_properties = rt::BTreeMap::new();
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut value, "value")?,
                1 => map.read(&mut of, "of")?,
                _ => map.keep(&mut additional_properties)?,
            }
        }
        rt::Ok(Self {
            value: map.required(value, "value")?,
            of: map.required(of, "of")?,
            additional_properties,
        })
    }
}
impl rt::Wire for Count {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("value", &self.value)?;
        object.field("of", &self.of)?;
        object.kept(&self.additional_properties, <Self as rt::Object>::FIELDS)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("of", rt::Wire::check(&self.of, way))?;
        rt::Ok(())
    }
}
rt::serde_impls!(Count);
/// An object of the document.
///
/// From `asyncapi.yaml:16`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct CountOf {
    /// Property `name`.
    ///
    /// At most 10 characters.
    pub name: rt::Option<rt::String>,
    /// The properties that the document does not name.
    pub additional_properties: rt::BTreeMap<rt::String, rt::Json>,
}
impl rt::Object for CountOf {
    const NAME: &'static str = "CountOf";
    const FIELDS: &'static [&'static str] = &["name"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut name = rt::None;
        let mut additional_properties = rt::BTreeMap::new();
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut name, "name")?,
                _ => map.keep(&mut additional_properties)?,
            }
        }
        rt::Ok(Self {
            name,
            additional_properties,
        })
    }
}
impl rt::Wire for CountOf {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("name", &self.name)?;
        object.kept(&self.additional_properties, <Self as rt::Object>::FIELDS)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("name", rt::some(&self.name, |value| rt::max_length(value, 10)))?;
        rt::Ok(())
    }
}
rt::serde_impls!(CountOf);
static COUNT_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Object]),
        rt::Keyword::Required(&["value", "of"]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    ("value", &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])])),
                    (
                        "of",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Object]),
                                rt::Keyword::Properties(
                                    &rt::Properties {
                                        named: &[
                                            (
                                                "name",
                                                &rt::Schema(
                                                    &[
                                                        rt::Keyword::Type(&[rt::Type::String]),
                                                        rt::Keyword::MaxLength(10),
                                                    ],
                                                ),
                                            ),
                                        ],
                                        patterns: &[],
                                        others: rt::None,
                                    },
                                ),
                            ],
                        ),
                    ),
                ],
                patterns: &[],
                others: rt::None,
            },
        ),
    ],
);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Count", 0x1a4297729e51d7a5),
    ("CountOf", 0x475cc23b2c41fb7c),
];
/// Channel `counts`, at `counts`.
///
/// From `asyncapi.yaml:6`.
pub mod counts {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `counts`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "counts",
        address: rt::Option::Some("counts"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `count`, as the document has it.
    pub static COUNT_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "count",
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
    /// What can come in on channel `counts`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `count`.
        ///
        /// From `asyncapi.yaml:9`.
        Count(super::Count),
    }
    impl rt::From<super::Count> for Message {
        fn from(message: super::Count) -> Self {
            Self::Count(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode(raw)
                .map_err(|error| rt::all_violations(error, raw, &super::COUNT_SCHEMA))
                .map(Message::Count)
        }
    }
    /// A handle on channel `counts`. Cheap to clone.
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
    /// Handles what comes in on channel `counts`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:6`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `take`: receives `count`.
        ///
        /// From `asyncapi.yaml:19`.
        fn take(
            &self,
            message: super::Count,
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
    /// A peer's session on channel `counts`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
                            rt::Result::Ok(Message::Count(message)) => {
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
/// A client of Types as options want them 1.0.0: sends, and pulls what comes in.
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
        rt::Client::connect(rt::Connects::into_connect(endpoint), &[&counts::CHANNEL])
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
                &[&counts::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `counts`.
    ///
    /// From `asyncapi.yaml:6`.
    #[must_use]
    pub fn counts(&self) -> counts::Channel {
        counts::Channel::new(self.inner.channel(&counts::CHANNEL, "counts"))
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
/// A service of Types as options want them 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<Counts: counts::Receiver> {
    /// Handles channel `counts`.
    ///
    /// From `asyncapi.yaml:6`.
    pub counts: Counts,
}
impl<Counts: counts::Receiver> Service<Counts> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([
            rt::Arc::new(counts::Route(self.counts)) as rt::Arc<dyn rt::Route>,
        ])
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
