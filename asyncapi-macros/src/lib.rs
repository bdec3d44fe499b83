//! The `asyncapi!` macro.
