#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:29`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct SettingHeaders {
    /// Property `origin`.
    pub origin: rt::String,
}
impl rt::Object for SettingHeaders {
    const NAME: &'static str = "SettingHeaders";
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
impl rt::Wire for SettingHeaders {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("origin", &self.origin)?;
        object.end()
    }
}
rt::serde_impls!(SettingHeaders);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("SettingHeaders", 0xa1ca71da5f9756f8),
];
/// Channel `orders`, at `orders`.
///
/// From `asyncapi.yaml:10`.
pub mod orders {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `orders`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "orders",
        address: rt::Option::Some("orders"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `order`, as the document has it.
    pub static ORDER_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "order",
        content_type: "avro/binary",
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
    /// A handle on channel `orders`. Cheap to clone.
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
        /// Operation `order`: sends `order`.
        ///
        /// From `asyncapi.yaml:89`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn order(&self, message: &rt::Bytes) -> rt::Send<'_> {
            self.link.send(&ORDER, &ORDER_MESSAGE, &rt::AsBytes(message))
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
    /// What this side sends on channel `orders`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `order`: sends `order`.
        ///
        /// From `asyncapi.yaml:89`.
        fn order(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn order(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::order(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `order`.
        Order(rt::Bytes),
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
        fn order(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Order(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `orders-json`, at `orders/json`.
///
/// From `asyncapi.yaml:15`.
pub mod orders_json {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `orders-json`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "orders-json",
        address: rt::Option::Some("orders/json"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `order-json`, as the document has it.
    pub static ORDER_JSON_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "order-json",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `order-json`, as the document has it.
    pub static ORDER_JSON: rt::OperationInfo = rt::OperationInfo {
        name: "order-json",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `orders-json`. Cheap to clone.
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
        /// Operation `order-json`: sends `order-json`.
        ///
        /// From `asyncapi.yaml:92`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn order_json(&self, message: &rt::Bytes) -> rt::Send<'_> {
            self.link.send(&ORDER_JSON, &ORDER_JSON_MESSAGE, &rt::AsBytes(message))
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
    /// What this side sends on channel `orders-json`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `order-json`: sends `order-json`.
        ///
        /// From `asyncapi.yaml:92`.
        fn order_json(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn order_json(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::order_json(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `order-json`.
        OrderJson(rt::Bytes),
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
        fn order_json(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::OrderJson(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `settings`, at `settings`.
///
/// From `asyncapi.yaml:23`.
pub mod settings {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `settings`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "settings",
        address: rt::Option::Some("settings"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `setting`, as the document has it.
    pub static SETTING_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "setting",
        content_type: "avro/single-object",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `set`, as the document has it.
    pub static SET: rt::OperationInfo = rt::OperationInfo {
        name: "set",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `settings`. Cheap to clone.
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
        /// Operation `set`: sends `setting`.
        ///
        /// From `asyncapi.yaml:95`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn set(
            &self,
            message: &rt::WithHeaders<rt::Bytes, super::SettingHeaders>,
        ) -> rt::Send<'_> {
            self.link.send(&SET, &SETTING_MESSAGE, &rt::AsBytes(message))
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
    /// What this side sends on channel `settings`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `set`: sends `setting`.
        ///
        /// From `asyncapi.yaml:95`.
        fn set(
            &self,
            message: &rt::WithHeaders<rt::Bytes, super::SettingHeaders>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn set(
            &self,
            message: &rt::WithHeaders<rt::Bytes, super::SettingHeaders>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::set(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `set`.
        Set(rt::WithHeaders<rt::Bytes, super::SettingHeaders>),
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
        fn set(
            &self,
            message: &rt::WithHeaders<rt::Bytes, super::SettingHeaders>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Set(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `bare`, at `bare`.
///
/// From `asyncapi.yaml:61`.
pub mod bare {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `bare`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "bare",
        address: rt::Option::Some("bare"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `text`, as the document has it.
    pub static TEXT_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "text",
        content_type: "avro/binary",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `choice`, as the document has it.
    pub static CHOICE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "choice",
        content_type: "application/avro",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `list`, as the document has it.
    pub static LIST_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "list",
        content_type: "application/vnd.apache.avro",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `bare`, as the document has it.
    pub static BARE: rt::OperationInfo = rt::OperationInfo {
        name: "bare",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What operation `bare` sends.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Bare {
        /// Message `text`.
        ///
        /// From `asyncapi.yaml:64`.
        Text(rt::Bytes),
        /// Message `choice`.
        ///
        /// From `asyncapi.yaml:66`.
        Choice(rt::Bytes),
        /// Message `list`.
        ///
        /// From `asyncapi.yaml:71`.
        List(rt::Bytes),
    }
    /// A handle on channel `bare`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:61`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `bare`: sends `text`, `choice`, `list`.
        ///
        /// From `asyncapi.yaml:98`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn bare(&self, message: impl rt::Into<Bare>) -> rt::Send<'_> {
            let message: Bare = message.into();
            match &message {
                Bare::Text(message) => {
                    self.link.send(&BARE, &TEXT_MESSAGE, &rt::AsBytes(message))
                }
                Bare::Choice(message) => {
                    self.link.send(&BARE, &CHOICE_MESSAGE, &rt::AsBytes(message))
                }
                Bare::List(message) => {
                    self.link.send(&BARE, &LIST_MESSAGE, &rt::AsBytes(message))
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
        /// The channel's address, its parameters filled in.
        #[must_use]
        pub fn address(&self) -> &::core::primitive::str {
            self.link.address().as_str()
        }
    }
    /// What this side sends on channel `bare`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `bare`: sends `text`, `choice`, `list`.
        ///
        /// From `asyncapi.yaml:98`.
        fn bare(
            &self,
            message: impl rt::Into<Bare> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn bare(
            &self,
            message: impl rt::Into<Bare> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::bare(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `bare`.
        Bare(Bare),
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
        fn bare(
            &self,
            message: impl rt::Into<Bare> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Bare(message.into()));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `tree`, at `tree`.
///
/// From `asyncapi.yaml:74`.
pub mod tree {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `tree`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "tree",
        address: rt::Option::Some("tree"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `tree`, as the document has it.
    pub static TREE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "tree",
        content_type: "avro/binary",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `grow`, as the document has it.
    pub static GROW: rt::OperationInfo = rt::OperationInfo {
        name: "grow",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// A handle on channel `tree`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:74`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `grow`: sends `tree`.
        ///
        /// From `asyncapi.yaml:101`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn grow(&self, message: &rt::Bytes) -> rt::Send<'_> {
            self.link.send(&GROW, &TREE_MESSAGE, &rt::AsBytes(message))
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
    /// What this side sends on channel `tree`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `grow`: sends `tree`.
        ///
        /// From `asyncapi.yaml:101`.
        fn grow(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn grow(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::grow(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `grow`.
        Grow(rt::Bytes),
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
        fn grow(
            &self,
            message: &rt::Bytes,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Grow(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// A client of Shop 1.0.0: sends, and pulls what comes in.
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
                    &orders::CHANNEL,
                    &orders_json::CHANNEL,
                    &settings::CHANNEL,
                    &bare::CHANNEL,
                    &tree::CHANNEL,
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
                    &orders::CHANNEL,
                    &orders_json::CHANNEL,
                    &settings::CHANNEL,
                    &bare::CHANNEL,
                    &tree::CHANNEL,
                ],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `orders`.
    ///
    /// From `asyncapi.yaml:10`.
    #[must_use]
    pub fn orders(&self) -> orders::Channel {
        orders::Channel::new(self.inner.channel(&orders::CHANNEL, "orders"))
    }
    /// Channel `orders-json`.
    ///
    /// From `asyncapi.yaml:15`.
    #[must_use]
    pub fn orders_json(&self) -> orders_json::Channel {
        orders_json::Channel::new(
            self.inner.channel(&orders_json::CHANNEL, "orders/json"),
        )
    }
    /// Channel `settings`.
    ///
    /// From `asyncapi.yaml:23`.
    #[must_use]
    pub fn settings(&self) -> settings::Channel {
        settings::Channel::new(self.inner.channel(&settings::CHANNEL, "settings"))
    }
    /// Channel `bare`.
    ///
    /// From `asyncapi.yaml:61`.
    #[must_use]
    pub fn bare(&self) -> bare::Channel {
        bare::Channel::new(self.inner.channel(&bare::CHANNEL, "bare"))
    }
    /// Channel `tree`.
    ///
    /// From `asyncapi.yaml:74`.
    #[must_use]
    pub fn tree(&self) -> tree::Channel {
        tree::Channel::new(self.inner.channel(&tree::CHANNEL, "tree"))
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
    /// One of the document's servers, for a program that chooses as it runs: `"broker".parse::<Server>()`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash
    )]
    pub enum Server {
        /// Server `broker`: see [`Broker`](struct@Broker).
        Broker,
    }
    rt::server_choice!(Server { Broker = BROKER });
    /// Server `broker`, as the document has it.
    pub static BROKER: rt::ServerInfo = rt::ServerInfo {
        name: "broker",
        protocol: "kafka",
        protocol_version: rt::Option::None,
        host: "localhost",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `broker`: `kafka://localhost`.
    ///
    /// From `asyncapi.yaml:6`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Broker<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Broker<rt::Given> {
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
                &BROKER,
                rt::Into::<rt::String>::into(url),
            );
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Broker, BROKER, rt::Given);
    impl<Credentials> Broker<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Broker);
}
