//! A05xx: schemas of other formats than JSON Schema's.

codes! {
    FEATURE = "A0501", Error, "a schema format that needs a feature of the runtime",
        "Payloads of this format are encoded by a library that only those who need it build. Turn the feature on where the \
         crate depends on `asyncapi-runtime`.";
    PLACE_IN_BYTES = "A0502", Warning, "a place in a payload that is not JSON",
        "`$message.payload#/…` is looked for in JSON; in a payload of another encoding nothing is found, so that a request \
         has no reply that is known to be its own. Let the correlation id be a header. (AsyncAPI 3.1.0, Runtime Expression.)";
    PROTOBUF_JSON = "A0503", Warning, "a Protobuf payload under the media type of JSON",
        "Payloads with a schema of Protobuf are read and written in its binary encoding. Under `application/json` they would be \
         JSON (ProtoJSON), which is not supported yet: they are passed on as bytes. Where `defaultContentType` was meant for \
         other messages, give this one a `contentType` of its own, such as `application/x-protobuf`.";
    AVRO_MALFORMED = "A0510", Error, "an Avro schema that is none",
        "Something is missing, or is of another kind than it must be. (Avro 1.12, Schema Declaration.)";
    AVRO_UNKNOWN_TYPE = "A0511", Error, "an Avro type that is not defined",
        "A name stands for a primitive type, or for a record, enum or fixed that is defined before it in the same schema. \
         A name without a namespace is one of the namespace around it. (Avro 1.12, Names.)";
    AVRO_NAME_TAKEN = "A0512", Error, "a name that an Avro schema has twice",
        "Types, the fields of a record and the symbols of an enum each have names of their own. A type that was defined is \
         used again by its name. (Avro 1.12, Names.)";
    AVRO_NAME = "A0513", Warning, "a name that Avro does not allow",
        "Names have letters of ASCII, digits and `_`, and do not begin with a digit; other tools may refuse the schema. \
         (Avro 1.12, Names.)";
    AVRO_UNION = "A0514", Error, "a union that Avro does not allow",
        "A union has branches, each of another type (named types: of another name), and none of them is a union itself. \
         (Avro 1.12, Unions.)";
    AVRO_DEFAULT = "A0515", Warning, "a default that is not of its type",
        "The default of a field is a value of its type, in a union of one of its branches; the default of an enum is one of \
         its symbols. This one is passed over. (Avro 1.12, Complex Types.)";
    AVRO_LOGICAL = "A0516", Warning, "a logical type that does not fit",
        "Each logical type goes with certain types, and `decimal` needs a precision. Where they do not fit, the plain type \
         is used. (Avro 1.12, Logical Types.)";
    AVRO_ENDLESS = "A0517", Error, "a record that always holds itself",
        "Every value of the record would hold another one, without end. Put a union with `null`, an array or a map between. \
         (Avro 1.12, Complex Types.)";
}
