//! A07xx: Protobuf definitions.

codes! {
    SYNTAX = "A0701", Error, "the text of a .proto file that is none",
        "Something else stands where the grammar asks for a certain word or sign. (Protobuf language specification.)";
    UNSUPPORTED = "A0702", Error, "what is not supported of Protobuf",
        "Groups, editions and very deep nesting are not. Groups and editions have equivalents in proto2 and proto3.";
    UNKNOWN_TYPE = "A0703", Error, "a Protobuf type that is not defined",
        "The type of a field is a scalar type, or a message or enum of the same text or of one that it imports. Names are \
         looked for from the innermost message outwards. (Protobuf language specification, Packages and Name Resolution.)";
    NAME_TAKEN = "A0704", Error, "a name that is defined twice in Protobuf",
        "Messages, enums, fields and oneofs have names of their own within the message or package around them. The values of \
         an enum have theirs beside the enum, not within it. (Protobuf language specification.)";
    NUMBER = "A0705", Error, "a number that a field or value cannot have",
        "Each field of a message has a number of its own from 1 to 536870911, without 19000 to 19999, and neither reserved \
         nor kept for extensions. (Protobuf language guide, Assigning Field Numbers.)";
    IMPORT = "A0706", Warning, "an import of a .proto text that is not found",
        "Imports are looked for in the folder of the file that has them, and in each folder above it up to the one of the \
         document. Those of `google/protobuf/` are built in. One that is not found is passed over: it may only have had \
         options. (Protobuf language guide, Importing Definitions.)";
    ROOT = "A0707", Error, "a .proto text without one message that is the payload",
        "The payload is the only message at the top of the text, or the only one there that no other has in a field. Where \
         there are several: name it with `x-protobuf-message` on the message in the document, by `$ref: file.proto#/Name`, or \
         by `@RootNode` in the comment before it; or call it like the message in the document.";
    FIELD_RULE = "A0708", Error, "a field that Protobuf does not allow",
        "In proto2, each field has a label, but in an oneof, and maps; proto3 has no `required` and no defaults. The keys of a \
         map are integers, `bool`s or strings. (Protobuf language specification.)";
    ENUM = "A0709", Error, "an enum that Protobuf does not allow",
        "An enum has values; in proto3, the first one is zero. Two values have the same number only under \
         `option allow_alias = true`. (Protobuf language guide, Enumerations.)";
    ENDLESS = "A0710", Error, "a message that always holds itself",
        "Every value of the message would hold another one, without end, by `required` fields. (Protobuf language guide.)";
    EXTENSION = "A0711", Warning, "extensions of a message",
        "The fields that `extend` adds to a message are not part of its type: they are skipped when they come in. \
         (Protobuf language guide, Extensions.)";
}
