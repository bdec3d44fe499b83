//! Whether what is encoded is the JSON that was decoded, up to the [`Exception`]s, which are rules, not cases.

use std::collections::BTreeSet;

use asyncapi_runtime::wire::{DateTime, Time, Wire, decode};
use serde_json::Value;

use crate::applies::Applies;
use crate::json::Json;

/// A way in which what is encoded may differ from what was decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exception {
    /// A property that no schema names is not kept, unless the user asks for it.
    Dropped,
    /// A property that was absent is written with the schema's default.
    Default,
    /// A UUID is written in lower case.
    Uuid,
    /// A number is read as the nearest `f64` where no schema says that it is an integer.
    Double,
    /// A date-time or a time is written in its normal form: the same moment, with the same offset.
    Time,
}

impl Exception {
    /// For the table.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Dropped => "properties that no schema names are not kept",
            Self::Default => "absent properties are written with their default",
            Self::Uuid => "UUIDs are written in lower case",
            Self::Double => "numbers are read as the nearest f64 where no schema says `integer`",
            Self::Time => "times are written in their normal form",
        }
    }
}

/// Whether `written` is the JSON `read`, which the schema accepts: the exceptions that it needed.
pub(crate) fn same(applies: &Applies, read: &str, written: &str) -> Result<BTreeSet<Exception>, String> {
    let different = || format!("written as {written}");
    let (Ok(json), Ok(other)) = (Json::parse(read), Json::parse(written)) else { return Err(different()) };
    let value = serde_json::from_str(read).unwrap_or_default();
    let mut comparison = Comparison { applies, used: BTreeSet::new() };
    if comparison.same(&[String::new()], &value, &json, &other) { Ok(comparison.used) } else { Err(different()) }
}

struct Comparison<'a> {
    applies: &'a Applies,
    used: BTreeSet<Exception>,
}

impl Comparison<'_> {
    /// `places` are the schemas of `value`, which is `read`, less its digits.
    fn same(&mut self, places: &[String], value: &Value, read: &Json, written: &Json) -> bool {
        match (read, written) {
            (Json::Object(read), Json::Object(written)) => {
                let places = self.applies.expand(places, value);
                let dropped = read.keys().filter(|name| !written.contains_key(*name));
                let kept = dropped.fold(true, |kept, name| kept & self.may_drop(&places, name));
                kept && written.iter().all(|(name, written)| match (read.get(name), value.get(name)) {
                    (Some(read), Some(value)) => self.same(&self.applies.property(&places, name), value, read, written),
                    _ => self.may_add(&places, name, written),
                })
            }
            (Json::Array(read), Json::Array(written)) => {
                let places = self.applies.expand(places, value);
                read.len() == written.len()
                    && read.iter().zip(written).enumerate().all(|(at, (read, written))| {
                        self.same(&self.applies.item(&places, at), &value[at], read, written)
                    })
            }
            (Json::String(_), Json::String(_)) if read != written => self.same_text(read, written),
            (Json::Number(_), Json::Number(_)) if read != written => self.same_double(places, value, written),
            _ => read == written,
        }
    }

    fn same_double(&mut self, places: &[String], value: &Value, written: &Json) -> bool {
        self.used.insert(Exception::Double);
        let Json::Number(written) = written else { return false };
        !self.applies.is_integer(places, value) && value.as_f64() == written.double()
    }

    fn same_text(&mut self, read: &Json, written: &Json) -> bool {
        let rules = [
            (same_uuid as fn(&Json, &Json) -> bool, Exception::Uuid),
            (same_as::<DateTime>, Exception::Time),
            (same_as::<Time>, Exception::Time),
        ];
        let rule = rules.iter().find(|(same, _)| same(read, written));
        self.used.extend(rule.map(|(_, exception)| *exception));
        rule.is_some()
    }

    /// Whether no schema that applies speaks of a property.
    fn may_drop(&mut self, places: &[String], name: &str) -> bool {
        self.used.insert(Exception::Dropped);
        self.applies.property(places, name).is_empty()
    }

    /// Whether a schema that applies has this default for a property.
    fn may_add(&mut self, places: &[String], name: &str, value: &Json) -> bool {
        self.used.insert(Exception::Default);
        let defaults = self.applies.defaults(places, name);
        defaults.iter().any(|default| Json::parse(&default.to_string()).is_ok_and(|default| default == *value))
    }
}

fn same_uuid(read: &Json, written: &Json) -> bool {
    let (Json::String(read), Json::String(written)) = (read, written) else { return false };
    read.len() == 36 && read.matches('-').count() == 4 && *written == read.to_ascii_lowercase()
}

/// Whether both are the same value of a type.
fn same_as<T: Wire + PartialEq>(read: &Json, written: &Json) -> bool {
    let value = |json: &Json| match json {
        Json::String(text) => decode::<T>(serde_json::Value::from(text.as_str()).to_string().as_bytes()).ok(),
        _ => None,
    };
    value(read).is_some_and(|read| Some(read) == value(written))
}
