//! A07xx: Protobuf definitions.

codes! {}
