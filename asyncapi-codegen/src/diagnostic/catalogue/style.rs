//! A06xx: what the official parser recommends for documents of 2.x.

codes! {}
