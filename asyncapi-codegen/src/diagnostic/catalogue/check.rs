//! A02xx: rules that a document breaks.

codes! {
    DUPLICATE_OPERATION_ID = "A0210", Error, "the same `operationId` twice",
        "The id of an operation is unique among all operations of the document; a trait that gives one can be used by one \
         operation only. (AsyncAPI 2.6.0, Operation Object, `operationId`.)";
    DUPLICATE_MESSAGE_ID = "A0211", Error, "the same `messageId` twice",
        "The id of a message is unique among all messages of the document. One message may be used in several places by \
         `$ref`. (AsyncAPI 2.6.0, Message Object, `messageId`.)";
    DUPLICATE_TAG = "A0212", Error, "the same tag twice",
        "Each name in a list of tags is unique. (AsyncAPI 2.6.0, Tags Object.)";
    UNDEFINED_PARAMETER = "A0213", Error, "a part of an address without its parameter",
        "Where a channel has `parameters`, each `{name}` in its address is one of them. (AsyncAPI 3.1.0, Parameters Object; \
         2.6.0, Channel Item Object, `parameters`.)";
    UNUSED_PARAMETER = "A0214", Error, "a parameter that the address does not have",
        "Each of a channel's `parameters` stands in its address, in braces. (AsyncAPI 3.1.0, Parameters Object; 2.6.0, \
         Channel Item Object, `parameters`.)";
    QUERY_IN_CHANNEL = "A0215", Error, "a query or a fragment in the name of a channel",
        "The name of a channel has no `?` and no `#`. Query parameters of a WebSocket stand under `bindings.ws.query`. \
         (AsyncAPI 2.6.0, Channels Object; 3.1.0, Channel Object, `address`.)";
    UNDEFINED_VARIABLE = "A0216", Error, "a part of a server's URL without its variable",
        "Where a server has `variables`, each `{name}` in its `url` is one of them. (AsyncAPI 2.6.0, Server Object, \
         `variables`.)";
    UNUSED_VARIABLE = "A0217", Error, "a variable that the server's URL does not have",
        "Each of a server's `variables` stands in its `url`, in braces. (AsyncAPI 2.6.0, Server Object, `variables`.)";
    UNKNOWN_SCOPE = "A0218", Error, "a scope that no OAuth flow has",
        "The scopes that `security` asks for are among those of the flows of the security scheme. (AsyncAPI 2.6.0, Security \
         Requirement Object; OAuth Flow Object, `scopes`.)";
    MESSAGE_EXAMPLE = "A0220", Error, "a message example that its schema refuses",
        "The `payload` and the `headers` of an example of a message are valid by the schemas of the message, as the official \
         parser reads them. In 3.x, it is a lint: A0409. (AsyncAPI 2.6.0, Message Example Object.)";
    SCHEMA_DEFAULT = "A0221", Error, "a default that its schema refuses",
        "The default of a payload, of a parameter or of a schema in `components` is valid by its own schema. The official \
         parser lets strings pass; these, defaults within schemas, and those of 3.x get a lint: A0405. (AsyncAPI 2.6.0, \
         Schema Object; JSON Schema draft-07, validation, section 10.2.)";
    SCHEMA_EXAMPLE = "A0222", Error, "an example that its schema refuses",
        "The examples of a payload, of a parameter or of a schema in `components` are valid by their own schema. The \
         official parser lets strings pass; these, examples within schemas, and those of 3.x get a lint: A0409. (AsyncAPI \
         2.6.0, Schema Object; JSON Schema draft-07, validation, section 10.4.)";
    FORMAT_EXAMPLE = "A0223", Error, "a message example that a schema of another format refuses",
        "Where a message has a `schemaFormat`, the payloads of its examples are valid by that format: Avro values as JSON, a \
         union as the value of its branch. In 3.x, it is a lint: A0409. (AsyncAPI 2.6.0, Message Object, `schemaFormat`.)";
    MATCH_NOT_A_CONDITION = "A0290", Error, "an `x-match` that is not a condition",
        "`x-match` names properties of the payload, or headers with `$header.` before them, and the values that tell the \
         message from others: `x-match: { type: join }`. `null` says that the property is not there.";
}
