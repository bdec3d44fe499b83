#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An order.
///
/// From `asyncapi.yaml:109`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Order {
    /// Given by the shop.
    pub id: rt::Uuid,
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
    pub price: rt::avro::Decimal,
    /// Property `tax`.
    pub tax: rt::avro::Decimal,
    /// Property `day`.
    pub day: rt::Date,
    /// Property `at_ms`.
    pub at_ms: rt::avro::TimeOfDay,
    /// Property `at_us`.
    pub at_us: rt::avro::TimeOfDay,
    /// Property `when_ms`.
    pub when_ms: rt::DateTime,
    /// Property `when_us`.
    pub when_us: rt::DateTime,
    /// Property `local`.
    pub local: rt::avro::LocalDateTime,
    /// Property `span`.
    pub span: rt::avro::Duration,
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
        id: rt::Uuid,
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
        price: rt::avro::Decimal,
        tax: rt::avro::Decimal,
        day: rt::Date,
        at_ms: rt::avro::TimeOfDay,
        at_us: rt::avro::TimeOfDay,
        when_ms: rt::DateTime,
        when_us: rt::DateTime,
        local: rt::avro::LocalDateTime,
        span: rt::avro::Duration,
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
impl rt::avro::Record for Order {
    const NAME: &'static str = "com.acme.Order";
    const FIELDS: &'static [(&'static str, rt::avro::Kind)] = &[
        ("id", rt::avro::Kind::Uuid(&rt::avro::Kind::String)),
        ("number", rt::avro::Kind::Long),
        ("small", rt::avro::Kind::Int),
        ("ratio", rt::avro::Kind::Float),
        ("exact", rt::avro::Kind::Double),
        ("paid", rt::avro::Kind::Boolean),
        ("note", rt::avro::Kind::Nullable(&rt::avro::Kind::String)),
        ("raw", rt::avro::Kind::Bytes),
        ("digest", rt::avro::Kind::Fixed("com.acme.Digest", 4)),
        ("state", rt::avro::Kind::Named("com.acme.State")),
        ("tags", rt::avro::Kind::Array(&rt::avro::Kind::String)),
        ("counts", rt::avro::Kind::Map(&rt::avro::Kind::Long)),
        (
            "price",
            rt::avro::Kind::Decimal {
                of: &rt::avro::Kind::Bytes,
                precision: 10,
                scale: 2,
            },
        ),
        (
            "tax",
            rt::avro::Kind::Decimal {
                of: &rt::avro::Kind::Fixed("com.acme.Tax", 8),
                precision: 12,
                scale: 3,
            },
        ),
        ("day", rt::avro::Kind::Date),
        ("at_ms", rt::avro::Kind::TimeMillis),
        ("at_us", rt::avro::Kind::TimeMicros),
        ("when_ms", rt::avro::Kind::Millis),
        ("when_us", rt::avro::Kind::Micros),
        ("local", rt::avro::Kind::Millis),
        ("span", rt::avro::Kind::Duration("com.acme.Span")),
        ("value", rt::avro::Kind::Nullable(&rt::avro::Kind::Union)),
        ("next", rt::avro::Kind::Nullable(&rt::avro::Kind::Named("com.acme.Order"))),
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::avro::RecordFields<'_, A>,
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
        while let rt::Some(at) = map.next()? {
            match at {
                0 => map.read(&mut id)?,
                1 => map.read(&mut number)?,
                2 => map.read(&mut small)?,
                3 => map.read(&mut ratio)?,
                4 => map.read(&mut exact)?,
                5 => map.read(&mut paid)?,
                6 => map.read(&mut note)?,
                7 => map.read(&mut raw)?,
                8 => map.read(&mut digest)?,
                9 => map.read(&mut state)?,
                10 => map.read(&mut tags)?,
                11 => map.read(&mut counts)?,
                12 => map.read(&mut price)?,
                13 => map.read(&mut tax)?,
                14 => map.read(&mut day)?,
                15 => map.read(&mut at_ms)?,
                16 => map.read(&mut at_us)?,
                17 => map.read(&mut when_ms)?,
                18 => map.read(&mut when_us)?,
                19 => map.read(&mut local)?,
                20 => map.read(&mut span)?,
                21 => map.read(&mut value)?,
                22 => map.read(&mut next)?,
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
            note: note.flatten(),
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
            next: next.flatten(),
        })
    }
}
impl rt::avro::Datum for Order {
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
        record.field(&self.number)?;
        record.field(&self.small)?;
        record.field(&self.ratio)?;
        record.field(&self.exact)?;
        record.field(&self.paid)?;
        record.field(&self.note)?;
        record.field(&self.raw)?;
        record.field(&self.digest)?;
        record.field(&self.state)?;
        record.field(&self.tags)?;
        record.field(&self.counts)?;
        record.field(&self.price)?;
        record.field(&self.tax)?;
        record.field(&self.day)?;
        record.field(&self.at_ms)?;
        record.field(&self.at_us)?;
        record.field(&self.when_ms)?;
        record.field(&self.when_us)?;
        record.field(&self.local)?;
        record.field(&self.span)?;
        record.field(&self.value)?;
        record.field(&self.next)?;
        record.end()
    }
}
rt::avro_impls!(Order, rt::avro::Kind::Named("com.acme.Order"));
/// Bytes of a fixed number.
///
/// From `asyncapi.yaml:118`.
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
pub struct Digest(pub [::core::primitive::u8; 4]);
rt::newtype!(plain Digest([::core::primitive::u8; 4]));
impl rt::avro::Datum for Digest {
    fn read<'de, D: rt::Deserializer<'de>>(
        at: rt::avro::At<'_>,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        rt::avro::Datum::read(at, from).map(Self)
    }
    fn write<S: rt::Serializer>(
        &self,
        at: rt::avro::At<'_>,
        to: S,
    ) -> rt::Result<S::Ok, S::Error> {
        rt::avro::Datum::write(&self.0, at, to)
    }
}
rt::avro_impls!(Digest, rt::avro::Kind::Fixed("com.acme.Digest", 4));
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
impl rt::Default for State {
    fn default() -> Self {
        Self::Open
    }
}
impl rt::avro::Datum for State {
    fn read<'de, D: rt::Deserializer<'de>>(
        _: rt::avro::At<'_>,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        rt::avro::read_symbol(from, rt::Some(Self::Open))
    }
    fn write<S: rt::Serializer>(
        &self,
        _: rt::avro::At<'_>,
        to: S,
    ) -> rt::Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}
/// A union: one of several types.
///
/// From `asyncapi.yaml:131`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub enum OrderValue {
    /// A branch of the union.
    Long(i64),
    /// A branch of the union.
    String(rt::String),
    /// A branch of the union.
    State(State),
    /// A branch of the union.
    Digest(Digest),
    /// A branch of the union.
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
impl rt::avro::Union for OrderValue {
    const NAME: &'static str = "OrderValue";
    const BRANCHES: &'static [rt::avro::Branch] = &[
        ("Long", rt::avro::Kind::Long),
        ("String", rt::avro::Kind::String),
        ("com.acme.State", rt::avro::Kind::Named("com.acme.State")),
        ("com.acme.Digest", rt::avro::Kind::Fixed("com.acme.Digest", 4)),
        ("0.Point", rt::avro::Kind::Named("Point")),
    ];
    fn visit<'de, A: rt::avro::VariantAccess<'de>>(
        branch: usize,
        content: rt::avro::Content<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        match branch {
            0 => content.read().map(Self::Long),
            1 => content.read().map(Self::String),
            2 => content.read().map(Self::State),
            3 => content.read().map(Self::Digest),
            4 => content.read().map(Self::Point),
            _ => content.refuse(),
        }
    }
}
impl rt::avro::Datum for OrderValue {
    fn read<'de, D: rt::Deserializer<'de>>(
        at: rt::avro::At<'_>,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        rt::avro::read_union(at, from)
    }
    fn write<S: rt::Serializer>(
        &self,
        at: rt::avro::At<'_>,
        to: S,
    ) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::Long(value) => rt::avro::write_branch::<Self, _, S>(0, value, at, to),
            Self::String(value) => rt::avro::write_branch::<Self, _, S>(1, value, at, to),
            Self::State(value) => rt::avro::write_branch::<Self, _, S>(2, value, at, to),
            Self::Digest(value) => rt::avro::write_branch::<Self, _, S>(3, value, at, to),
            Self::Point(value) => rt::avro::write_branch::<Self, _, S>(4, value, at, to),
        }
    }
}
rt::avro_impls!(OrderValue, rt::avro::Kind::Union);
/// An object of the document.
///
/// From `asyncapi.yaml:131`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Point {
    /// Property `x`.
    pub x: f64,
}
impl rt::avro::Record for Point {
    const NAME: &'static str = "Point";
    const FIELDS: &'static [(&'static str, rt::avro::Kind)] = &[
        ("x", rt::avro::Kind::Double),
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::avro::RecordFields<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        let mut x = rt::None;
        while let rt::Some(at) = map.next()? {
            match at {
                0 => map.read(&mut x)?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { x: map.required(x, "x")? })
    }
}
impl rt::avro::Datum for Point {
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
        record.field(&self.x)?;
        record.end()
    }
}
rt::avro_impls!(Point, rt::avro::Kind::Named("Point"));
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
impl rt::avro::Record for Setting {
    const NAME: &'static str = "Setting";
    const FIELDS: &'static [(&'static str, rt::avro::Kind)] = &[
        ("name", rt::avro::Kind::String),
        ("type", rt::avro::Kind::String),
        ("limit", rt::avro::Kind::Int),
        ("ratio", rt::avro::Kind::Float),
        ("exact", rt::avro::Kind::Double),
        ("on", rt::avro::Kind::Boolean),
        ("level", rt::avro::Kind::Named("Level")),
        ("words", rt::avro::Kind::Array(&rt::avro::Kind::Union)),
        (
            "scores",
            rt::avro::Kind::Map(&rt::avro::Kind::Nullable(&rt::avro::Kind::Double)),
        ),
        ("map", rt::avro::Kind::Nullable(&rt::avro::Kind::Bytes)),
        ("odd", rt::avro::Kind::Union),
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::avro::RecordFields<'_, A>,
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
        while let rt::Some(at) = map.next()? {
            match at {
                0 => map.read(&mut name)?,
                1 => map.read(&mut r#type)?,
                2 => map.read(&mut limit)?,
                3 => map.read(&mut ratio)?,
                4 => map.read(&mut exact)?,
                5 => map.read(&mut on)?,
                6 => map.read(&mut level)?,
                7 => map.read(&mut words)?,
                8 => map.read(&mut scores)?,
                9 => map.read(&mut map_field)?,
                10 => map.read(&mut odd)?,
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
            map: map_field.flatten(),
            odd: map.required(odd, "odd")?,
        })
    }
}
impl rt::avro::Datum for Setting {
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
        record.field(&self.name)?;
        record.field(&self.r#type)?;
        record.field(&self.limit)?;
        record.field(&self.ratio)?;
        record.field(&self.exact)?;
        record.field(&self.on)?;
        record.field(&self.level)?;
        record.field(&self.words)?;
        record.field(&self.scores)?;
        record.field(&self.map)?;
        record.field(&self.odd)?;
        record.end()
    }
}
rt::avro_impls!(Setting, rt::avro::Kind::Named("Setting"));
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
impl rt::avro::Datum for Level {
    fn read<'de, D: rt::Deserializer<'de>>(
        _: rt::avro::At<'_>,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        rt::avro::read_symbol(from, rt::None)
    }
    fn write<S: rt::Serializer>(
        &self,
        _: rt::avro::At<'_>,
        to: S,
    ) -> rt::Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}
/// A union: one of several types.
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
    /// A branch of the union.
    String(rt::String),
    /// A branch of the union.
    Int(i32),
    /// A branch of the union.
    Array(rt::Vec<i64>),
}
impl rt::avro::Union for SettingWord {
    const NAME: &'static str = "SettingWord";
    const BRANCHES: &'static [rt::avro::Branch] = &[
        ("String", rt::avro::Kind::String),
        ("Int", rt::avro::Kind::Int),
        ("Array", rt::avro::Kind::Array(&rt::avro::Kind::Long)),
    ];
    fn visit<'de, A: rt::avro::VariantAccess<'de>>(
        branch: usize,
        content: rt::avro::Content<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        match branch {
            0 => content.read().map(Self::String),
            1 => content.read().map(Self::Int),
            2 => content.read().map(Self::Array),
            _ => content.refuse(),
        }
    }
}
impl rt::avro::Datum for SettingWord {
    fn read<'de, D: rt::Deserializer<'de>>(
        at: rt::avro::At<'_>,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        rt::avro::read_union(at, from)
    }
    fn write<S: rt::Serializer>(
        &self,
        at: rt::avro::At<'_>,
        to: S,
    ) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::String(value) => rt::avro::write_branch::<Self, _, S>(0, value, at, to),
            Self::Int(value) => rt::avro::write_branch::<Self, _, S>(1, value, at, to),
            Self::Array(value) => rt::avro::write_branch::<Self, _, S>(2, value, at, to),
        }
    }
}
rt::avro_impls!(SettingWord, rt::avro::Kind::Union);
/// A union: one of several types.
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
    /// A branch of the union.
    Long(i64),
    /// A branch of the union.
    Long2(Long),
    /// A branch of the union.
    Long3(Long2),
    /// A branch of the union.
    Map(rt::BTreeMap<rt::String, rt::String>),
    /// A branch of the union.
    Map2(Map),
    /// A branch of the union.
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
impl rt::avro::Union for SettingOdd {
    const NAME: &'static str = "SettingOdd";
    const BRANCHES: &'static [rt::avro::Branch] = &[
        ("Long", rt::avro::Kind::Long),
        ("0.Long_", rt::avro::Kind::Named("Long")),
        ("a.Long_", rt::avro::Kind::Named("a.Long")),
        ("Map", rt::avro::Kind::Map(&rt::avro::Kind::String)),
        ("0.Map_", rt::avro::Kind::Named("Map")),
        ("0.Big", rt::avro::Kind::Fixed("Big", 2000)),
    ];
    fn visit<'de, A: rt::avro::VariantAccess<'de>>(
        branch: usize,
        content: rt::avro::Content<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        match branch {
            0 => content.read().map(Self::Long),
            1 => content.read().map(Self::Long2),
            2 => content.read().map(Self::Long3),
            3 => content.read().map(Self::Map),
            4 => content.read().map(Self::Map2),
            5 => content.read().map(Self::Big),
            _ => content.refuse(),
        }
    }
}
impl rt::avro::Datum for SettingOdd {
    fn read<'de, D: rt::Deserializer<'de>>(
        at: rt::avro::At<'_>,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        rt::avro::read_union(at, from)
    }
    fn write<S: rt::Serializer>(
        &self,
        at: rt::avro::At<'_>,
        to: S,
    ) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::Long(value) => rt::avro::write_branch::<Self, _, S>(0, value, at, to),
            Self::Long2(value) => rt::avro::write_branch::<Self, _, S>(1, value, at, to),
            Self::Long3(value) => rt::avro::write_branch::<Self, _, S>(2, value, at, to),
            Self::Map(value) => rt::avro::write_branch::<Self, _, S>(3, value, at, to),
            Self::Map2(value) => rt::avro::write_branch::<Self, _, S>(4, value, at, to),
            Self::Big(value) => rt::avro::write_branch::<Self, _, S>(5, value, at, to),
        }
    }
}
rt::avro_impls!(SettingOdd, rt::avro::Kind::Union);
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
impl rt::avro::Record for Long {
    const NAME: &'static str = "Long";
    const FIELDS: &'static [(&'static str, rt::avro::Kind)] = &[];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::avro::RecordFields<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        while map.next()?.is_some() {
            map.skip()?;
        }
        rt::Ok(Self {})
    }
}
impl rt::avro::Datum for Long {
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
        let record = rt::avro::RecordWriter::new::<Self>(at, to)?;
        record.end()
    }
}
rt::avro_impls!(Long, rt::avro::Kind::Named("Long"));
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
impl rt::avro::Record for Long2 {
    const NAME: &'static str = "a.Long";
    const FIELDS: &'static [(&'static str, rt::avro::Kind)] = &[
        ("b", rt::avro::Kind::Bytes),
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::avro::RecordFields<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        let mut b = rt::None;
        while let rt::Some(at) = map.next()? {
            match at {
                0 => map.read(&mut b)?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { b: map.required(b, "b")? })
    }
}
impl rt::avro::Datum for Long2 {
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
        record.field(&self.b)?;
        record.end()
    }
}
rt::avro_impls!(Long2, rt::avro::Kind::Named("a.Long"));
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
impl rt::avro::Record for Map {
    const NAME: &'static str = "Map";
    const FIELDS: &'static [(&'static str, rt::avro::Kind)] = &[
        ("at", rt::avro::Kind::Int),
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::avro::RecordFields<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        let mut at_field = rt::None;
        while let rt::Some(at) = map.next()? {
            match at {
                0 => map.read(&mut at_field)?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            at: map.required(at_field, "at")?,
        })
    }
}
impl rt::avro::Datum for Map {
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
        record.field(&self.at)?;
        record.end()
    }
}
rt::avro_impls!(Map, rt::avro::Kind::Named("Map"));
/// Bytes of a fixed number.
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
impl rt::avro::Datum for Big {
    fn read<'de, D: rt::Deserializer<'de>>(
        at: rt::avro::At<'_>,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        rt::avro::Datum::read(at, from).map(Self)
    }
    fn write<S: rt::Serializer>(
        &self,
        at: rt::avro::At<'_>,
        to: S,
    ) -> rt::Result<S::Ok, S::Error> {
        rt::avro::Datum::write(&self.0, at, to)
    }
}
rt::avro_impls!(Big, rt::avro::Kind::Fixed("Big", 2000));
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
/// A union: one of several types.
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
    /// A branch of the union.
    Int(i32),
    /// A branch of the union.
    Array(rt::Vec<i64>),
}
impl rt::avro::Union for Choice {
    const NAME: &'static str = "Choice";
    const BRANCHES: &'static [rt::avro::Branch] = &[
        ("Int", rt::avro::Kind::Int),
        ("Array", rt::avro::Kind::Array(&rt::avro::Kind::Long)),
    ];
    fn visit<'de, A: rt::avro::VariantAccess<'de>>(
        branch: usize,
        content: rt::avro::Content<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        match branch {
            0 => content.read().map(Self::Int),
            1 => content.read().map(Self::Array),
            _ => content.refuse(),
        }
    }
}
impl rt::avro::Datum for Choice {
    fn read<'de, D: rt::Deserializer<'de>>(
        at: rt::avro::At<'_>,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        rt::avro::read_union(at, from)
    }
    fn write<S: rt::Serializer>(
        &self,
        at: rt::avro::At<'_>,
        to: S,
    ) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::Int(value) => rt::avro::write_branch::<Self, _, S>(0, value, at, to),
            Self::Array(value) => rt::avro::write_branch::<Self, _, S>(1, value, at, to),
        }
    }
}
rt::avro_impls!(Choice, rt::avro::Kind::Union);
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
impl rt::avro::Record for Tree {
    const NAME: &'static str = "forest.Tree";
    const FIELDS: &'static [(&'static str, rt::avro::Kind)] = &[
        ("left", rt::avro::Kind::Nullable(&rt::avro::Kind::Named("forest.Tree"))),
        ("right", rt::avro::Kind::Nullable(&rt::avro::Kind::Named("forest.Tree"))),
        ("more", rt::avro::Kind::Map(&rt::avro::Kind::Named("forest.Tree"))),
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::avro::RecordFields<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        let mut left = rt::None;
        let mut right = rt::None;
        let mut more = rt::None;
        while let rt::Some(at) = map.next()? {
            match at {
                0 => map.read(&mut left)?,
                1 => map.read(&mut right)?,
                2 => map.read(&mut more)?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            left: map.required(left, "left")?,
            right: right.flatten(),
            more: map.required(more, "more")?,
        })
    }
}
impl rt::avro::Datum for Tree {
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
        record.field(&self.left)?;
        record.field(&self.right)?;
        record.field(&self.more)?;
        record.end()
    }
}
rt::avro_impls!(Tree, rt::avro::Kind::Named("forest.Tree"));
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Order", 0x437a7b674dccca0d),
    ("Digest", 0xcbe0cc37837108b8),
    ("State", 0xac6dfa0051d0e055),
    ("OrderValue", 0x92c0f55cba97501),
    ("Point", 0x6565bcdb5c43bcc6),
    ("Setting", 0x660a4ac8caa9b88b),
    ("Level", 0xc4f03b4215ab7c4a),
    ("SettingWord", 0xb2411a03349fda49),
    ("SettingOdd", 0x2392b356df55169e),
    ("Long", 0xdc67e34b836cd944),
    ("Long2", 0xffcace2dd2c6f739),
    ("Map", 0xe58d7f61ae1db056),
    ("Big", 0xa2733bc733ce61f9),
    ("SettingHeaders", 0xa1ca71da5f9756f8),
    ("Choice", 0xeed4193714ba95df),
    ("Tree", 0xeb00b8c2af1208c),
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
    static ORDER_MESSAGE__AVRO: rt::avro::Schema = rt::avro::Schema::new(
        "{\"name\":\"com.acme.Order\",\"type\":\"record\",\"fields\":[{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"number\",\"type\":\"long\"},{\"name\":\"small\",\"type\":\"int\"},{\"name\":\"ratio\",\"type\":\"float\"},{\"name\":\"exact\",\"type\":\"double\"},{\"name\":\"paid\",\"type\":\"boolean\"},{\"name\":\"note\",\"type\":[\"null\",\"string\"]},{\"name\":\"raw\",\"type\":\"bytes\"},{\"name\":\"digest\",\"type\":{\"name\":\"com.acme.Digest\",\"type\":\"fixed\",\"size\":4}},{\"name\":\"state\",\"type\":{\"name\":\"com.acme.State\",\"type\":\"enum\",\"symbols\":[\"OPEN\",\"SHIPPED\"]}},{\"name\":\"tags\",\"type\":{\"type\":\"array\",\"items\":\"string\"}},{\"name\":\"counts\",\"type\":{\"type\":\"map\",\"values\":\"long\"}},{\"name\":\"price\",\"type\":\"bytes\"},{\"name\":\"tax\",\"type\":{\"name\":\"com.acme.Tax\",\"type\":\"fixed\",\"size\":8}},{\"name\":\"day\",\"type\":\"int\"},{\"name\":\"at_ms\",\"type\":\"int\"},{\"name\":\"at_us\",\"type\":\"long\"},{\"name\":\"when_ms\",\"type\":\"long\"},{\"name\":\"when_us\",\"type\":\"long\"},{\"name\":\"local\",\"type\":\"long\"},{\"name\":\"span\",\"type\":{\"name\":\"com.acme.Span\",\"type\":\"fixed\",\"size\":12}},{\"name\":\"value\",\"type\":[\"null\",\"long\",\"string\",\"com.acme.State\",\"com.acme.Digest\",{\"name\":\"0.Point\",\"type\":\"record\",\"fields\":[{\"name\":\"x\",\"type\":\"double\"}]}]},{\"name\":\"next\",\"type\":[\"null\",\"com.acme.Order\"]}]}",
        18120755495541640333,
        rt::avro::Kind::Named("com.acme.Order"),
        rt::avro::Encoding::Datum,
    );
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
            self.link
                .send(
                    &ORDER,
                    &ORDER_MESSAGE,
                    &rt::avro::AsAvro(message, &ORDER_MESSAGE__AVRO),
                )
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
    static ORDER_JSON_MESSAGE__AVRO: rt::avro::Schema = rt::avro::Schema::new(
        "{\"name\":\"com.acme.Order\",\"type\":\"record\",\"fields\":[{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"number\",\"type\":\"long\"},{\"name\":\"small\",\"type\":\"int\"},{\"name\":\"ratio\",\"type\":\"float\"},{\"name\":\"exact\",\"type\":\"double\"},{\"name\":\"paid\",\"type\":\"boolean\"},{\"name\":\"note\",\"type\":[\"null\",\"string\"]},{\"name\":\"raw\",\"type\":\"bytes\"},{\"name\":\"digest\",\"type\":{\"name\":\"com.acme.Digest\",\"type\":\"fixed\",\"size\":4}},{\"name\":\"state\",\"type\":{\"name\":\"com.acme.State\",\"type\":\"enum\",\"symbols\":[\"OPEN\",\"SHIPPED\"]}},{\"name\":\"tags\",\"type\":{\"type\":\"array\",\"items\":\"string\"}},{\"name\":\"counts\",\"type\":{\"type\":\"map\",\"values\":\"long\"}},{\"name\":\"price\",\"type\":\"bytes\"},{\"name\":\"tax\",\"type\":{\"name\":\"com.acme.Tax\",\"type\":\"fixed\",\"size\":8}},{\"name\":\"day\",\"type\":\"int\"},{\"name\":\"at_ms\",\"type\":\"int\"},{\"name\":\"at_us\",\"type\":\"long\"},{\"name\":\"when_ms\",\"type\":\"long\"},{\"name\":\"when_us\",\"type\":\"long\"},{\"name\":\"local\",\"type\":\"long\"},{\"name\":\"span\",\"type\":{\"name\":\"com.acme.Span\",\"type\":\"fixed\",\"size\":12}},{\"name\":\"value\",\"type\":[\"null\",\"long\",\"string\",\"com.acme.State\",\"com.acme.Digest\",{\"name\":\"0.Point\",\"type\":\"record\",\"fields\":[{\"name\":\"x\",\"type\":\"double\"}]}]},{\"name\":\"next\",\"type\":[\"null\",\"com.acme.Order\"]}]}",
        18120755495541640333,
        rt::avro::Kind::Named("com.acme.Order"),
        rt::avro::Encoding::Json,
    );
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
            self.link
                .send(
                    &ORDER_JSON,
                    &ORDER_JSON_MESSAGE,
                    &rt::avro::AsAvro(message, &ORDER_JSON_MESSAGE__AVRO),
                )
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
    static SETTING_MESSAGE__AVRO: rt::avro::Schema = rt::avro::Schema::new(
        "{\"name\":\"0.Setting\",\"type\":\"record\",\"fields\":[{\"name\":\"name\",\"type\":\"string\"},{\"name\":\"type\",\"type\":\"string\"},{\"name\":\"limit\",\"type\":\"int\"},{\"name\":\"ratio\",\"type\":\"float\"},{\"name\":\"exact\",\"type\":\"double\"},{\"name\":\"on\",\"type\":\"boolean\"},{\"name\":\"level\",\"type\":{\"name\":\"0.Level\",\"type\":\"enum\",\"symbols\":[\"low\",\"high\"]}},{\"name\":\"words\",\"type\":{\"type\":\"array\",\"items\":[\"string\",\"int\",{\"type\":\"array\",\"items\":\"long\"}]}},{\"name\":\"scores\",\"type\":{\"type\":\"map\",\"values\":[\"null\",\"double\"]}},{\"name\":\"map\",\"type\":[\"null\",\"bytes\"]},{\"name\":\"odd\",\"type\":[\"long\",{\"name\":\"0.Long_\",\"type\":\"record\",\"fields\":[]},{\"name\":\"a.Long_\",\"type\":\"record\",\"fields\":[{\"name\":\"b\",\"type\":\"bytes\"}]},{\"type\":\"map\",\"values\":\"string\"},{\"name\":\"0.Map_\",\"type\":\"record\",\"fields\":[{\"name\":\"at\",\"type\":\"int\"}]},{\"name\":\"0.Big\",\"type\":\"fixed\",\"size\":2000}]}]}",
        8087234926568232508,
        rt::avro::Kind::Named("Setting"),
        rt::avro::Encoding::SingleObject,
    );
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
            self.link
                .send(
                    &SET,
                    &SETTING_MESSAGE,
                    &rt::avro::AsAvro(message, &SETTING_MESSAGE__AVRO),
                )
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
    static TEXT_MESSAGE__AVRO: rt::avro::Schema = rt::avro::Schema::new(
        "\"string\"",
        10304597078529344455,
        rt::avro::Kind::String,
        rt::avro::Encoding::Datum,
    );
    /// Message `choice`, as the document has it.
    pub static CHOICE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "choice",
        content_type: "application/avro",
        correlation: rt::Option::None,
        bindings: &[],
    };
    static CHOICE_MESSAGE__AVRO: rt::avro::Schema = rt::avro::Schema::new(
        "[\"null\",\"int\",{\"type\":\"array\",\"items\":\"long\"}]",
        17790589945352198155,
        rt::avro::Kind::Nullable(&rt::avro::Kind::Union),
        rt::avro::Encoding::Datum,
    );
    /// Message `list`, as the document has it.
    pub static LIST_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "list",
        content_type: "application/vnd.apache.avro",
        correlation: rt::Option::None,
        bindings: &[],
    };
    static LIST_MESSAGE__AVRO: rt::avro::Schema = rt::avro::Schema::new(
        "{\"type\":\"array\",\"items\":\"double\"}",
        2284511291857067258,
        rt::avro::Kind::Array(&rt::avro::Kind::Double),
        rt::avro::Encoding::Datum,
    );
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
                Bare::Text(message) => {
                    self.link
                        .send(
                            &BARE,
                            &TEXT_MESSAGE,
                            &rt::avro::AsAvro(message, &TEXT_MESSAGE__AVRO),
                        )
                }
                Bare::Choice(message) => {
                    self.link
                        .send(
                            &BARE,
                            &CHOICE_MESSAGE,
                            &rt::avro::AsAvro(message, &CHOICE_MESSAGE__AVRO),
                        )
                }
                Bare::List(message) => {
                    self.link
                        .send(
                            &BARE,
                            &LIST_MESSAGE,
                            &rt::avro::AsAvro(message, &LIST_MESSAGE__AVRO),
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
    static TREE_MESSAGE__AVRO: rt::avro::Schema = rt::avro::Schema::new(
        "{\"name\":\"forest.Tree\",\"type\":\"record\",\"fields\":[{\"name\":\"left\",\"type\":[\"null\",\"forest.Tree\"]},{\"name\":\"right\",\"type\":[\"null\",\"forest.Tree\"]},{\"name\":\"more\",\"type\":{\"type\":\"map\",\"values\":\"forest.Tree\"}}]}",
        16970315249103884920,
        rt::avro::Kind::Named("forest.Tree"),
        rt::avro::Encoding::Datum,
    );
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
            self.link
                .send(
                    &GROW,
                    &TREE_MESSAGE,
                    &rt::avro::AsAvro(message, &TREE_MESSAGE__AVRO),
                )
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
