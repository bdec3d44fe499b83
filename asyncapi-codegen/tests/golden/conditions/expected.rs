#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:11`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Case {
    /// Property `address`.
    pub address: Address,
    /// Property `contact`.
    pub contact: rt::Option<Contact>,
    /// Property `level`.
    pub level: rt::Option<Level>,
    /// Property `unit`.
    pub unit: rt::Option<CaseUnit>,
    /// Property `untyped`.
    pub untyped: rt::Option<Untyped>,
    /// Property `payment`.
    pub payment: rt::Option<Payment>,
    /// Property `parcel`.
    pub parcel: rt::Option<Parcel>,
    /// Property `samples`.
    pub samples: rt::Option<Samples>,
    /// Property `row`.
    pub row: rt::Option<Row>,
    /// Property `labels`.
    pub labels: rt::Option<Labels>,
    /// Property `not-empty`.
    pub not_empty: rt::Option<CaseNotEmpty>,
}
impl Case {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(address: Address) -> Self {
        Self {
            address,
            contact: rt::None,
            level: rt::None,
            unit: rt::None,
            untyped: rt::None,
            payment: rt::None,
            parcel: rt::None,
            samples: rt::None,
            row: rt::None,
            labels: rt::None,
            not_empty: rt::None,
        }
    }
}
impl rt::Object for Case {
    const NAME: &'static str = "Case";
    const FIELDS: &'static [&'static str] = &[
        "address",
        "contact",
        "level",
        "unit",
        "untyped",
        "payment",
        "parcel",
        "samples",
        "row",
        "labels",
        "not-empty",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut address = rt::None;
        let mut contact = rt::None;
        let mut level = rt::None;
        let mut unit = rt::None;
        let mut untyped = rt::None;
        let mut payment = rt::None;
        let mut parcel = rt::None;
        let mut samples = rt::None;
        let mut row = rt::None;
        let mut labels = rt::None;
        let mut not_empty = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut address, "address")?,
                1 => map.read(&mut contact, "contact")?,
                2 => map.read(&mut level, "level")?,
                3 => map.read(&mut unit, "unit")?,
                4 => map.read(&mut untyped, "untyped")?,
                5 => map.read(&mut payment, "payment")?,
                6 => map.read(&mut parcel, "parcel")?,
                7 => map.read(&mut samples, "samples")?,
                8 => map.read(&mut row, "row")?,
                9 => map.read(&mut labels, "labels")?,
                10 => map.read(&mut not_empty, "not-empty")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            address: map.required(address, "address")?,
            contact,
            level,
            unit,
            untyped,
            payment,
            parcel,
            samples,
            row,
            labels,
            not_empty,
        })
    }
}
impl rt::Wire for Case {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("address", &self.address)?;
        object.optional("contact", &self.contact)?;
        object.optional("level", &self.level)?;
        object.optional("unit", &self.unit)?;
        object.optional("untyped", &self.untyped)?;
        object.optional("payment", &self.payment)?;
        object.optional("parcel", &self.parcel)?;
        object.optional("samples", &self.samples)?;
        object.optional("row", &self.row)?;
        object.optional("labels", &self.labels)?;
        object.optional("not-empty", &self.not_empty)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("address", rt::Wire::check(&self.address, way))?;
        rt::at("contact", rt::some(&self.contact, |value| rt::Wire::check(value, way)))?;
        rt::at("untyped", rt::some(&self.untyped, |value| rt::Wire::check(value, way)))?;
        rt::at("payment", rt::some(&self.payment, |value| rt::Wire::check(value, way)))?;
        rt::at("parcel", rt::some(&self.parcel, |value| rt::Wire::check(value, way)))?;
        rt::at("samples", rt::some(&self.samples, |value| rt::Wire::check(value, way)))?;
        rt::at("row", rt::some(&self.row, |value| rt::Wire::check(value, way)))?;
        rt::at("labels", rt::some(&self.labels, |value| rt::Wire::check(value, way)))?;
        rt::at(
            "not-empty",
            rt::some(&self.not_empty, |value| rt::Wire::check(value, way)),
        )?;
        rt::Ok(())
    }
}
rt::serde_impls!(Case);
/// The state is needed in the US, and only there.
///
/// From `asyncapi.yaml:32`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Address {
    /// Property `country`.
    ///
    /// Exactly 2 characters.
    pub country: rt::String,
    /// Property `state`.
    pub state: rt::Option<rt::String>,
}
impl Address {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(country: rt::String) -> Self {
        Self { country, state: rt::None }
    }
}
impl rt::Object for Address {
    const NAME: &'static str = "Address";
    const FIELDS: &'static [&'static str] = &["country", "state"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut country = rt::None;
        let mut state = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut country, "country")?,
                1 => map.read(&mut state, "state")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            country: map.required(country, "country")?,
            state,
        })
    }
}
impl rt::Wire for Address {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_valid(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("country", &self.country)?;
        object.optional("state", &self.state)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("country", rt::min_length(&self.country, 2))?;
        rt::at("country", rt::max_length(&self.country, 2))?;
        rt::write_valid(self, way)?;
        rt::Ok(())
    }
}
impl rt::Valid for Address {
    fn schema() -> &'static rt::Schema {
        &ADDRESS_SCHEMA
    }
    fn read_typed<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
}
rt::serde_impls!(Address);
/// By mail, by phone, or both.
///
/// From `asyncapi.yaml:42`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Contact {
    /// By mail
    pub by_mail: rt::Option<ContactByMail>,
    /// By phone
    pub by_phone: rt::Option<ContactByPhone>,
}
impl rt::AnyOf for Contact {
    const NAME: &'static str = "Contact";
    fn schemas() -> &'static [&'static rt::Schema] {
        static SCHEMAS: [&rt::Schema; 2] = [
            &rt::Schema(
                &[
                    rt::Keyword::Type(&[rt::Type::Object]),
                    rt::Keyword::Required(&["mail"]),
                    rt::Keyword::Properties(
                        &rt::Properties {
                            named: &[
                                (
                                    "mail",
                                    &rt::Schema(
                                        &[
                                            rt::Keyword::Type(&[rt::Type::String]),
                                            rt::Keyword::Format("email"),
                                        ],
                                    ),
                                ),
                            ],
                            patterns: &[],
                            others: rt::None,
                        },
                    ),
                ],
            ),
            &rt::Schema(
                &[
                    rt::Keyword::Type(&[rt::Type::Object]),
                    rt::Keyword::Required(&["phone"]),
                    rt::Keyword::Properties(
                        &rt::Properties {
                            named: &[
                                (
                                    "phone",
                                    &rt::Schema(
                                        &[
                                            rt::Keyword::Type(&[rt::Type::String]),
                                            rt::Keyword::Pattern({
                                                static PATTERN: rt::Pattern = rt::Pattern::new(
                                                    "^[0-9+ ]+$",
                                                    "LgBAKAEJ;/(^rBABBAcA$)",
                                                );
                                                &PATTERN
                                            }),
                                        ],
                                    ),
                                ),
                            ],
                            patterns: &[],
                            others: rt::None,
                        },
                    ),
                ],
            ),
        ];
        &SCHEMAS
    }
    fn read_arms(value: &rt::Fitting) -> rt::Result<Self, rt::JsonError> {
        rt::Ok(Self {
            by_mail: value.arm(0)?,
            by_phone: value.arm(1)?,
        })
    }
}
impl rt::Wire for Contact {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_any_of(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::AnyOfWriter::new().part(&self.by_mail)?.part(&self.by_phone)?.write(to)
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::any_there(&[self.by_mail.is_some(), self.by_phone.is_some()])?;
        rt::some(&self.by_mail, |value| rt::Wire::check(value, way))?;
        rt::some(&self.by_phone, |value| rt::Wire::check(value, way))?;
        rt::Ok(())
    }
}
rt::serde_impls!(Contact);
/// By mail
///
/// From `asyncapi.yaml:44`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct ContactByMail {
    /// Property `mail`.
    ///
    /// An e-mail address.
    pub mail: rt::String,
}
impl rt::Object for ContactByMail {
    const NAME: &'static str = "ContactByMail";
    const FIELDS: &'static [&'static str] = &["mail"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut mail = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut mail, "mail")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            mail: map.required(mail, "mail")?,
        })
    }
}
impl rt::Wire for ContactByMail {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("mail", &self.mail)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("mail", rt::format(&self.mail, "email"))?;
        rt::Ok(())
    }
}
rt::serde_impls!(ContactByMail);
/// By phone
///
/// From `asyncapi.yaml:48`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct ContactByPhone {
    /// Property `phone`.
    ///
    /// Matches `^[0-9+ ]+$`.
    pub phone: rt::String,
}
impl rt::Object for ContactByPhone {
    const NAME: &'static str = "ContactByPhone";
    const FIELDS: &'static [&'static str] = &["phone"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut phone = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut phone, "phone")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            phone: map.required(phone, "phone")?,
        })
    }
}
impl rt::Wire for ContactByPhone {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("phone", &self.phone)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at(
            "phone",
            rt::pattern(
                &self.phone,
                {
                    static PATTERN: rt::Pattern = rt::Pattern::new(
                        "^[0-9+ ]+$",
                        "LgBAKAEJ;/(^rBABBAcA$)",
                    );
                    &PATTERN
                },
            ),
        )?;
        rt::Ok(())
    }
}
rt::serde_impls!(ContactByPhone);
/// A string, of which some have a name.
///
/// From `asyncapi.yaml:53`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub enum Level {
    /// The value `debug`.
    Debug,
    /// The value `info`.
    Info,
    /// The value `error`.
    Error,
    /// Any other text.
    Other(rt::String),
}
rt::open_text_enum!(Level { Debug = "debug", Info = "info", Error = "error" } Other);
/// A string, of which some have a name.
///
/// From `asyncapi.yaml:17`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub enum CaseUnit {
    /// The value `kg`.
    Kg,
    /// The value `lb`.
    Lb,
    /// Any other text.
    Other(rt::String),
}
rt::open_text_enum!(CaseUnit { Kg = "kg", Lb = "lb" } Other);
/// One of several alternatives.
///
/// At least 3 characters.
///
/// From `asyncapi.yaml:57`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum Untyped {
    /// One of the alternatives.
    String(rt::String),
    /// One of the alternatives.
    Object(UntypedObject),
    /// Any other value: the document does not say of which type it is.
    Other(rt::Json),
}
impl ::core::convert::From<UntypedObject> for Untyped {
    #[inline]
    fn from(value: UntypedObject) -> Self {
        Self::Object(value)
    }
}
impl rt::ByKind for Untyped {
    const NAME: &'static str = "Untyped";
    fn arm<'de, D: rt::Deserializer<'de>>(
        kind: rt::JsonKind,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        match kind {
            rt::JsonKind::String => rt::arm(Self::String, from),
            rt::JsonKind::Object => rt::arm(Self::Object, from),
            rt::JsonKind::Null
            | rt::JsonKind::Bool
            | rt::JsonKind::Number
            | rt::JsonKind::Array => rt::arm(Self::Other, from),
        }
    }
}
impl rt::Wire for Untyped {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_by_kind(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::String(value) => rt::Wire::write(value, to),
            Self::Object(value) => rt::Wire::write(value, to),
            Self::Other(value) => rt::Wire::write(value, to),
        }
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        match self {
            Self::String(value) => rt::min_length(value, 3),
            Self::Object(_) => rt::Ok(()),
            Self::Other(_) => rt::Ok(()),
        }
    }
}
rt::serde_impls!(Untyped);
/// An object of the document.
///
/// At least 3 characters.
///
/// From `asyncapi.yaml:57`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct UntypedObject {
    /// Property `name`.
    pub name: rt::Option<rt::String>,
}
impl rt::Object for UntypedObject {
    const NAME: &'static str = "UntypedObject";
    const FIELDS: &'static [&'static str] = &["name"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut name = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut name, "name")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { name })
    }
}
impl rt::Wire for UntypedObject {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("name", &self.name)?;
        object.end()
    }
}
rt::serde_impls!(UntypedObject);
/// One of several alternatives.
///
/// From `asyncapi.yaml:61`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum Payment {
    /// Card
    Card(PaymentCard),
    /// Transfer
    Transfer(PaymentTransfer),
}
impl ::core::convert::From<PaymentCard> for Payment {
    #[inline]
    fn from(value: PaymentCard) -> Self {
        Self::Card(value)
    }
}
impl ::core::convert::From<PaymentTransfer> for Payment {
    #[inline]
    fn from(value: PaymentTransfer) -> Self {
        Self::Transfer(value)
    }
}
impl rt::Alternatives for Payment {
    const NAME: &'static str = "Payment";
    const EXACTLY_ONE: bool = true;
    fn schemas() -> &'static [&'static rt::Schema] {
        static SCHEMAS: [&rt::Schema; 2] = [
            &rt::Schema(
                &[
                    rt::Keyword::Type(&[rt::Type::Object]),
                    rt::Keyword::Required(&["number"]),
                    rt::Keyword::Properties(
                        &rt::Properties {
                            named: &[
                                (
                                    "number",
                                    &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                ),
                            ],
                            patterns: &[],
                            others: rt::None,
                        },
                    ),
                ],
            ),
            &rt::Schema(
                &[
                    rt::Keyword::Type(&[rt::Type::Object]),
                    rt::Keyword::Required(&["iban"]),
                    rt::Keyword::Properties(
                        &rt::Properties {
                            named: &[
                                (
                                    "iban",
                                    &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                ),
                            ],
                            patterns: &[],
                            others: rt::Some(&rt::Schema(&[rt::Keyword::Never])),
                        },
                    ),
                ],
            ),
        ];
        &SCHEMAS
    }
    fn arm<'de, D: rt::Deserializer<'de>>(
        at: usize,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        match at {
            0 => rt::arm(Self::Card, from),
            _ => rt::arm(Self::Transfer, from),
        }
    }
}
impl rt::Wire for Payment {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_alternative(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::Card(value) => rt::Wire::write(value, to),
            Self::Transfer(value) => rt::Wire::write(value, to),
        }
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::only_one(self, way)?;
        match self {
            Self::Card(_) => rt::Ok(()),
            Self::Transfer(_) => rt::Ok(()),
        }
    }
}
rt::serde_impls!(Payment);
/// Card
///
/// From `asyncapi.yaml:62`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct PaymentCard {
    /// Property `number`.
    pub number: rt::String,
}
impl rt::Object for PaymentCard {
    const NAME: &'static str = "PaymentCard";
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
impl rt::Wire for PaymentCard {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("number", &self.number)?;
        object.end()
    }
}
rt::serde_impls!(PaymentCard);
/// Transfer
///
/// From `asyncapi.yaml:66`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct PaymentTransfer {
    /// Property `iban`.
    pub iban: rt::String,
}
impl rt::Object for PaymentTransfer {
    const NAME: &'static str = "PaymentTransfer";
    const FIELDS: &'static [&'static str] = &["iban"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut iban = rt::None;
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut iban, "iban")?,
                _ => map.refuse(Self::FIELDS)?,
            }
        }
        rt::Ok(Self {
            iban: map.required(iban, "iban")?,
        })
    }
}
impl rt::Wire for PaymentTransfer {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("iban", &self.iban)?;
        object.end()
    }
}
rt::serde_impls!(PaymentTransfer);
/// One of several alternatives.
///
/// From `asyncapi.yaml:72`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum Parcel {
    /// Box
    Box(ParcelBox),
    /// Tube
    Tube(ParcelTube),
}
impl ::core::convert::From<ParcelBox> for Parcel {
    #[inline]
    fn from(value: ParcelBox) -> Self {
        Self::Box(value)
    }
}
impl ::core::convert::From<ParcelTube> for Parcel {
    #[inline]
    fn from(value: ParcelTube) -> Self {
        Self::Tube(value)
    }
}
impl rt::Alternatives for Parcel {
    const NAME: &'static str = "Parcel";
    const EXACTLY_ONE: bool = true;
    fn schemas() -> &'static [&'static rt::Schema] {
        static SCHEMAS: [&rt::Schema; 2] = [
            &rt::Schema(
                &[
                    rt::Keyword::Type(&[rt::Type::Object]),
                    rt::Keyword::Required(&["size"]),
                    rt::Keyword::Properties(
                        &rt::Properties {
                            named: &[
                                (
                                    "size",
                                    &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                ),
                            ],
                            patterns: &[],
                            others: rt::None,
                        },
                    ),
                ],
            ),
            &rt::Schema(
                &[
                    rt::Keyword::Type(&[rt::Type::Object]),
                    rt::Keyword::Required(&["size"]),
                    rt::Keyword::Properties(
                        &rt::Properties {
                            named: &[
                                (
                                    "size",
                                    &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                ),
                            ],
                            patterns: &[],
                            others: rt::Some(&rt::Schema(&[rt::Keyword::Never])),
                        },
                    ),
                ],
            ),
        ];
        &SCHEMAS
    }
    fn arm<'de, D: rt::Deserializer<'de>>(
        at: usize,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        match at {
            0 => rt::arm(Self::Box, from),
            _ => rt::arm(Self::Tube, from),
        }
    }
}
impl rt::Wire for Parcel {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_alternative(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::Box(value) => rt::Wire::write(value, to),
            Self::Tube(value) => rt::Wire::write(value, to),
        }
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::only_one(self, way)?;
        match self {
            Self::Box(_) => rt::Ok(()),
            Self::Tube(_) => rt::Ok(()),
        }
    }
}
rt::serde_impls!(Parcel);
/// Box
///
/// From `asyncapi.yaml:73`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct ParcelBox {
    /// Property `size`.
    pub size: rt::String,
    /// The properties that the document does not name.
    pub additional_properties: rt::BTreeMap<rt::String, rt::Json>,
}
impl ParcelBox {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(size: rt::String) -> Self {
        Self {
            size,
            additional_properties: rt::BTreeMap::new(),
        }
    }
}
impl rt::Object for ParcelBox {
    const NAME: &'static str = "ParcelBox";
    const FIELDS: &'static [&'static str] = &["size"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut size = rt::None;
        let mut additional_properties = rt::BTreeMap::new();
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut size, "size")?,
                _ => map.keep(&mut additional_properties)?,
            }
        }
        rt::Ok(Self {
            size: map.required(size, "size")?,
            additional_properties,
        })
    }
}
impl rt::Wire for ParcelBox {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("size", &self.size)?;
        object.kept(&self.additional_properties, <Self as rt::Object>::FIELDS)?;
        object.end()
    }
}
rt::serde_impls!(ParcelBox);
/// Tube
///
/// From `asyncapi.yaml:77`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct ParcelTube {
    /// Property `size`.
    pub size: rt::String,
}
impl rt::Object for ParcelTube {
    const NAME: &'static str = "ParcelTube";
    const FIELDS: &'static [&'static str] = &["size"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut size = rt::None;
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut size, "size")?,
                _ => map.refuse(Self::FIELDS)?,
            }
        }
        rt::Ok(Self {
            size: map.required(size, "size")?,
        })
    }
}
impl rt::Wire for ParcelTube {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("size", &self.size)?;
        object.end()
    }
}
rt::serde_impls!(ParcelTube);
/// A type of the document with rules of its own.
///
/// From `asyncapi.yaml:83`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Samples(rt::Vec<f64>);
rt::newtype!(checked Samples(rt::Vec < f64 >));
impl rt::Wire for Samples {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_valid(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::Wire::write(&self.0, to)
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::write_valid(self, way)?;
        rt::Ok(())
    }
}
impl rt::Valid for Samples {
    fn schema() -> &'static rt::Schema {
        &SAMPLES_SCHEMA
    }
    fn read_typed<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::arm(Self, from)
    }
}
rt::serde_impls!(Samples);
/// A type of the document with rules of its own.
///
/// From `asyncapi.yaml:87`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Row(rt::Vec<rt::Json>);
rt::newtype!(checked Row(rt::Vec < rt::Json >));
impl rt::Wire for Row {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_valid(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::Wire::write(&self.0, to)
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::write_valid(self, way)?;
        rt::Ok(())
    }
}
impl rt::Valid for Row {
    fn schema() -> &'static rt::Schema {
        &ROW_SCHEMA
    }
    fn read_typed<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::arm(Self, from)
    }
}
rt::serde_impls!(Row);
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
pub struct Labels {
    /// Property `name`.
    pub name: rt::Option<rt::String>,
    /// The properties that the document does not name.
    pub additional_properties: rt::BTreeMap<rt::String, rt::Json>,
}
impl rt::Object for Labels {
    const NAME: &'static str = "Labels";
    const FIELDS: &'static [&'static str] = &["name"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut name = rt::None;
        let mut additional_properties = rt::BTreeMap::new();
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut name, "name")?,
                _ => map.keep(&mut additional_properties)?,
            }
        }
        rt::Ok(Self {
            name,
            additional_properties,
        })
    }
}
impl rt::Wire for Labels {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_valid(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("name", &self.name)?;
        object.kept(&self.additional_properties, <Self as rt::Object>::FIELDS)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::write_valid(self, way)?;
        rt::Ok(())
    }
}
impl rt::Valid for Labels {
    fn schema() -> &'static rt::Schema {
        &LABELS_SCHEMA
    }
    fn read_typed<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
}
rt::serde_impls!(Labels);
/// A type of the document with rules of its own.
///
/// From `asyncapi.yaml:24`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct CaseNotEmpty(rt::Json);
rt::newtype!(checked CaseNotEmpty(rt::Json));
impl rt::Wire for CaseNotEmpty {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_valid(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::Wire::write(&self.0, to)
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::write_valid(self, way)?;
        rt::Ok(())
    }
}
impl rt::Valid for CaseNotEmpty {
    fn schema() -> &'static rt::Schema {
        &NOT_EMPTY_SCHEMA
    }
    fn read_typed<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::arm(Self, from)
    }
}
rt::serde_impls!(CaseNotEmpty);
static ADDRESS_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::If(
            &rt::Schema(
                &[
                    rt::Keyword::Properties(
                        &rt::Properties {
                            named: &[
                                (
                                    "country",
                                    &rt::Schema(
                                        &[rt::Keyword::Enum(&[rt::Literal::String("US")])],
                                    ),
                                ),
                            ],
                            patterns: &[],
                            others: rt::None,
                        },
                    ),
                ],
            ),
            rt::Some(&rt::Schema(&[rt::Keyword::Required(&["state"])])),
            rt::Some(
                &rt::Schema(
                    &[
                        rt::Keyword::Not(
                            &rt::Schema(&[rt::Keyword::Required(&["state"])]),
                        ),
                    ],
                ),
            ),
        ),
    ],
);
static SAMPLES_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Array]),
        rt::Keyword::Items(&rt::Schema(&[rt::Keyword::Type(&[rt::Type::Number])])),
        rt::Keyword::Contains(
            &rt::Schema(&[rt::Keyword::Minimum(rt::Literal::Integer(100))]),
        ),
    ],
);
static ROW_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Array]),
        rt::Keyword::Positions(
            &[
                &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
            ],
            rt::Some(&rt::Schema(&[rt::Keyword::Type(&[rt::Type::Boolean])])),
        ),
    ],
);
static LABELS_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Object]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    ("name", &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])])),
                ],
                patterns: &[
                    (
                        {
                            static PATTERN: rt::Pattern = rt::Pattern::new(
                                "^x-",
                                "L/(^'x'-)",
                            );
                            &PATTERN
                        },
                        &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                    ),
                ],
                others: rt::Some(&rt::Schema(&[rt::Keyword::Never])),
            },
        ),
        rt::Keyword::PropertyNames(&rt::Schema(&[rt::Keyword::MaxLength(8)])),
        rt::Keyword::DependentSchema(
            "name",
            &rt::Schema(&[rt::Keyword::Required(&["x-id"])]),
        ),
    ],
);
static NOT_EMPTY_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Not(
            &rt::Schema(
                &[
                    rt::Keyword::Enum(
                        &[
                            rt::Literal::String(""),
                            rt::Literal::Integer(0),
                            rt::Literal::Null,
                        ],
                    ),
                ],
            ),
        ),
    ],
);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Case", 0xa38183d05d64f3bd),
    ("Address", 0xb3d8aefe83c87e6a),
    ("Contact", 0xbf32e49d933c7d7c),
    ("ContactByMail", 0xc6093a7c05c6aa93),
    ("ContactByPhone", 0xff6f40daff8fea7a),
    ("Level", 0x3a6ae23a71700e8b),
    ("CaseUnit", 0x551b3cab96d96daf),
    ("Untyped", 0x5dd0d28f2fda3e01),
    ("UntypedObject", 0xd932e1856ee4beb5),
    ("Payment", 0x7cc85d95f73e1254),
    ("PaymentCard", 0xfd32824ff8c3107e),
    ("PaymentTransfer", 0xe18a0ac9ac6dae6c),
    ("Parcel", 0xeb45a629b8fb52bd),
    ("ParcelBox", 0xd9ef73daec48181),
    ("ParcelTube", 0xdc91bb302dec23b2),
    ("Samples", 0xf9f1ce6afbe1353d),
    ("Row", 0x7a67deccbc652756),
    ("Labels", 0x9bff004ec12bebfe),
    ("CaseNotEmpty", 0x1a8a37f29a621f43),
    ("ADDRESS_SCHEMA", 0xf7d9bcbae059a4e9),
    ("SAMPLES_SCHEMA", 0xba00a4e680584903),
    ("ROW_SCHEMA", 0x656e0936dd33f1cb),
    ("LABELS_SCHEMA", 0xaf5bee7557895aa0),
    ("NOT_EMPTY_SCHEMA", 0x967b82930dc0ee89),
];
/// Channel `cases`, at `cases`.
///
/// From `asyncapi.yaml:6`.
pub mod cases {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `cases`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "cases",
        address: rt::Option::Some("cases"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `case`, as the document has it.
    pub static CASE_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "case",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `take`, as the document has it.
    pub static TAKE: rt::OperationInfo = rt::OperationInfo {
        name: "take",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    /// What can come in on channel `cases`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `case`.
        ///
        /// From `asyncapi.yaml:9`.
        Case(super::Case),
    }
    impl rt::From<super::Case> for Message {
        fn from(message: super::Case) -> Self {
            Self::Case(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode(raw).map(Message::Case)
        }
    }
    /// A handle on channel `cases`. Cheap to clone.
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
    /// Handles what comes in on channel `cases`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:6`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `take`: receives `case`.
        ///
        /// From `asyncapi.yaml:26`.
        fn take(
            &self,
            message: super::Case,
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
    /// A peer's session on channel `cases`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        fn handle(
            &self,
            context: rt::Context,
        ) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
            rt::Box::pin(async move {
                let context = Context { inner: context };
                let handled = rt::guard(async {
                        match <Message as rt::Incoming>::decode(context.inner.raw()) {
                            rt::Result::Ok(Message::Case(message)) => {
                                <rt::Handled as rt::From<
                                    _,
                                >>::from(Receiver::take(&self.0, message, &context).await)
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
/// A client of What no Rust type carries 1.0.0: sends, and pulls what comes in.
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
        rt::Client::connect(rt::Connects::into_connect(endpoint), &[&cases::CHANNEL])
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
                &[&cases::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `cases`.
    ///
    /// From `asyncapi.yaml:6`.
    #[must_use]
    pub fn cases(&self) -> cases::Channel {
        cases::Channel::new(self.inner.channel(&cases::CHANNEL, "cases"))
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
/// A service of What no Rust type carries 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<Cases: cases::Receiver> {
    /// Handles channel `cases`.
    ///
    /// From `asyncapi.yaml:6`.
    pub cases: Cases,
}
impl<Cases: cases::Receiver> Service<Cases> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([
            rt::Arc::new(cases::Route(self.cases)) as rt::Arc<dyn rt::Route>,
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
