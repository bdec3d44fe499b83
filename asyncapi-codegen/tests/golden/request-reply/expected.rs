#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:17`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct SumRequest {
    /// Property `id`.
    pub id: rt::String,
    /// Property `values`.
    pub values: rt::Vec<i128>,
}
impl rt::Object for SumRequest {
    const NAME: &'static str = "SumRequest";
    const FIELDS: &'static [&'static str] = &["id", "op", "values"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut id = rt::None;
        let mut op = false;
        let mut values = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut id, "id")?,
                1 => map.constant(&mut op, "op", &rt::Literal::String("sum"))?,
                2 => map.read(&mut values, "values")?,
                _ => map.skip()?,
            }
        }
        map.present(op, "op")?;
        rt::Ok(Self {
            id: map.required(id, "id")?,
            values: map.required(values, "values")?,
        })
    }
}
impl rt::Wire for SumRequest {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("id", &self.id)?;
        object.constant("op", &rt::Literal::String("sum"))?;
        object.field("values", &self.values)?;
        object.end()
    }
}
rt::serde_impls!(SumRequest);
/// An object of the document.
///
/// From `asyncapi.yaml:32`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct SumReply {
    /// Property `id`.
    pub id: rt::String,
    /// Property `sum`.
    pub sum: i128,
}
impl rt::Object for SumReply {
    const NAME: &'static str = "SumReply";
    const FIELDS: &'static [&'static str] = &["id", "sum"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut id = rt::None;
        let mut sum = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut id, "id")?,
                1 => map.read(&mut sum, "sum")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            id: map.required(id, "id")?,
            sum: map.required(sum, "sum")?,
        })
    }
}
impl rt::Wire for SumReply {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("id", &self.id)?;
        object.field("sum", &self.sum)?;
        object.end()
    }
}
rt::serde_impls!(SumReply);
/// An object of the document.
///
/// From `asyncapi.yaml:43`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Failed {
    /// Property `id`.
    pub id: rt::String,
    /// Property `error`.
    pub error: rt::String,
}
impl rt::Object for Failed {
    const NAME: &'static str = "Failed";
    const FIELDS: &'static [&'static str] = &["id", "error"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut id = rt::None;
        let mut error = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut id, "id")?,
                1 => map.read(&mut error, "error")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            id: map.required(id, "id")?,
            error: map.required(error, "error")?,
        })
    }
}
impl rt::Wire for Failed {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("id", &self.id)?;
        object.field("error", &self.error)?;
        object.end()
    }
}
rt::serde_impls!(Failed);
/// An object of the document.
///
/// From `asyncapi.yaml:74`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct PingHeaders {
    /// Property `correlation`.
    pub correlation: rt::Option<rt::String>,
    /// Property `replyTo`.
    pub reply_to: rt::String,
}
impl PingHeaders {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(reply_to: rt::String) -> Self {
        Self {
            correlation: rt::None,
            reply_to,
        }
    }
}
impl rt::Object for PingHeaders {
    const NAME: &'static str = "PingHeaders";
    const FIELDS: &'static [&'static str] = &["correlation", "replyTo"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut correlation = rt::None;
        let mut reply_to = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut correlation, "correlation")?,
                1 => map.read(&mut reply_to, "replyTo")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            correlation,
            reply_to: map.required(reply_to, "replyTo")?,
        })
    }
}
impl rt::Wire for PingHeaders {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("correlation", &self.correlation)?;
        object.field("replyTo", &self.reply_to)?;
        object.end()
    }
}
rt::serde_impls!(PingHeaders);
/// An object of the document.
///
/// From `asyncapi.yaml:62`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Pong {
    /// Property `at`.
    ///
    /// A date-time of RFC 3339.
    pub at: rt::Option<rt::DateTime>,
}
impl rt::Object for Pong {
    const NAME: &'static str = "Pong";
    const FIELDS: &'static [&'static str] = &["at"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut at_field = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut at_field, "at")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { at: at_field })
    }
}
impl rt::Wire for Pong {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("at", &self.at)?;
        object.end()
    }
}
rt::serde_impls!(Pong);
/// An object of the document.
///
/// From `asyncapi.yaml:57`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct PongHeaders {
    /// Property `correlation`.
    pub correlation: rt::Option<rt::String>,
}
impl rt::Object for PongHeaders {
    const NAME: &'static str = "PongHeaders";
    const FIELDS: &'static [&'static str] = &["correlation"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut correlation = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut correlation, "correlation")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { correlation })
    }
}
impl rt::Wire for PongHeaders {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("correlation", &self.correlation)?;
        object.end()
    }
}
rt::serde_impls!(PongHeaders);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("SumRequest", 0x18dc69b876c3be0b),
    ("SumReply", 0x97d8d8e558c4bcb0),
    ("Failed", 0xecfbb4d7e16e18b9),
    ("PingHeaders", 0x39e511ec8c750fd0),
    ("Pong", 0x856e6eb6f2fc0cde),
    ("PongHeaders", 0xc4be85b15e2731df),
];
impl rt::OptionalHeaders for PongHeaders {}
/// Channel `rpc`, at `/rpc`.
///
/// From `asyncapi.yaml:10`.
pub mod rpc {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `rpc`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "rpc",
        address: rt::Option::Some("/rpc"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `sumRequest`, as the document has it.
    pub static SUM_REQUEST_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "sumRequest",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Correlation {
            location: rt::Location::Payload("/id"),
            id: rt::IdKind::Text,
        }),
        bindings: &[],
    };
    /// Operation `sum`, as the document has it.
    pub static SUM: rt::OperationInfo = rt::OperationInfo {
        name: "sum",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::Some(&SUM_REPLY),
    };
    /// Message `sumReply`, as the document has it.
    pub static SUM_REPLY_SUM_REPLY: rt::MessageInfo = rt::MessageInfo {
        name: "sumReply",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Correlation {
            location: rt::Location::Payload("/id"),
            id: rt::IdKind::Text,
        }),
        bindings: &[],
    };
    /// Message `failed`, as the document has it.
    pub static SUM_REPLY_FAILED: rt::MessageInfo = rt::MessageInfo {
        name: "failed",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Correlation {
            location: rt::Location::Payload("/id"),
            id: rt::IdKind::Text,
        }),
        bindings: &[],
    };
    static SUM_REPLY: rt::ReplyInfo = rt::ReplyInfo {
        channel: rt::Option::None,
        address: rt::Option::None,
        messages: &[&SUM_REPLY_SUM_REPLY, &SUM_REPLY_FAILED],
        pushed: false,
    };
    /// What answers operation `sum`.
    ///
    /// Which of them it is:
    /// * if property `sum` is there: `sumReply`, or if it does not fit, `failed`
    /// * else: `failed`
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum SumReply {
        /// Message `sumReply`.
        ///
        /// From `asyncapi.yaml:28`.
        SumReply(super::SumReply),
        /// Message `failed`.
        ///
        /// From `asyncapi.yaml:39`.
        Failed(super::Failed),
    }
    impl rt::From<super::SumReply> for SumReply {
        fn from(message: super::SumReply) -> Self {
            Self::SumReply(message)
        }
    }
    impl rt::From<super::Failed> for SumReply {
        fn from(message: super::Failed) -> Self {
            Self::Failed(message)
        }
    }
    impl rt::Incoming for SumReply {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            let [kind] = rt::scan(&raw.payload, ["sum"])?;
            if kind.is_present() {
                match rt::decode(raw) {
                    rt::Result::Ok(message) => {
                        rt::Result::Ok(SumReply::SumReply(message))
                    }
                    rt::Result::Err(error) => {
                        (rt::decode(raw).map(SumReply::Failed))
                            .or(rt::Result::Err(error))
                    }
                }
            } else {
                rt::decode(raw).map(SumReply::Failed)
            }
        }
    }
    /// A handle on channel `rpc`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:10`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `sum`: sends `sumRequest`.
        ///
        /// From `asyncapi.yaml:82`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub async fn sum(
            &self,
            message: &super::SumRequest,
        ) -> rt::Result<SumReply, rt::RequestError> {
            self.link.request::<SumReply, _>(&SUM, &SUM_REQUEST_MESSAGE, message).await
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
    /// What this side sends on channel `rpc`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `sum`: sends `sumRequest`.
        ///
        /// From `asyncapi.yaml:82`.
        fn sum(
            &self,
            message: &super::SumRequest,
        ) -> impl rt::Future<
            Output = rt::Result<SumReply, rt::RequestError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn sum(
            &self,
            message: &super::SumRequest,
        ) -> impl rt::Future<
            Output = rt::Result<SumReply, rt::RequestError>,
        > + ::core::marker::Send {
            Self::sum(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `sum`.
        Sum(super::SumRequest),
    }
    /// A [`Sender`] for tests: sends nothing, and remembers what it was given. Clones remember together.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Recorder {
        sent: rt::Recorded<Sent>,
        replies_to_sum: rt::Recorded<SumReply>,
    }
    impl Recorder {
        /// A double that was given nothing yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                sent: rt::Recorded::new(),
                replies_to_sum: rt::Recorded::new(),
            }
        }
        /// What it was given so far, in order.
        #[must_use]
        pub fn sent(&self) -> rt::Vec<Sent> {
            self.sent.all()
        }
        /// Adds a reply for a later request of operation `sum`.
        pub fn reply_to_sum(&self, reply: SumReply) {
            self.replies_to_sum.push(reply);
        }
    }
    impl rt::Default for Recorder {
        fn default() -> Self {
            Self::new()
        }
    }
    impl Sender for Recorder {
        fn sum(
            &self,
            message: &super::SumRequest,
        ) -> impl rt::Future<
            Output = rt::Result<SumReply, rt::RequestError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Sum(rt::Clone::clone(message)));
            rt::ready(
                self
                    .replies_to_sum
                    .take_first()
                    .ok_or_else(|| rt::no_recorded_reply("sum")),
            )
        }
    }
    /// Who connects to channel `rpc` is sent to: nothing comes in. `()` will do where nobody minds.
    ///
    /// From `asyncapi.yaml:10`.
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
    /// A peer's session on channel `rpc`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
            let unknown = rt::DecodeError::unknown_message("rpc");
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
/// Channel `pings`, at `pings`.
///
/// From `asyncapi.yaml:67`.
pub mod pings {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `pings`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "pings",
        address: rt::Option::Some("pings"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `ping`, as the document has it.
    pub static PING_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "ping",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Correlation {
            location: rt::Location::Header("correlation"),
            id: rt::IdKind::Text,
        }),
        bindings: &[],
    };
    /// Operation `ping`, as the document has it.
    pub static PING: rt::OperationInfo = rt::OperationInfo {
        name: "ping",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::Some(&PING_REPLY),
    };
    /// Message `pong`, as the document has it.
    pub static PING_REPLY_PONG: rt::MessageInfo = rt::MessageInfo {
        name: "pong",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Correlation {
            location: rt::Location::Header("correlation"),
            id: rt::IdKind::Text,
        }),
        bindings: &[],
    };
    static PING_REPLY_CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "replies",
        address: rt::Option::None,
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    static PING_REPLY: rt::ReplyInfo = rt::ReplyInfo {
        channel: rt::Option::Some(&PING_REPLY_CHANNEL),
        address: rt::Option::Some(rt::Location::Header("replyTo")),
        messages: &[&PING_REPLY_PONG],
        pushed: false,
    };
    /// What can come in on channel `pings`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `ping`.
        ///
        /// From `asyncapi.yaml:70`.
        Ping(rt::WithHeaders<(), super::PingHeaders>),
    }
    impl rt::From<rt::WithHeaders<(), super::PingHeaders>> for Message {
        fn from(message: rt::WithHeaders<(), super::PingHeaders>) -> Self {
            Self::Ping(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode_nothing_with_headers(raw).map(Message::Ping)
        }
    }
    /// A handle on channel `pings`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:67`.
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
    /// Handles what comes in on channel `pings`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:67`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `ping`: receives `ping`.
        ///
        /// From `asyncapi.yaml:94`.
        fn ping(
            &self,
            message: rt::WithHeaders<(), super::PingHeaders>,
            context: &Context,
        ) -> impl rt::Future<
            Output = rt::Outcome<rt::WithHeaders<super::Pong, super::PongHeaders>>,
        > + ::core::marker::Send;
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
    /// A peer's session on channel `pings`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
                            rt::Result::Ok(Message::Ping(message)) => {
                                match Receiver::ping(&self.0, message, &context).await {
                                    rt::Result::Ok(reply) => {
                                        <rt::Handled as rt::From<
                                            _,
                                        >>::from(
                                            rt::reply(
                                                    &context.inner,
                                                    &PING,
                                                    &PING_MESSAGE,
                                                    &PING_REPLY_PONG,
                                                    &reply,
                                                )
                                                .await,
                                        )
                                    }
                                    rt::Result::Err(failure) => rt::Handled::Failed(failure),
                                }
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
/// A client of Calculator 1.0.0: sends, and pulls what comes in.
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
                &[&rpc::CHANNEL, &pings::CHANNEL],
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
                &[&rpc::CHANNEL, &pings::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `rpc`.
    ///
    /// From `asyncapi.yaml:10`.
    #[must_use]
    pub fn rpc(&self) -> rpc::Channel {
        rpc::Channel::new(self.inner.channel(&rpc::CHANNEL, "/rpc"))
    }
    /// Channel `pings`.
    ///
    /// From `asyncapi.yaml:67`.
    #[must_use]
    pub fn pings(&self) -> pings::Channel {
        pings::Channel::new(self.inner.channel(&pings::CHANNEL, "pings"))
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
/// A service of Calculator 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<Rpc: rpc::Receiver, Pings: pings::Receiver> {
    /// Handles channel `rpc`.
    ///
    /// From `asyncapi.yaml:10`.
    pub rpc: Rpc,
    /// Handles channel `pings`.
    ///
    /// From `asyncapi.yaml:67`.
    pub pings: Pings,
}
impl<Rpc: rpc::Receiver, Pings: pings::Receiver> Service<Rpc, Pings> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([
            rt::Arc::new(rpc::Route(self.rpc)) as rt::Arc<dyn rt::Route>,
            rt::Arc::new(pings::Route(self.pings)) as rt::Arc<dyn rt::Route>,
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
    /// One of the document's servers, for a program that chooses as it runs: `"local".parse::<Server>()`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash
    )]
    pub enum Server {
        /// Server `local`: see [`Local`](struct@Local).
        Local,
    }
    rt::server_choice!(Server { Local = LOCAL });
    /// Server `local`, as the document has it.
    pub static LOCAL: rt::ServerInfo = rt::ServerInfo {
        name: "local",
        protocol: "ws",
        protocol_version: rt::Option::None,
        host: "localhost:8080",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `local`: `ws://localhost:8080`.
    ///
    /// From `asyncapi.yaml:6`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Local<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Local<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("ws://localhost:8080")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(&LOCAL, rt::Into::<rt::String>::into(url));
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// Listens in the place of the server, on an address such as `127.0.0.1:0`.
        #[must_use]
        pub fn listen(address: impl rt::Into<rt::String>) -> LocalListener<rt::Given> {
            let inner = rt::ServerBuilder::listen(
                &LOCAL,
                rt::Into::<rt::String>::into(address),
            );
            LocalListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> LocalListener<rt::Given> {
            let inner = rt::ServerBuilder::listener(&LOCAL, rt::Arc::new(listener));
            LocalListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Local, LOCAL, rt::Given);
    impl<Credentials> Local<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Local);
    /// A listener in the place of server `local`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct LocalListener<Authenticator = rt::Given> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }
    impl<Authenticator> LocalListener<Authenticator> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(serve LocalListener);
}
