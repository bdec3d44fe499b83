#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:20`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Client2 {
    /// Property `fooBar`.
    pub foo_bar_2: i32,
    /// Property `foo_bar`.
    pub foo_bar: i32,
    /// Property `self`.
    pub self_: Client2Self,
    /// Property `map`.
    pub map: Option,
    /// Property `at`.
    pub at: Box,
    /// Property `record`.
    pub record: rt::Vec<Client2RecordItem>,
    /// Property `to`.
    pub to: Client2To,
    /// Property `only`.
    pub only: rt::Option<()>,
    /// Property `texts`.
    pub texts: rt::Option<rt::String>,
    /// Property `two`.
    pub two: Client2Two,
    /// Property `id`.
    pub id: rt::Uuid,
    /// Property `large`.
    pub large: rt::Bytes,
    /// Property `nanos`.
    pub nanos: rt::avro::LocalDateTime,
}
impl Client2 {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[allow(clippy::too_many_arguments)]
    #[inline]
    pub fn new(
        self_: Client2Self,
        map: Option,
        at: Box,
        record: rt::Vec<Client2RecordItem>,
        to: Client2To,
        only: rt::Option<()>,
        texts: rt::Option<rt::String>,
        two: Client2Two,
        id: rt::Uuid,
        large: rt::Bytes,
        nanos: rt::avro::LocalDateTime,
    ) -> Self {
        Self {
            foo_bar_2: 1,
            foo_bar: 2,
            self_,
            map,
            at,
            record,
            to,
            only,
            texts,
            two,
            id,
            large,
            nanos,
        }
    }
}
impl rt::avro::Record for Client2 {
    const NAME: &'static str = "Client";
    const FIELDS: &'static [(&'static str, rt::avro::Kind)] = &[
        ("fooBar", rt::avro::Kind::Int),
        ("foo_bar", rt::avro::Kind::Int),
        ("self", rt::avro::Kind::Union),
        ("map", rt::avro::Kind::Named("Option")),
        ("at", rt::avro::Kind::Fixed("Box", 0)),
        ("record", rt::avro::Kind::Array(&rt::avro::Kind::Union)),
        ("to", rt::avro::Kind::Union),
        ("only", rt::avro::Kind::Nullable(&rt::avro::Kind::Null)),
        ("texts", rt::avro::Kind::Nullable(&rt::avro::Kind::String)),
        ("two", rt::avro::Kind::Union),
        ("id", rt::avro::Kind::Uuid(&rt::avro::Kind::Fixed("Id", 16))),
        ("large", rt::avro::Kind::Bytes),
        ("nanos", rt::avro::Kind::Nanos),
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::avro::RecordFields<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        let mut foo_bar_2 = rt::None;
        let mut foo_bar = rt::None;
        let mut self_ = rt::None;
        let mut map_field = rt::None;
        let mut at_field = rt::None;
        let mut record = rt::None;
        let mut to = rt::None;
        let mut only = rt::None;
        let mut texts = rt::None;
        let mut two = rt::None;
        let mut id = rt::None;
        let mut large = rt::None;
        let mut nanos = rt::None;
        while let rt::Some(at) = map.next()? {
            match at {
                0 => map.read(&mut foo_bar_2)?,
                1 => map.read(&mut foo_bar)?,
                2 => map.read(&mut self_)?,
                3 => map.read(&mut map_field)?,
                4 => map.read(&mut at_field)?,
                5 => map.read(&mut record)?,
                6 => map.read(&mut to)?,
                7 => map.read(&mut only)?,
                8 => map.read(&mut texts)?,
                9 => map.read(&mut two)?,
                10 => map.read(&mut id)?,
                11 => map.read(&mut large)?,
                12 => map.read(&mut nanos)?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            foo_bar_2: foo_bar_2.unwrap_or(1),
            foo_bar: foo_bar.unwrap_or(2),
            self_: map.required(self_, "self")?,
            map: map.required(map_field, "map")?,
            at: map.required(at_field, "at")?,
            record: map.required(record, "record")?,
            to: map.required(to, "to")?,
            only: map.required(only, "only")?,
            texts: map.required(texts, "texts")?,
            two: map.required(two, "two")?,
            id: map.required(id, "id")?,
            large: map.required(large, "large")?,
            nanos: map.required(nanos, "nanos")?,
        })
    }
}
impl rt::avro::Datum for Client2 {
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
        record.field(&self.foo_bar_2)?;
        record.field(&self.foo_bar)?;
        record.field(&self.self_)?;
        record.field(&self.map)?;
        record.field(&self.at)?;
        record.field(&self.record)?;
        record.field(&self.to)?;
        record.field(&self.only)?;
        record.field(&self.texts)?;
        record.field(&self.two)?;
        record.field(&self.id)?;
        record.field(&self.large)?;
        record.field(&self.nanos)?;
        record.end()
    }
}
rt::avro_impls!(Client2, rt::avro::Kind::Named("Client"));
/// A union: one of several types.
///
/// From `asyncapi.yaml:25`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum Client2Self {
    /// A branch of the union.
    String(rt::String),
    /// A branch of the union.
    String2(String),
}
impl ::core::convert::From<String> for Client2Self {
    #[inline]
    fn from(value: String) -> Self {
        Self::String2(value)
    }
}
impl rt::avro::Union for Client2Self {
    const NAME: &'static str = "Client2Self";
    const BRANCHES: &'static [rt::avro::Branch] = &[
        ("String", rt::avro::Kind::String),
        ("0.String_", rt::avro::Kind::Named("String")),
    ];
    fn visit<'de, A: rt::avro::VariantAccess<'de>>(
        branch: usize,
        content: rt::avro::Content<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        match branch {
            0 => content.read().map(Self::String),
            1 => content.read().map(Self::String2),
            _ => content.refuse(),
        }
    }
}
impl rt::avro::Datum for Client2Self {
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
            Self::String2(value) => {
                rt::avro::write_branch::<Self, _, S>(1, value, at, to)
            }
        }
    }
}
rt::avro_impls!(Client2Self, rt::avro::Kind::Union);
/// An object of the document.
///
/// From `asyncapi.yaml:25`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct String {}
impl rt::avro::Record for String {
    const NAME: &'static str = "String";
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
impl rt::avro::Datum for String {
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
rt::avro_impls!(String, rt::avro::Kind::Named("String"));
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:26`.
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
    /// The value `a`.
    A2,
    /// The value `A`.
    A,
    /// The value `Self`.
    Self_,
    /// The value `None`.
    None,
    /// The value `Some`.
    Some,
}
rt::text_enum!(
    Option { A2 = "a", A = "A", Self_ = "Self", None = "None", Some = "Some" }
);
impl rt::avro::Datum for Option {
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
/// Bytes of a fixed number.
///
/// From `asyncapi.yaml:27`.
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
pub struct Box(pub [::core::primitive::u8; 0]);
rt::newtype!(plain Box([::core::primitive::u8; 0]));
impl rt::avro::Datum for Box {
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
rt::avro_impls!(Box, rt::avro::Kind::Fixed("Box", 0));
/// A union: one of several types.
///
/// From `asyncapi.yaml:28`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum Client2RecordItem {
    /// A branch of the union.
    Vec(Vec),
    /// A branch of the union.
    Box(Box),
}
impl ::core::convert::From<Vec> for Client2RecordItem {
    #[inline]
    fn from(value: Vec) -> Self {
        Self::Vec(value)
    }
}
impl ::core::convert::From<Box> for Client2RecordItem {
    #[inline]
    fn from(value: Box) -> Self {
        Self::Box(value)
    }
}
impl rt::avro::Union for Client2RecordItem {
    const NAME: &'static str = "Client2RecordItem";
    const BRANCHES: &'static [rt::avro::Branch] = &[
        ("0.Vec", rt::avro::Kind::Named("Vec")),
        ("0.Box", rt::avro::Kind::Fixed("Box", 0)),
    ];
    fn visit<'de, A: rt::avro::VariantAccess<'de>>(
        branch: usize,
        content: rt::avro::Content<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        match branch {
            0 => content.read().map(Self::Vec),
            1 => content.read().map(Self::Box),
            _ => content.refuse(),
        }
    }
}
impl rt::avro::Datum for Client2RecordItem {
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
            Self::Vec(value) => rt::avro::write_branch::<Self, _, S>(0, value, at, to),
            Self::Box(value) => rt::avro::write_branch::<Self, _, S>(1, value, at, to),
        }
    }
}
rt::avro_impls!(Client2RecordItem, rt::avro::Kind::Union);
/// An object of the document.
///
/// From `asyncapi.yaml:28`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Vec {
    /// Property `to`.
    pub to: Client2,
}
impl rt::avro::Record for Vec {
    const NAME: &'static str = "Vec";
    const FIELDS: &'static [(&'static str, rt::avro::Kind)] = &[
        ("to", rt::avro::Kind::Named("Client")),
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::avro::RecordFields<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        let mut to = rt::None;
        while let rt::Some(at) = map.next()? {
            match at {
                0 => map.read(&mut to)?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            to: map.required(to, "to")?,
        })
    }
}
impl rt::avro::Datum for Vec {
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
        record.field(&self.to)?;
        record.end()
    }
}
rt::avro_impls!(Vec, rt::avro::Kind::Named("Vec"));
/// A union: one of several types.
///
/// From `asyncapi.yaml:29`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum Client2To {
    /// A branch of the union.
    Map(rt::BTreeMap<rt::String, Client2>),
}
impl rt::avro::Union for Client2To {
    const NAME: &'static str = "Client2To";
    const BRANCHES: &'static [rt::avro::Branch] = &[
        ("Map", rt::avro::Kind::Map(&rt::avro::Kind::Named("Client"))),
    ];
    fn visit<'de, A: rt::avro::VariantAccess<'de>>(
        branch: usize,
        content: rt::avro::Content<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        match branch {
            0 => content.read().map(Self::Map),
            _ => content.refuse(),
        }
    }
}
impl rt::avro::Datum for Client2To {
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
            Self::Map(value) => rt::avro::write_branch::<Self, _, S>(0, value, at, to),
        }
    }
}
rt::avro_impls!(Client2To, rt::avro::Kind::Union);
/// A union: one of several types.
///
/// From `asyncapi.yaml:32`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum Client2Two {
    /// A branch of the union.
    Timestamp(rt::DateTime),
    /// A branch of the union.
    Date(rt::Date),
    /// A branch of the union.
    Box(Box),
}
impl ::core::convert::From<Box> for Client2Two {
    #[inline]
    fn from(value: Box) -> Self {
        Self::Box(value)
    }
}
impl rt::avro::Union for Client2Two {
    const NAME: &'static str = "Client2Two";
    const BRANCHES: &'static [rt::avro::Branch] = &[
        ("Long", rt::avro::Kind::Millis),
        ("Int", rt::avro::Kind::Date),
        ("0.Box", rt::avro::Kind::Fixed("Box", 0)),
    ];
    fn visit<'de, A: rt::avro::VariantAccess<'de>>(
        branch: usize,
        content: rt::avro::Content<'_, A>,
    ) -> rt::Result<Self, A::Error> {
        match branch {
            0 => content.read().map(Self::Timestamp),
            1 => content.read().map(Self::Date),
            2 => content.read().map(Self::Box),
            _ => content.refuse(),
        }
    }
}
impl rt::avro::Datum for Client2Two {
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
            Self::Timestamp(value) => {
                rt::avro::write_branch::<Self, _, S>(0, value, at, to)
            }
            Self::Date(value) => rt::avro::write_branch::<Self, _, S>(1, value, at, to),
            Self::Box(value) => rt::avro::write_branch::<Self, _, S>(2, value, at, to),
        }
    }
}
rt::avro_impls!(Client2Two, rt::avro::Kind::Union);
/// An object of the document.
///
/// From `sensor.avsc:1`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
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
    ::core::cmp::Eq,
    ::core::hash::Hash
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
    #[inline]
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
    ::core::cmp::Eq,
    ::core::hash::Hash
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
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Client2", 0x55e6098e8819b840),
    ("Client2Self", 0xbae85acb4898cca7),
    ("String", 0x63ffeaf88dc1968e),
    ("Option", 0xad77a14c2dc64fcf),
    ("Box", 0xd30d947cf5f94735),
    ("Client2RecordItem", 0xd816d01edb28b2c7),
    ("Vec", 0xa61bcc82ab06143),
    ("Client2To", 0x4a00f3f4bd9a2b7d),
    ("Client2Two", 0xafc7d00c18f48e82),
    ("Sensor", 0x88048fe5c72bcb5b),
    ("Measured", 0xbf4915fa53a2c8c2),
    ("Sensor2", 0xa86b0b0c0cf69ab7),
];
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
    /// Message `odd`, as the document has it.
    pub static ODD_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "odd",
        content_type: "application/x-odd",
        correlation: rt::Option::None,
        bindings: &[],
    };
    static ODD_MESSAGE__AVRO: rt::avro::Schema = rt::avro::Schema::new(
        "{\"name\":\"0.Client\",\"type\":\"record\",\"fields\":[{\"name\":\"fooBar\",\"type\":\"int\"},{\"name\":\"foo_bar\",\"type\":\"int\"},{\"name\":\"self\",\"type\":[\"string\",{\"name\":\"0.String_\",\"type\":\"record\",\"fields\":[]}]},{\"name\":\"map\",\"type\":{\"name\":\"0.Option\",\"type\":\"enum\",\"symbols\":[\"a\",\"A\",\"Self\",\"None\",\"Some\"]}},{\"name\":\"at\",\"type\":{\"name\":\"0.Box\",\"type\":\"fixed\",\"size\":0}},{\"name\":\"record\",\"type\":{\"type\":\"array\",\"items\":[{\"name\":\"0.Vec\",\"type\":\"record\",\"fields\":[{\"name\":\"to\",\"type\":\"0.Client\"}]},\"0.Box\"]}},{\"name\":\"to\",\"type\":[{\"type\":\"map\",\"values\":\"0.Client\"}]},{\"name\":\"only\",\"type\":[\"null\"]},{\"name\":\"texts\",\"type\":[\"string\",\"null\"]},{\"name\":\"two\",\"type\":[\"long\",\"int\",\"0.Box\"]},{\"name\":\"id\",\"type\":{\"name\":\"0.Id\",\"type\":\"fixed\",\"size\":16}},{\"name\":\"large\",\"type\":\"bytes\"},{\"name\":\"nanos\",\"type\":\"long\"}]}",
        14903601910695841843,
        rt::avro::Kind::Named("Client"),
        rt::avro::Encoding::Datum,
    );
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
    ///
    /// Which of them it is:
    /// * if the media type is `"application/x-odd"`: `odd`
    /// * if the media type is `"application/avro"`: `sensor`
    /// * if the media type is `"application/x-other"`: `other`
    /// * if the protocol tells no media type: `odd`, or if it does not fit, `sensor`, or if it does not fit, `other`
    /// * else: unknown
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `odd`.
        ///
        /// From `asyncapi.yaml:16`.
        Odd(super::Client2),
        /// Message `sensor`.
        ///
        /// From `asyncapi.yaml:37`.
        Sensor(super::Sensor),
        /// Message `other`.
        ///
        /// From `asyncapi.yaml:41`.
        Other(rt::Bytes),
    }
    impl rt::From<super::Client2> for Message {
        fn from(message: super::Client2) -> Self {
            Self::Odd(message)
        }
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
            if kind == rt::Option::Some("application/x-odd") {
                rt::avro::decode(raw, &ODD_MESSAGE__AVRO).map(Message::Odd)
            } else if kind == rt::Option::Some("application/avro") {
                rt::avro::decode(raw, &SENSOR_MESSAGE__AVRO).map(Message::Sensor)
            } else if kind == rt::Option::Some("application/x-other") {
                rt::decode_bytes(raw).map(Message::Other)
            } else if kind.is_none_or(|it| it == "application/octet-stream") {
                match rt::avro::decode(raw, &ODD_MESSAGE__AVRO) {
                    rt::Result::Ok(message) => rt::Result::Ok(Message::Odd(message)),
                    rt::Result::Err(error) => {
                        (match rt::avro::decode(raw, &SENSOR_MESSAGE__AVRO) {
                            rt::Result::Ok(message) => {
                                rt::Result::Ok(Message::Sensor(message))
                            }
                            rt::Result::Err(error) => {
                                (rt::decode_bytes(raw).map(Message::Other))
                                    .or(rt::Result::Err(error))
                            }
                        })
                            .or(rt::Result::Err(error))
                    }
                }
            } else {
                rt::Result::Err(rt::DecodeError::unknown_message("measured"))
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
        /// Message `odd`.
        ///
        /// From `asyncapi.yaml:16`.
        Odd(super::Client2),
        /// Message `sensor`.
        ///
        /// From `asyncapi.yaml:37`.
        Sensor(super::Sensor),
        /// Message `other`.
        ///
        /// From `asyncapi.yaml:41`.
        Other(rt::Bytes),
    }
    impl rt::From<super::Client2> for ReceiveMeasured {
        fn from(message: super::Client2) -> Self {
            Self::Odd(message)
        }
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
        /// Operation `receive measured`: receives `odd`, `sensor`, `other`.
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
                            rt::Result::Ok(Message::Odd(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_measured(
                                            &self.0,
                                            self::ReceiveMeasured::Odd(message),
                                            &context,
                                        )
                                        .await,
                                )
                            }
                            rt::Result::Ok(Message::Sensor(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(
                                    Receiver::receive_measured(
                                            &self.0,
                                            self::ReceiveMeasured::Sensor(message),
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
                                            self::ReceiveMeasured::Other(message),
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
        endpoint: impl rt::Connects,
    ) -> rt::Result<Self, rt::ConnectError> {
        rt::Client::connect(rt::Connects::into_connect(endpoint), &[&measured::CHANNEL])
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
                &[&measured::CHANNEL],
                hook,
            )
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
/// A service of Lights 1.0.0: a receiver for each channel that peers send on or connect to.
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
