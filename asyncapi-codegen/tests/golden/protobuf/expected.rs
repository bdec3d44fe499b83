#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An order of a customer.
///
/// Sent once for each.
///
/// From `shared/orders.proto:30`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::default::Default
)]
pub struct Order {
    /// The scalars, one each.
    pub ratio: f64,
    /// Field `exact`.
    pub exact: f32,
    /// Field `small`.
    pub small: i32,
    /// Field `number`.
    pub number: i64,
    /// Field `count`.
    pub count: u32,
    /// Field `total`.
    pub total: u64,
    /// Field `delta`.
    pub delta: i32,
    /// Field `offset`.
    pub offset: i64,
    /// Field `crc`.
    pub crc: u32,
    /// Field `hash`.
    pub hash: u64,
    /// Field `low`.
    pub low: i32,
    /// Field `high`.
    pub high: i64,
    /// Field `paid`.
    pub paid: bool,
    /// Field `id`.
    pub id: rt::String,
    /// Field `raw`.
    pub raw: rt::Bytes,
    /// Field `state`.
    pub state: State,
    /// May be absent, which is not empty.
    pub note: rt::Option<rt::String>,
    /// Field `before`.
    pub before: rt::Option<State>,
    /// Field `price`.
    pub price: rt::Option<Money>,
    /// Field `items`.
    pub items: rt::Vec<OrderItem>,
    /// Field `tags`.
    pub tags: rt::Vec<rt::String>,
    /// Field `steps`.
    pub steps: rt::Vec<i32>,
    /// Field `states`.
    pub states: rt::Vec<State>,
    /// Field `loose`.
    pub loose: rt::Vec<i32>,
    /// Field `counts`.
    pub counts: rt::BTreeMap<rt::String, i32>,
    /// Field `by_number`.
    pub by_number: rt::BTreeMap<i64, OrderItem>,
    /// Field `by_truth`.
    pub by_truth: rt::BTreeMap<bool, State>,
    /// How it is delivered.
    pub delivery: rt::Option<OrderDelivery>,
    /// Field `at`.
    pub at: rt::Option<rt::protobuf::Timestamp>,
    /// Field `within`.
    pub within: rt::Option<rt::protobuf::Duration>,
    /// Field `detail`.
    pub detail: rt::Option<rt::protobuf::Any>,
    /// Field `mask`.
    pub mask: rt::Option<rt::protobuf::FieldMask>,
    /// Field `extra`.
    pub extra: rt::Option<rt::protobuf::Struct>,
    /// Field `any_json`.
    pub any_json: rt::Option<rt::protobuf::Value>,
    /// Field `comment`.
    pub comment: rt::Option<rt::String>,
    /// Field `wrapped`.
    pub wrapped: rt::Vec<i64>,
    /// Field `nothing`.
    pub nothing: rt::protobuf::NullValue,
}
impl rt::protobuf::Message for Order {
    const NAME: &'static str = "acme.orders.Order";
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.plain(1, rt::protobuf::Double, &self.ratio);
        to.plain(2, rt::protobuf::Float, &self.exact);
        to.plain(3, rt::protobuf::Int32, &self.small);
        to.plain(4, rt::protobuf::Int64, &self.number);
        to.plain(5, rt::protobuf::Uint32, &self.count);
        to.plain(6, rt::protobuf::Uint64, &self.total);
        to.plain(7, rt::protobuf::Sint32, &self.delta);
        to.plain(8, rt::protobuf::Sint64, &self.offset);
        to.plain(9, rt::protobuf::Fixed32, &self.crc);
        to.plain(10, rt::protobuf::Fixed64, &self.hash);
        to.plain(11, rt::protobuf::Sfixed32, &self.low);
        to.plain(12, rt::protobuf::Sfixed64, &self.high);
        to.plain(13, rt::protobuf::Bool, &self.paid);
        to.plain(14, rt::protobuf::Text, &self.id);
        to.plain(15, rt::protobuf::Octets, &self.raw);
        to.plain(16, rt::protobuf::Number, &self.state);
        to.optional(17, rt::protobuf::Text, &self.note);
        to.optional(18, rt::protobuf::Number, &self.before);
        to.optional(19, rt::protobuf::Embedded, &self.price);
        to.repeated(20, rt::protobuf::Embedded, &self.items);
        to.repeated(21, rt::protobuf::Text, &self.tags);
        to.packed(22, rt::protobuf::Sint32, &self.steps);
        to.packed(23, rt::protobuf::Number, &self.states);
        to.repeated(24, rt::protobuf::Int32, &self.loose);
        to.map(25, rt::protobuf::Text, rt::protobuf::Int32, &self.counts);
        to.map(26, rt::protobuf::Int64, rt::protobuf::Embedded, &self.by_number);
        to.map(27, rt::protobuf::Bool, rt::protobuf::Number, &self.by_truth);
        to.one_of(&self.delivery);
        to.optional(40, rt::protobuf::Embedded, &self.at);
        to.optional(41, rt::protobuf::Embedded, &self.within);
        to.optional(42, rt::protobuf::Embedded, &self.detail);
        to.optional(43, rt::protobuf::Embedded, &self.mask);
        to.optional(44, rt::protobuf::Embedded, &self.extra);
        to.optional(45, rt::protobuf::Embedded, &self.any_json);
        to.optional(46, rt::protobuf::Wrapped(rt::protobuf::Text), &self.comment);
        to.repeated(47, rt::protobuf::Wrapped(rt::protobuf::Int64), &self.wrapped);
        to.plain(48, rt::protobuf::Number, &self.nothing);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Double, &mut self.ratio),
            2 => field.value(rt::protobuf::Float, &mut self.exact),
            3 => field.value(rt::protobuf::Int32, &mut self.small),
            4 => field.value(rt::protobuf::Int64, &mut self.number),
            5 => field.value(rt::protobuf::Uint32, &mut self.count),
            6 => field.value(rt::protobuf::Uint64, &mut self.total),
            7 => field.value(rt::protobuf::Sint32, &mut self.delta),
            8 => field.value(rt::protobuf::Sint64, &mut self.offset),
            9 => field.value(rt::protobuf::Fixed32, &mut self.crc),
            10 => field.value(rt::protobuf::Fixed64, &mut self.hash),
            11 => field.value(rt::protobuf::Sfixed32, &mut self.low),
            12 => field.value(rt::protobuf::Sfixed64, &mut self.high),
            13 => field.value(rt::protobuf::Bool, &mut self.paid),
            14 => field.value(rt::protobuf::Text, &mut self.id),
            15 => field.value(rt::protobuf::Octets, &mut self.raw),
            16 => field.value(rt::protobuf::Number, &mut self.state),
            17 => field.optional(rt::protobuf::Text, &mut self.note),
            18 => field.optional(rt::protobuf::Number, &mut self.before),
            19 => field.optional(rt::protobuf::Embedded, &mut self.price),
            20 => field.repeated(rt::protobuf::Embedded, &mut self.items),
            21 => field.repeated(rt::protobuf::Text, &mut self.tags),
            22 => field.repeated(rt::protobuf::Sint32, &mut self.steps),
            23 => field.repeated(rt::protobuf::Number, &mut self.states),
            24 => field.repeated(rt::protobuf::Int32, &mut self.loose),
            25 => field.map(rt::protobuf::Text, rt::protobuf::Int32, &mut self.counts),
            26 => {
                field
                    .map(
                        rt::protobuf::Int64,
                        rt::protobuf::Embedded,
                        &mut self.by_number,
                    )
            }
            27 => field.map(rt::protobuf::Bool, rt::protobuf::Number, &mut self.by_truth),
            28 | 29 | 30 | 31 => field.one_of(&mut self.delivery),
            40 => field.optional(rt::protobuf::Embedded, &mut self.at),
            41 => field.optional(rt::protobuf::Embedded, &mut self.within),
            42 => field.optional(rt::protobuf::Embedded, &mut self.detail),
            43 => field.optional(rt::protobuf::Embedded, &mut self.mask),
            44 => field.optional(rt::protobuf::Embedded, &mut self.extra),
            45 => field.optional(rt::protobuf::Embedded, &mut self.any_json),
            46 => {
                field
                    .optional(
                        rt::protobuf::Wrapped(rt::protobuf::Text),
                        &mut self.comment,
                    )
            }
            47 => {
                field
                    .repeated(
                        rt::protobuf::Wrapped(rt::protobuf::Int64),
                        &mut self.wrapped,
                    )
            }
            48 => field.value(rt::protobuf::Number, &mut self.nothing),
            _ => field.skip(),
        }
    }
}
/// The state of an order.
///
/// From `shared/orders.proto:18`.
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
pub enum State {
    /// The value `STATE_UNSPECIFIED`.
    Unspecified,
    /// Waits for payment.
    Open,
    /// The value `STATE_SHIPPED`.
    Shipped,
    /// The value `STATE_LOST`.
    ///
    /// **Deprecated**, says the document.
    Lost,
    /// A number that the document does not name.
    Other(i32),
}
rt::protobuf_enum!(
    State { Unspecified = 0 "STATE_UNSPECIFIED", Open = 1 "STATE_OPEN", Shipped = 5
    "STATE_SHIPPED", Lost = - 1 "STATE_LOST" } Other, Unspecified
);
/// An amount of money.
///
/// From `shared/acme/money.proto:6`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Money {
    /// Field `currency`.
    pub currency: Currency,
    /// Field `units`.
    pub units: i64,
}
impl rt::protobuf::Message for Money {
    const NAME: &'static str = "acme.Money";
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.plain(1, rt::protobuf::Number, &self.currency);
        to.plain(2, rt::protobuf::Int64, &self.units);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Number, &mut self.currency),
            2 => field.value(rt::protobuf::Int64, &mut self.units),
            _ => field.skip(),
        }
    }
}
/// A message.
///
/// From `shared/orders.proto:80`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct OrderItem {
    /// Field `sku`.
    pub sku: rt::String,
    /// Field `quantity`.
    pub quantity: u32,
    /// Field `kind`.
    pub kind: OrderItemKind,
}
impl rt::protobuf::Message for OrderItem {
    const NAME: &'static str = "acme.orders.Order.Item";
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.plain(1, rt::protobuf::Text, &self.sku);
        to.plain(2, rt::protobuf::Uint32, &self.quantity);
        to.plain(3, rt::protobuf::Number, &self.kind);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Text, &mut self.sku),
            2 => field.value(rt::protobuf::Uint32, &mut self.quantity),
            3 => field.value(rt::protobuf::Number, &mut self.kind),
            _ => field.skip(),
        }
    }
}
/// How it is delivered.
///
/// From `shared/orders.proto:62`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum OrderDelivery {
    /// To an address.
    Post(OrderAddress),
    /// The field of this name.
    PickUp(rt::String),
    /// The field of this name.
    Later(State),
    /// The field of this name.
    Never(rt::protobuf::Empty),
}
impl ::core::convert::From<OrderAddress> for OrderDelivery {
    #[inline]
    fn from(value: OrderAddress) -> Self {
        Self::Post(value)
    }
}
impl ::core::convert::From<State> for OrderDelivery {
    #[inline]
    fn from(value: State) -> Self {
        Self::Later(value)
    }
}
impl rt::protobuf::OneOf for OrderDelivery {
    fn write(&self, to: &mut rt::protobuf::Writer) {
        match self {
            Self::Post(value) => to.value(28, rt::protobuf::Embedded, value),
            Self::PickUp(value) => to.value(29, rt::protobuf::Text, value),
            Self::Later(value) => to.value(30, rt::protobuf::Number, value),
            Self::Never(value) => to.value(31, rt::protobuf::Embedded, value),
        }
    }
    fn read(
        this: &mut rt::Option<Self>,
        field: &mut rt::protobuf::Field<'_, '_>,
    ) -> rt::protobuf::Read {
        match field.number() {
            28 => {
                field
                    .merged_arm(
                        rt::protobuf::Embedded,
                        this,
                        Self::Post,
                        |old| match old {
                            Self::Post(value) => rt::Some(value),
                            _ => rt::None,
                        },
                    )
            }
            29 => field.arm(rt::protobuf::Text, this, Self::PickUp),
            30 => field.arm(rt::protobuf::Number, this, Self::Later),
            31 => {
                field
                    .merged_arm(
                        rt::protobuf::Embedded,
                        this,
                        Self::Never,
                        |old| match old {
                            Self::Never(value) => rt::Some(value),
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
/// From `shared/orders.proto:91`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct OrderAddress {
    /// Field `lines`.
    pub lines: rt::Vec<rt::String>,
}
impl rt::protobuf::Message for OrderAddress {
    const NAME: &'static str = "acme.orders.Order.Address";
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.repeated(1, rt::protobuf::Text, &self.lines);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.repeated(rt::protobuf::Text, &mut self.lines),
            _ => field.skip(),
        }
    }
}
/// One of the values that the document names, or any other number.
///
/// From `shared/orders.proto:85`.
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
pub enum OrderItemKind {
    /// The value `KIND_GOODS`.
    Goods,
    /// The value `KIND_SERVICE`.
    Service,
    /// A number that the document does not name.
    Other(i32),
}
rt::protobuf_enum!(
    OrderItemKind { Goods = 0 "KIND_GOODS", Service = 1 "KIND_SERVICE" } Other, Goods
);
/// One of the values that the document names, or any other number.
///
/// From `shared/currency.proto:4`.
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
pub enum Currency {
    /// The value `EUR`.
    Eur,
    /// The value `USD`.
    Usd,
    /// A number that the document does not name.
    Other(i32),
}
rt::protobuf_enum!(Currency { Eur = 0 "EUR", Usd = 1 "USD" } Other, Eur);
/// A message.
///
/// From `shared/events.proto:6`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Opened {
    /// Field `id`.
    pub id: rt::String,
    /// Field `price`.
    pub price: rt::Option<Money>,
}
impl rt::protobuf::Message for Opened {
    const NAME: &'static str = "acme.events.Opened";
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.plain(1, rt::protobuf::Text, &self.id);
        to.optional(2, rt::protobuf::Embedded, &self.price);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Text, &mut self.id),
            2 => field.optional(rt::protobuf::Embedded, &mut self.price),
            _ => field.skip(),
        }
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:24`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct OpenedHeaders {
    /// Property `trace`.
    pub trace: rt::String,
}
impl rt::Object for OpenedHeaders {
    const NAME: &'static str = "OpenedHeaders";
    const FIELDS: &'static [&'static str] = &["trace"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut trace = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut trace, "trace")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            trace: map.required(trace, "trace")?,
        })
    }
}
impl rt::Wire for OpenedHeaders {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("trace", &self.trace)?;
        object.end()
    }
}
rt::serde_impls!(OpenedHeaders);
/// No more of it.
///
/// From `shared/events.proto:16`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct EventClosed {
    /// Field `id`.
    pub id: rt::String,
    /// Field `currency`.
    pub currency: Currency,
}
impl rt::protobuf::Message for EventClosed {
    const NAME: &'static str = "acme.events.Event.Closed";
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.plain(1, rt::protobuf::Text, &self.id);
        to.plain(2, rt::protobuf::Number, &self.currency);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Text, &mut self.id),
            2 => field.value(rt::protobuf::Number, &mut self.currency),
            _ => field.skip(),
        }
    }
}
/// A setting, as it was.
///
/// From `asyncapi.yaml:47`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::default::Default
)]
pub struct Setting {
    /// Field `name`.
    pub name: rt::String,
    /// Field `level`.
    pub level: Level,
    /// Field `limit`.
    pub limit: rt::Option<i32>,
    /// Field `ratio`.
    pub ratio: rt::Option<f64>,
    /// Field `kind`.
    pub kind: rt::Option<rt::String>,
    /// Field `raw`.
    pub raw: rt::Option<rt::Bytes>,
    /// Field `on`.
    pub on: rt::Option<bool>,
    /// Field `other`.
    pub other: rt::Option<Level>,
    /// Field `exact`.
    pub exact: rt::Option<f32>,
    /// Field `loose`.
    pub loose: rt::Vec<i32>,
    /// Field `tight`.
    pub tight: rt::Vec<i32>,
    /// Field `point`.
    pub point: SettingPoint,
    /// Field `last`.
    ///
    /// **Deprecated**, says the document.
    pub last: rt::Option<u64>,
}
impl Setting {
    /// With what is required; the rest is absent.
    #[must_use]
    #[inline]
    pub fn new(name: rt::String, level: Level, point: SettingPoint) -> Self {
        Self {
            name,
            level,
            point,
            ..rt::Default::default()
        }
    }
    ///`limit`, or its default.
    #[must_use]
    #[inline]
    pub fn limit_or_default(&self) -> i32 {
        self.limit.unwrap_or(-10)
    }
    ///`ratio`, or its default.
    #[must_use]
    #[inline]
    pub fn ratio_or_default(&self) -> f64 {
        self.ratio.unwrap_or(f64::INFINITY)
    }
    ///`kind`, or its default.
    #[must_use]
    #[inline]
    pub fn kind_or_default(&self) -> &str {
        self.kind.as_deref().unwrap_or("te\"xt")
    }
    ///`raw`, or its default.
    #[must_use]
    #[inline]
    pub fn raw_or_default(&self) -> &[u8] {
        self.raw.as_deref().unwrap_or(b"\0\xFF")
    }
    ///`on`, or its default.
    #[must_use]
    #[inline]
    pub fn on_or_default(&self) -> bool {
        self.on.unwrap_or(true)
    }
    ///`other`, or its default.
    #[must_use]
    #[inline]
    pub fn other_or_default(&self) -> Level {
        self.other.unwrap_or(Level::Low)
    }
    ///`exact`, or its default.
    #[must_use]
    #[inline]
    pub fn exact_or_default(&self) -> f32 {
        self.exact.unwrap_or(1.0)
    }
    ///`last`, or its default.
    #[must_use]
    #[inline]
    pub fn last_or_default(&self) -> u64 {
        self.last.unwrap_or(18446744073709551615)
    }
}
impl rt::protobuf::Message for Setting {
    const NAME: &'static str = "acme.old.Setting";
    const REQUIRED: &'static [u32] = &[1, 2, 11];
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.value(1, rt::protobuf::Text, &self.name);
        to.value(2, rt::protobuf::Number, &self.level);
        to.optional(3, rt::protobuf::Int32, &self.limit);
        to.optional(4, rt::protobuf::Double, &self.ratio);
        to.optional(5, rt::protobuf::Text, &self.kind);
        to.optional(6, rt::protobuf::Octets, &self.raw);
        to.optional(7, rt::protobuf::Bool, &self.on);
        to.optional(8, rt::protobuf::Number, &self.other);
        to.repeated(9, rt::protobuf::Int32, &self.loose);
        to.packed(10, rt::protobuf::Int32, &self.tight);
        to.value(11, rt::protobuf::Embedded, &self.point);
        to.optional(13, rt::protobuf::Float, &self.exact);
        to.optional(536870911, rt::protobuf::Uint64, &self.last);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Text, &mut self.name),
            2 => field.value(rt::protobuf::Number, &mut self.level),
            3 => field.optional(rt::protobuf::Int32, &mut self.limit),
            4 => field.optional(rt::protobuf::Double, &mut self.ratio),
            5 => field.optional(rt::protobuf::Text, &mut self.kind),
            6 => field.optional(rt::protobuf::Octets, &mut self.raw),
            7 => field.optional(rt::protobuf::Bool, &mut self.on),
            8 => field.optional(rt::protobuf::Number, &mut self.other),
            13 => field.optional(rt::protobuf::Float, &mut self.exact),
            9 => field.repeated(rt::protobuf::Int32, &mut self.loose),
            10 => field.repeated(rt::protobuf::Int32, &mut self.tight),
            11 => field.value(rt::protobuf::Embedded, &mut self.point),
            536870911 => field.optional(rt::protobuf::Uint64, &mut self.last),
            _ => field.skip(),
        }
    }
}
/// One of the values that the document names, or any other number.
///
/// From `asyncapi.yaml:70`.
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
pub enum Level {
    /// The value `LEVEL_HIGH`.
    High,
    /// The value `LEVEL_LOW`.
    Low,
    /// A number that the document does not name.
    Other(i32),
}
impl Level {
    ///The value `LEVEL_TOP`.
    pub const TOP: Self = Self::High;
}
rt::protobuf_enum!(Level { High = 3 "LEVEL_HIGH", Low = 1 "LEVEL_LOW" } Other, High);
/// A message.
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
pub struct SettingPoint {
    /// Field `x`.
    pub x: i32,
    /// Field `y`.
    pub y: i32,
}
impl rt::protobuf::Message for SettingPoint {
    const NAME: &'static str = "acme.old.Setting.Point";
    const REQUIRED: &'static [u32] = &[1, 2];
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.value(1, rt::protobuf::Sint32, &self.x);
        to.value(2, rt::protobuf::Sint32, &self.y);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.value(rt::protobuf::Sint32, &mut self.x),
            2 => field.value(rt::protobuf::Sint32, &mut self.y),
            _ => field.skip(),
        }
    }
}
/// A message.
///
/// From `asyncapi.yaml:84`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Tree {
    /// Field `left`.
    pub left: rt::Option<rt::Box<Tree>>,
    /// Field `more`.
    pub more: rt::Vec<Tree>,
    /// Field `named`.
    pub named: rt::BTreeMap<rt::String, Tree>,
    /// Field `leaf`.
    pub leaf: rt::Option<TreeLeaf>,
}
impl rt::protobuf::Message for Tree {
    const NAME: &'static str = "Tree";
    fn write(&self, to: &mut rt::protobuf::Writer) {
        to.optional(1, rt::protobuf::Embedded, &self.left);
        to.repeated(2, rt::protobuf::Embedded, &self.more);
        to.map(3, rt::protobuf::Text, rt::protobuf::Embedded, &self.named);
        to.one_of(&self.leaf);
    }
    fn read(&mut self, field: &mut rt::protobuf::Field<'_, '_>) -> rt::protobuf::Read {
        match field.number() {
            1 => field.optional(rt::protobuf::Embedded, &mut self.left),
            2 => field.repeated(rt::protobuf::Embedded, &mut self.more),
            3 => field.map(rt::protobuf::Text, rt::protobuf::Embedded, &mut self.named),
            4 | 5 => field.one_of(&mut self.leaf),
            _ => field.skip(),
        }
    }
}
/// One of several fields.
///
/// From `asyncapi.yaml:88`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum TreeLeaf {
    /// The field of this name.
    Grafted(rt::Box<Tree>),
    /// The field of this name.
    Label(rt::String),
}
impl rt::protobuf::OneOf for TreeLeaf {
    fn write(&self, to: &mut rt::protobuf::Writer) {
        match self {
            Self::Grafted(value) => to.value(4, rt::protobuf::Embedded, value),
            Self::Label(value) => to.value(5, rt::protobuf::Text, value),
        }
    }
    fn read(
        this: &mut rt::Option<Self>,
        field: &mut rt::protobuf::Field<'_, '_>,
    ) -> rt::protobuf::Read {
        match field.number() {
            4 => {
                field
                    .merged_arm(
                        rt::protobuf::Embedded,
                        this,
                        Self::Grafted,
                        |old| match old {
                            Self::Grafted(value) => rt::Some(value),
                            _ => rt::None,
                        },
                    )
            }
            5 => field.arm(rt::protobuf::Text, this, Self::Label),
            _ => field.skip(),
        }
    }
}
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Order", 0x22d1f6eba8bcc5f4),
    ("State", 0xcd2b4f22c81f07c8),
    ("Money", 0xe423a1ec76c2ea69),
    ("OrderItem", 0xc5bbd0e06f3229d8),
    ("OrderDelivery", 0xb07003d40a771cc2),
    ("OrderAddress", 0xd33e0d7d376d59dc),
    ("OrderItemKind", 0xfb16b60d5929648b),
    ("Currency", 0x4826f4512ebaac9d),
    ("Opened", 0xdf55a169cc0f7c0d),
    ("OpenedHeaders", 0x990fe9d86f2f527),
    ("EventClosed", 0x4d23ef374a651f49),
    ("Setting", 0x112dd5c069741fce),
    ("Level", 0x3ac4f82fd08fcd67),
    ("SettingPoint", 0x754832ee091e9075),
    ("Tree", 0x368f5d67a90d897d),
    ("TreeLeaf", 0x792b8e4859327dae),
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
        content_type: "application/x-protobuf",
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
        /// From `asyncapi.yaml:94`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn order(&self, message: &super::Order) -> rt::Send<'_> {
            self.link.send(&ORDER, &ORDER_MESSAGE, &rt::protobuf::AsProtobuf(message))
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
        /// From `asyncapi.yaml:94`.
        fn order(
            &self,
            message: &super::Order,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn order(
            &self,
            message: &super::Order,
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
        Order(super::Order),
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
            message: &super::Order,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Order(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `events`, at `events`.
///
/// From `asyncapi.yaml:17`.
pub mod events {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `events`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "events",
        address: rt::Option::Some("events"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `opened`, as the document has it.
    pub static OPENED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "opened",
        content_type: "application/vnd.acme.opened",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `closed`, as the document has it.
    pub static CLOSED_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "closed",
        content_type: "application/vnd.acme.closed",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `event`, as the document has it.
    pub static EVENT: rt::OperationInfo = rt::OperationInfo {
        name: "event",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What operation `event` sends.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Event {
        /// Message `opened`.
        ///
        /// From `asyncapi.yaml:21`.
        Opened(rt::WithHeaders<super::Opened, super::OpenedHeaders>),
        /// Message `closed`.
        ///
        /// From `asyncapi.yaml:31`.
        Closed(super::EventClosed),
    }
    impl rt::From<rt::WithHeaders<super::Opened, super::OpenedHeaders>> for Event {
        fn from(message: rt::WithHeaders<super::Opened, super::OpenedHeaders>) -> Self {
            Self::Opened(message)
        }
    }
    impl rt::From<super::EventClosed> for Event {
        fn from(message: super::EventClosed) -> Self {
            Self::Closed(message)
        }
    }
    /// A handle on channel `events`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:17`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `event`: sends `opened`, `closed`.
        ///
        /// From `asyncapi.yaml:95`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn event(&self, message: impl rt::Into<Event>) -> rt::Send<'_> {
            let message: Event = message.into();
            match &message {
                Event::Opened(message) => {
                    self.link
                        .send(
                            &EVENT,
                            &OPENED_MESSAGE,
                            &rt::protobuf::AsProtobuf(message),
                        )
                }
                Event::Closed(message) => {
                    self.link
                        .send(
                            &EVENT,
                            &CLOSED_MESSAGE,
                            &rt::protobuf::AsProtobuf(message),
                        )
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
    /// What this side sends on channel `events`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `event`: sends `opened`, `closed`.
        ///
        /// From `asyncapi.yaml:95`.
        fn event(
            &self,
            message: impl rt::Into<Event> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn event(
            &self,
            message: impl rt::Into<Event> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::event(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `event`.
        Event(Event),
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
        fn event(
            &self,
            message: impl rt::Into<Event> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Event(message.into()));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `legacy`, at `legacy`.
///
/// From `asyncapi.yaml:36`.
pub mod legacy {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `legacy`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "legacy",
        address: rt::Option::Some("legacy"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `legacy`, as the document has it.
    pub static LEGACY_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "legacy",
        content_type: "application/x-protobuf",
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
    /// A handle on channel `legacy`. Cheap to clone.
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
        /// Operation `set`: sends `legacy`.
        ///
        /// From `asyncapi.yaml:96`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn set(&self, message: &super::Setting) -> rt::Send<'_> {
            self.link.send(&SET, &LEGACY_MESSAGE, &rt::protobuf::AsProtobuf(message))
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
    /// What this side sends on channel `legacy`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `set`: sends `legacy`.
        ///
        /// From `asyncapi.yaml:96`.
        fn set(
            &self,
            message: &super::Setting,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn set(
            &self,
            message: &super::Setting,
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
        Set(super::Setting),
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
            message: &super::Setting,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Set(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// Channel `tree`, at `tree`.
///
/// From `asyncapi.yaml:76`.
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
        content_type: "application/x-protobuf",
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
    /// From `asyncapi.yaml:76`.
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
        /// From `asyncapi.yaml:97`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn grow(&self, message: &super::Tree) -> rt::Send<'_> {
            self.link.send(&GROW, &TREE_MESSAGE, &rt::protobuf::AsProtobuf(message))
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
        /// From `asyncapi.yaml:97`.
        fn grow(
            &self,
            message: &super::Tree,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn grow(
            &self,
            message: &super::Tree,
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
        Grow(super::Tree),
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
            message: &super::Tree,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Grow(rt::Clone::clone(message)));
            rt::ready(rt::Result::Ok(()))
        }
    }
}
/// A client of Orders in Protobuf 1.0.0: sends, and pulls what comes in.
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
                &[&orders::CHANNEL, &events::CHANNEL, &legacy::CHANNEL, &tree::CHANNEL],
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
                &[&orders::CHANNEL, &events::CHANNEL, &legacy::CHANNEL, &tree::CHANNEL],
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
    /// Channel `events`.
    ///
    /// From `asyncapi.yaml:17`.
    #[must_use]
    pub fn events(&self) -> events::Channel {
        events::Channel::new(self.inner.channel(&events::CHANNEL, "events"))
    }
    /// Channel `legacy`.
    ///
    /// From `asyncapi.yaml:36`.
    #[must_use]
    pub fn legacy(&self) -> legacy::Channel {
        legacy::Channel::new(self.inner.channel(&legacy::CHANNEL, "legacy"))
    }
    /// Channel `tree`.
    ///
    /// From `asyncapi.yaml:76`.
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
        host: "localhost:9092",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    /// Server `broker`: `kafka://localhost:9092`.
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
            Self::at("kafka://localhost:9092")
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
