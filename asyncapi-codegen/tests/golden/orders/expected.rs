#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:46`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct OrderCreated {
    /// Property `order_id`.
    ///
    /// A UUID.
    pub order_id: rt::Uuid,
    /// Property `customer_id`.
    ///
    /// A UUID.
    pub customer_id: rt::Uuid,
    /// Property `total_cents`.
    ///
    /// At least 0.
    pub total_cents: u64,
    /// Property `currency`.
    ///
    /// Default: `"USD"`.
    pub currency: rt::String,
    /// Property `items`.
    pub items: rt::Vec<OrderCreatedItem>,
}
impl OrderCreated {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(
        order_id: rt::Uuid,
        customer_id: rt::Uuid,
        total_cents: u64,
        items: rt::Vec<OrderCreatedItem>,
    ) -> Self {
        Self {
            order_id,
            customer_id,
            total_cents,
            currency: rt::text("USD"),
            items,
        }
    }
}
impl rt::Object for OrderCreated {
    const NAME: &'static str = "OrderCreated";
    const FIELDS: &'static [&'static str] = &[
        "order_id",
        "customer_id",
        "total_cents",
        "currency",
        "items",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut order_id = rt::None;
        let mut customer_id = rt::None;
        let mut total_cents = rt::None;
        let mut currency = rt::None;
        let mut items = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut order_id, "order_id")?,
                1 => map.read(&mut customer_id, "customer_id")?,
                2 => map.read(&mut total_cents, "total_cents")?,
                3 => map.read(&mut currency, "currency")?,
                4 => map.read(&mut items, "items")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            order_id: map.required(order_id, "order_id")?,
            customer_id: map.required(customer_id, "customer_id")?,
            total_cents: map.required(total_cents, "total_cents")?,
            currency: currency.unwrap_or_else(|| rt::text("USD")),
            items: map.required(items, "items")?,
        })
    }
}
impl rt::Wire for OrderCreated {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("order_id", &self.order_id)?;
        object.field("customer_id", &self.customer_id)?;
        object.field("total_cents", &self.total_cents)?;
        object.field("currency", &self.currency)?;
        object.field("items", &self.items)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("items", rt::each(&self.items, |value| rt::Wire::check(value, way)))?;
        rt::Ok(())
    }
}
rt::serde_impls!(OrderCreated);
/// An object of the document.
///
/// From `asyncapi.yaml:56`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct OrderCreatedItem {
    /// Property `product_id`.
    ///
    /// A UUID.
    pub product_id: rt::Option<rt::Uuid>,
    /// Property `quantity`.
    ///
    /// At least 1.
    pub quantity: rt::Option<u64>,
}
impl rt::Object for OrderCreatedItem {
    const NAME: &'static str = "OrderCreatedItem";
    const FIELDS: &'static [&'static str] = &["product_id", "quantity"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut product_id = rt::None;
        let mut quantity = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut product_id, "product_id")?,
                1 => map.read(&mut quantity, "quantity")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { product_id, quantity })
    }
}
impl rt::Wire for OrderCreatedItem {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("product_id", &self.product_id)?;
        object.optional("quantity", &self.quantity)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("quantity", rt::some(&self.quantity, |value| rt::minimum(value, 1)))?;
        rt::Ok(())
    }
}
rt::serde_impls!(OrderCreatedItem);
/// An object of the document.
///
/// From `asyncapi.yaml:61`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct OrderCreatedHeaders {
    /// Property `correlation_id`.
    ///
    /// A UUID.
    pub correlation_id: rt::Option<rt::Uuid>,
    /// Property `event_version`.
    ///
    /// Default: `"1.0"`.
    pub event_version: rt::String,
}
impl rt::Default for OrderCreatedHeaders {
    #[inline]
    fn default() -> Self {
        Self {
            correlation_id: rt::None,
            event_version: rt::text("1.0"),
        }
    }
}
impl rt::Object for OrderCreatedHeaders {
    const NAME: &'static str = "OrderCreatedHeaders";
    const FIELDS: &'static [&'static str] = &["correlation_id", "event_version"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut correlation_id = rt::None;
        let mut event_version = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut correlation_id, "correlation_id")?,
                1 => map.read(&mut event_version, "event_version")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            correlation_id,
            event_version: event_version.unwrap_or_else(|| rt::text("1.0")),
        })
    }
}
impl rt::Wire for OrderCreatedHeaders {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("correlation_id", &self.correlation_id)?;
        object.field("event_version", &self.event_version)?;
        object.end()
    }
}
rt::serde_impls!(OrderCreatedHeaders);
/// An object of the document.
///
/// From `asyncapi.yaml:67`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct OrderShipped {
    /// Property `order_id`.
    ///
    /// A UUID.
    pub order_id: rt::Uuid,
    /// Property `shipped_at`.
    ///
    /// A date-time of RFC 3339.
    pub shipped_at: rt::DateTime,
    /// Property `carrier`.
    pub carrier: rt::Option<rt::String>,
}
impl OrderShipped {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(order_id: rt::Uuid, shipped_at: rt::DateTime) -> Self {
        Self {
            order_id,
            shipped_at,
            carrier: rt::None,
        }
    }
}
impl rt::Object for OrderShipped {
    const NAME: &'static str = "OrderShipped";
    const FIELDS: &'static [&'static str] = &["order_id", "shipped_at", "carrier"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut order_id = rt::None;
        let mut shipped_at = rt::None;
        let mut carrier = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut order_id, "order_id")?,
                1 => map.read(&mut shipped_at, "shipped_at")?,
                2 => map.read(&mut carrier, "carrier")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            order_id: map.required(order_id, "order_id")?,
            shipped_at: map.required(shipped_at, "shipped_at")?,
            carrier,
        })
    }
}
impl rt::Wire for OrderShipped {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("order_id", &self.order_id)?;
        object.field("shipped_at", &self.shipped_at)?;
        object.optional("carrier", &self.carrier)?;
        object.end()
    }
}
rt::serde_impls!(OrderShipped);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("OrderCreated", 0xb685da0d11f9acf9),
    ("OrderCreatedItem", 0x8e3016aafae4be51),
    ("OrderCreatedHeaders", 0x20cd5b3b459d0a90),
    ("OrderShipped", 0x5e153f0a1ec554a7),
];
impl rt::OptionalHeaders for OrderCreatedHeaders {}
/// Channel `OrderCreated`, at `orders.created`.
///
/// Published when a new order is placed
///
/// From `asyncapi.yaml:16`.
pub mod order_created {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `OrderCreated`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "OrderCreated",
        address: rt::Option::Some("orders.created"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `OrderCreatedMessage`, as the document has it.
    pub static ORDER_CREATED_MESSAGE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "OrderCreatedMessage",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `PublishOrderCreated`, as the document has it.
    pub static PUBLISH_ORDER_CREATED: rt::OperationInfo = rt::OperationInfo {
        name: "PublishOrderCreated",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `OrderCreated`. Cheap to clone.
    ///
    /// Published when a new order is placed
    ///
    /// From `asyncapi.yaml:16`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `PublishOrderCreated`: sends `OrderCreatedMessage`.
        ///
        /// Order service publishes this when an order is confirmed
        ///
        /// From `asyncapi.yaml:30`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn publish_order_created(
            &self,
            message: &rt::WithHeaders<super::OrderCreated, super::OrderCreatedHeaders>,
        ) -> rt::Send<'_> {
            self.link
                .send(&PUBLISH_ORDER_CREATED, &ORDER_CREATED_MESSAGE_MESSAGE, message)
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
    /// What this side sends on channel `OrderCreated`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `PublishOrderCreated`: sends `OrderCreatedMessage`.
        ///
        /// Order service publishes this when an order is confirmed
        ///
        /// From `asyncapi.yaml:30`.
        fn publish_order_created(
            &self,
            message: &rt::WithHeaders<super::OrderCreated, super::OrderCreatedHeaders>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn publish_order_created(
            &self,
            message: &rt::WithHeaders<super::OrderCreated, super::OrderCreatedHeaders>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::publish_order_created(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `PublishOrderCreated`.
        PublishOrderCreated(
            rt::WithHeaders<super::OrderCreated, super::OrderCreatedHeaders>,
        ),
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
        fn publish_order_created(
            &self,
            message: &rt::WithHeaders<super::OrderCreated, super::OrderCreatedHeaders>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::PublishOrderCreated(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `OrderShipped`, at `orders.shipped`.
///
/// From `asyncapi.yaml:23`.
pub mod order_shipped {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `OrderShipped`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "OrderShipped",
        address: rt::Option::Some("orders.shipped"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `OrderShippedMessage`, as the document has it.
    pub static ORDER_SHIPPED_MESSAGE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "OrderShippedMessage",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `SubscribeOrderShipped`, as the document has it.
    pub static SUBSCRIBE_ORDER_SHIPPED: rt::OperationInfo = rt::OperationInfo {
        name: "SubscribeOrderShipped",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `OrderShipped`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `OrderShippedMessage`.
        ///
        /// From `asyncapi.yaml:26`.
        OrderShippedMessage(super::OrderShipped),
    }
    impl rt::From<super::OrderShipped> for Message {
        fn from(message: super::OrderShipped) -> Self {
            Self::OrderShippedMessage(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode(raw).map(Message::OrderShippedMessage)
        }
    }
    /// A handle on channel `OrderShipped`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:23`.
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
    /// Handles what comes in on channel `OrderShipped`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:23`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `SubscribeOrderShipped`: receives `OrderShippedMessage`.
        ///
        /// Fulfillment service subscribes to ship notifications
        ///
        /// From `asyncapi.yaml:36`.
        fn subscribe_order_shipped(
            &self,
            message: super::OrderShipped,
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
    /// A peer's session on channel `OrderShipped`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
                            rt::Result::Ok(Message::OrderShippedMessage(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::subscribe_order_shipped(
                                            &self.0,
                                            message,
                                            &context,
                                        )
                                        .await,
                                )
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
/// A client of Order Events API 1.0.0: sends, and pulls what comes in.
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
        rt::Client::connect(
                rt::Connects::into_connect(endpoint),
                &[&order_created::CHANNEL, &order_shipped::CHANNEL],
            )
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
                &[&order_created::CHANNEL, &order_shipped::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `OrderCreated`.
    ///
    /// Published when a new order is placed
    ///
    /// From `asyncapi.yaml:16`.
    #[must_use]
    pub fn order_created(&self) -> order_created::Channel {
        order_created::Channel::new(
            self.inner.channel(&order_created::CHANNEL, "orders.created"),
        )
    }
    /// Channel `OrderShipped`.
    ///
    /// From `asyncapi.yaml:23`.
    #[must_use]
    pub fn order_shipped(&self) -> order_shipped::Channel {
        order_shipped::Channel::new(
            self.inner.channel(&order_shipped::CHANNEL, "orders.shipped"),
        )
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
/// A service of Order Events API 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<OrderShipped: order_shipped::Receiver> {
    /// Handles channel `OrderShipped`.
    ///
    /// From `asyncapi.yaml:23`.
    pub order_shipped: OrderShipped,
}
impl<OrderShipped: order_shipped::Receiver> Service<OrderShipped> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([
            rt::Arc::new(order_shipped::Route(self.order_shipped))
                as rt::Arc<dyn rt::Route>,
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
/// The servers of the document: where clients connect, and services serve.
pub mod servers {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// One of the document's servers, for a program that chooses as it runs: `"production".parse::<Server>()`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash
    )]
    pub enum Server {
        /// Server `production`: see [`Production`](struct@Production).
        Production,
    }
    rt::server_choice!(Server { Production = PRODUCTION });
    /// Server `production`, as the document has it.
    pub static PRODUCTION: rt::ServerInfo = rt::ServerInfo {
        name: "production",
        protocol: "kafka",
        protocol_version: rt::Option::None,
        host: "kafka.example.com:9092",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `production`: `kafka://kafka.example.com:9092`.
    ///
    /// Production Kafka broker
    ///
    /// From `asyncapi.yaml:10`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Production<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Production<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("kafka://kafka.example.com:9092")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(
                &PRODUCTION,
                rt::Into::<rt::String>::into(url),
            );
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Production, PRODUCTION, rt::Given);
    impl<Credentials> Production<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Production);
}
