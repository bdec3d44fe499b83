#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:94`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Said {
    /// Property `room`.
    pub room: rt::Option<rt::String>,
    /// Property `text`.
    pub text: rt::String,
}
impl Said {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(text: rt::String) -> Self {
        Self { room: rt::None, text }
    }
}
impl rt::Object for Said {
    const NAME: &'static str = "Said";
    const FIELDS: &'static [&'static str] = &["room", "text"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut room = rt::None;
        let mut text = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut room, "room")?,
                1 => map.read(&mut text, "text")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            room,
            text: map.required(text, "text")?,
        })
    }
}
impl rt::Wire for Said {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("room", &self.room)?;
        object.field("text", &self.text)?;
        object.end()
    }
}
rt::serde_impls!(Said);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:63`.
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
pub enum RoomsRoomKind {
    /// The value `talk`.
    Talk,
    /// The value `system`.
    System,
}
rt::text_enum!(RoomsRoomKind { Talk = "talk", System = "system" });
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:17`.
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
pub enum GatePort {
    /// The value `80`.
    N80,
    /// The value `8080`.
    N8080,
}
rt::text_enum!(GatePort { N80 = "80", N8080 = "8080" });
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Said", 0x4c06dad657b0f2ca),
    ("RoomsRoomKind", 0x5c412472dcc6840e),
    ("GatePort", 0x4de252fd79b49237),
];
/// Channel `rooms/{room}/{kind}`, at `rooms/{room}/{kind}`.
///
/// From `asyncapi.yaml:55`.
pub mod rooms_room_kind {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `rooms/{room}/{kind}`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "rooms/{room}/{kind}",
        address: rt::Option::Some("rooms/{room}/{kind}"),
        parameters: &[
            rt::ParameterInfo {
                name: "room",
                values: &[],
                schema: rt::Option::None,
                location: rt::Option::Some(rt::Location::Payload("/room")),
                text: rt::AddressText::Percent,
            },
            rt::ParameterInfo {
                name: "kind",
                values: &["talk", "system"],
                schema: rt::Option::None,
                location: rt::Option::None,
                text: rt::AddressText::Percent,
            },
        ],
        servers: &["gate", "porch"],
        bindings: &[],
    };
    /// Message `said`, as the document has it.
    pub static SAID_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "said",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `hear`, as the document has it.
    pub static HEAR: rt::OperationInfo = rt::OperationInfo {
        name: "hear",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `say`, as the document has it.
    pub static SAY: rt::OperationInfo = rt::OperationInfo {
        name: "say",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// The parameters of the address `rooms/{room}/{kind}` of channel `rooms/{room}/{kind}`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq
    )]
    pub struct Parameters {
        /// Parameter `room`.
        ///
        /// The room.
        ///
        /// From `asyncapi.yaml:58`.
        pub room: rt::String,
        /// Parameter `kind`. The document's default is `talk`.
        ///
        /// Default: `"talk"`.
        ///
        /// From `asyncapi.yaml:63`.
        pub kind: super::RoomsRoomKind,
    }
    impl Parameters {
        /// The address with these parameters.
        ///
        /// # Errors
        /// When a value cannot stand in the address, so that it would be another one.
        pub fn address(&self) -> rt::Result<rt::SharedStr, rt::AddressError> {
            rt::fill_address(
                &CHANNEL,
                &[
                    ("room", rt::Option::Some(self.room.as_str())),
                    ("kind", rt::Option::Some(self.kind.as_str())),
                ],
            )
        }
        /// The parameters of an address, if it is one of this channel.
        #[must_use]
        pub fn from_address(address: &::core::primitive::str) -> rt::Option<Self> {
            let found = rt::match_address(&CHANNEL, address)?;
            rt::Option::Some(Self {
                room: <rt::String as rt::From<_>>::from(found.get("room")?),
                kind: <super::RoomsRoomKind as ::core::str::FromStr>::from_str(
                        found.get("kind")?,
                    )
                    .ok()?,
            })
        }
    }
    impl Parameters {
        /// With the document's defaults for the others.
        #[must_use]
        pub fn new(room: impl rt::Into<rt::String>) -> Self {
            Self {
                room: rt::Into::into(room),
                kind: super::RoomsRoomKind::Talk,
            }
        }
    }
    /// Parameters of which some are left open: a subscription then takes the messages of all their values, and [`Parameters::from_address`] tells which they are.
    ///
    /// A message that is sent says itself what is open, where the document has a `location` for it.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq
    )]
    pub struct OpenParameters {
        /// Parameter `room`; `None` leaves it open.
        pub room: rt::Option<rt::String>,
        /// Parameter `kind`; `None` leaves it open.
        pub kind: rt::Option<super::RoomsRoomKind>,
    }
    impl OpenParameters {
        /// The address, in which what is open stands in braces.
        ///
        /// # Errors
        /// When a value cannot stand in the address, so that it would be another one.
        pub fn address(&self) -> rt::Result<rt::SharedStr, rt::AddressError> {
            rt::fill_address(
                &CHANNEL,
                &[
                    ("room", self.room.as_ref().map(|value| value.as_str())),
                    ("kind", self.kind.as_ref().map(|value| value.as_str())),
                ],
            )
        }
    }
    /// All are open.
    impl rt::Default for OpenParameters {
        fn default() -> Self {
            Self {
                room: rt::Option::None,
                kind: rt::Option::None,
            }
        }
    }
    impl rt::From<Parameters> for OpenParameters {
        fn from(parameters: Parameters) -> Self {
            Self {
                room: rt::Option::Some(parameters.room),
                kind: rt::Option::Some(parameters.kind),
            }
        }
    }
    /// What can come in on channel `rooms/{room}/{kind}`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `said`.
        ///
        /// From `asyncapi.yaml:89`.
        Said(super::Said),
    }
    impl rt::From<super::Said> for Message {
        fn from(message: super::Said) -> Self {
            Self::Said(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode(raw).map(Message::Said)
        }
    }
    /// A handle on channel `rooms/{room}/{kind}`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:55`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `hear`: sends `said`.
        ///
        /// From `asyncapi.yaml:73`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn hear(&self, message: &super::Said) -> rt::Send<'_> {
            self.link.send(&HEAR, &SAID_MESSAGE, message)
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
    /// What this side sends on channel `rooms/{room}/{kind}`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `hear`: sends `said`.
        ///
        /// From `asyncapi.yaml:73`.
        fn hear(
            &self,
            message: &super::Said,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn hear(
            &self,
            message: &super::Said,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::hear(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `hear`.
        Hear(super::Said),
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
        fn hear(
            &self,
            message: &super::Said,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Hear(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// Handles what comes in on channel `rooms/{room}/{kind}`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:55`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `say`: receives `said`.
        ///
        /// From `asyncapi.yaml:69`.
        fn say(
            &self,
            message: super::Said,
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
        parameters: Parameters,
    }
    impl Context {
        /// The session on which the message came.
        #[must_use]
        pub fn session(&self) -> Session {
            Session {
                inner: rt::Clone::clone(self.inner.session()),
            }
        }
        /// The parameters of the message's address.
        #[must_use]
        pub fn parameters(&self) -> &Parameters {
            &self.parameters
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
    /// A peer's session on channel `rooms/{room}/{kind}`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// The parameters of the address that the peer asked for.
        #[must_use]
        pub fn parameters(&self) -> rt::Option<Parameters> {
            Parameters::from_address(self.inner.address())
        }
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
        /// Operation `hear`: sends `said`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:73`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn hear(
            &self,
            message: &super::Said,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            self.inner.send(&HEAR, &SAID_MESSAGE, message).await
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
                let rt::Option::Some(parameters) = Parameters::from_address(
                    context.address(),
                ) else {
                    let error = rt::DecodeError::malformed(
                        "the address is not one of the channel",
                    );
                    return (context, <rt::Handled as rt::From<_>>::from(error));
                };
                if let rt::Result::Err(error) = rt::check_locations(
                    &CHANNEL,
                    context.address(),
                    context.raw(),
                ) {
                    let error = <rt::DecodeError as rt::From<_>>::from(error);
                    return (context, <rt::Handled as rt::From<_>>::from(error));
                }
                let context = Context {
                    inner: context,
                    parameters,
                };
                let handled = rt::guard(async {
                        match <Message as rt::Incoming>::decode(context.inner.raw()) {
                            rt::Result::Ok(Message::Said(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(Receiver::say(&self.0, message, &context).await)
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
/// Channel `orders`, at `orders`.
///
/// From `asyncapi.yaml:76`.
#[allow(clippy::ptr_arg)]
pub mod orders {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `orders`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "orders",
        address: rt::Option::Some("orders"),
        parameters: &[],
        servers: &["porch"],
        bindings: &[],
    };
    /// Message `ordered`, as the document has it.
    pub static ORDERED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "ordered",
        content_type: "text/plain",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `order`, as the document has it.
    pub static ORDER: rt::OperationInfo = rt::OperationInfo {
        name: "order",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `orders`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `ordered`.
        ///
        /// From `asyncapi.yaml:84`.
        Ordered(rt::String),
    }
    impl rt::From<rt::String> for Message {
        fn from(message: rt::String) -> Self {
            Self::Ordered(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode_text(raw).map(Message::Ordered)
        }
    }
    /// A handle on channel `orders`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:76`.
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
    /// What a peer proves itself with for operation `order`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub enum OrderCredentials {
        /// By security scheme `bearer`.
        ///
        /// From `asyncapi.yaml:81`.
        Bearer(rt::Secret),
        /// By security scheme `basic`.
        ///
        /// From `asyncapi.yaml:82`.
        Basic(rt::String, rt::Secret),
    }
    impl OrderCredentials {
        #[allow(unused_variables, clippy::needless_return)]
        fn find(handshake: &rt::Handshake) -> rt::Option<Self> {
            if let (rt::Option::Some(found_1),) = (handshake.bearer(),) {
                return rt::Option::Some(Self::Bearer(found_1));
            }
            if let (rt::Option::Some(found_1),) = (handshake.basic(),) {
                return rt::Option::Some(Self::Basic(found_1.0, found_1.1));
            }
            rt::Option::None
        }
    }
    /// Handles what comes in on channel `orders`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:76`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Decides whether a peer may use operation `order`, before its message is handled.
        ///
        /// The credentials are those of the message's headers, where the protocol has some, else those of the connection. Without any the message is rejected.
        fn authorize_order(
            &self,
            credentials: OrderCredentials,
            context: &Context,
        ) -> impl rt::Future<Output = rt::Outcome> + ::core::marker::Send;
        /// Operation `order`: receives `ordered`.
        ///
        /// From `asyncapi.yaml:79`.
        fn order(
            &self,
            message: rt::String,
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
                            rt::Result::Ok(Message::Ordered(message)) => {
                                match OrderCredentials::find(&context.inner.presented()) {
                                    rt::Option::None => {
                                        let refused: rt::Outcome = rt::Result::Err(
                                            rt::Failure::reject("no credentials for operation `order`"),
                                        );
                                        <rt::Handled as rt::From<_>>::from(refused)
                                    }
                                    rt::Option::Some(credentials) => {
                                        match Receiver::authorize_order(
                                                &self.0,
                                                credentials,
                                                &context,
                                            )
                                            .await
                                        {
                                            rt::Result::Ok(()) => {
                                                <rt::Handled as rt::From<
                                                    _,
                                                >>::from(Receiver::order(&self.0, message, &context).await)
                                            }
                                            refused => <rt::Handled as rt::From<_>>::from(refused),
                                        }
                                    }
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
/// A client of Every way to be let in 1.0.0: sends, and pulls what comes in.
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
                &[&rooms_room_kind::CHANNEL, &orders::CHANNEL],
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
                &[&rooms_room_kind::CHANNEL, &orders::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `rooms/{room}/{kind}`.
    ///
    /// From `asyncapi.yaml:55`.
    #[must_use]
    pub fn rooms_room_kind(
        &self,
        parameters: impl rt::Into<rooms_room_kind::OpenParameters>,
    ) -> rooms_room_kind::Channel {
        let parameters: rooms_room_kind::OpenParameters = rt::Into::into(parameters);
        rooms_room_kind::Channel::new(
            self.inner.channel_at(&rooms_room_kind::CHANNEL, parameters.address()),
        )
    }
    /// Channel `orders`.
    ///
    /// From `asyncapi.yaml:76`.
    #[must_use]
    pub fn orders(&self) -> orders::Channel {
        orders::Channel::new(self.inner.channel(&orders::CHANNEL, "orders"))
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
/// A service of Every way to be let in 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<RoomsRoomKind: rooms_room_kind::Receiver, Orders: orders::Receiver> {
    /// Handles channel `rooms/{room}/{kind}`.
    ///
    /// From `asyncapi.yaml:55`.
    pub rooms_room_kind: RoomsRoomKind,
    /// Handles channel `orders`.
    ///
    /// From `asyncapi.yaml:76`.
    pub orders: Orders,
}
impl<
    RoomsRoomKind: rooms_room_kind::Receiver,
    Orders: orders::Receiver,
> Service<RoomsRoomKind, Orders> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([
            rt::Arc::new(rooms_room_kind::Route(self.rooms_room_kind))
                as rt::Arc<dyn rt::Route>,
            rt::Arc::new(orders::Route(self.orders)) as rt::Arc<dyn rt::Route>,
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
    /// One of the document's servers, for a program that chooses as it runs: `"gate".parse::<Server>()`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash
    )]
    pub enum Server {
        /// Server `gate`: see [`Gate`](struct@Gate).
        Gate,
        /// Server `porch`: see [`Porch`](struct@Porch).
        Porch,
        /// Server `broker`: see [`Broker`](struct@Broker).
        Broker,
    }
    rt::server_choice!(Server { Gate = GATE, Porch = PORCH, Broker = BROKER });
    /// Server `gate`, as the document has it.
    pub static GATE: rt::ServerInfo = rt::ServerInfo {
        name: "gate",
        protocol: "ws",
        protocol_version: rt::Option::Some("13"),
        host: "{user}@{host}:{port}",
        pathname: "/{base}",
        variables: &[
            rt::VariableInfo {
                name: "user",
                values: &[],
                default: rt::Option::Some("guest"),
            },
            rt::VariableInfo {
                name: "host",
                values: &[],
                default: rt::Option::Some("localhost"),
            },
            rt::VariableInfo {
                name: "port",
                values: &["80", "8080"],
                default: rt::Option::Some("80"),
            },
            rt::VariableInfo {
                name: "base",
                values: &[],
                default: rt::Option::Some("v1"),
            },
        ],
        bindings: &[],
    };
    /// The variables of server `gate`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq
    )]
    pub struct GateVariables {
        /// Variable `user`. The document's default is `guest`.
        ///
        /// From `asyncapi.yaml:12`.
        pub user: rt::String,
        /// Variable `host`. The document's default is `localhost`. For example `::1`, `gate.example.com`.
        ///
        /// From `asyncapi.yaml:14`.
        pub host: rt::String,
        /// Variable `port`. The document's default is `80`.
        ///
        /// From `asyncapi.yaml:17`.
        pub port: super::GatePort,
        /// Variable `base`. The document's default is `v1`.
        ///
        /// From `asyncapi.yaml:20`.
        pub base: rt::String,
    }
    impl GateVariables {
        /// The server's URL with these variables.
        ///
        /// # Errors
        /// When a value would not stay in its place in the URL.
        pub fn url(&self) -> rt::Result<rt::String, rt::UrlError> {
            rt::server_url(
                &GATE,
                &[
                    ("user", self.user.as_str()),
                    ("host", self.host.as_str()),
                    ("port", self.port.as_str()),
                    ("base", self.base.as_str()),
                ],
            )
        }
    }
    /// What the document says where nothing else is given.
    impl rt::Default for GateVariables {
        fn default() -> Self {
            Self {
                user: <rt::String as rt::From<_>>::from("guest"),
                host: <rt::String as rt::From<_>>::from("localhost"),
                port: super::GatePort::N80,
                base: <rt::String as rt::From<_>>::from("v1"),
            }
        }
    }
    /// Server `gate`: `ws://{user}@{host}:{port}/{base}`.
    ///
    /// Where one way of several is enough.
    ///
    /// From `asyncapi.yaml:6`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Gate<Credentials = rt::Missing> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Gate<rt::Missing> {
        /// The server at the document's own address, with these variables.
        #[must_use]
        pub fn new(variables: &GateVariables) -> Self {
            let inner = rt::ServerBuilder::at_url(&GATE, variables.url());
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(&GATE, rt::Into::<rt::String>::into(url));
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// Listens in the place of the server, on an address such as `127.0.0.1:0`.
        #[must_use]
        pub fn listen(address: impl rt::Into<rt::String>) -> GateListener<rt::Missing> {
            let inner = rt::ServerBuilder::listen(
                &GATE,
                rt::Into::<rt::String>::into(address),
            );
            GateListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> GateListener<rt::Missing> {
            let inner = rt::ServerBuilder::listener(&GATE, rt::Arc::new(listener));
            GateListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Gate, GATE, rt::InMemory);
    impl Gate<rt::Missing> {
        /// The scopes that are asked for by security scheme `oauth`.
        pub const OAUTH_SCOPES: &'static [&'static ::core::primitive::str] = &[
            "read:all",
        ];
    }
    impl<Credentials: rt::Unproven> Gate<Credentials> {
        /// By security scheme `headerKey`.
        ///
        /// From `asyncapi.yaml:23`.
        #[must_use]
        pub fn header_key(self, key: impl rt::Into<rt::Secret>) -> Gate<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::Header {
                    name: "X-Key",
                    value: rt::Into::into(key),
                });
            Gate {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `queryKey`.
        ///
        /// From `asyncapi.yaml:24`.
        #[must_use]
        pub fn query_key(self, key: impl rt::Into<rt::Secret>) -> Gate<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::Query {
                    name: "access",
                    value: rt::Into::into(key),
                });
            Gate {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `cookieKey`.
        ///
        /// From `asyncapi.yaml:25`.
        #[must_use]
        pub fn cookie_key(self, key: impl rt::Into<rt::Secret>) -> Gate<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::Cookie {
                    name: "session",
                    value: rt::Into::into(key),
                });
            Gate {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `basic`.
        ///
        /// From `asyncapi.yaml:26`.
        #[must_use]
        pub fn basic(
            self,
            user: impl rt::Into<rt::String>,
            password: impl rt::Into<rt::Secret>,
        ) -> Gate<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::UserPassword {
                    user: rt::Into::into(user),
                    password: rt::Into::into(password),
                });
            Gate {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `oauth`.
        ///
        /// From `asyncapi.yaml:27`.
        #[must_use]
        pub fn oauth(self, token: impl rt::Into<rt::Token>) -> Gate<rt::Given> {
            let inner = self
                .inner
                .credential(
                    <rt::Credential as rt::From<rt::Token>>::from(rt::Into::into(token)),
                );
            Gate {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `signature`.
        ///
        /// From `asyncapi.yaml:28`.
        #[must_use]
        pub fn signature(self, value: impl rt::Into<rt::Secret>) -> Gate<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::Http {
                    scheme: "signature",
                    value: rt::Into::into(value),
                });
            Gate {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `certificate`.
        ///
        /// From `asyncapi.yaml:29`.
        #[must_use]
        pub fn certificate(self, certificate: rt::ClientCertificate) -> Gate<rt::Given> {
            let inner = self.inner.credential(rt::Credential::Certificate(certificate));
            Gate {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security schemes `basic` and `headerKey`, all of them.
        ///
        /// From `asyncapi.yaml:30`.
        #[must_use]
        pub fn basic_and_header_key(
            self,
            basic_user: impl rt::Into<rt::String>,
            basic_password: impl rt::Into<rt::Secret>,
            header_key_key: impl rt::Into<rt::Secret>,
        ) -> Gate<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::UserPassword {
                    user: rt::Into::into(basic_user),
                    password: rt::Into::into(basic_password),
                })
                .credential(rt::Credential::Header {
                    name: "X-Key",
                    value: rt::Into::into(header_key_key),
                });
            Gate {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl Gate<rt::InMemory> {
        /// Without the credentials that the document asks for: the memory stands in for the server.
        #[must_use]
        pub fn insecure(self) -> Gate<rt::Given> {
            Gate {
                inner: self.inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl<Credentials> Gate<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Gate);
    /// A listener in the place of server `gate`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct GateListener<Authenticator = rt::Missing> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }
    /// What a peer of server `gate` proves itself with.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub enum GateCredentials {
        /// By security scheme `headerKey`.
        ///
        /// From `asyncapi.yaml:23`.
        HeaderKey(rt::Secret),
        /// By security scheme `queryKey`.
        ///
        /// From `asyncapi.yaml:24`.
        QueryKey(rt::Secret),
        /// By security scheme `cookieKey`.
        ///
        /// From `asyncapi.yaml:25`.
        CookieKey(rt::Secret),
        /// By security scheme `basic`.
        ///
        /// From `asyncapi.yaml:26`.
        Basic(rt::String, rt::Secret),
        /// By security scheme `oauth`.
        ///
        /// From `asyncapi.yaml:27`.
        Oauth(rt::Secret),
        /// By security scheme `signature`.
        ///
        /// From `asyncapi.yaml:28`.
        Signature(rt::Secret),
        /// By security scheme `certificate`.
        ///
        /// From `asyncapi.yaml:29`.
        Certificate(rt::Certificate),
        /// By security schemes `basic` and `headerKey`, all of them.
        ///
        /// From `asyncapi.yaml:30`.
        BasicAndHeaderKey(rt::String, rt::Secret, rt::Secret),
    }
    impl GateCredentials {
        #[allow(unused_variables, clippy::needless_return)]
        fn find(handshake: &rt::Handshake) -> rt::Option<Self> {
            if let (rt::Option::Some(found_1), rt::Option::Some(found_2)) = (
                handshake.basic(),
                handshake.header_key("X-Key"),
            ) {
                return rt::Option::Some(
                    Self::BasicAndHeaderKey(found_1.0, found_1.1, found_2),
                );
            }
            if let (rt::Option::Some(found_1),) = (handshake.header_key("X-Key"),) {
                return rt::Option::Some(Self::HeaderKey(found_1));
            }
            if let (rt::Option::Some(found_1),) = (handshake.query_key("access"),) {
                return rt::Option::Some(Self::QueryKey(found_1));
            }
            if let (rt::Option::Some(found_1),) = (handshake.cookie_key("session"),) {
                return rt::Option::Some(Self::CookieKey(found_1));
            }
            if let (rt::Option::Some(found_1),) = (handshake.basic(),) {
                return rt::Option::Some(Self::Basic(found_1.0, found_1.1));
            }
            if let (rt::Option::Some(found_1),) = (handshake.bearer(),) {
                return rt::Option::Some(Self::Oauth(found_1));
            }
            if let (rt::Option::Some(found_1),) = (handshake.http("signature"),) {
                return rt::Option::Some(Self::Signature(found_1));
            }
            if let (rt::Option::Some(found_1),) = (handshake.certificate(),) {
                return rt::Option::Some(Self::Certificate(found_1));
            }
            rt::Option::None
        }
    }
    impl GateListener<rt::Missing> {
        /// Decides who may come in: gets the peer's credentials and its handshake, before the connection is made; gives
        /// what the session is known by (`session.identity()`), or a refusal. Without credentials a peer is refused.
        #[must_use]
        pub fn authenticate<F, Fut, Identity>(
            self,
            authenticate: F,
        ) -> GateListener<rt::Given>
        where
            F: ::core::ops::Fn(GateCredentials, &rt::Handshake) -> Fut
                + ::core::marker::Send + ::core::marker::Sync + 'static,
            Fut: rt::Future<Output = rt::Result<Identity, rt::Refusal>>
                + ::core::marker::Send + 'static,
            Identity: ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
        {
            let inner = self
                .inner
                .authenticate(move |handshake| {
                    let checked = GateCredentials::find(handshake)
                        .map(|found| authenticate(found, handshake));
                    async move {
                        match checked {
                            rt::Option::Some(checked) => checked.await,
                            rt::Option::None => {
                                rt::Result::Err(rt::Refusal::unauthorized("no credentials"))
                            }
                        }
                    }
                });
            GateListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    impl Gate<rt::InMemory> {
        /// Decides who may come in, as on a [listener](Self::listen).
        #[must_use]
        pub fn authenticate<F, Fut, Identity>(
            self,
            authenticate: F,
        ) -> GateListener<rt::Given>
        where
            F: ::core::ops::Fn(GateCredentials, &rt::Handshake) -> Fut
                + ::core::marker::Send + ::core::marker::Sync + 'static,
            Fut: rt::Future<Output = rt::Result<Identity, rt::Refusal>>
                + ::core::marker::Send + 'static,
            Identity: ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
        {
            let listener = GateListener::<rt::Missing> {
                inner: self.inner,
                authenticator: rt::PhantomData,
            };
            listener.authenticate(authenticate)
        }
    }
    impl<Authenticator> GateListener<Authenticator> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(serve GateListener);
    /// Server `porch`, as the document has it.
    pub static PORCH: rt::ServerInfo = rt::ServerInfo {
        name: "porch",
        protocol: "ws",
        protocol_version: rt::Option::None,
        host: "porch.example.com",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `porch`: `ws://porch.example.com`.
    ///
    /// Whoever comes may come in.
    ///
    /// From `asyncapi.yaml:32`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Porch<Credentials = rt::Missing> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Porch<rt::Missing> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("ws://porch.example.com")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(&PORCH, rt::Into::<rt::String>::into(url));
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// Listens in the place of the server, on an address such as `127.0.0.1:0`.
        #[must_use]
        pub fn listen(address: impl rt::Into<rt::String>) -> PorchListener<rt::Missing> {
            let inner = rt::ServerBuilder::listen(
                &PORCH,
                rt::Into::<rt::String>::into(address),
            );
            PorchListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> PorchListener<rt::Missing> {
            let inner = rt::ServerBuilder::listener(&PORCH, rt::Arc::new(listener));
            PorchListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Porch, PORCH, rt::InMemory);
    impl<Credentials: rt::Unproven> Porch<Credentials> {
        /// Without credentials, which the document allows.
        ///
        /// From `asyncapi.yaml:37`.
        #[must_use]
        pub fn anonymous(self) -> Porch<rt::Given> {
            let inner = self.inner;
            Porch {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `bearer`.
        ///
        /// From `asyncapi.yaml:38`.
        #[must_use]
        pub fn bearer(self, token: impl rt::Into<rt::Token>) -> Porch<rt::Given> {
            let inner = self
                .inner
                .credential(
                    <rt::Credential as rt::From<rt::Token>>::from(rt::Into::into(token)),
                );
            Porch {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl Porch<rt::InMemory> {
        /// Without the credentials that the document asks for: the memory stands in for the server.
        #[must_use]
        pub fn insecure(self) -> Porch<rt::Given> {
            Porch {
                inner: self.inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl<Credentials> Porch<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Porch);
    /// A listener in the place of server `porch`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct PorchListener<Authenticator = rt::Missing> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }
    /// What a peer of server `porch` proves itself with.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub enum PorchCredentials {
        /// Without credentials, which the document allows.
        ///
        /// From `asyncapi.yaml:37`.
        Anonymous,
        /// By security scheme `bearer`.
        ///
        /// From `asyncapi.yaml:38`.
        Bearer(rt::Secret),
    }
    impl PorchCredentials {
        #[allow(unused_variables, clippy::needless_return)]
        fn find(handshake: &rt::Handshake) -> rt::Option<Self> {
            if let (rt::Option::Some(found_1),) = (handshake.bearer(),) {
                return rt::Option::Some(Self::Bearer(found_1));
            }
            return rt::Option::Some(Self::Anonymous);
        }
    }
    impl PorchListener<rt::Missing> {
        /// Decides who may come in: gets the peer's credentials and its handshake, before the connection is made; gives
        /// what the session is known by (`session.identity()`), or a refusal. Without credentials a peer is refused.
        #[must_use]
        pub fn authenticate<F, Fut, Identity>(
            self,
            authenticate: F,
        ) -> PorchListener<rt::Given>
        where
            F: ::core::ops::Fn(PorchCredentials, &rt::Handshake) -> Fut
                + ::core::marker::Send + ::core::marker::Sync + 'static,
            Fut: rt::Future<Output = rt::Result<Identity, rt::Refusal>>
                + ::core::marker::Send + 'static,
            Identity: ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
        {
            let inner = self
                .inner
                .authenticate(move |handshake| {
                    let checked = PorchCredentials::find(handshake)
                        .map(|found| authenticate(found, handshake));
                    async move {
                        match checked {
                            rt::Option::Some(checked) => checked.await,
                            rt::Option::None => {
                                rt::Result::Err(rt::Refusal::unauthorized("no credentials"))
                            }
                        }
                    }
                });
            PorchListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    impl Porch<rt::InMemory> {
        /// Decides who may come in, as on a [listener](Self::listen).
        #[must_use]
        pub fn authenticate<F, Fut, Identity>(
            self,
            authenticate: F,
        ) -> PorchListener<rt::Given>
        where
            F: ::core::ops::Fn(PorchCredentials, &rt::Handshake) -> Fut
                + ::core::marker::Send + ::core::marker::Sync + 'static,
            Fut: rt::Future<Output = rt::Result<Identity, rt::Refusal>>
                + ::core::marker::Send + 'static,
            Identity: ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
        {
            let listener = PorchListener::<rt::Missing> {
                inner: self.inner,
                authenticator: rt::PhantomData,
            };
            listener.authenticate(authenticate)
        }
    }
    impl<Authenticator> PorchListener<Authenticator> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(serve PorchListener);
    /// Server `broker`, as the document has it.
    pub static BROKER: rt::ServerInfo = rt::ServerInfo {
        name: "broker",
        protocol: "kafka-secure",
        protocol_version: rt::Option::None,
        host: "broker.example.com:9093",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `broker`: `kafka-secure://broker.example.com:9093`.
    ///
    /// From `asyncapi.yaml:39`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Broker<Credentials = rt::Missing> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Broker<rt::Missing> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("kafka-secure://broker.example.com:9093")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(
                &BROKER,
                rt::Into::<rt::String>::into(url),
            );
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Broker, BROKER, rt::InMemory);
    impl<Credentials: rt::Unproven> Broker<Credentials> {
        /// By security scheme `userPassword`.
        ///
        /// From `asyncapi.yaml:43`.
        #[must_use]
        pub fn user_password(
            self,
            user: impl rt::Into<rt::String>,
            password: impl rt::Into<rt::Secret>,
        ) -> Broker<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::UserPassword {
                    user: rt::Into::into(user),
                    password: rt::Into::into(password),
                });
            Broker {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `keyAsUser`.
        ///
        /// From `asyncapi.yaml:44`.
        #[must_use]
        pub fn key_as_user(self, key: impl rt::Into<rt::Secret>) -> Broker<rt::Given> {
            let inner = self.inner.credential(rt::Credential::User(rt::Into::into(key)));
            Broker {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `keyAsPassword`.
        ///
        /// From `asyncapi.yaml:45`.
        #[must_use]
        pub fn key_as_password(
            self,
            key: impl rt::Into<rt::Secret>,
        ) -> Broker<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::Password(rt::Into::into(key)));
            Broker {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `plain`.
        ///
        /// From `asyncapi.yaml:46`.
        #[must_use]
        pub fn plain(
            self,
            user: impl rt::Into<rt::String>,
            password: impl rt::Into<rt::Secret>,
        ) -> Broker<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::Sasl {
                    mechanism: rt::SaslMechanism::Plain,
                    user: rt::Into::into(user),
                    password: rt::Into::into(password),
                });
            Broker {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `scram256`.
        ///
        /// From `asyncapi.yaml:47`.
        #[must_use]
        pub fn scram256(
            self,
            user: impl rt::Into<rt::String>,
            password: impl rt::Into<rt::Secret>,
        ) -> Broker<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::Sasl {
                    mechanism: rt::SaslMechanism::ScramSha256,
                    user: rt::Into::into(user),
                    password: rt::Into::into(password),
                });
            Broker {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `scram512`.
        ///
        /// From `asyncapi.yaml:48`.
        #[must_use]
        pub fn scram512(
            self,
            user: impl rt::Into<rt::String>,
            password: impl rt::Into<rt::Secret>,
        ) -> Broker<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::Sasl {
                    mechanism: rt::SaslMechanism::ScramSha512,
                    user: rt::Into::into(user),
                    password: rt::Into::into(password),
                });
            Broker {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `kerberos`.
        ///
        /// From `asyncapi.yaml:49`.
        #[must_use]
        pub fn kerberos(
            self,
            principal: impl rt::Into<rt::String>,
        ) -> Broker<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::Gssapi {
                    principal: rt::Into::into(principal),
                });
            Broker {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `symmetric`.
        ///
        /// From `asyncapi.yaml:50`.
        #[must_use]
        pub fn symmetric(self, key: impl rt::Into<rt::Secret>) -> Broker<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::EncryptionKey(rt::Into::into(key)));
            Broker {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `asymmetric`.
        ///
        /// From `asyncapi.yaml:51`.
        #[must_use]
        pub fn asymmetric(self, key: impl rt::Into<rt::Secret>) -> Broker<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::EncryptionKey(rt::Into::into(key)));
            Broker {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `certificate`.
        ///
        /// From `asyncapi.yaml:52`.
        #[must_use]
        pub fn certificate(
            self,
            certificate: rt::ClientCertificate,
        ) -> Broker<rt::Given> {
            let inner = self.inner.credential(rt::Credential::Certificate(certificate));
            Broker {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `openId`.
        ///
        /// From `asyncapi.yaml:53`.
        #[must_use]
        pub fn open_id(self, token: impl rt::Into<rt::Token>) -> Broker<rt::Given> {
            let inner = self
                .inner
                .credential(
                    <rt::Credential as rt::From<rt::Token>>::from(rt::Into::into(token)),
                );
            Broker {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl Broker<rt::InMemory> {
        /// Without the credentials that the document asks for: the memory stands in for the server.
        #[must_use]
        pub fn insecure(self) -> Broker<rt::Given> {
            Broker {
                inner: self.inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl<Credentials> Broker<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Broker);
    /// Security scheme `oauth`: where tokens come from.
    ///
    /// Ask for a token there.
    ///
    /// From `asyncapi.yaml:110`.
    pub static OAUTH: rt::OAuth2Info = rt::OAuth2Info {
        name: "oauth",
        flows: &[
            rt::OAuth2Flow {
                kind: rt::OAuth2FlowKind::ClientCredentials,
                authorization_url: rt::Option::None,
                token_url: rt::Option::Some("https://id.example.com/token"),
                refresh_url: rt::Option::None,
                scopes: &[
                    ("read:all", "Read everything."),
                    ("write:all", "Write everything."),
                ],
            },
            rt::OAuth2Flow {
                kind: rt::OAuth2FlowKind::AuthorizationCode,
                authorization_url: rt::Option::Some("https://id.example.com/authorize"),
                token_url: rt::Option::Some("https://id.example.com/token"),
                refresh_url: rt::Option::Some("https://id.example.com/refresh"),
                scopes: &[],
            },
        ],
    };
    /// Security scheme `openId`: where tokens come from.
    ///
    /// From `asyncapi.yaml:123`.
    pub static OPEN_ID: rt::OpenIdInfo = rt::OpenIdInfo {
        name: "openId",
        url: "https://id.example.com/.well-known/openid-configuration",
    };
}
