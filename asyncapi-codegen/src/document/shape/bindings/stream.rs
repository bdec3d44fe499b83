//! Kafka and Pulsar.

use super::super::schema::SCHEMA;
use super::{INTEGER, NATURAL, VERSION, Versions};
use crate::document::shape::{FOREIGN, Object, Shape, TEXTS, may, must, object};
use crate::source::Node;

pub(super) static KAFKA_SERVER: Versions = &[("0.5.0", &SERVER), ("0.4.0", &SERVER), ("0.3.0", &SERVER)];
static SERVER: Object = object(
    "Kafka Server Binding",
    &[may("schemaRegistryUrl", Shape::Text), may("schemaRegistryVendor", Shape::Text), VERSION],
);

pub(super) static KAFKA_CHANNEL: Versions = &[("0.5.0", &CHANNEL_5), ("0.4.0", &CHANNEL_4), ("0.3.0", &CHANNEL_3)];
const POSITIVE: Shape = Shape::Integer(1, i64::MAX);
macro_rules! channel {
    ($($more:expr)?) => {
        object("Kafka Channel Binding", &[
            may("topic", Shape::Text),
            may("partitions", POSITIVE),
            may("replicas", POSITIVE),
            $($more,)?
            VERSION,
        ])
    };
}
macro_rules! topic {
    ($($more:expr),*) => {
        object("Kafka Topic Configuration", &[
            may("cleanup.policy", Shape::List(&Shape::Choice(&["compact", "delete"]))),
            may("retention.ms", Shape::Integer(-1, i64::MAX)),
            may("retention.bytes", Shape::Integer(-1, i64::MAX)),
            may("delete.retention.ms", NATURAL),
            may("max.message.bytes", NATURAL),
            $($more),*
        ])
    };
}
static CHANNEL_5: Object = channel!(may("topicConfiguration", Shape::OrReference(&Shape::Object(&TOPIC_5))));
static CHANNEL_4: Object = channel!(may("topicConfiguration", Shape::Object(&TOPIC_4)));
static CHANNEL_3: Object = channel!();
static TOPIC_5: Object = topic!(
    may("confluent.key.schema.validation", Shape::Bool),
    may("confluent.key.subject.name.strategy", Shape::Text),
    may("confluent.value.schema.validation", Shape::Bool),
    may("confluent.value.subject.name.strategy", Shape::Text)
)
.open_to(&FOREIGN);
static TOPIC_4: Object = topic!().sealed();

pub(super) static KAFKA_OPERATION: Versions = &[("0.5.0", &OPERATION), ("0.4.0", &OPERATION), ("0.3.0", &OPERATION)];
static OPERATION: Object =
    object("Kafka Operation Binding", &[may("groupId", SCHEMA), may("clientId", SCHEMA), VERSION]);

pub(super) static KAFKA_MESSAGE: Versions = &[("0.5.0", &MESSAGE), ("0.4.0", &MESSAGE_AVRO), ("0.3.0", &MESSAGE)];
macro_rules! message {
    ($key:expr) => {
        object(
            "Kafka Message Binding",
            &[
                may("key", $key),
                may("schemaIdLocation", Shape::Choice(&["header", "payload"])),
                may("schemaIdPayloadEncoding", Shape::Text),
                may("schemaLookupStrategy", Shape::Text),
                VERSION,
            ],
        )
    };
}
static MESSAGE: Object = message!(SCHEMA);
static MESSAGE_AVRO: Object = message!(Shape::Choose(|node| if is_avro(node) { &AVRO } else { &SCHEMA }));

/// Whether a key is meant as an Avro schema: what both languages have is taken for AsyncAPI's.
pub(crate) fn is_avro(node: &Node) -> bool {
    const OWN: [&str; 9] = ["bytes", "double", "enum", "fixed", "float", "int", "long", "map", "record"];
    match node.get("type").and_then(Node::as_str) {
        Some("array") => node.get("items").is_some_and(is_avro),
        Some(ty) => OWN.contains(&ty),
        None => node.as_str().is_some() || node.as_array().is_some(),
    }
}

/// A schema of Avro 1: a name, a union, or an object.
static AVRO: Shape = Shape::Choose(|node| match node.get("type").and_then(Node::as_str) {
    _ if node.as_str().is_some() => &PATH,
    _ if node.as_array().is_some() => &UNION,
    Some("record") => &RECORD,
    Some("enum") => &ENUM,
    Some("array") => &ARRAY,
    Some("map") => &MAP,
    Some("fixed") => &FIXED,
    _ => &PRIMITIVE,
});
static UNION: Shape = Shape::Some(&AVRO);
const NAME: Shape = Shape::Form(is_name, "a name of letters, digits and `_`");
static PATH: Shape = Shape::Form(|text| text.split('.').all(is_name), "the name of an Avro type");
const NAMESPACE: Shape = Shape::Form(|text| text.is_empty() || text.split('.').all(is_name), "names with dots between");
const NAMES: Shape = Shape::List(&NAME);

fn is_name(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    text.bytes().all(fits) && !text.is_empty() && !text.starts_with(|first: char| first.is_ascii_digit())
}

macro_rules! avro {
    ($($name:ident: $title:literal, $($field:expr),*;)*) => {$(
        static $name: Shape =
            Shape::Object(&object($title, &[must("type", Shape::Text), $($field),*]).open_to(&FOREIGN));
    )*};
}
avro! {
    PRIMITIVE: "Avro Type", must(
        "type",
        Shape::Choice(&["null", "boolean", "int", "long", "float", "double", "bytes", "string"])
    );
    RECORD: "Avro Record", must("name", NAME), may("namespace", NAMESPACE), may("doc", Shape::Text), may("aliases", NAMES),
        must("fields", Shape::List(&FIELD));
    ENUM: "Avro Enum", must("name", NAME), may("namespace", NAMESPACE), may("doc", Shape::Text), may("aliases", NAMES),
        must("symbols", NAMES);
    ARRAY: "Avro Array", may("name", NAME), may("namespace", NAMESPACE), may("doc", Shape::Text), may("aliases", NAMES),
        must("items", Shape::Choose(|_| &AVRO));
    MAP: "Avro Map", may("name", NAME), may("namespace", NAMESPACE), may("doc", Shape::Text), may("aliases", NAMES),
        must("values", Shape::Choose(|_| &AVRO));
    FIXED: "Avro Fixed", must("name", NAME), may("namespace", NAMESPACE), may("doc", Shape::Text), may("aliases", NAMES),
        must("size", Shape::Number);
}
static FIELD: Shape = Shape::Object(
    &object(
        "Avro Field",
        &[
            must("name", NAME),
            must("type", Shape::Choose(|_| &AVRO)),
            may("doc", Shape::Text),
            may("order", Shape::Choice(&["ascending", "descending", "ignore"])),
            may("aliases", NAMES),
        ],
    )
    .open_to(&FOREIGN),
);

pub(super) static PULSAR_SERVER: Versions =
    &[("0.1.0", &object("Pulsar Server Binding", &[may("tenant", Shape::Text), VERSION]))];

pub(super) static PULSAR_CHANNEL: Versions = &[(
    "0.1.0",
    &object(
        "Pulsar Channel Binding",
        &[
            must("namespace", Shape::Text),
            must("persistence", Shape::Choice(&["persistent", "non-persistent"])),
            may("compaction", NATURAL),
            may("geo-replication", TEXTS),
            may(
                "retention",
                Shape::Object(&object("Pulsar Retention", &[may("time", NATURAL), may("size", NATURAL)]).sealed()),
            ),
            may("ttl", INTEGER),
            may("deduplication", Shape::Bool),
            VERSION,
        ],
    ),
)];
