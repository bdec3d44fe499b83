//! What the document's bindings say of a send or a subscription, read once each.

use std::sync::Mutex;

use serde_json::Value;

use super::Qos;
use crate::broker::binding;
use crate::control::lock;
use crate::{OperationInfo, RawMessage};

const PROTOCOLS: [&str; 4] = ["mqtt", "mqtt5", "secure-mqtt", "mqtts"];

/// How a message is published.
#[derive(Debug, Clone, Default)]
pub(super) struct Manner {
    pub(super) qos: Option<Qos>,
    pub(super) retain: bool,
    pub(super) expiry: Option<u32>,
    pub(super) utf8: bool,
    pub(super) response_topic: Option<String>,
}

pub(super) fn qos_of(value: Option<&Value>) -> Option<Qos> {
    match value?.as_u64()? {
        0 => Some(Qos::AtMostOnce),
        1 => Some(Qos::AtLeastOnce),
        2 => Some(Qos::ExactlyOnce),
        _ => None,
    }
}

/// The QoS of a subscription: the highest that an operation asks for.
pub(super) fn subscribed(operations: &[&OperationInfo]) -> Option<Qos> {
    let bound = operations.iter().filter_map(|operation| binding(operation.bindings, &PROTOCOLS));
    bound.filter_map(|found| qos_of(found.get("qos"))).max()
}

/// Remembers the manners of operations and their messages.
#[derive(Debug, Default)]
pub(super) struct Manners(Mutex<Vec<((usize, usize), Manner)>>);

impl Manners {
    pub(super) fn of(&self, message: &RawMessage) -> Manner {
        let (operation, info) = (message.operation, message.info);
        if operation.is_none_or(|it| it.bindings.is_empty()) && info.is_none_or(|it| it.bindings.is_empty()) {
            return Manner::default();
        }
        let key = (
            operation.map_or(0, |it| std::ptr::from_ref(it).addr()),
            info.map_or(0, |it| std::ptr::from_ref(it).addr()),
        );
        let mut known = lock(&self.0);
        if let Some((_, manner)) = known.iter().find(|(other, _)| *other == key) {
            return manner.clone();
        }
        let operation = operation.and_then(|it| binding(it.bindings, &PROTOCOLS)).unwrap_or_default();
        let info = info.and_then(|it| binding(it.bindings, &PROTOCOLS)).unwrap_or_default();
        let number = |value: Option<&Value>| value?.as_u64().and_then(|value| u32::try_from(value).ok());
        let manner = Manner {
            qos: qos_of(operation.get("qos")),
            retain: operation.get("retain").and_then(Value::as_bool).unwrap_or(false),
            expiry: number(operation.get("messageExpiryInterval")),
            utf8: number(info.get("payloadFormatIndicator")) == Some(1),
            response_topic: info.get("responseTopic").and_then(Value::as_str).map(str::to_owned),
        };
        known.push((key, manner.clone()));
        manner
    }
}
