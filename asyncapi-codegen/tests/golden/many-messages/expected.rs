#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:32`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct One {}
impl rt::Object for One {
    const NAME: &'static str = "One";
    const FIELDS: &'static [&'static str] = &["v"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut v = false;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut v, "v", &rt::Literal::Integer(1))?,
                _ => map.skip()?,
            }
        }
        map.present(v, "v")?;
        rt::Ok(Self {})
    }
}
impl rt::Wire for One {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("v", &rt::Literal::Integer(1))?;
        object.end()
    }
}
rt::serde_impls!(One);
/// An object of the document.
///
/// From `asyncapi.yaml:38`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Two {}
impl rt::Object for Two {
    const NAME: &'static str = "Two";
    const FIELDS: &'static [&'static str] = &["v"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut v = false;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut v, "v", &rt::Literal::Number(2.5))?,
                _ => map.skip()?,
            }
        }
        map.present(v, "v")?;
        rt::Ok(Self {})
    }
}
impl rt::Wire for Two {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("v", &rt::Literal::Number(2.5))?;
        object.end()
    }
}
rt::serde_impls!(Two);
/// An object of the document.
///
/// From `asyncapi.yaml:44`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct ThreeHeaders {}
impl rt::Object for ThreeHeaders {
    const NAME: &'static str = "ThreeHeaders";
    const FIELDS: &'static [&'static str] = &["kind"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut kind = false;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut kind, "kind", &rt::Literal::String("three"))?,
                _ => map.skip()?,
            }
        }
        map.present(kind, "kind")?;
        rt::Ok(Self {})
    }
}
impl rt::Wire for ThreeHeaders {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("kind", &rt::Literal::String("three"))?;
        object.end()
    }
}
rt::serde_impls!(ThreeHeaders);
/// An object of the document.
///
/// From `asyncapi.yaml:12`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Created {
    /// Property `id`.
    pub id: i128,
}
impl rt::Object for Created {
    const NAME: &'static str = "Created";
    const FIELDS: &'static [&'static str] = &["type", "id"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut r#type = false;
        let mut id = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut r#type, "type", &rt::Literal::String("created"))?,
                1 => map.read(&mut id, "id")?,
                _ => map.skip()?,
            }
        }
        map.present(r#type, "type")?;
        rt::Ok(Self {
            id: map.required(id, "id")?,
        })
    }
}
impl rt::Wire for Created {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("type", &rt::Literal::String("created"))?;
        object.field("id", &self.id)?;
        object.end()
    }
}
rt::serde_impls!(Created);
/// An object of the document.
///
/// From `asyncapi.yaml:19`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Cancelled {
    /// Property `type`.
    pub r#type: CancelledType,
}
impl rt::Object for Cancelled {
    const NAME: &'static str = "Cancelled";
    const FIELDS: &'static [&'static str] = &["type"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut r#type = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut r#type, "type")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            r#type: map.required(r#type, "type")?,
        })
    }
}
impl rt::Wire for Cancelled {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("type", &self.r#type)?;
        object.end()
    }
}
rt::serde_impls!(Cancelled);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:22`.
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
pub enum CancelledType {
    /// The value `cancelled`.
    Cancelled,
    /// The value `expired`.
    Expired,
}
rt::text_enum!(CancelledType { Cancelled = "cancelled", Expired = "expired" });
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("One", 0x31f8414a12f0ea01),
    ("Two", 0x91c9e0f22b7b2cbb),
    ("ThreeHeaders", 0xaa342b9d6672423),
    ("Created", 0x1da04a61c2f7a9c7),
    ("Cancelled", 0xeecae0445ee2d460),
    ("CancelledType", 0xc0b929f322a23c9a),
];
impl rt::OptionalHeaders for ThreeHeaders {}
/// Channel `order/events`, at `order/events`.
///
/// From `asyncapi.yaml:6`.
#[allow(clippy::ptr_arg)]
pub mod order_events {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `order/events`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "order/events",
        address: rt::Option::Some("order/events"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `list`, as the document has it.
    pub static LIST_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "list",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `one`, as the document has it.
    pub static ONE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "one",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `two`, as the document has it.
    pub static TWO_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "two",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `three`, as the document has it.
    pub static THREE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "three",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `created`, as the document has it.
    pub static CREATED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "created",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `cancelled`, as the document has it.
    pub static CANCELLED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "cancelled",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `send order/events`, as the document has it.
    pub static SEND_ORDER_EVENTS: rt::OperationInfo = rt::OperationInfo {
        name: "send order/events",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `receive order/events`, as the document has it.
    pub static RECEIVE_ORDER_EVENTS: rt::OperationInfo = rt::OperationInfo {
        name: "receive order/events",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `order/events`.
    ///
    /// Which of them it is:
    /// * if the payload is an array: `list`
    /// * if property `v` is `1`: `one`, or if it does not fit, `three`
    /// * if property `v` is `2.5`: `two`, or if it does not fit, `three`
    /// * else: `three`
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `list`.
        ///
        /// From `asyncapi.yaml:26`.
        List(rt::Vec<rt::String>),
        /// Message `one`.
        ///
        /// From `asyncapi.yaml:30`.
        One(super::One),
        /// Message `two`.
        ///
        /// From `asyncapi.yaml:36`.
        Two(super::Two),
        /// Message `three`.
        ///
        /// From `asyncapi.yaml:42`.
        Three(rt::WithHeaders<rt::BTreeMap<rt::String, rt::Json>, super::ThreeHeaders>),
    }
    impl rt::From<rt::Vec<rt::String>> for Message {
        fn from(message: rt::Vec<rt::String>) -> Self {
            Self::List(message)
        }
    }
    impl rt::From<super::One> for Message {
        fn from(message: super::One) -> Self {
            Self::One(message)
        }
    }
    impl rt::From<super::Two> for Message {
        fn from(message: super::Two) -> Self {
            Self::Two(message)
        }
    }
    impl rt::From<
        rt::WithHeaders<rt::BTreeMap<rt::String, rt::Json>, super::ThreeHeaders>,
    > for Message {
        fn from(
            message: rt::WithHeaders<
                rt::BTreeMap<rt::String, rt::Json>,
                super::ThreeHeaders,
            >,
        ) -> Self {
            Self::Three(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            let [found_1, found_2] = rt::scan(
                &raw.payload,
                [&[] as &[&::core::primitive::str], &["v"] as &[&::core::primitive::str]],
            )?;
            if found_1.kind() == rt::Option::Some(rt::JsonKind::Array) {
                rt::decode(raw).map(Message::List)
            } else if found_2.is(&rt::Literal::Integer(1i64)) {
                match rt::decode(raw) {
                    rt::Result::Ok(message) => rt::Result::Ok(Message::One(message)),
                    rt::Result::Err(error) => {
                        (rt::decode_with_headers(raw).map(Message::Three))
                            .or(rt::Result::Err(error))
                    }
                }
            } else if found_2.is(&rt::Literal::Number(2.5f64)) {
                match rt::decode(raw) {
                    rt::Result::Ok(message) => rt::Result::Ok(Message::Two(message)),
                    rt::Result::Err(error) => {
                        (rt::decode_with_headers(raw).map(Message::Three))
                            .or(rt::Result::Err(error))
                    }
                }
            } else {
                rt::decode_with_headers(raw).map(Message::Three)
            }
        }
    }
    /// What operation `send order/events` sends.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum SendOrderEvents {
        /// Message `created`.
        ///
        /// From `asyncapi.yaml:10`.
        Created(super::Created),
        /// Message `cancelled`.
        ///
        /// From `asyncapi.yaml:17`.
        Cancelled(super::Cancelled),
    }
    impl rt::From<super::Created> for SendOrderEvents {
        fn from(message: super::Created) -> Self {
            Self::Created(message)
        }
    }
    impl rt::From<super::Cancelled> for SendOrderEvents {
        fn from(message: super::Cancelled) -> Self {
            Self::Cancelled(message)
        }
    }
    /// A handle on channel `order/events`. Cheap to clone.
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
        /// Operation `send order/events`: sends `created`, `cancelled`.
        ///
        /// From `asyncapi.yaml:7`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn send_order_events(
            &self,
            message: impl rt::Into<SendOrderEvents>,
        ) -> rt::Send<'_> {
            let message: SendOrderEvents = message.into();
            match &message {
                SendOrderEvents::Created(message) => {
                    self.link.send(&SEND_ORDER_EVENTS, &CREATED_MESSAGE, message)
                }
                SendOrderEvents::Cancelled(message) => {
                    self.link.send(&SEND_ORDER_EVENTS, &CANCELLED_MESSAGE, message)
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
    /// What this side sends on channel `order/events`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `send order/events`: sends `created`, `cancelled`.
        ///
        /// From `asyncapi.yaml:7`.
        fn send_order_events(
            &self,
            message: impl rt::Into<SendOrderEvents> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn send_order_events(
            &self,
            message: impl rt::Into<SendOrderEvents> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::send_order_events(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `send order/events`.
        SendOrderEvents(SendOrderEvents),
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
        fn send_order_events(
            &self,
            message: impl rt::Into<SendOrderEvents> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::SendOrderEvents(message.into()));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// What operation `receive order/events` receives.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum ReceiveOrderEvents {
        /// Message `list`.
        ///
        /// From `asyncapi.yaml:26`.
        List(rt::Vec<rt::String>),
        /// Message `one`.
        ///
        /// From `asyncapi.yaml:30`.
        One(super::One),
        /// Message `two`.
        ///
        /// From `asyncapi.yaml:36`.
        Two(super::Two),
        /// Message `three`.
        ///
        /// From `asyncapi.yaml:42`.
        Three(rt::WithHeaders<rt::BTreeMap<rt::String, rt::Json>, super::ThreeHeaders>),
    }
    impl rt::From<rt::Vec<rt::String>> for ReceiveOrderEvents {
        fn from(message: rt::Vec<rt::String>) -> Self {
            Self::List(message)
        }
    }
    impl rt::From<super::One> for ReceiveOrderEvents {
        fn from(message: super::One) -> Self {
            Self::One(message)
        }
    }
    impl rt::From<super::Two> for ReceiveOrderEvents {
        fn from(message: super::Two) -> Self {
            Self::Two(message)
        }
    }
    impl rt::From<
        rt::WithHeaders<rt::BTreeMap<rt::String, rt::Json>, super::ThreeHeaders>,
    > for ReceiveOrderEvents {
        fn from(
            message: rt::WithHeaders<
                rt::BTreeMap<rt::String, rt::Json>,
                super::ThreeHeaders,
            >,
        ) -> Self {
            Self::Three(message)
        }
    }
    /// Handles what comes in on channel `order/events`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:6`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `receive order/events`: receives `list`, `one`, `two`, `three`.
        ///
        /// From `asyncapi.yaml:23`.
        fn receive_order_events(
            &self,
            message: ReceiveOrderEvents,
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
    /// A peer's session on channel `order/events`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Operation `send order/events`: sends `created`, `cancelled`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:7`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn send_order_events(
            &self,
            message: impl rt::Into<SendOrderEvents>,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            let message: SendOrderEvents = message.into();
            match &message {
                SendOrderEvents::Created(message) => {
                    self.inner.send(&SEND_ORDER_EVENTS, &CREATED_MESSAGE, message).await
                }
                SendOrderEvents::Cancelled(message) => {
                    self.inner
                        .send(&SEND_ORDER_EVENTS, &CANCELLED_MESSAGE, message)
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
                            rt::Result::Ok(Message::List(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_order_events(
                                            &self.0,
                                            self::ReceiveOrderEvents::List(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::One(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_order_events(
                                            &self.0,
                                            self::ReceiveOrderEvents::One(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Two(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_order_events(
                                            &self.0,
                                            self::ReceiveOrderEvents::Two(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Three(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_order_events(
                                            &self.0,
                                            self::ReceiveOrderEvents::Three(message),
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
/// A client of Many 1: sends, and pulls what comes in.
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
                &[&order_events::CHANNEL],
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
                &[&order_events::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `order/events`.
    ///
    /// From `asyncapi.yaml:6`.
    #[must_use]
    pub fn order_events(&self) -> order_events::Channel {
        order_events::Channel::new(
            self.inner.channel(&order_events::CHANNEL, "order/events"),
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
/// A service of Many 1: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<OrderEvents: order_events::Receiver> {
    /// Handles channel `order/events`.
    ///
    /// From `asyncapi.yaml:6`.
    pub order_events: OrderEvents,
}
impl<OrderEvents: order_events::Receiver> Service<OrderEvents> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([
            rt::Arc::new(order_events::Route(self.order_events))
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
