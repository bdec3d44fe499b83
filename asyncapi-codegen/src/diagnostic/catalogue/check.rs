//! A02xx: rules that a document breaks.

codes! {
    MATCH_NOT_A_CONDITION = "A0290", Error, "an `x-match` that is not a condition",
        "`x-match` names properties of the payload, or headers with `$header.` before them, and the values that tell the \
         message from others: `x-match: { type: join }`. `null` says that the property is not there.";
}
