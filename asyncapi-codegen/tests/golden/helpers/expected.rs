#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// What was ordered.
///
/// From `asyncapi.yaml:34`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Order {
    /// The number of it.
    ///
    /// 1 to 65535. Read-only.
    pub id: u16,
    /// Property `code`.
    pub code: Code,
    /// Property `state`.
    pub state: OrderState,
    /// Property `note`.
    ///
    /// 1 to 1000 characters.
    pub note: rt::Option<rt::String>,
    /// Property `price`.
    ///
    /// More than 0. A multiple of 0.01.
    ///
    /// **Deprecated**, says the document.
    pub price: rt::Option<f64>,
    /// Property `at`.
    ///
    /// A date-time of RFC 3339.
    pub at: rt::Option<rt::DateTime>,
    /// Property `tags`.
    ///
    /// At least 1 item. No two items are equal. Of each item: at most 10 characters. Matches `` ^[a-z`]+$ ``.
    pub tags: rt::Option<rt::Vec<rt::String>>,
    /// Property `size`.
    ///
    /// Default: `20`.
    pub size: i128,
    /// Property `colors`.
    ///
    /// Default: `["red","green"]`.
    pub colors: rt::Vec<rt::String>,
    /// Property `none`.
    ///
    /// At most 3 items. Default: `[]`.
    pub none: rt::Vec<i128>,
    /// Property `limits`.
    ///
    /// Default: `{"a":1}`.
    pub limits: rt::BTreeMap<rt::String, i128>,
    /// Property `nothing`.
    ///
    /// Default: `{}`.
    pub nothing: rt::BTreeMap<rt::String, i128>,
    /// Property `window`.
    ///
    /// Default: `{"height":25,"width":80}`.
    pub window: rt::Option<OrderWindow>,
    /// Property `type`.
    ///
    /// Default: `"plain"`.
    pub r#type: rt::Option<rt::Option<rt::String>>,
    /// Property `secret`.
    ///
    /// Format `password`, which is not checked. Write-only.
    pub secret: rt::Option<rt::String>,
    /// Property `shape`.
    pub shape: rt::Option<Shape>,
    /// Property `wide`.
    pub wide: rt::Option<Wide>,
}
impl Order {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(id: u16, code: Code, state: OrderState) -> Self {
        Self {
            id,
            code,
            state,
            note: rt::None,
            price: rt::None,
            at: rt::None,
            tags: rt::None,
            size: 20,
            colors: rt::From::from([rt::text("red"), rt::text("green")]),
            none: rt::Default::default(),
            limits: rt::From::from([(rt::text("a"), 1)]),
            nothing: rt::Default::default(),
            window: rt::None,
            r#type: rt::None,
            secret: rt::None,
            shape: rt::None,
            wide: rt::None,
        }
    }
    /// The document's examples of this type, those that are valid.
    #[must_use]
    #[inline]
    pub fn examples() -> rt::Vec<Self> {
        rt::examples(
            &[
                "{\"code\":\"CD-2\",\"id\":2,\"state\":\"done\",\"tags\":[\"x\"],\"window\":{\"height\":1,\"width\":1}}",
                "{\"code\":\"AB-1\",\"id\":1,\"state\":\"new\"}",
            ],
        )
    }
    /// The document's default for `window`, which is not filled in where it is absent.
    #[must_use]
    #[inline]
    pub fn default_window() -> rt::Option<OrderWindow> {
        rt::example("{\"height\":25,\"width\":80}")
    }
    /// The document's default for `type`, which is not filled in where it is absent.
    #[must_use]
    #[inline]
    pub fn default_type() -> rt::Option<rt::Option<rt::String>> {
        rt::example("\"plain\"")
    }
}
impl rt::Object for Order {
    const NAME: &'static str = "Order";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "code",
        "state",
        "note",
        "price",
        "at",
        "tags",
        "size",
        "colors",
        "none",
        "limits",
        "nothing",
        "window",
        "type",
        "secret",
        "shape",
        "wide",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut id = rt::None;
        let mut code = rt::None;
        let mut state = rt::None;
        let mut note = rt::None;
        let mut price = rt::None;
        let mut at_field = rt::None;
        let mut tags = rt::None;
        let mut size = rt::None;
        let mut colors = rt::None;
        let mut none = rt::None;
        let mut limits = rt::None;
        let mut nothing = rt::None;
        let mut window = rt::None;
        let mut r#type = rt::None;
        let mut secret = rt::None;
        let mut shape = rt::None;
        let mut wide = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut id, "id")?,
                1 => map.read(&mut code, "code")?,
                2 => map.read(&mut state, "state")?,
                3 => map.read(&mut note, "note")?,
                4 => map.read(&mut price, "price")?,
                5 => map.read(&mut at_field, "at")?,
                6 => map.read(&mut tags, "tags")?,
                7 => map.read(&mut size, "size")?,
                8 => map.read(&mut colors, "colors")?,
                9 => map.read(&mut none, "none")?,
                10 => map.read(&mut limits, "limits")?,
                11 => map.read(&mut nothing, "nothing")?,
                12 => map.read(&mut window, "window")?,
                13 => map.read(&mut r#type, "type")?,
                14 => map.read(&mut secret, "secret")?,
                15 => map.read(&mut shape, "shape")?,
                16 => map.read(&mut wide, "wide")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            id: map.required(id, "id")?,
            code: map.required(code, "code")?,
            state: map.required(state, "state")?,
            note,
            price,
            at: at_field,
            tags,
            size: size.unwrap_or(20),
            colors: colors
                .unwrap_or_else(|| rt::From::from([rt::text("red"), rt::text("green")])),
            none: none.unwrap_or_default(),
            limits: limits.unwrap_or_else(|| rt::From::from([(rt::text("a"), 1)])),
            nothing: nothing.unwrap_or_default(),
            window,
            r#type,
            secret,
            shape,
            wide,
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
        object.field("code", &self.code)?;
        object.field("state", &self.state)?;
        object.optional("note", &self.note)?;
        object.optional("price", &self.price)?;
        object.optional("at", &self.at)?;
        object.optional("tags", &self.tags)?;
        object.field("size", &self.size)?;
        object.field("colors", &self.colors)?;
        object.field("none", &self.none)?;
        object.field("limits", &self.limits)?;
        object.field("nothing", &self.nothing)?;
        object.optional("window", &self.window)?;
        object.optional("type", &self.r#type)?;
        object.optional("secret", &self.secret)?;
        object.optional("shape", &self.shape)?;
        object.optional("wide", &self.wide)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("id", rt::minimum(&self.id, 1))?;
        rt::at("code", rt::Wire::check(&self.code, way))?;
        rt::at(
            "note",
            rt::some(
                &self.note,
                |value| {
                    rt::min_length(value, 1)?;
                    rt::max_length(value, 1000)
                },
            ),
        )?;
        rt::at(
            "price",
            rt::some(
                &self.price,
                |value| {
                    rt::exclusive_minimum(value, 0.0)?;
                    rt::multiple_of(value, 0.01)
                },
            ),
        )?;
        rt::at(
            "tags",
            rt::some(
                &self.tags,
                |value| {
                    rt::min_items(value, 1)?;
                    rt::unique_items(value)?;
                    rt::each(
                        value,
                        |value| {
                            rt::max_length(value, 10)?;
                            rt::pattern(
                                value,
                                {
                                    static PATTERN: rt::Pattern = rt::Pattern::new(
                                        "^[a-z`]+$",
                                        "LgDa;/(^rBABBAcA$)",
                                    );
                                    &PATTERN
                                },
                            )
                        },
                    )
                },
            ),
        )?;
        rt::at("none", rt::max_items(&self.none, 3))?;
        rt::at("shape", rt::some(&self.shape, |value| rt::Wire::check(value, way)))?;
        rt::Ok(())
    }
}
rt::serde_impls!(Order);
/// Two letters and a number.
///
/// Matches `^[A-Z]{2}-[0-9]$`.
///
/// From `asyncapi.yaml:89`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub struct Code(rt::String);
impl Code {
    /// The document's examples of this type, those that are valid.
    #[must_use]
    #[inline]
    pub fn examples() -> rt::Vec<Self> {
        rt::examples(&["\"AB-1\"", "\"ZZ-9\""])
    }
}
rt::newtype!(checked Code(rt::String));
impl rt::Wire for Code {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::arm(Self, from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::Wire::write(&self.0, to)
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::pattern(
            &self.0,
            {
                static PATTERN: rt::Pattern = rt::Pattern::new(
                    "^[A-Z]{2}-[0-9]$",
                    "LhCZ;wBJ;/(^rCDBBAcA'-cB$)",
                );
                &PATTERN
            },
        )?;
        rt::Ok(())
    }
}
rt::serde_impls!(Code);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:48`.
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
pub enum OrderState {
    /// The value `new`.
    New,
    /// The value `done`.
    Done,
}
rt::text_enum!(OrderState { New = "new", Done = "done" });
/// An object of the document.
///
/// Default: `{"height":25,"width":80}`.
///
/// From `asyncapi.yaml:76`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct OrderWindow {
    /// Property `width`.
    pub width: i128,
    /// Property `height`.
    pub height: i128,
}
impl rt::Object for OrderWindow {
    const NAME: &'static str = "OrderWindow";
    const FIELDS: &'static [&'static str] = &["width", "height"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut width = rt::None;
        let mut height = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut width, "width")?,
                1 => map.read(&mut height, "height")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            width: map.required(width, "width")?,
            height: map.required(height, "height")?,
        })
    }
}
impl rt::Wire for OrderWindow {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("width", &self.width)?;
        object.field("height", &self.height)?;
        object.end()
    }
}
rt::serde_impls!(OrderWindow);
/// One of several alternatives.
///
/// From `asyncapi.yaml:94`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub enum Shape {
    /// One of the alternatives.
    Variant1(ShapeVariant1),
    /// One of the alternatives.
    Variant2(ShapeVariant2),
}
impl Shape {
    /// The document's examples of this type, those that are valid.
    #[must_use]
    #[inline]
    pub fn examples() -> rt::Vec<Self> {
        rt::examples(&["{\"kind\":\"circle\",\"radius\":1.5}"])
    }
}
impl ::core::convert::From<ShapeVariant1> for Shape {
    #[inline]
    fn from(value: ShapeVariant1) -> Self {
        Self::Variant1(value)
    }
}
impl ::core::convert::From<ShapeVariant2> for Shape {
    #[inline]
    fn from(value: ShapeVariant2) -> Self {
        Self::Variant2(value)
    }
}
impl rt::Alternatives for Shape {
    const NAME: &'static str = "Shape";
    const EXACTLY_ONE: bool = true;
    fn schemas() -> &'static [&'static rt::Schema] {
        static SCHEMAS: [&rt::Schema; 2] = [
            &rt::Schema(
                &[
                    rt::Keyword::Type(&[rt::Type::Object]),
                    rt::Keyword::Required(&["radius"]),
                    rt::Keyword::Properties(
                        &rt::Properties {
                            named: &[
                                (
                                    "kind",
                                    &rt::Schema(
                                        &[rt::Keyword::Enum(&[rt::Literal::String("circle")])],
                                    ),
                                ),
                                (
                                    "radius",
                                    &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Number])]),
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
                    rt::Keyword::Required(&["side"]),
                    rt::Keyword::Properties(
                        &rt::Properties {
                            named: &[
                                (
                                    "kind",
                                    &rt::Schema(
                                        &[rt::Keyword::Enum(&[rt::Literal::String("square")])],
                                    ),
                                ),
                                (
                                    "side",
                                    &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Number])]),
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
    fn arm<'de, D: rt::Deserializer<'de>>(
        at: usize,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        match at {
            0 => rt::arm(Self::Variant1, from),
            _ => rt::arm(Self::Variant2, from),
        }
    }
}
impl rt::Wire for Shape {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_alternative(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::Variant1(value) => rt::Wire::write(value, to),
            Self::Variant2(value) => rt::Wire::write(value, to),
        }
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::only_one(self, way)?;
        match self {
            Self::Variant1(_) => rt::Ok(()),
            Self::Variant2(_) => rt::Ok(()),
        }
    }
}
rt::serde_impls!(Shape);
/// An object of the document.
///
/// From `asyncapi.yaml:95`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct ShapeVariant1 {
    /// Property `kind`.
    pub kind: rt::Option<ShapeVariant1Kind>,
    /// Property `radius`.
    pub radius: f64,
}
impl ShapeVariant1 {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(radius: f64) -> Self {
        Self { kind: rt::None, radius }
    }
}
impl rt::Object for ShapeVariant1 {
    const NAME: &'static str = "ShapeVariant1";
    const FIELDS: &'static [&'static str] = &["kind", "radius"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut kind = rt::None;
        let mut radius = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut kind, "kind")?,
                1 => map.read(&mut radius, "radius")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            kind,
            radius: map.required(radius, "radius")?,
        })
    }
}
impl rt::Wire for ShapeVariant1 {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("kind", &self.kind)?;
        object.field("radius", &self.radius)?;
        object.end()
    }
}
rt::serde_impls!(ShapeVariant1);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:98`.
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
pub enum ShapeVariant1Kind {
    /// The value `circle`.
    Circle,
}
rt::text_enum!(ShapeVariant1Kind { Circle = "circle" });
/// An object of the document.
///
/// From `asyncapi.yaml:100`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct ShapeVariant2 {
    /// Property `kind`.
    pub kind: rt::Option<ShapeVariant2Kind>,
    /// Property `side`.
    pub side: f64,
}
impl ShapeVariant2 {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(side: f64) -> Self {
        Self { kind: rt::None, side }
    }
}
impl rt::Object for ShapeVariant2 {
    const NAME: &'static str = "ShapeVariant2";
    const FIELDS: &'static [&'static str] = &["kind", "side"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut kind = rt::None;
        let mut side = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut kind, "kind")?,
                1 => map.read(&mut side, "side")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            kind,
            side: map.required(side, "side")?,
        })
    }
}
impl rt::Wire for ShapeVariant2 {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("kind", &self.kind)?;
        object.field("side", &self.side)?;
        object.end()
    }
}
rt::serde_impls!(ShapeVariant2);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:103`.
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
pub enum ShapeVariant2Kind {
    /// The value `square`.
    Square,
}
rt::text_enum!(ShapeVariant2Kind { Square = "square" });
/// More is required than clippy likes to see in a function.
///
/// From `asyncapi.yaml:108`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Wide {
    /// Property `a`.
    pub a: i128,
    /// Property `b`.
    pub b: i128,
    /// Property `c`.
    pub c: i128,
    /// Property `d`.
    pub d: i128,
    /// Property `e`.
    pub e: i128,
    /// Property `f`.
    pub f: i128,
    /// Property `g`.
    pub g: i128,
    /// Property `h`.
    pub h: i128,
    /// Property `i`.
    pub i: rt::Option<i128>,
}
impl Wide {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[allow(clippy::too_many_arguments)]
    #[inline]
    pub fn new(
        a: i128,
        b: i128,
        c: i128,
        d: i128,
        e: i128,
        f: i128,
        g: i128,
        h: i128,
    ) -> Self {
        Self {
            a,
            b,
            c,
            d,
            e,
            f,
            g,
            h,
            i: rt::None,
        }
    }
}
impl rt::Object for Wide {
    const NAME: &'static str = "Wide";
    const FIELDS: &'static [&'static str] = &[
        "a",
        "b",
        "c",
        "d",
        "e",
        "f",
        "g",
        "h",
        "i",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut a = rt::None;
        let mut b = rt::None;
        let mut c = rt::None;
        let mut d = rt::None;
        let mut e = rt::None;
        let mut f = rt::None;
        let mut g = rt::None;
        let mut h = rt::None;
        let mut i = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut a, "a")?,
                1 => map.read(&mut b, "b")?,
                2 => map.read(&mut c, "c")?,
                3 => map.read(&mut d, "d")?,
                4 => map.read(&mut e, "e")?,
                5 => map.read(&mut f, "f")?,
                6 => map.read(&mut g, "g")?,
                7 => map.read(&mut h, "h")?,
                8 => map.read(&mut i, "i")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            a: map.required(a, "a")?,
            b: map.required(b, "b")?,
            c: map.required(c, "c")?,
            d: map.required(d, "d")?,
            e: map.required(e, "e")?,
            f: map.required(f, "f")?,
            g: map.required(g, "g")?,
            h: map.required(h, "h")?,
            i,
        })
    }
}
impl rt::Wire for Wide {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("a", &self.a)?;
        object.field("b", &self.b)?;
        object.field("c", &self.c)?;
        object.field("d", &self.d)?;
        object.field("e", &self.e)?;
        object.field("f", &self.f)?;
        object.field("g", &self.g)?;
        object.field("h", &self.h)?;
        object.optional("i", &self.i)?;
        object.end()
    }
}
rt::serde_impls!(Wide);
/// An object of the document.
///
/// From `asyncapi.yaml:19`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct OrderHeaders {
    /// Property `attempt`.
    ///
    /// 1 to 255.
    pub attempt: u8,
    /// Property `trace`.
    pub trace: rt::Option<rt::String>,
}
impl OrderHeaders {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(attempt: u8) -> Self {
        Self { attempt, trace: rt::None }
    }
    /// The document's examples of this type, those that are valid.
    #[must_use]
    #[inline]
    pub fn examples() -> rt::Vec<Self> {
        rt::examples(&["{\"attempt\":3}"])
    }
}
impl rt::Object for OrderHeaders {
    const NAME: &'static str = "OrderHeaders";
    const FIELDS: &'static [&'static str] = &["attempt", "trace"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut attempt = rt::None;
        let mut trace = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut attempt, "attempt")?,
                1 => map.read(&mut trace, "trace")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            attempt: map.required(attempt, "attempt")?,
            trace,
        })
    }
}
impl rt::Wire for OrderHeaders {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("attempt", &self.attempt)?;
        object.optional("trace", &self.trace)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("attempt", rt::minimum(&self.attempt, 1))?;
        rt::Ok(())
    }
}
rt::serde_impls!(OrderHeaders);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Order", 0x2ef707f4a9c20ea6),
    ("Code", 0x7badd4cfaefccc46),
    ("OrderState", 0xbd511713ed680f8e),
    ("OrderWindow", 0x9f28df7454c55e4e),
    ("Shape", 0x9c5cc5a074b0cc0),
    ("ShapeVariant1", 0x34de6f38fc8f1e89),
    ("ShapeVariant1Kind", 0x9b5279ef63bab8ca),
    ("ShapeVariant2", 0x37a342cfdaccaf2f),
    ("ShapeVariant2Kind", 0x78fc1c30225b34b),
    ("Wide", 0xec423ebc54f670e3),
    ("OrderHeaders", 0x60073f0c2090c608),
];
/// Channel `all`, at `all`.
///
/// From `asyncapi.yaml:6`.
pub mod all {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `all`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "all",
        address: rt::Option::Some("all"),
        parameters: &[],
        servers: &[],
        bindings: &[],
    };
    /// Message `order`, as the document has it.
    pub static ORDER_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "order",
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
    /// What can come in on channel `all`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Message {
        /// Message `order`.
        ///
        /// From `asyncapi.yaml:9`.
        Order(rt::WithHeaders<super::Order, super::OrderHeaders>),
    }
    impl rt::From<rt::WithHeaders<super::Order, super::OrderHeaders>> for Message {
        fn from(message: rt::WithHeaders<super::Order, super::OrderHeaders>) -> Self {
            Self::Order(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode_with_headers(raw).map(Message::Order)
        }
    }
    /// A handle on channel `all`. Cheap to clone.
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
    /// Handles what comes in on channel `all`: a method for each operation that receives.
    ///
    /// From `asyncapi.yaml:6`.
    pub trait Receiver: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// Operation `take`: receives `order`.
        ///
        /// From `asyncapi.yaml:12`.
        fn take(
            &self,
            message: rt::WithHeaders<super::Order, super::OrderHeaders>,
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
    /// A peer's session on channel `all`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
                            rt::Result::Ok(Message::Order(message)) => {
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
/// A client of Helpers 1.0.0: sends, and pulls what comes in.
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
        rt::Client::connect(rt::Connects::into_connect(endpoint), &[&all::CHANNEL])
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
                &[&all::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `all`.
    ///
    /// From `asyncapi.yaml:6`.
    #[must_use]
    pub fn all(&self) -> all::Channel {
        all::Channel::new(self.inner.channel(&all::CHANNEL, "all"))
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
/// A service of Helpers 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<All: all::Receiver> {
    /// Handles channel `all`.
    ///
    /// From `asyncapi.yaml:6`.
    pub all: All,
}
impl<All: all::Receiver> Service<All> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([rt::Arc::new(all::Route(self.all)) as rt::Arc<dyn rt::Route>])
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
