#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:30`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Measured {
    /// Property `lumens`.
    ///
    /// At least 0.
    pub lumens: u64,
}
impl rt::Object for Measured {
    const NAME: &'static str = "Measured";
    const FIELDS: &'static [&'static str] = &["lumens"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut lumens = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut lumens, "lumens")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            lumens: map.required(lumens, "lumens")?,
        })
    }
}
impl rt::Wire for Measured {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("lumens", &self.lumens)?;
        object.end()
    }
}
rt::serde_impls!(Measured);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:24`.
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
pub enum MeasuredEvent {
    /// The value `measured`.
    Measured,
    /// The value `turned-on`.
    TurnedOn,
}
rt::text_enum!(MeasuredEvent { Measured = "measured", TurnedOn = "turned-on" });
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:10`.
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
pub enum LocalRegion {
    /// The value `eu`.
    Eu,
    /// The value `us`.
    Us,
}
rt::text_enum!(LocalRegion { Eu = "eu", Us = "us" });
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Measured", 0x9649aa9f969928c7),
    ("MeasuredEvent", 0xb9b302dc122bd882),
    ("LocalRegion", 0x5827edd9ad3cb3a2),
];
/// Channel `measured`, at `lights/{lightId}/{event}`.
///
/// From `asyncapi.yaml:19`.
pub mod measured {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `measured`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "measured",
        address: rt::Option::Some("lights/{lightId}/{event}"),
        parameters: &[
            rt::ParameterInfo {
                name: "lightId",
                values: &[],
                schema: rt::Option::None,
                location: rt::Option::None,
                text: rt::AddressText::Plain("/+#"),
            },
            rt::ParameterInfo {
                name: "event",
                values: &["measured", "turned-on"],
                schema: rt::Option::None,
                location: rt::Option::None,
                text: rt::AddressText::Plain("/+#"),
            },
        ],
        servers: &[],
        bindings: &[],
    };
    /// Message `measured`, as the document has it.
    pub static MEASURED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "measured",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `measure`, as the document has it.
    pub static MEASURE: rt::OperationInfo = rt::OperationInfo {
        name: "measure",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `onMeasured`, as the document has it.
    pub static ON_MEASURED: rt::OperationInfo = rt::OperationInfo {
        name: "onMeasured",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// The parameters of the address `lights/{lightId}/{event}` of channel `measured`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq
    )]
    pub struct Parameters {
        /// Parameter `lightId`.
        ///
        /// The light.
        ///
        /// From `asyncapi.yaml:22`.
        pub light_id: rt::String,
        /// Parameter `event`. The document's default is `measured`.
        ///
        /// From `asyncapi.yaml:24`.
        pub event: super::MeasuredEvent,
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
                    ("lightId", rt::Option::Some(self.light_id.as_str())),
                    ("event", rt::Option::Some(self.event.as_str())),
                ],
            )
        }
        /// The parameters of an address, if it is one of this channel.
        #[must_use]
        pub fn from_address(address: &::core::primitive::str) -> rt::Option<Self> {
            let found = rt::match_address(&CHANNEL, address)?;
            rt::Option::Some(Self {
                light_id: <rt::String as rt::From<_>>::from(found.get("lightId")?),
                event: <super::MeasuredEvent as ::core::str::FromStr>::from_str(
                        found.get("event")?,
                    )
                    .ok()?,
            })
        }
    }
    impl Parameters {
        /// With the document's defaults for the others.
        #[must_use]
        pub fn new(light_id: impl rt::Into<rt::String>) -> Self {
            Self {
                light_id: rt::Into::into(light_id),
                event: super::MeasuredEvent::Measured,
            }
        }
    }
    /// Parameters of which some are left open: a subscription then takes the messages of all their values, and [`Parameters::from_address`] tells which they are.
    ///
    /// A message cannot be sent where something is open.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq
    )]
    pub struct OpenParameters {
        /// Parameter `lightId`; `None` leaves it open.
        pub light_id: rt::Option<rt::String>,
        /// Parameter `event`; `None` leaves it open.
        pub event: rt::Option<super::MeasuredEvent>,
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
                    ("lightId", self.light_id.as_ref().map(|value| value.as_str())),
                    ("event", self.event.as_ref().map(|value| value.as_str())),
                ],
            )
        }
    }
    /// All are open.
    impl rt::Default for OpenParameters {
        fn default() -> Self {
            Self {
                light_id: rt::Option::None,
                event: rt::Option::None,
            }
        }
    }
    impl rt::From<Parameters> for OpenParameters {
        fn from(parameters: Parameters) -> Self {
            Self {
                light_id: rt::Option::Some(parameters.light_id),
                event: rt::Option::Some(parameters.event),
            }
        }
    }
    /// What can come in on channel `measured`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `measured`.
        ///
        /// From `asyncapi.yaml:28`.
        Measured(super::Measured),
    }
    impl rt::From<super::Measured> for Message {
        fn from(message: super::Measured) -> Self {
            Self::Measured(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode(raw).map(Message::Measured)
        }
    }
    /// A handle on channel `measured`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:19`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `measure`: sends `measured`.
        ///
        /// From `asyncapi.yaml:53`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn measure(&self, message: &super::Measured) -> rt::Send<'_> {
            self.link.send(&MEASURE, &MEASURED_MESSAGE, message)
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
    /// What this side sends on channel `measured`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `measure`: sends `measured`.
        ///
        /// From `asyncapi.yaml:53`.
        fn measure(
            &self,
            message: &super::Measured,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn measure(
            &self,
            message: &super::Measured,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::measure(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `measure`.
        Measure(super::Measured),
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
        fn measure(
            &self,
            message: &super::Measured,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Measure(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// Handles what comes in on channel `measured`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:19`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `onMeasured`: receives `measured`.
        ///
        /// From `asyncapi.yaml:49`.
        fn on_measured(
            &self,
            message: super::Measured,
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
    /// A peer's session on channel `measured`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Operation `measure`: sends `measured`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:53`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn measure(
            &self,
            message: &super::Measured,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            self.inner.send(&MEASURE, &MEASURED_MESSAGE, message).await
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
                let context = Context {
                    inner: context,
                    parameters,
                };
                let handled = rt::guard(async {
                        match <Message as rt::Incoming>::decode(context.inner.raw()) {
                            rt::Result::Ok(Message::Measured(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::on_measured(&self.0, message, &context).await,
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
/// Channel `anywhere`.
///
/// From `asyncapi.yaml:36`.
#[allow(clippy::ptr_arg)]
pub mod anywhere {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `anywhere`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "anywhere",
        address: rt::Option::None,
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `note`, as the document has it.
    pub static NOTE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "note",
        content_type: "text/plain",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `blob`, as the document has it.
    pub static BLOB_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "blob",
        content_type: "application/octet-stream",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `nothing`, as the document has it.
    pub static NOTHING_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "nothing",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `note`, as the document has it.
    pub static NOTE: rt::OperationInfo = rt::OperationInfo {
        name: "note",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `anything`, as the document has it.
    pub static ANYTHING: rt::OperationInfo = rt::OperationInfo {
        name: "anything",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What operation `anything` sends.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Anything {
        /// Message `note`.
        ///
        /// From `asyncapi.yaml:38`.
        Note(rt::String),
        /// Message `blob`.
        ///
        /// From `asyncapi.yaml:42`.
        Blob(rt::Bytes),
        /// Message `nothing`.
        ///
        /// From `asyncapi.yaml:47`.
        Nothing(()),
    }
    impl rt::From<rt::String> for Anything {
        fn from(message: rt::String) -> Self {
            Self::Note(message)
        }
    }
    impl rt::From<rt::Bytes> for Anything {
        fn from(message: rt::Bytes) -> Self {
            Self::Blob(message)
        }
    }
    impl rt::From<()> for Anything {
        fn from(message: ()) -> Self {
            Self::Nothing(message)
        }
    }
    /// A handle on channel `anywhere`. Cheap to clone.
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
        /// Operation `note`: sends `note`.
        ///
        /// From `asyncapi.yaml:57`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn note(&self, message: &rt::String) -> rt::Send<'_> {
            self.link.send(&NOTE, &NOTE_MESSAGE, &rt::AsText(message))
        }
        /// Operation `anything`: sends `note`, `blob`, `nothing`.
        ///
        /// From `asyncapi.yaml:63`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn anything(&self, message: impl rt::Into<Anything>) -> rt::Send<'_> {
            let message: Anything = message.into();
            match &message {
                Anything::Note(message) => {
                    self.link.send(&ANYTHING, &NOTE_MESSAGE, &rt::AsText(message))
                }
                Anything::Blob(message) => {
                    self.link.send(&ANYTHING, &BLOB_MESSAGE, &rt::AsBytes(message))
                }
                Anything::Nothing(message) => {
                    self.link.send(&ANYTHING, &NOTHING_MESSAGE, &rt::AsNothing(message))
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
    /// What this side sends on channel `anywhere`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `note`: sends `note`.
        ///
        /// From `asyncapi.yaml:57`.
        fn note(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
        /// Operation `anything`: sends `note`, `blob`, `nothing`.
        ///
        /// From `asyncapi.yaml:63`.
        fn anything(
            &self,
            message: impl rt::Into<Anything> + ::core::marker::Send,
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
        fn anything(
            &self,
            message: impl rt::Into<Anything> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::anything(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `note`.
        Note(rt::String),
        /// By operation `anything`.
        Anything(Anything),
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
        fn anything(
            &self,
            message: impl rt::Into<Anything> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Anything(message.into()));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// A client of Lights 1.0.0: sends, and pulls what comes in.
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
                &[&measured::CHANNEL, &anywhere::CHANNEL],
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
                &[&measured::CHANNEL, &anywhere::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `measured`.
    ///
    /// From `asyncapi.yaml:19`.
    #[must_use]
    pub fn measured(
        &self,
        parameters: impl rt::Into<measured::OpenParameters>,
    ) -> measured::Channel {
        let parameters: measured::OpenParameters = rt::Into::into(parameters);
        measured::Channel::new(
            self.inner.channel_at(&measured::CHANNEL, parameters.address()),
        )
    }
    /// Channel `anywhere`.
    ///
    /// From `asyncapi.yaml:36`.
    #[must_use]
    pub fn anywhere(&self, address: impl rt::Into<rt::SharedStr>) -> anywhere::Channel {
        anywhere::Channel::new(self.inner.channel(&anywhere::CHANNEL, address))
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
/// A service of Lights 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<Measured: measured::Receiver> {
    /// Handles channel `measured`.
    ///
    /// From `asyncapi.yaml:19`.
    pub measured: Measured,
}
impl<Measured: measured::Receiver> Service<Measured> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([
            rt::Arc::new(measured::Route(self.measured)) as rt::Arc<dyn rt::Route>,
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
        protocol: "mqtt",
        protocol_version: rt::Option::None,
        host: "{region}.example.com:{port}",
        pathname: "",
        variables: &[
            rt::VariableInfo {
                name: "region",
                values: &["eu", "us"],
                default: rt::Option::None,
            },
            rt::VariableInfo {
                name: "port",
                values: &[],
                default: rt::Option::Some("1883"),
            },
        ],
        bindings: &[],
    };
    /// The variables of server `local`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq
    )]
    pub struct LocalVariables {
        /// Variable `region`.
        ///
        /// Where the lights are.
        ///
        /// From `asyncapi.yaml:10`.
        pub region: super::LocalRegion,
        /// Variable `port`. The document's default is `1883`.
        ///
        /// From `asyncapi.yaml:13`.
        pub port: rt::String,
    }
    impl LocalVariables {
        /// The server's URL with these variables.
        ///
        /// # Errors
        /// When a value would not stay in its place in the URL.
        pub fn url(&self) -> rt::Result<rt::String, rt::UrlError> {
            rt::server_url(
                &LOCAL,
                &[("region", self.region.as_str()), ("port", self.port.as_str())],
            )
        }
    }
    impl LocalVariables {
        /// With the document's defaults for the others.
        #[must_use]
        pub fn new(region: impl rt::Into<super::LocalRegion>) -> Self {
            Self {
                region: rt::Into::into(region),
                port: <rt::String as rt::From<_>>::from("1883"),
            }
        }
    }
    /// Server `local`: `mqtt://{region}.example.com:{port}`.
    ///
    /// From `asyncapi.yaml:6`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Local<Credentials = rt::Missing> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Local<rt::Missing> {
        /// The server at the document's own address, with these variables.
        #[must_use]
        pub fn new(variables: &LocalVariables) -> Self {
            let inner = rt::ServerBuilder::at_url(&LOCAL, variables.url());
            Self {
                inner,
                credentials: rt::PhantomData,
            }
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
    rt::memory_server!(Local, LOCAL, rt::InMemory);
    impl<Credentials: rt::Unproven> Local<Credentials> {
        /// By security scheme `userPassword`.
        ///
        /// From `asyncapi.yaml:16`.
        #[must_use]
        pub fn user_password(
            self,
            user: impl rt::Into<rt::String>,
            password: impl rt::Into<rt::Secret>,
        ) -> Local<rt::Given> {
            let inner = self
                .inner
                .credential(rt::Credential::UserPassword {
                    user: rt::Into::into(user),
                    password: rt::Into::into(password),
                });
            Local {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// By security scheme `X509`.
        ///
        /// From `asyncapi.yaml:17`.
        #[must_use]
        pub fn x509(self, certificate: rt::ClientCertificate) -> Local<rt::Given> {
            let inner = self.inner.credential(rt::Credential::Certificate(certificate));
            Local {
                inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl Local<rt::InMemory> {
        /// Without the credentials that the document asks for: the memory stands in for the server.
        #[must_use]
        pub fn insecure(self) -> Local<rt::Given> {
            Local {
                inner: self.inner,
                credentials: rt::PhantomData,
            }
        }
    }
    impl<Credentials> Local<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Local);
}
