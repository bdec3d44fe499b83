#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:86`.
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
pub enum Mood {
    /// The value `fine`.
    Fine,
    /// The value `so-so`.
    SoSo,
}
rt::text_enum!(Mood { Fine = "fine", SoSo = "so-so" });
/// An object of the document.
///
/// From `asyncapi.yaml:26`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct IdHeaders {
    /// Property `origin`.
    pub origin: rt::String,
}
impl rt::Object for IdHeaders {
    const NAME: &'static str = "IdHeaders";
    const FIELDS: &'static [&'static str] = &["origin"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut origin = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut origin, "origin")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            origin: map.required(origin, "origin")?,
        })
    }
}
impl rt::Wire for IdHeaders {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("origin", &self.origin)?;
        object.end()
    }
}
rt::serde_impls!(IdHeaders);
/// A type of the document with rules of its own.
///
/// 2 to 4 characters.
///
/// From `asyncapi.yaml:35`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub struct Word(rt::String);
rt::newtype!(checked Word(rt::String));
impl rt::Wire for Word {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::arm(Self, from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::Wire::write(&self.0, to)
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::min_length(&self.0, 2)?;
        rt::max_length(&self.0, 4)?;
        rt::Ok(())
    }
}
rt::serde_impls!(Word);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Mood", 0xc5410dd438fe9e87),
    ("IdHeaders", 0xc9e430a31c0750f9),
    ("Word", 0xbb5356e386833efd),
];
/// Channel `hello`, at `hello`.
///
/// From `asyncapi.yaml:11`.
#[allow(clippy::ptr_arg)]
pub mod hello {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `hello`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "hello",
        address: rt::Option::Some("hello"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `hello`, as the document has it.
    pub static HELLO_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "hello",
        content_type: "text/plain",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `hello`, as the document has it.
    pub static HELLO: rt::OperationInfo = rt::OperationInfo {
        name: "hello",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `hello`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:11`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `hello`: sends `hello`.
        ///
        /// From `asyncapi.yaml:73`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn hello(&self, message: &rt::String) -> rt::Send<'_> {
            self.link.send(&HELLO, &HELLO_MESSAGE, &rt::AsText(message))
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
    /// What this side sends on channel `hello`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `hello`: sends `hello`.
        ///
        /// From `asyncapi.yaml:73`.
        fn hello(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn hello(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::hello(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `hello`.
        Hello(rt::String),
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
        fn hello(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Hello(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `mood`, at `mood`.
///
/// From `asyncapi.yaml:16`.
pub mod mood {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `mood`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "mood",
        address: rt::Option::Some("mood"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `mood`, as the document has it.
    pub static MOOD_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "mood",
        content_type: "text/plain",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `mood`, as the document has it.
    pub static MOOD: rt::OperationInfo = rt::OperationInfo {
        name: "mood",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `mood`. Cheap to clone.
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
        /// Operation `mood`: sends `mood`.
        ///
        /// From `asyncapi.yaml:74`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn mood(&self, message: &super::Mood) -> rt::Send<'_> {
            self.link.send(&MOOD, &MOOD_MESSAGE, &rt::AsText(message))
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
    /// What this side sends on channel `mood`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `mood`: sends `mood`.
        ///
        /// From `asyncapi.yaml:74`.
        fn mood(
            &self,
            message: &super::Mood,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn mood(
            &self,
            message: &super::Mood,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::mood(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `mood`.
        Mood(super::Mood),
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
        fn mood(
            &self,
            message: &super::Mood,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Mood(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `id`, at `id`.
///
/// From `asyncapi.yaml:21`.
pub mod id {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `id`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "id",
        address: rt::Option::Some("id"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `id`, as the document has it.
    pub static ID_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "id",
        content_type: "text/plain",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `id`, as the document has it.
    pub static ID: rt::OperationInfo = rt::OperationInfo {
        name: "id",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `id`. Cheap to clone.
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
        /// Operation `id`: sends `id`.
        ///
        /// From `asyncapi.yaml:75`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn id(
            &self,
            message: &rt::WithHeaders<rt::Uuid, super::IdHeaders>,
        ) -> rt::Send<'_> {
            self.link.send(&ID, &ID_MESSAGE, &rt::AsText(message))
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
    /// What this side sends on channel `id`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `id`: sends `id`.
        ///
        /// From `asyncapi.yaml:75`.
        fn id(
            &self,
            message: &rt::WithHeaders<rt::Uuid, super::IdHeaders>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn id(
            &self,
            message: &rt::WithHeaders<rt::Uuid, super::IdHeaders>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::id(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `id`.
        Id(rt::WithHeaders<rt::Uuid, super::IdHeaders>),
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
        fn id(
            &self,
            message: &rt::WithHeaders<rt::Uuid, super::IdHeaders>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Id(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `word`, at `word`.
///
/// From `asyncapi.yaml:30`.
pub mod word {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `word`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "word",
        address: rt::Option::Some("word"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `word`, as the document has it.
    pub static WORD_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "word",
        content_type: "text/plain; charset=utf-8",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `word`, as the document has it.
    pub static WORD: rt::OperationInfo = rt::OperationInfo {
        name: "word",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `word`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:30`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `word`: sends `word`.
        ///
        /// From `asyncapi.yaml:76`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn word(&self, message: &super::Word) -> rt::Send<'_> {
            self.link.send(&WORD, &WORD_MESSAGE, &rt::AsText(message))
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
    /// What this side sends on channel `word`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `word`: sends `word`.
        ///
        /// From `asyncapi.yaml:76`.
        fn word(
            &self,
            message: &super::Word,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn word(
            &self,
            message: &super::Word,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::word(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `word`.
        Word(super::Word),
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
        fn word(
            &self,
            message: &super::Word,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Word(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `quoted`, at `quoted`.
///
/// From `asyncapi.yaml:36`.
#[allow(clippy::ptr_arg)]
pub mod quoted {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `quoted`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "quoted",
        address: rt::Option::Some("quoted"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `quoted`, as the document has it.
    pub static QUOTED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "quoted",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `quoted`, as the document has it.
    pub static QUOTED: rt::OperationInfo = rt::OperationInfo {
        name: "quoted",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `quoted`. Cheap to clone.
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
        /// Operation `quoted`: sends `quoted`.
        ///
        /// From `asyncapi.yaml:77`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn quoted(&self, message: &rt::String) -> rt::Send<'_> {
            self.link.send(&QUOTED, &QUOTED_MESSAGE, message)
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
    /// What this side sends on channel `quoted`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `quoted`: sends `quoted`.
        ///
        /// From `asyncapi.yaml:77`.
        fn quoted(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn quoted(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::quoted(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `quoted`.
        Quoted(rt::String),
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
        fn quoted(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Quoted(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `number`, at `number`.
///
/// From `asyncapi.yaml:42`.
pub mod number {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `number`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "number",
        address: rt::Option::Some("number"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `number`, as the document has it.
    pub static NUMBER_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "number",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `number`, as the document has it.
    pub static NUMBER: rt::OperationInfo = rt::OperationInfo {
        name: "number",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `number`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:42`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `number`: sends `number`.
        ///
        /// From `asyncapi.yaml:78`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn number(&self, message: &f64) -> rt::Send<'_> {
            self.link.send(&NUMBER, &NUMBER_MESSAGE, message)
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
    /// What this side sends on channel `number`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `number`: sends `number`.
        ///
        /// From `asyncapi.yaml:78`.
        fn number(
            &self,
            message: &f64,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn number(
            &self,
            message: &f64,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::number(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `number`.
        Number(f64),
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
        fn number(
            &self,
            message: &f64,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Number(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `flag`, at `flag`.
///
/// From `asyncapi.yaml:47`.
pub mod flag {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `flag`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "flag",
        address: rt::Option::Some("flag"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `flag`, as the document has it.
    pub static FLAG_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "flag",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `flag`, as the document has it.
    pub static FLAG: rt::OperationInfo = rt::OperationInfo {
        name: "flag",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `flag`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:47`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `flag`: sends `flag`.
        ///
        /// From `asyncapi.yaml:79`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn flag(&self, message: &bool) -> rt::Send<'_> {
            self.link.send(&FLAG, &FLAG_MESSAGE, message)
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
    /// What this side sends on channel `flag`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `flag`: sends `flag`.
        ///
        /// From `asyncapi.yaml:79`.
        fn flag(
            &self,
            message: &bool,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn flag(
            &self,
            message: &bool,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::flag(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `flag`.
        Flag(bool),
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
        fn flag(
            &self,
            message: &bool,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Flag(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `list`, at `list`.
///
/// From `asyncapi.yaml:52`.
#[allow(clippy::ptr_arg)]
pub mod list {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `list`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "list",
        address: rt::Option::Some("list"),
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
    /// Operation `list`, as the document has it.
    pub static LIST: rt::OperationInfo = rt::OperationInfo {
        name: "list",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `list`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:52`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `list`: sends `list`.
        ///
        /// From `asyncapi.yaml:80`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn list(&self, message: &rt::Vec<u8>) -> rt::Send<'_> {
            self.link.send(&LIST, &LIST_MESSAGE, message)
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
    /// What this side sends on channel `list`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `list`: sends `list`.
        ///
        /// From `asyncapi.yaml:80`.
        fn list(
            &self,
            message: &rt::Vec<u8>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn list(
            &self,
            message: &rt::Vec<u8>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::list(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `list`.
        List(rt::Vec<u8>),
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
        fn list(
            &self,
            message: &rt::Vec<u8>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::List(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `blob`, at `blob`.
///
/// From `asyncapi.yaml:57`.
pub mod blob {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `blob`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "blob",
        address: rt::Option::Some("blob"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `blob`, as the document has it.
    pub static BLOB_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "blob",
        content_type: "application/octet-stream",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `blob`, as the document has it.
    pub static BLOB: rt::OperationInfo = rt::OperationInfo {
        name: "blob",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `blob`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:57`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `blob`: sends `blob`.
        ///
        /// From `asyncapi.yaml:81`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn blob(&self, message: &rt::Bytes) -> rt::Send<'_> {
            self.link.send(&BLOB, &BLOB_MESSAGE, &rt::AsBytes(message))
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
    /// What this side sends on channel `blob`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `blob`: sends `blob`.
        ///
        /// From `asyncapi.yaml:81`.
        fn blob(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn blob(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::blob(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `blob`.
        Blob(rt::Bytes),
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
        fn blob(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Blob(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `image`, at `image`.
///
/// From `asyncapi.yaml:62`.
pub mod image {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `image`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "image",
        address: rt::Option::Some("image"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `image`, as the document has it.
    pub static IMAGE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "image",
        content_type: "image/png",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `image`, as the document has it.
    pub static IMAGE: rt::OperationInfo = rt::OperationInfo {
        name: "image",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `image`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:62`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `image`: sends `image`.
        ///
        /// From `asyncapi.yaml:82`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn image(&self, message: &rt::Bytes) -> rt::Send<'_> {
            self.link.send(&IMAGE, &IMAGE_MESSAGE, &rt::AsBytes(message))
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
    /// What this side sends on channel `image`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `image`: sends `image`.
        ///
        /// From `asyncapi.yaml:82`.
        fn image(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn image(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::image(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `image`.
        Image(rt::Bytes),
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
        fn image(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Image(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `nothing`, at `nothing`.
///
/// From `asyncapi.yaml:68`.
pub mod nothing {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `nothing`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "nothing",
        address: rt::Option::Some("nothing"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `nothing`, as the document has it.
    pub static NOTHING_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "nothing",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `nothing`, as the document has it.
    pub static NOTHING: rt::OperationInfo = rt::OperationInfo {
        name: "nothing",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `nothing`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:68`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `nothing`: sends `nothing`.
        ///
        /// From `asyncapi.yaml:83`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn nothing(&self, message: &()) -> rt::Send<'_> {
            self.link.send(&NOTHING, &NOTHING_MESSAGE, &rt::AsNothing(message))
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
    /// What this side sends on channel `nothing`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `nothing`: sends `nothing`.
        ///
        /// From `asyncapi.yaml:83`.
        fn nothing(
            &self,
            message: &(),
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn nothing(
            &self,
            message: &(),
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::nothing(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `nothing`.
        Nothing(()),
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
        fn nothing(
            &self,
            message: &(),
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Nothing(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// A client of Payloads that are no objects 1.0.0: sends, and pulls what comes in.
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
                    &hello::CHANNEL,
                    &mood::CHANNEL,
                    &id::CHANNEL,
                    &word::CHANNEL,
                    &quoted::CHANNEL,
                    &number::CHANNEL,
                    &flag::CHANNEL,
                    &list::CHANNEL,
                    &blob::CHANNEL,
                    &image::CHANNEL,
                    &nothing::CHANNEL,
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
                    &hello::CHANNEL,
                    &mood::CHANNEL,
                    &id::CHANNEL,
                    &word::CHANNEL,
                    &quoted::CHANNEL,
                    &number::CHANNEL,
                    &flag::CHANNEL,
                    &list::CHANNEL,
                    &blob::CHANNEL,
                    &image::CHANNEL,
                    &nothing::CHANNEL,
                ],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `hello`.
    ///
    /// From `asyncapi.yaml:11`.
    #[must_use]
    pub fn hello(&self) -> hello::Channel {
        hello::Channel::new(self.inner.channel(&hello::CHANNEL, "hello"))
    }
    /// Channel `mood`.
    ///
    /// From `asyncapi.yaml:16`.
    #[must_use]
    pub fn mood(&self) -> mood::Channel {
        mood::Channel::new(self.inner.channel(&mood::CHANNEL, "mood"))
    }
    /// Channel `id`.
    ///
    /// From `asyncapi.yaml:21`.
    #[must_use]
    pub fn id(&self) -> id::Channel {
        id::Channel::new(self.inner.channel(&id::CHANNEL, "id"))
    }
    /// Channel `word`.
    ///
    /// From `asyncapi.yaml:30`.
    #[must_use]
    pub fn word(&self) -> word::Channel {
        word::Channel::new(self.inner.channel(&word::CHANNEL, "word"))
    }
    /// Channel `quoted`.
    ///
    /// From `asyncapi.yaml:36`.
    #[must_use]
    pub fn quoted(&self) -> quoted::Channel {
        quoted::Channel::new(self.inner.channel(&quoted::CHANNEL, "quoted"))
    }
    /// Channel `number`.
    ///
    /// From `asyncapi.yaml:42`.
    #[must_use]
    pub fn number(&self) -> number::Channel {
        number::Channel::new(self.inner.channel(&number::CHANNEL, "number"))
    }
    /// Channel `flag`.
    ///
    /// From `asyncapi.yaml:47`.
    #[must_use]
    pub fn flag(&self) -> flag::Channel {
        flag::Channel::new(self.inner.channel(&flag::CHANNEL, "flag"))
    }
    /// Channel `list`.
    ///
    /// From `asyncapi.yaml:52`.
    #[must_use]
    pub fn list(&self) -> list::Channel {
        list::Channel::new(self.inner.channel(&list::CHANNEL, "list"))
    }
    /// Channel `blob`.
    ///
    /// From `asyncapi.yaml:57`.
    #[must_use]
    pub fn blob(&self) -> blob::Channel {
        blob::Channel::new(self.inner.channel(&blob::CHANNEL, "blob"))
    }
    /// Channel `image`.
    ///
    /// From `asyncapi.yaml:62`.
    #[must_use]
    pub fn image(&self) -> image::Channel {
        image::Channel::new(self.inner.channel(&image::CHANNEL, "image"))
    }
    /// Channel `nothing`.
    ///
    /// From `asyncapi.yaml:68`.
    #[must_use]
    pub fn nothing(&self) -> nothing::Channel {
        nothing::Channel::new(self.inner.channel(&nothing::CHANNEL, "nothing"))
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
        protocol: "mqtt",
        protocol_version: rt::Option::None,
        host: "localhost",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `local`: `mqtt://localhost`.
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
            Self::at("mqtt://localhost")
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
    }
    rt::memory_server!(Local, LOCAL, rt::Given);
    impl<Credentials> Local<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Local);
}
