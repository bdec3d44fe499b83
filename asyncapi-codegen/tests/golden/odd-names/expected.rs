#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// From right to left.
///
/// From `asyncapi.yaml:24`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Self_ {}
impl rt::Object for Self_ {
    const NAME: &'static str = "Self_";
    const FIELDS: &'static [&'static str] = &["self"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut self_ = false;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut self_, "self", &rt::Literal::Integer(1))?,
                _ => map.skip()?,
            }
        }
        map.present(self_, "self")?;
        rt::Ok(Self {})
    }
}
impl rt::Wire for Self_ {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("self", &rt::Literal::Integer(1))?;
        object.end()
    }
}
rt::serde_impls!(Self_);
/// An object of the document.
///
/// From `asyncapi.yaml:25`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct TypeSelf {}
impl rt::Object for TypeSelf {
    const NAME: &'static str = "TypeSelf";
    const FIELDS: &'static [&'static str] = &["self"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut self_ = false;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut self_, "self", &rt::Literal::Integer(2))?,
                _ => map.skip()?,
            }
        }
        map.present(self_, "self")?;
        rt::Ok(Self {})
    }
}
impl rt::Wire for TypeSelf {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("self", &rt::Literal::Integer(2))?;
        object.end()
    }
}
rt::serde_impls!(TypeSelf);
/// An object of the document.
///
/// From `asyncapi.yaml:26`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Message {}
impl rt::Object for Message {
    const NAME: &'static str = "Message";
    const FIELDS: &'static [&'static str] = &["self"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut self_ = false;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut self_, "self", &rt::Literal::Integer(3))?,
                _ => map.skip()?,
            }
        }
        map.present(self_, "self")?;
        rt::Ok(Self {})
    }
}
impl rt::Wire for Message {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("self", &rt::Literal::Integer(3))?;
        object.end()
    }
}
rt::serde_impls!(Message);
/// An object of the document.
///
/// From `asyncapi.yaml:27`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Not {}
impl rt::Object for Not {
    const NAME: &'static str = "Not";
    const FIELDS: &'static [&'static str] = &["self"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut self_ = false;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut self_, "self", &rt::Literal::Integer(4))?,
                _ => map.skip()?,
            }
        }
        map.present(self_, "self")?;
        rt::Ok(Self {})
    }
}
impl rt::Wire for Not {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("self", &rt::Literal::Integer(4))?;
        object.end()
    }
}
rt::serde_impls!(Not);
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
pub struct Option {
    /// Property `None`.
    pub none: rt::Option<rt::String>,
    /// Property `some`.
    pub some: rt::Option<rt::Box<Option>>,
}
impl rt::Object for Option {
    const NAME: &'static str = "Option";
    const FIELDS: &'static [&'static str] = &["None", "some"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut none = rt::None;
        let mut some = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut none, "None")?,
                1 => map.read(&mut some, "some")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { none, some })
    }
}
impl rt::Wire for Option {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("None", &self.none)?;
        object.optional("some", &self.some)?;
        object.end()
    }
}
rt::serde_impls!(Option);
/// An object of the document.
///
/// From `asyncapi.yaml:63`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct String {
    /// Property `Ok`.
    pub ok: rt::Option<rt::String>,
}
impl rt::Object for String {
    const NAME: &'static str = "String";
    const FIELDS: &'static [&'static str] = &["Ok"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut ok = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut ok, "Ok")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { ok })
    }
}
impl rt::Wire for String {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("Ok", &self.ok)?;
        object.end()
    }
}
rt::serde_impls!(String);
/// An object of the document.
///
/// From `asyncapi.yaml:64`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct RtClient {
    /// Property `service`.
    pub service: rt::Option<Service2>,
}
impl rt::Object for RtClient {
    const NAME: &'static str = "RtClient";
    const FIELDS: &'static [&'static str] = &["service"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut service = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut service, "service")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { service })
    }
}
impl rt::Wire for RtClient {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("service", &self.service)?;
        object.end()
    }
}
rt::serde_impls!(RtClient);
/// An object of the document.
///
/// From `asyncapi.yaml:65`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Service2 {
    /// Property `rt`.
    pub rt: rt::Option<rt::String>,
}
impl rt::Object for Service2 {
    const NAME: &'static str = "Service2";
    const FIELDS: &'static [&'static str] = &["rt"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut rt = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut rt, "rt")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { rt })
    }
}
impl rt::Wire for Service2 {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("rt", &self.rt)?;
        object.end()
    }
}
rt::serde_impls!(Service2);
/// An object of the document.
///
/// From `asyncapi.yaml:66`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Vec {
    /// Property `Box`.
    pub r#box: rt::Option<rt::Vec<rt::String>>,
}
impl rt::Object for Vec {
    const NAME: &'static str = "Vec";
    const FIELDS: &'static [&'static str] = &["Box"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut r#box = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut r#box, "Box")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { r#box })
    }
}
impl rt::Wire for Vec {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("Box", &self.r#box)?;
        object.end()
    }
}
rt::serde_impls!(Vec);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Self_", 0xcb8020fb96a9f3c7),
    ("TypeSelf", 0xa081409126e3f9a1),
    ("Message", 0xa6cd0fa290934df5),
    ("Not", 0x82769772cc8711c),
    ("Option", 0x7402f03c0bbe6981),
    ("String", 0x10b4dc2e16c0f26),
    ("RtClient", 0x343b6355cee302dc),
    ("Service2", 0xae8231097df5de7c),
    ("Vec", 0x33e42791ab6d3cbc),
];
/// Channel `type`, at `type`.
///
/// From `asyncapi.yaml:21`.
pub mod r#type {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `type`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "type",
        address: rt::Option::Some("type"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `Self`, as the document has it.
    pub static SELF_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "Self",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `self`, as the document has it.
    pub static SELF_MESSAGE_2: rt::MessageInfo = rt::MessageInfo {
        name: "self",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `Message`, as the document has it.
    pub static MESSAGE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "Message",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `!`, as the document has it.
    pub static NOT_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "!",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `flush`, as the document has it.
    pub static FLUSH: rt::OperationInfo = rt::OperationInfo {
        name: "flush",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `message`, as the document has it.
    pub static MESSAGE: rt::OperationInfo = rt::OperationInfo {
        name: "message",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `type`.
    ///
    /// Which of them it is:
    /// * if property `self` is `1`: `Self`
    /// * if property `self` is `2`: `self`
    /// * if property `self` is `3`: `Message`
    /// * if property `self` is `4`: `!`
    /// * else: unknown
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `Self`.
        ///
        /// From `asyncapi.yaml:24`.
        Self_(super::Self_),
        /// Message `self`.
        ///
        /// From `asyncapi.yaml:25`.
        Self2(super::TypeSelf),
        /// Message `Message`.
        ///
        /// From `asyncapi.yaml:26`.
        Message(super::Message),
        /// Message `!`.
        ///
        /// From `asyncapi.yaml:27`.
        Not(super::Not),
    }
    impl rt::From<super::Self_> for Message {
        fn from(message: super::Self_) -> Self {
            Self::Self_(message)
        }
    }
    impl rt::From<super::TypeSelf> for Message {
        fn from(message: super::TypeSelf) -> Self {
            Self::Self2(message)
        }
    }
    impl rt::From<super::Message> for Message {
        fn from(message: super::Message) -> Self {
            Self::Message(message)
        }
    }
    impl rt::From<super::Not> for Message {
        fn from(message: super::Not) -> Self {
            Self::Not(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            let [kind] = rt::scan(&raw.payload, ["self"])?;
            if kind.is(&rt::Literal::Integer(1i64)) {
                rt::decode(raw).map(Message::Self_)
            } else if kind.is(&rt::Literal::Integer(2i64)) {
                rt::decode(raw).map(Message::Self2)
            } else if kind.is(&rt::Literal::Integer(3i64)) {
                rt::decode(raw).map(Message::Message)
            } else if kind.is(&rt::Literal::Integer(4i64)) {
                rt::decode(raw).map(Message::Not)
            } else {
                rt::Result::Err(rt::DecodeError::unknown_message("type"))
            }
        }
    }
    /// What operation `flush` sends.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Flush {
        /// Message `Self`.
        ///
        /// From `asyncapi.yaml:24`.
        Self_(super::Self_),
        /// Message `self`.
        ///
        /// From `asyncapi.yaml:25`.
        Self2(super::TypeSelf),
        /// Message `Message`.
        ///
        /// From `asyncapi.yaml:26`.
        Message(super::Message),
        /// Message `!`.
        ///
        /// From `asyncapi.yaml:27`.
        Not(super::Not),
    }
    impl rt::From<super::Self_> for Flush {
        fn from(message: super::Self_) -> Self {
            Self::Self_(message)
        }
    }
    impl rt::From<super::TypeSelf> for Flush {
        fn from(message: super::TypeSelf) -> Self {
            Self::Self2(message)
        }
    }
    impl rt::From<super::Message> for Flush {
        fn from(message: super::Message) -> Self {
            Self::Message(message)
        }
    }
    impl rt::From<super::Not> for Flush {
        fn from(message: super::Not) -> Self {
            Self::Not(message)
        }
    }
    /// A handle on channel `type`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:21`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `flush`: sends `Self`, `self`, `Message`, `!`.
        ///
        /// From `asyncapi.yaml:51`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn send_flush(&self, message: impl rt::Into<Flush>) -> rt::Send<'_> {
            let message: Flush = message.into();
            match &message {
                Flush::Self_(message) => self.link.send(&FLUSH, &SELF_MESSAGE, message),
                Flush::Self2(message) => self.link.send(&FLUSH, &SELF_MESSAGE_2, message),
                Flush::Message(message) => {
                    self.link.send(&FLUSH, &MESSAGE_MESSAGE, message)
                }
                Flush::Not(message) => self.link.send(&FLUSH, &NOT_MESSAGE, message),
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
    /// What this side sends on channel `type`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `flush`: sends `Self`, `self`, `Message`, `!`.
        ///
        /// From `asyncapi.yaml:51`.
        fn send_flush(
            &self,
            message: impl rt::Into<Flush> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn send_flush(
            &self,
            message: impl rt::Into<Flush> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::send_flush(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `flush`.
        Flush(Flush),
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
        fn send_flush(
            &self,
            message: impl rt::Into<Flush> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Flush(message.into()));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// What operation `message` receives.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum AnyMessage {
        /// Message `Self`.
        ///
        /// From `asyncapi.yaml:24`.
        Self_(super::Self_),
        /// Message `self`.
        ///
        /// From `asyncapi.yaml:25`.
        Self2(super::TypeSelf),
        /// Message `Message`.
        ///
        /// From `asyncapi.yaml:26`.
        Message(super::Message),
        /// Message `!`.
        ///
        /// From `asyncapi.yaml:27`.
        Not(super::Not),
    }
    impl rt::From<super::Self_> for AnyMessage {
        fn from(message: super::Self_) -> Self {
            Self::Self_(message)
        }
    }
    impl rt::From<super::TypeSelf> for AnyMessage {
        fn from(message: super::TypeSelf) -> Self {
            Self::Self2(message)
        }
    }
    impl rt::From<super::Message> for AnyMessage {
        fn from(message: super::Message) -> Self {
            Self::Message(message)
        }
    }
    impl rt::From<super::Not> for AnyMessage {
        fn from(message: super::Not) -> Self {
            Self::Not(message)
        }
    }
    /// Handles what comes in on channel `type`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:21`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `message`: receives `Self`, `self`, `Message`, `!`.
        ///
        /// From `asyncapi.yaml:50`.
        fn message(
            &self,
            message: AnyMessage,
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
    /// A peer's session on channel `type`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Operation `flush`: sends `Self`, `self`, `Message`, `!`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:51`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn send_flush(
            &self,
            message: impl rt::Into<Flush>,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            let message: Flush = message.into();
            match &message {
                Flush::Self_(message) => {
                    self.inner.send(&FLUSH, &SELF_MESSAGE, message).await
                }
                Flush::Self2(message) => {
                    self.inner.send(&FLUSH, &SELF_MESSAGE_2, message).await
                }
                Flush::Message(message) => {
                    self.inner.send(&FLUSH, &MESSAGE_MESSAGE, message).await
                }
                Flush::Not(message) => {
                    self.inner.send(&FLUSH, &NOT_MESSAGE, message).await
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
                            rt::Result::Ok(Message::Self_(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::message(
                                            &self.0,
                                            self::AnyMessage::Self_(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Self2(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::message(
                                            &self.0,
                                            self::AnyMessage::Self2(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Message(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::message(
                                            &self.0,
                                            self::AnyMessage::Message(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Not(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::message(
                                            &self.0,
                                            self::AnyMessage::Not(message),
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
/// Channel `servers`, at `servers`.
///
/// From `asyncapi.yaml:28`.
pub mod servers_channel {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `servers`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "servers",
        address: rt::Option::Some("servers"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `Option`, as the document has it.
    pub static OPTION_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "Option",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `subscribe`, as the document has it.
    pub static SUBSCRIBE: rt::OperationInfo = rt::OperationInfo {
        name: "subscribe",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `onOpen`, as the document has it.
    pub static ON_OPEN: rt::OperationInfo = rt::OperationInfo {
        name: "onOpen",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `servers`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `Option`.
        ///
        /// From `asyncapi.yaml:31`.
        Option(super::Option),
    }
    impl rt::From<super::Option> for Message {
        fn from(message: super::Option) -> Self {
            Self::Option(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode(raw).map(Message::Option)
        }
    }
    /// A handle on channel `servers`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:28`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `subscribe`: sends `Option`.
        ///
        /// From `asyncapi.yaml:53`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn send_subscribe(&self, message: &super::Option) -> rt::Send<'_> {
            self.link.send(&SUBSCRIBE, &OPTION_MESSAGE, message)
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
    /// What this side sends on channel `servers`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `subscribe`: sends `Option`.
        ///
        /// From `asyncapi.yaml:53`.
        fn send_subscribe(
            &self,
            message: &super::Option,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn send_subscribe(
            &self,
            message: &super::Option,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::send_subscribe(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `subscribe`.
        Subscribe(super::Option),
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
        fn send_subscribe(
            &self,
            message: &super::Option,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Subscribe(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// Handles what comes in on channel `servers`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:28`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `onOpen`: receives `Option`.
        ///
        /// From `asyncapi.yaml:52`.
        fn receive_on_open(
            &self,
            message: super::Option,
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
    /// A peer's session on channel `servers`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Operation `subscribe`: sends `Option`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:53`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn send_subscribe(
            &self,
            message: &super::Option,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            self.inner.send(&SUBSCRIBE, &OPTION_MESSAGE, message).await
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
                            rt::Result::Ok(Message::Option(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_on_open(&self.0, message, &context).await,
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
/// Channel `connect`, at `connect`.
///
/// From `asyncapi.yaml:32`.
pub mod connect {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `connect`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "connect",
        address: rt::Option::Some("connect"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `String`, as the document has it.
    pub static STRING_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "String",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `fn`, as the document has it.
    pub static FN: rt::OperationInfo = rt::OperationInfo {
        name: "fn",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `async`, as the document has it.
    pub static ASYNC: rt::OperationInfo = rt::OperationInfo {
        name: "async",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `connect`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `String`.
        ///
        /// From `asyncapi.yaml:35`.
        String(super::String),
    }
    impl rt::From<super::String> for Message {
        fn from(message: super::String) -> Self {
            Self::String(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode(raw).map(Message::String)
        }
    }
    /// A handle on channel `connect`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:32`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `fn`: sends `String`.
        ///
        /// From `asyncapi.yaml:54`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn r#fn(&self, message: &super::String) -> rt::Send<'_> {
            self.link.send(&FN, &STRING_MESSAGE, message)
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
    /// What this side sends on channel `connect`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `fn`: sends `String`.
        ///
        /// From `asyncapi.yaml:54`.
        fn r#fn(
            &self,
            message: &super::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn r#fn(
            &self,
            message: &super::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::r#fn(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `fn`.
        Fn(super::String),
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
        fn r#fn(
            &self,
            message: &super::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Fn(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// Handles what comes in on channel `connect`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:32`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `async`: receives `String`.
        ///
        /// From `asyncapi.yaml:55`.
        fn r#async(
            &self,
            message: super::String,
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
    /// A peer's session on channel `connect`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Operation `fn`: sends `String`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:54`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn r#fn(
            &self,
            message: &super::String,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            self.inner.send(&FN, &STRING_MESSAGE, message).await
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
                            rt::Result::Ok(Message::String(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::r#async(&self.0, message, &context).await,
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
/// Channel `rt`, at `rt`.
///
/// From `asyncapi.yaml:36`.
pub mod rt_channel {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `rt`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "rt",
        address: rt::Option::Some("rt"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `Client`, as the document has it.
    pub static CLIENT_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "Client",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `CHANNEL`, as the document has it.
    pub static CHANNEL2: rt::OperationInfo = rt::OperationInfo {
        name: "CHANNEL",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `Sender`, as the document has it.
    pub static SENDER: rt::OperationInfo = rt::OperationInfo {
        name: "Sender",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `rt`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `Client`.
        ///
        /// From `asyncapi.yaml:39`.
        Client(super::RtClient),
    }
    impl rt::From<super::RtClient> for Message {
        fn from(message: super::RtClient) -> Self {
            Self::Client(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode(raw).map(Message::Client)
        }
    }
    /// A handle on channel `rt`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:36`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `CHANNEL`: sends `Client`.
        ///
        /// From `asyncapi.yaml:56`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn channel(&self, message: &super::RtClient) -> rt::Send<'_> {
            self.link.send(&CHANNEL2, &CLIENT_MESSAGE, message)
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
    /// What this side sends on channel `rt`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `CHANNEL`: sends `Client`.
        ///
        /// From `asyncapi.yaml:56`.
        fn channel(
            &self,
            message: &super::RtClient,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn channel(
            &self,
            message: &super::RtClient,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::channel(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `CHANNEL`.
        Channel(super::RtClient),
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
        fn channel(
            &self,
            message: &super::RtClient,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Channel(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// Handles what comes in on channel `rt`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:36`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `Sender`: receives `Client`.
        ///
        /// From `asyncapi.yaml:57`.
        fn sender(
            &self,
            message: super::RtClient,
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
    /// A peer's session on channel `rt`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Operation `CHANNEL`: sends `Client`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:56`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn channel(
            &self,
            message: &super::RtClient,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            self.inner.send(&CHANNEL2, &CLIENT_MESSAGE, message).await
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
                            rt::Result::Ok(Message::Client(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(Receiver::sender(&self.0, message, &context).await)
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
/// Channel `service`, at `service`.
///
/// From `asyncapi.yaml:40`.
#[allow(clippy::ptr_arg)]
pub mod service {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `service`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "service",
        address: rt::Option::Some("service"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `service`, as the document has it.
    pub static SERVICE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "service",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `text`, as the document has it.
    pub static TEXT_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "text",
        content_type: "text/plain",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `r`, as the document has it.
    pub static R: rt::OperationInfo = rt::OperationInfo {
        name: "r",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `service`.
    ///
    /// Which of them it is:
    /// * if the media type is `"application/json"`: `service`
    /// * if the media type is `"text/plain"`: `text`
    /// * if the protocol tells no media type: `service`, or if it does not fit, `text`
    /// * else: unknown
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `service`.
        ///
        /// From `asyncapi.yaml:43`.
        Service(super::Service2),
        /// Message `text`.
        ///
        /// From `asyncapi.yaml:44`.
        Text(rt::String),
    }
    impl rt::From<super::Service2> for Message {
        fn from(message: super::Service2) -> Self {
            Self::Service(message)
        }
    }
    impl rt::From<rt::String> for Message {
        fn from(message: rt::String) -> Self {
            Self::Text(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            let kind = rt::media_type(raw);
            if kind == rt::Option::Some("application/json") {
                rt::decode(raw).map(Message::Service)
            } else if kind == rt::Option::Some("text/plain") {
                rt::decode_text(raw).map(Message::Text)
            } else if kind.is_none_or(|it| it == "application/octet-stream") {
                match rt::decode(raw) {
                    rt::Result::Ok(message) => rt::Result::Ok(Message::Service(message)),
                    rt::Result::Err(error) => {
                        (rt::decode_text(raw).map(Message::Text))
                            .or(rt::Result::Err(error))
                    }
                }
            } else {
                rt::Result::Err(rt::DecodeError::unknown_message("service"))
            }
        }
    }
    /// A handle on channel `service`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:40`.
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
    /// What operation `r` receives.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum R {
        /// Message `service`.
        ///
        /// From `asyncapi.yaml:43`.
        Service(super::Service2),
        /// Message `text`.
        ///
        /// From `asyncapi.yaml:44`.
        Text(rt::String),
    }
    impl rt::From<super::Service2> for R {
        fn from(message: super::Service2) -> Self {
            Self::Service(message)
        }
    }
    impl rt::From<rt::String> for R {
        fn from(message: rt::String) -> Self {
            Self::Text(message)
        }
    }
    /// Handles what comes in on channel `service`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:40`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `r`: receives `service`, `text`.
        ///
        /// From `asyncapi.yaml:58`.
        fn r(
            &self,
            message: R,
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
    /// A peer's session on channel `service`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
                            rt::Result::Ok(Message::Service(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::r(&self.0, self::R::Service(message), &context)
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Text(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::r(&self.0, self::R::Text(message), &context).await,
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
/// Channel `1 − ÄÖ`.
///
/// From `asyncapi.yaml:45`.
pub mod n1_u2212_äö {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `1 − ÄÖ`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "1 − ÄÖ",
        address: rt::Option::None,
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `Vec`, as the document has it.
    pub static VEC_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "Vec",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `2`, as the document has it.
    pub static N2: rt::OperationInfo = rt::OperationInfo {
        name: "2",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `1 − ÄÖ`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:45`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `2`: sends `Vec`.
        ///
        /// From `asyncapi.yaml:59`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn n2(&self, message: &super::Vec) -> rt::Send<'_> {
            self.link.send(&N2, &VEC_MESSAGE, message)
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
    /// What this side sends on channel `1 − ÄÖ`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `2`: sends `Vec`.
        ///
        /// From `asyncapi.yaml:59`.
        fn n2(
            &self,
            message: &super::Vec,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn n2(
            &self,
            message: &super::Vec,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::n2(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `2`.
        N2(super::Vec),
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
        fn n2(
            &self,
            message: &super::Vec,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::N2(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// A peer's session on channel `1 − ÄÖ`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Operation `2`: sends `Vec`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:59`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn n2(
            &self,
            message: &super::Vec,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            self.inner.send(&N2, &VEC_MESSAGE, message).await
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
}
/// A client of Odd "names" \[and\] \<more> \` 1.0.0: sends, and pulls what comes in.
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
                &[
                    &r#type::CHANNEL,
                    &servers_channel::CHANNEL,
                    &connect::CHANNEL,
                    &rt_channel::CHANNEL,
                    &service::CHANNEL,
                    &n1_u2212_äö::CHANNEL,
                ],
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
                &[
                    &r#type::CHANNEL,
                    &servers_channel::CHANNEL,
                    &connect::CHANNEL,
                    &rt_channel::CHANNEL,
                    &service::CHANNEL,
                    &n1_u2212_äö::CHANNEL,
                ],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `type`.
    ///
    /// From `asyncapi.yaml:21`.
    #[must_use]
    pub fn r#type(&self) -> r#type::Channel {
        r#type::Channel::new(self.inner.channel(&r#type::CHANNEL, "type"))
    }
    /// Channel `servers`.
    ///
    /// From `asyncapi.yaml:28`.
    #[must_use]
    pub fn servers(&self) -> servers_channel::Channel {
        servers_channel::Channel::new(
            self.inner.channel(&servers_channel::CHANNEL, "servers"),
        )
    }
    /// Channel `connect`.
    ///
    /// From `asyncapi.yaml:32`.
    #[must_use]
    pub fn connect_channel(&self) -> connect::Channel {
        connect::Channel::new(self.inner.channel(&connect::CHANNEL, "connect"))
    }
    /// Channel `rt`.
    ///
    /// From `asyncapi.yaml:36`.
    #[must_use]
    pub fn rt(&self) -> rt_channel::Channel {
        rt_channel::Channel::new(self.inner.channel(&rt_channel::CHANNEL, "rt"))
    }
    /// Channel `service`.
    ///
    /// From `asyncapi.yaml:40`.
    #[must_use]
    pub fn service(&self) -> service::Channel {
        service::Channel::new(self.inner.channel(&service::CHANNEL, "service"))
    }
    /// Channel `1 − ÄÖ`.
    ///
    /// From `asyncapi.yaml:45`.
    #[must_use]
    pub fn n1_u2212_äö(
        &self,
        address: impl rt::Into<rt::SharedStr>,
    ) -> n1_u2212_äö::Channel {
        n1_u2212_äö::Channel::new(self.inner.channel(&n1_u2212_äö::CHANNEL, address))
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
/// A service of Odd "names" \[and\] \<more> \` 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<
    Type: r#type::Receiver,
    Servers: servers_channel::Receiver,
    Connect: connect::Receiver,
    Rt: rt_channel::Receiver,
    ServiceChannel: service::Receiver,
> {
    /// Handles channel `type`.
    ///
    /// From `asyncapi.yaml:21`.
    pub r#type: Type,
    /// Handles channel `servers`.
    ///
    /// From `asyncapi.yaml:28`.
    pub servers_channel: Servers,
    /// Handles channel `connect`.
    ///
    /// From `asyncapi.yaml:32`.
    pub connect: Connect,
    /// Handles channel `rt`.
    ///
    /// From `asyncapi.yaml:36`.
    pub rt_channel: Rt,
    /// Handles channel `service`.
    ///
    /// From `asyncapi.yaml:40`.
    pub service: ServiceChannel,
}
impl<
    Type: r#type::Receiver,
    Servers: servers_channel::Receiver,
    Connect: connect::Receiver,
    Rt: rt_channel::Receiver,
    ServiceChannel: service::Receiver,
> Service<Type, Servers, Connect, Rt, ServiceChannel> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([
            rt::Arc::new(r#type::Route(self.r#type)) as rt::Arc<dyn rt::Route>,
            rt::Arc::new(servers_channel::Route(self.servers_channel))
                as rt::Arc<dyn rt::Route>,
            rt::Arc::new(connect::Route(self.connect)) as rt::Arc<dyn rt::Route>,
            rt::Arc::new(rt_channel::Route(self.rt_channel)) as rt::Arc<dyn rt::Route>,
            rt::Arc::new(service::Route(self.service)) as rt::Arc<dyn rt::Route>,
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
    /// One of the document's servers, for a program that chooses as it runs: `"self".parse::<Server>()`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash
    )]
    pub enum Server {
        /// Server `self`: see [`Self_`](struct@Self_).
        Self_,
        /// Server `servers`: see [`Servers`](struct@Servers).
        Servers,
        /// Server `credentials`: see [`CredentialsServer`](struct@CredentialsServer).
        Credentials,
    }
    rt::server_choice!(
        Server { Self_ = SELF, Servers = SERVERS, Credentials = CREDENTIALS }
    );
    /// Server `self`, as the document has it.
    pub static SELF: rt::ServerInfo = rt::ServerInfo {
        name: "self",
        protocol: "ws",
        protocol_version: rt::Option::None,
        host: "localhost",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `self`: `ws://localhost`.
    ///
    /// From `asyncapi.yaml:6`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Self_<Credentials = rt::Missing> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Self_<rt::Missing> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("ws://localhost")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(&SELF, rt::Into::<rt::String>::into(url));
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// Listens in the place of the server, on an address such as `127.0.0.1:0`.
        #[must_use]
        pub fn listen(address: impl rt::Into<rt::String>) -> SelfListener<rt::Missing> {
            let inner = rt::ServerBuilder::listen(
                &SELF,
                rt::Into::<rt::String>::into(address),
            );
            SelfListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> SelfListener<rt::Missing> {
            let inner = rt::ServerBuilder::listener(&SELF, rt::Arc::new(listener));
            SelfListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Self_, SELF, rt::InMemory);
    impl<Credentials: rt::Unproven> Self_<Credentials> {
        /// By security scheme `type`.
        ///
        /// From `asyncapi.yaml:10`.
        #[must_use]
        pub fn r#type(self, key: impl rt::Into<rt::Secret>) -> Self_<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::Query {
                    name: "token",
                    value: rt::Into::into(key),
                });
            Self_ {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `listen`.
        ///
        /// From `asyncapi.yaml:11`.
        #[must_use]
        pub fn with_listen(
            self,
            user: impl rt::Into<rt::String>,
            password: impl rt::Into<rt::Secret>,
        ) -> Self_<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::UserPassword {
                    user: rt::Into::into(user),
                    password: rt::Into::into(password),
                });
            Self_ {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl Self_<rt::InMemory> {
        /// Without the credentials that the document asks for: the memory stands in for the server.
        #[must_use]
        pub fn insecure(self) -> Self_<rt::Given> {
            Self_ {
                inner: self.inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl<Credentials> Self_<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Self_);
    /// A listener in the place of server `self`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct SelfListener<Authenticator = rt::Missing> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }
    /// What a peer of server `self` proves itself with.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub enum SelfCredentials {
        /// By security scheme `type`.
        ///
        /// From `asyncapi.yaml:10`.
        Type(rt::Secret),
        /// By security scheme `listen`.
        ///
        /// From `asyncapi.yaml:11`.
        Listen(rt::String, rt::Secret),
    }
    impl SelfCredentials {
        #[allow(unused_variables, clippy::needless_return)]
        fn find(handshake: &rt::Handshake) -> rt::Option<Self> {
            if let (rt::Option::Some(found_1),) = (handshake.query_key("token"),) {
                return rt::Option::Some(Self::Type(found_1));
            }
            if let (rt::Option::Some(found_1),) = (handshake.basic(),) {
                return rt::Option::Some(Self::Listen(found_1.0, found_1.1));
            }
            rt::Option::None
        }
    }
    impl SelfListener<rt::Missing> {
        /// Decides who may come in: gets the peer's credentials and its handshake, before the connection is made; gives
        /// what the session is known by (`session.identity()`), or a refusal. Without credentials a peer is refused.
        #[must_use]
        pub fn authenticate<F, Fut, Identity>(
            self,
            authenticate: F,
        ) -> SelfListener<rt::Given>
        where
            F: ::core::ops::Fn(SelfCredentials, &rt::Handshake) -> Fut
                + ::core::marker::Send + ::core::marker::Sync + 'static,
            Fut: rt::Future<Output = rt::Result<Identity, rt::Refusal>>
                + ::core::marker::Send + 'static,
            Identity: ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
        {
            let inner = self
                .inner
                .authenticate(move |handshake| {
                    let checked = SelfCredentials::find(handshake)
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
            SelfListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    impl Self_<rt::InMemory> {
        /// Decides who may come in, as on a [listener](Self::listen).
        #[must_use]
        pub fn authenticate<F, Fut, Identity>(
            self,
            authenticate: F,
        ) -> SelfListener<rt::Given>
        where
            F: ::core::ops::Fn(SelfCredentials, &rt::Handshake) -> Fut
                + ::core::marker::Send + ::core::marker::Sync + 'static,
            Fut: rt::Future<Output = rt::Result<Identity, rt::Refusal>>
                + ::core::marker::Send + 'static,
            Identity: ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
        {
            let listener = SelfListener::<rt::Missing> {
                inner: self.inner,
                authenticator: rt::PhantomData,
            };
            listener.authenticate(authenticate)
        }
    }
    impl<Authenticator> SelfListener<Authenticator> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(serve SelfListener);
    /// Server `servers`, as the document has it.
    pub static SERVERS: rt::ServerInfo = rt::ServerInfo {
        name: "servers",
        protocol: "kafka",
        protocol_version: rt::Option::None,
        host: "localhost",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `servers`: `kafka://localhost`.
    ///
    /// From `asyncapi.yaml:12`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Servers<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Servers<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("kafka://localhost")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(
                &SERVERS,
                rt::Into::<rt::String>::into(url),
            );
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Servers, SERVERS, rt::Given);
    impl<Credentials> Servers<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Servers);
    /// Server `credentials`, as the document has it.
    pub static CREDENTIALS: rt::ServerInfo = rt::ServerInfo {
        name: "credentials",
        protocol: "ws",
        protocol_version: rt::Option::None,
        host: "localhost",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `credentials`: `ws://localhost`.
    ///
    /// From `asyncapi.yaml:15`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct CredentialsServer<Credentials = rt::Missing> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl CredentialsServer<rt::Missing> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("ws://localhost")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(
                &CREDENTIALS,
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
        ) -> CredentialsListener<rt::Missing> {
            let inner = rt::ServerBuilder::listen(
                &CREDENTIALS,
                rt::Into::<rt::String>::into(address),
            );
            CredentialsListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> CredentialsListener<rt::Missing> {
            let inner = rt::ServerBuilder::listener(
                &CREDENTIALS,
                rt::Arc::new(listener),
            );
            CredentialsListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(CredentialsServer, CREDENTIALS, rt::InMemory);
    impl<Credentials: rt::Unproven> CredentialsServer<Credentials> {
        /// By security scheme `listen`.
        ///
        /// From `asyncapi.yaml:19`.
        #[must_use]
        pub fn with_listen(
            self,
            user: impl rt::Into<rt::String>,
            password: impl rt::Into<rt::Secret>,
        ) -> CredentialsServer<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::UserPassword {
                    user: rt::Into::into(user),
                    password: rt::Into::into(password),
                });
            CredentialsServer {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl CredentialsServer<rt::InMemory> {
        /// Without the credentials that the document asks for: the memory stands in for the server.
        #[must_use]
        pub fn insecure(self) -> CredentialsServer<rt::Given> {
            CredentialsServer {
                inner: self.inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl<Credentials> CredentialsServer<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect CredentialsServer);
    /// A listener in the place of server `credentials`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct CredentialsListener<Authenticator = rt::Missing> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }
    /// What a peer of server `credentials` proves itself with.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub enum CredentialsCredentials {
        /// By security scheme `listen`.
        ///
        /// From `asyncapi.yaml:19`.
        Listen(rt::String, rt::Secret),
    }
    impl CredentialsCredentials {
        #[allow(unused_variables, clippy::needless_return)]
        fn find(handshake: &rt::Handshake) -> rt::Option<Self> {
            if let (rt::Option::Some(found_1),) = (handshake.basic(),) {
                return rt::Option::Some(Self::Listen(found_1.0, found_1.1));
            }
            rt::Option::None
        }
    }
    impl CredentialsListener<rt::Missing> {
        /// Decides who may come in: gets the peer's credentials and its handshake, before the connection is made; gives
        /// what the session is known by (`session.identity()`), or a refusal. Without credentials a peer is refused.
        #[must_use]
        pub fn authenticate<F, Fut, Identity>(
            self,
            authenticate: F,
        ) -> CredentialsListener<rt::Given>
        where
            F: ::core::ops::Fn(CredentialsCredentials, &rt::Handshake) -> Fut
                + ::core::marker::Send + ::core::marker::Sync + 'static,
            Fut: rt::Future<Output = rt::Result<Identity, rt::Refusal>>
                + ::core::marker::Send + 'static,
            Identity: ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
        {
            let inner = self
                .inner
                .authenticate(move |handshake| {
                    let checked = CredentialsCredentials::find(handshake)
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
            CredentialsListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    impl CredentialsServer<rt::InMemory> {
        /// Decides who may come in, as on a [listener](Self::listen).
        #[must_use]
        pub fn authenticate<F, Fut, Identity>(
            self,
            authenticate: F,
        ) -> CredentialsListener<rt::Given>
        where
            F: ::core::ops::Fn(CredentialsCredentials, &rt::Handshake) -> Fut
                + ::core::marker::Send + ::core::marker::Sync + 'static,
            Fut: rt::Future<Output = rt::Result<Identity, rt::Refusal>>
                + ::core::marker::Send + 'static,
            Identity: ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
        {
            let listener = CredentialsListener::<rt::Missing> {
                inner: self.inner,
                authenticator: rt::PhantomData,
            };
            listener.authenticate(authenticate)
        }
    }
    impl<Authenticator> CredentialsListener<Authenticator> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(serve CredentialsListener);
}
