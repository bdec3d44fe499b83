//! A06xx: what the official parser recommends for documents of 2.x. Shown by the command, and where `deny` names it.

codes! {
    LATEST_VERSION = "A0601", Info, "not the latest version of AsyncAPI",
        "The latest version is 3.1.0. Documents of 2.x are read as they are; what is new needs the new version. (Rule \
         `asyncapi-latest-version` of the official parser.)";
    NO_ID = "A0602", Warning, "a document without an `id`",
        "The `id` is a URI that names the application in the world, such as `urn:com:example:chat`. (AsyncAPI 2.6.0, \
         Identifier; rule `asyncapi-id`.)";
    NO_DEFAULT_CONTENT_TYPE = "A0603", Warning, "a document without a `defaultContentType`",
        "It is the content type of the messages that have none of their own. (AsyncAPI 2.6.0, Default Content Type; rule \
         `asyncapi-defaultContentType`.)";
    NO_DESCRIPTION = "A0604", Warning, "an `info` without a description",
        "Readers begin with it. (AsyncAPI 2.6.0, Info Object, `description`; rule `asyncapi-info-description`.)";
    NO_CONTACT = "A0605", Warning, "an `info` without a contact",
        "Readers want to know whom to ask. (AsyncAPI 2.6.0, Info Object, `contact`; rule `asyncapi-info-contact`.)";
    CONTACT_LACKS = "A0606", Warning, "a contact that lacks a field",
        "A contact has a name, a URL and an e-mail address. (AsyncAPI 2.6.0, Contact Object; rule \
         `asyncapi-info-contact-properties`.)";
    NO_LICENSE = "A0607", Warning, "an `info` without a licence",
        "Without one, nobody may use what is described. (AsyncAPI 2.6.0, Info Object, `license`; rule \
         `asyncapi-info-license`.)";
    NO_LICENSE_URL = "A0608", Info, "a licence without a URL",
        "The name of a licence may stand for several texts. (AsyncAPI 2.6.0, License Object, `url`; rule \
         `asyncapi-info-license-url`, which the official parser does not run by itself.)";
    NO_SERVERS = "A0609", Warning, "a document without servers",
        "Without `servers` nobody knows where to connect to, and no endpoints are generated. (AsyncAPI 2.6.0, Servers \
         Object; rule `asyncapi-servers`.)";
    UNUSED_COMPONENT = "A0610", Info, "a component that nothing refers to",
        "It may be left over, or be for other documents. (AsyncAPI 2.6.0, Components Object; rule \
         `asyncapi-unused-component`.)";
    NO_TAGS = "A0611", Warning, "a document without tags",
        "Tags of the document put it into groups in catalogues. (AsyncAPI 2.6.0, AsyncAPI Object, `tags`; rule \
         `asyncapi2-tags`.)";
    EMPTY_VARIABLE = "A0612", Warning, "braces around nothing in a server's URL",
        "`{}` names no variable, so that it is a part of the URL as it stands. (AsyncAPI 2.6.0, Server Object, `url`; rule \
         `asyncapi2-server-no-empty-variable`.)";
    SLASH_AFTER_SERVER = "A0613", Warning, "a slash at the end of a server's URL",
        "Channels are joined to the URL by a slash, so that there would be two. (AsyncAPI 2.6.0, Server Object, `url`; rule \
         `asyncapi2-server-no-trailing-slash`.)";
    EMPTY_PARAMETER = "A0614", Warning, "braces around nothing in the name of a channel",
        "`{}` names no parameter, so that it is a part of the name as it stands. (AsyncAPI 2.6.0, Channels Object; rule \
         `asyncapi2-channel-no-empty-parameter`.)";
    SLASH_AFTER_CHANNEL = "A0615", Warning, "a slash at the end of the name of a channel",
        "To most brokers `a` and `a/` are two channels, which few readers expect. (AsyncAPI 2.6.0, Channels Object; rule \
         `asyncapi2-channel-no-trailing-slash`.)";
    NO_OPERATION_ID = "A0616", Warning, "an operation without an `operationId`",
        "It names the operation in generated code; without it, a name is made of its action and its channel. (AsyncAPI \
         2.6.0, Operation Object, `operationId`; rule `asyncapi2-operation-operationId`.)";
    NO_MESSAGE_ID = "A0617", Warning, "a message without a `messageId`",
        "It names the message, whatever refers to it. (AsyncAPI 2.6.0, Message Object, `messageId`; rule \
         `asyncapi2-message-messageId`, from 2.4.0 on.)";
    UNUSED_SECURITY_SCHEME = "A0618", Info, "a security scheme that nothing asks for",
        "Neither a server nor an operation has it under `security`. (AsyncAPI 2.6.0, Security Requirement Object; rule \
         `asyncapi2-unused-securityScheme`.)";
}
