//! What the document's bindings say of a send or a subscription.

use super::Qos;
use crate::bindings::mqtt::{PayloadFormat, Qos as Bound};
use crate::{OperationInfo, RawMessage};

/// How a message is published.
#[derive(Debug, Clone, Default)]
pub(super) struct Manner {
    pub(super) qos: Option<Qos>,
    pub(super) retain: bool,
    pub(super) expiry: Option<u32>,
    pub(super) utf8: bool,
    pub(super) response_topic: Option<String>,
}

impl From<Bound> for Qos {
    fn from(bound: Bound) -> Self {
        match bound {
            Bound::AtMostOnce => Self::AtMostOnce,
            Bound::AtLeastOnce => Self::AtLeastOnce,
            Bound::ExactlyOnce => Self::ExactlyOnce,
        }
    }
}

/// The QoS of a subscription: the highest that an operation asks for.
pub(super) fn subscribed(operations: &[&OperationInfo]) -> Option<Qos> {
    operations.iter().filter_map(|operation| operation.mqtt()?.qos).max().map(Qos::from)
}

impl Manner {
    /// What operation and message of the document say.
    pub(super) fn of(message: &RawMessage) -> Self {
        let operation = message.operation.and_then(OperationInfo::mqtt);
        let info = message.info.and_then(crate::MessageInfo::mqtt);
        Self {
            qos: operation.and_then(|it| it.qos).map(Qos::from),
            retain: operation.and_then(|it| it.retain).unwrap_or(false),
            expiry: operation.and_then(|it| it.message_expiry_interval),
            utf8: info.and_then(|it| it.payload_format_indicator) == Some(PayloadFormat::Utf8),
            response_topic: info.and_then(|it| it.response_topic).map(str::to_owned),
        }
    }
}
