//! MQTT and ROS 2.

use super::super::schema::SCHEMA;
use super::{INTEGER, VERSION, Versions, part};
use crate::document::shape::{FOREIGN, Shape, may, must, object};

/// The largest number of four bytes.
const U32_MAX: i64 = 4_294_967_295;
const QOS: Shape = Shape::Integer(0, 2);

/// A number, or a schema of one.
macro_rules! number_or_schema {
    ($min:expr, $max:expr) => {
        Shape::Choose(|node| if node.as_number().is_some() { &Shape::Integer($min, $max) } else { &SCHEMA })
    };
}

pub(super) static MQTT_SERVER: Versions = &[(
    "0.2.0",
    &object(
        "MQTT Server Binding",
        &[
            may("clientId", Shape::Text),
            may("cleanSession", Shape::Bool),
            may(
                "lastWill",
                part!("MQTT Last Will":
                    may("topic", Shape::Text),
                    may("qos", QOS),
                    may("message", Shape::Text),
                    may("retain", Shape::Bool),
                ),
            ),
            may("keepAlive", INTEGER),
            may("sessionExpiryInterval", number_or_schema!(0, i64::MAX)),
            may("maximumPacketSize", number_or_schema!(1, U32_MAX)),
            VERSION,
        ],
    ),
)];

pub(super) static MQTT_OPERATION: Versions = &[(
    "0.2.0",
    &object(
        "MQTT Operation Binding",
        &[
            may("qos", QOS),
            may("retain", Shape::Bool),
            may("messageExpiryInterval", number_or_schema!(0, U32_MAX)),
            VERSION,
        ],
    ),
)];

pub(super) static MQTT_MESSAGE: Versions = &[(
    "0.2.0",
    &object(
        "MQTT Message Binding",
        &[
            may("payloadFormatIndicator", Shape::Integer(0, 1)),
            may("correlationData", SCHEMA),
            may("contentType", Shape::Text),
            may("responseTopic", Shape::Choose(|node| if node.as_str().is_some() { &TOPIC } else { &SCHEMA })),
            VERSION,
        ],
    ),
)];
static TOPIC: Shape = Shape::Form(is_template, "a topic, in which `{…}` are variables (RFC 6570)");

/// A URI template that is not empty: literals, and expressions in braces.
fn is_template(text: &str) -> bool {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((expression, after)) = after.split_once('}') else { return false };
        if !is_literal(before) || !is_expression(expression) {
            return false;
        }
        rest = after;
    }
    !text.is_empty() && is_literal(rest)
}

fn is_literal(text: &str) -> bool {
    let refused = |letter: char| letter <= ' ' || "\"'<>\\^`|}".contains(letter);
    !text.contains(refused) && escapes(text)
}

/// Whether each `%` has its two digits.
fn escapes(text: &str) -> bool {
    let hex = |rest: &str| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    text.split('%').skip(1).all(hex)
}

fn is_expression(text: &str) -> bool {
    let variables = text.strip_prefix(['+', '#', '.', '/', ';', '?', '&', '=', ',', '!', '@', '|']).unwrap_or(text);
    variables.split(',').all(|variable| {
        let name = match variable.split_once(':') {
            Some((name, length)) => {
                let fits = (1..=4).contains(&length.len()) && !length.starts_with('0');
                if !fits || !length.bytes().all(|byte| byte.is_ascii_digit()) {
                    return false;
                }
                name
            }
            None => variable.strip_suffix('*').unwrap_or(variable),
        };
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'%');
        !name.is_empty() && name.bytes().all(fits) && escapes(name)
    })
}

pub(super) static ROS2_SERVER: Versions = &[(
    "0.1.0",
    &object(
        "ROS 2 Server Binding",
        &[may("rmwImplementation", Shape::Text), may("domainId", Shape::Integer(0, 231)), VERSION],
    )
    .open_to(&FOREIGN),
)];

pub(super) static ROS2_OPERATION: Versions = &[(
    "0.1.0",
    &object(
        "ROS 2 Operation Binding",
        &[
            must(
                "role",
                Shape::Choice(&[
                    "publisher",
                    "action_client",
                    "service_client",
                    "subscriber",
                    "action_server",
                    "service_server",
                ]),
            ),
            must("node", Shape::Text),
            may(
                "qosPolicies",
                part!("ROS 2 Quality of Service":
                    // The official schema spells it so.
                    may("reliability", Shape::Choice(&["best_effort", "realiable"])),
                    may("history", Shape::Choice(&["keep_last", "keep_all", "unknown"])),
                    may("durability", Shape::Choice(&["transient_local", "volatile"])),
                    may("lifespan", INTEGER),
                    may("deadline", INTEGER),
                    may("liveliness", Shape::Choice(&["automatic", "manual"])),
                    may("leaseDuration", INTEGER),
                ),
            ),
            VERSION,
        ],
    ),
)];
