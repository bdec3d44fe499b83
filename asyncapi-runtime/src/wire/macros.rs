//! Macros that generated code calls, so that its text stays small. Functions without parameters of type are `#[inline]`:
//! the compiler makes nothing of them where nobody calls them, which is most of the time that a build of types took.

/// `serde::Serialize` and `Deserialize` for a type, by way of [`Wire`](crate::wire::Wire): what they read and write is
/// checked. The user's crate needs no serde for it.
#[doc(hidden)]
#[macro_export]
macro_rules! serde_impls {
    ($($name:ident),+ $(,)?) => {$(
        impl $crate::wire::serde::Serialize for $name {
            fn serialize<S: $crate::wire::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::wire::serialize(self, to)
            }
        }
        impl<'de> $crate::wire::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::wire::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::wire::deserialize(from)
            }
        }
    )+};
}

/// What an enum of strings has beside its variants: `ALL`, `as_str`, `Display`, `FromStr`, and its [`Wire`].
///
/// [`Wire`]: crate::wire::Wire
#[doc(hidden)]
#[macro_export]
macro_rules! text_enum {
    ($name:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        impl $name {
            /// All values, in the order of the document.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The value's text.
            #[must_use]
            #[inline]
            pub const fn as_str(&self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
        impl $crate::wire::TextEnum for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const TEXTS: &'static [&'static str] = &[$($text),+];
            #[inline]
            fn from_text(text: &str) -> ::core::option::Option<Self> {
                match text {
                    $($text => ::core::option::Option::Some(Self::$variant),)+
                    _ => ::core::option::Option::None,
                }
            }
            #[inline]
            fn text(&self) -> &'static str {
                self.as_str()
            }
        }
        impl $crate::wire::Wire for $name {
            fn read<'de, D: $crate::wire::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::wire::read_text(from)
            }
            fn write<S: $crate::wire::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, out: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                out.pad(self.as_str())
            }
        }
        impl ::core::str::FromStr for $name {
            type Err = $crate::wire::UnknownValue;
            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                $crate::wire::UnknownValue::or(<Self as $crate::wire::TextEnum>::from_text(text))
            }
        }
        $crate::serde_impls!($name);
    };
}

/// What an enum of strings that allows others has beside its variants: `KNOWN`, `as_str`, `From` texts, `Display`, and its
/// [`Wire`].
///
/// [`Wire`]: crate::wire::Wire
#[doc(hidden)]
#[macro_export]
macro_rules! open_text_enum {
    ($name:ident { $($variant:ident = $text:literal),+ $(,)? } $other:ident) => {
        impl $name {
            /// The values that the document names, in its order.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),+];

            /// The value's text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::$other(text) => text,
                }
            }

            fn known(text: &str) -> ::core::option::Option<Self> {
                match text {
                    $($text => ::core::option::Option::Some(Self::$variant),)+
                    _ => ::core::option::Option::None,
                }
            }
        }
        impl ::core::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::known(text).unwrap_or_else(|| Self::$other(::core::convert::From::from(text)))
            }
        }
        impl ::core::convert::From<$crate::__private::v0::String> for $name {
            fn from(text: $crate::__private::v0::String) -> Self {
                Self::known(&text).unwrap_or(Self::$other(text))
            }
        }
        impl $crate::wire::Wire for $name {
            fn read<'de, D: $crate::wire::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <$crate::__private::v0::String as $crate::wire::Wire>::read(from)
                    .map(::core::convert::From::from)
            }
            fn write<S: $crate::wire::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }
        impl ::core::fmt::Display for $name {
            fn fmt(&self, out: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                out.pad(self.as_str())
            }
        }
        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                ::core::result::Result::Ok(::core::convert::From::from(text))
            }
        }
        $crate::serde_impls!($name);
    };
}

/// What an enum of scalars that are not all strings has beside its variants: `ALL` and its [`Wire`].
///
/// [`Wire`]: crate::wire::Wire
#[doc(hidden)]
#[macro_export]
macro_rules! literal_enum {
    ($name:ident { $($variant:ident = $literal:expr),+ $(,)? }) => {
        impl $name {
            /// All values, in the order of the document.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
        impl $crate::wire::LiteralEnum for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const LITERALS: &'static [($crate::wire::Literal, Self)] = &[$(($literal, Self::$variant)),+];
        }
        impl $crate::wire::Wire for $name {
            fn read<'de, D: $crate::wire::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::wire::read_literal(from)
            }
            fn write<S: $crate::wire::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::wire::write_literal(self, to)
            }
        }
        $crate::serde_impls!($name);
    };
}

/// What a named type around another has beside its [`Wire`]: it is made by `TryFrom` where it has rules (`checked`), else
/// by `From` (`plain`), and read by `get`, `Deref` and `AsRef`.
///
/// [`Wire`]: crate::wire::Wire
#[doc(hidden)]
#[macro_export]
macro_rules! newtype {
    (checked $name:ident($inner:ty)) => {
        impl ::core::convert::TryFrom<$inner> for $name {
            type Error = $crate::wire::Violation;
            #[inline]
            fn try_from(value: $inner) -> ::core::result::Result<Self, Self::Error> {
                let value = Self(value);
                $crate::wire::Wire::check(&value, $crate::wire::Way::Out)?;
                ::core::result::Result::Ok(value)
            }
        }
        $crate::newtype!(@read $name($inner));
    };
    (plain $name:ident($inner:ty)) => {
        impl ::core::convert::From<$inner> for $name {
            #[inline]
            fn from(value: $inner) -> Self {
                Self(value)
            }
        }
        $crate::newtype!(@read $name($inner));
    };
    (@read $name:ident($inner:ty)) => {
        impl $name {
            /// The value.
            #[must_use]
            #[inline]
            pub fn get(&self) -> &$inner {
                &self.0
            }

            /// The value, owned.
            #[must_use]
            #[inline]
            pub fn into_inner(self) -> $inner {
                self.0
            }
        }
        impl ::core::ops::Deref for $name {
            type Target = $inner;
            #[inline]
            fn deref(&self) -> &$inner {
                &self.0
            }
        }
        impl ::core::convert::AsRef<$inner> for $name {
            #[inline]
            fn as_ref(&self) -> &$inner {
                &self.0
            }
        }
    };
}
