//! Google Cloud Pub/Sub, SNS and SQS.

use super::{ANYTHING, INTEGER, VERSION, Versions, part, text_or_texts};
use crate::document::shape::{FOREIGN, Shape, TEXT, TEXTS, may, must, object};
use crate::source::Node;

pub(super) static PUBSUB_CHANNEL: Versions = &[(
    "0.2.0",
    &object(
        "Google Cloud Pub/Sub Channel Binding",
        &[
            may("labels", ANYTHING),
            may("messageRetentionDuration", Shape::Text),
            may(
                "messageStoragePolicy",
                Shape::Object(&object("Message Storage Policy", &[may("allowedPersistenceRegions", TEXTS)]).sealed()),
            ),
            must(
                "schemaSettings",
                part!("Schema Settings":
                    must("encoding", Shape::Text),
                    may("firstRevisionId", Shape::Text),
                    may("lastRevisionId", Shape::Text),
                    must("name", Shape::Text),
                ),
            ),
            VERSION,
        ],
    ),
)];

pub(super) static PUBSUB_MESSAGE: Versions = &[(
    "0.2.0",
    &object(
        "Google Cloud Pub/Sub Message Binding",
        &[
            may("attributes", ANYTHING),
            may("orderingKey", Shape::Text),
            may("schema", part!("Schema Definition": must("name", Shape::Text))),
            VERSION,
        ],
    ),
)];

pub(super) static SNS_CHANNEL: Versions = &[(
    "0.1.0",
    &object(
        "SNS Channel Binding",
        &[
            must("name", Shape::Text),
            may(
                "ordering",
                part!("SNS Ordering":
                    must("type", Shape::Choice(&["standard", "FIFO"])),
                    may("contentBasedDeduplication", Shape::Bool),
                ),
            ),
            may("policy", POLICY),
            may("tags", ANYTHING),
            VERSION,
        ],
    ),
)];

const POLICY: Shape = Shape::OrReference(&POLICY_OBJECT);
static POLICY_OBJECT: Shape =
    Shape::Object(&object("Policy", &[must("statements", Shape::List(&STATEMENT))]).open_to(&FOREIGN));
static STATEMENT: Shape = part!("Statement":
    must("effect", Shape::Choice(&["Allow", "Deny"])),
    must("principal", Shape::Choose(text_or_texts)),
    must("action", Shape::Choose(text_or_texts)),
);

pub(super) static SNS_OPERATION: Versions = &[(
    "0.1.0",
    &object(
        "SNS Operation Binding",
        &[
            may("topic", IDENTIFIER),
            must("consumers", Shape::Some(&CONSUMER)),
            may("deliveryPolicy", DELIVERY_POLICY),
            VERSION,
        ],
    ),
)];
const IDENTIFIER: Shape = Shape::OrReference(&IDENTIFIER_OBJECT);
static IDENTIFIER_OBJECT: Shape = Shape::Object(
    &object(
        "Identifier",
        &[
            may("url", Shape::Text),
            may("email", Shape::Text),
            may("phone", Shape::Text),
            may("arn", Shape::Text),
            may("name", Shape::Text),
        ],
    )
    .open_to(&FOREIGN),
);
static CONSUMER: Shape = part!("SNS Consumer":
    must(
        "protocol",
        Shape::Choice(&["http", "https", "email", "email-json", "sms", "sqs", "application", "lambda", "firehose"])
    ),
    must("endpoint", IDENTIFIER),
    may("filterPolicy", Shape::OrReference(&Shape::Object(&object("SNS Filter Policy", &[]).open_to(&FILTER)))),
    may("filterPolicyScope", Shape::Choice(&["MessageAttributes", "MessageBody"])),
    must("rawMessageDelivery", Shape::Bool),
    may("redrivePolicy", part!("Redrive Policy": must("deadLetterQueue", IDENTIFIER), may("maxReceiveCount", INTEGER))),
    may("deliveryPolicy", DELIVERY_POLICY),
    may("displayName", Shape::Text),
);
static FILTER: Shape = Shape::Choose(|node: &Node| match node {
    _ if node.as_array().is_some() => &TEXTS,
    _ if node.as_object().is_some() => &FOREIGN,
    _ => &TEXT,
});
const DELIVERY_POLICY: Shape = Shape::OrReference(&DELIVERY_POLICY_OBJECT);
static DELIVERY_POLICY_OBJECT: Shape = Shape::Object(
    &object(
        "SNS Delivery Policy",
        &[
            may("minDelayTarget", INTEGER),
            may("maxDelayTarget", INTEGER),
            may("numRetries", INTEGER),
            may("numNoDelayRetries", INTEGER),
            may("numMinDelayRetries", INTEGER),
            may("numMaxDelayRetries", INTEGER),
            may("backoffFunction", Shape::Choice(&["arithmetic", "exponential", "geometric", "linear"])),
            may("maxReceivesPerSecond", INTEGER),
        ],
    )
    .open_to(&FOREIGN),
);

/// The fields of a queue; those of a channel must say whether it is first in, first out.
macro_rules! queue {
    ($fifo:expr) => {
        part!("SQS Queue":
            must("name", Shape::Text),
            $fifo,
            may("deduplicationScope", Shape::Choice(&["queue", "messageGroup"])),
            may("fifoThroughputLimit", Shape::Choice(&["perQueue", "perMessageGroupId"])),
            may("deliveryDelay", Shape::Integer(0, 900)),
            may("visibilityTimeout", Shape::Integer(0, 43_200)),
            may("receiveMessageWaitTime", INTEGER),
            may("messageRetentionPeriod", Shape::Integer(60, 1_209_600)),
            may("redrivePolicy", part!("Redrive Policy":
                must("deadLetterQueue", part!("Identifier": may("arn", Shape::Text), may("name", Shape::Text))),
                may("maxReceiveCount", INTEGER),
            )),
            may("policy", POLICY),
            may("tags", ANYTHING),
        )
    };
}
pub(super) static SQS_CHANNEL: Versions = &[(
    "0.2.0",
    &object("SQS Channel Binding", &[must("queue", CHANNEL_QUEUE), may("deadLetterQueue", CHANNEL_QUEUE), VERSION]),
)];
static CHANNEL_QUEUE: Shape = queue!(must("fifoQueue", Shape::Bool));

pub(super) static SQS_OPERATION: Versions =
    &[("0.2.0", &object("SQS Operation Binding", &[must("queues", Shape::List(&OPERATION_QUEUE)), VERSION]))];
static OPERATION_QUEUE: Shape = queue!(may("fifoQueue", Shape::Bool));
