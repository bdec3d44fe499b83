//! A04xx: schemas for which no types can be generated.

codes! {}
