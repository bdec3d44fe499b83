//! A06xx: what is recommended, as the official parser recommends it. Nothing is wrong with a document without it, so that
//! only `cargo asyncapi check` speaks of it; the macro does where `deny` names the code, or all by `recommended`.

codes! {
    NO_ID = "A0601", Warning, "a document without `id`",
        "An `id` is a URI that names the application wherever its document goes. (AsyncAPI 2.6.0, AsyncAPI Object, `id`.)";
    NO_DEFAULT_CONTENT_TYPE = "A0602", Warning, "a document without `defaultContentType`",
        "Messages without a `contentType` have the document's `defaultContentType`; without one, readers guess. (AsyncAPI \
         2.6.0, AsyncAPI Object, `defaultContentType`.)";
    NO_INFO_DESCRIPTION = "A0603", Warning, "an application without a description",
        "`info.description` says what the application is for; it becomes the documentation of the generated module. \
         (AsyncAPI 2.6.0, Info Object.)";
    NO_CONTACT = "A0604", Warning, "a document without `info.contact`",
        "`info.contact` says whom to ask. (AsyncAPI 2.6.0, Info Object, `contact`.)";
    CONTACT_INCOMPLETE = "A0605", Warning, "a contact that lacks something",
        "A contact has a `name`, a `url` and an `email`. (AsyncAPI 2.6.0, Contact Object.)";
    NO_LICENSE = "A0606", Warning, "a document without `info.license`",
        "`info.license` says who may use the interface, and how. (AsyncAPI 2.6.0, Info Object, `license`.)";
    NO_LICENSE_URL = "A0607", Info, "a licence without a URL",
        "`info.license.url` leads to the licence's text. (AsyncAPI 2.6.0, License Object, `url`.)";
    NO_SERVERS = "A0608", Warning, "a document without servers",
        "`servers` says where to connect; each becomes an endpoint of the generated module. (AsyncAPI 2.6.0, Servers Object.)";
    NO_TAGS = "A0609", Warning, "a document without tags",
        "`tags` put the document among others. (AsyncAPI 2.6.0, AsyncAPI Object, `tags`.)";
    EMPTY_VARIABLE = "A0610", Warning, "empty braces in a server's URL",
        "`{}` in the `url` of a server is no variable, as it has no name. (AsyncAPI 2.6.0, Server Object, `url`.)";
    SERVER_ENDS_IN_SLASH = "A0611", Warning, "a server's URL that ends in a slash",
        "What follows the URL begins with a slash of its own. (AsyncAPI 2.6.0, Server Object, `url`.)";
    EMPTY_PARAMETER = "A0612", Warning, "empty braces in the name of a channel",
        "`{}` in the name of a channel is no parameter, as it has no name. (AsyncAPI 2.6.0, Channels Object.)";
    CHANNEL_ENDS_IN_SLASH = "A0613", Warning, "a channel whose name ends in a slash",
        "For most protocols, `events` and `events/` are two addresses. (AsyncAPI 2.6.0, Channels Object.)";
    NO_OPERATION_ID = "A0614", Warning, "an operation without `operationId`",
        "The method of the operation is named by its `operationId`; without one, by action and channel. (AsyncAPI 2.6.0, \
         Operation Object, `operationId`.)";
    NO_MESSAGE_ID = "A0615", Warning, "a message without `messageId`",
        "A `messageId` names the message wherever it is used. (AsyncAPI 2.4.0 to 2.6.0, Message Object, `messageId`.)";
    UNUSED_COMPONENT = "A0616", Info, "a component that nothing refers to",
        "What stands under `components` does nothing until a `$ref` leads to it. (AsyncAPI 2.6.0, Components Object.)";
    UNUSED_SECURITY_SCHEME = "A0617", Info, "a security scheme that nothing asks for",
        "A security scheme does nothing until the `security` of a server or an operation names it. (AsyncAPI 2.6.0, \
         Security Requirement Object.)";
    NOT_THE_LATEST = "A0618", Info, "not the latest version of AsyncAPI",
        "The latest version is 3.1.0. All from 2.0.0 on are read and generate the same code. (AsyncAPI 3.1.0, AsyncAPI \
         Version String.)";
}
