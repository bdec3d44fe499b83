//! A04xx: schemas from which no exact types can be generated.

codes! {
    RECURSIVE_ALL_OF = "A0401", Error, "a schema that contains itself",
        "Through `allOf`, `oneOf`, `anyOf` or `$ref` alone, the schema leads back to itself, so that no value could ever be \
         told valid or not. Put a property or an array between. (JSON Schema draft-07, core, section 8.3.1.)";
    NOT_ENFORCED = "A0402", Warning, "a keyword that is not enforced",
        "Values that break this keyword are accepted. The other keywords of the schema are enforced.";
    NO_VALUE = "A0403", Warning, "a schema that no value satisfies",
        "The keywords contradict each other. Where the property is optional, it must always be absent; where it is \
         required, no message is valid.";
    OVERLAP = "A0404", Warning, "alternatives of a `oneOf` that overlap",
        "A value that fits two alternatives is refused, in and out. Give each alternative a required property with a `const` \
         of its own, which also decodes faster; close them with `additionalProperties: false`; or say `anyOf`, if several \
         may fit. (JSON Schema draft-07, validation, section 6.7.3.)";
    DEFAULT = "A0405", Warning, "a default that its own schema refuses",
        "A default is used where the property is absent, so it must be valid itself. (JSON Schema draft-07, validation, \
         section 10.2.)";
    SCHEMA_FORMAT = "A0406", Warning, "a schema format that is not understood",
        "Payloads of this format are passed on as bytes, without types. AsyncAPI schemas, JSON Schema, OpenAPI schemas, Avro \
         and Protobuf are understood. (AsyncAPI 3.0, Multi Format Schema Object; 2.6.0, Message Object, `schemaFormat`.)";
    BESIDE_REFERENCE = "A0407", Warning, "a keyword beside a reference",
        "JSON Schema draft-07 ignores whatever stands beside `$ref`; authors mean it. Here both hold, as in an `allOf`; \
         write the `allOf`, so that every tool agrees. (JSON Schema draft-07, core, section 8.3.)";
    PATTERN = "A0408", Warning, "a pattern that is not enforced",
        "A pattern is a regular expression of ECMA-262 with Unicode: no flags around it, and no syntax of other languages, \
         such as `(?i)`, `(?P<name>…)`, `\\A` or `\\Z`. Nor is one enforced that is too large to run: nested repetitions \
         multiply. (JSON Schema draft-07, validation, section 6.3.3.)";
    EXAMPLE = "A0409", Warning, "an example that its own schema refuses",
        "Examples are what people copy, so they should be valid. Those of messages and schemas that this side uses are held \
         against their schemas, but for patterns and what depends on them; those that are valid are offered in code, \
         as `examples()` of the type. (AsyncAPI 3.1.0, Message Example Object; JSON Schema draft-07, validation, section \
         10.4.)";
    UNTYPED = "A0410", Warning, "keywords about one type, and no `type`",
        "`properties` without `type: object` says nothing about a string: it is valid. The type is an enum with an arm for the \
         rest; write `type` where one type is meant, or generate with `infer_types = true`. (JSON Schema draft-07, \
         validation, section 6.5.)";
    MESSAGE_AS_SCHEMA = "A0411", Warning, "a message where a schema belongs",
        "A Message Object that is read as a schema has none of a schema's keywords, so that it accepts anything. What is meant \
         is its payload, to which a reference can lead: `#/components/messages/order/payload`. (AsyncAPI 3.1.0, Schema \
         Object; Message Object, `payload`.)";
}
