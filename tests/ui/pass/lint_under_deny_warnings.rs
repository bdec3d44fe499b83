#![deny(warnings)]

/// The chat, of which two messages cannot be told apart without `match`.
pub mod user {
    asyncapi_runtime::asyncapi!("chat.yaml");
}

fn main() {}
