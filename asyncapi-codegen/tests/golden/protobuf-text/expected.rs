#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// A message.
///
/// From `asyncapi.yaml:15`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Client2 {
    /// Field `fooBar`.
    pub foo_bar_2: i32,
    /// Field `foo_bar`.
    pub foo_bar: i32,
    /// Field `self`.
    pub self_: rt::String,
    /// Field `type`.
    pub r#type: rt::String,
    /// Field `option`.
    pub option: Option,
    /// Field `map`.
    pub map: rt::BTreeMap<rt::String, rt::String>,
    /// Field `field`.
    pub field: rt::Option<Client2Field>,
    /// Field `reserved`.
    pub reserved: rt::Option<Message>,
    /// Field `optional`.
    pub optional: rt::Option<bool>,
    /// Field `repeated`.
    pub repeated: rt::Vec<Box>,
    /// Field `message`.
    pub message: rt::String,
}
impl rt::protobuf::Message for Client2 {
    const NAME: &'static str = "Client";
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.plain(1, rt::protobuf::Int32, &self.foo_bar_2);
        to.plain(2, rt::protobuf::Int32, &self.foo_bar);
        to.plain(3, rt::protobuf::Text, &self.self_);
        to.plain(4, rt::protobuf::Text, &self.r#type);
        to.plain(5, rt::protobuf::Number, &self.option);
        to.map(6, rt::protobuf::Text, rt::protobuf::Text, &self.map);
        to.one_of(&self.field);
        to.optional(10, rt::protobuf::Embedded, &self.reserved);
        to.optional(11, rt::protobuf::Bool, &self.optional);
        to.repeated(12, rt::protobuf::Embedded, &self.repeated);
        to.plain(13, rt::protobuf::Text, &self.message);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Int32, &mut self.foo_bar_2),
            2 => field.value(rt::protobuf::Int32, &mut self.foo_bar),
            3 => field.value(rt::protobuf::Text, &mut self.self_),
            4 => field.value(rt::protobuf::Text, &mut self.r#type),
            5 => field.value(rt::protobuf::Number, &mut self.option),
            6 => field.map(rt::protobuf::Text, rt::protobuf::Text, &mut self.map),
            7 | 8 | 9 => field.one_of(&mut self.field),
            10 => field.optional(rt::protobuf::Embedded, &mut self.reserved),
            11 => field.optional(rt::protobuf::Bool, &mut self.optional),
            12 => field.repeated(rt::protobuf::Embedded, &mut self.repeated),
            13 => field.value(rt::protobuf::Text, &mut self.message),
            _ => field.skip(),
        }
    }
}
/// One of the values that the document names, or any other number.
///
/// From `asyncapi.yaml:30`.
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
pub enum Option {
    /// The value `NONE`.
    None2,
    /// The value `None`.
    None,
    /// The value `SELF`.
    Self_,
    /// The value `Other`.
    Other,
    /// The value `OPTION_1`.
    Option1,
    /// The value `OPTION_SOME`.
    Some,
    /// The value `option_Ok`.
    Ok,
    /// A number that the document does not name.
    Other2(i32),
}
rt::protobuf_enum!(
    Option { None2 = 0 "NONE", None = 1 "None", Self_ = 2 "SELF", Other = 3 "Other",
    Option1 = 4 "OPTION_1", Some = 5 "OPTION_SOME", Ok = 6 "option_Ok" } Other2, None2
);
/// One of several fields.
///
/// From `asyncapi.yaml:22`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum Client2Field {
    /// The field of this name.
    Number(i32),
    /// The field of this name.
    To(rt::String),
    /// The field of this name.
    Client(rt::Box<Client2>),
}
impl rt::protobuf::OneOf for Client2Field {
    fn write(&self, to: &mut rt::protobuf::Writer) {
        match self {
            Self::Number(value) => to.value(7, rt::protobuf::Int32, value),
            Self::To(value) => to.value(8, rt::protobuf::Text, value),
            Self::Client(value) => to.value(9, rt::protobuf::Embedded, value),
        }
    }
    fn read(
        this: &mut rt::Option<Self>,
        field: &mut rt::protobuf::Field<'_, '_>,
    ) -> rt::protobuf::Read {
        match field.number() {
            7 => field.arm(rt::protobuf::Int32, this, Self::Number),
            8 => field.arm(rt::protobuf::Text, this, Self::To),
            9 => {
                field
                    .merged_arm(
                        rt::protobuf::Embedded,
                        this,
                        Self::Client,
                        |old| match old {
                            Self::Client(value) => rt::Some(value),
                            _ => rt::None,
                        },
                    )
            }
            _ => field.skip(),
        }
    }
}
/// A message.
///
/// From `asyncapi.yaml:28`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Message {}
impl rt::protobuf::Message for Message {
    const NAME: &'static str = "Message";
    fn write(&self, _: &mut rt::protobuf::Writer) {}
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        field.skip()
    }
}
/// A message.
///
/// From `asyncapi.yaml:29`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Box {
    /// Field `only`.
    pub only: rt::Option<BoxOnly>,
}
impl rt::protobuf::Message for Box {
    const NAME: &'static str = "Box";
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.one_of(&self.only);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.one_of(&mut self.only),
            _ => field.skip(),
        }
    }
}
/// One of several fields.
///
/// From `asyncapi.yaml:29`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum BoxOnly {
    /// The field of this name.
    B(rt::Bytes),
}
impl rt::protobuf::OneOf for BoxOnly {
    fn write(&self, to: &mut rt::protobuf::Writer) {
        match self {
            Self::B(value) => to.value(1, rt::protobuf::Octets, value),
        }
    }
    fn read(
        this: &mut rt::Option<Self>,
        field: &mut rt::protobuf::Field<'_, '_>,
    ) -> rt::protobuf::Read {
        match field.number() {
            1 => field.arm(rt::protobuf::Octets, this, Self::B),
            _ => field.skip(),
        }
    }
}
/// A message.
///
/// From `asyncapi.yaml:35`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Line {
    /// Field `start`.
    pub start: Point,
    /// Field `end`.
    pub end: Point,
    /// Field `label`.
    pub label: rt::Option<rt::String>,
}
impl Line {
    /// With what is required; the rest is absent.
    #[must_use]
    #[inline]
    pub fn new(start: Point, end: Point) -> Self {
        Self {
            start,
            end,
            ..rt::Default::default()
        }
    }
}
impl rt::protobuf::Message for Line {
    const NAME: &'static str = "Line";
    const REQUIRED: &'static [u32] = &[1, 2];
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.value(1, rt::protobuf::Embedded, &self.start);
        to.value(2, rt::protobuf::Embedded, &self.end);
        to.optional(3, rt::protobuf::Text, &self.label);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Embedded, &mut self.start),
            2 => field.value(rt::protobuf::Embedded, &mut self.end),
            3 => field.optional(rt::protobuf::Text, &mut self.label),
            _ => field.skip(),
        }
    }
}
/// A message.
///
/// From `asyncapi.yaml:35`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Point {
    /// Field `x`.
    pub x: i32,
}
impl rt::protobuf::Message for Point {
    const NAME: &'static str = "Point";
    const REQUIRED: &'static [u32] = &[1];
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.value(1, rt::protobuf::Int32, &self.x);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Int32, &mut self.x),
            _ => field.skip(),
        }
    }
}
/// The one.
///
/// From `asyncapi.yaml:48`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Second {
    /// Field `a`.
    pub a: rt::String,
}
impl rt::protobuf::Message for Second {
    const NAME: &'static str = "Second";
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.plain(1, rt::protobuf::Text, &self.a);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Text, &mut self.a),
            _ => field.skip(),
        }
    }
}
/// A message.
///
/// From `asyncapi.yaml:53`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Third {
    /// Field `a`.
    pub a: rt::String,
}
impl rt::protobuf::Message for Third {
    const NAME: &'static str = "Third";
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.plain(1, rt::protobuf::Text, &self.a);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Text, &mut self.a),
            _ => field.skip(),
        }
    }
}
/// A message.
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
pub struct Sixth {
    /// Field `a`.
    pub a: rt::String,
}
impl rt::protobuf::Message for Sixth {
    const NAME: &'static str = "a.Sixth";
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.plain(1, rt::protobuf::Text, &self.a);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Text, &mut self.a),
            _ => field.skip(),
        }
    }
}
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Client2", 0x8d59a9cced5c1b1f),
    ("Option", 0x8d64fc286ddddebc),
    ("Client2Field", 0xdb95366a3c4849d),
    ("Message", 0x8d8913f7ad0f1cc5),
    ("Box", 0x7d6d9e53497afa11),
    ("BoxOnly", 0xb0158740bfd2fca8),
    ("Line", 0x20373baf15331015),
    ("Point", 0x2ad36a96e2bbd446),
    ("Second", 0x3acf20e2c6a6819a),
    ("Third", 0x22bee0ecfb65edf4),
    ("Sixth", 0xbb2f8db4131eab5d),
];
/// Channel `odd`, at `odd`.
///
/// From `asyncapi.yaml:7`.
pub mod odd {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `odd`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "odd",
        address: rt::Option::Some("odd"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `odd`, as the document has it.
    pub static ODD_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "odd",
        content_type: "application/x-protobuf",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `old`, as the document has it.
    pub static OLD_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "old",
        content_type: "application/vnd.acme.old",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `point`, as the document has it.
    pub static POINT_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "point",
        content_type: "application/vnd.acme.point",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `marked`, as the document has it.
    pub static MARKED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "marked",
        content_type: "application/vnd.acme.marked",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `third`, as the document has it.
    pub static THIRD_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "third",
        content_type: "application/vnd.acme.third",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `named`, as the document has it.
    pub static NAMED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "named",
        content_type: "application/vnd.acme.named",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `receive odd`, as the document has it.
    pub static RECEIVE_ODD: rt::OperationInfo = rt::OperationInfo {
        name: "receive odd",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `odd`.
    ///
    /// Which of them it is:
    /// * if the media type is `"application/x-protobuf"`: `odd`
    /// * if the media type is `"application/vnd.acme.old"`: `old`
    /// * if the media type is `"application/vnd.acme.point"`: `point`
    /// * if the media type is `"application/vnd.acme.marked"`: `marked`
    /// * if the media type is `"application/vnd.acme.third"`: `third`
    /// * if the media type is `"application/vnd.acme.named"`: `named`
    /// * if the protocol tells no media type: `odd`, or if it does not fit, `old`, or if it does not fit, `point`, or if it does not fit, `marked`, or if it does not fit, `third`, or if it does not fit, `named`
    /// * else: unknown
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `odd`.
        ///
        /// From `asyncapi.yaml:12`.
        Odd(super::Client2),
        /// Message `old`.
        ///
        /// From `asyncapi.yaml:32`.
        Old(super::Line),
        /// Message `point`.
        ///
        /// From `asyncapi.yaml:37`.
        Point(super::Point),
        /// Message `marked`.
        ///
        /// From `asyncapi.yaml:42`.
        Marked(super::Second),
        /// Message `third`.
        ///
        /// From `asyncapi.yaml:49`.
        Third(super::Third),
        /// Message `named`.
        ///
        /// From `asyncapi.yaml:55`.
        Named(super::Sixth),
    }
    impl rt::From<super::Client2> for Message {
        fn from(message: super::Client2) -> Self {
            Self::Odd(message)
        }
    }
    impl rt::From<super::Line> for Message {
        fn from(message: super::Line) -> Self {
            Self::Old(message)
        }
    }
    impl rt::From<super::Point> for Message {
        fn from(message: super::Point) -> Self {
            Self::Point(message)
        }
    }
    impl rt::From<super::Second> for Message {
        fn from(message: super::Second) -> Self {
            Self::Marked(message)
        }
    }
    impl rt::From<super::Third> for Message {
        fn from(message: super::Third) -> Self {
            Self::Third(message)
        }
    }
    impl rt::From<super::Sixth> for Message {
        fn from(message: super::Sixth) -> Self {
            Self::Named(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            let kind = rt::media_type(raw);
            if kind == rt::Option::Some("application/x-protobuf") {
                rt::protobuf::decode(raw).map(Message::Odd)
            } else if kind == rt::Option::Some("application/vnd.acme.old") {
                rt::protobuf::decode(raw).map(Message::Old)
            } else if kind == rt::Option::Some("application/vnd.acme.point") {
                rt::protobuf::decode(raw).map(Message::Point)
            } else if kind == rt::Option::Some("application/vnd.acme.marked") {
                rt::protobuf::decode(raw).map(Message::Marked)
            } else if kind == rt::Option::Some("application/vnd.acme.third") {
                rt::protobuf::decode(raw).map(Message::Third)
            } else if kind == rt::Option::Some("application/vnd.acme.named") {
                rt::protobuf::decode(raw).map(Message::Named)
            } else if kind.is_none_or(|it| it == "application/octet-stream") {
                match rt::protobuf::decode(raw) {
                    rt::Result::Ok(message) => rt::Result::Ok(Message::Odd(message)),
                    rt::Result::Err(error) => {
                        (match rt::protobuf::decode(raw) {
                            rt::Result::Ok(message) => {
                                rt::Result::Ok(Message::Old(message))
                            }
                            rt::Result::Err(error) => {
                                (match rt::protobuf::decode(raw) {
                                    rt::Result::Ok(message) => {
                                        rt::Result::Ok(Message::Point(message))
                                    }
                                    rt::Result::Err(error) => {
                                        (match rt::protobuf::decode(raw) {
                                            rt::Result::Ok(message) => {
                                                rt::Result::Ok(Message::Marked(message))
                                            }
                                            rt::Result::Err(error) => {
                                                (match rt::protobuf::decode(raw) {
                                                    rt::Result::Ok(message) => {
                                                        rt::Result::Ok(Message::Third(message))
                                                    }
                                                    rt::Result::Err(error) => {
                                                        (rt::protobuf::decode(raw).map(Message::Named))
                                                            .or(rt::Result::Err(error))
                                                    }
                                                })
                                                    .or(rt::Result::Err(error))
                                            }
                                        })
                                            .or(rt::Result::Err(error))
                                    }
                                })
                                    .or(rt::Result::Err(error))
                            }
                        })
                            .or(rt::Result::Err(error))
                    }
                }
            } else {
                rt::Result::Err(rt::DecodeError::unknown_message("odd"))
            }
        }
    }
    /// A handle on channel `odd`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:7`.
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
    /// What operation `receive odd` receives.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum ReceiveOdd {
        /// Message `odd`.
        ///
        /// From `asyncapi.yaml:12`.
        Odd(super::Client2),
        /// Message `old`.
        ///
        /// From `asyncapi.yaml:32`.
        Old(super::Line),
        /// Message `point`.
        ///
        /// From `asyncapi.yaml:37`.
        Point(super::Point),
        /// Message `marked`.
        ///
        /// From `asyncapi.yaml:42`.
        Marked(super::Second),
        /// Message `third`.
        ///
        /// From `asyncapi.yaml:49`.
        Third(super::Third),
        /// Message `named`.
        ///
        /// From `asyncapi.yaml:55`.
        Named(super::Sixth),
    }
    impl rt::From<super::Client2> for ReceiveOdd {
        fn from(message: super::Client2) -> Self {
            Self::Odd(message)
        }
    }
    impl rt::From<super::Line> for ReceiveOdd {
        fn from(message: super::Line) -> Self {
            Self::Old(message)
        }
    }
    impl rt::From<super::Point> for ReceiveOdd {
        fn from(message: super::Point) -> Self {
            Self::Point(message)
        }
    }
    impl rt::From<super::Second> for ReceiveOdd {
        fn from(message: super::Second) -> Self {
            Self::Marked(message)
        }
    }
    impl rt::From<super::Third> for ReceiveOdd {
        fn from(message: super::Third) -> Self {
            Self::Third(message)
        }
    }
    impl rt::From<super::Sixth> for ReceiveOdd {
        fn from(message: super::Sixth) -> Self {
            Self::Named(message)
        }
    }
    /// Handles what comes in on channel `odd`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:7`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `receive odd`: receives `odd`, `old`, `point`, `marked`, `third`, `named`.
        ///
        /// From `asyncapi.yaml:8`.
        fn receive_odd(
            &self,
            message: ReceiveOdd,
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
    /// A peer's session on channel `odd`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
                            rt::Result::Ok(Message::Odd(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_odd(
                                            &self.0,
                                            self::ReceiveOdd::Odd(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Old(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_odd(
                                            &self.0,
                                            self::ReceiveOdd::Old(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Point(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_odd(
                                            &self.0,
                                            self::ReceiveOdd::Point(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Marked(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_odd(
                                            &self.0,
                                            self::ReceiveOdd::Marked(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Third(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_odd(
                                            &self.0,
                                            self::ReceiveOdd::Third(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Named(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_odd(
                                            &self.0,
                                            self::ReceiveOdd::Named(message),
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
/// A client of Names that clash with Rust's, with ours, and with one another 1.0.0: sends, and pulls what comes in.
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
        rt::Client::connect(rt::Connects::into_connect(endpoint), &[&odd::CHANNEL])
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
                &[&odd::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `odd`.
    ///
    /// From `asyncapi.yaml:7`.
    #[must_use]
    pub fn odd(&self) -> odd::Channel {
        odd::Channel::new(self.inner.channel(&odd::CHANNEL, "odd"))
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
/// A service of Names that clash with Rust's, with ours, and with one another 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<Odd: odd::Receiver> {
    /// Handles channel `odd`.
    ///
    /// From `asyncapi.yaml:7`.
    pub odd: Odd,
}
impl<Odd: odd::Receiver> Service<Odd> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([rt::Arc::new(odd::Route(self.odd)) as rt::Arc<dyn rt::Route>])
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
