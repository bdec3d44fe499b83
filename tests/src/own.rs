//! Types of the user's that stand in the place of generated ones.

use asyncapi_runtime::wire::{Deserializer, Serializer, Wire};

/// Any integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Amount(pub i64);

impl Wire for Amount {
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        i64::read(from).map(Self)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
    }
}
