#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An order.
///
/// From `asyncapi.yaml:109`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Order {
    /// Given by the shop.
    pub id: rt::Json,
    /// Property `number`.
    pub number: i64,
    /// Property `small`.
    pub small: i32,
    /// Property `ratio`.
    pub ratio: f32,
    /// Property `exact`.
    pub exact: f64,
    /// Property `paid`.
    pub paid: bool,
    /// Property `note`.
    pub note: rt::Option<rt::String>,
    /// Property `raw`.
    pub raw: rt::Bytes,
    /// Property `digest`.
    pub digest: Digest,
    /// Property `state`.
    pub state: State,
    /// Property `tags`.
    pub tags: rt::Vec<rt::String>,
    /// Property `counts`.
    pub counts: rt::BTreeMap<rt::String, i64>,
    /// Property `price`.
    pub price: rt::Json,
    /// Property `tax`.
    pub tax: rt::Json,
    /// Property `day`.
    pub day: rt::Json,
    /// Property `at_ms`.
    pub at_ms: rt::Json,
    /// Property `at_us`.
    pub at_us: rt::Json,
    /// Property `when_ms`.
    pub when_ms: rt::Json,
    /// Property `when_us`.
    pub when_us: rt::Json,
    /// Property `local`.
    pub local: rt::Json,
    /// Property `span`.
    pub span: rt::Json,
    /// Property `value`.
    pub value: rt::Option<OrderValue>,
    /// Property `next`.
    pub next: rt::Option<rt::Box<Order>>,
}
impl Order {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[allow(clippy::too_many_arguments)]
    #[inline]
    pub fn new(
        id: rt::Json,
        number: i64,
        small: i32,
        ratio: f32,
        exact: f64,
        paid: bool,
        raw: rt::Bytes,
        digest: Digest,
        state: State,
        tags: rt::Vec<rt::String>,
        counts: rt::BTreeMap<rt::String, i64>,
        price: rt::Json,
        tax: rt::Json,
        day: rt::Json,
        at_ms: rt::Json,
        at_us: rt::Json,
        when_ms: rt::Json,
        when_us: rt::Json,
        local: rt::Json,
        span: rt::Json,
        value: rt::Option<OrderValue>,
    ) -> Self {
        Self {
            id,
            number,
            small,
            ratio,
            exact,
            paid,
            note: rt::None,
            raw,
            digest,
            state,
            tags,
            counts,
            price,
            tax,
            day,
            at_ms,
            at_us,
            when_ms,
            when_us,
            local,
            span,
            value,
            next: rt::None,
        }
    }
}
impl rt::Object for Order {
    const NAME: &'static str = "Order";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "number",
        "small",
        "ratio",
        "exact",
        "paid",
        "note",
        "raw",
        "digest",
        "state",
        "tags",
        "counts",
        "price",
        "tax",
        "day",
        "at_ms",
        "at_us",
        "when_ms",
        "when_us",
        "local",
        "span",
        "value",
        "next",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut id = rt::None;
        let mut number = rt::None;
        let mut small = rt::None;
        let mut ratio = rt::None;
        let mut exact = rt::None;
        let mut paid = rt::None;
        let mut note = rt::None;
        let mut raw = rt::None;
        let mut digest = rt::None;
        let mut state = rt::None;
        let mut tags = rt::None;
        let mut counts = rt::None;
        let mut price = rt::None;
        let mut tax = rt::None;
        let mut day = rt::None;
        let mut at_ms = rt::None;
        let mut at_us = rt::None;
        let mut when_ms = rt::None;
        let mut when_us = rt::None;
        let mut local = rt::None;
        let mut span = rt::None;
        let mut value = rt::None;
        let mut next = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut id, "id")?,
                1 => map.read(&mut number, "number")?,
                2 => map.read(&mut small, "small")?,
                3 => map.read(&mut ratio, "ratio")?,
                4 => map.read(&mut exact, "exact")?,
                5 => map.read(&mut paid, "paid")?,
                6 => map.read(&mut note, "note")?,
                7 => map.read(&mut raw, "raw")?,
                8 => map.read(&mut digest, "digest")?,
                9 => map.read(&mut state, "state")?,
                10 => map.read(&mut tags, "tags")?,
                11 => map.read(&mut counts, "counts")?,
                12 => map.read(&mut price, "price")?,
                13 => map.read(&mut tax, "tax")?,
                14 => map.read(&mut day, "day")?,
                15 => map.read(&mut at_ms, "at_ms")?,
                16 => map.read(&mut at_us, "at_us")?,
                17 => map.read(&mut when_ms, "when_ms")?,
                18 => map.read(&mut when_us, "when_us")?,
                19 => map.read(&mut local, "local")?,
                20 => map.read(&mut span, "span")?,
                21 => map.read(&mut value, "value")?,
                22 => map.read(&mut next, "next")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            id: map.required(id, "id")?,
            number: map.required(number, "number")?,
            small: map.required(small, "small")?,
            ratio: map.required(ratio, "ratio")?,
            exact: map.required(exact, "exact")?,
            paid: map.required(paid, "paid")?,
            note,
            raw: map.required(raw, "raw")?,
            digest: map.required(digest, "digest")?,
            state: map.required(state, "state")?,
            tags: map.required(tags, "tags")?,
            counts: map.required(counts, "counts")?,
            price: map.required(price, "price")?,
            tax: map.required(tax, "tax")?,
            day: map.required(day, "day")?,
            at_ms: map.required(at_ms, "at_ms")?,
            at_us: map.required(at_us, "at_us")?,
            when_ms: map.required(when_ms, "when_ms")?,
            when_us: map.required(when_us, "when_us")?,
            local: map.required(local, "local")?,
            span: map.required(span, "span")?,
            value: map.required(value, "value")?,
            next,
        })
    }
}
impl rt::Wire for Order {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("id", &self.id)?;
        object.field("number", &self.number)?;
        object.field("small", &self.small)?;
        object.field("ratio", &self.ratio)?;
        object.field("exact", &self.exact)?;
        object.field("paid", &self.paid)?;
        object.optional("note", &self.note)?;
        object.field("raw", &self.raw)?;
        object.field("digest", &self.digest)?;
        object.field("state", &self.state)?;
        object.field("tags", &self.tags)?;
        object.field("counts", &self.counts)?;
        object.field("price", &self.price)?;
        object.field("tax", &self.tax)?;
        object.field("day", &self.day)?;
        object.field("at_ms", &self.at_ms)?;
        object.field("at_us", &self.at_us)?;
        object.field("when_ms", &self.when_ms)?;
        object.field("when_us", &self.when_us)?;
        object.field("local", &self.local)?;
        object.field("span", &self.span)?;
        object.field("value", &self.value)?;
        object.optional("next", &self.next)?;
        object.end()
    }
}
rt::serde_impls!(Order);
/// A type of the document with rules of its own.
///
/// From `asyncapi.yaml:118`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub struct Digest(pub rt::Bytes);
rt::newtype!(plain Digest(rt::Bytes));
impl rt::Wire for Digest {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::arm(Self, from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::Wire::write(&self.0, to)
    }
}
rt::serde_impls!(Digest);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:119`.
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
    /// The value `OPEN`.
    Open,
    /// The value `SHIPPED`.
    Shipped,
}
rt::text_enum!(State { Open = "OPEN", Shipped = "SHIPPED" });
/// One of several alternatives.
///
/// From `asyncapi.yaml:131`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub enum OrderValue {
    /// One of the alternatives.
    Long(i64),
    /// One of the alternatives.
    String(rt::String),
    /// One of the alternatives.
    State(State),
    /// One of the alternatives.
    Digest(Digest),
    /// One of the alternatives.
    Point(Point),
}
impl ::core::convert::From<State> for OrderValue {
    #[inline]
    fn from(value: State) -> Self {
        Self::State(value)
    }
}
impl ::core::convert::From<Digest> for OrderValue {
    #[inline]
    fn from(value: Digest) -> Self {
        Self::Digest(value)
    }
}
impl ::core::convert::From<Point> for OrderValue {
    #[inline]
    fn from(value: Point) -> Self {
        Self::Point(value)
    }
}
impl rt::ByKind for OrderValue {
    const NAME: &'static str = "OrderValue";
    fn arm<'de, D: rt::Deserializer<'de>>(
        kind: rt::JsonKind,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        let _ = from;
        match kind {
            _ => rt::Err(rt::no_variant::<Self, D::Error>()),
        }
    }
}
impl rt::Wire for OrderValue {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_by_kind(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::Long(value) => rt::Wire::write(value, to),
            Self::String(value) => rt::Wire::write(value, to),
            Self::State(value) => rt::Wire::write(value, to),
            Self::Digest(value) => rt::Wire::write(value, to),
            Self::Point(value) => rt::Wire::write(value, to),
        }
    }
}
rt::serde_impls!(OrderValue);
/// An object of the document.
///
/// From `asyncapi.yaml:131`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Point {
    /// Property `x`.
    pub x: f64,
}
impl rt::Object for Point {
    const NAME: &'static str = "Point";
    const FIELDS: &'static [&'static str] = &["x"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut x = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut x, "x")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { x: map.required(x, "x")? })
    }
}
impl rt::Wire for Point {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("x", &self.x)?;
        object.end()
    }
}
rt::serde_impls!(Point);
/// What is set, with `defaults`.
///
/// From `asyncapi.yaml:36`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Setting {
    /// Property `name`.
    pub name: rt::String,
    /// What it is of.
    pub r#type: rt::String,
    /// Property `limit`.
    pub limit: i32,
    /// Property `ratio`.
    pub ratio: f32,
    /// Property `exact`.
    pub exact: f64,
    /// Property `on`.
    pub on: bool,
    /// Property `level`.
    pub level: Level,
    /// Property `words`.
    pub words: rt::Vec<SettingWord>,
    /// Property `scores`.
    pub scores: rt::BTreeMap<rt::String, rt::Option<f64>>,
    /// Property `map`.
    pub map: rt::Option<rt::Bytes>,
    /// Property `odd`.
    pub odd: SettingOdd,
}
impl Setting {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(name: rt::String, odd: SettingOdd) -> Self {
        Self {
            name,
            r#type: rt::text("text"),
            limit: 10,
            ratio: 1.0,
            exact: -0.5,
            on: true,
            level: Level::High,
            words: rt::Default::default(),
            scores: rt::Default::default(),
            map: rt::None,
            odd,
        }
    }
}
impl rt::Object for Setting {
    const NAME: &'static str = "Setting";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "type",
        "limit",
        "ratio",
        "exact",
        "on",
        "level",
        "words",
        "scores",
        "map",
        "odd",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut name = rt::None;
        let mut r#type = rt::None;
        let mut limit = rt::None;
        let mut ratio = rt::None;
        let mut exact = rt::None;
        let mut on = rt::None;
        let mut level = rt::None;
        let mut words = rt::None;
        let mut scores = rt::None;
        let mut map_field = rt::None;
        let mut odd = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut name, "name")?,
                1 => map.read(&mut r#type, "type")?,
                2 => map.read(&mut limit, "limit")?,
                3 => map.read(&mut ratio, "ratio")?,
                4 => map.read(&mut exact, "exact")?,
                5 => map.read(&mut on, "on")?,
                6 => map.read(&mut level, "level")?,
                7 => map.read(&mut words, "words")?,
                8 => map.read(&mut scores, "scores")?,
                9 => map.read(&mut map_field, "map")?,
                10 => map.read(&mut odd, "odd")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            name: map.required(name, "name")?,
            r#type: r#type.unwrap_or_else(|| rt::text("text")),
            limit: limit.unwrap_or(10),
            ratio: ratio.unwrap_or(1.0),
            exact: exact.unwrap_or(-0.5),
            on: on.unwrap_or(true),
            level: level.unwrap_or(Level::High),
            words: words.unwrap_or_default(),
            scores: scores.unwrap_or_default(),
            map: map_field,
            odd: map.required(odd, "odd")?,
        })
    }
}
impl rt::Wire for Setting {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("name", &self.name)?;
        object.field("type", &self.r#type)?;
        object.field("limit", &self.limit)?;
        object.field("ratio", &self.ratio)?;
        object.field("exact", &self.exact)?;
        object.field("on", &self.on)?;
        object.field("level", &self.level)?;
        object.field("words", &self.words)?;
        object.field("scores", &self.scores)?;
        object.optional("map", &self.map)?;
        object.field("odd", &self.odd)?;
        object.end()
    }
}
rt::serde_impls!(Setting);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:47`.
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
    /// The value `low`.
    Low,
    /// The value `high`.
    High,
}
rt::text_enum!(Level { Low = "low", High = "high" });
/// One of several alternatives.
///
/// From `asyncapi.yaml:48`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum SettingWord {
    /// One of the alternatives.
    String(rt::String),
    /// One of the alternatives.
    Int(i32),
    /// One of the alternatives.
    Array(rt::Vec<i64>),
}
impl rt::ByKind for SettingWord {
    const NAME: &'static str = "SettingWord";
    fn arm<'de, D: rt::Deserializer<'de>>(
        kind: rt::JsonKind,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        let _ = from;
        match kind {
            _ => rt::Err(rt::no_variant::<Self, D::Error>()),
        }
    }
}
impl rt::Wire for SettingWord {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_by_kind(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::String(value) => rt::Wire::write(value, to),
            Self::Int(value) => rt::Wire::write(value, to),
            Self::Array(value) => rt::Wire::write(value, to),
        }
    }
}
rt::serde_impls!(SettingWord);
/// One of several alternatives.
///
/// From `asyncapi.yaml:54`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum SettingOdd {
    /// One of the alternatives.
    Long(i64),
    /// One of the alternatives.
    Long2(Long),
    /// One of the alternatives.
    Long3(Long2),
    /// One of the alternatives.
    Map(rt::BTreeMap<rt::String, rt::String>),
    /// One of the alternatives.
    Map2(Map),
    /// One of the alternatives.
    Big(Big),
}
impl ::core::convert::From<Long> for SettingOdd {
    #[inline]
    fn from(value: Long) -> Self {
        Self::Long2(value)
    }
}
impl ::core::convert::From<Long2> for SettingOdd {
    #[inline]
    fn from(value: Long2) -> Self {
        Self::Long3(value)
    }
}
impl ::core::convert::From<Map> for SettingOdd {
    #[inline]
    fn from(value: Map) -> Self {
        Self::Map2(value)
    }
}
impl ::core::convert::From<Big> for SettingOdd {
    #[inline]
    fn from(value: Big) -> Self {
        Self::Big(value)
    }
}
impl rt::ByKind for SettingOdd {
    const NAME: &'static str = "SettingOdd";
    fn arm<'de, D: rt::Deserializer<'de>>(
        kind: rt::JsonKind,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        let _ = from;
        match kind {
            _ => rt::Err(rt::no_variant::<Self, D::Error>()),
        }
    }
}
impl rt::Wire for SettingOdd {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_by_kind(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::Long(value) => rt::Wire::write(value, to),
            Self::Long2(value) => rt::Wire::write(value, to),
            Self::Long3(value) => rt::Wire::write(value, to),
            Self::Map(value) => rt::Wire::write(value, to),
            Self::Map2(value) => rt::Wire::write(value, to),
            Self::Big(value) => rt::Wire::write(value, to),
        }
    }
}
rt::serde_impls!(SettingOdd);
/// An object of the document.
///
/// From `asyncapi.yaml:55`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Long {}
impl rt::Object for Long {
    const NAME: &'static str = "Long";
    const FIELDS: &'static [&'static str] = &[];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        while map.next(Self::FIELDS)?.is_some() {
            map.skip()?;
        }
        rt::Ok(Self {})
    }
}
impl rt::Wire for Long {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::ObjectWriter::new(to)?.end()
    }
}
rt::serde_impls!(Long);
/// An object of the document.
///
/// From `asyncapi.yaml:56`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Long2 {
    /// Property `b`.
    pub b: rt::Bytes,
}
impl rt::Object for Long2 {
    const NAME: &'static str = "Long2";
    const FIELDS: &'static [&'static str] = &["b"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut b = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut b, "b")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { b: map.required(b, "b")? })
    }
}
impl rt::Wire for Long2 {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("b", &self.b)?;
        object.end()
    }
}
rt::serde_impls!(Long2);
/// An object of the document.
///
/// From `asyncapi.yaml:58`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Map {
    /// Property `at`.
    pub at: i32,
}
impl rt::Object for Map {
    const NAME: &'static str = "Map";
    const FIELDS: &'static [&'static str] = &["at"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut at_field = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut at_field, "at")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            at: map.required(at_field, "at")?,
        })
    }
}
impl rt::Wire for Map {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("at", &self.at)?;
        object.end()
    }
}
rt::serde_impls!(Map);
/// A type of the document with rules of its own.
///
/// From `asyncapi.yaml:59`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub struct Big(pub rt::Bytes);
rt::newtype!(plain Big(rt::Bytes));
impl rt::Wire for Big {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::arm(Self, from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::Wire::write(&self.0, to)
    }
}
rt::serde_impls!(Big);
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
/// One of several alternatives.
///
/// From `asyncapi.yaml:70`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum Choice {
    /// One of the alternatives.
    Int(i32),
    /// One of the alternatives.
    Array(rt::Vec<i64>),
}
impl rt::ByKind for Choice {
    const NAME: &'static str = "Choice";
    fn arm<'de, D: rt::Deserializer<'de>>(
        kind: rt::JsonKind,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        let _ = from;
        match kind {
            _ => rt::Err(rt::no_variant::<Self, D::Error>()),
        }
    }
}
impl rt::Wire for Choice {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_by_kind(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::Int(value) => rt::Wire::write(value, to),
            Self::Array(value) => rt::Wire::write(value, to),
        }
    }
}
rt::serde_impls!(Choice);
/// An object of the document.
///
/// From `asyncapi.yaml:81`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Tree {
    /// Property `left`.
    pub left: rt::Option<rt::Box<Tree>>,
    /// Property `right`.
    pub right: rt::Option<rt::Box<Tree>>,
    /// Property `more`.
    pub more: rt::BTreeMap<rt::String, Tree>,
}
impl Tree {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(
        left: rt::Option<rt::Box<Tree>>,
        more: rt::BTreeMap<rt::String, Tree>,
    ) -> Self {
        Self {
            left,
            right: rt::None,
            more,
        }
    }
}
impl rt::Object for Tree {
    const NAME: &'static str = "Tree";
    const FIELDS: &'static [&'static str] = &["left", "right", "more"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut left = rt::None;
        let mut right = rt::None;
        let mut more = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut left, "left")?,
                1 => map.read(&mut right, "right")?,
                2 => map.read(&mut more, "more")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            left: map.required(left, "left")?,
            right,
            more: map.required(more, "more")?,
        })
    }
}
impl rt::Wire for Tree {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("left", &self.left)?;
        object.optional("right", &self.right)?;
        object.field("more", &self.more)?;
        object.end()
    }
}
rt::serde_impls!(Tree);
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
        pub fn order(&self, message: &super::Order) -> rt::Send<'_> {
            self.link.send(&ORDER, &ORDER_MESSAGE, message)
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
        pub fn order_json(&self, message: &super::Order) -> rt::Send<'_> {
            self.link.send(&ORDER_JSON, &ORDER_JSON_MESSAGE, message)
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
            message: &super::Order,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn order_json(
            &self,
            message: &super::Order,
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
        OrderJson(super::Order),
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
            message: &super::Order,
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
            message: &rt::WithHeaders<super::Setting, super::SettingHeaders>,
        ) -> rt::Send<'_> {
            self.link.send(&SET, &SETTING_MESSAGE, message)
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
            message: &rt::WithHeaders<super::Setting, super::SettingHeaders>,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn set(
            &self,
            message: &rt::WithHeaders<super::Setting, super::SettingHeaders>,
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
        Set(rt::WithHeaders<super::Setting, super::SettingHeaders>),
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
            message: &rt::WithHeaders<super::Setting, super::SettingHeaders>,
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
#[allow(clippy::ptr_arg)]
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
        Text(rt::String),
        /// Message `choice`.
        ///
        /// From `asyncapi.yaml:66`.
        Choice(rt::Option<super::Choice>),
        /// Message `list`.
        ///
        /// From `asyncapi.yaml:71`.
        List(rt::Vec<f64>),
    }
    impl rt::From<rt::String> for Bare {
        fn from(message: rt::String) -> Self {
            Self::Text(message)
        }
    }
    impl rt::From<rt::Option<super::Choice>> for Bare {
        fn from(message: rt::Option<super::Choice>) -> Self {
            Self::Choice(message)
        }
    }
    impl rt::From<rt::Vec<f64>> for Bare {
        fn from(message: rt::Vec<f64>) -> Self {
            Self::List(message)
        }
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
                Bare::Text(message) => self.link.send(&BARE, &TEXT_MESSAGE, message),
                Bare::Choice(message) => self.link.send(&BARE, &CHOICE_MESSAGE, message),
                Bare::List(message) => self.link.send(&BARE, &LIST_MESSAGE, message),
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
        pub fn grow(&self, message: &super::Tree) -> rt::Send<'_> {
            self.link.send(&GROW, &TREE_MESSAGE, message)
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
        endpoint: impl rt::Into<rt::ConnectEndpoint>,
    ) -> rt::Result<Self, rt::ConnectError> {
        rt::Client::connect(
                endpoint,
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
        endpoint: impl rt::Into<rt::ConnectEndpoint>,
        on_connected: F,
    ) -> rt::Result<Self, rt::ConnectError>
    where
        F: ::core::ops::Fn(Self) -> Fut + ::core::marker::Send + ::core::marker::Sync
            + 'static,
        Fut: rt::Future<Output = ()> + ::core::marker::Send + 'static,
    {
        let hook = move |inner| on_connected(Self { inner });
        rt::Client::connect_with(
                endpoint,
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
    /// Server `broker`, as the document has it.
    pub static BROKER: rt::ServerInfo = rt::ServerInfo {
        name: "broker",
        protocol: "kafka",
        protocol_version: rt::Option::None,
        host: "localhost",
        pathname: "",
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
    impl rt::From<Broker<rt::Given>> for rt::ConnectEndpoint {
        fn from(server: Broker<rt::Given>) -> Self {
            server.inner.into_connect()
        }
    }
    impl rt::From<Broker<rt::Given>> for rt::ServeEndpoint {
        fn from(server: Broker<rt::Given>) -> Self {
            server.inner.into_serve()
        }
    }
}
