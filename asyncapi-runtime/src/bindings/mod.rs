//! What protocols add to servers, channels, operations and messages: the document's `bindings`, as typed statics.
//!
//! A module per protocol, a struct per object of its binding specification. Every field is optional, as it is there:
//! `None`, or an empty list, says that the document says nothing. What stands there as a schema is no data: it has become
//! a type (the query and the headers of a WebSocket, the key of a Kafka message), or, where its `const`, only `enum` value
//! or `default` tells the value, that value. Extensions (`x-…`) are left out. Redis has bindings without fields.
//!
//! Invariant: all can be built in a `const`.

use crate::{ChannelInfo, MessageInfo, OperationInfo, ServerInfo};

/// A struct of optional fields, and its constant `EMPTY` in which nothing is said.
macro_rules! binding {
    ($(#[$docs:meta])* $name:ident { $($(#[$field_docs:meta])* $field:ident: $kind:ident$(($ty:ty))?,)* }) => {
        $(#[$docs])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_docs])* pub $field: binding!(@type $kind $($ty)?),)*
        }
        impl $name {
            /// Nothing is said.
            pub const EMPTY: Self = Self { $($field: binding!(@empty $kind)),* };
        }
    };
    (@type text) => { Option<&'static str> };
    (@type flag) => { Option<bool> };
    (@type one $ty:ty) => { Option<$ty> };
    (@type many $ty:ty) => { &'static [$ty] };
    (@empty many) => { &[] };
    (@empty $kind:ident) => { None };
}

pub mod amqp;
pub mod http;
pub mod kafka;
pub mod mqtt;
pub mod nats;
pub mod ws;

/// One protocol's binding of a server, channel, operation or message.
#[derive(Debug)]
#[non_exhaustive]
pub enum Binding {
    /// `kafka` of a server.
    KafkaServer(kafka::Server),
    /// `kafka` of a channel.
    KafkaChannel(kafka::Channel),
    /// `kafka` of an operation.
    KafkaOperation(kafka::Operation),
    /// `kafka` of a message.
    KafkaMessage(kafka::Message),
    /// `mqtt` or `mqtt5` of a server.
    MqttServer(mqtt::Server),
    /// `mqtt` or `mqtt5` of an operation.
    MqttOperation(mqtt::Operation),
    /// `mqtt` or `mqtt5` of a message.
    MqttMessage(mqtt::Message),
    /// `amqp` of a channel.
    AmqpChannel(amqp::Channel),
    /// `amqp` of an operation.
    AmqpOperation(amqp::Operation),
    /// `amqp` of a message.
    AmqpMessage(amqp::Message),
    /// `nats` of an operation.
    NatsOperation(nats::Operation),
    /// `http` of an operation.
    HttpOperation(http::Operation),
    /// `http` of a message.
    HttpMessage(http::Message),
    /// `ws` of a channel.
    WsChannel(ws::Channel),
    /// A binding that the runtime has no type for, as JSON text.
    Other {
        /// The protocol's name in the document.
        protocol: &'static str,
        /// The binding as JSON.
        json: &'static str,
    },
}

macro_rules! accessors {
    ($($info:ident: $($name:ident -> $variant:ident($ty:ty)),*;)*) => {$(
        impl $info {
            $(
                #[doc = concat!("The binding for `", stringify!($name), "`, if the document has one.")]
                #[must_use]
                pub fn $name(&self) -> Option<&'static $ty> {
                    self.bindings.iter().find_map(|binding| match binding {
                        Binding::$variant(it) => Some(it),
                        _ => None,
                    })
                }
            )*
        }
    )*};
}
accessors! {
    ServerInfo: kafka -> KafkaServer(kafka::Server), mqtt -> MqttServer(mqtt::Server);
    ChannelInfo: kafka -> KafkaChannel(kafka::Channel), amqp -> AmqpChannel(amqp::Channel), ws -> WsChannel(ws::Channel);
    OperationInfo: kafka -> KafkaOperation(kafka::Operation), mqtt -> MqttOperation(mqtt::Operation),
        amqp -> AmqpOperation(amqp::Operation), nats -> NatsOperation(nats::Operation),
        http -> HttpOperation(http::Operation);
    MessageInfo: kafka -> KafkaMessage(kafka::Message), mqtt -> MqttMessage(mqtt::Message),
        amqp -> AmqpMessage(amqp::Message), http -> HttpMessage(http::Message);
}
