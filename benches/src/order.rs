//! The message of 200 bytes that benchmarks send and check: a UUID, a date-time and limits.

/// The message.
pub const MESSAGE: &str = r#"{"id":"0190d3a1-7c1b-7c6e-9f0a-3b1e5d0c9a42","at":"2026-11-25T03:26:52.125Z","customer":"Grüneberg & Söhne","symbol":"XBT/USD","quantity":1200,"state":"open","note":"as agreed by telephone"}"#;

/// Its type by hand, with derived serde, which checks nothing.
#[allow(missing_docs, reason = "the document describes it")]
pub mod by_hand {
    use serde::{Deserialize, Serialize};

    #[derive(Deserialize, Serialize)]
    pub enum State {
        #[serde(rename = "new")]
        New,
        #[serde(rename = "open")]
        Open,
        #[serde(rename = "closed")]
        Closed,
    }

    #[derive(Deserialize, Serialize)]
    pub struct Order {
        pub id: uuid::Uuid,
        #[serde(with = "time::serde::rfc3339")]
        pub at: time::OffsetDateTime,
        pub customer: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub symbol: Option<String>,
        pub quantity: u32,
        pub state: State,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
    }
}
