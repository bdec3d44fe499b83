//! A03xx: weaknesses of a document. Warnings: they never stop a build by themselves.

codes! {
    NOT_TOLD_APART = "A0301", Warning, "messages that cannot be told apart",
        "Messages that come in at one address are told apart by a header or a property with a `const` or `enum` of its own, \
         by required properties that the others do not have, or by their JSON type. Where nothing differs, the first in \
         the document that fits is taken. Say how to tell them: `match = { userJoin: type == \"join\" }`, or `x-match` \
         beside the message's `$ref`.";
    WEAKLY_TOLD_APART = "A0302", Warning, "messages that are told apart by a property that both may have",
        "One message requires a property that the other does not declare, but does not forbid either. A message of the \
         second kind that has it all the same is taken for the first. Add `additionalProperties: false`, give each \
         message a property with a `const` of its own, or say how to tell them by `match`.";
    RECEIVED_TWICE = "A0303", Warning, "a message that two operations receive",
        "Each message that comes in has one handler. Of several operations that receive it, the first in the document gets \
         it, unless you say which are whose: by `match` or `x-match` on the operations, or with a message of its own for \
         each.";
    REPLY_WITHOUT_MESSAGE = "A0304", Warning, "a reply without a message",
        "A reply has the messages that it names, or else all of its channel. Of one without any nothing is known but that it \
         comes: it is passed on as it is, as a `RawMessage`. (AsyncAPI 3, Operation Reply Object.)";
    NO_CODEC = "A0305", Warning, "a content type that has no codec",
        "The payload of such a message is passed on as bytes. Its schema is not checked.";
    VARIABLE_NOT_DESCRIBED = "A0320", Warning, "a part of a server's address that is not described",
        "A `{name}` in a server's address is replaced by the value of one of its `variables`. One that is missing there has \
         neither a default nor a description. (AsyncAPI 3.1.0, Server Object, `variables`.)";
    VARIABLE_WITHOUT_USE = "A0321", Warning, "a variable without use",
        "A server's variable is used where it stands in braces in the server's address; this one stands nowhere. \
         (AsyncAPI 3.1.0, Server Object, `variables`.)";
    PARAMETER_NOT_DESCRIBED = "A0322", Warning, "a part of an address that is not described",
        "A `{name}` in the address of a channel is a parameter; described under `parameters`, it can have a description, a \
         default, and the list of its values. (AsyncAPI 3.1.0, Channel Object, `address`.)";
    PARAMETER_WITHOUT_USE = "A0323", Warning, "a parameter without use",
        "A channel's parameter is used where it stands in braces in the channel's name; this one stands nowhere. (AsyncAPI \
         2.6.0, Channel Item Object, `parameters`.)";
    QUERY_IN_ADDRESS = "A0324", Warning, "a query or a fragment in an address",
        "The address of a channel has no query and no fragment; servers see them as a part of its path. Query parameters of \
         a WebSocket stand under `bindings.ws.query`. (AsyncAPI 3.1.0, Channel Object, `address`.)";
    EXPRESSION_LEADS_NOWHERE = "A0325", Warning, "a runtime expression that leads nowhere",
        "`$message.header#/…` and `$message.payload#/…` name a place in a message. The schema of this message has no such \
         property, so that there will be nothing to read. (AsyncAPI 3.1.0, Runtime Expression.)";
    SCOPE_NOT_IN_FLOWS = "A0326", Warning, "a scope that no OAuth flow offers",
        "The `scopes` of a security scheme are what is asked for, of what its flows offer under `availableScopes`. (AsyncAPI \
         3.1.0, Security Scheme Object, `scopes`; OAuth Flow Object.)";
    DEFAULT_NOT_IN_ENUM = "A0327", Warning, "a default that is not among the allowed values",
        "Where a variable or a parameter has an `enum`, its default is one of those values; this one is passed over. \
         (AsyncAPI 3.1.0, Server Variable Object; Parameter Object.)";
    BINDING_NOT_AS_SPECIFIED = "A0340", Warning, "a binding that is not as its specification says",
        "AsyncAPI 2 lets a binding hold anything; the specification of each protocol's binding says what it has, by \
         `bindingVersion`, without one in its latest version. What does not fit is not used. AsyncAPI 3 refuses it. \
         (AsyncAPI bindings, the protocol's README.)";
    BINDING_WITHOUT_SERVER = "A0341", Warning, "a binding of a protocol that is not spoken there",
        "A binding says what one protocol needs, and is read where a server of that protocol is used: `ws` where one speaks \
         `ws` or `wss`, `kafka` where one speaks `kafka` or `kafka-secure`. This one is never read. (AsyncAPI 3.1.0, Server \
         Bindings Object; Channel Bindings Object.)";
    REQUEST_WITHOUT_ID = "A0360", Warning, "a request whose reply nobody can tell",
        "Several requests can be in flight on a connection; a `correlationId` on request and reply says which reply is whose. \
         Where the document has none, the protocol's own means are used. WebSocket has none, and no headers either: give \
         both messages a `correlationId` in the payload. (AsyncAPI 3.1.0, Correlation ID Object.)";
}
