//! Bindings: those that the runtime has types for, as values of these; the others as JSON.
//!
//! The tables say which fields of a binding there are in the runtime's structs, and of what kind. What is not of that kind,
//! as AsyncAPI 2 allows, is left out: a lint has said so.

use super::channel::Builder;
use super::literal::literal_of;
use super::names::{self, Scope};
use super::{Key, Message, Send};
use crate::diagnostic::Sink;
use crate::document::{self, Version, is_avro_key};
use crate::model::{Builtin, Literal, TypeUse};
use crate::source::Node;

/// A binding of a protocol.
#[derive(Debug, Clone)]
pub struct Binding {
    /// The protocol's name in the document.
    pub protocol: String,
    /// What it says.
    pub data: BindingData,
}

/// What a binding says.
#[derive(Debug, Clone)]
pub enum BindingData {
    /// A variant of the runtime's `Binding`, and the struct that it holds.
    Typed(&'static str, BindingStruct),
    /// JSON.
    Json(Literal),
}

/// A struct of the runtime's `bindings`.
#[derive(Debug, Clone)]
pub struct BindingStruct {
    /// The module.
    pub module: &'static str,
    /// The name.
    pub name: &'static str,
    /// The fields of which something is said.
    pub fields: Vec<(&'static str, BindingValue)>,
    /// Whether these are all of its fields.
    pub whole: bool,
}

/// The value of a field.
#[derive(Debug, Clone)]
pub enum BindingValue {
    /// A string.
    Text(String),
    /// Strings.
    Texts(Vec<String>),
    /// A number.
    Integer(i128),
    /// A boolean.
    Bool(bool),
    /// A variant of an enum in the module.
    Choice(&'static str, &'static str),
    /// Several.
    Choices(&'static str, Vec<&'static str>),
    /// A struct.
    Struct(BindingStruct),
}

/// Where a binding stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    Server,
    Channel,
    Operation,
    Message,
}

struct Table {
    name: &'static str,
    fields: &'static [(&'static str, &'static str, Kind)],
}

enum Kind {
    /// A string, or a schema that leaves one.
    Text,
    Texts,
    /// A whole number up to this, or a schema that leaves one.
    Unsigned(u64),
    Signed,
    Bool,
    /// The values of the document, and the variants of the enum.
    Choice(&'static str, Choices),
    Choices(&'static str, Choices),
    Part(&'static Table),
}
type Choices = &'static [(&'static str, &'static str)];
use Kind::{Bool, Choice, Choices as Many, Part, Signed, Text, Texts, Unsigned};

const U32: Kind = Unsigned(u32::MAX as u64);
const QOS: Kind = Choice("Qos", &[("0", "AtMostOnce"), ("1", "AtLeastOnce"), ("2", "ExactlyOnce")]);

/// Protocol, holder, the variant of `Binding`, the module, the struct.
type Typed = (&'static str, Holder, &'static str, &'static str, &'static Table);
static TYPED: [Typed; 17] = [
    ("kafka", Holder::Server, "KafkaServer", "kafka", &KAFKA_SERVER),
    ("kafka", Holder::Channel, "KafkaChannel", "kafka", &KAFKA_CHANNEL),
    ("kafka", Holder::Operation, "KafkaOperation", "kafka", &KAFKA_OPERATION),
    ("kafka", Holder::Message, "KafkaMessage", "kafka", &KAFKA_MESSAGE),
    ("mqtt", Holder::Server, "MqttServer", "mqtt", &MQTT_SERVER),
    ("mqtt", Holder::Operation, "MqttOperation", "mqtt", &MQTT_OPERATION),
    ("mqtt", Holder::Message, "MqttMessage", "mqtt", &MQTT_MESSAGE),
    ("mqtt5", Holder::Server, "MqttServer", "mqtt", &MQTT_SERVER),
    ("mqtt5", Holder::Operation, "MqttOperation", "mqtt", &MQTT_OPERATION),
    ("mqtt5", Holder::Message, "MqttMessage", "mqtt", &MQTT_MESSAGE),
    ("amqp", Holder::Channel, "AmqpChannel", "amqp", &AMQP_CHANNEL),
    ("amqp", Holder::Operation, "AmqpOperation", "amqp", &AMQP_OPERATION),
    ("amqp", Holder::Message, "AmqpMessage", "amqp", &AMQP_MESSAGE),
    (
        "nats",
        Holder::Operation,
        "NatsOperation",
        "nats",
        &Table { name: "Operation", fields: &[("queue", "queue", Text)] },
    ),
    (
        "http",
        Holder::Operation,
        "HttpOperation",
        "http",
        &Table { name: "Operation", fields: &[("method", "method", Text)] },
    ),
    (
        "http",
        Holder::Message,
        "HttpMessage",
        "http",
        &Table { name: "Message", fields: &[("statusCode", "status_code", Unsigned(u16::MAX as u64))] },
    ),
    ("ws", Holder::Channel, "WsChannel", "ws", &Table { name: "Channel", fields: &[("method", "method", Text)] }),
];

static KAFKA_SERVER: Table = Table {
    name: "Server",
    fields: &[
        ("schemaRegistryUrl", "schema_registry_url", Text),
        ("schemaRegistryVendor", "schema_registry_vendor", Text),
    ],
};
static KAFKA_CHANNEL: Table = Table {
    name: "Channel",
    fields: &[
        ("topic", "topic", Text),
        ("partitions", "partitions", U32),
        ("replicas", "replicas", U32),
        ("topicConfiguration", "topic_configuration", Part(&TOPIC_CONFIGURATION)),
    ],
};
static TOPIC_CONFIGURATION: Table = Table {
    name: "TopicConfiguration",
    fields: &[
        ("cleanup.policy", "cleanup_policy", Many("CleanupPolicy", &[("compact", "Compact"), ("delete", "Delete")])),
        ("retention.ms", "retention_ms", Signed),
        ("retention.bytes", "retention_bytes", Signed),
        ("delete.retention.ms", "delete_retention_ms", Signed),
        ("max.message.bytes", "max_message_bytes", Signed),
        ("confluent.key.schema.validation", "confluent_key_schema_validation", Bool),
        ("confluent.key.subject.name.strategy", "confluent_key_subject_name_strategy", Text),
        ("confluent.value.schema.validation", "confluent_value_schema_validation", Bool),
        ("confluent.value.subject.name.strategy", "confluent_value_subject_name_strategy", Text),
    ],
};
static KAFKA_OPERATION: Table =
    Table { name: "Operation", fields: &[("groupId", "group_id", Text), ("clientId", "client_id", Text)] };
static KAFKA_MESSAGE: Table = Table {
    name: "Message",
    fields: &[
        (
            "schemaIdLocation",
            "schema_id_location",
            Choice("SchemaIdLocation", &[("header", "Header"), ("payload", "Payload")]),
        ),
        ("schemaIdPayloadEncoding", "schema_id_payload_encoding", Text),
        ("schemaLookupStrategy", "schema_lookup_strategy", Text),
    ],
};
static MQTT_SERVER: Table = Table {
    name: "Server",
    fields: &[
        ("clientId", "client_id", Text),
        ("cleanSession", "clean_session", Bool),
        ("lastWill", "last_will", Part(&LAST_WILL)),
        ("keepAlive", "keep_alive", U32),
        ("sessionExpiryInterval", "session_expiry_interval", U32),
        ("maximumPacketSize", "maximum_packet_size", U32),
    ],
};
static LAST_WILL: Table = Table {
    name: "LastWill",
    fields: &[("topic", "topic", Text), ("qos", "qos", QOS), ("message", "message", Text), ("retain", "retain", Bool)],
};
static MQTT_OPERATION: Table = Table {
    name: "Operation",
    fields: &[
        ("qos", "qos", QOS),
        ("retain", "retain", Bool),
        ("messageExpiryInterval", "message_expiry_interval", U32),
    ],
};
static MQTT_MESSAGE: Table = Table {
    name: "Message",
    fields: &[
        (
            "payloadFormatIndicator",
            "payload_format_indicator",
            Choice("PayloadFormat", &[("0", "Bytes"), ("1", "Utf8")]),
        ),
        ("contentType", "content_type", Text),
        ("responseTopic", "response_topic", Text),
    ],
};
static AMQP_CHANNEL: Table = Table {
    name: "Channel",
    fields: &[
        ("is", "is", Choice("Is", &[("queue", "Queue"), ("routingKey", "RoutingKey")])),
        ("exchange", "exchange", Part(&EXCHANGE)),
        ("queue", "queue", Part(&QUEUE)),
    ],
};
static EXCHANGE: Table = Table {
    name: "Exchange",
    fields: &[
        ("name", "name", Text),
        ("type", "kind", Choice("ExchangeType", EXCHANGE_TYPES)),
        ("durable", "durable", Bool),
        ("autoDelete", "auto_delete", Bool),
        ("vhost", "vhost", Text),
    ],
};
const EXCHANGE_TYPES: Choices =
    &[("topic", "Topic"), ("direct", "Direct"), ("fanout", "Fanout"), ("default", "Default"), ("headers", "Headers")];
static QUEUE: Table = Table {
    name: "Queue",
    fields: &[
        ("name", "name", Text),
        ("durable", "durable", Bool),
        ("exclusive", "exclusive", Bool),
        ("autoDelete", "auto_delete", Bool),
        ("vhost", "vhost", Text),
    ],
};
static AMQP_OPERATION: Table = Table {
    name: "Operation",
    fields: &[
        ("expiration", "expiration", Unsigned(i64::MAX as u64)),
        ("userId", "user_id", Text),
        ("cc", "cc", Texts),
        ("priority", "priority", Unsigned(u8::MAX as u64)),
        ("deliveryMode", "delivery_mode", Choice("DeliveryMode", &[("1", "Transient"), ("2", "Persistent")])),
        ("mandatory", "mandatory", Bool),
        ("bcc", "bcc", Texts),
        ("timestamp", "timestamp", Bool),
        ("ack", "ack", Bool),
    ],
};
static AMQP_MESSAGE: Table = Table {
    name: "Message",
    fields: &[("contentEncoding", "content_encoding", Text), ("messageType", "message_type", Text)],
};

impl Builder<'_, '_> {
    /// The bindings of an object.
    pub(super) fn bindings(&self, holder: Holder, bindings: &[document::Binding]) -> Vec<Binding> {
        let data = |binding: &document::Binding| {
            let protocol = &*binding.protocol.text;
            let typed = TYPED.iter().find(|(name, at, ..)| *name == protocol && *at == holder);
            match typed.filter(|_| binding.node.as_object().is_some()) {
                Some((_, _, variant, module, table)) => {
                    BindingData::Typed(variant, self.structure(&binding.node, module, table))
                }
                None => BindingData::Json(literal_of(&binding.node)),
            }
        };
        let of =
            |binding: &document::Binding| Binding { protocol: binding.protocol.text.to_string(), data: data(binding) };
        bindings.iter().map(of).collect()
    }

    /// The type of a message's key. Without a schema, or with one of Avro, a key is bytes.
    pub(super) fn key_type(&mut self, name: &str, message: &document::Message) -> Option<TypeUse> {
        let binding = message.bindings.iter().find(|binding| &*binding.protocol.text == "kafka")?;
        let schema = binding.node.get("key")?;
        if is_avro_key(&self.at_reference(schema)) {
            return None;
        }
        let mut found = Sink::default();
        let ty = self.schemas.lower(schema, &format!("{name} key"), &mut found);
        // AsyncAPI 2 lets a key be anything.
        if found.has_errors() && matches!(self.document.version, Version::V2(_)) {
            return None;
        }
        found.into_sorted().into_iter().for_each(|fault| self.sink.push(fault));
        (ty != TypeUse::Builtin(Builtin::Json)).then_some(ty)
    }

    fn structure(&self, node: &Node, module: &'static str, table: &Table) -> BindingStruct {
        let of = |(key, field, kind): &(&str, &'static str, Kind)| {
            let node = self.at_reference(node.get(key)?);
            Some((*field, self.value(&node, module, kind)?))
        };
        let fields: Vec<_> = table.fields.iter().filter_map(of).collect();
        BindingStruct { module, name: table.name, whole: fields.len() == table.fields.len(), fields }
    }

    fn value(&self, node: &Node, module: &'static str, kind: &Kind) -> Option<BindingValue> {
        let list = || node.as_array().into_iter().flatten();
        let chosen = |node: &Node, choices: Choices| {
            let text = node.as_integer().map(|value| value.to_string());
            let text = text.as_deref().or_else(|| node.as_str())?;
            choices.iter().find(|(value, _)| *value == text).map(|(_, variant)| *variant)
        };
        Some(match kind {
            Text => BindingValue::Text(left(node).as_str()?.to_owned()),
            Texts => BindingValue::Texts(list().filter_map(Node::as_str).map(ToOwned::to_owned).collect()),
            Unsigned(most) => {
                let value = left(node).as_integer()?;
                BindingValue::Integer((0..=i128::from(*most)).contains(&value).then_some(value)?)
            }
            Signed => BindingValue::Integer(i64::try_from(node.as_integer()?).ok()?.into()),
            Bool => BindingValue::Bool(node.as_bool()?),
            Choice(name, choices) => BindingValue::Choice(name, chosen(node, choices)?),
            Many(name, choices) => {
                BindingValue::Choices(name, list().filter_map(|node| chosen(node, choices)).collect())
            }
            Part(table) => {
                node.as_object()?;
                BindingValue::Struct(self.structure(node, module, table))
            }
        })
    }

    /// What stands at the end of the references.
    fn at_reference(&self, node: &Node) -> Node {
        let mut node = node.clone();
        for _ in 0..100 {
            match self.document.resolve(&node) {
                Some(target) => node = target.node.clone(),
                None => break,
            }
        }
        node
    }
}

/// The methods that give what a channel sends its key: one for each type of key.
pub(super) fn lower_keys(sends: &[Send], messages: &[Message], scope: &mut Scope) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    let sent = sends.iter().flat_map(|send| &send.messages).filter_map(|at| messages.get(*at));
    for (message, ty) in sent.filter_map(|message| Some((message, message.key_type.as_ref()?))) {
        match keys.iter_mut().find(|key| key.ty == *ty) {
            Some(key) if key.messages.contains(&message.key) => {}
            Some(key) => key.messages.push(message.key.clone()),
            None => {
                keys.push(Key { name: Default::default(), ty: ty.clone(), messages: vec![message.key.clone()] });
            }
        }
    }
    let only = keys.len() == 1;
    for key in &mut keys {
        let of = key.messages.first().map(String::as_str).unwrap_or_default();
        let wanted = if only { "with_key".to_owned() } else { names::snake(&format!("with {of} key")) };
        key.name = scope.suffixed(&wanted, "_of_message");
    }
    keys
}

/// The value itself, or of a schema the one that it leaves: its `const`, its only `enum` value, or its `default`.
fn left(node: &Node) -> &Node {
    let only = match node.get("enum").and_then(Node::as_array) {
        Some([only]) => Some(only),
        _ => None,
    };
    node.get("const").or(only).or_else(|| node.get("default")).unwrap_or(node)
}
