//! HTTP and WebSocket.

use super::super::schema::SCHEMA;
use super::{VERSION, Versions};
use crate::document::shape::{Object, Shape, may, object};

pub(super) static HTTP_OPERATION: Versions = &[("0.3.0", &OPERATION), ("0.2.0", &OPERATION)];
static OPERATION: Object = object(
    "HTTP Operation Binding",
    &[
        may("method", Shape::Choice(&["GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "TRACE"])),
        may("query", SCHEMA),
        VERSION,
    ],
);

pub(super) static HTTP_MESSAGE: Versions = &[
    ("0.3.0", &object("HTTP Message Binding", &[may("headers", SCHEMA), may("statusCode", Shape::Number), VERSION])),
    ("0.2.0", &object("HTTP Message Binding", &[may("headers", SCHEMA), VERSION])),
];

pub(super) static WS_CHANNEL: Versions = &[(
    "0.1.0",
    &object(
        "WebSockets Channel Binding",
        &[may("method", Shape::Choice(&["GET", "POST"])), may("query", SCHEMA), may("headers", SCHEMA), VERSION],
    ),
)];
