//! AMQP 0-9-1, Anypoint MQ, IBM MQ, JMS, NATS and Solace.

use super::super::schema::SCHEMA;
use super::{INTEGER, NATURAL, VERSION, Versions, part, scalar};
use crate::document::shape::{Also, FOREIGN, Object, Shape, TEXTS, Variant, may, must, object};
use crate::source::Node;

pub(super) static AMQP_CHANNEL: Versions = &[(
    "0.3.0",
    &object(
        "AMQP Channel Binding",
        &[
            may("is", Shape::Choice(&["queue", "routingKey"])),
            may(
                "exchange",
                part!("AMQP Exchange":
                    may("name", Shape::Length(0, 255)),
                    may("type", Shape::Choice(&["topic", "direct", "fanout", "default", "headers"])),
                    may("durable", Shape::Bool),
                    may("autoDelete", Shape::Bool),
                    may("vhost", Shape::Text),
                ),
            ),
            may(
                "queue",
                part!("AMQP Queue":
                    may("name", Shape::Length(0, 255)),
                    may("durable", Shape::Bool),
                    may("exclusive", Shape::Bool),
                    may("autoDelete", Shape::Bool),
                    may("vhost", Shape::Text),
                ),
            ),
            VERSION,
        ],
    )
    .also(Also::OneOf(
        "is",
        &[
            Variant { value: "routingKey", with: Some("exchange"), without: Some("queue") },
            Variant { value: "queue", with: Some("queue"), without: Some("exchange") },
        ],
    )),
)];

pub(super) static AMQP_OPERATION: Versions = &[(
    "0.3.0",
    &object(
        "AMQP Operation Binding",
        &[
            may("expiration", NATURAL),
            may("userId", Shape::Text),
            may("cc", TEXTS),
            may("priority", INTEGER),
            may("deliveryMode", Shape::Integer(1, 2)),
            may("mandatory", Shape::Bool),
            may("bcc", TEXTS),
            may("timestamp", Shape::Bool),
            may("ack", Shape::Bool),
            VERSION,
        ],
    ),
)];

pub(super) static AMQP_MESSAGE: Versions = &[(
    "0.3.0",
    &object("AMQP Message Binding", &[may("contentEncoding", Shape::Text), may("messageType", Shape::Text), VERSION]),
)];

pub(super) static ANYPOINTMQ_CHANNEL: Versions = &[(
    "0.0.1",
    &object(
        "Anypoint MQ Channel Binding",
        &[
            may("destination", Shape::Text),
            may("destinationType", Shape::Choice(&["exchange", "queue", "fifo-queue"])),
            VERSION,
        ],
    ),
)];

pub(super) static ANYPOINTMQ_MESSAGE: Versions =
    &[("0.0.1", &object("Anypoint MQ Message Binding", &[may("headers", SCHEMA), VERSION]))];

pub(super) static IBMMQ_SERVER: Versions = &[(
    "0.1.0",
    &object(
        "IBM MQ Server Binding",
        &[
            may("groupId", Shape::Text),
            may("ccdtQueueManagerName", Shape::Text),
            may("cipherSpec", Shape::Text),
            may("multiEndpointServer", Shape::Bool),
            may("heartBeatInterval", Shape::Integer(0, 999_999)),
            VERSION,
        ],
    ),
)];

pub(super) static IBMMQ_CHANNEL: Versions = &[(
    "0.1.0",
    &object(
        "IBM MQ Channel Binding",
        &[
            may("destinationType", Shape::Choice(&["topic", "queue"])),
            may(
                "queue",
                part!("IBM MQ Queue":
                    must("objectName", Shape::Length(0, 48)),
                    may("isPartitioned", Shape::Bool),
                    may("exclusive", Shape::Bool),
                ),
            ),
            may(
                "topic",
                part!("IBM MQ Topic":
                    may("string", Shape::Length(0, 10240)),
                    may("objectName", Shape::Length(0, 48)),
                    may("durablePermitted", Shape::Bool),
                    may("lastMsgRetained", Shape::Bool),
                ),
            ),
            may("maxMsgLength", Shape::Integer(0, 104_857_600)),
            VERSION,
        ],
    )
    .also(Also::OneOf(
        "destinationType",
        &[
            Variant { value: "topic", with: None, without: Some("queue") },
            Variant { value: "queue", with: Some("queue"), without: Some("topic") },
        ],
    )),
)];

pub(super) static IBMMQ_MESSAGE: Versions = &[(
    "0.1.0",
    &object(
        "IBM MQ Message Binding",
        &[
            may("type", Shape::Choice(&["string", "jms", "binary"])),
            may("headers", Shape::Text),
            may("description", Shape::Text),
            may("expiry", NATURAL),
            VERSION,
        ],
    )
    .also(Also::OneOf(
        "type",
        &[
            Variant { value: "binary", with: None, without: None },
            Variant { value: "jms", with: None, without: Some("headers") },
            Variant { value: "string", with: None, without: Some("headers") },
        ],
    )),
)];

pub(super) static JMS_SERVER: Versions = &[(
    "0.0.1",
    &object(
        "JMS Server Binding",
        &[
            must("jmsConnectionFactory", Shape::Text),
            may("properties", Shape::List(&PROPERTY)),
            may("clientID", Shape::Text),
            VERSION,
        ],
    ),
)];
static PROPERTY: Shape = part!("JMS Property": must("name", Shape::Text), must("value", Shape::Choose(scalar)));

pub(super) static JMS_CHANNEL: Versions = &[(
    "0.0.1",
    &object(
        "JMS Channel Binding",
        &[may("destination", Shape::Text), may("destinationType", Shape::Choice(&["queue", "fifo-queue"])), VERSION],
    ),
)];

pub(super) static JMS_MESSAGE: Versions =
    &[("0.0.1", &object("JMS Message Binding", &[may("headers", SCHEMA), VERSION]))];

pub(super) static NATS_OPERATION: Versions =
    &[("0.1.0", &object("NATS Operation Binding", &[may("queue", Shape::Length(0, 255)), VERSION]))];

pub(super) static SOLACE_SERVER: Versions = &[
    (
        "0.4.0",
        &object(
            "Solace Server Binding",
            &[may("msgVpn", Shape::Text), may("clientName", Shape::Length(1, 160)), VERSION],
        ),
    ),
    ("0.3.0", &object("Solace Server Binding", &[may("msgVpn", Shape::Text), VERSION])),
    ("0.2.0", &object("Solace Server Binding", &[may("msvVpn", Shape::Text), VERSION])),
];

pub(super) static SOLACE_OPERATION: Versions =
    &[("0.4.0", &SOLACE_OPERATION_4), ("0.3.0", &SOLACE_OPERATION_3), ("0.2.0", &SOLACE_OPERATION_2)];
static SOLACE_OPERATION_4: Object = object(
    "Solace Operation Binding",
    &[
        may("destinations", Shape::List(&DESTINATION)),
        may("timeToLive", INTEGER),
        may("priority", Shape::Integer(0, 255)),
        may("dmqEligible", Shape::Bool),
        VERSION,
    ],
)
.sealed();
static SOLACE_OPERATION_3: Object =
    object("Solace Operation Binding", &[may("destinations", Shape::List(&DESTINATION)), VERSION]).sealed();
static SOLACE_OPERATION_2: Object =
    object("Solace Operation Binding", &[may("destinations", Shape::List(&DESTINATION_2)), VERSION]).sealed();

macro_rules! destination {
    ($name:ident, $by_queue:ident: $($more:expr),*) => {
        static $name: Shape = Shape::OrReference(&Shape::Choose(|node| {
            if is_queue(node) { &$by_queue } else { &BY_TOPIC }
        }));
        static $by_queue: Shape = Shape::Object(&object("Solace Destination", &[
            must("destinationType", DESTINATION_TYPE),
            may("deliveryMode", DELIVERY_MODE),
            may("queue", part!("Solace Queue":
                may("name", Shape::Text),
                may("topicSubscriptions", TEXTS),
                may("accessType", Shape::Choice(&["exclusive", "nonexclusive"])),
                $($more),*
            )),
        ]).open_to(&FOREIGN));
    };
}
const DESTINATION_TYPE: Shape = Shape::Choice(&["queue", "topic"]);
const DELIVERY_MODE: Shape = Shape::Choice(&["direct", "persistent"]);
destination!(DESTINATION, BY_QUEUE: may("maxTtl", Shape::Text), may("maxMsgSpoolUsage", Shape::Text));
destination!(DESTINATION_2, BY_QUEUE_2: );
static BY_TOPIC: Shape = Shape::Object(
    &object(
        "Solace Destination",
        &[
            must("destinationType", DESTINATION_TYPE),
            may("deliveryMode", DELIVERY_MODE),
            may("topicSubscriptions", TEXTS),
        ],
    )
    .open_to(&FOREIGN),
);

fn is_queue(node: &Node) -> bool {
    node.get("destinationType").and_then(Node::as_str) == Some("queue")
}
