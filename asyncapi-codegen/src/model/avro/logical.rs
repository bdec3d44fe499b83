//! Logical types: which go with which types, and what they need.

use super::tree::{Logical, Primitive, Reader, Unit};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::avro as code;
use crate::source::Node;

const LOGICAL_TYPES: [&str; 12] = [
    "decimal",
    "uuid",
    "date",
    "time-millis",
    "time-micros",
    "timestamp-millis",
    "timestamp-micros",
    "timestamp-nanos",
    "local-timestamp-millis",
    "local-timestamp-micros",
    "local-timestamp-nanos",
    "duration",
];

impl Reader<'_> {
    /// The logical type of a primitive, or of a fixed of some length. One that Avro does not have is passed over, as its
    /// specification says; one that does not fit is too, and reported.
    pub(super) fn logical(&mut self, node: &Node, of: Primitive, fixed: Option<usize>) -> Option<Logical> {
        let given = node.get("logicalType")?;
        let name = given.as_str()?;
        use Primitive::{Bytes, Int, Long, String};
        let fits = match name {
            "decimal" => return self.decimal(node, given, of, fixed),
            "uuid" if (of == String && fixed.is_none()) || fixed == Some(16) => Logical::Uuid,
            "date" if of == Int => Logical::Date,
            "time-millis" if of == Int => Logical::TimeMillis,
            "time-micros" if of == Long => Logical::TimeMicros,
            "timestamp-millis" if of == Long => Logical::Timestamp(Unit::Millis),
            "timestamp-micros" if of == Long => Logical::Timestamp(Unit::Micros),
            "timestamp-nanos" if of == Long => Logical::Timestamp(Unit::Nanos),
            "local-timestamp-millis" if of == Long => Logical::LocalTimestamp(Unit::Millis),
            "local-timestamp-micros" if of == Long => Logical::LocalTimestamp(Unit::Micros),
            "local-timestamp-nanos" if of == Long => Logical::LocalTimestamp(Unit::Nanos),
            "duration" if of == Bytes && fixed == Some(12) => Logical::Duration,
            _ if LOGICAL_TYPES.contains(&name) => {
                let what = fixed.map_or_else(|| of.name().to_owned(), |length| format!("fixed of {length} bytes"));
                self.misfit(given, &format!("logical type `{name}` does not go with `{what}`"));
                return None;
            }
            _ => return None,
        };
        Some(fits)
    }

    fn misfit(&mut self, node: &Node, text: &str) {
        let fault = Diagnostic::new(&code::AVRO_LOGICAL, node.span(), text);
        self.sink.push(fault.label("passed over: the plain type is used"));
    }

    fn decimal(&mut self, node: &Node, given: &Node, of: Primitive, fixed: Option<usize>) -> Option<Logical> {
        if of != Primitive::Bytes {
            self.misfit(given, &format!("logical type `decimal` does not go with `{}`", of.name()));
            return None;
        }
        let number = |key: &str| node.get(key).map(Node::as_integer);
        let precision = number("precision").flatten().filter(|precision| *precision > 0);
        let scale = number("scale").unwrap_or(Some(0)).filter(|scale| *scale >= 0);
        let (Some(precision), Some(scale)) = (precision, scale) else {
            self.misfit(given, "a decimal without a `precision` above zero, or with a `scale` below");
            return None;
        };
        if scale > precision {
            self.misfit(given, "a decimal whose `scale` is larger than its `precision`");
            return None;
        }
        // Beyond 38 digits there is no integer type to hold the number: it stays bytes.
        let (precision, scale) = (u32::try_from(precision).ok()?, u32::try_from(scale).ok()?);
        let fits = precision <= 38 && fixed != Some(0);
        fits.then_some(Logical::Decimal { precision, scale })
    }
}
