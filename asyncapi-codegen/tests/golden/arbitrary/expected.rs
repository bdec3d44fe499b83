#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:24`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Everything {
    /// Property `id`.
    ///
    /// A UUID.
    pub id: rt::Uuid,
    /// Property `scalars`.
    pub scalars: Scalars,
    /// Property `texts`.
    pub texts: rt::Option<Texts>,
    /// Property `lists`.
    pub lists: rt::Option<Lists>,
    /// Property `maps`.
    pub maps: rt::Option<Maps>,
    /// Property `shape`.
    pub shape: Shape,
    /// Property `contact`.
    pub contact: rt::Option<Contact>,
    /// Property `either`.
    pub either: rt::Option<Either>,
    /// Property `tree`.
    pub tree: Tree,
    /// Property `depends`.
    pub depends: rt::Option<Depends>,
    /// Property `all`.
    pub all: rt::Option<All>,
    /// Property `anything`.
    pub anything: rt::Option<rt::Json>,
    /// Property `untyped`.
    ///
    /// At least 2 characters.
    pub untyped: rt::Option<EverythingUntyped>,
}
impl Everything {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(id: rt::Uuid, scalars: Scalars, shape: Shape, tree: Tree) -> Self {
        Self {
            id,
            scalars,
            texts: rt::None,
            lists: rt::None,
            maps: rt::None,
            shape,
            contact: rt::None,
            either: rt::None,
            tree,
            depends: rt::None,
            all: rt::None,
            anything: rt::None,
            untyped: rt::None,
        }
    }
}
impl rt::Object for Everything {
    const NAME: &'static str = "Everything";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "scalars",
        "texts",
        "lists",
        "maps",
        "shape",
        "contact",
        "either",
        "tree",
        "depends",
        "all",
        "anything",
        "untyped",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut id = rt::None;
        let mut scalars = rt::None;
        let mut texts = rt::None;
        let mut lists = rt::None;
        let mut maps = rt::None;
        let mut shape = rt::None;
        let mut contact = rt::None;
        let mut either = rt::None;
        let mut tree = rt::None;
        let mut depends = rt::None;
        let mut all = rt::None;
        let mut anything = rt::None;
        let mut untyped = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut id, "id")?,
                1 => map.read(&mut scalars, "scalars")?,
                2 => map.read(&mut texts, "texts")?,
                3 => map.read(&mut lists, "lists")?,
                4 => map.read(&mut maps, "maps")?,
                5 => map.read(&mut shape, "shape")?,
                6 => map.read(&mut contact, "contact")?,
                7 => map.read(&mut either, "either")?,
                8 => map.read(&mut tree, "tree")?,
                9 => map.read(&mut depends, "depends")?,
                10 => map.read(&mut all, "all")?,
                11 => map.read(&mut anything, "anything")?,
                12 => map.read(&mut untyped, "untyped")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            id: map.required(id, "id")?,
            scalars: map.required(scalars, "scalars")?,
            texts,
            lists,
            maps,
            shape: map.required(shape, "shape")?,
            contact,
            either,
            tree: map.required(tree, "tree")?,
            depends,
            all,
            anything,
            untyped,
        })
    }
}
impl rt::Wire for Everything {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("id", &self.id)?;
        object.field("scalars", &self.scalars)?;
        object.optional("texts", &self.texts)?;
        object.optional("lists", &self.lists)?;
        object.optional("maps", &self.maps)?;
        object.field("shape", &self.shape)?;
        object.optional("contact", &self.contact)?;
        object.optional("either", &self.either)?;
        object.field("tree", &self.tree)?;
        object.optional("depends", &self.depends)?;
        object.optional("all", &self.all)?;
        object.optional("anything", &self.anything)?;
        object.optional("untyped", &self.untyped)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("scalars", rt::Wire::check(&self.scalars, way))?;
        rt::at("texts", rt::some(&self.texts, |value| rt::Wire::check(value, way)))?;
        rt::at("lists", rt::some(&self.lists, |value| rt::Wire::check(value, way)))?;
        rt::at("maps", rt::some(&self.maps, |value| rt::Wire::check(value, way)))?;
        rt::at("contact", rt::some(&self.contact, |value| rt::Wire::check(value, way)))?;
        rt::at("either", rt::some(&self.either, |value| rt::Wire::check(value, way)))?;
        rt::at("depends", rt::some(&self.depends, |value| rt::Wire::check(value, way)))?;
        rt::at("all", rt::some(&self.all, |value| rt::Wire::check(value, way)))?;
        rt::at("untyped", rt::some(&self.untyped, |value| rt::Wire::check(value, way)))?;
        rt::Ok(())
    }
}
rt::serde_impls!(Everything);
impl<'a> rt::arbitrary::Arbitrary<'a> for Everything {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::Object]),
                            rt::Keyword::Required(&["id", "scalars", "shape", "tree"]),
                            rt::Keyword::Properties(
                                &rt::Properties {
                                    named: &[
                                        (
                                            "id",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("uuid"),
                                                ],
                                            ),
                                        ),
                                        ("scalars", &SCALARS_SCHEMA),
                                        ("texts", &TEXTS_SCHEMA),
                                        ("lists", &LISTS_SCHEMA),
                                        ("maps", &MAPS_SCHEMA),
                                        ("shape", &SHAPE_SCHEMA),
                                        ("contact", &CONTACT_SCHEMA),
                                        ("either", &EITHER_SCHEMA),
                                        ("tree", &TREE_SCHEMA),
                                        ("depends", &DEPENDS_SCHEMA_2),
                                        ("all", &ALL_SCHEMA),
                                        ("untyped", &rt::Schema(&[rt::Keyword::MinLength(2)])),
                                    ],
                                    patterns: &[],
                                    others: rt::None,
                                },
                            ),
                        ],
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:41`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Scalars {
    /// Property `kind`.
    pub kind: rt::Option<ScalarsKind>,
    /// Property `port`.
    ///
    /// 1 to 65535.
    pub port: u16,
    /// Property `price`.
    ///
    /// More than 0. A multiple of 0.01.
    pub price: f64,
    /// Property `even`.
    ///
    /// A multiple of 2.
    pub even: i128,
    /// Property `ratio`.
    ///
    /// 0 to 1.
    pub ratio: rt::Option<f64>,
    /// Property `single`.
    pub single: rt::Option<f32>,
    /// Property `large`.
    ///
    /// At least 0.
    pub large: rt::Option<u64>,
    /// Property `flag`.
    pub flag: bool,
    /// Property `nothing`.
    pub nothing: (),
    /// Property `state`.
    pub state: rt::Option<ScalarsState>,
    /// Property `level`.
    pub level: rt::Option<ScalarsLevel>,
    /// Property `mixed`.
    pub mixed: rt::Option<rt::Option<ScalarsMixed>>,
    /// Property `maybe`.
    pub maybe: rt::Option<rt::Option<rt::String>>,
    /// Property `size`.
    ///
    /// Default: `20`.
    pub size: i128,
}
impl Scalars {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(port: u16, price: f64, even: i128, flag: bool, nothing: ()) -> Self {
        Self {
            kind: rt::None,
            port,
            price,
            even,
            ratio: rt::None,
            single: rt::None,
            large: rt::None,
            flag,
            nothing,
            state: rt::None,
            level: rt::None,
            mixed: rt::None,
            maybe: rt::None,
            size: 20,
        }
    }
}
impl rt::Object for Scalars {
    const NAME: &'static str = "Scalars";
    const FIELDS: &'static [&'static str] = &[
        "kind",
        "port",
        "price",
        "even",
        "ratio",
        "single",
        "large",
        "flag",
        "nothing",
        "state",
        "level",
        "mixed",
        "maybe",
        "size",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut kind = rt::None;
        let mut port = rt::None;
        let mut price = rt::None;
        let mut even = rt::None;
        let mut ratio = rt::None;
        let mut single = rt::None;
        let mut large = rt::None;
        let mut flag = rt::None;
        let mut nothing = rt::None;
        let mut state = rt::None;
        let mut level = rt::None;
        let mut mixed = rt::None;
        let mut maybe = rt::None;
        let mut size = rt::None;
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut kind, "kind")?,
                1 => map.read(&mut port, "port")?,
                2 => map.read(&mut price, "price")?,
                3 => map.read(&mut even, "even")?,
                4 => map.read(&mut ratio, "ratio")?,
                5 => map.read(&mut single, "single")?,
                6 => map.read(&mut large, "large")?,
                7 => map.read(&mut flag, "flag")?,
                8 => map.read(&mut nothing, "nothing")?,
                9 => map.read(&mut state, "state")?,
                10 => map.read(&mut level, "level")?,
                11 => map.read(&mut mixed, "mixed")?,
                12 => map.read(&mut maybe, "maybe")?,
                13 => map.read(&mut size, "size")?,
                _ => map.refuse(Self::FIELDS)?,
            }
        }
        rt::Ok(Self {
            kind,
            port: map.required(port, "port")?,
            price: map.required(price, "price")?,
            even: map.required(even, "even")?,
            ratio,
            single,
            large,
            flag: map.required(flag, "flag")?,
            nothing: map.required(nothing, "nothing")?,
            state,
            level,
            mixed,
            maybe,
            size: size.unwrap_or(20),
        })
    }
}
impl rt::Wire for Scalars {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("kind", &self.kind)?;
        object.field("port", &self.port)?;
        object.field("price", &self.price)?;
        object.field("even", &self.even)?;
        object.optional("ratio", &self.ratio)?;
        object.optional("single", &self.single)?;
        object.optional("large", &self.large)?;
        object.field("flag", &self.flag)?;
        object.field("nothing", &self.nothing)?;
        object.optional("state", &self.state)?;
        object.optional("level", &self.level)?;
        object.optional("mixed", &self.mixed)?;
        object.optional("maybe", &self.maybe)?;
        object.field("size", &self.size)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("port", rt::minimum(&self.port, 1))?;
        rt::at("price", rt::exclusive_minimum(&self.price, 0.0))?;
        rt::at("price", rt::multiple_of(&self.price, 0.01))?;
        rt::at("even", rt::multiple_of(&self.even, 2))?;
        rt::at(
            "ratio",
            rt::some(
                &self.ratio,
                |value| {
                    rt::minimum(value, 0.0)?;
                    rt::maximum(value, 1.0)
                },
            ),
        )?;
        rt::Ok(())
    }
}
rt::serde_impls!(Scalars);
impl<'a> rt::arbitrary::Arbitrary<'a> for Scalars {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::Object]),
                            rt::Keyword::Required(
                                &["port", "price", "even", "flag", "nothing"],
                            ),
                            rt::Keyword::Properties(
                                &rt::Properties {
                                    named: &[
                                        (
                                            "kind",
                                            &rt::Schema(
                                                &[rt::Keyword::Enum(&[rt::Literal::String("scalars")])],
                                            ),
                                        ),
                                        (
                                            "port",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Integer]),
                                                    rt::Keyword::Minimum(rt::Literal::Integer(1)),
                                                    rt::Keyword::Maximum(rt::Literal::Integer(65535)),
                                                ],
                                            ),
                                        ),
                                        (
                                            "price",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Number]),
                                                    rt::Keyword::ExclusiveMinimum(rt::Literal::Integer(0)),
                                                    rt::Keyword::MultipleOf(rt::Literal::Number(0.01)),
                                                ],
                                            ),
                                        ),
                                        (
                                            "even",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Integer]),
                                                    rt::Keyword::MultipleOf(rt::Literal::Integer(2)),
                                                ],
                                            ),
                                        ),
                                        (
                                            "ratio",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Number]),
                                                    rt::Keyword::Minimum(rt::Literal::Integer(0)),
                                                    rt::Keyword::Maximum(rt::Literal::Integer(1)),
                                                ],
                                            ),
                                        ),
                                        (
                                            "single",
                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Number])]),
                                        ),
                                        (
                                            "large",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Integer]),
                                                    rt::Keyword::Minimum(rt::Literal::Integer(0)),
                                                ],
                                            ),
                                        ),
                                        (
                                            "flag",
                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Boolean])]),
                                        ),
                                        (
                                            "nothing",
                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Null])]),
                                        ),
                                        (
                                            "state",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Enum(
                                                        &[rt::Literal::String("new"), rt::Literal::String("done")],
                                                    ),
                                                ],
                                            ),
                                        ),
                                        (
                                            "level",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Enum(
                                                        &[
                                                            rt::Literal::Integer(1),
                                                            rt::Literal::Integer(2),
                                                            rt::Literal::Integer(3),
                                                        ],
                                                    ),
                                                ],
                                            ),
                                        ),
                                        (
                                            "mixed",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Enum(
                                                        &[
                                                            rt::Literal::String("a"),
                                                            rt::Literal::Integer(1),
                                                            rt::Literal::Null,
                                                        ],
                                                    ),
                                                ],
                                            ),
                                        ),
                                        (
                                            "maybe",
                                            &rt::Schema(
                                                &[rt::Keyword::Type(&[rt::Type::Null, rt::Type::String])],
                                            ),
                                        ),
                                        (
                                            "size",
                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                        ),
                                    ],
                                    patterns: &[],
                                    others: rt::Some(&rt::Schema(&[rt::Keyword::Never])),
                                },
                            ),
                        ],
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:45`.
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
pub enum ScalarsKind {
    /// The value `scalars`.
    Scalars,
}
rt::text_enum!(ScalarsKind { Scalars = "scalars" });
impl<'a> rt::arbitrary::Arbitrary<'a> for ScalarsKind {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[rt::Keyword::Enum(&[rt::Literal::String("scalars")])],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:54`.
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
pub enum ScalarsState {
    /// The value `new`.
    New,
    /// The value `done`.
    Done,
}
rt::text_enum!(ScalarsState { New = "new", Done = "done" });
impl<'a> rt::arbitrary::Arbitrary<'a> for ScalarsState {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Enum(
                    &[rt::Literal::String("new"), rt::Literal::String("done")],
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:55`.
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
pub enum ScalarsLevel {
    /// The value `1`.
    N1,
    /// The value `2`.
    N2,
    /// The value `3`.
    N3,
}
rt::literal_enum!(
    ScalarsLevel { N1 = rt::Literal::Integer(1), N2 = rt::Literal::Integer(2), N3 =
    rt::Literal::Integer(3) }
);
impl<'a> rt::arbitrary::Arbitrary<'a> for ScalarsLevel {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Enum(
                    &[
                        rt::Literal::Integer(1),
                        rt::Literal::Integer(2),
                        rt::Literal::Integer(3),
                    ],
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:56`.
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
pub enum ScalarsMixed {
    /// The value `a`.
    A,
    /// The value `1`.
    N1,
}
rt::literal_enum!(
    ScalarsMixed { A = rt::Literal::String("a"), N1 = rt::Literal::Integer(1) }
);
impl<'a> rt::arbitrary::Arbitrary<'a> for ScalarsMixed {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[rt::Keyword::Enum(&[rt::Literal::String("a"), rt::Literal::Integer(1)])],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:60`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Texts {
    /// Property `code`.
    pub code: rt::Option<Code>,
    /// Property `short`.
    ///
    /// 2 to 4 characters.
    pub short: rt::Option<rt::String>,
    /// Property `at`.
    ///
    /// A date-time of RFC 3339.
    pub at: rt::Option<rt::DateTime>,
    /// Property `day`.
    ///
    /// A date of RFC 3339.
    pub day: rt::Option<rt::Date>,
    /// Property `time`.
    ///
    /// A time of RFC 3339.
    pub time: rt::Option<rt::Time>,
    /// Property `mail`.
    ///
    /// An e-mail address.
    pub mail: rt::Option<rt::String>,
    /// Property `host`.
    ///
    /// A host name.
    pub host: rt::Option<rt::String>,
    /// Property `four`.
    ///
    /// An IPv4 address.
    pub four: rt::Option<rt::String>,
    /// Property `six`.
    ///
    /// An IPv6 address.
    pub six: rt::Option<rt::String>,
    /// Property `uri`.
    ///
    /// A URI.
    pub uri: rt::Option<rt::String>,
    /// Property `template`.
    pub template: rt::Option<rt::String>,
    /// Property `pointer`.
    ///
    /// A JSON pointer.
    pub pointer: rt::Option<rt::String>,
    /// Property `relative`.
    pub relative: rt::Option<rt::String>,
    /// Property `regex`.
    pub regex: rt::Option<rt::String>,
    /// Property `duration`.
    ///
    /// A duration of ISO 8601.
    pub duration: rt::Option<rt::String>,
    /// Property `bytes`.
    pub bytes: rt::Option<rt::Bytes>,
    /// Property `name`.
    ///
    /// At most 20 characters. Matches `^[A-Z][a-z]{1,8}( [A-Z][a-z]+)?$`.
    pub name: rt::Option<rt::String>,
    /// Property `twice`.
    ///
    /// Matches `^(a|b)\1$`.
    pub twice: rt::Option<rt::String>,
    /// Property `letters`.
    ///
    /// Matches `^\p{L}+$`.
    pub letters: rt::Option<rt::String>,
}
impl rt::Object for Texts {
    const NAME: &'static str = "Texts";
    const FIELDS: &'static [&'static str] = &[
        "code",
        "short",
        "at",
        "day",
        "time",
        "mail",
        "host",
        "four",
        "six",
        "uri",
        "template",
        "pointer",
        "relative",
        "regex",
        "duration",
        "bytes",
        "name",
        "twice",
        "letters",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut code = rt::None;
        let mut short = rt::None;
        let mut at_field = rt::None;
        let mut day = rt::None;
        let mut time = rt::None;
        let mut mail = rt::None;
        let mut host = rt::None;
        let mut four = rt::None;
        let mut six = rt::None;
        let mut uri = rt::None;
        let mut template = rt::None;
        let mut pointer = rt::None;
        let mut relative = rt::None;
        let mut regex = rt::None;
        let mut duration = rt::None;
        let mut bytes = rt::None;
        let mut name = rt::None;
        let mut twice = rt::None;
        let mut letters = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut code, "code")?,
                1 => map.read(&mut short, "short")?,
                2 => map.read(&mut at_field, "at")?,
                3 => map.read(&mut day, "day")?,
                4 => map.read(&mut time, "time")?,
                5 => map.read(&mut mail, "mail")?,
                6 => map.read(&mut host, "host")?,
                7 => map.read(&mut four, "four")?,
                8 => map.read(&mut six, "six")?,
                9 => map.read(&mut uri, "uri")?,
                10 => map.read(&mut template, "template")?,
                11 => map.read(&mut pointer, "pointer")?,
                12 => map.read(&mut relative, "relative")?,
                13 => map.read(&mut regex, "regex")?,
                14 => map.read(&mut duration, "duration")?,
                15 => map.read(&mut bytes, "bytes")?,
                16 => map.read(&mut name, "name")?,
                17 => map.read(&mut twice, "twice")?,
                18 => map.read(&mut letters, "letters")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            code,
            short,
            at: at_field,
            day,
            time,
            mail,
            host,
            four,
            six,
            uri,
            template,
            pointer,
            relative,
            regex,
            duration,
            bytes,
            name,
            twice,
            letters,
        })
    }
}
impl rt::Wire for Texts {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("code", &self.code)?;
        object.optional("short", &self.short)?;
        object.optional("at", &self.at)?;
        object.optional("day", &self.day)?;
        object.optional("time", &self.time)?;
        object.optional("mail", &self.mail)?;
        object.optional("host", &self.host)?;
        object.optional("four", &self.four)?;
        object.optional("six", &self.six)?;
        object.optional("uri", &self.uri)?;
        object.optional("template", &self.template)?;
        object.optional("pointer", &self.pointer)?;
        object.optional("relative", &self.relative)?;
        object.optional("regex", &self.regex)?;
        object.optional("duration", &self.duration)?;
        object.optional("bytes", &self.bytes)?;
        object.optional("name", &self.name)?;
        object.optional("twice", &self.twice)?;
        object.optional("letters", &self.letters)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("code", rt::some(&self.code, |value| rt::Wire::check(value, way)))?;
        rt::at(
            "short",
            rt::some(
                &self.short,
                |value| {
                    rt::min_length(value, 2)?;
                    rt::max_length(value, 4)
                },
            ),
        )?;
        rt::at("mail", rt::some(&self.mail, |value| rt::format(value, "email")))?;
        rt::at("host", rt::some(&self.host, |value| rt::format(value, "hostname")))?;
        rt::at("four", rt::some(&self.four, |value| rt::format(value, "ipv4")))?;
        rt::at("six", rt::some(&self.six, |value| rt::format(value, "ipv6")))?;
        rt::at("uri", rt::some(&self.uri, |value| rt::format(value, "uri")))?;
        rt::at(
            "template",
            rt::some(&self.template, |value| rt::format(value, "uri-template")),
        )?;
        rt::at(
            "pointer",
            rt::some(&self.pointer, |value| rt::format(value, "json-pointer")),
        )?;
        rt::at(
            "relative",
            rt::some(&self.relative, |value| rt::format(value, "relative-json-pointer")),
        )?;
        rt::at("regex", rt::some(&self.regex, |value| rt::format(value, "regex")))?;
        rt::at(
            "duration",
            rt::some(&self.duration, |value| rt::format(value, "duration")),
        )?;
        rt::at(
            "name",
            rt::some(
                &self.name,
                |value| {
                    rt::max_length(value, 20)?;
                    rt::pattern(
                        value,
                        {
                            static PATTERN: rt::Pattern = rt::Pattern::new(
                                "^[A-Z][a-z]{1,8}( [A-Z][a-z]+)?$",
                                "LhCZ;hDZ;/(^cArBJBBAcBrACBBA(' cArBABCAcB)$)",
                            );
                            &PATTERN
                        },
                    )
                },
            ),
        )?;
        rt::at(
            "twice",
            rt::some(
                &self.twice,
                |value| rt::pattern(
                    value,
                    {
                        static PATTERN: rt::Pattern = rt::Pattern::new(
                            "^(a|b)\\1$",
                            "B/(^gB|'a'b)kBB$)",
                        );
                        &PATTERN
                    },
                ),
            ),
        )?;
        rt::at(
            "letters",
            rt::some(
                &self.letters,
                |value| rt::pattern(
                    value,
                    {
                        static PATTERN: rt::Pattern = rt::Pattern::new(
                            "^\\p{L}+$",
                            "LhCZGZvBAKAEAFWBeBpOELOEHABAhEEBBCDBAGABCBABTByCBqEIlFBlBCAGoBnCaEDtBqBjBBBiDBAPBHBKCCAQABdd4CLAYgBJBEAFVEAJADAXYHKFXBGQpB6B1BDASAHJPPEHCBCVBGBADDDAQANBBCOBKAIFEBCVBGBBBBBBfDBATCQIBCBVBGBBBEDASAPBXALHCBCVBGBBBEDAeBBCPARABFDCBDDBBABBDBDCDLWA0BHBCBWBPDAaCBBCBeAEHBCBWBJBEDAeCBBPBRIBCBoBCAQAFCICYFFRDXBIBACG6BvBBBMG6BBBABEBXBABJBBJACEBAVDgBA_BHBjBbEzDqBUAQFEDDADBHCEMMARlBBAFACqBBsKBDCGBABDCoBBDCgBBDCGBABDCOB4BBDCiClBPQ1CCFDrTCQBZFqCGHHRNSOROMBCPzBjBAEAjC4CHEChBBAFlCKexBdCELrBEZ2BWJ0ByCA9CuBRH2BdNBKrBajBpBCKjBCKFqBCCpBDBFBBDAF_FgC1ICFClBCFCHBABABABeC0BBGBADCBGDDCFEMFCBG0DANAQMlDAEACJBADEGABABABDBKCDFEEA0BB7zCkHGDDBMlBBAFAC3BHAQWJGBGBGBGBGBGBGBGwCA1OBqBEFBE1CGCB5CBDFqBB9CRfwBPgQ_tGgCs0VjCtBCsIDPKBUuBQeClCxBICmDCxCUQBCBDBWdzBOxB-BFDABBLbKWZcHuBcAQEBJKEBoBXCBHUWDADxBBADBCECABAYCCKHCMFCFCFJGBGBqBBNGyDdj9KMWEwBkoItLCpDmBGMEFABJBMBEBABBBBBrDhBqLS_BC1BoBL0DEBmEkBZGZL4CDFCFCFCCjBLBZBSBBBOCNiB6DlMcDwBvBfNTBHGlBKdCjBEHwB9ESjBEjBEnBIzBMKBOBGBBBKBOBGBBDzBM2JJVKHYFBpBBIlCFCABrBBBDACWKWJehCSBBKVKZGZmB3BGBgCAPDBCBcqBcDcjBHBbb1BKVKSNRuDoC3ByBNyBNjBmBbJW6HpBGBQF4BcKAIVqBRuBUbWM0B5BBCANsBgBYajBdACAIiBDAMvBODVABAjBRBYTB_BGBABDBOBJHuBmBHCBCVBGBBBEDASAMEeJBACABlBBAZABAsB0BSDUCevBUBBA4FuBpBDkBvBUA7BqBNAnCalBG5FrB0D_BfHCACHBBBXPABA-CHCmBQABAcAKnBHAVALtBTASoCnGgBfIBkBRAxBdwDGBBBlBVAZFBBBfOAXrBkISPABMBhB8DAvC5cmHjGsyCgDPvhBRFZ68DFmS51Gdi3B4RHeRuCRdSvBQDfUFSwNsBzG_BgBYCYsBqCFAiCMgCBBAOBM1mHpBfhDyD9vIDBGBBBiJPAdCCAODIrMkoCqDFMDIHJm7F0CBmCBBCACBCDBLBABGBgCBDCHBGBbBDBEBADGBzKCYBYBeBYBeBYBeBYBeBYBH05BeGFlI9ByEsBKGQAhKdSrBkPbkHdCAvGeBCBBBGCEJBgHGBDBBBOBkG7BjCHA0lBDBaBBBACABJBDBABAGAEABABABCBBBACABABABABABBBACDBGBDBDBABJBQFCBEBQkqE_2pBgB9oECt0FCwpHPtTitC9QivBq6EFppI;/(^rBABBAcA$)",
                        );
                        &PATTERN
                    },
                ),
            ),
        )?;
        rt::Ok(())
    }
}
rt::serde_impls!(Texts);
impl<'a> rt::arbitrary::Arbitrary<'a> for Texts {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::Object]),
                            rt::Keyword::Properties(
                                &rt::Properties {
                                    named: &[
                                        ("code", &CODE_SCHEMA),
                                        (
                                            "short",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::MinLength(2),
                                                    rt::Keyword::MaxLength(4),
                                                ],
                                            ),
                                        ),
                                        (
                                            "at",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("date-time"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "day",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("date"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "time",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("time"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "mail",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("email"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "host",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("hostname"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "four",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("ipv4"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "six",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("ipv6"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "uri",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("uri"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "template",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("uri-template"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "pointer",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("json-pointer"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "relative",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("relative-json-pointer"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "regex",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("regex"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "duration",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("duration"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "bytes",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("content:base64"),
                                                ],
                                            ),
                                        ),
                                        (
                                            "name",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::MaxLength(20),
                                                    rt::Keyword::Pattern({
                                                        static PATTERN: rt::Pattern = rt::Pattern::new(
                                                            "^[A-Z][a-z]{1,8}( [A-Z][a-z]+)?$",
                                                            "LhCZ;hDZ;/(^cArBJBBAcBrACBBA(' cArBABCAcB)$)",
                                                        );
                                                        &PATTERN
                                                    }),
                                                ],
                                            ),
                                        ),
                                        (
                                            "twice",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Pattern({
                                                        static PATTERN: rt::Pattern = rt::Pattern::new(
                                                            "^(a|b)\\1$",
                                                            "B/(^gB|'a'b)kBB$)",
                                                        );
                                                        &PATTERN
                                                    }),
                                                ],
                                            ),
                                        ),
                                        (
                                            "letters",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Pattern({
                                                        static PATTERN: rt::Pattern = rt::Pattern::new(
                                                            "^\\p{L}+$",
                                                            "LhCZGZvBAKAEAFWBeBpOELOEHABAhEEBBCDBAGABCBABTByCBqEIlFBlBCAGoBnCaEDtBqBjBBBiDBAPBHBKCCAQABdd4CLAYgBJBEAFVEAJADAXYHKFXBGQpB6B1BDASAHJPPEHCBCVBGBADDDAQANBBCOBKAIFEBCVBGBBBBBBfDBATCQIBCBVBGBBBEDASAPBXALHCBCVBGBBBEDAeBBCPARABFDCBDDBBABBDBDCDLWA0BHBCBWBPDAaCBBCBeAEHBCBWBJBEDAeCBBPBRIBCBoBCAQAFCICYFFRDXBIBACG6BvBBBMG6BBBABEBXBABJBBJACEBAVDgBA_BHBjBbEzDqBUAQFEDDADBHCEMMARlBBAFACqBBsKBDCGBABDCoBBDCgBBDCGBABDCOB4BBDCiClBPQ1CCFDrTCQBZFqCGHHRNSOROMBCPzBjBAEAjC4CHEChBBAFlCKexBdCELrBEZ2BWJ0ByCA9CuBRH2BdNBKrBajBpBCKjBCKFqBCCpBDBFBBDAF_FgC1ICFClBCFCHBABABABeC0BBGBADCBGDDCFEMFCBG0DANAQMlDAEACJBADEGABABABDBKCDFEEA0BB7zCkHGDDBMlBBAFAC3BHAQWJGBGBGBGBGBGBGBGwCA1OBqBEFBE1CGCB5CBDFqBB9CRfwBPgQ_tGgCs0VjCtBCsIDPKBUuBQeClCxBICmDCxCUQBCBDBWdzBOxB-BFDABBLbKWZcHuBcAQEBJKEBoBXCBHUWDADxBBADBCECABAYCCKHCMFCFCFJGBGBqBBNGyDdj9KMWEwBkoItLCpDmBGMEFABJBMBEBABBBBBrDhBqLS_BC1BoBL0DEBmEkBZGZL4CDFCFCFCCjBLBZBSBBBOCNiB6DlMcDwBvBfNTBHGlBKdCjBEHwB9ESjBEjBEnBIzBMKBOBGBBBKBOBGBBDzBM2JJVKHYFBpBBIlCFCABrBBBDACWKWJehCSBBKVKZGZmB3BGBgCAPDBCBcqBcDcjBHBbb1BKVKSNRuDoC3ByBNyBNjBmBbJW6HpBGBQF4BcKAIVqBRuBUbWM0B5BBCANsBgBYajBdACAIiBDAMvBODVABAjBRBYTB_BGBABDBOBJHuBmBHCBCVBGBBBEDASAMEeJBACABlBBAZABAsB0BSDUCevBUBBA4FuBpBDkBvBUA7BqBNAnCalBG5FrB0D_BfHCACHBBBXPABA-CHCmBQABAcAKnBHAVALtBTASoCnGgBfIBkBRAxBdwDGBBBlBVAZFBBBfOAXrBkISPABMBhB8DAvC5cmHjGsyCgDPvhBRFZ68DFmS51Gdi3B4RHeRuCRdSvBQDfUFSwNsBzG_BgBYCYsBqCFAiCMgCBBAOBM1mHpBfhDyD9vIDBGBBBiJPAdCCAODIrMkoCqDFMDIHJm7F0CBmCBBCACBCDBLBABGBgCBDCHBGBbBDBEBADGBzKCYBYBeBYBeBYBeBYBeBYBH05BeGFlI9ByEsBKGQAhKdSrBkPbkHdCAvGeBCBBBGCEJBgHGBDBBBOBkG7BjCHA0lBDBaBBBACABJBDBABAGAEABABABCBBBACABABABABABBBACDBGBDBDBABJBQFCBEBQkqE_2pBgB9oECt0FCwpHPtTitC9QivBq6EFppI;/(^rBABBAcA$)",
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
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// A type of the document with rules of its own.
///
/// Matches `^[A-Z]{2}-[0-9]+$`.
///
/// From `asyncapi.yaml:81`.
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
                    "^[A-Z]{2}-[0-9]+$",
                    "LhCZ;wBJ;/(^rCDBBAcA'-rBABBAcB$)",
                );
                &PATTERN
            },
        )?;
        rt::Ok(())
    }
}
rt::serde_impls!(Code);
impl<'a> rt::arbitrary::Arbitrary<'a> for Code {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::String]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::String]),
                            rt::Keyword::Pattern({
                                static PATTERN: rt::Pattern = rt::Pattern::new(
                                    "^[A-Z]{2}-[0-9]+$",
                                    "LhCZ;wBJ;/(^rCDBBAcA'-rBABBAcB$)",
                                );
                                &PATTERN
                            }),
                        ],
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:83`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Lists {
    /// Property `tags`.
    ///
    /// 1 to 5 items. Of each item: at most 3 characters.
    pub tags: rt::Option<rt::Vec<rt::String>>,
    /// Property `unique`.
    ///
    /// No two items are equal. Of each item: 0 to 99.
    pub unique: rt::Option<rt::Vec<u8>>,
    /// Property `pair`.
    ///
    /// At least 2 items.
    pub pair: rt::Option<(rt::String, i128)>,
    /// Property `open`.
    pub open: rt::Option<ListsOpen>,
    /// Property `with`.
    pub with: rt::Option<ListsWith>,
}
impl rt::Object for Lists {
    const NAME: &'static str = "Lists";
    const FIELDS: &'static [&'static str] = &["tags", "unique", "pair", "open", "with"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut tags = rt::None;
        let mut unique = rt::None;
        let mut pair = rt::None;
        let mut open = rt::None;
        let mut with = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut tags, "tags")?,
                1 => map.read(&mut unique, "unique")?,
                2 => map.read(&mut pair, "pair")?,
                3 => map.read(&mut open, "open")?,
                4 => map.read(&mut with, "with")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            tags,
            unique,
            pair,
            open,
            with,
        })
    }
}
impl rt::Wire for Lists {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("tags", &self.tags)?;
        object.optional("unique", &self.unique)?;
        object.optional("pair", &self.pair)?;
        object.optional("open", &self.open)?;
        object.optional("with", &self.with)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at(
            "tags",
            rt::some(
                &self.tags,
                |value| {
                    rt::min_items(value, 1)?;
                    rt::max_items(value, 5)?;
                    rt::each(value, |value| rt::max_length(value, 3))
                },
            ),
        )?;
        rt::at(
            "unique",
            rt::some(
                &self.unique,
                |value| {
                    rt::unique_items(value)?;
                    rt::each(value, |value| rt::maximum(value, 99))
                },
            ),
        )?;
        rt::at("open", rt::some(&self.open, |value| rt::Wire::check(value, way)))?;
        rt::at("with", rt::some(&self.with, |value| rt::Wire::check(value, way)))?;
        rt::Ok(())
    }
}
rt::serde_impls!(Lists);
impl<'a> rt::arbitrary::Arbitrary<'a> for Lists {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::Object]),
                            rt::Keyword::Properties(
                                &rt::Properties {
                                    named: &[
                                        (
                                            "tags",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Array]),
                                                    rt::Keyword::MinItems(1),
                                                    rt::Keyword::MaxItems(5),
                                                    rt::Keyword::Items(
                                                        &rt::Schema(
                                                            &[
                                                                rt::Keyword::Type(&[rt::Type::String]),
                                                                rt::Keyword::MaxLength(3),
                                                            ],
                                                        ),
                                                    ),
                                                ],
                                            ),
                                        ),
                                        (
                                            "unique",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Array]),
                                                    rt::Keyword::Items(
                                                        &rt::Schema(
                                                            &[
                                                                rt::Keyword::Type(&[rt::Type::Integer]),
                                                                rt::Keyword::Minimum(rt::Literal::Integer(0)),
                                                                rt::Keyword::Maximum(rt::Literal::Integer(99)),
                                                            ],
                                                        ),
                                                    ),
                                                    rt::Keyword::UniqueItems,
                                                ],
                                            ),
                                        ),
                                        (
                                            "pair",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Array]),
                                                    rt::Keyword::MinItems(2),
                                                    rt::Keyword::Positions(
                                                        &[
                                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                                        ],
                                                        rt::Some(&rt::Schema(&[rt::Keyword::Never])),
                                                    ),
                                                ],
                                            ),
                                        ),
                                        (
                                            "open",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Array]),
                                                    rt::Keyword::Positions(
                                                        &[
                                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                                        ],
                                                        rt::None,
                                                    ),
                                                ],
                                            ),
                                        ),
                                        (
                                            "with",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Array]),
                                                    rt::Keyword::Items(
                                                        &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                                    ),
                                                    rt::Keyword::Contains(
                                                        &rt::Schema(
                                                            &[rt::Keyword::Minimum(rt::Literal::Integer(100))],
                                                        ),
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
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// A type of the document with rules of its own.
///
/// From `asyncapi.yaml:88`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct ListsOpen(rt::Vec<rt::Json>);
rt::newtype!(checked ListsOpen(rt::Vec < rt::Json >));
impl rt::Wire for ListsOpen {
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
impl rt::Valid for ListsOpen {
    fn schema() -> &'static rt::Schema {
        &OPEN_SCHEMA
    }
    fn read_typed<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::arm(Self, from)
    }
}
rt::serde_impls!(ListsOpen);
impl<'a> rt::arbitrary::Arbitrary<'a> for ListsOpen {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Array]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::Array]),
                            rt::Keyword::Positions(
                                &[
                                    &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                    &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                ],
                                rt::None,
                            ),
                        ],
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// A type of the document with rules of its own.
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
pub struct ListsWith(rt::Vec<i128>);
rt::newtype!(checked ListsWith(rt::Vec < i128 >));
impl rt::Wire for ListsWith {
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
impl rt::Valid for ListsWith {
    fn schema() -> &'static rt::Schema {
        &WITH_SCHEMA
    }
    fn read_typed<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::arm(Self, from)
    }
}
rt::serde_impls!(ListsWith);
impl<'a> rt::arbitrary::Arbitrary<'a> for ListsWith {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Array]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::Array]),
                            rt::Keyword::Items(
                                &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                            ),
                            rt::Keyword::Contains(
                                &rt::Schema(
                                    &[rt::Keyword::Minimum(rt::Literal::Integer(100))],
                                ),
                            ),
                        ],
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:91`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Maps {
    /// Property `plain`.
    pub plain: rt::Option<rt::BTreeMap<rt::String, i128>>,
    /// Property `keys`.
    pub keys: rt::Option<rt::BTreeMap<rt::String, rt::String>>,
    /// Property `patterns`.
    pub patterns: rt::Option<rt::BTreeMap<rt::String, rt::String>>,
    /// Property `counted`.
    ///
    /// 2 to 3 properties.
    pub counted: rt::Option<rt::BTreeMap<rt::String, bool>>,
}
impl rt::Object for Maps {
    const NAME: &'static str = "Maps";
    const FIELDS: &'static [&'static str] = &["plain", "keys", "patterns", "counted"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut plain = rt::None;
        let mut keys = rt::None;
        let mut patterns = rt::None;
        let mut counted = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut plain, "plain")?,
                1 => map.read(&mut keys, "keys")?,
                2 => map.read(&mut patterns, "patterns")?,
                3 => map.read(&mut counted, "counted")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            plain,
            keys,
            patterns,
            counted,
        })
    }
}
impl rt::Wire for Maps {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("plain", &self.plain)?;
        object.optional("keys", &self.keys)?;
        object.optional("patterns", &self.patterns)?;
        object.optional("counted", &self.counted)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at(
            "keys",
            rt::some(
                &self.keys,
                |value| rt::each_key(
                    value,
                    |key| rt::pattern(
                        key,
                        {
                            static PATTERN: rt::Pattern = rt::Pattern::new(
                                "^[a-z]{2}$",
                                "LhDZ;/(^rCDBBAcA$)",
                            );
                            &PATTERN
                        },
                    ),
                ),
            ),
        )?;
        rt::at(
            "patterns",
            rt::some(
                &self.patterns,
                |value| rt::keys_match(
                    value,
                    &[
                        {
                            static PATTERN: rt::Pattern = rt::Pattern::new(
                                "^x-",
                                "L/(^'x'-)",
                            );
                            &PATTERN
                        },
                    ],
                ),
            ),
        )?;
        rt::at(
            "counted",
            rt::some(
                &self.counted,
                |value| {
                    rt::min_properties(value.len(), 2)?;
                    rt::max_properties(value.len(), 3)
                },
            ),
        )?;
        rt::Ok(())
    }
}
rt::serde_impls!(Maps);
impl<'a> rt::arbitrary::Arbitrary<'a> for Maps {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::Object]),
                            rt::Keyword::Properties(
                                &rt::Properties {
                                    named: &[
                                        (
                                            "plain",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Object]),
                                                    rt::Keyword::Properties(
                                                        &rt::Properties {
                                                            named: &[],
                                                            patterns: &[],
                                                            others: rt::Some(
                                                                &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                                            ),
                                                        },
                                                    ),
                                                ],
                                            ),
                                        ),
                                        (
                                            "keys",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Object]),
                                                    rt::Keyword::Properties(
                                                        &rt::Properties {
                                                            named: &[],
                                                            patterns: &[],
                                                            others: rt::Some(
                                                                &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                                            ),
                                                        },
                                                    ),
                                                    rt::Keyword::PropertyNames(
                                                        &rt::Schema(
                                                            &[
                                                                rt::Keyword::Pattern({
                                                                    static PATTERN: rt::Pattern = rt::Pattern::new(
                                                                        "^[a-z]{2}$",
                                                                        "LhDZ;/(^rCDBBAcA$)",
                                                                    );
                                                                    &PATTERN
                                                                }),
                                                            ],
                                                        ),
                                                    ),
                                                ],
                                            ),
                                        ),
                                        (
                                            "patterns",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Object]),
                                                    rt::Keyword::Properties(
                                                        &rt::Properties {
                                                            named: &[],
                                                            patterns: &[
                                                                (
                                                                    {
                                                                        static PATTERN: rt::Pattern = rt::Pattern::new(
                                                                            "^x-",
                                                                            "L/(^'x'-)",
                                                                        );
                                                                        &PATTERN
                                                                    },
                                                                    &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                                                ),
                                                            ],
                                                            others: rt::Some(&rt::Schema(&[rt::Keyword::Never])),
                                                        },
                                                    ),
                                                ],
                                            ),
                                        ),
                                        (
                                            "counted",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Object]),
                                                    rt::Keyword::MinProperties(2),
                                                    rt::Keyword::MaxProperties(3),
                                                    rt::Keyword::Properties(
                                                        &rt::Properties {
                                                            named: &[],
                                                            patterns: &[],
                                                            others: rt::Some(
                                                                &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Boolean])]),
                                                            ),
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
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// One of several alternatives.
///
/// From `asyncapi.yaml:98`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub enum Shape {
    /// One of the alternatives.
    Circle(ShapeCircle),
    /// One of the alternatives.
    Square(ShapeSquare),
}
impl ::core::convert::From<ShapeCircle> for Shape {
    #[inline]
    fn from(value: ShapeCircle) -> Self {
        Self::Circle(value)
    }
}
impl ::core::convert::From<ShapeSquare> for Shape {
    #[inline]
    fn from(value: ShapeSquare) -> Self {
        Self::Square(value)
    }
}
impl rt::Tagged for Shape {
    const NAME: &'static str = "Shape";
    const TAG: &'static str = "kind";
    fn arm<'de, D: rt::Deserializer<'de>>(
        tag: &rt::Json,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        match tag {
            rt::Json::String(text) if text == "circle" => rt::arm(Self::Circle, from),
            rt::Json::String(text) if text == "square" => rt::arm(Self::Square, from),
            _ => rt::Err(rt::unknown_tag::<Self, D::Error>(tag)),
        }
    }
}
impl rt::Wire for Shape {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_tagged(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::Circle(value) => rt::Wire::write(value, to),
            Self::Square(value) => rt::Wire::write(value, to),
        }
    }
}
rt::serde_impls!(Shape);
impl<'a> rt::arbitrary::Arbitrary<'a> for Shape {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(
                    &[
                        rt::Type::Null,
                        rt::Type::Boolean,
                        rt::Type::Number,
                        rt::Type::String,
                        rt::Type::Array,
                        rt::Type::Object,
                    ],
                ),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::OneOf(
                                &[
                                    &rt::Schema(
                                        &[
                                            rt::Keyword::Type(&[rt::Type::Object]),
                                            rt::Keyword::Required(&["kind", "radius"]),
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
                                            rt::Keyword::Required(&["kind", "side"]),
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
                                ],
                            ),
                        ],
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:99`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct ShapeCircle {
    /// Property `radius`.
    pub radius: f64,
}
impl rt::Object for ShapeCircle {
    const NAME: &'static str = "ShapeCircle";
    const FIELDS: &'static [&'static str] = &["kind", "radius"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut kind = false;
        let mut radius = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut kind, "kind", &rt::Literal::String("circle"))?,
                1 => map.read(&mut radius, "radius")?,
                _ => map.skip()?,
            }
        }
        map.present(kind, "kind")?;
        rt::Ok(Self {
            radius: map.required(radius, "radius")?,
        })
    }
}
impl rt::Wire for ShapeCircle {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("kind", &rt::Literal::String("circle"))?;
        object.field("radius", &self.radius)?;
        object.end()
    }
}
rt::serde_impls!(ShapeCircle);
impl<'a> rt::arbitrary::Arbitrary<'a> for ShapeCircle {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::Object]),
                            rt::Keyword::Required(&["kind", "radius"]),
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
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:102`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct ShapeSquare {
    /// Property `side`.
    pub side: f64,
}
impl rt::Object for ShapeSquare {
    const NAME: &'static str = "ShapeSquare";
    const FIELDS: &'static [&'static str] = &["kind", "side"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut kind = false;
        let mut side = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut kind, "kind", &rt::Literal::String("square"))?,
                1 => map.read(&mut side, "side")?,
                _ => map.skip()?,
            }
        }
        map.present(kind, "kind")?;
        rt::Ok(Self {
            side: map.required(side, "side")?,
        })
    }
}
impl rt::Wire for ShapeSquare {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("kind", &rt::Literal::String("square"))?;
        object.field("side", &self.side)?;
        object.end()
    }
}
rt::serde_impls!(ShapeSquare);
impl<'a> rt::arbitrary::Arbitrary<'a> for ShapeSquare {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::Object]),
                            rt::Keyword::Required(&["kind", "side"]),
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
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// At least one of several alternatives; all that fit are there.
///
/// From `asyncapi.yaml:106`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Contact {
    /// The alternative, where it fits.
    pub variant_1: rt::Option<ContactVariant1>,
    /// The alternative, where it fits.
    pub variant_2: rt::Option<ContactVariant2>,
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
            variant_1: value.arm(0)?,
            variant_2: value.arm(1)?,
        })
    }
}
impl rt::Wire for Contact {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_any_of(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::AnyOfWriter::new().part(&self.variant_1)?.part(&self.variant_2)?.write(to)
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::any_there(&[self.variant_1.is_some(), self.variant_2.is_some()])?;
        rt::some(&self.variant_1, |value| rt::Wire::check(value, way))?;
        rt::some(&self.variant_2, |value| rt::Wire::check(value, way))?;
        rt::Ok(())
    }
}
rt::serde_impls!(Contact);
impl<'a> rt::arbitrary::Arbitrary<'a> for Contact {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(
                    &[
                        rt::Type::Null,
                        rt::Type::Boolean,
                        rt::Type::Number,
                        rt::Type::String,
                        rt::Type::Array,
                        rt::Type::Object,
                    ],
                ),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::AnyOf(
                                &[
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
                                ],
                            ),
                        ],
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:107`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct ContactVariant1 {
    /// Property `mail`.
    ///
    /// An e-mail address.
    pub mail: rt::String,
}
impl rt::Object for ContactVariant1 {
    const NAME: &'static str = "ContactVariant1";
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
impl rt::Wire for ContactVariant1 {
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
rt::serde_impls!(ContactVariant1);
impl<'a> rt::arbitrary::Arbitrary<'a> for ContactVariant1 {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
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
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:110`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct ContactVariant2 {
    /// Property `phone`.
    ///
    /// Matches `^[0-9+ ]+$`.
    pub phone: rt::String,
}
impl rt::Object for ContactVariant2 {
    const NAME: &'static str = "ContactVariant2";
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
impl rt::Wire for ContactVariant2 {
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
rt::serde_impls!(ContactVariant2);
impl<'a> rt::arbitrary::Arbitrary<'a> for ContactVariant2 {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
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
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// One of several alternatives.
///
/// From `asyncapi.yaml:114`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum Either {
    /// One of the alternatives.
    ///
    /// At most 3 characters.
    String(rt::String),
    /// One of the alternatives.
    Integer(i128),
    /// One of the alternatives.
    Array(rt::Vec<bool>),
}
impl rt::ByKind for Either {
    const NAME: &'static str = "Either";
    fn arm<'de, D: rt::Deserializer<'de>>(
        kind: rt::JsonKind,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        match kind {
            rt::JsonKind::String => rt::arm(Self::String, from),
            rt::JsonKind::Number => rt::arm(Self::Integer, from),
            rt::JsonKind::Array => rt::arm(Self::Array, from),
            _ => rt::Err(rt::no_variant::<Self, D::Error>()),
        }
    }
}
impl rt::Wire for Either {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_by_kind(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::String(value) => rt::Wire::write(value, to),
            Self::Integer(value) => rt::Wire::write(value, to),
            Self::Array(value) => rt::Wire::write(value, to),
        }
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        match self {
            Self::String(value) => rt::max_length(value, 3),
            Self::Integer(_) => rt::Ok(()),
            Self::Array(_) => rt::Ok(()),
        }
    }
}
rt::serde_impls!(Either);
impl<'a> rt::arbitrary::Arbitrary<'a> for Either {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(
                    &[
                        rt::Type::Null,
                        rt::Type::Boolean,
                        rt::Type::Number,
                        rt::Type::String,
                        rt::Type::Array,
                        rt::Type::Object,
                    ],
                ),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::OneOf(
                                &[
                                    &rt::Schema(
                                        &[
                                            rt::Keyword::Type(&[rt::Type::String]),
                                            rt::Keyword::MaxLength(3),
                                        ],
                                    ),
                                    &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                    &rt::Schema(
                                        &[
                                            rt::Keyword::Type(&[rt::Type::Array]),
                                            rt::Keyword::Items(
                                                &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Boolean])]),
                                            ),
                                        ],
                                    ),
                                ],
                            ),
                        ],
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:119`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Tree {
    /// Property `value`.
    pub value: i128,
    /// Property `children`.
    pub children: rt::Option<rt::Vec<Tree>>,
    /// Property `parent`.
    pub parent: rt::Option<rt::Box<Tree>>,
}
impl Tree {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(value: i128) -> Self {
        Self {
            value,
            children: rt::None,
            parent: rt::None,
        }
    }
}
impl rt::Object for Tree {
    const NAME: &'static str = "Tree";
    const FIELDS: &'static [&'static str] = &["value", "children", "parent"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut value = rt::None;
        let mut children = rt::None;
        let mut parent = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut value, "value")?,
                1 => map.read(&mut children, "children")?,
                2 => map.read(&mut parent, "parent")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            value: map.required(value, "value")?,
            children,
            parent,
        })
    }
}
impl rt::Wire for Tree {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("value", &self.value)?;
        object.optional("children", &self.children)?;
        object.optional("parent", &self.parent)?;
        object.end()
    }
}
rt::serde_impls!(Tree);
impl<'a> rt::arbitrary::Arbitrary<'a> for Tree {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::Object]),
                            rt::Keyword::Required(&["value"]),
                            rt::Keyword::Properties(
                                &rt::Properties {
                                    named: &[
                                        (
                                            "value",
                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                        ),
                                        (
                                            "children",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Array]),
                                                    rt::Keyword::Items(&TREE_SCHEMA),
                                                ],
                                            ),
                                        ),
                                        ("parent", &TREE_SCHEMA),
                                    ],
                                    patterns: &[],
                                    others: rt::None,
                                },
                            ),
                        ],
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:126`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Depends {
    /// Property `card`.
    pub card: rt::Option<i128>,
    /// Property `address`.
    pub address: rt::Option<rt::String>,
    /// Property `country`.
    pub country: rt::Option<DependsCountry>,
    /// Property `state`.
    pub state: rt::Option<rt::String>,
    /// Property `banned`.
    pub banned: rt::Option<rt::String>,
}
impl rt::Object for Depends {
    const NAME: &'static str = "Depends";
    const FIELDS: &'static [&'static str] = &[
        "card",
        "address",
        "country",
        "state",
        "banned",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut card = rt::None;
        let mut address = rt::None;
        let mut country = rt::None;
        let mut state = rt::None;
        let mut banned = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut card, "card")?,
                1 => map.read(&mut address, "address")?,
                2 => map.read(&mut country, "country")?,
                3 => map.read(&mut state, "state")?,
                4 => map.read(&mut banned, "banned")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            card,
            address,
            country,
            state,
            banned,
        })
    }
}
impl rt::Wire for Depends {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_valid(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("card", &self.card)?;
        object.optional("address", &self.address)?;
        object.optional("country", &self.country)?;
        object.optional("state", &self.state)?;
        object.optional("banned", &self.banned)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::dependency("card", self.card.is_some(), true && self.address.is_some())?;
        rt::write_valid(self, way)?;
        rt::Ok(())
    }
}
impl rt::Valid for Depends {
    fn schema() -> &'static rt::Schema {
        &DEPENDS_SCHEMA
    }
    fn read_typed<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
}
rt::serde_impls!(Depends);
impl<'a> rt::arbitrary::Arbitrary<'a> for Depends {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::Object]),
                            rt::Keyword::Properties(
                                &rt::Properties {
                                    named: &[
                                        (
                                            "card",
                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                        ),
                                        (
                                            "address",
                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                        ),
                                        (
                                            "country",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Enum(
                                                        &[rt::Literal::String("DE"), rt::Literal::String("US")],
                                                    ),
                                                ],
                                            ),
                                        ),
                                        (
                                            "state",
                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                        ),
                                        (
                                            "banned",
                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                        ),
                                    ],
                                    patterns: &[],
                                    others: rt::None,
                                },
                            ),
                            rt::Keyword::DependentRequired("card", &["address"]),
                            rt::Keyword::Not(
                                &rt::Schema(&[rt::Keyword::Required(&["banned"])]),
                            ),
                            rt::Keyword::If(
                                &rt::Schema(
                                    &[
                                        rt::Keyword::Required(&["country"]),
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
                                rt::None,
                            ),
                        ],
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:130`.
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
pub enum DependsCountry {
    /// The value `DE`.
    De,
    /// The value `US`.
    Us,
}
rt::text_enum!(DependsCountry { De = "DE", Us = "US" });
impl<'a> rt::arbitrary::Arbitrary<'a> for DependsCountry {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[rt::Keyword::Enum(&[rt::Literal::String("DE"), rt::Literal::String("US")])],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:139`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct All {
    /// Property `kind`.
    pub kind: rt::Option<AllKind>,
    /// Property `port`.
    ///
    /// 1 to 65535.
    pub port: u16,
    /// Property `price`.
    ///
    /// More than 0. A multiple of 0.01.
    pub price: f64,
    /// Property `even`.
    ///
    /// A multiple of 2.
    pub even: i128,
    /// Property `ratio`.
    ///
    /// 0 to 1.
    pub ratio: rt::Option<f64>,
    /// Property `single`.
    pub single: rt::Option<f32>,
    /// Property `large`.
    ///
    /// At least 0.
    pub large: rt::Option<u64>,
    /// Property `nothing`.
    pub nothing: (),
    /// Property `state`.
    pub state: rt::Option<AllState>,
    /// Property `level`.
    pub level: rt::Option<AllLevel>,
    /// Property `mixed`.
    pub mixed: rt::Option<rt::Option<AllMixed>>,
    /// Property `maybe`.
    pub maybe: rt::Option<rt::Option<rt::String>>,
    /// Property `size`.
    ///
    /// Default: `20`.
    pub size: i128,
}
impl All {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(port: u16, price: f64, even: i128, nothing: ()) -> Self {
        Self {
            kind: rt::None,
            port,
            price,
            even,
            ratio: rt::None,
            single: rt::None,
            large: rt::None,
            nothing,
            state: rt::None,
            level: rt::None,
            mixed: rt::None,
            maybe: rt::None,
            size: 20,
        }
    }
}
impl rt::Object for All {
    const NAME: &'static str = "All";
    const FIELDS: &'static [&'static str] = &[
        "kind",
        "port",
        "price",
        "even",
        "ratio",
        "single",
        "large",
        "flag",
        "nothing",
        "state",
        "level",
        "mixed",
        "maybe",
        "size",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut kind = rt::None;
        let mut port = rt::None;
        let mut price = rt::None;
        let mut even = rt::None;
        let mut ratio = rt::None;
        let mut single = rt::None;
        let mut large = rt::None;
        let mut flag = false;
        let mut nothing = rt::None;
        let mut state = rt::None;
        let mut level = rt::None;
        let mut mixed = rt::None;
        let mut maybe = rt::None;
        let mut size = rt::None;
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut kind, "kind")?,
                1 => map.read(&mut port, "port")?,
                2 => map.read(&mut price, "price")?,
                3 => map.read(&mut even, "even")?,
                4 => map.read(&mut ratio, "ratio")?,
                5 => map.read(&mut single, "single")?,
                6 => map.read(&mut large, "large")?,
                7 => map.constant(&mut flag, "flag", &rt::Literal::Bool(true))?,
                8 => map.read(&mut nothing, "nothing")?,
                9 => map.read(&mut state, "state")?,
                10 => map.read(&mut level, "level")?,
                11 => map.read(&mut mixed, "mixed")?,
                12 => map.read(&mut maybe, "maybe")?,
                13 => map.read(&mut size, "size")?,
                _ => map.refuse(Self::FIELDS)?,
            }
        }
        map.present(flag, "flag")?;
        rt::Ok(Self {
            kind,
            port: map.required(port, "port")?,
            price: map.required(price, "price")?,
            even: map.required(even, "even")?,
            ratio,
            single,
            large,
            nothing: map.required(nothing, "nothing")?,
            state,
            level,
            mixed,
            maybe,
            size: size.unwrap_or(20),
        })
    }
}
impl rt::Wire for All {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("kind", &self.kind)?;
        object.field("port", &self.port)?;
        object.field("price", &self.price)?;
        object.field("even", &self.even)?;
        object.optional("ratio", &self.ratio)?;
        object.optional("single", &self.single)?;
        object.optional("large", &self.large)?;
        object.constant("flag", &rt::Literal::Bool(true))?;
        object.field("nothing", &self.nothing)?;
        object.optional("state", &self.state)?;
        object.optional("level", &self.level)?;
        object.optional("mixed", &self.mixed)?;
        object.optional("maybe", &self.maybe)?;
        object.field("size", &self.size)?;
        object.end()
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("port", rt::minimum(&self.port, 1))?;
        rt::at("price", rt::exclusive_minimum(&self.price, 0.0))?;
        rt::at("price", rt::multiple_of(&self.price, 0.01))?;
        rt::at("even", rt::multiple_of(&self.even, 2))?;
        rt::at(
            "ratio",
            rt::some(
                &self.ratio,
                |value| {
                    rt::minimum(value, 0.0)?;
                    rt::maximum(value, 1.0)
                },
            ),
        )?;
        rt::Ok(())
    }
}
rt::serde_impls!(All);
impl<'a> rt::arbitrary::Arbitrary<'a> for All {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::All(&SCALARS_SCHEMA),
                            rt::Keyword::Type(&[rt::Type::Object]),
                            rt::Keyword::Properties(
                                &rt::Properties {
                                    named: &[
                                        (
                                            "flag",
                                            &rt::Schema(
                                                &[rt::Keyword::Enum(&[rt::Literal::Bool(true)])],
                                            ),
                                        ),
                                    ],
                                    patterns: &[],
                                    others: rt::None,
                                },
                            ),
                        ],
                    ),
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:45`.
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
pub enum AllKind {
    /// The value `scalars`.
    Scalars,
}
rt::text_enum!(AllKind { Scalars = "scalars" });
impl<'a> rt::arbitrary::Arbitrary<'a> for AllKind {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[rt::Keyword::Enum(&[rt::Literal::String("scalars")])],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:54`.
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
pub enum AllState {
    /// The value `new`.
    New,
    /// The value `done`.
    Done,
}
rt::text_enum!(AllState { New = "new", Done = "done" });
impl<'a> rt::arbitrary::Arbitrary<'a> for AllState {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Enum(
                    &[rt::Literal::String("new"), rt::Literal::String("done")],
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:55`.
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
pub enum AllLevel {
    /// The value `1`.
    N1,
    /// The value `2`.
    N2,
    /// The value `3`.
    N3,
}
rt::literal_enum!(
    AllLevel { N1 = rt::Literal::Integer(1), N2 = rt::Literal::Integer(2), N3 =
    rt::Literal::Integer(3) }
);
impl<'a> rt::arbitrary::Arbitrary<'a> for AllLevel {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Enum(
                    &[
                        rt::Literal::Integer(1),
                        rt::Literal::Integer(2),
                        rt::Literal::Integer(3),
                    ],
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:56`.
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
pub enum AllMixed {
    /// The value `a`.
    A,
    /// The value `1`.
    N1,
}
rt::literal_enum!(
    AllMixed { A = rt::Literal::String("a"), N1 = rt::Literal::Integer(1) }
);
impl<'a> rt::arbitrary::Arbitrary<'a> for AllMixed {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[rt::Keyword::Enum(&[rt::Literal::String("a"), rt::Literal::Integer(1)])],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// One of several alternatives.
///
/// At least 2 characters.
///
/// From `asyncapi.yaml:39`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum EverythingUntyped {
    /// One of the alternatives.
    String(rt::String),
    /// Any other value: the document does not say of which type it is.
    Other(rt::Json),
}
impl rt::ByKind for EverythingUntyped {
    const NAME: &'static str = "EverythingUntyped";
    fn arm<'de, D: rt::Deserializer<'de>>(
        kind: rt::JsonKind,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        match kind {
            rt::JsonKind::String => rt::arm(Self::String, from),
            rt::JsonKind::Null
            | rt::JsonKind::Bool
            | rt::JsonKind::Number
            | rt::JsonKind::Array
            | rt::JsonKind::Object => rt::arm(Self::Other, from),
        }
    }
}
impl rt::Wire for EverythingUntyped {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_by_kind(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::String(value) => rt::Wire::write(value, to),
            Self::Other(value) => rt::Wire::write(value, to),
        }
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        match self {
            Self::String(value) => rt::min_length(value, 2),
            Self::Other(_) => rt::Ok(()),
        }
    }
}
rt::serde_impls!(EverythingUntyped);
impl<'a> rt::arbitrary::Arbitrary<'a> for EverythingUntyped {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(
                    &[
                        rt::Type::Null,
                        rt::Type::Boolean,
                        rt::Type::Number,
                        rt::Type::String,
                        rt::Type::Array,
                        rt::Type::Object,
                    ],
                ),
                rt::Keyword::All(&rt::Schema(&[rt::Keyword::MinLength(2)])),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
/// An object of the document.
///
/// From `asyncapi.yaml:11`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct EverythingHeaders {
    /// Property `attempt`.
    ///
    /// 1 to 9.
    pub attempt: u8,
    /// Property `trace`.
    ///
    /// A UUID.
    pub trace: rt::Option<rt::Uuid>,
}
impl EverythingHeaders {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(attempt: u8) -> Self {
        Self { attempt, trace: rt::None }
    }
}
impl rt::Object for EverythingHeaders {
    const NAME: &'static str = "EverythingHeaders";
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
impl rt::Wire for EverythingHeaders {
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
        rt::at("attempt", rt::maximum(&self.attempt, 9))?;
        rt::Ok(())
    }
}
rt::serde_impls!(EverythingHeaders);
impl<'a> rt::arbitrary::Arbitrary<'a> for EverythingHeaders {
    fn arbitrary(
        from: &mut rt::arbitrary::Unstructured<'a>,
    ) -> rt::arbitrary::Result<Self> {
        static SCHEMA: &rt::Schema = &rt::Schema(
            &[
                rt::Keyword::Type(&[rt::Type::Object]),
                rt::Keyword::All(
                    &rt::Schema(
                        &[
                            rt::Keyword::Type(&[rt::Type::Object]),
                            rt::Keyword::Required(&["attempt"]),
                            rt::Keyword::Properties(
                                &rt::Properties {
                                    named: &[
                                        (
                                            "attempt",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::Integer]),
                                                    rt::Keyword::Minimum(rt::Literal::Integer(1)),
                                                    rt::Keyword::Maximum(rt::Literal::Integer(9)),
                                                ],
                                            ),
                                        ),
                                        (
                                            "trace",
                                            &rt::Schema(
                                                &[
                                                    rt::Keyword::Type(&[rt::Type::String]),
                                                    rt::Keyword::Format("uuid"),
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
                ),
            ],
        );
        rt::arbitrary::value(SCHEMA, from)
    }
}
static OPEN_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Array]),
        rt::Keyword::Positions(
            &[
                &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
            ],
            rt::None,
        ),
    ],
);
static WITH_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Array]),
        rt::Keyword::Items(&rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])])),
        rt::Keyword::Contains(
            &rt::Schema(&[rt::Keyword::Minimum(rt::Literal::Integer(100))]),
        ),
    ],
);
static DEPENDS_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Not(&rt::Schema(&[rt::Keyword::Required(&["banned"])])),
        rt::Keyword::If(
            &rt::Schema(
                &[
                    rt::Keyword::Required(&["country"]),
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
            rt::None,
        ),
    ],
);
static SCALARS_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Object]),
        rt::Keyword::Required(&["port", "price", "even", "flag", "nothing"]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    (
                        "kind",
                        &rt::Schema(
                            &[rt::Keyword::Enum(&[rt::Literal::String("scalars")])],
                        ),
                    ),
                    (
                        "port",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Integer]),
                                rt::Keyword::Minimum(rt::Literal::Integer(1)),
                                rt::Keyword::Maximum(rt::Literal::Integer(65535)),
                            ],
                        ),
                    ),
                    (
                        "price",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Number]),
                                rt::Keyword::ExclusiveMinimum(rt::Literal::Integer(0)),
                                rt::Keyword::MultipleOf(rt::Literal::Number(0.01)),
                            ],
                        ),
                    ),
                    (
                        "even",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Integer]),
                                rt::Keyword::MultipleOf(rt::Literal::Integer(2)),
                            ],
                        ),
                    ),
                    (
                        "ratio",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Number]),
                                rt::Keyword::Minimum(rt::Literal::Integer(0)),
                                rt::Keyword::Maximum(rt::Literal::Integer(1)),
                            ],
                        ),
                    ),
                    ("single", &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Number])])),
                    (
                        "large",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Integer]),
                                rt::Keyword::Minimum(rt::Literal::Integer(0)),
                            ],
                        ),
                    ),
                    ("flag", &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Boolean])])),
                    ("nothing", &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Null])])),
                    (
                        "state",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Enum(
                                    &[rt::Literal::String("new"), rt::Literal::String("done")],
                                ),
                            ],
                        ),
                    ),
                    (
                        "level",
                        &rt::Schema(
                            &[
                                rt::Keyword::Enum(
                                    &[
                                        rt::Literal::Integer(1),
                                        rt::Literal::Integer(2),
                                        rt::Literal::Integer(3),
                                    ],
                                ),
                            ],
                        ),
                    ),
                    (
                        "mixed",
                        &rt::Schema(
                            &[
                                rt::Keyword::Enum(
                                    &[
                                        rt::Literal::String("a"),
                                        rt::Literal::Integer(1),
                                        rt::Literal::Null,
                                    ],
                                ),
                            ],
                        ),
                    ),
                    (
                        "maybe",
                        &rt::Schema(
                            &[rt::Keyword::Type(&[rt::Type::Null, rt::Type::String])],
                        ),
                    ),
                    ("size", &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])])),
                ],
                patterns: &[],
                others: rt::Some(&rt::Schema(&[rt::Keyword::Never])),
            },
        ),
    ],
);
static TEXTS_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Object]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    ("code", &CODE_SCHEMA),
                    (
                        "short",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::MinLength(2),
                                rt::Keyword::MaxLength(4),
                            ],
                        ),
                    ),
                    (
                        "at",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("date-time"),
                            ],
                        ),
                    ),
                    (
                        "day",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("date"),
                            ],
                        ),
                    ),
                    (
                        "time",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("time"),
                            ],
                        ),
                    ),
                    (
                        "mail",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("email"),
                            ],
                        ),
                    ),
                    (
                        "host",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("hostname"),
                            ],
                        ),
                    ),
                    (
                        "four",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("ipv4"),
                            ],
                        ),
                    ),
                    (
                        "six",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("ipv6"),
                            ],
                        ),
                    ),
                    (
                        "uri",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("uri"),
                            ],
                        ),
                    ),
                    (
                        "template",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("uri-template"),
                            ],
                        ),
                    ),
                    (
                        "pointer",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("json-pointer"),
                            ],
                        ),
                    ),
                    (
                        "relative",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("relative-json-pointer"),
                            ],
                        ),
                    ),
                    (
                        "regex",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("regex"),
                            ],
                        ),
                    ),
                    (
                        "duration",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("duration"),
                            ],
                        ),
                    ),
                    (
                        "bytes",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Format("content:base64"),
                            ],
                        ),
                    ),
                    (
                        "name",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::MaxLength(20),
                                rt::Keyword::Pattern({
                                    static PATTERN: rt::Pattern = rt::Pattern::new(
                                        "^[A-Z][a-z]{1,8}( [A-Z][a-z]+)?$",
                                        "LhCZ;hDZ;/(^cArBJBBAcBrACBBA(' cArBABCAcB)$)",
                                    );
                                    &PATTERN
                                }),
                            ],
                        ),
                    ),
                    (
                        "twice",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Pattern({
                                    static PATTERN: rt::Pattern = rt::Pattern::new(
                                        "^(a|b)\\1$",
                                        "B/(^gB|'a'b)kBB$)",
                                    );
                                    &PATTERN
                                }),
                            ],
                        ),
                    ),
                    (
                        "letters",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Pattern({
                                    static PATTERN: rt::Pattern = rt::Pattern::new(
                                        "^\\p{L}+$",
                                        "LhCZGZvBAKAEAFWBeBpOELOEHABAhEEBBCDBAGABCBABTByCBqEIlFBlBCAGoBnCaEDtBqBjBBBiDBAPBHBKCCAQABdd4CLAYgBJBEAFVEAJADAXYHKFXBGQpB6B1BDASAHJPPEHCBCVBGBADDDAQANBBCOBKAIFEBCVBGBBBBBBfDBATCQIBCBVBGBBBEDASAPBXALHCBCVBGBBBEDAeBBCPARABFDCBDDBBABBDBDCDLWA0BHBCBWBPDAaCBBCBeAEHBCBWBJBEDAeCBBPBRIBCBoBCAQAFCICYFFRDXBIBACG6BvBBBMG6BBBABEBXBABJBBJACEBAVDgBA_BHBjBbEzDqBUAQFEDDADBHCEMMARlBBAFACqBBsKBDCGBABDCoBBDCgBBDCGBABDCOB4BBDCiClBPQ1CCFDrTCQBZFqCGHHRNSOROMBCPzBjBAEAjC4CHEChBBAFlCKexBdCELrBEZ2BWJ0ByCA9CuBRH2BdNBKrBajBpBCKjBCKFqBCCpBDBFBBDAF_FgC1ICFClBCFCHBABABABeC0BBGBADCBGDDCFEMFCBG0DANAQMlDAEACJBADEGABABABDBKCDFEEA0BB7zCkHGDDBMlBBAFAC3BHAQWJGBGBGBGBGBGBGBGwCA1OBqBEFBE1CGCB5CBDFqBB9CRfwBPgQ_tGgCs0VjCtBCsIDPKBUuBQeClCxBICmDCxCUQBCBDBWdzBOxB-BFDABBLbKWZcHuBcAQEBJKEBoBXCBHUWDADxBBADBCECABAYCCKHCMFCFCFJGBGBqBBNGyDdj9KMWEwBkoItLCpDmBGMEFABJBMBEBABBBBBrDhBqLS_BC1BoBL0DEBmEkBZGZL4CDFCFCFCCjBLBZBSBBBOCNiB6DlMcDwBvBfNTBHGlBKdCjBEHwB9ESjBEjBEnBIzBMKBOBGBBBKBOBGBBDzBM2JJVKHYFBpBBIlCFCABrBBBDACWKWJehCSBBKVKZGZmB3BGBgCAPDBCBcqBcDcjBHBbb1BKVKSNRuDoC3ByBNyBNjBmBbJW6HpBGBQF4BcKAIVqBRuBUbWM0B5BBCANsBgBYajBdACAIiBDAMvBODVABAjBRBYTB_BGBABDBOBJHuBmBHCBCVBGBBBEDASAMEeJBACABlBBAZABAsB0BSDUCevBUBBA4FuBpBDkBvBUA7BqBNAnCalBG5FrB0D_BfHCACHBBBXPABA-CHCmBQABAcAKnBHAVALtBTASoCnGgBfIBkBRAxBdwDGBBBlBVAZFBBBfOAXrBkISPABMBhB8DAvC5cmHjGsyCgDPvhBRFZ68DFmS51Gdi3B4RHeRuCRdSvBQDfUFSwNsBzG_BgBYCYsBqCFAiCMgCBBAOBM1mHpBfhDyD9vIDBGBBBiJPAdCCAODIrMkoCqDFMDIHJm7F0CBmCBBCACBCDBLBABGBgCBDCHBGBbBDBEBADGBzKCYBYBeBYBeBYBeBYBeBYBH05BeGFlI9ByEsBKGQAhKdSrBkPbkHdCAvGeBCBBBGCEJBgHGBDBBBOBkG7BjCHA0lBDBaBBBACABJBDBABAGAEABABABCBBBACABABABABABBBACDBGBDBDBABJBQFCBEBQkqE_2pBgB9oECt0FCwpHPtTitC9QivBq6EFppI;/(^rBABBAcA$)",
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
);
static LISTS_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Object]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    (
                        "tags",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Array]),
                                rt::Keyword::MinItems(1),
                                rt::Keyword::MaxItems(5),
                                rt::Keyword::Items(
                                    &rt::Schema(
                                        &[
                                            rt::Keyword::Type(&[rt::Type::String]),
                                            rt::Keyword::MaxLength(3),
                                        ],
                                    ),
                                ),
                            ],
                        ),
                    ),
                    (
                        "unique",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Array]),
                                rt::Keyword::Items(
                                    &rt::Schema(
                                        &[
                                            rt::Keyword::Type(&[rt::Type::Integer]),
                                            rt::Keyword::Minimum(rt::Literal::Integer(0)),
                                            rt::Keyword::Maximum(rt::Literal::Integer(99)),
                                        ],
                                    ),
                                ),
                                rt::Keyword::UniqueItems,
                            ],
                        ),
                    ),
                    (
                        "pair",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Array]),
                                rt::Keyword::MinItems(2),
                                rt::Keyword::Positions(
                                    &[
                                        &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                        &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                    ],
                                    rt::Some(&rt::Schema(&[rt::Keyword::Never])),
                                ),
                            ],
                        ),
                    ),
                    (
                        "open",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Array]),
                                rt::Keyword::Positions(
                                    &[
                                        &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                        &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                    ],
                                    rt::None,
                                ),
                            ],
                        ),
                    ),
                    (
                        "with",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Array]),
                                rt::Keyword::Items(
                                    &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                ),
                                rt::Keyword::Contains(
                                    &rt::Schema(
                                        &[rt::Keyword::Minimum(rt::Literal::Integer(100))],
                                    ),
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
static MAPS_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Object]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    (
                        "plain",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Object]),
                                rt::Keyword::Properties(
                                    &rt::Properties {
                                        named: &[],
                                        patterns: &[],
                                        others: rt::Some(
                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                                        ),
                                    },
                                ),
                            ],
                        ),
                    ),
                    (
                        "keys",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Object]),
                                rt::Keyword::Properties(
                                    &rt::Properties {
                                        named: &[],
                                        patterns: &[],
                                        others: rt::Some(
                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                        ),
                                    },
                                ),
                                rt::Keyword::PropertyNames(
                                    &rt::Schema(
                                        &[
                                            rt::Keyword::Pattern({
                                                static PATTERN: rt::Pattern = rt::Pattern::new(
                                                    "^[a-z]{2}$",
                                                    "LhDZ;/(^rCDBBAcA$)",
                                                );
                                                &PATTERN
                                            }),
                                        ],
                                    ),
                                ),
                            ],
                        ),
                    ),
                    (
                        "patterns",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Object]),
                                rt::Keyword::Properties(
                                    &rt::Properties {
                                        named: &[],
                                        patterns: &[
                                            (
                                                {
                                                    static PATTERN: rt::Pattern = rt::Pattern::new(
                                                        "^x-",
                                                        "L/(^'x'-)",
                                                    );
                                                    &PATTERN
                                                },
                                                &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                                            ),
                                        ],
                                        others: rt::Some(&rt::Schema(&[rt::Keyword::Never])),
                                    },
                                ),
                            ],
                        ),
                    ),
                    (
                        "counted",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Object]),
                                rt::Keyword::MinProperties(2),
                                rt::Keyword::MaxProperties(3),
                                rt::Keyword::Properties(
                                    &rt::Properties {
                                        named: &[],
                                        patterns: &[],
                                        others: rt::Some(
                                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Boolean])]),
                                        ),
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
static SHAPE_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::OneOf(
            &[
                &rt::Schema(
                    &[
                        rt::Keyword::Type(&[rt::Type::Object]),
                        rt::Keyword::Required(&["kind", "radius"]),
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
                        rt::Keyword::Required(&["kind", "side"]),
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
            ],
        ),
    ],
);
static CONTACT_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::AnyOf(
            &[
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
            ],
        ),
    ],
);
static EITHER_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::OneOf(
            &[
                &rt::Schema(
                    &[rt::Keyword::Type(&[rt::Type::String]), rt::Keyword::MaxLength(3)],
                ),
                &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])]),
                &rt::Schema(
                    &[
                        rt::Keyword::Type(&[rt::Type::Array]),
                        rt::Keyword::Items(
                            &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Boolean])]),
                        ),
                    ],
                ),
            ],
        ),
    ],
);
static TREE_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Object]),
        rt::Keyword::Required(&["value"]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    ("value", &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])])),
                    (
                        "children",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::Array]),
                                rt::Keyword::Items(&TREE_SCHEMA),
                            ],
                        ),
                    ),
                    ("parent", &TREE_SCHEMA),
                ],
                patterns: &[],
                others: rt::None,
            },
        ),
    ],
);
static DEPENDS_SCHEMA_2: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Object]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    ("card", &rt::Schema(&[rt::Keyword::Type(&[rt::Type::Integer])])),
                    ("address", &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])])),
                    (
                        "country",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(&[rt::Type::String]),
                                rt::Keyword::Enum(
                                    &[rt::Literal::String("DE"), rt::Literal::String("US")],
                                ),
                            ],
                        ),
                    ),
                    ("state", &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])])),
                    ("banned", &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])])),
                ],
                patterns: &[],
                others: rt::None,
            },
        ),
        rt::Keyword::DependentRequired("card", &["address"]),
        rt::Keyword::Not(&rt::Schema(&[rt::Keyword::Required(&["banned"])])),
        rt::Keyword::If(
            &rt::Schema(
                &[
                    rt::Keyword::Required(&["country"]),
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
            rt::None,
        ),
    ],
);
static ALL_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::All(&SCALARS_SCHEMA),
        rt::Keyword::Type(&[rt::Type::Object]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    (
                        "flag",
                        &rt::Schema(&[rt::Keyword::Enum(&[rt::Literal::Bool(true)])]),
                    ),
                ],
                patterns: &[],
                others: rt::None,
            },
        ),
    ],
);
static CODE_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::String]),
        rt::Keyword::Pattern({
            static PATTERN: rt::Pattern = rt::Pattern::new(
                "^[A-Z]{2}-[0-9]+$",
                "LhCZ;wBJ;/(^rCDBBAcA'-rBABBAcB$)",
            );
            &PATTERN
        }),
    ],
);
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Everything", 0x6d9b000223784f38),
    ("Scalars", 0xc08d8839094c04a),
    ("ScalarsKind", 0xcc645844e070c4c6),
    ("ScalarsState", 0xc6ddb4530d1e8463),
    ("ScalarsLevel", 0xfe4d0af961bb2555),
    ("ScalarsMixed", 0x2980bb8802afc442),
    ("Texts", 0x9b4d784e3804a0c8),
    ("Code", 0x20e08771b9239d5d),
    ("Lists", 0x7554eb1c2999c853),
    ("ListsOpen", 0xdd25b68d502b3fef),
    ("ListsWith", 0xbd8b27c980e2abb4),
    ("Maps", 0x471237a36dc4c3af),
    ("Shape", 0x41d45c01ffa44b44),
    ("ShapeCircle", 0x9f7f11b45f2c1df5),
    ("ShapeSquare", 0xa078a86259eb036f),
    ("Contact", 0x61c80f5c9b6d5da2),
    ("ContactVariant1", 0x2e82151ca2a1f73d),
    ("ContactVariant2", 0xb774fbc969fd5df6),
    ("Either", 0x5262212e2588a22c),
    ("Tree", 0x9f9f187a25bcafc1),
    ("Depends", 0x78ed8c41c1030c0),
    ("DependsCountry", 0xd94f0db833449716),
    ("All", 0xae3ca49a33c62d12),
    ("AllKind", 0xf1a582060366502c),
    ("AllState", 0xac81e5c9fba92b31),
    ("AllLevel", 0x1097fc6f8e602cff),
    ("AllMixed", 0x609f0aebb7bce3c4),
    ("EverythingUntyped", 0x855d89bc4447e919),
    ("EverythingHeaders", 0xbcb4d83b4de0aeab),
    ("OPEN_SCHEMA", 0x39eecca82267edd2),
    ("WITH_SCHEMA", 0x6a9f705c6677fef9),
    ("DEPENDS_SCHEMA", 0x41c8bf1aa1e61aef),
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
    /// Message `everything`, as the document has it.
    pub static EVERYTHING_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "everything",
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
        /// Message `everything`.
        ///
        /// From `asyncapi.yaml:9`.
        Everything(rt::WithHeaders<super::Everything, super::EverythingHeaders>),
    }
    impl rt::From<rt::WithHeaders<super::Everything, super::EverythingHeaders>>
    for Message {
        fn from(
            message: rt::WithHeaders<super::Everything, super::EverythingHeaders>,
        ) -> Self {
            Self::Everything(message)
        }
    }
    impl rt::Incoming for Message {
        fn decode(raw: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            rt::decode_with_headers(raw).map(Message::Everything)
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
        /// Operation `take`: receives `everything`.
        ///
        /// From `asyncapi.yaml:18`.
        fn take(
            &self,
            message: rt::WithHeaders<super::Everything, super::EverythingHeaders>,
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
                            rt::Result::Ok(Message::Everything(message)) => {
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
/// A client of Values 1.0.0: sends, and pulls what comes in.
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
/// A service of Values 1.0.0: a receiver for each channel that peers send on or connect to.
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
