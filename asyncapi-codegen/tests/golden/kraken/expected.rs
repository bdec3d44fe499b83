#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:135`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Ping {
    /// Property `reqid`.
    pub reqid: rt::Option<Reqid>,
}
impl rt::Object for Ping {
    const NAME: &'static str = "Ping";
    const FIELDS: &'static [&'static str] = &["event", "reqid"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut event = false;
        let mut reqid = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut event, "event", &rt::Literal::String("ping"))?,
                1 => map.read(&mut reqid, "reqid")?,
                _ => map.skip()?,
            }
        }
        map.present(event, "event")?;
        rt::Ok(Self { reqid })
    }
}
impl rt::Wire for Ping {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("event", &rt::Literal::String("ping"))?;
        object.optional("reqid", &self.reqid)?;
        object.end()
    }
}
rt::serde_impls!(Ping);
/// client originated ID reflected in response message.
///
/// From `asyncapi.yaml:350`.
pub type Reqid = i128;
/// An object of the document.
///
/// From `asyncapi.yaml:192`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Subscribe {
    /// Property `reqid`.
    pub reqid: rt::Option<Reqid>,
    /// Property `pair`.
    pub pair: rt::Option<Pair>,
    /// Property `subscription`.
    pub subscription: rt::Option<SubscribeSubscription>,
}
impl rt::Object for Subscribe {
    const NAME: &'static str = "Subscribe";
    const FIELDS: &'static [&'static str] = &["event", "reqid", "pair", "subscription"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut event = false;
        let mut reqid = rt::None;
        let mut pair = rt::None;
        let mut subscription = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => {
                    map.constant(&mut event, "event", &rt::Literal::String("subscribe"))?
                }
                1 => map.read(&mut reqid, "reqid")?,
                2 => map.read(&mut pair, "pair")?,
                3 => map.read(&mut subscription, "subscription")?,
                _ => map.skip()?,
            }
        }
        map.present(event, "event")?;
        rt::Ok(Self { reqid, pair, subscription })
    }
}
impl rt::Wire for Subscribe {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("event", &rt::Literal::String("subscribe"))?;
        object.optional("reqid", &self.reqid)?;
        object.optional("pair", &self.pair)?;
        object.optional("subscription", &self.subscription)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("pair", rt::some(&self.pair, |value| rt::Wire::check(value, way)))?;
        rt::Ok(())
    }
}
rt::serde_impls!(Subscribe);
/// Array of currency pairs.
///
/// Of each item: matches `[A-Z\s]+\/[A-Z\s]+`.
///
/// From `asyncapi.yaml:353`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub struct Pair(rt::Vec<rt::String>);
rt::newtype!(checked Pair(rt::Vec < rt::String >));
impl rt::Wire for Pair {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::arm(Self, from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::Wire::write(&self.0, to)
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::each(
            &self.0,
            |value| rt::pattern(
                value,
                {
                    static PATTERN: rt::Pattern = rt::Pattern::new(
                        "[A-Z\\s]+\\/[A-Z\\s]+",
                        "LJESAgBZlCA_uFA_rCKdBFAvBAg9DA-3zBA;/(rBABBAcA'/rBABBAcA)",
                    );
                    &PATTERN
                },
            ),
        )?;
        rt::Ok(())
    }
}
rt::serde_impls!(Pair);
/// An object of the document.
///
/// From `asyncapi.yaml:202`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct SubscribeSubscription {
    /// Property `depth`.
    pub depth: rt::Option<Depth>,
    /// Property `interval`.
    pub interval: rt::Option<Interval>,
    /// Property `name`.
    pub name: Name,
    /// Property `ratecounter`.
    pub ratecounter: rt::Option<Ratecounter>,
    /// Property `snapshot`.
    pub snapshot: rt::Option<Snapshot>,
    /// Property `token`.
    pub token: rt::Option<Token>,
}
impl SubscribeSubscription {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(name: Name) -> Self {
        Self {
            depth: rt::None,
            interval: rt::None,
            name,
            ratecounter: rt::None,
            snapshot: rt::None,
            token: rt::None,
        }
    }
}
impl rt::Object for SubscribeSubscription {
    const NAME: &'static str = "SubscribeSubscription";
    const FIELDS: &'static [&'static str] = &[
        "depth",
        "interval",
        "name",
        "ratecounter",
        "snapshot",
        "token",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut depth = rt::None;
        let mut interval = rt::None;
        let mut name = rt::None;
        let mut ratecounter = rt::None;
        let mut snapshot = rt::None;
        let mut token = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut depth, "depth")?,
                1 => map.read(&mut interval, "interval")?,
                2 => map.read(&mut name, "name")?,
                3 => map.read(&mut ratecounter, "ratecounter")?,
                4 => map.read(&mut snapshot, "snapshot")?,
                5 => map.read(&mut token, "token")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            depth,
            interval,
            name: map.required(name, "name")?,
            ratecounter,
            snapshot,
            token,
        })
    }
}
impl rt::Wire for SubscribeSubscription {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("depth", &self.depth)?;
        object.optional("interval", &self.interval)?;
        object.field("name", &self.name)?;
        object.optional("ratecounter", &self.ratecounter)?;
        object.optional("snapshot", &self.snapshot)?;
        object.optional("token", &self.token)?;
        object.end()
    }
}
rt::serde_impls!(SubscribeSubscription);
/// Depth associated with book subscription in number of levels each side.
///
/// Default: `10`.
///
/// From `asyncapi.yaml:329`.
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
pub enum Depth {
    /// The value `10`.
    N10,
    /// The value `25`.
    N25,
    /// The value `100`.
    N100,
    /// The value `500`.
    N500,
    /// The value `1000`.
    N1000,
}
rt::literal_enum!(
    Depth { N10 = rt::Literal::Integer(10), N25 = rt::Literal::Integer(25), N100 =
    rt::Literal::Integer(100), N500 = rt::Literal::Integer(500), N1000 =
    rt::Literal::Integer(1000) }
);
/// Time interval associated with ohlc subscription in minutes.
///
/// Default: `1`.
///
/// From `asyncapi.yaml:301`.
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
pub enum Interval {
    /// The value `1`.
    N1,
    /// The value `5`.
    N5,
    /// The value `15`.
    N15,
    /// The value `30`.
    N30,
    /// The value `60`.
    N60,
    /// The value `240`.
    N240,
    /// The value `1440`.
    N1440,
    /// The value `10080`.
    N10080,
    /// The value `21600`.
    N21600,
}
rt::literal_enum!(
    Interval { N1 = rt::Literal::Integer(1), N5 = rt::Literal::Integer(5), N15 =
    rt::Literal::Integer(15), N30 = rt::Literal::Integer(30), N60 =
    rt::Literal::Integer(60), N240 = rt::Literal::Integer(240), N1440 =
    rt::Literal::Integer(1440), N10080 = rt::Literal::Integer(10080), N21600 =
    rt::Literal::Integer(21600) }
);
/// The name of the channel you subscribe too.
///
/// From `asyncapi.yaml:315`.
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
pub enum Name {
    /// The value `book`.
    Book,
    /// The value `ohlc`.
    Ohlc,
    /// The value `openOrders`.
    OpenOrders,
    /// The value `ownTrades`.
    OwnTrades,
    /// The value `spread`.
    Spread,
    /// The value `ticker`.
    Ticker,
    /// The value `trade`.
    Trade,
}
rt::text_enum!(
    Name { Book = "book", Ohlc = "ohlc", OpenOrders = "openOrders", OwnTrades =
    "ownTrades", Spread = "spread", Ticker = "ticker", Trade = "trade" }
);
/// Whether to send rate-limit counter in updates (supported only for openOrders subscriptions)
///
/// Default: `false`.
///
/// From `asyncapi.yaml:342`.
pub type Ratecounter = bool;
/// Whether to send historical feed data snapshot upon subscription (supported only for ownTrades subscriptions)
///
/// Default: `true`.
///
/// From `asyncapi.yaml:346`.
pub type Snapshot = bool;
/// base64-encoded authentication token for private-data endpoints.
///
/// From `asyncapi.yaml:326`.
pub type Token = rt::String;
/// An object of the document.
///
/// From `asyncapi.yaml:221`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Unsubscribe {
    /// Property `reqid`.
    pub reqid: rt::Option<Reqid>,
    /// Property `pair`.
    pub pair: rt::Option<Pair>,
    /// Property `subscription`.
    pub subscription: rt::Option<UnsubscribeSubscription>,
}
impl rt::Object for Unsubscribe {
    const NAME: &'static str = "Unsubscribe";
    const FIELDS: &'static [&'static str] = &["event", "reqid", "pair", "subscription"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut event = false;
        let mut reqid = rt::None;
        let mut pair = rt::None;
        let mut subscription = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => {
                    map.constant(
                        &mut event,
                        "event",
                        &rt::Literal::String("unsubscribe"),
                    )?
                }
                1 => map.read(&mut reqid, "reqid")?,
                2 => map.read(&mut pair, "pair")?,
                3 => map.read(&mut subscription, "subscription")?,
                _ => map.skip()?,
            }
        }
        map.present(event, "event")?;
        rt::Ok(Self { reqid, pair, subscription })
    }
}
impl rt::Wire for Unsubscribe {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("event", &rt::Literal::String("unsubscribe"))?;
        object.optional("reqid", &self.reqid)?;
        object.optional("pair", &self.pair)?;
        object.optional("subscription", &self.subscription)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("pair", rt::some(&self.pair, |value| rt::Wire::check(value, way)))?;
        rt::Ok(())
    }
}
rt::serde_impls!(Unsubscribe);
/// An object of the document.
///
/// From `asyncapi.yaml:231`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct UnsubscribeSubscription {
    /// Property `depth`.
    pub depth: rt::Option<Depth>,
    /// Property `interval`.
    pub interval: rt::Option<Interval>,
    /// Property `name`.
    pub name: Name,
    /// Property `token`.
    pub token: rt::Option<Token>,
}
impl UnsubscribeSubscription {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(name: Name) -> Self {
        Self {
            depth: rt::None,
            interval: rt::None,
            name,
            token: rt::None,
        }
    }
}
impl rt::Object for UnsubscribeSubscription {
    const NAME: &'static str = "UnsubscribeSubscription";
    const FIELDS: &'static [&'static str] = &["depth", "interval", "name", "token"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut depth = rt::None;
        let mut interval = rt::None;
        let mut name = rt::None;
        let mut token = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut depth, "depth")?,
                1 => map.read(&mut interval, "interval")?,
                2 => map.read(&mut name, "name")?,
                3 => map.read(&mut token, "token")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            depth,
            interval,
            name: map.required(name, "name")?,
            token,
        })
    }
}
impl rt::Wire for UnsubscribeSubscription {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("depth", &self.depth)?;
        object.optional("interval", &self.interval)?;
        object.field("name", &self.name)?;
        object.optional("token", &self.token)?;
        object.end()
    }
}
rt::serde_impls!(UnsubscribeSubscription);
/// An object of the document.
///
/// From `asyncapi.yaml:153`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Pong {
    /// Property `reqid`.
    pub reqid: rt::Option<Reqid>,
}
impl rt::Object for Pong {
    const NAME: &'static str = "Pong";
    const FIELDS: &'static [&'static str] = &["event", "reqid"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut event = false;
        let mut reqid = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut event, "event", &rt::Literal::String("pong"))?,
                1 => map.read(&mut reqid, "reqid")?,
                _ => map.skip()?,
            }
        }
        map.present(event, "event")?;
        rt::Ok(Self { reqid })
    }
}
impl rt::Wire for Pong {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("event", &rt::Literal::String("pong"))?;
        object.optional("reqid", &self.reqid)?;
        object.end()
    }
}
rt::serde_impls!(Pong);
/// An object of the document.
///
/// From `asyncapi.yaml:145`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Heartbeat {}
impl rt::Object for Heartbeat {
    const NAME: &'static str = "Heartbeat";
    const FIELDS: &'static [&'static str] = &["event"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut event = false;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => {
                    map.constant(&mut event, "event", &rt::Literal::String("heartbeat"))?
                }
                _ => map.skip()?,
            }
        }
        map.present(event, "event")?;
        rt::Ok(Self {})
    }
}
impl rt::Wire for Heartbeat {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("event", &rt::Literal::String("heartbeat"))?;
        object.end()
    }
}
rt::serde_impls!(Heartbeat);
/// An object of the document.
///
/// From `asyncapi.yaml:163`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct SystemStatus {
    /// The ID of the connection
    pub connection_id: rt::Option<i128>,
    /// Property `status`.
    pub status: rt::Option<Status>,
    /// Property `version`.
    pub version: rt::Option<rt::String>,
}
impl rt::Object for SystemStatus {
    const NAME: &'static str = "SystemStatus";
    const FIELDS: &'static [&'static str] = &[
        "event",
        "connectionID",
        "status",
        "version",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut event = false;
        let mut connection_id = rt::None;
        let mut status = rt::None;
        let mut version = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => {
                    map.constant(
                        &mut event,
                        "event",
                        &rt::Literal::String("systemStatus"),
                    )?
                }
                1 => map.read(&mut connection_id, "connectionID")?,
                2 => map.read(&mut status, "status")?,
                3 => map.read(&mut version, "version")?,
                _ => map.skip()?,
            }
        }
        map.present(event, "event")?;
        rt::Ok(Self {
            connection_id,
            status,
            version,
        })
    }
}
impl rt::Wire for SystemStatus {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("event", &rt::Literal::String("systemStatus"))?;
        object.optional("connectionID", &self.connection_id)?;
        object.optional("status", &self.status)?;
        object.optional("version", &self.version)?;
        object.end()
    }
}
rt::serde_impls!(SystemStatus);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:178`.
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
pub enum Status {
    /// The value `online`.
    Online,
    /// The value `maintenance`.
    Maintenance,
    /// The value `cancel_only`.
    CancelOnly,
    /// The value `limit_only`.
    LimitOnly,
    /// The value `post_only`.
    PostOnly,
}
rt::text_enum!(
    Status { Online = "online", Maintenance = "maintenance", CancelOnly = "cancel_only",
    LimitOnly = "limit_only", PostOnly = "post_only" }
);
/// One of several alternatives.
///
/// From `asyncapi.yaml:246`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum SubscriptionStatus {
    /// One of the alternatives.
    SubscriptionStatusError(SubscriptionStatusError),
    /// One of the alternatives.
    SubscriptionStatusSuccess(SubscriptionStatusSuccess),
}
impl SubscriptionStatus {
    /// The document's examples of this type, those that are valid.
    #[must_use]
    #[inline]
    pub fn examples() -> rt::Vec<Self> {
        rt::examples(
            &[
                "{\"channelID\":10001,\"channelName\":\"ohlc-5\",\"event\":\"subscriptionStatus\",\"pair\":[\"XBT/EUR\"],\"reqid\":42,\"status\":\"unsubscribed\",\"subscription\":{\"interval\":5,\"name\":\"ohlc\"}}",
                "{\"errorMessage\":\"Subscription depth not supported\",\"event\":\"subscriptionStatus\",\"pair\":[\"XBT/USD\"],\"reqid\":43,\"status\":\"error\",\"subscription\":{\"depth\":10,\"name\":\"book\"}}",
            ],
        )
    }
}
impl ::core::convert::From<SubscriptionStatusError> for SubscriptionStatus {
    #[inline]
    fn from(value: SubscriptionStatusError) -> Self {
        Self::SubscriptionStatusError(value)
    }
}
impl ::core::convert::From<SubscriptionStatusSuccess> for SubscriptionStatus {
    #[inline]
    fn from(value: SubscriptionStatusSuccess) -> Self {
        Self::SubscriptionStatusSuccess(value)
    }
}
impl rt::Alternatives for SubscriptionStatus {
    const NAME: &'static str = "SubscriptionStatus";
    const EXACTLY_ONE: bool = true;
    fn schemas() -> &'static [&'static rt::Schema] {
        static SCHEMAS: [&rt::Schema; 2] = [
            &SUBSCRIPTION_STATUS_ERROR_SCHEMA,
            &SUBSCRIPTION_STATUS_SUCCESS_SCHEMA,
        ];
        &SCHEMAS
    }
    fn arm<'de, D: rt::Deserializer<'de>>(
        at: usize,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        match at {
            0 => rt::arm(Self::SubscriptionStatusError, from),
            _ => rt::arm(Self::SubscriptionStatusSuccess, from),
        }
    }
}
impl rt::Wire for SubscriptionStatus {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_alternative(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::SubscriptionStatusError(value) => rt::Wire::write(value, to),
            Self::SubscriptionStatusSuccess(value) => rt::Wire::write(value, to),
        }
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::only_one(self, way)?;
        match self {
            Self::SubscriptionStatusError(value) => rt::Wire::check(value, way),
            Self::SubscriptionStatusSuccess(value) => rt::Wire::check(value, way),
        }
    }
}
rt::serde_impls!(SubscriptionStatus);
/// An object of the document.
///
/// From `asyncapi.yaml:251`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct SubscriptionStatusError {
    /// Property `errorMessage`.
    pub error_message: rt::String,
    /// Property `reqid`.
    pub reqid: rt::Option<Reqid>,
    /// Property `pair`.
    pub pair: rt::Option<Pair>,
    /// Property `status`.
    pub status: rt::Option<SubscriptionState>,
    /// Property `subscription`.
    pub subscription: rt::Option<SubscriptionStatusErrorSubscription>,
}
impl SubscriptionStatusError {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(error_message: rt::String) -> Self {
        Self {
            error_message,
            reqid: rt::None,
            pair: rt::None,
            status: rt::None,
            subscription: rt::None,
        }
    }
}
impl rt::Object for SubscriptionStatusError {
    const NAME: &'static str = "SubscriptionStatusError";
    const FIELDS: &'static [&'static str] = &[
        "errorMessage",
        "event",
        "reqid",
        "pair",
        "status",
        "subscription",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut error_message = rt::None;
        let mut event = false;
        let mut reqid = rt::None;
        let mut pair = rt::None;
        let mut status = rt::None;
        let mut subscription = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut error_message, "errorMessage")?,
                1 => {
                    map.constant(
                        &mut event,
                        "event",
                        &rt::Literal::String("subscriptionStatus"),
                    )?
                }
                2 => map.read(&mut reqid, "reqid")?,
                3 => map.read(&mut pair, "pair")?,
                4 => map.read(&mut status, "status")?,
                5 => map.read(&mut subscription, "subscription")?,
                _ => map.skip()?,
            }
        }
        map.present(event, "event")?;
        rt::Ok(Self {
            error_message: map.required(error_message, "errorMessage")?,
            reqid,
            pair,
            status,
            subscription,
        })
    }
}
impl rt::Wire for SubscriptionStatusError {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("errorMessage", &self.error_message)?;
        object.constant("event", &rt::Literal::String("subscriptionStatus"))?;
        object.optional("reqid", &self.reqid)?;
        object.optional("pair", &self.pair)?;
        object.optional("status", &self.status)?;
        object.optional("subscription", &self.subscription)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("pair", rt::some(&self.pair, |value| rt::Wire::check(value, way)))?;
        rt::Ok(())
    }
}
rt::serde_impls!(SubscriptionStatusError);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:186`.
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
pub enum SubscriptionState {
    /// The value `subscribed`.
    Subscribed,
    /// The value `unsubscribed`.
    Unsubscribed,
    /// The value `error`.
    Error,
}
rt::text_enum!(
    SubscriptionState { Subscribed = "subscribed", Unsubscribed = "unsubscribed", Error =
    "error" }
);
/// An object of the document.
///
/// From `asyncapi.yaml:286`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct SubscriptionStatusErrorSubscription {
    /// Property `depth`.
    pub depth: rt::Option<Depth>,
    /// Property `interval`.
    pub interval: rt::Option<Interval>,
    /// Property `maxratecount`.
    pub maxratecount: rt::Option<Maxratecount>,
    /// Property `name`.
    pub name: Name,
    /// Property `token`.
    pub token: rt::Option<Token>,
}
impl SubscriptionStatusErrorSubscription {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(name: Name) -> Self {
        Self {
            depth: rt::None,
            interval: rt::None,
            maxratecount: rt::None,
            name,
            token: rt::None,
        }
    }
}
impl rt::Object for SubscriptionStatusErrorSubscription {
    const NAME: &'static str = "SubscriptionStatusErrorSubscription";
    const FIELDS: &'static [&'static str] = &[
        "depth",
        "interval",
        "maxratecount",
        "name",
        "token",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut depth = rt::None;
        let mut interval = rt::None;
        let mut maxratecount = rt::None;
        let mut name = rt::None;
        let mut token = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut depth, "depth")?,
                1 => map.read(&mut interval, "interval")?,
                2 => map.read(&mut maxratecount, "maxratecount")?,
                3 => map.read(&mut name, "name")?,
                4 => map.read(&mut token, "token")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            depth,
            interval,
            maxratecount,
            name: map.required(name, "name")?,
            token,
        })
    }
}
impl rt::Wire for SubscriptionStatusErrorSubscription {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("depth", &self.depth)?;
        object.optional("interval", &self.interval)?;
        object.optional("maxratecount", &self.maxratecount)?;
        object.field("name", &self.name)?;
        object.optional("token", &self.token)?;
        object.end()
    }
}
rt::serde_impls!(SubscriptionStatusErrorSubscription);
/// Max rate-limit budget. Compare to the ratecounter field in the openOrders updates to check whether you are approaching the rate limit.
///
/// From `asyncapi.yaml:339`.
pub type Maxratecount = i128;
/// An object of the document.
///
/// From `asyncapi.yaml:259`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct SubscriptionStatusSuccess {
    /// ChannelID on successful subscription, applicable to public messages only.
    pub channel_id: i128,
    /// Channel Name on successful subscription. For payloads 'ohlc' and 'book', respective interval or depth will be added as suffix.
    pub channel_name: rt::String,
    /// Property `reqid`.
    pub reqid: rt::Option<Reqid>,
    /// Property `pair`.
    pub pair: rt::Option<Pair>,
    /// Property `status`.
    pub status: rt::Option<SubscriptionState>,
    /// Property `subscription`.
    pub subscription: rt::Option<SubscriptionStatusSuccessSubscription>,
}
impl SubscriptionStatusSuccess {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(channel_id: i128, channel_name: rt::String) -> Self {
        Self {
            channel_id,
            channel_name,
            reqid: rt::None,
            pair: rt::None,
            status: rt::None,
            subscription: rt::None,
        }
    }
}
impl rt::Object for SubscriptionStatusSuccess {
    const NAME: &'static str = "SubscriptionStatusSuccess";
    const FIELDS: &'static [&'static str] = &[
        "channelID",
        "channelName",
        "event",
        "reqid",
        "pair",
        "status",
        "subscription",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut channel_id = rt::None;
        let mut channel_name = rt::None;
        let mut event = false;
        let mut reqid = rt::None;
        let mut pair = rt::None;
        let mut status = rt::None;
        let mut subscription = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut channel_id, "channelID")?,
                1 => map.read(&mut channel_name, "channelName")?,
                2 => {
                    map.constant(
                        &mut event,
                        "event",
                        &rt::Literal::String("subscriptionStatus"),
                    )?
                }
                3 => map.read(&mut reqid, "reqid")?,
                4 => map.read(&mut pair, "pair")?,
                5 => map.read(&mut status, "status")?,
                6 => map.read(&mut subscription, "subscription")?,
                _ => map.skip()?,
            }
        }
        map.present(event, "event")?;
        rt::Ok(Self {
            channel_id: map.required(channel_id, "channelID")?,
            channel_name: map.required(channel_name, "channelName")?,
            reqid,
            pair,
            status,
            subscription,
        })
    }
}
impl rt::Wire for SubscriptionStatusSuccess {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("channelID", &self.channel_id)?;
        object.field("channelName", &self.channel_name)?;
        object.constant("event", &rt::Literal::String("subscriptionStatus"))?;
        object.optional("reqid", &self.reqid)?;
        object.optional("pair", &self.pair)?;
        object.optional("status", &self.status)?;
        object.optional("subscription", &self.subscription)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("pair", rt::some(&self.pair, |value| rt::Wire::check(value, way)))?;
        rt::Ok(())
    }
}
rt::serde_impls!(SubscriptionStatusSuccess);
/// An object of the document.
///
/// From `asyncapi.yaml:286`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct SubscriptionStatusSuccessSubscription {
    /// Property `depth`.
    pub depth: rt::Option<Depth>,
    /// Property `interval`.
    pub interval: rt::Option<Interval>,
    /// Property `maxratecount`.
    pub maxratecount: rt::Option<Maxratecount>,
    /// Property `name`.
    pub name: Name,
    /// Property `token`.
    pub token: rt::Option<Token>,
}
impl SubscriptionStatusSuccessSubscription {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(name: Name) -> Self {
        Self {
            depth: rt::None,
            interval: rt::None,
            maxratecount: rt::None,
            name,
            token: rt::None,
        }
    }
}
impl rt::Object for SubscriptionStatusSuccessSubscription {
    const NAME: &'static str = "SubscriptionStatusSuccessSubscription";
    const FIELDS: &'static [&'static str] = &[
        "depth",
        "interval",
        "maxratecount",
        "name",
        "token",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut depth = rt::None;
        let mut interval = rt::None;
        let mut maxratecount = rt::None;
        let mut name = rt::None;
        let mut token = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut depth, "depth")?,
                1 => map.read(&mut interval, "interval")?,
                2 => map.read(&mut maxratecount, "maxratecount")?,
                3 => map.read(&mut name, "name")?,
                4 => map.read(&mut token, "token")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            depth,
            interval,
            maxratecount,
            name: map.required(name, "name")?,
            token,
        })
    }
}
impl rt::Wire for SubscriptionStatusSuccessSubscription {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("depth", &self.depth)?;
        object.optional("interval", &self.interval)?;
        object.optional("maxratecount", &self.maxratecount)?;
        object.field("name", &self.name)?;
        object.optional("token", &self.token)?;
        object.end()
    }
}
rt::serde_impls!(SubscriptionStatusSuccessSubscription);
static SUBSCRIPTION_STATUS_ERROR_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Required(&["errorMessage"]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    (
                        "errorMessage",
                        &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                    ),
                ],
                patterns: &[],
                others: rt::None,
            },
        ),
        rt::Keyword::All(&SUBSCRIPTION_STATUS_COMMON_SCHEMA),
    ],
);
static SUBSCRIPTION_STATUS_COMMON_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Object]),
        rt::Keyword::Required(&["event"]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    (
                        "event",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Enum(
                                    &[rt::Literal::String("subscriptionStatus")],
                                ),
                            ],
                        ),
                    ),
                    ("reqid", &REQID_SCHEMA),
                    ("pair", &PAIR_SCHEMA),
                    ("status", &SUBSCRIPTION_STATE_SCHEMA),
                    (
                        "subscription",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Object]),
                                rt::Keyword::Required(&["name"]),
                                rt::Keyword::Properties(
                                    &rt::Properties {
                                        named: &[
                                            ("depth", &DEPTH_SCHEMA),
                                            ("interval", &INTERVAL_SCHEMA),
                                            ("maxratecount", &MAXRATECOUNT_SCHEMA),
                                            ("name", &NAME_SCHEMA),
                                            ("token", &TOKEN_SCHEMA),
                                        ],
                                        patterns: &[],
                                        others: rt::None,
                                    },
                                ),
                            ],
                        ),
                    ),
                ],
                patterns: &[],
                others: rt::None,
            },
        ),
    ],
);
static REQID_SCHEMA: rt::Schema = rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]);
static PAIR_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Array]),
        rt::Keyword::Items(
            &rt::Schema(
                &[
                    rt::Keyword::Type(&[rt::Type::String]),
                    rt::Keyword::Pattern({
                        static PATTERN: rt::Pattern = rt::Pattern::new(
                            "[A-Z\\s]+\\/[A-Z\\s]+",
                            "LJESAgBZlCA_uFA_rCKdBFAvBAg9DA-3zBA;/(rBABBAcA'/rBABBAcA)",
                        );
                        &PATTERN
                    }),
                ],
            ),
        ),
    ],
);
static SUBSCRIPTION_STATE_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::String]),
        rt::Keyword::Enum(
            &[
                rt::Literal::String("subscribed"),
                rt::Literal::String("unsubscribed"),
                rt::Literal::String("error"),
            ],
        ),
    ],
);
static DEPTH_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Integer]),
        rt::Keyword::Enum(
            &[
                rt::Literal::Integer(10),
                rt::Literal::Integer(25),
                rt::Literal::Integer(100),
                rt::Literal::Integer(500),
                rt::Literal::Integer(1000),
            ],
        ),
    ],
);
static INTERVAL_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Integer]),
        rt::Keyword::Enum(
            &[
                rt::Literal::Integer(1),
                rt::Literal::Integer(5),
                rt::Literal::Integer(15),
                rt::Literal::Integer(30),
                rt::Literal::Integer(60),
                rt::Literal::Integer(240),
                rt::Literal::Integer(1440),
                rt::Literal::Integer(10080),
                rt::Literal::Integer(21600),
            ],
        ),
    ],
);
static MAXRATECOUNT_SCHEMA: rt::Schema = rt::Schema(
    &[rt::Keyword::Type(&[rt::Type::Integer])],
);
static NAME_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::String]),
        rt::Keyword::Enum(
            &[
                rt::Literal::String("book"),
                rt::Literal::String("ohlc"),
                rt::Literal::String("openOrders"),
                rt::Literal::String("ownTrades"),
                rt::Literal::String("spread"),
                rt::Literal::String("ticker"),
                rt::Literal::String("trade"),
            ],
        ),
    ],
);
static TOKEN_SCHEMA: rt::Schema = rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]);
static SUBSCRIPTION_STATUS_SUCCESS_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Required(&["channelID", "channelName"]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    (
                        "channelID",
                        &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                    ),
                    (
                        "channelName",
                        &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                    ),
                ],
                patterns: &[],
                others: rt::None,
            },
        ),
        rt::Keyword::All(&SUBSCRIPTION_STATUS_COMMON_SCHEMA),
    ],
);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Ping", 0x85e66c389f486712),
    ("Reqid", 0x1560a46e4be6343b),
    ("Subscribe", 0x8fde3f6c5c6151b9),
    ("Pair", 0x6e67f21a53ae1fb1),
    ("SubscribeSubscription", 0xd3bb193a411c2e4),
    ("Depth", 0xd7f49abd9a7821e1),
    ("Interval", 0x85cc00cee31c5343),
    ("Name", 0xdc973eee669fe810),
    ("Ratecounter", 0xdce77798f8f5b13e),
    ("Snapshot", 0x53eec89fc6709782),
    ("Token", 0x898269b2ab068c92),
    ("Unsubscribe", 0x417b88fd4371314),
    ("UnsubscribeSubscription", 0x6827eea77a9f9bb7),
    ("Pong", 0xfafdcbface80518e),
    ("Heartbeat", 0x3c5cb0e29a4bd7e5),
    ("SystemStatus", 0xc08830c8f7891c29),
    ("Status", 0x9078178ac100ccb2),
    ("SubscriptionStatus", 0xdbc043e4eb70bf6),
    ("SubscriptionStatusError", 0x6299974731605ef3),
    ("SubscriptionState", 0x318249356ca73e85),
    ("SubscriptionStatusErrorSubscription", 0x3ba204599373180),
    ("Maxratecount", 0xc6ac2e623b60e96f),
    ("SubscriptionStatusSuccess", 0x608e739c21b0b887),
    ("SubscriptionStatusSuccessSubscription", 0x1ca706a31288123b),
    ("SUBSCRIPTION_STATUS_ERROR_SCHEMA", 0xef198068c83b384e),
    ("SUBSCRIPTION_STATUS_COMMON_SCHEMA", 0x907302d092aec44f),
    ("REQID_SCHEMA", 0xad7f6bbbd2c85fe2),
    ("PAIR_SCHEMA", 0x160c13b4c783720f),
    ("SUBSCRIPTION_STATE_SCHEMA", 0xc6ef31a96365281f),
    ("DEPTH_SCHEMA", 0x7074d2b0a5b8cdb2),
    ("INTERVAL_SCHEMA", 0x4536d8ea562b03af),
    ("MAXRATECOUNT_SCHEMA", 0x9b890d908dc0ddce),
    ("NAME_SCHEMA", 0xbbaac97a930bc3ca),
    ("TOKEN_SCHEMA", 0xeb3e50114050a0a0),
    ("SUBSCRIPTION_STATUS_SUCCESS_SCHEMA", 0xbe1f7acaa3a00822),
];
/// Channel `/`, at `/`.
///
/// From `asyncapi.yaml:48`.
pub mod root {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `/`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "/",
        address: rt::Option::Some("/"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `ping`, as the document has it.
    pub static PING_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "ping",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Correlation {
            location: rt::Location::Payload("/reqid"),
            id: rt::IdKind::Integer {
                least: 1,
                most: 9007199254740991,
            },
        }),
        bindings: &[],
    };
    /// Message `subscribe`, as the document has it.
    pub static SUBSCRIBE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "subscribe",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Correlation {
            location: rt::Location::Payload("/reqid"),
            id: rt::IdKind::Integer {
                least: 1,
                most: 9007199254740991,
            },
        }),
        bindings: &[],
    };
    /// Message `unsubscribe`, as the document has it.
    pub static UNSUBSCRIBE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "unsubscribe",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Correlation {
            location: rt::Location::Payload("/reqid"),
            id: rt::IdKind::Integer {
                least: 1,
                most: 9007199254740991,
            },
        }),
        bindings: &[],
    };
    /// Message `pong`, as the document has it.
    pub static PONG_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "pong",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Correlation {
            location: rt::Location::Payload("/reqid"),
            id: rt::IdKind::Integer {
                least: 1,
                most: 9007199254740991,
            },
        }),
        bindings: &[],
    };
    /// Message `heartbeat`, as the document has it.
    pub static HEARTBEAT_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "heartbeat",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `systemStatus`, as the document has it.
    pub static SYSTEM_STATUS_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "systemStatus",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `subscriptionStatus`, as the document has it.
    pub static SUBSCRIPTION_STATUS_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "subscriptionStatus",
        content_type: "application/json",
        correlation: rt::Option::Some(rt::Correlation {
            location: rt::Location::Payload("/reqid"),
            id: rt::IdKind::Integer {
                least: 1,
                most: 9007199254740991,
            },
        }),
        bindings: &[],
    };
    /// Operation `processMessage`, as the document has it.
    pub static PROCESS_MESSAGE: rt::OperationInfo = rt::OperationInfo {
        name: "processMessage",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// Operation `sendMessage`, as the document has it.
    pub static SEND_MESSAGE: rt::OperationInfo = rt::OperationInfo {
        name: "sendMessage",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `/`.
    ///
    /// Which of them it is:
    /// * if property `event` is `"ping"`: `ping`
    /// * if property `event` is `"subscribe"`: `subscribe`
    /// * if property `event` is `"unsubscribe"`: `unsubscribe`
    /// * else: unknown
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `ping`.
        ///
        /// Ping server to determine whether connection is alive
        ///
        /// Client can ping server to determine whether connection is alive, server responds with pong. This is an application level ping as opposed to default ping in websockets standard which is server initiated
        ///
        /// From `asyncapi.yaml:67`.
        Ping(super::Ping),
        /// Message `subscribe`.
        ///
        /// Subscribe to a topic on a single or multiple currency pairs.
        ///
        /// From `asyncapi.yaml:83`.
        Subscribe(super::Subscribe),
        /// Message `unsubscribe`.
        ///
        /// Unsubscribe, can specify a channelID or multiple currency pairs.
        ///
        /// From `asyncapi.yaml:89`.
        Unsubscribe(super::Unsubscribe),
    }
    impl rt::From<super::Ping> for Message {
        fn from(message: super::Ping) -> Self {
            Self::Ping(message)
        }
    }
    impl rt::From<super::Subscribe> for Message {
        fn from(message: super::Subscribe) -> Self {
            Self::Subscribe(message)
        }
    }
    impl rt::From<super::Unsubscribe> for Message {
        fn from(message: super::Unsubscribe) -> Self {
            Self::Unsubscribe(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            let [kind] = rt::scan(&raw.payload, ["event"])?;
            match kind.as_str() {
                rt::Option::Some("ping") => rt::decode(raw).map(Message::Ping),
                rt::Option::Some("subscribe") => rt::decode(raw).map(Message::Subscribe),
                rt::Option::Some("unsubscribe") => {
                    rt::decode(raw).map(Message::Unsubscribe)
                }
                _ => rt::Result::Err(rt::DecodeError::unknown_message("/")),
            }
        }
    }
    /// What operation `processMessage` sends.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum ProcessMessage {
        /// Message `pong`.
        ///
        /// Pong is a response to ping message
        ///
        /// Server pong response to a ping to determine whether connection is alive. This is an application level pong as opposed to default pong in websockets standard which is sent by client in response to a ping
        ///
        /// From `asyncapi.yaml:75`.
        Pong(super::Pong),
        /// Message `heartbeat`.
        ///
        /// Server heartbeat sent if no subscription traffic within 1 second (approximately)
        ///
        /// From `asyncapi.yaml:127`.
        Heartbeat(super::Heartbeat),
        /// Message `systemStatus`.
        ///
        /// Status sent on connection or system status changes.
        ///
        /// From `asyncapi.yaml:122`.
        SystemStatus(super::SystemStatus),
        /// Message `subscriptionStatus`.
        ///
        /// Subscription status response to subscribe, unsubscribe or exchange initiated unsubscribe.
        ///
        /// From `asyncapi.yaml:95`.
        SubscriptionStatus(super::SubscriptionStatus),
    }
    impl rt::From<super::Pong> for ProcessMessage {
        fn from(message: super::Pong) -> Self {
            Self::Pong(message)
        }
    }
    impl rt::From<super::Heartbeat> for ProcessMessage {
        fn from(message: super::Heartbeat) -> Self {
            Self::Heartbeat(message)
        }
    }
    impl rt::From<super::SystemStatus> for ProcessMessage {
        fn from(message: super::SystemStatus) -> Self {
            Self::SystemStatus(message)
        }
    }
    impl rt::From<super::SubscriptionStatus> for ProcessMessage {
        fn from(message: super::SubscriptionStatus) -> Self {
            Self::SubscriptionStatus(message)
        }
    }
    /// A handle on channel `/`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:48`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `processMessage`: sends `pong`, `heartbeat`, `systemStatus`, `subscriptionStatus`.
        ///
        /// From `asyncapi.yaml:57`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn process_message(
            &self,
            message: impl rt::Into<ProcessMessage>,
        ) -> rt::Send<'_> {
            let message: ProcessMessage = message.into();
            match &message {
                ProcessMessage::Pong(message) => {
                    self.link.send(&PROCESS_MESSAGE, &PONG_MESSAGE, message)
                }
                ProcessMessage::Heartbeat(message) => {
                    self.link.send(&PROCESS_MESSAGE, &HEARTBEAT_MESSAGE, message)
                }
                ProcessMessage::SystemStatus(message) => {
                    self.link.send(&PROCESS_MESSAGE, &SYSTEM_STATUS_MESSAGE, message)
                }
                ProcessMessage::SubscriptionStatus(message) => {
                    self.link
                        .send(&PROCESS_MESSAGE, &SUBSCRIPTION_STATUS_MESSAGE, message)
                }
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
    /// What this side sends on channel `/`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `processMessage`: sends `pong`, `heartbeat`, `systemStatus`, `subscriptionStatus`.
        ///
        /// From `asyncapi.yaml:57`.
        fn process_message(
            &self,
            message: impl rt::Into<ProcessMessage> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn process_message(
            &self,
            message: impl rt::Into<ProcessMessage> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::process_message(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `processMessage`.
        ProcessMessage(ProcessMessage),
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
        fn process_message(
            &self,
            message: impl rt::Into<ProcessMessage> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::ProcessMessage(message.into()));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// What operation `sendMessage` receives.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum SendMessage {
        /// Message `ping`.
        ///
        /// Ping server to determine whether connection is alive
        ///
        /// Client can ping server to determine whether connection is alive, server responds with pong. This is an application level ping as opposed to default ping in websockets standard which is server initiated
        ///
        /// From `asyncapi.yaml:67`.
        Ping(super::Ping),
        /// Message `subscribe`.
        ///
        /// Subscribe to a topic on a single or multiple currency pairs.
        ///
        /// From `asyncapi.yaml:83`.
        Subscribe(super::Subscribe),
        /// Message `unsubscribe`.
        ///
        /// Unsubscribe, can specify a channelID or multiple currency pairs.
        ///
        /// From `asyncapi.yaml:89`.
        Unsubscribe(super::Unsubscribe),
    }
    impl rt::From<super::Ping> for SendMessage {
        fn from(message: super::Ping) -> Self {
            Self::Ping(message)
        }
    }
    impl rt::From<super::Subscribe> for SendMessage {
        fn from(message: super::Subscribe) -> Self {
            Self::Subscribe(message)
        }
    }
    impl rt::From<super::Unsubscribe> for SendMessage {
        fn from(message: super::Unsubscribe) -> Self {
            Self::Unsubscribe(message)
        }
    }
    /// Handles what comes in on channel `/`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:48`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `sendMessage`: receives `ping`, `subscribe`, `unsubscribe`.
        ///
        /// From `asyncapi.yaml:50`.
        fn send_message(
            &self,
            message: SendMessage,
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
    /// A peer's session on channel `/`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Operation `processMessage`: sends `pong`, `heartbeat`, `systemStatus`, `subscriptionStatus`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:57`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn process_message(
            &self,
            message: impl rt::Into<ProcessMessage>,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            let message: ProcessMessage = message.into();
            match &message {
                ProcessMessage::Pong(message) => {
                    self.inner.send(&PROCESS_MESSAGE, &PONG_MESSAGE, message).await
                }
                ProcessMessage::Heartbeat(message) => {
                    self.inner.send(&PROCESS_MESSAGE, &HEARTBEAT_MESSAGE, message).await
                }
                ProcessMessage::SystemStatus(message) => {
                    self.inner
                        .send(&PROCESS_MESSAGE, &SYSTEM_STATUS_MESSAGE, message)
                        .await
                }
                ProcessMessage::SubscriptionStatus(message) => {
                    self.inner
                        .send(&PROCESS_MESSAGE, &SUBSCRIPTION_STATUS_MESSAGE, message)
                        .await
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
                            rt::Result::Ok(Message::Ping(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::send_message(
                                            &self.0,
                                            self::SendMessage::Ping(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Subscribe(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::send_message(
                                            &self.0,
                                            self::SendMessage::Subscribe(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Unsubscribe(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::send_message(
                                            &self.0,
                                            self::SendMessage::Unsubscribe(message),
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
/// A client of Kraken Websockets API 1.8: sends, and pulls what comes in.
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
        rt::Client::connect(rt::Connects::into_connect(endpoint), &[&root::CHANNEL])
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
                &[&root::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `/`.
    ///
    /// From `asyncapi.yaml:48`.
    #[must_use]
    pub fn root(&self) -> root::Channel {
        root::Channel::new(self.inner.channel(&root::CHANNEL, "/"))
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
/// A service of Kraken Websockets API 1.8: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<Root: root::Receiver> {
    /// Handles channel `/`.
    ///
    /// From `asyncapi.yaml:48`.
    pub root: Root,
}
impl<Root: root::Receiver> Service<Root> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([rt::Arc::new(root::Route(self.root)) as rt::Arc<dyn rt::Route>])
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
    /// One of the document's servers, for a program that chooses as it runs: `"public".parse::<Server>()`.
    #[derive(
        ::core::fmt::Debug,
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash
    )]
    pub enum Server {
        /// Server `public`: see [`Public`](struct@Public).
        Public,
        /// Server `private`: see [`Private`](struct@Private).
        Private,
    }
    rt::server_choice!(Server { Public = PUBLIC, Private = PRIVATE });
    /// Server `public`, as the document has it.
    pub static PUBLIC: rt::ServerInfo = rt::ServerInfo {
        name: "public",
        protocol: "wss",
        protocol_version: rt::Option::None,
        host: "ws.kraken.com",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `public`: `wss://ws.kraken.com`.
    ///
    /// Public server available without authorization.
    /// Once the socket is open you can subscribe to a public channel by sending a subscribe request message.
    ///
    /// From `asyncapi.yaml:20`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Public<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Public<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("wss://ws.kraken.com")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(
                &PUBLIC,
                rt::Into::<rt::String>::into(url),
            );
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// Listens in the place of the server, on an address such as `127.0.0.1:0`.
        #[must_use]
        pub fn listen(address: impl rt::Into<rt::String>) -> PublicListener<rt::Given> {
            let inner = rt::ServerBuilder::listen(
                &PUBLIC,
                rt::Into::<rt::String>::into(address),
            );
            PublicListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> PublicListener<rt::Given> {
            let inner = rt::ServerBuilder::listener(&PUBLIC, rt::Arc::new(listener));
            PublicListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Public, PUBLIC, rt::Given);
    impl<Credentials> Public<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Public);
    /// A listener in the place of server `public`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct PublicListener<Authenticator = rt::Given> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }
    impl<Authenticator> PublicListener<Authenticator> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(serve PublicListener);
    /// Server `private`, as the document has it.
    pub static PRIVATE: rt::ServerInfo = rt::ServerInfo {
        name: "private",
        protocol: "wss",
        protocol_version: rt::Option::None,
        host: "ws-auth.kraken.com",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `private`: `wss://ws-auth.kraken.com`.
    ///
    /// Private server that requires authorization.
    /// Once the socket is open you can subscribe to private-data channels by sending an authenticated subscribe request message.
    ///
    /// The API client must request an authentication "token" via the following REST API endpoint "GetWebSocketsToken" to connect to WebSockets Private endpoints. For more details read <https://support.kraken.com/hc/en-us/articles/360034437672-How-to-retrieve-a-WebSocket-authentication-token-Example-code-in-Python-3>
    ///
    /// The resulting token must be provided in the "token" field of any new private WebSocket feed subscription:
    /// ```text
    /// {
    ///   "event": "subscribe",
    ///   "subscription":
    ///   {
    ///     "name": "ownTrades",
    ///     "token": "WW91ciBhdXRoZW50aWNhdGlvbiB0b2tlbiBnb2VzIGhlcmUu"
    ///   }
    /// }
    /// ```
    ///
    /// From `asyncapi.yaml:26`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Private<Credentials = rt::Given> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }
    impl Private<rt::Given> {
        /// The server at the document's own address.
        #[must_use]
        #[allow(clippy::new_without_default)]
        pub fn new() -> Self {
            Self::at("wss://ws-auth.kraken.com")
        }
        /// The server at another URL, or at a host such as `localhost:8787`.
        #[must_use]
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            let inner = rt::ServerBuilder::at(
                &PRIVATE,
                rt::Into::<rt::String>::into(url),
            );
            Self {
                inner,
                credentials: rt::PhantomData,
            }
        }
        /// Listens in the place of the server, on an address such as `127.0.0.1:0`.
        #[must_use]
        pub fn listen(address: impl rt::Into<rt::String>) -> PrivateListener<rt::Given> {
            let inner = rt::ServerBuilder::listen(
                &PRIVATE,
                rt::Into::<rt::String>::into(address),
            );
            PrivateListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
        /// Takes the sessions that a listener of the program's own brings, such as one mounted into its HTTP server.
        #[must_use]
        pub fn listener(listener: impl rt::Listen) -> PrivateListener<rt::Given> {
            let inner = rt::ServerBuilder::listener(&PRIVATE, rt::Arc::new(listener));
            PrivateListener {
                inner,
                authenticator: rt::PhantomData,
            }
        }
    }
    rt::memory_server!(Private, PRIVATE, rt::Given);
    impl<Credentials> Private<Credentials> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(connect Private);
    /// A listener in the place of server `private`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct PrivateListener<Authenticator = rt::Given> {
        inner: rt::ServerBuilder,
        authenticator: rt::PhantomData<Authenticator>,
    }
    impl<Authenticator> PrivateListener<Authenticator> {
        rt::server_settings!();
    }
    rt::endpoint_impls!(serve PrivateListener);
}
