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
         it. Give the channel a message for each operation, and say how to tell them by `match` or `x-match`.";
    REPLY_WITHOUT_MESSAGE = "A0304", Warning, "a reply without a message",
        "A reply has the messages that it names, or else all of its channel. Without any there is nothing to wait for, and \
         the operation is generated as one without a reply. (AsyncAPI 3, Operation Reply Object.)";
    NO_CODEC = "A0305", Warning, "a content type that has no codec",
        "The payload of such a message is passed on as bytes. Its schema is not checked.";
}
