#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:92`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Order {
    /// Property `id`.
    ///
    /// A UUID.
    pub id: rt::Uuid,
    /// Property `item`.
    pub item: rt::String,
}
impl rt::Object for Order {
    const NAME: &'static str = "Order";
    const FIELDS: &'static [&'static str] = &["id", "item"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut id = rt::None;
        let mut item = rt::None;
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut id, "id")?,
                1 => map.read(&mut item, "item")?,
                _ => map.refuse(Self::FIELDS)?,
            }
        }
        rt::Ok(Self {
            id: map.required(id, "id")?,
            item: map.required(item, "item")?,
        })
    }
}
impl rt::Wire for Order {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("id", &self.id)?;
        object.field("item", &self.item)?;
        object.end()
    }
}
rt::serde_impls!(Order);
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
pub struct Cancelled {
    /// Property `id`.
    pub id: i128,
}
impl rt::Object for Cancelled {
    const NAME: &'static str = "Cancelled";
    const FIELDS: &'static [&'static str] = &["id"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut id = rt::None;
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut id, "id")?,
                _ => map.refuse(Self::FIELDS)?,
            }
        }
        rt::Ok(Self {
            id: map.required(id, "id")?,
        })
    }
}
impl rt::Wire for Cancelled {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("id", &self.id)?;
        object.end()
    }
}
rt::serde_impls!(Cancelled);
/// An object of the document.
///
/// From `asyncapi.yaml:65`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct CancelledKey {
    /// Property `tenant`.
    ///
    /// At most 8 characters.
    pub tenant: rt::String,
}
impl rt::Object for CancelledKey {
    const NAME: &'static str = "CancelledKey";
    const FIELDS: &'static [&'static str] = &["tenant"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut tenant = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut tenant, "tenant")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            tenant: map.required(tenant, "tenant")?,
        })
    }
}
impl rt::Wire for CancelledKey {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("tenant", &self.tenant)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("tenant", rt::max_length(&self.tenant, 8))?;
        rt::Ok(())
    }
}
rt::serde_impls!(CancelledKey);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Order", 0x9fd930a187b41f01),
    ("Cancelled", 0xfcb4100f1b2b45b9),
    ("CancelledKey", 0xc0beb17624748ec8),
];
/// Channel `orders`, at `orders`.
///
/// From `asyncapi.yaml:35`.
pub mod orders {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `orders`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "orders",
        address: rt::Option::Some("orders"),
        parameters: &[],
        servers: &[],
        bindings: &[
            rt::Binding::KafkaChannel(rt::bindings::kafka::Channel {
                topic: rt::Option::Some("orders.v1"),
                partitions: rt::Option::Some(12),
                replicas: rt::Option::Some(3),
                topic_configuration: rt::Option::Some(rt::bindings::kafka::TopicConfiguration {
                    cleanup_policy: &[
                        rt::bindings::kafka::CleanupPolicy::Delete,
                        rt::bindings::kafka::CleanupPolicy::Compact,
                    ],
                    retention_ms: rt::Option::Some(604800000),
                    retention_bytes: rt::Option::Some(-1),
                    ..rt::bindings::kafka::TopicConfiguration::EMPTY
                }),
            }),
            rt::Binding::AmqpChannel(rt::bindings::amqp::Channel {
                is: rt::Option::Some(rt::bindings::amqp::Is::RoutingKey),
                exchange: rt::Option::Some(rt::bindings::amqp::Exchange {
                    name: rt::Option::Some("orders"),
                    kind: rt::Option::Some(rt::bindings::amqp::ExchangeType::Topic),
                    durable: rt::Option::Some(true),
                    vhost: rt::Option::Some("/"),
                    ..rt::bindings::amqp::Exchange::EMPTY
                }),
                ..rt::bindings::amqp::Channel::EMPTY
            }),
            rt::Binding::Other {
                protocol: "sqs",
                json: "{\"queue\":{\"name\":\"orders\",\"fifoQueue\":true}}",
            },
        ],
    };
    /// Message `placed`, as the document has it.
    pub static PLACED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "placed",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[
            rt::Binding::KafkaMessage(rt::bindings::kafka::Message {
                schema_id_location: rt::Option::Some(
                    rt::bindings::kafka::SchemaIdLocation::Payload,
                ),
                schema_id_payload_encoding: rt::Option::Some("confluent"),
                ..rt::bindings::kafka::Message::EMPTY
            }),
            rt::Binding::MqttMessage(rt::bindings::mqtt::Message {
                payload_format_indicator: rt::Option::Some(
                    rt::bindings::mqtt::PayloadFormat::Utf8,
                ),
                content_type: rt::Option::Some("application/json"),
                response_topic: rt::Option::Some("orders/answers"),
            }),
            rt::Binding::AmqpMessage(rt::bindings::amqp::Message {
                content_encoding: rt::Option::Some("gzip"),
                message_type: rt::Option::Some("order.placed"),
            }),
        ],
    };
    /// Message `cancelled`, as the document has it.
    pub static CANCELLED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "cancelled",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[
            rt::Binding::KafkaMessage(rt::bindings::kafka::Message::EMPTY),
            rt::Binding::HttpMessage(rt::bindings::http::Message {
                status_code: rt::Option::Some(202),
            }),
        ],
    };
    /// Operation `place`, as the document has it.
    pub static PLACE: rt::OperationInfo = rt::OperationInfo {
        name: "place",
        channel: &CHANNEL,
        bindings: &[
            rt::Binding::KafkaOperation(rt::bindings::kafka::Operation {
                group_id: rt::Option::Some("orders"),
                ..rt::bindings::kafka::Operation::EMPTY
            }),
            rt::Binding::MqttOperation(rt::bindings::mqtt::Operation {
                qos: rt::Option::Some(rt::bindings::mqtt::Qos::AtLeastOnce),
                retain: rt::Option::Some(true),
                message_expiry_interval: rt::Option::Some(3600),
            }),
            rt::Binding::AmqpOperation(rt::bindings::amqp::Operation {
                expiration: rt::Option::Some(100000),
                cc: &["audit"],
                priority: rt::Option::Some(10),
                delivery_mode: rt::Option::Some(
                    rt::bindings::amqp::DeliveryMode::Persistent,
                ),
                mandatory: rt::Option::Some(false),
                ack: rt::Option::Some(true),
                ..rt::bindings::amqp::Operation::EMPTY
            }),
            rt::Binding::NatsOperation(rt::bindings::nats::Operation {
                queue: rt::Option::Some("orders"),
            }),
            rt::Binding::HttpOperation(rt::bindings::http::Operation {
                method: rt::Option::Some("POST"),
            }),
        ],
        reply: rt::Option::None,
    };
    /// What operation `place` sends.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Place {
        /// Message `placed`.
        ///
        /// From `asyncapi.yaml:51`.
        Placed(super::Order),
        /// Message `cancelled`.
        ///
        /// From `asyncapi.yaml:60`.
        Cancelled(super::Cancelled),
    }
    impl rt::From<super::Order> for Place {
        fn from(message: super::Order) -> Self {
            Self::Placed(message)
        }
    }
    impl rt::From<super::Cancelled> for Place {
        fn from(message: super::Cancelled) -> Self {
            Self::Cancelled(message)
        }
    }
    /// A handle on channel `orders`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:35`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `place`: sends `placed`, `cancelled`.
        ///
        /// From `asyncapi.yaml:77`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn place(&self, message: impl rt::Into<Place>) -> rt::Send<'_> {
            let message: Place = message.into();
            match &message {
                Place::Placed(message) => {
                    self.link.send(&PLACE, &PLACED_MESSAGE, message)
                }
                Place::Cancelled(message) => {
                    self.link.send(&PLACE, &CANCELLED_MESSAGE, message)
                }
            }
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
        /// The same handle, whose messages go out with this key: that of `placed`.
        ///
        /// # Errors
        ///
        /// When the key breaks the rules of its schema.
        pub fn with_placed_key(
            &self,
            key: &rt::Uuid,
        ) -> rt::Result<Self, rt::SendError> {
            rt::encode_key(key)
                .map(|key| Self {
                    link: self.link.with_key(key),
                })
        }
        /// The same handle, whose messages go out with this key: that of `cancelled`.
        ///
        /// # Errors
        ///
        /// When the key breaks the rules of its schema.
        pub fn with_cancelled_key(
            &self,
            key: &super::CancelledKey,
        ) -> rt::Result<Self, rt::SendError> {
            rt::encode_key(key)
                .map(|key| Self {
                    link: self.link.with_key(key),
                })
        }
        /// The channel's address, its parameters filled in.
        #[must_use]
        pub fn address(&self) -> &::core::primitive::str {
            self.link.address().as_str()
        }
    }
    /// What this side sends on channel `orders`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `place`: sends `placed`, `cancelled`.
        ///
        /// From `asyncapi.yaml:77`.
        fn place(
            &self,
            message: impl rt::Into<Place> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn place(
            &self,
            message: impl rt::Into<Place> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::place(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `place`.
        Place(Place),
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
        fn place(
            &self,
            message: impl rt::Into<Place> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Place(message.into()));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// Who connects to channel `orders` is sent to: nothing comes in. `()` will do where nobody minds.
    ///
    /// From `asyncapi.yaml:35`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
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
    /// Peers connect to be sent to, and nobody minds who comes and goes.
    impl Receiver for () {}
    /// A peer's session on channel `orders`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Another channel's session, to be sent to on this one: channels of one address share their sessions.
        #[must_use]
        pub fn of(session: &rt::Session) -> Self {
            Self {
                inner: rt::Clone::clone(session),
            }
        }
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
        /// Operation `place`: sends `placed`, `cancelled`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:77`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn place(
            &self,
            message: impl rt::Into<Place>,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            let message: Place = message.into();
            match &message {
                Place::Placed(message) => {
                    self.inner.send(&PLACE, &PLACED_MESSAGE, message).await
                }
                Place::Cancelled(message) => {
                    self.inner.send(&PLACE, &CANCELLED_MESSAGE, message).await
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
    /// Who listens, as the service's router sees it.
    pub(super) struct Route<R>(pub(super) R);
    impl<R: Receiver> rt::Route for Route<R> {
        fn channel(&self) -> &'static rt::ChannelInfo {
            &CHANNEL
        }
        fn receives(&self) -> ::core::primitive::bool {
            false
        }
        fn claims(&self, _raw: &rt::RawMessage) -> ::core::primitive::bool {
            false
        }
        fn handle(
            &self,
            context: rt::Context,
        ) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
            let unknown = rt::DecodeError::unknown_message("orders");
            rt::Box::pin(
                rt::ready((context, <rt::Handled as rt::From<_>>::from(unknown))),
            )
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
/// Channel `notes`, at `notes`.
///
/// From `asyncapi.yaml:69`.
#[allow(clippy::ptr_arg)]
pub mod notes {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `notes`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "notes",
        address: rt::Option::Some("notes"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `note`, as the document has it.
    pub static NOTE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "note",
        content_type: "text/plain",
        correlation: rt::Option::None,
        bindings: &[rt::Binding::KafkaMessage(rt::bindings::kafka::Message::EMPTY)],
    };
    /// Operation `note`, as the document has it.
    pub static NOTE: rt::OperationInfo = rt::OperationInfo {
        name: "note",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `notes`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:69`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `note`: sends `note`.
        ///
        /// From `asyncapi.yaml:86`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn note(&self, message: &rt::String) -> rt::Send<'_> {
            self.link.send(&NOTE, &NOTE_MESSAGE, &rt::AsText(message))
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
        /// The same handle, whose messages go out with this key: that of `note`.
        ///
        /// # Errors
        ///
        /// When the key breaks the rules of its schema.
        pub fn with_key(&self, key: &i128) -> rt::Result<Self, rt::SendError> {
            rt::encode_key(key)
                .map(|key| Self {
                    link: self.link.with_key(key),
                })
        }
        /// The channel's address, its parameters filled in.
        #[must_use]
        pub fn address(&self) -> &::core::primitive::str {
            self.link.address().as_str()
        }
    }
    /// What this side sends on channel `notes`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `note`: sends `note`.
        ///
        /// From `asyncapi.yaml:86`.
        fn note(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn note(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::note(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `note`.
        Note(rt::String),
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
        fn note(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Note(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// Who connects to channel `notes` is sent to: nothing comes in. `()` will do where nobody minds.
    ///
    /// From `asyncapi.yaml:69`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
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
    /// Peers connect to be sent to, and nobody minds who comes and goes.
    impl Receiver for () {}
    /// A peer's session on channel `notes`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Another channel's session, to be sent to on this one: channels of one address share their sessions.
        #[must_use]
        pub fn of(session: &rt::Session) -> Self {
            Self {
                inner: rt::Clone::clone(session),
            }
        }
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
        /// Operation `note`: sends `note`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:86`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn note(
            &self,
            message: &rt::String,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            self.inner.send(&NOTE, &NOTE_MESSAGE, &rt::AsText(message)).await
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
    /// Who listens, as the service's router sees it.
    pub(super) struct Route<R>(pub(super) R);
    impl<R: Receiver> rt::Route for Route<R> {
        fn channel(&self) -> &'static rt::ChannelInfo {
            &CHANNEL
        }
        fn receives(&self) -> ::core::primitive::bool {
            false
        }
        fn claims(&self, _raw: &rt::RawMessage) -> ::core::primitive::bool {
            false
        }
        fn handle(
            &self,
            context: rt::Context,
        ) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
            let unknown = rt::DecodeError::unknown_message("notes");
            rt::Box::pin(
                rt::ready((context, <rt::Handled as rt::From<_>>::from(unknown))),
            )
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
/// A client of Orders 1.0.0: sends, and pulls what comes in.
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
                &[&orders::CHANNEL, &notes::CHANNEL],
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
                &[&orders::CHANNEL, &notes::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `orders`.
    ///
    /// From `asyncapi.yaml:35`.
    #[must_use]
    pub fn orders(&self) -> orders::Channel {
        orders::Channel::new(self.inner.channel(&orders::CHANNEL, "orders"))
    }
    /// Channel `notes`.
    ///
    /// From `asyncapi.yaml:69`.
    #[must_use]
    pub fn notes(&self) -> notes::Channel {
        notes::Channel::new(self.inner.channel(&notes::CHANNEL, "notes"))
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
/// A service of Orders 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<Orders: orders::Receiver, Notes: notes::Receiver> {
    /// Handles channel `orders`.
    ///
    /// From `asyncapi.yaml:35`.
    pub orders: Orders,
    /// Handles channel `notes`.
    ///
    /// From `asyncapi.yaml:69`.
    pub notes: Notes,
}
impl<Orders: orders::Receiver, Notes: notes::Receiver> Service<Orders, Notes> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([
            rt::Arc::new(orders::Route(self.orders)) as rt::Arc<dyn rt::Route>,
            rt::Arc::new(notes::Route(self.notes)) as rt::Arc<dyn rt::Route>,
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
    /// One of the document's servers, for a program that chooses as it runs: `"kafka".parse::<Server>()`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash
    )]
    pub enum Server {
        /// Server `kafka`: see [`Kafka`](struct@Kafka).
        Kafka,
        /// Server `mqtt`: see [`Mqtt`](struct@Mqtt).
        Mqtt,
        /// Server `rabbit`: see [`Rabbit`](struct@Rabbit).
        Rabbit,
        /// Server `nats`: see [`Nats`](struct@Nats).
        Nats,
        /// Server `web`: see [`Web`](struct@Web).
        Web,
        /// Server `sqs`: see [`Sqs`](struct@Sqs).
        Sqs,
    }
    rt::server_choice!(
        Server { Kafka = KAFKA, Mqtt = MQTT, Rabbit = RABBIT, Nats = NATS, Web = WEB, Sqs
        = SQS }
    );
    /// Server `kafka`, as the document has it.
    pub static KAFKA: rt::ServerInfo = rt::ServerInfo {
        name: "kafka",
        protocol: "kafka",
        protocol_version: rt::Option::None,
        host: "kafka:9092",
        pathname: "",
        variables: &[],
        bindings: &[
            rt::Binding::KafkaServer(rt::bindings::kafka::Server {
                schema_registry_url: rt::Option::Some("https://registry"),
                schema_registry_vendor: rt::Option::Some("confluent"),
            }),
        ],
    };
    /// Server `kafka`: `kafka://kafka:9092`.
    ///
    /// From `asyncapi.yaml:6`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Kafka<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Kafka<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("kafka://kafka:9092")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(&KAFKA, rt::Into::<rt::String>::into(url));
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Kafka, KAFKA, rt::Given);
    impl<Credentials> Kafka<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Kafka);
    /// Server `mqtt`, as the document has it.
    pub static MQTT: rt::ServerInfo = rt::ServerInfo {
        name: "mqtt",
        protocol: "mqtt",
        protocol_version: rt::Option::None,
        host: "mqtt:1883",
        pathname: "",
        variables: &[],
        bindings: &[
            rt::Binding::MqttServer(rt::bindings::mqtt::Server {
                client_id: rt::Option::Some("orders"),
                clean_session: rt::Option::Some(false),
                last_will: rt::Option::Some(rt::bindings::mqtt::LastWill {
                    topic: rt::Option::Some("/gone"),
                    qos: rt::Option::Some(rt::bindings::mqtt::Qos::ExactlyOnce),
                    message: rt::Option::Some("gone"),
                    retain: rt::Option::Some(true),
                }),
                keep_alive: rt::Option::Some(60),
                session_expiry_interval: rt::Option::Some(120),
                maximum_packet_size: rt::Option::Some(65535),
            }),
        ],
    };
    /// Server `mqtt`: `mqtt://mqtt:1883`.
    ///
    /// From `asyncapi.yaml:11`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Mqtt<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Mqtt<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("mqtt://mqtt:1883")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(&MQTT, rt::Into::<rt::String>::into(url));
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Mqtt, MQTT, rt::Given);
    impl<Credentials> Mqtt<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Mqtt);
    /// Server `rabbit`, as the document has it.
    pub static RABBIT: rt::ServerInfo = rt::ServerInfo {
        name: "rabbit",
        protocol: "amqp",
        protocol_version: rt::Option::None,
        host: "rabbit:5672",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `rabbit`: `amqp://rabbit:5672`.
    ///
    /// From `asyncapi.yaml:22`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Rabbit<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Rabbit<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("amqp://rabbit:5672")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(
                &RABBIT,
                rt::Into::<rt::String>::into(url),
            );
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Rabbit, RABBIT, rt::Given);
    impl<Credentials> Rabbit<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Rabbit);
    /// Server `nats`, as the document has it.
    pub static NATS: rt::ServerInfo = rt::ServerInfo {
        name: "nats",
        protocol: "nats",
        protocol_version: rt::Option::None,
        host: "nats:4222",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `nats`: `nats://nats:4222`.
    ///
    /// From `asyncapi.yaml:25`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Nats<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Nats<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("nats://nats:4222")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(&NATS, rt::Into::<rt::String>::into(url));
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Nats, NATS, rt::Given);
    impl<Credentials> Nats<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Nats);
    /// Server `web`, as the document has it.
    pub static WEB: rt::ServerInfo = rt::ServerInfo {
        name: "web",
        protocol: "https",
        protocol_version: rt::Option::None,
        host: "web",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `web`: `https://web`.
    ///
    /// From `asyncapi.yaml:28`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Web<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Web<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("https://web")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(&WEB, rt::Into::<rt::String>::into(url));
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// Listens in the place of the server, on an address such as `127.0.0.1:0`.
        #[must_use]
        pub fn listen(address: impl rt::Into<rt::String>) -> WebListener<rt::Given> {
            let inner = rt::ServerBuilder::listen(
                &WEB,
                rt::Into::<rt::String>::into(address),
            );
            WebListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> WebListener<rt::Given> {
            let inner = rt::ServerBuilder::listener(&WEB, rt::Arc::new(listener));
            WebListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Web, WEB, rt::Given);
    impl<Credentials> Web<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Web);
    /// A listener in the place of server `web`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct WebListener<Authenticator = rt::Given> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }
    impl<Authenticator> WebListener<Authenticator> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(serve WebListener);
    /// Server `sqs`, as the document has it.
    pub static SQS: rt::ServerInfo = rt::ServerInfo {
        name: "sqs",
        protocol: "sqs",
        protocol_version: rt::Option::None,
        host: "sqs.eu-central-1.amazonaws.com",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `sqs`: `sqs://sqs.eu-central-1.amazonaws.com`.
    ///
    /// From `asyncapi.yaml:31`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Sqs<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Sqs<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("sqs://sqs.eu-central-1.amazonaws.com")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(&SQS, rt::Into::<rt::String>::into(url));
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Sqs, SQS, rt::Given);
    impl<Credentials> Sqs<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Sqs);
}
