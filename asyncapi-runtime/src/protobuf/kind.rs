//! How values are written: one type for each type of Protobuf.

use bytes::Bytes;
use prost::encoding::{self, DecodeContext, WireType};

use super::read::{Input, read_message};
use super::{Fault, Message, Read, Writer};

/// A way to write values of type `V`.
pub trait Kind<V>: Copy {
    #[doc(hidden)]
    const WIRE: Wire;

    /// Whether the value is what an absent field stands for.
    fn is_zero(self, value: &V) -> bool;

    /// Writes a field with the value.
    fn write(self, number: u32, value: &V, to: &mut Writer);

    /// Writes the value without a key, for lists in one piece.
    fn pack(self, value: &V, to: &mut Writer);

    #[doc(hidden)]
    fn read(self, value: &mut V, wire: Wire, input: &mut Input<'_>) -> Read;
}

/// The shape of a value on the wire.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wire(pub(super) WireType);

/// Types that `prost` reads and writes.
macro_rules! scalars {
    ($($kind:ident, $type:ty, $module:ident, $wire:ident, $name:literal, $pack:expr, $is_zero:expr;)*) => {$(
        #[doc = concat!("`", $name, "`.")]
        #[derive(Debug, Clone, Copy)]
        pub struct $kind;

        impl Kind<$type> for $kind {
            const WIRE: Wire = Wire(WireType::$wire);

            #[inline]
            fn is_zero(self, value: &$type) -> bool {
                let is_zero: fn(&$type) -> bool = $is_zero;
                is_zero(value)
            }

            #[inline]
            fn write(self, number: u32, value: &$type, to: &mut Writer) {
                encoding::$module::encode(number, value, &mut to.out);
            }

            #[inline]
            fn pack(self, value: &$type, to: &mut Writer) {
                let pack: fn(&$type, &mut Vec<u8>) = $pack;
                pack(value, &mut to.out);
            }

            #[inline]
            fn read(self, value: &mut $type, wire: Wire, input: &mut Input<'_>) -> Read {
                Ok(encoding::$module::merge(wire.0, value, &mut input.bytes, DecodeContext::default())?)
            }
        }
    )*};
}

/// An integer as a varint; what is negative takes ten bytes.
fn varint(value: i64, out: &mut Vec<u8>) {
    encoding::encode_varint(value.cast_unsigned(), out);
}

/// An integer so that small negative ones are short.
fn zigzag(value: i64, out: &mut Vec<u8>) {
    varint((value << 1) ^ (value >> 63), out);
}

scalars! {
    Double, f64, double, SixtyFourBit, "double", |it, out| out.extend(it.to_le_bytes()), |it| it.to_bits() == 0;
    Float, f32, float, ThirtyTwoBit, "float", |it, out| out.extend(it.to_le_bytes()), |it| it.to_bits() == 0;
    Int32, i32, int32, Varint, "int32", |it, out| varint((*it).into(), out), |it| *it == 0;
    Int64, i64, int64, Varint, "int64", |it, out| varint(*it, out), |it| *it == 0;
    Uint32, u32, uint32, Varint, "uint32", |it, out| varint((*it).into(), out), |it| *it == 0;
    Uint64, u64, uint64, Varint, "uint64", |it, out| encoding::encode_varint(*it, out), |it| *it == 0;
    Sint32, i32, sint32, Varint, "sint32", |it, out| zigzag((*it).into(), out), |it| *it == 0;
    Sint64, i64, sint64, Varint, "sint64", |it, out| zigzag(*it, out), |it| *it == 0;
    Fixed32, u32, fixed32, ThirtyTwoBit, "fixed32", |it, out| out.extend(it.to_le_bytes()), |it| *it == 0;
    Fixed64, u64, fixed64, SixtyFourBit, "fixed64", |it, out| out.extend(it.to_le_bytes()), |it| *it == 0;
    Sfixed32, i32, sfixed32, ThirtyTwoBit, "sfixed32", |it, out| out.extend(it.to_le_bytes()), |it| *it == 0;
    Sfixed64, i64, sfixed64, SixtyFourBit, "sfixed64", |it, out| out.extend(it.to_le_bytes()), |it| *it == 0;
    Bool, bool, bool, Varint, "bool", |it, out| out.push((*it).into()), |it| !*it;
    Text, String, string, LengthDelimited, "string", |it, out| out.extend(it.as_bytes()), |it| it.is_empty();
    Octets, Bytes, bytes, LengthDelimited, "bytes", |it, out| out.extend(it), |it| it.is_empty();
}

/// An enum of Protobuf. Implemented by generated enums.
pub trait Enum: Copy + Default + From<i32> {
    /// The number that stands for the value.
    fn to_number(self) -> i32;
}

/// An enum.
#[derive(Debug, Clone, Copy)]
pub struct Number;

impl<T: Enum> Kind<T> for Number {
    const WIRE: Wire = Wire(WireType::Varint);

    #[inline]
    fn is_zero(self, value: &T) -> bool {
        value.to_number() == 0
    }

    #[inline]
    fn write(self, number: u32, value: &T, to: &mut Writer) {
        Int32.write(number, &value.to_number(), to);
    }

    #[inline]
    fn pack(self, value: &T, to: &mut Writer) {
        Int32.pack(&value.to_number(), to);
    }

    #[inline]
    fn read(self, value: &mut T, wire: Wire, input: &mut Input<'_>) -> Read {
        let mut number = 0;
        Int32.read(&mut number, wire, input)?;
        *value = T::from(number);
        Ok(())
    }
}

/// A message in a field of another one.
#[derive(Debug, Clone, Copy)]
pub struct Embedded;

impl<T: Message> Kind<T> for Embedded {
    const WIRE: Wire = Wire(WireType::LengthDelimited);

    /// A message that is there differs from none.
    #[inline]
    fn is_zero(self, _: &T) -> bool {
        false
    }

    fn write(self, number: u32, value: &T, to: &mut Writer) {
        to.delimited(number, |to| value.write(to));
    }

    fn pack(self, value: &T, to: &mut Writer) {
        value.write(to);
    }

    fn read(self, value: &mut T, wire: Wire, input: &mut Input<'_>) -> Read {
        let bytes = input.delimited(wire)?;
        let Some(depth) = input.depth.checked_sub(1) else {
            return Err(Fault::new("messages are nested too deeply"));
        };
        read_message(value, bytes, depth)
    }
}

/// A scalar in a message of its own, such as `google.protobuf.StringValue`.
#[derive(Debug, Clone, Copy)]
pub struct Wrapped<K>(pub K);

impl<V: Default, K: Kind<V>> Kind<V> for Wrapped<K> {
    const WIRE: Wire = Wire(WireType::LengthDelimited);

    #[inline]
    fn is_zero(self, _: &V) -> bool {
        false
    }

    fn write(self, number: u32, value: &V, to: &mut Writer) {
        to.delimited(number, |to| self.pack(value, to));
    }

    fn pack(self, value: &V, to: &mut Writer) {
        to.plain(1, self.0, value);
    }

    fn read(self, value: &mut V, wire: Wire, input: &mut Input<'_>) -> Read {
        let bytes = input.delimited(wire)?;
        let mut input = Input { bytes, depth: 0 };
        while let Some(mut field) = input.next()? {
            match field.number() {
                1 => field.value(self.0, value)?,
                _ => field.skip()?,
            }
        }
        Ok(())
    }
}
