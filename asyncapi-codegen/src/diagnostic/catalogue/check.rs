//! A02xx: rules that a document breaks.

codes! {}
