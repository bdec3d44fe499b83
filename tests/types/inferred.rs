//! `infer_types`: a schema without `type` is of the type that its keywords speak of, also where no Rust type carries it.

use asyncapi_runtime::wire::decode;

mod of_one_type {
    asyncapi_runtime::asyncapi!(spec = "types/documents/untyped.yaml", infer_types = true);
}

mod as_written {
    asyncapi_runtime::asyncapi!(spec = "types/documents/untyped.yaml", allow = [A0410]);
}

/// JSON, whether it is valid as written, and with the types inferred.
const SHAPES: &[(&str, bool, bool)] = &[
    ("{}", true, true),
    (r#"{"size":2,"label":"x"}"#, true, true),
    // No object has no tags, so that it fits what `not` refuses.
    ("7", false, false),
    (r#"{"size":"large"}"#, true, false),
    (r#"{"size":0}"#, false, false),
    // What `not` refuses: tags that may all be tags.
    (r#"{"tags":["ab"]}"#, false, false),
    (r#"{"tags":["a"]}"#, true, true),
    // To `items` as written, a text is no list, and so is fine, and refused by `not`.
    (r#"{"tags":"ab"}"#, false, true),
    (r#"{"tags":[1]}"#, false, true),
];

#[test]
fn types_are_inferred_in_types_and_in_conditions() {
    for (json, written, inferred) in SHAPES {
        let read = decode::<as_written::Shape>(json.as_bytes());
        assert_eq!(read.is_ok(), *written, "as written: {json}: {read:?}");
        let read = decode::<of_one_type::Shape>(json.as_bytes());
        assert_eq!(read.is_ok(), *inferred, "inferred: {json}: {read:?}");
    }
}
