//! What all versions share: contact, licence, security schemes.

use super::form::{EMAIL, URI};
use super::{Also, Object, Shape, TEXT, TEXTS, UNIQUE_TEXTS, may, must, object};
use crate::source::Node;

pub(in super::super) static CONTACT: Object =
    object("Contact", &[may("name", Shape::Text), may("url", URI), may("email", EMAIL)]);

pub(in super::super) static LICENSE: Object = object("License", &[must("name", Shape::Text), may("url", URI)]);

pub(in super::super) static EXTERNAL_DOCS_OBJECT: Object =
    object("External Documentation", &[must("url", URI), may("description", Shape::Text)]);
pub(in super::super) static EXTERNAL_DOCS: Shape = Shape::Object(&EXTERNAL_DOCS_OBJECT);

pub(in super::super) static CORRELATION_ID_OBJECT: Object =
    object("Correlation ID", &[must("location", Shape::Expression), may("description", Shape::Text)]);
pub(in super::super) static CORRELATION_ID: Shape = Shape::Object(&CORRELATION_ID_OBJECT);

pub(in super::super) static SERVER_VARIABLE_OBJECT: Object = object(
    "Server Variable",
    &[may("enum", UNIQUE_TEXTS), may("default", Shape::Text), may("description", Shape::Text), may("examples", TEXTS)],
);
pub(in super::super) static SERVER_VARIABLE: Shape = Shape::Object(&SERVER_VARIABLE_OBJECT);

/// A Security Scheme Object of 3.x.
pub(in super::super) static SECURITY_SCHEME_V3: Shape = Shape::Choose(|node| scheme(node, true));
/// A Security Scheme Object of 2.x.
pub(in super::super) static SECURITY_SCHEME_V2: Shape = Shape::Choose(|node| scheme(node, false));

fn scheme(node: &Node, v3: bool) -> &'static Shape {
    match node.get("type").and_then(Node::as_str) {
        Some("apiKey") => &API_KEY,
        Some("httpApiKey") => &HTTP_API_KEY,
        Some("http") if node.get("scheme").and_then(Node::as_str) == Some("bearer") => &HTTP_BEARER,
        Some("http") => &HTTP,
        Some("oauth2") if v3 => &OAUTH2_V3,
        Some("oauth2") => &OAUTH2_V2,
        Some("openIdConnect") if v3 => &OPEN_ID_CONNECT_V3,
        Some("openIdConnect") => &OPEN_ID_CONNECT_V2,
        _ => &PLAIN_SCHEME,
    }
}

static TYPES: [&str; 13] = [
    "userPassword",
    "apiKey",
    "X509",
    "symmetricEncryption",
    "asymmetricEncryption",
    "httpApiKey",
    "http",
    "oauth2",
    "openIdConnect",
    "plain",
    "scramSha256",
    "scramSha512",
    "gssapi",
];

macro_rules! schemes {
    ($($name:ident: $($extra:expr),* ;)*) => {$(
        static $name: Shape = {
            static OBJECT: Object = object("Security Scheme", &[
                must("type", Shape::Choice(&TYPES)), may("description", Shape::Text), $($extra),*
            ]);
            Shape::Object(&OBJECT)
        };
    )*};
}
schemes! {
    PLAIN_SCHEME: ;
    API_KEY: must("in", Shape::Choice(&["user", "password"]));
    HTTP_API_KEY: must("name", Shape::Text), must("in", Shape::Choice(&["header", "query", "cookie"]));
    HTTP: must("scheme", Shape::Text);
    HTTP_BEARER: must("scheme", Shape::Text), may("bearerFormat", Shape::Text);
    OPEN_ID_CONNECT_V2: must("openIdConnectUrl", URI);
    OPEN_ID_CONNECT_V3: must("openIdConnectUrl", URI), may("scopes", TEXTS);
}

/// `oauth2` is open: so is it in the official schemas.
static OAUTH2_V3: Shape = {
    static OBJECT: Object = object(
        "Security Scheme",
        &[
            must("type", Shape::Choice(&TYPES)),
            may("description", Shape::Text),
            must("flows", Shape::Object(&FLOWS_V3)),
            may("scopes", TEXTS),
        ],
    )
    .open();
    Shape::Object(&OBJECT)
};
static OAUTH2_V2: Shape = {
    static OBJECT: Object = object(
        "Security Scheme",
        &[
            must("type", Shape::Choice(&TYPES)),
            may("description", Shape::Text),
            must("flows", Shape::Object(&FLOWS_V2)),
        ],
    )
    .open();
    Shape::Object(&OBJECT)
};

macro_rules! flows {
    ($name:ident, $scopes:literal, $implicit:ident, $password:ident, $credentials:ident, $code:ident) => {
        static $implicit: Object =
            object("OAuth Flow", &[must("authorizationUrl", URI), may("refreshUrl", URI), must($scopes, SCOPES)]);
        static $password: Object =
            object("OAuth Flow", &[must("tokenUrl", URI), may("refreshUrl", URI), must($scopes, SCOPES)]);
        static $credentials: Object =
            object("OAuth Flow", &[must("tokenUrl", URI), may("refreshUrl", URI), must($scopes, SCOPES)]);
        static $code: Object = object(
            "OAuth Flow",
            &[must("authorizationUrl", URI), must("tokenUrl", URI), may("refreshUrl", URI), must($scopes, SCOPES)],
        );
        static $name: Object = object(
            "OAuth Flows",
            &[
                may("implicit", Shape::Object(&$implicit)),
                may("password", Shape::Object(&$password)),
                may("clientCredentials", Shape::Object(&$credentials)),
                may("authorizationCode", Shape::Object(&$code)),
            ],
        )
        .sealed();
    };
}
const SCOPES: Shape = Shape::OrReference(&SCOPE_MAP);
static SCOPE_MAP: Shape = Shape::Map(&TEXT);
flows!(FLOWS_V3, "availableScopes", IMPLICIT_V3, PASSWORD_V3, CREDENTIALS_V3, CODE_V3);
flows!(FLOWS_V2, "scopes", IMPLICIT_V2, PASSWORD_V2, CREDENTIALS_V2, CODE_V2);

/// `examples` of a message of 2.x.
pub(in super::super) static MESSAGE_EXAMPLES_V2: Shape = Shape::List(&MESSAGE_EXAMPLE_V2);
static MESSAGE_EXAMPLE_V2: Shape = {
    static OBJECT: Object = object(
        "Message Example",
        &[
            may("name", Shape::Text).since(1),
            may("summary", Shape::Text).since(1),
            may("headers", Shape::Map(&super::FOREIGN)),
            may("payload", Shape::Foreign),
        ],
    )
    .sealed()
    .also(Also::PayloadOrHeaders(1));
    Shape::Object(&OBJECT)
};

/// `examples` of a message of 3.x.
pub(in super::super) static MESSAGE_EXAMPLES_V3: Shape = Shape::List(&MESSAGE_EXAMPLE_V3);
static MESSAGE_EXAMPLE_V3: Shape = {
    static OBJECT: Object = object(
        "Message Example",
        &[
            may("name", Shape::Text),
            may("summary", Shape::Text),
            may("headers", Shape::Map(&super::FOREIGN)),
            may("payload", Shape::Foreign),
        ],
    )
    .sealed()
    .also(Also::PayloadOrHeaders(0));
    Shape::Object(&OBJECT)
};
