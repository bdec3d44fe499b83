#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `sensor.avsc:1`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq
)]
pub struct Sensor {
    /// Property `id`.
    pub id: rt::String,
}
impl rt::avro::Record for Sensor {
    const NAME: &'static str = "Sensor";
    const FIELDS: &'static [(&'static str, rt::avro::Kind)] = &[
        ("id", rt::avro::Kind::String),
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::avro::RecordFields<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        let mut id = rt::None;
        while let rt::Some(at) = map.next()? {
            match at {
                0 => map.read(&mut id)?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            id: map.required(id, "id")?,
        })
    }
}
impl rt::avro::Datum for Sensor {
    fn read<'de, D: rt::Deserializer<'de>>(
        at: rt::avro::At<'_>,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        rt::avro::read_record(at, from)
    }
    fn write<S: rt::Serializer>(
        &self,
        at: rt::avro::At<'_>,
        to: S,
    ) -> rt::Result<S::Ok, S::Error> {
        let mut record = rt::avro::RecordWriter::new::<Self>(at, to)?;
        record.field(&self.id)?;
        record.end()
    }
}
rt::avro_impls!(Sensor, rt::avro::Kind::Named("Sensor"));
/// An object of the document.
///
/// From `measured.avsc:1`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq
)]
pub struct Measured {
    /// Light intensity.
    pub lumens: i32,
    /// Property `sensor`.
    pub sensor: Sensor2,
    /// Property `backup`.
    pub backup: rt::Option<Sensor2>,
}
impl Measured {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    pub fn new(lumens: i32, sensor: Sensor2) -> Self {
        Self {
            lumens,
            sensor,
            backup: rt::None,
        }
    }
}
impl rt::avro::Record for Measured {
    const NAME: &'static str = "com.example.lights.Measured";
    const FIELDS: &'static [(&'static str, rt::avro::Kind)] = &[
        ("lumens", rt::avro::Kind::Int),
        ("sensor", rt::avro::Kind::Named("com.example.lights.Sensor")),
        (
            "backup",
            rt::avro::Kind::Nullable(&rt::avro::Kind::Named("com.example.lights.Sensor")),
        ),
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::avro::RecordFields<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        let mut lumens = rt::None;
        let mut sensor = rt::None;
        let mut backup = rt::None;
        while let rt::Some(at) = map.next()? {
            match at {
                0 => map.read(&mut lumens)?,
                1 => map.read(&mut sensor)?,
                2 => map.read(&mut backup)?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            lumens: map.required(lumens, "lumens")?,
            sensor: map.required(sensor, "sensor")?,
            backup: backup.flatten(),
        })
    }
}
impl rt::avro::Datum for Measured {
    fn read<'de, D: rt::Deserializer<'de>>(
        at: rt::avro::At<'_>,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        rt::avro::read_record(at, from)
    }
    fn write<S: rt::Serializer>(
        &self,
        at: rt::avro::At<'_>,
        to: S,
    ) -> rt::Result<S::Ok, S::Error> {
        let mut record = rt::avro::RecordWriter::new::<Self>(at, to)?;
        record.field(&self.lumens)?;
        record.field(&self.sensor)?;
        record.field(&self.backup)?;
        record.end()
    }
}
rt::avro_impls!(Measured, rt::avro::Kind::Named("com.example.lights.Measured"));
/// An object of the document.
///
/// From `sensor.avsc:1`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq
)]
pub struct Sensor2 {
    /// Property `id`.
    pub id: rt::String,
}
impl rt::avro::Record for Sensor2 {
    const NAME: &'static str = "com.example.lights.Sensor";
    const FIELDS: &'static [(&'static str, rt::avro::Kind)] = &[
        ("id", rt::avro::Kind::String),
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::avro::RecordFields<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        let mut id = rt::None;
        while let rt::Some(at) = map.next()? {
            match at {
                0 => map.read(&mut id)?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            id: map.required(id, "id")?,
        })
    }
}
impl rt::avro::Datum for Sensor2 {
    fn read<'de, D: rt::Deserializer<'de>>(
        at: rt::avro::At<'_>,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        rt::avro::read_record(at, from)
    }
    fn write<S: rt::Serializer>(
        &self,
        at: rt::avro::At<'_>,
        to: S,
    ) -> rt::Result<S::Ok, S::Error> {
        let mut record = rt::avro::RecordWriter::new::<Self>(at, to)?;
        record.field(&self.id)?;
        record.end()
    }
}
rt::avro_impls!(Sensor2, rt::avro::Kind::Named("com.example.lights.Sensor"));
/// Channel `measured`, at `measured`.
///
/// From `asyncapi.yaml:6`.
pub mod measured {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `measured`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "measured",
        address: rt::Option::Some("measured"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `sensor`, as the document has it.
    pub static SENSOR_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "sensor",
        content_type: "application/avro",
        correlation: rt::Option::None,
        bindings: &[],
    };
    static SENSOR_MESSAGE__AVRO: rt::avro::Schema = rt::avro::Schema::new(
        "{\"name\":\"0.Sensor\",\"type\":\"record\",\"fields\":[{\"name\":\"id\",\"type\":\"string\"}]}",
        9165545719082936995,
        rt::avro::Kind::Named("Sensor"),
        rt::avro::Encoding::Datum,
    );
    /// Message `other`, as the document has it.
    pub static OTHER_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "other",
        content_type: "application/x-other",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `measured`, as the document has it.
    pub static MEASURED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "measured",
        content_type: "avro/binary",
        correlation: rt::Option::None,
        bindings: &[],
    };
    static MEASURED_MESSAGE__AVRO: rt::avro::Schema = rt::avro::Schema::new(
        "{\"name\":\"com.example.lights.Measured\",\"type\":\"record\",\"fields\":[{\"name\":\"lumens\",\"type\":\"int\"},{\"name\":\"sensor\",\"type\":{\"name\":\"com.example.lights.Sensor\",\"type\":\"record\",\"fields\":[{\"name\":\"id\",\"type\":\"string\"}]}},{\"name\":\"backup\",\"type\":[\"null\",\"com.example.lights.Sensor\"]}]}",
        7254040374761669105,
        rt::avro::Kind::Named("com.example.lights.Measured"),
        rt::avro::Encoding::Datum,
    );
    /// Operation `send measured`, as the document has it.
    pub static SEND_MEASURED: rt::OperationInfo = rt::OperationInfo {
        name: "send measured",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `receive measured`, as the document has it.
    pub static RECEIVE_MEASURED: rt::OperationInfo = rt::OperationInfo {
        name: "receive measured",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `measured`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `sensor`.
        ///
        /// From `asyncapi.yaml:16`.
        Sensor(super::Sensor),
        /// Message `other`.
        ///
        /// From `asyncapi.yaml:20`.
        Other(rt::Bytes),
    }
    impl rt::From<super::Sensor> for Message {
        fn from(message: super::Sensor) -> Self {
            Self::Sensor(message)
        }
    }
    impl rt::From<rt::Bytes> for Message {
        fn from(message: rt::Bytes) -> Self {
            Self::Other(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            let kind = rt::media_type(raw);
            match kind {
                rt::Option::Some("application/avro") => {
                    rt::avro::decode(raw, &SENSOR_MESSAGE__AVRO).map(Message::Sensor)
                }
                rt::Option::Some("application/x-other") => {
                    rt::decode_bytes(raw).map(Message::Other)
                }
                _ => rt::Result::Err(rt::DecodeError::unknown_message("measured")),
            }
        }
    }
    /// A handle on channel `measured`. Cheap to clone.
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
        /// Operation `send measured`: sends `measured`.
        ///
        /// From `asyncapi.yaml:7`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn send_measured(&self, message: &super::Measured) -> rt::Send<'_> {
            self.link
                .send(
                    &SEND_MEASURED,
                    &MEASURED_MESSAGE,
                    &rt::avro::AsAvro(message, &MEASURED_MESSAGE__AVRO),
                )
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
        /// Operation `send measured`: sends `measured`.
        ///
        /// From `asyncapi.yaml:7`.
        fn send_measured(
            &self,
            message: &super::Measured,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn send_measured(
            &self,
            message: &super::Measured,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::send_measured(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `send measured`.
        SendMeasured(super::Measured),
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
        fn send_measured(
            &self,
            message: &super::Measured,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::SendMeasured(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// What operation `receive measured` receives.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum ReceiveMeasured {
        /// Message `sensor`.
        ///
        /// From `asyncapi.yaml:16`.
        Sensor(super::Sensor),
        /// Message `other`.
        ///
        /// From `asyncapi.yaml:20`.
        Other(rt::Bytes),
    }
    impl rt::From<super::Sensor> for ReceiveMeasured {
        fn from(message: super::Sensor) -> Self {
            Self::Sensor(message)
        }
    }
    impl rt::From<rt::Bytes> for ReceiveMeasured {
        fn from(message: rt::Bytes) -> Self {
            Self::Other(message)
        }
    }
    /// Handles what comes in on channel `measured`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:6`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `receive measured`: receives `sensor`, `other`.
        ///
        /// From `asyncapi.yaml:12`.
        fn receive_measured(
            &self,
            message: ReceiveMeasured,
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
        /// Operation `send measured`: sends `measured`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:7`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn send_measured(
            &self,
            message: &super::Measured,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            self.inner
                .send(
                    &SEND_MEASURED,
                    &MEASURED_MESSAGE,
                    &rt::avro::AsAvro(message, &MEASURED_MESSAGE__AVRO),
                )
                .await
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
                            rt::Result::Ok(Message::Sensor(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_measured(
                                            &self.0,
                                            ReceiveMeasured::Sensor(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Other(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_measured(
                                            &self.0,
                                            ReceiveMeasured::Other(message),
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
        endpoint: impl rt::Into<rt::ConnectEndpoint>,
    ) -> rt::Result<Self, rt::ConnectError> {
        rt::Client::connect(endpoint, &[&measured::CHANNEL])
            .await
            .map(|inner| Self { inner })
    }
    /// Connects, and runs `on_connected` each time that a connection is made, also after one was lost: the place
    /// for subscriptions that are messages.
    ///
    /// # Errors
    /// When the endpoint cannot be used, or the connection is not made.
    pub async fn connect_with<F, Fut>(
        endpoint: impl rt::Into<rt::ConnectEndpoint>,
        on_connected: F,
    ) -> rt::Result<Self, rt::ConnectError>
    where
        F: ::core::ops::Fn(Self) -> Fut + ::core::marker::Send + ::core::marker::Sync
            + 'static,
        Fut: rt::Future<Output = ()> + ::core::marker::Send + 'static,
    {
        let hook = move |inner| on_connected(Self { inner });
        rt::Client::connect_with(endpoint, &[&measured::CHANNEL], hook)
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `measured`.
    ///
    /// From `asyncapi.yaml:6`.
    #[must_use]
    pub fn measured(&self) -> measured::Channel {
        measured::Channel::new(self.inner.channel(&measured::CHANNEL, "measured"))
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
/// A service of Lights 1.0.0: a receiver for each channel on which something comes in.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<Measured: measured::Receiver> {
    /// Handles channel `measured`.
    ///
    /// From `asyncapi.yaml:6`.
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
        endpoint: impl rt::Into<rt::ServeEndpoint>,
    ) -> rt::Result<(), rt::ServeError> {
        self.into_server().serve(endpoint).await
    }
    /// Serves until `shutdown` is ready; then takes no more, finishes what was taken, and closes.
    ///
    /// # Errors
    /// When the endpoint cannot be served on, or fails.
    pub async fn serve_with_shutdown(
        self,
        endpoint: impl rt::Into<rt::ServeEndpoint>,
        shutdown: impl rt::Future<Output = ()> + ::core::marker::Send,
    ) -> rt::Result<(), rt::ServeError> {
        self.into_server().serve_with_shutdown(endpoint, shutdown).await
    }
    /// Binds the address without serving yet, so that it is known.
    ///
    /// # Errors
    /// When the endpoint cannot be bound or connected to.
    pub async fn bind(
        self,
        endpoint: impl rt::Into<rt::ServeEndpoint>,
    ) -> rt::Result<rt::Bound, rt::ServeError> {
        self.into_server().bind(endpoint).await
    }
}
