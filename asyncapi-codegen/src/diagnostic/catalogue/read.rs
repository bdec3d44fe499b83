//! A00xx: faults of a file's text, before anybody asks what it says.

codes! {
    NOT_UTF8 = "A0001", Error, "the file is not UTF-8 text",
        "Documents are read as UTF-8, with or without a byte order mark. Save the file in that encoding. (RFC 8259 \
         section 8.1; of the encodings that section 5.2 of YAML 1.2 allows, only this one is supported.)";
    TOO_LARGE = "A0002", Error, "the file is too large",
        "A limit on the size of one file keeps a build from running out of memory. Split the document, and refer to the \
         parts with `$ref`.";
    SYNTAX = "A0003", Error, "the file is neither valid YAML nor valid JSON",
        "The text cannot be read any further from the place shown. (YAML 1.2.2; JSON: RFC 8259.)";
    DUPLICATE_KEY = "A0004", Error, "the same key twice in one object",
        "Keys are unique within an object, and readers disagree on which of two equal ones counts. Remove or rename one. \
         (YAML 1.2.2 section 3.2.1.3; RFC 8259 section 4.)";
    EMPTY = "A0005", Error, "the file has no content",
        "There is nothing in the file but, at most, spaces and comments.";
    SECOND_DOCUMENT = "A0006", Error, "a second document in one file",
        "A `---` or `...` begins another YAML document. A file holds one AsyncAPI document; move the other to a file of its \
         own. (YAML 1.2.2 section 9.2.)";
    TOO_DEEP = "A0007", Error, "nested too deeply",
        "A limit on the depth keeps a build from running out of stack. Name inner schemas in `components/schemas`, and refer \
         to them with `$ref`.";
    TOO_MANY_VALUES = "A0008", Error, "too many values",
        "A limit on the number of values, each alias counted with all that its anchor stands for, keeps a small file \
         from growing to an endless one.";
    UNKNOWN_ANCHOR = "A0009", Error, "an alias without an anchor",
        "`*name` repeats a value that was named with `&name` before it in the same file. (YAML 1.2.2 section 7.1.)";
    RECURSIVE_ALIAS = "A0010", Error, "an alias inside of the value that it repeats",
        "A value cannot contain itself. Describe recursion with `$ref`.";
    KEY_NOT_SCALAR = "A0011", Error, "a key that is not plain text",
        "YAML allows objects and arrays as keys, JSON and AsyncAPI do not. Text that begins with `{` or `[` needs quotes.";
    MERGE = "A0012", Error, "a merge key that has nothing to merge",
        "`<<` takes over the entries of an object, or of each object of a list. Write `\"<<\"` where a key of that name is \
         meant. (YAML's merge key, yaml.org/type/merge)";
    TAG_MISMATCH = "A0013", Error, "a value that its tag does not allow",
        "A tag such as `!!int` says of what type the value is; it must be written like one. (YAML 1.2.2 section 10.3.)";
    UNKNOWN_TAG = "A0014", Error, "an unknown tag",
        "Only the tags of YAML's core schema have a meaning here: `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!map` \
         and `!!seq`. Text that begins with `!` needs quotes. (YAML 1.2.2 section 10.3.)";
}
