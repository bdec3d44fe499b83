//! The engine on every document of the corpus.

#[test]
fn placeholder() {}
