//! Values → bytes.

use std::collections::BTreeMap;

use prost::encoding::{self, WireType};

use super::{Kind, OneOf};

/// Takes the fields of a message.
#[derive(Debug, Default)]
pub struct Writer {
    pub(super) out: Vec<u8>,
}

impl Writer {
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    /// A field that is always there.
    #[inline]
    pub fn value<V, K: Kind<V>>(&mut self, number: u32, kind: K, value: &V) {
        kind.write(number, value, self);
    }

    /// A field that is left out when it is zero or empty.
    #[inline]
    pub fn plain<V, K: Kind<V>>(&mut self, number: u32, kind: K, value: &V) {
        if !kind.is_zero(value) {
            kind.write(number, value, self);
        }
    }

    /// A field that may be absent.
    #[inline]
    pub fn optional<V, K: Kind<V>>(&mut self, number: u32, kind: K, value: &Option<V>) {
        if let Some(value) = value {
            kind.write(number, value, self);
        }
    }

    /// A list, each item as a field of its own.
    pub fn repeated<V, K: Kind<V>>(&mut self, number: u32, kind: K, values: &[V]) {
        for value in values {
            kind.write(number, value, self);
        }
    }

    /// A list of numbers in one piece.
    pub fn packed<V, K: Kind<V>>(&mut self, number: u32, kind: K, values: &[V]) {
        if !values.is_empty() {
            self.delimited(number, |to| values.iter().for_each(|value| kind.pack(value, to)));
        }
    }

    /// A map, each entry as a field of its own, in the order of the keys.
    pub fn map<A, B, K: Kind<A>, V: Kind<B>>(&mut self, number: u32, key: K, value: V, entries: &BTreeMap<A, B>) {
        for (of, at) in entries {
            self.delimited(number, |to| {
                key.write(1, of, to);
                value.write(2, at, to);
            });
        }
    }

    /// At most one of several fields.
    #[inline]
    pub fn one_of<T: OneOf>(&mut self, value: &Option<T>) {
        if let Some(value) = value {
            value.write(self);
        }
    }

    /// A field with its length in front, which is known when `body` is written. Most are short: one byte is left for it.
    pub(super) fn delimited(&mut self, number: u32, body: impl FnOnce(&mut Self)) {
        encoding::encode_key(number, WireType::LengthDelimited, &mut self.out);
        let at = self.out.len();
        self.out.push(0);
        body(self);
        let length = self.out.len() - at - 1;
        match (u8::try_from(length), self.out.get_mut(at)) {
            (Ok(length @ ..=0x7f), Some(place)) => *place = length,
            _ => {
                let mut written = Vec::with_capacity(10);
                encoding::encode_varint(length as u64, &mut written);
                self.out.splice(at..=at, written);
            }
        }
    }
}
