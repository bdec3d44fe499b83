//! A01xx: faults of a document's structure and of its references.

codes! {}
