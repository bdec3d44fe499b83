//! A01xx: faults of a document's structure and of its references.

codes! {
    NOT_ASYNCAPI = "A0101", Error, "not an AsyncAPI document",
        "An AsyncAPI document is an object whose field `asyncapi` names the version of the specification as a string. \
         (AsyncAPI 3.1.0, AsyncAPI Object.)";
    UNKNOWN_VERSION = "A0102", Error, "a version of AsyncAPI that is not supported",
        "Documents of 2.0.0 to 2.6.0, 3.0.0 and 3.1.0 are read. (AsyncAPI 3.1.0, AsyncAPI Version String.)";
    BROKEN_REFERENCE = "A0103", Error, "a reference that leads nowhere",
        "The text behind `#` is a JSON Pointer into the file named before it: each segment is a key of an object or an \
         index of an array that exists. Without a `/` at its start, it is the name that an `$id` gives to a schema there. \
         (AsyncAPI 3.1.0, Reference Object; RFC 6901; JSON Schema draft-07 section 8.2.)";
    MESSAGE_NOT_IN_CHANNEL = "A0104", Error, "an operation's message that its channel does not have",
        "The messages of an operation or of a reply are a choice of those under `messages` of its channel, and are referred \
         to there, not in `components`. (AsyncAPI 3.1.0, Operation Object, `messages`.)";
    UNKNOWN_FIELD = "A0105", Error, "a field that the specification does not know here",
        "Objects of AsyncAPI have the fields that the specification lists, and extensions, whose names begin with `x-`. \
         (AsyncAPI 3.1.0, Specification Extensions.)";
    MISSING_FIELD = "A0106", Error, "a required field is missing",
        "The specification marks this field as REQUIRED. (AsyncAPI 3.1.0, section Schema.)";
    WRONG_TYPE = "A0107", Error, "a value of the wrong type",
        "The specification asks for another type of value here. Numbers, dates and words such as `true` that are meant as \
         text need quotes. (AsyncAPI 3.1.0, section Schema.)";
    WRONG_VALUE = "A0108", Error, "a value that is not among the allowed ones",
        "The specification lists the values, or their form, that this field can have. (AsyncAPI 3.1.0, section Schema.)";
    INVALID_KEY = "A0109", Error, "a key that is not allowed",
        "The key of a channel of 2.x is its address: a template of a URI, not empty, without blanks and quotes, with names of \
         letters, digits, `_` and `.` in braces. (AsyncAPI 2.6.0, Channels Object; RFC 6570.)";
    UNREADABLE_FILE = "A0110", Error, "a file that cannot be read",
        "References to other files are relative to the file that they stand in. (AsyncAPI 3.1.0, Reference Object.)";
    OUTSIDE_ROOT = "A0111", Error, "a reference to a file outside of the document's folder",
        "Without leave, a document reads only files in the folder of the root document and below it, also by way of \
         symbolic links, so that a document from elsewhere cannot pull in what it likes.";
    REMOTE_REFERENCE = "A0112", Error, "a reference to the network",
        "Nothing is fetched while a program is built. Save the file with the project, and map its URL, or the beginning of \
         it, to the copy with the option `refs`.";
    REFERENCE_CYCLE = "A0113", Error, "references that lead in a circle",
        "Following this reference leads back to it without ever reaching an object. A schema may contain itself; a \
         reference may not be all there is. (AsyncAPI 3.1.0, Reference Object.)";
    BADLY_ESCAPED = "A0114", Error, "a reference with a wrongly escaped key",
        "In a JSON Pointer, `~1` stands for `/` and `~0` for `~` within a key; in a URI, a byte that is not allowed is \
         written as `%` and two hexadecimal digits. (RFC 6901 sections 3 and 6.)";
    REFERENCE_NOT_ALLOWED = "A0115", Error, "a reference where none is allowed",
        "The specification allows a Reference Object only where it says so. (AsyncAPI 3.1.0, Reference Object.)";
    WRONG_TARGET = "A0116", Error, "a reference to the wrong thing",
        "The operations of a document refer to the channels of a document, and its channels to its servers, not to \
         definitions in `components` that the document does not use. (AsyncAPI 3.1.0, Operation Object, `channel`; Channel \
         Object, `servers`.)";
    UNKNOWN_NAME = "A0117", Error, "a name that nothing in the document has",
        "In 2.x, `security` names schemes in `components.securitySchemes`, and `servers` of a channel names servers of the \
         document. (AsyncAPI 2.6.0, Security Requirement Object; Channel Item Object.)";
    AMBIGUOUS_IDENTIFIER = "A0118", Warning, "a reference by an `$id` that several schemas have",
        "A reference can name a schema by what the schema's `$id` says. Where several schemas of a file say the same, that in \
         the same outermost schema as the reference is taken, and of these the first. (JSON Schema draft-07 section 8.2.)";
}
