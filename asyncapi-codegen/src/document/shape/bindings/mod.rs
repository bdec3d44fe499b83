//! `bindings`: what each protocol lets a server, a channel, an operation and a message say.
//!
//! The tables follow the official JSON Schemas of the bindings, a file per family of protocols: [`stream`], [`queue`],
//! [`device`], [`web`], [`cloud`]. AsyncAPI 3 chooses among them by `bindingVersion`, the first being that of a binding that
//! does not say. AsyncAPI 2 lets a binding say anything, so what does not fit there is a warning.

mod cloud;
mod device;
mod queue;
mod stream;
mod web;

pub(crate) use stream::is_avro as is_avro_key;

use super::{FOREIGN, Field, Object, Shape, TEXT, TEXTS, may, object};
use crate::source::{Node, Value};

/// Versions of a binding, the one that is meant where nothing is said first.
pub(in super::super) type Versions = &'static [(&'static str, &'static Object)];

macro_rules! protocols {
    ($v3:ident, $v2:ident, $name:literal: $($protocol:literal = $versions:expr $(, $since:literal)?;)* _ = $($any:literal)*) => {
        pub(in super::super) static $v3: Shape = Shape::Object(&object($name, &[
            $(may($protocol, Shape::Versions($versions))$(.since($since))?,)*
            $(may($any, Shape::Foreign),)*
        ]));
        pub(in super::super) static $v2: Shape = Shape::Object(&object($name, &[
            $(may($protocol, Shape::OrReference(&Shape::Advice(&Shape::Versions($versions)))),)*
        ]).open_to(&FOREIGN));
    };
}

protocols! { SERVER, SERVER_V2, "Server Bindings":
    "kafka" = stream::KAFKA_SERVER;
    "pulsar" = stream::PULSAR_SERVER;
    "mqtt" = device::MQTT_SERVER;
    "ros2" = device::ROS2_SERVER, 1;
    "ibmmq" = queue::IBMMQ_SERVER;
    "jms" = queue::JMS_SERVER;
    "solace" = queue::SOLACE_SERVER;
    _ = "amqp" "amqp1" "anypointmq" "googlepubsub" "http" "nats" "redis" "sns" "sqs" "stomp" "ws"
}
protocols! { CHANNEL, CHANNEL_V2, "Channel Bindings":
    "kafka" = stream::KAFKA_CHANNEL;
    "pulsar" = stream::PULSAR_CHANNEL;
    "googlepubsub" = cloud::PUBSUB_CHANNEL;
    "sns" = cloud::SNS_CHANNEL;
    "sqs" = cloud::SQS_CHANNEL;
    "amqp" = queue::AMQP_CHANNEL;
    "anypointmq" = queue::ANYPOINTMQ_CHANNEL;
    "ibmmq" = queue::IBMMQ_CHANNEL;
    "jms" = queue::JMS_CHANNEL;
    "ws" = web::WS_CHANNEL;
    _ = "amqp1" "http" "mqtt" "nats" "redis" "solace" "stomp"
}
protocols! { OPERATION, OPERATION_V2, "Operation Bindings":
    "kafka" = stream::KAFKA_OPERATION;
    "sns" = cloud::SNS_OPERATION;
    "sqs" = cloud::SQS_OPERATION;
    "amqp" = queue::AMQP_OPERATION;
    "solace" = queue::SOLACE_OPERATION;
    "nats" = queue::NATS_OPERATION;
    "http" = web::HTTP_OPERATION;
    "mqtt" = device::MQTT_OPERATION;
    "ros2" = device::ROS2_OPERATION, 1;
    _ = "amqp1" "anypointmq" "googlepubsub" "ibmmq" "jms" "redis" "stomp" "ws"
}
protocols! { MESSAGE, MESSAGE_V2, "Message Bindings":
    "kafka" = stream::KAFKA_MESSAGE;
    "googlepubsub" = cloud::PUBSUB_MESSAGE;
    "amqp" = queue::AMQP_MESSAGE;
    "anypointmq" = queue::ANYPOINTMQ_MESSAGE;
    "ibmmq" = queue::IBMMQ_MESSAGE;
    "jms" = queue::JMS_MESSAGE;
    "http" = web::HTTP_MESSAGE;
    "mqtt" = device::MQTT_MESSAGE;
    _ = "amqp1" "nats" "redis" "sns" "solace" "sqs" "stomp" "ws"
}

/// `bindingVersion`. Its value has chosen the table.
const VERSION: Field = may("bindingVersion", Shape::Text);
/// A whole number.
const INTEGER: Shape = Shape::Integer(i64::MIN, i64::MAX);
/// A whole number, zero or more.
const NATURAL: Shape = Shape::Integer(0, i64::MAX);
/// An object of anything.
const ANYTHING: Shape = Shape::Map(&FOREIGN);

/// An object whose other fields are not looked at, or a reference to one.
macro_rules! part {
    ($name:literal: $($field:expr),* $(,)?) => {
        Shape::OrReference(&Shape::Object(&object($name, &[$($field),*]).open_to(&FOREIGN)))
    };
}
use part;

/// A string or several.
fn text_or_texts(node: &Node) -> &'static Shape {
    if node.as_array().is_some() { &TEXTS } else { &TEXT }
}

/// A value that is neither an object nor an array.
fn scalar(node: &Node) -> &'static Shape {
    if matches!(node.value(), Value::Object(_) | Value::Array(_)) { &TEXT } else { &super::ANY }
}
