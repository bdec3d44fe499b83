#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:120`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Price {
    /// Property `symbol`.
    ///
    /// 1 to 8 characters.
    pub symbol: rt::String,
    /// Property `price`.
    pub price: f64,
}
impl rt::Object for Price {
    const NAME: &'static str = "Price";
    const FIELDS: &'static [&'static str] = &["symbol", "price"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut symbol = rt::None;
        let mut price = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut symbol, "symbol")?,
                1 => map.read(&mut price, "price")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            symbol: map.required(symbol, "symbol")?,
            price: map.required(price, "price")?,
        })
    }
}
impl rt::Wire for Price {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("symbol", &self.symbol)?;
        object.field("price", &self.price)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("symbol", rt::min_length(&self.symbol, 1))?;
        rt::at("symbol", rt::max_length(&self.symbol, 8))?;
        rt::Ok(())
    }
}
rt::serde_impls!(Price);
/// An object of the document.
///
/// From `asyncapi.yaml:101`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct MarketClosed {
    /// Property `reason`.
    pub reason: rt::String,
}
impl rt::Object for MarketClosed {
    const NAME: &'static str = "MarketClosed";
    const FIELDS: &'static [&'static str] = &["reason"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut reason = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut reason, "reason")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            reason: map.required(reason, "reason")?,
        })
    }
}
impl rt::Wire for MarketClosed {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("reason", &self.reason)?;
        object.end()
    }
}
rt::serde_impls!(MarketClosed);
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
pub struct PricesQuery {
    /// Only the prices of this; all if nothing is said.
    ///
    /// At most 8 characters.
    pub symbol: rt::Option<rt::String>,
}
impl rt::Object for PricesQuery {
    const NAME: &'static str = "PricesQuery";
    const FIELDS: &'static [&'static str] = &["symbol"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut symbol = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut symbol, "symbol")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { symbol })
    }
}
impl rt::Wire for PricesQuery {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("symbol", &self.symbol)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("symbol", rt::some(&self.symbol, |value| rt::max_length(value, 8)))?;
        rt::Ok(())
    }
}
rt::serde_impls!(PricesQuery);
/// An object of the document.
///
/// From `asyncapi.yaml:107`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct SetAlert {
    /// Property `symbol`.
    ///
    /// 1 to 8 characters.
    pub symbol: rt::String,
    /// Property `above`.
    ///
    /// More than 0.
    pub above: f64,
}
impl rt::Object for SetAlert {
    const NAME: &'static str = "SetAlert";
    const FIELDS: &'static [&'static str] = &["symbol", "above"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut symbol = rt::None;
        let mut above = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut symbol, "symbol")?,
                1 => map.read(&mut above, "above")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            symbol: map.required(symbol, "symbol")?,
            above: map.required(above, "above")?,
        })
    }
}
impl rt::Wire for SetAlert {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("symbol", &self.symbol)?;
        object.field("above", &self.above)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("symbol", rt::min_length(&self.symbol, 1))?;
        rt::at("symbol", rt::max_length(&self.symbol, 8))?;
        rt::at("above", rt::exclusive_minimum(&self.above, 0.0))?;
        rt::Ok(())
    }
}
rt::serde_impls!(SetAlert);
/// An object of the document.
///
/// From `asyncapi.yaml:114`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct AlertSet {
    /// Property `number`.
    ///
    /// At least 1.
    pub number: u64,
}
impl rt::Object for AlertSet {
    const NAME: &'static str = "AlertSet";
    const FIELDS: &'static [&'static str] = &["number"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut number = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut number, "number")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            number: map.required(number, "number")?,
        })
    }
}
impl rt::Wire for AlertSet {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("number", &self.number)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("number", rt::minimum(&self.number, 1))?;
        rt::Ok(())
    }
}
rt::serde_impls!(AlertSet);
/// An object of the document.
///
/// From `asyncapi.yaml:27`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Told {
    /// Property `text`.
    pub text: rt::String,
}
impl rt::Object for Told {
    const NAME: &'static str = "Told";
    const FIELDS: &'static [&'static str] = &["text"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut text = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut text, "text")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            text: map.required(text, "text")?,
        })
    }
}
impl rt::Wire for Told {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("text", &self.text)?;
        object.end()
    }
}
rt::serde_impls!(Told);
/// An object of the document.
///
/// From `asyncapi.yaml:91`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct FiredHeaders {
    /// Property `X-Try`.
    ///
    /// At least 1.
    pub x_try: u64,
}
impl rt::Object for FiredHeaders {
    const NAME: &'static str = "FiredHeaders";
    const FIELDS: &'static [&'static str] = &["X-Try"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut x_try = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut x_try, "X-Try")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            x_try: map.required(x_try, "X-Try")?,
        })
    }
}
impl rt::Wire for FiredHeaders {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("X-Try", &self.x_try)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("X-Try", rt::minimum(&self.x_try, 1))?;
        rt::Ok(())
    }
}
rt::serde_impls!(FiredHeaders);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Price", 0x3ce60b598fae6d00),
    ("MarketClosed", 0x97cea9240f46202a),
    ("PricesQuery", 0xdb7527661a120a5b),
    ("SetAlert", 0xdd9063ecd13aed4d),
    ("AlertSet", 0x5d94cc29c5c1ce42),
    ("Told", 0x3e67ebf656292781),
    ("FiredHeaders", 0xee3f2606888e31a4),
];
/// Channel `prices`, at `/prices`.
///
/// From `asyncapi.yaml:12`.
pub mod prices {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    #[doc(inline)]
    pub use super::PricesQuery as Query;
    /// Channel `prices`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "prices",
        address: rt::Option::Some("/prices"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `priceChanged`, as the document has it.
    pub static PRICE_CHANGED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "priceChanged",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `marketClosed`, as the document has it.
    pub static MARKET_CLOSED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "marketClosed",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `alert`, as the document has it.
    pub static ALERT_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "alert",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `tellPrices`, as the document has it.
    pub static TELL_PRICES: rt::OperationInfo = rt::OperationInfo {
        name: "tellPrices",
        channel: &CHANNEL,
        bindings: &[
            rt::Binding::HttpOperation(rt::bindings::http::Operation {
                method: rt::Option::Some("GET"),
            }),
        ],
        reply: rt::Option::None,
    };
    /// What can come in on channel `prices`.
    ///
    /// Which of them it is:
    /// * if property `reason` is there: `marketClosed`, or if it does not fit, `priceChanged`, or if it does not fit, `alert`
    /// * if property `text` is there: `priceChanged`, or if it does not fit, `alert`
    /// * else: the first that it fits, of `priceChanged`, `alert`
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `priceChanged`.
        ///
        /// From `asyncapi.yaml:15`.
        PriceChanged(super::Price),
        /// Message `marketClosed`.
        ///
        /// From `asyncapi.yaml:16`.
        MarketClosed(super::MarketClosed),
        /// Message `alert`.
        ///
        /// A price passed what somebody waited for.
        ///
        /// From `asyncapi.yaml:17`.
        Alert(super::Price),
    }
    impl rt::From<super::MarketClosed> for Message {
        fn from(message: super::MarketClosed) -> Self {
            Self::MarketClosed(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            match raw.name() {
                rt::Option::Some("priceChanged") => {
                    return rt::decode(raw).map(Self::PriceChanged);
                }
                rt::Option::Some("marketClosed") => {
                    return rt::decode(raw).map(Self::MarketClosed);
                }
                rt::Option::Some("alert") => return rt::decode(raw).map(Self::Alert),
                _ => {}
            }
            let [found_1, found_2] = rt::scan(&raw.payload, ["reason", "text"])?;
            if found_1.is_present() {
                match rt::decode(raw) {
                    rt::Result::Ok(message) => {
                        rt::Result::Ok(Message::MarketClosed(message))
                    }
                    rt::Result::Err(error) => {
                        (match rt::decode(raw) {
                            rt::Result::Ok(message) => {
                                rt::Result::Ok(Message::PriceChanged(message))
                            }
                            rt::Result::Err(error) => {
                                (rt::decode(raw).map(Message::Alert))
                                    .or(rt::Result::Err(error))
                            }
                        })
                            .or(rt::Result::Err(error))
                    }
                }
            } else if found_2.is_present() {
                match rt::decode(raw) {
                    rt::Result::Ok(message) => {
                        rt::Result::Ok(Message::PriceChanged(message))
                    }
                    rt::Result::Err(error) => {
                        (rt::decode(raw).map(Message::Alert)).or(rt::Result::Err(error))
                    }
                }
            } else {
                match rt::decode(raw) {
                    rt::Result::Ok(message) => {
                        rt::Result::Ok(Message::PriceChanged(message))
                    }
                    rt::Result::Err(error) => {
                        (rt::decode(raw).map(Message::Alert)).or(rt::Result::Err(error))
                    }
                }
            }
        }
        fn claims(raw: &rt::RawMessage) -> ::core::primitive::bool {
            match raw.name() {
                rt::Option::Some("priceChanged" | "marketClosed" | "alert") => {
                    return true;
                }
                rt::Option::Some(_) => return false,
                rt::Option::None => {}
            }
            let rt::Result::Ok([found_1, found_2]) = rt::scan(
                &raw.payload,
                ["reason", "text"],
            ) else {
                return true;
            };
            if found_1.is_present() {
                true
            } else if found_2.is_present() {
                true
            } else {
                true
            }
        }
        fn operations() -> &'static [&'static rt::OperationInfo] {
            static BOUND: &[&rt::OperationInfo] = &[&TELL_PRICES];
            BOUND
        }
    }
    /// A handle on channel `prices`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:12`.
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
    /// What operation `tellPrices` receives.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum TellPrices {
        /// Message `priceChanged`.
        ///
        /// From `asyncapi.yaml:15`.
        PriceChanged(super::Price),
        /// Message `marketClosed`.
        ///
        /// From `asyncapi.yaml:16`.
        MarketClosed(super::MarketClosed),
        /// Message `alert`.
        ///
        /// A price passed what somebody waited for.
        ///
        /// From `asyncapi.yaml:17`.
        Alert(super::Price),
    }
    impl rt::From<super::MarketClosed> for TellPrices {
        fn from(message: super::MarketClosed) -> Self {
            Self::MarketClosed(message)
        }
    }
    /// Handles what comes in on channel `prices`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:12`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `tellPrices`: receives `priceChanged`, `marketClosed`, `alert`.
        ///
        /// A stream of server-sent events.
        ///
        /// From `asyncapi.yaml:54`.
        fn tell_prices(
            &self,
            message: TellPrices,
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
    }
    impl rt::Deref for Context {
        type Target = rt::Context;
        fn deref(&self) -> &rt::Context {
            &self.inner
        }
    }
    /// A peer's session on channel `prices`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
    }
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
        fn admit(
            &self,
            handshake: &rt::Handshake,
        ) -> rt::Result<rt::Attachment, rt::Refusal> {
            rt::read_query::<Query>(handshake).map(rt::Attachment::new)
        }
        fn claims(&self, raw: &rt::RawMessage) -> ::core::primitive::bool {
            <Message as rt::Incoming>::claims(raw)
        }
        fn operations(&self) -> &'static [&'static rt::OperationInfo] {
            <Message as rt::Incoming>::operations()
        }
        fn handle(
            &self,
            context: rt::Context,
        ) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
            rt::Box::pin(async move {
                let context = Context { inner: context };
                let handled = rt::guard(async {
                        match <Message as rt::Incoming>::decode(context.inner.raw()) {
                            rt::Result::Ok(Message::PriceChanged(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::tell_prices(
                                            &self.0,
                                            self::TellPrices::PriceChanged(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::MarketClosed(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::tell_prices(
                                            &self.0,
                                            self::TellPrices::MarketClosed(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Alert(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::tell_prices(
                                            &self.0,
                                            self::TellPrices::Alert(message),
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
/// Channel `alerts`, at `/alerts`.
///
/// From `asyncapi.yaml:18`.
pub mod alerts {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `alerts`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "alerts",
        address: rt::Option::Some("/alerts"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `setAlert`, as the document has it.
    pub static SET_ALERT_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "setAlert",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `takeAlert`, as the document has it.
    pub static TAKE_ALERT: rt::OperationInfo = rt::OperationInfo {
        name: "takeAlert",
        channel: &CHANNEL,
        bindings: &[
            rt::Binding::HttpOperation(rt::bindings::http::Operation {
                method: rt::Option::Some("PUT"),
            }),
        ],
        reply: rt::Option::Some(&TAKE_ALERT_REPLY),
    };
    /// Message `alertSet`, as the document has it.
    pub static TAKE_ALERT_REPLY_ALERT_SET: rt::MessageInfo = rt::MessageInfo {
        name: "alertSet",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    static TAKE_ALERT_REPLY: rt::ReplyInfo = rt::ReplyInfo {
        channel: rt::Option::None,
        address: rt::Option::None,
        messages: &[&TAKE_ALERT_REPLY_ALERT_SET],
        pushed: false,
    };
    enum TakeAlertReplyDecoder {
        AlertSet(super::AlertSet),
    }
    impl rt::Incoming for TakeAlertReplyDecoder {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode(raw).map(TakeAlertReplyDecoder::AlertSet)
        }
    }
    /// A handle on channel `alerts`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:18`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `takeAlert`: sends `setAlert`.
        ///
        /// A request, whose response is the reply.
        ///
        /// From `asyncapi.yaml:72`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub async fn take_alert(
            &self,
            message: &super::SetAlert,
        ) -> rt::Result<super::AlertSet, rt::RequestError> {
            self.link
                .request::<
                    TakeAlertReplyDecoder,
                    _,
                >(&TAKE_ALERT, &SET_ALERT_MESSAGE, message)
                .await
                .map(|TakeAlertReplyDecoder::AlertSet(reply)| reply)
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
    /// What this side sends on channel `alerts`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `takeAlert`: sends `setAlert`.
        ///
        /// A request, whose response is the reply.
        ///
        /// From `asyncapi.yaml:72`.
        fn take_alert(
            &self,
            message: &super::SetAlert,
        ) -> impl rt::Future<
            Output = rt::Result<super::AlertSet, rt::RequestError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn take_alert(
            &self,
            message: &super::SetAlert,
        ) -> impl rt::Future<
            Output = rt::Result<super::AlertSet, rt::RequestError>,
        > + ::core::marker::Send {
            Self::take_alert(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `takeAlert`.
        TakeAlert(super::SetAlert),
    }
    /// A [`Sender`] for tests: sends nothing, and remembers what it was given. Clones remember together.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Recorder {
        sent: rt::Recorded<Sent>,
        replies_to_take_alert: rt::Recorded<super::AlertSet>,
    }
    impl Recorder {
        /// A double that was given nothing yet.
        #[must_use]
        pub fn new() -> Self {
            Self {
                sent: rt::Recorded::new(),
                replies_to_take_alert: rt::Recorded::new(),
            }
        }
        /// What it was given so far, in order.
        #[must_use]
        pub fn sent(&self) -> rt::Vec<Sent> {
            self.sent.all()
        }
        /// Adds a reply for a later request of operation `takeAlert`.
        pub fn reply_to_take_alert(&self, reply: super::AlertSet) {
            self.replies_to_take_alert.push(reply);
        }
    }
    impl rt::Default for Recorder {
        fn default() -> Self {
            Self::new()
        }
    }
    impl Sender for Recorder {
        fn take_alert(
            &self,
            message: &super::SetAlert,
        ) -> impl rt::Future<
            Output = rt::Result<super::AlertSet, rt::RequestError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::TakeAlert(rt::Clone::clone(message)));
            rt::ready(
                self
                    .replies_to_take_alert
                    .take_first()
                    .ok_or_else(|| rt::no_recorded_reply("takeAlert")),
            )
        }
    }
    /// Who connects to channel `alerts` is sent to: nothing comes in. `()` will do where nobody minds.
    ///
    /// From `asyncapi.yaml:18`.
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
    /// A peer's session on channel `alerts`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
            let unknown = rt::DecodeError::unknown_message("alerts");
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
/// Channel `news`, at `/prices`.
///
/// From `asyncapi.yaml:23`.
pub mod news {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `news`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "news",
        address: rt::Option::Some("/prices"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `told`, as the document has it.
    pub static TOLD_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "told",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `tellNews`, as the document has it.
    pub static TELL_NEWS: rt::OperationInfo = rt::OperationInfo {
        name: "tellNews",
        channel: &CHANNEL,
        bindings: &[
            rt::Binding::HttpOperation(rt::bindings::http::Operation {
                method: rt::Option::Some("GET"),
            }),
        ],
        reply: rt::Option::None,
    };
    /// What can come in on channel `news`.
    ///
    /// Which of them it is:
    /// * if property `reason` is there: `told`
    /// * if property `text` is there: `told`
    /// * else: unknown
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `told`.
        ///
        /// From `asyncapi.yaml:26`.
        Told(super::Told),
    }
    impl rt::From<super::Told> for Message {
        fn from(message: super::Told) -> Self {
            Self::Told(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            match raw.name() {
                rt::Option::Some("told") => return rt::decode(raw).map(Self::Told),
                _ => {}
            }
            let [found_1, found_2] = rt::scan(&raw.payload, ["reason", "text"])?;
            if found_1.is_present() {
                rt::decode(raw).map(Message::Told)
            } else if found_2.is_present() {
                rt::decode(raw).map(Message::Told)
            } else {
                rt::Result::Err(rt::DecodeError::unknown_message("news"))
            }
        }
        fn claims(raw: &rt::RawMessage) -> ::core::primitive::bool {
            match raw.name() {
                rt::Option::Some("told") => return true,
                rt::Option::Some(_) => return false,
                rt::Option::None => {}
            }
            let rt::Result::Ok([found_1, found_2]) = rt::scan(
                &raw.payload,
                ["reason", "text"],
            ) else {
                return true;
            };
            if found_1.is_present() {
                true
            } else if found_2.is_present() {
                true
            } else {
                false
            }
        }
        fn operations() -> &'static [&'static rt::OperationInfo] {
            static BOUND: &[&rt::OperationInfo] = &[&TELL_NEWS];
            BOUND
        }
    }
    /// A handle on channel `news`. Cheap to clone.
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
    /// Handles what comes in on channel `news`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:23`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `tellNews`: receives `told`.
        ///
        /// At the address of another channel.
        ///
        /// From `asyncapi.yaml:36`.
        fn tell_news(
            &self,
            message: super::Told,
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
    /// A peer's session on channel `news`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        fn operations(&self) -> &'static [&'static rt::OperationInfo] {
            <Message as rt::Incoming>::operations()
        }
        fn handle(
            &self,
            context: rt::Context,
        ) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
            rt::Box::pin(async move {
                let context = Context { inner: context };
                let handled = rt::guard(async {
                        match <Message as rt::Incoming>::decode(context.inner.raw()) {
                            rt::Result::Ok(Message::Told(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::tell_news(&self.0, message, &context).await,
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
/// Channel `hooks`, at `/hooks/{name}`.
///
/// From `asyncapi.yaml:28`.
#[allow(clippy::ptr_arg)]
pub mod hooks {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `hooks`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "hooks",
        address: rt::Option::Some("/hooks/{name}"),
        parameters: &[
            rt::ParameterInfo {
                name: "name",
                values: &[],
                schema: rt::Option::None,
                location: rt::Option::None,
                text: rt::AddressText::Percent,
            },
        ],
        servers: &[],
        bindings: &[],
    };
    /// Message `fired`, as the document has it.
    pub static FIRED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "fired",
        content_type: "text/plain",
        correlation: rt::Option::None,
        bindings: &[rt::Binding::HttpMessage(rt::bindings::http::Message::EMPTY)],
    };
    /// Message `armed`, as the document has it.
    pub static ARMED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "armed",
        content_type: "text/plain",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `arm`, as the document has it.
    pub static ARM: rt::OperationInfo = rt::OperationInfo {
        name: "arm",
        channel: &CHANNEL,
        bindings: &[
            rt::Binding::HttpOperation(rt::bindings::http::Operation {
                method: rt::Option::Some("POST"),
            }),
        ],
        reply: rt::Option::None,
    };
    /// Operation `fire`, as the document has it.
    pub static FIRE: rt::OperationInfo = rt::OperationInfo {
        name: "fire",
        channel: &CHANNEL,
        bindings: &[
            rt::Binding::HttpOperation(rt::bindings::http::Operation {
                method: rt::Option::Some("PATCH"),
            }),
        ],
        reply: rt::Option::None,
    };
    /// The parameters of the address `/hooks/{name}` of channel `hooks`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq
    )]
    pub struct Parameters {
        /// Parameter `name`.
        ///
        /// From `asyncapi.yaml:30`.
        pub name: rt::String,
    }
    impl Parameters {
        /// The address with these parameters.
        ///
        /// # Errors
        /// When a value cannot stand in the address, so that it would be another one.
        pub fn address(&self) -> rt::Result<rt::SharedStr, rt::AddressError> {
            rt::fill_address(&CHANNEL, &[("name", rt::Option::Some(self.name.as_str()))])
        }
        /// The parameters of an address, if it is one of this channel.
        #[must_use]
        pub fn from_address(address: &::core::primitive::str) -> rt::Option<Self> {
            let found = rt::match_address(&CHANNEL, address)?;
            rt::Option::Some(Self {
                name: <rt::String as rt::From<_>>::from(found.get("name")?),
            })
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
        /// Parameter `name`; `None` leaves it open.
        pub name: rt::Option<rt::String>,
    }
    impl OpenParameters {
        /// The address, in which what is open stands in braces.
        ///
        /// # Errors
        /// When a value cannot stand in the address, so that it would be another one.
        pub fn address(&self) -> rt::Result<rt::SharedStr, rt::AddressError> {
            rt::fill_address(
                &CHANNEL,
                &[("name", self.name.as_ref().map(|value| value.as_str()))],
            )
        }
    }
    /// All are open.
    impl rt::Default for OpenParameters {
        fn default() -> Self {
            Self { name: rt::Option::None }
        }
    }
    impl rt::From<Parameters> for OpenParameters {
        fn from(parameters: Parameters) -> Self {
            Self {
                name: rt::Option::Some(parameters.name),
            }
        }
    }
    /// What can come in on channel `hooks`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `fired`.
        ///
        /// From `asyncapi.yaml:32`.
        Fired(rt::WithHeaders<rt::String, super::FiredHeaders>),
    }
    impl rt::From<rt::WithHeaders<rt::String, super::FiredHeaders>> for Message {
        fn from(message: rt::WithHeaders<rt::String, super::FiredHeaders>) -> Self {
            Self::Fired(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode_text_with_headers(raw).map(Message::Fired)
        }
        fn operations() -> &'static [&'static rt::OperationInfo] {
            static BOUND: &[&rt::OperationInfo] = &[&FIRE];
            BOUND
        }
    }
    /// A handle on channel `hooks`. Cheap to clone.
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
        /// Operation `arm`: sends `armed`.
        ///
        /// Another query than the other operation's, so that neither is the channel's.
        ///
        /// From `asyncapi.yaml:41`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn arm(&self, message: &rt::String) -> rt::Send<'_> {
            self.link.send(&ARM, &ARMED_MESSAGE, &rt::AsText(message))
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
    /// What this side sends on channel `hooks`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `arm`: sends `armed`.
        ///
        /// Another query than the other operation's, so that neither is the channel's.
        ///
        /// From `asyncapi.yaml:41`.
        fn arm(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn arm(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::arm(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `arm`.
        Arm(rt::String),
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
        fn arm(
            &self,
            message: &rt::String,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Arm(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// Handles what comes in on channel `hooks`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:28`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `fire`: receives `fired`.
        ///
        /// From `asyncapi.yaml:48`.
        fn fire(
            &self,
            message: rt::WithHeaders<rt::String, super::FiredHeaders>,
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
    /// A peer's session on channel `hooks`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Operation `arm`: sends `armed`. Gives the number of sessions.
        ///
        /// Another query than the other operation's, so that neither is the channel's.
        ///
        /// From `asyncapi.yaml:41`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn arm(
            &self,
            message: &rt::String,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            self.inner.send(&ARM, &ARMED_MESSAGE, &rt::AsText(message)).await
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
        fn operations(&self) -> &'static [&'static rt::OperationInfo] {
            <Message as rt::Incoming>::operations()
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
                            rt::Result::Ok(Message::Fired(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(Receiver::fire(&self.0, message, &context).await)
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
/// A client of Prices 1.0.0: sends, and pulls what comes in.
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
                &[&prices::CHANNEL, &alerts::CHANNEL, &news::CHANNEL, &hooks::CHANNEL],
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
                &[&prices::CHANNEL, &alerts::CHANNEL, &news::CHANNEL, &hooks::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `prices`.
    ///
    /// From `asyncapi.yaml:12`.
    #[must_use]
    pub fn prices(&self) -> prices::Channel {
        prices::Channel::new(self.inner.channel(&prices::CHANNEL, "/prices"))
    }
    /// Channel `alerts`.
    ///
    /// From `asyncapi.yaml:18`.
    #[must_use]
    pub fn alerts(&self) -> alerts::Channel {
        alerts::Channel::new(self.inner.channel(&alerts::CHANNEL, "/alerts"))
    }
    /// Channel `news`.
    ///
    /// From `asyncapi.yaml:23`.
    #[must_use]
    pub fn news(&self) -> news::Channel {
        news::Channel::new(self.inner.channel(&news::CHANNEL, "/prices"))
    }
    /// Channel `hooks`.
    ///
    /// From `asyncapi.yaml:28`.
    #[must_use]
    pub fn hooks(
        &self,
        parameters: impl rt::Into<hooks::OpenParameters>,
    ) -> hooks::Channel {
        let parameters: hooks::OpenParameters = rt::Into::into(parameters);
        hooks::Channel::new(self.inner.channel_at(&hooks::CHANNEL, parameters.address()))
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
/// A service of Prices 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<
    Prices: prices::Receiver,
    Alerts: alerts::Receiver,
    News: news::Receiver,
    Hooks: hooks::Receiver,
> {
    /// Handles channel `prices`.
    ///
    /// From `asyncapi.yaml:12`.
    pub prices: Prices,
    /// Handles channel `alerts`.
    ///
    /// From `asyncapi.yaml:18`.
    pub alerts: Alerts,
    /// Handles channel `news`.
    ///
    /// From `asyncapi.yaml:23`.
    pub news: News,
    /// Handles channel `hooks`.
    ///
    /// From `asyncapi.yaml:28`.
    pub hooks: Hooks,
}
impl<
    Prices: prices::Receiver,
    Alerts: alerts::Receiver,
    News: news::Receiver,
    Hooks: hooks::Receiver,
> Service<Prices, Alerts, News, Hooks> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([
            rt::Arc::new(prices::Route(self.prices)) as rt::Arc<dyn rt::Route>,
            rt::Arc::new(alerts::Route(self.alerts)) as rt::Arc<dyn rt::Route>,
            rt::Arc::new(news::Route(self.news)) as rt::Arc<dyn rt::Route>,
            rt::Arc::new(hooks::Route(self.hooks)) as rt::Arc<dyn rt::Route>,
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
    /// One of the document's servers, for a program that chooses as it runs: `"shop".parse::<Server>()`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash
    )]
    pub enum Server {
        /// Server `shop`: see [`Shop`](struct@Shop).
        Shop,
    }
    rt::server_choice!(Server { Shop = SHOP });
    /// Server `shop`, as the document has it.
    pub static SHOP: rt::ServerInfo = rt::ServerInfo {
        name: "shop",
        protocol: "http",
        protocol_version: rt::Option::None,
        host: "localhost:8080",
        pathname: "/api",
        variables: &[],
        bindings: &[],
    };
    /// Server `shop`: `http://localhost:8080/api`.
    ///
    /// From `asyncapi.yaml:7`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Shop<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Shop<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("http://localhost:8080/api")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(&SHOP, rt::Into::<rt::String>::into(url));
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// Listens in the place of the server, on an address such as `127.0.0.1:0`.
        #[must_use]
        pub fn listen(address: impl rt::Into<rt::String>) -> ShopListener<rt::Given> {
            let inner = rt::ServerBuilder::listen(
                &SHOP,
                rt::Into::<rt::String>::into(address),
            );
            ShopListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> ShopListener<rt::Given> {
            let inner = rt::ServerBuilder::listener(&SHOP, rt::Arc::new(listener));
            ShopListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Shop, SHOP, rt::Given);
    impl<Credentials> Shop<Credentials> {
        rt::server_settings!();
        /// The query with which channel `prices` is opened.
        #[must_use]
        pub fn prices_query(self, query: super::prices::Query) -> Self {
            Self {
                inner: self.inner.query("prices", &query),
                ..self
            }
        }
    }
    rt::endpoint_impls!(connect Shop);
    /// A listener in the place of server `shop`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct ShopListener<Authenticator = rt::Given> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }
    impl<Authenticator> ShopListener<Authenticator> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(serve ShopListener);
}
