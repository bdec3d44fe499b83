//! Bytes → values.

use std::collections::BTreeMap;

use prost::encoding::{self, DecodeContext, WireType};

use super::kind::Wire;
use super::{Fault, Kind, Message, OneOf, Read};

/// Messages nest at most this deep, as with `protoc`'s code.
pub(super) const DEEPEST: u32 = 100;

/// What is left of a message.
#[doc(hidden)]
#[derive(Debug)]
pub struct Input<'a> {
    pub(super) bytes: &'a [u8],
    /// How deep messages may yet nest.
    pub(super) depth: u32,
}

impl<'a> Input<'a> {
    /// The key of the next field; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Field<'_, 'a>>, Fault> {
        if self.bytes.is_empty() {
            return Ok(None);
        }
        let (number, wire) = encoding::decode_key(&mut self.bytes)?;
        Ok(Some(Field { number, wire, input: self }))
    }

    /// Bytes with their length in front.
    pub(super) fn delimited(&mut self, wire: Wire) -> Result<&'a [u8], Fault> {
        if wire.0 != WireType::LengthDelimited {
            return Err(unexpected(wire.0));
        }
        let length = encoding::decode_varint(&mut self.bytes)?;
        let split = usize::try_from(length).ok().and_then(|length| self.bytes.split_at_checked(length));
        let Some((bytes, rest)) = split else { return Err(Fault::new("the bytes end within the field")) };
        self.bytes = rest;
        Ok(bytes)
    }
}

#[cold]
fn unexpected(wire: WireType) -> Fault {
    Fault::new(format!("the wire type {wire:?} does not go with the field's type"))
}

/// A field that came in.
#[derive(Debug)]
pub struct Field<'r, 'a> {
    number: u32,
    wire: WireType,
    input: &'r mut Input<'a>,
}

impl Field<'_, '_> {
    /// Its number.
    #[must_use]
    #[inline]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Passes over it.
    ///
    /// # Errors
    /// When its bytes are broken.
    pub fn skip(&mut self) -> Read {
        Ok(encoding::skip_field(self.wire, self.number, &mut self.input.bytes, DecodeContext::default())?)
    }

    /// A field that is there once; of several, the last one counts, and messages are merged.
    ///
    /// # Errors
    /// When it is not what `kind` says.
    #[inline]
    pub fn value<V, K: Kind<V>>(&mut self, kind: K, value: &mut V) -> Read {
        kind.read(value, Wire(self.wire), self.input)
    }

    /// A field that may be absent.
    ///
    /// # Errors
    /// As [`value`](Self::value).
    #[inline]
    pub fn optional<V: Default, K: Kind<V>>(&mut self, kind: K, value: &mut Option<V>) -> Read {
        self.value(kind, value.get_or_insert_default())
    }

    /// An item of a list, or several in one piece.
    ///
    /// # Errors
    /// As [`value`](Self::value).
    pub fn repeated<V: Default, K: Kind<V>>(&mut self, kind: K, values: &mut Vec<V>) -> Read {
        if self.wire != WireType::LengthDelimited || K::WIRE.0 == WireType::LengthDelimited {
            let mut value = V::default();
            self.value(kind, &mut value)?;
            values.push(value);
            return Ok(());
        }
        let bytes = self.input.delimited(Wire(self.wire))?;
        let mut input = Input { bytes, depth: 0 };
        while !input.bytes.is_empty() {
            let mut value = V::default();
            kind.read(&mut value, K::WIRE, &mut input)?;
            values.push(value);
        }
        Ok(())
    }

    /// An entry of a map. Of equal keys the last one counts.
    ///
    /// # Errors
    /// As [`value`](Self::value).
    pub fn map<A: Default + Ord, B: Default, K: Kind<A>, V: Kind<B>>(
        &mut self,
        key: K,
        value: V,
        entries: &mut BTreeMap<A, B>,
    ) -> Read {
        let bytes = self.input.delimited(Wire(self.wire))?;
        let mut input = Input { bytes, depth: self.input.depth };
        let (mut of, mut at) = (A::default(), B::default());
        while let Some(mut field) = input.next()? {
            match field.number() {
                1 => field.value(key, &mut of)?,
                2 => field.value(value, &mut at)?,
                _ => field.skip()?,
            }
        }
        entries.insert(of, at);
        Ok(())
    }

    /// One of several fields of which at most one is there.
    ///
    /// # Errors
    /// As [`value`](Self::value).
    #[inline]
    pub fn one_of<T: OneOf>(&mut self, value: &mut Option<T>) -> Read {
        T::read(value, self)
    }
}

/// The arms of [`OneOf::read`].
impl Field<'_, '_> {
    /// An arm that takes the place of what was there.
    ///
    /// # Errors
    /// As [`value`](Self::value).
    pub fn arm<T, V: Default, K: Kind<V>>(&mut self, kind: K, this: &mut Option<T>, make: fn(V) -> T) -> Read {
        self.merged_arm(kind, this, make, |_| None)
    }

    /// An arm with a message: one of the same arm is merged with it.
    ///
    /// # Errors
    /// As [`value`](Self::value).
    pub fn merged_arm<T, V: Default, K: Kind<V>>(
        &mut self,
        kind: K,
        this: &mut Option<T>,
        make: fn(V) -> T,
        old: fn(T) -> Option<V>,
    ) -> Read {
        let mut value = this.take().and_then(old).unwrap_or_default();
        self.value(kind, &mut value)?;
        *this = Some(make(value));
        Ok(())
    }
}

/// Reads the fields of a message into it.
pub(super) fn read_message<T: Message>(message: &mut T, bytes: &[u8], depth: u32) -> Read {
    let mut input = Input { bytes, depth };
    let mut missing: Vec<u32> = T::REQUIRED.to_vec();
    while let Some(mut field) = input.next()? {
        let number = field.number;
        message.read(&mut field).map_err(|fault| fault.within(T::NAME, number))?;
        if !missing.is_empty() {
            missing.retain(|needed| *needed != number);
        }
    }
    match missing.first() {
        None => Ok(()),
        Some(number) => Err(Fault::new("the field is required, and missing").within(T::NAME, *number)),
    }
}
