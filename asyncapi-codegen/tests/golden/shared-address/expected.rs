#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:13`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Said {
    /// Property `text`.
    pub text: rt::String,
}
impl rt::Object for Said {
    const NAME: &'static str = "Said";
    const FIELDS: &'static [&'static str] = &["type", "text"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut r#type = false;
        let mut text = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut r#type, "type", &rt::Literal::String("said"))?,
                1 => map.read(&mut text, "text")?,
                _ => map.skip()?,
            }
        }
        map.present(r#type, "type")?;
        rt::Ok(Self {
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
        object.constant("type", &rt::Literal::String("said"))?;
        object.field("text", &self.text)?;
        object.end()
    }
}
rt::serde_impls!(Said);
/// An object of the document.
///
/// From `asyncapi.yaml:14`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Typing {}
impl rt::Object for Typing {
    const NAME: &'static str = "Typing";
    const FIELDS: &'static [&'static str] = &["type"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut r#type = false;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut r#type, "type", &rt::Literal::String("typing"))?,
                _ => map.skip()?,
            }
        }
        map.present(r#type, "type")?;
        rt::Ok(Self {})
    }
}
impl rt::Wire for Typing {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("type", &rt::Literal::String("typing"))?;
        object.end()
    }
}
rt::serde_impls!(Typing);
/// An object of the document.
///
/// From `asyncapi.yaml:18`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Status {
    /// Property `type`.
    pub r#type: StatusType,
    /// Property `who`.
    pub who: rt::String,
}
impl rt::Object for Status {
    const NAME: &'static str = "Status";
    const FIELDS: &'static [&'static str] = &["type", "who"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut r#type = rt::None;
        let mut who = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut r#type, "type")?,
                1 => map.read(&mut who, "who")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            r#type: map.required(r#type, "type")?,
            who: map.required(who, "who")?,
        })
    }
}
impl rt::Wire for Status {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("type", &self.r#type)?;
        object.field("who", &self.who)?;
        object.end()
    }
}
rt::serde_impls!(Status);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:18`.
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
pub enum StatusType {
    /// The value `join`.
    Join,
    /// The value `leave`.
    Leave,
}
rt::text_enum!(StatusType { Join = "join", Leave = "leave" });
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Said", 0x4584c0b125cd5904),
    ("Typing", 0x785a58cffd3364c4),
    ("Status", 0xe59a3343ba072170),
    ("StatusType", 0x67ba4b0f059c5b0b),
];
/// Channel `chat`, at `/`.
///
/// From `asyncapi.yaml:10`.
pub mod chat {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `chat`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "chat",
        address: rt::Option::Some("/"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `said`, as the document has it.
    pub static SAID_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "said",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `typing`, as the document has it.
    pub static TYPING_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "typing",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `say`, as the document has it.
    pub static SAY: rt::OperationInfo = rt::OperationInfo {
        name: "say",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `onChat`, as the document has it.
    pub static ON_CHAT: rt::OperationInfo = rt::OperationInfo {
        name: "onChat",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `chat`.
    ///
    /// Which of them it is:
    /// * if property `type` is `"said"`: `said`
    /// * if property `type` is `"typing"`: `typing`
    /// * else: unknown, or of another channel at this address
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `said`.
        ///
        /// From `asyncapi.yaml:13`.
        Said(super::Said),
        /// Message `typing`.
        ///
        /// From `asyncapi.yaml:14`.
        Typing(super::Typing),
    }
    impl rt::From<super::Said> for Message {
        fn from(message: super::Said) -> Self {
            Self::Said(message)
        }
    }
    impl rt::From<super::Typing> for Message {
        fn from(message: super::Typing) -> Self {
            Self::Typing(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            let [kind] = rt::scan(&raw.payload, ["type"])?;
            match kind.as_str() {
                rt::Option::Some("said") => rt::decode(raw).map(Message::Said),
                rt::Option::Some("typing") => rt::decode(raw).map(Message::Typing),
                _ => rt::Result::Err(rt::DecodeError::unknown_message("chat")),
            }
        }
        fn claims(raw: &rt::RawMessage) -> ::core::primitive::bool {
            let rt::Result::Ok([kind]) = rt::scan(&raw.payload, ["type"]) else {
                return true;
            };
            match kind.as_str() {
                rt::Option::Some("said") => true,
                rt::Option::Some("typing") => true,
                _ => false,
            }
        }
    }
    /// A handle on channel `chat`. Cheap to clone.
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
        /// Operation `say`: sends `said`.
        ///
        /// From `asyncapi.yaml:22`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn say(&self, message: &super::Said) -> rt::Send<'_> {
            self.link.send(&SAY, &SAID_MESSAGE, message)
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
    /// What this side sends on channel `chat`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `say`: sends `said`.
        ///
        /// From `asyncapi.yaml:22`.
        fn say(
            &self,
            message: &super::Said,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn say(
            &self,
            message: &super::Said,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::say(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `say`.
        Say(super::Said),
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
        fn say(
            &self,
            message: &super::Said,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Say(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// What operation `onChat` receives.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum OnChat {
        /// Message `said`.
        ///
        /// From `asyncapi.yaml:13`.
        Said(super::Said),
        /// Message `typing`.
        ///
        /// From `asyncapi.yaml:14`.
        Typing(super::Typing),
    }
    impl rt::From<super::Said> for OnChat {
        fn from(message: super::Said) -> Self {
            Self::Said(message)
        }
    }
    impl rt::From<super::Typing> for OnChat {
        fn from(message: super::Typing) -> Self {
            Self::Typing(message)
        }
    }
    /// Handles what comes in on channel `chat`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:10`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `onChat`: receives `said`, `typing`.
        ///
        /// From `asyncapi.yaml:20`.
        fn on_chat(
            &self,
            message: OnChat,
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
    /// A peer's session on channel `chat`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Operation `say`: sends `said`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:22`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn say(
            &self,
            message: &super::Said,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            self.inner.send(&SAY, &SAID_MESSAGE, message).await
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
        fn claims(&self, raw: &rt::RawMessage) -> ::core::primitive::bool {
            <Message as rt::Incoming>::claims(raw)
        }
        fn handle(
            &self,
            context: rt::Context,
        ) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
            rt::Box::pin(async move {
                let context = Context { inner: context };
                let handled = rt::guard(async {
                        match <Message as rt::Incoming>::decode(context.inner.raw()) {
                            rt::Result::Ok(Message::Said(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::on_chat(
                                            &self.0,
                                            self::OnChat::Said(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Typing(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::on_chat(
                                            &self.0,
                                            self::OnChat::Typing(message),
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
/// Channel `presence`, at `/`.
///
/// From `asyncapi.yaml:15`.
pub mod presence {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `presence`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "presence",
        address: rt::Option::Some("/"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `status`, as the document has it.
    pub static STATUS_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "status",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `onPresence`, as the document has it.
    pub static ON_PRESENCE: rt::OperationInfo = rt::OperationInfo {
        name: "onPresence",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `presence`.
    ///
    /// Which of them it is:
    /// * if property `type` is `"join"` or `"leave"`: `status`
    /// * else: unknown, or of another channel at this address
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `status`.
        ///
        /// From `asyncapi.yaml:18`.
        Status(super::Status),
    }
    impl rt::From<super::Status> for Message {
        fn from(message: super::Status) -> Self {
            Self::Status(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            let [kind] = rt::scan(&raw.payload, ["type"])?;
            match kind.as_str() {
                rt::Option::Some("join" | "leave") => {
                    rt::decode(raw).map(Message::Status)
                }
                _ => rt::Result::Err(rt::DecodeError::unknown_message("presence")),
            }
        }
        fn claims(raw: &rt::RawMessage) -> ::core::primitive::bool {
            let rt::Result::Ok([kind]) = rt::scan(&raw.payload, ["type"]) else {
                return true;
            };
            match kind.as_str() {
                rt::Option::Some("join" | "leave") => true,
                _ => false,
            }
        }
    }
    /// A handle on channel `presence`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:15`.
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
    /// Handles what comes in on channel `presence`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:15`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `onPresence`: receives `status`.
        ///
        /// From `asyncapi.yaml:21`.
        fn on_presence(
            &self,
            message: super::Status,
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
    /// A peer's session on channel `presence`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        fn claims(&self, raw: &rt::RawMessage) -> ::core::primitive::bool {
            <Message as rt::Incoming>::claims(raw)
        }
        fn handle(
            &self,
            context: rt::Context,
        ) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
            rt::Box::pin(async move {
                let context = Context { inner: context };
                let handled = rt::guard(async {
                        match <Message as rt::Incoming>::decode(context.inner.raw()) {
                            rt::Result::Ok(Message::Status(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::on_presence(&self.0, message, &context).await,
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
/// A client of Two channels on one address 1.0.0: sends, and pulls what comes in.
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
                &[&chat::CHANNEL, &presence::CHANNEL],
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
                &[&chat::CHANNEL, &presence::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `chat`.
    ///
    /// From `asyncapi.yaml:10`.
    #[must_use]
    pub fn chat(&self) -> chat::Channel {
        chat::Channel::new(self.inner.channel(&chat::CHANNEL, "/"))
    }
    /// Channel `presence`.
    ///
    /// From `asyncapi.yaml:15`.
    #[must_use]
    pub fn presence(&self) -> presence::Channel {
        presence::Channel::new(self.inner.channel(&presence::CHANNEL, "/"))
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
/// A service of Two channels on one address 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<Chat: chat::Receiver, Presence: presence::Receiver> {
    /// Handles channel `chat`.
    ///
    /// From `asyncapi.yaml:10`.
    pub chat: Chat,
    /// Handles channel `presence`.
    ///
    /// From `asyncapi.yaml:15`.
    pub presence: Presence,
}
impl<Chat: chat::Receiver, Presence: presence::Receiver> Service<Chat, Presence> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([
            rt::Arc::new(chat::Route(self.chat)) as rt::Arc<dyn rt::Route>,
            rt::Arc::new(presence::Route(self.presence)) as rt::Arc<dyn rt::Route>,
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
        host: "localhost",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `local`: `ws://localhost`.
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
            Self::at("ws://localhost")
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
