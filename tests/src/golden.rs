//! The golden files of `asyncapi-codegen/tests/golden`, compiled as they would be in a strict crate.

macro_rules! golden {
    ($($(#[$doc:meta])* $name:ident = $folder:literal;)*) => {$(
        $(#[$doc])*
        #[no_implicit_prelude]
        #[deny(warnings, missing_docs)]
        #[allow(clippy::all, reason = "clippy passes over what a macro writes; here it sees a file")]
        pub mod $name {
            ::core::include!(::core::concat!("../../asyncapi-codegen/tests/golden/", $folder, "/expected.rs"));
        }
    )*};
}

golden! {
    /// The chat's user.
    chat_application = "chat-application";
    /// The chat's server, with the user's types.
    chat_counterpart = "chat-counterpart";
    /// A 2.0 document.
    kraken = "kraken";
    /// Messages with headers.
    orders = "orders";
    /// Bindings as statics, and keys.
    bindings = "bindings";
    /// Streams of events whose names tell messages apart, and queries of requests.
    http = "http";
    /// Request and reply, asking.
    request_reply = "request-reply";
    /// Request and reply, answering.
    request_reply_counterpart = "request-reply-counterpart";
    /// Addresses and servers with parameters, messages that are not JSON.
    parameters = "parameters";
    /// Operations of several messages.
    many_messages = "many-messages";
    /// Channels without messages.
    nothing = "nothing";
    /// Names that clash with keywords, with the prelude, and with ours.
    odd_names = "odd-names";
    /// Types that ask for care: no value, many fields, fields named as our own variables, rules in tuples and lists.
    odd_types = "odd-types";
    /// Examples, defaults, limits, constructors.
    helpers = "helpers";
    /// Schemas with keywords that no Rust type carries, open enums, overlapping alternatives.
    conditions = "conditions";
    /// Options about types.
    type_options = "type-options";
    /// Payloads with Avro schemas.
    avro = "avro";
    /// The stubs of a document that needs what the runtime lacks.
    avro_lacking = "avro-lacking";
    /// Avro schemas in files of their own, and a schema format that is not understood.
    avro_file = "avro-file";
    /// Payloads with Protobuf schemas.
    protobuf = "protobuf";
    /// Protobuf schemas in the document, with names that clash.
    protobuf_text = "protobuf-text";
    /// Payloads that are strings, numbers, lists, bytes or nothing.
    bare_payloads = "bare-payloads";
    /// Values for tests.
    arbitrary = "arbitrary";
    /// Names and types that the user gives, in the document and by options.
    overrides = "overrides";
    /// Two channels on one address.
    shared_address = "shared-address";
}
