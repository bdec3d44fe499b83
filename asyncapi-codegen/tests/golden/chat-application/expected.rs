#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:83`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Chat {
    /// Unique identifier for the message
    ///
    /// A UUID.
    pub message_id: rt::Uuid,
    /// ID of the user sending the message
    pub sender_id: rt::String,
    /// The message content
    ///
    /// At most 1000 characters.
    pub content: rt::String,
    /// Time when the message was sent
    ///
    /// A date-time of RFC 3339.
    pub timestamp: rt::DateTime,
}
impl rt::Object for Chat {
    const NAME: &'static str = "Chat";
    const FIELDS: &'static [&'static str] = &[
        "messageId",
        "senderId",
        "content",
        "timestamp",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut message_id = rt::None;
        let mut sender_id = rt::None;
        let mut content = rt::None;
        let mut timestamp = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut message_id, "messageId")?,
                1 => map.read(&mut sender_id, "senderId")?,
                2 => map.read(&mut content, "content")?,
                3 => map.read(&mut timestamp, "timestamp")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            message_id: map.required(message_id, "messageId")?,
            sender_id: map.required(sender_id, "senderId")?,
            content: map.required(content, "content")?,
            timestamp: map.required(timestamp, "timestamp")?,
        })
    }
}
impl rt::Wire for Chat {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("messageId", &self.message_id)?;
        object.field("senderId", &self.sender_id)?;
        object.field("content", &self.content)?;
        object.field("timestamp", &self.timestamp)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("content", rt::max_length(&self.content, 1000))?;
        rt::Ok(())
    }
}
rt::serde_impls!(Chat);
/// An object of the document.
///
/// From `asyncapi.yaml:108`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Status {
    /// ID of the user status\[join/leave\]
    pub user_id: rt::String,
    /// Property `type`.
    pub r#type: StatusType,
    /// Property `timestamp`.
    ///
    /// A date-time of RFC 3339.
    pub timestamp: rt::DateTime,
}
impl rt::Object for Status {
    const NAME: &'static str = "Status";
    const FIELDS: &'static [&'static str] = &["userId", "type", "timestamp"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut user_id = rt::None;
        let mut r#type = rt::None;
        let mut timestamp = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut user_id, "userId")?,
                1 => map.read(&mut r#type, "type")?,
                2 => map.read(&mut timestamp, "timestamp")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            user_id: map.required(user_id, "userId")?,
            r#type: map.required(r#type, "type")?,
            timestamp: map.required(timestamp, "timestamp")?,
        })
    }
}
impl rt::Wire for Status {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("userId", &self.user_id)?;
        object.field("type", &self.r#type)?;
        object.field("timestamp", &self.timestamp)?;
        object.end()
    }
}
rt::serde_impls!(Status);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:114`.
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
/// An object of the document.
///
/// From `asyncapi.yaml:21`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct ChatQuery {
    /// The identifiers of the chat rooms, separated by commas
    ///
    /// Matches `^[a-zA-Z0-9-]+(,[a-zA-Z0-9-]+)*$`.
    pub room_ids: rt::Option<rt::String>,
}
impl rt::Object for ChatQuery {
    const NAME: &'static str = "ChatQuery";
    const FIELDS: &'static [&'static str] = &["roomIds"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut room_ids = rt::None;
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut room_ids, "roomIds")?,
                _ => map.refuse(Self::FIELDS)?,
            }
        }
        rt::Ok(Self { room_ids })
    }
}
impl rt::Wire for ChatQuery {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("roomIds", &self.room_ids)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at(
            "roomIds",
            rt::some(
                &self.room_ids,
                |value| rt::pattern(
                    value,
                    {
                        static PATTERN: rt::Pattern = rt::Pattern::new(
                            "^[a-zA-Z0-9-]+(,[a-zA-Z0-9-]+)*$",
                            "LtBACJHZGZ;/(^rBABBAcArAABBA(',rBABCAcA)$)",
                        );
                        &PATTERN
                    },
                ),
            ),
        )?;
        rt::Ok(())
    }
}
rt::serde_impls!(ChatQuery);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Chat", 0x1345be9ad390f020),
    ("Status", 0x336100bcac59a81a),
    ("StatusType", 0x67ba4b0f059c5b0b),
    ("ChatQuery", 0x60ebff409b308859),
];
/// Channel `chat`, at `/`.
///
/// From `asyncapi.yaml:16`.
pub mod chat {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    #[doc(inline)]
    pub use super::ChatQuery as Query;
    /// Channel `chat`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "chat",
        address: rt::Option::Some("/"),
        parameters: &[],
        servers: &[],
        bindings: &[rt::Binding::WsChannel(rt::bindings::ws::Channel::EMPTY)],
    };
    /// Message `chatMessage`, as the document has it.
    pub static CHAT_MESSAGE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "chatMessage",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `userJoin`, as the document has it.
    pub static USER_JOIN_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "userJoin",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `userLeave`, as the document has it.
    pub static USER_LEAVE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "userLeave",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `sendMessage`, as the document has it.
    pub static SEND_MESSAGE: rt::OperationInfo = rt::OperationInfo {
        name: "sendMessage",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `getMessage`, as the document has it.
    pub static GET_MESSAGE: rt::OperationInfo = rt::OperationInfo {
        name: "getMessage",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `userJoin`, as the document has it.
    pub static USER_JOIN: rt::OperationInfo = rt::OperationInfo {
        name: "userJoin",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `userLeave`, as the document has it.
    pub static USER_LEAVE: rt::OperationInfo = rt::OperationInfo {
        name: "userLeave",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `chat`.
    ///
    /// Which of them it is:
    /// * if property `type` is `"join"`: `userJoin`
    /// * if property `type` is `"leave"`: `userLeave`
    /// * else: `chatMessage`
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `chatMessage`.
        ///
        /// A message sent in the chat room
        ///
        /// From `asyncapi.yaml:30`.
        ChatMessage(super::Chat),
        /// Message `userJoin`.
        ///
        /// Event when a user joins the chat room
        ///
        /// From `asyncapi.yaml:33`.
        UserJoin(super::Status),
        /// Message `userLeave`.
        ///
        /// Event when a user leaves the chat room
        ///
        /// From `asyncapi.yaml:37`.
        UserLeave(super::Status),
    }
    impl rt::From<super::Chat> for Message {
        fn from(message: super::Chat) -> Self {
            Self::ChatMessage(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            let [kind] = rt::scan(&raw.payload, ["type"])?;
            match kind.as_str() {
                rt::Option::Some("join") => rt::decode(raw).map(Message::UserJoin),
                rt::Option::Some("leave") => rt::decode(raw).map(Message::UserLeave),
                _ => rt::decode(raw).map(Message::ChatMessage),
            }
        }
    }
    /// A handle on channel `chat`. Cheap to clone.
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
        /// Operation `sendMessage`: sends `chatMessage`.
        ///
        /// Send a chat message
        ///
        /// Allows users to send messages to the chat room
        ///
        /// From `asyncapi.yaml:42`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn send_message(&self, message: &super::Chat) -> rt::Send<'_> {
            self.link.send(&SEND_MESSAGE, &CHAT_MESSAGE_MESSAGE, message)
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
        /// Operation `sendMessage`: sends `chatMessage`.
        ///
        /// Send a chat message
        ///
        /// Allows users to send messages to the chat room
        ///
        /// From `asyncapi.yaml:42`.
        fn send_message(
            &self,
            message: &super::Chat,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn send_message(
            &self,
            message: &super::Chat,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::send_message(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `sendMessage`.
        SendMessage(super::Chat),
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
        fn send_message(
            &self,
            message: &super::Chat,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::SendMessage(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// Handles what comes in on channel `chat`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:16`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `getMessage`: receives `chatMessage`.
        ///
        /// Receive chat messages
        ///
        /// Allows users to receive messages from the chat room
        ///
        /// From `asyncapi.yaml:51`.
        fn get_message(
            &self,
            message: super::Chat,
            context: &Context,
        ) -> impl rt::Future<Output = rt::Outcome> + ::core::marker::Send;
        /// Operation `userJoin`: receives `userJoin`.
        ///
        /// User join notification
        ///
        /// Notifies when a new user joins the chat room
        ///
        /// From `asyncapi.yaml:60`.
        fn user_join(
            &self,
            message: super::Status,
            context: &Context,
        ) -> impl rt::Future<Output = rt::Outcome> + ::core::marker::Send;
        /// Operation `userLeave`: receives `userLeave`.
        ///
        /// User leave notification
        ///
        /// Notifies when a user leaves the chat room
        ///
        /// From `asyncapi.yaml:69`.
        fn user_leave(
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
        /// The query with which the session was opened; `None` where the transport has none.
        #[must_use]
        pub fn query(&self) -> rt::Option<&Query> {
            self.inner.session().attachment::<Query>()
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
        /// The query with which the session was opened; `None` where the transport has none.
        #[must_use]
        pub fn query(&self) -> rt::Option<&Query> {
            self.inner.attachment::<Query>()
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
        /// Operation `sendMessage`: sends `chatMessage`. Gives the number of sessions.
        ///
        /// Send a chat message
        ///
        /// Allows users to send messages to the chat room
        ///
        /// From `asyncapi.yaml:42`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn send_message(
            &self,
            message: &super::Chat,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            self.inner.send(&SEND_MESSAGE, &CHAT_MESSAGE_MESSAGE, message).await
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
        fn admit(
            &self,
            handshake: &rt::Handshake,
        ) -> rt::Result<rt::Attachment, rt::Refusal> {
            rt::read_query::<Query>(handshake).map(rt::Attachment::new)
        }
        fn handle(
            &self,
            context: rt::Context,
        ) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
            rt::Box::pin(async move {
                let context = Context { inner: context };
                let handled = rt::guard(async {
                        match <Message as rt::Incoming>::decode(context.inner.raw()) {
                            rt::Result::Ok(Message::ChatMessage(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::get_message(&self.0, message, &context).await,
                                )
                            }
                            rt::Result::Ok(Message::UserJoin(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::user_join(&self.0, message, &context).await,
                                )
                            }
                            rt::Result::Ok(Message::UserLeave(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::user_leave(&self.0, message, &context).await,
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
/// A client of Simple Chat API 1.0.0: sends, and pulls what comes in.
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
        rt::Client::connect(rt::Connects::into_connect(endpoint), &[&chat::CHANNEL])
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
                &[&chat::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `chat`.
    ///
    /// From `asyncapi.yaml:16`.
    #[must_use]
    pub fn chat(&self) -> chat::Channel {
        chat::Channel::new(self.inner.channel(&chat::CHANNEL, "/"))
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
/// A service of Simple Chat API 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<Chat: chat::Receiver> {
    /// Handles channel `chat`.
    ///
    /// From `asyncapi.yaml:16`.
    pub chat: Chat,
}
impl<Chat: chat::Receiver> Service<Chat> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([rt::Arc::new(chat::Route(self.chat)) as rt::Arc<dyn rt::Route>])
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
        protocol: "ws",
        protocol_version: rt::Option::None,
        host: "chat.example.com",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `production`: `ws://chat.example.com`.
    ///
    /// Production server
    ///
    /// From `asyncapi.yaml:8`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Production<Credentials = rt::Missing> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Production<rt::Missing> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("ws://chat.example.com")
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
        /// Listens in the place of the server, on an address such as `127.0.0.1:0`.
        #[must_use]
        pub fn listen(
            address: impl rt::Into<rt::String>,
        ) -> ProductionListener<rt::Missing> {
            let inner = rt::ServerBuilder::listen(
                &PRODUCTION,
                rt::Into::<rt::String>::into(address),
            );
            ProductionListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> ProductionListener<rt::Missing> {
            let inner = rt::ServerBuilder::listener(&PRODUCTION, rt::Arc::new(listener));
            ProductionListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Production, PRODUCTION, rt::InMemory);
    impl<Credentials: rt::Unproven> Production<Credentials> {
        /// By security scheme `apiKeyHeader`.
        ///
        /// From `asyncapi.yaml:13`.
        #[must_use]
        pub fn api_key_header(
            self,
            key: impl rt::Into<rt::Secret>,
        ) -> Production<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::Header {
                    name: "X-API-Key",
                    value: rt::Into::into(key),
                });
            Production {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl Production<rt::InMemory> {
        /// Without the credentials that the document asks for: the memory stands in for the server.
        #[must_use]
        pub fn insecure(self) -> Production<rt::Given> {
            Production {
                inner: self.inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl<Credentials> Production<Credentials> {
        rt::server_settings!();
        /// The query with which channel `chat` is opened.
        #[must_use]
        pub fn chat_query(self, query: super::chat::Query) -> Self {
            Self {
                inner: self.inner.query("chat", &query),
                ..self
            }
        }
    }
    rt::endpoint_impls!(connect Production);
    /// A listener in the place of server `production`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct ProductionListener<Authenticator = rt::Missing> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }
    /// What a peer of server `production` proves itself with.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub enum ProductionCredentials {
        /// By security scheme `apiKeyHeader`.
        ///
        /// From `asyncapi.yaml:13`.
        ApiKeyHeader(rt::Secret),
    }
    impl ProductionCredentials {
        #[allow(unused_variables, clippy::needless_return)]
        fn find(handshake: &rt::Handshake) -> rt::Option<Self> {
            if let (rt::Option::Some(found_1),) = (handshake.header_key("X-API-Key"),) {
                return rt::Option::Some(Self::ApiKeyHeader(found_1));
            }
            rt::Option::None
        }
    }
    impl ProductionListener<rt::Missing> {
        /// Decides who may come in: gets the peer's credentials and its handshake, before the connection is made; gives
        /// what the session is known by (`session.identity()`), or a refusal. Without credentials a peer is refused.
        #[must_use]
        pub fn authenticate<F, Fut, Identity>(
            self,
            authenticate: F,
        ) -> ProductionListener<rt::Given>
        where
            F: ::core::ops::Fn(ProductionCredentials, &rt::Handshake) -> Fut
                + ::core::marker::Send + ::core::marker::Sync + 'static,
            Fut: rt::Future<Output = rt::Result<Identity, rt::Refusal>>
                + ::core::marker::Send + 'static,
            Identity: ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
        {
            let inner = self
                .inner
                .authenticate(move |handshake| {
                    let checked = ProductionCredentials::find(handshake)
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
            ProductionListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    impl Production<rt::InMemory> {
        /// Decides who may come in, as on a [listener](Self::listen).
        #[must_use]
        pub fn authenticate<F, Fut, Identity>(
            self,
            authenticate: F,
        ) -> ProductionListener<rt::Given>
        where
            F: ::core::ops::Fn(ProductionCredentials, &rt::Handshake) -> Fut
                + ::core::marker::Send + ::core::marker::Sync + 'static,
            Fut: rt::Future<Output = rt::Result<Identity, rt::Refusal>>
                + ::core::marker::Send + 'static,
            Identity: ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
        {
            let listener = ProductionListener::<rt::Missing> {
                inner: self.inner,
                authenticator: rt::PhantomData,
            };
            listener.authenticate(authenticate)
        }
    }
    impl<Authenticator> ProductionListener<Authenticator> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(serve ProductionListener);
}
