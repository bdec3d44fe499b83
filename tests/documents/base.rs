//! A document of each version with every object of the specification in it, and where they stand.

use serde_json::{Value, json};

/// The versions of the specification.
pub(crate) const VERSIONS: [&str; 9] =
    ["2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0", "2.5.0", "2.6.0", "3.0.0", "3.1.0"];

/// An object of the specification: its name in the official schemas, and a place where one stands.
pub(crate) type Kind = (&'static str, &'static str);

/// The objects of 2.x.
pub(crate) const V2: &[Kind] = &[
    ("", ""),
    ("info", "/info"),
    ("contact", "/info/contact"),
    ("license", "/info/license"),
    ("server", "/servers/s"),
    ("serverVariable", "/servers/s/variables/v"),
    ("SecurityRequirement", "/servers/s/security/0"),
    ("channelItem", "/channels/c"),
    ("parameter", "/channels/c/parameters/p"),
    ("operation", "/channels/c/publish"),
    ("operationTrait", "/channels/c/publish/traits/0"),
    ("message", "/channels/c/publish/message"),
    ("message", "/channels/c/subscribe/message"),
    ("messageTrait", "/channels/c/publish/message/traits/0"),
    ("correlationId", "/channels/c/publish/message/correlationId"),
    ("example", "/channels/c/publish/message/examples/0"),
    ("tag", "/tags/0"),
    ("externalDocs", "/externalDocs"),
    ("components", "/components"),
    ("schema", "/components/schemas/S"),
    ("userPassword", "/components/securitySchemes/userPassword"),
    ("apiKey", "/components/securitySchemes/apiKey"),
    ("APIKeyHTTPSecurityScheme", "/components/securitySchemes/httpApiKey"),
    ("NonBearerHTTPSecurityScheme", "/components/securitySchemes/basic"),
    ("BearerHTTPSecurityScheme", "/components/securitySchemes/bearer"),
    ("X509", "/components/securitySchemes/X509"),
    ("oauth2Flows", "/components/securitySchemes/oauth2"),
    ("flows", "/components/securitySchemes/oauth2/flows"),
    ("oauth2Flow", "/components/securitySchemes/oauth2/flows/implicit"),
    ("oauth2Flow", "/components/securitySchemes/oauth2/flows/password"),
    ("oauth2Flow", "/components/securitySchemes/oauth2/flows/clientCredentials"),
    ("oauth2Flow", "/components/securitySchemes/oauth2/flows/authorizationCode"),
    ("openIdConnect", "/components/securitySchemes/openIdConnect"),
];

/// The objects of 3.x.
pub(crate) const V3: &[Kind] = &[
    ("", ""),
    ("info", "/info"),
    ("contact", "/info/contact"),
    ("license", "/info/license"),
    ("tag", "/info/tags/0"),
    ("externalDocs", "/info/externalDocs"),
    ("server", "/servers/s"),
    ("serverVariable", "/servers/s/variables/v"),
    ("channel", "/channels/c"),
    ("parameter", "/channels/c/parameters/p"),
    ("messageObject", "/channels/c/messages/m"),
    ("messageTrait", "/channels/c/messages/m/traits/0"),
    ("correlationId", "/channels/c/messages/m/correlationId"),
    ("messageExampleObject", "/channels/c/messages/m/examples/0"),
    ("operation", "/operations/o"),
    ("operationTrait", "/operations/o/traits/0"),
    ("operationReply", "/operations/o/reply"),
    ("operationReplyAddress", "/operations/o/reply/address"),
    ("components", "/components"),
    ("schema", "/components/schemas/S"),
    ("multiFormatSchema", "/components/schemas/M"),
    ("userPassword", "/components/securitySchemes/userPassword"),
    ("apiKey", "/components/securitySchemes/apiKey"),
    ("APIKeyHTTPSecurityScheme", "/components/securitySchemes/httpApiKey"),
    ("NonBearerHTTPSecurityScheme", "/components/securitySchemes/basic"),
    ("BearerHTTPSecurityScheme", "/components/securitySchemes/bearer"),
    ("X509", "/components/securitySchemes/X509"),
    ("oauth2Flows", "/components/securitySchemes/oauth2"),
    ("flows", "/components/securitySchemes/oauth2/flows"),
    ("oauth2Flow", "/components/securitySchemes/oauth2/flows/implicit"),
    ("oauth2Flow", "/components/securitySchemes/oauth2/flows/password"),
    ("oauth2Flow", "/components/securitySchemes/oauth2/flows/clientCredentials"),
    ("oauth2Flow", "/components/securitySchemes/oauth2/flows/authorizationCode"),
    ("openIdConnect", "/components/securitySchemes/openIdConnect"),
];

/// Whether a version is of 3.x.
pub(crate) fn is_v3(version: &str) -> bool {
    version.starts_with('3')
}

/// The document of a version.
pub(crate) fn document(version: &str) -> Value {
    let mut document = if is_v3(version) { v3() } else { v2() };
    document["asyncapi"] = version.into();
    document["components"] = components(is_v3(version));
    document["components"]["securitySchemes"] = schemes(is_v3(version));
    document
}

fn components(v3: bool) -> Value {
    let mut components = json!({
        "schemas": { "S": {} },
        "messages": {},
        "parameters": {},
        "correlationIds": {},
        "operationTraits": {},
        "messageTraits": {},
    });
    if v3 {
        components["schemas"]["M"] =
            json!({ "schemaFormat": "application/schema+json;version=draft-07", "schema": {} });
        for map in ["channels", "operations", "servers", "serverVariables", "replies", "replyAddresses", "tags"] {
            components[map] = json!({});
        }
        components["externalDocs"] = json!({});
    }
    components
}

fn v2() -> Value {
    json!({
        "asyncapi": "",
        "info": { "title": "Base", "version": "1", "contact": {}, "license": { "name": "MIT" } },
        "servers": { "s": {
            "url": "example.com/{v}",
            "protocol": "mqtt",
            "variables": { "v": {} },
            "security": [{ "userPassword": [] }],
        } },
        "channels": { "c": {
            "parameters": { "p": {} },
            "publish": {
                "traits": [{}],
                "message": {
                    "payload": {},
                    "traits": [{}],
                    "correlationId": { "location": "$message.header#/id" },
                    "examples": [{ "payload": { "a": 1 } }],
                },
            },
            "subscribe": { "message": { "oneOf": [{ "payload": {} }] } },
        } },
        "tags": [{ "name": "t" }],
        "externalDocs": { "url": "https://example.com" },
        "components": {},
    })
}

fn v3() -> Value {
    json!({
        "asyncapi": "",
        "info": {
            "title": "Base",
            "version": "1",
            "contact": {},
            "license": { "name": "MIT" },
            "tags": [{ "name": "t" }],
            "externalDocs": { "url": "https://example.com" },
        },
        "servers": { "s": {
            "host": "example.com",
            "protocol": "mqtt",
            "variables": { "v": {} },
            "security": [{ "type": "userPassword" }],
        } },
        "channels": { "c": {
            "parameters": { "p": {} },
            "messages": { "m": {
                "payload": {},
                "traits": [{}],
                "correlationId": { "location": "$message.header#/id" },
                "examples": [{ "payload": { "a": 1 } }],
            } },
        } },
        "operations": { "o": {
            "action": "send",
            "channel": { "$ref": "#/channels/c" },
            "traits": [{}],
            "reply": { "address": { "location": "$message.header#/reply" } },
        } },
        "components": {},
    })
}

fn schemes(v3: bool) -> Value {
    let scopes = if v3 { "availableScopes" } else { "scopes" };
    let flow = |urls: &[&str]| {
        let mut flow = json!({ scopes: { "read": "reads" } });
        for url in urls {
            flow[*url] = "https://example.com".into();
        }
        flow
    };
    json!({
        "userPassword": { "type": "userPassword" },
        "apiKey": { "type": "apiKey", "in": "user" },
        "httpApiKey": { "type": "httpApiKey", "in": "query", "name": "key" },
        "basic": { "type": "http", "scheme": "basic" },
        "bearer": { "type": "http", "scheme": "bearer", "bearerFormat": "JWT" },
        "X509": { "type": "X509" },
        "oauth2": { "type": "oauth2", "flows": {
            "implicit": flow(&["authorizationUrl"]),
            "password": flow(&["tokenUrl"]),
            "clientCredentials": flow(&["tokenUrl"]),
            "authorizationCode": flow(&["authorizationUrl", "tokenUrl"]),
        } },
        "openIdConnect": { "type": "openIdConnect", "openIdConnectUrl": "https://example.com" },
    })
}
