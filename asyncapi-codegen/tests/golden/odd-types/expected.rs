#[allow(unused_imports)]
use ::asyncapi_runtime::__private::v0 as rt;
/// An object of the document.
///
/// From `asyncapi.yaml:19`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Everything {
    /// Property `map`.
    pub map: rt::String,
    /// Property `at`.
    pub at: i128,
    /// Property `kept`.
    pub kept: rt::Option<rt::String>,
    /// Property `object`.
    pub object: rt::Option<rt::String>,
    /// Property `value`.
    ///
    /// At least 1 character. Matches `^[a-z]+$`.
    pub value: rt::Option<rt::String>,
    /// Property `rt`.
    pub rt: rt::Option<rt::String>,
    /// Property `self`.
    pub self_: rt::String,
    /// Property `crate`.
    pub crate_: rt::Option<rt::String>,
    /// Property `type`.
    pub r#type: rt::Option<EverythingType>,
    /// Property `from`.
    ///
    /// At least -5. Less than 1000000000. A multiple of 0.5.
    pub from: rt::Option<f64>,
    /// Property `to`.
    ///
    /// -9223372036854775808 to 9223372036854775806.
    pub to: rt::Option<i64>,
    /// Property `closed`.
    pub closed: Closed,
    /// Property `empty`.
    pub empty: Empty,
    /// Property `mixed`.
    pub mixed: Mixed,
    /// Property `tree`.
    pub tree: Tree,
    /// Property `Option`.
    pub option: Option,
    /// Property `impossible`.
    pub impossible: rt::Option<rt::Never>,
    /// Property `never`.
    pub never: rt::Option<rt::Never>,
    /// Property `maybe`.
    pub maybe: rt::Option<rt::String>,
    /// Property `nested`.
    ///
    /// At least 1 item. No two items are equal.
    pub nested: rt::Option<rt::Vec<rt::Vec<rt::Option<rt::String>>>>,
    /// Property `pair`.
    ///
    /// Exactly 2 items.
    pub pair: rt::Option<(rt::String, u64)>,
    /// Property `nullable`.
    ///
    /// At most 5 characters.
    pub nullable: rt::Option<rt::Option<rt::String>>,
    /// Property `defaulted`.
    ///
    /// Default: `"a"`.
    pub defaulted: rt::String,
    /// Property `level`.
    ///
    /// At least 1. Default: `3`.
    pub level: u64,
    /// Property `on`.
    ///
    /// Default: `true`.
    pub on: bool,
    /// Property `mode`.
    ///
    /// Default: `"b"`.
    pub mode: EverythingMode,
}
impl Everything {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[allow(clippy::too_many_arguments)]
    #[inline]
    pub fn new(
        map: rt::String,
        at: i128,
        self_: rt::String,
        closed: Closed,
        empty: Empty,
        mixed: Mixed,
        tree: Tree,
        option: Option,
    ) -> Self {
        Self {
            map,
            at,
            kept: rt::None,
            object: rt::None,
            value: rt::None,
            rt: rt::None,
            self_,
            crate_: rt::None,
            r#type: rt::None,
            from: rt::None,
            to: rt::None,
            closed,
            empty,
            mixed,
            tree,
            option,
            impossible: rt::None,
            never: rt::None,
            maybe: rt::None,
            nested: rt::None,
            pair: rt::None,
            nullable: rt::None,
            defaulted: rt::text("a"),
            level: 3,
            on: true,
            mode: EverythingMode::B,
        }
    }
}
impl rt::Object for Everything {
    const NAME: &'static str = "Everything";
    const FIELDS: &'static [&'static str] = &[
        "map",
        "at",
        "kept",
        "object",
        "value",
        "rt",
        "self",
        "crate",
        "type",
        "from",
        "to",
        "closed",
        "empty",
        "mixed",
        "tree",
        "Option",
        "impossible",
        "never",
        "maybe",
        "nested",
        "pair",
        "nullable",
        "defaulted",
        "level",
        "on",
        "mode",
    ];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut map_field = rt::None;
        let mut at_field = rt::None;
        let mut kept = rt::None;
        let mut object = rt::None;
        let mut value = rt::None;
        let mut rt = rt::None;
        let mut self_ = rt::None;
        let mut crate_ = rt::None;
        let mut r#type = rt::None;
        let mut from = rt::None;
        let mut to = rt::None;
        let mut closed = rt::None;
        let mut empty = rt::None;
        let mut mixed = rt::None;
        let mut tree = rt::None;
        let mut option = rt::None;
        let mut impossible = rt::None;
        let mut never = rt::None;
        let mut maybe = rt::None;
        let mut nested = rt::None;
        let mut pair = rt::None;
        let mut nullable = rt::None;
        let mut defaulted = rt::None;
        let mut level = rt::None;
        let mut on = rt::None;
        let mut mode = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut map_field, "map")?,
                1 => map.read(&mut at_field, "at")?,
                2 => map.read(&mut kept, "kept")?,
                3 => map.read(&mut object, "object")?,
                4 => map.read(&mut value, "value")?,
                5 => map.read(&mut rt, "rt")?,
                6 => map.read(&mut self_, "self")?,
                7 => map.read(&mut crate_, "crate")?,
                8 => map.read(&mut r#type, "type")?,
                9 => map.read(&mut from, "from")?,
                10 => map.read(&mut to, "to")?,
                11 => map.read(&mut closed, "closed")?,
                12 => map.read(&mut empty, "empty")?,
                13 => map.read(&mut mixed, "mixed")?,
                14 => map.read(&mut tree, "tree")?,
                15 => map.read(&mut option, "Option")?,
                16 => map.read(&mut impossible, "impossible")?,
                17 => map.read(&mut never, "never")?,
                18 => map.read(&mut maybe, "maybe")?,
                19 => map.read(&mut nested, "nested")?,
                20 => map.read(&mut pair, "pair")?,
                21 => map.read(&mut nullable, "nullable")?,
                22 => map.read(&mut defaulted, "defaulted")?,
                23 => map.read(&mut level, "level")?,
                24 => map.read(&mut on, "on")?,
                25 => map.read(&mut mode, "mode")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            map: map.required(map_field, "map")?,
            at: map.required(at_field, "at")?,
            kept,
            object,
            value,
            rt,
            self_: map.required(self_, "self")?,
            crate_,
            r#type,
            from,
            to,
            closed: map.required(closed, "closed")?,
            empty: map.required(empty, "empty")?,
            mixed: map.required(mixed, "mixed")?,
            tree: map.required(tree, "tree")?,
            option: map.required(option, "Option")?,
            impossible,
            never,
            maybe,
            nested,
            pair,
            nullable,
            defaulted: defaulted.unwrap_or_else(|| rt::text("a")),
            level: level.unwrap_or(3),
            on: on.unwrap_or(true),
            mode: mode.unwrap_or(EverythingMode::B),
        })
    }
}
impl rt::Wire for Everything {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("map", &self.map)?;
        object.field("at", &self.at)?;
        object.optional("kept", &self.kept)?;
        object.optional("object", &self.object)?;
        object.optional("value", &self.value)?;
        object.optional("rt", &self.rt)?;
        object.field("self", &self.self_)?;
        object.optional("crate", &self.crate_)?;
        object.optional("type", &self.r#type)?;
        object.optional("from", &self.from)?;
        object.optional("to", &self.to)?;
        object.field("closed", &self.closed)?;
        object.field("empty", &self.empty)?;
        object.field("mixed", &self.mixed)?;
        object.field("tree", &self.tree)?;
        object.field("Option", &self.option)?;
        object.optional("impossible", &self.impossible)?;
        object.optional("never", &self.never)?;
        object.optional("maybe", &self.maybe)?;
        object.optional("nested", &self.nested)?;
        object.optional("pair", &self.pair)?;
        object.optional("nullable", &self.nullable)?;
        object.field("defaulted", &self.defaulted)?;
        object.field("level", &self.level)?;
        object.field("on", &self.on)?;
        object.field("mode", &self.mode)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at(
            "value",
            rt::some(
                &self.value,
                |value| {
                    rt::min_length(value, 1)?;
                    rt::pattern(
                        value,
                        {
                            static PATTERN: rt::Pattern = rt::Pattern::new(
                                "^[a-z]+$",
                                "LhDZ;/(^rBABBAcA$)",
                            );
                            &PATTERN
                        },
                    )
                },
            ),
        )?;
        rt::at(
            "from",
            rt::some(
                &self.from,
                |value| {
                    rt::minimum(value, -5.0)?;
                    rt::exclusive_maximum(value, 1000000000.0)?;
                    rt::multiple_of(value, 0.5)
                },
            ),
        )?;
        rt::at(
            "to",
            rt::some(&self.to, |value| rt::maximum(value, 9223372036854775806)),
        )?;
        rt::at("tree", rt::Wire::check(&self.tree, way))?;
        rt::at("maybe", rt::some(&self.maybe, |value| rt::min_length(value, 2)))?;
        rt::at(
            "nested",
            rt::some(
                &self.nested,
                |value| {
                    rt::min_items(value, 1)?;
                    rt::unique_items(value)?;
                    rt::each(
                        value,
                        |value| rt::each(
                            value,
                            |value| rt::some(value, |value| rt::max_length(value, 2)),
                        ),
                    )
                },
            ),
        )?;
        rt::at(
            "pair",
            rt::some(
                &self.pair,
                |value| {
                    rt::at("0", rt::max_length(&value.0, 1))?;
                    rt::at("1", rt::minimum(&value.1, 3))
                },
            ),
        )?;
        rt::at(
            "nullable",
            rt::some(
                &self.nullable,
                |value| rt::some(value, |value| rt::max_length(value, 5)),
            ),
        )?;
        rt::at("level", rt::minimum(&self.level, 1))?;
        rt::Ok(())
    }
}
rt::serde_impls!(Everything);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:30`.
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
pub enum EverythingType {
    /// The value `everything`.
    Everything,
}
rt::text_enum!(EverythingType { Everything = "everything" });
/// An object of the document.
///
/// From `asyncapi.yaml:50`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Closed {
    /// Property `never`.
    pub never: Impossible,
}
impl rt::Object for Closed {
    const NAME: &'static str = "Closed";
    const FIELDS: &'static [&'static str] = &["never"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut never = rt::None;
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut never, "never")?,
                _ => map.refuse(Self::FIELDS)?,
            }
        }
        rt::Ok(Self {
            never: map.required(never, "never")?,
        })
    }
}
impl rt::Wire for Closed {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("never", &self.never)?;
        object.end()
    }
}
rt::serde_impls!(Closed);
/// An object of the document.
///
/// From `asyncapi.yaml:49`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Impossible {
    /// Property `never`.
    pub never: rt::Never,
    /// Property `after`.
    pub after: rt::Option<rt::String>,
}
impl Impossible {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(never: rt::Never) -> Self {
        Self { never, after: rt::None }
    }
}
impl rt::Object for Impossible {
    const NAME: &'static str = "Impossible";
    const FIELDS: &'static [&'static str] = &["never", "after"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut never = rt::None;
        let mut after = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut never, "never")?,
                1 => map.read(&mut after, "after")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            never: map.required(never, "never")?,
            after,
        })
    }
}
impl rt::Wire for Impossible {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("never", &self.never)?;
        object.optional("after", &self.after)?;
        object.end()
    }
}
rt::serde_impls!(Impossible);
/// An object of the document.
///
/// From `asyncapi.yaml:51`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::default::Default
)]
pub struct Empty {}
impl rt::Object for Empty {
    const NAME: &'static str = "Empty";
    const FIELDS: &'static [&'static str] = &[];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        while map.next_keeping(Self::FIELDS)?.is_some() {
            map.refuse(Self::FIELDS)?;
        }
        rt::Ok(Self {})
    }
}
impl rt::Wire for Empty {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::ObjectWriter::new(to)?.end()
    }
}
rt::serde_impls!(Empty);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:52`.
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
pub enum Mixed {
    /// The value `a`.
    A,
    /// The value `1`.
    N1,
    /// The value `true`.
    True,
    /// The value `2.5`.
    N2_5,
}
rt::literal_enum!(
    Mixed { A = rt::Literal::String("a"), N1 = rt::Literal::Integer(1), True =
    rt::Literal::Bool(true), N2_5 = rt::Literal::Number(2.5) }
);
/// An object of the document.
///
/// From `asyncapi.yaml:54`.
#[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct Tree {
    /// Property `value`.
    ///
    /// At least 0.
    pub value: f64,
    /// Property `left`.
    pub left: rt::Option<rt::Box<Tree>>,
    /// Property `children`.
    pub children: rt::Option<rt::Vec<Tree>>,
}
impl Tree {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(value: f64) -> Self {
        Self {
            value,
            left: rt::None,
            children: rt::None,
        }
    }
}
impl rt::Object for Tree {
    const NAME: &'static str = "Tree";
    const FIELDS: &'static [&'static str] = &["value", "left", "children"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut value = rt::None;
        let mut left = rt::None;
        let mut children = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut value, "value")?,
                1 => map.read(&mut left, "left")?,
                2 => map.read(&mut children, "children")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            value: map.required(value, "value")?,
            left,
            children,
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
        object.optional("left", &self.left)?;
        object.optional("children", &self.children)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("value", rt::minimum(&self.value, 0.0))?;
        rt::at("left", rt::some(&self.left, |value| rt::Wire::check(&**value, way)))?;
        rt::at(
            "children",
            rt::some(
                &self.children,
                |value| rt::each(value, |value| rt::Wire::check(value, way)),
            ),
        )?;
        rt::Ok(())
    }
}
rt::serde_impls!(Tree);
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
pub enum Option {
    /// One of the alternatives.
    String(String),
    /// One of the alternatives.
    Result(Result),
}
impl ::core::convert::From<String> for Option {
    #[inline]
    fn from(value: String) -> Self {
        Self::String(value)
    }
}
impl ::core::convert::From<Result> for Option {
    #[inline]
    fn from(value: Result) -> Self {
        Self::Result(value)
    }
}
impl rt::Tagged for Option {
    const NAME: &'static str = "Option";
    const TAG: &'static str = "kind";
    fn arm<'de, D: rt::Deserializer<'de>>(
        tag: &rt::Json,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        match tag {
            rt::Json::String(text) if text == "s" => rt::arm(Self::String, from),
            rt::Json::String(text) if text == "r" || text == "q" => {
                rt::arm(Self::Result, from)
            }
            _ => rt::Err(rt::unknown_tag::<Self, D::Error>(tag)),
        }
    }
}
impl rt::Wire for Option {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_tagged(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::String(value) => rt::Wire::write(value, to),
            Self::Result(value) => rt::Wire::write(value, to),
        }
    }
}
rt::serde_impls!(Option);
/// An object of the document.
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
pub struct String {
    /// Property `at`.
    pub at: rt::Option<rt::String>,
}
impl rt::Object for String {
    const NAME: &'static str = "String";
    const FIELDS: &'static [&'static str] = &["kind", "at"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut kind = false;
        let mut at_field = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.constant(&mut kind, "kind", &rt::Literal::String("s"))?,
                1 => map.read(&mut at_field, "at")?,
                _ => map.skip()?,
            }
        }
        map.present(kind, "kind")?;
        rt::Ok(Self { at: at_field })
    }
}
impl rt::Wire for String {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.constant("kind", &rt::Literal::String("s"))?;
        object.optional("at", &self.at)?;
        object.end()
    }
}
rt::serde_impls!(String);
/// An object of the document.
///
/// From `asyncapi.yaml:65`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Result {
    /// Property `kind`.
    pub kind: ResultKind,
}
impl rt::Object for Result {
    const NAME: &'static str = "Result";
    const FIELDS: &'static [&'static str] = &["kind"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut kind = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut kind, "kind")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            kind: map.required(kind, "kind")?,
        })
    }
}
impl rt::Wire for Result {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("kind", &self.kind)?;
        object.end()
    }
}
rt::serde_impls!(Result);
/// One of the values that the document allows.
///
/// From `asyncapi.yaml:65`.
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
pub enum ResultKind {
    /// The value `r`.
    R,
    /// The value `q`.
    Q,
}
rt::text_enum!(ResultKind { R = "r", Q = "q" });
/// One of the values that the document allows.
///
/// Default: `"b"`.
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
pub enum EverythingMode {
    /// The value `a`.
    A,
    /// The value `b`.
    B,
}
rt::text_enum!(EverythingMode { A = "a", B = "b" });
/// A type of the document with rules of its own.
///
/// Of each item: at least 1 character.
///
/// From `asyncapi.yaml:66`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub struct Tags(rt::Vec<rt::String>);
rt::newtype!(checked Tags(rt::Vec < rt::String >));
impl rt::Wire for Tags {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::arm(Self, from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::Wire::write(&self.0, to)
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::each(&self.0, |value| rt::min_length(value, 1))?;
        rt::Ok(())
    }
}
rt::serde_impls!(Tags);
/// A type of the document with rules of its own.
///
/// At most 3 characters.
///
/// From `asyncapi.yaml:10`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub struct Short(rt::String);
rt::newtype!(checked Short(rt::String));
impl rt::Wire for Short {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::arm(Self, from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        rt::Wire::write(&self.0, to)
    }
    #[inline]
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::max_length(&self.0, 3)?;
        rt::Ok(())
    }
}
rt::serde_impls!(Short);
/// An object of the document.
///
/// At least 2 properties.
///
/// From `asyncapi.yaml:72`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub struct Any {
    /// Property `trial`.
    pub trial: Trial,
    /// Property `kinds`.
    pub kinds: rt::Option<AnyKinds>,
    /// The properties that the document does not name.
    pub additional_properties: rt::BTreeMap<rt::String, rt::Json>,
}
impl Any {
    /// With what is required; the rest is absent or has its default.
    #[must_use]
    #[inline]
    pub fn new(trial: Trial, kinds: rt::Option<AnyKinds>) -> Self {
        Self {
            trial,
            kinds,
            additional_properties: rt::BTreeMap::new(),
        }
    }
}
impl rt::Object for Any {
    const NAME: &'static str = "Any";
    const FIELDS: &'static [&'static str] = &["trial", "kinds"];
    fn visit<'de, A: rt::MapAccess<'de>>(
        mut map: rt::Fields<A>,
    ) -> rt::Result<Self, A::Error> {
        let mut trial = rt::None;
        let mut kinds = rt::None;
        let mut additional_properties = rt::BTreeMap::new();
        while let rt::Some(at) = map.next_keeping(Self::FIELDS)? {
            match at {
                0 => map.read(&mut trial, "trial")?,
                1 => map.read(&mut kinds, "kinds")?,
                _ => map.keep(&mut additional_properties)?,
            }
        }
        rt::Ok(Self {
            trial: map.required(trial, "trial")?,
            kinds: map.required(kinds, "kinds")?,
            additional_properties,
        })
    }
}
impl rt::Wire for Any {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_valid(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("trial", &self.trial)?;
        object.field("kinds", &self.kinds)?;
        object.kept(&self.additional_properties, <Self as rt::Object>::FIELDS)?;
        object.end()
    }
    #[inline]
    fn check(&self, way: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("trial", rt::Wire::check(&self.trial, way))?;
        rt::min_properties(2 + self.additional_properties.len(), 2)?;
        rt::write_valid(self, way)?;
        rt::Ok(())
    }
}
impl rt::Valid for Any {
    fn schema() -> &'static rt::Schema {
        &ANY_SCHEMA
    }
    fn read_typed<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
}
rt::serde_impls!(Any);
/// One of several alternatives.
///
/// From `asyncapi.yaml:68`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum Trial {
    /// One of the alternatives.
    ///
    /// At most 3 characters.
    Variant1(rt::String),
    /// One of the alternatives.
    ///
    /// At least 10 characters.
    Variant2(rt::String),
}
impl rt::Alternatives for Trial {
    const NAME: &'static str = "Trial";
    const EXACTLY_ONE: bool = false;
    fn schemas() -> &'static [&'static rt::Schema] {
        static SCHEMAS: [&rt::Schema; 2] = [
            &rt::Schema(
                &[rt::Keyword::Type(&[rt::Type::String]), rt::Keyword::MaxLength(3)],
            ),
            &rt::Schema(
                &[rt::Keyword::Type(&[rt::Type::String]), rt::Keyword::MinLength(10)],
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
impl rt::Wire for Trial {
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
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        match self {
            Self::Variant1(value) => rt::max_length(value, 3),
            Self::Variant2(value) => rt::min_length(value, 10),
        }
    }
}
rt::serde_impls!(Trial);
/// One of several alternatives.
///
/// From `asyncapi.yaml:76`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash
)]
pub enum AnyKinds {
    /// One of the alternatives.
    Boolean(bool),
    /// One of the alternatives.
    Integer(i128),
    /// One of the alternatives.
    String(rt::String),
    /// One of the alternatives.
    Array(rt::Vec<rt::Json>),
    /// One of the alternatives.
    Object(rt::BTreeMap<rt::String, rt::Json>),
}
impl rt::ByKind for AnyKinds {
    const NAME: &'static str = "AnyKinds";
    fn arm<'de, D: rt::Deserializer<'de>>(
        kind: rt::JsonKind,
        from: D,
    ) -> rt::Result<Self, D::Error> {
        match kind {
            rt::JsonKind::Bool => rt::arm(Self::Boolean, from),
            rt::JsonKind::Number => rt::arm(Self::Integer, from),
            rt::JsonKind::String => rt::arm(Self::String, from),
            rt::JsonKind::Array => rt::arm(Self::Array, from),
            rt::JsonKind::Object => rt::arm(Self::Object, from),
            _ => rt::Err(rt::no_variant::<Self, D::Error>()),
        }
    }
}
impl rt::Wire for AnyKinds {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_by_kind(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        match self {
            Self::Boolean(value) => rt::Wire::write(value, to),
            Self::Integer(value) => rt::Wire::write(value, to),
            Self::String(value) => rt::Wire::write(value, to),
            Self::Array(value) => rt::Wire::write(value, to),
            Self::Object(value) => rt::Wire::write(value, to),
        }
    }
}
rt::serde_impls!(AnyKinds);
/// A type of the document with rules of its own.
///
/// Of each item: matches `^a+$`.
///
/// From `asyncapi.yaml:12`.
#[derive(
    ::core::fmt::Debug,
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord
)]
pub struct List(rt::Vec<rt::String>);
rt::newtype!(checked List(rt::Vec < rt::String >));
impl rt::Wire for List {
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
                        "^a+$",
                        "L/(^rBABBA'a$)",
                    );
                    &PATTERN
                },
            ),
        )?;
        rt::Ok(())
    }
}
rt::serde_impls!(List);
static TRIAL_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::AnyOf(
            &[
                &rt::Schema(
                    &[rt::Keyword::Type(&[rt::Type::String]), rt::Keyword::MaxLength(3)],
                ),
                &rt::Schema(
                    &[rt::Keyword::Type(&[rt::Type::String]), rt::Keyword::MinLength(10)],
                ),
            ],
        ),
    ],
);
static ANY_SCHEMA: rt::Schema = rt::Schema(
    &[
        rt::Keyword::Type(&[rt::Type::Object]),
        rt::Keyword::MinProperties(2),
        rt::Keyword::Required(&["trial", "kinds"]),
        rt::Keyword::Properties(
            &rt::Properties {
                named: &[
                    ("trial", &TRIAL_SCHEMA),
                    (
                        "kinds",
                        &rt::Schema(
                            &[
                                rt::Keyword::Type(
                                    &[
                                        rt::Type::Null,
                                        rt::Type::Boolean,
                                        rt::Type::String,
                                        rt::Type::Array,
                                        rt::Type::Object,
                                        rt::Type::Integer,
                                    ],
                                ),
                            ],
                        ),
                    ),
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
                        &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
                    ),
                ],
                others: rt::None,
            },
        ),
        rt::Keyword::Not(
            &rt::Schema(
                &[
                    rt::Keyword::Required(&["forbidden"]),
                    rt::Keyword::Properties(
                        &rt::Properties {
                            named: &[
                                (
                                    "forbidden",
                                    &rt::Schema(&[rt::Keyword::Type(&[rt::Type::String])]),
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
#[doc(hidden)]
pub const __CONTRACTS: &[(&::core::primitive::str, ::core::primitive::u64)] = &[
    ("Everything", 0xab212bacf02ca0fb),
    ("EverythingType", 0x15ceefd36c3fc778),
    ("Closed", 0x53adbcfe5045b7d9),
    ("Impossible", 0x660517d1fe9b5047),
    ("Empty", 0x42f622ca1dda4e02),
    ("Mixed", 0x6ab5c46f2b6acca5),
    ("Tree", 0xaba69f3e13630d03),
    ("Option", 0x2d687d41ecdb4946),
    ("String", 0x1f392ab1f9798a72),
    ("Result", 0xa74b7a4c30b0949),
    ("ResultKind", 0xdf8e720387fcff94),
    ("EverythingMode", 0x215cdfcaf24cb673),
    ("Tags", 0x232c866edc9cf7c7),
    ("Short", 0x5ae2028ba2b2d733),
    ("Any", 0xcc00e224e33bf3df),
    ("Trial", 0xec9939229d8e29da),
    ("AnyKinds", 0x8ed74e0f4d38ca23),
    ("List", 0xfe583f5102967d53),
    ("TRIAL_SCHEMA", 0x109915caec5f6ccf),
    ("ANY_SCHEMA", 0x4118d29de60c6580),
];
/// Channel `things`, at `things`.
///
/// From `asyncapi.yaml:4`.
#[allow(unreachable_code)]
pub mod things {
    #[allow(unused_imports)]
    use ::asyncapi_runtime::__private::v0 as rt;
    /// Channel `things`, as the document has it.
    pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
        name: "things",
        address: rt::Option::Some("things"),
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
    /// Message `nothing`, as the document has it.
    pub static NOTHING_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "nothing",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `tags`, as the document has it.
    pub static TAGS_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "tags",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `short`, as the document has it.
    pub static SHORT_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "short",
        content_type: "text/plain",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `any`, as the document has it.
    pub static ANY_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "any",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Message `list`, as the document has it.
    pub static LIST_MESSAGE: rt::MessageInfo = rt::MessageInfo {
        name: "list",
        content_type: "application/json",
        correlation: rt::Option::None,
        bindings: &[],
    };
    /// Operation `put`, as the document has it.
    pub static PUT: rt::OperationInfo = rt::OperationInfo {
        name: "put",
        channel: &CHANNEL,
        bindings: &[],
        reply: rt::Option::None,
    };
    static PUT__NOTHING_MESSAGE: fn(&rt::RawMessage) -> ::core::primitive::bool = |raw| {
        let found_1 = rt::media_type(raw);
        let [found_2, found_3, found_4] = rt::scan(
                &raw.payload,
                [
                    &[] as &[&::core::primitive::str],
                    &["mixed"] as &[&::core::primitive::str],
                    &["kinds"] as &[&::core::primitive::str],
                ],
            )
            .unwrap_or_default();
        if found_1 == rt::Option::Some("text/plain") {
            false
        } else if found_2.kind() == rt::Option::Some(rt::JsonKind::Object)
            && (found_3.as_str() == rt::Option::Some("a")
                || found_3.is(&rt::Literal::Integer(1i64))
                || found_3.is(&rt::Literal::Bool(true))
                || found_3.is(&rt::Literal::Number(2.5f64)))
        {
            false
        } else if found_2.kind() == rt::Option::Some(rt::JsonKind::Object)
            && found_4.is_present()
        {
            false
        } else if found_1.is_none_or(|it| it == "application/octet-stream") {
            true
        } else {
            true
        }
    };
    static PUT__ANY_MESSAGE: fn(&rt::RawMessage) -> ::core::primitive::bool = |raw| {
        let found_1 = rt::media_type(raw);
        let [found_2, found_3, found_4] = rt::scan(
                &raw.payload,
                [
                    &[] as &[&::core::primitive::str],
                    &["mixed"] as &[&::core::primitive::str],
                    &["kinds"] as &[&::core::primitive::str],
                ],
            )
            .unwrap_or_default();
        if found_1 == rt::Option::Some("text/plain") {
            false
        } else if found_2.kind() == rt::Option::Some(rt::JsonKind::Object)
            && (found_3.as_str() == rt::Option::Some("a")
                || found_3.is(&rt::Literal::Integer(1i64))
                || found_3.is(&rt::Literal::Bool(true))
                || found_3.is(&rt::Literal::Number(2.5f64)))
        {
            false
        } else if found_2.kind() == rt::Option::Some(rt::JsonKind::Object)
            && found_4.is_present()
        {
            true
        } else if found_1.is_none_or(|it| it == "application/octet-stream") {
            false
        } else {
            false
        }
    };
    /// What operation `put` sends.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Put {
        /// Message `everything`.
        ///
        /// From `asyncapi.yaml:7`.
        Everything(super::Everything),
        /// Message `nothing`.
        ///
        /// From `asyncapi.yaml:8`.
        Nothing(rt::Never),
        /// Message `tags`.
        ///
        /// From `asyncapi.yaml:9`.
        Tags(super::Tags),
        /// Message `short`.
        ///
        /// From `asyncapi.yaml:10`.
        Short(super::Short),
        /// Message `any`.
        ///
        /// From `asyncapi.yaml:11`.
        Any(super::Any),
        /// Message `list`.
        ///
        /// From `asyncapi.yaml:12`.
        List(super::List),
    }
    impl rt::From<super::Everything> for Put {
        fn from(message: super::Everything) -> Self {
            Self::Everything(message)
        }
    }
    impl rt::From<rt::Never> for Put {
        fn from(message: rt::Never) -> Self {
            Self::Nothing(message)
        }
    }
    impl rt::From<super::Tags> for Put {
        fn from(message: super::Tags) -> Self {
            Self::Tags(message)
        }
    }
    impl rt::From<super::Short> for Put {
        fn from(message: super::Short) -> Self {
            Self::Short(message)
        }
    }
    impl rt::From<super::Any> for Put {
        fn from(message: super::Any) -> Self {
            Self::Any(message)
        }
    }
    impl rt::From<super::List> for Put {
        fn from(message: super::List) -> Self {
            Self::List(message)
        }
    }
    /// A handle on channel `things`. Cheap to clone.
    ///
    /// From `asyncapi.yaml:4`.
    #[derive(::core::fmt::Debug, ::core::clone::Clone)]
    pub struct Channel {
        link: rt::ChannelLink,
    }
    impl Channel {
        pub(super) fn new(link: rt::ChannelLink) -> Self {
            Self { link }
        }
        /// Operation `put`: sends `everything`, `nothing`, `tags`, `short`, `any`, `list`.
        ///
        /// From `asyncapi.yaml:14`.
        ///
        /// # Errors
        ///
        /// When the message breaks the document's rules, or is not sent in time.
        pub fn put(&self, message: impl rt::Into<Put>) -> rt::Send<'_> {
            let message: Put = message.into();
            match &message {
                Put::Everything(message) => {
                    self.link.send(&PUT, &EVERYTHING_MESSAGE, message)
                }
                Put::Nothing(message) => {
                    self.link
                        .send(
                            &PUT,
                            &NOTHING_MESSAGE,
                            &rt::AsMeant(message, PUT__NOTHING_MESSAGE),
                        )
                }
                Put::Tags(message) => self.link.send(&PUT, &TAGS_MESSAGE, message),
                Put::Short(message) => {
                    self.link.send(&PUT, &SHORT_MESSAGE, &rt::AsText(message))
                }
                Put::Any(message) => {
                    self.link
                        .send(
                            &PUT,
                            &ANY_MESSAGE,
                            &rt::AsMeant(message, PUT__ANY_MESSAGE),
                        )
                }
                Put::List(message) => self.link.send(&PUT, &LIST_MESSAGE, message),
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
    /// What this side sends on channel `things`.
    ///
    /// [`Channel`] has the same methods; generic code and its tests take this trait, and [`Recorder`] stands in.
    pub trait Sender: ::core::marker::Send + ::core::marker::Sync {
        /// Operation `put`: sends `everything`, `nothing`, `tags`, `short`, `any`, `list`.
        ///
        /// From `asyncapi.yaml:14`.
        fn put(
            &self,
            message: impl rt::Into<Put> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send;
    }
    impl Sender for Channel {
        fn put(
            &self,
            message: impl rt::Into<Put> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            Self::put(self, message)
        }
    }
    /// What a [`Recorder`] was given.
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
    pub enum Sent {
        /// By operation `put`.
        Put(Put),
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
        fn put(
            &self,
            message: impl rt::Into<Put> + ::core::marker::Send,
        ) -> impl rt::Future<
            Output = rt::Result<(), rt::SendError>,
        > + ::core::marker::Send {
            self.sent.push(Sent::Put(message.into()));
            rt::ready(rt::Result::Ok(()))
        }
    }
    /// Who connects to channel `things` is sent to: nothing comes in. `()` will do where nobody minds.
    ///
    /// From `asyncapi.yaml:4`.
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
    /// A peer's session on channel `things`. Clones are the same session. Everything else of [`rt::Session`] by way of `Deref`: its number, the handshake, the identity, closing it.
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
        /// Operation `put`: sends `everything`, `nothing`, `tags`, `short`, `any`, `list`. Gives the number of sessions.
        ///
        /// From `asyncapi.yaml:14`.
        ///
        /// # Errors
        /// When the message breaks the document's rules.
        pub async fn put(
            &self,
            message: impl rt::Into<Put>,
        ) -> rt::Result<::core::primitive::usize, rt::SendError> {
            let message: Put = message.into();
            match &message {
                Put::Everything(message) => {
                    self.inner.send(&PUT, &EVERYTHING_MESSAGE, message).await
                }
                Put::Nothing(message) => {
                    self.inner
                        .send(
                            &PUT,
                            &NOTHING_MESSAGE,
                            &rt::AsMeant(message, PUT__NOTHING_MESSAGE),
                        )
                        .await
                }
                Put::Tags(message) => self.inner.send(&PUT, &TAGS_MESSAGE, message).await,
                Put::Short(message) => {
                    self.inner.send(&PUT, &SHORT_MESSAGE, &rt::AsText(message)).await
                }
                Put::Any(message) => {
                    self.inner
                        .send(
                            &PUT,
                            &ANY_MESSAGE,
                            &rt::AsMeant(message, PUT__ANY_MESSAGE),
                        )
                        .await
                }
                Put::List(message) => self.inner.send(&PUT, &LIST_MESSAGE, message).await,
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
            let unknown = rt::DecodeError::unknown_message("things");
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
/// A client of Types that ask for care 1.0.0: sends, and pulls what comes in.
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
        rt::Client::connect(rt::Connects::into_connect(endpoint), &[&things::CHANNEL])
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
                &[&things::CHANNEL],
                hook,
            )
            .await
            .map(|inner| Self { inner })
    }
    /// Channel `things`.
    ///
    /// From `asyncapi.yaml:4`.
    #[must_use]
    pub fn things(&self) -> things::Channel {
        things::Channel::new(self.inner.channel(&things::CHANNEL, "things"))
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
/// A service of Types that ask for care 1.0.0: a receiver for each channel that peers send on or connect to.
#[derive(::core::fmt::Debug, ::core::clone::Clone)]
pub struct Service<Things: things::Receiver> {
    /// Handles channel `things`.
    ///
    /// From `asyncapi.yaml:4`.
    pub things: Things,
}
impl<Things: things::Receiver> Service<Things> {
    /// The service with its rules still to be changed: policy, retries, deadline, concurrency.
    #[must_use]
    pub fn into_server(self) -> rt::Server {
        rt::Server::new([
            rt::Arc::new(things::Route(self.things)) as rt::Arc<dyn rt::Route>,
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
